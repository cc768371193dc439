"""Who wrote, who photographed, which outlet: bylines, photo credits and outlet marks inside and beside the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.names import FamilyNames
from extractor.page.outlets import Outlets
from extractor.patterns import Patterns
from extractor.text import lower


class Credit(NamedTuple):
    """A statement about the article at `start:end` of a line."""

    start: int
    end: int
    name: str
    value: str | None
    rule: str


# A word of a name: capitalised, in capitals, or an initial; minority names have apostrophes.
_WORD = r"[^\W\d_](?:[^\W\d_]|['.](?=[^\W\d_]))*\.?"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,4}}")
# Between names of one byline.
_JOIN = re.compile(r"\s?[-,/&+;]\s?|\s(?:và|&)\s")
# What an editor adds to a byline.
_REMARK = re.compile(r"\s?\((?:[^()]{1,60})\)$")
_DESKS = re.compile(
    r"(?:p\.?v|ctv|btv|nhóm (?:pv|phóng viên)|phóng viên|ban biên tập|tổ truyền thông|tòa soạn|t\.?h|tổng hợp|văn phòng)"
    r"(?:\s?[-,/]\s?\S{1,20}|\s\(?tổng hợp\)?|\s\(?(?:lược )?ghi\)?)?"
)
_OFFICE = re.compile(r"[A-ZĐ]{1,4}(?:[-/.][A-ZĐ]{1,5}){1,3}")
_PHOTO = re.compile(r"\(?\s?\bảnh(?:\s?:\s?|\s(?=[^\W\d_]))", re.IGNORECASE)
_NO_PHOTOGRAPHER = re.compile(r"t\.?\s?l\.?|tư liệu|minh họa|internet|ctv|nguồn internet|st|sưu tầm|cắt từ clip|chụp màn hình|p\.?v|tl")
# Words that begin a sentence after a credit which no stop closes, and roles that begin one.
_MAX_VALUE = 45
_MAX_BYLINE = 90
_MAX_WORDS = 12
_TAIL = 120
_SENTENCE_END = re.compile(r"(?:\./\.?|[.!?…\"”)]|/\.)\s*$")
_POST = re.compile(r"\s?[-,–]\s?(?=[^\W\d_]{2,})")


class Credits:
    """Reads credits of a line. Lines come as `cased` (folded, case kept)."""

    def __init__(self, patterns: Patterns) -> None:
        self._families = FamilyNames(patterns)
        self._outlets = Outlets(patterns)

    def author(self, text: str) -> str | None:
        """The author when the whole of `text` is a byline without label: names, a desk, or a name with its post."""
        text = text.strip()
        if not text or len(text) > _MAX_BYLINE:
            return None
        bare = _REMARK.sub("", text)
        if _DESKS.fullmatch(lower(bare)) or _DESKS.fullmatch(lower(text)) or _OFFICE.fullmatch(bare):
            return title_case(bare)
        if self.names(bare):
            return title_case(bare)
        return self._with_post(bare)

    def _with_post(self, text: str) -> str | None:
        """The name of "Nguyễn Văn An, Bí thư Huyện ủy"."""
        for split in _POST.finditer(text):
            name, post = text[: split.start()], text[split.end() :]
            return title_case(name) if self._person(name) and len(post.split()) >= 2 and post[0].isupper() else None
        return None

    def names(self, text: str) -> bool:
        """Whether `text` is one name or several with joints, at least one of two words."""
        parts = [part.strip() for part in _JOIN.split(text)]
        return all(self._person(part) for part in parts) if 0 < len(parts) <= 5 else False

    def _person(self, text: str) -> bool:
        """Whether `text` may be the name or pen name of one author: two to five capitalised words."""
        if not _NAME.fullmatch(text):
            return False
        words = text.replace(".", ". ").split()
        if not 2 <= len(words) <= 5 or not all(word[0].isupper() for word in words):
            return False
        if not all(word.isupper() or _capitalised(word) for word in words):
            return False
        return all(_syllable(word) for word in words) or self._families.minority(words) is not None


    def glued_author(self, line: str) -> Credit | None:
        """The byline at the end of a line, after the last sentence."""
        tail_start = max(0, len(line) - _TAIL)
        tail = line[tail_start:].rstrip()
        # 1. After the end mark stands nothing but the byline.
        mark = tail.rfind("./.")
        if mark >= 0 and (value := self.author(tail[mark + 3 :])):
            start = tail_start + mark + 3 + len(tail[mark + 3 :]) - len(tail[mark + 3 :].lstrip())
            return Credit(start, tail_start + len(tail), "author", value, "byline-after-end-mark")
        # 2. A run of names after a full stop.
        words = list(re.finditer(r"\S+", tail))
        for size in range(min(9, len(words) - 1), 1, -1):
            start = words[-size].start()
            if _SENTENCE_END.search(tail, 0, start) and not _initials(words[-size - 1].group()):
                candidate = tail[start:]
                if self.names(_REMARK.sub("", candidate)) and self._sure(candidate):
                    return Credit(tail_start + start, tail_start + len(tail), "author", title_case(_REMARK.sub("", candidate)), "byline-at-end")
        return None

    def _sure(self, text: str) -> bool:
        return not text.endswith((".", "!", "?"))

    def mark(self, line: str) -> Credit | None:
        """The outlet's mark at the head of a line: "(Baohatinh.vn) -", "LSO-", "TTH - "."""
        mark = self._outlets.mark(line)
        return Credit(mark.start, mark.end, "source", mark.value, mark.rule) if mark is not None else None

    def credible(self, value: str) -> bool:
        """Whether what follows a label may be a name: it begins with a capital and is no sentence."""
        return bool(value) and value[0].isupper() and len(value) <= _MAX_VALUE * 2 and len(value.split()) <= _MAX_WORDS

    def photo(self, line: str) -> Credit | None:
        """The photo credit that ends a line: "Quang cảnh hội nghị. Ảnh: Ngọc Quỳnh", "(Ảnh: TTXVN)"."""
        found = None
        for match in _PHOTO.finditer(line, max(0, len(line) - _TAIL)):
            found = match
        if found is None:
            return None
        label = found[0].strip(" (").rstrip(": ")
        if not (label[0].isupper() and label in {"Ảnh", "ẢNH"}):
            return None
        rest = line[found.end() :].rstrip()
        bracket = found[0].startswith("(")
        value = rest.rstrip(")") if bracket else rest
        value = value.rstrip(" .") if len(value.split(".")[-1]) or value.count(".") <= 1 else value.rstrip()
        colon = ":" in found[0]
        if not value or len(value) > _MAX_VALUE or not self._photographer(value, colon=colon):
            return None
        end = found.end() + len(rest)
        if not bracket:
            end = found.end() + len(value)
        start = found.start() + (len(found[0]) - len(found[0].lstrip()))
        name = None if _NO_PHOTOGRAPHER.fullmatch(lower(value)) else title_case(value)
        return Credit(start, end, "photo", name, "photo-credit")

    def _photographer(self, value: str, *, colon: bool) -> bool:
        if colon:
            return value[0].isupper() and (len(value.split()) <= 8 and all(w[0].isupper() or not w[0].isalpha() or lower(w) in _SMALL for w in value.split())) or bool(_NO_PHOTOGRAPHER.fullmatch(lower(value)))
        return self.names(value) or bool(_OFFICE.fullmatch(value))


