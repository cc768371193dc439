"""The run: every input becomes one article or one row of errors; nothing stops it, nothing is lost."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.article import LABELS, Article
from extractor.batch.readers import Failure, Input
from extractor.batch.writers import Writer
from extractor.page import BinaryData
from extractor.pipeline import Extractor

# Pages that are handled together, which is faster than one by one; the characters, and the seconds that the first has
# waited for the others, that end a batch before: a slow source is handled page by page.
BATCH = 16
LARGEST_BATCH = 500_000
PATIENCE = 0.5


@dataclass(slots=True)
class Summary:
    """What a run did: `pages` handled, entities per kind, warnings per code, errors, seconds."""

    pages: int = 0
    characters: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    errors: int = 0
    seconds: float = 0.0

    def count(self, article: Article) -> None:
        self.pages += 1
        self.characters += len(article.text)
        for kind in LABELS:
            self.entities[kind] += len(getattr(article, kind))
        self.warnings.update(warning.code for warning in article.warnings)


def handle(inputs: Iterable[Input | Failure], extractor: Extractor) -> Iterator[Article | Failure]:
    """One article or failure for each input, in order. An error in one page is that page's failure."""
    for batch in _batches(inputs):
        try:
            articles = iter(extractor.extract_batch([item.request for item in batch if isinstance(item, Input)]))
        except Exception:  # of one page, which is found by handling each alone
            yield from (item if isinstance(item, Failure) else _handle(item, extractor) for item in batch)
        else:
            yield from (item if isinstance(item, Failure) else next(articles) for item in batch)


def _batches(inputs: Iterable[Input | Failure]) -> Iterator[list[Input | Failure]]:
    """The inputs a few at a time, in order."""
    batch: list[Input | Failure] = []
    size, started = 0, time.monotonic()
    for item in inputs:
        batch.append(item)
        size += len(item.request.page) if isinstance(item, Input) else 0
        if len(batch) == BATCH or size > LARGEST_BATCH or time.monotonic() - started > PATIENCE:
            yield batch
            batch, size, started = [], 0, time.monotonic()
    if batch:
        yield batch


def _handle(item: Input, extractor: Extractor) -> Article | Failure:
    try:
        return extractor.extract_batch([item.request])[0]
    except BinaryData as error:
        return Failure(place=item.place, id=item.id, code="binary", message=str(error))
    except Exception as error:  # a fault of ours in one page must not cost the others
        message = f"{type(error).__name__}: {error}; please report it with the page"
        return Failure(place=item.place, id=item.id, code="internal", message=message)


def run(outcomes: Iterable[Article | Failure], writer: Writer) -> Summary:
    """Writes all outcomes and counts them. The caller commits the writer."""
    summary = Summary()
    started = time.perf_counter()
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            summary.errors += 1
            writer.fail(outcome)
        else:
            summary.count(outcome)
            writer.write(outcome)
    summary.seconds = time.perf_counter() - started
    return summary
