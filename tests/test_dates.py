"""Time expressions: value -> phrasings, near-misses, the lunar calendar, intervals, hostile strings.

A block begins with the day of publication (`@ 2021-11-18`, `@ -` for none). In it stand values, `TYPE value begin
until` (`-` where a value has no days), each with indented phrasings. ⟦…⟧ marks the expression that must have the
value, {…} other dates of the phrasing; what is not marked must not be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from extractor.article import Date
from extractor.calendars import bounds, is_day
from extractor.lunar import month_end, solar_day, year_in_cycle
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.date_words import Before
from extractor.recognise.dates import DateRecogniser
from extractor.resolve.dates import resolve_dates
from extractor.text import Text, nfc
from tests.conftest import deadline

RECOGNISE = DateRecogniser(Patterns())

CASES = """
@ 2021-11-18
DATE 2008-02-02 2008-02-02 2008-02-02
    Nghị quyết 22 ⟦ngày 02/02/2008⟧ của Trung ương
    có hiệu lực từ ⟦2/2/2008⟧.
    văn bản ký ⟦ngày 02-02-2008⟧, gồm 5 phần
    văn bản ký ⟦ngày 02.02.2008⟧
    ký ⟦ngày 2 tháng 2 năm 2008⟧
    ký ⟦ngày 02 tháng 02 năm 2008⟧ tại Hà Nội
    ký ⟦ngày 2 tháng 2, 2008⟧
    ký ⟦ngày 2 tháng 2/2008⟧
    ký ⟦ngày 02 / 02 / 2008⟧
    ký ⟦ngày 2-2-08⟧
    ký ⟦ngày 02/02/08⟧
    ký ⟦Ngày  02/02/2008⟧ tại
    ký ⟦ngày hai tháng hai năm 2008⟧
    ký ⟦ngày 2 tháng Hai năm 2008⟧
    (⟦02/02/2008⟧)
    ngay sau ⟦ngày: 02/02/2008⟧
DATE 2021-05 2021-05-01 2021-05-31
    xuất khẩu kỳ 1 ⟦tháng 5⟧
DATE 2021-03-26 2021-03-26 2021-03-26
    từ thời điểm ⟦26/3⟧ tới nay
DATE 2021-10-20 2021-10-20 2021-10-20
    tính đến ⟦ngày 20/10/2021⟧, toàn Đảng bộ có
    Tính đến ⟦ngày 20.10⟧, toàn huyện có
    lễ kỷ niệm ⟦20/10⟧ của chị em
    vào ⟦ngày 20-10⟧, đoàn về huyện
    ⟦Ngày 20/10⟧, đoàn về huyện
    đến ⟦20/10⟧, đã có 5 xã
    ⟦Ngày hai mươi tháng mười⟧, đoàn về huyện
    ⟦ngày 20 tháng 10⟧, đoàn về huyện
    ⟦hôm 20/10⟧ đoàn về huyện
    ⟦ngày 20/10⟧ vừa qua, đoàn về huyện
    ⟦ngày 20- 10⟧ đoàn về huyện
    ⟦Thứ Tư, 20/10/2021⟧
    ⟦thứ Tư (20/10)⟧, đoàn về huyện
    ⟦thứ Tư, ngày 20/10⟧, đoàn về huyện
    ⟦thứ 4 ngày 20/10⟧, đoàn về huyện
DATE 2021-11-18 2021-11-18 2021-11-18
    ⟦Hôm nay⟧, kỳ họp khai mạc
    ⟦hôm nay (18/11)⟧, kỳ họp khai mạc
    mấy ⟦hôm nay (18/11)⟧, kỳ họp khai mạc
    ⟦Hôm nay, ngày 18/11⟧, kỳ họp khai mạc
    trong ⟦ngày hôm nay⟧, kỳ họp khai mạc
    trong ⟦ngày 18 tháng này⟧
DATE 2021-11-17 2021-11-17 2021-11-17
    ⟦Hôm qua⟧, kỳ họp khai mạc
    ⟦Ngày hôm qua⟧ 5 xã về đích
    ⟦hôm qua 17/11⟧, kỳ họp khai mạc
    ⟦hôm qua (ngày 17/11)⟧, kỳ họp khai mạc
DATE 2021-11-19 2021-11-19 2021-11-19
    ⟦Ngày mai⟧, trời rét
    ⟦ngày mai (19/11)⟧, trời rét
DATE 2021-11-16 2021-11-16 2021-11-16
    từ ⟦hôm kia⟧ trời đã rét
    ⟦Cách đây 2 ngày⟧, trời đã rét
    ⟦2 ngày trước⟧, trời đã rét
    ⟦hai ngày trước đây⟧, trời đã rét
    ⟦Cách đây 2 hôm⟧, trời đã rét
TIME 2021-11-18TAF 2021-11-18 2021-11-18
    ⟦Chiều 18/11⟧, Ban Thường vụ họp
    ⟦Chiều 18-11⟧, Ban Thường vụ họp
    ⟦chiều 18.11⟧ tại hội trường
    ⟦chiều ngày 18/11⟧ tại hội trường
    ⟦Buổi chiều 18/11/2021⟧ tại hội trường
    ⟦Chiều nay⟧, Ban Thường vụ họp
    ⟦chiều nay (18/11)⟧, Ban Thường vụ họp
    ⟦chiều nay 18.11⟧, Ban Thường vụ họp
    ⟦chiều nay, 18-11⟧, Ban Thường vụ họp
    ⟦Chiều hôm nay⟧, Ban Thường vụ họp
    ⟦chiều thứ Năm, 18/11⟧, Ban Thường vụ họp
    ⟦đầu giờ chiều 18/11⟧, Ban Thường vụ họp
    ⟦chiều thứ Năm⟧, Ban Thường vụ họp
    {Sáng 18/11}, khai mạc. ⟦Chiều cùng ngày⟧, bế mạc.
TIME 2021-11-18TMO 2021-11-18 2021-11-18
    ⟦Sáng nay (18/11)⟧, kỳ họp khai mạc
    ⟦Sáng nay⟧ mưa lớn
    ⟦Rạng sáng 18/11⟧, mưa lớn
    ⟦sáng sớm nay⟧ mưa lớn
TIME 2021-11-17TEV 2021-11-17 2021-11-17
    ⟦Tối qua⟧, cả nhóm trở về
    ⟦Tối hôm qua⟧, cả nhóm trở về
    ⟦Tối qua (17/11)⟧, cả nhóm trở về
    ⟦tối 17/11⟧ cả nhóm trở về
    {Ngày 17/11}, đoàn đi. ⟦Tối⟧, đoàn về.
    {Ngày 17/11}, đoàn đi. ⟦Chập tối⟧, đoàn về.
TIME 2021-11-17TNI 2021-11-17 2021-11-17
    ⟦Đêm qua⟧, mưa lớn
    ⟦đêm 17/11⟧, mưa lớn
    từ ⟦đêm 17⟧ đến {hết ngày 18/11}, mưa lớn
    ⟦Đêm 17⟧, {sáng 18/11}, mưa lớn
TIME 2021-11-18TMI 2021-11-18 2021-11-18
    ⟦trưa nay⟧ nước rút
    ⟦Trưa 18/11⟧ nước rút
TIME 2021-11-19TMO 2021-11-19 2021-11-19
    ⟦Sáng mai⟧, đoàn lên đường
    ⟦sáng mai (19/11)⟧, đoàn lên đường
TIME 2021-11-18T19:35 2021-11-18 2021-11-18
    ⟦19:35 18/11/2021⟧
    ⟦19:35, 18/11/2021⟧
    ⟦19 giờ 35 ngày 18/11⟧
    ⟦19h35 ngày 18/11⟧ nước rút
    ⟦19g35 ngày 18-11⟧ nước rút
    ⟦19 giờ 35 phút ngày 18/11⟧ nước rút
    ⟦19h35' ngày 18/11⟧ nước rút
    ⟦7 giờ 35 tối 18/11⟧ nước rút
    ⟦19h35 tối nay⟧ nước rút
    ⟦18/11/2021, 19:35⟧
    ⟦18/11/2021 | 19:35⟧
    ⟦Thứ Năm, 18/11/2021, 19:35⟧
    ⟦18/11/2021 19:35 GMT+7⟧
    ⟦18/11/2021, 19:35 (GMT+7)⟧
    {Ngày 18/11}, đoàn đi. Lúc ⟦19 giờ 35⟧, đoàn về.
    {Ngày 18/11}, đoàn đi. Đến ⟦19h35⟧, đoàn về.
