import type { Language } from "../language.ts";
import { createSay, type Say, type Translation } from "../message.ts";

const vi = {
  acknowledge:
    "{committee} đã nhận phản ánh của ông/bà ngày {received} và thông báo tiếp nhận.\n\nPhản ánh sẽ được xem xét, xử lý. Ông/bà sẽ nhận được kết quả trong hộp thư này chậm nhất hết ngày {result}. Nếu cần thêm thời gian, chúng tôi sẽ báo trước và nêu lý do.\n\nÔng/bà dùng mã biên nhận để xem trả lời và viết thêm bất cứ lúc nào. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "acknowledge-late":
    "{committee} đã nhận phản ánh của ông/bà ngày {received} và thông báo tiếp nhận.\n\nThời hạn trả lời kết quả là hết ngày {result}. Chúng tôi đã để quá hạn và xin lỗi ông/bà. Phản ánh đang được xem xét, xử lý; kết quả sẽ được trả lời trong hộp thư này.\n\nÔng/bà dùng mã biên nhận để xem trả lời và viết thêm bất cứ lúc nào. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "send-message": "Về phản ánh của ông/bà, {committee} nhận ngày {received}:\n\n",
} as const;

const en = {
  acknowledge:
    "{committee} received your report on {received} and acknowledges it.\n\nIt will be examined. You will find the result in this letterbox by the end of {result} at the latest. If more time is needed, we will tell you beforehand and say why.\n\nUse your receipt code to read answers and to write more at any time. Please leave out details that could give you away unless they are needed.",
  "acknowledge-late":
    "{committee} received your report on {received} and acknowledges it.\n\nThe result was due by the end of {result}. We have missed that date and apologise. Your report is being examined; the result will be given in this letterbox.\n\nUse your receipt code to read answers and to write more at any time. Please leave out details that could give you away unless they are needed.",
  "send-message": "About your report, which {committee} received on {received}:\n\n",
} as const satisfies Translation<typeof vi>;

/** Not yet read by a native speaker: `isReviewed`. */
const km = {
  acknowledge:
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received} ហើយសូមជូនដំណឹងអំពីការទទួល។\n\nសេចក្តីរាយការណ៍នឹងត្រូវបានពិនិត្យ និងដោះស្រាយ។ លោក/លោកស្រីនឹងទទួលបានលទ្ធផលក្នុងប្រអប់សំបុត្រនេះ យ៉ាងយូរត្រឹមចប់{result}។ បើត្រូវការពេលបន្ថែម យើងនឹងជូនដំណឹងជាមុន និងបញ្ជាក់មូលហេតុ។\n\nលោក/លោកស្រីអាចប្រើលេខកូដបង្កាន់ដៃ ដើម្បីមើលចម្លើយ និងសរសេរបន្ថែមនៅពេលណាក៏បាន។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "acknowledge-late":
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received} ហើយសូមជូនដំណឹងអំពីការទទួល។\n\nកំណត់ពេលឆ្លើយលទ្ធផលគឺត្រឹមចប់{result}។ យើងបានហួសកំណត់ ហើយសូមអភ័យទោស។ សេចក្តីរាយការណ៍កំពុងត្រូវបានពិនិត្យ លទ្ធផលនឹងត្រូវបានឆ្លើយក្នុងប្រអប់សំបុត្រនេះ។\n\nលោក/លោកស្រីអាចប្រើលេខកូដបង្កាន់ដៃ ដើម្បីមើលចម្លើយ និងសរសេរបន្ថែមនៅពេលណាក៏បាន។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "send-message": "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖\n\n",
} as const satisfies Translation<typeof vi>;

/**
 * What an officer starts a message from. In all three languages at once: the one that counts is the reporter's,
 * not the officer's.
 */
export const templates: Readonly<Record<Language, Say<typeof vi>>> = {
  vi: createSay<typeof vi>(vi),
  en: createSay<typeof vi>(en),
  km: createSay<typeof vi>(km),
};
