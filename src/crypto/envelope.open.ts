import { type Bytes, equalBytes, fromUtf8, readUint32, requireZero, slice } from "../envelope/bytes.ts";
import {
  type Core,
  decodeCore,
  encodeBound,
  type Purpose,
  type SlotRole,
  slotRoles,
} from "../envelope/envelope.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { kemCiphertextBytes, slotBytes } from "../envelope/sizes.ts";
import { commitTo, slotKey } from "./envelope.seal.ts";
import { digest } from "./labelled.ts";
import { aeadOpen, decapsulate, oneTimeNonce, wipe } from "./sodium.ts";

/** A core and the one slot that this reader was given. */
export type SealedFor = { readonly core: Uint8Array; readonly slot: Uint8Array };

/** An opened object. `digest` names it in every chain and signature. */
export type Opened = { readonly core: Core; readonly digest: Bytes; readonly body: Bytes };

/** Digest by which an object is known (`labels.envelopeDigest`). Needs no key. */
export function envelopeDigest(core: Uint8Array): Bytes {
  return digest(labels.envelopeDigest, core);
}

/**
 * Opens an object with the X-Wing secret of one of its slots. Undefined: the key is not the slot's, or anything
 * was altered, swapped or made to open differently for two readers. Throws FormatError if it is no object at all.
 */
export function openEnvelope(
  purpose: Purpose,
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
): Opened | undefined {
  const core = decodeCore(purpose, sealed.core);
  const index = slotRoles.indexOf(role);
  const contentKey = openSlot(core, index, sealed.slot, secret);
  if (contentKey === undefined) return undefined;
  const committed = equalBytes(commitTo(contentKey, core.header), core.commitment);
  const body = committed ? aeadOpen(core.ciphertext, encodeBound(core), core.nonce, contentKey) : undefined;
  wipe(contentKey);
  return body === undefined ? undefined : { core, digest: envelopeDigest(sealed.core), body };
}

function openSlot(core: Core, index: number, slot: Uint8Array, secret: Uint8Array): Bytes | undefined {
  const bound = core.slotDigests[index];
  if (slot.length !== slotBytes || bound === undefined) return undefined;
  if (!equalBytes(digest(labels.slotDigest, slot), bound)) return undefined;
  const shared = decapsulate(slot.subarray(0, kemCiphertextBytes), secret);
  if (shared === undefined) return undefined;
  const key = slotKey(shared, core, index);
  const contentKey = aeadOpen(slot.subarray(kemCiphertextBytes), new Uint8Array(), oneTimeNonce, key);
  wipe(shared, key);
  return contentKey;
}

/** Takes a framed body apart. Throws FormatError on a wrong length or padding that is not zero. */
export function unframeBody(body: Uint8Array, signatureLength: 0 | 64): { text: string; signature: Bytes } {
  const length = readUint32(body, 0);
  const textEnd = 4 + length;
  if (textEnd + signatureLength > body.length) throw new FormatError("body: length");
  requireZero(body.subarray(textEnd + signatureLength));
  return {
    text: fromUtf8(slice(body, 4, textEnd)),
    signature: slice(body, textEnd, textEnd + signatureLength),
  };
}
