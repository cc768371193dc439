"""Sentences and Vietnamese words with offsets, for the rules that need them.

The words are those of underthesea's segmenter (a CRF over syllables). Its strings are never used, only the places
where it cuts: it rewrites spellings, blanks and Đ. Every feature of its model looks at one, two or three neighbouring
tokens, so the weights are added up per token, pair and triple and remembered; the result is the same, many times
faster. Loading takes about a second and happens at first use, once, whichever thread comes first.
"""

from __future__ import annotations

import pickle
import re
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

Span = tuple[int, int]

# A sentence ends at . ! ? … before a blank and a capital, a digit or an opening quote; a line end always ends it.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[^\W_a-z]|[\"'“‘(\[-])")
# Not after an abbreviation ("TP. Hà Tĩnh", "PGS. Nguyễn") or a single capital ("Nguyễn Văn K. Nguyễn").
_ABBREVIATED = re.compile(r"(?:\b(?:[A-ZĐ]|T[Pp]|TX|Th\.?[Ss]|[Tt]hs|GS|TS|BS|Ths|Tr|đ/c|Đ/c|ĐT|tr|st|vv)\.)$")

# underthesea's token pattern takes quadratic time on long runs without a blank; such a run is one word.
MAX_RUN = 200
_RUN = re.compile(r"\S+")

# Remembered sums are dropped when there are this many, so that memory stays flat over any number of pages.
_MEMORY = 200_000

_MODEL = Path("pipeline", "word_tokenize", "models", "ws_crf_vlsp2013_20230727")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of `text[start:end]` as spans without outer white space; never over a line end."""
    end = len(text) if end is None else end
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield from _line_sentences(text, start, stop)
        start = stop + 1


def _line_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    first = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _ABBREVIATED.search(text, max(first, match.start() - 8), match.start()):
            yield from _trimmed(text, first, match.start() + len(match[0].rstrip()))
            first = match.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def segment(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]` as spans, in order; every character that is no white space is in one.

    Words never reach over a line end. The text should be NFC. Safe to call from many threads.
    """
    end = len(text) if end is None else end
    segmenter = _segmenter()
    words: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        words += segmenter.line(text, start, stop)
        start = stop + 1
    return words


class _Segmenter:
    """Tokens by underthesea's pattern, joined into words by its model's weights."""

    def __init__(self, token: re.Pattern[str], substitutes: dict[str, str], weights: _Weights) -> None:
        self._token = token
        self._substitutes = substitutes
        self._weights = weights
        self._tokens: dict[str, tuple[Span, ...]] = {}

    def line(self, text: str, start: int, end: int) -> list[Span]:
        line = text[start:end]
        for variant, plain in self._substitutes.items():
            line = line.replace(variant, plain)
        spans: list[Span] = []
        for run in _RUN.finditer(line):
            first = run.start()
            spans += [(first + a, first + b) for a, b in self._run(run[0], last=run.end() == len(line))]
        joined = self._weights.joins([line[a:b] for a, b in spans])
        words: list[Span] = []
        for (a, b), join in zip(spans, joined, strict=True):
            if join and words:
                words[-1] = (words[-1][0], start + b)
            else:
                words.append((start + a, start + b))
        return words

    def _run(self, run: str, *, last: bool) -> tuple[Span, ...]:
        """The tokens of a run without blanks; the pattern looks whether a blank or the end follows."""
        if len(run) > MAX_RUN:
            return ((0, len(run)),)
        seen = run if last else run + " "
        tokens = self._tokens.get(seen)
        if tokens is None:
            if len(self._tokens) > _MEMORY:
                self._tokens = {}
            tokens = tuple(match.span() for match in self._token.finditer(seen))
            self._tokens[seen] = tokens
        return tokens


