"""Recognises time expressions: what the words themselves fix of a date, time, duration or set.

Anchors are the words that begin an expression (`date_words.toml` and the heads below) and short digit runs. At each
anchor, from left to right, one case of the grammar reads as far as it can; `date_forms.py` has the shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractor.calendars import Point, Relative, full_year, iso_day
from extractor.numerals import NUMBER_WORDS, words_to_number
from extractor.patterns import Patterns
from extractor.recognise import date_forms as forms
from extractor.recognise.date_forms import UNITS, DateForms, DateWord, shape
from extractor.scan import Vocabulary
from extractor.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A time expression at `start:end`, as far as its own words fix it.

    first, last: the point it names, or both ends of a range; None for durations and sets
    value:       the TIMEX3 value of a duration or set
    same_period: years back from the period spoken of before ("cùng kỳ": 1), else None
    edge:        whether the words cut a piece out of the date ("cuối tháng 10")
    """

    start: int
    end: int
    rule: str
    type: str
    first: Point | None = None
    last: Point | None = None
    value: str = ""
    same_period: int | None = None
    edge: bool = False


class Lead(NamedTuple):
    """What stands before a day: clock time, part of day, weekday, the head "ngày"."""

    start: int
    end: int
    time: str = ""
    weekday: int | None = None
    head: bool = False
    clear: bool = False
    """Whether the clock time can be nothing else: it has minutes or a part of day."""


_HEADS = {"ngày": "day", "hôm": "day", "tháng": "month", "quý": "quarter", "năm": "year", "nửa": "half"}
_DIGITS = re.compile(
    r"\d(?<![\w.,/:-]\d)\d{0,3}(?!\d)"
    r"(?=[ ]{0,3}(?:[/.,-][ ]{0,3}\d|:\d|[hg](?![^\W\d_])|giờ|năm|tháng|ngày|tuần|quý|phút|giây|tiếng|thập|thế|đến|tới|và|nay)"
    r"|[ ]{0,2}(?:[^\w ]|$))"
)
# Words before bare digits that announce a date.
_BEFORE_DATE = re.compile(
    r"(?<!\w)(?:từ|đến|tới|vào|trước|sau|hôm|hồi|dịp|lễ|kể từ|khoảng|lúc|quốc khánh|quốc tế lao động|ngày lễ)[ ]{1,3}$"
)
_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:đường|phố|quảng trường|bệnh viện|trường|sân|công viên|cầu|chợ|khách sạn|nhà máy|xí nghiệp|công ty|rạp|hẻm"
    r"|nhà hát|sân vận động|số|xã|điều|khoản|mục|tổ|lô|ngõ|thửa|biển)[ ]{1,3}$"
)
_CLAUSE_END = re.compile(r"[ ]{0,2}(?:[,.;:)\]\"'?!\n]|$|(?:đến|tới|nay|và|tới đây)(?!\w)|-)")
_HOLIDAYS = frozenset(
    [(1, 1), (3, 2), (8, 3), (26, 3), (30, 4), (1, 5), (7, 5), (19, 5), (1, 6), (27, 7), (19, 8), (2, 9), (10, 10),
     (20, 10), (20, 11), (22, 12)]
)  # fmt: skip
_JOINED = shape(r"(?: ?- ?| ?, ?| và |(?: cho)? (?:đến|tới)(?: hết| cuối)? )(?:ngày |hết )?")
_RATE = re.compile(r"(?:[/]|(?:đồng|usd|tấn|kg|tạ|m3|ha|%|lần)[ ]{1,3})$")
_AGE = shape(r" (?:tuổi|trời)(?!\w)")


