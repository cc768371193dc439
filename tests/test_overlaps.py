"""One policy: priority, then length, then start; a date may stand inside an official or an indicator."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from extractor.resolve.overlaps import drop_overlaps


class S(NamedTuple):
    start: int
    end: int


CASES: list[tuple[dict[str, list[S]], dict[str, list[S]]]] = [
    ({"documents": [S(0, 10)], "dates": [S(5, 12)]}, {"documents": [S(0, 10)], "dates": []}),
    ({"dates": [S(5, 8)], "officials": [S(0, 20)]}, {"dates": [S(5, 8)], "officials": [S(0, 20)]}),
    ({"dates": [S(0, 8)], "officials": [S(0, 20)]}, {"dates": [S(0, 8)], "officials": [S(0, 20)]}),
    ({"dates": [S(0, 8)], "indicators": [S(0, 8)]}, {"dates": [S(0, 8)], "indicators": []}),
    ({"dates": [S(5, 25)], "officials": [S(0, 20)]}, {"dates": [S(5, 25)], "officials": []}),
    ({"officials": [S(0, 8), S(4, 20)]}, {"officials": [S(4, 20)]}),
    ({"dates": [S(3, 7), S(0, 4)]}, {"dates": [S(0, 4)]}),
    ({"indicators": [S(4, 8), S(0, 4)]}, {"indicators": [S(0, 4), S(4, 8)]}),
    ({"documents": [S(5, 8)], "officials": [S(0, 20)]}, {"documents": [S(5, 8)], "officials": []}),
]


@pytest.mark.parametrize(("found", "expected"), CASES)
def test_drop_overlaps(found: dict[str, list[S]], expected: dict[str, list[S]]) -> None:
    kept = drop_overlaps(found)
    assert {layer: kept[layer] for layer in expected} == expected
