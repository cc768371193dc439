"""Indicators: what is found with which value and unit, what is not, how it is read, whether it adds up.

⟦…⟧ marks the quantities of a text; everything else in it must not be found.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extractor import Extractor
from extractor.article import Indicator
from extractor.page import Page
from extractor.patterns import Patterns
from extractor.recognise.indicators import IndicatorRecogniser
from extractor.recognise.units import Units
from extractor.resolve.indicator_scene import sentence_starts
from extractor.resolve.indicators import IndicatorResolver
from extractor.text import Text
from tests.conftest import deadline

PATTERNS = Patterns()
UNITS = Units(PATTERNS)
RECOGNISE = IndicatorRecogniser(PATTERNS, UNITS)
RESOLVE = IndicatorResolver(PATTERNS, UNITS)

# A line is a marked text and, behind the bar, `value unit` of each mark; low..high is a range, a/b a ratio.
FOUND = """
Đảng bộ có ⟦8.320 đảng viên⟧ | 8320 đảng viên
Đảng bộ có ⟦8320 đảng viên⟧ | 8320 đảng viên
Nâng tổng số lên ⟦5.640 đồng chí⟧ | 5640 đồng chí
Có ⟦2.975 lượt cán bộ, đảng viên⟧ tham gia | 2975 lượt cán bộ, đảng viên
Khen thưởng ⟦250 cán bộ, đoàn viên, hội viên⟧ xuất sắc | 250 cán bộ, đoàn viên, hội viên
Phường có ⟦236 chi bộ, đảng bộ⟧ trực thuộc | 236 chi bộ, đảng bộ
Huyện có ⟦12 cán bộ⟧, ⟦5 xã⟧ tham gia | 12 cán bộ; 5 xã
Khởi tố ⟦1.684 vụ⟧/⟦2.513 bị can⟧ | 1684 vụ; 2513 bị can
Tỷ số giới tính là ⟦112,2 trẻ em nam/100 trẻ em nữ⟧ | 112.2 trẻ em nam/100 trẻ em nữ
Bí thư chi bộ và ⟦13 đảng ủy viên⟧ | 13 đảng ủy viên
Chi bộ kết nạp ⟦02 đảng viên⟧ | 2 đảng viên
Chi bộ kết nạp ⟦05 (năm) đảng viên⟧ | 5 đảng viên
toàn Đảng bộ có ⟦51 tổ chức cơ sở Đảng⟧ | 51 tổ chức cơ sở Đảng
Huyện có ⟦177 chi bộ⟧ trực thuộc đảng ủy phường | 177 chi bộ
có ⟦42/49 TCCS đảng⟧ hoàn thành tốt | 42/49 TCCS đảng
hội nghị kết nối ⟦3 điểm cầu⟧ | 3 điểm cầu
giám sát ⟦214 tổ chức đảng⟧ và ⟦527 đảng viên⟧ | 214 tổ chức đảng; 527 đảng viên
Dự họp có ⟦17 xã, thị trấn⟧. | 17 xã, thị trấn
ở ⟦103/103 xã, phường⟧ | 103/103 xã, phường
tỉnh có ⟦9 huyện, thị xã, thành phố⟧ | 9 huyện, thị xã, thành phố
ngân sách đạt ⟦44.123 tỷ đồng⟧ | 44123000000000 VND
thu ⟦10.042 tỉ đồng⟧ | 10042000000000 VND
hỗ trợ ⟦2 triệu 500 nghìn đồng⟧ | 2500000 VND
hỗ trợ ⟦1 tỷ 200 triệu đồng⟧ | 1200000000 VND
mua hết ⟦500 nghìn đồng⟧ | 500000 VND
mua hết ⟦25 ngàn đồng⟧ | 25000 VND
giá ⟦25.000đ⟧ một suất | 25000 VND
lãi ⟦250 trđ⟧ | 250000000 VND
tổng vốn ⟦1.250 tr.đồng⟧ | 1250000000 VND
vốn ⟦12 tỷđ⟧ | 12000000000 VND
thu ⟦500 nghìn tỷ đồng⟧ | 500000000000000 VND
xuất khẩu ⟦1,5 tỷ USD⟧ | 1500000000 USD
đầu tư ⟦300 triệu đô la Mỹ⟧ | 300000000 USD
vay ⟦20 triệu euro⟧ | 20000000 EUR
trị giá ⟦5 triệu NDT⟧ | 5000000 CNY
nợ ⟦3 tỷ yen⟧ | 3000000000 JPY
thu nhập ⟦95 triệu đồng/người/năm⟧ | 95000000 VND/người/năm
giá ⟦7.500 - 12.000 đồng/kg⟧ | 7500..12000 VND/kg
giá thuê ⟦65 USD/m2⟧ | 65 USD/m²
lương ⟦5 triệu/tháng⟧ | 5000000 VND/tháng
vốn khoảng ⟦300 tỷ⟧, chủ yếu vay | 300000000000 VND
trong số đó ⟦6.600 tỷ⟧ do ngân hàng bảo lãnh | 6600000000000 VND
còn ⟦20 tỷ⟧ trong quỹ | 20000000000 VND
bản tiêu chuẩn có giá ⟦588 triệu⟧, bản cao hơn | 588000000 VND
hai nhà xe bị phạt ⟦6 triệu⟧. | 6000000 VND
giá ⟦19 USD mỗi tấn⟧ | 19 USD/tấn
giá ⟦360.000 đồng mỗi tấn⟧ rác | 360000 VND/tấn
hỗ trợ ⟦100 triệu đồng mỗi tàu⟧ | 100000000 VND/tàu
lương ⟦5 triệu đồng⟧ mỗi tháng | 5000000 VND
thu giữ ⟦52,2 triệu ringgit⟧ tiền mặt | 52200000 ringgit
vé ⟦300 baht⟧ một lượt | 300 baht
đội bóng chi ⟦75 triệu bảng⟧ | 75000000 GBP
căn nhà ⟦5 triệu đô⟧ bên sông | 5000000 USD
lãi ⟦3 tỷ yên⟧ | 3000000000 JPY
màn hình ⟦5,5 inch⟧ | 5.5 inch
mô-men xoắn ⟦117,6 Nm⟧ | 117.6 Nm
giảm còn ⟦117 giờ/năm⟧ | 117 giờ/năm
huyện đề ra ⟦5 giải pháp⟧ và ⟦3 nhiệm vụ⟧ | 5 giải pháp; 3 nhiệm vụ
dự án chia làm ⟦2 giai đoạn⟧ | 2 giai đoạn
khởi tố về ⟦2 tội danh⟧ | 2 tội danh
mua ⟦13 đoàn tàu⟧ | 13 đoàn tàu
thu ⟦94 túi xách⟧ cao cấp | 94 túi xách
cảng có ⟦9 bến⟧ và ⟦2 bến cá⟧ | 9 bến; 2 bến cá
vùng biển rộng ⟦200 dặm⟧ | 200 dặm
nhà ở giá ⟦100 triệu mỗi căn⟧ như trước | 100000000 VND/căn
sửa nhà hết ⟦130 triệu⟧ nữa | 130000000 VND
thi ⟦3 môn⟧, học ⟦2 loại⟧ sách | 3 môn; 2 loại
xây ⟦2 nhà máy đạm⟧ | 2 nhà máy đạm
đạt ⟦93,3%⟧ | 93.3 %
đạt ⟦93,3 %⟧ | 93.3 %
đạt ⟦3.5%⟧ | 3.5 %
đạt ⟦98 phần trăm⟧ | 98 %
tăng từ ⟦12 - 21%⟧ | 12..21 %
tăng từ ⟦12% - 21%⟧ | 12..21 %
tăng từ ⟦12 đến 21%⟧ | 12..21 %
tăng ⟦7,54%/năm⟧ | 7.54 %/năm
giảm ⟦0,3‰⟧ | 0.3 ‰
tăng ⟦1,2 điểm phần trăm⟧ | 1.2 điểm %
tăng ⟦0,04 điểm %⟧ | 0.04 điểm %
công nghiệp ⟦1,22 điểm phần trăm⟧; dịch vụ ⟦2,93 điểm⟧ | 1.22 điểm %; 2.93 điểm %
chỉ số PCI đạt ⟦65,2 điểm⟧ | 65.2 điểm
PCI tăng ⟦10 bậc⟧ | 10 bậc
doanh thu gấp ⟦1,5 lần⟧ | 1.5 lần
sản lượng tăng ⟦3 lần⟧ | 3 lần
diện tích ⟦12,700 ha⟧ | 12700 ha
trồng ⟦920,4ha⟧ rừng | 920.4 ha
trồng ⟦4.218,5 ha⟧ | 4218.5 ha
trồng ⟦15 héc ta⟧ keo | 15 ha
hiến ⟦420 m2⟧ đất | 420 m²
nhà rộng ⟦200m2⟧ | 200 m²
nhà rộng ⟦60 m²⟧ | 60 m²
nhà rộng ⟦60 mét vuông⟧ | 60 m²
đào ⟦2.500 m3⟧ đất | 2500 m³
đào ⟦2.500 m 3⟧ đất | 2500 m³
đường dài ⟦17,5 km⟧ | 17.5 km
xã rộng ⟦104,6 km2⟧ | 104.6 km²
mương dài ⟦500 m⟧ | 500 m
mưa ⟦120 - 250 mm⟧ | 120..250 mm
ngập sâu ⟦0,5 - 2,5m⟧ | 0.5..2.5 m
nước chảy ⟦13,6 m3/s⟧ | 13.6 m³/s
sản lượng ⟦158.900 tấn⟧ | 158900 tấn
sản lượng ⟦173,5 nghìn tấn⟧ | 173500 tấn
năng suất ⟦56,8 tạ/ha⟧ | 56.8 tạ/ha
năng suất ⟦25 - 30 tấn/ha/vụ⟧ | 25..30 tấn/ha/vụ
thu giữ ⟦3,5 kg⟧ ma túy | 3.5 kg
công suất ⟦1.200 MW⟧ | 1200 MW
phát ⟦3,2 triệu kWh⟧ | 3200000 kWh
công suất ⟦38.500 kWp⟧ | 38500 kWp
nồng độ ⟦0,25 mg⟧ một lít khí thở | 0.25 mg
góp ⟦35 ngày công⟧ | 35 ngày công
tuổi thọ trung bình ⟦74,5 tuổi⟧ | 74.5 tuổi
đón ⟦1,5 triệu lượt khách⟧ | 1500000 lượt khách
đón ⟦62.000 lượt khách du lịch⟧ | 62000 lượt khách du lịch
tập huấn cho ⟦250 cán bộ, công chức⟧ | 250 cán bộ, công chức
huy động ⟦2.460 lượt cán bộ, chiến sĩ⟧ | 2460 lượt cán bộ, chiến sĩ
có ⟦268 hộ⟧ với ⟦1.247 khẩu⟧ | 268 hộ; 1247 khẩu
còn ⟦2.036 hộ nghèo⟧ | 2036 hộ nghèo
còn ⟦512 hộ cận nghèo⟧ | 512 hộ cận nghèo
làm ⟦229 người chết⟧ | 229 người chết
làm ⟦25 người bị thương⟧ | 25 người bị thương
dân số ⟦25.310 người⟧ | 25310 người
tổng số ⟦12 dự án⟧ | 12 dự án
trong số ⟦42 doanh nghiệp⟧ | 42 doanh nghiệp
có ⟦03 hợp tác xã⟧ và ⟦27 tổ hợp tác⟧ | 3 hợp tác xã; 27 tổ hợp tác
có ⟦15 HTX⟧ kiểu mới | 15 HTX
đạt ⟦16/19 chỉ tiêu⟧ | 16/19 chỉ tiêu
đạt ⟦19/19 tiêu chí⟧ | 19/19 tiêu chí
giải quyết ⟦17/17 đơn⟧ | 17/17 đơn
giảm ⟦17 trên tổng số 82 cán bộ⟧ | 17/82 cán bộ
khởi tố ⟦25 vụ⟧, ⟦40 bị can⟧ | 25 vụ; 40 bị can
mổ ⟦5 - 7 con bò⟧ | 5..7 con bò
đàn heo đạt ⟦286.300 con⟧ | 286300 con
chết ⟦3.400 con⟧ dê, cừu | 3400 con
tặng ⟦25 suất quà⟧ | 25 suất quà
trao ⟦10 suất học bổng⟧ | 10 suất học bổng
phê duyệt ⟦162 tàu cá⟧ | 162 tàu cá
xây ⟦30 nhà tình nghĩa⟧ | 30 nhà tình nghĩa
xóa ⟦120 nhà tạm⟧ | 120 nhà tạm
khánh thành ⟦2 công trình⟧ | 2 công trình
có ⟦5 phòng⟧ với ⟦38 biên chế⟧ | 5 phòng; 38 biên chế
tiếp nhận ⟦46.170 hồ sơ⟧ căn cước | 46170 hồ sơ
có ⟦12 trường học⟧ và ⟦350 giáo viên⟧ | 12 trường học; 350 giáo viên
tổ chức ⟦15 lớp⟧ tập huấn | 15 lớp
tiêm ⟦3.000 liều vắc xin⟧ | 3000 liều vắc xin
ghi nhận ⟦15 ca mắc⟧ | 15 ca mắc
bầu ⟦30 đồng chí⟧ vào cấp ủy | 30 đồng chí
tỷ số giới tính là ⟦112,2 trẻ em nam/100 trẻ em nữ⟧ | 112.2 trẻ em nam/100 trẻ em nữ
có ⟦9 bác sĩ/10.000 dân⟧ | 9 bác sĩ/10.000 dân
giảm từ ⟦26 chi bộ⟧ trực thuộc xuống còn ⟦13⟧. | 26 chi bộ; 13 chi bộ
giảm từ ⟦26⟧ xuống còn ⟦13 chi bộ⟧ | 26 chi bộ; 13 chi bộ
tăng từ ⟦3⟧ lên ⟦5 triệu đồng⟧ | 3000000 VND; 5000000 VND
lần lượt ⟦5,2⟧ và ⟦6,3%⟧ | 5.2 %; 6.3 %
lần lượt là ⟦12⟧, ⟦15⟧ và ⟦20%⟧ | 12 %; 15 %; 20 %
⟦92 đảng viên⟧: khiển trách ⟦58⟧, cảnh cáo ⟦21⟧, khai trừ ⟦8⟧. | 92 đảng viên; 58 đảng viên; 21 đảng viên; 8 đảng viên
thiếu ⟦1.847 giáo viên⟧, trong đó mầm non ⟦702⟧, tiểu học ⟦533⟧. | 1847 giáo viên; 702 giáo viên; 533 giáo viên
có ⟦25 người⟧ (nam ⟦12⟧, nữ ⟦13⟧) | 25 người; 12 người; 13 người
từ ⟦800 triệu đồng đến 1 tỷ đồng⟧ | 800000000..1000000000 VND
rộng ⟦12 ha - 21 ha⟧ | 12..21 ha
Mỗi hộ được hỗ trợ ⟦hai triệu đồng⟧. | 2000000 VND
thu được ⟦hai mươi lăm tấn⟧ lúa | 25 tấn
giảm ⟦ba phần trăm⟧ | 3 %
vốn ⟦một nghìn hai trăm tỷ đồng⟧ | 1200000000000 VND
rộng ⟦năm héc ta⟧ | 5 ha
tổng vốn ⟦2. 765 tỷ đồng⟧ | 2765000000000 VND
đạt ⟦7, 5%⟧ | 7.5 %
có ⟦3 vạn người⟧ | 30000 người
hạ ⟦1 tỷ rưỡi đồng⟧ | 1500000000 VND
gần ⟦10 042 tỷ đồng⟧ | 10042000000000 VND
giảm (-⟦5%⟧) | 5 %
tăng (+⟦5%⟧) | 5 %
mỗi năm ⟦500 ha⟧ rừng | 500 ha
mỗi tháng ⟦5 vụ⟧ | 5 vụ
cả năm ⟦250 vụ⟧ | 250 vụ
thi hành kỷ luật ⟦3 tổ chức đảng⟧ | 3 tổ chức đảng
lấy ⟦2 triệu USD⟧ | 2000000 USD
BAO GỒM ⟦12 XÃ⟧ | 12 XÃ
⟦1.234 hộ⟧ | 1234 hộ
tiêu thụ ⟦2 triệu thùng⟧ dầu | 2000000 thùng
hạn mức ⟦5.000 kWh/hộ⟧ | 5000 kWh/hộ
có ⟦91 di tích cấp quốc gia⟧ | 91 di tích cấp quốc gia
bắt ⟦2 đối tượng⟧ thu ⟦6 bánh⟧ heroin | 2 đối tượng; 6 bánh
nuôi ⟦20 con lợn⟧ và ⟦300 con gà⟧ | 20 con lợn; 300 con gà
bình quân ⟦3,8 người/hộ⟧ | 3.8 người/hộ
cấp ⟦7 mã số⟧ vùng trồng | 7 mã số
rổ ⟦6 đồng tiền⟧ chủ chốt | 6 đồng tiền
nhận ⟦500.000 đồng⟧ tiền mặt | 500000 VND
hoàn thành ⟦8 nhà văn hóa⟧ | 8 nhà văn hóa
ký ⟦12 hợp đồng lao động⟧ | 12 hợp đồng lao động
lương ⟦5 - 7 triệu/tháng⟧ | 5000000..7000000 VND/tháng
thu nhập ⟦230-250 triệu/tháng⟧. | 230000000..250000000 VND/tháng
rộng ⟦3,9 triệu m2⟧sàn nhà ở | 3900000 m²
dung tích trên ⟦2.000 cm3⟧ | 2000 cm³
vẫn còn ⟦370 tỷ⟧ tiền gửi | 370000000000 VND
thu hút ⟦19 dự án đầu tư nước ngoài⟧ và ⟦22 dự án đầu tư⟧ trong nước | 19 dự án đầu tư nước ngoài; 22 dự án đầu tư
nơi ⟦14.300 người⟧ sinh sống | 14300 người
phá hủy ⟦4 máy nổ⟧, ⟦3 máy bơm nước⟧ | 4 máy nổ; 3 máy bơm nước
trao trả ⟦15 chiến sĩ CSCĐ⟧ | 15 chiến sĩ CSCĐ
"""

# Nothing here is an indicator.
NOT_FOUND = """
Giải chia làm 4 bảng, mỗi bảng năm đội.
Làng có 2 đô vật nổi tiếng.
Ở giai đoạn 2 nhiệm vụ nặng hơn.
Theo phương án 3 vấn đề này khép lại.
Anh kể lại 1 cách rành rọt.
Từ nhánh 2 hướng về cầu mới.
Mã hàng 3m2b đã cũ.
Xe được lợi từ một đồng bảng yếu.
Lượng truy cập chạm mốc 4 triệu, cao chưa từng thấy.
anh Nam, 45 tuổi, trú tại thôn Đông
chị Hoa (27 tuổi)
cháu bé 3 tháng tuổi
sinh năm 1975
khách sạn 5 sao
trời 17 độ C
nhiệt độ cao nhất 31 - 34 độ C
gió cấp 6, giật cấp 8
độ ẩm từ 45 - 83%
Phòng họp số 2 cơ quan thành ủy
nhà số 16 phường Lê Lợi
số 16 Lê Hồng Phong
ngõ 5 phố Huế
hẻm 613 đường 3 tháng 2
quốc lộ 1 qua địa bàn
tại Km 12 quốc lộ 9
đường tỉnh 551
Quận 1 phường Bến Nghé
quận 9 phường Long Bình
thôn 3 xã An Bình
tổ 5 phường Vĩnh Trại
khu phố 5 phường Tân Lập
tổ dân phố 12 phường Hòa Minh
lớp 5 trường làng
học sinh lớp 12 trường huyện
Trường Tiểu học số 2 xã Hòa Châu
trường cấp 3 huyện nhà
khóa 12 đảng bộ tỉnh
lần thứ 3 đảng bộ xã
kỳ họp thứ 9 đại biểu đông đủ
Kỳ họp thứ 3 Quốc hội
Đại hội 13 đảng bộ
hạng 2 trường công lập
loại 2 xã miền núi
đợt 3 xã biên giới
Điều 5 luật Đất đai
khoản 3 hồ sơ phải nộp
khoản 2 Điều 7 Luật Đất đai
chương 2 luật này
Nghị quyết 22 tổ chức đảng cần làm
Nghị quyết 18 đơn vị sự nghiệp
Chỉ thị 05 đảng viên nêu gương
Kết luận 21 chi bộ học tập
Quy định 37 đảng viên không được làm
Chương trình 135 xã đặc biệt khó khăn
Đề án 06 người dân được lợi
35-NQ/TW của Bộ Chính trị
30/2020/NĐ-CP của Chính phủ
12/2017/QH14
số 899/QĐ-TTg
COVID-19 người dân chủ quan
dịch COVID - 19 xã vẫn yên
virus A/H5N1
F0, F1
mạng 5G
công nghệ 4.0
U23 Việt Nam
xe SE3 chạy chậm
QL1A qua đèo
ĐT.551
biển số 43C-09299
tỷ số 2-1
thắng 3-0
Dịp 30/4 người dân đi chơi
ngày 20/10 hội viên gặp mặt
Sáng 15 người dân đổ về chợ
Ngày 5 huyện tổ chức lễ
Đến tháng 12 xã về đích
hết quý 3 huyện phải xong
năm 2017 doanh nghiệp này lỗ
từ 2010 người dân đã dùng điện
Đến 2025 xã về đích
lúc 7 giờ 30 học sinh vào lớp
lúc 07h30 học sinh vào lớp
lúc 19:35 người dân báo tin
13 năm thực hiện
6 tháng đầu năm
10 ngày qua
24/7
0903.343.439
(0280) 3855123
hotline 1900 1234
điện thoại 0239 3855 người trực
40 Go top
trang 2
Câu 3 người hỏi
tầng 5 nhà A
phòng 12 nhà B
lô 5 khu A
thửa 12 tờ bản đồ 5 xã Hòa
Trung đoàn 143
Quân khu 4
Công ty 6.3
bão số 12 người dân tránh trú
VTV1 người xem
Windows 11 người dùng
iPhone 7 plus
22.775 đồng/USD
23.100 VND/USD
phim 3D
chip 5 nm
xếp thứ 4 toàn tỉnh
đứng thứ 12 tỉnh có
top 10 tỉnh dẫn đầu
hạng mục 3 công trình
giải ba
một số nhiệm vụ
vài người
hàng trăm người
hàng nghìn hộ
Ba là, đẩy mạnh tuyên truyền
thứ nhất, người đứng đầu
một đồng chí lãnh đạo
hẹn lại một lần
một lít nước
hai huyện bạn
năm học mới
năm đồng bào
tỷ lệ hộ nghèo
các tổ chức cơ sở đảng
ba cùng
"3 không, 2 nhanh"
"4 tại chỗ"
"5 xây"
phương châm "4 tại chỗ"
đường dây 110 kV Sơn Hà
trạm biến áp 110 kV Đại Lộc
chất 251 người dân lo ngại
mẫu số 05 người khai
phụ lục 2 người nộp
bảng 3 người đọc
1. Người dân
2) Hộ gia đình
I- Tổ chức
"""


def _rows(block: str) -> list[str]:
    return [line for line in block.splitlines() if line]


def _marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans they marked."""
    text, spans, start = "", [], 0
    for piece in re.split("([⟦⟧])", line):
        if piece == "⟦":
            start = len(text)
        elif piece == "⟧":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


