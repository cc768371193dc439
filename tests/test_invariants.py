"""What holds for every page, however odd: offsets, determinism, round trips, bounds."""

from __future__ import annotations

import random
import threading
import unicodedata

import pytest

from extractor import Article, Extractor, Request
from extractor.gold import GoldPage
from extractor.text import nfc
from tests.conftest import deadline

HOSTILE = [
    "",
    " ",
    "\n\n\n",
    "\x00\x01\x02",
    "{name} - {time}",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp;amp; &#x41;",
    "\u202eNghị quyết số 22-NQ/TW\u202c",
    "Nghị quy\u00adết số 22\u200b-NQ/\ufeffTW",
    "Chủ tịch  Hồ Chí Minh, thăm tỉnh.",
    "Chủ tịch  Hồ Chí Minh",
    "Nghị quyết số 22-NQ/TW" * 50,
    "ngày 31/02/2021, 99/99/9999, 0/0/0, 2021-13-45T25:61",
    "tăng 99999999999999999999999999999999999999999999 tỷ tỷ tỷ đồng, 1.1.1.1.1.1.1%, ,,,%, 1/0 xã, 0/0%",
    "Bí thư " * 200,
    "ông ông bà đồng chí Đ/c. " * 50,
    "(((((((((((((((((((((",
    "“”„‟«»" * 100,
    "𝐍𝐠𝐡𝐢̣ 𝐪𝐮𝐲𝐞̂́𝐭 🇻🇳 số ٢٢ Ⅷ ½ ²",
    "İI ıi ŉ ß ǆ ﬁ",
    "\ud83d lone surrogate",
    "Đảng ủy " + "a\u0300" * 500,
    "1 " * 5_000,
    "Tin liên quan:\n" * 300,
    "Chủ tịch Hội đồng " * 600,
    "Công ty Đầu tư Sở Y tế và " * 300,
    "Sáng nay, hội nghị được tổ chức ở ba điểm cầu với nhiều đại biểu các tỉnh. (Ảnh:) (Ảnh: ) Ảnh: . (Ảnh: ?) Bế mạc.",
    "Ảnh: A. " * 300 + "(Ảnh: " * 300,
]


def check(article: Article) -> None:
    """Every offset points at its own surface, within the text; nothing of the record lies outside."""
    size = len(article.text)
    entities = (*article.documents, *article.officials, *article.persons)
    for part in (*article.dates, *article.indicators, *(m for entity in entities for m in entity.mentions)):
        assert 0 <= part.start < part.end <= size
        assert article.text[part.start : part.end] == part.text
        assert part.text == part.text.strip()
        assert part.rule
    for line in (*article.boilerplate, *article.meta):
        assert 0 <= line.start < line.end <= size
    assert all(entity.mentions for entity in entities)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("html", [False, True])
def test_hostile_strings(extractor: Extractor, text: str, html: bool) -> None:
    with deadline(20):
        article = extractor.extract(text, html=html)
    check(article)
    assert Article.from_json(article.to_json()) == article


def test_offsets_and_round_trip_on_all_pages(extractor: Extractor, corpus: list[GoldPage]) -> None:
    for page in corpus:
        article = extractor.extract(page.article.text, html=False)
        check(article)
        assert Article.from_json(article.to_json()) == article
        assert article.text == page.article.text


def test_nfd_equals_nfc(extractor: Extractor, corpus: list[GoldPage]) -> None:
    for page in corpus[::4]:
        text = page.article.text
        assert extractor.extract(unicodedata.normalize("NFD", text), html=False) == extractor.extract(text, html=False)


def test_order_of_pages_changes_nothing(extractor: Extractor, corpus: list[GoldPage]) -> None:
    texts = [page.article.text for page in corpus[:12]]
    first = {text: extractor.extract(text, html=False) for text in texts}
    shuffled = random.Random(7).sample(texts, len(texts))
    assert all(extractor.extract(text, html=False) == first[text] for text in shuffled)


def test_pages_of_a_batch_are_as_alone(extractor: Extractor, corpus: list[GoldPage]) -> None:
    requests = [Request(page.article.text, id=page.article.id, published=page.published, html=False) for page in corpus]
    together = extractor.extract_batch(requests)
    assert together == [extractor.extract(**request._asdict()) for request in requests]
    assert extractor.extract_batch([]) == []


