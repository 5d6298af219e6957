import { describe, expect, it } from "vitest";
import { fetchSealingKeys } from "../../src/client/organisation.ts";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import { sealMessageRequest } from "../../src/client/reporter/send-message.ts";
import { openEnvelope } from "../../src/crypto/envelope.open.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { writeKeyRecord } from "../../src/crypto/key-record.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { openReporterMessage } from "../../src/crypto/reporter-message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../src/envelope/box-request.ts";
import {
  type BoxCase,
  type BoxEntry,
  type BoxResponse,
  encodeBoxResponse,
} from "../../src/envelope/box-response.ts";
import { type Bytes, concat, toUtf8 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { boxResponseBytes } from "../../src/envelope/sizes.ts";
import { act, startCase, type TestCase, write } from "../support/crypto/chains.ts";
import { dropped, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, district, requireOrganisation } from "../support/crypto/organisation.ts";
import {
  contentOf,
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
  type TestLetter,
} from "../support/crypto/people.ts";

const organisation = requireOrganisation();
const reporter = await createReporter();
const honestLetter = createLetter(reporter, commune, district);
const opened = act(startCase(reporter, commune, honestLetter), "Opened", releasedOn);

/** What a server answers a look-up with: a case from these entries, as they stand. */
function answerWith(known: TestCase, changes: Partial<BoxCase> = {}): Bytes {
  const blobs: Bytes[] = [known.letter.core, known.letter.slots[2]];
  const entries = known.entries.map(({ entry, core, slots }, index): BoxEntry => {
    const at = blobs.length;
    if (core !== null && slots !== null) blobs.push(core, slots[2]);
    const message = core === null ? null : { core: at, slot: at + 1 };
    const sequence = index + 1;
    if (entry.by === "reporter") {
      if (message === null) throw new Error("a message");
      return { by: "reporter", sequence, on: entry.on, message };
    }
    const event = toBase64url(toUtf8(entry.signed.event));
    return { by: "committee", sequence, event, signature: toBase64url(entry.signed.signature), message };
  });
  const meta: BoxCase = {
    kind: "case",
    case: known.letter.header.case,
    releasedOn,
    released: true,
    letter: { core: 0, slot: 1 },
    entries,
    waiting: 0,
    end: { sequence: entries.length, chain: toBase64url(known.links.at(-1) ?? randomBytes(32)) },
    next: null,
    today: releasedOn,
    ...changes,
  };
  const response: BoxResponse = { meta, blobs };
  return encodeBoxResponse(response);
}

async function lookUp(answer: Bytes | typeof dropped, keys: ReporterKeys = reporter) {
  const { transport } = fakeServer({ "/api/box": () => answer });
  return await openCaseWithKeys(transport, organisation, keys);
}

async function requireView(known: TestCase) {
  const opening = await lookUp(answerWith(known));
  if (opening.kind !== "case") throw new Error(opening.kind);
  return opening.view;
}

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
    const { transport, asked } = fakeServer({ "/api/box": () => answerWith(opened, { next: 1 }) });
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
      act(startCase(reporter, commune, honestLetter), "Acknowledged", releasedOn),
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
    const { transport } = fakeServer({
      "/api/box": () => answerWith(opened),
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
  const sealed = { core: letter.core, slot: letter.slots[2] };
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

describe("sending a letter", () => {
  const letter = async () => {
    const keys = await createReporter();
    const route = {
      kind: "routed",
      receiver: commune.committee,
      fallback: district.committee,
      oversight: district.committee,
      steps: [],
    } as const;
    return { caseId: randomCaseId(), keys, proof: "{}", route, content: contentOf("…") };
  };

  it("stops when any key record was exchanged, is missing, or cannot be fetched, and posts nothing", async () => {
    const forged = writeKeyRecord({
      v: 1,
      committee: commune.committee,
      keys: [createCommittee("xa-uy").public],
    });
    const faults: readonly (readonly [Parameters<typeof fakeServer>[0], string])[] = [
      [{ "/keys/xa-uy.json": () => forged }, "substituted"],
      [{ "/keys/huyen-uy.json": () => forged }, "substituted"],
      [{ "/keys/huyen-uy.json": () => `${district.file} ` }, "substituted"],
      [{ "/keys/xa-uy.json": () => ({ status: 404, body: "" }) }, "unreachable"],
      [{ "/keys/xa-uy.json": () => dropped }, "unreachable"],
    ];
    for (const [routes, fault] of faults) {
      const { transport, asked } = fakeServer(routes);
      expect(await sealLetterRequest(transport, organisation, await letter())).toEqual({
        kind: "fault",
        fault,
      });
      expect(asked).not.toContain("/api/box");
    }
  });

  it("stops for a committee that has no mailbox, and for a key whose last day is over", async () => {
    const { transport } = fakeServer({});
    const nobody = {
      ...(await letter()),
      route: { ...(await letter()).route, receiver: "khong-co" as typeof commune.committee },
    };
    expect(await sealLetterRequest(transport, organisation, nobody)).toEqual({
      kind: "fault",
      fault: "no-mailbox",
    });
    const later = { ...organisation, today: addDays(releasedOn, 400) };
    expect(await fetchSealingKeys(transport, later, commune.committee, null)).toEqual({
      kind: "fault",
      fault: "out-of-date",
    });
  });

  it("is the same request however often it is sent", async () => {
    const bodies: Uint8Array[] = [];
    const { transport } = fakeServer({
      "/api/box": (body) => {
        bodies.push(body);
        return bodies.length < 3
          ? dropped
          : encodeBoxResponse({ meta: { kind: "accepted", releasedOn }, blobs: [] });
      },
    });
    const sealed = await sealLetterRequest(transport, organisation, await letter());
    if (sealed.kind !== "sealed") throw new Error(sealed.fault);
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "unreachable" });
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "unreachable" });
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "accepted", releasedOn });
    expect(bodies[0]).toEqual(bodies[2]);
  });

  it("names each refusal by the server's own code", async () => {
    const bytes = randomBytes(32_768);
    const refusals = [
      [409, "id-taken", { kind: "refused", code: "id-taken" }],
      [409, "conflict", { kind: "refused", code: "conflict" }],
      [412, "directory-changed", { kind: "refused", code: "directory-changed" }],
      [503, "busy", { kind: "busy", retryAfterSeconds: 10 }],
    ] as const;
    for (const [status, code, outcome] of refusals) {
      const body = JSON.stringify({ error: { code } });
      const { transport } = fakeServer({ "/api/box": () => ({ status, body }) });
      expect(await deliver(transport, bytes)).toEqual(outcome);
    }
    for (const body of ["", "<html>", '{"error":{"code":"?"}}', '{"error":1}']) {
      const { transport } = fakeServer({ "/api/box": () => ({ status: 409, body }) });
      expect(await deliver(transport, bytes)).toEqual({ kind: "refused", code: "internal" });
    }
  });

  it("believes no answer that is not the server's format", async () => {
    for (const answer of [randomBytes(boxResponseBytes), randomBytes(9), answerWith(opened)]) {
      const { transport } = fakeServer({ "/api/box": () => answer });
      expect(await deliver(transport, randomBytes(32_768))).toEqual({ kind: "unreadable" });
    }
  });

  it("works on no challenge that is none, or that would never end", async () => {
    const endless = JSON.stringify({
      parameters: {
        algorithm: "SHA-256",
        nonce: "",
        salt: "",
        cost: 1,
        keyLength: 32,
        keyPrefix: "00000000",
      },
      signature: "",
    });
    for (const answer of ["{}", "[", endless, ""]) {
      const { transport } = fakeServer({ "/api/box/challenge": () => answer });
      expect(await workFor(transport, randomCaseId())).toEqual({ kind: "unreachable" });
    }
  });
});

