import { formatDate } from "../../i18n/format.ts";
import type { Bilingual } from "../command/bilingual.ts";
import type { Missing, NoticeDay } from "./record.ts";

export const usage: Bilingual = {
  vi: "Cách dùng: npm run --silent notices -- add MÃ-CẤP-ỦY ĐỊA-CHỈ|URL, remove ĐỊA-CHỈ|URL, list, hoặc status",
  en: "usage: npm run --silent notices -- add COMMITTEE ADDRESS|URL, remove ADDRESS|URL, list, or status",
};

export const notInstalled: Bilingual = {
  vi: "Ở đây chưa có hộp thư nào. Chạy npm start trước.",
  en: "There is no letterbox here yet. Run npm start first.",
};

export const notAnAddress: Bilingual = {
  vi: "Đó không phải địa chỉ thư điện tử (ten@co-quan.vn) hay địa chỉ https://. Không có gì thay đổi.",
  en: "That is neither an address of mail (name@office.vn) nor an https:// address. Nothing has changed.",
};

export const noSuchCommittee: Bilingual = {
  vi: "Danh bạ không có cấp ủy mang mã ấy. Không có gì thay đổi.",
  en: "The directory has no committee of that name. Nothing has changed.",
};

export const thereAlready: Bilingual = {
  vi: "Địa chỉ này đã có trong danh sách: mỗi ngày một thông báo là đủ. Không có gì thay đổi.",
  en: "That address is on the list: one notice a day is enough. Nothing has changed.",
};

export const added: Bilingual = {
  vi: "Đã ghi. Thông báo được gửi vào giờ cố định mỗi ngày làm việc, dù có thư mới hay không. Xem kết quả: npm run --silent notices -- status",
  en: "Entered. The notice goes out at the fixed hour of every working day, whether or not anything came. What becomes of it: npm run --silent notices -- status",
};

export const sayKey = (key: string): Bilingual => ({
  vi: `Khóa ký, đưa cho bên nhận, chỉ hiện lần này (HMAC-SHA-256 của nội dung, tiêu đề x-hop-thu-signature; base64url): ${key}`,
  en: `Signing key for the receiver, shown this once (HMAC-SHA-256 of the body, header x-hop-thu-signature; base64url): ${key}`,
});

export const removed: Bilingual = {
  vi: "Đã xóa khỏi danh sách.",
  en: "Taken off the list.",
};

export const notThere: Bilingual = {
  vi: "Địa chỉ này không có trong danh sách.",
  en: "That address is not on the list.",
};

export const nobody: Bilingual = {
  vi: "Chưa có địa chỉ nào.",
  en: "There is no address yet.",
};

export const nothingYet: Bilingual = {
  vi: "Hai tuần qua chưa có thông báo nào đến hạn gửi.",
  en: "No notice was due in the last two weeks.",
};

const kindWords = {
  mail: { vi: "thư điện tử", en: "mail" },
  webhook: { vi: "webhook", en: "webhook" },
} as const;

const whyNot: Readonly<Record<Missing["why"], Bilingual>> = {
  "not-configured": {
    vi: "chưa khai máy chủ thư (MAIL_SERVER, MAIL_FROM)",
    en: "no mail server is set (MAIL_SERVER, MAIL_FROM)",
  },
  unreachable: { vi: "không nối được tới máy chủ nhận", en: "the receiving server cannot be reached" },
  insecure: { vi: "máy chủ thư không có đường truyền kín (TLS)", en: "the mail server offers no TLS" },
  "login-refused": {
    vi: "máy chủ thư không nhận tên hoặc mật khẩu",
    en: "the mail server refuses the name or the password",
  },
  refused: {
    vi: "bên nhận từ chối: xem lại địa chỉ này và địa chỉ gửi",
    en: "the receiver refuses: check the address, and the sender's",
  },
  "timed-out": { vi: "bên nhận không trả lời kịp", en: "the receiver did not answer in time" },
  "broken-off": { vi: "bên nhận ngắt giữa chừng", en: "the receiver broke off" },
  interrupted: { vi: "máy chủ hộp thư dừng giữa chừng", en: "our own server was interrupted" },
  "never-tried": { vi: "việc hằng giờ không chạy", en: "the hourly job did not run" },
};

/** Somebody on the list. */
export const sayRecipient = (recipient: {
  readonly committee: string;
  readonly kind: "mail" | "webhook";
  readonly address: string;
}): Bilingual => ({
  vi: `${recipient.committee}, ${kindWords[recipient.kind].vi}: ${recipient.address}`,
  en: `${recipient.committee}, ${kindWords[recipient.kind].en}: ${recipient.address}`,
});

/** A day, and beneath it who did not get the notice and why. */
export function sayDay({ day, sent, missing }: NoticeDay): readonly Bilingual[] {
  const due = sent + missing.length;
  return [
    {
      vi: `${formatDate("vi", day)}: đã gửi ${sent} trên ${due}`,
      en: `${formatDate("en", day)}: ${sent} of ${due} sent`,
    },
    ...missing.map(({ committee, kind, why, attempts }) => ({
      vi: `  ${committee}, ${kindWords[kind].vi}: ${whyNot[why].vi} (${attempts} lần thử)`,
      en: `  ${committee}, ${kindWords[kind].en}: ${whyNot[why].en} (attempts: ${attempts})`,
    })),
  ];
}
