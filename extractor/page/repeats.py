"""Lines printed again: the title as text of photos, the lead as first paragraph, captions, bylines."""

from __future__ import annotations

from extractor.page.titles import title_key

# A shorter line may be the same by chance ("Bình luận", "100%"), unless it repeats the title or the author.
_LONG_ENOUGH = 40
# A line cut off with dots repeats an earlier one when so much of it is the same.
_CUT_OFF = 40
# The head of the page whose lines may be taken up again inside a paragraph.
_MAX_STARTS = 8


class Repeats:
    """Remembers the content lines of one page."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._short: set[str] = set()
        self._starts: list[str] = []

    def add(self, line: str, *, short: bool = False) -> None:
        """Notes a first copy; `short` for titles and authors, which repeat however short they are."""
        stem = title_key(line)
        self._seen.add(stem)
        if short:
            self._short.add(stem)
        if len(stem) >= 20 and len(self._starts) < _MAX_STARTS:
            self._starts.append(stem)

    def again(self, line: str) -> bool:
        """Whether `line` (folded, lower case) is a copy of an earlier one."""
        stem = title_key(line)
        if stem in self._seen and (len(stem) >= _LONG_ENOUGH or stem in self._short):
            return True
        if line.rstrip().endswith(("...", "…")) and len(stem) >= _CUT_OFF:
            return any(start.startswith(stem) for start in self._starts)
        return False

    def head(self, line: str) -> int:
        """How much of the head of a longer `line` is a copy of an earlier line that ends there; 0 for nothing."""
        for start in self._starts:
            size = len(start)
            if len(line) <= size + 20 or not line.startswith(start):
                continue
            rest = line[size:]
            stop = len(rest) - len(rest.lstrip(".…!?\"'"))
            if stop or rest.startswith((" ảnh:", " (ảnh", " ảnh ")):
                return size + stop
        return 0