TIME 2021-11-18T07:00/2021-11-18T11:30 2021-11-18 2021-11-18
    từ ⟦7h - 11h30 ngày 18/11⟧
    từ ⟦7 giờ-11 giờ 30 sáng nay⟧
    {Ngày 18/11}, cắt điện từ ⟦7h - 11h30⟧.
TIME 2021-07-18T17:30 2021-07-18 2021-07-18
    ⟦5 giờ rưỡi chiều 18/7⟧ nước rút
TIME 2021-07-18T17:00 2021-07-18 2021-07-18
    ⟦17 giờ ngày 18/7⟧ nước rút
    ⟦17h ngày 18/7⟧ nước rút
    ⟦17g00 ngày 18-7⟧ nước rút
    ⟦5 giờ chiều 18/7⟧ nước rút
    ⟦17h chiều 18/7⟧ nước rút
TIME 2021-11-18T08:30 2021-11-18 2021-11-18
    lúc ⟦8 giờ 30⟧, đoàn lên đường
    vào ⟦8h30⟧, đoàn lên đường
    ⟦8h30 sáng nay⟧, đoàn lên đường
TIME 2021-07-01T00:00 2021-07-01 2021-07-01
    từ ⟦0h ngày 1/7⟧ giá tăng
DATE 2021-10 2021-10-01 2021-10-31
    ⟦tháng 10/2021⟧, xuất khẩu tăng
    ⟦tháng 10-2021⟧, xuất khẩu tăng
    ⟦tháng 10.2021⟧, xuất khẩu tăng
    ⟦tháng 10 năm 2021⟧, xuất khẩu tăng
    ⟦tháng 10, 2021⟧, xuất khẩu tăng
    ⟦tháng Mười 2021⟧, xuất khẩu tăng
    ⟦T10/2021⟧, xuất khẩu tăng
    ⟦T.10/2021⟧, xuất khẩu tăng
    ⟦Tháng Mười năm 2021⟧, xuất khẩu tăng
    ⟦tháng mười⟧, xuất khẩu tăng
    ⟦tháng 10⟧, xuất khẩu tăng
    ⟦cuối tháng 10⟧, xuất khẩu tăng
    ⟦đầu tháng 10⟧ xuất khẩu tăng
    ⟦giữa tháng 10/2021⟧ xuất khẩu tăng
    ⟦trung tuần tháng 10⟧ xuất khẩu tăng
    ⟦tháng 10⟧ vừa qua, xuất khẩu tăng
    ⟦tháng 10 năm nay⟧, xuất khẩu tăng
    ⟦Tháng trước⟧, xuất khẩu tăng
    ⟦tháng qua⟧, xuất khẩu tăng
    từ ⟦10/2021⟧ đến nay
    (⟦10/2021⟧)
DATE 2021-11 2021-11-01 2021-11-30
    trong ⟦tháng này⟧ mưa nhiều
    đến ⟦cuối tháng⟧ thì xong
DATE 2021-12 2021-12-01 2021-12-31
    ⟦tháng 12⟧ sẽ thông xe
    ⟦tháng 12⟧ tới, cầu thông xe
    ⟦tháng tới⟧, cầu thông xe
    ⟦tháng sau⟧ cầu thông xe
DATE 2017-05 2017-05-01 2017-05-31
    ⟦tháng Năm năm 2017⟧ có 2 vụ
    ⟦Tháng Năm, 2017⟧ có 2 vụ
    ⟦tháng 5/2017⟧ có 2 vụ
    ⟦tháng 5 năm 2017⟧ có 2 vụ
DATE 2020 2020-01-01 2020-12-31
    ⟦Năm 2020⟧, có 93,3% đảng viên
    ⟦năm 2020⟧
    ⟦đầu năm 2020⟧ hạn nặng
    ⟦cuối năm 2020⟧ hạn nặng
    ⟦cả năm 2020⟧ hạn nặng
    đến ⟦hết năm 2020⟧ còn 5 xã
    ⟦Năm ngoái⟧ hạn nặng
    tăng 5% so với ⟦năm trước⟧
    ⟦năm kỷ cương hành chính 2020⟧
    ⟦Năm du lịch quốc gia 2020⟧ khai mạc
    Từ ⟦2020⟧ đến nay
    tăng so với ⟦2020⟧
    ⟦mùa giải 2020⟧ kết thúc
    ⟦vụ hè thu 2020⟧ được mùa
    ⟦vụ hè thu năm 2020⟧ được mùa
DATE 2021 2021-01-01 2021-12-31
    ⟦Năm nay⟧ được mùa
    mua hàng trăm xe, ⟦năm nay⟧ mua thêm
    ⟦cuối năm nay⟧ xong cầu
    đến ⟦hết năm⟧ xong cầu
    ngay từ ⟦đầu năm⟧, huyện đã họp
    tăng trưởng ⟦cả năm⟧ 8%
    ⟦vụ hè thu này⟧ được mùa
    ⟦vụ đông xuân năm nay⟧ được mùa
DATE 2022 2022-01-01 2022-12-31
    ⟦Năm tới⟧, tỉnh sẽ làm tiếp
    ⟦năm sau⟧ tỉnh sẽ làm tiếp
    ⟦đầu năm tới⟧, tỉnh sẽ làm tiếp
DATE 2019 2019-01-01 2019-12-31
    từ ⟦năm kia⟧ đã làm
    ⟦cách đây 2 năm⟧ đã làm
    ⟦cách nay 2 năm⟧ đã làm
    ⟦Hai năm trước⟧, tỉnh đã làm
    {Năm 2018}, tỉnh lập đề án. ⟦Năm sau⟧, đề án được duyệt.
DATE 2022 2022-01-01 2022-12-31
    Khởi công {tháng 3/2018}. Đến nay đạt 78%. ⟦Đầu năm sau⟧, chủ đầu tư bàn giao.
DATE 2016 2016-01-01 2016-12-31
    doanh thu của ngân hàng ⟦năm 2016⟧
DATE 2021-Q3 2021-07-01 2021-09-30
    ⟦quý III/2021⟧ tăng 5%
    ⟦quý 3/2021⟧ tăng 5%
    ⟦quý III năm 2021⟧ tăng 5%
    ⟦Quý III-2021⟧ tăng 5%
    ⟦quý III.2021⟧ tăng 5%
    ⟦quý ba năm 2021⟧ tăng 5%
    ⟦quý III⟧ tăng 5%
    ⟦quý 3 năm nay⟧ tăng 5%
    ⟦quý trước⟧ tăng 5%
    ⟦quý vừa qua⟧ tăng 5%
    đến ⟦hết quý III⟧ tăng 5%
    ⟦cuối quý III/2021⟧ tăng 5%
    ⟦Q3/2021⟧ tăng 5%
    ⟦QIII/2021⟧ tăng 5%
    ⟦Q.III-2021⟧ tăng 5%
DATE 2021-Q4 2021-10-01 2021-12-31
    ⟦quý cuối năm⟧ phải cố gắng
    ⟦quý cuối cùng của năm 2021⟧ phải cố gắng
DATE 2021-Q1 2021-01-01 2021-03-31
    ⟦quý đầu năm nay⟧ tăng 5%
DATE 2021-12 2021-12-01 2021-12-31
    ⟦tháng cuối năm⟧, xuất khẩu tăng
DATE 1930-02-03 1930-02-03 1930-02-03
    kỷ niệm ngày thành lập Đảng (⟦3/2/1930⟧ - {3/2/2020})
DATE 2018-04-30 2018-04-30 2018-04-30
    hoàn thành dịp ⟦30/4 năm 2018⟧ thì xong
    từ ⟦ngày 30/4 năm 2018⟧ thì xong
DATE 2022-Q1 2022-01-01 2022-03-31
    ⟦quý I năm tới⟧ khởi công
    ⟦quý tới⟧ khởi công
    ⟦quý I/2022⟧ khởi công
