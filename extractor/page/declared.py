"""What the head of an HTML page declares about its article: JSON-LD, OpenGraph, `<meta>`, `<time>`, `<title>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from extractor.calendars import iso_day
from extractor.text import nfc

_VIETNAM = timezone(timedelta(hours=7))
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_ARTICLES = frozenset({"article", "newsarticle", "reportagenewsarticle", "blogposting", "opinionnewsarticle", "report"})

# Names of <meta> (name, property, itemprop; lower case) in order of trust.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc.created",
    "date",
)
_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_SOURCE = ("og:site_name", "publisher", "dc.publisher", "application-name")
_AUTHOR = ("author", "article:author", "dc.creator")
_MAX_NODES = 10_000
_MAX_VALUE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a page declares, most trusted first; nothing of it is an offset of the text.

    titles:    the headline in its spellings; those of `<title>` often end in the outlet's name
    published: ISO date or local date-time without zone (Vietnam's)
    """

    titles: tuple[str, ...] = ()
    published: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Declarations:
    """Collects declarations while a page is walked; `read` weighs them."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    title: str = ""
    url: str | None = None
    language: str | None = None

    def meta(self, attributes: dict[str, str | None]) -> None:
        """A `<meta>`, or any element with `itemprop` and `content`; the first of a name counts."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and len(content) <= _MAX_VALUE:
            self.metas.setdefault(name.strip().lower(), _clean(content))

    def read(self) -> Declared:
        """All of it weighed: JSON-LD before OpenGraph before plain `<meta>` before `<time>`."""
        article = next(_articles(self.scripts), {})
        titles = [_text(article.get("headline")), *(self.metas.get(name) for name in _TITLE), _clean(self.title)]
        times = [_text(article.get("datePublished")), *(self.metas.get(name) for name in _PUBLISHED), *self.times]
        authors = _names(article.get("author")) or [self.metas[name] for name in _AUTHOR if name in self.metas][:1]
        publisher = next(iter(_names(article.get("publisher"))), None)
        return Declared(
            titles=tuple(dict.fromkeys(title for title in titles if title)),
            published=next((moment for time in times if time and (moment := iso_moment(time))), None),
            authors=tuple(author for author in authors if not author.startswith("http")),
            source=next((self.metas[name] for name in _SOURCE if name in self.metas), None) or publisher,
            url=self.url or self.metas.get("og:url"),
            language=self.language,
        )


def iso_moment(text: str) -> str | None:
    """An ISO 8601 date or date-time as `YYYY-MM-DD[THH:MM]`; a zone is turned into Vietnam's; None if it is none."""
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, zone = match.groups()
    date = iso_day(int(year), int(month), int(day))
    if date is None or hour is None:
        return date
    if int(hour) > 23 or int(minute) > 59:
        return None
    clock = f"{int(hour):02d}:{minute}"
    if zone is None:
        return f"{date}T{clock}"
    offset = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"
    try:
        return datetime.fromisoformat(f"{date}T{clock}{offset}").astimezone(_VIETNAM).isoformat()[:16]
    except (ValueError, OverflowError):
        return None


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """The article objects of JSON-LD scripts, in order."""
    for script in scripts:
        try:
            pending: list[Any] = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MAX_NODES):
            if not pending:
                break
            node = pending.pop()
            if isinstance(node, list):
                pending.extend(reversed(node))
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.lower() in _ARTICLES for kind in kinds):
                    yield node
                else:
                    pending.extend(value for value in node.values() if isinstance(value, (dict, list)))


def _names(value: Any) -> list[str]:
    """The names of a JSON-LD person or organisation, or of several."""
    values = value if isinstance(value, list) else [value]
    named = (item.get("name") if isinstance(item, dict) else item for item in values[:50])
    return [name for item in named if (name := _text(item))]


def _text(value: Any) -> str | None:
    return _clean(value) or None if isinstance(value, str) and len(value) <= _MAX_VALUE else None


def _clean(text: str) -> str:
    return nfc(" ".join(text.split()))
