"""What a number measures (`of`) and the place it describes (`area`), in the page's words."""

from __future__ import annotations

import re

from extractor.resolve.indicator_scene import Draft, Scene, Window

# Who speaks is no part of what is measured: "Ông Nam cho biết thu ngân sách đạt ...".
_SAID = (
    "cho biết|cho hay|cho rằng|cho thấy|lưu ý|khẳng định|thông tin|phản ánh|giải trình|chia sẻ|báo cáo|trình bày|"
    "nhấn mạnh|phân tích|thừa nhận|nhìn nhận|đánh giá|thông báo|kể|nói|nêu|rằng"
)
# Words that lead to a subject, and words that lead from it to the number.
_LEADING = (
    "và|với|trong đó|trong|trên|riêng|nhưng|song|còn|đồng thời|ngoài ra|bên cạnh đó|theo đó|cụ thể|nhờ đó|qua đó|"
    "đến nay|hiện nay|hiện|đã|cũng|vẫn|mới|chỉ|toàn tỉnh|toàn huyện|toàn xã|toàn thành phố|toàn ngành|cả nước|cả tỉnh|"
    "địa phương|mỗi năm|hằng năm|hàng năm|là|do|mà|để|thì|đó|này|khi|tổng cộng|lũy kế|tính chung|cả năm|đạt|có|được|"
    "tại|ở|từ|đến|như|nâng|sau|về|số|ước|khiến|sẽ|phải|cần|lại|đều|của|tỉnh|huyện|xã|thành phố|đơn vị|nay|các"
)
_TRAILING = (
    "đạt|là|có|còn|ước|chỉ|đã|được|khoảng|hơn|gần|trên|dưới|của|vẫn|cũng|sẽ|từ|lên|xuống|tăng|giảm|chiếm|bằng|với|"
    "mức|ở|tới|đến|trong|nay|tại|mới|về|cho|toàn tỉnh|toàn huyện|toàn xã|trên địa bàn|cả nước|cả năm|ít nhất|tối thiểu|"
    "tối đa|và|thì|phải|gấp|vượt|tức|tương đương|theo|đều|khi|như|để|do|mỗi|cứ|hết|thêm|trị giá|dao động|dài|rộng"
)
_HEAD = re.compile(rf"(?:[\s\"'*•+.-]+|(?:{_LEADING})(?!\w))+")
_TAIL = re.compile(rf"(?:[\s\"'-]+|(?<!\w)(?:{_TRAILING}))+$")
_CUT = re.compile(rf"[,;:()\n]|[ ](?:và|trong đó|nhưng|song|mà|để|nên|vì|bởi)[ ]|(?<!\w)(?:{_SAID})[ ]")
_INNER = re.compile(
    r"[ ](?:đạt|là|ước|chỉ|tăng|giảm|chiếm|bằng|còn|có|vẫn|được|sẽ|đã|lên|xuống|dự kiến|phấn đấu)(?!\w)"
)

# The noun behind a percent or a measure, the verb behind a count: up to the first of these.
_STOP = (
    "đã|có|đạt|trong|so|tại|là|của|theo|từ|để|với|trên|do|sẽ|hoàn thành|không|vào|đang|ở|vẫn|còn|thì|nhưng|khi|nên|"
    "trực thuộc|trở|bao|gồm|đều|cùng|tăng|giảm|chiếm|mỗi|qua|sau|trước|bằng"
)
_NOUN_STOP = re.compile(rf"[ ](?:{_STOP}|và|cho|được|bị|phải|tham gia)(?!\w)")
_VERB_STOP = re.compile(rf"[ ](?:{_STOP}|thuộc|nhờ|gắn)(?!\w)")
_AFTER = re.compile(r"[ ](?:tổng[ ])?(?:số[ ])?(?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,5})")
_NO_NOUN = frozenset(
    "so và kế trong là trên tại cùng với mỗi một lên xuống đến năm do từ để cho theo vào thì được của nhưng chỉ vẫn "
    "khi như hoặc sau trước tăng giảm đạt dự chiếm bằng mức gấp nếu trở bị phải nhờ nên các này đó tùy qua "
    "nhằm về".split()
)
# Verbs that, behind a counted noun, make the count a statistic: 1.130 hộ vướng hồ sơ đất.
_VERBS = frozenset(
    "bị được tham đăng vi mắc nhiễm tử chết thiếu vướng chưa không đạt phải thoát tái nghỉ chọn rút thuộc làm đóng "
    "ngập sập hư chìm trốn xin nộp viết đi dự vay nợ ký thành vận hành hoạt chậm quay khởi đủ sử ở trúng thất".split()
)
_AUXILIARY = re.compile(r"(?:đã|đang|vừa|bị|được|phải)[ ]")
_MASS = re.compile(r"(?:số|tổng số|dân số|đàn|đội|quân số|tổng đàn|lượng|sĩ số|quy mô|tổng)(?!\w)[ ]?")
_ALL = re.compile(
    r"(?<!\w)(?:toàn[ ](?:tỉnh|huyện|xã|thành phố|thị xã|quận|phường|ngành|quốc|đảng bộ|khối|cụm|vùng|đảng)|"
    r"cả nước|cả tỉnh|cả huyện|trên địa bàn (?:tỉnh|huyện|xã|thành phố))(?!\w)"
)
# Words that measure nothing by themselves.
_EMPTY = frozenset(
    "không so đối cao thấp giờ gấp nếu cách hay tức xấp xỉ chính hơn kém đó này nọ ấy chung riêng bình quân trung "
    "tính nhất "
    "vẫn đã đang sẽ chỉ về ra vào lên xuống mức giá trị tuy vậy khoảng % - – theo ông bà anh chị họ tôi".split()
)
_VERB_REACH = 4
_LONG = 8


