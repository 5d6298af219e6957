import type { CaseDetail, CaseRow, ChainEntry, LoginResponse } from "../../../src/api/officer.schema.ts";
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
import type { TestCase } from "./chains.ts";

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

/** What a server says of a case. */
export function detailOf(known: TestCase, changes: Partial<CaseRow> = {}): CaseDetail {
  const { header, digest } = known.letter;
  const types = known.entries.flatMap(({ entry }) => (entry.by === "committee" ? [entry.signed.event] : []));
  const status = types.some((event) => event.includes("Acknowledged"))
    ? "acknowledged"
    : types.length > 0
      ? "opened"
      : "sent";
  const row: CaseRow = {
    case: header.case,
    committee: header.receiver,
    receiverKey: header.receiverKey,
    fallback: header.fallback,
    fallbackKey: header.fallbackKey,
    policy: header.policy,
    releasedOn,
    status,
    sequence: known.entries.length,
    chain: toBase64url(known.links.at(-1) ?? randomBytes(32)),
    letter: toBase64url(digest),
    openedOn: null,
    acknowledgedOn: null,
    answeredOn: null,
    reporterWroteOn: null,
    index: null,
    ...changes,
  };
  return { today: releasedOn, row, entries: known.entries.map(chainEntry) };
}

function chainEntry({ entry, core, slots }: TestCase["entries"][number], index: number): ChainEntry {
  const sequence = index + 1;
  const message =
    core === null || slots === null ? null : { core: toBase64url(core), slot: toBase64url(slots[0]) };
  if (entry.by === "reporter") {
    if (message === null) throw new Error("a message");
    return { by: "reporter", sequence, on: entry.on, message };
  }
  const { event, signature } = entry.signed;
  return { by: "committee", sequence, event, signature: toBase64url(signature), message };
}
