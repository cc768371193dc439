"""The grammar of months, quarters, halves, years, terms and seasons, and of those some steps away."""

from __future__ import annotations

import re

from msgspec.structs import replace

from extractor.calendars import Point, Relative
from extractor.recognise.date_days import OF_YEAR, YEAR_AFTER_MONTH, Days
from extractor.recognise.date_shapes import (
    AND,
    CLAUSE_END,
    YEAR,
    YEAR_END,
    FoundDate,
    N,
    digits_end,
    plain,
    shape,
    skip,
)
from extractor.recognise.date_words import DateWords, Unit

SOME_MONTHS = "date.some-months"
"""The rule of "những tháng đầu năm", which is part of a year and no period that figures are compared for."""
_UNITS: dict[str, Unit] = {"tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
# No plan or term is longer.
_PERIOD_YEARS = 10
_MANY = 12
"""No list of months or years is longer."""


class Periods:
    """Reads an expression that names a span of the calendar longer than a day, at its first character."""

    def __init__(self, words: DateWords, days: Days) -> None:
        self._words = words
        self._days = days

    # ------------------------------------------------------------------------------------------------ months, quarters

    def month(self, s: str, i: int) -> list[FoundDate]:
        """tháng 10/2023, tháng Giêng, tháng Tám 1945, tháng 7 và 8/2017, tháng 9 năm nay, đầu tháng 7 tới."""
        at = skip(s, i + len("tháng"))
        year = YEAR_AFTER_MONTH if s[at : at + 1].isdecimal() else _YEAR_AFTER_WORD
        return self._months(s, i, self._days.month_number(s, at), year)

    def may(self, s: str, i: int) -> list[FoundDate]:
        """tháng Năm, with a capital."""
        return self._months(s, i, self._days.may(s, skip(s, i + len("tháng"))), _YEAR_AFTER_WORD)

    def _months(self, s: str, i: int, read: tuple[int, int, bool] | None, year: re.Pattern[str]) -> list[FoundDate]:
        if read is None or _REVOLUTION_BEFORE.search(s, max(0, i - 12), i):
            return []
        end, number, lunar = read
        months, last = [(i, end, Point(month=number, lunar=lunar))], None
        while len(months) < _MANY and (more := _MORE_MONTHS.match(s, end)) and 1 <= int(more["month"]) <= 12:
            end = more.end()
            if "-" in more["join"]:
                last = Point(month=int(more["month"]))
                break
            months.append((more.start("month"), end, Point(month=int(more["month"]))))
        return self._placed(s, months, last, end, year, "date.month")

    def quarter(self, s: str, i: int) -> list[FoundDate]:
        """quý III/2021, quý II và quý III, quý 4 năm 2016, quý II năm tới."""
        match = _QUARTER.match(s, skip(s, i + len("quý")))
        if match is None:
            return []
        end = match.end()
        quarters, last = [(i, end, Point(quarter=_QUARTERS[plain(match["quarter"])]))], None
        while len(quarters) < _MANY and (more := _MORE_QUARTERS.match(s, end)):
            end, point = more.end(), Point(quarter=_QUARTERS[more["quarter"]])
            if "-" in more["join"]:
                last = point
                break
            quarters.append((more.start("from"), end, point))
        return self._placed(s, quarters, last, end, _YEAR_AFTER_QUARTER, "date.quarter")

    def _placed(
        self,
        s: str,
        parts: list[tuple[int, int, Point]],
        last: Point | None,
        end: int,
        pattern: re.Pattern[str],
        rule: str,
    ) -> list[FoundDate]:
        """The listed months or quarters with the year, or what stands for it, after the last one."""
        placed, end = self._of_year(s, end, Point(), pattern)
        found = [
            FoundDate(
                start=start, end=stop, rule=rule, type="DATE", lunar=point.lunar,
                first=replace(point, year=placed.year, relative=placed.relative, toward=placed.toward),
                last=replace(last, year=placed.year) if last else None,
            )
            for start, stop, point in parts
        ]  # fmt: skip
        found[-1] = replace(found[-1], end=end)
        return [self.with_edge(s, found[0]), *found[1:]]

    def _of_year(self, s: str, end: int, point: Point, pattern: re.Pattern[str]) -> tuple[Point, int]:
        """`point` with the year after it, or with what stands for one: "năm nay"; "tới" and "vừa qua" stay outside."""
        if year := pattern.match(s, end):
            return replace(point, year=int(year["year"])), year.end()
        of_year = OF_YEAR.match(s, end)
        away = self._words.shift.match(s, of_year.end() if of_year else end)
        if of_year and away and "year" in (word := self._words.shifts[plain(away["word"])]).units:
            return replace(point, relative=Relative("year", word.steps, word.base)), away.end()
        toward = self._words.toward_at(s, end)
        return (replace(point, toward=toward) if toward else point), end

    def _year_follows(self, s: str, end: int, point: Point) -> tuple[Point, int]:
        """`point` with what follows the word "năm": digits, "nay", "trước"."""
        if year := _YEAR_FOLLOWS.match(s, end):
            return replace(point, year=int(year["year"])), year.end()
        away = self._words.shift.match(s, end)
        if away and "year" in (word := self._words.shifts[plain(away["word"])]).units:
            return replace(point, relative=Relative("year", word.steps, word.base)), away.end()
        return point, end

    # ---------------------------------------------------------------------------------------- years, terms, seasons

    def year(self, s: str, i: int) -> list[FoundDate]:
        """năm 2020, năm 2016 - 2017, năm 2015, 2016 và 2017, năm kỷ cương hành chính 2017."""
        at = skip(s, i + len("năm"))
        if s[at : at + 1].isdecimal():
            if (pair := _PAIR.match(s, at)) and (found := _years(i, pair, "date.years")):
                return [self.with_edge(s, found)]
            if match := _ONE_YEAR.match(s, at):
                return [self.with_edge(s, _year(i, match, "date.year")), *_more_years(s, match.end())]
        if match := self._words.named_year.match(s, i):
            return [_year(i, match, "date.named-year")]
        return []

    def period(self, s: str, i: int) -> list[FoundDate]:
        """nhiệm kỳ 2020 - 2025, năm học 2024-2025, vụ đông xuân 2016 - 2017, vụ hè thu này."""
        match = self._words.period.match(s, i)
        if match is None:
            return []
        word = self._words.periods[plain(match[0])]
        at = _INTO_PERIOD.match(s, match.end())
        start = at.end() if at else match.end()
        if pair := _PAIR.match(s, start) or _YEAR_TO_YEAR.match(s, start):
            found = _years(i, pair, "date.period")
            if found and at and "(" in at[0] and s.startswith(")", found.end):
                return [replace(found, end=found.end + 1)]
            return [found, *_more_pairs(s, found.end)] if found else []
        if not word.units:
            return []
        if one := _ONE_YEAR.match(s, start):
            return [_year(i, one, "date.period")]
        of_year = OF_YEAR.match(s, match.end())
        away = self._words.shift.match(s, of_year.end() if of_year else match.end())
        shift = self._words.shifts[plain(away["word"])] if away else None
        if away is None or shift is None or "year" not in shift.units:
            return self._part_of_season(s, i, match.end()) if "season" in word.units else []
        point = Point(relative=Relative("season" if "season" in word.units else "year", shift.steps, shift.base))
        return [FoundDate(start=i, end=away.end(), rule="date.period", type="DATE", first=point)]

    def _part_of_season(self, s: str, i: int, end: int) -> list[FoundDate]:
        """cả năm học, đầu năm học: of the season that runs."""
        if _NO_SEASON_AFTER.match(s, end):
            return []
        point = Point(relative=Relative("season", 0))
        found = self.with_edge(s, FoundDate(start=i, end=end, rule="date.period", type="DATE", first=point))
        return [found] if found.start < i else []

    def plan(self, s: str, i: int, number_end: int | None = None) -> list[FoundDate]:
        """5 năm 2021-2025, 5 năm (2016 - 2020), hai năm 2016 - 2017; `number_end` where the number is in words."""
        number = _COUNT.match(s, i) if number_end is None else None
        at = number.end() if number else number_end
        match = _PLAN.match(s, at) if at is not None else None
        pair = _PAIR.match(s, match.end()) if match else None
        found = _years(i, pair, "date.period") if pair else None
        if match is None or found is None:
            return []
        if match["open"]:
            return [replace(found, end=found.end + 1)] if s.startswith(")", found.end) else []
        return [found]

    def months_of_year(self, s: str, i: int, number: tuple[int, int] | None = None) -> list[FoundDate]:
        """6 tháng đầu năm 2021, 9 tháng năm 2017, 9T/2017, hai quý đầu năm; `number`: value and end when in words."""
        if number is None and s.startswith((" ", "t"), digits_end(s, i)):
            digits = _COUNT.match(s, i)
            number = (int(digits[0]), digits.end()) if digits else None
        match = _MONTHS_OF_YEAR.match(s, number[1]) if number else None
        if number is None or match is None:
            return []
        months = number[0] * (3 if match["unit"] == "quý" else 1)
        if year := match["year"]:
            point, end = Point(year=int(year)), match.end()
        else:
            point, end = self._year_follows(s, match.end(), Point())
        late, closed = (match["edge"] or "").startswith("cuối"), point.year is not None or point.relative is not None
        if not 2 <= months <= 12 or not (match["edge"] or closed):
            return []
        first = (
            replace(point, half=2 if late else 1) if months == 6 else replace(point, month=13 - months if late else 1)
        )
        last = None if months == 6 else Point(year=point.year, month=12 if late else months)
        return [FoundDate(start=i, end=end, rule="date.months", type="DATE", first=first, last=last)]

    def half(self, s: str, i: int) -> list[FoundDate]:
        """nửa đầu năm 2021, nửa cuối năm nay."""
        match = _HALF_YEAR.match(s, i)
        if match is None:
            return []
        point, end = self._year_follows(s, match.end(), Point(half=1 if match["edge"] == "đầu" else 2))
        return [FoundDate(start=i, end=end, rule="date.half", type="DATE", first=point)]

    def age(self, s: str, i: int) -> list[FoundDate]:
        """thế kỷ XX, thập niên 90, thập kỷ 1990, những năm 80 của thế kỷ trước."""
        if match := _CENTURY.match(s, i):
            number = int(match["number"]) if match["number"].isdecimal() else _ROMAN.get(match["number"], 0)
            point = Point(century=number - 1)
            rule = "date.century"
        elif match := _DECADE.match(s, i):
            digits = match["year"] or match["years"]
            number = int(digits if len(digits) == 4 else "19" + digits if digits > "20" else "20" + digits) // 10
            point = Point(decade=number)
            rule = "date.decade"
        else:
            return []
        found = FoundDate(start=i, end=match.end(), rule=rule, type="DATE", first=point)
        return [self.with_edge(s, found)] if number else []

    def many_years(self, s: str, i: int) -> list[FoundDate]:
        """những năm 80; những năm 2012, 2013: the decade, or the years."""
        return self.age(s, i) or self.year(s, s.index("năm", i))

    # ------------------------------------------------------------------------------------------- units some steps away

    def unit_away(self, s: str, i: int) -> list[FoundDate]:
        """tháng trước, tuần tới, quý này, cuối năm nay; cuối năm, đầu tháng, hết quý."""
        match = _UNIT.match(s, i)
        if match is None:
            return []
        unit = _UNITS[match[0]]
        edge = self._words.edge_before.search(s, i)
        start = edge.start() if edge else i
        if _VAGUE_BEFORE.search(s, max(0, start - 10), start):
            return []
        if first := _EDGE_OF_YEAR.match(s, i):
            early = first["edge"] == "đầu"
            point = Point(month=1 if early else 12) if unit == "month" else Point(quarter=1 if early else 4)
            point, end = self._year_follows(s, first.end(), point)
            return [FoundDate(start=start, end=end, rule=f"date.{unit}", type="DATE", first=point)]
        if away := self._words.shift.match(s, match.end()):
            word = self._words.shifts[plain(away["word"])]
            if unit in word.units and not _AFTER_SHIFT.match(s, away.end()):
                weekend = unit == "week" and edge is not None and edge[0].startswith("cuối")
                # "cũng trong năm này" is the year just told of; "tháng này" that of the page
                base = "story" if unit == "year" and plain(away["word"]) == "này" else word.base
                point = Point(relative=Relative(unit, word.steps, base), weekend=weekend)
                return [FoundDate(start=start, end=away.end(), rule="date.relative", type="DATE", first=point)]
        if edge and unit != "week" and not _NO_UNIT_AFTER.match(s, match.end()):
            point = Point(relative=Relative(unit, 0, "story"))
            return [FoundDate(start=start, end=match.end(), rule="date.edge", type="DATE", first=point)]
        return []

    def early_months(self, s: str, i: int) -> list[FoundDate]:
        """những tháng đầu năm 2017, các tháng cuối năm nay: some of the year's."""
        many = _MANY_BEFORE.search(s, max(0, i - 8), i)
        match = _EARLY_MONTHS.match(s, i) if many else None
        if many is None or match is None:
            return []
        point, end = self._year_follows(s, match.end(), Point())
        if point.year is None and point.relative is None:
            point = Point(relative=Relative("year", 0, "story"))
        return [FoundDate(start=many.start(), end=end, rule=SOME_MONTHS, type="DATE", first=point)]

    def next_year(self, s: str, i: int) -> list[FoundDate]:
        """sang năm, sang năm 2018; "bước sang năm mới" is none."""
        match = _NEXT_YEAR.match(s, i)
        if match is None or _STEPS_BEFORE.search(s, max(0, i - 8), i):
            at = s.index("năm", i)
            return self.year(s, at) or self.unit_away(s, at)
        point = Point(relative=Relative("year", 1))
        return [FoundDate(start=i, end=match.end(), rule="date.relative", type="DATE", first=point)]

    def short(self, s: str, i: int) -> list[FoundDate]:
        """T9/2019, Q4/2016, Q.III/2021."""
        if match := _SHORT_MONTH.match(s, i):
            point, rule = Point(year=int(match["year"]), month=int(match["month"])), "date.month"
        elif match := _SHORT_QUARTER.match(s, i):
            point, rule = Point(year=int(match["year"]), quarter=_QUARTERS[match["quarter"]]), "date.quarter"
        else:
            return []
        return [self.with_edge(s, FoundDate(start=i, end=match.end(), rule=rule, type="DATE", first=point))]

    def same_period(self, s: str, i: int) -> list[FoundDate]:
        """cùng kỳ, cùng kỳ năm trước, cùng kỳ năm 2016; cùng thời điểm năm ngoái, cùng tháng năm trước."""
        match = self._words.same.match(s, i)
        if match is None:
            return []
        alone = self._words.sames[plain(match[0])].value == "alone"
        point, end = Point(), match.end()
        if year := _SAME_PERIOD_YEAR.match(s, end):
            point, end = Point(year=int(year["year"])), year.end()
        elif of_year := OF_YEAR.match(s, end):
            away = self._words.shift.match(s, of_year.end())
            if away and self._words.shifts[plain(away["word"])].steps < 0:
                end = away.end()
        if not alone and end == match.end():
            return []
        return [FoundDate(start=i, end=end, rule="date.same-period", type="DATE", first=point, same_period=True)]

    # ------------------------------------------------------------------------------------------------------ bare digits

    def bare(self, s: str, i: int) -> list[FoundDate]:
        """Years and months without a head, where a word announces them or nothing else stands in their cell."""
        if _MONTH_YEAR.match(s, i) is None and _ANY_YEAR.match(s, i) is None:
            return []
        announced = self._words.is_announced(s, i) or s.startswith("(", i - 1)
        if self._words.is_place(s, i):
            return []
        if pair := _PAIR.match(s, i):
            found = _years(i, pair, "date.years")
            alone = found and (announced or CLAUSE_END.match(s, found.end) or _is_plain_period(pair))
            if found and alone and not _COUNTED.match(s, found.end):
                return [found]
        if announced and (match := _MONTH_YEAR.match(s, i)) and 1 <= int(match["month"]) <= 12:
            point, end, last = Point(year=int(match["year"]), month=int(match["month"])), match.end(), None
            dash = _DASH.match(s, end)
            until = _MONTH_YEAR.match(s, dash.end()) if dash else None
            if until and 1 <= int(until["month"]) <= 12:
                last, end = Point(year=int(until["year"]), month=int(until["month"])), until.end()
            found = FoundDate(start=i, end=end, rule="date.month", type="DATE", first=point, last=last)
            return [self.with_edge(s, found)]
        match = _ONE_YEAR.match(s, i)
        if match and 1900 <= int(match["year"]) <= 2100:
            compared = _COMPARED.search(s, max(0, i - 24), i)
            yearly = self._words.is_yearly(s, i) and _AFTER_YEARLY.match(s, match.end())
            if (
                compared
                or yearly
                or (announced and _AFTER_YEAR.match(s, match.end()) and not _SPAN_OF_COUNTS.match(s, match.end()))
            ):
                return [self.with_edge(s, _year(i, match, "date.year"))]
        return []

    def with_edge(self, s: str, found: FoundDate) -> FoundDate:
        """`found` with the word before it that cuts a piece out of it: cuối tháng 10, hết quý I."""
        edge = self._words.edge_before.search(s, found.start)
        return replace(found, start=edge.start()) if edge else found


# ------------------------------------------------------------------------------------------------------------ shapes

_REVOLUTION_BEFORE = shape(r"(?<!\w)cách mạng $")
_MORE_MONTHS = shape(
    rf"(?P<join> ?- ?|{AND})(?P<month>{N})(?![\d%]|[.,]\d|/\d{{1,3}}(?!\d)| ?(?!năm|và |hoặc )[^\W\d_])"
)
_QUARTER = shape(r"(?P<quarter>i{1,3}|iv|[1-4]|một|hai|ba|tư|đầu tiên)(?!\w|,\d|[.-]\d(?!\d{3}))")
_MORE_QUARTERS = shape(
    r"(?P<join> ?- ?| ?, ?| và )(?P<from>(?:quý )?(?P<quarter>i{1,3}|iv|[1-4]))(?!\w|,\d|\.\d(?!\d{3}))"
)
_YEAR_AFTER_WORD = shape(
    rf"(?:,? ?(?:của )?năm | ?[/-] ?|[.]|, ?| )(?P<year>{YEAR}){YEAR_END}(?! (?:đồng|người|tấn|ha|hộ)(?!\w))"
)
_YEAR_AFTER_QUARTER = shape(rf"(?:,? ?(?:của )?năm | ?[/.-] ?| )(?P<year>{YEAR}){YEAR_END}")
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "đầu tiên": 1,
}  # fmt: skip

