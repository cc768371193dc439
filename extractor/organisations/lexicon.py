"""The vocabularies that organisations are read with."""

from __future__ import annotations

from extractor.gazetteer import Gazetteer
from extractor.names import FamilyNames
from extractor.organisations.records import (
    BodyEntry,
    CommuneRow,
    CountryRow,
    ForeignPlaceRow,
    PlaceRow,
    TopicEntry,
    UnitEntry,
    VerbEntry,
)
from extractor.patterns import Patterns
from extractor.text import Text, fold, lower

# Where editors leave out the breves of local names.
_HIGHLANDS = frozenset({"Gia Lai", "Kon Tum", "Đắk Lắk", "Đắk Nông"})


class Lexicon:
    """Bodies, topics, places, family names, and the words of a sentence that end a phrase."""

    def __init__(self, patterns: Patterns) -> None:
        bodies = patterns.entries("organisations", BodyEntry)
        topics = patterns.entries("topics", TopicEntry)
        self.bodies = Gazetteer((form, body) for body in bodies for form in body.forms)
        self.topics = Gazetteer((form, topic) for topic in topics for form in _spellings(topic))
        self.topic_words = {
            word for topic in topics for form in (topic.name, *topic.forms) for word in lower(fold(form)).split()
        } - {"và", "-", "&"}
        # Where a phrase ends: verbs and words of the sentence, unless they are part of a topic ("Kiểm tra").
        verbs = patterns.entries("verbs", VerbEntry)
        self.verbs = Gazetteer((form, None) for verb in verbs for form in verb.forms)
        self.places = Gazetteers(patterns)
        self.families = FamilyNames(patterns)


class Gazetteers:
    """Places by level, as forms of the page."""

    def __init__(self, patterns: Patterns) -> None:
        rows = patterns.table("places", PlaceRow)
        self.units = Gazetteer(
            (form, unit) for unit in patterns.entries("units_of_place", UnitEntry) for form in unit.forms
        )
        self.unit_names = {unit.name for unit in patterns.entries("units_of_place", UnitEntry)}
        provinces = [(form, row) for row in rows if not row.province for form in _written(row)]
        districts = [(form, row) for row in rows if row.province for form in _written(row)]
        self.provinces = Gazetteer(provinces)
        self.central_cities = {
            row.name for row in rows if not row.province and row.unit == "thành phố" and not row.since
        }
        self.districts = Gazetteer(districts)
        self._all = Gazetteer([(form, row) for form, row in (*provinces, *districts) if not form[0].isdigit()])
        self.cities = Gazetteer(
            [(form, row) for form, row in districts if row.unit in {"thành phố", "thị xã"}]
            + [(form, row) for form, row in provinces if row.unit == "thành phố"]
        )
        countries = patterns.table("countries", CountryRow)
        self.countries = Gazetteer((form, row) for row in countries for form in row.names)
        abroad = patterns.table("foreign_places", ForeignPlaceRow)
        self.abroad = Gazetteer((form, row) for row in abroad for form in (row.name, *_listed(row.aliases)))
        # Communes are only asked for whole names: a set is enough and loads fast.
        self.communes = {
            lower(fold(name)) for row in patterns.table("communes", CommuneRow) for name in _listed(row.names)
        }

    def any_at(self, text: Text, position: int) -> int:
        """The end of a province or district at `position`; `position` when there is none."""
        known = self._all.at(text, position)
        return known[0] if known else position


def _written(row: PlaceRow) -> list[str]:
    """The spellings of a place: its name, its aliases, and Đắk, Đăk or Đắc."""
    sounds = [sound for sound in ("Đắk", "Đăk", "Đắc") if sound in row.name]
    also = [row.name.replace(sounds[0], sound) for sound in ("Đắk", "Đăk", "Đắc", "Đak")] if sounds else []
    if row.province in _HIGHLANDS and "ă" in row.name:
        # "Chư Pah"
        also.append(row.name.replace("ă", "a"))
    return list(dict.fromkeys([row.name, *_listed(row.aliases), *also]))


def _listed(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def _spellings(topic: TopicEntry) -> set[str]:
    """The forms of a topic, in any case when spelled out, with every way to write its `và`."""
    name = lower(topic.name)
    return {name, name.replace(" và ", " & "), name.replace(" và ", " - "), name.replace(" - ", "-"), *topic.forms}
