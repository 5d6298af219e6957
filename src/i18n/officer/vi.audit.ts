/** Who did what: the log of a committee's officers, and what of it does not add up. */
export const viAudit = {
  "audit.case.title": "Ai đã làm gì",
  "audit.case.lead":
    "Mọi lần mở, đọc và xử lý của {committee}, theo nhật ký. Máy này tự kiểm tra từng chữ ký và đối chiếu với lịch sử ở trên.",
  "audit.case.none": "Chưa có ai làm gì trên vụ việc này.",
  "audit.case.good": "Nhật ký khớp với lịch sử của vụ việc.",
  "audit.case.bad": "Nhật ký của vụ việc này có chỗ không khớp",
  "audit.case.elsewhere": "Nhật ký của cấp ủy có chỗ không khớp: {count}. Hãy xem cả nhật ký.",
  "audit.read": "Đọc lại thư",
  "audit.number": "số {number}",
  "audit.loading": "Đang đọc và kiểm tra nhật ký…",
  "audit.failed.unreachable": "Không lấy được nhật ký. Hãy thử lại.",
  "audit.failed.busy": "Máy chủ đang bận. Hãy thử lại sau.",
  "audit.failed.no-roster":
    "Danh sách cán bộ không đúng với danh bạ đã ký, nên không kiểm tra được ai đã ký. Nếu cấp ủy vừa có khóa hoặc cán bộ mới: bấm Khóa rồi mở khóa lại. Nếu vẫn vậy, hãy báo người quản trị.",
  "audit.failed.other": "Không lấy được nhật ký. Hãy khóa màn hình rồi đăng nhập lại.",
  "audit.retry": "Thử lại",

  "audit.proof.signed": "chữ ký đúng",
  "audit.proof.unproven": "không kiểm chứng được: người này không có trong danh sách cán bộ hiện nay",
  "audit.proof.none": "không đáng tin",

  "audit.fault.gap": "Trước mục này thiếu ít nhất một mục.",
  "audit.fault.broken-link":
    "Mục này không nối với mục trước: ở đây đã có mục bị sửa, bớt, thêm hoặc đổi chỗ.",
  "audit.fault.unreadable": "Mục này không đúng định dạng.",
  "audit.fault.foreign-committee": "Mục này thuộc nhật ký của cấp ủy khác.",
  "audit.fault.bad-signature": "Cán bộ được nêu tên không ký mục này: nội dung đã bị sửa hoặc là giả.",
  "audit.fault.doubled": "Mục này đã có ở trên: nhật ký ghi lặp.",

  "audit.fault.act-missing": "Lịch sử có mục số {place}, nhật ký không ghi ai đã làm.",
  "audit.fault.act-twice": "Nhật ký ghi hai lần mục số {place} của lịch sử.",
  "audit.fault.act-differs": "Nhật ký ghi mục số {place} của lịch sử là việc khác hoặc ngày khác.",
  "audit.fault.act-unknown":
    "Nhật ký số {number} ghi một việc mà lịch sử của vụ việc không có: lịch sử có thể đã bị cắt bớt.",

  "audit.fault.shorter":
    "Lần trước máy này thấy nhật ký đến số {seen}; nay nhật ký ngắn hơn: phần cuối đã bị cắt.",
  "audit.fault.rewritten": "Lần trước máy này thấy nhật ký đến số {seen} khác với bây giờ: đã bị viết lại.",
  "audit.fault.other-end": "Các mục không dẫn đến chỗ mà máy chủ nói là cuối nhật ký.",
  "audit.advice": "Đừng xóa hay sửa gì. Hãy in trang này, báo người quản trị và cấp trên trực tiếp.",

  "audit.sheet.open": "Nhật ký",
  "audit.sheet.title": "Nhật ký của {committee}",
  "audit.sheet.lead":
    "Mỗi việc của mỗi cán bộ được ký và nối với việc trước. Máy này đã kiểm tra cả chuỗi, từ mục đầu tiên.",
  "audit.sheet.count": "Số mục",
  "audit.sheet.signed": "Chữ ký đúng",
  "audit.sheet.unproven": "Không kiểm chứng được (không có trong danh sách hiện nay)",
  "audit.sheet.withheld": "Không dành cho bạn (vụ việc mà bạn không được đọc vào lúc đó)",
  "audit.sheet.good": "Không có chỗ nào không khớp.",
  "audit.sheet.bad": "Nhật ký có chỗ không khớp",
  "audit.sheet.empty": "Nhật ký chưa có mục nào.",
  "audit.sheet.groups": "Các nhóm số để đối chiếu",
  "audit.sheet.groups-lead":
    "Hai cán bộ đọc các nhóm số ở cùng một số mục: giống nhau là cùng một nhật ký. In ra và giữ lại để so với lần sau.",
  "audit.sheet.up-to": "Đến mục số",
  "audit.sheet.no-place": "Nhật ký không có mục số này.",
  "audit.sheet.print": "In",
  "audit.sheet.anew": "Kiểm tra lại từ đầu",
  "audit.sheet.close": "Đóng",
  "audit.sheet.more": "Còn {count} chỗ nữa.",
} as const;
