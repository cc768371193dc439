"""The entries of the vocabularies that name bodies and places, and the body that was read."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from extractor.patterns import Entry, Row

Level = Literal["central", "province", "city", "district", "commune"]


class BodyEntry(Entry, frozen=True, kw_only=True):
    """A body: how it is written, its level, and what may follow its name (see `patterns/organisations.toml`)."""

    name: str
    forms: tuple[str, ...]
    level: Level | None = None
    then: tuple[Literal["topic", "task", "body", "unit", "place", "name", "number"], ...] = ()
    of: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    alone: str = ""
    alone_level: Level | None = None
    needs: bool = False
    free: bool = False
    generic: bool = False


class TopicEntry(Entry, frozen=True, kw_only=True):
    """What a body is in charge of, with its spellings; `police` topics say nothing of the body's level."""

    name: str
    forms: tuple[str, ...] = ()
    police: bool = False


class VerbEntry(Entry, frozen=True, kw_only=True):
    """Words that follow a person or a body in a sentence; `id` is `speech` or `act`."""

    forms: tuple[str, ...]


class UnitEntry(Entry, frozen=True, kw_only=True):
    """A kind of administrative unit, as written before a place."""

    name: str
    forms: tuple[str, ...]
    level: Level


class PlaceRow(Row, frozen=True, kw_only=True):
    """A province or district: `province` is empty for a province; valid from `since` to `until` (ISO dates)."""

    name: str
    unit: str
    province: str = ""
    since: str = ""
    until: str = ""
    successor: str = ""
    aliases: str = ""


class CountryRow(Row, frozen=True, kw_only=True):
    """A country whose leaders the news names, with other spellings.

    unless: words behind that make a spelling another word ("Ý kiến")
    """

    name: str
    aliases: str = ""
    unless: str = ""

    @property
    def names(self) -> list[str]:
        return [self.name, *filter(None, self.aliases.split("; "))]


class ForeignPlaceRow(Row, frozen=True, kw_only=True):
    """A province or city abroad that the news names, with other spellings."""

    name: str
    unit: str
    country: str
    aliases: str = ""


class CommuneRow(Row, frozen=True, kw_only=True):
    """The communes of a district (before July 2025) or of a province (since); `names` are separated by `; `."""

    district: str = ""
    province: str
    names: str


class Organisation(Struct, frozen=True, gc=False):
    """A body named at `start:end`.

    name:  abbreviations expanded, canonical spelling, with its place when the page gives it
    level: `central`, `province`, `city` (Thành ủy: province or district level), `district`, `commune`, or None
    place: the place named with it, or None
    open:  its name needs a place that is not said here ("Tỉnh ủy", "UBND tỉnh")
    joint: the place follows the name directly ("Tỉnh ủy" + Hà Tĩnh), without the word tỉnh, huyện …
    tags:  what kinds of body it is, from the vocabulary; `abroad` for a place of another country and its bodies
    host:  the kind of the larger body that it is said to be a part of ("Trung tâm … thuộc sở": Sở), or ""
    """

    start: int
    end: int
    name: str
    level: Level | None = None
    place: str | None = None
    open: bool = False
    joint: bool = True
    tags: tuple[str, ...] = ()
    host: str = ""

    @property
    def short(self) -> str:
        """A unit behind a body whose word for it says its kind: Tỉnh ủy | Hà Tĩnh, Quận ủy | quận 1."""
        if self.place is None or self.place == "Hồ Chí Minh" or self.place.isdigit():
            return self.name
        return self.place
