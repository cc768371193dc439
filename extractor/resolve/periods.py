"""The period a number holds for, and the date it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.article import Date
from extractor.gazetteer import whole_words
from extractor.resolve.baselines import Baselines, share_baselines
from extractor.resolve.dated import Dates
from extractor.resolve.indicator_scene import Draft, Scene, Window
from extractor.resolve.stories import is_issue

# Where a day heads a clause; behind `vào` it closes one: xảy ra vào ngày 6/2, có 40 người.
_HEAD_OF_DAY = re.compile(
    r"(?:^|[;,.:](?:[ ]vào)?|\n|(?<!\w)(?:khi|trong|riêng)|(?:^|[.\n] ?)(?:vào )?(?:lúc|hồi))[ ]?$"
)
# The verbs that lead from a day to what was done or reached then, and what may stand between them and the number.
_DONE_THEN = frozenset({"verb", "level", "increase", "decrease"})
_LEADS = re.compile(r"[ ](?:(?:được|tới|đến|tổng cộng|mức|hơn|gần|trên|khoảng)[ ])*")
_DEED_REACH = 90
_PROCEEDING_REACH = 30
_FIGURE_REACH = 70
_COUNT_REACH = 45
_HEAD_REACH = 15
_GOAL_REACH = 120
_SENTENCES_BETWEEN = 1
# A sentence that tells the parts of what the one before summed.
_PARTS = re.compile(r"(?:trong (?:đó|số)|cụ thể|bao gồm|gồm)(?!\w)")
# The mark of an item of a list, and how many lines may part it from the one above, and the list from its heading.
_BULLET = re.compile(r"[ ]*(?:[-+*•●▪]|\d{1,2}[.)](?!\d)|[a-zđ][.)])")
_LINES_APART = 4
_LONGEST_LIST = 60
# A longer line is a sentence, whose period does not reach into the next paragraphs.
_LONGEST_HEADING = 60
# A stock at the end of a span, and what comes every year.
_RAISED = re.compile(r"(?<!\w)nâng [^\d,;.]{0,60}lên (?:hơn |gần |trên )?$")
_EVERY = re.compile(whole_words("mỗi (?:năm|tháng)", "h[ằà]ng (?:năm|tháng)") + r"[^\d,;.]{0,40}$")
_RAISED_REACH = 80
_EVERY_REACH = 50
# What begins a sentence with what the one before announces.
_GOING_ON = re.compile(r"(?:theo đó|kết quả|cụ thể|qua đó)(?!\w)")
_REPORT = re.compile(
    whole_words(
        "báo cáo", "tình hình", "kết quả", "tổng kết", "sơ kết", "thống kê", "quyết toán", "công tác", "thực hiện"
    )
)
_RATE = re.compile(r"/(?:năm|tháng|ngày|vụ|quý|giờ|s|h)\b")
# What is so much a year, and in one year more than in another: thu nhập bình quân năm 2025 đạt 62 triệu đồng/năm.
_INCOME = re.compile(whole_words("thu nhập", "bình quân đầu người", "grdp", "gdp", unless=("thuế ",)))
# What ends a period: the number is of the day of the report.
_NOW = re.compile(
    whole_words(
        "đến nay", "tới nay", "nay", "hiện", "lũy kế", "trước (?:đây|kia)", "đã (?:có|còn)", "vẫn (?:có|còn)",
        unless=("thực ", "xuất "),
    )
)  # fmt: skip
# Where somebody begins to tell, or what a meeting did, the report's figures end.
_TELLING = re.compile(
    r"[ ]*[\"']|[- ]*(?:theo |còn |hộ )?(?:ông|bà|anh|chị|cô|chú|thầy|em|bác|đồng chí)[ ]"
    r"|[- ]*(?:đại hội|hội nghị|nghị quyết|quyết định|buổi|dịp này|nhân dịp|đợt này|lễ|đoàn)[ ]"
)
_OF_WHOLE = re.compile(whole_words("trong (?:đó|số|tổng số)", "cụ thể", "gồm"))
# What is had holds at all times.
_STOCK = re.compile(r"(?<!\w)(?:có|còn)(?:[ ][^\W\d_]+)?[ ]$")
# What a number is measured against holds at all times: cao hơn mức 5%.
_BENCHMARK = tuple(
    f"{than} mức{change} "
    for than in ("hơn", "xa", "dưới", "vượt", "quá", "so với")
    for change in ("", " tăng", " giảm", " tăng trưởng")
)
_SEASON = re.compile(r"(\d{4})/(\d{4})$")
_YEAR_LENGTH = len("2021")
_YEAR_BEFORE = re.compile(r"[ ]so(?: với)? năm trước(?!\w| đó)")
# A date without gaps: two of them that are the same are one time.
_IS_KNOWN = re.compile(r"\d[^X]+")


class Periods:
    """Attaches dates to numbers."""

    def __init__(self, scene: Scene, dates: Sequence[Date], *, published: str | None) -> None:
        self._scene = scene
        self._dates = Dates(scene, dates)
        self._baselines = Baselines(scene, self._dates)
        self._published = (published or "")[:10]
        self._continuations: dict[int, str | None] = {}
        self._headings: dict[int, str | None] = {}

    def attach(self, drafts: Sequence[Draft]) -> None:
        """Sets period, baseline and what follows from them."""
        last: Window | None = None
        for draft in drafts:
            window = draft.window
            # What a sentence may go on with is read before it, so that a long chain of sentences is no deep recursion.
            if last is not None and last.sentence != window.sentence and last.paragraph == window.paragraph:
                self._continuation(last)
            last = window
            if window.item.row is None:
                draft.period = self._period(window)
            if draft.baseline is None:
                draft.baseline = self._baselines.of(draft)
        share_baselines(drafts, self._scene.folded)
        for draft in drafts:
            if draft.period == draft.baseline and _IS_KNOWN.fullmatch(draft.period or ""):
                self._part(draft)
            if draft.period and draft.period[:4].isdigit() and draft.period[:4] > self._published[:4] > "":
                draft.planned = True

    def _part(self, draft: Draft) -> None:
        """Tells apart a period and a baseline that are the same: `năm trước` is the year before the period.

        What stands in brackets behind the date of a comparison is of that date: cao hơn cùng kỳ (5,48%).
        """
        earlier = _YEAR_BEFORE.match(self._scene.folded, draft.window.end)
        if draft.period and earlier and len(draft.period) == _YEAR_LENGTH:
            draft.baseline = str(int(draft.period) - 1)
        elif self._dates.in_brackets(draft.window) or self._dates.of_same_period(draft.window):
            draft.baseline = None
        else:
            draft.period = None

    def _period(self, window: Window) -> str | None:
        """The period of a number.

        1. where a change starts, and for what is exceeded, only a date right behind: từ 35 đơn vị cuối năm 2024 còn 21
        2. none for a capacity; income a year is of a year
        3. a date that adjoins it; else the day of what happened then, or the nearest before it that governs
        4. a date not far behind
        5. that of the sentence before, when this one goes on with figures
        6. that of the heading of the list it stands in
        7. for what it was raised to, the end: từ năm 2016 đến 2020 kết nạp 50 đảng viên, nâng tổng số lên 900 đảng viên
        """
        start, item = window.sentence[0], window.item
        after = self._dates.right_after(window)
        if self._scene.starts_change(window) or self._is_measured_against(window):  # 1
            return after or self._dates.of_same_period(window)
        if (compared := self._dates.in_brackets(window)) is not None:
            return compared
        if _is_capacity(item.unit) and not self._is_income(window):  # 2
            return None
        if after and self._dates.adjoins(window):  # 3
            return after
        before = self._day_of_event(window) or self._dates.last(start, item.start)
        period = before or after or self._continuation(window) or self._heading(window.paragraph[0])  # 4, 5, 6
        return period and self._as_of(period, window)  # 7

    def _is_income(self, window: Window) -> bool:
        """Whether the words right before a number, behind the last comma, tell of income."""
        folded, left, start = self._scene.folded, window.left, window.start
        return _INCOME.search(folded, max(left, folded.rfind(",", left, start)), start) is not None

    def _as_of(self, period: str, window: Window) -> str | None:
        """The period of a stock that was reached at its end, and none of what comes every year."""
        folded, end = self._scene.folded, window.start
        if "/" in period:
            raised = _RAISED.search(folded, max(window.left, end - _RAISED_REACH), end)
            return period.partition("/")[2] if raised else period
        return None if _EVERY.search(folded, max(window.sentence[0], end - _EVERY_REACH), end) else period

    def _heading(self, line: int) -> str | None:
        """The period of the line with a colon over the list that the line is of: Mục tiêu năm 2023:⏎- Trồng 5 ha."""
        if line in self._headings:
            return self._headings[line]
        folded, period = self._scene.folded, None
        passed: list[int] = []
        while line not in self._headings and len(passed) < _LONGEST_LIST:
            passed.append(line)
            end = line
            while end and line - end < _LINES_APART and folded[end - 1] in "\n ":
                end -= 1
            start, closing = folded.rfind("\n", 0, end) + 1, folded[end - 1 : end]
            if closing not in ":;" and not (_BULLET.match(folded, line) and _BULLET.match(folded, start)):
                break
            if closing == ":" and end - start <= _LONGEST_HEADING and (period := self._dates.last(start, end)):
                break
            line = start
        period = period or self._headings.get(line)
        self._headings.update(dict.fromkeys(passed, period))
        return period

    def _day_of_event(self, window: Window) -> str | None:
        """The day or time told before a number, of what happened or was so then: Đêm 4/7, lũ cuốn trôi 14 nhà.

        1. none of a document, nor where the day is no head of its clause: nơi bầu sớm từ 8/3
        2. what was done or reached: Ngày 4/7, hội nghị thông qua 14 nghị quyết; Lúc 7 giờ, mực nước đạt 12 m
        3. what happened, if it is no meeting, no honour and nobody's words
        """
        index, start = bisect_left(self._dates.starts, window.start) - 1, window.start
        if index < 0 or self._dates.all[index].start < window.sentence[0] or not self._dates.is_bare(index):
            return None
        folded, date = self._scene.folded, self._dates.all[index]
        if start - date.end > _DEED_REACH or is_issue(folded, date.start):  # 1
            return None
        heads = self._dates.starts_sentence(date.start) or _HEAD_OF_DAY.search(
            folded, max(date.start - 12, 0), date.start
        )
        if not heads and date.type == "DATE":
            return None
        if heads and self._is_led_to(date, window):  # 2
            return date.value
        before = max(window.sentence[0], date.start - _PROCEEDING_REACH)
        return None if self._scene.words.proceeding.search(folded, before, start) else date.value  # 3

    def _is_led_to(self, date: Date, window: Window) -> bool:
        """Whether a verb of a deed leads from a day to the number, or one of a level from a clock time."""
        if date.type == "TIME" and (":" not in date.value or window.item.kind == "count"):
            return False
        leading = _DONE_THEN if date.type == "DATE" else {"level"}
        start = window.start
        verbs = [end for role, _, end in self._scene.roles(date.end, start) if role in leading]
        return bool(verbs) and _LEADS.fullmatch(self._scene.folded, verbs[-1], start) is not None

    def _is_measured_against(self, window: Window) -> bool:
        return self._scene.folded.endswith(_BENCHMARK, window.left, window.start)

    def _continuation(self, window: Window) -> str | None:
        """What is `_continued`, read once."""
        place = window.place
        if place not in self._continuations:
            self._continuations[place] = self._continued(window)
        return self._continuations[place]

    def _continued(self, window: Window) -> str | None:
        """The period of the numbers in the sentence before, or the one that it announces: ... năm 2019. Theo đó, ..."""
        before = self._goes_on(window)
        if before is None:
            return self._announced(window)
        period = self._dates.last(before.sentence[0], before.start) or self._continuation(before)
        if period is None or not self._carries(period, window):
            return None
        return period if window.item.kind != "count" or self._is_of_the_report(window, before) else None

    def _is_of_the_report(self, window: Window, before: Window) -> bool:
        """Whether a sentence of counts goes on with the figures of the one before.

        It does not where it tells what is had at all times: nothing of the same things, of a whole, or of a deed.
        """
        folded, first = self._scene.folded, self._scene.first_of_sentence(window)
        start, end = window.sentence[0], first.start
        if first.item.kind != "count" or first.item.total is not None or _OF_WHOLE.search(folded, start, end):
            return True
        if not _STOCK.search(folded, start, end) or any(role == "verb" for role, *_ in self._scene.roles(start, end)):
            return True
        return self._is_of_the_same(first, before)

    def _is_of_the_same(self, window: Window, before: Window) -> bool:
        """Whether a number is of things that the sentence of `before` counts too."""
        noun = window.item.unit.partition(" ")[0]
        return any(other.item.unit.partition(" ")[0] == noun for other in self._scene.of_sentence(before))

    def _announced(self, window: Window) -> str | None:
        """The only period of a report without figures that this sentence, by its first word, goes on with.

        Any sentence that does not leave it does so where the period heads the report: Năm 2009, tội phạm giảm. ...
        """
        folded, start, end = self._scene.folded, window.sentence[0], window.start
        begin = max(self._scene.sentence(start - 1)[0], window.paragraph[0]) if start else 0
        told = range(bisect_left(self._dates.starts, begin), bisect_left(self._dates.starts, start))
        governing = [self._dates.starts[index] for index in told if self._dates.governs(index)]
        if len(governing) != 1:
            return None
        before = self._scene.before(start)
        if (before is not None and before.end > begin) or not _REPORT.search(folded, begin, start):
            return None
        if self._turns_time(start, end):
            return None
        if not _GOING_ON.match(folded, start):
            first = self._scene.first_of_sentence(window).item
            had = first.kind == "count" and _STOCK.search(folded, start, first.start)
            if had or governing[0] - begin > _HEAD_REACH or self._leaves(start, end):
                return None
        return self._dates.last(begin, start)

    def _leaves(self, start: int, end: int) -> bool:
        """Whether a sentence is told by somebody, or of the day of the report."""
        folded = self._scene.folded
        return _TELLING.match(folded, start) is not None or _NOW.search(folded, start, end) is not None

    def _carries(self, period: str, window: Window) -> bool:
        """Whether a period reaches into the sentence behind its own.

        The hour of a count does not; a span of time does for sums, shares and parts. A school year is none: 2021/2022.
        """
        season = _SEASON.match(period)
        if "/" in period and not (season and int(season[2]) == int(season[1]) + 1):
            parts = _PARTS.match(self._scene.folded, window.sentence[0])
            return window.item.kind in {"money", "percent"} or parts is not None
        return ":" not in period

    def _goes_on(self, window: Window) -> Window | None:
        """The last number above in the paragraph, when this sentence goes on with figures at once, or with goals.

        Another date between them ends what held before.
        """
        start = window.sentence[0]
        first = self._scene.first_of_sentence(window)
        far = first.start - start
        if first.place == 0 or far > _GOAL_REACH:
            return None
        before = self._scene.windows[first.place - 1]
        if before.paragraph != window.paragraph or _RATE.search(window.item.unit):
            return None
        reach = _COUNT_REACH if window.item.kind == "count" else _FIGURE_REACH
        near = far <= reach or (first.item.kind == "count" and self._is_of_the_same(first, before))
        if not near and not (self._is_goal(window) and self._is_goal(before)):
            return None
        if self._scene.sentences_between(before.sentence[1], start) > _SENTENCES_BETWEEN:
            return None
        if self._scene.dates_within(before.sentence[1], start):
            return None
        folded = self._scene.folded
        if folded.startswith("giá ", start) and before.item.kind != "money":  # a price is none of the report's figures
            return None
        if self._leaves(start, window.start):
            return None
        if self._is_goal(before) and not self._is_goal(window):
            return None
        return None if self._turns_time(start, window.start) else before

    def _turns_time(self, start: int, end: int) -> bool:
        """Whether the head of a sentence leaves the time of the one before: Mỗi năm, ...; Sau 5 năm, ...; Hôm sau, ...

        A comparison and "6 tháng qua", which is the time of the report, do not.
        """
        return any(
            not self._dates.is_told(*span) and not self._scene.folded.endswith("tháng qua", *span)
            for span in self._scene.dates_within(start, end)
            if span[0] - start < _HEAD_REACH
        )

    def _is_goal(self, window: Window) -> bool:
        return self._scene.last_plan(window.sentence[0], window.start) is not None


def _is_capacity(unit: str) -> bool:
    """Whether a unit is so much in a time, for nobody in particular: tấn/năm, VND/tháng."""
    return unit.count("/") == 1 and not unit.startswith("%") and _RATE.search(unit) is not None
