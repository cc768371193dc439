"""Many pages: every input becomes one article or one error row, and only a finished output gets its name."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from extractor import Extractor, Request
from extractor.article import Article
from extractor.batch.parallel import handle_in_processes
from extractor.batch.readers import Failure, Input, InputError, ReadOptions, find_files, read_files
from extractor.batch.run import BATCH, LARGEST_BATCH, handle, run
from extractor.batch.writers import OutputError, open_writer

PAGE = "Ngày 02/02/2008, ban hành Nghị quyết số 22-NQ/TW; có 8.320 đảng viên."


def read(path: Path, **fields: str) -> list[Input | Failure]:
    return list(read_files(find_files([str(path)]), ReadOptions(fields=fields)))


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records), encoding="utf-8")
    return path


def test_files_of_a_folder_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("hai")
    (tmp_path / "a.html").write_text("<p>một")
    (tmp_path / "c.pdf").write_text("ba")
    (tmp_path / "sub").mkdir()
    lines(tmp_path / "sub" / "d.jsonl", {"id": "x", "text": "bốn"}, {"text": "năm"})
    found = read(tmp_path)
    assert [(item.id, item.request.html) for item in found if isinstance(item, Input)] == [
        ("a", True),
        ("b", False),
        ("x", False),
        ("d-2", False),
    ]


def test_jsonl_fields_have_names_of_their_own(tmp_path: Path) -> None:
    record = {"key": 7, "content": "bài", "date": "2021-11-18", "site": "baothu.vn", "link": "http://x", "head": "Tít"}
    (item,) = read(
        lines(tmp_path / "a.jsonl", record),
        id="key", text="content", published="date", source="site", url="link", title="head",
    )  # fmt: skip
    assert isinstance(item, Input)
    asked = item.request
    assert (asked.id, asked.page, asked.published, asked.source, asked.url, asked.title) == (
        "7", "bài", "2021-11-18", "baothu.vn", "http://x", "Tít",
    )  # fmt: skip


BAD_LINES = [
    ("{no json", "not_json"),
    ("[1]", "not_json"),
    ('{"id": "a"}', "no_text"),
    ('{"text": 3}', "bad_field"),
    ('{"text": null, "html": null}', "no_text"),
    ('{"text": "a", "url": ["b"]}', "bad_field"),
    ("[" * 100_000, "not_json"),
]


@pytest.mark.parametrize(("line", "code"), BAD_LINES)
def test_a_bad_line_is_one_failure_with_file_and_line(tmp_path: Path, line: str, code: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "một"}, line, "", {"text": "ba"})
    first, bad, last = read(path)
    assert isinstance(first, Input) and isinstance(last, Input)
    assert isinstance(bad, Failure)
    assert (bad.code, bad.place) == (code, f"{path}:2")


def test_compressed_jsonl_and_a_broken_one(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write('{"text": "một"}\n')
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip")
    good, bad = read(tmp_path)
    assert isinstance(good, Input) and good.id == "a-1"
    assert isinstance(bad, Failure) and bad.code == "unreadable"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: p / "none.txt", "no such file"),
        (lambda p: p, "no .txt, .html, .jsonl"),
        (lambda p: lines(p / "a.pdf", "x"), "not a .txt"),
    ],
)
def test_wrong_paths_say_what_to_do(tmp_path: Path, make: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        find_files([str(make(tmp_path))])  # type: ignore[operator]


def test_a_fault_in_one_page_costs_that_page_only(extractor: Extractor) -> None:
    class Faulty:
        def extract_batch(self, requests: Sequence[Request]) -> list[Article]:
            if any(request.page == "hỏng" for request in requests):
                raise RuntimeError("oops")
            return extractor.extract_batch(requests)

    inputs = [Input(place=f"p{n}", request=Request(data, id=data)) for n, data in enumerate(("một", "hỏng", "ba"))]
    outcomes = list(handle(inputs, Faulty()))  # type: ignore[arg-type]
    assert [outcome.id for outcome in outcomes] == ["một", "hỏng", "ba"]
    assert isinstance(outcomes[1], Failure) and outcomes[1].code == "internal"


class Counting:
    """Counts the pages that it gets at once."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def extract_batch(self, requests: Sequence[Request]) -> list[Article]:
        self.sizes.append(len(requests))
        return [Article(id=request.id, text="x") for request in requests]


def test_a_page_of_no_text_costs_that_page_only(extractor: Extractor) -> None:
    image = b"\x89PNG\r\n\x1a\n\x00\x00\x00"
    pages: list[str | bytes] = ["một", image, "<html><body><p>ba</p></body></html>", "bốn".encode()]
    outcomes = list(handle([Input(place=str(n), request=Request(data)) for n, data in enumerate(pages)], extractor))
    assert [outcome.code if isinstance(outcome, Failure) else outcome.text for outcome in outcomes] == [
        "một",
        "binary",
        "ba",
        "bốn",
    ]


def test_pages_are_handled_together_up_to_a_size() -> None:
    counting = Counting()
    lengths = [1] * (BATCH + 2) + [LARGEST_BATCH + 1, LARGEST_BATCH + 1, 1]
    inputs = [Input(place=str(n), request=Request("x" * length, id=str(n))) for n, length in enumerate(lengths)]
    outcomes = list(handle(inputs, counting))  # type: ignore[arg-type]
    assert [outcome.id for outcome in outcomes] == [item.id for item in inputs]
    assert counting.sizes == [BATCH, 3, 1, 1]


def test_a_slow_source_is_handled_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.run.PATIENCE", 0.0)
    counting = Counting()
    list(handle([Input(place=str(n), request=Request("x")) for n in range(3)], counting))  # type: ignore[arg-type]
    assert counting.sizes == [1, 1, 1]


