import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { officerCost, reporterCost, stretchOfficer, stretchReporterAtOnce } from "../../src/crypto/argon2.ts";
import { type LinkedEntry, reporterIdentityOf, toCaseEvents, verifyChain } from "../../src/crypto/chain.ts";
import { unwrapCaseKey } from "../../src/crypto/case-key.ts";
import { openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { verifyDirectory } from "../../src/crypto/directory.ts";
import { openIdentity } from "../../src/crypto/identity.ts";
import { openIndexEntry } from "../../src/crypto/index-entry.ts";
import { openSearchEntry, searchKeyOf } from "../../src/crypto/search-entry.ts";
import { verifyKeyRecord } from "../../src/crypto/key-record.ts";
import { openLetter } from "../../src/crypto/letter.ts";
import { derivePassphraseKeys } from "../../src/crypto/officer-identity.ts";
import { joinLetter } from "../../src/crypto/letter.text.ts";
import { openReporterMessage, readReporterMessageHeader } from "../../src/crypto/reporter-message.ts";
import { deriveReporterKeys } from "../../src/crypto/receipt.ts";
import { verifyRoster } from "../../src/crypto/roster.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId, KeyId, OfficerId, UnitId } from "../../src/domain/ids.ts";
import type { Committee } from "../../src/domain/organisation.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { letterHeaderSchema, parseHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createReceiptCode } from "../../src/envelope/receipt-code.ts";
import {
  caseKeyOf,
  chain,
  committeeKeys,
  digest,
  from64,
  isReporters,
  isSigned,
  kemOf,
  officerKeys,
  officerSeed,
  openIndex,
  openSearch,
  openObject,
  openSealedAnew,
  openWrap,
  passphraseKeys,
  readCore,
  readDirectory,
  readIdentity,
  readKeyRecord,
  reporterKeys,
  rootFingerprint,
  signOf,
  to64,
  utf8,
} from "../support/vectors/reader.ts";
import known from "../vectors/protocol.json" with { type: "json" };

// Another implementation (test/support/vectors/reader.ts, which imports nothing of ours) opens the known answers
// from their bytes alone; then ours opens the same.

const { receipt, officer } = known;
const fingerprint = from64(known.directory.rootFingerprint);
const [commune, district] = requireTwo(known.committees);

function requireTwo<Item>([first, second]: readonly Item[]): readonly [Item, Item] {
  if (first === undefined || second === undefined) throw new Error("two committees");
  return [first, second];
}

let reporter: Awaited<ReturnType<typeof reporterKeys>>;
let passphrase: Awaited<ReturnType<typeof passphraseKeys>>;
beforeAll(async () => {
  await sodiumReady();
  reporter = await reporterKeys(receipt.code, fingerprint);
  passphrase = await passphraseKeys(officer.normalised, officer.loginName, fingerprint);
}, 90_000);

describe("the known answers, read by another implementation", () => {
  it("have every label, and what it digests to", () => {
    expect(known.labels.map(({ label }) => label)).toEqual(Object.values(labels));
    for (const { label, digestOfEmpty } of known.labels) {
      expect(to64(digest(label.slice("hop-thu/1/".length)))).toBe(digestOfEmpty);
    }
  });

  it("lead from a receipt code to its keys", () => {
    expect(createReceiptCode(receipt.randomDigits)).toBe(receipt.code);
    expect(receipt.argon2id).toMatchObject({ memoryKiB: reporterCost.memory, passes: reporterCost.passes });
    expect(to64(reporter.master)).toBe(receipt.master);
    expect(to64(reporter.lookupId)).toBe(receipt.lookupId);
    expect(to64(reporter.sign.publicKey)).toBe(receipt.signPublic);
    expect(to64(reporter.kem.publicKey)).toBe(receipt.kemPublic);
    expect(to64(signOf(from64(receipt.signSeed)).publicKey)).toBe(receipt.signPublic);
    expect(to64(kemOf(from64(receipt.kemSeed)).publicKey)).toBe(receipt.kemPublic);
  });

  it("lead from a passphrase to an officer's keys and a committee's", () => {
    expect(officer.argon2id).toMatchObject({ memoryKiB: officerCost.memory, passes: officerCost.passes });
    expect(to64(passphrase.stretched)).toBe(officer.stretched);
    expect(to64(passphrase.login.publicKey)).toBe(officer.loginPublic);
    const proof = from64(officer.loginProof);
    const said = [utf8(officer.challenge), new Uint8Array(1), utf8(officer.loginName)];
    expect(isSigned(proof, passphrase.login.publicKey, "officer-login", ...said)).toBe(true);
    const seed = officerSeed(from64(officer.wrappedSeed), officer.officer, passphrase);
    expect(to64(seed)).toBe(officer.seed);
    const identity = officerKeys(seed);
    expect([to64(identity.kem.publicKey), to64(identity.sign.publicKey)]).toEqual([
      officer.kemPublic,
      officer.signPublic,
    ]);
    const { sealed, key, committee } = officer.committeeKeyWrap;
    const seeds = openWrap(
      from64(sealed),
      identity.kem.privateKey,
      "committee-key-wrap",
      utf8(`${committee}/${key}/${officer.officer}`),
    );
    expect(to64(seeds)).toBe(commune.seeds);
  });

  it("have committee keys with their ids, records and index keys", () => {
    for (const { seeds, keyRecordFile: file, ...each } of known.committees) {
      const { kem, sign, id, indexKey } = committeeKeys(from64(seeds));
      expect([id, to64(kem.publicKey), to64(sign.publicKey)]).toEqual([
        each.id,
        each.kemPublic,
        each.signPublic,
      ]);
      expect(to64(indexKey)).toBe(each.indexKey);
      expect(to64(digest("key-record", utf8(file)))).toBe(each.keyRecordDigest);
      expect(readKeyRecord(file).map((key) => key.id)).toEqual([id]);
      expect(to64(digest("roster", utf8(each.rosterFile)))).toBe(each.rosterDigest);
      expect(JSON.parse(file)).toMatchObject({ committee: each.committee, roster: each.rosterDigest });
    }
  });

  it("have a directory that two of its roots vouch for, with the digests of the key records", () => {
    const { trust, rootSeeds, signerSeed, file } = known.directory;
    expect(rootSeeds.map((seed) => to64(signOf(from64(seed)).publicKey))).toEqual(trust.roots);
    expect(to64(rootFingerprint(trust.roots, trust.threshold))).toBe(known.directory.rootFingerprint);
    const payload = readDirectory(file, trust);
    expect(payload.organisation.committees.map(({ keyRecord }) => keyRecord)).toEqual(
      known.committees.map(({ keyRecordDigest }) => keyRecordDigest),
    );
    expect(JSON.parse(JSON.parse(file).certificate).signer).toBe(to64(signOf(from64(signerSeed)).publicKey));
  });

  it("have objects that open for receiver, fallback and reporter, and say what they say", () => {
    const secrets = [
      committeeKeys(from64(commune.seeds)).kem.privateKey,
      committeeKeys(from64(district.seeds)).kem.privateKey,
      reporter.kem.privateKey,
    ];
    for (const [object, label] of [
      [known.letter, "letter-body"],
      [known.continuation, "reporter-message-body"],
      [known.reporterMessage, "reporter-message-body"],
      [known.committeeMessage, null],
    ] as const) {
      for (const [index, secret] of secrets.entries()) {
        const slot = from64(object.slots[index]?.slot ?? "");
        const opened = openObject(from64(object.core), slot, index, secret, label !== null);
        expect([opened.text, opened.header, to64(opened.contentKey), to64(opened.digest)]).toEqual([
          object.text,
          object.header,
          object.contentKey,
          object.digest,
        ]);
        if (label !== null) expect(isReporters(opened, reporter.sign.publicKey, label)).toBe(true);
      }
      const read = readCore(from64(object.core));
      expect(read.slotDigests.map(to64)).toEqual(object.slots.map(({ digest }) => digest));
      expect([read.purpose, to64(read.commitment), to64(read.nonce)]).toEqual([
        object.purpose,
        object.commitment,
        object.nonce,
      ]);
    }
  });

  it("have a chain whose every link follows", () => {
    const { start, entries, releasedOn } = known.chain;
    let link = chain.start(known.chain.case, from64(known.letter.digest), releasedOn);
    expect(to64(link)).toBe(start);
    for (const entry of entries) {
      const made = entryDigestOf(entry, to64(link));
      expect(to64(made)).toBe(entry.entryDigest);
      link = chain.link(link, made);
      expect(to64(link)).toBe(entry.link);
    }
    expect(to64(digest("reporter-key", reporter.sign.publicKey))).toBe(known.chain.reporterKeyDigest);
  });

  /** What an entry digests to, after its signatures were checked. */
  function entryDigestOf(entry: (typeof known.chain.entries)[number], previous: string): Uint8Array {
    if ("event" in entry && entry.event !== undefined) {
      const { event, signature, act, actSignature } = entry;
      expect(isSigned(from64(signature), from64(commune.signPublic), "officer-event", utf8(event))).toBe(
        true,
      );
      expect(JSON.parse(event)).toMatchObject({ previous, signer: commune.id });
      expect(isSigned(from64(actSignature), from64(officer.signPublic), "officer-act", utf8(act))).toBe(true);
      return chain.officerEntry(event, from64(signature));
    }
    if ("statement" in entry && entry.statement !== undefined) {
      const { statement, signature, on } = entry;
      expect(isSigned(from64(signature), reporter.sign.publicKey, "statement", utf8(statement))).toBe(true);
      return chain.statementEntry(statement, from64(signature), on);
    }
    return chain.reporterEntry(from64(entry.message ?? ""), entry.on ?? "");
  }

  it("have a case key for the officer who goes on reading, and every object opens with it", () => {
    const { wraps, slots, id, ...caseKey } = known.caseKey;
    const [wrap] = wraps;
    if (wrap === undefined) throw new Error("a wrap");
    const secret = kemOf(from64(officer.kemSeed)).privateKey;
    const made = caseKeyOf(from64(wrap.sealed), secret, known.chain.case, id, wrap.officer);
    expect([to64(made.seed), to64(made.kem.publicKey), made.id]).toEqual([
      caseKey.seed,
      caseKey.kemPublic,
      id,
    ]);
    const objects = [
      known.letter,
      known.continuation,
      known.committeeMessage,
      known.reporterMessage,
      known.note,
    ];
    expect(slots.map(({ digest }) => digest)).toEqual(objects.map(({ digest }) => digest));
    for (const [index, object] of objects.entries()) {
      const slot = from64(slots[index]?.sealed ?? "");
      const signed = object.purpose !== "committee-message";
      const opened = openSealedAnew(from64(object.core), slot, id, made.kem.privateKey, signed);
      expect(opened.text).toBe(object.text);
    }
    const said = from64(known.handOver.slots[0]?.slot ?? "");
    const own = openObject(from64(known.handOver.core), said, 0, made.kem.privateKey, false);
    expect([own.text, JSON.parse(own.header).readerKey]).toEqual([known.handOver.text, id]);
    expect(JSON.parse(known.chain.entries.at(-1)?.event ?? "")).toMatchObject({
      type: "HandedOver",
      key: id,
    });
  });

  it("have a word of the reporter in a message, and an identity that only the committee opens", () => {
    const { deed } = JSON.parse(known.reporterMessage.text);
    expect(deed).toMatchObject({ kind: "make-formal", ...known.statement });
    expect(deed.identity).toBe(known.identity.sealed);
    const { message } = JSON.parse(known.reporterMessage.header);
    expect(JSON.parse(known.statement.statement)).toMatchObject({ case: known.chain.case, message });
    const read = (seeds: string) =>
      readIdentity(
        from64(deed.identity),
        committeeKeys(from64(seeds)).kem.privateKey,
        known.chain.case,
        message,
      );
    expect(read(commune.seeds)).toBe(known.identity.text);
    expect(() => read(district.seeds)).toThrow();
  });

  it("have a note that its readers and the superior open, and the reporter does not", () => {
    const { core, slots, text } = known.note;
    const open = (index: number, secret: Uint8Array) =>
      openObject(from64(core), from64(slots[index]?.slot ?? ""), index, secret, false).text;
    expect(open(0, committeeKeys(from64(commune.seeds)).kem.privateKey)).toBe(text);
    expect(open(1, committeeKeys(from64(district.seeds)).kem.privateKey)).toBe(text);
    expect(() => open(2, reporter.kem.privateKey)).toThrow();
  });

  it("have a search entry, which this implementation reads as the other one does", async () => {
    const { entry, committee, words, searchKey, ...at } = known.searchEntry;
    const indexKey = from64(commune.indexKey);
    expect(openSearch(from64(entry), committee, at.case, indexKey)).toEqual(words);
    expect(to64(searchKeyOf(indexKey))).toBe(searchKey);
    const place = { committee: committee as CommitteeId, case: at.case as CaseId };
    expect(openSearchEntry(from64(entry), place, from64(searchKey))).toEqual({ words, cut: false });
  });

  it("have an index entry and a request", () => {
    const { entry, committee, text } = known.indexEntry;
    expect(openIndex(from64(entry), committee, known.indexEntry.case, from64(commune.indexKey))).toBe(text);
    const { prefix, signature, bytesSha512, requestId, proof } = known.boxRequest;
    const head = from64(prefix);
    const payload = Buffer.concat([
      from64(known.letter.core),
      ...known.letter.slots.map(({ slot }) => from64(slot)),
    ]);
    const unsigned = new Uint8Array(Buffer.concat([head, payload]));
    expect(isSigned(from64(signature), reporter.sign.publicKey, "box-request", unsigned)).toBe(true);
    const whole = new Uint8Array(Buffer.concat([unsigned, from64(signature)]));
    expect(whole).toHaveLength(32_768);
    expect(createHash("sha512").update(whole).digest("base64url")).toBe(bytesSha512);
    expect(Buffer.from(head.subarray(0, 4)).toString()).toBe("HTB1");
    expect([head[4], head[5], ((head[6] ?? 0) << 8) | (head[7] ?? 0)]).toEqual([1, 0, proof.length]);
    expect(Buffer.from(head.subarray(8, 8 + proof.length)).toString()).toBe(proof);
    expect(to64(head.slice(1024, 1040))).toBe(requestId);
    expect(to64(head.slice(1040, 1056))).toBe(receipt.lookupId);
    expect(to64(head.slice(1056, 1088))).toBe(receipt.signPublic);
    expect(head.subarray(1088).every((byte) => byte === 0)).toBe(true);
  });
});

describe("the known answers, read by ours", () => {
  const sealed = (object: { core: string; slots: { slot: string }[] }, index: number) => ({
    core: fromBase64url(object.core),
    slot: fromBase64url(object.slots[index]?.slot ?? ""),
    key: null,
  });

  it("open to the same", () => {
    const letter = openLetter("reporter", sealed(known.letter, 2), reporter.kem.privateKey);
    expect(letter?.body.text).toBe(JSON.parse(known.letter.text).text);
    const receiver = committeeKeys(from64(commune.seeds)).kem.privateKey;
    expect(openLetter("receiver", sealed(known.letter, 0), receiver)?.body).toEqual(letter?.body);
    expect(
      openCommitteeMessage("reporter", sealed(known.committeeMessage, 2), reporter.kem.privateKey)?.body,
    ).toEqual(JSON.parse(known.committeeMessage.text));
    const message = openReporterMessage(
      "receiver",
      sealed(known.reporterMessage, 0),
      receiver,
      reporter.sign.publicKey,
    );
    expect(message?.body).toEqual(JSON.parse(known.reporterMessage.text));
  });

  it("are one text, the letter and the message in which it goes on", () => {
    const receiver = committeeKeys(from64(commune.seeds)).kem.privateKey;
    const letter = openLetter("receiver", sealed(known.letter, 0), receiver);
    const part = openReporterMessage(
      "receiver",
      sealed(known.continuation, 0),
      receiver,
      reporter.sign.publicKey,
    );
    if (letter === undefined || part === undefined) throw new Error("does not open");
    const joined = joinLetter(letter.body, [part.body]).letterText;
    expect(joined).toMatchObject({
      text: "Tiền dân góp làm lộ chưa được công khai.",
      missing: [],
      faults: [],
    });
  });

  it("are read with the case key after the hand-over", () => {
    const { wraps, slots, id } = known.caseKey;
    const place = {
      case: known.chain.case as CaseId,
      key: id as KeyId,
      officer: officer.officer as OfficerId,
    };
    const wrap = fromBase64url(wraps[0]?.sealed ?? "");
    const key = unwrapCaseKey(wrap, kemOf(from64(officer.kemSeed)).privateKey, place);
    if (key === undefined) throw new Error("does not open");
    expect(to64(key.kem)).toBe(known.caseKey.kemPublic);
    const slot = fromBase64url(slots[0]?.sealed ?? "");
    const letter = openLetter(
      "receiver",
      { core: fromBase64url(known.letter.core), slot, key: key.id },
      key.secret,
    );
    expect(letter?.body).toEqual(JSON.parse(known.letter.text));
  });

  it("have a chain, a statement, an identity and a roster that ours accepts", () => {
    const header = parseHeader(letterHeaderSchema, known.letter.header);
    const file = verifyKeyRecord(commune.keyRecordFile, {
      id: commune.committee as CommitteeId,
      keyRecord: commune.keyRecordDigest,
    } as Committee);
    if (file.kind !== "record") throw new Error(file.fault);
    expect(verifyRoster(commune.rosterFile, file.record)).toMatchObject({
      kind: "roster",
      roster: { officers: [{ id: officer.officer, kem: officer.kemPublic, sign: officer.signPublic }] },
    });
    const verified = verifyChain(
      {
        caseId: header.case,
        letterDigest: from64(known.letter.digest),
        releasedOn: toPlainDate(known.chain.releasedOn),
        receiver: header.receiver,
        superior: header.fallback,
        keys: new Map([[header.receiver, file.record.keys]]),
        reporter: reporterIdentityOf(new Uint8Array(reporter.sign.publicKey)),
      },
      known.chain.entries.map(toLinkedEntry),
    );
    expect(verified.fault).toBeNull();
    expect(toCaseEvents(verified.entries)).toMatchObject([
      { type: "ReporterWrote", on: "2026-03-02" },
      { type: "Opened" },
      { type: "Acknowledged" },
      { type: "ReporterWrote", on: "2026-03-05" },
      { type: "MadeFormal", on: "2026-03-06", kind: "formal-state", since: "2026-03-05" },
      { type: "Classified", kind: "formal-state" },
      { type: "HandedOver", key: known.caseKey.id },
    ]);
    const { message } = JSON.parse(known.reporterMessage.header);
    const place = { case: known.chain.case as CaseId, message };
    const receiver = committeeKeys(from64(commune.seeds)).kem.privateKey;
    expect(openIdentity(fromBase64url(known.identity.sealed), receiver, place)).toEqual(
      JSON.parse(known.identity.text),
    );
  });

  function toLinkedEntry(entry: (typeof known.chain.entries)[number]): LinkedEntry {
    if ("event" in entry && entry.event !== undefined) {
      const { message } = JSON.parse(entry.event);
      const signed = { event: entry.event, signature: fromBase64url(entry.signature) };
      return { by: "committee", signed, message: message === null ? null : fromBase64url(message) };
    }
    const on = toPlainDate(entry.on ?? "");
    if ("statement" in entry && entry.statement !== undefined)
      return {
        by: "statement",
        on,
        statement: entry.statement,
        signature: fromBase64url(entry.signature),
      };
    const message = [known.continuation, known.reporterMessage].find(
      ({ digest }) => digest === entry.message,
    );
    const header = readReporterMessageHeader(from64(message?.core ?? ""));
    return { by: "reporter", on, message: fromBase64url(entry.message ?? ""), header };
  }

  it("are vouched for, indexed and derived as another implementation says", async () => {
    const { trust, file } = known.directory;
    const reading = verifyDirectory(
      file,
      { ...trust, builtOn: toPlainDate(trust.builtOn), subtree: trust.subtree as UnitId },
      toPlainDate(known.chain.releasedOn),
    );
    if (reading.kind !== "directory") throw new Error(reading.fault);
    const [vouched] = reading.payload.organisation.committees;
    if (vouched === undefined) throw new Error("a committee");
    expect(verifyKeyRecord(commune.keyRecordFile, vouched).kind).toBe("record");
    const place = { committee: "xa-uy" as CommitteeId, case: known.indexEntry.case as CaseId };
    expect(openIndexEntry(fromBase64url(known.indexEntry.entry), place, from64(commune.indexKey))).toEqual(
      JSON.parse(known.indexEntry.text),
    );
    const mine = await deriveReporterKeys(
      createReceiptCode(receipt.randomDigits),
      fingerprint,
      stretchReporterAtOnce,
    );
    expect([mine.lookupId, mine.sign.publicKey, mine.kem.publicKey].map(to64)).toEqual([
      receipt.lookupId,
      receipt.signPublic,
      receipt.kemPublic,
    ]);
    const keys = await derivePassphraseKeys(
      officer.passphrase,
      officer.loginName,
      fingerprint,
      stretchOfficer,
    );
    expect(to64(keys.login.publicKey)).toBe(officer.loginPublic);
  }, 90_000);
});
