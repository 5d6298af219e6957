import type { Brand } from "../domain/brand.ts";

/** A receipt code that fits its check digits: 24 digits, no spaces. It never leaves the browser. */
export type ReceiptCode = Brand<"ReceiptCode">;

/** Random digits; 22 digits are 73 bits. The two check digits add none. */
export const randomDigits = 22;
export const groupLength = 4;
export const groupCount = 6;

export type ReceiptCodeFault =
  | { readonly kind: "bad-character"; readonly group: number }
  | { readonly kind: "bad-length"; readonly digits: number }
  | { readonly kind: "check-digits" }
  | { readonly kind: "several-codes" };

export type ReceiptCodeReading =
  | { readonly kind: "code"; readonly code: ReceiptCode }
  | { readonly kind: "fault"; readonly fault: ReceiptCodeFault };

/** Remainder of a decimal number of any length by 97 (ISO 7064 mod 97-10). */
function modulo97(digits: string): number {
  return Array.from(digits).reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
}

/** The code of 22 random digits, with its check digits. Throws RangeError on anything but 22 digits. */
export function createReceiptCode(digits: string): ReceiptCode {
  if (!/^\d{22}$/.test(digits)) throw new RangeError("a receipt code is made of 22 digits");
  const check = 98 - modulo97(`${digits}00`);
  return `${digits}${String(check).padStart(2, "0")}` as ReceiptCode;
}

/** Groups of four as they are shown and typed. */
export function receiptGroups(code: ReceiptCode): readonly string[] {
  return Array.from({ length: groupCount }, (_, group) =>
    code.slice(group * groupLength, (group + 1) * groupLength),
  );
}

/** Digits of other scripts that a phone's keyboard may produce: full-width and Khmer. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[\uFF10-\uFF19\u17E0-\u17E9]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
}

/** What may stand between two digits: spaces, dots, hyphens, and what messengers add that nobody sees. */
const between = /[\s.\-\u00AD\u00B7\u200B-\u200F\u2010-\u2015\u202A-\u202E\u2060-\u2069]/g;

/**
 * Reads what a person typed or pasted: one code, with whatever words around it. What stands `between` digits does not
 * count. A fault says where: the first group (from 0) with a foreign character, or how many digits there are, or that
 * the check digits do not fit: then at least one digit is wrong, but not which; or that there are two different codes.
 */
export function readReceiptCode(typed: string): ReceiptCodeReading {
  const text = toAsciiDigits(typed);
  const runs = text.replace(between, "").match(/\d+/g) ?? [];
  const [code, another] = new Set(runs.flatMap(codesIn));
  if (another !== undefined) return fault({ kind: "several-codes" });
  if (code !== undefined) return { kind: "code", code };
  if (runs.some(({ length }) => length === groupCount * groupLength)) return fault({ kind: "check-digits" });
  const plain = withoutWordsAround(text).replace(between, "");
  const foreign = plain.search(/\D/);
  if (foreign < 0) return fault({ kind: "bad-length", digits: plain.length });
  const group = Math.min(groupCount - 1, Math.floor(foreign / groupLength));
  return fault({ kind: "bad-character", group });
}

/** Without the words before and after, as in "Mã: …", if they are set off: a mistyped first digit is no word. */
function withoutWordsAround(text: string): string {
  const first = text.search(/\d/);
  let end = text.length;
  while (end > 0 && !/\d/.test(text.charAt(end - 1))) end--;
  const isSetOff = first > 0 && /[\s:]/.test(text.charAt(first - 1));
  return text.slice(isSetOff ? first : 0, /[\s,;.]/.test(text.charAt(end)) ? end : text.length);
}

/** The codes that a run of digits is made of: one, or the same one again, or others pasted behind it. */
function codesIn(run: string): readonly ReceiptCode[] {
  const pieces: readonly string[] = run.match(/\d{24}/g) ?? [];
  return run.length % 24 === 0 && pieces.every(fitsCheckDigits) ? pieces : [];
}

/** Not the remainder alone: 00, 01 and 99 leave the same as 97, 98 and 02, and no code of ours ends in them. */
function fitsCheckDigits(digits: string): digits is ReceiptCode {
  return createReceiptCode(digits.slice(0, randomDigits)) === digits;
}

function fault(value: ReceiptCodeFault): ReceiptCodeReading {
  return { kind: "fault", fault: value };
}

/** Only letters and digits, those of other scripts and styles as plain ones; the rest is only between them. */
function lettersAndDigits(text: string): string {
  return toAsciiDigits(text.normalize("NFKC")).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a text contains the code, however it is spaced or set: such a text must not be sent. */
export function containsReceiptCode(text: string, code: ReceiptCode): boolean {
  return lettersAndDigits(text).includes(code);
}

/** Six groups of four with anything but letters between them, or 24 digits in one run. */
const likeCodes = /(?:^|\D)((?:\d{4}[^\p{L}\p{N}]{0,3}){5}\d{4})(?!\d)/gu;

/**
 * Whether a text contains any receipt code, in the groups in which codes are shown or in one run: that of an earlier
 * letter opens that letter to whoever reads this one. Of other numbers so written one in 97 is taken for a code.
 */
export function containsAnyReceiptCode(text: string): boolean {
  return [...toAsciiDigits(text.normalize("NFKC")).matchAll(likeCodes)].some(
    ([, digits = ""]) => readReceiptCode(lettersAndDigits(digits)).kind === "code",
  );
}
