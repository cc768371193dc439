"""The grammar of durations and sets: 13 năm, 11 - 19 năm, hai năm rưỡi, nửa tháng, hằng năm, 2 lần/tháng."""

from __future__ import annotations

import re

from msgspec.structs import replace

from extractor.calendars import Point, Relative
from extractor.numerals import NUMBER_WORDS, WORD, words_to_number
from extractor.recognise.date_days import Days
from extractor.recognise.date_periods import Periods
from extractor.recognise.date_shapes import AMOUNT, CHANGED_TO, CHANGES, YEAR, FoundDate, digits_end, plain, shape
from extractor.recognise.date_words import DAY_OF_WORK, Before, DateWords, Unit


class Lengths:
    """Reads a length or a set, at its number or at its unit."""

    def __init__(self, words: DateWords, days: Days, periods: Periods) -> None:
        self._words = words
        self._days = days
        self._periods = periods
        self._number_before = Before(NUMBER_WORDS - {"nửa", "rưỡi"}, 30, repeated=5)

    def digits(self, s: str, i: int) -> list[FoundDate]:
        """13 năm, 11 - 19 năm, 1,5 giờ, 10 năm qua, 3 ngày trước."""
        end = digits_end(s, i)
        if s.startswith((".", "/"), end):
            return []
        if s.startswith("h", end) and (past := _HOURS_PAST.match(s, i)):
            value = _value(past["hours"], "TH")
            return [FoundDate(start=i, end=past.end(), rule="date.duration", type="DURATION", value=value)]
        number = _NUMBER.match(s, i)
        unit = self._words.unit.match(s, number.end()) if number else None
        if number is None or unit is None or self._words.is_rate(s, i):
            return []
        return self._length(s, i, unit, number["low"], number["high"])

    def words(self, s: str, i: int) -> list[FoundDate]:
        """ba năm, mười hai tháng, hai mươi phút: a unit at `i` with its number in words before it."""
        before = self._number_before.search(s, i)
        if before is None:
            return []
        words_end = len(s[before.start() : i].rstrip(" ")) + before.start()
        for word in WORD.finditer(s, before.start(), words_end):
            number = words_to_number(s, word.start())
            if number is None or number[1] != words_end or number[0] == 0:
                continue
            start, unit = word.start(), self._words.unit.match(s, i)
            if unit is None or not self._is_count(s, start, number[0], unit):
                return []
            return (
                self._periods.months_of_year(s, start, number)
                or self._periods.plan(s, start, number[1])
                or self._length(s, start, unit, str(number[0]), None)
            )
        return []

    def _is_count(self, s: str, start: int, number: int, unit: re.Match[str]) -> bool:
        """Whether a number in words counts the unit: "một ngày" and "năm tháng" may mean other things."""
        proven = self._words.is_length(s, start) or _tail(s, unit.end()) > unit.end()
        if self._words.is_rate(s, start):
            return False
        if number == 5 and s.startswith("năm", start):
            last = unit[0] == "năm" and _TO.search(s, max(0, start - 8), start) and _STOP.match(s, unit.end())
            return bool(proven or last) or _AFTER_FIVE.match(s, unit.end()) is not None
        if number == 1:
            return bool(proven) or unit[0] in ("năm", "tháng", "tuần", "thập kỷ", "thập niên", "thế kỷ")
        return True

    def half(self, s: str, i: int) -> list[FoundDate]:
        """nửa năm, nửa tháng qua."""
        match = _HALF.match(s, i)
        if match is None:
            return []
        value = {"năm": "P6M", "tháng": "P0.5M", "ngày": "P0.5D", "giờ": "PT30M", "tiếng": "PT30M"}[match["unit"]]
        end = _tail(s, match.end())
        return [FoundDate(start=i, end=end, rule="date.duration", type="DURATION", value=value)]

    def _length(self, s: str, start: int, unit: re.Match[str], low: str, high: str | None) -> list[FoundDate]:
        """The length, the point it reaches ("3 năm trước"), or, for hours that are a clock time, nothing."""
        end, name = unit.end(), plain(unit[0])
        code = self._words.units[name].value
        if high is None and (each := _PER_TIME.match(s, end)):  # 3 tháng/lần
            value = _value(low, code)
            return [FoundDate(start=start, end=each.end(), rule="date.set", type="SET", value=value)]
        if (
            _DATE_NEXT.match(s, unit.start())
            or _NOT_LENGTH.match(s, end)
            or (_OF_TET.match(s, end) and not self._words.is_length(s, start))
            or (name == "tiếng" and _LANGUAGE.match(s, end))
        ):
            return []
        if name == "giờ" and not self._hours_are_length(s, start, end, low):
            return []
        half = _AND_HALF.match(s, end)
        if more := half or (_NIGHTS.match(s, end) if name == "ngày" else None):
            end = more.end()
        if high is None and not half and (reached := self._reached(s, start, end, name, low)):
            return [reached]
        value = _value("X" if high else low.replace(",", "."), code, half=half is not None)
        if not high and not half and (rest := _REST[code].match(s, end) if code in _REST else None):
            end = rest.end()
            value += "".join(f"{int(amount)}{letter}" for letter, amount in rest.groupdict().items() if amount)
        found = FoundDate(start=start, end=_tail(s, end), rule="date.duration", type="DURATION", value=value)
        if name == "tháng" and not high and low.isdecimal() and 2 <= int(low) <= 12:
            found = replace(found, year_to_date=int(low) if self._may_be_year_to_date(s, start, found.end) else 0)
        return [found]

    def _reached(self, s: str, start: int, end: int, name: str, low: str) -> FoundDate | None:
        """The point a length before publication (3 năm trước, cách đây 4 năm), or before or after the day spoken of
        (trước đó 3 ngày); "5 ngày sau" is a length.
        """
        unit, steps = _REACHING.get(name), int(low) if low.isdecimal() else 0
        if unit is None or not 0 < steps < 1000:
            return None
        away = Relative(unit, -steps)
        if before := _AWAY_BEFORE.search(s, max(0, start - 14), start):
            first, stop = before.start(), end
            if not before["now"]:
                away = Relative(unit, steps if before["later"] else -steps, "story")
        elif (after := _AWAY_AFTER.match(s, end)) and (again := self._days.restated(s, after.end(), brackets=True)):
            return FoundDate(start=start, end=again[0], rule="date.away", type="DATE", first=again[1])
        elif after and _AFTER_AWAY.match(s, after.end()):
            first, stop = start, after.end()
        else:
            return None
        return FoundDate(start=first, end=stop, rule="date.away", type="DATE", first=Point(relative=away))

    def _hours_are_length(self, s: str, start: int, end: int, low: str) -> bool:
        """Whether "8 giờ" is how long and not when."""
        said = self._words.is_length(s, start) or _tail(s, end) > end or _ON_END.match(s, end) is not None
        changes = CHANGES.match(s, end) or CHANGED_TO.search(s, max(0, start - 10), start)
        return said or changes is not None or "," in low or int(low) > 24

    def _may_be_year_to_date(self, s: str, start: int, end: int) -> bool:
        """Whether the words around "9 tháng" leave it open that the first nine months of the year are meant."""
        reports = _ALONE.match(s, end) or self._words.report.match(s, end)
        return reports is not None and not self._words.is_only_length(s, start)

    # ------------------------------------------------------------------------------------------------------------ sets

    def each(self, s: str, i: int) -> list[FoundDate]:
        """hằng năm, mỗi tuần, mỗi năm một lần."""
        if part := _EACH_PART.match(s, i):
            return [
                FoundDate(
                    start=i, end=part.end(), rule="date.set", type="SET", value="P1W" if part["weekly"] else "P1D"
                )
            ]
        match = self._words.each_unit.match(s, i)
        if match is None or s.startswith("/", match.end()) or _CROP_BEFORE.search(s, max(0, i - 6), i):
            return []
        value = _value("1", self._words.units[plain(match["unit"])].value)
        return [FoundDate(start=i, end=match.end(), rule="date.set", type="SET", value=value)]

    def times(self, s: str, i: int) -> list[FoundDate]:
        """2 lần/tháng, 1 lần/năm."""
        match = _TIMES.match(s, i)
        unit = self._words.unit.match(s, match.end()) if match else None
        if match is None or unit is None:
            return []
        value = _value("1", self._words.units[plain(unit[0])].value)
        return [FoundDate(start=i, end=unit.end(), rule="date.set", type="SET", value=value)]

    def any_unit(self, s: str, i: int) -> list[FoundDate]:
        """tuần nào cũng; cứ hai ngày, 5 năm một lần are read by `every`."""
        match = _ANY.match(s, i)
        if match is None:
            return []
        value = _value("1", self._words.units[match["unit"]].value)
        return [FoundDate(start=i, end=match.end("any"), rule="date.set", type="SET", value=value)]

    def every(self, s: str, found: FoundDate) -> FoundDate:
        """The length as a set where the words around it repeat it: cứ hai ngày, 5 năm một lần."""
        if found.type != "DURATION" or "X" in found.value:
            return found
        once = _ONCE.match(s, found.end)
        each = _EVERY.search(s, max(0, found.start - 6), found.start)
        if once is None and each is None:
            return found
        start, end = each.start() if each else found.start, once.end() if once else found.end
        return replace(found, start=start, end=end, rule="date.set", type="SET", year_to_date=0)


