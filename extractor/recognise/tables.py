"""Numbers in the cells of a table, whose unit stands in the heading of their column, in their row or above the table.

A table is a run of lines with as many cells, divided by tabs or bars; its first line is the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.recognise.units import Unit, Units
from extractor.text import Text

_MARK = re.compile(r"[\t|]")
_DIVIDER = re.compile(r"[ ]*[\t|][ ]*")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_BRACKET = re.compile(r"\([ ]?(?:đơn vị(?: tính)?|đvt)?[: ]*(?=[^\W\d_]|%|‰)")
_UNIT_LINE = re.compile(r"[^\n]{0,40}?(?:đơn vị(?: tính)?|đvt)[ ]?:[ ]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MIN_ROWS = 2
_MIN_CELLS, _MAX_CELLS = 2, 100


class Cell(NamedTuple):
    """A number at `start:end` with its unit; `row` and `column` are the spans of what names it, `before` the headings
    of the columns left of it."""

    start: int
    end: int
    unit: Unit
    row: tuple[int, int]
    column: tuple[int, int]
    before: tuple[tuple[int, int], ...]


def table_cells(text: Text, units: Units) -> Iterator[Cell]:
    """The numbers in the tables of `text`, in order."""
    if "|" not in text.raw and "\t" not in text.raw:
        return
    for lines in _tables(text):
        heading, *rows = lines
        above = _unit_above(text, units, heading[0][0])
        names = [_unit_in(text, units, cell) for cell in heading]
        for label, *cells in rows:
            in_row = _unit_in(text, units, label)
            for place, (start, end) in enumerate(cells, 1):
                unit = names[place] or in_row or above
                if unit and _NUMBER.fullmatch(text.folded, start, end) and not _YEAR.fullmatch(text.folded, start, end):
                    yield Cell(start, end, unit._replace(end=end), label, heading[place], tuple(heading[1:place]))


def _tables(text: Text) -> Iterator[list[list[tuple[int, int]]]]:
    """Runs of lines with the same number of cells; each line as the spans of its cells."""
    rows: list[list[tuple[int, int]]] = []
    last = -2
    for start, end in _marked_lines(text.raw):
        cells = _cells(text.raw, start, end)
        if rows and (start != last + 1 or len(cells) != len(rows[0])):
            if len(rows) > _MIN_ROWS - 1:
                yield rows
            rows = []
        if _MIN_CELLS <= len(cells) <= _MAX_CELLS:
            rows.append(cells)
        last = end
    if len(rows) > _MIN_ROWS - 1:
        yield rows


def _marked_lines(raw: str) -> Iterator[tuple[int, int]]:
    """The bounds of the lines with a divider."""
    end = -1
    while mark := _MARK.search(raw, end + 1):
        start = raw.rfind("\n", 0, mark.start()) + 1
        end = raw.find("\n", mark.end())
        end = len(raw) if end < 0 else end
        yield start, end


def _cells(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the cells of the line, without blanks around."""
    bounds = [start]
    for divider in _DIVIDER.finditer(raw, start, end):
        bounds += divider.span()
    bounds.append(end)
    spans = []
    for first, stop in zip(bounds[::2], bounds[1::2], strict=True):
        while first < stop and raw[first].isspace():
            first += 1
        while stop > first and raw[stop - 1].isspace():
            stop -= 1
        spans.append((first, stop))
    return spans[1:] if spans[0][0] == spans[0][1] else spans


def _unit_in(text: Text, units: Units, cell: tuple[int, int]) -> Unit | None:
    """The unit that a heading or a row gives in brackets: Kế hoạch (tỷ đồng), Hàng qua cảng (nghìn tấn)."""
    for bracket in _BRACKET.finditer(text.folded, *cell):
        if unit := units.named(text, bracket.end()):
            return unit
    percent = text.folded.find("%", *cell)  # "% so với dự toán"
    return units.named(text, percent) if percent >= 0 else None


def _unit_above(text: Text, units: Units, start: int) -> Unit | None:
    """The unit in the line above the table: Đơn vị: tỷ đồng."""
    line = text.folded.rfind("\n", 0, max(start - 1, 0)) + 1
    found = _UNIT_LINE.match(text.folded, line, start)
    return units.named(text, found.end()) if found else None
