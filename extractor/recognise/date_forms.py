"""The words and shapes of Vietnamese time expressions: vocabulary read once, regexes for one place each.

Every regex is used with `.match` at an anchor on folded text, and every repeat in it is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from extractor.patterns import Entry, PatternError, Patterns

Unit = Literal["day", "week", "month", "quarter", "year"]
Kind = Literal["part", "day", "tail", "shift", "toward", "edge", "period", "named", "set", "month", "unit"]

UNITS: dict[str, Unit] = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}


class DateWord(Entry, frozen=True, kw_only=True):
    """An entry of `date_words.toml`; the file's head says what each kind means."""

    kind: Kind
    forms: tuple[str, ...]
    value: str = ""
    steps: int = 0
    base: Literal["speech", "story"] = "speech"
    units: tuple[Unit, ...] = ()
    lunar: bool = False


def one_of(forms: Iterable[str]) -> str:
    """A regex for the longest of `forms`, as whole words."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(map(re.escape, ordered))})(?!\w)".replace(r"\ ", " ")


def shape(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled, a blank in it standing for up to three (scraped pages double them)."""
    return re.compile(pattern.replace(" ?", "[ ]{0,3}").replace(" ", "[ ]{1,3}").replace("[[ ]{1,3}]", "[ ]"))


# Digits of a day or month; a year is four digits of 1800-2199.
N = r"\d{1,2}"
YEAR = r"(?:1[89]|2[01])\d\d(?!\d)"
# What may not follow a day with month: digits, a decimal part, a sign, the rest of a number or of a document number.
END = r"(?![\d%]|[.,]\d|/\w|-\d{3}| ?%|[^\W\d_])"
AND = r"(?: ?, ?| và | ?& ?| ?; ?)"
TO = r"(?: đến hết| cho đến| đến| tới) "

# --------------------------------------------------------------------------------------------------------------- days

FULL = shape(
    rf"(?P<day>{N}) ?(?P<sep>[/.-]) ?(?P<month>{N}) ?(?P=sep) ?(?P<year>{YEAR}|\d\d)(?!\d|[.,]\d|/\w|-\d|[^\W\d_])"
)
WORDED = shape(
    rf"(?P<day>{N}),? tháng (?P<month>{N})(?:(?:,? năm |, ?| ?/ ?| ?- ?|\. ?| )(?P<year>{YEAR}))?(?!\d|[.,/]\d)"
)
DAY_MONTH = shape(rf"(?P<day>{N})(?P<gap> ?)(?P<sep>[/.-])(?P=gap)(?P<month>{N}){END}")
DAY_RANGE = shape(
    rf"(?P<day>{N})(?: ?(?P<sep>[/.]) ?(?P<month>{N})(?: ?(?P=sep) ?(?P<year>{YEAR}))?)? ?- ?(?P<last_day>{N})"
    rf" ?(?P<last_sep>[/.]) ?(?P<last_month>{N})(?: ?(?P=last_sep) ?(?P<last_year>{YEAR}))?{END}"
)
WORDED_RANGE = shape(
    rf"(?P<day>{N})(?: tháng (?P<month>{N}))?(?P<year>) ?- ?(?P<last_day>{N}) tháng (?P<last_month>{N})"
    rf"(?:(?:,? năm | ?/ ?)(?P<last_year>{YEAR}))?(?!\d|[.,/]\d)"
)
# Days that take their month from what follows: "ngày 13 và 14/8", "ngày 16 đến 18/9".
DAYS_BEFORE = shape(
    rf"{N}(?:{AND}(?:ngày )?{N}(?![\d/.-]| tháng)){{0,12}}(?:{AND}|{TO})(?:ngày )?(?={N} ?(?:[/-] ?|[.]|tháng )\d)"
)
LONE_DAY = shape(rf"(?P<day>{N})(?![\d%]|[.,/-]\d| ?[/%]| ?- ?\d)")
WEEKDAY = shape(r"(?:(?:thứ|t\.) ?(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ nhật|chúa nhật))(?!\w)")
WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}

