"""Where a phrase that names a topic, a task or a body ends, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.names import OPENERS, RUN_WORD
from extractor.organisations.lexicon import Lexicon
from extractor.organisations.records import Organisation
from extractor.organisations.wording import GENERIC, after_blanks, capitals, is_name_word, marked
from extractor.text import Text, lower

_GAP = re.compile(r"(?: +| *[-&] *)(?=\w)")
# What a steering committee is for, in lower case: "Ban Chỉ đạo Nhà nước *về* …", "Ban Chỉ đạo *chống* buôn lậu, …".
_TASK = re.compile(
    r"(?: của chính phủ)?,? ((?:về|xử lý|phòng|chống|thực hiện|triển khai|sơ kết|tổng kết|xây dựng|cải cách|đổi mới"
    r"|sắp xếp|tái cơ cấu|phát triển|điều hành|giải quyết|liên ngành|kỳ thi|gian lận)(?: \w+)?)(?!\w)"
)
_TASK_GAP = re.compile(r" +(?=\w)|, +(?=[^\W\d_A-ZĐ])")
_OF_TASKS = frozenset("của các một số những và về".split())
MAX_TASK_WORDS = 26
# Bodies before which a phrase ends; in the name of a firm or school others may stand.
_LARGER = frozenset({"police", "state", "committee", "army", "ministry"})
_LARGER_OR_ALIKE = _LARGER | {"department", "named"}
MAX_NAME_WORDS = 14
# "HTX thêu lanh Cán Tỷ": what a cooperative or club does, before its name.
_CRAFT = re.compile(r"(?:(?!\d)[^\W_A-ZĐ]\w* ){1,4}(?=[^\W\d_a-zđ])")
_LONG_CRAFT = re.compile(r"(?:(?!\d)[^\W_A-ZĐ]\w* ){1,8}(?=[^\W\d_a-zđ])")
_FORMS_OF_FIRMS = frozenset({"tnhh", "mtv", "phần", "cp", "viên"})
# Verbs of a sentence that begin a noun of a name: Kiểm soát hoạt động *bảo vệ* môi trường, Quản lý *nhà ở*.
_COMPOUND = re.compile(
    r"(?:bảo (?:vệ|hiểm|tồn|đảm|hộ|trì|dưỡng|trợ|mật|hành|an)|giao (?:thông|dịch|nhận|lưu|thương)"
    r"|tiếp (?:thị|nhận|cận|công dân|dân|tân|viên|vận)|sáng (?:tạo|kiến|chế)|hiện (?:đại|trường|vật)"
    r"|người (?:cao tuổi|lao động|khuyết tật|có công|mù|tiêu dùng|nghèo)|nhận (?:dạng|thức)|cho (?:vay|thuê)"
    r"|sau (?:đại học|thu hoạch|thông quan)|trước bạ|theo dõi|trả (?:lương|góp)|có công|đọc sách)(?!\w)"
)
_RANK = re.compile(r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)(?!\w)")
_AND_POST = re.compile(
    r"và (?:nguyên |phó )?(?:chủ tịch|tổng giám đốc|giám đốc|bí thư|trưởng|viện trưởng|hiệu trưởng)(?!\w)"
)
_NOUNS = frozenset({("nhà", "ở"), ("đất", "ở"), ("và", "tổ"), ("các", "tổ"), ("công", "tác"), ("tồn", "tại")})


class Phrases:
    """Reads phrases up to the words of the sentence, a unit, a larger body or a person.

    read: the organisation at a position, looked for no deeper than a depth
    """

    def __init__(self, lexicon: Lexicon, read: Callable[[Text, int, int], Organisation | None]) -> None:
        self._bodies = lexicon.bodies
        self._topics = lexicon.topics
        self._topic_words = lexicon.topic_words
        self._verbs = lexicon.verbs
        self._places = lexicon.places
        self._families = lexicon.families
        self._read = read

    def end(self, text: Text, start: int, known: int, depth: int, *, after_person: bool) -> int:
        """The end of a phrase that names a topic or a body, or `start` when there is none.

        It runs to a mark, a verb, a unit, a larger body or a person's name, and ends with a capitalised word or one of
        the vocabulary. Up to `known` stands a topic of the vocabulary. `after_person` says that the phrase may be a
        person's name itself (a school, a fund).
        """
        words: list[re.Match[str]] = []
        position = start
        while len(words) < MAX_NAME_WORDS:
            match = RUN_WORD.match(text.cased, position)
            if match is None:
                break
            if (
                position >= known
                and match[0][0].islower()
                and self._breaks(text, words, position, after_person, known > start)
            ):
                break
            if words and (self._opens(text, match) or self._ends_phrase(text, position, depth, named=after_person)):
                break
            words.append(match)
            gap = _GAP.match(text.cased, match.end())
            if gap is None:
                break
            position = gap.end()
        ended = self._before_person(text, words, after_person)
        # A topic that runs to a mark is whole: "Khoa Hồi sức tích cực, Bệnh viện …".
        whole = not after_person and ended == len(words) and bool(words) and marked(text, words[-1].end())
        words = words[:ended]
        # "Công ty An Phú và | 11 đồng phạm", "Công ty An Phú | số tiền": what is counted is no part of the name.
        for index in range(1, len(words)):
            link, word = words[index - 1][0], words[index][0]
            if (word[0].isdigit() and link == "và") or (after_person and word == "số" and link[0].isupper()):
                words = words[: index - (link == "và")]
                break
        # After a known topic two capitals in a row are a person or place, whatever their family name.
        for index in range(1, len(words) - 1):
            pair = words[index : index + 2]
            if not after_person and words[index - 1].end() == known and all(is_name_word(word[0]) for word in pair):
                words = words if self._placed(text, words) else words[:index]
                break
        dropped = None
        while words and (words[-1][0] == "và" or not (whole or self._solid(words[-1][0]))):
            dropped = words.pop()
        if dropped is not None and dropped[0] != "và" and _begins_word(text, words):
            # "Viện Huyết học - Truyền *máu*": the second syllable of a word.
            words.append(dropped)
        return words[-1].end() if words else start

    def _placed(self, text: Text, words: list[re.Match[str]]) -> bool:
        """Whether a place is among `words`, or a unit behind them: what stands before it is its name.

        "rừng phòng hộ | Đông Bắc Chư Păh", "Ban Quản lý Khu kinh tế Vân Phong | tỉnh Khánh Hòa"
        """
        if any(self._places.any_at(text, word.start()) > word.start() for word in words[1:]):
            return True
        return self._places.units.at(text, after_blanks(text, words[-1].end())) is not None

    def _breaks(self, text: Text, words: list[re.Match[str]], position: int, named: bool, known: bool) -> bool:
        """Whether the word in lower case at `position` is none of the phrase of `words`."""
        word = RUN_WORD.match(text.folded, position)
        # The second syllable of the first word: Ban Thực *hiện* chính sách.
        if not named and not known and len(words) == 1 and words[0][0].istitle() and words[0][0].isalpha():
            return False
        after = RUN_WORD.match(text.cased, word.end() + 1) if word else None
        # "Lao động và Xã hội", "kỹ thuật hàng không": words of the sentence that a topic holds.
        if not named and word and (self._in_topic(text, words, position) or self._joins(text, word, after)):
            return False
        if self._verbs.at(text, position) and not _COMPOUND.match(text.folded, position):
            previous = words[-1][0] if words else ""
            return (previous, word[0] if word else "") not in _NOUNS
        if named and words and words[-1][0][0].isupper() and after and after[0][0].isupper():
            # One syllable between capitals: Thủy *điện* Nậm Păm.
            return False
        if named and self._business(text, words, position):
            return False
        # The name of a company or school: only generic words, and topics that began with a capital.
        return named and not (
            (word is not None and (word[0] in GENERIC or word[0] == "và")) or self._in_topic(text, words, position)
        )

    def _business(self, text: Text, words: list[re.Match[str]], position: int) -> bool:
        """Whether the business of a company stands at `position`: `TNHH | ô tô Hoàng Gia`, `cổ phần | sữa Ba Vì`."""
        # The words so far may be its first ones; "cổ *phần*" itself is in small letters too.
        last = len(words) - 1
        while last >= 0 and words[last][0].islower() and words[last][0] not in _FORMS_OF_FIRMS:
            last -= 1
        if last < 0 or lower(words[last][0]) not in _FORMS_OF_FIRMS:
            return False
        craft = _CRAFT.match(text.cased, words[last + 1].start() if last + 1 < len(words) else position)
        if craft is None:
            return False
        return not self._has_verb(text, craft)

    def _has_verb(self, text: Text, phrase: re.Match[str]) -> bool:
        words = RUN_WORD.finditer(text.cased, phrase.start(), phrase.end())
        return any(self._verbs.at(text, word.start()) for word in words)

    def craft_end(self, text: Text, start: int, *, far: bool) -> int:
        """The end of the words in lower case at `start` that say what a body does, before its name; else `start`."""
        craft = (_LONG_CRAFT if far else _CRAFT).match(text.cased, start)
        return start if craft is None or self._has_verb(text, craft) else craft.end()

    def _joins(self, text: Text, word: re.Match[str], after: re.Match[str] | None) -> bool:
        """Whether `word` is the `và` between a phrase and one more topic."""
        return (
            word[0] == "và"
            and after is not None
            and after[0][0].isupper()
            and bool(self._topics.at(text, after.start()))
        )

    def _in_topic(self, text: Text, words: list[re.Match[str]], position: int) -> bool:
        for word in reversed(words[-6:]):
            known = self._topics.at(text, word.start())
            if known is not None and known[0] > position:
                return True
        return False

    def _solid(self, word: str) -> bool:
        return word[0].isupper() or word[0].isdigit() or word in self._topic_words or word in GENERIC

    def _opens(self, text: Text, word: re.Match[str]) -> bool:
        """Whether the next sentence begins with `word`, the stop before it being lost."""
        if word[0] not in OPENERS:
            return False
        follow = text.cased[word.end() + 1 : word.end() + 2]
        # "Núi Bà Đen" is a name whole.
        return follow.islower() or (
            follow.isupper()
            and len(capitals(text, word.end() + 1, 5)) > 2
            and (self._families.kind([name for name, _ in capitals(text, word.end() + 1, 5)]) == "common")
        )

    def _ends_phrase(self, text: Text, position: int, depth: int, *, named: bool) -> bool:
        """Whether a unit, or a larger body, starts at `position`; the name of a firm may hold that of another."""
        if self._places.units.at(text, position) and not text.folded.startswith("xã hội", position):
            return True
        if _RANK.match(text.folded, position):
            return True
        if named and text.folded.startswith("và ", position):
            if _AND_POST.match(text.folded, position):
                # "Tập đoàn An Phú và | Chủ tịch HĐQT Ngân hàng Bắc Hà"
                return True
            # "Công ty An Phú và | Chi cục Thuế": another body.
            other = self._bodies.at(text, position + len("và "))
            if other is not None and text.cased[position + len("và ")].isupper():
                return True
        # A body within a body within a body is looked at no more: bodies may stand in a row without end.
        body = self._read(text, position, max(depth, 2) + 1) if text.cased[position].isupper() else None
        return body is not None and not (_LARGER if named else _LARGER_OR_ALIKE).isdisjoint(body.tags)

    def _before_person(self, text: Text, words: list[re.Match[str]], after_person: bool) -> int:
        """How many of `words` stand before a person's name; all when there is none."""
        first = 0
        while first < len(words):
            last = first
            # Abbreviations (THPT, TNHH) begin no name.
            while last < len(words) and is_name_word(words[last][0]):
                last += 1
            run = words[first:last]
            if run:
                if after_person and len(run) > 2 and self._places.any_at(text, run[1].start()) == run[-1].end():
                    # "ĐHQG Hà Nội"
                    first = last + 1
                    continue
                place = self._places.any_at(text, run[0].start())
                skipped = sum(word.end() <= place for word in run)
                names = [word[0] for word in run]
                before = words[:first]
                named = all(lower(word[0]) in GENERIC for word in before) if after_person else not before
                # Two syllables after the words of a company are its name: Công ty CP Cao su Hoàng Anh.
                short = after_person and not skipped and len(names) < 3
                rest = names[skipped:]
                if after_person and names[-2:] == ["Việt", "Nam"]:
                    # "Ánh Dương Việt Nam" is a firm.
                    first = last + 1
                    continue
                # A place ends the name: after it any family name begins a person.
                person = self._families.person(rest) or (
                    skipped > 0 and len(rest) in {3, 4} and self._families.kind(rest) is not None
                )
                if person and (skipped or not (named or short)):
                    return first + skipped
                head = self._families.split(names)
                if head < len(names):
                    return first + head
            first = last + 1
        return len(words)

    def task_end(self, text: Text, start: int) -> int:
        """The end of a task in the words of the sentence: `của Chính phủ xử lý các dự án yếu kém, …`; else `start`.

        It runs over commas before more of its nouns, to the verb of the sentence, a unit, a person or another mark.
        """
        task = _TASK.match(text.folded, start)
        if task is None:
            return start
        words: list[re.Match[str]] = []
        position = task.start(1)
        while len(words) < MAX_TASK_WORDS and (word := RUN_WORD.match(text.cased, position)):
            if position >= task.end() and word[0][0].islower() and self._ends_task(text, words, word):
                break
            if words and self._places.units.at(text, position):
                break
            words.append(word)
            gap = _TASK_GAP.match(text.cased, word.end())
            if gap is None:
                break
            position = gap.end()
        words = words[: self._before_person(text, words, after_person=False)]
        return words[-1].end() if words and words[-1].end() > task.end() else start

    def _ends_task(self, text: Text, words: list[re.Match[str]], word: re.Match[str]) -> bool:
        """Whether `word` is of the sentence; `của`, `các`, `và` and verbal nouns are of the task after `words`."""
        if word[0] in _OF_TASKS or (words and (words[-1][0], word[0]) in _NOUNS):
            return False
        if text.folded.startswith("dự án", word.start()) or _COMPOUND.match(text.folded, word.start()):
            return False
        return self._verbs.at(text, word.start()) is not None


def _begins_word(text: Text, words: list[re.Match[str]]) -> bool:
    """Whether the last of `words` is a capital syllable right after a dash or `và`."""
    if len(words) < 2 or not (words[-1][0].istitle() and words[-1][0].isalpha()):
        return False
    return words[-2][0] == "và" or "-" in text.cased[words[-2].end() : words[-1].start()]
