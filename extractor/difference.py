"""What a change of patterns gains and loses: two runs over the same pages compared, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extractor.article import LABELS, Article
from extractor.evaluate import context

CONTEXT = 50
_PLACE = frozenset({"start", "end", "text", "mentions", "rule"})


class Difference(NamedTuple):
    """An item gained, lost or changed, with the rule it counts for (the new one where there is one)."""

    kind: str
    label: str
    rule: str
    page: str
    context: str
    old: str
    new: str


class Missing(NamedTuple):
    """A page that only one of the two runs has, or whose text is not the same in both."""

    page: str
    reason: str


def compare_runs(old: Path, new: Path) -> Iterator[Difference | Missing]:
    """Differences page by page. Only places in the files are held in memory, not the articles.

    Raises `ValueError` for a line that is no article.
    """
    places = dict(_places(old))
    with old.open("rb") as old_lines, new.open("rb") as new_lines:
        for page, place in _places(new):
            if page not in places:
                yield Missing(page, f"only in {new.name}")
                continue
            old_lines.seek(places.pop(page))
            new_lines.seek(place)
            before, after = Article.from_json(old_lines.readline()), Article.from_json(new_lines.readline())
            if before.text != after.text:
                yield Missing(page, "its text is not the same in both")
            else:
                yield from differences(before, after)
    for page in places:
        yield Missing(page, f"only in {old.name}")


def _places(path: Path) -> Iterator[tuple[str, int]]:
    """The id of every article with the place of its line in the file; an id that comes again is numbered."""
    seen: Counter[str] = Counter()
    with path.open("rb") as lines:
        place = 0
        for number, line in enumerate(lines, 1):
            try:
                article = Article.from_json(line)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: no article: {error}") from None
            name = article.id or "without id"
            seen[name] += 1
            yield name if seen[name] == 1 else f"{name} ({seen[name]})", place
            place += len(line)


def differences(old: Article, new: Article) -> Iterator[Difference]:
    """Items of one page that are gained, lost, or changed in value at the same place."""
    for label in LABELS:
        before, after = _by_place(old, label), _by_place(new, label)
        for place in sorted(before.keys() | after.keys()):
            (old_value, old_rule), (new_value, new_rule) = (side.get(place, ("", "")) for side in (before, after))
            if old_value != new_value or bool(old_rule) != bool(new_rule):
                kind = "changed" if old_rule and new_rule else "gained" if new_rule else "lost"
                where = context(new.text, *place, CONTEXT)
                yield Difference(kind, label, new_rule or old_rule, new.id or "", where, old_value, new_value)


def _by_place(article: Article, label: str) -> dict[tuple[int, int], tuple[str, str]]:
    """(start, end) -> what the record says there, and the rule."""
    found = {}
    for record in getattr(article, label):
        said = _said(record)
        for mention in getattr(record, "mentions", None) or (record,):
            found[mention.start, mention.end] = (said, mention.rule)
    return found


def _said(record: Any) -> str:
    values = ((name, getattr(record, name)) for name in record.__struct_fields__ if name not in _PLACE)
    return " ".join(f"{name}={_plain(value)}" for name, value in values if value not in (None, ()))


def _plain(value: Any) -> str:
    """Values as a person reads them, parts of a record by their fields."""
    if isinstance(value, tuple):
        return "; ".join(_plain(part) for part in value)
    if hasattr(value, "__struct_fields__"):
        return " @ ".join(str(part) for name in value.__struct_fields__ if (part := getattr(value, name)) is not None)
    return str(value)


def count(found: list[Difference]) -> Counter[tuple[str, str, str]]:
    """(label, rule, kind) -> how many, for the heads of the report."""
    return Counter((difference.label, difference.rule, difference.kind) for difference in found)
