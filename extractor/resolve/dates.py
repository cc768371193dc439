"""Dates anchored: years completed, relative expressions resolved."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.article import Date
from extractor.page import Page
from extractor.recognise.dates import FoundDate


def resolve_dates(found: Sequence[FoundDate], page: Page) -> list[Date]:
    """The dates of the record, in order of `found`."""
    return []
