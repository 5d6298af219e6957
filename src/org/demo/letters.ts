import { longLetter } from "./letters.long.ts";
import { begunLetters } from "./letters.begun.ts";
import { endedLetters, lateLetters } from "./letters.ended.ts";
import { acknowledged, chose, type DemoAct, type DemoLetter, opened } from "./life.ts";

/** Letters written out, one for each thing that can be seen. */
export const tellingLetters: readonly DemoLetter[] = [
  ...begunLetters,
  longLetter,
  ...endedLetters,
  ...lateLetters,
];

type Complaint = Pick<DemoLetter, "text" | "category" | "facts">;

/** Common complaints, for an inbox that looks like an inbox. */
const everydayComplaints: readonly Complaint[] = [
  {
    text: "Cán bộ tiếp dân hẹn ba lần vẫn chưa trả kết quả hồ sơ đất, lần nào cũng nói thiếu một loại giấy khác.",
    category: chose("duty", "B5"),
    facts: { when: "Ba lần trong tháng", knowledge: "affected", continuing: "goes-on" },
  },
  {
    text: "Xe công được dùng đi đám cưới vào ngày chủ nhật, nhiều người trong xóm nhìn thấy.",
    category: chose("money", "B6"),
    facts: { when: "Chủ nhật", knowledge: "saw" },
  },
  {
    text: "Loa truyền thanh ấp hỏng đã bốn tháng, báo nhiều lần không ai sửa, nên bà con không nghe được thông báo.",
    category: chose("duty", "A4"),
    facts: { knowledge: "saw", continuing: "goes-on" },
  },
  {
    text: "Họp chi bộ chỉ đọc văn bản, không cho ai nêu ý kiến khác. Ghi biên bản cũng không đúng với phát biểu.",
    category: chose("party-work", null),
  },
  {
    text: "Giấy mời họp ấp ghi một giờ, khi dân đến thì họp đã xong, không ai được hỏi.",
  },
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
    const complaint = everydayComplaints[(index * 3) % everydayComplaints.length] ?? { text: "" };
    return {
      unit: everydayUnits[index % everydayUnits.length] ?? null,
      about: index % 4 === 3 ? "committee-head" : "somebody-else",
      ...complaint,
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
