"""The five steps from a page to its record: read, clean, scan, recognise, resolve."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from extractor.article import Article, Warning
from extractor.calendars import read_timestamp
from extractor.organisations import Organisations
from extractor.page import PageReader
from extractor.patterns import Patterns
from extractor.recognise.dates import DateRecogniser
from extractor.recognise.documents import DocumentRecogniser
from extractor.recognise.indicators import IndicatorRecogniser
from extractor.recognise.officials import OfficialRecogniser
from extractor.resolve.arithmetic import check_arithmetic
from extractor.resolve.dates import resolve_dates
from extractor.resolve.documents import DocumentResolver
from extractor.resolve.indicator_scene import sentence_starts
from extractor.resolve.indicators import IndicatorResolver
from extractor.resolve.overlaps import drop_overlaps
from extractor.resolve.people import PeopleResolver
from extractor.resolve.places import Home, Places
from extractor.resolve.statements import StatementResolver
from extractor.text import without_surrogates


class Extractor:
    """Reads pages; made once, used for many, safe to share between threads.

    patterns: a folder of your own patterns, added to ours. Raises `PatternError` when it cannot be used.
    """

    def __init__(self, *, patterns: Path | str | None = None) -> None:
        self.patterns = vocabulary = Patterns(*([patterns] if patterns is not None else []))
        organisations = Organisations(vocabulary)
        places = Places(vocabulary, organisations)
        self._read = PageReader(vocabulary)
        self._recognisers: dict[str, Any] = {
            "documents": DocumentRecogniser(vocabulary, organisations),
            "dates": DateRecogniser(vocabulary),
            "officials": OfficialRecogniser(vocabulary, organisations),
            "indicators": IndicatorRecogniser(vocabulary),
        }
        self._places = places
        self._documents = DocumentResolver(vocabulary, places)
        self._indicators = IndicatorResolver(vocabulary)
        self._people = PeopleResolver(places, organisations)
        self._statements = StatementResolver(vocabulary)

    def extract(
        self,
        page: str | bytes,
        *,
        id: str | None = None,
        url: str | None = None,
        source: str | None = None,
        published: str | None = None,
        title: str | None = None,
        html: bool | None = None,
    ) -> Article:
        """The record of one page.

        page:      text or HTML; bytes are decoded by what they declare, else by what they look like
        published: what the caller knows, ISO date or date-time (18/11/2021 19:35 is read too); one that is no date is
                   warned of and left out; source, url, title likewise win over the page's own
        html:      whether `page` is HTML; by default its look decides

        Raises `TypeError` when `page` is neither text nor bytes, `BinaryData` (a `ValueError`) for bytes of no text.
        """
        if not isinstance(page, str | bytes):
            raise TypeError(f"a page is str or bytes, not {type(page).__name__}")
        known, warnings = _known(id=id, url=url, source=source, published=published, title=title)
        id = known.pop("id")
        read = self._read(page, html=html, **known)
        found = drop_overlaps({layer: recognise(read.content) for layer, recognise in self._recognisers.items()})
        # Where the page is at home is asked for by bodies and documents alone.
        home = self._places.home(read) if found["officials"] or found["documents"] else Home()
        dates = resolve_dates(found["dates"], read)
        sentences = sentence_starts(read.content) if found["indicators"] else []
        indicators = self._indicators(found["indicators"], read, dates=dates, sentences=sentences)
        arithmetic = check_arithmetic(indicators, read.content, sentences=sentences)
        officials, persons = self._people(found["officials"], read, home=home)
        return Article(
            id=id,
            url=known["url"],
            source=read.source,
            title=read.title,
            published=read.published,
            authors=read.authors,
            text=read.text.raw,
            boilerplate=read.boilerplate,
            meta=read.meta,
            documents=tuple(self._documents(found["documents"], read, home=home, dates=dates)),
            officials=tuple(officials),
            persons=tuple(persons),
            statements=tuple(self._statements([*officials, *persons], read.content)),
            dates=tuple(dates),
            indicators=tuple(indicators),
            derived=arithmetic.derived,
            links=arithmetic.links,
            warnings=(*warnings, *read.warnings, *arithmetic.warnings),
        )


def _known(**values: str | None) -> tuple[dict[str, Any], tuple[Warning, ...]]:
    """What the caller knows, as strings that every output can hold, the time of publication in ISO 8601."""
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} is a str, not {type(value).__name__}")
    known = {name: None if value is None else without_surrogates(value) for name, value in values.items()}
    given = known["published"]
    if given is None:
        return known, ()
    known["published"] = read_timestamp(given)
    if known["published"] is None:
        message = f"published is no date: {given[:40]!r}; write it as 2021-11-18 or 2021-11-18T19:35"
        return known, (Warning(code="bad-published", message=message),)
    return known, ()


@functools.cache
def default_extractor() -> Extractor:
    """The extractor with our patterns only, made at first use."""
    return Extractor()


def extract(
    page: str | bytes,
    *,
    id: str | None = None,
    url: str | None = None,
    source: str | None = None,
    published: str | None = None,
    title: str | None = None,
    html: bool | None = None,
) -> Article:
    """`Extractor.extract` with our patterns."""
    return default_extractor().extract(page, id=id, url=url, source=source, published=published, title=title, html=html)
