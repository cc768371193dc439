"""Where each number stands: its sentence, the words before and after it, the cues among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from extractor.recognise.indicators import FoundIndicator
from extractor.scan import Hit
from extractor.text import Text

# A sentence ends at a line end, or at a full stop before a blank and a capital (or a quote, a dash, a digit).
_STOP = re.compile(r"[.!?…]+[\"')\]]*[ ]+|\n")
_LISTED = re.compile(r"[\w\s&/-]{0,30}(?:,|[ ]và|,[ ]và|[ ]hoặc)[ ](?:hơn[ ]|gần[ ]|trên[ ]|khoảng[ ])?")
_WORDS = re.compile(r"[^\W\d_]+(?:[/-][^\W\d_]+)*")
_YARDSTICK_STOP = frozenset(
    "và đạt tăng giảm bằng so trong là được cao thấp nhưng song thì vượt còn do nên với để mà vốn đề tại theo".split()
)
_COUNT_AFTER = re.compile(
    r"[ ](?:tổng |trong tổng |trên tổng )?(?:số )?(?!so |và |kế |trong |là |trên |tại |so$|cùng |với |mỗi |một |lên |xuống |đến |năm |do |từ |để |cho |theo |vào |thì |mức |được |của |nhưng |chỉ |vẫn |khi |như |hoặc |sau |cả |nếu )[^\W\d_]"
)
_YARDSTICK_LENGTH = 7


class Window(NamedTuple):
    """A quantity between its neighbours: `left` to its start, its end to `right`, within `sentence`."""

    item: FoundIndicator
    index: int
    left: int
    right: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]


@dataclass(slots=True)
class Draft:
    """An indicator as far as it is read; `listed` when it only continues the one before it."""

    window: Window
    relation: Literal["level", "increase", "decrease", "share", "attainment"] = "level"
    planned: bool = False
    of: str | None = None
    area: str | None = None
    bound: Literal[">", "<", "~"] | None = None
    period: str | None = None
    baseline: str | None = None
    listed: bool = False

    def same_kind(self, other: Draft) -> bool:
        return self.window.item.kind == other.window.item.kind


class Scene:
    """The page's text with its quantities, each in its window, and the cues between them."""

    def __init__(self, text: Text, found: Sequence[FoundIndicator], cues: Sequence[Hit[Any]]) -> None:
        self.text = text
        self._cues = cues
        self._starts = [cue.start for cue in cues]
        self._stops = _stops(text)
        self._lines = [match.start() for match in re.finditer("\n", text.folded)]
        self.windows = self._windows(found)

    def _windows(self, found: Sequence[FoundIndicator]) -> list[Window]:
        windows = []
        for index, item in enumerate(found):
            start, end = self.sentence(item.start)
            left, right = start, end
            if index and found[index - 1].end > start:
                left = found[index - 1].end
            if index + 1 < len(found) and found[index + 1].start < end:
                right = found[index + 1].start
            windows.append(Window(item, index, left, right, (start, end), self.paragraph(item.start)))
        return windows

    def sentence(self, position: int) -> tuple[int, int]:
        """The bounds of the sentence around `position`."""
        index = bisect_right(self._stops, position)
        return (
            self._stops[index - 1] if index else 0,
            self._stops[index] if index < len(self._stops) else len(self.text),
        )

    def paragraph(self, position: int) -> tuple[int, int]:
        """The bounds of the line around `position`."""
        index = bisect_left(self._lines, position)
        return (
            self._lines[index - 1] + 1 if index else 0,
            self._lines[index] if index < len(self._lines) else len(self.text),
        )

    def roles(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """The cues within `start:end`, in order: role, start, end."""
        first = bisect_left(self._starts, start)
        found = []
        for cue in self._cues[first : bisect_left(self._starts, end)]:
            if cue.end <= end:
                found.append((cue.entry, cue.start, cue.end))
        return found

    def continues_list(self, window: Window) -> bool:
        """Whether nothing but a short modifier and a comma or `và` leads to the number."""
        between = self.text.folded[window.left : window.item.start]
        if not _LISTED.fullmatch(between):
            return False
        return not any(role in _SPEAKS for role, _, _ in self.roles(window.left, window.item.start))

    def yardstick(self, window: Window) -> str | None:
        """The plan that a percent is of, as the words after it name it: kế hoạch, dự toán HĐND tỉnh giao."""
        end = window.item.end
        hits = [hit for hit in self.roles(end, window.right) if hit[0] == "yardstick"]
        if not hits:
            return None
        start = hits[0][1]
        between = self.text.folded[end:start].strip()
        if between not in {"", "so với", "so", "của", "theo", "chỉ tiêu", "so với chỉ tiêu", "(", "tổng", "mức"}:
            return None
        words: list[tuple[int, int]] = []
        for word in _WORDS.finditer(self.text.folded, start, window.right):
            gap = self.text.folded[words[-1][1] : word.start()] if words else ""
            if gap.strip() or (words and word[0] in _YARDSTICK_STOP) or len(words) == _YARDSTICK_LENGTH:
                break
            words.append(word.span())
        return self.text.raw[start : words[-1][1]] if words else None

    def compared(self, window: Window) -> bool:
        """Whether a comparison follows the number before the next one."""
        return any(role in {"compare", "yardstick"} for role, _, _ in self.roles(window.item.end, window.right))

    def counts_after(self, window: Window) -> bool:
        """Whether a noun follows the percent: 93,3% đảng viên."""
        return _COUNT_AFTER.match(self.text.folded, window.item.end) is not None


_SPEAKS = frozenset({"increase", "decrease", "exceed", "share", "rate", "level", "attainment", "verb", "compare"})


def _stops(text: Text) -> list[int]:
    """Where sentences start, after the first."""
    folded, cased = text.folded, text.cased
    return [
        stop.end()
        for stop in _STOP.finditer(folded)
        if stop[0] == "\n" or not cased[stop.end() : stop.end() + 1].islower()
    ]
