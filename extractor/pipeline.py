"""The five steps from a page to its record: read, clean, scan, recognise, resolve."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from extractor.article import Article, Date, Document, Indicator, Official, Person, Statement, Warning
from extractor.calendars import read_timestamp
from extractor.organisations import Organisations
from extractor.page import Page, PageReader
from extractor.patterns import Patterns
from extractor.recognise.dates import DateRecogniser
from extractor.recognise.documents import DocumentRecogniser
from extractor.recognise.indicators import IndicatorRecogniser
from extractor.recognise.officials import OfficialRecogniser
from extractor.recognise.units import Units
from extractor.resolve.arithmetic import Arithmetic, check_arithmetic
from extractor.resolve.dates import resolve_dates
from extractor.resolve.documents import DocumentResolver
from extractor.resolve.indicator_scene import sentence_starts
from extractor.resolve.indicators import IndicatorResolver
from extractor.resolve.overlaps import drop_overlaps
from extractor.resolve.people import PeopleResolver
from extractor.resolve.places import Home, Places
from extractor.resolve.statements import StatementResolver
from extractor.text import without_surrogates


class Request(NamedTuple):
    """A page to read and what is known of it: the arguments of `Extractor.extract`; `html=None`: its look decides."""

    page: str | bytes
    id: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    title: str | None = None
    html: bool | None = None


@dataclass(slots=True)
class _Work:
    """A page on its way to its record."""

    id: str | None
    url: str | None
    warnings: tuple[Warning, ...]
    read: Page
    found: dict[str, list[Any]] = field(default_factory=dict)
    home: Home = field(default_factory=Home)
    dates: list[Date] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    arithmetic: Arithmetic = field(default_factory=lambda: Arithmetic())
    officials: list[Official] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def article(self) -> Article:
        read, arithmetic = self.read, self.arithmetic
        return Article(
            id=self.id,
            url=self.url,
            source=read.source,
            title=read.title,
            published=read.published,
            authors=read.authors,
            text=read.text.raw,
            boilerplate=read.boilerplate,
            meta=read.meta,
            documents=tuple(self.documents),
            officials=tuple(self.officials),
            persons=tuple(self.persons),
            statements=tuple(self.statements),
            dates=tuple(self.dates),
            indicators=tuple(self.indicators),
            derived=arithmetic.derived,
            links=arithmetic.links,
            warnings=(*self.warnings, *read.warnings, *arithmetic.warnings),
        )


class Extractor:
    """Reads pages; made once, used for many, safe to share between threads.

    patterns: a folder of your own patterns, added to ours. Raises `PatternError` when it cannot be used.
    """

    def __init__(self, *, patterns: Path | str | None = None) -> None:
        self.patterns = vocabulary = Patterns(*([patterns] if patterns is not None else []))
        organisations = Organisations(vocabulary)
        units = Units(vocabulary)
        places = Places(vocabulary, organisations)
        self._read = PageReader(vocabulary)
        self._recognisers: dict[str, Any] = {
            "documents": DocumentRecogniser(vocabulary, organisations),
            "dates": DateRecogniser(vocabulary),
            "officials": OfficialRecogniser(vocabulary, organisations),
            "indicators": IndicatorRecogniser(vocabulary, units),
        }
        self._places = places
        self._documents = DocumentResolver(vocabulary, places)
        self._indicators = IndicatorResolver(vocabulary, units)
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
        request = Request(page=page, id=id, url=url, source=source, published=published, title=title, html=html)
        return self.extract_batch([request])[0]

    def extract_batch(self, requests: Sequence[Request]) -> list[Article]:
        """The records of some pages, in order, each as `extract` gives it, in a tenth less time; raises as it does.

        Each step is done for all pages before the next, so that what it needs is at hand: a dozen pages are enough,
        and all are held in memory.
        """
        for request in requests:
            if not isinstance(request, Request):
                raise TypeError(f"a batch holds Request(page, id=…), not {type(request).__name__}")
        works = [self._start(request) for request in requests]
        for layer, recognise in self._recognisers.items():
            for work in works:
                work.found[layer] = recognise(work.read.content)
        for step in (
            self._drop_overlaps,
            self._find_home,
            self._resolve_dates,
            self._resolve_indicators,
            self._resolve_people,
            self._resolve_documents,
            self._resolve_statements,
        ):
            for work in works:
                step(work)
        return [work.article() for work in works]

    def _start(self, request: Request) -> _Work:
        if not isinstance(request.page, str | bytes):
            raise TypeError(f"a page is str or bytes, not {type(request.page).__name__}")
        known, warnings = _known(request)
        id = known.pop("id")
        return _Work(id, known["url"], warnings, self._read(request.page, html=request.html, **known))

    def _drop_overlaps(self, work: _Work) -> None:
        work.found = drop_overlaps(work.found)

    def _find_home(self, work: _Work) -> None:
        # Where the page is at home is asked for by bodies and documents alone.
        if work.found["officials"] or work.found["documents"]:
            work.home = self._places.home(work.read)

    def _resolve_dates(self, work: _Work) -> None:
        work.dates = resolve_dates(work.found["dates"], work.read)

    def _resolve_indicators(self, work: _Work) -> None:
        found, content = work.found["indicators"], work.read.content
        sentences = sentence_starts(content) if found else []
        work.indicators = self._indicators(found, work.read, dates=work.dates, sentences=sentences)
        work.arithmetic = check_arithmetic(work.indicators, content, sentences=sentences)

    def _resolve_people(self, work: _Work) -> None:
        work.officials, work.persons = self._people(work.found["officials"], work.read, home=work.home)

    def _resolve_documents(self, work: _Work) -> None:
        work.documents = self._documents(work.found["documents"], work.read, home=work.home, dates=work.dates)

    def _resolve_statements(self, work: _Work) -> None:
        work.statements = self._statements([*work.officials, *work.persons], work.read.content)


def _known(request: Request) -> tuple[dict[str, Any], tuple[Warning, ...]]:
    """What the caller knows, as strings that every output can hold, the time of publication in ISO 8601."""
    values = {name: getattr(request, name) for name in ("id", "url", "source", "published", "title")}
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
