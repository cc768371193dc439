"""What the parts of the date grammar share: the find itself, how shapes are written, what may follow digits."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

from extractor.calendars import Point

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class FoundDate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time expression at `start:end`, as far as its own words fix it.

    first, last:  the point it names, or both ends of a range; None for durations and sets
    value:        the TIMEX3 value of a duration or set
    same_period:  "cùng kỳ": the period spoken of before, one year earlier or in the year of `first`
    year_to_date: "9 tháng" where it may be short for the first nine months of the year; their number, else 0
    lunar:        whether its words are of the lunar calendar
    """

    start: int
    end: int
    rule: str
    type: Type
    first: Point | None = None
    last: Point | None = None
    value: str = ""
    same_period: bool = False
    year_to_date: int = 0
    lunar: bool = False


class Written(NamedTuple):
    """A day read at some place: where it ends, the point, and what stands between its day and month."""

    end: int
    point: Point
    between: str


def shape(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled; a blank in it stands for up to three, ` ?` for none to three (scraped pages double them)."""
    return re.compile(pattern.replace(" ?", "[ ]{0,3}").replace(" ", "[ ]{1,3}").replace("[[ ]{1,3}]", "[ ]"))


# Digits of a day or month; a year is four digits of 1800-2199.
N = r"\d{1,2}"
YEAR = r"(?:1[89]|2[01])\d\d(?!\d)"
# What may not follow: more of a number or document number, a sign, a letter.
END = r"(?![\d%]|[.,]\d|/\w|-\d{3}| ?%|[^\W\d_])"
YEAR_END = r"(?![.,]\d|/\w|-[^\W\d_]|[^\W\d_])"
# A magnitude after a number: it counts, and names no month.
AMOUNT = r"(?! ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|vạn|trăm)(?!\w))"
AND = r"(?: ?, ?|,? và | hoặc | hay | ?& ?| ?; ?)"

CLAUSE_END = shape(r" ?(?:[,.;:)\]\"'?!\n-]|$|(?:đến|tới|nay|và|tới đây)(?!\w))")
"""What follows a date that stands by itself, and no counted noun."""
# "rút từ 8 giờ xuống còn 5 giờ": hours that change are how long, and not when.
CHANGES = shape(r" (?:rút|giảm|xuống|lên|tăng|còn)(?!\w)")
CHANGED_TO = shape(r"(?<!\w)(?:còn|xuống|lên|thêm|giảm) $")


def gap(s: str, i: int) -> int:
    """The position after what may part the pieces of one expression: a blank, a comma, a dash, a bar."""
    match = _GAP.match(s, i)
    return match.end() if match else i


def skip(s: str, i: int) -> int:
    """The position after up to three blanks."""
    end = i
    while end < i + 3 and s.startswith(" ", end):
        end += 1
    return end


def digits_end(s: str, i: int) -> int:
    """The position behind the one or two digits at `i`: what stands there says which shapes of days can."""
    return i + 2 if s[i + 1 : i + 2].isdecimal() else i + 1


def plain(form: str) -> str:
    """`form` with single blanks, as the vocabulary has it."""
    return " ".join(form.split()) if "  " in form else form


_GAP = shape(r" ?[,|-]? ?")
