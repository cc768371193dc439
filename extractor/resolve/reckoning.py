"""When a page without publication time was written, reckoned from the dates that it states.

A year of the past is mostly background: that the page was written in it is taken only from words that tie it to the
report. Nothing later than what has happened may be left over, so the background never wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from extractor.calendars import Point, days_in, days_of
from extractor.recognise.dates import FoundDate
from extractor.resolve.stories import Role

# How far the first day of the report may lie before and after a full date, or the end of a period, that it goes with.
_DAYS_NEAR = (-2, 31)
_PERIOD_NEAR = (-62, 92)
# How far ahead the day of a plan may lie.
_PLANNED_WITHIN = 190
# The months in which last year's whole is still compared with the year before it.
_ANNUAL_REPORTS = 3
_YEAR_END = 12
# How far from publication a day written with its year may lie for the same day without it to be meant.
_SAME_DAY_WITHIN = 300
# Stands for a year that is not known, to count days in.
_NO_YEAR = 2001
# Until which month a plan for a year is one for the year that runs, and not for the next.
_PLANS_OF_THE_YEAR = 5
# The months in which the second half of a year is planned.
_MID_YEAR = (6, 7, 8)
# From which month on a year is summed up before it is over.
_SUMS_UP_EARLY = 10
# How far after "13 năm thực hiện" the date of the document may stand.
_SAME_CLAUSE = 150
_BACKGROUND = ("date.period", "date.years", "date.decade", "date.century")
# Days that are named in any year.
_EVERY_YEARS = {(1, 1), (12, 31)}
_ANNIVERSARY = re.compile(r"(?<!\w)(?:k[ỷỉ] niệm|ngày (?:sinh|mất|truyền thống)|\d năm|sinh)(?!\w)")
SENTENCE_END = re.compile(r"[.;!?…][ ]|\n")
_PLAN_BEFORE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|phấn đấu|chậm nhất|hạn cuối|hạn chót|mục tiêu|kế hoạch|nhiệm vụ|trước|phương hướng"
    r"|lộ trình|chỉ tiêu|dự toán|triển khai công tác|tới|hiệu lực|định hướng|đặt ra|yêu cầu|tầm nhìn)(?!\w)"
)
# What must be done within a year is said in that year.
_TO_DO = re.compile(r",?[ ][^.;\n]{0,40}?(?<!\w)(?:sẽ|phải|cần|phấn đấu)(?!\w)")
_FORECAST = re.compile(r"(?<!\w)dự báo (?:\w{1,12} ){0,8}$")
_PLAN_AFTER = re.compile(r"(?<!\w)(?:sẽ|dự kiến|phấn đấu)(?!\w)")
# What is to be done by then is planned years ahead.
_COMPLETED = re.compile(
    r"(?<!\w)(?<!đã )(?<!phải )(?:hoàn thành|hoàn tất|ra mắt|khánh thành|đưa vào|vận hành|tiếp theo)(?!\w)"
    r"[^.,;\n-]{0,30}$"
)
_COMPLETED_AFTER = re.compile(r"[ ](?:mới )?(?:hoàn thành|hoàn tất)(?!\w)")
# Laws and what carries them out are cited for years; a letter or a decision is news.
_LAW = re.compile(
    r"(?<!\w)(?:luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|thông tư|chiến lược|quy hoạch)[ ]"
    r"[^.,;()\s][^.,;()\n]{0,90},? ?\(?$"
)
_LAW_MADE = re.compile(
    r"[^.;\n]{0,40}?(?<!\w)(?:ban hành|thông qua)[ ]"
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư)(?!\w)"
)
_NEWLY = re.compile(r"(?<!\w)(?:vừa|mới)(?!\w)")
_TILL_NOW = re.compile(r"[ ](?:đến|tới|cho đến|cho tới) nay(?!\w)")
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
_IN_FORCE = re.compile(r"(?<!\w)hiệu lực(?!\w)")
_AS_OF = re.compile(r"(?<!\w)tính (?:đến|tới)(?: thời điểm| hết| cuối| ngày| cuối ngày)? $")
_STOOD = re.compile(r"(?:[.,:;\n][ ]?|(?<!\w)(?:tính|dù) )(?:đến|tới) $")
_THAN = re.compile(r"(?<!\w)(?:với|bằng) $")
_SO_THAN = re.compile(r"(?<!\w)so với (?:\w{1,12} ){0,3}$")
_YEARS = re.compile(r"P(\d+)Y")
_CONGRESS = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|tiến hành|diễn ra|bế mạc|dự)(?!\w)"
    r"(?:(?!nghị quyết|văn kiện|hội nghị|sau|trước|tại)[^\n])*(?<!\w)đại hội"
)
_SCHOOL = re.compile(r"(?<!\w)(?:(?P<begin>khai giảng)|tổng kết|bế giảng)(?!\w)")
_CELEBRATED = re.compile(r"(?<!\w)k[ỷỉ] niệm (?:lần thứ )?$")
_SUMMED_UP = re.compile(r"(?:tổng kết|kết quả|tình hình)(?:(?! so với)[^\n]){0,100}? (20\d\d)(?![\d.,/%-]*\d)")
_NEXT_TASKS = re.compile(r"(?:nhiệm vụ|phương hướng|kế hoạch)[^\n]{0,60}?năm (\d{4})")
_CARRIED_OUT = re.compile(r"[ ](?:thực hiện|triển khai|thi hành|ban hành)(?!\w)")
_ABOUT = re.compile(r"(?<!\w)(?:hơn|gần) $")
_THIS_YEAR = re.compile(r"(?<!\w)năm (?:nay|này)[ ,(]{1,3}$")


MonthDay = tuple[int, int]
RoleOf = Callable[[FoundDate], Role]


class Reckoned(NamedTuple):
    """When a page was written.

    year: of its writing
    day:  the first day it reports of
    days: the days that it also writes with their year, and that year
    """

    year: int
    day: date | None
    days: dict[MonthDay, int]


class _Dated(NamedTuple):
    """A date with its year, its role, whether it is of what is to come, and whether it is a year and no part of one."""

    found: FoundDate
    point: Point
    year: int
    role: Role
    planned: bool
    whole: bool


def reckon(found: Sequence[FoundDate], s: str, role_of: RoleOf) -> Reckoned | None:
    """When the page was written; None where its dates leave that open."""
    if not any(item.first and item.first.year for item in found):
        return None
    dated = list(_dated(found, s, role_of))
    report = _report(found, role_of)
    since = max((item.year + _is_over(item, s) for item in dated if _has_happened(item)), default=0)
    days = _full_days(dated, since)
    aims = {(item.point.month, item.point.day): item.year for item in dated if item.planned}
    again = [(day, days[day]) for day in _open_days(found) if day in days]
    evidence = [(2 if aims.get(day) == year else 1, year) for day, year in again]
    evidence += [(rank, year) for rank, year in _evidence(dated, report, s) if year >= since]
    if turn := _turn_of_year(s):
        evidence.append((1, turn + (report is None or (report.month or 0) < _SUMS_UP_EARLY)))
    if years := _sum_of_years(found, s, role_of):
        evidence.append((3, years))
    if (year := _occasion(found, report, s)) and year >= since:
        evidence.append((2, year))
    if not evidence and report and (year := _squeezed(dated, report)):
        evidence.append((3, year))
    if not evidence:
        return None
    best = min(rank for rank, _ in evidence)
    year = max(year for rank, year in evidence if rank == best)
    return Reckoned(year, _on(report, year) if report else None, days)


def spoken_day(found: Sequence[FoundDate], s: str) -> Point | None:
    """The day that a page calls today, where it says which: "hôm nay (8/6)", "chiều qua, 7/6"."""
    for item in found:
        point = item.first
        if item.rule != "date.relative" or point is None or not point.day or not point.month:
            continue
        words = s[item.start : item.end].split()
        steps = 0 if "nay" in words else 1 if "qua" in words else None
        if steps is not None:
            day = _on(point, point.year or _NO_YEAR) + timedelta(days=steps)
            return Point(year=point.year and day.year, month=day.month, day=day.day)
    return None


def days_written(found: Sequence[FoundDate], s: str, published: date, role_of: RoleOf) -> dict[MonthDay, int]:
    """The days that a page of `published` writes with a year near it."""
    near = {published.year - 1, published.year, published.year + 1}
    full = [item for item in found if item.first and item.first.day and item.first.year in near]
    days = _full_days(list(_dated(full, s, role_of)), published.year - 1) if full else {}
    return {
        (month, day): year
        for (month, day), year in days.items()
        if abs((_on(Point(month=month, day=day), year) - published).days) <= _SAME_DAY_WITHIN
    }


def _full_days(dated: list[_Dated], since: int) -> dict[MonthDay, int]:
    """The days that the page writes with their year, and that year; no ends of a year."""
    days: dict[MonthDay, int] = {}
    for item in dated:
        point = item.point
        if not point.day or not point.month or item.year < since or item.role == "issued":
            continue
        if (day := (point.month, point.day)) not in _EVERY_YEARS:
            days[day] = max(item.year, days.get(day, 0))
    return days


def _dated(found: Sequence[FoundDate], s: str, role_of: RoleOf) -> Iterator[_Dated]:
    for item in found:
        point = item.first
        if item.last and item.last.day:  # 21/6/1925 - 21/6/2017
            point = item.last
        if point is None or point.year is None or point.lunar or item.rule in _BACKGROUND:
            continue
        if point is item.first and point.day and _ANNIVERSARY.search(s, max(0, item.start - 80), item.start):
            continue
        whole = not (point.day or point.month or point.quarter or point.half)
        yield _Dated(item, point, point.year, role_of(item), _is_planned(s, item), whole)


def sentence_start(s: str, begin: int, end: int) -> int:
    """Where the sentence that goes on at `end` begins, at `begin` at the earliest."""
    for stop in SENTENCE_END.finditer(s, begin, end):
        begin = stop.end()
    return begin


def _is_planned(s: str, item: FoundDate) -> bool:
    """Whether the sentence sets the date as an aim, or says what will be on it."""
    begin = sentence_start(s, max(0, item.start - 100), item.start)
    if _PLAN_BEFORE.search(s, begin, item.start):
        return True
    if s.startswith("năm", item.start) and _FORECAST.search(s, max(begin, item.start - 70), item.start):
        return True
    end = SENTENCE_END.search(s, item.end, item.end + 40)
    return _PLAN_AFTER.search(s, item.end, end.start() if end else item.end + 40) is not None


def _has_happened(item: _Dated) -> bool:
    """Whether the page was written in the year of `item` or after it."""
    if item.planned and item.role != "issued":
        return False
    return not item.whole or item.role in ("event", "compared", "since")


def _is_over(item: _Dated, s: str) -> bool:
    """Whether the year of `item` is spoken of as one gone by: "từ năm 2016 đến nay"."""
    start = item.found.start
    return item.whole and s.startswith("năm", start) and _TILL_NOW.match(s, item.found.end) is not None


def _report(found: Sequence[FoundDate], role_of: RoleOf) -> Point | None:
    """The first day without year of an event, else the first one at all, else the first month."""
    days = [item for item in found if item.first and _is_open(item.first) and item.first.day]
    days = [item for item in days if item.first and (item.first.month, item.first.day) not in _EVERY_YEARS]
    for item in days:
        if role_of(item) == "event":
            return item.first
    if days:
        return days[0].first
    months = (item.first for item in found if item.first and _is_open(item.first) and not item.first.day)
    return next(months, None)


def _is_open(point: Point) -> bool:
    return point.year is None and point.month is not None and not point.relative and not point.lunar


def _open_days(found: Sequence[FoundDate]) -> set[MonthDay]:
    """The days without year."""
    points = (item.first for item in found if item.first and item.first.day and _is_open(item.first))
    return {(point.month or 0, point.day or 0) for point in points}


def _evidence(dated: list[_Dated], report: Point | None, s: str) -> Iterator[tuple[int, int]]:
    """Years the page may be of, each with its rank: 1 is the best."""
    # 1. "tính đến 31/12/2016"; "2 tháng trước (22/11/2016)"; "so với cuối năm 2016"; "năm nay (2017)"
    # 2. "cùng kỳ năm 2016"; a full date near the report's day; a period that is just over ("quý I/2017")
    # 3. A plan for the year after the one summed up; a plan to the day; the month before the report's
    past = {item.year for item in dated if not item.planned and _has_happened(item)}
    parts = {item.year for item in dated if not item.whole and item.role != "issued"}
    closed = max((item.year for item in dated if _is_closed(item, s)), default=0)
    running = {item.year for item in dated if not item.planned and item.role != "issued" and _is_early(item)}
    early = report is None or (report.month or 0) <= _PLANS_OF_THE_YEAR
    aims = {item.year for item in dated if item.planned and item.whole}
    latest = max(parts, default=9999)
    next_years = {year + 1 for year in past - running - aims if year <= latest} - (_summed_up(dated) - parts)
    spoken: _Dated | None = None
    for item in dated:
        year, point, before = item.year, item.point, item.found.start
        if not item.found.same_period:
            spoken = item
        if item.found.same_period:
            annual = spoken is not None and spoken.year == year + 1 and _is_whole_year(spoken, s)
            if report and (report.month or 0) > _ANNUAL_REPORTS and not annual:
                yield 2, year + 1
        elif item.role == "compared" and _closes_year(item, s):
            if year + 1 > closed:
                yield 1, year + 1
        elif item.whole:
            if _THIS_YEAR.search(s, max(0, before - 14), before):
                yield 1, year
            elif (early and year in next_years and item.planned and _is_aim(item, s)) or (
                report and s.endswith("trong ", 0, before) and _TO_DO.match(s, item.found.end)
            ):
                yield 3, year
        elif report is None:
            continue
        elif item.found.rule == "date.away":
            yield 1, _after(report, point)
        elif item.role == "compared":
            continue
        elif _AS_OF.search(s, max(0, before - 30), before):
            yield 1, _after(report, point)
        elif rank := _nearness(item, report, s):
            yield rank


def _squeezed(dated: list[_Dated], report: Point) -> int | None:
    """The only year in which the report's day lies between what has happened and what is planned soon after."""
    spans = [(item, _days(item)) for item in dated if item.role != "compared"]
    past, over = max((days for item, days in spans if _has_happened(item)), default=(date.max, date.max))
    ahead = min((days[1] for item, days in spans if not _has_happened(item) and days[1] >= past), default=None)
    if ahead is None or (ahead - over).days > _PLANNED_WITHIN or (over - past).days > _PLANNED_WITHIN:
        return None
    years = [year for year in range(past.year, ahead.year + 1) if past <= _on(report, year) <= ahead]
    return years[0] if len(years) == 1 else None


