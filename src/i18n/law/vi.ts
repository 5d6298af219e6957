/**
 * The law's own sentences, in the words of the glossary, for reporters, officers and papers alike. This is the
 * source: English and Khmer follow it.
 */
export const lawVi = {
  "route.unit-unknown": "Bạn không rõ đơn vị, nên thư bắt đầu từ nơi tiếp nhận chung.",
  "route.succeeded": "{unit} nay không còn. {by} chịu trách nhiệm thay.",
  "route.started": "{committee} quản lý trực tiếp đơn vị này.",
  "route.passed-over.receiver": "{committee} **không nhận và không đọc được** thư này, vì {reason}.",
  "route.passed-over.fallback":
    "{committee} **không được mở thư khi quá hạn và không đọc được** thư này, vì {reason}.",
  "route.last-resort.receiver":
    "Không cấp ủy nào ở trên nhận được. {committee} đứng trên người bị phản ánh, nên được chọn.",
  "route.last-resort.fallback":
    "Không cấp ủy nào ở trên được mở thư khi quá hạn. {committee} đứng trên người bị phản ánh, nên được chọn.",
  "route.received": "Thư được gửi tới **{committee}**.",
  "route.fallback-chosen": "Nếu quá hạn chưa trả lời, **{committee}** sẽ được mở thư.",
  "route.no-fallback": "Không còn cấp nào ở trên được mở thư khi quá hạn.",
  "route.nobody": "Không nơi nào được nhận thư này. Trang này sẽ không gửi.",

  "because.collective": "thư nói về chính tập thể này",
  "because.headed-by-accused": "người bị phản ánh có thể đang đứng đầu nơi này",
  "because.role-unknown": "chưa rõ ai bị phản ánh, người đó có thể ở trong số này",
  "because.person-among-its-people": "người bị phản ánh có thể ở trong số này",
  "because.managed-above": "người bị phản ánh thuộc diện cấp trên quản lý",
  "because.excluded": "bạn đã loại trừ nơi này",
  "because.no-mailbox": "nơi này chưa có hộp thư và người giữ khóa",
  "because.level-above": "bạn muốn gửi lên cao hơn một cấp",

  "role.collective": "Tập thể đơn vị hoặc cấp ủy",
  "role.committee-head": "Người đứng đầu cấp ủy",
  "role.agency-head": "Thủ trưởng cơ quan, đơn vị",
  "role.deputy": "Cấp phó",
  "role.member": "Ủy viên cấp ủy",
  "role.somebody-else": "Người khác",
  "role.unknown": "Không rõ",

  "status.sent": "Đã gửi",
  "status.opened": "Đã mở",
  "status.acknowledged": "Đã tiếp nhận",

  "event.Released": "Thư đến hộp thư",
  "event.Opened": "Cấp ủy mở thư",
  "event.Acknowledged": "Thông báo tiếp nhận",
  "event.MessageSent": "Cấp ủy nhắn tin",
  "event.ReporterWrote": "Người gửi viết thêm",

  "clock.first-open": "Mở thư",
  "clock.acknowledge": "Tiếp nhận, phân loại",
  "clock.transfer": "Chuyển đơn khi không thuộc thẩm quyền",
  "clock.result": "Trả lời kết quả",
  "clock.explanation": "Giải trình do quá hạn",
  "clock.escalate": "Cấp trên trực tiếp xem xét do quá hạn",
  "clock.reporter-comment": "Người gửi nêu ý kiến về kết quả",
  "clock.review": "Đề nghị cấp trên xem xét lại",
  "clock.retention-refused": "Lưu đơn không xem xét, giải quyết",

  "start.released": "Nhận",
  "start.classified": "Phân loại",
  "start.made-formal": "Chuyển thành tố cáo",
  "start.explanation-demanded": "Yêu cầu giải trình",
  "start.hard-limit-passed": "Hạn chót",
  "start.concluded": "Có kết quả",
  "start.decided": "Có quyết định xử lý",
  "start.refused": "Thông báo không xem xét",

  "due.working-day": "{start} {from}; {amount} ngày làm việc, không tính {excluded} → hết ngày {to}",
  "due.calendar-day": "{start} {from}; {amount} ngày, không tính {excluded} → hết ngày {to}",
  "due.rolled": "{date} là ngày nghỉ, nên thời hạn kết thúc vào ngày làm việc tiếp theo.",
  "due.worked": "Có tính {days} là ngày làm bù.",
  "due.provisional": "Ngày này là tạm tính: lịch nghỉ của năm chưa được công bố.",
  "due.to-verify": "Lịch nghỉ trong cách tính này còn phải đối chiếu với thông báo chính thức.",
  "excluded.released": "ngày nhận",
  "excluded.other": "ngày bắt đầu",
  "excluded.weekends": "ngày nghỉ cuối tuần",
  "excluded.statutory": "nghỉ {name} {span}",
  "excluded.compensatory": "nghỉ {name} {span}",
  "excluded.swap-off": "ngày nghỉ hoán đổi {span}",
  "excluded.swap-work": "{name} {span}",

  "basis.quy-dinh": "thời hạn quy định",
  "basis.muc-tieu": "mục tiêu phục vụ",
  "basis.quy-dinh.means": "Con số này do quy định nêu cho trường hợp này.",
  "basis.muc-tieu.means":
    "Con số này do hộp thư tự đặt ra để phục vụ; quy định không nêu cho trường hợp này.",
  citation: "Căn cứ: {citation}",
  "citation.unverified": "Con số này còn chờ luật sư của cấp ủy kiểm tra.",

  "state.running.original": "Còn {days} ngày làm việc",
  "state.running.extended": "Còn {days} ngày làm việc, sau khi gia hạn",
  "state.near.original": "Sắp đến hạn: còn {days} ngày làm việc",
  "state.near.extended": "Sắp đến hạn đã gia hạn: còn {days} ngày làm việc",
  "state.last-day.original": "Hôm nay là ngày cuối",
  "state.last-day.extended": "Hôm nay là ngày cuối của thời hạn đã gia hạn",
  "state.overdue.late": "Quá hạn {days} ngày làm việc",
  "state.overdue.past-hard-limit": "Quá hạn {days} ngày làm việc, đã qua hạn chót",
  "state.overdue.escalated": "Quá hạn {days} ngày làm việc, cấp trên trực tiếp đã được mở thư",
  "state.kept.original": "Đúng hạn",
  "state.kept.extended": "Đúng thời hạn đã gia hạn",
  "state.missed.late": "Xong trễ {days} ngày làm việc",
  "state.missed.past-hard-limit": "Xong trễ {days} ngày làm việc, sau hạn chót",
  "state.missed.escalated": "Xong trễ {days} ngày làm việc, sau khi cấp trên đã được mở thư",
} as const;

export type LawMessages = typeof lawVi;
