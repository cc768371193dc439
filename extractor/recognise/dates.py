"""Recognises time expressions."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.patterns import Patterns
from extractor.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A time expression at `start:end`, as far as its own words fix it."""

    start: int
    end: int
    rule: str
    type: str
    value: str


class DateRecogniser:
    def __init__(self, patterns: Patterns) -> None: ...

    def __call__(self, text: Text) -> list[FoundDate]:
        """All time expressions in `text`, in order."""
        return []
