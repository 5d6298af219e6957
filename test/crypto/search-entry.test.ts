import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deflate } from "../../src/crypto/deflate.ts";
import { labelled } from "../../src/crypto/labelled.ts";
import { openSearchEntry, sealSearchEntry, searchKeyOf } from "../../src/crypto/search-entry.ts";
import { aeadSeal, randomBytes } from "../../src/crypto/sodium.ts";
import { fromWordList, toWordList } from "../../src/crypto/word-list.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { searchWordsOf } from "../../src/domain/search-words.ts";
import { concat, padZero, toUtf8, uint16 } from "../../src/envelope/bytes.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createCommittee, randomCaseId } from "../support/crypto/people.ts";

const { indexKey } = createCommittee("xa-uy").keys;
const searchKey = searchKeyOf(indexKey);
const place = { committee: "xa-uy" as CommitteeId, case: randomCaseId() };

function sealAndOpen(words: readonly string[]) {
  return openSearchEntry(sealSearchEntry(words, place, indexKey), place, searchKey);
}

describe("the words by which an opened case is found", () => {
  it("are all there, in a sealed object of one size", () => {
    const anyText = fc.string({ unit: fc.constantFrom("a", "ế", "Đ", " ", "ខ្ញុំ", "👍", "𝐭", "\u200b", "=") });
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (texts) => {
        const words = searchWordsOf(texts.join(" "));
        const sealed = sealSearchEntry(words, place, indexKey);
        expect(sealed).toHaveLength(1024);
        const opened = openSearchEntry(sealed, place, searchKey);
        expect(opened).toEqual({ words: [...words].sort(), cut: false });
      }),
      { numRuns: 40 },
    );
  });

  it("that do not fit are left out from the end, and the entry says so", () => {
    // Random digits do not deflate: so many words no letter has.
    const words = Array.from({ length: 4000 }, (_, index) => `${(index * 7_919_993) % 99_999_989}x`);
    const opened = sealAndOpen(words);
    expect(opened?.cut).toBe(true);
    const kept = opened?.words.length ?? 0;
    expect(kept).toBeGreaterThan(150);
    expect(opened?.words).toEqual(words.slice(0, kept).sort());
    // The room is used: one word more and it would not have fitted.
    expect(sealAndOpen(words.slice(0, kept))).toMatchObject({ cut: false });
    expect(sealAndOpen(words.slice(0, kept + 1))).toMatchObject({ cut: true });
  });

  it("open in no other case, for no other committee, with no other key, and with no byte changed", () => {
    const sealed = sealSearchEntry(["bo", "hen", "ngo"], place, indexKey);
    const elsewhere = { ...place, case: randomCaseId() };
    expect(openSearchEntry(sealed, elsewhere, searchKey)).toBeUndefined();
    const above = { ...place, committee: "huyen-uy" as CommitteeId };
    expect(openSearchEntry(sealed, above, searchKey)).toBeUndefined();
    expect(openSearchEntry(sealed, place, indexKey)).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 7) {
      const altered = sealed.with(at, (sealed[at] ?? 0) ^ 1);
      expect(openSearchEntry(altered, place, searchKey)).toBeUndefined();
    }
    expect(openSearchEntry(sealed.subarray(1), place, searchKey)).toBeUndefined();
  });

  it("that a holder of the key sealed wrong, or to blow up a browser, are a format's error and nothing else", () => {
    const sealRaw = (plaintext: Uint8Array) => {
      const nonce = randomBytes(24);
      const bound = labelled(labels.searchEntry, toUtf8(`${place.committee}/${place.case}`));
      return concat(nonce, aeadSeal(padZero(plaintext, 984), bound, nonce, searchKey));
    };
    const head = (length: number, version = 1, mark = 0) =>
      concat(new Uint8Array([version, mark]), uint16(length));
    const words = deflate(toUtf8("\0bo\u0001ng"));
    const good = sealRaw(concat(head(words.length), words));
    expect(openSearchEntry(good, place, searchKey)).toEqual({ words: ["bo", "bng"], cut: false });
    const million = deflate(new Uint8Array(900_000));
    expect(million.length).toBeLessThan(980);
    const shared = deflate(toUtf8("\0bo\u0005ng"));
    for (const plaintext of [
      concat(head(words.length, 2), words),
      concat(head(words.length, 1, 2), words),
      concat(head(words.length - 1), words),
      concat(head(60_000), words),
      concat(head(3), new Uint8Array([255, 255, 255])),
      concat(head(million.length), million),
      concat(head(shared.length), shared),
    ])
      expect(() => openSearchEntry(sealRaw(plaintext), place, searchKey)).toThrow(FormatError);
  });
});

describe("a list of words", () => {
  it("reads back as it was written, in alphabetical order", () => {
    const anyWord = fc.string({
      unit: fc.constantFrom("a", "b", "ខ", "𝐭", "9"),
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyWord, { maxLength: 40 }), (words) => {
        expect(fromWordList(toWordList(words))).toEqual([...words].sort());
      }),
    );
  });

  it("that does not begin as one is refused", () => {
    expect(() => fromWordList("bo")).toThrow(FormatError);
  });
});
