"""The period a number holds for, and the date it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractor.article import Date
from extractor.resolve.indicator_scene import Draft, Scene, Window
from extractor.resolve.stories import is_issue, is_yardstick

_COMPARED = re.compile(
    r"(?:so(?: sánh)?(?: với)?|hơn|kém|bằng|với)(?: mức)?(?: của| tại)?"
    r"(?: thời điểm| hồi| cuối| đầu| tháng| cùng kỳ| tết| mùa| vụ| trung bình| bình quân)?[ (]{0,2}$"
    r"|(?<!\w)so với [^\d,;:.()\n]{0,45}[ ]$"
    r"|(?<!\w)(?:vượt|mốc|kỷ lục|gấp|bằng)[^\d,;:.]{0,25}[ ]$|\d[ ]lần[ ][^\d,;:.]{0,45}[ ]$"
    r"|(?<!\w)(?:gấp|bằng|cao|lớn|nhiều)(?:[ ][^\W\d_]+){0,2}[ ]\d[\d,.-]*[ ]lần[ ]$"
)
_AS_OF = re.compile(
    r"(?<!\w)(?:(?:đến|tới|hết|cuối|trước|vào lúc|từ|tại)(?: hết| cuối)?|phiên(?: giao dịch)?"
    r"|thời điểm(?: [^\W\d_]+){0,2}[ ]?\(?)[ ]?$"
)
# The start of what goes on: từ năm 2020 đến nay. A day may start a stock (từ 1/7, cả nước có 28 tỉnh), a year does not.
_SINCE = re.compile(r"(?<!\w)từ[ ](?:đầu |cuối |giữa )?$")
# A day governs what starts with it at the head of a clause; elsewhere it is an attribute: nơi bầu sớm từ 8/3, có 5 xã.
_FROM_HEAD = re.compile(r"(?:^|[,;:.] )(?:chỉ |riêng |tính |bắt đầu |kể )?từ (?:đầu |cuối )?$")
# A number in brackets right behind a date: từ năm 2018 (bằng 64,7% GDP).
_BRACKET = re.compile(r"[ ]\((?P<verb>(?:bằng|đạt|là|còn)[ ])?(?:(?:khoảng|hơn|gần|trên|dưới)[ ])?")
_UNTIL = re.compile(r"[ ]?(?:đến|tới|-)[ ](?!nay)")
# The year before as the subject of a clause: ..., trong khi cùng kỳ giảm 1,31%.
_HEAD = re.compile(r"(?:[;(,.:]|\n|(?<!\w)(?:trong khi|trong khi đó|còn|thì|và))[ ]?$")
_SAID_OF = re.compile(
    r"[ ,]{1,2}(?:(?:chỉ |đã |cũng )?(?:là|đạt|có|tăng|giảm|lãi|lỗ|xảy ra|[^\W\d_]+ (?:đạt|là|có|tăng|giảm))[ ]|\d)"
)
# Where a day heads a clause; behind `vào` it closes one: xảy ra vào ngày 6/2, có 40 người.
_HEAD_OF_DAY = re.compile(
    r"(?:^|[;,.:](?:[ ]vào)?|\n|(?<!\w)(?:khi|trong|riêng)|(?:^|[.\n] ?)(?:vào )?(?:lúc|hồi))[ ]?$"
)
# The verbs that lead from a day to what was done or reached then, and what may stand between them and the number.
_DONE_THEN = frozenset({"verb", "level", "increase", "decrease"})
_LEADS = re.compile(r"[ ](?:(?:được|tới|đến|tổng cộng|mức|hơn|gần|trên|khoảng)[ ])*")
# What starts another clause behind a number.
_ANOTHER = re.compile(r"(?<!\w)(?:sẽ|để|và|còn(?! lại)|nhưng|thì|trong khi)(?!\w)")
_EVENT = re.compile(
    r"(?:đại hội|hội nghị|kỳ họp|đại biểu|khóa|chủ tịch|bí thư|ủy viên|ban chấp hành|"
    r"nghị quyết|chương trình|đề án|kế hoạch|quyết định)[^.;\d]{0,40}[ ,(]$"
)
# What happened then; the number behind it is of the thing: khởi công tháng 10/2011 với tổng mức đầu tư 5 tỷ đồng.
_HAPPENED = re.compile(
    r"(?<!\w)(?:khởi công|khánh thành|thành lập|ra đời|ban hành|nghỉ hưu|đi vào hoạt động|thường niên|đhđcđ|phê duyệt"
    r"|xây|thông xe|khai trương|tái lập|sáp nhập|hợp nhất|chia tách|sinh|sn|nhập ngũ|xuất ngũ)(?: từ| vào| trong)?[ ]$"
)
_TITLED = ("nhiệm kỳ", "giai đoạn", "khóa")
# A date that a bracket tells with what happened then, 1 máy (bàn giao tháng 12/2014); alone it governs: kỳ này (2015).
_ASIDE = re.compile(
    r"\((?:(?:từ|đến|tới|tại|trong|vào|tính|hết|ngày|tháng|quý|năm|kỳ|cuối|đầu|giữa|giai đoạn|nhiệm kỳ|năm học"
    r"|niên vụ|thời điểm)[ ])*"
    r"(?P<told>[^()\d\n]+)?$"
)
_ASIDE_REACH = 60
_AFTER_REACH = 30
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
# What begins a sentence with what the one before announces.
_GOING_ON = re.compile(r"(?:theo đó|kết quả|cụ thể|qua đó)(?!\w)")
_REPORT = re.compile(
    r"(?<!\w)(?:báo cáo|tình hình|kết quả|tổng kết|sơ kết|thống kê|quyết toán|công tác|thực hiện)(?!\w)"
)
_RATE = re.compile(r"/(?:năm|tháng|ngày|vụ|quý|giờ|s|h)\b")
# What ends a period: the number is of the day of the report.
_NOW = re.compile(
    r"(?<!\w)(?<!thực )(?<!xuất )(?:(?:đến |tới )?nay|hiện|lũy kế|trước (?:đây|kia)|(?:đã|vẫn) (?:có|còn))(?!\w)"
)
# Where somebody begins to tell, or what a meeting did, the report's figures end.
_TELLING = re.compile(
    r"[ ]*[\"']|[- ]*(?:theo |còn |hộ )?(?:ông|bà|anh|chị|cô|chú|thầy|em|bác|đồng chí)[ ]"
    r"|[- ]*(?:đại hội|hội nghị|nghị quyết|quyết định|buổi|dịp này|nhân dịp|đợt này|lễ|đoàn)[ ]"
)
_OF_WHOLE = re.compile(r"(?<!\w)(?:trong (?:đó|số|tổng số)|cụ thể|gồm)(?!\w)")
# What is had holds at all times.
_STOCK = re.compile(r"(?<!\w)(?:có|còn)(?:[ ][^\W\d_]+)?[ ]$")
# A clock time that heads a clause with its figure: đến 9 giờ đạt 41,3%; 12 giờ trưa 78,65%; lúc 19 giờ là 99%.
_COUNTED_AT = re.compile(r"(?:[;,][ ]|(?<!\w)lúc[ ])$")
_ITS_COUNT = re.compile(r"[ ](?:(?:trưa|chiều|tối)[ ])?(?:(?:là|đạt|có|còn)[ ])?(?:(?:hơn|gần|trên|khoảng)[ ])?\d")
# What is said to happen to a change that a sentence has dated: 16 vụ năm 2020, tăng 3 vụ.
_OF_THE_SAME = re.compile(r"[ ]?[,(;]?[ ]?(?:tăng|giảm|chiếm|bằng|đạt|vượt|gấp|cao|thấp|tương|trong đó|gồm)(?!\w)")
# What a number is measured against holds at all times: cao hơn mức 5%.
_BENCHMARK = re.compile(r"(?:hơn|xa|dưới|vượt|quá|so với) mức(?: tăng| giảm| tăng trưởng)?[ ]$")
_OF_SAME_PERIOD = re.compile(r"[ ]của (?=cùng kỳ)")
_DAY_VALUE = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)(?!/)|.*T(?!.*/)")
_SEASON = re.compile(r"(\d{4})/(\d{4})$")
_YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")
_YEAR_TO_DATE = re.compile(r"đầu (?:năm|nhiệm kỳ)")
# The head of a sentence that compares: So với Tết năm 2016, ...; Tuy nhiên, so với ...
_COMPARING = re.compile(r"(?:[^\W\d_]+(?: [^\W\d_]+){0,2},? )?so (?:với|sánh)(?!\w)")
# The words that a comparison ends with, up to a verb or a conjunction.
_COMPARED_WORDS = re.compile(
    r"[ ]?(?:với[ ])?((?:(?!(?:và|tăng|giảm|nhưng|đạt|trong|nên|vì|khi|thì)[ ])[^\W\d_]+[ ]?){1,6})"
)
# What a multiple is of: gấp 2 lần ngày thường.
_MULTIPLE_OF = re.compile(
    r"[ ](?!(?:so|cùng|trong|và|vào|theo|khi|để|ở|tại|thì|nhưng|là|do|sau|từ|năm|vì|lên|nữa|như|mà|thu|số|cho|kể)[ ])"
    r"([^\W\d_]+(?:[ ][^\W\d_]+){0,4}?)"
    r"(?=[ ]?(?:[,.;:)\n]|$)|[ ](?:và|nhưng|trong|với|khi|ở|tại|do|vì|để|nên)[ ])"
)
_YEAR_LENGTH = len("2021")
_MONTH = re.compile(r"[\dX]{4}-[\dX]{2}")
# A date without gaps: two of them that are the same are one time.
_YEAR_BEFORE = re.compile(r"[ ]so(?: với)? năm trước(?!\w| đó)")
_IS_KNOWN = re.compile(r"\d[^X]+")
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
        self._no_turns = {
            (date.start, date.end)
            for date, compared, governs in zip(self._dates, self._compared, self._governs, strict=True)
            if compared or governs
        }
        self._published = (published or "")[:10]
        self._continuations: list[str | None] = []
        self._headings: dict[int, str | None] = {}

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
            if draft.period == draft.baseline and _IS_KNOWN.fullmatch(draft.period or ""):
                self._part(draft)
            if draft.period and draft.period[:4].isdigit() and draft.period[:4] > self._published[:4] > "":
                draft.planned = True

    def _part(self, draft: Draft) -> None:
        """Tells apart a period and a baseline that are the same: `năm trước` is the year before the period.

        What stands in brackets behind the date of a comparison is of that date: cao hơn cùng kỳ (5,48%).
        """
        earlier = _YEAR_BEFORE.match(self._scene.text.folded, draft.window.item.end)
        if draft.period and earlier and len(draft.period) == _YEAR_LENGTH:
            draft.baseline = str(int(draft.period) - 1)
        elif self._in_brackets(draft.window) or self._of_same_period(draft.window):
            draft.baseline = None
        else:
            draft.period = None

    def _complete(self, drafts: Sequence[Draft]) -> None:
        """Gives numbers without a period the one that a year before is compared with: ..., tăng 8% so với cùng kỳ.

        It holds for the whole sentence, and for those that go on with figures after it.
        """
        known: dict[tuple[int, int], str] = {}
        for date in self._dates:
            later = _year_later(date.value) if self._is_same_period(date) else None
            if later:
                known.setdefault(self._scene.sentence(date.start), later)
        if not known:
            return
        for draft in drafts:
            window = draft.window
            later = known.get(window.sentence)
            if later is None and self._last(window.sentence[0], window.item.start) is None:
                before = self._goes_on(window)
                later = before and known.get(before.sentence)
            if later and draft.period is None and not self._dated_later(window):
                draft.period = known[window.sentence] = later

    def _dated_later(self, window: Window) -> bool:
        """Whether the sentence gives a period of its own behind the number: xã có 4.120 hộ, năm nay tiếp nhận ..."""
        for index in range(bisect_left(self._starts, window.item.end), len(self._starts)):
            if self._starts[index] >= window.sentence[1]:
                return False
            if self._governs[index] and not self._is_same_period(self._dates[index]):
                return True
        return False

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
            return not (_HEAD.search(folded, max(date.start - 20, 0), date.start) and _SAID_OF.match(folded, date.end))
        compared = _COMPARED.search(folded, max(date.start - 60, 0), date.start)
        if is_yardstick(folded, date.start):
            return False
        return compared is not None and not (folded[date.start - 1] == "(" and folded[date.end : date.end + 1] == " ")

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
        since = self._is_start(date)
        if date.type == "TIME" and (since or "/" in date.value):
            return False
        if _DAY_VALUE.match(date.value):  # a day, or a time of it
            if since and not _FROM_HEAD.search(before):
                return False
            if ":" in date.value and _COUNTED_AT.search(before) and _ITS_COUNT.match(folded, date.end):
                return True
            return _AS_OF.search(before) is not None or folded.startswith(("đến", "tính đến", "hết"), date.start)
        if since and "/" not in date.value and not _UNTIL.match(folded, date.end):
            return _YEAR_TO_DATE.search(folded, max(date.start - 4, 0), date.end) is not None
        if _HAPPENED.search(before) or is_yardstick(folded, date.start):
            return False
        return not (folded.startswith(_TITLED, date.start) and _EVENT.search(before))

    def _period(self, window: Window) -> str | None:
        """The period of a number.

        1. where a change starts, and for what is exceeded, only a date right behind: từ 35 đơn vị cuối năm 2024 còn 21
        2. none for a capacity
        3. a date that adjoins it; else the day of what happened then, or the nearest before it that governs
        4. a date not far behind
        5. that of the sentence before, when this one goes on with figures
        6. that of the heading of the list it stands in
        """
        start, item = window.sentence[0], window.item
        after = self._right_after(window)
        if self._scene.starts_change(window) or self._is_measured_against(window):  # 1
            return after or self._of_same_period(window)
        if (compared := self._in_brackets(window)) is not None:
            return compared
        if _is_capacity(item.unit):  # 2
            return None
        if after and self._adjoins(window):  # 3
            return after
        before = self._day_of_event(window) or self._last(start, item.start)
        return before or after or self._continuations[window.place] or self._heading(window.paragraph[0])  # 4, 5, 6

    def _heading(self, line: int) -> str | None:
        """The period of the line with a colon over the list that the line is of: Mục tiêu năm 2023:⏎- Trồng 5 ha."""
        folded, period = self._scene.text.folded, None
        passed: list[int] = []
        while line not in self._headings and len(passed) < _LONGEST_LIST:
            passed.append(line)
            end = line
            while end and line - end < _LINES_APART and folded[end - 1] in "\n ":
                end -= 1
            start, closing = folded.rfind("\n", 0, end) + 1, folded[end - 1 : end]
            if closing not in ":;" and not (_BULLET.match(folded, line) and _BULLET.match(folded, start)):
                break
            if closing == ":" and (period := self._last(start, end)):
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
        index, start = bisect_left(self._starts, window.item.start) - 1, window.item.start
        if index < 0 or self._dates[index].start < window.sentence[0] or not self._is_bare(index):
            return None
        folded, date = self._scene.text.folded, self._dates[index]
        if start - date.end > _DEED_REACH or is_issue(folded, date.start):  # 1
            return None
        heads = self._is_sentence(date.start) or _HEAD_OF_DAY.search(folded, max(date.start - 12, 0), date.start)
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
        start = window.item.start
        verbs = [end for role, _, end in self._scene.roles(date.end, start) if role in leading]
        return bool(verbs) and _LEADS.fullmatch(self._scene.text.folded, verbs[-1], start) is not None

    def _is_sentence(self, start: int) -> bool:
        """Whether a date starts a sentence, by its capital: the stop before it may be lost."""
        return self._scene.text.cased[start].isupper()

    def _is_bare(self, index: int) -> bool:
        """Whether a date is a day, or a time of it, that neither governs nor is compared with."""
        date = self._dates[index]
        if self._governs[index] or self._compared[index] or self._is_start(date):
            return False
        return date.value[-1] != "X" and _DAY_VALUE.match(date.value) is not None

    def _of_same_period(self, window: Window) -> str | None:
        """The date of what a number was the year before: thấp hơn mức 5,5% của cùng kỳ năm trước."""
        of = _OF_SAME_PERIOD.match(self._scene.text.folded, window.item.end)
        index = bisect_left(self._starts, window.item.end)
        return self._dates[index].value if of and index < len(self._dates) else None

    def _adjoins(self, window: Window) -> bool:
        """Whether a date stands right behind the number: mục tiêu 6,7% cả năm."""
        index = bisect_left(self._starts, window.item.end)
        return index < len(self._starts) and self._starts[index] == window.item.end + 1

    def _is_measured_against(self, window: Window) -> bool:
        return _BENCHMARK.search(self._scene.text.folded, window.left, window.item.start) is not None

    def _in_brackets(self, window: Window) -> str | None:
        """The date right before the brackets that the number starts: từ năm 2018 (bằng 64,7% GDP); cùng kỳ (5,48%).

        Behind a date that is compared with, the number alone is that of the date.
        """
        index = bisect_left(self._starts, window.item.start) - 1
        if index < 0:
            return None
        date, folded, end = self._dates[index], self._scene.text.folded, window.item.end
        lead = _BRACKET.match(folded, date.end, window.item.start)
        if lead is None or lead.end() != window.item.start or date.start < window.sentence[0]:
            return None
        alone = lead["verb"] is None and folded.startswith(")", end)
        return date.value if alone or not self._compared[index] else None

    def _right_after(self, window: Window) -> str | None:
        end = window.item.end
        first = bisect_left(self._starts, end)
        if first == len(self._dates) or not self._governs[first]:
            return None
        start = self._dates[first].start
        if start >= min(window.right, end + _AFTER_REACH) or self._is_sentence(start):
            return None
        between = self._scene.text.folded[end:start]
        if between == " (" and self._scene.text.folded.startswith(")", self._dates[first].end):
            return self._dates[first].value
        return None if any(mark in between for mark in ",;:(") or _ANOTHER.search(between) else self._dates[first].value

    def _continued(self, window: Window) -> str | None:
        """The period of the numbers in the sentence before, or the one that it announces: ... năm 2019. Theo đó, ..."""
        before = self._goes_on(window)
        if before is None:
            return self._announced(window)
        period = self._last(before.sentence[0], before.item.start) or self._continuations[before.place]
        if period is None or not self._carries(period, window):
            return None
        return period if window.item.kind != "count" or self._is_of_the_report(window, before) else None

    def _is_of_the_report(self, window: Window, before: Window) -> bool:
        """Whether a sentence of counts goes on with the figures of the one before.

        It does not where it tells what is had at all times: nothing of the same things, of a whole, or of a deed.
        """
        folded, first = self._scene.text.folded, self._scene.first_of_sentence(window)
        start, end = window.sentence[0], first.item.start
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
        """The only period of a report without figures that this sentence, by its first word, goes on with."""
        folded, start = self._scene.text.folded, window.sentence[0]
        if not _GOING_ON.match(folded, start) or self._turns_time(start, window.item.start):
            return None
        begin = max(self._scene.sentence(start - 1)[0], window.paragraph[0]) if start else 0
        before = self._scene.before(start)
        if (before is not None and before.item.end > begin) or not _REPORT.search(folded, begin, start):
            return None
        told = range(bisect_left(self._starts, begin), bisect_left(self._starts, start))
        return self._last(begin, start) if sum(self._governs[index] for index in told) == 1 else None

    def _carries(self, period: str, window: Window) -> bool:
        """Whether a period reaches into the sentence behind its own.

        The hour of a count does not; a span of time does for sums, shares and parts. A school year is none: 2021/2022.
        """
        season = _SEASON.match(period)
        if "/" in period and not (season and int(season[2]) == int(season[1]) + 1):
            parts = _PARTS.match(self._scene.text.folded, window.sentence[0])
            return window.item.kind in {"money", "percent"} or parts is not None
        return ":" not in period

    def _goes_on(self, window: Window) -> Window | None:
        """The last number above in the paragraph, when this sentence goes on with figures at once, or with goals.

        Another date between them ends what held before.
        """
        start = window.sentence[0]
        first = self._scene.first_of_sentence(window)
        reach = _COUNT_REACH if window.item.kind == "count" else _FIGURE_REACH
        if first.place == 0 or _RATE.search(window.item.unit):
            return None
        before = self._scene.windows[first.place - 1]
        far = first.item.start - start
        near = far <= reach or (first.item.kind == "count" and self._is_of_the_same(first, before))
        if far > _GOAL_REACH or not (near or (self._is_goal(window) and self._is_goal(before))):
            return None
        if before.paragraph != window.paragraph or self._scene.dates_within(before.sentence[1], start):
            return None
        if self._scene.sentences_between(before.sentence[1], start) > _SENTENCES_BETWEEN:
            return None
        folded = self._scene.text.folded
        if _TELLING.match(folded, start) or _NOW.search(folded, start, window.item.start):
            return None
        return None if self._turns_time(start, window.item.start) else before

    def _turns_time(self, start: int, end: int) -> bool:
        """Whether the head of a sentence leaves the time of the one before: Mỗi năm, ...; Sau 5 năm, ...; Hôm sau, ...

        A comparison and "6 tháng qua", which is the time of the report, do not.
        """
        return any(
            span not in self._no_turns and not self._scene.text.folded.endswith("tháng qua", *span)
            for span in self._scene.dates_within(start, end)
            if span[0] - start < _HEAD_REACH
        )

    def _is_goal(self, window: Window) -> bool:
        return any(role == "planned" for role, _, _ in self._scene.roles(window.sentence[0], window.item.start))

    def _last(self, start: int, end: int) -> str | None:
        """The last date within `start:end` that governs what stands at `end`.

        Two dates with `từ ... đến` are one span.
        """
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            date = self._dates[index]
            if date.start < start:
                return None
            if date.end > end or self._is_owned(index, end) or self._is_aside(date, end):
                continue
            if self._governs[index]:
                return self._span(index)
        return None

    def _is_aside(self, date: Date, end: int) -> bool:
        """Whether a date is of what a bracket tells that is closed before `end`."""
        folded = self._scene.text.folded
        closing = folded.find(")", date.end, min(end, date.end + _ASIDE_REACH))
        if closing < 0 or "(" in folded[date.end : closing]:
            return False
        aside = _ASIDE.search(folded, max(date.start - _ASIDE_REACH, 0), date.start)
        return aside is not None and (aside["told"] is not None or folded[date.end : closing].strip() != "")

    def _span(self, index: int) -> str:
        """The value of a date, joined with those it closes: từ ngày 1/7 đến 31/8; năm 2022, 2023; quý I và II."""
        date, before = self._dates[index], self._dates[index - 1] if index else None
        if before is None or "/" in date.value or "/" in before.value:
            return date.value
        first = date.value
        if self._between(index) in {"đến", "-", "tới"} and self._is_start(before):
            first = before.value
            if _MONTH.fullmatch(date.value) and "đầu năm" in self._scene.text.folded[before.start : before.end]:
                first += "-01"
        elif not _DAY_VALUE.match(date.value):
            while index and self._between(index) in {",", "và"}:
                index -= 1
                first = self._dates[index].value
        fits = (first[0] == "X") == (date.value[0] == "X") and first < date.value
        return f"{first}/{date.value}" if fits else date.value

    def _between(self, index: int) -> str:
        """The words between a date and the one before it."""
        return self._scene.text.folded[self._dates[index - 1].end : self._dates[index].start].strip()

    def _is_owned(self, index: int, end: int) -> bool:
        """Whether a date is that of the number right before it alone: 16 vụ năm 2020 và 12 vụ năm 2021."""
        date, folded = self._dates[index], self._scene.text.folded
        window = self._scene.before(date.start)
        if window is None or window.sentence[0] > date.start or self._right_after(window) != date.value:
            return False
        return self._scene.starts_change(window) or _OF_THE_SAME.match(folded, date.end, end) is None

    def _baseline(self, draft: Draft) -> str | None:
        """What a number is compared with: a date, or the words.

        1. the date of a comparison before the next number: tăng 5% so với năm 2010
        2. the words right after `so với`
        3. what a number is a multiple of: gấp 2 lần ngày thường
        4. of a change, the date of a comparison before it, or at the head of its sentence: so với năm 2010 tăng 5%
        """
        window = draft.window
        folded, end = self._scene.text.folded, window.item.end
        changes = draft.relation in _CHANGES
        multiple = changes and window.item.kind == "multiple" and self._scene.is_multiple(window)
        limit = min(window.right, end + 80)
        for index in range(bisect_left(self._starts, end), len(self._dates)):  # 1
            date = self._dates[index]
            if date.start >= limit:
                break
            if self._compared[index] and self._leads_on(date, window):
                break
            if self._compared[index] or (multiple and date.start == end + 1):
                return date.value
        for role, start, behind in self._scene.roles(end, window.right):  # 2
            if role != "compare" or folded[end:start].strip(" )(") not in {"", "/"}:
                continue
            if words := _COMPARED_WORDS.match(folded, behind, window.right):
                return self._scene.text.raw[words.start(1) : words.end(1)].strip().removesuffix(" của")
        if multiple and (words := _MULTIPLE_OF.match(folded, end, window.right)):  # 3
            return self._scene.text.raw[words.start(1) : words.end(1)]
        return self._compared_before(window) if changes else None  # 4

    def _leads_on(self, date: Date, window: Window) -> bool:
        """Whether a comparison behind a number is of the next one: tăng 5%; so với năm 2010 tăng 8%."""
        folded = self._scene.text.folded
        between, behind = folded[window.item.end : date.start], folded[date.end : window.right]
        if ";" in between:
            return True
        changes = any(role in _CHANGES for role, _, _ in self._scene.roles(date.end, window.right))
        leads = changes and window.right < window.sentence[1]
        return "," in between and leads and not any(mark in behind for mark in ",;(")

    def _compared_before(self, window: Window) -> str | None:
        """The date of the comparison that leads to a change, or that heads its sentence."""
        (start, _), folded, end = window.sentence, self._scene.text.folded, window.item.start
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end) - 1
        if last < first:
            return None
        date = self._dates[last]
        near = date.end > window.left and not any(mark in folded[date.end : end] for mark in ",;(")
        if near and self._compared[last]:
            return date.value
        heads = self._compared[first] and _COMPARING.match(folded, start, self._starts[first])
        return self._dates[first].value if heads else None


def _share_baselines(drafts: Sequence[Draft]) -> None:
    """Gives the numbers of a list the baseline behind its last one, and later changes that of an earlier one."""
    for draft, after in reversed(list(pairwise(drafts))):
        if after.listed and draft.baseline is None:
            draft.baseline = after.baseline
    for draft, after in pairwise(drafts):
        same = after.window.sentence == draft.window.sentence and after.relation in _CHANGES
        same = same and after.period == draft.period
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
