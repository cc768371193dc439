"""Indicators read in their sentence: relation, bound, plan, period, baseline, what is measured and where.

Each number is read in the window between its neighbours: the words before it (back to the number before, or the start
of the sentence) and the words after it. A number that only continues a list takes what its neighbour says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, get_args

from extractor.article import Date, Indicator
from extractor.gazetteer import whole_words
from extractor.organisations import CountryRow, PlaceRow
from extractor.page import Page
from extractor.patterns import Entry, Patterns
from extractor.recognise.indicators import FoundIndicator
from extractor.recognise.units import Units
from extractor.resolve.indicator_scene import CHANGES, Draft, Relation, Scene, Window
from extractor.resolve.indicator_tables import read_cell
from extractor.resolve.measured import measured, place_of
from extractor.resolve.periods import Periods
from extractor.resolve.phrase_words import phrase_words
from extractor.scan import Vocabulary
from extractor.text import fold, lower

Cue = Literal[
    "increase", "decrease", "added", "exceed", "share", "rate", "level", "attainment",
    ">", "<", "~", "planned", "compare", "yardstick", "verb", "as-of", "compound",
]  # fmt: skip
Role = Literal[
    Cue, "speech", "leading", "trailing", "person", "stop", "noun-stop", "verb-stop", "no-noun", "behind", "empty",
    "stock", "capacity", "borne", "container", "status", "event", "stand-in", "collective", "extended", "shortfall",
    "transitive", "quantity", "no-quantity", "whole", "place",
    "having", "proceeding",
]  # fmt: skip
_CUES = frozenset(get_args(Cue))


class RelationWord(Entry, frozen=True, kw_only=True):
    """Words around a number that have one role in reading it."""

    role: Role
    words: tuple[str, ...]


_SPEAKING = CHANGES | {"exceed", "added", "share", "rate", "level", "attainment"}
_SPEAKING_OF_COUNTS = _SPEAKING | {"verb"}
_TOWARDS_PLAN: dict[str, Relation] = {"increase": "increase", "exceed": "increase", "decrease": "decrease"}
_HAD: dict[str, Relation] = {"mức tăng": "increase", "mức giảm": "decrease"}
# "cao hơn mức 5%": the number is what is exceeded, not by how much.
_LEVEL_AFTER = re.compile(whole_words("mức", "so với", "chỉ tiêu"))
# What is so already: mục tiêu 20 xã, đến nay đã có 12 xã.
_DONE = re.compile(whole_words("đã", "vừa", "hiện", "thực tế", "mới (?:có|chỉ|đạt)", unless=("thực ", "xuất ")))
_PART = re.compile(r"[\"']?(?:trong (?:đó|số)|cụ thể|bao gồm|gồm|số [^\W\d_]+(?: [^\W\d_]+){0,2} này)(?!\w)")
_NEAR = frozenset({"hơn", "gần", "trên", "khoảng", "tới", "đến", "được", "mức", "ít", "nhất"})
_BOUND_REACH = 4


# What is a part of a whole, from which share it changes: tỷ lệ hộ nghèo giảm từ 5% xuống còn 3%.
_PART_OF_ALL = re.compile(whole_words("t[ỷỉ] lệ", "t[ỷỉ] trọng"))


class IndicatorResolver:
    """Completes quantities from their sentence and paragraph; made once, used for many pages."""

    def __init__(self, patterns: Patterns, units: Units) -> None:
        words = patterns.entries("relations", RelationWord)
        self._cues = Vocabulary((word, entry.role) for entry in words for word in entry.words if entry.role in _CUES)
        roles: dict[str, list[str]] = {}
        for entry in words:
            roles.setdefault(entry.role, []).extend(lower(fold(word)) for word in entry.words)
        provinces = [lower(fold(row.name)) for row in patterns.table("places", PlaceRow) if not row.province]
        countries = [lower(fold(name)) for row in patterns.table("countries", CountryRow) for name in row.names]
        self._words = phrase_words(roles, provinces=provinces, countries=countries)
        self._units = units

    def __call__(
        self, found: Sequence[FoundIndicator], page: Page, *, dates: Sequence[Date], sentences: Sequence[int]
    ) -> list[Indicator]:
        """The indicators of the record, in order of `found`; `sentences` are where those of the page start."""
        if not found:
            return []
        scene = Scene(
            page.content,
            found,
            cues=self._cues,
            dates=dates,
            sentences=sentences,
            words=self._words,
            units=self._units,
        )
        periods = Periods(scene, dates, published=page.published)
        drafts: list[Draft] = []
        last: Draft | None = None
        # The last one that is no part of a breakdown: what follows `(Sơn Hà 32, Tây Hà 21)` is not of Tây Hà.
        whole: Draft | None = None
        for window in scene.windows:
            draft = Draft(window)
            before = last if last is not None and last.window.sentence == window.sentence else None
            if window.item.row is not None:
                read_cell(scene, draft)
            else:
                draft.planned = _is_planned(scene, draft, last)
                _read_relation(scene, draft, before)
                draft.bound = _bound(scene, draft)
                draft.of = measured(scene, draft, before)
                draft.area = place_of(scene, draft, whole)
            drafts.append(draft)
            last = draft
            if not window.item.part:
                whole = draft
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
    2. a printed sign; a multiple (gấp 1,5 lần)
    3. a percent of a plan: attainment, or a change when it exceeds it
    4. a list goes on with what was said before it: tăng 5,9%, công nghiệp 10,4%; giảm 18 vụ (11,25%)
    5. a growth rate is a level, and a change where it is the verb: tăng trưởng 20% so với năm 2010
    6. the last word before the number that says what it is; `tăng lên`, `tăng từ`, `cao hơn mức` lead to no change
    7. other percents are attained (giải ngân ...), compared with a date, or a share; so much a year is a level
    """
    window, item = draft.window, draft.window.item
    folded = scene.folded
    if item.total is not None:  # 1
        draft.relation = "share"
        return
    speaking = _SPEAKING_OF_COUNTS if item.kind == "count" else _SPEAKING
    cues = [cue for cue in scene.leading[window.place] if cue[0] in speaking]
    if cues:
        clause = scene.clause(window)
        cues = [cue for cue in cues if cue[1] >= clause]
    last, _, end = cues[-1] if cues else ("", 0, 0)
    if item.sign or item.kind == "multiple":  # 2
        if item.sign or last in {"increase", "decrease", "exceed"} or scene.is_multiple(window):
            draft.relation = "decrease" if item.sign == "-" or last == "decrease" else "increase"
        return
    goes_on = before is not None and not cues and scene.continues(window, before.window)
    yardstick = scene.yardstick(window) if item.kind == "percent" else None
    if yardstick:  # 3
        draft.baseline, draft.listed = yardstick, goes_on
        behind = folded.endswith(scene.words.shortfall, 0, item.start)
        towards = "decrease" if behind else _TOWARDS_PLAN.get(last, "attainment")
        draft.relation = before.relation if before and goes_on else towards
        return
    if before and goes_on:  # 4
        part = item.kind == "percent" and before.window.item.kind != "percent" and before.relation == "level"
        draft.relation, draft.listed = "share" if part else before.relation, True
        return
    rates = [cue for cue in cues if cue[0] == "rate"]
    if rates and not any(role in CHANGES | {"share"} and start >= rates[-1][2] for role, start, _ in cues):  # 5
        draft.relation = "increase" if _is_grown(scene, window, rates[-1]) else _had(scene, rates[-1])
        return
    if last in CHANGES:  # 6
        starts = scene.starts_change(window)
        if not starts and not _LEVEL_AFTER.search(folded, end, item.start):
            draft.relation = "increase" if last == "increase" else "decrease"
        if not starts or item.kind != "percent" or _PART_OF_ALL.search(folded, window.left, item.start) is None:
            return
    if last == "exceed" and any(mark in folded[end : item.start] for mark in ",;"):
        return
    if last in {"added", "exceed"}:
        adjacent = all(word in _NEAR for word in folded[end : item.start].split())
        if last == "added" and adjacent:
            draft.relation = "increase"
            return
        if last == "exceed":
            change = (
                item.kind == "percent" or not adjacent or scene.compared(window) or folded[end - 5 : end - 4] == "("
            )
            draft.relation, draft.bound = ("increase", None) if change else ("level", ">")
            return
    if item.kind != "percent" or "/" in item.unit:
        return
    if before is not None and _is_rate_changed(scene, draft, before):
        return
    if any(role == "attainment" for role, _, _ in cues) and not any(role == "share" for role, _, _ in cues):  # 7
        draft.relation, draft.baseline = "attainment", "kế hoạch"
    elif not (
        folded[max(item.start - 20, 0) : item.start].endswith(("bằng ", "bằng khoảng ")) and scene.compared(window)
    ):
        draft.relation = "share"


