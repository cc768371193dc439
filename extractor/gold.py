"""Gold pages: XML in the format of the annotation guide, read into the same record the extractor writes.

A gold page is checked while it is read; every fault names its file and line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from extractor.article import (
    Article,
    Boilerplate,
    Date,
    Document,
    Indicator,
    Mention,
    Meta,
    Official,
    Person,
    Position,
)
from extractor.gold_rules import ATTRIBUTES, ENTITIES, INSIDE, NUMBERS, PUBLISHED, value_faults
from extractor.text import nfc

RULE = "gold"

# The deepest that the guide nests is a date in an official in a title: page, text, meta, official, date.
_MAX_DEPTH = 8
# Who has so many faults in one file mends the first ones first.
_MAX_FAULTS = 100
_SHOWN = 80


class GoldError(ValueError):
    """Faults of gold pages, one line each: `file:line: what is wrong`."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(slots=True, kw_only=True)
class GoldPage:
    """A gold page: `article` as a perfect extractor would write it, and what the caller would have known.

    `published` and `source` are what goes into the extractor; `html` is the file beside it that the text was read
    from, when the page is an HTML page.
    """

    path: Path
    article: Article
    published: str | None = None
    source: str | None = None
    html: Path | None = None


class Region(NamedTuple):
    """An annotated stretch of a page: an element of the guide with its attributes as the gold file writes them.

    Mentions with the same attributes are of one entity.
    """

    name: str
    start: int
    end: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    start: int
    line: int


@dataclass(slots=True)
class _Reader:
    """Collects one page from expat's events; faults are gathered, not raised one by one."""

    path: Path
    faults: list[str] = field(default_factory=list)
    page: dict[str, str] = field(default_factory=dict)
    declared: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)
    stack: list[_Element] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    size: int = 0
    found: list[tuple[_Element, int]] = field(default_factory=list)
    parser: Any = None

    def fault(self, message: str, line: int | None = None) -> None:
        self.faults.append(f"{self.path}:{line or self.parser.CurrentLineNumber}: {message}")
        if len(self.faults) >= _MAX_FAULTS:
            self.stop("there are too many faults; mend these first")

    def stop(self, message: str) -> NoReturn:
        """Gives the page up with the faults gathered so far."""
        raise GoldError([*self.faults, f"{self.path}:{self.parser.CurrentLineNumber}: {message}"])

    def start(self, name: str, attributes: dict[str, str]) -> None:
        attributes = {key: nfc(value) for key, value in attributes.items()}
        element = _Element(name, attributes, self.size, self.parser.CurrentLineNumber)
        if len(self.stack) >= _MAX_DEPTH:
            self.stop(f"<{name}> stands in {len(self.stack)} other elements; is one of them not closed?")
        inside = [outer.name for outer in self.stack]
        self.stack.append(element)
        if name == "page":
            if inside:
                self.fault(f"<page> may not stand inside <{inside[-1]}>")
            self.page = attributes
            self.check_page(attributes)
        elif name in {"entities", "text"}:
            if inside != ["page"]:
                self.fault(f"<{name}> stands only in <page>")
        elif inside == ["page", "entities"]:
            self.declare(element)
        elif "text" in inside:
            self.check_nesting(name, inside)
            self.check_attributes(element)
        else:
            self.fault(f"<{name}> stands outside <text>")

    def check_page(self, values: dict[str, str]) -> None:
        if unknown := values.keys() - {"source", "published", "html"}:
            self.fault(f"unknown attribute of page: {', '.join(sorted(unknown))}")
        if "published" in values and not PUBLISHED.fullmatch(values["published"]):
            self.fault(f"published={values['published']!r} is no ISO date")
        if "html" in values and not _is_beside(self.path, values["html"]):
            self.fault(f"html={values['html']!r} is no file in the folder of this page; write its plain name")

    def declare(self, element: _Element) -> None:
        key = element.attributes.pop("key", None)
        if element.name not in ENTITIES:
            self.fault(f"unknown entity <{element.name}>")
        elif key is None:
            self.fault(f"<{element.name}> without key")
        elif (element.name, key) in self.declared:
            self.fault(f"key {key!r} is declared twice")
        else:
            self.declared[element.name, key] = element.attributes
            self.check_values(element)

    def check_nesting(self, name: str, inside: list[str]) -> None:
        outer = inside[-1]
        if name not in ATTRIBUTES:
            self.fault(f"unknown element <{name}>")
        elif outer != "text" and outer not in INSIDE.get(name, frozenset()):
            self.fault(f"<{name}> may not stand inside <{outer}>")

    def check_attributes(self, element: _Element) -> None:
        if element.name not in ATTRIBUTES:
            return
        reference = element.attributes.pop("ref", None)
        if reference is None:
            self.check_values(element)
        elif element.attributes:
            self.fault(f"<{element.name} ref={reference!r}> has attributes of its own")
        elif (element.name, reference) not in self.declared:
            self.fault(f"<{element.name}> points to {reference!r}, which is not declared")
        else:
            self.used.add((element.name, reference))
            element.attributes = self.declared[element.name, reference]

    def check_values(self, element: _Element) -> None:
        for message in value_faults(element.name, element.attributes):
            self.fault(message)

    def text(self, chunk: str) -> None:
        if any(element.name == "text" for element in self.stack):
            chunk = nfc(chunk)
            if chunk and self.chunks and unicodedata.combining(chunk[0]):
                self.fault("a mark cuts a letter from its accent")
            self.chunks.append(chunk)
            self.size += len(chunk)

    def end(self, name: str) -> None:
        element = self.stack.pop()
        if name in ATTRIBUTES and any(outer.name == "text" for outer in self.stack):
            self.found.append((element, self.size))


