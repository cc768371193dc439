"""Anchors: where a text holds vocabulary and digits, found in one linear pass each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from extractor.text import UNKNOWN_CODE, Text, codes, fold, lower

T = TypeVar("T")

# Folded text has no other digits, and a plain set is found faster than `\d`.
DIGITS = re.compile(r"[0-9][0-9.,]*")


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
        entries: dict[str, list[tuple[str | None, T]]] = {}
        for form, entry in forms:
            cased = fold(form)
            any_case = lower(cased)
            entries.setdefault(any_case, []).append((None if cased == any_case else cased, entry))
        # For each form whether a letter or digit at its edge asks for a word boundary there.
        self._entries = [(form[0].isalnum(), form[-1].isalnum(), variants) for form, variants in entries.items()]
        # A form that is no word in the text ("luật gia" in "luật giao") would hide the one it begins with ("luật").
        places = {form: place for place, form in enumerate(entries)}
        self._shorter = [_shorter(form, places) for form in entries]
        # Bytes are searched twice as fast; forms with letters that no byte stands for are searched as they are.
        coded = [codes(form) for form in entries]
        self._in_bytes = not any(UNKNOWN_CODE in form for form in coded)
        # A DFA, whose tables are ten times as large, is no faster where a page is read by other rules in between.
        options: Any = {"matchkind": MatchKind.LeftmostLongest, "implementation": Implementation.ContiguousNFA}
        self._automaton: Any = (
            BytesAhoCorasick(coded, **options) if self._in_bytes else AhoCorasick(list(entries), **options)
        )

    def find(self, text: Text, first: int = 0, last: int | None = None) -> list[Hit[T]]:
        """All hits in `text[first:last]`, in order, never overlapping; all entries whose forms differ in case only."""
        folded, cased, entries = text.folded, text.cased, self._entries
        size = len(folded)
        searched: str | bytes = text.codes if self._in_bytes else folded
        if first or last is not None:
            searched = searched[first:last]
        hits: list[Hit[T]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(searched):
            start += first
            end += first
            word_before, word_after, variants = entries[index]
            if word_before and start and folded[start - 1].isalnum():
                continue
            if not (word_after and end < size and folded[end].isalnum()):
                for form, entry in variants:
                    if form is None or form == cased[start:end]:
                        hits.append(_hit(Hit, (start, end, entry)))
            shorter = self._shorter[index]
            while shorter is not None and not (hits and hits[-1].start == start):
                index, length = shorter
                end, shorter = start + length, self._shorter[index]
                for form, entry in entries[index][2]:
                    if form is None or form == cased[start:end]:
                        hits.append(_hit(Hit, (start, end, entry)))
        return hits


def _shorter(form: str, places: dict[str, int]) -> tuple[int, int] | None:
    """The place and length of the longest form that `form` begins with, whole words; None when there is none."""
    for end in range(len(form) - 1, 0, -1):
        if (place := places.get(form[:end])) is not None and not (form[end - 1].isalnum() and form[end].isalnum()):
            return place, end
    return None


# A hit is made for every word of every vocabulary: the tuple's own constructor is three times as fast.
_hit: Any = tuple.__new__