def _days(item: _Dated) -> tuple[date, date]:
    """The first and the last day of a date, or of the range it begins."""
    point = replace(item.point, time="", relative=None)
    first, last = days_in(point.iso()) or (date(item.year, 1, 1), date(item.year, 12, 31))
    if item.found.last and item.found.last.year:
        last = (days_in(item.found.last.iso()) or (first, last))[1]
    return first, last


def _summed_up(dated: list[_Dated]) -> set[int]:
    """The years that the page tells of as a whole beside the one before, which is only their yardstick."""
    told = {item.year for item in dated if item.whole and item.role == "event" and not item.planned}
    yardsticks = {item.year for item in dated if item.role == "compared"}
    return {year for year in told if year - 1 in yardsticks and year - 1 not in told}


def _is_aim(item: _Dated, s: str) -> bool:
    """Whether a year is the one that is planned for, and neither the end nor the yardstick of a plan."""
    if item.role in ("since", "bound") or _is_completion(item, s):
        return False
    return not _SO_THAN.search(s, max(0, item.found.start - 30), item.found.start)


def _is_completion(item: _Dated, s: str) -> bool:
    """Whether something is to be finished at the time of `item`, which may be years ahead."""
    start, end = item.found.start, item.found.end
    return _COMPLETED.search(s, max(0, start - 60), start) is not None or _COMPLETED_AFTER.match(s, end) is not None