_ANY_YEAR = shape(YEAR)
_ONE_YEAR = shape(rf"(?P<year>{YEAR}){YEAR_END}")
_PAIR = shape(rf"(?P<first>{YEAR}) ?[-/] ?(?:năm )?(?P<last>{YEAR}|\d\d(?!\d)){YEAR_END}")
_YEAR_TO_YEAR = shape(rf"(?P<first>{YEAR}) (?:đến|tới)(?: hết)? (?:năm )?(?P<last>{YEAR}){YEAR_END}")
_MORE_YEAR = shape(
    rf"(?: ?, ?|,? và )(?P<year>{YEAR}){YEAR_END}"
    r"(?= ?(?:[,.;:)\n]|$)| (?:và|là|đạt|tăng|giảm|có|của|lần lượt|đều|tại|ở)(?!\w))"
)
# What is counted, after a number that then is no year.
_COUNTED = shape(r" ?(?:đồng|usd|người|hộ|tấn|tạ|ha|km|con|chiếc|lượt|cây|m2|m3|m|kg|kcal|mm|mw|vnđ)(?!\w)")
_TO_YEAR = shape(rf" (?:đến|tới)(?: hết)? (?P<year>{YEAR}){YEAR_END}")
_MORE_PAIR = shape(r"(?: ?, ?| và )(?:năm )?(?=\d)")
_INTO_PERIOD = shape(r" ?:? ?\(?(?: ?từ)?(?: ?năm)? ?")
_PLAN = shape(r" năm,? ?(?P<open>\()?(?: ?từ )? ?(?=\d{4})")
_MONTH_YEAR = shape(rf"(?P<month>{N}) ?/ ?(?P<year>{YEAR})(?![.,]\d|/|-\w|[^\W\d_])")
_DASH = shape(r" ?- ?(?:tháng )?(?=\d)")
_COMPARED = shape(r"(?<!\w)(?:so với|so|giá so sánh|giá cố định|giá năm|bằng|thực hiện|ước thực hiện|ước|kế hoạch) $")
_AFTER_YEAR = shape(r" ?(?:[,.;:)\]\"'?!\n-]|$)| (?:đến|tới|nay|và|của|trở|là|có|thì)(?!\w)")
_AFTER_YEARLY = shape(
    r" ?(?:[,.;:)\]\"'?!\n-]|$)"
    r"| (?:vượt|đạt|tăng|giảm|ước|dự kiến|và|của|tại|có|là|với|cho|trong|ở|sẽ|đã|cao|thấp|theo|trên|được)(?!\w)"
)
_SPAN_OF_COUNTS = shape(r" (?:đến|tới) ?[\d.]+ [^\W\d_]")