def region_faults(text: str, regions: Sequence[Region]) -> Iterator[tuple[int, str]]:
    """What the guide forbids of `regions` of `text`: the number of the region and what is wrong with it."""
    sound = []
    for number, region in enumerate(regions):
        messages = list(_region_faults(text, region))
        yield from ((number, message) for message in messages)
        if not messages:
            sound.append(number)
    open_regions: list[Region] = []
    for number in sorted(sound, key=lambda number: _place(regions[number])):
        region = regions[number]
        while open_regions and open_regions[-1].end <= region.start:
            open_regions.pop()
        if open_regions and not _holds(open_regions[-1], region):
            yield number, f"<{region.name}> may not stand inside <{open_regions[-1].name}>, nor cross it"
        else:
            open_regions.append(region)


def _region_faults(text: str, region: Region) -> Iterator[str]:
    if region.name not in ATTRIBUTES:
        yield f"unknown label {region.name!r}; one of {', '.join(sorted(ATTRIBUTES))}"
        return
    yield from value_faults(region.name, region.attributes)
    if not 0 <= region.start < region.end <= len(text):
        yield f"it goes from {region.start} to {region.end}, which is no stretch of the text ({len(text)} characters)"
        return
    surface = text[region.start : region.end]
    if not surface.strip():
        yield f"<{region.name}> is empty"
    elif surface != surface.strip() and region.name != "boilerplate":
        yield f"<{region.name}> has outer white space: {surface[:_SHOWN]!r}"
    if any(unicodedata.combining(text[place]) for place in (region.start, region.end) if place < len(text)):
        yield "a mark cuts a letter from its accent"


def _is_beside(path: Path, name: str) -> bool:
    """Whether `name` is the plain name of a file in the folder of `path`."""
    if not name or re.search(r"[/\\]", name):
        return False
    try:
        return (path.parent / name).is_file()
    except (OSError, ValueError):  # too long, or of characters that no file name has
        return False


