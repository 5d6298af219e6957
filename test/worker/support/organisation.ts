import type { CommitteeKey, DirectoryPayload, KeyRecord } from "../../../src/api/directory.schema.ts";
import type { CommitteeId, KeyId, PersonId, UnitId } from "../../../src/domain/ids.ts";
import type { Committee, CommitteeKind, Unit } from "../../../src/domain/organisation.ts";
import { toPlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url } from "../../../src/envelope/base64url.ts";
import { concat, toUtf8 } from "../../../src/envelope/bytes.ts";
import { defaultPolicy, officialYears } from "../../../src/org/law-data.ts";

const since = toPlainDate("2018-01-01");
const ever = { validFrom: since, validTo: null };

/** Committees of the little organisation that the server's tests run on. */
export const committees = {
  commune: "xa-uy",
  otherCommune: "xa-khac-uy",
  district: "huyen-uy",
  inspection: "huyen-ubkt",
  province: "tinh-uy",
  /** It ended before any test begins. */
  ended: "xa-cu-uy",
} as const satisfies Record<string, string>;

/** A committee key with its secret half, which only a test has in the clear. */
export type FixtureKey = CommitteeKey & { readonly pkcs8: string };

/** What the tests know about the site they are served from. */
export type Fixture = {
  readonly payload: DirectoryPayload;
  /** The newest key first; the second can no longer be sealed to. */
  readonly keys: Readonly<Record<string, readonly FixtureKey[]>>;
};

function unit(id: string, parent: string | null): Unit {
  return {
    ...ever,
    id: id as UnitId,
    name: id,
    formerNames: [],
    aliases: [],
    level: "xa",
    parents: parent === null ? [] : [{ ...ever, parent: parent as UnitId }],
    mergedInto: null,
    agencyPosts: [],
  };
}

function committee(id: string, unitId: string, kind: CommitteeKind): Committee {
  return {
    ...ever,
    id: id as CommitteeId,
    name: id,
    kind,
    unit: unitId as UnitId,
    positions: [],
    keyHolders: [`p-${unitId}` as PersonId],
    trustees: [],
    asksGroupC: false,
    keyRecord: "A".repeat(43),
  };
}

/** Bytes that follow from a name: every evaluation makes the same organisation. */
async function bytesOf(name: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-512", toUtf8(name)));
}

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const seedPrefix = new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

async function createKey(name: string, sealFrom: string, sealTo: string): Promise<FixtureKey> {
  const seed = await bytesOf(name);
  const pkcs8 = concat(seedPrefix, seed.subarray(0, 32));
  const secret = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = (await crypto.subtle.exportKey("jwk", secret)) as JsonWebKey;
  return {
    id: toBase64url(seed.subarray(32, 48)) as KeyId,
    kem: toBase64url(concat(...Array.from({ length: 19 }, () => seed))),
    sign: x ?? "",
    sealFrom: toPlainDate(sealFrom),
    sealTo: toPlainDate(sealTo),
    pkcs8: toBase64url(pkcs8),
  };
}

/** The organisation and its keys. */
export async function createFixture(): Promise<Fixture> {
  const keys: Record<string, readonly FixtureKey[]> = {};
  for (const id of Object.values(committees)) {
    keys[id] = [
      await createKey(`${id} new`, "2025-01-01", "2027-12-31"),
      await createKey(`${id} old`, "2020-01-01", "2024-12-31"),
    ];
  }
  const ended = { ...committee(committees.ended, "xa-cu", "managing"), validTo: toPlainDate("2025-07-01") };
  const payload: DirectoryPayload = {
    v: 1,
    sequence: 7,
    issuedOn: toPlainDate("2026-03-01"),
    expiresOn: toPlainDate("2026-04-30"),
    releaseHour: 18,
    organisation: {
      notice: "tổ chức minh họa",
      levels: [{ code: "xa", name: "Xã", isSmall: false }],
      units: [
        unit("tinh", null),
        unit("huyen", "tinh"),
        unit("xa", "huyen"),
        unit("xa-khac", "huyen"),
        unit("xa-cu", "huyen"),
      ],
      committees: [
        committee(committees.commune, "xa", "managing"),
        committee(committees.otherCommune, "xa-khac", "managing"),
        committee(committees.district, "huyen", "managing"),
        committee(committees.inspection, "huyen", "inspection"),
        committee(committees.province, "tinh", "managing"),
        ended,
      ],
      intake: committees.province as CommitteeId,
      deputyGoesUp: true,
    },
    policy: defaultPolicy,
    calendar: [...officialYears],
    lawChanges: [],
  } as unknown as DirectoryPayload;
  return { payload, keys };
}

/** The public half of a committee's keys, as its record. */
export function keyRecordOf(id: string, keys: readonly FixtureKey[]): KeyRecord {
  return {
    v: 1,
    committee: id as CommitteeId,
    keys: keys.map(({ id: key, kem, sign, sealFrom, sealTo }) => ({ id: key, kem, sign, sealFrom, sealTo })),
    roster: "A".repeat(43),
  };
}