# ------------------------------------------------------------------------------------------------------------ shapes

_NUMBER = shape(r"(?P<low>\d{1,3}(?:,\d)?)(?:(?: ?- ?| đến | tới )(?P<high>\d{1,3}(?:,\d)?))? ")
_HOURS_PAST = shape(r"(?P<hours>\d{1,2})h (?:vừa qua|qua|tới)(?!\w)(?! \d)")
_AND_HALF = shape(r" rưỡi(?!\w)")
_HALF = shape(r"nửa (?P<unit>năm|tháng|ngày|giờ|tiếng)(?!\w)(?! \d| đầu| cuối| nay| trước)")
_TAIL = shape(r" (?:vừa qua|gần đây|gần nhất|trở lại đây|qua|tới|sắp tới|nay)(?!\w)")
_NOT_LENGTH = shape(rf" (?:tuổi(?! (?:đảng|đoàn|nghề|quân)(?!\w))|học(?= \d)|thứ|nhuận)(?!\w)|/|{DAY_OF_WORK}")
# The unit heads a date of its own: "Nghị quyết 22 ngày 2/2/2008", "hai năm 2022, 2023".
_DATE_NEXT = shape(
    rf"năm {YEAR}|ngày \d{{1,2}}(?: ?[/.-] ?\d| tháng |(?:,| và) ?\d{{1,2}} ?[/-] ?\d)"
    rf"|tháng \d{{1,2}}(?!\d|[.,]\d| ngày| lần){AMOUNT}"
)
_OF_TET = shape(r" tết(?!\w)")  # "ba ngày Tết" is a name of it, "trong 7 ngày Tết" how long
_AFTER_FIVE = shape(r" (?:thực hiện|triển khai|thi hành|qua|trước|đầu năm|cuối năm)(?!\w)| \(?\d{4} ?-")
# "từ một năm đến năm năm"
_TO = shape(r"(?<!\w)(?:đến|tới|quá|hơn|gần|sau|suốt|hạn) $")
_STOP = shape(r" ?(?:[.,;:)\n]|$)| tù(?!\w)")
_NIGHTS = shape(r",? (?:một|hai|ba|bốn|năm|\d{1,2}) đêm(?!\w)")
# The smaller units that go on: 2 năm 6 tháng, 1 tháng 12 ngày, 13 giờ 49 phút; each group is named by its letter.
_REST = {
    "Y": shape(r",? (?:và )?(?P<M>\d{1,2}) tháng(?!\w)(?! (?:tuổi|đầu|cuối)(?!\w))(?:,? (?P<D>\d{1,2}) ngày(?!\w))?"),
    "M": shape(r",? (?:và )?(?P<D>\d{1,2}) ngày(?!\w)"),
    "TH": shape(r",? (?:và )?(?P<M>\d{1,2}) phút(?!\w)"),
    "TM": shape(r",? (?:và )?(?P<S>\d{1,2}) giây(?!\w)"),
}
_LANGUAGE = shape(r" (?:anh|pháp|việt|nga|trung|nhật|hàn|đức|nói|dân|mường|thái|nước|nổ|súng|hô|còi|động|kêu)(?!\w)")
_ALONE = shape(r" ?(?:[,.:;)\n]|$)| \d")
_AWAY_BEFORE = shape(r"(?<!\w)(?:(?P<now>cách (?:đây|nay))|trước đó|(?P<later>sau đó)) $")
_AWAY_AFTER = shape(r" trước(?: đây)?(?!\w)")
_AFTER_AWAY = shape(
    r" ?(?:[,.;:)\]\"'?!\n-]|$)"
    r"| (?:đến|tới|nay|và|tôi|chúng|ông|bà|anh|chị|em|cả|nơi|ở|tại|đã|còn|vẫn|mới|chỉ|có|là|thì"
    r"|nhưng|từng|khá|rất)(?!\w)"
)
_REACHING: dict[str, Unit] = {"ngày": "day", "hôm": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_EACH_PART = shape(
    r"(?:mỗi|hằng) (?:buổi )?(?:sáng|trưa|tối|chiều(?! (?:đi|về|rộng|dài|cao|có|xe)(?!\w)))(?!\w)"
    r"(?P<weekly> (?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w))?"
)
_TIMES = shape(r"\d{1,2} lần ?/ ?")
_ANY = shape(r"(?P<any>(?P<unit>ngày|tuần|tháng|quý|năm) nào) cũng(?!\w)")
_ON_END = shape(r" liền(?!\w)")
_PER_TIME = shape(r" ?/ ?(?:(?:một|1) )?lần(?!\w)")
_ONCE = shape(r" (?:một|1) lần(?!\w)")
_EVERY = shape(r"(?<!\w)cứ $")
_CROP_BEFORE = shape(r"(?<!\w)cây $")


def _tail(s: str, end: int) -> int:
    """The end of a length with the word that places it: 10 năm qua."""
    tail = _TAIL.match(s, end)
    return tail.end() if tail else end


def _value(number: str, code: str, *, half: bool = False) -> str:
    """The ISO 8601 length; a quarter is three months, half a year six."""
    if code == "Q" and number.isdecimal():
        number, code = str(int(number) * 3), "M"
    if half and code == "Y" and number.isdecimal():
        return f"P{int(number)}Y6M"
    amount = (number if not number.isdecimal() else str(int(number))) + (".5" if half else "")
    return f"PT{amount}{code[1]}" if code in ("TS", "TM", "TH") else f"P{amount}{code}"
