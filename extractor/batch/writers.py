"""Writes articles as JSONL or into a DuckDB file, under a temporary name until all is written."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Context, Decimal
from pathlib import Path
from typing import IO, Any, Protocol, get_args, get_origin, get_type_hints

import msgspec

from extractor import observations
from extractor.article import Article
from extractor.batch.readers import STDIN, Failure

# Articles per write into the database: large enough for Arrow, small enough for memory.
BATCH = 500

# Exact decimals in the database: 28 digits before the point and 10 after.
PRECISION, SCALE = 38, 10
_UNIT, _CONTEXT = Decimal(1).scaleb(-SCALE), Context(prec=PRECISION)

# Names of tables that are not made of the path of the part (documents, mentions -> document_mentions).
TABLES: dict[tuple[str, ...], str] = {("officials", "positions"): "positions"}

VIEWS = {
    # Which documents are cited most: by identity where it is known, else by kind, number and issuer.
    "cited_documents": """
        SELECT d.kind, d.number, d.issuer, d.id, any_value(d.title) AS title,
               count(DISTINCT d.article_id) AS articles, sum(m.mentions)::BIGINT AS mentions
        FROM documents d
        JOIN (SELECT article_id, document, count(*) AS mentions FROM document_mentions GROUP BY ALL) m
          USING (article_id, document)
        GROUP BY d.kind, d.number, d.issuer, d.id
        ORDER BY articles DESC, mentions DESC, d.number""",
    # Which posts a person holds, and in which articles that is said.
    "held_posts": """
        SELECT o.name, p.role, p.organisation, count(DISTINCT o.article_id) AS articles,
               min(a.published) AS first_published, max(a.published) AS last_published
        FROM officials o JOIN positions p USING (article_id, official) JOIN articles a ON a.id = o.article_id
        GROUP BY o.name, p.role, p.organisation
        ORDER BY o.name, articles DESC, p.role""",
    # Every indicator with its period and the article it stands in.
    "indicator_periods": """
        SELECT i.period, i."of", i.area, i.value, i.low, i.high, i.total, i.unit, i.relation, i.planned, i.bound,
               i.baseline, i.text, i.article_id, i.start, i."end", a.title AS article_title, a.published, a.url
        FROM indicators i JOIN articles a ON a.id = i.article_id
        ORDER BY i.period, i.article_id, i.start""",
    # The same as statistical observations, in SDMX's terms.
    "observations": observations.view("indicators"),
    "derived_observations": observations.view("derived"),
}


class OutputError(ValueError):
    """An output that cannot be written; the message says what to do."""


class Writer(Protocol):
    """Takes articles and failures; `open_writer` moves the output into place when all went well.

    repeated: when closed, how many articles have an id that another one has too: their rows cannot be told apart
    """

    repeated: int

    def write(self, article: Article) -> None: ...
    def fail(self, failure: Failure) -> None: ...
    def close(self) -> None: ...


@contextmanager
def open_writer(output: str, *, force: bool = False) -> Iterator[Writer]:
    """The writer for `output`: `.jsonl`, `.duckdb`, or `-` for JSONL on standard output.

    On leaving, the file gets its name; on an error or a kill, nothing stands under it. Raises `OutputError` for an
    existing output without `force`, an unknown ending or a missing folder.
    """
    if output == STDIN:
        if sys.stdout is None or sys.stderr is None:
            raise OutputError("standard output is closed; name a file with -o")
        yield JsonlWriter(sys.stdout.buffer, sys.stderr.buffer, at_once=True)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if path.suffix not in {".jsonl", ".duckdb"}:
        raise OutputError(f"{output}: the output ends in .jsonl or .duckdb, or is - for standard output")
    if path.is_dir() or (path.exists() and not force):
        raise OutputError(f"{output}: exists already; choose another name, or overwrite it with --force")
    if not path.parent.is_dir():
        raise OutputError(f"{output}: its folder {path.parent} does not exist")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    errors = errors_path(path)
    errors_temporary = temporary.with_suffix(".errors")
    try:
        if path.suffix == ".jsonl":
            with temporary.open("wb") as stream, errors_temporary.open("wb") as failures:
                yield JsonlWriter(stream, failures)
        else:
            writer = DuckdbWriter(temporary)
            yield writer
            writer.close()
        _move(temporary, path, force=force)
        if errors_temporary.exists() and errors_temporary.stat().st_size:
            errors_temporary.replace(errors)
        elif path.suffix == ".jsonl":
            errors.unlink(missing_ok=True)
    finally:
        for leftover in (temporary, errors_temporary, temporary.with_name(temporary.name + ".wal")):
            leftover.unlink(missing_ok=True)


def _move(temporary: Path, path: Path, *, force: bool) -> None:
    """Gives the output its name; without `force` never over a file that came there meanwhile."""
    if not force:
        try:
            os.link(temporary, path)
            return
        except FileExistsError:
            raise OutputError(f"{path}: was written by another run meanwhile; choose another name") from None
        except OSError:
            pass  # a file system without hard links
    temporary.replace(path)


def errors_path(output: Path) -> Path:
    """Where a JSONL run puts its errors: `out.errors.jsonl` beside `out.jsonl`."""
    return output.with_suffix(".errors.jsonl")


class JsonlWriter:
    """One article a line; failures one a line in a stream of their own; at once where somebody reads along."""

    def __init__(self, stream: IO[bytes], failures: IO[bytes], *, at_once: bool = False) -> None:
        self._stream = stream
        self._failures = failures
        self._at_once = at_once
        self.repeated = 0

    def write(self, article: Article) -> None:
        self._stream.write(article.to_json().encode() + b"\n")
        if self._at_once:
            self._stream.flush()

    def fail(self, failure: Failure) -> None:
        self._failures.write(msgspec.json.encode(failure) + b"\n")

    def close(self) -> None: ...


class DuckdbWriter:
    """Tables of one row per thing, keyed by article id; columns follow the record's fields."""

    def __init__(self, path: Path) -> None:
        import duckdb

        self._connection = duckdb.connect(str(path))
        # The default compression of long texts takes ten times as long to write.
        self._connection.execute("PRAGMA force_compression='zstd'")
        self._tables = _tables()
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in self._tables}
        self._pending = 0
        self.repeated = 0
        for name, columns in self._tables.items():
            listed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
            self._connection.execute(f"CREATE TABLE {name} ({listed})")

    def write(self, article: Article) -> None:
        values = {name: getattr(article, name) for name in self._tables["articles"]}
        self._rows["articles"].append(values)
        for name in article.__struct_fields__:
            parts = getattr(article, name)
            if isinstance(parts, tuple) and parts and isinstance(parts[0], msgspec.Struct):
                self._add(parts, (name,), {"article_id": article.id})
        self._tick()

    def _add(self, parts: tuple[msgspec.Struct, ...], path: tuple[str, ...], keys: dict[str, Any]) -> None:
        """Rows for `parts`, and for what they hold; an entity is numbered within its article."""
        nested = _nested(type(parts[0]))
        for number, part in enumerate(parts):
            own = {**keys, _singular(path[-1]): number} if nested else keys
            plain = {name: getattr(part, name) for name in part.__struct_fields__ if name not in nested}
            self._rows[_table_name(path)].append({**own, **plain})
            for name in nested:
                if held := getattr(part, name):
                    self._add(held, (*path, name), own)

    def fail(self, failure: Failure) -> None:
        fields = {name: getattr(failure, name) for name in ("place", "code", "message", "id")}
        self._rows["errors"].append(fields)
        self._tick()

    def _tick(self) -> None:
        self._pending += 1
        if self._pending >= BATCH:
            self._flush()

    def _flush(self) -> None:
        import pyarrow

        for name, rows in self._rows.items():
            if rows:
                schema = pyarrow.schema([(column, _arrow_type(kind)) for column, kind in self._tables[name].items()])
                batch = pyarrow.Table.from_pylist([_exact(row) for row in rows], schema=schema)
                self._connection.register("batch", batch)
                self._connection.execute(f"INSERT INTO {name} SELECT * FROM batch")  # noqa: S608
                self._connection.unregister("batch")
                rows.clear()
        self._pending = 0

    def close(self) -> None:
        self._flush()
        for name, query in VIEWS.items():
            self._connection.execute(f"CREATE VIEW {name} AS {query}")
        row = self._connection.execute("SELECT count(*) - count(DISTINCT id) FROM articles").fetchone()
        self.repeated = row[0] if row else 0
        self._connection.close()


