import type { CatalogueWords } from "./catalogue.ts";

/**
 * The plain questions and short titles; the source. A question asks for what somebody does, never for what they think:
 * of group A too, so that nobody is reported here for a doubt.
 */
export const catalogueVi: CatalogueWords = {
  groups: {
    A: "Suy thoái về tư tưởng chính trị",
    B: "Suy thoái về đạo đức, lối sống",
    C: "“Tự diễn biến”, “tự chuyển hóa” trong nội bộ",
  },
  topics: {
    money: {
      question: "Có người lấy, làm mất hoặc giấu tiền, đất, tài sản?",
      hint: "Nhận tiền mới làm việc, lấy của chung, tiêu lãng phí, khai tài sản không thật",
    },
    posts: {
      question: "Chức vụ, việc làm, bằng cấp được trao không đúng người?",
      hint: "Đưa người nhà vào làm, mua chức, vận động phiếu bầu",
    },
    power: {
      question: "Người có quyền tự quyết hết, không cho ai nói?",
      hint: "Áp đặt, kéo bè phái, chèn ép, chỉ lo cho mình",
    },
    duty: {
      question: "Dân bị bỏ mặc, việc không ai chịu làm?",
      hint: "Hẹn mãi không xong, đùn đẩy, hứa mà không làm, thờ ơ với dân",
    },
    "party-work": {
      question: "Trong sinh hoạt Đảng có chuyện không thật, không đúng?",
      hint: "Giấu khuyết điểm, nịnh nhau, khoe thành tích, lười học nghị quyết",
    },
    conduct: {
      question: "Cờ bạc, say xỉn, mê tín, sống buông thả?",
      hint: "Kể cả chuyện gia đình trái đạo đức",
    },
    opinions: {
      question: "Lời nói, việc làm chống lại đường lối của Đảng?",
      hint: "Nhóm “tự diễn biến, tự chuyển hóa”",
    },
  },
  manifestations: {
    A1: {
      title: "Phai nhạt lý tưởng, hoài nghi, giảm sút niềm tin",
      question: "Đảng viên bỏ bê việc Đảng, không còn thiết tha?",
    },
    A2: {
      title: "Xa rời mục đích của Đảng; phụ họa quan điểm sai",
      question: "Đảng viên làm ngược điều đã hứa khi vào Đảng, hùa theo điều sai?",
    },
    A3: {
      title: "Xem nhẹ, lười học lý luận, nghị quyết, pháp luật",
      question: "Đảng viên lười học, không nắm nghị quyết, pháp luật?",
    },
    A4: {
      title: "Né tránh trách nhiệm, làm việc qua loa, không gương mẫu",
      question: "Cán bộ đùn đẩy, làm qua loa, không làm tròn việc của mình?",
    },
    A5: {
      title: "Giấu khuyết điểm; phê bình nể nang, nịnh bợ hoặc vu khống",
      question: "Giấu lỗi của mình; góp ý thì nể nang, nịnh nhau hoặc vu khống nhau?",
    },
    A6: {
      title: "Nói không đi đôi với làm; hứa nhiều làm ít",
      question: "Hứa mà không làm, nói một đằng làm một nẻo?",
    },
    A7: {
      title: "Duy ý chí, áp đặt, bảo thủ, không lắng nghe",
      question: "Chỉ làm theo ý mình, bắt người khác theo, không nghe ai?",
    },
    A8: {
      title: "Tham vọng chức quyền, kén việc, vận động phiếu không lành mạnh",
      question: "Ham chức, chọn việc nhẹ, đi xin phiếu bầu cho mình?",
    },
    A9: {
      title: "Tư duy nhiệm kỳ; bổ nhiệm người nhà thiếu tiêu chuẩn",
      question: "Đưa người nhà, người quen không đủ tiêu chuẩn vào làm, vào chức?",
    },
    B1: {
      title: "Cá nhân chủ nghĩa, ích kỷ, cơ hội, đố kỵ",
      question: "Chỉ lo vun vén cho mình, ganh ghét người khác?",
    },
    B2: {
      title: "Mất dân chủ, mất đoàn kết, bè phái, độc đoán",
      question: "Một mình quyết hết, kéo bè phái, chèn ép người nói khác ý?",
    },
    B3: {
      title: "Kê khai tài sản, thu nhập không trung thực",
      question: "Giấu nhà, đất, tiền bạc: không khai hoặc khai không thật?",
    },
    B4: {
      title: "Bệnh thành tích, háo danh, che giấu khuyết điểm, chạy khen thưởng",
      question: "Khoe thành tích không có thật, che chỗ dở, chạy bằng khen?",
    },
    B5: {
      title: "Quan liêu, xa dân, vô cảm trước bức xúc của dân",
      question: "Không gần dân, dân khổ, dân kêu mà làm ngơ?",
    },
    B6: {
      title: "Lãng phí, thất thoát ngân sách, tài sản công, đất đai",
      question: "Tiêu phí, làm mất tiền, đất, tài sản của chung?",
    },
    B7: {
      title: "Tham ô, tham nhũng, cấu kết trục lợi, bao che",
      question: "Lấy tiền, tài sản của chung, hoặc nhận tiền mới chịu làm việc?",
    },
    B8: {
      title: "Thao túng công tác cán bộ; chạy chức, chạy quyền, bằng cấp",
      question: "Mua bán chức vụ, việc làm, bằng cấp, hoặc mượn chức để người nhà kiếm lợi?",
    },
    B9: {
      title: "Cờ bạc, rượu chè, mê tín, tệ nạn xã hội",
      question: "Cờ bạc, say xỉn, mê tín, hoặc sống trái đạo đức?",
    },
    C1: {
      title: "Phủ nhận nền tảng tư tưởng; đòi đa nguyên, đa đảng",
      question: "Vận động phủ nhận nền tảng tư tưởng của Đảng, đòi nhiều đảng?",
    },
    C2: {
      title: "Phủ nhận nhà nước pháp quyền XHCN; đòi tam quyền phân lập",
      question: "Vận động phủ nhận nhà nước này, đòi chia quyền theo kiểu khác?",
    },
    C3: {
      title: "Làm trái đường lối; xuyên tạc lịch sử, vu cáo lãnh đạo",
      question: "Làm trái đường lối của Đảng; bịa đặt về lịch sử, về lãnh đạo?",
    },
    C4: {
      title: "Kích động bất mãn, bôi nhọ, chia rẽ nội bộ",
      question: "Xúi giục chống đối, bôi nhọ để chia rẽ nội bộ?",
    },
    C5: {
      title: "Đòi phi chính trị hóa quân đội, công an",
      question: "Đòi quân đội, công an đứng ngoài sự lãnh đạo của Đảng?",
    },
    C6: {
      title: "Móc nối thế lực thù địch, tập hợp lực lượng chống phá",
      question: "Móc nối với người chống phá, tập hợp người để chống Đảng, Nhà nước?",
    },
    C7: {
      title: "Xuyên tạc đối ngoại, đưa tin phiến diện về quốc tế",
      question: "Đưa tin sai về đối ngoại, gây hại quan hệ với nước khác?",
    },
    C8: {
      title: "Xuyên tạc đường lối văn nghệ; lái dư luận lệch lạc",
      question: "Dùng báo chí, văn nghệ để lái dư luận đi lệch?",
    },
    C9: {
      title: "Dân tộc hẹp hòi, tôn giáo cực đoan, gây chia rẽ",
      question: "Gây chia rẽ giữa các dân tộc, các tôn giáo?",
    },
  },
};
