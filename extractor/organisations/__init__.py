"""Organisations as the page names them: `BTV Thành ủy` -> `Ban Thường vụ Thành ủy`, with what is still open.

Shared by documents (issuers) and officials (organisations of posts). Completion by the page's place is done later,
in `resolve.places`.

`reader` reads a body and what follows its name, with `phrases` (where the words of a name end) and `units` (places)
from the vocabularies of `lexicon`.
"""

from extractor.organisations.reader import Organisations
from extractor.organisations.records import CommuneRow, CountryRow, Level, Organisation, PlaceRow, UnitEntry, VerbEntry
from extractor.organisations.wording import IN_VIETNAM, after_abbreviation, after_blanks, capitals, in_words, skip

__all__ = [
    "IN_VIETNAM",
    "CommuneRow",
    "CountryRow",
    "Level",
    "Organisation",
    "Organisations",
    "PlaceRow",
    "UnitEntry",
    "VerbEntry",
    "after_abbreviation",
    "after_blanks",
    "capitals",
    "in_words",
    "skip",
]
