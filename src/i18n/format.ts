import { type PlainDate, weekdayOf } from "../domain/plain-date.ts";
import type { Language } from "./language.ts";

// Own tables for all three: Chromium and workerd have no Khmer in `Intl`, and a date on paper must read the same
// whatever machine printed it.

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  km: ["ថ្ងៃចន្ទ", "ថ្ងៃអង្គារ", "ថ្ងៃពុធ", "ថ្ងៃព្រហស្បតិ៍", "ថ្ងៃសុក្រ", "ថ្ងៃសៅរ៍", "ថ្ងៃអាទិត្យ"],
};

const months: Readonly<Record<"en" | "km", readonly string[]>> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  km: ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"],
};

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(date: PlainDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Khmer digits for the ASCII digits of a text. */
function toKhmerDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
}

/** A whole number, its thousands apart: 1.234, 1,234, ១.២៣៤. */
export function formatNumber(language: Language, value: number): string {
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : ".");
  return language === "km" ? toKhmerDigits(grouped) : grouped;
}

/** A number of days as official papers write it: two digits in Vietnamese (07 ngày làm việc). */
export function formatAmount(language: Language, value: number): string {
  return language === "vi" ? twoDigits(value) : formatNumber(language, value);
}

/** Of a share between 0 and 1: 87 %. */
export function formatPercent(language: Language, share: number): string {
  const text = formatNumber(language, Math.round(share * 100));
  return language === "en" ? `${text}%` : `${text}\u00A0%`;
}

/** A day with its weekday: thứ Ba 03/03/2026, Tuesday 3 March 2026, ថ្ងៃអង្គារ ទី៣ ខែមីនា ឆ្នាំ២០២៦. */
export function formatDate(language: Language, date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  const weekday = weekdays[language][weekdayOf(date) - 1] ?? "";
  if (language === "vi") return `${weekday} ${twoDigits(day)}/${twoDigits(month)}/${year}`;
  const name = months[language][month - 1] ?? "";
  if (language === "en") return `${weekday} ${day} ${name} ${year}`;
  return toKhmerDigits(`${weekday} ទី${day} ខែ${name} ឆ្នាំ${year}`);
}

/** A day without weekday and year, for lists of days off: 16/02, 16 February, ១៦ កុម្ភៈ. */
export function formatDayMonth(language: Language, date: PlainDate): string {
  const { month, day } = partsOf(date);
  if (language === "vi") return `${twoDigits(day)}/${twoDigits(month)}`;
  const text = `${day} ${months[language][month - 1] ?? ""}`;
  return language === "km" ? toKhmerDigits(text) : text;
}

/** Days from one to another, both included: 16–20/02, 28/02–02/03, 16–20 February. A single day is itself. */
export function formatSpan(language: Language, from: PlainDate, to: PlainDate): string {
  if (from === to) return formatDayMonth(language, from);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  if (!isOneMonth) return `${formatDayMonth(language, from)}–${formatDayMonth(language, to)}`;
  const { day } = partsOf(from);
  const first = language === "vi" ? twoDigits(day) : formatNumber(language, day);
  return `${first}–${formatDayMonth(language, to)}`;
}

const joints: Readonly<Record<Language, { readonly comma: string; readonly and: string }>> = {
  vi: { comma: ", ", and: " và " },
  en: { comma: ", ", and: " and " },
  km: { comma: " ", and: " និង" },
};

/** An enumeration: a, b và c. */
export function formatList(language: Language, items: readonly string[]): string {
  const { comma, and } = joints[language];
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? "";
  return `${items.slice(0, -1).join(comma)}${and}${last}`;
}

/** The text with a capital at its beginning, where the script has capitals. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
