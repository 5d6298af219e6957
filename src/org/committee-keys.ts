import type { CommitteeKey } from "../api/directory.schema.ts";
import { type CommitteeKeys, committeeKeysOf, committeeSeedsBytes } from "../crypto/committee-key.ts";
import { writeKeyRecord } from "../crypto/key-record.ts";
import { rosterDigest } from "../crypto/roster.ts";
import { randomBytes } from "../crypto/sodium.ts";
import type { CommitteeId } from "../domain/ids.ts";
import { addDays, type PlainDate } from "../domain/plain-date.ts";
import { toBase64url } from "../envelope/base64url.ts";
import type { Bytes } from "../envelope/bytes.ts";

/** A committee's new key pair: its seeds, to be wrapped to officers and then forgotten, and its public halves. */
export type NewCommitteeKey = {
  readonly committee: CommitteeId;
  readonly seeds: Bytes;
  readonly keys: CommitteeKeys;
  readonly public: CommitteeKey;
};

/** Anything may be sealed to a key for one year; it is made anew every year and on every change of officers. */
const sealingDays = 366;

/** A key pair for a committee, to be sealed to from a day on. */
export function createCommitteeKey(committee: CommitteeId, sealFrom: PlainDate): NewCommitteeKey {
  const seeds = randomBytes(committeeSeedsBytes);
  const keys = committeeKeysOf(seeds);
  return {
    committee,
    seeds,
    keys,
    public: {
      id: keys.id,
      kem: toBase64url(keys.publicKem),
      sign: toBase64url(keys.publicSign),
      sealFrom,
      sealTo: addDays(sealFrom, sealingDays),
    },
  };
}

/** The file `keys/<committee>.json`: the key, and by its digest who may be given a case key. */
export function keyFileOf({ committee, public: key }: NewCommitteeKey, rosterFile: string): string {
  return writeKeyRecord({ v: 1, committee, keys: [key], roster: rosterDigest(rosterFile) });
}