_COUNT = shape(r"\d{1,2}")
_MONTHS_OF_YEAR = shape(
    r"(?: (?P<unit>tháng|quý)|t(?!\w))(?: (?P<edge>đầu(?: tiên)?|(?:kể |tính )?từ đầu|cuối(?: cùng)?))?"
    r"(?:(?: của| trong)?,? năm(?!\w)(?! học)|(?<=đầu|uối)(?= (?:19|20)\d\d(?!\d|[.,]\d))"
    rf"|(?<=t) ?[/-] ?(?P<year>{YEAR}){YEAR_END})"
)
_YEAR_FOLLOWS = shape(rf" (?P<year>{YEAR}){YEAR_END}")
_HALF_YEAR = shape(r"nửa (?P<edge>đầu|cuối)(?: của)? năm(?!\w)")
_SAME_PERIOD_YEAR = shape(rf"(?: của)? (?:năm )?(?P<year>{YEAR}){YEAR_END}")

_MANY_BEFORE = shape(r"(?<!\w)(?:những|các|mấy) $")
_EARLY_MONTHS = shape(r"tháng (?:đầu|giữa|cuối)(?: tiên)?(?: của)? năm(?!\w)(?! (?:học|mới))")
_NEXT_YEAR = shape(r"sang năm(?!\w)(?! (?:\d|mới|học|thứ|sau|nay|đầu|con|khác))")
_STEPS_BEFORE = shape(r"(?<!\w)(?:bước|chuyển|qua|kéo) $")
_SHORT_MONTH = shape(rf"t[.]?(?P<month>0?[1-9]|1[0-2]) ?[/.-] ?(?P<year>{YEAR}){YEAR_END}")
_SHORT_QUARTER = shape(rf"q[.]?(?P<quarter>i{{1,3}}|iv|[1-4]) ?[/.-] ?(?P<year>{YEAR}){YEAR_END}")
_EDGE_OF_YEAR = shape(r"(?:tháng|quý) (?P<edge>đầu|cuối)(?: tiên| cùng)?(?: của)? năm(?!\w)(?! học)")
_UNIT = re.compile(r"(?:tuần|tháng|quý|năm)(?!\w)")
_VAGUE_BEFORE = shape(
    r"(?<!\w)(?:các|những|nhiều|lâu|một|mấy|vài|vài ba|dăm|chục|trăm|nghìn|ngàn|vạn|bao|từng|mỗi|hằng|hàng"
    r"|tháng|quý|tuần|ngày) $|\d $"
)
# "từ đầu năm tới nay" is no year to come.
_NO_SEASON_AFTER = shape(r" (?:mới|của|đầu tiên|thứ|cuối)(?!\w)")
_AFTER_SHIFT = shape(
    r" (?:mắt|hết|khi|tiên|sang năm)(?!\w)|(?<=tới) (?:nay|giờ|thời điểm|cuối|hết|ngày|tháng|hôm nay)(?!\w)"
)
_NO_UNIT_AFTER = shape(
    r" (?:học|nhuận|mới|tuổi|sinh|thứ|châu|người|tháng|ngày|trời|qua|nào)(?!\w)| \d(?![\d.,]{0,6} ?%)"
)

