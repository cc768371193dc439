"""One mention of a person: honorific, posts, name and apposition around each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec.structs import replace

from extractor.gazetteer import Gazetteer
from extractor.names import WORD, Name, Names, is_foreign
from extractor.organisations import Organisation, Organisations, after_abbreviation, after_blanks
from extractor.patterns import Entry, Patterns
from extractor.recognise.people_conferred import Conferred
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import TERM, Post, Posts, is_abroad
from extractor.text import Text, lower

_GAP = re.compile(r" *,? *(?=\S)")
# After an abbreviation a full stop may stand: "TS. Nguyễn Văn An", "Đ/c. Lam".
_DOT = re.compile(r"\.? *,? *(?=\S)")
_BLANKS = re.compile(r" *(?=\S)")
_APPOSITION = re.compile(r" *, *| *[-:] *(?=\S)| *\( *| +")
_BODY_AFTER = re.compile(r" *\( *| *, *| *- *")
# Whoever has just taken a post: "ông Nguyễn Văn An, tân Chủ tịch UBND tỉnh".
_NEW = re.compile(r"tân +")
_ALIAS = re.compile(
    r" *\((?:tức |tên thật(?: là)? |bí danh |tên khác |thường gọi(?: là)? |tên gọi khác:? )?"
    r"([^\W\d_a-zđ][^\W\d_A-ZĐ]+(?: [^\W\d_a-zđ][^\W\d_A-ZĐ]+){1,3})\)"
)
# What may stand between a name and a post: "ông Nguyễn Văn An, 65 tuổi, ở thôn Đông, xã Hòa Tiến, Bí thư Chi bộ".
_BETWEEN = re.compile(
    r"(?:, (?:\d{2} tuổi|sinh năm \d{4}|dân tộc \w+|(?:(?:nông dân|người dân|thương binh|cựu chiến binh|hội viên"
    r"|ở|trú|ngụ|quê|trú tại|ngụ tại|quê ở|hiện ở) )?"
    r"(?:tổ dân phố|khu phố|thôn|bản|ấp|buôn|làng|khóm|xóm|tổ|xã|phường|thị trấn|huyện|quận)(?!\w)"
    r"[^,.;:()\n]{1,30})){1,4}, "
)
_PERIOD = re.compile(r" *\((?:giai đoạn|nhiệm kỳ|từ năm) [\d -]{4,16}\)")
_AGE = re.compile(r" *\((?:sn|sinh năm|\d{2} tuổi)[^()\n]{0,60}\)|, *(?:sn|sinh năm) *\d{4}(?=,)|, *\d{2} tuổi(?=,)")
# Age and home in brackets, and the marks behind which a post may stand: "(SN 1969, ngụ TP Vinh; nguyên Giám đốc …".
_AGED = re.compile(r" *\( *(?:(?:sn|sinh năm|sinh) *\d{4}|\d{2} tuổi)(?=[^()\n]{0,120})")
_MARK = re.compile(r" *[,;:-] *")
HOME = 120
_BEFORE_NAME = re.compile(r" +- +| *, *| +")
# A place or abbreviation in brackets between a post and the name: `Hiệu trưởng … (quận Đống Đa) Nguyễn Văn An`.
_ASIDE = re.compile(r" ?\([^()\n;:]{1,45}\)(?= )")
_MANY = re.compile(r" +(?:các|những|\d)")
# The honorifics that vouch for any run of capitals.
_VOUCHING = frozenset({"comrade", "civil", "rank", "degree", "religious", "standing"})
# Callings whose body the page tells.
_OF_COURTS = frozenset({"Đại biểu", "Thẩm phán", "Kiểm sát viên"})
ABBREVIATION = 4
BACK = 16
NAME_WINDOW = 48


class HonorificEntry(Entry, frozen=True, kw_only=True):
    """What stands before a name, see `patterns/honorifics.toml`."""

    kind: Literal["comrade", "civil", "degree", "rank", "award", "religious", "plural", "standing"]
    forms: tuple[str, ...]


class Mentions:
    """Reads the mention that starts at a position, and what belongs to it on both sides of the name."""

    def __init__(self, patterns: Patterns, posts: Posts, names: Names, organisations: Organisations) -> None:
        self.honorific_entries = patterns.entries("honorifics", HonorificEntry)
        self.honorifics = Gazetteer((form, entry.kind) for entry in self.honorific_entries for form in entry.forms)
        self._posts = posts
        self._names = names
        self._organisations = organisations
        self._conferred = Conferred(posts, organisations)

    def at(self, text: Text, start: int, *, deputised: bool = False) -> FoundPerson | None:
        """A single mention that starts at `start`; `deputised`: another person acts for the holder of its post."""
        position, honorific = self.honorific_chain(text, start)
        if honorific == "standing":
            # "bị cáo | Nguyễn Văn An"
            start = self.skip_honorific(text, start)
            start += text.cased[start : start + 1] == " "
        leading = self._posts.list_at(text, position)
        if deputised:
            # "Thừa ủy quyền Thủ tướng, | Bộ trưởng Bộ Tài chính Nguyễn Văn An trình bày": two people.
            leading = leading[:1]
        if not leading:
            name = self._names.at(text, position, ends=self.ends(text)) if honorific else None
            if name is None or not plausible(name, honorific) or self._is_place(name, honorific):
                return None
            return self.with_apposition(text, start, name, (), honorific, "honorific-name")
        leading, end = self._of_known_firm(text, leading)
        name, title = self.name_after(text, end, abroad=is_abroad(leading[-1]))
        if deputised and text.folded[end : end + 1] == ",":
            name, title = None, None
        if title == "civil" and text.folded[end] == "," and _asks(leading):
            # "Trao đổi với phóng viên, | ông Nguyễn Văn An"
            return None
        if name is not None and self._is_place(name):
            name = None
        if (name is None or name.kind is None) and title is None and (split := self._after_firm(text, leading)):
            name, leading = split
        vouching = honorific or title or ("degree" if holds_nothing(leading) else "title")
        if name is not None and plausible(name, vouching, leading):
            return self.with_apposition(text, start, name, tuple(leading), honorific, "title-name")
        if name is not None and not name.full and text.folded[end : name.start].isspace():
            # "Bộ trưởng Tiến": a given name, if the page knows it; not the title alone.
            return FoundPerson(start=start, end=name.end, rule="title-given", name=name.name, posts=tuple(leading))
        # A name that the title cannot vouch for stands outside; the title alone is a mention.
        if honorific not in {None, "comrade", "civil"} or not self._definite(text, leading, honorific):
            return None
        return FoundPerson(
            start=start,
            end=end,
            rule="title",
            posts=tuple(leading),
            conferred=tuple(self._conferred.at(text, start, end)),
            honorific=honorific,
        )

    def _of_known_firm(self, text: Text, posts: list[Post]) -> tuple[list[Post], int]:
        """`Chủ tịch Lasuco nói`: with a firm whose name no syllable of Vietnamese can be, and their end."""
        last = posts[-1]
        firmed = self._posts.of_firm(text, last) if last.organisation is None and last.entry.firm else last
        body = firmed.organisation
        if body is None or not body.name.isascii() or len(body.name) < 6 or " " in body.name:
            return posts, last.end
        return [*posts[:-1], firmed], firmed.end

    def _definite(self, text: Text, posts: list[Post], honorific: str | None) -> bool:
        """Whether a title alone can mean one person: with a capital, or after `đồng chí`, or with body and place."""
        first, last = posts[0], posts[-1]
        if holds_nothing(posts) or _MANY.match(text.folded, last.end):
            return False
        if all(post.entry.name == "Đại biểu" for post in posts):
            # There are hundreds.
            return False
        body = first.organisation
        if all(post.organisation is None or "bare" in post.organisation.tags for post in posts):
            # A bare head ("Bí thư") is a person only where a sentence goes on with a verb, or after "ông".
            addressed = honorific == "civil" and text.cased[first.start].isupper()
            return addressed or self._organisations.verb_at(text, last.end + 1)
        return (
            text.cased[first.start].isupper()
            or honorific is not None
            or (body is not None and not body.open and first.entry.organisation == "")
        )

    def honorific_chain(self, text: Text, start: int) -> tuple[int, str | None]:
        """The end of `Thiếu tướng, PGS.TS ` at `start` and the kind of its first word."""
        position, kind = start, None
        for _ in range(4):
            found = self.honorifics.at(text, position)
            if found is None or found[1] == "plural":
                break
            # A post may begin like an honorific (bác, Bác sĩ), an honorific like a post (Bác sĩ CKII).
            head = self._posts.head(text, position)
            if head is not None and found[0] <= head[0]:
                break
            # "Bà Em": a second form of address with a capital is her name.
            if kind == "civil" and found[1] == "civil" and text.cased[position].isupper():
                break
            gap = _BLANKS.match(text.folded, found[0])
            if found[1] not in {"civil", "comrade", "plural", "standing"}:
                gap = _GAP.match(text.folded, found[0])
            if found[0] - position <= ABBREVIATION and found[1] != "civil":
                gap = _DOT.match(text.folded, found[0])
            kind = kind or found[1]
            position = gap.end() if gap else found[0]
        return position, kind

    def skip_honorific(self, text: Text, start: int) -> int:
        found = self.honorifics.at(text, start)
        return found[0] if found else start

    def _is_place(self, name: Name, honorific: str | None = None) -> bool:
        """Whether the capitals are a place: "cử tri Hà Tĩnh"; but "ông Hà Giang" is a person."""
        person = name.kind == "common" and honorific in {"civil", "comrade", "rank"}
        return not person and name.full and self._organisations.is_place(" ".join(name.name.split()))

    def _after_firm(self, text: Text, posts: list[Post]) -> tuple[Name, list[Post]] | None:
        """`Chủ tịch Lasuco Lê Văn Tam`: capitals between a head and a sure family name are the firm."""
        last = posts[-1]
        if last.organisation is not None or not last.entry.firm or text.cased[last.end : last.end + 1] != " ":
            return None
        position = after_blanks(text, last.end)
        for word in WORD.finditer(text.cased, position, position + NAME_WINDOW):
            if not word[0][0].isupper() or text.cased[word.start() - 1] != " ":
                return None
            person = self._names.at(text, word.start()) if word.start() > position else None
            if person is not None and len(person.words) > 2 and person.kind == "common":
                firm = " ".join(text.raw[position : word.start()].split())
                body = Organisation(position, word.start() - 1, firm, tags=("named",))
                return person, [*posts[:-1], replace(last, end=body.end, organisation=body)]
        return None

    def name_after(self, text: Text, end: int, *, abroad: bool = False) -> tuple[Name | None, str | None]:
        """The name after posts that end at `end`: `Bí thư Thành ủy | Dương Tất Thắng`, `…, Đại tá Nguyễn Văn An`.

        abroad: the last post is held in another country
        """
        if term := TERM.match(text.folded, end):
            end = term.end()
        end = after_abbreviation(text, end)
        if (aside := _ASIDE.match(text.folded, end)) and self._goes_on_with_name(text, aside):
            end = aside.end()
        gap = _BEFORE_NAME.match(text.folded, end)
        if gap is None:
            return None, None
        position, honorific = self.honorific_chain(text, gap.end())
        name = self._names.at(text, position, ends=self.ends(text))
        if name is not None and gap[0].strip() and honorific is None:
            # "Bộ trưởng Tài chính Đức, | Wolfgang Schäuble"
            sure = name.kind == "common" or (name.kind is None and abroad)
            if not (sure and name.full):
                return None, None
        return name, honorific

    def _goes_on_with_name(self, text: Text, aside: re.Match[str]) -> bool:
        """Whether a sure name follows the brackets; after those around a country, any name of three syllables."""
        name = self._names.at(text, aside.end() + 1)
        if name is None or len(name.words) < 3:
            return False
        return name.kind == "common" or self._organisations.is_place(
            text.cased[aside.start() : aside.end()].strip(" ()")
        )

    def ends(self, text: Text) -> Callable[[int], object]:
        """Whether a title begins at a position of `text`, which ends a name before it."""
        return functools.partial(self._posts.head, text)

    def with_apposition(
        self, text: Text, start: int, name: Name, leading: tuple[Post, ...], honorific: str | None, rule: str
    ) -> FoundPerson:
        end, trailing = self.apposition(text, name.end) if name.full else (name.end, [])
        if leading and not trailing and leading[-1].organisation is None:
            end, leading = self._bracketed(text, name.end, leading)
        called, alias = name.name, (self._alias(text, name.end) or (0, None))[1]
        if alias is not None and len(alias.split()) > max(2, len(name.words)):
            # "bà Tư Hường (Trần Thị Hường)": the full name is the one in brackets.
            called, alias = alias, called
        posts = (*leading, *trailing)
        return FoundPerson(
            start=start,
            end=end,
            rule=f"{rule}-title" if trailing else rule,
            name=called,
            full=name.full,
            posts=posts,
            leading=len(leading),
            conferred=tuple(self._conferred.at(text, start, end)),
            honorific=honorific,
            alias=alias,
            foreign=_is_foreigner(name, posts),
        )

    def apposition(self, text: Text, end: int) -> tuple[int, list[Post]]:
        """The posts after a name that ends at `end`, and where they end."""
        start, nearby = end, text.cased[end : end + 3]
        aged = self._aged(text, start) if "(" in nearby else None
        if aged is None and ("(" in nearby or "," in nearby) and (age := _AGE.match(text.folded, start)):
            start = age.end()
        if alias := self._alias(text, start):
            start = end = alias[0]
        separator = aged or _APPOSITION.match(text.folded, start)
        if separator is None:
            return end, []
        position, _ = self.honorific_chain(text, separator.end())
        if separator[0].isspace() and not text.cased[position : position + 1].isupper():
            return end, []
        if new := _NEW.match(text.folded, position):
            position = new.end()
        posts = self._posts.list_at(text, position, after_name=True)
        if not posts and (between := _BETWEEN.match(text.folded, start)):
            posts = self._posts.list_at(text, between.end(), after_name=True)
        # The last post belongs to the name that follows it: "A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh | Trần Văn B".
        while posts and self._followed_by_name(text, posts[-1]):
            last = posts.pop()
            # One person holds both: "A, | Tổng Bí thư, Chủ tịch nước B", "A, | Bộ trưởng, Chủ nhiệm Văn phòng … B".
            while posts and _goes_with(posts[-1], last):
                posts.pop()
        if all(map(_only_calling, posts)):
            return end, []
        stop = posts[-1].end
        if term := TERM.match(text.folded, stop) or _PERIOD.match(text.folded, stop):
            stop = term.end()
        if aged and text.folded[stop : stop + 1] not in {")", ",", ";"}:
            # "(SN 1977, nguyên giám đốc MB24 Đắk Lắk …)": the brackets hold more than was read.
            return end, []
        if (aged or "(" in separator[0]) and text.folded[stop : stop + 1] == ")":
            # "Lê Văn An (Chủ tịch HĐQT Công ty A), nguyên Giám đốc Công ty B"
            more = self.apposition(text, stop + 1) if text.folded.startswith("),", stop) else (stop + 1, [])
            return more[0], [*posts, *more[1]]
        return self._after_comma(text, stop, posts)

    def _aged(self, text: Text, start: int) -> re.Match[str] | None:
        """The mark behind which a post stands in brackets with the age and the home of a person, or None."""
        opening = _AGED.match(text.folded, start)
        if opening is None:
            return None
        stop = text.folded.find(")", opening.end(), opening.end() + HOME)
        marks = _MARK.finditer(text.folded, opening.end(), stop if stop >= 0 else opening.end() + HOME)
        return next((mark for mark in marks if self._posts.leads(text, mark.end())), None)

    def _after_comma(self, text: Text, end: int, posts: list[Post]) -> tuple[int, list[Post]]:
        """`Phó Tổng Giám đốc, | Công ty cổ phần Hoàng Long`: the firm of the last post, after a comma."""
        last = posts[-1]
        if last.organisation is not None or not last.entry.firm or not text.cased.startswith(", ", end):
            return end, posts
        body = self._organisations.at(text, end + 2, titled=True) if text.cased[end + 2 : end + 3].isupper() else None
        if body is None or "named" not in body.tags:
            return end, posts
        return body.end, [*posts[:-1], replace(last, end=body.end, organisation=body)]

    def _alias(self, text: Text, end: int) -> tuple[int, str] | None:
        """The end and the words of another name in brackets: `Phan Thanh Bạch (Tư Bạch)`."""
        alias = _ALIAS.match(text.cased, end) if "(" in text.cased[end : end + 3] else None
        if alias is None or self._organisations.at(text, alias.start(1)):
            return None
        # "(Đoàn Thái Nguyên)" tells where a deputy is from.
        if self._organisations.is_place(alias[1].removeprefix("Đoàn ")):
            return None
        return alias.end(), " ".join(text.raw[alias.start(1) : alias.end(1)].split())

    def _bracketed(self, text: Text, end: int, posts: tuple[Post, ...]) -> tuple[int, tuple[Post, ...]]:
        """`Kiểm sát viên Ksor Krung (VKSND huyện Chư Prông)`: the body of the last post, in brackets after the name.

        Other posts may stand in the brackets too. A lawyer's follows a comma as well: `, Đoàn Luật sư TP Hà Nội`.
        """
        opening = _BODY_AFTER.match(text.folded, end)
        body = opening and self._organisations.at(text, opening.end(), titled=True)
        if opening is None or not body or "hamlet" in body.tags or posts[-1].entry.name == "Đại biểu":
            return end, posts
        if "(" not in opening[0]:
            lawyer = posts[-1].entry.name == "Luật sư" and "luật sư" in lower(body.name)
            return (body.end, (*posts[:-1], replace(posts[-1], organisation=body))) if lawyer else (end, posts)
        stop, more = body.end, []
        if text.folded.startswith(", ", stop):
            more = self._posts.list_at(text, stop + len(", "), after_name=True)
            stop = more[-1].end if more else stop
        if text.folded[stop : stop + 1] != ")":
            return end, posts
        return stop + 1, (*posts[:-1], replace(posts[-1], organisation=body), *more)

    def _followed_by_name(self, text: Text, post: Post) -> bool:
        end = after_abbreviation(text, post.end)
        if text.folded[end : end + 1] != " ":
            return False
        name = self._names.at(text, end + 1)
        if name is None or not name.full or self._posts.starts(text, end + 1):
            return False
        if self._is_place(name) and not (post.entry.foreign and name.name == "Hồ Chí Minh"):
            return False
        # Nothing but a name can follow a post whose body is fixed or a country: "Thủ tướng Đức | Angela Merkel".
        embassy = post.organisation is not None and "embassy" in post.organisation.tags
        whole = bool(post.entry.organisation) or is_abroad(post) or embassy
        return name.kind == "common" or (name.kind == "rare" and len(name.words) > 2) or whole


def holds_nothing(posts: Sequence[Post]) -> bool:
    """Whether all posts are callings ("luật sư") without a body."""
    return all(post.entry.weak and post.organisation is None for post in posts)


def _asks(posts: Sequence[Post]) -> bool:
    """Whether posts are of a reporter or of callings alone: who interviews another, and shares no post with them."""
    return posts[-1].role == "Phóng viên" or holds_nothing(posts)


def _only_calling(post: Post) -> bool:
    """Whether a post says what someone does (`chuyên gia`), and no page can tell of what body."""
    entry = post.entry
    known = entry.firm or entry.shares or entry.name in _OF_COURTS
    return entry.weak and post.organisation is None and not known


def _goes_with(post: Post, following: Post) -> bool:
    """Whether `post` is said in short before another of the same person: it names no body, or leads the Party."""
    if post.entry.name == "Tổng Bí thư":
        return following.entry.foreign
    return post.organisation is None and not post.entry.weak


def _is_foreigner(name: Name, posts: Sequence[Post]) -> bool:
    """Whether someone is of another country by a post, or by a name that is none of ours."""
    if any(map(is_abroad, posts)):
        return True
    return name.kind is None and (any(map(is_foreign, name.words)) or any(post.entry.foreign for post in posts))


def plausible(name: Name, before: str | None, posts: list[Post] | tuple[Post, ...] = ()) -> bool:
    """Whether `before` (kind of honorific, or `title`) vouches for a run of capitals as a name."""
    if not name.full:
        return before in _VOUCHING
    if name.kind is not None:
        return True
    # No family name of the lexicon: three syllables after a post whose body is said in full ...
    bodies = [post.organisation for post in posts if post.organisation]
    if len(name.words) == 3 and bodies and (bodies[-1].place is not None or bodies[-1].level == "central"):
        return True
    # ... two or three after one named by its capitals ("Tổng Thư ký NATO Jens Stoltenberg") ...
    if len(name.words) <= 3 and bodies and "acronym" in bodies[-1].tags:
        return True
    # ... or a foreigner after an honorific or a post that is held abroad.
    return before in _VOUCHING or any(post.entry.foreign for post in posts)
