"""The registry of well-known documents: which real document a reference means.

A number alone does not say it: `22-NQ/TW` is four documents. What the page says beside the number (issuer, term, date,
title) and when it was written decide; where they do not, the known documents that fit are candidates.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.patterns import Patterns, Row
from extractor.recognise.document_names import LawRow
from extractor.recognise.document_number import CodeEntry, KindEntry, NumberReader
from extractor.text import Text, fold, key, lower, nfc


class RegistryRow(Row, frozen=True, kw_only=True):
    """A known document (see `patterns/registry.csv`).

    term:       khóa of the Party's committee, or of the National Assembly (`QH15`)
    date:       day of signing, ISO
    title:      its topic in short, not verbatim
    plenum:     `6/X` for a resolution of the 6th plenum of term X
    confidence: `high`, or `medium` where one field is not certain
    basis:      where it is known from: `sample`, `lookup` or `knowledge`
    """

    number: str
    kind: str
    issuer: str
    term: str = ""
    date: str
    title: str
    plenum: str = ""
    confidence: str = ""
    basis: str = ""

    @property
    def id(self) -> str:
        """`NUMBER@YEAR`."""
        return f"{self.number}@{self.date[:4]}"


class PlenumRow(Row, frozen=True, kw_only=True):
    """A plenum (`4/XI`) and the one of its resolutions that its name alone means in common use."""

    plenum: str
    known_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of one document.

    year:    in its number or beside its name;  law: name of a law;  plenums: numbers of the plenums that passed it
    changed: a law "(sửa đổi)": a bill, or the one that the bill became
    context: the words around it;  day: when the page was written, ISO, as far as it is known
    bound:   else the day after which it was not, as the latest year it names has ended
    """

    kind: str
    number: str | None = None
    year: str | None = None
    issuer: str | None = None
    term: str | None = None
    issued: str | None = None
    title: str | None = None
    law: str | None = None
    changed: bool = False
    plenums: tuple[int, ...] = ()
    context: str = ""
    day: str | None = None
    bound: str | None = None


_LETTERED = re.compile(r"\d{1,3}[a-z]")
_YEARS = re.compile(r" \((?:\d\d/)?\d{4}\)$")
# Low numbers without a year: 01/NQ-CP, 16/CT-TTg.
_YEARLY = re.compile(r"\d{1,3}[a-z]?/(?:NQ-CP|CT-TTg)")
_LAW_NAME = re.compile(r"^(?:Bộ luật|Luật) (.+)$")
_LAW_WORDS = str.maketrans({",": None, ";": None})
_COMMON = frozenset(
    "về việc và của các những một số trong đến năm cho với công tác tăng cường tiếp tục nâng cao đổi mới đảng "
    "lãnh đạo sự phát triển thực hiện quy định xây dựng tình hình mới giai đoạn hiện nay nhiệm vụ giải pháp".split()
)


