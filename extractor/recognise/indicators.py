"""Recognises numeric indicators: a number with its unit of measure or the noun it counts.

Digits are the anchors; the unit decides whether a number is a quantity at all. A number in words needs a unit of
measure, money or percent after it; a number without a unit has that of its neighbour in a pair or a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.numerals import Amount, Quantity, english_separators, exact, read_amount, read_quantity, words_to_number
from extractor.patterns import Entry, Patterns
from extractor.recognise.tables import Cell, table_cells
from extractor.recognise.units import Unit, Units
from extractor.scan import DIGITS
from extractor.text import Text


class NumberedThing(Entry, frozen=True, kw_only=True):
    """Words after which a number from `low` to `high` is a name or an ordinal, but not after a phrase of `unless`.

    With `always` it is none even where a unit of measure follows.
    """

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    low: int = 0
    high: int = 9999
    always: bool = False


class FoundIndicator(NamedTuple):
    """A quantity at `start:end`.

    unit: canonical for measures (`%`, `VND`, `ha`, `VND/kg`), the surface for counted nouns
    kind: `percent`, `point`, `multiple`, `money`, `measure` or `count`
    sign: `+` or `-` where one is printed before the number
    slip: the number had a stray blank
    part: it is a part of a breakdown and took its unit from the whole
    row, column: in a table, the spans of what names it; columns: of the headings left of its own
    """

    start: int
    end: int
    rule: str
    unit: str
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    total: Decimal | None = None
    sign: str = ""
    slip: bool = False
    part: bool = False
    row: tuple[int, int] | None = None
    column: tuple[int, int] | None = None
    columns: tuple[tuple[int, int], ...] = ()


_CODE_BEFORE = frozenset("/_.@#&'\\")
_RANGE_JOINT = re.compile(r"[ ]?-[ ]?|[ ](?:đến|tới)[ ]")
_SPELLED = re.compile(r"[ ]?\((?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})\)[ ]?")
# "giảm từ 26 chi bộ trực thuộc xuống còn 13": what stands before the second number of a pair.
_ENDPOINT = re.compile(r"(?<!\w)(?:xuống|lên|còn|thành|tới|đến|nay)(?:[ ](?:còn|chỉ|đến|tới|gần|hơn|khoảng))*[ ]$")
# "92 đảng viên: khiển trách 58, cảnh cáo 21": words between the parts of a breakdown, and what may follow a part.
_FIRST_PART = re.compile(
    r"(?:[ ]?[:(][ ]?|,[ ](?:trong đó|gồm|riêng|bao gồm)[ ](?:có[ ])?)[^\W\d_][^\d:;.()\n]{1,40}[ ]"
)
_NEXT_PART = re.compile(r"[,;][ ](?:và[ ])?[^\W\d_][^\d:;.()\n,]{1,40}[ ]|[ ]và[ ][^\W\d_][^\d:;.()\n,]{1,30}[ ]")
_FIRST_OR_LOOSE_PART = re.compile(_FIRST_PART.pattern + r"|,[ ][^\W\d_]+(?:[ ][^\W\d_]+){0,2}[ ]")
_PART_STOP = re.compile(r"[ ]?(?:[,;)]|[.](?:\s|$)|\n|$|và[ ])")
# "5,2 và 6,3%", "12, 15 và 20%", "từ 3 lên 5%": what joins a bare number to the one that bears the unit.
_SHARED = re.compile(r"(?:,|[ ]?và|[ ]?hoặc|[ ]lên|[ ]xuống(?:[ ]còn)?|[ ]còn|[ ]đến|[ ]tới|[ ]?-)[ ]?")
_LEADS_TO = re.compile(r"[ ](?:lên|xuống|còn|đến|tới)")
_PAIR_STOP = re.compile(r"[ ]?(?:[,;)]|[.](?:\s|$)|\n|$|(?:và|vào|so|năm|trong|hiện)[ ])")
_PAIR_REACH = 60
_PHONE = re.compile(r"(?<![\d.,])0\d{2,3}[ ]$")
# Things that come whole have a fraction only on the average.
_AVERAGE = re.compile(r"bình quân|trung bình|mỗi|/")


class IndicatorRecogniser:
    """Finds quantities in a text; made once, used for many."""

    def __init__(self, patterns: Patterns, units: Units) -> None:
        self._units = units
        self._names: dict[str, list[NumberedThing]] = {}
        for thing in patterns.entries("numbered_things", NumberedThing):
            for word in thing.words:
                self._names.setdefault(word, []).append(thing)
        self._last_words = frozenset(word.rpartition(" ")[2] for word in self._names)

    def __call__(self, text: Text) -> list[FoundIndicator]:
        """All quantities in `text`, in order."""
        folded = text.folded
        runs = list(DIGITS.finditer(folded))
        english = english_separators([run[0].rstrip(".,") for run in runs if run.end() - run.start() > 2])
        found: list[FoundIndicator] = []
        waiting: list[Quantity] = []
        cells = {cell.start: cell for cell in table_cells(text, self._units)}
        end = 0
        for run in runs:
            start = run.start()
            if start < end or (_in_code(folded, start) and not _follows_count(folded, start, found)):
                continue
            if cells and (cell := cells.get(start)):
                end = cell.end
                found += _in_cell(folded, cell, english)
                continue
            quantity = read_quantity(folded, start)
            if quantity is None or _in_date(folded, quantity):
                end = run.end()
                continue
            if item := self._with_unit(text, quantity, english):
                item = _same_points(item, found)
                if waiting:
                    found += self._sharing(text, waiting, item, english)
                found.append(item)
                waiting, end = [], item.end
            elif item := self._without_unit(text, quantity, found, english):
                found.append(item)
                waiting, end = [], item.end
            else:
                waiting.append(quantity)
                end = quantity.end
        if worded := self._in_words(text, found):
            found = sorted([*found, *worded], key=lambda item: item.start)
        return found

    def _with_unit(self, text: Text, quantity: Quantity, english: bool) -> FoundIndicator | None:
        """A number with the unit that follows it.

        1. a unit of measure, money or percent, however the number is introduced (but `Điều 5 m...` is none)
        2. a counted noun, unless the number is a name: thôn 3 xã An Bình
        3. a range whose both ends bear the unit: 12 ha - 21 ha
        """
        folded = text.folded
        after = _after_spelled(folded, quantity.end)
        unit = self._units.measure(text, after, quantity)
        counted = unit is None
        if counted and not _is_day(quantity):
            unit = self._units.noun(text, after)
        if unit is None:
            return None
        name = self._name(folded, quantity)
        if name is not None and (counted or name.always):
            return None
        item = _found(folded, quantity, unit, english)
        if item and unit.whole and _is_broken(folded, item):
            return None
        joint = _RANGE_JOINT.match(folded, unit.end) if quantity.second is None else None
        if item and joint and (second := read_amount(folded, joint.end())):
            both = Quantity(quantity.first, second)
            other = self._units.measure(text, second.end, both) or self._units.noun(text, second.end)
            if other and other.name == unit.name and (whole := _found(folded, both, other, english)):
                return whole if whole.low is not None and whole.high is not None and whole.low < whole.high else item
        return item

    def _name(self, folded: str, quantity: Quantity) -> NumberedThing | None:
        """What makes the number a name or an ordinal: the words before it."""
        if not _is_short(quantity):
            return None
        words = _words_before(folded, quantity.start)
        if not words or words[-1] not in self._last_words:
            return None
        before = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
        number = int(quantity.first.terms[0][0])
        found = None
        for phrase in before:
            for thing in self._names.get(phrase, ()):
                if thing.low <= number <= thing.high and not any(longer in thing.unless for longer in before):
                    if thing.always:
                        return thing
                    found = thing
        return found

    def _without_unit(
        self, text: Text, quantity: Quantity, found: list[FoundIndicator], english: bool
    ) -> FoundIndicator | None:
        """A number without unit that has the one of the quantity before it, in the same sentence.

        1. the second of a pair: giảm từ 26 chi bộ xuống còn 13
        2. a part of a breakdown: 92 đảng viên: khiển trách 58, cảnh cáo 21
        """
        if not found or (quantity.ratio and not _is_part_of_all(quantity, found[-1])):
            return None
        folded, last = text.folded, found[-1]
        if quantity.start - last.end > _PAIR_REACH:
            return None
        between = folded[last.end : quantity.start]
        if "\n" in between or ". " in between:
            return None
        if _ENDPOINT.search(between) and _PAIR_STOP.match(folded, quantity.end):
            part = False
        elif not _PART_STOP.match(folded, quantity.end):
            return None
        elif last.kind == "count" or not _is_short(quantity):
            name = self._name(folded, quantity)
            first = _FIRST_PART if last.kind != "count" else _FIRST_OR_LOOSE_PART
            if name or not (quantity.ratio or (_NEXT_PART if last.part else first).fullmatch(between)):
                return None
            part = True
        else:
            return None
        unit = Unit(last.rule, last.unit, last.kind, quantity.end, whole=last.kind == "count")
        return _found(folded, quantity, unit, english, part=part)

    def _sharing(
        self, text: Text, waiting: list[Quantity], item: FoundIndicator, english: bool
    ) -> list[FoundIndicator]:
        """Bare numbers right before `item` that share its unit: 5,2 và 6,3%; từ 3 lên 5 triệu; từ 3 tỷ lên 5 tỷ."""
        folded, start = text.folded, item.start
        amount = read_amount(folded, start)
        shared: list[FoundIndicator] = []
        for quantity in reversed(waiting):
            joint = _SHARED.match(folded, quantity.end)
            scaled = quantity.first.scale > 1
            if joint is None or joint.end() != start or quantity.ratio or (scaled and not _LEADS_TO.match(joint[0])):
                break
            if self._name(folded, quantity):
                break
            unit = Unit(item.rule, item.unit, item.kind, quantity.end, whole=item.kind == "count")
            one = _found(folded, quantity, unit, english, scale=amount.scale if amount and not scaled else 1)
            if one is None:
                break
            shared.append(one)
            start = quantity.start
        return shared[::-1]

    def _in_words(self, text: Text, found: list[FoundIndicator]) -> list[FoundIndicator]:
        """Numbers in words before a unit of measure, money or percent: hai triệu đồng, ba phần trăm."""
        taken = {place for item in found for place in (item.end, item.end - 1)}
        worded = []
        for start, end, value in self._units.worded(text):
            unit = self._units.measure(text, end, None)
            if (
                unit is not None
                and unit.end not in taken
                and end not in taken
                and _is_worth(text.folded, start, value, unit)
            ):
                amount = exact(Decimal(value), unit.factor)
                if amount is None:
                    continue
                worded.append(
                    FoundIndicator(
                        start=start, end=unit.end, rule=unit.rule, unit=unit.name, kind=unit.kind, value=amount
                    )
                )
        return worded


def _in_cell(folded: str, cell: Cell, english: bool) -> Iterator[FoundIndicator]:
    """The number of a table cell, where its digits write one."""
    amount = Amount(cell.start, cell.end, ((folded[cell.start : cell.end].lstrip("+-"), 1),))
    item = _found(folded, Quantity(amount), cell.unit, english)
    if item is not None:
        yield item._replace(row=cell.row, column=cell.column, columns=cell.before)


def _found(
    folded: str, quantity: Quantity, unit: Unit, english: bool, *, scale: int | None = None, part: bool = False
) -> FoundIndicator | None:
    """The quantity read as a number of `unit`; None where the digits write no number, or one no statistic has."""
    first, second = quantity.first, quantity.second
    if second is not None:
        scale = second.scale
    value = _value(first, unit, english, scale)
    last = _value(second, unit, english, scale) if second is not None else None
    if value is None or (second is not None and last is None):
        return None
    is_range = second is not None and not quantity.ratio
    sign = folded[quantity.start - 1 : quantity.start]
    return FoundIndicator(
        start=quantity.start,
        end=unit.end,
        rule=unit.rule,
        unit=unit.name,
        kind=unit.kind,
        value=None if is_range else value,
        low=value if is_range else None,
        high=last if is_range else None,
        total=None if is_range else last,
        sign=sign if sign in {"+", "-"} else "",
        slip=quantity.slip,
        part=part,
    )


def _value(amount: Amount, unit: Unit, english: bool, scale: int | None) -> Decimal | None:
    """What an amount is in `unit`; None where the digits write no number."""
    number = amount.value(english=english, whole=unit.whole, scale=scale)
    return number if number is None or unit.factor == 1 else exact(number, unit.factor)


def _is_worth(folded: str, start: int, value: int, unit: Unit) -> bool:
    """Whether a number in words is a quantity: no `một lít`, `một đồng`, no `hai lần` that is not `gấp hai lần`."""
    if unit.kind == "multiple":
        return folded.endswith(("gấp ", "gấp hơn ", "gấp gần "), max(start - 10, 0), start)
    return value > 1 or unit.kind == "percent"


def _is_part_of_all(quantity: Quantity, last: FoundIndicator) -> bool:
    """Whether a bare ratio can be of the things counted before it: 14 kháng nghị, được chấp nhận 11/14."""
    second = quantity.second
    return second is not None and last.kind == "count" and second.value(whole=True) == last.value


def _same_points(item: FoundIndicator, found: list[FoundIndicator]) -> FoundIndicator:
    """`item` in percentage points when it follows such: 1,22 điểm phần trăm; dịch vụ 2,93 điểm."""
    if item.unit == "điểm" and found and found[-1].unit == "điểm %" and item.start - found[-1].end < _PAIR_REACH:
        return item._replace(unit="điểm %")
    return item


def _is_broken(folded: str, item: FoundIndicator) -> bool:
    """Whether a count is no whole number, and no average either: 111,49 phiên."""
    number = item.value if item.value is not None else item.low
    if number is None or number == number.to_integral_value():
        return False
    return _AVERAGE.search(folded, max(item.start - _PAIR_REACH, 0), item.end) is None


def _in_code(folded: str, start: int) -> bool:
    """Whether the digits at `start` go on from a code or word: QL1A, A/H5N1, 22-NQ, COVID-19."""
    if start == 0:
        return False
    before = folded[start - 1]
    if before == " ":
        return start > 1 and folded[start - 2].isdigit() and _PHONE.search(folded, max(start - 6, 0), start) is not None
    if before.isalnum() or before in _CODE_BEFORE:
        return True
    if before not in "-+:" or start == 1:
        return False
    return folded[start - 2].isdigit() if before == ":" else folded[start - 2].isalnum()


def _follows_count(folded: str, start: int, found: list[FoundIndicator]) -> bool:
    """Whether a slash joins the number to what was counted before it: 1.684 vụ/2.513 bị can."""
    return bool(found) and folded[start - 1] == "/" and found[-1].end == start - 1 and found[-1].kind == "count"


def _in_date(folded: str, quantity: Quantity) -> bool:
    """Whether the number goes on as a date, a document number, a clock time: 12/6/2018, 22-NQ, 30/2020/NĐ-CP."""
    end = quantity.end
    after = folded[end : end + 2]
    if not after:
        return False
    if after[0] in "/-" and after[1:].isalnum():
        return after[0] == "-" or after[1:].isdecimal() or quantity.ratio or _is_short(quantity)
    return after[0] == ":" and after[1:].isdecimal()


def _is_day(quantity: Quantity) -> bool:
    """Whether a ratio can only be a day of a month: 30/4."""
    if not quantity.ratio or quantity.second is None:
        return False
    day, month = quantity.first.terms[0][0], quantity.second.terms[0][0]
    return day.isdecimal() and month.isdecimal() and int(month) <= 12 < int(day) <= 31


def _is_short(quantity: Quantity) -> bool:
    """Whether the number can be a name: a few digits and nothing else."""
    digits, scale = quantity.first.terms[0]
    plain = scale == 1 and (quantity.second is None or quantity.second.scale == 1)
    return plain and digits.isdecimal() and len(digits) <= 4


def _words_before(folded: str, start: int) -> list[str]:
    """The last three words before `start`, when a blank separates them from it."""
    if start < 2 or folded[start - 1] != " ":
        return []
    return folded[max(start - 28, 0) : start - 1].rpartition("\n")[2].split(" ")[-3:]


def _after_spelled(folded: str, end: int) -> int:
    """Behind the number in words that repeats the one in digits: 05 (năm) đồng chí."""
    if not folded.startswith(("(", " ("), end):
        return end
    spelled = _SPELLED.match(folded, end)
    if spelled is None:
        return end
    number = words_to_number(spelled["words"])
    return spelled.end() - 1 if number and number[1] == len(spelled["words"]) else end
