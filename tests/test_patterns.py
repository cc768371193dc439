"""The patterns folder: what it promises holds, and what is wrong in it is said at load."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor import Extractor, PatternError
from extractor.examples import FEEDS, check_examples
from extractor.patterns import Entry, Patterns, Row, own_folder

_COMMON_KEYS = {"id", "examples", "rejects", "note", "name"}


class Colour(Entry, frozen=True, kw_only=True):
    name: str
    forms: tuple[str, ...] = ()


class Shade(Entry, frozen=True, kw_only=True):
    forms: tuple[str, ...]


class Pair(Row, frozen=True, kw_only=True):
    left: str
    right: int = 0


def test_every_example_is_found_and_no_reject_is(extractor: Extractor) -> None:
    assert list(check_examples(extractor)) == []


def test_every_vocabulary_file_is_read_and_has_a_part_of_the_record(extractor: Extractor) -> None:
    files = {path.stem for path in own_folder().glob("*.toml")}
    assert {name for name, _ in extractor.patterns.loaded()} == files
    assert set(FEEDS) == files


def test_every_entry_has_an_example_or_a_reject(extractor: Extractor) -> None:
    assert [entry.id for _, entry in extractor.patterns.loaded() if not entry.examples and not entry.rejects] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A patterns folder of our own making with one file of each kind."""
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "colours.toml").write_text('[[entry]]\nid = "do"\nname = "đỏ"\nexamples = ["màu đỏ"]\n', encoding="utf-8")
    (ours / "pairs.csv").write_text("left,right\na,1\nb,\n", encoding="utf-8")
    monkeypatch.setattr("extractor.patterns.own_folder", lambda: ours)
    return ours


def user(tmp_path: Path, name: str, text: str) -> Path:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / name).write_text(text, encoding="utf-8")
    return theirs


def test_a_user_adds_and_replaces_entries(folder: Path, tmp_path: Path) -> None:
    theirs = user(
        tmp_path,
        "colours.toml",
        '[[entry]]\nid = "do"\nname = "đỏ tươi"\nexamples = []\n[[entry]]\nid = "xanh"\nname = "xanh"\nexamples = []\n',
    )
    assert [entry.name for entry in Patterns().entries("colours", Colour)] == ["đỏ"]
    assert [entry.name for entry in Patterns(theirs).entries("colours", Colour)] == ["đỏ tươi", "xanh"]


def test_tables_take_defaults_for_empty_cells(folder: Path) -> None:
    assert Patterns().table("pairs", Pair) == (Pair(left="a", right=1), Pair(left="b"))


