import { type Bytes, fromUtf8, toUtf8 } from "./bytes.ts";
import { FormatError } from "./format-error.ts";

// `Uint8Array.prototype.toBase64` is too young for the phones this has to run on. Tables and not `Map`s: the server
// does this with every byte that it stores or hands out.
const alphabet = toUtf8("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
const foreign = 255;
const valueOf = new Uint8Array(256).fill(foreign);
for (const [value, code] of alphabet.entries()) valueOf[code] = value;

/** Base64url without padding (RFC 4648 §5). Inverse of `fromBase64url`. */
export function toBase64url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    // What lies past the end of `codes` is dropped: that is the missing padding.
    codes[at++] = alphabet[group >>> 18] ?? 0;
    codes[at++] = alphabet[(group >>> 12) & 63] ?? 0;
    codes[at++] = alphabet[(group >>> 6) & 63] ?? 0;
    codes[at++] = alphabet[group & 63] ?? 0;
  }
  return fromUtf8(codes);
}

/** The bytes of base64url text. Throws FormatError on a foreign character, padding, or bits left over. */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new FormatError("not base64url");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const value = code < 256 ? (valueOf[code] ?? foreign) : foreign;
    if (value === foreign) throw new FormatError("not base64url");
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
