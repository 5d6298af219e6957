/**
 * The page that prints posters and slips, and what stands on them. A poster hangs in the unit: it says nothing of who
 * reads beyond the committee responsible.
 */
export const posterVi = {
  "page.title": "In áp phích và phiếu nhỏ",
  "page.lead":
    "Ai cũng in được: cán bộ của cấp ủy, hay một người dân. Trang này không ghi lại ai đã in. Mã QR chỉ là địa chỉ của hộp thư, ở đâu cũng giống nhau.",
  "page.careful":
    "Nếu bạn không phải là người được giao việc này, đừng in và đừng dán khi có người nhìn thấy. Đừng dùng máy in của cơ quan.",
  "page.unit": "In cho đơn vị nào? (không bắt buộc)",
  "page.unit.hint": "Tên đơn vị giúp người đọc biết gõ gì khi trang hỏi. Bỏ trống cũng được.",
  "page.unit.chosen": "Đơn vị trên giấy: {unit}",
  "page.unit.drop": "Bỏ tên đơn vị",
  "page.unit.missing": "Chưa tải được danh sách đơn vị. Vẫn in được, không có tên đơn vị.",
  "page.languages": "Chữ trên giấy",
  "page.poster": "In một áp phích A4",
  "page.slips": "In một tờ A4 gồm 8 phiếu",
  "page.preview": "Giấy in ra sẽ như thế này",
  "page.home": "Về trang đầu",

  title: "Thấy điều sai trái? Hãy báo, không cần xưng tên",
  seal: "Bạn viết trên điện thoại. Thư được niêm phong ngay trên máy của bạn.",
  reads: "Chỉ cấp ủy có trách nhiệm mở được thư.",
  answer: "Bạn nhận một mã. Có mã thì xem được trả lời, và thấy nơi nhận có đúng hạn không.",
  address: "Mở địa chỉ này, hoặc quét mã:",
  "address.label": "Mã QR của địa chỉ {address}",
  unit: "Khi trang hỏi đơn vị, gõ: {unit}",
  away: "Đừng dùng Wi-Fi, điện thoại hay máy tính của cơ quan. Hãy mở trang ở nhà, không phải ở đây.",
  roots: "Dãy số của hộp thư này",
  "roots.how":
    "So địa chỉ trước. Rồi so dãy số với mục “Trang này có phải trang thật?” ở cuối trang đầu. Khác một số là không đúng.",
  "paper.title": "Không có điện thoại?",
  "paper.how":
    "Bỏ thư giấy vào hòm thư góp ý ở trụ sở, hoặc nói trực tiếp ở nơi tiếp công dân. Đang nguy hiểm: gọi 113.",
} as const;

export type PosterMessages = typeof posterVi;
