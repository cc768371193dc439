"""Gold pages are read exactly and checked, each fault with file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from extractor import Extractor
from extractor.article import Article, Position
from extractor.gold import GoldError, read_folder, read_page, to_xml
from tests.conftest import SHARED, deadline

PAGE = """<page source="baothu.vn" published="2021-11-18">
<entities>
  <doc key="d1" kind="nghị quyết" number="22-NQ/TW" term="X" issued="2008-02-02" id="22-NQ/TW@2008"/>
  <official key="o1" name="Trần Văn Anh" positions="Bí thư @ Tỉnh ủy Hà Tĩnh; Chủ tịch @ HĐND tỉnh Hà Tĩnh"/>
</entities>
<text>
<meta name="title">Tổng kết <doc ref="d1">Nghị quyết 22-NQ/TW</doc></meta>
<official ref="o1">Bí thư Trần Văn Anh</official> &amp; <indicator low="12" high="21" unit="%">12 - 21%</indicator>
<official ref="o1">ông Anh</official>, <date type="DATE" value="2021-11-18">hôm nay</date>
<boilerplate category="comments">{name} - {time}</boilerplate>
</text>
</page>
"""


def write(folder: Path, page: str, name: str = "page.xml") -> Path:
    path = folder / name
    path.write_text(page, encoding="utf-8")
    return path


def test_read_page(tmp_path: Path) -> None:
    page = read_page(write(tmp_path, PAGE))
    article = page.article
    assert article.text == (
        "Tổng kết Nghị quyết 22-NQ/TW\nBí thư Trần Văn Anh & 12 - 21%\nông Anh, hôm nay\n{name} - {time}"
    )
    assert (page.published, page.source, article.title) == ("2021-11-18", "baothu.vn", "Tổng kết Nghị quyết 22-NQ/TW")
    (document,) = article.documents
    assert (document.number, document.id) == ("22-NQ/TW", "22-NQ/TW@2008")
    (official,) = article.officials
    assert [mention.text for mention in official.mentions] == ["Bí thư Trần Văn Anh", "ông Anh"]
    assert official.positions[1] == Position(role="Chủ tịch", organisation="HĐND tỉnh Hà Tĩnh")
    (indicator,) = article.indicators
    assert (indicator.text, indicator.low, indicator.high) == ("12 - 21%", Decimal(12), Decimal(21))
    for part in (*article.dates, *article.indicators, *document.mentions, *official.mentions):
        assert article.text[part.start : part.end] == part.text
    assert Article.from_json(article.to_json()) == article


def test_nfd_page_is_read_as_nfc(tmp_path: Path) -> None:
    import unicodedata

    nfd = read_page(write(tmp_path, unicodedata.normalize("NFD", PAGE), "page.xml"))
    assert nfd.article == read_page(write(tmp_path, PAGE)).article


FAULTS = [
    ('<date type="DATE" value="2021-11-18">', '<dat type="DATE" value="2021-11-18">', "not well-formed|mismatched"),
    ('value="2021-11-18">hôm', 'value="18/11/2021">hôm', "no TIMEX3 value"),
    ('type="DATE"', 'type="DAY"', "no TIMEX3 value"),
    ('low="12"', 'low="12,5"', "no plain decimal"),
    (' high="21"', "", "value, or low and high"),
    ('number="22-NQ/TW"', 'number="22 –NQ/TW"', "not canonical"),
    ('term="X"', 'term="10"', "no Roman numeral"),
    ('ref="d1"', 'ref="d9"', "not declared"),
    ('<official ref="o1">ông Anh</official>,', '<official ref="o1"> ông Anh</official>,', "outer white space"),
    ('category="comments"', 'category="comment"', "is none of"),
    ('<boilerplate category="comments">', '<boilerplate category="comments" rule="x">', "unknown attribute"),
    ("hôm nay</date>", 'hôm <indicator value="1" unit="%">1%</indicator></date>', "may not stand inside"),
    ("&amp;", "<b>và</b>", "unknown element"),
    ("Bí thư @ Tỉnh ủy Hà Tĩnh;", "@ Tỉnh ủy Hà Tĩnh;", "is not `role @ organisation`"),
    ("</entities>", '<doc key="d2" kind="luật"/></entities>', "never used"),
    ('published="2021-11-18">\n<ent', 'published="18.11.2021">\n<ent', "no ISO date"),
    ("<page source", "<!DOCTYPE page [<!ENTITY a 'b'>]><page source", "no DOCTYPE"),
    ("<page source", '<?xml version="1.0" encoding="shift_jis"?>\n<page source', "save it as UTF-8"),
    ("<page source", '<?xml version="1.0" encoding="none-such"?>\n<page source', "encoding|UTF-8"),
    ("<page source", '<page html="../page.html" source', "no file in the folder of this page"),
    ("<page source", '<page html="" source', "no file in the folder of this page"),
    ("<page source", '<page html=".." source', "no file in the folder of this page"),
    ("<page source", '<page html="none.html" source', "no file in the folder of this page"),
    ("<page source", f'<page html="{"x" * 5000}" source', "no file in the folder of this page"),
    ("<text>", "<page><text></text></page><text>", "<page> may not stand inside <page>"),
    ("hôm nay</date>", "hôm nay</date>" + '<date type="DATE" value="2021">' * 9, "is one of them not closed"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_faults_name_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in PAGE
    with pytest.raises(GoldError, match=rf"page\.xml:\d+: .*({message})"):
        read_page(write(tmp_path, PAGE.replace(old, new, 1)))


def test_an_html_file_beside_the_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>x</p>", encoding="utf-8")
    page = read_page(write(tmp_path, PAGE.replace("<page ", '<page html="page.html" ')))
    assert page.html == tmp_path / "page.html"


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("<page><entities></entities><text>\n" + '<boilerplate category="menu">' * 200_000, 12),
        ("<page><entities></entities><text>\n" + '<boilerplate category="menu">x</boilerplate>' * 200_000, 101),
        ("<page><entities></entities><text>\n" + "<date> x</date>" * 100_000 + "</text></page>", 101),
    ],
)
def test_faults_without_end_are_cut_short(tmp_path: Path, page: str, most: int) -> None:
    path = write(tmp_path, page)
    with deadline(2), pytest.raises(GoldError) as caught:
        read_page(path)
    assert 2 <= len(caught.value.faults) <= most


def test_a_folder_tells_the_faults_of_all_its_pages(tmp_path: Path) -> None:
    write(tmp_path, PAGE.replace("DATE", "DAY"), "one.xml")
    write(tmp_path, PAGE.replace('term="X"', 'term="10"'), "two.xml")
    with pytest.raises(GoldError) as caught:
        read_folder(tmp_path)
    assert [Path(fault.split(":")[0]).name for fault in caught.value.faults] == ["one.xml", "two.xml"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold page"):
        read_folder(tmp_path)


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    page = read_page(write(tmp_path, PAGE))
    again = read_page(write(tmp_path, to_xml(page.article, published=page.published, source=page.source)))
    assert again == page


def test_a_date_line_is_written_around_its_date(tmp_path: Path) -> None:
    line = '<meta name="published" value="2021-11-18"><date type="DATE" value="2021-11-18">18/11/2021</date></meta>'
    page = read_page(write(tmp_path, f"<page><entities></entities><text>\n{line}\n</text></page>"))
    assert read_page(write(tmp_path, to_xml(page.article))).article == page.article
    assert page.article.meta and page.article.dates


def test_a_letter_and_its_accent_are_read_together_anywhere(tmp_path: Path) -> None:
    text = "x\u0301" * 20_000
    path = tmp_path / "page.xml"
    path.write_text(f"<page><entities></entities><text>\n{text}\n</text></page>", encoding="utf-16")
    assert read_page(path).article.text == text


def test_every_character_of_a_page_can_be_written(tmp_path: Path, extractor: Extractor) -> None:
    odd = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    article = extractor.extract(f"Nghị quyết\x0b số 22-NQ/TW\x00 {odd}", html=False)
    assert read_page(write(tmp_path, to_xml(article))).article.text == article.text


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted((SHARED / "pages").glob("*.xml")), ids=lambda path: path.stem)
def test_real_pages_write_and_read_back_the_same(tmp_path: Path, path: Path) -> None:
    page = read_page(path)
    written = write(tmp_path, to_xml(page.article, published=page.published, source=page.source), path.name)
    assert read_page(written).article == page.article


def test_a_region_that_crosses_another_is_not_written(tmp_path: Path) -> None:
    page = read_page(write(tmp_path, PAGE))
    crossing = msgspec.structs.replace(page.article.dates[0], start=page.article.officials[0].mentions[1].start + 2)
    article = msgspec.structs.replace(page.article, dates=(crossing,))
    assert read_page(write(tmp_path, to_xml(article))).article.dates == ()
