"""Forms of page lines as a linguist writes them, and the line that fits one.

A form is the line itself with two signs: `#` stands for any number, `…` for any words. `Lượt xem: #` fits
"Lượt xem: 7.370", `Theo dõi … trên Google News` fits "Theo dõi Báo X trên Google News", `… Fax: …` fits any line
that holds "Fax:". Case, dashes, quotes, bullets before the line and stops after it do not matter.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Literal, NamedTuple

import regex  # type: ignore[import-untyped]

from extractor.patterns import Entry, PatternError, Patterns
from extractor.text import fold, lower

Category = Literal["comments", "counter", "navigation", "related", "share", "widget", "legal", "advert", "repeat"]


class LineForms(Entry, frozen=True, kw_only=True):
    """Lines of one kind.

    category: the boilerplate they are; or
    meta:     what they state, whose value is what `…` stands for
    forms:    the lines
    edge:     they are what they are only before the title or after the body, because articles may hold such a line
    tail:     they are only below the body
    above:    what they are above the title instead: the site's name stands over its menu
    joins:    several may stand in one line: "Facebook Zalo In trang"
    opens:    a list of the same category follows
    closes:   the title above it is of the same category: a button to it
    within:   the lists to which it belongs when it stands in one: "Xem thêm" to other articles
    ends:     the article has ended above it
    weak:     tables and lists may hold such a line: below the body it counts only beside one that is sure
    names:    what `…` stands for must be names of persons
    limit:    length in characters above which no line fits
    regexes:  for what forms cannot say; the whole line must fit, in lower case. One that takes too long does not fit.
    hints:    words of class and id attributes, and tags, that say the same of an HTML page's lines
    """

    category: Category | None = None
    meta: Literal["author", "source", "photo", "published"] | None = None
    forms: tuple[str, ...] = ()
    edge: bool = False
    tail: bool = False
    above: Category | None = None
    joins: bool = False
    opens: bool = False
    closes: bool = False
    within: tuple[Category, ...] = ()
    ends: bool = False
    weak: bool = False
    names: bool = False
    limit: int = 160
    regexes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Fit(NamedTuple):
    """An entry that a line fits, the words of the form before its `…`, and whether the line fits word for word."""

    entry: LineForms
    head: str = ""
    exact: bool = False


class _Open(NamedTuple):
    """A form with `…`: what stands before it and after it."""

    head: str
    tail: str
    entry: LineForms


MAX_LINE = 240
_MAX_WORDS = 40
_MAX_PART = 10
# A menu may end in so many words that no form knows: the names of sections are endless.
_UNKNOWN_LABELS = 3
_TIMEOUT = 0.05
_REMEMBERED = 8_192
_NUMBER = re.compile(r"\d[\d.,]*(?<=\d)")
# Signs before a line, such as bullets, arrows and icons; brackets and braces are part of it.
_BULLET = re.compile(r"(?:[^\w\s{}()\[\]#©®]+\s+|\s+)+")
_STOPS = ' \t.:;,!…"»›▾▼'
_SEPARATORS = frozenset({"|", "/", ">", ">>", "-", "•", "·", ",", ":", "»", "›", '"', "*", "+", "&", "[", "]", "▾"})
_SPLIT = re.compile(r"[\[\]|•·»›>]|[^\s\[\]|•·»›>]+")


def key(line: str) -> str:
    """What lines of one form share: `line` (folded, lower case) without bullet and stops, numbers as `#`."""
    return " ".join(_NUMBER.sub("#", _unmarked(line)).split()).rstrip(_STOPS)


def _unmarked(line: str) -> str:
    """`line` without the signs before its first word."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet and bullet.end() < len(line) else line


