"""What is known of an article in the end: the caller first, then the page's text, then its head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.article import Meta
from extractor.page.declared import Declared
from extractor.page.outlets import Outlet, Outlets
from extractor.text import Text


class Known(NamedTuple):
    """What the caller knows."""

    url: str | None = None
    source: str | None = None
    published: str | None = None
    title: str | None = None


class Metadata(NamedTuple):
    """What is known of the article; `province` is where its outlet is at home."""

    title: str | None
    source: str | None
    published: str | None
    authors: tuple[str, ...]
    province: str | None


def gather(text: Text, meta: Sequence[Meta], declared: Declared, known: Known, outlets: Outlets) -> Metadata:
    """Weighs what was stated; of several statements in the text the first counts, of authors all."""
    stated = {item.name: item for item in reversed(meta)}
    title = known.title
    if title is None and (line := stated.get("title")) is not None:
        title = " ".join(text.raw[line.start : line.end].split())
    if title is None and declared.titles:
        title = declared.titles[0]
    authors = tuple(dict.fromkeys(item.value for item in meta if item.name == "author" and item.value))
    signed = [item.value for item in meta if item.name == "source" and item.value]
    sources = [known.source, known.url, declared.url, *signed, declared.source]
    outlet = next((found for source in sources if source and (found := outlets.find(source))), None)
    return Metadata(
        title=title,
        source=known.source or _source(signed, outlet) or declared.source,
        published=known.published or _published(stated.get("published"), declared.published),
        authors=authors or declared.authors,
        province=outlet.province if outlet is not None else None,
    )


def _source(signed: Sequence[str], outlet: Outlet | None) -> str | None:
    """How the page signs; the outlet's name when only its address is known."""
    return signed[0] if signed else outlet.name if outlet is not None else None


def _published(stamp: Meta | None, declared: str | None) -> str | None:
    """The printed stamp, unless the head says another day."""
    if stamp is None or stamp.value is None:
        return declared
    return stamp.value if declared is None or stamp.value[:10] == declared[:10] else declared
