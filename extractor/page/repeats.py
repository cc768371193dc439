"""Lines printed again: the title as text of photos, the lead as first paragraph, captions, bylines."""

from __future__ import annotations

# A shorter line may be the same by chance ("Bình luận", "100%"), unless it repeats the title or the author.
_LONG_ENOUGH = 40
# Right below its first copy a line as short as this repeats it: a caption, once without credit and once with it.
_CAPTION = 12
# A line cut off with dots repeats an earlier one when so much of it is the same.
_CUT_OFF = 40
# The head of the page whose lines may be taken up again inside a paragraph.
_MAX_STARTS = 8
_STOPS = frozenset(".…!?")


class Repeats:
    """Remembers the content lines of one page."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._short: set[str] = set()
        self._starts: list[str] = []
        self._previous = ""

    def add(self, stem: str, *, short: bool = False) -> None:
        """Notes the `title_key` of a first copy; `short` for titles and authors, which repeat however short."""
        self._previous = stem
        self._seen.add(stem)
        if short:
            self._short.add(stem)
        if len(stem) >= 20 and len(self._starts) < _MAX_STARTS:
            self._starts.append(stem)

    def again(self, line: str, stem: str, *, short: bool = False) -> bool:
        """Whether `line` (folded, lower case), its `title_key` being `stem`, is a copy; `short` for a sure caption."""
        # 1. The same line.
        if stem in self._seen and (len(stem) >= _LONG_ENOUGH or stem in self._short or short):
            return True
        if stem in self._seen and _is_caption(line, stem):
            return True
        if stem == self._previous and len(stem) >= _CAPTION and not stem[0].isdigit():
            return True
        if len(stem) < _CUT_OFF:
            return False
        # 2. The beginning of an earlier line: cut off with dots, or its first sentences.
        cut_off = line.rstrip().endswith(("...", "…"))
        return any(
            start.startswith(stem) and (cut_off or start[len(stem) : len(stem) + 1] in _STOPS) for start in self._starts
        )

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


def _is_caption(line: str, stem: str) -> bool:
    """Whether a short line is a sentence of its own without figures, as captions are and cells of tables are not."""
    return line.rstrip().endswith(".") and len(stem.split()) >= 3 and not any(char.isdigit() for char in stem)