def _is_of_law(item: _Dated, s: str) -> bool:
    """Whether `item` is the date of a law, and that not a new one."""
    if item.role != "issued" or item.found.rule == "date.relative":
        return _LAW_MADE.match(s, item.found.end) is not None
    law = _LAW.search(s, max(0, item.found.start - 130), item.found.start)
    return law is not None and not _NEWLY.search(s, max(0, law.start() - 20), item.found.start)


def _is_early(item: _Dated) -> bool:
    """Whether it is a part of a year that leaves its end open."""
    point = item.point
    return not item.whole and (point.month or 0) < 11 and point.quarter != 4 and point.half != 2


def _closes_year(item: _Dated, s: str) -> bool:
    """Whether what is compared with is the end of a year: "so với cuối năm 2016", "so với tháng 12/2016"."""
    if not item.whole:
        return item.point.month == _YEAR_END
    start = item.found.start
    return s.startswith(("cuối", "hết"), start) and _THAN.search(s, max(0, start - 8), start) is not None


def _is_whole_year(item: _Dated, s: str) -> bool:
    """Whether something is told of all of a year: "trong năm 2016, tỉnh đón 2 triệu khách"."""
    return item.whole and item.role == "event" and s.startswith(("năm", "cả năm"), item.found.start)


def _is_closed(item: _Dated, s: str) -> bool:
    """Whether the page tells where things stood at the end of a year: "đến hết năm 2016, có 10 xã"."""
    start, end = item.found.start, item.found.end
    if not item.whole or item.planned or item.role != "bound" or not s.startswith(("cuối", "hết"), start):
        return False
    return _STOOD.search(s, max(0, start - 12), start) is not None or s.startswith(" so với", end)