def test_processes_give_the_same_in_the_same_order(extractor: Extractor) -> None:
    inputs: list[Input | Failure] = [
        Input(place=str(n), request=Request(f"{PAGE} Số {n}", id=str(n))) for n in range(100)
    ]
    inputs.insert(7, Failure(place="x", code="not_json", message="bad"))
    assert list(handle_in_processes(inputs, jobs=2)) == list(handle(inputs, extractor))


def test_records_of_processes_are_the_same_to_the_byte(extractor: Extractor) -> None:
    text = "Thu ngân sách 8.320 tỷ đồng, tăng 5% so với cùng kỳ năm 2020."
    inputs = [Input(place="p", request=Request(text, id=str(n))) for n in range(20)]
    here, there = (list(outcomes) for outcomes in (handle(inputs, extractor), handle_in_processes(inputs, jobs=2)))
    assert all(isinstance(a, Article) and isinstance(b, Article) for a, b in zip(here, there, strict=True))
    assert [a.to_json() for a in here] == [b.to_json() for b in there]  # type: ignore[union-attr]


def test_files_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text("bài")
    assert [item.id for item in read(tmp_path)] == ["page", "page~2"]


def test_a_file_name_that_is_no_utf8(tmp_path: Path, extractor: Extractor) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("bài")
    (outcome,) = handle(read(tmp_path), extractor)
    assert isinstance(outcome, Article)
    assert Article.from_json(outcome.to_json()) == outcome


def test_repeated_ids_are_counted(tmp_path: Path) -> None:
    with open_writer(str(tmp_path / "out.duckdb")) as writer:
        for _ in range(3):
            writer.write(Article(id="a", text="x"))
    assert writer.repeated == 2


def test_the_later_of_two_runs_does_not_overwrite(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with pytest.raises(OutputError, match="another run"), open_writer(str(output)) as writer:
        writer.write(Article(id="a", text="x"))
        output.write_text("of the other run")
    assert output.read_text() == "of the other run"
    assert list(tmp_path.iterdir()) == [output]


def test_a_killed_worker_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def killing(self: Extractor, requests: Sequence[Request]) -> list[Article]:
        if any(request.page == "kill" for request in requests):
            os.kill(os.getpid(), signal.SIGKILL)
        return [Article(id=request.id, text=str(request.page)) for request in requests]

    monkeypatch.setattr(Extractor, "extract_batch", killing)
    inputs = [Input(place=str(n), request=Request("kill" if n == 33 else "ok", id=str(n))) for n in range(80)]
    outcomes = list(handle_in_processes(inputs, jobs=2))
    assert [outcome.id for outcome in outcomes] == [str(n) for n in range(80)]
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Failure)] == ["killed"]


@pytest.fixture
def database(tmp_path: Path, extractor: Extractor) -> Iterator[duckdb.DuckDBPyConnection]:
    path = lines(tmp_path / "in.jsonl", {"id": "one", "text": PAGE, "published": "2021-11-18"}, "bad")
    with open_writer(str(tmp_path / "out.duckdb")) as writer:
        summary = run(handle(read_files(find_files([str(path)]), ReadOptions()), extractor), writer)
    assert (summary.pages, summary.errors) == (1, 1)
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as connection:
        yield connection


TABLES = (
    "articles documents document_mentions officials positions official_mentions persons dates indicators boilerplate "
    "warnings errors"
).split()


def test_database_has_a_row_per_thing(database: duckdb.DuckDBPyConnection) -> None:
    tables = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert set(TABLES) <= tables
    assert database.execute("SELECT id, published FROM articles").fetchall() == [("one", "2021-11-18")]
    assert database.execute("SELECT code FROM errors").fetchall() == [("not_json",)]
    surface = database.execute(
        'SELECT a.text[m.start + 1 : m."end"], m.text FROM document_mentions m JOIN articles a ON a.id = m.article_id'
    ).fetchall()
    assert surface == [("Nghị quyết số 22-NQ/TW",) * 2]


def test_database_views_answer_first_questions(database: duckdb.DuckDBPyConnection) -> None:
    assert database.execute("SELECT number, articles, mentions FROM cited_documents").fetchall() == [("22-NQ/TW", 1, 1)]
    assert database.execute("SELECT value, unit FROM indicator_periods").fetchall() == [(8320, "đảng viên")]
    assert database.execute("SELECT count(*) FROM held_posts").fetchall() == [(0,)]


def test_an_existing_output_is_kept(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("old")
    with pytest.raises(OutputError, match="--force"), open_writer(str(output)):
        pass
    assert output.read_text() == "old"
    with open_writer(str(output), force=True) as writer:
        writer.write(Article(id="a", text="x"))
    assert Article.from_json(output.read_bytes()).id == "a"


@pytest.mark.parametrize("name", ["out.jsonl", "out.duckdb"])
def test_a_failed_run_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(RuntimeError), open_writer(str(tmp_path / name)) as writer:
        writer.write(Article(id="a", text="x"))
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_run_leaves_no_half_output(tmp_path: Path, stop: signal.Signals) -> None:
    lines(tmp_path / "in.jsonl", *({"text": PAGE * 50} for _ in range(20_000)))
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "extractor.cli", "run", str(tmp_path / "in.jsonl"), "-o", str(output)]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # What a shell starts in the background is told to ignore interrupts, and its children with it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 60
    while not any(p.stat().st_size for p in tmp_path.glob(".out.jsonl.*.tmp")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(stop)
    _, said = process.communicate(timeout=60)
    assert not output.exists()
    if stop != signal.SIGKILL:
        assert process.returncode == 130
        assert b"nothing was written" in said
        assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]
