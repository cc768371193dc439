"""Who says what: the quoted or reported words beside a mention and a verb of speech.

MENTION verb (rằng | : | ,)? …            "Ông Bưn đề nghị tiếp tục bố trí vốn."
MENTION verb: "…"                          "Bà Thúy nói: “Nước chưa về”."
"…", MENTION verb                          "“Giữ làm gì”, ông Bông cười nói."
Theo MENTION, …                            "Theo ông Chấn, thiệt hại là 3.128 tỷ đồng."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from extractor.article import Mention, Official, Person, Statement
from extractor.gazetteer import Gazetteer
from extractor.organisations import VerbEntry, skip
from extractor.patterns import Patterns
from extractor.text import Text

# Between a person and the verb: adverbs and where it is said, no other clause.
_ADVERBS = re.compile(r",? +(?:(?:cũng|đã|còn|vẫn|tiếp tục|thẳng thắn|vừa|sẽ|liên tục|luôn|khi đó|lúc đó) +){0,4}")
_OPENING = re.compile(r" *(?:rằng|thêm|là)? *[:,]? *(?:rằng +)?\"")
_REPORT = re.compile(r" *(?:rằng *:?|[:,])? *")
_BEHIND_QUOTE = re.compile(r"\" *[,.]?[ -]*")
_CLAUSE = re.compile(r" *, *")
# A sentence ends at a stop before a blank and a capital, or with its line.
_END = re.compile(r"[.!?…]+(?= *(?:\n|$)|\"? +\S)|\n")
SHORTEST, LONGEST = 8, 1500


class StatementResolver:
    """Finds the statements of the people of a page."""

    def __init__(self, patterns: Patterns) -> None:
        verbs = [entry for entry in patterns.entries("verbs", VerbEntry) if entry.id == "speech"]
        self._verbs = Gazetteer((form, form) for entry in verbs for form in entry.forms)

    def __call__(self, people: Sequence[Official | Person], text: Text) -> list[Statement]:
        """The statements of the record, in order; each stretch of text once."""
        found: dict[tuple[int, int], Statement] = {}
        for person in people:
            for mention in person.mentions:
                statement = self._beside(person.name, mention, text)
                if statement is not None:
                    found.setdefault((statement.start, statement.end), statement)
        return sorted(found.values(), key=lambda statement: (statement.start, statement.end))

    def _beside(self, name: str, mention: Mention, text: Text) -> Statement | None:
        adverbs = _ADVERBS.match(text.folded, mention.end)
        verb = self._verbs.at(text, adverbs.end()) if adverbs else None
        if verb is not None:
            # 1. A quotation before: "…", ông Bông nói.
            quote = _quote_before(text, mention.start)
            if quote is not None:
                return _statement(text, *quote, name, verb[1], "quote-before")
            # 2. A quotation after.
            opening = _OPENING.match(text.folded, verb[0])
            if opening:
                closing = text.folded.find('"', opening.end(), opening.end() + LONGEST)
                if closing > opening.end():
                    return _statement(text, opening.end(), closing, name, verb[1], "quote")
                return None
            # 3. Reported speech, to the end of its sentence.
            return _reported(text, skip(_REPORT, text, verb[0]), name, verb[1], "reported")
        # 4. Theo ông Chấn, …
        if text.folded.endswith("theo ", 0, mention.start):
            clause = _CLAUSE.match(text.folded, mention.end)
            if clause:
                return _reported(text, clause.end(), name, "theo", "according")
        return None


def _quote_before(text: Text, end: int) -> tuple[int, int] | None:
    """The quotation in one line that closes right before `end`, at most a comma or a dash between, or None."""
    folded = text.folded
    if not folded[max(0, end - 8) : end].rstrip(" -,.").endswith('"'):
        return None
    first = max(0, end - LONGEST)
    closing = folded.rfind('"', first, end)
    opening = folded.rfind('"', first, closing)
    if opening < 0 or closing - opening <= SHORTEST or not _BEHIND_QUOTE.fullmatch(folded, closing, end):
        return None
    return (opening + 1, closing) if folded.find("\n", opening, closing) < 0 else None


def _reported(text: Text, start: int, name: str, verb: str, rule: str) -> Statement | None:
    limit = min(len(text), start + LONGEST)
    ends = (end.span() for end in _END.finditer(text.cased, start, limit))
    for end, after in chain(ends, [(limit, limit)]):
        if not text.cased[after : after + 4].lstrip(' "')[:1].islower():
            return _statement(text, start, end, name, verb, rule) if end > start + 1 else None
    return None


def _statement(text: Text, start: int, end: int, name: str, verb: str, rule: str) -> Statement:
    return Statement(start=start, end=end, text=text.raw[start:end], person=name, verb=verb, rule=rule)
