"""Recognises references to official documents.

A reference starts with the word of a kind (Nghị quyết, Luật, NĐ …) or is a number with a sign. What follows the word
says what sort of reference it is; see `DocumentRecogniser._read`. The facts beside it are read in `document_tail`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extractor.gazetteer import Gazetteer
from extractor.organisations import Organisation, Organisations
from extractor.patterns import Patterns, Row
from extractor.recognise.document_number import CodeEntry, KindEntry, Number, NumberReader, Sign
from extractor.recognise.document_tail import (
    CENTRAL,
    ORDINAL,
    ROMAN_VALUES,
    TailReader,
    WordsEntry,
    is_draft,
    issuer_before,
    provision_before,
    roman,
    words_pattern,
)
from extractor.scan import Hit, Vocabulary
from extractor.text import Text


class LawRow(Row, frozen=True, kw_only=True):
    """A law: `aliases` of its name, parted by `; `, and `short` forms of kind and name together."""

    kind: str
    name: str
    aliases: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A reference at `start:end` with what its own words and those beside it say.

    number:    as far as the reference gives it: `22-NQ/TW`, `30/2020`, `22`
    issued_at: where a date stands that the page's dates must complete
    law:       the law's name in its usual spelling; `changed` when "(sửa đổi)" follows it
    plenums:   numbers of the plenums that issued it ("Trung ương 4" -> 4)
    congress:  a congress's resolution: how the congress is called; `issuer` is the Đảng bộ, None for the Party's
    back:      it points back to a document of its kind ("Nghị quyết này")
    """

    start: int
    end: int
    rule: str
    kind: str
    number: str | None = None
    numeral: str | None = None
    year: str | None = None
    sign: Sign | None = None
    issuer: Organisation | None = None
    term: str | None = None
    issued: str | None = None
    issued_at: tuple[int, int] | None = None
    title: str | None = None
    law: str | None = None
    changed: bool = False
    plenums: tuple[int, ...] = ()
    congress: str | None = None
    national: bool = False
    provision: str | None = None
    draft: bool = False
    back: bool = False
    tail: int = field(default=0, compare=False)
    listed: Organisation | None = field(default=None, compare=False)


class Head(NamedTuple):
    """What a word of the vocabulary can begin; `kind` is None for words that only look like one."""

    kind: KindEntry | None = None
    law: LawRow | None = None
    code: bool = False
    glued: str = ""


# Words that hold the word of a kind and are none.
_DECOY_WORDS = (
    "pháp luật",
    "kỷ luật",
    "quy luật",
    "luật sư",
    "luật gia",
    "luật pháp",
    "luật lệ",
    "định luật",
    "mệnh lệnh",
    "hiệu lệnh",
    "ra lệnh",
    "tư lệnh",
    "báo cáo viên",
    "luật hóa",
    "luật chơi",
    "luật rừng",
    "đạo luật",
    "dự luật",
)

