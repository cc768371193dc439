"""Shared fixtures: one extractor for all tests, and the gold pages."""

from __future__ import annotations

import signal
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
    pages = read_folder(CORPUS)
    assert len(pages) >= 80  # else the tests that go through them pass for want of any
    return pages


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
    """Tests of the real pages beside the checkout are skipped where there are none."""
    if not (SHARED / "pages").is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason=f"{SHARED} is not there"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Said loudly, so that nobody takes a run without them for a whole one."""
    if not (SHARED / "pages").is_dir():
        terminalreporter.section("REAL PAGES NOT SCORED", red=True, bold=True)
        terminalreporter.write_line(f"{SHARED} is not there: the tests of the real pages were skipped")
