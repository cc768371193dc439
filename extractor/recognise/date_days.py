"""The grammar of days: written days, ranges and lists of them, relative days, weekdays, clock times, parts of day."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from extractor.calendars import Point, Relative, full_year, is_day
from extractor.numerals import words_to_number
from extractor.recognise.date_shapes import (
    AMOUNT,
    AND,
    CHANGED_TO,
    CHANGES,
    CLAUSE_END,
    END,
    YEAR,
    YEAR_END,
    FoundDate,
    N,
    Written,
    digits_end,
    gap,
    plain,
    shape,
    skip,
)
from extractor.recognise.date_words import DateWords

BARE_PART = "date.part-of-story"
"""The rule of a part of day that is one only where a day was told of before."""
HOUSE_STYLE = "date.house-style"
"""The rule of a day that is one only where the page writes other days like it."""


class Lead(NamedTuple):
    """What stands before a day: clock time, part of day, weekday, the head "ngày"."""

    start: int
    end: int
    time: str = ""
    weekday: int | None = None
    head: bool = False
    time_end: int = 0
    """Where the clock time and part of day end."""
    part: bool = False
    """Whether there is a part of day."""
    clear: bool = False
    """Whether the clock time can be nothing else: it has minutes or a part of day."""

    @property
    def proves(self) -> bool:
        """Whether digits after it can only be a day."""
        return self.head or self.weekday is not None or bool(self.time)


class Days:
    """Reads an expression that names a day, at its first character."""

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def at(self, s: str, i: int) -> list[FoundDate]:
        """[clock] [part of day] [weekday] [ngày] day, with what restates or places it; or a list of days."""
        # 1. Words count from publication or from the day spoken of: hôm qua, sáng nay (12/6), chiều cùng ngày
        # 2. Days in digits or words: 18/11/2021, ngày 7-8/3, ngày 13 và 14/8, ngày mười ba tháng hai
        # 3. A weekday without its day: thứ Hai tuần tới, tối thứ Bảy
        # 4. A clock time, or a part of day that opens a sentence, of the day spoken of: lúc 8 giờ 30; "Tối muộn, …"
        if s.startswith("thứ", i) and _ORDINAL_BEFORE.search(s, max(0, i - 8), i):
            return []
        lead = self._lead(s, i)
        found = self._relative(s, lead) or self._written(s, lead)
        if not found and lead.weekday is not None:
            found = self._weekday(s, lead)
        return found or self._clock(s, lead)

    def digits(self, s: str, i: int) -> list[FoundDate]:
        """Days at digits that are no clock time: 18/11/2021, 26/1-1/2, 2 tháng 9."""
        return self._written(s, Lead(i, i))

    def iso(self, s: str, i: int) -> list[FoundDate]:
        """2017-05-16, with the clock time after it."""
        match = _ISO.match(s, i)
        point = _point(match["day"], match["month"], match["year"]) if match else None
        if match is None or point is None:
            return []
        if time := self._clock_after(s, match.end()):
            return [_found(i, time[0], "date.clock", replace(point, time=time[1]))]
        return [_found(i, match.end(), "date.day", point)]

    def named_weekday(self, s: str, i: int) -> list[FoundDate]:
        """[hôm] thứ Hai, with a capital: the nearest one."""
        match = _WEEKDAY.match(s, i)
        if match is None or match["name"] not in _WEEKDAYS:
            return []
        head = _DAY_HEAD_BEFORE.search(s, max(0, i - 8), i)
        if head is None and not _WEEKDAY_PROVEN.search(s, max(0, i - 8), i):
            return []
        start = head.start() if head else i
        return [_found(start, match.end(), "date.weekday", Point(weekday=_WEEKDAYS[match["name"]]))]

    # ------------------------------------------------------------------------------------------------------- the lead

    def _lead(self, s: str, i: int) -> Lead:
        end = at = i
        time, weekday, clear = "", None, False
        if s[i].isdecimal():
            clock = CLOCK.match(s, i)
            if clock is None:
                return Lead(i, i)
            minute = clock["colon"] or clock["minute"] or ("30" if clock["half"] else None)
            time, end = f"{int(clock['hour']):02d}:{minute or '00'}", clock.end()
            clear = clock["mark"] is not None and minute is not None
            at = gap(s, end)
        part = self._words.part.match(s, at) if s[at : at + 1] in self._words.part_letters else None
        if part and self._words.is_no_part(s, at):
            part = None
        if part:
            code = self._words.parts[plain(part[0])].value
            time, clear = (_afternoon(time, code), True) if time else (code, False)
            end = part.end()
            at = gap(s, end)
            if (event := self._words.event.match(s, end)) and _DATE_AHEAD.match(s, event.end()):
                end = event.end()
                at = gap(s, end)
        time_end = end
        if s.startswith(("t", "c"), at) and (day := _WEEKDAY.match(s, at)):
            name = day["name"]
            weekday = 7 if name is None else _WEEKDAYS[name] if name in _WEEKDAYS else int(name) - 1
            end = day.end()
            at = gap(s, end)
        head = _HEAD.match(s, at) if s.startswith(("n", "h"), at) else None
        if head:
            end = head.end()
        return Lead(i, end, time, weekday, head is not None, time_end, part is not None, clear)

    # --------------------------------------------------------------------------------------------------- relative days

    def _relative(self, s: str, lead: Lead) -> list[FoundDate]:
        at = gap(s, lead.time_end) if lead.time else lead.start
        match, word = self._words.day.match(s, at), None
        if match:
            word = self._words.days[plain(match[0])]
        elif lead.part and (match := self._words.tail.match(s, at)):
            word = self._words.tails[plain(match[0])]
        if match is None or word is None:
            return []
        start, end = lead.start, match.end()
        point = Point(time=lead.time, relative=Relative("day", word.steps, word.base))
        again = self.restated(s, end)
        if again is None and _SOME_BEFORE.search(s, max(0, start - 12), start):
            return []
        if again:
            end, point = again[0], replace(again[1], time=lead.time)
            if not lead.time and s.startswith("cùng ngày", start) and not s.startswith(" (", match.end()):
                start += len("cùng ")  # "hai quyết định cùng ngày 12/12/2013": the day is written
        return [_found(start, end, "date.relative", point)]

    def restated(self, s: str, end: int, *, brackets: bool = False) -> tuple[int, Point] | None:
        """The day that says again in digits, perhaps only in brackets, what words said: "hôm qua, ngày 9/6"."""
        again = _RESTATED.match(s, end)
        day = self.day_month(s, again.end()) if again else None
        if again is None or day is None:
            return None
        if again["open"]:
            return (day.end + 1, day.point) if s.startswith(")", day.end) else None
        return None if brackets else (day.end, day.point)

    # ---------------------------------------------------------------------------------------------------- written days

    def _written(self, s: str, lead: Lead) -> list[FoundDate]:
        at = lead.end if lead.head else gap(s, lead.end) if lead.proves else lead.start
        if lead.weekday is not None and s.startswith("(", at):
            at = skip(s, at + 1)
        if lead.head and (list_start := _HEAD.match(s, at)):
            at = list_start.end()
        if at >= len(s):
            return []
        if not s[at].isdecimal():
            return self._worded(s, lead, at) if lead.head else []
        return self._range(s, lead, at) or self._list(s, lead, at) or self._one(s, lead, at) or self._lone(s, lead, at)

    def _range(self, s: str, lead: Lead, at: int) -> list[FoundDate]:
        """7-8/3, 26/1-1/2, 19-23/1/2026, 25-27 tháng 6, 28/6 - 01/7/1996."""
        if s.find("-", at, at + _TO_DASH) < 0:
            return []
        match = _RANGE.match(s, at) or _WORDED_RANGE.match(s, at)
        ends = _range_ends(match) if match else None
        if match is None or ends is None:
            return []
        first, last = ends
        if first.year and (first.day, first.month) == (last.day, last.month):  # an anniversary: 3/2/1930 - 3/2/2020
            end = second = match.start("last_day")
            while s[end - 1] in " -":
                end -= 1
            day = _found(lead.start, end, "date.day", replace(first, time=lead.time))
            return [day, _found(second, match.end(), "date.day", last)]
        bracketed = s.startswith("(", at - 1) and s.startswith(")", match.end())
        if not (lead.proves or last.year or bracketed or _is_holiday(first) or self._words.is_announced(s, at)):
            return []
        if not lead.proves and self._words.is_place(s, at):
            return []
        if lead.time:
            first, last = replace(first, time=lead.time), replace(last, time=lead.time)
        return [_found(lead.start, match.end(), "date.day-range", first, last)]

    def _list(self, s: str, lead: Lead, at: int) -> list[FoundDate]:
        """ngày 13 và 14/8; ngày 16 đến 18/9: the first days take month and year from the last."""
        days = _DAYS_BEFORE.match(s, at) if s.startswith(_LISTS, digits_end(s, at)) else None
        last = self.day_month(s, days.end()) if days else None
        if days is None or last is None:
            return []
        if not (lead.head or s.startswith("(", at - 1) or (not lead.proves and self._words.is_announced(s, at))):
            return []
        found: list[FoundDate] = []
        for match in re.finditer(r"(?:ngày[ ]{1,3})?(\d{1,2})", days[0]):
            point = _point(match[1], str(last.point.month), None)
            if point is None:
                return []
            point = replace(point, year=last.point.year, time=lead.time)
            start, end = at + match.start(), at + match.end()
            found.append(_found(start if found else lead.start, end, "date.day-list", point))
        start = _back_over_head(s, days.end())
        return [*found, _found(start, last.end, "date.day-list", replace(last.point, time=lead.time))]

    def _one(self, s: str, lead: Lead, at: int) -> list[FoundDate]:
        """18/11/2021, 12/6, 02 tháng 02 năm 2008, and the days joined to it: ngày 31/7 và 1/8."""
        day = self.day_month(s, at) or (self._loose(s, at) if lead.head or lead.part else None)
        if day and lead.part and not lead.head and _SPACED.search(s, at, day.end) and not CLAUSE_END.match(s, day.end):
            return []
        if day is None:
            return []
        if not (lead.proves or self._proven(s, at, day)):
            return [_found(at, day.end, HOUSE_STYLE, day.point)] if self._may_be_style(s, at, day) else []
        end, point = day.end, day.point
        if lead.weekday is not None and s.startswith("(", at - 1) and s.startswith(")", end):
            end += 1
        if until := self._until(s, day):
            return [_found(lead.start, until.end, "date.day-range", replace(point, time=lead.time), until.point)]
        if not lead.time and point.year and (time := self._clock_after(s, end)):
            return [_found(lead.start, time[0], "date.clock", replace(point, time=time[1]))]
        if again := self._toward(s, end, point):
            end, point = again
        edge = None if lead.time else self._words.edge_before.search(s, lead.start)
        start = edge.start() if edge and lead.head else lead.start
        found = [_found(start, end, "date.day", replace(point, time=lead.time))]
        while len(found) < 12 and (more := _JOINED_DAY.match(s, end)):
            after = self.day_month(s, more.end())
            if after is None or after.between != day.between or self._words.whole.match(s, after.end):
                break
            end, start = after.end, _back_over_head(s, more.end())
            part = lead.time if lead.head or start == more.end() else ""  # "Sáng 17/11 và ngày 18/11"
            found.append(_found(start, end, "date.day", replace(after.point, time=part)))
        return found

    def _until(self, s: str, day: Written) -> Written | None:
        """The last day of a range whose first day is `day`: 3/7 - 8/7, 31/12/2016 - 5/1/2017."""
        dash = _DASH.match(s, day.end)
        last = self.day_month(s, dash.end()) if dash else None
        if last is None or (last.point.year is None) != (day.point.year is None):
            return None
        return last if day.between != "." or last.point.year else None

    def _clock_after(self, s: str, end: int) -> tuple[int, str] | None:
        """The clock time after a full day: 08/04/2015, 08:11."""
        lead = _BEFORE_CLOCK.match(s, end)
        clock = CLOCK.match(s, lead.end()) if lead else None
        if clock is None or clock["colon"] is None:
            return None
        return clock.end(), f"{int(clock['hour']):02d}:{clock['colon']}"

    def _toward(self, s: str, end: int, point: Point) -> tuple[int, Point] | None:
        """10/6 năm nay; before "tới" and "vừa qua" the day ends, but they say which year it is of."""
        if point.year is not None:
            return None
        year = OF_YEAR.match(s, end)
        if year and (away := self._words.shift.match(s, year.end())):
            word = self._words.shifts[plain(away["word"])]
            if "year" in word.units:
                return away.end(), replace(point, relative=Relative("year", word.steps, word.base))
        if toward := self._words.toward_at(s, end):
            return end, replace(point, toward=toward)
        return None

    def _proven(self, s: str, at: int, day: Written) -> bool:
        """Whether a day without "ngày" is one: by its year, its words, the word before it, or as the day of a feast."""
        if self._words.is_place(s, at):
            return False
        if day.point.year is not None and day.between != "tháng" and " năm " not in s[at : day.end]:
            four_digits = s[day.end - 4 : day.end].isdecimal()
            return four_digits or (day.between == "/" and self._words.is_announced(s, at))
        if day.between == "tháng":
            return not _DAYS_FOLLOW.match(s, day.end)  # "1 tháng 12 ngày" is a length
        holiday = _is_holiday(day.point) or (day.point.day, day.point.month) in _LATER_IN_THE_YEAR
        told = day.between == "-" and (day.point.day or 0) > _MONTHS and CLAUSE_END.match(s, day.end)
        if told and _AS_OF.search(s, max(0, at - 20), at):
            return True
        if day.between in "-." and holiday and _FEAST_BEFORE.search(s, max(0, at - 10), at):
            return (day.point.day or 0) > _MONTHS or CLAUSE_END.match(s, day.end) is not None
        if day.between != "/" or self._words.whole.match(s, day.end):
            return False
        ordered = (day.point.day or 0) > (day.point.month or 0)
        if ordered and (
            _is_holiday(day.point) or s.startswith(":", day.end) or self._words.toward_at(s, day.end) is not None
        ):
            return True
        if _in_brackets(s, at, day.end) and (
            (day.point.day or 0) > _MONTHS  # no share: it would be more than all
            or _TIME_TOLD.search(s, max(0, at - 40), at)
        ):
            return True
        if not self._words.is_announced(s, at):
            return False
        return ordered or CLAUSE_END.match(s, day.end) is not None or _FROM.search(s, max(0, at - 14), at) is not None

    def _may_be_style(self, s: str, at: int, day: Written) -> bool:
        """Whether "từ 6-9" is a day if the page writes its days so elsewhere ("ngày 20-9")."""
        if day.between not in "-." or day.point.year is not None:
            return False
        if not self._words.is_announced(s, at):
            return (day.point.day or 0) > _MONTHS and _in_brackets(s, at, day.end)
        alone = CLAUSE_END.match(s, day.end) is not None
        ordered = (day.point.day or 0) > (day.point.month or 0)
        return (alone or ordered) and not self._words.is_place(s, at) and not self._words.whole.match(s, day.end)

    def _lone(self, s: str, lead: Lead, at: int) -> list[FoundDate]:
        """ngày 13, ngày 10 tháng này: a day whose month must be found elsewhere."""
        if lead.head and (monthly := _EVERY_MONTH.match(s, at)):
            return [FoundDate(start=lead.start, end=monthly.end(), rule="date.set", type="SET", value="P1M")]
        if lead.head and (span := _LONE_RANGE.match(s, at)) and 1 <= int(span["day"]) < int(span["last"]) <= 31:
            first, last = Point(day=int(span["day"]), time=lead.time), Point(day=int(span["last"]), time=lead.time)
            return [_found(lead.start, span.end(), "date.lone-day", first, last)]
        match = _LONE.match(s, at) if lead.head else _LONE_PART.match(s, at) if lead.part else None
        if match is None or not 1 <= int(match["day"]) <= 31:
            return []
        point, end = Point(day=int(match["day"]), time=lead.time), match.end()
        month = OF_MONTH.match(s, end)
        if month:
            if away := self._words.shift.match(s, month.end()):
                word = self._words.shifts[plain(away["word"])]
                return [
                    _found(
                        lead.start,
                        away.end(),
                        "date.day",
                        replace(point, relative=Relative("month", word.steps, word.base)),
                    )
                ]
            if named := self._words.month.match(s, skip(s, month.end())):
                number = self._words.months[named[0]]
                point = replace(point, month=number.month, lunar=number.lunar)
                return [self.with_year(s, _found(lead.start, named.end(), "date.day", point))]
            return []
        closed = not lead.head or _AFTER_LONE.match(s, end)
        return [_found(lead.start, end, "date.lone-day", point)] if closed else []

    def _worded(self, s: str, lead: Lead, at: int) -> list[FoundDate]:
        """ngày mười ba tháng hai năm 2017."""
        day = words_to_number(s, at)
        month = OF_MONTH.match(s, day[1]) if day and 1 <= day[0] <= 31 else None
        at = skip(s, month.end()) if month else 0
        number = (self.month_number(s, at) or self.may(s, at)) if month else None
        if day is None or number is None:
            return []
        point = Point(month=number[1], day=day[0], time=lead.time, lunar=number[2])
        return [self.with_year(s, _found(lead.start, number[0], "date.day", point))]

    def with_year(self, s: str, found: FoundDate) -> FoundDate:
        """`found` with the year that follows it."""
        year = YEAR_AFTER_MONTH.match(s, found.end)
        if year is None or found.first is None:
            return found
        return replace(found, end=year.end(), first=replace(found.first, year=int(year["year"])))

    # ------------------------------------------------------------------------------------------- what others read, too

    def day_month(self, s: str, i: int) -> Written | None:
        """A day with its month at `i`: 18/11/2021, 02 tháng 02 năm 2008, 12/6, 12 tháng Sáu."""
        end = digits_end(s, i)
        match = (_FULL.match(s, i) or _DAY_MONTH.match(s, i)) if s.startswith(_MARKS, end) else None
        if match:
            point = _point(match["day"], match["month"], match["year"])
            return Written(match.end(), point, match["sep"]) if point else None
        day = _DAY_OF.match(s, i) if s.startswith((" ", ","), end) else None
        number = self.month_number(s, day.end()) if day else None
        if day is None or number is None or number[2]:
            return None
        year = YEAR_AFTER_MONTH.match(s, number[0]) or _YEAR_BARE.match(s, number[0])
        point = _point(day["day"], str(number[1]), year["year"] if year else None)
        return Written(year.end() if year else number[0], point, "tháng") if point else None

    def _loose(self, s: str, i: int) -> Written | None:
        """A day and month that would be none without "ngày": 17- 6, 1 tháng năm."""
        day = _DAY_OF.match(s, i)
        if day and (may := self.may(s, day.end())):
            year = YEAR_AFTER_MONTH.match(s, may[0]) or _YEAR_BARE.match(s, may[0])
            point = _point(day["day"], "5", year["year"] if year else None)
            return Written(year.end() if year else may[0], point, "tháng") if point else None
        match = _LOOSE_DAY_MONTH.match(s, i) or _MIXED_MARKS.match(s, i)
        point = _point(match["day"], match["month"], match.groupdict().get("year")) if match else None
        return Written(match.end(), point, match["sep"]) if match and point else None

    def month_number(self, s: str, i: int) -> tuple[int, int, bool] | None:
        """The month at `i` in digits or words: its end, its number, whether only the lunar calendar has it."""
        if match := _MONTH_NUMBER.match(s, i):
            number = int(match["month"])
            return (match.end(), number, False) if 1 <= number <= 12 else None
        if match := self._words.month.match(s, i):
            word = self._words.months[match[0]]
            return match.end(), word.month, word.lunar
        worded = words_to_number(s, i)
        if worded is None or not 1 <= worded[0] <= 12 or s.startswith("năm", i):
            return None
        return worded[1], worded[0], False

    def may(self, s: str, i: int) -> tuple[int, int, bool] | None:
        """The month of "tháng năm", which after a day or with a capital can only be May."""
        return (i + len("năm"), 5, False) if _MAY.match(s, i) else None

    # ------------------------------------------------------------------------------------------------ weekdays, clocks

    def _weekday(self, s: str, lead: Lead) -> list[FoundDate]:
        """thứ Hai tuần tới, thứ Hai vừa qua (11/5), tối thứ Ba, chủ nhật."""
        if weekly := _EVERY_WEEK.match(s, lead.end):
            return [FoundDate(start=lead.start, end=weekly.end(), rule="date.set", type="SET", value="P1W")]
        if not lead.part and not _WEEKDAY_BEFORE.search(s, max(0, lead.start - 8), lead.start):
            return []
        point, end = Point(weekday=lead.weekday, time=lead.time), lead.end
        week = _OF_WEEK.match(s, end)
        if week and (away := self._words.shift.match(s, week.end())):
            word = self._words.shifts[plain(away["word"])]
            point, end = replace(point, relative=Relative("week", word.steps, "speech")), away.end()
        elif ahead := self._words.toward.match(s, end):
            steps = self._words.towards[plain(ahead["word"])].steps
            point, end = replace(point, toward=1 if steps > 0 else -1), ahead.end()
        elif not lead.time and not _SUNDAY.match(s, lead.start):
            return []
        if again := self.restated(s, end):
            end, point = again[0], replace(again[1], time=lead.time)
        return [_found(lead.start, end, "date.weekday", point)]

    def _clock(self, s: str, lead: Lead) -> list[FoundDate]:
        """lúc 8 giờ 30, 7 giờ, 17h30: a clock time of the day spoken of."""
        opens = _SENTENCE_START.search(s, max(0, lead.start - 3), lead.start) and s.startswith(",", lead.time_end)
        if lead.part and lead.end == lead.time_end and ":" not in lead.time and self._closes(s, lead):
            return [_found(lead.start, lead.end, BARE_PART, Point(time=lead.time))]
        if lead.part and lead.end == lead.time_end and ":" not in lead.time and self._shares_day(s, lead.end):
            return [_found(lead.start, lead.end, "date.part", Point(time=lead.time))]
        if lead.part and lead.end == lead.time_end and opens and ":" not in lead.time:
            return [_found(lead.start, lead.end, "date.part", Point(time=lead.time))]
        if ":" not in lead.time or _LASTS.search(s, max(0, lead.start - 10), lead.start):
            return []
        end = lead.time_end
        if lead.end == end and (until := self._clock_until(s, lead)):
            return [until]
        if CHANGES.match(s, end) or CHANGED_TO.search(s, max(0, lead.start - 10), lead.start):
            return []
        if (
            lead.clear
            or opens
            or self._continues_clocks(s, lead)
            or _CLOCK_BEFORE.search(s, max(0, lead.start - 12), lead.start)
        ):
            if _LENGTH_AFTER.match(s, end):
                return []
            return [_found(lead.start, end, "date.clock", Point(time=lead.time))]
        return []

    def _shares_day(self, s: str, end: int) -> bool:
        """Whether a part of day follows that has the day of both: "sáng và chiều 2/10"."""
        joint = _AND.match(s, end)
        part = self._words.part.match(s, joint.end()) if joint else None
        return part is not None and _DAY_AHEAD.match(s, part.end()) is not None

    def _closes(self, s: str, lead: Lead) -> bool:
        """Whether a part of day closes a clause after "đến", "trong": of the day spoken of, unless it is a habit."""
        before = _CLOSING_BEFORE.search(s, max(0, lead.start - 8), lead.start)
        if before is None or _CLAUSE_STOP.match(s, lead.end) is None:
            return False
        if before["word"] == "trong":
            return lead.time != "NI"  # "ngay trong đêm" is at once
        return _FROM_PART.search(s, max(0, lead.start - 30), lead.start) is None

    def _continues_clocks(self, s: str, lead: Lead) -> bool:
        """Whether the hour opens a clause after one with another: "12 giờ trưa đạt 78%; 17 giờ đạt 97%"."""
        if not _NEXT_CLAUSE.search(s, max(0, lead.start - 3), lead.start):
            return False
        return _HOUR.search(s, max(s.rfind("\n", 0, lead.start) + 1, lead.start - 60), lead.start) is not None

    def _clock_until(self, s: str, lead: Lead) -> FoundDate | None:
        """7h - 11h, 7h30-11h ngày 5/6: a span of the clock, on the day that the second time may name."""
        dash = _DASH.match(s, lead.end)
        until = self._lead(s, dash.end()) if dash else None
        if until is None or ":" not in until.time:
            return None
        on = self._written(s, until) or self._relative(s, until)
        if not on or on[0].first is None:
            last = Point(time=until.time)
            return _found(lead.start, until.time_end, "date.clock", Point(time=lead.time), last)
        last = on[0].first
        return _found(lead.start, on[0].end, "date.clock", replace(last, time=lead.time), last)


# ------------------------------------------------------------------------------------------------------------ shapes

_FULL = shape(
    rf"(?P<day>{N}) ?(?P<sep>[/.-]) ?(?P<month>{N}) ?(?P=sep) ?(?P<year>{YEAR}|\d\d(?![^\W\d_]))"
    r"(?!\d|[.,]\d|/\w|-\d| ?%)"
)
_DAY_MONTH = shape(
    rf"(?P<day>{N})(?P<blank> ?)(?P<sep>[/.-])(?P=blank)(?P<month>{N}){END}(?: năm (?P<year>{YEAR}){YEAR_END})?"
)
# What may follow the day in the shapes above.
_MARKS = ("/", ".", "-", " ")
_LOOSE_DAY_MONTH = shape(rf"(?P<day>{N}) ?(?P<sep>[/.-]) ?(?P<month>{N}){END}")
# "hôm 5-10/2016"
_MIXED_MARKS = shape(rf"(?P<day>{N})(?P<sep>[.-])(?P<month>{N})/(?P<year>{YEAR}){YEAR_END}")
_SPACED = re.compile(r"[ ][/.-]|[/.-][ ]")
_DAYS_FOLLOW = shape(r" (?:ngày|tuần|lần)(?!\w)")
_DAY_OF = shape(rf"(?P<day>{N}),? tháng ")
_RANGE = shape(
    rf"(?P<day>{N})(?: ?(?P<sep>[/.]) ?(?P<month>{N})(?: ?(?P=sep) ?(?P<year>{YEAR}))?)? ?- ?(?P<last_day>{N})"
    rf" ?(?P<last_sep>[/.]) ?(?P<last_month>{N})(?:(?: ?(?P=last_sep) ?| năm )(?P<last_year>{YEAR}))?{END}"
)
# How far from its first digit a range has its dash.
_TO_DASH = 26
_WORDED_RANGE = shape(
    rf"(?P<day>{N})(?: tháng (?P<month>{N}))?(?P<year>) ?- ?(?P<last_day>{N}) tháng (?P<last_month>{N})"
    rf"(?:(?:,? năm | ?/ ?)(?P<last_year>{YEAR}))?(?!\d|[.,/]\d)"
)
_DAYS_BEFORE = shape(
    rf"{N}(?:{AND}(?:ngày )?{N}(?![\d/.-]| tháng)){{0,12}}(?:{AND}| (?:cho )?(?:đến|tới)(?: hết)? )(?:ngày )?"
    rf"(?={N} ?(?:[/-] ?|[.]|tháng )\d)"
)
# With what a list goes on behind its first day.
_LISTS = (" ", ",", "&", ";")
_JOINED_DAY = shape(rf"{AND}(?:ngày )?(?=\d)")
_LONE = shape(rf"(?P<day>{N})(?![\d%]|[.,/-]\d| ?[/%]| ?- ?\d)")
_AFTER_LONE = shape(r" ?(?:[,.;:)\n]|$)| (?:đến|tới|và|vừa|này|là|sẽ|đã|thì|tại|ở)(?!\w)")
_HEAD = shape(r"(?:ngày|hôm)(?: ?: ?| )(?=\w)")
_HEAD_BEFORE = shape(r"(?<!\w)(?:hết )?ngày $")
_ISO = shape(rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_EVERY_MONTH = shape(rf"{N}(?: ?(?:-|,|và|đến) ?(?:ngày )?{N}){{0,3}} (?:hằng|hàng|mỗi) tháng(?!\w)")
_LONE_RANGE = shape(rf"(?P<day>{N}) ?- ?(?P<last>{N})(?= ?(?:[,;:)\n]|\.(?!\d)|$)| (?:tại|ở|và|sẽ|đã|có)(?!\w))")
_DAY_HEAD_BEFORE = shape(r"(?<!\w)hôm $")
_WEEKDAY_PROVEN = shape(r"(?<!\w)(?:vào|phiên) $")
_ORDINAL_BEFORE = shape(r"(?<!\w)(?:lần|kỳ họp|hạng|vị trí|đợt|dịch|làn sóng) $")
_FEAST_BEFORE = shape(r"(?<!\w)(?:lễ|dịp|nghỉ|nghỉ lễ|quốc khánh|mừng) $")
# What only a day can follow: "Tính đến 30-6, …", "Trước 15-8, …".
_AS_OF = shape(
    r"(?<!\w)(?:tính đến|tính tới|kể từ|thời điểm|chậm nhất|hạn chót) $|(?:^|[.;:\n] ?)(?:đến|từ|trước|hết) $"
)
# A word of time, and no number after it, before a day in brackets: "Trước đó (6/1)", "ngày Thần tài (6/2)".
_TIME_TOLD = shape(
    r"(?<!\w)(?:ngày|hôm|nay|đây|trước đó|sau đó|vừa qua|tuần|đêm|sáng|trưa|chiều|tối)(?!\w)[^\d%().;:\n]{0,24} \($"
)
_DATE_AHEAD = shape(rf",? (?:ngày )?{N} ?[/.-] ?{N}(?!\d|,\d)")
_CLOSING_BEFORE = shape(r"(?<!\w)(?P<word>đến|tới|trong) $")
_CLAUSE_STOP = shape(r" ?(?:[.;)\n]|$)")
_FROM_PART = shape(
    r"(?<!\w)từ (?:sáng|trưa|chiều|khi|lúc|mờ|tờ mờ|tinh mơ)(?!\w)"
    r"|(?<!\w)(?:mỗi|hằng|hàng|ngày)(?!\w)[^.;\n]{0,20}$"
)
_AND = shape(AND)
_DAY_AHEAD = shape(rf" (?:ngày )?{N} ?[/.-] ?{N}{END}")
# "đêm 20 và ngày 21/5", "chiều 17, sáng 18/11", "đêm 9 rạng sáng 10-7": the next date has the month
_LONE_PART = shape(
    r"(?P<day>\d{1,2})(?= rạng sáng \d| ?, ?(?:ngày|sáng|trưa|chiều|tối|đêm|rạng sáng) \d"
    r"|(?:,? và | (?:đến|tới)(?: hết)? )(?:(?:ngày|sáng|trưa|chiều|tối|đêm|chiều tối|rạng sáng) )?"
    rf"{N} ?[/-] ?{N}{END})"
)
_NEXT_CLAUSE = shape(r"[;,] ?$")
_HOUR = shape(r"(?<![\w.,])\d{1,2} ?(?:giờ|h)(?![^\W\d_])")
# "mấy hôm nay" is a while, and no day.
_SOME_BEFORE = shape(r"(?<!\w)(?:mấy|vài|vài ba|dăm|những|các)(?: ngày)? $")
_RESTATED = shape(r" ?,? ?(?P<open>\()? ?(?:ngày )?(?=\d)")
_DASH = shape(r" ?- ?(?=\d)")
_BEFORE_CLOCK = shape(r" ?[,|-]? ?(?:lúc )?(?=\d)")
_FROM = shape(r"(?<!\w)(?:từ|hôm|hồi|trước|sau|thời điểm|lễ|dịp|mốc) $")
_CLOCK_BEFORE = shape(r"(?<!\w)(?:(?:lúc|vào|từ|đến|tới|trước|hồi|khoảng)|lúc (?:gần|hơn)) $")
_MONTH_NUMBER = shape(rf"(?P<month>{N})(?![\d%]|,\d|\.\d(?!\d{{3}})|/\d{{1,3}}(?!\d)){AMOUNT}")
_YEAR_BARE = shape(rf" (?P<year>(?:19|20)\d\d)(?!\d){YEAR_END}(?! [^\W\d_]* ?(?:đồng|người|tấn|ha)(?!\w))")
YEAR_AFTER_MONTH = shape(rf"(?:,? ?(?:của )?năm | ?[/-] ?|[.]|, ?)(?P<year>{YEAR}){YEAR_END}")
OF_MONTH = shape(r" tháng(?!\w)")
OF_YEAR = shape(r"(?: của)? năm(?!\w)")
_OF_WEEK = shape(r",? tuần(?!\w)")
_WEEKDAY = shape(r"(?:(?:thứ|t\.) ?(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật)(?!\w)")
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}
_WEEKDAY_BEFORE = shape(r"(?:^|[\n.,;:(\"-] ?|(?<!\w)(?:vào|hôm|từ|đến|tới|trước|sau|trong|tính) )$")
_EVERY_WEEK = shape(r" (?:hằng|hàng|mỗi) tuần(?!\w)")
_LASTS = shape(r"(?<!\w)(?:trong|suốt|dài|mất|lên tới|lên đến) $")
_MAY = shape(r"năm(?!\w)(?! \d(?!\d{3}))")
_SUNDAY = shape(r"ch(?:ủ|úa) nhật")
_SENTENCE_START = shape(r"(?:^|[\n.;:]) ?$")
_LENGTH_AFTER = shape(r" (?:qua|liền|đồng hồ|liên tục|mỗi|hằng|hàng|sau|trước|nữa|kể từ)(?!\w)|/")
CLOCK = shape(
    r"(?P<hour>[01]?\d|2[0-4])(?:"
    r":(?P<colon>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"| ?(?P<mark>h|g|giờ)(?![^\W\d_])(?P<half> rưỡi(?!\w))?"
    r"(?: ?(?P<minute>[0-5]\d)(?:(?: ?phút| ?'| ?p)(?!\w))?(?![\d.,/%-]\d|\d|/))?"
    r")(?: ?(?:am|pm)(?!\w))?(?: ?\(?gmt ?\+? ?7\)?)?"
)
# Holidays whose day is smaller than their month: bare, they may be fractions.
_LATER_IN_THE_YEAR = {(1, 5), (2, 9)}
_HOLIDAYS = frozenset(
    [(9, 1), (3, 2), (14, 2), (27, 2), (8, 3), (26, 3), (21, 4), (30, 4), (7, 5), (15, 5), (18, 5), (19, 5), (1, 6),
     (21, 6), (26, 6), (28, 6), (27, 7), (28, 7), (19, 8), (10, 10), (13, 10), (14, 10), (17, 10), (20, 10), (18, 11),
     (20, 11), (23, 11), (22, 12), (24, 12), (25, 12)]
)  # fmt: skip


_MONTHS = 12


def _in_brackets(s: str, start: int, end: int) -> bool:
    """Whether brackets hold nothing else."""
    return s.startswith("(", start - 1) and s.startswith(")", end)


def _is_holiday(point: Point) -> bool:
    """Whether the day is one that editors name by its digits alone."""
    return (point.day, point.month) in _HOLIDAYS


def _found(start: int, end: int, rule: str, first: Point, last: Point | None = None) -> FoundDate:
    return FoundDate(
        start=start,
        end=end,
        rule=rule,
        type="TIME" if first.time else "DATE",
        first=first,
        last=last,
        lunar=first.lunar,
    )


def _back_over_head(s: str, i: int) -> int:
    """The start of the "ngày " or "hết ngày " that ends at `i`, else `i`."""
    head = _HEAD_BEFORE.search(s, max(0, i - 14), i)
    return head.start() if head else i


def _afternoon(clock: str, part: str) -> str:
    """The clock time with its part of day: 8 giờ tối is 20:00."""
    hour = int(clock[:2])
    late = {"AF": hour < 12, "EV": 4 <= hour < 12, "NI": 6 <= hour < 13, "MI": hour < 4}.get(part, False)
    return f"{hour + 12:02d}{clock[2:]}" if late else clock


def _point(day: str, month: str, year: str | None) -> Point | None:
    """The day of the calendar, or None where it has no such day (29 February is one of some year)."""
    full = full_year(year) if year else None
    point = Point(year=full, month=int(month), day=int(day))
    return point if is_day(full or 2000, int(month), int(day)) else None


def _range_ends(match: re.Match[str]) -> tuple[Point, Point] | None:
    """Both ends of a range of days; the first takes from the last what it lacks."""
    last = _point(match["last_day"], match["last_month"], match["last_year"])
    first = _point(match["day"], match["month"] or match["last_month"], match["year"] or match["last_year"])
    if first is None or last is None:
        return None
    turned = (first.month or 0, first.day or 0) >= (last.month or 0, last.day or 0)
    if turned and not match["month"]:
        return None
    if turned and first.year and first.year == last.year:
        first = replace(first, year=first.year - 1)
    return first, last
