"""When a page without publication time was written: what fixes the year of its first date, and what does not."""

from __future__ import annotations

import pytest

from extractor.page import PageReader
from extractor.patterns import Patterns
from extractor.recognise.dates import DateRecogniser
from extractor.resolve.dates import resolve_dates

READER = PageReader(Patterns())
RECOGNISE = DateRecogniser(Patterns())


def values(text: str) -> list[str]:
    page = READER(text, html=False)
    return [date.value for date in resolve_dates(RECOGNISE(page.content), page)]


# The first line of each group is the value of the first date.
FIXED = [
    # The day is written again with its year
    ("Từ 1/10, tàu chạy thử. Tuyến tàu chạy thử từ 1/10/2017.", "2017-10-01"),
    # As of a day or month: the report came within a year after it
    ("Ngày 19/6, huyện họp. Tính đến thời điểm tháng 9/2016, có 12 hợp tác xã.", "2017-06-19"),
    ("Chiều ngày 5-7, huyện họp. Tính đến 31-12-2016, 10 nhà máy đang chạy.", "2017-07-05TAF"),
    ("Ngày 22/10, huyện họp. Tính đến ngày 20/10/2021, có 51 chi bộ.", "2021-10-22"),
    # Compared with the end of the year before
    ("Ngày 9/6, chi nhánh họp. Dư nợ tăng 4% so với cuối năm 2016.", "2017-06-09"),
    ("Ngày 9/6, chi nhánh họp. Giá tăng 0,9% so với tháng 12/2016.", "2017-06-09"),
    ("Ngày 9/6, sở họp. Số vụ giảm 4% so với cùng kỳ năm 2016.", "2017-06-09"),
    # A full date or period beside the report's day
    ("Sáng 7/2, quận họp. Từ ngày 5/2/2017, sở lấy ý kiến.", "2017-02-07TMO"),
    ("Ngày 4/1, quận họp. Ngày 20/12/2016, sở đã kiểm tra.", "2017-01-04"),
    ("Ngày 3/7, tỉnh họp. 6 tháng đầu năm 2017, thu ngân sách tăng.", "2017-07-03"),
    ("Ngày 10/1, tỉnh họp. Quý IV/2016, thu ngân sách tăng.", "2017-01-10"),
    ("Chiều 27/6, tỉnh họp, yêu cầu báo cáo trước ngày 30/6/2017.", "2017-06-27TAF"),
    # Plans: to the day, or of the year after the one that is over
    ("Chiều 10/5, ban quản lý họp. Tàu sẽ chạy từ 1/10/2017.", "2017-05-10TAF"),
    ("Ngày 5/3, công ty họp. Năm 2016, công ty đạt 20 tỷ đồng. Năm 2017, công ty sẽ mở thêm xưởng.", "2017-03-05"),
    ("Ngày 8/1, tổng kết năm 2021, nhiệm vụ năm 2022.", "2022-01-08"),
    ("Ngày 8/12, tổng kết năm 2021, nhiệm vụ năm 2022.", "2021-12-08"),
    ("Ngày 8/1 họp tổng kết 13 năm thực hiện Nghị quyết ngày 02/02/2008", "2021-01-08"),
    # A decision or a letter of these days; a law that is new
    ("Sáng 8/2, tỉnh họp, công bố Quyết định số 439-QĐ/TW ngày 6/2/2017.", "2017-02-08TMO"),
    ("Ngày 8/2, chính phủ vừa ban hành Nghị quyết số 19/NQ-CP ngày 6/2/2017.", "2017-02-08"),
    # The end of the year before, though an older one is compared too
    ("Ngày 9/6, sở họp. Tính đến cuối năm 2016, có 5 xã. Dư nợ tăng 4% so với cuối năm 2016.", "2017-06-09"),
    # The month before the report's
    ("Ngày 4/7, tỉnh họp phiên thường kỳ tháng 6/2017.", "2017-07-04"),
    # What is to be done within the year; the second half of it; between what has been and what is planned
    ("Ngày 17/6, chính phủ họp. Trong năm 2017, các bộ phải xong đề án.", "2017-06-17"),
    ("Ngày 25/7, đoàn họp, triển khai nhiệm vụ 6 tháng cuối năm 2018.", "2018-07-25"),
    ("Chiều 3/8, huyện họp. Đến tháng 6/2018, có 7 xã. Huyện phấn đấu hết năm 2018 có thêm 2 xã.", "2018-08-03TAF"),
    ("Sáng 10/1, tỉnh triển khai công tác năm 2020. Năm 2019, số vụ giảm 5% so với năm 2018.", "2020-01-10TMO"),
    # An anniversary is of its last year
    ("Chiều 7/7, tỉnh dâng hương (9/7/1912 - 9/7/2017).", "2017-07-07TAF"),
    # Days beside the first one turn the year
    ("Ngày 4/1, quận họp. Tính đến 31/12/2016, có 5 hộ. Đoàn đã kiểm tra từ ngày 12/11.", "2017-01-04"),
]


