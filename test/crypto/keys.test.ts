import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPatientStretch,
  officerCost,
  reporterCost,
  stretchOfficer,
  stretchReporterAtOnce,
  stretchReporterInSlices,
} from "../../src/crypto/argon2.ts";
import { committeeKeysOf, unwrapCommitteeKeys, wrapCommitteeSeeds } from "../../src/crypto/committee-key.ts";
import {
  getSealingKey,
  keyIdOf,
  keyRecordDigest,
  verifyKeyRecord,
  writeKeyRecord,
} from "../../src/crypto/key-record.ts";
import { rosterDigest } from "../../src/crypto/roster.ts";
import { labelled, signLabelled, verifyLabelled } from "../../src/crypto/labelled.ts";
import {
  derivePassphraseKeys,
  normalisePassphrase,
  officerIdentityOf,
  proveLogin,
  randomOfficerSeed,
  randomPassphrase,
  unwrapOfficerSeed,
  wrapOfficerSeed,
} from "../../src/crypto/officer-identity.ts";
import { deriveReporterKeys, type Stretch } from "../../src/crypto/receipt.ts";
import { kemKeyPair, randomBytes, sha512, verify } from "../../src/crypto/sodium.ts";
import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import type { Committee } from "../../src/domain/organisation.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createReceiptCode } from "../../src/envelope/receipt-code.ts";
import { organisation } from "../support/crypto/organisation.ts";
import { createCommittee, fingerprint, quickStretch, sealFrom } from "../support/crypto/people.ts";

const code = createReceiptCode("1234567890123456789012");

describe("labels", () => {
  it("are all different, and none is the beginning of another with its zero byte", () => {
    const all = Object.values(labels);
    expect(new Set(all).size).toBe(all.length);
    for (const label of all) expect(label).toMatch(/^hop-thu\/1\/[a-z-]+$/);
  });

  it("part what is signed for one purpose from every other", () => {
    const { publicKey, secret } = officerIdentityOf(randomBytes(32)).sign;
    const message = toUtf8("{}");
    const signature = signLabelled(secret, labels.officerEvent, message);
    for (const label of Object.values(labels)) {
      expect(verifyLabelled(signature, publicKey, label, message)).toBe(label === labels.officerEvent);
    }
    expect(labelled(labels.keyId)).toEqual(toUtf8("hop-thu/1/key-id\0"));
  });

  it("never make a verification throw on malformed input", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 40 }), (signature, key) => {
        expect(verify(signature, new Uint8Array(3), key)).toBe(false);
      }),
    );
    expect(sha512(new Uint8Array())).toHaveLength(64);
  });
});

describe("Argon2id", () => {
  it("is the same in slices and at once, at the reporter's full cost", async () => {
    const [password, salt] = [toUtf8(code), new Uint8Array(16).fill(3)];
    const [inSlices, atOnce] = [
      await stretchReporterInSlices(password, salt),
      await stretchReporterAtOnce(password, salt),
    ];
    expect(inSlices).toEqual(atOnce);
    expect(inSlices).toHaveLength(32);
  }, 90_000);

  it("is the same when somebody could not wait for the slices: at the first moment or in the middle", async () => {
    const [password, salt] = [toUtf8(code), new Uint8Array(16).fill(3)];
    const expected = await stretchReporterAtOnce(password, salt);
    for (const after of [0, 300]) {
      const patient = createPatientStretch();
      const stretched = patient.stretch(password, salt);
      await new Promise((resolve) => setTimeout(resolve, after));
      patient.hurry();
      patient.hurry();
      expect(await stretched).toEqual(expected);
    }
    const untouched = createPatientStretch();
    expect(await untouched.stretch(password, salt)).toEqual(expected);
  }, 120_000);

  it("costs what is compiled in, and nothing can be passed that makes it cheaper", () => {
    expect(reporterCost).toEqual({ memory: 65_536, passes: 3 });
    expect(officerCost).toEqual({ memory: 262_144, passes: 3 });
    const taken = [stretchReporterInSlices, stretchReporterAtOnce, stretchOfficer].map(
      ({ length }) => length,
    );
    expect(taken).toEqual([2, 2, 2]);
  });
});

