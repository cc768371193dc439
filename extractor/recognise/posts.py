"""Posts: `Phó Bí thư Thường trực Tỉnh ủy Hà Tĩnh` -> role and organisation, and lists of them."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from extractor.gazetteer import Gazetteer
from extractor.names import FamilyNames, not_people
from extractor.organisations import (
    IN_VIETNAM,
    Level,
    Organisation,
    Organisations,
    after_abbreviation,
    after_blanks,
    capitals,
)
from extractor.patterns import Entry, Patterns
from extractor.text import Text


class RoleEntry(Entry, frozen=True, kw_only=True):
    """The head of a post; see `patterns/roles.toml` for its fields."""

    name: str
    forms: tuple[str, ...]
    shares: str = ""
    organisation: str = ""
    body: str = ""
    level: Level | None = None
    topic: str = ""
    unit: Literal["", "committee", "state", "hamlet"] = ""
    kind: str = ""
    firm: bool = False
    foreign: bool = False
    weak: bool = False
    specialty: bool = False
    unless: tuple[str, ...] = ()


class Post(Struct, frozen=True, gc=False):
    """A post named at `start:end`.

    role:   canonical head with its modifiers ("nguyên Bí thư", "Phó Trưởng ban Thường trực")
    status: `former` or `incoming` where the words say so
    entry:  the vocabulary entry of its head
    """

    start: int
    end: int
    role: str
    organisation: Organisation | None
    entry: RoleEntry
    status: Literal["former", "incoming"] | None = None


# What stands before a head and belongs to the role. `cựu` and `nguyên` are former, as is who is dead.
_MODIFIERS = {
    "nguyên": ("nguyên", "former"),
    "cựu": ("cựu", "former"),
    "cố": ("cố", "former"),
    "quyền": ("Quyền", None),
    "q.": ("Quyền", None),
    "phụ trách": ("phụ trách", None),
}
_MODIFIER = re.compile(rf"({'|'.join(map(re.escape, _MODIFIERS))}) *(?=\w)")
_LONE_MODIFIERS = [word for word in _MODIFIERS if " " not in word]
_MODIFIER_BEFORE = re.compile(rf"(?<!\w)(?<!chính )(?<!ủy )(?:{'|'.join(map(re.escape, _LONE_MODIFIERS))}) +$")
# What ends before a head with a modifier; several blanks may stand behind it.
_BEFORE_HEAD = (*(f"{word} " for word in _LONE_MODIFIERS), "  ")
# What a deputy or director is in charge of, between the head and the body: "Phó Giám đốc phụ trách chuyên môn".
_DUTY = re.compile(
    r" +(phụ trách(?: (?:chuyên môn|kỹ thuật|nội dung|điều hành))?|chuyên trách|nhân sự|kinh doanh|tài chính|kỹ thuật"
    r"|sản xuất|marketing|đối ngoại|truyền thông)(?=[ ,.;)]|$)"
)
# "Phó Giám đốc khối ngân hàng đầu tư", "Giám đốc phát triển thị trường": common nouns only.
_FIELD = re.compile(
    r" ((?:khối|mảng|bộ phận|dự án|chương trình|chiến lược|phát triển|nghiên cứu|vận hành|thị trường|sản phẩm|đầu tư"
    r"|kinh doanh|công nghệ|pháp lý|pháp chế|phân tích|chính sách|dịch vụ|khu vực|quốc gia|kế hoạch|kỹ thuật|sản xuất)"
    r"(?: (?!của )(?:(?!\d)[^\W_A-ZĐ])+){0,5}?)(?= (?:của )?[^\W\d_a-zđ])"
)
# What an expert or an engineer is one of: "chuyên gia *ngành nước* của Trường …", "cán bộ *địa chính* xã Hòa Tiến".
_SPECIALTY = re.compile(
    r" (?!của )(?:(?!\d)[^\W_A-ZĐ]+ ){1,5}?(?=(?P<link>(?:của|thuộc|tại|ở) )?(?P<body>[^\W\d_a-zđ]))"
)
_BLANKS = re.compile(r" +")
# A term or a date that belongs to the post before it, when the mention goes on.
TERM = re.compile(r",? +(?:khóa +[ivxl\d]+|nhiệm kỳ +(?:khóa +)?[ivxl\d]+(?: *[-,] *[ivxl\d]+)?)(?!\w)")
_SEPARATOR = re.compile(r"(?: *,)? +(?:kiêm(?: nhiệm)?|đồng thời là) +(?:chức +(?:vụ +)?)?| *, *| *- *")
_AND = re.compile(r" và ")
# What a term, a separator and a blank begin with.
_LINKS = frozenset(" ,-")
_JOINED = re.compile(r" *, +| +- +| *\( *| +thuộc +| +của +")

_PART = re.compile(r" +(?:thuộc|của) +")

_SITES = ("Khu công nghiệp", "Khu kinh tế", "Cụm công nghiệp", "Khu chế xuất")
# Kinds of bodies that may be a part of another, those that may be the other, and those that work in many countries.
_PARTS = frozenset({"department", "named", "office"})
_WHOLES = frozenset({"department", "police", "state", "ministry", "army", "advisory", "named", "court"})
_OF_THE_WORLD = frozenset({"acronym", "abroad", "world"})
# Whose posts name another's: "Trợ lý | Bộ trưởng Ngoại giao".
_AIDES = frozenset({"Trợ lý", "Thư ký"})
# More posts than anyone holds.
MAX_POSTS = 12
_NATIONAL = re.compile(r" ([^\W\d_a-zđ]\w*(?: [^\W\d_]+){1,5} Việt Nam)(?!\w)")
_ACRONYM = re.compile(r"(?!HĐ(?:QT|TV)|UBND|TNHH|CT?CP|TP|CT(?!\w))[A-ZĐ][A-ZĐ\d]{1,9}(?![\w.])(?! [A-ZĐ]{2})")
# The words before it are in capitals too; abbreviations (TGĐ, HĐTV) may be.
_IN_CAPITALS = re.compile(r"(?<!\w)(?:[^\W\d_a-zđ]{2,} [^\W\d_a-zđ]{2,}|[^\W\d_a-zđ]{5,}) $")
# "Phó Hiệu trưởng nhà trường": of the school spoken of.
_THE_SCHOOL = " nhà trường"
_CAPITAL = re.compile(r" ([^\W\d_a-zđ]\w*)")
_FIRM = re.compile(r" +((?!\d)[^\W_a-zđ]\w*(?: (?!\d)[^\W_a-zđ]\w*){0,3})(?!\w)")

_COMMITTEES: dict[str, str] = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy"}


class Posts:
    """Reads posts."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        self.roles = patterns.entries("roles", RoleEntry)
        self.head = Gazetteer((form, role) for role in self.roles for form in role.forms).at
        """The end and the entry of the head of a post that starts at a position, or None."""
        self._organisations = organisations
        self._families = FamilyNames(patterns)
        self._others = not_people(patterns)

    def starts(self, text: Text, position: int) -> bool:
        """Whether a head of a post starts at `position`."""
        return self.head(text, position) is not None

    def leads(self, text: Text, position: int) -> bool:
        """Whether a post may start at `position`, with its head or with a modifier."""
        return self.starts(text, position) or _MODIFIER.match(text.folded, position) is not None

    def start_of(self, text: Text, position: int) -> int:
        """Where the post whose head starts at `position` begins with its modifier ("nguyên Bí thư")."""
        if not text.folded.endswith(_BEFORE_HEAD, 0, position):
            return position
        before = _MODIFIER_BEFORE.search(text.folded, max(0, position - 10), position)
        return before.start() if before else position

    def at(self, text: Text, position: int) -> Post | None:
        """The post that starts exactly at `position`, with the longest organisation, or None."""
        modifier = _MODIFIER.match(text.folded, position)
        head = self.head(text, modifier.end()) if modifier else None
        if modifier is None or head is None:
            modifier = None
            head = self.head(text, position)
        if head is None:
            return None
        end, entry = head
        if entry.unless and text.folded.startswith(tuple(f" {word}" for word in entry.unless), end):
            return None
        start = modifier.end() if modifier else position
        if entry.specialty:
            end = self._specialty_end(text, end)
        duty = _DUTY.match(text.folded, end) or (self._field(text, end) if entry.firm else None)
        if duty and (entry.shares or entry.topic) and "trách" not in duty[1]:
            duty = None
        organisation = self._organisation(text, start, duty.end() if duty else end, entry)
        if duty is not None and (organisation is None or organisation.end <= duty.end()) and "phụ trách" not in duty[1]:
            # "Giám đốc tài chính" may as well be "Giám đốc | Tài chính …".
            duty, organisation = None, self._organisation(text, start, end, entry)
        end = duty.end() if duty else end
        if organisation is not None:
            # "Vụ Quản lý đê điều thuộc Tổng cục Thủy lợi, Bộ Nông nghiệp": a part of a part.
            organisation = _seated(text, self._larger(text, self._larger(text, organisation)))
            if entry.foreign:
                organisation = self._abroad(text, organisation)
        elif entry.kind == "Trường" and text.folded.startswith(_THE_SCHOOL, end):
            end += len(_THE_SCHOOL)
        role, status = f"{entry.name} {duty[1]}" if duty else entry.name, None
        if modifier is not None:
            word, status = _MODIFIERS[modifier[1]]
            role = f"{word} {role}"
        end = after_abbreviation(text, max(end, organisation.end) if organisation else end)
        return Post(position, end, role, organisation, entry, status)  # type: ignore[arg-type]

    def _field(self, text: Text, end: int) -> re.Match[str] | None:
        """`Phó Giám đốc | khối ngân hàng đầu tư | Công ty …`: what is led of a body, when a body follows."""
        field = _FIELD.match(text.cased, end)
        if field is None:
            return None
        after = field.end() + (len(" của ") if text.folded.startswith(" của ", field.end()) else 1)
        body = self._organisations.at(text, after, titled=True) if after < len(text) else None
        return field if body is not None and text.cased[after].isupper() else None

    def _specialty_end(self, text: Text, end: int) -> int:
        """The end of the nouns that say what a calling is about, where a body or a name follows; else `end`."""
        specialty = _SPECIALTY.match(text.cased, end)
        if specialty is None or self._has_verb(text, specialty.start(), specialty.end() - 1):
            return end
        if self._organisations.at(text, specialty.start("body"), titled=True):
            return specialty.end() - 1
        names = [word for word, _ in capitals(text, specialty.start("body"), 5)]
        return specialty.end() - 1 if specialty["link"] is None and self._families.person(names) else end

    def _abroad(self, text: Text, organisation: Organisation) -> Organisation:
        """`Chủ tịch Quốc hội` + `Lào`, `Bộ trưởng Ngoại giao` + `Nga`: a body of another country."""
        if organisation.level != "central" or organisation.end >= len(text) or text.cased[organisation.end] != " ":
            return organisation
        country = self._organisations.country_at(text, organisation.end + 1)
        if country is None or organisation.name.endswith(country[1]):
            return organisation
        if country[1] == "Việt Nam":
            return replace(organisation, end=country[0])
        name = f"{organisation.name} {country[1]}"
        return replace(organisation, end=country[0], name=name, tags=(*organisation.tags, "abroad"))

    def list_at(self, text: Text, position: int, *, after_name: bool = False) -> list[Post]:
        """The posts in a row from `position`: `Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh`.

        after_name: a name stands before, so that capitals after a head are a firm (`Chủ tịch Him Lam`) and no person
        """
        posts: list[Post] = []
        while len(posts) < MAX_POSTS and (post := self.at(text, position)):
            if after_name and post.organisation is None and post.entry.firm:
                post = self.of_firm(text, post)
            posts.append(post)
            end = post.end
            if text.folded[end : end + 1] not in _LINKS:
                break
            if term := TERM.match(text.folded, end):
                end = term.end()
            separator = _SEPARATOR.match(text.folded, end)
            if separator is None and after_name and post.organisation is not None:
                # "ông Nguyễn Văn An, Chủ tịch Công ty A và Giám đốc Công ty B"
                separator = _AND.match(text.folded, end)
            if separator is None and post.organisation is None and post.entry.name not in _AIDES:
                # "Bộ trưởng Chủ nhiệm Văn phòng Chính phủ": one post, written as two.
                separator = _BLANKS.match(text.folded, end)
            if separator is None:
                break
            position = separator.end()
        return _of_one_country(posts)

    def of_firm(self, text: Text, post: Post) -> Post:
        """`Chủ tịch` + `Him Lam`: a run of capitals that is no person's name."""
        firm = _FIRM.match(text.cased, post.end)
        if firm is None:
            return post
        known = self._others.at(text, firm.start(1))
        if self._families.person(firm[1].split()) and (known is None or known[0] != firm.end()):
            return post
        following = text.cased[firm.end() + 1 : firm.end() + 2]
        syllable = not firm[1].isascii() or (len(firm[1]) < 6 and firm[1].istitle())
        if syllable and following.islower() and not self._organisations.verb_at(text, firm.end() + 1):
            # "Giám đốc Phát | triển thị trường": the first syllable of a word is no firm.
            return post
        body = Organisation(firm.start(1), firm.end(), firm[1], tags=("named",))
        return replace(post, end=firm.end(), organisation=body)

    def _organisation(self, text: Text, start: int, end: int, entry: RoleEntry) -> Organisation | None:
        """The organisation of the head at `start:end`, in one of eight ways, or the country of a foreign one."""
        after = _after(text, end)
        # 1. Fixed by the head: Thủ tướng; the page may still say it ("Tổng Bí thư Ban Chấp hành Trung ương Đảng").
        if entry.foreign and after > end and (country := self._organisations.country_at(text, after)):
            if country[1] == "Việt Nam" and entry.organisation:
                # "Chủ tịch nước CHXHCN Việt Nam"
                return Organisation(start, country[0], entry.organisation, "central")
            held = f"{entry.organisation} {country[1]}" if entry.organisation not in {"", "nước"} else country[1]
            # "Đại sứ Việt Nam tại Lào"
            seat = self._seat(text, country[0])
            if seat:
                seated = f"{held} tại {seat[1]}"
                return Organisation(end, seat[0], seated, "central", place=country[1], tags=("abroad",))
            return Organisation(end, country[0], held, "central", place=country[1], tags=("abroad",))
        if entry.foreign and after > end and (place := self._organisations.abroad_at(text, after)):
            return place
        if entry.organisation:
            said = self._organisations.at(text, after) if after > end else None
            if said is not None and "party" in said.tags:
                # "Tổng Bí thư Đảng Cộng sản Việt Nam" leads its Central Committee.
                ours = said.name in {"Đảng Cộng sản", "Đảng Lao động"} or said.name.endswith("Việt Nam")
                return Organisation(start, said.end, entry.organisation if ours else said.name, "central")
            stop = said.end if said and said.name == entry.organisation else end
            if said is None and entry.organisation == "Quốc hội" and after > end:
                unit = self._organisations.unit_at(text, after)
                stop = unit.end if unit else end
            return Organisation(start, stop, entry.organisation, "central")
        # 2. The head shares a word with it: Trưởng *ban* Tổ chức.
        if entry.shares:
            word = text.folded.rfind(entry.shares, start, end)
            if word < 0:
                return self._abbreviated(text, after, entry)
            twice = after > end and text.folded.startswith(f"{entry.shares} ", after)
            # "Phó Trưởng ban | Ban Kinh tế - Ngân sách HĐND tỉnh", but "Phó Trưởng phòng | Phòng không".
            shared = self._organisations.at(text, after, titled=True) if twice else None
            shared = shared or self._organisations.at(text, word, titled=True)
            shared = shared or self._organisations.bare_at(text, word)
            if shared is not None and (shared.end > end or shared.level == "central"):
                return shared
            if acronym := self._acronym(text, after, entry) if after > end else None:
                return acronym
        if after == end:
            return self._of_body(entry, end, None)
        # 3. It follows: Bí thư Tỉnh ủy.
        said = self._organisations.at(text, after, titled=True)
        if said is None and text.folded.startswith("của ", after):
            said = self._organisations.at(text, after + len("của "))
        if entry.body:
            return self._of_body(entry, end, said)
        if said is not None:
            if entry.shares in {"văn phòng", "thanh tra"} and not said.name.lower().startswith(entry.shares):
                return replace(said, name=f"{entry.shares.capitalize()} {said.name}")
            if entry.topic and said.tags[:1] == ("topical",):
                return replace(said, name=f"{entry.topic} {said.name}")
            return said
        # 4. Its topic follows: Bộ trưởng Y tế.
        if entry.topic and (topic := self._organisations.topic_at(text, after, entry.topic)):
            return topic
        # 5. Its unit or place follows: Chủ tịch xã Hòa Tiến, Bí thư Đà Nẵng.
        if entry.unit and (of_unit := self._of_unit(text, after, entry)):
            return of_unit
        # 6. Only its kind follows: Giám đốc Sở.
        if bare := self._organisations.bare_at(text, after, said=entry.firm):
            return bare
        # 7. What is the country's: Tổng Giám đốc Đường sắt Việt Nam.
        if entry.firm and (national := _NATIONAL.match(text.cased, end)) and not self._has_verb(text, *national.span()):
            return Organisation(after, national.end(), national[1], tags=("named",))
        # 8. An abbreviation that the page may spell out elsewhere: Tổng Thư ký VASEP, Kế toán trưởng của VASEP.
        if entry.weak and not entry.shares:
            return None
        after += len("của ") if text.folded.startswith("của ", after) else 0
        return self._acronym(text, after, entry)

    def _seat(self, text: Text, end: int) -> tuple[int, str] | None:
        """The end and the name of the country, province or city after `tại`: `Đại sứ Việt Nam | tại Lào`."""
        if not text.folded.startswith(" tại ", end):
            return None
        position = end + len(" tại ")
        place = self._organisations.province_at(text, position) or self._organisations.abroad_at(text, position)
        known = (place.end, place.place or place.name) if place else None
        return known or self._organisations.country_at(text, position)

    def _has_verb(self, text: Text, start: int, end: int) -> bool:
        """Whether a word after one of the blanks in `start:end` is a verb."""
        return any(
            self._organisations.verb_at(text, position + 1)
            for position in range(start, end)
            if text.cased[position] == " "
        )

    def _acronym(self, text: Text, after: int, entry: RoleEntry) -> Organisation | None:
        """A body named by its capitals alone, in a line that is not all in capitals."""
        word = _ACRONYM.match(text.cased, after)
        if word is None or _IN_CAPITALS.search(text.cased, max(0, after - 14), after) or self.starts(text, after):
            return None
        following = _CAPITAL.match(text.cased, word.end()) if entry.firm else None
        if following is not None and self._families.kind([following[1]]) != "common":
            # "VNPT VinaPhone" is one name.
            return None
        return Organisation(after, word.end(), word[0], tags=("named", "acronym"))

    def _abbreviated(self, text: Text, after: int, entry: RoleEntry) -> Organisation | None:
        """`CVP UBND tỉnh`: the word that the head shares is inside its abbreviation."""
        said = self._organisations.at(text, after, titled=True)
        if said is None or said.name.lower().startswith(entry.shares):
            return said
        return replace(said, name=f"{entry.shares.capitalize()} {said.name}")

    def _of_body(self, entry: RoleEntry, end: int, said: Organisation | None) -> Organisation | None:
        """Tỉnh ủy viên, UVBTV Tỉnh ủy: the body of the head, of the committee said."""
        if not entry.body:
            return None
        if said is not None and "committee" in said.tags and entry.level is None:
            return replace(said, name=f"{entry.body} {said.name}")
        # "UVBTV, Trưởng ban Tuyên giáo Tỉnh ủy": part of a committee that the next post names.
        tags = ("inner",) if entry.level is None and entry.body.startswith(("Ban Thường vụ", "Ban Chấp hành")) else ()
        return Organisation(end, end, entry.body, entry.level, open=True, tags=tags)

    def _of_unit(self, text: Text, after: int, entry: RoleEntry) -> Organisation | None:
        unit = self._organisations.unit_at(text, after) or self._organisations.province_at(text, after)
        if unit is None or entry.unit == "hamlet":
            return None
        kind, *_ = unit.name.partition(f" {unit.place}") if unit.place else (unit.name, "", "")
        if "abroad" in unit.tags:
            return unit
        if entry.unit == "state":
            return replace(unit, name=f"UBND {unit.name}")
        committee = _COMMITTEES.get(kind)
        if unit.level == "commune":
            return replace(unit, name=f"Đảng ủy {unit.name}")
        if committee is None:
            return None
        return replace(unit, name=f"{committee} {unit.short}" if unit.place else committee)

    def _larger(self, text: Text, organisation: Organisation) -> Organisation:
        """`Phòng Cấp phép, Sở Xây dựng`: a department with the larger body that follows."""
        if organisation.place is not None or _PARTS.isdisjoint(organisation.tags):
            return organisation
        joint = _JOINED.match(text.folded, organisation.end)
        if joint is None or self.starts(text, joint.end()):
            return organisation
        larger = self._organisations.at(text, joint.end())
        if larger is None and _PART.fullmatch(joint[0]):
            whole = self._organisations.bare_at(text, joint.end(), said=True)
            return replace(organisation, end=whole.end, host=whole.name) if whole else organisation
        if "(" in joint[0] and larger is not None and larger.name.startswith(_SITES):
            # "Công ty An Phú (KCN Yên Phong)": where it is, not whose.
            return organisation
        if larger is None or _WHOLES.isdisjoint(larger.tags):
            return organisation
        end = larger.end
        if "(" in joint[0]:
            if text.folded[end : end + 1] != ")":
                return organisation
            end += 1
        return replace(larger, start=organisation.start, end=end, name=f"{organisation.name} {larger.name}")