DATE 2021-H1 2021-01-01 2021-06-30
    ⟦6 tháng đầu năm 2021⟧, thu ngân sách
    ⟦sáu tháng đầu năm 2021⟧, thu ngân sách
    ⟦6 tháng đầu năm⟧, thu ngân sách
    ⟦6 tháng đầu năm nay⟧, thu ngân sách
    ⟦nửa đầu năm 2021⟧, thu ngân sách
    ⟦nửa đầu năm nay⟧, thu ngân sách
    ⟦hai quý đầu năm⟧, thu ngân sách
    {6 tháng đầu năm} thu khá; tổng thu ⟦6 tháng⟧ đạt 50% kế hoạch
    ⟦6T đầu năm⟧ thu khá
DATE 2021-H2 2021-07-01 2021-12-31
    ⟦6 tháng cuối năm⟧ phải cố gắng
    ⟦nửa cuối năm 2021⟧ phải cố gắng
    ⟦sáu tháng cuối năm 2021⟧ phải cố gắng
DATE 2021-01/2021-09 2021-01-01 2021-09-30
    ⟦9 tháng đầu năm 2021⟧ tăng 5%
    ⟦chín tháng đầu năm 2021⟧ tăng 5%
    ⟦9 tháng đầu năm⟧ tăng 5%
    ⟦9 tháng năm 2021⟧ tăng 5%
    ⟦9T/2021⟧ tăng 5%
    ⟦9T năm 2021⟧ tăng 5%
    ⟦3 quý đầu năm 2021⟧ tăng 5%
    {9 tháng đầu năm 2021} khá. Sản lượng ⟦9 tháng⟧ ước 5 tấn
DATE 2021-01/2021-10 2021-01-01 2021-10-31
    thu ngân sách ⟦10 tháng⟧ đạt 5 tỷ đồng
DATE 2021-01/2021-03 2021-01-01 2021-03-31
    ⟦3 tháng đầu năm 2021⟧ tăng 5%
    ⟦ba tháng đầu năm⟧ tăng 5%
DATE 2021-10/2021-12 2021-10-01 2021-12-31
    ⟦3 tháng cuối năm⟧ phải cố gắng
DATE 2020-01/2020-09 2020-01-01 2020-09-30
    {9 tháng đầu năm 2021} tăng 5% so với ⟦cùng kỳ⟧
    {9 tháng đầu năm} tăng 5% so với ⟦cùng kỳ năm trước⟧
    {9 tháng đầu năm} tăng 5% so với ⟦cùng kỳ năm ngoái⟧
    {9 tháng đầu năm} tăng 5% so với ⟦cùng kỳ năm 2020⟧
    {10 tháng qua} tăng 3%; {9 tháng năm 2021} tăng 5% so với ⟦cùng kỳ⟧
    {9 tháng} đạt 80% dự toán tỉnh giao {năm 2021}, tăng 5% so với ⟦cùng kỳ⟧
    {9 tháng} đạt 80% kế hoạch {cả năm}, tăng 5% so với ⟦cùng kỳ⟧
    {9 tháng} tăng 2% so với thời điểm {cuối năm 2020}, tăng 5% so với ⟦cùng kỳ⟧
    {9 tháng đầu năm} theo giá so sánh {2010} tăng 5% so với ⟦cùng kỳ⟧
DATE 2020-10-15 2020-10-15 2020-10-15
    {Hết ngày 15/10}, thu ngân sách tăng 5% so với ⟦cùng kỳ⟧
DATE 2019-12-15/2020-06-14 2019-12-15 2020-06-14
    Từ {ngày 15/12/2020} đến {ngày 14/6/2021}, số vụ giảm 5% so với ⟦cùng kỳ⟧
DATE 2020-01/2020-10 2020-01-01 2020-10-31
    {10 tháng qua}, xuất khẩu tăng 3% so với ⟦cùng kỳ⟧
DATE 2021-01/2021-10 2021-01-01 2021-10-31
    thu ngân sách ⟦mười tháng⟧ 5 tỷ đồng
DATE 2020-10 2020-10-01 2020-10-31
    {tháng 10} tăng 1% so với {tháng trước} và 5% so với ⟦cùng kỳ⟧
DATE 2021-09 2021-09-01 2021-09-30
    {Tháng 10}, giá tăng 1% so với ⟦tháng trước⟧
DATE 2020/2025 2020-01-01 2025-12-31
    đại hội ⟦nhiệm kỳ 2020 - 2025⟧ thành công
    đại hội ⟦nhiệm kỳ 2020-2025⟧ thành công
    đại hội ⟦nhiệm kỳ 2020 – 2025⟧ thành công
    đại hội ⟦nhiệm kỳ 2020/2025⟧ thành công
    ⟦giai đoạn 2020-2025⟧
    ⟦giai đoạn từ 2020 đến 2025⟧
    ⟦giai đoạn 2020 đến năm 2025⟧
    ⟦Nhiệm kỳ (2020-2025)⟧ thành công
    (⟦2020 - 2025⟧)
    từ ⟦năm 2020 - 2025⟧, tỉnh sẽ
DATE 2021/2025 2021-01-01 2025-12-31
    kế hoạch ⟦5 năm 2021-2025⟧
    kế hoạch ⟦5 năm (2021 - 2025)⟧
    kế hoạch ⟦năm năm 2021 - 2025⟧
DATE 2020/2021 2020-01-01 2021-12-31
    ⟦vụ đông xuân 2020-2021⟧ được mùa
    ⟦vụ đông - xuân 2020 - 2021⟧ được mùa
    ⟦năm học 2020-2021⟧
    ⟦Năm học 2020 - 2021⟧
    ⟦niên vụ 2020-2021⟧
    ⟦mùa giải 2020/21⟧
    ⟦hai năm 2020 - 2021⟧ tăng
DATE 2020/2021 2020-01-01 2021-12-31
    so với ⟦năm học trước⟧
DATE 2021-10-15 2021-10-15 2021-10-15
    Tính đến ⟦15-10⟧, số người tham gia tăng
    Đến ⟦15-10⟧, số người tham gia tăng
DURATION P6M - -
    trong suốt thời gian ⟦6 tháng⟧ là rất lớn
DURATION P1W - -
    ⟦một tuần⟧ sau, ông mới về
DATE 2021-10-10 2021-10-10 2021-10-10
    từ ⟦10-10⟧, xã họp; {ngày 5-10}, huyện họp
DATE 199 1990-01-01 1999-12-31
    ⟦những năm 1990⟧ còn nghèo
    ⟦những năm 90⟧ còn nghèo
    ⟦thập niên 90⟧ còn nghèo
    ⟦thập kỷ 1990⟧ còn nghèo
    ⟦cuối những năm 90 của thế kỷ trước⟧ còn nghèo
DATE 19 1900-01-01 1999-12-31
    ⟦thế kỷ XX⟧ còn nghèo
    ⟦thế kỷ 20⟧ còn nghèo
    ⟦đầu thế kỷ XX⟧ còn nghèo
DATE 2021-10-02/2021-10-04 2021-10-02 2021-10-04
    ⟦ngày 2 - 4/10⟧, đoàn đi
    ⟦ngày 2-4/10⟧, đoàn đi
    ⟦ngày 2-4/10/2021⟧, đoàn đi
    từ ⟦2-4/10⟧, đoàn đi
    từ ⟦ngày 2-4 tháng 10⟧, đoàn đi
    (⟦2-4/10/2021⟧)
    ⟦ngày 2/10 - 4/10⟧, đoàn đi
DATE 2021-10-26/2021-11-01 2021-10-26 2021-11-01
    từ ⟦26/10-1/11⟧, đại hội họp
    từ ⟦26/10 - 1/11/2021⟧, đại hội họp
DATE 2021-04-30/2021-05-01 2021-04-30 2021-05-01
    nghỉ lễ ⟦30/4 - 1/5⟧
    dịp ⟦30/4-1/5⟧
DATE 2020-12-28/2021-01-03 2020-12-28 2021-01-03
    ⟦28/12/2020 - 3/1/2021⟧
DATE 2021-08-13 2021-08-13 2021-08-13
    ⟦ngày 13⟧ và {14/8}, đoàn đi
    ⟦ngày 13⟧ và {ngày 14/8}, đoàn đi
    ⟦ngày 13⟧, {14} và {15/8}, đoàn đi
    từ ⟦ngày 13⟧ đến {15/8}, đoàn đi
    từ ⟦ngày 13⟧ đến {ngày 15/8/2021}, đoàn đi
    ⟦ngày 13/8⟧ và {14/8}, đoàn đi