describe("a receipt code", () => {
  it("leads to the same keys every time, and to others in another organisation or with another code", async () => {
    const known = await deriveReporterKeys(code, fingerprint, quickStretch);
    expect(await deriveReporterKeys(code, fingerprint, quickStretch)).toEqual(known);
    expect(known.lookupId).toHaveLength(16);
    const others = [
      await deriveReporterKeys(code, randomBytes(32), quickStretch),
      await deriveReporterKeys(createReceiptCode("1234567890123456789013"), fingerprint, quickStretch),
    ];
    for (const other of others) {
      expect(other.lookupId).not.toEqual(known.lookupId);
      expect(other.sign.publicKey).not.toEqual(known.sign.publicKey);
      expect(other.kem.publicKey).not.toEqual(known.kem.publicKey);
    }
  });

  it("is stretched as its 24 digits, under a salt of 16 bytes", async () => {
    const seen: Uint8Array[] = [];
    const watching: Stretch = async (password, salt) => {
      seen.push(new Uint8Array(password), new Uint8Array(salt));
      return randomBytes(32);
    };
    await deriveReporterKeys(code, fingerprint, watching);
    expect(seen[0]).toEqual(toUtf8(code));
    expect(seen[1]).toHaveLength(16);
  });
});

describe("a key record", () => {
  const made = createCommittee("xa-uy");
  const roster = rosterDigest(made.rosterFile);
  const [vouching] = organisation.committees;
  if (vouching === undefined) throw new Error("a committee");
  const committee = (file: string, id = "xa-uy"): Committee => ({
    ...vouching,
    id: id as CommitteeId,
    keyRecord: keyRecordDigest(file),
  });

  it("is believed if its bytes are the ones that the directory vouches for", () => {
    expect(verifyKeyRecord(made.file, committee(made.file))).toMatchObject({ kind: "record" });
  });

  it("is 'substituted' with any other byte", () => {
    const vouched = committee(made.file);
    fc.assert(
      fc.property(fc.nat({ max: made.file.length - 1 }), (at) => {
        const other = made.file[at] === "x" ? "y" : "x";
        const text = made.file.slice(0, at) + other + made.file.slice(at + 1);
        expect(verifyKeyRecord(text, vouched)).toEqual({ kind: "fault", fault: "substituted" });
      }),
      { numRuns: 100 },
    );
    for (const text of ["", made.file.trimEnd(), `${made.file}\n`, createCommittee("xa-uy").file]) {
      expect(verifyKeyRecord(text, vouched)).toEqual({ kind: "fault", fault: "substituted" });
    }
    expect(verifyKeyRecord(made.file, { ...vouched, keyRecord: null })).toMatchObject({
      fault: "substituted",
    });
  });

  it("is as long as any other, however its committee is called and whether it holds one key or two", () => {
    const [long, other] = [createCommittee("x".repeat(48)), createCommittee("xa-uy")];
    const two = writeKeyRecord({
      v: 1,
      committee: made.committee,
      keys: [other.public, made.public],
      roster,
    });
    for (const file of [made.file, long.file, two]) {
      expect(toUtf8(file)).toHaveLength(4096);
      expect(file).toMatch(/\} *\n$/);
    }
  });

  it("grows by whole steps, and is read at every length", () => {
    const pair = () => createCommittee("xa-uy").public;
    for (const [count, length] of [
      [2, 4096],
      [3, 8192],
      [5, 12_288],
    ] as const) {
      const keys = Array.from({ length: count }, pair);
      const file = writeKeyRecord({ v: 1, committee: made.committee, keys, roster });
      expect(toUtf8(file)).toHaveLength(length);
      expect(verifyKeyRecord(file, committee(file))).toMatchObject({ kind: "record", record: { keys } });
    }
  });

  it("is 'unreadable' with any other padding, although the directory vouched for it", () => {
    const text = made.file.trimEnd();
    const paddings = [
      text,
      `${text}\n`,
      `${text} \n`,
      made.file.trimEnd().padEnd(4096),
      `${text.padEnd(8191)}\n`,
      `${text.padEnd(4095, "\t")}\n`,
      `${text.padEnd(4094)}\n\n`,
      ` ${text.padEnd(4094)}\n`,
      `${text.padEnd(4094)}\u00a0\n`,
    ];
    for (const file of paddings) {
      expect(verifyKeyRecord(file, committee(file))).toEqual({ kind: "fault", fault: "unreadable" });
    }
  });

  it("is 'unreadable' when it is of another committee, has an id that does not follow from its keys, or no key", () => {
    const key = made.public;
    const other = createCommittee("xa-uy").public;
    const files = [
      writeKeyRecord({ v: 1, committee: "huyen-uy" as CommitteeId, keys: [key], roster }),
      writeKeyRecord({ v: 1, committee: made.committee, keys: [{ ...key, id: other.id }], roster }),
      writeKeyRecord({ v: 1, committee: made.committee, keys: [key, { ...key, kem: other.kem }], roster }),
      writeKeyRecord({ v: 1, committee: made.committee, keys: [{ ...key, kem: "AAAA" }], roster }),
      writeKeyRecord({ v: 1, committee: made.committee, keys: [], roster }),
      "{}\n",
      "no JSON",
    ];
    for (const file of files) {
      expect(verifyKeyRecord(file, committee(file))).toEqual({ kind: "fault", fault: "unreadable" });
    }
  });

  it("has a key to seal to only on the days of one, the newest first", () => {
    const [old, now] = [
      { ...made.public, sealTo: addDays(sealFrom, 40) },
      { ...createCommittee("xa-uy").public, sealFrom: addDays(sealFrom, 30) },
    ];
    const record = { v: 1 as const, committee: made.committee, keys: [now, old], roster };
    expect(getSealingKey(record, addDays(sealFrom, -1))).toBeUndefined();
    expect(getSealingKey(record, sealFrom)).toBe(old);
    expect(getSealingKey(record, addDays(sealFrom, 29))).toBe(old);
    expect(getSealingKey(record, addDays(sealFrom, 30))).toBe(now);
    expect(getSealingKey(record, now.sealTo)).toBe(now);
    expect(getSealingKey(record, addDays(now.sealTo, 1))).toBeUndefined();
  });

  it("has ids that follow from both halves", () => {
    const a = committeeKeysOf(randomBytes(64));
    const b = committeeKeysOf(randomBytes(64));
    expect(a.id).toBe(keyIdOf(a.publicKem, a.publicSign));
    expect(
      new Set([a.id, b.id, keyIdOf(a.publicKem, b.publicSign), keyIdOf(b.publicKem, a.publicSign)]).size,
    ).toBe(4);
  });
});

