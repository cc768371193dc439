"""Posts that the clause around a mention gives or takes away; their words stay outside its span.

clause := NAME "được bầu giữ chức" posts            "ông Nguyễn Văn An được bầu giữ chức Chủ tịch UBND tỉnh"
        | "miễn nhiệm chức vụ" posts "đối với" NAME
        | post ("là" | "thay") NAME                 "Chủ tịch HĐQT là ông Nguyễn Văn An"
        | body "do" NAME "làm" posts                "Hội LHPN xã do chị Siu H'Nhiêng làm Chủ tịch"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from extractor.organisations import Organisation, Organisations
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import TERM, Post, Posts
from extractor.text import Text

_GIVES = r"(?:bổ[ ]nhiệm|bầu|điều[ ]động|phân[ ]công|luân[ ]chuyển|chỉ[ ]định|giới[ ]thiệu)"
# From a name to a post that the clause gives, takes away or states: `(đã được Quốc hội) bầu giữ chức`, `hiện là`.
_CONFERRED = re.compile(
    rf"""(?:[ ]+(?:và|ta|này|ấy))?
    (?:(?:,|[ ][-–])?[ ]+(?:được|đã|vừa|sẽ|bị|xin|cũng|hiện|nay|đang|chính[ ]thức|tiếp[ ]tục|tái|kiêm|về
        |cử|điều|rồi|sau[ ](?:này|đó)|nhận[ ]quyết[ ]định|lần[ ]lượt
        |(?P<past>từng(?:(?:[ ]có)?[ ](?:nhiều|\d+)[ ]năm|[ ]có[ ]thời[ ]gian)?|(?:khi|lúc)[ ]đó)
        |quốc[ ]hội|(?:tỉnh|thành|huyện)[ ]ủy|ban[ ]thường[ ]vụ[ ]\w+[ ]\w+|bộ[ ]chính[ ]trị|ban[ ]bí[ ]thư
        |thủ[ ]tướng(?:[ ]chính[ ]phủ)?|chủ[ ]tịch[ ]nước|hđnd[ ]\w+|trung[ ]ương
        |tham[ ]gia[ ]ban[ ](?:chấp[ ]hành|thường[ ]vụ)[^.;,\n]{{0,40}})){{0,6}}
    ,?[ ]+(?:(?P<out>thôi|miễn[ ]nhiệm|cách[ ]chức|rời)[ ]+)?
    (?:(?:giữ|đảm[ ]nhiệm|đảm[ ]nhận|nhận|(?P<through>kinh[ ]qua|trải[ ]qua))
        [ ]+(?:(?:các|nhiều)[ ]+)?(?:chức[ ]vụ|chức[ ]danh|chức|cương[ ]vị|vị[ ]trí|trọng[ ]trách|nhiệm[ ]vụ)
        (?:[ ]+như)?[ ]?:?
      |(?:(?:tiếp[ ]nhận|bố[ ]trí)(?:,|[ ]và)?[ ]+)?{_GIVES}(?:(?:,|[ ]và)?[ ]+{_GIVES}){{0,3}}
        (?:[ ]+(?:đến[ ]+)?(?:làm|giữ(?:[ ]+(?:chức[ ]vụ|chức[ ]danh|chức|cương[ ]vị))?|chức[ ]vụ|chức)[ ]?:?)?
      |(?:tái[ ])?(?:đắc|trúng)[ ]cử(?:[ ]+(?:chức[ ]danh|chức[ ]vụ|chức))?
      |làm|trở[ ]thành(?:[ ]tân)?|(?P<state>là))[ ]+(?:mới[ ]+là[ ]+|là[ ]+)?""",
    re.VERBOSE,
)
# "bà Hà, chị ruột ông An, khi đó là Chủ tịch": the clause after the comma is about the first.
_KIN = re.compile(r"(?<!\w)(?:chị|anh|em|con|vợ|chồng|bố|cha|mẹ|cháu|rể|dâu)(?: (?:ruột|trai|gái|rể|dâu))?(?: của)? $")
# Or states in brackets: `nguyên Chủ tịch UBND quận 9 (nay là Bí thư Quận ủy)`.
_NOWADAYS = re.compile(r" *\((?:hiện nay|hiện|nay)(?: đang)? (?P<state>là|giữ chức|làm) +")
# "tham gia Ban Thường vụ Tỉnh ủy": membership that the clause gives.
_JOINS = re.compile(r",? +(?:được )?(?:bầu |chỉ định |để )?tham gia +(?=ban (?:chấp hành|thường vụ))")
_JOINS_TOO = re.compile(r",? +(?:và +)?(?=ban (?:chấp hành|thường vụ))")
# What a clause that goes on begins with: " được bầu …", ", được bầu …", "(nay là …".
_GOES_ON = frozenset(" ,(")
_CONCERNING = " đối với "
# The post that a decision is about, before "đối với" and the name.
_OFFICE = re.compile(
    r"(?:(?P<out>miễn nhiệm|bãi nhiệm|cách|thôi|tước) +(?:giữ +|làm +)?)?"
    r"(?:các +)?(?:chức vụ|chức danh|chức|nhiệm vụ|tư cách) +"
)
# From a post to whoever holds it, or held it till now.
_HOLDS = re.compile(r" (?:là|thay(?: thế)?(?: cho)?) $")
_HOLDING = (" là ", " thay ", " thế ", " cho ")
# What a clause about a time gone by begins with, and the verbs of one who held a post then: khi ông An làm Giám đốc.
_BACK_THEN = re.compile(
    r"(?<!\w)(?:thời (?:gian|kỳ|điểm)|lúc|hồi|(?<!từ )(?<!sau )(?<!trước )(?<!trong )(?<!nếu )khi) \Z"
)
_BACK_THEN_REACH = 16
_HELD = (" giữ ", " đảm ", " làm ", " là ", " còn ", " đang ")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+")
OFFICE_WINDOW = 120
BODY_WINDOW = 48
# How far behind a name "ông" may still be that person.
TOLD_ON = 300


class Conferred:
    """Reads the posts that a clause gives to the person named in it."""

    def __init__(self, posts: Posts, organisations: Organisations) -> None:
        self._posts = posts
        self._organisations = organisations
        self._member = next(role for role in posts.roles if role.id == "uy-vien")

    def at(self, text: Text, start: int, end: int) -> list[Post]:
        """The posts that the rest of the clause confers: `… giữ chức Chủ tịch UBND tỉnh`."""
        given: list[Post] = []
        if text.folded.endswith(_CONCERNING, 0, start):
            given += self._taken_from(text, start - len(_CONCERNING))
        if text.folded.endswith(_HOLDING, 0, start):
            given += self._said_before(text, start)
        if text.folded[end : end + 1] not in _GOES_ON:
            return given
        joins = _JOINS.match(text.folded, end)
        while joins is not None:
            body = self._organisations.at(text, joins.end())
            if body is None or "inner" not in body.tags:
                break
            given.append(Post(joins.end(), body.end, self._member.name, body, self._member, "incoming"))
            end = body.end
            joins = _JOINS_TOO.match(text.folded, end)
        for _ in range(3):
            match = _CONFERRED.match(text.folded, end) or _NOWADAYS.match(text.folded, end)
            posts = self._posts.list_at(text, match.end(), after_name=True) if match else []
            if (
                match is None
                or not posts
                or (match[0][0] == "," and _KIN.search(text.folded, max(0, start - 20), start))
            ):
                break
            said = match.groupdict()
            back = _BACK_THEN.search(text.folded, max(0, start - _BACK_THEN_REACH), start)
            then = back is not None and match[0].startswith(_HELD)
            out = said.get("out") or said.get("past") or said.get("through") or then
            status: Literal["former", "incoming"] | None = "former" if out else "incoming"
            for post in posts:
                body = post.organisation or (None if post.entry.weak else self._led(text, start))
                if body is not None or not match["state"]:
                    given.append(
                        replace(post, organisation=body, status=post.status if match["state"] and not then else status)
                    )
            end = posts[-1].end
        return given

    def told_on(self, text: Text, start: int, stop: int, last: FoundPerson) -> tuple[FoundPerson, int]:
        """`Ông Nguyễn Văn An … Năm 2006, | ông giữ chức Bộ trưởng`: the post of the person last named, and its end."""
        spoken = text.folded[start:stop]
        if start - last.end > TOLD_ON or not _spoken_of(last, text, spoken):
            return last, stop
        posts = tuple(self.at(text, start, stop))
        if not posts:
            return last, stop
        return replace(last, conferred=(*last.conferred, *posts)), posts[-1].end

    def _taken_from(self, text: Text, stop: int) -> Iterator[Post]:
        """`miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh | đối với ông Nguyễn Văn An`: the posts said before the name."""
        said = list(_OFFICE.finditer(text.folded, max(0, stop - OFFICE_WINDOW), stop))
        posts = self._posts.list_at(text, said[-1].end()) if said else []
        if posts and (TERM.fullmatch(text.folded, posts[-1].end, stop) or posts[-1].end == stop):
            status: Literal["former", "incoming"] = "former" if said[-1]["out"] else "incoming"
            yield from (replace(post, status=status) for post in posts)

    def _said_before(self, text: Text, start: int) -> Iterator[Post]:
        """`Chủ tịch HĐQT là | ông Nguyễn Văn An`, `giữ chức Chánh án thay | ông An`: a post said before its holder."""
        link = _HOLDS.search(text.folded, max(0, start - len(" thay thế cho ")), start)
        if link is None:
            return
        window = max(0, link.start() - OFFICE_WINDOW, text.folded.rfind("\n", 0, start) + 1)
        for word in _WORD.finditer(text.folded, window, link.start()):
            post = self._posts.at(text, word.start()) if self._posts.starts(text, word.start()) else None
            if post is None or post.entry.weak or (word[0] == "vụ" and text.folded.endswith("chức ", 0, word.start())):
                # "giữ chức *vụ Trưởng* phòng" is no Vụ trưởng.
                continue
            if post.end == link.start() or TERM.fullmatch(text.folded, post.end, link.start()):
                yield replace(post, status="former" if "thay" in link[0] else post.status)
                return

    def _led(self, text: Text, start: int) -> Organisation | None:
        """The body before `do` at `start`: `Hội LHPN xã do chị Siu H'Nhiêng làm Chủ tịch`."""
        stop = start - len(" do ")
        if not text.folded.startswith(" do ", max(0, stop)):
            return None
        for position in range(max(0, stop - BODY_WINDOW), stop):
            if text.cased[position].isupper():
                body = self._organisations.at(text, position)
                if body is not None and body.end == stop:
                    return body
        return None


def _spoken_of(mention: FoundPerson, text: Text, pronoun: str) -> bool:
    """Whether `pronoun` can mean the person: nothing, or the same, stands before the name."""
    said = text.folded[mention.start : mention.start + len(pronoun) + 1]
    return mention.honorific != "civil" or said == f"{pronoun} "
