"""What the caller knows of a page goes in checked, and wins over what the page says."""

from __future__ import annotations

import pytest

from extractor import Extractor

PUBLISHED = [
    ("2021-11-18", "2021-11-18"),
    (" 2021-11-18T19:35 ", "2021-11-18T19:35"),
    ("2021-11-18 19:35:00", "2021-11-18T19:35:00"),
    ("2021-11-18T19:35:00.123+07:00", "2021-11-18T19:35:00+07:00"),
    ("18/11/2021", "2021-11-18"),
    ("18-11-2021 07:05", "2021-11-18T07:05"),
    ("18.11.2021, 7:05:33", "2021-11-18T07:05"),
    ("31/02/2021", None),
    ("2021-13-45", None),
    ("2021-11-18T25:00", None),
    ("2021-W46", None),
    ("hôm qua", None),
    ("  ", None),
    ("1637193600", None),
]


@pytest.mark.parametrize(("given", "expected"), PUBLISHED)
def test_published(extractor: Extractor, given: str, expected: str | None) -> None:
    article = extractor.extract("Sáng nay, hội nghị khai mạc.", published=given)
    assert article.published == expected
    assert [warning.code for warning in article.warnings] == ([] if expected else ["bad-published"])


def test_the_caller_wins_over_the_page(extractor: Extractor) -> None:
    page = "Cập nhật: 19:35 18/11/2021\nHuyện An Bình tổng kết công tác xây dựng Đảng\nSáng nay, hội nghị khai mạc."
    assert extractor.extract(page).published == "2021-11-18T19:35"
    assert extractor.extract(page, published="2020-01-02").published == "2020-01-02"


WRONG = [{"page": None}, {"page": 5}, {"page": "x", "id": 5}, {"page": "x", "published": 20211118}]


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_types_are_said_plainly(extractor: Extractor, arguments: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"is (?:a )?str"):
        extractor.extract(**arguments)  # type: ignore[arg-type]


def test_what_the_caller_knows_can_be_written(extractor: Extractor) -> None:
    article = extractor.extract("bài", id="a\ud83d", url="b\udfff", title="c\ud83d", source="d\ud83d")
    assert article.to_json().encode()
