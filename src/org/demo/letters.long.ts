import { chose, type DemoLetter, opened } from "./life.ts";

// One letter that is longer than a letter holds: a notebook kept for years, copied out. Everything in it is invented.

const payments: readonly string[] = [
  "thu tiền đóng góp làm lộ, mỗi hộ hai trăm nghìn đồng; hỏi biên lai thì nói cuối năm mới có",
  "thu thêm tiền điện chiếu sáng công cộng dù bảng thông báo ghi đã đủ từ tháng trước",
  "bán cát còn lại sau khi nạo vét kênh; không họp dân, không ghi vào sổ của ấp",
  "nhận tiền hỗ trợ sửa nhà văn hóa; mái vẫn dột, chỉ sơn lại mặt trước",
  "ứng tiền quỹ ấp để tiếp khách; trong sổ ghi là chi thăm hộ nghèo",
  "cho thuê sân nhà văn hóa làm chỗ để xe của đại lý vật tư; tiền thuê không thấy nộp quỹ",
  "thu tiền làm cống lần thứ hai ở đoạn đã làm xong; người dân phản đối thì bảo là tiền bảo trì",
  "phát tiền hỗ trợ thiên tai; hộ bị ngập nặng nhận bằng hộ không ngập",
];
const witnesses: readonly string[] = [
  "Có ba hộ ở đầu kênh cùng thấy.",
  "Sổ tay của tổ trưởng tổ tự quản còn ghi.",
  "Tôi chỉ nghe kể lại, chưa thấy giấy tờ.",
  "Tờ thông báo dán ở cột điện hôm sau bị gỡ.",
  "Lúc đó có cả người của ban công tác mặt trận.",
];
const places: readonly string[] = ["đầu kênh", "ngã ba", "sau chợ", "gần trạm bơm", "xóm trong", "bến đò cũ"];
const beginning =
  "Tôi ghi lại trong một quyển sổ những lần thu và chi của ấp trong nhiều năm, nay chép ra đây. Chỗ nào tôi không chắc, tôi có nói.";
const end =
  "Tôi chép đến đây là hết sổ. Tôi mong cấp ủy xem cả quá trình, vì từng việc thì nhỏ mà cộng lại thì không nhỏ.";

const lineCount = 165;
const firstYear = 2013;

/** One line for each month and a little more, so that a reader finds their way in it. */
function notebookLine(index: number): string {
  const month = (index % 12) + 1;
  const year = firstYear + Math.floor(index / 12);
  const payment = payments[(index * 3) % payments.length] ?? "";
  const place = places[(index * 5) % places.length] ?? "";
  const witness = witnesses[(index * 2) % witnesses.length] ?? "";
  return `${index + 1}. Tháng ${month} năm ${year}, ở ${place}: ${payment}. ${witness}`;
}

const notebook = Array.from({ length: lineCount }, (_, index) => notebookLine(index));

/** Its text goes on in a message behind the letter. */
export const longLetter: DemoLetter = {
  name: "long",
  unit: "gr-hoa-thuan-ap-xeo-dua",
  about: "somebody-else",
  daysAgo: 6,
  text: [beginning, ...notebook, end].join("\n\n"),
  category: chose("money", "B7"),
  facts: { when: "Nhiều năm nay", where: "Trong ấp", knowledge: "saw", continuing: "goes-on" },
  life: [opened(5)],
};
