import type { CommitteeId, KeyId, OfficerId } from "../domain/ids.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { openFromKem, sealToKem, type SealingPlace } from "./kem-seal.ts";
import { keyIdOf } from "./key-record.ts";
import { derive } from "./labelled.ts";
import { kemKeyPair, signKeyPair, wipe } from "./sodium.ts";

/** 32-byte seed of the X-Wing pair, then 32-byte seed of the Ed25519 pair. */
export const committeeSeedsBytes = 64;

/** A committee's key pair in an officer's memory. */
export type CommitteeKeys = {
  readonly id: KeyId;
  readonly kemSecret: Bytes;
  readonly signSecret: Bytes;
  /** Symmetric key of the list's sealed entries. */
  readonly indexKey: Bytes;
  readonly publicKem: Bytes;
  readonly publicSign: Bytes;
};

/** For whom a wrap is; it opens for nobody else and for no other key. */
export type WrapPurpose = {
  readonly committee: CommitteeId;
  readonly key: KeyId;
  readonly officer: OfficerId;
};

/** The pairs that follow from the seeds. The id is computed, so a swapped seed shows as another id. */
export function committeeKeysOf(seeds: Uint8Array): CommitteeKeys {
  const kem = kemKeyPair(seeds.subarray(0, 32));
  const sign = signKeyPair(seeds.subarray(32, committeeSeedsBytes));
  return {
    id: keyIdOf(kem.publicKey, sign.publicKey) as KeyId,
    kemSecret: kem.secret,
    signSecret: sign.secret,
    indexKey: derive(seeds.subarray(0, 32), 32, labels.indexKey),
    publicKem: kem.publicKey,
    publicSign: sign.publicKey,
  };
}

/** Seals a committee's seeds to one officer's X-Wing key. Inverse of `unwrapCommitteeKeys`. */
export function wrapCommitteeSeeds(seeds: Uint8Array, officerKem: Uint8Array, purpose: WrapPurpose): Bytes {
  return sealToKem(officerKem, seeds, placeOf(purpose));
}

/** Undefined: the wrap is for another officer, committee or key, was altered, or holds other seeds than it says. */
export function unwrapCommitteeKeys(
  wrap: Uint8Array,
  officerSecret: Uint8Array,
  purpose: WrapPurpose,
): CommitteeKeys | undefined {
  const seeds = openFromKem(wrap, officerSecret, placeOf(purpose));
  if (seeds?.length !== committeeSeedsBytes) return undefined;
  const keys = committeeKeysOf(seeds);
  wipe(seeds);
  if (keys.id === purpose.key) return keys;
  wipeCommitteeKeys(keys);
  return undefined;
}

function placeOf({ committee, key, officer }: WrapPurpose): SealingPlace {
  return { label: labels.committeeKeyWrap, context: [toUtf8(`${committee}/${key}/${officer}`)] };
}

/** Overwrites the private halves. */
export function wipeCommitteeKeys(keys: CommitteeKeys): void {
  wipe(keys.kemSecret, keys.signSecret, keys.indexKey);
}
