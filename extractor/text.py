"""Text at the door: NFC once, and folded copies of the same length to match on.

Every copy has exactly the length of the text, so an offset found in one holds in all and none is ever repaired.
"""

from __future__ import annotations

import codecs
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator

# One character to one character: what editors, fonts and converters write for the same thing.
_VARIANTS = {
    "-": "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d",
    '"': "“”„‟«»＂",
    "'": "‘’‚‛ʼ′`´",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f"
    "\u205f\u2060\u3000\ufeff",
    "Đ": "Ð",
    "đ": "ð",
}
_FULL_WIDTH = {chr(0xFF10 + digit): str(digit) for digit in range(10)}

_MARKS = 30
# Where more than so many combining marks may stand in a row: signs that are no letters, among them all marks. None
# can stand where no character is beyond Latin letters and common signs, which a set sees at once.
_BEYOND_LETTERS = re.compile("[^\x00-\u02ff\u1e00-\u20cf]")
_SIGNS = re.compile(rf"[^\w\x00-\u02ff\u2000-\u20cf]{{{_MARKS + 1},}}")

# The two tone placements of open syllables (hoà/hòa, khoẻ/khỏe, uỷ/ủy); `quý` and `toàn` have only one spelling.
_NEW_TONE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_OLD_TONE = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_TONES = {
    form(new): form(old)
    for new, old in zip(_NEW_TONE, _OLD_TONE, strict=True)
    for form in (str.lower, str.upper, str.capitalize)
}
_SURROGATE = re.compile("[\ud800-\udfff]")

# The lower case letters of Vietnamese beside a to z; and what else vocabulary is written with, each as one byte.
ACCENTED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_OTHERS = "²³°‰€£¥µ½¼¾×·•…§äöüçñßåæøîïûë"
_CODES = codecs.charmap_build(("".join(map(chr, range(128))) + ACCENTED + _OTHERS).ljust(256, "\ufffe"))
UNKNOWN_CODE = ord("?")

_FOLDS = {variant: plain for plain, variants in _VARIANTS.items() for variant in variants} | _FULL_WIDTH | _TONES
# One pass. It stops at what is no plain letter, digit or sign (a set to start with is what makes a search fast), and at
# o and u, the first vowels of open syllables.
_FOLDED = re.compile(
    rf"[^\n -NP-TV-_a-np-tv-~{ACCENTED}{ACCENTED.upper()}](?:"
    rf"(?<=[{re.escape(''.join(_VARIANTS.values()))}])"  # another spelling of a dash, quote, blank or Đ
    r"|(?<=\d)"  # a digit of another script
    r"|(?<=[oOuU])[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]"  # both vowels of a syllable
    r"(?![^\W\dʼ]|[0-9０-９])"  # that ends there: no letter follows, and no digit but one that becomes U+FFFD
    r"(?<![qQ]..))"
)
# What Vietnamese pages are written with and no step at the door changes: all of it is composed, no control character,
# no sign of bytes that were read wrong.
_UNCOMMON = re.compile(f"[^\t\n\r -~\u00a0°²³©·×{ACCENTED}{ACCENTED.upper()}\u2010-\u2027\u2030-\u203a]")


def is_common(text: str) -> bool:
    """Whether `text` consists of Vietnamese letters, composed, and common signs: most pages do, and one look tells."""
    return _UNCOMMON.search(text) is None


def codes(folded: str) -> bytes:
    """A folded text as bytes, one for a character, so that a place in one is a place in the other; `?` for unknown."""
    return codecs.charmap_encode(folded, "replace", _CODES)[0]


def without_surrogates(text: str) -> str:
    """`text` with half surrogate pairs, which no encoding can write, replaced by U+FFFD, one to one."""
    try:
        text.encode("utf-16")  # only to see whether it can be: the fastest way to ask
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def composed(text: str) -> str:
    """`text` in NFC, with at most 30 combining marks on one letter.

    No language has more (the bound is that of UAX #15), and to sort a run of them takes the square of its length.
    """
    if _BEYOND_LETTERS.search(text):
        text = _SIGNS.sub(lambda signs: _fewer_marks(signs[0]), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _fewer_marks(signs: str) -> str:
    """`signs` without the combining marks after 30 in a row."""
    kept: list[str] = []
    marks = 0
    for char in signs:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def nfc(text: str) -> str:
    """`text` in NFC with `\\n` line ends and nothing unwritable: the form every offset of a record refers to."""
    return composed(with_line_ends(without_surrogates(text)))


def with_line_ends(text: str) -> str:
    """`text` with `\\n` for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def places_of(words: str, string: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where `words` stand within `start:end` of `string`, from left to right and apart from each other."""
    place = string.find(words, start, end)
    while place >= 0:
        yield place
        place = string.find(words, place + len(words), end)


def fold(text: str) -> str:
    """`text` with dashes, quotes, blanks, Ð/Đ, digits and tone placement made one, case kept; same length.

    The tone mark stands where the guide's spelling has it: `khóa`, `ủy`, `hòa` (and `toàn`, `quý`). Full-width digits
    become plain ones; digits of other scripts become U+FFFD: only `0` to `9` are digits of a folded text.
    """
    return _FOLDED.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    """What stands for a variant, a digit that is not plain, or an open syllable with its vowels in any case."""
    return _FOLDS.get(match[0]) or ("\ufffd" if match[0].isdecimal() else match[0])


def lower(text: str) -> str:
    """`text` in lower case, same length (`İ`, whose lower case is longer, stays)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


@functools.lru_cache(maxsize=8192)
def key(text: str) -> str:
    """What two spellings of one name share: folded, lower case, single blanks. Not for offsets.

    Names, units and posts come again and again: the last ones are remembered.
    """
    return " ".join(lower(fold(nfc(text))).split())


class Text:
    """An NFC text with its folded copies; `text.folded[i]` is the folded form of `text.raw[i]`.

    raw:    the surface; the only copy that enters a record
    cased:  folded, case kept
    folded: folded, lower case
    codes:  `folded` as bytes of the same length, to search for vocabulary
    """

    __slots__ = ("_codes", "cased", "folded", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.cased = fold(raw)
        self.folded = lower(self.cased)
        self._codes: bytes | None = None

    @property
    def codes(self) -> bytes:
        if self._codes is None:
            self._codes = codes(self.folded)
        return self._codes

    def __len__(self) -> int:
        return len(self.raw)

    def without(self, spans: Iterable[tuple[int, int]]) -> Text:
        """The text with `spans` blanked by line ends in the folded copies: no rule sees or crosses them."""
        masked = Text.__new__(Text)
        masked.raw = self.raw
        masked._codes = None
        cased: list[str] = []
        folded: list[str] = []
        position = 0
        for start, end in sorted(spans):
            start = max(start, position)
            if end > start:
                blank = "\n" * (end - start)
                cased += (self.cased[position:start], blank)
                folded += (self.folded[position:start], blank)
                position = end
        masked.cased = "".join((*cased, self.cased[position:]))
        masked.folded = "".join((*folded, self.folded[position:]))
        return masked


def plain(text: str) -> str:
    """Lower-case letters without marks: `Hà Tĩnh` -> `ha tinh`, as domains write it."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", lower(text).replace("đ", "d")) if not unicodedata.combining(sign)
    )