class Registry:
    """The registry, indexed by number, by plenum and by the names of laws."""

    def __init__(self, patterns: Patterns) -> None:
        self.rows = patterns.table("registry", RegistryRow)
        self._terms = {row.id: row.term for row in self.rows}
        self._titles = {row.id: row.title for row in self.rows}
        self._numbers: defaultdict[str, list[RegistryRow]] = defaultdict(list)
        self._plenums: defaultdict[str, list[RegistryRow]] = defaultdict(list)
        self._laws: defaultdict[str, list[RegistryRow]] = defaultdict(list)
        self._nicknames: defaultdict[str, list[RegistryRow]] = defaultdict(list)
        self._since = {_law_key(row.name): row.since for row in patterns.table("laws", LawRow) if row.since}
        self._known_for = {row.plenum: row.known_for for row in patterns.table("plenums", PlenumRow)}
        for row in self.rows:
            self._numbers[lower(row.number)].append(row)
            if row.plenum:
                # "6(2)/VIII", the 6th plenum's second session, is also called the 6th.
                for plenum in {row.plenum, row.plenum.replace("(2)", "")}:
                    self._plenums[plenum].append(row)
            if name := _law_name(row):
                self._laws[name].append(row)
            for nickname in _nicknames(row):
                self._nicknames[nickname].append(row)

    def look_up(self, number: str) -> list[RegistryRow]:
        """The known documents of a canonical number, oldest first; of a bare numeral, all that begin with it."""
        wanted = "".join(lower(fold(nfc(number))).split())
        if wanted.isalnum():
            stem = wanted.zfill(2)
            found = [row for row in self.rows if re.match(rf"{stem}(?!\w)", lower(row.number))]
        else:
            found = self._numbers.get(wanted, [])
        return sorted(found, key=lambda row: row.date)

    def title(self, identity: str) -> str:
        """The topic of a known document, empty when it is not known."""
        return self._titles.get(identity, "")

    def term(self, identity: str) -> str:
        """The term of a known document, empty when it has none."""
        return self._terms.get(identity, "")

    def identify(self, facts: Facts) -> tuple[str | None, tuple[str, ...]]:
        """The id of the document, or None with the ids of all that it may be."""
        if facts.plenums and facts.number is None:
            return self._of_plenums(facts)
        rows = [row for row in self._rows(facts) if not _contradicts(row, facts)]
        best = None if facts.changed and facts.year is None else _best(rows, facts)
        if best is not None:
            return best.id, ()
        return None, tuple(row.id for row in sorted(rows, key=lambda row: row.date)) if len(rows) > 1 else ()

    def _rows(self, facts: Facts) -> Sequence[RegistryRow]:
        if facts.number and facts.kind in {"đề án", "chương trình"}:
            return self._nicknames.get(f"{facts.kind} {facts.number}", [])
        if facts.number and _LETTERED.fullmatch(facts.number):
            # "Nghị quyết 30a": no other document has such a numeral.
            return [row for row in self.rows if row.number.startswith(f"{facts.number}/")]
        if facts.number:
            same = self._numbers.get(lower(facts.number), [])
            return [row for row in same if _same_kind(row.kind, facts.kind)]
        if facts.law:
            return self._versions(_law_key(facts.law), facts)
        return []

    def _versions(self, law: str, facts: Facts) -> Sequence[RegistryRow]:
        """The known versions of a law, without one that a page which names no year cannot mean, being not in force."""
        rows = self._laws.get(law, [])
        since = self._since.get(law)
        day = facts.day or facts.bound
        if since is None or day is None or facts.year is not None or day[:10] >= since:
            return rows
        last = max((row.date for row in rows if row.date < since), default="")
        return [row for row in rows if row.date < last]

    def _of_plenums(self, facts: Facts) -> tuple[str | None, tuple[str, ...]]:
        """Of a plenum's resolutions the only one, the one that the topic tells, or the one that its name stands for."""
        if facts.term is None:
            return self._of_any_term(facts)
        ids: list[str] = []
        candidates: list[str] = []
        for term in facts.term.split():
            for plenum in facts.plenums:
                name = f"{plenum}/{term}"
                rows = [row for row in self._plenums.get(name, []) if lower(row.kind) == facts.kind]
                one = (
                    (rows if len(rows) == 1 else [])
                    or _by_title(rows, facts.title or "")
                    or [row for row in rows if row.number == self._known_for.get(name) and not facts.title]
                    or _by_title(rows, facts.context)
                    or [row for row in rows if row.number == self._known_for.get(name)]
                )
                ids += [row.id for row in one]
                candidates += [row.id for row in rows]
        wanted = len(facts.term.split()) * len(facts.plenums)
        return (" ".join(ids), ()) if ids and len(ids) == wanted else (None, tuple(candidates))

    def _of_any_term(self, facts: Facts) -> tuple[str | None, tuple[str, ...]]:
        """The resolution of a plenum whose term is not said: its title tells."""
        plenum, *others = facts.plenums
        rows = [
            row
            for name, found in self._plenums.items()
            for row in found
            if name.startswith(f"{plenum}/") and lower(row.kind) == facts.kind and not _contradicts(row, facts)
        ]
        one = _by_title(rows, facts.title or "") if not others else []
        return (one[0].id if one else None), ()


