"""Where each number stands: its sentence, the words before and after it, the cues among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extractor.article import Date
from extractor.gazetteer import whole_words
from extractor.recognise.indicators import FoundIndicator
from extractor.recognise.units import Units
from extractor.resolve.phrase_words import PhraseWords
from extractor.scan import Vocabulary
from extractor.text import Text

# A sentence ends at a line end, or at a full stop before a blank and a capital (or a quote, a dash, a digit).
# What is blanked out of a page is a run of line ends, long and of one piece.
# The stop of a short form ends none: TP. Sông Mai.
_STOP = re.compile(r"[.!?…\n](?<!(?<!\w)tp[.])(?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"')\]]*[ ]+)")
_TURN = re.compile(whole_words("nhưng", "song", "tuy nhiên", "trong khi"))
_LIST_REACH = 45
_GOES_ON_REACH = 45
_LONGEST_SENTENCE = 2500
_MULTIPLIED = re.compile(r"(?<!\w)(?:gấp|bằng|cao|lớn|nhiều)(?:[ ][^\W\d_]+){0,2}[ ]$")
_WORDS = re.compile(r"[^\W\d_]+(?:[/-][^\W\d_]+)*")
_YARDSTICK_STOP = frozenset(
    "và đạt tăng giảm bằng so trong là được cao thấp nhưng song thì vượt còn do nên với để mà vốn đề tại theo".split()
)
_YARDSTICK_LENGTH = 7
_YEAR_NUMBER = re.compile(r"năm[ ]{1,3}\d")
_TO_LEVEL = frozenset({"lên", "xuống", "còn", "đến", "tới", "thành"})


Relation = Literal["level", "increase", "decrease", "share", "attainment"]
CHANGES = frozenset({"increase", "decrease"})
# A cue in the text: its role, start and end.
CueSpan = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A quantity at `start:end` between its neighbours: from `left` to it, from it to `right`, within `sentence`."""

    item: FoundIndicator
    place: int
    start: int
    end: int
    left: int
    right: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]


@dataclass(slots=True)
class Draft:
    """An indicator as far as it is read; `listed` when it only continues the one before it.

    `rate`: whether what it measures was called a rate
    """

    window: Window
    relation: Relation = "level"
    planned: bool = False
    of: str | None = None
    rate: bool = False
    area: str | None = None
    bound: Literal[">", "<", "~"] | None = None
    period: str | None = None
    baseline: str | None = None
    listed: bool = False

    def same_kind(self, other: Draft) -> bool:
        return self.window.item.kind == other.window.item.kind