def read_page(path: Path | str) -> GoldPage:
    """The gold page of a file. Raises `GoldError` with every fault found."""
    path = Path(path)
    reader = _Reader(path)
    parser = expat.ParserCreate()
    reader.parser = parser
    data = path.read_bytes()
    # The whole page in one piece between two tags: where a buffer ends, a letter would be cut from its accent.
    parser.buffer_text = True
    parser.buffer_size = max(len(data), 1)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text

    def no_doctype(*_: object) -> None:
        raise GoldError([f"{path}:{parser.CurrentLineNumber}: a gold page has no DOCTYPE"])

    parser.StartDoctypeDeclHandler = no_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise GoldError([f"{path}:{error.lineno}: {expat.errors.messages[error.code]}"]) from None
    except GoldError:
        raise
    except (ValueError, LookupError):
        line = parser.CurrentLineNumber
        raise GoldError([f"{path}:{line}: its encoding cannot be read; save it as UTF-8"]) from None
    text = "".join(reader.chunks)
    # The newline after <text> and the one before </text> are not part of the page.
    shift = 1 if text.startswith("\n") else 0
    text = text[shift:]
    text = text[:-1] if text.endswith("\n") else text
    for name, key in reader.declared.keys() - reader.used:
        reader.fault(f"<{name} key={key!r}> is never used", 1)
    for element, end in reader.found:
        surface = text[element.start - shift : end - shift]
        if not surface.strip():
            reader.fault(f"<{element.name}> is empty", element.line)
        elif surface != surface.strip() and element.name != "boilerplate":
            reader.fault(f"<{element.name}> has outer white space: {surface[:_SHOWN]!r}", element.line)
    if reader.faults:
        raise GoldError(reader.faults)
    found = [Region(e.name, e.start - shift, end - shift, e.attributes) for e, end in reader.found]
    page = reader.page
    return GoldPage(
        path=path,
        article=from_regions(path.stem, text, found, source=page.get("source"), published=page.get("published")),
        published=page.get("published"),
        source=page.get("source"),
        html=path.with_name(page["html"]) if "html" in page else None,
    )


def read_folder(path: Path | str) -> list[GoldPage]:
    """The gold pages of a file or a folder, in order of names. Raises `GoldError` with the faults of all."""
    path = Path(path)
    paths = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
    if not paths:
        raise GoldError([f"{path}: no gold page (*.xml) there"])
    pages: list[GoldPage] = []
    faults: list[str] = []
    for one in paths:
        try:
            pages.append(read_page(one))
        except GoldError as error:
            faults += error.faults
    if faults:
        raise GoldError(faults)
    return pages


def from_regions(
    name: str, text: str, regions: Iterable[Region], *, source: str | None = None, published: str | None = None
) -> Article:
    """The record a perfect extractor writes for annotated regions of `text`."""
    entities: dict[tuple[str, tuple[tuple[str, str], ...]], list[Mention]] = {}
    boilerplate, meta, dates, indicators = [], [], [], []
    for element, start, end, values in sorted(regions, key=lambda region: (region.start, -region.end)):
        surface = text[start:end]
        fields: dict[str, Any] = dict(values)
        if element in ENTITIES:
            identity = (element, tuple(sorted(values.items())))
            entities.setdefault(identity, []).append(Mention(start=start, end=end, text=surface, rule=RULE))
        elif element == "boilerplate":
            boilerplate.append(Boilerplate(start=start, end=end, rule=RULE, **fields))
        elif element == "meta":
            meta.append(Meta(start=start, end=end, rule=RULE, **fields))
        elif element == "date":
            dates.append(Date(start=start, end=end, text=surface, rule=RULE, **fields))
        else:
            fields |= {key: Decimal(values[key]) for key in NUMBERS & values.keys()}
            indicators.append(Indicator(start=start, end=end, text=surface, rule=RULE, **fields))
    documents, officials, persons = [], [], []
    for (element, pairs), found in entities.items():
        values, mentions = dict(pairs), tuple(found)
        if element == "doc":
            documents.append(Document(mentions=mentions, **values))  # type: ignore[arg-type]
        elif element == "official":
            posts = tuple(read_position(part) for part in values["positions"].split("; "))
            officials.append(Official(name=values["name"], positions=posts, mentions=mentions))
        else:
            persons.append(Person(name=values["name"], mentions=mentions))
    stated = {item.name: item.value for item in reversed(meta)}
    return Article(
        id=name,
        source=source,
        title=next((text[m.start : m.end] for m in meta if m.name == "title"), None),
        published=published or stated.get("published"),
        authors=tuple(dict.fromkeys(m.value for m in meta if m.name == "author" and m.value)),
        text=text,
        boilerplate=tuple(boilerplate),
        meta=tuple(meta),
        documents=tuple(documents),
        officials=tuple(officials),
        persons=tuple(persons),
        dates=tuple(dates),
        indicators=tuple(indicators),
    )