class _Weights:
    """The model's weights, in favour of a word beginning, added up per run of one, two or three tokens.

    templates: what the model looks at: `T[-1,0].lower` is the run of 2 tokens that starts 1 before the scored one
    """

    def __init__(
        self,
        weights: dict[str, float],
        transitions: tuple[tuple[float, float], tuple[float, float]],
        templates: list[str],
        dictionary: frozenset[str],
    ) -> None:
        by_template: dict[str, dict[str, float]] = {template: {} for template in templates}
        for name, weight in weights.items():
            template, _, value = name.partition("=")
            if template in by_template:
                by_template[template][value] = weight
        # run length -> offset of the run from the scored token -> function -> value -> weight
        self._plans: dict[int, dict[int, dict[str, dict[str, float]]]] = {1: {}, 2: {}, 3: {}}
        for template in templates:
            first, last, function = _parse_template(template)
            self._plans[last - first + 1].setdefault(first, {})[function] = by_template[template]
        self._transitions = transitions
        self._dictionary = dictionary
        self._memory: dict[str, tuple[tuple[int, float], ...]] = {}
        self._edges = {
            edge: {
                size: tuple(
                    (first, sum(by_value.get(edge, 0.0) for by_value in plan.values())) for first, plan in plans.items()
                )
                for size, plans in self._plans.items()
            }
            for edge in ("BOS", "EOS")
        }

    def joins(self, tokens: list[str]) -> list[bool]:
        """For each token whether it continues the word before it (Viterbi over two labels)."""
        count = len(tokens)
        memory, run_weights = self._memory, self._weigh
        # Two places more at each end take what runs at the edges give to tokens that are not there.
        padded = [0.0] * (count + 4)
        for size in (1, 2, 3):
            for at in range(count - size + 1):
                run = tokens[at] if size == 1 else " ".join(tokens[at : at + size])
                for first, weight in memory.get(run) or run_weights(run, size):
                    padded[at - first + 2] += weight
        scores = padded[2 : count + 2]
        for size in (1, 2, 3):
            self._add_edges(scores, size)
        return self._best(scores)

    def _add_edges(self, scores: list[float], size: int) -> None:
        """Runs that reach over the begin or the end of the line count as BOS or EOS, begin first."""
        count = len(scores)
        for edge, places in (("BOS", range(min(3, count))), ("EOS", range(max(count - 3, 0), count))):
            for place in places:
                for first, weight in self._edges[edge][size]:
                    over_begin, over_end = place + first < 0, place + first + size > count
                    if over_begin if edge == "BOS" else over_end and not over_begin:
                        scores[place] += weight

    def _weigh(self, run: str, size: int) -> tuple[tuple[int, float], ...]:
        """(offset, weight) of a run of tokens for each place it can have beside the scored token; remembered."""
        if len(self._memory) > _MEMORY:
            self._memory = {}
        values = self._values(run)
        self._memory[run] = weights = tuple(
            (first, sum(by_value.get(values[function], 0.0) for function, by_value in plan.items()))
            for first, plan in self._plans[size].items()
        )
        return weights

    def _values(self, run: str) -> dict[str, str]:
        """What the templates' functions say of a run, as underthesea_core's featurizer writes it."""
        lowered = run.lower()
        return {
            "": run,
            ".lower": lowered,
            ".istitle": str(all(token[:1] == token[:1].upper() for token in run.split(" "))),
            ".isdigit": str(run.isascii() and run.isdigit()),
            ".is_in_dict": str(lowered in self._dictionary),
        }

    def _best(self, scores: list[float]) -> list[bool]:
        """The best labels, begin or inside, given each token's score in favour of begin."""
        if not scores:
            return []
        (begin_begin, begin_inside), (inside_begin, inside_inside) = self._transitions
        begin, inside = scores[0], 0.0
        back: list[tuple[bool, bool]] = []
        for score in scores[1:]:
            from_inside_to_begin = inside + inside_begin > begin + begin_begin
            from_inside_to_inside = inside + inside_inside > begin + begin_inside
            back.append((from_inside_to_begin, from_inside_to_inside))
            begin, inside = (
                max(begin + begin_begin, inside + inside_begin) + score,
                max(begin + begin_inside, inside + inside_inside),
            )
        labels = [inside > begin]
        for to_begin, to_inside in reversed(back):
            labels.append(to_inside if labels[-1] else to_begin)
        return labels[::-1]


def _parse_template(template: str) -> tuple[int, int, str]:
    """`T[-1,0].lower` -> (-1, 0, ".lower")."""
    places, _, function = template.removeprefix("T[").partition("]")
    first, _, last = places.partition(",")
    return int(first), int(last or first), function


_lock = threading.Lock()
_loaded: list[_Segmenter] = []


def _segmenter() -> _Segmenter:
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_load())
    return _loaded[0]


def _load() -> _Segmenter:
    """underthesea's pattern and model; imported here because it takes half a second and 90 MB."""
    import underthesea
    from underthesea.pipeline.text_normalize.character_normalize import character_map
    from underthesea.pipeline.word_tokenize import regex_tokenize

    folder = Path(underthesea.__file__).parent / _MODEL
    # The installed package's own files, pickled by its makers.
    templates = pickle.loads((folder / "features.bin").read_bytes())  # noqa: S301
    dictionary = frozenset(pickle.loads((folder / "dictionary.bin").read_bytes()))  # noqa: S301
    weights, transitions = _read_crf((folder / "models.bin").read_bytes())
    token = re.compile(regex_tokenize.regex_patterns_combine, re.VERBOSE)
    substitutes = {variant: plain for variant, plain in character_map.items() if len(variant) == len(plain) == 1}
    return _Segmenter(token, substitutes, _Weights(weights, transitions, templates, dictionary))


def _read_crf(model: bytes) -> tuple[dict[str, float], tuple[tuple[float, float], tuple[float, float]]]:
    """A CRFsuite model of two labels: each attribute's weight for begin less that for inside, and the transitions.

    Layout as in crfsuite's `crf1d_model.c`: a header, features (type, source, target, weight), and the names of
    labels and attributes as constant databases (CQDB).
    """
    magic, _, kind, _, _, labels, _, features_at, labels_at, attributes_at = struct.unpack_from("<4sI4sIIIIIII", model)
    if (magic, kind, labels) != (b"lCRF", b"FOMC", 2):
        raise ValueError("underthesea's word model has another layout; install the pinned version of underthesea")
    names = _read_names(model, labels_at)
    begin = names.index("B-W")
    attributes = _read_names(model, attributes_at)
    weights: dict[str, float] = {}
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    (count,) = struct.unpack_from("<I", model, features_at + 8)
    for feature, source, target, weight in struct.iter_unpack(
        "<IIId", model[features_at + 12 : features_at + 12 + 20 * count]
    ):
        if feature == 0:
            name = attributes[source]
            weights[name] = weights.get(name, 0.0) + (weight if target == begin else -weight)
        else:
            transitions[source != begin][target != begin] = weight
    (bb, bi), (ib, ii) = transitions
    return weights, ((bb, bi), (ib, ii))


def _read_names(model: bytes, at: int) -> list[str]:
    """The strings of a CQDB in order of their numbers."""
    _, _, _, _, count, backward = struct.unpack_from("<4sIIIII", model, at)
    names = []
    for place in struct.unpack_from(f"<{count}I", model, at + backward):
        _, size = struct.unpack_from("<II", model, at + place)
        names.append(model[at + place + 8 : at + place + 8 + size - 1].decode())
    return names
