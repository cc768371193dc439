"""Annotated articles to and from the formats of the tools annotators know.

Everything goes through `gold.Region`: an element of the guide with its attributes. brat and Label Studio keep all
of it and can be read back; CoNLL and spaCy are for training and reading.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractor.article import Article
from extractor.gold import Region, from_regions, region_faults, to_regions
from extractor.page.decode import without_controls
from extractor.text import nfc, without_surrogates
from extractor.words import segment, sentences

ENTITIES = ("doc", "official", "person", "date", "indicator")


class ExchangeError(ValueError):
    """A file that is not of the format it should be; the message names the place."""


def to_conll(article: Article) -> str:
    """One token a line with its offsets and BIO tags, a blank line between sentences.

    Columns: token, start, end, outer tag, inner tag (a date in an official or an indicator). An entity that ends
    within a word cuts it.
    """
    text = article.text
    regions = [region for region in to_regions(article) if region.name in ENTITIES]
    outer, inner = _layers(regions)
    cuts = sorted({place for region in regions for place in (region.start, region.end)})
    lines = [f"# id = {article.id}"]
    for start, end in sentences(text):
        for token_start, token_end in _cut(segment(text, start, end), cuts):
            token = " ".join(text[token_start:token_end].split())
            tags = "\t".join(_tag(layer, token_start) for layer in (outer, inner))
            lines.append(f"{token}\t{token_start}\t{token_end}\t{tags}")
        lines.append("")
    return "\n".join(lines) + "\n"


def _layers(regions: Sequence[Region]) -> tuple[list[Region], list[Region]]:
    """The regions that stand alone or outside, and those that stand inside one of them."""
    outer: list[Region] = []
    inner: list[Region] = []
    for region in regions:
        (inner if outer and region.start < outer[-1].end else outer).append(region)
    return outer, inner


def _cut(words: Iterable[tuple[int, int]], cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for start, end in words:
        yield from pairwise([start, *(cut for cut in cuts if start < cut < end), end])


def _tag(layer: Sequence[Region], start: int) -> str:
    for region in layer:
        if region.start <= start < region.end:
            return f"{'B' if region.start == start else 'I'}-{region.name.upper()}"
    return "O"


def to_brat(article: Article) -> tuple[str, str]:
    """The text and the annotations of a brat document: attributes as a note in JSON on each text-bound annotation."""
    lines = []
    for number, region in enumerate(to_regions(article), 1):
        places = ";".join(f"{start} {end}" for start, end in _fragments(article.text, region))
        surface = " ".join(article.text[start:end] for start, end in _fragments(article.text, region))
        lines.append(f"T{number}\t{region.name} {places}\t{surface}")
        note = json.dumps(region.attributes, ensure_ascii=False)
        lines.append(f"#{number}\tAnnotatorNotes T{number}\t{note}")
    return article.text, "".join(f"{line}\n" for line in lines)


def _fragments(text: str, region: Region) -> list[tuple[int, int]]:
    """The parts of a region within lines: brat has none that reach over a line end."""
    return [
        (region.start + match.start(), region.start + match.end())
        for match in re.finditer(r"[^\n]+", text[region.start : region.end])
    ]


# brat separates by tabs and single blanks; offsets of more digits lie outside of any text.
_BRAT_TEXT = re.compile(r"T(\d+)\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)\t")
_BRAT_NOTE = re.compile(r"#\d+\tAnnotatorNotes T(\d+)\t(.*)")


def from_brat(name: str, text: str, annotations: str) -> Article:
    """The article that `to_brat` wrote, as an annotator has changed it. Raises `ExchangeError`."""
    found: dict[str, tuple[str, int, int, str]] = {}
    notes: dict[str, dict[str, str]] = {}
    # Only the newline ends a line: a surface may hold what Python calls a line end too.
    for number, line in enumerate(annotations.split("\n"), 1):
        place = f"{name}.ann:{number}"
        if match := _BRAT_TEXT.match(line):
            offsets = [int(offset) for offset in re.split("[ ;]", match[3])]
            found[match[1]] = (match[2], min(offsets), max(offsets), place)
        elif match := _BRAT_NOTE.match(line):
            notes[match[1]] = _attributes(match[2], place)
        elif line.strip():
            raise ExchangeError(f"{place}: neither a text-bound annotation nor a note on one: {line[:60]}")
    regions = [
        (Region(kind, start, end, notes.get(key, {})), place) for key, (kind, start, end, place) in found.items()
    ]
    return _article(name, text, regions, f"{name}.txt")


def to_labelstudio(article: Article) -> dict[str, Any]:
    """A Label Studio task with one annotation; offsets count UTF-16 units, as that program does."""
    units = _utf16_offsets(article.text)
    results = [
        {
            "id": f"r{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": units[region.start],
                "end": units[region.end],
                "text": article.text[region.start : region.end],
                "labels": [region.name],
            },
            "meta": {"text": [json.dumps(region.attributes, ensure_ascii=False)]},
        }
        for number, region in enumerate(to_regions(article), 1)
    ]
    return {"data": {"id": article.id, "text": article.text}, "annotations": [{"result": results}]}


def from_labelstudio(task: Any) -> Article:
    """The article of an exported task: its first annotation. Raises `ExchangeError`."""
    try:
        name, text, results = task["data"]["id"], task["data"]["text"], task["annotations"][0]["result"]
    except (KeyError, IndexError, TypeError):
        name = text = results = None
    if not isinstance(name, str | int) or not isinstance(text, str) or not isinstance(results, list):
        raise ExchangeError("not a Label Studio task: it has `data` with `id` and `text`, and `annotations`")
    offsets = {unit: place for place, unit in enumerate(_utf16_offsets(text))}
    regions = []
    for number, result in enumerate(results, 1):
        place = f"task {name}, region {number}"
        if not isinstance(result, dict):
            raise ExchangeError(f"{place}: no JSON object")
        if result.get("type") == "labels":
            regions.append((_labelled(result, offsets, place), place))
    return _article(str(name), text, regions, f"task {name}")


def _labelled(result: dict[str, Any], offsets: dict[int, int], place: str) -> Region:
    """A region of a task, its offsets in UTF-16 units made ours."""
    match result:
        case {"value": {"start": int(start), "end": int(end), "labels": [str(label)]}}:
            pass
        case _:
            raise ExchangeError(f"{place}: it has `value` with `start`, `end` and `labels`, one label")
    if start not in offsets or end not in offsets:
        raise ExchangeError(f"{place}: it goes from {start} to {end}, which is no stretch of the text")
    match result.get("meta") or {}:
        case {"text": str(note)}:
            pass
        case {"text": [*lines]} if all(isinstance(line, str) for line in lines):
            note = "".join(lines)
        case dict(meta) if not meta.get("text"):
            note = ""
        case _:
            raise ExchangeError(f"{place}: its `meta` holds no `text` with the attributes")
    return Region(label, offsets[start], offsets[end], _attributes(note, place) if note.strip() else {})


def _utf16_offsets(text: str) -> list[int]:
    """Code point offset -> UTF-16 offset, one more than there are characters."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))
    return offsets


