"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
import tomllib
from decimal import Decimal

from tests.conftest import ROOT


def test_the_first_result() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False, globs={"Decimal": Decimal})
    assert (results.failed, results.attempted) == (0, 6)


def test_every_file_it_points_to_is_there() -> None:
    for name in ("corpus/GUIDE.md", "corpus/floors.toml", "patterns", "CONTRIBUTING.md"):
        assert name in (ROOT / "README.md").read_text(encoding="utf-8")
        assert (ROOT / name).exists()


def test_its_scores_and_pages_are_those_of_the_corpus() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    floors = tomllib.loads((ROOT / "corpus" / "floors.toml").read_text(encoding="utf-8"))
    split = tomllib.loads((ROOT / "corpus" / "split.toml").read_text(encoding="utf-8"))
    assert f"{len(split['dev'])} that rules were tuned on, {len(split['test'])} that are only scored" in readme
    rows = re.findall(r"^\| ([a-z]+(?:, [a-z` ]+)?) \| (\d\.\d\d) \| (\d\.\d\d) \|$", readme, re.MULTILINE)
    assert len(rows) == 12
    for name, *shown in rows:
        score = name.replace(",", "").replace("right `id`", "id")
        for part, value in zip(("dev", "test"), shown, strict=True):
            assert abs(floors[part][score] - float(value)) < 0.011, (name, part)
