"""The words by which the phrase a number measures, and its place, are cut out of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.gazetteer import either, either_whole, whole_branches


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The vocabulary of roles, compiled.

    cut:      ends a clause; head, tail: what leads to a subject and from it to the number; trailing: each word of tails
    person:   starts a clause about who acts; stock: starts the label of a stock; stock_word: its first word
    quantity: heads what is measured, but not where it is a decoy
    capacity: heads what counted things may be the measure of; borne: a quantity that needs what it is of
    place:    a place or body, among them whole ones and provinces by their names; having: the verb behind one
    proceeding: what a meeting does or somebody says
    """

    cut: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    trailing: frozenset[str]
    quantity: re.Pattern[str]
    decoys: frozenset[str]
    person: re.Pattern[str]
    stock: re.Pattern[str]
    stock_word: re.Pattern[str]
    capacity: re.Pattern[str]
    borne: re.Pattern[str]
    status: re.Pattern[str]
    stand_in: re.Pattern[str]
    collective: re.Pattern[str]
    noun_stop: re.Pattern[str]
    verb_stop: re.Pattern[str]
    place: re.Pattern[str]
    wholes: frozenset[str]
    provinces: frozenset[str]
    lands: frozenset[str]
    having: re.Pattern[str]
    proceeding: re.Pattern[str]
    no_noun: frozenset[str]
    behind: frozenset[str]
    fate: re.Pattern[str]
    empty: frozenset[str]
    container: frozenset[str]
    extended: re.Pattern[str]
    shortfall: tuple[str, ...]
    event: frozenset[str]
    transitive: frozenset[str]


def phrase_words(
    roles: Mapping[str, Iterable[str]], *, provinces: Iterable[str], countries: Iterable[str]
) -> PhraseWords:
    """The words of each role, and the names of provinces and countries, ready to match on folded text."""
    said, leading, trailing = (either(roles[role]) for role in ("speech", "leading", "trailing"))
    # Searched for in every clause: a pattern is found fast where each of its branches starts with one sign.
    cuts = [
        r",(?!\d)|;|:|\(|\)|\n",
        r" (?:(?:về|từ|do|của|bằng|là|và) việc(?! làm)|và|với|gồm|trong đó|nhưng|song|mà|để|nên|vì|bởi) ",
        *(f"{branch} " for branch in whole_branches(roles["speech"])),
    ]
    provinces = frozenset(provinces)
    fates = either(word for word in roles["behind"] if " " in word)
    return PhraseWords(
        cut=re.compile("|".join(cuts)),
        head=re.compile(rf"(?:[\s\"'*•+.-]+|(?:{leading})(?!\w)(?![ ](?:hội|hóa|lượng|thể)(?!\w)))+"),
        tail=re.compile(rf"(?:[\s\"'-]+|(?<!\w)(?<!tổng[ ])(?<!chiều[ ])(?<!bề[ ])(?<!gia[ ])(?:{trailing}))+$"),
        trailing=frozenset(word for phrase in roles["trailing"] for word in phrase.split(" ")),
        quantity=re.compile(either_whole([*roles["no-quantity"], *roles["quantity"]])),
        decoys=frozenset(roles["no-quantity"]),
        person=re.compile(rf"(?:{either(roles['person'])})(?!\w)(?![ ](?:hữu|phận|máy|hành|đầu)(?!\w))"),
        stock=re.compile(rf"(?:{either(roles['stock'])})(?!\w)[ ]?"),
        stock_word=re.compile(rf"{either(word.partition(' ')[0] for word in roles['stock'])}(?!\w)"),
        capacity=re.compile(either_whole(roles["capacity"])),
        borne=re.compile(rf"(?:{either(roles['borne'])})(?:[ ]|$)"),
        status=re.compile(rf"(?:{either(roles['status'])})(?!\w)"),
        stand_in=re.compile(rf"{either(roles['stand-in'])}(?!\w)"),
        collective=re.compile(rf"[ ]?{either(roles['collective'])}(?!\w)"),
        noun_stop=re.compile(
            rf"(?<!thiết)(?<!chuẩn)(?<!trang)(?<!nhà)[ ](?:{either([*roles['stop'], *roles['noun-stop']])})(?!\w| vay)"
        ),
        verb_stop=re.compile(rf"[ ](?:{either([*roles['stop'], *roles['verb-stop']])})(?!\w)"),
        place=re.compile(
            either_whole([*roles["whole"], *roles["place"], *provinces]) + r"(?<!toàn xã(?=[ ]hội))(?![ ]ủy(?!\w))"
        ),
        wholes=frozenset(roles["whole"]),
        provinces=provinces,
        lands=provinces | frozenset(countries),
        having=re.compile(
            r"[ ](?:(?:này|ta|hiện|nay|đã|đang|cũng|mới|vẫn|chỉ|sẽ|phấn đấu)[ ])*"
            rf"(?:{either(roles['having'])})(?!\w)"
        ),
        proceeding=re.compile(rf"(?<!\w)(?:{either(roles['proceeding'])}|{said})(?!\w)"),
        no_noun=frozenset(roles["no-noun"]),
        behind=frozenset(roles["behind"]),
        fate=re.compile(rf"(?:[^\W\d_]+[ ]){{1,3}}?(?<!quy[ ])(?P<deed>{fates})(?!\w)"),
        container=frozenset(roles["container"]),
        extended=re.compile(either_whole(roles["extended"])),
        shortfall=tuple(f"{word} " for word in roles["shortfall"]),
        event=frozenset(roles["event"]),
        transitive=frozenset(roles["transitive"]),
        empty=frozenset(roles["empty"]) | {"%", "-", "–"},
    )