DATE 2021-08-14 2021-08-14 2021-08-14
    {ngày 13} và ⟦14/8⟧, đoàn đi
    trong 2 {ngày 13} và ⟦14/8⟧, đoàn đi
    {Sáng 13/8} và ⟦ngày 14/8⟧, đoàn đi
    {ngày 13/8} và ⟦14/8⟧, đoàn đi
    từ {ngày 13/8} đến ⟦ngày 14/8⟧, đoàn đi
    từ {ngày 13/8} đến hết ⟦14/8⟧, đoàn đi
DATE 2021-05-01 2021-05-01 2021-05-01
    ⟦ngày 1 tháng Năm⟧ đi biển
    ⟦ngày mồng một tháng năm năm 2021⟧ đi biển
    ⟦ngày 1 tháng năm 2021⟧ đi biển
DATE 2017-03 2017-03-01 2017-03-31
    từ ⟦tháng 3⟧ đến {tháng 5/2017}
    ⟦tháng 3⟧, {4} và {5/2017}
DATE 2017-07/2017-08 2017-07-01 2017-08-31
    ⟦tháng 7 - 8/2017⟧
DATE 2015 2015-01-01 2015-12-31
    ⟦năm 2015⟧, {2016} và {2017}
    hai ⟦năm 2015⟧, {2016}
    từ ⟦năm 2015⟧ đến {năm 2017}
DATE 2021-W47 2021-11-22 2021-11-28
    ⟦Tuần tới⟧, trời rét
    ⟦tuần sau⟧ trời rét
DATE 2021-W45 2021-11-08 2021-11-14
    ⟦tuần trước⟧ trời rét
    ⟦Tuần qua⟧, giá tăng
DATE 2021-W46 2021-11-15 2021-11-21
    ⟦tuần này⟧ trời rét
DATE 2021-W45-WE 2021-11-13 2021-11-14
    ⟦cuối tuần qua⟧, đoàn đi
    ⟦Cuối tuần trước⟧ đoàn đi
DATE 2021-11-22 2021-11-22 2021-11-22
    ⟦thứ Hai tuần tới⟧ họp
    ⟦thứ hai tuần sau⟧ họp
    vào ⟦thứ Hai tới⟧ họp
DATE 2021-11-15 2021-11-15 2021-11-15
    ⟦Thứ Hai vừa qua⟧, huyện họp
    ⟦thứ Hai vừa qua (15/11)⟧, huyện họp
    ⟦thứ Hai tuần này⟧ họp
DATE 2021-11-14 2021-11-14 2021-11-14
    vào ⟦Chủ nhật⟧, huyện họp
DURATION P13Y - -
    tổng kết ⟦13 năm⟧ thực hiện nghị quyết
    suốt ⟦mười ba năm⟧, huyện đã cố gắng
DURATION P10Y - -
    ⟦10 năm qua⟧, huyện đã cố gắng
    Qua ⟦10 năm⟧ thực hiện
    ⟦10 năm gần đây⟧ huyện đã cố gắng
    trong ⟦10 năm tới⟧ phải cố gắng
    ⟦mười năm⟧ chống hạn
    làm nghề ⟦10 năm nay⟧
DURATION P63Y - -
    kỷ niệm ⟦63 năm⟧ Ngày truyền thống
DURATION P5Y - -
    ⟦Năm năm⟧ thực hiện nghị quyết
    án ⟦5 năm⟧ tù
DURATION PXY - -
    phạt từ ⟦11 - 19 năm⟧ tù
    khoảng ⟦2-3 năm⟧ nữa
    ⟦5 đến 7 năm⟧ nữa
DURATION P2Y6M - -
    sau ⟦2 năm rưỡi⟧ thi công
    sau ⟦hai năm rưỡi⟧ thi công
DURATION P6M - -
    phạt ⟦6 tháng⟧ tù
    sau ⟦nửa năm⟧ thi công
    sau ⟦sáu tháng⟧ thi công
DURATION P18M - -
    sau ⟦18 tháng⟧ triển khai
DURATION P3D - -
    diễn ra trong ⟦3 ngày⟧
    diễn ra trong ⟦ba ngày⟧
    chuyến đi ⟦3 ngày 2 đêm⟧
DURATION P6D - -
    sau ⟦6 ngày⟧ làm việc khẩn trương
    sau ⟦sáu hôm⟧ thì xong
DURATION P1Y - -
    sau ⟦1 năm⟧ triển khai
    tổng kết ⟦một năm⟧ thực hiện
DURATION P2W - -
    kéo dài ⟦2 tuần⟧
    kéo dài ⟦hai tuần lễ⟧
DURATION P3M - -
    kéo dài ⟦một quý⟧ nữa
DURATION P2DE - -
    ⟦hai thập kỷ qua⟧ đã khác
DURATION PT24H - -
    ⟦24 giờ qua⟧ mưa lớn
    trong ⟦24 giờ⟧, mưa lớn
DURATION PT8H - -
    làm trong ⟦8 giờ⟧ liền
    làm ⟦8 tiếng⟧ liền
    mất ⟦tám tiếng đồng hồ⟧
DURATION PT1.5H - -
    kéo dài ⟦1,5 giờ⟧
DURATION PT13H49M - -
    pin bền suốt ⟦13 giờ 49 phút⟧
DURATION P3Y5M6D - -
    phạt ⟦3 năm 5 tháng 6 ngày⟧ tù
DURATION P1M12D - -
    thử việc ⟦1 tháng 12 ngày⟧
DURATION P1Y6M - -
    phạt ⟦1 năm 6 tháng⟧ tù
DURATION PT20M - -
    mất ⟦20 phút⟧ là xong
    ⟦Hai mươi phút⟧ là xong
DURATION PT30M - -
    sau ⟦nửa giờ⟧ thì xong
DURATION PT30S - -
    chỉ ⟦30 giây⟧ là xong
SET P1Y - -
    ⟦Hằng năm⟧, huyện tổ chức
    ⟦hàng năm⟧ huyện tổ chức
    ⟦mỗi năm⟧ kết nạp 5 người
    ⟦mỗi năm một lần⟧, huyện tổ chức
    kiểm tra ⟦1 lần/năm⟧
    ⟦năm nào⟧ cũng lũ
SET P1M - -
    ⟦hằng tháng⟧ họp
    ⟦mỗi tháng⟧ họp
    họp ⟦2 lần/tháng⟧
SET P1W - -
    ⟦mỗi tuần⟧ họp
    ⟦tuần nào⟧ cũng họp
    ⟦tối thứ Bảy hằng tuần⟧ có lớp
SET P1D - -
    ⟦hằng ngày⟧ báo cáo
    ⟦Mỗi ngày⟧ có 5 chuyến
SET P3M - -
    ⟦hằng quý⟧ báo cáo
SET P1M - -
    họp đều vào ⟦ngày mùng 5 hằng tháng⟧
SET P5Y - -
    đại hội họp ⟦5 năm một lần⟧
    ⟦cứ 5 năm⟧ họp đại hội
SET P2D - -
    ⟦cứ hai ngày⟧ xe về
@ 2017-02-10
DATE 2017-01-30 2017-01-30 2017-01-30
    ⟦mùng 3 Tết⟧ đi thăm thầy
    ⟦ngày mồng 3 Tết⟧ đi thăm thầy
    ⟦mùng ba Tết⟧ đi thăm thầy
    ⟦Mùng 3 Tết Nguyên đán⟧ đi thăm thầy
    ⟦mùng 3 Tết Đinh Dậu⟧ đi thăm thầy
    ⟦mùng 3 Tết Đinh Dậu 2017⟧ đi thăm thầy
    ⟦mùng 3 tháng Giêng⟧ đi thăm thầy
    ⟦ngày 3 tháng Giêng⟧ đi thăm thầy
    ⟦mùng 3 Tết (30/1)⟧ đi thăm thầy
    ⟦ngày 3/1 âm lịch⟧ đi thăm thầy
    ⟦ngày 3/1 (âm lịch)⟧ đi thăm thầy
