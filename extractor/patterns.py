"""The patterns folder: finds, reads and validates it. No other module opens a file of it.

`patterns/*.toml` hold vocabulary as `[[entry]]` tables, `patterns/*.csv` hold tables. The schema of a file is a
`msgspec.Struct` that belongs to the module whose grammar uses it; an unknown key, file or repeated id is an error.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from extractor.text import fold, nfc


class PatternError(ValueError):
    """A pattern file that cannot be used; the message names the file and the entry."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every vocabulary entry has.

    `id` names it in errors and rules; each of `examples` is a text in which the entry is found, each of `rejects` a
    near-miss in which it is not. `note` is for people: a source, a doubt.
    """

    id: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()
    note: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a CSV table; the header names the fields."""


# Texts to try an entry on, not words of it.
_OF_ANY_TEXT = frozenset({"examples", "rejects"})

E = TypeVar("E", bound=Entry)
R = TypeVar("R", bound=Row)


def own_folder() -> Path:
    """The folder that ships with the package: inside it in a wheel, beside it in a checkout.

    Raises `PatternError` when the installation has lost it.
    """
    package = Path(__file__).parent
    for folder in (package / "_patterns", package.parent / "patterns"):
        if folder.is_dir():
            return folder
    raise PatternError(f"no patterns folder beside {package}: the installation is incomplete, install extractor again")


class Patterns:
    """Our patterns and, after them, those of the user's folders: same file names, entries added.

    A user's entry with an id of ours replaces ours. Everything is read once per file and kept.
    """

    def __init__(self, *folders: Path | str) -> None:
        ours = own_folder()
        self.folders = (ours, *(Path(folder) for folder in folders))
        known = {path.name for path in ours.iterdir()}
        for folder in self.folders[1:]:
            if not folder.is_dir():
                raise PatternError(f"{folder}: no such folder of patterns")
            for path in sorted(folder.iterdir()):
                if path.suffix in {".toml", ".csv"} and path.name not in known:
                    raise PatternError(f"{path}: not a pattern file; use one of {', '.join(sorted(known))}")
        self._read: dict[tuple[str, type], tuple[Any, ...]] = {}

    def entries(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """The entries of `name`.toml, in order of the files, checked against `kind`."""
        if (name, kind) not in self._read:
            found: dict[str, E] = {}
            for path in self._paths(f"{name}.toml"):
                fresh = _entries(path, kind)
                found.update((entry.id, entry) for entry in fresh)
            self._read[name, kind] = tuple(found.values())
        return self._read[name, kind]

    def table(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """The rows of `name`.csv, ours first, checked against `kind`; an empty cell takes the field's default."""
        if (name, kind) not in self._read:
            self._read[name, kind] = tuple(row for path in self._paths(f"{name}.csv") for row in _rows(path, kind))
        return self._read[name, kind]

    def loaded(self) -> Iterator[tuple[str, Entry]]:
        """(file without ending, entry) of everything that has been read as entries."""
        for (name, kind), read in self._read.items():
            if issubclass(kind, Entry):
                yield from ((name, entry) for entry in read)

    def _paths(self, name: str) -> list[Path]:
        paths = [path for folder in self.folders if (path := folder / name).is_file()]
        if not paths:
            raise PatternError(f"{self.folders[0] / name}: no such pattern file")
        return paths


def _entries(path: Path, kind: type[E]) -> list[E]:
    try:
        data = tomllib.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise PatternError(f"{path}: {error}") from None
    if unknown := data.keys() - {"entry"}:
        raise PatternError(f"{path}: unknown key {', '.join(sorted(unknown))}; a pattern file holds [[entry]] tables")
    tables = data.get("entry", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise PatternError(f"{path}: `entry` is no table; begin every entry with a line [[entry]]")
    entries: list[E] = []
    seen: set[str] = set()
    fields = msgspec.structs.fields(kind)  # costs more than an entry
    for number, table in enumerate(tables, 1):
        name = table.get("id", f"entry {number}")
        try:
            entry = msgspec.convert(table, kind)
        except msgspec.ValidationError as error:
            raise PatternError(f"{path}: {name}: {error}") from None
        if lacking := _lacking(entry, fields):
            raise PatternError(f"{path}: {name}: {lacking}")
        if entry.id in seen:
            raise PatternError(f"{path}: {name}: this id stands twice")
        seen.add(entry.id)
        entries.append(entry)
    return entries


def _lacking(entry: Entry, fields: Iterable[msgspec.structs.FieldInfo]) -> str | None:
    """What an entry of the right types lacks: an empty form would be found everywhere, none at all nowhere."""
    for item in fields:
        values = getattr(entry, item.name)
        if not isinstance(values, tuple) or item.name in _OF_ANY_TEXT:
            continue
        if not values and item.required:
            return f"{item.name} is empty; write one at least, or leave the entry out"
        if any(isinstance(value, str) and not fold(value).strip() for value in values):
            return f"{item.name} holds an empty string; take it out"
    return None


def _rows(path: Path, kind: type[R]) -> list[R]:
    rows = []
    known = [item.name for item in msgspec.structs.fields(kind)]
    reader = csv.DictReader(io.StringIO(_read(path), newline=""))
    try:
        if unknown := set(reader.fieldnames or ()) - set(known):
            names = ", ".join(map(repr, sorted(unknown)))
            raise PatternError(f"{path}:1: unknown column {names}; the first line names some of {','.join(known)}")
        for cells in reader:
            if None in cells:
                raise PatternError(f'{path}:{reader.line_num}: more cells than columns; set a cell with commas in "…"')
            rows.append(msgspec.convert({name: cell for name, cell in cells.items() if cell}, kind, strict=False))
    except (msgspec.ValidationError, csv.Error) as error:
        raise PatternError(f"{path}:{reader.line_num}: {error}") from None
    return rows


def _read(path: Path) -> str:
    try:
        return nfc(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PatternError(f"{path}:{line}: not UTF-8; save the file in this encoding") from None
    except OSError as error:
        raise PatternError(f"{path}: cannot be read: {error.strerror}") from None
