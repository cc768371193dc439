"""What a number measures (`of`) and the place it describes (`area`), in the page's words."""

from __future__ import annotations

import re

from extractor.resolve.indicator_scene import Draft, Scene, Window

_INNER = re.compile(r"[ ](?:chỉ|vẫn|được|sẽ|đã|theo|tại|ở)(?!\w)")
# A cue ends the subject; these only right before the number ("người có uy tín", "lương thực có hạt").
_WEAK = frozenset(
    {"có", "là", "còn", "gồm", "bằng", "với", "được", "tối đa", "quá", "trên", "dưới", "gần", "hơn", "chưa"}
)
_ENDING = frozenset({"increase", "decrease", "exceed", "added", "level", "~", "<", ">", "planned"})

_AFTER = re.compile(r"[ ](?:tổng[ ])?(?:số[ ])?(?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})")
_AUXILIARY = re.compile(r"(?:đã|đang|vừa|bị|được|phải|giải quyết)[ ]")
_NAME = re.compile(r"[ ](?:(?:tỉnh|thành phố|huyện|xã|phường|các|cơ quan|Đảng)[ ])*(\w)[\w']*")
_CLAUSE_START = re.compile(r"(?:^|[,;:.\n\"“][ ]?|(?<!\w)(?:và|nay|đến|là|rằng|biết|hay|nói|ánh)[ ])$|(?<=\n)$")
_STATING = frozenset({"share", "attainment", "increase", "decrease"})
_TOTALS = frozenset({"số", "tổng số", "tổng"})
# Units that say only that something is counted one by one.
_CASES = frozenset({"vụ", "người", "em", "lượt", "trường hợp", "ca", "đơn vị", "cháu", "chỗ", "viên", "lượt người"})
_CLASSIFIERS = frozenset({"con", "chiếc", "cái"})
_BETWEEN = frozenset("hơn gần trên khoảng được cho thêm tới đủ xong hết lại mới vội tiếp chừng ít nhất từ dưới".split())
_ACRONYM = re.compile(r"\([A-ZĐ][A-ZĐ&]{1,7}\)")
_TAIL_REACH = 120
_RATIO_OF = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng) (?:số )?", re.IGNORECASE)
# A list that goes on: only a comma or `và` right before the number.
_GOES_ON = re.compile(r"(?:,|[ ]và)[ ](?:hơn |gần |trên |khoảng )?$")
_GIVEN = re.compile(
    r"(?:^|[,;:.\n]|(?<!\w)(?:đã|sẽ|đang|để|và|huyện|tỉnh|xã))[ ](?P<deed>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})[ ]cho[ ]"
    r"(?:hơn |gần |trên |khoảng )?$"
)
_GIVING = frozenset({"trao", "tặng", "khen", "phát", "đại", "do", "là"})
_GIVEN_REACH = 60
_VERB_REACH = 4
_LONG = 8