def _shown(low: Decimal | None, high: Decimal | None, value: Decimal | None, total: Decimal | None) -> str:
    if low is not None:
        return f"{low:f}..{high:f}"
    return f"{value:f}/{total:f}" if total is not None else f"{value:f}"


@pytest.mark.parametrize("row", _rows(FOUND))
def test_found(row: str) -> None:
    line, _, expected = row.rpartition(" | ")
    text, spans = _marked(line)
    found = RECOGNISE(Text(text))
    assert [(item.start, item.end) for item in found] == spans
    shown = [f"{_shown(item.low, item.high, item.value, item.total)} {item.unit}" for item in found]
    assert "; ".join(shown) == expected


@pytest.mark.parametrize("text", _rows(NOT_FOUND))
def test_not_found(text: str) -> None:
    assert [text[item.start : item.end] for item in RECOGNISE(Text(text))] == []


def test_tables_are_large_enough() -> None:
    assert len(_rows(NOT_FOUND)) >= 100
    assert len(_rows(FOUND)) + len(_rows(NOT_FOUND)) + len(READ) + len(ARITHMETIC) >= 300


# A marked text and the attributes of its last mark; what is not named is absent.
READ = [
    ("Xã có ⟦5 trường học⟧.", {"area": "Xã"}),
    ("Đảng bộ thành phố có ⟦5 trường học⟧.", {"area": "Đảng bộ thành phố"}),
    ("Theo đó, huyện Sơn Hà hiện có ⟦5 trường học⟧.", {"area": "huyện Sơn Hà"}),
    ("Năm 2020 huyện có ⟦5 trường học⟧.", {"area": "huyện", "period": "2020"}),
    ("Ngân hàng Sao Mai cũng có ⟦5 trường học⟧.", {"area": "Ngân hàng Sao Mai"}),
    ("Hiện các đội của huyện có ⟦5 trường học⟧.", {"area": "huyện"}),
    ("Theo báo cáo của Huyện ủy, có ⟦5 trường học⟧.", {}),
    ("Ở xã Kim Sơn, có ⟦5 trường học⟧.", {"area": "xã Kim Sơn"}),
    ("Ở Đại hội, có ⟦5 trường học⟧.", {}),
    ("Ở Hà Thanh, giá bán ⟦5 triệu đồng⟧.", {"of": "giá bán"}),
    ("Ủy ban kiểm tra các cấp trong tỉnh kiểm tra ⟦42 tổ chức đảng⟧.", {"area": "tỉnh", "of": "kiểm tra"}),
    ("Huyện này có ⟦27 tổ hợp tác⟧.", {"area": "Huyện"}),
    ("Tỉnh phấn đấu trồng ⟦5 ha⟧ rừng.", {"area": "Tỉnh", "of": "trồng rừng", "planned": "yes"}),
    ("Hà Giang hiện có ⟦5 trường học⟧.", {"area": "Hà Giang"}),
    ("Bà giang hà có ⟦5 trường học⟧.", {}),
    ("Đến nay, TP cần ⟦5 trường học⟧.", {"area": "TP"}),
    ("Năm 2020 trên địa bàn quận có ⟦5 trường học⟧.", {"area": "quận", "period": "2020"}),
    ("Đến nay huyện tiếp nhận ⟦612 đoàn⟧.", {"area": "huyện", "of": "tiếp nhận"}),
    ("Đến nay huyện tiếp nhận 612 đoàn. Có ⟦3 hộ dân⟧ nghèo.", {"area": "huyện"}),
    ("Toàn huyện có 12 xã. Nhiều nơi làm tốt. Sản lượng đạt ⟦5 tấn⟧.", {"area": "toàn huyện", "of": "Sản lượng"}),
    ("Làng Mai có 12 hộ. Nhiều nơi làm tốt. Sản lượng đạt ⟦5 tấn⟧.", {"of": "Sản lượng"}),
    ("Đến nay huyện tiếp nhận 612 đoàn. Ông Tư kể về đàn trâu, có ⟦3 con⟧.", {"of": "đàn trâu"}),
    ("Đến nay huyện phân bổ ⟦6 tỷ đồng⟧.", {"area": "huyện", "of": "phân bổ"}),
    ("Công ty đóng tàu Sông Mai còn ⟦5 trường học⟧.", {"area": "Công ty đóng tàu Sông Mai"}),
    ("Công ty tại Sông Mai còn ⟦5 trường học⟧.", {}),
    ("Toàn tỉnh có 3 hộ nghèo, giá cát tăng ⟦5%⟧.",
     {"relation": "increase", "of": "giá cát"}),
    ("Toàn tỉnh có 60 người chết (Sơn Hà 32, Tây Hà 28), ⟦14 người mất tích⟧.", {"area": "toàn tỉnh"}),
    ("Thu ngân sách tăng ⟦8,6%⟧.", {"relation": "increase", "of": "Thu ngân sách"}),
    ("Tỷ lệ hộ nghèo giảm ⟦3,5%⟧.", {"relation": "decrease", "of": "Tỷ lệ hộ nghèo"}),
    ("Tỷ lệ hộ nghèo giảm còn ⟦3,5%⟧.", {"relation": "share", "of": "hộ nghèo"}),
    ("Chi bộ kết nạp thêm ⟦2 đảng viên⟧.", {"relation": "increase", "of": "kết nạp"}),
    ("Nay có thêm ⟦4 xã⟧ về đích.", {"relation": "increase"}),
    ("Doanh thu gấp ⟦1,5 lần⟧.", {"relation": "increase", "of": "Doanh thu"}),
    ("Chi phí giảm (-⟦5%⟧).", {"relation": "decrease", "of": "Chi phí"}),
    ("Sản lượng (+⟦5%⟧).", {"relation": "increase", "of": "Sản lượng"}),
    ("Có ⟦42/49 chi bộ⟧ vững mạnh.", {"relation": "share"}),
    ("Có ⟦93,3%⟧ đảng viên hoàn thành.", {"relation": "share", "of": "đảng viên"}),
    ("Dịch vụ chiếm ⟦33,3%⟧.", {"relation": "share", "of": "Dịch vụ"}),
    ("Tốc độ tăng trưởng đạt ⟦8,5%⟧.", {"of": "Tốc độ tăng trưởng"}),
    ("Lãi suất huy động ⟦6,5%/năm⟧.", {"of": "Lãi suất huy động"}),
    ("Hộ vay phải trả ⟦9,5%/năm⟧.", {"of": "Hộ vay phải trả"}),
    ("Tăng trưởng nhờ nông nghiệp chiếm ⟦15%⟧.", {"relation": "share", "of": "Tăng trưởng nhờ nông nghiệp"}),
    ("Lợi nhuận tăng trưởng gần ⟦20%⟧ so với năm 2010.",
     {"relation": "increase", "bound": "<", "baseline": "2010", "of": "Lợi nhuận tăng trưởng"}),
    ("Có 50 hộ nghèo (⟦9,4%⟧).", {"relation": "share", "of": "hộ nghèo"}),
    ("Thu đạt ⟦125,6%⟧ kế hoạch.", {"relation": "attainment", "baseline": "kế hoạch", "of": "Thu"}),
    ("Chi đạt ⟦108%⟧ dự toán tỉnh giao.", {"relation": "attainment", "baseline": "dự toán tỉnh giao", "of": "Chi"}),
    ("Thu nội địa vượt ⟦7%⟧ kế hoạch.", {"relation": "increase", "baseline": "kế hoạch", "of": "Thu nội địa"}),
    ("Vốn giải ngân được ⟦37,1%⟧.", {"relation": "attainment", "baseline": "kế hoạch", "of": "Vốn giải ngân"}),
    ("Kim ngạch vượt ⟦1,1 tỷ USD⟧.", {"bound": ">", "of": "Kim ngạch"}),
    ("Hơn ⟦350 người⟧ đến dự.", {"bound": ">"}),
    ("Trên ⟦350 người⟧ đến dự.", {"bound": ">"}),
    ("Ít nhất ⟦20 xã⟧ bị ngập.", {"bound": ">", "of": "ngập"}),
    ("Gần ⟦200 hộ⟧ bị ngập.", {"bound": "<", "of": "ngập"}),
    ("Tối đa ⟦200 hộ⟧ được vay.", {"bound": "<", "of": "vay"}),
    ("Khoảng ⟦120 hộ⟧ phải dời.", {"bound": "~", "of": "phải dời"}),
    ("Sản lượng ước đạt ⟦385 tấn⟧.", {"bound": "~", "of": "Sản lượng"}),
    ("Hộ có từ ⟦3 ha⟧ trở lên.", {"bound": ">", "of": "Hộ"}),
    ("Tỉnh phấn đấu xây ⟦500 nhà ở xã hội⟧.", {"planned": "yes", "of": "xây", "area": "Tỉnh"}),
    ("Sẽ cắt giảm ⟦20%⟧ thủ tục.", {"planned": "yes", "relation": "decrease", "of": "thủ tục"}),
    ("Dự kiến thu ⟦5 tỷ đồng⟧.", {"planned": "yes", "of": "thu"}),
    ("Năm 2020, có ⟦93,3%⟧ đảng viên.", {"relation": "share", "of": "đảng viên", "period": "2020"}),
    ("Năm 2020, có 93,3% đảng viên; ⟦88%⟧ chi bộ.", {"relation": "share", "of": "chi bộ", "period": "2020"}),
    ("Tính đến ngày 20/10/2021, có ⟦51 chi bộ⟧.", {"period": "2021-10-20"}),
    ("Ngày 20/10/2021, huyện trao ⟦51 suất quà⟧.", {}),
    ("Quý III/2021, thu ⟦5 tỷ đồng⟧.", {"period": "2021-Q3", "of": "thu"}),
    ("Thu ⟦5 tỷ đồng⟧ năm 2020.", {"period": "2020", "of": "Thu"}),
    ("Có 8.320 đảng viên (tăng ⟦2.743 đảng viên⟧ so với năm 2010).", {"relation": "increase", "baseline": "2010"}),
    ("Năm 2020 có 51 chi bộ (tăng ⟦5 chi bộ⟧ so với năm 2010).",
     {"relation": "increase", "baseline": "2010", "period": "2020"}),
    ("Kiểm tra 31 tổ chức, tăng 3 tổ chức và ⟦6 đảng viên⟧ so với năm 2019.",
     {"relation": "increase", "baseline": "2019", "of": "kiểm tra"}),
    ("Giảm 3 phòng và ⟦7 biên chế⟧.", {"relation": "decrease"}),
    ("Nông nghiệp tăng 5,9%, công nghiệp ⟦10,4%⟧.", {"relation": "increase", "of": "công nghiệp"}),
    ("Nông nghiệp chiếm 11,9%, công nghiệp ⟦36,1%⟧.", {"relation": "share", "of": "công nghiệp"}),
    ("Toàn tỉnh giảm 18 vụ (⟦11,2%⟧).", {"relation": "decrease", "of": "vụ", "area": "toàn tỉnh"}),
    ("Giảm từ ⟦26 chi bộ⟧ xuống còn 13.", {}),
    ("Giảm từ 26 chi bộ xuống còn ⟦13⟧.", {}),
    ("Tỷ lệ hộ nghèo giảm từ ⟦4,9%⟧ xuống còn 1,4%.", {"relation": "share", "of": "hộ nghèo"}),
    ("Tỷ lệ hộ nghèo giảm từ 4,9% xuống còn ⟦1,4%⟧.", {"relation": "share", "of": "hộ nghèo"}),
    ("Lãi suất giảm từ ⟦7%⟧ xuống 6%.", {"of": "Lãi suất"}),
    ("Cử tri đi bầu đạt tỷ lệ ⟦99,87%⟧.", {"relation": "share", "of": "Cử tri đi bầu"}),
    ("Đàn lợn 420 con; đàn trâu, bò ⟦215 con⟧.", {"of": "đàn trâu, bò"}),
    ("Đại hội đã bầu Ban Chấp hành gồm ⟦27 đồng chí⟧.", {}),
    ("Mức thuế giảm từ ⟦45%⟧ xuống 40%.", {"of": "Mức thuế"}),
    ("Thuế nhập khẩu chiếm ⟦5%⟧ tổng thu.", {"relation": "share", "of": "Thuế nhập khẩu"}),
    ("Dịch vụ tăng 7%, nông, lâm, thủy sản tăng ⟦5%⟧.", {"relation": "increase", "of": "nông, lâm, thủy sản"}),
    ("Lãi suất giảm từ 7% xuống ⟦6%⟧.", {"of": "Lãi suất"}),
    ("Mưa lũ làm ⟦12 người bị thương⟧, 1.450 ngôi nhà bị tốc mái.", {}),
    ("Mưa lũ làm 12 người bị thương, ⟦1.450 ngôi nhà⟧ bị tốc mái.", {"of": "tốc mái"}),
    ("Đã có ⟦12 xã⟧, 45 thôn bị cô lập.", {"of": "cô lập"}),
    ("Giá tăng từ ⟦95 nghìn đồng⟧ lên 168 nghìn đồng.", {"of": "Giá"}),
    ("Thu đạt 119,2% dự toán Trung ương giao và ⟦117,8%⟧ dự toán HĐND tỉnh giao.",
     {"relation": "attainment", "baseline": "dự toán HĐND tỉnh giao", "of": "Thu"}),
    ("Thu năm 2020 đạt 5 tỷ đồng, tăng ⟦8%⟧ so với năm 2019.",
     {"relation": "increase", "baseline": "2019", "period": "2020", "of": "Thu"}),
    ("Cao hơn ⟦1,4 tạ/ha⟧ so với năm 2020.", {"relation": "increase", "baseline": "2020"}),
    ("Xe có động cơ tăng áp, dung tích ⟦1,5 lít⟧.", {"of": "dung tích"}),
    ("Lượng bác sĩ tăng thêm ⟦5 bác sĩ⟧.", {"relation": "increase", "of": "Lượng bác sĩ"}),
    ("Đoàn được tăng cường ⟦5 bác sĩ⟧.", {}),
    ("Dòng xe ấy có mức giảm ⟦5,3%⟧.", {"relation": "decrease", "of": "Dòng xe ấy"}),
    ("Sơn Hà và Tây Hà cùng có mức tăng ⟦5,3%⟧.", {"relation": "increase", "of": "Sơn Hà và Tây Hà"}),
    ("Mức giảm của dòng xe là ⟦5,3%⟧.", {"of": "Mức giảm của dòng xe"}),
    ("Dòng xe ấy có mức tăng trưởng ⟦5,3%⟧.", {"of": "mức tăng trưởng"}),
    ("Cao hơn mức ⟦5%⟧ của ngành.", {}),
    ("Giá hai loại tăng lần lượt là ⟦7,9%⟧ và 9,4%.", {"relation": "increase", "of": "Giá hai loại"}),
    ("Giá hai loại giảm lần lượt 7,9% và ⟦9,4%⟧.", {"relation": "decrease", "of": "Giá hai loại"}),
    ("Gói thầu chậm ⟦13,4%⟧ so với kế hoạch.", {"relation": "decrease", "of": "Gói thầu", "baseline": "kế hoạch"}),
    ("Thu chậm, đạt ⟦13,4%⟧ dự toán.", {"relation": "attainment", "of": "Thu", "baseline": "dự toán"}),
    ("Nợ giảm từ ⟦9 tỷ⟧ xuống 2 tỷ đồng.", {"of": "Nợ"}),
    ("Sản lượng tăng từ ⟦9 triệu⟧ lên 12 triệu tấn.", {"of": "Sản lượng"}),
    ("Tuyến đường dài hơn ⟦7 km⟧.", {"bound": ">", "of": "chiều dài Tuyến đường"}),
    ("Xử lý ⟦25 vụ⟧.", {"of": "xử lý"}),
    ("Khởi tố 25 vụ, ⟦40 bị can⟧.", {"of": "khởi tố"}),
    ("Có ⟦912 người⟧ tham gia bảo hiểm.", {"of": "tham gia bảo hiểm"}),
    ("Dân số ⟦25.310 người⟧.", {"of": "Dân số"}),
    ("Án hình sự có ⟦25 vụ⟧.", {"of": "Án hình sự"}),
    ("Có ⟦9 chi bộ⟧ hoàn thành xuất sắc nhiệm vụ.", {}),
    ("Còn ⟦37 vụ⟧ quá hạn luật định.", {"of": "quá hạn luật định"}),
    ("Có ⟦41 hồ sơ⟧ chờ thẩm định.", {"of": "chờ thẩm định"}),
    ("Biểu dương ⟦42 doanh nhân⟧ xuất sắc.", {}),
    ("Có ⟦38,6%⟧ người dân tập luyện thường xuyên.", {"relation": "share", "of": "người dân"}),
    ("Phụ tải của tỉnh chỉ ⟦115 MW⟧.", {"area": "tỉnh", "of": "Phụ tải"}),
    ("Tình trạng xâm canh còn ⟦6,5 ha⟧.", {"of": "xâm canh"}),
    ("Đàn bò đạt ⟦2.500 con⟧.", {"of": "Đàn bò"}),
    ("Toàn tỉnh có ⟦12 xã⟧ vùng cao.", {"area": "toàn tỉnh"}),
    ("Đến năm 2030 có ⟦20 xã⟧ về đích.", {"period": "2030", "planned": "yes"}),
    ("Từ năm 2016 đến năm 2020, trồng ⟦5 ha⟧.", {"period": "2016/2020", "of": "trồng"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), READ)
def test_read(extractor: Extractor, line: str, expected: dict[str, str]) -> None:
    text, spans = _marked(line)
    article = extractor.extract(text, published="2021-11-18", html=False)
    row = next(item for item in article.indicators if (item.start, item.end) == spans[-1])
    assert row.text == text[slice(*spans[-1])]
    names = ("planned", "of", "area", "bound", "period", "baseline")
    read = {name: getattr(row, name) for name in names if getattr(row, name) is not None}
    read |= {"relation": row.relation} if row.relation != "level" else {}
    assert read == expected


# A marked text and what its last mark measures; nothing where the unit says all.
MEASURED = """
Dự án có tổng mức đầu tư ⟦500 tỷ đồng⟧. | tổng mức đầu tư
Ba dự án của huyện có lỗ lũy kế là ⟦16 tỷ đồng⟧. | lỗ lũy kế
Toàn vùng có 12 dự án của tỉnh với tổng vốn đăng ký ⟦63 tỷ đồng⟧. | tổng vốn đăng ký
Công ty Sao Mai đặt mục tiêu doanh thu ở mức ⟦28 tỷ đồng⟧. | doanh thu
Tỉnh Sơn Hà giảm tỷ lệ rác chôn lấp còn ⟦50%⟧. | rác chôn lấp
Việc dùng giống mới giúp tăng năng suất từ 45 tấn/ha lên ⟦70 tấn/ha⟧. | năng suất
Năm 2016, Công ty Sao Mai đạt hơn ⟦250 tỷ đồng⟧ doanh thu. | doanh thu
Nhà máy được hưởng mức lãi suất ưu đãi là ⟦3%/năm⟧. | mức lãi suất ưu đãi
Căn hộ bán với giá ⟦4 triệu đồng/m2⟧ nhà ở xã hội. | giá nhà ở xã hội
Vùng này có diện tích ⟦30 m2⟧ nhà ở. | diện tích nhà ở
Thu ngân sách năm 2024 đạt ⟦68 tỷ đồng⟧. | Thu ngân sách
Giá trị sản xuất công nghiệp theo giá so sánh đạt ⟦68 tỷ đồng⟧. | Giá trị sản xuất công nghiệp
Hàng hóa chất lượng cao lên ⟦10 ha⟧. | Hàng hóa chất lượng cao
Khu vực công nghiệp và xây dựng tăng ⟦5,9%⟧. | Khu vực công nghiệp và xây dựng
Thu ngân sách tăng 5% và xuất khẩu tăng ⟦7%⟧. | xuất khẩu
Công ty Sao Mai hưởng lợi hơn ⟦60 tỷ đồng⟧. | hưởng lợi
Ban Giám đốc Sao Mai đã chỉ đạo rút hơn ⟦12 tỷ đồng⟧. | rút
Công ty Sao Mai tăng ⟦5%⟧. |
Quỹ đã vận động được ⟦12 tỷ đồng⟧. | vận động
Giải ngân vốn đầu tư công ⟦58 tỷ đồng⟧. | Giải ngân vốn đầu tư công
Huyện giải ngân tối thiểu ⟦90%⟧ vốn đầu tư. | giải ngân vốn đầu tư
Xuất khẩu thủy sản thu về ⟦91 triệu USD⟧. | xuất khẩu thủy sản
Kim ngạch xuất khẩu ước ⟦97 triệu USD⟧. | Kim ngạch xuất khẩu
Huyện hỗ trợ 150 tỷ đồng, ⟦3.000 tấn⟧ gạo. | hỗ trợ gạo
Ngân hàng Sao Mai có thể giảm ⟦1%⟧ lãi suất cho vay. | lãi suất cho vay
Tổng trị giá 112 triệu dinar (khoảng ⟦28 triệu USD⟧). | Tổng trị giá
Lợi nhuận đạt 120 tỷ đồng, tăng trưởng gần ⟦20%⟧ so với năm 2015. | Lợi nhuận
Lợi nhuận là 150 tỷ đồng, trong đó mía đường ⟦120 tỷ đồng⟧. | Lợi nhuận mía đường
Ao làng rộng ⟦2.000 m2⟧. | diện tích Ao làng
Ao làng dài ⟦200 m⟧. | chiều dài Ao làng
Chi bộ vận động dân mở con đường liên ấp dài ⟦1,8 km⟧. | chiều dài con đường liên ấp
Ông Nam kiến nghị nạo vét luồng Sông Mai sâu ⟦13 m⟧. | độ sâu luồng Sông Mai
Giá trị sản xuất đạt 428 tỷ đồng, bằng ⟦43,1%⟧ KH. | Giá trị sản xuất
Tổng vốn giao năm 2022 cho chương trình là ⟦798 tỷ đồng⟧. | Tổng vốn giao
Vốn cho vay năm 2022 là ⟦798 tỷ đồng⟧. | Vốn cho vay
Ngành tôm phải cho nước nhà ⟦10 tỷ USD⟧. | Ngành tôm
Số thuế phải nộp là ⟦10 tỷ đồng⟧. | Số thuế phải nộp
Cầu có chiều dài gần ⟦60 m⟧. | chiều dài
Cầu có chiều dài 60 m, rộng ⟦7 m⟧. | chiều rộng
Hố sâu từ ⟦2 m⟧. | Hố sâu
Bao hàng nặng ⟦20 kg⟧. | Bao hàng nặng
Con số này tăng ⟦5%⟧. |
Có ⟦231 thầy cô⟧ đã nhận tiền. | nhận tiền
Có ⟦46 người⟧ của ban quản lý đã nghỉ. | nghỉ
Già làng của ⟦24 bản⟧ đã kết nghĩa. |
Gần ⟦100 người⟧ cho ý kiến. | cho ý kiến
Hơn ⟦600 người⟧ vận hành tàu. | vận hành tàu
Có ⟦6 nhà máy⟧ vận hành. |
Có ⟦10 nhà máy⟧ đang hoạt động. |
Trong số 59 đảng viên có ⟦19 đảng viên⟧ không hoàn thành nhiệm vụ. |
Có ⟦59 đảng viên⟧ được đánh giá. |
Dịp này, ⟦12 tập thể⟧, 39 cá nhân được khen thưởng. |
Dịp này, tỉnh khen thưởng ⟦12 tập thể⟧. |
Huyện có ⟦21/24 thôn⟧ đã có điện lưới. |
Xã có ⟦14 hộ⟧ đạt danh hiệu gia đình văn hóa. |
Đảng ủy phân công ⟦13 đảng viên⟧ phụ trách các thôn. |
Năm nay, huyện kết nạp 118 đảng viên, trong đó có ⟦22 đảng viên⟧ là nữ. | kết nạp
Huyện có 118 đảng viên, trong đó có ⟦22 đảng viên⟧ là nữ. |
Công an khởi tố 12 vụ với ⟦27 bị can⟧. | khởi tố
Công an khởi tố 1.684 vụ/⟦2.513 bị can⟧. | khởi tố
Huyện có 12 xã với ⟦27 đảng viên⟧. |
Có ⟦71.240 lượt cán bộ, đảng viên⟧ tham dự. |
Giúp ⟦900 hộ⟧ hội viên thoát nghèo. | thoát nghèo
Bà Lan thừa nhận ⟦18 xã⟧ như vậy. |
GRDP tăng 8%, trong khi kịch bản đặt ra là ⟦9%⟧. | GRDP
Tỷ lệ thuế trên giá cơ sở của Lào là 56%, Campuchia khoảng ⟦40%⟧. | thuế trên giá cơ sở của Lào
Tỷ lệ hộ nghèo còn 5,2%, giảm ⟦0,3 điểm %⟧. | tỷ lệ hộ nghèo
Hộ nghèo chiếm 5,2%, giảm ⟦0,3 điểm %⟧. | Hộ nghèo
Công an xử phạt hành chính 7 trường hợp với số tiền ⟦52 triệu đồng⟧. | xử phạt hành chính
Tỷ trọng hàng giá trị gia tăng đạt ⟦38%⟧. | hàng giá trị gia tăng
Mức thưởng Tết bình quân ⟦8 triệu đồng/người⟧. | Mức thưởng Tết bình quân
Kinh phí là 200 tỷ đồng, bình quân ⟦50 nghìn đồng/người⟧. | Kinh phí bình quân
Khu vực nông, lâm, thủy sản tăng ⟦5,1%⟧. | Khu vực nông, lâm, thủy sản
Về kinh tế, thu ngân sách tăng ⟦5,1%⟧. | thu ngân sách
Theo ông Nam, cán bộ tăng ⟦5,1%⟧. | cán bộ
Xã trao quà cho ⟦8 chi bộ⟧ đã có thành tích. |
Năm nay, trung tâm mất 17 vận động viên, ⟦2 huấn luyện viên⟧. | mất
Đơn vị thu ⟦118 viên⟧ ma túy. | thu ma túy
Huyện cấp 186 tấn gạo cho ⟦3.583 hộ⟧. | cấp gạo
Huyện cấp 186 tấn gạo cho ⟦36 xã⟧. |
Tổ đã hòa giải thành ⟦214/241 vụ⟧. | hòa giải thành
Các cấp hội kết nạp 14 hội viên, đạt ⟦122,1%⟧ chỉ tiêu. | hội viên kết nạp
Tại đây đào tạo tại Trung Quốc ⟦201 người⟧. | đào tạo tại Trung Quốc
Toàn ngành giảm ⟦214 biên chế⟧ hành chính. |
Huyện được phân bổ ⟦167 tỷ đồng⟧. | phân bổ
Bão làm sập ⟦56 nhà⟧. | sập
Tai nạn làm chết ⟦49 người⟧. | chết
Đơn vị làm thủ tục cho ⟦94 hồ sơ⟧. | làm thủ tục
Riêng thuốc lá ngoại ⟦3.650 bao⟧. | thuốc lá ngoại
Chính phủ hỗ trợ khẩn cấp cho tỉnh 150 tỷ đồng, ⟦30 tấn⟧ gạo. | hỗ trợ khẩn cấp gạo
Toàn bộ tiền phúng điếu là ⟦30 triệu đồng⟧. | tiền phúng điếu
Có ⟦3 dự án⟧ điện gió. | dự án điện gió
Có ⟦3 dự án⟧ do tỉnh đề ra. |
Công ty Sao Mai còn nợ hơn ⟦100 tỷ đồng⟧ tiền thuế. | nợ tiền thuế
Kỳ họp sẽ thông qua ⟦13 dự án luật⟧. |
Số vụ cháy tăng ⟦5%⟧. | Số vụ cháy
Nếu dự án đầu tư ⟦100 tỷ đồng⟧ thì được vay. | dự án đầu tư
Khu đô thị mới Sao Mai rộng ⟦200 ha⟧. | diện tích Khu đô thị mới Sao Mai
Khu đô thị mới ven sông Hồng Mai rộng ⟦200 ha⟧. | diện tích
Nhà ga có công suất lên tới ⟦12 triệu khách/năm⟧. | công suất
Theo số liệu thống kê dân số của phường là ⟦8.500 người⟧. | dân số của phường
Doanh số bán hàng kỷ lục, ⟦3 mẫu xe⟧ mới. |
Vốn vay có quy mô của ⟦4 hộ⟧. |
Doanh số của hãng đạt 500 xe, tăng ⟦7%⟧. | Doanh số của hãng
Ông Nam có trang trại diện tích ⟦2 ha⟧. | diện tích trang trại
Ông Nam có nhà tạm diện tích 20 m2, giá trị ⟦5 triệu đồng⟧. | giá trị nhà tạm
Xã có 14 dự án, kinh phí ⟦500 tỷ đồng⟧. | kinh phí dự án
Xã có 14 xã viên, kinh phí ⟦500 tỷ đồng⟧. | kinh phí
Huyện gieo 41 ha lúa, năng suất ⟦56 tạ/ha⟧. | năng suất lúa
Có mảnh đất ⟦100 m2⟧ trị giá 500 triệu đồng. | mảnh đất
Ông Nam nói về việc vay vốn ⟦20 tỷ đồng⟧. | vay vốn
Bà con tự bỏ ⟦20 tỷ đồng⟧. | tự bỏ
Có ⟦30 người⟧ bị chó cắn và phải điều trị. | chó cắn
Người dân đã giữ ⟦38 người⟧ tại thôn. | giữ
Lương giữ mức ⟦2 triệu đồng⟧. | Lương
Hôm nay chỉ có ⟦19 xe⟧ qua cầu. | qua cầu
Bà Lan đảo qua ⟦10 công ty⟧ từ sáng sớm. |
Sở đã khảo sát gần ⟦1.800 doanh nghiệp⟧. | khảo sát
Đơn vị giúp ⟦12 hộ dân⟧. |
Giá vàng là 36,4 triệu đồng/lượng (mua vào) và ⟦37,2 triệu đồng/lượng⟧ (bán ra). | Giá vàng
Trường xét hai bước (thi viết, kiểm tra năng lực) với ⟦3 tiêu chí⟧. |
Giá cước tại sân bay (TP. Sông Mai) là ⟦7.350 đồng⟧. | Giá cước
Chi phí sửa 16 “Mái ấm tình thương” là ⟦13 tỷ đồng⟧. | Chi phí sửa 16 “Mái ấm tình thương”
"Chỉ số sức mua" (SM) của tỉnh đạt ⟦51 điểm⟧. | "Chỉ số sức mua" (SM)
Nhà chung cư (đường Lê Lợi, phường Sơn Hà, Tây Hà) rộng ⟦130 m2⟧. | diện tích Nhà chung cư
Số cổ phiếu giữ nguyên giá chiếm ⟦5%⟧. | cổ phiếu
Giá xe "cỏ" tăng ⟦5%⟧. | Giá xe "cỏ"
Tính ra đơn giá là ⟦7 triệu đồng/m2⟧. | đơn giá
Lũy kế từ đầu nhiệm kỳ đạt ⟦6 tỷ đồng⟧. |
Vốn đầu kỳ là ⟦6 tỷ đồng⟧. | Vốn đầu kỳ
Khoảng ⟦44%⟧ tổng vốn đầu tư phát triển toàn xã hội giai đoạn tới. | vốn đầu tư phát triển toàn xã hội
Khoảng ⟦44%⟧ tổng vốn đầu tư phát triển toàn xã hội của tỉnh. | vốn đầu tư phát triển toàn xã hội
Tính ra giá là ⟦7 triệu đồng/m2⟧. | giá
Nguyên giá là ⟦50 tỷ đồng⟧. | Nguyên giá
Bể có thể tích ⟦50 m3⟧. | thể tích
Nhà máy có thể tiêu thụ ⟦50 m3⟧. | tiêu thụ
Khu nhà cao cấp ⟦15 tầng⟧. |
Tỉnh cấp ⟦15 giấy phép⟧. | cấp
Lợi nhuận liên tục tăng ⟦12%⟧. | Lợi nhuận
Sơn Hà và Tây Hà cùng tăng ⟦5,3%⟧. | Sơn Hà và Tây Hà
Tổng số tiền mà hai bên chi ra để sở hữu 100% vốn của Sao Mai là ⟦1.330 tỷ đồng⟧. | Tổng số tiền
Tổng số tiền mà hai bên chi ra để sở hữu ⟦100%⟧ vốn của Sao Mai là 1.330 tỷ đồng. | vốn
Tuy nợ thuế mà doanh thu là ⟦5 tỷ đồng⟧. | doanh thu
"""


@pytest.mark.parametrize("case", MEASURED.strip().split("\n"))
def test_measured(extractor: Extractor, case: str) -> None:
    line, _, of = case.partition(" |")
    text, spans = _marked(line)
    article = extractor.extract(text, published="2021-11-18", html=False)
    row = next(item for item in article.indicators if (item.start, item.end) == spans[-1])
    assert (row.of or "") == of.strip()


# What is of a plan: a marked number, and whether it is.
PLANS: list[tuple[str, bool]] = [
    ("Tỉnh phấn đấu có ⟦20 xã⟧ về đích.", True),
    ("Tỉnh phấn đấu có 20 xã về đích, đến nay đã có ⟦12 xã⟧.", False),
    ("Xã sẽ thực hiện ⟦9 dự án⟧.", True),
    ("Xã sẽ xây 9 cầu, hiện có ⟦2 cầu⟧.", False),
    ("Cấp xã được giao ⟦5 biên chế⟧.", False),
    ("Tỉnh có 5 dự án, vốn đăng ký ⟦7 tỷ đồng⟧.", False),
    ("Tỉnh sẽ nâng mức khoán từ ⟦400.000 đồng/ha⟧ lên 600.000 đồng/ha.", False),
    ("Tỉnh sẽ nâng mức khoán từ 400.000 đồng/ha lên ⟦600.000 đồng/ha⟧.", True),
    ("Xã dự kiến tuyển 68 người. Trong đó có ⟦30 người⟧ đã qua đào tạo, ở lại xã.", True),
    ("Xã dự kiến tuyển 68 người. Trong số này, 30 người lái xe, ⟦8 người⟧ sửa xe.", True),
    ("Xã dự kiến tuyển 68 người. Làng bên có ⟦30 người⟧ lái xe.", False),
    ("Xã tuyển 68 người. Trong đó có ⟦30 người⟧ lái xe.", False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "planned"), PLANS)
def test_planned(extractor: Extractor, line: str, planned: bool) -> None:
    text, spans = _marked(line)
    article = extractor.extract(text, published="2021-11-18", html=False)
    row = next(item for item in article.indicators if (item.start, item.end) == spans[-1])
    assert (row.planned == "yes") is planned


# What a number is compared with: a marked number and its baseline.
BASELINES: list[tuple[str, str | None]] = [
    ("Xuất khẩu tăng ⟦5%⟧. Trong khi đó, Hà Nội (tăng 6% so với năm 2010) đứng đầu.", None),
    ("Xuất khẩu tăng ⟦10%⟧ (trong đó gạo tăng 5% so với tháng trước).", None),
    ("Doanh thu tăng ⟦300 tỷ đồng⟧, lợi nhuận (tăng 5%) giữ vững so với năm 2015.", None),
    # a change said again in brackets
    ("Dư nợ tăng ⟦312 tỷ đồng⟧ (tăng 6,1%) so với năm 2015.", "2015"),
    ("Dư nợ tăng 312 tỷ đồng so với năm 2015 (tăng ⟦6,1%⟧).", "2015"),
    ("So với Tết năm 2016, số vụ tăng 25%, số người chết tăng ⟦18%⟧.", "2016"),
    ("Số vụ năm 2017 là 25 vụ, số người chết tăng ⟦18%⟧.", None),
    ("Giá tháng 4/2017 so với tháng 12/2016 tăng ⟦0,9%⟧.", "2016-12"),
    ("Thu tăng 5% so với năm 2016, chi giảm 2 tỷ đồng, dư nợ ⟦7 tỷ đồng⟧.", None),
    ("Giảm 2.708 ha so với năm 2010 và giảm ⟦7.707 ha⟧ so với quy hoạch được duyệt.", "quy hoạch được duyệt"),
    ("Lượng khách gấp ⟦1,6 lần⟧ ngày thường.", "ngày thường"),
    ("Dư nợ cao gấp ⟦5 lần⟧ vốn chủ sở hữu, khiến cổ đông lo.", "vốn chủ sở hữu"),
    ("Doanh thu gấp ⟦3 lần⟧ năm 2016.", "2016"),
    ("Năm 2016, thu 5 tỷ đồng, tăng ⟦7%⟧ so với năm trước.", "2015"),
    ("Dư nợ năm 2015 gấp 2,3 lần năm 2010 và gấp ⟦14,8 lần⟧ năm 2001.", "2001"),
    ("Doanh thu gấp ⟦3 lần⟧ trong một năm.", None),
    ("Ông đã đi ⟦3 lần⟧ ra sân.", None),
    ("Nhu cầu tăng ⟦12%⟧ so với ngày thường thì nước sẽ thiếu.", "ngày thường"),
    # A comparison that begins a clause is of the number behind it
    ("So với năm 2016, số vụ tăng ⟦12%⟧; so với năm 2015 tăng 8%.", "2016"),
    ("So với năm 2016, số vụ tăng 12%; so với năm 2015 tăng ⟦8%⟧.", "2015"),
    ("Có 5 xã, thu ⟦5 tỷ đồng⟧, so với năm 2015 tăng 8%.", None),
    ("Số vụ tăng ⟦5%⟧ (8 vụ) so với năm 2015.", "2015"),
    ("Có 92% chi bộ hoàn thành tốt nhiệm vụ, ⟦15%⟧ đảng viên hoàn thành xuất sắc.", None),
    ("Thu tăng ⟦8%⟧ so với mức bình quân của 6 tháng trước đó.", "mức bình quân"),
    # What is compared at another time is not compared with that
    ("Quý III/2017 tăng 3% so với năm 2016 (quý III/2016 tăng ⟦2%⟧).", None),
    ("Quý III/2017 đạt ⟦5 tỷ đồng⟧ (theo giá so sánh 2010), tăng 8%.", None),
    ("Đạt ⟦80%⟧ dự toán tỉnh giao năm 2017.", "dự toán tỉnh giao"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "baseline"), BASELINES)
def test_baseline(extractor: Extractor, line: str, baseline: str | None) -> None:
    text, spans = _marked(line)
    article = extractor.extract(text, published="2017-11-18", html=False)
    assert next(item for item in article.indicators if (item.start, item.end) == spans[-1]).baseline == baseline


# What a date reaches: a marked number and its period.
PERIODS: list[tuple[str, str | None]] = [
    ("Năm 2020, thu 5 tỷ đồng. Đoàn kiểm tra đi qua ba bản. Doanh thu vé đạt ⟦2 tỷ đồng⟧.", "2020"),
    ("Năm 2020, thu 5 tỷ đồng. Toàn huyện vẫn còn ⟦37 hộ⟧.", None),
    ("Năm 2020, thu 5 tỷ đồng. Đoàn đi qua ba bản. Bà con ra đón. Doanh thu vé đạt ⟦2 tỷ đồng⟧.", None),
    ("Năm 2022, sẽ trồng 5 ha rừng. Với cách làm ấy, hợp tác xã đặt mục tiêu doanh thu cả năm ⟦2 tỷ đồng⟧.", "2022"),
    ("Năm 2020 trồng 5 ha. Cách làm ấy được bà con khắp vùng tin cậy rồi mang về cho cả làng chừng ⟦2 tỷ đồng⟧.", None),
    ("Năm 2020, thu 5 tỷ đồng. Ông Nam góp ⟦2 triệu đồng⟧.", None),
    ("Năm 2020, thụ lý 95 vụ án. Án hình sự có ⟦25 vụ⟧.", "2020"),
    ("9 tháng đầu năm 2020, thu 5 tỷ đồng. Chi đạt ⟦2 tỷ đồng⟧.", "2020-01/2020-09"),
    ("9 tháng đầu năm 2020, thu 5 tỷ đồng. Tỉnh có ⟦162 tàu⟧.", None),
    ("Giai đoạn 2016 - 2020, huyện dành 90 tỷ đồng cho 20 dự án. Cụ thể là ⟦12 dự án⟧ đường.", "2016/2020"),
    ("Ngày 4/7, Viện kiểm sát huyện truy tố ⟦14 bị can⟧.", "2021-07-04"),  # what was done that day
    ("Theo Công an tỉnh, trong ngày 4/7/2020 đã bắt hơn ⟦20 người⟧.", "2020-07-04"),
    ("Ngày 4/7, Giám đốc sở ký văn bản gửi các đơn vị thi công ⟦11 tuyến kênh⟧.", None),  # what is so all days
    ("Thực hiện Kết luận ngày 4/7/2020 của Tỉnh ủy, huyện kiểm tra ⟦14 chi bộ⟧.", None),
    ("So với ngày 4/7/2020, giá cà phê tăng ⟦300 đồng/kg⟧.", None),
    ("Trong số quân chiếm thành vào ngày 4/7/2020, có ⟦40 người nước ngoài⟧.", None),
    ("Ảnh: Lê Nam Ngày 4/7/2020, cổ phiếu ấy đạt mức ⟦48.700 đồng⟧.", "2020-07-04"),
    ("Rà lại ⟦2.745 hồ sơ⟧ Năm 2010 xã được khen.", None),  # a heading that lost its stop
    ("Xảy ra 16 vụ năm 2020 và ⟦12 vụ⟧ năm 2021.", "2021"),
    ("Năm 2020, khánh thành nhà máy công suất ⟦300 tấn/năm⟧.", None),
    ("Năm 2020, thu nhập bình quân đầu người đạt ⟦62 triệu đồng/năm⟧.", "2020"),
    ("Năm 2020, anh nuôi tôm, lãi ⟦300 triệu đồng/năm⟧.", None),
    ("Năm 2020, thu nhập không đổi, nhà máy công suất ⟦50 tấn/năm⟧.", None),
    ("Năm 2020, nợ thuế bằng 7% tổng thu, cao hơn mức ⟦5%⟧ cho phép.", None),
    ("Năm 2020, tăng 7%, cao hơn mức ⟦5%⟧ của năm 2019.", "2019"),
    ("Quý I/2020, sản lượng đạt 51 tấn, thấp hơn cùng kỳ (⟦54 tấn⟧).", "2019-Q1"),
    ("Quý I/2020, sản lượng đạt 51 tấn, thấp hơn cùng kỳ (giảm ⟦3 tấn⟧).", "2020-Q1"),
    ("Quý I/2020, sản lượng tăng 2%, trong khi cùng kỳ giảm ⟦3%⟧.", "2019-Q1"),
    ("Năm 2017, nợ bằng 64,8% GDP rồi giảm từ năm 2018 (bằng ⟦64,7%⟧ GDP).", "2018"),
    ("Năm 2017, tăng so với năm 2016 (tăng ⟦2%⟧).", "2017"),
    ("Theo đại hội cổ đông thường niên năm 2017, công ty đạt doanh thu ⟦238 tỷ đồng⟧.", None),
    ("Tỷ lệ nợ xấu quý I/2017 là 4,9%, giảm so với mức ⟦5,4%⟧ cuối năm 2016.", "2016"),
    ("Giá vàng giảm ⟦80.000 đồng/lượng⟧ so với chốt phiên của tháng 5/2017.", None),
    ("Kết thúc phiên 6/2/2017, giá vàng tăng ⟦15,7 USD⟧.", "2017-02-06"),
    ("Tại phiên họp ngày 6/2/2017, ban giám đốc chi ⟦15,7 USD⟧.", None),
    ("Quý I/2020, sản lượng tăng 2% so với cùng kỳ, giá giảm ⟦3%⟧.", "2020-Q1"),
    ("Xe có giá ⟦1,9 tỷ đồng⟧ Vào năm 2016, hãng dừng bán.", None),  # a stop is lost
    ("Xe có giá ⟦1,9 tỷ đồng⟧ vào năm 2016, nay đắt hơn.", "2016"),
    ("Sản lượng tăng 2% so với cùng kỳ năm 2019, giá giảm ⟦3%⟧.", None),  # nothing is computed
    ("Trước ngày 20/8/2019, huyện trồng xong ⟦40 ha⟧ ngô; sẽ mua thêm 3 tấn giống.", "2019-08-20"),
    ("Trước ngày 20/8/2019, huyện trồng xong 40 ha ngô; sẽ mua thêm ⟦3 tấn⟧ giống.", None),
    ("Đến ngày 25/5/2020, xã cấp 5 tấn gạo; trồng ⟦6 ha⟧ rừng.", "2020-05-25"),
    ("Kết quả thấp hơn chỉ tiêu của Nghị quyết số 45/2012/NQ-HĐND ngày 11/12/2012 (⟦8,5%⟧).", None),
    ("Năm 2020, sản lượng đạt 5 tấn. Giá bán dao động ⟦9.000 đồng⟧.", None),
    ("Năm 2020, giá mua là 8.000 đồng. Giá bán dao động ⟦9.000 đồng⟧.", "2020"),
    ("Năm 2020, sản lượng đạt 5 tấn. Thu ⟦9 tỷ đồng⟧.", "2020"),
    ("Năm 2019, lỗ 4 tỷ đồng và 9 tháng đầu năm 2020 lỗ ⟦1 tỷ đồng⟧.", "2020-01/2020-09"),
    ("Đến thời điểm tổng hợp (ngày 31/12/2020) có ⟦24 hợp tác xã⟧ nộp báo cáo.", "2020-12-31"),
    ("Tại buổi lễ (ngày 31/12/2020) có ⟦24 hợp tác xã⟧ nộp báo cáo.", None),
    ("Cầu dài 13 km, khởi công tháng 10/2011 với tổng mức đầu tư ⟦552 tỷ đồng⟧.", None),
    ("Trong tháng 10/2011, khởi công cầu với tổng mức đầu tư ⟦552 tỷ đồng⟧.", "2011-10"),
    ("Từ 14 giờ ngày 5/11/2021, chốt thu giữ ⟦5 xe⟧.", None),
    ("Tính từ đầu năm 2020 đến tháng 9/2020, trồng ⟦5 ha⟧.", "2020-01/2020-09"),
    ("Từ đầu năm 2020 đến ngày 13/3/2020, trồng ⟦5 ha⟧.", "2020/2020-03-13"),
    ("Từ năm 2016 đến nay, trồng ⟦5 ha⟧.", None),
    ("- Năm 2020, thu 5 tỷ đồng.\n- Trồng ⟦5 ha⟧.", None),
    ("Đến năm 2025, nâng từ ⟦52%⟧ lên 60%.", None),
    ("Năm 2024, thu 5 tỷ đồng, tăng 2% so với Tết năm 2023; chi ⟦3 tỷ đồng⟧.", "2024"),
    ("Dư nợ cuối năm 2015 gấp 2,3 lần năm 2010, gấp 7,6 lần năm 2005 và gấp ⟦14,8 lần⟧ năm 2001.", "2015"),
    ("Lũ về 2 lần năm 2010, làm sập ⟦5 nhà⟧.", None),
    ("Cuối năm 2016, tài sản còn 920 tỷ đồng, giảm ⟦60 tỷ đồng⟧ so với đầu năm 2016.", None),  # never both
    ("Năm 2020, thu 5 tỷ đồng, tăng ⟦7%⟧ so với năm trước.", "2020"),
    ("Cuối năm 2016, tài sản còn ⟦920 tỷ đồng⟧, giảm 60 tỷ đồng so với đầu năm 2016.", "2016"),
    ("Xã Sơn Mai có 1 máy (bàn giao tháng 12/2014), trạm y tế có ⟦3 máy⟧.", None),
    ("Xã Sơn Mai có 1 máy (bàn giao tháng 12/2014). Tỉnh có ⟦34 máy⟧.", None),
    ("Năm 2016, xã có 1 máy (bàn giao năm 2014) và ⟦3 xe⟧.", "2016"),
    ("Nợ còn 5 tỷ đồng (tại thời điểm 31/12/2016) và vốn chỉ còn ⟦3 tỷ đồng⟧.", "2016-12-31"),
    ("Xã có xe (mua năm 2014, giá ⟦3 tỷ đồng⟧).", "2014"),
    ("Nhiệm kỳ này (2011-2015), trường xây ⟦34 lớp⟧.", "2011/2015"),
    ("Trong kỳ (từ tháng 1/2014 đến tháng 3/2014), xã thu ⟦34 tỷ đồng⟧.", "2014-01/2014-03"),
    # What a bracket tells of another time is of that time alone
    ("6 tháng đầu năm 2020, tăng 10,2% (cùng kỳ ⟦9,8%⟧).", "2019-H1"),
    ("6 tháng đầu năm 2020, tăng 10,2% (cùng kỳ 9,8%); thu ⟦5 tỷ đồng⟧.", "2020-H1"),
    ("Năm 2020, chỉ số giảm xuống 8,9 (năm 2010 là 9,2), thu ⟦5 tỷ đồng⟧.", "2020"),
    ("Thu nhập tăng từ ⟦12 triệu đồng⟧ (năm 2010) lên 24 triệu đồng (năm 2015).", "2010"),
    ("Thu nhập tăng từ 12 triệu đồng (năm 2010) lên ⟦24 triệu đồng⟧ (năm 2015).", "2015"),
    ("Hết ngày 31/3/2020, giải ngân 12%, cao hơn 2% so với cùng kỳ (⟦10%⟧).", "2019-03-31"),
    ("Năm 2020 (từ 01/10/2019 đến 30/9/2020), thụ lý ⟦95 vụ⟧.", "2020"),
    ("Từ năm 2016 đến năm 2020 kết nạp 50 đảng viên, nâng tổng số lên ⟦900 đảng viên⟧.", "2020"),
    ("Năm 2015, ông Tư mua 2 con bò, mỗi năm lãi ⟦90 triệu đồng⟧.", None),
    ("Giai đoạn 2016 - 2020, mỗi năm trồng ⟦5 ha⟧.", "2016/2020"),
    ("Toàn tỉnh xảy ra 9 vụ, tăng ⟦2 vụ⟧ so với cùng kỳ năm 2019.", None),
    ("Toàn tỉnh xảy ra 9 vụ, tăng ⟦2 vụ⟧ so với năm trước.", None),
    ("Cuối năm 2020, phấn đấu hộ nghèo còn 5%. Thu ⟦5 tỷ đồng⟧.", None),
    # The year of a plan or of prices is none
    ("9 tháng năm 2020, đạt 80% dự toán tỉnh giao năm 2020, tăng ⟦5%⟧.", "2020-01/2020-09"),
    ("9 tháng năm 2020, đạt 80% kế hoạch cả năm, tăng ⟦5%⟧.", "2020-01/2020-09"),
    ("Quý I/2020, giá trị sản xuất (giá so sánh 2010) đạt ⟦5 tỷ đồng⟧.", "2020-Q1"),
    # Lists of months or quarters are one time
    ("Quý I và quý II/2020, thu ⟦5 tỷ đồng⟧.", "2020-Q1/2020-Q2"),
    ("Trong tháng 11 và đầu tháng 12/2020, bắt ⟦8 đối tượng⟧.", "2020-11/2020-12"),
    ("Từ 01/01/2020 đến hết tháng 8/2020, thu ⟦5 tỷ đồng⟧.", "2020-01-01/2020-08"),
    # Clock times of a count, and of a measure
    ("Ngày 22/5/2021, đến 11 giờ đạt 65%; 15h đạt ⟦88%⟧.", "2021-05-22T15:00"),
    ("Lúc 7 giờ ngày 15/8/2021, mực nước hồ đạt ⟦112,5 m⟧.", "2021-08-15T07:00"),
    ("Lúc 7 giờ ngày 15/8/2021, tòa xử vụ chiếm đoạt ⟦5 tỷ đồng⟧.", None),
    ("Tại ngày 31/12/2020, tài sản là ⟦5 tỷ đồng⟧.", "2020-12-31"),
    # What happened on a day or at an hour, but no meeting, honour, document or word of somebody
    ("Đêm 19/2/2021, tổ công tác bắt quả tang ông Tư chở ⟦6 bánh⟧ ma túy.", "2021-02-19TNI"),
    ("Trận lũ tối 27/7/2021 cuốn trôi ⟦23 nhà⟧.", "2021-07-27TEV"),
    ("Ghi nhận lúc 16 giờ 30 ngày 27/7/2021, trong bãi còn ⟦214 xe⟧.", "2021-07-27T16:30"),
    ("Sáng 27/7/2021, đoàn thăm, tặng ⟦50 suất quà⟧.", None),
    ("Sáng 27/7/2021, huyện tổ chức đại hội với ⟦200 đại biểu⟧.", None),
    ("Sáng 27/7/2021, ông Tư cho biết xã có ⟦200 hộ⟧.", None),
    ("Đơn vị thực hiện Chỉ thị số 36-CT/TW ngày 16-8-2019 của Bộ Chính trị, phá ⟦34 chuyên án⟧.", None),
    ("Ở nơi bầu cử sớm từ 8/3/2021, tàu phải vượt ⟦55 hải lý⟧.", None),
    # A date that adjoins the number; the year before behind what is exceeded
    ("Quý I/2020, đạt 5%, rất xa so với mục tiêu ⟦6,7%⟧ cả năm 2020.", "2020"),
    ("Quý I/2020, đạt 5,1%, thấp hơn mức ⟦5,5%⟧ của cùng kỳ năm trước.", "2019-Q1"),
    # A deadline is one
    ("Trước 15/10, sở phải phân bổ ⟦240 tỷ đồng⟧.", "2021-10-15"),
    ("Đợt 2 sẽ cấp tiếp ⟦215 tấn⟧ cho 3.583 hộ trước ngày 25/5/2022.", None),
    ("Đợt 2 sẽ cấp tiếp ⟦215 tấn⟧ trước ngày 25/5/2022.", "2022-05-25"),
    # Counts go on with those of the sentence before where they are of the same things, of a whole, of a deed
    ("Năm 2020, thụ lý 95 vụ. Án hình sự có 25 vụ với ⟦40 bị cáo⟧.", "2020"),
    ("Năm 2020, có 92% chi bộ hoàn thành tốt. Đảng bộ có ⟦22 chi bộ⟧.", None),
    ("Năm 2020, có 92% chi bộ tốt. Đối với đảng viên, trong tổng số ⟦560 đảng viên⟧, có 20 đồng chí.", "2020"),
    ("Năm 2020, thu 5 tỷ đồng. Nghị quyết đề ra ⟦20 chỉ tiêu⟧.", None),
    ("Năm 2020, kiểm tra 20 chi bộ. Ủy ban kiểm tra các cấp kiểm tra khi có dấu hiệu với ⟦12 chi bộ⟧.", "2020"),
    # What a sentence without figures announces
    ("Sở báo cáo tình hình năm 2020. Theo đó, thu đạt ⟦5 tỷ đồng⟧.", "2020"),
    ("Sở tổng kết năm 2020, triển khai nhiệm vụ năm 2021. Theo đó, thu đạt ⟦5 tỷ đồng⟧.", None),
    ("Sở báo cáo tình hình năm 2020. Xã Sơn Mai thu ⟦5 tỷ đồng⟧.", None),
    ("Năm 2020, tình hình của huyện ổn định. Xã Sơn Mai thu ⟦5 tỷ đồng⟧.", "2020"),
    ("Năm 2020, tình hình của huyện ổn định. Ông Tư thu ⟦5 tỷ đồng⟧.", None),
    ("Năm 2020, tình hình của huyện ổn định. Huyện có ⟦12 xã⟧.", None),
    # The year of what the thing is
    ("Dự án được phê duyệt năm 2018, tổng vốn ⟦500 tỷ đồng⟧.", None),
    ("Ông Tư (SN 1988, ngụ thôn Hạ, xã Sơn Mai, huyện Đại Ninh, tỉnh Đại Lâm) có ⟦3 ha⟧ cà phê.", None),
    # The head of a sentence leaves the time of the one before
    ("Năm 2020, thu 5 tỷ đồng. Mỗi năm, ông lãi ⟦2 tỷ đồng⟧.", None),
    ("Năm 2020, thu 5 tỷ đồng. Sau 4 năm, thu ⟦2 tỷ đồng⟧.", None),
    ("Năm 2020, thu 5 tỷ đồng. So với năm 2019, chi tăng ⟦2 tỷ đồng⟧.", "2020"),
    ("Năm 2020, thu 5 tỷ đồng. Lãi suất kỳ hạn 1 tuần giảm ⟦2%⟧.", "2020"),
    ("Năm 2015, bán được 20% cổ phần. Kế hoạch là bán ⟦80%⟧ còn lại vào năm 2020.", "2020"),
    # A heading with a colon holds for its list, until another line
    ("Mục tiêu năm 2022:\n- Trồng 5 ha rừng.\n- Thu ⟦5 tỷ đồng⟧.", "2022"),
    ("Kết quả năm 2020:\nTrồng 5 ha rừng;\nThu ⟦5 tỷ đồng⟧.", "2020"),
    ("Chỉ tiêu đến năm 2025:\n- Về kinh tế:\n+ Thu ⟦5 tỷ đồng⟧.", "2025"),
    ("Chỉ tiêu đến năm 2025:\n- Năm 2023, thu ⟦5 tỷ đồng⟧.", "2023"),
    ("Kết quả năm 2020:\n- Trồng 5 ha rừng.\nĐoàn kiểm tra thu ⟦5 tỷ đồng⟧.", None),
    ("Ngày 5/6, hội nghị bầu:\n- ⟦15 đồng chí⟧ vào ban chấp hành.", None),
]  # fmt: skip


def test_a_day_without_a_year_is_the_day_of_an_event(extractor: Extractor) -> None:
    article = extractor.extract("Ngày 15/6, đoàn trao 51 suất quà.\nĐến ngày 15/6, có 51 hộ dời nhà.", html=False)
    assert [item.period for item in article.indicators] == [None, "XXXX-06-15"]


@pytest.mark.parametrize(("line", "period"), PERIODS)
def test_period(extractor: Extractor, line: str, period: str | None) -> None:
    text, spans = _marked(line)
    article = extractor.extract(text, published="2021-11-18", html=False)
    assert next(item for item in article.indicators if (item.start, item.end) == spans[-1]).period == period


# A text, the links (type, surfaces, holds), the derived values, the codes of the warnings.
ARITHMETIC: list[tuple[str, list[tuple[str, str, bool]], list[str], list[str]]] = [
    ("Có 177 chi bộ (119 chi bộ thôn; 43 chi bộ cơ quan; 15 chi bộ công an).",
     [("sum", "177 chi bộ = 119 chi bộ = 43 chi bộ = 15 chi bộ", True)], [], []),
    ("Có 177 chi bộ (119 chi bộ thôn; 43 chi bộ cơ quan).", [], [], []),  # an incomplete list is normal
    ("Có 20 xã, gồm 12 xã miền núi, 13 xã ven biển.",
     [("sum", "20 xã = 12 xã = 13 xã", False)], [], ["indicator-contradiction"]),
    ("Có 92 đảng viên: khiển trách 58, cảnh cáo 21, cách chức 5, khai trừ 8.",
     [("sum", "92 đảng viên = 58 = 21 = 5 = 8", True)], [], []),
    ("Trong tổng số 5.907 đảng viên có 4.706 đảng viên tốt, 961 đảng viên khá, 240 đảng viên kém.",
     [("sum", "5.907 đảng viên = 4.706 đảng viên = 961 đảng viên = 240 đảng viên", True)], [], []),
    ("Nông nghiệp chiếm 11,9%, công nghiệp 36,1%, dịch vụ 33,3%, thuế 18,7%.",
     [("sum", "11,9% = 36,1% = 33,3% = 18,7%", True)], [], []),
    ("Có 42/49 chi bộ vững mạnh (chiếm 85,7%).", [("share", "42/49 chi bộ = 85,7%", True)], [], []),
    ("Có 42/49 chi bộ vững mạnh (chiếm 75,7%).",
     [("share", "42/49 chi bộ = 75,7%", False)], [], ["indicator-contradiction"]),
    ("Đại biểu: 85/139 người ứng cử, nữ 36,7%.", [], [], []),
    ("Có 455/462 đại biểu tán thành, chiếm 92,67% tổng số đại biểu.", [], [], []),
    ("Đã cứng hóa 16,6/21,9 km, đạt tỷ lệ 75,9%.", [], [], []),  # rounded before they were divided
    ("Giảm từ 18 chi bộ xuống còn 16 chi bộ, khiến số đảng viên giảm 9,6%.", [], [], []),
    ("Học phí 9 triệu đồng/năm (hệ chính 8 triệu đồng/năm, hệ phụ 7 triệu đồng/năm).", [], [], []),
    ("Có 20 loài (15 loài quý, trong đó 8 loài mới).", [], [], []),
    ("Xã đạt 17/19 tiêu chí nhưng còn 9,8% hộ nghèo.", [], [], []),
    ("Tỉnh giao 22 chỉ tiêu, đến nay 15/22 chỉ tiêu đạt và vượt, 7 chỉ tiêu không đạt.", [], [], []),
    ("Trong 200 hộ có 50 hộ nghèo.", [], [], []),
    ("Trong 200 hộ có 50 hộ bị ngập, chiếm 25%.", [("share", "50 hộ = 200 hộ = 25%", True)], [], []),
    ("Giảm từ 26 chi bộ xuống còn 13, giảm 50%.", [("change", "26 chi bộ = 13 = 50%", True)], [], []),
    ("Giảm từ 26 chi bộ xuống còn 13, giảm 13 chi bộ.", [("change", "26 chi bộ = 13 = 13 chi bộ", True)], [], []),
    ("Tăng từ 10 tỷ đồng lên 15 tỷ đồng, tăng 40%.",
     [("change", "10 tỷ đồng = 15 tỷ đồng = 40%", False)], [], ["indicator-contradiction"]),
    ("Có 8.320 đảng viên (tăng 2.743 đảng viên so với năm 2010).", [], ["5577 đảng viên 2010"], []),
    ("Có 11 hộ nghèo, giảm 9 hộ nghèo so với năm 2019.", [], ["20 hộ nghèo 2019"], []),
    ("Giá 27 triệu đồng, thấp hơn hàng ngoại 2 triệu đồng.", [], [], []),  # compared with something else
    ("Kết nạp 4.710 đảng viên, đạt 125,6% kế hoạch.", [], ["3750 đảng viên None"], []),
    ("Kế hoạch kết nạp 9.000 đoàn viên, đã kết nạp 8.145 đoàn viên, đạt 90,5% kế hoạch.",
     [("attainment", "8.145 đoàn viên = 9.000 đoàn viên = 90,5%", True)], ["9000 đoàn viên None"], []),
    ("Tổng vốn 2. 765 tỷ đồng.", [], [], ["number-slip"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "links", "derived", "warnings"), ARITHMETIC)
def test_arithmetic(
    extractor: Extractor, text: str, links: list[tuple[str, str, bool]], derived: list[str], warnings: list[str]
) -> None:
    article = extractor.extract(text, published="2021-11-18", html=False)
    found = [
        (link.type, " = ".join(article.indicators[place].text for place in link.members), link.holds)
        for link in article.links
    ]
    assert found == links
    assert [f"{row.value:f} {row.unit} {row.period}" for row in article.derived] == derived
    assert all(row.derived == "yes" and row not in article.indicators for row in article.derived)
    assert [warning.code for warning in article.warnings] == warnings


TABLE = "Đơn vị: tỷ đồng\nKhu vực | Thực hiện 2012 | Ước 2013 | 2013 so với 2012 (%)\nDịch vụ | 4.418 | 4.837 | 109,5"


def _table(raw: str) -> list[Indicator]:
    text = Text(raw)
    return RESOLVE(RECOGNISE(text), Page(text=text, content=text), dates=(), sentences=sentence_starts(text))


def test_table() -> None:
    rows = _table(TABLE)
    assert [(row.value, row.unit, row.period, row.baseline, row.bound) for row in rows] == [
        (Decimal(4418 * 10**9), "VND", "2012", None, None),
        (Decimal(4837 * 10**9), "VND", "2013", None, "~"),
        (Decimal("109.5"), "%", "2013", "2012", None),
    ]
    assert {row.of for row in rows} == {"Dịch vụ"}


def test_table_with_units_in_its_rows() -> None:
    rows = _table("Chỉ tiêu\t2018\t2023\nHàng qua cảng (nghìn tấn)\t8.300\t11.050\nKhách (nghìn lượt)\t4.090\t5.010")
    assert [(row.value, row.unit, row.period) for row in rows] == [
        (Decimal(8300000), "tấn", "2018"),
        (Decimal(11050000), "tấn", "2023"),
        (Decimal(4090000), "lượt", "2018"),
        (Decimal(5010000), "lượt", "2023"),
    ]


def test_table_of_bodies() -> None:
    rows = _table("Đơn vị | Kế hoạch (tỷ đồng) | Tỷ lệ (%)\nSở Y tế | 2.406 | 44,0\nQuận Tây | 412 | 18,5")
    assert [(row.value, row.of, row.area, row.relation) for row in rows] == [
        (Decimal(2406 * 10**9), "kế hoạch", "Sở Y tế", "level"),
        (Decimal("44.0"), "tỷ lệ", "Sở Y tế", "attainment"),
        (Decimal(412 * 10**9), "kế hoạch", "Quận Tây", "level"),
        (Decimal("18.5"), "tỷ lệ", "Quận Tây", "attainment"),
    ]


@pytest.mark.parametrize(
    ("column", "relation"),
    [("So với dự toán (%)", "attainment"), ("So với cùng kỳ (%)", "level"), ("So với năm trước (%)", "level")],
)
def test_table_of_percentages_compared(column: str, relation: str) -> None:
    """Only what was planned is attained; what the year before had is not."""
    (row,) = _table(f"Khu vực | {column}\nDịch vụ | 109,5\nXây dựng | 98,2")[:1]
    assert row.relation == relation


@pytest.mark.parametrize("text", ["Cột A | Cột B", "a | 5.012 | b", "2012 | 2013\n2014 | 2015", "||||\n||||", "\t\n\t"])
def test_bars_alone_are_no_table(text: str) -> None:
    assert RECOGNISE(Text(text)) == []


def test_english_separators_by_the_habit_of_the_page() -> None:
    found = RECOGNISE(Text("Sản lượng 385,600 tấn, tăng 3.5%; năng suất 56.8 tạ/ha; giá 7,500 đồng/kg."))
    assert [item.value for item in found] == [Decimal(385600), Decimal("3.5"), Decimal("56.8"), Decimal(7500)]


def test_values_have_no_idle_zeros(extractor: Extractor) -> None:
    rows: tuple[Indicator, ...] = extractor.extract("Thu 1,50 tỷ đồng và 2,5 triệu USD.", html=False).indicators
    assert [str(row.value) for row in rows] == ["1500000000", "2500000"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thu 999999999999999999999999999999 đồng, chi 5 tỷ đồng.", ["5000000000"]),
        ("Thu 1234567890123456789012345678901234567890 đồng.", []),
        ("Thu 999 nghìn tỷ tỷ đồng.", ["999" + "0" * 21]),
        ("Thu 9999 nghìn tỷ tỷ đồng.", []),
        ("Thu hai nghìn tỷ tỷ tỷ đồng.", []),
        ("Tăng 0,00000000001%.", []),
        ("Tăng 0,00001%.", ["0.00001"]),
        ("Từ 5 đến 999999999999999999999999999999 đồng.", []),
    ],
)
def test_every_value_is_exact_or_left_out(extractor: Extractor, text: str, values: list[str]) -> None:
    article = extractor.extract(text, html=False)
    assert [str(row.value) for row in article.indicators] == values
    assert all(f'"value":{value}' in article.to_json() for value in values)


HOSTILE = [
    "1 ",
    "1,",
    "1.234 ",
    "12/",
    "5 - ",
    "tăng 5 ",
    "1 tỷ ",
    "hai mươi ",
    "(",
    "5 xã, ",
    "từ 1 lên ",
    "9 | ",
    "5% so với ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_repetition_comes_to_an_end(piece: str) -> None:
    text = Text(piece * (200_000 // len(piece)))
    with deadline(60):
        RECOGNISE(text)


def test_lines_of_endless_cells_come_to_an_end() -> None:
    """No table has so many columns; that each cell keeps all headings left of it would take all memory."""
    cells = 30_000
    text = Text("\n".join(("|".join(["Số (%)"] * cells), "|".join("5" * cells), "|".join("5" * cells))))
    with deadline(60):
        assert RECOGNISE(text) == []
