"""Indicators joined to their periods, baselines and units."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.article import Date, Indicator
from extractor.page import Page
from extractor.recognise.indicators import FoundIndicator


def resolve_indicators(found: Sequence[FoundIndicator], page: Page, *, dates: Sequence[Date]) -> list[Indicator]:
    """The indicators of the record, in order of `found`."""
    return []
