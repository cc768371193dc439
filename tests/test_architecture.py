"""The house: imports run one way, down the list; nothing heavy is imported at the top of a module."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor

PACKAGE = Path(extractor.__file__).parent

# A module may import only what stands above it; modules of one line may not import each other.
ORDER = [
    ["article"],
    ["text"],
    ["numerals", "calendars", "lunar"],
    ["patterns"],
    ["scan", "words"],
    ["gazetteer"],
    ["names"],
    ["organisations"],
    ["page"],
    ["recognise"],
    ["resolve"],
    ["pipeline"],
    ["gold_rules"],
    ["gold"],
    ["evaluate", "exchange", "examples"],
    ["difference"],
    ["observations", "render"],
    ["batch"],
    ["cli"],
    ["__main__"],
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
LAZY = {"underthesea", "underthesea_core", "spacy", "duckdb", "pyarrow", "lunar_vn", "charset_normalizer", "altair"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, and whether it does so at its top."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = set(ast.iter_child_nodes(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node in top


def part(module: str) -> str | None:
    """`extractor.recognise.dates` -> `recognise`."""
    return module.split(".")[1] if module.startswith("extractor.") else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if own == "__init__":
        return
    assert own in RANK, f"{own} has no place in ORDER"
    for module, _ in imports(path):
        other = part(module)
        if other is not None and other != own:
            assert RANK[other] < RANK[own], f"{path.name} imports {module}, which stands below it"


@pytest.mark.parametrize("layer", ["documents", "dates", "officials", "indicators"])
def test_recognisers_do_not_know_each_other(layer: str) -> None:
    others = {"documents", "dates", "officials", "indicators"} - {layer}
    found = {module.rsplit(".", 1)[-1] for module, _ in imports(PACKAGE / "recognise" / f"{layer}.py")}
    assert not found & others


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_packages_are_imported_where_they_are_used(path: Path) -> None:
    assert not {module.split(".")[0] for module, top in imports(path) if top} & LAZY


def test_every_listed_module_is_there() -> None:
    there = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in MODULES} - {"__init__"}
    assert there == set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_loader_opens_the_patterns_folder(path: Path) -> None:
    if path.name != "patterns.py":
        assert "own_folder" not in path.read_text(encoding="utf-8")


def test_contributing_says_where_every_module_belongs() -> None:
    table = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)(?:\.py|/)`", table))
    assert {name for names in ORDER for name in names} <= named


def test_what_reads_pages_is_imported_at_first_use() -> None:
    code = "import sys, extractor; print('extractor.pipeline' in sys.modules); from extractor import *; print(extract)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, function = done.stdout.splitlines()
    assert loaded == "False" and function.startswith("<function extract")
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = extractor.nothing  # type: ignore[attr-defined]