class DateRecogniser:
    """Finds time expressions; made once, thread safe."""

    def __init__(self, patterns: Patterns) -> None:
        self._forms = DateForms(patterns)
        self._anchors = Vocabulary(self._anchor_words())
        self._cases: dict[str, Callable[[str, int], list[FoundDate]]] = {
            "digits": self._digits,
            "day": self._day,
            "month": self._month,
            "quarter": self._quarter,
            "year": self._year,
            "half": self._half,
            "period": self._period,
            "set": self._set,
            "week": self._unit_away,
            "same_period": self._same_period,
        }

    def __call__(self, text: Text) -> list[FoundDate]:
        """All time expressions in `text`, in order, never overlapping."""
        s = text.folded
        anchors = [(hit.start, hit.entry) for hit in self._anchors.find(text)]
        anchors += [(match.start(), "digits") for match in _DIGITS.finditer(s)]
        anchors.sort()
        found: list[FoundDate] = []
        position = 0
        for start, kind in anchors:
            if start >= position and (items := self._cases[kind](s, start)) and items[0].start >= position:
                found += items
                position = items[-1].end
        return _share_tails(s, found)

    def _anchor_words(self) -> Iterator[tuple[str, str]]:
        yield from _HEADS.items()
        f = self._forms
        yield from ((form, "day") for form in (*f.parts, *f.days))
        yield from ((form, "period") for form in f.periods)
        yield from ((form, "set") for form in f.sets)
        yield from ((form, "day") for form in ("chủ nhật", "thứ"))
        yield from ((form, "week") for form in ("tuần", "thập niên", "thập kỷ", "thế kỷ"))
        yield from ((form, "same_period") for form in ("cùng kỳ", "cùng kì"))

    # ------------------------------------------------------------------------------------------------------ the cases

    def _digits(self, s: str, i: int) -> list[FoundDate]:
        """An expression that begins with digits, in order of how much its own words prove."""
        # 1. A day with its month, or a clock time: 18/11/2021, 17 giờ ngày 18/7, từ 26/1-1/2
        # 2. The first or last months of a year: 9 tháng đầu năm 2021
        # 3. A plan period: 5 năm 2021-2025
        # 4. A length: 13 năm, 11 - 19 năm
        # 5. Bare years and months after a word that announces them: từ 2016, (2016 - 2020), đến 12/2016
        return (
            self._day(s, i) or self._months_of_year(s, i) or self._plan(s, i) or self._length(s, i) or self._bare(s, i)
        )

    def _day(self, s: str, i: int) -> list[FoundDate]:
        """A day or a time of a day: [clock] [part of day] [weekday] [ngày] day, and what restates or places it."""
        lead = self._lead(s, i)
        found = self._relative_day(s, lead) or self._written_days(s, lead)
        if found:
            return found
        if lead.weekday is not None:
            return self._weekday(s, lead)
        if lead.time and ":" in lead.time and (lead.clear or _BEFORE_DATE.search(s, max(0, i - 12), i)):
            return [FoundDate(start=i, end=lead.end, rule="date.clock", type="TIME", first=Point(time=lead.time))]
        return self._unit_away(s, i) if s.startswith("ngày", i) else []

    def _lead(self, s: str, i: int) -> Lead:
        """What stands before a day at `i`."""
        end, time, weekday, clear = i, "", None, False
        if s[i].isdecimal():
            clock = forms.CLOCK.match(s, i)
            if clock is None:
                return Lead(i, i)
            minute = clock["colon"] or clock["minute"]
            time, end = f"{int(clock['hour']):02d}:{minute or '00'}", clock.end()
            clear = clock["minute"] is not None or (clock["mark"] is not None and minute is not None)
        gap = _gap(s, end) if time else end
        if part := self._forms.part.match(s, gap):
            code = self._forms.parts[_blanks(part[0])].value
            time, clear = (_afternoon(time, code), True) if time else (code, False)
            end = part.end()
            gap = _gap(s, end)
        if day := forms.WEEKDAY.match(s, gap):
            name = day["name"]
            weekday = 7 if name is None else forms.WEEKDAYS[name] if name in forms.WEEKDAYS else int(name) - 1
            end = day.end()
            gap = _gap(s, end, open_paren=True)
        head = _HEAD.match(s, gap)
        if head:
            end = head.end()
        return Lead(i, end, time, weekday, head is not None, clear)

    def _relative_day(self, s: str, lead: Lead) -> list[FoundDate]:
        """hôm qua, sáng nay (12/6), chiều cùng ngày, tối qua 9/6."""
        start = _gap(s, lead.end) if lead.time else lead.end
        at = lead.start if not lead.time and not lead.weekday else start
        match = self._forms.day.match(s, at)
        words = self._forms.days
        if match is None and lead.time and not lead.head:
            match, words = self._forms.tail.match(s, start), self._forms.tails
        if match is None:
            return []
        word = words[_blanks(match[0])]
        point = Point(time=lead.time, relative=Relative("day", word.steps, word.base))
        end = match.end()
        if again := _RESTATED.match(s, end):
            day = self._one_day(s, again.end())
            if day and (not again["open"] or s.startswith(")", day[0])):
                end, point = day[0] + bool(again["open"]), replace(day[1], time=lead.time)
        return [
            FoundDate(
                start=lead.start, end=end, rule="date.relative", type="TIME" if lead.time else "DATE", first=point
            )
        ]

    def _written_days(self, s: str, lead: Lead) -> list[FoundDate]:
        """Days with digits after `lead`: one, a list, a range."""
        start = _gap(s, lead.end, open_paren=lead.weekday is not None) if not lead.head else lead.end
        if start >= len(s) or not s[start].isdecimal():
            return self._worded_day(s, lead, start) if lead.head else []
        led = lead.head or lead.weekday is not None or bool(lead.time)
        kind = "TIME" if lead.time else "DATE"
        found: list[FoundDate] = []

        def add(begin: int, end: int, first: Point, last: Point | None = None) -> list[FoundDate]:
            if lead.time and not found:
                first, last = replace(first, time=lead.time), last and replace(last, time=lead.time)
            found.append(
                FoundDate(
                    start=begin if found else lead.start, end=end, rule="date.day", type=kind if not found else "DATE",
                    first=first, last=last,
                )
            )  # fmt: skip
            return found

        # 1. 7-8/3, 26/1-1/2, 19-23/1/2026, 25-27 tháng 6
        if match := forms.DAY_RANGE.match(s, start) or forms.WORDED_RANGE.match(s, start):
            first, last = _range(match)
            if first and last and (led or _announced(s, start, match) or _is_holiday(first)):
                return add(start, self._after_day(s, match.end(), lead), first, last)
        # 2. 13 và 14/8; 16 đến 18/9: the month comes later, _share_tails brings it back
        if led and lead.head and (days := forms.DAYS_BEFORE.match(s, start)):
            for match in re.finditer(r"(?:ngày[ ]{1,3})?(?P<day>\d{1,2})", days[0]):
                add(start + match.start(), start + match.end(), Point(day=int(match["day"])))
            if not all(item.first and item.first.day and item.first.day <= 31 for item in found):
                return []
            if final := self._one_day(s, days.end()):
                return add(days.end(), final[0], final[1])
        # 3. 18/11/2021, 12/6, 02 tháng 02 năm 2008
        day = self._one_day(s, start)
        if day and (led or day[1].year and day[3] or self._proven(s, start, day)):
            end, point = day[0], day[1]
            if last := _RANGE_END.match(s, end):
                until = self._one_day(s, last.end())
                if until and (until[1].year or point.year is None) and (led or until[1].year or day[2] == "/"):
                    return add(start, until[0], point, until[1])
            ahead = self._forms.toward.match(s, end)
            if ahead and not point.year and _CLAUSE_END.match(s, ahead.end()):
                toward = self._forms.towards[_blanks(ahead["toward"])].steps
                point = replace(point, toward=1 if toward > 0 else -1)
            if not lead.time and (clock := _CLOCK_AFTER.match(s, end)):
                read = forms.CLOCK.match(s, clock.end())
                if read and read["colon"] and point.year:
                    point = replace(point, time=f"{int(read['hour']):02d}:{read['colon']}")
                    return [FoundDate(start=lead.start, end=read.end(), rule="date.clock", type="TIME", first=point)]
            return add(start, self._after_day(s, end, lead), point)
        # 4. ngày 13, ngày 10 tháng này
        if lead.head and (match := forms.LONE_DAY.match(s, start)) and 1 <= int(match["day"]) <= 31:
            return self._lone_day(s, add, start, match)
        return []

    def _lone_day(
        self, s: str, add: Callable[[int, int, Point], list[FoundDate]], start: int, match: re.Match[str]
    ) -> list[FoundDate]:
        """A day without month: of a month away, of the calendar's first month, or of the month spoken of."""
        day, end = int(match["day"]), match.end()
        month = _OF_MONTH.match(s, end)
        if month and (away := self._forms.shift.match(s, month.end())):
            word = self._forms.shifts[_blanks(away["shift"])]
            return add(start, away.end(), Point(day=day, relative=Relative("month", word.steps, word.base)))
        if month and (named := self._forms.month.match(s, month.end() + 1)):
            word = self._forms.months[_blanks(named[0])]
            return add(start, named.end(), Point(day=day, month=word.steps, lunar=word.lunar))
        return add(start, end, Point(day=day)) if _CLAUSE_END.match(s, end) or _VERB.match(s, end) else []

    def _worded_day(self, s: str, lead: Lead, start: int) -> list[FoundDate]:
        """ngày mười ba tháng hai năm 2017."""
        day = words_to_number(s, start)
        if day is None or not 1 <= day[0] <= 31 or not (month := _OF_MONTH.match(s, day[1])):
            return []
        read = self._month_number(s, month.end() + 1)
        if read is None:
            return []
        end, number, lunar = read
        year = forms.YEAR_AFTER_MONTH.match(s, end)
        point = Point(
            year=int(year["year"]) if year else None, month=number, day=day[0], time=lead.time, lunar=lunar
        )  # fmt: skip
        end = year.end() if year else end
        kind = "TIME" if lead.time else "DATE"
        return [FoundDate(start=lead.start, end=end, rule="date.day", type=kind, first=point)]

    def _one_day(self, s: str, i: int) -> tuple[int, Point, str, bool] | None:
        """A day with its month at `i`: its end, the point, what stands between, whether the year has four digits."""
        for pattern in (forms.FULL, forms.WORDED, forms.DAY_MONTH):
            match = pattern.match(s, i)
            if match is None:
                continue
            groups = match.groupdict()
            year = groups.get("year")
            point = _point(groups["day"], groups["month"], year)
            if point is not None:
                return match.end(), point, groups.get("sep") or "tháng", bool(year and len(year) == 4)
        return None

    def _proven(self, s: str, start: int, day: tuple[int, Point, str, bool]) -> bool:
        """Whether a day without "ngày" is one: announced by the word before it, or the day of a feast."""
        end, point, between, _ = day
        if between == "tháng":
            return True
        if _PLACE_BEFORE.search(s, max(0, start - 20), start) or between == ".":
            return False
        ordered = (point.day or 0) > (point.month or 0)
        if ordered and between == "/" and _is_holiday(point):
            return True
        announced = _BEFORE_DATE.search(s, max(0, start - 20), start) is not None
        return announced and (between == "/" or point.year is not None) and (
            ordered or _CLAUSE_END.match(s, end) is not None
        )  # fmt: skip

    def _after_day(self, s: str, end: int, lead: Lead) -> int:
        """The end of a day whose opening bracket was taken: "thứ Ba (11/7)"."""
        return end + 1 if lead.weekday is not None and s.startswith(")", end) and "(" in s[lead.end : end] else end

    def _weekday(self, s: str, lead: Lead) -> list[FoundDate]:
        """thứ Hai tuần tới; tối thứ Ba; chủ nhật."""
        week = _OF_WEEK.match(s, lead.end)
        away = self._forms.shift.match(s, week.end()) if week else None
        relative = None
        end = lead.end
        if away:
            word = self._forms.shifts[_blanks(away["shift"])]
            relative, end = Relative("week", word.steps, "speech"), away.end()
        elif not lead.time and not s.startswith("ch", lead.start):
            return []
        point = Point(weekday=lead.weekday, relative=relative, time=lead.time)
        kind = "TIME" if lead.time else "DATE"
        return [FoundDate(start=lead.start, end=end, rule="date.weekday", type=kind, first=point)]

    def _month(self, s: str, i: int) -> list[FoundDate]:
        """tháng 10/2023, tháng Giêng, tháng 7 và 8/2017, cuối tháng, tháng trước."""
        if counted := self._counted_unit(s, i):
            return counted
        start = _skip(s, i + len("tháng"))
        read = self._month_number(s, start)
        if read is None:
            return self._unit_away(s, i)
        end, number, lunar = read
        months = [(i, end, number)]
        last = None
        while len(months) < 12 and (more := forms.MONTHS_MORE.match(s, end)) and 1 <= int(more["month"]) <= 12:
            end = more.end()
            if "-" in more["join"]:
                last = int(more["month"])
                break
            months.append((more.start("month"), end, int(more["month"])))
        year, end = self._year_of(s, end, forms.YEAR_AFTER_MONTH)
        relative = toward = None
        if year is None:
            end, relative, toward = self._placed(s, end)
        found = []
        for start, stop, month in months:
            point = Point(year=year, month=month, relative=relative, toward=toward or 0, lunar=lunar)
            until = replace(point, month=last) if last and len(months) == 1 else None
            found.append(
                FoundDate(
                    start=start, end=end if start == months[-1][0] else stop, rule="date.month", type="DATE",
                    first=point, last=until,
                )
            )  # fmt: skip
        return [self._edged(s, found[0]), *found[1:]]

    def _month_number(self, s: str, i: int) -> tuple[int, int, bool] | None:
        """The month at `i` in digits or words: its end, number, and whether only the lunar calendar has it."""
        if match := forms.MONTH_NUMBER.match(s, i):
            number = int(match["month"])
            return (match.end(), number, False) if 1 <= number <= 12 else None
        if match := self._forms.month.match(s, i):
            word = self._forms.months[match[0]]
            return match.end(), word.steps, word.lunar
        worded = words_to_number(s, i)
        if worded is None or not 1 <= worded[0] <= 12 or s.startswith("năm", i):
            return None
        return worded[1], worded[0], False

    def _placed(self, s: str, end: int) -> tuple[int, Relative | None, int | None]:
        """What places a month or quarter without year: "năm nay", "tới", "vừa qua"."""
        year = _OF_YEAR.match(s, end)
        if year and (away := self._forms.shift.match(s, year.end())):
            word = self._forms.shifts[_blanks(away["shift"])]
            if "year" in word.units:
                return away.end(), Relative("year", word.steps, word.base), None
        ahead = self._forms.toward.match(s, end)
        if ahead and _CLAUSE_END.match(s, ahead.end()):
            return ahead.end(), None, self._forms.towards[_blanks(ahead["toward"])].steps
        return end, None, None

    def _quarter(self, s: str, i: int) -> list[FoundDate]:
        """quý III/2021, quý II và quý III, quý trước."""
        if counted := self._counted_unit(s, i):
            return counted
        match = forms.QUARTER.match(s, _skip(s, i + len("quý")))
        if match is None:
            return self._unit_away(s, i)
        end, number = match.end(), forms.QUARTERS[_blanks(match["quarter"])]
        quarters, last = [(i, end, number)], None
        while len(quarters) < 4 and (more := forms.QUARTERS_MORE.match(s, end)):
            end = more.end()
            if "-" in more["join"]:
                last = forms.QUARTERS[more["quarter"]]
                break
            begin = s.index("quý", more.start(), end) if "quý" in more[0] else more.start("quarter")
            quarters.append((begin, end, forms.QUARTERS[more["quarter"]]))
        year, end = self._year_of(s, end, forms.YEAR_AFTER_QUARTER)
        relative = toward = None
        if year is None:
            end, relative, toward = self._placed(s, end)
        found = []
        for start, stop, quarter in quarters:
            point = Point(year=year, quarter=quarter, relative=relative, toward=toward or 0)
            until = replace(point, quarter=last) if last else None
            stop = end if start == quarters[-1][0] else stop
            found.append(FoundDate(start=start, end=stop, rule="date.quarter", type="DATE", first=point, last=until))
        return [self._edged(s, found[0]), *found[1:]]

    def _year_of(self, s: str, end: int, pattern: re.Pattern[str]) -> tuple[int | None, int]:
        match = pattern.match(s, end)
        return (int(match["year"]), match.end()) if match else (None, end)

    def _year(self, s: str, i: int) -> list[FoundDate]:
        """năm 2020, năm 2016 - 2017, năm 2015, 2016 và 2017, năm nay, cuối năm, năm kỷ cương hành chính 2017."""
        start = _skip(s, i + len("năm"))
        if pair := forms.YEAR_PAIR.match(s, start):
            if found := _years(i, pair, "date.year"):
                return [self._edged(s, found)]
        if match := forms.ONE_YEAR.match(s, start):
            found = FoundDate(
                start=i, end=match.end(), rule="date.year", type="DATE", first=Point(year=int(match["year"]))
            )
            return [self._edged(s, found), *_more_years(s, found.end)]
        if match := self._forms.named_year.match(s, i):
            point = Point(year=int(match["year"]))
            return [FoundDate(start=i, end=match.end(), rule="date.named-year", type="DATE", first=point)]
        return self._counted_unit(s, i) or self._unit_away(s, i)

    def _half(self, s: str, i: int) -> list[FoundDate]:
        """nửa đầu năm 2021, nửa năm."""
        match = _HALF_YEAR.match(s, i)
        if match is None:
            if length := _HALF_LENGTH.match(s, i):
                value = {"năm": "P6M", "tháng": "P0.5M", "ngày": "P0.5D", "giờ": "PT30M", "tiếng": "PT30M"}[
                    length["unit"]
                ]
                end = _length_tail(s, length.end())
                return [FoundDate(start=i, end=end, rule="date.duration", type="DURATION", value=value)]
            return []
        half = 1 if match["edge"] == "đầu" else 2
        point, end = self._of_year(s, match.end(), Point(half=half))
        return [FoundDate(start=i, end=end, rule="date.half", type="DATE", first=point)]

    def _months_of_year(self, s: str, i: int) -> list[FoundDate]:
        """6 tháng đầu năm 2021, 9 tháng năm 2017, 3 tháng cuối năm."""
        match = _MONTHS_OF_YEAR.match(s, i)
        return self._first_months(s, i, int(match["count"]), match) if match else []

    def _first_months(self, s: str, i: int, count: int, match: re.Match[str]) -> list[FoundDate]:
        """The first or last `count` months (or quarters) of the year that `match` ends before."""
        months = count * 3 if match["unit"] == "quý" else count
        late = match["edge"] == "cuối"
        point, end = self._of_year(s, match.end(), Point())
        if not 1 <= months <= 12 or (match["edge"] is None and point.year is None and point.relative is None):
            return []
        first: Point
        last: Point | None
        if months == 6:
            first, last = replace(point, half=2 if late else 1), None
        else:
            first = replace(point, month=13 - months if late else 1)
            last = replace(point, month=12 if late else months) if months > 1 else None
        return [FoundDate(start=i, end=end, rule="date.months", type="DATE", first=first, last=last)]

    def _of_year(self, s: str, end: int, point: Point) -> tuple[Point, int]:
        """`point` with the year that follows "năm": digits or "nay", "trước"."""
        if year := _YEAR_FOLLOWS.match(s, end):
            return replace(point, year=int(year["year"])), year.end()
        if away := self._forms.shift.match(s, end):
            word = self._forms.shifts[_blanks(away["shift"])]
            if "year" in word.units:
                return replace(point, relative=Relative("year", word.steps, word.base)), away.end()
        return point, end

    def _plan(self, s: str, i: int) -> list[FoundDate]:
        """5 năm 2021-2025, 5 năm (2016 - 2020)."""
        match = _PLAN.match(s, i)
        pair = forms.YEAR_PAIR.match(s, match.end()) if match else None
        found = _years(i, pair, "date.period") if match and pair else None
        if match is None or found is None:
            return []
        closes = match["open"] and s.startswith(")", found.end)
        return [] if match["open"] and not closes else [replace(found, end=found.end + bool(closes))]

    def _period(self, s: str, i: int) -> list[FoundDate]:
        """nhiệm kỳ 2020 - 2025, năm học 2024-2025, vụ đông xuân 2016 - 2017, vụ hè thu 2017."""
        match = self._forms.period.match(s, i)
        if match is None:
            return []
        gap = _PERIOD_GAP.match(s, match.end())
        start = gap.end() if gap else match.end()
        if pair := forms.YEAR_PAIR.match(s, start) or forms.YEAR_TO_YEAR.match(s, start):
            found = _years(i, pair, "date.period")
            return [found, *_more_pairs(s, found.end)] if found else []
        one = forms.ONE_YEAR.match(s, start)
        if one and _blanks(match[0]) not in ("giai đoạn", "nhiệm kỳ", "thời kỳ"):
            point = Point(year=int(one["year"]))
            return [FoundDate(start=i, end=one.end(), rule="date.period", type="DATE", first=point)]
        return []

    def _set(self, s: str, i: int) -> list[FoundDate]:
        """hằng năm, mỗi tuần."""
        match = self._forms.set_unit.match(s, i)
        if match is None or s.startswith("/", match.end()):
            return []
        unit = self._forms.units[_blanks(match["unit"])].value
        value = f"PT1{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"P1{unit}"
        return [FoundDate(start=i, end=match.end(), rule="date.set", type="SET", value=value)]

    def _same_period(self, s: str, i: int) -> list[FoundDate]:
        """cùng kỳ, cùng kỳ năm trước, cùng kỳ năm 2016."""
        end = i + len("cùng kỳ")
        if year := _SAME_PERIOD_YEAR.match(s, end):
            return [
                FoundDate(
                    start=i, end=year.end(), rule="date.same-period", type="DATE", same_period=1,
                    first=Point(year=int(year["year"])),
                )
            ]  # fmt: skip
        of_year = _OF_YEAR.match(s, end)
        if of_year and (away := self._forms.shift.match(s, of_year.end())):
            word = self._forms.shifts[_blanks(away["shift"])]
            if "year" in word.units and word.steps < 0:
                end = away.end()
        return [FoundDate(start=i, end=end, rule="date.same-period", type="DATE", same_period=1)]

    def _unit_away(self, s: str, i: int) -> list[FoundDate]:
        """tháng trước, tuần tới, quý này, năm ngoái, cuối năm, đầu tháng; thế kỷ XX, thập niên 90."""
        word = _UNIT.match(s, i)
        if word is None:
            return self._age(s, i)
        unit = UNITS[word[0]]
        away = self._forms.shift.match(s, word.end())
        edge = self._forms.edge_before.search(s, max(0, i - 14), i)
        if away:
            shift = self._forms.shifts[_blanks(away["shift"])]
            if unit in shift.units and not _VAGUE_BEFORE.search(s, max(0, i - 12), i):
                point = Point(relative=Relative(unit, shift.steps, shift.base))
                found = FoundDate(start=i, end=away.end(), rule="date.relative", type="DATE", first=point)
                return [self._edged(s, found)]
        if edge and unit in ("year", "month", "quarter") and not _NO_UNIT_AFTER.match(s, word.end()):
            point = Point(relative=Relative(unit, 0, "story"))
            found = FoundDate(start=edge.start(), end=word.end(), rule="date.edge", type="DATE", first=point, edge=True)
            return [found] if not _VAGUE_BEFORE.search(s, max(0, edge.start() - 12), edge.start()) else []
        return []

    def _age(self, s: str, i: int) -> list[FoundDate]:
        """thế kỷ XX, thập niên 90, thập kỷ 1990."""
        if match := _CENTURY.match(s, i):
            number = int(match["number"]) if match["number"].isdecimal() else _ROMAN.get(match["number"], 0)
            if 1 <= number <= 22:
                point = Point(century=number - 1)
                return [
                    self._edged(s, FoundDate(start=i, end=match.end(), rule="date.century", type="DATE", first=point))
                ]
        if match := _DECADE.match(s, i):
            digits = match["year"] if len(match["year"]) == 4 else str(full_year(match["year"]))
            point = Point(decade=int(digits[:3]))
            return [self._edged(s, FoundDate(start=i, end=match.end(), rule="date.decade", type="DATE", first=point))]
        return []

    # --------------------------------------------------------------------------------------------------------- lengths

    def _length(self, s: str, i: int) -> list[FoundDate]:
        """13 năm, 11 - 19 năm, 2 năm rưỡi, 10 năm qua."""
        number = forms.NUMBER.match(s, i)
        unit = self._forms.unit.match(s, number.end()) if number else None
        if number is None or unit is None:
            return []
        return self._duration(s, i, unit, number["low"], number["high"])

    def _counted_unit(self, s: str, i: int) -> list[FoundDate]:
        """A unit at `i` with its number in words before it: ba năm, mười hai tháng."""
        before = _WORDS_BEFORE.search(s, max(0, i - 30), i)
        if before is None:
            return []
        words = [match.start() for match in re.finditer(r"\w+", s[before.start() : i])]
        for offset in words:
            start = before.start() + offset
            number = words_to_number(s, start)
            if number and number[1] == i - _blanks_before(s, i):
                unit = self._forms.unit.match(s, i)
                if unit is None or (number[0] == 1 and not self._one_is_length(s, start, unit)):
                    return []
                match = _MONTHS_HERE.match(s, i)
                if match and (found := self._first_months(s, start, number[0], match)):
                    return found
                return self._duration(s, start, unit, str(number[0]), None)
        return []

    def _one_is_length(self, s: str, start: int, unit: re.Match[str]) -> bool:
        """Whether "một ngày" is a length: the words around it say so."""
        long = unit[0] in ("năm", "tháng", "tuần", "thế kỷ", "thập kỷ", "thập niên")
        return long or _LENGTH_BEFORE.search(s, max(0, start - 16), start) is not None

    def _duration(self, s: str, start: int, unit: re.Match[str], low: str, high: str | None) -> list[FoundDate]:
        if _RATE.search(s, max(0, start - 8), start) or _AGE.match(s, unit.end()) or s.startswith("/", unit.end()):
            return []
        code = self._forms.units[_blanks(unit[0])].value
        if unit[0] == "tiếng" and _LANGUAGE.match(s, unit.end()):
            return []
        if unit[0] in ("giờ", "tiếng") and not self._hours_are_length(s, start, unit, low):
            return []
        end, half = unit.end(), _HALF_MORE.match(s, unit.end())
        if half:
            end = half.end()
        value = _length_value("X" if high else low.replace(",", "."), code, half=half is not None)
        return [FoundDate(start=start, end=_length_tail(s, end), rule="date.duration", type="DURATION", value=value)]

    def _hours_are_length(self, s: str, start: int, unit: re.Match[str], low: str) -> bool:
        """Whether "8 giờ" is how long and not when."""
        return (
            unit[0] == "tiếng"
            or "đồng hồ" in unit[0]
            or float(low.replace(",", ".")) > 24
            or _LENGTH_BEFORE.search(s, max(0, start - 16), start) is not None
            or _length_tail(s, unit.end()) > unit.end()
        )

    # ------------------------------------------------------------------------------------------------------ bare numbers

    def _bare(self, s: str, i: int) -> list[FoundDate]:
        """Years and months without head, after a word that announces them."""
        before = _BEFORE_YEAR.search(s, max(0, i - 16), i)
        if pair := forms.YEAR_PAIR.match(s, i):
            found = _years(i, pair, "date.year")
            if found and not _PLACE_BEFORE.search(s, max(0, i - 20), i) and (before or _CLAUSE_END.match(s, found.end)):
                return [found]
        if before is None:
            return []
        if match := forms.MONTH_YEAR.match(s, i):
            if 1 <= int(match["month"]) <= 12:
                point = Point(year=int(match["year"]), month=int(match["month"]))
                return [
                    self._edged(s, FoundDate(start=i, end=match.end(), rule="date.month", type="DATE", first=point))
                ]
        match = forms.ONE_YEAR.match(s, i)
        if match and 1900 <= int(match["year"]) <= 2100 and _CLAUSE_END.match(s, match.end()):
            point = Point(year=int(match["year"]))
            return [self._edged(s, FoundDate(start=i, end=match.end(), rule="date.year", type="DATE", first=point))]
        return []

    def _edged(self, s: str, found: FoundDate) -> FoundDate:
        """`found` with the word before it that cuts a piece out of it: cuối tháng 10, hết quý I."""
        edge = self._forms.edge_before.search(s, max(0, found.start - 20), found.start)
        return replace(found, start=edge.start(), edge=True) if edge else found


