"""What a number measures (`of`) and the place it describes (`area`), in the page's words."""

from __future__ import annotations

import re

from extractor.resolve.counted import CASES, CLASSIFIERS, UNDERTAKINGS, of_count
from extractor.resolve.indicator_scene import CHANGES, Draft, Scene, Window
from extractor.resolve.phrases import (
    behind,
    is_land,
    is_place,
    is_predicate,
    is_quantity,
    list_verb,
    names_quantity,
    phrase,
    subject,
    verb,
)

_RATIO_OF = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng) (?:số )?", re.IGNORECASE)
_SHARES = frozenset({"percent", "point"})
_STATING = frozenset({"share", "attainment", "increase", "decrease"})
_TOTAL = re.compile(
    r"tổng (?:số )?(?=(?:sản lượng|diện tích|đàn|thiệt hại|dư nợ|kim ngạch|kinh phí|công suất|thu ngân sách"
    r"|vốn đầu tư) )",
    re.IGNORECASE,
)
_AS_SHARE = re.compile(r"[,(][ ]?(?:đạt|bằng|chiếm|tương đương|tương ứng)[ ](?:(?:gần|hơn|trên|khoảng|tới)[ ])*$")
_AVERAGE = re.compile(r"(?<!\w)(bình quân|trung bình)[ ](?:(?:đạt|là|khoảng|gần|hơn|trên)[ ])*$")
_GROWTH = frozenset({"tăng trưởng", "mức tăng", "mức tăng trưởng", "tốc độ tăng", "tốc độ tăng trưởng"})
_PART = re.compile(r",?[ ](?:trong đó|gồm|bao gồm)[ ]")
_AREAS = frozenset({"ha", "m²", "km²"})
_EXTENT = re.compile(r"(?<!\w)(?P<word>dài|rộng|cao|sâu)[ ](?:(?:hơn|gần|trên|khoảng|tới|chưa đầy)[ ])*$")
_LENGTHS = {"dài": "chiều dài", "rộng": "chiều rộng", "cao": "chiều cao", "sâu": "độ sâu"}
_LENGTH_UNITS = frozenset({"m", "km", "cm"})
_LONG = 8
_LONGEST_OWNER = 6
_EXTENDED_REACH = 40
_SHORT = 3
_LONGEST_BEARER = 4
# These are of what the area or weight before them is of.
_OF_YIELD = frozenset({"năng suất", "giá bán", "giá trị", "trị giá"})

_NAME = re.compile(r"[ ](?:(?:tỉnh|thành phố|huyện|xã|phường|các|cơ quan|Đảng)[ ])*(\w)[\w']*")
_IN_A_PLACE = re.compile(r"(?:trên địa bàn|trong|của) ", re.IGNORECASE)
_OF_TASKS = frozenset({"ban", "bộ", "cục", "chi cục", "sở", "hội"})
_PRICE = re.compile(r"(?:(?:mức|đơn|mệnh|thị|tỷ|tỉ|nguyên) )?giá(?! trị)(?!\w)", re.IGNORECASE)
_ADVERBS = re.compile(r"[ ](?:(?:hiện|nay|đã|đang|cũng|mới|vẫn|chỉ|sẽ|phải|được|dự kiến|phấn đấu)[ ])*")
_WORD = re.compile(r"[ ]([^\W\d_]+)")
_LONGEST_TRADE = 4
_NO_TRADE = frozenset(
    "có còn đã đang sẽ mới vẫn hiện cũng được bị là tại ở và của do này trên trong thì cho phải ước".split()
)
_COMPANIES = ("công ty", "cty", "tập đoàn", "ngân hàng", "nhà máy")
# Where a sentence tells at its head where it is: Ở xã Kim Sơn, ...
_AT_HEAD = re.compile(
    r"(?:Riêng )?(?:[Ởở]|[Tt]ại|Trên địa bàn) "
    r"(?P<place>(?:(?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường|thị trấn|thôn|bản|ấp) )?"
    r"(?:[^\W\d_a-zđ][^\W\d_]* ?){1,4})(?<! ),"
)
_UNIT = re.compile(r"(?:(?:toàn|cả) )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|ngành|địa phương)", re.I)
_STILL_REACH = 120
_CLAUSE_REACH = 12
_CLAUSE_START = re.compile(r"(?:^|[,;:.\n\"“][ ]?|(?<!\w)(?:và|nay|đến|là|rằng|biết|hay|nói|ánh)[ ])$|(?<=\n)$")


