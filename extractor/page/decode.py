"""Bytes -> text: what the bytes declare, else what they look like; what cannot be read is replaced and said.

Vietnamese pages of the last thirty years are UTF-8, UTF-16, Windows-1258, VISCII, TCVN3 (ABC fonts) or VNI. The last
three were never declared: pages say `iso-8859-1` and rely on a font. So a page that is no UTF-8 is read in every
encoding, and the reading with most Vietnamese words wins.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from extractor.article import Warning
from extractor.page.codepages import decode_cp1258, decode_tcvn3, decode_viscii, decode_vni
from extractor.text import composed


class BinaryData(ValueError):
    """Bytes that are no text: an image, an archive, a document of an office program."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in and what was wrong with it."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"(\xb5/\xfd", "zstd data"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite file"),
    (b"PAR1", "a Parquet file"),
)
# Signatures of plain letters could begin a text; they count only beside bytes that no text has.
_LETTERS_ONLY = re.compile(rb"[A-Za-z0-9]+")

_DECODERS: dict[str, Callable[[bytes], str]] = {
    "windows-1258": decode_cp1258,
    "viscii": decode_viscii,
    "tcvn3": decode_tcvn3,
    "vni": decode_vni,
}
_ALIASES = {
    "x-viscii": "viscii",
    "viscii1.1-1": "viscii",
    "tcvn": "tcvn3",
    "tcvn-5712": "tcvn3",
    "tcvn5712-1": "tcvn3",
    "x-viet-tcvn5712": "tcvn3",
    "x-viet-tcvn": "tcvn3",
    "x-viet-vni": "vni",
    "x-vni": "vni",
    "cp1258": "windows-1258",
    "x-cp1258": "windows-1258",
    # As browsers have it.
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-1": "windows-1252",
}
# Declarations we follow; Python also knows codecs that are no encodings of text.
_CHARSET = re.compile(r"(?:utf-?(?:8|16|32)|windows-|cp\d|iso-?8859|koi8|gb|big5|euc|shift|mac|tis)[\w.:-]*")
_DECLARATION = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})|<\?xml\b[^>]{0,100}?\bencoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_SAMPLE = 65_536
# The most frequent Vietnamese syllables that are written with signs; about one word in six of any text.
_COMMON = frozenset(
    "của và là được các những không người đã với để này tại về đến năm tỉnh số đồng thành phố công việt huyện xã"
    " một có từ bộ ở việc trên đảng ủy ban sự vào nước chính hội đại sinh thế tế học làm phát triển quản lý".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# Fewer bytes tell a guesser nothing.
_ENOUGH = 64
# A reading with a smaller share of them is not taken for Vietnamese.
_VIETNAMESE = 0.05
# UTF-16 of a text in Latin letters: more than this share of its high bytes is zero (Vietnamese: about 0.75).
_WIDE = 0.5
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1a\x1b")
_MAX_CONTROLS = 0.1
# A stray NUL is a control character like others; compressed data have one in 256 bytes, other binary data many more.
_MAX_NULS = 0.001
# What XML cannot hold, and with it no gold page.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# Vietnamese words in the shape they take when their bytes were read in a wrong encoding.
_MOJIBAKE = {
    "UTF-8 read as Windows-1252": ("á»", "áº", "Ä‘", "Æ°"),
    "TCVN3 (ABC font)": ("cña ", "vµ ", "c¸c ", "nh÷ng ", "®·", "t¹i ", "®\u00ad"),
    "VNI font": ("cuûa ", "vaø ", "caùc ", "ñöôï", "khoâng ", "ngöôøi"),
}
_MOJIBAKE_HITS = 3
# Any of their characters that Vietnamese does not use: what has none of them is nothing of the kind.
MISREAD = re.compile("[»ºÄÆµ¸÷®¹ûøñ]")


def decode(data: bytes) -> Decoded:
    """The text of `data`. Raises `BinaryData` when it is none."""
    # 1. A byte order mark is never wrong.
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    # 2. What cannot be text.
    wide = _utf16_without_mark(data)
    if wide is None:
        _refuse_binary(data)
    else:
        return _replacing(data, wide)
    # 3. Valid UTF-8 is UTF-8, whatever is declared.
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    # 4. The reading with most Vietnamese words.
    sample = data[:_SAMPLE]
    declared = _declared(data)
    readings = {name: read(sample) for name, read in _DECODERS.items()}
    readings["utf-8"] = sample.decode("utf-8", "replace")
    if declared and declared not in readings:
        readings[declared] = sample.decode(declared, "replace")
    scores = {name: vietnamese(text) for name, text in readings.items()}
    best = max(scores, key=lambda name: (scores[name], name == "utf-8", name == declared))
    if scores[best] >= _VIETNAMESE:
        return _read(data, best, guessed=best != declared)
    # 5. Not Vietnamese: the declaration, or a guess.
    if declared:
        return _read(data, declared, guessed=False)
    return _read(data, _guess(sample), guessed=True)


def vietnamese(text: str) -> float:
    """The share of `text`'s words that are among the most frequent Vietnamese ones, 0 to 1."""
    words = _WORD.findall(composed(text).lower())
    return sum(word in _COMMON for word in words) / len(words) if words else 0.0


def faults(text: str) -> tuple[Warning, ...]:
    """What is wrong with a text as it was given: characters lost before, or bytes read in a wrong encoding."""
    found = []
    head = text[:_SAMPLE]
    if lost := text.count("\ufffd"):
        found.append(Warning(code="undecodable", message=f"{lost} characters were lost in decoding (U+FFFD)"))
    if MISREAD.search(head) is None:
        return tuple(found)
    for name, shapes in _MOJIBAKE.items():
        if sum(head.count(shape) for shape in shapes) >= _MOJIBAKE_HITS and vietnamese(head) < _VIETNAMESE:
            found.append(Warning(code="mojibake", message=f"the text looks like {name}; its words are not readable"))
    return tuple(found)


def without_controls(text: str) -> tuple[str, int]:
    """`text` with a blank for each control character, one to one, and how many there were."""
    return _UNWRITABLE.subn(" ", text)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows as text whose every second byte is often zero, and whose others never are."""
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) <= (len(sample) + 1) // 2 * _WIDE:
        return None
    encoding = "utf-16-le" if odd else "utf-16-be"
    try:
        text = sample[: len(sample) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None
    return (
        None
        if any(unicodedata.category(char) in {"Cc", "Cn"} and char not in "\t\n\r\f" for char in text)
        else encoding
    )


def _refuse_binary(data: bytes) -> None:
    head = data[:_HEAD]
    controls = _controls(head)
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (controls or not _LETTERS_ONLY.fullmatch(signature)):
            raise BinaryData(f"{what}, not text")
    for part in (head, data):
        if _controls(part) > max(1, len(part) * _MAX_CONTROLS) or part.count(0) > max(1, len(part) * _MAX_NULS):
            raise BinaryData("binary data, not text")


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _declared(data: bytes) -> str | None:
    """The encoding that the head of a page names, if it is one we can read."""
    match = _DECLARATION.search(data[:_HEAD])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    name = _ALIASES.get(name, name)
    if name in _DECODERS:
        return name
    return name if _CHARSET.fullmatch(name) and _known(name) else None


def _known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _guess(sample: bytes) -> str:
    if len(sample) < _ENOUGH:
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "utf-8"


def _read(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    decode_ = _DECODERS.get(encoding)
    decoded = Decoded(decode_(data), encoding) if decode_ is not None else _replacing(data, encoding)
    if not guessed or encoding == "utf-8":
        return decoded
    warning = Warning(code="encoding", message=f"no encoding declared that fits; read as {encoding}")
    return Decoded(decoded.text, encoding, (*decoded.warnings, warning))


def _replacing(data: bytes, encoding: str) -> Decoded:
    return Decoded(data.decode(encoding, "replace"), encoding)