_SO = re.compile(r"\s{0,2}(?:,\s?)?số\s?[.:]?\s?(?=[\doli])")
_BLANK_DIGIT = re.compile(r"\s{1,2}(?=\d|[oli]\d)")
_OPENING = re.compile(r"\s{0,2}:?\s?(?=[\"'])")
_ISSUER_GAP = re.compile(r"\s{1,2}(?:của\s)?")
_AND = re.compile(r"(?:\s?[,;&]\s?|\s(?:và|hoặc|hay)\s)(?:và\s)?(?:các\s)?(?P<so>số\s?:?\s?)?(?=\d)")
_CODE_SLASH = re.compile(r"\s?[-/]\s?(?:TW|TƯ|T\.Ư|TU|CP|TTg)\s{0,2}(?:số\s)?(?=\d)|\s?-?\s?(?=\d)")
_BACK = re.compile(r"\s(?:này|nói trên|trên đây)(?!\w)")
_NUMBER_BEFORE = re.compile(r"(?<![\w/.,-])\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?\s{0,2}[-/]?\s{0,2}$")
_SO_BEFORE = re.compile(r"(?<!\w)số\s?:?\s?$")
_PUNCTUATION = re.compile(r"\s{0,2}(?:[,.;:)\"'!?…(\n\]]|-\s|$)(?![\d])")
_YEAR_AFTER = re.compile(r"\snăm\s")
_FULL_YEAR_AFTER = re.compile(r"\snăm\s(?:19|20)\d\d(?!\d)")
_TERMS = (
    rf",? ?\(? ?khóa (?P<term>{ORDINAL})(?!\w)(?:(?: ?, ?| và )(?:khóa )?(?P<term2>{ORDINAL})(?!\w))?(?P<close> ?\))?"
)
_PLENUM = re.compile(
    rf"\s{{1,2}}(?:của )?(?:(?:hội nghị )?{CENTRAL} ?(?:lần thứ )?(?P<n>{ORDINAL})(?!\w)(?:(?:, ?| và )(?P<n2>\d{{1,2}})(?=,? \(?khóa))?"
    rf"|hội nghị (?:lần thứ )?(?P<m>{ORDINAL}),? (?:của )?{CENTRAL}(?!\w))(?P<again> \(lần (?:thứ )?(?:2|hai)\))?(?:{_TERMS})?"
)
_PLENUM_SHORT = re.compile(rf" ?(?P<n>{ORDINAL})(?!\w)(?:{_TERMS})?")
_CONGRESS = re.compile(
    r"\s{1,2}(?:của )?(?:đại hội|đh)(?P<delegates> đại biểu)?(?P<national> toàn quốc)?(?: (?P<party>đảng cộng sản việt nam|đảng(?! bộ)))?\s?"
)
_CONGRESS_OWNER = re.compile(r",? (?:của )?(?:(?P<party>Đảng(?: ta)?(?! [Bb]ộ)(?!\w))|(?=[Đđ]ảng bộ))")
_NTH = re.compile(rf",? ?(?:lần thứ |khóa )?(?P<n>{ORDINAL})(?!\w)")
_LAW_YEAR = re.compile(r",? (?:năm |\()?(?P<year>(?:19|20)\d\d)(?![\d/])\)?")
_LAW_CHANGED = re.compile(r" \((?:đã )?(?:được )?sửa đổi(?:,? bổ sung)?(?: (?:năm )?(?:19|20)\d\d)?\)")
_LAW_NUMBER = re.compile(r",? \(?số:? ?(?=\d)")
_AMENDING = re.compile(
    r"\s(?:sửa đổi|bổ sung)(?:,? bổ sung)?(?: một số điều(?:, khoản)?)?(?: của)?\s(?:các )?(?:bộ )?luật\s(?:số \S{6,16} )?"
)
_NO_LAW_BEFORE = re.compile(r"(?:đại học|khoa|trường|viện|văn phòng|công ty|tạp chí|báo|hội|ngành|đoàn) $")
_CHARTER = re.compile(
    r" (?:Đảng(?: [Cc]ộng sản Việt Nam)?|Đoàn(?: TNCS(?: Hồ Chí Minh)?)?|Công đoàn(?: Việt Nam)?|"
    r"(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Hội (?:LHPN|Liên hiệp Phụ nữ|Nông dân|Cựu chiến binh|CCB|Chữ thập đỏ)(?: Việt Nam)?)"
    r"(?!\w)(?! [Bb]ộ)"
)
_CODES_OF_ASSEMBLY = tuple(f"{code}{term}" for code in ("QH", "UBTVQH") for term in range(9, 18))
MAX_GLUED = 200
MAX_LIST = 12


