"""Bounds what hostile markup can cost before a parser sees it.

HTML5 parsing is quadratic in the depth of open elements, and every paragraph copies the formatting elements left open
before it: 4,000 tags can grow into millions of nodes. Pages that people read stay far below these bounds.
"""

from __future__ import annotations

import re
from collections import Counter

from extractor.text import lower

# Below these sizes the worst page costs milliseconds, so it is not looked at.
_FEW_TAGS = 1_000
_SHORT = 10_000
_MAX_DEPTH = 400
_MAX_FORMATTING = 4
_MAX_ATTRIBUTES = 400
_MAX_BLANKS = 2_000
# A tag longer than this is measured for attributes; shorter ones cannot hold enough of them to hurt.
_LONG_TAG = 2_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements whose end tag may be left out: they do not nest by themselves.
_SELF_CLOSING = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt".split())
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_ONCE = frozenset({"html", "body", "head"})
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


def tame(markup: str) -> str:
    """`markup` with the tags left out that nest deeper, or stay open longer, than any page needs. Linear time."""
    if len(markup) <= _SHORT and markup.count("<") <= _FEW_TAGS:
        return markup
    kept: list[str] = []
    position = done = 0
    lowered: str | None = None
    open_tags: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    depth = formatting = 0
    while (tag := _TAG.search(markup, position)) is not None:
        position = tag.end()
        name, closing = tag[2].lower(), bool(tag[1])
        if name in _VOID or name in _SELF_CLOSING:
            drop = False
        elif closing:
            drop = left_out[name] > 0
            if drop:
                left_out[name] -= 1
            elif open_tags[name] > 0:
                open_tags[name] -= 1
                depth -= 1
                formatting -= name in _FORMATTING
        else:
            drop = depth >= _MAX_DEPTH or (name in _FORMATTING and formatting >= _MAX_FORMATTING)
            drop = drop or (name in _ONCE and open_tags[name] > 0)
            if drop:
                left_out[name] += 1
            else:
                open_tags[name] += 1
                depth += 1
                formatting += name in _FORMATTING
        end = markup.find(">", position)
        if end < 0:
            break
        if drop:
            kept.append(markup[done : tag.start()])
            done = end + 1
        elif _overloaded(markup, position, end):
            kept.append(markup[done:position])
            done = end
        position = end
        if name in _RAW and not closing:
            # Nothing inside a raw element is a tag.
            lowered = lowered or lower(markup)
            position = lowered.find(f"</{name}", position)
            if position < 0:
                break
    kept.append(markup[done:])
    return "".join(kept)


def _overloaded(markup: str, start: int, end: int) -> bool:
    """Whether the tag whose name ends at `start` has more attributes than a parser should compare."""
    return end - start > _LONG_TAG and (
        markup.count("=", start, end) > _MAX_ATTRIBUTES or markup.count(" ", start, end) > _MAX_BLANKS
    )
