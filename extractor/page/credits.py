"""Who wrote, who photographed, which outlet: bylines, photo credits and outlet marks beside and inside the text.

Lines come folded with their case kept (`Text.cased`); offsets are of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.names import FamilyNames
from extractor.organisations import PlaceRow
from extractor.page.forms import Forms
from extractor.page.outlets import Outlets
from extractor.patterns import Patterns
from extractor.text import ACCENTED, fold, lower


class Credit(NamedTuple):
    """A statement about the article at `start:end` of a line; `value` is None for one without a name ("Ảnh: T.L")."""

    start: int
    end: int
    name: str
    value: str | None
    rule: str


_VOWEL = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SYLLABLE = re.compile(rf"[^{_VOWEL}\W\d_]{{0,3}}[{_VOWEL}]{{1,3}}(?:ch|nh|ng|[cmnpt])?")
_ONSETS = frozenset("ch gi kh ng nh ph qu th tr".split())
# A word of a name: letters with the apostrophes of minority names; an initial has its stop.
_WORD = r"[^\W\d_](?:[^\W\d_]|['.](?=[^\W\d_]))*\.?"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,4}}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}(?:[^\W\d_]{1,6}|[^\W\d_]\.)")
# Between the names of one byline.
_JOIN = re.compile(r"\s?[-,&+;]\s?|\s(?:và|&)\s")
# What an editor adds to a byline: "(tổng hợp)", "(TTXVN)", "(từ Jeonju)".
_REMARK = re.compile(r"\s*\([^()]{1,60}\)$")
# Degrees and ranks before a name.
_DEGREES = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|T[Hh]S|BS|KS|LS|KTS|CN|NSƯT|NSND|CVP|Tiến sĩ|Thạc sĩ|Bác sĩ|Luật sư|Nhà báo|Nhà văn"
    r"|Nhà thơ|Phóng viên|Độc giả|Bạn đọc|Đại tá|Thượng tá|Trung tá|Thiếu tá|PV|CTV|BTV)(?:\.\s?|:?\s)){1,3}"
    r"(?=[^\W\d_]{2})"
)
_TAKEN = re.compile(r"\s?[-,/]\s?[Tt]heo .*$")
# Who speaks, not who writes: "Ông Nguyễn Văn An, Trưởng phòng …" below a quotation.
_SPEAKERS = frozenset({"Ông", "Bà", "Chị", "Theo", "ÔNG", "BÀ", "CHỊ", "THEO"})
# Words of pages that no name begins with.
_NO_NAMES = frozenset(
    "tin ảnh bài báo video clip xem trang mục nguồn đọc góc chùm xã huyện tỉnh phường quận sở phòng đảng ban ủy".split()
)
# Posts below a signature; none is a name.
_POSTS = frozenset(
    "chủ tịch/phó chủ tịch/bí thư/phó bí thư/giám đốc/phó giám đốc/tổng giám đốc/viện trưởng/chánh án/hiệu trưởng"
    "/bộ trưởng/thứ trưởng/thủ tướng/chánh văn phòng/cục trưởng/chi cục trưởng/tổng bí thư/tổng cục trưởng".split("/")
)
_DESK = re.compile(
    r"(?:nhóm |tổ |ban )?(?:phóng viên|biên tập|truyền thông|tuyên truyền|biên tập viên)|tòa soạn|văn phòng"
)
# Two words of which the second is small begin no name, alone or with its post; most lines begin so.
_SENTENCE_START = re.compile(rf"\w+ (?!và )[a-z{ACCENTED}]")
_NOBODY = re.compile(
    r"p\.?v|c\.?t\.?v|b\.?t\.?v|t\.?h|nhóm pv|phóng viên|tổng hợp|nhóm phóng viên|bbt|admin|administrator"
    r"|quản trị viên|ban quản trị"
)
# Two or three capitals that are no syllable: "HV"; a name of the highlands in one word: "K'Brểu".
_CAPITALS = re.compile(rf"(?:(?![{_VOWEL.upper()}])[A-ZĐ]){{2,3}}")
_HIGHLAND = re.compile(r"[KHY]'[A-ZĐ]?[^\W\d_]{2,10}")
_OFFICE = re.compile(r"[A-ZĐ]{1,5}(?:[-/.][A-ZĐ]{1,6}){1,3}")
_POST = re.compile(r"\s?[-,]\s?(?=[^\W\d_]{2})")
_PHOTO = re.compile(r"\(?\s?(?:Nguồn ảnh|Ảnh minh họa(?=\s?:)|Ảnh|ẢNH|ảnh|Photo|Hình|HÌNH)(?:\s?:\s?|\s(?=[^\W\d_]))")
# What every match of the above holds.
_PHOTO_WORD = re.compile("[ẢảPH](?:nh|NH|hoto|ình|ÌNH)")
# What is said without a colon of photos that no one signs; the desks and bodies that send theirs.
_UNSIGNED = frozenset({"ctv", "internet", "nvcc", "tl", "t.l", "pv", "tư liệu"})
_SENDER = re.compile(r"(?:Báo|Tạp chí|Đài|Trung tâm|Cổng|Trang|Công an|Văn phòng|Phòng|Ban|Sở|UBND|Huyện ủy|Tỉnh ủy) ")
_STAFF = re.compile(r"\s?-\s?(?:CTV|PV|BTV)$")
# Where a credit stands between the sentences of a line, and what goes on with one word of a name there.
_PHOTO_INSIDE = re.compile(r"(?:Nguồn ảnh|Ảnh|ẢNH|Đồ họa)(?:\s?:\s?|\s(?=[^\W\d_]))")
_INSIDE_WORDS = ("Ảnh", "ẢNH", "Nguồn ảnh", "Đồ họa")
_BEFORE_PHOTO = re.compile(r"(?:\(|[.!?…\")]\s{0,2}|\d\.?\s)$")
_NAME_WORD = re.compile(
    rf"[^\W\d_](?:[^\W\d_]|['.](?=[^\W\d_]))*?(?:(?<=[a-z{ACCENTED}])(?=[A-ZĐ{ACCENTED.upper()}])|(?!\w|\.\w))"
)
_STOPPED = re.compile(r"(?:[A-ZĐ]\.){2,3}(?!\w)")
_SIGNED = re.compile(r"[A-ZĐ][\w.+]{1,15}(?!\w)")
_AGENCY = re.compile(r"\s?[/-]\s?([A-ZĐ][\w.+]{1,15}|Báo [^\W\d_]+(?: [A-ZĐ][^\W\d_]*)*)(?!\w)")
_OUTLET_BEHIND = re.compile(
    r"(?P<name>\S.{0,58}?\S)(?:\s*(?P<bracket>\([^()]{2,40}\))|\s?/\s?(?P<slash>[^/()]{2,40}))$"
)
_NO_PHOTOGRAPHER = re.compile(
    r"t\.?\s?l\.?|tư liệu|minh họa|internet|c\.?t\.?v|nguồn internet|minh họa: internet|nvcc|đvcc"
    r"|(?:do )?(?:nhân vật|gia đình) cung cấp|s\.?t|sưu tầm|t\.?g|tác giả|cắt từ clip|chụp màn hình|p\.?v|it"
)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[^\W\d_])")
_SENTENCE_END = (".", "!", "?", "…", '"', "/", ")")
# Between a sentence and the word behind it.
_SENTENCE_GAP = re.compile(r"[.!?…\"/)]\s{1,11}(?=\S)")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]|TP|Tp|TX|TT|TS|GS|PGS|BS|KS|LS|ThS|Th\.?S|NXB|Nxb|Mr|Mrs|Ms|Dr|St)\.")
_DEGREES_CELSIUS = re.compile(r"\d ?(?:°|độ )C\.\s*$")
# The address of a site: an outlet that signs in small letters.
_SITE = re.compile(r"(?:[a-z][\w-]{1,40}\.){1,3}(?:vn|com|net|org|info)", re.ASCII)
_MAX_VALUE = 45
_MAX_PHOTOGRAPHER = 4
_MAX_BYLINE = 90
_MAX_WORDS = 12
# A pen name has at most so many words; longer names begin with a family name.
_PEN_NAME = 3
# The kinds of family names that are sure; in capitals, where headings are written too, fewer.
_SURE_KINDS = {False: {"common", "rare"}, True: {"common"}}
_TAIL = 120
_MAX_TAIL_WORDS = 16
_LOWER_CASE_IN_CREDIT = frozenset("và tư liệu minh họa cắt từ clip chụp màn hình cung cấp do phát".split())


class Credits:
    """Reads the credits of lines."""

    def __init__(self, patterns: Patterns, forms: Forms) -> None:
        self._families = FamilyNames(patterns)
        self.provinces = {lower(fold(row.name)) for row in patterns.table("places", PlaceRow) if not row.province}
        self._outlets = Outlets(patterns)
        self._forms = forms

    # ------------------------------------------------------------- whole lines

    def byline(self, text: str) -> tuple[bool, str | None]:
        """Whether the whole of `text` is a byline without label, and the author it names ("P.V" names none)."""
        text = text.strip()
        if text.endswith(("TV", "PV")):
            text = _STAFF.sub("", text)
        if text.startswith("(") and text.endswith(")"):
            text = text[1:-1]
        if degrees := _DEGREES.match(text):
            text = text[degrees.end() :]
        bare = _REMARK.sub("", text) if text.endswith(")") else text
        bare = _TAKEN.sub("", bare) if "heo " in bare else bare
        name, slash, outlet = bare.rpartition("/")
        bare = name if slash and self._outlets.signs(outlet) else bare
        if not bare or len(text) > _MAX_BYLINE:
            return False, None
        folded = lower(bare)
        if _NOBODY.fullmatch(folded):
            return True, None
        if _DESK.fullmatch(folded):
            words = folded.split()
            return True, " ".join([word.capitalize() for word in words[:2]] + words[2:])
        if _SENTENCE_START.match(bare):
            return False, None
        if _OFFICE.fullmatch(bare) or self._names(bare):
            return True, title_case(bare)
        return self._with_post(bare)

    def credible(self, value: str) -> bool:
        """Whether what follows a label may be a name: it begins with a capital and is no sentence."""
        return (
            bool(value)
            and (value[0].isupper() or _SITE.fullmatch(value) is not None)
            and len(value) <= _MAX_BYLINE
            and len(value.split()) <= _MAX_WORDS
            and not value.endswith(("!", "?"))
            and "|" not in value
            and value.count("(") == value.count(")")
            and ". " not in value.replace(". ", ".", 1)
        )

    def labelled(self, text: str) -> Credit | None:
        """The credit that the whole of `text` is: "Tin, ảnh: X", "Nguồn: Y"."""
        folded = lower(text)
        fit = self._forms.fit(folded) if self._forms.begins_credit(folded) else None
        if fit is None or fit.entry.meta not in {"author", "source"} or not fit.head:
            return None
        at = folded.find(fit.head)
        value = text[at + len(fit.head) :].strip(" :").rstrip(" .-")
        if text.startswith("("):
            value = value.removesuffix(")")
        if at < 0 or not (self.credible(value) or _NOBODY.fullmatch(lower(value))):
            return None
        if fit.entry.meta == "author":
            known, author = self.byline(value)
            if not known and fit.entry.names:
                return None
            return Credit(0, len(text), "author", author if known else title_case(value), fit.entry.id)
        return Credit(0, len(text), "source", value, fit.entry.id)

    def taken_from(self, text: str) -> Credit | None:
        """The source that the whole of `text` names: "Theo TTXVN", "(TTXVN)", "Báo Nhân Dân"."""
        if (credit := self._theo(text)) is not None:
            return credit
        value = text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text
        known = self._outlets.find(value.removesuffix(" / Gốc")) is not None and not value.startswith("http")
        value = value.removesuffix(" / Gốc")
        return Credit(0, len(text), "source", value, "outlet-alone") if known else None

    def lone_name(self, text: str) -> bool:
        """Whether `text` is one capitalised Vietnamese syllable, or initials."""
        if _INITIALS.fullmatch(text) or _CAPITALS.fullmatch(text) or _HIGHLAND.fullmatch(text):
            return True
        short = text.isalpha() and 2 <= len(text) <= 7 and (text.isupper() or _capitalised(text))
        return short and _syllable(text) and lower(text) not in _NO_NAMES

    # ------------------------------------------------------------- inside lines

    def mark(self, line: str) -> Credit | None:
        """The outlet's mark at the head of a line: "(Baohatinh.vn) -", "LSO-", "TTH - "."""
        mark = self._outlets.mark(line)
        return Credit(mark.start, mark.end, "source", mark.value, mark.rule) if mark is not None else None

    def signed(self, line: str) -> bool:
        """Whether a line is the byline that an outlet signs too: "Trung Kiên (TTXVN)"."""
        credit = Credit(0, len(line), "author", None, "")
        return line.endswith(")") and len(line) <= _MAX_BYLINE and len(self.with_outlet(credit, line)) > 1

    def closing(self, line: str) -> Credit | None:
        """The byline or source glued to the end of a line, after its last sentence."""
        end = len(line.rstrip(" -"))
        for start in _sentence_starts(line, end):
            text = line[start:end]
            # 1. With a label: "Tin, ảnh: X", "Theo TTXVN".
            credit = self.labelled(text) or self._theo(text)
            if credit is not None:
                return credit._replace(start=start, end=end)
            if text.endswith((".", "!", "?", ":")) and not _INITIALS.fullmatch(text):
                continue
            # 2. An outlet alone.
            if "." not in text and all(self._outlets.find(name) is not None for name in text.split("/")):
                return Credit(start, end, "source", text, "outlet-at-end")
            # 3. Names, with their outlet or post; a lone word is none unless it is initials.
            known, author = self.byline(text.partition("/")[0])
            if known and _outlet_follows(text):
                return Credit(start, end, "author", author, "byline-at-end")
            if _INITIALS.fullmatch(text):
                return Credit(start, end, "author", text, "initials-at-end")
        return None

    def photo(self, line: str) -> Credit | None:
        """The photo credit that ends a line: "Quang cảnh hội nghị. Ảnh: Ngọc Quỳnh", "(Ảnh: TTXVN)"."""
        tail = max(0, len(line) - _TAIL)
        if _PHOTO_WORD.search(line, tail) is None:
            return None
        line = line.replace("[", "(").replace("]", ")")
        found = None
        for match in _PHOTO.finditer(line, tail):
            found = match
        if found is None or not (found[0][0] == "(" or found[0].strip()[0].isupper()):
            return None
        bracket, colon = found[0][0] == "(", ":" in found[0]
        rest = line[found.end() :].rstrip(" -")
        if bracket:
            value, closed, after = rest.partition(")")
            if not closed or after.strip(" ."):
                return None
            end = found.end() + len(value) + 1
        else:
            value = rest if _INITIALS.fullmatch(rest) or rest.endswith("..") else rest.rstrip(" .")
            end = found.end() + len(value)
        if not value or len(value) > _MAX_VALUE or _NEXT_SENTENCE.search(value) or not self._photographer(value, colon):
            return None
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        name = None if _NO_PHOTOGRAPHER.fullmatch(lower(value)) else title_case(value)
        return Credit(start, end, "photo", name, "photo-credit")

    def photos_inside(self, line: str) -> Iterator[Credit]:
        """The photo credits between the sentences of a line, where captions were joined to the text.

        (Ảnh: Trương Hồng) | … sáng 30/10. Ảnh: Mạnh HùngChủ trì hội nghị … | … tại hội nghị.Ảnh: T.LKết quả, …
        """
        if not any(word in line for word in _INSIDE_WORDS):
            return
        for match in _PHOTO_INSIDE.finditer(line):
            start = match.start()
            if _BEFORE_PHOTO.search(line, max(0, start - 3), start) is None:
                continue
            bracket = line.endswith("(", 0, start)
            if bracket:
                value, closed, _ = line[match.end() : match.end() + _MAX_VALUE].partition(")")
                named = closed and value.strip() and self._photographer(value.strip(), True)
                end = match.end() + len(value) if named else 0
            else:
                end = self._end_of_photographer(line, match.end()) if ":" in match[0] else 0
            if end > match.end():
                value = line[match.end() : end].strip().rstrip(".")
                name = None if _NO_PHOTOGRAPHER.fullmatch(lower(value)) else title_case(value)
                yield Credit(start - bracket, end + bracket, "photo", name, "photo-credit-inside")

    def _end_of_photographer(self, line: str, start: int) -> int:
        """Where the name at `start` ends: before the capital that the next sentence begins with; 0 for no name."""
        if site := _SITE.match(line, start):
            return site.end()
        signed = _SIGNED.match(line, start)
        if signed and self._outlets.find(signed[0]) is not None:
            return signed.end()
        if initials := _STOPPED.match(line, start):
            return initials.end()
        if nobody := _NO_PHOTOGRAPHER.match(lower(line[start : start + _MAX_VALUE])):
            end = start + nobody.end()
            return end if not line[end : end + 1].islower() else 0
        ends: list[int] = []
        position = start
        while len(ends) <= _MAX_PHOTOGRAPHER and (word := _NAME_WORD.match(line, position)) and word[0][0].isupper():
            # "Ảnh: HOÀNG GIANG | Ông Đinh Văn An cảm ơn": whom the next sentence speaks of.
            if ends and (word[0] in _SPEAKERS or word[0].isupper() != line[start : ends[0]].isupper()):
                break
            ends.append(word.end())
            if line[word.end() : word.end() + 1] != " ":
                break
            position = word.end() + 1
        else:
            if ends and line[position : position + 1].isalnum():  # the last capital begins the next sentence
                ends.pop()
        if not ends or not (self._names(line[start : ends[-1]]) or (len(ends) == 1 and "." in line[start : ends[0]])):
            return 0
        agency = _AGENCY.match(line, ends[-1])
        return agency.end() if agency and self._outlets.find(agency[1]) is not None else ends[-1]

    def with_outlet(self, credit: Credit, text: str) -> list[Credit]:
        """An author and the outlet named behind: "Văn Đức (TTXVN)", "Theo Thế Kha/Dân Trí"; else the credit alone.

        text: the words of the credit
        """
        if credit.name not in {"author", "source"} or not (text.endswith(")") or "/" in text):
            return [credit]
        behind = _OUTLET_BEHIND.fullmatch(text)
        if behind is None:
            return [credit]
        outlet = (behind["bracket"] or behind["slash"]).strip("() ")
        name = behind["name"].removeprefix("Theo ").strip()
        nobody = _NOBODY.fullmatch(lower(name)) is not None
        if not self._outlets.signs(outlet) or not (nobody or self._names(name)):
            return [credit]
        place = behind.start("bracket") if behind["bracket"] else behind.start("slash")
        author = None if nobody else title_case(name)
        return [
            Credit(credit.start, credit.start + behind.end("name"), "author", author, credit.rule),
            Credit(credit.start + place, credit.end, "source", outlet, credit.rule),
        ]

    def _photographer(self, value: str, colon: bool) -> bool:
        """Whether `value` names a photographer, agency or source; without colon only a sure name does."""
        if not colon:
            return self._names(value) or _OFFICE.fullmatch(value) is not None or lower(value) in _UNSIGNED
        if _SITE.fullmatch(value) or (_SENDER.match(value) and len(value.split()) <= 8):
            return True
        if _NO_PHOTOGRAPHER.fullmatch(lower(value)):
            return True
        words = value.split()
        return (
            value[0].isupper()
            and len(words) <= 8
            and all(not word[0].islower() or lower(word) in _LOWER_CASE_IN_CREDIT for word in words)
        )

    # ------------------------------------------------------------- names

    def _names(self, text: str) -> bool:
        """Whether `text` is one name, or up to five with joints."""
        parts = [part.strip() for part in _JOIN.split(text)]
        return 0 < len(parts) <= 5 and all(self._person(part) for part in parts)

    def _person(self, text: str) -> bool:
        """Whether `text` may be the name or pen name of one author: two to five words written like a name."""
        words = text.replace(".", ". ").split()
        if not 2 <= len(words) <= 5 or not _NAME.fullmatch(text):
            return False
        if words[0] in _SPEAKERS or lower(words[0]) in _NO_NAMES or lower(text) in _POSTS:
            return False
        family = self._families.kind(words) or self._families.minority(words)
        if len(words) > _PEN_NAME and family not in _SURE_KINDS[text.isupper()]:
            return False
        if not all(word.isupper() or _capitalised(word) for word in words):
            return False
        return all(_syllable(word) for word in words) or self._families.minority(words) is not None

    def _with_post(self, text: str) -> tuple[bool, str | None]:
        """The name of "Nguyễn Văn An, Bí thư Huyện ủy"; a family name is asked for."""
        split = _POST.search(text)
        if split is None:
            return False, None
        name, post = text[: split.start()], text[split.end() :]
        words = name.split()
        sure = self._person(name) and (self._families.kind(words) or self._families.minority(words)) is not None
        known = sure and len(post.split()) >= 2 and post[0].isupper() and not post.isupper()
        return known, title_case(name) if known else None

    def _theo(self, text: str) -> Credit | None:
        """ "Theo TTXVN", "Theo Trí thức trẻ" at the end of an article: where it was taken from."""
        if not text.startswith(("Theo ", "theo ")) or len(text) > _MAX_BYLINE or text.endswith((".", ":", ",")):
            return None
        value = text[5:].strip()
        sentence = len(_REMARK.sub("", value).split()) > 6 or not self.credible(value)
        return None if sentence else Credit(0, len(text), "source", value, "taken-from")


