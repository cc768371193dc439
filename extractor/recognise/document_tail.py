"""What stands beside a reference and says more of the document: its date, issuer, term and title after it, the
provision, the draft and the action before it.

    khoản 2 Điều 5 | Nghị quyết 22-NQ/TW | ngày 02/02/2008 | của BCH Trung ương Đảng | khóa X | về “Nâng cao …”
    provision        (the reference)       issued            issuer                    term     title
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.calendars import NUMERIC_DATE, full_year, iso_day
from extractor.organisations import Organisation, Organisations
from extractor.patterns import Entry
from extractor.text import Text


class WordsEntry(Entry, frozen=True, kw_only=True):
    """A list of words with one role around references (see `patterns/document_words.toml`)."""

    words: tuple[str, ...]


@dataclass(slots=True)
class Tail:
    """What follows a reference, up to `end`.

    issued_at: where a date stands that is not complete in itself ("ngày 18/1"); the page's dates resolve it
    """

    end: int
    issuer: Organisation | None = None
    term: str | None = None
    issued: str | None = None
    issued_at: tuple[int, int] | None = None
    title: str | None = None
    title_end: int = 0


ROMAN = r"(?:x{1,3}(?:i[xv]|v?i{0,3})|i[xv]|vi{0,3}|i{1,3})"
_ORDINALS = {
    word: number
    for number, words in enumerate(
        "nhất|một hai ba tư|bốn năm sáu bảy tám chín mười".split() + ["mười một", "mười hai", "mười ba", "mười bốn"], 1
    )
    for word in words.split("|")
}
ORDINAL = rf"(?:{ROMAN}|\d{{1,2}}|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_TERM = re.compile(rf"khóa\s?(?:thứ )?({ORDINAL})(?![\w/])(?:\s?(?:,|và)\s?(?:khóa )?({ORDINAL})(?![\w/]))?")
_DATE = re.compile(rf"(?:được )?(?:ban hành |ký ban hành |ký |thông qua )?(?:từ |vào )?ngày {{0,2}}(?:{NUMERIC_DATE})")
_WORDED = re.compile(
    r"(?:được )?(?:ban hành |ký ban hành |ký |thông qua )?(?:từ |vào )?ngày {0,2}"
    r"(?P<day>\d{1,2}) {1,2}tháng {1,2}(?P<month>\d{1,2})(?: {1,2}năm|,|/) {0,2}(?P<year>\d{4})(?!\d)"
)
_DAY_MONTH = re.compile(r"(?:ban hành |ký |thông qua )?ngày {0,2}(?P<date>\d{1,2} ?[/.-] ?\d{1,2})(?![\d/.-]*\d)")
_YEAR = re.compile(r"(?:ban hành )?năm ((?:19|20)\d\d)(?!\d)|((?:19|20)\d\d)(?=\))")
_ABOUT = re.compile(r'(?:quy định |hướng dẫn |ban hành )?(?:về việc|v/v|về)(?: {1,2}|(?=[":]))')
_QUOTE = re.compile(r"""["']{1,2} ?(?:(?:về việc|về|v/v) )?""")
_GAP = re.compile(r" {0,2},? {0,2}(\(?)")
_OF = re.compile(r"(?:của|do)(?: các)? {1,2}|(?=[A-ZĐ])")
_PARENTHESIS_END = re.compile(r" ?\)")
_TITLE_WALL = re.compile(r"[\n;(\"]|\.(?=\s|$)|: ")
_TITLE_WORD_END = re.compile(r"[ ,]+$")
MAX_TITLE = 400
MAX_FACTS = 8


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