def test_threads_share_an_extractor(corpus: list[GoldPage]) -> None:
    shared = Extractor()
    texts = [page.article.text for page in corpus[:8]]
    found: dict[int, list[Article]] = {}

    def work(number: int) -> None:
        found[number] = [shared.extract(text, html=False) for text in texts]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(found[number] == found[0] for number in found)


def test_body_holds_the_article_only(extractor: Extractor) -> None:
    text = (
        "Huyện An Bình tổng kết công tác xây dựng Đảng\n"
        "Ngày 02/02/2008, hội nghị diễn ra tại huyện; các đại biểu thảo luận sôi nổi.\n{name} - {time}\nTắt [X]"
    )
    body = extractor.extract(text).body
    assert "hội nghị diễn ra" in body
    # nor the signs that parted what was cut
    signed = text.replace("{name}", "12/06/2019 - Nguyễn Văn An | Lượt xem: 20\n{name}")
    assert all(any(map(str.isalnum, line)) for line in extractor.extract(signed).body.splitlines())
    assert "{name}" not in body and "[X]" not in body


@pytest.mark.parametrize(
    "piece",
    [
        "Nghị quyết số 22-NQ/TW ngày 02/02/2008 của Bộ Chính trị về ",
        "Bí thư Tỉnh ủy Hà Tĩnh Trần Văn Anh, ",
        "tăng 5,3% so với cùng kỳ, đạt 1.234 tỷ đồng; ",
        "từ ngày 12/3/2021 đến ngày 14/3/2021, ",
        "a",
        "1",
        "Nguyễn ",
        "{name} ",
        "<div>",
        "10%, ",
        "số 22-NQ/TW,",
        "số 22-NQ/TW, ",
        "\u0301\u0323",
    ],
)
def test_long_repetitive_lines_come_to_an_end(extractor: Extractor, piece: str) -> None:
    """A guard against patterns that take quadratic time: those would take many minutes for 200 kB, not a second."""
    with deadline(60):
        check(extractor.extract((piece * (200_000 // len(piece) + 1))[:200_000]))


@pytest.mark.parametrize("gap", ["\n", " "])
def test_a_name_before_a_long_gap_is_read_in_time(extractor: Extractor, gap: str) -> None:
    with deadline(20):
        extractor.extract("Câu này dài. Nguyễn Văn An" + gap * 200_000 + "abc", html=False)


def test_a_batch_holds_requests(extractor: Extractor) -> None:
    with pytest.raises(TypeError, match="Request"):
        extractor.extract_batch(["Nghị quyết 22-NQ/TW"])  # type: ignore[list-item]


def test_a_line_of_five_megabytes_is_read(extractor: Extractor) -> None:
    text = "Đại hội đã thành công tốt đẹp, nhân dân phấn khởi. " * 100_000
    assert len(extractor.extract(text[:5_000_000], html=False).text) == 5_000_000


def test_bytes_and_text_are_one(extractor: Extractor) -> None:
    text = nfc("Thực hiện Nghị quyết số 22-NQ/TW ngày 02/02/2008, tỉnh có 8.320 đảng viên.")
    assert extractor.extract(text.encode(), html=False) == extractor.extract(text, html=False)


def test_full_width_digits_are_read_as_plain_ones(extractor: Extractor) -> None:
    plain = "Thu 5 tỷ đồng, tăng 3,5%, ngày 02/03/2021, theo Nghị quyết số 22-NQ/TW ngày 02/02/2008 của Bộ Chính trị."
    wide = plain.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    one, other = extractor.extract(plain, html=False), extractor.extract(wide, html=False)
    assert (
        [(row.value, row.unit) for row in other.indicators] == [(row.value, row.unit) for row in one.indicators] != []
    )
    assert [date.value for date in other.dates] == [date.value for date in one.dates] != []
    assert [(row.kind, row.number, row.id) for row in other.documents] == [
        (row.kind, row.number, row.id) for row in one.documents
    ]
    assert one.documents


def test_digits_of_other_scripts_are_no_numbers(extractor: Extractor) -> None:
    article = extractor.extract("Có ١٢٣ xã, २०२१ hộ, 𝟓 tỷ đồng; ngày ٥/٣/٢٠٢١; Nghị quyết số ٢٢-NQ/TW.", html=False)
    assert (article.indicators, article.dates) == ((), ())
    assert all(row.number is None for row in article.documents)
