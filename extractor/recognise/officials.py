"""Recognises mentions of persons and their posts.

mention   := [honorific] posts NAME [apposition]       "Bí thư Thành ủy Dương Tất Thắng"
           | honorific NAME [apposition]               "đồng chí Nguyễn Giờ, Trưởng ban Tổ chức Tỉnh ủy"
           | [honorific] posts                         "Phó Bí thư Thường trực Tỉnh ủy": whose, the resolver says
list      := plural [posts] [":"] item (";" item)*     "các đồng chí: A, Bí thư Tỉnh ủy; B, Chủ tịch HĐND tỉnh"
apposition := ("," | "-" | "(") posts [")"]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from extractor.names import WORD, Name, Names
from extractor.organisations import Organisations, after_blanks
from extractor.patterns import Patterns
from extractor.recognise.people_conferred import Conferred
from extractor.recognise.people_lives import Lives
from extractor.recognise.people_mentions import BACK, NAME_WINDOW, Mentions, holds_nothing, plausible
from extractor.recognise.people_repeated import CAPITAL_BEFORE, NO_PERSON_AFTER, Repeated
from extractor.recognise.people_rosters import Rosters
from extractor.recognise.person import FoundPerson
from extractor.recognise.posts import Post, Posts
from extractor.scan import Vocabulary
from extractor.text import Text, lower, places_of

_COLON = re.compile(r"[^.;:,\n]{0,40}?(?: *: *| +gồm(?: có)? *:? *| +như *:? *)| +là *:? *")
# Where a deputy is from may stand before the next: "các đại biểu Lê Văn An (Bình Dương), …".
_ITEM = re.compile(
    r"(?: *\([^()\d\n]{2,40}\))?(?: *[;,] *(?:và +)?| +(?:và|cùng) +|[;,.]? *\n\s*(?:[-+*•·]|\d{1,2}[.)])? *)"
)
# Words before a title that make it one of a kind or a chair rather than its holder.
_NOT_HOLDER = re.compile(
    r"(?<!\w)(?:đoàn|các|những|một|mỗi|từng|chức|chức danh|chức vụ|vị trí|ghế|làm|giữ|là|ban|văn phòng|hội đồng|nhiều|"
    r"mọi|cấp|tân|thôi|cựu|ứng viên|ứng cử|bầu|đương kim|nào|số|"
    r"bầu cử|tranh cử|đắc cử|cương vị|dinh|phủ|bổ nhiệm|miễn nhiệm|bãi nhiệm|phê chuẩn|chiếc ghế|\d+) +$"
)
# The words before a post and the mark behind them, also at the end of a line; all are turned round, for they end at the
# post and their start is what is looked for.
_NAME_BEFORE = re.compile(r"\n?( ?- ?| , ?|\( ?| )((?:(?!\d)[\w'])+(?: (?:(?!\d)[\w'])+){1,6})")
_MARKS_BEHIND_NAME = " -,("
# A family name with two more words that may be of a name.
_OF_THREE = re.compile(r"\S+(?: +[^\W\d_a-zđ]\S*){2}")
# What bears a person's name, here or elsewhere on the page: "từ Hoàng Minh Giám về | Nguyễn Thái Sơn".
_BEARERS = (
    "đường ", "phố ", "giao lộ ", "giao lộ với ", "ngã ba ", "ngã tư ", "nút giao ", "vòng xoay ",
    "công ty ", "tập đoàn ", "doanh nghiệp ", "trường thpt ", "trường thcs ", "trường tiểu học ",
)  # fmt: skip
# The second street of a junction: "giao lộ Tôn Đức Thắng - | Hoàng Văn Thái".
_JUNCTION = re.compile(r"(?:giao lộ|ngã ba|ngã tư|nút giao|vòng xoay)(?: đường)?(?: [^\W\d_]+){2,4} - $")
# A name in a list of streets: "các tuyến đường Lê Lợi, Nguyễn Thái Học".
_STREETS = re.compile(r"(?:^|\W)(?:đường|phố|xa lộ)[^.;\n]{0,48}(?:,|:|như|về|đến|tới|và|với|giao) *$")
# The name of a place, a work or a movement, not the person.
_MEMORIAL = re.compile(
    r"(?:lăng|bảo tàng|tư tưởng|phong cách|đạo đức|gương|tượng|tượng đài|di tích|lưu niệm|ngày sinh|sinh nhật|di chúc"
    r"|di sản|nhớ|chân dung|ảnh|quảng trường|cuộc đời|thời đại|giải thưởng|khu di tích) +$"
)
_DASH = re.compile(r" *- +| +-")
_JOINED_NAMES = re.compile(r"(?<!\w)[^\W\d_a-zđ]\w* - $")
MAX_ITEMS = 60
_MEMBERS = ("Ủy viên", "Đại biểu")
_AND = re.compile(r" (?:và|cùng) |, ")
_CLOSING = (".", "!", "?", '"', ")")
_CLOSED = re.compile(r"[^\s\d.!?\")][.!?\")]+ +$")
# Whoever is named behind these is no holder of the post: a candidate, an aide, a wife.
_NOT_YET_OR_NEVER = (
    "ứng viên ", "ứng cử viên ", "trợ lý ", "trợ lý của ", "thư ký ", "phu nhân ", "phái viên ", "phái viên của ",
)  # fmt: skip
_FOR_ANOTHER = ("ủy quyền ", "ủy quyền của ", "thay mặt ", "thay mặt cho ", "ủy nhiệm của ")
# Words before a post, or before `đồng chí`, that make it several people's; no ordinal, date or number of a place.
_SEVERAL = frozenset({"các", "những", "mấy"})
_NUMBERS = frozenset("hai ba bốn sáu bảy tám chín mười".split())
_NUMBERED = re.compile(
    r"(?<!\w)(?:thứ|ngày|tháng|năm|quý|khóa|lần|kỳ|quận|phường|khu|tổ|số|điều|khoản|lớp|khối|[^\W\d_a-zđ]\w*) $"
)
# The name of a god, a bridge or a market, not a person: "chùa Bà Châu Đốc", "cầu Ông Lãnh".
_SHRINES = tuple(
    f" {thing} " for thing in "chùa đền miếu phật núi hội vía tượng thánh cầu chợ bến rạch kênh dốc mũi hòn".split()
)
# "ngày 10.2 | Ông Trump" is one man, "chị | ông Nén" his sister.
_DATE_BEFORE = re.compile(r"(?<=\d[./-])\d (?=ông|bà|anh)|(?<=\d)\d (?=ông|bà|anh)")
_KIN = re.compile(r"(?:chị|anh|em|cháu|cô|chú|bác|cậu|dì) (?=(?:ông|bà) )")
# After the writer's name nothing follows but how the page was made: "Lê Văn An (t/h)".
_END = re.compile(r"\s*+(?:\([^()\n]{1,30}\)\s*+)?\Z")


class OfficialRecogniser:
    """Finds persons at three anchors: titles, honorifics, and names already met in the page."""

    def __init__(self, patterns: Patterns, organisations: Organisations) -> None:
        self._organisations = organisations
        self._posts = Posts(patterns, organisations)
        self._names = Names(patterns)
        self._mentions = Mentions(patterns, self._posts, self._names, organisations)
        self._conferred = Conferred(self._posts, organisations)
        self._repeated = Repeated(self._mentions, organisations)
        self._rosters = Rosters(self._posts, organisations)
        self._lives = Lives(self._posts)
        forms = [(form, entry.kind) for entry in self._mentions.honorific_entries for form in entry.forms]
        roles = [(form, "role") for role in self._posts.roles for form in role.forms]
        # In any case: "Chủ tịch HĐQT" begins a sentence too; how it is written is looked at where it is read.
        anywhere = dict.fromkeys((lower(form), kind) for form, kind in [*forms, *roles])
        # A name of three words goes on with a blank; without it most would be found inside of other words.
        families = [(f"{name} ", "family") for name in self._names.families.common]
        self._anchors: Vocabulary[str] = Vocabulary([*anywhere, *families])

    def __call__(self, text: Text) -> list[FoundPerson]:
        """All mentions in `text`, in order."""
        found: list[FoundPerson] = []
        end = 0
        borne: dict[str, bool] = {}
        for start, stop, kind in self._anchors.find(text):
            if start < end:
                continue
            if kind == "civil" and not self._leads_on(text, stop):
                if found:
                    found[-1], end = self._conferred.told_on(text, start, stop, found[-1])
                continue
            read = [mention for mention in self._at(text, start, kind, borne) if mention.start >= end]
            found += read
            for mention in read:
                # A post being conferred is no mention of its holder.
                end = max(end, mention.end, *(post.end for post in mention.conferred), 0)
            if not read:
                # A group without names ("các đồng chí Phó Chủ tịch UBND huyện") is nobody's title.
                end = max(end, self._group_end(text, start, kind))
        found = _shared_conferred(text, found)
        return self._lives(text, self._rosters(text, self._repeated(text, found)))

    def _leads_on(self, text: Text, end: int) -> bool:
        """Whether a form of address that ends at `end` may begin a mention; most are pronouns ("ông nói")."""
        position = after_blanks(text, end)
        return (
            text.cased[position : position + 1].isupper()
            or self._posts.leads(text, position)
            or self._mentions.honorifics.at(text, position) is not None
        )

    def _at(self, text: Text, anchor: int, kind: str, borne: dict[str, bool]) -> Sequence[FoundPerson]:
        if kind == "plural" and (date := _DATE_BEFORE.match(text.folded, anchor, anchor + NAME_WINDOW)):
            anchor, kind = date.end(), "civil"
        elif kind == "civil" and (kin := _KIN.match(text.folded, anchor)):
            anchor = kin.end()
        if kind == "plural":
            return self._list(text, self._mentions.skip_honorific(text, anchor))
        if kind == "family":
            alone = self._bare(text, anchor, borne)
            return (alone,) if alone else ()
        if kind == "role" and not self._posts.starts(text, anchor):
            return ()
        start = self._posts.start_of(text, anchor) if kind == "role" else anchor
        before = text.folded[max(0, start - BACK) : start]
        if kind == "role" and before.endswith(_NOT_YET_OR_NEVER):
            return ()
        if kind == "civil" and before.endswith(_SHRINES) and not before.endswith(("yêu cầu ", "nhu cầu ")):
            return ()
        if kind == "role" and _names_a_house(text, start, before):
            return ()
        if kind in {"role", "comrade"} and _means_several(before):
            return self._list(text, start if kind == "role" else self._mentions.skip_honorific(text, start))
        if "hồ chí minh" in text.folded[start : start + NAME_WINDOW] and _MEMORIAL.search(before):
            return ()
        mention = self._mentions.at(text, start, deputised=kind == "role" and before.endswith(_FOR_ANOTHER))
        if kind == "role" and (mention is None or mention.name is None):
            mention = self._name_before(text, start) or mention
        if mention is None or (kind == "civil" and self._is_tail(text, mention)):
            return ()
        return (mention,) if mention.name or not _NOT_HOLDER.search(before) else ()

    def _is_tail(self, text: Text, mention: FoundPerson) -> bool:
        """Whether a form of address with a capital ends the name of a place before another: `Đông | Anh Hà Nội`."""
        if mention.name is None or not text.cased[mention.start].isupper():
            return False
        place = self._organisations.is_place(mention.name)
        return place and CAPITAL_BEFORE.search(text.cased, max(0, mention.start - BACK), mention.start) is not None

    def _name_before(self, text: Text, start: int) -> FoundPerson | None:
        """A name without honorific before the post at `start`: `Hồ Sỹ Trung-Phó Bí thư Thường trực Thành ủy`."""
        line = text.cased[max(0, start - NAME_WINDOW) : start]
        words = line.rstrip(_MARKS_BEHIND_NAME)
        # Without a mark between them only a capitalised post can follow: "Phạm Thanh Sang Giám đốc Công ty …".
        glued = line[len(words) :] == " "
        if not words.rpartition(" ")[2][:1].isupper() or (glued and not text.cased[start].isupper()):
            return None
        before = _NAME_BEFORE.match(line[::-1])
        if before is None:
            return None
        end = start - before.end(1)
        for word in WORD.finditer(text.cased, start - before.end(), end):
            name = self._names.at(text, word.start())
            if name is None or name.end != end or not self._sure(name):
                continue
            if self._organisations.is_place(name.name):
                # "ĐH Quốc gia | Hà Nội - Chủ tịch Hội …"
                return None
            if glued and not (name.kind == "common" and len(name.words) > 2):
                continue
            return self._mentions.with_apposition(text, name.start, name, (), None, "name")
        return None

    def _bare(self, text: Text, start: int, borne: dict[str, bool]) -> FoundPerson | None:
        """A name that nothing vouches for but a common family name and two more syllables: `Nguyễn Thanh T.`

        borne: whether a street or a firm bears a name, as far as it was looked up on the page
        """
        if _OF_THREE.match(text.cased, start) is None:
            return None
        name = self._names.at(text, start, ends=self._mentions.ends(text))
        if name is None or not 3 <= len(name.words) <= 4 or name.name.isupper() or name.kind != "common":
            return None
        before = text.cased[max(0, start - NAME_WINDOW) : start]
        folded = text.folded[max(0, start - NAME_WINDOW) : start]
        if before.endswith(('"', "'", "-")) or NO_PERSON_AFTER.search(folded, max(0, len(folded) - 2 * BACK)):
            return None
        said = before.rstrip()
        listed = before.rstrip(" ").endswith((",", ":", " như", " về", " đến", " tới", " và", " với", " giao"))
        if (listed and _STREETS.search(folded)) or CAPITAL_BEFORE.search(before, max(0, said.rfind(" "))):
            return None
        # Who wrote the page: a name alone after its last sentence.
        if said.endswith(_CLOSING) and _CLOSED.search(before) and _END.match(text.cased, name.end):
            return None
        dash = _DASH.match(text.cased, name.end)
        if (said.endswith(" -") and _JOINED_NAMES.search(before)) or (
            dash is not None and self._family(text, dash.end())
        ):
            # "nút giao Nguyễn Thái Sơn - Hoàng Minh Giám"
            return None
        if self._names_a_body(text, name) or text.cased[name.end : name.end + 1] in {"-", "/"}:
            return None
        called = text.folded[start : name.end]
        if called not in borne:
            borne[called] = _borne(text, called)
        if borne[called]:
            return None
        return self._mentions.with_apposition(text, start, name, (), None, "name-alone")

    def _names_a_body(self, text: Text, name: Name) -> bool:
        """Whether a run of capitals that begins like a name is that of a place, a paper, a club or a body.

        Hồ Đơn Dương is a lake, Hà Nội Mới a paper, "Đoàn | Ban Chấp hành" two bodies.
        """
        words = name.name.split(" ")
        parts = (name.name, " ".join(words[1:]), " ".join(words[:2]))
        if any(map(self._organisations.is_place, parts)):
            return True
        body = self._organisations.at(text, name.start + len(words[0]) + 1)
        return body is not None and body.end > name.end

    def _family(self, text: Text, position: int) -> bool:
        """Whether a full name with a common family name starts at `position`."""
        name = self._names.at(text, position)
        return name is not None and name.full and name.kind == "common"

    def _sure(self, name: Name) -> bool:
        """Whether a run of capitals is a name though nothing but the post after it vouches for it."""
        if name.kind not in {"common", "rare"} and not (name.kind == "word" and len(name.words) > 2):
            return False
        return name.full

    def _list(self, text: Text, position: int) -> list[FoundPerson]:
        """The people of a list: `[posts][:] A, post; B, post`; posts before the names belong to all of them."""
        position = after_blanks(text, position)
        shared = self._shared(text, position)
        if shared:
            position = shared[-1].end
        colon = _COLON.match(text.folded, position)
        if len(shared) > 1 and colon is None:
            # "các đồng chí Phó Chủ tịch, | Chủ tịch UBND tỉnh Nguyễn Văn An": a group and another's post.
            return []
        position = colon.end() if colon else after_blanks(text, position)
        items: list[FoundPerson] = []
        while len(items) < MAX_ITEMS and (item := self._item(text, position, shared)):
            items.append(item)
            separator = _ITEM.match(text.folded, item.end)
            if separator is None:
                break
            position = separator.end()
            if ";" in separator[0] and self._posts.leads(text, position):
                # "các đồng chí nguyên Bí thư Tỉnh ủy: A, B; | nguyên Chủ tịch UBND tỉnh C": only members stay so.
                shared = tuple(post for post in shared if post.role.endswith(_MEMBERS))
        return self._with_conferred(text, items)

    def _with_conferred(self, text: Text, items: list[FoundPerson]) -> list[FoundPerson]:
        """`các đồng chí A và B | giữ chức Phó Bí thư Đảng ủy`: what the clause gives to all of a list."""
        if len(items) < 2 or any(item.posts for item in items):
            return items
        end = items[-1].end
        given = tuple(self._conferred.at(text, items[0].start, end))
        if not given or "lần lượt" in text.folded[end : max(end, given[0].start)]:
            return items
        return [replace(item, conferred=given) for item in items]

    def _group_end(self, text: Text, anchor: int, kind: str) -> int:
        before = text.folded[max(0, anchor - BACK) : anchor]
        if kind == "plural" or (kind == "comrade" and _means_several(before)):
            position = self._mentions.skip_honorific(text, anchor)
            position += text.cased[position : position + 1] == " "
        else:
            position = anchor if kind == "role" and _means_several(before) else -1
        posts = self._shared(text, position) if position >= 0 else ()
        if len(posts) > 1 and self._names.at(text, posts[-1].end + 1) is not None:
            posts = posts[:-1]
        return posts[-1].end if posts else 0

    def _shared(self, text: Text, position: int) -> tuple[Post, ...]:
        """The posts of several people; what follows "các đại biểu, " is another's."""
        posts = self._posts.list_at(text, position)
        alone = posts and (posts[0].entry.name == "Đại biểu" or holds_nothing(posts[:1]))
        return tuple(posts[:1] if alone else posts)

    def _item(self, text: Text, position: int, shared: tuple[Post, ...]) -> FoundPerson | None:
        start, honorific = self._mentions.honorific_chain(text, position)
        leading = tuple(self._posts.list_at(text, start))
        name = self._mentions.name_after(text, leading[-1].end)[0] if leading else self._names.at(text, start)
        if name is None or not name.full or not plausible(name, "title") or self._organisations.is_place(name.name):
            return None
        if shared and holds_nothing(shared) and name.kind == "word" and len(name.words) < 3:
            # "14 cựu cán bộ Đồng Tâm"
            return None
        end, trailing = self._mentions.apposition(text, name.end)
        return FoundPerson(
            start=position,
            end=end,
            rule="list",
            name=name.name,
            full=True,
            posts=(*shared, *leading, *trailing),
            honorific=honorific,
        )


