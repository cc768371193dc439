"""Documents joined: mentions to entities, bare numbers completed, entities to the registry and to each other.

Nghị quyết 22-NQ/TW ngày 02/02/2008 … Nghị quyết 22 … Nghị quyết này     one document, three mentions
Nghị quyết số 10 của Ban Thường vụ Tỉnh ủy                               10-NQ/TU: kind and issuer fix the sign
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from extractor.article import Date, Document, Mention, Relation
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.document_number import CodeEntry, KindEntry, NumberReader, canonical
from extractor.recognise.document_reference import FoundDocument
from extractor.resolve.places import Home, Places
from extractor.resolve.registry import Facts, Registry, likest
from extractor.text import key

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LIST_GAP = re.compile(r"\s?(?:[,;]|,? ?và)\s(?:các\s)?(?:số\s)?")
# Kinds whose numbers always hold the year.
_WITH_YEAR = frozenset({"nghị định", "thông tư", "thông tư liên tịch"})
# Codes of bodies that every province has: a number of theirs is one document only with the province.
_LOCAL = frozenset({"TU", "UBND", "HĐND"})
# A number that carries its year is of one document, whether the registry has it or not: 30/2020/NĐ-CP, 19-2017/NQ-CP.
_WITH_OWN_YEAR = re.compile(r"\w+[/-]((?:19|20)\d\d)/")
CONTEXT = 200
# How many references with a number's sign are looked at, back from it and from the start of the page.
_SIGNED = 200
BACK = 1500


@dataclass(slots=True)
class _Entity:
    """A document as its mentions add up; facts are those of the first mention that states them."""

    first: FoundDocument
    found: list[FoundDocument] = field(default_factory=list)
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    term: str | None = None
    issued: str | None = None
    title: str | None = None
    quoted: bool = False
    id: str | None = None
    candidates: tuple[str, ...] = ()

    def take(self, item: FoundDocument, issuer: str | None, place: str | None) -> None:
        self.found.append(item)
        self.number = self.number or item.number
        self.issuer = self.issuer or issuer
        self.place = self.place or place
        self.term = self.term or item.term
        if self.issued is None or (item.issued and len(item.issued) > len(self.issued)):
            self.issued = item.issued or self.issued
        if self.title is None and item.title:
            self.title, self.quoted = item.title, item.quoted


class DocumentResolver:
    """Joins the references of a page; holds the registry, no state."""

    def __init__(self, patterns: Patterns, places: Places) -> None:
        self._numbers = NumberReader(
            patterns.entries("document_kinds", KindEntry), patterns.entries("document_codes", CodeEntry)
        )
        self._registry = Registry(patterns)
        self._places = places

    def __call__(
        self, found: Sequence[FoundDocument], page: Page, *, home: Home, dates: Sequence[Date]
    ) -> list[Document]:
        """The documents of the record, in order of first mention."""
        if not found:
            return []
        ends = [date.end for date in dates]
        dated = [_dated(item, dates, ends) for item in found]
        issuers = [self._issuer(item, home) for item in dated]
        items = self._complete(dated, issuers)
        entities: list[_Entity] = []
        alike: dict[tuple[object, ...], list[_Entity]] = {}
        of: dict[int, _Entity] = {}
        for place, (item, issuer) in enumerate(zip(items, issuers, strict=True)):
            entity = _last_of_kind(items, place, of) if item.back else _home_of(item, issuer, alike)
            if entity is None:
                if item.back:
                    continue
                entity = _Entity(item)
                entities.append(entity)
                alike.setdefault(_alike(item), []).append(entity)
            entity.take(item, issuer, _province(item, issuer, home))
            of[item.start] = entity
        day, bound = page.published or _latest(dates), _latest_year(dates)
        for entity in entities:
            self._identify(entity, page, day, bound)
        entities = _one_of_each(entities, of)
        listed = _listed(items, of, page)
        for entity in entities:
            if entity.candidates:
                self._by_neighbours(entity, listed.get(id(entity), ()))
        relations = _relations(items, of)
        return [_document(entity, page, tuple(relations.get(id(entity), ()))) for entity in entities]

    def _issuer(self, item: FoundDocument, home: Home) -> str | None:
        """The issuing body's full name; a plenum's is the Central Committee, a congress's the congress."""
        name = self._places.complete(item.issuer, home) if item.issuer else None
        if item.congress:
            return f"{item.congress} {name or 'Đảng'}"
        if item.plenums and name is None:
            return "Ban Chấp hành Trung ương"
        return name

    def _complete(self, found: Sequence[FoundDocument], issuers: Sequence[str | None]) -> list[FoundDocument]:
        """The references with the signs of bare numbers: from the page, else from kind and issuer."""
        complete = [_slip(item) for item in found]
        for by_issuer in (True, False):
            full: dict[tuple[str, str], list[FoundDocument]] = {}
            for item in complete:
                if item.sign is not None or item.year is not None:
                    full.setdefault((item.kind, _numeral(item)), []).append(item)
            for index, item in enumerate(complete):
                if item.numeral and item.sign is None and not item.law:
                    complete[index] = self._signed(
                        item, issuers[index], full.get((item.kind, _numeral(item)), ()), by_issuer=by_issuer
                    )
        return complete

    def _signed(
        self, item: FoundDocument, issuer: str | None, full: Sequence[FoundDocument], *, by_issuer: bool
    ) -> FoundDocument:
        """A bare number with the sign that the page gives it elsewhere, else the one that kind and issuer fix.

        full: the references of its kind with the same number and a sign; the last before it, else the first, tells
        """
        codes = self._numbers.codes_of(issuer) if issuer else []
        place = bisect_left(full, item.start, key=lambda other: other.start)
        for other in chain(reversed(full[max(0, place - _SIGNED) : place]), full[:_SIGNED]):
            if other.sign is None or item.year not in {None, other.year}:
                continue
            if not codes or other.sign.issuer in codes:
                return replace(item, sign=other.sign, number=other.number, year=other.year)
        years = {other.year: other for other in full if other.sign is None}
        if item.year is None and len(years) == 1 and not by_issuer:
            other = next(iter(years.values()))
            return replace(item, number=other.number, year=other.year)
        if not by_issuer:
            return item
        year = item.year or (item.issued[:4] if item.issued and item.kind in _WITH_YEAR else None)
        if issuer is None and item.kind == "nghị định":
            issuer = "Chính phủ"
        sign = self._numbers.completed(item.kind, issuer, year) if issuer else None
        if sign is None or (item.kind in _WITH_YEAR and year is None):
            return item
        return replace(item, sign=sign, year=year, number=canonical(item.numeral or "", year, sign))

    def _identify(self, entity: _Entity, page: Page, day: str | None, bound: str | None) -> None:
        first = entity.first
        window = slice(max(0, first.start - CONTEXT), first.end + CONTEXT)
        facts = Facts(
            kind=first.kind,
            number=entity.number,
            year=next((item.year for item in entity.found if item.year and item.sign is None), None),
            issuer=entity.issuer,
            term=entity.term,
            issued=entity.issued,
            title=entity.title,
            law=next((item.law for item in entity.found if item.law), None),
            changed=first.changed,
            plenums=next((item.plenums for item in entity.found if item.plenums), ()),
            context=page.content.raw[window] if first.sign or first.plenums else "",
            day=day,
            bound=bound,
        )
        entity.id, entity.candidates = self._registry.identify(facts)
        if entity.title and entity.id and not entity.quoted:
            # Where a title without quotes ends, the known one tells.
            cuts = [entity.title, *(entity.title[: comma.start()] for comma in re.finditer(", ", entity.title))]
            entity.title = likest(cuts, self._registry.title(entity.id))
        if first.sign and first.sign.issuer in _LOCAL and entity.place and entity.id is None:
            year = next((item.year for item in entity.found if item.year), entity.issued and entity.issued[:4])
            entity.id = f"{entity.number}@{year} {entity.place}" if year else None
        if first.sign and entity.id is None and entity.number and self._numbers.is_national(first.sign):
            own = _WITH_OWN_YEAR.match(entity.number)
            entity.id = f"{entity.number}@{own[1]}" if own else None

    def _by_neighbours(self, entity: _Entity, listed: Sequence[_Entity]) -> None:
        """Documents listed together are of one term: "các Nghị quyết 57, 59, 66, 68 của Bộ Chính trị"."""
        terms = {self._registry.term(other.id) for other in listed if other.id}
        fitting = [candidate for candidate in entity.candidates if self._registry.term(candidate) in terms]
        if len(terms) == 1 and len(fitting) == 1:
            entity.id, entity.candidates = fitting[0], ()


