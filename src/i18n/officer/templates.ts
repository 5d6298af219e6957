import type { Language } from "../language.ts";
import { createSay, type Say, type Translation } from "../message.ts";

const vi = {
  acknowledge:
    "{committee} đã nhận phản ánh của ông/bà ngày {received} và thông báo tiếp nhận.\n\nPhản ánh sẽ được xem xét, xử lý. Ông/bà sẽ nhận được kết quả trong hộp thư này chậm nhất hết ngày {result}. Nếu cần thêm thời gian, chúng tôi sẽ báo trước và nêu lý do.\n\nÔng/bà dùng mã biên nhận để xem trả lời và viết thêm bất cứ lúc nào. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "acknowledge-late":
    "{committee} đã nhận phản ánh của ông/bà ngày {received} và thông báo tiếp nhận.\n\nThời hạn trả lời kết quả là hết ngày {result}. Chúng tôi đã để quá hạn và xin lỗi ông/bà. Phản ánh đang được xem xét, xử lý; kết quả sẽ được trả lời trong hộp thư này.\n\nÔng/bà dùng mã biên nhận để xem trả lời và viết thêm bất cứ lúc nào. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "send-message": "Về phản ánh của ông/bà, {committee} nhận ngày {received}:\n\n",
  "ask-reporter":
    "Về phản ánh của ông/bà, {committee} nhận ngày {received}: để xem xét, chúng tôi cần biết thêm:\n\n\n\nXin trả lời trong {days} ngày. Trong thời gian chờ, thời hạn tạm dừng đến hết ngày {resumes} rồi tự tính tiếp; hạn trả lời kết quả khi đó là hết ngày {until}. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  extend:
    "Về phản ánh của ông/bà, {committee} nhận ngày {received}: việc xác minh cần thêm {days} ngày, vì lý do nêu ở trên.\n\nThời hạn trả lời kết quả trước đây là hết ngày {result}, nay là hết ngày {until}. Chúng tôi xin lỗi vì phải để ông/bà chờ.",
  transfer:
    "{committee} đã nhận phản ánh của ông/bà ngày {received}. Việc này không thuộc thẩm quyền của chúng tôi, nên được chuyển đến {to}, vì:\n\n\n\nThời hạn được tính lại từ khi nơi đó nhận thư. Ông/bà vẫn dùng mã biên nhận này. Nếu không đồng ý, ông/bà có thể đề nghị cấp trên xem xét lại.",
  refuse:
    "{committee} đã xem phản ánh của ông/bà nhận ngày {received} và thông báo không xem xét, giải quyết, vì lý do nêu ở trên. Cụ thể:\n\n\n\nÔng/bà có thể đến những nơi nêu trên, hoặc đề nghị cấp trên xem xét lại ngay trong hộp thư này.",
  conclude:
    "{committee} đã xem xét phản ánh của ông/bà nhận ngày {received}. Kết quả nêu ở trên. Cụ thể:\n\n\n\nÔng/bà có thể nêu ý kiến về kết quả này, hoặc đề nghị cấp trên xem xét lại, ngay trong hộp thư này.",
  "take-over":
    "{committee} là cấp trên của nơi đã nhận phản ánh của ông/bà ngày {received}. Từ hôm nay chúng tôi nhận xử lý. Thời hạn được tính lại từ đầu và hiện trong hộp thư này.\n\n",
} as const;

const en = {
  acknowledge:
    "{committee} received your report on {received} and acknowledges it.\n\nIt will be examined. You will find the result in this letterbox by the end of {result} at the latest. If more time is needed, we will tell you beforehand and say why.\n\nUse your receipt code to read answers and to write more at any time. Please leave out details that could give you away unless they are needed.",
  "acknowledge-late":
    "{committee} received your report on {received} and acknowledges it.\n\nThe result was due by the end of {result}. We have missed that date and apologise. Your report is being examined; the result will be given in this letterbox.\n\nUse your receipt code to read answers and to write more at any time. Please leave out details that could give you away unless they are needed.",
  "send-message": "About your report, which {committee} received on {received}:\n\n",
  "ask-reporter":
    "About your report, which {committee} received on {received}: to examine it we need to know more:\n\n\n\nPlease answer within {days} days. While we wait, the time limit stands still until the end of {resumes} and then runs on; the result is then due by the end of {until}. Please leave out details that could give you away unless they are needed.",
  extend:
    "About your report, which {committee} received on {received}: the examination needs {days} more days, for the reason named above.\n\nThe result was due by the end of {result}; it is now due by the end of {until}. We apologise for the wait.",
  transfer:
    "{committee} received your report on {received}. It is not ours to decide and is transferred to {to}, because:\n\n\n\nThe time limits start anew when it arrives there. Your receipt code stays the same. If you do not agree, you can ask the superior for a review.",
  refuse:
    "{committee} has looked at your report received on {received} and does not look into it further, for the reason named above. In detail:\n\n\n\nYou can go to the places named above, or ask the superior for a review in this letterbox.",
  conclude:
    "{committee} has examined your report received on {received}. The result is named above. In detail:\n\n\n\nYou can comment on the result or ask the superior for a review in this letterbox.",
  "take-over":
    "{committee} is above the committee that received your report on {received}. From today on we handle it. The time limits start anew and are shown in this letterbox.\n\n",
} as const satisfies Translation<typeof vi>;