def _shared_conferred(text: Text, found: list[FoundPerson]) -> list[FoundPerson]:
    """`đồng chí A và | đồng chí B được bầu giữ chức Phó Bí thư`: what the clause gives to the last is for all."""
    people = list(found)
    for index in range(len(people) - 1, 0, -1):
        last, before = people[index], people[index - 1]
        if not last.conferred:
            continue
        given = [post for post in last.conferred if post.start > last.end]
        if not given or not before.name or any(one.posts or one.honorific is None for one in (before, last)):
            continue
        between = text.folded[before.end : last.start]
        if before.conferred or not _AND.fullmatch(between) or "lần lượt" in text.folded[last.end : given[0].start]:
            continue
        people[index - 1] = replace(before, conferred=tuple(given))
    return people


def _borne(text: Text, called: str) -> bool:
    """Whether a street, a firm or a school bears the name `called` somewhere in the text."""
    for start in places_of(called, text.folded):
        if text.folded.endswith(_BEARERS, 0, start):
            return True
        if text.folded.endswith(" - ", 0, start) and _JUNCTION.search(text.folded, max(0, start - NAME_WINDOW), start):
            return True
    return False


def _means_several(before: str) -> bool:
    """Whether what stands before a post makes it the post of several; the second day does not."""
    head, _, word = before[:-1].rpartition(" ")
    if word in _SEVERAL or before.endswith("một số "):
        return True
    counted = word in _NUMBERS or (len(word) < 3 and word.isdigit())
    return counted and before[-1:] == " " and _NUMBERED.search(f"{head} ") is None


def _names_a_house(text: Text, start: int, before: str) -> bool:
    """Whether a post is in the name of a body: `thay mặt Ban | Bí thư`, `tại Phủ | Chủ tịch`, `Đoàn | Chủ tịch`."""
    return (before.endswith("ban ") and text.folded.startswith("bí thư", start)) or (
        before.endswith(("phủ ", "đoàn ")) and text.folded.startswith("chủ tịch", start)
    )
