"""Pages read and cleaned: which text is body, metadata or boilerplate, and what is known of the article."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from extractor.page import BinaryData, Page, PageReader, looks_like_html
from extractor.page.outlets import Outlets
from extractor.page.stamps import find_stamp
from extractor.patterns import PatternError, Patterns
from extractor.text import fold, lower
from tests.conftest import deadline

TITLE = "Con đường mới ở xã Hòa Sơn"
LEAD = "Sau ba năm chờ đợi, người dân xã Hòa Sơn đã có con đường bê tông dài hơn năm cây số."
BODY = "Cán bộ và nhân dân trong xã đồng lòng góp công, góp của để hoàn thành con đường trước mùa mưa bão."
END = "Đường rộng, xe chạy êm, nông sản của bà con không còn bị ép giá như những năm trước nữa."
ARTICLE = f"{TITLE}\n{LEAD}\n{BODY}\n{END}"


@pytest.fixture(scope="module")
def read() -> PageReader:
    return PageReader(Patterns())


def cut(page: Page) -> list[tuple[str, str]]:
    return [(part.category, page.text.raw[part.start : part.end]) for part in page.boilerplate]


def stated(page: Page, *names: str) -> list[tuple[str, str | None]]:
    return [(page.text.raw[m.start : m.end], m.value) for m in page.meta if m.name in names]


# ------------------------------------------------------------------ lines

TAILS = [
    # the tail of a page after its byline: every line below "An" is boilerplate of these categories
    (["Tin liên quan:", "Xã Hòa Sơn họp dân", "Mưa lớn ở đầu nguồn?"], ["related"] * 3),
    (["0 bình luận", " {name} - {time}", "{body}", " Trả lời"], ["comments"] * 4),
    (["Bình luận (1)", "Lê Bình 3 giờ trước", "Mừng cho bà con!", "Thích 5 Trả lời"], ["comments"] * 4),
    (["Thống kê truy cập", "• Khách Khách 833", "Hôm nay: 1.104", "Tổng lượt truy cập: 23070412"], ["counter"] * 4),
    (
        ["Hãy chia sẻ với bạn bè!", "Tắt [X]", "In trang   Gửi email   A- A+", "[ In bài ]  [ Gửi bạn bè ]"],
        ["share"] * 4,
    ),
    (
        ["© 2022 Báo Hòa Sơn", "Giấy phép số 1/GP-BTTTT cấp ngày 1/2/2020", "Tòa soạn: 1 Lê Lợi - ĐT: 0123"],
        ["legal"] * 3,
    ),
    (["40 Go top", "« 1 2 3 »", "Về đầu trang"], ["navigation"] * 3),
    (["Nghe bài viết 1x 0:00", "Giọng miền Nam"], ["widget"] * 2),
    (["QUẢNG CÁO", "Liên hệ quảng cáo: 0123.456.789"], ["advert"] * 2),
    (["Các tin khác", "- Họp dân (12/3)", "0 bình luận", "Gửi đi"], ["related", "related", "comments", "comments"]),
    (["Đừng bỏ lỡ", "Xem thêm: Đường mới về xã", "Bài viết cùng chuyên mục", "Nên đọc"], ["related"] * 4),
    (["Thảo luận (0)", "Bạn phải đăng nhập để gửi phản hồi.", "Để lại một bình luận", "Mã bảo mật"], ["comments"] * 4),
    (["Đã đọc: 205 lần", "Bạn là người truy cập thứ: 102.205", "Lượt tải: 12"], ["counter"] * 3),
    (["In bài này", "Tweet Share Pin", "Quan tâm Zalo OA", "Lưu vào sổ tay"], ["share"] * 4),
    (["Quản trị website: Văn phòng UBND xã", "Đơn vị thực hiện: Trung tâm Tin học", "Trực thuộc UBND"], ["legal"] * 3),
    (["Công khai ngân sách", "Thư điện tử công vụ", "Danh sách chuyên mục", "Bài tiếp"], ["navigation"] * 4),
    (["Nội dung tài trợ", "Đặt quảng cáo", "Xem báo in", "Tải ứng dụng đọc báo Hòa Sơn"], ["advert"] * 4),
    (["Từ khóa:", "Hòa Sơn", "đường mới"], ["navigation"] * 3),
    (["Tin mới", "Xã Hòa Tân họp dân bàn việc làm đường", "Chi tiết"], ["related"] * 3),
    (["Đọc nhiều", "1", "Giá lợn hơi tăng trở lại", "2", "Cháy quán ăn lúc nửa đêm"], ["related"] * 5),
    (["Thời tiết", "Hòa Sơn", "25°C", "Tỷ giá", "USD", "22,540.00"], ["widget"] * 6),
    (["Về đầu trang", "Xã Hòa Tân họp dân bàn việc làm đường"], ["navigation", "related"]),
    (["Xã Hòa Tân họp dân bàn việc làm đường", "10/11/2021"], ["related"] * 2),
    (["Họp dân ở xã Hòa Tân", "Mưa lớn gây chia cắt nhiều thôn", "Trường mới ở xã Hòa Bình"], ["related"] * 3),
    (["#đường mới", "#Hòa Sơn #đường mới"], ["navigation"] * 2),
    (["5/5 - (1 bình chọn)"], ["counter"]),
    (["Tên bạn *   Địa chỉ   Nội dung *   Mã an toàn", "2 bình luận   Mới nhất ▾"], ["comments"] * 2),
    (["0 bình luận", "Đăng nhập", "Tin liên quan", "Đăng nhập"], ["comments", "comments", "related", "navigation"]),
]


@pytest.mark.parametrize(("lines", "categories"), TAILS)
def test_tail(read: PageReader, lines: list[str], categories: list[str]) -> None:
    page = read("\n".join([ARTICLE, "Nguyễn Văn An", *lines]))
    assert [(category, text.strip()) for category, text in cut(page)] == [
        (category, line.strip()) for category, line in zip(categories, lines, strict=True)
    ]
    assert stated(page, "author") == [("Nguyễn Văn An", "Nguyễn Văn An")]


HEADS = [
    (["Trang chủ > Tin tức > Xây dựng Đảng"], ["navigation"]),
    (["Trang chủ", "Tổ chuyên môn", "Thời khóa biểu"], ["navigation"] * 3),
    (["Chính trị | Kinh tế | Nhịp sống quê", "Hôm nay, ngày 02/11/2025"], ["navigation", "widget"]),
    (["Thứ Năm, 14/01/2010", "Trang chủ"], ["widget", "navigation"]),
    (["Tin mới", "TP. Hòa Bình"], ["navigation"] * 2),
    (["XÃ HÒA SƠN"], ["navigation"]),
    (["TRANG TIN CỦA ỦY BAN MẶT TRẬN TỔ QUỐC", "TIẾNG NÓI MẶT TRẬN"], ["navigation"] * 2),
]


@pytest.mark.parametrize(("lines", "categories"), HEADS)
def test_head(read: PageReader, lines: list[str], categories: list[str]) -> None:
    page = read("\n".join([*lines, ARTICLE]))
    assert cut(page) == list(zip(categories, lines, strict=True))
    assert page.title == TITLE
    assert page.published is None


BODIES = [
    # lines of articles that look like boilerplate
    "Chia sẻ với phóng viên, chị Hoa nói rằng cả nhà rất mừng.",
    "Kinh tế",
    "Địa chỉ: thôn Đông, xã Hòa Sơn, ai muốn giúp đỡ xin gửi về cho gia đình.",
    "Giấy phép số 12/GP-UBND đã hết hạn từ lâu nhưng mỏ đá vẫn nổ mìn mỗi ngày.",
    "Tổng: 5 tỷ đồng",
    "Ngày 12/5/2020",
    "PV: Xin cảm ơn ông!",
    "Nam: 12",
    "Theo ông Bình, đường xong thì giá đất cũng lên theo từng ngày.",
    "Nguyễn Thị Hoa",
    "Ứng dụng",
    "Thảo luận",
    "Bản đồ số",
    "Nội dung: bàn việc làm đường",
    "Phóng viên: Xin cảm ơn ông!",
    "Xem thêm bảng giá kèm theo",
    "HD là tên viết tắt của một công ty ở thị trấn bên cạnh xã.",
    "Xếp loại\nTốt\n92,5\nKhá\n75",
    "STT\nHọ và tên\nĐịa chỉ\nGhi chú",
    "Chào mừng Đại hội Đảng, xã khởi công con đường dài hơn năm cây số.",
    "Giá vàng SJC\nVàng SJC 59,80 - 60,50\nMua vào 59,80\nGiá vàng thế giới",
    "Video tư liệu\nBí thư\nGiám đốc",
]


@pytest.mark.parametrize("line", BODIES)
def test_lines_of_the_body_stay(read: PageReader, line: str) -> None:
    page = read("\n".join([TITLE, LEAD, BODY, line, END, "0 bình luận"]))
    assert cut(page) == [("comments", "0 bình luận")]
    assert stated(page, "author", "source", "photo", "published") == []


def test_lists_inside_the_body(read: PageReader) -> None:
    page = read(
        f"{TITLE}\n{LEAD}\n>> Xem thêm: Mưa lớn ở đầu nguồn\n{BODY}\n\n"
        f"Tin liên quan\nHọp dân ở xã bên\nMưa lớn\n\nCòn nhiều việc phải làm\n\n{END}"
    )
    assert [text for _, text in cut(page)] == [
        ">> Xem thêm: Mưa lớn ở đầu nguồn",
        "Tin liên quan",
        "Họp dân ở xã bên",
        "Mưa lớn",
    ]


ENDS = [
    # lines below the last sentence that are the article's
    ["Danh sách Ban Chấp hành", "Lò Văn An", "Vì Thị Mai", "Quàng Văn Hải"],
    ["Lò Văn An, Trưởng bản Đông", "Vì Thị Mai, Trưởng bản Tây"],
    [
        "Địa chỉ nhận bài: Trung tâm Văn hóa xã",
        "Email: thianh@hoason.example.vn",
        "Giải thưởng gồm:",
        "Giải Nhất: 5 triệu",
    ],
    ["CHỦ TỊCH", "(Đã ký)"],
    ["Hà Nội", "Nhiệt độ: 12 - 16 độ C", "Nhiều mây", "Đà Nẵng", "Nhiệt độ: 18 - 21 độ C"],
    ["Thầy mo làm lễ bên suối", "Trẻ em vui hội"],
    ["(1) Báo cáo số 12-BC/HU của Huyện ủy Hòa Sơn", "(2) Sđd, tr. 45"],
    ["Xã", "Tổng điểm", "Hòa Sơn", "92,5", "Tốt", "Hòa Tân", "75", "Khá"],
]


@pytest.mark.parametrize("lines", ENDS)
def test_what_ends_an_article_stays(read: PageReader, lines: list[str]) -> None:
    page = read("\n".join([ARTICLE, *lines]))
    assert cut(page) == []
    assert stated(page, "author", "source", "photo", "published") == []


def test_a_button_belongs_to_the_title_above_it(read: PageReader) -> None:
    page = read(f"{TITLE}\n{LEAD}\nXã Hòa Tân thu hồi đất dự án\nĐỌC NGAY\n{BODY}")
    assert cut(page) == [("related", "Xã Hòa Tân thu hồi đất dự án"), ("related", "ĐỌC NGAY")]


def test_a_sentence_that_is_a_form_word_for_word_is_no_body(read: PageReader) -> None:
    page = read(f"{ARTICLE}/. Nguyễn Văn An\n40 Go top\nHiện tại không có bình chọn nào đang hoạt động.")
    assert page.authors == ("Nguyễn Văn An",)
    assert [category for category, _ in cut(page)] == ["navigation", "counter"]


def test_nobody_comments_above_the_body(read: PageReader) -> None:
    question = "Hỏi: Vợ chồng tôi ly hôn, con tôi hai tuổi thì ai được quyền trực tiếp nuôi dưỡng?"
    page = read("\n".join(["Hỏi đáp pháp luật: Ai được nuôi con?", question, "Trả lời", LEAD, BODY]))
    assert (page.title, cut(page)) == ("Hỏi đáp pháp luật: Ai được nuôi con?", [])


def test_leads_of_other_articles_are_no_body(read: PageReader) -> None:
    body = "\n".join([ARTICLE, *(f"{day} giờ sáng, mọi người đã có mặt đông đủ để làm đường." for day in range(5, 9))])
    others = [
        "Xã Hòa Tân kết nạp đảng viên mới",
        "12/11/2021 08:00",
        "Chiều qua, Chi bộ thôn Đông kết nạp đảng viên mới.",
    ]
    for heads in (["Cùng chuyên mục"], ["Từ khóa: Hòa Sơn, đường mới"]):
        page = read("\n".join([body, "Văn An", *heads, *others]))
        assert [text for _, text in cut(page)] == [*heads, *others]
    for byline in ("Văn An (TTXVN)", "Bài, ảnh: Văn An"):
        page = read("\n".join([body, byline, others[0], others[2]]))
        assert page.authors == ("Văn An",) and [text for _, text in cut(page)] == [others[0], others[2]]


REPEATS = [
    # the page, what is repeated in it
    (f"{ARTICLE}\n{TITLE}\n0 bình luận", [TITLE]),
    (f"{TITLE}\n{LEAD}\n{TITLE.upper()}\n{BODY}\n{TITLE} - Ảnh 1.\n{END}", [TITLE.upper(), f"{TITLE} - Ảnh 1."]),
    (f"{TITLE}\n{LEAD}\n{LEAD}\n{BODY}", [LEAD]),
    (f"{TITLE}\n(BHS) - {LEAD}\n{LEAD[:-1]}...\n{BODY}", [f"{LEAD[:-1]}..."]),
    (f"{TITLE}\n{LEAD}\n{LEAD} {BODY}", [LEAD]),
    (f"{TITLE}\n{LEAD}\nLễ thông xe.\nLễ thông xe. Ảnh: Văn An\n{BODY}", ["Lễ thông xe."]),
    (f"{TITLE}\n{LEAD}\n{TITLE}. Ảnh: Văn An\n{BODY}", [f"{TITLE}."]),
    # not again
    (f"{TITLE}\n{LEAD}\n{TITLE} dài hơn năm cây số, rộng bốn mét và có rãnh thoát nước.\n{BODY}", []),
    (f"{TITLE}\n{LEAD}\nĐạt\n100%\nĐạt\n100%\n{BODY}", []),
]


@pytest.mark.parametrize(("text", "repeated"), REPEATS)
def test_repeats(read: PageReader, text: str, repeated: list[str]) -> None:
    assert [text for category, text in cut(read(text)) if category == "repeat"] == repeated


# ------------------------------------------------------------------ metadata


def test_title(read: PageReader) -> None:
    assert read(ARTICLE).title == TITLE
    assert read(f"Cập nhật: 19:35 18/11/2021\n(BHS) - {LEAD}\n{TITLE}\n{LEAD}\n{TITLE}\n{BODY}").title == TITLE
    assert read(ARTICLE, title="Tên khác").title == "Tên khác"
    page = read(f"Tin nhanh trong ngày của xã\n{ARTICLE}", title=TITLE)
    assert stated(page, "title") == [(TITLE, None)]
    assert read(LEAD).title is None


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} dài hơn năm cây số, mơ ước bao đời của bà con.", TITLE * 7])
@pytest.mark.parametrize("below", [["THS. QUÀNG VĂN HẢI", "Phó Trưởng ban Tổ chức Huyện ủy"], ["12/11/2021 - 09:12"]])
def test_a_stamp_or_byline_stands_below_the_title(read: PageReader, title: str, below: list[str]) -> None:
    page = read("\n".join([title, *below, LEAD, BODY, END]))
    assert page.title == title
    assert page.authors == (("Quàng Văn Hải",) if len(below) > 1 else ())


HEADLINES = [
    # lines above the first paragraph, and which of them is the title
    ([LEAD, TITLE, TITLE, LEAD[:-1]], 1),
    (["TIẾN TỚI ĐẠI HỘI ĐẢNG BỘ HUYỆN LẦN THỨ XXII", TITLE, "12/11/2021 09:12"], 1),
    (["ĐẢNG BỘ XÃ HÒA SƠN TỔNG KẾT CÔNG TÁC NĂM", "12/11/2021 09:12"], 0),
    (["Trang chủ", "Tài liệu sinh hoạt chi bộ", "Thứ Hai, 4/7/2022", TITLE, "Thứ Tư, 18/5/2022 15:08"], 3),
    (["UBND HUYỆN", "XÃ HÒA SƠN", TITLE.upper()], 2),
    (["Dân mong đường mới", "Sau ba năm chờ đợi, người dân xã Hòa Sơn đã có con đường bê tông dài hơn năm cây số, "
      "nối liền bốn thôn ven sông với chợ huyện"], 0),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "title"), HEADLINES)
def test_the_title_among_the_lines_of_the_head(read: PageReader, lines: list[str], title: int) -> None:
    assert read("\n".join([*lines, BODY, END])).title == lines[title]


PUBLISHED = [
    (f"{TITLE}\nCập nhật: 19:35 18/11/2021\n{LEAD}\n{BODY}", "2021-11-18T19:35"),
    (f"{TITLE}\nThứ Tư, 16/08/2023 15:42\n{LEAD}\n{BODY}", "2023-08-16T15:42"),
    (f"Chủ nhật, 20/01/2019\n{TITLE}\nNgày đăng: 18-1-2019\n{LEAD}\n{BODY}", "2019-01-18"),
    (f"Chủ nhật, 20/01/2019\n{TITLE}\n{LEAD}\n{BODY}", None),
    (f"Hôm nay, ngày 20/01/2019 08:30\n{TITLE}\n{LEAD}\n{BODY}", None),
    (f"18/01/2019 07:30\n{TITLE}\n{LEAD}\n{BODY}", "2019-01-18T07:30"),
    (f"{TITLE}\nVăn An 21/03/2024 05:45 GMT+7\n{LEAD}\n{BODY}", "2024-03-21T05:45"),
    (f"{TITLE}\n12.11.2021\n{LEAD}\n{BODY}", "2021-11-12"),
    (f"{TITLE}\nĐược đăng: 12 Tháng 6 2019\n{LEAD}\n{BODY}", "2019-06-12"),
    (f"{TITLE}\nLần cập nhật cuối ngày Thứ tư, 12 Tháng 6 2019 08:15\n{LEAD}\n{BODY}", "2019-06-12T08:15"),
    (f"{TITLE}\nCreated on 12 June 2019\n{LEAD}\n{BODY}", "2019-06-12"),
    (f"{TITLE}\nPost date: 12/06/2019\n{LEAD}\n{BODY}", "2019-06-12"),
    (f"{TITLE}\nĐăng lúc: Thứ tư - 12/06/2019 08:15 - Người đăng bài viết: admin\n{LEAD}\n{BODY}", "2019-06-12T08:15"),
    (f"{TITLE}\nĐăng bởi: admin - 12/06/2019\n{LEAD}\n{BODY}", "2019-06-12"),
    (f"{TITLE}\nXuất bản: 12/11/2021\n{LEAD}\n{BODY}", "2021-11-12"),
    (f"{TITLE}\nLượt xem: 120 | 12.11.2021\n{LEAD}\n{BODY}", "2021-11-12"),
    (f"{TITLE}\n09:12 - 12.11.2021\n00:00\n{LEAD}\n{BODY}", "2021-11-12T09:12"),
    (f"{TITLE}\n{LEAD}\nNgày 12.5.2020, xã tổ chức lễ thông xe.\n{BODY}", None),
    (f"{ARTICLE}\n© 2019 Báo Hòa Sơn", None),
]


@pytest.mark.parametrize(("text", "published"), PUBLISHED)
def test_published(read: PageReader, text: str, published: str | None) -> None:
    page = read(text)
    assert page.published == published
    assert [value for _, value in stated(page, "published")] == ([published] if published else [])
    assert read(text, published="2017-05-05").published == "2017-05-05"


def test_two_stamps_in_a_line(read: PageReader) -> None:
    page = read(f"{TITLE}\nXuất bản: 14:30, 12/11/2021 - Cập nhật: 09:15, 13/11/2021\n{LEAD}\n{BODY}")
    assert page.published == "2021-11-12T14:30"
    assert stated(page, "published") == [
        ("Xuất bản: 14:30, 12/11/2021", "2021-11-12T14:30"),
        ("Cập nhật: 09:15, 13/11/2021", "2021-11-13T09:15"),
    ]


def test_days_of_an_event_are_no_stamps(read: PageReader) -> None:
    assert read(f"{TITLE}\n13/11/2021 - 15/11/2021\n{LEAD}\n{BODY}").published is None


def test_a_province_before_a_stamp_is_no_author(read: PageReader) -> None:
    page = read(f"{TITLE}\nHà Tĩnh, 12/11/2021\n{LEAD}\n{BODY}")
    assert (page.authors, page.published) == ((), "2021-11-12")
    assert read(f"{TITLE}\n{LEAD}\n{BODY}\nKhánh Hòa").authors == ("Khánh Hòa",)


STAMPS = [
    ("Thứ Ba, 22/08/2017, 17:14 (GMT+7)", "2017-08-22T17:14"),
    ("17:14 | 22.8.2017", "2017-08-22T17:14"),
    ("11/10/2019 5:05:00 CH", "2019-10-11T17:05"),
    ("15-05-2020 - 06:30 AM", "2020-05-15T06:30"),
    ("2025-10-14 08:30:11", "2025-10-14T08:30:11"),
    ("5 Tháng Ba, 2026 17:22", "2026-03-05T17:22"),
    ("08 giờ 30 ngày 12/5/2020", "2020-05-12T08:30"),
    ("Thứ bảy, ngày 03 tháng 12 năm 2022", "2022-12-03"),
    ("Tue, 22/08/2017 - 17:14", "2017-08-22T17:14"),
    ("March 5, 2019", "2019-03-05"),
    ("05 Mar 2019 14:20", "2019-03-05T14:20"),
    ("Last Updated on Tuesday, 05 March 2019 14:20", "2019-03-05T14:20"),
    ("Được viết ngày 05 Tháng 3 2019", "2019-03-05"),
    ("Thứ Sáu, ngày 12/11/2021 - 09:12", "2021-11-12T09:12"),
    ("Thứ Sáu, 12/11/2021 [09:12]", "2021-11-12T09:12"),
    ("09:12 - 12.11.2021", "2021-11-12T09:12"),
    ("2021/11/12 09:12", "2021-11-12T09:12"),
    ("Thứ Tư, 18/5/2022 15:8'(GMT+7)", "2022-05-18T15:08"),
    ("Mar 31, 12", None),
    ("Ngày 12 thángba 2020", None),
    ("31/02/2020", None),
    ("1.12/05/2020", None),
    ("12/05", None),
]


@pytest.mark.parametrize(("text", "value"), STAMPS)
def test_stamps(text: str, value: str | None) -> None:
    stamp = find_stamp(lower(fold(text)))
    assert (stamp.value if stamp else None) == value


AUTHORS = [
    # lines below the body, or what is glued to its end -> surface and author
    ("\nNGỌC QUỲNH", ("NGỌC QUỲNH", "Ngọc Quỳnh")),
    ("\nP.V", ("P.V", None)),
    ("\nTin, ảnh: Trần Bình", ("Tin, ảnh: Trần Bình", "Trần Bình")),
    ("\nBài, ảnh: Tổ Truyền thông", ("Bài, ảnh: Tổ Truyền thông", "Tổ Truyền thông")),
    ("\nVăn An - Thu Hà", ("Văn An - Thu Hà", "Văn An - Thu Hà")),
    ("\nThS. Nguyễn Văn An (tổng hợp)", ("ThS. Nguyễn Văn An (tổng hợp)", "Nguyễn Văn An")),
    (" Văn An", ("Văn An", "Văn An")),
    (" Văn An/VOV.VN", ("Văn An", "Văn An")),
    (" Tin, ảnh: Văn An (TTXVN)", ("Tin, ảnh: Văn An (TTXVN)", "Văn An")),
    ("/. Nguyễn Văn An-Phó Bí thư Huyện ủy Hòa Sơn", ("Nguyễn Văn An-Phó Bí thư Huyện ủy Hòa Sơn", "Nguyễn Văn An")),
    (" H.Vân", ("H.Vân", "H.Vân")),
    (" Ng.Quang", ("Ng.Quang", "Ng.Quang")),
    (" Trời ấm dần, cao nhất 34 độ C. Văn An", ("Văn An", "Văn An")),
    (" Cả xã thu về hai triệu USD. Văn An", ("Văn An", "Văn An")),
    (" Văn An - Thu Hà - Ảnh: Văn An", ("Văn An - Thu Hà", "Văn An - Thu Hà")),
    (" Độc giả Hoàng Hà", ("Độc giả Hoàng Hà", "Hoàng Hà")),
    ("\nH.V", ("H.V", "H.V")),
    ("\nHV", ("HV", "HV")),
    ("\nK'Brểu", ("K'Brểu", "K'Brểu")),
    ("\nThuý Hằng", ("Thuý Hằng", "Thuý Hằng")),
    ("\nTHUÝ HẰNG", ("THUÝ HẰNG", "Thuý Hằng")),
    ("\nBan Biên tập", ("Ban Biên tập", "Ban Biên tập")),
    ("\nTrần Văn Bình - CTV", ("Trần Văn Bình - CTV", "Trần Văn Bình")),
    ("\nTin: Văn An; ảnh: Thu Hà", ("Tin: Văn An", "Văn An")),
    ("\nBài: Văn An - Ảnh: Thu Hà", ("Bài: Văn An", "Văn An")),
    ("\nBBT", ("BBT", None)),
    ("\nViết bởi Trần Bình", ("Viết bởi Trần Bình", "Trần Bình")),
    ("\nTổng hợp: Trần Bình", ("Tổng hợp: Trần Bình", "Trần Bình")),
    ("\n                    NGỌC QUỲNH\nLễ thông xe ở xã. Ảnh: N.Q", ("NGỌC QUỲNH", "Ngọc Quỳnh")),
]


@pytest.mark.parametrize(("ending", "author"), AUTHORS)
def test_authors(read: PageReader, ending: str, author: tuple[str, str | None]) -> None:
    assert stated(read(ARTICLE + ending), "author") == [author]


@pytest.mark.parametrize(
    "ending",
    [
        "",
        " Đó là điều mừng.",
        " Xin cảm ơn ông!",
        "\nÔng Nguyễn Văn An, Trưởng thôn Đông",
        "\nCác đại biểu dự hội nghị",
        "\nHỘI NGHỊ TỔNG KẾT",
        " Bà con nói với TP. Hòa Sơn",
    ],
)
def test_no_authors(read: PageReader, ending: str) -> None:
    assert stated(read(ARTICLE + ending), "author") == []


def test_the_label_of_a_byline_may_begin_a_title(read: PageReader) -> None:
    page = read(f"Thực hiện đồng bộ các giải pháp trồng rừng, tránh hình thức\n{LEAD}\n{BODY}\nThực hiện: Lò Văn An")
    assert (page.title, page.authors) == (
        "Thực hiện đồng bộ các giải pháp trồng rừng, tránh hình thức", ("Lò Văn An",)
    )  # fmt: skip


def test_a_byline_printed_twice_is_one(read: PageReader) -> None:
    page = read(f"{ARTICLE}\nVăn Chung\n\nVăn Chung\n0 bình luận")
    assert page.authors == ("Văn Chung",)
    assert cut(page) == [("repeat", "Văn Chung"), ("comments", "0 bình luận")]
    glued = read(f"{ARTICLE} Văn Chung/VOV Văn Chung/VOV")
    assert glued.authors == ("Văn Chung",) and cut(glued) == [("repeat", "Văn Chung/VOV")]


@pytest.mark.parametrize(
    ("byline", "credits"),
    [
        ("Văn Đức (TTXVN)", [("author", "Văn Đức", "Văn Đức"), ("source", "(TTXVN)", "TTXVN")]),
        ("Theo Thế Kha (Dân Trí)", [("author", "Theo Thế Kha", "Thế Kha"), ("source", "(Dân Trí)", "Dân Trí")]),
        ("Ngọc Thành/VOV.VN", [("author", "Ngọc Thành", "Ngọc Thành"), ("source", "VOV.VN", "VOV.VN")]),
        ("Huy Sơn/VOV-Tây Bắc", [("author", "Huy Sơn", "Huy Sơn"), ("source", "VOV-Tây Bắc", "VOV-Tây Bắc")]),
        ("Văn Đức  (TTXVN)", [("author", "Văn Đức", "Văn Đức"), ("source", "(TTXVN)", "TTXVN")]),
        ("Nhóm PV/VOV-Miền Trung", [("author", "Nhóm PV", None), ("source", "VOV-Miền Trung", "VOV-Miền Trung")]),
        ("Điêu Chính Hòa (Sở LĐTBXH)", [("author", "Điêu Chính Hòa (Sở LĐTBXH)", "Điêu Chính Hòa")]),  # no outlet
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_an_outlet_behind_the_author_is_the_source(
    read: PageReader, byline: str, credits: list[tuple[str, str, str]], gap: str
) -> None:
    page = read(f"{ARTICLE}{gap}{byline}")
    text = page.text.raw
    assert [(m.name, text[m.start : m.end], m.value) for m in page.meta if m.name != "title"] == credits


PHOTOS = [
    ("Lễ thông xe. Ảnh: Ngọc Quỳnh", [("Ảnh: Ngọc Quỳnh", "Ngọc Quỳnh")]),
    ("Lễ thông xe. Ảnh Ngọc Quỳnh", [("Ảnh Ngọc Quỳnh", "Ngọc Quỳnh")]),
    ("Lễ thông xe (Ảnh: HY)", [("(Ảnh: HY)", "HY")]),
    ("Lễ thông xe. ẢNH: NGỌC QUỲNH", [("ẢNH: NGỌC QUỲNH", "Ngọc Quỳnh")]),
    ("Lễ thông xe. Ảnh: T.L", [("Ảnh: T.L", None)]),
    ("Lễ thông xe. Ảnh: NVCC", [("Ảnh: NVCC", None)]),
    ("Lễ thông xe. Ảnh: TG", [("Ảnh: TG", None)]),
    ("Lễ thông xe. Ảnh minh họa: Văn An", [("Ảnh minh họa: Văn An", "Văn An")]),
    ("Lễ thông xe. Ảnh: baochinhphu.vn", [("Ảnh: baochinhphu.vn", "baochinhphu.vn")]),
    ("Lễ thông xe. Ảnh: Trung tâm VHTT huyện", [("Ảnh: Trung tâm VHTT huyện", "Trung tâm VHTT huyện")]),
    ("Lễ thông xe. Ảnh CTV", [("Ảnh CTV", None)]),
    ("Lễ thông xe [Ảnh: Văn An]", [("[Ảnh: Văn An]", "Văn An")]),
    ("Ảnh minh họa", []),
    ("Lễ thông xe. Ảnh: TTXVN phát", [("Ảnh: TTXVN phát", "TTXVN phát")]),
    ("Lễ thông xe. Nguồn ảnh: Internet", [("Nguồn ảnh: Internet", None)]),
    ("Hình thức họp dân rất mới", []),
    ("Ảnh Bác Hồ treo giữa nhà", []),
    ("Ảnh: một góc làng nhìn từ trên cao", []),
    # Between the sentences of a paragraph, where the caption was joined to it.
    (f"Lễ thông xe 30/10. Ảnh: Mạnh HùngChủ trì là ông Lò Văn An. {LEAD}", [("Ảnh: Mạnh Hùng", "Mạnh Hùng")]),
    (f"Ông An tại buổi lễ.Ảnh: T.LKết quả, tuyến đường xong sớm. {LEAD}", [("Ảnh: T.L", None)]),
    (f"Lễ thông xe hôm 13/5. Ảnh: N.Huyền Sau khi cắt băng, xe chạy. {LEAD}", [("Ảnh: N.Huyền", "N.Huyền")]),
    (f"Lễ thông xe. (Ảnh Trương Hồng) “Do đó, xe chạy”, ông An nói. {LEAD}", [("(Ảnh Trương Hồng)", "Trương Hồng")]),
    (f"Lễ thông xe. Đồ họa: Hiếu Công. Xe chạy từ trưa. {LEAD}", [("Đồ họa: Hiếu Công", "Hiếu Công")]),
    (f"Xe chạy. Nguồn ảnh: lang.gov.vn Để xe chạy, xã đắp lề. {LEAD}", [("Nguồn ảnh: lang.gov.vn", "lang.gov.vn")]),
    (f"Lễ thông xe. Ảnh: Văn An/TTXVN Sau lễ, xe chạy từ trưa. {LEAD}", [("Ảnh: Văn An/TTXVN", "Văn An/TTXVN")]),
    (f"Lễ thông xe. Ảnh: Văn An Năm 2016, xe chạy từ trưa. {LEAD}", [("Ảnh: Văn An", "Văn An")]),
    (f"Lễ thông xe. Ảnh: T.H. Ông An gợi ý mở thêm tuyến. {LEAD}", [("Ảnh: T.H.", "T.H")]),
    (f"Lễ thông xe. Ảnh: TTXVN  Bí thư xã nói lời cảm ơn. {LEAD}", [("Ảnh: TTXVN", "TTXVN")]),
    (f"Lễ thông xe. (Ảnh:) Xe chạy từ trưa. {LEAD}", []),
    (f"Lễ thông xe. (Ảnh: ) Xe chạy từ trưa. {LEAD}", []),
    (f"Lũ lớn. Ảnh chụp cho thấy nước dâng cao. {LEAD}", []),
    (f"Lũ lớn. Ảnh hưởng của nó còn lâu. {LEAD}", []),
    (f"Lễ thông xe. Ảnh: Ngọc Quỳnh Ông Lò Văn An nói lời cảm ơn. {LEAD}", [("Ảnh: Ngọc Quỳnh", "Ngọc Quỳnh")]),
    (f"Lễ thông xe. Ảnh: NGỌC QUỲNH Lò Văn An nói lời cảm ơn. {LEAD}", [("Ảnh: NGỌC QUỲNH", "Ngọc Quỳnh")]),
    (f"Lễ thông xe. Ảnh: Ngọc Quỳnh Trưởng Ban Lò Văn An nói lời cảm ơn. {LEAD}", []),  # where does the name end?
]  # fmt: skip


@pytest.mark.parametrize(("line", "photos"), PHOTOS)
def test_photos(read: PageReader, line: str, photos: list[tuple[str, str | None]]) -> None:
    assert stated(read(f"{TITLE}\n{LEAD}\n{line}\n{BODY}"), "photo") == photos


MARKS = [
    ("(Baohatinh.vn) - ", ("(Baohatinh.vn)", "Baohatinh.vn"), "Hà Tĩnh"),
    ("(BĐ)- ", ("(BĐ)-", "BĐ"), "Bình Định"),
    ("LSO-", ("LSO-", "LSO"), "Lạng Sơn"),
    ("TTH - ", ("TTH", "TTH"), "Thừa Thiên Huế"),
    ("(PLĐS24) - ", ("(PLĐS24)", "PLĐS24"), None),
    ("GD&TĐ - ", ("GD&TĐ", "GD&TĐ"), None),
]


@pytest.mark.parametrize(("mark", "source", "province"), MARKS)
def test_outlet_marks(read: PageReader, mark: str, source: tuple[str, str], province: str | None) -> None:
    page = read(f"{TITLE}\n{mark}{LEAD}\n{BODY}")
    assert stated(page, "source") == [source]
    assert (page.source, page.province) == (source[1], province)


@pytest.mark.parametrize("start", ["(Hà Nội) - ", "HĐND - ", "COVID-19 - ", "(xem ảnh) - ", ""])
def test_no_outlet_marks(read: PageReader, start: str) -> None:
    assert stated(read(f"{TITLE}\n{start}{LEAD}\n{BODY}"), "source") == []


def test_source_below_the_body(read: PageReader) -> None:
    assert stated(read(f"{ARTICLE}\nNguồn: Báo Hòa Sơn"), "source") == [("Nguồn: Báo Hòa Sơn", "Báo Hòa Sơn")]
    assert stated(read(f"{ARTICLE} Theo TTXVN"), "source") == [("Theo TTXVN", "TTXVN")]


def test_outlets_are_known_by_mark_name_and_address() -> None:
    outlets = Outlets(Patterns())
    for source in ("Baohatinh.vn", "Báo Hà Tĩnh", "https://www.baohatinh.vn/xa-hoi/1.html", "baohatinh.vn"):
        outlet = outlets.find(source)
        assert outlet is not None and outlet.province == "Hà Tĩnh"
    assert outlets.find("baohatinh.vn.example.com") is None


def test_what_the_caller_knows_wins(read: PageReader) -> None:
    page = read(f"{TITLE}\n(BĐ)- {LEAD}\n{BODY}", source="baogialai.com.vn", url="https://baohatinh.vn/1")
    assert (page.source, page.province) == ("baogialai.com.vn", "Gia Lai")
    assert read(ARTICLE, url="https://baohatinh.vn/1").source == "Báo Hà Tĩnh"


# ------------------------------------------------------------------ HTML


def test_html(read: PageReader) -> None:
    markup = f"""<html><head><meta property="og:title" content="{TITLE}">
    <meta property="article:published_time" content="2021-11-18T19:35:00+07:00"></head><body>
    <ul class="main-menu"><li><a href="#">Sống xanh</a><li><a href="#">Nhà đẹp</a></ul>
    <h1>{TITLE}</h1><p>{LEAD}</p>
    <figure><img alt="Lễ thông xe"><figcaption>Lễ thông xe. Ảnh: Văn An</figcaption></figure>
    <div class="box-related"><a href="#">Một tin khác hẳn</a></div>
    <p>{BODY}</p><h2>Nhà đẹp</h2><p>{END}</p></body></html>"""
    page = read(markup)
    assert cut(page) == [
        ("navigation", "Sống xanh"),
        ("navigation", "Nhà đẹp"),
        ("repeat", "Lễ thông xe."),
        ("related", "Một tin khác hẳn"),
    ]
    assert (page.title, page.published) == (TITLE, "2021-11-18T19:35")
    assert looks_like_html(markup) and not looks_like_html("a < b và b > c") and not looks_like_html(ARTICLE)
    assert read(markup, html=False).text.raw == markup


# ------------------------------------------------------------------ bad input


def test_bad_input(read: PageReader) -> None:
    assert [w.code for w in read("").warnings] == ["empty"]
    assert [w.code for w in read(b"  \n\t").warnings] == ["empty"]
    assert read("a\ud800b").text.raw == "a\ufffdb"
    assert [w.code for w in read(ARTICLE.encode()[:100]).warnings] in ([], ["undecodable"])
    assert [w.code for w in read(ARTICLE.encode() + b"\0").warnings] == ["control"]
    with pytest.raises(BinaryData):
        read(b"\x89PNG\r\n\x1a\n\x00\x00")
    for hostile in ("\n" * 50, "(" * 500, "Ảnh: " * 300, "./." * 300, "…", "#", "12/05/2020" * 30, "| " * 200):
        page = read(hostile)
        for part in (*page.boilerplate, *page.meta):
            assert 0 <= part.start < part.end <= len(page.text)


CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))


def test_control_characters_become_blanks_one_to_one(read: PageReader) -> None:
    page = read(f"Lễ\x00 thông{CONTROLS}xe\x1b\ufffe.\nMột dòng\tkhác.")
    assert page.text.raw == f"Lễ  thông{' ' * len(CONTROLS)}xe  .\nMột dòng\tkhác."
    assert [(w.code, w.message.split()[0]) for w in page.warnings] == [("control", str(len(CONTROLS) + 3))]


def test_control_characters_of_markup_leave_words_whole(read: PageReader) -> None:
    page = read("<p>thô\x01ng\x0cx&#1;e&#xFFFE;.", html=True)
    assert page.text.raw == "thông xe ."
    assert [w.code for w in page.warnings] == ["control"]
    assert read("<p>thông xe.\r\n", html=True).warnings == ()


def test_spans_never_overlap(read: PageReader) -> None:
    text = (
        f"{TITLE}\n(BĐ)- {LEAD}\n{LEAD} Lễ thông xe. Ảnh: An Bình\n{BODY} Văn An - Ảnh: Thu Hà\n"
        ">> Tin\nVăn An\n0 bình luận"
    )
    page = read(text)
    spans = sorted((part.start, part.end) for part in (*page.boilerplate, *page.meta))
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "chữ nghĩa " * 300_000,
        f"{LEAD} " * 30_000,
        "Trang chủ\n" * 100_000,
        f"{LEAD}\n" * 20_000,
        "Tin liên quan\nMột tin\n" * 20_000,
        "Ảnh: Văn An. " * 50_000,
        "Trang chủ | " * 50_000,
        "A " * 200_000,
    ],
)
def test_long_pages_come_to_an_end(read: PageReader, text: str) -> None:
    with deadline(60):
        read(text)


# ------------------------------------------------------------------ a user's forms


def user(text: str, folder: Path) -> Patterns:
    (folder / "boilerplate.toml").write_text(text, encoding="utf-8")
    return Patterns(folder)


def test_a_user_adds_forms(tmp_path: Path) -> None:
    entry = """
[[entry]]
id = "own"
category = "advert"
forms = ["Gọi … ngay hôm nay", "Mã #"]
regexes = ["(a+)+b"]
examples = []
"""
    read = PageReader(user(entry, tmp_path))
    page = read(f"{ARTICLE}\nGọi cho chúng tôi ngay hôm nay!\nMã 12.345\n" + "a" * 60)
    assert cut(page)[:2] == [("advert", "Gọi cho chúng tôi ngay hôm nay!"), ("advert", "Mã 12.345")]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('category = "advert"\nforms = ["…"]', "cannot be read"),
        ('category = "advert"\nregexes = ["("]', "own"),
        ('forms = ["x"]', "one of category and meta"),
        ('category = "unknown"\nforms = ["x"]', "own"),
    ],
)
def test_faults_of_forms_are_said(tmp_path: Path, entry: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        PageReader(user(f'[[entry]]\nid = "own"\nexamples = []\n{entry}\n', tmp_path))
