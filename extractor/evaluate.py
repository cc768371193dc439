"""Scores against gold pages: spans, values, attributes, boilerplate by characters; and the faults behind them.

An article is compared with a gold article of the same text. Items are aligned one to one by overlap; `strict` asks
for the same span, `overlap` for any shared character, `value` for an overlapping item with the same value.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from extractor.article import LABELS, Article, Date, Document, Indicator, Official, Person
from extractor.gold import GoldError, GoldPage
from extractor.pipeline import Extractor
from extractor.text import key

FAULT_LABELS = (*LABELS, "boilerplate", "body", "metadata")
CONTEXT = 60


@dataclass(slots=True)
class Count:
    """How many were right, of how many in the gold and how many found."""

    right: float = 0
    gold: float = 0
    found: float = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """1.0 when nothing was found: nothing was invented."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """1.0 when there was nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


class Item(NamedTuple):
    """A mention with its value: what is aligned and scored."""

    start: int
    end: int
    value: tuple[Any, ...]
    record: Any


class Fault(NamedTuple):
    """A missed, extra or wrong item, with the words around it."""

    page: str
    label: str
    kind: str
    start: int
    gold: str
    found: str
    context: str


@dataclass(slots=True)
class Scores:
    """Counts by name, e.g. `documents strict`, `indicators relation`, `boilerplate`; shares as right of gold."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    faults: list[Fault] = field(default_factory=list)

    def add(self, name: str, right: float, gold: float, found: float) -> None:
        self.counts[name] += Count(right, gold, found)

    def merge(self, other: Scores) -> None:
        for name, count in other.counts.items():
            self.counts[name] += count
        self.faults += other.faults


def items(article: Article, label: str) -> list[Item]:
    """The mentions of one label in order of place, each with the value it is scored by."""
    found = []
    for record in getattr(article, label):
        value = _value(record)
        for place in getattr(record, "mentions", None) or [record]:
            found.append(Item(place.start, place.end, value, record))
    return sorted(found, key=lambda item: (item.start, item.end))


def _value(record: Document | Official | Person | Date | Indicator) -> tuple[Any, ...]:
    match record:
        case Document(number=None):
            return (record.kind, None, record.issuer and key(record.issuer), record.term)
        case Document():
            return (record.kind, record.number)
        case Official() | Person():
            return (key(record.name),)
        case Date():
            return (record.type, record.value)
        case Indicator():
            return (record.value, record.low, record.high, record.total, key(record.unit))


def align(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pairs of overlapping items, one to one: same span first, then same value, then the longer overlap."""
    candidates = []
    first = 0
    for g in range(len(gold)):
        while first < len(found) and found[first].end <= gold[g].start:
            first += 1
        for f in range(first, len(found)):
            if found[f].start >= gold[g].end:
                break
            a, b = gold[g], found[f]
            overlap = min(a.end, b.end) - max(a.start, b.start)
            if overlap > 0:
                same_span = (a.start, a.end) == (b.start, b.end)
                candidates.append((not same_span, a.value != b.value, -overlap, g, f))
    pairs, used_gold, used_found = [], set(), set()
    for *_, g, f in sorted(candidates):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append((gold[g], found[f]))
    return pairs


def score(gold: Article, found: Article) -> Scores:
    """The scores of one article. Raises `ValueError` when the two are not of one text."""
    if gold.text != found.text:
        raise ValueError(f"{gold.id}: the article's text is not the gold page's text")
    scores = Scores()
    for label in LABELS:
        _score_label(scores, label, gold, found)
    _score_page(scores, gold, found)
    return scores


def _score_label(scores: Scores, label: str, gold: Article, found: Article) -> None:
    wanted, got = items(gold, label), items(found, label)
    pairs = align(wanted, got)
    strict = sum((a.start, a.end) == (b.start, b.end) for a, b in pairs)
    scores.add(f"{label} strict", strict, len(wanted), len(got))
    scores.add(f"{label} overlap", len(pairs), len(wanted), len(got))
    scores.add(f"{label} value", sum(a.value == b.value for a, b in pairs), len(wanted), len(got))
    for attribute, agreement in _ATTRIBUTES.get(label, {}).items():
        same_value = [(a, b) for a, b in pairs if a.value == b.value]
        right = sum(agreement(getattr(a.record, attribute), getattr(b.record, attribute)) for a, b in same_value)
        scores.add(f"{label} {attribute}", right, len(same_value), len(same_value))
    if label == "officials":
        _score_positions(scores, wanted, got, pairs)
    scores.faults += _faults(label, gold, wanted, got, pairs)


