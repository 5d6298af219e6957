import { describe, expect, it } from "vitest";
import { verifyChain } from "../../src/crypto/chain.ts";
import { envelopeDigest } from "../../src/crypto/envelope.open.ts";
import { readReporterMessageHeader } from "../../src/crypto/reporter-message.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { letterHeaderSchema, parseHeader } from "../../src/envelope/headers.ts";
import {
  chain,
  committeeKeys,
  digest,
  from64,
  isReporters,
  isSigned,
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
  to64,
  utf8,
} from "../support/vectors/reader.ts";
import stored from "../vectors/stored-case.json" with { type: "json" };

// One case as a database holds it: another implementation (test/support/vectors/reader.ts) opens it with the keys that go
// with it, then ours.

await sodiumReady();

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
      const known = digest("audit-entry", from64(act.signature), utf8(act.act));
      audit = digest("audit-link", audit, known);
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
    const header = parseHeader(letterHeaderSchema, readCore(coreOf(row.letter)).header);
    const verified = verifyChain(
      {
        caseId: row.id as CaseId,
        letterDigest: from64(row.letter),
        releasedOn: toPlainDate(row.released_on),
        receiver: header.receiver,
        superior: header.fallback,
        keys: new Map([["xa-uy" as CommitteeId, [key]]]),
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
    expect(verified.entries.every((entry) => entry.by !== "reporter" || !entry.sawAnother)).toBe(true);
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
