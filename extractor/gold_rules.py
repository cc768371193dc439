"""What a gold page may say: its elements, their attributes and values, and what contradicts the annotation guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

CATEGORIES = frozenset("comments counter navigation related share widget legal advert repeat".split())
META_NAMES = frozenset("title published author source photo".split())
RELATIONS = frozenset("level increase decrease share attainment".split())

_DOC = frozenset("kind number issuer term issued title id".split())
NUMBERS = frozenset("value low high total".split())
ATTRIBUTES = {
    "boilerplate": frozenset({"category"}),
    "meta": frozenset({"name", "value"}),
    "doc": _DOC,
    "official": frozenset({"name", "positions"}),
    "person": frozenset({"name"}),
    "date": frozenset({"type", "value"}),
    "indicator": NUMBERS | frozenset("unit relation planned of area bound period baseline".split()),
}
_REQUIRED = {
    "boilerplate": {"category"},
    "meta": {"name"},
    "doc": {"kind"},
    "official": {"name", "positions"},
    "person": {"name"},
    "date": {"type", "value"},
    "indicator": {"unit"},
}
ENTITIES = frozenset({"doc", "official", "person"})
# Which element may stand inside which; everything else stands alone.
INSIDE = {
    "date": frozenset({"official", "indicator", "meta"}),
    "doc": frozenset({"meta"}),
    "official": frozenset({"meta"}),
    "person": frozenset({"meta"}),
    "indicator": frozenset({"meta"}),
}

_YEAR = r"[\dX]{4}"
_MONTH = rf"{_YEAR}-(?:0[1-9]|1[0-2]|XX)"
_DAY = rf"{_MONTH}-(?:0[1-9]|[12]\d|3[01]|XX)"
_WEEK = r"W(?:[0-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?"
_POINT = rf"(?:{_DAY}|{_MONTH}|{_YEAR}-(?:Q[1-4X]|H[12X]|{_WEEK}|SP|SU|FA|WI)|{_YEAR}|\d{{2,3}})"
_CLOCK = rf"{_DAY}T(?:MO|MI|AF|EV|NI|DT|(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?)"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = rf"P(?=[\dXT])(?:{_AMOUNT}(?:[CYQMWD]|DE))*(?:T(?:{_AMOUNT}[HMS])+)?"
TIMEX = {
    "DATE": re.compile(rf"{_POINT}(?:/{_POINT})?"),
    "TIME": re.compile(rf"{_CLOCK}(?:/{_CLOCK})?"),
    "DURATION": re.compile(_LENGTH),
    "SET": re.compile(rf"{_LENGTH}|{_POINT}|{_CLOCK}"),
}
PUBLISHED = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:\d{2}|Z)?)?)?")


def value_faults(name: str, values: dict[str, str]) -> Iterator[str]:
    """What the guide forbids of the attributes of an element, whose name is known."""
    if unknown := values.keys() - ATTRIBUTES[name]:
        yield f"unknown attribute of {name}: {', '.join(sorted(unknown))}"
    if missing := _REQUIRED[name] - values.keys():
        yield f"<{name}> lacks {', '.join(sorted(missing))}"
    for key, value in values.items():
        if value != value.strip() or not value:
            yield f"{key}={value!r} is empty or has outer white space"
    if name == "boilerplate" and values.get("category") not in CATEGORIES:
        yield f"category={values.get('category')!r} is none of {', '.join(sorted(CATEGORIES))}"
    if name == "meta":
        yield from _meta_faults(values)
    if name == "date":
        kind, value = values.get("type", ""), values.get("value", "")
        if kind not in TIMEX or not TIMEX[kind].fullmatch(value):
            yield f"type={kind!r} value={value!r} is no TIMEX3 value"
    if name == "doc":
        yield from _document_faults(values)
    if name == "official":
        yield from _position_faults(values.get("positions", ""))
    if name == "indicator":
        yield from _indicator_faults(values)


def _meta_faults(values: dict[str, str]) -> Iterator[str]:
    if values.get("name") not in META_NAMES:
        yield f"meta name={values.get('name')!r} is none of {', '.join(sorted(META_NAMES))}"
    if values.get("name") == "published" and not PUBLISHED.fullmatch(values.get("value", "")):
        yield f"meta published value={values.get('value')!r} is no ISO date or date-time"


def _document_faults(values: dict[str, str]) -> Iterator[str]:
    number = values.get("number", "")
    if re.search(r"\s|[–—Ðð]", number):
        yield f"number={number!r} is not canonical (no blanks, plain hyphen, Đ)"
    if values.get("kind", "") != values.get("kind", "").lower():
        yield f"kind={values['kind']!r} is not in lower case"
    if "issued" in values and not re.fullmatch(_POINT, values["issued"]):
        yield f"issued={values['issued']!r} is no ISO date"
    for term in values.get("term", "").split():
        if not re.fullmatch(r"[IVXL]+", term):
            yield f"term={term!r} is no Roman numeral"
    for identity in values.get("id", "").split():
        if "@" not in identity and "@" not in values["id"]:
            yield f"id={identity!r} is not NUMBER@YEAR"


def _position_faults(positions: str) -> Iterator[str]:
    for position in positions.split("; "):
        if not re.fullmatch(r"[^@\s][^@]*(?: @ [^@\s][^@]*)?", position):
            yield f"position {position!r} is not `role @ organisation`"


def _indicator_faults(values: dict[str, str]) -> Iterator[str]:
    for key in NUMBERS & values.keys():
        try:
            if not Decimal(values[key]).is_finite() or re.search(r"[eE_+]", values[key]):
                raise InvalidOperation
        except InvalidOperation:
            yield f"{key}={values[key]!r} is no plain decimal number"
    if ("value" in values) == ("low" in values) or ("low" in values) != ("high" in values):
        yield "an indicator has value, or low and high"
    if values.get("relation", "level") not in RELATIONS:
        yield f"relation={values['relation']!r} is none of {', '.join(sorted(RELATIONS))}"
    if values.get("planned", "yes") != "yes":
        yield f"planned={values['planned']!r}: only `yes`, or left out"
    if values.get("bound", "~") not in {">", "<", "~"}:
        yield f"bound={values['bound']!r} is none of > < ~"
    if (
        "period" in values
        and not TIMEX["DATE"].fullmatch(values["period"])
        and not TIMEX["TIME"].fullmatch(values["period"])
    ):
        yield f"period={values['period']!r} is no date value"
