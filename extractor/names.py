"""Personal names by lexicon and shape: family names of all peoples of Vietnam; where a place ends and a name begins."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from extractor.gazetteer import Gazetteer
from extractor.patterns import Entry, Patterns, Row
from extractor.text import Text, fold, lower, plain

# A syllable or foreign word of a name, with the apostrophes of minority names (H'Yim, Bh'riu) and Kim Jong-un's hyphen.
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+|-[a-z]+(?!\w))*")
# What a foreign name goes on with (Phôm|-vi-hản, Pu|-tin), and the initial that it may begin with (V. Putin).
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SYLLABLES = re.compile(rf"(?:-[{_SMALL}]+)+(?!\w)")
_INITIAL = re.compile(r"\. ?(?=([^\W\d_]+))")
# "Bashar | al-Assad", "Lula | da Silva".
_PARTICLES = frozenset("bin ibn bint da de del der dos von van den al el ul".split())
_PARTICLE = re.compile(
    r"(?:(?:bin|ibn|bint|da|de|del|der|dos|von|van|den)(?= (?:de[rn] )?[A-Z])|(?:al|el|ul)-[A-Z][a-z]+)(?!\w)"
)
# A small word glued to a name by a dash: "Trường Chinh-người cộng sản".
_INITIALS = re.compile(r"(?:\.[^\W\d_a-zđ](?!\w))+\.?(?=[ ,;:)]|$)")
_GLUED = re.compile(
    r"-(?:người|một|vị|nhà|con|cha|mẹ|anh|chị|cựu|tác|diễn|nam|nữ|đại|cán|nhân|học|ở|quê|sinh|là)(?!\w)"
)
# What no syllable of Vietnamese is: Putin, Trump. (Without marks; the vowels of a syllable stand together.)
_VIETNAMESE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph?|qu|r|s|th|tr|t|v|x)?"
    r"(?:oo(?=ng)|[iuyo]?(?:[aeo][iouy]?|[iuy]e?[aiouy]?))(?:ch|c|ng|nh|m|n|p|t)?"
)
# Any word of a run that may name a body or place: letters and digits.
RUN_WORD = re.compile(r"[^\W_]+(?:['&.][^\W_]+)*")


class FamilyName(Row, frozen=True, kw_only=True):
    """A family name; `kind` is common (most officials), rare, or word (also an ordinary word or place syllable)."""

    name: str
    kind: Literal["common", "rare", "word"]
    people: str = ""


class NotPeopleEntry(Entry, frozen=True, kw_only=True):
    """Runs of capitals that begin like a person's name and are none."""

    forms: tuple[str, ...]


_MIDDLE_NAMES = frozenset({"Thị", "Văn"})


