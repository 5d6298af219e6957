/**
 * What a reporter reads after that: fetched while they write, or when they come back, so that the first page and the
 * form come sooner.
 */
export const citizenLaterVi = {
  "check.title": "Xem lại trước khi gửi",
  "check.unit": "Đơn vị",
  "check.whom": "Thư nói về",
  "check.reads": "Ai đọc được",
  "check.overdue": "Khi quá hạn, mở được thư",
  "check.not": "Không đọc được",
  "check.self": "Bạn là",
  "check.text": "Nội dung",
  "check.change": "Sửa",
  "check.change.of": "Sửa: {what}",
  "check.nobody": "Không ai",
  "check.send": "Gửi thư",
  "check.after": "Gửi xong, bạn nhận một mã 24 chữ số. Hãy chuẩn bị giấy bút.",

  "sending.title": "Đang gửi thư",
  "sending.preparing": "Đang niêm phong thư trên máy của bạn…",
  "sending.proving": "Đang xin phép gửi. Máy của bạn tính một chút…",
  "sending.delivering": "Đang gửi…",
  "sending.busy": "Hộp thư đang bận. Trang sẽ **tự gửi lại**. Thư vẫn ở đây; bạn không cần làm gì.",
  "sending.unreachable":
    "Không có kết nối. Thư vẫn ở đây và sẽ **tự gửi lại** khi có mạng. Đừng đóng trang này.",
  "sending.again": "Gửi lại ngay",
  "sending.keep": "Dù thử lại nhiều lần, thư chỉ gửi đi một lần.",
  "sending.failed": "Thư chưa gửi được",
  "sending.kept": "Thư vẫn còn nguyên trên trang này. Chưa mất chữ nào.",
  "sending.back": "Quay lại thư",

  "text.whole": "Xem cả thư",
  "rest.going": "Thư dài. Phần {part} trên {whole} đang gửi… **Đừng đóng trang này.**",
  "rest.sent": "Đã gửi đủ cả {whole} phần của thư.",
  "rest.busy": "Hộp thư đang bận. Trang sẽ tự gửi tiếp; bạn không cần làm gì.",
  "rest.unreachable": "Không có kết nối. Trang sẽ tự gửi tiếp khi có mạng.",
  "rest.hold": "Mã đúng rồi. Còn gửi nốt thư; xong, trang sẽ tự sang bước sau.",
  "rest.failed": "Thư đã tới nơi, nhưng chưa đủ: từ phần {part} trên {whole} chưa gửi được",
  "rest.failed.then":
    "Hãy giữ mã. Nếu thử lại không được, hãy quay lại bằng mã và viết nốt phần thiếu. Cấp ủy thấy thư còn thiếu.",

  "receipt.title": "Thư đã gửi. Hãy ghi lại mã này",
  "receipt.code": "Mã biên nhận",
  "receipt.only": "Chỉ mã này mới xem được trả lời. **Mất mã thì không ai lấy lại được.** Đừng cho ai xem.",
  "receipt.copy": "Chép mã",
  "receipt.copied": "Đã chép. Dán mã vào nơi kín. Xong thì chép một chữ khác để máy quên mã.",
  "receipt.copy.failed": "Máy không cho chép. Hãy viết mã ra giấy.",
  "receipt.noted": "Tôi đã ghi lại mã",
  "receipt.dates": "Bạn được trả lời khi nào?",
  "receipt.sent-to": "Gửi tới",
  "receipt.address": "Để xem trả lời, mở lại trang này và chọn “Xem thư đã gửi”.",
  "receipt.release.demo": "Ở bản minh họa, thư được chuyển ngay.",
  "receipt.release":
    "Thư được chuyển tới cấp ủy vào {date}, lúc {hour} giờ, cùng mọi thư khác. Nhờ vậy không ai biết bạn gửi lúc nào.",

  "confirm.title": "Bạn ghi đúng mã chưa?",
  "confirm.hint": "Hãy nhìn vào chỗ bạn đã ghi và gõ lại hai nhóm số.",
  "confirm.group": "Nhóm thứ {group}",
  "confirm.wrong": "Nhóm thứ {group} chưa đúng. Hãy so lại với mã.",
  "confirm.show": "Xem lại mã",
  "confirm.done": "Xong",

  "done.title": "Mọi việc đã xong",
  "done.text": "Thư đã gửi và bạn đã giữ mã. Bây giờ có thể đóng trang này.",
  "done.exit":
    "Hãy bấm “Thoát nhanh” để rời trang. Nếu không dùng cửa sổ ẩn danh, hãy xóa lịch sử trình duyệt.",
  "done.home": "Về trang đầu",

  "code.title": "Nhập mã biên nhận",
  "code.label": "Mã gồm 24 chữ số, sáu nhóm",
  "code.hint": "Ví dụ 1234 5678 9012 3456 7890 1234. Có khoảng trống hay không đều được.",
  "code.typed": "Đã nhập {count} trên 24 chữ số",
  "code.open": "Xem thư",
  "code.opening": "Đang tìm và mở thư trên máy của bạn…",
  "code.bad-character": "Nhóm thứ {group} có ký tự không phải chữ số. Hãy xem lại nhóm này.",
  "code.too-short": "Còn thiếu {count} chữ số.",
  "code.too-long": "Thừa {count} chữ số.",
  "code.check-digits": "Mã không khớp: có ít nhất một chữ số sai. Hãy so lại từng nhóm.",
  "code.several-codes": "Ở đây có hai mã khác nhau. Mỗi lần chỉ xem được một thư: hãy để lại một mã.",
  "code.required": "Hãy nhập mã biên nhận.",
  "code.unknown": "Không có thư nào với mã này. Hãy so lại mã. Nếu vừa gửi xong, hãy thử lại sau ít phút.",
  "code.private": "Mã không rời khỏi máy của bạn.",

  "directory.unreadable": "Danh bạ cấp ủy bị hỏng. Trang không gửi thư. Hãy thử lại sau ít phút.",
  "directory.bad-signature":
    "Danh bạ cấp ủy **không có chữ ký đúng**. Có thể ai đó đã sửa. Trang không gửi thư. Đừng gửi từ mạng này; hãy thử mạng khác hoặc tới một nơi khác.",
  "directory.signer-out-of-date":
    "Người ký danh bạ đã hết thời hạn. Trang không gửi thư cho tới khi danh bạ được ký lại. Hãy trở lại sau vài ngày.",
  "directory.wrong-subtree":
    "Danh bạ ghi cả những nơi mà người ký không được phép ghi. Trang không gửi thư. Hãy thử lại sau, hoặc tới một nơi khác.",
  "directory.rolled-back":
    "Danh bạ này cũ hơn bản mà trang đã biết. Trang không gửi thư. Hãy đóng trang, mở lại và thử lần nữa.",
  "directory.expired":
    "Danh bạ cấp ủy đã hết hạn. Trang không gửi thư cho tới khi có danh bạ mới. Hãy trở lại sau vài ngày.",
  "directory.clock-ahead":
    "Ngày trên máy của bạn có vẻ sai: máy ghi {date}. Hãy chỉnh lại ngày giờ của máy rồi thử lại.",
  "directory.missing": "Chưa tải được danh bạ cấp ủy. Hãy kiểm tra kết nối mạng rồi thử lại.",

  "fault.doubtful": "Hồ sơ không khớp, nên trang không gửi gì. Hãy xem lại sau.",
  "fault.other-case-key":
    "Khóa của vụ việc **không phải là khóa mà cấp ủy đã ký**. Trang không gửi, vì có thể người đã rút khỏi vụ việc sẽ đọc được. Hãy thử lại sau.",
  "fault.key-unreadable": "Khóa của cấp ủy bị hỏng. Trang không gửi thư. Hãy thử lại sau ít phút.",
  "fault.substituted":
    "Khóa của cấp ủy **không khớp với danh bạ đã ký**. Có thể ai đó đã đổi khóa. Trang không gửi thư. Hãy thử mạng khác, hoặc thử lại sau.",
  "fault.out-of-date":
    "Khóa của cấp ủy đã hết hạn. Trang không gửi thư cho tới khi có khóa mới. Hãy trở lại sau vài ngày.",
  "fault.no-mailbox":
    "Nơi nhận không còn hộp thư hoặc không còn ai giữ khóa. Hãy quay lại, chọn lại đơn vị để thư đi nơi khác.",
  "fault.unreachable": "Chưa tải được khóa của cấp ủy. Hãy kiểm tra kết nối mạng rồi thử lại.",

  "error.malformed":
    "Máy chủ không nhận được phong bì này. Lỗi ở hộp thư, không ở bạn. Hãy thử lại sau ít phút.",
  "error.too-large": "Máy chủ báo phong bì quá lớn. Lỗi ở hộp thư, không ở bạn. Hãy thử lại sau ít phút.",
  "error.wrong-type":
    "Máy chủ không nhận được phong bì này. Lỗi ở hộp thư, không ở bạn. Hãy thử lại sau ít phút.",
  "error.proof-refused": "Giấy phép gửi đã hết giờ. Hãy bấm gửi lại; máy sẽ xin giấy phép mới.",
  "error.signature-refused": "Máy chủ không nhận chữ ký của phong bì. Hãy thử gửi lại.",
  "error.id-taken": "Số của phong bì này đã có người dùng. Hãy thử gửi lại.",
  "error.directory-changed": "Danh bạ cấp ủy vừa thay đổi. Hãy quay lại, xem lại ai đọc thư, rồi gửi lại.",
  "error.busy": "Hộp thư đang bận. Trang sẽ tự thử lại.",
  "error.login-failed": "Máy chủ từ chối. Hãy thử lại sau ít phút.",
  "error.signed-out": "Máy chủ từ chối. Hãy thử lại sau ít phút.",
  "error.not-found": "Không tìm thấy. Hãy thử lại sau ít phút.",
  "error.conflict": "Có thay đổi vừa xảy ra. Hãy xem lại rồi gửi lại.",
  "error.refused": "Lúc này không làm được việc này. Hãy xem lại thư rồi thử lại.",
  "error.message-waiting": "Có tin đang chờ chuyển. Hãy thử lại sau khi tin đó được chuyển.",
  "error.wrong-day": "Vừa sang ngày mới. Hãy thử lại.",
  "error.method-not-allowed": "Máy chủ từ chối. Hãy thử lại sau ít phút.",
  "error.internal": "Máy chủ gặp lỗi. Hãy thử lại sau ít phút.",
  "error.unreadable":
    "Câu trả lời của máy chủ **không phải của hộp thư này**, hoặc đã bị sửa. Hãy thử mạng khác, hoặc thử lại sau.",
} as const;
