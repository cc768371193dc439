"""Indicators read in their sentence: relation, bound, plan, period, baseline, what is measured and where.

Each number is read in the window between its neighbours: the words before it (back to the number before, or the start
of the sentence) and the words after it. A number that only continues a list takes what its neighbour says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractor.article import Date, Indicator
from extractor.page import Page
from extractor.patterns import Entry, Patterns
from extractor.recognise.indicators import FoundIndicator
from extractor.resolve.indicator_scene import Draft, Scene
from extractor.resolve.measured import measured, place_of
from extractor.resolve.periods import Periods
from extractor.scan import Vocabulary

Role = Literal[
    "increase", "decrease", "exceed", "share", "rate", "level", "attainment",
    ">", "<", "~", "planned", "compare", "yardstick", "verb", "as-of",
]  # fmt: skip


class RelationWord(Entry, frozen=True, kw_only=True):
    """Words around a number that have one role in reading it."""

    role: Role
    words: tuple[str, ...]


_CHANGES = frozenset({"increase", "decrease"})
_BOUND_REACH = 4
_TO_LEVEL = ("lên", "xuống", "còn", "đến", "tới", "thành")


class IndicatorResolver:
    """Completes quantities from their sentence and paragraph; made once, used for many pages."""

    def __init__(self, patterns: Patterns) -> None:
        words = patterns.entries("relations", RelationWord)
        self._cues = Vocabulary((word, entry.role) for entry in words for word in entry.words)

    def __call__(self, found: Sequence[FoundIndicator], page: Page, *, dates: Sequence[Date]) -> list[Indicator]:
        """The indicators of the record, in order of `found`."""
        if not found:
            return []
        scene = Scene(page.content, found, self._cues.find(page.content))
        periods = Periods(scene, dates, title=page.title, published=page.published)
        drafts: list[Draft] = []
        for index in range(len(found)):
            draft = Draft(scene.windows[index])
            before = drafts[-1] if drafts and drafts[-1].window.sentence == draft.window.sentence else None
            _read_relation(scene, draft, before)
            draft.bound = _bound(scene, draft)
            draft.of = measured(scene, draft, before)
            draft.area = place_of(scene, draft, before)
            drafts.append(draft)
        periods.attach(drafts)
        return [_row(draft, page) for draft in drafts]


def _row(draft: Draft, page: Page) -> Indicator:
    item = draft.window.item
    return Indicator(
        start=item.start,
        end=item.end,
        text=page.text.raw[item.start : item.end],
        value=item.value,
        low=item.low,
        high=item.high,
        total=item.total,
        unit=item.unit,
        relation=draft.relation,
        planned="yes" if draft.planned else None,
        of=draft.of,
        area=draft.area,
        bound=draft.bound,
        period=draft.period,
        baseline=draft.baseline,
        rule=item.rule,
    )


def _read_relation(scene: Scene, draft: Draft, before: Draft | None) -> None:
    """Sets the relation, and the yardstick of an attainment.

    1. a/b is a share
    2. nothing but a comma or `và` since a change of the same kind: the list goes on
    3. `gấp 1,5 lần`, a printed sign
    4. a percent of a plan: attainment, or a change when it exceeds it
    5. the last word before the number that says what it is; `tăng lên`, `giảm còn` lead to a level
    6. a percent of a noun, or in a list after `chiếm`, is a share
    """
    window, item = draft.window, draft.window.item
    left = scene.roles(window.left, item.start)
    draft.planned = any(role == "planned" for role, _, _ in scene.roles(window.sentence[0], item.start))
    if item.total is not None:  # 1
        draft.relation = "share"
        return
    if before and before.relation in _CHANGES and scene.continues_list(window) and before.same_kind(draft):  # 2
        draft.relation, draft.listed = before.relation, True
        return
    verbs = [
        hit for hit in left if hit[0] in {"increase", "decrease", "exceed", "share", "rate", "level", "attainment"}
    ]
    last = verbs[-1][0] if verbs else None
    if item.sign:  # 3
        draft.relation = "increase" if item.sign == "+" else "decrease"
        return
    if item.kind == "multiple":
        draft.relation = "decrease" if last == "decrease" else "increase"
        return
    yardstick = scene.yardstick(window) if item.kind == "percent" else None
    if yardstick:  # 4
        draft.baseline = yardstick
        draft.relation = {"increase": "increase", "exceed": "increase", "decrease": "decrease"}.get(
            last or "", "attainment"
        )  # type: ignore[assignment]
        return
    rated = [hit for hit in verbs if hit[0] == "rate"]
    if rated and not any(hit[0] in _CHANGES and hit[1] >= rated[-1][2] for hit in verbs):  # 5
        return
    if last in _CHANGES:
        if not _from(scene, draft):
            draft.relation = last  # type: ignore[assignment]
        return
    if last == "exceed":
        compared = item.kind == "percent" or scene.compared(window)
        draft.relation = "increase" if compared else "level"
        draft.bound = None if compared else ">"
        return
    if item.kind != "percent":
        return
    if last == "attainment":
        draft.relation, draft.baseline = "attainment", "kế hoạch"
    elif any(hit[0] == "share" for hit in verbs) or scene.counts_after(window):  # 6
        draft.relation = "share"
    elif before and before.relation == "share" and before.window.item.kind == "percent" and last is None:
        draft.relation = "share"


def _from(scene: Scene, draft: Draft) -> bool:
    """Whether the number is where a change starts: tăng từ 3 lên 5."""
    window = draft.window
    if not scene.text.folded[max(window.left, window.item.start - 12) : window.item.start].rstrip().endswith("từ"):
        return False
    after = scene.text.folded[window.item.end : window.right].split()
    return any(word in _TO_LEVEL for word in after[-4:]) and window.right < window.sentence[1]


def _bound(scene: Scene, draft: Draft) -> Literal[">", "<", "~"] | None:
    """What stands right before the number: hơn, gần, khoảng; or after it: trở lên."""
    window = draft.window
    if scene.text.folded.startswith((" trở lên", " trở xuống"), window.item.end):
        return ">" if scene.text.folded.startswith(" trở lên", window.item.end) else "<"
    for role, start, end in reversed(scene.roles(window.left, window.item.start)):
        if role not in {">", "<", "~"}:
            continue
        between = scene.text.folded[end : window.item.start].split()
        near = not between or (role == "~" and len(between) <= _BOUND_REACH and "," not in between[-1])
        if near or between in (["từ"], ["đến"], ["tới"], ["được"], ["đạt"], ["có"]):
            return role  # type: ignore[return-value]
        break
    return draft.bound
