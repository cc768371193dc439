"""A page read and cleaned: its text, and which of it is article, metadata or boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.article import Boilerplate, Meta, Warning
from extractor.patterns import Patterns
from extractor.text import Text, nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is known of a page before anything is recognised in it.

    text:      the whole page
    content:   the same with boilerplate and metadata blanked, except title and author: what recognisers read
    published: ISO date or date-time, from the caller, else from the page; `source`, `title`, `authors` likewise
    """

    text: Text
    content: Text
    boilerplate: tuple[Boilerplate, ...] = ()
    meta: tuple[Meta, ...] = ()
    title: str | None = None
    source: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = ()


class PageReader:
    """Steps 1 and 2: decodes, normalises and cleans a page."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns

    def __call__(
        self,
        data: str | bytes,
        *,
        html: bool | None = None,
        url: str | None = None,
        source: str | None = None,
        published: str | None = None,
        title: str | None = None,
    ) -> Page:
        """Reads `data`; `html=None` decides by its look. What the caller knows wins over what the page says."""
        text = Text(nfc(data if isinstance(data, str) else data.decode("utf-8", "replace")))
        return Page(text=text, content=text, source=source, published=published, title=title)


class UnreadablePage(ValueError):
    """Data that is no page of text at all; `code` is stable, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
