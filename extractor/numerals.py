"""Vietnamese numbers -> exact decimals: digits with their separators, magnitudes, sums, words, ranges and ratios.

All functions read folded text (`Text.folded`) and return offsets into it. What a number counts decides some readings
(`12,700 ha` or `12,700 người`), so digits are first cut out of the text (`Quantity`) and read when the unit is known.

Every value is exact and in plain digits; what has more digits than any statistic is no number (`exact`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Any, NamedTuple

# ---------------------------------------------------------------------------------------------------------- values

# More digits before and after the point than any statistic has; with them a value fits DECIMAL(38, 10).
_WHOLE_DIGITS, _FRACTION_DIGITS = 24, 10
# `str` of a Decimal below a millionth has an exponent.
_SMALLEST = -6
# A product of magnitudes is cut here: with the smallest fraction it is still too large for a value.
_LARGEST_SCALE = 10**40
# Wide enough for the product of a value and a magnitude; the caller's own context may be anything.
_EXACT = Context(prec=100)


def exact(number: Decimal, factor: int = 1) -> Decimal | None:
    """`number` times `factor`, whose `str` is plain digits; None where it has more digits than a statistic."""
    if number.adjusted() >= _WHOLE_DIGITS:
        return None
    if factor > 1:
        number = _EXACT.multiply(number, Decimal(factor))
    whole = number.to_integral_value()
    if whole == number:  # 1,2 triệu is 1200000, without the zeros that the magnitude leaves behind the point
        return whole if whole.adjusted() < _WHOLE_DIGITS else None
    if factor > 1:
        number = number.normalize(_EXACT)
    fraction = -int(number.as_tuple().exponent)
    fits = number.adjusted() < _WHOLE_DIGITS and fraction <= _FRACTION_DIGITS and number.adjusted() >= _SMALLEST
    return number if fits else None


# ----------------------------------------------------------------------------------------------------------- words

_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TEN = {word: one for word, one in _ONES.items() if word != "năm"} | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4}
_ZERO_TENS = {"linh": 1, "lẻ": 1}
_AFTER_ZERO = _ONES | {"tư": 4}
_AFTER_ONE = {"lăm": 5, "nhăm": 5, "mốt": 1, "tư": 4}
_TEN, _TENS, _HUNDRED, _HALVES = {"mười": 10}, {"mươi": 1, "chục": 1}, {"trăm": 1}, {"rưỡi": 1}
_LARGE = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \u00a0]{1,2}")

NUMBER_WORDS = frozenset(_AFTER_TENS.keys() | _ONES.keys() | _LARGE.keys() | _ZERO_TENS.keys()) | {
    "mười", "mươi", "chục", "trăm", "rưỡi", "nửa",
}  # fmt: skip


class _Words:
    """A cursor over the words of a text, one blank apart."""

    __slots__ = ("_next", "end", "text")

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.end = start
        """Where the words taken so far end."""
        self._next = self._word_behind()

    def _word_behind(self) -> tuple[str, int]:
        """The next word and its end; an empty word where no word follows."""
        gap = _GAP.match(self.text, self.end)
        word = WORD.match(self.text, gap.end() if gap else self.end)
        return (word[0], word.end()) if word else ("", self.end)

    def take(self, values: dict[str, int]) -> int | None:
        """The value of the next word when `values` has it; the word is then taken."""
        word, end = self._next
        value = values.get(word)
        if value is not None:
            self.go_to(end)
        return value

    def go_to(self, end: int) -> None:
        """The words up to `end` are taken, those behind it are not."""
        self.end = end
        self._next = self._word_behind()

    def below_thousand(self) -> int | None:
        """hai trăm linh năm, ba mươi tư, mười lăm, hai chục, hai lăm (25)."""
        ten = self.take(_TEN)
        if ten:
            return 10 + (self.take(_AFTER_TEN) or 0)
        one = self.take(_ONES)
        if one is None:
            return None
        if self.take(_HUNDRED):
            return one * 100 + self._below_hundred()
        return self._tens(one)

    def _below_hundred(self) -> int:
        """What may follow a hundred: linh năm, mười hai, năm mươi, rưỡi (half of it)."""
        before = self.end
        if self.take(_ZERO_TENS):
            one = self.take(_AFTER_ZERO)
            if one is None:
                self.go_to(before)
            return one or 0
        if self.take(_HALVES):
            return 50
        if self.take(_TEN):
            return 10 + (self.take(_AFTER_TEN) or 0)
        one = self.take(_ONES)
        tens = self._tens(one) if one else 0
        if tens < 10:  # "một trăm năm" is a century
            self.go_to(before)
            return 0
        return tens

    def _tens(self, one: int) -> int:
        if self.take(_TENS):
            return one * 10 + (self.take(_AFTER_TENS) or 0)
        if one > 1 and (last := self.take(_AFTER_ONE)):
            return one * 10 + last
        return one


def words_to_number(text: str, start: int = 0) -> tuple[int, int] | None:
    """The longest cardinal number in words that starts at `start` of folded `text`: (value, end), or None.

    A year word is never taken for a five: `mười năm` is (10, …), `hai mươi lăm` (25, …); a bare `năm` is (5, …), the
    caller knows whether a year is meant. Half units count in full (`hai triệu rưỡi`); other fractions are no number.
    """
    words = _Words(text, start)
    total, before = 0, 10**15
    while True:
        mark = words.end
        group = words.below_thousand()
        if group is None:
            break
        scale = 1
        while large := words.take(_LARGE):
            scale = min(scale * large, _LARGEST_SCALE)
        if 1 < before < scale == 10**9:  # "một nghìn hai trăm tỷ": all that was said are billions
            total, before = (total + group) * scale, scale
            continue
        if scale >= before or (before < 10**15 and scale == 1 and group < 10):
            words.go_to(mark)  # "hai triệu năm": the five belongs to what follows
            break
        total, before = total + group * scale, scale
        if scale == 1:
            break
        if words.take(_HALVES):
            total += scale // 2
            break
    return (total, words.end) if words.end > start else None


# ---------------------------------------------------------------------------------------------------------- digits

_GROUPS = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")
_MIXED = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")


def digits_value(digits: str, *, english: bool = False, whole: bool = False) -> Decimal | None:
    """The number that digits with `.`, `,` or blanks write, or None where no number is written so.

    english: the page writes 12,700.5 and not 12.700,5
    whole:   what is counted comes in whole numbers, so one mark before three digits cannot be a decimal mark
    """
    digits = digits.replace(" ", "")
    if digits.isdecimal():
        return Decimal(digits)
    if _MIXED.fullmatch(digits):  # both marks: the last one is the decimal mark
        mark = "." if digits.rfind(".") > digits.rfind(",") else ","
        return Decimal(digits.replace("," if mark == "." else ".", "").replace(mark, "."))
    if groups := _GROUPS.fullmatch(digits):
        mark, first = groups[1], digits[: digits.index(groups[1])]
        decimal = (
            digits.count(mark) == 1
            and not whole
            and (first == "0" or (mark == ("." if english else ",") and not (mark == "," and digits.endswith("00"))))
        )
        return Decimal(digits.replace(mark, "." if decimal else ""))
    if digits.count(".") + digits.count(",") == 1 and digits[0].isdecimal() and digits[-1].isdecimal():
        return Decimal(digits.replace(",", "."))
    return None


def english_separators(tokens: Iterable[str]) -> bool:
    """Whether the digit runs of a page follow the English habit: 12,700 and 3.5, more often than 12.700 and 3,5."""
    english = vietnamese = 0
    for token in tokens:
        if "," not in token and "." not in token:
            continue
        if _MIXED.fullmatch(token):
            weight = 3
            mark = "." if token.rfind(".") < token.rfind(",") else ","
        elif groups := _GROUPS.fullmatch(token):
            weight, mark = (1, groups[1]) if token[0] != "0" else (1, "," if groups[1] == "." else ".")
        elif token.count(",") == 1 and "." not in token:
            weight, mark = 2, "."
        elif token.count(".") == 1 and "," not in token:
            weight, mark = 1, ","  # weak: 18.11 may be a day
        else:
            continue
        if mark == ".":
            vietnamese += weight
        else:
            english += weight
    return english > vietnamese


# ------------------------------------------------------------------------------------------------------ quantities

_MAGNITUDES = {"chục": 10, "trăm": 100} | _LARGE
_TERM = re.compile(
    r"(?P<digits>\d{1,3}(?:[ ]\d{3})+(?![.,]?\d)(?=[ ](?!tháng|năm))"  # 10 042 tỷ
    r"|\d{1,3}[.,][ ]\d{3}(?=[ ]?(?:triệu|tỷ|tỉ|nghìn|ngàn|ha|tấn|km|đồng|người|lượt|hộ)\b)"  # a slip: 2. 765 tỷ
    r"|\d+[ ]?,[ ]\d(?=[ ]?%)"  # a slip: 7, 5%
    r"|\d+(?:[.,]\d+)*)"
    r"(?P<scale>(?:[ ]?(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))*)"
)
# Most numbers are digits and no more: what goes on behind them is a digit, a slip ("2. 765"), or a magnitude.
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_HEADS = frozenset(word[:3] for word in _MAGNITUDES)
_RANGE = re.compile(r"(?P<percent>[ ]?%)?(?:[ ]?-[ ]?|[ ](?:đến|tới)[ ])(?=\d)")
_RATIO = re.compile(r"(?:[ ]?/[ ]?(?:tổng số[ ])?|[ ]trên tổng số[ ])(?=\d)")
# How a range or a ratio goes on behind its first number.
_JOINT_SIGNS = frozenset("-%/")
_JOINT_WORDS = (" đến ", " tới ", " trên tổng số ")
_HALF = re.compile(r"[ ]rưỡi(?!\w)")


class Amount(NamedTuple):
    """One number as written: terms of digits and magnitude whose values add up (`2 triệu 500 nghìn`)."""

    start: int
    end: int
    terms: tuple[tuple[str, int], ...]
    half: bool = False

    @property
    def scale(self) -> int:
        """The magnitude of the last term."""
        return self.terms[-1][1]

    def value(self, *, english: bool = False, whole: bool = False, scale: int | None = None) -> Decimal | None:
        """The exact value, or None where the digits write none or too many; `scale` is for a number without its own."""
        if len(self.terms) == 1 and not self.half:
            digits, own = self.terms[0]
            factor = own if scale is None or own > 1 else scale
            if factor == 1 and digits.isdecimal() and len(digits) < _WHOLE_DIGITS:
                return Decimal(digits)
            number = digits_value(digits, english=english, whole=whole and factor == 1)
            return None if number is None else exact(number, factor)
        total = Decimal(0)
        for digits, own in self.terms:
            factor = own if scale is None or own > 1 else scale
            number = digits_value(digits, english=english, whole=whole and factor == 1)
            product = None if number is None else exact(number, factor)
            if product is None:
                return None
            total = _EXACT.add(total, product)
        return exact(_EXACT.add(total, Decimal(self.scale // 2)) if self.half else total)


class Quantity(NamedTuple):
    """A number, or two as a range (`12 - 21`) or ratio (`42/49`); `percent` when the first bears its own sign."""

    first: Amount
    second: Amount | None = None
    ratio: bool = False
    percent: bool = False

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return (self.second or self.first).end

    @property
    def slip(self) -> bool:
        """Whether a blank stands after a mark inside a number."""
        return any(", " in digits or ". " in digits for digits, _ in self.first.terms)


# Made for every number of a page: the tuple's own constructor is much faster.
_make: Any = tuple.__new__


def read_amount(text: str, start: int) -> Amount | None:
    """The number whose digits start at `start` of folded `text`, with its magnitudes and what is added to it."""
    plain = _DIGITS.match(text, start)
    if plain is None:
        return None
    end = plain.end()
    if not _goes_on(text, end):
        return _make(Amount, (start, end, ((plain[0], 1),), False))  # type: ignore[no-any-return]
    term = _TERM.match(text, start)
    if term is None:
        return None
    first = _term(term)
    end = term.end()
    if first[1] == 1:
        return Amount(start, end, (first,))
    terms = [first]
    while terms[-1][1] > 1 and text.startswith(" ", end):
        more = _TERM.match(text, end + 1)
        if more is None or not 1 < _term(more)[1] < terms[-1][1]:
            break
        terms.append(_term(more))
        end = more.end()
    half = _HALF.match(text, end) if terms[-1][1] > 1 else None
    return Amount(start, half.end() if half else end, tuple(terms), half is not None)


def _goes_on(text: str, end: int) -> bool:
    """Whether more than the digits that end at `end` may belong to their number; a quick look, and mostly no."""
    start = end + text.startswith(" ", end)
    head = text[start : start + 3]
    if head[:1].isalpha():
        return head in _HEADS or head[:2] in _HEADS
    return head[:1].isdigit() or (head[:1] in {".", ","} and head[2:].isdigit())


def read_scale(text: str, start: int) -> tuple[int, int]:
    """The magnitude words at `start` and where what follows them begins: `nghìn tấn` -> (1000, ...)."""
    scale = 1
    while (word := WORD.match(text, start)) and word[0] in _MAGNITUDES:
        scale = min(scale * _MAGNITUDES[word[0]], _LARGEST_SCALE)
        start = word.end() + text.startswith(" ", word.end())
    return scale, start


def _term(match: re.Match[str]) -> tuple[str, int]:
    digits, words = match.groups()
    scale = 1
    if words:
        for word in words.split():
            scale = min(scale * _MAGNITUDES[word], _LARGEST_SCALE)
    return digits, scale


def read_quantity(text: str, start: int) -> Quantity | None:
    """The number, range or ratio whose digits start at `start` of folded `text`, or None."""
    first = read_amount(text, start)
    if first is None:
        return None
    end = first.end
    after = text[end : end + 2]
    if (after[1:] if after[:1] == " " else after[:1]) not in _JOINT_SIGNS and not text.startswith(_JOINT_WORDS, end):
        return _make(Quantity, (first, None, False, False))  # type: ignore[no-any-return]
    joint = _RANGE.match(text, end)
    if joint and (second := read_amount(text, joint.end())) and _ascending(first, second):
        return Quantity(first, second, percent=joint["percent"] is not None)
    joint = _RATIO.match(text, end)
    second = read_amount(text, joint.end()) if joint and first.scale == 1 else None
    if second and (second.scale == 1 or _ascending(first, second)):
        return Quantity(first, second, ratio=True)
    return Quantity(first)


def _ascending(first: Amount, second: Amount) -> bool:
    """Whether two numbers can be the ends of a range; a first one without magnitude has that of the second."""
    low, high = first.value(scale=second.scale), second.value()
    return low is not None and high is not None and low < high
