"""The whole pipeline beside underthesea on the same pages in the same run: ratios, and memory over a long run.

    python benchmarks/compare.py [PAGES…] [--pages 300] [--long 10000]

PAGES are .txt, .html, .jsonl(.gz) or gold pages; the corpus by default. Figures drift with the machine, ratios little.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from extractor import Extractor, Request
from extractor.batch.readers import Input, ReadOptions, find_files, read_files
from extractor.batch.run import BATCH, handle
from extractor.organisations import Organisations
from extractor.patterns import Patterns
from extractor.recognise.dates import DateRecogniser
from extractor.recognise.documents import DocumentRecogniser
from extractor.recognise.indicators import IndicatorRecogniser
from extractor.recognise.officials import OfficialRecogniser
from extractor.recognise.units import Units
from extractor.text import Text
from extractor.words import segment, sentences

CORPUS = Path(__file__).parent.parent / "corpus" / "pages"
ROUNDS = 3
MEMORY_STEP = 1_000


Work = Callable[[Sequence[str]], object]


def seconds(work: Work, batch: Sequence[str]) -> float:
    started = time.perf_counter()
    work(batch)
    return time.perf_counter() - started


def speeds(works: Sequence[Work], texts: Sequence[str]) -> list[float]:
    """Characters per second of each of `works`, which take turns, so that a busy machine slows all alike.

    Pages are handed out in the batches of `extractor run`; of each the best of some rounds counts, the first of which
    warms up.
    """
    batches = [texts[first : first + BATCH] for first in range(0, len(texts), BATCH)]
    rounds = [[[seconds(work, batch) for batch in batches] for work in works] for _ in range(ROUNDS)]
    best = [[min(times) for times in zip(*of_work, strict=True)] for of_work in zip(*rounds, strict=True)]
    return [sum(map(len, texts)) / sum(times) for times in best]


def pipeline(extractor: Extractor) -> Work:
    """The whole pipeline, as `extractor run` drives it."""
    return lambda texts: extractor.extract_batch([Request(text, html=False) for text in texts])


def each(work: Callable[[Any], object]) -> Work:
    """What is called page by page."""
    return lambda texts: [work(text) for text in texts]


def by_sentence(work: Callable[[str], object]) -> Work:
    """underthesea at its best: `ner` takes the square of a page's length, so never a whole page."""
    return each(lambda text: [work(text[start:end]) for start, end in sentences(text)])


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def long_run(extractor: Extractor, texts: Sequence[str], pages: int) -> None:
    """Peak memory as pages go by; the pages repeat, each with a number of its own so that no memo helps."""
    print(f"\nmemory over {pages:,} pages (peak, MB)")
    inputs = (
        Input(place=str(number), data=f"{text}\nSố {number}", html=False)
        for number, text in enumerate(islice(cycle(texts), pages), 1)
    )
    for number, _ in enumerate(handle(inputs, extractor), 1):
        if number % MEMORY_STEP == 0:
            print(f"{number:>10,} {peak_megabytes():>10.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(CORPUS)])
    parser.add_argument("--pages", type=int, default=300, help="pages to time (repeated when there are fewer)")
    parser.add_argument(
        "--ner-pages",
        type=int,
        default=60,
        help="pages for underthesea's slow ner; five times as many for word_tokenize, a few for ner on whole pages",
    )
    parser.add_argument("--long", type=int, default=0, help="pages of the memory run")
    options = parser.parse_args()
    extractor = Extractor()
    inputs = [item for item in read_files(find_files(options.paths), ReadOptions()) if isinstance(item, Input)]
    articles = [extractor.extract(item.data, html=item.html) for item in islice(inputs, options.pages)]
    texts = list(islice(cycle([article.text for article in articles]), options.pages))
    if options.long:
        long_run(extractor, texts, options.long)
        return
    characters = sum(map(len, texts))
    print(f"{len(texts)} pages, {characters / len(texts):,.0f} characters each")
    ways = (pipeline(extractor), each(lambda text: extractor.extract(text, html=False)))
    for way, speed in zip(("as `extractor run` does", "a page at a call"), speeds(ways, texts), strict=True):
        print(f"extractor, {way}: {speed / 1e6:.3f} Mchar/s, {speed * len(texts) / characters:,.0f} pages per second")
    print(f"peak {peak_megabytes():,.0f} MB\n")
    compare_with_underthesea(extractor, texts, options.ner_pages)
    per_part(texts)


def compare_with_underthesea(extractor: Extractor, texts: Sequence[str], ner_pages: int) -> None:
    """Each tool and the extractor on the same pages, which are drawn evenly from all."""
    from underthesea import ner, word_tokenize

    print(f"{'on the same pages, Mchar/s':40}{'theirs':>9}{'ours':>9}{'ratio':>8}")
    for name, work, pages in (
        ("word_tokenize, sentence by sentence", by_sentence(word_tokenize), ner_pages * 5),
        ("ner, sentence by sentence", by_sentence(ner), ner_pages),
        ("ner, a page at a call", each(ner), max(ner_pages // 15, 1)),
    ):
        few = texts[:: max(len(texts) // pages, 1)]
        theirs, ours = speeds((work, pipeline(extractor)), few)
        print(f"{name:40}{theirs / 1e6:>9.4f}{ours / 1e6:>9.3f}{ours / theirs:>8.1f}")


def per_part(texts: Sequence[str]) -> None:
    """Each recogniser alone, on folded text."""
    patterns = Patterns()
    organisations = Organisations(patterns)
    folded = {text: Text(text) for text in texts}
    recognisers = {
        "documents": DocumentRecogniser(patterns, organisations),
        "officials": OfficialRecogniser(patterns, organisations),
        "dates": DateRecogniser(patterns),
        "indicators": IndicatorRecogniser(patterns, Units(patterns)),
    }
    works = [each(lambda text, read=read: read(folded[text])) for read in recognisers.values()]
    print("\neach part alone, Mchar/s")
    for name, speed in zip((*recognisers, "words.segment"), speeds([*works, each(segment)], texts), strict=True):
        print(f"{name:28}{speed / 1e6:>8.3f}")


if __name__ == "__main__":
    main()
