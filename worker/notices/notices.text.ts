/** The one text of every notice, with the officers' address. Here and not in `src/i18n`: the server sends it, no page shows it. */
export type NoticeText = { readonly subject: string; readonly body: string };

/** What every notice says, on every day, to everybody, in the three languages of the pages. */
export function noticeText(officerSite: string): NoticeText {
  return {
    subject: "Hộp thư: hãy mở hộp thư hôm nay",
    body: [
      "Hãy mở hộp thư hôm nay và xem những việc phải làm:",
      officerSite,
      "",
      "Thông báo này được gửi vào một giờ cố định, lúc nào cũng cùng một lời, dù có thư mới hay không. Nó không nói lên điều gì về các thư. Không cần trả lời. Hộp thư không bao giờ hỏi cụm mật khẩu qua thư điện tử.",
      "",
      "---",
      "Open the letterbox today and see what is to be done:",
      officerSite,
      "",
      "This notice is sent at a fixed hour, always in the same words, whether or not anything came. It says nothing about any letter. There is no need to answer. The letterbox never asks for a passphrase by mail.",
      "",
      "---",
      "សូមបើកប្រអប់សំបុត្រថ្ងៃនេះ ហើយមើលកិច្ចការដែលត្រូវធ្វើ៖",
      officerSite,
      "",
      "ការជូនដំណឹងនេះត្រូវបានផ្ញើតាមម៉ោងកំណត់ ដោយប្រើពាក្យដដែលជានិច្ច ទោះមានសំបុត្រថ្មីឬអត់ក៏ដោយ។ វាមិនប្រាប់អ្វីអំពីសំបុត្រទេ។ មិនបាច់ឆ្លើយតបទេ។ ប្រអប់សំបុត្រមិនដែលសួររកឃ្លាសម្ងាត់តាមអ៊ីមែលឡើយ។",
    ].join("\r\n"),
  };
}
