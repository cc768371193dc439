"""Recognises mentions of persons and their posts."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.organisations import Organisations
from extractor.patterns import Patterns
from extractor.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A mention of a person at `start:end`: a name, posts, or both."""

    start: int
    end: int
    rule: str
    name: str | None = None


class OfficialRecogniser:
    def __init__(self, patterns: Patterns, organisations: Organisations) -> None: ...

    def __call__(self, text: Text) -> list[FoundPerson]:
        """All mentions in `text`, in order."""
        return []
