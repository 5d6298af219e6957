import { describe, expect, it } from "vitest";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { openEnvelope } from "../../src/crypto/envelope.open.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { encodeBoxResponse } from "../../src/envelope/box-response.ts";
import { concat, toUtf8 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { boxResponseBytes } from "../../src/envelope/sizes.ts";
import { act, startCase, type TestCase, write } from "../support/crypto/chains.ts";
import { dropped } from "../support/crypto/fake-fetch.ts";
import { commune, district } from "../support/crypto/organisation.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
  type TestLetter,
} from "../support/crypto/people.ts";
import {
  answerWith,
  letter as honestLetter,
  lookUp,
  opened,
  realOrganisation,
  reporter,
  sent,
  serverWith,
  viewOf,
} from "../support/crypto/returning.ts";

const organisation = realOrganisation();
const requireView = async (known: TestCase) => await viewOf(answerWith(known));

describe("looking up a case", () => {
  it("shows an honest case", async () => {
    const view = await requireView(act(opened, "Acknowledged", releasedOn));
    expect(view.chain.fault).toBeNull();
    expect(view.history.map(({ type, text }) => [type, text])).toEqual([
      ["Opened", null],
      ["Acknowledged", "Đã tiếp nhận."],
    ]);
  });

  it("refuses a letter that an insider sealed to the reporter's key and signed with other keys", async () => {
    const insider = { ...(await createReporter()), kem: reporter.kem };
    const header = { case: honestLetter.header.case };
    const forged = createLetter(insider, district, null, { text: "Tôi rút lại thư.", header });
    const known = act(startCase(reporter, district, forged), "Opened", releasedOn);
    expect(await lookUp(answerWith(known))).toEqual({ kind: "unreadable" });
  });

  it("refuses a letter that names another reply key than this code's", async () => {
    const other = await createReporter();
    const mixed = { ...reporter, kem: other.kem };
    const header = { case: honestLetter.header.case };
    const letter: TestLetter = createLetter(mixed, commune, null, { header });
    const { envelope, digest } = resealForReporter(letter, other);
    const known = startCase(reporter, commune, { ...letter, ...splitEnvelope("letter", envelope), digest });
    expect(await lookUp(answerWith(known))).toEqual({ kind: "unreadable" });
  });

  it("refuses a letter of another receipt code under the same look-up id", async () => {
    const stranger = await createReporter();
    expect(
      await lookUp(answerWith(startCase(stranger, commune, createLetter(stranger, commune, null)))),
    ).toEqual({ kind: "unreadable" });
  });

  it("refuses an answer for another case than the letter's", async () => {
    expect(await lookUp(answerWith(opened, { case: randomCaseId() }))).toEqual({ kind: "unreadable" });
    expect(await lookUp(answerWith(opened, { letter: null }))).toEqual({ kind: "unreadable" });
    expect(await lookUp(answerWith(opened, { letter: { core: 7, slot: 1 } }))).toEqual({
      kind: "unreadable",
    });
  });

  it("knows random bytes as an unknown code, and anything else as no answer of ours", async () => {
    expect(await lookUp(randomBytes(boxResponseBytes))).toEqual({ kind: "unknown-code" });
    expect(await lookUp(randomBytes(boxResponseBytes - 1))).toEqual({ kind: "unreadable" });
    expect(await lookUp(concat(toUtf8("HTR1"), randomBytes(boxResponseBytes - 4)))).toEqual({
      kind: "unreadable",
    });
    expect(await lookUp(encodeBoxResponse({ meta: { kind: "accepted", releasedOn }, blobs: [] }))).toEqual({
      kind: "unreadable",
    });
    expect(await lookUp(dropped)).toEqual({ kind: "unreachable" });
  });

  it("does not follow pages that never end", async () => {
    const { transport, asked } = serverWith(answerWith(opened, { next: 1 }));
    expect(await openCaseWithKeys(transport, organisation, reporter)).toEqual({ kind: "unreadable" });
    expect(asked.filter((path) => path === "/api/box")).toHaveLength(2);
  });

  it("shows the fault when an act of the committee was left out", async () => {
    const known = act(act(opened, "Acknowledged", releasedOn), "MessageSent", releasedOn);
    const cut = { ...known, entries: known.entries.filter((_, index) => index !== 1) };
    const view = await requireView(cut);
    expect(view.chain.fault).toEqual({ sequence: 2, kind: "gap" });
    expect(view.history).toHaveLength(1);
  });

  it("names an order of acts that cannot have happened, though every signature is right", async () => {
    const acknowledged = act(opened, "Acknowledged", releasedOn);
    const impossible = [
      act(opened, "Opened", releasedOn),
      act(sent, "Acknowledged", releasedOn),
      act(opened, "Acknowledged", addDays(releasedOn, -1)),
    ];
    for (const known of impossible) {
      const view = await requireView(known);
      expect([view.chain.fault, view.isImpossible]).toEqual([null, true]);
    }
    expect((await requireView(acknowledged)).isImpossible).toBe(false);
    expect((await requireView(write(opened, releasedOn))).isImpossible).toBe(false);
  });

  it("shows every other message although one of the committee's opens to no format of ours", async () => {
    const acknowledged = act(opened, "Acknowledged", releasedOn);
    const odd = oddMessage(acknowledged);
    const view = await requireView(act(odd, "MessageSent", releasedOn, {}, "Kết quả."));
    expect(view.chain.fault).toBeNull();
    expect(view.history.map(({ text, unreadable }) => [text, unreadable])).toEqual([
      [null, false],
      ["Đã tiếp nhận.", false],
      [null, true],
      ["Kết quả.", false],
    ]);
  });

  it("stops when the committee's key record is not the one of the directory", async () => {
    const { transport } = serverWith(answerWith(opened), {
      "/keys/xa-uy.json": () => createCommittee("xa-uy").file,
    });
    expect(await openCaseWithKeys(transport, organisation, reporter)).toEqual({
      kind: "fault",
      fault: "substituted",
    });
  });
});

/** The same letter with its reporter's slot for the one reader who is to be fooled. */
function resealForReporter(letter: TestLetter, other: ReporterKeys) {
  const header = decodeBody(letter, other);
  return sealEnvelope({
    purpose: "letter",
    header: header.text,
    recipients: { receiver: commune.keys.publicKem, fallback: null, reporter: reporter.kem.publicKey },
    body: header.body,
  });
}

function decodeBody(letter: TestLetter, other: ReporterKeys) {
  const sealed = { core: letter.core, slot: letter.slots[2], key: null };
  const opened = openEnvelope("letter", "reporter", sealed, other.kem.secret);
  if (opened === undefined) throw new Error("does not open");
  return { text: opened.core.header, body: opened.body };
}

/** A committee's message whose plaintext is none, signed all the same. */
function oddMessage(known: TestCase): TestCase {
  const header = { v: 1, odd: true };
  const { envelope, digest } = sealEnvelope({
    purpose: "committee-message",
    header: toCanonicalJson(header),
    recipients: { receiver: commune.keys.publicKem, fallback: null, reporter: reporter.kem.publicKey },
    body: frameBody("{", new Uint8Array()),
  });
  const { core, slots } = splitEnvelope("committee-message", envelope);
  const next = act(known, "MessageSent", releasedOn, { message: toBase64url(digest) });
  const entries = next.entries.map((each, index) =>
    index === known.entries.length && each.entry.by === "committee"
      ? { entry: { ...each.entry, message: digest }, core, slots }
      : each,
  );
  return { ...next, entries };
}
