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
  | { readonly kind: "check-digits" };

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

/**
 * Reads what a person typed. Spaces, dots and hyphens between digits do not count. A fault says where:
 * the first group (from 0) with a foreign character, or how many digits there are, else that the check
 * digits do not fit: then at least one digit is wrong, but not which.
 */
export function readReceiptCode(typed: string): ReceiptCodeReading {
  const plain = toAsciiDigits(typed).replace(/[\s.\-\u2010-\u2015\u00A0\u200B]/g, "");
  const foreign = plain.search(/\D/);
  if (foreign >= 0)
    return fault({
      kind: "bad-character",
      group: Math.min(groupCount - 1, Math.floor(foreign / groupLength)),
    });
  if (plain.length !== groupCount * groupLength) return fault({ kind: "bad-length", digits: plain.length });
  // Not the remainder alone: 00, 01 and 99 leave the same as 97, 98 and 02, and no code of ours ends in them.
  if (createReceiptCode(plain.slice(0, randomDigits)) !== plain) return fault({ kind: "check-digits" });
  return { kind: "code", code: plain as ReceiptCode };
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
