import { wrapCommitteeSeeds } from "../crypto/committee-key.ts";
import {
  derivePassphraseKeys,
  type OfficerIdentity,
  officerIdentityOf,
  randomOfficerSeed,
  randomPassphrase,
  wrapOfficerSeed,
} from "../crypto/officer-identity.ts";
import type { Stretch } from "../crypto/receipt.ts";
import type { CommitteeId, OfficerId, PersonId } from "../domain/ids.ts";
import { toBase64url } from "../envelope/base64url.ts";
import type { Bytes } from "../envelope/bytes.ts";
import type { NewCommitteeKey } from "./committee-keys.ts";

/** Who is to become an officer, and of which committees. */
export type OfficerToEnrol = {
  readonly id: OfficerId;
  readonly loginName: string;
  readonly title: string;
  readonly person: PersonId;
  readonly committees: readonly CommitteeId[];
};

/** A row of `officers` with its rows of `memberships`: everything in it is public or sealed. */
export type OfficerAccount = {
  readonly officer: OfficerToEnrol;
  readonly loginKey: string;
  readonly signKey: string;
  readonly kemKey: string;
  readonly wrappedSeed: string;
  readonly memberships: readonly { committee: CommitteeId; key: string; wrap: string }[];
};

/** An account, and the passphrase that only its officer may ever see. */
export type EnrolledOfficer = { readonly account: OfficerAccount; readonly passphrase: string };

/** An officer's identity, before anything is wrapped to it. */
export type CreatedOfficer = {
  readonly officer: OfficerToEnrol;
  readonly seed: Bytes;
  readonly identity: OfficerIdentity;
};

/** Makes an officer's identity. */
export function createOfficer(officer: OfficerToEnrol): CreatedOfficer {
  const seed = randomOfficerSeed();
  return { officer, seed, identity: officerIdentityOf(seed) };
}

/** Makes an officer's passphrase, seals the identity under it and wraps the committees' keys to it. */
export async function enrolOfficer(
  { officer, seed, identity }: CreatedOfficer,
  committeeKeys: ReadonlyMap<CommitteeId, NewCommitteeKey>,
  fingerprint: Uint8Array,
  stretch: Stretch,
): Promise<EnrolledOfficer> {
  const passphrase = randomPassphrase();
  const keys = await derivePassphraseKeys(passphrase, officer.loginName, fingerprint, stretch);
  const memberships = officer.committees.map((committee) => {
    const held = committeeKeys.get(committee);
    if (held === undefined) throw new Error(`${officer.loginName}: ${committee} has no key`);
    const purpose = { committee, key: held.keys.id, officer: officer.id };
    const wrap = wrapCommitteeSeeds(held.seeds, identity.kem.publicKey, purpose);
    return { committee, key: held.keys.id, wrap: toBase64url(wrap) };
  });
  const account = {
    officer,
    loginKey: toBase64url(keys.login.publicKey),
    signKey: toBase64url(identity.sign.publicKey),
    kemKey: toBase64url(identity.kem.publicKey),
    wrappedSeed: toBase64url(wrapOfficerSeed(seed, officer.id, keys)),
    memberships,
  };
  return { account, passphrase };
}