class Scene:
    """The page's text with its quantities, each in its window, and the cues between them."""

    def __init__(
        self,
        text: Text,
        found: Sequence[FoundIndicator],
        *,
        cues: Vocabulary[Any],
        dates: Sequence[Date],
        sentences: Sequence[int],
        words: PhraseWords,
        units: Units,
    ) -> None:
        self.text = text
        self.raw, self.cased, self.folded = text.raw, text.cased, text.folded
        self.units = units
        self.words = words
        self._dates = [(date.start, date.end) for date in dates]
        self._date_starts = [date.start for date in dates]
        self._stops = sentences
        self._ends = [item.end for item in found]
        self.windows = self._windows(found)
        # Cues are asked for in sentences with quantities only.
        self._cues: list[CueSpan] = [
            (role, start, end)
            for sentence in dict.fromkeys(window.sentence for window in self.windows)
            for start, end, role in cues.find(text, *sentence)
        ]
        self._starts = [start for _, start, _ in self._cues]
        plans = [cue for cue in self._cues if cue[0] == "planned"]
        self._plan_starts = [start for _, start, _ in plans]
        self._plan_ends = [end for _, _, end in plans]
        # The cues before each quantity, back to the one before it, and those behind it.
        self.leading = [self.roles(window.left, window.start) for window in self.windows]
        self.trailing = [
            self.roles(window.end, window.right) if window.right == window.sentence[1] else following
            for window, following in zip(self.windows, [*self.leading[1:], []], strict=True)
        ]
        # The place of the first quantity of each sentence.
        self._firsts = {window.sentence: window.place for window in reversed(self.windows)}

    def _windows(self, found: Sequence[FoundIndicator]) -> list[Window]:
        windows: list[Window] = []
        sentence = paragraph = (0, 0)
        for place, item in enumerate(found):
            start, end = item.start, item.end
            if start >= sentence[1]:
                sentence = self.sentence(start)
            if start >= paragraph[1]:
                paragraph = self.paragraph(start)
            left, right = sentence
            if place:
                left = max(left, found[place - 1].end)
            if place + 1 < len(found):
                right = min(right, found[place + 1].start)
            windows.append(Window(item, place, start, end, left, right, sentence, paragraph))
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
        folded = self.folded
        end = folded.find("\n", position)
        return folded.rfind("\n", 0, position) + 1, end if end >= 0 else len(folded)

    def dates_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the dates within `start:end`."""
        first = bisect_left(self._date_starts, start)
        return [span for span in self._dates[first : bisect_left(self._date_starts, end, first)] if span[1] <= end]

    def sentences_between(self, end: int, start: int) -> int:
        """How many sentences stand between the end of one and the start of another."""
        return bisect_left(self._stops, start) - bisect_left(self._stops, end)

    def before(self, position: int) -> Window | None:
        """The last quantity that ends before `position`."""
        index = bisect_right(self._ends, position) - 1
        return self.windows[index] if index >= 0 else None

    def first_of_sentence(self, window: Window) -> Window:
        """The first quantity of the window's sentence."""
        return self.windows[self._firsts[window.sentence]]

    def of_sentence(self, window: Window) -> list[Window]:
        """The quantities of the window's sentence, up to it."""
        return self.windows[self._firsts[window.sentence] : window.place + 1]

    def goes_on(self, window: Window, reach: int = _GOES_ON_REACH) -> bool:
        """Whether the sentence goes on with figures where the one before it, with figures too, ended."""
        start = window.sentence[0]
        first = self.first_of_sentence(window)
        if first.place == 0 or first.start - start > reach:
            return False
        before = self.windows[first.place - 1]
        return before.sentence[1] == start and before.paragraph == window.paragraph

    def starts_change(self, window: Window) -> bool:
        """Whether the number is where a change starts: tăng từ 3 lên 5."""
        if window.right == window.sentence[1]:
            return False
        folded = self.folded
        if not folded[max(window.left, window.start - 12) : window.start].rstrip().endswith("từ"):
            return False
        after = folded[window.end : window.right].split()
        return not _TO_LEVEL.isdisjoint(after[-4:])

    def roles(self, start: int, end: int) -> list[CueSpan]:
        """The cues within `start:end`, in order."""
        first = bisect_left(self._starts, start)
        found = self._cues[first : bisect_left(self._starts, end, first)]
        if found and found[-1][2] > end:  # cues never overlap: only the last can reach over the end
            found.pop()
        return found

    def last_plan(self, start: int, end: int) -> int | None:
        """Where the last word of plans within `start:end` ends."""
        last = bisect_right(self._plan_ends, end) - 1
        return self._plan_ends[last] if last >= 0 and self._plan_starts[last] >= start else None

    def clause(self, window: Window) -> int:
        """Where the number's clause starts: its window, or behind the last `nhưng` in it."""
        start = window.left
        while turn := _TURN.search(self.folded, start, window.start):
            start = turn.end()
        return start

    def continues(self, window: Window, before: Window) -> bool:
        """Whether the number only goes on with the list of the one before: no word in between says anything new."""
        between = self.folded[window.left : window.start]
        if before.item.kind != window.item.kind:
            return between.strip() == "("
        if before.item.total is not None and window.item.kind == "count":
            return False
        return len(between) <= _LIST_REACH and ";" not in between and ":" not in between and between.strip() != ""

    def yardstick(self, window: Window) -> str | None:
        """The plan that a percent is of, as the words after it name it: kế hoạch, dự toán HĐND tỉnh giao."""
        end = window.end
        hits = [hit for hit in self.trailing[window.place] if hit[0] == "yardstick"]
        if not hits:
            return None
        start = hits[0][1]
        between = self.folded[end:start].strip()
        if between not in {"", "so với", "so", "của", "theo", "chỉ tiêu", "so với chỉ tiêu", "(", "tổng", "mức"}:
            return None
        words: list[tuple[int, int]] = []
        for word in _WORDS.finditer(self.folded, start, window.right):
            gap = self.folded[words[-1][1] : word.start()] if words else ""
            if gap.strip() or (words and word[0] in _YARDSTICK_STOP) or len(words) == _YARDSTICK_LENGTH:
                break
            words.append(word.span())
        if words and _YEAR_NUMBER.match(self.folded, words[-1][0]):  # dự toán tỉnh giao năm 2017
            words.pop()
        return self.raw[start : words[-1][1]] if words else None

    def is_multiple(self, window: Window) -> bool:
        """Whether `lần` multiplies (bằng 1,5 lần, gấp đến 3 lần) and does not count occasions."""
        before = self.folded[window.left : window.start]
        return _MULTIPLIED.search(before) is not None

    def compared(self, window: Window) -> bool:
        """Whether a comparison follows the number before the next one."""
        return any(role in {"compare", "yardstick"} for role, _, _ in self.trailing[window.place])


def sentence_of(starts: Sequence[int], position: int) -> int:
    """The place of the sentence around `position` among those that start at `starts`."""
    return bisect_right(starts, position)


def sentence_starts(text: Text) -> list[int]:
    """Where sentences start, after the first; one that never ends is cut."""
    folded, cased = text.folded, text.cased
    starts: list[int] = []
    last = 0
    for stop in _STOP.finditer(folded):
        start, end = stop.span()
        if folded[start] == "\n" or not cased[end : end + 1].islower():
            if end - last > _LONGEST_SENTENCE:
                starts += range(last + _LONGEST_SENTENCE, end, _LONGEST_SENTENCE)
            starts.append(end)
            last = end
    starts += range(last + _LONGEST_SENTENCE, len(folded), _LONGEST_SENTENCE)
    return starts
