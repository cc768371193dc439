"""The bodies of posts, completed from the posts beside them, the bodies the page names, and its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.organisations import Organisation, Organisations, in_words
from extractor.recognise.posts import Post
from extractor.resolve.places import Home, Places, committee
from extractor.text import Text, key, places_of

_HAMLETS = ("thôn", "bản", "ấp", "buôn", "làng", "khóm", "khu phố", "xóm", "tổ dân phố")
_OF_HAMLET = re.compile(rf"(?<!\w)(?:{'|'.join(_HAMLETS)}|phố|tiểu khu) .+$", re.IGNORECASE)
_COUNCIL = re.compile(r"(?:hđnd|hội đồng nhân dân)(?!\w)")
_STATE = re.compile(r"(?:ubnd|hđnd)(?!\w)")
# Each by itself: a search is fast when the pattern starts with a word, and what must not stand before is asked behind.
_ASSEMBLY = (
    re.compile(r"quốc hội(?!\w)(?<!đoàn đại biểu quốc hội)"),
    re.compile(r"đbqh(?!\w)(?<!đoàn đbqh)"),
    re.compile(r"\(đoàn "),
)
# Institutions that a page can be about.
_HOUSES = ("Trường", "Bệnh viện", "Công ty", "Học viện")
_PARTY_GROUPS = frozenset({"Đảng đoàn", "Ban cán sự đảng"})
_PARENTS = {"Cơ quan": ("Công an",), "Tòa": ("TAND", "Tòa án nhân dân")}
# A calling of the courts and procuracies without its body is of one that the line names before.
_BENCHES = {
    "Kiểm sát viên": ("VKSND", "VKS", "Viện KSND", "Viện Kiểm sát"),
    "Thẩm phán": ("TAND", "Tòa án"),
}
# Departments of a ministry, and those of them that every province has.
_CENTRAL_PARTS = ("Vụ ", "Cục ", "Tổng cục ")
_LOCAL_CUC = re.compile(r"cục (?:thuế|hải quan|thống kê|thi hành án|quản lý thị trường|dự trữ)(?!\w)")
# Bodies of the Party that a page names by their kind once it has named them in full.
_CELLS = frozenset({"Đảng ủy", "Đảng bộ", "Chi bộ"})
_NEXT_POST = re.compile(r" *[,-]? *(?:rồi|sau đó)? *")
_ALSO = re.compile(r",? +kiêm(?: nhiệm)? +(?:chức +)?")
# The offices of districts; any other section (Phòng Tổng hợp) is of a department.
_DISTRICT_OFFICE = re.compile(
    r"phòng (?:nội vụ|tư pháp|tài chính|tài nguyên|lao động|văn hóa|giáo dục|y tế|dân tộc|kinh tế|quản lý đô thị"
    r"|nông nghiệp|công thương|thanh tra|hạ tầng|đô thị|khoa học)"
)
_DEPARTMENTS = ("Sở", "Cục", "Chi cục", "Công an", "Bệnh viện")
_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy")
# What a director leads; only firms have general directors and boards.
_FIRMS = ("Công ty", "Tổng công ty", "Tập đoàn", "Ngân hàng")
_LED = (*_FIRMS, "Sở", "Trung tâm", "Bệnh viện", "Ban Quản lý", "Nhà máy", "HTX", "Hợp tác xã", "Viện", "Bảo tàng")
_LEADS_FIRM = re.compile(r"Tổng Giám đốc|Hội đồng|điều hành")
# How far before a post another may tell its body, and the longest name that is spelled out before a bracket.
NEIGHBOURHOOD, LONGEST_NAME = 300, 120
# How many provinces back one of another country is looked for.
MAX_PROVINCES = 8
_SAID_BEHIND = re.compile(r"(?: [^\W\d_]+){0,2} (?:của|chuỗi|hãng|thuộc) ")
_SEAT = re.compile(r" [^\n().,;\d]{4,40}(?: ?\((?:đoàn )?|, (?:thuộc )?đoàn )")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[,.;:()\"\n]")
_NO_SOCIETY = ("Hội đồng", "Hội nghị", "Hội chợ", "Hội thảo")
_COMPLETE = re.compile(r" (?:Bộ|tỉnh|thành phố|huyện|quận) ")
_MINISTRY = re.compile(r"Bộ (?<!\wBộ )(?=[^\W\d_a-zđ])")
# Bodies that a cell of the Party, a union or a party group belongs to as a whole.
_HOSTS = frozenset({"department", "named", "police", "army", "hamlet", "ministry", "court", "office"})
# Bodies that may be a part of another.
_PARTS = frozenset({"department", "named", "office"})


@dataclass(frozen=True, slots=True)
class Story:
    """What a body is completed from: the text, the page's own places, and all posts in order of the text.

    named, spelled: what was once looked for in the whole text, by kinds of bodies and by short names
    """

    text: Text
    home: Home
    posts: tuple[Post, ...] = ()
    named: dict[tuple[str, ...], list[Organisation]] = field(default_factory=dict, compare=False, repr=False)
    spelled: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


class Bodies:
    """Completes the organisations of posts."""

    def __init__(self, places: Places, organisations: Organisations) -> None:
        self._places = places
        self._organisations = organisations

    def complete(self, post: Post, group: Sequence[Post], story: Story) -> str | None:
        """The full name of the body of `post`, which was named together with `group`; None when nothing says it."""
        body = post.organisation
        # 1. Not said: the only body of its kind in the page ("Hiệu trưởng": the one school).
        if body is None:
            return self._implied(post, group, story)
        if whole := self._whole(body, story):
            return f"{body.name} {whole}"
        is_central = body.level in {None, "central"} and "Bộ " not in body.name and "ministry" not in body.tags
        if is_central and body.name.startswith(_CENTRAL_PARTS):
            return self._of_ministry(body, group, story)
        if not body.open:
            return self.in_full(body, story) if "named" in body.tags else body.name
        # 2. Said by its kind ("Giám đốc Sở"), named elsewhere.
        if "bare" in body.tags:
            kinds = _HAMLETS if "hamlet" in body.tags else (body.name,)
            return self._elsewhere(kinds, body.start, story, only=False)
        beside = [other for other in _others(post, group) if other.organisation]
        if body.level == "district" and body.name.startswith("Phòng ") and not _DISTRICT_OFFICE.match(key(body.name)):
            # A section that no district has is of the page's department.
            section = self._elsewhere(_DEPARTMENTS, body.start, story, only=True)
            return f"{body.name} {section}" if section else body.name
        # 3. Its level is known, its place is not.
        if body.name.startswith("Ty ") and (abroad := self._abroad(body.start, story)):
            # "Phía tỉnh Savannakhet có …, Trưởng ty An ninh"
            return f"{body.name} {abroad}"
        if body.level is not None:
            witnesses = [other.organisation for other in beside if other.organisation]
            if abroad := next((own.place for own in witnesses if "abroad" in own.tags and own.level is None), None):
                # "Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Hủa Phăn"
                return f"{body.name} {abroad}"
            full = self._places.complete(body, story.home, beside=witnesses)
            return full if full != body.name else self._places.complete_near(body, story.text, story.home)
        # 4. A cell, union or party group of the body beside it: Bí thư Chi bộ, Hiệu trưởng.
        if "committee" in body.tags and (unit := self._unit(body, beside, story)):
            # "Bí thư Đảng ủy, Chủ tịch UBND xã, Giám đốc Trung tâm": of the commune.
            return f"{body.name} {unit[0]} {unit[1]}"
        if "cell" in body.tags or "committee" in body.tags:
            for other in _others(post, group):
                if hosted := self._hosted(body, other, group, story):
                    return hosted
            if "cell" in body.tags and (hosted := self._elsewhere(_HOUSES, body.start, story, only=True)):
                return f"{body.name} {hosted}"
        # 5. An office of the police or a chamber of a court: of the one named beside it or nearest.
        if parents := next((kinds for head, kinds in _PARENTS.items() if body.name.startswith(f"{head} ")), None):
            parent = self._parent(parents, body, beside, story)
            return f"{body.name} {parent}" if parent else body.name
        if "inner" in body.tags and post.status == "incoming" and (named := self._joined_to(post, group, story)):
            return f"{body.name} {named}"
        # 6. A part of a committee, or a local body, at the level of a body beside it or of the page.
        if "inner" in body.tags and beside and beside[0].organisation:
            # "Ủy viên Ban Thường vụ, Phó Chủ tịch Trung ương Hội …": of the central committee beside it.
            central = beside[0].organisation
            if central.level == "central" and {"mass", "youth"} & set(central.tags):
                return f"{body.name} {central.name}"
        unit = self._unit(body, beside, story)
        if unit is None:
            # "giữ chức Bí thư Đảng ủy" on a page of one commune's.
            alone = body.name in _CELLS and self._elsewhere((body.name,), body.start, story, only=True)
            return alone or body.name
        if {"inner", "advisory"} & set(body.tags) and not body.name.endswith("Đảng ủy"):
            of = f"Đảng bộ {unit[0]} {unit[1]}" if body.name.endswith("Ban Chấp hành") else committee(*unit)
            return f"{body.name} {of}"
        return f"{body.name} {unit[0]} {unit[1]}"

    def _whole(self, body: Organisation, story: Story) -> str | None:
        """The body that `body` is a part of, when the page says it by its kind alone: `Trung tâm … thuộc sở`."""
        if not body.host and _PARTS.isdisjoint(body.tags):
            return None
        named = (post.organisation for post in story.posts)
        host = body.host or next(
            (other.host for other in named if other and other.host and other.name == body.name), ""
        )
        return self._elsewhere((host,), body.start, story, only=False) if host else None

    def _of_ministry(self, body: Organisation, group: Sequence[Post], story: Story) -> str:
        """`Cục Kỹ thuật an toàn` by its longest name in the page; else of the ministry beside it or of the page's one.

        Customs, taxes and the like have a Cục in each province: theirs on a page of a province.
        """
        full = self._in_full(body, story)
        if full != body.name:
            return full
        if _LOCAL_CUC.match(key(body.name)):
            home = story.home
            return f"{body.name} {home.province_unit} {home.province}" if home.province else body.name
        named = [post.organisation for post in group if post.organisation]
        beside = next((one.name for one in named if one.name.startswith("Bộ ") and "ministry" in one.tags), None)
        ministry = beside or self._bracketed(body, story) or self._ministry(story)
        return f"{body.name} {ministry}" if ministry else body.name

    def _bracketed(self, body: Organisation, story: Story) -> str | None:
        """The ministry in brackets behind a department somewhere: `Cục Chống tham nhũng (Thanh tra Chính phủ)`."""
        words = f"{body.name} ("
        start = story.text.cased.find(words)
        ministry = self._organisations.at(story.text, start + len(words)) if start >= 0 else None
        closed = ministry is not None and story.text.cased.startswith(")", ministry.end)
        return ministry.name if ministry and closed and "ministry" in ministry.tags else None

    def _ministry(self, story: Story) -> str | None:
        """The ministry that the page names alone, or twice as often as any other."""
        named = [self._organisations.at(story.text, match.start()) for match in _MINISTRY.finditer(story.text.cased)]
        ranked = Counter(
            body.name for body in named if body and body.name.startswith("Bộ ") and "ministry" in body.tags
        ).most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def in_full(self, body: Organisation, story: Story) -> str:
        """A body with a name of its own, as the page spells it out somewhere."""
        if body.name not in story.spelled:
            kind = self._with_kind(body, story) if " " not in body.name else None
            story.spelled[body.name] = kind or self._spelled_out(body, story) or self._in_full(body, story)
        return story.spelled[body.name]

    def _with_kind(self, body: Organisation, story: Story) -> str | None:
        """A firm by its name alone (`Oceanbank`), with the kind that the page gives it (`Ngân hàng Oceanbank`)."""
        for kind in _FIRMS:
            start = story.text.cased.find(f"{kind} {body.name}")
            named = self._organisations.at(story.text, start, titled=True) if start >= 0 else None
            if named is not None and named.end == start + len(kind) + 1 + len(body.name):
                return named.name
        return None

    def _in_full(self, body: Organisation, story: Story) -> str:
        """A company or school by the longest name that the page gives it."""
        kind = body.name.split(" ")[0] if not body.name.startswith("Công ty") else "Công ty"
        longer = {other.name for other in self._bodies_of((kind,), story) if other.name.startswith(body.name + " ")}
        return longer.pop() if len(longer) == 1 else body.name

    def _spelled_out(self, body: Organisation, story: Story) -> str | None:
        """A firm by the name that the page shortens to its own: `Công ty cổ phần Mía đường An Phú (Apsuco)`."""
        *kind, short = body.name.split(" ")
        if len(kind) > 2 or short[:1].islower():
            return None
        cased = story.text.cased
        if f"{short})" not in cased:
            return None
        for match in re.finditer(rf"\((?:[^\W\d_]{{2,5}} ){{0,2}}{re.escape(short)}\)", cased):
            bracket = match.start()
            end = bracket - (cased[bracket - 1] == " ")
            for start in range(max(cased.rfind("\n", 0, end) + 1, end - LONGEST_NAME), end):
                if not cased[start].isupper() or (start and cased[start - 1].isalnum()):
                    continue
                full = self._organisations.at(story.text, start, titled=True)
                if full is None or key(full.name) == key(body.name):
                    continue
                if full.end < end and self._is_one_name(story.text, full.end, end):
                    return full.name + in_words(cased[full.end : end])
                if full.end == end and key(full.name).startswith(key(" ".join(kind))):
                    return self._places.complete(full, story.home)
        return None

    def _is_one_name(self, text: Text, start: int, end: int) -> bool:
        """Whether what stands between a body and the bracket after it is the rest of its name: no mark and no verb."""
        rest = text.cased[start:end]
        words = [start + match.start() for match in _WORD.finditer(rest)]
        return not _MARKS.search(rest) and not any(self._organisations.verb_at(text, word) for word in words)

    def _hosted(self, body: Organisation, other: Post, group: Sequence[Post], story: Story) -> str | None:
        """`Chi bộ` of the body of `other`, when that is a body as a whole; of a hamlet's body it is the hamlet's."""
        host = other.organisation
        if other.entry.body or (host is not None and not set(host.tags) & _HOSTS and not self._party_group(body, host)):
            return None
        implied = other.entry.kind or other.entry.shares in _HAMLETS or body.name in _PARTY_GROUPS
        if host is None and not implied:
            return None
        full = self.complete(other, [post for post in group if post.organisation is not body], story)
        hamlet = _OF_HAMLET.search(full or "")
        return f"{body.name} {hamlet[0] if hamlet else full}" if full else None

    def _parent(self, kinds: tuple[str, ...], body: Organisation, beside: Sequence[Post], story: Story) -> str | None:
        """The police or court that an office or chamber is of: the one beside it, else the nearest before.

        Only the courts of provinces have chambers.
        """
        own = [post.organisation for post in beside if post.organisation and post.organisation.name.startswith(kinds)]
        named = [other for other in self._bodies_of(kinds, story) if other.start < body.start]
        if "court" in body.tags:
            own, named = ([other for other in bodies if other.level == "province"] for bodies in (own, named))
        if own:
            return self._places.complete(own[0], story.home)
        nearest = max(named, key=lambda other: other.start, default=None)
        return self._places.complete(nearest, story.home) if nearest else None

    @staticmethod
    def _party_group(body: Organisation, host: Organisation) -> bool:
        """Whether a Party group (Đảng đoàn, Ban cán sự đảng) stands beside the council or front it is of."""
        return body.name in _PARTY_GROUPS and bool({"state", "front", "mass"} & set(host.tags))

    def _unit(self, body: Organisation, beside: Sequence[Post], story: Story) -> tuple[str, str] | None:
        """The unit and place for a body without a level."""
        local = {"committee", "inner", "advisory", "state", "front", "mass", "police", "army", "youth", "court"}
        if not local & set(body.tags) and not body.name.endswith("Đảng ủy"):
            return None
        for post in beside:
            other = post.organisation
            if other is None or other.level in {None, "central"} or (post.entry.body and "committee" in body.tags):
                continue
            if "committee" in body.tags and other.level != "commune":
                continue
            if place := self._places.unit_of(other, story.home):
                return place
        level = story.home.level
        if level is None or ("committee" in body.tags and level != "commune"):
            return None
        return self._places.place_for(level, None, body.start, story.home)

    def _implied(self, post: Post, group: Sequence[Post], story: Story) -> str | None:
        """The body of a post that names none. The kind of the post decides first, then whatever stands nearest to it.

        A post whose kind has one home only looks there and nowhere else (2); any other takes what the words around it
        give, the nearest first (3), and only then the one body of its kind in the page (4).
        """
        entry = post.entry
        # 1. It is said, in words that were not read: "Chủ tịch HĐQT đương nhiệm của BHS".
        if _SAID_BEHIND.match(story.text.folded, post.end):
            return None
        # 2. Posts of one house: deputies, courts, the army, hamlets.
        if entry.weak and entry.name == "Đại biểu":
            return self._council(story) or self._assembly(post, story)
        if kinds := _BENCHES.get(entry.name):
            return self._elsewhere(kinds, post.start, story, only=True)
        if entry.kind == "army":
            # "Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh": both are of it.
            army = [other for other in group if other.organisation and "army" in other.organisation.tags]
            return self.complete(army[0], group, story) if army else None
        if entry.shares in _HAMLETS:
            return self._elsewhere(_HAMLETS, post.start, story, only=False)
        if entry.name.endswith("Tỉnh trưởng"):
            return self._abroad(post.start, story)
        # 3. The post it is joined to, the one before in its line, the nearest of its kind before.
        near = self._shared(post, group, story) or self._said_before(post, story) or self._neighbour(post, story)
        return near or self._of_page(post, group, story)

    def _abroad(self, position: int, story: Story) -> str | None:
        """The province of another country that the page named last before `position`: `Phía tỉnh Savannakhet có …`."""
        start = story.text.folded.rfind("tỉnh ", 0, position)
        for _ in range(MAX_PROVINCES):
            place = self._organisations.abroad_at(story.text, start) if start >= 0 else None
            if place is not None:
                return place.name
            start = story.text.folded.rfind("tỉnh ", 0, max(start, 0))
        return None

    def _of_page(self, post: Post, group: Sequence[Post], story: Story) -> str | None:
        """4. The body of its kind that the page names, when there is only one or one prevails."""
        entry = post.entry
        if entry.shares == "thanh tra":
            department = self._elsewhere(("Sở",), post.start, story, only=True)
            return f"Thanh tra {department}" if department else None
        if entry.unit == "state":
            return self._society(post, story)
        if entry.unit == "committee":
            return self._nearest(_COMMITTEES, post.start, story)
        if entry.firm:
            return self._elsewhere(_FIRMS if _LEADS_FIRM.search(entry.name) else _LED, post.start, story, only=True)
        kind = entry.kind or entry.topic
        # "Phó Hiệu trưởng nhà trường": of the school spoken of.
        spoken = entry.kind == "Trường" and "nhà trường" in story.text.folded[post.start : post.end]
        body = self._elsewhere((kind,), post.start, story, only=not spoken) if kind else None
        if body is not None and body.startswith(_CENTRAL_PARTS) and not _COMPLETE.search(body):
            return self._of_ministry(Organisation(post.start, post.start, body, tags=("department",)), group, story)
        return body

    def _shared(self, post: Post, group: Sequence[Post], story: Story) -> str | None:
        """`Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội …`: both are of the body that the second names."""
        following = next((other for other in group if other.start > post.start), None)
        if following is None or not following.organisation or following.organisation.start <= following.start:
            return None
        between = story.text.folded[post.end : following.start]
        if not _ALSO.fullmatch(between) and not (_NEXT_POST.fullmatch(between) and self._share(post, following)):
            return None
        if post.entry.unit == "committee" and following.entry.unit != "committee":
            # "Bí thư kiêm Chủ tịch UBND xã": of the Party's committee there.
            unit = self._places.unit_of(following.organisation, story.home)
            return committee(*unit) if unit else None
        body = self.complete(following, group, story)
        if body == "Văn phòng Quốc hội" and "Tổng Thư ký" in post.role:
            # Its secretary leads the office.
            return "Quốc hội"
        word = post.entry.shares
        return f"{word.capitalize()} {body}" if body and word and not key(body).startswith(word) else body

    @staticmethod
    def _share(post: Post, following: Post) -> bool:
        """Whether two heads with a comma between them are of one body: `Chủ tịch HĐQT, Tổng Giám đốc Công ty …`.

        So are the heads of a society, and a minister who leads an office of the Government.
        """
        tags = set(following.organisation.tags) if following.organisation else set()
        if post.entry.unit == "committee":
            return following.entry.unit in {"committee", "state"}
        if following.entry.name == "Người phát ngôn" or "Tổng Thư ký" in post.role:
            return True
        if post.entry.topic == "Bộ":
            return following.entry.name == "Chủ nhiệm"
        if following.entry.firm and post.entry.firm:
            return "state" not in tags
        return post.entry.unit == "state" and bool({"mass", "front", "department"} & tags) and not following.entry.firm

    def _joined_to(self, post: Post, group: Sequence[Post], story: Story) -> str | None:
        """The committee whose inner body someone joins: of the post given with it, or of the last post in the line."""
        line = story.text.folded.rfind("\n", 0, post.start)
        after = [other for other in group if other.start > post.start]
        before = [other for other in story.posts if line < other.start < post.start]
        for other in (*after, *reversed(before)):
            if other.entry.unit == "committee" and other.organisation and other.status != "former":
                name = self._places.complete(other.organisation, story.home)
                if post.organisation and post.organisation.name == "Ban Chấp hành" and other.organisation.level:
                    unit = self._places.unit_of(other.organisation, story.home)
                    return f"Đảng bộ {unit[0]} {unit[1]}" if unit else None
                return name
        return None

    def _neighbour(self, post: Post, story: Story) -> str | None:
        """The body of the nearest post before of the same kind: `Chủ tịch UBND xã A; Phó Chủ tịch B`; or the only one.

        Firms, committees of the Party, and councils with their societies are such kinds.
        """
        entry = post.entry
        if not (entry.firm or entry.unit in {"state", "committee"}):
            return None
        alike = [
            other
            for other in story.posts
            if other.organisation is not None
            and "bare" not in other.organisation.tags
            and (other.entry.unit == entry.unit and (entry.unit or other.entry.firm))
        ]
        near = [other for other in alike if 0 < post.start - other.start < NEIGHBOURHOOD]
        if near and entry.unit == "state":
            return self.complete(near[-1], near[-1:], story)
        names = {self.complete(other, (other,), story) for other in alike}
        return names.pop() if len(names) == 1 else None

    def _society(self, post: Post, story: Story) -> str | None:
        """The society that the page is about, when it names it more than the People's Committee and Council."""
        named = self._bodies_of(("Hội",), story)
        if any(not body.name.startswith("Hội ") or body.name.startswith(_NO_SOCIETY) for body in named):
            # "Chủ tịch" on a page of councils may be anyone's.
            return None
        societies = len(named)
        state = len(_STATE.findall(story.text.folded))
        return self._elsewhere(("Hội",), post.start, story, only=True) if societies > 2 * state + 1 else None

    def _said_before(self, post: Post, story: Story) -> str | None:
        """`… Trưởng ban Tuyên giáo Tỉnh ủy; các Phó Trưởng ban: A, B`: the body of the post before in the line."""
        entry = post.entry
        if not entry.shares and not (post.status == "incoming" and entry.unit == "committee"):
            return None
        line = story.text.folded.rfind("\n", 0, post.start)
        for other in reversed([other for other in story.posts if line < other.start < post.start]):
            same = other.entry.shares == entry.shares if entry.shares else other.entry.unit == "committee"
            if same and other.organisation and "bare" not in other.organisation.tags and other.status != "former":
                return self._places.complete(other.organisation, story.home)
        if entry.shares != "ban":
            return None
        # "Đoàn công tác của Ban Tổ chức Trung ương do đồng chí A, Phó Trưởng ban, dẫn đầu"
        named = [body for body in self._bodies_of(("Ban",), story) if line < body.start < post.start]
        return self._places.complete(named[-1], story.home) if named else None

    def _council(self, story: Story) -> str | None:
        """The council that the page reports of: the National Assembly or a People's Council, when one prevails."""
        assembly = sum(len(words.findall(story.text.folded)) for words in _ASSEMBLY)
        councils = [match.start() for match in _COUNCIL.finditer(story.text.folded)]
        if assembly > len(councils):
            return "Quốc hội"
        if len(councils) == assembly:
            return None
        found = [self._organisations.at(story.text, start) for start in councils]
        names = Counter(self._places.complete(body, story.home) for body in found if body and body.level)
        return names.most_common(1)[0][0] if names else None

    def _assembly(self, post: Post, story: Story) -> str | None:
        """`Đại biểu Nguyễn Văn An (Bình Dương)`: only the deputies of the National Assembly are of a province."""
        seat = _SEAT.match(story.text.folded, post.end)
        return "Quốc hội" if seat and self._organisations.province_at(story.text, seat.end()) else None

    def _elsewhere(self, kinds: Sequence[str], position: int, story: Story, *, only: bool) -> str | None:
        """The body of one of `kinds` that the page names; with several, the nearest before, unless `only`."""
        named = self._bodies_of(kinds, story)
        if not named:
            return None
        # "Sở Nội vụ" and "Sở Nội vụ Hà Nội" are one.
        names = [self._places.complete(body, story.home) for body in named]
        counts = Counter(map(key, names)).most_common(2)
        if only or len(counts) == 1:
            if len(counts) == 2 and counts[0][1] < 2 * counts[1][1]:
                return None
            return next(name for name in names if key(name) == counts[0][0])
        nearest = max((body for body in named if body.start < position), key=lambda body: body.start, default=None)
        return self._places.complete(nearest, story.home) if nearest else None

    def _nearest(self, kinds: Sequence[str], position: int, story: Story) -> str | None:
        """The body of one of `kinds` that the page names nearest to `position`, on either side."""
        named = self._bodies_of(kinds, story)
        nearest = min(named, key=lambda body: abs(body.start - position), default=None)
        return self._places.complete(nearest, story.home) if nearest else None

    def _bodies_of(self, kinds: Sequence[str], story: Story) -> list[Organisation]:
        """All bodies of `kinds` that the page names; the whole text is read for them once."""
        wanted = tuple(kinds)
        if wanted not in story.named:
            story.named[wanted] = list(self._find_bodies(wanted, story.text))
        return story.named[wanted]

    def _find_bodies(self, kinds: tuple[str, ...], text: Text) -> Iterator[Organisation]:
        for kind in kinds:
            for start in places_of(f"{kind.lower()} ", text.folded):
                whole = start == 0 or not text.folded[start - 1].isalnum()
                # "Công ty Cục 6 Đường sắt" is no Cục.
                whole = whole and not text.folded.endswith(("công ty ", "tập đoàn "), 0, start)
                if whole and (kind[0].islower() or text.cased[start].isupper()):
                    body = self._organisations.at(text, start, titled=True)
                    # "Công ty cổ phần" alone names none.
                    rest = body.name[len(kind) :] if body is not None else ""
                    if body is not None and rest and (kind not in _FIRMS or not rest.islower()):
                        yield body


def _others(post: Post, group: Sequence[Post]) -> list[Post]:
    """The posts named with `post`: those after it, then those before."""
    index = next((i for i, other in enumerate(group) if other is post), 0)
    return [*group[index + 1 :], *reversed(group[:index])]
