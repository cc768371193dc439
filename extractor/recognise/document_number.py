"""The number of an official document: `22 –NQ/TW`, `05 CT/TW`, `30/2020/NÐ-CP` -> its canonical form.

Two worlds number their papers (Quy định 66-QĐ/TW of 2017, Nghị định 30/2020/NĐ-CP):

    Party   22-NQ/TW         numeral - kind / issuer
    State   30/2020/NĐ-CP    numeral / [year /] kind - issuer
            23/2012/QH13     numeral / year / assembly and its term
            867/UBND-NN      numeral / issuer - unit (a letter)
    Courts  12/2021/HS-ST    numeral / year / branch - instance

Editors lose and swap the signs between the parts, so a number is read part by part and written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.patterns import Entry
from extractor.text import Text

World = Literal["party", "state", "court"]


class KindEntry(Entry, frozen=True, kw_only=True):
    """A kind of document: the words that head a reference and its codes (see `patterns/document_kinds.toml`)."""

    kind: str
    forms: tuple[str, ...]
    codes: tuple[str, ...] = ()
    bare: Literal["open", "closed", "never"] = "closed"
    titled: bool = False
    world: World | None = None


class CodeEntry(Entry, frozen=True, kw_only=True):
    """An issuer's code in the sign of a number (see `patterns/document_codes.toml`)."""

    code: str
    variants: tuple[str, ...] = ()
    world: World
    issuers: tuple[str, ...] = ()
    local: bool = False


