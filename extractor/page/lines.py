"""Every line of a page, or a run inside it, is body, metadata or boilerplate; the rule that says so goes along.

An article is prose. The page is read as a head (before and around the title), the body between the first and the
last line of prose, and a tail. Lines of known form are cut wherever they stand, doubtful ones only in head and tail;
what no rule knows stays body, and so does prose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.article import Boilerplate, Meta
from extractor.page.beside import PLACE, Beside, Part
from extractor.page.credits import Credit, Credits, title_case
from extractor.page.forms import Forms, LineForms
from extractor.page.html import HtmlLine
from extractor.page.line import Line, is_prose, read_lines
from extractor.page.repeats import Repeats
from extractor.page.stamps import Stamp
from extractor.page.titles import choose_title, title_key
from extractor.patterns import Patterns
from extractor.text import Text, fold, lower

# A line of no known kind that is cut because of its neighbours is not longer than this.
_ITEM = 160
_MENU_ITEM = 70
_LABEL = 40
# A line above the title that is as short, or in capitals, names the section, the place or the paper.
_SECTION_WORDS = 4
# A line that no form knows below the article is more likely a title than a label from so many words on.
_TITLE_WORDS = 5
# So many of them one below the other are titles of other articles.
_TITLES = 3
# A list of other articles inside the body has at most so many items.
_MAX_LIST = 6
# Below the article at most so much of a page's prose stands, behind so many lines that are known for boilerplate.
_NOTICE_SHARE = 0.25
_FAR = 3
# How many lines with prose may carry the outlet's mark, from the first on.
_MARKED_LINES = 3
# A stamp stands so near the title.
_NEAR = 8
_ABOVE = 3
# So many authors may stand one below the other.
_MAX_AUTHORS = 2
# A name indented by so many blanks is set right, as old sites sign: captions may follow it.
_SET_RIGHT = 12

# What rows of labels have and titles of other articles mostly lack.
_SIDE_BY_SIDE = re.compile(r"[|•·]|\s{2}|\d\s[^\W\d_]|[^\W\d_]:\s")
_DATED_ITEM = re.compile(r"[(\[]\s?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s?[)\]]$")
_AGO = re.compile(r"\d (?:phút|giờ|ngày|tuần|tháng|năm) trước")
_COMMENT = 500
# The lead below another article's title.
_TEASER = 320
# As long as what it stands for: the small word before the second name of a byline.
_PHOTO_TOO = re.compile(r"(?<=[;,]) ảnh:")
# Names of sections with bars, stars, slashes or wide gaps between them; a path with arrows (folded to quotes).
_NAME = r"\S(?:\S| (?! )){0,40}"
_MENU = re.compile(rf"{_NAME}(?:(?:\s[|*]\s|\s{{2,}}|\s/\s){_NAME}){{2,20}}|[^|]{{1,40}}\s\|\s[^|]{{1,40}}")
_PATH = re.compile(rf"[^\d\".]{{2,40}}(?:\s[>\"›]\s{_NAME}){{1,5}}")
_MAX_PATH = 90


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning found, in order; spans never overlap."""

    boilerplate: tuple[Boilerplate, ...] = ()
    meta: tuple[Meta, ...] = ()


class LineReader:
    """Cleans pages by the forms of patterns/boilerplate.toml and the grammar of credits, stamps and repeats."""

    def __init__(self, patterns: Patterns) -> None:
        self._forms = Forms(patterns)
        self._credits = Credits(patterns, self._forms)
        self._beside = Beside(self._forms, self._credits)

    def __call__(
        self, text: Text, *, html: Sequence[HtmlLine] = (), titles: Sequence[str] = (), published: str | None = None
    ) -> Cleaned:
        """Cleans `text`.

        html:      the lines of an HTML page, with their hints
        titles:    what the caller or the page's head says the title is
        published: what the caller or the page's head says; it tells the publication stamp from a clock
        """
        lines = read_lines(text, self._forms, html)
        for line in lines:
            # The label of a byline before what is no name is a word of the text: "Thực hiện đồng bộ các giải pháp …".
            if line.fit is not None and line.fit.entry.names and self._credits.labelled(line.cased) is None:
                line.fit, line.prose = None, is_prose(line)
        page = _Page(text.raw, lines, self._credits, self._beside)
        # 1. Where the body is, and the line that is the title.
        page.find_body()
        page.mark_title(titles)
        # 2. Forms known wherever they stand, and doubtful ones in head and tail.
        page.mark_forms()
        # 3. Stamps: one is the publication, others are clocks.
        page.mark_stamps(published)
        page.mark_mixed()
        # 4. Bylines; what stands between known lines of the head; the sections of the tail; lists inside the body.
        page.mark_bylines()
        page.mark_hints()
        page.mark_head()
        page.mark_tail()
        page.mark_lists()
        # 5. Inside what is left: outlet marks, credits, and what was printed before.
        page.mark_content()
        return page.cleaned()