class DocumentRecogniser:
    """Finds references; holds the vocabulary, no state."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        kinds = patterns.entries("document_kinds", KindEntry)
        codes = patterns.entries("document_codes", CodeEntry)
        words = patterns.entries("document_words", WordsEntry)
        laws = patterns.table("laws", LawRow)
        lists = {entry.id: entry.words for entry in words}
        self._organisations = organisations
        self._numbers = NumberReader(kinds, codes)
        self._tails = TailReader(organisations, words)
        self._follower = re.compile(r"\s" + words_pattern(lists["followers"]) + r"(?!\w)")
        self._unit = re.compile(r"\s?" + words_pattern(lists["units"]) + r"(?!\w)")
        self._foreign = re.compile(r",? (?:của )?(?:nước )?" + words_pattern(lists["foreign"]) + r"(?!\w)")
        self._heads = Vocabulary(_heads(kinds, laws))
        self._laws = Gazetteer(
            (form.lower(), row) for row in laws for form in (row.name, *filter(None, row.aliases.split("; ")))
        )

    def __call__(self, text: Text) -> list[FoundDocument]:
        """All references in `text`, in order."""
        found: list[FoundDocument] = []
        end = 0
        for hit in self._heads.find(text):
            if hit.start < end or hit.entry.kind is None:
                continue
            references = self._read(text, hit, end)
            if references:
                found += references
                end = references[-1].end
        return self._with_facts(text, found)

    def _read(self, text: Text, hit: Hit[Head], after: int) -> list[FoundDocument]:
        """The references that the word at `hit` begins; none when it is only a word."""
        folded, end = text.folded, hit.end
        head = hit.entry
        kind = head.kind
        if kind is None:
            return []
        # 1. NQ57, NQTW4: the number is part of the word
        if head.glued:
            return self._glued(text, hit, kind)
        # 2. a sign whose kind stands in it: "(22-NQ/TW)"; NQ/TW 22
        if head.code:
            return self._from_code(text, hit, kind, after)
        # 3. a law's short name: BLHS 2015
        if head.law is not None:
            return self._law_ends(text, hit.start, hit.end, head.law, text.raw[hit.start : hit.end])
        follows = folded[end : end + 1]
        if follows and not follows.isspace() and follows not in ":,\"'":
            return []
        # 4. Nghị quyết số 22-NQ/TW; Nghị quyết 18, 19
        if lead := _SO.match(folded, end):
            return self._numbered(text, hit.start, lead.end(), kind, said=True)
        if lead := _BLANK_DIGIT.match(folded, end):
            return self._numbered(text, hit.start, lead.end(), kind, said=False)
        # 5. laws, constitutions, charters by their names
        if kind.kind in {"luật", "bộ luật", "pháp lệnh"}:
            return self._law(text, hit.start, end, kind)
        if kind.kind == "hiến pháp":
            return self._constitution(text, hit.start, end)
        if kind.kind == "điều lệ":
            return self._charter(text, hit.start, end)
        # 6. Nghị quyết Trung ương 4 khóa XII; Nghị quyết Đại hội XIII
        if kind.kind in {"nghị quyết", "kết luận"} and (special := self._meeting(text, hit.start, end, kind)):
            return [special]
        # 7. Đề án “Nâng cao …”
        if kind.titled and (quote := _OPENING.match(folded, end)) and text.cased[hit.start].isupper():
            return self._titled(text, hit.start, quote.end(), kind)
        # 8. Nghị quyết của Ban Thường vụ Tỉnh ủy số 10
        if " số " in folded[end : end + 90]:
            return self._issuer_first(text, hit.start, end, kind)
        # 9. Nghị quyết này
        if text.cased[hit.start].isupper() and (match := _BACK.match(folded, end)):
            return [FoundDocument(start=hit.start, end=match.end(), rule="document:back", kind=kind.kind, back=True)]
        return []

    def _numbered(
        self, text: Text, start: int, position: int, kind: KindEntry, *, said: bool, rule: str = "document:number"
    ) -> list[FoundDocument]:
        """The numbers at `position` after a kind, one or a list; `said`: the word "số" stands before it."""
        number = self._numbers.at(text, position)
        if number is None or not self._is_number(text, number, kind, start, said=said):
            return []
        spans = [(start, number)]
        while len(spans) < MAX_LIST and (link := _AND.match(text.folded, number.end)):
            item = self._numbers.at(text, link.end())
            if item is None or not self._continues(text, spans, item, said=bool(link["so"])):
                break
            spans.append((link.start("so") if link["so"] else link.end(), item))
            number = item
        return [
            self._document(kind, first, number, rule)
            for (first, _), number in zip(spans, _shared([number for _, number in spans]), strict=True)
        ]

    def _document(self, kind: KindEntry, start: int, number: Number, rule: str) -> FoundDocument:
        sign = number.sign
        return FoundDocument(
            start=start,
            end=number.end,
            rule=rule,
            kind=self._kind(kind.kind, sign),
            number=str(number),
            numeral=number.numeral,
            year=number.year,
            sign=sign,
        )

    def _kind(self, word: str, sign: Sign | None) -> str:
        """The kind by the sign where word and sign differ ("Nghị định số 39-NQ/TW")."""
        if sign is None:
            return word
        kinds = self._numbers.kinds(sign)
        decides = sign.kind is not None or sign.world == "court" or word == "văn bản"
        return kinds[0] if decides and kinds and word not in kinds else word

    def _is_number(self, text: Text, number: Number, kind: KindEntry, start: int, *, said: bool) -> bool:
        """Whether a number after a kind is a document's: a sign or year says so, else the words around it."""
        if number.sign is not None:
            return True
        folded, end = text.folded, number.end
        if number.year is not None:
            return kind.bare != "never" and not folded[end : end + 1].isalnum()
        if kind.bare == "never" or not self._ends_well(text, number):
            return False
        if said:
            return True
        if len(number.numeral) > 4 or (len(number.numeral) == 4 and "1900" < number.numeral < "2040"):
            return False
        capital = text.cased[start].isupper()
        follows = self._follower.match(folded, end) or _PUNCTUATION.match(folded, end)
        if kind.bare == "open":
            return capital or (len(number.numeral) > 1 and follows is not None)
        if capital:
            return follows is not None
        of = re.compile(r"\scủa\s").match(folded, end)
        return of is not None and self._organisations.at(text, of.end()) is not None

    def _ends_well(self, text: Text, number: Number) -> bool:
        """No unit, percent sign or digits follow a number without sign."""
        folded, end = text.folded, number.end
        follows = folded[end : end + 2]
        if (
            follows[:1].isalnum()
            or follows[:1] in {"%", "/", "‰"}
            or (follows[:1] in {".", ",", "-", ":"} and follows[1:].isdigit())
        ):
            return False
        if _YEAR_AFTER.match(folded, end):
            return _FULL_YEAR_AFTER.match(folded, end) is not None
        return self._unit.match(folded, end) is None

    def _continues(self, text: Text, before: Sequence[tuple[int, Number]], item: Number, *, said: bool) -> bool:
        """Whether a number after a comma or `và` is the next of the list."""
        if item.sign is not None or (item.year is not None and before[0][1].year is not None):
            return True
        if item.year is not None or not self._ends_well(text, item):
            return False
        if said:
            return True
        if before[-1][1].sign is not None or before[-1][1].year is not None or len(item.numeral) > 4:
            return False
        if _AND.match(text.folded, item.end):
            return True
        return bool(self._follower.match(text.folded, item.end) or _PUNCTUATION.match(text.folded, item.end))

    def _glued(self, text: Text, hit: Hit[Head], kind: KindEntry) -> list[FoundDocument]:
        """`NQ57`; `NQTW4 (khóa XII)`."""
        digits = hit.entry.glued
        if not digits.startswith("TW"):
            number = Number(hit.end, digits)
            if self._unit.match(text.folded, hit.end):
                return []
            return [self._document(kind, hit.start, number, "document:number")]
        match = _PLENUM_SHORT.match(text.folded, hit.end - len(digits) + 2)
        return [self._plenum(hit.start, match, kind)] if match else []

    def _from_code(self, text: Text, hit: Hit[Head], kind: KindEntry, after: int) -> list[FoundDocument]:
        """A code of a kind or of the assembly, with the number before it or after it."""
        before = _NUMBER_BEFORE.search(text.cased, max(after, hit.start - 16), hit.start)
        if before is not None:
            number = self._numbers.at(text, before.start())
            if number is None or number.sign is None or not number.sign.issuer or number.end < hit.end:
                return []
            word = _SO_BEFORE.search(text.folded, max(after, before.start() - 6), before.start())
            kinds = self._numbers.kinds(number.sign)
            if number.sign.world == "state" and number.sign.kind is None and not number.year:
                return []
            named = kind if not kinds else replace_kind(kind, kinds[0])
            return [self._document(named, word.start() if word else before.start(), number, "document:sign")]
        if (
            text.cased[hit.start - 1 : hit.start] in {"-", "/", "."}
            or not kind.codes
            or hit.entry.code
            and len(kind.forms)
            and text.cased[hit.start : hit.end] not in kind.forms
        ):
            return []
        if match := _PLENUM.match(text.folded, hit.end):
            return [self._plenum(hit.start, match, kind)]
        lead = _SO.match(text.folded, hit.end)
        if lead:
            return self._numbered(text, hit.start, lead.end(), kind, said=True)
        lead = _CODE_SLASH.match(text.cased, hit.end)
        if lead is None:
            return []
        found = self._numbered(text, hit.start, lead.end(), kind, said=False)
        sign, _ = self._numbers.sign(text, hit.start) if "/" in text.cased[hit.end : lead.end()] else (None, 0)
        return [self._signed(item, sign) for item in found] if sign else found

    def _signed(self, item: FoundDocument, sign: Sign) -> FoundDocument:
        number = Number(item.end, item.numeral or "", item.year, item.sign or sign)
        return replace(item, sign=number.sign, number=str(number))

    def _issuer_first(self, text: Text, start: int, end: int, kind: KindEntry) -> list[FoundDocument]:
        gap = _ISSUER_GAP.match(text.folded, end)
        issuer = self._organisations.at(text, gap.end()) if gap else None
        if issuer is None:
            return []
        lead = _SO.match(text.folded, issuer.end)
        found = self._numbered(text, start, lead.end(), kind, said=True) if lead else []
        return [replace(item, issuer=issuer) for item in found]

    def _titled(self, text: Text, start: int, quote: int, kind: KindEntry) -> list[FoundDocument]:
        quoted = self._tails.quoted(text, quote)
        if quoted is None:
            return []
        title, end = quoted
        if len(title.split()) < 3:
            return []
        return [FoundDocument(start=start, end=end, rule="document:title", kind=kind.kind, title=title)]

    def _meeting(self, text: Text, start: int, end: int, kind: KindEntry) -> FoundDocument | None:
        """A resolution known by the plenum or congress that passed it."""
        match = _PLENUM.match(text.folded, end)
        if match is not None:
            return self._plenum(start, match, kind)
        match = _CONGRESS.match(text.folded, end)
        if match is None or kind.kind != "nghị quyết":
            return None
        position, issuer = match.end(), None
        body = self._organisations.at(text, position)
        if body is not None and body.name.startswith("Đảng bộ"):
            issuer, position = body, body.end
        nth = _NTH.match(text.folded, position)
        if nth is None:
            return None
        last = nth.end()
        if issuer is None:
            owner = _CONGRESS_OWNER.match(text.cased, last)
            body = self._organisations.at(text, owner.end()) if owner else None
            if body is not None and body.name.startswith("Đảng bộ"):
                issuer, last = body, body.end
            elif owner and owner["party"]:
                last = owner.end("party")
            elif not (match["national"] or match["party"]):
                return None
        return FoundDocument(
            start=start,
            end=last,
            rule="document:congress",
            kind=kind.kind,
            issuer=issuer,
            term=roman(nth["n"]),
            congress="Đại hội đại biểu" if match["delegates"] else "Đại hội",
            national=match["national"] is not None,
        )

    def _plenum(self, start: int, match: re.Match[str], kind: KindEntry) -> FoundDocument:
        groups = match.groupdict()
        numbers = [n for n in (groups.get("n"), groups.get("n2"), groups.get("m")) if n]
        terms = [roman(term) for term in (groups["term"], groups["term2"]) if term]
        end = match.end() if groups["close"] or not groups["term"] or "(" not in match[0] else match.end()
        return FoundDocument(
            start=start,
            end=end,
            rule="document:plenum",
            kind=kind.kind,
            term=" ".join(term for term in terms if term) or None,
            plenums=tuple(ROMAN_VALUES[value] for n in numbers if (value := roman(n)) in ROMAN_VALUES),
        )

    def _law(self, text: Text, start: int, end: int, kind: KindEntry) -> list[FoundDocument]:
        if _NO_LAW_BEFORE.search(text.folded, max(0, start - 12), start):
            return []
        if amending := _AMENDING.match(text.folded, end):
            law = self._laws.at(text, amending.end())
            if law is None:
                return []
            found = self._law_ends(text, start, law[0], law[1], text.raw[end + 1 : law[0]])
            return [replace(item, law=None) for item in found]
        position = end + 1
        law = self._laws.at(text, position)
        if law is None or not (text.cased[start].isupper() or text.cased[position].isupper()):
            return []
        if kind.kind == "luật" and law[1].kind == "bộ luật" and not text.cased[position].isupper():
            return []
        return self._law_ends(text, start, law[0], law[1], text.raw[position : law[0]], kind.kind)

    def _law_ends(
        self, text: Text, start: int, end: int, law: LawRow, title: str, kind: str | None = None
    ) -> list[FoundDocument]:
        """A law's name that ends at `end`, with the year, change or number that identify it."""
        if self._foreign.match(text.folded, end):
            return []
        year = number = changed = None
        if match := _LAW_YEAR.match(text.folded, end):
            year, end = match["year"], match.end()
        if changed := _LAW_CHANGED.match(text.folded, end):
            end = changed.end()
        if match := _LAW_NUMBER.match(text.folded, end):
            number = self._numbers.at(text, match.end())
            if number is not None and number.sign is not None:
                end = number.end + (1 if "(" in match[0] and text.folded[number.end : number.end + 1] == ")" else 0)
            else:
                number = None
        return [
            FoundDocument(
                start=start,
                end=end,
                rule="document:law",
                kind=kind or law.kind,
                number=str(number) if number else None,
                numeral=number.numeral if number else None,
                year=number.year if number else year,
                sign=number.sign if number else None,
                title=law.name if title in law.short.split("; ") else title,
                law=law.name,
                changed=changed is not None,
            )
        ]

    def _constitution(self, text: Text, start: int, end: int) -> list[FoundDocument]:
        if not text.cased[start].isupper() or self._foreign.match(text.folded, end):
            return []
        year = _LAW_YEAR.match(text.folded, end)
        return [
            FoundDocument(
                start=start,
                end=year.end() if year else end,
                rule="document:constitution",
                kind="hiến pháp",
                year=year["year"] if year else None,
            )
        ]

    def _charter(self, text: Text, start: int, end: int) -> list[FoundDocument]:
        match = _CHARTER.match(text.cased, end)
        if match is None or not text.cased[start].isupper():
            return []
        return [FoundDocument(start=start, end=match.end(), rule="document:charter", kind="điều lệ")]

    def _with_facts(self, text: Text, found: list[FoundDocument]) -> list[FoundDocument]:
        """The references with the facts beside them; those of a list share issuer and term."""
        complete: list[FoundDocument] = []
        for index, item in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            limit, after = (following.start, following.end) if following else (len(text), len(text))
            tail = self._tails.at(text, item.end, limit, after)
            complete.append(
                replace(
                    item,
                    issuer=item.issuer or tail.issuer,
                    term=item.term or tail.term,
                    issued=item.issued or tail.issued,
                    issued_at=tail.issued_at,
                    plenums=item.plenums or ((tail.plenum,) if tail.plenum else ()),
                    title=item.title or tail.title,
                    provision=provision_before(text, item.start),
                    draft=is_draft(text, item.start),
                    tail=tail.end,
                )
            )
        for index in range(len(complete) - 2, -1, -1):
            complete[index] = _joined(text, complete[index], complete[index + 1], self._numbers)
        for index, item in enumerate(complete):
            complete[index] = self._issued_before(text, item, complete[index - 1] if index else None)
        return complete

    def _issued_before(self, text: Text, item: FoundDocument, before: FoundDocument | None) -> FoundDocument:
        """`item` with an issuer that is named before it, or before the list that it continues."""
        if item.issuer is not None or item.number is None or item.plenums:
            return item
        issuer = issuer_before(text, item.start, self._organisations)
        if issuer is None and before is not None and before.listed is not None and before.kind == item.kind:
            issuer = before.listed if _LIST_LINK.fullmatch(text.folded, before.tail, item.start) else None
        if issuer is None or (item.sign is not None and not self._signs(issuer, item.sign)):
            return item
        return replace(item, issuer=issuer, listed=issuer)

    def _signs(self, issuer: Organisation, sign: Sign) -> bool:
        """Whether a body can sign with the code of a sign; a code or a body that is not known may."""
        codes = self._numbers.codes_of(issuer.name)
        return not codes or sign.issuer is None or sign.issuer.split("-")[0] in codes


