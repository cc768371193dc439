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


TITLE = {"name": "title"}


def noted(attributes: dict[str, str], number: int = 1, *, label: str = "meta", start: int = 0, end: int = 4) -> str:
    """A region of a brat file and the note with its attributes."""
    return f"T{number}\t{label} {start} {end}\tx\n#{number}\tAnnotatorNotes T{number}\t{json.dumps(attributes)}\n"


BAD = [
    ("T1\tdate 1 2\tx\nX9\tnonsense", "page.ann:2: neither"),
    ("T1\tdate 1 2\tx\n#1\tAnnotatorNotes T1\tno json", "page.ann:2: the note is no JSON"),
    ("T1\tdate 1 2\tx", "page.ann:1: <date> lacks type, value"),
    ('T1\tindicator 1 2\tx\n#1\tAnnotatorNotes T1\t{"unit": "%", "value": "a"}', "page.ann:1: .*no plain decimal"),
    (f"T1\tdate 1 2\tx\n#1\tAnnotatorNotes T1\t{'[' * 100_000}", "page.ann:2: the note is no JSON"),
    (noted(TITLE, start=2, end=2), "page.ann:1: it goes from 2 to 2, which is no stretch"),
    (noted(TITLE, start=1, end=99), r"page.ann:1: it goes from 1 to 99, .*\(4 characters\)"),
    (noted(TITLE, start=1, end=10**11), "page.ann:1: it goes from"),
    (noted(TITLE, label="titel"), "page.ann:1: unknown label 'titel'; one of boilerplate, date"),
    (noted({"type": "DATE", "value": "2.2.2008"}, label="date"), "page.ann:1: .*no TIMEX3 value"),
    (noted(TITLE | {"colour": "red"}), "page.ann:1: unknown attribute of meta: colour"),
    (noted(TITLE | {"start": "1"}), "page.ann:1: unknown attribute of meta: start"),
    (noted(TITLE | {"value": "\ud800"}), "page.ann:2: value=.* holds a character that no gold page"),
    (noted({"name": "author", "value": "\x01"}), "page.ann:2: value=.* holds a character that no gold page"),
    (
        noted({"name": "A B"}, label="person", end=3) + noted(TITLE, 2, start=2, end=4),
        "page.ann:3: <meta> may not stand",
    ),
]


@pytest.mark.parametrize(("annotations", "message"), BAD)
def test_bad_annotations_name_the_place(annotations: str, message: str) -> None:
    with pytest.raises(ExchangeError, match=message):
        from_brat("page", "text", annotations)


def test_a_surface_may_hold_line_ends_of_other_systems() -> None:
    text = "Tít\u2028bài\x85nữa"
    article = from_regions("page", text, [Region("meta", 0, len(text), TITLE)])
    assert same(from_brat("page", *to_brat(article)), article)


def task(result: object, text: object = "text", name: object = "a") -> dict[str, object]:
    return {"data": {"id": name, "text": text}, "annotations": [{"result": [result]}]}


def labels(*, meta: object = None, **value: object) -> dict[str, object]:
    value = {"start": 0, "end": 4, "labels": ["meta"]} | value
    return {"id": "r1", "type": "labels", "value": value, "meta": meta or {"text": [json.dumps(TITLE)]}}


BAD_REGIONS = [
    (task(5), "task a, region 1: no JSON object"),
    (task({"type": "labels"}), "task a, region 1: it has `value`"),
    (task(labels(labels=[])), "task a, region 1: it has `value`"),
    (task(labels(labels=[["meta"]])), "task a, region 1: it has `value`"),
    (task(labels(start="0")), "task a, region 1: it has `value`"),
    (task(labels(start=[0])), "task a, region 1: it has `value`"),
    (task(labels(end=9)), "task a, region 1: it goes from 0 to 9"),
    (task(labels(start=-1)), "task a, region 1: it goes from -1 to 4"),
    (task(labels(end=1), text="🇻🇳"), "task a, region 1: it goes from 0 to 1"),
    (task(labels(start=4, end=0)), "task a, region 1: it goes from 4 to 0"),
    (task(labels(labels=["Titel"])), "task a, region 1: unknown label 'Titel'"),
    (task(labels(meta=["a"])), "task a, region 1: its `meta` holds no `text`"),
    (task(labels(meta={"text": [1]})), "task a, region 1: its `meta` holds no `text`"),
    (task(labels(meta={"text": 1})), "task a, region 1: its `meta` holds no `text`"),
    (task(labels(meta={"text": "[]"})), "task a, region 1: the note is no JSON object"),
    (task(labels(), text="te\ud800t"), "task a: the text is not the one that was exported"),
    (task(labels(), text="te\x00t"), "task a: the text is not the one that was exported"),
    (task(labels(), text="e\u0301xt"), "task a: the text is not the one that was exported"),
    (task(labels(end=1), text="x\u0301t"), "task a, region 1: a mark cuts a letter"),
    (task(labels(), name="\x00"), "cannot be the name of a file"),
    (task(labels(), name="\ud800"), "cannot be the name of a file"),
]


@pytest.mark.parametrize(("bad", "message"), BAD_REGIONS)
def test_bad_regions_name_the_place(bad: object, message: str) -> None:
    with pytest.raises(ExchangeError, match=message):
        from_labelstudio(bad)


def test_files_that_cannot_be_imported(tmp_path: Path) -> None:
    (tmp_path / "page.ann").write_text("", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"page\.txt: cannot be read"):
        read_import(tmp_path)
    (tmp_path / "page.txt").write_bytes(b"\xff")
    with pytest.raises(ExchangeError, match=r"page\.txt: not UTF-8"):
        read_import(tmp_path)
    export = tmp_path / "export.json"
    for content, message in (
        ("[" * 100_000, "not a Label Studio export"),
        (json.dumps([task(labels())] * 2), "2 pages"),
    ):
        export.write_text(content, encoding="utf-8")
        with pytest.raises(ExchangeError, match=message):
            read_import(export)


@pytest.mark.parametrize(
    "task",
    [
        {},
        [],
        None,
        {"data": {"id": "a", "text": "b"}, "annotations": []},
        {"data": {"id": "a", "text": None}, "annotations": [{"result": []}]},
        {"data": {"id": "a", "text": "b"}, "annotations": [{"result": {}}]},
    ],
)
def test_bad_tasks_are_refused(task: object) -> None:
    with pytest.raises(ExchangeError, match="not a Label Studio task"):
        from_labelstudio(task)