class FamilyNames:
    """Knows family names, of one syllable or several."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.table("family_names", FamilyName)
        self._kinds = {lower(fold(row.name)): row.kind for row in rows}
        self.common = tuple(row.name for row in rows if row.kind == "common")
        self._minorities = {lower(fold(row.name)) for row in rows if row.people not in {"", "kinh"}}
        self._clans = {lower(fold(row.name)) for row in rows if row.people == "tay-nguyen"}
        # The most syllables of the names that begin with a syllable.
        self._sizes: dict[str, int] = {}
        for name in self._kinds:
            first, *rest = name.split()
            self._sizes[first] = max(self._sizes.get(first, 0), 1 + len(rest))

    def kind(self, words: Sequence[str]) -> str | None:
        """How sure the first of `words` is a family name: `common`, `rare`, `word`, or None."""
        first = words[0].lower()
        longest = self._sizes.get(first)
        if longest is None:
            return None
        for size in range(min(longest, len(words)), 1, -1):
            if kind := self._kinds.get(" ".join(words[:size]).lower()):
                return kind
        return self._kinds.get(first)

    def size(self, words: Sequence[str]) -> int:
        """Of how many syllables the family name at the head of `words` is; 0 when there is none."""
        for size in range(min(self._sizes.get(lower(words[0]), 1), len(words)), 0, -1):
            if lower(" ".join(words[:size])) in self._kinds:
                return size
        return 0

    def minority(self, words: Sequence[str]) -> str | None:
        """`rare` when the words are a name of the highlands: a prefix (Y, H', K') or a clan at the end, else None."""
        if len(words) < 2:
            return None
        prefixed = words[0] in {"Y", "A", "H"} or words[0][:2] in {"H'", "K'", "Y'"}
        clan = any(lower(" ".join(words[i:])) in self._clans for i in range(1, len(words)))
        return "rare" if prefixed or clan else None

    def of_minority(self, words: Sequence[str]) -> bool:
        """Whether the first of `words` is a family name of another people than the Kinh."""
        return lower(words[0]) in self._minorities

    def split(self, words: Sequence[str]) -> int:
        """How many of the capitalised `words` name a place or body, the rest being a person who follows.

        `Bắc Hà Nguyễn Thanh Hải` -> 2; all of them when no plausible person follows.
        """
        size = len(words)
        for head in (2, 1, 3, 4):
            rest = size - head
            if (
                2 <= rest <= 5
                and self._starts_person(words[head:])
                and not (head == 1 and self.kind(words) == "common")
            ):
                return head
        return size

    def person(self, words: Sequence[str]) -> bool:
        """Whether the run of capitalised `words` looks like one person: a sure family name and 1 to 4 more."""
        return 2 <= len(words) <= 5 and all(w[0].isupper() for w in words) and self._starts_person(words)

    def _starts_person(self, words: Sequence[str]) -> bool:
        kind = self.kind(words) or self.minority(words)
        # A family name that is a word too is surely one before a middle name: Thạch Thị Sa Rươne.
        return kind in {"common", "rare"} or (kind == "word" and len(words) > 2 and words[1] in _MIDDLE_NAMES)


def not_people(patterns: Patterns) -> Gazetteer[None]:
    """Runs of capitals that begin like a person's name and are none."""
    others = patterns.entries("not_people", NotPeopleEntry)
    return Gazetteer((form, None) for entry in others for form in entry.forms)


class Name(Struct, frozen=True, gc=False):
    """A personal name at `start:end`: `name` in title case, `words` its syllables as they stand in the folded text,
    `kind` that of its family name."""

    start: int
    end: int
    name: str
    words: tuple[str, ...]
    kind: str | None

    @property
    def full(self) -> bool:
        """Whether it is more than a given name; `K'Mák` is a whole name."""
        return len(self.words) > 1 or "'" in self.words[0][1:2]