class _Stamped(NamedTuple):
    """A line with a date stamp, and all that stands in it."""

    line: Line
    stamp: Stamp
    labelled: bool
    parts: list[Part]


@dataclass(slots=True)
class _Page:
    """A page being cleaned.

    first, last: the indices of its first and last line of prose
    ended:       that of the first line below the body that is boilerplate by itself, or of those it makes sure of
    """

    raw: str
    lines: list[Line]
    credits: Credits
    beside: Beside
    first: int = 0
    last: int = -1
    title: Line | None = None
    ended: int | None = None
    boilerplate: dict[int, Boilerplate] = field(default_factory=dict)
    meta: list[Meta] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)

    # ------------------------------------------------------------- what marking means

    def cut(self, line: Line, category: str, rule: str) -> None:
        """The whole line is boilerplate, with its indent."""
        line.kind = category
        self.boilerplate[line.start] = Boilerplate(
            start=line.start - line.indent, end=line.end, category=category, rule=rule
        )

    def cut_run(self, line: Line, start: int, end: int, category: str, rule: str) -> None:
        """`start:end` of the line is boilerplate, blanks at its ends left out."""
        run = line.cased[start:end]
        start, end = line.start + start + len(run) - len(run.lstrip()), line.start + start + len(run.rstrip())
        self.boilerplate[start] = Boilerplate(start=start, end=end, category=category, rule=rule)

    def state(self, line: Line, credit: Credit) -> None:
        """`credit` states something about the article."""
        for part in self.credits.with_outlet(credit, line.cased[credit.start : credit.end]):
            start, end = line.start + part.start, line.start + part.end
            value = self._as_printed(line, part)
            self.meta.append(Meta(start=start, end=end, name=part.name, value=value, rule=part.rule))
            if part.name == "author" and part.value:
                self.authors.add(lower(part.value))

    def _as_printed(self, line: Line, credit: Credit) -> str | None:
        """The value of a credit with its tone marks where the page puts them: "Thuý Hằng"."""
        if credit.value is None or credit.name == "published":
            return credit.value
        at = line.folded.find(lower(credit.value), credit.start, credit.end)
        if at < 0:
            return credit.value
        printed = self.raw[line.start + at : line.start + at + len(credit.value)]
        return "".join(
            (lower(shown) if char == lower(char) else shown.upper()) if char.isalpha() and shown not in "Ðð" else char
            for char, shown in zip(credit.value, printed, strict=True)
        )

    def cleaned(self) -> Cleaned:
        """What was marked so far."""
        return Cleaned(
            boilerplate=tuple(self.boilerplate[start] for start in sorted(self.boilerplate)),
            meta=tuple(sorted(self.meta, key=lambda meta: meta.start)),
        )

    def at_edge(self, line: Line) -> bool:
        """Whether the line stands in the head or the tail, where doubtful forms count."""
        return len(self.lines) > 1 and (line.index < self.top or not self.first < line.index <= self.last)

    @property
    def top(self) -> int:
        """The index up to which the head goes at least: the title's."""
        return self.title.index if self.title is not None else self.first

    # ------------------------------------------------------------- the steps

    def find_body(self) -> None:
        prose = [line for line in self.lines if line.prose]
        if not prose:
            self.first, self.last = len(self.lines), -1
            return
        self.first, self.last = prose[0].index, prose[-1].index
        total = sum(len(line.folded) for line in prose)
        known = list(itertools.accumulate(self._end_mark(line) for line in self.lines))
        # A sentence far below, behind lines that no article holds, is a notice or a reader's.
        after = 0
        for line, above in zip(reversed(prose), reversed(prose[:-1]), strict=False):
            after += len(line.folded)
            if after > total * _NOTICE_SHARE:
                break
            if known[line.index] - known[above.index] >= _FAR:
                self.last = above.index

    def _end_mark(self, line: Line) -> int:
        """How much a line says that the article has ended above it; `_FAR` is enough, as in a list of dated titles."""
        if line.stamped:
            return _FAR - 1
        if line.fit is None:
            return _FAR if not line.prose and self.credits.signed(line.cased) else 0
        if line.fit.entry.category is None:
            return _FAR if line.fit.entry.meta == "author" else 0
        return _FAR if line.fit.entry.ends else 1

    def mark_title(self, titles: Sequence[str]) -> None:
        self.title = choose_title(self.lines, self.first, [lower(fold(title)) for title in titles], self._named)
        if self.title is not None:
            self.title.kind = "title"
            self.state(self.title, Credit(0, len(self.title.cased), "title", None, "title"))
            if self.title.prose:
                self.title.prose = False
                self.find_body()

    def _named(self, line: Line) -> bool:
        return not line.prose and self.credits.byline(line.cased)[1] is not None

    def mark_forms(self) -> None:
        for line in self.lines:
            if line.kind is not None or line.fit is None or self._stamped(line) is not None:
                continue
            if 0 <= self.last == line.index - 1 and self.credits.byline(line.cased)[1] is not None:
                continue  # "Ban Biên tập" right below the body
            if (category := self._category(line, line.fit.entry)) is not None:
                self.cut(line, category, line.fit.entry.id)

    def _category(self, line: Line, entry: LineForms) -> str | None:
        """What the form of a line makes of it where it stands; None when it counts only elsewhere."""
        if entry.above is not None and self.title is not None and line.index < self.title.index:
            return entry.above
        below = line.index > max(self.last, self.top)
        if entry.tail and not below:
            return None
        # Above the body nobody comments yet.
        if entry.edge and (not self.at_edge(line) or (entry.category == "comments" and not below)):
            return entry.category if self._among_labels(line, entry) else None
        if entry.weak and below and not self._beside_sure(line):
            return None
        return entry.category

    def _among_labels(self, line: Line, entry: LineForms) -> bool:
        """Whether a neighbour makes sure of a doubtful label: one may be a heading of the article, two are a menu.

        Where neither says by itself what it is, they may as well be cells of a table.
        """
        for other in self.lines[max(0, line.index - 1) : line.index + 2]:
            if other is line or other.fit is None or max(len(other.folded), len(line.folded)) >= _LABEL:
                continue
            beside = other.fit.entry
            if beside.category is not None and not (beside.weak or entry.weak):
                return True
            if beside.category == entry.category and not beside.edge and not beside.weak:
                return True
        return False

    def _beside_sure(self, line: Line) -> bool:
        """Whether a line that is boilerplate by itself stands between the body and `line`, or right below its like."""
        if self.ended is None:
            end = max(self.last, self.top) + 1
            sure = next((other.index for other in self.lines[end:] if _is_sure(other)), len(self.lines))
            while end < sure < len(self.lines) and self.lines[sure - 1].fit is not None:
                sure -= 1
            self.ended = sure
        return line.index >= self.ended

    def mark_stamps(self, published: str | None) -> None:
        found = [stamped for line in self.lines if (stamped := self._stamped(line)) is not None]
        chosen = self._publication(found, published)
        for stamped in found:
            line, stamp = stamped.line, stamped.stamp
            if stamped is chosen:
                line.kind = "published"
                self._mark_parts(line, stamped.parts)
            elif (
                line.index < self.top and (chosen is not None or stamp.weekday or stamp.today)
            ) or line.folded.startswith("hôm nay"):
                self.cut(line, "widget", "site-clock")
            elif line.fit is not None and (category := self._category(line, line.fit.entry)) is not None:
                self.cut(line, category, line.fit.entry.id)

    def _stamped(self, line: Line) -> _Stamped | None:
        """The stamp of a line that holds nothing else than what stands beside stamps."""
        if line.stamp is None or line.kind is not None:
            return None
        parts = self.beside.read(line.cased)
        if line.fit is not None and line.fit.entry.category and not (line.index < self.first and len(parts) > 1):
            return None
        for part in parts:
            if isinstance(part.what, Stamp) and (
                part.labelled or self.at_edge(line) or self._below_lead(line, part.what)
            ):
                return _Stamped(line, part.what, part.labelled, parts)
        return None

    def _below_lead(self, line: Line, stamp: Stamp) -> bool:
        """Whether a stamp that says more than the day, as no heading does, stands right below the first prose."""
        return self.first < line.index <= self.first + 2 and (stamp.clock or stamp.weekday)

    def _publication(self, found: list[_Stamped], published: str | None) -> _Stamped | None:
        """The stamp that says when the article was published."""
        usable = [stamped for stamped in found if not stamped.stamp.today]
        top = self.title.index if self.title is not None else None
        # 1. The first that says so.
        for stamped in usable:
            if stamped.labelled:
                return stamped
        # 2. The nearest below the title.
        for stamped in usable if top is not None else ():
            if 0 < stamped.line.index - self.top <= _NEAR and stamped.line.index <= max(self.first, self.top) + 2:
                return stamped
        # 3. One of the day that is known from elsewhere.
        for stamped in usable if published else ():
            if stamped.stamp.value[:10] == (published or "")[:10]:
                return stamped
        # 4. Right above the title; a weekday with its day alone is the site's clock.
        for stamped in reversed(usable if top is not None else []):
            clock = stamped.stamp.weekday and not stamped.stamp.clock
            if 0 < self.top - stamped.line.index <= _ABOVE and not clock:
                return stamped
        # 5. Right below the body.
        return next((stamped for stamped in usable if 0 <= self.last < stamped.line.index <= self.last + 2), None)

    def _mark_parts(self, line: Line, parts: list[Part]) -> None:
        """Marks what stands side by side in a line."""
        for part in parts:
            if isinstance(part.what, Stamp):
                self.state(line, Credit(part.start, part.end, "published", part.what.value, "stamp"))
            elif isinstance(part.what, Credit):
                if part.what.name != PLACE:
                    self.state(line, part.what._replace(start=part.start, end=part.end))
            elif part.what.category is not None:
                self.cut_run(line, part.start, part.end, part.what.category, part.what.id)

    def mark_mixed(self) -> None:
        """Lines of head and tail that consist of known things side by side."""
        for line in self.lines:
            if line.kind is None and line.fit is None and not line.prose and self.at_edge(line):
                if line.arrow or _DATED_ITEM.search(line.folded) or not _SIDE_BY_SIDE.search(line.folded):
                    continue
                if self.credits.photo(line.cased) is not None:
                    continue
                parts = self.beside.read(line.cased)
                if len(parts) > 1 and not any(isinstance(part.what, Stamp) for part in parts):
                    self._mark_parts(line, parts)
                    line.kind = (
                        next((p.what.category for p in parts if isinstance(p.what, LineForms)), None) or "author"
                    )

    # ------------------------------------------------------------- bylines

    def mark_bylines(self) -> None:
        for line in self.lines:
            if line.kind is not None or line.fit is None or line.fit.entry.meta is None:
                continue
            if self._mark_byline_and_photo(line):
                continue
            if (credit := self.credits.labelled(line.cased)) is not None:
                line.kind = credit.name
                self.state(line, credit)
        for line in self.lines[self.top : self.first]:
            if line.kind is not None or self._title_again(line):
                continue
            if (source := self.credits.taken_from(line.cased)) is not None and source.rule == "outlet-alone":
                line.kind = "source"
                self.state(line, source)
            elif self._mark_byline(line, "byline-under-title"):
                break
        for line in self.lines[self.first + 1 : self.last]:
            if line.kind is None and line.indent >= _SET_RIGHT and line.fit is None and not line.prose:
                self._mark_byline(line, "byline-set-right")
        if not self._mark_closing_byline() and self.last >= 0 and (line := self.lines[self.last]).kind is None:
            self._mark_glued_byline(line)

    def _mark_closing_byline(self) -> bool:
        """The byline on lines of its own below the body, however often it is printed there."""
        if self.last < 0:
            return False
        found = any(line.kind == "author" for line in self.lines[self.last + 1 :])
        signed = self.last
        for line in self.lines[self.last + 1 :]:
            ends = line.fit is not None and line.fit.entry.ends
            if line.kind in {"comments", "legal", "counter", "widget"} or (line.kind and ends):
                break
            if line.kind is None and not (line.html and line.html.links > 0.5) and not self._title_again(line):
                if (source := self.credits.taken_from(line.cased)) is not None:
                    line.kind = "source"
                    self.state(line, source)
                elif found and line.index > signed + 1:
                    break
                elif self._named(line) and (self._is_cell(line) or self._is_among_people(line)):
                    continue
                elif self._mark_byline(line, "byline-below-body") or self._mark_lone_name(line):
                    found, signed = True, line.index
        return found

    def _is_cell(self, line: Line) -> bool:
        """Whether a name is that of a table or list: a number stands below it, or it is a province that heads more."""
        below = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        if below is None or below.kind is not None:
            return False
        return line.folded in self.credits.provinces or not any(char.isalpha() for char in below.folded)

    def _is_among_people(self, line: Line) -> bool:
        """Whether a name stands below or above others: more than sign an article, or with posts."""
        above = self.lines[max(self.last + 1, line.index - _MAX_AUTHORS) : line.index]
        below = self.lines[line.index + 1 : line.index + 1 + _MAX_AUTHORS]
        run = [
            *itertools.takewhile(self._is_name, reversed(above)), line, *itertools.takewhile(self._is_name, below)
        ]  # fmt: skip
        names = {other.folded for other in run}
        posts = sum(", " in name or " - " in name for name in names)
        return len(names) > _MAX_AUTHORS or posts > 1

    def _is_name(self, line: Line) -> bool:
        return line.kind is None and self._named(line) and not self._title_again(line)

    def _mark_byline(self, line: Line, rule: str) -> bool:
        if self._mark_byline_and_photo(line):
            return True
        known, author = self.credits.byline(line.cased)
        if known and author is not None and lower(author) in self.authors:
            self.cut(line, "repeat", "byline-again")
        elif known:
            line.kind = "author"
            self.state(line, Credit(0, len(line.cased), "author", author, rule))
        return known

    def _mark_lone_name(self, line: Line) -> bool:
        """A pen name of one word, or initials, right below the last line of prose."""
        if line.index != self.last + 1 or not self.credits.lone_name(line.cased):
            return False
        line.kind = "author"
        self.state(line, Credit(0, len(line.cased), "author", title_case(line.cased), "byline-of-one-word"))
        return True

    def _mark_byline_and_photo(self, line: Line) -> bool:
        """ "Quốc Hùng - Ảnh: Cao Thăng", "Tin: Văn An; ảnh: Thu Hà": two credits, the second of the photos."""
        photo = self.credits.photo(_PHOTO_TOO.sub(" Ảnh:", line.cased))
        if photo is None or photo.start == 0:
            return False
        before = line.cased[: photo.start].rstrip(" -,;.|")
        credit = self.credits.labelled(before)
        known, author = self.credits.byline(before)
        if credit is None and not known:
            return False
        line.kind = "author"
        self.state(line, credit or Credit(0, len(before), "author", author, "byline-with-photo"))
        self.state(line, photo)
        return True

    def _mark_glued_byline(self, line: Line) -> None:
        """Byline and source after the last sentence of the body; a byline printed twice is one."""
        photo = self.credits.photo(line.cased)
        if photo is not None and line.cased[: photo.start].rstrip().endswith(("-", ",", "|", ";")):
            author = self.credits.closing(line.cased[: photo.start].rstrip(" -,|;"))
            if author is not None and author.name == "author":
                line.stop = author.start
                self.state(line, author)
                self.state(line, photo)
                return
        for _ in range(2):
            credit = self.credits.closing(line.cased[: line.stop])
            if credit is None:
                return
            line.stop = credit.start
            words = line.cased[credit.start : credit.end].split()
            half = len(words) // 2
            if half >= 2 and words[:half] == words[half:]:
                middle = line.cased.index(words[half], credit.start + len(" ".join(words[:half])))
                self.cut_run(line, middle, credit.end, "repeat", "byline-again")
                again = self.credits.closing(line.cased[:middle])
                credit = again or credit._replace(end=middle)
            self.state(line, credit)

    def _title_again(self, line: Line) -> bool:
        return self.title is not None and title_key(line.folded) == title_key(self.title.folded)

    # ------------------------------------------------------------- neighbours

    def mark_hints(self) -> None:
        """Lines of HTML elements that say what they are; prose and headings of the article stay."""
        for line in self.lines:
            if line.kind is not None or line.prose or line.hint is None or line.hint.category is None:
                continue
            if not line.tagged("figcaption", "figure", "h1") and not (line.html and line.html.alt):
                self.cut(line, line.hint.category, f"html-{line.hint.id}")

    def mark_head(self) -> None:
        """Menus in one line; short lines above the title, when others there are known for a menu."""
        for line in self.lines:
            if line.kind is None and not line.prose and self.at_edge(line) and _is_menu(line.folded):
                self.cut(line, self.beside.category(line.folded) or "navigation", "menu")
        head = self.lines[: self.top]
        if any(line.kind in {"navigation", "widget", "share", "legal"} for line in head):
            for line in head:
                if line.kind is None and not line.prose and len(line.folded) <= _MENU_ITEM:
                    self.cut(line, "navigation", "between-menus")
        for line in head if self.title is not None else ():
            heading = line.cased.isupper() and len(line.folded) <= _MENU_ITEM
            if line.kind is None and not line.prose and (heading or len(line.folded.split()) <= _SECTION_WORDS):
                self.cut(line, "navigation", "above-title")

    def mark_tail(self) -> None:
        """Below the body every section goes on until the next begins."""
        section: str | None = None
        previous: str | None = None
        ended = False
        for line in self.lines[self.last + 1 :]:
            if self.last < 0 and line.index <= self.top:
                continue
            entry = line.fit.entry if line.fit is not None else None
            photo = line.kind is None and self.credits.photo(line.cased) is not None
            if line.kind is None and not line.prose and not photo and len(line.folded) <= _ITEM:
                if line.arrow or (_DATED_ITEM.search(line.folded) and (ended or previous is not None)):
                    self.cut(line, "related", "item")
                elif section is not None:
                    self.cut(line, section, "in-section")
                elif ended and previous is not None:
                    title = previous in {"navigation", "share"} and len(line.folded.split()) >= _TITLE_WORDS
                    previous = "related" if title else previous
                    self.cut(line, previous, "after-section")
                elif ended and self._heads_others(line):
                    previous = "related"
                    self.cut(line, previous, "other-title")
            elif line.kind is None and section == "comments" and self._reader_wrote(line):
                self.cut(line, "comments", "reader")
            elif line.kind is None and ended and previous == "related" and len(line.folded) <= _TEASER:
                self.cut(line, "related", "teaser")
            elif entry is not None and line.kind == entry.category:
                ended = ended or entry.ends
                if section is not None and section in entry.within:
                    self.cut(line, section, entry.id)
                elif entry.opens:
                    section, ended = entry.category, True
                elif entry.category != section:
                    section = None
            elif line.kind in {"author", "source", "photo"}:
                section, ended = None, True
            previous = line.kind if line.kind not in {None, "author", "source", "published", "title"} else None

    def _heads_others(self, line: Line) -> bool:
        """Whether a line below the article, with no heading above it, is the title of another.

        A day alone or a lead stands below it, or more such lines: none is a sentence, a note or a caption's credit.
        """
        below = self.lines[line.index : line.index + _TITLES]
        if not _is_title(line) or len(below) == 1:
            return False
        if below[1].stamped or (below[1].prose and len(below[1].folded) <= _TEASER):
            return True
        return len(below) == _TITLES and all(
            _is_title(other) and other.kind is None and self.credits.photo(other.cased) is None for other in below
        )

    def _reader_wrote(self, line: Line) -> bool:
        """Whether prose below "Bình luận" stands between a reader's name with its time and the buttons below it."""
        around = self.lines[max(0, line.index - 2) : line.index + 3]
        return len(line.folded) <= _COMMENT and any(
            _AGO.search(other.folded)
            or (other.fit is not None and other.fit.entry.id in {"comment-tool", "comment-report"})
            for other in around
            if other is not line and not other.prose
        )

    def mark_lists(self) -> None:
        """Pointers to other articles inside the body: arrows, and the short lines below a heading for them."""
        for line in self.lines:
            if line.kind is None and line.arrow and len(line.folded) <= _ITEM:
                self.cut(line, "related", "arrow")
        for above, line in itertools.pairwise(self.lines):
            button = line.kind == "related" and line.fit is not None and line.fit.entry.closes
            if button and above.kind is None and not above.prose and len(above.folded) <= _ITEM:
                self.cut(above, "related", "title-over-button")
        for line in self.lines[: self.last + 1]:
            if line.kind == "related" and line.fit is not None and line.fit.entry.opens:
                items = self._items(line.index + 1)
                for item in items:
                    self.cut(item, "related", "in-list")

    def _items(self, start: int) -> list[Line]:
        """The short lines from `start` to the next prose; none when they are too many for a list in the body."""
        items: list[Line] = []
        for line in self.lines[start : start + _MAX_LIST + 1]:
            if line.prose or line.kind is not None or len(line.folded) > _ITEM or line.tagged("h2", "h3", "figcaption"):
                break
            if line.gap and items:
                break
            if self.credits.photo(line.cased) is not None or (line.html and line.html.alt):
                break
            items.append(line)
        return items if len(items) <= _MAX_LIST else []

    # ------------------------------------------------------------- inside content

    def mark_content(self) -> None:
        repeats = Repeats()
        for author in self.authors:
            repeats.add(title_key(author), short=True)
        if self.title is not None:
            repeats.add(title_key(self.title.folded), short=True)
        marked = 0
        for line in self.lines:
            if line.kind is not None:
                continue
            mark = self.credits.mark(line.cased) if marked < _MARKED_LINES else None
            marked += line.prose
            start, end = mark.end if mark else 0, line.stop
            photo = self.credits.photo(line.cased[:end])
            if photo is not None and photo.start >= start:
                self.state(line, photo)
                end = photo.start
            for inside in self.credits.photos_inside(line.cased[:end]) if line.prose else ():
                self.state(line, inside)
            content = line.folded[start:end].strip(" -")
            stem = title_key(content)
            if content and repeats.again(content, stem, short=bool(line.html and line.html.alt)):
                line.kind = "repeat"
                self.cut_run(line, 0, end, "repeat", "printed-again")
                continue
            if mark is not None:
                self.state(line, mark)
            if size := repeats.head(content):
                offset = line.folded.find(content, start)
                self.cut_run(line, offset, offset + size, "repeat", "printed-again-inside")
            if content:
                repeats.add(stem)


def _is_title(line: Line) -> bool:
    """Whether a line that no form knows looks like a title: several words, no sentence, list item or note."""
    return (
        line.fit is None
        and not line.prose
        and len(line.folded) <= _ITEM
        and len(line.folded.split()) >= _TITLE_WORDS
        and line.folded[0].isalpha()
        and not line.folded.endswith((".", ",", ";", ":"))
    )


def _is_sure(line: Line) -> bool:
    """Whether a line below the body is boilerplate by its form alone."""
    return line.fit is not None and line.fit.entry.category is not None and not line.fit.entry.weak


def _is_menu(line: str) -> bool:
    """Whether a line is a row of section names, or the path to one."""
    return _MENU.fullmatch(line) is not None or (len(line) <= _MAX_PATH and _PATH.fullmatch(line) is not None)
