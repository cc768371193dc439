"""Reads pages from text, HTML and JSONL files, gold pages, folders of them, or standard input, one at a time."""

from __future__ import annotations

import gzip
import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import msgspec

from extractor.gold import GoldError, read_page
from extractor.pipeline import Request
from extractor.text import without_surrogates

STDIN = "-"
TEXT, HTML, JSONL, GOLD = {".txt"}, {".html", ".htm"}, {".jsonl", ".ndjson"}, {".xml"}
SUFFIXES = TEXT | HTML | JSONL | GOLD
FIELDS = ("id", "url", "source", "published", "title", "text", "html")

# A page of more than this is refused: no news page comes near it, and memory stays bounded.
MAX_PAGE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One page to read. `place` is the file (and line) that it came from."""

    place: str
    request: Request

    @property
    def id(self) -> str | None:
        """The id of its record."""
        return self.request.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page that could not be read or handled, with the place and a reason a person understands."""

    place: str
    code: str
    message: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """fields: name of ours -> key in the JSONL records; published, source: what holds for all pages."""

    fields: dict[str, str] = field(default_factory=dict)
    published: str | None = None
    source: str | None = None


class InputError(ValueError):
    """A path that cannot be read at all; the message says what to do."""


def find_files(paths: Iterable[str]) -> list[str]:
    """The files that `paths` name, folders searched in order of names; `-` stays.

    Raises `InputError` for a path that is not there, of another kind, or a folder without pages.
    """
    files: list[str] = []
    for name in paths:
        path = Path(name)
        if name == STDIN or (path.is_file() and _suffix(path) in SUFFIXES):
            files.append(name)
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _suffix(p) in SUFFIXES)
            if not inside:
                raise InputError(f"{name}: no .txt, .html, .jsonl or .jsonl.gz file in this folder")
            files += [str(p) for p in inside if not _has_gold(p)]
        elif path.exists():
            raise InputError(f"{name}: not a .txt, .html, .jsonl or .jsonl.gz file; pass it on standard input as -")
        else:
            raise InputError(f"{name}: no such file or folder")
    return files


def _has_gold(path: Path) -> bool:
    """Whether a gold page beside an HTML file brings it in already."""
    return _suffix(path) in HTML and path.with_suffix(".xml").is_file()


def read_files(
    files: Iterable[str], options: ReadOptions, *, advance: Callable[[int], None] = lambda _: None
) -> Iterator[Input | Failure]:
    """The pages of `files` in order; `advance` is told how many bytes were read."""
    stems: Counter[str] = Counter()
    for name in files:
        stem = _stem(name)
        stems[stem] += 1
        id = stem if stems[stem] == 1 else f"{stem}~{stems[stem]}"
        try:
            yield from _read_file(name, id, options, advance)
        except (OSError, EOFError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            message = f"the file cannot be read: {reason}"
            yield Failure(place=without_surrogates(name), id=id, code="unreadable", message=message)


def _stem(name: str) -> str:
    """The id of a file: its name without folder and ending, writable even where the name is no UTF-8."""
    path = Path("stdin" if name == STDIN else name)
    return without_surrogates(path.stem.removesuffix(".jsonl").removesuffix(".ndjson"))


def _read_file(name: str, id: str, options: ReadOptions, advance: Callable[[int], None]) -> Iterator[Input | Failure]:
    path = Path("stdin" if name == STDIN else name)
    place = without_surrogates(str(path))
    kind = _suffix(path)
    with _open(name) as stream:
        if kind in JSONL or (name == STDIN and _JSON_RECORD.match(stream.peek(4096))):
            yield from _read_jsonl(stream, place, id, options, advance)
            return
        data = stream.read(MAX_PAGE + 1)
    advance(len(data))
    if len(data) > MAX_PAGE:
        yield Failure(place=place, id=id, code="too_large", message=_TOO_LARGE)
    elif kind in GOLD:
        yield _read_gold(path, place, id, options)
    else:
        # What comes by standard input may be either; its look decides.
        html = None if name == STDIN else kind in HTML
        request = Request(data, html=html, id=id, source=options.source, published=options.published)
        yield Input(place=place, request=request)


def _read_gold(path: Path, place: str, id: str, options: ReadOptions) -> Input | Failure:
    """The page of a gold file, as its caller would have it: without the annotations."""
    try:
        page = read_page(path)
    except GoldError as error:
        message = f"{error.faults[0]}; only gold pages of the annotation guide are read from .xml"
        return Failure(place=place, id=id, code="bad_gold", message=message)
    request = Request(
        page.article.text if page.html is None else page.html.read_bytes(),
        html=page.html is not None,
        id=id,
        source=options.source,
        published=page.published or options.published,
    )
    return Input(place=place, request=request)


_JSON_RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_TOO_LARGE = f"the page is larger than {MAX_PAGE >> 20} MB, which no news page is; several pages go into JSONL"


@contextmanager
def _open(name: str) -> Iterator[Any]:
    if name == STDIN:
        if sys.stdin is None:
            raise OSError("standard input is closed")
        # Buffered once more, so that its first bytes can be looked at wherever it comes from.
        yield io.BufferedReader(sys.stdin.buffer)
    elif name.endswith(".gz"):
        with gzip.open(name) as stream:
            yield stream
    else:
        with Path(name).open("rb") as stream:
            yield stream


def _suffix(path: Path) -> str:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        return suffixes[-2] if len(suffixes) > 1 and suffixes[-2] in JSONL else ".gz"
    return suffixes[-1] if suffixes else ""


def _read_jsonl(
    stream: IO[bytes], file: str, stem: str, options: ReadOptions, advance: Callable[[int], None]
) -> Iterator[Input | Failure]:
    decoder = msgspec.json.Decoder()
    keys = {name: options.fields.get(name) or name for name in FIELDS}
    number = 0
    while line := stream.readline(MAX_PAGE + 1):
        number += 1
        advance(len(line))
        place = f"{file}:{number}"
        if len(line) > MAX_PAGE:
            yield Failure(place=place, code="too_large", message=_TOO_LARGE)
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_PAGE)
                advance(len(line))
        elif line.strip():
            yield _read_record(line, place, f"{stem}-{number}", decoder, keys, options)


def _read_record(
    line: bytes, place: str, name: str, decoder: msgspec.json.Decoder[Any], keys: dict[str, str], options: ReadOptions
) -> Input | Failure:
    try:
        record = decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Failure(place=place, code="not_json", message=f"the line is no JSON: {error}")
    if not isinstance(record, dict):
        return Failure(place=place, code="not_json", message="the line is no JSON object")
    values = {name: record.get(key) for name, key in keys.items()}
    for key in ("id", "published"):
        if isinstance(values[key], int) and not isinstance(values[key], bool):
            values[key] = str(values[key])
    wrong = [keys[name] for name, value in values.items() if value is not None and not isinstance(value, str)]
    identity = values["id"] if isinstance(values["id"], str) and values["id"] else name
    if wrong:
        return Failure(place=place, id=identity, code="bad_field", message=f"{', '.join(wrong)}: not a string")
    data = values["html"] if values["html"] is not None else values["text"]
    if data is None:
        asked = f"{keys['text']!r} or {keys['html']!r}"
        message = f"the record has no {asked}; name its field with --text-field or --html-field"
        return Failure(place=place, id=identity, code="no_text", message=message)
    request = Request(
        data,
        html=values["html"] is not None,
        id=identity,
        url=values["url"],
        source=values["source"] or options.source,
        published=values["published"] or options.published,
        title=values["title"],
    )
    return Input(place=place, request=request)