# ----------------------------------------------------------------------------------------------------------- small shapes

_HEAD = shape(r"(?:ngày|hôm)(?: ?: ?| )(?=\w)")
_RESTATED = shape(r"(?: ?,? ?(?P<open>\()? ?|, ?)(?:ngày )?(?=\d)")
_RANGE_END = shape(r" ?- ?(?=\d)")
_CLOCK_AFTER = shape(r" ?[,|-]? ?(?:lúc )?(?=\d)")
_OF_MONTH = shape(r" tháng(?!\w)")
_OF_WEEK = shape(r",? tuần(?!\w)")
_OF_YEAR = shape(r"(?: của)? năm(?!\w)")
_UNIT = re.compile(r"(?:ngày|tuần|tháng|quý|năm)(?!\w)")
_VERB = shape(r" (?:hằng|hàng|vừa|này|là|sẽ|đã|thì|thì|trong)(?!\w)")
_HALF_YEAR = shape(r"nửa (?P<edge>đầu|cuối) (?:của )?năm(?!\w)")
_HALF_LENGTH = shape(r"nửa (?P<unit>năm|tháng|ngày|giờ|tiếng)(?! đầu| cuối)(?!\w)")
_MONTHS_OF_YEAR = shape(r"(?P<count>\d{1,2}) (?P<unit>tháng|quý)(?: (?P<edge>đầu|cuối))?(?: của)?,? năm(?!\w)")
_MONTHS_HERE = shape(r"(?P<unit>tháng|quý)(?: (?P<edge>đầu|cuối))?(?: của)?,? năm(?!\w)")
_YEAR_FOLLOWS = shape(rf" (?P<year>{forms.YEAR})")
_SAME_PERIOD_YEAR = shape(rf"(?: của)?(?: năm) (?P<year>{forms.YEAR})")
_PLAN = shape(r"\d{1,2} năm,? ?(?P<open>\()?(?: ?từ )?(?=\d{4})")
_PERIOD_GAP = shape(r"(?: ?:)? ?\(?(?: ?từ)?(?: ?năm)? ?")
_MORE_YEAR = shape(
    rf"(?: ?, ?| và |, và )(?P<year>{forms.YEAR})(?![.,]\d|-\w|[^\W\d_]| ?(?:%|[^\W\d_]*(?:đồng|ha|tấn|người)))"
)
_MORE_PAIR = shape(r"(?: ?, ?| và )(?:năm )?(?=\d)")
_VAGUE_BEFORE = re.compile(r"(?<!\w)(?:các|những|nhiều|mấy|vài|bao|từng|mỗi|hằng|hàng|tháng|quý|tuần|ngày)[ ]{1,3}$")
_NO_UNIT_AFTER = shape(r" (?:học|nhuận|mới|tuổi|sinh|thứ|châu|người|tháng|ngày)(?!\w)| \d")
_CENTURY = shape(r"thế k[ỷỉ] (?:thứ )?(?P<number>[ivx]{1,5}|\d{1,2})(?!\w)")
_DECADE = shape(r"(?:thập niên|thập k[ỷỉ]) (?:năm )?(?P<year>(?:19|20)\d0|\d0)(?!\d|[.,]\d|%)")
_ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split(), 1
    )
}
_HALF_MORE = shape(r" rưỡi(?!\w)")
_LENGTH_TAIL = shape(r" (?:vừa qua|gần đây|trở lại đây|qua|tới|sắp tới|liền)(?!\w)")
_LENGTH_BEFORE = re.compile(
    r"(?<!\w)(?:trong|suốt|qua|gần|hơn|kéo dài|mất|vòng|thời hạn|tròn|được|đúng|sau|chỉ|thêm|liên tục|liền|khoảng|hết|quá|chưa đầy|vòng)[ ]{1,3}$"
)
_LANGUAGE = shape(r" (?:anh|pháp|việt|nga|trung|nhật|hàn|đức|nói|dân|mường|thái|nước|nổ|súng|hô|còi|động)(?!\w)")
_WORDS_BEFORE = re.compile(rf"(?:(?<!\w)(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})[ ]{{1,3}}){{1,4}}$")
_BEFORE_YEAR = re.compile(
    r"(?:(?<!\w)(?:từ|đến|tới|vào|trước|sau|hồi|kể từ|trong|so với|năm|đầu|cuối|giữa|tầm nhìn|tầm nhìn đến)[ ]{1,3}|\()$"
)