describe("a committee's key, wrapped", () => {
  const held = createCommittee("xa-uy");
  const seeds = randomBytes(64);
  const keys = committeeKeysOf(seeds);
  const officer = kemKeyPair(randomBytes(32));
  const purpose = { committee: held.committee, key: keys.id, officer: "can-bo" as OfficerId };
  const wrap = wrapCommitteeSeeds(seeds, officer.publicKey, purpose);

  it("opens for its officer to the very keys", () => {
    expect(unwrapCommitteeKeys(wrap, officer.secret, purpose)).toEqual(keys);
  });

  it("opens for no other officer, committee or key", () => {
    const others = [
      { ...purpose, officer: "can-bo-2" as OfficerId },
      { ...purpose, committee: "huyen-uy" as CommitteeId },
      { ...purpose, key: held.keys.id },
    ];
    for (const other of others) expect(unwrapCommitteeKeys(wrap, officer.secret, other)).toBeUndefined();
    expect(unwrapCommitteeKeys(wrap, randomBytes(32), purpose)).toBeUndefined();
  });

  it("opens with no byte changed, cut or added", () => {
    for (let at = 0; at < wrap.length; at += at < 1088 ? 13 : 1) {
      const altered = new Uint8Array(wrap);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unwrapCommitteeKeys(altered, officer.secret, purpose)).toBeUndefined();
    }
    for (let length = 0; length < wrap.length; length += 50) {
      expect(unwrapCommitteeKeys(wrap.subarray(0, length), officer.secret, purpose)).toBeUndefined();
    }
    expect(unwrapCommitteeKeys(new Uint8Array([...wrap, 0]), officer.secret, purpose)).toBeUndefined();
  });

  it("is refused when it holds other seeds than its id says, or not 64 bytes of them", () => {
    const lying = wrapCommitteeSeeds(randomBytes(64), officer.publicKey, purpose);
    expect(unwrapCommitteeKeys(lying, officer.secret, purpose)).toBeUndefined();
    for (const length of [0, 32, 63, 65]) {
      const odd = wrapCommitteeSeeds(randomBytes(length), officer.publicKey, purpose);
      expect(unwrapCommitteeKeys(odd, officer.secret, purpose)).toBeUndefined();
    }
  });
});

