"""What a page tells of time: which of its dates others can be read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from extractor.calendars import Point
from extractor.gazetteer import whole_words
from extractor.recognise.date_periods import SOME_MONTHS
from extractor.recognise.dates import FoundDate

Period = tuple[Point, Point | None]
Role = Literal["event", "issued", "compared", "bound", "since"]

# How far back a year or month is still the one spoken of (characters, on one line).
_NEAR = 250
# How many years back a story goes on in its next sentence without saying the year again.
_NEXT_SENTENCE = 2
# How far behind "9 tháng" its "cùng kỳ" may stand.
_COMPARED_WITHIN = 200
# How long what stands before the first day of a paragraph may be: "(BĐ)- ", "Tại hội nghị ", "TTO - ".
_DATELINE = 20
_ISSUED = re.compile(
    rf"(?:\d[\w.]*[ ]?[/-][ ]?[\w&/.-]{{2,}}|{whole_words('số [0-9]+', 'ký', 'đề', 'ban hành', 'sinh', 'sn')})"
    r"[ ,(:]{1,3}$"
)
_OF_DOCUMENT = re.compile(
    whole_words(
        "nghị quyết", "quyết định", "chỉ thị", "kết luận", "nghị định", "thông tư", "thông báo", "quy định", "kế hoạch",
        "chương trình", "công văn", "hướng dẫn", "luật", "văn bản", "tờ trình", "đề án",
    ) + r"[^.,;:()\n]{0,70}$"
)  # fmt: skip
# The word before a date that tells its role.
_ROLES: dict[str, Role] = {
    **dict.fromkeys("với so bằng hơn kém gấp mức lần hoạch toán tiêu".split(), "compared"),
    **dict.fromkeys("từ".split(), "since"),
    **dict.fromkeys("đến tới trước sau hạn nhất điểm hết".split(), "bound"),
}
# What makes a date a bound at its own head: "Hết ngày 31/3, …".
_BOUND_HEADS = ("hết ngày", "hết tháng", "hết quý", "hết năm")
# What a year is part of that is a yardstick: "giá so sánh 2010", "bằng 80% dự toán tỉnh giao năm 2017".
_YARDSTICK = re.compile(
    r"(?<!\w)giá (?:so sánh|cố định|gốc)(?: năm)? ?\(?$"
    r"|%[ ]{1,3}(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?!\w)[^.,;:()%\n]{0,45}$"
)
_YARDSTICK_REACH = 64
_FILLERS = ("của", "giao", "quân", "mức")
_UNTIL = re.compile(r"[ ]{1,3}(?:cho )?(?:đến|tới)[ ](?:hết[ ])?")
_TO_NOW = re.compile(r"(?<!\w)(?:(?:đến|tới) nay|hiện nay)(?!\w)")
_SENTENCE_END = re.compile(r"[.!?…][ ]|\n")


def role_of(s: str, found: FoundDate) -> Role:
    """What the words before a date make of it: a document's date, a yardstick, a bound, or the time of an event."""
    start = found.start
    first = found.first
    if first is not None and first.day is not None and first.year is not None:
        if is_issue(s, start):
            return "issued"
    elif _ISSUED.search(s, max(0, start - 20), start):
        return "issued"
    words = s[max(0, start - 24) : start].split()
    if words and words[-1] in _FILLERS:
        words.pop()
    if words[-2:] == ["thời", "điểm"] and "với" in words[-4:-2]:  # "so với thời điểm cuối năm 2021"
        return "compared"
    if is_yardstick(s, start):
        return "compared"
    if s.startswith(_BOUND_HEADS, start):
        return "bound"
    return _ROLES.get(words[-1], "event") if words else "event"


def is_issue(s: str, start: int) -> bool:
    """Whether a day at `start` is that of a document."""
    if _ISSUED.search(s, max(0, start - 40), start):
        return True
    return _OF_DOCUMENT.search(s, max(0, start - 90), start) is not None


def is_yardstick(s: str, start: int) -> bool:
    """Whether a year at `start` belongs to the prices or the plan that a figure is measured by."""
    begin = max(0, start - _YARDSTICK_REACH)
    # Most years have neither of what it begins with before them.
    if s.find("%", begin, start) < 0 and s.find("giá ", begin, start) < 0:
        return False
    return _YARDSTICK.search(s, begin, start) is not None


