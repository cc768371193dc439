"""People across mentions: one entity per person, posts completed, titles and given names joined to their holder."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from msgspec.structs import replace

from extractor.article import Mention, Official, Person, Position
from extractor.names import is_foreign
from extractor.organisations import Organisation, Organisations
from extractor.page import Page
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import Post, is_abroad
from extractor.resolve.bodies import Bodies, Story
from extractor.resolve.places import Home, Places
from extractor.text import Text, key

_REMEMBERED = 1_024
# The chair of a firm is the chair of its board.
_BOARDS = ("hội đồng quản trị", "hội đồng thành viên")
# Posts that nobody holds here.
_ABROAD = frozenset({"Tổng thống", "Phó Tổng thống", "Ngoại trưởng"})


@dataclass(slots=True, eq=False)
class _Someone:
    """A person while the page is read: `groups` are the posts named together, `mentions` where the person is, `called`
    the words of address before the full name (ông, bà, anh, chị)."""

    name: str
    words: tuple[str, ...]
    groups: list[tuple[Post, ...]] = field(default_factory=list)
    mentions: list[FoundPerson] = field(default_factory=list)
    said: set[tuple[tuple[str, str], ...]] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    foreign: bool = False

    def add(self, group: tuple[Post, ...]) -> None:
        """Posts named together, unless the page named the same before."""
        if not group:
            return
        words = tuple([(post.role, post.organisation.name if post.organisation else "") for post in group])
        if words not in self.said:
            self.said.add(words)
            self.groups.append(group)

    @property
    def abroad(self) -> bool:
        """Whether all posts of this person are of another country."""
        return self.foreign and all(map(is_abroad, self.posts))

    @property
    def posts(self) -> Iterable[Post]:
        return (post for group in self.groups for post in group)


class PeopleResolver:
    """Joins mentions in the order of the page."""

    def __init__(self, places: Places, organisations: Organisations) -> None:
        self._bodies = Bodies(places, organisations)

    def __call__(self, found: Sequence[FoundPerson], page: Page, *, home: Home) -> tuple[list[Official], list[Person]]:
        """Officials and persons of the record, in order of first mention."""
        posts = sorted((post for mention in found for post in (*mention.posts, *mention.conferred)), key=_start)
        story = Story(page.content, home, tuple(posts))
        found = [self._spelled_out(mention, story) if mention.posts else mention for mention in found]
        people = _named(found)
        found = [part for mention in found for part in (_split(mention, found) if mention.leading > 1 else (mention,))]
        for mention in found:
            if mention.full:
                someone = people[key(mention.name or "")]
                someone.add((*mention.posts, *mention.conferred))
                someone.called.update(_address(mention, page.content))
        _add_lone_foreigners(found, people)
        everyone = _unique(people.values())
        seen: dict[_Someone, None] = {}  # the last seen is the last
        for mention in found:
            holder = people[key(mention.name or "")] if mention.full else _holder(mention, everyone, seen, page.content)
            if holder is None:
                continue
            holder.mentions.append(mention)
            if not mention.full:
                holder.add((*_more_said(mention, holder), *mention.conferred))
            seen.pop(holder, None)
            seen[holder] = None
        officials, persons = [], []
        for someone in sorted((one for one in everyone if one.mentions), key=_first):
            mentions = tuple(
                Mention(start=m.start, end=m.end, text=page.text.raw[m.start : m.end], rule=f"person.{m.rule}")
                for m in someone.mentions
            )
            if positions := self._positions(someone, story):
                officials.append(Official(name=someone.name, positions=positions, mentions=mentions))
            else:
                persons.append(Person(name=someone.name, mentions=mentions))
        return officials, persons

    def _spelled_out(self, mention: FoundPerson, story: Story) -> FoundPerson:
        """A mention with the bodies that it names by their initials, or a firm by its name alone, in full."""
        if not any(_in_short(post) for post in mention.posts):
            return mention
        posts = tuple(
            replace(post, organisation=replace(body, name=self._bodies.in_full(body, story)))
            if (body := _in_short(post))
            else post
            for post in mention.posts
        )
        return replace(mention, posts=posts)

    def _positions(self, someone: _Someone, story: Story) -> tuple[Position, ...]:
        """The posts of a person, completed, each once; a shorter form gives way to a longer of the same role."""
        positions: dict[tuple[str, str], Position] = {}
        closed = [post for post in someone.posts if post.organisation and not post.organisation.open]
        said = {key(post.role) for post in someone.posts if post.organisation}
        for group in someone.groups:
            for post in group:
                left_open = post.organisation is not None and post.organisation.open
                if left_open and any(own is not post and _says_more(own, post) for own in closed):
                    continue
                # "Vụ trưởng Nguyễn Văn An" whom the page calls Vụ trưởng Vụ Năng lượng elsewhere.
                if post.organisation is None and post.status != "incoming" and key(post.role) in said:
                    continue
                body = self._bodies.complete(post, group, story)
                if body is None and post.entry.weak:
                    continue
                position = Position(role=post.role, organisation=body, status=post.status)
                positions.setdefault((_role(post.role), key(body or "")), position)
        return tuple(
            position
            for (role, body), position in positions.items()
            if (position.status is None or (f"nguyên {role}", body) not in positions)
            and not _fuller(positions, role, body)
            and not any((f"{role} {board}", body) in positions for board in _BOARDS)
            and not any(role == other and _shorter(body, longer) for other, longer in positions)
        )


def _in_short(post: Post) -> Organisation | None:
    """The body of a post that is one word and a name of its own: `PVN`, `Oceanbank`."""
    body = post.organisation
    return body if body is not None and "named" in body.tags and " " not in body.name else None


def _fuller(positions: Mapping[tuple[str, str], Position], role: str, body: str) -> bool:
    """Whether the page calls the deputy of `body` its standing deputy too: one post, said in short and in full."""
    standing = positions.get((f"{role} thường trực", body))
    return standing is not None and standing.status == positions[role, body].status


@functools.lru_cache(_REMEMBERED)
def _role(role: str) -> str:
    """The key of a role; whoever is `cựu` is `nguyên`. Roles come again and again: the last ones are remembered."""
    said = key(role)
    return "nguyên" + said[len("cựu") :] if said.startswith("cựu ") else said


def _same_role(own: str, said: str) -> bool:
    """Whether `said` names the role `own`, which may be the chair of a board in full."""
    one, other = _role(own), _role(said)
    return one == other or (one.startswith(f"{other} ") and one[len(other) + 1 :] in _BOARDS)


def _says_more(own: Post, said: Post) -> bool:
    """Whether `own` names the place that `said`, an open one, does not say: `UBND tỉnh Hà Tĩnh`, `UBND tỉnh`."""
    if own.organisation is None or said.organisation is None:
        return False
    return key(own.role) == key(said.role) and key(own.organisation.name).startswith(key(said.organisation.name) + " ")


def _shorter(short: str, full: str) -> bool:
    """Whether the key of a body is another in short: its beginning, or all but the unit (`sở y tế [tỉnh] hà tĩnh`)."""
    if short == full:
        return False
    return full.startswith(short) or any(full.replace(f" {unit} ", " ", 1) == short for unit in ("tỉnh", "thành phố"))


def _named(found: Sequence[FoundPerson]) -> dict[str, _Someone]:
    """The people with a full name, by its key; a name that ends a longer one is short for it (`Bé Ba`)."""
    people: dict[str, _Someone] = {}
    for mention in found:
        if mention.full and mention.name:
            name = key(mention.name)
            someone = people.get(name)
            if someone is None:
                someone = people[name] = _Someone(mention.name, tuple(name.split()))
            someone.foreign = someone.foreign or mention.foreign
    for mention in found:
        if mention.full and mention.name and mention.alias:
            # "Phan Thanh Bạch (Tư Bạch)": one person by two names.
            people[key(mention.alias)] = people[key(mention.name)]
    everyone = _unique(people.values())
    for name, someone in list(people.items()):
        size = len(someone.words)
        longer = [one for one in everyone if len(one.words) > size and _short_for(someone.words, one)]
        if len(longer) == 1:
            people[name] = longer[0]
            everyone = _unique(people.values())
    return people


def _add_lone_foreigners(found: Sequence[FoundPerson], people: dict[str, _Someone]) -> None:
    """Foreigners whom the page calls by one name and a post abroad, and never in full: `Tổng thống Assad`."""
    known, lone = _unique(people.values()), dict[str, _Someone]()
    for mention in found:
        if mention.full or not mention.name or not is_foreign(mention.name) or not any(map(_is_foreign, mention.posts)):
            continue
        name = key(mention.name)
        words = tuple(name.split())
        if name not in lone:
            if any(_short_for(words, one) or _is_first_name(words, one) for one in known):
                continue
            lone[name] = _Someone(mention.name, words, foreign=True)
        lone[name].add(mention.posts)
    people.update(lone)


def _is_foreign(post: Post) -> bool:
    """Whether a post is held abroad by what the page says of it, or because we have none of the kind."""
    return is_abroad(post) or post.role in _ABROAD


def _short_for(words: tuple[str, ...], someone: _Someone) -> bool:
    """Whether `words` name someone in short: by the given name, which stands last.

    In the highlands it stands behind a prefix; a long name of Laos begins with it ("Bun Thăn Kẹo Mạ Ni").
    """
    if someone.words[-len(words) :] == words:
        return True
    long = someone.foreign and len(words) > 1 and len(someone.words) >= len(words) + 2
    return someone.words[: len(words)] == words and (long or words[0] in {"y", "a"} or "'" in words[0])


def _is_first_name(words: tuple[str, ...], someone: _Someone) -> bool:
    """Whether `words` begin the name of a foreigner: `Donald` of Donald Trump."""
    return someone.foreign and someone.words[: len(words)] == words


def _split(mention: FoundPerson, found: Sequence[FoundPerson]) -> list[FoundPerson]:
    """`Phó Bí thư Thường trực Tỉnh ủy, | Bí thư Thành ủy Dương Tất Thắng`: two people, when the page says so.

    The first post is another's when it stands right before another full name, and never with this one elsewhere.
    """
    if not mention.full or mention.rule == "list":
        return [mention]
    first, second = mention.posts[0], mention.posts[1]
    if first.organisation is None:
        return [mention]
    name = key(mention.name or "")
    others = [other for other in found if other is not mention and other.full and other.posts]
    if first.entry.name == "Tổng Bí thư":
        # Of several countries, each is the head of the State too.
        others = [other for other in others if not _same_role(other.posts[-1].role, second.role)]
    if any(key(other.name or "") == name and _named_with(other.posts, first) for other in others):
        return [mention]
    if not any(key(other.name or "") != name and _named_with(other.posts[:1], first) for other in others):
        return [mention]
    return [
        replace(mention, end=first.end, rule="title", name=None, full=False, posts=(first,), leading=0, conferred=()),
        replace(mention, start=second.start, posts=mention.posts[1:], leading=mention.leading - 1),
    ]


def _named_with(posts: Iterable[Post], post: Post) -> bool:
    return any(_same_role(own.role, post.role) and _same_body(own.organisation, post.organisation) for own in posts)


def _address(mention: FoundPerson, text: Text) -> tuple[str, ...]:
    """The word of address that a mention begins with: ông, bà, anh, chị."""
    return (text.folded[mention.start : mention.end].split(" ", 1)[0],) if mention.honorific == "civil" else ()


def _holder(
    mention: FoundPerson, everyone: Sequence[_Someone], seen: dict[_Someone, None], text: Text
) -> _Someone | None:
    """Whose short mention it is: by given name, or by title; the last seen wins, of those called so (`bà Hà`)."""
    candidates = chain(reversed(seen), (one for one in everyone if one not in seen))
    if not mention.name:
        abroad = None
        for one in candidates:
            if all(_holds(one, post) for post in mention.posts):
                # "Thủ tướng" without a country is ours, also where another's was named last.
                if not one.abroad:
                    return one
                abroad = abroad or one
        return abroad
    words = tuple(key(mention.name).split())
    known = list(candidates)
    named = [one for one in known if _short_for(words, one)] or [one for one in known if _is_first_name(words, one)]
    if len(named) > 1 and (address := _address(mention, text)):
        # Who was named without such a word may be called by any.
        named.sort(key=lambda one: (one not in seen, bool(one.called) and not one.called.issuperset(address)))
    holding = (one for one in named if mention.posts and all(_holds(one, post) for post in mention.posts))
    return next(holding, named[0] if named else None)


def _start(post: Post) -> int:
    return post.start


def _first(someone: _Someone) -> int:
    return someone.mentions[0].start


def _more_said(mention: FoundPerson, holder: _Someone) -> tuple[Post, ...]:
    """The posts of a title alone that say more than those of its holder: `Giám đốc Sở Y tế` of the `Giám đốc Sở`."""
    return tuple(
        post
        for post in mention.posts
        if post.organisation
        and any(
            own.organisation and "bare" in own.organisation.tags and key(own.role) == key(post.role)
            for own in holder.posts
        )
    )


def _unique(people: Iterable[_Someone]) -> list[_Someone]:
    """Each person once: a short name stands for the person of the full one."""
    return list({id(one): one for one in people}.values())


def _holds(someone: _Someone, post: Post) -> bool:
    """Whether one of the person's posts is the one that `post` names, as far as it says."""
    return _named_with(someone.posts, post)


def _same_body(own: Organisation | None, said: Organisation | None) -> bool:
    if said is None:
        return True
    if own is None:
        return False
    a, b = key(own.name), key(said.name)
    return a == b or a.startswith(b) or (own.open and b.startswith(a))