def _nearness(item: _Dated, report: Point, s: str) -> tuple[int, int] | None:
    """The year of the report's day when it lies near a day, period or month with its year; and its rank."""
    point, start = item.point, item.found.start
    last = item.found.last
    if _is_of_law(item, s) or _is_completion(item, s):
        return None
    if point.day and _IN_FORCE.search(s, max(0, start - 80), start):  # as well next year as this
        return None
    if point.day and item.role != "issued" and _TO_COME.search(s, max(0, start - 60), start):
        day, told = _on(point, item.year), _on(report, item.year)
        told = told if told <= day else _on(report, item.year - 1)
        return (3, told.year) if (day - told).days <= _PLANNED_WITHIN else None
    if point.day:
        told, days = _beside(report, _on(point, item.year))
        first = 0 if item.role == "issued" else -_DAYS_NEAR[1] if item.planned else _DAYS_NEAR[0]
        return (2, told.year) if first <= days <= _DAYS_NEAR[1] else None
    if item.planned:
        return (3, item.year) if point.half == 2 and report.month in _MID_YEAR else None
    if point.quarter or point.half or last:
        month = (point.quarter or 0) * 3 or (point.half or 0) * 6 or (last.month if last else 0) or _YEAR_END
        told, days = _beside(report, date((last.year if last else None) or item.year, month, 28))
        return (2, told.year) if _PERIOD_NEAR[0] <= days <= _PERIOD_NEAR[1] else None
    told, _ = _beside(report, date(item.year, point.month or 1, 28))
    months = (told.year - item.year) * 12 + told.month - (point.month or 1)
    till_now = _TILL_NOW.match(s, item.found.end) is not None
    return (3, told.year) if abs(months) == 1 and report.day and item.role == "event" and not till_now else None


