"""What stands side by side in one short line: "Tác giả: An | Ngày đăng: 12/5/2020 | Lượt xem: 412"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from extractor.page.credits import Credit, Credits
from extractor.page.forms import Forms, LineForms
from extractor.page.stamps import Stamp, find_stamp
from extractor.text import ACCENTED, lower

_SIGNS = " \t-|,:;()[]/•·–"
_GLUED = re.compile(rf"[a-z{ACCENTED}](?=[A-Z{ACCENTED.upper()}])")
_ROW_GAP = re.compile(r"\s[|*/]\s|\s{2,}")
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s{2,}|\s-\s")
# A longer line is no row of labels.
_MAX_LINE = 160
_MAX_WORDS = 14
_MAX_LABEL_WORDS = 5
# The credit of a province beside a stamp.
PLACE = "place"
# Names without label are authors only beside a stamp.
_UNSURE = "byline-beside-stamp"
_UNSURE_RULES = frozenset({_UNSURE, "outlet-alone"})


class Part(NamedTuple):
    """A part of a line at `start:end`: boilerplate of an entry, a credit, or a date stamp with its label."""

    start: int
    end: int
    what: LineForms | Credit | Stamp
    labelled: bool = False


class Beside:
    """Reads lines that hold several statements."""

    def __init__(self, forms: Forms, credits: Credits) -> None:
        self._forms = forms
        self._credits = credits

    def read(self, line: str) -> list[Part]:
        """All that `line` (folded, case kept) consists of; empty when anything in it is something else."""
        if len(line) > _MAX_LINE:
            return []
        stamp = find_stamp(lower(line))
        if stamp is None:
            parts = self._parts(line, 0, split=True)
            return (
                []
                if any(isinstance(part.what, Credit) and part.what.rule in _UNSURE_RULES for part in parts)
                else parts
            )
        # 1. What stands before the stamp and its label, 2. the stamp, 3. what stands behind it.
        label = self._label_start(line[: stamp.start], lower(line[stamp.start : stamp.end]))
        before = self._parts(line[:label], 0, split=True)
        after = self._parts(line[stamp.end :], stamp.end, split=True)
        if not after and label < stamp.start:
            after = self._stamped_again(line, stamp.end)
        if (_strip(line[:label]) and not before) or (_strip(line[stamp.end :]) and not after):
            return []
        end = stamp.end
        if line[label] == "(":
            closed = line[end : end + 1] == ")"
            label, end = (label, end + 1) if closed else (label + 1, end)
        return [*before, Part(label, end, stamp, label < stamp.start), *after]

    def _stamped_again(self, line: str, start: int) -> list[Part]:
        """The parts behind a stamp that hold another: Xuất bản: 8:30, 12/1/2026 | - Cập nhật: 9:15, 12/1/2026."""
        parts = self.read(line[start:]) if find_stamp(lower(line[start:])) is not None else []
        if not any(part.labelled for part in parts):
            return []
        return [part._replace(start=part.start + start, end=part.end + start) for part in parts]

    def category(self, line: str) -> str | None:
        """What most of the known labels of a row (folded) are."""
        pieces = [piece.strip(_SIGNS) for piece in _ROW_GAP.split(line)]
        fits = [self._forms.fit(piece) for piece in pieces if any(char.isalpha() for char in piece)]
        known = Counter(fit.entry.category for fit in fits if fit is not None and fit.entry.category is not None)
        return max(known, key=lambda category: known[category], default=None)

    def _label_start(self, before: str, stamp: str) -> int:
        """Where the label of a stamp begins that stands behind `before`; its end when there is none."""
        words = [match.start() for match in re.finditer(r"[^\W\d_]\S*|\(", before)]
        for start in words[-_MAX_LABEL_WORDS:]:
            label = lower(before[start:]).strip(_SIGNS)
            if self._is_label(label) or (stamp.startswith("ngày") and label and self._is_label(f"{label} ngày")):
                return start
        return len(before)

    def _is_label(self, label: str) -> bool:
        fit = self._forms.fit(label)
        return fit is not None and fit.entry.meta == "published"

    def _parts(self, text: str, offset: int, *, split: bool) -> list[Part]:
        """What `text` consists of, with offsets from `offset`; empty when that is not known."""
        bounds = _strip(text)
        if bounds is None:
            return []
        start, end = bounds
        inner = text[start:end]
        fit = self._forms.fit(lower(inner))
        # 1. One thing.
        if fit is not None and fit.entry.category is not None:
            return [Part(offset + start, offset + end, fit.entry)]
        credit = self._credits.labelled(inner) or self._credits.taken_from(inner) or self._byline(inner)
        if credit is not None:
            return [Part(offset + start, offset + end, credit)]
        # 2. Several, with separators.
        pieces = _pieces(inner)
        if len(pieces) > 1:
            found = [self._parts(inner[one:two], offset + start + one, split=False) for one, two in pieces]
            if all(found):
                return list(itertools.chain.from_iterable(found))
        # 3. Several, one behind the other.
        return self._row(inner, offset + start) if split else []

    def _row(self, text: str, offset: int) -> list[Part]:
        """The parts of a short text without separators, each the longest that is known."""
        words = [match.span() for match in re.finditer(r"\S+", text)]
        parts: list[Part] = []
        first = 0
        while first < len(words) <= _MAX_WORDS:
            start = words[first][0]
            for last in range(len(words) - 1 if first == 0 else len(words), first, -1):
                if found := self._parts(text[start : words[last - 1][1]], offset + start, split=False):
                    parts += found
                    first = last
                    break
            else:
                return []
        return parts

    def _byline(self, text: str) -> Credit | None:
        known, author = self._credits.byline(text)
        # "Hà Tĩnh, 12/5/2020": where it was written, and nothing to state.
        name = PLACE if lower(text) in self._credits.provinces else "author"
        return Credit(0, len(text), name, author, _UNSURE) if known else None


def _strip(text: str) -> tuple[int, int] | None:
    """The bounds of `text` without outer signs; None when nothing is left."""
    inner = text.strip(_SIGNS)
    start = len(text) - len(text.lstrip(_SIGNS))
    return (start, start + len(inner)) if inner else None


def _pieces(text: str) -> list[tuple[int, int]]:
    """The parts between bars, wide gaps and dashes, and where a capital is glued to a small letter."""
    cuts = {0, len(text)}
    for match in _SEPARATOR.finditer(text):
        cuts |= {match.start(), match.end()}
    cuts.update(match.start() + 1 for match in _GLUED.finditer(text))
    return [(start, end) for start, end in itertools.pairwise(sorted(cuts)) if text[start:end].strip(_SIGNS)]
