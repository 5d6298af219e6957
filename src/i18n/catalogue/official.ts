import type { ManifestationCode } from "../../domain/manifestations.ts";

/**
 * What the resolution says of each manifestation: Nghị quyết số 04-NQ/TW ngày 30-10-2016 (Trung ương 4 khóa XII), mục I.
 * It is Vietnamese in every language: a wording is not translated.
 *
 * `verified` only if the whole sentence was read, word for word, in a newspaper that prints or quotes the resolution;
 * `readIn` names it. The document itself has not been at hand. All others were written down from memory: their words may
 * differ from the resolution's, and whoever is shown them is told so. To verify one: compare, mend, name the source.
 */
export type OfficialWording = { readonly text: string } & (
  | { readonly verified: true; readonly readIn: string }
  | { readonly verified: false }
);

const readInDanViet2023 = "Dân Việt, 22-6-2023";
const readInDanViet2021 = "Dân Việt, 9-12-2021";
const readInPhapLuat = "Pháp Luật TP.HCM, “Điểm mặt hàng loạt biểu hiện suy thoái”";
const readInHaNoiMoi = "Hà Nội Mới, “Nhận diện tự diễn biến trên lĩnh vực báo chí, văn học, nghệ thuật”";

export const officialWordings: Readonly<Record<ManifestationCode, OfficialWording>> = {
  A1: {
    text: "Phai nhạt lý tưởng cách mạng; dao động, giảm sút niềm tin vào mục tiêu độc lập dân tộc và chủ nghĩa xã hội; hoài nghi, thiếu tin tưởng vào chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh.",
    verified: true,
    readIn: readInDanViet2023,
  },
  A2: {
    text: "Xa rời tôn chỉ, mục đích của Đảng; không kiên định con đường đi lên chủ nghĩa xã hội; phụ hoạ theo những nhận thức lệch lạc, quan điểm sai trái.",
    verified: true,
    readIn: readInDanViet2023,
  },
  A3: {
    text: "Nhận thức sai lệch về ý nghĩa, tầm quan trọng của lý luận và học tập lý luận chính trị; lười học tập chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, chủ trương, đường lối, nghị quyết của Đảng, chính sách, pháp luật của Nhà nước.",
    verified: true,
    readIn: readInDanViet2023,
  },
  A4: {
    text: "Không chấp hành nghiêm các nguyên tắc tổ chức của Đảng; sa sút ý chí phấn đấu, không gương mẫu trong công tác; né tránh trách nhiệm, thiếu trách nhiệm, trung bình chủ nghĩa, làm việc qua loa, đại khái, kém hiệu quả; không còn ý thức hết lòng vì nước, vì dân, không làm tròn chức trách, nhiệm vụ được giao.",
    verified: true,
    readIn: readInPhapLuat,
  },
  // Read in the same place as far as “thấy đúng không bảo vệ, thấy sai không đấu tranh”, and not beyond.
  A5: {
    text: "Trong tự phê bình còn giấu giếm, không dám nhận khuyết điểm; khi có khuyết điểm thì thiếu thành khẩn, không tự giác nhận kỷ luật. Trong phê bình thì nể nang, né tránh, ngại va chạm, thấy đúng không bảo vệ, thấy sai không đấu tranh; lợi dụng phê bình để nịnh bợ, lấy lòng nhau hoặc vu khống, bôi nhọ, chỉ trích, phê phán người khác với động cơ cá nhân không trong sáng.",
    verified: false,
  },
  A6: {
    text: "Nói và viết không đúng với quan điểm, đường lối của Đảng, chính sách, pháp luật của Nhà nước. Nói không đi đôi với làm; hứa nhiều làm ít; nói một đằng, làm một nẻo; nói trong hội nghị khác, nói ngoài hội nghị khác; nói và làm không nhất quán giữa khi đương chức với lúc về nghỉ hưu.",
    verified: false,
  },
  A7: {
    text: "Duy ý chí, áp đặt, bảo thủ, chỉ làm theo ý mình; không chịu học tập, lắng nghe, tiếp thu ý kiến hợp lý của người khác.",
    verified: false,
  },
  A8: {
    text: "Tham vọng chức quyền, không chấp hành sự phân công của tổ chức; kén chọn chức danh, vị trí công tác; chọn nơi có nhiều lợi ích, chọn việc dễ, bỏ việc khó; không sẵn sàng nhận nhiệm vụ ở nơi xa, nơi có khó khăn. Thậm chí còn tìm mọi cách để vận động, tác động, tranh thủ phiếu bầu, phiếu tín nhiệm cho cá nhân một cách không lành mạnh.",
    verified: false,
  },
  A9: {
    text: "Vướng vào “tư duy nhiệm kỳ”, chỉ tập trung giải quyết những vấn đề ngắn hạn trước mắt, có lợi cho mình; tranh thủ bổ nhiệm người thân, người quen, người nhà dù không đủ tiêu chuẩn, điều kiện giữ chức vụ lãnh đạo, quản lý hoặc bố trí, sắp xếp vào vị trí có nhiều lợi ích.",
    verified: false,
  },
  B1: {
    text: "Cá nhân chủ nghĩa, sống ích kỷ, thực dụng, cơ hội, vụ lợi; chỉ lo thu vén cá nhân, không quan tâm đến lợi ích tập thể; ganh ghét, đố kỵ, so bì, tị nạnh, không muốn người khác hơn mình.",
    verified: false,
  },
  B2: {
    text: "Vi phạm nguyên tắc tập trung dân chủ, gây mất đoàn kết nội bộ; đoàn kết xuôi chiều, dân chủ hình thức; cục bộ, bè phái, kèn cựa địa vị, tranh chức, tranh quyền; độc đoán, gia trưởng, thiếu dân chủ trong chỉ đạo, điều hành.",
    verified: false,
  },
  B3: { text: "Kê khai tài sản, thu nhập không trung thực.", verified: false },
  B4: {
    text: "Mắc bệnh “thành tích”, háo danh, phô trương, che giấu khuyết điểm, thổi phồng thành tích, “đánh bóng” tên tuổi; thích được đề cao, ca ngợi; “chạy thành tích”, “chạy khen thưởng”, “chạy danh hiệu”.",
    verified: false,
  },
  B5: {
    text: "Quan liêu, xa rời quần chúng, không sâu sát cơ sở, thiếu kiểm tra, đôn đốc, không nắm chắc tình hình địa phương, cơ quan, đơn vị mình; thờ ơ, vô cảm, thiếu trách nhiệm trước những khó khăn, bức xúc và đòi hỏi chính đáng của nhân dân.",
    verified: false,
  },
  B6: {
    text: "Gây lãng phí, thất thoát tài chính, tài sản, ngân sách nhà nước, đất đai, tài nguyên...; đầu tư công tràn lan, hiệu quả thấp hoặc không hiệu quả; mua sắm, sử dụng tài sản công vượt quy định; chi tiêu công quỹ tuỳ tiện, vô nguyên tắc. Sử dụng lãng phí nguồn nhân lực, phí phạm thời gian lao động.",
    verified: false,
  },
  B7: {
    text: "Tham ô, tham nhũng, lợi dụng chức vụ, quyền hạn cấu kết với doanh nghiệp, với đối tượng khác để trục lợi. Lợi dụng, lạm dụng chức vụ, quyền hạn được giao để dung túng, bao che, tiếp tay cho tham nhũng, tiêu cực.",
    verified: false,
  },
  B8: {
    text: "Thao túng trong công tác cán bộ; chạy chức, chạy quyền, chạy chỗ, chạy luân chuyển, chạy bằng cấp, chạy tội... Sử dụng quyền lực được giao để phục vụ lợi ích cá nhân hoặc để người thân, người quen lợi dụng chức vụ, quyền hạn của mình để trục lợi.",
    verified: false,
  },
  B9: {
    text: "Đánh bạc, rượu chè bê tha, mê tín dị đoan, ủng hộ hoặc tham gia các tổ chức tôn giáo bất hợp pháp; sa vào các tệ nạn xã hội, vi phạm thuần phong, mỹ tục, truyền thống văn hóa tốt đẹp của dân tộc, chuẩn mực đạo đức gia đình và xã hội.",
    verified: true,
    readIn: readInDanViet2021,
  },
  // C1 to C5 agree with a copy on a page of questions and answers that names no source: not enough to call them verified.
  C1: {
    text: "Phản bác, phủ nhận chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh và các nguyên tắc tổ chức của Đảng, nhất là nguyên tắc tập trung dân chủ; đòi thực hiện “đa nguyên, đa đảng”.",
    verified: false,
  },
  C2: {
    text: "Phản bác, phủ nhận nền dân chủ xã hội chủ nghĩa, nhà nước pháp quyền xã hội chủ nghĩa; đòi thực hiện thể chế “tam quyền phân lập”, phát triển “xã hội dân sự”. Phủ nhận nền kinh tế thị trường định hướng xã hội chủ nghĩa, chế độ sở hữu toàn dân về đất đai.",
    verified: false,
  },
  C3: {
    text: "Nói, viết, làm trái quan điểm, chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước. Hạ thấp, phủ nhận những thành quả cách mạng; thổi phồng khuyết điểm của Đảng, Nhà nước. Xuyên tạc lịch sử, bịa đặt, vu cáo các lãnh tụ tiền bối và lãnh đạo Đảng, Nhà nước.",
    verified: false,
  },
  C4: {
    text: "Kích động tư tưởng bất mãn, bất đồng chính kiến, chống đối trong nội bộ. Lợi dụng và sử dụng các phương tiện thông tin, truyền thông, mạng xã hội để nói xấu, bôi nhọ, hạ thấp uy tín, vai trò lãnh đạo của Đảng, gây chia rẽ nội bộ, nghi ngờ trong cán bộ, đảng viên và nhân dân.",
    verified: false,
  },
  C5: {
    text: "Phủ nhận vai trò lãnh đạo tuyệt đối, trực tiếp về mọi mặt của Đảng đối với lực lượng vũ trang; đòi “phi chính trị hóa” quân đội và công an; xuyên tạc đường lối quốc phòng toàn dân và an ninh nhân dân; chia rẽ quân đội với công an; chia rẽ nhân dân với quân đội và công an.",
    verified: false,
  },
  C6: {
    text: "Móc nối, cấu kết với các thế lực thù địch, phản động và các phần tử cơ hội, bất mãn chính trị để truyền bá tư tưởng, quan điểm đối lập; vận động, tổ chức, tập hợp lực lượng để chống phá Đảng và Nhà nước.",
    verified: false,
  },
  C7: {
    text: "Đưa thông tin sai lệch, xuyên tạc đường lối đối ngoại của Đảng, chính sách đối ngoại của Nhà nước. Đưa thông tin phiến diện, một chiều về tình hình quốc tế, gây bất lợi trong quan hệ giữa Việt Nam với các nước.",
    verified: false,
  },
  C8: {
    text: "Phủ nhận vai trò lãnh đạo của Đảng đối với báo chí, văn học - nghệ thuật. Tác động, lôi kéo, lái dư luận xã hội không theo đường lối của Đảng; cổ xúy cho quan điểm, tư tưởng dân chủ cực đoan; thổi phồng mặt trái của xã hội. Sáng tác, quảng bá những tác phẩm văn hóa, nghệ thuật lệch lạc, bóp méo lịch sử, hạ thấp uy tín của Đảng.",
    verified: true,
    readIn: readInHaNoiMoi,
  },
  C9: {
    text: "Có tư tưởng dân tộc hẹp hòi, tôn giáo cực đoan. Lợi dụng các vấn đề “dân chủ”, “nhân quyền”, dân tộc, tôn giáo để gây chia rẽ nội bộ, chia rẽ giữa các dân tộc, tôn giáo, giữa các dân tộc, tôn giáo với Đảng và Nhà nước.",
    verified: false,
  },
};