def _gap(s: str, i: int, *, open_paren: bool = False) -> int:
    """The position after what may part the pieces of one expression: a blank, a comma, a dash, a bar."""
    match = (_GAP_PAREN if open_paren else _GAP).match(s, i)
    return match.end() if match else i


_GAP = shape(r" ?[,|-]? ?")
_GAP_PAREN = shape(r" ?[,|(-]? ?")


def _skip(s: str, i: int) -> int:
    """The position after up to three blanks."""
    end = i
    while end < i + 3 and s.startswith(" ", end):
        end += 1
    return end


def _blanks_before(s: str, i: int) -> int:
    return i - len(s[max(0, i - 3) : i].rstrip(" ")) - max(0, i - 3)


def _blanks(form: str) -> str:
    """`form` with single blanks, as the vocabulary has it."""
    return " ".join(form.split()) if "  " in form else form


def _afternoon(clock: str, part: str) -> str:
    """The clock time with its part of day: 8 giờ tối is 20:00."""
    hour = int(clock[:2])
    late = (part == "AF" and hour < 12) or (part == "EV" and 4 <= hour < 12) or (part == "NI" and 6 <= hour < 12)
    late = late or (part == "MI" and hour < 4)
    return f"{hour + 12:02d}{clock[2:]}" if late else clock


