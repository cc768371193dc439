"""Mentions by a name that the page gave before: the full name alone, or the given name of one of the accused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from extractor.names import OPENERS
from extractor.organisations import Organisations
from extractor.recognise.people_mentions import BACK, Mentions
from extractor.recognise.person import FoundPerson
from extractor.text import Text, lower, places_of

# What a bare run of capitals names after these words is a street, a school, a prize, a movement, a byline.
NO_PERSON_AFTER = re.compile(
    r"""(?:^|\W)(?:đường|phố|trường|phường|xã|thôn|ấp|huyện|quận|tỉnh|tp\.?|thành[ ]phố|đại[ ]lộ|vành[ ]đai|hẻm|ngõ
    |số[ ]\d+|\d+|ngã[ ]tư|(?<!yêu[ ])cầu|hồ|sông|núi|đèo|bến|chợ|khu|quảng[ ]trường|công[ ]viên|tượng|tượng[ ]đài
    |đền|chùa|lăng|nhà[ ]thờ|nhà[ ]hát|bảo[ ]tàng|thpt|thcs|tiểu[ ]học|trung[ ]học|mầm[ ]non|đại[ ]học|y[ ]khoa
    |bệnh[ ]viện|công[ ]ty|cổ[ ]phần|tnhh|dntn|nhãn[ ]hiệu|giải|giải[ ]thưởng|cup|cúp|quỹ
    |huân[ ]chương|phong[ ]trào|tư[ ]tưởng|phong[ ]cách|đạo[ ]đức
    |hội|đoàn|họ|giao[ ]lộ|nút[ ]giao|tuyến|đường[ ](?:nối|vào|ra)|(?<!thông[ ])(?<!cảnh[ ])(?<!cấp[ ])báo
    |mang[ ]tên|ảnh:?|bài:?|theo)[ ]*$""",
    re.VERBOSE,
)
CAPITAL_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zđ]\w* $")
_CAPTION_PLACE = re.compile(
    r"(?:đường|phố|trường|phường|xã|(?<!yêu )cầu|quảng trường|công viên|giải|quỹ|tượng|khu|tên) +$"
)
# Whoever the page addresses like this is not called by the given name alone.
_POLITE = frozenset({"civil", "comrade", "rank", "degree", "religious"})
_GOES_ON = re.compile(
    r"(?:không|chưa|đã|đang|sẽ|còn|vẫn|cũng|liền|bèn|lại|rồi|bị|được|khai|thừa nhận|lấy|mua|bán|dùng|đưa|tiếp tục"
    r"|thường|đều|nhiều lần|chiếm đoạt|gây|thì|về|và|cùng)(?!\w)"
)
_AGED = re.compile(r" ?\((?:sn|sinh năm|sinh|\d{2} tuổi)(?!\w)")
_CLOSED_BEFORE = re.compile(r"(?:^|[.!?:;)…\n])[ \"]*$")


class Repeated:
    """Finds the names of `found` where they stand again without honorific or post."""

    def __init__(self, mentions: Mentions, organisations: Organisations) -> None:
        self._mentions = mentions
        self._organisations = organisations

    def __call__(self, text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
        """`found` with what its names say of the rest of the text, in order."""
        found = _unglued(text, found)
        people = sorted([*found, *self._repeated(text, found)], key=_start)
        if any(mention.honorific == "standing" or _is_aged(text, mention) for mention in people):
            people = sorted([*people, *self._by_given_name(text, people)], key=_start)
        return people

    def _repeated(self, text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
        """Names of `found` that stand alone elsewhere in the text."""
        taken = _taken(text, found)
        names = {mention.name for mention in found if mention.name and mention.full}
        extra: list[FoundPerson] = []
        for name in sorted(names, key=lambda name: (-len(name), name)):
            for form in {name, name.upper()}:
                for start in places_of(form, text.cased):
                    end = start + len(form)
                    if taken.find(1, start, end) < 0 and _stands_alone(text, start, end):
                        posts_end, posts = self._mentions.apposition(text, end)
                        extra.append(
                            FoundPerson(
                                start=start, end=posts_end, rule="name", name=name, full=True, posts=tuple(posts)
                            )
                        )
                        taken[start:posts_end] = b"\1" * (posts_end - start)
        return extra

    def _by_given_name(self, text: Text, found: list[FoundPerson]) -> Iterator[FoundPerson]:
        """`Sơn khai …` on a page about the accused: the given name of someone whom no form of address goes with."""
        polite = {
            short
            for mention in found
            if mention.name and mention.honorific in _POLITE
            for short in (mention.name.split(" ")[-1], *_given(mention.name))
        }
        names = {mention.name for mention in found if mention.name and mention.full}
        given = Counter(short for name in names for short in _given(name))
        cased, taken = text.cased, _taken(text, found)
        for name, holders in sorted(given.items(), key=lambda item: -len(item[0])):
            if holders > 1 or len(name) < 2 or name in polite or name in OPENERS or self._organisations.is_place(name):
                continue
            for start in places_of(name, cased):
                end = start + len(name)
                whole = _is_edge(cased[start - 1 : start]) and _is_edge(cased[end : end + 1])
                if whole and not taken[start] and self._acts(text, start, end):
                    taken[start:end] = b"\1" * len(name)
                    yield FoundPerson(start=start, end=end, rule="given-name", name=name)

    def _acts(self, text: Text, start: int, end: int) -> bool:
        """Whether the capitalised word at `start:end` stands alone as someone who acts, or at a mark."""
        before = max(0, start - 2 * BACK)
        if CAPITAL_BEFORE.search(text.cased, before, start) or NO_PERSON_AFTER.search(text.folded, before, start):
            return False
        opens = _CLOSED_BEFORE.search(text.cased, before, start) is not None
        if text.cased[end : end + 1] != " ":
            return not opens
        if not opens and _is_small(text.cased[end + 1 : end + 2]) and self._organisations.at(text, start) is None:
            # Inside a sentence a capital is a name, whatever follows: "… thì bị Sơn chặn lại".
            return True
        return self._organisations.verb_at(text, end + 1) or _GOES_ON.match(text.folded, end + 1) is not None


def _is_aged(text: Text, mention: FoundPerson) -> bool:
    """Whether a bare name goes on with the age, as those of the accused do: `Nguyễn Văn An (SN 1975, trú tại …)`."""
    if mention.honorific is not None or not mention.full or mention.leading:
        return False
    return _AGED.match(text.folded, mention.start + len(mention.name or "")) is not None


def _taken(text: Text, found: Sequence[FoundPerson]) -> bytearray:
    """A byte for each place of the text, 1 where a mention stands."""
    taken = bytearray(len(text))
    for mention in found:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return taken


def _is_edge(sign: str) -> bool:
    """Whether a word may end at a sign, or where there is none; in quotation marks it is the name of something."""
    return not sign.isalnum() and sign not in {"_", '"', "'"}


def _is_small(sign: str) -> bool:
    """Whether a sign begins a word that is no name: a small letter or a digit."""
    return sign.islower() or sign.isdigit()


def _given(name: str) -> list[str]:
    """What someone is called by alone: the last syllable of a full name, or the last two: `Ngọc Anh`, `Anh`."""
    words = name.split(" ")
    two = len(words) > 3 and words[-2] not in {"Thị", "Văn"}
    return [words[-1], " ".join(words[-2:])] if two else [words[-1]]


def _unglued(text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
    """`Thứ trưởng Lê Văn An | Trần Hà`: a name known from elsewhere, with that of the writer or photographer behind."""
    long = [index for index, mention in enumerate(found) if (mention.name or "").count(" ") >= 4]
    if not long:
        return found
    known = {
        mention.name for mention in found if mention.name and mention.full and 3 <= mention.name.count(" ") + 1 <= 4
    }
    parts = list(found)
    for index in long:
        mention = found[index]
        words = (mention.name or "").split(" ")
        own = next((" ".join(words[:size]) for size in (4, 3) if " ".join(words[:size]) in known), None)
        if own is None or len(words) < own.count(" ") + 3:
            continue
        start = text.cased.find(own, mention.start, mention.end)
        if start >= 0:
            parts[index] = replace(mention, end=start + len(own), name=own, conferred=())
    return parts


def _stands_alone(text: Text, start: int, end: int) -> bool:
    """Whether a known name at `start:end` is neither part of a longer name nor the name of a place or school."""
    cased = text.cased
    if (start and cased[start - 1].isalnum()) or (end < len(cased) and cased[end].isalnum()):
        return False
    # "Trần | Anh Tuấn": two syllables after a capitalised word are the rest of another name.
    if cased.count(" ", start, end) == 1 and CAPITAL_BEFORE.search(cased, max(0, start - BACK), start):
        return False
    following = cased[end + 1 : end + 3]
    if cased[end : end + 1] == " " and following[:1].isupper() and following[1:] == lower(following[1:]):
        return False
    return not _CAPTION_PLACE.search(text.folded, max(0, start - BACK), start)


def _start(mention: FoundPerson) -> int:
    return mention.start
