"""HTML -> lines of text with hints."""

from __future__ import annotations

import pytest

from extractor.page.html import HtmlLine, read_html
from tests.conftest import deadline

LAYOUT = [
    # blocks and <br> make lines, inline elements and line ends of the source do not
    ("<p>Một <b>hai</b>\n ba.</p><p>Bốn</p>", ["Một hai ba.", "Bốn"]),
    ("Một<br>hai<br/><br>ba", ["Một", "hai", "ba"]),
    ("<ul><li>A<li>B</ul>sau", ["A", "B", "sau"]),
    ("<b>Ng</b><i>uyễn</i> Thị", ["Nguyễn Thị"]),
    ("<p>&nbsp;</p><div></div><p>còn</p>", ["còn"]),
    # links side by side are words of their own, unless a blank or a sign stands between
    ("<a>Chính trị</a><a>Xã hội</a>", ["Chính trị Xã hội"]),
    ("<a>Nghị quyết 22</a><a>-NQ/TW</a>", ["Nghị quyết 22-NQ/TW"]),
    # a row of a data table is one line, its empty cells keep their columns
    (
        "<table><tr><th>Năm<th>2016<th>2017</tr><tr><td>GRDP<td><td><p>8,5%</p></table>",
        ["Năm\t2016\t2017", "GRDP\t\t8,5%"],
    ),
    # a layout table is none
    ("<table><tr><td>Menu<br>Tin<td>Bài</table>", ["Menu", "Tin", "Bài"]),
    ("<table><tr><td>" + "dài " * 60 + "<td>Bài</table>", [("dài " * 60).strip(), "Bài"]),
    # images speak after their line, never inside it; file names and signs are silent
    ("<p>Trước <img alt='Ảnh chụp'> sau</p>", ["Trước sau", "Ảnh chụp"]),
    ("<img alt='anh-1-2.jpg'><img alt='-'><img>x", ["x"]),
    ("<pre>a  b\nc</pre>", ["a  b", "c"]),
    # what is no text
    ("a<script>x='<p>b</p>'</script><style>p{}</style><!-- c --><template>d</template><noscript>e</noscript>f", ["af"]),
    ("<title>Tên</title><svg><title>t</title></svg><iframe>i</iframe>x", ["x"]),
    # invisible characters do not cut words; entities and NFD come out as NFC
    ("Ng\u00adhị quy\u200bết &Agrave;&#769; a\u0300 &lt;b&gt;", ["Nghị quyết À\u0301 à <b>"]),
    # broken markup
    ("", []),
    ("chỉ chữ", ["chỉ chữ"]),
    ("5 < 6 <p>x</div></b>y", ["5 < 6", "xy"]),
    ("\x00<p>\x00a\x01", ["a"]),
]


@pytest.mark.parametrize(("markup", "lines"), LAYOUT)
def test_layout(markup: str, lines: list[str]) -> None:
    page = read_html(markup)
    assert page.text.split("\n") == (lines or [""])
    assert [page.text[line.start : line.end] for line in page.lines] == lines


def line_of(markup: str, text: str) -> HtmlLine:
    page = read_html(markup)
    return next(line for line in page.lines if page.text[line.start : line.end] == text)


def test_hints() -> None:
    markup = """<nav id="mainMenu"><a href="#">Thời sự</a></nav><article class="tin-bai"><h1>Tít</h1>
    <p>Đọc <a href="#">tin này</a> nhé</p><figure><img alt="Toàn cảnh"><figcaption>Chú thích</figcaption></figure>
    <p><span class="author-name">An</span></p><div style="display: none">Ẩn</div><p hidden>Kín</p></article>"""
    assert line_of(markup, "Thời sự").links == 1.0
    assert line_of(markup, "Thời sự").tags >= {"nav"} and line_of(markup, "Thời sự").words == {"main", "menu"}
    assert line_of(markup, "Tít").tags >= {"h1", "article"} and line_of(markup, "Tít").words == {"tin", "bai"}
    assert 0.4 < line_of(markup, "Đọc tin này nhé").links < 0.6
    assert line_of(markup, "Toàn cảnh").alt and not line_of(markup, "Chú thích").alt
    assert line_of(markup, "Chú thích").tags >= {"figcaption", "figure"}
    assert line_of(markup, "An").words == {"tin", "bai", "author", "name"}
    assert line_of(markup, "Ẩn").hidden and line_of(markup, "Kín").hidden and not line_of(markup, "An").hidden


DECLARED = [
    (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},{"@type":["NewsArticle"],'
        '"headline":"Tít A","datePublished":"2021-11-18T19:35:00+07:00","author":{"name":"An"},'
        '"publisher":{"name":"Báo"}}]}'
        '</script><meta property="og:title" content="Tít B"><title>Tít A | Báo</title>',
        ("2021-11-18T19:35", ("Tít A", "Tít B", "Tít A | Báo"), ("An",), "Báo"),
    ),
    ('<meta property="article:published_time" content="2021-11-18T18:30:00Z">', ("2021-11-19T01:30", (), (), None)),
    ('<meta name="pubdate" content="2021-11-18">', ("2021-11-18", (), (), None)),
    ('<meta name="pubdate" content="2021-02-31">', (None, (), (), None)),
    ('<time itemprop="datePublished" datetime="2021-1-8 07:05">8/1</time>', ("2021-01-08T07:05", (), (), None)),
    ('<time datetime="2021-01-08">bài khác</time>', (None, (), (), None)),
    (
        '<meta property="og:site_name" content="Báo X"><meta name="author" content="Bình">',
        (None, (), ("Bình",), "Báo X"),
    ),
    ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", (None, (), (), None)),
    (
        '<script type="application/ld+json">{"@type":"Article","headline":7,"author":[1,null]}</script>',
        (None, (), (), None),
    ),
]


@pytest.mark.parametrize(("markup", "expected"), DECLARED)
def test_declared(markup: str, expected: tuple[object, ...]) -> None:
    declared = read_html(markup).declared
    assert (declared.published, declared.titles, declared.authors, declared.source) == expected


SIZE = 60_000
HOSTILE = {
    "deep": "<div>" * SIZE + "x",
    "deep names": "<div class='a b c d'>" * SIZE + "<p>x",
    "open formatting": "".join(f"<b id={i}><p>x" for i in range(SIZE)),
    "open fonts": "".join(f"<p><font color={i}>x" for i in range(SIZE)),
    "tables": "<table><tr><td>" * SIZE + "x",
    "foster parents": "<table>" + "x<b>y</b>" * SIZE,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(SIZE)) + ">x",
    "scripts": "<script>" * SIZE,
    "brackets": "<" * SIZE,
    "bodies": "".join(f"<body a{i}=1>" for i in range(SIZE)) + "x",
    "lines": "<br>x" * SIZE,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_comes_to_an_end(name: str) -> None:
    """Untamed, these take minutes or all memory."""
    with deadline(60):
        page = read_html(HOSTILE[name])
        assert all(line.tags is not None and line.words is not None for line in page.lines)


@pytest.mark.parametrize("html", ["<table><tr><tr>", "<html><table><tr><tr><td>x</td></tr></table></html>"])
def test_a_row_without_cells_is_none(html: str) -> None:
    assert read_html(html).text in {"", "x"}