describe("an officer's passphrase", () => {
  it("is sixteen characters of thirty-two in four groups: eighty bits, each character as likely as any", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 600; index++) {
      const passphrase = randomPassphrase();
      expect(passphrase).toMatch(/^[2-9a-km-np-z]{4}(?:-[2-9a-km-np-z]{4}){3}$/);
      for (const character of passphrase.replaceAll("-", ""))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    const expected = (600 * 16) / 32;
    const square = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect((square - 31) / Math.sqrt(62)).toBeLessThan(8);
  });

  it("is one passphrase, however it is typed", () => {
    const known = normalisePassphrase("abcd-efgh-2345-6789");
    const typings = [
      "ABCD-EFGH-2345-6789",
      " abcd efgh 2345 6789 ",
      "abcdefgh23456789",
      "abcd‐efgh–2345—6789",
      "ａｂｃｄ-efgh-２３４５-6789",
      "abcd\u00a0efgh\t2345\n6789",
    ];
    for (const typed of typings) expect(normalisePassphrase(typed)).toBe(known);
    expect(normalisePassphrase("abcd-efgh-2345-678")).not.toBe(known);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const once = normalisePassphrase(typed);
        expect(normalisePassphrase(typed.normalize("NFD")).normalize("NFC")).toBe(once.normalize("NFC"));
      }),
    );
  });

  it("leads to other keys for another name, organisation or passphrase", async () => {
    const keysOf = async (passphrase: string, name: string, root: Uint8Array) =>
      toBase64url((await derivePassphraseKeys(passphrase, name, root, quickStretch)).login.publicKey);
    const all = [
      await keysOf("abcd", "can-bo", fingerprint),
      await keysOf("abce", "can-bo", fingerprint),
      await keysOf("abcd", "can-bo-2", fingerprint),
      await keysOf("abcd", "can-bo", new Uint8Array(32)),
    ];
    expect(new Set(all).size).toBe(4);
    expect(await keysOf("A b-C d", "can-bo", fingerprint)).toBe(all[0]);
  });

  it("proves itself for one challenge and one name", async () => {
    const keys = await derivePassphraseKeys("abcd", "can-bo", fingerprint, quickStretch);
    const proof = proveLogin(keys, "1.tag", "can-bo");
    const holds = (text: string) =>
      verifyLabelled(proof, keys.login.publicKey, labels.officerLogin, toUtf8(text));
    expect(holds("1.tag\0can-bo")).toBe(true);
    for (const text of ["1.tag\0can-bo2", "2.tag\0can-bo", "1.ta\0gcan-bo", "1.tagcan-bo"])
      expect(holds(text)).toBe(false);
  });
});

describe("an officer's seed, wrapped", () => {
  const officer = "can-bo-1" as OfficerId;

  it("opens only with the passphrase it was sealed under, for the officer it was sealed for, unaltered", async () => {
    const keys = await derivePassphraseKeys("abcd", "can-bo", fingerprint, quickStretch);
    const others = await derivePassphraseKeys("abce", "can-bo", fingerprint, quickStretch);
    const seed = randomOfficerSeed();
    const wrapped = wrapOfficerSeed(seed, officer, keys);
    expect(wrapped).toHaveLength(72);
    expect(unwrapOfficerSeed(wrapped, officer, keys)).toEqual(seed);
    expect(unwrapOfficerSeed(wrapped, "can-bo-2" as OfficerId, keys)).toBeUndefined();
    expect(unwrapOfficerSeed(wrapped, officer, others)).toBeUndefined();
    expect(unwrapOfficerSeed(wrapped, officer, { ...keys, login: others.login })).toBeUndefined();
    expect(unwrapOfficerSeed(wrapped, officer, { ...others, login: keys.login })).toBeUndefined();
    for (let at = 0; at < wrapped.length; at++) {
      const altered = new Uint8Array(wrapped);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unwrapOfficerSeed(altered, officer, keys)).toBeUndefined();
      expect(unwrapOfficerSeed(wrapped.subarray(0, at), officer, keys)).toBeUndefined();
    }
    expect(unwrapOfficerSeed(wrapOfficerSeed(randomBytes(31), officer, keys), officer, keys)).toBeUndefined();
  });

  it("holds two key pairs that say nothing of each other", () => {
    const seed = randomBytes(32);
    const identity = officerIdentityOf(seed);
    expect(officerIdentityOf(seed)).toEqual(identity);
    expect(identity.kem.secret).not.toEqual(identity.sign.secret.subarray(0, 32));
    expect(identity.kem.secret).not.toEqual(seed);
  });
});
