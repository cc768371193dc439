"""The command line as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from extractor.cli import main
from tests.conftest import CORPUS

PAGE = "Ngày 02/02/2008, Bí thư Tỉnh ủy Hà Tĩnh Trần Văn Anh ký Nghị quyết số 22-NQ/TW.\n<b>& có 8.320 đảng viên.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def call(*arguments: object, input: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_run_writes_jsonl_and_tells_what_it_did(page: Path, tmp_path: Path) -> None:
    code, _, said = call("run", page, "-o", tmp_path / "out.jsonl", "--published", "2021-11-18", "--source", "x.vn")
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert code == 0
    assert (record["id"], record["published"], record["source"]) == ("page", "2021-11-18", "x.vn")
    for word in ("pages", "documents", "warnings", "errors", "pages per second", "results"):
        assert word in said


def test_run_to_standard_output_is_only_records(page: Path) -> None:
    code, out, _ = call("run", page, "-o", "-")
    assert (code, json.loads(out)["text"]) == (0, PAGE)


@pytest.mark.parametrize("text", [PAGE, '{"text": "Nghị quyết 22-NQ/TW", "id": "stdin"}\n'])
def test_run_reads_standard_input(text: str) -> None:
    code, out, _ = call("run", "-", "-o", "-", input=text)
    assert (code, json.loads(out)["id"]) == (0, "stdin")


def test_run_says_how_many_failed_and_where(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "một"}\nbad\n')
    code, _, said = call("run", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert code == 1
    assert "1 of 2 pages failed" in said
    assert json.loads((tmp_path / "out.errors.jsonl").read_text())["place"].endswith("in.jsonl:2")


WRONG_USE = [
    (("run", "{tmp}/none.txt", "-o", "-"), "no such file"),
    (("run", "{tmp}/page.txt", "-o", "{tmp}/out.csv"), "ends in .jsonl or .duckdb"),
    (("run", "{tmp}/page.txt", "-o", "{tmp}/no/out.jsonl"), "does not exist"),
    (("run", "{tmp}/page.txt", "-o", "-", "--published", "31/02/2021"), "write it as 2021-11-18"),
    (("run", "{tmp}/page.txt", "-o", "-", "--patterns", "{tmp}/none"), "no such folder"),
    (("run", "{tmp}/page.txt", "-o", "{tmp}/page.txt", "--force"), "is an input too"),
    (("show", "{tmp}/page.txt", "--html", "{tmp}/no/page.html"), "does not exist"),
    (("show", "{tmp}/page.txt", "--html", "{tmp}/page.txt"), "overwrite it with --force"),
    (("run",), "Missing"),
    (("show", "{tmp}/none.txt"), "no such file"),
    (("evaluate", "{tmp}"), "no gold page"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_USE)
@pytest.mark.usefixtures("page")
def test_wrong_use_says_what_to_do(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    code, _, said = call(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert code == 2
    assert message in " ".join(said.split())
    assert "Traceback" not in said


def test_output_is_not_overwritten_without_force(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    assert call("run", page, "-o", output)[0] == 0
    assert call("run", page, "-o", output)[0] == 2
    assert call("run", page, "-o", output, "--force")[0] == 0


def test_records_fit_the_printed_schema(page: Path) -> None:
    schema = json.loads(call("schema")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    record = json.loads(call("run", page, "-o", "-")[1])
    validator.validate(record)
    for line in call("run", CORPUS, "-o", "-")[1].splitlines():
        validator.validate(json.loads(line))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**record, "confidence": 1})


def test_show_prints_text_and_table(page: Path) -> None:
    code, out, _ = call("show", page)
    assert code == 0
    assert "22-NQ/TW" in out and "8320" in out and "documents" in out


def test_show_html_stands_alone_and_is_escaped(page: Path, tmp_path: Path) -> None:
    assert call("show", page, "--html", tmp_path / "page.html")[0] == 0
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp; có" in html and "<b>" not in html
    assert "<script" not in html and "http" not in html.replace("http-equiv", "")
    assert "number=22-NQ/TW" in html


def test_documents_looks_a_number_up() -> None:
    code, out, _ = call("documents", "22-NQ/TW")
    assert code == 0
    assert [year for year in ("2008", "2013", "2018", "2026") if f"22-NQ/TW@{year}" in out] == [
        "2008",
        "2013",
        "2018",
        "2026",
    ]
    assert call("documents", "999-NQ/TW")[0] == 1


def test_a_page_does_not_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Tít \x1b]0;pwned\x07 \x1b[2J \u202e bài", encoding="utf-8")
    _, out, _ = call("show", tmp_path / "page.txt")
    assert not set(out) & set("\x1b\x07\u202e")


def test_a_run_does_not_read_its_own_output(page: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert call("run", tmp_path, "-o", tmp_path / "out.jsonl", "--force")[0] == 0
        assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_annotate_writes_a_file_for_every_page_or_none(tmp_path: Path) -> None:
    ids = ["a/x", "x" * 300, "../../y", "..", "nul\\u0000"]
    lines = "".join(f'{{"id": "{id}", "text": "Ngày 2/2/2021 họp."}}\n' for id in ids)
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")
    assert call("annotate", tmp_path / "in.jsonl", "-o", tmp_path / "gold")[0] == 0
    assert len(list((tmp_path / "gold").iterdir())) == len(ids)
    (tmp_path / "two.jsonl").write_text((lines.splitlines()[0] + "\n") * 2, encoding="utf-8")
    code, _, said = call("annotate", tmp_path / "two.jsonl", "-o", tmp_path / "none")
    assert code == 2 and "several pages would have this name" in " ".join(said.split())
    assert not (tmp_path / "none").exists()


def test_diff_tells_what_a_run_lost(page: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    call("run", page, "-o", old)
    record = json.loads(old.read_text(encoding="utf-8"))
    new.write_text(json.dumps({**record, "dates": []}) + "\n", encoding="utf-8")
    code, out, _ = call("diff", old, new)
    assert code == 1 and "lost 1" in out and "02/02/2008" in out
    assert call("diff", old, old)[:2] == (0, "no differences\n")


@pytest.mark.parametrize("kind", ["brat", "labelstudio"])
def test_gold_goes_out_and_comes_back(page: Path, tmp_path: Path, kind: str) -> None:
    assert call("annotate", page, "-o", tmp_path / "gold")[0] == 0
    assert call("export", tmp_path / "gold", "--to", kind, "-o", tmp_path / "out")[0] == 0
    assert call("import", tmp_path / "out", "-o", tmp_path / "back")[0] == 0
    assert (tmp_path / "back" / "page.xml").read_bytes() == (tmp_path / "gold" / "page.xml").read_bytes()


def test_help_names_every_command() -> None:
    code, out, _ = call("--help")
    assert code == 0
    assert all(name in out for name in ("run", "show", "schema", "evaluate"))


def test_importing_is_quick_and_loads_nothing_heavy() -> None:
    program = "import sys, extractor;print(*({'underthesea', 'spacy', 'duckdb', 'pyarrow', 'rich'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert shown == []