class Forms:
    """The line forms of patterns/boilerplate.toml and of the user."""

    def __init__(self, patterns: Patterns) -> None:
        self._exact: dict[str, LineForms] = {}
        self._by_first: dict[str, list[_Open]] = defaultdict(list)
        self._by_last: dict[str, list[_Open]] = defaultdict(list)
        self._labels: dict[str, LineForms] = {}
        self._inside: list[tuple[str, LineForms]] = []
        self._regexes: list[tuple[regex.Pattern[str], LineForms]] = []
        self.hints: dict[str, LineForms] = {}
        for entry in patterns.entries("boilerplate", LineForms):
            if (entry.category is None) == (entry.meta is None):
                raise PatternError(f"boilerplate.toml: {entry.id}: has one of category and meta")
            self._add(entry)
        self._exact = self._labels | self._exact
        self._credits = {
            word for word, forms in self._by_first.items() if any(form.entry.meta and form.head for form in forms)
        }
        self.fit: Callable[[str], Fit | None] = functools.lru_cache(_REMEMBERED)(self._fit)
        """The entry that a line (folded, lower case) fits as a whole, or None. The chrome of a site comes again and
        again, so the last lines are remembered."""

    def _add(self, entry: LineForms) -> None:
        for form in entry.forms:
            pieces = [_pattern(piece) for piece in form.split("…")]
            if not any(piece.rstrip(_STOPS) for piece in pieces):
                raise PatternError(f"boilerplate.toml: {entry.id}: the form {form!r} cannot be read: it has no word")
            match pieces:
                case [line]:
                    self._exact.setdefault(line.rstrip(_STOPS), entry)
                case [head, ""] if head.endswith(":") and entry.category is not None:
                    # The label alone, its value on the next line or missing.
                    self._labels.setdefault(head.rstrip(_STOPS), entry)
                    self._by_first[head.split()[0]].append(_Open(head, "", entry))
                case [head, tail] if head:
                    self._by_first[head.split()[0]].append(_Open(head, tail.rstrip(_STOPS), entry))
                case ["", tail] if tail:
                    self._by_last[tail.rstrip(_STOPS).split()[-1]].append(_Open("", tail.rstrip(_STOPS), entry))
                case ["", inner, ""] if inner:
                    self._inside.append((inner, entry))
                case _:
                    raise PatternError(f"boilerplate.toml: {entry.id}: the form {form!r} cannot be read")
        for pattern in entry.regexes:
            try:
                self._regexes.append((regex.compile(pattern), entry))
            except regex.error as error:
                raise PatternError(f"boilerplate.toml: {entry.id}: {pattern!r}: {error}") from None
        self.hints.update((hint, entry) for hint in entry.hints)

    def begins_credit(self, line: str) -> bool:
        """Whether `line` (folded, lower case) begins with the word of a form that names author or source: few do."""
        words = _unmarked(line).split(None, 1)
        return bool(words) and _NUMBER.sub("#", words[0]) in self._credits

    def _fit(self, line: str) -> Fit | None:
        if len(line) > MAX_LINE:
            return None
        stem = key(line)
        # 1. The line itself.
        if (entry := self._exact.get(stem) or self._exact.get(stem.removesuffix(" (#)"))) is not None:
            return Fit(entry, exact=True) if len(line) <= entry.limit else None
        # 2. Its beginning, its end, or something inside it.
        words = stem.split()
        if not words:
            return None
        for form in (*self._by_first.get(words[0], ()), *self._by_last.get(words[-1], ())):
            if len(line) <= form.entry.limit and _fits(form, stem):
                return Fit(form.entry, form.head)
        for inner, entry in self._inside:
            if inner in stem and len(line) <= entry.limit and _holds(stem, inner):
                return Fit(entry)
        # 3. Several labels side by side.
        if (entry := self._joined(stem)) is not None:
            return Fit(entry)
        # 4. A user's regular expression.
        return self._by_regex(line.strip())

    def _joined(self, stem: str) -> LineForms | None:
        """The entry of most of the labels that `stem` consists of; None when too much of it is left over."""
        words = _SPLIT.findall(stem)
        if not 2 <= len(words) <= _MAX_WORDS:
            return None
        # What the first `n` words consist of, for every `n` that labels reach.
        reached: dict[int, tuple[LineForms, ...]] = {0: ()}
        for start, word in enumerate(words):
            if start not in reached:
                continue
            if word in _SEPARATORS or word in {"#", "#:#"}:
                reached.setdefault(start + 1, reached[start])
            for end in range(start + 1, min(len(words), start + _MAX_PART) + 1):
                entry = self._exact.get(" ".join(words[start:end]).rstrip(_STOPS))
                fewer = end not in reached or len(reached[start]) + 1 < len(reached[end])
                if entry is not None and entry.joins and fewer:
                    reached[end] = (*reached[start], entry)
            if start and (last := self._open_label(words[start:])) is not None:
                reached[len(words)] = (*reached[start], last)
        end = max(reached)
        labels = reached[end]
        if end < len(words):
            return next((entry for entry in labels if entry.edge), None) if _menu_goes_on(words, end, labels) else None
        sizes = Counter(entry.category for entry in labels)
        return max(labels, key=lambda entry: sizes[entry.category], default=None)

    def _open_label(self, words: list[str]) -> LineForms | None:
        """The entry of a label with `…` that `words` are: "Theo dõi Báo X trên Google News"."""
        stem = " ".join(words)
        forms = (form for form in self._by_first.get(words[0], ()) if form.entry.joins and form.tail)
        return next((form.entry for form in forms if _fits(form, stem)), None)

    def _by_regex(self, line: str) -> Fit | None:
        for pattern, entry in self._regexes:
            try:
                if len(line) <= entry.limit and pattern.fullmatch(line, timeout=_TIMEOUT):
                    return Fit(entry)
            except TimeoutError:
                continue
        return None


def _holds(stem: str, inner: str) -> bool:
    """Whether `inner` stands in `stem`, not as a part of words."""
    at = stem.find(inner)
    end = at + len(inner)
    return not (
        (at and stem[at - 1].isalnum() and inner[0].isalnum())
        or (end < len(stem) and stem[end].isalnum() and inner[-1].isalnum())
    )


def _fits(form: _Open, stem: str) -> bool:
    head, tail = form.head, form.tail
    if not (stem.startswith(head) and stem.endswith(tail) and len(stem) > len(head) + len(tail)):
        return False
    after = stem[len(head)]
    before = stem[len(stem) - len(tail) - 1]
    return not (head and head[-1].isalnum() and after.isalnum()) and not (
        tail and tail[0].isalnum() and before.isalnum()
    )


def _menu_goes_on(words: list[str], end: int, labels: tuple[LineForms, ...]) -> bool:
    """Whether labels of a menu, two at least, are most of a line whose last words no form knows."""
    rest = words[end:]
    return (
        len(labels) >= 2
        and len(rest) <= _UNKNOWN_LABELS
        and len(" ".join(rest)) < len(" ".join(words[:end]))
        and all(entry.category == "navigation" for entry in labels)
        and not any(word[-1] in ",:;.?!" for word in words)
    )


def _pattern(form: str) -> str:
    """A piece of a form, spelled like the key of a line."""
    return " ".join(_NUMBER.sub("#", _unmarked(lower(fold(form)))).split())