_CENTURY = shape(r"thế k[ỷỉ] (?:thứ )?(?P<number>[ivx]{1,5}|\d{1,2})(?!\w)(?! (?:trước công nguyên|tcn))")
_DECADE = shape(
    r"(?:(?:thập niên|thập k[ỷỉ]) (?:năm )?(?P<year>(?:1[89]|20)\d0|\d0)|những năm (?P<years>(?:1[89]|20)\d0|[3-9]0))"
    r"(?!\d|[.,]\d|%| ?-)(?: (?:của )?thế k[ỷỉ] (?:trước|xx|20)(?!\w))?"
)
_ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split(), 1
    )
}


def _year(start: int, match: re.Match[str], rule: str) -> FoundDate:
    return FoundDate(start=start, end=match.end(), rule=rule, type="DATE", first=Point(year=int(match["year"])))


def _years(start: int, pair: re.Match[str], rule: str) -> FoundDate | None:
    """The years of `pair` as one period, or None where they are in no order a period has."""
    first = int(pair["first"])
    last = int(pair["last"]) if len(pair["last"]) == 4 else first - first % 100 + int(pair["last"])
    if not first < last <= first + 100:
        return None
    return FoundDate(
        start=start, end=pair.end(), rule=rule, type="DATE", first=Point(year=first), last=Point(year=last)
    )


