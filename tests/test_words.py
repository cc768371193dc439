"""Words are underthesea's, at exact places; sentences never cross a line."""

from __future__ import annotations

import threading

import pytest

from extractor import words
from extractor.words import segment, sentences
from tests.conftest import deadline

TEXTS = [
    "Học sinh tỉnh Hà Tĩnh đi học.",
    "Uỷ ban nhân dân tỉnh Thanh Hoá ban hành Quyết định số 22-QĐ/UBND ngày 02/02/2008.",
    "Ông Nguyễn Văn K. cho biết: “Đạt 93,3% kế hoạch”, tăng 1,5 lần; PGS.TS. Lê Thị B nói.",
    "Ðảng bộ tỉnh có 8.320 đảng viên (tăng 2.743 đảng viên so với năm 2010).",
    "Giá\u00a0lúa\u202f6.500 đồng/kg  …  v.v. ",
    "a.b-c d&e http://example.vn/x?y=1 email@example.vn 43H-0530 :D",
]


def words_of(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in segment(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_underthesea(text: str) -> None:
    from underthesea import word_tokenize

    expected = word_tokenize(text, use_token_normalize=False)
    assert [word.replace("Ð", "Đ").replace("ð", "đ") for word in words_of(text)] == expected


@pytest.mark.parametrize("text", [*TEXTS, "", " \n ", "\u200bTừ\u00ad khóa\ufeff", "{name} - {time}\n\n{body}"])
def test_words_rebuild_the_text(text: str) -> None:
    rebuilt, position = "", 0
    for start, end in segment(text):
        assert position <= start < end and not text[position:start].strip()
        rebuilt += text[position:end]
        position = end
    assert rebuilt + text[position:] == text and not text[position:].strip()


def test_words_stay_within_their_line() -> None:
    text = "Chủ nhật, 20/01/2019\nTỉnh ủy\nPhát biểu"
    assert all("\n" not in text[start:end] for start, end in segment(text))


@pytest.mark.parametrize("piece", ["a.", "1.", "1-", "a.b-"])
def test_long_runs_without_a_blank_come_to_an_end(piece: str) -> None:
    with deadline(60):
        assert segment(piece * 20_000) == [(0, len(piece) * 20_000)]


def test_first_call_may_come_from_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_loaded", [])
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(words_of(TEXTS[0]))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [words_of(TEXTS[0])] * 8


SENTENCES = [
    ("Một. Hai? Ba!", ["Một.", "Hai?", "Ba!"]),
    ("TP. Hà Tĩnh có 8.320 đảng viên. Năm 2020, tăng.", ["TP. Hà Tĩnh có 8.320 đảng viên.", "Năm 2020, tăng."]),
    ("Ông Nguyễn Văn K. Nguyễn nói. “Đúng.” Rồi về.", ["Ông Nguyễn Văn K. Nguyễn nói.", "“Đúng.”", "Rồi về."]),
    ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
    ("tăng 3.5 lần ... còn lại", ["tăng 3.5 lần ... còn lại"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
