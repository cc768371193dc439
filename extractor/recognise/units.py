"""What a number counts or measures: units of measure, money, percent, counted nouns.

A unit is looked up at the place where the number ends, so the cost of a page is that of its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

from extractor.gazetteer import either_whole
from extractor.numerals import NUMBER_WORDS, Quantity, read_scale, words_to_number
from extractor.patterns import Entry, Patterns
from extractor.scan import Vocabulary
from extractor.text import Text, fold, lower


class UnitEntry(Entry, frozen=True, kw_only=True):
    """A unit of measure or money.

    unit: canonical name
    kind: what its numbers mean
    forms: how pages write it; one with a capital is found only as written
    factor: what the form multiplies (`trđ` is a million đồng)
    after: the form is a unit only with one of these shortly before the number
    before: the form is a unit only with one of these behind it (`công ruộng`)
    not_before: words that make the form another word behind a number that may count it (`3 đồng ruộng`)
    never_before: words that do so behind any number (`5.640 đồng chí`)
    scaled: the form is a unit only after a magnitude (`75 triệu bảng`)
    """

    unit: str
    kind: Literal["percent", "point", "multiple", "money", "measure"] = "measure"
    forms: tuple[str, ...]
    factor: int = 1
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    never_before: tuple[str, ...] = ()
    scaled: bool = False


class NounEntry(Entry, frozen=True, kw_only=True):
    """Nouns that are counted, each in the longest form that names one thing.

    joined: a group of nouns of which several may share one number (`17 xã, thị trấn`; `50 cán bộ, đảng viên`)
    classifier: another noun of the vocabulary may follow and belongs to the unit (`25 suất quà`)
    not_before: words that make the form another word
    """

    nouns: tuple[str, ...]
    joined: str = ""
    classifier: bool = False
    not_before: tuple[str, ...] = ()


class Unit(NamedTuple):
    """A unit that ends at `end`; `factor` multiplies the number, `whole` things come in whole numbers."""

    rule: str
    name: str
    kind: str
    end: int
    factor: int = 1
    whole: bool = False


E = TypeVar("E", UnitEntry, NounEntry)


class _Form(NamedTuple, Generic[E]):
    """One spelling of an entry; `cased` when only the very letters count."""

    form: str
    cased: bool
    entry: E


_WORDS = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+)?")
_PER = re.compile(r"[ ]?/[ ]?(?=[^\W_])")
_PER_TIME = re.compile(
    r"(?:ngày đêm|ngày|tháng|năm|giờ|quý|vụ|lần|tuần|lượt|phút|giây|h|s|đêm|chuyến|suất|ca|cây|con|công|em|chiều)(?!\w)"
)
# What a rate is per is a round number: 112 trẻ em nam/100 trẻ em nữ; 1.684 vụ/2.513 bị can are two counts.
_PER_NUMBER = re.compile(r"(?:1|10|100|10{0,2}[.,]?000)[ ]")
_JOINER = re.compile(r"[ ]?,[ ]")
_BEFORE = 110
_LEVEL = re.compile(r"[ ]cấp (?:quốc gia|tỉnh|huyện|xã|thành phố|bộ|cơ sở|trung ương)(?!\w)")
# Money by the magnitude alone: "vốn 300 tỷ", where nothing else is counted.
_MONEY_END = re.compile(
    r"[ ]?(?:[,.;:()]|$|\n|/)"
    r"|[ ](?:tiền|do|và|cho|trong|của|từ|đến|để|thì|là|vào|năm|so|nhưng|còn|tại|trên|mà|với|khi|này|đó|nữa)(?!\w)"
)
# A million is money behind what costs: giá 588 triệu, phạt 6 triệu.
_PRICED = re.compile(
    r"(?<!\w)(?:giá|tiền|vốn|lương|thưởng|phạt|phí|lãi|lỗ|vay|nợ|cọc|hết|tốn|trả|nộp)(?: [^\W\d_]+){0,2} $"
)
_PRICED_REACH = 30
_EACH = re.compile(r"[ ]mỗi[ ](?=[^\W\d_])")
_FEW_DIGITS = 3
_BILLION = 10**9
_MILLION = 10**6
# An exchange rate is no indicator: 22.775 đồng/USD.
_EXCHANGE = re.compile(r"[ ]?/[ ]?(?:usd|eur|euro|đô la|bảng|jpy|cny|ndt)(?!\w)")


class Units:
    """Looks units up at a place of a text."""

    def __init__(self, patterns: Patterns) -> None:
        units = patterns.entries("units", UnitEntry)
        nouns = patterns.entries("counted_nouns", NounEntry)
        self._measures = _index((form, entry) for entry in units for form in entry.forms)
        self._nouns = _index((form, entry) for entry in nouns for form in entry.nouns)
        self._after = {
            entry.id: re.compile(either_whole(lower(fold(word)) for word in entry.after))
            for entry in units
            if entry.after
        }
        last_words = sorted(NUMBER_WORDS - {"linh", "lẻ", "nửa"})
        self._worded = Vocabulary(
            (f"{word} {form}", None)
            for word in last_words
            for entry in units
            if not entry.after
            for form in entry.forms
            if form[0].isalpha() and len(form) > 1
        )

    def measure(self, text: Text, position: int, quantity: Quantity | None) -> Unit | None:
        """The unit of measure, money or percent at `position`, where a number ends, with what it is per."""
        folded = text.folded
        if position >= len(folded):
            return None
        start = position
        while start < position + 2 and folded.startswith(" ", start):
            start += 1
        for form, cased, entry in _forms_at(self._measures, folded, start):
            source = text.cased if cased else folded
            end = start + len(form)
            if not source.startswith(form, start) or not _ends(folded, end):
                continue
            if len(form) == 1 and form != text.cased[start]:
                continue
            if entry.not_before and _is_small(quantity) and _followed(folded, end, entry.not_before):
                continue
            if entry.never_before and _followed(folded, end, entry.never_before):
                continue
            if entry.after and not self._introduced(folded, quantity, entry):
                continue
            if entry.before and not _followed(folded, end, entry.before):
                continue
            if entry.scaled and (quantity is None or _scale(quantity) < _MILLION):
                continue
            if entry.kind == "money" and _EXCHANGE.match(folded, end):
                return None
            per, end = self._each(text, end) if entry.kind == "money" else self._per(text, end)
            return Unit(f"indicator.{entry.id}", entry.unit + per, entry.kind, end, entry.factor)
        if quantity is None or _scale(quantity) < _MILLION:
            return None
        return self._bare_money(text, position, quantity)

    def _bare_money(self, text: Text, position: int, quantity: Quantity) -> Unit | None:
        """Money by its magnitude alone: vốn 300 tỷ, lương 5 triệu/tháng, giá 588 triệu."""
        folded = text.folded
        per, end = self._each(text, position)
        ends = _MONEY_END.match(folded, position) is not None
        spent = ends and _PRICED.search(folded, max(quantity.start - _PRICED_REACH, 0), quantity.start) is not None
        if per or (ends and (_scale(quantity) >= _BILLION or spent)):
            return Unit("indicator.bare-money", "VND" + per, "money", end)
        return None

    def noun(self, text: Text, position: int) -> Unit | None:
        """The counted noun after a number that ends at `position`, with what belongs to it."""
        folded = text.folded
        if not folded.startswith(" ", position):
            return None
        start = position + 1
        hit = self._noun_at(text, start)
        if hit is None:
            return None
        end, entry = hit
        if entry.classifier and folded.startswith(" ", end) and (more := self._noun_at(text, end + 1)):
            end = more[0] if not self._lists_on(text, more[0]) else end
        while entry.joined and (joiner := _JOINER.match(folded, end)):
            more = self._noun_at(text, joiner.end())
            if more is None or more[1].joined != entry.joined or _named(text, more[0]):
                break
            end = more[0]
        if folded.startswith(" cấp ", end) and (level := _LEVEL.match(folded, end)):
            end = level.end()
        per, end_of_per = self._per(text, end)
        name = " ".join(text.raw[start:end].split()) + per
        return Unit(f"indicator.{entry.id}", name, "count", end_of_per, whole=True)

    def _lists_on(self, text: Text, end: int) -> bool:
        """Whether another thing of the kind follows: 3.400 con dê, cừu are counted as `con`."""
        return text.folded.startswith(", ", end) and self._noun_at(text, end + 2) is not None

    def named(self, text: Text, position: int) -> Unit | None:
        """The unit that a heading names at `position`, with its magnitude: nghìn tấn, tỷ đồng, %."""
        scale, start = read_scale(text.folded, position)
        unit = self.measure(text, start, None)
        if unit is None and (noun := self._noun_at(text, start)):
            unit = Unit(f"indicator.{noun[1].id}", text.raw[start : noun[0]], "count", noun[0], whole=True)
        return unit and unit._replace(factor=unit.factor * scale)

    def worded(self, text: Text) -> Iterator[tuple[int, int, int]]:
        """Numbers in words right before a unit: (start, end, value)."""
        folded = text.folded
        done = 0
        for hit in self._worded.find(text):
            if hit.start < done:
                continue
            start = _first_number_word(folded, hit.start)
            number = words_to_number(folded, start)
            if number is not None and number[1] > hit.start:
                yield start, number[1], number[0]
                done = number[1]

    def _noun_at(self, text: Text, start: int) -> tuple[int, NounEntry] | None:
        folded = text.folded
        for form, cased, entry in _forms_at(self._nouns, folded, start):
            source = text.cased if cased else folded
            end = start + len(form)
            if source.startswith(form, start) and _ends(folded, end) and not _followed(folded, end, entry.not_before):
                return end, entry
        return None

    def _introduced(self, folded: str, quantity: Quantity | None, entry: UnitEntry) -> bool:
        """Whether a word that makes `entry` a unit stands shortly before the number."""
        if quantity is None:
            return False
        before = folded[max(quantity.start - _BEFORE, 0) : quantity.start]
        return self._after[entry.id].search(before) is not None

    def _per(self, text: Text, end: int) -> tuple[str, int]:
        """What a unit is per (`/kg`, `/người/năm`, `/100 trẻ em nữ`) and where that ends."""
        per = ""
        if "/" not in text.folded[end : end + 2]:
            return per, end
        for _ in range(3):
            slash = _PER.match(text.folded, end)
            if slash is None:
                break
            start = slash.end()
            number = _PER_NUMBER.match(text.folded, start)
            name = self._per_unit(text, number.end() if number else start)
            if name is None:
                break
            canonical, end = name
            per += "/" + (number[0] if number else "") + canonical
        return per, end

    def _each(self, text: Text, end: int) -> tuple[str, int]:
        """What money is per, also in words: 19 USD mỗi tấn; not the time, which is a date of its own: mỗi tháng."""
        each = _EACH.match(text.folded, end) if text.folded.startswith(" mỗi ", end) else None
        if each is None:
            return self._per(text, end)
        name = None if _PER_TIME.match(text.folded, each.end()) else self._per_unit(text, each.end())
        return ("/" + name[0], name[1]) if name else ("", end)

    def _per_unit(self, text: Text, start: int) -> tuple[str, int] | None:
        folded = text.folded
        for form, cased, entry in _forms_at(self._measures, folded, start):
            found = (text.cased if cased else folded).startswith(form, start) and _ends(folded, start + len(form))
            if found and entry.kind == "measure":
                return entry.unit, start + len(form)
        if time := _PER_TIME.match(folded, start):
            return time[0], time.end()
        if noun := self._noun_at(text, start):
            return folded[start : noun[0]], noun[0]
        return None


def _index(forms: Iterable[tuple[str, E]]) -> dict[str, tuple[_Form[E], ...]]:
    """Forms by their first two words, by the first where there is no second, or by their sign; the longest first.

    What has two words for its key has the forms of the first of them too.
    """
    index: dict[str, list[_Form[E]]] = {}
    for written, entry in forms:
        form = fold(written)
        any_case = lower(form)
        index.setdefault(_words_at(any_case, 0), []).append(_Form(form, form != any_case, entry))
    by_length = {key: tuple(sorted(found, key=lambda one: -len(one.form))) for key, found in index.items()}
    return {
        key: found + by_length.get(key.partition(" ")[0], ()) if " " in key else found
        for key, found in by_length.items()
    }


def _words_at(folded: str, start: int) -> str:
    """The two words, the word or the sign at `start`."""
    words = _WORDS.match(folded, start)
    return words[0] if words else folded[start : start + 1]


def _forms_at(index: dict[str, tuple[_Form[E], ...]], folded: str, start: int) -> tuple[_Form[E], ...]:
    """The forms that may stand at `start`, the longest first."""
    words = _WORDS.match(folded, start)
    if words is None:
        return index.get(folded[start : start + 1], ())
    key = words[0]
    return index[key] if key in index else index.get(key.partition(" ")[0], ())


def _scale(quantity: Quantity) -> int:
    return (quantity.second or quantity.first).scale


def _is_small(quantity: Quantity | None) -> bool:
    """Whether a number can count comrades (`3 đồng chí`) and not only money (`500.000 đồng tiền mặt`)."""
    return quantity is None or (quantity.first.scale == 1 and len(quantity.first.terms[0][0]) <= _FEW_DIGITS)


def _ends(folded: str, end: int) -> bool:
    """Whether a form that ends at `end` is a whole word; `%` needs no boundary, and m2 only one from digits: m2sàn."""
    if end >= len(folded) or not folded[end].isalnum():
        return True
    last = folded[end - 1]
    return not last.isalnum() or (last.isdigit() and folded[end : end + 2].isalpha())


def _followed(folded: str, end: int, words: tuple[str, ...]) -> bool:
    if not folded.startswith(words, end + 1):  # most often, and at once
        return False
    return any(folded.startswith(word, end + 1) and _ends(folded, end + 1 + len(word)) for word in words)


def _named(text: Text, end: int) -> bool:
    """Whether a name follows: `17 xã, huyện Hương Khê` are not 17 districts."""
    return text.cased[end + 1 : end + 2].isupper()


def _first_number_word(folded: str, start: int) -> int:
    """Where the number words begin that lead to the one at `start`."""
    while start > 1 and folded[start - 1] == " ":
        before = folded.rfind(" ", max(0, start - 8), start - 1) + 1
        if folded[before : start - 1] not in NUMBER_WORDS:
            break
        start = before
    return start
