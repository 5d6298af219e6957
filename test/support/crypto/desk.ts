import type { LoginResponse } from "../../../src/api/officer.schema.ts";
import type { KnownOrganisation } from "../../../src/client/organisation.ts";
import { wrapCommitteeSeeds } from "../../../src/crypto/committee-key.ts";
import {
  derivePassphraseKeys,
  officerIdentityOf,
  type PassphraseKeys,
  randomOfficerSeed,
  wrapOfficerSeed,
} from "../../../src/crypto/officer-identity.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { CommitteeId, OfficerId } from "../../../src/domain/ids.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import type { Bytes } from "../../../src/envelope/bytes.ts";
import { quickStretch, releasedOn, type TestCommittee } from "./people.ts";

export const credentials = { loginName: "can-bo", passphrase: "abcd-efgh-2345-6789" };
export const officerId = "can-bo-1" as OfficerId;

/** An account as the server keeps it, and the keys behind it. */
export type TestAccount = {
  readonly passphraseKeys: PassphraseKeys;
  readonly kem: Bytes;
  readonly login: LoginResponse;
};

export async function createAccount(
  { fingerprint }: KnownOrganisation,
  committees: readonly TestCommittee[],
): Promise<TestAccount> {
  const { loginName, passphrase } = credentials;
  const passphraseKeys = await derivePassphraseKeys(passphrase, loginName, fingerprint, quickStretch);
  const seed = randomOfficerSeed();
  const identity = officerIdentityOf(seed);
  const login: LoginResponse = {
    token: toBase64url(randomBytes(32)),
    officer: { id: officerId, title: "Cán bộ" },
    wrappedSeed: toBase64url(wrapOfficerSeed(seed, officerId, passphraseKeys)),
    memberships: committees.map((committee) => membershipOf(committee, identity.kem.publicKey)),
    today: releasedOn,
  };
  return { passphraseKeys, kem: identity.kem.publicKey, login };
}

/** A row of `memberships`; `committee` as whoever writes the row would have it. */
export function membershipOf(
  held: TestCommittee,
  kem: Uint8Array,
  committee: CommitteeId = held.committee,
): LoginResponse["memberships"][number] {
  const purpose = { committee, key: held.keys.id, officer: officerId };
  return { committee, key: held.keys.id, wrap: toBase64url(wrapCommitteeSeeds(held.seeds, kem, purpose)) };
}
