"""Names read at one position of a text, longest first: the counterpart of `scan.Vocabulary`, which finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from extractor.text import Text, fold, lower

T = TypeVar("T")


class Gazetteer(Generic[T]):
    """Forms with what they stand for, read at a position (one trie-shaped regex; whole words; blanks may repeat).

    Smart case word by word: a word of a form in lower case fits any case, a word with a capital only as written or
    in capitals ("đoàn ĐBQH" is found as `Đoàn ĐBQH`, never as `đoàn đbqh`; "Hà Tĩnh" as `HÀ TĨNH`).
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[str, list[tuple[list[str] | None, T]]] = {}
        for form, entry in forms:
            cased = " ".join(fold(form).split())
            any_case = lower(cased)
            words = None if cased == any_case else cased.split()
            self._entries.setdefault(any_case, []).append((words, entry))
        # Most positions hold nothing: three characters tell without a search, two where a form is short.
        self._short = {form[:2] for form in self._entries if " " in form[:3] or len(form) < 3}
        self._heads = {form[:3] for form in self._entries} - self._short
        self._pattern = re.compile(f"(?:{_alternatives(_trie(self._entries))})(?:(?<!\\w)|(?!\\w))")

    def at(self, text: Text, position: int) -> tuple[int, T] | None:
        """The end and the entry of the longest form that starts exactly at `position`, or None."""
        found = self._longest(text, position)
        if found is None:
            return None
        end, entries = found
        words, entry = entries[0]
        if words is None:
            return end, entry
        return next(iter(_fitting(text, position, end, entries)), None)

    def all_at(self, text: Text, position: int) -> list[tuple[int, T]]:
        """The longest form at `position` with every entry it stands for; empty when there is none."""
        found = self._longest(text, position)
        return _fitting(text, position, *found) if found else []

    def _longest(self, text: Text, position: int) -> tuple[int, list[tuple[list[str] | None, T]]] | None:
        """The end of the longest form in any case at `position` with all entries spelled so."""
        head = text.folded[position : position + 3]
        if head not in self._heads and head[:2] not in self._short:
            return None
        match = self._pattern.match(text.folded, position)
        if match is None:
            return None
        form = match[0]
        return match.end(), self._entries.get(form) or self._entries[" ".join(form.split())]


def _fitting(text: Text, start: int, end: int, entries: list[tuple[list[str] | None, T]]) -> list[tuple[int, T]]:
    """The entries whose case is that of the words at `start:end`."""
    surface = text.cased[start:end].split()
    return [(end, entry) for words, entry in entries if words is None or _as_written(words, surface)]


def _as_written(words: list[str], surface: list[str]) -> bool:
    return all(
        a == b or a == lower(a) or (b == a.upper() and a[1:] == lower(a[1:]))
        for a, b in zip(words, surface, strict=True)
    )


def either(words: Iterable[str]) -> str:
    """The source of a regex that matches the longest of `words` (folded), without trying them one by one."""
    return f"(?:{_alternatives(_trie(words))})"


def either_whole(words: Iterable[str]) -> str:
    """The same for whole words, made to be searched for: no letter or digit stands before them or after."""
    # A search is fast when the pattern starts with letters, so what must not stand before is asked behind the first.
    branches = (rf"{re.escape(char)}(?<!\w.){_alternatives(rest)}" for char, rest in _trie(words).items())
    return rf"(?:{'|'.join(branches)})(?!\w)"


Trie = dict[str, "Trie"]


def _trie(forms: Iterable[str]) -> Trie:
    root: Trie = {}
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return root


def _alternatives(node: Trie) -> str:
    branches = []
    for char, child in node.items():
        if not char:
            continue
        literal = " +" if char == " " else re.escape(char)
        while len(child) == 1 and "" not in child:
            char, child = next(iter(child.items()))
            literal += " +" if char == " " else re.escape(char)
        branches.append(literal + _alternatives(child) if child.keys() != {""} else literal)
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
