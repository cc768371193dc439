"""HTML -> lines of text, each with hints of where in the page it stood.

Block elements and `<br>` make lines; inline elements do not. Cells of a table row stand in one line, a tab between
them, when each holds one short line; the cells of a layout table keep their own lines. Alternative texts of images
are lines of their own, after the line they stand in, so that they never cut a sentence. Text that the page hides is
kept and says so: what a page shows at second sight may be its article.

Nothing is fetched, no script runs, and HTML has no entities of its own to expand. Time is linear in the markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.page.declared import Declarations, Declared
from extractor.page.markup import tame
from extractor.text import nfc

_BLOCKS = frozenset(
    "address article aside audio blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav"
    " ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul"
    " video xmp".split()
)
_BREAKS = frozenset({"br", "input"})
# Their content is no text of the page.
_SKIPPED = frozenset(
    "base canvas datalist embed frame iframe link noembed noframes noscript object script style svg template"
    " title".split()
)
_PRE = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
# Characters that only steer line breaking and joining; inside a word they would hide it.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(9), 11, *range(14, 32)]
)
_HAS_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\xad\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|svg|avif)", re.IGNORECASE)
# A longer cell is no cell of a data table but a column of the page's layout.
_MAX_CELL = 200
# How far up hints are read, and how much of a class attribute: bounds for hostile pages only.
_MAX_ANCESTORS = 64
_MAX_NAMES = 200


class Place:
    """An open element: its tag, the words of its class and id in lower case, and the element around it."""

    __slots__ = ("depth", "hidden", "parent", "tag", "words")

    def __init__(self, tag: str, parent: Place | None, names: str = "", *, hidden: bool = False) -> None:
        self.tag = tag
        self.parent = parent
        self.words: tuple[str, ...] = tuple(map(str.lower, _NAME_WORD.findall(names))) if names else ()
        self.depth: int = parent.depth + 1 if parent else 0
        self.hidden: bool = hidden or (parent is not None and parent.hidden)

    def common(self, other: Place) -> Place:
        """The innermost element around both."""
        one: Place = self
        while one is not other:
            if one.depth >= other.depth:
                if one.parent is None:
                    return one
                one = one.parent
            else:
                one, other = other, one
        return one


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A line of `HtmlPage.text` with hints from the markup.

    start, end: code points in the text, without the line end
    links:      share of its characters inside links, 0 to 1
    alt:        it is the alternative text of an image
    """

    start: int
    end: int
    place: Place
    links: float = 0.0
    alt: bool = False

    @property
    def hidden(self) -> bool:
        """Whether the page does not show it at first sight."""
        return self.place.hidden

    @property
    def tags(self) -> frozenset[str]:
        """The elements it stands in, from the whole line's own to the page's: `h1`, `nav`, `figcaption`, `li`…"""
        return frozenset(place.tag for place in self.places())

    @property
    def words(self) -> frozenset[str]:
        """The words of the classes and ids of those elements, in lower case: `related`, `sapo`, `author`…"""
        return frozenset(word for place in self.places() for word in place.words)

    def places(self) -> list[Place]:
        """The elements it stands in, innermost first."""
        places: list[Place] = []
        place: Place | None = self.place
        while place is not None and len(places) < _MAX_ANCESTORS:
            places.append(place)
            place = place.parent
        return places


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The text of an HTML page (NFC, one `\\n` between lines, no empty lines), its lines, and what it declares."""

    text: str
    lines: tuple[HtmlLine, ...]
    declared: Declared = field(default_factory=Declared)


def read_html(markup: str) -> HtmlPage:
    """The text of `markup` with the hints of its tags. Any string is HTML; what is broken is read as browsers do."""
    root = LexborHTMLParser(tame(nfc(markup))).root
    lines, declarations = _Lines(), Declarations()
    if root is not None:
        _walk(root, lines, declarations)
    lines.end_line()
    return lines.page(declarations.read())


def _walk(root: LexborNode, lines: _Lines, declarations: Declarations) -> None:
    """Feeds `lines` and `declarations` with the tree in document order, without recursion."""
    stack: list[tuple[LexborNode, Place]] = []
    node: LexborNode | None = root
    place: Place | None = None
    while node is not None:
        tag = node.tag or ""
        child = None
        if node.is_text_node:
            if place is not None:
                lines.add(node.text_content or "", place)
        elif node.is_element_node:
            attributes = node.attributes if tag != "br" else {}
            _declare(tag, attributes, node, declarations)
            if tag not in _SKIPPED:
                child = node.first_child
                inner = _open(tag, attributes, place, lines)
                if child is not None:
                    stack.append((node, inner))
                    node, place = child, inner
                else:
                    lines.close(tag)
        if child is not None:
            continue
        while node.next is None and stack:
            node, inner = stack.pop()
            place = inner.parent
            lines.close(inner.tag)
        node = node.next if stack else None


def _open(tag: str, attributes: dict[str, str | None], place: Place | None, lines: _Lines) -> Place:
    """Enters an element: its place, and what it does to the lines."""
    names, hidden = "", False
    if attributes:
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:_MAX_NAMES]
        style = attributes.get("style")
        hidden = "hidden" in attributes or bool(style and _HIDING.search(style[:_MAX_NAMES]))
    inner = Place(tag, place, names, hidden=hidden)
    lines.open(tag)
    if tag == "img":
        lines.add_alt(attributes.get("alt") or "", inner)
    return inner


def _declare(tag: str, attributes: dict[str, str | None], node: LexborNode, declarations: Declarations) -> None:
    """Notes what an element declares about the article."""
    if tag == "meta" or (attributes and "itemprop" in attributes and "content" in attributes):
        declarations.meta(attributes)
    elif tag == "title" and not declarations.title and node.parent is not None and node.parent.tag == "head":
        declarations.title = node.text(deep=True) or ""
    elif tag == "script" and (attributes.get("type") or "").strip().lower() == "application/ld+json":
        declarations.scripts.append(node.text(deep=True) or "")
    elif tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
        declarations.url = declarations.url or attributes.get("href")
    elif tag == "time" and ("pubdate" in attributes or attributes.get("itemprop") == "datePublished"):
        declarations.times.append(attributes.get("datetime") or "")
    elif tag == "html":
        declarations.language = attributes.get("lang")


@dataclass(slots=True)
class _Line:
    text: str
    place: Place
    links: float = 0.0
    alt: bool = False


@dataclass(slots=True)
class _Row:
    """A table row being read: where in the lines each of its cells begins."""

    cells: list[int] = field(default_factory=list)


class _Lines:
    """Puts text together into lines as a browser lays it out."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._place: Place | None = None
        self._alts: list[_Line] = []
        self._rows: list[_Row] = []
        self._links = 0
        self._pre = 0
        self._after_link = self._gap = False

    def open(self, tag: str) -> None:
        """An element begins."""
        if tag in _BLOCKS or tag in _BREAKS:
            self.end_line()
        if tag == "a":
            self._links += 1
            self._gap = self._after_link
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1].cells.append(len(self._lines))
        elif tag in _PRE:
            self._pre += 1

    def close(self, tag: str) -> None:
        """An element ends."""
        if tag in _BLOCKS:
            self.end_line()
        if tag == "a":
            self._links -= 1
            self._after_link = True
        elif tag == "tr" and self._rows:
            self._join_cells(self._rows.pop())
        elif tag in _PRE:
            self._pre -= 1

    def add(self, text: str, place: Place) -> None:
        """Text of the element `place`; white space as in browsers."""
        if _HAS_INVISIBLE.search(text):
            text = text.translate(_INVISIBLE)
        if self._pre:
            first, *others = text.split("\n")
            self._append(first, place)
            for other in others:
                self.end_line()
                self._append(other, place)
            return
        self._append(_BLANKS.sub(" ", text), place)

    def _append(self, text: str, place: Place) -> None:
        last = self._parts[-1][-1] if self._parts else " "
        if last == " ":
            text = text.lstrip(" ")
        if not text:
            return
        if self._gap and last.isalnum() and text[0].isalnum():
            self._parts.append(" ")
        self._gap = self._after_link = False
        self._parts.append(text)
        if text != " ":
            self._place = place if self._place is None else self._place.common(place)
        if self._links:
            self._linked += len(text)

    def add_alt(self, text: str, place: Place) -> None:
        """The alternative text of an image, for the line after the one being put together."""
        text = nfc(" ".join(text.translate(_INVISIBLE).split()))
        if any(char.isalnum() for char in text) and not _FILE_NAME.fullmatch(text):
            self._alts.append(_Line(text, place, links=1.0 if self._links else 0.0, alt=True))

    def end_line(self) -> None:
        """Ends the line being put together; an empty one leaves no trace."""
        if self._parts:
            whole = "".join(self._parts)
            text = nfc(whole.strip())
            if text and self._place is not None:
                self._lines.append(_Line(text, self._place, links=min(1.0, self._linked / len(text))))
            self._parts.clear()
            self._place, self._linked = None, 0
        self._after_link = self._gap = False
        if self._alts:
            self._lines += self._alts
            self._alts.clear()

    def _join_cells(self, row: _Row) -> None:
        """Makes one line of a row whose cells hold one short line each at most, a tab between cells."""
        if not row.cells:
            return
        ends = [*row.cells[1:], len(self._lines)]
        cells = [self._lines[start:end] for start, end in zip(row.cells, ends, strict=True)]
        if sum(map(bool, cells)) < 2 or any(
            len(cell) > 1 or any(len(c.text) > _MAX_CELL for c in cell) for cell in cells
        ):
            return
        lines = [line for cell in cells for line in cell]
        place = lines[0].place
        for line in lines[1:]:
            place = place.common(line.place)
        text = "\t".join(cell[0].text if cell else "" for cell in cells)
        links = sum(line.links * len(line.text) for line in lines) / sum(len(line.text) for line in lines)
        del self._lines[row.cells[0] :]
        self._lines.append(_Line(text.rstrip("\t"), place, links=links))

    def page(self, declared: Declared) -> HtmlPage:
        """Everything put together so far."""
        lines, position = [], 0
        for line in self._lines:
            end = position + len(line.text)
            lines.append(HtmlLine(position, end, line.place, line.links, line.alt))
            position = end + 1
        return HtmlPage("\n".join(line.text for line in self._lines), tuple(lines), declared)