def _on(point: Point, year: int) -> date:
    """The day of `point` in `year`; the middle of its month where it has none."""
    month = point.month or 1
    return date(year, month, min(point.day or 15, days_of(year, month)))


def _beside(report: Point, day: date) -> tuple[date, int]:
    """The day of the report nearest to `day`, and how many days after it that is."""
    told = min((_on(report, day.year + step) for step in (-1, 0, 1)), key=lambda told: abs((told - day).days))
    return told, (told - day).days


def _after(report: Point, point: Point) -> int:
    """The year in which the report's day first comes after `point`, or with it."""
    year = point.year or 0
    return year if _on(report, year) >= _on(point, year) - timedelta(days=_DAYS_NEAR[1] // 2) else year + 1


def _turn_of_year(s: str) -> int | None:
    """The year that the page sums up while it plans the next: it is written at the turn of the two."""
    if "nhiệm vụ" not in s and "phương hướng" not in s and "kế hoạch" not in s:
        return None
    ahead = _NEXT_TASKS.search(s)
    past = _SUMMED_UP.search(s) if ahead else None
    return int(past[1]) if past and ahead and int(ahead[1]) == int(past[1]) + 1 else None


def _occasion(found: Sequence[FoundDate], report: Point | None, s: str) -> int | None:
    """The year of the occasion reported of: a congress, the begin or end of a school year, an anniversary."""
    # 1. "Ngày 5/6, huyện tổ chức Đại hội …, nhiệm kỳ 2020 - 2025": a term begins with its congress
    # 2. "Sáng 5/9, trường khai giảng năm học 2017 - 2018", "Ngày 25/5, trường tổng kết năm học 2016 - 2017"
    # 3. "Ngày 14/6, tỉnh kỷ niệm 60 năm Ngày Bác về thăm (14/6/1957)"
    if report is None or not report.day:
        return None
    told = next((item for item in found if item.first is report), None)
    for item, before in zip(found[1:], found, strict=False):
        first, last = item.first, item.last
        if told is None or first is None or first.year is None or item.start < told.end:
            continue
        clause = s[max(told.end, item.start - _SAME_CLAUSE) : item.start]
        if SENTENCE_END.search(s, told.end, item.start):
            return None
        if item.rule == "date.period" and last and last.year:
            if s.startswith("nhiệm kỳ", item.start) and _CONGRESS.search(clause):
                return first.year
            if s.startswith("năm học", item.start) and (school := _SCHOOL.search(clause)):
                begins = school["begin"] is not None
                fits = report.month in (8, 9, 10) if begins else report.month in (5, 6, 7, 8)
                return (first.year if begins else last.year) if fits else None
        years = _YEARS.fullmatch(before.value)
        if years and first.day and not last and _CELEBRATED.search(s, max(0, before.start - 30), before.start):
            year = min(first.year + int(years[1]), 9999)
            near = abs((_on(report, year) - _on(first, year)).days) <= _DAYS_NEAR[1]
            return year if near else None
    return None


def _sum_of_years(found: Sequence[FoundDate], s: str, role_of: RoleOf) -> int | None:
    """The year that "13 năm thực hiện" of a document of 2008 makes: 2021."""
    for item, after in pairwise(found):
        years = _YEARS.fullmatch(item.value) if item.value else None
        document = after.first if after.start - item.end < _SAME_CLAUSE else None
        if not years or not document or not document.year or not document.day or role_of(after) != "issued":
            continue
        if _CARRIED_OUT.match(s, item.end) and not _ABOUT.search(s, max(0, item.start - 5), item.start):
            return min(document.year + int(years[1]), 9999)
    return None
