"""What is said of counted things: the verb that makes a count a statistic, or the label that names it."""

from __future__ import annotations

import re

from extractor.resolve.indicator_scene import CHANGES, Draft, Scene, Window
from extractor.resolve.phrases import behind, capacity, goes_on, label, list_verb, verb, words_behind

_TOTALS = frozenset({"số", "tổng số", "tổng"})
# Units that say only that something is counted one by one.
CASES = frozenset(
    {"vụ", "người", "em", "lượt", "trường hợp", "ca", "đơn vị", "cháu", "chỗ", "viên", "lượt người", "đồng chí"}
)
CLASSIFIERS = frozenset({"con", "chiếc", "cái"})
_PEOPLE = frozenset({"người", "em", "cháu", "đồng chí"})
_AUXILIARY = re.compile(r"(?:đã|đang|vừa|bị|được)[ ]")
# The verb may stand behind what qualifies the counted: 46 người của ban quản lý đã | nghỉ.
_LATER = re.compile(r"(?:(?!(?:này|trên|đó|ấy|còn|là)[ ])[^\W\d_]+[ ]){1,5}?(?:đã|bị|(?=chưa[ ]))[ ]?")
# Of what is no statement on its own, nothing is said: lãnh đạo của 24 bản đã kết nghĩa.
_ADJUNCT = re.compile(
    r"(?<!\w)(?:của|cho|trong(?! tổng)|đối với|bởi|giữa)[ ](?:(?:hơn|gần|trên|khoảng|số)[ ])*$", re.IGNORECASE
)
_LOOSE_END = re.compile(r"(?:[ ](?:năm|tháng|ngày|quý|quá|dưới|từ|lúc|khoảng|hơn|số|là|có))+$")
_NO_DEED_OF_PEOPLE = frozenset({"mới", "ra", "vào", "lên", "này", "trên"})
_WITH = frozenset({" với ", "/", " gồm ", ", "})
_LONGEST_LABEL = 7
_JOINERS = frozenset({", ", " và ", " với ", " ("})
_GIVEN = re.compile(
    r"(?:^|[,;:.\n]|(?<!\w)(?:đã|sẽ|đang|để|và|huyện|tỉnh|xã))[ ](?P<deed>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})[ ]cho[ ]"
    r"(?:hơn |gần |trên |khoảng )?$"
)
_GIVING = frozenset({"trao", "tặng", "khen", "phát", "đại", "do", "là", "ủy"})
_GIVEN_REACH = 60
_FOR = re.compile(r"(?:[ ][^\W\d_]+){0,3}[ ]cho[ ](?:(?:hơn|gần|trên|khoảng)[ ])?")
# What they are for names them: 3 dự án | điện gió.
UNDERTAKINGS = frozenset({"dự án", "công trình", "mô hình", "đề án", "khu, cụm công nghiệp", "khu công nghiệp"})
_OF_WHICH = re.compile(r"[^\d;:.]{0,60},?[ ]trong (?:đó|số này)[ ](?:[^\W\d_]+[ ]){0,4}")
_PLACES = "indicator.administrative-units"


# A unit that says what became of the counted shares no verb with the next: 12 người bị thương, 50 nhà bị tốc mái.
_FATED = re.compile(r"(?<!\w)(?:bị|chết|mất tích|tử vong|hy sinh)(?!\w)")


