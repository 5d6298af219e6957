/**
 * What a reporter reads before beginning to write. Short sentences without jargon: a farmer of sixty understands each
 * at the first reading. `**` stands around what is shown strongly.
 */
export const citizenFirstVi = {
  "brand.name": "Hộp thư",

  "exit.button": "Thoát nhanh",
  "exit.hint": "Bấm phím Esc hai lần cũng thoát nhanh.",

  "language.label": "Ngôn ngữ",
  "language.unreviewed": "Chưa được người bản ngữ thẩm định.",

  "demo.label": "Tổ chức minh họa",
  "demo.banner": "Tổ chức minh họa: đừng gửi chuyện thật.",
  "demo.tour": "Xem hướng dẫn",

  "skip.link": "Tới nội dung chính",

  "home.title": "Báo cho cấp ủy biết điều sai trái, không cần xưng tên",
  "home.lead":
    "Bạn thấy cán bộ, đảng viên hay một tổ chức đảng làm điều không đúng? Hãy viết ra ở đây. Không cần tên, số điện thoại hay tài khoản.",
  "home.write": "Viết thư phản ánh",
  "home.write.hint": "Mất khoảng năm phút",
  "home.return": "Xem thư đã gửi",
  "home.return.hint": "Bạn cần mã biên nhận 24 chữ số",
  "home.who.title": "Ai đọc thư của bạn?",
  "home.who.only": "Chỉ cấp ủy có trách nhiệm với đơn vị mà bạn nói tới.",
  "home.who.head":
    "Thư nói về người đứng đầu thì đi thẳng lên cấp trên. Người đó không nhận và không đọc được.",
  "home.who.shown": "Trước khi gửi, bạn thấy rõ ai đọc được và ai không.",
  "home.safe.title": "Điều được giữ kín",
  "home.safe.sealed": "Thư được niêm phong ngay trên máy của bạn. Người quản lý máy chủ không mở được.",
  "home.safe.server":
    "Máy chủ chỉ biết thư gửi tới cấp ủy nào và vào ngày nào. Nó không biết bạn là ai và bạn viết gì.",
  "home.safe.device": "Trang này không lưu gì trên máy của bạn.",
  "home.unsafe.title": "Điều không giấu được",
  "home.unsafe.network":
    "Nhà mạng và dịch vụ Cloudflare biết máy này đã vào trang. **Đừng dùng điện thoại, máy tính hay Wi-Fi của cơ quan.**",
  "home.unsafe.history": "Máy có thể còn ghi là bạn đã vào trang này. Nên mở trang ở cửa sổ ẩn danh.",
  "home.unsafe.details": "Chi tiết chỉ vài người biết có thể làm lộ bạn. Khi bạn viết, trang sẽ nhắc.",
  "home.kind.title": "Đây là phản ánh, chưa phải đơn tố cáo",
  "home.kind.text":
    "Theo luật, đơn tố cáo phải có họ tên và địa chỉ. Nơi này nhận **phản ánh**: cấp ủy dùng để kiểm tra, giám sát, và trả lời bạn đúng hạn.",
  "home.else.title": "Nơi khác bạn có thể tới",
  "home.else.danger": "Đang nguy hiểm: gọi công an, số 113.",
  "home.else.reception": "Nơi tiếp công dân của xã hoặc của tỉnh: nói trực tiếp, hoặc nộp đơn có tên.",
  "home.else.inspection": "Ủy ban kiểm tra của cấp ủy cấp trên: nộp đơn tố cáo đảng viên, có tên.",
  "home.else.box": "Hòm thư góp ý đặt tại trụ sở: bỏ thư giấy.",
  "home.real": "Trang này có phải trang thật?",
  "home.real.address":
    "Trước hết, so từng chữ của địa chỉ trên thanh địa chỉ với địa chỉ in trên áp phích hoặc biên nhận.",
  "home.real.groups": "Rồi so dãy số này với dãy số trên giấy:",
  "home.real.proof":
    "Khác một số: đừng gửi ở đây. Giống hết: trang và giấy nói về cùng một hộp thư. Nhưng trang giả có thể chép dãy số, nên địa chỉ mới là chính.",
  "home.help": "Trang không chạy? Xem cách làm",
  "home.poster": "In áp phích cho đơn vị",

  "step.of": "Bước {step} trên {total}",
  "step.back": "Quay lại",
  "step.continue": "Tiếp tục",
  "step.loading": "Đang tải…",

  "errors.title": "Có chỗ cần sửa",

  "unit.title": "Chuyện xảy ra ở đơn vị nào?",
  "unit.search": "Tên chi bộ, cơ quan, xã, ấp hoặc trường",
  "unit.search.hint": "Gõ không dấu cũng được. Tên cũ cũng được.",
  "unit.found": "Số đơn vị tìm thấy: {count}",
  "unit.found.title": "Chọn đơn vị",
  "unit.none": "Không thấy tên nào giống “{query}”. Hãy gõ ngắn hơn, hoặc chọn từng cấp ở dưới.",
  "unit.former": "Tên cũ: {name}",
  "unit.ended": "Nay không còn",
  "unit.browse": "Chọn từng cấp",
  "unit.browse.up": "Lên một cấp",
  "unit.browse.inside": "Bên trong",
  "unit.browse.more": "Xem thêm đơn vị",
  "unit.choose": "Chọn “{unit}”",
  "unit.unknown": "Tôi không rõ đơn vị",
  "unit.unknown.hint": "Thư tới nơi tiếp nhận chung. Nơi đó sẽ chuyển cho đúng chỗ.",
  "unit.unknown.name": "Không rõ đơn vị",
  "unit.loading": "Đang tải danh sách đơn vị… Bạn cứ gõ trước.",
  "unit.missing": "Chưa tải được danh sách đơn vị. Hãy kiểm tra kết nối mạng rồi bấm “Tải lại danh sách”.",
  "unit.reload": "Tải lại danh sách",

  "crypto.missing":
    "Chưa tải được phần niêm phong thư. Hãy kiểm tra kết nối mạng rồi thử lại. Chữ bạn viết vẫn còn.",
  "crypto.unsupported": "Trình duyệt này quá cũ để niêm phong thư. Hãy mở trang bằng trình duyệt mới hơn.",
  "crypto.unable": "Trình duyệt này không niêm phong được thư",

  "error.unreachable": "Không có kết nối. Hãy kiểm tra mạng rồi thử lại.",
  "error.retry": "Thử lại",
} as const;

export type CitizenFirstMessages = typeof citizenFirstVi;
