"""Recognises time expressions: what the words themselves fix of a date, time, duration or set.

Anchors are the words that begin an expression and short digit runs. At each anchor, from left to right, the cases of
the grammar are tried in order of how much their words prove; `resolve.dates` completes what they leave open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from extractor.calendars import Point
from extractor.patterns import Patterns
from extractor.recognise.date_days import HOUSE_STYLE, Days
from extractor.recognise.date_lengths import Lengths
from extractor.recognise.date_lunar import LunarDays
from extractor.recognise.date_periods import Periods
from extractor.recognise.date_shapes import CLAUSE_END, YEAR, YEAR_END, FoundDate, shape
from extractor.recognise.date_words import DateWord, DateWords
from extractor.scan import Vocabulary
from extractor.text import Text

Case = Callable[[str, int], list[FoundDate]]

# A digit run that may begin an expression; the name of the empty group that closes it says which. A folded text has no
# other digits than these, and a set is found faster than `\d`.
_DIGITS = re.compile(
    r"[0-9](?<![\w.,/:-].)(?:"
    r"\d?+(?:(?=:[0-5]\d|[ ]{0,3}(?:[hg]|giờ)(?![^\W\d_]))(?P<clock>)"
    r"|(?=[ ]{0,3}/[ ]{0,3}\d|[ ]{0,3}-[ ]{0,3}\d|[ ]?\.[ ]?\d{1,2}(?!\d)|,?[ ]{1,3}tháng[ ]{1,3}\w"
    r"|[ ]{1,3}(?:đến|tới)[ ]{1,3}(?:\d|m[ùồ]ng[ ])|(?:,|[ ]{1,3}và)[ ]{1,3}\d{1,2}(?:[ ]?[/-]|[ ]tháng[ ]))(?P<day>))"
    r"|\d{0,2}+(?:,\d)?+"
    r"(?=[ ]{1,3}(?:năm|tháng|ngày|hôm|tuần|quý|phút|giây|tiếng|thập|thế|giờ|lần|tết)(?!\w))(?P<count>)"
    r"|\d?+(?=t(?:[ ]?[/-][ ]?20\d\d|[ ]{1,3}(?:năm|đầu)[ ]))(?P<short_count>)"
    r"|(?<=[12])[01289]\d\d-\d\d-\d\d(?!\d)(?P<iso>)"
    r"|(?<=[12])[01289]\d\d(?!\d)(?P<year>)"
    r")"
)
# What follows a year that has a cell of a table to itself or heads a comparison in one: "| 2013 so với 2012 |".
_CELL_END = re.compile(r"[ ]?(?:[\t|\n]|$)|[ ]so[ ]với[ ]")
# With a capital it is a name; "thứ hai" may be the second.
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
# The mark between day and month, with a digit on both sides.
_MARK = re.compile(r"(?<=\d)[-.](?=\d)")
_JOINED = shape(r"(?: ?- ?| ?, ?|,? và |(?: cho)? (?:đến|tới)(?: hết| cuối)? | )(?:ngày |hết )?")
# A year, or a day after a clock time, that is written but is none we read: what stands before it is of no other year.
_OTHER_YEAR = shape(
    rf"(?:(?: ?\(?(?:âm lịch|al|âl)\)?)?,? ?(?:của )?năm (?!{YEAR}{YEAR_END})\d{{1,9}}| ?/ ?\d{{3,9}})(?![\d%]|[.,]\d)"
)
_OTHER_YEAR_NUMBER = shape(rf" (?!{YEAR}{YEAR_END})\d{{4,9}}(?![\d%]|[.,]\d)")
_OTHER_DAY = shape(
    r" ?,? ?(?:ngày \d{1,2} ?[/.-] ?\d{1,2}(?!\d)|\d{1,2} ?(?P<sep>[/.-]) ?\d{1,2} ?(?P=sep) ?\d{2,9}(?!\d))"
)
# The months of "T09/2019".
_TWO_DIGITS = tuple(f"0{number}" for number in range(1, 10))
_BEFORE_CHRIST = shape(r" ?\(?(?:trước công nguyên|trước cn|tcn|tr\.? ?cn)(?!\w)")


class DateRecogniser:
    """Finds time expressions; made once, thread safe."""

    def __init__(self, patterns: Patterns) -> None:
        words = DateWords(patterns)
        days = Days(words)
        periods = Periods(words, days)
        lengths = Lengths(words, days, periods)
        lunar = LunarDays(words, days)
        self._lengths, self._lunar = lengths, lunar
        self._anchors = Vocabulary(_anchors(words))
        self._weekdays = Vocabulary(
            (f"{head} {name}", "named weekday") for head in ("thứ", "Thứ") for name in _WEEKDAYS
        )
        self._cases: dict[str, tuple[Case, ...]] = {
            # Digits
            "clock": (days.at, lengths.digits),
            "day": (days.digits, lunar.digits, periods.months_of_year, lengths.digits, periods.bare),
            "count": (periods.months_of_year, periods.plan, lengths.digits, lengths.times, lunar.day),
            "short_count": (periods.months_of_year,),
            "year": (periods.bare,),
            "iso": (days.iso, periods.bare),
            # Words that begin an expression
            "part of day": (days.at, lunar.day, lengths.words),
            "ngày": (days.at, lunar.day, lengths.words, lengths.any_unit),
            "weekday": (days.at,),
            "named weekday": (days.at, days.named_weekday),
            "tuần": (periods.unit_away, lengths.words, lengths.any_unit),
            "tháng": (periods.early_months, lengths.words, periods.month, periods.unit_away, lengths.any_unit),
            "tháng Năm": (lengths.words, periods.may),
            "quý": (lengths.words, periods.quarter, periods.unit_away, lengths.any_unit),
            "năm": (lunar.year, lengths.words, periods.year, periods.unit_away, lengths.any_unit),
            "quí": (periods.quarter,),
            "nửa": (periods.half, lengths.half),
            "unit": (lengths.words,),
            "age": (periods.age, lengths.words),
            "những năm": (periods.many_years,),
            "sang năm": (periods.next_year,),
            "short": (periods.short,),
            "period": (periods.period,),
            "set": (lengths.each,),
            "same period": (periods.same_period,),
            "lunar": (lunar.day,),
            "feast": (lunar.feast, periods.period),
        }

    def __call__(self, text: Text) -> list[FoundDate]:
        """All time expressions in `text`, in order, never overlapping."""
        s = text.folded
        anchors = [(hit.start, hit.entry) for hit in self._anchors.find(text)]
        anchors += [(hit.start, hit.entry) for hit in self._weekdays.find(text)]
        anchors += [(match.start(), match.lastgroup or "") for match in _DIGITS.finditer(s)]
        anchors.sort()
        found: list[FoundDate] = []
        position = 0
        for start, name in anchors:
            if start < position:
                continue
            for case in self._cases[name]:
                if (items := case(s, start)) and items[0].start >= position:
                    items[-1] = self._lunar.marked(s, self._lengths.every(s, items[-1]))
                    found += items
                    position = items[-1].end
                    break
            else:
                if name == "year" and _is_cell(text.raw, start):
                    point = Point(year=int(s[start : start + 4]))
                    found.append(FoundDate(start=start, end=start + 4, rule="date.cell", type="DATE", first=point))
                    position = start + 4
        return _share_tails(s, _in_house_style(s, [item for item in found if not _is_of_another_time(s, item)]))


def _is_of_another_time(s: str, found: FoundDate) -> bool:
    """Whether words right after `found` date it to what is no date of ours.

    1. before our era: "năm 2021 trước công nguyên"
    2. a year out of range: "mùng 30 tháng Chạp năm 9999", "quý I/9999", "6 tháng đầu năm 9999"
    3. a clock time of a day that is none: "0h00 ngày 31/12/9999"
    """
    if _BEFORE_CHRIST.match(s, found.end):
        return True
    first = found.first
    if first is not None and (first.year is not None or first.relative is not None):
        return False
    if s.endswith("năm", 0, found.end) and found.end - found.start > len("năm"):
        number = _OTHER_YEAR_NUMBER.match(s, found.end)
        return number is not None and CLAUSE_END.match(s, number.end()) is not None
    if found.type == "SET" or first is None:
        return False
    if _OTHER_YEAR.match(s, found.end):
        return True
    return bool(first.time) and first.day is None and _OTHER_DAY.match(s, found.end) is not None


def _in_house_style(s: str, found: list[FoundDate]) -> list[FoundDate]:
    """`found` without the days that only the page's habit could prove, where it has no such habit: "từ 6-9"."""
    unproven = [item for item in found if item.rule == HOUSE_STYLE]
    if not unproven:
        return found
    days = (item for item in found if item.rule != HOUSE_STYLE and item.first and item.first.day)
    marks = {mark[0] for day in days if (mark := _MARK.search(s, day.start, day.end))}
    return [
        item
        for item in found
        if item.rule != HOUSE_STYLE or (_MARK.findall(s, item.start, item.end)[:1] or [""])[0] in marks
    ]


