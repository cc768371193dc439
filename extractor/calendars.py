"""Written calendar dates and clock times -> ISO 8601. Pure functions; nothing here knows today's date."""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

# A day with month and year, digits only: 02/02/2008, 2-2-2008, 18.11.2021, 12/6/18. Groups day, month, year.
NUMERIC_DATE = r"(?P<day>\d{1,2})(?:\s?(?P<sep>[/.-])\s?)(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?!\d)"

_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_WRITTEN_TIME = re.compile(NUMERIC_DATE + r"(?:[ ,T-]+(?P<clock>\d\d?:\d\d)(?::\d\d)?)?")


def read_timestamp(text: str) -> str | None:
    """The ISO date or date-time of a time stamp as data sets write it, or None: ISO 8601, or 18/11/2021 19:35."""
    text = text.strip()
    if match := _ISO_TIME.fullmatch(text):
        day, clock, zone = match.groups()
        text = f"{day}T{clock}{zone or ''}"
    elif match := _WRITTEN_TIME.fullmatch(text):
        day = iso_day(full_year(match["year"]), int(match["month"]), int(match["day"])) or ""
        text = f"{day}T{match['clock'].zfill(5)}" if match["clock"] else day
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if re.match(r"\d{4}-\d\d-\d\d", text) else None


def full_year(digits: str) -> int:
    """The year that two or four digits write: 18 is 2018, 97 is 1997 (news of 1970-2069)."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day, of a year of four digits."""
    return 1 <= month <= 12 and 1 <= day <= days_of(year, month) and 1000 <= year <= 9999


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and calendar.isleap(year) else _MONTH_DAYS[month]


def iso_day(year: int, month: int, day: int) -> str | None:
    """`YYYY-MM-DD`, or None where the calendar has no such day."""
    return f"{year:04d}-{month:02d}-{day:02d}" if is_day(year, month, day) else None


class Relative(msgspec.Struct, frozen=True, gc=False):
    """A step of `steps` units away from publication (`speech`) or from what the page just spoke of (`story`).

    A season runs over the turn of two years and begins in August: a school year.
    """

    unit: Literal["day", "week", "month", "quarter", "year", "season"]
    steps: int
    base: Literal["speech", "story"] = "speech"


class Point(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A point of the calendar as far as words fix it; what they leave open is None.

    time:     a part of day (`MO`, `MI`, `AF`, `EV`, `NI`) or a clock time (`17:30`)
    weekday:  1 for Monday ... 7 for Sunday
    decade, century: the leading three and two digits of their years (`199`, `18`)
    toward:   1 for what is to come ("10/6 tới"), -1 for what has passed ("10/6 vừa qua")
    lunar:    year, month and day are those of the Vietnamese lunar calendar
    cycle:    the place of a Can Chi year in the cycle of sixty
    open:     how exact a point is of which nothing is known: a day is XXXX-XX-XX, a month XXXX-XX, a week XXXX-WXX
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    decade: int | None = None
    century: int | None = None
    time: str = ""
    relative: Relative | None = None
    toward: Literal[-1, 0, 1] = 0
    lunar: bool = False
    cycle: int | None = None
    open: Literal["", "day", "month", "quarter", "week"] = ""

    def iso(self) -> str:
        """The TIMEX3 value; unknown digits are X."""
        if self.decade is not None:
            return f"{self.decade:03d}"
        if self.century is not None:
            return f"{self.century:02d}"
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.quarter is not None:
            return f"{year}-Q{self.quarter}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        if self.week is not None or (self.weekday is not None and self.day is None):
            week = "XX" if self.week is None else f"{self.week:02d}"
            return f"{year}-W{week}" + (f"-{self.weekday}" if self.weekday else "-WE" if self.weekend else "")
        if self.month is None and self.day is None and not self.time:
            return year + _OPEN[self.open] + ("-WE" if self.weekend else "")
        month = "XX" if self.month is None else f"{self.month:02d}"
        if self.day is None and not self.time:
            return f"{year}-{month}"
        day = "XX" if self.day is None else f"{self.day:02d}"
        return f"{year}-{month}-{day}" + (f"T{self.time}" if self.time else "")


_OPEN = {"": "", "day": "-XX-XX", "month": "-XX", "quarter": "-QX", "week": "-WXX"}
_DAY_VALUE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_PART_VALUE = re.compile(r"(\d{4})-([QHW]?)(\d\d?)(?:-([1-7]|WE))?")


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day (ISO dates, both included) of a TIMEX3 value.

    None where a digit is unknown and for lengths.
    """
    span = days_in(value)
    return (span[0].isoformat(), span[1].isoformat()) if span else None


@functools.lru_cache(maxsize=4096)
def days_in(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value; None where a digit is unknown and for lengths.

    Days and years come again and again: the last ones are remembered.
    """
    first, _, last = value.partition("/")
    try:
        begin = _bounds(first)
        end = _bounds(last) if last else begin
    except ValueError:  # no such month or week
        return None
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _bounds(value: str) -> tuple[date, date] | None:
    if match := _DAY_VALUE.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _PART_VALUE.fullmatch(value):
        year, number = int(match[1]), int(match[3])
        if match[2] == "W":
            if match[4] and match[4].isdecimal():
                day = date.fromisocalendar(year, number, int(match[4]))
                return day, day
            monday = date.fromisocalendar(year, number, 1)
            return monday + timedelta(days=5 if match[4] else 0), monday + timedelta(days=6)
        length = {"Q": 3, "H": 6, "": 1}[match[2]]
        last = number * length
        return date(year, last - length + 1, 1), date(year, last, days_of(year, last))
    if value.isdecimal() and 2 <= len(value) <= 4:
        missing = 4 - len(value)
        return date(max(int(value) * 10**missing, 1), 1, 1), date(int(value) * 10**missing + 10**missing - 1, 12, 31)
    return None
