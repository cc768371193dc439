"""The scorer: perfect, empty, one span shifted, one value wrong, one entity twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from extractor.article import Article, Boilerplate, Date, Document, Indicator, Mention, Meta, Official, Position
from extractor.evaluate import Scores, compare, score
from extractor.gold import GoldError, GoldPage

TEXT = "Nghị quyết 22 của Tỉnh ủy.\nÔng Trần Văn Anh nói: 93,3% và 88% năm 2020.\nGo top"


def at(surface: str, rule: str = "gold") -> dict[str, object]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "rule": rule}


def mention(surface: str) -> Mention:
    return Mention(text=surface, **at(surface))  # type: ignore[arg-type]


GOLD = Article(
    id="page",
    text=TEXT,
    boilerplate=(Boilerplate(category="navigation", **at("Go top")),),  # type: ignore[arg-type]
    meta=(),
    documents=(Document(kind="nghị quyết", number="22-NQ/TU", mentions=(mention("Nghị quyết 22"),)),),
    officials=(
        Official(
            name="Trần Văn Anh",
            positions=(Position(role="Bí thư", organisation="Tỉnh ủy Hà Tĩnh"),),
            mentions=(mention("Ông Trần Văn Anh"),),
        ),
    ),
    dates=(Date(text="năm 2020", type="DATE", value="2020", **at("năm 2020")),),  # type: ignore[arg-type]
    indicators=(
        Indicator(text="93,3%", value=Decimal("93.3"), unit="%", relation="share", **at("93,3%")),  # type: ignore[arg-type]
        Indicator(text="88%", value=Decimal(88), unit="%", period="2020", **at("88%")),  # type: ignore[arg-type]
    ),
)


def f1(scores: Scores, name: str) -> float:
    return scores.counts[name].f1


def replaced(**fields: object) -> Article:
    return msgspec.structs.replace(GOLD, **fields)


def test_a_perfect_output_has_no_fault() -> None:
    scores = score(GOLD, GOLD)
    assert scores.faults == []
    assert all(count.f1 == 1 for name, count in scores.counts.items() if name != "body lost")
    assert scores.counts["body lost"].right == 0


def test_an_empty_output_has_no_recall_and_loses_no_body() -> None:
    scores = score(GOLD, Article(id="page", text=TEXT))
    for label in ("documents", "officials", "dates", "indicators"):
        count = scores.counts[f"{label} value"]
        assert (count.precision, count.recall) == (1.0, 0.0)
    assert scores.counts["boilerplate"].recall == 0
    assert scores.counts["body lost"].right == 0
    assert {fault.kind for fault in scores.faults} == {"missed"}


def test_a_shifted_span_counts_as_overlap_only() -> None:
    shifted = msgspec.structs.replace(GOLD.dates[0], start=GOLD.dates[0].start + 1)
    scores = score(GOLD, replaced(dates=(shifted,)))
    assert (f1(scores, "dates strict"), f1(scores, "dates overlap"), f1(scores, "dates value")) == (0, 1, 1)
    assert [fault.kind for fault in scores.faults] == ["wrong span"]


def test_a_wrong_value_counts_as_span_only() -> None:
    wrong = msgspec.structs.replace(GOLD.indicators[0], value=Decimal("9.33"))
    scores = score(GOLD, replaced(indicators=(wrong, GOLD.indicators[1])))
    assert (f1(scores, "indicators strict"), f1(scores, "indicators value")) == (1, 0.5)
    assert scores.counts["indicators relation"].gold == 1


def test_an_entity_twice_costs_precision() -> None:
    scores = score(GOLD, replaced(documents=GOLD.documents * 2))
    count = scores.counts["documents value"]
    assert (count.precision, count.recall) == (0.5, 1.0)


def test_a_missed_entity_costs_recall_and_its_positions() -> None:
    scores = score(GOLD, replaced(officials=()))
    assert scores.counts["officials positions"].recall == 0


ATTRIBUTES = [
    ("indicators", 0, {"relation": "level"}, "indicators relation", 0.5),
    ("indicators", 1, {"period": "2021"}, "indicators period", 0.5),
    ("indicators", 0, {"planned": "yes"}, "indicators planned", 0.5),
    ("indicators", 0, {"baseline": "2010"}, "indicators baseline", 0.5),
    ("documents", 0, {"id": "22-NQ/TU@2008"}, "documents id", 0.0),
    ("officials", 0, {"positions": (Position(role="Bí thư", organisation="Tỉnh ủy"),)}, "officials positions", 0.0),
]


@pytest.mark.parametrize(("label", "index", "change", "name", "expected"), ATTRIBUTES)
def test_attributes(label: str, index: int, change: dict[str, object], name: str, expected: float) -> None:
    parts = list(getattr(GOLD, label))
    parts[index] = msgspec.structs.replace(parts[index], **change)
    scores = score(GOLD, replaced(**{label: tuple(parts)}))
    assert scores.counts[name].f1 == expected
    assert len(scores.faults) == 1


def test_of_is_scored_by_words() -> None:
    gold = replaced(indicators=(msgspec.structs.replace(GOLD.indicators[0], of="đảng viên"),))
    found = replaced(indicators=(msgspec.structs.replace(GOLD.indicators[0], of="đảng viên mới"),))
    assert score(gold, found).counts["indicators of"].f1 == pytest.approx(0.8)


def test_body_taken_for_boilerplate_or_metadata_is_lost() -> None:
    cut = Boilerplate(category="repeat", **at("Ông Trần Văn Anh"))  # type: ignore[arg-type]
    lost = score(GOLD, replaced(boilerplate=(*GOLD.boilerplate, cut)))
    assert lost.counts["body lost"].right == len("ÔngTrầnVănAnh")
    named = Meta(name="author", value="Trần Văn Anh", **at("Trần Văn Anh"))  # type: ignore[arg-type]
    assert score(GOLD, replaced(meta=(named,))).counts["body lost"].right == len("TrầnVănAnh")


def test_another_text_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="not the gold page's text"):
        score(GOLD, Article(id="page", text=TEXT + " "))


def test_an_annotator_who_changed_the_text_is_told_where() -> None:
    one, other = GoldPage(path=Path("a/page.xml"), article=GOLD), GoldPage(path=Path("b/page.xml"), article=GOLD)
    assert compare([one], [other]).counts["dates strict"].f1 == 1
    other.article = replaced(text=TEXT.replace("nói:", "nói"))
    place = TEXT.index("nói:") + 3
    with pytest.raises(
        GoldError, match=rf"b/page\.xml: its text is not that of a/page\.xml, from character {place} on"
    ):
        compare([one], [other])


def test_one_found_item_answers_for_one_gold_item() -> None:
    both = (GOLD.indicators[0], GOLD.indicators[1])
    wide = msgspec.structs.replace(GOLD.indicators[0], end=GOLD.indicators[1].end)
    count = score(replaced(indicators=both), replaced(indicators=(wide,))).counts["indicators overlap"]
    assert (count.right, count.gold, count.found) == (1, 2, 1)
