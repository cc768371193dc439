"""Where a page is at home, and organisations completed by it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct

from extractor.organisations import CommuneRow, Level, Organisation, Organisations, PlaceRow, UnitEntry
from extractor.page import Page
from extractor.page.outlets import Outlets
from extractor.patterns import Patterns
from extractor.scan import Vocabulary
from extractor.text import Text, key, plain

T = TypeVar("T")


class Stated(NamedTuple):
    """A place named in full at `start`, in the line that ends at `line`: `huyện Tây Giang`.

    sentence: where its sentence ends, or the line, as far as that is looked for
    """

    start: int
    line: int
    sentence: int
    level: Level
    unit: str
    place: str


class _Named(NamedTuple):
    """The places named with their units; how strongly each province is named; the levels named without a place; the
    districts named without their unit, each time."""

    stated: list[Stated]
    provinces: dict[str, int]
    levels: dict[str, int]
    districts: list[PlaceRow]


class Home(Struct, frozen=True):
    """The page's own places, each None when the page does not tell: province, and city or district, and commune.

    two_levels: whether districts had ended when it was published
    level:  the level that the page speaks of without a name ("UBND huyện"), the page's own
    stated: every place named with its unit, in order of the text
    bare:   unit and name of the district that is named most without its unit
    """

    province: str | None = None
    district: str | None = None
    commune: str | None = None
    province_unit: str = "tỉnh"
    district_unit: str = "huyện"
    commune_unit: str = "xã"
    level: Level | None = None
    two_levels: bool = False
    stated: tuple[Stated, ...] = ()
    bare: tuple[str, str] | None = None


# The districts ended, and 63 provinces became 34, on this day.
TWO_LEVELS = "2025-07-01"
# How much a place counts for the page: named with its unit or body, named alone, named in the title.
WITH_UNIT, ALONE, IN_TITLE = 3, 1, 4
# A place is the page's own when it weighs this much more than the next.
LEAD = 2.0
# Names of provinces shorter than this say nothing inside a domain.
MIN_DOMAIN = 4
# How far the end of a sentence is looked for.
LONGEST_CLAUSE = 300
_COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"}
_COMMITTEE_UNITS = {key(name): unit for unit, name in _COMMITTEES.items()}
# How far before a body the district may be named that it is of, in characters.
_NEAR = 600
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-zđ]\w*")
# What makes a unit word mean several, or any: "các xã", "17 xã", "cấp xã".
_NOT_OWN = re.compile(r"(?:\d|các|những|mỗi|từng|cấp|nhiều|một|số|liên|toàn bộ|2|hai|ba) +$")


class Places:
    """The gazetteer of provinces, districts and communes, asked about a page."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        self._organisations = organisations
        rows = patterns.table("places", PlaceRow)
        units = patterns.entries("units_of_place", UnitEntry)
        anchors: list[tuple[str, PlaceRow | None]] = [(form, None) for unit in units for form in unit.forms]
        anchors += [(form, None) for form in _COMMITTEE_UNITS]
        anchors += [(row.name, row) for row in rows if row.province and not row.name.isdigit()]
        anchors += [
            (form, row)
            for row in rows
            if not row.province
            for form in (row.name, *filter(None, row.aliases.split("; ")))
        ]
        self._anchors = Vocabulary(anchors)
        self._provinces: dict[str, list[PlaceRow]] = {}
        for row in rows:
            if not row.province:
                self._provinces.setdefault(row.name, []).append(row)
        self._successors = {row.name: row.successor for row in rows if not row.province and row.successor}
        self._districts: dict[str, list[PlaceRow]] = {}
        for row in rows:
            if row.province:
                self._districts.setdefault(row.name, []).append(row)
        self._communes: dict[str, list[CommuneRow]] = {}
        for commune in patterns.table("communes", CommuneRow):
            for name in commune.names.split("; "):
                self._communes.setdefault(key(name), []).append(commune)
        self._outlets = Outlets(patterns)
        self._in_domains = {_ascii(name): name for name in self._provinces}

    # --- where the page is at home ------------------------------------------------------------------------------

    def home(self, page: Page) -> Home:
        """The page's places: its outlet's, else those that stand out in its title and text."""
        day = (page.published or "")[:10]
        stated, provinces, levels, bare = self._named(page.text)
        in_title: list[Stated] = []
        if page.title:
            in_title, also, _, _ = self._named(Text(page.title))
            for name, count in also.items():
                provinces[name] += count * IN_TITLE
        self._add_owners(stated, provinces)
        province = self._at_home(page, provinces)
        if province and day >= TWO_LEVELS:
            province = self._successors.get(province, province)
        district, district_unit = self._own("district", stated, in_title, province)
        commune, commune_unit = self._own("commune", stated, in_title, province)
        if province is None:
            province = self._province_of(district, commune)
        return Home(
            province=province,
            district=district,
            commune=commune,
            province_unit=self._province_unit(province, day),
            district_unit=district_unit or "huyện",
            commune_unit=commune_unit or "xã",
            two_levels=day >= TWO_LEVELS,
            level=_standing_out(levels),  # type: ignore[arg-type]
            stated=tuple(stated),
            bare=self._bare(bare, province),
        )

    @staticmethod
    def _bare(districts: Sequence[PlaceRow], province: str | None) -> tuple[str, str] | None:
        """The district that the page names again and again without its unit (`Đức Hòa`)."""
        own = [row for row in districts if row.province == province]
        row = _standing_out(Counter(own)) if len(own) > 1 else None
        return (row.unit, row.name) if row and own.count(row) > 1 else None

    def _named(self, text: Text) -> _Named:
        """The places of a text."""
        stated: list[Stated] = []
        provinces: dict[str, int] = defaultdict(int)
        levels: dict[str, int] = defaultdict(int)
        bare: list[PlaceRow] = []
        end = 0
        for start, stop, row in self._anchors.find(text):
            if start < end:
                continue
            if row is not None:
                if row.province:
                    bare.append(row)
                else:
                    provinces[row.name] += ALONE
                continue
            unit = _COMMITTEE_UNITS.get(text.folded[start:stop])
            place = (self._organisations.at if unit else self._organisations.unit_at)(text, start)
            if place is None or place.level is None:
                continue
            level: Level = "district" if place.level == "city" else place.level
            if place.place is None:
                levels[level] += not _NOT_OWN.search(text.folded, max(0, start - 10), start)
                continue
            end = place.end
            unit = unit or place.name[: -len(place.place) - 1]
            line = text.folded.find("\n", start)
            line = line if line >= 0 else len(text)
            stop = text.folded.find(". ", end, min(line, end + LONGEST_CLAUSE))
            stated.append(Stated(start, line, stop if stop >= 0 else line, level, unit, place.place))
        for item in stated:
            if item.level == "province":
                provinces[item.place] += WITH_UNIT
        return _Named(stated, provinces, levels, bare)

    def _at_home(self, page: Page, votes: Mapping[str, int]) -> str | None:
        """The province of the outlet, else the one that the text names most.

        Initials are shared, ĐN is Đồng Nai and Đà Nẵng: where they stand for a province that the page never names, and
        another stands out, it is that.
        """
        told = _standing_out(votes)
        outlet, by_initials = self._of_outlet(page)
        named = votes.keys() & {outlet, self._successors.get(outlet or "")}
        return told if outlet is None or (by_initials and told and not named) else outlet

    def _of_outlet(self, page: Page) -> tuple[str | None, bool]:
        """The province of the page's outlet, and whether only initials say so.

        That of the list of outlets, else of the name in its domain (baohatinh.vn).
        """
        sources = [page.source, *(item.value for item in page.meta if item.name == "source")]
        for source in filter(None, sources):
            outlet = self._outlets.find(source)
            if outlet is not None:
                return outlet.province, source.isupper() and "." not in source
            if "." in source:
                host = _ascii(source.split("/")[-1] if "//" not in source else source.split("/")[2])
                names = [name for name in self._in_domains if len(name) > MIN_DOMAIN and name in host]
                if names:
                    return self._in_domains[max(names, key=len)], False
        return None, False

    def _add_owners(self, stated: Sequence[Stated], votes: dict[str, int]) -> None:
        """Adds to how much the text names each province: a district or commune speaks for the one it is in."""
        for place in {(item.level, item.place) for item in stated if item.level != "province"}:
            owners = self._owners(*place)
            if len(owners) == 1:
                votes[owners.pop()] += ALONE

    def _owners(self, level: str, place: str) -> set[str]:
        if level == "district":
            return {row.province for row in self._districts.get(place, ())}
        return {row.province for row in self._communes.get(key(place), ()) if row.district}

    def _own(
        self, level: Level, stated: Sequence[Stated], in_title: Sequence[Stated], province: str | None
    ) -> tuple[str | None, str | None]:
        """The district or commune that the page is about, with its unit."""
        votes: dict[str, int] = defaultdict(int)
        units: dict[str, str] = {}
        for items, weight in ((stated, 1), (in_title, IN_TITLE)):
            for item in items:
                if item.level != level:
                    continue
                owners = self._owners(level, item.place) if province and level == "district" else set()
                if owners and province not in owners:
                    continue
                votes[item.place] += weight
                units.setdefault(item.place, item.unit)
        name = _standing_out(votes)
        return (name, units[name]) if name else (None, None)

    def _province_of(self, district: str | None, commune: str | None) -> str | None:
        owners = self._owners("district", district) if district else set()
        if commune and len(owners) != 1:
            owners = self._owners("commune", commune)
        return owners.pop() if len(owners) == 1 else None

    def _province_unit(self, province: str | None, day: str) -> str:
        units = [row.unit for row in self._provinces.get(province or "", ()) if row.since <= (day or TWO_LEVELS)]
        return units[-1] if units else "tỉnh"

    # --- organisations completed ----------------------------------------------------------------------------------

    def complete(self, organisation: Organisation, home: Home, *, beside: Iterable[Organisation] = ()) -> str:
        """The organisation's full name: an open one with the place of `beside`, of the nearest mention, or of `home`.

        beside: organisations of the same person, whose place is the best witness
        """
        if not organisation.open or organisation.level is None:
            return organisation.name
        said = _last_unit(organisation.name)
        for other in beside:
            if other is not organisation and other.place and other.level == organisation.level:
                unit = self.unit_of(other, home)
                if unit and said in {None, unit[0]}:
                    return _joined(organisation, *unit)
        place = self.place_for(organisation.level, said, organisation.start, home)
        return _joined(organisation, *place) if place else organisation.name

    def complete_near(self, organisation: Organisation, text: Text, home: Home) -> str:
        """`Bác Ái khát nhất. Chủ tịch UBND huyện …`: the last district named before, without its unit, in the line."""
        if organisation.level != "district":
            return organisation.name
        start = max(organisation.start - _NEAR, 0)
        start = max(start, text.folded.rfind("\n", start, organisation.start) + 1)
        for word in reversed(list(_CAPITALISED.finditer(text.cased, start, organisation.start))):
            row = self._organisations.district_at(text, word.start())
            if row is not None and home.province in {None, row.province}:
                return _joined(organisation, row.unit, row.name)
        return organisation.name

    def place_for(self, level: Level, said: str | None, position: int, home: Home) -> tuple[str, str] | None:
        """The unit and place for an open organisation of `level` at `position`, whose unit `said` may name.

        The nearest place named before it in its line, the page's own, the nearest before, the first after.
        """
        if level == "province":
            return (home.province_unit, home.province) if home.province else None
        if level == "city":
            if clause := self._city_of_clause(position, home):
                return clause
            district = home.district if home.district_unit == "thành phố" else None
            if not district and home.province and home.province_unit == "thành phố":
                return home.province_unit, home.province
            if not district and (city := self._central_city(position, home)):
                return city
            level, said = "district", "thành phố"
        if level == "district" and said is None and home.two_levels:
            level = "commune"
        named = [item for item in home.stated if item.level == level and said in {None, item.unit}]
        index = bisect_left(named, (position,))
        before = named[index - 1] if index else None
        if before and before.line > position:
            return before.unit, before.place
        own = (home.district_unit, home.district) if level == "district" else (home.commune_unit, home.commune)
        if own[1] and said in {None, own[0]}:
            return own[0], own[1]
        nearest = before or (named[0] if named else None)
        if nearest is not None:
            return nearest.unit, nearest.place
        return home.bare if level == "district" and home.bare and said in {None, home.bare[0]} else None

    @staticmethod
    def _city_of_clause(position: int, home: Home) -> tuple[str, str] | None:
        """The city named last before `position` in its sentence: `Tại TP Hải Phòng, Chủ tịch UBND TP …`."""
        before = [item for item in home.stated if item.start < position and item.unit == "thành phố"]
        return (before[-1].unit, before[-1].place) if before and before[-1].sentence > position else None

    @staticmethod
    def _central_city(position: int, home: Home) -> tuple[str, str] | None:
        """The centrally run city of a page that names no city of a district: the last before, or the first after."""
        cities = [item for item in home.stated if item.unit == "thành phố"]
        if any(item.level != "province" for item in cities):
            return None
        before = [item for item in cities if item.start < position]
        nearest = before[-1] if before else next(iter(cities), None)
        return nearest and (nearest.unit, nearest.place)

    def unit_of(self, organisation: Organisation, home: Home) -> tuple[str, str] | None:
        """The unit and place of an organisation, closed or open."""
        level, place = organisation.level, organisation.place
        if level is None or level == "central":
            return None
        if place is None:
            return self.place_for(level, _last_unit(organisation.name), organisation.start, home)
        before = organisation.name[: -len(place)] if organisation.name.endswith(place) else ""
        unit = _last_unit(before)
        if unit is None:
            unit = {"province": home.province_unit, "city": "thành phố", "district": home.district_unit}.get(
                level, "xã"
            )
        return unit, place


