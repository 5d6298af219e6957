import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndexEntry, openIndexEntry, sealIndexEntry } from "../../src/crypto/index-entry.ts";
import { aeadSeal, randomBytes } from "../../src/crypto/sodium.ts";
import { labelled } from "../../src/crypto/labelled.ts";
import { accusedRoles } from "../../src/domain/conflict.ts";
import type { CommitteeId, OfficerId, UnitId } from "../../src/domain/ids.ts";
import { concat, padZero, toUtf8, uint16 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createCommittee, randomCaseId } from "../support/crypto/people.ts";

const { indexKey } = createCommittee("xa-uy").keys;
const place = { committee: "xa-uy" as CommitteeId, case: randomCaseId() };
const entry: IndexEntry = {
  v: 2,
  sequence: 7,
  unit: "xa" as UnitId,
  about: "somebody-else",
  language: "vi",
  self: null,
  category: null,
  classified: false,
  assignee: null,
  joined: null,
  excerpt: "Tiền dân góp làm lộ bê tông",
};

describe("a line of the officers' list", () => {
  it("is of one size, and says what was written, shortened at a character's end", () => {
    const anyExcerpt = fc.string({
      unit: fc.constantFrom("a", "ế", "ខ្ញុំ", "👍", "\n", '"', "\u0001", "\ud83d"),
      maxLength: 900,
    });
    fc.assert(
      fc.property(anyExcerpt, fc.constantFrom(...accusedRoles), (excerpt, about) => {
        const sealed = sealIndexEntry({ ...entry, about, excerpt }, place, indexKey);
        expect(sealed).toHaveLength(448);
        const opened = openIndexEntry(sealed, place, indexKey);
        expect(opened).toMatchObject({ ...entry, about, excerpt: opened?.excerpt });
        expect(excerpt.startsWith(opened?.excerpt ?? "?")).toBe(true);
        if (excerpt.isWellFormed()) expect(opened?.excerpt.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("fills its room: long texts in any script keep as much as fits", () => {
    const sizes = ["a", "ế", "ខ", "👍"].map((character) => {
      const opened = openIndexEntry(
        sealIndexEntry({ ...entry, excerpt: character.repeat(9000) }, place, indexKey),
        place,
        indexKey,
      );
      expect(opened?.excerpt).toMatch(new RegExp(`^(?:${character})+$`, "u"));
      return toUtf8(opened?.excerpt ?? "").length;
    });
    for (const size of sizes) expect(size).toBeGreaterThan(206);
  });

  it("has room for the longest names and still for some words", () => {
    const unit = "x".repeat(48) as UnitId;
    const assignee = "y".repeat(48) as OfficerId;
    const most = { unit, assignee, joined: randomCaseId(), self: "party-member", category: "B7" } as const;
    const sealed = sealIndexEntry(
      { ...entry, ...most, classified: true, sequence: 99_999, excerpt: "ế".repeat(400) },
      place,
      indexKey,
    );
    expect(openIndexEntry(sealed, place, indexKey)?.excerpt.length).toBeGreaterThan(30);
  });

  it("opens in no other row, for no other committee, with no other key", () => {
    const sealed = sealIndexEntry(entry, place, indexKey);
    expect(openIndexEntry(sealed, place, indexKey)).toEqual(entry);
    expect(openIndexEntry(sealed, { ...place, case: randomCaseId() }, indexKey)).toBeUndefined();
    expect(
      openIndexEntry(sealed, { ...place, committee: "huyen-uy" as CommitteeId }, indexKey),
    ).toBeUndefined();
    expect(openIndexEntry(sealed, place, createCommittee("xa-uy").keys.indexKey)).toBeUndefined();
  });

  it("opens with no byte changed, cut or added", () => {
    const sealed = sealIndexEntry(entry, place, indexKey);
    for (let at = 0; at < sealed.length; at++) {
      const altered = new Uint8Array(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(openIndexEntry(altered, place, indexKey)).toBeUndefined();
      expect(openIndexEntry(sealed.subarray(0, at), place, indexKey)).toBeUndefined();
    }
    expect(openIndexEntry(concat(sealed, new Uint8Array(1)), place, indexKey)).toBeUndefined();
  });

  it("that another key holder sealed wrong is no entry: a format's error and nothing else", () => {
    const sealRaw = (plaintext: Uint8Array) => {
      const nonce = randomBytes(24);
      const bound = labelled(labels.indexEntry, toUtf8(`${place.committee}/${place.case}`));
      return concat(nonce, aeadSeal(padZero(plaintext, 408), bound, nonce, indexKey));
    };
    const text = toUtf8("{}");
    const whole = toUtf8(toCanonicalJson(entry));
    expect(openIndexEntry(sealRaw(concat(uint16(whole.length), whole)), place, indexKey)).toEqual(entry);
    for (const plaintext of [
      concat(uint16(2), text),
      concat(uint16(407), text),
      concat(uint16(65_535), text),
      concat(uint16(1), text),
      concat(uint16(whole.length), whole, new Uint8Array([0, 1])),
      new Uint8Array(),
    ]) {
      expect(() => openIndexEntry(sealRaw(plaintext), place, indexKey)).toThrow(FormatError);
    }
  });
});
