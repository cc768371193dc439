"""People across mentions: one entity per person, posts completed, titles and given names joined to their holder."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.article import Official, Person
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.officials import FoundPerson
from extractor.resolve.places import Home, Places


class PeopleResolver:
    def __init__(self, patterns: Patterns, places: Places) -> None: ...

    def __call__(self, found: Sequence[FoundPerson], page: Page, *, home: Home) -> tuple[list[Official], list[Person]]:
        """Officials and persons of the record, in order of first mention."""
        return [], []
