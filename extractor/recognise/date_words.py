"""The words of Vietnamese time expressions, from `date_words.toml`, as look-ups and as regexes for one place each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from extractor.patterns import Entry, PatternError, Patterns
from extractor.recognise.date_shapes import YEAR, YEAR_END, plain, shape

Unit = Literal["day", "week", "month", "quarter", "year", "season"]
Kind = Literal[
    "part", "day", "tail", "shift", "toward", "edge", "period", "named", "set", "month", "unit", "feast",
    "announce", "place", "whole", "rate", "length", "only_length", "report", "no_part", "same", "yearly", "event",
]  # fmt: skip


class DateWord(Entry, frozen=True, kw_only=True):
    """An entry of `date_words.toml`; the file's head says what each kind and field means."""

    kind: Kind
    forms: tuple[str, ...]
    value: str = ""
    steps: Literal[-2, -1, 0, 1, 2] = 0
    base: Literal["speech", "story"] = "speech"
    units: tuple[Unit, ...] = ()
    day: int = 0
    month: int = 0
    lunar: bool = False


# "ngày công" is a measure of work; "mỗi ngày công an tuần tra" is not about it.
DAY_OF_WORK = r"(?<=ngày) công(?! (?:an|ty|nhân|tác|viên|bố|chức|chúng|dân|đoàn|khai|trình)(?!\w))(?!\w)"
# A word of the longer names of years: "năm an toàn giao thông quốc gia 2018".
_NAME_WORD = r"(?!(?:là|có|đã|sẽ|của|so|từ|đến|tới|và|tại|trong|với|trước|sau|được)(?!\w))[^\W\d_]+"


