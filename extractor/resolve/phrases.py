"""Phrases cut out of the clause around a number: its subject, its verb, the noun behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.resolve.indicator_scene import Scene, Window

# The verb of the clause, or an adverbial, ends the phrase.
_INNER = re.compile(
    r"[ ](?:chỉ(?! số| tiêu| đạo| thị)|vẫn|sẽ|đã|theo|tại|(?<!nhà )ở|có thể(?! tích)|nhiều khả năng"
    r"|phải(?! nộp| trả| thu| thi hành| giải quyết))(?!\w)"
)
# A cue ends the subject; these only right before the number ("người có uy tín", "lương thực có hạt").
_WEAK = frozenset(
    {"có", "là", "còn", "gồm", "bằng", "với", "được", "tối đa", "quá", "trên", "dưới", "gần", "hơn", "chưa"}
)
_ENDING = frozenset({"increase", "decrease", "exceed", "added", "level", "~", "<", ">", "planned"})
# A sum in another currency stands within the phrase: tổng trị giá 112 triệu ringgit (khoảng ...).
_SUM = re.compile(r"[ ]\d[\d.,]*[ ](?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)")
# A sum that a clause tells more of: tổng số tiền mà ...
_SUM_THAT = re.compile(r"(?<!\w)(?P<sum>(?:tổng )?(?:số|khoản|mức|nguồn|lượng) [^\W\d_]+(?: [^\W\d_]+){0,2}) mà[ ]$")
_RELATIVE = re.compile(
    _SUM_THAT.pattern.removesuffix("$")
    + r"[^.;:()\n]{4,160} (?:là|đạt|lên (?:tới|đến))(?: (?:hơn|gần|trên|khoảng))?[ ]$"
)
_SUM_REACH = 40
_TAIL_REACH = 120
# Who issued a document that the phrase names: vốn thực hiện Quyết định 10/QĐ-TTg | của Thủ tướng.
_ISSUER = re.compile(r"[ ]của[ ](?:thủ tướng|chính phủ|quốc hội|trung ương|bộ|tỉnh ủy|hđnd|ubnd|ban bí thư)(?!\w)")
_NUMBER_WORD = re.compile(r"(?:tổng )?số[ ]")
_SUBORDINATE = ("khi ", "dù ")
# Whom a sum is for, behind the date of it: Vốn giao năm 2022 | cho chương trình.
_FOR_WHOM = "cho "
_LENT = ("cho vay", "cho thuê", "cho mượn", "cho thôi")
_ANAPHOR = re.compile(r"(?:con số|kết quả|mức|số|tỷ lệ|tỉ lệ|điều|việc)(?: tiền| liệu)?[ ](?:này|đó|ấy|trên)")
_ACRONYM = re.compile(r"\([A-ZĐ][A-ZĐ&]{1,7}\)")
_ACRONYM_REACH = 9

_AFTER = re.compile(r"[ ](?:tổng[ ])?(?:số[ ])?(?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,8})")
_BETWEEN = frozenset(
    "hơn gần trên khoảng được cho thêm tới đủ xong hết lại mới vội tiếp chừng ít nhất từ dưới toàn bộ tổng cộng".split()
)
# The word that ends a noun may be cut in two by its longest length: vốn đầu tư ... | giai đoạn.
_STOP_REACH = len(" đoạn")
_NO_DEED = frozenset({"của", "có"})
_VERB_REACH = 5
# What is caused is the statistic: làm chết 5 người.
_CAUSED = re.compile(r"^làm (?=(?:chết|bị thương|sập|hư|hỏng|ngập|cháy|gãy|tử vong|thiệt mạng)(?!\w))")
_AUXILIARIES = re.compile(r"(?:(?:đã|đang|sẽ|cũng|vừa|mới|được|bị|phải|vẫn|thì|cam kết|có|chỉ(?! đạo))[ ])+")
_PREDICATE = (" đã ", " sẽ ", " mới ", " được ", " bị ", " phải ", " đang ", " vừa ")
_NO_PREDICATE = ("ở ", "tại ", "theo ", "về ", "với ", "trong ", "và ", "giảm", "tăng", "của ")
_LONGEST_PREDICATE = 8
# A list that goes on: only a comma or `và` right before the number.
_GOES_ON = re.compile(r"(?:,|[ ]và)[ ](?:hơn |gần |trên |khoảng )?$")
_LONGEST_LIST = 4
_LONGEST_ITEM = 4
_CAPACITY_REACH = 60
_APART = (",", ";", "(", ":", " và ", " khi ")


def subject(scene: Scene, window: Window, *, counts: bool = False) -> str | None:
    """The noun phrase that an amount measures, before the verb that leads to the number.

    1. it stands behind the last comma; behind an earlier one only around a date or at the head of the sentence
    2. a noun of quantity heads it, whatever stands before: Dự án có | tổng mức đầu tư
    3. who acts is no subject of a percent; of an amount it is what is done: Công ty Sao Mai | hưởng lợi
    4. what trails the number before is no subject, except for a noun of quantity: 12 dự án có | tổng mức đầu tư
    5. nor is a bracket, or who acts in a relative clause: tổng số tiền mà hai bên chi ra | là 5 tỷ đồng
    """
    folded, (sentence, _), number = scene.folded, window.sentence, window.start
    told = folded.find(" mà ", sentence, number) >= 0
    if told and (relative := _RELATIVE.search(folded, sentence, number)):  # 5
        return scene.raw[slice(*relative.span("sum"))]
    pieces, first = _pieces(scene, window)
    for start, stop in _outside_brackets(scene, pieces):  # 5
        if headed := _headed(scene, start, stop):  # 2
            return headed
        if _is_relative(scene, window, start):  # 5
            return None
        if words := phrase(scene, start, stop, number_word=counts):
            if not _is_agent(scene, words):
                return words
            return _predicate(scene, words, start, stop) if window.item.kind in {"money", "measure"} else None  # 3
        if not _goes_back(scene, window, start, stop):  # 1
            return None
    return None if window.left == window.sentence[0] else _headed(scene, window.left, first)  # 4


def _outside_brackets(scene: Scene, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces of a clause, the last first, without those in a bracket that ends before the number."""
    opening = None
    for place in range(len(pieces) - 1, -1, -1):
        stop = pieces[place][1]
        if opening is None and scene.folded.startswith(")", stop):
            opening = scene.folded.rfind("(", max(pieces[0][0] - 1, 0), stop)
        if opening is None or stop <= opening:
            opening = None
            yield _with_pair(scene, pieces, place)


