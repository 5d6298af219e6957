import { describe, expect, it } from "vitest";
import { unwrapCaseKey, createCaseKey, wrapCaseKey } from "../../src/crypto/case-key.ts";
import { verifyKeyRecord } from "../../src/crypto/key-record.ts";
import {
  derivePassphraseKeys,
  officerIdentityOf,
  unwrapOfficerSeed,
} from "../../src/crypto/officer-identity.ts";
import { rootFingerprint } from "../../src/crypto/directory.ts";
import { verifyRoster } from "../../src/crypto/roster.ts";
import type { CommitteeId, OfficerId, PersonId, UnitId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { holdCeremony } from "../../src/org/ceremony.ts";
import { createTrust } from "../../src/org/roots.ts";
import { commune, district, organisation } from "../support/crypto/organisation.ts";
import { quickStretch, randomCaseId, releasedOn } from "../support/crypto/people.ts";

function officer(id: string, committees: readonly CommitteeId[]) {
  const person = `p-${id}` as PersonId;
  return { id: id as OfficerId, loginName: id, title: `Cán bộ ${id}`, person, committees };
}

const ceremony = await holdCeremony({
  organisation: {
    ...organisation,
    committees: organisation.committees.map((committee) => ({ ...committee, keyRecord: null })),
  },
  officers: [officer("xa-hai", [commune.committee]), officer("xa-mot", [commune.committee])],
  subtree: "tinh" as UnitId,
  releaseHour: null,
  today: releasedOn,
  sealFrom: releasedOn,
  stretch: quickStretch,
});

function rosterOf(id: CommitteeId) {
  const committee = ceremony.directory.organisation.committees.find((each) => each.id === id);
  if (committee === undefined) throw new Error("a committee");
  const reading = verifyKeyRecord(ceremony.keyFiles.get(id) ?? "", committee);
  if (reading.kind !== "record") throw new Error(reading.fault);
  return verifyRoster(ceremony.rosterFiles.get(id) ?? "", reading.record);
}

describe("what a ceremony publishes", () => {
  it("leads from the directory to each committee's key, and from there to its officers", () => {
    expect(rosterOf(commune.committee)).toMatchObject({
      kind: "roster",
      roster: { officers: [{ id: "xa-hai" }, { id: "xa-mot", title: "Cán bộ xa-mot", person: "p-xa-mot" }] },
    });
  });

  it("has a roster for a mailbox without officers too, and nobody on it", () => {
    expect(rosterOf(district.committee)).toMatchObject({ kind: "roster", roster: { officers: [] } });
  });

  it("names in the roster the keys that the officers' own passphrases open", async () => {
    const reading = rosterOf(commune.committee);
    if (reading.kind !== "roster") throw new Error(reading.fault);
    const trust = { subtree: "tinh" as UnitId, minimumSequence: 1, builtOn: releasedOn };
    const fingerprint = rootFingerprint(
      createTrust(ceremony.roots, { threshold: ceremony.threshold, ...trust }),
    );
    const { key, seed } = createCaseKey();
    for (const { account, passphrase } of ceremony.officers) {
      const { id, loginName } = account.officer;
      const keys = await derivePassphraseKeys(passphrase, loginName, fingerprint, quickStretch);
      const own = unwrapOfficerSeed(fromBase64url(account.wrappedSeed), id, keys);
      if (own === undefined) throw new Error("does not open");
      const listed = reading.roster.officers.find((each) => each.id === id);
      const place = { case: randomCaseId(), key: key.id, officer: id };
      const wrap = wrapCaseKey(seed, fromBase64url(listed?.kem ?? ""), place);
      expect(unwrapCaseKey(wrap, officerIdentityOf(own).kem.secret, place)).toEqual(key);
    }
  });

  it("announces no change of the law: it is the first", () => {
    expect(ceremony.directory.lawChanges).toEqual([]);
  });
});