def of_count(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What is said of counted things.

    1. the label of a stock: dân số 25.310 người, đàn heo đạt 286.300 con; or of a capacity: quy mô 4 làn xe
    2. the verb behind: 6.912 người tham gia bảo hiểm; of a ratio it only says which part: 21/24 thôn đạt chuẩn
    3. the verb before, and the thing where the unit only holds it: kết nạp 92 đảng viên, thu 11 viên ma túy; not what
       happens at the event: khen thưởng 12 tập thể
    4. what the sum before is given for: cấp 186 tấn gạo cho 3.583 hộ; what the whole is counted for, of a part of it:
       kết nạp 118 đảng viên, trong đó có 22 đảng viên là người Khmer; or what cases are counted for, of the people in
       them: khởi tố 12 vụ với 27 bị can
    5. the label of what comes in cases: án hình sự có 25 vụ
    6. a change of what the number before counts: 11 hộ nghèo, giảm 9 hộ
    7. what the verb before the number before says, when the list goes on: mất 17 vận động viên, 2 huấn luyện viên
    8. the kind of an undertaking: 3 dự án điện gió
    """
    window, unit = draft.window, draft.window.item.unit
    # Of other things only the label of a stock is a name.
    labelled = unit in CASES or unit in CLASSIFIERS or unit in scene.words.container
    labelled = labelled or scene.words.stock_word.search(scene.folded, window.left, window.start) is not None
    name = label(scene, window) if labelled else None
    if name and (stock := _stock(scene, name, unit)):  # 1
        return stock
    adjunct = _is_adjunct(scene, window)
    if not adjunct and (held := capacity(scene, window)):
        return held
    said, certain = (None, False) if window.item.total is not None else _said(scene, window, adjunct=adjunct)
    if said and certain:  # 2
        return said
    deed = verb(scene, window) or _given(scene, window)
    if unit in scene.words.container and (thing := behind(scene, window)):  # 3
        return f"{deed} {thing}" if deed else thing
    if deed and deed.lower() in scene.words.event:
        deed = None
    if deed or said:
        return deed or said
    if unit in scene.words.container and name:
        return name
    if before and before.of and _shares_purpose(scene, window, before):  # 4
        return before.of
    if name and unit in CASES and 1 < len(name.split()) <= _LONGEST_LABEL:  # 5
        return name
    if before and draft.relation in CHANGES:  # 6
        counted = before.window.item
        same = counted.unit.startswith(unit) or unit in _PEOPLE | CASES | CLASSIFIERS
        if counted.kind == "count" and same:
            return before.of or (counted.unit if counted.unit != unit else None)
    if before and _leads_list(scene, window, before):  # 7
        return before.of
    if (deed := list_verb(scene, window)) and deed.lower() not in scene.words.event:
        return deed
    kind = behind(scene, window) if unit in UNDERTAKINGS else None
    return f"{unit} {kind}" if kind and not kind.startswith("có ") else None  # 8


def _stock(scene: Scene, name: str, unit: str) -> str | None:
    """The label of a stock, without `số`; of things with a classifier any label is one."""
    mass = scene.words.stock.match(name.lower()) if " " in name else None
    if mass and not name[mass.end() :][:1].isdigit():
        return name[mass.end() :] if mass[0].strip() in _TOTALS else name
    return name if unit in CLASSIFIERS else None


def _is_adjunct(scene: Scene, window: Window) -> bool:
    """Whether the counted only qualify what stands before them."""
    return _ADJUNCT.search(scene.folded, window.left, window.start) is not None


def _said(scene: Scene, window: Window, *, adjunct: bool) -> tuple[str | None, bool]:
    """The verb phrase behind counted things, their own or of those they are joined to, and whether it is surely one."""
    said, certain = (None, False) if adjunct else _said_behind(scene, window)
    if said or window.place + 1 == len(scene.windows):
        return said, certain
    after = scene.windows[window.place + 1]
    joined = after.item.kind == "count" and after.item.total is None
    joined = joined and scene.folded[window.end : after.start] in _JOINERS and not _FATED.search(window.item.unit)
    if joined and not _is_adjunct(scene, after):
        said, certain = _said_behind(scene, after)
    return (said, True) if certain else (None, False)


def _said_behind(scene: Scene, window: Window) -> tuple[str | None, bool]:
    folded, none = scene.folded, (None, False)
    span = words_behind(scene, window)
    if span is None:
        return none
    start, stop = span
    deed = start
    while auxiliary := _AUXILIARY.match(folded, deed, stop):
        deed = auxiliary.end()
    certain = deed > start or _starts_deed(scene, folded[deed:stop])
    if not certain and (later := _LATER.match(folded, deed, stop)):
        deed, certain = later.end(), True
    if not certain and (fate := scene.words.fate.match(folded, deed, stop)):
        deed, certain = fate.start("deed"), True
    if scene.words.status.match(folded, deed, stop) or not (certain or _may_act(scene, window, deed, stop)):
        return none
    # The first two words hold the verb; behind `cho là` it is the third.
    words = 3 if folded.startswith("cho ", deed) else 2
    searched = deed
    for _ in range(words):
        searched = folded.find(" ", searched, stop) + 1 or stop
    if cut := scene.words.verb_stop.search(folded, searched - 1, stop):
        stop = cut.start()
    if loose := _LOOSE_END.search(folded, deed, stop):
        stop = loose.start()
    if deed >= stop or folded[deed:stop] in scene.words.transitive:
        return none
    return scene.raw[deed:stop], certain


def _starts_deed(scene: Scene, words: str) -> bool:
    """Whether words behind a counted noun start with a verb: by their first syllable, or two."""
    first, _, rest = words.partition(" ")
    return first in scene.words.behind or f"{first} {rest.partition(' ')[0]}" in scene.words.behind


def _may_act(scene: Scene, window: Window, start: int, stop: int) -> bool:
    """Whether people are counted and the words behind may say what they do."""
    folded = scene.folded
    if window.item.unit not in _PEOPLE or scene.words.verb_stop.match(folded, start - 1):
        return False
    first = folded[start:stop].partition(" ")[0]
    return first == "cho" or (first not in scene.words.no_noun and first not in _NO_DEED_OF_PEOPLE)


def _given(scene: Scene, window: Window) -> str | None:
    """What is done for the counted: mở tài khoản cho 103 xã."""
    folded, begin, number = scene.folded, max(window.left, window.start - _GIVEN_REACH), window.start
    match = _GIVEN.search(folded, begin, number) if folded.find(" cho ", begin, number) >= 0 else None
    if match is None or not _GIVING.isdisjoint(match["deed"].split()):
        return None
    return scene.raw[slice(*match.span("deed"))]


def _is_for(scene: Scene, window: Window) -> bool:
    """Whether what the number before measures is for those counted; a place is only where it goes."""
    return window.item.rule != _PLACES and bool(_FOR.fullmatch(scene.folded, window.left, window.start))


def _shares_purpose(scene: Scene, window: Window, before: Draft) -> bool:
    """Whether a count is of what the number before is for: its receivers, some of it, or the people in its cases."""
    return _is_for(scene, window) or _is_part_of(scene, window, before) or _is_of_cases(scene, window, before)


def _is_part_of(scene: Scene, window: Window, before: Draft) -> bool:
    """Whether some of those counted before are counted: ..., trong đó có 22 đảng viên."""
    counted, unit = before.window.item, window.item.unit
    same = counted.kind == "count" and (counted.unit.startswith(unit) or unit in _PEOPLE)
    return same and _OF_WHICH.fullmatch(scene.folded, window.left, window.start) is not None


def _is_of_cases(scene: Scene, window: Window, before: Draft) -> bool:
    """Whether the people of the cases before are counted: 12 vụ với 27 bị can, 12 vụ/27 bị can."""
    between = scene.folded[before.window.end : window.start]
    return before.window.item.unit.startswith("vụ") and between in _WITH


def _leads_list(scene: Scene, window: Window, before: Draft) -> bool:
    """Whether a list goes on whose verb stands before the number before."""
    counted = before.window.item
    return (
        before.of is not None
        and counted.kind == "count"
        and goes_on(scene, window)
        and scene.folded.rfind(before.of.lower(), window.sentence[0], counted.start) >= 0
    )
