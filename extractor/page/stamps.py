"""Date stamps of pages: "Thứ Ba, 22/08/2017 17:14 (GMT+7)", "11/10/2019 5:05:00 CH", "Hôm nay, ngày 02/11/2025"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.calendars import full_year, iso_day

# As content management systems translated from English write them, the longest first.
_MONTHS = {
    "mười hai": 12,
    "mười một": 11,
    "một": 1,
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
# As systems that were never translated write them.
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENGLISH_MONTH = rf"(?:{'|'.join(_ENGLISH)})[a-z]{{0,6}}\.?"
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|thứ\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|cn|t[2-7])"
)
_CLOCK = r"\d{1,2}\s?(?:[:hg]|giờ)\s?(?:\d{2}|\d(?='))(?:[:']\d{2}|\s?phút)?'?(?:\s?(?:am|pm|sa|ch|sáng|chiều|tối)\b)?"
_DATE = (
    r"(?:(?:ngày\s)?\d{4}(?P<iso>[-/])\d{1,2}(?P=iso)\d{1,2}|(?:ngày\s)?\d{1,2}\s?(?P<sep>[/.-])\s?\d{1,2}\s?(?P=sep)\s?\d{4}"
    rf"|\d{{1,2}}\s{_ENGLISH_MONTH},?\s\d{{4}}|{_ENGLISH_MONTH}\s\d{{1,2}},\s\d{{4}}"
    r"|(?:ngày\s)?\d{1,2}\s?(?:tháng|th)\s?(?:\d{1,2}|" + "|".join(_MONTHS) + r")(?:\s?năm|,|/)?\s?\d{4})(?!\d)"
)
_GAP = r"[\s,|\-/;.t(\[]{0,4}"
_ZONE = r"(?:[(\[]\s?)?(?:gmt|utc)\s?[+-]?\s?\d{0,2}(?:\s?[)\]])?"
# "Hôm nay, …", or a place as the heads of letters have it: "Hà Nội, ngày …".
_TODAY = rf"hôm nay{_GAP}|(?<!\w)(?!thứ |chủ )[^\W\d][^\W\d ]{{0,8}}(?: [^\W\d]{{1,8}}){{1,3}}, (?=ngày)"
_STAMP = re.compile(
    rf"(?<![\d/.])(?<!\d-)(?P<today>{_TODAY})?(?:(?P<weekday>{_WEEKDAY}){_GAP})?"
    rf"(?:(?P<before>{_CLOCK}){_GAP}(?:{_WEEKDAY}{_GAP})?)?(?P<date>{_DATE})"
    rf"(?:{_GAP}(?:lúc\s)?(?P<after>{_CLOCK})\]?)?(?:{_GAP}{_ZONE})?"
)
_YEAR = re.compile("[0-9]{4}")
_PARTS = re.compile(r"\d+")
_ENGLISH_NAME = re.compile("|".join(_ENGLISH))
# What every date holds, from its last digit of the day on, or its English month.
_DATE_CORE = re.compile(
    rf"\d(?:\s?(?:(?P<sep>[/.-])\s?\d{{1,2}}\s?(?P=sep)\s?\d|th\D{{0,14}}\d{{0,2}}\D{{0,6}}\d{{4}})|\s{_ENGLISH_MONTH})"
    rf"|{_ENGLISH_MONTH}\s\d"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date stamp at `start:end` of a line: its ISO value and what tells a site's clock from a publication date.

    today:   "Hôm nay, …" or a place, "Hà Nội, ngày …", stands before it
    weekday: the day of the week does
    """

    start: int
    end: int
    value: str
    today: bool
    weekday: bool

    @property
    def clock(self) -> bool:
        """Whether it says the time of day."""
        return "T" in self.value


def find_stamp(line: str) -> Stamp | None:
    """The first date stamp of a short `line` (folded, lower case), or None."""
    if _YEAR.search(line) is None or _DATE_CORE.search(line) is None:
        return None
    match = _STAMP.search(line)
    if match is None:
        return None
    date = _iso(match["date"])
    if date is None:
        return None
    clock = _clock(match["before"] or match["after"])
    return Stamp(match.start(), match.end(), date + clock, bool(match["today"]), bool(match["weekday"]))


def _iso(date: str) -> str | None:
    if english := _ENGLISH_NAME.search(date):
        day, year = _PARTS.findall(date)
        return iso_day(int(year), _ENGLISH.index(english[0]) + 1, int(day))
    first, month, *rest = _PARTS.findall(date)
    if not rest:
        worded = next((number for name, number in _MONTHS.items() if f" {name}" in date), None)
        if worded is None:  # "thángba": the blank is missing
            return None
        first, month, rest = first, str(worded), [month]
    last = rest[0]
    year, day = (first, last) if len(first) == 4 else (last, first)
    return iso_day(full_year(year), int(month), int(day))


def _clock(clock: str | None) -> str:
    """`THH:MM`, with seconds when they are not zero; empty for no clock or one that no clock shows."""
    if clock is None:
        return ""
    hour, minute, *rest = (int(part) for part in _PARTS.findall(clock))
    second = rest[0] if rest else 0
    if re.search(r"pm|ch|tối", clock) and hour < 12:
        hour += 12
    elif re.search(r"am|sa\\b", clock) and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")
