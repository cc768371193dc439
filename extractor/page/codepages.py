"""Vietnamese 8-bit encodings that Python lacks: VISCII, TCVN3 (ABC fonts) and VNI. The result may need NFC."""

from __future__ import annotations

import codecs
import re

from extractor.text import composed

# RFC 1456. Bytes 80-FF, and the six letters that stand among the control codes.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
# TCVN 5712:1993, set VN1. ABC fonts for capitals (.VnTimeH) reuse the codes of small letters, which therefore come out.
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀ"
    "ặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOW = {
    0x01: "Ú",
    0x02: "Ụ",
    0x04: "Ừ",
    0x05: "Ử",
    0x06: "Ữ",
    0x11: "Ứ",
    0x12: "Ự",
    0x13: "Ỳ",
    0x14: "Ỷ",
    0x15: "Ỹ",
    0x16: "Ý",
    0x17: "Ỵ",
}
# VNI-Windows: letters of one byte, and marks that follow the letter they change (both as Windows-1252 shows them).
_VNI_LETTERS = str.maketrans("ñÑôÔöÖíÍìÌæÆóÓòÒîÎ", "đĐơƠưƯíÍìÌỉỈĩĨịỊỵỴ")
_VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_SIGNS = "".join(_VNI_MARKS)
_VNI_PAIR = re.compile(f"([aeouyAEOUYôÔöÖ])([{_VNI_SIGNS}{_VNI_SIGNS.upper()}])")


def _charmap(low: dict[int, str], high: str) -> str:
    """The 256 characters of an encoding that is ASCII below 80 but for `low`."""
    return "".join(low.get(byte, chr(byte)) for byte in range(128)) + high


_VISCII_CHARMAP = _charmap(_VISCII_LOW, _VISCII)
_TCVN_CHARMAP = _charmap(_TCVN_LOW, _TCVN)


def decode_viscii(data: bytes) -> str:
    """VISCII -> NFC text."""
    return composed(codecs.charmap_decode(data, "strict", _VISCII_CHARMAP)[0])


def decode_tcvn3(data: bytes) -> str:
    """TCVN3 (TCVN 5712, the ABC fonts) -> NFC text."""
    return composed(codecs.charmap_decode(data, "strict", _TCVN_CHARMAP)[0])


def decode_vni(data: bytes) -> str:
    """VNI-Windows -> NFC text."""
    text = data.decode("cp1252", "replace")
    text = _VNI_PAIR.sub(lambda pair: pair[1].translate(_VNI_LETTERS) + _VNI_MARKS[pair[2].lower()], text)
    return composed(text.translate(_VNI_LETTERS))


def decode_cp1258(data: bytes) -> str:
    """Windows-1258, whose tone marks stand after their letters -> NFC text."""
    return composed(data.decode("cp1258", "replace"))
