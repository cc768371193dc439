"""Folding keeps length and makes one what editors write in several ways."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from extractor.page.decode import MISREAD, without_controls
from extractor.text import Text, fold, is_common, key, lower, nfc
from tests.conftest import deadline

FOLDED = [
    ("22 –NQ/TW", "22 -NQ/TW"),
    ("22\u2011NQ/TW 22\u2212NQ", "22-NQ/TW 22-NQ"),
    ("Số\u00a022\u202f5", "Số 22 5"),
    ("“Về” ‘nhà’ «x»", '"Về" \'nhà\' "x"'),
    ("QÐ-TTg, ðồng", "QĐ-TTg, đồng"),
    ("Thanh Hoá, uỷ ban, khoẻ, Thuỷ, HOÁ", "Thanh Hóa, ủy ban, khỏe, Thủy, HÓA"),
    ("５ tỷ, ngày ０２/０３", "5 tỷ, ngày 02/03"),
    ("١٢٣ xã, २०२१, 𝟐, m²", "\ufffd\ufffd\ufffd xã, \ufffd\ufffd\ufffd\ufffd, \ufffd, m²"),
    # What becomes a quote or U+FFFD closes no syllable.
    ("hoàʼ, uý٣, hoà３ oÀ", "hòa', úy\ufffd, hoà3 oÀ"),
    # One spelling only: closed syllables, and u that belongs to q.
    ("toàn, hoàng, quý, Quỳ, loài, khuỷu", "toàn, hoàng, quý, Quỳ, loài, khuỷu"),
]

HOSTILE = [
    "",
    "\x00",
    "İstanbul ẞ ŉ",
    "a\u0301\u0323",
    "🇻🇳👩‍👩‍👧",
    "\u202eRTL",
    "ﬁ Ⅷ ½ ٣",
    "\ud83d" * 2,
    "Ǆ" * 50,
    "\ufeff{}",
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize("text", [*HOSTILE, *(text for text, _ in FOLDED)])
def test_copies_have_the_length_of_the_text(text: str) -> None:
    folded = Text(nfc(text))
    assert len(folded.cased) == len(folded.folded) == len(folded.raw)


def test_lower_keeps_what_would_grow() -> None:
    assert lower("İA") == "İa"


@pytest.mark.parametrize("name", ["Hoà Bình", "HÒA BÌNH", unicodedata.normalize("NFD", "Hoà  Bình"), " Hòa\u00a0Bình "])
def test_key_is_one_for_spellings_of_a_name(name: str) -> None:
    assert key(name) == "hòa bình"


@pytest.mark.parametrize(("one", "other"), [("Sỹ", "Sĩ"), ("Đắc", "Đắk"), ("Thanh", "Thành")])
def test_key_keeps_names_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_nfc_joins_marks_and_line_ends() -> None:
    assert nfc("Tie\u0302\u0301ng\r\nViệt\r") == "Tiếng\nViệt\n"


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert nfc("a\ud83db") == "a\ufffdb"


def test_without_blanks_the_copies_and_keeps_the_surface() -> None:
    text = Text("Một hai ba").without([(4, 7)])
    assert (text.raw, text.cased, text.folded) == ("Một hai ba", "Một \n\n\n ba", "một \n\n\n ba")


def test_only_ascii_digits_are_digits_of_a_folded_text() -> None:
    decimals = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isdecimal())
    folded = Text(decimals).folded
    assert len(folded) == len(decimals)
    assert set(re.findall(r"\d", folded)) == set("0123456789")


def test_a_common_page_needs_no_more_looks() -> None:
    common = [char for char in map(chr, range(sys.maxunicode + 1)) if is_common(char)]
    assert set("Đđ ệỆƠ–“”…\n\t²") <= set(common)
    assert all(nfc(char) == char for char in common if char != "\r")
    assert all(unicodedata.category(char) not in {"Mn", "Mc", "Me", "Cs"} for char in common)
    assert not any(without_controls(char)[1] for char in common)
    assert not any(MISREAD.search(char) for char in common)


def test_marks_without_end_are_cut() -> None:
    with deadline(60):
        text = nfc("a" + "\u0301\u0323" * 500_000 + "b")
    assert text == nfc("a" + "\u0301\u0323" * 15 + "b")
    assert text.endswith("b")
    assert nfc("…" * 100 + "\u0301" * 3) == "…" * 100 + "\u0301" * 3