def _document(entity: _Entity, page: Page, relations: tuple[Relation, ...]) -> Document:
    return Document(
        kind=entity.first.kind,
        number=entity.number,
        issuer=entity.issuer,
        term=entity.term,
        issued=entity.issued,
        title=entity.title,
        id=entity.id,
        candidates=entity.candidates,
        draft=all(item.draft for item in entity.found),
        relations=relations,
        mentions=tuple(
            Mention(
                start=item.start,
                end=item.end,
                text=page.text.raw[item.start : item.end],
                rule=item.rule,
                provision=item.provision,
                action=item.action,
            )
            for item in entity.found
        ),
    )


def _dated(item: FoundDocument, dates: Sequence[Date], ends: Sequence[int]) -> FoundDocument:
    """`item` with a day that the page's dates, which end at `ends`, or the year in its number, complete."""
    if item.issued is not None or item.issued_at is None:
        return item
    start, end = item.issued_at
    for place in range(bisect_right(ends, start), len(dates)):
        date = dates[place]
        if date.start >= end:
            break
        if _DAY.fullmatch(date.value):
            return replace(item, issued=f"{item.year}{date.value[4:]}" if item.year else date.value)
    return item


def _slip(item: FoundDocument) -> FoundDocument:
    """Tỉnh ủy's code corrected where the page says that the document is of the Center."""
    if not (item.sign and item.sign.issuer == "TU" and item.issuer and item.issuer.level == "central"):
        return item
    sign = item.sign._replace(issuer="TW")
    return replace(item, sign=sign, number=canonical(item.numeral or "", item.year, sign))


