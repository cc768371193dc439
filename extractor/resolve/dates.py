"""Dates anchored: years completed, relative expressions resolved.

An open date is read from the publication time; without one, from the days and years the page itself states. What
neither can fix keeps its X.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from extractor.article import Date
from extractor.calendars import Point, Relative, bounds
from extractor.page import Page
from extractor.recognise.dates import FoundDate

Anchor = Literal["published", "stated", "inferred", "clock rejected"]

_PLAN = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|phấn đấu|chuẩn bị|kế hoạch|trước|chậm nhất|hạn cuối|tới)(?!\w)")
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|từng|từ)(?!\w)")
_ISSUED = re.compile(r"(?:\d[\w.]*[/-][\w&/.-]{2,}|\bsố \d+)[ ,(]{1,3}$")
_SENTENCE_END = re.compile(r"[.;!?…][ ]|\n")
# How far after a day what is to come must lie nearer than the same day in the past, to be taken without a word of plan.
_NEARER = 3


@dataclass(slots=True)
class _Story:
    """What the page has spoken of so far."""

    day: date | None = None
    month: tuple[int, int] | None = None
    quarter: tuple[int, int] | None = None
    year: int | None = None
    period: tuple[Point, Point | None] | None = None

    def tell(self, first: Point, last: Point | None) -> None:
        """Takes note of a date that was read."""
        if first.year is None:
            return
        self.year, self.period = first.year, (first, last)
        if first.quarter:
            self.quarter = (first.year, first.quarter)
        if first.month:
            self.month = (first.year, first.month)
            if first.day:
                self.day = date(first.year, first.month, first.day)


@dataclass(slots=True)
class _Reader:
    """Reads the dates of one page in order."""

    page: Page
    published: date | None
    years: dict[int, int]
    """The years the page states outside of documents and plans: where each stands."""
    story: _Story = field(default_factory=_Story)

    def read(self, found: FoundDate) -> Date:
        """The date of the record."""
        anchor: Anchor | None = None
        value, point, last = found.value, found.first, found.last
        if found.same_period:
            value, anchor = self._same_period(found)
        elif point is not None:
            point, anchor = self._fix(point, found)
            if last is not None:
                last = self._last(last, point, found)
            value = point.iso() if last is None else f"{point.iso()}/{last.iso()}"
            self.story.tell(point, last)
        span = bounds(value) if found.type in ("DATE", "TIME") else None
        return Date(
            start=found.start,
            end=found.end,
            text=self.page.text.raw[found.start : found.end],
            type=found.type,  # type: ignore[arg-type]
            value=value,
            begin=span[0] if span else None,
            until=span[1] if span else None,
            anchor=anchor,
            calendar="lunar" if found.first and found.first.lunar else None,
            rule=found.rule,
        )

    def _last(self, last: Point, first: Point, found: FoundDate) -> Point:
        """The last point of a range whose first is fixed."""
        if last.year is not None or first.year is None:
            return last
        wraps = found.last is not None and (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
        return replace(last, year=first.year + wraps)

    def _fix(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """`point` with what can be known of its year, month and day, and what that is known from."""
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
        """A month, quarter or day whose year is not written."""
        if self.published is not None:
            return replace(point, year=self._nearest(point, self.published, found)), "published"
        stated = self._stated_year(found)
        return (replace(point, year=stated), "stated") if stated else (point, None)

    def _nearest(self, point: Point, today: date, found: FoundDate) -> int:
        """The year in which `point` lies nearest before `today`; what is planned, nearest after."""
        starts = {}
        for year in (today.year - 1, today.year, today.year + 1):
            span = bounds(replace(point, year=year, time="").iso()) if _exists(point, year) else None
            if span:
                starts[year] = (date.fromisoformat(span[0]), date.fromisoformat(span[1]))
        past = [year for year, (begin, _) in starts.items() if begin <= today]
        ahead = [year for year, (begin, _) in starts.items() if begin > today]
        if not past or not ahead:
            return (past or ahead or [today.year])[0]
        before, after = max(past), min(ahead)
        current = starts[before][1] >= today
        behind, away = (today - starts[before][1]).days, (starts[after][0] - today).days
        if current or point.toward < 0:
            return before
        if point.toward > 0 or (self._planned(found) and away < behind * 2) or away * _NEARER < behind:
            return after
        return before

    def _stated_year(self, found: FoundDate) -> int | None:
        """Without publication time: the year the page speaks of nearest before, else after."""
        if not self.years:
            return None
        before = [start for start in self.years if start < found.start]
        return self.years[max(before)] if before else self.years[min(self.years)]

    def _planned(self, found: FoundDate) -> bool:
        """Whether the sentence speaks of what is to come."""
        s = self.page.content.folded
        start = max(
            (m.end() for m in _SENTENCE_END.finditer(s, max(0, found.start - 120), found.start)),
            default=max(0, found.start - 120),
        )
        end = _SENTENCE_END.search(s, found.end, found.end + 60)
        stop = end.start() if end else found.end + 60
        return _PLAN.search(s, start, stop) is not None and _PAST.search(s, start, stop) is None

    # -------------------------------------------------------------------------------------------------- relative dates

    def _away(self, point: Point, relative: Relative, found: FoundDate) -> tuple[Point, Anchor | None]:
        """A point some units away from publication or from what was spoken of."""
        open_point = replace(point, relative=None)
        base, anchor = self._base(relative)
        if base is None:
            return self._unknown(open_point, relative), None
        steps = relative.steps
        if relative.unit == "day":
            day = base + timedelta(days=steps)
            return replace(open_point, year=day.year, month=day.month, day=day.day), anchor
        if relative.unit == "week":
            year, week, _ = (base + timedelta(weeks=steps)).isocalendar()
            if point.weekday is not None:
                day = date.fromisocalendar(year, week, point.weekday)
                return replace(open_point, year=day.year, month=day.month, day=day.day, weekday=None), anchor
            return replace(open_point, year=year, week=week), anchor
        if relative.unit == "month":
            year, month = divmod(base.year * 12 + base.month - 1 + steps, 12)
            return replace(open_point, year=year, month=month + 1), anchor
        if relative.unit == "quarter":
            year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + steps, 4)
            return replace(open_point, year=year, quarter=quarter + 1), anchor
        return replace(open_point, year=base.year + steps), anchor

    def _base(self, relative: Relative) -> tuple[date | None, Anchor | None]:
        """The day to count from."""
        story = self.story
        if relative.base == "story":
            if relative.unit == "day" and story.day:
                return story.day, "stated"
            if relative.unit == "month" and story.month:
                return date(*story.month, 1), "stated"
            if relative.unit == "quarter" and story.quarter:
                return date(story.quarter[0], story.quarter[1] * 3, 1), "stated"
            if relative.unit == "year" and story.year:
                return date(story.year, 1, 1), "stated"
        if self.published is not None:
            return self.published, "published"
        if relative.unit == "year" and self.years:
            return date(max(self.years.values()), 1, 1), "inferred"
        return None, None

    def _unknown(self, point: Point, relative: Relative) -> Point:
        """The shape of a relative date that nothing fixes: XXXX-XX-XX for a day."""
        if relative.unit == "day" and not point.time:
            return replace(point, time="")
        return point

    def _weekday(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """The nearest such weekday before publication, after it for what is planned."""
        if self.published is None or point.weekday is None:
            return point, None
        steps = (self.published.isoweekday() - point.weekday) % 7
        day = self.published - timedelta(days=steps)
        if steps and self._planned(found):
            day += timedelta(days=7)
        return replace(point, year=day.year, month=day.month, day=day.day, weekday=None), "published"

    def _lone(self, point: Point, found: FoundDate) -> tuple[Point, Anchor | None]:
        """A day of the month spoken of; a clock time of the day spoken of."""
        story = self.story
        if point.day is None and point.time:
            day, anchor = (story.day, "stated") if story.day else (self.published, "published")
            if day is None:
                return point, None
            return replace(point, year=day.year, month=day.month, day=day.day), anchor  # type: ignore[return-value]
        if point.day is None:
            return point, None
        if story.month and _exists(replace(point, month=story.month[1]), story.month[0]):
            return replace(point, year=story.month[0], month=story.month[1]), "stated"
        if self.published is not None:
            month = self.published.replace(day=1)
            if point.day > self.published.day:
                month = (month - timedelta(days=1)).replace(day=1)
            if _exists(replace(point, month=month.month), month.year):
                return replace(point, year=month.year, month=month.month), "published"
        return point, None

    def _same_period(self, found: FoundDate) -> tuple[str, Anchor | None]:
        """The period spoken of before, some years earlier."""
        if self.story.period is None:
            return "XXXX", None
        first, last = self.story.period
        back = found.same_period or 1
        if found.first and found.first.year and first.year:
            back = first.year - found.first.year
        first = _back(first, back)
        return (first.iso() if last is None else f"{first.iso()}/{_back(last, back).iso()}"), "stated"


def resolve_dates(found: Sequence[FoundDate], page: Page) -> list[Date]:
    """The dates of the record, in order of `found`."""
    published = _day(page.published)
    reader = _Reader(page, published, _stated_years(found, page))
    return [reader.read(item) for item in found]


def _day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None for less than a day."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _stated_years(found: Sequence[FoundDate], page: Page) -> dict[int, int]:
    """Where the page states a year it speaks of: no document's date, no range."""
    s = page.content.folded
    return {
        item.start: item.first.year
        for item in found
        if item.first
        and item.first.year
        and item.last is None
        and not _ISSUED.search(s, max(0, item.start - 40), item.start)
    }


def _exists(point: Point, year: int) -> bool:
    """Whether the day of `point` exists in `year`."""
    return point.day is None or point.month is None or point.day <= calendar.monthrange(year, point.month)[1]


def _back(point: Point, years: int) -> Point:
    """`point` some years earlier; 29 February becomes the 28th."""
    if point.year is None:
        return point
    year = point.year - years
    return replace(point, year=year, day=point.day if _exists(point, year) else 28)
