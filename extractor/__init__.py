"""Official documents, officials, dates and indicators from scraped Vietnamese news pages.

>>> from extractor import extract
>>> extract("Thực hiện Nghị quyết số 22-NQ/TW ngày 02/02/2008").documents[0].number
'22-NQ/TW'
"""

from typing import TYPE_CHECKING, Any

from extractor.article import (
    Article,
    Boilerplate,
    Date,
    Document,
    Indicator,
    Link,
    Mention,
    Meta,
    Official,
    Person,
    Position,
    Relation,
    Statement,
    Warning,
)
from extractor.patterns import PatternError

if TYPE_CHECKING:
    from extractor.pipeline import Extractor, Request, extract

__all__ = [
    "Article",
    "Boilerplate",
    "Date",
    "Document",
    "Extractor",
    "Indicator",
    "Link",
    "Mention",
    "Meta",
    "Official",
    "PatternError",
    "Person",
    "Position",
    "Relation",
    "Request",
    "Statement",
    "Warning",
    "extract",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """What reads pages is imported at first use: its grammars are most of what there is to load."""
    if name in {"Extractor", "Request", "extract"}:
        from extractor import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
