"""Names read at one position of a text, longest first: the counterpart of `scan.Vocabulary`, which finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
        pattern = re.compile(f"{either(self._entries)}(?:(?<!\\w)|(?!\\w))")
        self._match = pattern.match

    def at(self, text: Text, position: int) -> tuple[int, T] | None:
        """The end and the entry of the longest form that starts exactly at `position`, or None."""
        match = self._match(text.folded, position)
        if match is None:
            return None
        end, entries = match.end(), self._spelled(match[0])
        words, entry = entries[0]
        if words is None:
            return end, entry
        surface = text.cased[position:end].split()
        for words, entry in entries:
            if words is None or _as_written(words, surface):
                return end, entry
        return None

    def all_at(self, text: Text, position: int) -> list[tuple[int, T]]:
        """The longest form at `position` with every entry it stands for; empty when there is none."""
        match = self._match(text.folded, position)
        if match is None:
            return []
        end, entries = match.end(), self._spelled(match[0])
        surface = text.cased[position:end].split()
        return [(end, entry) for words, entry in entries if words is None or _as_written(words, surface)]

    def _spelled(self, form: str) -> list[tuple[list[str] | None, T]]:
        """All entries with this form in any case; blanks may repeat in it."""
        return self._entries.get(form) or self._entries[" ".join(form.split())]


def _as_written(words: list[str], surface: list[str]) -> bool:
    return words == surface or all(
        a == b or a == lower(a) or (b == a.upper() and a[1:] == lower(a[1:]))
        for a, b in zip(words, surface, strict=True)
    )


def either(words: Iterable[str]) -> str:
    """The source of a regex that matches the longest of `words` (folded), without trying them one by one."""
    return f"(?:{_alternatives(_trie(words)) or '(?!)'})"


def either_whole(words: Iterable[str]) -> str:
    """The source of a regex for the longest of `words` (folded), made to be searched for, as whole words.

    No letter or digit stands before them or after.
    """
    return rf"(?:{'|'.join(whole_branches(words))})(?!\w)"


def whole_branches(words: Iterable[str]) -> Iterator[str]:
    """The branches of `either_whole`, one for a first letter; what stands behind a word is left to the caller."""
    # A search is fast when the pattern starts with letters, so what must not stand before is asked behind the first.
    return (rf"{re.escape(char)}(?<!\w.){_alternatives(rest)}" for char, rest in _trie(words).items())


def whole_words(*words: str, unless: Iterable[str] = ()) -> str:
    """The source of a regex, made to be searched for, of whole words, where none of `unless` stands before.

    Each word is a regex that begins with a letter; alternatives within it stand in `(?:…)`.
    """
    before = "".join(f"(?<!{other}.)" for other in (r"\w", *unless))
    return rf"(?:{'|'.join(word[0] + before + word[1:] for word in words)})(?!\w)"


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
