"""The patterns are found in a wheel, in an editable install and in a plain checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.patterns import own_folder
from tests.conftest import ROOT

PROGRAM = """
import extractor, pathlib, extractor.patterns
print(pathlib.Path(extractor.__file__).parent)
print(extractor.patterns.own_folder())
print(extractor.extract("Thực hiện Nghị quyết số 22-NQ/TW").documents[0].number)
"""


def say(path: Path) -> list[str]:
    """What a Python that finds the package in `path` says, from another folder."""
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"},
        cwd=path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.splitlines()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    package = tmp_path / "extractor"
    assert say(tmp_path) == [str(package), str(package / "_patterns"), "22-NQ/TW"]


def test_wheel_holds_all_patterns_and_no_corpus(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"extractor/_patterns/{path.name}" for path in own_folder().iterdir()} <= names
    assert not [name for name in names if "corpus" in name or "tests" in name]


def test_plain_checkout(tmp_path: Path) -> None:
    for name in ("extractor", "patterns"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert say(tmp_path) == [str(tmp_path / "extractor"), str(tmp_path / "patterns"), "22-NQ/TW"]


def test_editable_install() -> None:
    assert own_folder() == ROOT / "patterns"
