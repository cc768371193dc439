"""Organisations as the page names them: `BTV Thành ủy` -> `Ban Thường vụ Thành ủy`, with what is still open.

Shared by documents (issuers) and officials (organisations of posts). Completion by the page's place is done later,
in `resolve.places`.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from extractor.gazetteer import Gazetteer
from extractor.names import OPENERS, RUN_WORD, FamilyNames
from extractor.patterns import Entry, Patterns, Row
from extractor.text import Text, fold, lower

Level = Literal["central", "province", "city", "district", "commune"]

_BLANKS = re.compile(r" *")
_OF = re.compile(r" +(?:của +)?")
_NUMBER = re.compile(r"(?:\d{1,3}|[IVX]{1,6})(?![\w/])(?![.,-]\d)")
_NUMBER_AFTER = re.compile(r" \d{1,2}(?![\w/])(?![.,-]\d)")
_LINK = re.compile(r" *(?:[-,&] *|(?P<word>và) )| +")
_GAP = re.compile(r"(?: +| *[-&] *)(?=\w)")
# What a steering committee is for, in lower case: "Ban Chỉ đạo Nhà nước *về* …", "Ban Chỉ đạo *chống* buôn lậu, …".
_TASK = re.compile(
    r"(?: của chính phủ)?,? ((?:về|xử lý|phòng|chống|thực hiện|triển khai|sơ kết|tổng kết|xây dựng|cải cách|đổi mới"
    r"|sắp xếp|tái cơ cấu|phát triển|điều hành|giải quyết|liên ngành|kỳ thi|gian lận)(?: \w+)?)(?!\w)"
)
_TASK_GAP = re.compile(r" +(?=\w)|, +(?=[^\W\d_A-ZĐ])")
_OF_TASKS = frozenset("của các một số những và về".split())
MAX_TASK_WORDS = 26
# How a page shortens what it just named: `Bộ Giao thông vận tải (GTVT)`.
_ABBREVIATION = re.compile(r" ?\((?:[A-ZĐƯ][A-ZĐƯ\d.&/ -]{1,14}|[A-Z][A-Za-z]{2,14})\)")
MAX_NAME_WORDS = 14
_SPELLED = {
    "VN": "Việt Nam",
    "TMCP": "thương mại cổ phần",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "T.Ư": "Trung ương",
    "QLDA": "Quản lý dự án",
}
_SHORT = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _SPELLED))})(?![\w.])")
# "HTX thêu lanh Cán Tỷ": what a cooperative or club does, before its name.
_CRAFT = re.compile(r"(?:(?!\d)[^\W_A-ZĐ]\w* ){1,4}(?=[^\W\d_a-zđ])")
_LONG_CRAFT = re.compile(r"(?:(?!\d)[^\W_A-ZĐ]\w* ){1,8}(?=[^\W\d_a-zđ])")
_NATIONAL = ("việt nam", "thế giới", "quốc tế", "trung ương", "quốc gia")
_CRAFTS = frozenset({"HTX", "Câu lạc bộ", "Tổ hợp tác", "Chi hội", "Nhà máy", "Trang trại"})
_FORMS_OF_FIRMS = frozenset({"tnhh", "mtv", "phần", "cp", "viên"})
_BRANCH = re.compile(r" chi nhánh(?!\w)")
_IN_VIETNAM = re.compile(r" tại việt nam(?!\w)")
# How far the body reaches, as the end of its name.
_REACH = re.compile(r" (?:trung ương(?! đảng)|quốc gia|việt nam|của (?:chính phủ|quốc hội))(?!\w)")
# Bodies of a province or district that are spelled with its unit: Sở Y tế *tỉnh* Hà Tĩnh.
_WITH_UNIT = re.compile(
    r"(?:đoàn đại biểu quốc hội|sở|phòng|cục|chi cục|công an|ubnd|hđnd|tòa án nhân dân|viện kiểm sát nhân dân)(?!\w)"
)
# Kinds that say nothing alone.
_NEVER_BARE = frozenset({"Ban", "Bộ", "Ủy ban", "Đoàn", "Thanh tra", "Thường trực", "Trung ương", "Phòng", "Văn phòng"})
# A topic in lower case that no vocabulary knows is a phrase of some length: "Chủ tịch Hội nghệ sĩ sân khấu Việt Nam".
SHORT_PHRASE = 9


class BodyEntry(Entry, frozen=True, kw_only=True):
    """A body: how it is written, its level, and what may follow its name (see `patterns/organisations.toml`)."""

    name: str
    forms: tuple[str, ...]
    level: Level | None = None
    then: tuple[Literal["topic", "task", "body", "unit", "place", "name", "number"], ...] = ()
    of: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    alone: str = ""
    alone_level: Level | None = None
    needs: bool = False
    free: bool = False
    generic: bool = False


class TopicEntry(Entry, frozen=True, kw_only=True):
    """What a body is in charge of, with its spellings; `police` topics say nothing of the body's level."""

    name: str
    forms: tuple[str, ...] = ()
    police: bool = False