def _is_rate_changed(scene: Scene, draft: Draft, before: Draft) -> bool:
    """Whether a percent is where a rate changed to: lãi suất giảm từ 7% xuống | 6%."""
    pair = before.relation == "level" and before.same_kind(draft) and scene.starts_change(before.window)
    return pair and any(role == "rate" for role, _, _ in scene.leading[before.window.place])


def _had(scene: Scene, rate: tuple[str, int, int]) -> Relation:
    """The change that something has: dòng xe này có mức giảm 5%; else a level: mức giảm là 5%."""
    _, start, end = rate
    folded = scene.folded
    if not folded.endswith(("có ", "nhận ", "được "), 0, start):
        return "level"
    return _HAD.get(folded[start:end], "level")


def _is_grown(scene: Scene, window: Window, rate: tuple[str, int, int]) -> bool:
    """Whether a word of rates is the verb of a comparison, right before the number."""
    folded, (_, start, end) = scene.folded, rate
    adjacent = all(word in _NEAR for word in folded[end : window.start].split())
    return adjacent and folded[start:end] == "tăng trưởng" and scene.compared(window)


def _is_planned(scene: Scene, draft: Draft, last: Draft | None) -> bool:
    """Whether a number is of a plan.

    1. a word of plans before it, and none of what is done since; not where a change starts
    2. a part of what the sentence before plans: ... cần 681 nhân sự. Trong số này, 30 nhân sự ...
    """
    window, folded = draft.window, scene.folded
    start = window.start
    plan = scene.last_plan(window.sentence[0], start)
    if plan is not None:  # 1
        return _DONE.search(folded, plan, start) is None and not scene.starts_change(window)
    if last is None or not last.planned or _DONE.search(folded, window.left, start):
        return False
    same = last.window.sentence == window.sentence
    return same or (
        last.window.sentence[1] == window.sentence[0] and _PART.match(folded, window.sentence[0]) is not None
    )


def _bound(scene: Scene, draft: Draft) -> Literal[">", "<", "~"] | None:
    """What stands right before the number: hơn, gần, khoảng; or after it: trở lên."""
    window = draft.window
    if scene.folded.startswith((" trở lên", " trở xuống"), window.end):
        return ">" if scene.folded.startswith(" trở lên", window.end) else "<"
    for role, _, end in reversed(scene.leading[window.place]):
        if role not in {">", "<", "~"}:
            continue
        between = scene.folded[end : window.start].split()
        near = not between or (role == "~" and len(between) <= _BOUND_REACH and "," not in between[-1])
        if near or between in (["từ"], ["đến"], ["tới"], ["được"], ["đạt"], ["có"]):
            return role  # type: ignore[return-value]
        break
    return draft.bound
