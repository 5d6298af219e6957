import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyRecord, Roster } from "../../src/api/directory.schema.ts";
import { officerIdentityOf, randomOfficerSeed } from "../../src/crypto/officer-identity.ts";
import { rosterDigest, verifyRoster, writeRoster } from "../../src/crypto/roster.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CommitteeId, OfficerId, PersonId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { createCommittee } from "../support/crypto/people.ts";

await sodiumReady();
const committee = "xa-uy" as CommitteeId;
const made = createCommittee(committee);

function officer(id: string): Roster["officers"][number] {
  const { kem, sign } = officerIdentityOf(randomOfficerSeed());
  return {
    id: id as OfficerId,
    title: "Chủ nhiệm ủy ban kiểm tra",
    person: "p-0001" as PersonId,
    sign: toBase64url(sign.publicKey),
    kem: toBase64url(kem.publicKey),
  };
}

const roster: Roster = { v: 1, committee, officers: [officer("can-bo-1"), officer("can-bo-2")] };
const file = writeRoster(roster);

/** A key record that vouches for exactly this file. */
function vouching(rosterFile: string): KeyRecord {
  return { v: 1, committee, keys: [made.public], roster: rosterDigest(rosterFile) };
}

describe("a committee's roster", () => {
  it("is what the key record vouches for, its officers and their keys", () => {
    expect(verifyRoster(file, vouching(file))).toEqual({ kind: "roster", roster });
    const empty = writeRoster({ v: 1, committee, officers: [] });
    expect(verifyRoster(empty, vouching(empty))).toMatchObject({ kind: "roster" });
  });

  it("is 'substituted' when an officer was added, left out or given another key, or any character changed", () => {
    const [first, second] = roster.officers;
    if (first === undefined || second === undefined) throw new Error("two officers");
    const others = [
      { ...roster, officers: [first] },
      { ...roster, officers: [...roster.officers, officer("ke-gian")] },
      { ...roster, officers: [first, { ...second, kem: officer("ke-gian").kem }] },
      { ...roster, officers: [second, first] },
      { ...roster, officers: [first, { ...second, person: null }] },
    ];
    for (const other of others) {
      expect(verifyRoster(writeRoster(other), vouching(file))).toEqual({
        kind: "fault",
        fault: "substituted",
      });
    }
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.constantFrom("x", "0", " ", "é"), (at, with_) => {
        fc.pre(file[at] !== with_);
        const altered = file.slice(0, at) + with_ + file.slice(at + 1);
        expect(verifyRoster(altered, vouching(file))).toEqual({ kind: "fault", fault: "substituted" });
      }),
    );
    for (const altered of ["", file.trimEnd(), `${file}\n`, ` ${file}`]) {
      expect(verifyRoster(altered, vouching(file))).toMatchObject({ fault: "substituted" });
    }
  });

  it("is 'unreadable' when it is no roster of this committee, although the record vouched for it", () => {
    const [first] = roster.officers;
    if (first === undefined) throw new Error("an officer");
    const files = [
      writeRoster({ ...roster, committee: "huyen-uy" as CommitteeId }),
      writeRoster({ ...roster, officers: [first, { ...officer("can-bo-2"), id: first.id }] }),
      writeRoster({ ...roster, officers: [{ ...first, kem: "AAAA" }] }),
      writeRoster({ ...roster, officers: [{ ...first, more: 1 } as typeof first] }),
      toCanonicalJson(roster),
      `${toCanonicalJson(roster)} `,
      `${toCanonicalJson(roster)}\n\n`,
      `${JSON.stringify(roster)}\n`,
      "\n",
      "",
    ];
    for (const each of files) {
      expect(verifyRoster(each, vouching(each))).toEqual({ kind: "fault", fault: "unreadable" });
    }
  });
});