def _attributes(note: str, place: str) -> dict[str, str]:
    try:
        attributes = json.loads(note)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"{place}: the note is no JSON object of attributes: {error}") from None
    if not isinstance(attributes, dict) or not all(isinstance(value, str) for value in attributes.values()):
        raise ExchangeError(f"{place}: the note is no JSON object of attributes that are strings")
    for name, value in attributes.items():
        if not _is_writable(value):
            raise ExchangeError(f"{place}: {name}={value!r} holds a character that no gold page can hold")
    return {name: nfc(value) for name, value in attributes.items()}


def _is_writable(text: str) -> bool:
    return without_surrogates(text) == text and not without_controls(text)[1]


def _article(name: str, text: str, placed: list[tuple[Region, str]], place: str) -> Article:
    """The article, when a gold page can be written of it and read again; else `ExchangeError` with all faults."""
    if not name.strip() or not _is_writable(name):
        raise ExchangeError(f"{place}: its id {name!r} cannot be the name of a file")
    if nfc(text) != text or not _is_writable(text):
        raise ExchangeError(f"{place}: the text is not the one that was exported (in NFC); export the page anew")
    regions = [region for region, _ in placed]
    faults = [f"{placed[number][1]}: {message}" for number, message in region_faults(text, regions)]
    if faults:
        raise ExchangeError("\n".join(faults))
    return from_regions(name, text, regions)


