import type { AccusedRole } from "../../domain/conflict.ts";
import type { LetterLanguage, SelfDescription } from "../../crypto/letter.schema.ts";

/** A letter of the demonstration. Everything in it is invented. Days count back from the day of the first start. */
export type DemoLetter = {
  readonly unit: string | null;
  readonly about: AccusedRole;
  readonly text: string;
  readonly daysAgo: number;
  readonly language?: LetterLanguage;
  readonly self?: SelfDescription;
  /** What the committee did, so many days ago each, never before the letter came. */
  readonly opened?: number;
  readonly acknowledged?: number;
  readonly answered?: { readonly daysAgo: number; readonly text: string };
  readonly wroteBack?: { readonly daysAgo: number; readonly text: string };
};

const commune = "gr-hoa-thuan";

/** Letters written out, one for each thing that can be seen. */
export const tellingLetters: readonly DemoLetter[] = [
  {
    unit: commune,
    about: "committee-head",
    daysAgo: 2,
    self: "party-member",
    text: "Bí thư Đảng ủy xã đưa em vợ vào làm ở bộ phận một cửa khi chưa thi tuyển. Trong cuộc họp chi bộ tháng này tôi có hỏi thì bị nói là gây mất đoàn kết. Nhiều người trong cơ quan biết việc này nhưng ngại nói.",
  },
  {
    unit: commune,
    about: "somebody-else",
    daysAgo: 20,
    opened: 19,
    acknowledged: 18,
    answered: {
      daysAgo: 8,
      text: "Đảng ủy đã kiểm tra. Phản ánh là đúng: khoản tiền làm đường 12 triệu đồng chưa được công khai. Kế toán ấp đã công khai thu chi tại nhà văn hóa ấp và hoàn trả 3,2 triệu đồng thu thừa. Cảm ơn ông (bà) đã phản ánh.",
    },
    wroteBack: { daysAgo: 6, text: "Tôi đã thấy bảng công khai ở nhà văn hóa ấp. Cảm ơn Đảng ủy." },
    text: "Tiền dân góp làm lộ bê tông ấp Tân Tiến thu mỗi hộ 500.000 đồng nhưng đến nay không công khai đã chi những gì. Lộ làm xong hơn sáu tháng, chỗ gần cầu đã nứt.",
  },
  {
    unit: `${commune}-ap-tan-lap`,
    about: "committee-head",
    daysAgo: 12,
    opened: 9,
    text: "Bí thư chi bộ ấp thường uống rượu trong giờ làm việc, nhiều lần dân đến xin xác nhận giấy tờ phải chờ đến chiều. Việc này kéo dài từ đầu năm.",
  },
  {
    unit: `${commune}-ap-tan-tien`,
    about: "somebody-else",
    daysAgo: 5,
    text: "Danh sách bình xét hộ nghèo của ấp năm nay có hai hộ nhà xây, có xe máy đời mới, còn hộ bà cụ neo đơn cuối ấp thì bị đưa ra khỏi danh sách mà không họp dân.",
  },
  {
    unit: "gr-van-hoa",
    about: "agency-head",
    daysAgo: 20,
    opened: 18,
    acknowledged: 17,
    self: "union-member",
    text: "Thủ trưởng cơ quan tự quyết định mọi việc mua sắm, không đưa ra họp tập thể. Ai góp ý thì bị phân công việc khác. Đề nghị cấp trên xem xét việc mua bộ âm thanh hồi tháng 8.",
  },
  {
    unit: "giong-rieng",
    about: "deputy",
    daysAgo: 8,
    opened: 6,
    acknowledged: 5,
    text: "Một đồng chí phó ở huyện nhận quà của đơn vị thi công trước khi nghiệm thu. Tôi có mặt hôm đó và chỉ vài người biết, nên xin không nêu rõ ngày.",
  },
  {
    unit: commune,
    about: "somebody-else",
    daysAgo: 3,
    opened: 2,
    language: "km",
    text: "ខ្ញុំជាកសិករនៅភូមិ។ មន្ត្រីសុំលុយពេលខ្ញុំទៅធ្វើឯកសារដីធ្លី។ ខ្ញុំសូមឱ្យគណៈកម្មាធិការពិនិត្យមើលរឿងនេះ។",
  },
  {
    unit: null,
    about: "unknown",
    daysAgo: 1,
    text: "Tôi không rõ việc này thuộc đơn vị nào. Có người tự xưng là cán bộ đi thu tiền ủng hộ từng nhà, mỗi nhà 200.000 đồng, không có biên lai.",
  },
  {
    unit: "gr-thpt-hoa-thuan",
    about: "somebody-else",
    daysAgo: 16,
    opened: 14,
    acknowledged: 13,
    answered: {
      daysAgo: 3,
      text: "Chi ủy đã làm việc với giáo viên chủ nhiệm. Khoản thu quỹ lớp ngoài quy định đã được trả lại cho phụ huynh ngày hôm qua. Nếu chưa nhận được, xin nhắn lại qua hộp thư này.",
    },
    text: "Lớp con tôi thu quỹ 300.000 đồng không ghi biên lai, nói là tự nguyện nhưng em nào không đóng thì bị nhắc tên trước lớp.",
  },
  {
    unit: "gr-long-thanh",
    about: "collective",
    daysAgo: 15,
    opened: 13,
    text: "Đảng ủy xã không công khai kết quả kiểm điểm cuối năm như đã hứa với chi bộ. Ba cuộc họp liền không đưa vào nội dung.",
  },
];

