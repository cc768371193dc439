"""The record: what the extractor says about one page.

Offsets are code points into `Article.text`, which is the page's text in NFC; `text[start:end]` is the surface of a
mention, never rewritten. What a page does not say is absent (`None`, an empty list), never guessed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import msgspec

# The lists of a record whose items are found in the text.
LABELS = ("documents", "officials", "persons", "dates", "indicators")


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of an article: immutable, compared by value."""


class Boilerplate(Part, frozen=True, kw_only=True):
    """Text that is no part of the article, with the line rule that says so."""

    start: int
    end: int
    category: str
    rule: str


class Meta(Part, frozen=True, kw_only=True):
    """Text that states something about the article: its title, publication time, author, outlet, photographer."""

    start: int
    end: int
    name: str
    value: str | None = None
    rule: str


class Mention(Part, frozen=True, kw_only=True):
    """One place where an entity is named. `text` is the surface, `rule` the rule that found it.

    Of documents: `provision` is the part of the document that is meant ("khoản 2 Điều 5"), `action` what is done
    with it there ("thực hiện", "sửa đổi").
    """

    start: int
    end: int
    text: str
    rule: str
    provision: str | None = None
    action: str | None = None


class Relation(Part, frozen=True, kw_only=True):
    """What one document does with another: `type` is the action ("thực hiện", "thay thế"), `target` the other's id,
    else its number, else its kind and title.
    """

    type: str
    target: str


class Document(Part, frozen=True, kw_only=True):
    """One official document with all its mentions.

    `number` is canonical (`22-NQ/TW`, `30/2020/NĐ-CP`), `issued` an ISO date, `term` a Roman numeral, `id`
    `NUMBER@YEAR` (several, separated by a blank, when one mention names several). When several known documents fit,
    `id` is absent and `candidates` lists them. `draft`: not yet a document, a bill or a draft.
    """

    kind: str
    number: str | None = None
    issuer: str | None = None
    term: str | None = None
    issued: str | None = None
    title: str | None = None
    id: str | None = None
    candidates: tuple[str, ...] = ()
    draft: bool = False
    relations: tuple[Relation, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Position(Part, frozen=True, kw_only=True):
    """A post: the role with its modifiers, and the organisation completed from the page.

    `status` is `former` for a post left or taken away and `incoming` for one being conferred; absent for one held.
    """

    role: str
    organisation: str | None = None
    status: Literal["former", "incoming"] | None = None


class Official(Part, frozen=True, kw_only=True):
    """A person who holds a position, with all mentions in the page."""

    name: str
    positions: tuple[Position, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Person(Part, frozen=True, kw_only=True):
    """A named person with no position stated in the page."""

    name: str
    mentions: tuple[Mention, ...] = ()


class Statement(Part, frozen=True, kw_only=True):
    """What someone says at `start:end`, quoted or reported: the name of `person` and the `verb` that introduces it."""

    start: int
    end: int
    text: str
    person: str
    verb: str
    rule: str


class Date(Part, frozen=True, kw_only=True):
    """A time expression: TIMEX3 `type` and `value` (ISO 8601; unknown digits are X).

    begin, until: the first and last day of a DATE or TIME (ISO dates, both included), where its value has no X
    anchor:       what fixed a day, month or year that is not written: `published` (publication time), `stated`
                  (a date the page states nearby), `inferred` (the years the page speaks of); `clock rejected` where
                  only the site's own clock could have fixed it, so it stays open
    calendar:     `lunar` when the words are of the lunar calendar; `value` is converted
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    begin: str | None = None
    until: str | None = None
    anchor: Literal["published", "stated", "inferred", "clock rejected"] | None = None
    calendar: Literal["lunar"] | None = None
    rule: str


class Indicator(Part, frozen=True, kw_only=True):
    """A quantity with what it counts or measures: one row of data.

    `value`, or `low` and `high` for a range; `total` for a ratio. Numbers are exact, with the magnitude applied, in
    `unit` (`%`, `VND`, a unit of measure, or the counted noun). A row that is not stated but computed from others has
    `derived="yes"` and stands in `Article.derived` only; its span covers what it was computed from.
    """

    start: int
    end: int
    text: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    total: Decimal | None = None
    unit: str
    relation: Literal["level", "increase", "decrease", "share", "attainment"] = "level"
    planned: Literal["yes"] | None = None
    of: str | None = None
    area: str | None = None
    bound: Literal[">", "<", "~"] | None = None
    period: str | None = None
    baseline: str | None = None
    derived: Literal["yes"] | None = None
    rule: str


class Link(Part, frozen=True, kw_only=True):
    """Indicators that the page relates by arithmetic, and whether it holds to the last printed digit.

    `members` are places in `Article.indicators`: of a `sum` the total and its parts, of a `share` the part, the whole
    and the percent, of an `attainment` the result, the plan and the percent, of a `change` the start, the end and the
    change. A ratio is part and whole at once; shares that make up a whole are a `sum` without total.
    """

    type: Literal["sum", "share", "attainment", "change"]
    members: tuple[int, ...]
    holds: bool


class Warning(Part, frozen=True, kw_only=True):
    """Something the reader of the data should know: `code` is stable, `message` is for people."""

    code: str
    message: str


class Article(Part, frozen=True, kw_only=True):
    """Everything extracted from one page."""

    id: str | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    text: str
    boilerplate: tuple[Boilerplate, ...] = ()
    meta: tuple[Meta, ...] = ()
    documents: tuple[Document, ...] = ()
    officials: tuple[Official, ...] = ()
    persons: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[Date, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    derived: tuple[Indicator, ...] = ()
    links: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def body(self) -> str:
        """The article freed from its page: the text without boilerplate and metadata, and lines of signs alone."""
        kept, position = [], 0
        cut = [(line.start, line.end) for line in self.boilerplate] + [(line.start, line.end) for line in self.meta]
        for start, end in sorted(cut):
            kept.append(self.text[position : max(start, position)])
            position = max(position, end)
        kept.append(self.text[position:])
        lines = (line.rstrip() for line in "".join(kept).splitlines())
        return "\n".join(line for line in lines if any(map(str.isalnum, line)))

    def to_json(self) -> str:
        """The record as one line of JSON; numbers are JSON numbers with all their digits."""
        return _ENCODER.encode(self).decode()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as its JSON, so that a copy from another process writes the very same record."""
        return Article.from_json, (self.to_json(),)

    @staticmethod
    def from_json(data: str | bytes) -> Article:
        """The article that `to_json` wrote. Raises `msgspec.ValidationError` where the record does not fit."""
        return _DECODER.decode(data)


_ENCODER = msgspec.json.Encoder(decimal_format="number")
_DECODER = msgspec.json.Decoder(Article)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Article.to_json`."""
    schema: dict[str, Any] = _numbers(msgspec.json.schema(Article))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _numbers(node: Any) -> Any:
    """`node` with decimals declared as the JSON numbers they are written as."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": "number"}
        return {key: _numbers(value) for key, value in node.items()}
    return [_numbers(item) for item in node] if isinstance(node, list) else node