@pytest.mark.parametrize(("text", "value"), FIXED)
def test_what_fixes_the_year(text: str, value: str) -> None:
    assert values(text)[0] == value


LEFT_OPEN = """
Ngày 6/2, công an kết luận. Tháng 11/2010, công ty thua lỗ; 9 tháng đầu năm 2010 lỗ 13 tỷ đồng.
Ngày 11/6, thành phố họp. Đến năm 2018, đảm bảo 100%; đến năm 2020, còn 50%.
Ngày 11/6, thành phố họp. Năm 2008, công ty lỗ 36 tỷ đồng.
Ngày 11/6, thành phố họp về Nghị định ngày 18/9/2012.
Ngày 11/6, thành phố họp. Từ năm 2013, dự án đã chậm.
Ngày 11/6, thành phố họp. Luật có hiệu lực từ ngày 1/7/2018.
Ngày 11/6, thành phố họp. Dự kiến quý II/2019 khởi công, tháng 3/2020 hoàn thành.
Ngày 11/6, thành phố họp. Giai đoạn 2016 - 2020 cần 5 tỷ đồng.
Ngày 14/6, tỉnh kỷ niệm ngày Bác về thăm (14/6/1957).
Trước ngày 31/12 phải phân bổ. Số dư ngày 31/12/2014 là 5 tỷ đồng.
Ngày 11/6, sở họp. Năm 2016 đạt 5 tỷ đồng, kế hoạch năm 2017 là 6 tỷ đồng.
Ngày 11/6, ông Vũ Văn Tám (sinh ngày 11/6/1960) về quê.
Ngày 12/6, hội họp về cải cách theo Nghị quyết 49 của Bộ Chính trị ngày 2-6-2005.
Ngày 17/5, thành phố họp về Nghị quyết số 35/NQ-CP ngày 16-5-2016 của Chính phủ.
Ngày 15/6, hội họp về luật mặt trận đã được quốc hội thông qua ngày 9/6/2015.
Ngày 25/5, xe bị giữ. Lái xe có thể sẽ bị xử phạt theo Nghị định số 167/2013/NĐ-CP ngày 12 tháng 11 năm 2013.
Ngày 22/6, tỉnh lập tổ công tác. Tháng 7/2014, Chính phủ ban hành Nghị định 67 về tàu cá.
Ngày 15/5, hội nghị khai mạc. Kể từ hội nghị tháng 4/2016 đến nay, có 98 kiến nghị.
Ngày 14/5, xe gây tai nạn; xe có hạn kiểm định tiếp theo vào 21/4/2019.
Ngày 6/7, hãng khởi công nhà máy, hoàn thành vào nửa đầu năm 2021.
Ngày 8/2, sở họp. Sở phải xong trong năm 2018. Dự kiến trong năm 2017 phê duyệt, đầu năm 2019 mới hoàn thành.
Ngày 20/1, bộ họp. Dự báo năm 2017, sân bay đón 35 triệu khách, các năm 2018, 2020 sẽ là 45 và 49 triệu khách.
Ngày 30/6, sở họp. Trong năm 2016, tỉnh đón 21 triệu khách, tăng 10% so với cùng kỳ năm 2015.
Ngày 30/6, sở họp. Đến cuối năm 2015 so với cuối năm 2011, nợ tăng 6,5 lần.
Ngày 1/6, công an lập án. Tháng 5/2016 đã có tin báo; từ năm 2016 đến nay, nhóm này đã bán 5 kg.
Ngày 8/2, công ty có kết quả tăng so với năm 2015. Năm 2016 đạt 5 tỷ đồng, vượt kế hoạch của năm 2016.
Ngày 9/6, xã họp. Sau hơn 6 năm triển khai Nghị định số 116/2010/NĐ-CP ngày 24-12-2010, xã còn thiếu người.
Ngày 5/10, đoàn họp, triển khai nhiệm vụ 6 tháng cuối năm 2018.
Chiều 3/8, huyện họp. Từ năm 2015, có 7 xã. Huyện phấn đấu hết năm 2018 có thêm 2 xã.
Ngày 9/6, bộ tổng kết 6 năm thực hiện luật, báo cáo gửi về bộ trước ngày 1/10/2017.
"""