CLOCK = shape(
    r"(?P<hour>[01]?\d|2[0-4])(?:"
    r":(?P<colon>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"| ?(?P<mark>h|g|giờ)(?![^\W\d_])(?: ?(?P<minute>[0-5]\d)(?:(?: ?phút| ?'| ?p)(?!\w))?(?![\d.,/%-]\d|\d|/))?"
    r")(?: ?(?:am|pm)(?!\w))?(?: ?\(?gmt ?\+? ?7\)?)?"
)

# --------------------------------------------------------------------------------------------- months, quarters, years

MONTH_NUMBER = shape(r"(?P<month>\d{1,2})(?![\d%]|,\d|\.\d(?!\d{3})|/\d{1,3}(?!\d))")
YEAR_AFTER_MONTH = shape(rf"(?:,? ?năm | ?[/-] ?|[.]|, ?| của năm )(?P<year>{YEAR})(?![.,]\d|/\w)")
MONTHS_MORE = shape(rf"(?P<join> ?- ?|{AND}| đến | tới )(?P<month>{N})(?![\d%]|[.,]\d|/\d{{1,3}}(?!\d)| ?[^\W\d_])")

QUARTER = shape(r"(?P<quarter>i{1,3}|iv|[1-4]|một|hai|ba|tư|đầu tiên)(?!\w|[.,]\d)")
QUARTERS_MORE = shape(r"(?P<join> ?- ?| ?, ?| và )(?:quý )?(?P<quarter>i{1,3}|iv|[1-4])(?!\w|[.,]\d)")
YEAR_AFTER_QUARTER = shape(rf"(?:,? (?:của )?năm | ?[/.-] ?| )(?P<year>{YEAR})(?![.,]\d|/\w)")
QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "đầu tiên": 1,
}  # fmt: skip

ONE_YEAR = shape(rf"(?P<year>{YEAR})(?![.,]\d|[^\W\d_])")
YEAR_PAIR = shape(rf"(?P<first>{YEAR}) ?[-/] ?(?:năm )?(?P<last>{YEAR}|\d\d(?!\d))(?![.,]\d|/\w|[^\W\d_])")
YEAR_TO_YEAR = shape(rf"(?P<first>{YEAR}) (?:đến|tới)(?: hết)? (?:năm )?(?P<last>{YEAR})(?![.,]\d|/\w|[^\W\d_])")
MONTH_YEAR = shape(rf"(?P<month>{N}) ?/ ?(?P<year>{YEAR})(?![.,]\d|/|-\w|[^\W\d_])")

# ------------------------------------------------------------------------------------------------------------- lengths

NUMBER = shape(r"(?P<low>\d{1,3}(?:,\d)?)(?:(?: ?- ?| đến | tới )(?P<high>\d{1,3}(?:,\d)?))? ")


class DateForms:
    """The vocabulary of `date_words.toml` as look-ups and regexes."""

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

        self.part = shape(rf"(?P<part>{one_of(self.parts)})")
        self.day = shape(one_of(self.days))
        self.tail = shape(one_of(self.tails))
        self.shift = shape(rf" (?P<shift>{one_of(self.shifts)})")
        self.toward = shape(rf" (?P<toward>{one_of(self.towards)})")
        self.edge_before = shape(rf"(?<!\w){one_of(self.edges)} $")
        self.period = shape(rf"{one_of(self.periods)}")
        self.named_year = shape(rf"năm (?:{one_of(of('named'))}) (?:năm )?(?P<year>{YEAR})")
        self.month = shape(one_of(self.months))
        self.unit = shape(one_of(self.units))
        self.set_unit = shape(
            rf"{one_of(self.sets)} (?P<unit>{one_of(self.units)})(?! trời| tuổi| học(?!\w))(?: một lần)?"
        )
