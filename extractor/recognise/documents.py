"""Recognises references to official documents.

A reference starts with the word of a kind (Nghị quyết, Luật, NĐ …) or is a number with a sign. What follows the word
says what sort of reference it is; see `DocumentRecogniser._read`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from extractor.organisations import Organisation, Organisations
from extractor.patterns import Patterns
from extractor.recognise.document_lead import ActionEntry, LeadReader
from extractor.recognise.document_names import LawRow, NameReader
from extractor.recognise.document_number import CodeEntry, KindEntry, Number, NumberReader, Sign, canonical
from extractor.recognise.document_reference import FoundDocument
from extractor.recognise.document_tail import Tail, TailReader, WordsEntry, words_pattern
from extractor.scan import Hit, Vocabulary
from extractor.text import Text

__all__ = ["DocumentRecogniser", "FoundDocument"]


class Head(NamedTuple):
    """What a word of the vocabulary can begin; `kind` is None for words that only look like one."""

    kind: KindEntry | None = None
    law: LawRow | None = None
    code: bool = False
    glued: str = ""


_SO = re.compile(r"\s{0,2}(?:[,:]\s?)?số\s?[.:]?\s?(?=[\doli])")
_LEAD = re.compile(rf"(?P<said>{_SO.pattern})|:?\s{{1,2}}(?=\d|[oli]\d)")
_OPENING = re.compile(r"\s{0,2}:?\s?(?=[\"'])")
_WORDS_AND_SO = re.compile(r"(?:\s[^\W\d]\w*){1,8}\s(?=số\s?:?\s?\d)")
_DAY = r",? ngày \d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?"
_AND = re.compile(
    rf"(?:(?:{_DAY})?(?:\s?[,;&]\s?|\s(?:và|hoặc|hay)\s)(?:và\s)?(?:các\s)?(?P<so>số\s?:?\s?)"
    r"|(?:\s?[,;&]\s?|\s(?:và|hoặc|hay)\s)(?:và\s)?)(?=\d)"
)
# What the shapes above can begin with; the end of the text aside.
_LISTS = frozenset(" \n,;&")
_CODE_THEN_NUMBER = re.compile(r"\s?[-/]\s?(?:TW|TƯ|T\.Ư|TU|CP|TTg)\s{0,2}(?:số\s)?(?=\d)|\s?-?\s?(?=\d)")
_BACK = re.compile(r"\s(?:này|nói trên|trên đây)(?!\w)")
_NUMBER_BEFORE = re.compile(r"(?<![\w/.,-])\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?\s{0,2}[-/]?\s{0,2}$")
_SO_BEFORE = re.compile(r"(?<!\w)số\s?:?\s?$")
_PUNCTUATION = re.compile(r"\s{0,2}(?:[,.;:)\"'!?…(\n\]]|-\s|$)(?!\d)")
_YEAR_AFTER = re.compile(r"\snăm\s")
_FULL_YEAR_AFTER = re.compile(r"\snăm\s(?:19|20)\d\d(?!\d|\s?-\s?\d)")
_OF = re.compile(r"\scủa\s")
_SCHEME_BEFORE = re.compile(
    r"(?:thực hiện|triển khai|phê duyệt|ban hành|thông qua)(?: có hiệu quả| hiệu quả| tốt| các| giai đoạn \d)? $"
)
_SAYS_ABOUT = re.compile(r"[\"']{1,2} ?(?:về|v/v) ")
_LINK = re.compile(
    r"\s?(?:[,;]|,? ?(?:và|hoặc|hay|cùng))?\s?(?:(?:gần đây|mới đây|mới nhất|nhất là|đặc biệt)(?: là)? )?(?:các\s)?"
)
_SAME_DAY = re.compile(r",? cùng ngày ")
_LIST_LINK = re.compile(r"\s?(?:[,;]|,? ?và)\s(?:các\s)?")
_ABOUT = re.compile(r",? ?(?:về|về việc|để|nhằm|quy định|ban hành)? ?")
_CODES_OF_ASSEMBLY = tuple(f"{code}{term}" for code in ("QH", "UBTVQH") for term in range(9, 18))
# Kinds to which "… này" points back; of the others the words are everyday speech ("Quyết định này của anh …").
_LOOKED_BACK = frozenset(
    {"nghị quyết", "nghị định", "thông tư", "thông tư liên tịch", "chỉ thị", "luật", "bộ luật", "pháp lệnh"}
)
MAX_GLUED = 200
MAX_LIST = 12


class DocumentRecogniser:
    """Finds references; holds the vocabulary, no state."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        kinds = patterns.entries("document_kinds", KindEntry)
        words = patterns.entries("document_words", WordsEntry)
        laws = patterns.table("laws", LawRow)
        lists = {entry.id: entry.words for entry in words}
        self._organisations = organisations
        self._numbers = NumberReader(kinds, patterns.entries("document_codes", CodeEntry))
        self._names = NameReader(laws, self._numbers, organisations, lists["foreign"])
        self._tails = TailReader(organisations, words)
        self._leads = LeadReader(self._tails.body, patterns.entries("document_actions", ActionEntry))
        self._follower = re.compile(r"\s" + words_pattern(lists["followers"]) + r"(?!\w)")
        self._unit = re.compile(r"\s?" + words_pattern(lists["units"]) + r"(?!\w)")
        self._heads = Vocabulary(_heads(kinds, laws, lists["decoys"]))

    def __call__(self, text: Text) -> list[FoundDocument]:
        """All references in `text`, in order."""
        found: list[FoundDocument] = []
        end = 0
        for hit in self._heads.find(text):
            if hit.start < end or hit.entry.kind is None:
                continue
            references = self._read(text, hit, hit.entry.kind, end)
            if references:
                found += references
                end = references[-1].end
        self._add_facts(text, found)
        return found

    def _read(self, text: Text, hit: Hit[Head], kind: KindEntry, after: int) -> list[FoundDocument]:
        """The references that the word at `hit` begins; none when it is only a word."""
        start, end, head = hit
        # 1. NQ57, NQTW4: the number is part of the word
        if head.glued:
            return self._glued(text, start, end, kind, head.glued)
        # 2. a sign whose kind stands in it: "(22-NQ/TW)"; NQ/TW 22
        if head.code:
            return self._from_code(text, hit, kind, after)
        # 3. a law's short name: BLHS 2015
        if head.law is not None:
            return _listed(self._names.law_ends(text, start, end, head.law, title=head.law.name, kind=head.law.kind))
        follows = text.folded[end : end + 1]
        if not follows.isspace() and follows not in {":", ",", '"', "'"}:
            return []
        # 4. Nghị quyết số 22-NQ/TW; Nghị quyết 18, 19
        lead = _LEAD.match(text.folded, end)
        said = lead is not None and lead["said"] is not None
        if lead and (found := self._numbered(text, start, lead.end(), kind, said=said)):
            # After a colon only a number with a sign is surely one: "Kết luận: 5 đơn vị …".
            return found if said or found[0].sign or ":" not in lead[0] else []
        # 5. Luật Đất đai; Hiến pháp 2013; Điều lệ Đảng; Nghị quyết Trung ương 4 khóa XII; Nghị quyết Đại hội XIII
        if named := self._named(text, start, end, kind):
            return [named]
        # 6. Đề án “Nâng cao …”
        if kind.titled and (quote := _OPENING.match(text.folded, end)):
            return self._titled(text, start, quote.end(), kind)
        # 7. Nghị quyết của Ban Thường vụ Tỉnh ủy số 10; Báo cáo thẩm tra số 506/BC-UBTCNS14
        if text.folded.find(" số ", end, end + 90) >= 0:
            return self._number_later(text, start, end, kind)
        # 8. Nghị quyết này
        if kind.kind in _LOOKED_BACK and text.cased[start].isupper() and (match := _BACK.match(text.folded, end)):
            return [FoundDocument(start=start, end=match.end(), rule="document.back", kind=kind.kind, back=True)]
        return []

    def _named(self, text: Text, start: int, end: int, kind: KindEntry) -> FoundDocument | None:
        match kind.kind:
            case "luật" | "bộ luật" | "pháp lệnh":
                return self._names.law(text, start, end, kind.kind)
            case "hiến pháp":
                return self._names.constitution(text, start, end)
            case "điều lệ":
                return self._names.charter(text, start, end)
            case "nghị quyết" | "kết luận":
                return self._names.meeting(text, start, end, kind.kind)
            case _:
                return None

    def _numbered(self, text: Text, start: int, position: int, kind: KindEntry, *, said: bool) -> list[FoundDocument]:
        """The numbers at `position` after a kind, one or a list; `said`: the word "số" stands before it."""
        number = self._numbers.at(text, position)
        if number is None or not self._is_number(text, number, kind, start, said=said):
            return []
        starts, numbers = [start], [number]
        while (
            text.folded[number.end : number.end + 1] in _LISTS
            and len(numbers) < MAX_LIST
            and (link := _AND.match(text.folded, number.end))
        ):
            item = self._numbers.at(text, link.end())
            if item is None or not self._continues(text, numbers, item, said=bool(link["so"])):
                break
            starts.append(link.start("so") if link["so"] else link.end())
            numbers.append(item)
            number = item
        shared = _shared(numbers)
        return [self._document(kind.kind, *pair, "document.number") for pair in zip(starts, shared, strict=True)]

    def _document(self, kind: str, start: int, number: Number, rule: str) -> FoundDocument:
        return FoundDocument(
            start=start,
            end=number.end,
            rule=rule,
            kind=self._kind(kind, number.sign),
            number=str(number),
            numeral=number.numeral,
            year=number.year,
            sign=number.sign,
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
        if len(number.numeral) > 4:
            return False
        if len(number.numeral) == 4 and "1900" < number.numeral < "2040":
            return self._issued(text, end)
        capital = text.cased[start].isupper()
        if capital and kind.bare == "open":
            return True
        follows = self._follower.match(folded, end) or _PUNCTUATION.match(folded, end)
        if kind.bare == "open":
            return len(number.numeral) > 1 and follows is not None
        return follows is not None if capital else self._issued(text, end)

    def _issued(self, text: Text, end: int) -> bool:
        """Whether "của" and a body follow."""
        of = _OF.match(text.folded, end)
        return of is not None and self._organisations.at(text, of.end()) is not None

    def _ends_well(self, text: Text, number: Number) -> bool:
        """No unit, percent sign or digits follow a number without sign."""
        folded, end = text.folded, number.end
        first, second = folded[end : end + 1], folded[end + 1 : end + 2]
        if first.isalnum() or first in {"%", "/", "‰"} or (first in {".", ",", "-", ":"} and second.isdigit()):
            return False
        if _YEAR_AFTER.match(folded, end):
            return _FULL_YEAR_AFTER.match(folded, end) is not None
        return self._unit.match(folded, end) is None

    def _continues(self, text: Text, before: Sequence[Number], item: Number, *, said: bool) -> bool:
        """Whether a number after a comma or `và` is the next of the list."""
        if item.sign is not None or (item.year is not None and before[0].year is not None):
            return True
        if item.year is not None or not self._ends_well(text, item):
            return False
        if said:
            return True
        if before[-1].sign is not None or before[-1].year is not None or len(item.numeral) > 4:
            return False
        end = item.end
        return any(after.match(text.folded, end) for after in (_AND, self._follower, _PUNCTUATION))

    def _glued(self, text: Text, start: int, end: int, kind: KindEntry, digits: str) -> list[FoundDocument]:
        """`NQ57`; `NQTW4 (khóa XII)`."""
        if digits.startswith("TW"):
            return _listed(self._names.short_plenum(text, start, end - len(digits) + 2, kind.kind))
        if self._unit.match(text.folded, end):
            return []
        return [self._document(kind.kind, start, Number(end, digits), "document.number")]

    def _from_code(self, text: Text, hit: Hit[Head], kind: KindEntry, after: int) -> list[FoundDocument]:
        """A code of a kind or of the assembly, with the number before it or after it."""
        start, end, _ = hit
        before = _NUMBER_BEFORE.search(text.cased, max(after, start - 16), start)
        if before is not None:
            return self._before_code(text, before.start(), end, kind, after)
        if text.cased[start - 1 : start] in {"-", "/", "."} or text.cased[start:end] not in kind.forms:
            return []
        if plenum := self._names.meeting(text, start, end, kind.kind):
            return [plenum]
        if lead := _SO.match(text.folded, end):
            return self._numbered(text, start, lead.end(), kind, said=True)
        lead = _CODE_THEN_NUMBER.match(text.cased, end)
        if lead is None:
            return []
        found = self._numbered(text, start, lead.end(), kind, said=False)
        sign = self._numbers.sign_from_codes(text.cased[start : lead.end()])
        for item in found:
            if sign and item.sign is None:
                item.sign, item.number = sign, canonical(item.numeral or "", item.year, sign)
        return found

    def _before_code(self, text: Text, start: int, end: int, kind: KindEntry, after: int) -> list[FoundDocument]:
        number = self._numbers.at(text, start)
        sign = number.sign if number else None
        if number is None or sign is None or not sign.issuer or number.end < end:
            return []
        if sign.kind is None and sign.world == "state" and not number.year:
            return []
        kinds = self._numbers.kinds(sign)
        if not kinds and sign.issuer.startswith("UBTVQH"):
            return []  # an ordinance or a resolution: the number does not say which
        word = _SO_BEFORE.search(text.folded, max(after, start - 6), start)
        return [
            self._document(kinds[0] if kinds else kind.kind, word.start() if word else start, number, "document.sign")
        ]

    def _number_later(self, text: Text, start: int, end: int, kind: KindEntry) -> list[FoundDocument]:
        """The issuer, or words that say what sort of paper it is, before "số"."""
        of = _OF.match(text.folded, end)
        named = of is not None or text.cased[end + 1].isupper()
        issuer = self._organisations.at(text, of.end() if of else end + 1) if named else None
        if issuer is not None and (lead := _SO.match(text.folded, issuer.end)):
            found = self._numbered(text, start, lead.end(), kind, said=True)
            for item in found:
                item.issuer = issuer
            return found
        words = _WORDS_AND_SO.match(text.cased, end)
        lead = _SO.match(text.folded, words.end() - 1) if words and words[0].islower() else None
        number = self._numbers.at(text, lead.end()) if lead else None
        sign = number.sign if number else None
        if lead is None or sign is None or kind.kind not in self._numbers.kinds(sign):
            return []
        return self._numbered(text, start, lead.end(), kind, said=True)

    def _titled(self, text: Text, start: int, quote: int, kind: KindEntry) -> list[FoundDocument]:
        """A kind with a title of its own in quotes; a programme may be a show, so its verb must say what it is."""
        quoted = self._tails.quoted(text, quote)
        if quoted is None or len(quoted[0].split()) < 3:
            return []
        if kind.kind == "chương trình" and not _SCHEME_BEFORE.search(text.folded, max(0, start - 40), start):
            return []
        if kind.kind != "đề án" and not text.cased[start].isupper():
            return []
        title, end = quoted
        if not title[0].isupper() and not _SAYS_ABOUT.match(text.folded, quote):
            return []  # a quotation, not a title: đề án “mang tính lịch sử”
        return [FoundDocument(start=start, end=end, rule="document.title", kind=kind.kind, title=title, quoted=True)]

    def _add_facts(self, text: Text, found: list[FoundDocument]) -> None:
        """Adds the facts beside the references; those of a list share issuer and term."""
        for item, following in zip_longest(found, found[1:]):
            limit, after = (following.start, following.end) if following else (len(text), len(text))
            self._add_tail(item, self._tails.at(text, item.end, limit, after))
        for item, following in zip(found[-2::-1], found[:0:-1], strict=True):
            self._share(text, item, following)
        before = None
        for item in found:
            self._add_lead(text, item, before)
            before = item

    def _add_tail(self, item: FoundDocument, tail: Tail) -> None:
        item.issuer = item.issuer or tail.issuer
        item.term = item.term or tail.term
        item.issued = tail.issued
        item.issued_at = tail.issued_at
        item.title = item.title or tail.title
        item.quoted = item.quoted or tail.quoted
        item.plenums = item.plenums or ((tail.plenum,) if tail.plenum else ())
        item.tail = tail.end

    def _share(self, text: Text, item: FoundDocument, following: FoundDocument) -> None:
        """Gives `item` the issuer and term of the reference right after it: "Nghị quyết số 18, số 19 của …"."""
        if item.issuer is not None or item.number is None or item.title or item.plenums:
            return
        link = _LINK.fullmatch(text.folded, item.tail, following.start)
        if link is None:
            return
        alike = item.kind == following.kind
        also = "và" in link[0]
        if alike and _SAME_DAY.match(text.folded, following.end):
            item.issued = item.issued or following.issued
        issuer = following.issuer
        codes = self._numbers.codes_of(issuer.name) if issuer else ()
        signed = item.sign is not None and item.sign.issuer in codes
        dated = item.tail > item.end and item.issued is None
        if not (signed or (alike and also if dated else alike or also)):
            return
        if item.sign is not None and not (signed if issuer else item.sign == following.sign):
            return
        item.issuer = issuer
        item.term = item.term or following.term
        item.plenums = following.plenums if alike else ()

    def _add_lead(self, text: Text, item: FoundDocument, before: FoundDocument | None) -> None:
        """Adds what stands before the reference, and the issuer named before it or before its list."""
        after = before.end if before else 0
        lead = self._leads.before(text, item.start, after)
        item.provision, item.draft, item.action = lead.provision, lead.draft, lead.action
        if before is not None and lead.action and _is_actor(text, before, lead.action_at):
            item.actor = before.start
        if item.issuer is not None or item.number is None or item.plenums:
            return
        issuer = self._leads.issuer(text, item.start, after)
        if issuer is None and before is not None and before.listed is not None and _alike(before, item):
            issuer = before.listed if _LIST_LINK.fullmatch(text.folded, before.tail, item.start) else None
        if issuer is not None and (item.sign is None or self._signs(issuer, item.sign)):
            item.issuer = item.listed = issuer

    def _signs(self, issuer: Organisation, sign: Sign) -> bool:
        """Whether a body can sign with the code of a sign; a code or a body that is not known may."""
        codes = self._numbers.codes_of(issuer.name)
        return not codes or sign.issuer is None or sign.issuer.split("-")[0] in codes


def _is_actor(text: Text, before: FoundDocument, action: int) -> bool:
    """Whether the action at `action` is that of the document before it: its title holds it, or follows it at once."""
    if before.end <= action <= before.tail:
        return True
    return before.tail <= action and _ABOUT.fullmatch(text.folded, before.tail, action) is not None


def _alike(one: FoundDocument, other: FoundDocument) -> bool:
    """Whether two references of a list are of one kind, or signed by one body."""
    signed = one.sign is not None and other.sign is not None and one.sign.issuer == other.sign.issuer
    return signed or one.kind == other.kind


def _listed(found: FoundDocument | None) -> list[FoundDocument]:
    return [found] if found else []


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


def _heads(kinds: Sequence[KindEntry], laws: Sequence[LawRow], decoys: Sequence[str]) -> list[tuple[str, Head]]:
    """The vocabulary of words that can begin a reference, and of those that only look like one."""
    heads = [(word, Head()) for word in decoys]
    codes: dict[str, KindEntry] = {}
    for kind in kinds:
        for form in kind.forms:
            if form.isupper():
                codes.setdefault(form, kind)
                heads += [(f"{form}{n}", Head(kind, glued=str(n))) for n in range(1, MAX_GLUED)]
                heads += [(f"{form}TW{n}", Head(kind, glued=f"TW{n}")) for n in ("", *range(1, 16))]
            else:
                heads.append((form, Head(kind)))
        for code in kind.codes:
            if len(code) > 1:
                codes.setdefault(code, kind)
    law = next(kind for kind in kinds if kind.kind == "luật")
    codes.update((code, law) for code in _CODES_OF_ASSEMBLY)
    heads += [(code, Head(kind, code=True)) for code, kind in codes.items()]
    heads += [(form, Head(law, law=row)) for row in laws for form in row.shorts]
    return heads
