"""Vocabulary is found as whole words, longest first, in the case it asks for."""

from __future__ import annotations

import re

import pytest

from extractor.gazetteer import either, either_whole, whole_words
from extractor.scan import DIGITS, Vocabulary
from extractor.text import Text

VOCABULARY = Vocabulary(
    [
        (form, form)
        for form in (
            "nghị quyết",
            "NQ",
            "ủy ban",
            "ủy ban nhân dân",
            "Tp.",
            "bí thư",
            "QĐ",
            "luật",
            "luật gia",
            "Luật gia đình",
        )
    ]
)

FOUND = [
    ("Nghị quyết 22", ["nghị quyết"]),
    ("NGHỊ QUYẾT", ["nghị quyết"]),
    ("NQ nq Nq", ["NQ"]),
    ("Uỷ ban nhân dân", ["ủy ban nhân dân"]),
    ("Ủy ban Kiểm tra", ["ủy ban"]),
    ("QÐ, QĐ", ["QĐ", "QĐ"]),
    ("Tp. Vinh, TP. Vinh", ["Tp."]),
    ("bí thưa, bbí thư, bí thư2", []),
    ("(bí thư)", ["bí thư"]),
    # A longer form that is no word there, or not in its case, does not hide a shorter one.
    ("Luật Giao thông", ["luật"]),
    ("luật gia đình", ["luật gia"]),
    ("luật gia đìnhh", ["luật gia"]),
    ("luật gia", ["luật gia"]),
    ("luậtgia", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find(text: str, expected: list[str]) -> None:
    hits = VOCABULARY.find(Text(text))
    assert [hit.entry for hit in hits] == expected
    assert all(Text(text).folded[hit.start : hit.end] == Text(hit.entry).folded for hit in hits)


FOREIGN = Vocabulary([(form, form) for form in ("samsung", "samsung ж", "≥", "ω", "đảng viên", "hỏi?")])

FOUND_FOREIGN = [
    ("samsung ж", ["samsung ж"]),
    ("samsung ?, samsung ш", ["samsung", "samsung"]),
    ("≥5, ω", ["≥", "ω"]),
    ("? đảng viên, 😀đảng viên", ["đảng viên", "đảng viên"]),
    ("hỏi? hỏiж", ["hỏi?"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND_FOREIGN)
def test_letters_that_no_byte_stands_for(text: str, expected: list[str]) -> None:
    assert [hit.entry for hit in FOREIGN.find(Text(text))] == expected


def test_a_part_of_a_text_is_searched_in_its_own_places() -> None:
    text = Text("bí thư, nghị quyết, bí thư")
    for vocabulary in (VOCABULARY, Vocabulary([("bí thư", "bí thư"), ("ж", "ж")])):
        assert [(hit.start, hit.end) for hit in vocabulary.find(text, 8, len(text))][-1] == (20, 26)
        assert [hit.start for hit in vocabulary.find(text, 0, 8)] == [0]


def test_digit_runs_keep_their_separators() -> None:
    assert DIGITS.findall("8.320 đảng viên, 93,3%") == ["8.320", "93,3"]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (either(["sở", "sở y tế"]), "sở y tế", "sở y tế"),
        (either([]), "", None),
        (either_whole(["bộ", "bộ đội"]), "cán bộ đội", "bộ đội"),
        (either_whole(["bộ"]), "bộ", "bộ"),
        (either_whole(["bộ"]), "bộc abộ", None),
        (whole_words("tăng", "giảm(?: nhẹ)?"), "giảm nhẹ", "giảm nhẹ"),
        (whole_words("tăng"), "tăng", "tăng"),
        (whole_words("tăng"), "tăngx xtăng", None),
        (whole_words("tế", unless=("thực ",)), "thực tế", None),
        (whole_words("tế", unless=("thực ",)), "kinh tế", "tế"),
    ],
)
def test_words_to_search_for(pattern: str, text: str, found: str | None) -> None:
    match = re.search(pattern, text)
    assert (match and match[0]) == found
