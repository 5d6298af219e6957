/** The guided tour of a demonstration. This is the source: English and Khmer follow it. */
export const tourVi = {
  title: "Dùng thử hộp thư trong mười phút",
  lead: "Bạn sẽ viết một lá thư, nhìn thấy máy chủ giữ gì, rồi đọc thư ấy với tư cách cán bộ. Mọi tổ chức ở đây là minh họa.",
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
} as const;

export type TourMessages = typeof tourVi;
