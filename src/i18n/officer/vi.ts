/** Vietnamese, the source. Official terms exactly as in the law's glossary; en and km are translated from here. */
export const vi = {
  /** Shown wherever the language is chosen; empty where the translation was checked by a speaker. */
  translationNote: "",
  console: {
    name: "Hộp thư",
    part: "Bàn xử lý của cấp ủy",
    language: "Ngôn ngữ",
    committee: "Cấp ủy",
    lock: "Khóa",
    help: "Phím tắt",
    skipToList: "Đến danh sách vụ việc",
    skipToCase: "Đến vụ việc đang mở",
    today: (date: string) => `Hôm nay, ${date}`,
    demonstration: "Tổ chức minh họa",
    deviceDayDiffers: (device: string, server: string) =>
      `Máy này ghi ngày ${device}, máy chủ ghi ngày ${server}. Mọi thời hạn ở đây tính theo ngày của máy chủ; hãy chỉnh lại ngày giờ của máy.`,
    locksSoon: "Sắp tự khóa: 9 phút không có thao tác. Bấm một phím bất kỳ để tiếp tục làm việc.",
  },
  signIn: {
    title: "Đăng nhập cán bộ xử lý",
    intro:
      "Dành cho người giữ khóa của cấp ủy. Khóa được tính từ cụm mật khẩu ngay trên máy này, chỉ nằm trong bộ nhớ và mất khi khóa hoặc đóng trang.",
    loginName: "Tên đăng nhập",
    passphrase: "Cụm mật khẩu",
    passphraseHint: "Chữ hoa hay thường, dấu cách, dấu gạch nối đều như nhau. Có thể dán.",
    show: "Hiện",
    hide: "Ẩn",
    showLong: "Hiện cụm mật khẩu",
    hideLong: "Ẩn cụm mật khẩu",
    submit: "Mở khóa",
    missing: "Hãy nhập cả tên đăng nhập và cụm mật khẩu.",
    stretching: "Đang tính khóa từ cụm mật khẩu, khoảng 2 giây…",
    unlocking: "Đang đăng nhập và mở khóa của cấp ủy…",
    reasons: {
      start: "",
      locked: "Đã khóa. Khóa và nội dung đã được xóa khỏi bộ nhớ của trang.",
      idle: "Đã tự khóa sau 10 phút không có thao tác. Khóa và nội dung đã được xóa khỏi bộ nhớ của trang.",
      ended: "Phiên làm việc đã kết thúc. Hãy đăng nhập lại để tiếp tục; phần đang soạn vẫn còn nguyên.",
    },
    problems: {
      wrong: "Tên đăng nhập hoặc cụm mật khẩu không đúng. Hãy xem lại cả hai rồi thử lại.",
      unreachable: "Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại; những gì đã nhập vẫn còn.",
      busy: "Máy chủ đang bận. Hãy đợi khoảng nửa phút rồi thử lại.",
      "directory-fault":
        "Danh bạ có chữ ký của tổ chức không kiểm chứng được hoặc đã hết hạn, nên hộp thư không mở. Hãy báo người quản trị.",
      "clock-ahead":
        "Ngày giờ của máy này chạy trước quá xa nên không kiểm chứng được danh bạ. Hãy chỉnh lại ngày giờ rồi thử lại.",
      "key-fault":
        "Đã đăng nhập, nhưng khóa của cấp ủy không mở được trên máy này. Hãy báo người quản trị; không có thư nào bị mất.",
      "no-memory":
        "Trình duyệt không tính được khóa (cần 256 MB bộ nhớ trống). Hãy đóng bớt trang khác rồi thử lại.",
      internal: "Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị.",
    },
    demo: {
      title: "Bản minh họa",
      text: "Tên đăng nhập và cụm mật khẩu của sáu cán bộ được in trong cửa sổ dòng lệnh đã khởi động chương trình.",
    },
  },
  inbox: {
    title: "Việc cần làm",
    filters: {
      label: "Lọc danh sách",
      all: "Tất cả",
      "to-open": "Cần mở",
      "to-acknowledge": "Cần tiếp nhận",
      "to-answer": "Cần trả lời",
      answered: "Đã trả lời",
    },
    groups: {
      "due-today": "Hết hạn hôm nay",
      overdue: "Quá hạn",
      "to-open": "Chờ mở",
      "reporter-wrote": "Người gửi vừa viết",
      near: "Sắp hết hạn",
      running: "Đang xử lý",
    },
    loading: "Đang tải và giải mã danh sách…",
    empty: "Chưa có thư nào gửi đến cấp ủy này.",
    emptyFilter: "Không có vụ việc nào trong mục này.",
    failed: {
      unreachable: "Không kết nối được với máy chủ nên danh sách chưa tải được.",
      busy: "Máy chủ đang bận nên danh sách chưa tải được.",
      other: "Danh sách chưa tải được.",
    },
    retry: "Tải lại",
    refresh: "Tải lại danh sách",
    unopened: "Chưa mở",
    unreadableEntry: "Dòng tóm tắt không mở được; mở vụ việc để lập lại",
    received: (date: string) => `Nhận ${date}`,
    unitUnknown: "Không rõ đơn vị",
    wroteOn: (date: string) => `Người gửi viết ngày ${date}`,
    notClassified: "Chưa phân loại",
    toTranslate: { vi: "", en: "tiếng Anh – cần dịch", km: "tiếng Khmer – cần dịch" },
    pages: {
      label: "Trang của danh sách",
      range: (from: number, to: number, total: number) => `${from}–${to} trong ${total}`,
      previous: "Trang trước",
      next: "Trang sau",
    },
    count: (count: number) => `${count} vụ việc`,
  },
  about: {
    collective: "Tập thể đơn vị hoặc cấp ủy",
    "committee-head": "Người đứng đầu cấp ủy",
    "agency-head": "Thủ trưởng cơ quan, đơn vị",
    deputy: "Cấp phó",
    member: "Cấp ủy viên",
    "somebody-else": "Người khác",
    unknown: "Không rõ về ai",
  },
  status: { sent: "Chưa mở", opened: "Đã mở", acknowledged: "Đã tiếp nhận" },
  clocks: {
    title: "Thời hạn",
    names: {
      "first-open": "Mở thư",
      acknowledge: "Tiếp nhận, phân loại",
      transfer: "Chuyển đơn",
      result: "Kết quả",
      explanation: "Giải trình",
      escalate: "Cấp trên trực tiếp xem xét do quá hạn",
      "reporter-comment": "Ý kiến của người gửi",
      "retention-refused": "Lưu đơn",
    },
    lastDay: "hết hạn hôm nay",
    daysLeft: (days: number) => `còn ${days} ngày làm việc`,
    late: (days: number) => (days === 0 ? "đã quá hạn" : `quá hạn ${days} ngày làm việc`),
    kept: (date: string) => `đã làm đúng hạn, ${date}`,
    missed: (date: string, days: number) =>
      days === 0 ? `đã làm sau hạn, ${date}` : `đã làm muộn ${days} ngày làm việc, ${date}`,
    until: (date: string) => `hết ngày ${date}`,
    provisional: "tạm tính, lịch năm chưa công bố",
    phase: {
      late: "",
      "past-hard-limit": "đã qua hạn cuối cùng",
      escalated: "cấp trên trực tiếp được xem xét",
    },
    basis: { "quy-dinh": "Theo quy định", "muc-tieu": "Mục tiêu phục vụ" },
    unverified: "con số chưa được luật sư của cấp ủy đối chiếu",
    hard: (date: string) => `Hạn cuối cùng, khi có lý do: hết ngày ${date}`,
    escalation: (date: string) => `Sau ngày ${date} mà vẫn quá hạn, cấp trên trực tiếp được xem xét`,
    outer: (date: string) =>
      `Ngày cuối đã hứa với người gửi: sau ngày ${date} cấp trên trực tiếp được mở thư nếu chưa có kết quả.`,
    awaitsClassification: (date: string) =>
      `Đã gửi thông báo tiếp nhận ngày ${date}; thời hạn này chỉ dừng khi vụ việc được phân loại.`,
  },
  case: {
    label: "Vụ việc",
    none: "Chọn một vụ việc trong danh sách để đọc.",
    back: "Về danh sách",
    number: (short: string) => `Vụ việc ${short}`,
    loading: "Đang tải và kiểm chứng vụ việc…",
    failed: {
      unreachable: "Không kết nối được với máy chủ nên vụ việc chưa tải được.",
      "not-found": "Không có vụ việc này trong phạm vi của bạn.",
      busy: "Máy chủ đang bận nên vụ việc chưa tải được.",
      other: "Vụ việc chưa tải được.",
    },
    nextDuty: "Việc tiếp theo",
    duties: {
      open: "Mở thư",
      acknowledge: "Gửi thông báo tiếp nhận",
      reply: "Trả lời người gửi vừa viết",
      result: "Trả lời kết quả cho người gửi",
    },
    sealed: {
      title: "Thư chưa mở",
      lead: "Mở thư là một việc được ghi nhận, không làm lại được:",
      stopsClock: (due: string) => `dừng thời hạn mở thư (hết ngày ${due});`,
      signed: "được ký bằng khóa của cấp ủy vào lịch sử vụ việc; người gửi thấy ngày mở;",
      audited: "được ghi vào nhật ký cùng tên cán bộ mở.",
      trust: "Máy chủ chỉ trao thư sau khi việc mở đã được ghi, và không đọc được thư.",
      button: "Mở thư và ghi nhận",
    },
    opening: "Đang ghi nhận và mở thư…",
    recordedReading: "Lần đọc này đã được ghi vào nhật ký.",
    letter: "Nội dung thư",
    letterUnreadable:
      "Thư không mở được bằng khóa của cấp ủy, hoặc đã bị sửa. Đừng trả lời vụ việc này; hãy báo người quản trị.",
    written: "Nội dung do người gửi viết, hiển thị nguyên văn.",
    hiddenCharacters: (count: number) =>
      `Thư có ${count} ký tự ẩn hoặc ký tự đổi chiều chữ; chúng được hiện thành nhãn.`,
    facts: {
      unit: "Đơn vị",
      about: "Nói về",
      self: "Người gửi",
      language: "Ngôn ngữ",
      received: "Ngày nhận",
      fallback: "Cấp trên được xem xét khi quá hạn",
      noFallback: "Không có",
    },
    self: {
      citizen: "Người dân",
      "party-member": "Cán bộ, đảng viên",
      "union-member": "Đoàn viên, hội viên",
      none: "Không nói",
    },
    selfMark: "tự khai, chưa xác thực",
    languages: { vi: "Tiếng Việt", en: "Tiếng Anh", km: "Tiếng Khmer" },
    route: {
      title: "Vì sao thư đến đây",
      intro: "Lời giải thích mà người gửi đã đọc trước khi gửi:",
      choices: "Người gửi đã chọn",
      excluded: (names: string) => `không để ${names} nhận hoặc mở thư`,
      levelAbove: "gửi lên cao hơn một cấp",
      differsTitle: "Nơi nhận ghi trên phong bì khác với nơi nhận tính theo quy tắc",
      differsText:
        "Máy này đã tính lại từ câu trả lời mà người gửi đã ký. Có thể tổ chức đã thay đổi, hoặc có người đã đổi nơi nhận. Hãy báo cấp trên trực tiếp trước khi xử lý.",
      slots: {
        receiver: "Cấp ủy nhận",
        fallback: "Cấp trên được xem xét khi quá hạn",
        oversight: "Cấp trên thấy tình trạng quá hạn",
      },
      expected: "Theo quy tắc",
      actual: "Trên phong bì",
      nobody: "không có",
    },
    fault: {
      title: "Lịch sử vụ việc không kiểm chứng được",
      at: (place: number) => `Từ mục số ${place} trở đi không đáng tin.`,
      kinds: {
        unreadable: "Mục này không đúng định dạng.",
        "foreign-case": "Mục này thuộc vụ việc hoặc cấp ủy khác.",
        gap: "Thiếu ít nhất một mục.",
        "broken-link": "Mục này không nối với mục trước: lịch sử đã bị sửa hoặc bớt.",
        "unknown-key": "Mục này được ký bằng khóa không có trong danh bạ.",
        "bad-signature": "Chữ ký của mục này sai.",
        "other-reporter": "Mục này gắn với một người gửi khác.",
        "other-message": "Thư kèm theo mục này đã bị thay.",
      },
      missing: "Máy chủ nói vụ việc có nhiều mục hơn số mục đã trao: có mục bị giữ lại.",
      impossible: "Thứ tự các việc trong lịch sử này không thể xảy ra theo quy tắc.",
      advice: "Đừng xử lý tiếp. Hãy báo người quản trị và cấp trên trực tiếp; những mục đứng trước vẫn đúng.",
    },
    history: {
      title: "Lịch sử",
      released: "Thư đến hộp thư; các thời hạn bắt đầu",
      events: {
        Opened: "Mở thư",
        Acknowledged: "Gửi thông báo tiếp nhận",
        MessageSent: "Gửi tin cho người gửi",
        ReporterWrote: "Người gửi viết",
      },
      signed: "chữ ký đúng",
      reporterSigned: "đúng người gửi",
      unreadable: "Tin này không mở được: đã bị sửa hoặc bị giữ lại.",
    },
    actions: {
      title: "Việc có thể làm",
      open: "Mở thư",
      acknowledge: "Gửi thông báo tiếp nhận",
      "send-message": "Gửi tin cho người gửi",
      reasons: {
        "not-your-command": "Việc này do người gửi làm.",
        "not-opened-yet": "Phải mở thư trước.",
        "already-opened": "Thư đã được mở.",
        "already-acknowledged": "Đã gửi thông báo tiếp nhận.",
        "before-release": "Thư chưa đến ngày được trao.",
        "before-last-event": "Ngày hôm nay đứng trước việc gần nhất; hãy kiểm tra ngày giờ của máy.",
        "history-fault": "Lịch sử không kiểm chứng được nên không ký tiếp.",
        "letter-unreadable": "Thư không mở được nên không biết trả lời cho ai.",
      },
    },
  },
  composer: {
    acknowledge: "Thông báo tiếp nhận",
    "send-message": "Tin cho người gửi",
    text: "Nội dung gửi cho người gửi",
    template: "Mẫu",
    templates: { vi: "Tiếng Việt", en: "Tiếng Anh", km: "Tiếng Khmer (bản dịch chưa được kiểm tra)" },
    useTemplate: "Chèn mẫu",
    left: (bytes: string) => `Còn ${bytes} byte (một chữ có dấu chiếm 2–3 byte)`,
    tooLong: (bytes: string) => `Dài quá ${bytes} byte: hãy rút gọn`,
    empty: "Chưa có nội dung.",
    preview: "Người gửi sẽ đọc đúng như sau",
    previewFrom: (committee: string, date: string) => `${committee}, ngày ${date}`,
    send: { acknowledge: "Ký và gửi thông báo tiếp nhận", "send-message": "Ký và gửi tin" },
    sending: "Đang niêm phong, ký và gửi…",
    cancel: "Để sau",
    cancelHint: "Nội dung được giữ đến khi khóa.",
    lastsUntilLock: "Gửi rồi không rút lại được.",
  },
  notices: {
    opened: "Đã mở thư và ghi nhận.",
    acknowledged: "Đã gửi thông báo tiếp nhận.",
    sent: "Đã gửi tin cho người gửi.",
    alreadySent: "Tin này đã đến nơi từ lần gửi trước; không gửi lần thứ hai.",
    conflict: {
      title: "Vụ việc vừa thay đổi",
      Opened: "Đồng nghiệp vừa mở thư này.",
      Acknowledged: "Đồng nghiệp vừa gửi thông báo tiếp nhận.",
      MessageSent: "Đồng nghiệp vừa gửi tin cho người gửi.",
      ReporterWrote: "Người gửi vừa viết thêm.",
      other: "Có thay đổi mới.",
      kept: "Chưa có gì được gửi đi; phần đang soạn vẫn còn. Hãy đọc mục mới trong lịch sử rồi quyết định.",
    },
    unreachable:
      "Mất kết nối, chưa biết tin đã đến nơi hay chưa. Phần đang soạn vẫn còn; bấm gửi lần nữa, tin chỉ được ghi một lần.",
    openUnreachable: "Mất kết nối nên chưa mở được thư. Hãy bấm lần nữa; việc mở chỉ được ghi một lần.",
    busy: "Máy chủ đang bận. Chưa có gì mất; hãy thử lại sau giây lát.",
    refused: {
      "wrong-day":
        "Sang ngày mới theo giờ máy chủ. Đã lấy lại ngày; hãy xem lại các ngày trong nội dung rồi gửi.",
      "not-found": "Vụ việc không còn trong phạm vi của bạn.",
      refused: "Quy tắc không cho làm việc này lúc này.",
      "signature-refused":
        "Máy chủ không nhận chữ ký. Hãy khóa, đăng nhập lại; nếu vẫn lỗi, báo người quản trị.",
      "directory-changed": "Danh bạ của tổ chức vừa thay đổi. Hãy khóa rồi đăng nhập lại.",
      "too-large": "Nội dung quá dài. Hãy rút gọn.",
      "no-key": "Không lấy được khóa kiểm chứng của cấp ủy nên chưa niêm phong được. Hãy thử lại.",
      internal: "Máy chủ gặp lỗi. Phần đang soạn vẫn còn; hãy thử lại.",
    },
    indexFailed: "Thư đã mở, nhưng dòng tóm tắt cho danh sách chưa lưu được; sẽ lập lại khi đọc lại thư.",
    dismiss: "Đóng",
  },
  help: {
    title: "Phím tắt",
    close: "Đóng",
    single: "Dùng phím tắt một chữ (j, k, ?)",
    keys: {
      move: "Vụ việc sau, vụ việc trước",
      open: "Mở vụ việc đang chọn",
      back: "Về danh sách",
      send: "Gửi phần đang soạn",
      help: "Bảng phím tắt này",
    },
    or: "hoặc",
  },
  characters: {
    label: (code: string) => `ký tự ẩn ${code}`,
  },
  template: {
    acknowledge: (given: TemplateDates) =>
      `${given.committee} đã nhận được phản ánh của ông/bà ngày ${given.receivedOn} và thông báo tiếp nhận.

Phản ánh sẽ được xem xét, xử lý; ông/bà sẽ nhận được kết quả trong hộp thư này chậm nhất hết ngày ${given.resultOn}. Nếu cần thêm thời gian, chúng tôi sẽ báo trước và nêu lý do.

Ông/bà có thể dùng mã biên nhận để xem trả lời và viết thêm bất cứ lúc nào. Xin đừng ghi những chi tiết có thể làm lộ mình nếu không cần thiết.`,
    "send-message": (given: TemplateDates) =>
      `Về phản ánh ông/bà gửi đến ${given.committee}, nhận ngày ${given.receivedOn}:

`,
  },
};

/** What the templates put into a message; dates as words of the same language. */
export type TemplateDates = {
  readonly committee: string;
  readonly receivedOn: string;
  readonly resultOn: string;
};

/** Every word of the officer's pages; a language that lacks one does not compile. */
export type OfficerWords = typeof vi;