/** Common complaints, for an inbox that looks like an inbox. */
const everydayTexts: readonly string[] = [
  "Cán bộ tiếp dân hẹn ba lần vẫn chưa trả kết quả hồ sơ đất, lần nào cũng nói thiếu một loại giấy khác.",
  "Xe công được dùng đi đám cưới vào ngày chủ nhật, nhiều người trong xóm nhìn thấy.",
  "Loa truyền thanh ấp hỏng đã bốn tháng, báo nhiều lần không ai sửa, nên bà con không nghe được thông báo.",
  "Hợp đồng cho thuê đất công gần chợ không thấy niêm yết, giá thuê nghe nói rất thấp.",
  "Họp chi bộ chỉ đọc văn bản, không cho ai nêu ý kiến khác. Ghi biên bản cũng không đúng với phát biểu.",
  "Cán bộ hay cáu gắt với người già đến làm chế độ, có cụ phải về không.",
  "Việc nâng lương trước hạn năm nay chỉ dành cho người thân quen, không công bố tiêu chuẩn.",
  "Tiền hỗ trợ lúa bị thiệt hại chia không đúng diện tích, nhà tôi thiếu gần một nửa.",
  "Có hai hộ được duyệt xây nhà trên đất lúa, còn hộ khác thì bị phạt.",
  "Quỹ khuyến học của xã thu đều nhưng hai năm nay không thấy phát cho học sinh nghèo.",
];

const everydayUnits: readonly string[] = [
  commune,
  `${commune}-ap-vam-xang`,
  "gr-long-thanh",
  "gr-thi-tran",
  "gr-ngoc-chuc",
  commune,
  "gr-thanh-hung",
  "gr-cong-an",
  `${commune}-ap-xeo-dua`,
  "gr-ban-thach",
];

const everydayCount = 30;
/** Late enough that some limits have passed, and too early for the superior to be let in. */
const oldestDays = 19;

/** Thirty more, spread over units and days, at every stage. */
export function everydayLetters(): readonly DemoLetter[] {
  return Array.from({ length: everydayCount }, (_, index) => {
    const daysAgo = 1 + ((index * 7) % oldestDays);
    const letter: DemoLetter = {
      unit: everydayUnits[index % everydayUnits.length] ?? commune,
      about: index % 5 === 4 ? "committee-head" : "somebody-else",
      text: everydayTexts[(index * 3) % everydayTexts.length] ?? "",
      daysAgo,
    };
    return withProgress(letter, index);
  });
}

/** A third of those that are old enough stays sealed, a third is opened, a third acknowledged. */
function withProgress(letter: DemoLetter, index: number): DemoLetter {
  const { daysAgo } = letter;
  if (index % 3 === 0 || daysAgo < 3) return letter;
  const opened = daysAgo - 1;
  return index % 3 === 1 ? { ...letter, opened } : { ...letter, opened, acknowledged: daysAgo - 2 };
}
