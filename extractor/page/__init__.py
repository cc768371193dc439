"""A page read and cleaned: its text, and which of it is article, metadata or boilerplate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.article import Boilerplate, Meta, Warning
from extractor.page.declared import Declared
from extractor.page.decode import BinaryData, decode, faults, without_controls
from extractor.page.html import HtmlLine, read_html
from extractor.page.lines import LineReader
from extractor.page.metadata import Known, gather
from extractor.page.outlets import Outlets
from extractor.patterns import Patterns
from extractor.text import Text, is_common, nfc, with_line_ends, without_surrogates

__all__ = ["BinaryData", "Page", "PageReader"]

# What is stated about the article, but no part of what it says.
_NO_CONTENT = frozenset({"published", "source", "photo"})
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</?(?:p|div|br|span|a|table|td|tr|li|ul|h[1-6]|img|b|i|strong|em)\b[^<>]{0,500}>", re.IGNORECASE)
_HEAD = 20_000
_MANY_TAGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is known of a page before anything is recognised in it.

    text:      the whole page
    content:   the same with boilerplate and metadata blanked, except title and author: what recognisers read
    published: ISO date or date-time, from the caller, else from the page; `source`, `title`, `authors` likewise
    province:  where the page's outlet is at home, by the name it had
    """

    text: Text
    content: Text
    boilerplate: tuple[Boilerplate, ...] = ()
    meta: tuple[Meta, ...] = ()
    title: str | None = None
    source: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    province: str | None = None
    warnings: tuple[Warning, ...] = ()


class PageReader:
    """Steps 1 and 2: decodes, normalises and cleans a page."""

    def __init__(self, patterns: Patterns) -> None:
        self._clean = LineReader(patterns)
        self._outlets = Outlets(patterns)

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
        """Reads `data`; `html=None` decides by its look. What the caller knows wins over what the page says.

        Raises `BinaryData` for bytes that are no text.
        """
        warnings: tuple[Warning, ...] = ()
        if isinstance(data, bytes):
            decoded = decode(data)
            data, warnings = decoded.text, decoded.warnings
        lines: tuple[HtmlLine, ...] = ()
        declared = Declared()
        common = False
        if looks_like_html(data) if html is None else html:
            data = without_surrogates(data)
            page = read_html(data)
            lines, declared = page.lines, page.declared
            # Markup loses its own when it is read; character references may still bring some into the text.
            raw, referred = without_controls(page.text)
            controls = referred + without_controls(data)[1]
        elif common := is_common(data):
            raw, controls = with_line_ends(data), 0
        else:
            raw, controls = without_controls(nfc(data))
        if controls:
            warnings = (*warnings, Warning(code="control", message=f"{controls} control characters were taken out"))
        text = Text(raw)
        if not raw.strip():
            warnings = (*warnings, Warning(code="empty", message="the page holds no text"))
        titles = tuple(filter(None, (title, *declared.titles)))
        cleaned = self._clean(text, html=lines, titles=titles, published=published or declared.published)
        known = Known(url, source, published, title)
        data_about = gather(text, cleaned.meta, declared, known, self._outlets)
        masked = [(part.start, part.end) for part in cleaned.boilerplate]
        masked += [(part.start, part.end) for part in cleaned.meta if part.name in _NO_CONTENT]
        return Page(
            text=text,
            content=text.without(sorted(masked)),
            boilerplate=cleaned.boilerplate,
            meta=cleaned.meta,
            title=data_about.title,
            source=data_about.source,
            published=data_about.published,
            authors=data_about.authors,
            province=data_about.province,
            warnings=warnings if common else (*warnings, *faults(raw)),
        )


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it says so at its head, or tags stand in it again and again."""
    head = text[:_HEAD]
    if "<" not in head:
        return False
    return _LOOKS_LIKE_HTML.match(head) is not None or sum(1 for _ in _TAG.finditer(head)) >= _MANY_TAGS