@pytest.mark.parametrize("text", LEFT_OPEN.strip().splitlines())
def test_what_leaves_the_year_open(text: str) -> None:
    assert values(text)[0].startswith("XXXX-")


def test_what_lies_before_the_report_turns_the_year() -> None:
    assert values("Ngày 4/1, quận họp. Tính đến 31/12/2016, có 5 hộ. Đoàn đã kiểm tra từ ngày 12/11.") == [
        "2017-01-04",
        "2016-12-31",
        "2016-11-12",
    ]


WHOLE_YEARS = [
    ("Năm 2016, công ty đạt 5 tỷ đồng; kế hoạch năm 2017 là 6 tỷ đồng. Năm nay sẽ có lãi.", "2017"),
    ("Năm 2016, công ty đạt 5 tỷ đồng, tăng 4% so với năm 2015, vượt kế hoạch năm 2016. Năm nay sẽ có lãi.", "XXXX"),
    ("Năm 2017, phim có 2 tỷ đồng; phần hai dự kiến ra mắt năm 2018. Năm nay sẽ có lãi.", "XXXX"),
    ("Ngày 15/5/2017, bộ họp. Năm 2018, mức đóng giữ nguyên; dự kiến năm 2019 là 5%. Năm nay sẽ có lãi.", "XXXX"),
]


@pytest.mark.parametrize(("text", "value"), WHOLE_YEARS)
def test_the_year_that_is_planned_for(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_years_away_count_from_the_year_reckoned() -> None:
    assert values("Ngày 5/7, bộ họp. Tính đến 31-12-2016, lỗ 5 tỷ đồng. Năm nay sẽ có lãi.")[-1] == "2017"
    assert values("Ngày 5/7, bộ họp. Năm ngoái lỗ 5 tỷ đồng.")[-1] == "XXXX"


def test_a_day_written_with_its_year_has_it_everywhere() -> None:
    page = READER("Tàu chạy từ 1/10. Tuyến này chạy thử từ 1/10/2017.", html=False, published="2017-05-11")
    assert [date.value for date in resolve_dates(RECOGNISE(page.content), page)] == ["2017-10-01", "2017-10-01"]


OCCASIONS = [
    ("Ngày 5/6, huyện tổ chức Đại hội Đảng bộ lần thứ XX, nhiệm kỳ 2020 - 2025.", "2020-06-05"),
    ("Ngày 5/6, huyện tổ chức hội nghị học tập Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.", "XXXX-06-05"),
    ("Ngày 5/6, huyện họp. Đại hội Đảng bộ nhiệm kỳ 2020 - 2025 đã bầu 39 đồng chí.", "XXXX-06-05"),
    ("Sáng 5/9, trường khai giảng năm học 2017 - 2018.", "2017-09-05TMO"),
    ("Sáng 25/5, trường tổng kết năm học 2016 - 2017.", "2017-05-25TMO"),
    ("Sáng 25/5, trường bàn tuyển sinh năm học 2017 - 2018.", "XXXX-05-25TMO"),
    ("Tối 14/6, tỉnh kỷ niệm 60 năm Ngày Bác về thăm quê (14/6/1957).", "2017-06-14TEV"),
    ("Tối 14/9, tỉnh kỷ niệm 60 năm Ngày Bác về thăm quê (14/6/1957).", "XXXX-09-14TEV"),
]


@pytest.mark.parametrize(("text", "value"), OCCASIONS)
def test_what_the_occasion_fixes(text: str, value: str) -> None:
    assert values(text)[0] == value


SPOKEN = [
    ("Hôm nay (8/6), huyện họp. Chiều hôm qua, đoàn đã về.", ["XXXX-06-08", "XXXX-06-07TAF"]),
    ("Chiều qua (30/6), huyện họp. Sáng nay, đoàn về.", ["XXXX-06-30TAF", "XXXX-07-01TMO"]),
    ("Chiều 10/5, ban họp. Trao đổi chiều qua, ông Vũ Văn Tám nói vậy.", ["XXXX-05-10TAF", "XXXX-05-10TAF"]),
    ("Chiều 10/5, ban họp. Trao đổi sáng nay, ông Vũ Văn Tám nói vậy.", ["XXXX-05-10TAF", "XXXX-XX-XXTMO"]),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_the_day_that_the_page_calls_today(text: str, expected: list[str]) -> None:
    assert values(text) == expected
