/** Searching what has been opened, and cases that may be about one matter. */
export const viSearch = {
  "search.label": "Tìm trong các thư đã mở",
  "search.hint":
    "Gõ từ trong thư, tên đơn vị hoặc số vụ việc; không cần dấu. Từ gõ vào không rời khỏi máy này.",
  "search.found": "Tìm thấy {count} vụ việc.",
  "search.none": "Không vụ việc nào có đủ các từ này. Thử bớt từ, hoặc bỏ lọc.",
  "search.coverage": "Tìm được trong {known} trên {opened} vụ việc đã mở.",
  "search.coverage-all": "Tìm được trong cả {opened} vụ việc đã mở.",
  "search.elsewhere": "Từ tìm nằm ở phần sau của thư hoặc trong trao đổi.",
  "search.clear": "Xóa ô tìm",
  "inbox.group.found": "Tìm thấy",

  "similar.title": "Có thể cùng một việc",
  "similar.what":
    "Máy này so các thư đã mở: có chung từ hiếm, cùng đơn vị, gần ngày. Chỉ là gợi ý; cán bộ quyết định. Người gửi không biết.",
  "similar.same-unit": "cùng đơn vị",
  "similar.days": "cách {days} ngày",
  "similar.same-day": "nhận cùng ngày",
  "similar.shared": "từ hiếm chung: {words}",
  "similar.compare": "So sánh với thư {number}",
  "similar.warning": "Muốn so sánh phải đọc thư kia. Việc đọc được ghi vào nhật ký của vụ việc đó.",
  "similar.read": "Đọc và so sánh",
  "similar.cancel": "Thôi",
  "similar.reading": "Đang đọc thư kia…",
  "similar.failed": "Không đọc được thư kia. Mở vụ việc đó để biết vì sao.",
  "similar.side-by-side": "Hai thư cạnh nhau",
  "similar.this": "Thư đang mở",
  "similar.other": "Thư {number}",
  "similar.join": "Ghi là cùng một việc",
  "similar.open": "Mở vụ việc {number}",
  "similar.close": "Đóng so sánh",
} as const;
