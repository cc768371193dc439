"""Vietnamese numbers are read exactly: words, separators, magnitudes, sums, ranges, ratios."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

import pytest

from extractor.numerals import (
    digits_value,
    english_separators,
    exact,
    read_amount,
    read_quantity,
    read_scale,
    words_to_number,
)

WORDS = [
    ("hai mươi lăm", 25, ""),
    ("hai mươi nhăm người", 25, " người"),
    ("ba trăm", 300, ""),
    ("hai trăm linh năm đồng chí", 205, " đồng chí"),
    ("một trăm lẻ tư", 104, ""),
    ("một nghìn chín trăm ba mươi", 1930, ""),
    ("hai ngàn", 2000, ""),
    ("ba vạn", 30000, ""),
    ("hai triệu năm trăm nghìn đồng", 2500000, " đồng"),
    ("hai triệu rưỡi", 2500000, ""),
    ("ba nghìn tỷ đồng", 3 * 10**12, " đồng"),
    ("một tỉ", 10**9, ""),
    ("mười", 10, ""),
    ("mười lăm", 15, ""),
    ("mười bảy", 17, ""),
    ("hai chục", 20, ""),
    ("bốn mươi mốt", 41, ""),
    ("năm mươi tư", 54, ""),
    ("hai lăm", 25, ""),
    ("bẩy mươi", 70, ""),
    ("sáu trăm mười hai", 612, ""),
    ("hai trăm rưỡi", 250, ""),
    ("mười năm", 10, " năm"),  # ten years
    ("hai mươi năm qua", 20, " năm qua"),
    ("một trăm năm", 100, " năm"),  # a century
    ("hai tỷ năm trăm triệu", 2500000000, ""),
    ("chín", 9, ""),
    ("năm 2020", 5, " 2020"),  # the caller knows whether a year is meant
]
NO_WORDS = ["", "trăm", "nghìn người", "rưỡi", "linh năm", "mươi", "vài chục", "hàng trăm", "người", "tỷ lệ", "lăm"]


@pytest.mark.parametrize(("text", "value", "rest"), WORDS)
def test_words(text: str, value: int, rest: str) -> None:
    number = words_to_number(text)
    assert number is not None
    assert (number[0], text[number[1] :]) == (value, rest)


@pytest.mark.parametrize("text", NO_WORDS)
def test_no_number_in_words(text: str) -> None:
    assert words_to_number(text) is None


def test_words_start_where_they_are_asked_for() -> None:
    assert words_to_number("có ba mươi người", 3) == (30, 10)


DIGITS = [
    # digits, Vietnamese page, English page, whole things
    ("8320", "8320", "8320", "8320"),
    ("8.320", "8320", "8.320", "8320"),
    ("1.234.567", "1234567", "1234567", "1234567"),
    ("1,234,567", "1234567", "1234567", "1234567"),
    ("93,3", "93.3", "93.3", "93.3"),
    ("3.5", "3.5", "3.5", "3.5"),
    ("2.500,75", "2500.75", "2500.75", "2500.75"),
    ("8,105.5", "8105.5", "8105.5", "8105.5"),
    ("0,125", "0.125", "0.125", "0.125"),
    ("5,907", "5.907", "5907", "5907"),
    ("12,700", "12700", "12700", "12700"),  # nobody writes 12,7 so
    ("05", "5", "5", "5"),
    ("10 042", "10042", "10042", "10042"),
    ("7,5412", "7.5412", "7.5412", "7.5412"),
]
NO_DIGITS = ["1,2,3", "12.5.6", "1.23.456", "1,2.3.4", "", ",", "1234.567.8"]


@pytest.mark.parametrize(("digits", "vietnamese", "english", "whole"), DIGITS)
def test_digits(digits: str, vietnamese: str, english: str, whole: str) -> None:
    assert digits_value(digits) == Decimal(vietnamese)
    assert digits_value(digits, english=True) == Decimal(english)
    if digits != "0,125":
        assert digits_value(digits, whole=True) == Decimal(whole)


@pytest.mark.parametrize("digits", NO_DIGITS)
def test_digits_that_write_no_number(digits: str) -> None:
    assert digits_value(digits) is None


@pytest.mark.parametrize(
    ("tokens", "english"),
    [
        (["8.320", "93,3"], False),
        (["158,400", "96.2", "3.5"], True),
        (["8,105.5"], True),
        (["2.500,75", "3.5"], False),
        (["2020", "15"], False),
        ([], False),
        (["18.11", "12,5", "7,8"], False),
        (["0,125", "1.200"], False),
    ],
)
def test_habit_of_a_page(tokens: list[str], english: bool) -> None:
    assert english_separators(tokens) is english


AMOUNTS = [
    ("44.123 tỷ đồng", "44123000000000", " đồng"),
    ("1,5 triệu lượt", "1500000", " lượt"),
    ("3 vạn", "30000", ""),
    ("3 nghìn tỷ", "3000000000000", ""),
    ("500 nghìn tỷ đồng", "500000000000000", " đồng"),
    ("2 triệu 500 nghìn", "2500000", ""),
    ("1 tỷ 200 triệu đồng", "1200000000", " đồng"),
    ("1 tỷ rưỡi", "1500000000", ""),
    ("2 chục", "20", ""),
    ("5tỷ", "5000000000", ""),
    ("2. 765 tỷ", "2765000000000", ""),
    ("10 042 tỷ", "10042000000000", ""),
    ("7, 5%", "7.5", "%"),
    ("8.320, tăng", "8320", ", tăng"),
    ("28 tỉnh", "28", " tỉnh"),  # no billion
    ("5 tỷ 3 tỷ", "5000000000", " 3 tỷ"),  # not a sum: the magnitude does not fall
    ("15 triệu 20 người", "15000000", " 20 người"),
]


@pytest.mark.parametrize(("text", "value", "rest"), AMOUNTS)
def test_amounts(text: str, value: str, rest: str) -> None:
    amount = read_amount(text, 0)
    assert amount is not None
    assert (amount.value(), text[amount.end :]) == (Decimal(value), rest)


QUANTITIES = [
    ("12 - 21%", "12", "21", "range"),
    ("12-21%", "12", "21", "range"),
    ("12% - 21%", "12", "21", "range"),
    ("12 đến 21%", "12", "21", "range"),
    ("45-50 triệu", "45000000", "50000000", "range"),
    ("800 triệu - 1 tỷ", "800000000", "1000000000", "range"),
    ("42/49 chi bộ", "42", "49", "ratio"),
    ("1.234/1.300 hộ", "1234", "1300", "ratio"),
    ("41,2/165 triệu m3", "41200000", "165000000", "ratio"),
    ("17 trên tổng số 82 cán bộ", "17", "82", "ratio"),
    ("21 - 12", "21", None, "one"),  # does not rise
    ("5 người", "5", None, "one"),
]


@pytest.mark.parametrize(("text", "first", "second", "kind"), QUANTITIES)
def test_quantities(text: str, first: str, second: str | None, kind: str) -> None:
    quantity = read_quantity(text, 0)
    assert quantity is not None
    scale = quantity.second.scale if quantity.second else None
    assert quantity.first.value(scale=scale) == Decimal(first)
    assert (quantity.second and quantity.second.value()) == (Decimal(second) if second else None)
    assert kind == ("ratio" if quantity.ratio else "range" if quantity.second else "one")


def test_slips_are_known() -> None:
    slip = read_quantity("2. 765 tỷ", 0)
    plain = read_quantity("2.765 tỷ", 0)
    assert slip is not None and plain is not None
    assert (slip.slip, plain.slip) == (True, False)


@pytest.mark.parametrize(
    ("text", "scale", "rest"), [("nghìn tấn", 1000, "tấn"), ("tỷ đồng", 10**9, "đồng"), ("ha", 1, "ha")]
)
def test_scale_of_a_heading(text: str, scale: int, rest: str) -> None:
    found, start = read_scale(text, 0)
    assert (found, text[start:]) == (scale, rest)


def test_values_are_exact() -> None:
    amount = read_amount("0,1 triệu", 0)
    assert amount is not None
    assert amount.value() == Decimal(100000)
    assert digits_value("0,1") == Decimal("0.1")


PLAIN = [
    ("999.999.999.999.999.999.999.999", "9" * 24),
    ("999 nghìn tỷ tỷ", "999" + "0" * 21),
    ("9" * 24 + "," + "9" * 10, "9" * 24 + "." + "9" * 10),
    ("0,0000010001", "0.0000010001"),
    ("0,00000000", "0"),
    ("1234567890123456789,0123456789", "1234567890123456789.0123456789"),
    ("1,123456789012 tỷ", "1123456789.012"),
    ("1,5 tỷ rưỡi", "2000000000"),
]
BEYOND = [
    "9" * 25,
    "9" * 30,
    "1234567890" * 4,
    "9999 nghìn tỷ tỷ",
    "999 nghìn tỷ tỷ tỷ",
    "0,1 " + "tỷ " * 30_000,
    "0,00000000001",
    "0,0000009",  # its str would be 9E-7
    "5" * 100_000,
]


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_values_are_plain_digits(text: str, value: str) -> None:
    amount = read_amount(text, 0)
    assert amount is not None
    with localcontext(Context(prec=6)):  # whatever the program that asks has set
        assert str(amount.value()) == value


@pytest.mark.parametrize("text", BEYOND, ids=range(len(BEYOND)))
def test_what_no_statistic_has_is_no_number(text: str) -> None:
    amount = read_amount(text, 0)
    assert amount is not None
    assert amount.value() is None


def test_the_factor_of_a_unit_is_exact_too() -> None:
    assert str(exact(Decimal("0.0000010001"), 10**6)) == "1.0001"
    assert exact(Decimal(10**20), 10**6) is None
