import {
  acknowledged,
  acknowledgement,
  asReport,
  committee,
  type DemoLetter,
  metFrom,
  opened,
  ordered,
  orderedBy,
  verified,
  verifyingFrom,
  wrote,
} from "./life.ts";

const commune = "gr-hoa-thuan";

/** Letters that are still being worked on, in time. */
export const begunLetters: readonly DemoLetter[] = [
  {
    name: "new",
    unit: commune,
    about: "committee-head",
    daysAgo: 2,
    self: "party-member",
    text: "Bí thư Đảng ủy xã đưa em vợ vào làm ở bộ phận một cửa khi chưa thi tuyển. Trong cuộc họp chi bộ tháng này tôi có hỏi thì bị nói là gây mất đoàn kết. Nhiều người trong cơ quan biết việc này nhưng ngại nói.",
    life: [],
  },
  {
    name: "opened",
    unit: `${commune}-ap-tan-lap`,
    about: "committee-head",
    daysAgo: 4,
    text: "Bí thư chi bộ ấp thường uống rượu trong giờ làm việc, nhiều lần dân đến xin xác nhận giấy tờ phải chờ đến chiều. Việc này kéo dài từ đầu năm.",
    life: [opened(3)],
  },
  {
    name: "cell",
    unit: `${commune}-ap-tan-tien`,
    about: "somebody-else",
    daysAgo: 1,
    text: "Danh sách bình xét hộ nghèo của ấp năm nay có hai hộ nhà xây, có xe máy đời mới, còn hộ bà cụ neo đơn cuối ấp thì bị đưa ra khỏi danh sách mà không họp dân.",
    life: [],
  },
  {
    name: "acknowledged",
    unit: "giong-rieng",
    about: "deputy",
    daysAgo: 5,
    text: "Một đồng chí phó ở huyện nhận quà của đơn vị thi công trước khi nghiệm thu. Tôi có mặt hôm đó và chỉ vài người biết, nên xin không nêu rõ ngày.",
    life: [opened(4), acknowledged(3)],
  },
  {
    name: "classified",
    unit: commune,
    about: "somebody-else",
    daysAgo: 6,
    text: "Cán bộ địa chính hẹn nhiều lần không trả hồ sơ, khi tôi đưa thêm tiền thì hai hôm sau có ngay. Tôi còn giữ giấy hẹn.",
    life: metFrom(5, "B7"),
  },
  {
    name: "verifying",
    unit: commune,
    about: "somebody-else",
    daysAgo: 13,
    text: "Vật tư làm cầu ấp Vàm Xáng không đúng như bảng công khai: sắt nhỏ hơn, xi măng loại khác. Thợ làm ở đó nói lại.",
    life: [
      ...verifyingFrom(12, "B7"),
      ordered(6, {
        command: "note",
        note: { kind: "inspection-planned", atOnce: true },
        remark: "Mời phòng chuyên môn của huyện cùng đo đạc.",
      }),
      ordered(4, {
        command: "send-message",
        message:
          "Cấp ủy đã mời cơ quan chuyên môn đo đạc cây cầu trong tuần này. Kết quả sẽ được trả lời ở đây.",
      }),
    ],
  },
  {
    name: "asked",
    unit: commune,
    about: "somebody-else",
    daysAgo: 12,
    text: "Có cán bộ ấp đứng tên đất của dân để vay tiền ngân hàng. Dân sợ nên không dám nói.",
    life: [
      ...verifyingFrom(11, "B7"),
      ordered(1, {
        command: "ask-reporter",
        days: 5,
        message:
          "Xin ông (bà) cho biết việc này ở ấp nào và vào khoảng thời gian nào. Thời hạn trả lời tạm dừng tối đa 05 ngày làm việc để chờ ông (bà).",
      }),
    ],
  },
  {
    name: "answered",
    unit: commune,
    about: "somebody-else",
    daysAgo: 14,
    text: "Tiền bồi thường làm đường qua vườn nhà tôi bị tính thiếu một hàng cây. Tôi đã hỏi hai lần.",
    life: [
      ...verifyingFrom(13, null),
      ordered(5, {
        command: "ask-reporter",
        days: 5,
        message: "Xin ông (bà) cho biết số cây và năm trồng.",
      }),
      wrote(4, "Hàng cây dừa mười hai gốc, trồng chín năm, phía bờ kinh."),
    ],
  },
  {
    name: "extended",
    unit: commune,
    about: "somebody-else",
    daysAgo: 22,
    text: "Khoản thu quỹ an ninh ở bốn ấp mỗi nơi một mức, không nơi nào có biên lai giống nhau.",
    life: [
      ...verifyingFrom(20, "B6"),
      ordered(4, {
        command: "extend",
        days: 10,
        reason: "several-places",
        message:
          "Việc này phải xác minh ở bốn ấp, nên cấp ủy gia hạn thêm 10 ngày làm việc. Ngày mới có trong mục thời hạn.",
      }),
    ],
  },
  {
    name: "transferred",
    unit: commune,
    about: "somebody-else",
    daysAgo: 10,
    text: "Bếp ăn của trường mua thực phẩm không rõ nguồn gốc, phụ huynh hỏi thì không cho xem sổ.",
    life: [
      ...metFrom(9, null),
      ordered(1, {
        command: "transfer",
        to: committee("giong-rieng-ubkt"),
        message:
          "Việc này không thuộc thẩm quyền của Đảng ủy xã. Thư đã được niêm phong lại và chuyển tới Ủy ban Kiểm tra Huyện ủy. Thời hạn tính lại từ ngày nơi ấy nhận.",
      }),
    ],
  },
  {
    name: "received",
    unit: commune,
    about: "somebody-else",
    daysAgo: 18,
    text: "Đảng viên trong đội thi công kê khống ngày công cho người nhà, bảng chấm công dán ở trụ sở ấp còn đó.",
    life: [
      ...metFrom(17, "B7"),
      ordered(14, {
        command: "transfer",
        to: committee("giong-rieng-ubkt"),
        message: "Thư đã được chuyển tới Ủy ban Kiểm tra Huyện ủy, nơi có thẩm quyền.",
      }),
      opened(12),
      acknowledged(11),
    ],
  },
  {
    name: "handed-over",
    unit: "gr-van-hoa",
    about: "agency-head",
    daysAgo: 11,
    self: "union-member",
    text: "Thủ trưởng cơ quan tự quyết định mọi việc mua sắm, không đưa ra họp tập thể. Ai góp ý thì bị phân công việc khác. Đề nghị cấp trên xem xét việc mua bộ âm thanh hồi tháng 8.",
    life: [
      opened(10),
      acknowledged(9),
      orderedBy("huyenuy.vanphong", 8, {
        command: "hand-over",
        readers: [],
        reason: "Chỉ một cán bộ theo dõi việc này đến khi có kết luận.",
      }),
      orderedBy("huyenuy.vanphong", 7, asReport("B2")),
    ],
  },
  {
    name: "recused",
    unit: "gr-y-te",
    about: "committee-head",
    daysAgo: 9,
    text: "Người đứng đầu đảng bộ đưa người nhà đi học lớp bồi dưỡng thay cho cán bộ trong quy hoạch.",
    life: [
      opened(8),
      orderedBy("huyenuy.noichinh", 7, {
        command: "recuse",
        reason: "Tôi có họ hàng với người được phản ánh.",
      }),
      orderedBy("huyenuy.vanphong", 6, acknowledgement),
    ],
  },
  {
    name: "made-formal",
    unit: commune,
    about: "somebody-else",
    daysAgo: 19,
    text: "Tôi bị một cán bộ xã đe dọa sau khi phản ánh việc lấn đất công. Tôi có ghi lại ngày giờ và người chứng kiến.",
    life: [
      ...metFrom(18, "B6"),
      wrote(9, "", {
        kind: "make-formal",
        procedure: "formal-party",
        identity: {
          v: 1,
          name: "Nguyễn Văn Minh Họa",
          address: "Ấp Tân Tiến, xã Hòa Thuận (tên và địa chỉ bịa đặt)",
          contact: "Gặp tại nhà văn hóa ấp, sáng thứ Bảy",
        },
      }),
      ordered(8, ({ statementAt }) => ({ command: "make-formal", sequence: statementAt() })),
      ordered(7, {
        command: "classify",
        kind: "formal-party",
        substance: "denunciation",
        category: "B6",
        eligible: true,
        remark: "Người tố cáo đã nêu tên theo quy định; danh tính niêm phong riêng.",
      }),
    ],
  },
  {
    name: "withdrawn",
    unit: commune,
    about: "somebody-else",
    daysAgo: 15,
    text: "Hai cán bộ đánh bài ăn tiền ở nhà văn hóa ấp vào buổi tối, có lần cãi nhau lớn tiếng.",
    life: [
      ...verifyingFrom(14, "B9"),
      wrote(5, "Tôi không muốn theo việc này nữa.", { kind: "withdraw" }),
      ordered(4, {
        command: "note",
        note: { kind: "withdrawn", threatSuspected: true },
        remark: "Người gửi rút ngay sau khi bị hỏi ở cuộc họp ấp. Vẫn thẩm tra tiếp.",
      }),
    ],
  },
  {
    name: "joined",
    unit: commune,
    about: "somebody-else",
    daysAgo: 12,
    text: "Tôi nghe nói cầu ấp Vàm Xáng làm không đúng vật tư đã công khai. Đề nghị xã kiểm tra.",
    life: [
      ...verifyingFrom(11, "B7"),
      ordered(7, ({ caseOf }) => ({
        command: "note",
        note: { kind: "joined", with: caseOf("verifying") },
        remark: "Cùng một cây cầu. Trả lời riêng từng người.",
      })),
      verified(5),
    ],
  },
  {
    name: "khmer",
    unit: commune,
    about: "somebody-else",
    daysAgo: 3,
    language: "km",
    text: "ខ្ញុំជាកសិករនៅភូមិ។ មន្ត្រីសុំលុយពេលខ្ញុំទៅធ្វើឯកសារដីធ្លី។ ខ្ញុំសូមឱ្យគណៈកម្មាធិការពិនិត្យមើលរឿងនេះ។",
    life: [opened(2)],
  },
  {
    name: "unknown-unit",
    unit: null,
    about: "unknown",
    daysAgo: 1,
    text: "Tôi không rõ việc này thuộc đơn vị nào. Có người tự xưng là cán bộ đi thu tiền ủng hộ từng nhà, mỗi nhà 200.000 đồng, không có biên lai.",
    life: [],
  },
];