def measured(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The measured noun phrase, or the verb that makes a count a statistic; None where the unit says all.

    A share is one of something: the relation says `tỷ lệ`; the change of a rate keeps the word.
    """
    item = draft.window.item
    if item.part:
        of = _of_part(scene, draft, before)
    elif item.kind == "count":
        of = of_count(scene, draft, before)
    elif item.kind in _SHARES:
        of = _of_share(scene, draft, before)
    else:
        of = _of_amount(scene, draft, before)
    if of and draft.relation == "share":
        bare = _RATIO_OF.sub("", of) or of
        draft.rate = bare != of or (before is not None and before.rate and before.of == of)
        return bare
    if of:
        of = of.removeprefix("được ")
        if "tổng" in of.lower():
            of = _TOTAL.sub("", of, count=1)
    changes = before is not None and before.rate and before.of == of and draft.relation in CHANGES
    return f"tỷ lệ {of}" if changes and item.kind in _SHARES else of


def _of_part(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """The label of a part of a breakdown: khiển trách 58; a place is its area."""
    name = phrase(scene, draft.window.left, draft.window.start)
    if name is None or is_place(name):
        return before.of if before else None
    return name


def _of_share(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What a percent is of.

    1. the noun behind it, when nothing says what it is; with its verb against a plan: giải ngân 90% vốn đầu tư
    2. what is said to change: giảm 5% lãi suất, cắt giảm 20% thủ tục
    3. a part has the noun of the whole: xuất khẩu ..., trong đó tôm tăng 5%
    4. the subject: thu ngân sách tăng 8%; growth by itself is that of the number before
    5. the verb before, or what the number before counts or measures: 214 vụ, đạt 88,8%
    6. a figure of a plan or of elsewhere has the noun of the one before: ..., trong khi kịch bản là 9,1%
    7. what tells a count as a share is of the counted: 712 người tham gia bảo hiểm, đạt 42,3% lao động
    """
    window = draft.window
    noun = _noun(scene, draft)
    deed = verb(scene, window)
    deed = None if deed and deed.lower() in scene.words.event else deed
    if draft.relation == "share" and _repeats(scene, window, before):  # 7
        return _counted(scene, before) or noun
    planned = deed if draft.relation == "attainment" else None
    if noun and window.item.kind == "percent" and (planned or not _is_stated(scene, window)):  # 1
        return f"{planned} {noun}" if planned else noun
    name = subject(scene, window, counts=draft.relation in CHANGES)
    if stood_for := _stood_for(scene, window, name, before):  # 6
        return stood_for
    if name and is_quantity(scene, name):
        return name
    acts = name is None or (deed is not None and deed.startswith(name.lower()))
    if noun and draft.relation in CHANGES and (acts or is_quantity(scene, noun)):  # 2
        return noun
    if name and (whole := _whole(scene, draft, before)):  # 3
        return f"{whole} {name}"
    if name and before and name.lower() in _GROWTH and before.window.item.kind != "percent":  # 4
        name = None
    return name or deed or _counted(scene, before) or noun  # 5


def _of_amount(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What money, a measure or a multiple measures.

    1. the verb of the clause: đã giải ngân 907 tỷ đồng
    2. what a noun of quantity heads: tổng mức đầu tư ..., diện tích 30 m2 nhà ở; or behind: 5 tỷ đồng doanh thu
    3. the verb, its own or that of its list, with the thing behind: hiến 420 m2 đất
    4. a part has the noun of the whole: Lợi nhuận ..., trong đó mía đường ...
    5. what is wide has an area, what is long a length: ao rộng 2.000 m2
    6. the verb, or the subject where it is short, or what the number before measures
    7. a figure of a plan or of elsewhere has the noun of the one before
    8. an average is of what the sum before it is: kinh phí 214 tỷ đồng, bình quân ...
    """
    window, item = draft.window, draft.window.item
    noun, name, deed = _noun(scene, draft), subject(scene, window), verb(scene, window)
    if stood_for := _stood_for(scene, window, name, before):  # 7
        return stood_for
    if deed and is_predicate(scene, window, deed):  # 1
        return f"{deed} {noun}" if noun else deed
    if name and is_quantity(scene, name):  # 2
        if noun and deed and deed == name.lower() and is_quantity(scene, noun):
            return f"{deed} {noun}"
        if not noun and _is_bare(scene, name) and (bearer := _bearer(scene, window, name, before)):
            return f"{name} {bearer}"
        apart = noun and (item.kind == "measure" or "/" in item.unit) and not is_quantity(scene, noun)
        return f"{name} {noun}" if apart and len(name.split()) <= _SHORT else name
    if noun and (item.kind == "measure" or (item.kind == "money" and is_quantity(scene, noun))):  # 2, 3
        deed = deed or (list_verb(scene, window) if item.kind == "measure" else None)
        return f"{deed} {noun}" if deed else noun
    if name and (whole := _whole(scene, draft, before)):  # 4
        return f"{whole} {name}"
    average = _AVERAGE.search(scene.folded, window.left, item.start) if name is None else None
    if average and before and before.of and before.window.item.kind == item.kind:  # 8
        return f"{before.of} {average[1]}"
    if (said := _extent(scene, window)) is not None:  # 5
        extent = "diện tích" if item.unit in _AREAS else _LENGTHS[said["word"]]
        owner = (name or "").removesuffix(extent.split()[-1]).rstrip()
        owner = _extended(scene, window, said.start()) or (owner if len(owner.split()) <= _LONGEST_OWNER else "")
        return f"{extent} {owner}".rstrip()
    if deed and (name is None or len(name.split()) > _LONG or " " in deed):  # 6
        return deed
    return name or (_counted(scene, before) if item.kind == "multiple" else _inherited(before)) or noun


def _stood_for(scene: Scene, window: Window, name: str | None, before: Draft | None) -> str | None:
    """What the number before measures, where this one is only told of a plan or of another place."""
    if name is None or before is None or before.window.item.kind != window.item.kind:
        return None
    stands_in = scene.words.stand_in.match(name.lower()) is not None or is_land(scene, name)
    return before.of if stands_in else None


def _repeats(scene: Scene, window: Window, before: Draft | None) -> bool:
    """Whether a percent only tells the number before as a share: ..., đạt 42,3% lao động."""
    if before is None or before.window.item.kind == "percent":
        return False
    return _AS_SHARE.search(scene.folded, window.left, window.start) is not None


def _is_bare(scene: Scene, name: str) -> bool:
    """Whether a noun of quantity stands alone that says too little so."""
    return scene.words.borne.fullmatch(name.lower()) is not None


def _bearer(scene: Scene, window: Window, name: str, before: Draft | None) -> str | None:
    """What a bare noun of quantity is of.

    1. the noun right before it: trang trại | diện tích 2 ha
    2. the undertakings counted before: 41 dự án ..., kinh phí
    3. what the measure before is of: 41.350 ha lúa, năng suất; trang trại diện tích 2 ha, giá trị
    """
    folded = scene.folded
    head = folded.rfind(name.lower(), window.left, window.start)
    start = max((cut.end() for cut in scene.words.cut.finditer(folded, window.left, head)), default=window.left)
    start = max([start, *(end for _, _, end in scene.roles(start, head))])
    found = phrase(scene, start, head)
    if found and 1 < len(found.split()) <= _LONGEST_BEARER and not is_place(found):  # 1
        return found
    if before is None:
        return None
    item = before.window.item
    if item.unit in UNDERTAKINGS and name.lower() != "giá":  # 2
        return before.of if before.of and before.of.startswith(item.unit) else item.unit
    if item.kind != "measure" or before.of is None or name.lower() not in _OF_YIELD:  # 3
        return None
    held = scene.words.borne.match(before.of.lower()) or scene.words.quantity.match(before.of.lower())
    return before.of[held.end() :].strip() if held else before.of


def _extent(scene: Scene, window: Window) -> re.Match[str] | None:
    """The adjective of extent right before a number of its units: rộng 2.000 m2, dài 5 km."""
    unit = window.item.unit
    if unit not in _AREAS and unit not in _LENGTH_UNITS:
        return None
    said = _EXTENT.search(scene.folded, window.left, window.start)
    return None if said is None or (unit in _AREAS and said["word"] != "rộng") else said


def _extended(scene: Scene, window: Window, end: int) -> str | None:
    """The thing right before the adjective of an extent at `end`: mở | con đường liên ấp | dài 5 km."""
    for head in scene.words.extended.finditer(scene.folded, max(window.left, end - _EXTENDED_REACH), end):
        if scene.words.cut.search(scene.folded, head.start(), end) is None:
            words = phrase(scene, head.start(), end)
            return words if words and len(words.split()) <= _LONGEST_OWNER else None
    return None


def _noun(scene: Scene, draft: Draft) -> str | None:
    """The noun behind the number, where it is not what the number is compared with."""
    compared = draft.baseline is not None and draft.relation != "attainment"
    return None if compared else behind(scene, draft.window)


def _whole(scene: Scene, draft: Draft, before: Draft | None) -> str | None:
    """What the whole measures of which the number is a part: ..., trong đó ..."""
    if before is None or before.of is None or not is_quantity(scene, before.of):
        return None
    same = before.window.item.unit == draft.window.item.unit and before.relation == draft.relation
    return _RATIO_OF.sub("", before.of) if same and _PART.match(scene.folded, draft.window.left) else None


def _inherited(before: Draft | None) -> str | None:
    if before is None:
        return None
    return before.of or (before.window.item.unit if before.window.item.kind == "count" else None)


def _counted(scene: Scene, before: Draft | None) -> str | None:
    """What a percent that repeats a count is of: its noun and what is said of it."""
    of = _inherited(before)
    if before is None or before.of is None or before.window.item.kind != "count":
        return of
    unit = before.window.item.unit
    says_all = unit in CASES or unit in CLASSIFIERS or before.of.startswith(unit) or is_quantity(scene, before.of)
    return of if says_all else f"{unit} {of}"


def _is_stated(scene: Scene, window: Window) -> bool:
    """Whether a word before a percent says what it is of the noun behind it: chiếm 41,5% GRDP, bằng 7,6% tổng thu."""
    folded, end = scene.folded, window.start
    start = max(window.left, *(folded.rfind(mark, window.left, end) for mark in ",;"))
    return (
        any(role in _STATING for role, _, _ in scene.roles(start, end))
        or folded[start:end].rstrip().endswith("bằng")
        or names_quantity(scene, start, end)
    )


def _starts_clause(scene: Scene, window: Window, start: int) -> bool:
    """Whether a clause starts there: behind a mark, a connector or a date."""
    return _CLAUSE_START.search(scene.folded, max(start - _CLAUSE_REACH, 0), start) is not None or any(
        date[1] + 1 == start for date in scene.dates_within(window.left, start)
    )


def place_of(scene: Scene, draft: Draft, last: Draft | None) -> str | None:
    """The place or body that the figure describes.

    1. the label of a part: (Đồng Xuân 32, Sông Cầu 21)
    2. one named before it in its clause
    3. where the sentence is, by its head: Ở xã Kim Sơn, ...; prices have none
    4. that of the `last` number, in the sentence or not far above when this one is told of nobody
    """
    window = draft.window
    if window.item.part:  # 1
        label = phrase(scene, window.left, window.start)
        if label and is_place(label):
            return label
    if found := _place_before(scene, window):  # 2
        return found
    head = _AT_HEAD.match(scene.cased, window.sentence[0], window.start)
    if head is None and (last is None or last.area is None):
        return None
    if draft.of is not None and _PRICE.match(draft.of):
        return None
    if head:  # 3
        return scene.raw[head.start("place") : head.end("place")]
    if last is None:
        return None
    if last.window.sentence == window.sentence:  # 4
        return last.area
    tells = scene.words.person.match(scene.folded, window.sentence[0]) is not None
    return last.area if not tells and (scene.goes_on(window) or _is_still_of(scene, window, last)) else None


def _is_still_of(scene: Scene, window: Window, last: Draft) -> bool:
    """Whether figures not far below are of the unit that the paragraph is about: toàn tỉnh, huyện."""
    if last.area is None or last.window.paragraph != window.paragraph or not _UNIT.fullmatch(last.area):
        return False
    between = scene.sentences_between(last.window.sentence[1], window.sentence[0])
    return between <= 1 and window.start - window.sentence[0] < _STILL_REACH


def _place_before(scene: Scene, window: Window) -> str | None:
    """The last place or body before a number, named as a whole or the subject of a clause.

    toàn tỉnh; Làng Jút có ...; huyện tiếp nhận 612 đoàn; Đảng bộ thành phố hiện có ...
    """
    folded, raw = scene.folded, scene.raw
    for match in reversed(list(scene.words.place.finditer(folded, window.left, window.start))):
        if match[0] in scene.words.provinces and not scene.cased[match.start()].isupper():
            continue
        end = match.end()
        if match[0].startswith(_COMPANIES):
            end = _trade_end(scene, end, window.start)
        while name := _NAME.match(scene.cased, end, window.start):
            if not name[1].isupper():
                break
            end = name.end()
        if match[0] not in scene.words.wholes:
            has = scene.words.having.match(folded, end) is not None
            # The task of a body is no verb: Ban quản lý ...
            has = has or (match[0] not in _OF_TASKS and _acts(scene, end, window.start))
            if not has or not _starts_clause(scene, window, match.start()):
                continue
        found = _IN_A_PLACE.sub("", raw[match.start() : end])
        return found[0].lower() + found[1:] if found.lower().startswith(("toàn", "cả")) else found
    return None


def _trade_end(scene: Scene, start: int, stop: int) -> int:
    """Where the words end that say what a company deals in, before its name: Công ty khai thác vàng | Sông Mai."""
    end = start
    for _ in range(_LONGEST_TRADE + 1):
        word = _WORD.match(scene.cased, end, stop)
        if word is None or word[1] in _NO_TRADE:
            return start
        if word[1][0].isupper():
            return end
        end = word.end()
    return start


def _acts(scene: Scene, end: int, number: int) -> bool:
    """Whether a verb of statistics stands behind a place that ends there."""
    adverbs = _ADVERBS.match(scene.folded, end)
    return adverbs is not None and any(
        role == "verb" and start == adverbs.end() for role, start, _ in scene.roles(end, number)
    )
