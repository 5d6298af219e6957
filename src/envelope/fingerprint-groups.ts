import type { Bytes } from "./bytes.ts";
import { FormatError } from "./format-error.ts";

/** Groups of digits in which people compare a fingerprint; each stands for two of its bytes. */
export const fingerprintGroupCount = 7;

/** Five digits to a group, where a receipt code has four: nobody takes the one for the other. */
const groupDigits = 5;
const groupLimit = 0x1_00_00;

/**
 * The first 14 bytes of a fingerprint, two at a time, as seven numbers of five digits: 112 bits, the same in every
 * language. Whoever wants other roots with the same groups tries 2^112 of them. Throws FormatError on fewer bytes.
 */
export function fingerprintGroups(fingerprint: Uint8Array): readonly string[] {
  if (fingerprint.length < fingerprintGroupCount * 2) throw new FormatError("too short for a fingerprint");
  return Array.from({ length: fingerprintGroupCount }, (_, group) => {
    const [high = 0, low = 0] = fingerprint.subarray(group * 2, group * 2 + 2);
    return String(high * 256 + low).padStart(groupDigits, "0");
  });
}

/** The 14 bytes that the groups stand for. Throws FormatError on anything else. Inverse of `fingerprintGroups`. */
export function fromFingerprintGroups(groups: readonly string[]): Bytes {
  if (groups.length !== fingerprintGroupCount) throw new FormatError("not seven groups");
  const numbers = groups.map((group) => (/^\d{5}$/.test(group) ? Number(group) : groupLimit));
  if (numbers.some((number) => number >= groupLimit)) throw new FormatError("not a group of a fingerprint");
  return new Uint8Array(numbers.flatMap((number) => [number >> 8, number & 0xff]));
}
