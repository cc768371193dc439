"""Names read at one position of a text, longest first: the counterpart of `scan.Vocabulary`, which finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

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
        # Most positions hold nothing: two characters tell without a search.
        self._heads = {form[:2] for form in self._entries}
        self._pattern = re.compile(f"(?:{_trie(self._entries)})(?:(?<!\\w)|(?!\\w))")

    def at(self, text: Text, position: int) -> tuple[int, T] | None:
        """The end and the entry of the longest form that starts exactly at `position`, or None."""
        if text.folded[position : position + 2] not in self._heads:
            return None
        found = self.all_at(text, position)
        return found[0] if found else None

    def all_at(self, text: Text, position: int) -> list[tuple[int, T]]:
        """The longest form at `position` with every entry it stands for; empty when there is none."""
        match = self._pattern.match(text.folded, position)
        if match is None:
            return []
        surface = text.cased[position : match.end()].split()
        return [
            (match.end(), entry)
            for words, entry in self._entries[" ".join(match[0].split())]
            if words is None or _as_written(words, surface)
        ]


def _as_written(words: list[str], surface: list[str]) -> bool:
    return all(
        a == b or a == lower(a) or (b == a.upper() and a[1:] == lower(a[1:]))
        for a, b in zip(words, surface, strict=True)
    )


def _trie(forms: Iterable[str]) -> str:
    """A regex that matches the longest of `forms` without trying them one by one."""
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return _alternatives(root)


def _alternatives(node: dict[str, Any]) -> str:
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