def _score_positions(
    scores: Scores, wanted: Sequence[Item], got: Sequence[Item], pairs: Sequence[tuple[Item, Item]]
) -> None:
    """Positions mention by mention: a mention that is missed misses all of its person's."""
    right = sum(len(_positions(a) & _positions(b)) for a, b in pairs)
    scores.add(
        "officials positions", right, sum(len(_positions(a)) for a in wanted), sum(len(_positions(b)) for b in got)
    )


def _positions(item: Item) -> set[tuple[str, str]]:
    return {(key(post.role), key(post.organisation or "")) for post in item.record.positions}


def _same(gold: Any, found: Any) -> float:
    return float(gold == found)


def _same_words(gold: str | None, found: str | None) -> float:
    """The F1 of the words of two noun phrases; both absent agree."""
    a, b = set(key(gold or "").split()), set(key(found or "").split())
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


# Agreement of attributes among the items of one value: 1 right, 0 wrong.
_ATTRIBUTES: dict[str, dict[str, Callable[[Any, Any], float]]] = {
    "documents": {"id": _same, "issuer": _same, "term": _same, "issued": _same, "title": _same_words},
    "indicators": {
        "relation": _same,
        "planned": _same,
        "of": _same_words,
        "area": _same_words,
        "bound": _same,
        "period": _same,
        "baseline": _same_words,
    },
}


def _score_page(scores: Scores, gold: Article, found: Article) -> None:
    """Boilerplate by characters that are no white space; body text that was lost; metadata."""
    text = gold.text
    wanted, got = _characters(text, gold.boilerplate), _characters(text, found.boilerplate)
    scores.add("boilerplate", len(wanted.keys() & got.keys()), len(wanted), len(got))
    agreed = sum(got[place].category == part.category for place, part in wanted.items() if place in got)
    scores.add("boilerplate category", agreed, len(wanted.keys() & got.keys()), len(wanted.keys() & got.keys()))
    body = {i for i, c in enumerate(text) if not c.isspace()} - wanted.keys() - _characters(text, gold.meta).keys()
    lost = body & (got.keys() | _characters(text, found.meta).keys())
    scores.add("body lost", len(lost), len(body), len(body))
    stated, read = ({(m.start, m.end, m.name, m.value) for m in page.meta} for page in (gold, found))
    scores.add("metadata", len(stated & read), len(stated), len(read))
    for label, kind, places in (
        ("boilerplate", "missed", wanted.keys() - got.keys()),
        ("boilerplate", "extra", got.keys() - wanted.keys()),
        ("body", "lost", lost),
    ):
        for start, end in _runs(text, places):
            shown = text[start:end][:CONTEXT]
            scores.faults.append(Fault(gold.id or "", label, kind, start, shown, "", context(text, start, end)))
    for kind, only in (("missed", stated - read), ("extra", read - stated)):
        for start, end, name, value in sorted(only, key=lambda item: item[0]):
            shown = f"{name}={value}"
            scores.faults.append(Fault(gold.id or "", "metadata", kind, start, shown, "", context(text, start, end)))


def _characters(text: str, parts: Iterable[Any]) -> dict[int, Any]:
    return {i: part for part in parts for i in range(part.start, part.end) if not text[i].isspace()}


