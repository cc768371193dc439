"""The period a number holds for, and the date it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractor.article import Date
from extractor.resolve.indicator_scene import Draft, Scene, Window

_COMPARED = re.compile(
    r"(?:so(?: sánh)?(?: với)?|hơn|kém|bằng|với)(?: mức)?(?: của| tại)?"
    r"(?: thời điểm| cuối| đầu| tháng| cùng kỳ)?[ (]{0,2}$"
    r"|(?<!\w)(?:vượt|mốc|kỷ lục|gấp|bằng)[^\d,;:.]{0,25}[ ]$|\d[ ]lần[ ][^\d,;:.]{0,45}[ ]$"
)
_AS_OF = re.compile(r"(?<!\w)(?:đến|tới|hết|thời điểm|cuối|vào lúc|từ)(?: hết| thời điểm| cuối)?[ ]?$")
# The start of what goes on: từ năm 2020 đến nay. A day may start a stock (từ 1/7 cả nước có 28 tỉnh), a year does not.
_SINCE = re.compile(r"(?<!\w)từ[ ](?:đầu |cuối |giữa )?$")
_UNTIL = re.compile(r"[ ]?(?:đến|tới|-)[ ]")
_LATER = re.compile(r"(?<!\w)(?:sẽ|để)(?!\w)")
_PRICES = re.compile(r"(?:giá so sánh|giá cố định|giá hiện hành)(?: năm)?[ (]*$")
_EVENT = re.compile(
    r"(?:đại hội|hội nghị|kỳ họp|đại biểu|khóa|chủ tịch|bí thư|ủy viên|ban chấp hành|"
    r"nghị quyết|chương trình|đề án|kế hoạch|quyết định)[^.;\d]{0,40}[ ,(]$"
)
_TITLED = ("nhiệm kỳ", "giai đoạn", "khóa")
_AFTER_REACH = 30
_FIGURE_REACH = 70
_COUNT_REACH = 45
_RATE = re.compile(r"/(?:năm|tháng|ngày|vụ|quý|giờ|s|h)\b")
# What ends a period: the number is of the day of the report.
_NOW = re.compile(r"(?<!\w)(?:đến nay|tới nay|hiện|hiện nay|lũy kế|trước đây|trước kia|nay)(?!\w)")
_YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")
_ITEM = re.compile(r"[ ]*(?:[-+*•]|\d{1,2}[.)])[ ]?")
_YEAR_TO_DATE = re.compile(r"đầu (?:năm|nhiệm kỳ)")
_DAY, _YEAR_LENGTH = len("2021-11-18"), len("2021")
_CHANGES = frozenset({"increase", "decrease"})


class Periods:
    """Attaches dates to numbers.

    A year, quarter, month or span governs the numbers after it until another one; a bare day is that of an event and
    governs only as `đến ngày ...`. A date after `so với` is a baseline.
    """

    def __init__(self, scene: Scene, dates: Sequence[Date], *, published: str | None) -> None:
        self._scene = scene
        self._dates = [date for date in dates if date.type in {"DATE", "TIME"}]
        self._starts = [date.start for date in self._dates]
        self._compared = [self._is_compared(date) for date in self._dates]
        self._governs = [
            not compared and self._is_period(date) for date, compared in zip(self._dates, self._compared, strict=True)
        ]
        self._published = (published or "")[:10]
        self._continuations: list[str | None] = []

    def attach(self, drafts: Sequence[Draft]) -> None:
        """Sets period, baseline and what follows from them."""
        for draft in drafts:
            self._continuations.append(self._continued(draft.window))
            if draft.window.item.row is None:
                draft.period = self._period(draft.window)
            if draft.baseline is None:
                draft.baseline = self._baseline(draft)
        self._complete(drafts)
        _share_baselines(drafts)
        for draft in drafts:
            if draft.period and draft.period[:4].isdigit() and draft.period[:4] > self._published[:4] > "":
                draft.planned = True

    def _complete(self, drafts: Sequence[Draft]) -> None:
        """Gives numbers without a period the one that a year before is compared with: ..., tăng 8% so với cùng kỳ.

        It holds for the whole sentence, and for those that go on with figures after it.
        """
        known: dict[tuple[int, int], str] = {}
        for date, compared in zip(self._dates, self._compared, strict=True):
            later = _year_later(date.value) if compared and self._is_same_period(date) else None
            if later:
                known.setdefault(self._scene.sentence(date.start), later)
        for draft in drafts:
            window = draft.window
            if draft.period is None and window.sentence in known:
                draft.period = known[window.sentence]
            elif draft.period is None and (before := self._goes_on(window)) and before.sentence in known:
                draft.period = known[window.sentence] = known[before.sentence]

    def _is_same_period(self, date: Date) -> bool:
        """Whether a date is the period of the report a year before: so với cùng kỳ, so với năm trước."""
        folded = self._scene.text.folded
        if "cùng kỳ" in folded[date.start : date.end]:
            return True
        before = folded[max(date.start - 8, 0) : date.start]
        return folded.startswith(("năm trước", "năm ngoái"), date.start) and before.rstrip().endswith(("so với", "so"))

    def _is_compared(self, date: Date) -> bool:
        folded = self._scene.text.folded
        if "cùng kỳ" in folded[date.start : date.end]:
            return True
        return _COMPARED.search(folded, max(date.start - 60, 0), date.start) is not None

    def _is_start(self, date: Date) -> bool:
        """Whether `từ` stands before a date, or in it."""
        folded = self._scene.text.folded
        return (
            folded.startswith("từ ", date.start)
            or _SINCE.search(folded, max(date.start - 12, 0), date.start) is not None
        )

    def _is_period(self, date: Date) -> bool:
        folded = self._scene.text.folded
        before = folded[max(date.start - 60, 0) : date.start].rpartition("\n")[2]
        if _PRICES.search(before):
            return False
        since = self._is_start(date)
        if date.type == "TIME" and (since or "/" in date.value):
            return False
        if len(date.value) >= 10 and "/" not in date.value:  # a day, or a time of it
            return (
                since or _AS_OF.search(before) is not None or folded.startswith(("đến", "tính đến", "hết"), date.start)
            )
        if since and not _YEAR_TO_DATE.search(folded, max(date.start - 4, 0), date.end):
            if "/" not in date.value and not _UNTIL.match(folded, date.end):
                return False
            if folded.startswith((" đến nay", " tới nay"), date.end):
                return False
        return not (folded.startswith(_TITLED, date.start) and _EVENT.search(before))

    def _period(self, window: Window) -> str | None:
        """The period of a number.

        1. a date right behind the start of a change: từ 10.035 đơn vị cuối năm 2024 giảm còn 3.321
        2. the nearest date before it in its sentence
        3. a date right after it
        4. that of the sentence before, when this one goes on with figures
        """
        start = window.sentence[0]
        after = self._right_after(window)
        if after is not None and self._scene.starts_change(window):  # 1
            return after
        return self._last(start, window.item.start) or after or self._continuations[window.place]  # 2, 3, 4

    def _right_after(self, window: Window) -> str | None:
        end = window.item.end
        first = bisect_left(self._starts, end)
        if first == len(self._dates) or not self._governs[first]:
            return None
        if self._dates[first].start >= min(window.right, end + _AFTER_REACH):
            return None
        between = self._scene.text.folded[end : self._dates[first].start]
        return None if any(mark in between for mark in ",;:(") or _LATER.search(between) else self._dates[first].value

    def _continued(self, window: Window) -> str | None:
        """The period of the numbers in the sentence before, or of the list items before."""
        before = self._goes_on(window)
        if before is not None:
            period = self._last(before.sentence[0], before.item.start) or self._continuations[before.place]
            return period if period and "/" not in period else None
        start = window.paragraph[0]
        if _ITEM.match(self._scene.text.folded, start) and (above := self._scene.before(start)):
            item = _ITEM.match(self._scene.text.folded, above.paragraph[0])
            return (
                self._last(above.paragraph[0], above.paragraph[1]) or self._continuations[above.place] if item else None
            )
        return None

    def _goes_on(self, window: Window) -> Window | None:
        """The last number of the sentence before, when this sentence goes on with figures at once."""
        start = window.sentence[0]
        first = self._scene.first_of_sentence(window)
        reach = _COUNT_REACH if window.item.kind == "count" else _FIGURE_REACH
        if first.place == 0 or first.item.start - start > reach or _RATE.search(window.item.unit):
            return None
        before = self._scene.windows[first.place - 1]
        if before.sentence[1] != start or before.paragraph != window.paragraph:
            return None
        return None if _NOW.search(self._scene.text.folded, start, window.item.start) else before

    def _last(self, start: int, end: int) -> str | None:
        """The last date within `start:end` that governs what stands at `end`.

        Two dates with `từ ... đến` are one span.
        """
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            date = self._dates[index]
            if date.start < start:
                return None
            if date.end > end or self._of_a_start(index):
                continue
            if not self._governs[index] and not self._is_clock_of(date, end):
                continue
            return self._span(index)
        return None

    def _is_clock_of(self, date: Date, end: int) -> bool:
        """Whether a time stands right before the number at `end`: 12 giờ trưa 78,65%."""
        between = self._scene.text.folded[date.end : end].strip()
        return date.type == "TIME" and len(date.value) > _DAY and between in {"", "là", "đạt", "có"}

    def _span(self, index: int) -> str:
        """The value of a date, joined with the one before it that it closes: từ ngày 1/7 đến 31/8; năm 2022, 2023."""
        date, before = self._dates[index], self._dates[index - 1] if index else None
        if before is None or "/" in date.value or "/" in before.value:
            return date.value
        folded = self._scene.text.folded
        between = folded[before.end : date.start].strip()
        first = before.value
        if between in {"đến", "-", "tới"} and self._is_start(before):
            if (
                len(first) == _YEAR_LENGTH
                and len(date.value) == _DAY
                and "đầu năm" in folded[before.start : before.end]
            ):
                first += "-01-01"
        elif not (between in {",", "và"} and len(date.value) == _YEAR_LENGTH):
            return date.value
        return f"{first}/{date.value}" if len(first) == len(date.value) and first < date.value else date.value

    def _of_a_start(self, index: int) -> bool:
        """Whether a date belongs to the number right before it, where a change starts."""
        date = self._dates[index]
        window = self._scene.before(date.start)
        return window is not None and date.start - window.item.end < _AFTER_REACH and self._scene.starts_change(window)

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


def _share_baselines(drafts: Sequence[Draft]) -> None:
    """Gives the numbers of a list the baseline behind its last one, and later changes that of an earlier one."""
    for draft, after in reversed(list(pairwise(drafts))):
        if after.listed and draft.baseline is None:
            draft.baseline = after.baseline
    for draft, after in pairwise(drafts):
        same = after.window.sentence == draft.window.sentence and after.relation in _CHANGES
        if same and after.baseline is None and draft.relation in _CHANGES and draft.same_kind(after):
            after.baseline = draft.baseline


def _year_later(value: str) -> str | None:
    """The date value a year after `value`: 2017-01/2017-09 -> 2018-01/2018-09; None without a year."""
    if not _YEAR.match(value) or "W" in value:
        return None
    return _YEAR.sub(lambda year: str(int(year[0]) + 1), value)
