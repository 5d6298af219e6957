import type { CaseId, KeyId, OfficerId } from "../domain/ids.ts";
import { toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { idBytes } from "../envelope/sizes.ts";
import { openFromKem, sealToKem, type SealingPlace } from "./kem-seal.ts";
import { digest } from "./labelled.ts";
import { kemKeyPair, randomBytes, wipe } from "./sodium.ts";

/**
 * The key with which one case is read once not every officer of its committee may read it any more. It signs nothing: acts are
 * still the committee's.
 */
export type CaseKey = { readonly id: KeyId; readonly kem: Bytes; readonly secret: Bytes };

/** For whom a wrap is; it opens for nobody else, in no other case, and for no other key. */
export type CaseKeyPlace = { readonly case: CaseId; readonly key: KeyId; readonly officer: OfficerId };

const seedBytes = 32;

/** A new case key, and the seed that is wrapped to its readers. Whoever made it wipes both (`wipeCaseKey`). */
export function createCaseKey(): { readonly key: CaseKey; readonly seed: Bytes } {
  const seed = randomBytes(seedBytes);
  return { key: caseKeyOf(seed), seed };
}

function caseKeyOf(seed: Uint8Array): CaseKey {
  const { publicKey, secret } = kemKeyPair(seed);
  return { id: caseKeyIdOf(publicKey), kem: publicKey, secret };
}

/** Id of a case key: 16 bytes of the digest of its public half. The signed event names it. */
export function caseKeyIdOf(kem: Uint8Array): KeyId {
  return toBase64url(digest(labels.caseKeyId, kem).slice(0, idBytes)) as KeyId;
}

/** Seals a case key's seed to one officer's X-Wing key. Inverse of `unwrapCaseKey`. */
export function wrapCaseKey(seed: Uint8Array, officerKem: Uint8Array, place: CaseKeyPlace): Bytes {
  return sealToKem(officerKem, seed, sealingPlaceOf(place));
}

/** Undefined: the wrap is for another officer, case or key, was altered, or holds another seed than it says. */
export function unwrapCaseKey(
  wrap: Uint8Array,
  officerSecret: Uint8Array,
  place: CaseKeyPlace,
): CaseKey | undefined {
  const seed = openFromKem(wrap, officerSecret, sealingPlaceOf(place));
  if (seed?.length !== seedBytes) return undefined;
  const key = caseKeyOf(seed);
  wipe(seed);
  return key.id === place.key ? key : undefined;
}

function sealingPlaceOf({ case: caseId, key, officer }: CaseKeyPlace): SealingPlace {
  return { label: labels.caseKeyWrap, context: [toUtf8(`${caseId}/${key}/${officer}`)] };
}

/** Overwrites the private half. */
export function wipeCaseKey(key: CaseKey): void {
  wipe(key.secret);
}
