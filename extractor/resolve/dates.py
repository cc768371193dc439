"""Dates anchored: years completed, relative and lunar expressions resolved.

An open date is read from the publication time; without one, from the dates and years the page itself states. What
nothing fixes keeps its X.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, TypeVar

from msgspec.structs import replace

from extractor.article import Date
from extractor.calendars import Point, Relative, bounds, days_in, days_of
from extractor.lunar import month_end, solar_day, year_in_cycle
from extractor.page import Page
from extractor.recognise.date_days import BARE_PART
from extractor.recognise.dates import FoundDate
from extractor.resolve.reckoning import SENTENCE_END, Reckoned, days_written, reckon, sentence_start, spoken_day
from extractor.resolve.stories import Role, Story, months_of_year, role_of

Anchor = Literal["published", "stated", "inferred", "clock rejected"]
T = TypeVar("T")

# A day to come is meant without a word of plan only when the same day in the past lies this many times farther away.
_NEARER = 2.5
# What is planned lies ahead, but not next year what has been this year: that would be written.
_PLANNED = 1.5
# How many months after the ninth "9 tháng" can still be news.
_JUST_OVER = 1
_QUARTERLY = (3, 6, 9)
# How far back a quotation may have begun.
_QUOTED = 1000
# How many years back a day without year can go on with a story.
_STORY_YEARS = 6
# The month in which a school year begins.
_SEASON = 8
# How many days a quarter must have run to be what "quý I" speaks of without a word of plan.
_BEGUN = 30
# Has every day of the year.
_LEAP_YEAR = 2000
_PLAN = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|phấn đấu|chuẩn bị|chậm nhất|hạn cuối|sắp tới|hạn chót|chào mừng)(?!\w)")
_DEADLINE = re.compile(r"(?<!\w)trước[ ]{1,3}$")
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|từng|qua)(?!\w)")


def resolve_dates(found: Sequence[FoundDate], page: Page) -> list[Date]:
    """The dates of the record, in order of `found`; "hôm sau" where no day was spoken of before is none."""
    reader = _Reader(page, found)
    return [date for item in found if (date := reader.read(item))]


class _Reader:
    """Reads the dates of one page in order; holds what the page has told so far."""

    def __init__(self, page: Page, found: Sequence[FoundDate]) -> None:
        self._raw, self._s = page.text.raw, page.content.folded
        self._published = _day(page.published)
        self._story = Story(self._s)
        self._months_of_year = months_of_year(found, self._s)
        self._found = found
        self._spoken = None if self._published else spoken_day(found, self._s)
        self._roles: dict[tuple[int, int], Role] = {}
        self._parts: dict[str, Point] = {}
        """The days of a page without publication time that were told with a part of day."""
        self._written = days_written(found, self._s, self._published, self._role) if self._published else {}
        self._clock = any(part.category == "widget" for part in page.boilerplate)

    @functools.cached_property
    def _reckoned(self) -> Reckoned | None:
        """When a page without publication time was written, as far as its dates tell."""
        return None if self._published else reckon(self._found, self._s, self._role)

    def _role(self, found: FoundDate) -> Role:
        """The role of a date, read once: the reckoning asks for many of them before their turn."""
        span = found.start, found.end
        role = self._roles.get(span)
        if role is None:
            role = self._roles[span] = role_of(self._s, found)
        return role

    @property
    def _today(self) -> date | None:
        """The day of publication, or the day that an undated page reports of."""
        return self._published or (self._reckoned.day if self._reckoned else None)

    @property
    def _current(self) -> int | None:
        """The year of publication, or that the page was written in."""
        if self._published:
            return self._published.year
        return self._reckoned.year if self._reckoned else None

    def read(self, found: FoundDate) -> Date | None:
        """The date of the record; None where it counts from nothing that was told ("hôm sau"), or is no lunar day."""
        self._story.reach(found.start)
        if found.first and found.first.relative and self._counts_from_nothing(found.first.relative, found.rule):
            return None
        if found.rule == BARE_PART and not self._story.day:
            return None
        if found.first and _is_beyond_tables(found.first):
            return None
        kind, value, anchor = found.type, found.value, None
        if found.same_period:
            value, anchor = self._same_period(found)
        elif found.first is not None:
            value, anchor = self._point(found, found.first)
        elif found.year_to_date and (months := self._year_to_date(found)):
            said, _ = self._point(replace(found, type="DATE", first=months[0], last=months[1]), months[0])
            if not self._s.startswith("qua", found.end - 3):  # "9 tháng qua" is a length, but tells the period
                kind, value, anchor = "DATE", said, "published" if self._published else None
        if anchor is None and "XXXX" in value and self._clock:
            anchor = "clock rejected"
        span = bounds(value) if kind in ("DATE", "TIME") else None
        return Date(
            start=found.start,
            end=found.end,
            text=self._raw[found.start : found.end],
            type=kind,
            value=value,
            begin=span[0] if span else None,
            until=span[1] if span else None,
            anchor=anchor,
            calendar="lunar" if found.lunar else None,
            rule=found.rule,
        )

    def _counts_from_nothing(self, relative: Relative, rule: str) -> bool:
        """Whether a date is some days, or a stated length, from a day or year that the page never told."""
        if relative.base == "speech" or relative.steps == 0 or (relative.unit != "day" and rule != "date.away"):
            return False
        return self._story.base(relative.unit) is None

    def _point(self, found: FoundDate, first: Point) -> tuple[str, Anchor | None]:
        """The value of a date with one or two points; the story takes note of it."""
        point, anchor = self._fix(first, found)
        last = found.last
        if first.lunar and first.month and first.day is None and point.day is not None:
            last = _of(month_end(_day_of(point)))
        elif last is not None and last.lunar and last.day and first.day:
            last = _on(point, _day_of(point) + timedelta(days=last.day - first.day)) if point.day else point
        elif first.relative and first.relative.unit == "season" and point.year:
            last = Point(year=point.year + 1)
        elif last is not None and last.time and (last.day, last.month) == (first.day, first.month):
            last = replace(point, time=last.time)
        elif last is not None and last.day and last.month is None:
            last = replace(point, day=last.day)
        elif last is not None and last.year is None and point.year is not None:
            turns = (last.month or 0, last.day or 0) < (point.month or 0, point.day or 0)
            last = replace(last, year=point.year + turns)
        role = self._role(found)
        if self._published is None and point.day and point.time and role == "event":
            self._parts[point.time] = point
        self._story.tell(point, last, role, found, self._published)
        if first.day is not None and first.year is not None and not first.lunar:
            self._story.write(point if last is None else last, role)
        return (point.iso() if last is None else f"{point.iso()}/{last.iso()}"), anchor

    def _fix(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """`point` with what can be known of its year, month and day, and what that is known from."""
        if point.lunar or point.cycle is not None:
            return self._lunar(point, found)
        if point.relative is not None:
            return self._away(point, point.relative, found)
        if point.year is not None or point.decade is not None or point.century is not None:
            return point, None
        if point.weekday is not None and point.day is None:
            return self._weekday(point, found)
        if point.month is None and point.quarter is None and point.half is None:
            return self._lone(point, found)
        return self._year(point, found)

    # ------------------------------------------------------------------------------------------------------ open years

    def _year(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """A day, month, quarter or half whose year is not written."""
        today = self._published
        if today is not None:
            if point.half or (found.rule == "date.months" and found.last):
                return replace(point, year=today.year), "published"
            if written := self._written.get((point.month or 0, point.day or 0)):
                return replace(point, year=written), "stated"
            if point.day and not point.toward and (near := self._beside_written(point, found, today)):
                return replace(point, year=near), "stated"
            years = [year for year in range(today.year - 1, today.year + 2) if _exists(point, year)]
            spans = [(*_span(replace(point, year=year)), year) for year in years]
            if point.quarter and point.toward == 0 and not self._planned(found):
                spans = [span for span in spans if not 0 <= (today - span[0]).days < _BEGUN]
            year = self._nearest(spans, point, found, today)
            return (replace(point, year=year), "published") if year else (point, None)
        return self._reckon(point, found)

    def _reckon(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """An open date of a page without publication time, where its own dates tell when it was written."""
        told = self._story.month_here
        if point.day and told and told.month == point.month:  # Tháng 10/2021, …; đến ngày 20/10, …
            return replace(point, year=told.year), "stated"
        now = self._reckoned
        if now is None:
            return point, None
        if stated := now.days.get((point.month or 0, point.day or 0)):
            return replace(point, year=stated), "stated"
        if now.day is None or point.half or (found.rule == "date.months" and found.last):
            return replace(point, year=now.year), "inferred"
        years = [year for year in range(now.year - 1, now.year + 2) if _exists(point, year)]
        spans = [(*_span(replace(point, year=year)), year) for year in years]
        year = self._nearest(spans, point, found, now.day)
        return (replace(point, year=year), "inferred") if year else (point, None)

    def _beside_written(self, point: Point, found: FoundDate, today: date) -> int | None:
        """The year of a day told right after one with its year: "ngày 10/3/2019 …; đến ngày 25/6, …".

        Before the year of publication any day goes on with the story; after it only what is a bound.
        """
        written = self._story.written_day(today.year)
        if written is None or not written.year or point.month is None or written.year == today.year:
            return None
        year = written.year + ((point.month, point.day or 0) < (written.month or 0, written.day or 0))
        if not _exists(point, year):
            return None
        if written.year < today.year:
            told = date(year, point.month, point.day or 1)
            goes_on = not point.time and told <= today and today.year - written.year <= _STORY_YEARS
            return year if goes_on and not self._planned(found) else None
        return year if self._role(found) == "bound" else None

    def _nearest(self, spans: Iterable[tuple[date, date, T]], point: Point, found: FoundDate, today: date) -> T | None:
        """What lies nearest before `today`, or after it where it is planned or so near that the past is no reading."""
        past = max(
            ((end, what) for begin, end, what in spans if begin <= today), default=None, key=lambda pair: pair[0]
        )
        ahead = min(
            ((begin, what) for begin, _, what in spans if begin > today), default=None, key=lambda pair: pair[0]
        )
        if past is None or ahead is None:
            return (past or ahead or (None, None))[1]
        behind, away = (today - past[0]).days, (ahead[0] - today).days
        if behind <= 0 or point.toward < 0:
            return past[1]
        same_year = today.month > 3 and ahead[0].year == today.year
        near = away * _NEARER < behind or (point.day is None and away < behind and same_year)
        planned = away < behind * _PLANNED and self._planned(found)
        return ahead[1] if point.toward > 0 or near or planned else past[1]

    def _planned(self, found: FoundDate) -> bool:
        """Whether the sentence speaks of what is to come."""
        begin = max(0, found.start - 120)
        start = sentence_start(self._s, begin, found.start)
        if _DEADLINE.search(self._s, max(0, found.start - 7), found.start):
            return _PAST.search(self._s, start, found.start) is None
        end = SENTENCE_END.search(self._s, found.end, found.end + 60)
        stop = end.start() if end else found.end + 60
        return _PLAN.search(self._s, start, stop) is not None and _PAST.search(self._s, start, stop) is None

    # -------------------------------------------------------------------------------------------------- relative dates

    def _away(self, point: Point, relative: Relative, found: FoundDate) -> tuple[Point, Anchor | None]:
        """A point some units away from publication or from what was spoken of."""
        point = replace(point, relative=None)
        base, anchor = self._base(relative, found)
        if base is None and relative.unit == "day" and relative.steps in (0, -1) and point.time in self._parts:
            told = self._parts[point.time]  # "chiều qua" where "chiều 10/5" was told: the same
            return replace(point, year=told.year, month=told.month, day=told.day), "stated"
        if base is None:
            return _left_open(point, relative), None
        if relative.unit == "day" and base.year is None and base.month and base.day:
            day = date(_LEAP_YEAR, base.month, base.day) + timedelta(days=relative.steps)
            return replace(point, month=day.month, day=day.day), anchor
        if base.year is None:
            return _left_open(point, relative), None
        day, steps = date(base.year, base.month or 1, base.day or 1), relative.steps
        try:
            return _step(point, day, relative.unit, steps), anchor
        except (ValueError, OverflowError):
            return _left_open(point, relative), None

    def _base(self, relative: Relative, found: FoundDate) -> tuple[Point | None, Anchor | None]:
        """The point to count from."""
        if relative.base == "story" and (told := self._story.base(relative.unit)):
            return told, "stated"
        if self._published is not None:
            return _of(self._published), "published"
        if relative.unit == "day" and self._spoken:
            return self._reckon(self._spoken, found)[0], "stated"
        if relative.unit == "year" and self._reckoned:
            return Point(year=self._reckoned.year), "inferred"
        return None, None

    def _weekday(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """The nearest such weekday before publication, after it for what is planned."""
        today = self._published
        if today is None or point.weekday is None:
            return point, None
        steps = (today.isoweekday() - point.weekday) % 7
        day = today - timedelta(days=steps)
        if point.toward > 0 or (steps and point.toward == 0 and self._planned(found)):
            day += timedelta(days=7)
        return _on(point, day), "published"

    def _is_quoted(self, found: FoundDate) -> bool:
        """Whether somebody is quoted: hours in their words are a habit more often than a time of that day."""
        start = max(self._s.rfind("\n", 0, found.start), found.start - _QUOTED)
        return self._s.count('"', start + 1, found.start) % 2 == 1

    def _lone(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """A day of the month spoken of; a clock time of the day spoken of."""
        if point.day is None:
            if self._is_quoted(found):
                return point, None
            day = self._story.day_here
            if day is not None:
                return replace(point, year=day.year, month=day.month, day=day.day), "stated"
            return (_on(point, self._published), "published") if self._published and point.time else (point, None)
        month = self._story.base("month")
        if (
            month is not None
            and month.month is not None
            and _exists(replace(point, month=month.month), month.year or 2000)
        ):
            return replace(point, year=month.year, month=month.month), "stated"
        today = self._published
        if today is None:
            return point, None
        first = today.replace(day=1)
        if point.day > today.day:
            first = (first - timedelta(days=1)).replace(day=1)
        fits = point.day <= days_of(first.year, first.month)
        return (replace(point, year=first.year, month=first.month), "published") if fits else (point, None)

    # --------------------------------------------------------------------------------------------------------- periods

    def _same_period(self, found: FoundDate) -> tuple[str, Anchor | None]:
        """The period spoken of before, one year earlier or in the year that is named."""
        named = found.first.year if found.first else None
        if self._story.period is None:
            if named:
                return str(named), None
            return (str(self._published.year - 1), "published") if self._published else ("XXXX", None)
        first, last = self._story.period
        if named and first.year is None:
            first, last = replace(first, year=named), last and replace(last, year=named)
        back = first.year - named if named and first.year else 1
        first = _back(first, back)
        return (first.iso() if last is None else f"{first.iso()}/{_back(last, back).iso()}"), "stated"

    def _year_to_date(self, found: FoundDate) -> tuple[Point, Point | None] | None:
        """The first months of the year that "9 tháng" is short for.

        It is where the page says them in full elsewhere or compares them with the same months of another year, where
        they are just over, and, in a page without date, where they end with a quarter.
        """
        months, today = found.year_to_date, self._today
        just_over = (today.month - months) % 12 <= _JUST_OVER if today else months in _QUARTERLY
        told = self._story.month_here if today is None else None
        if told is not None and told.month != months:
            told = None
        if not (months in self._months_of_year or just_over or told):
            return None
        year = (today.year - (months > today.month)) if today else told.year if told else self._current
        if months == 6:
            return Point(year=year, half=1), None
        return Point(year=year, month=1), Point(year=year, month=months)

    # ---------------------------------------------------------------------------------------------------------- lunar

    def _lunar(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """The solar day of a lunar one, the first day of a lunar month, the year of a Can Chi year."""
        today = self._today
        near = today.year if today else self._current
        year, anchor = point.year, None
        if year is None and point.cycle is not None and near:
            year, anchor = year_in_cycle(point.cycle, near), ("published" if self._published else "inferred")
        if point.month is None and point.day is None:
            return Point(year=year), anchor  # type: ignore[return-value]
        if point.month is None:
            return Point(time=point.time, open="day"), None
        if year is not None:
            day = solar_day(year, point.month, point.day or 1)
        elif today is not None:
            days = [solar_day(today.year + step, point.month, point.day or 1) for step in (-1, 0, 1)]
            day = self._nearest([(day, day, day) for day in days if day], point, found, today)
            anchor = "published" if self._published else "inferred"
        else:
            day = None
        if day is None:
            return Point(time=point.time, open="day" if point.day else "month"), None
        return replace(_of(day), time=point.time), anchor  # type: ignore[return-value]


def _is_beyond_tables(point: Point) -> bool:
    """Whether a lunar day with its year is none of the calendar, or of a year beyond it."""
    if not point.lunar or point.year is None or point.month is None:
        return False
    return solar_day(point.year, point.month, point.day or 1) is None


def _step(point: Point, day: date, unit: str, steps: int) -> Point:
    """`point` in the day, week, month, quarter or year that lies `steps` from that of `day`."""
    if unit == "day":
        return _on(point, day + timedelta(days=steps))
    if unit == "week":
        year, week, _ = (day + timedelta(weeks=steps)).isocalendar()
        if point.weekday is not None:
            return _on(point, date.fromisocalendar(year, week, point.weekday))
        return replace(point, year=year, week=week)
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
        return replace(point, year=year, month=month + 1)
    if unit == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + steps, 4)
        return replace(point, year=year, quarter=quarter + 1)
    if unit == "season":
        return replace(point, year=day.year + steps - (day.month < _SEASON))
    return replace(point, year=day.year + steps)


def _left_open(point: Point, relative: Relative) -> Point:
    """The shape of a relative date that nothing fixes: XXXX-XX-XX for a day, XXXX-WXX for a week, XXXX for a year."""
    if relative.unit == "day" and not point.time:
        return replace(point, open="day")
    if relative.unit in ("month", "quarter", "week") and point.day is None and point.weekday is None:
        return replace(point, open=relative.unit)
    return point


def _day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None for less than a day, or a year that no page is of."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2100 else None


def _day_of(point: Point) -> date:
    return date(point.year or 1, point.month or 1, point.day or 1)


def _of(day: date) -> Point:
    return Point(year=day.year, month=day.month, day=day.day)


def _on(point: Point, day: date) -> Point:
    """`point` on a day."""
    return replace(point, year=day.year, month=day.month, day=day.day, weekday=None)


def _span(point: Point) -> tuple[date, date]:
    """First and last day of a point whose year is known."""
    return days_in(replace(point, time="").iso()) or (date(2000, 1, 1), date(2000, 1, 1))


def _exists(point: Point, year: int) -> bool:
    """Whether the day of `point` exists in `year`."""
    return point.day is None or point.month is None or point.day <= days_of(year, point.month)


def _back(point: Point, years: int) -> Point:
    """`point` some years earlier; 29 February becomes the 28th."""
    if point.year is None:
        return point
    year = point.year - years
    return replace(point, year=year, day=point.day if _exists(point, year) else 28)
