"""Names and dates on the gold pages, beside the general tools for them: F1 and speed in the same run.

    python benchmarks/recognition.py [GOLD] [--pages 12]

Names: the full names of officials and persons, against the PER of underthesea's `ner`. Dates: the spans of dates with
a day, month or year, against dateparser's `search_dates`; both by exact and by overlapping spans.
"""

from __future__ import annotations

import argparse
import re
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from extractor import Article, Extractor
from extractor.evaluate import Count, Item, align
from extractor.gold import GoldPage, read_folder
from extractor.words import sentences

CORPUS = Path(__file__).parent.parent / "corpus" / "pages"
Spans = list[tuple[int, int]]


def names(article: Article) -> Spans:
    """Where mentions hold the full name."""
    found = set()
    for person in (*article.officials, *article.persons):
        for mention in person.mentions:
            for match in re.finditer(re.escape(person.name), mention.text, re.IGNORECASE):
                found.add((mention.start + match.start(), mention.start + match.end()))
    return sorted(found)


def dates(article: Article) -> Spans:
    return [(date.start, date.end) for date in article.dates if date.type in {"DATE", "TIME"}]


def ner_names(text: str) -> Spans:
    from underthesea import ner

    found: Spans = []
    for start, end in sentences(text):
        position = start
        inside = False
        for word, *_, tag in ner(text[start:end]):
            place = re.compile(r"\s+".join(map(re.escape, word.split()))).search(text, position, end)
            if place is None:
                inside = False
                continue
            position = place.end()
            if tag == "I-PER" and inside:
                found[-1] = (found[-1][0], place.end())
            elif tag == "B-PER":
                found.append(place.span())
            inside = tag.endswith("PER")
    return found


def parsed_dates(text: str) -> Spans:
    from dateparser.search import search_dates

    found: Spans = []
    for start, end in sentences(text):
        position = start
        for words, _ in search_dates(text[start:end], languages=["vi"]) or ():
            place = text.find(words, position, end)
            if place >= 0:
                found.append((place, place + len(words)))
                position = place + len(words)
    return found


def compare(
    pages: Sequence[GoldPage], wanted: Callable[[Article], Spans], tools: dict[str, Callable[[str], Spans]]
) -> None:
    print(f"{'':28}{'exact F1':>9}{'overlap F1':>11}{'Mchar/s':>9}")
    for name, tool in tools.items():
        exact, overlap, spent = Count(), Count(), 0.0
        for page in pages:
            gold = items(wanted(page.article))
            started = time.perf_counter()
            found = items(tool(page.article.text))
            spent += time.perf_counter() - started
            pairs = align(gold, found)
            same = sum(a[:2] == b[:2] for a, b in pairs)
            exact += Count(same, len(gold), len(found))
            overlap += Count(len(pairs), len(gold), len(found))
        speed = sum(len(page.article.text) for page in pages) / spent / 1e6
        print(f"{name:28}{exact.f1:>9.3f}{overlap.f1:>11.3f}{speed:>9.3f}")


def items(spans: Spans) -> list[Item]:
    return [Item(start, end, (), None) for start, end in sorted(spans)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", default=str(CORPUS))
    parser.add_argument("--pages", type=int, default=12, help="how many pages; the other tools are slow")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    pages = read_folder(options.gold)[: options.pages]
    extractor = Extractor()
    extractor.extract(pages[0].article.text)
    print(f"{len(pages)} gold pages\n\nnames of persons")
    compare(
        pages,
        names,
        {
            "extractor (all it does)": lambda text: names(extractor.extract(text, html=False)),
            "underthesea ner": ner_names,
        },
    )
    print("\ndates")
    compare(
        pages,
        dates,
        {
            "extractor (all it does)": lambda text: dates(extractor.extract(text, html=False)),
            "dateparser": parsed_dates,
        },
    )


if __name__ == "__main__":
    main()
