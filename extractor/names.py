"""Personal names by lexicon and shape: family names of all peoples of Vietnam; where a place ends and a name begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extractor.patterns import Patterns, Row
from extractor.text import fold, lower

# A syllable or foreign word of a name, with the apostrophes and hyphens of minority names (H'Yim, K'Mák, Bh'riu).
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Any word of a run that may name a body or place: letters and digits.
RUN_WORD = re.compile(r"[^\W_]+(?:['&.][^\W_]+)*")


class FamilyName(Row, frozen=True, kw_only=True):
    """A family name; `kind` is common (most officials), rare, or word (also an ordinary word or place syllable)."""

    name: str
    kind: Literal["common", "rare", "word"]
    people: str = ""


class FamilyNames:
    """Knows family names, of one syllable or several."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.table("family_names", FamilyName)
        self._kinds = {lower(fold(row.name)): row.kind for row in rows}
        self.longest = max(len(name.split()) for name in self._kinds)

    def kind(self, words: Sequence[str]) -> str | None:
        """How sure the first of `words` is a family name: `common`, `rare`, `word`, or None."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if kind := self._kinds.get(lower(" ".join(words[:size]))):
                return kind
        return None

    def size(self, words: Sequence[str]) -> int:
        """Of how many syllables the family name at the head of `words` is; 0 when there is none."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if lower(" ".join(words[:size])) in self._kinds:
                return size
        return 0

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
        return self.kind(words) in {"common", "rare"}
