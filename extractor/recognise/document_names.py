"""References without a number: laws, constitutions and charters by name, resolutions by the meeting that passed them.

Luật Đất đai năm 2024; BLHS 2015; Luật sửa đổi, bổ sung một số điều của Luật Đầu tư
Hiến pháp 2013; Điều lệ Đảng
Nghị quyết Trung ương 4 (khóa XI, khóa XII); Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.gazetteer import Gazetteer
from extractor.organisations import Organisations
from extractor.patterns import Row
from extractor.recognise.document_number import Number, NumberReader
from extractor.recognise.document_reference import FoundDocument
from extractor.recognise.document_tail import CENTRAL, NUMERAL, ORDINAL, ROMAN_VALUES, roman, words_pattern
from extractor.text import Text


class LawRow(Row, frozen=True, kw_only=True):
    """A law: `aliases` of its name, parted by `; `, and `short` forms of kind and name together.

    since: the day from which its latest version is in force, where that is more than a year after it was passed
    """

    kind: str
    name: str
    aliases: str = ""
    short: str = ""
    since: str = ""

    @property
    def forms(self) -> list[str]:
        """The names in lower case, also without their commas."""
        names = [name.lower() for name in (self.name, *self.aliases.split("; ")) if name]
        return [*names, *(name.replace(",", "") for name in names if "," in name)]

    @property
    def shorts(self) -> list[str]:
        return self.short.split("; ") if self.short else []


_LAW_YEAR = re.compile(
    r",? (?:\((?:năm )?(?P<bracketed>(?:19|20)\d\d)\)|(?:ban hành )?(?:năm )?(?P<plain>(?:19|20)\d\d)(?![\d/]))"
)
_LAW_CHANGED = re.compile(r" \((?:đã )?(?:được )?sửa đổi(?:,? bổ sung)?(?: (?:năm )?(?:19|20)\d\d)?\)")
_LAW_NUMBER = re.compile(r",? \(?(?:luật )?số:? ?(?=\d)")
_ANY_LAW = re.compile(r" (?:\w+[, ]{1,2}){1,16}\(?số:? ?(?=\d{1,3}/\d{4}/(?:UBTV|PL-UBTV)?QH)")
_CONSTITUTION_OF = re.compile(r" nước (?:cộng hòa xã hội chủ nghĩa|cộng hòa xhcn|chxhcn) việt nam")
_AMENDING = re.compile(
    r"\s(?:sửa đổi|bổ sung)(?:(?:,| và)? ?bổ sung)?(?: một số điều(?:, khoản)?)?(?: của)?\s(?:các )?(?:bộ )?luật\s"
)
_NO_LAW_BEFORE = re.compile(
    r"(?:đại học|đh|khoa|môn|môn học|ngành|trường|viện|văn phòng|công ty|tạp chí|báo|hội|đoàn) $"
)
_CHARTER = re.compile(
    r" (?:Đảng(?: [Cc]ộng sản Việt Nam)?|Đoàn(?: TNCS(?: Hồ Chí Minh)?)?|Công đoàn(?: Việt Nam)?|"
    r"(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|"
    r"Hội (?:LHPN|Liên hiệp Phụ nữ|Nông dân|Cựu chiến binh|CCB|Chữ thập đỏ)(?: Việt Nam)?)(?!\w)(?! [Bb]ộ)"
)
_TERMS = (
    rf",? ?\(? ?khóa \(?(?P<term>{ORDINAL})(?!\w)"
    rf"(?:(?:(?: ?, ?| và )(?:khóa )?|\)(?: ?, ?| và )\(khóa )(?P<term2>{ORDINAL})(?!\w))?(?: ?\))?"
)
_PLENUM = re.compile(
    rf"\s{{1,2}}(?:của )?(?:(?:hội nghị )?{CENTRAL} ?(?:lần thứ (?P<nth>{ORDINAL})"
    rf"|(?P<n>{NUMERAL}|{ORDINAL}(?=,? \(?khóa)))(?!\w)"
    rf"(?:(?:, ?| và )(?P<n2>\d{{1,2}})(?=,? \(?khóa))?"
    rf"|hội nghị (?:lần thứ )?(?P<m>{ORDINAL}),? (?:của )?{CENTRAL}(?!\w))"
    rf"(?: \(lần (?:thứ )?(?:2|hai)\))?(?:{_TERMS})?"
)
_PLENUM_SHORT = re.compile(rf" ?(?P<n>{NUMERAL})(?!\w)(?:{_TERMS})?")
_CONGRESS = re.compile(
    r"\s{1,2}(?:của )?(?:đại hội|đh)(?P<delegates> đại biểu)?"
    r"(?: (?P<party>đảng cộng sản việt nam|đảng(?! bộ)))?(?P<national> toàn quốc)?\s?"
)
_CONGRESS_OWNER = re.compile(
    r",? (?:của )?(?:(?P<party>Đảng(?: ta| [Cc]ộng sản Việt Nam)?(?! [Bb]ộ| [Nn]hân| [Cc]ộng| [Dd]ân)(?!\w))"
    r"|(?P<other>Đảng (?:[Nn]hân|[Cc]ộng|[Dd]ân))|(?=[Đđ]ảng bộ))"
)
_NTH = re.compile(rf",? ?(?:lần thứ |khóa )?(?P<n>{ORDINAL})(?!\w)")


# "Đại hội XIII", "lần thứ 13"; but not "đại hội 3 ngày".
_IS_NTH = re.compile(r"[XVI]{1,5}$|thứ \w+$")


class NameReader:
    """Reads references without a number after the word of their kind."""

    def __init__(
        self, laws: Iterable[LawRow], numbers: NumberReader, organisations: Organisations, foreign: Iterable[str]
    ) -> None:
        self._numbers = numbers
        self._organisations = organisations
        self._laws = Gazetteer((form, row) for row in laws for form in row.forms)
        self._foreign = re.compile(r",? (?:của )?(?:nước )?" + words_pattern(foreign) + r"(?!\w)")

    def law(self, text: Text, start: int, end: int, kind: str) -> FoundDocument | None:
        """A law, code or ordinance whose name follows the word of its kind that ends at `end`."""
        if _NO_LAW_BEFORE.search(text.folded, max(0, start - 12), start):
            return None
        if amending := _AMENDING.match(text.folded, end):
            return self._amending(text, start, end, amending.end(), kind)
        position = end + 1
        known = self._laws.at(text, position)
        if known is None:
            return self._any_law(text, start, end, kind)
        name_end, row = known
        if not (text.cased[start].isupper() or text.cased[position].isupper()):
            return None
        return self.law_ends(text, start, name_end, row, title=text.raw[position:name_end], kind=kind)

    def law_ends(self, text: Text, start: int, end: int, law: LawRow, *, title: str, kind: str) -> FoundDocument | None:
        """A law's name that ends at `end`, with the year, change or number that identify it."""
        if self._foreign.match(text.folded, end):
            return None
        year = _LAW_YEAR.match(text.folded, end)
        end = year.end() if year else end
        changed = _LAW_CHANGED.match(text.folded, end)
        end = changed.end() if changed else end
        number = self._law_number(text, end)
        return FoundDocument(
            start=start,
            end=number.end if number else end,
            rule="document.law",
            kind=kind,
            number=str(number) if number else None,
            numeral=number.numeral if number else None,
            year=number.year if number else (year and (year["plain"] or year["bracketed"])),
            sign=number.sign if number else None,
            title=f"{title} {text.raw[changed.start() : end].strip()}" if changed and not year else title,
            law=law.name,
            changed=changed is not None,
        )

    def _law_number(self, text: Text, end: int) -> Number | None:
        lead = _LAW_NUMBER.match(text.folded, end)
        number = self._numbers.at(text, lead.end()) if lead else None
        if lead is None or number is None or number.sign is None:
            return None
        bracket = "(" in lead[0] and text.folded.startswith(")", number.end)
        return replace(number, end=number.end + 1) if bracket else number

    def _amending(self, text: Text, start: int, end: int, position: int, kind: str) -> FoundDocument | None:
        """A law that changes another: its title goes on to the end of the other's name."""
        known = self._laws.at(text, position)
        other = known and self.law_ends(text, position, known[0], known[1], title=known[1].name, kind=kind)
        if other is None:
            return None
        title = text.raw[end + 1 : other.end]
        return FoundDocument(start=start, end=other.end, rule="document.law", kind=kind, title=title)

    def _any_law(self, text: Text, start: int, end: int, kind: str) -> FoundDocument | None:
        """A law that the table does not know, by the number after its name."""
        lead = _ANY_LAW.match(text.cased, end)
        number = self._numbers.at(text, lead.end()) if lead else None
        if lead is None or number is None or number.sign is None:
            return None
        bracket = "(số" in lead[0] and text.folded.startswith(")", number.end)
        return FoundDocument(
            start=start,
            end=number.end + bracket,
            rule="document.law",
            kind=kind,
            number=str(number),
            numeral=number.numeral,
            year=number.year,
            sign=number.sign,
            title=text.raw[end : lead.end()].rpartition("số")[0].strip(" ,(\u00a0"),
        )

    def constitution(self, text: Text, start: int, end: int) -> FoundDocument | None:
        if not text.cased[start].isupper() or self._foreign.match(text.folded, end):
            return None
        state = _CONSTITUTION_OF.match(text.folded, end)
        end = state.end() if state else end
        year = _LAW_YEAR.match(text.folded, end)
        return FoundDocument(
            start=start,
            end=year.end() if year else end,
            rule="document.constitution",
            kind="hiến pháp",
            year=(year["plain"] or year["bracketed"]) if year else None,
        )

    def charter(self, text: Text, start: int, end: int) -> FoundDocument | None:
        name = _CHARTER.match(text.cased, end)
        if name is None or not text.cased[start].isupper():
            return None
        return FoundDocument(start=start, end=name.end(), rule="document.charter", kind="điều lệ")

    def meeting(self, text: Text, start: int, end: int, kind: str) -> FoundDocument | None:
        """A resolution or conclusion known by the plenum, a resolution known by the congress that passed it."""
        if match := _PLENUM.match(text.folded, end):
            return _plenum(start, match, kind)
        return self._congress(text, start, end, kind) if kind == "nghị quyết" else None

    def short_plenum(self, text: Text, start: int, position: int, kind: str) -> FoundDocument | None:
        """`NQTW4`: the plenum's number stands at `position`."""
        match = _PLENUM_SHORT.match(text.folded, position)
        return _plenum(start, match, kind) if match else None

    def _congress(self, text: Text, start: int, end: int, kind: str) -> FoundDocument | None:
        match = _CONGRESS.match(text.folded, end)
        if match is None:
            return None
        position = last = match.end()
        issuer = self._organisations.at(text, position)
        nth = _NTH.match(text.folded, issuer.end) if issuer else None
        if issuer is not None and nth is None and not issuer.name.startswith("Đảng bộ "):
            issuer = None
        position = last = issuer.end if issuer else position
        nth = nth or _NTH.match(text.folded, position)
        if nth is not None:
            last = nth.end()
            owner = None if issuer else _CONGRESS_OWNER.match(text.cased, last)
            body = self._organisations.at(text, owner.end()) if owner else None
            if body is not None and body.name.startswith("Đảng bộ"):
                issuer, last = body, body.end
            elif owner and owner["other"]:
                return None  # a party of another country
            elif owner and owner["party"]:
                last = owner.end("party")
            elif not (issuer or match["national"] or match["party"] or _IS_NTH.search(text.cased, position, last)):
                return None
        elif issuer is None or not issuer.level:
            return None
        return FoundDocument(
            start=start,
            end=last,
            rule="document.congress",
            kind=kind,
            issuer=issuer,
            term=roman(nth["n"]) if nth else None,
            congress="Đại hội đại biểu" if match["delegates"] and issuer else "Đại hội",
        )


def _plenum(start: int, match: re.Match[str], kind: str) -> FoundDocument:
    groups = match.groupdict()
    numbers = [roman(n) for n in (groups.get("nth"), groups["n"], groups.get("n2"), groups.get("m")) if n]
    terms = [roman(term) for term in (groups["term"], groups["term2"]) if term]
    return FoundDocument(
        start=start,
        end=match.end(),
        rule="document.plenum",
        kind=kind,
        term=" ".join(term for term in terms if term) or None,
        plenums=tuple(ROMAN_VALUES[n] for n in numbers if n in ROMAN_VALUES),
    )
