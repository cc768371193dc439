"""Does it add up? Sums, shares, changes and attainments that a page states, checked to the last printed digit.

    177 chi bộ (119 ...; 43 ...; 15 ...)              119 + 43 + 15 = 177
    42/49 tổ chức (chiếm 85,7%)                       42 / 49 = 85,7 %
    từ 26 chi bộ xuống còn 13 (giảm 50%)              (26 - 13) / 26 = 50 %
    8.320 đảng viên (tăng 2.743 so với năm 2010)      2010: 5.577, derived
    4.710 đảng viên, đạt 125,6% kế hoạch              the plan: 3.750, derived

An incomplete list is normal and no contradiction; a list whose parts exceed their whole is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

import msgspec

from extractor.article import Indicator, Link, Warning
from extractor.numerals import read_amount
from extractor.resolve.indicator_scene import CHANGES, sentence_of
from extractor.text import Text, fold, key, lower

_OPENED = re.compile(r"[(:]|(?<!\w)(?:gồm|bao gồm|trong đó)(?!\w)")
_LISTED = re.compile(r"[ ]?(?:\(|,? (?:bao )?gồm[ :])")
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn|thành|đến|tới)(?!\w| nay)")
_FROM = re.compile(r"(?<!\w)từ (?:(?:hơn|gần|trên|khoảng|mức) )*$")
# What tells a percent as that of the ratio before it: 42/49 chi bộ hoàn thành tốt (chiếm 85,7%); else it is another's.
_IS_OF_RATIO = re.compile(
    r"[^,;:.()\n]*(?:\(|,? (?=đạt|chiếm|bằng|tương|tỷ|tỉ))"
    r"(?:(?:đạt|chiếm|bằng|tương đương|tương ứng|(?:với )?tỷ lệ|tỉ lệ|là) )*(?:(?:khoảng|gần|hơn|trên) )*"
)
# The change is of the two before it, not of another thing: ..., giảm 50%; (giảm 13 chi bộ).
_CHANGED = re.compile(
    r"[^,;:.()\d]*[ ]?[,(] ?(?:tức |tức là |tương đương |tương ứng |đã )?(?:tăng|giảm)(?: [^\W\d_]+)? "
)
# The whole of a percent that another than the ratio has: chiếm 92,67% tổng số đại biểu Quốc hội.
_OF_ALL = re.compile(r" (?:(?:trong|so với|trên) )?tổng(?!\w)")
_DATE = re.compile(r"\d{4}|X{4}")
_SLIP = re.compile(r"\d+[ ]?[.,][ ]\d|\d+[ ],\d")
_NEAR = 40
_MOST_PARTS = 40
_HUNDRED = Decimal(100)


class Arithmetic(NamedTuple):
    """What the numbers of a page say of each other."""

    links: tuple[Link, ...] = ()
    derived: tuple[Indicator, ...] = ()
    warnings: tuple[Warning, ...] = ()


class _Page(NamedTuple):
    """The stated indicators with their text."""

    rows: Sequence[Indicator]
    text: Text
    units: Sequence[str]

    def same_unit(self, first: int, second: int) -> bool:
        return self.units[first] == self.units[second]

    def between(self, first: int, second: int) -> str:
        """The words between two indicators."""
        return self.text.folded[self.rows[first].end : self.rows[second].start]

    def is_total(self, place: int) -> bool:
        """Whether the page calls the number a total: trong tổng số 5.907 đảng viên."""
        start = self.rows[place].start
        return self.text.folded[max(start - 10, 0) : start].endswith(("tổng số ", "tổng cộng "))

    def follows(self, first: int, second: int) -> bool:
        """Whether two indicators stand together: a few words apart, in one clause."""
        between = self.between(first, second)
        return len(between) <= _NEAR and ";" not in between


def check_arithmetic(indicators: Sequence[Indicator], text: Text, *, sentences: Sequence[int]) -> Arithmetic:
    """Links, derived rows and contradictions among the indicators of a page; `sentences` are where they start."""
    if not indicators:
        return Arithmetic()
    page = _Page(indicators, text, [key(row.unit) for row in indicators])
    links: list[Link] = []
    derived: list[Indicator] = []
    places = range(len(indicators))
    for _, sentence in groupby(places, key=lambda place: sentence_of(sentences, indicators[place].start)):
        group = list(sentence)
        if len(group) == 1:
            continue
        relations = {indicators[place].relation for place in group}
        links += _sums(page, group)
        if "share" in relations or "attainment" in relations:
            links += _shares(page, group)
        if not relations.isdisjoint(CHANGES):
            links += _changes(page, group)
            derived += _bases(page, group)
        if "attainment" in relations:
            derived += _plans(page, group)
    warnings = [_contradiction(page, link) for link in links if not link.holds]
    warnings += [
        Warning(code="number-slip", message=f"“{row.text}” has a blank inside its number; read as {row.value:f}")
        for row in indicators
        if row.value is not None and _SLIP.match(row.text)
    ]
    return Arithmetic(tuple(links), tuple(derived), tuple(warnings))


def _sums(page: _Page, group: Sequence[int]) -> Iterator[Link]:
    """A total and the parts listed after it; and shares that make up a whole."""
    rows = page.rows
    for position, total in enumerate(group[:-2]):
        whole = rows[total]
        if whole.value is None or whole.total is not None or whole.unit == "%":
            continue
        parts = [
            place
            for place in group[position + 1 : position + 1 + _MOST_PARTS]
            if page.same_unit(place, total) and rows[place].value is not None and rows[place].total is None
            and rows[place].relation == "level"
        ]  # fmt: skip
        if len(parts) < 2 or not (_OPENED.search(page.between(total, parts[0])) or page.is_total(total)):
            continue
        if "(" in page.between(total, parts[0]):
            parts = [place for place in parts if ")" not in page.between(total, place)]
        fitting = _prefix(rows, parts, whole)
        if fitting:
            yield Link(type="sum", members=(total, *fitting), holds=True)
        elif _exceeds(page, total, parts):
            yield Link(type="sum", members=(total, *parts), holds=False)
    shares = [place for place in group if rows[place].unit == "%" and rows[place].relation == "share"]
    if len(shares) > 2 and abs(_added(rows, shares) - _HUNDRED) <= Decimal("0.1"):
        yield Link(type="sum", members=tuple(shares), holds=True)


def _exceeds(page: _Page, total: int, parts: Sequence[int]) -> bool:
    """Whether a list that the whole opens at once adds up to more, though each part is less.

    Prices do not add up, and what is a part of a part is none of the whole.
    """
    whole = page.rows[total].value
    if len(parts) < 2 or whole is None or list(parts) != list(range(total + 1, total + 1 + len(parts))):
        return False
    if "/" in page.units[total] or any("trong " in page.between(*pair) for pair in pairwise(parts)):
        return False
    smaller = all((page.rows[place].value or whole) < whole for place in parts)
    return smaller and bool(_LISTED.match(page.between(total, parts[0]))) and _added(page.rows, parts) > whole


def _prefix(rows: Sequence[Indicator], parts: Sequence[int], whole: Indicator) -> Sequence[int]:
    """The longest run of parts, from the first, that adds up to the whole."""
    if whole.value is None:
        return ()
    slack = _rounding(rows, parts, whole)
    added, fitting = Decimal(0), 0
    for count, place in enumerate(parts, 1):
        added += rows[place].value or 0
        if count > 1 and abs(added - whole.value) <= slack:
            fitting = count
    return parts[:fitting]


def _rounding(rows: Sequence[Indicator], parts: Sequence[int], whole: Indicator) -> Decimal:
    """How far a sum of rounded parts may be off: nothing where all are printed to the unit."""
    coarsest = max(_step(row) for row in (whole, *(rows[place] for place in parts)))
    return coarsest if coarsest != 1 else Decimal(0)


def _shares(page: _Page, group: Sequence[int]) -> Iterator[Link]:
    """A percent behind what it is a percent of: a ratio, or a part (or result) whose whole (or plan) is stated."""
    rows = page.rows
    for position, place in enumerate(group):
        percent = rows[place]
        if (
            percent.unit != "%"
            or percent.value is None
            or percent.relation not in {"share", "attainment"}
            or not position
        ):
            continue
        part = group[position - 1]
        if not page.follows(part, place):
            continue
        row = rows[part]
        if row.unit == "%":
            continue
        if row.total is not None and row.value is not None and row.total and percent.baseline is None:
            holds = _is_percent(row.value, row.total, percent)
            if holds or _is_of_ratio(page, part, place):
                yield Link(type="share", members=(part, place), holds=holds)
            continue
        kind = "attainment" if percent.relation == "attainment" else "share"
        for whole in reversed(group[max(position - _MOST_PARTS, 0) : position - 1]):
            base = rows[whole]
            if page.same_unit(whole, part) and base.value and row.value and _is_percent(row.value, base.value, percent):
                yield Link(
                    type="attainment" if kind == "attainment" else "share", members=(part, whole, place), holds=True
                )
                break


def _is_of_ratio(page: _Page, ratio: int, percent: int) -> bool:
    """Whether a percent can only be that of the ratio before it, which is one of whole things."""
    row = page.rows[ratio]
    whole = row.value is not None and row.total is not None and row.value % 1 == row.total % 1 == 0
    behind = _OF_ALL.match(page.text.folded, page.rows[percent].end)
    return whole and behind is None and _IS_OF_RATIO.fullmatch(page.between(ratio, percent)) is not None


def _changes(page: _Page, group: Sequence[int]) -> Iterator[Link]:
    """From ... to ..., with the change: từ 26 xuống còn 13, giảm 13."""
    rows = page.rows
    for first, second, third in zip(group, group[1:], group[2:], strict=False):
        start, end, change = rows[first], rows[second], rows[third]
        if start.value is None or end.value is None or change.value is None or not start.value:
            continue
        if start.total is not None or end.total is not None:
            continue
        if change.relation not in CHANGES or not page.follows(second, third):
            continue
        if (
            not page.same_unit(first, second)
            or start.relation != "level"
            or not _TO.search(page.between(first, second))
        ):
            continue
        difference = end.value - start.value if change.relation == "increase" else start.value - end.value
        if page.same_unit(third, first) or (change.unit == "điểm %" and start.unit == "%"):
            holds = abs(difference - change.value) <= _slack(start, end)
        elif change.unit == "%" and start.unit != "%":
            holds = _is_percent(difference, start.value, change)
        else:
            continue
        told = _FROM.search(page.text.folded, max(start.start - _NEAR, 0), start.start)
        if holds or (told and _CHANGED.fullmatch(page.between(second, third))):
            yield Link(type="change", members=(first, second, third), holds=holds)


def _bases(page: _Page, group: Sequence[int]) -> Iterator[Indicator]:
    """What it was before: 8.320 đảng viên (tăng 2.743 so với năm 2010)."""
    for first, second in pairwise(group):
        now, change = page.rows[first], page.rows[second]
        if now.value is None or change.value is None or now.relation != "level" or not page.follows(first, second):
            continue
        if change.relation not in CHANGES or not page.same_unit(first, second) or now.unit == "%":
            continue
        base = now.value - change.value if change.relation == "increase" else now.value + change.value
        if base >= 0 and change.baseline and _DATE.match(change.baseline):
            yield _derived(page, now, change, value=base, period=change.baseline)


def _plans(page: _Page, group: Sequence[int]) -> Iterator[Indicator]:
    """The plan that an attainment implies, as near as its percent tells: 4.710 đảng viên, đạt 125,6% kế hoạch."""
    for position, place in enumerate(group):
        percent = page.rows[place]
        if percent.relation != "attainment" or not percent.value or percent.unit != "%" or not percent.baseline:
            continue
        results = [other for other in group[:position] if page.rows[other].unit != "%"]
        if not results or not (page.follows(results[-1], place) or page.rows[place - 1].relation == "attainment"):
            continue
        row = page.rows[results[-1]]
        if row.value is None or row.relation != "level":
            continue
        step = _step(row)
        plan = (row.value * _HUNDRED / percent.value / step).to_integral_value(ROUND_HALF_UP) * step
        plan = Decimal(f"{plan:f}")
        of = " ".join(part for part in (percent.baseline, row.of) if part)
        yield _derived(page, row, percent, value=plan, period=row.period, of=of, bound="~")


def _derived(
    page: _Page,
    row: Indicator,
    other: Indicator,
    *,
    value: Decimal,
    period: str | None,
    of: str | None = None,
    bound: Literal["~"] | None = None,
) -> Indicator:
    """A computed row like `row`, over the text of both it was computed from."""
    start, end = min(row.start, other.start), max(row.end, other.end)
    return msgspec.structs.replace(
        row,
        start=start,
        end=end,
        text=page.text.raw[start:end],
        value=value,
        of=of or row.of,
        period=period,
        baseline=None,
        bound=bound,
        derived="yes",
        rule="indicator.derived",
    )


def _added(rows: Sequence[Indicator], places: Sequence[int]) -> Decimal:
    return sum((rows[place].value or Decimal(0) for place in places), Decimal(0))


def _is_percent(part: Decimal, whole: Decimal, percent: Indicator) -> bool:
    """Whether part/whole is the percent, to one unit of its last printed digit."""
    return percent.value is not None and abs(part * _HUNDRED / whole - percent.value) <= _step(percent)


def _slack(*rows: Indicator) -> Decimal:
    coarsest = max(_step(row) for row in rows)
    return coarsest if coarsest != 1 else Decimal(0)


def _step(row: Indicator) -> Decimal:
    """One unit of the last digit that is printed: 0.1 of 85,7%; 10^9 of 44.123 tỷ."""
    amount = read_amount(lower(fold(row.text)), 0)
    if amount is None or row.value is None:
        return Decimal(1)
    digits, scale = amount.terms[-1]
    tail = re.split(r"[.,]", digits)[-1] if re.search(r"[.,]", digits) else ""
    grouped = len(tail) == 3 and row.value % scale == 0
    return Decimal(scale) if not tail or grouped else Decimal(scale).scaleb(-len(tail))


def _contradiction(page: _Page, link: Link) -> Warning:
    """The arithmetic of a link that does not hold, in the page's own numbers."""
    rows = [page.rows[place] for place in link.members]
    texts = [row.text for row in rows]
    if link.type == "sum":
        parts = " + ".join(f"{row.value:f}" for row in rows[1:])
        message = f"{parts} = {_added(page.rows, link.members[1:]):f}, more than “{texts[0]}”"
    elif link.type == "share" and rows[0].total and rows[0].value is not None:
        percent = (rows[0].value * _HUNDRED / rows[0].total).quantize(_step(rows[1]), ROUND_HALF_UP)
        message = f"“{texts[0]}” is {percent:f} %, the page says “{texts[1]}”"
    else:
        message = f"from “{texts[0]}” to “{texts[1]}” is not a change of “{texts[2]}”"
    return Warning(code="indicator-contradiction", message=message)
