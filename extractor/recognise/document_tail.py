"""What follows a reference and says more of the document: its date, issuer, term and title, in any order.

Nghị quyết 22-NQ/TW | ngày 02/02/2008 | của BCH Trung ương Đảng | khóa X | về “Nâng cao …”
(the reference)       issued            issuer                    term     title
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from extractor.calendars import NUMERIC_DATE, full_year, iso_day
from extractor.organisations import Organisation, Organisations
from extractor.patterns import Entry
from extractor.text import Text, places_of


def words_pattern(words: Iterable[str]) -> str:
    """A regex of `words`, longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


class WordsEntry(Entry, frozen=True, kw_only=True):
    """A list of words with one role around references (see `patterns/document_words.toml`)."""

    words: tuple[str, ...]


@dataclass(slots=True)
class Tail:
    """What follows a reference, up to `end`.

    issued_at: where a date stands that is not complete in itself ("ngày 18/1"); the page's dates resolve it
    quoted:    the title stands in quotes, so that its end is sure
    plenum:    number of the plenum that passed it ("Hội nghị Trung ương 5")
    """

    end: int
    issuer: Organisation | None = None
    term: str | None = None
    issued: str | None = None
    issued_at: tuple[int, int] | None = None
    title: str | None = None
    quoted: bool = False
    plenum: int | None = None


ROMAN = r"(?:x{1,3}(?:i[xv]|v?i{0,3})|i[xv]|vi{0,3}|i{1,3})"
_WORDS = "nhất/một/hai/ba/bốn/năm/sáu/bảy/tám/chín/mười/mười một/mười hai/mười ba/mười bốn".split("/")
_ORDINALS = {word: max(number, 1) for number, word in enumerate(_WORDS)} | {"tư": 4}
NUMERAL = rf"(?:{ROMAN}|\d{{1,2}})"
ORDINAL = rf"(?:{ROMAN}|\d{{1,2}}|(?!năm \d){words_pattern(_ORDINALS)})"
_TERM = re.compile(rf"khóa\s?(?:thứ )?({ORDINAL})(?![\w/])(?:\s?(?:,|và)\s?(?:khóa )?({ORDINAL})(?![\w/]))?")
_PASSED = r"(?:(?:được )?(?:ban hành |ký ban hành |ký |thông qua )(?:vào )?)?(?:cùng |đề |cùng đề )?ngày {0,2}"
_DATE = re.compile(_PASSED + NUMERIC_DATE)
_IN_BRACKETS = re.compile(NUMERIC_DATE + r"(?= ?\))")
_WORDED = re.compile(
    _PASSED + r"(?P<day>\d{1,2}) {1,2}tháng {1,2}(?P<month>\d{1,2})(?: {1,2}năm|,|/) {0,2}(?P<year>\d{4})(?!\d)"
)
_DAY_MONTH = re.compile(_PASSED + r"(?P<date>\d{1,2} ?[/.-] ?\d{1,2})(?![\d/.-]{0,4}\d)")
_YEAR = re.compile(r"(?:ban hành )?năm ((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)(?=\))")
# A date after a comma may as well open the next clause ("…, ngày 18/11/2021, huyện tổ chức").
_AFTER_DATE = re.compile(
    r",? (?:của|do|tại hội nghị|hội nghị|về|v/v|quy định|ban hành|hướng dẫn|phê duyệt)(?!\w)| ?[\")(;]|,? \"|\.?$|\.\s"
)
_TO_NEXT = re.compile(r" ?(?:[,;]|và) ?(?:các )?")
CENTRAL = r"(?:ban chấp hành |bch )?(?:trung ương|t\.?ư|tw)(?: đảng)?"
_PLENUM = re.compile(
    rf"(?:của |tại )?hội nghị (?:{CENTRAL} ?(?:lần thứ (?P<nth>{ORDINAL})|(?P<n>{NUMERAL}))"
    rf"|(?:lần thứ )?(?P<m>{ORDINAL}),? {CENTRAL})(?!\w)"
)
_ABOUT = re.compile(r'(?:quy định |hướng dẫn )?(?:về(?: việc)?|v/v)(?: {1,2}|(?=[":]))')
_QUOTE = re.compile(r"""["']{1,2} ?(?:(?:về việc|về|v/v) )?""")
# Titles that are said without "về".
_RULES = re.compile(
    r"(?=(?:phê duyệt|ban hành)(?: việc)? [\"'A-ZĐ]"
    r"|(?:thí điểm|quy định chi tiết|sửa đổi, bổ sung) (?:một số|các|thi hành))"
)
# "(hiệu lực từ 5-9) của": what is said aside before the issuer.
_ASIDE = re.compile(r" ?\([^()\n]{1,60}\) (?=của )")
_PREMIER = re.compile(r"Thủ tướng(?! [Cc]hính phủ)(?!\w)")
_GAP = re.compile(r" {0,2},? {0,2}(\(?)")
_OF = re.compile(r"(?:của|do)(?: các)? {1,2}")
_BY = re.compile(r"(?:đã |vừa )?được {1,2}(?=[A-ZĐ])")
_BY_END = re.compile(r" {1,2}(?:khóa [IVX]{1,5} )?(?:thông qua|ban hành|ký ban hành|ký|phê duyệt)(?!\w)")
# With what a gap or a fact after it can begin.
_GAPS = frozenset(" ,(\"'")
# The letters with which a date, a title and an issuer can begin, capitals of an issuer's name apart.
_DATES = frozenset("0123456789bcdđknt")
_TITLES = frozenset("\"'bhpqstv")
_ISSUERS = frozenset("cdđht")
_FIRST = _DATES | _TITLES | _ISSUERS
_PARENTHESIS_END = re.compile(r" ?\)")
_TITLE_WALL = re.compile(r"[\n;(\"]|\.(?=\s|$)|: ")
_TITLE_ENDS = " ,.\u00a0"
_DANGLING = re.compile(
    r"(?:,? và(?: các)?|,(?: \w+){0,3}(?<! của)|,? gắn với| thay(?: thế)?| theo| cùng(?: với)?|,? hoặc| tại| bằng)$"
)
_LOOSE_END = re.compile(r"(?: và| hoặc| thay| thay thế| theo| cùng| tại| bằng| của| để| đã| được| với| các)[ ,.]*$")
_UNITS = frozenset("xã/phường/thị trấn/thị xã/huyện/quận/tỉnh/thành phố/cơ quan/đơn vị/tổ chức/bộ/ban/ngành".split("/"))
_UNIT_ENDS = tuple(f" {unit}" for unit in sorted(_UNITS))
MAX_TITLE = 400
MAX_FACTS = 8


