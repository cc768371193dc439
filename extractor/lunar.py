"""The Vietnamese lunar calendar.

It is reckoned for UTC+7 since Decision 121-CP of 1967, so that Tết differs from China's new year in 1968, 1985, 2007,
2030 …; before, calendars were printed for UTC+8.
"""

from __future__ import annotations

from datetime import date, timedelta

_STEM_NAMES = "giáp ất bính đinh mậu kỷ canh tân nhâm quý".split()
_BRANCH_NAMES = "tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split()
STEMS = {name: index for index, name in enumerate(_STEM_NAMES)} | {"kỉ": 5, "quí": 9}
"""The ten heavenly stems (Can) with their spellings, in lower case."""
BRANCHES = {name: index for index, name in enumerate(_BRANCH_NAMES)} | {"tí": 0, "mẹo": 3, "tị": 5}
"""The twelve earthly branches (Chi) likewise."""
FIRST, LAST = 1900, 2099


def cycle_of(stem: str, branch: str) -> int | None:
    """The place of a Can Chi year in the cycle of sixty (Giáp Tý is 0); None where the two do not go together."""
    a, b = STEMS[stem], BRANCHES[branch]
    return next((place for place in range(60) if place % 10 == a and place % 12 == b), None)


def year_in_cycle(cycle: int, near: int) -> int:
    """The year at `cycle` that lies nearest to the year `near` (1984 was Giáp Tý)."""
    return near + (1984 + cycle - near + 30) % 60 - 30


def solar_day(year: int, month: int, day: int) -> date | None:
    """The solar day of a lunar one; None outside of 1900-2099 and where the month has no such day.

    The 30th of a last month that has 29 days is its last day: people say "30 Tết" every year.
    """
    if not (FIRST <= year <= LAST and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar  # takes 70 ms: only where it is needed

    zone = 7.0 if year >= 1967 else 8.0
    found: date = convert_lunar_to_solar(day, month, year, 0, zone)
    if convert_solar_to_lunar(found.day, found.month, found.year, zone).day == day:
        return found
    return found - timedelta(days=1) if month == 12 else None


def month_end(first: date) -> date:
    """The last solar day of the lunar month that begins on `first`."""
    from lunar_vn import convert_solar_to_lunar

    last = first + timedelta(days=29)
    zone = 7.0 if first.year >= 1968 else 8.0
    return last if convert_solar_to_lunar(last.day, last.month, last.year, zone).day == 30 else last - timedelta(days=1)
