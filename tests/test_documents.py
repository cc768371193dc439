"""Official documents: references, the facts beside them, entities, identity, relations, the registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.article import Document
from extractor.page import Page
from extractor.recognise.document_number import CodeEntry, KindEntry, NumberReader
from extractor.recognise.documents import DocumentRecogniser
from extractor.resolve.documents import DocumentResolver
from extractor.resolve.places import Home, Places
from extractor.resolve.registry import Facts, Registry, faults, look_up
from extractor.text import Text, nfc
from tests.conftest import deadline

Read = Callable[..., list[Document]]


def cases() -> list[tuple[str, list[str]]]:
    """The texts of `documents.txt` with the documents expected in each."""
    found: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "documents.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line.replace("⏎", "\n"), []))
    return found


CASES = cases()


@pytest.fixture(scope="module")
def recogniser(extractor: Extractor) -> DocumentRecogniser:
    return extractor._recognisers["documents"]


@pytest.fixture(scope="module")
def read(extractor: Extractor) -> Read:
    """The documents of a text, by the recogniser and the resolver alone."""
    recognise, resolve = extractor._recognisers["documents"], extractor._documents

    def documents(raw: str, *, home: Home | None = None, published: str | None = None) -> list[Document]:
        text = Text(nfc(raw))
        page = Page(text=text, content=text, published=published)
        return resolve(recognise(text), page, home=home or Home(), dates=())

    return documents


def said(document: Document) -> str:
    """A document as `documents.txt` writes it."""
    cells = [
        f"{document.kind} {document.number or '-'}",
        document.issuer or "",
        document.term or "",
        document.issued or "",
        document.title or "",
    ]
    while not cells[-1]:
        cells.pop()
    return " | ".join(cells)


def test_the_table_is_not_small() -> None:
    assert sum(len(expected) for _, expected in CASES) >= 250
    assert sum(not expected for _, expected in CASES) >= 80


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_references(read: Read, text: str, expected: list[str]) -> None:
    assert [said(document) for document in read(text)] == expected


def test_the_table_holds_in_the_other_spellings(read: Read) -> None:
    """Long dashes, no-break blanks, old tones, decomposed letters: the number and kind stay what they are."""
    compared = 0
    for text, expected in CASES:
        heads = [line.split(" | ")[0] for line in expected]
        for other in (text.replace("-", "–"), text.replace("khóa", "khoá").replace("ủy", "uỷ").replace("Đ", "Ð")):
            if "–" in other and re.search(r"\d–\d", other):
                continue
            assert [said(d).split(" | ")[0] for d in read(other)] == heads, other
            compared += bool(heads) and other != text
    assert compared >= 350


SPANS = [
    ("Thực hiện Nghị quyết 22 –NQ/TW, huyện", ["Nghị quyết 22 –NQ/TW"]),
    ("Nghị quyết số 18, số 19 của BCH Trung ương", ["Nghị quyết số 18", "số 19"]),
    ("các Nghị quyết 57, 59 và 66 của Bộ Chính trị", ["Nghị quyết 57", "59", "66"]),
    ("khoản 2 Điều 5 Luật Đất đai năm 2024 quy định", ["Luật Đất đai năm 2024"]),
    ("Nghị quyết Trung ương 4 (khóa XI, khóa XII), Chỉ thị", ["Nghị quyết Trung ương 4 (khóa XI, khóa XII)"]),
    ("Nghị quyết Đại hội XIV của Đảng; cụ thể hóa", ["Nghị quyết Đại hội XIV của Đảng"]),
    ("Luật Hợp tác xã số 23/2012/QH13.", ["Luật Hợp tác xã số 23/2012/QH13"]),
    ("(Nghị quyết 22-NQ/TW)", ["Nghị quyết 22-NQ/TW"]),
    ("dự thảo Luật Đất đai (sửa đổi) được trình", ["Luật Đất đai (sửa đổi)"]),
    ("theo Luật Giao thông đường bộ, luật gia nói", ["Luật Giao thông đường bộ"]),
    ("Đề án “Nâng cao chất lượng nguồn nhân lực” của tỉnh", ["Đề án “Nâng cao chất lượng nguồn nhân lực”"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans(read: Read, text: str, expected: list[str]) -> None:
    mentions = sorted((m for document in read(text) for m in document.mentions), key=lambda mention: mention.start)
    assert [mention.text for mention in mentions] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


JOINED: list[tuple[str, dict[str, int]]] = [
    ("Nghị quyết 22-NQ/TW của BCH Trung ương. Nghị quyết 22 là đúng. Nghị quyết này còn mới.", {"22-NQ/TW": 3}),
    ("Nghị quyết 22. Về sau, Nghị quyết số 22-NQ/TW đi vào cuộc sống.", {"22-NQ/TW": 2}),
    ("Nghị quyết 22-NQ/TW năm 2008 và Nghị quyết 22-NQ/TW năm 2018", {"22-NQ/TW@2008": 1, "22-NQ/TW@2018": 1}),
    ("Nghị quyết 22-NQ/TW (khóa X), Nghị quyết 22-NQ/TW (khóa XII)", {"22-NQ/TW@2008": 1, "22-NQ/TW@2018": 1}),
    ("Quyết định số 18/QĐ-UBND và Chỉ thị số 18/CT-UBND", {"18/QĐ-UBND": 1, "18/CT-UBND": 1}),
    ("Luật Đất đai năm 2013 và Luật Đất đai năm 2024", {"45/2013/QH13@2013": 1, "31/2024/QH15@2024": 1}),
    ("Luật Đất đai năm 2024. Theo Luật Đất đai, giá đất do tỉnh định.", {"31/2024/QH15@2024": 2}),
    ("Nghị định 67 của Chính phủ. Nghị định 67/2014/NĐ-CP", {"67/2014/NĐ-CP": 2}),
    ("10-NQ/TU của Tỉnh ủy Hà Tĩnh; 10-NQ/TU của Tỉnh ủy Nghệ An", {"10-NQ/TU": 1, "10-NQ/TU'": 1}),
    ("Quyết định 26/2017 về cấp phép. Theo Quyết định 26, nhà tạm được xây.", {"26/2017": 2}),
    (
        "Quyết định 26/2016, Quyết định 26/2017. Theo Quyết định 26, nhà tạm được xây.",
        {"26/2016": 1, "26/2017": 1, "26": 1},
    ),
    ("Pháp lệnh Phí và lệ phí, Luật Phí và lệ phí", {"": 1, "'": 1}),
    ("Nghị quyết Trung ương 4 (khóa XII). Nghị quyết Trung ương 4 đi vào cuộc sống.", {"04-NQ/TW@2016": 2}),
    (
        "Nghị quyết Trung ương 5 khóa XII về kinh tế tư nhân, "
        "Nghị quyết Trung ương 5 khóa XII về cơ cấu lại doanh nghiệp nhà nước",
        {"10-NQ/TW@2017": 1, "12-NQ/TW@2017": 1},
    ),
    ("Nghị quyết Trung ương 4 (khóa XI). Nghị quyết 12-NQ/TW năm 2012 nêu rõ.", {"12-NQ/TW@2012": 2}),
    ("Nghị quyết Trung ương 4 (khóa XI, XII). Nghị quyết 12-NQ/TW năm 2012 nêu rõ.", {"": 1, "12-NQ/TW@2012": 1}),
    ("Nghị quyết này được Quốc hội thông qua.", {}),
    ("Nghị quyết Đại hội XII của Đảng và Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng", {"": 2}),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII và Nghị quyết Đại hội XII của Đảng", {"": 1, "'": 1}),
    ("Luật Đất đai năm 2024. Nghị quyết này", {"31/2024/QH15@2024": 1}),
    ("Quy định số 294-QĐ/TW (sau đây gọi tắt là Quy định 294). Theo Quy định 294, đảng viên", {"294-QĐ/TW": 3}),
    ("Nghị quyết số 22-NQ/TW (gọi tắt là Nghị quyết 22) và NQ22", {"22-NQ/TW": 3}),
    (
        "Chỉ thị 05-CT/TW của Bộ Chính trị; Chỉ thị 05/CT-TTg. Chỉ thị 05 của Bộ Chính trị",
        {"05-CT/TW": 2, "05/CT-TTg": 1},
    ),
    ("Nghị quyết 57, 59 của Bộ Chính trị. Nghị quyết 59 là trụ cột.", {"57-NQ/TW": 1, "59-NQ/TW": 2}),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_mentions_are_joined_and_different_documents_kept_apart(
    read: Read, text: str, expected: dict[str, int]
) -> None:
    found: dict[str, int] = {}
    for document in read(text):
        name = document.id if document.id in expected else document.number or ""
        found[name + "'" if name in found else name] = len(document.mentions)
    assert found == expected


IDENTITIES: list[tuple[str, str | None, str | None]] = [
    # text, published, id
    ("Nghị quyết 22-NQ/TW", None, None),
    ("Nghị quyết 22-NQ/TW", "2012-05-01", "22-NQ/TW@2008"),
    ("Nghị quyết 22-NQ/TW ngày 10/4/2013", None, "22-NQ/TW@2013"),
    ("Nghị quyết 22-NQ/TW của Bộ Chính trị về hội nhập quốc tế", None, "22-NQ/TW@2013"),
    ("Nghị quyết 22-NQ/TW của BCH Trung ương khóa X", None, "22-NQ/TW@2008"),
    ("Nghị quyết 54-NQ/TW của Bộ Chính trị", "2013-12-01", "54-NQ/TW@2005"),
    ("Nghị quyết 39-NQ/TW về tinh giản biên chế và cơ cấu lại đội ngũ cán bộ", None, "39-NQ/TW@2015"),
    ("Nghị quyết 35-NQ/TW", None, "35-NQ/TW@2018"),
    ("Chỉ thị số 26-CT/TW của Ban Bí thư về tổ chức Tết", "2024-01-20", None),
    ("Nghị quyết số 01/NQ-CP ngày 01/01/2022 của Chính phủ", None, "01/NQ-CP@2022"),
    ("Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ", None, None),
    ("Nghị quyết số 01/NQ-CP của Chính phủ", "2018-03-01", None),
    ("Nghị quyết số 01/NQ-CP của Chính phủ", "2023-03-01", "01/NQ-CP@2023"),
    ("Quyết định số 899/QĐ-TTg", "2016-10-01", "899/QĐ-TTg@2013"),
    ("các Nghị quyết 57, 59, 66, 68 của Bộ Chính trị", None, "57-NQ/TW@2024 59-NQ/TW@2025 66-NQ/TW@2025 68-NQ/TW@2025"),
    ("Nghị quyết Trung ương 4 (khóa XI, khóa XII)", None, "12-NQ/TW@2012 04-NQ/TW@2016"),
    ("Nghị quyết Trung ương 6 khóa XII", None, None),
    ("Nghị quyết Trung ương 6 khóa XII về công tác dân số trong tình hình mới", None, "21-NQ/TW@2017"),
    ("Nghị quyết Trung ương 6 (lần 2) khóa VIII", None, "10-NQ/TW@1999"),
    ("Nghị quyết Trung ương 8 về đổi mới căn bản, toàn diện giáo dục và đào tạo", None, "29-NQ/TW@2013"),
    ("Nghị quyết Trung ương 8 về đổi mới căn bản, toàn diện giáo dục và đào tạo", "2012-01-01", None),
    ("Nghị quyết Trung ương 8", None, None),
    ("Bộ luật Hình sự", "2017-06-01", None),
    ("Bộ luật Hình sự 2015", "2017-06-01", "100/2015/QH13@2015"),
    ("Bộ luật Hình sự", "2018-06-01", "100/2015/QH13@2015"),
    ("Luật Đất đai", None, None),
    ("Luật Đất đai", "2013-01-01", "13/2003/QH11@2003"),
    ("Luật Đất đai", "2020-01-01", "45/2013/QH13@2013"),
    ("Luật Đất đai", "2024-05-01", None),
    ("Luật Đất đai 2013", None, "45/2013/QH13@2013"),
    ("Chỉ thị 16 của Thủ tướng Chính phủ", "2021-08-01", "16/CT-TTg@2020"),
    ("Chỉ thị 16 của Thủ tướng Chính phủ", "2024-08-01", None),
    ("Luật Đất đai (sửa đổi)", None, None),
    ("Bộ luật số 100/2015/QH13", None, "100/2015/QH13@2015"),
    ("Đề án 06 của Chính phủ", None, "06/QĐ-TTg@2022"),
    ("Nghị quyết 10-NQ/TU của Tỉnh ủy Thanh Hóa", None, None),
    ("Nghị quyết số 10 ngày 23-7-2018 của Ban Thường vụ Tỉnh ủy Thanh Hóa", None, "10-NQ/TU@2018 Thanh Hóa"),
    ("Quyết định số 10/2016/QĐ-UBND của UBND tỉnh Nghệ An", None, "10/2016/QĐ-UBND@2016 Nghệ An"),
    ("vốn Nghị quyết 30a", None, "30a/2008/NQ-CP@2008"),
    # The number says the year: no registry is asked.
    ("Nghị định số 38/2024/NĐ-CP của Chính phủ", None, "38/2024/NĐ-CP@2024"),
    ("Nghị quyết 19-2017/NQ-CP", None, "19-2017/NQ-CP@2017"),
    ("Thông tư liên tịch số 07/2013/TTLT-BTP-BNV", None, "07/2013/TTLT-BTP-BNV@2013"),
    ("Nghị quyết số 72/2022/QH15", None, "72/2022/QH15@2022"),
    ("Quyết định 57/2024/QĐ-UBND", None, None),  # of which province?
    ("Công văn 12/2021/CV-THPTNK", None, None),  # a school's
]


@pytest.mark.parametrize(("text", "published", "expected"), IDENTITIES)
def test_identity(read: Read, text: str, published: str | None, expected: str | None) -> None:
    ids = [document.id for document in read(text, published=published) if document.id]
    assert (" ".join(ids) or None) == expected


@pytest.mark.parametrize(("year", "expected"), [("2016", None), ("2024", "27/2023/QH15@2023")])
def test_no_law_is_younger_than_the_years_of_the_page(extractor: Extractor, year: str, expected: str | None) -> None:
    (document,) = extractor.extract(f"Năm {year}, nhiều hộ chờ vay vốn theo Luật Nhà ở.", html=False).documents
    assert document.id == expected


def test_a_province_comes_from_the_page(read: Read) -> None:
    (document,) = read("Nghị quyết số 10 ngày 23-7-2018 của Ban Thường vụ Tỉnh ủy", home=Home(province="Thanh Hóa"))
    assert (document.issuer, document.id) == ("Ban Thường vụ Tỉnh ủy Thanh Hóa", "10-NQ/TU@2018 Thanh Hóa")


def test_a_city_may_be_a_province(read: Read) -> None:
    text = "Chỉ thị số 06/CT-UBND ngày 14-4-2023 của UBND thành phố"
    (document,) = read(text, home=Home(province="Cần Thơ", province_unit="thành phố"))
    assert (document.issuer, document.id) == ("UBND thành phố Cần Thơ", "06/CT-UBND@2023 Cần Thơ")
    (document,) = read(text, home=Home(province="Vĩnh Long", district="Vĩnh Long", district_unit="thành phố"))
    assert document.id is None


def test_candidates_are_listed_where_the_page_does_not_decide(read: Read) -> None:
    (document,) = read("Nghị quyết 22-NQ/TW", published="2021-11-18")
    assert document.id is None
    assert document.candidates == ("22-NQ/TW@2008", "22-NQ/TW@2013", "22-NQ/TW@2018")


PROVISIONS = [
    ("điểm a khoản 2 Điều 15 Luật Đất đai năm 2024", "điểm a khoản 2 Điều 15"),
    ("khoản 2, 3 và 4 Điều 5 Luật Đầu tư công", "khoản 2, 3 và 4 Điều 5"),
    ("Khoản 1, Điều 10, Chương III Nghị định 30/2020/NĐ-CP", "Khoản 1, Điều 10, Chương III"),
    ("quy định tại Điều 9 của Thông tư số 84/2016/TT-BTC", "Điều 9"),
    ("các Điều 11, 14, 16 Luật Thủy lợi", "các Điều 11, 14, 16"),
    ("điểm đ khoản 1 điều 3 Nghị định 100/2019/NĐ-CP", "điểm đ khoản 1 điều 3"),
    ("Theo Luật Đất đai", None),
    ("Điều kiện là Luật Đất đai", None),
]


@pytest.mark.parametrize(("text", "expected"), PROVISIONS)
def test_provisions(read: Read, text: str, expected: str | None) -> None:
    assert [mention.provision for document in read(text) for mention in document.mentions] == [expected]


DRAFTS = [
    ("dự thảo Luật Đất đai (sửa đổi)", True),
    ("dự án Luật Thủy sản", True),
    ("trình dự luật Quản lý nợ công", True),
    ("Luật Đất đai", False),
    ("dự thảo Luật Du lịch được thông qua; Luật Du lịch có 9 chương", False),
]


@pytest.mark.parametrize(("text", "expected"), DRAFTS)
def test_drafts(read: Read, text: str, expected: bool) -> None:
    assert [document.draft for document in read(text)] == [expected]


ACTIONS = [
    ("tổng kết 13 năm thực hiện Nghị quyết 22-NQ/TW", "tổng kết"),
    ("sơ kết 5 năm thực hiện Chỉ thị 05-CT/TW", "sơ kết"),
    ("thực hiện có hiệu quả Nghị quyết 22-NQ/TW", "thực hiện"),
    ("Tỉnh ủy ban hành Nghị quyết số 10-NQ/TU", "ban hành"),
    ("sửa đổi, bổ sung khoản 2 Điều 5 của Nghị định 25/2011/NĐ-CP", "sửa đổi"),
    ("thay thế Quyết định 69/2013/QĐ-TTg", "thay thế"),
    ("Căn cứ Quyết định 217-QĐ/TW", "căn cứ"),
    ("Hội nghị đánh giá cao Nghị quyết 22-NQ/TW", None),
]


@pytest.mark.parametrize(("text", "expected"), ACTIONS)
def test_actions(read: Read, text: str, expected: str | None) -> None:
    assert [mention.action for document in read(text) for mention in document.mentions] == [expected]


RELATIONS = [
    (
        "Kế hoạch số 12-KH/TU thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị",
        [("12-KH/TU", "thực hiện", "57-NQ/TW@2024")],
    ),
    (
        "Kế hoạch số 12-KH/TU của Tỉnh ủy về thực hiện Chỉ thị 05-CT/TW",
        [("12-KH/TU", "thực hiện", "05-CT/TW@2016")],
    ),
    (
        "Nghị định 49/2017/NĐ-CP sửa đổi, bổ sung Điều 15 của Nghị định 25/2011/NĐ-CP",
        [("49/2017/NĐ-CP", "sửa đổi", "25/2011/NĐ-CP@2011")],
    ),
    (
        "Quyết định 24/2017/QĐ-TTg thay thế Quyết định 69/2013/QĐ-TTg",
        [("24/2017/QĐ-TTg", "thay thế", "69/2013/QĐ-TTg@2013")],
    ),
    ("Nghị quyết 22-NQ/TW. Huyện triển khai Chỉ thị 05-CT/TW", []),
    ("Nghị quyết 22-NQ/TW và tỉnh thực hiện Chỉ thị 05-CT/TW", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(d.number, relation.type, relation.target) for d in read(text) for relation in d.relations]
    assert found == expected


NUMBERS = [
    ("22-NQ/TW", "22-NQ/TW", "party"),
    ("22/NQ-TW", "22-NQ/TW", "party"),
    ("30/2020/NÐ-CP", "30/2020/NĐ-CP", "state"),
    ("23/2012/QH13", "23/2012/QH13", "state"),
    ("867/UBND-NN", "867/UBND-NN", "state"),
    ("59/BVUB-ĐD", "59/BVUB-ĐD", "state"),
    ("12/2021/HS-ST", "12/2021/HS-ST", "court"),
    ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "state"),
    ("22", "22", None),
    ("12/5", "12", None),
    ("80 TT Huế", "80", None),
    ("22 Công ty", "22", None),
    ("24/7", "24", None),
]


@pytest.mark.parametrize(("text", "expected", "world"), NUMBERS)
def test_numbers(extractor: Extractor, text: str, expected: str, world: str | None) -> None:
    patterns = extractor.patterns
    reader = NumberReader(patterns.entries("document_kinds", KindEntry), patterns.entries("document_codes", CodeEntry))
    number = reader.at(Text(text), 0)
    assert number is not None
    assert (str(number), number.sign and number.sign.world) == (expected, world)


def test_the_registry_keeps_its_own_rules(extractor: Extractor) -> None:
    """The three pairs out of order are documented: a series of its own, and days that are not certain."""
    rows = Registry(extractor.patterns).rows
    assert len(rows) > 500
    late = [fault for fault in faults(rows) if "later in its series" in fault]
    assert [fault for fault in faults(rows) if fault not in late] == []
    assert sorted(re.findall(r"\d+-\S+/TW", " ".join(late))) == ["82-KL/TW", "83-KL/TW", "98-QĐ/TW", "99-QĐ/TW"]


def test_look_up() -> None:
    assert [row.id for row in look_up("22-NQ/TW")] == [f"22-NQ/TW@{year}" for year in (2008, 2013, 2018, 2026)]
    for written in (" 22 – nq/tw ", "22 NQ/TW", "22-NQTW", "22/NQ-TW"):
        assert look_up(written) == look_up("22-NQ/TW")
    assert {row.kind for row in look_up("100/2015/QH13")} == {"Bộ luật", "Nghị quyết"}
    assert {row.number for row in look_up("66")} >= {"66-NQ/TW", "66-QĐ/TW"}
    assert look_up("999-NQ/TW") == []
    assert look_up("") == []


def test_a_date_outside_the_term_does_not_identify(extractor: Extractor) -> None:
    registry = Registry(extractor.patterns)
    facts = Facts(kind="nghị quyết", number="22-NQ/TW", issued="2011-02-02")
    assert registry.identify(facts) == (None, ())


HOSTILE = [
    "",
    "Nghị quyết",
    "Nghị quyết ",
    "Nghị quyết số",
    "Nghị quyết số 22-",
    "Nghị quyết số 22-NQ/",
    "22-NQ/TW",
    "NQ",
    "số số số 22",
    "“" * 50 + "Nghị quyết 22-NQ/TW",
    "Nghị quyết 22-NQ/TW về “",
    "Nghị quyết 22-NQ/TW về ",
    "Luật ",
    "Nghị quyết 22\u200b-NQ/TW\u00a0ngày\u00a002/02/2008",
    "NGHỊ QUYẾT SỐ 22-NQ/TW",
    "Nghị quyết 22-NQ/TW ngày 31/02/2008",
    "Nghị quyết ١٢-NQ/TW",
    "Nghị quyết ²²-NQ/TW",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(read: Read, text: str) -> None:
    for document in read(text):
        assert document.kind
        for mention in document.mentions:
            assert nfc(text)[mention.start : mention.end] == mention.text.strip() != ""


def test_some_hostile_texts_hold_references(read: Read) -> None:
    assert sum(bool(read(text)) for text in HOSTILE) >= 9


NEAR_MISSES = [
    "Nghị quyết số ",
    "Nghị quyết 22-NQ/",
    "Nghị quyết 18, 19, ",
    "khoản 2, khoản 3, ",
    "Luật sửa đổi, bổ sung một số điều của ",
    "Nghị quyết Trung ương ",
    "Nghị quyết Đại hội Đảng bộ ",
    "22-NQ/TW-22-NQ/TW-",
    "Quyết định của Ban Thường vụ Tỉnh ủy ",
    "Đề án “Nâng cao chất lượng ",
    "1234567890",
    "Báo cáo thẩm tra sơ bộ lần đầu ",
    "Nghị quyết 22-NQ/TW về tăng cường lãnh đạo, ",
]


@pytest.mark.parametrize("unit", NEAR_MISSES)
def test_long_near_misses_come_to_an_end(recogniser: DocumentRecogniser, unit: str) -> None:
    text = Text((unit * (200_000 // len(unit) + 1))[:200_000])
    with deadline(60):
        recogniser(text)


def test_same_text_same_documents(read: Read) -> None:
    texts: Sequence[str] = [text for text, _ in CASES[:40]]
    first = [read(text) for text in texts]
    assert [read(text) for text in reversed(texts)] == first[::-1]


def test_places_and_resolver_are_made_once(extractor: Extractor) -> None:
    assert isinstance(extractor._documents, DocumentResolver)
    assert isinstance(extractor._places, Places)


@pytest.mark.parametrize(
    "page",
    [
        ", ".join(f"số {number}-NQ/TW" for number in range(25_000)),
        "".join(f"Nghị quyết số {number % 900}-NQ/TW; Nghị quyết {number % 900}; " for number in range(15_000)),
        "".join(f"Nghị quyết số {number}-NQ/TW; " for number in range(15_000)) + "Nghị quyết này. " * 15_000,
    ],
    ids=["numbers", "bare numbers", "pointing back"],
)
def test_pages_of_many_documents_come_to_an_end(extractor: Extractor, page: str) -> None:
    """Compared each with each, these take from one to ten minutes."""
    with deadline(60):
        assert len(extractor.extract(page, html=False).documents) >= 900
