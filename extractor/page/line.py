"""A line of a page and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.page.forms import MAX_LINE, Fit, Forms, LineForms
from extractor.page.html import HtmlLine, Place
from extractor.page.stamps import Stamp, find_stamp
from extractor.text import Text

# Prose: a line of at least so many characters that ends like a sentence, or one too long for anything else.
_SENTENCE = 45
_SENTENCE_END = (".", "…", ";", ":")
_LONG = 170
INNER_END = re.compile(r"(?!ths)[^\W\d_]{3}(?:[.!?…]\"?|/\.|\./\.)\s")
# An element holds the article, whatever its class says, when so much of the page's prose is inside it.
_ARTICLE_SHARE = 0.3
_ARROWS = re.compile(r"(?:>>+|»|>)\s?\S")


@dataclass(slots=True)
class Line:
    """A line without its outer blanks; `start:end` in the page, `cased` and `folded` as in `Text`.

    fit:   the form it fits
    stamp: the date stamp it holds
    prose: it is a sentence or paragraph
    hint:  the entry that the HTML around it hints at
    gap:   a blank line stands before it
    kind:  what it was found to be: a boilerplate category, a name of metadata, or None for body
    stop:  where its content ends; behind it stand credits
    indent: how many blanks stand before it
    """

    index: int
    start: int
    end: int
    cased: str
    folded: str
    html: HtmlLine | None = None
    fit: Fit | None = None
    stamp: Stamp | None = None
    prose: bool = False
    hint: LineForms | None = None
    gap: bool = False
    kind: str | None = None
    stop: int = 0
    indent: int = 0

    @property
    def arrow(self) -> bool:
        """Whether it points to another article: ">> Xem thêm: …"."""
        return self.folded.startswith((">", "»")) and _ARROWS.match(self.folded) is not None

    @property
    def stamped(self) -> bool:
        """Whether it is a date stamp and nothing else."""
        return self.stamp is not None and self.stamp.end - self.stamp.start == len(self.folded)

    def tagged(self, *tags: str) -> bool:
        """Whether it stands in one of the HTML elements `tags`."""
        return self.html is not None and not self.html.tags.isdisjoint(tags)


def read_lines(text: Text, forms: Forms, html: Sequence[HtmlLine] = ()) -> list[Line]:
    """The lines of `text` that are not blank, each looked at by itself."""
    lines: list[Line] = []
    position = 0
    gap = False
    for number, raw in enumerate(text.raw.split("\n")):
        start, position = position, position + len(raw) + 1
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        indent = len(raw) - len(raw.lstrip())
        start += indent
        end = start + len(stripped)
        line = Line(len(lines), start, end, text.cased[start:end], text.folded[start:end])
        line.html = html[number] if number < len(html) else None
        line.gap, gap, line.stop, line.indent = gap, False, end - start, indent
        if len(line.folded) <= MAX_LINE:
            line.fit = forms.fit(line.folded)
            if line.fit is not None and not line.fit.exact and _says(line.folded, line.fit.entry):
                line.fit = None
            line.stamp = find_stamp(line.folded)
            if line.stamped and line.fit is not None and line.fit.entry.category is not None:
                line.fit = None
        line.prose = line.fit is None and is_prose(line)
        lines.append(line)
    if html:
        _find_hints(lines, forms.hints)
    return lines


def _says(line: str, entry: LineForms) -> bool:
    """Whether a line that fits a doubtful form is a sentence all the same: "Chào mừng ngày hội, bà con đã …." """
    doubtful = entry.edge or (entry.weak and not any(char.isdigit() for char in line))
    return doubtful and len(line) >= _SENTENCE and line.endswith(".") and ":" not in line


def is_prose(line: Line) -> bool:
    """Whether a line is a sentence or paragraph; items of lists end in a date, a question, or nothing."""
    size = len(line.folded)
    if size < _SENTENCE or line.arrow or "\t" in line.cased:
        return False
    if size >= _LONG or line.folded.endswith(_SENTENCE_END):
        return True
    # A sentence with a byline glued to it.
    return INNER_END.search(line.folded, _SENTENCE) is not None


def _find_hints(lines: list[Line], hints: dict[str, LineForms]) -> None:
    """Gives lines the entry that an element around them hints at; an element around the article says nothing."""
    prose: dict[Place, int] = {}
    total = 0
    for line in lines:
        if line.html is not None and line.prose and line.html.links < 0.5:
            total += len(line.folded)
            for place in line.html.places():
                prose[place] = prose.get(place, 0) + len(line.folded)
    for line in lines:
        for place in line.html.places() if line.html else ():
            entry = next((hints[word] for word in (place.tag, *place.words) if word in hints), None)
            if entry is not None and prose.get(place, 0) <= total * _ARTICLE_SHARE:
                line.hint = entry
                break
