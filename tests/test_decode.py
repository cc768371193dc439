"""Bytes -> text."""

from __future__ import annotations

import unicodedata

import pytest

from extractor.page.codepages import decode_tcvn3, decode_viscii, decode_vni
from extractor.page.decode import BinaryData, decode, faults
from extractor.text import without_surrogates
from tests.conftest import deadline

TEXT = (
    "Đồng chí Nguyễn Văn An, Bí thư Huyện ủy, đã dự hội nghị tổng kết công tác năm 2016 của huyện. "
    "Các đại biểu được nghe báo cáo về việc phát triển kinh tế ở các xã và những nhiệm vụ của năm tới."
)
# The same as the bytes of each encoding, seen in Windows-1252.
VNI = (
    "Ñoàng chí Nguyeãn Vaên An, Bí thö Huyeän uûy, ñaõ döï hoäi nghò toång keát coâng taùc naêm 2016 "
    "cuûa huyeän. Caùc ñaïi bieåu ñöôïc nghe baùo caùo veà vieäc phaùt trieån kinh teá "
    "ôû caùc xaõ vaø nhöõng nhieäm vuï cuûa naêm tôùi."
)
TCVN3 = (
    "§ång chÝ NguyÔn V¨n An, BÝ th\u00ad HuyÖn ñy, ®· dù héi nghÞ tæng kÕt c«ng t¸c n¨m 2016 cña huyÖn. "
    "C¸c ®¹i biÓu ®\u00adîc nghe b¸o c¸o vÒ viÖc ph¸t triÓn kinh tÕ ë c¸c x· vµ nh÷ng nhiÖm vô cña n¨m tíi."
)


def cp1258(text: str) -> bytes:
    """Windows-1258 as word processors write it: letters with their own sign, the tone after them."""
    out = []
    for char in text:
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            *letter, tone = unicodedata.normalize("NFD", char)
            if len(letter) == 2 and tone in "\u0302\u0306\u031b":
                letter, tone = [letter[0], tone], letter[1]
            out.append(unicodedata.normalize("NFC", "".join(letter)).encode("cp1258") + tone.encode("cp1258"))
    return b"".join(out)


READINGS = [
    ("utf-8", TEXT.encode()),
    ("utf-8", b"\xef\xbb\xbf" + TEXT.encode()),
    ("utf-8", b'<meta charset="windows-1258">' + TEXT.encode()),
    ("utf-16-le", b"\xff\xfe" + TEXT.encode("utf-16-le")),
    ("utf-16-be", b"\xfe\xff" + TEXT.encode("utf-16-be")),
    ("utf-16-le", TEXT.encode("utf-16-le")),
    ("utf-16-be", TEXT.encode("utf-16-be")),
    ("windows-1258", cp1258(TEXT)),
    ("vni", VNI.encode("cp1252")),
    ("tcvn3", TCVN3.encode("cp1252")),
    ("tcvn3", b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">' + TCVN3.encode("cp1252")),
]


@pytest.mark.parametrize(("encoding", "data"), READINGS)
def test_readings(encoding: str, data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.endswith(TEXT)


def test_viscii() -> None:
    table = {decode_viscii(bytes([byte])): byte for byte in range(256)}
    assert decode(bytes(table[char] for char in TEXT)).text == TEXT


def test_letters_of_each_encoding_are_complete() -> None:
    bases = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    letters = {
        unicodedata.normalize("NFC", base + tone) for base in bases for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    }
    letters |= {letter.upper() for letter in letters} | {"đ", "Đ"}
    for read in (decode_viscii, decode_tcvn3):
        assert letters <= {read(bytes([byte])) for byte in range(256)}
    small = {letter for letter in letters if letter.islower()}
    pairs = (bytes([one, two]) for one in b"aeiouy\xf4\xf6dn" for two in range(0xC0, 0x100))
    assert small <= {char for pair in pairs for char in decode_vni(pair)}


def test_broken_bytes_are_replaced_and_said() -> None:
    broken = TEXT.encode()[:40] + b"\xff" + TEXT.encode()[40:]
    text = decode(broken).text
    assert text.count("\ufffd") >= 1 and text.replace("\ufffd", "")[:20] == TEXT[:20]
    assert [warning.code for warning in faults(text)] == ["undecodable"]


def test_declared_and_guessed_encodings() -> None:
    russian = "Министерство сообщает о заседании правительства и новых решениях по вопросам торговли. " * 3
    assert decode(b'<?xml version="1.0" encoding="koi8-r"?>' + russian.encode("koi8-r")).text.endswith(russian)
    guessed = decode(russian.encode("cp1251"))
    assert guessed.text == russian and [warning.code for warning in guessed.warnings] == ["encoding"]
    assert decode(b'<meta charset="unicode_escape">\xff').text.endswith("\ufffd")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"MZ\x90\x00\x03\x00\x00\x00",
        bytes(range(256)),
        b"a\x00\x00\x00b\x00\x01\x02",
        TEXT.encode("utf-32-le"),
        b"a\x00\x00" + TEXT.encode(),
        TEXT.encode() * 50 + b"\x00" * 50,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryData):
        decode(data)


@pytest.mark.parametrize("text", ["", "BMW ra xe mới", "MZ là gì?", "RIFF", "a\tb\r\nc\x0c"])
def test_text_is_no_binary_data(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("data", [b"ab\0", b"\0abc", b"abc\0", b"\0" + TEXT.encode(), TEXT.encode() * 50 + b"\0"])
def test_a_stray_nul_is_a_character_wherever_it_stands(data: bytes) -> None:
    assert decode(data).text.encode() == data


def test_mojibake_is_noticed() -> None:
    assert [w.code for w in faults(TEXT.encode().decode("latin-1").replace("\x84", "„").replace("\x91", "‘"))] == [
        "mojibake"
    ]
    assert [w.code for w in faults(VNI)] == ["mojibake"]
    assert [w.code for w in faults(TCVN3)] == ["mojibake"]
    assert faults(TEXT) == () and faults("Người ta gọi là «quá» «đã» «lá» của năm") == ()


def test_lone_surrogates_are_replaced_one_to_one() -> None:
    assert without_surrogates("a\ud800b\udfffc 😀") == "a\ufffdb\ufffdc 😀"


def test_long_bytes_come_to_an_end() -> None:
    with deadline(60):
        for data in (b"<meta " * 300_000 + b"\xff", b"\xe1\xba" * 500_000, TEXT.encode() * 5_000 + b"\xff"):
            decode(data)
