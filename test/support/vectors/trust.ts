import type { Roster } from "../../../src/api/directory.schema.ts";
import { committeeKeysOf } from "../../../src/crypto/committee-key.ts";
import { rootFingerprint } from "../../../src/crypto/directory.ts";
import { keyRecordDigest, writeKeyRecord } from "../../../src/crypto/key-record.ts";
import { rosterDigest, writeRoster } from "../../../src/crypto/roster.ts";
import { sodiumReady } from "../../../src/crypto/sodium.ts";
import type { CommitteeId, PersonId, UnitId } from "../../../src/domain/ids.ts";
import { toPlainDate } from "../../../src/domain/plain-date.ts";
import { toBase64url as b64 } from "../../../src/envelope/base64url.ts";
import { defaultPolicy, officialYears } from "../../../src/org/law-data.ts";
import { certifySigner, createTrust, type DirectoryContent, signDirectory } from "../../../src/org/roots.ts";
import { bytesOf } from "./deterministic.ts";

// Who vouches for whom in the known answers: roots, signer, directory, key records, rosters.

await sodiumReady();
export const releasedOn = toPlainDate("2026-03-02");

const roots = [0, 1, 2].map((index) => b64(bytesOf(`root/${index}`, 32)));
const signer = b64(bytesOf("signer", 32));
const trust = createTrust(roots, {
  threshold: 2,
  subtree: "huyen" as UnitId,
  minimumSequence: 1,
  builtOn: releasedOn,
});
export const fingerprint = rootFingerprint(trust);
export function committeeVector(id: string, officers: Roster["officers"]) {
  const seeds = bytesOf(`committee/${id}`, 64);
  const keys = committeeKeysOf(seeds);
  const rosterFile = writeRoster({ v: 1, committee: id as CommitteeId, officers });
  const file = writeKeyRecord({
    v: 1,
    roster: rosterDigest(rosterFile),
    committee: id as CommitteeId,
    keys: [
      {
        id: keys.id,
        kem: b64(keys.publicKem),
        sign: b64(keys.publicSign),
        sealFrom: toPlainDate("2026-01-01"),
        sealTo: toPlainDate("2027-01-02"),
      },
    ],
  });
  const vector = {
    committee: id,
    seeds: b64(seeds),
    kemPublic: b64(keys.publicKem),
    signPublic: b64(keys.publicSign),
    id: keys.id,
    indexKey: b64(keys.indexKey),
    keyRecordFile: file,
    keyRecordDigest: keyRecordDigest(file),
    rosterFile,
    rosterDigest: rosterDigest(rosterFile),
  };
  return { keys, seeds, vector };
}

type Committee = ReturnType<typeof committeeVector>;

export function directoryVector(commune: Committee, district: Committee) {
  const ever = { validFrom: toPlainDate("2018-01-01"), validTo: null };
  const unit = (id: string, parent: string | null) => ({
    ...ever,
    id: id as UnitId,
    name: id,
    formerNames: [],
    aliases: [],
    level: "xa",
    parents: parent === null ? [] : [{ ...ever, parent: parent as UnitId }],
    mergedInto: null,
    agencyPosts: [],
  });
  const committee = ({ vector }: Committee, of: string) => ({
    ...ever,
    id: vector.committee as CommitteeId,
    name: vector.committee,
    kind: "managing" as const,
    unit: of as UnitId,
    positions: [],
    keyHolders: [`p-${of}` as PersonId],
    trustees: [],
    asksGroupC: false,
    keyRecord: vector.keyRecordDigest,
  });
  const content: DirectoryContent = {
    sequence: 1,
    releaseHour: 18,
    organisation: {
      notice: "tổ chức minh họa",
      levels: [{ code: "xa", name: "Xã", isSmall: false }],
      units: [unit("huyen", null), unit("xa", "huyen")],
      committees: [committee(commune, "xa"), committee(district, "huyen")],
      intake: "huyen-uy" as CommitteeId,
      deputyGoesUp: true,
    },
    policy: defaultPolicy,
    calendar: officialYears.filter(({ year }) => year === 2026),
    lawChanges: [{ on: toPlainDate("2026-02-20"), because: "calendar" }],
  };
  const certified = certifySigner(roots, signer, trust.subtree, toPlainDate("2026-01-01"));
  return {
    rootSeeds: roots,
    signerSeed: signer,
    trust,
    rootFingerprint: b64(fingerprint),
    file: signDirectory(content, signer, certified, releasedOn),
  };
}