def _point(day: str, month: str, year: str | None) -> Point | None:
    """The day of the calendar, or None where it has no such day (29 February is one of some year)."""
    full = full_year(year) if year else None
    if iso_day(full or 2000, int(month), int(day)) is None:
        return None
    return Point(year=full, month=int(month), day=int(day))


def _range(match: re.Match[str]) -> tuple[Point | None, Point | None]:
    """Both ends of a range of days; the first takes from the last what it lacks."""
    month, year = match["month"] or match["last_month"], match["year"] or match["last_year"]
    first = _point(match["day"], month, year)
    last = _point(match["last_day"], match["last_month"], match["last_year"])
    if not first or not last:
        return None, None
    if first.year and last.year and not match["year"] and (first.month, first.day) > (last.month, last.day):
        first = replace(first, year=last.year - 1)  # type: ignore[operator]
    if not match["month"] and (first.day or 0) >= (last.day or 0):
        return None, None
    return first, last


def _announced(s: str, start: int, match: re.Match[str]) -> bool:
    if _PLACE_BEFORE.search(s, max(0, start - 20), start):
        return False
    before = _BEFORE_DATE.search(s, max(0, start - 20), start)
    return match["last_year"] is not None or (before is not None and match["last_sep"] == "/")


def _is_holiday(point: Point) -> bool:
    return (point.day, point.month) in _HOLIDAYS