def to_spacy(articles: Iterable[Article]) -> Any:
    """A spaCy `DocBin`: our words as tokens, all regions in `doc.spans["sc"]`, those that do not nest in `doc.ents`.

    A document's known identity is its span's `kb_id_`; the article's record is in `doc.user_data["article"]`.
    """
    import spacy
    from spacy.tokens import Doc, DocBin, Span

    vocabulary = spacy.blank("xx").vocab
    bin_ = DocBin(store_user_data=True)
    for article in articles:
        regions = [region for region in to_regions(article) if region.name in ENTITIES]
        cuts = sorted({place for region in regions for place in (region.start, region.end)})
        words, spaces, starts = _tokens(article.text, cuts)
        doc = Doc(vocabulary, words=words, spaces=spaces)
        index = {start: number for number, start in enumerate(starts)}
        spans = []
        for region in regions:
            last = next(number for number in range(len(starts) - 1, -1, -1) if starts[number] < region.end)
            spans.append(
                Span(doc, index[region.start], last + 1, region.name.upper(), kb_id=region.attributes.get("id", ""))
            )
        doc.spans["sc"] = spans
        doc.ents = spacy.util.filter_spans(spans)
        doc.user_data["article"] = article.to_json()
        bin_.add(doc)
    return bin_


def _tokens(text: str, cuts: Sequence[int]) -> tuple[list[str], list[bool], list[int]]:
    """Tokens that spell `text` exactly: one blank after a token is its own, all other white space is a token."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    position = 0
    for start, end in [*_cut(segment(text), cuts), (len(text), len(text))]:
        gap = text[position:start]
        if gap.startswith(" ") and words:
            spaces[-1], gap, position = True, gap[1:], position + 1
        if gap:
            words.append(gap)
            spaces.append(False)
            starts.append(position)
        if end > start:
            words.append(text[start:end])
            spaces.append(False)
            starts.append(start)
        position = end
    return words, spaces, starts


def write_export(articles: Sequence[Article], kind: str, output: Path) -> None:
    """Writes `articles` as `conll`, `labelstudio` or `spacy` into the file `output`, as `brat` into the folder."""
    if kind == "brat":
        output.mkdir(parents=True, exist_ok=True)
        for article in articles:
            text, annotations = to_brat(article)
            (output / f"{article.id}.txt").write_text(text, encoding="utf-8")
            (output / f"{article.id}.ann").write_text(annotations, encoding="utf-8")
        names = "".join(f"{name}\n" for name in ("boilerplate", "meta", *ENTITIES))
        (output / "annotation.conf").write_text(f"[entities]\n{names}[relations]\n[events]\n[attributes]\n")
    elif kind == "conll":
        output.write_text("".join(map(to_conll, articles)), encoding="utf-8")
    elif kind == "labelstudio":
        tasks = [to_labelstudio(article) for article in articles]
        output.write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8")
    else:
        to_spacy(articles).to_disk(output)


def read_import(source: Path) -> list[Article]:
    """The articles of a brat folder or a Label Studio export. Raises `ExchangeError`."""
    articles = _read_brat(source) if source.is_dir() else _read_labelstudio(source)
    for name, number in Counter(article.id for article in articles).items():
        if number > 1:
            raise ExchangeError(f"{source}: {number} pages have the id {name}; give each its own")
    return articles


def _read_brat(folder: Path) -> list[Article]:
    paths = sorted(folder.glob("*.ann"))
    if not paths:
        raise ExchangeError(f"{folder}: no .ann file in this folder")
    return [from_brat(path.stem, _read(path.with_suffix(".txt")), _read(path)) for path in paths]


def _read_labelstudio(path: Path) -> list[Article]:
    try:
        tasks = json.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"{path}: not a Label Studio export: {error}") from None
    if not isinstance(tasks, list):
        raise ExchangeError(f"{path}: not a Label Studio export: a list of tasks is wanted")
    return [from_labelstudio(task) for task in tasks]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExchangeError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ExchangeError(f"{path}: not UTF-8") from None