def _closing(text: str, mark: str, begin: int, stop: int) -> int:
    """Where the quotation mark that was opened before `begin` closes; -1 where it does not before `stop`.

    A mark after a blank opens another quotation inside ("tự diễn biến"), one after a word closes the last.
    """
    depth = 1
    for place in places_of(mark, text, begin, stop):
        depth += 1 if text[place - 1] in " (" else -1
        if depth == 0:
            return place
    return -1


def roman(ordinal: str) -> str | None:
    """The Roman numeral of an ordinal in Roman, Arabic or words; None for what is none."""
    text = ordinal.lower()
    if re.fullmatch(ROMAN, text):
        return text.upper()
    number = int(text) if text.isdecimal() else _ORDINALS.get(text, 0)
    if not 0 < number < 40:
        return None
    tens, ones = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


ROMAN_VALUES = {name: number for number in range(1, 31) if (name := roman(str(number)))}


class TailReader:
    """Reads the facts after references."""

    def __init__(self, organisations: Organisations, words: Iterable[WordsEntry]) -> None:
        self._organisations = organisations
        lists = {entry.id: entry.words for entry in words}
        self._signers = re.compile(words_pattern(lists["signers"]) + " ")
        self._clause = re.compile(words_pattern(lists["clause-starts"]) + r"(?!\w)")
        self._predicate = re.compile(r" " + words_pattern(lists["predicates"]) + r"(?!\w)")
        self._break = re.compile(r",? " + words_pattern(lists["title-breaks"]) + r"(?!\w)")

    def at(self, text: Text, position: int, limit: int, after: int) -> Tail:
        """The facts after the reference that ends at `position`.

        The next reference stands at `limit:after`; only a title may run over it ("về thực hiện Nghị quyết …").
        """
        tail = Tail(position)
        if text.folded[position : position + 1] not in _GAPS:
            return tail
        for _ in range(MAX_FACTS):
            gap = _GAP.match(text.folded, tail.end, limit)
            start = gap.end() if gap else tail.end
            between = text.folded[tail.end : start]
            if start >= limit or not (between or tail.end == position):
                break
            if text.folded[start] not in _FIRST and not text.cased[start].isupper():
                break
            if not self._fact(text, start, limit, after, tail, comma="," in between):
                aside = _ASIDE.match(text.folded, tail.end, limit) if "(" in between else None
                if aside is None or not self._issuer(text, aside.end(), limit, tail, comma=False):
                    break
            if "(" in between and (close := _PARENTHESIS_END.match(text.folded, tail.end)):
                tail.end = close.end()
        return tail

    def _fact(self, text: Text, start: int, limit: int, after: int, tail: Tail, *, comma: bool) -> bool:
        """Reads one fact at `start` into `tail`, the surest first; its first letter says which it can be."""
        first = text.folded[start]
        return (
            (first in _DATES and self._date(text, start, limit, tail, comma=comma))
            or (first == "k" and self._term(text, start, limit, tail))
            or (first in _TITLES and self._title(text, start, limit, after, tail))
            or (
                (first in _ISSUERS or text.cased[start].isupper())
                and self._issuer(text, start, limit, tail, comma=comma)
            )
        )

    def _date(self, text: Text, start: int, limit: int, tail: Tail, *, comma: bool) -> bool:
        """The day, complete or to be completed by the page; the year."""
        if tail.issued is not None or tail.issued_at is not None:
            return False
        folded = text.folded
        match = (
            _DATE.match(folded, start, limit)
            or _WORDED.match(folded, start, limit)
            or _IN_BRACKETS.match(folded, start, limit)
        )
        day = match and iso_day(full_year(match["year"]), int(match["month"]), int(match["day"]))
        partial = None if match else _DAY_MONTH.match(folded, start, limit)
        year = None if match or partial else _YEAR.match(folded, start, limit)
        found = match or partial or year
        if found is None or (match and not day):
            return False
        if comma and not (_AFTER_DATE.match(folded, found.end()) or _TO_NEXT.fullmatch(folded, found.end(), limit)):
            return False
        tail.issued = day or (year and (year[1] or year[2]))
        tail.issued_at = partial.span("date") if partial else None
        tail.end = found.end()
        return True

    def _term(self, text: Text, start: int, limit: int, tail: Tail) -> bool:
        match = _TERM.match(text.folded, start, limit) if tail.term is None else None
        if match is None:
            return False
        terms = [roman(ordinal) for ordinal in match.groups() if ordinal]
        tail.term, tail.end = " ".join(term for term in terms if term) or None, match.end()
        return True

    def _title(self, text: Text, start: int, limit: int, after: int, tail: Tail) -> bool:
        """A title: in quotes, after "về", or from the verb that a decision's title begins with."""
        if tail.title is not None:
            return False
        found = self._quoted(text, start, limit)
        tail.quoted = found is not None
        if found is None:
            about = _ABOUT.match(text.folded, start, limit) or _RULES.match(text.cased, start, limit)
            found = self._plain_title(text, about.end(), limit, after) if about else None
        if found is None:
            return False
        tail.title, tail.end = found
        return True

    def _issuer(self, text: Text, start: int, limit: int, tail: Tail, *, comma: bool) -> bool:
        """The issuer after `của`, in brackets, or as the one who passed it; the plenum that did."""
        if tail.issuer is not None or tail.plenum is not None:
            return False
        if text.folded[start] in "cht" and (match := _PLENUM.match(text.folded, start, limit)):
            term = roman(match["nth"] or match["n"] or match["m"])
            tail.plenum, tail.end = ROMAN_VALUES.get(term or ""), match.end()
            return True
        of = _OF.match(text.folded, start, limit) or _BY.match(text.cased, start, limit)
        position = of.end() if of else start
        if position >= limit or not (of or (not comma and text.cased[start].isupper())):
            return False
        issuer = self._signer(text, position)
        if issuer is None or issuer.end > limit:
            return False
        end = issuer.end
        if of and of[0].startswith("do") and not text.cased[position].isupper():
            return False
        if of and "được" in of[0]:
            passed = _BY_END.match(text.cased, end, limit)
            if passed is None:
                return False
            end = passed.end()
        tail.issuer, tail.end = issuer, end
        return True

    def body(self, text: Text, position: int) -> Organisation | None:
        """The body at `position`, or the Prime Minister."""
        if premier := _PREMIER.match(text.cased, position):
            return Organisation(position, premier.end(), "Thủ tướng Chính phủ", "central")
        return self._organisations.at(text, position)

    def _signer(self, text: Text, position: int) -> Organisation | None:
        """The body at `position`, or the head of one who signs for it: "Chủ tịch UBND tỉnh"."""
        head = self._signers.match(text.cased, position)
        body = self.body(text, head.end() if head else position)
        if head is None or body is None:
            return body
        return replace(body, start=position, name=f"{text.cased[position : head.end()]}{body.name}")

    def quoted(self, text: Text, position: int) -> tuple[str, int] | None:
        """The title in quotes at `position` with its end, or None."""
        return self._quoted(text, position, len(text))

    def _quoted(self, text: Text, start: int, limit: int) -> tuple[str, int] | None:
        """A title in quotes at `start`; an unbalanced one ends where a title cannot go on."""
        about = _ABOUT.match(text.folded, start, limit)
        opening = _QUOTE.match(text.folded, about.end() if about else start, limit)
        if opening is None or text.folded[opening.start() - 1] not in " (:\n":
            return None  # a mark set right after a word closes
        begin = opening.end()
        stop = min(limit, begin + MAX_TITLE)
        line = text.folded.find("\n", begin, stop)
        stop = stop if line < 0 else line
        mark = text.folded[opening.start()]
        close = _closing(text.folded, mark, begin, stop)
        if close < 0:
            wall = _TITLE_WALL.search(text.folded, begin, stop)
            close = wall.start() if wall else stop
        title = text.raw[begin:close].strip(" .,;\u00a0")
        while close < stop and text.folded[close] == mark:
            close += 1
        return (title, close) if title else None

    def _plain_title(self, text: Text, start: int, limit: int, after: int) -> tuple[str, int] | None:
        """A title without quotes at `start`: up to a mark, a new clause, or what only a sentence says."""
        end = self._title_end(text, start, limit)
        if end == limit and after > limit:
            dangling = _DANGLING.search(text.folded[start:end].rstrip())
            # Where nothing links the two, the next reference is a part of this title.
            end = after if dangling is None else start + dangling.start()
        if loose := _LOOSE_END.search(text.folded, start, end):
            end = loose.start()
        title = text.raw[start:end].strip(_TITLE_ENDS)
        return (title, start + len(text.raw[start:end].rstrip(_TITLE_ENDS))) if len(title.split()) > 1 else None

    def _title_end(self, text: Text, start: int, limit: int) -> int:
        stop = min(limit, start + MAX_TITLE)
        wall = _TITLE_WALL.search(text.folded, start, stop)
        end = wall.start() if wall else stop
        end = self._before_clause(text, start, end)
        stopped = self._break.search(text.cased, start, end)
        end = stopped.start() if stopped else end
        end = self._before_predicate(text, start, end)
        return self._before_issuer(text, start, end)

    def _before_clause(self, text: Text, start: int, end: int) -> int:
        for comma in places_of(", ", text.folded, start, end):
            clause = self._clause.match(text.folded, comma + 2, end)
            # "ở xã, phường, thị trấn": units in a row.
            if clause and not (clause[0] in _UNITS and text.folded.endswith(_UNIT_ENDS, start, comma)):
                return comma
        return end

    def _before_predicate(self, text: Text, start: int, end: int) -> int:
        """Cuts at a predicate; when its subject follows a comma closely, the cut is at the comma."""
        predicate = self._predicate.search(text.cased, start, end)
        if predicate is None:
            return end
        cut = predicate.start()
        comma = text.folded.rfind(", ", start, cut)
        if comma > start and (len(text.folded[comma + 2 : cut].split()) <= 3 or self._is_body(text, comma + 2, cut)):
            return comma
        return cut

    def _is_body(self, text: Text, start: int, end: int) -> bool:
        body = self._organisations.at(text, start) if text.cased[start].isupper() else None
        return body is not None and body.end == end

    def _before_issuer(self, text: Text, start: int, end: int) -> int:
        """A body after `của` ends the title when it is the last of it: "về … của Bộ Chính trị"."""
        of = text.folded.rfind(" của ", start, end)
        if of > start and text.cased[of + 5 : of + 6].isupper():
            body = self._organisations.at(text, of + 5)
            if body is not None and body.end >= end - 1 and body.level == "central":
                return of
        return end