_LIST_LINK = re.compile(r"\s?(?:[,;]|,? ?và)\s(?:các\s)?")
_LINK = re.compile(r"\s?(?:[,;]|,? ?(?:và|hoặc|hay|cùng))?\s?(?:các\s)?")


def _joined(text: Text, item: FoundDocument, following: FoundDocument, numbers: NumberReader) -> FoundDocument:
    """`item` with the issuer and term of the reference right after it: "Nghị quyết số 18, số 19 của …"."""
    if item.issuer is not None or following.issuer is None or item.number is None:
        return item
    if not _LINK.fullmatch(text.folded, item.tail, following.start):
        return item
    if item.sign is not None and item.sign.issuer not in numbers.codes_of(following.issuer.name):
        return item
    return replace(item, issuer=following.issuer, term=item.term or following.term)


def _shared(numbers: Sequence[Number]) -> list[Number]:
    """A list's numbers, each without sign completed by the next that has one, else by the last before it."""
    signed = [number for number in numbers if number.sign is not None]
    if not signed:
        return list(numbers)
    complete = []
    for index, number in enumerate(numbers):
        if number.sign is None:
            later = [other for other in numbers[index:] if other.sign is not None]
            model = later[0] if later else signed[-1]
            number = replace(number, sign=model.sign, year=number.year or model.year)
        complete.append(number)
    return complete


