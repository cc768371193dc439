"""Written calendar dates and clock times -> ISO 8601. Pure functions; nothing here knows today's date."""

from __future__ import annotations

import calendar
import re

# A day with month and year, digits only: 02/02/2008, 2-2-2008, 18.11.2021, 12/6/18. Groups day, month, year.
NUMERIC_DATE = r"(?P<day>\d{1,2})(?:\s?(?P<sep>[/.-])\s?)(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?!\d)"
# The same in words: 02 tháng 02 năm 2008.
WORDED_DATE = r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm|,|/)\s+(?P<year>\d{4})(?!\d)"
# 19:35, 08h11, 7 giờ 30, 17g00. Groups hour, minute.
CLOCK = r"(?P<hour>[01]?\d|2[0-4])\s?(?::|h|g|giờ)\s?(?P<minute>[0-5]\d)?(?!\d)"

NUMERIC_DATE_RE = re.compile(r"(?<!\d)(?<!\d[/.-])" + NUMERIC_DATE)
WORDED_DATE_RE = re.compile(r"(?<!\d)" + WORDED_DATE)


def full_year(digits: str) -> int:
    """The year that two or four digits write: 18 is 2018, 97 is 1997 (news of 1970-2069)."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def iso_day(year: int, month: int, day: int) -> str | None:
    """`YYYY-MM-DD`, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1] and 1000 <= year <= 9999):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def iso_clock(hour: int, minute: int) -> str | None:
    """`THH:MM`, or None where the clock has no such time."""
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute <= 59 and (hour < 24 or minute == 0) else None
