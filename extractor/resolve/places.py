"""Where a page is at home, and organisations completed by it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.organisations import CommuneRow, Level, Organisation, Organisations, PlaceRow, UnitEntry
from extractor.page import Page
from extractor.patterns import Entry, Patterns
from extractor.scan import Vocabulary
from extractor.text import Text, key


class OutletEntry(Entry, frozen=True, kw_only=True):
    """An outlet: its marks and domains (`forms`), its name, and the province it writes for."""

    forms: tuple[str, ...] = ()
    name: str = ""
    province: str = ""
    district: str = ""


class Stated(NamedTuple):
    """A place named in full at `start`: `huyện Tây Giang`."""

    start: int
    level: Level
    unit: str
    place: str


@dataclass(frozen=True, slots=True)
class Home:
    """The page's own places, each None when the page does not tell: province, and city or district, and commune.

    stated: every place named with its unit, in order of the text
    """

    province: str | None = None
    district: str | None = None
    commune: str | None = None
    province_unit: str = "tỉnh"
    district_unit: str = "huyện"
    commune_unit: str = "xã"
    stated: tuple[Stated, ...] = ()


# The districts ended, and 63 provinces became 34, on this day.
TWO_LEVELS = "2025-07-01"
# How much a place counts for the page: named with its unit or body, named alone, named in the title.
WITH_UNIT, ALONE, IN_TITLE = 3, 1, 4
# A place is the page's own when it weighs this much more than the next.
LEAD = 2.0
_COMMITTEE_UNITS = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã"}


class Places:
    """The gazetteer of provinces, districts and communes, asked about a page."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        self._organisations = organisations
        rows = patterns.table("places", PlaceRow)
        units = patterns.entries("units_of_place", UnitEntry)
        anchors: list[tuple[str, PlaceRow | None]] = [(form, None) for unit in units for form in unit.forms]
        anchors += [(form, None) for form in _COMMITTEE_UNITS]
        anchors += [
            (form, row) for row in rows if not row.province for form in (row.name, *filter(None, row.aliases.split("; ")))
        ]
        self._anchors = Vocabulary(anchors)
        self._provinces = [row for row in rows if not row.province]
        self._successors = {row.name: row.successor for row in self._provinces if row.successor}
        self._districts: dict[str, list[PlaceRow]] = {}
        for row in rows:
            if row.province:
                self._districts.setdefault(row.name, []).append(row)
        self._communes: dict[str, list[CommuneRow]] = {}
        for commune in patterns.table("communes", CommuneRow):
            for name in commune.names.split("; "):
                self._communes.setdefault(key(name), []).append(commune)
        outlets = patterns.entries("outlets", OutletEntry) if _has(patterns, "outlets") else ()
        self._outlets = {key(form): outlet for outlet in outlets for form in (*outlet.forms, outlet.name) if form}

    # --- where the page is at home ------------------------------------------------------------------------------

    def home(self, page: Page) -> Home:
        """The page's places: its outlet's, else those that stand out in its title and text."""
        day = (page.published or "")[:10]
        stated, provinces = self._named(page.text)
        if page.title:
            in_title, also = self._named(Text(page.title))
            provinces += Counter({name: count * IN_TITLE for name, count in also.items()})
        else:
            in_title = []
        outlet = self._outlet(page)
        province = outlet.province if outlet and outlet.province else self._province(stated, provinces)
        if province and day >= TWO_LEVELS:
            province = self._successors.get(province, province)
        district, district_unit = self._own("district", stated, in_title, province)
        commune, commune_unit = self._own("commune", stated, in_title, province)
        if outlet and outlet.district:
            district = outlet.district
        if province is None:
            province = self._province_of(district, commune)
        return Home(
            province=province,
            district=district,
            commune=commune,
            province_unit=self._province_unit(province, day),
            district_unit=district_unit or "huyện",
            commune_unit=commune_unit or "xã",
            stated=tuple(stated),
        )

    def _named(self, text: Text) -> tuple[list[Stated], Counter[str]]:
        """The places named with their units, and how strongly each province is named."""
        stated: list[Stated] = []
        provinces: Counter[str] = Counter()
        end = 0
        for hit in self._anchors.find(text):
            if hit.start < end:
                continue
            if hit.entry is not None:
                provinces[hit.entry.name] += ALONE
                continue
            unit = _COMMITTEE_UNITS.get(text.folded[hit.start : hit.end])
            read = self._organisations.at if unit else self._organisations.unit_at
            place = read(text, hit.start)
            if place is None or place.place is None or place.level is None:
                continue
            unit = unit or place.name[: -len(place.place) - 1]
            stated.append(Stated(hit.start, "district" if place.level == "city" else place.level, unit, place.place))
            end = place.end
        for item in stated:
            if item.level == "province":
                provinces[item.place] += WITH_UNIT
        return stated, provinces

    def _outlet(self, page: Page) -> OutletEntry | None:
        names = [page.source, *(item.value for item in page.meta if item.name == "source")]
        for name in filter(None, names):
            for form in (key(name), key(name).removeprefix("www.")):
                if outlet := self._outlets.get(form):
                    return outlet
        return None

    def _province(self, stated: Sequence[Stated], provinces: Counter[str]) -> str | None:
        """The province that the text names most; a district or commune speaks for the province it is in."""
        votes = Counter(provinces)
        for place in {(item.level, item.place) for item in stated if item.level != "province"}:
            owners = self._owners(*place)
            if len(owners) == 1:
                votes[owners.pop()] += ALONE
        return _standing_out(votes)

    def _owners(self, level: str, place: str) -> set[str]:
        if level == "district":
            return {row.province for row in self._districts.get(place, ())}
        return {row.province for row in self._communes.get(key(place), ()) if row.district}

    def _own(
        self, level: Level, stated: Sequence[Stated], in_title: Sequence[Stated], province: str | None
    ) -> tuple[str | None, str | None]:
        """The district or commune that the page is about, with its unit."""
        votes: Counter[str] = Counter()
        units: dict[str, str] = {}
        for items, weight in ((stated, 1), (in_title, IN_TITLE)):
            for item in items:
                if item.level != level:
                    continue
                owners = self._owners(level, item.place)
                if province and owners and province not in owners and level == "district":
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
        units = [row.unit for row in self._provinces if row.name == province and row.since <= (day or TWO_LEVELS)]
        return units[-1] if units else "tỉnh"

    # --- organisations completed ----------------------------------------------------------------------------------

    def complete(self, organisation: Organisation, home: Home, *, beside: Iterable[Organisation] = ()) -> str:
        """The organisation's full name: an open one with the place of `beside`, of the nearest mention, or of `home`.

        beside: organisations of the same person, the best witnesses for a body without a level ("Đảng ủy")
        """
        if not organisation.open:
            return organisation.name
        others = [other for other in beside if other is not organisation]
        if organisation.level is None:
            return self._by_neighbour(organisation, home, others)
        for other in others:
            if other.level == organisation.level and other.place:
                return self._joined(organisation, self._unit_of(other, home), other.place)
        place = self._place_for(organisation, home)
        return self._joined(organisation, *place) if place else organisation.name

    def _place_for(self, organisation: Organisation, home: Home) -> tuple[str, str] | None:
        """The unit and place of `home` for the level of an open organisation."""
        level = organisation.level
        if level == "province":
            return (home.province_unit, home.province) if home.province else None
        if level == "city":
            if home.district and home.district_unit == "thành phố":
                return home.district_unit, home.district
            if home.province and home.province_unit == "thành phố":
                return home.province_unit, home.province
            level = "district"
        own = (home.district_unit, home.district) if level == "district" else (home.commune_unit, home.commune)
        if own[1]:
            return own[0], own[1]
        nearest = _before(home.stated, organisation.start, level)
        return (nearest.unit, nearest.place) if nearest else None

    def _by_neighbour(self, organisation: Organisation, home: Home, others: Sequence[Organisation]) -> str:
        """A body without a level takes it from a body beside it: `Bí thư Đảng ủy, Chủ tịch HĐND xã`."""
        for other in others:
            if other.level in {None, "central"}:
                continue
            place = (self._unit_of(other, home), other.place) if other.place else self._place_for(other, home)
            if place and place[1]:
                return f"{organisation.name} {place[0]} {place[1]}"
        return organisation.name

    def _unit_of(self, organisation: Organisation, home: Home) -> str:
        """The unit word of a closed organisation's place."""
        place = organisation.place or ""
        before = organisation.name[: -len(place)].rstrip() if organisation.name.endswith(place) else ""
        for unit in ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"):
            if key(before).endswith(unit):
                return unit
        for committee, unit in _COMMITTEE_UNITS.items():
            if key(before).endswith(committee):
                return unit
        return {"province": home.province_unit, "district": home.district_unit}.get(organisation.level or "", "xã")

    @staticmethod
    def _joined(organisation: Organisation, unit: str, place: str) -> str:
        if not organisation.joint:
            return f"{organisation.name} {unit} {place}"
        if place == "Hồ Chí Minh" and not organisation.name.endswith("thành phố"):
            return f"{organisation.name} thành phố {place}"
        return f"{organisation.name} {place}"


def _standing_out(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _before(stated: Sequence[Stated], position: int, level: str) -> Stated | None:
    """The nearest place of a level named before `position`, else the first after it."""
    same = [item for item in stated if item.level == level]
    index = bisect_left(same, (position,))
    return same[index - 1] if index else (same[0] if same else None)


def _has(patterns: Patterns, name: str) -> bool:
    return any((folder / f"{name}.toml").is_file() for folder in patterns.folders)
