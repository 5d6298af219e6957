import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { officerCost, reporterCost, stretchOfficer, stretchReporterAtOnce } from "../../src/crypto/argon2.ts";
import { verifyChain } from "../../src/crypto/chain.ts";
import { openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { verifyDirectory } from "../../src/crypto/directory.ts";
import { envelopeDigest } from "../../src/crypto/envelope.open.ts";
import { openIndexEntry } from "../../src/crypto/index-entry.ts";
import { verifyKeyRecord } from "../../src/crypto/key-record.ts";
import { openLetter } from "../../src/crypto/letter.ts";
import { derivePassphraseKeys } from "../../src/crypto/officer-identity.ts";
import { openReporterMessage, readReporterMessageHeader } from "../../src/crypto/reporter-message.ts";
import { deriveReporterKeys } from "../../src/crypto/receipt.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId, UnitId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createReceiptCode } from "../../src/envelope/receipt-code.ts";
import {
  chain,
  committeeKeys,
  digest,
  from64,
  isReporters,
  isSigned,
  kemOf,
  officerKeys,
  officerSeed,
  openAtRest,
  openIndex,
  openObject,
  openWrap,
  passphraseKeys,
  readCore,
  readDirectory,
  readKeyRecord,
  reporterKeys,
  rootFingerprint,
  serverTag,
  signOf,
  to64,
  utf8,
} from "../support/vectors/reader.ts";
import known from "../vectors/protocol.json" with { type: "json" };
import stored from "../vectors/stored-case.json" with { type: "json" };

// Another implementation (test/support/vectors/reader.ts, which imports nothing of ours) opens the known answers
// from their bytes alone; then ours opens the same.

const { receipt, officer } = known;
const fingerprint = from64(known.directory.rootFingerprint);
const [commune, district] = known.committees;
if (commune === undefined || district === undefined) throw new Error("two committees");

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
    const { wrap, key, committee } = officer.committeeKeyWrap;
    const seeds = openWrap(
      from64(wrap),
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
    const sign = from64(commune.signPublic);
    for (const entry of entries) {
      if ("event" in entry && entry.event !== undefined) {
        expect(isSigned(from64(entry.signature), sign, "officer-event", utf8(entry.event))).toBe(true);
        expect(JSON.parse(entry.event).previous).toBe(to64(link));
        expect(
          isSigned(from64(entry.actSignature), from64(officer.signPublic), "officer-act", utf8(entry.act)),
        ).toBe(true);
      }
      const made =
        "event" in entry && entry.event !== undefined
          ? chain.officerEntry(entry.event, from64(entry.signature))
          : chain.reporterEntry(from64(entry.message ?? ""), entry.on ?? "");
      expect(to64(made)).toBe(entry.entryDigest);
      link = chain.link(link, made);
      expect(to64(link)).toBe(entry.link);
    }
    expect(to64(digest("reporter-key", reporter.sign.publicKey))).toBe(known.chain.reporterKeyDigest);
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

describe("a case out of a database, with its keys", () => {
  const { tables, keys, trust, files } = stored;
  const row = tables.cases[0];
  const account = tables.officers[0];
  if (row === undefined || account === undefined) throw new Error("one of each");
  const roots = rootFingerprint(trust.roots, trust.threshold);
  const coreOf = (digestText: string) =>
    from64(tables.cores.find(({ digest }) => digest === digestText)?.core ?? "");
  const slotOf = (digestText: string, role: string) =>
    tables.slots.find((slot) => slot.digest === digestText && slot.role === role)?.slot ?? "";

  it("opens with the receipt code and the server's secret, and with nothing less", async () => {
    const mine = await reporterKeys(keys.receiptCode, roots);
    expect(await serverTag(keys.serverSecret, "lookup", mine.lookupId)).toBe(row.lookup);
    expect(
      to64(await openAtRest(keys.serverSecret, `reporter-key/${row.id}`, from64(row.reporter_key))),
    ).toBe(to64(mine.sign.publicKey));
    const open = async (digestText: string, signed: boolean, secret = keys.serverSecret) => {
      const place = `reporter-slot/${row.id}/${digestText}`;
      const slot = await openAtRest(secret, place, from64(slotOf(digestText, "reporter")));
      return openObject(coreOf(digestText), slot, 2, mine.kem.privateKey, signed);
    };
    const letter = await open(row.letter, true);
    expect(JSON.parse(letter.text).text).toBe("Tiền dân góp làm lộ bê tông chưa được công khai.");
    expect(isReporters(letter, mine.sign.publicKey, "letter-body")).toBe(true);
    expect(to64(letter.digest)).toBe(row.letter);
    const answer = tables.entries.find(({ type }) => type === "Acknowledged")?.message ?? "";
    expect(JSON.parse((await open(answer, false)).text).text).toBe("Đã tiếp nhận phản ánh của ông (bà).");
    await expect(open(row.letter, true, "another secret of thirty-two characters")).rejects.toThrow();
    expect(() =>
      openObject(coreOf(row.letter), from64(slotOf(row.letter, "reporter")), 2, mine.kem.privateKey, true),
    ).toThrow("slot");
  }, 90_000);

  it("opens with the officer's passphrase and no secret of the server, letter, messages, history and list", async () => {
    const mine = await passphraseKeys(keys.passphrase.replaceAll("-", ""), keys.loginName, roots);
    expect(to64(mine.login.publicKey)).toBe(account.login_key);
    const identity = officerKeys(officerSeed(from64(account.wrapped_seed), account.id, mine));
    expect([to64(identity.kem.publicKey), to64(identity.sign.publicKey)]).toEqual([
      account.kem_key,
      account.sign_key,
    ]);
    const [membership] = tables.memberships;
    if (membership === undefined) throw new Error("a membership");
    const purpose = utf8(`${membership.committee}/${membership.key}/${account.id}`);
    const committee = committeeKeys(
      openWrap(from64(membership.wrap), identity.kem.privateKey, "committee-key-wrap", purpose),
    );
    expect(committee.id).toBe(row.receiver_key);
    const open = (digestText: string, signed: boolean) =>
      openObject(
        coreOf(digestText),
        from64(slotOf(digestText, "receiver")),
        0,
        committee.kem.privateKey,
        signed,
      );
    const letter = open(row.letter, true);
    const reporterSign = from64(JSON.parse(letter.text).reporter.sign);
    expect(isReporters(letter, reporterSign, "letter-body")).toBe(true);
    let link = chain.start(row.id, from64(row.letter), row.released_on);
    for (const entry of tables.entries) {
      if (entry.event !== null && entry.signature !== null) {
        expect(
          isSigned(from64(entry.signature), committee.sign.publicKey, "officer-event", utf8(entry.event)),
        ).toBe(true);
        link = chain.link(link, chain.officerEntry(entry.event, from64(entry.signature)));
      } else link = chain.link(link, chain.reporterEntry(from64(entry.message ?? ""), entry.done_on));
      expect(to64(link)).toBe(entry.chain);
    }
    expect(to64(link)).toBe(row.chain);
    const wrote = open(tables.reporter_messages[0]?.digest ?? "", true);
    expect(JSON.parse(wrote.text).text).toBe("Cảm ơn, tôi xin bổ sung.");
    expect(isReporters(wrote, reporterSign, "reporter-message-body")).toBe(true);
    const index = JSON.parse(
      openIndex(from64(tables.index_entries[0]?.entry ?? ""), row.committee, row.id, committee.indexKey),
    );
    expect(index.excerpt).toBe("Tiền dân góp làm lộ bê tông chưa được công khai.");
    for (const act of tables.audit) {
      expect(isSigned(from64(act.signature), identity.sign.publicKey, "officer-act", utf8(act.act))).toBe(
        true,
      );
    }
    let audit = digest("audit-link", utf8(row.committee));
    for (const act of tables.audit) {
      audit = digest("audit-link", audit, from64(act.signature), utf8(act.act));
      expect(to64(audit)).toBe(act.link);
    }
  }, 90_000);

  it("has a history that ours accepts too, by the keys of its own directory", () => {
    const payload = readDirectory(files["directory.json"], trust);
    const record = files["keys/xa-uy.json"];
    expect(payload.organisation.committees.find(({ id }) => id === "xa-uy")?.keyRecord).toBe(
      to64(digest("key-record", utf8(record))),
    );
    expect(readKeyRecord(record)).toEqual(JSON.parse(record).keys);
    const [key] = JSON.parse(record).keys;
    const verified = verifyChain(
      {
        caseId: row.id as CaseId,
        letterDigest: from64(row.letter),
        releasedOn: toPlainDate(row.released_on),
        committee: "xa-uy" as CommitteeId,
        keys: new Map([[key.id, key]]),
        reporter: null,
      },
      tables.entries.map((entry) => {
        const message = entry.message === null ? null : envelopeDigest(coreOf(entry.message));
        if (entry.event !== null && entry.signature !== null) {
          return {
            by: "committee" as const,
            signed: { event: entry.event, signature: fromBase64url(entry.signature) },
            message,
          };
        }
        const on = toPlainDate(entry.done_on);
        return {
          by: "reporter" as const,
          on,
          message: message ?? new Uint8Array(),
          header: readReporterMessageHeader(coreOf(entry.message ?? "")),
        };
      }),
    );
    expect(verified.fault).toBeNull();
    expect(verified.entries.every((entry) => entry.by === "committee" || !entry.sawAnother)).toBe(true);
  });

  it("holds no word of what was written, and no time", () => {
    const dump = JSON.stringify({ ...tables, officers: [] });
    for (const word of [
      "Tiền",
      "lộ bê tông",
      "tiếp nhận",
      "bổ sung",
      "citizen",
      "somebody-else",
      '"xa"',
      keys.receiptCode,
    ]) {
      expect(dump).not.toContain(word);
    }
    expect(dump).not.toMatch(/\d\d:\d\d/);
  });
});