_SMALL = frozenset("và tư liệu minh họa cắt từ clip chụp màn hình cung cấp do".split())


def _capitalised(word: str) -> bool:
    """Whether the word is written like a name: `Hải`, `H'Yim`, `P.`."""
    return all(part[:1].isupper() and part[1:] == lower(part[1:]) for part in re.split(r"['.]", word) if part) or (
        word[0].isupper() and "'" in word
    )


_SYLLABLE = re.compile(r"[^aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,3}[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{1,3}(?:ch|nh|ng|[cmnpt])?")


def _syllable(word: str) -> bool:
    """Whether the word could be a Vietnamese syllable, or is an initial."""
    word = lower(word).rstrip(".")
    return len(word) <= 1 or _SYLLABLE.fullmatch(word) is not None


def _initials(word: str) -> bool:
    """Whether a word that ends in a stop is an abbreviation, `TP.`, `T.`, `ThS.`, so that no sentence ends there."""
    return word.endswith(".") and (len(word) <= 2 or word[:-1].isupper() or word in {"ThS.", "Th.S."})


def title_case(text: str) -> str:
    """A byline as a name: words in capitals get small letters, short abbreviations stay."""
    words = re.split(r"(\s+|[-/,&])", text.strip())
    shouting = sum(len(w) > 2 and w.isupper() for w in words) >= 1 and not any(w != w.upper() for w in words)
    if not shouting:
        return text.strip()
    return "".join(w if "." in w or (len(w) <= 3 and not _syllable(w)) else w[:1] + lower(w[1:]) for w in words)