class Names:
    """Reads personal names at a position that a title or honorific vouches for."""

    def __init__(self, patterns: Patterns) -> None:
        self.families = FamilyNames(patterns)
        self._others = not_people(patterns)

    def at(self, text: Text, position: int, *, ends: Callable[[int], object] = lambda _: None) -> Name | None:
        """The run of capitalised words at `position` read as a name, or None.

        `ends(i)` is true where something else, such as a title, starts at `i`.
        """
        if not text.cased[position : position + 1].isupper():
            return None
        words = self._run(text, position, ends)
        if not words or self._others.at(text, position):
            return None
        folded = [text.cased[start:end] for start, end in words]
        kind = self.families.kind(folded) or self.families.minority(folded)
        if len(words) > MAX_UNSURE_NAME and kind not in {"common", "rare"} and not self._is_one(folded):
            return None
        end = _initial_dot(text, words)
        name = " ".join([_title_case(text.raw[start:end]) for start, end in words])
        name = name.replace("Ð", "Đ").replace("ð", "đ") + text.raw[words[-1][1] : end]
        return Name(position, end, name, tuple(folded), kind)

    def _run(self, text: Text, position: int, ends: Callable[[int], object]) -> list[tuple[int, int]]:
        """The spans of the capitalised words from `position`, all in title case or all in capitals."""
        words: list[tuple[int, int]] = []
        capitals: bool | None = None
        cased = text.cased
        while len(words) <= MAX_NAME:
            match = WORD.match(cased, position)
            if match is None:
                break
            word = match[0]
            if not word[0].isupper():
                link = _PARTICLE.match(cased, position) if words and word in _PARTICLES else None
                if link is None or not self._is_foreign_run(text, words):
                    break
                words.append((position, link.end()))
                position = link.end()
                if cased[position : position + 1] != " ":
                    break
                position += 1
                continue
            if words and ends(position):
                break
            if word in OPENERS and (len(words) > 2 or (words and word == "Theo")):
                break
            if len(words) > 1 and not word.isascii() and self._is_foreign_run(text, words):
                # "Donald Trump | Nơi đây …"
                break
            if len(word) > 1:
                style = word.isupper()
                if style != (style if capitals is None else capitals) or (not style and not _is_title(word)):
                    break
                capitals = style
            end = match.end()
            following = cased[end : end + 1]
            if following in {"-", "."}:
                end = self._whole_word(text, match, words, ends)
                following = cased[end : end + 1]
            words.append((position, end))
            position = end
            if following != " " and cased[end - 1] != ".":
                break
            while cased[position : position + 1] == " ":
                position += 1
        return words

    def _is_one(self, words: Sequence[str]) -> bool:
        """Whether a long run of no family of ours is one name, no second one in it: `Khăm Phởi Xay Nha Vông`."""
        if len(words) > MAX_NAME or self.families.kind(words) or words[0].isupper():
            return False
        return not any(word in OPENERS or self.families.kind([word]) in {"common", "rare"} for word in words[1:])

    def _is_foreign_run(self, text: Text, words: Sequence[tuple[int, int]]) -> bool:
        """Whether the words so far are no name of ours, all without marks, and one of them is no syllable of ours."""
        if not text.cased[words[0][0] : words[-1][1]].isascii():
            return False
        said = [text.cased[start:end] for start, end in words]
        if self.families.kind(said) or self.families.minority(said):
            return False
        return any(map(is_foreign, said))

    def _whole_word(
        self,
        text: Text,
        match: re.Match[str],
        before: Sequence[tuple[int, int]],
        ends: Callable[[int], object],
    ) -> int:
        """The end of the word `match`, with the syllables or the stop of a foreign name."""
        end = match.end()
        initial = _INITIAL.match(text.cased, end) if not before and len(match[0]) == 1 else None
        if initial is not None and initial[1][0].isupper():
            # "V. Putin", "A. Cô-bi-a-cốp"; "bà H. Trước mặt …" ends a sentence, "bà N.T.H" is nobody's name.
            foreign = is_foreign(initial[1]) or _SYLLABLES.match(text.cased, initial.end(1))
            return initial.start() + 1 if foreign else end
        joined = _SYLLABLES.match(text.cased, end)
        if joined is None or ends(end + 1) or _GLUED.match(text.cased, end):
            return end
        spoken = [text.cased[start:stop] for start, stop in (*before, match.span())]
        return end if self.families.kind(spoken) == "common" else joined.end()


# What begins the next sentence where the stop before it is lost, and is nobody's name.
OPENERS = frozenset("Theo Để Tuy Trong Tại Ông Bà Đối Với Khi Nếu Cũng Hiện Ngày Tháng Vừa Không Những Đây".split())
MAX_NAME = 6
MAX_UNSURE_NAME = 4
_REMEMBERED = 4_096


@functools.lru_cache(_REMEMBERED)
def is_foreign(word: str) -> bool:
    """Whether a word is no syllable of Vietnamese; syllables come again and again, so the last ones are remembered."""
    return len(word) > 1 and _VIETNAMESE.fullmatch(plain(word)) is None


def _is_title(word: str) -> bool:
    """Whether only the first letter, or one after an apostrophe, is a capital: `Hải`, `H'Yim`."""
    if "'" not in word:
        return word[1:].islower() or word[1:] == lower(word[1:])
    return all(part[1:] == lower(part[1:]) for part in word.split("'"))


def _title_case(word: str) -> str:
    return word if len(word) == 1 or not word.isupper() else word[0] + lower(word[1:])


def _initial_dot(text: Text, words: Sequence[tuple[int, int]]) -> int:
    """The end of a name; with the full stop of a last initial, `Nguyễn Văn K.`, unless it ends the sentence too."""
    start, end = words[-1]
    if end - start > 1 or text.cased[end : end + 1] != ".":
        return end
    if chain := _INITIALS.match(text.cased, end):
        # "Trần T.T"
        return chain.end()
    if len(words) == 1:
        return end + 1
    following = text.cased[end + 1 : end + 4].lstrip(" ")
    return end + 1 if following and not following[0].isupper() and following[0] != "\n" else end