class Sign(NamedTuple):
    """What stands after the numeral: codes, and the world whose shape it has.

    kind:   code of the kind (`NQ`), None in `QH13` and in letters
    issuer: code of the issuer with its units (`TW`, `UBND`, `BNV-VPCP`)
    """

    kind: str | None
    issuer: str | None
    world: World


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends at `end`; `sign` and `year` are None where it has none."""

    end: int
    numeral: str
    year: str | None = None
    sign: Sign | None = None

    def __str__(self) -> str:
        return canonical(self.numeral, self.year, self.sign)


# 22, 01, 30a, 66.3 (of a series within a resolution), 1.234 (thousands)
_NUMERAL = re.compile(
    r"(?P<thousands>\d{1,2}\.\d{3})(?=\s?/\s?[^\W\d])|\d{1,5}(?:\.\d{1,2}(?=/\d{4}/))?(?:[a-zđ](?!\w))?"
)
# The letters O, l and I for digits, as text recognition leaves them; only where a sign follows.
_MISREAD = re.compile(r"(?=\w{0,3}\d)[\dOlI]{2,4}(?=\s?[-/])")
_DIGITS_OF = str.maketrans("OlI", "011")
_YEAR = re.compile(r"\s?(?P<mark>[/-])\s?(?P<year>(?:19|20)\d\d)(?![\d.,]*\d)(?!-\d)")
_PART = re.compile(
    r"(?P<mark>\s{0,2}[-/._]?\s{0,2})(?P<code>[TĐ]\.\s?[ƯUW](?!\w)|Th\.U|[A-ZĐƯ][A-Za-zĐđƯư&]{0,19}\d{0,2})(?!\w)"
)
# The two shapes as they should be, with nothing more behind them: most signs need no reading part by part.
_PLAIN_SIGN = re.compile(
    r"(?:-(?P<party>[A-ZĐa-z]{2,5})/(?P<body>[A-ZĐa-z]{2,9})|/(?P<state>[A-ZĐa-z]{2,5})-(?P<office>[A-ZĐa-z]{2,9}))"
    r"(?![\w&])(?!\s{0,2}[-/_])(?!\.\w)"
)
_ASSEMBLY = re.compile(r"(?:UBTV)?QH(?:\d{1,2}|[IVX]{1,5})?")
# Of a judgment's number: the branch of law, then the instance.
_BRANCHES = frozenset("HS DS HC HN HNGĐ HNGD KDTM LĐ LD KT HSST HSPT DSST DSPT HCST HCPT".split())
_INSTANCES = frozenset("ST PT GĐT GDT TT".split())
MAX_PARTS = 8


def _key(code: str) -> str:
    """What the spellings of one code share: case, đ, dots; `TƯ` is `TW`."""
    return code.upper().translate(_PLAIN).replace("TƯ", "TW")


_PLAIN = str.maketrans({"Đ": "D", ".": None, " ": None, "&": None, "-": None})


def canonical(numeral: str, year: str | None, sign: Sign | None) -> str:
    """The number as it is printed on the paper; a numeral without sign stays as it is written."""
    if sign is None:
        return f"{numeral}/{year}" if year else numeral
    numeral = numeral.zfill(2) if numeral.isdecimal() else numeral
    if sign.world == "party":
        return f"{numeral}-{sign.kind}/{sign.issuer}" if sign.issuer else f"{numeral}-{sign.kind}"
    head = f"{numeral}/{year}" if year else numeral
    if sign.kind is None and sign.world == "state" and sign.issuer in {"CP", "HĐBT", "CT", "TTg"}:
        return f"{head}-{sign.issuer}"  # the Council of Ministers' numbers, until the 1990s
    return f"{head}/{'-'.join(part for part in (sign.kind, sign.issuer) if part)}"


class NumberReader:
    """Reads numbers with the codes of the patterns folder."""

    def __init__(self, kinds: Iterable[KindEntry], codes: Iterable[CodeEntry]) -> None:
        self._kind_codes: dict[str, str] = {}
        self._kinds: dict[str, list[KindEntry]] = {}
        for entry in kinds:
            for code in entry.codes:
                self._kind_codes.setdefault(_key(code), code)
                self._kinds.setdefault(self._kind_codes[_key(code)], []).append(entry)
        self._issuers: dict[str, CodeEntry] = {}
        self._by_head: dict[str, list[tuple[str, CodeEntry]]] = {}
        for issuer in codes:
            for head in issuer.issuers:
                self._by_head.setdefault(head.partition(" ")[0], []).append((head, issuer))
            for form in (issuer.code, *issuer.variants):
                self._issuers.setdefault(_key(form), issuer)

    def at(self, text: Text, position: int) -> Number | None:
        """The number that starts at `position`, or None."""
        cased = text.cased
        numeral = _NUMERAL.match(cased, position)
        if numeral is None or cased[numeral.end() : numeral.end() + 1] in {"O", "l", "I"}:
            return self._misread(text, position)
        end = numeral.end()
        digits = numeral[0].replace(".", "") if numeral["thousands"] else numeral[0]
        year = _YEAR.match(cased, end)
        sign, last = self.sign(text, year.end() if year else end)
        if sign is None:
            return Number(year.end() if year else end, digits, year["year"] if year else None)
        if year and year["mark"] == "-" and not cased[year.end() : last].startswith("-"):
            return Number(last, f"{digits}-{year['year']}", None, sign)  # 19-2018/NQ-CP
        return Number(last, digits, year["year"] if year else None, sign)

    def _misread(self, text: Text, position: int) -> Number | None:
        match = _MISREAD.match(text.cased, position)
        if match is None:
            return None
        year = _YEAR.match(text.cased, match.end())
        sign, last = self.sign(text, year.end() if year else match.end())
        return Number(last, match[0].translate(_DIGITS_OF), year["year"] if year else None, sign) if sign else None

    def sign(self, text: Text, position: int) -> tuple[Sign | None, int]:
        """The sign that starts at `position`, with its end; `(None, position)` where there is none."""
        if plain := _PLAIN_SIGN.match(text.cased, position):
            kind, code = plain["party"] or plain["state"], plain["body"] or plain["office"]
            entry = self._issuers.get(_key(code))
            if (
                kind in self._kinds
                and entry
                and entry.code == code
                and (entry.world == "party") == bool(plain["party"])
            ):
                return Sign(kind, code, entry.world), plain.end()
        marks: list[str] = []
        codes: list[str] = []
        end = position
        while len(codes) < MAX_PARTS and (part := _PART.match(text.cased, end)):
            mark, code = part["mark"], part["code"]
            fresh = self._parts(code, first=not codes, after_kind=len(codes) == 1 and codes[0] in self._kinds)
            if not self._fits(mark, fresh, codes):
                break
            marks += [mark.strip(), *[""] * (len(fresh) - 1)]
            codes += fresh
            end = part.end()
        if not codes:
            return None, position
        sign = self._read(codes, marks)
        return (sign, end) if sign else (None, position)

    def sign_from_codes(self, written: str) -> Sign | None:
        """The sign that stands by itself before a number: `NQ/TW`."""
        codes = [code for code in re.split(r"[\s/.-]+", written.replace("T.Ư", "TƯ")) if code]
        if len(codes) != 2 or _key(codes[0]) not in self._kind_codes or _key(codes[1]) not in self._issuers:
            return None
        issuer = self._issuers[_key(codes[1])]
        return Sign(self._kind_codes[_key(codes[0])], issuer.code, issuer.world)

    def _parts(self, code: str, *, first: bool, after_kind: bool) -> list[str]:
        """The codes that one run of letters writes, spelled as ours: `TƯ` is `TW`, `NĐCP` is `NĐ`, `CP`."""
        key = _key(code)
        if first:
            if key in self._kind_codes:
                return [self._kind_codes[key]]
            if _ASSEMBLY.fullmatch(code):
                return [code]
            if key not in self._issuers:
                for cut in range(2, min(6, len(key))):
                    if key[:cut] in self._kind_codes and key[cut:] in self._issuers:
                        return [self._kind_codes[key[:cut]], self._issuers[key[cut:]].code]
        if key in self._issuers and (first or after_kind):
            return [self._issuers[key].code]
        return [code]

    def _fits(self, mark: str, codes: list[str], before: list[str]) -> bool:
        """Whether a part may follow those before it: the less there is between them, the more it must be known."""
        sign, spaced = mark.strip(), mark != mark.strip()
        code = codes[0]
        known = code in self._kinds or _key(code) in self._issuers or _ASSEMBLY.fullmatch(code) is not None
        if not before:
            if code in self._kinds:
                return sign not in {".", "_"} and (len(code) > 1 or sign == "/")
            return sign in {"/", "-"} and (known or (not spaced and sign == "/" and _is_code(code)))
        if sign == "":
            return spaced and len(before) == 1 and before[0] in self._kinds and _key(code) in self._issuers
        if sign in {".", "_"}:
            return not spaced and _key(code) in self._issuers
        if spaced and len(before) == 1 and mark.startswith(" ") != mark.endswith(" ") and code.isupper():
            return known or len(code) > 2
        if spaced:
            return _key(code) in self._issuers and (len(before) == 1 or not mark.startswith(" "))
        return known or _is_code(code)

    def _read(self, codes: list[str], marks: list[str]) -> Sign | None:
        """The sign of parts that fit together, or None where they say nothing."""
        head, rest = codes[0], codes[1:]
        if head in _BRANCHES and rest and rest[0] in _INSTANCES:
            return Sign(None, "-".join(codes), "court")
        if _ASSEMBLY.fullmatch(head):
            return Sign(None, "-".join(codes), "state")
        if head in self._kinds:
            if not rest:
                return Sign(head, None, "party" if marks[0] == "-" else "state") if marks[0] else None
            return Sign(head, "-".join(rest), self._world(rest, marks))
        if rest or _key(head) in self._issuers:
            return Sign(None, "-".join(codes), "state")
        return None

    def _world(self, issuers: list[str], marks: list[str]) -> World:
        entry = self._issuers.get(_key(issuers[0]))
        if entry is not None:
            return entry.world
        last = issuers[-1]
        if last.endswith(("TW", "TU", "HU", "ĐU", "ThU")) or issuers[0].startswith("ĐU"):
            return "party"
        return "party" if marks[0] == "-" and marks[1] == "/" else "state"

    def kinds(self, sign: Sign) -> list[str]:
        """The kinds that a sign can stand for, the usual one first; empty when it does not say."""
        if sign.world == "court":
            return ["bản án"]
        if sign.kind is not None:
            fitting = [e.kind for e in self._kinds[sign.kind] if e.world in {None, sign.world}]
            return fitting or [e.kind for e in self._kinds[sign.kind]]
        issuer = sign.issuer or ""
        if issuer in {"CP", "HĐBT"}:
            return ["nghị định"]
        return ["công văn"] if "-" in issuer and not _ASSEMBLY.match(issuer) else []

    def is_national(self, sign: Sign) -> bool:
        """Whether the bodies that sign so are one each in the country, and all of them known."""
        if sign.world == "court" or not sign.issuer:
            return False
        if _ASSEMBLY.fullmatch(sign.issuer):
            return True
        entries = [self._issuers.get(_key(code)) for code in sign.issuer.split("-")]
        return all(entry is not None and not entry.local for entry in entries)

    def codes_of(self, issuer: str) -> list[str]:
        """The codes that a body signs with, by its full name."""
        issuer = _SIGNER.sub("", issuer)
        return [entry.code for entry in self._signing(issuer)]

    def _signing(self, issuer: str) -> list[CodeEntry]:
        """The entries of whose bodies one stands at the head of a full name."""
        known = self._by_head.get(issuer.partition(" ")[0], ())
        return [entry for head, entry in known if issuer == head or issuer.startswith(f"{head} ")]

    def completed(self, kind: str, issuer: str, year: str | None) -> Sign | None:
        """The sign that a kind and its issuer's full name fix, or None (`nghị quyết`, `Bộ Chính trị` -> NQ, TW)."""
        issuer = _SIGNER.sub("", issuer)
        if issuer == "Quốc hội":
            term = next(
                (term for term, (first, last) in _ASSEMBLIES.items() if year and first <= int(year) <= last), None
            )
            return Sign(None, f"QH{term}", "state") if term else None
        for entry in self._signing(issuer):
            unsigned = kind in _UNSIGNED and entry.world == "state"
            code = None if unsigned else self._code_of(kind, entry.world)
            return Sign(code, entry.code, entry.world) if code else None
        return None

    def _code_of(self, kind: str, world: World) -> str | None:
        """The first code of a kind in a world: `TT` of a thông tư only in the State's."""
        for code, entries in self._kinds.items():
            if any(entry.kind == kind and entry.world in {None, world} for entry in entries):
                return code
        return None


# Who signs for a body: "Chủ tịch UBND tỉnh".
_SIGNER = re.compile(
    r"^(?:Phó )?(?:Chủ tịch|Giám đốc|Bộ trưởng|Thứ trưởng|Tổng cục trưởng|Cục trưởng|Chánh án|Viện trưởng) "
)
# Years that lie wholly within one term of the National Assembly.
_ASSEMBLIES = {
    11: (2003, 2006),
    12: (2008, 2010),
    13: (2012, 2015),
    14: (2017, 2020),
    15: (2022, 2025),
    16: (2027, 2030),
}
# "Đề án 06" of the Government is the nickname of the decision that approves it; a letter of the State has no code of
# its kind: 4393/VPCP-KTTH.
_UNSIGNED = frozenset({"đề án", "chương trình", "công văn"})


def _is_code(code: str) -> bool:
    """Whether letters look like a code that the table does not know: capitals, at most two small letters among them."""
    small = sum(c.islower() for c in code)
    return len(code) - small >= 2 and small <= 2