WRONG = [
    ("colours.toml", '[[entry]]\nid = "a"\nname = "x"\nexample = ["y"]\n', r"colours\.toml: a: .*example"),
    ("colours.toml", '[[entry]]\nid = "a"\nexamples = []\n', r"colours\.toml: a: .*name"),
    ("colours.toml", '[[entry]]\nname = "x"\nexamples = []\n', r"colours\.toml: entry 1: .*id"),
    ("colours.toml", '[[entry]]\nid = "a"\nname = 3\nexamples = []\n', r"colours\.toml: a: .*str"),
    ("colours.toml", "[[entries]]\n", r"colours\.toml: unknown key entries"),
    ("colours.toml", "[[entry\n", r"colours\.toml: "),
    ("colours.toml", '[[entry]]\nid="a"\nname="x"\nexamples=[]\n' * 2, r"colours\.toml: a: this id stands twice"),
    ("colours.toml", "entry = 5\n", r"colours\.toml: `entry` is no table; begin every entry with a line \[\[entry"),
    ("colours.toml", 'entry = ["a"]\n', r"colours\.toml: `entry` is no table"),
    ("colours.toml", '[entry]\nid="a"\nname="x"\nexamples=[]\n', r"colours\.toml: `entry` is no table"),
    ("colours.toml", '[[entry]]\nid="a"\nname="x"\nexamples=[]\nforms=["b", ""]\n', r"colours\.toml: a: forms holds"),
    ("colours.toml", '[[entry]]\nid="a"\nname="x"\nexamples=[]\nforms=["\u00a0"]\n', r"colours\.toml: a: forms holds"),
    ("colours.toml", f"entry = {'[' * 5000}", r"colours\.toml: "),
    ("colours.toml", f"entry = {'1' * 5000}", r"colours\.toml: "),
    ("colors.toml", "", r"colors\.toml: not a pattern file; use one of colours\.toml, pairs\.csv"),
]


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_what_is_wrong_names_file_and_entry(folder: Path, tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        Patterns(user(tmp_path, name, text)).entries("colours", Colour)


def test_a_list_that_must_be_there_is_not_empty(folder: Path, tmp_path: Path) -> None:
    theirs = user(tmp_path, "colours.toml", '[[entry]]\nid = "a"\nexamples = []\nforms = []\n')
    (folder / "colours.toml").write_text("", encoding="utf-8")
    with pytest.raises(PatternError, match=r"colours\.toml: a: forms is empty; write one"):
        Patterns(theirs).entries("colours", Shade)


ROWS = [
    ("left,right\na,1\nb,x\n", r"pairs\.csv:3: .*int"),
    ('left,right\n"a\nb",1\nb,x\n', r"pairs\.csv:4: .*int"),
    ("left,right\na,1,2\n", r"pairs\.csv:2: more cells than columns"),
    ("left;right\na;1\n", r"pairs\.csv:1: unknown column 'left;right'; the first line names some of left,right"),
    ("left,right\n,1\n", r"pairs\.csv:2: .*left"),
    (f"left,right\n{'a' * 200_000},1\n", r"pairs\.csv:\d: field larger"),
]


@pytest.mark.parametrize(("text", "message"), ROWS)
def test_a_bad_row_names_its_line(folder: Path, tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        Patterns(user(tmp_path, "pairs.csv", text)).table("pairs", Pair)


@pytest.mark.parametrize("name", ["colours.toml", "pairs.csv"])
def test_a_file_of_another_encoding_names_its_line(folder: Path, tmp_path: Path, name: str) -> None:
    theirs = user(tmp_path, name, "")
    (theirs / name).write_bytes(b"# a\n# \xff\n")
    patterns = Patterns(theirs)
    with pytest.raises(PatternError, match=rf"{name}:2: not UTF-8; save the file"):
        patterns.table("pairs", Pair) if name == "pairs.csv" else patterns.entries("colours", Colour)


def test_a_byte_order_mark_is_no_part_of_a_file(folder: Path, tmp_path: Path) -> None:
    theirs = user(tmp_path, "pairs.csv", "\ufeffleft,right\nc,3\n")
    (theirs / "colours.toml").write_text('\ufeff[[entry]]\nid="a"\nname="x"\nexamples=[]\n', encoding="utf-8")
    assert Patterns(theirs).table("pairs", Pair)[-1] == Pair(left="c", right=3)
    assert [entry.id for entry in Patterns(theirs).entries("colours", Colour)] == ["do", "a"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="no such folder"):
        Patterns(tmp_path / "none")


def test_an_unknown_kind_of_unit_is_refused(tmp_path: Path) -> None:
    entry = '[[entry]]\nid = "gia-lua"\nkind = "volume"\nunit = "giạ"\nforms = ["giạ"]\nexamples = []\n'
    with pytest.raises(PatternError, match=r"units\.toml: gia-lua: .*'volume'"):
        Extractor(patterns=user(tmp_path, "units.toml", entry))


@pytest.mark.parametrize("form", ["…..", "…", ". …", "… …", "«…»"])
def test_a_form_without_a_word_is_refused(tmp_path: Path, form: str) -> None:
    entry = f'[[entry]]\nid = "leer"\ncategory = "share"\nforms = ["{form}"]\nexamples = []\n'
    with pytest.raises(PatternError, match=r"boilerplate\.toml: leer: "):
        Extractor(patterns=user(tmp_path, "boilerplate.toml", entry))


def test_a_user_s_word_is_found(tmp_path: Path) -> None:
    """A linguist adds a unit without opening Python."""
    entry = (
        '[[entry]]\nid = "gia-lua"\nkind = "measure"\nunit = "giạ"\nforms = ["giạ"]\nexamples = ["được 40 giạ lúa"]\n'
    )
    theirs = user(tmp_path, "units.toml", entry)
    text = "Mỗi công được 40 giạ."
    assert [i.unit for i in Extractor(patterns=theirs).extract(text).indicators] == ["giạ"]
    assert "giạ" not in [i.unit for i in Extractor().extract(text).indicators]


_OWN_FILES = sorted(own_folder().glob("*.toml"))


@pytest.mark.parametrize("path", _OWN_FILES, ids=lambda path: path.name)
def test_the_head_of_a_file_says_what_its_keys_mean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head = text.partition("[[entry]]")[0]
    keys = {key for entry in tomllib.loads(text)["entry"] for key in entry}
    assert {key for key in keys - _COMMON_KEYS if key not in head} == set()


@pytest.mark.parametrize("path", _OWN_FILES, ids=lambda path: path.name)
def test_a_file_says_nothing_twice(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lists = [
        (entry["id"], key, value)
        for entry in tomllib.loads(text)["entry"]
        for key, value in entry.items()
        if isinstance(value, list)
    ]
    assert [(name, key) for name, key, value in lists if len(set(value)) < len(value)] == []
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
