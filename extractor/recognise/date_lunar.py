"""The grammar of the lunar calendar and of feasts: mùng 3 Tết, 30 Tết, rằm tháng Giêng, năm Đinh Dậu, Tết 2017."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from extractor.calendars import Point, Relative
from extractor.lunar import BRANCHES, STEMS, cycle_of
from extractor.numerals import words_to_number
from extractor.recognise.date_days import OF_MONTH, YEAR_AFTER_MONTH, Days
from extractor.recognise.date_shapes import AND, YEAR, YEAR_END, FoundDate, digits_end, plain, shape, skip
from extractor.recognise.date_words import DateWords


class LunarDays:
    """Reads a lunar day, a Can Chi year or a feast with its year, at its first character."""

    def __init__(self, words: DateWords, days: Days) -> None:
        self._words = words
        self._days = days

    def day(self, s: str, i: int) -> list[FoundDate]:
        """[sáng] [ngày] mùng 4 Tết, 28 Tết, rằm tháng Giêng; đêm giao thừa; tối 12 tháng Giêng."""
        time, at = "", i
        if part := self._words.part.match(s, i):
            time = self._words.parts[plain(part[0])].value
            at = skip(s, part.end())
        if head := _HEAD.match(s, at):
            at = head.end()
        if not s[at : at + 1].isdecimal() and not s.startswith(_LUNAR_LETTERS, at):
            return []
        if eve := _EVE.match(s, at):
            return (
                [self._dated(s, i, eve.end(), Point(month=12, day=30, time=time or "NI", lunar=True))] if time else []
            )
        if early := _EARLY.match(s, at):
            return self._early(s, i, early.end(), time)
        if full := _FULL_MOON.match(s, at):
            number = self._days.month_number(s, skip(s, full.end()))
            if number is None:
                return []
            return [self._dated(s, i, number[0], Point(month=number[1], day=15, time=time, lunar=True))]
        if late := _LATE.match(s, at):
            return [self._dated(s, i, late.end(), Point(month=12, day=int(late["day"]), time=time, lunar=True))]
        if not time or not s[at : at + 1].isdecimal():
            return []
        days = [
            replace(day, type="TIME", first=replace(day.first, time=time)) for day in self.digits(s, at) if day.first
        ]
        return [replace(days[0], start=i), *days[1:]] if days else []

    def digits(self, s: str, i: int) -> list[FoundDate]:
        """23 tháng Chạp, 12 và 13 tháng Giêng, 12 - 15 tháng Giêng, 10/3 âm lịch; 29 before "đến mùng 5 Tết"."""
        end = digits_end(s, i)
        joined = s.startswith(_JOINTS, end)
        if joined and (last := _TO_TET.match(s, i)):
            return [self._dated(s, i, last.end(), Point(month=12, day=int(last["day"]), lunar=True))]
        if joined and (pair := _TWO_DAYS.match(s, i)):
            days = self.digits(s, pair.start("last"))
            if not days or days[0].first is None or not 1 <= int(pair["day"]) <= 30:
                return []
            first = replace(days[0].first, day=int(pair["day"]))
            if "-" in s[pair.end("day") : pair.start("last")]:
                return [replace(days[0], start=i, first=first, last=days[0].first)]
            return [replace(days[0], start=i, end=pair.end("day"), first=first), *days]
        if (written := self._days.day_month(s, i)) and _LUNAR_MARK.match(s, written.end):
            return [self._dated(s, i, written.end, replace(written.point, lunar=True))]
        day = _DAY.match(s, i) if s.startswith(" ", end) else None
        of_month = OF_MONTH.match(s, day.end()) if day else None
        month = self._days.month_number(s, skip(s, of_month.end())) if of_month else None
        if day is None or month is None or not month[2] or not 1 <= int(day[0]) <= 30:
            return []
        return [self._dated(s, i, month[0], Point(month=month[1], day=int(day[0]), lunar=True))]

    def _early(self, s: str, start: int, at: int, time: str) -> list[FoundDate]:
        """mùng 3 Tết, mồng hai tháng Giêng, mùng 6; "mồng 2 tháng 9" is of the solar calendar."""
        if day := self._days.day_month(s, at):  # mùng 10/3 âm lịch
            lunar = day.point.month == 1 or _LUNAR_MARK.match(s, day.end) is not None
            return [self._dated(s, start, day.end, replace(day.point, time=time, lunar=lunar))]
        digits = _DAY.match(s, at)
        worded = None if digits else words_to_number(s, at)
        number, end = (int(digits[0]), digits.end()) if digits else worded or (0, at)
        if not 1 <= number <= 10:
            return []
        if monthly := _EVERY_MONTH.match(s, end):  # ngày mùng 5 hằng tháng
            return [FoundDate(start=start, end=monthly.end(), rule="date.set", type="SET", value="P1M")]
        point = Point(month=1, day=number, time=time, lunar=True)
        if feast := _TET.match(s, end):
            return [self._dated(s, start, feast.end(), point)]
        if of_month := OF_MONTH.match(s, end):
            at = skip(s, of_month.end())
            month = self._days.month_number(s, at) or self._days.may(s, at)
            if month is None:
                return self._of_month_away(s, start, of_month.end(), Point(day=number, time=time))
            lunar = month[2] or _LUNAR_MARK.match(s, month[0]) is not None
            return [self._dated(s, start, month[0], replace(point, month=month[1], lunar=lunar))]
        near = s[max(0, start - _NEAR) : end + _NEAR]
        if "tết" not in near and "giêng" not in near:
            point = replace(point, month=None)
        return [self._dated(s, start, end, point)]

    def _of_month_away(self, s: str, start: int, at: int, point: Point) -> list[FoundDate]:
        """mồng 5 tháng này, mùng 10 tháng trước: of the solar calendar."""
        away = self._words.shift.match(s, at)
        if away is None:
            return []
        word = self._words.shifts[plain(away["word"])]
        point = replace(point, relative=Relative("month", word.steps, word.base))
        kind: Literal["TIME", "DATE"] = "TIME" if point.time else "DATE"
        return [FoundDate(start=start, end=away.end(), rule="date.day", type=kind, first=point)]

    def _dated(self, s: str, start: int, end: int, point: Point) -> FoundDate:
        """The day with its mark, its year in digits or Can Chi, and the solar day that says it again."""
        if mark := _LUNAR_MARK.match(s, end):
            end = mark.end()
        year = YEAR_AFTER_MONTH.match(s, end) or _CAN_CHI.match(s, end)
        if year:
            end = year.end()
            if digits := year.groupdict().get("year"):
                point = replace(point, year=int(digits))
            else:
                point = replace(point, cycle=cycle_of(year["stem"], year["branch"]))
                if more := _YEAR_AGAIN.match(s, end):
                    point, end = replace(point, year=int(more["year"]), cycle=None), more.end()
            if point.month == 12 and _names_tet(s, start, end):  # the feast belongs to the year that follows it
                point = replace(
                    point,
                    year=point.year and point.year - 1,
                    cycle=None if point.cycle is None else (point.cycle - 1) % 60,
                )
        found = FoundDate(
            start=start,
            end=end,
            rule="date.lunar",
            type="TIME" if point.time else "DATE",
            first=point,
            lunar=point.lunar,
        )
        again = _AGAIN.match(s, end)
        day = self._days.day_month(s, again.end()) if again else None
        if day is None or not s.startswith(")", day.end):
            return found
        return replace(found, end=day.end + 1, first=replace(day.point, time=point.time))

    def marked(self, s: str, found: FoundDate) -> FoundDate:
        """A written day as a lunar one where "âm lịch" or a Can Chi year follows it."""
        if found.first is None or found.last is not None or found.first.month is None:
            return found
        mark = _LUNAR_MARK.match(s, found.end)
        if found.first.day is None:
            return replace(found, end=mark.end()) if mark and found.lunar else found
        if mark is None:
            named = _CAN_CHI.match(s, found.end)
            cycle = cycle_of(named["stem"], named["branch"]) if named else None
            if named is None or cycle is None or found.first.year is not None or found.first.cycle is not None:
                return found
            first = replace(found.first, lunar=True, cycle=cycle)
            return replace(found, end=named.end(), first=first, rule="date.lunar", lunar=True)
        end, first = mark.end(), replace(found.first, lunar=True)
        if first.year is None and (year := YEAR_AFTER_MONTH.match(s, end)):
            end, first = year.end(), replace(first, year=int(year["year"]))
        return replace(found, end=end, first=first, rule="date.lunar", lunar=True)

    def year(self, s: str, i: int) -> list[FoundDate]:
        """năm Đinh Dậu, năm Đinh Dậu 2017."""
        match = _CAN_CHI_YEAR.match(s, i)
        cycle = cycle_of(match["stem"], match["branch"]) if match else None
        if match is None or cycle is None:
            return []
        point, end = Point(cycle=cycle), match.end()
        if more := _YEAR_AGAIN.match(s, end):
            point, end = Point(year=int(more["year"])), more.end()
        return [FoundDate(start=i, end=end, rule="date.can-chi", type="DATE", first=point, lunar=True)]

    def feast(self, s: str, i: int) -> list[FoundDate]:
        """Tết Nguyên đán Đinh Dậu 2017, Quốc khánh 2017: a feast by name, with its year."""
        match = self._words.feast.match(s, i)
        if match is None:
            return []
        word, end = self._words.feasts[plain(match[0])], match.end()
        if named := _CAN_CHI.match(s, end):
            end = named.end()
        year = _FEAST_YEAR.match(s, end)
        if year is None:
            return []
        point = Point(year=int(year["year"]), month=word.month, day=word.day, lunar=word.lunar)
        if match[0] == "tết" and "năm" in year[0]:  # no day of that time is meant more than others
            if _ANY_TET.search(s, max(0, i - 8), i):
                return []
            point = Point(year=point.year)
            return [FoundDate(start=i, end=year.end(), rule="date.feast", type="DATE", first=point)]
        found = FoundDate(start=i, end=year.end(), rule="date.feast", type="DATE", first=point, lunar=word.lunar)
        edge = self._words.edge_before.search(s, i)
        return [replace(found, start=edge.start()) if edge else found]


# How near the feast must be named for "mùng 6" to be of its month (characters).
_NEAR = 300
_STEMS, _BRANCHES = "|".join(STEMS), "|".join(BRANCHES)
_CAN_CHI = shape(rf",?(?: xuân)?(?: năm)? (?P<stem>{_STEMS}) (?P<branch>{_BRANCHES})(?!\w)")
_CAN_CHI_YEAR = shape(rf"(?:năm|xuân) (?P<stem>{_STEMS}) (?P<branch>{_BRANCHES})(?!\w)")
_YEAR_AGAIN = shape(rf"(?: ?[-,] ?| |(?P<open> \())(?:năm )?(?P<year>{YEAR}){YEAR_END}(?(open)\))")
_FEAST_YEAR = shape(rf"(?: năm | ?[-,/] ?| \(| )(?P<year>{YEAR}){YEAR_END}")
_HEAD = shape(r"ngày ")
_ANY_TET = shape(r"(?<!\w)(?:cái|mùa|ngày) $")
_EARLY = shape(r"(?:mùng|mồng) ")
_DAY = shape(r"\d{1,2}(?![\d%]|[.,/]\d)")
_TO_TET = shape(r"(?P<day>2[0-9]|30)(?= (?:đến|tới)(?: hết)? (?:ngày )?m[ùồ]ng \d{1,2} tết(?!\w))")
_TWO_DAYS = shape(rf"(?P<day>\d{{1,2}})(?:{AND}| ?- ?| (?:đến|tới)(?: hết)? )(?P<last>\d{{1,2}}) tháng ")
# What may follow the first day in the shapes above.
_JOINTS = (" ", ",", "&", ";", "-")
_FULL_MOON = shape(r"rằm tháng ")
_LATE = shape(r"(?P<day>2[0-9]|30) tết(?!\w)(?: (?:nguyên đán|âm lịch|cổ truyền))?")
_EVERY_MONTH = shape(r" (?:hằng|hàng|mỗi) tháng(?!\w)")
_TET = shape(r" tết(?!\w)(?: (?:nguyên đán|âm lịch|cổ truyền))?")
# The first letters of an eve, an early day and a full moon.
_LUNAR_LETTERS = ("g", "m", "r")
_EVE = shape(r"(?:30 )?giao thừa(?!\w)")
_LUNAR_MARK = shape(r" ?(?P<open>\()?(?:âm lịch|al|âl)(?!\w)(?(open)\))")
_AGAIN = shape(r" \((?:tức |nhằm |ngày )?(?:ngày )?(?=\d)")


def _names_tet(s: str, start: int, end: int) -> bool:
    """Whether the words name the feast, whose year begins after its last days of the old one."""
    return "tết" in s[start:end] or "giao thừa" in s[start:end]
