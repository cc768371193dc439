"""The words by which the phrase a number measures, and its place, are cut out of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The vocabulary of roles, compiled.

    cut:      ends a clause; head, tail: what leads to a subject and from it to the number
    person:   starts a clause about who acts; stock: starts the label of a stock
    capacity: heads what counted things may be the measure of; borne: a quantity that needs what it is of
    place:    a place or body (groups: `all` when it is named as a whole, `name` of a province)
    having:   the verb behind a place
    """

    cut: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    quantity: re.Pattern[str]
    person: re.Pattern[str]
    stock: re.Pattern[str]
    capacity: re.Pattern[str]
    borne: re.Pattern[str]
    status: re.Pattern[str]
    noun_stop: re.Pattern[str]
    verb_stop: re.Pattern[str]
    place: re.Pattern[str]
    having: re.Pattern[str]
    no_noun: frozenset[str]
    behind: frozenset[str]
    empty: frozenset[str]
    container: frozenset[str]
    transitive: frozenset[str]


def phrase_words(roles: Mapping[str, Iterable[str]], provinces: Iterable[str]) -> PhraseWords:
    """The words of each role, and the names of provinces, ready to match on folded text."""
    said, leading, trailing = (_either(roles[role]) for role in ("speech", "leading", "trailing"))
    return PhraseWords(
        cut=re.compile(
            r",(?!\d)|[;:()\n]|[ ](?:(?:về|từ|do|của|bằng|là|và)[ ]việc(?![ ]làm)"
            rf"|và|với|gồm|trong đó|nhưng|song|mà|để|nên|vì|bởi)[ ]|(?<!\w)(?:{said})[ ]"
        ),
        head=re.compile(rf"(?:[\s\"'*•+.-]+|(?:{leading})(?!\w)(?![ ](?:hội|hóa|lượng|thể)(?!\w)))+"),
        tail=re.compile(rf"(?:[\s\"'-]+|(?<!\w)(?<!tổng[ ])(?<!chiều[ ])(?<!bề[ ])(?:{trailing}))+$"),
        quantity=re.compile(
            rf"(?<!\w)(?:(?P<decoy>{_either(roles['no-quantity'])})|{_either(roles['quantity'])})(?!\w)"
        ),
        person=re.compile(rf"(?:{_either(roles['person'])})(?!\w)(?![ ](?:hữu|phận|máy|hành|đầu)(?!\w))"),
        stock=re.compile(rf"(?:{_either(roles['stock'])})(?!\w)[ ]?"),
        capacity=re.compile(rf"(?<!\w)(?:{_either(roles['capacity'])})(?!\w)"),
        borne=re.compile(rf"(?:{_either(roles['borne'])})(?:[ ]|$)"),
        status=re.compile(rf"(?:{_either(roles['status'])})(?!\w)"),
        noun_stop=re.compile(
            rf"(?<!thiết)(?<!chuẩn)(?<!trang)(?<!nhà)[ ](?:{_either([*roles['stop'], *roles['noun-stop']])})(?!\w| vay)"
        ),
        verb_stop=re.compile(rf"[ ](?:{_either([*roles['stop'], *roles['verb-stop']])})(?!\w)"),
        place=re.compile(
            rf"(?<!\w)(?:(?P<all>(?:{_either(roles['whole'])})(?![ ]hội))|(?P<name>{_either(provinces)})"
            rf"|{_either(roles['place'])})(?!\w)"
        ),
        having=re.compile(
            r"[ ](?:(?:hiện|nay|đã|đang|cũng|mới|vẫn|chỉ|sẽ|phấn đấu)[ ])*" rf"(?:{_either(roles['having'])})(?!\w)"
        ),
        no_noun=frozenset(roles["no-noun"]),
        behind=frozenset(roles["behind"]),
        container=frozenset(roles["container"]),
        transitive=frozenset(roles["transitive"]),
        empty=frozenset(roles["empty"]) | {"%", "-", "–"},
    )


def _either(words: Iterable[str]) -> str:
    """An alternation, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