def _province(item: FoundDocument, name: str | None, home: Home) -> str | None:
    """The province whose body, `name` in full, issued it; None when that is not said."""
    issuer = item.issuer
    if issuer is None:
        return None
    if issuer.level == "province":
        return issuer.place or (home.province if issuer.open else None)
    # "HĐND thành phố" on a page of a city that is a province itself.
    city = home.province_unit == "thành phố" and home.province
    return home.province if city and name and name.endswith(f" thành phố {city}") else None


def _latest(dates: Sequence[Date]) -> str | None:
    """The latest day of the page: what it cites is not younger."""
    return max((date.value for date in dates if _DAY.fullmatch(date.value)), default=None)


def _latest_year(dates: Sequence[Date]) -> str | None:
    """The last day of the latest year that the page names."""
    latest = max((date.value[:4] for date in dates if date.value[:4].isdecimal()), default=None)
    return latest and f"{latest}-12-31"


def _numeral(item: FoundDocument) -> str:
    return (item.numeral or "").lstrip("0")


def _alike(item: FoundDocument) -> tuple[object, ...]:
    """What two references to one document have in common, whatever else they state."""
    if item.law:
        return item.kind == "pháp lệnh", item.law, item.changed
    if item.number is None and not (item.congress or item.plenums):
        return item.kind, None, item.title
    return item.kind, item.number


def _home_of(
    item: FoundDocument, issuer: str | None, alike: Mapping[tuple[object, ...], Sequence[_Entity]]
) -> _Entity | None:
    """The entity that `item` is another mention of: the latest that fits."""
    for entity in reversed(alike.get(_alike(item), ())):
        if _same(item, issuer, entity):
            return entity
    return None