def _years(start: int, pair: re.Match[str], rule: str) -> FoundDate | None:
    """The years of `pair` as one period, or None where they are in no order a period has."""
    first = int(pair["first"])
    last = int(pair["last"]) if len(pair["last"]) == 4 else first - first % 100 + int(pair["last"])
    if not first < last <= first + 100:
        return None
    return FoundDate(
        start=start, end=pair.end(), rule=rule, type="DATE", first=Point(year=first), last=Point(year=last)
    )


def _more_years(s: str, end: int) -> list[FoundDate]:
    """The further years of a list: năm 2015, 2016 và 2017."""
    found: list[FoundDate] = []
    while len(found) < 12 and (more := _MORE_YEAR.match(s, end)):
        end = more.end()
        point = Point(year=int(more["year"]))
        found.append(FoundDate(start=more.start("year"), end=end, rule="date.year", type="DATE", first=point))
    return found


def _more_pairs(s: str, end: int) -> list[FoundDate]:
    """The further periods of a list: giai đoạn 2016 - 2020 và 2021 - 2025."""
    found: list[FoundDate] = []
    while len(found) < 12 and (more := _MORE_PAIR.match(s, end)):
        pair = forms.YEAR_PAIR.match(s, more.end())
        period = _years(more.end(), pair, "date.period") if pair else None
        if period is None:
            break
        found.append(period)
        end = period.end
    return found


