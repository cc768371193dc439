"""A mention of a person, as the recogniser of officials hands it on."""

from __future__ import annotations

from msgspec import Struct

from extractor.recognise.posts import Post


class FoundPerson(Struct, frozen=True, kw_only=True, gc=False):
    """A mention of a person at `start:end`: a name, posts, or both.

    name:      as the page gives it, in title case; None for a title alone
    full:      whether `name` is a full name ("ông Chất" is not)
    posts:     the posts that stand in the mention, or in the heading of its list
    leading:   how many of `posts` stand before the name
    conferred: posts that the sentence gives or takes away, outside the span
    honorific: the kind of what stands before the name
    foreign:   whether it is the name of a foreigner, whose family name may stand first or last
    alias:     another name in brackets ("Phan Thanh Bạch (Tư Bạch)")
    """

    start: int
    end: int
    rule: str
    name: str | None = None
    full: bool = False
    posts: tuple[Post, ...] = ()
    leading: int = 0
    conferred: tuple[Post, ...] = ()
    honorific: str | None = None
    foreign: bool = False
    alias: str | None = None
