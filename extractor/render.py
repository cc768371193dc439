"""An article for people to look at: coloured in the terminal, or as a page that a browser shows."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extractor.article import Article

# label -> (terminal style, background in the browser)
STYLES = {
    "documents": ("bold black on bright_yellow", "#ffe58a"),
    "officials": ("bold black on bright_cyan", "#a9e3f2"),
    "persons": ("black on cyan", "#d3e9ee"),
    "dates": ("black on bright_green", "#b9ebb0"),
    "indicators": ("black on bright_magenta", "#f3c6ee"),
    "meta": ("underline blue", "#dfe3ff"),
    "boilerplate": ("dim strike", "#f1f1f1"),
}


class Mark(NamedTuple):
    """One highlighted span with what the record says of it."""

    start: int
    end: int
    label: str
    value: str
    rule: str


def marks(article: Article) -> list[Mark]:
    """Every span of the record, in order of place, the longer first."""
    found = []
    for label in STYLES:
        for record in getattr(article, label):
            value = describe(record)
            for place in getattr(record, "mentions", None) or (record,):
                found.append(Mark(place.start, place.end, label, value, place.rule))
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def describe(record: Any) -> str:
    """The normalised value of a record in one line."""
    skipped = {"start", "end", "text", "mentions", "rule"}
    parts = []
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in skipped or value is None or value == ():
            continue
        if name == "positions":
            value = "; ".join(f"{post.role} @ {post.organisation or '?'}" for post in value)
        elif isinstance(value, tuple):
            value = ", ".join(map(str, value))
        parts.append(f"{name}={value}")
    return "  ".join(parts)


# What a terminal obeys instead of showing it: control characters, and marks that turn the direction of writing.
_CONTROLS = dict.fromkeys(
    [*range(9), *range(11, 32), *range(127, 160), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    "\ufffd",
)


def visible(text: str) -> str:
    """`text` with what a terminal would obey made visible, one to one: a page must not drive the reader's screen."""
    return text.translate(_CONTROLS)


def to_terminal(article: Article) -> RenderableType:
    """The page with its entities coloured, and a table of them."""
    text = Text(visible(article.text))
    found = marks(article)
    # Later styles win: boilerplate and metadata first, then what stands in them.
    for mark in sorted(found, key=lambda mark: (mark.label not in {"boilerplate", "meta"}, mark.start, -mark.end)):
        text.stylize(STYLES[mark.label][0], mark.start, mark.end)
    table = Table(title=_heading(article), title_justify="left", expand=True)
    for column in ("kind", "mention", "value", "rule", "at"):
        table.add_column(column, overflow="fold", ratio={"mention": 3, "value": 4, "rule": 2}.get(column))
    for mark in found:
        if mark.label != "boilerplate":
            surface = visible(" ".join(article.text[mark.start : mark.end].split()))
            kind = Text(mark.label, style=STYLES[mark.label][0])
            table.add_row(kind, Text(surface), Text(visible(mark.value)), Text(mark.rule), f"{mark.start}-{mark.end}")
    warnings = [Text(visible(f"warning: {w.message} ({w.code})"), style="yellow") for w in article.warnings]
    return Group(text, Text(""), table, *warnings)


def _heading(article: Article) -> Text:
    said = (article.title, article.source, article.published, ", ".join(article.authors))
    return Text(visible(" · ".join(part for part in said if part)))


def to_html(article: Article) -> str:
    """A page that stands alone: no script, nothing loaded from anywhere, all text escaped."""
    found = marks(article)
    rows = "".join(_row(number, mark, article) for number, mark in enumerate(found) if mark.label != "boilerplate")
    colours = "".join(f".{label}{{background:{colour}}}" for label, (_, colour) in STYLES.items())
    legend = " ".join(f'<span class="{label}">{label}</span>' for label in STYLES)
    warnings = "".join(f"<li>{escape(w.message)} <code>{escape(w.code)}</code></li>" for w in article.warnings)
    facts = "".join(
        f"<dt>{name}</dt><dd>{escape(value)}</dd>"
        for name, value in (
            ("id", article.id),
            ("url", article.url),
            ("source", article.source),
            ("published", article.published),
            ("authors", ", ".join(article.authors)),
        )
        if value
    )
    return _page().substitute(
        title=escape(article.title or article.id or "article"),
        colours=colours,
        facts=facts,
        legend=legend,
        warnings=f"<ul class=warnings>{warnings}</ul>" if warnings else "",
        text="".join(_pieces(article.text, found)),
        rows=rows,
    )


@functools.cache
def _page() -> Template:
    return Template(Path(__file__).with_name("article.html").read_text(encoding="utf-8"))


def _pieces(text: str, found: Sequence[Mark]) -> Iterator[str]:
    """The text cut wherever a mark begins or ends; each piece carries all marks over it, the inner one's colour."""
    edges = sorted({0, len(text), *(mark.start for mark in found), *(mark.end for mark in found)})
    begin = 0
    open_marks: list[tuple[int, Mark]] = []
    numbered = list(enumerate(found))
    for start, end in pairwise(edges):
        open_marks = [(number, mark) for number, mark in open_marks if mark.end > start]
        first = begin
        while begin < len(numbered) and numbered[begin][1].start <= start:
            open_marks.append(numbered[begin])
            begin += 1
        piece = escape(text[start:end])
        if not open_marks:
            yield piece
            continue
        anchors = "".join(f'<a id="m{number}"></a>' for number, _ in numbered[first:begin])
        said = "\n".join(f"{mark.label}: {mark.value} ({mark.rule})" for _, mark in open_marks)
        classes = " ".join(dict.fromkeys(mark.label for _, mark in open_marks))
        inner = open_marks[-1][1]
        yield f'{anchors}<span class="{classes}" style="{_colour(inner)}" title="{escape(said)}">{piece}</span>'


def _colour(mark: Mark) -> str:
    return f"background:{STYLES[mark.label][1]}"


def _row(number: int, mark: Mark, article: Article) -> str:
    surface = escape(" ".join(article.text[mark.start : mark.end].split()))
    return (
        f'<tr><td><span class="{mark.label}">{mark.label}</span></td>'
        f'<td><a href="#m{number}">{surface}</a></td>'
        f"<td>{escape(mark.value)}</td><td><code>{escape(mark.rule)}</code></td>"
        f"<td class=at>{mark.start}–{mark.end}</td></tr>\n"
    )
