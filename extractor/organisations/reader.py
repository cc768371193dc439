"""Reads a body at a position: its name by the vocabulary, then what may follow it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from msgspec.structs import replace

from extractor.names import RUN_WORD
from extractor.organisations.lexicon import Lexicon
from extractor.organisations.phrases import Phrases
from extractor.organisations.records import BodyEntry, Organisation, PlaceRow
from extractor.organisations.units import Units
from extractor.organisations.wording import (
    GENERIC,
    IN_VIETNAM,
    NUMBER,
    after_abbreviation,
    after_blanks,
    capitals,
    in_words,
    skip,
)
from extractor.patterns import Patterns
from extractor.text import Text

_OF = re.compile(r" +(?:của +)?")
_LINK = re.compile(r" *(?:[-,&] *|(?P<word>và) )| +")
_NATIONAL = ("việt nam", "thế giới", "quốc tế", "trung ương", "quốc gia")
_BRANCH = re.compile(r" chi nhánh(?!\w)")
# Who is counted behind a body, which has no number for a name then: Ban Chỉ đạo | 15 người.
_MEMBERS = re.compile(r" (?:người|đồng chí|thành viên)(?!\w)")
# How far the body reaches, as the end of its name.
_REACH = re.compile(r" (?:trung ương(?! đảng)|quốc gia|việt nam|châu (?:âu|á|phi|mỹ)|của (?:chính phủ|quốc hội))(?!\w)")
# What may follow a name with the place of its body; bodies whose place is no part of their name.
_PLACED = frozenset({"unit", "place", "body"})
_NEVER_OPEN = frozenset({"enterprise", "hamlet"})
# Kinds that say nothing alone.
_NEVER_BARE = frozenset({"Ban", "Bộ", "Ủy ban", "Đoàn", "Thanh tra", "Thường trực", "Trung ương", "Phòng", "Văn phòng"})
# A topic in lower case that no vocabulary knows is a phrase of some length: "Chủ tịch Hội nghệ sĩ sân khấu Việt Nam".
SHORT_PHRASE = 9
_REMEMBERED = 4_096
# Bodies whose craft may stand before their name: `HTX thêu lanh Cán Tỷ`.
_CRAFTS = frozenset({"HTX", "Câu lạc bộ", "Tổ hợp tác", "Chi hội", "Nhà máy", "Trang trại"})


class Organisations:
    """Reads organisation phrases."""

    def __init__(self, patterns: Patterns) -> None:
        lexicon = Lexicon(patterns)
        self._bodies = lexicon.bodies
        self._topics = lexicon.topics
        self._verbs = lexicon.verbs
        self._places = lexicon.places
        self._families = lexicon.families
        self._units = Units(lexicon)
        self._phrases = Phrases(lexicon, self._read)
        self.is_place: Callable[[str], bool] = functools.lru_cache(_REMEMBERED)(self._is_place)
        """Whether a run of capitals is the name of a country, province or district, and no person's; the names of a
        page come again and again, so the last ones are remembered."""

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
        return self._units.at(text, position)

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
        known = self._places.countries.at(text, position)
        if known is None:
            return None
        end, country = known
        unless = tuple(f" {word}" for word in country.unless.split("; ")) if country.unless else ()
        return None if text.folded.startswith(unless, end) else (end, country.name)

    def abroad_at(self, text: Text, position: int) -> Organisation | None:
        """The province or city of another country at `position`, with its unit or without, or None."""
        known = self._places.abroad.at(text, position) if text.cased[position : position + 1].isupper() else None
        if known is None:
            unit = self._units.at(text, position)
            return unit if unit is not None and "abroad" in unit.tags else None
        return known and Organisation(
            position, known[0], f"{known[1].unit} {known[1].name}", place=known[1].name, tags=("abroad",)
        )

    def _is_place(self, name: str) -> bool:
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
        longest = None
        for end, body in self._bodies.all_at(text, position):
            read = self._body(text, position, end, body, depth, titled)
            if read is not None and (longest is None or read.end > longest.end):
                longest = read
        return longest

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
        takes = organisation.level is not None or _takes_place(body) or ("cell" in body.tags and not followed)
        return organisation if organisation.open == (unsaid and takes) else replace(organisation, open=unsaid and takes)

    def _is_person(self, text: Text, position: int) -> bool:
        """Whether a body of one word that is a family name too begins a person's name (`Đoàn Hải Triều`)."""
        if not text.cased[position].isupper():
            return False
        blank = text.cased.find(" ", position)
        if not self._families.kind([text.cased[position : blank if blank >= 0 else None]]):
            return False
        names = [word for word, _ in capitals(text, position, 5)]
        if any(len(name) > 1 and name.isupper() for name in names) and not all(map(str.isupper, names)):
            # "Trường ĐH Bách khoa": no person's name mixes abbreviations with words.
            return False
        return len(names) in {3, 4} and self._families.person(names)

    def _is_full_name(self, text: Text, position: int) -> bool:
        """Whether the run of capitals at `position` is a person's of three syllables or four: `Lê Thị Bé`."""
        names = [word for word, _ in capitals(text, position, 5)]
        return len(names) in {3, 4} and self._families.kind(names) == "common"

    def _follow(
        self, text: Text, before: Organisation, body: BodyEntry, kind: str, depth: int, titled: bool
    ) -> Organisation | None:
        """`before` lengthened by what `kind` reads after it, or None."""
        if kind == "task":
            return self._with_task(text, before)
        start = after_blanks(text, before.end)
        if start == before.end or start >= len(text):
            return None
        match kind:
            case "topic":
                return self._with_topic(text, before, start, body, depth, titled)
            case "body":
                return self._with_body(text, before, body, depth)
            case "unit":
                return self._units.with_unit(text, before, start)
            case "place":
                return self._units.with_place(text, before, start)
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
            stop = self._phrases.end(text, start, end, depth, after_person=False)
            if not (capital or known) and stop - start < SHORT_PHRASE:
                stop = start
            if known and self._places.any_at(text, after_blanks(text, end)) == stop:
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
        """`Ban Chỉ đạo` + `của Chính phủ xử lý các dự án yếu kém, …`: a task in the words of the sentence."""
        end = self._phrases.task_end(text, before.end)
        if end == before.end:
            return None
        name = in_words(" ".join(text.cased[before.end : end].split()))
        link = "" if name.startswith(",") else " "
        return replace(before, end=end, name=f"{before.name}{link}{name}", joint=False)

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
            whole = self._bodies.at(text, link.end()) if not link["word"] else None
            if whole and (whole[0] > known[0] or known[1].name == "Công an"):
                # "Phòng Cảnh sát kinh tế, | Công an tỉnh", "Cục Chống tham nhũng, | Thanh tra Chính phủ": the whole.
                break
            end, name = known[0], name + text.cased[link.start() : link.end()] + known[1].name
        return end, name

    def _with_body(self, text: Text, before: Organisation, body: BodyEntry, depth: int) -> Organisation | None:
        """`Ban Thường vụ` + `Tỉnh ủy`; `của` may stand between."""
        start = skip(_OF, text, before.end)
        inner = self._read(text, start, depth + 1)
        if inner is None or not any(tag in body.of for tag in inner.tags):
            return None
        link = "của " if "của" in text.folded[before.end : start] and not body.tags else ""
        # A body that stands inside another keeps its own name ("Trung ương", not "Ban Chấp hành Trung ương").
        name = next((base.name for _, base in self._bodies.all_at(text, start) if base.alone == inner.name), inner.name)
        return replace(inner, start=before.start, name=f"{before.name} {link}{name}", tags=body.tags)

    def _with_name(
        self, text: Text, before: Organisation, start: int, generic: bool, depth: int, titled: bool
    ) -> Organisation | None:
        """`Công ty` + `cổ phần Đầu tư An Phú`, `Trường` + `THPT Phan Châu Trinh`."""
        first = RUN_WORD.match(text.folded, start)
        if generic and (first is None or first[0] not in GENERIC):
            return None
        if "embassy" in before.tags and (country := self.country_at(text, start)):
            return replace(before, end=country[0], name=f"{before.name} {country[1]}")
        if titled and "hamlet" in before.tags and self._is_full_name(text, start):
            # "Trưởng thôn | Lê Thị Bé"
            return None
        # "Công ty bất động sản Bến Thành": a company's name may begin with its business, in lower case.
        topic = self._topics.at(text, start) if "enterprise" in before.tags else None
        known = topic[0] if topic else start
        if topic is None and not text.cased[start].isupper() and (first is None or first[0] not in GENERIC):
            crafty = titled and "enterprise" in before.tags
            if not (crafty or before.name in _CRAFTS):
                return None
            known = self._phrases.craft_end(text, start, far=crafty)
            if known == start:
                return None
        end = self._phrases.end(text, start, known, depth, after_person=True)
        if abroad := IN_VIETNAM.match(text.folded, end):
            end = abroad.end()
        name = in_words(" ".join(text.cased[start:end].split()))
        return replace(before, end=end, name=f"{before.name} {name}") if name else None

    def _with_number(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Quân khu` + `4`, `Quân đoàn` + `I`."""
        match = NUMBER.match(text.cased, start)
        if match and _MEMBERS.match(text.folded, match.end()):
            return None
        return match and replace(before, end=match.end(), name=f"{before.name} {match[0]}")


def _whole(text: Text, body: Organisation) -> Organisation:
    """`Bệnh viện Nhi` + `Trung ương`, `Ủy ban An toàn giao thông` + `Quốc gia`."""
    reach = _REACH.match(text.folded, body.end)
    said = text.cased[body.end : reach.end()] if reach else ""
    if reach is None or said.isupper() or body.tags == ("ministry",):
        return body
    return replace(body, end=reach.end(), name=body.name + said)


def _takes_place(body: BodyEntry) -> bool:
    return not _PLACED.isdisjoint(body.then) and _NEVER_OPEN.isdisjoint(body.tags)
