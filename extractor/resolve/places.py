"""Where a page is at home, and organisations completed by it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.organisations import Organisation
from extractor.page import Page
from extractor.patterns import Patterns


@dataclass(frozen=True, slots=True)
class Home:
    """The page's own places, each None when the page does not tell: province, and city or district, and commune."""

    province: str | None = None
    district: str | None = None
    commune: str | None = None


class Places:
    def __init__(self, patterns: Patterns) -> None: ...

    def home(self, page: Page) -> Home:
        """The page's places from its outlet, dateline, title and the full names in it."""
        return Home()

    def complete(self, organisation: Organisation, home: Home) -> str:
        """The organisation's full name, an open one with the place of `home`."""
        return organisation.name
