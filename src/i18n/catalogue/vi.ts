import type { CatalogueWords } from "./catalogue.ts";

/** The plain questions and short titles; the source. */
export const catalogueVi: CatalogueWords = {
  topics: {
    money: {
      question: "Tiền, đất đai, tài sản chung bị lấy hoặc dùng sai?",
      hint: "Nhận hối lộ, lấy của công, lãng phí, giấu tài sản",
    },
    posts: {
      question: "Chức vụ, việc làm, bằng cấp được cho không đúng người?",
      hint: "Đưa người nhà vào, chạy chức, vận động phiếu",
    },
    power: {
      question: "Người có quyền tự quyết, không cho ai nói?",
      hint: "Độc đoán, bè phái, chỉ lo cho mình",
    },
    duty: { question: "Dân bị bỏ mặc, việc không ai làm?", hint: "Quan liêu, đùn đẩy, hứa mà không làm" },
    "party-work": {
      question: "Trong sinh hoạt Đảng có điều không thật?",
      hint: "Giấu khuyết điểm, nịnh bợ, chạy thành tích, lười học",
    },
    conduct: {
      question: "Cờ bạc, say xỉn, mê tín, lối sống buông thả?",
      hint: "Kể cả chuyện gia đình trái đạo đức",
    },
    opinions: {
      question: "Lời nói hoặc việc làm chống lại đường lối của Đảng?",
      hint: "Nhóm “tự diễn biến, tự chuyển hóa”",
    },
  },
  manifestations: {
    A1: {
      title: "Phai nhạt lý tưởng, hoài nghi, giảm sút niềm tin",
      question: "Phai nhạt lý tưởng, hoài nghi, giảm sút niềm tin",
    },
    A2: {
      title: "Xa rời mục đích của Đảng; phụ họa quan điểm sai",
      question: "Xa rời mục đích của Đảng; phụ họa quan điểm sai",
    },
    A3: {
      title: "Xem nhẹ, lười học lý luận, nghị quyết, pháp luật",
      question: "Xem nhẹ, lười học lý luận, nghị quyết, pháp luật",
    },
    A4: {
      title: "Né tránh trách nhiệm, làm việc qua loa, không gương mẫu",
      question: "Né tránh trách nhiệm, làm việc qua loa, không gương mẫu",
    },
    A5: {
      title: "Giấu khuyết điểm; phê bình nể nang, nịnh bợ hoặc vu khống",
      question: "Giấu khuyết điểm; phê bình nể nang, nịnh bợ hoặc vu khống",
    },
    A6: {
      title: "Nói không đi đôi với làm; hứa nhiều làm ít",
      question: "Nói không đi đôi với làm; hứa nhiều làm ít",
    },
    A7: {
      title: "Duy ý chí, áp đặt, bảo thủ, không lắng nghe",
      question: "Duy ý chí, áp đặt, bảo thủ, không lắng nghe",
    },
    A8: {
      title: "Tham vọng chức quyền, kén việc, vận động phiếu không lành mạnh",
      question: "Tham vọng chức quyền, kén việc, vận động phiếu không lành mạnh",
    },
    A9: {
      title: "Tư duy nhiệm kỳ; bổ nhiệm người nhà thiếu tiêu chuẩn",
      question: "Tư duy nhiệm kỳ; bổ nhiệm người nhà thiếu tiêu chuẩn",
    },
    B1: {
      title: "Cá nhân chủ nghĩa, ích kỷ, cơ hội, đố kỵ",
      question: "Cá nhân chủ nghĩa, ích kỷ, cơ hội, đố kỵ",
    },
    B2: {
      title: "Mất dân chủ, mất đoàn kết, bè phái, độc đoán",
      question: "Mất dân chủ, mất đoàn kết, bè phái, độc đoán",
    },
    B3: {
      title: "Kê khai tài sản, thu nhập không trung thực",
      question: "Kê khai tài sản, thu nhập không trung thực",
    },
    B4: {
      title: "Bệnh thành tích, háo danh, che giấu khuyết điểm, chạy khen thưởng",
      question: "Bệnh thành tích, háo danh, che giấu khuyết điểm, chạy khen thưởng",
    },
    B5: {
      title: "Quan liêu, xa dân, vô cảm trước bức xúc của dân",
      question: "Quan liêu, xa dân, vô cảm trước bức xúc của dân",
    },
    B6: {
      title: "Lãng phí, thất thoát ngân sách, tài sản công, đất đai",
      question: "Lãng phí, thất thoát ngân sách, tài sản công, đất đai",
    },
    B7: {
      title: "Tham ô, tham nhũng, cấu kết trục lợi, bao che",
      question: "Tham ô, tham nhũng, cấu kết trục lợi, bao che",
    },
    B8: {
      title: "Thao túng công tác cán bộ; chạy chức, chạy quyền, bằng cấp",
      question: "Thao túng công tác cán bộ; chạy chức, chạy quyền, bằng cấp",
    },
    B9: {
      title: "Cờ bạc, rượu chè, mê tín, tệ nạn xã hội",
      question: "Cờ bạc, rượu chè, mê tín, tệ nạn xã hội",
    },
    C1: {
      title: "Phủ nhận nền tảng tư tưởng; đòi đa nguyên, đa đảng",
      question: "Phủ nhận nền tảng tư tưởng; đòi đa nguyên, đa đảng",
    },
    C2: {
      title: "Phủ nhận nhà nước pháp quyền XHCN; đòi tam quyền phân lập",
      question: "Phủ nhận nhà nước pháp quyền XHCN; đòi tam quyền phân lập",
    },
    C3: {
      title: "Làm trái đường lối; xuyên tạc lịch sử, vu cáo lãnh đạo",
      question: "Làm trái đường lối; xuyên tạc lịch sử, vu cáo lãnh đạo",
    },
    C4: {
      title: "Kích động bất mãn, bôi nhọ, chia rẽ nội bộ",
      question: "Kích động bất mãn, bôi nhọ, chia rẽ nội bộ",
    },
    C5: {
      title: "Đòi phi chính trị hóa quân đội, công an",
      question: "Đòi phi chính trị hóa quân đội, công an",
    },
    C6: {
      title: "Móc nối thế lực thù địch, tập hợp lực lượng chống phá",
      question: "Móc nối thế lực thù địch, tập hợp lực lượng chống phá",
    },
    C7: {
      title: "Xuyên tạc đối ngoại, đưa tin phiến diện về quốc tế",
      question: "Xuyên tạc đối ngoại, đưa tin phiến diện về quốc tế",
    },
    C8: {
      title: "Xuyên tạc đường lối văn nghệ; lái dư luận lệch lạc",
      question: "Xuyên tạc đường lối văn nghệ; lái dư luận lệch lạc",
    },
    C9: {
      title: "Dân tộc hẹp hòi, tôn giáo cực đoan, gây chia rẽ",
      question: "Dân tộc hẹp hòi, tôn giáo cực đoan, gây chia rẽ",
    },
  },
};
