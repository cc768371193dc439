"""Recognises mentions of persons and their posts.

mention   := [honorific] posts NAME [apposition]       "Bí thư Thành ủy Dương Tất Thắng"
           | honorific NAME [apposition]               "đồng chí Nguyễn Giờ, Trưởng ban Tổ chức Tỉnh ủy"
           | [honorific] posts                         "Phó Bí thư Thường trực Tỉnh ủy": whose, the resolver says
list      := plural [posts] [":"] item (";" item)*     "các đồng chí: A, Bí thư Tỉnh ủy; B, Chủ tịch HĐND tỉnh"
apposition := ("," | "-" | "(") posts [")"]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from extractor.gazetteer import Gazetteer
from extractor.names import WORD, Name, Names
from extractor.organisations import Organisation, Organisations, after_abbreviation
from extractor.patterns import Entry, Patterns
from extractor.recognise.people_lives import Lives
from extractor.recognise.people_rosters import Rosters
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import TERM, Post, Posts
from extractor.scan import Hit, Vocabulary
from extractor.text import Text, lower


class HonorificEntry(Entry, frozen=True, kw_only=True):
    """What stands before a name, see `patterns/honorifics.toml`."""

    kind: Literal["comrade", "civil", "degree", "rank", "award", "religious", "plural", "standing"]
    forms: tuple[str, ...]


_GAP = re.compile(r" *,? *(?=\S)")
# After an abbreviation a full stop may stand: "TS. Nguyễn Văn An", "Đ/c. Lam".
_DOT = re.compile(r"\.? *,? *(?=\S)")
_BLANKS = re.compile(r" *(?=\S)")
_COLON = re.compile(r"[^.;:,\n]{0,40}?(?: *: *| +gồm(?: có)? *:? *| +như *:? *)| +là *:? *")
_ANY_BLANKS = re.compile(r" *")
_APPOSITION = re.compile(r" *, *| *[-:] *(?=\S)| *\( *| +")
# Whoever has just taken a post: "ông Nguyễn Văn An, tân Chủ tịch UBND tỉnh".
_BODY_AFTER = re.compile(r" *\( *| *, *| *- *")
_NEW = re.compile(r"tân +")
_ALIAS = re.compile(r" *\(([^\W\d_a-zđ][^\W\d_A-ZĐ]+ [^\W\d_a-zđ][^\W\d_A-ZĐ]+)\)")
_PERIOD = re.compile(r" *\((?:giai đoạn|nhiệm kỳ|từ năm) [\d -]{4,16}\)")
_AGE = re.compile(r" *\((?:sn|sinh năm|\d{2} tuổi)[^()\n]{0,60}\)|, *(?:sn|sinh năm) *\d{4}(?=,)|, *\d{2} tuổi(?=,)")
_AGED = re.compile(
    r" *\( *(?:(?:sn|sinh năm|sinh) *\d{4}|\d{2} tuổi)"
    r"(?:, *(?:ở|trú|ngụ|quê|hktt|trú quán|nguyên quán)(?!\w)[^(),;\n]{0,40})? *[,;:-] *"
)
_BEFORE_NAME = re.compile(r" +- +| *, *| +")
# A place or abbreviation in brackets between a post and the name: `Hiệu trưởng … (quận Đống Đa) Nguyễn Văn An`.
_ASIDE = re.compile(r" ?\([^()\n;:]{1,45}\)(?= )")
# Where a deputy is from may stand before the next: "các đại biểu Lê Văn An (Bình Dương), …".
_ITEM = re.compile(
    r"(?: *\([^()\d\n]{2,40}\))?(?: *[;,] *(?:và +)?| +(?:và|cùng) +|[;,.]? *\n\s*(?:[-+*•·]|\d{1,2}[.)])? *)"
)
# Words before a title that make it one of a kind or a chair rather than its holder.
_NOT_HOLDER = re.compile(
    r"(?<!\w)(?:đoàn|các|những|một|mỗi|từng|chức|chức danh|chức vụ|vị trí|ghế|làm|giữ|là|ban|văn phòng|hội đồng|nhiều|"
    r"mọi|cấp|tân|cựu|ứng viên|ứng cử|bầu|đương kim|nào|chiếc ghế|\d+) +$"
)
# From a name to a post that the clause gives, takes away or states: `(đã được Quốc hội) bầu giữ chức`, `hiện là`.
_CONFERRED = re.compile(
    r"""(?:[ ]+(?:và|ta|này|ấy))?
    (?:(?:,|[ ][-–])?[ ]+(?:được|đã|vừa|sẽ|bị|xin|cũng|hiện|nay|đang|chính[ ]thức|tiếp[ ]tục|tái|kiêm|về
        |cử|điều|rồi|sau[ ](?:này|đó)|nhận[ ]quyết[ ]định|lần[ ]lượt
        |(?P<past>từng(?:(?:[ ]có)?[ ](?:nhiều|\d+)[ ]năm|[ ]có[ ]thời[ ]gian)?|(?:khi|lúc)[ ]đó)
        |quốc[ ]hội|(?:tỉnh|thành|huyện)[ ]ủy|ban[ ]thường[ ]vụ[ ]\w+[ ]\w+|bộ[ ]chính[ ]trị|ban[ ]bí[ ]thư
        |thủ[ ]tướng(?:[ ]chính[ ]phủ)?|chủ[ ]tịch[ ]nước|hđnd[ ]\w+|trung[ ]ương
        |tham[ ]gia[ ]ban[ ](?:chấp[ ]hành|thường[ ]vụ)[^.;,\n]{0,40})){0,6}
    ,?[ ]+(?:(?P<out>thôi|miễn[ ]nhiệm|cách[ ]chức|rời)[ ]+)?
    (?:(?:giữ|đảm[ ]nhiệm|đảm[ ]nhận|nhận)
        [ ]+(?:các[ ]+)?(?:chức[ ]vụ|chức[ ]danh|chức|cương[ ]vị|trọng[ ]trách|nhiệm[ ]vụ)
      |(?:bổ[ ]nhiệm|bầu|điều[ ]động|phân[ ]công|luân[ ]chuyển|chỉ[ ]định|giới[ ]thiệu)
        (?:[ ]+(?:làm|giữ(?:[ ]+(?:chức[ ]vụ|chức[ ]danh|chức|cương[ ]vị))?|chức[ ]vụ|chức))?
      |làm|(?:tái[ ])?(?:đắc|trúng)[ ]cử|trở[ ]thành(?:[ ]tân)?|(?P<state>là))[ ]+(?:mới[ ]+là[ ]+|là[ ]+)?""",
    re.VERBOSE,
)
# "bà Hà, chị ruột ông An, khi đó là Chủ tịch": the clause after the comma is about the first.
_KIN = re.compile(r"(?<!\w)(?:chị|anh|em|con|vợ|chồng|bố|cha|mẹ|cháu|rể|dâu)(?: (?:ruột|trai|gái|rể|dâu))?(?: của)? $")
# Or states in brackets: `nguyên Chủ tịch UBND quận 9 (nay là Bí thư Quận ủy)`.
_NOWADAYS = re.compile(r" *\((?:hiện nay|hiện|nay)(?: đang)? (?P<state>là|giữ chức|làm) +")
# "tham gia Ban Thường vụ Tỉnh ủy": membership that the clause gives.
_JOINS = re.compile(r",? +(?:được )?(?:bầu |chỉ định |để )?tham gia +(?=ban (?:chấp hành|thường vụ))")
_JOINS_TOO = re.compile(r",? +(?:và +)?(?=ban (?:chấp hành|thường vụ))")
# The post that a decision is about, before "đối với" and the name.
_OFFICE = re.compile(
    r"(?:(?P<out>miễn nhiệm|bãi nhiệm|cách|thôi|tước) +(?:giữ +|làm +)?)?"
    r"(?:các +)?(?:chức vụ|chức danh|chức|nhiệm vụ|tư cách) +"
)
OFFICE_WINDOW = 120
_NAME_BEFORE = re.compile(r"((?:(?!\d)[\w'])+(?: (?:(?!\d)[\w'])+){1,6})( ?- ?| ?, | ?\(| )$")
_MARKS_BEHIND_NAME = " -,("
_MANY = re.compile(r" +(?:các|những|\d)")
# What a bare run of capitals names after these words is a street, a school, a prize, a movement, a byline.
_NO_PERSON_AFTER = re.compile(
    r"""(?:^|\W)(?:đường|phố|trường|phường|xã|thôn|ấp|huyện|quận|tỉnh|tp\.?|thành[ ]phố|đại[ ]lộ|vành[ ]đai|hẻm|ngõ
    |số[ ]\d+|\d+|ngã[ ]tư|(?<!yêu[ ])cầu|hồ|sông|núi|đèo|bến|chợ|khu|quảng[ ]trường|công[ ]viên|tượng|tượng[ ]đài
    |đền|chùa|lăng|nhà[ ]thờ|nhà[ ]hát|bảo[ ]tàng|thpt|thcs|tiểu[ ]học|trung[ ]học|mầm[ ]non|đại[ ]học|y[ ]khoa
    |bệnh[ ]viện|công[ ]ty|cổ[ ]phần|tnhh|dntn|nhãn[ ]hiệu|giải|giải[ ]thưởng|cup|cúp|quỹ
    |huân[ ]chương|phong[ ]trào|tư[ ]tưởng|phong[ ]cách|đạo[ ]đức
    |hội|đoàn|họ|mang[ ]tên|ảnh:?|bài:?|theo)[ ]*$""",
    re.VERBOSE,
)
# So it does in a list of streets: "các tuyến đường Lê Lợi, Nguyễn Thái Học".
_STREETS = re.compile(r"(?:^|\W)(?:đường|phố|xa lộ)[^.;\n]{0,48}, *$")
# The name of a place, a work or a movement, not the person.
_MEMORIAL = re.compile(
    r"(?:lăng|bảo tàng|tư tưởng|phong cách|đạo đức|gương|tượng|tượng đài|di tích|lưu niệm|ngày sinh|sinh nhật|di chúc"
    r"|di sản|nhớ|chân dung|ảnh|quảng trường|cuộc đời|thời đại|giải thưởng|khu di tích) +$"
)
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zđ]\w* $")
_CAPTION_PLACE = re.compile(
    r"(?:đường|phố|trường|phường|xã|(?<!yêu )cầu|quảng trường|công viên|giải|quỹ|tượng|khu|tên) +$"
)
_DASH = re.compile(r" *- +| +-")
_JOINED_NAMES = re.compile(r"(?<!\w)[^\W\d_a-zđ]\w* - $")
_CLOSED = re.compile(r"[^\s\d.!?\")][.!?\")]+ +$")
# Whoever is named behind these is no holder of the post: a candidate, an aide, a wife.
_NOT_YET_OR_NEVER = (
    "ứng viên ", "ứng cử viên ", "trợ lý ", "trợ lý của ", "thư ký ", "phu nhân ", "phái viên ", "phái viên của ",
)  # fmt: skip
_FOR_ANOTHER = ("ủy quyền ", "ủy quyền của ", "thay mặt ", "thay mặt cho ", "ủy nhiệm của ")
# The honorifics that vouch for any run of capitals.
_VOUCHING = frozenset({"comrade", "civil", "rank", "degree", "religious", "standing"})
_ORDINALS = ("thứ 2 ", "thứ 3 ", "thứ hai ", "thứ ba ", "ngày 2 ", "ngày 3 ")
_SEVERAL = ("các ", "những ", "mấy ", "một số ", "2 ", "hai ", "3 ", "ba ")
# Callings whose body the page tells.
_OF_COURTS = frozenset({"Đại biểu", "Thẩm phán", "Kiểm sát viên"})
# Whoever the page addresses like this is not called by the given name alone.
_POLITE = frozenset({"civil", "comrade", "rank", "degree", "religious"})
_GOES_ON = re.compile(
    r"(?:không|chưa|đã|đang|sẽ|còn|vẫn|cũng|liền|bèn|lại|rồi|bị|được|khai|thừa nhận|lấy|mua|bán|dùng|đưa|tiếp tục"
    r"|thường|đều|nhiều lần|chiếm đoạt|gây|thì|về|và|cùng)(?!\w)"
)
_CLOSED_BEFORE = re.compile(r"(?:^|[.!?:\n])[ \"]*$")
# How far behind a name "ông" may still be that person.
TOLD_ON = 300
BACK = 16
NAME_WINDOW = 48
ABBREVIATION = 4


class OfficialRecogniser:
    """Finds persons at three anchors: titles, honorifics, and names already met in the page."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        self._organisations = organisations
        self._posts = Posts(patterns, organisations)
        self._names = Names(patterns)
        self._member = next(role for role in self._posts.roles if role.id == "uy-vien")
        self._rosters = Rosters(self._posts, organisations)
        self._lives = Lives(self._posts)
        honorifics = patterns.entries("honorifics", HonorificEntry)
        forms = [(form, entry.kind) for entry in honorifics for form in entry.forms]
        self._honorifics = Gazetteer(forms)
        roles = [(form, "role") for role in self._posts.roles for form in role.forms]
        # In any case: "Chủ tịch HĐQT" begins a sentence too; how it is written is looked at where it is read.
        anywhere = dict.fromkeys((lower(form), kind) for form, kind in [*forms, *roles])
        families = [(name, "family") for name in self._names.families.common]
        self._anchors: Vocabulary[str] = Vocabulary([*anywhere, *families])

    def __call__(self, text: Text) -> list[FoundPerson]:
        """All mentions in `text`, in order."""
        found: list[FoundPerson] = []
        end = 0
        for hit in self._anchors.find(text):
            if hit.start < end:
                continue
            if hit.entry == "civil" and not self._leads_on(text, hit.end):
                if found:
                    found[-1], end = self._told_on(text, hit, found[-1])
                continue
            for mention in self._mentions(text, hit.start, hit.entry):
                if mention.start >= end:
                    found.append(mention)
                    # A post being conferred is no mention of its holder.
                    end = max(mention.end, *(post.end for post in mention.conferred), 0)
            # A group without names ("các đồng chí Phó Chủ tịch UBND huyện") is nobody's title.
            end = max(end, self._group_end(text, hit.start, hit.entry))
        found = _unglued(text, found)
        people = sorted([*found, *self._repeated(text, found)], key=_start)
        if any(mention.honorific == "standing" for mention in people):
            people = sorted([*people, *self._by_given_name(text, people)], key=_start)
        return self._lives(text, self._rosters(text, people))

    def _leads_on(self, text: Text, end: int) -> bool:
        """Whether a form of address that ends at `end` may begin a mention; most are pronouns ("ông nói")."""
        blanks = _BLANKS.match(text.folded, end)
        position = blanks.end() if blanks else end
        return (
            text.cased[position : position + 1].isupper()
            or self._posts.leads(text, position)
            or self._honorifics.at(text, position) is not None
        )

    def _told_on(self, text: Text, hit: Hit[str], last: FoundPerson) -> tuple[FoundPerson, int]:
        """`Ông Nguyễn Văn An … Năm 2006, | ông giữ chức Bộ trưởng`: the post of the person last named, and its end."""
        spoken = text.folded[hit.start : hit.end]
        if hit.start - last.end > TOLD_ON or not _spoken_of(last, text, spoken):
            return last, hit.end
        posts = tuple(self._conferred(text, hit.start, hit.end))
        if not posts:
            return last, hit.end
        return replace(last, conferred=(*last.conferred, *posts)), posts[-1].end

    def _mentions(self, text: Text, anchor: int, kind: str) -> Iterator[FoundPerson]:
        if kind == "plural":
            yield from self._list(text, self._skip_honorific(text, anchor))
            return
        if kind == "family":
            yield from self._bare(text, anchor)
            return
        if kind == "role" and not self._posts.starts(text, anchor):
            return
        start = self._posts.start_of(text, anchor) if kind == "role" else anchor
        before = text.folded[max(0, start - BACK) : start]
        if kind == "role" and before.endswith(_NOT_YET_OR_NEVER):
            return
        if before.endswith("ban ") and text.folded.startswith("bí thư", start):
            # "thay mặt Ban | Bí thư": the secretariat.
            return
        if kind == "role" and _means_several(before):
            yield from self._list(text, start)
            return
        if "hồ chí minh" in text.folded[start : start + NAME_WINDOW] and _MEMORIAL.search(before):
            return
        mention = self._one(text, start, deputised=kind == "role" and before.endswith(_FOR_ANOTHER))
        if kind == "role" and (mention is None or mention.name is None):
            named = self._name_before(text, start)
            if named is not None:
                yield named
                return
        if mention is not None and (mention.name or not _NOT_HOLDER.search(before)):
            yield mention

    def _name_before(self, text: Text, start: int) -> FoundPerson | None:
        """A name without honorific before the post at `start`: `Hồ Sỹ Trung-Phó Bí thư Thường trực Thành ủy`."""
        line = text.cased[max(0, start - NAME_WINDOW) : start]
        last = line.rstrip(_MARKS_BEHIND_NAME).rpartition(" ")[2]
        before = _NAME_BEFORE.search(line) if last[:1].isupper() else None
        if before is None:
            return None
        offset = start - len(line)
        for word in WORD.finditer(line, before.start(), before.end(1)):
            name = self._names.at(text, offset + word.start())
            if name is None or name.end != offset + before.end(1) or not self._sure(name):
                continue
            # Without a mark between them only a capitalised post can follow: "Phạm Thanh Sang Giám đốc Công ty …".
            if before[2] == " " and not (text.cased[start].isupper() and name.kind == "common" and len(name.words) > 2):
                continue
            return self._with_apposition(text, name.start, name, (), None, "name")
        return None

    def _bare(self, text: Text, start: int) -> Iterator[FoundPerson]:
        """A name that nothing vouches for but a common family name and two more syllables: `Nguyễn Thanh T.`"""
        name = self._names.at(text, start, ends=self._ends(text))
        if name is None or not 3 <= len(name.words) <= 4 or name.name.isupper() or name.kind != "common":
            return
        before = text.cased[max(0, start - NAME_WINDOW) : start]
        folded = lower(before)
        if before.endswith(('"', "'", "-")) or _NO_PERSON_AFTER.search(folded, max(0, len(folded) - 2 * BACK)):
            return
        if (before.rstrip(" ").endswith(",") and _STREETS.search(folded)) or _CAPITAL_BEFORE.search(before):
            return
        # Hồ Đơn Dương is a lake.
        # Who wrote the page: a name alone after its last sentence.
        if _CLOSED.search(before) and not text.cased[name.end :].strip():
            return
        dash = _DASH.match(text.cased, name.end)
        if _JOINED_NAMES.search(before) or (dash is not None and self._family(text, dash.end())):
            # "nút giao Nguyễn Thái Sơn - Hoàng Minh Giám"
            return
        places = (name.name, name.name.partition(" ")[2])
        if any(map(self._organisations.is_place, places)) or text.cased[name.end : name.end + 1] in {"-", "/"}:
            return
        yield self._with_apposition(text, start, name, (), None, "name-alone")

    def _family(self, text: Text, position: int) -> bool:
        """Whether a full name with a common family name starts at `position`."""
        name = self._names.at(text, position)
        return name is not None and name.full and name.kind == "common"

    def _sure(self, name: Name) -> bool:
        """Whether a run of capitals is a name though nothing but the post after it vouches for it."""
        if name.kind not in {"common", "rare"} and not (name.kind == "word" and len(name.words) > 2):
            return False
        return name.full

    def _holds_nothing(self, posts: list[Post]) -> bool:
        """Whether all posts are callings ("luật sư") without a body."""
        return all(post.entry.weak and post.organisation is None for post in posts)

    def _one(self, text: Text, start: int, *, deputised: bool = False) -> FoundPerson | None:
        """A single mention that starts at `start`; `deputised`: another person acts for the holder of its post."""
        position, honorific = self._honorific_chain(text, start)
        if honorific == "standing":
            # "bị cáo | Nguyễn Văn An"
            start = self._skip_honorific(text, start)
            start += text.cased[start : start + 1] == " "
        leading = self._posts.list_at(text, position)
        if deputised:
            # "Thừa ủy quyền Thủ tướng, | Bộ trưởng Bộ Tài chính Nguyễn Văn An trình bày": two people.
            leading = leading[:1]
        if not leading:
            name = self._names.at(text, position, ends=self._ends(text)) if honorific else None
            if name is None or not _plausible(name, honorific) or self._is_place(name, honorific):
                return None
            return self._with_apposition(text, start, name, (), honorific, "honorific-name")
        leading, end = self._of_known_firm(text, leading)
        name, title = self._name_after(text, end)
        if deputised and text.folded[end : end + 1] == ",":
            name, title = None, None
        asking = leading[-1].role == "Phóng viên" or self._holds_nothing(leading)
        if title == "civil" and text.folded[end] == "," and asking:
            # "Trao đổi với phóng viên, | ông Nguyễn Văn An"
            return None
        if name is not None and self._is_place(name):
            name = None
        if (name is None or name.kind is None) and title is None and (split := self._after_firm(text, leading)):
            name, leading = split
        vouching = honorific or title or ("degree" if self._holds_nothing(leading) else "title")
        if name is not None and _plausible(name, vouching, leading):
            return self._with_apposition(text, start, name, tuple(leading), honorific, "title-name")
        if name is not None and not name.full and text.folded[end : name.start].isspace():
            # "Bộ trưởng Tiến": a given name, if the page knows it; not the title alone.
            return FoundPerson(start=start, end=name.end, rule="title-given", name=name.name, posts=tuple(leading))
        # A name that the title cannot vouch for stands outside; the title alone is a mention.
        if honorific not in {None, "comrade", "civil"} or not self._definite(text, leading, honorific):
            return None
        mention = FoundPerson(start=start, end=end, rule="title", posts=tuple(leading), honorific=honorific)
        return replace(mention, conferred=tuple(self._conferred(text, start, end)))

    def _of_known_firm(self, text: Text, posts: list[Post]) -> tuple[list[Post], int]:
        """`Chủ tịch Lasuco nói`: with a firm whose name no syllable of Vietnamese can be, and their end."""
        last = posts[-1]
        firmed = self._posts.of_firm(text, last) if last.organisation is None and last.entry.firm else last
        body = firmed.organisation
        if body is None or not body.name.isascii() or len(body.name) < 6 or " " in body.name:
            return posts, last.end
        return [*posts[:-1], firmed], firmed.end

    def _definite(self, text: Text, posts: list[Post], honorific: str | None) -> bool:
        """Whether a title alone can mean one person: with a capital, or after `đồng chí`, or with body and place."""
        first, last = posts[0], posts[-1]
        if self._holds_nothing(posts) or _MANY.match(text.folded, last.end):
            return False
        if all(post.entry.name == "Đại biểu" for post in posts):
            # There are hundreds.
            return False
        body = first.organisation
        if all(post.organisation is None or "bare" in post.organisation.tags for post in posts):
            # A bare head ("Bí thư") is a person only where a sentence goes on with a verb.
            return self._organisations.verb_at(text, last.end + 1)
        return (
            text.cased[first.start].isupper()
            or honorific is not None
            or (body is not None and not body.open and first.entry.organisation == "")
        )

    def _honorific_chain(self, text: Text, start: int) -> tuple[int, str | None]:
        """The end of `Thiếu tướng, PGS.TS ` at `start` and the kind of its first word."""
        position, kind = start, None
        for _ in range(4):
            # A post may begin like an honorific (bác, Bác sĩ), an honorific like a post (Bác sĩ CKII).
            found = self._honorifics.at(text, position)
            if found is None or found[1] == "plural" or found[0] <= self._posts.head_end(text, position):
                break
            # "Bà Em": a second form of address with a capital is her name.
            if kind == "civil" and found[1] == "civil" and text.cased[position].isupper():
                break
            gap = _BLANKS.match(text.folded, found[0])
            if found[1] not in {"civil", "comrade", "plural", "standing"}:
                gap = _GAP.match(text.folded, found[0])
            if found[0] - position <= ABBREVIATION and found[1] != "civil":
                gap = _DOT.match(text.folded, found[0])
            kind = kind or found[1]
            position = gap.end() if gap else found[0]
        return position, kind

    def _is_place(self, name: Name, honorific: str | None = None) -> bool:
        """Whether the capitals are a place: "cử tri Hà Tĩnh"; but "ông Hà Giang" is a person."""
        person = name.kind == "common" and honorific in {"civil", "comrade", "rank"}
        return not person and name.full and self._organisations.is_place(" ".join(name.name.split()))

    def _after_firm(self, text: Text, posts: list[Post]) -> tuple[Name, list[Post]] | None:
        """`Chủ tịch Lasuco Lê Văn Tam`: capitals between a head and a sure family name are the firm."""
        last = posts[-1]
        if last.organisation is not None or not last.entry.firm or text.cased[last.end : last.end + 1] != " ":
            return None
        position = last.end + 1
        for word in WORD.finditer(text.cased, position, position + NAME_WINDOW):
            if not word[0][0].isupper() or text.cased[word.start() - 1] != " ":
                return None
            person = self._names.at(text, word.start()) if word.start() > position else None
            if person is not None and len(person.words) > 2 and person.kind == "common":
                firm = " ".join(text.raw[position : word.start()].split())
                body = Organisation(position, word.start() - 1, firm, tags=("named",))
                return person, [*posts[:-1], replace(last, end=body.end, organisation=body)]
        return None

    def _skip_honorific(self, text: Text, start: int) -> int:
        found = self._honorifics.at(text, start)
        return found[0] if found else start

    def _name_after(self, text: Text, end: int) -> tuple[Name | None, str | None]:
        """The name after posts that end at `end`: `Bí thư Thành ủy | Dương Tất Thắng`, `…, Đại tá Nguyễn Văn An`."""
        if term := TERM.match(text.folded, end):
            end = term.end()
        end = after_abbreviation(text, end)
        if (aside := _ASIDE.match(text.folded, end)) and self._followed_by_full_name(text, aside.end()):
            end = aside.end()
        gap = _BEFORE_NAME.match(text.folded, end)
        if gap is None:
            return None, None
        position, honorific = self._honorific_chain(text, gap.end())
        name = self._names.at(text, position, ends=self._ends(text))
        if name is not None and gap[0].strip() and honorific is None and not (name.kind == "common" and name.full):
            return None, None
        return name, honorific

    def _followed_by_full_name(self, text: Text, end: int) -> bool:
        name = self._names.at(text, end + 1)
        return name is not None and len(name.words) > 2 and name.kind == "common"

    def _ends(self, text: Text):  # type: ignore[no-untyped-def]
        return lambda position: self._posts.starts(text, position)

    def _with_apposition(
        self, text: Text, start: int, name: Name, leading: tuple[Post, ...], honorific: str | None, rule: str
    ) -> FoundPerson:
        end, trailing = self._apposition(text, name.end) if name.full else (name.end, [])
        if leading and not trailing and leading[-1].organisation is None:
            end, leading = self._bracketed(text, name.end, leading)
        mention = FoundPerson(
            start=start,
            end=end,
            rule=f"{rule}-title" if trailing else rule,
            name=name.name,
            full=name.full,
            posts=(*leading, *trailing),
            leading=len(leading),
            honorific=honorific,
            alias=(self._alias(text, name.end) or (0, None))[1],
        )
        return replace(mention, conferred=tuple(self._conferred(text, start, end)))

    def _apposition(self, text: Text, end: int) -> tuple[int, list[Post]]:
        """The posts after a name that ends at `end`, and where they end."""
        start = end
        aged = _AGED.match(text.folded, start)
        if aged is not None and not self._posts.list_at(text, aged.end()):
            aged = None
        if aged is None and (age := _AGE.match(text.folded, start)):
            start = age.end()
        if alias := self._alias(text, start):
            start = end = alias[0]
        separator = aged or _APPOSITION.match(text.folded, start)
        if separator is None:
            return end, []
        position, _ = self._honorific_chain(text, separator.end())
        if separator[0].isspace() and not text.cased[position : position + 1].isupper():
            return end, []
        if new := _NEW.match(text.folded, position):
            position = new.end()
        posts = self._posts.list_at(text, position, after_name=True)
        # The last post belongs to the name that follows it: "A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh | Trần Văn B".
        while posts and self._followed_by_name(text, posts[-1]):
            posts.pop()
        if all(map(_only_calling, posts)):
            return end, []
        stop = posts[-1].end
        if term := TERM.match(text.folded, stop) or _PERIOD.match(text.folded, stop):
            stop = term.end()
        if "(" in separator[0] and text.folded[stop : stop + 1] == ")":
            # "Lê Văn An (Chủ tịch HĐQT Công ty A), nguyên Giám đốc Công ty B"
            more = self._apposition(text, stop + 1) if text.folded.startswith("),", stop) else (stop + 1, [])
            return more[0], [*posts, *more[1]]
        return self._after_comma(text, stop, posts)

    def _after_comma(self, text: Text, end: int, posts: list[Post]) -> tuple[int, list[Post]]:
        """`Phó Tổng Giám đốc, | Công ty cổ phần Hoàng Long`: the firm of the last post, after a comma."""
        last = posts[-1]
        if last.organisation is not None or not last.entry.firm or not text.cased.startswith(", ", end):
            return end, posts
        body = self._organisations.at(text, end + 2, titled=True) if text.cased[end + 2 : end + 3].isupper() else None
        if body is None or "named" not in body.tags:
            return end, posts
        return body.end, [*posts[:-1], replace(last, end=body.end, organisation=body)]

    def _alias(self, text: Text, end: int) -> tuple[int, str] | None:
        """The end and the words of another name in brackets: `Phan Thanh Bạch (Tư Bạch)`."""
        alias = _ALIAS.match(text.cased, end)
        if alias is None or self._organisations.is_place(alias[1]) or self._organisations.at(text, alias.start(1)):
            return None
        return alias.end(), " ".join(text.raw[alias.start(1) : alias.end(1)].split())

    def _bracketed(self, text: Text, end: int, posts: tuple[Post, ...]) -> tuple[int, tuple[Post, ...]]:
        """`Kiểm sát viên Ksor Krung (VKSND huyện Chư Prông)`: the body of the last post, in brackets after the name.

        Other posts may stand in the brackets too. A lawyer's follows a comma as well: `, Đoàn Luật sư TP Hà Nội`.
        """
        opening = _BODY_AFTER.match(text.folded, end)
        body = opening and self._organisations.at(text, opening.end(), titled=True)
        if opening is None or not body or "hamlet" in body.tags or posts[-1].entry.name == "Đại biểu":
            return end, posts
        if "(" not in opening[0]:
            lawyer = posts[-1].entry.name == "Luật sư" and "luật sư" in lower(body.name)
            return (body.end, (*posts[:-1], replace(posts[-1], organisation=body))) if lawyer else (end, posts)
        stop, more = body.end, []
        if text.folded.startswith(", ", stop):
            more = self._posts.list_at(text, stop + len(", "), after_name=True)
            stop = more[-1].end if more else stop
        if text.folded[stop : stop + 1] != ")":
            return end, posts
        return stop + 1, (*posts[:-1], replace(posts[-1], organisation=body), *more)

    def _followed_by_name(self, text: Text, post: Post) -> bool:
        end = after_abbreviation(text, post.end)
        if text.folded[end : end + 1] != " ":
            return False
        name = self._names.at(text, end + 1)
        if name is None or not name.full or self._posts.starts(text, end + 1):
            return False
        if self._is_place(name) and not (post.entry.foreign and name.name == "Hồ Chí Minh"):
            return False
        # Nothing but a name can follow a post whose body is fixed or a country: "Thủ tướng Đức | Angela Merkel".
        whole = bool(post.entry.organisation) or (post.entry.foreign and self._of_country(post))
        return name.kind == "common" or (name.kind == "rare" and len(name.words) > 2) or whole

    def _of_country(self, post: Post) -> bool:
        body = post.organisation
        return body is not None and body.level == "central" and self._organisations.is_place(body.name)

    def _conferred(self, text: Text, start: int, end: int) -> Iterator[Post]:
        """The posts that the rest of the clause confers: `… giữ chức Chủ tịch UBND tỉnh`."""
        yield from self._taken_from(text, start)
        joins = _JOINS.match(text.folded, end)
        while joins is not None:
            body = self._organisations.at(text, joins.end())
            if body is None or "inner" not in body.tags:
                break
            yield Post(joins.end(), body.end, self._member.name, body, self._member, "incoming")
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
                return
            said = match.groupdict()
            out = said.get("out") or said.get("past")
            status: Literal["former", "incoming"] | None = "former" if out else "incoming"
            for post in posts:
                body = post.organisation or (None if post.entry.weak else self._led(text, start))
                if body is not None or not match["state"]:
                    yield replace(post, organisation=body, status=post.status if match["state"] else status)
            end = posts[-1].end

    def _taken_from(self, text: Text, start: int) -> Iterator[Post]:
        """`miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với | ông Nguyễn Văn An`: the posts said before the name."""
        stop = start - len(" đối với ")
        if not text.folded.startswith(" đối với ", max(0, stop)):
            return
        said = list(_OFFICE.finditer(text.folded, max(0, stop - OFFICE_WINDOW), stop))
        posts = self._posts.list_at(text, said[-1].end()) if said else []
        if posts and (TERM.fullmatch(text.folded, posts[-1].end, stop) or posts[-1].end == stop):
            status: Literal["former", "incoming"] = "former" if said[-1]["out"] else "incoming"
            yield from (replace(post, status=status) for post in posts)

    def _led(self, text: Text, start: int) -> Organisation | None:
        """The body before `do` at `start`: `Hội LHPN xã do chị Siu H'Nhiêng làm Chủ tịch`."""
        stop = start - len(" do ")
        if not text.folded.startswith(" do ", max(0, stop)):
            return None
        for position in range(max(0, stop - NAME_WINDOW), stop):
            if text.cased[position].isupper():
                body = self._organisations.at(text, position)
                if body is not None and body.end == stop:
                    return body
        return None

    def _list(self, text: Text, position: int) -> Iterator[FoundPerson]:
        """The people of a list: `[posts][:] A, post; B, post`; posts before the names belong to all of them."""
        gap = _ANY_BLANKS.match(text.folded, position)
        position = gap.end() if gap else position
        shared = self._shared(text, position)
        if shared:
            position = shared[-1].end
        colon = _COLON.match(text.folded, position) or _ANY_BLANKS.match(text.folded, position)
        position = colon.end() if colon else position
        for _ in range(60):
            item = self._item(text, position, shared)
            if item is None:
                return
            yield item
            separator = _ITEM.match(text.folded, item.end)
            if separator is None:
                return
            position = separator.end()

    def _group_end(self, text: Text, anchor: int, kind: str) -> int:
        if kind != "plural":
            before = text.folded[max(0, anchor - BACK) : anchor]
            position = anchor if kind == "role" and _means_several(before) else -1
        else:
            position = self._skip_honorific(text, anchor)
            position += text.cased[position : position + 1] == " "
        posts = self._shared(text, position) if position >= 0 else ()
        return posts[-1].end if posts else 0

    def _shared(self, text: Text, position: int) -> tuple[Post, ...]:
        """The posts of several people; what follows "các đại biểu, " is another's."""
        posts = self._posts.list_at(text, position)
        alone = posts and (posts[0].entry.name == "Đại biểu" or self._holds_nothing(posts[:1]))
        return tuple(posts[:1] if alone else posts)

    def _item(self, text: Text, position: int, shared: tuple[Post, ...]) -> FoundPerson | None:
        start, honorific = self._honorific_chain(text, position)
        leading = tuple(self._posts.list_at(text, start))
        name = self._name_after(text, leading[-1].end)[0] if leading else self._names.at(text, start)
        if name is None or not name.full or not _plausible(name, "title"):
            return None
        end, trailing = self._apposition(text, name.end)
        return FoundPerson(
            start=position,
            end=end,
            rule="list",
            name=name.name,
            full=True,
            posts=(*shared, *leading, *trailing),
            honorific=honorific,
        )

    def _repeated(self, text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
        """Names of `found` that stand alone elsewhere in the text."""
        taken = bytearray(len(text))
        for mention in found:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        names = {mention.name for mention in found if mention.name and mention.full}
        extra: list[FoundPerson] = []
        for name in sorted(names, key=lambda name: (-len(name), name)):
            for form in {name, name.upper()}:
                start = text.cased.find(form)
                while start >= 0:
                    end = start + len(form)
                    if _stands_alone(text, start, end) and not any(taken[start:end]):
                        posts_end, posts = self._apposition(text, end)
                        extra.append(
                            FoundPerson(
                                start=start, end=posts_end, rule="name", name=name, full=True, posts=tuple(posts)
                            )
                        )
                        taken[start:posts_end] = b"\1" * (posts_end - start)
                    start = text.cased.find(form, end)
        return extra

    def _by_given_name(self, text: Text, found: list[FoundPerson]) -> Iterator[FoundPerson]:
        """`Sơn khai …` on a page about the accused: the given name of someone whom no form of address goes with."""
        polite = {mention.name.split(" ")[-1] for mention in found if mention.name and mention.honorific in _POLITE}
        names = {mention.name for mention in found if mention.name and mention.full}
        given = Counter(name.split(" ")[-1] for name in names)
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        for name, holders in given.items():
            if holders > 1 or len(name) < 2 or name in polite or self._organisations.is_place(name):
                continue
            for match in re.finditer(rf"(?<![\w\"']){re.escape(name)}(?![\w\"'])", text.cased):
                if match.start() not in taken and self._acts(text, match.start(), match.end()):
                    yield FoundPerson(start=match.start(), end=match.end(), rule="given-name", name=name)

    def _acts(self, text: Text, start: int, end: int) -> bool:
        """Whether the capitalised word at `start:end` stands alone as someone who acts, or at a mark."""
        before = max(0, start - 2 * BACK)
        if _CAPITAL_BEFORE.search(text.cased, before, start) or _NO_PERSON_AFTER.search(text.folded, before, start):
            return False
        if text.cased[end : end + 1] != " ":
            return _CLOSED_BEFORE.search(text.cased, before, start) is None
        return self._organisations.verb_at(text, end + 1) or _GOES_ON.match(text.folded, end + 1) is not None


def _only_calling(post: Post) -> bool:
    """Whether a post says what someone does (`chuyên gia`), and no page can tell of what body."""
    entry = post.entry
    known = entry.firm or entry.shares or entry.name in _OF_COURTS
    return entry.weak and post.organisation is None and not known


def _start(mention: FoundPerson) -> int:
    return mention.start


def _unglued(text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
    """`Thứ trưởng Lê Văn An | Trần Hà`: a name known from elsewhere, with that of the writer or photographer behind."""
    known = {
        mention.name for mention in found if mention.name and mention.full and 3 <= mention.name.count(" ") + 1 <= 4
    }
    parts = list(found)
    for index, mention in enumerate(found):
        words = (mention.name or "").split(" ")
        own = next((" ".join(words[:size]) for size in (4, 3) if " ".join(words[:size]) in known), None)
        if own is None or len(words) < own.count(" ") + 3:
            continue
        start = text.cased.find(own, mention.start, mention.end)
        if start >= 0:
            parts[index] = replace(mention, end=start + len(own), name=own, conferred=())
    return parts


def _spoken_of(mention: FoundPerson, text: Text, pronoun: str) -> bool:
    """Whether `pronoun` can mean the person: nothing, or the same, stands before the name."""
    said = text.folded[mention.start : mention.start + len(pronoun) + 1]
    return mention.honorific != "civil" or said == f"{pronoun} "


def _means_several(before: str) -> bool:
    """Whether what stands before a post makes it the post of several; the second day does not."""
    return before.endswith(_SEVERAL) and not before.endswith(_ORDINALS)


def _plausible(name: Name, before: str | None, posts: list[Post] | tuple[Post, ...] = ()) -> bool:
    """Whether `before` (kind of honorific, or `title`) vouches for a run of capitals as a name."""
    if not name.full:
        return before in _VOUCHING
    if name.kind is not None:
        return True
    # No family name of the lexicon: three syllables after a post whose body is said in full ...
    bodies = [post.organisation for post in posts if post.organisation]
    if len(name.words) == 3 and bodies and (bodies[-1].place is not None or bodies[-1].level == "central"):
        return True
    # ... two or three after one named by its capitals ("Tổng Thư ký NATO Jens Stoltenberg") ...
    if len(name.words) <= 3 and bodies and "acronym" in bodies[-1].tags:
        return True
    # ... or a foreigner after an honorific or a post that is held abroad.
    return before in _VOUCHING or any(post.entry.foreign for post in posts)


def _stands_alone(text: Text, start: int, end: int) -> bool:
    """Whether a known name at `start:end` is neither part of a longer name nor the name of a place or school."""
    cased = text.cased
    if (start and cased[start - 1].isalnum()) or (end < len(cased) and cased[end].isalnum()):
        return False
    # "Trần | Anh Tuấn": two syllables after a capitalised word are the rest of another name.
    if cased.count(" ", start, end) == 1 and _CAPITAL_BEFORE.search(cased, max(0, start - BACK), start):
        return False
    following = cased[end + 1 : end + 3]
    if cased[end : end + 1] == " " and following[:1].isupper() and following[1:] == lower(following[1:]):
        return False
    return not _CAPTION_PLACE.search(text.folded, max(0, start - BACK), start)
