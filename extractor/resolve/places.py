"""Where a page is at home, and organisations completed by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.organisations import Organisation, PlaceRow
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.scan import Vocabulary
from extractor.text import Text, fold, lower


@dataclass(frozen=True, slots=True)
class Home:
    """The page's own places, each None when the page does not tell: province, and city or district, and commune."""

    province: str | None = None
    district: str | None = None
    commune: str | None = None


# What vouches for a place beside it: "tỉnh Hà Tĩnh" says more than "Hà Tĩnh".
_PROVINCE_WORDS = ("tỉnh ", "tỉnh ủy ", "thành ủy ", "thành phố ", "tp ", "tp. ", "tp.", "báo ")
_DISTRICT_WORDS = ("huyện ", "huyện ủy ", "quận ", "quận ủy ", "thị xã ", "thị ủy ", "thành phố ", "thành ủy ", "tp ")
STATED = 3


class Places:
    """The gazetteer of provinces and districts, asked about a page."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.table("places", PlaceRow)
        self._vocabulary = Vocabulary(
            (form, row) for row in rows for form in (row.name, *filter(None, row.aliases.split("; ")))
        )
        self._central_cities = {row.name for row in rows if not row.province and row.unit == "thành phố"}
        self._units = {(row.name, bool(row.province)): row.unit for row in reversed(rows)}
        self._provinces = {row.name for row in rows if not row.province}

    def home(self, page: Page) -> Home:
        """The page's places from its outlet, title and the full names in it."""
        text = page.content
        provinces, districts = self._counts(text)
        province = self._only(provinces)
        within = {
            row: count for row, count in districts.items() if province in {None, row.province} and count >= STATED
        }
        district = self._only(Counter({row.name: count for row, count in within.items()}))
        if district is not None and province is None:
            owners = {row.province for row in within if row.name == district}
            province = next(iter(owners)) if len(owners) == 1 else None
        return Home(province, district)

    def _counts(self, text: Text) -> tuple[Counter[str], Counter[PlaceRow]]:
        """How strongly the text names each province and each district."""
        provinces: Counter[str] = Counter()
        districts: Counter[PlaceRow] = Counter()
        for hit in self._vocabulary.find(text):
            before = text.folded[max(0, hit.start - 10) : hit.start]
            row = hit.entry
            if row.province:
                if before.endswith(_DISTRICT_WORDS):
                    districts[row] += STATED
            else:
                provinces[row.name] += STATED if before.endswith(_PROVINCE_WORDS) else 1
        return provinces, districts

    @staticmethod
    def _only(counts: Counter[str]) -> str | None:
        """The name that stands out: at least twice as strong as the next."""
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def complete(self, organisation: Organisation, home: Home) -> str:
        """The organisation's full name, an open one with the place of `home`."""
        if not organisation.open:
            return organisation.name
        place = self._place_for(organisation, home)
        if place is None:
            return organisation.name
        name, is_district = place
        if organisation.joint:
            return f"{organisation.name} {name}"
        return f"{organisation.name} {self._units.get((name, is_district), 'tỉnh')} {name}"

    def _place_for(self, organisation: Organisation, home: Home) -> tuple[str, bool] | None:
        """The place of `home` for the level, and whether it is a district."""
        match organisation.level:
            case "province" if home.province:
                return home.province, False
            case "city" if home.district and self._units.get((home.district, True)) == "thành phố":
                return home.district, True
            case "city" if home.province in self._central_cities:
                return home.province, False
            case "district" if home.district:
                return home.district, True
            case "commune" if home.commune:
                return home.commune, True
        return None


def known(names: Iterable[str]) -> set[str]:
    """The look-up keys of `names`."""
    return {lower(fold(name)) for name in names}
