import {
  groupCount,
  groupLength,
  readReceiptCode,
  type ReceiptCodeReading,
  receiptGroups,
  toAsciiDigits,
} from "../../../envelope/receipt-code.ts";
import { formatNumber } from "../../../i18n/format.ts";
import type { AllWords } from "../words.ts";

export const codeLength: number = groupCount * groupLength;

/** How many digits have been typed so far, of whatever script. */
export function countDigits(typed: string): number {
  return toAsciiDigits(typed).replace(/\D/g, "").length;
}

/**
 * Digits in groups as they are typed. Of a pasted text with a code in it the code is left; a text with anything else
 * in it stays as it is, to be shown as a fault.
 */
export function groupDigits(typed: string): string {
  const reading = readReceiptCode(typed);
  if (reading.kind === "code" && /[^\s\d\uFF10-\uFF19\u17E0-\u17E9]/.test(typed))
    return receiptGroups(reading.code).join(" ");
  const plain = typed.replace(/\s/g, "");
  if (!/^[\d\uFF10-\uFF19\u17E0-\u17E9]*$/.test(plain)) return typed;
  return plain.match(new RegExp(`.{1,${groupLength}}`, "g"))?.join(" ") ?? "";
}

/** What is wrong with a code, as precisely as can be said without having seen the right one. */
export function sayCodeFault(
  { language, say }: AllWords,
  reading: Extract<ReceiptCodeReading, { kind: "fault" }>,
): string {
  const { fault } = reading;
  if (fault.kind === "bad-character")
    return say("code.bad-character", { group: formatNumber(language, fault.group + 1) });
  if (fault.kind === "check-digits" || fault.kind === "several-codes") return say(`code.${fault.kind}`);
  if (fault.digits === 0) return say("code.required");
  const missing = codeLength - fault.digits;
  const count = formatNumber(language, Math.abs(missing));
  return missing > 0 ? say("code.too-short", { count }) : say("code.too-long", { count });
}

export { readReceiptCode };
