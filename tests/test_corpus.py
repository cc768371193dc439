"""The gate: scores on the corpus never fall below their floors, and the gold never changes unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extractor
from extractor.evaluate import evaluate, read_split
from extractor.gold import GoldPage, read_folder
from tests.conftest import CORPUS, SHARED
from tests.floors import digest, lowered, measured, pin, read_floors, write_floors


def test_scores_hold_their_floors() -> None:
    pinned_digest, pinned = read_floors()
    assert digest() == pinned_digest, "the gold has changed; look at the scores, then run `make floors`"
    assert not lowered(pinned, measured())


@pytest.mark.parametrize(
    ("now", "faults"),
    [
        ({"dev": {"dates value": 0.9, "body lost": 0.0}}, 0),
        ({"dev": {"dates value": 0.95, "body lost": 0.0}}, 0),
        ({"dev": {"dates value": 0.8999, "body lost": 0.0}}, 1),
        ({"dev": {"dates value": 0.9, "body lost": 0.001}}, 1),
        ({"dev": {"body lost": 0.0}}, 1),
        ({}, 2),
    ],
)
def test_a_floor_never_sinks_silently(tmp_path: Path, now: dict[str, dict[str, float]], faults: int) -> None:
    path = tmp_path / "floors.toml"
    write_floors("d", {"dev": {"dates value": 0.9, "body lost": 0.0}}, path)
    assert len(pin(now, digest="new", path=path)) == faults
    assert read_floors(path)[0] == ("d" if faults else "new")
    assert pin(now, digest="new", path=path, allow=True) == []
    assert read_floors(path) == ("new", now)


def test_the_digest_sees_every_page(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (tmp_path / "split.toml").write_text("dev = []")
    (pages / "a.xml").write_text("một")
    first = digest(pages)
    (pages / "a.xml").write_text("một ")
    assert digest(pages) != first


def test_a_third_of_the_pages_is_only_scored(corpus: list[GoldPage]) -> None:
    parts = read_split(CORPUS)
    assert parts["dev"] | parts["test"] == {page.path.stem for page in corpus}
    assert not parts["dev"] & parts["test"]
    assert 0.3 <= len(parts["test"]) / len(corpus) <= 0.4


# What the corpus must hold at least, so that a score says something.
LEAST = {"documents": 350, "officials": 400, "dates": 450, "indicators": 700, "page": 600}


def test_the_corpus_is_large_enough(corpus: list[GoldPage]) -> None:
    counts = dict.fromkeys(LEAST, 0)
    for page in corpus:
        article = page.article
        counts["documents"] += sum(len(document.mentions) for document in article.documents)
        counts["officials"] += sum(len(official.mentions) for official in article.officials)
        counts["dates"] += len(article.dates)
        counts["indicators"] += len(article.indicators)
        counts["page"] += len(article.boilerplate) + len(article.meta)
    assert len(corpus) >= 40
    assert all(counts[name] >= least for name, least in LEAST.items()), counts
    assert sum(page.html is not None for page in corpus) >= 8


# What the real pages beside the checkout must reach.
REAL = {"documents value": 0.90, "officials value": 0.85, "dates value": 0.90, "indicators value": 0.80}


@pytest.mark.shared
def test_real_pages(extractor: Extractor) -> None:
    scores = evaluate(read_folder(SHARED / "pages"), extractor)
    assert {name: scores.counts[name].f1 for name, least in REAL.items() if scores.counts[name].f1 < least} == {}
    assert scores.counts["boilerplate"].f1 >= 0.98
    assert scores.counts["body lost"].right == 0
