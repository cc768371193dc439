"""Indicators of a table: read from the heading of their column and the label of their row."""

from __future__ import annotations

import re

from extractor.resolve.indicator_scene import Draft, Scene

_BRACKETS = re.compile(r"[ ]*\([^()]*\)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BODY = re.compile(
    r"(?:Ban|Sở|Quận|Huyện|Thị xã|Thành phố|TP|Xã|Phường|Thị trấn|UBND|Công ty|Tỉnh|Chi cục|Trường)(?!\w)"
)
_STATUS = re.compile(r"thực hiện|ước|so với|cùng kỳ|năm|tháng|quý|kết quả")
_COMPARED = re.compile(r"(?:so(?: với| sánh với)?|/)[ ]?(?=\w)")
_SAME = re.compile(r"cùng kỳ|năm trước")
_ESTIMATED = re.compile(r"ước|uth")
_PLANNED = re.compile(r"kế hoạch|chỉ tiêu|dự kiến|mục tiêu|dự toán")
_ATTAINED = re.compile(r"tỷ lệ|thực hiện|hoàn thành|đạt|giải ngân")


def read_cell(scene: Scene, draft: Draft) -> None:
    """Sets what row and column say.

    1. the row is what is measured; where it names a body or a place, the column is
    2. the column gives the period, and behind `so với` the baseline: 2013 so với 2012, % so dự toán
    3. a column `Ước ...` is an estimate
    """
    item = draft.window.item
    if item.row is None or item.column is None:
        return
    row = _BRACKETS.sub("", scene.raw[slice(*item.row)]).strip()
    heading = _plain_heading(scene.raw[slice(*item.column)])
    draft.of, draft.area = (heading, row) if heading and _BODY.match(row) else (row or None, None)  # 1
    column = scene.folded[slice(*item.column)]
    compared = _COMPARED.search(column)
    years = _YEAR.findall(column[: compared.start()] if compared else column)
    for earlier in reversed(item.columns if not years else ()):
        years = years or _YEAR.findall(_COMPARED.split(scene.folded[slice(*earlier)])[0])
    if years:  # 2
        draft.period = years[0]
    if compared:
        against = _BRACKETS.sub("", scene.raw[item.column[0] + compared.end() : item.column[1]]).strip()
        year = _YEAR.search(against)
        draft.baseline = year[0] if year else against or None
        if item.kind == "percent" and not year and not _SAME.search(column):
            draft.relation = "attainment"
    elif item.kind == "percent" and _ATTAINED.search(column):
        draft.relation, draft.baseline = "attainment", "kế hoạch"
    elif item.kind == "percent" and "cơ cấu" in column:
        draft.relation = "share"
    if _ESTIMATED.search(column):  # 3
        draft.bound = "~"
    draft.planned = bool(_PLANNED.search(column)) and item.kind != "percent" and not years


def _plain_heading(column: str) -> str | None:
    """What a column measures, without unit, year and status: Kế hoạch (tỷ đồng) -> kế hoạch; None for a bare period."""
    words = _STATUS.sub("", _YEAR.sub("", _BRACKETS.sub("", column.lower()))).strip(" -/")
    return words or None
