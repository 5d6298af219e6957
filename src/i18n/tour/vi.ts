/** The guided tour of a demonstration. This is the source: English and Khmer follow it. */
export const tourVi = {
  title: "Dùng thử hộp thư trong mười lăm phút",
  lead: "Bạn sẽ viết một lá thư, nhìn thấy máy chủ giữ gì, đọc thư ấy với tư cách cán bộ, rồi dời ngày để xem điều gì xảy ra khi không ai trả lời. Mọi tổ chức ở đây là minh họa.",
  "open.citizen": "Mở trang người gửi",
  "open.officer": "Mở trang cán bộ",
  "new-window": "mở ở cửa sổ mới",

  "write.title": "Viết thư về bí thư của chính bạn",
  "write.do":
    "Chọn “Viết thư phản ánh”. Gõ **giong rieng hoa thuan**, không cần dấu. Chọn **Đảng bộ xã Hòa Thuận**. Thư nói về: **Người đứng đầu cấp ủy**.",
  "route.title": "Xem đường đi của thư, bằng lời",
  "route.do":
    "Trang nói rõ: Đảng ủy xã Hòa Thuận **không nhận và không đọc được**. Thư lên Ban Thường vụ Huyện ủy. Nếu quá hạn, Ban Thường vụ Tỉnh ủy được mở thư, từ một ngày đã định. Trả lời “Không có”, viết vài câu rồi gửi. Ghi lại mã 24 chữ số.",
  "row.title": "Xem những gì máy chủ giữ",
  "row.do":
    "Nhập mã biên nhận. Trình duyệt của bạn tìm ra số hồ sơ, rồi hỏi máy chủ: **toàn bộ** những gì nó giữ về lá thư này là gì?",
  "row.show": "Xem các dòng của máy chủ",
  "row.working": "Đang tìm…",
  "row.failed": "Chưa xem được. Hãy so lại mã, rồi thử lại.",
  "row.found": "Đây là tất cả. Không có nội dung, không có đơn vị, không có tên, không có giờ phút.",
  "row.table": "Bảng {table}",
  "row.column": "Cột",
  "row.value": "Giá trị",
  "row.nothing": "không có dòng nào",
  "row.rest": "… và {count} ký tự nữa",
  "wrong.title": "Cán bộ của cấp ủy khác không thấy gì",
  "wrong.do":
    "Đăng nhập bằng tên **hoathuan.vanphong** (mật khẩu in ở cửa sổ dòng lệnh). Đảng ủy xã không thấy thư, cũng không thấy con số nào về thư ấy.",
  "right.title": "Đúng nơi nhận thì mở, đọc và báo tiếp nhận",
  "right.do":
    "Đăng nhập bằng tên **huyenuy.vanphong**. Thư nằm trong danh sách, với hạn trả lời. Mở thư, đọc, rồi gửi thông báo tiếp nhận.",
  "return.title": "Trở lại với mã",
  "return.do":
    "Chọn “Xem thư đã gửi”, nhập mã. Bạn thấy tình trạng, các ngày đã hứa và tin của cấp ủy, đã kiểm tra chữ ký. Viết trả lời nếu muốn.",
  "late.title": "Dời ngày, để thư quá hạn",
  "late.do":
    "Đừng phân loại thư. Bấm **Thêm 21 ngày**: máy chủ tin rằng đã ba tuần trôi qua, và làm việc mà thời gian phải làm. Thư của bạn quá hạn phân loại.",
  "superior.title": "Cấp trên thấy ai quá hạn, không thấy nội dung",
  "superior.do":
    "Đăng nhập bằng tên **tinhuy.vanphong**. Trong mục **Cấp dưới quá hạn** có số thư và ngày, không có nội dung. Bấm yêu cầu giải trình.",
  "open-late.title": "Qua hạn cuối, cấp trên mở được thư",
  "open-late.do":
    "Bấm **Thêm 35 ngày**, rồi mở lại mục ấy. Bây giờ Ban Thường vụ Tỉnh ủy mở được thư, bằng phần đã niêm phong cho nơi ấy lúc bạn gửi. Có thể nhận xử lý thay.",
  "steps.title": "Người gửi thấy từng bước",
  "steps.do":
    "Nhập lại mã. Ngày quá hạn, ngày cấp trên yêu cầu giải trình, ngày cấp trên mở thư: bước nào cũng có ở đó, tính ngay trong trình duyệt của bạn. Sau cùng, bấm **Trở về ngày thật**.",
  "clock.later": "Thêm {days} ngày",
  "clock.real": "Trở về ngày thật",
  "clock.working": "Đang dời ngày…",
  "clock.failed": "Chưa dời được ngày. Xem máy chủ dùng thử có đang chạy không, rồi thử lại.",
  "clock.today": "Với máy chủ, hôm nay là {day}.",
} as const;

export type TourMessages = typeof tourVi;
