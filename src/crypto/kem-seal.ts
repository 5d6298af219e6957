import type { Label } from "../envelope/labels.ts";
import { type Bytes, concat } from "../envelope/bytes.ts";
import { contentKeyBytes, kemCiphertextBytes } from "../envelope/sizes.ts";
import { derive } from "./labelled.ts";
import { aeadOpen, aeadSeal, decapsulate, encapsulate, oneTimeNonce, wipe } from "./sodium.ts";

/** What the key depends on beside the shared secret: whatever was sealed for one place opens in no other. */
export type SealingPlace = { readonly label: Label; readonly context: readonly Uint8Array[] };

const unbound = new Uint8Array();

/**
 * Seals to an X-Wing key: its ciphertext, then the content under a key that follows from the shared secret and the place and is
 * never used again. Throws as `encapsulate` does. Inverse of `openFromKem`.
 */
export function sealToKem(publicKey: Uint8Array, content: Uint8Array, place: SealingPlace): Bytes {
  const { ciphertext, shared } = encapsulate(publicKey);
  const key = keyAt(shared, place);
  const sealed = concat(ciphertext, aeadSeal(content, unbound, oneTimeNonce, key));
  wipe(shared, key);
  return sealed;
}

/** Undefined: for another key or another place, altered, or too short to be anything. */
export function openFromKem(sealed: Uint8Array, secret: Uint8Array, place: SealingPlace): Bytes | undefined {
  if (sealed.length <= kemCiphertextBytes) return undefined;
  const shared = decapsulate(sealed.subarray(0, kemCiphertextBytes), secret);
  if (shared === undefined) return undefined;
  const key = keyAt(shared, place);
  const content = aeadOpen(sealed.subarray(kemCiphertextBytes), unbound, oneTimeNonce, key);
  wipe(shared, key);
  return content;
}

function keyAt(shared: Uint8Array, { label, context }: SealingPlace): Bytes {
  return derive(shared, contentKeyBytes, label, ...context);
}
