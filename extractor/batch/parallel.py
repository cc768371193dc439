"""The run over several processes: the same outcomes in the same order, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from extractor.article import Article
from extractor.batch.readers import Failure, Input
from extractor.batch.run import BATCH, handle
from extractor.pipeline import Extractor

# Tasks, each a batch, under way per worker: the others wait in the reader, so that memory stays flat.
AHEAD = 3

Outcome = Article | Failure
Batch = list[Input | Failure]

_worker: list[Extractor] = []


def handle_in_processes(
    inputs: Iterable[Input | Failure], *, jobs: int, patterns: Path | str | None = None
) -> Iterator[Outcome]:
    """One article or failure for each input, in order, by `jobs` processes.

    A page whose worker dies (killed, out of memory) is tried again alone; when that dies too, it is a failure.
    """
    source = iter(inputs)
    batches = iter(lambda: list(islice(source, BATCH)), [])
    pool = _pool(jobs, patterns)
    under_way: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    try:
        while True:
            for batch in islice(batches, jobs * AHEAD - len(under_way)):
                under_way.append((batch, pool.submit(_handle_batch, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                # All tasks under way are lost with the pool, and which of them killed it is not known: the oldest is
                # done page by page, the others are given to a new pool.
                pool.shutdown(wait=False)
                yield from _one_by_one(batch, patterns)
                pool = _pool(jobs, patterns)
                under_way = deque((waiting, pool.submit(_handle_batch, waiting)) for waiting, _ in under_way)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(batch: Batch, patterns: Path | str | None) -> Iterator[Outcome]:
    pool = _pool(1, patterns)
    for item in batch:
        try:
            yield from pool.submit(_handle_batch, [item]).result()
        except BrokenProcessPool:
            pool = _pool(1, patterns)
            message = "the worker was killed while it read this page, twice; it may need more memory than there is"
            yield Failure(place=item.place, id=item.id, code="killed", message=message)
    pool.shutdown()


def _pool(jobs: int, patterns: Path | str | None) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_start, initargs=(patterns,))


def _start(patterns: Path | str | None) -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _worker[:] = [Extractor(patterns=patterns)]


def _end_with(parent: int) -> None:
    """No worker outlives a parent that was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _handle_batch(batch: Batch) -> list[Outcome]:
    return list(handle(batch, _worker[0]))