def replace_kind(entry: KindEntry, kind: str) -> KindEntry:
    """`entry` as another kind."""
    return KindEntry(id=entry.id, examples=(), kind=kind, forms=entry.forms, codes=entry.codes)


def _heads(kinds: Sequence[KindEntry], laws: Sequence[LawRow]) -> list[tuple[str, Head]]:
    """The vocabulary of words that can begin a reference, and of those that only look like one."""
    heads = [(word, Head()) for word in _DECOY_WORDS]
    codes: dict[str, KindEntry] = {}
    for kind in kinds:
        for form in kind.forms:
            if form.isupper():
                codes.setdefault(form, kind)
                heads += [(f"{form}{n}", Head(kind, glued=str(n))) for n in range(1, MAX_GLUED)]
                heads += [(f"{form}TW{n}", Head(kind, glued=f"TW{n}")) for n in range(1, 16)]
            else:
                heads.append((form, Head(kind)))
        for code in kind.codes:
            if len(code) > 1:
                codes.setdefault(code, kind)
    law = next(kind for kind in kinds if kind.kind == "luật")
    codes.update((code, law) for code in _CODES_OF_ASSEMBLY)
    heads += [(code, Head(kind, code=True)) for code, kind in codes.items()]
    heads += [(form, Head(law, law=row)) for row in laws for form in row.short.split("; ") if form]
    return heads
