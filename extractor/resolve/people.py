"""People across mentions: one entity per person, posts completed, titles and given names joined to their holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.article import Mention, Official, Person, Position
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.officials import FoundPerson
from extractor.recognise.posts import Post
from extractor.resolve.places import Home, Places
from extractor.text import key


@dataclass(slots=True)
class _Someone:
    """A person while the page is read."""

    name: str
    posts: list[Post] = field(default_factory=list)
    mentions: list[FoundPerson] = field(default_factory=list)

    @property
    def given(self) -> str:
        return key(self.name).split()[-1]


class PeopleResolver:
    """Joins mentions in the order of the page."""

    def __init__(self, patterns: Patterns, places: Places) -> None:
        self._places = places

    def __call__(self, found: Sequence[FoundPerson], page: Page, *, home: Home) -> tuple[list[Official], list[Person]]:
        """Officials and persons of the record, in order of first mention."""
        people: dict[str, _Someone] = {}
        for mention in found:
            if mention.name and mention.full:
                someone = people.setdefault(key(mention.name), _Someone(mention.name))
                someone.posts += [*mention.posts, *mention.conferred]
        order: list[_Someone] = []
        for mention in found:
            holder = self._holder(mention, people, order)
            if holder is not None:
                holder.mentions.append(mention)
                if holder in order:
                    order.remove(holder)
                order.append(holder)
        ranked = sorted((p for p in people.values() if p.mentions), key=lambda p: p.mentions[0].start)
        officials, persons = [], []
        for someone in ranked:
            mentions = tuple(
                Mention(start=m.start, end=m.end, text=page.text.raw[m.start : m.end], rule=m.rule)
                for m in someone.mentions
            )
            if positions := self._positions(someone, home):
                officials.append(Official(name=someone.name, positions=positions, mentions=mentions))
            else:
                persons.append(Person(name=someone.name, mentions=mentions))
        return officials, persons

    def _holder(self, mention: FoundPerson, people: dict[str, _Someone], seen: Sequence[_Someone]) -> _Someone | None:
        """Whose mention it is: by full name, by given name, or by title; the last seen wins."""
        if mention.name and mention.full:
            return people[key(mention.name)]
        if mention.name:
            given = key(mention.name)
            return next((someone for someone in reversed(seen) if someone.given == given), None)
        return self._by_title(mention, people, seen)

    def _by_title(self, mention: FoundPerson, people: dict[str, _Someone], seen: Sequence[_Someone]) -> _Someone | None:
        fitting = [someone for someone in reversed(seen) if all(_holds(someone, post) for post in mention.posts)]
        later = [
            someone
            for someone in people.values()
            if someone not in seen and all(_holds(someone, post) for post in mention.posts)
        ]
        return next(iter([*fitting, *later]), None)

    def _positions(self, someone: _Someone, home: Home) -> tuple[Position, ...]:
        """The posts of a person, completed and each once; an open one gives way to the same role with its body."""
        positions: dict[tuple[str, str], Position] = {}
        for post in someone.posts:
            body = post.organisation and self._places.complete(post.organisation, home)
            positions.setdefault((key(post.role), key(body or "")), Position(role=post.role, organisation=body))
        roles = {role for role, body in positions if body}
        return tuple(position for (role, body), position in positions.items() if body or role not in roles)


def _holds(someone: _Someone, post: Post) -> bool:
    """Whether one of the person's posts is the one that `post` names, as far as it says."""
    return any(key(own.role) == key(post.role) and _same_body(own, post) for own in someone.posts)


def _same_body(own: Post, said: Post) -> bool:
    if said.organisation is None or own.organisation is None:
        return True
    a, b = key(own.organisation.name), key(said.organisation.name)
    return a == b or a.startswith(b) or b.startswith(a)