def _is_relative(scene: Scene, window: Window, start: int) -> bool:
    """Whether a piece is a clause about the sum before it: tổng số tiền mà | hai bên chi ra."""
    folded, first = scene.folded, max(window.sentence[0], start - _SUM_REACH)
    return folded.endswith(" mà ", first, start) and _SUM_THAT.search(folded, first, start) is not None


def label(scene: Scene, window: Window) -> str | None:
    """The words before a count that may name what is counted, a leading `số` included."""
    for start, stop in _outside_brackets(scene, _pieces(scene, window)[0]):
        if words := phrase(scene, start, stop, number_word=True):
            return None if _is_agent(scene, words) else words
        if not _goes_back(scene, window, start, stop):
            return None
    return None


def capacity(scene: Scene, window: Window) -> str | None:
    """What a noun of quantity close before a count heads: công suất ... là 12 triệu hành khách/năm."""
    number = window.start
    heads = list(scene.words.capacity.finditer(scene.folded, max(window.left, number - _CAPACITY_REACH), number))
    if not heads or any(mark in scene.folded[heads[-1].end() : number] for mark in _APART):
        return None
    return _trimmed(scene, heads[-1].start(), number, cues_from=heads[-1].end())


def _goes_back(scene: Scene, window: Window, start: int, stop: int) -> bool:
    """Whether an empty piece of the clause leads back to the one before it."""
    if window.left == window.sentence[0]:
        return True
    return any(date[0] == stop or date[1] == start for date in scene.dates_within(window.left, window.start))


