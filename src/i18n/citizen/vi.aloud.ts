/** The button that reads a question out. */
export const citizenAloudVi = {
  "aloud.listen": "Nghe câu hỏi",
  "aloud.stop": "Dừng đọc",
  "aloud.hint": "Có người ở gần? Hãy dùng tai nghe.",
} as const;

export type CitizenAloudMessages = typeof citizenAloudVi;
