# ruff: noqa: E501 (a sentence stays on one line)
"""Officials: mentions, names and posts in single sentences, and people across a page."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import Article, Extractor
from extractor.article import Official, Person
from tests.conftest import deadline


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def mentions(article: Article) -> list[tuple[int, int, Official | Person]]:
    """The mentions of officials and persons in order of the text."""
    people: tuple[Official | Person, ...] = (*article.officials, *article.persons)
    return sorted(((m.start, m.end, one) for one in people for m in one.mentions), key=lambda item: item[:2])


def posts(one: Official | Person) -> str:
    """`role @ organisation` of all positions, as gold pages write them; empty for a person."""
    positions = one.positions if isinstance(one, Official) else ()
    return "; ".join(f"{post.role} @ {post.organisation}" if post.organisation else post.role for post in positions)


def marked(article: Article) -> str:
    """The text with brackets around the mentions."""
    text, last = "", 0
    for start, end, _ in mentions(article):
        text += article.text[last:start] + "[" + article.text[start:end] + "]"
        last = end
    return text + article.text[last:]


# (sentence with its mentions in brackets, [(name, posts) of each])
SENTENCES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "[Phó Bí thư Thường trực Tỉnh ủy Hà Tĩnh Trần Văn Bách] đề nghị làm rõ.",
        [("Trần Văn Bách", "Phó Bí thư Thường trực @ Tỉnh ủy Hà Tĩnh")],
    ),
    (
        "[Bí thư Thành ủy Đông Hà Dương Tất Bình] cùng dự.",
        [("Dương Tất Bình", "Bí thư @ Thành ủy Đông Hà")],
    ),
    (
        "[Bí thư Đảng ủy phường Bắc Hà Nguyễn Thanh Hòa]: Đảng bộ triển khai tốt.",
        [("Nguyễn Thanh Hòa", "Bí thư @ Đảng ủy phường Bắc Hà")],
    ),
    (
        "[Đồng chí Bí thư Tỉnh ủy Thanh Hóa Đỗ Trọng Minh] phát biểu.",
        [("Đỗ Trọng Minh", "Bí thư @ Tỉnh ủy Thanh Hóa")],
    ),
    (
        "[Đồng chí Lê Đức Tân, Tỉnh ủy viên, Phó trưởng Ban Thường trực Ban Tổ chức Tỉnh ủy Thanh Hóa] dự hội nghị.",
        [
            (
                "Lê Đức Tân",
                "Ủy viên @ Ban Chấp hành Đảng bộ tỉnh Thanh Hóa; Phó Trưởng ban Thường trực @ Ban Tổ chức Tỉnh ủy Thanh Hóa",
            )
        ],
    ),
    (
        "[Hồ Sỹ Tâm-Phó Bí thư Thường trực Thành ủy Đông Hà]",
        [("Hồ Sỹ Tâm", "Phó Bí thư Thường trực @ Thành ủy Đông Hà")],
    ),
    (
        "[Ông Diệp Bảo Tín-Bí thư Đảng ủy xã Ia Krêl] cho biết.",
        [("Diệp Bảo Tín", "Bí thư @ Đảng ủy xã Ia Krêl")],
    ),
    (
        "[Phạm Tuấn Lâm – Bí thư Đảng ủy, Giám đốc Sở Y tế tỉnh Hà Tĩnh] báo cáo.",
        [("Phạm Tuấn Lâm", "Bí thư @ Đảng ủy Sở Y tế tỉnh Hà Tĩnh; Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Võ Văn Thọ- Trưởng ban Tuyên giáo Trung ương] phát biểu.",
        [("Võ Văn Thọ", "Trưởng ban @ Ban Tuyên giáo Trung ương")],
    ),
    (
        "[Phó Bí thư Thường trực Thị ủy, Chủ tịch UBND thị xã Ba Đồn Nguyễn Văn An] chủ trì.",
        [("Nguyễn Văn An", "Phó Bí thư Thường trực @ Thị ủy Ba Đồn; Chủ tịch @ UBND thị xã Ba Đồn")],
    ),
    (
        "[Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tuyên giáo và Dân vận Trung ương Trịnh Văn Quý] dự.",
        [
            (
                "Trịnh Văn Quý",
                "Ủy viên @ Bộ Chính trị; Bí thư @ Ban Chấp hành Trung ương; Trưởng ban @ Ban Tuyên giáo và Dân vận Trung ương",
            )
        ],
    ),
    (
        "Dự hội nghị có các đồng chí: [Nguyễn Văn Lộc, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Bình Phước]; [Trần Tuệ Hằng, Phó Bí thư Thường trực Tỉnh ủy Bình Phước]; [Lê Văn Chung, Phó Bí thư Tỉnh ủy Bình Phước].",
        [
            ("Nguyễn Văn Lộc", "Ủy viên @ Ban Chấp hành Trung ương; Bí thư @ Tỉnh ủy Bình Phước"),
            ("Trần Tuệ Hằng", "Phó Bí thư Thường trực @ Tỉnh ủy Bình Phước"),
            ("Lê Văn Chung", "Phó Bí thư @ Tỉnh ủy Bình Phước"),
        ],
    ),
    (
        "Tham dự có các đồng chí Phó Chủ tịch UBND tỉnh Hà Tĩnh: [Lê Văn An], [Trần Văn Bình] và [Phạm Thị Cúc].",
        [
            ("Lê Văn An", "Phó Chủ tịch @ UBND tỉnh Hà Tĩnh"),
            ("Trần Văn Bình", "Phó Chủ tịch @ UBND tỉnh Hà Tĩnh"),
            ("Phạm Thị Cúc", "Phó Chủ tịch @ UBND tỉnh Hà Tĩnh"),
        ],
    ),
    (
        "Các Phó Thủ tướng: [Lê Văn An], [Trần Văn Bình] cùng dự.",
        [("Lê Văn An", "Phó Thủ tướng @ Chính phủ"), ("Trần Văn Bình", "Phó Thủ tướng @ Chính phủ")],
    ),
    (
        "Các Phó Thủ tướng [Lê Văn An], [Trần Văn Bình] cùng dự.",
        [("Lê Văn An", "Phó Thủ tướng @ Chính phủ"), ("Trần Văn Bình", "Phó Thủ tướng @ Chính phủ")],
    ),
    (
        "[Trưởng ban Tổ chức Thành ủy Đông Hà Tống Thị Quỳnh Hương] báo cáo.",
        [("Tống Thị Quỳnh Hương", "Trưởng ban @ Ban Tổ chức Thành ủy Đông Hà")],
    ),
    (
        "Đoàn gồm các ông: [Lại Xuân Minh, Ủy viên Trung ương Đảng, Phó trưởng ban Tuyên giáo Trung ương]; [Huỳnh Thành Đông].",
        [
            ("Lại Xuân Minh", "Ủy viên @ Ban Chấp hành Trung ương; Phó Trưởng ban @ Ban Tuyên giáo Trung ương"),
            ("Huỳnh Thành Đông", ""),
        ],
    ),
    (
        "[Phó Bí thư Thường trực Tỉnh ủy Hà Tĩnh Trần Văn Bách], [Bí thư Thành ủy Hà Tĩnh Dương Tất Bình] trao giấy khen.",
        [
            ("Trần Văn Bách", "Phó Bí thư Thường trực @ Tỉnh ủy Hà Tĩnh"),
            ("Dương Tất Bình", "Bí thư @ Thành ủy Hà Tĩnh"),
        ],
    ),
    (
        "Theo [ông Nguyễn Văn An (Chủ tịch UBND xã Hòa Tiến)], dân đồng thuận.",
        [("Nguyễn Văn An", "Chủ tịch @ UBND xã Hòa Tiến")],
    ),
    (
        "[Thiếu tướng Nguyễn Thanh Lê, Ủy viên Ban Thường vụ Tỉnh ủy Cà Mau, Giám đốc Công an tỉnh Cà Mau] chỉ đạo.",
        [("Nguyễn Thanh Lê", "Ủy viên @ Ban Thường vụ Tỉnh ủy Cà Mau; Giám đốc @ Công an tỉnh Cà Mau")],
    ),
    (
        "HĐND tỉnh Hà Tĩnh bầu [ông Trần Phong Hải] giữ chức Chủ tịch UBND tỉnh Hà Tĩnh nhiệm kỳ 2021-2026.",
        [("Trần Phong Hải", "Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    (
        "Quyết định chỉ định [đồng chí Trần Phong Hải] giữ chức Bí thư Đảng ủy UBND tỉnh Hà Tĩnh.",
        [("Trần Phong Hải", "Bí thư @ Đảng ủy UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[Phó Trưởng đoàn chuyên trách phụ trách Đoàn ĐBQH tỉnh Hà Tĩnh Trần Đình Giang] phát biểu.",
        [("Trần Đình Giang", "Phó Trưởng đoàn chuyên trách @ Đoàn đại biểu Quốc hội tỉnh Hà Tĩnh")],
    ),
    (
        "[Nguyên Chủ tịch nước Trương Tấn Sơn] dự lễ.",
        [("Trương Tấn Sơn", "nguyên Chủ tịch @ nước")],
    ),
    (
        "[nguyên Bí thư Tỉnh ủy Bến Tre Lê Văn Khải] cho biết.",
        [("Lê Văn Khải", "nguyên Bí thư @ Tỉnh ủy Bến Tre")],
    ),
    (
        "[Quyền Giám đốc Sở Y tế tỉnh Hà Tĩnh Nguyễn Văn An] báo cáo.",
        [("Nguyễn Văn An", "Quyền Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Q. Giám đốc Sở Y tế tỉnh Hà Tĩnh Nguyễn Văn An] báo cáo.",
        [("Nguyễn Văn An", "Quyền Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Đại tá, Tiến sĩ Nguyễn Văn Bảy, Phó Chính ủy Quân khu 4] phát biểu.",
        [("Nguyễn Văn Bảy", "Phó Chính ủy @ Quân khu 4")],
    ),
    (
        "[PGS.TS Trần Thị Lan, Viện trưởng Viện Nghiên cứu Biển], phát biểu.",
        [("Trần Thị Lan", "Viện trưởng @ Viện Nghiên cứu Biển")],
    ),
    (
        "[TS. Nguyễn Văn An, Cục trưởng Cục Thuế tỉnh Hà Tĩnh] phát biểu.",
        [("Nguyễn Văn An", "Cục trưởng @ Cục Thuế tỉnh Hà Tĩnh")],
    ),
    (
        "[Trưởng Công an huyện Tây Giang Nông Minh Tường] cho biết.",
        [("Nông Minh Tường", "Trưởng Công an @ Công an huyện Tây Giang")],
    ),
    (
        "[Thứ trưởng Bộ NN&PTNT Lê Minh Hạnh] kiểm tra.",
        [("Lê Minh Hạnh", "Thứ trưởng @ Bộ Nông nghiệp và Phát triển nông thôn")],
    ),
    (
        "[Bộ trưởng Y tế Nguyễn Thị Kim Trang] trả lời.",
        [("Nguyễn Thị Kim Trang", "Bộ trưởng @ Bộ Y tế")],
    ),
    (
        "[Giám đốc Sở GD&ĐT TP.HCM Lê Hồng Sáng] cho biết.",
        [("Lê Hồng Sáng", "Giám đốc @ Sở Giáo dục và Đào tạo thành phố Hồ Chí Minh")],
    ),
    (
        "[Chủ tịch UBND TP Hồ Chí Minh Nguyễn Văn Đực] làm việc.",
        [("Nguyễn Văn Đực", "Chủ tịch @ UBND thành phố Hồ Chí Minh")],
    ),
    (
        "[Bí thư Thành ủy TP. Hồ Chí Minh Nguyễn Văn Đực] phát biểu.",
        [("Nguyễn Văn Đực", "Bí thư @ Thành ủy thành phố Hồ Chí Minh")],
    ),
    (
        "[Chủ tịch HĐND tỉnh Hà Tĩnh HOÀNG TRUNG DỰNG] chủ tọa.",
        [("Hoàng Trung Dựng", "Chủ tịch @ HĐND tỉnh Hà Tĩnh")],
    ),
    (
        "[ÔNG LÊ VĂN TÁM, CHỦ TỊCH UBND TỈNH HÀ TĨNH]",
        [("Lê Văn Tám", "Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[Bí thư Tỉnh đoàn Sơn La Nguyễn Thị Thanh Tâm] trao quà.",
        [("Nguyễn Thị Thanh Tâm", "Bí thư @ Tỉnh đoàn Sơn La")],
    ),
    (
        "[Bí thư Đoàn xã Xím Vàng Giàng A Tủa] dẫn đường.",
        [("Giàng A Tủa", "Bí thư @ Đoàn xã Xím Vàng")],
    ),
    (
        "[Chủ tịch Hội LHPN huyện Tây Giang Alăng Thị Bình] vận động.",
        [("Alăng Thị Bình", "Chủ tịch @ Hội Liên hiệp Phụ nữ huyện Tây Giang")],
    ),
    (
        "[Chủ tịch Ủy ban MTTQ huyện Tây Giang H'Len Kbuôr] thăm.",
        [("H'Len Kbuôr", "Chủ tịch @ Ủy ban MTTQ Việt Nam huyện Tây Giang")],
    ),
    (
        "[Già làng Y Wik Byă] kể chuyện.",
        [("Y Wik Byă", "")],
    ),
    (
        "[Bà H'Yim Kđoh, Phó Chủ tịch HĐND tỉnh Đắk Lắk], phát biểu.",
        [("H'Yim Kđoh", "Phó Chủ tịch @ HĐND tỉnh Đắk Lắk")],
    ),
    (
        "[Ông Ksor Phước, Chủ tịch UBND huyện Ia Grai], cho biết.",
        [("Ksor Phước", "Chủ tịch @ UBND huyện Ia Grai")],
    ),
    (
        "[Ông Y Thanh Hà Niê Kđăm, Bí thư Đảng ủy Khối Doanh nghiệp Trung ương], kết luận.",
        [("Y Thanh Hà Niê Kđăm", "Bí thư @ Đảng ủy Khối Doanh nghiệp Trung ương")],
    ),
    (
        "[Ông K'Mák, Trưởng thôn Đăk Lang], cho biết.",
        [("K'Mák", "Trưởng thôn @ thôn Đăk Lang")],
    ),
    (
        "[Ông Rơ Châm Giáp, Chủ tịch UBND xã Ia Krêl], cho biết.",
        [("Rơ Châm Giáp", "Chủ tịch @ UBND xã Ia Krêl")],
    ),
    (
        "[Chánh Văn phòng UBND tỉnh Hà Tĩnh Trần Tú Anh] thông tin.",
        [("Trần Tú Anh", "Chánh Văn phòng @ Văn phòng UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[Chánh Thanh tra tỉnh Hà Tĩnh Lê Văn An] kết luận.",
        [("Lê Văn An", "Chánh Thanh tra @ Thanh tra tỉnh Hà Tĩnh")],
    ),
    (
        "[Viện trưởng VKSND tỉnh Hà Tĩnh Lê Thị Quỳnh] phát biểu.",
        [("Lê Thị Quỳnh", "Viện trưởng @ Viện kiểm sát nhân dân tỉnh Hà Tĩnh")],
    ),
    (
        "[Chánh án TAND huyện Tây Giang Hồ Văn Minh] tuyên án.",
        [("Hồ Văn Minh", "Chánh án @ Tòa án nhân dân huyện Tây Giang")],
    ),
    (
        "[Chỉ huy trưởng Bộ CHQS tỉnh Hà Tĩnh Nguyễn Xuân Thắng] kiểm tra.",
        [("Nguyễn Xuân Thắng", "Chỉ huy trưởng @ Bộ Chỉ huy Quân sự tỉnh Hà Tĩnh")],
    ),
    (
        "[Trưởng ban Kinh tế - Ngân sách HĐND tỉnh Quảng Nam Trần Văn Kiên] thẩm tra.",
        [("Trần Văn Kiên", "Trưởng ban @ Ban Kinh tế - Ngân sách HĐND tỉnh Quảng Nam")],
    ),
    (
        "[Chủ nhiệm UBKT Tỉnh ủy Hà Tĩnh Hà Văn Trọng] kết luận.",
        [("Hà Văn Trọng", "Chủ nhiệm @ Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh")],
    ),
    (
        "[Bí thư Chi bộ thôn Đông An Phạm Đình Khánh] vận động.",
        [("Phạm Đình Khánh", "Bí thư @ Chi bộ thôn Đông An")],
    ),
    (
        "[Hiệu trưởng Trường THPT Chu Văn An Hoàng Mai Sáng] phát biểu.",
        [("Hoàng Mai Sáng", "Hiệu trưởng @ Trường THPT Chu Văn An")],
    ),
    (
        "[Tổng Giám đốc Công ty CP Cao su Hoàng Anh, ông Lê Văn Tám] cho biết.",
        [("Lê Văn Tám", "Tổng Giám đốc @ Công ty CP Cao su Hoàng Anh")],
    ),
    (
        "[Ông Lê Văn Tám, Chủ tịch Him Lam], cho biết.",
        [("Lê Văn Tám", "Chủ tịch @ Him Lam")],
    ),
    (
        "[Chủ tịch Hội đồng quản trị Công ty CP Mía đường Lam Sơn Lê Văn Tám] phát biểu.",
        [("Lê Văn Tám", "Chủ tịch Hội đồng quản trị @ Công ty CP Mía đường Lam Sơn")],
    ),
    (
        "[Luật sư Đoàn Hải Triều (Đoàn Luật sư TP Cần Thơ)] lưu ý.",
        [("Đoàn Hải Triều", "Luật sư @ Đoàn Luật sư thành phố Cần Thơ")],
    ),
    (
        "[Kiểm sát viên Ksor Krung (VKSND huyện Chư Prông)] luận tội.",
        [("Ksor Krung", "Kiểm sát viên @ Viện kiểm sát nhân dân huyện Chư Prông")],
    ),
    (
        "[Đại biểu Quốc hội Nguyễn Thị Mai Hoa] chất vấn.",
        [("Nguyễn Thị Mai Hoa", "Đại biểu @ Quốc hội")],
    ),
    (
        "[Tổng thống Mỹ Donald Trump] phát biểu.",
        [("Donald Trump", "Tổng thống @ Mỹ")],
    ),
    (
        "[Thủ tướng Nhật Bản Shinzo Abe] thăm Việt Nam.",
        [("Shinzo Abe", "Thủ tướng @ Chính phủ Nhật Bản")],
    ),
    (
        "[Ông Phạm Văn Thành, Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Cô Tô], cho biết.",
        [("Phạm Văn Thành", "Bí thư @ Huyện ủy Cô Tô; Chủ tịch @ UBND huyện Cô Tô")],
    ),
    (
        "[Thiếu tướng, PGS.TS Nguyễn Văn An, Giám đốc Học viện Cảnh sát nhân dân], phát biểu.",
        [("Nguyễn Văn An", "Giám đốc @ Học viện Cảnh sát nhân dân")],
    ),
    (
        "[Trưởng phòng Cảnh sát điều tra Thượng tá Lê Văn An] phát biểu.",
        [("Lê Văn An", "Trưởng phòng @ Phòng Cảnh sát điều tra")],
    ),
    (
        "[Bà Nguyễn Thị Hoa (SN 1975), Chủ tịch UBND phường Bến Nghé], ký.",
        [("Nguyễn Thị Hoa", "Chủ tịch @ UBND phường Bến Nghé")],
    ),
    (
        "[Ông Huỳnh Văn Tám, Chủ nhiệm Hợp tác xã Hợp Tiến], cho biết.",
        [("Huỳnh Văn Tám", "Chủ nhiệm @ HTX Hợp Tiến")],
    ),
    (
        "[Phó Giám đốc phụ trách Sở Nội vụ tỉnh Hà Tĩnh Lê Văn An] báo cáo.",
        [("Lê Văn An", "Phó Giám đốc phụ trách @ Sở Nội vụ tỉnh Hà Tĩnh")],
    ),
    (
        "[Trưởng phòng Tài chính - Kế hoạch huyện Tây Giang Alăng Bình] thông tin.",
        [("Alăng Bình", "Trưởng phòng @ Phòng Tài chính - Kế hoạch huyện Tây Giang")],
    ),
    (
        "[Hạt trưởng Hạt Kiểm lâm huyện Tây Giang Lê Hoàng Sơn] cho biết.",
        [("Lê Hoàng Sơn", "Hạt trưởng @ Hạt Kiểm lâm huyện Tây Giang")],
    ),
    (
        "[Đồng chí Phan Thanh Bạch (Tư Bạch), nguyên Bí thư Tỉnh ủy Vĩnh Long], từ trần.",
        [("Phan Thanh Bạch", "nguyên Bí thư @ Tỉnh ủy Vĩnh Long")],
    ),
    (
        "[Bà Trần Thị Lệ Thu, Chánh tòa Hình sự TAND tỉnh Hà Tĩnh], phát biểu.",
        [("Trần Thị Lệ Thu", "Chánh tòa @ Tòa Hình sự Tòa án nhân dân tỉnh Hà Tĩnh")],
    ),
    (
        "[Chủ tịch LĐLĐ tỉnh Sơn La Hà Trung Kiên] trao quà.",
        [("Hà Trung Kiên", "Chủ tịch @ Liên đoàn Lao động tỉnh Sơn La")],
    ),
    (
        "[Bí thư Thành đoàn TP.HCM Nguyễn Mạnh Cường] phát động.",
        [("Nguyễn Mạnh Cường", "Bí thư @ Thành đoàn thành phố Hồ Chí Minh")],
    ),
    (
        "[Đại tá Nguyễn Văn Bảy - Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh Tây Ninh] dự.",
        [
            (
                "Nguyễn Văn Bảy",
                "Phó Chỉ huy trưởng @ Bộ Chỉ huy Quân sự tỉnh Tây Ninh; Tham mưu trưởng @ Bộ Chỉ huy Quân sự tỉnh Tây Ninh",
            )
        ],
    ),
    (
        "[Trung tá Phan Bá Chiến, Chính trị viên Đồn Biên phòng Lao Bảo], lưu ý.",
        [("Phan Bá Chiến", "Chính trị viên @ Đồn Biên phòng Lao Bảo")],
    ),
    (
        "[Giám đốc Kho bạc Nhà nước Cần Thơ Đặng Quốc Nam] cho biết.",
        [("Đặng Quốc Nam", "Giám đốc @ Kho bạc Nhà nước Cần Thơ")],
    ),
    (
        "[Ông Tô Văn Lâm, Phó Chủ nhiệm Ủy ban Pháp luật của Quốc hội], giải trình.",
        [("Tô Văn Lâm", "Phó Chủ nhiệm @ Ủy ban Pháp luật của Quốc hội")],
    ),
    (
        "[Phó Chủ tịch nước Đặng Thị Ngọc Thanh] trao Huân chương.",
        [("Đặng Thị Ngọc Thanh", "Phó Chủ tịch @ nước")],
    ),
    (
        "[Phó Thủ tướng Thường trực Trương Hòa Bảo] chủ trì.",
        [("Trương Hòa Bảo", "Phó Thủ tướng Thường trực @ Chính phủ")],
    ),
    (
        "[Tổng Kiểm toán Nhà nước Hồ Đức Phúc] trình bày.",
        [("Hồ Đức Phúc", "Tổng Kiểm toán @ Kiểm toán Nhà nước")],
    ),
    (
        "[Thống đốc Ngân hàng Nhà nước Lê Minh Hùng] trả lời.",
        [("Lê Minh Hùng", "Thống đốc @ Ngân hàng Nhà nước")],
    ),
    (
        "[Chủ nhiệm Văn phòng Chính phủ Mai Tiến Dực] chủ trì họp báo.",
        [("Mai Tiến Dực", "Chủ nhiệm @ Văn phòng Chính phủ")],
    ),
    (
        "[Đại tướng Lương Văn Thường, Ủy viên Bộ Chính trị, Chủ nhiệm Tổng cục Chính trị Quân đội nhân dân Việt Nam], phát biểu.",
        [("Lương Văn Thường", "Ủy viên @ Bộ Chính trị; Chủ nhiệm @ Tổng cục Chính trị Quân đội nhân dân Việt Nam")],
    ),
    (
        "[Đại tướng Lương Văn Thường, Ủy viên Bộ Chính trị, Chủ nhiệm Tổng cục Chính trị], phát biểu.",
        [("Lương Văn Thường", "Ủy viên @ Bộ Chính trị; Chủ nhiệm @ Tổng cục Chính trị")],
    ),
    (
        "[Thượng tướng Lê Tân An, Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam, Thứ trưởng Bộ Quốc phòng], dự.",
        [("Lê Tân An", "Tổng Tham mưu trưởng @ Quân đội nhân dân Việt Nam; Thứ trưởng @ Bộ Quốc phòng")],
    ),
    (
        "[Trung tướng Lê Văn An, Phó Chủ nhiệm Tổng cục Chính trị QĐND Việt Nam], dự.",
        [("Lê Văn An", "Phó Chủ nhiệm @ Tổng cục Chính trị Quân đội nhân dân Việt Nam")],
    ),
    (
        "[Ông Lê Văn An, Phó Giám đốc Báo và Phát thanh, Truyền hình tỉnh Hà Tĩnh], dự.",
        [("Lê Văn An", "Phó Giám đốc @ Báo và Phát thanh, truyền hình tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An, Tổng Giám đốc Đài Tiếng nói Việt Nam], dự.",
        [("Lê Văn An", "Tổng Giám đốc @ Đài Tiếng nói Việt Nam")],
    ),
    (
        "[Ông Lê Văn An, Phó Tổng Biên tập Báo Quân đội nhân dân], dự.",
        [("Lê Văn An", "Phó Tổng Biên tập @ Báo Quân đội nhân dân")],
    ),
    (
        "[Ông Lê Văn An, Phó trưởng Thuế thành phố Hải Phòng], dự.",
        [("Lê Văn An", "Phó Trưởng Thuế @ Thuế thành phố Hải Phòng")],
    ),
    (
        "[Ông Lê Văn An, Trưởng Thuế cơ sở 3 tỉnh Hà Tĩnh], dự.",
        [("Lê Văn An", "Trưởng Thuế @ Thuế cơ sở 3 tỉnh Hà Tĩnh")],
    ),
    (
        "[Linh mục Lê Văn An, Phó Chủ tịch Ủy ban Đoàn kết Công giáo Việt Nam tỉnh Hà Tĩnh], dự.",
        [("Lê Văn An", "Phó Chủ tịch @ Ủy ban Đoàn kết Công giáo Việt Nam tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An, Tổng Lãnh sự Việt Nam tại Savannakhet], dự.",
        [("Lê Văn An", "Tổng Lãnh sự @ Việt Nam tại Savannakhet")],
    ),
    (
        "[Ông Lê Văn An, Trưởng Ban Chỉ đạo 389 tỉnh Hà Tĩnh], dự.",
        [("Lê Văn An", "Trưởng ban @ Ban Chỉ đạo 389 tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An, Phó Trưởng Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Hà Tĩnh], dự.",
        [("Lê Văn An", "Phó Trưởng ban @ Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An, Cục trưởng Cục Phòng, chống tham nhũng, Thanh tra Chính phủ], dự.",
        [("Lê Văn An", "Cục trưởng @ Cục phòng, chống tham nhũng Thanh tra Chính phủ")],
    ),
    (
        "[Ông Lê Văn An, Vụ trưởng Vụ Pháp chế, Ngân hàng Nhà nước], nói. Bộ Công Thương đồng ý.",
        [("Lê Văn An", "Vụ trưởng @ Vụ Pháp chế Ngân hàng Nhà nước")],
    ),
    (
        "[Đồng chí Lê Văn An, PBT TT Huyện ủy, Chủ tịch HĐND huyện], dự.",
        [("Lê Văn An", "Phó Bí thư Thường trực @ Huyện ủy; Chủ tịch @ HĐND huyện")],
    ),
    (
        "[Đồng chí Lê Văn An, Trưởng ban Xây dựng Đảng xã Đức Thọ], dự.",
        [("Lê Văn An", "Trưởng ban @ Ban Xây dựng Đảng xã Đức Thọ")],
    ),
    (
        "[Đồng chí Lê Văn An, Phó Trưởng ban Ban Kinh tế - Ngân sách HĐND tỉnh], dự.",
        [("Lê Văn An", "Phó Trưởng ban @ Ban Kinh tế - Ngân sách HĐND tỉnh")],
    ),
    (
        "[Ông Lê Văn An, Phó Chủ tịch Liên hiệp các Hội KH&KT tỉnh], dự.",
        [("Lê Văn An", "Phó Chủ tịch @ Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh")],
    ),
    (
        "[Ông Lê Văn An, Giám đốc BHXH cơ sở Can Lộc], dự.",
        [("Lê Văn An", "Giám đốc @ Bảo hiểm xã hội cơ sở Can Lộc")],
    ),
    (
        "[Ông Lê Văn An, Phó Trưởng Ban Chỉ đạo 35 Tỉnh ủy Hà Tĩnh], dự.",
        [("Lê Văn An", "Phó Trưởng ban @ Ban Chỉ đạo 35 Tỉnh ủy Hà Tĩnh")],
    ),
    (
        "[Thủ tướng Ý Paolo Gentini] phát biểu.",
        [("Paolo Gentini", "Thủ tướng @ Chính phủ Italy")],
    ),
    (
        "[Đại sứ Ý tại Việt Nam Cecilia Piccini] chúc mừng.",
        [("Cecilia Piccini", "Đại sứ @ Italy tại Việt Nam")],
    ),
    (
        "[Đồng chí Nguyễn Văn An, Bí thư Quận ủy quận 1], báo cáo.",
        [("Nguyễn Văn An", "Bí thư @ Quận ủy quận 1")],
    ),
    (
        "[Đồng chí Nguyễn Văn An, Bí thư Quận 1], báo cáo.",
        [("Nguyễn Văn An", "Bí thư @ Quận ủy quận 1")],
    ),
    (
        "[Chủ tịch   Lasuco  Lê Văn Tam] phát biểu.",
        [("Lê Văn Tam", "Chủ tịch @ Lasuco")],
    ),
    (
        "[Đại sứ Việt Nam tại Lào Nguyễn Bá Hưng] tiếp đoàn.",
        [("Nguyễn Bá Hưng", "Đại sứ @ Việt Nam tại Lào")],
    ),
    (
        "[Vụ trưởng Vụ Pháp chế Bộ Tài chính Lê Thị Mai] giải thích.",
        [("Lê Thị Mai", "Vụ trưởng @ Vụ Pháp chế Bộ Tài chính")],
    ),
    (
        "[Trưởng Ban Quản lý các khu công nghiệp tỉnh Hải Dương Bùi Thế Kỳ] cho biết.",
        [("Bùi Thế Kỳ", "Trưởng ban @ Ban Quản lý các khu công nghiệp tỉnh Hải Dương")],
    ),
    (
        "[Phó Hiệu trưởng Trường Đại học Vinh Trần Bá Tiến] phát biểu.",
        [("Trần Bá Tiến", "Phó Hiệu trưởng @ Trường Đại học Vinh")],
    ),
    (
        "[Tổng Biên tập Báo Hà Tĩnh Nguyễn Văn Hùng] dự.",
        [("Nguyễn Văn Hùng", "Tổng Biên tập @ Báo Hà Tĩnh")],
    ),
    (
        "[Tổ trưởng tổ dân phố 5 Lê Thị Lan] vận động bà con.",
        [("Lê Thị Lan", "Tổ trưởng @ tổ dân phố 5")],
    ),
    (
        "[Bí thư Đảng ủy, Chủ tịch HĐND xã Hòa Tiến Lê Văn An] tiếp công dân.",
        [("Lê Văn An", "Bí thư @ Đảng ủy xã Hòa Tiến; Chủ tịch @ HĐND xã Hòa Tiến")],
    ),
    (
        "[UVBTV Tỉnh ủy Hà Tĩnh Lê Văn An] dự.",
        [("Lê Văn An", "Ủy viên @ Ban Thường vụ Tỉnh ủy Hà Tĩnh")],
    ),
    (
        "[Đ/c Lê Văn An - PCT UBND tỉnh Hà Tĩnh] kết luận.",
        [("Lê Văn An", "Phó Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[Đ/c. Lê Văn An, CVP UBND tỉnh Hà Tĩnh] truyền đạt.",
        [("Lê Văn An", "Chánh Văn phòng @ Văn phòng UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[PGĐ Sở Y tế tỉnh Hà Tĩnh Lê Văn An] trả lời.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Chủ tịch UBND xã Ngọc Lương Lê Xuân Phong] xác nhận.",
        [("Lê Xuân Phong", "Chủ tịch @ UBND xã Ngọc Lương")],
    ),
    (
        "[Chủ tịch UBND phường Trần Phú Nguyễn Văn Nam] xác nhận.",
        [("Nguyễn Văn Nam", "Chủ tịch @ UBND phường Trần Phú")],
    ),
    (
        "[Chủ tịch UBND xã Xuân Quang 2, bà Huỳnh Thị Sáu], kể.",
        [("Huỳnh Thị Sáu", "Chủ tịch @ UBND xã Xuân Quang 2")],
    ),
    (
        "[Bí thư Đà Nẵng Nguyễn Xuân An] phát biểu.",
        [("Nguyễn Xuân An", "Bí thư @ Thành ủy Đà Nẵng")],
    ),
    (
        "[Chủ tịch xã Hòa Tiến Lê Văn An] xác nhận.",
        [("Lê Văn An", "Chủ tịch @ UBND xã Hòa Tiến")],
    ),
    (
        "[Bí thư Huyện ủy Cư M'gar Y Krưn Mlô] thăm.",
        [("Y Krưn Mlô", "Bí thư @ Huyện ủy Cư M'gar")],
    ),
    (
        "[Ông Nguyễn Văn An, 52 tuổi, Trưởng ấp Bình Tả], kể.",
        [("Nguyễn Văn An", "Trưởng ấp @ ấp Bình Tả")],
    ),
    (
        "[NGUYỄN VĂN AN, CHỦ TỊCH UBND TỈNH HÀ TĨNH]",
        [("Nguyễn Văn An", "Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    # an abbreviation or a place in brackets does not end a title
    (
        "[Bộ trưởng Bộ Giao thông vận tải (GTVT) Lê Văn An] trả lời.",
        [("Lê Văn An", "Bộ trưởng @ Bộ Giao thông vận tải")],
    ),
    (
        "[Ông Lê Văn An, Phó Giám đốc Sở Giao thông vận tải (GTVT) TP.HCM], cho biết.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Giao thông vận tải thành phố Hồ Chí Minh")],
    ),
    (
        "[Chủ tịch UBND xã Hòa Tiến (huyện Hòa Vang, Đà Nẵng) Lê Văn An] xác nhận.",
        [("Lê Văn An", "Chủ tịch @ UBND xã Hòa Tiến")],
    ),
    (
        "[Ông Lê Văn An, Chủ tịch Hiệp hội Nuôi cá tra Việt Nam (HNC)], nói.",
        [("Lê Văn An", "Chủ tịch @ Hiệp hội Nuôi cá tra Việt Nam")],
    ),
    # who acts for the holder of a post does not hold it
    (
        "Thừa ủy quyền Thủ tướng Chính phủ, [Bộ trưởng Bộ Tài chính Lê Văn An] trình bày tờ trình.",
        [("Lê Văn An", "Bộ trưởng @ Bộ Tài chính")],
    ),
    # a post before a name is of that name: foreigners, rare families
    (
        "[Thủ tướng Nhật Bản Kenji Tano], [Tổng thống Pháp Jean Morel] hội đàm.",
        [("Kenji Tano", "Thủ tướng @ Chính phủ Nhật Bản"), ("Jean Morel", "Tổng thống @ Pháp")],
    ),
    (
        "[Chủ tịch Quốc hội Lê Thị An], [Phó Chủ tịch Quốc hội Tòng Thị Bình] dự.",
        [("Lê Thị An", "Chủ tịch @ Quốc hội"), ("Tòng Thị Bình", "Phó Chủ tịch @ Quốc hội")],
    ),
    (
        "[Bộ trưởng Quốc phòng Nga Ivan Petrov] tới Hà Nội.",
        [("Ivan Petrov", "Bộ trưởng @ Bộ Quốc phòng Nga")],
    ),
    (
        "[Chủ tịch Hạ viện Anh John Burke] phát biểu.",
        [("John Burke", "Chủ tịch @ Hạ viện Anh")],
    ),
    # a body named by its capitals alone
    (
        "[Tổng thư ký NATO Jens Bergson] cho biết.",
        [("Jens Bergson", "Tổng Thư ký @ NATO")],
    ),
    # ages and other posts in brackets; the post of today in brackets
    (
        "[Bà Lê Thị An (56 tuổi, nguyên Chủ tịch Hội LHPN xã Hòa Tiến)] kể.",
        [("Lê Thị An", "nguyên Chủ tịch @ Hội Liên hiệp Phụ nữ xã Hòa Tiến")],
    ),
    (
        "Bị cáo [Lê Văn An (sinh năm 1960, nguyên Giám đốc Sở Y tế tỉnh Hà Tĩnh)] nhận tội.",
        [("Lê Văn An", "nguyên Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Bà Lê Thị An, nguyên Chủ tịch UBND quận 9] (hiện là Bí thư Quận ủy 9), trả lời.",
        [("Lê Thị An", "nguyên Chủ tịch @ UBND quận 9; Bí thư @ Quận ủy 9")],
    ),
    # how a court or a meeting sees a person is no part of the mention
    ("Cử tri [Lê Văn An] hỏi.", [("Lê Văn An", "")]),
    # lawyers with their bar
    (
        "Theo [luật sư Lê Văn An, Đoàn Luật sư TP Hà Nội], đây là tội.",
        [("Lê Văn An", "Luật sư @ Đoàn Luật sư thành phố Hà Nội")],
    ),
    (
        "[Luật sư Lê Văn An (Đoàn Luật sư TP Hà Nội, Giám đốc Công ty Luật An Phú)] nói.",
        [("Lê Văn An", "Luật sư @ Đoàn Luật sư thành phố Hà Nội; Giám đốc @ Công ty Luật An Phú")],
    ),
    # deputies are of the Assembly, not of their province's group
    (
        "Đại biểu Quốc hội hỏi. [Đại biểu Lê Văn An] (Đoàn TP Hà Nội) đề nghị.",
        [("Lê Văn An", "Đại biểu @ Quốc hội")],
    ),
    # heads with a comma between them share the body
    (
        "[Ông Lê Văn An, Chủ tịch HĐQT, Tổng Giám đốc Công ty cổ phần An Phú], cho biết.",
        [
            (
                "Lê Văn An",
                "Chủ tịch Hội đồng quản trị @ Công ty cổ phần An Phú; Tổng Giám đốc @ Công ty cổ phần An Phú",
            )
        ],
    ),
    (
        "[Ông Lê Văn An, Phó Chủ tịch, Tổng Thư ký Hội Nhà báo Việt Nam], phát biểu.",
        [("Lê Văn An", "Phó Chủ tịch @ Hội Nhà báo Việt Nam; Tổng Thư ký @ Hội Nhà báo Việt Nam")],
    ),
    # what is led of a body
    (
        "[Ông Lê Văn An, Phó Giám đốc khối ngân hàng đầu tư Công ty chứng khoán An Phú], nói.",
        [("Lê Văn An", "Phó Giám đốc khối ngân hàng đầu tư @ Công ty chứng khoán An Phú")],
    ),
    # long names of bodies, and those of the next larger
    (
        "[Ông Lê Văn An, Phó Giám đốc Trung tâm Dự báo nhu cầu nhân lực và Thông tin thị trường lao động TP.HCM], nói.",
        [
            (
                "Lê Văn An",
                "Phó Giám đốc @ Trung tâm Dự báo nhu cầu nhân lực và Thông tin thị trường lao động thành phố Hồ Chí Minh",
            )
        ],
    ),
    (
        "[Ông Lê Văn An, Vụ trưởng Vụ Công nghiệp nặng (Bộ Công Thương)], nói.",
        [("Lê Văn An", "Vụ trưởng @ Vụ Công nghiệp nặng Bộ Công Thương")],
    ),
    (
        "[Ông Lê Văn An, Cục trưởng Cục Kiểm soát hoạt động bảo vệ môi trường], nói.",
        [("Lê Văn An", "Cục trưởng @ Cục Kiểm soát hoạt động bảo vệ môi trường")],
    ),
    (
        "[Trung tá Lê Văn An, Đội trưởng Đội 3] khai.",
        [("Lê Văn An", "Đội trưởng @ Đội 3")],
    ),
    (
        "[Trung tá Lê Văn An (Phó trưởng Phòng Cảnh sát kinh tế, Công an TP Đà Nẵng)] cho biết.",
        [("Lê Văn An", "Phó Trưởng phòng @ Phòng Cảnh sát kinh tế Công an thành phố Đà Nẵng")],
    ),
    (
        "[Đại tá Lê Văn An, Phó Giám đốc Cảnh sát PCCC tỉnh Quảng Ngãi], cho biết.",
        [("Lê Văn An", "Phó Giám đốc @ Cảnh sát Phòng cháy và chữa cháy tỉnh Quảng Ngãi")],
    ),
    (
        "[Hiệu trưởng Trường PTDTBT Tiểu học Pa Cheo Lê Thị An] nói.",
        [("Lê Thị An", "Hiệu trưởng @ Trường PTDTBT Tiểu học Pa Cheo")],
    ),
    (
        "[Ông Lê Văn An, Giám đốc Chi nhánh Ngân hàng Chính sách xã hội tỉnh Đồng Nai], nói.",
        [("Lê Văn An", "Giám đốc @ Chi nhánh Ngân hàng Chính sách xã hội tỉnh Đồng Nai")],
    ),
    (
        "[Ông Lê Văn An, Chủ tịch Công ty ô tô Tràng An], nói.",
        [("Lê Văn An", "Chủ tịch @ Công ty ô tô Tràng An")],
    ),
    # posts written with capitals inside begin a sentence too
    (
        "[Chủ tịch HĐQT Công ty An Phú Lê Văn An] nói.",
        [("Lê Văn An", "Chủ tịch Hội đồng quản trị @ Công ty An Phú")],
    ),
    (
        "[Phó GĐ Sở Y tế tỉnh Hà Tĩnh Lê Văn An] nói.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Bác sĩ CKII Lê Văn An, Trưởng khoa Nội, Bệnh viện Đa khoa tỉnh Nghệ An], cho biết.",
        [("Lê Văn An", "Trưởng khoa @ Khoa Nội Bệnh viện Đa khoa tỉnh Nghệ An")],
    ),
    # who has just taken a post
    (
        "[Ông Lê Văn An, tân Chủ tịch UBND tỉnh Hà Tĩnh], hứa.",
        [("Lê Văn An", "Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    # committees of the National Assembly
    (
        "[Chủ nhiệm Ủy ban Kinh tế Lê Văn An] trình bày báo cáo thẩm tra.",
        [("Lê Văn An", "Chủ nhiệm @ Ủy ban Kinh tế của Quốc hội")],
    ),
    # a minister who leads an office of the Government
    (
        "[Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn An] trả lời.",
        [("Lê Văn An", "Bộ trưởng @ Văn phòng Chính phủ; Chủ nhiệm @ Văn phòng Chính phủ")],
    ),
    # the next sentence, where the stop before it is lost
    (
        "[Bộ trưởng Bộ Y tế Lê Thị Kim An] Theo đó, giá giảm.",
        [("Lê Thị Kim An", "Bộ trưởng @ Bộ Y tế")],
    ),
    (
        "[Ông Lê Văn An, Giám đốc Công ty An Phú] và 11 đồng phạm bị bắt.",
        [("Lê Văn An", "Giám đốc @ Công ty An Phú")],
    ),
    ("[Đại biểu Lê Thị An] (Bình Dương) phát biểu.", [("Lê Thị An", "Đại biểu @ Quốc hội")]),
    ("[Phó Hiệu trưởng nhà trường Lê Văn An] cho biết.", [("Lê Văn An", "Phó Hiệu trưởng")]),
    # the stop before the next person's honorific is lost
    (
        "[Ông Lê Văn An, Chủ tịch Tập đoàn Thành Công] [Ông Trần Bá Dương, Giám đốc Công ty An Phú], dự.",
        [("Lê Văn An", "Chủ tịch @ Tập đoàn Thành Công"), ("Trần Bá Dương", "Giám đốc @ Công ty An Phú")],
    ),
    (
        "[Giám đốc Khu du lịch Núi Bà Đen Lê Văn An] cho biết.",
        [("Lê Văn An", "Giám đốc @ Khu du lịch Núi Bà Đen")],
    ),
    # an advisory board named by its place alone
    (
        "[Ông Lê Văn An, Trưởng ban Tuyên giáo huyện Hòa Vang], nói.",
        [("Lê Văn An", "Trưởng ban @ Ban Tuyên giáo huyện Hòa Vang")],
    ),
    # posts of another time; after the words of kin the clause is about the first
    (
        "[Bà Lê Thị An], chị ruột [ông Lê Văn Bình], khi đó là Chủ tịch UBND xã Ea Tu.",
        [("Lê Thị An", ""), ("Lê Văn Bình", "")],
    ),
    (
        "[Ông Lê Văn An] từng có nhiều năm làm Phó Giám đốc Sở Y tế Yên Bái.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Yên Bái")],
    ),
    (
        "[Bà Lê Thị An] - khi đó là Chủ tịch UBND tỉnh Yên Bái và hiện nay là Bí thư Tỉnh ủy Yên Bái - ký.",
        [("Lê Thị An", "Chủ tịch @ UBND tỉnh Yên Bái; Bí thư @ Tỉnh ủy Yên Bái")],
    ),
    # membership of a committee's inner body, said in short
    (
        "[Đồng chí Lê Văn An - UVBTV, Trưởng Ban Tuyên giáo Tỉnh ủy Hải Dương] phát biểu.",
        [("Lê Văn An", "Ủy viên @ Ban Thường vụ Tỉnh ủy Hải Dương; Trưởng ban @ Ban Tuyên giáo Tỉnh ủy Hải Dương")],
    ),
    (
        "[Bà Lê Thị An, Thường trực Ban Bí thư], trao quyết định.",
        [("Lê Thị An", "Thường trực @ Ban Bí thư")],
    ),
    # a secretary who is the chair as well leads the Party's committee
    (
        "[Ông Lê Văn An, Bí thư kiêm Chủ tịch UBND xã Hòa Tiến], nói.",
        [("Lê Văn An", "Bí thư @ Đảng ủy xã Hòa Tiến; Chủ tịch @ UBND xã Hòa Tiến")],
    ),
    (
        "[Ông Lê Văn An, Trưởng phòng VH-TT huyện Bắc Hà], nói.",
        [("Lê Văn An", "Trưởng phòng @ Phòng Văn hóa và Thông tin huyện Bắc Hà")],
    ),
    (
        "[Ông Lê Văn An, Phó Trưởng đoàn phụ trách Đoàn ĐBQH Kon Tum], dự.",
        [("Lê Văn An", "Phó Trưởng đoàn phụ trách @ Đoàn đại biểu Quốc hội tỉnh Kon Tum")],
    ),
    (
        "[Bà Lê Thị An, Trưởng Ban Quản lý Khu kinh tế Vân Phong tỉnh Khánh Hòa], nói.",
        [("Lê Thị An", "Trưởng ban @ Ban Quản lý Khu kinh tế Vân Phong tỉnh Khánh Hòa")],
    ),
    (
        "[Bà Lê Thị An, Trưởng bộ môn Lịch sử, Trường Đại học Giáo dục - ĐHQG Hà Nội], nói.",
        [("Lê Thị An", "Trưởng bộ môn @ Bộ môn Lịch sử Trường Đại học Giáo dục - ĐHQG Hà Nội")],
    ),
    # what a decision takes away, and membership that it gives
    (
        "HĐND tỉnh Thanh Hóa miễn nhiệm chức danh Phó Chủ tịch UBND tỉnh Thanh Hóa đối với [ông Lê Văn An].",
        [("Lê Văn An", "Phó Chủ tịch @ UBND tỉnh Thanh Hóa")],
    ),
    (
        "Tỉnh ủy chỉ định [ông Lê Văn An] tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Phó Bí thư Tỉnh ủy Yên Bái.",
        [
            (
                "Lê Văn An",
                "Ủy viên @ Ban Chấp hành Đảng bộ tỉnh Yên Bái; Ủy viên @ Ban Thường vụ Tỉnh ủy Yên Bái; "
                "Phó Bí thư @ Tỉnh ủy Yên Bái",
            )
        ],
    ),
    # a steering committee with its task in the words of the sentence
    (
        "[Ông Lê Văn An, Trưởng Ban Chỉ đạo Nhà nước về đổi mới đơn vị sự nghiệp công lập], đã dẫn đầu đoàn.",
        [("Lê Văn An", "Trưởng ban @ Ban Chỉ đạo Nhà nước về đổi mới đơn vị sự nghiệp công lập")],
    ),
    (
        "[Ông Lê Văn An, Trưởng Ban chỉ đạo của Chính phủ xử lý các dự án chậm tiến độ, nhà máy thua lỗ] chủ trì họp.",
        [
            (
                "Lê Văn An",
                "Trưởng ban @ Ban Chỉ đạo của Chính phủ xử lý các dự án chậm tiến độ, nhà máy thua lỗ",
            )
        ],
    ),
    (
        "[Ông Lê Văn An, Trưởng Ban chỉ đạo chống buôn lậu, gian lận thương mại tỉnh Quảng Ninh] cho biết.",
        [("Lê Văn An", "Trưởng ban @ Ban Chỉ đạo chống buôn lậu, gian lận thương mại tỉnh Quảng Ninh")],
    ),
    # the book-keeper of a body; initials after those of the head, and after `của`
    ("[Bà Lê Thị An, kế toán Sở Y tế Hà Tĩnh], vắng.", [("Lê Thị An", "Kế toán @ Sở Y tế tỉnh Hà Tĩnh")]),
    (
        "[Ông Lê Văn An - cựu Chủ tịch HĐTV HLG], nói.",
        [("Lê Văn An", "cựu Chủ tịch Hội đồng thành viên @ HLG")],
    ),
    ("[Ông Lê Văn An - Kế toán trưởng của HLG] (ngồi), nói.", [("Lê Văn An", "Kế toán trưởng @ HLG")]),
    # a member of a council; an inspector's grade before the post; a firm after a comma; posts after a bracket
    (
        "[Bà Lê Thị An, thành viên Hội đồng Tư vấn chính sách tiền tệ Quốc gia], nói.",
        [("Lê Thị An", "Thành viên @ Hội đồng Tư vấn chính sách tiền tệ Quốc gia")],
    ),
    ("Công ty TNHH một thành viên Nam Hà bị phạt. [Ông Lê Văn An], thành viên gia đình, nói.", [("Lê Văn An", "")]),
    (
        "[Ông Lê Văn An - Thanh tra viên cao cấp - Phó Giám đốc Sở Y tế Hà Tĩnh] ký.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An, Phó Tổng Giám đốc, Công ty cổ phần Hoàng Long] cho biết.",
        [("Lê Văn An", "Phó Tổng Giám đốc @ Công ty cổ phần Hoàng Long")],
    ),
    (
        "[Lê Văn An (nguyên Chủ tịch HĐQT Ngân hàng Lamibank), nguyên Giám đốc Công ty Hoàng Long], khai.",
        [
            (
                "Lê Văn An",
                "nguyên Chủ tịch Hội đồng quản trị @ Ngân hàng Lamibank; nguyên Giám đốc @ Công ty Hoàng Long",
            )
        ],
    ),
    # a calling without a body stays outside
    ("[TS Lê Văn An], chuyên gia kinh tế, nói.", [("Lê Văn An", "")]),
    # posts one after the other, and a name after `yêu cầu`
    (
        "[Ông Lê Văn An, Giám đốc Sở Y tế Hà Tĩnh], họp. Dân yêu cầu [Lê Văn An] trả lời.",
        [("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")] * 2,
    ),
    (
        "[Ông Lê Văn An] được cử về giữ chức vụ Phó Giám đốc Sở Y tế Hà Tĩnh.",
        [("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        "[Ông Lê Văn An] từng làm Giám đốc Sở Y tế Hà Tĩnh, sau đó là Chủ tịch UBND tỉnh Hà Tĩnh.",
        [("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh; Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    (
        "[Trung tá Thân Văn Duy - Phó Trưởng phòng PC02] cho biết: án đã rõ.",
        [
            ("Thân Văn Duy", "Phó Trưởng phòng @ Phòng PC02"),
        ],
    ),
    (
        "[Chủ tịch Ủy ban ATGT Quốc gia Trương Văn Bình] dự.",
        [
            ("Trương Văn Bình", "Chủ tịch @ Ủy ban An toàn giao thông Quốc gia"),
        ],
    ),
    (
        "Ý kiến của 4 đồng chí Phó Chủ tịch UBND tỉnh Hà Tĩnh, [Chủ tịch UBND tỉnh Hà Tĩnh Lê Văn An] tiếp thu.",
        [
            ("Lê Văn An", "Chủ tịch @ UBND tỉnh Hà Tĩnh"),
        ],
    ),
    (
        "7 Phó Giám đốc Sở Y tế Hà Tĩnh là [ông Lê Văn An], [bà Trần Thị Bình].",
        [
            ("Lê Văn An", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh"),
            ("Trần Thị Bình", "Phó Giám đốc @ Sở Y tế tỉnh Hà Tĩnh"),
        ],
    ),
    (
        "Ngày 2/9 [Chủ tịch nước Lê Văn An] dự lễ.",
        [
            ("Lê Văn An", "Chủ tịch @ nước"),
        ],
    ),
    (
        "Tại Phủ Chủ tịch, [Chủ tịch nước Lê Văn An] tiếp khách.",
        [
            ("Lê Văn An", "Chủ tịch @ nước"),
        ],
    ),
    (
        "[Ông Lê Văn An - Chủ tịch HĐQT Hoàng Anh Gia Lai], cho hay.",
        [
            ("Lê Văn An", "Chủ tịch Hội đồng quản trị @ Hoàng Anh Gia Lai"),
        ],
    ),
    (
        "Các đồng chí Ủy viên Bộ Chính trị: [Phó Chủ tịch Quốc hội Lê Văn An]; [Trưởng ban Tổ chức Trung ương Lê Văn Bình] dự.",
        [
            ("Lê Văn An", "Ủy viên @ Bộ Chính trị; Phó Chủ tịch @ Quốc hội"),
            ("Lê Văn Bình", "Ủy viên @ Bộ Chính trị; Trưởng ban @ Ban Tổ chức Trung ương"),
        ],
    ),
    (
        "[Chủ tịch tỉnh Phúc Kiến Vu Vĩ Quốc] nói.",
        [
            ("Vu Vĩ Quốc", "Chủ tịch @ tỉnh Phúc Kiến"),
        ],
    ),
    (
        "[Bí thư Thành ủy Trùng Khánh (Trung Quốc) Viên Gia Quân] sẽ thăm Hà Nội.",
        [
            ("Viên Gia Quân", "Bí thư @ Thành ủy Trùng Khánh"),
        ],
    ),
    (
        "[Tỉnh trưởng tỉnh Savannakhet Bounchom Oubonpaseuth] tiếp đoàn.",
        [
            ("Bounchom Oubonpaseuth", "Tỉnh trưởng @ tỉnh Savannakhet"),
        ],
    ),
    (
        "[Thị trưởng Seoul Park Won Soon] tiếp đoàn.",
        [
            ("Park Won Soon", "Thị trưởng @ thành phố Seoul"),
        ],
    ),
    (
        "[Chủ tịch Quốc hội Lào Xay-xổm-phon Phôm-vi-hản] gửi điện mừng.",
        [
            ("Xay-xổm-phon Phôm-vi-hản", "Chủ tịch @ Quốc hội Lào"),
        ],
    ),
    (
        "[Tổng Bí thư, Chủ tịch nước Lào Thoong-lun Xi-xu-lít] gửi điện mừng.",
        [
            ("Thoong-lun Xi-xu-lít", "Tổng Bí thư @ Ban Chấp hành Trung ương Lào; Chủ tịch @ Lào"),
        ],
    ),
    (
        "[Thủ tướng Bê-la-rút A. Cô-bi-a-cốp] vui mừng.",
        [
            ("A. Cô-bi-a-cốp", "Thủ tướng @ Chính phủ Belarus"),
        ],
    ),
    (
        "[Chủ tịch Ngân hàng Trung ương châu Âu (ECB) Mario Draghi] nói.",
        [
            ("Mario Draghi", "Chủ tịch @ Ngân hàng Trung ương châu Âu"),
        ],
    ),
    (
        "Theo [Bộ trưởng Tài chính Đức, Wolfgang Schaeuble], họ thua.",
        [
            ("Wolfgang Schaeuble", "Bộ trưởng @ Bộ Tài chính Đức"),
        ],
    ),
    (
        "[Tham tán thương mại Đại sứ quán Áo Markus Weber] dự.",
        [
            ("Markus Weber", "Tham tán thương mại @ Đại sứ quán Áo"),
        ],
    ),
    (
        "[Tổng thống Mỹ Donald Trump] Nơi đây là khu nghỉ dưỡng.",
        [
            ("Donald Trump", "Tổng thống @ Mỹ"),
        ],
    ),
    (
        "[Ông Lê Văn An-chủ tịch UBND xã Hòa Tiến] nói.",
        [
            ("Lê Văn An", "Chủ tịch @ UBND xã Hòa Tiến"),
        ],
    ),
    (
        "[Anh Trần Văn An]-người bị hại nói.",
        [
            ("Trần Văn An", ""),
        ],
    ),
    (
        "[PGS, TS Bùi Văn Bình, Viện trưởng Viện Huyết học - Truyền máu Trung ương], nói về hiến máu.",
        [
            ("Bùi Văn Bình", "Viện trưởng @ Viện Huyết học - Truyền máu Trung ương"),
        ],
    ),
    (
        "[Ông Nguyễn Quốc Thuận, Trưởng BQL rừng phòng hộ Đông Bắc Chư Păh] cho biết.",
        [
            ("Nguyễn Quốc Thuận", "Trưởng ban @ Ban Quản lý rừng phòng hộ Đông Bắc Chư Păh"),
        ],
    ),
    (
        "[Đại tá Đặng Văn Thưởng - Trưởng CA quận Ngô Quyền] cho biết.",
        [
            ("Đặng Văn Thưởng", "Trưởng Công an @ Công an quận Ngô Quyền"),
        ],
    ),
    (
        "[Ông Kim Jong Su, Tổng Giám đốc Công ty TNHH An Phú] (KCN Yên Phong) cho biết.",
        [
            ("Kim Jong Su", "Tổng Giám đốc @ Công ty TNHH An Phú"),
        ],
    ),
    (
        "[GS-TSKH Trần Hữu An, chuyên gia ngành nước của Trường Đại học Vinh], cho biết.",
        [
            ("Trần Hữu An", "Chuyên gia @ Trường Đại học Vinh"),
        ],
    ),
    (
        "[Chuyên gia kinh tế Võ Trí An, nguyên Phó Viện trưởng Viện Kinh tế Việt Nam], nói.",
        [
            ("Võ Trí An", "nguyên Phó Viện trưởng @ Viện Kinh tế Việt Nam"),
        ],
    ),
    (
        "[Chuyên gia côn trùng học Lê Mạnh Tú] nói.",
        [
            ("Lê Mạnh Tú", ""),
        ],
    ),
    (
        "[Ông Christian Manhart, Trưởng đại diện UNESCO tại Việt Nam], dự.",
        [
            ("Christian Manhart", "Trưởng đại diện @ UNESCO tại Việt Nam"),
        ],
    ),
    (
        "[Ông Lê Văn An, Chủ tịch HĐQT Tập đoàn Dầu khí và Chủ tịch HĐQT Oceanbank], nói.",
        [
            ("Lê Văn An", "Chủ tịch Hội đồng quản trị @ Tập đoàn Dầu khí; Chủ tịch Hội đồng quản trị @ Oceanbank"),
        ],
    ),
    (
        "[Thầy giáo Lê Quang Vịnh, Trưởng khoa Lý luận cơ sở], chủ nhiệm lớp, dặn dò học viên.",
        [
            ("Lê Quang Vịnh", "Trưởng khoa @ Khoa Lý luận cơ sở"),
        ],
    ),
    (
        "[Ông Phạm Văn Bảy (Bảy Lúa), nông dân ấp Kinh 5, xã Vĩnh Thuận, Giám đốc HTX Kênh 5], phấn khởi.",
        [
            ("Phạm Văn Bảy", "Giám đốc @ HTX Kênh 5"),
        ],
    ),
    (
        "[Ông Lê Văn An, 65 tuổi, thôn Đông, xã Hòa Tiến, Bí thư Chi bộ thôn Đông], nói.",
        [
            ("Lê Văn An", "Bí thư @ Chi bộ thôn Đông"),
        ],
    ),
    (
        "[Ông Lê Văn An], trú tại xã Hòa Tiến, [Chủ tịch UBND xã Hòa Tiến Lê Văn Bình] nói.",
        [
            ("Lê Văn An", ""),
            ("Lê Văn Bình", "Chủ tịch @ UBND xã Hòa Tiến"),
        ],
    ),
    (
        "Theo báo cáo, [Bí thư Huyện ủy Lệ Thủy] là [bà Lê Thị An].",
        [
            ("Lê Thị An", "Bí thư @ Huyện ủy Lệ Thủy"),
            ("Lê Thị An", "Bí thư @ Huyện ủy Lệ Thủy"),
        ],
    ),
    (
        "[Nguyễn Văn Thỏa (SN 1975), nguyên Giám đốc Trung tâm Đăng kiểm 98-06D] và [Giáp Văn Hoan, nhân viên Trung tâm Đăng kiểm 98-06D] bị bắt.",
        [
            ("Nguyễn Văn Thỏa", "nguyên Giám đốc @ Trung tâm Đăng kiểm 98-06D"),
            ("Giáp Văn Hoan", "Nhân viên @ Trung tâm Đăng kiểm 98-06D"),
        ],
    ),
    (
        "[Cô giáo Trần Thị T.T] (xin được giấu tên) nói.",
        [
            ("Trần Thị T.T", ""),
        ],
    ),
    (
        "[Ông Lê Văn Hòa, Trưởng Công an huyện Quỳnh Lưu], giữ chức vụ Trưởng phòng Cảnh sát hình sự thay [Đại tá Trần Văn Thịnh] nghỉ hưu.",
        [
            ("Lê Văn Hòa", "Trưởng Công an @ Công an huyện Quỳnh Lưu; Trưởng phòng @ Phòng Cảnh sát hình sự"),
            ("Trần Văn Thịnh", "Trưởng phòng @ Phòng Cảnh sát hình sự"),
        ],
    ),
    (
        "Có [Bộ trưởng Bộ Quốc phòng Phan Văn An], [Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Trần Văn Bình] cùng dự.",
        [
            ("Phan Văn An", "Bộ trưởng @ Bộ Quốc phòng"),
            ("Trần Văn Bình", "Bộ trưởng @ Văn phòng Chính phủ; Chủ nhiệm @ Văn phòng Chính phủ"),
        ],
    ),
    (
        "[Đồng chí Tạ Văn Long] và [đồng chí Trần Huy Tuấn] được bầu giữ chức Phó Bí thư Tỉnh ủy Yên Bái.",
        [
            ("Tạ Văn Long", "Phó Bí thư @ Tỉnh ủy Yên Bái"),
            ("Trần Huy Tuấn", "Phó Bí thư @ Tỉnh ủy Yên Bái"),
        ],
    ),
    (
        "[Đồng chí Tạ Văn Long] và [đồng chí Trần Huy Tuấn] lần lượt được bầu giữ chức Phó Bí thư Tỉnh ủy Yên Bái.",
        [
            ("Tạ Văn Long", ""),
            ("Trần Huy Tuấn", "Phó Bí thư @ Tỉnh ủy Yên Bái"),
        ],
    ),
    (
        "[Ủy viên Thường trực Ủy ban Pháp luật Phan Thị Thu] góp ý.",
        [
            ("Phan Thị Thu", "Ủy viên Thường trực @ Ủy ban Pháp luật của Quốc hội"),
        ],
    ),
    (
        "[Y sĩ Thào Thị Dở] khám cho 30 người.",
        [
            ("Thào Thị Dở", ""),
        ],
    ),
    (
        "[Trần Hoàng Vũ (sinh năm 1969, ngụ phường Mỹ Bình, TP. Long Xuyên; nguyên Phó Chủ tịch UBND huyện Tri Tôn)] bị bắt.",
        [
            ("Trần Hoàng Vũ", "nguyên Phó Chủ tịch @ UBND huyện Tri Tôn"),
        ],
    ),
    (
        "[Trần Hoàng Vũ] (SN 1977, trú huyện Ea Kar, nguyên giám đốc chi nhánh MB24 cũ) bị bắt.",
        [
            ("Trần Hoàng Vũ", ""),
        ],
    ),
    (
        "[Ông Khăm-phẻng Xay-sôm-pheng, Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Hủa Phăn], cảm ơn.",
        [
            ("Khăm-phẻng Xay-sôm-pheng", "Bí thư @ Tỉnh ủy Hủa Phăn; Tỉnh trưởng @ tỉnh Hủa Phăn"),
        ],
    ),
    (
        "[Tổng Lãnh sự Lào tại Đà Nẵng Viêng-xay Phôm-ma-chăn] dự.",
        [
            ("Viêng-xay Phôm-ma-chăn", "Tổng Lãnh sự @ Lào tại Đà Nẵng"),
        ],
    ),
    (
        "[Ông Nguyễn Văn An, Tổng Giám đốc Công ty cổ phần xe khách Hoàng Long] chia sẻ.",
        [
            ("Nguyễn Văn An", "Tổng Giám đốc @ Công ty cổ phần xe khách Hoàng Long"),
        ],
    ),
    (
        "[Ông Nguyễn Văn An, Chủ tịch Liên minh Hợp tác xã Việt Nam], phát biểu.",
        [
            ("Nguyễn Văn An", "Chủ tịch @ Liên minh Hợp tác xã Việt Nam"),
        ],
    ),
    (
        "[Bà Lê Thị Hoa] (chị [ông Nguyễn Văn An]) nói.",
        [
            ("Lê Thị Hoa", ""),
            ("Nguyễn Văn An", ""),
        ],
    ),
    (
        "Ngày 10.2 [Ông Nguyễn Văn An] tới Vinh.",
        [
            ("Nguyễn Văn An", ""),
        ],
    ),
    (
        "Theo [Tổng thống Karvel], điều này sai. [Tổng thống Syria Karvel] và [ông Karvel] nói.",
        [
            ("Karvel", "Tổng thống @ Syria"),
            ("Karvel", "Tổng thống @ Syria"),
            ("Karvel", "Tổng thống @ Syria"),
        ],
    ),
    (
        "[Tổng thống Syria Bashir al-Karvel] và [Bộ trưởng Quốc phòng Đức Ursula von der Leyden] đến.",
        [
            ("Bashir al-Karvel", "Tổng thống @ Syria"),
            ("Ursula von der Leyden", "Bộ trưởng @ Bộ Quốc phòng Đức"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_sentence(extractor: Extractor, sentence: str, expected: list[tuple[str, str]]) -> None:
    article = extractor.extract(sentence.replace("[", "").replace("]", ""), html=False)
    assert marked(article) == sentence
    assert [(one.name, posts(one)) for _, _, one in mentions(article)] == expected


# Words that look like people and their posts, and name none.
NEAR_MISSES = [
    "Các đồng chí Phó Chủ tịch HĐND, UBND tỉnh dự họp.",
    "Lãnh đạo huyện Nông Cống và đại diện các sở, ngành cùng dự.",
    "Chủ trương bí thư cấp ủy đồng thời là thủ trưởng cơ quan.",
    "Bí thư chi bộ, trưởng thôn phải là người uy tín.",
    "Chức danh Chủ tịch UBND xã do HĐND bầu.",
    "Bầu các chức danh Chủ tịch, Phó Chủ tịch HĐND tỉnh Hà Tĩnh.",
    "Thường trực Tỉnh ủy Hà Tĩnh họp giao ban.",
    "Ban Thường vụ Thành ủy Đông Hà tổ chức hội nghị.",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Đoàn TNCS Hồ Chí Minh phát động phong trào.",
    "Đường Lê Duẩn và phố Hoàng Văn Thụ bị ngập.",
    "Trường THPT Phan Châu Trinh khai giảng.",
    "Cầu Nguyễn Văn Trỗi được sửa chữa.",
    "Phường Võ Thị Sáu và xã Trần Phú sáp nhập.",
    "Huân chương Hồ Chí Minh được trao cho tập thể.",
    "Giải thưởng Trần Phú và Quỹ Vừ A Dính.",
    "Bảo tàng Hồ Chí Minh mở cửa.",
    "Công ty TNHH Minh Phú xuất khẩu tôm.",
    "DNTN Hoàng Long và HTX Hợp Tiến ký kết.",
    "TP Hồ Chí Minh tăng trưởng khá.",
    "Tỉnh ủy, Thành ủy chỉ đạo các cấp ủy.",
    "UBND tỉnh Hà Tĩnh ban hành kế hoạch.",
    "Sở Y tế tỉnh Hà Tĩnh báo cáo kết quả.",
    "Giám đốc các sở, ngành chịu trách nhiệm.",
    "Chủ tịch UBND các huyện, thị xã, thành phố chỉ đạo.",
    "Chủ tịch UBND 17 xã, thị trấn ký cam kết.",
    "Mỗi bí thư chi bộ phụ trách một hộ nghèo.",
    "Các Bộ trưởng ASEAN họp tại Bangkok.",
    "Một giám đốc công ty du lịch nhận xét.",
    "Hội đồng Giám đốc họp thường kỳ.",
    "Ban Giám đốc Công an tỉnh chỉ đạo quyết liệt.",
    "Ban Giám hiệu nhà trường khen thưởng học sinh.",
    "Văn phòng Chủ tịch nước công bố lệnh.",
    "Ban Bí thư ban hành chỉ thị.",
    "Lệnh của Chủ tịch nước được công bố.",
    "Thủ tướng yêu cầu các bộ vào cuộc.",
    "Bí thư Tỉnh ủy yêu cầu làm rõ.",
    "Phó Bí thư Thường trực Tỉnh ủy nhận định.",
    "ông cha ta đã dạy",
    "Bà con nông dân phấn khởi.",
    "Anh em công nhân hăng hái thi đua.",
    "Em bé được cứu sống.",
    "Cô và trò nhà trường dự lễ.",
    "Thầy thuốc trẻ tình nguyện khám bệnh.",
    "Chị em phụ nữ xã Hòa Tiến dọn vệ sinh.",
    "Ông Táo về trời ngày 23 tháng Chạp.",
    "Cụ thể, tỉnh có 12 huyện.",
    "Bác Hồ kính yêu.",
    "Chú trọng công tác cán bộ.",
    "Bạn đọc gửi thư về tòa soạn.",
    "Đại tá và các chiến sĩ lên đường.",
    "Đại tướng quân đội dự lễ.",
    "Thiếu úy, trung úy được đào tạo.",
    "Nguyên liệu nhập khẩu tăng giá.",
    "Nguyên nhân do mưa lớn.",
    "Quyền lợi của người lao động.",
    "Cố gắng hoàn thành kế hoạch.",
    "Chủ tịch đoàn điều hành đại hội.",
    "Đoàn Chủ tịch điều hành đại hội.",
    "Đại biểu dự đại hội đông đủ.",
    "Đại biểu HĐND tỉnh khóa XVIII họp.",
    "Các đại biểu Quốc hội thảo luận.",
    "Ủy viên các ban họp.",
    "Trưởng đoàn kiểm tra công bố quyết định.",
    "Tổ trưởng các tổ báo cáo.",
    "Chuyên viên các phòng dự tập huấn.",
    "Luật sư bào chữa có mặt.",
    "Bác sĩ và điều dưỡng trực Tết.",
    "Nhà báo và doanh nghiệp đồng hành.",
    "Doanh nhân Việt Nam làm từ thiện.",
    "Cử tri Hà Tĩnh kiến nghị.",
    "Nghệ sĩ Việt Nam biểu diễn.",
    "Nhân dân Thanh Hóa đoàn kết.",
    "Hoàng Sa, Trường Sa là của Việt Nam.",
    "Đập Hồ Núi Cốc gặp sự cố.",
    "Châu Á - Thái Bình Dương phát triển năng động.",
    "Cao Bằng, Lạng Sơn có mưa to.",
    "Hà Giang và Lào Cai rét đậm.",
    "Lâm Đồng, Đắk Nông được mùa cà phê.",
    "Huyện Lý Sơn và huyện Cô Tô.",
    "Sở Nội vụ Thái Bình tuyển dụng.",
    "Phòng Giáo dục và Đào tạo huyện Tây Giang tổ chức hội thi.",
    "Hội Nông dân Việt Nam tổ chức đại hội.",
    "Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh vận động ủng hộ.",
    "Công an huyện Tây Giang bắt giữ đối tượng.",
    "Quân khu 4 diễn tập.",
    "Kho bạc Nhà nước giải ngân.",
    "Trung tâm Y tế huyện Tây Giang tiêm vắc xin.",
    "Bệnh viện Bạch Mai tiếp nhận bệnh nhân.",
    "Đại học Quốc gia Hà Nội tuyển sinh.",
    "Chợ Đồng Xuân đông khách.",
    "Đường Nguyễn Chí Thanh, Trần Duy Hưng, Lê Văn Lương kẹt xe.",
    "Số 16 Lê Hồng Phong, quận Ba Đình.",
    "Giải Lê Quý Đôn lần thứ X.",
    "Khu đô thị Văn Phú và chung cư Linh Đàm.",
    "Lăng Chủ tịch Hồ Chí Minh mở cửa.",
    '"Bí thư trẻ" là phim truyền hình.',
    "Nghị quyết của Bộ Chính trị về kinh tế.",
    "Báo cáo của Ban Tổ chức Trung ương nêu rõ.",
    "Ban tổ chức giải trao cúp.",
    "Bí thư, Chủ tịch các xã cam kết.",
    "Hội nghị Thủ tướng Chính phủ với doanh nghiệp.",
    "Đồng chí, đồng đội tri ân.",
    "Đ/c bí thư chi bộ nào làm tốt được khen.",
    "Tân Chủ tịch nước sẽ tuyên thệ.",
    "Chuyển động Phát triển thị trường là việc của giám đốc phát triển thị trường.",
    "Ứng viên tổng thống đảng Dân chủ thua.",
    "Các bị cáo nhận tội.",
    "Đội trưởng Đội 3 vắng mặt.",
    "Bị can là giám đốc một công ty.",
    "Chính phủ họp. Trung Anh",
    "Bộ trưởng, thứ trưởng các bộ dự họp.",
    "Năm 2006, ông giữ chức Bộ trưởng Bộ Y tế.",
    "Sinh ngày 1-1-1950; nguyên Bí thư Huyện ủy Tây Giang; từ trần hôm qua.",
    "Tiểu sử: - Năm 1990: Bí thư Huyện ủy Tây Giang.",
    "Phó Giám đốc khối ngân hàng đầu tư là chức danh mới.",
    "Thay mặt Ban Bí thư Trung ương Đảng, hội nghị khai mạc.",
    "Chủ nhật, ĐBQH có thời gian nghiên cứu tài liệu.",
    "Quy định đối với chức danh Phó Chủ tịch UBND tỉnh.",
    "Trưởng Ban Chỉ đạo thực hiện nhiệm vụ được giao.",
    "Phòng tuyển một kế toán, lương thỏa thuận.",
    "14 cựu cán bộ Đồng Tâm giao đất trái phép.",
    "Các chuyên gia Hà Lan sang thăm tỉnh.",
    "Luật sư của Trường ĐH Quốc gia Hà Nội - Chủ tịch Hội Nghề cá, cho rằng.",
    "Tại xóm trọ xã Kim Chung, huyện Đông Anh Hà Nội vào buổi trưa.",
    "Lễ hội chùa Bà Châu Đốc đông khách, tượng phật bà Quan Âm cao 9 m.",
    "Đại diện Đoàn Ban Chấp hành Trung ương viếng.",
    "Báo Hà Nội Mới nêu việc này, câu lạc bộ Hoàng Anh Gia Lai thua.",
    "Mở rộng các tuyến đường như: Hoàng Hoa Thám, Hoàng Minh Giám.",
    "Vụ va chạm ở giao lộ Nguyễn Thị Định rất nặng.",
    "Khu nhà đã xong. Đỗ Thu Thoan (t/h)",
    "Tổ chức bảo vệ trực tại Phủ Chủ tịch ngày đêm.",
    "Bà N.T.H khai đã nộp tiền.",
    "Bộ trưởng Ngoại giao Nga, Việt Nam và Mỹ cùng họp.",
    "Xe của bà H. Trước sự chứng kiến của tổ dân phố, hai bên thỏa thuận.",
    "Phát ngôn viên Điện Kremlin bác bỏ tin này.",
    "Các chuyên gia kinh tế trong nước cho rằng giá sẽ tăng.",
    "Nhánh 3 hướng từ đường Hoàng Minh Giám về Nguyễn Thái Sơn dài 362 m.",
    "Xe đi từ Lê Văn Lương ra; đường Lê Văn Lương rất đông.",
    "Máy của Công ty Thương mại - Xuất nhập khẩu Hoàng Gia Phát; Công ty Hoàng Gia Phát nói máy mới.",
]


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_near_miss(extractor: Extractor, sentence: str) -> None:
    assert marked(extractor.extract(sentence, html=False)) == sentence


# (what the caller knows, page with its mentions in brackets, [(name, posts) of each person])
PAGES: list[tuple[dict[str, Any], str, list[tuple[str, str]]]] = [
    # a title alone is the holder's, and of the right holder
    (
        {},
        "[Bí thư Tỉnh ủy Hà Tĩnh Lê Văn An] và [Phó Bí thư Thường trực Tỉnh ủy Hà Tĩnh Trần Văn Bình] dự.\n"
        "[Phó Bí thư Thường trực Tỉnh ủy] nhận định tình hình. [Bí thư Tỉnh ủy] kết luận.",
        [("Lê Văn An", "Bí thư @ Tỉnh ủy Hà Tĩnh"), ("Trần Văn Bình", "Phó Bí thư Thường trực @ Tỉnh ủy Hà Tĩnh")],
    ),
    # an office that is run for is nobody
    (
        {},
        "[Tổng thống Mỹ Donald Trump] phát biểu. Cuộc bầu cử tổng thống tại Hàn Quốc đã xong. Ông ra tranh cử tổng thống.",
        [("Donald Trump", "Tổng thống @ Mỹ")],
    ),
    # a number behind a district counts what follows; only quận and phường have numbers for names
    (
        {},
        "Kinh tế của UBND huyện 6 tháng đầu năm khá. [Chủ tịch UBND huyện Lê Văn An] dự cùng [Bí thư Huyện ủy Trần Bình].",
        [("Lê Văn An", "Chủ tịch @ UBND huyện"), ("Trần Bình", "Bí thư @ Huyện ủy")],
    ),
    (
        {},
        "Toàn huyện 5 năm qua xây 20 cầu. [Chủ tịch UBND tỉnh Lê Văn An] dự.",
        [("Lê Văn An", "Chủ tịch @ UBND tỉnh")],
    ),
    (
        {},
        "Toàn quận 5 năm qua xây 20 cầu. [Chủ tịch UBND quận Lê Văn An] dự.",
        [("Lê Văn An", "Chủ tịch @ UBND quận")],
    ),
    (
        {},
        "Dân quận 5, TP.HCM, vui. [Chủ tịch UBND quận Lê Văn An] dự.",
        [("Lê Văn An", "Chủ tịch @ UBND quận 5")],
    ),
    # the country Ý is no word that begins with it
    (
        {},
        "[Thủ tướng Ý Paolo Gentini] nói.\nBỘ TRƯỞNG Ý KIẾN VỀ DỰ ÁN",
        [("Paolo Gentini", "Thủ tướng @ Chính phủ Italy")],
    ),
    ({}, "[Chủ tịch nước Ý Nhi] phát biểu.", [("Ý Nhi", "Chủ tịch @ nước")]),
    # who arranges for another does not get the other's post
    (
        {},
        "[Chủ tịch UBND xã Đức Thọ Lê Văn An] bố trí [Phó Chủ tịch UBND xã Đức Thọ Trần Văn Bình] tiếp dân.",
        [("Lê Văn An", "Chủ tịch @ UBND xã Đức Thọ"), ("Trần Văn Bình", "Phó Chủ tịch @ UBND xã Đức Thọ")],
    ),
    # a number of a district stands before a date too
    (
        {},
        "Công an quận 1 ngày 5/6 họp. [Ông Lê Văn An, Trưởng Công an quận], nói.",
        [("Lê Văn An", "Trưởng Công an @ Công an quận 1")],
    ),
    # named by a post, one may be called by any word of address
    (
        {},
        "[Ông Đặng Hải, Giám đốc Sở Y tế], và [Thứ trưởng Bộ Y tế Đỗ Thắng Hải] dự. [Ông Hải] nói.",
        [("Đặng Hải", "Giám đốc @ Sở Y tế"), ("Đỗ Thắng Hải", "Thứ trưởng @ Bộ Y tế")],
    ),
    # a title whose holder is never named is not reported
    ({}, "[Ông Lê Văn An], dân làng, kể. Bí thư Tỉnh ủy chỉ đạo.", [("Lê Văn An", "")]),
    # given names after honorifics and titles; two people of one given name are kept apart by the last seen
    (
        {},
        "[Ông Trần Văn Chất, Chủ tịch UBND xã Hòa Tiến], báo cáo. [Ông Chất] nói. [Bà Lê Thị Hoa] nghe. [Bà Hoa] hỏi.",
        [("Trần Văn Chất", "Chủ tịch @ UBND xã Hòa Tiến"), ("Lê Thị Hoa", "")],
    ),
    (
        {},
        "[Bộ trưởng Bộ Y tế Nguyễn Thị Kim Tuyến] trả lời. [Bộ trưởng Tuyến] nói thêm. [Đồng chí Bộ trưởng] ghi nhận.",
        [("Nguyễn Thị Kim Tuyến", "Bộ trưởng @ Bộ Y tế")],
    ),
    # a name alone, in the body and in capitals
    (
        {},
        "[NGUYỄN GIỜ, TRƯỞNG BAN TỔ CHỨC TỈNH ỦY HÀ TĨNH]\nHội nghị nghe [Nguyễn Giờ] phát biểu.",
        [("Nguyễn Giờ", "Trưởng ban @ Ban Tổ chức Tỉnh ủy Hà Tĩnh")],
    ),
    # names of the highlands in short: the prefix and the given name
    (
        {},
        "[Ông Y Thim Êban, Trưởng buôn Huk], kể. [Ông Y Thim] cười. [Bà H'Nương Byă, Chủ tịch UBND xã Ea Tu], hỏi. "
        "[Bà H'Nương] ghi.",
        [("Y Thim Êban", "Trưởng buôn @ buôn Huk"), ("H'Nương Byă", "Chủ tịch @ UBND xã Ea Tu")],
    ),
    # the outlet's province completes what the page leaves open
    (
        {"source": "baohatinh.vn"},
        "[Chủ tịch UBND tỉnh Lê Văn An] kiểm tra.",
        [("Lê Văn An", "Chủ tịch @ UBND tỉnh Hà Tĩnh")],
    ),
    (
        {"source": "tinmoi-quangngai.example.vn"},
        "[Giám đốc Sở Tài chính Lê Văn An] giải trình.",
        [("Lê Văn An", "Giám đốc @ Sở Tài chính tỉnh Quảng Ngãi")],
    ),
    # the cell of a hamlet's body is the hamlet's; a family name that is a word too is one before a middle name
    (
        {},
        "[Đồng chí Kiên Sóc Kha, Bí thư Chi bộ, Trưởng Ban nhân dân ấp Bảy Xào Giữa] kể. Ở huyện Trà Cú, "
        "[Bí thư Huyện ủy Thạch Thị Sa Rươne] nghe. [Bí thư Huyện ủy Thạch Hà Trần Văn Cường] dự.",
        [
            ("Kiên Sóc Kha", "Bí thư @ Chi bộ ấp Bảy Xào Giữa; Trưởng ban @ Ban nhân dân ấp Bảy Xào Giữa"),
            ("Thạch Thị Sa Rươne", "Bí thư @ Huyện ủy Trà Cú"),
            ("Trần Văn Cường", "Bí thư @ Huyện ủy Thạch Hà"),
        ],
    ),
    # short forms of members of a committee; a presidium is no chair
    (
        {"source": "baothanhhoa.vn"},
        "Dự có [đồng chí Lê Thế Cường - TUV, Bí thư Đảng ủy phường Hạc Thành]. Thay mặt Đoàn Chủ tịch, "
        "[đồng chí Lê Thế Cường] tiếp thu.",
        [("Lê Thế Cường", "Ủy viên @ Ban Chấp hành Đảng bộ tỉnh Thanh Hóa; Bí thư @ Đảng ủy phường Hạc Thành")],
    ),
    # initials are shared by outlets: not those of a province that the page never names, where another stands out
    (
        {"source": "ĐN"},
        "Tỉnh Cà Mau họp. [Phó Bí thư Tỉnh ủy Lê Văn An] chủ trì.",
        [("Lê Văn An", "Phó Bí thư @ Tỉnh ủy Cà Mau")],
    ),
    (
        {"source": "ĐN"},
        "Đoàn Đồng Nai thăm tỉnh Cà Mau. [Phó Bí thư Tỉnh ủy Lê Văn An] dự.",
        [("Lê Văn An", "Phó Bí thư @ Tỉnh ủy Đồng Nai")],
    ),
    ({"source": "ĐN"}, "[Phó Bí thư Tỉnh ủy Lê Văn An] dự.", [("Lê Văn An", "Phó Bí thư @ Tỉnh ủy Đồng Nai")]),
    # so does the nearest full name of a district, of the unit said
    (
        {},
        "Sáng 5/3, huyện Tây Giang họp. [Chủ tịch UBND huyện Lê Văn An] chủ trì.\n"
        "Tại thị xã Ba Đồn, [Bí thư Thị ủy Trần Văn Bình] dự.",
        [("Lê Văn An", "Chủ tịch @ UBND huyện Tây Giang"), ("Trần Văn Bình", "Bí thư @ Thị ủy Ba Đồn")],
    ),
    # one title before another's name: two people, when the page has shown whose the first is
    (
        {},
        "[Phó Bí thư Tỉnh ủy Hà Tĩnh Trần Văn Bình] dự. Tiếp thu ý kiến của [Phó Bí thư Tỉnh ủy], "
        "[Bí thư Thành ủy Hà Tĩnh Lê Văn An] hứa.",
        [("Trần Văn Bình", "Phó Bí thư @ Tỉnh ủy Hà Tĩnh"), ("Lê Văn An", "Bí thư @ Thành ủy Hà Tĩnh")],
    ),
    # 34 provinces: after the merger a newspaper of the old province writes of the new one
    (
        {"source": "baobinhdinh.vn", "published": "2026-03-05"},
        "[Chủ tịch UBND tỉnh Lê Văn An] kiểm tra.",
        [("Lê Văn An", "Chủ tịch @ UBND tỉnh Gia Lai")],
    ),
    (
        {"source": "baobinhdinh.vn", "published": "2024-03-05"},
        "[Chủ tịch UBND tỉnh Lê Văn An] kiểm tra.",
        [("Lê Văn An", "Chủ tịch @ UBND tỉnh Bình Định")],
    ),
    # a cell of the house of the person's other post
    (
        {},
        "Trường THPT Chu Văn An khai giảng. [Cô Nông Thị Bạch, Bí thư Chi bộ, Hiệu trưởng], đọc thư.",
        [("Nông Thị Bạch", "Bí thư @ Chi bộ Trường THPT Chu Văn An; Hiệu trưởng @ Trường THPT Chu Văn An")],
    ),
    # departments of a ministry are of the page's one; a Cục that every province has is the province's
    (
        {},
        "[Thứ trưởng Bộ Công Thương Lê Văn An] giao [Phó Cục trưởng Cục Điều tiết điện lực Trần Văn Bình] lo việc này.",
        [
            ("Lê Văn An", "Thứ trưởng @ Bộ Công Thương"),
            ("Trần Văn Bình", "Phó Cục trưởng @ Cục Điều tiết điện lực Bộ Công Thương"),
        ],
    ),
    (
        {"source": "baohatinh.vn"},
        "Theo Bộ Tài chính, thu đạt khá. [Cục trưởng Cục Thuế Lê Văn An] nói rõ thêm.",
        [("Lê Văn An", "Cục trưởng @ Cục Thuế tỉnh Hà Tĩnh")],
    ),
    # a post said without its body is the one that the page gives in full
    (
        {},
        "[Vụ trưởng Vụ Pháp chế Bộ Y tế Lê Văn An] và [Vụ trưởng Vụ Kế hoạch Bộ Y tế Trần Văn Bình] dự. "
        "[Vụ trưởng Lê Văn An] nói.",
        [("Lê Văn An", "Vụ trưởng @ Vụ Pháp chế Bộ Y tế"), ("Trần Văn Bình", "Vụ trưởng @ Vụ Kế hoạch Bộ Y tế")],
    ),
    # chambers are of the court of the province, offices of the police beside them
    (
        {},
        "TAND tỉnh Kiên Giang và TAND huyện Gò Quao họp. [Bà Lê Thị An, Chánh tòa Hình sự], "
        "[ông Trần Văn Bình, Phó Giám đốc Công an tỉnh Kiên Giang, Thủ trưởng Cơ quan Cảnh sát điều tra], dự.",
        [
            ("Lê Thị An", "Chánh tòa @ Tòa Hình sự Tòa án nhân dân tỉnh Kiên Giang"),
            (
                "Trần Văn Bình",
                "Phó Giám đốc @ Công an tỉnh Kiên Giang; "
                "Thủ trưởng @ Cơ quan Cảnh sát điều tra Công an tỉnh Kiên Giang",
            ),
        ],
    ),
    # a committee beside a post of the commune is the commune's, whatever else its secretary leads
    (
        {},
        "[Bà Lê Thị An, Phó Bí thư Đảng ủy, Chủ tịch UBND xã Ia Krêl, Giám đốc Trung tâm Phục vụ hành chính công xã "
        "Ia Krêl], báo cáo.",
        [
            (
                "Lê Thị An",
                "Phó Bí thư @ Đảng ủy xã Ia Krêl; Chủ tịch @ UBND xã Ia Krêl; "
                "Giám đốc @ Trung tâm Phục vụ hành chính công xã Ia Krêl",
            )
        ],
    ),
    # a standing deputy called deputy for short has one post
    (
        {},
        "[Phó Chủ tịch Thường trực UBND tỉnh Hà Giang Lê Văn An] dự. [Phó Chủ tịch UBND tỉnh Lê Văn An] nói.",
        [("Lê Văn An", "Phó Chủ tịch Thường trực @ UBND tỉnh Hà Giang")],
    ),
    # reporters asked are not who answers; a hamlet in brackets is where one lives
    ({}, "Trao đổi với phóng viên, [bà Lê Thị Thu] (xóm 2) kể.", [("Lê Thị Thu", "")]),
    (
        {},
        "Trả lời phóng viên Báo Hà Giang, [ông Lê Văn An, Chủ tịch UBND xã Hòa Tiến], nói.",
        [("Lê Văn An", "Chủ tịch @ UBND xã Hòa Tiến")],
    ),
    (
        {},
        "[Ông Kim Jong-un] tiếp [Tổng thống Mỹ Donald Trang]-một người khác.",
        [("Kim Jong-un", ""), ("Donald Trang", "Tổng thống @ Mỹ")],
    ),
    (
        {},
        "[Bí thư TP HCM Lê Văn An] thăm [ông Trần Văn Bình, Giám đốc Công ty TNHH ô tô Hoàng Hà].",
        [
            ("Lê Văn An", "Bí thư @ Thành ủy thành phố Hồ Chí Minh"),
            ("Trần Văn Bình", "Giám đốc @ Công ty TNHH ô tô Hoàng Hà"),
        ],
    ),
    (
        {},
        "[Ông Lê Văn An, Chánh Văn phòng kiêm người phát ngôn của UBND tỉnh Hà Giang], nói. "
        "[Bà Lê Thị Hoa - Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội Hồ tiêu Việt Nam] ghi.",
        [
            (
                "Lê Văn An",
                "Chánh Văn phòng @ Văn phòng UBND tỉnh Hà Giang; Người phát ngôn @ UBND tỉnh Hà Giang",
            ),
            (
                "Lê Thị Hoa",
                "Phó Chủ tịch @ Hiệp hội Hồ tiêu Việt Nam; Tổng Thư ký @ Hiệp hội Hồ tiêu Việt Nam",
            ),
        ],
    ),
    # a section that no district has is of the department that the page is about; the offices of districts are not
    (
        {"source": "baohatinh.vn"},
        "Sở Y tế Hà Tĩnh họp ở thành phố Hà Tĩnh. [Trưởng phòng Kế hoạch nghiệp vụ Lê Văn An] báo cáo.",
        [("Lê Văn An", "Trưởng phòng @ Phòng Kế hoạch nghiệp vụ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        {"source": "baohatinh.vn"},
        "Sở Y tế Hà Tĩnh họp ở huyện Hương Khê. [Trưởng phòng Tư pháp Lê Văn An] báo cáo.",
        [("Lê Văn An", "Trưởng phòng @ Phòng Tư pháp huyện Hương Khê")],
    ),
    # a heading makes every name of its list a member
    (
        {},
        "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ XÃ HÒA TIẾN KHÓA I (trích)\n"
        "1. [Lê Văn An - Bí thư Đảng ủy xã Hòa Tiến]\n2. [Trần Văn Bình - Chủ tịch UBND xã Hòa Tiến]",
        [
            ("Lê Văn An", "Ủy viên @ Ban Chấp hành Đảng bộ xã Hòa Tiến; Bí thư @ Đảng ủy xã Hòa Tiến"),
            ("Trần Văn Bình", "Ủy viên @ Ban Chấp hành Đảng bộ xã Hòa Tiến; Chủ tịch @ UBND xã Hòa Tiến"),
        ],
    ),
    (
        {},
        "Đại hội đại biểu Hội Nông dân tỉnh Hà Giang đã bầu Ban Thường vụ gồm:\n"
        "1. [Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Giang]\n2. [Trần Văn Bình]",
        [
            (
                "Lê Văn An",
                "Ủy viên @ Ban Thường vụ Hội Nông dân tỉnh Hà Giang; Giám đốc @ Sở Y tế tỉnh Hà Giang",
            ),
            ("Trần Văn Bình", "Ủy viên @ Ban Thường vụ Hội Nông dân tỉnh Hà Giang"),
        ],
    ),
    (
        {},
        "Quốc hội vừa họp xong. Tổ đại biểu gồm [ông Lê Văn An], [ông Trần Văn Bình, Giám đốc Sở Y tế tỉnh Hà Giang] "
        "và [bà Lê Thị Hoa] gặp cử tri. [Ông Phạm Văn Cường] hỏi.",
        [
            ("Lê Văn An", "Đại biểu @ Quốc hội"),
            ("Trần Văn Bình", "Đại biểu @ Quốc hội; Giám đốc @ Sở Y tế tỉnh Hà Giang"),
            ("Lê Thị Hoa", "Đại biểu @ Quốc hội"),
            ("Phạm Văn Cường", ""),
        ],
    ),
    # not so a list of something else
    ({}, "Ban Thường vụ Tỉnh ủy Hà Giang khen thưởng người có công, gồm:\n1. [Ông Lê Văn An]", [("Lê Văn An", "")]),
    # who leads a body is said by "do ... làm"
    (
        {},
        "Hội LHPN xã Ia Grai do [chị Siu H'Nhiêng] làm Chủ tịch vận động chị em.",
        [("Siu H'Nhiêng", "Chủ tịch @ Hội Liên hiệp Phụ nữ xã Ia Grai")],
    ),
    # a firm by the name that the page shortens to its own
    (
        {},
        "Công ty cổ phần Mía đường An Phú (Apsuco) họp. [Ông Lê Văn An, Chủ tịch Hội đồng quản trị Apsuco], nói. "
        "[Chủ tịch Apsuco] hứa.",
        [("Lê Văn An", "Chủ tịch Hội đồng quản trị @ Công ty cổ phần Mía đường An Phú")],
    ),
    (
        {},
        "Ngân hàng TMCP phát triển nhà An Phú (ngân hàng APB) lỗ. [Ông Lê Văn An, Tổng Giám đốc APB], nói.",
        [("Lê Văn An", "Tổng Giám đốc @ Ngân hàng thương mại cổ phần phát triển nhà An Phú")],
    ),
    # heads of firms and councils without their body take that of the post before
    (
        {},
        "Có mặt [Lê Văn An, nguyên Chủ tịch HĐQT Công ty An Phú]; [Trần Văn Bình, nguyên Tổng giám đốc]; "
        "[ông Phạm Văn Cường - Chủ tịch UBND thị xã Sông Cầu], [Phó Chủ tịch Lương Công Dũng].",
        [
            ("Lê Văn An", "nguyên Chủ tịch Hội đồng quản trị @ Công ty An Phú"),
            ("Trần Văn Bình", "nguyên Tổng Giám đốc @ Công ty An Phú"),
            ("Phạm Văn Cường", "Chủ tịch @ UBND thị xã Sông Cầu"),
            ("Lương Công Dũng", "Phó Chủ tịch @ UBND thị xã Sông Cầu"),
        ],
    ),
    # the committee that the page names
    (
        {},
        "[Bí thư Lê Văn An] cùng đoàn công tác Thành ủy TP.HCM làm việc với quận 2.",
        [("Lê Văn An", "Bí thư @ Thành ủy thành phố Hồ Chí Minh")],
    ),
    # posts that go on with a pronoun are of the person last named
    (
        {},
        "[Ông Lê Văn An] sinh năm 1960. Năm 1997, ông giữ chức Giám đốc Sở Y tế tỉnh Hà Tĩnh.",
        [("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        {},
        "[Ông Lê Văn An] gặp [bà Trần Thị Bình]. Năm 1997, ông giữ chức Giám đốc Sở Y tế tỉnh Hà Tĩnh.",
        [("Lê Văn An", ""), ("Trần Thị Bình", "")],
    ),
    # the life of the one it is told of, in an obituary
    (
        {},
        "TIN BUỒN\n[Đồng chí LÊ VĂN AN (Tư An)]\nSinh ngày 2-3-1935; nguyên Bí thư Huyện ủy Tây Giang; từ trần hôm qua.\n"
        "- Từ năm 1960 đến năm 1964: Phó Bí thư, rồi Bí thư Đảng ủy xã Hòa Tiến.\n- 1970 - 1975: Trưởng Ty Thủy lợi tỉnh "
        "Quảng Nam.\n[Bà Trần Thị Bình, Chủ tịch UBND xã Hòa Tiến], đến viếng. [Ông Tư An] được nhớ mãi.",
        [
            (
                "Lê Văn An",
                "nguyên Bí thư @ Huyện ủy Tây Giang; Phó Bí thư @ Đảng ủy xã Hòa Tiến; Bí thư @ Đảng ủy xã Hòa Tiến; "
                "Trưởng ty @ Ty Thủy lợi tỉnh Quảng Nam",
            ),
            ("Trần Thị Bình", "Chủ tịch @ UBND xã Hòa Tiến"),
        ],
    ),
    # two people born: nobody's life
    (
        {},
        "[Lê Văn An] sinh năm 1960, [Trần Văn Bình] sinh năm 1970 từ trần.\n- Năm 1990: Bí thư Huyện ủy Tây Giang.",
        [("Lê Văn An", ""), ("Trần Văn Bình", "")],
    ),
    # a name with that of the photographer behind, and a byline
    (
        {},
        "[Thứ trưởng Bộ Y tế Lê Văn An] nói. [Thứ trưởng Lê Văn An] Trần Hà\n[Ông Lê Văn An] cảm ơn. Phạm Huy Cường",
        [("Lê Văn An", "Thứ trưởng @ Bộ Y tế")],
    ),
    # the same post, said as former in two ways
    (
        {},
        "[Ông Lê Văn An, nguyên Giám đốc Sở Y tế tỉnh Hà Tĩnh], nhận tội. [Cựu Giám đốc Sở Y tế tỉnh Hà Tĩnh] xin lỗi.",
        [("Lê Văn An", "nguyên Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    # societies of the country are of no province
    (
        {"published": "2017-01-01"},
        "Tại tỉnh Nam Định, [ông Lê Văn An, Chủ tịch Hội Nghề cá Việt Nam], nói.",
        [("Lê Văn An", "Chủ tịch @ Hội Nghề cá Việt Nam")],
    ),
    # the country that a page is about is not that of every president in it; the nearest committee
    ({}, "Mỹ rút quân. Tại Mỹ, [Tổng thống Jack Morel] gặp người Mỹ.", [("Jack Morel", "Tổng thống")]),
    # a firm whose name was not read, aides and wives
    (
        {},
        "Công ty An Phú mua mía. [Bà Lò Thị Hoa, Tổng Giám đốc] đương nhiệm của BHS, đến dự.",
        [("Lò Thị Hoa", "Tổng Giám đốc")],
    ),
    ({}, "Trợ lý Bộ trưởng Bộ Y tế Lò Văn An đến dự.", []),
    ({}, "Phu nhân Thủ tướng Lò Thị Hoa cùng đi.", []),
    ({}, "Mỹ và Nga bất đồng. [Tổng thống Jack Morel] họp.", [("Jack Morel", "Tổng thống")]),
    (
        {},
        "[Bí thư Lê Văn An] cùng đoàn của Thành ủy TP.HCM làm việc với Quận ủy quận 2.",
        [("Lê Văn An", "Bí thư @ Thành ủy thành phố Hồ Chí Minh")],
    ),
    # a body said by its kind in lower case, and a part of it
    (
        {},
        "Sở Y tế Hà Tĩnh họp. [Ông Lê Văn An, giám đốc sở], nói. [Bà Lê Thị Hoa, Giám đốc Trung tâm Dân số thuộc sở], "
        "báo cáo. [Ông Hồ Văn Bé, Trưởng phòng Tổng hợp của sở], dự. [Bà Lê Thị Ba, kế toán Trung tâm Dân số], vắng.",
        [
            ("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh"),
            ("Lê Thị Hoa", "Giám đốc @ Trung tâm Dân số Sở Y tế tỉnh Hà Tĩnh"),
            ("Hồ Văn Bé", "Trưởng phòng @ Phòng Tổng hợp Sở Y tế tỉnh Hà Tĩnh"),
            ("Lê Thị Ba", "Kế toán @ Trung tâm Dân số Sở Y tế tỉnh Hà Tĩnh"),
        ],
    ),
    # a firm by its initials or its name alone, whose holder the page names with it in full; posts once and now
    (
        {},
        "[Lê Văn An, cựu Chủ tịch HĐTV Tập đoàn Hoàng Long (HLG)], và [Hồ Văn Bé, Chủ tịch HĐQT Ngân hàng Lamibank], "
        "bị bắt. Sau đó [cựu Chủ tịch HLG] khai khi ông ta về giữ chức TGĐ Lamibank đã chi tiền. [Chủ tịch Lamibank] "
        "không biết.",
        [
            ("Lê Văn An", "cựu Chủ tịch Hội đồng thành viên @ Tập đoàn Hoàng Long; Tổng Giám đốc @ Ngân hàng Lamibank"),
            ("Hồ Văn Bé", "Chủ tịch Hội đồng quản trị @ Ngân hàng Lamibank"),
        ],
    ),
    (
        {},
        "[Ông Lê Văn An, Giám đốc Sở Y tế Hà Tĩnh], ký hợp đồng. [Ông Lê Văn An, nguyên Giám đốc Sở Y tế Hà Tĩnh], ra tòa.",
        [("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh; nguyên Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        {},
        "[Ông Lê Văn An, nguyên Giám đốc Sở Y tế Hà Tĩnh], ra tòa. [Ông An] giữ chức Giám đốc Sở Y tế Hà Tĩnh từ 2010.",
        [("Lê Văn An", "nguyên Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    # a department by the ministry that the page sets in brackets behind it
    (
        {},
        "Bộ Nội vụ họp. Đoàn của Cục Chống tham nhũng (Thanh tra Chính phủ) đến. Bộ Nội vụ chờ. "
        "[Ông Lê Văn An, Cục trưởng Cục Chống tham nhũng], nói.",
        [("Lê Văn An", "Cục trưởng @ Cục Chống tham nhũng Thanh tra Chính phủ")],
    ),
    # several of one post: examples of it, deputies with their seats; not whoever speaks to them
    (
        {},
        "Đã kỷ luật mấy nguyên Ủy viên Trung ương Đảng như [Lê Văn Hùng], [Hồ Thị Minh]… Xong.",
        [
            ("Lê Văn Hùng", "nguyên Ủy viên @ Ban Chấp hành Trung ương"),
            ("Hồ Thị Minh", "nguyên Ủy viên @ Ban Chấp hành Trung ương"),
        ],
    ),
    (
        {},
        "Quốc hội họp. Các đại biểu [Lê Văn Hùng] (Bình Dương), [Hồ Thị Minh] (Hòa Bình) đề nghị Quốc hội xem xét.",
        [("Lê Văn Hùng", "Đại biểu @ Quốc hội"), ("Hồ Thị Minh", "Đại biểu @ Quốc hội")],
    ),
    (
        {},
        "Quốc hội họp. Trả lời các đại biểu Quốc hội, [Bộ trưởng Bộ Y tế Lê Văn Hùng] nói.",
        [("Lê Văn Hùng", "Bộ trưởng @ Bộ Y tế")],
    ),
    # streets joined by a dash are no people
    ({}, "Cầu vượt tại nút giao Nguyễn Thái Sơn - Hoàng Minh Giám thông xe.", []),
    ({}, "Đến giao lộ Lê Văn An - Hoàng Văn Thái, xe gặp nạn. Qua chỗ Hoàng Văn Thái, xe dừng.", []),
    # the accused by their given names; not what only begins like them, nor whom the page addresses
    (
        {},
        "Bị cáo [Lê Văn Hùng] và bị cáo [Hồ Thị Minh] hầu tòa. [Hùng] khai nhận tiền. Công an bắt [Hùng], thu tiền của "
        "[Minh] và [Hùng]. Minh bạch là cần thiết. Quận Hùng Thắng họp. Ở xã Hùng, dân họp.",
        [("Lê Văn Hùng", ""), ("Hồ Thị Minh", "")],
    ),
    (
        {},
        "Bị cáo [Lê Văn Hùng] hầu tòa cùng [bà Hồ Thị Minh]. [Bà Minh] khóc. Minh đã khai. Tại Nga, Anh, họ thua.",
        [("Lê Văn Hùng", ""), ("Hồ Thị Minh", "")],
    ),
    (
        {},
        "[Lê Văn Hùng, Giám đốc Sở Y tế Hà Tĩnh], dự. Hùng khai nhận tiền.",
        [("Lê Văn Hùng", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh")],
    ),
    (
        {},
        "Đảng bộ xã Nậm Cắn họp. [Bí thư Đảng ủy xã Mùa Bá Vừ] phát biểu khai mạc.",
        [
            ("Mùa Bá Vừ", "Bí thư @ Đảng ủy xã Nậm Cắn"),
        ],
    ),
    (
        {},
        "Thôn Đại Hào họp. [Bí thư Chi bộ kiêm Trưởng thôn Lê Thị Bé] vui mừng.",
        [
            ("Lê Thị Bé", "Bí thư @ Chi bộ thôn Đại Hào; Trưởng thôn @ thôn Đại Hào"),
        ],
    ),
    (
        {},
        "Các đồng chí nguyên Bí thư Tỉnh ủy Phú Yên: [Đào Văn Lộc], [Huỳnh Văn Việt]; [nguyên Chủ tịch UBND tỉnh Phạm Văn Chi] dự.",
        [
            ("Đào Văn Lộc", "nguyên Bí thư @ Tỉnh ủy Phú Yên"),
            ("Huỳnh Văn Việt", "nguyên Bí thư @ Tỉnh ủy Phú Yên"),
            ("Phạm Văn Chi", "nguyên Chủ tịch @ UBND tỉnh Phú Yên"),
        ],
    ),
    (
        {},
        "Các đồng chí [Lầu Y Pay] và [Kha Văn Thân] giữ chức Phó Bí thư Đảng ủy xã Hòa Tiến.",
        [
            ("Lầu Y Pay", "Phó Bí thư @ Đảng ủy xã Hòa Tiến"),
            ("Kha Văn Thân", "Phó Bí thư @ Đảng ủy xã Hòa Tiến"),
        ],
    ),
    (
        {},
        "[Ông Lê Văn Đức] nói. Theo [ông Đức], nước chưa về.",
        [
            ("Lê Văn Đức", ""),
        ],
    ),
    (
        {},
        "Phía tỉnh Savannakhet có [ngài Khăm Phởi Xay Nha Vông, Phó Tỉnh trưởng]; [Đại tá Bun Thăn Kẹo Mạ Ni, Trưởng ty An ninh]. [Đại tá Bun Thăn] kể.",
        [
            ("Khăm Phởi Xay Nha Vông", "Phó Tỉnh trưởng @ tỉnh Savannakhet"),
            ("Bun Thăn Kẹo Mạ Ni", "Trưởng ty @ Ty An ninh tỉnh Savannakhet"),
        ],
    ),
    (
        {},
        "[Tổng Bí thư, Chủ tịch Trung Quốc Tập Cận Bình] tiếp. [Ông Tập] cười. [Tổng Bí thư, Chủ tịch nước Lê Văn An] nói.",
        [
            ("Tập Cận Bình", "Tổng Bí thư @ Ban Chấp hành Trung ương Trung Quốc; Chủ tịch @ Trung Quốc"),
            ("Lê Văn An", "Tổng Bí thư @ Ban Chấp hành Trung ương; Chủ tịch @ nước"),
        ],
    ),
    (
        {},
        "[Ngài Tanaka Hiroshi, Trưởng đại diện Ngân hàng Kansei tại Việt Nam], dự. [Ngài Tanaka] nói.",
        [
            ("Tanaka Hiroshi", "Trưởng đại diện @ Ngân hàng Kansei tại Việt Nam"),
        ],
    ),
    (
        {},
        "[Thủ tướng Lê Văn An] đón [Thủ tướng Nhật Bản Ishiba Shigeru]. [Thủ tướng] đề nghị hợp tác. [Ông Ishiba] đồng ý.",
        [
            ("Lê Văn An", "Thủ tướng @ Chính phủ"),
            ("Ishiba Shigeru", "Thủ tướng @ Chính phủ Nhật Bản"),
        ],
    ),
    (
        {},
        "[Ông Lê Văn An] giữ chức Chánh án TAND thị xã Hà Tiên thay [ông Huỳnh Chí Đạt] nghỉ hưu. Ông Bình làm việc thay ông Cường.",
        [
            ("Lê Văn An", "Chánh án @ Tòa án nhân dân thị xã Hà Tiên"),
            ("Huỳnh Chí Đạt", "Chánh án @ Tòa án nhân dân thị xã Hà Tiên"),
        ],
    ),
    (
        {},
        "UBND TP Hà Nội báo cáo. Thành phố Hà Nội xanh. Tại TP Hải Phòng, [Chủ tịch UBND TP Lê Văn Châu] dự. [Chủ tịch UBND TP Trần Văn An] nói.",
        [
            ("Lê Văn Châu", "Chủ tịch @ UBND thành phố Hải Phòng"),
            ("Trần Văn An", "Chủ tịch @ UBND thành phố Hà Nội"),
        ],
    ),
    (
        {},
        "[Bà Tư Hường (Trần Thị Hường), Chủ tịch Tập đoàn Hoàn Cầu], đã qua đời. [Bà Hường] thọ 81 tuổi.",
        [
            ("Trần Thị Hường", "Chủ tịch @ Tập đoàn Hoàn Cầu"),
        ],
    ),
    (
        {},
        "[Bà Lò Thị Nhung, Hiệu trưởng Trường Chính trị tỉnh Sơn La], dự. [Ông Cầm Bá Tường, Phó Hiệu trưởng nhà trường], nói. Trường Mầm non Hoa Ban nghỉ.",
        [
            ("Lò Thị Nhung", "Hiệu trưởng @ Trường Chính trị tỉnh Sơn La"),
            ("Cầm Bá Tường", "Phó Hiệu trưởng @ Trường Chính trị tỉnh Sơn La"),
        ],
    ),
    (
        {},
        "[Đồng chí Mùa Bá Vừ] được chỉ định giữ chức Bí thư Đảng ủy. Đảng ủy xã Nậm Cắn họp.",
        [
            ("Mùa Bá Vừ", "Bí thư @ Đảng ủy xã Nậm Cắn"),
        ],
    ),
    (
        {},
        "[Nguyễn Văn Thỏa] (SN 1975, trú tại Bắc Giang) bị bắt. Khi bị [Thỏa] chặn, họ bỏ chạy.",
        [
            ("Nguyễn Văn Thỏa", ""),
        ],
    ),
    (
        {},
        "[Nguyễn Văn Ngân] (SN 1975) bị bắt. Số tiền vay từ Ngân hàng Nông nghiệp đã mất.",
        [
            ("Nguyễn Văn Ngân", ""),
        ],
    ),
    (
        {},
        "[Giám đốc Sở Y tế Hà Tĩnh Đỗ Sơn Hải] đến. Trên lưng áo [ông Giám đốc], ai đó viết thêm.",
        [
            ("Đỗ Sơn Hải", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh"),
        ],
    ),
    (
        {},
        "[Nguyễn Hoàng Ngọc Anh] (SN 1982) bị bắt. Khi bị phát hiện, [Ngọc Anh] bỏ chạy.",
        [
            ("Nguyễn Hoàng Ngọc Anh", ""),
        ],
    ),
    (
        {},
        "Sở Nội vụ tỉnh Hà Tĩnh họp. Sở Nội vụ báo cáo; người đứng đầu Sở Nội vụ là [ông Trần Huy Sáng - Giám đốc].",
        [
            ("Trần Huy Sáng", "Giám đốc @ Sở Nội vụ tỉnh Hà Tĩnh"),
        ],
    ),
    (
        {},
        "Trạm Y tế xã Trung Thu tốt. [Bác sĩ Hạng A Say, Trạm trưởng], được tin yêu.",
        [
            ("Hạng A Say", "Trạm trưởng @ Trạm Y tế xã Trung Thu"),
        ],
    ),
    (
        {},
        "Chi bộ thôn Đông họp. [Ông Lù Văn Sín] được bầu làm Phó Bí thư Chi bộ.",
        [
            ("Lù Văn Sín", "Phó Bí thư @ Chi bộ thôn Đông"),
        ],
    ),
    (
        {},
        "Bổ nhiệm Giám đốc Sở Y tế. [Ông Lê Văn An, Giám đốc Sở Y tế Hà Tĩnh], nói.",
        [
            ("Lê Văn An", "Giám đốc @ Sở Y tế tỉnh Hà Tĩnh"),
        ],
    ),
]


@pytest.mark.parametrize(("known", "page", "people"), PAGES, ids=[page[:40] for _, page, _ in PAGES])
def test_page(extractor: Extractor, known: dict[str, Any], page: str, people: list[tuple[str, str]]) -> None:
    article = extractor.extract(page.replace("[", "").replace("]", ""), html=False, **known)
    assert marked(article) == page
    found = {one.name: posts(one) for one in (*article.officials, *article.persons)}
    assert found == dict(people)


def test_a_given_name_is_whose_word_of_address_it_bears(extractor: Extractor) -> None:
    page = (
        "Bà Trần Thị Hà nói. Ông Lê Văn Hà đáp. Bà Hà lắng nghe. Ông Hà đứng dậy. Đồng chí Hà về. Bà Nga và ông Hà ra."
    )
    article = extractor.extract(page, html=False)
    assert {one.name: [mention.text for mention in one.mentions] for one in article.persons} == {
        "Trần Thị Hà": ["Bà Trần Thị Hà", "Bà Hà"],
        "Lê Văn Hà": ["Ông Lê Văn Hà", "Ông Hà", "Đồng chí Hà", "ông Hà"],
    }


def test_a_given_name_is_not_of_one_named_later(extractor: Extractor) -> None:
    page = "Phó Chủ tịch UBND quận Tân Phú Lê Gia Bình dự. Ông Bình nói. Ông Phan Văn Bình nghe."
    (official,) = extractor.extract(page, html=False).officials
    assert [mention.text for mention in official.mentions][1:] == ["Ông Bình"]


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("HĐND tỉnh Hà Tĩnh bầu ông Lê Văn An giữ chức Chủ tịch UBND tỉnh Hà Tĩnh.", ["incoming"]),
        ("Ông Lê Văn An, nguyên Chủ tịch UBND tỉnh Hà Tĩnh, kể.", ["former"]),
        ("Ông Lê Văn An, Chủ tịch UBND tỉnh Hà Tĩnh, kể.", [None]),
        ("Ông Lê Văn An được Tỉnh ủy bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hà Tĩnh.", ["incoming"]),
        ("Ông Lê Văn An thôi giữ chức Giám đốc Sở Y tế tỉnh Hà Tĩnh.", ["former"]),
        ("Ông Lê Văn An hiện là Giám đốc Sở Y tế tỉnh Hà Tĩnh.", [None]),
        ("Ông Lê Văn An từng giữ chức Giám đốc Sở Y tế tỉnh Hà Tĩnh.", ["former"]),
        ("Ông Lê Văn An được điều động, bổ nhiệm giữ chức vụ Giám đốc Sở Y tế tỉnh Hà Tĩnh.", ["incoming"]),
        ("Ông Lê Văn An được bầu giữ chức vụ: Chủ tịch UBND xã Đức Thọ.", ["incoming"]),
        ("Ông Lê Văn An trúng cử chức danh Chủ tịch HĐND xã Đức Thọ.", ["incoming"]),
        ("Ông Lê Văn An từng giữ các chức vụ: Chủ tịch UBND xã Đức Thọ, Bí thư Huyện ủy Can Lộc.", ["former"] * 2),
        ("Ông Lê Văn An đã kinh qua các vị trí như Chủ tịch UBND xã Đức Thọ.", ["former"]),
        ("Kể từ khi ông Lê Văn An làm Chủ tịch UBND xã Đức Thọ, xã đã đổi thay.", ["incoming"]),
        ("Ông Lê Văn An được bố trí 2 phòng họp. Giám đốc Sở Y tế không dự.", []),
        ("Sai phạm trong thời gian ông Lê Văn An giữ cương vị Giám đốc Sở Y tế tỉnh Hà Tĩnh.", ["former"]),
        ("Khi ông Lê Văn An là Giám đốc Sở Y tế tỉnh Hà Tĩnh, bệnh viện bị sập.", ["former"]),
        ("Khi ông Lê Văn An được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hà Tĩnh, nhiều người vui.", ["incoming"]),
    ],
)
def test_status(extractor: Extractor, sentence: str, statuses: list[str | None]) -> None:
    officials = extractor.extract(sentence, html=False).officials
    assert [post.status for one in officials for post in one.positions] == statuses


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Ông Lê Văn An nói: “Nước chưa về”.", [("Nước chưa về", "nói")]),
        ("Ông Lê Văn An đề nghị tiếp tục bố trí vốn. Họp xong.", [("tiếp tục bố trí vốn", "đề nghị")]),
        ("Bà Lê Thị Hoa, Chủ tịch UBND xã Ea Tu, cho biết xã đạt 17 tiêu chí.", [("xã đạt 17 tiêu chí", "cho biết")]),
        ('"Giữ làm gì, có công an rồi", ông Lê Văn An nói.', [("Giữ làm gì, có công an rồi", "nói")]),
        ("Theo ông Lê Văn An, thiệt hại 3,1 tỷ đồng. Hết.", [("thiệt hại 3,1 tỷ đồng", "theo")]),
        ("Ông Lê Văn An dự hội nghị.", []),
        ("Theo chân ông Lê Văn An lên núi.", []),
    ],
)
def test_statements(extractor: Extractor, page: str, said: list[tuple[str, str]]) -> None:
    article = extractor.extract(page, html=False)
    assert [(statement.text, statement.verb) for statement in article.statements] == said
    assert all(article.text[s.start : s.end] == s.text for s in article.statements)


_MANY = [
    f"{family} {middle} {given}"
    for family in ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
    for middle in ("Văn", "Thị", "Quang", "Minh", "Đức", "Thanh", "Ngọc", "Xuân", "Hữu", "Công")
    for given in ("An", "Bình", "Hùng", "Sơn", "Lan", "Nam", "Dũng", "Hải", "Mai", "Hoa", "Tâm", "Tú", "Hà", "Long")
]
HOSTILE = [
    "Bí thư " * 3000,
    "ông " * 5000,
    "các đồng chí: " * 2000,
    "Nguyễn " * 5000,
    "Ông Nguyễn Văn An, " * 2000,
    "Ông Nguyễn Văn An được được được được " * 500,
    "Phó Bí thư Thường trực Tỉnh ủy, " * 1500,
    "Trưởng ban Tổ chức " * 1500,
    "(" * 5000 + "Chủ tịch" + ")" * 5000,
    "Ông Nguyễn Văn An (Chủ tịch " * 1000,
    "giữ chức " * 3000,
    "Công ty cổ phần Đầu tư " * 1500,
    "Bí thư" + " " * 60_000 + "Nguyễn Văn An",
    "Nguyễn Văn An, " * 4000,
    "Các đồng chí: " + "; ".join(f"{name}, Bí thư Huyện ủy" for name in _MANY),
    "\n".join(f"Bí thư Huyện ủy {name} phát biểu. Ông {name.split()[-1]} nói." for name in _MANY),
    "Chủ tịch: Nguyễn Văn An; Phó Chủ tịch: Trần Văn Bình; " * 2000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[f"{number}-{text[:20]}" for number, text in enumerate(HOSTILE)])
def test_hostile_text_comes_to_an_end(extractor: Extractor, text: str) -> None:
    page = (text * (200_000 // len(text) + 1))[:200_000]
    with deadline(60):
        article = extractor.extract(page, html=False)
    assert all(article.text[start:end].strip() for start, end, _ in mentions(article))
