"""What the README shows is what happens."""

from __future__ import annotations

import doctest
from decimal import Decimal

from tests.conftest import ROOT


def test_the_first_result() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False, globs={"Decimal": Decimal})
    assert (results.failed, results.attempted) == (0, 6)


def test_every_file_it_points_to_is_there() -> None:
    for name in ("corpus/GUIDE.md", "corpus/floors.toml", "patterns", "CONTRIBUTING.md"):
        assert name in (ROOT / "README.md").read_text(encoding="utf-8")
        assert (ROOT / name).exists()