def _anchors(words: DateWords) -> Iterator[tuple[str, str]]:
    """The words that begin an expression, with the name of their cases."""
    yield from ((form, form) for form in ("ngày", "tuần", "tháng", "quý", "quí", "năm", "nửa"))
    yield "hôm", "ngày"
    yield from ((form, "tháng Năm") for form in ("tháng Năm", "Tháng Năm"))
    yield from ((form, "weekday") for form in ("thứ", "chủ nhật"))
    yield from ((form, "part of day") for form in words.parts)
    yield from ((form, "ngày") for form in words.days)
    yield from ((form, "period") for form in words.periods)
    yield from ((form, "set") for form in words.sets)
    yield from ((form, "same period") for form in words.sames)
    yield from ((form, "unit") for form in ("phút", "giây", "giờ", "tiếng"))
    yield from ((form, "age") for form in ("thế kỷ", "thế kỉ", "thập kỷ", "thập kỉ", "thập niên"))
    yield "những năm", "những năm"
    yield "sang năm", "sang năm"
    yield from ((f"T{dot}{number}", "short") for dot in ("", ".") for number in (*range(1, 13), *_TWO_DIGITS))
    yield from ((f"Q{dot}{number}", "short") for dot in ("", ".") for number in ("I", "II", "III", "IV", 1, 2, 3, 4))
    yield from ((form, "lunar") for form in ("mùng", "mồng", "rằm"))
    yield from ((form, "feast") for form in words.feasts)