DATE 2017-01-27 2017-01-27 2017-01-27
    ⟦30 Tết⟧ vẫn làm việc
    ⟦ngày 30 Tết⟧ vẫn làm việc
    ⟦30 Tết Đinh Dậu⟧ vẫn làm việc
DATE 2017-02-11 2017-02-11 2017-02-11
    ⟦rằm tháng Giêng⟧ chùa đông
    ⟦Rằm tháng Giêng năm 2017⟧ chùa đông
TIME 2017-01-27TNI 2017-01-27 2017-01-27
    ⟦đêm giao thừa⟧ bắn pháo hoa
    ⟦Đêm 30 Tết⟧ bắn pháo hoa
TIME 2017-01-28TMO 2017-01-28 2017-01-28
    ⟦sáng mùng 1 Tết⟧ đi chùa
DATE 2017-01-28 2017-01-28 2017-01-28
    dịp ⟦Tết Nguyên đán 2017⟧
    dịp ⟦Tết Đinh Dậu 2017⟧
    dịp ⟦đầu Tết nguyên đán Đinh Dậu 2017⟧
    dịp ⟦Tết Nguyên đán Đinh Dậu năm 2017⟧
    dịp ⟦Tết Đinh Dậu - 2017⟧
DATE 2017-01-01 2017-01-01 2017-01-01
    nghỉ ⟦Tết Dương lịch 2017⟧
DATE 2017-09-02 2017-09-02 2017-09-02
    dịp ⟦Quốc khánh 2017⟧ sẽ thông xe
DATE 2017-10-04 2017-10-04 2017-10-04
    ⟦Tết Trung thu 2017⟧ sắp tới
DATE 2017 2017-01-01 2017-12-31
    ⟦năm Đinh Dậu⟧ được mùa
    ⟦năm Đinh Dậu 2017⟧ được mùa
DATE 1968 1968-01-01 1968-12-31
    mùa xuân ⟦năm Mậu Thân 1968⟧
DATE 2017-01-20 2017-01-20 2017-01-20
    ⟦ngày 23 tháng Chạp⟧ tiễn ông Táo
    ⟦23 tháng Chạp⟧ tiễn ông Táo
DATE 2017-04-06 2017-04-06 2017-04-06
    ⟦mùng 10/3 âm lịch⟧ giỗ Tổ
    ⟦ngày 10/3 âm lịch năm 2017⟧ giỗ Tổ
    ⟦mùng 10 tháng 3 âm lịch⟧ giỗ Tổ
DATE 2016-09-02 2016-09-02 2016-09-02
    ⟦ngày mồng 2 tháng 9⟧ mít tinh
DATE 2016-12-28 2016-12-28 2016-12-28
    ⟦Ngày 28/12⟧, huyện họp
DATE 2017-02-15 2017-02-15 2017-02-15
    ⟦Ngày 15/2⟧ sẽ khai hội
    ⟦ngày 15/2⟧ tới, khai hội
    hạn chót là ⟦ngày 15/2⟧.
DATE 2016-11-20 2016-11-20 2016-11-20
    kỷ niệm ⟦20/11⟧ năm ấy
    ⟦Ngày 20/11⟧, trường đón huân chương
DATE 2017-02-06 2017-02-06 2017-02-06
    {Ngày 5/2}, bão vào. ⟦Hôm sau⟧, trời tạnh.
    {Ngày 5/2}, bão vào. ⟦Ngày hôm sau⟧, trời tạnh.
DATE 2017-02-02 2017-02-02 2017-02-02
    {Ngày 5/2}, bão vào. ⟦Trước đó 3 ngày⟧, trời nắng.
    {Ngày 5/2}, bão vào. ⟦Trước đó ba ngày⟧, trời nắng.
DATE 2017-02-08 2017-02-08 2017-02-08
    {Ngày 5/2}, bão vào. ⟦Sau đó 3 ngày⟧, trời tạnh.
DURATION P3D - -
    {Ngày 5/2}, bão vào. ⟦3 ngày⟧ sau, trời tạnh.
    ⟦3 ngày⟧ sau khi bão vào, trời tạnh.
    ⟦Ba ngày⟧ sau đó, trời tạnh.
@ 2019-10-02
DATE 2019-09-12 2019-09-12 2019-09-12
    chốt phiên ⟦12/9⟧ tại mức giá cao
    phiên giao dịch ⟦12/9⟧ trầm lắng
DATE 2019-09-30 2019-09-30 2019-09-30
    vào ⟦thứ Hai⟧, chợ nghỉ
    ⟦hôm thứ Hai⟧ chợ nghỉ
    họp phiên cuối (⟦30/9⟧) rồi nghỉ
    {ngày 5.9}, khai giảng; đến hạn (⟦30.9⟧) chưa xong
DATE 2019-09-25 2019-09-25 2019-09-25
    • ⟦2019-09-25⟧ Khởi công
    đến hạn chót ⟦25/9⟧ chưa xong
    chậm nhất là ⟦25/9⟧.
    Lần thứ hai, ⟦ngày 25/9⟧, đoàn lại về
    Kỳ họp thứ 3, ⟦ngày 25/9⟧, đại biểu thảo luận
TIME 2019-09-25T07:45 2019-09-25 2019-09-25
    • ⟦2019-09-25 07:45⟧ Khởi công
DATE 2018-10/2019-09 2018-10-01 2019-09-30
    từ ⟦10/2018 - 9/2019⟧ không có vụ nào
DATE 2018-12 2018-12-01 2018-12-31
    kết quả ⟦tháng 12⟧ và {cả năm 2018}
    tình hình ⟦tháng 12, năm 2018⟧
    ⟦tháng 12⟧ và {12 tháng năm 2018}
DATE 2018-Q3 2018-07-01 2018-09-30
    báo cáo ⟦quý III⟧ và {9 tháng đầu năm 2018}
DATE 2018-09 2018-09-01 2018-09-30
    báo cáo ⟦tháng 9⟧ và {9 tháng năm 2018}
DATE 2019-H1 2019-01-01 2019-06-30
    ⟦6 tháng đầu tiên của năm 2019⟧, thu khá
    ⟦6 tháng đầu của năm⟧, thu khá
    ⟦6 tháng từ đầu năm⟧, thu khá
DATE 2019 2019-01-01 2019-12-31
    từ ⟦đầu năm⟧ tới nay, thu khá
    tính từ ⟦đầu năm⟧ tới {ngày hôm qua}
    ⟦năm an toàn giao thông quốc gia 2019⟧
    ⟦Năm APEC Việt Nam 2019⟧ khởi động
    dự toán ⟦2019⟧ được giao sớm
    nhiệm vụ ⟦2019⟧ của ngành
    mùa hè ⟦2019⟧, nóng
DATE 2016 2016-01-01 2016-12-31
    {Năm 2016}, ông về làng. Cũng trong ⟦năm này⟧, ông mở lớp.
    Thu nội địa ⟦2016⟧ vượt dự toán
DATE 1985 1985-01-01 1985-12-31
    anh Lò Văn Ín (SN ⟦1985⟧, trú tại xã)
DATE 2018-09 2018-09-01 2018-09-30
    {Tháng 9}, giá tăng 2% so với ⟦cùng tháng năm trước⟧
    {Tháng 9}, giá tăng 2% so với ⟦cùng thời điểm năm ngoái⟧
DATE 2018 2018-01-01 2018-12-31
    xảy ra 5 vụ, giảm 2 vụ so với ⟦cùng kỳ⟧
DATE 2019/2020 2019-01-01 2020-12-31
    ⟦cả năm học⟧ thực dạy {35 tuần}
    ⟦đầu năm học⟧ còn thiếu lớp
    ⟦năm học mới 2019 - 2020⟧
DATE 2017-06-25 2017-06-25 2017-06-25
    {ngày 10/3/2017} ông ký hợp đồng; ⟦ngày 25/6⟧, ông nhận tiền
DATE 2017-02-03 2017-02-03 2017-02-03
    {Ngày 25/12/2016}, vụ án được khởi tố; ⟦ngày 3/2⟧, kết thúc điều tra
DATE 2020-05-31 2020-05-31 2020-05-31
    đợt một xong trước {22/1/2020}; đợt hai xong trước ⟦ngày 31/5⟧
DATE 2019-09-15/2019-09-17 2019-09-15 2019-09-17
    {Tháng 9}, mưa nhiều; từ ⟦ngày 15-17⟧, có lũ nhỏ
