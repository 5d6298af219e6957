import { type PlainDate, weekdayOf } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import type { NoticeSettings } from "../env.ts";
import type { MailMessage, WebhookMessage } from "../platform/platform.ts";
import { toBase64 } from "../platform/smtp.ts";
import { noticeText } from "./notices.text.ts";

/** A notice as one address gets it on one day. `tag` is the same however often it is sent. */
export type Notice = { readonly day: PlainDate; readonly address: string; readonly tag: string };

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const lineLength = 76;

/**
 * The mail, byte for byte. Of what happened nothing goes in: day, hour (the one that is set, not the one it is), address and tag
 * make all of it.
 */
export function toMail({ hour, sender, officerSite }: NoticeSettings, notice: Notice): MailMessage {
  const { subject, body } = noticeText(officerSite);
  const lines = [
    `Date: ${mailDate(notice.day, hour)}`,
    `From: ${sender}`,
    `To: ${notice.address}`,
    `Message-ID: <${notice.tag}@${sender.slice(sender.indexOf("@") + 1)}>`,
    `Subject: =?UTF-8?B?${toBase64(toUtf8(subject))}?=`,
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(toBase64(toUtf8(body)).match(new RegExp(`.{1,${lineLength}}`, "g")) ?? []),
  ];
  return { from: sender, to: notice.address, bytes: toUtf8(lines.join("\r\n")) };
}

/** What is posted. The signature is HMAC-SHA-256 of the body, with the key that the receiver was given. */
export async function toWebhook(
  { hour, officerSite }: NoticeSettings,
  { day, address, tag }: Notice,
  secret: string,
): Promise<WebhookMessage> {
  const { subject } = noticeText(officerSite);
  const at = `${day}T${twoDigits(hour)}:00:00+07:00`;
  const body = toUtf8(JSON.stringify({ type: "hop-thu.notice", at, text: subject, site: officerSite }));
  const key = await crypto.subtle.importKey(
    "raw",
    fromBase64url(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signature = toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, body)));
  const headers = {
    "content-type": "application/json",
    "idempotency-key": tag,
    "x-hop-thu-signature": `sha256=${signature}`,
  };
  return { url: address, headers, body };
}

/** RFC 5322, in Vietnam's time. */
function mailDate(day: PlainDate, hour: number): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const weekday = weekdays[weekdayOf(day) - 1] ?? "";
  return `${weekday}, ${date} ${months[Number(month) - 1] ?? ""} ${year} ${twoDigits(hour)}:00:00 +0700`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