class VerbEntry(Entry, frozen=True, kw_only=True):
    """Words that follow a person or a body in a sentence; `id` is `speech` or `act`."""

    forms: tuple[str, ...]


class UnitEntry(Entry, frozen=True, kw_only=True):
    """A kind of administrative unit, as written before a place."""

    name: str
    forms: tuple[str, ...]
    level: Level


class PlaceRow(Row, frozen=True, kw_only=True):
    """A province or district: `province` is empty for a province; valid from `since` to `until` (ISO dates)."""

    name: str
    unit: str
    province: str = ""
    since: str = ""
    until: str = ""
    successor: str = ""
    aliases: str = ""


class CountryRow(Row, frozen=True, kw_only=True):
    """A country whose leaders the news names, with other spellings."""

    name: str
    aliases: str = ""


class CommuneRow(Row, frozen=True, kw_only=True):
    """The communes of a district (before July 2025) or of a province (since); `names` are separated by `; `."""

    district: str = ""
    province: str
    names: str


class Organisation(Struct, frozen=True):
    """A body named at `start:end`.

    name:  abbreviations expanded, canonical spelling, with its place when the page gives it
    level: `central`, `province`, `city` (Thành ủy: province or district level), `district`, `commune`, or None
    place: the place named with it, or None
    open:  its name needs a place that is not said here ("Tỉnh ủy", "UBND tỉnh")
    joint: the place follows the name directly ("Tỉnh ủy" + Hà Tĩnh), without the word tỉnh, huyện …
    tags:  what kinds of body it is, from the vocabulary
    host:  the kind of the larger body that it is said to be a part of ("Trung tâm … thuộc sở": Sở), or ""
    """

    start: int
    end: int
    name: str
    level: Level | None = None
    place: str | None = None
    open: bool = False
    joint: bool = True
    tags: tuple[str, ...] = ()
    host: str = ""