def _is_plain_period(pair: re.Match[str]) -> bool:
    """Whether two bare years are those of a plan or season, whatever stands around them: "khóa 2011 - 2016"."""
    first, last = pair["first"], pair["last"]
    if len(last) == 2:  # a season: mùa 2016/17
        return "1990" <= first <= "2050" and int(last) == (int(first) + 1) % 100
    return first >= "1990" and last <= "2050" and int(last) - int(first) <= _PERIOD_YEARS


def _more_years(s: str, end: int) -> list[FoundDate]:
    """The further years of a list: năm 2015, 2016 và 2017."""
    found: list[FoundDate] = []
    while len(found) < _MANY and (more := _MORE_YEAR.match(s, end)):
        end = more.end()
        found.append(_year(more.start("year"), more, "date.year"))
    until = None if found else _TO_YEAR.match(s, end)
    if until and s[end - 4 : end] < until["year"] and not _COUNTED.match(s, until.end()):
        found.append(_year(until.start("year"), until, "date.year"))
    return found


def _more_pairs(s: str, end: int) -> list[FoundDate]:
    """The further periods of a list: giai đoạn 2016 - 2020 và 2021 - 2025."""
    found: list[FoundDate] = []
    while len(found) < _MANY and (more := _MORE_PAIR.match(s, end)):
        pair = _PAIR.match(s, more.end())
        period = _years(more.end(), pair, "date.period") if pair else None
        if period is None:
            break
        found.append(period)
        end = period.end
    return found
