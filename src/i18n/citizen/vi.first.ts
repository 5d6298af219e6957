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
    "Nhà mạng và dịch vụ Cloudflare thấy rằng có người đã vào trang này. **Đừng dùng điện thoại, máy tính hay Wi-Fi của cơ quan.**",
  "home.unsafe.history":
    "Lịch sử trình duyệt có thể còn ghi địa chỉ trang này. Nên mở trang ở cửa sổ ẩn danh.",
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
  "unit.unknown.hint": "Thư sẽ tới nơi tiếp nhận chung, ở đó sẽ tìm đúng nơi.",
  "unit.unknown.name": "Không rõ đơn vị",
  "unit.loading": "Đang tải danh sách đơn vị… Bạn cứ gõ trước.",
  "unit.missing": "Chưa tải được danh sách đơn vị. Hãy kiểm tra kết nối mạng rồi bấm “Tải lại danh sách”.",
  "unit.reload": "Tải lại danh sách",

  "whom.title": "Thư nói về ai?",
  "whom.hint": "Không cần nêu tên. Câu trả lời quyết định ai được đọc thư.",
  "whom.unit": "Đơn vị: {unit}",
  "whom.collective": "Cả tập thể {unit}",
  "whom.collective.unknown": "Cả tập thể đơn vị hoặc cấp ủy",
  "whom.committee-head": "Người đứng đầu cấp ủy",
  "whom.agency-head": "Thủ trưởng cơ quan, đơn vị",
  "whom.deputy": "Cấp phó",
  "whom.member": "Một ủy viên cấp ủy",
  "whom.somebody-else": "Người khác trong đơn vị",
  "whom.somebody-else.hint": "Không giữ các chức vụ trên",
  "whom.unknown": "Tôi không rõ",
  "whom.unknown.hint": "Thư sẽ đi lên cấp trên cho chắc",
  "whom.required": "Hãy chọn thư nói về ai. Nếu không chắc, chọn “Tôi không rõ”.",

  "route.title": "Ai sẽ đọc thư của bạn",
  "route.again": "Đường đi của thư đã đổi. Hãy xem lại.",
  "route.receives": "Nhận và đọc thư",
  "route.people": "Người ở nơi này:",
  "route.reader": "đọc được thư",
  "route.reader.other": "Cán bộ xử lý giữ khóa",
  "route.bypassed": "Không nhận và không đọc được",
  "route.bypassed.none": "Không có cấp nào bị vượt qua.",
  "route.overdue": "Được mở thư nếu quá hạn",
  "route.overdue.from":
    "Chỉ khi nơi nhận quá hạn chưa trả lời. Chậm nhất là sau **{date}**, nơi này được mở thư. Không ai lùi được ngày này.",
  "route.overdue.none": "Không còn cấp nào ở trên được mở thư này.",
  "route.why": "Vì sao thư đi đường này?",
  "route.ask": "Người bị phản ánh có trong các danh sách trên không?",
  "route.ask.no": "Không có",
  "route.ask.receiver": "Có, ở {committee}",
  "route.ask.unsure": "Tôi không chắc",
  "route.ask.unsure.hint": "Thư sẽ gửi lên cao hơn một cấp",
  "route.ask.required": "Hãy cho biết người bị phản ánh có trong danh sách không.",
  "route.excluded": "Bạn đã loại trừ: {committee}",
  "route.include": "Bỏ loại trừ",
  "route.more": "Bạn muốn đổi nơi nhận?",
  "route.exclude": "Loại trừ {committee}",
  "route.higher": "Gửi lên cao hơn một cấp",
  "route.higher.on": "Thư gửi lên cao hơn một cấp, như bạn muốn.",
  "route.higher.undo": "Thôi, gửi theo cấp thường",
  "route.dates": "Nếu gửi hôm nay, bạn được trả lời khi nào?",
  "route.nowhere.title": "Không có nơi nào được nhận thư này",
  "route.nowhere.text":
    "Mọi cấp ủy trên đường đi đều có thể có người bị phản ánh, hoặc chưa có hộp thư. Để giữ an toàn cho bạn, trang này **không gửi**.",
  "route.nowhere.change": "Bạn có thể bỏ bớt loại trừ, đổi câu trả lời, hoặc tới một nơi khác:",

  "write.title": "Chuyện gì đã xảy ra?",
  "write.text": "Nội dung thư",
  "write.text.hint": "Kể bằng lời của bạn: ai làm gì, gây hại thế nào. Trang sau sẽ hỏi khi nào, ở đâu.",
  "write.prompts.title": "Để không lộ bạn",
  "write.prompts.few": "Việc này có phải chỉ vài người biết? Nếu vậy, hãy bớt chi tiết dễ làm lộ bạn.",
  "write.prompts.self": "Đừng viết tên, số điện thoại, chỗ ngồi hay chức vụ của bạn.",
  "write.prompts.style": "Đừng dùng câu nói mà mọi người biết là của bạn.",
  "write.free": "Còn trống {percent}, khoảng {count} chữ cái",
  "write.parts": "Thư dài, sẽ tự gửi thành {count} phần. Bạn không cần làm gì.",
  "write.over": "Thư dài quá {count} chữ cái. Hãy bớt đi; không mất chữ nào.",
  "write.self": "Bạn là ai? (không bắt buộc)",
  "write.self.hint": "Được niêm phong cùng thư. Cấp ủy thấy ghi “tự khai, chưa xác thực”.",
  "write.self.none": "Không nói",
  "write.self.citizen": "Người dân",
  "write.self.party-member": "Cán bộ, đảng viên",
  "write.self.union-member": "Đoàn viên, hội viên",
  "write.required": "Hãy viết nội dung thư.",
  "write.too-long": "Thư dài quá. Hãy bớt {count} chữ cái.",
  "write.has-code": "Trong thư có mã biên nhận của bạn. Hãy xóa mã đi: ai có mã sẽ đọc được mọi trả lời.",

  "dates.first-open": "Mở thư",
  "dates.acknowledge": "Báo đã tiếp nhận, phân loại",
  "dates.result": "Trả lời kết quả",
  "dates.escalation": "Cấp trên được mở thư",
  "dates.by": "Chậm nhất hết ngày **{date}**",
  "dates.after": "Sau ngày **{date}**, nếu chưa có kết quả",
  "dates.review":
    "Nếu thư không được xem xét, bị chuyển đi, hoặc kết quả chưa đúng, bạn có **{amount}** để đề nghị cấp trên xem xét lại.",
  "dates.overdue":
    "Nơi nhận trễ ngày nào thì trang này ghi ngày đó. Cấp trên thấy nơi nhận đang trễ và yêu cầu giải trình.",
  "dates.group": "Thư về đạo đức, lối sống thì đây là thời hạn quy định; thư khác thì là mục tiêu phục vụ.",
  "amount.working-day": "{amount} ngày làm việc",
  "amount.calendar-day": "{amount} ngày",
  "dates.how": "Cách tính",
  "dates.none": "Không có cấp nào ở trên được mở thư này.",

  "crypto.missing":
    "Chưa tải được phần niêm phong thư. Hãy kiểm tra kết nối mạng rồi thử lại. Chữ bạn viết vẫn còn.",
  "crypto.unsupported": "Trình duyệt này quá cũ để niêm phong thư. Hãy mở trang bằng trình duyệt mới hơn.",
  "crypto.unable": "Trình duyệt này không niêm phong được thư",

  "error.unreachable": "Không có kết nối. Hãy kiểm tra mạng rồi thử lại.",
  "error.retry": "Thử lại",
} as const;

export type CitizenFirstMessages = typeof citizenFirstVi;