def _same_kind(row: str, kind: str) -> bool:
    kinds = {lower(row), kind}
    return len(kinds) == 1 or kinds == {"quyết định", "quy định"} or kinds <= {"luật", "bộ luật"}


def _contradicts(row: RegistryRow, facts: Facts) -> bool:
    """Whether the page says what the document is not."""
    latest = facts.day or facts.bound
    if latest and row.date > latest[:10].ljust(10, "9"):
        return True
    if facts.year and row.date[:4] != facts.year and f"/{facts.year}/" not in row.number:
        return True
    if facts.issued and not row.date.startswith(facts.issued[:4]):
        return True
    terms = (facts.term or "").split()
    return bool(terms) and not row.term.startswith("QH") and bool(row.term) and row.term not in terms


def _best(rows: Sequence[RegistryRow], facts: Facts) -> RegistryRow | None:
    """The one document that the page's words single out."""
    plenums = {f"{plenum}/{term}" for plenum in facts.plenums for term in (facts.term or "").split()}
    rows = [row for row in rows if facts.issued and row.date.startswith(facts.issued)] or rows
    rows = [row for row in rows if row.plenum in plenums] or rows
    if facts.day and len(rows) > 1 and (facts.law or _YEARLY.fullmatch(rows[0].number)):
        rows = _current(rows, facts.day, of_law=facts.law is not None)
    rows = _by_title(rows, facts.title or "") or rows
    rows = [row for row in rows if row.issuer == facts.issuer] or rows
    rows = _by_title(rows, facts.context) or rows
    return rows[0] if len(rows) == 1 and _plausible(rows[0], facts) else None


def _current(rows: Sequence[RegistryRow], day: str, *, of_law: bool) -> Sequence[RegistryRow]:
    """Of numbers that come again every year the one of this year, else of the last; of a law's versions the latest,
    once it is a year old and so in force. All where none is meant for sure.
    """
    if of_law:
        latest = max(rows, key=lambda row: row.date)
        return [latest] if f"{int(latest.date[:4]) + 1}{latest.date[4:]}" <= day[:10] else rows
    ages = [int(day[:4]) - int(row.date[:4]) for row in rows]
    recent = [row for row, age in zip(rows, ages, strict=True) if age == min(ages)]
    return recent if min(ages) <= 1 else rows


def likest(variants: Sequence[str], topic: str) -> str:
    """The one of the variants of a title that shares most words with a topic, by the F1 of their words; the first
    unless another is clearly more alike.
    """
    wanted = set(re.findall(r"\w+", key(topic)))

    def alike(variant: str) -> float:
        words = set(re.findall(r"\w+", key(variant)))
        return 2 * len(words & wanted) / (len(words) + len(wanted)) if words else 0.0

    best = max(variants, key=alike)
    return best if alike(best) > max(0.5, alike(variants[0]) + 0.05) else variants[0]


def _plausible(row: RegistryRow, facts: Facts) -> bool:
    """Whether the one known document with a number is meant: other terms have documents that are not known.

    A Party number without any fact beside it is believed; one with a topic and an issuer that are both others' is not.
    A low number of the Government comes again every year, so its year must be near or its topic the same.
    """
    topic = bool(_words(row.title) & _words(facts.title or ""))
    if facts.issued and row.date.startswith(facts.issued[:4]):
        return True
    if _YEARLY.fullmatch(row.number):
        return topic or facts.day is None or int(facts.day[:4]) - int(row.date[:4]) <= 1
    if "-" not in row.number or not facts.title or not facts.issuer or (facts.term and row.term == facts.term):
        return True
    return topic or row.issuer == facts.issuer


def _by_title(rows: Sequence[RegistryRow], words: str) -> list[RegistryRow]:
    """The row whose topic shares clearly more words with `words` than any other's, as a list of one; else none."""
    if len(rows) < 2:
        return []
    given = _content(words)
    scores = sorted(((_overlap(_content(row.title), given), index) for index, row in enumerate(rows)), reverse=True)
    if not scores or scores[0][0] < 0.5 or (len(scores) > 1 and scores[1][0] > 0.6 * scores[0][0]):
        return []
    return [rows[scores[0][1]]]


