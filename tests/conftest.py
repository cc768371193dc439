"""Shared fixtures: one extractor for all tests, and the gold pages."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.gold import GoldPage, read_folder

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus" / "pages"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def corpus() -> list[GoldPage]:
    return read_folder(CORPUS)


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """Fails what hangs; far above what anything here takes."""

    def stop(*_: object) -> None:
        pytest.fail(f"not done after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the real pages beside the checkout are skipped, loudly, where there are none."""
    if (SHARED / "pages").is_dir():
        return
    skipped = [item for item in items if item.get_closest_marker("shared")]
    for item in skipped:
        item.add_marker(pytest.mark.skip(reason=f"{SHARED} is not there: the real pages are not scored"))
    if skipped:
        warnings.warn(pytest.PytestWarning(f"{SHARED} is not there: {len(skipped)} tests are skipped"), stacklevel=1)
