"""Organisations as the page names them: `BTV Thành ủy` -> `Ban Thường vụ Thành ủy`, with what is still open.

Shared by documents (issuers) and officials (organisations of posts). Completion by the page's place is done later,
in `resolve.places`.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.patterns import Patterns
from extractor.text import Text


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body named at `start:end`.

    name:  abbreviations expanded, canonical spelling, with its place when the page gives it
    level: `central`, `province`, `city` (Thành ủy: province or district level), `district`, `commune`, or None
    place: the place named with it, or None
    open:  its name needs a place that is not said here ("Tỉnh ủy", "UBND tỉnh")
    """

    start: int
    end: int
    name: str
    level: str | None = None
    place: str | None = None
    open: bool = False


class Organisations:
    """Reads organisation phrases."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns

    def at(self, text: Text, position: int) -> Organisation | None:
        """The longest organisation that starts exactly at `position`, or None."""
        return None
