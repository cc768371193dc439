"""What the dates of a page are to its numbers: which govern what stands behind them, which are compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.article import Date
from extractor.gazetteer import whole_words
from extractor.resolve.indicator_scene import Scene, Window
from extractor.resolve.stories import is_issue, is_yardstick

# The value of a day, or of a time of it.
_DAY_VALUE = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)(?!/)|.*T(?!.*/)")
_COMPARED = re.compile(
    r"(?:so(?: sánh)?(?: với)?|hơn|kém|bằng|với)(?: mức)?(?: của| tại)?"
    r"(?: thời điểm| hồi| cuối| đầu| tháng| cùng kỳ| tết| mùa| vụ| trung bình| bình quân)?[ (]{0,2}$"
    r"|(?<!\w)so với [^\d,;:.()\n]{0,45}[ ]$"
    r"|(?<!\w)(?:vượt|mốc|kỷ lục|gấp|bằng)[^\d,;:.]{0,25}[ ]$|\d[ ]lần[ ][^\d,;:.]{0,45}[ ]$"
    r"|(?<!\w)(?:gấp|bằng|cao|lớn|nhiều)(?:[ ][^\W\d_]+){0,2}[ ]\d[\d,.-]*[ ]lần[ ]$"
)
# What such words begin with; most dates have none of it before them. A count of times stands right before `lần`.
_COMPARING = re.compile("so|hơn|kém|bằng|với|vượt|mốc|kỷ lục|gấp|cao|lớn|nhiều|lần")
_TIMES_BEFORE = len("2 ")
_AS_OF = re.compile(
    r"(?<!\w)(?:(?:đến|tới|hết|cuối|trước|vào lúc|từ|tại)(?: hết| cuối)?|phiên(?: giao dịch)?"
    r"|thời điểm(?: [^\W\d_]+){0,2}[ ]?\(?)[ ]?$"
)
# A sentence that begins where the stop before it is lost: giá 5 tỷ đồng Vào năm 2016, ...
_NEW_SENTENCE = re.compile(r"[ ](?:Vào|Trong|Đến|Tính|Từ|Sau|Trước|Hết)[ ]")
_DEADLINE = re.compile(whole_words("trước") + "(?: ngày| tháng)?[ ]$")
# The start of what goes on: từ năm 2020 đến nay. A day may start a stock (từ 1/7, cả nước có 28 tỉnh), a year does not.
_SINCE = re.compile(whole_words("từ") + "[ ](?:đầu |cuối |giữa )?$")
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
# What starts another clause behind a number.
_ANOTHER = re.compile(whole_words("sẽ", "để", "và", "còn(?! lại)", "nhưng", "thì", "trong khi"))
_EVENT = re.compile(
    r"(?:đại hội|hội nghị|kỳ họp|đại biểu|khóa|chủ tịch|bí thư|ủy viên|ban chấp hành|"
    r"nghị quyết|chương trình|đề án|kế hoạch|quyết định)[^.;\d]{0,40}[ ,(]$"
)
# What happened then; the number behind it is of the thing: khởi công tháng 10/2011 với tổng mức đầu tư 5 tỷ đồng.
_HAPPENED = re.compile(
    whole_words(
        "khởi công", "khánh thành", "thành lập", "ra đời", "ban hành", "nghỉ hưu", "đi vào hoạt động", "thường niên",
        "đhđcđ", "phê duyệt", "xây", "thông xe", "khai trương", "tái lập", "sáp nhập", "hợp nhất", "chia tách", "sinh",
        "sn", "nhập ngũ", "xuất ngũ", "vào đảng",
    ) + "(?: từ| vào| trong)?[ ]$"
)  # fmt: skip
_TITLED = ("nhiệm kỳ", "giai đoạn", "khóa")
# A date that a bracket tells with what happened then, 1 máy (bàn giao tháng 12/2014); alone it governs: kỳ này (2015).
_ASIDE = re.compile(
    r"\((?:(?:từ|đến|tới|tại|trong|vào|tính|hết|ngày|tháng|quý|năm|kỳ|cuối|đầu|giữa|giai đoạn|nhiệm kỳ|năm học"
    r"|niên vụ|thời điểm)[ ])*"
    r"(?P<told>[^()\d\n]+)?$"
)
_ASIDE_REACH = 60
_AFTER_REACH = 30
# A clock time that heads a clause with its figure: đến 9 giờ đạt 41,3%; 12 giờ trưa 78,65%; lúc 19 giờ là 99%.
_COUNTED_AT = re.compile(r"(?:[;,][ ]|(?<!\w)lúc[ ])$")
_ITS_COUNT = re.compile(r"[ ](?:(?:trưa|chiều|tối)[ ])?(?:(?:là|đạt|có|còn)[ ])?(?:(?:hơn|gần|trên|khoảng)[ ])?\d")
# What is said to happen to a change that a sentence has dated: 16 vụ năm 2020, tăng 3 vụ.
_OF_THE_SAME = re.compile(r"[ ]?[,(;]?[ ]?(?:tăng|giảm|chiếm|bằng|đạt|vượt|gấp|cao|thấp|tương|trong đó|gồm)(?!\w)")
_OF_SAME_PERIOD = re.compile(r"[ ]của (?=cùng kỳ)")
_YEAR_TO_DATE = re.compile(r"đầu (?:năm|nhiệm kỳ)")
_MONTH = re.compile(r"[\dX]{4}-[\dX]{2}")


class Dates:
    """The dates and times of a page, in order.

    A year, quarter, month or span governs the numbers after it until another one; a bare day is that of an event and
    governs only as `đến ngày ...`. A date after `so với` is compared with.
    """

    def __init__(self, scene: Scene, dates: Sequence[Date]) -> None:
        self._scene = scene
        self.all = [date for date in dates if date.type in {"DATE", "TIME"}]
        self.starts = [date.start for date in self.all]
        # Only the dates near quantities are asked for.
        self._compared: list[bool | None] = [None] * len(self.all)
        self._governs: list[bool | None] = [None] * len(self.all)

    def compared(self, index: int) -> bool:
        """Whether a date is compared with."""
        known = self._compared[index]
        if known is None:
            known = self._compared[index] = self._is_compared(self.all[index])
        return known

    def governs(self, index: int) -> bool:
        """Whether a date holds for the numbers after it."""
        known = self._governs[index]
        if known is None:
            known = self._governs[index] = not self.compared(index) and self._is_period(self.all[index])
        return known

    def is_told(self, start: int, end: int) -> bool:
        """Whether a date at `start:end` governs or is compared with."""
        index = bisect_left(self.starts, start)
        known = index < len(self.all) and (self.all[index].start, self.all[index].end) == (start, end)
        return known and (self.compared(index) or self.governs(index))

    def _is_compared(self, date: Date) -> bool:
        folded = self._scene.folded
        if "cùng kỳ" in folded[date.start : date.end]:
            return not (_HEAD.search(folded, max(date.start - 20, 0), date.start) and _SAID_OF.match(folded, date.end))
        begin = max(date.start - 60, 0)
        word = _COMPARING.search(folded, begin, date.start)
        if word is None or not _COMPARED.search(folded, max(word.start() - _TIMES_BEFORE, begin), date.start):
            return False
        if is_yardstick(folded, date.start):
            return False
        return not (folded[date.start - 1] == "(" and folded[date.end : date.end + 1] == " ")

    def is_start(self, date: Date) -> bool:
        """Whether `từ` stands before a date, or in it."""
        folded = self._scene.folded
        return (
            folded.startswith("từ ", date.start)
            or _SINCE.search(folded, max(date.start - 12, 0), date.start) is not None
        )

    def _is_period(self, date: Date) -> bool:
        folded = self._scene.folded
        before = folded[max(date.start - 60, 0) : date.start].rpartition("\n")[2]
        since = self.is_start(date)
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

    def is_bare(self, index: int) -> bool:
        """Whether a date is a day, or a time of it, that neither governs nor is compared with."""
        date = self.all[index]
        if self.governs(index) or self.compared(index) or self.is_start(date):
            return False
        return date.value[-1] != "X" and _DAY_VALUE.match(date.value) is not None

    def last(self, start: int, end: int) -> str | None:
        """The last date within `start:end` that governs what stands at `end`.

        Two dates with `từ ... đến` are one span.
        """
        for index in range(bisect_left(self.starts, end) - 1, -1, -1):
            date = self.all[index]
            if date.start < start:
                return None
            if date.end > end or not self.governs(index):
                continue
            if not (self._is_owned(index, end) or self._is_aside(date, end) or self._is_closed_deadline(date, end)):
                return self._span(index)
        return None

    def _is_aside(self, date: Date, end: int) -> bool:
        """Whether a date is of what a bracket tells that is closed before `end`, or says another one again.

        1 máy (bàn giao tháng 12/2014); năm 2015 (từ 01/10/2014 đến 30/9/2015).
        """
        folded = self._scene.folded
        closing = folded.find(")", date.end, min(end, date.end + _ASIDE_REACH))
        if closing < 0 or "(" in folded[date.end : closing]:
            return False
        opening = folded.rfind("(", max(date.start - _ASIDE_REACH, 0), date.start)
        said = bisect_left(self.starts, opening) - 1
        if opening > 0 and said >= 0 and self.all[said].end == opening - 1 and self.governs(said):
            return True
        aside = _ASIDE.search(folded, max(date.start - _ASIDE_REACH, 0), date.start)
        return aside is not None and (aside["told"] is not None or folded[date.end : closing].strip() != "")

    def _is_closed_deadline(self, date: Date, end: int) -> bool:
        """Whether a date is a deadline of a clause that has ended: trước ngày 25/5 trồng xong 5 ha; mở 2 lớp."""
        folded = self._scene.folded
        ended = folded.find(";", date.end, end) >= 0
        return ended and _DEADLINE.search(folded, max(date.start - 12, 0), date.start) is not None

    def _span(self, index: int) -> str:
        """The value of a date, joined with those it closes: từ ngày 1/7 đến 31/8; năm 2022, 2023; quý I và II."""
        date, before = self.all[index], self.all[index - 1] if index else None
        if before is None or "/" in date.value or "/" in before.value:
            return date.value
        first = date.value
        if self._between(index) in {"đến", "-", "tới"} and self.is_start(before):
            first = before.value
            if _MONTH.fullmatch(date.value) and "đầu năm" in self._scene.folded[before.start : before.end]:
                first += "-01"
        elif not _DAY_VALUE.match(date.value):
            while index and self._between(index) in {",", "và"}:
                index -= 1
                first = self.all[index].value
        fits = (first[0] == "X") == (date.value[0] == "X") and first < date.value
        return f"{first}/{date.value}" if fits else date.value

    def _between(self, index: int) -> str:
        """The words between a date and the one before it."""
        return self._scene.folded[self.all[index - 1].end : self.all[index].start].strip()

    def _is_owned(self, index: int, end: int) -> bool:
        """Whether a date is that of the number right before it alone: 16 vụ năm 2020 và 12 vụ năm 2021."""
        date, folded = self.all[index], self._scene.folded
        window = self._scene.before(date.start)
        if window is None or window.sentence[0] > date.start or self.right_after(window) != date.value:
            return False
        return self._scene.starts_change(window) or _OF_THE_SAME.match(folded, date.end, end) is None

    def right_after(self, window: Window) -> str | None:
        """The date that closes the clause of a number: thu 5 tỷ đồng trong năm 2020; 12 triệu đồng (năm 2010)."""
        end = window.end
        first = bisect_left(self.starts, end)
        if first == len(self.all):
            return None
        start = self.all[first].start
        if start >= min(window.right, end + _AFTER_REACH) or not self.governs(first) or self.starts_sentence(start):
            return None
        if _NEW_SENTENCE.match(self._scene.cased, end):
            return None
        between = self._scene.folded[end:start]
        if between == " (" and self._scene.folded.startswith(")", self.all[first].end):
            return self.all[first].value
        return None if any(mark in between for mark in ",;:(") or _ANOTHER.search(between) else self.all[first].value

    def in_brackets(self, window: Window) -> str | None:
        """The date right before the brackets that the number starts: từ năm 2018 (bằng 64,7% GDP); cùng kỳ (5,48%).

        Behind a date that is compared with, the number alone is that of the date.
        """
        index = bisect_left(self.starts, window.start) - 1
        if index < 0:
            return None
        date, folded, end = self.all[index], self._scene.folded, window.end
        lead = _BRACKET.match(folded, date.end, window.start)
        if lead is None or lead.end() != window.start or date.start < window.sentence[0]:
            return None
        if is_issue(folded, date.start):
            return None
        alone = lead["verb"] is None and folded.startswith(")", end)
        return date.value if alone or not self.compared(index) else None

    def of_same_period(self, window: Window) -> str | None:
        """The date of what a number was the year before: thấp hơn mức 5,5% của cùng kỳ năm trước."""
        of = _OF_SAME_PERIOD.match(self._scene.folded, window.end)
        index = bisect_left(self.starts, window.end)
        return self.all[index].value if of and index < len(self.all) else None

    def adjoins(self, window: Window) -> bool:
        """Whether a date stands right behind the number: mục tiêu 6,7% cả năm."""
        index = bisect_left(self.starts, window.end)
        return index < len(self.starts) and self.starts[index] == window.end + 1

    def starts_sentence(self, start: int) -> bool:
        """Whether a date starts a sentence, by its capital: the stop before it may be lost."""
        return self._scene.cased[start].isupper()
