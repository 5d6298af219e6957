/** Locking, unlocking again, and the passkey as a second way. */
export const viUnlock = {
  "console.draft-is-kept":
    "Phần đang soạn sẽ được niêm phong ngay trên trang này và còn nguyên sau khi bạn mở khóa lại.",
  "console.passkeys": "Passkey",

  "sign-in.kept":
    "Phần đang soạn đã được niêm phong cho riêng bạn và còn nguyên: mở khóa để viết tiếp. Đừng tải lại hay đóng trang này.",
  "sign-in.pause": "Đã sai nhiều lần. Thử lại được sau {seconds} giây.",
  "sign-in.or": "hoặc",
  "sign-in.passkey": "Mở khóa bằng passkey",
  "sign-in.asking-passkey": "Hãy làm theo hướng dẫn của máy: vân tay, khuôn mặt hoặc mã PIN…",
  "sign-in.no-passkey.address":
    "Không dùng được passkey ở địa chỉ bằng số. Hãy mở trang bằng tên miền của hộp thư, hoặc dùng cụm mật khẩu.",
  "sign-in.no-passkey.browser": "Trình duyệt này không có passkey. Hãy dùng cụm mật khẩu.",
  "sign-in.no-passkey.no-secret":
    "Trình duyệt này có passkey nhưng không tính được khóa bí mật từ passkey (PRF). Hãy dùng cụm mật khẩu.",
  "sign-in.problem.interrupted": "Trang bị đóng giữa chừng nên chưa mở khóa. Hãy thử lại.",
  "sign-in.problem.passkey-cancelled":
    "Chưa dùng passkey: đã hủy hoặc hết giờ. Thử lại, hoặc dùng cụm mật khẩu.",
  "sign-in.problem.passkey-unknown":
    "Passkey này không mở được bàn làm việc nào: chưa đăng ký ở đây hoặc đã bị gỡ. Hãy dùng cụm mật khẩu.",
  "sign-in.problem.passkey-without-secret":
    "Thiết bị giữ passkey này không tính được khóa bí mật (PRF). Hãy dùng cụm mật khẩu.",

  "passkeys.title": "Mở khóa bằng passkey",
  "passkeys.intro":
    "Passkey là cách thứ hai để mở khóa: vân tay, khuôn mặt hoặc mã PIN của máy thay cho cụm mật khẩu. Cụm mật khẩu vẫn luôn dùng được; hãy giữ nó ở nơi an toàn.",
  "passkeys.shared-device": "Đừng đăng ký trên máy dùng chung: ai mở được máy thì mở được hộp thư.",
  "passkeys.list": "Passkey của bạn",
  "passkeys.none": "Chưa có passkey nào.",
  "passkeys.failed": "Không tải được danh sách passkey. Hãy thử lại.",
  "passkeys.since": "từ {date}",
  "passkeys.unreadable": "Tên không mở được",
  "passkeys.remove": "Gỡ",
  "passkeys.removed": "Đã gỡ. Passkey này không mở khóa được nữa; hãy xóa cả trên thiết bị.",
  "passkeys.not-removed": "Chưa gỡ được, passkey vẫn mở khóa được. Hãy thử lại.",
  "passkeys.not-known":
    "Chưa biết đã gỡ được hay chưa: mất kết nối. Hãy coi như passkey vẫn mở khóa được và tải lại danh sách.",
  "passkeys.add": "Thêm passkey",
  "passkeys.label": "Tên để nhận ra",
  "passkeys.label-hint": "Ví dụ: điện thoại của tôi. Tên được niêm phong, máy chủ không đọc được.",
  "passkeys.passphrase": "Cụm mật khẩu, một lần nữa",
  "passkeys.passphrase-hint": "Để người đi ngang qua bàn đang mở không thêm được passkey của họ.",
  "passkeys.working": "Đang kiểm tra cụm mật khẩu; sau đó máy sẽ hỏi vân tay, khuôn mặt hoặc mã PIN…",
  "passkeys.close": "Đóng",
  "passkeys.added": "Đã thêm. Lần sau có thể mở khóa bằng passkey này.",
  "passkeys.problem.missing": "Hãy nhập cả tên và cụm mật khẩu.",
  "passkeys.problem.wrong": "Cụm mật khẩu không đúng.",
  "passkeys.problem.cancelled": "Chưa thêm: đã hủy hoặc hết giờ. Hãy thử lại.",
  "passkeys.problem.already-there": "Thiết bị này đã có passkey của bạn.",
  "passkeys.problem.without-secret":
    "Thiết bị đã chọn không tính được khóa bí mật (PRF) nên không dùng để mở khóa được. Chưa thêm gì; hãy chọn thiết bị khác.",
  "passkeys.problem.full": "Đã đủ tám passkey. Hãy gỡ bớt một cái trước.",
  "passkeys.problem.failed": "Không thêm được. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.",
  "passkeys.problem.unreachable": "Không kết nối được với máy chủ. Hãy thử lại.",
} as const;
