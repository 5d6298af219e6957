import type { Bytes } from "./bytes.ts";
import { FormatError } from "./format-error.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueOf = new Map(Array.from(alphabet).map((character, value) => [character.charCodeAt(0), value]));
/** `Uint8Array.prototype.toBase64` is too young for the phones this has to run on. */
const chunkLength = 3 * 2048;

/** Base64url without padding (RFC 4648 §5). Inverse of `fromBase64url`. */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunkLength) {
    text += encodeChunk(bytes.subarray(at, at + chunkLength));
  }
  return text;
}

function encodeChunk(bytes: Uint8Array): string {
  const characters: number[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(4, bytes.length - at + 1);
    for (let index = 0; index < count; index++) {
      characters.push(alphabet.charCodeAt((group >>> (18 - 6 * index)) & 63));
    }
  }
  return String.fromCharCode(...characters);
}

/** The bytes of base64url text. Throws FormatError on a foreign character, padding, or bits left over. */
export function fromBase64url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  if (text.length % 4 === 1) throw new FormatError("not base64url");
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = valueOf.get(text.charCodeAt(index));
    if (value === undefined) throw new FormatError("not base64url");
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >>> held) & 0xff;
    }
  }
  if ((bits & ((1 << held) - 1)) !== 0) throw new FormatError("not canonical base64url");
  return bytes;
}

/** As `fromBase64url`, and the length must be as said. */
export function fromBase64urlOf(length: number, text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes.length !== length) throw new FormatError("wrong length");
  return bytes;
}
