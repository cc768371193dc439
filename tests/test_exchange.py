"""Gold pages go to other tools and come back the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.exchange import (
    ExchangeError,
    from_brat,
    from_labelstudio,
    read_import,
    to_brat,
    to_conll,
    to_labelstudio,
    to_spacy,
    write_export,
)
from extractor.gold import GoldPage, Region, from_regions, to_regions, to_xml

TEXT = "Tít 🇻🇳 bài\nông Trần Văn Anh, ngày\n2/2, nói: tăng 5%.\n{body}"


def region(kind: str, surface: str, /, **attributes: str) -> Region:
    start = TEXT.index(surface)
    return Region(kind, start, start + len(surface), attributes)


ARTICLE = from_regions(
    "page",
    TEXT,
    [
        region("meta", "Tít 🇻🇳 bài", name="title"),
        region("official", "ông Trần Văn Anh, ngày\n2/2", name="Trần Văn Anh", positions="Bí thư @ Tỉnh ủy"),
        region("date", "ngày\n2/2", type="DATE", value="XXXX-02-02"),
        region("indicator", "5%", value="5", unit="%", relation="increase"),
        region("boilerplate", "{body}", category="comments"),
    ],
)


@pytest.fixture(scope="module")
def articles(corpus: list[GoldPage]) -> list[Article]:
    return [ARTICLE, *(page.article for page in corpus)]


def same(one: Article, other: Article) -> bool:
    return (one.text, to_regions(one)) == (other.text, to_regions(other))


def test_brat_round_trip(articles: list[Article]) -> None:
    for article in articles:
        assert same(from_brat(article.id or "", *to_brat(article)), article)


def test_brat_never_spans_a_line_end() -> None:
    _, annotations = to_brat(ARTICLE)
    assert "T3\tdate 29 33;34 37\tngày 2/2" in annotations


def test_labelstudio_round_trip(articles: list[Article]) -> None:
    for article in articles:
        task = json.loads(json.dumps(to_labelstudio(article)))
        assert same(from_labelstudio(task), article)


def test_labelstudio_counts_utf16() -> None:
    (title, *_) = to_labelstudio(ARTICLE)["annotations"][0]["result"]
    assert title["value"]["end"] == len("Tít 🇻🇳 bài".encode("utf-16-le")) // 2


def test_conll_tags_outer_and_inner() -> None:
    rows = [line.split("\t") for line in to_conll(ARTICLE).splitlines() if line and not line.startswith("#")]
    tags = {token: (outer, inner) for token, _, _, outer, inner in rows}
    assert tags["2/2"] == ("I-OFFICIAL", "I-DATE")
    assert tags["ngày"] == ("I-OFFICIAL", "B-DATE")
    assert tags["bài"] == ("O", "O")
    assert all(TEXT[int(start) : int(end)] == token for token, start, end, *_ in rows)


def test_spacy_documents_spell_the_text(articles: list[Article]) -> None:
    import spacy

    vocabulary = spacy.blank("xx").vocab
    for article, doc in zip(articles, to_spacy(articles).get_docs(vocabulary), strict=True):
        assert doc.text == article.text
        wanted = [r for r in to_regions(article) if r.name not in {"meta", "boilerplate"}]
        assert sorted((s.start_char, s.end_char, s.label_.lower()) for s in doc.spans["sc"]) == sorted(
            (r.start, r.end, r.name) for r in wanted
        )
        assert Article.from_json(doc.user_data["article"]) == article


@pytest.mark.parametrize("kind", ["brat", "labelstudio"])
def test_files_go_out_and_come_back(tmp_path: Path, kind: str) -> None:
    write_export([ARTICLE], kind, tmp_path / "out")
    (back,) = read_import(tmp_path / "out")
    assert to_xml(back) == to_xml(ARTICLE)


@pytest.mark.parametrize("kind", ["conll", "spacy"])
def test_files_for_training_are_written(tmp_path: Path, kind: str) -> None:
    write_export([ARTICLE], kind, tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 100


BAD = [
    ("T1\tdate 1 2\tx\nX9\tnonsense", "page.ann:2: neither"),
    ("T1\tdate 1 2\tx\n#1\tAnnotatorNotes T1\tno json", "page.ann:2: the note is no JSON"),
    ("T1\tdate 1 2\tx", "lacks an attribute"),
    ('T1\tindicator 1 2\tx\n#1\tAnnotatorNotes T1\t{"unit": "%", "value": "a"}', "lacks an attribute or has a wrong"),
]


@pytest.mark.parametrize(("annotations", "message"), BAD)
def test_bad_annotations_name_the_place(annotations: str, message: str) -> None:
    with pytest.raises(ExchangeError, match=message):
        from_brat("page", "text", annotations)


@pytest.mark.parametrize("task", [{}, [], {"data": {"id": "a", "text": "b"}, "annotations": []}])
def test_bad_tasks_are_refused(task: object) -> None:
    with pytest.raises(ExchangeError, match="not a Label Studio task"):
        from_labelstudio(task)