/** Not yet read by a native speaker: `isReviewed`. */
const km = {
  acknowledge:
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received} ហើយសូមជូនដំណឹងអំពីការទទួល។\n\nសេចក្តីរាយការណ៍នឹងត្រូវបានពិនិត្យ និងដោះស្រាយ។ លោក/លោកស្រីនឹងទទួលបានលទ្ធផលក្នុងប្រអប់សំបុត្រនេះ យ៉ាងយូរត្រឹមចប់{result}។ បើត្រូវការពេលបន្ថែម យើងនឹងជូនដំណឹងជាមុន និងបញ្ជាក់មូលហេតុ។\n\nលោក/លោកស្រីអាចប្រើលេខកូដបង្កាន់ដៃ ដើម្បីមើលចម្លើយ និងសរសេរបន្ថែមនៅពេលណាក៏បាន។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "acknowledge-late":
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received} ហើយសូមជូនដំណឹងអំពីការទទួល។\n\nកំណត់ពេលឆ្លើយលទ្ធផលគឺត្រឹមចប់{result}។ យើងបានហួសកំណត់ ហើយសូមអភ័យទោស។ សេចក្តីរាយការណ៍កំពុងត្រូវបានពិនិត្យ លទ្ធផលនឹងត្រូវបានឆ្លើយក្នុងប្រអប់សំបុត្រនេះ។\n\nលោក/លោកស្រីអាចប្រើលេខកូដបង្កាន់ដៃ ដើម្បីមើលចម្លើយ និងសរសេរបន្ថែមនៅពេលណាក៏បាន។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "send-message": "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖\n\n",
  "ask-reporter":
    "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖ ដើម្បីពិនិត្យ យើងត្រូវដឹងបន្ថែម៖\n\n\n\nសូមឆ្លើយក្នុង {days} ថ្ងៃ។ ពេលរង់ចាំ កំណត់ពេលផ្អាកដល់ចប់{resumes} រួចរាប់បន្តដោយខ្លួនឯង លទ្ធផលនឹងឆ្លើយយ៉ាងយូរត្រឹមចប់{until}។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  extend:
    "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖ ការផ្ទៀងផ្ទាត់ត្រូវការ {days} ថ្ងៃបន្ថែម ដោយមូលហេតុខាងលើ។\n\nកំណត់ឆ្លើយពីមុនគឺចប់{result} ឥឡូវគឺចប់{until}។ យើងសូមអភ័យទោសដែលឱ្យរង់ចាំ។",
  transfer:
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received}។ រឿងនេះមិនស្ថិតក្នុងសមត្ថកិច្ចរបស់យើងទេ ដូច្នេះត្រូវបញ្ជូនទៅ{to} ព្រោះ៖\n\n\n\nកំណត់ពេលរាប់ឡើងវិញពេលកន្លែងនោះទទួលសំបុត្រ។ លោក/លោកស្រីនៅប្រើលេខកូដបង្កាន់ដៃនេះ។ បើមិនយល់ព្រម អាចសុំថ្នាក់លើពិនិត្យឡើងវិញ។",
  refuse:
    "{committee} បានមើលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីដែលទទួលនៅ{received} ហើយជូនដំណឹងថាមិនពិនិត្យដោះស្រាយ ដោយមូលហេតុខាងលើ។ លម្អិត៖\n\n\n\nលោក/លោកស្រីអាចទៅកន្លែងខាងលើ ឬសុំថ្នាក់លើពិនិត្យឡើងវិញក្នុងប្រអប់សំបុត្រនេះ។",
  conclude:
    "{committee} បានពិនិត្យសេចក្តីរាយការណ៍របស់លោក/លោកស្រីដែលទទួលនៅ{received}។ លទ្ធផលនៅខាងលើ។ លម្អិត៖\n\n\n\nលោក/លោកស្រីអាចបញ្ចេញមតិអំពីលទ្ធផល ឬសុំថ្នាក់លើពិនិត្យឡើងវិញក្នុងប្រអប់សំបុត្រនេះ។",
  "take-over":
    "{committee} ជាថ្នាក់លើរបស់កន្លែងដែលបានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received}។ ចាប់ពីថ្ងៃនេះយើងទទួលដោះស្រាយ។ កំណត់ពេលរាប់ឡើងវិញ ហើយបង្ហាញក្នុងប្រអប់សំបុត្រនេះ។\n\n",
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
