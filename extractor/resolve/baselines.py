"""What a number is compared with: a date, or the words of a comparison."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractor.article import Date
from extractor.resolve.dated import Dates
from extractor.resolve.indicator_scene import CHANGES, Draft, Scene, Window

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
# The words of a change that is told again in brackets.
_SAID_AGAIN = 2


class Baselines:
    """Reads what numbers are compared with."""

    def __init__(self, scene: Scene, dates: Dates) -> None:
        self._scene, self._dates = scene, dates

    def of(self, draft: Draft) -> str | None:
        """What a number is compared with: a date, or the words.

        1. the date of a comparison before the next number: tăng 5% so với năm 2010
        2. the words right after `so với`
        3. what a number is a multiple of: gấp 2 lần ngày thường
        4. of a change, the date of a comparison before it, or at the head of its sentence: so với năm 2010 tăng 5%
        """
        window = draft.window
        folded, end = self._scene.folded, window.end
        changes = draft.relation in CHANGES
        multiple = changes and window.item.kind == "multiple" and self._scene.is_multiple(window)
        limit = min(window.right, end + 80)
        for index in range(bisect_left(self._dates.starts, end), len(self._dates.all)):  # 1
            date = self._dates.all[index]
            if date.start >= limit:
                break
            if self._dates.compared(index) and self._leads_on(date, window):
                break
            if self._dates.compared(index) or (multiple and date.start == end + 1):
                return date.value
        for role, start, behind in self._scene.trailing[window.place]:  # 2
            if role != "compare" or folded[end:start].strip(" )(") not in {"", "/"}:
                continue
            if words := _COMPARED_WORDS.match(folded, behind, window.right):
                return self._scene.raw[words.start(1) : words.end(1)].strip().removesuffix(" của")
        if multiple and (words := _MULTIPLE_OF.match(folded, end, window.right)):  # 3
            return self._scene.raw[words.start(1) : words.end(1)]
        return self._compared_before(window) if changes else None  # 4

    def _leads_on(self, date: Date, window: Window) -> bool:
        """Whether a comparison behind a number is of the next one: tăng 5%; so với năm 2010 tăng 8%."""
        folded = self._scene.folded
        between, behind = folded[window.end : date.start], folded[date.end : window.right]
        if ";" in between:
            return True
        changes = any(role in CHANGES for role, _, _ in self._scene.roles(date.end, window.right))
        leads = changes and window.right < window.sentence[1]
        return "," in between and leads and not any(mark in behind for mark in ",;(")

    def _compared_before(self, window: Window) -> str | None:
        """The date of the comparison that leads to a change, or that heads its sentence."""
        (start, _), folded, end = window.sentence, self._scene.folded, window.start
        first, last = bisect_left(self._dates.starts, start), bisect_left(self._dates.starts, end) - 1
        if last < first:
            return None
        date = self._dates.all[last]
        near = date.end > window.left and not any(mark in folded[date.end : end] for mark in ",;(")
        if near and self._dates.compared(last):
            return date.value
        heads = self._dates.compared(first) and _COMPARING.match(folded, start, self._dates.starts[first])
        return self._dates.all[first].value if heads else None


def share_baselines(drafts: Sequence[Draft], folded: str) -> None:
    """Gives the numbers of a list the baseline behind its last one, and later changes that of an earlier one.

    A change said again in brackets is compared with the same: tăng 312 tỷ đồng (tăng 6,1%) so với đầu năm.
    """
    pairs = list(pairwise(drafts))
    for draft, after in reversed(pairs):
        at_once = folded.startswith((" (", "("), draft.window.end)
        if draft.baseline is None and (after.listed or (at_once and _is_again(draft, after, folded))):
            draft.baseline = after.baseline
    for draft, after in pairs:
        same = after.window.sentence == draft.window.sentence and after.relation in CHANGES
        same = same and after.period == draft.period and draft.relation in CHANGES
        if same and after.baseline is None and (draft.same_kind(after) or _is_again(draft, after, folded)):
            after.baseline = draft.baseline


def _is_again(draft: Draft, after: Draft, folded: str) -> bool:
    """Whether a number in brackets tells the change before them once more: tăng 5 ha (tăng gần 6%)."""
    one, other = draft.of or "", after.of or ""
    same = one == other or (one and other and (one in other or other in one))
    if not same or draft.relation != after.relation or draft.relation not in CHANGES:
        return False
    before, bracket, inside = folded[draft.window.end : after.window.start].rpartition("(")
    alone = not any(mark in before for mark in ",;.\n")
    return bool(bracket) and alone and ")" not in inside and len(inside.split()) <= _SAID_AGAIN
