"""Official documents, officials, dates and indicators from scraped Vietnamese news pages.

>>> from extractor import extract
>>> extract("Thực hiện Nghị quyết số 22-NQ/TW ngày 02/02/2008").documents[0].number
'22-NQ/TW'
"""

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