def _tables() -> dict[str, dict[str, str]]:
    """Table -> column -> DuckDB type, read off the record's own fields."""
    tables: dict[str, dict[str, str]] = {"articles": {}}
    for name, hint in get_type_hints(Article).items():
        part = _part(hint)
        if part is None:
            tables["articles"][name] = _column_type(hint)
        else:
            _add_tables(tables, part, (name,), {"article_id": "VARCHAR"})
    tables["errors"] = dict.fromkeys(("place", "code", "message", "id"), "VARCHAR")
    return tables


def _add_tables(tables: dict[str, dict[str, str]], part: type, path: tuple[str, ...], keys: dict[str, str]) -> None:
    nested = _nested(part)
    own = {**keys, _singular(path[-1]): "INTEGER"} if nested else keys
    plain = {name: _column_type(hint) for name, hint in get_type_hints(part).items() if name not in nested}
    tables[_table_name(path)] = {**own, **plain}
    for name, held in nested.items():
        _add_tables(tables, held, (*path, name), own)


def _table_name(path: tuple[str, ...]) -> str:
    """`documents`, `document_mentions`, `positions`."""
    return TABLES.get(path) or "_".join([*map(_singular, path[:-1]), path[-1]])


def _singular(name: str) -> str:
    return name.removesuffix("s")


@functools.cache
def _nested(part: type) -> dict[str, type]:
    """The fields of a part that hold parts of their own."""
    return {name: held for name, hint in get_type_hints(part).items() if (held := _part(hint)) is not None}


def _part(hint: Any) -> type | None:
    """The struct that a field holds a tuple of, or None."""
    if get_origin(hint) is tuple and issubclass(get_args(hint)[0], msgspec.Struct):
        held: type = get_args(hint)[0]
        return held
    return None


def _column_type(hint: Any) -> str:
    options = get_args(hint) or (hint,)
    if get_origin(hint) is tuple:
        return f"{_column_type(options[0])}[]"
    if Decimal in options:
        return f"DECIMAL({PRECISION},{SCALE})"
    if bool in options:
        return "BOOLEAN"
    return "INTEGER" if int in options else "VARCHAR"


def _arrow_type(kind: str) -> Any:
    import pyarrow

    if kind.endswith("[]"):
        return pyarrow.list_(_arrow_type(kind.removesuffix("[]")))
    if kind.startswith("DECIMAL"):
        return pyarrow.decimal128(PRECISION, SCALE)
    return {"INTEGER": pyarrow.int32(), "BOOLEAN": pyarrow.bool_(), "VARCHAR": pyarrow.string()}[kind]


def _exact(row: dict[str, Any]) -> dict[str, Any]:
    """The row with decimals of the column's scale."""
    return {
        name: value.quantize(_UNIT, context=_CONTEXT) if isinstance(value, Decimal) else value
        for name, value in row.items()
    }
