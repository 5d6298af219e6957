import { type Bytes, concat, toUtf8 } from "../../src/envelope/bytes.ts";
import type { Label } from "../../src/envelope/labels.ts";
import { digestBytes } from "../../src/envelope/sizes.ts";

const end = new Uint8Array(1);

/** UTF-8 of the label, a zero byte, the parts: what is hashed or signed for that one purpose. */
function labelled(label: Label, parts: readonly Uint8Array[]): Bytes {
  return concat(toUtf8(label), end, ...parts);
}

/** Public digest: the first 32 bytes of SHA-512. */
export async function digest(label: Label, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  const whole = await crypto.subtle.digest("SHA-512", labelled(label, parts));
  return new Uint8Array(whole.slice(0, digestBytes));
}

/** Whether an Ed25519 signature for that purpose is right. A key that is none has signed nothing. */
export async function verifySignature(
  publicKey: Bytes,
  signature: Bytes,
  label: Label,
  ...parts: readonly Uint8Array[]
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, labelled(label, parts));
  } catch {
    return false;
  }
}

/** Whether both hold the same bytes, in a time that depends on the length alone. */
export function equalSecretBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

/** Random bytes, at most 65,536. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
