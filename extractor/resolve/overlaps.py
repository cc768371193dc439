"""The one overlap policy: priority, then length, then start.

documents   ├──────────┤                 kept: first in priority
dates                ├────┤              dropped: overlaps a document
officials                    ├────────┤  kept
dates                           ├──┤     kept: a date may stand inside an official or an indicator
officials                      ├─┤       dropped: shorter than the one it overlaps
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Span)

PRIORITY = ("documents", "dates", "officials", "indicators")
_HOSTS = {"dates": ("officials", "indicators")}


def drop_overlaps(found: Mapping[str, Sequence[S]]) -> dict[str, list[S]]:
    """`found` by layer, without what a better item overlaps; each layer in order of start.

    Between layers `PRIORITY` decides, within a layer length, then start.
    """
    kept: dict[str, list[S]] = {}
    taken: dict[str, list[tuple[int, int]]] = {}
    # Most items have their place to themselves: one look at it tells.
    covered = bytearray(max([item.end for items in found.values() for item in items], default=0))
    for layer in PRIORITY:
        spans: list[tuple[int, int]] = []
        items: list[S] = []
        candidates = found.get(layer, ())
        # What was found from left to right stands apart already.
        apart = all(item.end <= after.start for item, after in pairwise(candidates))
        if not apart:
            candidates = sorted(candidates, key=lambda item: (item.start - item.end, item.start))
        for item in candidates:
            start, end = item.start, item.end
            if covered.find(1, start, end) < 0 or (
                _free(spans, item)
                and all(_free(others, item, inside=layer in _HOSTS.get(other, ())) for other, others in taken.items())
            ):
                covered[start:end] = b"\1" * (end - start)
                if apart:
                    spans.append((start, end))
                else:
                    insort(spans, (start, end))
                items.append(item)
        taken[layer] = spans
        kept[layer] = items if apart else sorted(items, key=lambda item: item.start)
    return kept


def _free(spans: list[tuple[int, int]], item: Span, *, inside: bool = False) -> bool:
    """Whether `item` overlaps none of the sorted, disjoint `spans`; with `inside`, they may stand within it."""
    index = bisect_left(spans, (item.start, item.start))
    if index and spans[index - 1][1] > item.start:
        return False
    while index < len(spans) and spans[index][0] < item.end:
        start, end = spans[index]
        if not inside or end > item.end or (start, end) == (item.start, item.end):
            return False
        index += 1
    return True
