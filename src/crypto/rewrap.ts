import type { KeyId } from "../domain/ids.ts";
import type { Bytes } from "../envelope/bytes.ts";
import { decodeCore, type Purpose, type SlotRole } from "../envelope/envelope.ts";
import { envelopeDigest, openContentKey, rewrapPlace, type SealedFor } from "./envelope.open.ts";
import { sealToKem } from "./kem-seal.ts";
import { wipe } from "./sodium.ts";

/** The key with which a case is read from now on: a case key, or that of the committee which gets it. */
export type RewrapTarget = { readonly key: KeyId; readonly kem: Uint8Array };

/**
 * The content key of an object sealed anew, as `SealedFor` with `key` takes it; `slotBytes` long. `role`: which of the bound slots
 * `sealed` holds, where it holds one. Undefined: it does not open with this secret, so there is nothing to pass on. Throws
 * FormatError if it is no object at all, and as `encapsulate` does if the target is no key.
 */
export function rewrapSlot(
  purpose: Purpose,
  role: SlotRole,
  sealed: SealedFor,
  secret: Uint8Array,
  target: RewrapTarget,
): Bytes | undefined {
  const contentKey = openContentKey(decodeCore(purpose, sealed.core), role, sealed, secret);
  if (contentKey === undefined) return undefined;
  const place = rewrapPlace(purpose, target.key, envelopeDigest(sealed.core));
  const slot = sealToKem(target.kem, contentKey, place);
  wipe(contentKey);
  return slot;
}