def _sentence_starts(line: str, end: int) -> Iterator[int]:
    """Where the last few words of a line may begin after the end of a sentence, the longest tail first."""
    begin = max(0, end - _TAIL)
    starts = [gap.end() for gap in _SENTENCE_GAP.finditer(line, max(0, begin - 12), end) if gap.end() >= begin]
    if line.endswith(_SENTENCE_END, 0, begin) and not line[begin].isspace():
        starts.insert(0, begin)
    for start in starts:
        if len(line[start:end].split()) > _MAX_TAIL_WORDS:
            continue
        before = line[max(0, start - 12) : start].rstrip()
        if not _ABBREVIATION.fullmatch(before.rpartition(" ")[2]) or _DEGREES_CELSIUS.search(before):
            yield start


def _outlet_follows(text: str) -> bool:
    """Whether what follows the slash of "Ngọc Thành/VOV.VN", if there is one, is short and begins with a capital."""
    _, slash, outlet = text.partition("/")
    return not slash or (outlet[:1].isupper() and len(outlet.split()) <= 5)


def _capitalised(word: str) -> bool:
    """Whether the word is written like a part of a name: `Hải`, `H'Yim`, `P.`, `H.Vân`."""
    if word.isalpha():
        return word[0].isupper() and word[1:] == lower(word[1:])
    parts = [part for part in re.split(r"['.]", word) if part]
    return bool(parts) and all(part[1:] == lower(part[1:]) for part in parts) and parts[0][0].isupper()


def _syllable(word: str) -> bool:
    """Whether the word could be a Vietnamese syllable, or is an initial: "H.", "Ph."."""
    stem = lower(word).rstrip(".")
    return len(stem) <= 1 or _SYLLABLE.fullmatch(stem) is not None or (word.endswith(".") and stem in _ONSETS)


def title_case(text: str) -> str:
    """A byline in capitals as names are written; short abbreviations, and what is mixed already, stay."""
    if text != text.upper() or not any(len(word) > 2 and word.isalpha() for word in text.split()):
        return text.strip()
    words = re.split(r"(\s+|[-/,&])", text.strip())
    return "".join(word if "." in word or not _syllable(word) else word[:1] + lower(word[1:]) for word in words)
