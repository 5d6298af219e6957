/** Who the writer is, what it is about, when and where: read on the way from the route to the last look. */
export const citizenAnswersVi = {
  "self.title": "Bạn có muốn nói bạn là ai?",
  "self.member.next": "Trang sau có ba điều nên biết trước khi viết.",
  "self.union":
    "Chi đoàn, chi hội ít người thì dễ đoán ra bạn. Hãy bỏ những chi tiết chỉ người trong hội mới biết.",

  "member.title": "Ba điều nên biết trước khi viết",
  "member.for": "Dành cho cán bộ, đảng viên. Bạn vẫn gửi được thư như mọi người.",
  "member.details": "1. Bớt chi tiết làm lộ bạn",
  "member.usual": "Chi bộ thường ít người. Người quen đọc thư có thể đoán ra ai viết.",
  "member.small": "**{unit}** ít người. Nếu bạn ở đó, chỉ một chi tiết riêng là đủ để đoán ra bạn.",
  "member.own":
    "Nơi nhận thư là **{committee}**, ở ngay trong **{unit}**. Người đọc có thể quen bạn. Nếu không yên tâm, bạn có thể gửi lên cao hơn một cấp.",
  "member.own.route": "Xem lại ai đọc thư",
  "member.leave-out": "Đừng viết vào thư:",
  "member.leave-out.date": "ngày, giờ của cuộc họp chi bộ",
  "member.leave-out.said": "ai nói câu gì trong cuộc họp",
  "member.leave-out.duty": "việc chỉ riêng bạn được giao",
  "member.leave-out.papers": "biên bản, tin nhắn chỉ người trong chi bộ mới có",
  "member.instead": "Hãy kể việc đã xảy ra, và chỗ mà người khác kiểm tra được.",
  "member.notice": "2. Đây là phản ánh, không phải đơn tố cáo",
  "member.notice.rule": "Đảng không cho đảng viên viết **đơn tố cáo** giấu tên hoặc mượn tên người khác.",
  "member.notice.this":
    "Nơi này nhận **phản ánh**: bạn báo một việc để cấp ủy kiểm tra. Nhưng có người có thể hiểu khác. Nếu bạn lo về điều này, hãy đứng tên.",
  "member.notice.basis":
    "Quy định số 207-QĐ/TW ngày 26/7/2026 về những điều đảng viên không được làm, thay Quy định số 37-QĐ/TW. (Chưa đối chiếu văn bản gốc.)",
  "member.named": "3. Bạn có thể đứng tên",
  "member.named.open": "Tôi muốn đứng tên",
  "member.named.what":
    "Đứng tên là viết **đơn tố cáo**: có ngày viết, họ tên, địa chỉ, chữ ký. Nơi có thẩm quyền phải xem đơn và báo lại cho bạn.",
  "member.named.whom":
    "Nộp cho ủy ban kiểm tra hoặc cấp ủy ở **cấp trên của người bị tố cáo**. Gửi bưu điện, hoặc nộp tận nơi và xin giấy biên nhận.",
  "member.named.protected":
    "Luật bắt buộc giữ kín họ tên, địa chỉ, nét chữ của bạn, và cấm trả thù bạn cùng người nhà. Bị đe dọa thì bạn có quyền yêu cầu bảo vệ.",
  "member.named.basis":
    "Luật Tố cáo 2018, Điều 9 và Chương VI; Quy định số 231-QĐ/TW ngày 17/01/2025 về bảo vệ người phản ánh, tố cáo tham nhũng, lãng phí, tiêu cực. (Số điều chưa đối chiếu văn bản gốc.)",
  "member.named.later":
    "Chưa quyết được thì cứ gửi phản ánh ở đây và giữ mã. Sau này dùng mã để **chuyển thành tố cáo**. Khi đó, họ tên của bạn được niêm phong riêng cho cấp ủy đang xử lý; không nơi nào khác mở được.",
  "member.continue": "Tôi đã đọc, viết thư",

  "topic.title": "Chuyện này gần với câu hỏi nào nhất?",
  "topic.hint": "Chọn một. Nếu có nhiều chuyện, chọn chuyện nặng nhất.",
  "topic.other": "Không giống câu nào",
  "topic.unsure": "Tôi không chắc",
  "topic.required": "Hãy chọn một câu. Nếu không chắc, chọn “Tôi không chắc”.",
  "manifestation.title": "Rõ hơn một chút: đó là chuyện gì?",
  "manifestation.none": "Không giống câu nào ở trên",
  "manifestation.required": "Hãy chọn một câu, hoặc “Không giống câu nào ở trên”.",
  "facts.title": "Vài câu nữa, nếu bạn biết",
  "facts.hint": "Bỏ trống câu nào cũng được.",
  "facts.when": "Xảy ra khi nào?",
  "facts.where": "Ở đâu?",
  "facts.knowledge": "Bạn biết bằng cách nào?",
  "facts.knowledge.none": "Không nói",
  "facts.knowledge.saw": "Tôi tận mắt thấy hoặc nghe",
  "facts.knowledge.affected": "Việc đó xảy ra với tôi hoặc người nhà",
  "facts.knowledge.papers": "Tôi thấy giấy tờ",
  "facts.knowledge.told": "Người khác kể",
  "facts.knowledge.inferred": "Tôi suy ra",
  "facts.continuing": "Việc còn tiếp diễn không?",
  "facts.continuing.none": "Không nói",
  "facts.continuing.goes-on": "Còn",
  "facts.continuing.over": "Đã dừng",
  "facts.continuing.unknown": "Tôi không rõ",
  "facts.too-long": "Câu này dài quá. Hãy viết phần còn lại vào thư.",
  "check.topic": "Chuyện gì",
  "check.topic.none": "Không chọn",
  "check.facts": "Khi nào, ở đâu",
  "check.facts.none": "Bỏ trống",
} as const;

export type CitizenAnswerMessages = typeof citizenAnswersVi;