def measured(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The measured noun phrase, or the verb that makes a count a statistic; None where the unit says all.

    1. a part of a breakdown has its own label: khiển trách 58
    2. a count: its verb
    3. a percent of a noun that follows it: 93,3% đảng viên
    4. the subject of the clause: thu ngân sách ước đạt ...
    5. what the number before it measures: ..., tăng 5%
    6. the noun or verb around a measure or a sum: hiến 420 m2 đất
    """
    window, item = draft.window, draft.window.item
    if item.part:  # 1
        return _phrase(scene, window.left, item.start)
    if item.kind == "count":  # 2
        return _of_count(scene, draft, before)
    if item.kind == "percent" and draft.relation in {"share", "attainment"} and not draft.baseline:  # 3
        noun = _behind(scene, window)
        if noun:
            return noun
    subject = _subject(scene, window, item.start)
    if subject is None and before is not None:  # 5
        return before.of or (before.window.item.unit if before.window.item.kind == "count" else None)
    if item.kind == "measure" and (noun := _behind(scene, window)):  # 6
        verb = _verb(scene, window)
        return f"{verb} {noun}" if verb else noun
    if subject is None or len(subject.split()) > _LONG:
        return _verb(scene, window) or subject
    return subject  # 4


def _of_count(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What is said of counted things.

    1. the label of a stock: dân số 25.310 người, đàn heo đạt 286.300 con
    2. the verb behind: 6.912 người tham gia bảo hiểm
    3. the verb before: kết nạp 92 đảng viên
    4. what was said of the number before, when the list goes on
    """
    window = draft.window
    folded = scene.text.folded
    subject = _subject(scene, window, window.item.start, keep_number_word=True)
    if subject and (mass := _MASS.match(subject.lower())) and " " in subject:  # 1
        plain = subject[mass.end() :] if mass[0].strip() in {"số", "tổng số", "tổng"} else subject
        return plain or None
    end = window.item.end
    behind = _AFTER.match(folded, end, window.right)
    if behind and behind["words"].split()[0] in _VERBS:  # 2
        start, stop = behind.span("words")
        if auxiliary := _AUXILIARY.match(folded, start):
            start = auxiliary.end()
        cut = _VERB_STOP.search(folded, start, stop)
        stop = cut.start() if cut else stop
        if start < stop:
            return scene.text.raw[start:stop]
    verb = _verb(scene, window)
    if verb:  # 3
        return verb
    return before.of if draft.listed and before else None  # 4


def _verb(scene: Scene, window: Window) -> str | None:
    """The statistic verb that leads to the number in a few words."""
    folded = scene.text.folded
    for role, start, end in reversed(scene.roles(window.left, window.item.start)):
        if role == "verb":
            between = folded[end : window.item.start]
            if len(between.split()) <= _VERB_REACH and not any(mark in between for mark in ",;:("):
                return scene.text.raw[start:end].lower()
            return None
    return None


def _behind(scene: Scene, window: Window) -> str | None:
    """The noun behind the number: 93,3% đảng viên; 420 m2 đất."""
    folded = scene.text.folded
    match = _AFTER.match(folded, window.item.end, window.right)
    if match is None or match["words"].split()[0] in _NO_NOUN:
        return None
    start, stop = match.span("words")
    cut = _NOUN_STOP.search(folded, start, stop)
    return scene.text.raw[start : cut.start() if cut else stop]


def _subject(scene: Scene, window: Window, end: int, *, keep_number_word: bool = False) -> str | None:
    """The noun phrase before the verb that leads to the number.

    It stands behind the last comma; behind an earlier one only at the head of the sentence, where a date or a place may
    follow it. What trails the number before is no subject.
    """
    folded = scene.text.folded
    cuts = [(cut.start(), cut.end()) for cut in _CUT.finditer(folded, window.left, end)]
    cuts += scene.dates_within(window.left, end)
    cuts.sort()
    starts = [window.left] if window.left == window.sentence[0] else []
    bounds = [*starts, *(stop for _, stop in cuts)]
    stops = [start for start, _ in cuts if starts or start > cuts[0][0]] + [end]
    segments = list(zip(bounds, stops, strict=False)) if len(bounds) == len(stops) else []
    first_window = window.left == window.sentence[0]
    for start, stop in reversed(segments):
        phrase = _phrase(scene, start, stop, keep_number_word=keep_number_word)
        if phrase:
            return phrase
        if not first_window and not scene.dates_within(start - 1, stop + 1):
            return None
    return None


def _phrase(scene: Scene, start: int, end: int, *, keep_number_word: bool = False) -> str | None:
    """The words of `start:end` without connectors before, and verbs and adverbs after."""
    folded = scene.text.folded
    while start < end and folded[start] in " ,;:(\n":
        start += 1
    head = _HEAD.match(folded, start, end)
    if head and not (keep_number_word and folded.startswith(("số ", "tổng số "), start)):
        start = head.end()
    inner = _INNER.search(folded, start, end)
    if inner and inner.start() > start:
        end = inner.start()
    tail = _TAIL.search(folded, start, end)
    end = tail.start() if tail else end
    phrase = " ".join(scene.text.raw[start:end].split())
    return phrase if any(word not in _EMPTY for word in phrase.lower().split()) else None


def place_of(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The place that the clause names as a whole (toàn tỉnh, cả nước), kept through its list."""
    window = draft.window
    places = list(_ALL.finditer(scene.text.folded, window.left, window.item.start))
    if places:
        return scene.text.raw[slice(*places[-1].span())].lower()
    return before.area if before is not None else None