DATE 2019-09-08 2019-09-08 2019-09-08
    vào ⟦ngày 8⟧ hay {9 tháng 9}
TIME 2019-09-05TMO 2019-09-05 2019-09-05
    ⟦sáng khai giảng 5/9⟧, trường đông
TIME 2019-09-02TEV 2019-09-02 2019-09-02
    ⟦tối Quốc khánh 2/9⟧ có pháo hoa
    {Ngày 2/9}, mưa lớn. Nước ngập đến ⟦sẩm tối⟧.
    {Ngày 2/9}, mưa lớn. ⟦Tối muộn⟧, nước rút.
TIME 2019-09-02T17:00 2019-09-02 2019-09-02
    {Ngày 2/9}, {12 giờ trưa} đạt 78%; ⟦17 giờ⟧ đạt 97%
DURATION P20Y - -
    có ⟦20 năm⟧ công tác
    suốt ⟦20 năm⟧ trời
    ⟦20 năm⟧ sau, làng đã khác
DURATION P6M - -
    thi công trong vòng ⟦6 tháng⟧.
    học nghề khoảng ⟦6 tháng⟧.
    học ⟦6 tháng⟧ học nghề
DURATION PT5H - -
    rút từ {8 giờ} xuống còn ⟦5 giờ⟧
DURATION PT24H - -
    mưa lớn trong ⟦24h qua⟧
DURATION P5Y - -
    phạt tù từ {một năm} đến ⟦năm năm⟧.
    doanh thu ⟦5 năm gần nhất⟧
SET P1M - -
    họp vào ⟦ngày 25 hằng tháng⟧
    họp ⟦1 tháng 1 lần⟧
SET P3M - -
    báo cáo ⟦3 tháng/lần⟧
SET P1D - -
    chạy bộ ⟦mỗi sáng⟧
SET P1W - -
    học ⟦mỗi tối thứ Bảy⟧
SET P1Y - -
    ⟦mỗi năm⟧ công an xử lý 5 vụ
@ -
DATE XXXX-11-10 - -
    ⟦Ngày 10.11⟧, Đảng ủy Khối họp
    ⟦Ngày 10/11⟧, Đảng ủy Khối họp
DATE XXXX-XX-XX - -
    ⟦Hôm nay⟧, Đảng ủy Khối họp
    ⟦mùng 3 Tết⟧ đi thăm thầy
DATE XXXX-H1 - -
    ⟦6 tháng đầu năm⟧ thu khá
DATE 2018-01/2018-09 2018-01-01 2018-09-30
    {9 tháng năm nay} tăng 5% so với ⟦cùng kỳ 2018⟧
DATE XXXX - -
    đến ⟦cuối năm⟧ thì xong
DATE 2021-10-20 2021-10-20 2021-10-20
    {Tháng 10/2021}, giá tăng. Đến ⟦ngày 20/10⟧, có 5 dự án.
DATE 2021-01/2021-10 2021-01-01 2021-10-31
    {Tháng 10/2021}, giá tăng; ⟦10 tháng⟧, giá tăng 5%.
DATE XXXX-WXX - -
    ⟦tuần trước⟧, huyện họp
DATE XXXX-WXX-WE - -
    ⟦cuối tuần qua⟧, huyện họp
DATE XXXX-QX - -
    ⟦quý trước⟧ thu khá
TIME XXXX-06-24TAF - -
    {Sáng 24/6}, họp. ⟦Chiều cùng ngày⟧, bế mạc.
DATE 2016-10-15 2016-10-15 2016-10-15
    {Ngày 22/9/2016}, sở họp. Các huyện báo cáo trước ⟦ngày 15/10⟧.
DATE 2021-11-18 2021-11-18 2021-11-18
    ⟦Ngày 18/11⟧, huyện tổng kết {13 năm} thực hiện Nghị quyết 22-NQ/TW {ngày 02/02/2008}
    ⟦Ngày 18/11⟧, huyện tổng kết công tác {năm 2021}, bàn nhiệm vụ {năm 2022}.
DATE 2022-01-08 2022-01-08 2022-01-08
    ⟦Ngày 8/1⟧, huyện tổng kết công tác {năm 2021}, bàn nhiệm vụ {năm 2022}.
@ 2017-06-10
DATE 2017-01-06 2017-01-06 2017-01-06
    Trước đó (⟦6/1⟧), đoàn đã kiểm tra.
    Sức mua ngày vía Thần tài (⟦6/1⟧) tăng.
DATE 2016-10-05 2016-10-05 2016-10-05
    tại cuộc họp báo ⟦hôm 5-10/2016⟧, ông nói
DATE 2016-11-22 2016-11-22 2016-11-22
    Hơn ⟦2 tháng trước (22/11/2016)⟧, tờ báo đưa tin.
TIME 2017-06-02TMO 2017-06-02 2017-06-02
    ⟦Sáng⟧ và {chiều 2/6}, đoàn làm việc tại huyện.
    ⟦sáng⟧, {chiều 2/6} đoàn làm việc tại huyện.
TIME 2017-05-20TNI 2017-05-20 2017-05-20
    ⟦Đêm 20⟧ và {ngày 21/5}, vùng núi có mưa.
    ⟦đêm 20⟧ {rạng sáng 21-5}, nước dâng
    từ ⟦đêm 20⟧ đến {ngày 22/5}, vùng núi có mưa.
    thời tiết ⟦đêm 20⟧, {ngày 21/5}: có mưa
TIME 2017-05-31TAF 2017-05-31 2017-05-31
    ⟦Chiều 31- 5⟧, hội đồng họp.
TIME 2017-02-06TAF 2017-02-06 2017-02-06
    ⟦hiều 6/2⟧, sở họp khẩn.
DATE 2017-04-30 2017-04-30 2017-04-30
    Dịp nghỉ ⟦30-4⟧ và {1-5}, khách tăng.
DATE 2017-09-02 2017-09-02 2017-09-02
    Dự kiến thông xe dịp lễ ⟦2-9⟧.
DATE 2017 2017-01-01 2017-12-31
    trong ⟦những tháng đầu năm 2017⟧, nợ đọng giảm
    ⟦Những tháng đầu năm⟧, nợ đọng giảm
    nhiệm vụ ⟦các tháng cuối năm nay⟧
DATE 2011/2016 2011-01-01 2016-12-31
    tổng kết HĐND khóa ⟦2011 - 2016⟧ để cử tri góp ý
DATE 2016/2017 2016-01-01 2017-12-31
    đội bóng mùa ⟦2016/17⟧ đã khác
DATE 2012 2012-01-01 2012-12-31
    ⟦Năm năm trước⟧, chị rời làng.
    thứ mà ⟦5 năm trước⟧ khá hiếm
    khởi phát từ ⟦5 năm trước⟧ nhưng không ai biết
DATE 2018 2018-01-01 2018-12-31
    làm tốt thì ⟦sang năm⟧ sẽ hết lỗ
    dời ⟦sang năm⟧.
    nhiều người chờ sang ⟦2018⟧.
    lùi sang ⟦năm 2018⟧
DATE 2017-05 2017-05-01 2017-05-31
    tính đến ⟦cuối T5/2017⟧, tiền gửi tăng
    sản lượng ⟦T5/2017⟧ tăng
DATE 2016-Q4 2016-10-01 2016-12-31
    doanh thu ⟦Q4/2016⟧ giảm
    doanh thu ⟦quí IV/2016⟧ giảm
DATE 2017-01/2017-05 2017-01-01 2017-05-31
    ⟦5 tháng đầu 2017⟧, giá giảm
DATE 1983 1983-01-01 1983-12-31
    Từ {năm 1980} đến ⟦1983⟧ ông dạy học.
DATE 2016 2016-01-01 2016-12-31
    So với ⟦Tết năm 2016⟧, số vụ tăng.
DATE 2015 2015-01-01 2015-12-31
    chưa công bố báo cáo tài chính ⟦2015⟧.
DURATION P7D - -
    trong ⟦7 ngày⟧ Tết, tàu chở 5 nghìn lượt khách
DURATION P3Y - -
    ký hợp đồng ⟦3 năm⟧ với công ty