class Story:
    """What the page has spoken of up to some place."""

    def __init__(self, s: str) -> None:
        self.day: Point | None = None
        """The day of the last event."""
        self._period: Period | None = None
        self._reported: Period | None = None
        self._period_at = 0
        self._s = s
        self._line = self._at = self._line_start = self._day_line = 0
        self._opening: Point | None = None
        self._recent: Point | None = None
        self._told: dict[str, tuple[Point, int, int]] = {}
        self._written: tuple[Point, int] | None = None
        self._since: tuple[Point, int] | None = None
        self._month: tuple[Point, int, int] | None = None

    def reach(self, start: int) -> None:
        """Goes on to `start`."""
        if lines := self._s.count("\n", self._at, start):
            self._line += lines
            self._line_start = self._s.rfind("\n", self._at, start) + 1
        self._at = start

    def tell(self, first: Point, last: Point | None, role: Role, found: FoundDate, published: date | None) -> None:
        """Takes note of a date."""
        rule, since = found.rule, self._since
        self._since = (first, found.end) if role == "since" and last is None else None
        planned = published is not None and first.year is not None and first.year > published.year
        if (
            role in ("issued", "compared")
            or planned
            or rule in ("date.period", "date.years", "date.decade", "date.century")
        ):
            return
        if rule == SOME_MONTHS:
            pass
        elif (role != "since" or last is not None) and (role != "event" or first.day is None) and not first.time:
            self._period, self._period_at = (first, last), self._at
            if since and last is None and _UNTIL.fullmatch(self._s, since[1], found.start):
                self._period = self._reported = (since[0], first)
            elif first.day is None:
                self._reported = (first, last)
        if first.day is None:
            pass
        elif role == "event" or (role == "bound" and first.time):
            self.day, self._day_line = first, self._line
            self._note_recent(first, published)
        elif role == "since":
            self._note_recent(first, published)
        if first.month is not None and last is None:
            self._told["month"] = (first, self._line, self._at)
        if first.month and first.year and first.day is None and last is None and role == "event":
            self._month = (first, self._line, self._at)
        if first.quarter is not None:
            self._told["quarter"] = (Point(year=first.year, month=first.quarter * 3), self._line, self._at)
        if first.year is not None and role != "since":
            self._told["year"] = (first, self._line, self._at)

    def write(self, day: Point, role: Role) -> None:
        """Takes note of a day written with its year."""
        if role not in ("issued", "compared"):
            self._written = (day, self._at)

    def written_day(self, year: int) -> Point | None:
        """The day with a written year that this sentence tells of, or the one before if it is near `year`."""
        if self._written is None or self._at - self._written[1] > _NEAR:
            return None
        day, at = self._written
        ends = _SENTENCE_END.findall(self._s, at, self._at)
        goes_on = len(ends) == 1 and day.year is not None and year - day.year <= _NEXT_SENTENCE
        return day if not ends or (goes_on and "\n" not in ends) else None

    @property
    def day_here(self) -> Point | None:
        """The day that a clock time is of: the last one in this paragraph, else the one the report began with."""
        return self.day if self._day_line == self._line else self._opening or self._recent or self.day

    def _note_recent(self, day: Point, published: date | None) -> None:
        """Takes note of a day that the report itself can be of: it lies no more than a year back."""
        if published is None or not day.year or published.year - day.year <= 1:
            self._recent = day
            if self._opens_line():
                self._opening = day

    @property
    def period(self) -> Period | None:
        """What figures are given for: the last period; a day only in the sentence that states it ("tính đến 30/9")."""
        if self._period and not _SENTENCE_END.search(self._s, self._period_at, self._at):
            return self._period
        return self._reported or self._period

    def base(self, unit: str) -> Point | None:
        """What "that day", "the month before", "the end of the year" counts from, when it was just spoken of.

        Where the page turns to its own time, the months and years it told of are left: "Đến nay …; cuối năm, …".
        """
        if unit == "day":
            return ((self._opening or self._recent) if self._opens_line() else None) or self.day
        point, line, start = self._told.get(unit, (None, -1, 0))
        near = line == self._line and self._at - start < _NEAR
        return point if near and not _TO_NOW.search(self._s, start, self._at) else None

    @property
    def month_here(self) -> Point | None:
        """The month of a year that this place was just told of."""
        point, line, start = self._month or (None, -1, 0)
        return point if line == self._line and self._at - start < _NEAR else None

    def _opens_line(self) -> bool:
        """Whether a paragraph begins here, but for a dateline: such days carry the report."""
        return self._at - self._line_start < _DATELINE


def months_of_year(found: Sequence[FoundDate], s: str) -> set[int]:
    """The numbers of months in "9 tháng đầu năm" and in "9 tháng … so với cùng kỳ"."""
    numbers: set[int] = set()
    for item in found:
        first = item.first
        if item.rule == "date.months" and first and (first.half == 1 or first.month == 1):
            numbers.add(6 if first.half else (item.last and item.last.month) or 1)
        if item.year_to_date and _is_compared(s, item.end):
            numbers.add(item.year_to_date)
    return numbers


def _is_compared(s: str, end: int) -> bool:
    """Whether "cùng kỳ" follows on the same line, in this sentence or the next."""
    stop = s.find("\n", end, end + _COMPARED_WITHIN)
    return s.find("cùng kỳ", end, stop if stop >= 0 else end + _COMPARED_WITHIN) >= 0