def _length_tail(s: str, end: int) -> int:
    """The end of a length with the word that places it: 10 năm qua."""
    tail = _LENGTH_TAIL.match(s, end)
    return tail.end() if tail else end


def _length_value(number: str, code: str, *, half: bool) -> str:
    """The ISO 8601 length; half a year is six months."""
    if half and code == "Y" and number.isdecimal():
        return f"P{number}Y6M"
    amount = f"{number}.5" if half and number.isdecimal() else number.lstrip("0") or "0"
    return f"PT{amount}{code[1]}" if code in ("TS", "TM", "TH") else f"P{amount}{code}"


def _share_tails(s: str, found: list[FoundDate]) -> list[FoundDate]:
    """`found` with what a date leaves to the next one it is joined to: ngày 13 và 14/8, từ tháng 3 đến tháng 5/2017."""
    for index in range(len(found) - 2, -1, -1):
        this, after = found[index], found[index + 1]
        if this.first is None or after.first is None or this.last or this.first.relative or this.first.year:
            continue
        if after.start - this.end > 16 or not _JOINED.fullmatch(s, this.end, after.start):
            continue
        first, other = this.first, after.first
        if first.day and not first.month and other.month and other.day:
            first = replace(first, month=other.month, year=other.year, relative=other.relative, toward=other.toward)
        elif (first.day is None) == (other.day is None) and (first.month or first.quarter) and other.year:
            first = replace(first, year=other.year)
        found[index] = replace(this, first=first)
    return found


__all__ = ["DateRecogniser", "DateWord", "FoundDate"]
