import type { KeyId } from "../domain/ids.ts";
import {
  type Bytes,
  equalBytes,
  fromUtf8,
  readUint32,
  requireZero,
  slice,
  toUtf8,
} from "../envelope/bytes.ts";
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
import { slotBytes } from "../envelope/sizes.ts";
import { commitTo, slotPlace } from "./envelope.seal.ts";
import { openFromKem, type SealingPlace } from "./kem-seal.ts";
import { digest } from "./labelled.ts";
import { aeadOpen, wipe } from "./sodium.ts";

/**
 * A core and the one slot that this reader was given. `key` null: the slot that the core binds; else one that was sealed
 * anew (`rewrap`) to the key of this id.
 */
export type SealedFor = {
  readonly core: Uint8Array;
  readonly slot: Uint8Array;
  readonly key: KeyId | null;
};

/** An opened object. `digest` names it in every chain and signature. */
export type Opened = { readonly core: Core; readonly digest: Bytes; readonly body: Bytes };

/** Digest by which an object is known (`labels.envelopeDigest`). Needs no key. */
export function envelopeDigest(core: Uint8Array): Bytes {
  return digest(labels.envelopeDigest, core);
}

/**
 * Opens an object with the X-Wing secret to which its slot was sealed. Undefined: the key is not the slot's, or anything
 * was altered, swapped or made to open differently for two readers. Throws FormatError if it is no object at all.
 */
export function openEnvelope(
  purpose: Purpose,
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
): Opened | undefined {
  const core = decodeCore(purpose, sealed.core);
  const contentKey = openContentKey(core, role, sealed, secret);
  if (contentKey === undefined) return undefined;
  const body = aeadOpen(core.ciphertext, encodeBound(core), core.nonce, contentKey);
  wipe(contentKey);
  return body === undefined ? undefined : { core, digest: envelopeDigest(sealed.core), body };
}

/**
 * The content key out of a slot, which is the one that the object commits to. `role` says which of the bound slots it is; one
 * that was sealed anew has none. Undefined as in `openEnvelope`. Whoever asks wipes it.
 */
export function openContentKey(
  core: Core,
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
): Bytes | undefined {
  if (sealed.slot.length !== slotBytes) return undefined;
  const contentKey =
    sealed.key === null
      ? openBound(core, slotRoles.indexOf(role), sealed.slot, secret)
      : openFromKem(sealed.slot, secret, rewrapPlace(core.purpose, sealed.key, envelopeDigest(sealed.core)));
  if (contentKey === undefined) return undefined;
  if (equalBytes(commitTo(contentKey, core.header), core.commitment)) return contentKey;
  wipe(contentKey);
  return undefined;
}

function openBound(core: Core, index: number, slot: Uint8Array, secret: Uint8Array): Bytes | undefined {
  const bound = core.slotDigests[index];
  if (bound === undefined || !equalBytes(digest(labels.slotDigest, slot), bound)) return undefined;
  return openFromKem(slot, secret, slotPlace(core, index));
}

/** What the key of a slot that was sealed anew depends on: it opens for this object and this key alone. */
export function rewrapPlace(purpose: Purpose, key: KeyId, objectDigest: Uint8Array): SealingPlace {
  return { label: labels.rewrap, context: [toUtf8(`${purpose}/${key}/`), objectDigest] };
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