def _overlap(topic: set[str], given: set[str]) -> float:
    """The share of the shorter that is shared: either may be the other in short."""
    return len(topic & given) / max(min(len(topic), len(given)), 2)


def _content(text: str) -> set[str]:
    """Pairs of neighbouring words: a syllable alone says little in Vietnamese."""
    words = re.findall(r"\w+", key(text))
    return {f"{a} {b}" for a, b in pairwise(words) if not {a, b} <= _COMMON}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", key(text))) - _COMMON


def _nicknames(row: RegistryRow) -> list[str]:
    """`Đề án 06`, `Chương trình 135`: what the decision that approves a scheme is called, from number and title."""
    numeral = re.match(r"\w+", row.number)
    title = key(row.title)
    found = re.findall(r"(?:đề án|chương trình) \d+[a-z]?", title)
    for kind in ("đề án", "chương trình"):
        if title.startswith(kind) and numeral:
            found.append(f"{kind} {numeral[0]}")
    return sorted(set(found))


def _law_name(row: RegistryRow) -> str | None:
    if row.kind not in {"Luật", "Bộ luật"}:
        return None
    match = _LAW_NAME.match(_YEARS.sub("", row.title))
    return _law_key(match[1]) if match else None


def _law_key(name: str) -> str:
    plain = key(name).translate(_LAW_WORDS)
    for short, full in (("qppl", "quy phạm pháp luật"), ("đbqh", "đại biểu quốc hội"), ("antt", "an ninh trật tự")):
        plain = plain.replace(short, full)
    return plain.replace("hđnd", "hội đồng nhân dân")


def faults(rows: Iterable[RegistryRow]) -> list[str]:
    """What breaks the registry's own rules: an id that stands twice, a date outside the term of its committee, numbers
    of one series (code and term) that do not rise with their dates.
    """
    found = []
    seen: set[tuple[str, str, str]] = set()
    series: defaultdict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for row in rows:
        if (row.number, row.date, row.kind) in seen and row.number[0].isdigit():
            found.append(f"{row.number}: stands twice with {row.date}")
        seen.add((row.number, row.date, row.kind))
        if row.term in TERMS and not TERMS[row.term][0] <= row.date <= TERMS[row.term][1]:
            found.append(f"{row.number}: {row.date} is not in term {row.term}")
        if (match := re.match(r"(\d+)-(\S+)", row.number)) and row.term in TERMS:
            series[match[2], row.term].append((int(match[1]), row.date, row.number))
    for one in series.values():
        one.sort()
        found += [
            f"{b[2]} of {b[1]} is later in its series than {a[2]} of {a[1]}" for a, b in pairwise(one) if b[1] < a[1]
        ]
    return found


# The terms of the Central Committee: from the closing day of one congress to that of the next.
_CLOSINGS = (
    "1976-12-20 1982-03-31 1986-12-18 1991-06-27 1996-07-01 2001-04-22 2006-04-25 2011-01-19 2016-01-28 2021-02-01 "
    "2026-01-23"
).split()
TERMS = {
    term: (begin, end)
    for term, begin, end in zip(
        "IV V VI VII VIII IX X XI XII XIII XIV".split(), _CLOSINGS, [*_CLOSINGS[1:], "2031-12-31"], strict=True
    )
}


@functools.cache
def _default() -> tuple[Registry, NumberReader]:
    patterns = Patterns()
    kinds, codes = patterns.entries("document_kinds", KindEntry), patterns.entries("document_codes", CodeEntry)
    return Registry(patterns), NumberReader(kinds, codes)


def look_up(number: str) -> list[RegistryRow]:
    """The known documents of a number as people write it (`22-NQ/TW`, `22 NQ/TW`, `22`), oldest first."""
    registry, reader = _default()
    written = number.strip()
    read = reader.at(Text(nfc(written)), 0)
    return registry.look_up(str(read) if read and read.sign and read.end == len(nfc(written)) else written)