def _is_cell(raw: str, start: int) -> bool:
    """Whether the year at `start` stands in a cell of a table: a tab or a bar parts it from the one before."""
    cell = raw[max(0, start - 2) : start].rstrip(" ")[-1:] in ("\t", "|")
    return cell and 1900 <= int(raw[start : start + 4]) <= 2100 and _CELL_END.match(raw, start + 4) is not None


def _share_tails(s: str, found: list[FoundDate]) -> list[FoundDate]:
    """`found` with what a date leaves to the one it is joined to: từ tháng 3 đến tháng 5/2017, ngày 13 - ngày 15/8."""
    for index in range(len(found) - 2, -1, -1):
        this, after = found[index], found[index + 1]
        if this.first is None or after.first is None or this.last or this.first.relative or this.first.year:
            continue
        if after.start - this.end > 20 or not _JOINED.fullmatch(s, this.end, after.start):
            continue
        first, other = this.first, after.first
        if first.day and not first.month and other.month and other.day:
            first = replace(first, month=other.month, year=other.year, lunar=other.lunar)
        elif (first.month or first.quarter) and not first.day and other.year and _is_longer(other, after.last):
            # tháng 6 và 6 tháng đầu năm 2017, quý IV và cả năm 2016
            if "đến" not in (joint := s[this.end : after.start]) and "tới" not in joint and "-" not in joint:
                first = replace(first, year=other.year)
        elif (first.day is None) == (other.day is None) and (first.month or first.quarter) and other.year:
            later = (other.month or 0, other.day or 0) < (first.month or 0, first.day or 0)
            first = replace(first, year=other.year - later)
        elif first.time and not first.day and other.day and other.time:
            first = replace(first, day=other.day, month=other.month, year=other.year, relative=other.relative)
        found[index] = replace(this, first=first, lunar=first.lunar)
    return found


def _is_longer(point: Point, last: Point | None) -> bool:
    """Whether a point, or a range with that `last`, is a half or a whole year, or its first months."""
    if point.day is not None or point.quarter is not None:
        return False
    return point.half is not None or point.month is None or (last is not None and last.month is not None)


__all__ = ["DateRecogniser", "DateWord", "FoundDate"]