def _runs(text: str, places: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches that `places` form, white space between them forgiven."""
    start = end = -1
    for place in sorted(places):
        if start < 0 or text[end:place].strip():
            if start >= 0:
                yield start, end
            start = place
        end = place + 1
    if start >= 0:
        yield start, end


def _faults(
    label: str, gold: Article, wanted: Sequence[Item], got: Sequence[Item], pairs: Sequence[tuple[Item, Item]]
) -> Iterator[Fault]:
    text, page = gold.text, gold.id or ""
    paired_gold, paired_found = {a[:2] for a, _ in pairs}, {b[:2] for _, b in pairs}
    for a in wanted:
        if a[:2] not in paired_gold:
            yield Fault(page, label, "missed", a.start, _shown(a, text), "", context(text, a.start, a.end))
    for b in got:
        if b[:2] not in paired_found:
            yield Fault(page, label, "extra", b.start, "", _shown(b, text), context(text, b.start, b.end))
    for a, b in pairs:
        kinds = [
            name
            for name, differs in (("span", a[:2] != b[:2]), ("value", a.value != b.value), *_differences(label, a, b))
            if differs
        ]
        if kinds:
            kind = "wrong " + ", ".join(kinds)
            yield Fault(page, label, kind, a.start, _shown(a, text), _shown(b, text), context(text, a.start, a.end))


def _differences(label: str, a: Item, b: Item) -> list[tuple[str, bool]]:
    differences = [
        (name, agreement(getattr(a.record, name), getattr(b.record, name)) < 1)
        for name, agreement in _ATTRIBUTES.get(label, {}).items()
    ]
    if label == "officials":
        differences.append(("positions", _positions(a) != _positions(b)))
    return differences


def _shown(item: Item, text: str) -> str:
    """The surface with everything the record says, for a person to read."""
    fields = {
        name: value
        for name, value in ((name, getattr(item.record, name)) for name in item.record.__struct_fields__)
        if value not in (None, (), "") and name not in {"start", "end", "text", "mentions", "rule"}
    }
    if "positions" in fields:
        fields["positions"] = "; ".join(f"{post.role} @ {post.organisation}" for post in fields["positions"])
    described = " ".join(f"{name}={value}" for name, value in fields.items())
    rule = next((m.rule for m in getattr(item.record, "mentions", ()) if m.start == item.start), None)
    rule = rule or getattr(item.record, "rule", "")
    return f"[{text[item.start : item.end]}] {described} ({rule})"


def context(text: str, start: int, end: int, width: int = CONTEXT) -> str:
    """`start:end` in marks between `width` characters on either side, in one line."""
    before, after = text[max(start - width, 0) : start], text[end : end + width]
    return f"…{before}⟦{text[start:end]}⟧{after}…".replace("\n", "⏎")


def extract_gold(extractor: Extractor, page: GoldPage) -> Article:
    """What the extractor says of a gold page, given only what its caller would know.

    Raises `GoldError` when the text read from the page's HTML is not the gold text.
    """
    if page.html is None:
        return extractor.extract(page.article.text, id=page.article.id, published=page.published, html=False)
    article = extractor.extract(page.html.read_bytes(), id=page.article.id, published=page.published, html=True)
    if article.text != page.article.text:
        raise GoldError([f"{page.path}: its text is not what is read from {page.html.name}; make it anew and correct"])
    return article


def evaluate(pages: Iterable[GoldPage], extractor: Extractor | None = None) -> Scores:
    """The scores of the extractor over gold pages."""
    extractor = extractor or Extractor()
    scores = Scores()
    for page in pages:
        scores.merge(score(page.article, extract_gold(extractor, page)))
    return scores


def compare(gold: Sequence[GoldPage], other: Sequence[GoldPage]) -> Scores:
    """Agreement of two annotators: the second folder's pages scored against the first's, by file name.

    Raises `GoldError` when a page is missing or of another text.
    """
    second = {page.path.name: page for page in other}
    scores = Scores()
    for page in gold:
        if page.path.name not in second:
            raise GoldError([f"{page.path}: the other folder has no such page"])
        found = second[page.path.name]
        if found.article.text != page.article.text:
            raise GoldError([_another_text(page, found)])
        scores.merge(score(page.article, found.article))
    return scores


def _another_text(page: GoldPage, found: GoldPage) -> str:
    one, other = page.article.text, found.article.text
    shorter = min(len(one), len(other))
    place = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    wanted, got = one[place : place + CONTEXT], other[place : place + CONTEXT]
    return (
        f"{found.path}: its text is not that of {page.path}, from character {place} on: {got!r} for {wanted!r};"
        " annotate a copy of that page, and change no character of it"
    )


def read_split(folder: Path) -> dict[str, frozenset[str]]:
    """The names of the pages in each part (`dev`, `test`) from `split.toml` in `folder` or above it, else empty."""
    for place in (folder, folder.parent):
        if (path := place / "split.toml").is_file():
            return {part: frozenset(names) for part, names in tomllib.loads(path.read_text("utf-8")).items()}
    return {}


def split(pages: Sequence[GoldPage], folder: Path) -> dict[str, list[GoldPage]]:
    """The pages by part; without a split file all are one part, `all`."""
    parts = read_split(folder)
    if not parts:
        return {"all": list(pages)}
    if unknown := {page.path.stem for page in pages} - frozenset().union(*parts.values()):
        raise GoldError([f"{folder}: in no part of split.toml: {', '.join(sorted(unknown))}"])
    return {part: [page for page in pages if page.path.stem in names] for part, names in parts.items()}


def figures(scores: Scores) -> dict[str, dict[str, float]]:
    """The scores as plain numbers, for JSON and for the floors."""
    return {
        name: {
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "gold": count.gold,
            "found": count.found,
        }
        for name, count in scores.counts.items()
    }
