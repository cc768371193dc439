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
    r"(?: thời điểm| cuối| đầu| tháng| cùng kỳ| tết| mùa| vụ| trung bình| bình quân)?[ (]{0,2}$"
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
# What a place has is of the day of the report (toàn tỉnh còn 37 hộ), but not what a thing has (án hình sự có 25 vụ).
_HAVING = re.compile(r"(?:(?<!\w)(?:đã|mới|hiện|vẫn|chỉ|cũng)[ ])*(?:có|còn)[ ](?:hơn |gần |trên |khoảng )?$")
_SO_FAR = re.compile(r"(?<!\w)(?:đã|mới|vẫn)[ ](?:có|còn)[ ]")
_BEFORE_PLACE = re.compile(r"[-+*• ]*(?:[^,;:.\n]{0,30}:[ ])?(?:(?:riêng|trong|ở|tại|cả)[ ])?")
# Where somebody begins to tell, the report's figures end.
_TELLING = re.compile(r"[ ]*[\"']|[- ]*(?:theo |còn |hộ )?(?:ông|bà|anh|chị|cô|chú|thầy|em|bác|đồng chí)[ ]")
# What is said to happen to a change that a sentence has dated: 16 vụ năm 2020, tăng 3 vụ.
_OF_THE_SAME = re.compile(r"[ ]?[,(;]?[ ]?(?:tăng|giảm|chiếm|bằng|đạt|vượt|gấp|cao|thấp|tương|trong đó|gồm)(?!\w)")
_SUPPOSED = re.compile(r"(?<!\w)nếu(?!\w)")
_DAY_VALUE = re.compile(r"\d{4}-\d\d-\d\d(?!/)|.*T(?!.*/)")
_SEASON = re.compile(r"(\d{4})/(\d{4})$")
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
        self._governing = [date.start for date, governs in zip(self._dates, self._governs, strict=True) if governs]
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
            if draft.period is None and self._dated_later(window):
                continue
            if draft.period is None and window.sentence in known:
                draft.period = known[window.sentence]
            elif draft.period is None and (before := self._goes_on(window)) and before.sentence in known:
                draft.period = known[window.sentence] = known[before.sentence]

    def _dated_later(self, window: Window) -> bool:
        """Whether the sentence gives a period of its own behind the number: xã có 4.120 hộ, năm nay tiếp nhận ..."""
        first = bisect_left(self._governing, window.item.end)
        return first < len(self._governing) and self._governing[first] < window.sentence[1]

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
        if _DAY_VALUE.match(date.value):  # a day, or a time of it
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

        1. where a change starts, only a date right behind: từ 10.035 đơn vị cuối năm 2024 giảm còn 3.321
        2. none for what is only supposed, and for a capacity
        3. the nearest date before it in its sentence
        4. a date right after it
        5. that of the sentence before, when this one goes on with figures
        """
        start, item = window.sentence[0], window.item
        after = self._right_after(window)
        if self._scene.starts_change(window):  # 1
            return after
        if _SUPPOSED.search(self._scene.text.folded, window.left, item.start) or _is_capacity(item.unit):  # 2
            return None
        return self._last(start, item.start) or after or self._continuations[window.place]  # 3, 4, 5

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
            return period if period and self._carries(period, window) else None
        start = window.paragraph[0]
        if _ITEM.match(self._scene.text.folded, start) and (above := self._scene.before(start)):
            item = _ITEM.match(self._scene.text.folded, above.paragraph[0])
            return (
                self._last(above.paragraph[0], above.paragraph[1]) or self._continuations[above.place] if item else None
            )
        return None

    def _carries(self, period: str, window: Window) -> bool:
        """Whether a period reaches into the sentence behind its own: not the hour of a count, not a plan's year.

        A span of time is of sums and shares, and of no stock; what a place has is of no year.
        """
        if ":" in period or (period[:4] > self._published[:4] > "" and window.item.kind == "count"):
            return False
        season = _SEASON.match(period)
        if "/" in period and not (season and int(season[2]) == int(season[1]) + 1):
            return window.item.kind in {"money", "percent"}
        return len(period) == _DAY or not self._is_had(window)

    def _is_had(self, window: Window) -> bool:
        """Whether the sentence only says what a place, or nobody named, has: Toàn tỉnh đã có 12 xã."""
        folded, (start, _) = self._scene.text.folded, window.sentence
        if window.item.kind not in {"count", "measure"} or window.item.total is not None:
            return False
        if _SO_FAR.search(folded, start, window.item.start):
            return True
        having = _HAVING.search(folded, start, window.item.start)
        lead = _BEFORE_PLACE.match(folded, start)
        if having is None or lead is None:
            return False
        return lead.end() >= having.start() or self._scene.words.place.match(folded, lead.end()) is not None

    def _goes_on(self, window: Window) -> Window | None:
        """The last number above in the paragraph, when this sentence goes on with figures at once.

        Another date between them ends what held before.
        """
        start = window.sentence[0]
        first = self._scene.first_of_sentence(window)
        reach = _COUNT_REACH if window.item.kind == "count" else _FIGURE_REACH
        if first.place == 0 or first.item.start - start > reach or _RATE.search(window.item.unit):
            return None
        before = self._scene.windows[first.place - 1]
        if before.paragraph != window.paragraph or self._scene.dates_within(before.sentence[1], start):
            return None
        folded = self._scene.text.folded
        if _TELLING.match(folded, start) or _NOW.search(folded, start, window.item.start):
            return None
        return before

    def _last(self, start: int, end: int) -> str | None:
        """The last date within `start:end` that governs what stands at `end`.

        Two dates with `từ ... đến` are one span.
        """
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            date = self._dates[index]
            if date.start < start:
                return None
            if date.end > end or self._of_a_start(index) or self._is_owned(index, end):
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

    def _is_owned(self, index: int, end: int) -> bool:
        """Whether a date is that of the number right before it alone: 16 vụ năm 2020 và 12 vụ năm 2021."""
        date, folded = self._dates[index], self._scene.text.folded
        window = self._scene.before(date.start)
        if window is None or window.sentence[0] > date.start or self._right_after(window) != date.value:
            return False
        return _OF_THE_SAME.match(folded, date.end, end) is None

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


def _is_capacity(unit: str) -> bool:
    """Whether a unit is so much in a time, for nobody in particular: tấn/năm, VND/tháng."""
    return unit.count("/") == 1 and not unit.startswith("%") and _RATE.search(unit) is not None


def _year_later(value: str) -> str | None:
    """The date value a year after `value`: 2017-01/2017-09 -> 2018-01/2018-09; None without a year."""
    if not _YEAR.match(value) or "W" in value:
        return None
    return _YEAR.sub(lambda year: str(int(year[0]) + 1), value)
