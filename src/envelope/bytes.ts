import { FormatError } from "./format-error.ts";

/** Bytes that own their memory, as WebCrypto and `fetch` want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 of a text. Inverse of `fromUtf8`. */
export function toUtf8(text: string): Bytes {
  // Every runtime gives memory of its own here; not every runtime's types say so.
  return encoder.encode(text) as Bytes;
}

/** Text of UTF-8 bytes. Throws FormatError on bytes that are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FormatError("not UTF-8");
  }
}

/** All parts, one behind the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes. Not constant in time: for public values only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Bytes `from` to `to` as a copy. Throws FormatError if the whole is shorter. */
export function slice(bytes: Uint8Array, from: number, to: number): Bytes {
  if (from < 0 || to < from || to > bytes.length) throw new FormatError("too short");
  return new Uint8Array(bytes.subarray(from, to));
}

/** Four bytes, big-endian. Inverse of `readUint32`. */
export function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** The number in four big-endian bytes at an offset. Throws FormatError if they are not there. */
export function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(slice(bytes, at, at + 4).buffer).getUint32(0);
}

/** Two bytes, big-endian. Inverse of `readUint16`. */
export function uint16(value: number): Bytes {
  return new Uint8Array([value >>> 8, value & 0xff]);
}

/** The number in two big-endian bytes at an offset. Throws FormatError if they are not there. */
export function readUint16(bytes: Uint8Array, at: number): number {
  return new DataView(slice(bytes, at, at + 2).buffer).getUint16(0);
}

/** The part, followed by zero bytes up to `size`. Throws FormatError if it is longer. */
export function padZero(part: Uint8Array, size: number): Bytes {
  if (part.length > size) throw new FormatError("too long");
  const whole = new Uint8Array(size);
  whole.set(part);
  return whole;
}

/** Refuses (FormatError) a region that holds anything but zero: no parser ignores trailing data. */
export function requireZero(bytes: Uint8Array): void {
  if (bytes.some((byte) => byte !== 0)) throw new FormatError("padding is not zero");
}