DATE 2017-01-26 2017-01-26 2017-01-26
    Các cửa hàng từ ⟦29⟧ đến {mùng 5 Tết} vắng khách
DATE 2017-02-08 2017-02-08 2017-02-08
    khai hội ⟦12⟧ và {13 tháng Giêng}
    khai hội từ ⟦12⟧ đến {13 tháng Giêng}
DATE 2017-02-08/2017-02-11 2017-02-08 2017-02-11
    khai hội ⟦12 - 15 tháng Giêng⟧
TIME 2017-02-08TEV 2017-02-08 2017-02-08
    khai hội ⟦tối 12 tháng Giêng⟧
    khai hội ⟦tối 12 tháng Giêng (tức ngày 8/2)⟧
DATE 2017-04-06 2017-04-06 2017-04-06
    Giỗ Tổ (⟦mùng 10/3 âm lịch⟧)
    Giỗ Tổ ⟦10/3 âm lịch⟧
DATE 2017-01-20 2017-01-20 2017-01-20
    ⟦ngày 23 tháng Chạp⟧ tiễn ông Táo
    ⟦ngày 23 tháng Chạp năm Bính Thân⟧ tiễn ông Táo
DATE 2017-06-05 2017-06-05 2017-06-05
    ⟦mồng 5 tháng này⟧ thì xong
DATE 2017-01/2017-04 2017-01-01 2017-04-30
    {4 tháng đầu năm 2017} khá hơn; sản xuất ⟦4 tháng⟧ chỉ tăng 5,1%.
DATE 2017-11-15 2017-11-15 2017-11-15
    các sở trình dự thảo trước ⟦ngày 15/11⟧.
DATE 2017-03 2017-03-01 2017-03-31
    số chi ⟦tháng 3⟧ báo cáo lên cho thấy nhu cầu sẽ tăng
