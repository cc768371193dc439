"""Anchors: where a text holds vocabulary and digits, found in one linear pass each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from extractor.text import UNKNOWN_CODE, Text, codes, fold, lower

T = TypeVar("T")

DIGITS = re.compile(r"\d[\d.,]*")


class Hit(NamedTuple, Generic[T]):
    """An entry of a vocabulary at `start:end` of a text."""

    start: int
    end: int
    entry: T


class Vocabulary(Generic[T]):
    """Forms with what they stand for, found all at once (Aho-Corasick, leftmost and longest, whole words).

    Smart case: a form in lower case is found in any case; a form with a capital is found only as written, so that
    `NQ` is not `nq`. Forms and texts are folded alike (dashes, quotes, Ð, tone placement).
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        # By the bytes to find, what a hit must read as where they leave it open: the case, an unknown character.
        entries: dict[bytes, list[tuple[str | None, str | None, T]]] = {}
        edges: dict[bytes, tuple[bool, bool]] = {}
        for form, entry in forms:
            cased = fold(form)
            folded = lower(cased)
            coded = codes(folded)
            # A letter or digit at an edge of the form asks for a word boundary there.
            edges[coded] = (folded[0].isalnum(), folded[-1].isalnum())
            written = None if cased == folded else cased
            entries.setdefault(coded, []).append((written, folded if UNKNOWN_CODE in coded else None, entry))
        self._entries = [(*edges[coded], variants) for coded, variants in entries.items()]
        self._automaton = BytesAhoCorasick(
            list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def find(self, text: Text, first: int = 0, last: int | None = None) -> list[Hit[T]]:
        """All hits in `text[first:last]`, in order, never overlapping; all entries whose forms differ in case only."""
        folded, cased, entries = text.folded, text.cased, self._entries
        codes = text.codes if first == 0 and last is None else text.codes[first:last]
        size = len(folded)
        hits: list[Hit[T]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(codes):
            start += first
            end += first
            word_before, word_after, variants = entries[index]
            if word_before and start and folded[start - 1].isalnum():
                continue
            if word_after and end < size and folded[end].isalnum():
                continue
            for written, read, entry in variants:
                if (written is None or written == cased[start:end]) and (read is None or read == folded[start:end]):
                    hits.append(_hit(Hit, (start, end, entry)))
        return hits


# A hit is made for every word of every vocabulary: the tuple's own constructor is three times as fast.
_hit: Any = tuple.__new__
