/**
 * The page for those whose browser cannot run the letterbox. It is read without any script, so it can do nothing but
 * tell: it takes no text. `[` and `]` stand around what a browser's own menus say.
 */
export const helpVi = {
  "noscript.title": "Trình duyệt của bạn đang tắt JavaScript",
  "noscript.why": "Trang này không nhận thư nếu không có nó: thư sẽ không được giữ kín.",
  "noscript.how": "Xem cách bật, từng bước",
  stalled: "Trang chưa chạy được. Mạng chậm thì đợi thêm một phút.",
  "stalled.how": "Xem cách làm",

  title: "Trang không chạy? Làm thế này",
  lead: "Trang này chỉ để đọc. Ở đây không có ô nào để viết, và không có gì được gửi đi.",
  "why.title": "Vì sao cần JavaScript?",
  "why.text":
    "Thư phải được niêm phong ngay trên máy của bạn, trước khi gửi. Việc đó cần JavaScript và một trình duyệt không quá cũ. Không niêm phong được thì hộp thư không nhận thư, vì người khác sẽ đọc được.",
  "first.title": "Thử ba việc này trước",
  "first.reload": "Tải lại trang. Mạng chậm thì đợi một phút.",
  "first.update": "Cập nhật trình duyệt trong kho ứng dụng, hoặc mở trang bằng trình duyệt khác.",
  "first.phone": "Dùng điện thoại khác mà bạn tin được. Đừng dùng máy hay Wi-Fi của cơ quan.",
  "on.title": "Bật JavaScript",
  "on.chrome":
    "**Chrome:** bấm ba chấm [⋮], chọn [Cài đặt], [Cài đặt trang web], [JavaScript], rồi bật lên. Mở lại trang.",
  "on.samsung":
    "**Samsung Internet:** bấm ba gạch [≡], chọn [Cài đặt], tìm [JavaScript] trong phần trang web, rồi bật lên. Mở lại trang.",
  "on.firefox":
    "**Firefox:** JavaScript luôn bật, trừ khi có tiện ích chặn. Hãy cho phép trang này trong tiện ích đó.",
  "on.safari":
    "**iPhone:** mở [Cài đặt] của máy, chọn [Safari], [Nâng cao], [JavaScript], rồi bật lên. Nếu máy đang ở [Chế độ phong tỏa], hãy dùng máy khác.",
  "on.tor":
    "**Trình duyệt Tor:** bấm hình chiếc khiên, chọn [Settings], đổi từ [Safest] xuống [Safer]. Nếu trang vẫn báo trình duyệt quá cũ, chọn [Standard]; viết xong thì đổi lại.",
  "paper.title": "Gửi thư giấy cho an toàn",
  "paper.box": "Bỏ thư vào hòm thư góp ý ở trụ sở cấp ủy hoặc ủy ban, lúc vắng người.",
  "paper.hand":
    "Viết chữ in, bằng bút và giấy thường. Đừng dùng giấy, phong bì hay máy in của cơ quan. Đừng đánh máy ở cơ quan.",
  "paper.who":
    "Ghi rõ đơn vị nào, việc gì, khi nào, ở đâu. Đừng ghi chi tiết chỉ mình bạn biết. Không ghi tên thì không ai trả lời bạn được.",
  "paper.head": "Nếu thư nói về người đứng đầu, đừng bỏ vào hòm thư của chính nơi đó. Hãy gửi lên cấp trên.",
  "paper.copy": "Giữ một bản ở nhà, nơi kín.",
  "else.title": "Nơi khác bạn có thể tới",
  "else.danger": "Đang nguy hiểm: gọi công an, số 113.",
  "else.reception": "Nơi tiếp công dân của xã hoặc của tỉnh: nói trực tiếp, hoặc nộp đơn có tên.",
  "else.inspection": "Ủy ban kiểm tra của cấp ủy cấp trên: nộp đơn tố cáo đảng viên, có tên.",
  leave: "Thoát nhanh",
  back: "Về trang đầu của hộp thư",
} as const;

export type HelpMessages = typeof helpVi;
