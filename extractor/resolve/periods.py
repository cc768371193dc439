"""The period a number holds for, and the date it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.article import Date
from extractor.resolve.indicator_scene import Draft, Scene, Window

_COMPARED = re.compile(
    r"(?:so(?: sánh)?(?: với)?|hơn|kém|bằng|với)(?: mức)?(?: của| tại)?(?: thời điểm| cuối| đầu| tháng| cùng kỳ)?[ (]{0,2}$"
)
_AS_OF = re.compile(r"(?<!\w)(?:đến|tới|hết|thời điểm|cuối|vào lúc)(?: hết| thời điểm| cuối)?[ ]?$")
_PRICES = re.compile(r"(?:giá so sánh|giá cố định|giá hiện hành)(?: năm)?[ (]*$")
_EVENT = re.compile(
    r"(?:đại hội|hội nghị|kỳ họp|đại biểu|khóa|nghị quyết|chương trình|đề án|kế hoạch|quyết định)[^.;\d]{0,40}[ ,(]$"
)
_TITLED = ("nhiệm kỳ", "giai đoạn", "khóa")
_AFTER_REACH = 30
_CHANGES = frozenset({"increase", "decrease"})


class Periods:
    """Attaches dates to numbers.

    A year, quarter, month or span governs the numbers after it until another one; a bare day is that of an event and
    governs only as `đến ngày ...`. A date after `so với` is a baseline.
    """

    def __init__(self, scene: Scene, dates: Sequence[Date], *, title: str | None, published: str | None) -> None:
        self._scene = scene
        self._dates = [date for date in dates if date.type == "DATE" and date.value[:1] != "P"]
        self._starts = [date.start for date in self._dates]
        self._compared = [self._is_compared(date) for date in self._dates]
        self._governs = [
            not compared and self._is_period(date) for date, compared in zip(self._dates, self._compared, strict=True)
        ]
        self._published = (published or "")[:10]

    def attach(self, drafts: Sequence[Draft]) -> None:
        """Sets period, baseline and what follows from them."""
        for draft in drafts:
            draft.period = self._period(draft.window)
            if draft.baseline is None:
                draft.baseline = self._baseline(draft)
            if (
                draft.period
                and self._published
                and draft.period[:4].isdigit()
                and draft.period[:4] > self._published[:4]
            ):
                draft.planned = True
        for after, draft in zip(reversed(drafts), list(reversed(drafts))[1:], strict=False):
            if after.listed and draft.baseline is None:
                draft.baseline = after.baseline
        for draft, after in zip(drafts, drafts[1:], strict=False):
            same = after.window.sentence == draft.window.sentence and after.relation in _CHANGES
            if same and after.baseline is None and draft.relation in _CHANGES and draft.same_kind(after):
                after.baseline = draft.baseline

    def _is_compared(self, date: Date) -> bool:
        folded = self._scene.text.folded
        if "cùng kỳ" in folded[date.start : date.end]:
            return True
        return _COMPARED.search(folded, max(date.start - 30, 0), date.start) is not None

    def _is_period(self, date: Date) -> bool:
        folded = self._scene.text.folded
        before = folded[max(date.start - 60, 0) : date.start].rpartition("\n")[2]
        if _PRICES.search(before):
            return False
        if len(date.value) == 10 and "/" not in date.value:  # a day
            return _AS_OF.search(before) is not None or folded.startswith(("đến", "tính đến", "hết"), date.start)
        if date.value[:1] == "X" and "-" not in date.value:
            return False
        return not (folded.startswith(_TITLED, date.start) and _EVENT.search(before))

    def _period(self, window: Window) -> str | None:
        """1. the nearest date before the number in its sentence  2. right after it  3. before it in the paragraph."""
        start, end = window.sentence
        before = self._last(start, window.item.start)
        if before is not None:  # 1
            return before
        first = bisect_left(self._starts, window.item.end)
        if first < len(self._dates) and self._dates[first].start < min(window.right, window.item.end + _AFTER_REACH):
            between = self._scene.text.folded[window.item.end : self._dates[first].start]
            if self._governs[first] and not any(mark in between for mark in ",;:("):  # 2
                return self._dates[first].value
        return self._last(window.paragraph[0], start)  # 3

    def _last(self, start: int, end: int) -> str | None:
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._dates[index].start < start:
                return None
            if self._governs[index] and self._dates[index].end <= end:
                return self._dates[index].value
        return None

    def _baseline(self, draft: Draft) -> str | None:
        """The date, or the words, that follow `so với` before the next number."""
        window = draft.window
        folded = self._scene.text.folded
        limit = min(window.right, window.item.end + 80)
        for index in range(bisect_left(self._starts, window.item.end), len(self._dates)):
            date = self._dates[index]
            if date.start >= limit:
                break
            if self._compared[index]:
                return date.value
        for role, start, end in self._scene.roles(window.item.end, window.right):
            if role != "compare" or folded[window.item.end : start].strip(" )(") not in {"", "/"}:
                continue
            words = re.compile(r"[ ]?(?:với[ ])?((?:[^\W\d_]+[ ]?){1,6})").match(folded, end, window.right)
            if words:
                return self._scene.text.raw[words.start(1) : words.end(1)].strip()
        return None
