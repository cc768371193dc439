"""Recognises numeric indicators."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.patterns import Patterns
from extractor.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIndicator:
    """A quantity at `start:end` with the unit and the words around it."""

    start: int
    end: int
    rule: str
    unit: str


class IndicatorRecogniser:
    def __init__(self, patterns: Patterns) -> None: ...

    def __call__(self, text: Text) -> list[FoundIndicator]:
        """All quantities in `text`, in order."""
        return []