def _last_of_kind(items: Sequence[FoundDocument], place: int, of: Mapping[int, _Entity]) -> _Entity | None:
    """The entity of "Nghị quyết này": of its kind, spoken of shortly before, and of those the last one to come up."""
    item = items[place]
    near: list[_Entity] = []
    while place and item.start - items[place - 1].end < BACK:
        place -= 1
        entity = of.get(items[place].start)
        if entity is not None and entity.first.kind == item.kind:
            near.append(entity)
    return max(near, key=lambda entity: entity.first.start, default=None)


def _same(item: FoundDocument, issuer: str | None, entity: _Entity) -> bool:
    """Whether a reference is to the document of an entity: nothing that both state may differ."""
    other = entity.first
    # 2. laws by name
    if item.law or other.law:
        return _alike(item) == _alike(other) and _agree(item.year, other.year) and _agree(item.number, entity.number)
    if item.kind != other.kind or item.number != entity.number:
        return False
    # 2. congresses and plenums
    if item.congress or other.congress:
        same_congress = _plain(issuer) == _plain(entity.issuer)
        return bool(item.congress and other.congress) and item.term == entity.term and same_congress
    if item.number is None and (item.plenums or other.plenums):
        same_plenum = item.plenums == other.plenums and _agree(item.term, entity.term)
        return same_plenum and _akin(item.title, entity.title)
    # 3. what has a title only
    if item.number is None:
        return item.title == entity.title and _agree(item.year, other.year)
    # 4. numbers: a number comes again in another term, and in another province
    return (
        _agree(item.term, entity.term)
        and _agree(item.issued and item.issued[:4], entity.issued and entity.issued[:4])
        and _agree(item.issuer.place if item.issuer else None, entity.place)
    )


def _plain(congress: str | None) -> str:
    """A congress's name without the word that is often left out."""
    return (congress or "").replace("Đại hội đại biểu ", "Đại hội ")


def _one_of_each(entities: Sequence[_Entity], of: dict[int, _Entity]) -> list[_Entity]:
    """The entities, a plenum's resolution that is named by its number too being one: NQTW4 (khóa XI), 12-NQ/TW."""
    numbered = {entity.id: entity for entity in entities if entity.id and entity.number}
    kept = []
    for entity in entities:
        named = entity.id if entity.number is None and entity.first.plenums else None
        known = numbered.get(named) if named else None
        if known is None:
            kept.append(entity)
            continue
        known.found = sorted([*known.found, *entity.found], key=lambda item: item.start)
        known.issuer = known.issuer or entity.issuer
        known.term, known.title = known.term or entity.term, known.title or entity.title
        of.update((item.start, known) for item in entity.found)
    return sorted(kept, key=lambda entity: entity.found[0].start)


def _akin(title: str | None, other: str | None) -> bool:
    """Whether two titles may be of one document: half the words of the shorter are in the longer."""
    one, two = set(key(title or "").split()), set(key(other or "").split())
    return 2 * len(one & two) >= min(len(one), len(two))


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _listed(items: Sequence[FoundDocument], of: Mapping[int, _Entity], page: Page) -> dict[int, list[_Entity]]:
    """The documents that stand next to each other in lists, by the identity of the entity."""
    listed: dict[int, list[_Entity]] = {}
    for before, after in pairwise(items):
        one, other = of.get(before.start), of.get(after.start)
        if one and other and one is not other and _LIST_GAP.fullmatch(page.text.folded, before.end, after.start):
            listed.setdefault(id(one), []).append(other)
            listed.setdefault(id(other), []).append(one)
    return listed


def _relations(items: Sequence[FoundDocument], of: dict[int, _Entity]) -> dict[int, list[Relation]]:
    """What the documents do with each other, by the identity of the acting entity."""
    relations: dict[int, list[Relation]] = {}
    for item in items:
        if item.actor is None or item.action is None:
            continue
        actor, target = of.get(item.actor), of.get(item.start)
        name = target and (target.id or target.number or (target.title and f"{item.kind} {target.title}"))
        if actor is None or target is None or actor is target or not name:
            continue
        relation = Relation(type=item.action, target=name)
        known = relations.setdefault(id(actor), [])
        if relation not in known:
            known.append(relation)
    return relations
