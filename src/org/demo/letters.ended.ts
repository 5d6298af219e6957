import type { Order } from "../../client/desk/orders.ts";
import {
  asReport,
  chose,
  bySuperior,
  type DemoLetter,
  heard,
  metFrom,
  opened,
  ordered,
  verified,
  verifyingFrom,
  wrote,
} from "./life.ts";

const commune = "gr-hoa-thuan";

const unclear: Order = {
  command: "refuse",
  ground: "no-concrete-content",
  whereElse: ["citizen-reception", "formal-denunciation"],
  message:
    "Thư không nêu rõ ai, việc gì, ở đâu, nên cấp ủy không xem xét, giải quyết được. Ông (bà) có thể đến nơi tiếp công dân, hoặc gửi thư khác với nội dung cụ thể hơn.",
};

/** Letters that were decided, well or badly. */
export const endedLetters: readonly DemoLetter[] = [
  {
    name: "true",
    unit: commune,
    about: "somebody-else",
    daysAgo: 30,
    text: "Tiền dân góp làm lộ bê tông ấp Tân Tiến thu mỗi hộ 500.000 đồng nhưng đến nay không công khai đã chi những gì. Lộ làm xong hơn sáu tháng, chỗ gần cầu đã nứt.",
    category: chose("money", "B6"),
    facts: { when: "Sáu tháng trước", where: "Lộ ấp Tân Tiến", knowledge: "affected", continuing: "over" },
    life: [
      ...verifyingFrom(28, "B6"),
      heard(20),
      verified(18),
      ordered(8, {
        command: "conclude",
        outcome: "true",
        againstPerson: true,
        remedyOrdered: true,
        message:
          "Đảng ủy đã kiểm tra. Phản ánh là đúng: khoản tiền làm đường 12 triệu đồng chưa được công khai. Kế toán ấp đã công khai thu chi tại nhà văn hóa ấp và hoàn trả 3,2 triệu đồng thu thừa. Cảm ơn ông (bà) đã phản ánh.",
      }),
      wrote(6, "Tôi đã thấy bảng công khai ở nhà văn hóa ấp. Cảm ơn Đảng ủy.", {
        kind: "rate",
        satisfied: true,
      }),
      ordered(5, {
        command: "note",
        note: { kind: "remedy", state: "under-way" },
        remark: "Đã hoàn trả; còn sửa chỗ nứt gần cầu.",
      }),
    ],
  },
  {
    name: "partly-true",
    unit: "gr-thpt-hoa-thuan",
    about: "somebody-else",
    daysAgo: 28,
    text: "Lớp con tôi thu quỹ 300.000 đồng không ghi biên lai, nói là tự nguyện nhưng em nào không đóng thì bị nhắc tên trước lớp.",
    category: chose("other", null),
    facts: { where: "Lớp con tôi học", knowledge: "affected", continuing: "goes-on" },
    life: [
      ...verifyingFrom(26, null),
      verified(15),
      ordered(9, {
        command: "conclude",
        outcome: "partly-true",
        againstPerson: false,
        remedyOrdered: true,
        message:
          "Khoản thu quỹ lớp ngoài quy định đã được trả lại cho phụ huynh. Chưa thấy việc nhắc tên trước lớp. Nếu chưa nhận được tiền, xin nhắn lại qua hộp thư này.",
      }),
    ],
  },
  {
    name: "review-asked",
    unit: commune,
    about: "somebody-else",
    daysAgo: 26,
    text: "Xã cho thuê bãi đất công cạnh chợ không qua đấu giá, người thuê là người nhà cán bộ.",
    category: chose("money", "B6"),
    facts: { where: "Bãi đất cạnh chợ", knowledge: "inferred", continuing: "goes-on" },
    life: [
      ...verifyingFrom(24, "B6"),
      verified(14),
      ordered(7, {
        command: "conclude",
        outcome: "untrue",
        againstPerson: false,
        remedyOrdered: false,
        message: "Cấp ủy đã xem hợp đồng. Việc cho thuê được thực hiện đúng trình tự.",
      }),
      wrote(4, "Hợp đồng ấy tôi chưa được thấy niêm yết ở đâu. Đề nghị cấp trên xem lại.", {
        kind: "review",
      }),
    ],
  },
  {
    name: "closed",
    unit: commune,
    about: "somebody-else",
    daysAgo: 56,
    text: "Đèn đường ấp Xẻo Dừa hỏng từ mùa mưa, tiền sửa đã thu mà không ai sửa.",
    category: chose("duty", "A6"),
    facts: { when: "Từ mùa mưa", where: "Ấp Xẻo Dừa", knowledge: "saw", continuing: "goes-on" },
    life: [
      ...verifyingFrom(54, null),
      verified(44),
      ordered(36, {
        command: "conclude",
        outcome: "true",
        againstPerson: false,
        remedyOrdered: true,
        message: "Đúng như phản ánh. Đèn đã được thay, tiền thừa đã công khai tại cuộc họp ấp.",
      }),
      ordered(30, {
        command: "note",
        note: { kind: "remedy", state: "done" },
        remark: "Đã thay tám bóng, dân xác nhận.",
      }),
      ordered(3, { command: "close" }),
    ],
  },
  {
    name: "refused",
    unit: commune,
    about: "somebody-else",
    daysAgo: 17,
    text: "Ở xã này nhiều việc không được, ai cũng biết mà không ai làm gì.",
    life: [...metFrom(16, null, false), ordered(12, unclear)],
  },
  {
    name: "proposed",
    unit: commune,
    about: "somebody-else",
    daysAgo: 16,
    text: "Việc san lấp kinh thủy lợi liên quan cán bộ của cả ba xã, người dân không biết hỏi ai.",
    category: chose("money", "B6"),
    facts: { where: "Kinh thủy lợi chung của ba xã", knowledge: "saw", continuing: "goes-on" },
    life: [
      ...metFrom(15, "B6"),
      ordered(9, {
        command: "propose-superior",
        reason: "Việc liên quan ba xã, vượt thẩm quyền của Đảng ủy xã. Đề nghị Huyện ủy kiểm tra.",
      }),
    ],
  },
];

