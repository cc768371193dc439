"""Membership that a heading gives to every name of the list below it.

roster := "Danh sách Ban Chấp hành Đảng bộ xã Hòa Tiến" item+      each item on a line of its own
        | "Ban Thường vụ (được bầu) gồm:" item+                    in lines or in one
        | "Tổ đại biểu gồm" item+
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from extractor.organisations import Organisation, Organisations
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import Post, Posts
from extractor.text import Text, places_of

# Where a heading ends, and where its body may begin.
_LISTED = re.compile(
    r"(?<!\w)gồm(?: có)?(?: các (?:đồng chí|ông, bà|ông|bà|đại biểu))?(?P<many> \d+ [^:\n]{0,30})? *:?"
)
_TITLED = re.compile(r"danh sách (?=ban )")
_ELECTED = re.compile(
    r"(?:[ ,]+(?:khóa \w+|nhiệm kỳ \d{4} *- *\d{4}|mới|lâm thời|trúng cử|(?:đã |vừa )?được bầu(?: ra)?"
    r"|(?:có )?\d+ \w+(?: \w+)?))*[ ,]*"
)
_DEPUTIES = re.compile(r"(?<!\w)tổ đại biểu(?: [^.;:,\n]{0,60})?$")
_BODY = re.compile(r"(?<!\w)ban (?:thường vụ|chấp hành|thường trực)(?!\w)")
_CONGRESS = re.compile(r"đại hội (?:đại biểu )?(?:toàn thể )?(?:\w+ )?(?=hội|đoàn|công đoàn)")
# From the heading, or one name, to the next.
_FIRST = re.compile(r"[^.;:,\n]{0,40}:?\s*(?:\d{1,2}[.)]|[-+*•])? *")
_NEXT = re.compile(r"[^\n.;:]{0,120}[;.,]?\s*\n\s*(?:\d{1,2}[.)]|[-+*•]) *|[^\n.;:]{0,40}(?:[;,]| và| cùng) *")
HEADING = 120
GAP = 160
MAX_MEMBERS = 80


class Rosters:
    """Finds rosters among the people found."""

    def __init__(self, posts: Posts, organisations: Organisations) -> None:
        self._organisations = organisations
        roles = {role.id: role for role in posts.roles}
        self._member, self._deputy = roles["uy-vien"], roles["dai-bieu"]

    def __call__(self, text: Text, found: Sequence[FoundPerson]) -> list[FoundPerson]:
        """`found`, in order, with the membership that headings give."""
        members = list(found)
        if not members:
            return members
        given = [self._titled(text, position) for position in _whole_places_of("danh sách", text)]
        given += [self._introduced(text, position) for position in _whole_places_of("gồm", text)]
        for post in filter(None, given):
            for index in _listed(text, members, post.end):
                members[index] = replace(members[index], posts=(post, *members[index].posts))
        return members

    def _titled(self, text: Text, position: int) -> Post | None:
        """The membership that a line `Danh sách Ban Chấp hành …` gives."""
        heading = _TITLED.match(text.folded, position)
        body = heading and self._organisations.at(text, heading.end())
        return self._membership(text, body, body.end) if body else None

    def _introduced(self, text: Text, position: int) -> Post | None:
        """The membership that `Ban Thường vụ … gồm:` or `Tổ đại biểu gồm` gives."""
        heading = _LISTED.match(text.folded, position)
        if heading is None:
            return None
        line = max(text.folded.rfind("\n", 0, position) + 1, position - HEADING)
        if deputies := _DEPUTIES.search(text.folded[line:position].rstrip()):
            return Post(line + deputies.start(), heading.end(), self._deputy.name, None, self._deputy)
        start = max((match.start() for match in _BODY.finditer(text.folded, line, position)), default=-1)
        body = self._organisations.at(text, start) if start >= 0 else None
        if body is None or not _ELECTED.fullmatch(text.folded, body.end, position):
            return None
        return self._membership(text, body, heading.end())

    def _membership(self, text: Text, body: Organisation, end: int) -> Post | None:
        """`Ủy viên` of the inner body `body`, when its host is said there or is the congress's."""
        if "inner" not in body.tags:
            return None
        if body.level is None:
            host = self._congress(text)
            if host is None:
                return None
            body = replace(host, start=body.start, end=body.end, name=f"{body.name} {host.name}", tags=body.tags)
        return Post(body.start, end, self._member.name, body, self._member)

    def _congress(self, text: Text) -> Organisation | None:
        """The association whose congress the page reports, or None."""
        for position in _whole_places_of("đại hội", text):
            match = _CONGRESS.match(text.folded, position)
            host = self._organisations.at(text, match.end()) if match else None
            if host is not None and {"mass", "youth"} & set(host.tags):
                return host
        return None


def _whole_places_of(words: str, text: Text) -> Iterator[int]:
    """Where `words` stand in the text as whole words."""
    for start in places_of(words, text.folded):
        if start == 0 or not text.folded[start - 1].isalnum():
            yield start


def _listed(text: Text, members: Sequence[FoundPerson], end: int) -> list[int]:
    """The members whose names follow `end` one after the other, each with its full name."""
    indices: list[int] = []
    for index, member in enumerate(members):
        if member.start < end:
            continue
        gap = (_NEXT if indices else _FIRST).fullmatch(text.folded, end, min(member.start, end + GAP))
        if gap is None or gap.end() != member.start or not member.full or len(indices) == MAX_MEMBERS:
            break
        indices.append(index)
        end = member.end
    return indices
