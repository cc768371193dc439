"""Which line is the title. It is not always the first: menus, stamps, even the lead may stand above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from extractor.page.line import INNER_END, Line

_MAX_TITLE = 260
# A title may hold a full stop, but a longer line is a paragraph.
_LONG_TITLE = 150
_LONG_LEAD = 120
# A line as long that is a sentence is no copy of a title but the lead.
_LEAD = 45
# How far below the first prose the title may stand, and how many lines are considered at all.
_BELOW = 3
_MAX_HEAD = 120
_ALT_REACH = 30
_ALT_NUMBER = re.compile(r"\s?[-(]?\s?(?:ảnh|hình)(?: số)? \d{1,3}\)?\.?$")
# Labels side by side.
_ROW = re.compile(r"\s\|\s|\s{2}")
_AGO = re.compile(r"\d (?:phút|giờ|ngày|tuần|tháng) trước\b")
_PATH = re.compile(r"\s[>›\"*]\s")
_SITE_NAME = re.compile(
    r"(?:báo|tạp chí|đài|trang (?:thông tin|tin)|cổng|website|ủy ban|ubnd|đảng bộ|đảng ủy|trường|sở|huyện|tỉnh"
    r"|thành phố|ban)\s"
)


def title_key(line: str) -> str:
    """What copies of a title share: `line` (folded, lower case) without stops, quotes and "- Ảnh 1."."""
    if line[-3:].strip(".)")[-1:].isdigit():
        number = _ALT_NUMBER.search(line, max(0, len(line) - _ALT_REACH))
        line = line[: number.start()] if number else line
    while "  " in line:
        line = line.replace("  ", " ")
    return line.strip(" .…!?\"'-")


def choose_title(
    lines: Sequence[Line], first: int, declared: Sequence[str], named: Callable[[Line], bool]
) -> Line | None:
    """The title among `lines`; None when a page has none, as a lone line is.

    first:    index of the first line of prose
    declared: what the caller or the page's head says the title is (folded, lower case), most trusted first
    named:    whether a line is a name, as the author's below the title
    """
    known = [title_key(title) for title in declared]
    if len(lines) < 2 and not known:
        return None
    # What is longer is no title unless it is declared.
    stems = [title_key(line.folded) if known or len(line.folded) <= _MAX_TITLE else "" for line in lines]
    # 1. What is declared, in full; a declared title may go on with the outlet's name.
    for title in known:
        for line, stem in zip(lines, stems, strict=True):
            if stem and (stem == title or (len(stem) >= 20 and title.startswith(stem + " "))):
                return line
    # 2. The line of the head that looks most like one.
    if len(lines) < 2:
        return None
    copies = Counter(stem for line, stem in zip(lines, stems, strict=True) if len(line.folded) <= _MAX_TITLE)
    head = lines[: min(first + _BELOW, _MAX_HEAD) + 1]
    leads = {
        stems[line.index]: line.index
        for line in reversed(head)
        if line.prose and _LEAD <= len(line.folded) <= _MAX_TITLE
    }
    candidates = [
        line
        for line in head
        if len(stems[line.index]) > 2
        and leads.get(stems[line.index], line.index) >= line.index
        and _possible(line, lines, named)
    ]
    scored = [(_score(line, lines, first, copies[stems[line.index]], named), -line.index, line) for line in candidates]
    best = max(scored, default=None, key=lambda item: item[:2])
    if best is None or best[0] <= 0:
        return None
    # Of several copies the first is the title.
    stem = stems[best[2].index]
    return next((line for line in candidates if stems[line.index] == stem and not line.html), best[2])


def _possible(line: Line, lines: Sequence[Line], named: Callable[[Line], bool]) -> bool:
    return (
        line.fit is None
        and not line.arrow
        and (not line.prose or _one_sentence(line, lines, named))
        and len(line.folded) <= _MAX_TITLE
        and not line.folded.startswith(("- ", "• ", "+ ", "* ", "http", "("))
        and not (line.stamp and len(line.folded) < line.stamp.end - line.stamp.start + 12)
        and not _ROW.search(line.folded)
        and not _AGO.search(line.folded)
        and not _PATH.search(line.folded)
        and (line.html is None or not (line.html.alt or line.html.hidden))
    )


def _one_sentence(line: Line, lines: Sequence[Line], named: Callable[[Line], bool]) -> bool:
    """Whether a line as long as prose may be a title: it has no full stop, or heads the page over stamp or byline."""
    if line.folded.endswith((";", ":", "…", "...")):
        return False
    if len(line.folded) < _LONG_TITLE and not line.folded.endswith("."):
        return True
    stamped = len(lines) > 1 and ((lines[1].stamp is not None and not lines[1].prose) or named(lines[1]))
    return line.index == 0 and stamped and INNER_END.search(line.folded) is None


def _score(line: Line, lines: Sequence[Line], first: int, copies: int, named: Callable[[Line], bool]) -> int:
    words = len(line.folded.split())
    score = 2 if words >= 5 else 1 if words == 4 else -1 if words < 3 else 0
    score += 1 if len(line.folded) >= 25 else 0
    # Printed again as text of its photos, or as heading over the lead.
    score += min(4, 3 * (copies - 1)) if len(line.folded) >= 15 else 0
    # Headings of HTML.
    score += 5 if line.tagged("h1") else 1 if line.tagged("h2") else 0
    score -= 2 if line.tagged("nav", "footer", "header", "aside", "figcaption", "li") else 0
    score -= 3 if line.html is not None and line.html.links > 0.9 and not line.tagged("h1") else 0
    # What follows a title: a stamp, a byline, sharing, then prose; what follows a menu is more of it.
    following = lines[line.index + 1 : line.index + 3]
    after = [_stands_below_titles(other) or named(other) for other in following]
    score += 2 * any(after) + 2 * any(after[:1])
    below = following[0].fit.entry.category if following and following[0].fit else None
    score += -2 if below == "navigation" else 2 if below in {"share", "widget", "counter"} else 0
    # The first line of a page without menu above its text.
    if line.index == 0:
        score += 1 if any(_is_menu(other) for other in lines[1:4]) else 3
    # A series or an occasion in capitals above the title.
    score -= 2 if line.cased.isupper() and after[:1] != [True] and _is_headline(following, after) else 0
    score -= 1 if _SITE_NAME.match(line.folded) and line.index < 2 and line.cased.isupper() else 0
    score -= 4 if line.index > first else 0
    # So long a line below another is rather the lead.
    score -= 2 if line.index and len(line.folded) > _LONG_LEAD else 0
    return score


def _stands_below_titles(line: Line) -> bool:
    """Whether it is prose or the stamp of an article; a weekday and its day alone are rather the site's clock."""
    stamp = line.stamp
    return line.prose or (stamp is not None and (stamp.clock or not stamp.weekday or not line.stamped))


def _is_menu(line: Line) -> bool:
    if line.fit is not None:
        return line.fit.entry.category != "comments"
    return not line.prose and _ROW.search(line.folded) is not None


def _is_headline(following: Sequence[Line], after: Sequence[bool]) -> bool:
    """Whether the first line below, as long as a title, is in small letters; a stamp, byline or prose is below it."""
    return after[1:] == [True] and not following[0].cased.isupper() and len(following[0].folded.split()) >= 5
