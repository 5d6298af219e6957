import { type Bytes, concat, toUtf8 } from "../envelope/bytes.ts";
import type { Label } from "../envelope/labels.ts";
import { digestBytes } from "../envelope/sizes.ts";
import { blake2b, sha512, sign, verify } from "./sodium.ts";

const end = new Uint8Array(1);

/** UTF-8 of the label, a zero byte, the parts: what is hashed or signed for that one purpose. */
export function labelled(label: Label, ...parts: readonly Uint8Array[]): Bytes {
  return concat(toUtf8(label), end, ...parts);
}

/** Public digest: the first 32 bytes of SHA-512, which libsodium and WebCrypto both have. */
export function digest(label: Label, ...parts: readonly Uint8Array[]): Bytes {
  return sha512(labelled(label, ...parts)).slice(0, digestBytes);
}

/** A secret made out of a secret, for one purpose: BLAKE2b keyed with the 32-byte secret. */
export function derive(
  secret: Uint8Array,
  length: number,
  label: Label,
  ...context: readonly Uint8Array[]
): Bytes {
  return blake2b(length, labelled(label, ...context), secret);
}

/** Signature for one purpose. */
export function signLabelled(secret: Uint8Array, label: Label, ...parts: readonly Uint8Array[]): Bytes {
  return sign(labelled(label, ...parts), secret);
}

/** Inverse of `signLabelled`. */
export function verifyLabelled(
  signature: Uint8Array,
  publicKey: Uint8Array,
  label: Label,
  ...parts: readonly Uint8Array[]
): boolean {
  return verify(signature, labelled(label, ...parts), publicKey);
}
