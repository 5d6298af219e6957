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
    "{committee} đã xem phản ánh của ông/bà nhận ngày {received} và thông báo không xem xét, giải quyết, vì lý do nêu ở trên. {because}\n\n\n\nÔng/bà có thể đến những nơi nêu trên, hoặc đề nghị cấp trên xem xét lại ngay trong hộp thư này.",
  conclude:
    "{committee} đã xem xét phản ánh của ông/bà nhận ngày {received}. {finding}\n\n\n\nÔng/bà có thể nêu ý kiến về kết quả này, hoặc đề nghị cấp trên xem xét lại, ngay trong hộp thư này.",
  "take-over":
    "{committee} là cấp trên của nơi đã nhận phản ánh của ông/bà ngày {received}. Từ hôm nay chúng tôi nhận xử lý. Thời hạn được tính lại từ đầu và hiện trong hộp thư này.",

  "send-message.reply": "Về điều ông/bà viết ngày {wrote}: {committee} đã đọc và trả lời như sau:\n\n",
  "send-message.progress":
    "{committee} đang thẩm tra, xác minh phản ánh của ông/bà nhận ngày {received}. Kết quả được trả lời trong hộp thư này chậm nhất hết ngày {result}.",
  "send-message.late":
    "{committee} nhận phản ánh của ông/bà ngày {received}. Thời hạn trả lời kết quả là hết ngày {result}; chúng tôi đã để quá hạn và xin lỗi ông/bà. Vì sao chậm và đang làm gì:\n\n",
  "send-message.withdrawal":
    "{committee} đã nhận lời rút phản ánh của ông/bà. Lời rút không tự làm vụ việc dừng lại; chúng tôi vẫn xem xét và trả lời trong hộp thư này.\n\nNếu có ai đe dọa, ép buộc hoặc mua chuộc để ông/bà rút, xin viết cho chúng tôi ngay trong hộp thư này.",
  "send-message.missing":
    "Thư của ông/bà nhận ngày {received} còn thiếu một phần nên {committee} chưa đọc được hết. Xin gửi lại phần còn thiếu ngay trong hộp thư này.",
  "ask-reporter.place-time":
    "Về phản ánh của ông/bà, {committee} nhận ngày {received}: để xem xét, chúng tôi cần biết thêm:\n\n– Việc xảy ra khi nào, ở đâu?\n– Có giấy tờ hoặc dấu vết gì về việc này, và ở đâu?\n– Còn ai có thể biết việc này? Chỉ cần nói họ làm gì, không cần ghi tên.\n\nXin trả lời trong {days} ngày. Trong thời gian chờ, thời hạn tạm dừng đến hết ngày {resumes} rồi tự tính tiếp; hạn trả lời kết quả khi đó là hết ngày {until}. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "ask-reporter.still":
    "Về phản ánh của ông/bà, {committee} nhận ngày {received}: để xem xét, chúng tôi cần biết thêm:\n\n– Việc này đến nay còn tiếp diễn không?\n– Từ khi ông/bà gửi thư, có gì thay đổi?\n\nXin trả lời trong {days} ngày. Trong thời gian chờ, thời hạn tạm dừng đến hết ngày {resumes} rồi tự tính tiếp; hạn trả lời kết quả khi đó là hết ngày {until}. Xin đừng ghi những chi tiết dễ làm lộ mình nếu không cần.",
  "ground.none": "Cụ thể:",
  "ground.no-concrete-content":
    "Thư chưa nêu được việc cụ thể: việc gì, khi nào, ở đâu. Nếu biết thêm, ông/bà có thể gửi một thư mới. Cụ thể:",
  "ground.already-concluded-nothing-new":
    "Việc này đã có kết luận, và thư không nêu tình tiết mới. Kết luận đó là:",
  "ground.limitation-passed": "Thời hiệu của việc này đã hết. Cách tính:",
  "ground.other-procedure": "Việc này phải giải quyết theo một thủ tục khác, ở những nơi nêu trên. Cụ thể:",
  "ground.not-in-party-competence":
    "Việc này không thuộc thẩm quyền của tổ chức đảng mà thuộc những nơi nêu trên. Cụ thể:",
  "ground.abusive":
    "Thư chỉ có lời lẽ xúc phạm, không có việc để xem xét. Nếu có việc cụ thể, ông/bà có thể gửi một thư mới. Cụ thể:",
  "finding.none": "Cụ thể:",
  "finding.true": "Điều ông/bà phản ánh là đúng. Điều đã xác minh và việc xử lý:",
  "finding.partly-true": "Điều ông/bà phản ánh đúng một phần. Phần đúng, phần không đúng, và việc xử lý:",
  "finding.untrue": "Qua xác minh, điều ông/bà phản ánh không đúng. Điều đã xác minh:",
  "finding.no-basis": "Đến nay chưa đủ cơ sở để kết luận. Điều đã làm, và điều còn thiếu:",
  "finding.remedy": "\n\n\n\nPhải khắc phục gì, ai làm, xong trước ngày nào:",
  "propose-superior": "Đề nghị cấp trên kiểm tra vụ việc nhận ngày {received}, vì:\n\n",
  explain:
    "Vụ việc nhận ngày {received}; {missed}.\n\nVì sao quá hạn:\n\n\nĐang làm gì, đến đâu:\n\n\nAi chịu trách nhiệm:\n\n\nSẽ xong ngày:\n\n",
  "limit.first-open": "hạn mở thư là hết ngày {until}",
  "limit.acknowledge": "hạn tiếp nhận và phân loại là hết ngày {until}",
  "limit.result": "hạn trả lời kết quả là hết ngày {until}",
  "limit.explanation": "hạn giải trình là hết ngày {until}",
  "limit.none": "hạn đã để quá là hết ngày …",
  recuse: "Tôi xin không tham gia xử lý vụ việc nhận ngày {received}, vì:\n\n",
  "hand-over": "Bàn giao vụ việc nhận ngày {received}, vì:\n\n",
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
    "{committee} has looked at your report received on {received} and does not look into it further, for the reason named above. {because}\n\n\n\nYou can go to the places named above, or ask the superior for a review in this letterbox.",
  conclude:
    "{committee} has examined your report received on {received}. {finding}\n\n\n\nYou can comment on the result or ask the superior for a review in this letterbox.",
  "take-over":
    "{committee} is above the committee that received your report on {received}. From today on we handle it. The time limits start anew and are shown in this letterbox.",

  "send-message.reply": "About what you wrote on {wrote}: {committee} has read it and answers:\n\n",
  "send-message.progress":
    "{committee} is examining your report received on {received}. The result will be given in this letterbox by the end of {result} at the latest.",
  "send-message.late":
    "{committee} received your report on {received}. The result was due by the end of {result}; we have missed that date and apologise. Why it takes longer, and what is being done:\n\n",
  "send-message.withdrawal":
    "{committee} has received your withdrawal. It does not by itself end the case; we go on examining it and will answer in this letterbox.\n\nIf anybody threatened, forced or paid you to withdraw, please write to us here at once.",
  "send-message.missing":
    "Your letter received on {received} lacks a part, so {committee} could not read all of it. Please send the missing part again in this letterbox.",
  "ask-reporter.place-time":
    "About your report, which {committee} received on {received}: to examine it we need to know more:\n\n– When and where did it happen?\n– Are there papers or other traces of it, and where?\n– Who else may know of it? Say only what they do; no names are needed.\n\nPlease answer within {days} days. While we wait, the time limit stands still until the end of {resumes} and then runs on; the result is then due by the end of {until}. Please leave out details that could give you away unless they are needed.",
  "ask-reporter.still":
    "About your report, which {committee} received on {received}: to examine it we need to know more:\n\n– Does it still go on?\n– Has anything changed since you wrote?\n\nPlease answer within {days} days. While we wait, the time limit stands still until the end of {resumes} and then runs on; the result is then due by the end of {until}. Please leave out details that could give you away unless they are needed.",
  "ground.none": "In detail:",
  "ground.no-concrete-content":
    "The letter does not yet say what happened, when and where. If you know more, you can send a new letter. In detail:",
  "ground.already-concluded-nothing-new":
    "This matter has been concluded, and the letter tells nothing new. The conclusion was:",
  "ground.limitation-passed": "The time within which this can be looked into is over. It is counted so:",
  "ground.other-procedure": "This is decided in another procedure, by the places named above. In detail:",
  "ground.not-in-party-competence":
    "This is not for a Party organisation to decide but for the places named above. In detail:",
  "ground.abusive":
    "The letter holds insults only and nothing to look into. If something concrete happened, you can send a new letter. In detail:",
  "finding.none": "In detail:",
  "finding.true": "What you reported is true. What was verified, and what is done about it:",
  "finding.partly-true":
    "What you reported is partly true. What is true, what is not, and what is done about it:",
  "finding.untrue": "As verified, what you reported is not true. What was verified:",
  "finding.no-basis":
    "There are not yet grounds enough for a conclusion. What was done, and what is lacking:",
  "finding.remedy": "\n\n\n\nWhat must be put right, by whom, and until when:",
  "propose-superior": "We ask the superior to examine the case received on {received}, because:\n\n",
  explain:
    "Case received on {received}; {missed}.\n\nWhy it is late:\n\n\nWhat is being done, and how far it is:\n\n\nWho is responsible:\n\n\nIt will be done on:\n\n",
  "limit.first-open": "opening the letter was due by the end of {until}",
  "limit.acknowledge": "acknowledgement and classification were due by the end of {until}",
  "limit.result": "the result was due by the end of {until}",
  "limit.explanation": "the explanation was due by the end of {until}",
  "limit.none": "what is late was due by the end of …",
  recuse: "I step aside from the case received on {received}, because:\n\n",
  "hand-over": "The case received on {received} is handed over, because:\n\n",
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
    "{committee} បានមើលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីដែលទទួលនៅ{received} ហើយជូនដំណឹងថាមិនពិនិត្យដោះស្រាយ ដោយមូលហេតុខាងលើ។ {because}\n\n\n\nលោក/លោកស្រីអាចទៅកន្លែងខាងលើ ឬសុំថ្នាក់លើពិនិត្យឡើងវិញក្នុងប្រអប់សំបុត្រនេះ។",
  conclude:
    "{committee} បានពិនិត្យសេចក្តីរាយការណ៍របស់លោក/លោកស្រីដែលទទួលនៅ{received}។ {finding}\n\n\n\nលោក/លោកស្រីអាចបញ្ចេញមតិអំពីលទ្ធផល ឬសុំថ្នាក់លើពិនិត្យឡើងវិញក្នុងប្រអប់សំបុត្រនេះ។",
  "take-over":
    "{committee} ជាថ្នាក់លើរបស់កន្លែងដែលបានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received}។ ចាប់ពីថ្ងៃនេះយើងទទួលដោះស្រាយ។ កំណត់ពេលរាប់ឡើងវិញ ហើយបង្ហាញក្នុងប្រអប់សំបុត្រនេះ។",

  "send-message.reply": "អំពីអ្វីដែលលោក/លោកស្រីបានសរសេរនៅ{wrote}៖ {committee} បានអាន ហើយសូមឆ្លើយដូចតទៅ៖\n\n",
  "send-message.progress":
    "{committee} កំពុងផ្ទៀងផ្ទាត់សេចក្តីរាយការណ៍របស់លោក/លោកស្រីដែលទទួលនៅ{received}។ លទ្ធផលនឹងឆ្លើយក្នុងប្រអប់សំបុត្រនេះ យ៉ាងយូរត្រឹមចប់{result}។",
  "send-message.late":
    "{committee} បានទទួលសេចក្តីរាយការណ៍របស់លោក/លោកស្រីនៅ{received}។ កំណត់ពេលឆ្លើយលទ្ធផលគឺត្រឹមចប់{result} យើងបានហួសកំណត់ ហើយសូមអភ័យទោស។ មូលហេតុដែលយឺត និងអ្វីដែលកំពុងធ្វើ៖\n\n",
  "send-message.withdrawal":
    "{committee} បានទទួលការដករបស់លោក/លោកស្រី។ ការដកមិនបញ្ចប់រឿងដោយខ្លួនឯងទេ យើងនៅតែពិនិត្យ ហើយឆ្លើយក្នុងប្រអប់សំបុត្រនេះ។\n\nបើមាននរណាគំរាម បង្ខំ ឬទិញទឹកចិត្តឱ្យដក សូមសរសេរមកយើងក្នុងប្រអប់សំបុត្រនេះភ្លាម។",
  "send-message.missing":
    "សំបុត្ររបស់លោក/លោកស្រីដែលទទួលនៅ{received} ខ្វះមួយផ្នែក ដូច្នេះ{committee} អានមិនទាន់អស់ទេ។ សូមផ្ញើផ្នែកដែលខ្វះម្តងទៀតក្នុងប្រអប់សំបុត្រនេះ។",
  "ask-reporter.place-time":
    "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖ ដើម្បីពិនិត្យ យើងត្រូវដឹងបន្ថែម៖\n\n– រឿងនេះកើតឡើងពេលណា នៅទីណា?\n– មានឯកសារ ឬដានអ្វីអំពីរឿងនេះ និងនៅទីណា?\n– មាននរណាទៀតអាចដឹងរឿងនេះ? សូមប្រាប់តែការងាររបស់គេ មិនបាច់សរសេរឈ្មោះទេ។\n\nសូមឆ្លើយក្នុង {days} ថ្ងៃ។ ពេលរង់ចាំ កំណត់ពេលផ្អាកដល់ចប់{resumes} រួចរាប់បន្តដោយខ្លួនឯង លទ្ធផលនឹងឆ្លើយយ៉ាងយូរត្រឹមចប់{until}។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "ask-reporter.still":
    "អំពីសេចក្តីរាយការណ៍របស់លោក/លោកស្រី ដែល{committee} បានទទួលនៅ{received}៖ ដើម្បីពិនិត្យ យើងត្រូវដឹងបន្ថែម៖\n\n– រឿងនេះនៅបន្តដល់សព្វថ្ងៃទេ?\n– ចាប់ពីពេលផ្ញើសំបុត្រ មានអ្វីផ្លាស់ប្តូរទេ?\n\nសូមឆ្លើយក្នុង {days} ថ្ងៃ។ ពេលរង់ចាំ កំណត់ពេលផ្អាកដល់ចប់{resumes} រួចរាប់បន្តដោយខ្លួនឯង លទ្ធផលនឹងឆ្លើយយ៉ាងយូរត្រឹមចប់{until}។ សូមកុំសរសេរព័ត៌មានលម្អិតដែលអាចឱ្យគេស្គាល់លោក/លោកស្រី បើមិនចាំបាច់។",
  "ground.none": "លម្អិត៖",
  "ground.no-concrete-content":
    "សំបុត្រមិនទាន់ប្រាប់រឿងជាក់លាក់ទេ៖ រឿងអ្វី ពេលណា នៅទីណា។ បើដឹងបន្ថែម លោក/លោកស្រីអាចផ្ញើសំបុត្រថ្មី។ លម្អិត៖",
  "ground.already-concluded-nothing-new": "រឿងនេះបានសន្និដ្ឋានរួចហើយ ហើយសំបុត្រមិនមានអ្វីថ្មីទេ។ សេចក្តីសន្និដ្ឋាននោះគឺ៖",
  "ground.limitation-passed": "អាជ្ញាយុកាលនៃរឿងនេះបានផុតហើយ។ របៀបរាប់៖",
  "ground.other-procedure": "រឿងនេះត្រូវដោះស្រាយតាមនីតិវិធីផ្សេង នៅកន្លែងខាងលើ។ លម្អិត៖",
  "ground.not-in-party-competence": "រឿងនេះមិនស្ថិតក្នុងសមត្ថកិច្ចរបស់អង្គការបក្សទេ គឺស្ថិតក្នុងសមត្ថកិច្ចកន្លែងខាងលើ។ លម្អិត៖",
  "ground.abusive": "សំបុត្រមានតែពាក្យប្រមាថ គ្មានរឿងអ្វីត្រូវពិនិត្យទេ។ បើមានរឿងជាក់លាក់ លោក/លោកស្រីអាចផ្ញើសំបុត្រថ្មី។ លម្អិត៖",
  "finding.none": "លម្អិត៖",
  "finding.true": "អ្វីដែលលោក/លោកស្រីរាយការណ៍គឺពិត។ អ្វីដែលបានផ្ទៀងផ្ទាត់ និងការដោះស្រាយ៖",
  "finding.partly-true": "អ្វីដែលលោក/លោកស្រីរាយការណ៍ពិតមួយផ្នែក។ ផ្នែកពិត ផ្នែកមិនពិត និងការដោះស្រាយ៖",
  "finding.untrue": "តាមការផ្ទៀងផ្ទាត់ អ្វីដែលលោក/លោកស្រីរាយការណ៍មិនពិតទេ។ អ្វីដែលបានផ្ទៀងផ្ទាត់៖",
  "finding.no-basis": "រហូតមកដល់ពេលនេះ មិនទាន់មានមូលដ្ឋានគ្រប់គ្រាន់ដើម្បីសន្និដ្ឋានទេ។ អ្វីដែលបានធ្វើ និងអ្វីដែលនៅខ្វះ៖",
  "finding.remedy": "\n\n\n\nត្រូវកែតម្រូវអ្វី នរណាធ្វើ ឱ្យរួចមុនថ្ងៃណា៖",
  "propose-superior": "សូមថ្នាក់លើពិនិត្យរឿងដែលទទួលនៅ{received} ព្រោះ៖\n\n",
  explain:
    "រឿងទទួលនៅ{received} {missed}។\n\nមូលហេតុដែលហួសកំណត់៖\n\n\nកំពុងធ្វើអ្វី ដល់ណា៖\n\n\nនរណាទទួលខុសត្រូវ៖\n\n\nនឹងរួចនៅថ្ងៃ៖\n\n",
  "limit.first-open": "កំណត់បើកសំបុត្រគឺចប់{until}",
  "limit.acknowledge": "កំណត់ទទួល និងចាត់ថ្នាក់គឺចប់{until}",
  "limit.result": "កំណត់ឆ្លើយលទ្ធផលគឺចប់{until}",
  "limit.explanation": "កំណត់ពន្យល់គឺចប់{until}",
  "limit.none": "កំណត់ដែលបានហួសគឺចប់…",
  recuse: "ខ្ញុំសូមមិនចូលរួមដោះស្រាយរឿងដែលទទួលនៅ{received} ទេ ព្រោះ៖\n\n",
  "hand-over": "ប្រគល់រឿងដែលទទួលនៅ{received} ព្រោះ៖\n\n",
} as const satisfies Translation<typeof vi>;

export type TemplateName = keyof typeof vi;

/**
 * What an officer starts a message from. In all three languages at once: the one that counts is the reporter's,
 * not the officer's.
 */
export const templates: Readonly<Record<Language, Say<typeof vi>>> = {
  vi: createSay<typeof vi>(vi),
  en: createSay<typeof vi>(en),
  km: createSay<typeof vi>(km),
};
