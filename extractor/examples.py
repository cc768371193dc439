"""Every pattern's examples are found and its rejects are not: ours, and those a user adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.article import Article
from extractor.patterns import Entry, Patterns
from extractor.pipeline import Extractor

# File of patterns -> the parts of the record that its entries feed.
FEEDS = {
    "boilerplate": ("boilerplate", "meta"),
    "counted_nouns": ("indicators",),
    "date_words": ("dates",),
    "document_actions": ("documents",),
    "document_codes": ("documents",),
    "document_kinds": ("documents",),
    "document_words": ("documents",),
    "honorifics": ("officials", "persons"),
    "not_people": ("officials", "persons"),
    "numbered_things": ("indicators",),
    "organisations": ("officials",),
    "outlets": ("meta",),
    "relations": ("indicators",),
    "roles": ("officials",),
    "topics": ("officials",),
    "units": ("indicators",),
    "units_of_place": ("officials",),
    "verbs": ("officials",),
}


class BrokenPromise(NamedTuple):
    """An example that is not found, or a reject that is."""

    file: str
    entry: str
    text: str
    message: str


def check_examples(extractor: Extractor) -> Iterator[BrokenPromise]:
    """What the entries of the extractor's patterns promise and do not keep."""
    for name, entry in extractor.patterns.loaded():
        yield from _check(extractor, name, entry)


def _check(extractor: Extractor, name: str, entry: Entry) -> Iterator[BrokenPromise]:
    feeds = FEEDS[name]
    parts = " or ".join(feeds)
    for text in entry.examples:
        if not _found(extractor.extract(text, html=False), feeds):
            yield BrokenPromise(f"{name}.toml", entry.id, text, f"an example, but no {parts} found in it")
    for text in entry.rejects:
        if found := _found(extractor.extract(text, html=False), feeds):
            yield BrokenPromise(f"{name}.toml", entry.id, text, f"a reject, but found in it: {found}")


def _found(article: Article, feeds: tuple[str, ...]) -> str:
    """The surfaces of the parts, joined; empty when there are none."""
    surfaces = []
    for feed in feeds:
        for record in getattr(article, feed):
            for place in getattr(record, "mentions", None) or (record,):
                surfaces.append(article.text[place.start : place.end])
    return ", ".join(surfaces)


def count_entries(patterns: Patterns) -> int:
    return sum(1 for _ in patterns.loaded())