def measured(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The measured noun phrase, or the verb that makes a count a statistic; None where the unit says all.

    A share is one of something: the relation says `tỷ lệ`.
    """
    of = _measured(scene, draft, before)
    return _RATIO_OF.sub("", of) or of if of and draft.relation == "share" else of


def _measured(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What a number measures:

    1. a part of a breakdown has its own label: khiển trách 58
    2. a count: its verb
    3. the subject of the clause: thu ngân sách ước đạt ...
    4. a percent of a noun that follows it, when nothing says what it is: 93,3% đảng viên
    5. the noun or verb around a measure or a sum: hiến 420 m2 đất
    6. what the number before it measures: ..., tăng 5%
    """
    window, item = draft.window, draft.window.item
    if item.part:  # 1
        label = _phrase(scene, window.left, item.start)
        return (before.of if before else None) if label is None or _is_place(label) else label
    if item.kind == "count":  # 2
        return _of_count(scene, draft, before)
    subject = _subject(scene, window, item.start)
    if item.kind == "percent":
        of_noun = _behind(scene, window) if draft.baseline is None else None
        if of_noun and not _is_stated(scene, window):  # 4
            return of_noun
        return subject or _inherited(before) or of_noun  # 3, 6
    verb = _verb(scene, window)
    if item.kind == "measure" and (noun := _behind(scene, window)):  # 5
        return f"{verb} {noun}" if verb else noun
    if verb and (subject is None or len(subject.split()) > _LONG or len(verb.split()) > 1):
        return verb
    return subject or _inherited(before)


def _inherited(before: Draft | None) -> str | None:
    if before is None:
        return None
    return before.of or (before.window.item.unit if before.window.item.kind == "count" else None)


def _is_stated(scene: Scene, window: Window) -> bool:
    """Whether a word before a percent says what it is of the noun behind it: chiếm 41,5% GRDP, bằng 7,6% tổng thu."""
    return any(role in _STATING for role, _, _ in scene.roles(window.left, window.item.start)) or scene.text.folded[
        window.left : window.item.start
    ].rstrip().endswith("bằng")


def _of_count(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What is said of counted things.

    1. the label of a stock: dân số 25.310 người, đàn heo đạt 286.300 con
    2. the verb behind: 6.912 người tham gia bảo hiểm
    3. the verb before: kết nạp 92 đảng viên
    4. the subject of what comes in cases: án hình sự có 25 vụ
    5. a change of what the number before counts: 11 hộ nghèo, giảm 9 hộ
    6. what was said of the number before, when the list goes on
    """
    window = draft.window
    folded = scene.text.folded
    subject = _subject(scene, window, window.item.start, keep_number_word=True)
    if subject and " " in subject and (mass := scene.words.stock.match(subject.lower())):  # 1
        plain = subject[mass.end() :] if mass[0].strip() in _TOTALS else subject
        return plain or None
    if subject and window.item.unit in _CLASSIFIERS:
        return subject
    end = window.item.end
    behind = _AFTER.match(folded, end, window.right)
    if behind and _starts_deed(scene, behind["words"]):  # 2
        start, stop = behind.span("words")
        while auxiliary := _AUXILIARY.match(folded, start, stop):
            start = auxiliary.end()
        second = folded.find(" ", folded.find(" ", start, stop) + 1, stop)
        cut = scene.words.verb_stop.search(folded, second, stop) if second > start else None
        stop = cut.start() if cut else stop
        if start < stop:
            return scene.text.raw[start:stop]
    if verb := _verb(scene, window) or _given(scene, window):  # 3
        return verb
    if subject and window.item.unit in _CASES and " " in subject:  # 4
        return subject
    if before and draft.relation in {"increase", "decrease"}:  # 5
        unit = before.window.item.unit
        return before.of or (unit if unit != window.item.unit and unit.startswith(window.item.unit) else None)
    return (
        before.of if before and draft.listed and _GOES_ON.search(folded, window.left, window.item.start) else None
    )  # 6


def _starts_deed(scene: Scene, words: str) -> bool:
    """Whether words behind a counted noun start with a verb: by their first syllable, or two."""
    first, _, rest = words.partition(" ")
    return first in scene.words.behind or f"{first} {rest.partition(' ')[0]}" in scene.words.behind


def _verb(scene: Scene, window: Window) -> str | None:
    """The statistic verb that leads to the number: a long one in a few words, a short one at once."""
    folded = scene.text.folded
    for role, start, end in reversed(scene.roles(window.left, window.item.start)):
        if role == "verb":
            between = folded[end : window.item.start]
            words = between.split()
            short = " " not in folded[start:end]
            if any(mark in between for mark in ",;:(") or len(words) > _VERB_REACH or "của" in words:
                return None
            if not short or all(word in _BETWEEN for word in words):
                return scene.text.raw[start:end].lower()
    return None


def _given(scene: Scene, window: Window) -> str | None:
    """What is done for the counted: mở tài khoản cho 103 xã."""
    match = _GIVEN.search(scene.text.folded, max(window.left, window.item.start - _GIVEN_REACH), window.item.start)
    if match is None or match["deed"].split()[0] in _GIVING:
        return None
    return scene.text.raw[slice(*match.span("deed"))]


def _behind(scene: Scene, window: Window) -> str | None:
    """The noun behind the number: 93,3% đảng viên; 420 m2 đất."""
    folded = scene.text.folded
    match = _AFTER.match(folded, window.item.end, window.right)
    if match is None or match["words"].split()[0] in scene.words.no_noun:
        return None
    start, stop = match.span("words")
    known = scene.units.noun(scene.text, window.item.end) if window.item.kind == "percent" else None
    if known and " " in known.name:
        return scene.text.raw[start : known.end]
    cut = scene.words.noun_stop.search(folded, start, stop)
    return scene.text.raw[start : cut.start() if cut else stop]


def _subject(scene: Scene, window: Window, end: int, *, keep_number_word: bool = False) -> str | None:
    """The noun phrase before the verb that leads to the number.

    It stands behind the last comma; behind an earlier one only before a date or at the head of the sentence. What
    trails the number before is no subject; nor is who speaks or acts, nor a place by its name.
    """
    folded = scene.text.folded
    cuts = [
        cut.span() for cut in scene.words.cut.finditer(folded, window.left, end) if not _in_acronym(scene, cut.start())
    ]
    cuts += scene.dates_within(window.left, end)
    cuts.sort()
    whole = window.left == window.sentence[0]
    bounds = [window.left] if whole else []
    bounds += [stop for _, stop in cuts]
    stops = [*(start for start, _ in cuts[0 if whole else 1 :]), end]
    for start, stop in reversed(list(zip(bounds, stops, strict=bool(bounds)))):
        phrase = _phrase(scene, start, stop, keep_number_word=keep_number_word)
        if phrase:
            return None if scene.words.person.match(phrase.lower()) or _is_place(phrase) else phrase
        if not whole and not scene.dates_within(start - 1, stop + 1):
            return None
    return None


def _in_acronym(scene: Scene, position: int) -> bool:
    """Whether the mark at `position` is of a bracketed short form: chỉ số giá tiêu dùng (CPI)."""
    opening = scene.text.cased.rfind("(", max(position - 9, 0), position + 1)
    return opening >= 0 and _ACRONYM.match(scene.text.cased, opening) is not None


def _is_place(phrase: str) -> bool:
    """Whether all words have a capital, as names of places have; short forms (GRDP) have more than one."""
    words = phrase.split()
    return (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and not any(word.isupper() and len(word) > 1 for word in words)
    )


def _phrase(scene: Scene, start: int, end: int, *, keep_number_word: bool = False) -> str | None:
    """The words of `start:end` without connectors before, and verbs and adverbs after."""
    folded = scene.text.folded
    while start < end and folded[start] in " ,;:(\n":
        start += 1
    head = scene.words.head.match(folded, start, end)
    if head and not (keep_number_word and folded.startswith(("số ", "tổng số "), start)):
        start = head.end()
    for role, cue, cue_end in scene.roles(start, end):
        weak = folded[cue:cue_end] in _WEAK and len(folded[cue_end:end].split()) > 1
        if role in _ENDING and not weak:
            end = cue
            break
    inner = _INNER.search(folded, start + 1, end)
    end = inner.start() if inner else end
    tail = scene.words.tail.search(folded, max(start, end - _TAIL_REACH), end)
    end = tail.start() if tail else end
    phrase = " ".join(scene.text.raw[start:end].split())
    if phrase.startswith("theo "):
        return None
    return phrase if any(word not in scene.words.empty for word in phrase.lower().split()) else None


def place_of(scene: Scene, draft: Draft, before: Draft | None, above: Draft | None) -> str | None:
    """The place or body that the figure describes.

    1. the label of a part: (Đồng Xuân 32, Sông Cầu 21)
    2. one named as a whole, or the subject of a clause: toàn tỉnh, Làng Jút có ..., Đảng bộ thành phố hiện có ...
    3. that of the number before it in the sentence, or of the sentence `above` that this one goes on from
    """
    window = draft.window
    if window.item.part:  # 1
        label = _phrase(scene, window.left, window.item.start)
        if label and _is_place(label):
            return label
    folded, raw = scene.text.folded, scene.text.raw
    found = None
    for match in scene.words.place.finditer(folded, window.left, window.item.start):  # 2
        end = match.end()
        while name := _NAME.match(scene.text.cased, end, window.item.start):
            if not name[1].isupper():
                break
            end = name.end()
        if match["all"] or (
            scene.words.having.match(folded, end) and _CLAUSE_START.search(folded, window.left, match.start())
        ):
            found = raw[match.start() : end]
    if found:
        return found[0].lower() + found[1:] if found.lower().startswith(("toàn", "cả", "trên")) else found
    return before.area if before is not None else above.area if above is not None else None  # 3