class TailReader:
    """Reads the facts after references."""

    def __init__(self, organisations: Organisations, words: Iterable[WordsEntry]) -> None:
        self._organisations = organisations
        lists = {entry.id: entry.words for entry in words}
        self._clause = re.compile(words_pattern(lists["clause-starts"]) + r"(?!\w)")
        self._predicate = re.compile(r" " + words_pattern(lists["predicates"]) + r"(?!\w)")

    def at(self, text: Text, position: int, limit: int) -> Tail:
        """The facts after the reference that ends at `position`; none is read beyond `limit`, where the next begins."""
        tail = Tail(position)
        for _ in range(MAX_FACTS):
            gap = _GAP.match(text.folded, tail.end, limit)
            start = gap.end() if gap else tail.end
            if start == tail.end and tail.end != position:
                break
            if not (start < limit and self._fact(text, start, limit, tail)):
                break
            if gap and gap[1] and (close := _PARENTHESIS_END.match(text.folded, tail.end)):
                tail.end = close.end()
        return tail

    def _fact(self, text: Text, start: int, limit: int, tail: Tail) -> bool:
        """Reads one fact at `start` into `tail`, in the order of how sure each is."""
        folded = text.folded
        # 1. the day, complete or to be completed by the page
        if tail.issued is None and tail.issued_at is None:
            if match := _DATE.match(folded, start, limit) or _WORDED.match(folded, start, limit):
                day = iso_day(full_year(match["year"]), int(match["month"]), int(match["day"]))
                if day:
                    tail.issued, tail.end = day, match.end()
                    return True
            if match := _DAY_MONTH.match(folded, start, limit):
                tail.issued_at, tail.end = match.span("date"), match.end()
                return True
            if match := _YEAR.match(folded, start, limit):
                tail.issued, tail.end = match[1] or match[2], match.end()
                return True
        # 2. the term
        if tail.term is None and (match := _TERM.match(folded, start, limit)):
            terms = [roman(ordinal) for ordinal in match.groups() if ordinal]
            tail.term, tail.end = " ".join(term for term in terms if term) or None, match.end()
            return True
        # 3. a title in quotes, with or without "về"
        if tail.title is None and (match := self._quoted(text, start, limit)):
            tail.title, tail.title_end = match
            tail.end = tail.title_end
            return True
        # 4. the issuer
        if tail.issuer is None and tail.title_end != tail.end or tail.title is not None and tail.issuer is None:
            of = _OF.match(text.cased, start, limit) or _OF.match(folded, start, limit)
            issuer = self._organisations.at(text, of.end()) if of and of.end() < limit else None
            if issuer is not None and issuer.end <= limit:
                tail.issuer, tail.end = issuer, issuer.end
                return True
        # 5. a title without quotes
        if tail.title is None and (match := _ABOUT.match(folded, start, limit)):
            title = self._plain_title(text, match.end(), limit)
            if title:
                tail.title, tail.title_end = title
                tail.end = tail.title_end
                return True
        return False

    def quoted(self, text: Text, position: int) -> tuple[str, int] | None:
        """The title in quotes at `position` with its end, or None."""
        return self._quoted(text, position, len(text))

    def _quoted(self, text: Text, start: int, limit: int) -> tuple[str, int] | None:
        """A title in quotes at `start`; an unbalanced one ends where a title cannot go on."""
        about = _ABOUT.match(text.folded, start, limit)
        opening = _QUOTE.match(text.folded, about.end() if about else start, limit)
        if opening is None:
            return None
        begin = opening.end()
        stop = min(limit, begin + MAX_TITLE)
        line = text.folded.find("\n", begin, stop)
        stop = stop if line < 0 else line
        mark = text.folded[opening.start()]
        close = text.folded.find(mark, begin, stop)
        if close < 0:
            wall = _TITLE_WALL.search(text.folded, begin, stop)
            close = wall.start() if wall else stop
        title = text.raw[begin:close].strip(" .,;\u00a0")
        while close < stop and text.folded[close] == mark:
            close += 1
        return (title, close) if title else None

    def _plain_title(self, text: Text, start: int, limit: int) -> tuple[str, int] | None:
        """A title without quotes at `start`: up to a mark, a new clause, or what only a sentence says."""
        stop = min(limit, start + MAX_TITLE)
        wall = _TITLE_WALL.search(text.folded, start, stop)
        end = wall.start() if wall else stop
        end = self._before_clause(text, start, end)
        end = self._before_predicate(text, start, end)
        end = self._before_issuer(text, start, end)
        title = text.raw[start:end].strip(" ,.\u00a0")
        return (title, start + len(text.raw[start:end].rstrip(" ,."))) if len(title.split()) > 1 else None

    def _before_clause(self, text: Text, start: int, end: int) -> int:
        comma = text.folded.find(", ", start, end)
        while comma >= 0:
            if self._clause.match(text.folded, comma + 2, end):
                return comma
            comma = text.folded.find(", ", comma + 2, end)
        return end

    def _before_predicate(self, text: Text, start: int, end: int) -> int:
        """Cuts at a predicate; when its subject follows a comma closely, the cut is at the comma."""
        predicate = self._predicate.search(text.folded, start, end)
        if predicate is None:
            return end
        cut = predicate.start()
        comma = text.folded.rfind(", ", start, cut)
        if comma > start and len(text.folded[comma + 2 : cut].split()) <= 3:
            return comma
        return cut

    def _before_issuer(self, text: Text, start: int, end: int) -> int:
        """A body after `của` ends the title when it is the last of it: "về … của Bộ Chính trị"."""
        of = text.folded.rfind(" của ", start, end)
        if of > start and text.cased[of + 5 : of + 6].isupper():
            body = self._organisations.at(text, of + 5)
            if body is not None and body.end >= end - 1 and body.level == "central":
                return of
        return end


_PROVISION_PART = r"(?:điểm|khoản|điều|mục|chương|phần|phụ lục|tiết) (?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ]{1,2})(?!\w)"
_PROVISION = re.compile(
    rf"(?:các )?{_PROVISION_PART}(?:(?:, | và | đến |,)(?:{_PROVISION_PART}|\d{{1,3}}[a-zđ]?(?!\w)|[a-zđ](?!\w)))"
    rf"{{0,6}}(?:,? (?:của )?{_PROVISION_PART}(?:(?:, | và )\d{{1,3}}(?!\w)){{0,4}}){{0,4}},? (?:của |trong |tại )?"
)
_DRAFT = re.compile(r"(?:dự thảo|dự án|sửa đổi dự thảo) $")
WINDOW = 90


def provision_before(text: Text, start: int) -> str | None:
    """The provision that ends where the reference at `start` begins: "điểm a khoản 2 Điều 15"."""
    window = max(0, start - WINDOW)
    if "điều " not in text.folded[window:start] and "khoản " not in text.folded[window:start]:
        return None
    for match in _PROVISION.finditer(text.folded, window, start):
        if match.end() == start:
            return re.sub(r",? (?:của|trong|tại)?\s*$", "", text.raw[match.start() : start]).strip(" ,")
    return None


def is_draft(text: Text, start: int) -> bool:
    """Whether "dự thảo" or "dự án" stands right before the reference at `start`."""
    return _DRAFT.search(text.folded, max(0, start - 20), start) is not None


def words_pattern(words: Iterable[str]) -> str:
    """A regex of `words`, longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