def committee(unit: str, place: str) -> str:
    """The Party committee of a unit: `Huyện ủy Tây Giang`, `Đảng ủy xã Hòa Tiến`."""
    name = _COMMITTEES.get(unit)
    if place == "Hồ Chí Minh":
        return f"{name} {unit} {place}"
    return f"{name} {place}" if name else f"Đảng ủy {unit} {place}"


def _last_unit(name: str) -> str | None:
    """The unit at the end of an open name: `UBND xã` -> xã, `Ban Tổ chức Huyện ủy` -> huyện."""
    folded = key(name)
    for word, unit in _COMMITTEE_UNITS.items():
        if folded.endswith(word):
            return unit
    for unit in ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"):
        if folded.endswith(f" {unit}"):
            return unit
    return None


def _joined(organisation: Organisation, unit: str, place: str) -> str:
    if not organisation.joint:
        return f"{organisation.name} {unit} {place}"
    if place == "Hồ Chí Minh" and not organisation.name.endswith("thành phố"):
        return f"{organisation.name} thành phố {place}"
    return f"{organisation.name} {place}"


def _standing_out(votes: Mapping[T, int]) -> T | None:
    best = max(votes, key=votes.__getitem__, default=None)
    if best is None:
        return None
    others = [count for name, count in votes.items() if name != best]
    return best if votes[best] >= LEAD * max(others, default=0) else None


def _ascii(name: str) -> str:
    """Lower-case letters and dots without marks or blanks: `Hà Tĩnh` -> `hatinh`, as domains write it."""
    return "".join(char for char in plain(key(name)) if char.isascii() and (char.isalnum() or char == "."))
