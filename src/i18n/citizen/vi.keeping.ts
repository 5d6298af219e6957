/** How the code is kept: on paper, as a QR code, and what to do when all is done. Comes with the receipt. */
export const citizenKeepingVi = {
  "keep.title": "Giữ mã bằng cách nào?",
  "keep.hand": "Chắc nhất là viết ra giấy.",
  "keep.a4": "In tờ A4",
  "keep.a4.hint": "Mã, nơi nhận, các ngày hẹn và cách xem trả lời. Ai thấy tờ này là biết bạn đã gửi thư.",
  "keep.slip": "In mẩu nhỏ",
  "keep.slip.hint": "Chỉ có 24 chữ số, không ghi để làm gì. Để trong ví được.",
  "keep.slip.address": "In thêm địa chỉ trang này lên mẩu nhỏ",
  "keep.slip.address.hint": "Có địa chỉ thì người nhặt được biết mã dùng ở đâu.",
  "keep.printer": "Đừng in ở cơ quan hay ở tiệm: máy in có thể nhớ những gì đã in.",
  "keep.qr": "Hiện mã QR",
  "keep.qr.hide": "Cất mã QR",
  "keep.qr.label": "Mã QR của 24 chữ số",
  "keep.qr.what":
    "Mã QR chỉ chứa 24 chữ số, không có địa chỉ. Quét bằng máy khác, rồi dán các số vào ô mã ở trang “Xem thư đã gửi”.",
  "keep.qr.warning": "**Ứng dụng quét có thể nhớ mã.** Quét xong, hãy xóa lịch sử của ứng dụng.",
  "keep.qr.missing": "Chưa tải được phần vẽ mã QR. Mã 24 chữ số ở trên vẫn dùng được.",

  "paper.title": "Biên nhận hộp thư",
  "paper.code": "Mã biên nhận",
  "paper.secret": "Ai có mã này đều xem được trả lời. Mất mã thì không ai lấy lại được. Hãy cất nơi kín.",
  "paper.released": "Chuyển tới cấp ủy: {date}",
  "paper.what": "Xem trả lời thế nào?",
  "paper.what.open": "Mở trang {address} bằng máy và mạng của riêng bạn, không phải của cơ quan.",
  "paper.what.check": "So địa chỉ trên màn hình với địa chỉ ở tờ này.",
  "paper.what.type": "Chọn “Xem thư đã gửi” và gõ 24 chữ số.",
  "paper.what.leave": "Xem xong, bấm “Thoát nhanh”.",
  "paper.roots": "Dãy số của hộp thư này",
  "paper.roots.hint": "Dãy số này in trên áp phích và ở cuối trang đầu. Ba nơi phải giống nhau.",

  "done.leave": "Rời trang ngay",
  "done.next.title": "Từ giờ làm gì?",
  "done.next.date": "Xem trả lời vào những ngày đã hẹn. Mở trang này, chọn “Xem thư đã gửi”, gõ mã.",
  "done.next.quiet":
    "Đừng kể với ai là bạn đã gửi. Đừng đọc mã cho ai, kể cả cán bộ: không ai cần mã của bạn.",
  "done.next.ask": "Cấp ủy có thể hỏi thêm. Bạn thấy câu hỏi khi trở lại với mã.",
} as const;
