"""What a number measures (`of`) and the place it describes (`area`), in the page's words."""

from __future__ import annotations

import re

from extractor.resolve.indicator_scene import Draft, Scene

# What is cut from the head of a subject: connectors, adverbs, places, times.
_HEAD = re.compile(
    r"(?:[\s,;:.()\"'+*•-]+|(?:và|với|trong đó|trong|riêng|nhưng|song|còn|đồng thời|ngoài ra|bên cạnh đó|theo đó|cụ thể|"
    r"nhờ đó|qua đó|đến nay|hiện nay|hiện|đã|cũng|vẫn|mới|chỉ|toàn tỉnh|toàn huyện|toàn xã|toàn thành phố|toàn ngành|"
    r"cả nước|cả tỉnh|năm|ước|tính|bình quân mỗi năm|mỗi năm|hằng năm|hàng năm|là|do|mà|để|thì|đó|này|khi|"
    r"tổng cộng|lũy kế|tính chung|cả năm|đạt|có|được|tại|ở|từ|tỉnh|như|nâng)(?!\w))+"
)
_TAIL = re.compile(
    r"(?:[\s,;:.(\"'-]+|(?<!\w)(?:đạt|là|có|còn|ước|chỉ|đã|được|mới|khoảng|hơn|gần|trên|dưới|của|vẫn|cũng|"
    r"sẽ|từ|lên|xuống|tăng|giảm|chiếm|bằng|với|mức|ở|tới|đến|trong|năm|tỷ lệ|tỷ trọng|nay|bình quân))+$"
)
_CLAUSE = re.compile(r"[,;:(]\s|\svà\s|\strong đó\s|\snhưng\s")
_NOUN_AFTER = re.compile(r"[ ](?:tổng[ ])?(?:số[ ])?(?P<noun>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})")
_NOUN_STOP = re.compile(
    r"[ ](?:được|đã|có|đạt|trong|so|tại|là|bị|của|và|theo|từ|cho|để|với|trên|do|sẽ|hoàn thành|không|chưa|tham gia|vào|"
    r"đang|mới|ở|vẫn|còn|thì|nhưng|khi|nên|trực thuộc|trở|bao|gồm|đều)(?!\w)"
)
_NO_NOUN = frozenset(
    "so và kế trong là trên tại cùng với mỗi một lên xuống đến năm do từ để cho theo vào thì được của nhưng chỉ vẫn khi như hoặc sau trước tăng giảm đạt dự chiếm bằng mức gấp nếu".split()
)
_ALL = re.compile(
    r"(?<!\w)(?:toàn[ ](?:tỉnh|huyện|xã|thành phố|thị xã|quận|phường|ngành|quốc|đảng bộ|khối|cụm|vùng|đảng)|cả nước|cả tỉnh|cả huyện|trên địa bàn (?:tỉnh|huyện|xã|thành phố))(?!\w)"
)
_UNITS_SAY_ALL = frozenset({"count"})


def measured(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The measured noun phrase, or the verb that makes a count a statistic; None where the unit says all.

    1. a part of a breakdown has its own label: khiển trách 58
    2. a count: the verb before it
    3. a percent of a noun that follows it: 93,3% đảng viên
    4. the subject of the clause: thu ngân sách ước đạt ...
    5. what the number before it measures: ..., tăng 5%
    """
    window, item = draft.window, draft.window.item
    folded, raw = scene.text.folded, scene.text.raw
    if item.part:  # 1
        return _trimmed(scene, window.left, item.start)
    if item.kind == "count":  # 2
        verbs = [hit for hit in scene.roles(window.left, item.start) if hit[0] == "verb"]
        if verbs:
            start, end = verbs[-1][1:]
            between = folded[end : item.start].split()
            if len(between) <= 3 and not any(mark in folded[end : item.start] for mark in ",;:("):
                return raw[start:end].lower()
        return before.of if draft.listed and before else None
    if item.kind == "percent" and draft.baseline is None and (noun := _noun_after(scene, item.end, window.right)):  # 3
        return noun
    subject = _subject(scene, draft)
    if subject:  # 4
        return subject
    if before is not None:  # 5
        return before.of or (before.window.item.unit if before.window.item.kind == "count" else None)
    if item.kind == "measure":
        return _noun_after(scene, item.end, window.right)
    return None


def _noun_after(scene: Scene, end: int, right: int) -> str | None:
    match = _NOUN_AFTER.match(scene.text.folded, end, right)
    if match is None or match["noun"].split()[0] in _NO_NOUN:
        return None
    start, stop = match.span("noun")
    cut = _NOUN_STOP.search(scene.text.folded, start, stop)
    return scene.text.raw[start : cut.start() if cut else stop]


def _subject(scene: Scene, draft: Draft) -> str | None:
    """The noun phrase before the verb that leads to the number, back to the last comma or number."""
    window, item = draft.window, draft.window.item
    end = item.start
    for role, start, _ in scene.roles(window.left, item.start):
        if (
            role in {"level", "increase", "decrease", "exceed", "attainment", "~", ">", "<", "planned"}
            and start > window.left + 4
        ):
            if _trimmed(scene, window.left, start):
                end = start
                break
    return _trimmed(scene, window.left, end)


def _trimmed(scene: Scene, start: int, end: int) -> str | None:
    """The words of `start:end` from the last clause mark, without connectors before and verbs after."""
    folded = scene.text.folded
    marks = [mark.end() for mark in _CLAUSE.finditer(folded, start, end)]
    for begin in [*reversed(marks), start]:
        head = _HEAD.match(folded, begin, end)
        first = head.end() if head else begin
        tail = _TAIL.search(folded, first, end)
        last = tail.start() if tail else end
        words = folded[first:last].split()
        if words and not any(c.isdigit() for c in folded[first:last]):
            first = (
                first + 0
                if len(words) <= 9
                else folded.index(" ".join(words[-9:]), first)
                if " ".join(words[-9:]) in folded[first:last]
                else first
            )
            return " ".join(scene.text.raw[first:last].split())
        if words:
            return None
    return None


def place_of(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The place that the clause names as a whole (toàn tỉnh, cả nước), kept through its list."""
    window = draft.window
    places = list(_ALL.finditer(scene.text.folded, window.left, window.item.start))
    if places:
        return scene.text.raw[slice(*places[-1].span())].lower()
    return before.area if before is not None else None