class Gazetteers:
    """Places by level, as forms of the page."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.table("places", PlaceRow)
        self.units = Gazetteer(
            (form, unit) for unit in patterns.entries("units_of_place", UnitEntry) for form in unit.forms
        )
        self.unit_names = {unit.name for unit in patterns.entries("units_of_place", UnitEntry)}
        provinces = [(form, row) for row in rows if not row.province for form in _written(row)]
        districts = [(form, row) for row in rows if row.province for form in _written(row)]
        self.provinces = Gazetteer(provinces)
        self.central_cities = {
            row.name for row in rows if not row.province and row.unit == "thành phố" and not row.since
        }
        self.districts = Gazetteer(districts)
        self._all = Gazetteer([(form, row) for form, row in (*provinces, *districts) if not form[0].isdigit()])
        self.cities = Gazetteer(
            [(form, row) for form, row in districts if row.unit in {"thành phố", "thị xã"}]
            + [(form, row) for form, row in provinces if row.unit == "thành phố"]
        )
        countries = patterns.table("countries", CountryRow)
        self.countries = Gazetteer((form, row.name) for row in countries for form in (row.name, *_listed(row.aliases)))
        # Communes are only asked for whole names: a set is enough and loads fast.
        self.communes = {
            lower(fold(name)) for row in patterns.table("communes", CommuneRow) for name in _listed(row.names)
        }

    def any_at(self, text: Text, position: int) -> int:
        """The end of a province or district at `position`; `position` when there is none."""
        known = self._all.at(text, position)
        return known[0] if known else position


# Where editors leave out the breves of local names.
_HIGHLANDS = frozenset({"Gia Lai", "Kon Tum", "Đắk Lắk", "Đắk Nông"})


def _written(row: PlaceRow) -> list[str]:
    """The spellings of a place: its name, its aliases, and Đắk, Đăk or Đắc."""
    sounds = [sound for sound in ("Đắk", "Đăk", "Đắc") if sound in row.name]
    also = [row.name.replace(sounds[0], sound) for sound in ("Đắk", "Đăk", "Đắc", "Đak")] if sounds else []
    if row.province in _HIGHLANDS and "ă" in row.name:
        # "Chư Pah"
        also.append(row.name.replace("ă", "a"))
    return list(dict.fromkeys([row.name, *_listed(row.aliases), *also]))


def _listed(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


class Organisations:
    """Reads organisation phrases."""

    def __init__(self, patterns: Patterns) -> None:
        bodies = patterns.entries("organisations", BodyEntry)
        topics = patterns.entries("topics", TopicEntry)
        self._bodies = Gazetteer((form, body) for body in bodies for form in body.forms)
        self._topics = Gazetteer((form, topic) for topic in topics for form in _spellings(topic))
        self._topic_words = {
            word for topic in topics for form in (topic.name, *topic.forms) for word in lower(fold(form)).split()
        } - {"và", "-", "&"}
        # Where a phrase ends: verbs and words of the sentence, unless they are part of a topic ("Kiểm tra").
        verbs = patterns.entries("verbs", VerbEntry)
        self._verbs = Gazetteer((form, None) for verb in verbs for form in verb.forms)
        self._places = Gazetteers(patterns)
        self._families = FamilyNames(patterns)

    def at(self, text: Text, position: int, *, titled: bool = False) -> Organisation | None:
        """The longest organisation that starts exactly at `position`, or None.

        titled: a title vouches for it, so that its topic may stand in lower case ("trưởng phòng giáo dục huyện")
        """
        return self._read(text, position, depth=0, titled=titled)

    def bare_at(self, text: Text, position: int, *, said: bool = False) -> Organisation | None:
        """A body named by its kind alone at `position` ("Giám đốc Sở"): open, for the page to complete; or None.

        said: it can only be a body, so that one word in lower case is enough ("giám đốc | sở", "phòng … của | sở")
        """
        found = self._bodies.at(text, position)
        if found is None or not found[1].needs:
            return None
        if not (said or text.cased[position].isupper() or " " in found[1].name):
            return None
        if self._is_person(text, position) or found[1].name in _NEVER_BARE:
            return None
        return Organisation(position, found[0], found[1].name, open=True, tags=("bare", *found[1].tags))

    def unit_at(self, text: Text, position: int) -> Organisation | None:
        """The administrative unit that starts at `position` ("huyện Tây Giang", "tỉnh"), or None."""
        return self._unit(text, position)

    def province_at(self, text: Text, position: int) -> Organisation | None:
        """The province that starts at `position` without its unit ("Đà Nẵng"), read with it, or None.

        Hồ Chí Minh without its unit is the person.
        """
        known = self._places.provinces.at(text, position) if text.cased[position : position + 1].isupper() else None
        if known is not None and text.folded.startswith("hồ chí minh", position):
            return None
        return known and Organisation(position, known[0], f"{known[1].unit} {known[1].name}", "province", known[1].name)

    def country_at(self, text: Text, position: int) -> tuple[int, str] | None:
        """The end and name of the country at `position`, or None."""
        return self._places.countries.at(text, position)

    def is_place(self, name: str) -> bool:
        """Whether a run of capitals is the name of a country, province or district, and no person's."""
        text = Text(name)
        return self._places.any_at(text, 0) == len(name) or (self.country_at(text, 0) or (0,))[0] == len(name)

    def district_at(self, text: Text, position: int) -> PlaceRow | None:
        """The district that starts at `position` without its unit, or None."""
        known = self._places.districts.at(text, position)
        return known[1] if known else None

    def verb_at(self, text: Text, position: int) -> bool:
        """Whether a verb or word of the sentence, and no name, starts at `position`."""
        return self._verbs.at(text, position) is not None and not text.cased[position].isupper()

    def topic_at(self, text: Text, position: int, head: str) -> Organisation | None:
        """A known topic at `position` with the body `head` put before it ("Y tế" -> "Bộ Y tế"), or None."""
        known = self._topics.at(text, position) if text.cased[position : position + 1].isupper() else None
        return known and Organisation(position, known[0], f"{head} {known[1].name}", "central")

    def _read(self, text: Text, position: int, depth: int, titled: bool = False) -> Organisation | None:
        if depth > 3:
            return None
        found = self._bodies.all_at(text, position)
        read = [self._body(text, position, end, body, depth, titled) for end, body in found]
        return max(filter(None, read), key=lambda organisation: organisation.end, default=None)

    def _body(
        self, text: Text, position: int, end: int, body: BodyEntry, depth: int, titled: bool
    ) -> Organisation | None:
        """`body` named at `position:end`, with what follows its name."""
        if " " not in body.name and self._is_person(text, position):
            return None
        if "hamlet" in body.tags and self._places.any_at(text, position) > end:
            return None
        if text.folded.startswith(" trưởng ", end):
            # "Cục trưởng Cục Thuế": a post.
            return None
        organisation = Organisation(position, end, body.name, body.level, open=False, tags=body.tags)
        branch = _BRANCH.match(text.folded, end) if "branches" in body.tags else None
        if branch is not None:
            branch_name = f"{body.name} {' '.join(text.cased[end : branch.end()].split())}"
            organisation = replace(organisation, end=branch.end(), name=branch_name, level=None)
        followed = False
        for kind in body.then:
            start, longer = organisation, self._follow(text, organisation, body, kind, depth, titled)
            if longer is None and followed and kind in {"unit", "place"}:
                longer = self._past_abbreviation(text, organisation, body, kind, depth)
            if longer is not None:
                organisation, followed = longer, True
                if kind == "body":
                    name = self._follow(text, start, body, "name", depth, titled) if "name" in body.then[1:] else None
                    return name if name is not None and name.end > longer.end else longer
                if kind not in {"topic", "task", "name", "number"}:
                    break
            elif kind == "topic" and body.needs and not followed and "task" not in body.then:
                return None
        if not followed:
            if body.needs:
                return None
            level = body.alone_level or body.level
            organisation = replace(organisation, name=body.alone or organisation.name, level=level)
        elif organisation.place is None and organisation.level in {None, "central"}:
            organisation = _whole(text, organisation)
        # "Hội Nghề cá Việt Nam" is of no province.
        national = body.free and organisation.name.lower().endswith(_NATIONAL)
        unsaid = organisation.place is None and organisation.level != "central" and not national
        takes = _takes_place(body) or organisation.level is not None or ("cell" in body.tags and not followed)
        return replace(organisation, open=unsaid and takes)

    def _opens(self, text: Text, word: re.Match[str]) -> bool:
        """Whether the next sentence begins with `word`, the stop before it being lost."""
        if word[0] not in OPENERS:
            return False
        follow = text.cased[word.end() + 1 : word.end() + 2]
        # "Núi Bà Đen" is a name whole.
        return follow.islower() or (
            follow.isupper()
            and len(_capitals(text, word.end() + 1, 5)) > 2
            and (self._families.kind([name for name, _ in _capitals(text, word.end() + 1, 5)]) == "common")
        )

    def _is_person(self, text: Text, position: int) -> bool:
        """Whether a body of one word that is a family name too begins a person's name (`Đoàn Hải Triều`)."""
        if not text.cased[position].isupper() or not self._families.kind([text.cased[position:].split(" ", 1)[0]]):
            return False
        names = [word for word, _ in _capitals(text, position, 5)]
        if any(len(name) > 1 and name.isupper() for name in names) and not all(map(str.isupper, names)):
            # "Trường ĐH Bách khoa": no person's name mixes abbreviations with words.
            return False
        return len(names) in {3, 4} and self._families.person(names)

    def _follow(
        self, text: Text, before: Organisation, body: BodyEntry, kind: str, depth: int, titled: bool
    ) -> Organisation | None:
        """`before` lengthened by what `kind` reads after it, or None."""
        if kind == "task":
            return self._with_task(text, before)
        start = _skip(_BLANKS, text, before.end)
        if start == before.end or start >= len(text):
            return None
        match kind:
            case "topic":
                return self._with_topic(text, before, start, body, depth, titled)
            case "body":
                return self._with_body(text, before, body, depth)
            case "unit":
                return self._with_unit(text, before, start)
            case "place":
                return self._with_place(text, before, start)
            case "name":
                return self._with_name(text, before, start, body.generic, depth, titled)
            case _:
                return self._with_number(text, before, start)

    def _past_abbreviation(
        self, text: Text, before: Organisation, body: BodyEntry, kind: str, depth: int
    ) -> Organisation | None:
        """`Sở Giao thông vận tải (GTVT)` + `TP Hồ Chí Minh`."""
        end = after_abbreviation(text, before.end)
        return self._follow(text, replace(before, end=end), body, kind, depth, False) if end > before.end else None

    def _with_topic(
        self, text: Text, before: Organisation, start: int, body: BodyEntry, depth: int, titled: bool
    ) -> Organisation | None:
        """`Sở` + `Y tế`: topics of the vocabulary; where the body is free in its topics, a phrase as well."""
        capital = text.cased[start].isupper()
        known = self._topics.at(text, start) if capital or titled else None
        end, name = self._more_topics(text, known[0], known[1].name) if known else (start, "")
        if before.name == "Phòng" and name == "Văn hóa và Thể thao" and "T" in text.cased[start + 1 : end]:
            # The T of a district's VH-TT is information.
            name = "Văn hóa và Thông tin"
        if body.free and (capital or known or titled or " " in body.name):
            stop = self._phrase(text, start, end, depth, after_person=False)
            if not (capital or known) and stop - start < SHORT_PHRASE:
                stop = start
            if known and self._places.any_at(text, _skip(_BLANKS, text, end)) == stop:
                # "Phòng GD-ĐT Trà Cú": the place is read with its unit.
                stop = end
            if stop > end:
                end, name = stop, in_words(" ".join(text.cased[start:stop].split()))
        level = None if known and known[1].police and before.level == "district" else before.level
        if place := self._tail_place(text, start, end):
            # "Chi cục Hải quan cửa khẩu Móng Cái": the name ends with its place.
            return replace(before, end=end, name=f"{before.name} {name}", level=level, place=place, joint=False)
        return replace(before, end=end, name=f"{before.name} {name}", level=level, joint=False) if name else None

    def _with_task(self, text: Text, before: Organisation) -> Organisation | None:
        """`Ban Chỉ đạo` + `của Chính phủ xử lý các dự án yếu kém, …`: a task in the words of the sentence.

        It runs over commas before more of its nouns, to the verb of the sentence, a unit, a person or another mark.
        """
        task = _TASK.match(text.folded, before.end)
        if task is None:
            return None
        words: list[re.Match[str]] = []
        position = task.start(1)
        while len(words) < MAX_TASK_WORDS and (word := RUN_WORD.match(text.cased, position)):
            if position >= task.end() and word[0][0].islower() and self._ends_task(text, words, word):
                break
            if words and self._places.units.at(text, position):
                break
            words.append(word)
            gap = _TASK_GAP.match(text.cased, word.end())
            if gap is None:
                break
            position = gap.end()
        words = words[: self._before_person(text, words, after_person=False)]
        if not words or words[-1].end() <= task.end():
            return None
        end = words[-1].end()
        name = in_words(" ".join(text.cased[before.end : end].split()))
        link = "" if name.startswith(",") else " "
        return replace(before, end=end, name=f"{before.name}{link}{name}", joint=False)

    def _ends_task(self, text: Text, words: list[re.Match[str]], word: re.Match[str]) -> bool:
        """Whether `word` is of the sentence; `của`, `các`, `và` and verbal nouns are of the task after `words`."""
        if word[0] in _OF_TASKS or (words and (words[-1][0], word[0]) in _NOUNS):
            return False
        if text.folded.startswith("dự án", word.start()) or _COMPOUND.match(text.folded, word.start()):
            return False
        return self._verbs.at(text, word.start()) is not None

    def _tail_place(self, text: Text, start: int, end: int) -> str | None:
        """The district or province that ends a phrase, or None."""
        for word in RUN_WORD.finditer(text.cased, start, end):
            if word.start() > start and word[0][0].isupper() and self._places.any_at(text, word.start()) == end:
                return text.cased[word.start() : end]
        return None

    def _more_topics(self, text: Text, end: int, name: str) -> tuple[int, str]:
        """`Quản lý đô thị` + ` và ` + `Môi trường`: topics in a row are one."""
        for _ in range(3):
            link = _LINK.match(text.folded, end)
            known = link and self._topics.at(text, link.end())
            if not link or not known or not (text.cased[link.end()].isupper() or link["word"]):
                break
            if known[1].name == "Công an" and not link["word"]:
                # "Phòng Cảnh sát kinh tế, | Công an tỉnh": the body it is of.
                break
            end, name = known[0], name + text.cased[link.start() : link.end()] + known[1].name
        return end, name

    def _phrase(self, text: Text, start: int, known: int, depth: int, *, after_person: bool) -> int:
        """The end of a phrase that names a topic or a body, or `start` when there is none.

        It runs to a mark, a verb, a unit, a larger body or a person's name, and ends with a capitalised word or one of
        the vocabulary. Up to `known` stands a topic of the vocabulary. `after_person` says that the phrase may be a
        person's name itself (a school, a fund).
        """
        words: list[re.Match[str]] = []
        position = start
        while len(words) < MAX_NAME_WORDS:
            match = RUN_WORD.match(text.cased, position)
            if match is None:
                break
            if (
                position >= known
                and match[0][0].islower()
                and self._breaks(text, words, position, after_person, known > start)
            ):
                break
            if words and (self._opens(text, match) or self._ends_phrase(text, position, depth, named=after_person)):
                break
            words.append(match)
            gap = _GAP.match(text.cased, match.end())
            if gap is None:
                break
            position = gap.end()
        ended = self._before_person(text, words, after_person)
        # A topic that runs to a mark is whole: "Khoa Hồi sức tích cực, Bệnh viện …".
        whole = not after_person and ended == len(words) and bool(words) and _marked(text, words[-1].end())
        words = words[:ended]
        # "Công ty An Phú và | 11 đồng phạm", "Công ty An Phú | số tiền": what is counted is no part of the name.
        for index in range(1, len(words)):
            link, word = words[index - 1][0], words[index][0]
            if (word[0].isdigit() and link == "và") or (after_person and word == "số" and link[0].isupper()):
                words = words[: index - (link == "và")]
                break
        # After a known topic two capitals in a row are a person or place, whatever their family name.
        for index in range(1, len(words) - 1):
            pair = words[index : index + 2]
            if self._places.any_at(text, words[index].start()) > words[index].start():
                break
            placed = self._places.units.at(text, _skip(_BLANKS, text, words[-1].end()))
            if placed is not None:
                # "Ban Quản lý Khu kinh tế Vân Phong | tỉnh Khánh Hòa"
                break
            if not after_person and words[index - 1].end() == known and all(_is_name_word(word[0]) for word in pair):
                words = words[:index]
                break
        while words and not whole and not self._solid(words[-1][0]):
            words.pop()
        return words[-1].end() if words else start

    def _breaks(self, text: Text, words: list[re.Match[str]], position: int, named: bool, known: bool) -> bool:
        """Whether the word in lower case at `position` is none of the phrase of `words`."""
        word = RUN_WORD.match(text.folded, position)
        # The second syllable of the first word: Ban Thực *hiện* chính sách.
        if not named and not known and len(words) == 1 and words[0][0][0].isupper():
            return False
        after = RUN_WORD.match(text.cased, word.end() + 1) if word else None
        # "Lao động và Xã hội", "kỹ thuật hàng không": words of the sentence that a topic holds.
        if not named and word and (self._in_topic(text, words, position) or self._joins(text, word, after)):
            return False
        if self._verbs.at(text, position) and not _COMPOUND.match(text.folded, position):
            previous = words[-1][0] if words else ""
            return (previous, word[0] if word else "") not in _NOUNS
        if named and words and words[-1][0][0].isupper() and after and after[0][0].isupper():
            # One syllable between capitals: Thủy *điện* Nậm Păm.
            return False
        if named and self._business(text, words, position):
            return False
        # The name of a company or school: only generic words, and topics that began with a capital.
        return named and not (
            (word is not None and (word[0] in _GENERIC or word[0] == "và")) or self._in_topic(text, words, position)
        )

    def _business(self, text: Text, words: list[re.Match[str]], position: int) -> bool:
        """Whether the business of a company stands at `position`: `TNHH | ô tô Hoàng Gia`, `cổ phần | sữa Ba Vì`."""
        last = lower(words[-1][0]) if words else ""
        if last in _FORMS_OF_FIRMS:
            craft = _CRAFT.match(text.cased, position)
        elif words and (start := next((i for i, word in enumerate(words) if word[0].islower()), 0)):
            formed = lower(words[start - 1][0]) in _FORMS_OF_FIRMS
            craft = _CRAFT.match(text.cased, words[start].start()) if formed else None
        else:
            craft = None
        if craft is None:
            return False
        return not self._has_verb(text, craft)

    def _has_verb(self, text: Text, phrase: re.Match[str]) -> bool:
        words = RUN_WORD.finditer(text.cased, phrase.start(), phrase.end())
        return any(self._verbs.at(text, word.start()) for word in words)

    def _joins(self, text: Text, word: re.Match[str], after: re.Match[str] | None) -> bool:
        """Whether `word` is the `và` between a phrase and one more topic."""
        return (
            word[0] == "và"
            and after is not None
            and after[0][0].isupper()
            and bool(self._topics.at(text, after.start()))
        )

    def _in_topic(self, text: Text, words: list[re.Match[str]], position: int) -> bool:
        for word in reversed(words[-6:]):
            known = self._topics.at(text, word.start())
            if known is not None and known[0] > position:
                return True
        return False

    def _solid(self, word: str) -> bool:
        return word[0].isupper() or word[0].isdigit() or word in self._topic_words or word in _GENERIC

    def _ends_phrase(self, text: Text, position: int, depth: int, *, named: bool) -> bool:
        """Whether a unit, or a larger body, starts at `position`; the name of a firm may hold that of another."""
        if self._places.units.at(text, position) and not text.folded.startswith("xã hội", position):
            return True
        if named and text.folded.startswith("và ", position):
            # "Công ty An Phú và | Chi cục Thuế": another body.
            other = self._bodies.at(text, position + len("và "))
            if other is not None and text.cased[position + len("và ")].isupper():
                return True
        # A body within a body within a body is looked at no more: bodies may stand in a row without end.
        body = self._read(text, position, depth=max(depth, 2) + 1) if text.cased[position].isupper() else None
        larger = {"police", "state", "committee", "army", "ministry"} | (set() if named else {"department", "named"})
        return body is not None and bool(larger & set(body.tags))

    def _before_person(self, text: Text, words: list[re.Match[str]], after_person: bool) -> int:
        """How many of `words` stand before a person's name; all when there is none."""
        first = 0
        while first < len(words):
            last = first
            # Abbreviations (THPT, TNHH) begin no name.
            while last < len(words) and _is_name_word(words[last][0]):
                last += 1
            run = words[first:last]
            if run:
                if after_person and len(run) > 2 and self._places.any_at(text, run[1].start()) == run[-1].end():
                    # "ĐHQG Hà Nội"
                    first = last + 1
                    continue
                place = self._places.any_at(text, run[0].start())
                skipped = sum(word.end() <= place for word in run)
                names = [word[0] for word in run]
                before = words[:first]
                named = all(lower(word[0]) in _GENERIC for word in before) if after_person else not before
                # Two syllables after the words of a company are its name: Công ty CP Cao su Hoàng Anh.
                short = after_person and not skipped and len(names) < 3
                rest = names[skipped:]
                if after_person and names[-2:] == ["Việt", "Nam"]:
                    # "Ánh Dương Việt Nam" is a firm.
                    first = last + 1
                    continue
                # A place ends the name: after it any family name begins a person.
                person = self._families.person(rest) or (
                    skipped > 0 and len(rest) in {3, 4} and self._families.kind(rest) is not None
                )
                if person and (skipped or not (named or short)):
                    return first + skipped
                head = self._families.split(names)
                if head < len(names):
                    return first + head
            first = last + 1
        return len(words)

    def _with_body(self, text: Text, before: Organisation, body: BodyEntry, depth: int) -> Organisation | None:
        """`Ban Thường vụ` + `Tỉnh ủy`; `của` may stand between."""
        start = _skip(_OF, text, before.end)
        inner = self._read(text, start, depth + 1)
        if inner is None or not set(inner.tags) & set(body.of):
            return None
        link = "của " if "của" in text.folded[before.end : start] and not body.tags else ""
        # A body that stands inside another keeps its own name ("Trung ương", not "Ban Chấp hành Trung ương").
        name = next((base.name for _, base in self._bodies.all_at(text, start) if base.alone == inner.name), inner.name)
        return replace(inner, start=before.start, name=f"{before.name} {link}{name}", tags=body.tags)

    def _with_unit(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`UBND` + `tỉnh Hà Tĩnh`, `Đảng bộ` + `thành phố`."""
        unit = self._unit(text, start)
        if unit is None:
            return None
        named = unit.name
        # "Tỉnh ủy tỉnh X" says tỉnh twice.
        if before.level and before.joint and unit.place and "committee" in before.tags and unit.place != "Hồ Chí Minh":
            named = unit.place
        return replace(
            before, end=unit.end, name=f"{before.name} {named}", level=unit.level, place=unit.place, joint=True
        )

    def _unit(self, text: Text, start: int) -> Organisation | None:
        """A unit word, with the place that follows it when there is one."""
        whole = self._places.provinces.at(text, start)
        if whole is not None and text.folded.startswith(("tp", "tỉnh"), start):
            end, row = whole
            return Organisation(start, end, f"{row.unit} {row.name}", "province", row.name)
        found = self._places.units.at(text, start)
        if found is None:
            return None
        end, unit = found
        after = _skip(_BLANKS, text, end)
        place = self._place(text, after, unit) if after > end or text.folded[end - 1] == "." else None
        if place is None:
            return Organisation(start, end, unit.name, unit.level, open=True)
        stop, name = place
        level: Level = "province" if unit.level == "city" and name in self._places.central_cities else unit.level
        return Organisation(start, stop, f"{unit.name} {name}", level, name)

    def _place(self, text: Text, start: int, unit: UnitEntry) -> tuple[int, str] | None:
        """The end and name of the place at `start` after the word `unit`: gazetteer first, then shape."""
        cased = text.cased
        if start >= len(cased) or not (cased[start].isupper() or cased[start].isdigit()):
            return None
        gazetteer = {
            "province": self._places.provinces,
            "city": self._places.cities,
            "district": self._places.districts,
        }.get(unit.level)
        known = gazetteer.at(text, start) if gazetteer else None
        if known is not None:
            return known[0], known[1].name
        number = _NUMBER.match(cased, start)
        if number and unit.name in {"quận", "phường", "khu vực"}:
            return number.end(), number[0]
        # Districts and above are all in the gazetteer; only communes are read by their shape.
        words = _capitals(text, start, 8) if unit.level == "commune" else []
        if words and all(word.isupper() and len(word) > 1 for word, _ in words):
            return None
        names = [word for word, _ in words]
        if not words:
            return None
        numbered = _NUMBER_AFTER.match(cased, words[-1][1])
        if numbered and self._is_numbered(text, " ".join(names) + numbered[0], numbered.end()):
            return numbered.end(), " ".join(names) + numbered[0]
        for size in range(min(5, len(names)), 0, -1):
            # One word left over is no person: then the run is a name as a whole ("xã | Trần Phú Cường").
            # ... nor the beginning of the next sentence.
            left = len(names) - size != 1 or self._families.kind(names) is None
            if left and lower(" ".join(names[:size])) in self._places.communes:
                return words[size - 1][1], _in_title_case(" ".join(names[:size]))
        if self._families.person(names):
            return None
        size = min(self._families.split(names), 4)
        return words[size - 1][1], " ".join(names[:size])

    def _is_numbered(self, text: Text, name: str, end: int) -> bool:
        """Whether the number belongs to the commune `name`: `Xuân Quang 2`, said twice or before a mark."""
        return lower(name) in self._places.communes or text.cased.count(name) > 1 or _marked(text, end)

    def _with_place(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Tỉnh ủy` + `Hà Tĩnh`: only places of the gazetteer, for a person's name may follow as well."""
        if not text.cased[start].isupper():
            return None
        places = self._places
        tried = {
            "province": (places.provinces,),
            "city": (places.cities,),
            "district": (places.districts,),
        }.get(before.level or "", (places.provinces, places.districts))
        for gazetteer in tried:
            known = gazetteer.at(text, start)
            if known is not None:
                end, row = known
                level = before.level
                if level in {None, "city"}:
                    level = "district" if row.province and level is None else (level if row.province else "province")
                city = row.name == "Hồ Chí Minh" and before.level in {"city", "province"}
                unit = f"{row.unit} " if city or _WITH_UNIT.match(lower(before.name)) else ""
                return replace(before, end=end, name=f"{before.name} {unit}{row.name}", level=level, place=row.name)
        return self._with_unknown_place(text, before, start) if before.level == "district" else None

    def _with_unknown_place(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Huyện ủy` + a district that no gazetteer knows, when a person's name follows it."""
        words = _capitals(text, start, 8)
        names = [word for word, _ in words]
        size = self._families.split(names) if names and not self._families.person(names) else len(names)
        if size >= len(names) or "committee" not in before.tags:
            return None
        place = " ".join(names[:size])
        return replace(before, end=words[size - 1][1], name=f"{before.name} {place}", place=place)

    def _with_name(
        self, text: Text, before: Organisation, start: int, generic: bool, depth: int, titled: bool
    ) -> Organisation | None:
        """`Công ty` + `cổ phần Đầu tư An Phú`, `Trường` + `THPT Phan Châu Trinh`."""
        first = RUN_WORD.match(text.folded, start)
        if generic and (first is None or first[0] not in _GENERIC):
            return None
        # "Công ty bất động sản Bến Thành": a company's name may begin with its business, in lower case.
        topic = self._topics.at(text, start) if "enterprise" in before.tags else None
        known = topic[0] if topic else start
        if topic is None and not text.cased[start].isupper() and (first is None or first[0] not in _GENERIC):
            crafty = titled and "enterprise" in before.tags
            craft = (_LONG_CRAFT if crafty else _CRAFT).match(text.cased, start)
            if craft is None or not (crafty or before.name in _CRAFTS) or self._has_verb(text, craft):
                return None
            known = craft.end()
        end = self._phrase(text, start, known, depth, after_person=True)
        if abroad := _IN_VIETNAM.match(text.folded, end):
            end = abroad.end()
        name = in_words(" ".join(text.cased[start:end].split()))
        return replace(before, end=end, name=f"{before.name} {name}") if name else None

    def _with_number(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Quân khu` + `4`, `Quân đoàn` + `I`."""
        match = _NUMBER.match(text.cased, start)
        return match and replace(before, end=match.end(), name=f"{before.name} {match[0]}")


# Verbs of a sentence that begin a noun of a name: Kiểm soát hoạt động *bảo vệ* môi trường, Quản lý *nhà ở*.
_COMPOUND = re.compile(
    r"(?:bảo (?:vệ|hiểm|tồn|đảm|hộ|trì|dưỡng|trợ|mật|hành|an)|giao (?:thông|dịch|nhận|lưu|thương)"
    r"|tiếp (?:thị|nhận|cận|công dân|dân|tân|viên|vận)|sáng (?:tạo|kiến|chế)|hiện (?:đại|trường|vật)"
    r"|người (?:cao tuổi|lao động|khuyết tật|có công|mù|tiêu dùng|nghèo)|nhận (?:dạng|thức)|cho (?:vay|thuê)"
    r"|sau (?:đại học|thu hoạch|thông quan)|trước bạ|theo dõi|trả (?:lương|góp)|có công|đọc sách)(?!\w)"
)
_NOUNS = frozenset({("nhà", "ở"), ("đất", "ở"), ("và", "tổ"), ("các", "tổ"), ("công", "tác"), ("tồn", "tại")})
_GENERIC = frozenset(
    "cổ phần tnhh mtv một thành viên thương mại dịch vụ tư nhân đa khoa chuyên trung ương tỉnh huyện phố tiểu học"
    " cơ sở phổ thông thpt thcs dân tộc nội trú bán mầm non mẫu giáo cao đẳng đại nghề tm dv sx xnk xd đt cp bđs"
    " kcn tập đoàn liên doanh hữu hạn số quốc gia việt nam truyền hình phát thanh khu vực chi nhánh sản xuất nhập"
    " khẩu trách nhiệm đh cđ công nghiệp ptdtbt ptdtnt dtnt dtbt ptcs ptth".split()
)


def _whole(text: Text, body: Organisation) -> Organisation:
    """`Bệnh viện Nhi` + `Trung ương`, `Ủy ban An toàn giao thông` + `Quốc gia`."""
    reach = _REACH.match(text.folded, body.end)
    if reach is None or not (text.cased[reach.end() - 1].islower() and body.tags != ("ministry",)):
        return body
    return replace(body, end=reach.end(), name=body.name + text.cased[body.end : reach.end()])


def _marked(text: Text, end: int) -> bool:
    """Whether a mark or the end of the line stands at `end`."""
    return end >= len(text) or text.cased[end] in ",;:)\n" or text.folded[end : end + 3].startswith((" - ", " ("))


def after_abbreviation(text: Text, end: int) -> int:
    """The end of ` (GTVT)` at `end`, else `end`."""
    match = _ABBREVIATION.match(text.cased, end) if text.cased[end : end + 2] in {" (", "("} else None
    return match.end() if match else end


def in_words(name: str) -> str:
    """A name with its standard abbreviations spelled out: `Phòng Thương mại và Công nghiệp VN`."""
    return _SHORT.sub(lambda short: _SPELLED[short[0]], name)


def _in_title_case(name: str) -> str:
    """`HÒA TIẾN` as `Hòa Tiến`; any other name as it is."""
    return " ".join(word[0] + lower(word[1:]) for word in name.split()) if name.isupper() else name


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and not (word.isupper() and lower(word) in _GENERIC)


def _takes_place(body: BodyEntry) -> bool:
    return bool({"unit", "place", "body"} & set(body.then)) and not {"enterprise", "hamlet"} & set(body.tags)


def _skip(pattern: re.Pattern[str], text: Text, position: int) -> int:
    match = pattern.match(text.folded, position)
    return match.end() if match else position


def _capitals(text: Text, start: int, limit: int) -> list[tuple[str, int]]:
    """The run of capitalised words at `start` with their ends; words stand one blank apart."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < limit:
        match = RUN_WORD.match(text.cased, position)
        if match is None or not match[0][0].isupper():
            break
        words.append((match[0], match.end()))
        position = _skip(_BLANKS, text, match.end())
        if position == match.end():
            break
    return words


def _spellings(topic: TopicEntry) -> set[str]:
    """The forms of a topic, in any case when spelled out, with every way to write its `và`."""
    name = lower(topic.name)
    return {name, name.replace(" và ", " & "), name.replace(" và ", " - "), name.replace(" - ", "-"), *topic.forms}