def _pieces(scene: Scene, window: Window) -> tuple[list[tuple[int, int]], int]:
    """The clause before a number, cut at commas, connectors and dates; and where it is cut first."""
    left, end = window.left, window.start
    cuts = [cut.span() for cut in scene.words.cut.finditer(scene.folded, left, end)]
    if scene.cased.find("(", max(left - _ACRONYM_REACH, 0), end) >= 0:
        cuts = [cut for cut in cuts if not _in_acronym(scene, cut[0])]
    if dates := scene.dates_within(left, end):
        cuts = sorted(cuts + dates)
    pieces = []
    start = left if left == window.sentence[0] else None  # a piece that goes on from the number before is none
    for stop, behind_cut in cuts:
        if start is not None:
            pieces.append((start, stop))
        start = behind_cut
    if start is not None:
        pieces.append((start, end))
    return pieces, cuts[0][0] if cuts else end


def _with_pair(scene: Scene, pieces: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """A piece, together with those before it when `và` joins two nouns, or commas what is of several parts.

    khu vực công nghiệp và xây dựng; khu vực nông, lâm, thủy sản
    """
    start, stop = pieces[place]
    if not place:
        return start, stop
    folded = scene.folded
    for first, end in reversed(pieces[max(place - _LONGEST_LIST, 0) : place]):
        if folded[end:start].strip() != "," or len(folded[first:end].split()) > _LONGEST_ITEM:
            break
        start = first
        if scene.words.collective.match(folded, first):
            return first, stop
    start, earlier = pieces[place][0], pieces[place - 1][0]
    pair = (
        folded.endswith(" và ", earlier, start)
        and folded[earlier : start - 4].strip()
        and ")" not in folded[earlier:start]
        and not scene.words.quantity.match(folded, start)
        and not any(role in _ENDING or role == "compare" for role, *_ in scene.roles(earlier, start))
        and not scene.dates_within(earlier, start)
        and phrase(scene, start, stop) is not None
    )
    return (earlier, stop) if pair else (start, stop)


def _in_acronym(scene: Scene, position: int) -> bool:
    """Whether the mark at `position` is of a bracketed short form: chỉ số giá tiêu dùng (CPI)."""
    opening = scene.cased.rfind("(", max(position - _ACRONYM_REACH, 0), position + 1)
    return opening >= 0 and _ACRONYM.match(scene.cased, opening) is not None


def _headed(scene: Scene, start: int, end: int) -> str | None:
    """The noun phrase that a noun of quantity heads.

    Such a noun may stand within the phrase of another (giá trị sản xuất theo giá so sánh): the first of them counts.
    """
    words, folded = scene.words, scene.folded
    heads = [head.span() for head in words.quantity.finditer(folded, start, end) if head[0] not in words.decoys]
    if not heads:
        return None
    first = heads.pop()
    for head in reversed(heads):
        if any(role in _ENDING and folded[cue:end] not in _WEAK for role, cue, end in scene.roles(head[0], first[0])):
            break
        first = head
    return _trimmed(scene, first[0], end, cues_from=first[1])


def is_quantity(scene: Scene, words: str) -> bool:
    """Whether a noun of quantity heads the phrase."""
    head = scene.words.quantity.match(words.lower())
    return head is not None and head[0] not in scene.words.decoys


def names_quantity(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun of quantity stands in `start:end`."""
    head = scene.words.quantity.search(scene.folded, start, end)
    return head is not None and head[0] not in scene.words.decoys


def _is_agent(scene: Scene, words: str) -> bool:
    """Whether a phrase starts with who acts: a person, a body, a place or a proper name."""
    return scene.words.person.match(words.lower()) is not None or is_place(words) or is_land(scene, words)


def is_land(scene: Scene, words: str) -> bool:
    """Whether the words are the name of a province or country."""
    return words[0].isupper() and words.lower() in scene.words.lands


def is_place(words: str) -> bool:
    """Whether all words have a capital, as names of places have; short forms (GRDP) have more than one."""
    each = words.split()
    return (
        len(each) > 1
        and all(word[0].isupper() for word in each)
        and not any(word.isupper() and len(word) > 1 for word in each)
    )


def _predicate(scene: Scene, agent: str, start: int, end: int) -> str | None:
    """What who acts does with the amount.

    1. a statistic verb of the clause, with its object
    2. what follows the last name: Công ty Sao Mai | hưởng lợi
    3. what follows the whole phrase: Công ty Sao Mai đã | chi ra
    """
    for role, verb_start, _ in scene.roles(start, end):
        if role == "verb":  # 1
            return _trimmed(scene, verb_start, end, inner=False)
    title = scene.words.person.match(agent.lower())
    words = agent[title.end() if title else 0 :].split()
    names = [place for place, word in enumerate(words) if word[0].isupper()]
    rest = " ".join(words[names[-1] + 1 if names else 0 :])  # 2
    if not rest or rest.startswith(_NO_PREDICATE):
        rest = " ".join(scene.raw[start:end].split()).partition(agent)[2]  # 3
    rest = scene.words.tail.sub("", _AUXILIARIES.sub("", rest.strip()))
    fits = rest and rest[0].islower() and len(rest.split()) <= _LONGEST_PREDICATE
    return rest if fits and not rest.startswith(_NO_PREDICATE) else None


def phrase(scene: Scene, start: int, end: int, *, number_word: bool = False) -> str | None:
    """The words of `start:end` without connectors before, and verbs and adverbs after."""
    folded = scene.folded
    while start < end and folded[start] in " ,;:(\n":
        start += 1
    if folded.startswith(_SUBORDINATE, start):
        return None
    if folded.startswith(_FOR_WHOM, start) and not folded.startswith(_LENT, start):
        return None
    if number_word and (number := _NUMBER_WORD.match(folded, start, end)):
        return _trimmed(scene, start, end, cues_from=number.end())
    head = scene.words.head.match(folded, start, end)
    return _trimmed(scene, head.end() if head else start, end)


def _trimmed(scene: Scene, start: int, end: int, *, cues_from: int | None = None, inner: bool = True) -> str | None:
    """The words from `start` up to what leads to the number; None when they name nothing."""
    folded = scene.folded
    roles = scene.roles(start if cues_from is None else cues_from, end)
    for role, cue, cue_end in roles:
        if role not in _ENDING or (folded[cue:cue_end] in _WEAK and len(folded[cue_end:end].split()) > 1):
            continue
        if ("verb", cue, cue_end) not in roles:
            end = cue
            break
    if inner and (verb := _INNER.search(folded, start + 1, end)):
        end = verb.start()
    end = _without_tail(scene, start, end)
    if other := _SUM.search(folded, start, end) or _ISSUER.search(folded, start, end):
        end = other.start()
    start, end = _closed(folded, start, end)
    words = " ".join(scene.raw[start:end].split())
    plain = words.lower()
    since = plain.startswith("đầu") and folded.endswith("từ ", 0, start)  # lũy kế từ | đầu vụ
    if since or plain.startswith("theo ") or _ANAPHOR.fullmatch(plain):
        return None
    return None if scene.words.empty.issuperset(plain.split()) else words


def _without_tail(scene: Scene, start: int, end: int) -> int:
    """Where the words of `start:end` end without those that only lead to the number."""
    folded, first = scene.folded, end
    start = max(start, end - _TAIL_REACH)
    # A tail is searched for behind the last word that is in none.
    for word in reversed(folded[start:end].split(" ")):
        if word.isalpha() and word not in scene.words.trailing:
            break
        first -= len(word) + 1
    first = max(first, start)
    if folded[first:end].isspace():
        return first
    tail = scene.words.tail.search(folded, first, end)
    return tail.start() if tail else end


def _closed(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span with no bracket or quote that it opens or closes alone.

    1. the mark right behind it, or right before it, is taken in: xây “Mái ấm”
    2. else it starts behind what closes, or ends before what opens
    """
    if folded.count('"', start, end) % 2:
        if folded.startswith('"', end):  # 1
            end += 1
        elif start and folded[start - 1] == '"':
            start -= 1
        else:  # 2
            mark = folded.rfind('"', start, end)
            start, end = (start, mark) if folded[mark - 1] == " " else (mark + 1, end)
    if folded.count("(", start, end) != folded.count(")", start, end):
        opening, closing = folded.rfind("(", start, end), folded.rfind(")", start, end)
        if opening > closing and folded.startswith(")", end):  # 1
            end += 1
        else:  # 2
            start, end = (start, opening) if opening > closing else (closing + 1, end)
    return start, end


def verb(scene: Scene, window: Window) -> str | None:
    """The statistic verb that leads to the number, with its object: a long one in a few words, a short one at once."""
    folded, number = scene.folded, window.start
    for role, start, end in reversed(scene.leading[window.place]):
        if role != "verb":
            continue
        between = folded[end:number]
        words = between.split()
        if any(mark in between for mark in ",;:()") or len(words) > _VERB_REACH or not _NO_DEED.isdisjoint(words):
            return None
        found = scene.raw[start:end]
        if not all(word in _BETWEEN for word in words):
            if " " not in folded[start:end]:
                continue
            recipient = folded.find(" cho ", end, number)
            found = _trimmed(scene, start, number if recipient < 0 else recipient, inner=False) or found
        passive = "được " if folded.endswith(" được ", window.left, start) else ""
        return _CAUSED.sub("", passive + found[0].lower() + found[1:])
    return None


def list_verb(scene: Scene, window: Window) -> str | None:
    """The verb that leads the list in which the number stands: hỗ trợ 150 tỷ đồng, 3.000 tấn gạo."""
    for _ in range(_LONGEST_LIST):
        if window.left == window.sentence[0] or not goes_on(scene, window):
            return None
        window = scene.windows[window.place - 1]
        if found := verb(scene, window):
            return found
    return None


def goes_on(scene: Scene, window: Window) -> bool:
    """Whether the number goes on with the list of the one before it."""
    return _GOES_ON.search(scene.folded, window.left, window.start) is not None


def is_predicate(scene: Scene, window: Window, found: str) -> bool:
    """Whether the verb before the number is that of the clause: đã vận động được, mới giải ngân."""
    clause = scene.folded[window.left : window.start]
    return found.startswith("được ") or clause.rpartition(found.lower())[0].endswith(_PREDICATE)


def words_behind(scene: Scene, window: Window) -> tuple[int, int] | None:
    """The span of the words right behind a number, its unit included in it."""
    match = _AFTER.match(scene.folded, window.end, window.right)
    return match.span("words") if match else None


def behind(scene: Scene, window: Window) -> str | None:
    """The noun behind the number: 93,3% đảng viên; 420 m2 đất."""
    folded = scene.folded
    span = words_behind(scene, window)
    if span is None:
        return None
    start, stop = span
    if folded[start:stop].partition(" ")[0] in scene.words.no_noun:
        return None
    if window.item.kind == "measure" and scene.words.borne.match(folded, start, stop):
        return None
    known = scene.units.noun(scene.text, window.end) if window.item.kind == "percent" else None
    if known and " " in known.name:
        return scene.raw[start : known.end]
    cut = scene.words.noun_stop.search(folded, start, stop + _STOP_REACH)
    return scene.raw[start : min(cut.start(), stop) if cut else stop]
