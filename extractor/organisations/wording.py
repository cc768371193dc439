"""Words of an organisation's name: blanks, capitals, marks and standard abbreviations."""

from __future__ import annotations

import re

from extractor.names import RUN_WORD
from extractor.text import Text, lower

NUMBER = re.compile(r"(?:\d{1,3}|[IVX]{1,6})(?![\w/])(?![.,-]\d)")
# Where a body of other countries is at work: "UNESCO *tại Việt Nam*".
IN_VIETNAM = re.compile(r" tại việt nam(?!\w)")
# How a page shortens what it just named: `Bộ Giao thông vận tải (GTVT)`.
_ABBREVIATION = re.compile(r" \((?:[A-ZĐƯ][A-ZĐƯ\d.&/ -]{1,14}|[A-Z][A-Za-z]{2,14})\)")
_SPELLED = {
    "VN": "Việt Nam",
    "TMCP": "thương mại cổ phần",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "T.Ư": "Trung ương",
    "QLDA": "Quản lý dự án",
}
_SHORT = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _SPELLED))})(?![\w.])")
# Words of the kind or form of a body, which alone are no name of one: Trường *THPT*, Công ty *cổ phần*.
GENERIC = frozenset(
    "cổ phần tnhh mtv một thành viên thương mại dịch vụ tư nhân đa khoa chuyên trung ương tỉnh huyện phố tiểu học"
    " cơ sở phổ thông thpt thcs dân tộc nội trú bán mầm non mẫu giáo cao đẳng đại nghề tm dv sx xnk xd đt cp bđs"
    " kcn tập đoàn liên doanh hữu hạn số quốc gia việt nam truyền hình phát thanh khu vực chi nhánh sản xuất nhập"
    " khẩu trách nhiệm đh cđ công nghiệp ptdtbt ptdtnt dtnt dtbt ptcs ptth".split()
)


def skip(pattern: re.Pattern[str], text: Text, position: int) -> int:
    """The end of `pattern` at `position`, else `position`."""
    match = pattern.match(text.folded, position)
    return match.end() if match else position


def after_blanks(text: Text, position: int) -> int:
    """Where the blanks at `position` end."""
    folded = text.folded
    while folded[position : position + 1] == " ":
        position += 1
    return position


def capitals(text: Text, start: int, limit: int) -> list[tuple[str, int]]:
    """The run of capitalised words at `start` with their ends; words stand one blank apart."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < limit:
        match = RUN_WORD.match(text.cased, position)
        if match is None or not match[0][0].isupper():
            break
        end = match.end()
        words.append((match[0], end))
        position = after_blanks(text, end)
        if position == end:
            break
    return words


def marked(text: Text, end: int) -> bool:
    """Whether a mark or the end of the line stands at `end`."""
    return end >= len(text) or text.cased[end] in ",;:)\n" or text.folded[end : end + 3].startswith((" - ", " ("))


def after_abbreviation(text: Text, end: int) -> int:
    """The end of ` (GTVT)` at `end`, else `end`."""
    match = _ABBREVIATION.match(text.cased, end) if text.cased.startswith(" (", end) else None
    return match.end() if match else end


def in_words(name: str) -> str:
    """A name with its standard abbreviations spelled out: `Phòng Thương mại và Công nghiệp VN`."""
    return _SHORT.sub(lambda short: _SPELLED[short[0]], name)


def in_title_case(name: str) -> str:
    """`HÒA TIẾN` as `Hòa Tiến`; any other name as it is."""
    return " ".join(word[0] + lower(word[1:]) for word in name.split()) if name.isupper() else name


def is_name_word(word: str) -> bool:
    return word[0].isupper() and not (word.isupper() and lower(word) in GENERIC)
