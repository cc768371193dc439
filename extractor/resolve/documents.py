"""Documents joined: mentions to entities, bare numbers completed, entities to the registry."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.article import Date, Document
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.documents import FoundDocument
from extractor.resolve.places import Home, Places


class DocumentResolver:
    def __init__(self, patterns: Patterns, places: Places) -> None: ...

    def __call__(self, found: Sequence[FoundDocument], page: Page, *, home: Home, dates: Sequence[Date]) -> list[Document]:
        """The documents of the record, in order of first mention."""
        return []