describe("the key records that are fetched", () => {
  const isKeyRecord = (path: string) => path.startsWith("/keys/");
  const route = (fallback: typeof district.committee | null) =>
    ({ kind: "routed", receiver: commune.committee, fallback, oversight: null, steps: [] }) as const;

  async function fetchedFor(letter: TestLetter) {
    const known = act(startCase(reporter, commune, letter), "Opened", releasedOn);
    const look = fakeServer({ "/api/box": () => answerWith(known) });
    const opening = await openCaseWithKeys(look.transport, organisation, reporter);
    if (opening.kind !== "case") throw new Error(opening.kind);
    const message = fakeServer({});
    await sealMessageRequest(message.transport, organisation, opening.view, "Thêm.");
    const sending = fakeServer({});
    const { fallback } = letter.header;
    const content = contentOf("…");
    const toSeal = { caseId: randomCaseId(), keys: reporter, proof: "{}", route: route(fallback), content };
    await sealLetterRequest(sending.transport, organisation, toSeal);
    return [look, message, sending].map(({ asked }) => asked.filter(isKeyRecord));
  }

  it("are those of receiver and fallback, for a letter, a message and a look-up alike", async () => {
    const both = ["/keys/xa-uy.json", "/keys/huyen-uy.json"];
    expect(await fetchedFor(honestLetter)).toEqual([both, both, both]);
  });

  it("are two also where there is no fallback: the receiver's a second time", async () => {
    const twice = ["/keys/xa-uy.json", "/keys/xa-uy.json"];
    expect(await fetchedFor(createLetter(reporter, commune, null))).toEqual([twice, twice, twice]);
  });

  it("are two also in a look-up after the fallback was dissolved, which hides no answer", async () => {
    const gone = { ...district, committee: "da-giai-the" as typeof district.committee };
    const known = act(
      startCase(reporter, commune, createLetter(reporter, commune, gone)),
      "Opened",
      releasedOn,
    );
    const { transport, asked } = fakeServer({ "/api/box": () => answerWith(known) });
    expect((await openCaseWithKeys(transport, organisation, reporter)).kind).toBe("case");
    expect(asked.filter(isKeyRecord)).toEqual(["/keys/xa-uy.json", "/keys/xa-uy.json"]);
  });

  it("do not hide a case when the fallback's does not come", async () => {
    const { transport } = fakeServer({
      "/api/box": () => answerWith(opened),
      "/keys/huyen-uy.json": () => dropped,
    });
    expect((await openCaseWithKeys(transport, organisation, reporter)).kind).toBe("case");
  });
});

