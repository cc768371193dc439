"""Two runs compared: what a change gains, loses and changes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from extractor.article import Article, Date
from extractor.difference import Difference, Missing, compare_runs, differences

TEXT = "Ngày 2/2 và ngày 3/3."


def date(start: int, end: int, value: str, rule: str = "dates.day") -> Date:
    return Date(start=start, end=end, text=TEXT[start:end], type="DATE", value=value, rule=rule)


def article(*dates: Date, id: str = "a", text: str = TEXT) -> Article:
    return Article(id=id, text=text, dates=dates)


FIRST, SECOND = date(0, 8, "XXXX-02-02"), date(12, 20, "XXXX-03-03")

CASES = [
    (article(FIRST), article(FIRST), []),
    (article(FIRST), article(FIRST, SECOND), [("gained", "ngày 3/3")]),
    (article(FIRST, SECOND), article(FIRST), [("lost", "ngày 3/3")]),
    (article(FIRST), article(msgspec.structs.replace(FIRST, value="2021-02-02")), [("changed", "Ngày 2/2")]),
    (article(FIRST), article(msgspec.structs.replace(FIRST, rule="dates.other")), []),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_differences(old: Article, new: Article, expected: list[tuple[str, str]]) -> None:
    found = list(differences(old, new))
    assert [(d.kind, d.context.split("⟦")[1].split("⟧")[0]) for d in found] == expected


def write(path: Path, *articles: Article) -> Path:
    path.write_text("".join(a.to_json() + "\n" for a in articles), encoding="utf-8")
    return path


def test_compare_runs_by_id(tmp_path: Path) -> None:
    old = write(tmp_path / "old.jsonl", article(FIRST, id="a"), article(id="b"), article(id="gone"))
    new = write(tmp_path / "new.jsonl", article(id="b", text="khác"), article(id="a"), article(id="fresh"))
    found = list(compare_runs(old, new))
    assert {item.page: item.reason for item in found if isinstance(item, Missing)} == {
        "b": "its text is not the same in both",
        "fresh": "only in new.jsonl",
        "gone": "only in old.jsonl",
    }
    assert [(item.page, item.kind) for item in found if isinstance(item, Difference)] == [("a", "lost")]


def test_pages_of_one_id_are_compared_in_order(tmp_path: Path) -> None:
    old = write(tmp_path / "old.jsonl", article(FIRST), article(SECOND))
    assert list(compare_runs(old, old)) == []


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "old.jsonl", article())
    path.write_text(path.read_text(encoding="utf-8") + "bad\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"old\.jsonl:2: no article"):
        list(compare_runs(path, path))
