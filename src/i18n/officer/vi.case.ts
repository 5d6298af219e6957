/** What the case's screens say beside the acts: previews, templates, copies without names, handing over. */
export const viCase = {
  "preview.loading": "Đang tải trang của người gửi để xem trước…",
  "preview.failed":
    "Không tải được phần xem trước. Lời gửi vẫn nguyên; có thể gửi, hoặc đóng mở lại để thử lại.",
  "preview.language": "Trang của người gửi, ngôn ngữ của thư: {language}.",
  "preview.incomplete": "Điền đủ các ô để thấy cả những ngày người gửi sẽ thấy.",

  "template.which": "Mẫu",
  "template.undo": "Hoàn tác chèn mẫu",
  "template.unfilled": "Trong lời gửi còn chỗ trống chưa điền.",
  "template.message": "Lời nhắn trống",
  "template.reply": "Trả lời điều người gửi mới viết",
  "template.progress": "Đang xem xét, hẹn ngày",
  "template.late": "Xin lỗi vì quá hạn",
  "template.withdrawal": "Về lời rút",
  "template.missing": "Thư thiếu một phần",
  "template.question": "Câu hỏi tự viết",
  "template.place-time": "Khi nào, ở đâu, dấu vết gì",
  "template.still": "Còn tiếp diễn không",
} as const;