describe("a later message", () => {
  it("goes to the readers that the reporter's own letter names, and continues the reporter's own chain", async () => {
    const known = write(opened, releasedOn);
    const view = await requireView(known);
    const { transport } = fakeServer({});
    const sealed = await sealMessageRequest(transport, organisation, view, "Thêm.");
    if (sealed.kind !== "sealed") throw new Error(sealed.kind);
    const { core, slots } = splitEnvelope(
      "reporter-message",
      decodeBoxRequest(sealed.request).request.payload,
    );
    for (const [role, slot, secret] of [
      ["receiver", slots[0], commune.keys.kemSecret],
      ["fallback", slots[1], district.keys.kemSecret],
      ["reporter", slots[2], reporter.kem.secret],
    ] as const) {
      const message = openReporterMessage(role, { core, slot }, secret, reporter.sign.publicKey);
      expect(message?.body.text).toBe("Thêm.");
      expect(message?.header.number).toBe(2);
      expect(message?.header.previous).toBe(toBase64url(known.entries[1]?.entry.message ?? randomBytes(32)));
      expect(message?.header.seen).toEqual({
        sequence: 2,
        chain: toBase64url(known.links[2] ?? randomBytes(32)),
      });
    }
    expect(fromBase64url(view.caseId)).toHaveLength(16);
  });
});