def one_of(forms: Iterable[str]) -> str:
    """A regex for the longest of `forms`, as whole words."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(map(re.escape, ordered))})(?!\w)".replace(r"\ ", " ")


class Before:
    """Words, up to `repeated` of them, that may stand right before a place, at most `reach` characters back.

    Blanks stand between, and one line end may stand behind them.

    The last of them is asked first: it is none of these at most places.
    """

    def __init__(self, forms: Iterable[str], reach: int, *, repeated: int = 1) -> None:
        forms = tuple(forms)
        self._pattern = shape(rf"(?<!\w)(?:{one_of(forms)} ){{1,{repeated}}}\Z")
        self._lasts = {form.split()[-1] for form in forms}
        self._letters = {form[-1] for form in forms} | {" "}
        self._reach = reach

    def search(self, s: str, i: int) -> re.Match[str] | None:
        """The words that end at `i`, with the blanks behind them."""
        begin = max(0, i - self._reach)
        if i and s[i - 1] == "\n":  # a line may break behind the blank
            i -= 1
        if i < 2 or s[i - 1] != " " or s[i - 2] not in self._letters:
            return None
        last = s[begin:i].rstrip(" ").rpartition(" ")[2]
        # What is no word by itself may be one behind a sign: "(đến".
        if last not in self._lasts and last.isalpha():
            return None
        return self._pattern.search(s, begin, i)


class DateWords:
    """The vocabulary; what is named `x_before` is searched before a place, the regexes match at it.

    part_letters: with which `part` can begin
    """

    def __init__(self, patterns: Patterns) -> None:
        words = patterns.entries("date_words", DateWord)

        def of(kind: Kind) -> dict[str, DateWord]:
            forms = {form: word for word in words if word.kind == kind for form in word.forms}
            if not forms:
                raise PatternError(f"date_words: no entry of kind {kind}")
            return forms

        self.parts, self.days, self.tails = of("part"), of("day"), of("tail")
        self.shifts, self.towards, self.edges = of("shift"), of("toward"), of("edge")
        self.periods, self.sets, self.months, self.units = of("period"), of("set"), of("month"), of("unit")
        self.feasts, self.sames = of("feast"), of("same")

        self.part = shape(one_of(self.parts))
        self.part_letters = frozenset(form[0] for form in self.parts)
        self.day = shape(one_of(self.days))
        self.tail = shape(one_of(self.tails))
        self.shift = shape(rf" (?P<word>{one_of(self.shifts)})")
        self.toward = shape(rf" (?P<word>{one_of(self.towards)})(?! (?:nay|hết|cuối|ngày|tháng|năm)(?!\w))")
        self.period = shape(one_of(self.periods))
        self.named_year = shape(rf"năm {one_of(of('named'))} (?:{_NAME_WORD} ){{0,4}}(?P<year>{YEAR}){YEAR_END}")
        self.month = shape(one_of(self.months))
        self.unit = shape(one_of(self.units))
        self.feast = shape(one_of(self.feasts))
        self.same = shape(one_of(self.sames))
        self.event = shape(rf" {one_of({**of('event'), **self.feasts})}(?= )")
        self.whole = shape(rf" {one_of(of('whole'))}")
        self.report = shape(rf" {one_of(of('report'))}")
        unit = rf"(?P<unit>{one_of(self.units)})(?! (?:trời|tuổi|học|lễ)(?!\w))(?!{DAY_OF_WORK})"
        # "(ngân) hàng năm 2016" is none
        self.each_unit = shape(rf"{one_of(self.sets)} {unit}(?! {YEAR})(?: (?:một|1) lần)?")
        self.edge_before = Before(self.edges, 20)
        self.announce_before = Before(of("announce"), 24)
        self.place_before = Before(of("place"), 24)
        self.no_part_before = Before(of("no_part"), 10)
        self.yearly_before = Before(of("yearly"), 24)
        self.rate_before = Before(of("rate"), 14)
        self.length_before = Before({**of("length"), **of("only_length")}, 16)
        self.only_length_before = Before(of("only_length"), 16)

    def is_announced(self, s: str, i: int) -> bool:
        """Whether the word before `i` announces a date."""
        return self.announce_before.search(s, i) is not None

    def is_place(self, s: str, i: int) -> bool:
        """Whether the word before `i` makes what follows a street, an institution, a number of something."""
        return self.place_before.search(s, i) is not None

    def toward_at(self, s: str, i: int) -> Literal[1, -1] | None:
        """What "tới" (1) or "vừa qua" (-1) at `i` says of the day before it.

        A bare "tới" or "qua" must close the clause: "ngày 5/6 tới Hà Nội" is an arrival.
        """
        match = self.toward.match(s, i)
        if match is None or (" " not in match["word"] and not _AFTER_TOWARD.match(s, match.end())):
            return None
        return 1 if self.towards[plain(match["word"])].steps > 0 else -1

    def is_no_part(self, s: str, i: int) -> bool:
        """Whether the word before `i` gives "sáng" or "chiều" another sense: điểm sáng, hai chiều."""
        return self.no_part_before.search(s, i) is not None

    def is_yearly(self, s: str, i: int) -> bool:
        """Whether the word before `i` is something of a year: "thu nội địa 2015", "nhiệm vụ 2018"."""
        return self.yearly_before.search(s, i) is not None

    def is_rate(self, s: str, i: int) -> bool:
        """Whether what stands before `i` is counted per unit, or makes the number one of something else."""
        rate = _PER.search(s, max(0, i - 4), i) or self.rate_before.search(s, i)
        return rate is not None and not _CONTRACT.search(s, max(0, i - 12), i)

    def is_length(self, s: str, i: int) -> bool:
        """Whether the word before `i` says how long: "trong 8 giờ"."""
        return self.length_before.search(s, i) is not None

    def is_only_length(self, s: str, i: int) -> bool:
        """Whether the word before `i` rules out that "9 tháng" is short for nine months of a year."""
        return self.only_length_before.search(s, i) is not None


_PER = shape(r"[/%] ?$")
# "hợp đồng 3 năm" has no sum of money.
_CONTRACT = shape(r"(?<!\w)(?:hợp|hội|cộng) đồng $")
_AFTER_TOWARD = shape(
    r" ?(?:[,.;:)\]\"'?!\n]|$)| (?:sẽ|thì|là|các|tại|mới|này|và|tôi|chúng|họ|đoàn|cả|toàn|hai|khi|do|có|được)(?!\w)"
)