def _seated(text: Text, body: Organisation) -> Organisation:
    """`UNESCO` + ` tại Việt Nam`: a body of other countries with the country it works in."""
    seat = None if _OF_THE_WORLD.isdisjoint(body.tags) else IN_VIETNAM.match(text.folded, body.end)
    return body if seat is None else replace(body, end=seat.end(), name=f"{body.name} tại Việt Nam")


def _of_one_country(posts: list[Post]) -> list[Post]:
    """`Tổng Bí thư, Chủ tịch nước Lào`: the country said with one head of a state is that of all."""
    if len(posts) < 2:
        return posts
    abroad = next((post.organisation for post in posts if is_abroad(post) and post.entry.foreign), None)
    if abroad is None:
        return posts
    return [
        replace(
            post, organisation=replace(own, name=f"{own.name} {abroad.place}", place=abroad.place, tags=("abroad",))
        )
        if (own := post.organisation) and post.entry.foreign and own.name == post.entry.organisation
        else post
        for post in posts
    ]


def is_abroad(post: Post) -> bool:
    """Whether a post is held in another country, which the page names with it."""
    return post.organisation is not None and "abroad" in post.organisation.tags


def _after(text: Text, end: int) -> int:
    stop = after_abbreviation(text, end)
    after = after_blanks(text, stop)
    return after if after > stop else end