_LABELS = {
    "boilerplate": "boilerplate",
    "meta": "meta",
    "documents": "doc",
    "officials": "official",
    "persons": "person",
    "dates": "date",
    "indicators": "indicator",
}


def to_regions(article: Article) -> list[Region]:
    """The record as annotated regions, in order of place, the outer before the inner; only what the guide has."""
    found = []
    for label, element in _LABELS.items():
        for record in getattr(article, label):
            values = _attributes(record, element)
            for place in getattr(record, "mentions", None) or (record,):
                found.append(Region(element, place.start, place.end, values))
    return sorted(found, key=_place)


def _place(region: Region) -> tuple[int, int, int, str]:
    """Where a region comes among others: the outer first; of one stretch, what may stand in fewer others first."""
    return region.start, -region.end, len(INSIDE.get(region.name, ())), region.name


def _holds(outer: Region, inner: Region) -> bool:
    return outer.name in INSIDE.get(inner.name, frozenset()) and inner.end <= outer.end


def _attributes(record: Any, element: str) -> dict[str, str]:
    """The attributes of the guide that the record states, as a gold file writes them."""
    values: dict[str, str] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name not in ATTRIBUTES[element] or value in (None, ()) or (name, value) == ("relation", "level"):
            continue
        if name == "positions":
            value = "; ".join(
                f"{post.role} @ {post.organisation}" if post.organisation else post.role for post in value
            )
        values[name] = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return values


def to_xml(article: Article, *, published: str | None = None, source: str | None = None) -> str:
    """The article as a gold file. A region that the format cannot nest (it crosses another) is left out."""
    regions = [region for region in _nestable(to_regions(article)) if region.name not in ENTITIES or region.attributes]
    keys: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
    for region in regions:
        if region.name in ENTITIES:
            identity = (region.name, tuple(region.attributes.items()))
            keys.setdefault(identity, f"{region.name[0]}{sum(name == region.name for name, _ in keys) + 1}")
    declared = "".join(
        f"  <{name} key={quoteattr(key)}{_written(dict(pairs))}/>\n" for (name, pairs), key in keys.items()
    )
    known = {name: value for name, value in (("source", source), ("published", published)) if value}
    edges: list[tuple[int, int, int, str]] = []
    for order, region in enumerate(regions):
        key = keys.get((region.name, tuple(region.attributes.items())))
        attributes = f" ref={quoteattr(key)}" if key else _written(region.attributes)
        edges.append((region.start, 1, order, f"<{region.name}{attributes}>"))
        edges.append((region.end, 0, -order, f"</{region.name}>"))
    pieces, position = [], 0
    for place, _, _, tag in sorted(edges):
        pieces += [escape(article.text[position:place]), tag]
        position = place
    pieces.append(escape(article.text[position:]))
    return f"<page{_written(known)}>\n<entities>\n{declared}</entities>\n<text>\n{''.join(pieces)}\n</text>\n</page>\n"


def _written(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items())


def _nestable(regions: Iterable[Region]) -> Iterator[Region]:
    """The regions, in order, that stand where the guide lets them: alone, or wholly in one that may hold them."""
    open_regions: list[Region] = []
    for region in regions:
        while open_regions and open_regions[-1].end <= region.start:
            open_regions.pop()
        if open_regions and not _holds(open_regions[-1], region):
            continue
        open_regions.append(region)
        yield region


def read_position(text: str) -> Position:
    """`role @ organisation` as a position; the organisation may be missing."""
    role, _, organisation = text.partition(" @ ")
    return Position(role=role.strip(), organisation=organisation.strip() or None)