/** Letters that were left lying: what time does then, and what the superior does. */
export const lateLetters: readonly DemoLetter[] = [
  {
    name: "overdue",
    unit: commune,
    about: "collective",
    daysAgo: 20,
    text: "Đảng ủy xã không công khai kết quả kiểm điểm cuối năm như đã hứa với chi bộ. Ba cuộc họp liền không đưa vào nội dung.",
    category: chose("party-work", "A5"),
    facts: { when: "Cuối năm ngoái và ba cuộc họp sau đó", knowledge: "saw", continuing: "goes-on" },
    life: [opened(18)],
  },
  {
    name: "never-opened",
    unit: "gr-ban-thach",
    about: "somebody-else",
    daysAgo: 13,
    text: "Cán bộ hay cáu gắt với người già đến làm chế độ, có cụ phải về không.",
    category: chose("duty", "B5"),
    life: [],
  },
  {
    name: "demanded",
    unit: "gr-thanh-hung",
    about: "somebody-else",
    daysAgo: 22,
    text: "Tiền hỗ trợ lúa bị thiệt hại chia không đúng diện tích, nhà tôi thiếu gần một nửa.",
    category: chose("money", "B6"),
    facts: { when: "Sau đợt ngập", knowledge: "affected", continuing: "over" },
    life: [opened(20), bySuperior(2, { command: "demand-explanation" })],
  },
  {
    name: "explained",
    unit: "gr-long-thanh",
    about: "somebody-else",
    daysAgo: 24,
    text: "Có hai hộ được duyệt xây nhà trên đất lúa, còn hộ khác thì bị phạt.",
    category: chose("duty", null),
    facts: { knowledge: "saw", continuing: "goes-on" },
    life: [
      opened(22),
      bySuperior(4, { command: "demand-explanation" }),
      ordered(2, {
        command: "explain",
        explanation:
          "Cán bộ phụ trách nghỉ ốm từ đầu tháng, Đảng ủy chưa kịp phân công người khác. Sẽ phân loại trong tuần này.",
      }),
    ],
  },
  {
    name: "escalated",
    unit: "gr-long-thanh",
    about: "somebody-else",
    daysAgo: 48,
    text: "Quỹ khuyến học của xã thu đều nhưng hai năm nay không thấy phát cho học sinh nghèo.",
    category: chose("money", "B6"),
    facts: { when: "Hai năm nay", knowledge: "inferred", continuing: "goes-on" },
    life: [],
  },
  {
    name: "opened-by-superior",
    unit: "gr-ngoc-chuc",
    about: "somebody-else",
    daysAgo: 50,
    text: "Hợp đồng cho thuê đất công gần chợ không thấy niêm yết, giá thuê nghe nói rất thấp.",
    category: chose("money", "B6"),
    facts: { where: "Gần chợ", knowledge: "told" },
    life: [
      bySuperior(6, { command: "demand-explanation" }),
      bySuperior(5, { command: "open-as-superior" }),
      wrote(3, "", { kind: "seal-anew" }),
    ],
  },
  {
    name: "taken-over",
    unit: "gr-thanh-hung",
    about: "somebody-else",
    daysAgo: 52,
    text: "Việc nâng lương trước hạn năm nay chỉ dành cho người thân quen, không công bố tiêu chuẩn.",
    category: chose("posts", "B8"),
    facts: { when: "Đợt xét năm nay", knowledge: "papers", continuing: "over" },
    life: [
      opened(50),
      bySuperior(7, { command: "open-as-superior" }),
      bySuperior(6, {
        command: "take-over",
        message:
          "Ban Thường vụ Huyện ủy nhận xử lý thư của ông (bà), vì nơi nhận đã quá hạn. Thời hạn mới tính từ hôm nay.",
      }),
      ordered(5, asReport("B8")),
    ],
  },
];
