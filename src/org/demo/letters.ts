import { begunLetters } from "./letters.begun.ts";
import { endedLetters, lateLetters } from "./letters.ended.ts";
import { acknowledged, type DemoAct, type DemoLetter, opened } from "./life.ts";

/** Letters written out, one for each thing that can be seen. */
export const tellingLetters: readonly DemoLetter[] = [...begunLetters, ...endedLetters, ...lateLetters];

/** Common complaints, for an inbox that looks like an inbox. */
const everydayTexts: readonly string[] = [
  "Cán bộ tiếp dân hẹn ba lần vẫn chưa trả kết quả hồ sơ đất, lần nào cũng nói thiếu một loại giấy khác.",
  "Xe công được dùng đi đám cưới vào ngày chủ nhật, nhiều người trong xóm nhìn thấy.",
  "Loa truyền thanh ấp hỏng đã bốn tháng, báo nhiều lần không ai sửa, nên bà con không nghe được thông báo.",
  "Họp chi bộ chỉ đọc văn bản, không cho ai nêu ý kiến khác. Ghi biên bản cũng không đúng với phát biểu.",
  "Giấy mời họp ấp ghi một giờ, khi dân đến thì họp đã xong, không ai được hỏi.",
];

const everydayUnits: readonly string[] = [
  "gr-hoa-thuan",
  "gr-hoa-thuan-ap-vam-xang",
  "gr-thi-tran",
  "gr-cong-an",
  "gr-hoa-thuan-ap-xeo-dua",
];

const everydayCount = 10;

/** Ten more, spread over units and days, at every early stage. */
export function everydayLetters(): readonly DemoLetter[] {
  return Array.from({ length: everydayCount }, (_, index) => {
    const daysAgo = 1 + ((index * 3) % 7);
    return {
      unit: everydayUnits[index % everydayUnits.length] ?? null,
      about: index % 4 === 3 ? "committee-head" : "somebody-else",
      text: everydayTexts[(index * 3) % everydayTexts.length] ?? "",
      daysAgo,
      life: earlyLife(daysAgo, index),
    };
  });
}

/** A third of those that are old enough stays sealed, a third is opened, a third acknowledged. */
function earlyLife(daysAgo: number, index: number): readonly DemoAct[] {
  if (index % 3 === 0 || daysAgo < 3) return [];
  return index % 3 === 1 ? [opened(daysAgo - 1)] : [opened(daysAgo - 1), acknowledged(daysAgo - 2)];
}
