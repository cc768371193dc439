"""Posts that a life tells of, in an obituary or with an appointment: they are the page's one person's.

life := NAME ("," | ";" | line) "sinh ngày" … (";" posts)* row*
row  := ["-"] ["từ"] date … ":" posts [", rồi" posts]        "- Từ năm 1960 đến năm 1964: Bí thư Chi bộ xã Hòa Tiến"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import Post, Posts
from extractor.text import Text

_LIFE = ("tiểu sử", "quá trình công tác", "từ trần", "thương tiếc", "tin buồn", "cáo phó")
# What must not stand before is asked behind the first word: a search for a word is fast.
_BORN = re.compile(r"sinh (?<!\wsinh )(?:ngày|năm|tháng|\d)")
# Between a name and the day of birth.
_GAP = re.compile(r"[\s,;.:(-]*(?:\([^()\n]{0,30}\)[\s,;.:-]*)?")
# A clause of the line of birth that may name posts, and a row of the life.
_CLAUSE = re.compile(r"[;.:] *|, *(?=nguyên )")
_ROW = re.compile(
    r"(?:\n[ \t]*(?:[-+*•] *)?|[;.] *)(?:từ )?(?:(?:cuối |đầu )?(?:ngày|tháng|năm) )?\d[^\n:;]{0,60}: *(?:là )?"
)
_THEN = re.compile(r",? *(?:rồi|sau đó) +(?:là +)?|; *(?!\d|từ |năm |tháng )")
MAX_LIFE = 8000


class Lives:
    """Finds the person whose life the page tells, and the posts of it."""

    def __init__(self, posts: Posts) -> None:
        self._posts = posts

    def __call__(self, text: Text, found: Sequence[FoundPerson]) -> list[FoundPerson]:
        """`found`, in order, with the posts of a life at the mention that opens it."""
        people = list(found)
        if _BORN.search(text.folded) is None or not any(words in text.folded for words in _LIFE):
            return people
        born = list(_opened(text, people))
        if len({people[index].name for index, _ in born}) != 1:
            return people
        index, start = born[0]
        others = [person.start for person in people if person.start > start and person.full and person.posts]
        told = [*self._stated(text, start), *self._rows(text, start)]
        known = [post for post in told if not any(post.start <= other < post.end + 2 for other in others)]
        taken = {post.start for person in people for post in (*person.posts, *person.conferred) if person.full}
        mention = people[index]
        life = tuple(post for post in known if post.start not in taken)
        people[index] = replace(mention, conferred=(*mention.conferred, *life))
        ends = [(post.start, post.end) for post in life]
        # A post of a life is no mention of its holder.
        return [
            person
            for person in people
            if person.name is not None or not any(start <= person.start < end for start, end in ends)
        ]

    def _stated(self, text: Text, start: int) -> Iterator[Post]:
        """The posts in the line of birth: `…; nguyên Bí thư Huyện ủy; đại biểu Quốc hội khóa VIII`."""
        line = text.folded.find("\n", start)
        stop = line if line >= 0 else len(text)
        end = start
        for clause in _CLAUSE.finditer(text.folded, start, min(stop, start + MAX_LIFE)):
            if clause.end() >= end:
                for post in self._posts.list_at(text, clause.end()):
                    yield post
                    end = post.end

    def _rows(self, text: Text, start: int) -> Iterator[Post]:
        for row in _ROW.finditer(text.folded, start, min(len(text), start + MAX_LIFE)):
            position = row.end()
            for _ in range(4):
                posts = self._posts.list_at(text, position)
                yield from (replace(post, status=post.status or "former") for post in posts)
                then = _THEN.match(text.folded, posts[-1].end) if posts else None
                if then is None:
                    break
                position = then.end()


def _opened(text: Text, people: Sequence[FoundPerson]) -> Iterator[tuple[int, int]]:
    """The people whose day of birth follows their name, and where it stands."""
    ends = {person.end: index for index, person in enumerate(people) if person.full and not person.posts}
    for born in _BORN.finditer(text.folded):
        for end in range(born.start() - 1, max(0, born.start() - 48), -1):
            if end in ends and _GAP.fullmatch(text.folded, end, born.start()):
                yield ends[end], born.start()
                break
