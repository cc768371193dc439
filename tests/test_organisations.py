"""Organisations read at a position: expanded, with their level, their place, and whether a place is still missing."""

from __future__ import annotations

import pytest

from extractor.gazetteer import Gazetteer
from extractor.names import FamilyNames, Names, is_foreign
from extractor.organisations import Organisations, after_blanks
from extractor.patterns import Patterns
from extractor.text import Text


@pytest.fixture(scope="module")
def organisations() -> Organisations:
    return Organisations(Patterns())


# (text, surface at its beginning, name, level, place, open)
BODIES = [
    (
        "Ban Thường vụ Tỉnh ủy Hà Tĩnh tổ chức",
        "Ban Thường vụ Tỉnh ủy Hà Tĩnh",
        "Ban Thường vụ Tỉnh ủy Hà Tĩnh",
        "province",
        "Hà Tĩnh",
        False,
    ),
    ("BTV Thành ủy và các", "BTV Thành ủy", "Ban Thường vụ Thành ủy", "city", None, True),
    ("BCH Trung ương Đảng khóa X", "BCH Trung ương Đảng", "Ban Chấp hành Trung ương", "central", None, False),
    ("BCH Đảng bộ tỉnh", "BCH Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh", "province", None, True),
    (
        "Ban Chấp hành Đảng bộ thành phố Đông Hà",
        "Ban Chấp hành Đảng bộ thành phố Đông Hà",
        "Ban Chấp hành Đảng bộ thành phố Đông Hà",
        "city",
        "Đông Hà",
        False,
    ),
    ("Bộ Chính trị", "Bộ Chính trị", "Bộ Chính trị", "central", None, False),
    ("Ủy ban Thường vụ Quốc hội ban", "Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội", "central", None, False),
    ("Thủ tướng Chính phủ về", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "central", None, False),
    ("Bộ NN&PTNT", "Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn", "central", None, False),
    ("Bộ Y tế Nguyễn Thị", "Bộ Y tế", "Bộ Y tế", "central", None, False),
    (
        "Sở NN&PTNT tỉnh Bình Định",
        "Sở NN&PTNT tỉnh Bình Định",
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Bình Định",
        "province",
        "Bình Định",
        False,
    ),
    (
        "Sở Nông nghiệp và PTNT tổ chức",
        "Sở Nông nghiệp và PTNT",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "province",
        None,
        True,
    ),
    ("UBND TP. Hồ Chí Minh", "UBND TP. Hồ Chí Minh", "UBND thành phố Hồ Chí Minh", "province", "Hồ Chí Minh", False),
    ("UBND TP.HCM", "UBND TP.HCM", "UBND thành phố Hồ Chí Minh", "province", "Hồ Chí Minh", False),
    (
        "Thành ủy TP HCM Nguyễn Văn",
        "Thành ủy TP HCM",
        "Thành ủy thành phố Hồ Chí Minh",
        "province",
        "Hồ Chí Minh",
        False,
    ),
    ("Thành ủy Dương Tất Thắng", "Thành ủy", "Thành ủy", "city", None, True),
    (
        "Đảng ủy phường Bắc Hà Nguyễn Thanh Hải",
        "Đảng ủy phường Bắc Hà",
        "Đảng ủy phường Bắc Hà",
        "commune",
        "Bắc Hà",
        False,
    ),
    ("UBND xã Ngọc Lương Lê Xuân Phương", "UBND xã Ngọc Lương", "UBND xã Ngọc Lương", "commune", "Ngọc Lương", False),
    ("Tỉnh ủy tỉnh BR-VT", "Tỉnh ủy tỉnh BR-VT", "Tỉnh ủy Bà Rịa - Vũng Tàu", "province", "Bà Rịa - Vũng Tàu", False),
    ("HĐND tỉnh Thanh Hóa khóa", "HĐND tỉnh Thanh Hóa", "HĐND tỉnh Thanh Hóa", "province", "Thanh Hóa", False),
    ("Đoàn ĐBQH tỉnh", "Đoàn ĐBQH tỉnh", "Đoàn đại biểu Quốc hội tỉnh", "province", None, True),
    ("Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam tỉnh", "province", None, True),
    ("Hội Nông dân tỉnh", "Hội Nông dân tỉnh", "Hội Nông dân tỉnh", "province", None, True),
    ("Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam", "central", None, False),
    ("Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", "central", None, False),
    ("Ban Tổ chức Thành ủy Tống", "Ban Tổ chức Thành ủy", "Ban Tổ chức Thành ủy", "city", None, True),
    ("Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy", "province", None, True),
    ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", "province", None, True),
    (
        "Ban Kinh tế - Ngân sách HĐND tỉnh Trần Văn Kiệm",
        "Ban Kinh tế - Ngân sách HĐND tỉnh",
        "Ban Kinh tế - Ngân sách HĐND tỉnh",
        "province",
        None,
        True,
    ),
    ("Chi cục Thủy sản báo cáo", "Chi cục Thủy sản", "Chi cục Thủy sản", "province", None, True),
    ("Cục Thống kê tỉnh", "Cục Thống kê tỉnh", "Cục Thống kê tỉnh", "province", None, True),
    (
        "Phòng Nông nghiệp và Phát triển nông thôn Triệu",
        "Phòng Nông nghiệp và Phát triển nông thôn Triệu",
        "Phòng Nông nghiệp và Phát triển nông thôn Triệu",
        "district",
        None,
        True,
    ),
    ("Công an huyện Tây Giang", "Công an huyện Tây Giang", "Công an huyện Tây Giang", "district", "Tây Giang", False),
    ("Quân khu 4", "Quân khu 4", "Quân khu 4", "central", None, False),
    ("Bộ Chỉ huy quân sự tỉnh", "Bộ Chỉ huy quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "province", None, True),
    ("Huyện ủy Tây Giang", "Huyện ủy Tây Giang", "Huyện ủy Tây Giang", "district", "Tây Giang", False),
    (
        "Công ty cổ phần Đầu tư An Phú Nguyễn Văn An",
        "Công ty cổ phần Đầu tư An Phú",
        "Công ty cổ phần Đầu tư An Phú",
        None,
        None,
        False,
    ),
    ("Trường THPT Phan Châu Trinh", "Trường THPT Phan Châu Trinh", "Trường THPT Phan Châu Trinh", None, None, False),
    (
        "Trường Tiểu học Nam Trung Yên trong",
        "Trường Tiểu học Nam Trung Yên",
        "Trường Tiểu học Nam Trung Yên",
        None,
        None,
        False,
    ),
    ("Bệnh viện đa khoa tỉnh", "Bệnh viện đa khoa tỉnh", "Bệnh viện đa khoa tỉnh", "province", None, True),
    ("Đại hội Đảng bộ thành phố lần thứ", "Đại hội Đảng bộ thành phố", "Đại hội Đảng bộ thành phố", "city", None, True),
    ("Trung ương về", "Trung ương", "Ban Chấp hành Trung ương", "central", None, False),
    ("Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương", "central", None, False),
    ("UB Kiểm tra TƯ Lê Thị Thủy", "UB Kiểm tra TƯ", "Ủy ban Kiểm tra Trung ương", "central", None, False),
    (
        "Ủy ban Tư pháp của Quốc hội",
        "Ủy ban Tư pháp của Quốc hội",
        "Ủy ban Tư pháp của Quốc hội",
        "central",
        None,
        False,
    ),
    ("Tòa án nhân dân tối cao", "Tòa án nhân dân tối cao", "Tòa án nhân dân tối cao", "central", None, False),
    ("Viện KSND tỉnh", "Viện KSND tỉnh", "Viện kiểm sát nhân dân tỉnh", "province", None, True),
    ("Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy", "district", None, True),
    ("Ban Thường vụ", "Ban Thường vụ", "Ban Thường vụ", None, None, True),
    ("Chính phủ", "Chính phủ", "Chính phủ", "central", None, False),
    ("UBND", "UBND", "UBND", None, None, True),
    (
        "Đảng ủy Khối các cơ quan tỉnh",
        "Đảng ủy Khối các cơ quan tỉnh",
        "Đảng ủy Khối các cơ quan tỉnh",
        "province",
        None,
        True,
    ),
    ("Phòng GD-ĐT Trà Cú", "Phòng GD-ĐT Trà Cú", "Phòng Giáo dục và Đào tạo huyện Trà Cú", "district", "Trà Cú", False),
    ("Trường ĐH Bách khoa", "Trường ĐH Bách khoa", "Trường ĐH Bách khoa", None, None, False),
    ("Bệnh viện Nhi Trung ương", "Bệnh viện Nhi Trung ương", "Bệnh viện Nhi Trung ương", None, None, False),
    ("UBND X.Phong Chương", "UBND X.Phong Chương", "UBND xã Phong Chương", "commune", "Phong Chương", False),
    (
        "Viện Khoa học Lao động và Xã hội",
        "Viện Khoa học Lao động và Xã hội",
        "Viện Khoa học Lao động và Xã hội",
        None,
        None,
        True,
    ),
    ("Viện Khoa học và Sở Y tế", "Viện Khoa học", "Viện Khoa học", None, None, True),
    ("Công an Hà Nội", "Công an Hà Nội", "Công an thành phố Hà Nội", "province", "Hà Nội", False),
    ("Văn phòng Chính phủ", "Văn phòng Chính phủ", "Văn phòng Chính phủ", "central", None, False),
    ("BAN THƯỜNG VỤ TỈNH ỦY", "BAN THƯỜNG VỤ TỈNH ỦY", "Ban Thường vụ Tỉnh ủy", "province", None, True),
    ("UBND Quận 9,", "UBND Quận 9", "UBND quận 9", "district", "9", False),
    (
        "Ban Thường trực Ủy ban Trung ương Mặt trận",
        "Ban Thường trực Ủy ban Trung ương Mặt trận",
        "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
        "central",
        None,
        False,
    ),
    ("Đảng ủy Công an Trung ương", "Đảng ủy Công an Trung ương", "Đảng ủy Công an Trung ương", "central", None, False),
    ("Văn phòng Trung ương Đảng", "Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "central", None, False),
    ("Ban Nội chính Trung ương", "Ban Nội chính Trung ương", "Ban Nội chính Trung ương", "central", None, False),
    ("Bộ GD&ĐT trả lời", "Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo", "central", None, False),
    ("Bộ LĐ-TB&XH", "Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội", "central", None, False),
    ("Bộ Tài nguyên & Môi trường", "Bộ Tài nguyên & Môi trường", "Bộ Tài nguyên và Môi trường", "central", None, False),
    (
        "Sở KH-ĐT TP.HCM",
        "Sở KH-ĐT TP.HCM",
        "Sở Kế hoạch và Đầu tư thành phố Hồ Chí Minh",
        "province",
        "Hồ Chí Minh",
        False,
    ),
    ("Sở Y tế Hà Tĩnh", "Sở Y tế Hà Tĩnh", "Sở Y tế tỉnh Hà Tĩnh", "province", "Hà Tĩnh", False),
    (
        "Phòng Tài chính - Kế hoạch huyện Tây Giang",
        "Phòng Tài chính - Kế hoạch huyện Tây Giang",
        "Phòng Tài chính - Kế hoạch huyện Tây Giang",
        "district",
        "Tây Giang",
        False,
    ),
    ("TAND tỉnh Hà Tĩnh", "TAND tỉnh Hà Tĩnh", "Tòa án nhân dân tỉnh Hà Tĩnh", "province", "Hà Tĩnh", False),
    (
        "VKSND huyện Chư Prông",
        "VKSND huyện Chư Prông",
        "Viện kiểm sát nhân dân huyện Chư Prông",
        "district",
        "Chư Prông",
        False,
    ),
    ("Liên đoàn Lao động tỉnh", "Liên đoàn Lao động tỉnh", "Liên đoàn Lao động tỉnh", "province", None, True),
    ("Thành đoàn TP.HCM", "Thành đoàn TP.HCM", "Thành đoàn thành phố Hồ Chí Minh", "province", "Hồ Chí Minh", False),
    ("Đoàn TNCS Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", None, None, True),
    ("UBND quận 7", "UBND quận 7", "UBND quận 7", "district", "7", False),
    (
        "UBND Thành phố Hồ Chí Minh",
        "UBND Thành phố Hồ Chí Minh",
        "UBND thành phố Hồ Chí Minh",
        "province",
        "Hồ Chí Minh",
        False,
    ),
    (
        "UBND tỉnh Thừa Thiên - Huế",
        "UBND tỉnh Thừa Thiên - Huế",
        "UBND tỉnh Thừa Thiên Huế",
        "province",
        "Thừa Thiên Huế",
        False,
    ),
    ("HĐND TP Hà Nội", "HĐND TP Hà Nội", "HĐND thành phố Hà Nội", "province", "Hà Nội", False),
    ("Đảng ủy xã Ia Krêl", "Đảng ủy xã Ia Krêl", "Đảng ủy xã Ia Krêl", "commune", "Ia Krêl", False),
    ("Chi bộ thôn Đông An", "Chi bộ thôn Đông An", "Chi bộ thôn Đông An", None, None, False),
    (
        "Bảo hiểm xã hội khu vực XXXV",
        "Bảo hiểm xã hội khu vực XXXV",
        "Bảo hiểm xã hội khu vực XXXV",
        "district",
        "XXXV",
        False,
    ),
    (
        "Công ty TNHH MTV Công trình đô thị Bến Tre",
        "Công ty TNHH MTV Công trình đô thị Bến Tre",
        "Công ty TNHH MTV Công trình đô thị Bến Tre",
        None,
        None,
        False,
    ),
    (
        "Trường Đại học Kinh tế quốc dân Nguyễn Văn An",
        "Trường Đại học Kinh tế quốc dân",
        "Trường Đại học Kinh tế quốc dân",
        None,
        None,
        False,
    ),
    (
        "Trung ương Hội Nông dân Việt Nam",
        "Trung ương Hội Nông dân Việt Nam",
        "Trung ương Hội Nông dân Việt Nam",
        "central",
        None,
        False,
    ),
    ("UBND TỈNH HÀ TĨNH", "UBND TỈNH HÀ TĨNH", "UBND tỉnh Hà Tĩnh", "province", "Hà Tĩnh", False),
    (
        "Cơ quan CSĐT Công an tỉnh",
        "Cơ quan CSĐT Công an tỉnh",
        "Cơ quan Cảnh sát điều tra Công an tỉnh",
        "province",
        None,
        True,
    ),
]


@pytest.mark.parametrize(("text", "surface", "name", "level", "place", "open_"), BODIES, ids=[row[0] for row in BODIES])
def test_body(
    organisations: Organisations, text: str, surface: str, name: str, level: str | None, place: str | None, open_: bool
) -> None:
    found = organisations.at(Text(text), 0)
    assert found is not None
    assert (text[: found.end], found.name, found.level, found.place, found.open) == (surface, name, level, place, open_)


NO_BODIES = [
    "ban hành",
    "Ban tổ chức giải",
    "CẢNH SÁT",
    "Ban Quản lý dự án đầu tư xây dựng thành phố",
    "ban đầu dự án chậm",
    "phòng khi mưa bão",
    "bộ phim hay",
    "sở thích của em",
    "hội trường đông kín",
    "cục diện thay đổi",
    "vụ mùa bội thu",
    "viện trợ nhân đạo",
    "đội bóng thắng",
    "tổ chức hội nghị",
    "trường hợp này",
    "bản làng vùng cao",
    "làng quê yên bình",
    "ấp ủ dự định",
    "đoàn kết toàn dân",
    "trạm dừng",
    "khoa học kỹ thuật",
    "chi tiêu công",
    "báo cáo kết quả",
    "quỹ đất",
    "đảng viên mới",
    "nước sạch nông thôn",
    "Ban Tổ chức giải bóng đá",
    "Bộ sưu tập mùa hè",
    "Phòng khám tư nhân",
    "Vụ án kinh tế",
    "Hội nghị tổng kết",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_no_body(organisations: Organisations, text: str) -> None:
    assert organisations.at(Text(text), 0) is None


@pytest.mark.parametrize(("text", "start", "end"), [("a  b", 1, 3), ("ab", 1, 1), ("a  ", 1, 3), ("a", 1, 1)])
def test_after_blanks(text: str, start: int, end: int) -> None:
    assert after_blanks(Text(text), start) == end


@pytest.mark.parametrize(
    ("forms", "text", "end"),
    [
        (["đoàn ĐBQH"], "Đoàn ĐBQH tỉnh", 9),
        (["đoàn ĐBQH"], "đoàn đbqh tỉnh", None),
        (["Hà Tĩnh"], "HÀ TĨNH", 7),
        (["Hà Tĩnh"], "hà tĩnh", None),
        (["sở", "sở y tế"], "Sở  Y tế Hà Tĩnh", 8),
        (["ban"], "bang", None),
        (["TP."], "TP.Hà Nội", 3),
        (["ủy ban"], "Uỷ ban", 6),
        (["Ý"], "Ý và Pháp", 1),
        (["Ý"], "ý kiến", None),
        (["1", "12"], "1, 2", 1),
        (["1"], "15", None),
    ],
)
def test_gazetteer(forms: list[str], text: str, end: int | None) -> None:
    found = Gazetteer((form, form) for form in forms).at(Text(text), 0)
    assert (found and found[0]) == end


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Bắc Hà Nguyễn Thanh Hải", 2),
        ("Ngọc Lê Xuân Phương", 1),
        ("Hòa Tiến", 2),
        ("Trần Phú", 2),
        ("Ia Krêl Rơ Châm Giáp", 2),
        ("Xuân Quang Huỳnh Thị Sáu", 2),
    ],
)
def test_place_and_person(words: str, place: int) -> None:
    assert FamilyNames(Patterns()).split(words.split()) == place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn Văn An phát biểu", "Nguyễn Văn An"),
        ("NGUYỄN VĂN AN phát biểu", "Nguyễn Văn An"),
        ("Nguyễn Văn K. khai", "Nguyễn Văn K."),
        ("Nguyễn Văn K. Ông khai", "Nguyễn Văn K"),
        ("Trần Văn Ðẹt", "Trần Văn Đẹt"),
        ("H'Len Kbuôr", "H'Len Kbuôr"),
        ("Y Thanh Hà Niê Kđăm", "Y Thanh Hà Niê Kđăm"),
        ("Giàng A Chu", "Giàng A Chu"),
        ("Tôn Nữ Thị Ninh", "Tôn Nữ Thị Ninh"),
        ("Nguyễn Văn An UBND tỉnh", "Nguyễn Văn An"),
        ("Thái Bình Dương rộng", None),
        ("nguyễn văn an", None),
    ],
)
def test_name(text: str, name: str | None) -> None:
    found = Names(Patterns()).at(Text(text), 0)
    assert (found and found.name) == name


@pytest.mark.parametrize("word", ["Putin", "Trump", "Merkel", "Park", "Zhongtian", "Shigeru", "Phôm-vi-hản", "Frew"])
def test_foreign_word(word: str) -> None:
    assert is_foreign(word)


@pytest.mark.parametrize(
    "word", ["Nguyễn", "Khuyến", "Nghiêm", "Huỳnh", "Oanh", "Quới", "Xoong", "Giêng", "Uỷ", "Rượu", "Gì", "Ý", "K"]
)
def test_vietnamese_word(word: str) -> None:
    assert not is_foreign(word)
