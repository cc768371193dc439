"""Recognises references to official documents."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.organisations import Organisations
from extractor.patterns import Patterns
from extractor.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A reference at `start:end` with what its own words say."""

    start: int
    end: int
    rule: str
    kind: str
    number: str | None = None


class DocumentRecogniser:
    def __init__(self, patterns: Patterns, organisations: Organisations) -> None: ...

    def __call__(self, text: Text) -> list[FoundDocument]:
        """All references in `text`, in order."""
        return []