"""

NEAR_MISSES = """
mỗi lứa 2000 - 2005 con gà
Tỷ lệ ở bé gái là 20% (1/5).
ngày hội có 14,2% (1/7) khách
bước sang năm mới với nhiều niềm vui
bước sang năm cuối nhiệm kỳ
chuyển sang năm bản lề của kế hoạch
xe tăng T54/55 cải tiến
tòa nhà T5 và Q4
ba ngày Tết vui vẻ
những tháng ngày gian khó
Với 2/3 đại biểu tán thành
65/67 phiếu đồng ý
42/49 TCCS đảng hoàn thành tốt
từ 1/3 số hộ trở lên
chỉ bằng 1/5 so với quy chuẩn
chiếm 1/10 dân số
đạt 15/19 tiêu chí
hơn 3/4 diện tích
thắng với tỷ số 2-1
thắng 3-0 ở hiệp hai
đội khách thua 1/5
phục vụ 24/7
số 22-NQ/TW của Trung ương
Nghị định số 30/2020/NĐ-CP
Luật số 12/2017/QH14
Quyết định 150/2004/QĐ-UB
Quyết định số 32/QĐ
Công văn 571/VPCP-KTTH
Chỉ thị số 05-CT/TW
Điện thoại 0203.825.1234
ĐT: 024.3934.1234
gọi 1900 6789
hotline 0912-345-678
số nhà 12/5 đường Trần Phú
ngõ 4/6 phố Huế
đường 30/4
đường 3/2
bệnh viện 30-4
quảng trường 2/9
Mục 1.2 của báo cáo
khoản 2 Điều 5
Điều 12.3
phiên bản 2.1.0
khóa XI
khóa 12
lần thứ XIII
Đại hội lần thứ 13
đứng thứ 4
kỳ họp thứ 5 vừa qua
lần thứ ba này
đứng thứ hai sau doanh thu
quý vị đại biểu
kim loại quý và đá quý
Phạm Sỹ Quý và gia đình
giá 12.500 đồng/kg
giá 3.5 triệu đồng
tăng 5.6%
tăng 12 - 21%
93,3% đảng viên
2.743 đảng viên
1.500 - 1.700 đảng viên
25.000-28.000 USD
8.320 người
lương 5 triệu đồng/tháng
thu 200 triệu đồng/năm
thu 200 triệu đồng một năm
5.000 lượt một ngày
trẻ 18 tháng tuổi
cây 20 năm tuổi
năm 12 tuổi
công dân 36 tuổi
năm tuổi đã biết đọc
năm người bị thương
năm thứ 2 liên tiếp
tháng tháng lại về
thời gian tới
đến nay
hiện nay
những năm qua
nhiều năm trước
các năm trước
nhiều tháng qua
những tháng tới
trong những ngày này
một vài năm
mấy chục năm
tồn tại hàng chục năm nay
gây dựng hơn chục năm nay
gần chục năm nay
từ mấy chục năm nay
lưu giữ từ hàng trăm năm nay
có lịch sử hàng ngàn năm nay
từ vài chục năm trước
một vài ba năm sau
vắng khách hơn mấy hôm trước
mấy hôm nay biển động
mấy ngày hôm nay
ngày càng tăng
ngày nay
Ngày nào đó
sáng kiến mới
sáng tạo và đổi mới
điểm sáng 2/3 của tỉnh
kim ngạch hai chiều 2/3 là nông sản
tối đa 2/3 số vốn
Tòa án nhân dân tối cao
buổi sáng và buổi chiều
quà Tết 2.000 suất
đón Tết Đinh Dậu
vui Tết
xa nhau hàng năm trời
hàng nghìn người
cây hàng năm
35 ngày công
góp một ngày công
biết 2 tiếng Anh
cấp 2-3
giật cấp 6-7
giao lộ 4.0
cách mạng công nghiệp 4.0
tiêu chuẩn 5S
mạng 5G
370g thịt
nặng 20 g
tỷ lệ 1/500
ngày 32/5
ngày 30/2
31/4
ngày 12/13
tháng 13
tháng 15/2017
quý V
giờ vàng
thứ hai là do khách quan
thế kỷ thứ 3 trước Công nguyên
hôm trước hôm sau
những tháng năm chiến tranh
bộ số 05 - 08 - 15 - 25 - 31
tỷ lệ là 2/3.
cuộc Cách mạng Tháng Tám
đường Cách Mạng Tháng Tám
mỗi chiều đi rộng 6 làn xe
toàn tỉnh cùng thời điểm có 5 vụ
cách đây hơn 1.000 năm trước
doanh thu 1950 triệu đồng
giao lưu từ sáng đến tối.
nhập 9t xi măng, 5t đầu kéo
chợ Vọng Hà, 19/12, chợ Hàng Da
từ đợt dịch thứ tư
cứu hộ ngay trong đêm.
tăng từ 15-20 người
sao chép từ năm này sang năm khác
chỉ bằng 2/3 số vốn của nhiều nơi
tỷ lệ giao bóng (5/12)
"""

# Well-known first days of the Vietnamese lunar year.
TET = """
1961-02-15 1962-02-05 1963-01-25 1964-02-13 1965-02-02 1966-01-21 1967-02-09 1968-01-29 1969-02-16 1970-02-06
1971-01-27 1972-02-15 1973-02-03 1974-01-23 1975-02-11 1976-01-31 1977-02-18 1978-02-07 1979-01-28 1980-02-16
1981-02-05 1982-01-25 1983-02-13 1984-02-02 1985-01-21 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27
1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05
2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14
2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25
2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02
2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12
"""


def cases() -> Iterator[tuple[str | None, str, str, str | None, str | None, str]]:
    """Reference day, type, value, begin, until and phrasing of each line of `CASES`."""
    published: str | None = None
    head: list[str] = []
    for line in CASES.strip().splitlines():
        if line.startswith("@"):
            published = None if line[2:] == "-" else line[2:]
        elif not line.startswith(" "):
            head = line.split()
        else:
            kind, value, begin, until = head
            yield published, kind, value, None if begin == "-" else begin, None if until == "-" else until, line.strip()


def read(text: str, published: str | None = None) -> list[Date]:
    content = Text(nfc(text))
    return resolve_dates(RECOGNISE(content), Page(text=content, content=content, published=published))


def test_there_are_enough_cases() -> None:
    assert len(list(cases())) >= 300
    assert len(NEAR_MISSES.strip().splitlines()) >= 80
    assert len(TET.split()) >= 60


@pytest.mark.parametrize(("published", "kind", "value", "begin", "until", "phrasing"), list(cases()))
def test_phrasings(
    published: str | None, kind: str, value: str, begin: str | None, until: str | None, phrasing: str
) -> None:
    found = read(re.sub(r"[⟦⟧{}]", "", phrasing), published)
    marked = re.findall(r"⟦(.*?)⟧|\{(.*?)\}", phrasing)
    assert [date.text for date in found] == [expected or other for expected, other in marked]
    date = found[[bool(expected) for expected, _ in marked].index(True)]
    assert (date.type, date.value, date.begin, date.until) == (kind, value, begin, until)


@pytest.mark.parametrize("text", NEAR_MISSES.strip().splitlines())
def test_near_misses(text: str) -> None:
    assert read(text, "2021-11-18") == []


OTHER_TIMES = """
Lễ rơi vào mùng 30 tháng Chạp năm 9999 âm lịch.
Lễ rơi vào mùng 3 tháng Giêng năm 1850 âm lịch.
Giấy phép hết hạn ngày 5 tháng 3 năm 9999.
Giấy phép hết hạn lúc 0h00 ngày 31/12/9999.
Giấy phép hết hạn lúc 8 giờ ngày 5 tháng 3 năm 12021.
Cuộc họp mở lúc 8h ngày 32/12/2021.
Sản lượng của tháng 3/9999 và quý I/9999.
Sản lượng 6 tháng đầu năm 9999.
Khởi nghĩa nổ ra tháng 3 năm 40.
9999 năm trước, nơi này là biển.
2021 năm trước công nguyên đã có chữ viết.
Thành lập năm 2021 trước công nguyên (năm 1921 TCN).
Khoảng 221 năm trước công nguyên.
Hoàn thành trong 99999 tháng tới.
Hoàn thành trong 1.000 năm tới.
"""


@pytest.mark.parametrize("text", OTHER_TIMES.strip().splitlines())
def test_what_is_said_to_be_of_another_time_is_of_no_year_near(text: str) -> None:
    assert read(text, "2021-11-18") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lễ rơi vào mùng 30 tháng Chạp năm 2020 âm lịch.", "2021-02-11"),
        ("Giấy phép hết hạn lúc 0h00 ngày 31/12/2099.", "2099-12-31T00:00"),
        ("6 tháng đầu năm 3.500 hộ đã thoát nghèo.", "2021-H1"),
        ("6 tháng đầu năm 3500 hộ đã thoát nghèo.", "2021-H1"),
        ("Lúc 8h30, 12/15 xã có báo cáo.", "2021-11-18T08:30"),
    ],
)
def test_what_follows_a_date_takes_nothing_from_it(text: str, value: str) -> None:
    assert [date.value for date in read(text, "2021-11-18")] == [value]


@pytest.mark.parametrize("day", TET.split())
def test_tet(day: str) -> None:
    year = int(day[:4])
    first = solar_day(year, 1, 1)
    assert first is not None
    assert first.isoformat() == day
    assert [date.value for date in read(f"dịp Tết Nguyên đán {year}")] == [day]
    assert (first - (solar_day(year - 1, 12, 30) or first)).days == 1


def test_lunar_days_outside_of_the_calendar() -> None:
    assert solar_day(1899, 1, 1) is None
    assert solar_day(2100, 1, 1) is None
    assert solar_day(2017, 13, 1) is None
    assert solar_day(2017, 1, 31) is None
    assert read("Tết Nguyên đán 2150") == []


def test_lunar_months_end() -> None:
    first, after = solar_day(2017, 1, 1), solar_day(2017, 2, 1)
    assert first and after and (after - month_end(first)).days == 1


def test_the_surface_says_lunar() -> None:
    assert read("mùng 3 Tết", "2017-02-10")[0].calendar == "lunar"
    assert read("ngày 3/2", "2017-02-10")[0].calendar is None


def test_can_chi_years_near_a_year() -> None:
    assert year_in_cycle(33, near=2017) == 2017
    assert year_in_cycle(33, near=1960) == 1957
    assert year_in_cycle(0, near=2013) == 1984
    assert year_in_cycle(0, near=2015) == 2044


@pytest.mark.parametrize(
    ("text", "published", "anchor"),
    [
        ("Ngày 18/11, huyện họp", "2021-11-18", "published"),
        ("Ngày 18/11, huyện họp", None, None),
        ("Ngày 18/11/2021, huyện họp", "2021-11-18", None),
        ("Ngày 15/10, huyện họp. Ngày 22/9/2016, sở họp", None, "inferred"),
        ("Ngày 22/9, huyện họp. Ngày 22/9/2016, sở họp", None, "stated"),
        ("Ngày 8/1, tổng kết năm 2021, nhiệm vụ năm 2022.", None, "inferred"),
        ("Ngày 8/1 họp tổng kết 13 năm thực hiện Nghị quyết ngày 02/02/2008", None, "inferred"),
    ],
)
def test_anchor(text: str, published: str | None, anchor: str | None) -> None:
    assert read(text, published)[0].anchor == anchor


def test_a_document_date_fixes_no_year() -> None:
    found = read("Ngày 18/11, huyện học tập Nghị quyết 22-NQ/TW ngày 02/02/2008 của Trung ương")
    assert [date.value for date in found] == ["XXXX-11-18", "2008-02-02"]


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021-Q4", ("2021-10-01", "2021-12-31")),
        ("2021-H2", ("2021-07-01", "2021-12-31")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2020-W53-WE", ("2021-01-02", "2021-01-03")),
        ("2020-W53-7", ("2021-01-03", "2021-01-03")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("18", ("1800-01-01", "1899-12-31")),
        ("2021-11-18TAF", ("2021-11-18", "2021-11-18")),
        ("2020/2025", ("2020-01-01", "2025-12-31")),
        ("XXXX-11-10", None),
        ("2021-XX", None),
        ("P13Y", None),
        ("2025/2020", None),
        ("2021-13", None),
        ("2021-W53", None),
        ("2021-02-30", None),
        ("", None),
    ],
)
def test_bounds(value: str, interval: tuple[str, str] | None) -> None:
    assert bounds(value) == interval


@pytest.mark.parametrize(
    "unit",
    ["1/", "1/1", "1-", "1.1", "ngày ", "ngày 1, ", "ngày 13 và ", "năm ", "năm 2015, ", "tháng 1, ", "12:", "1 giờ ",
     "sáng ", "hai mươi ", "cùng kỳ ", "quý i, ", "mùng ", "thứ ", "2016-", " ", "hôm nay, ", "từ ngày 1 đến ngày ",
     "\n"],
)  # fmt: skip
def test_hostile_repeats_come_to_an_end(unit: str) -> None:
    text = Text(nfc(unit * (200_000 // len(unit))))
    with deadline(60):
        resolve_dates(RECOGNISE(text), Page(text=text, content=text, published="2021-11-18"))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2021", "nonsense", "2021-13-45", ""])
def test_a_day_of_publication_that_is_none_is_not_used(published: str) -> None:
    found = read("Ngày 18/11, hôm qua, năm tới, thứ Hai tuần tới, mùng 3 Tết, 9 tháng, cùng kỳ", published)
    assert {date.begin for date in found} == {None}


def test_offsets_and_order() -> None:
    text = "Chiều\u00a018/11 – Năm 2020, ngày 13 và 14/8; 5 năm 2021–2025 (mùng 3 Tết)."
    found = read(text, "2021-11-18")
    assert len(found) == 6
    assert all(text[date.start : date.end] == date.text for date in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == read(text, "2021-11-18")


@pytest.mark.parametrize(
    ("day", "is_one"),
    [((2024, 2, 29), True), ((2023, 2, 29), False), ((2024, 13, 1), False), ((2024, 0, 1), False), ((24, 1, 1), False)],
)
def test_is_day(day: tuple[int, int, int], is_one: bool) -> None:
    assert is_day(*day) == is_one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nhân cuối ", "cuối "),
        ("(cuối ", "cuối "),
        ("trót cuối\n", None),
        ("cuối \n", "cuối "),
        ("cuối \n\n", None),
        ("cuối", None),
        ("acuối ", None),
    ],
)
def test_words_before_a_place(text: str, found: str | None) -> None:
    match = Before(["cuối", "đầu"], 12).search(text, len(text))
    assert (match and match[0]) == found
