import { beforeAll, describe, expect, test } from "vitest";
import type { Rest } from "../../src/client/citizen/journey.ts";
import type { RestErrand } from "../../src/client/citizen/letter/sealing.ts";
import { createRestCarrier } from "../../src/client/citizen/sending/rest.ts";
import { lostParts } from "../../src/client/reporter/own-letter.ts";
import { forgetRest, requestOf, restOf, sealUpTo } from "../../src/client/reporter/letter-rest.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import { planLetter } from "../../src/crypto/letter.parts.ts";
import { type ReporterKeys, wipeReporterKeys } from "../../src/crypto/receipt.ts";
import { readReporterMessageHeader } from "../../src/crypto/reporter-message.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../src/envelope/box-request.ts";
import { encodeBoxResponse } from "../../src/envelope/box-response.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { envelopeDigest } from "../../src/crypto/envelope.open.ts";
import { parseHeader, letterHeaderSchema } from "../../src/envelope/headers.ts";
import { decodeCore } from "../../src/envelope/envelope.ts";
import { act, startCase, type TestCase, type TestEntry } from "../support/crypto/chains.ts";
import { chainLink, entryDigest } from "../../src/crypto/chain.ts";
import { dropped, type FakeAnswer, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, district } from "../support/crypto/organisation.ts";
import { contentOf, createReporter, randomCaseId, releasedOn } from "../support/crypto/people.ts";
import { answerWith, lookUp, realOrganisation } from "../support/crypto/returning.ts";

// A letter of a hundred thousand characters, sealed as the page seals it, carried to a server that fails in every way it can.

const organisation = realOrganisation();
const text = 'Kế toán thu tiền làm lộ, không ghi biên lai. 😡 ខ្ញុំ "chứng kiến".\n'
  .repeat(1550)
  .slice(0, 100_000);
const route = {
  kind: "routed",
  receiver: commune.committee,
  fallback: district.committee,
  oversight: district.committee,
  steps: [],
} as const;
const accepted = encodeBoxResponse({ meta: { kind: "accepted", releasedOn }, blobs: [] });
const busy: FakeAnswer = { status: 503, body: JSON.stringify({ error: { code: "busy" } }) };

const failures: readonly FakeAnswer[] = [busy, dropped, dropped, busy];

let keys: ReporterKeys;
beforeAll(async () => {
  keys = await createReporter();
});

/** What a server has taken: requests by their id, each once, messages only behind the one before. */
function honestServer(fail: (request: Bytes, tries: number) => FakeAnswer | undefined) {
  const taken: Bytes[] = [];
  const tries = new Map<string, number>();
  const box = (body: Bytes): FakeAnswer => {
    const { request } = decodeBoxRequest(body);
    const id = toBase64url(request.requestId);
    tries.set(id, (tries.get(id) ?? 0) + 1);
    const failure = fail(body, tries.get(id) ?? 1);
    const isKnown = taken.some((each) => toBase64url(decodeBoxRequest(each).request.requestId) === id);
    const loseAnswer = failure === dropped && (tries.get(id) ?? 1) % 2 === 0;
    if (failure !== undefined && !loseAnswer) return failure;
    if (!isKnown) taken.push(body);
    return loseAnswer ? dropped : accepted;
  };
  return { ...fakeServer({ "/api/box": box }), taken, tries };
}

async function sealAll(transport: Transport) {
  const plan = planLetter(contentOf(text));
  if (plan.kind !== "fits") throw new Error("too long");
  const caseId = randomCaseId();
  const letter = { caseId, keys, proof: "{}", route, content: plan.letter };
  const sealed = await sealLetterRequest(transport, organisation, letter);
  if (sealed.kind !== "sealed") throw new Error(sealed.fault);
  return { plan, sealed, rest: restOf({ caseId, keys, texts: plan.rest }, sealed.trail, releasedOn) };
}

/** Sends the letter and, as the page does, its rest. */
async function sendLong(transport: Transport) {
  const { plan, sealed, rest } = await sealAll(transport);
  for (let kind = ""; kind !== "accepted";) ({ kind } = await deliver(transport, sealed.request));
  let known = rest;
  const told: Rest[] = [];
  const pauses: number[] = [];
  let isForgotten = false;
  const errand: RestErrand = {
    of: plan.rest.length,
    seal: async (part) => {
      known = sealUpTo(known, part);
      return await requestOf(transport, known, part);
    },
    deliver: async (request) => await deliver(transport, request),
    forget: () => {
      isForgotten = true;
      forgetRest(known);
    },
  };
  const carrier = createRestCarrier(
    errand,
    async (seconds) => void pauses.push(seconds),
    (went) => told.push(went),
  );
  await carrier.go();
  return { plan, told, pauses, carrier, isForgotten: () => isForgotten };
}

/** The case as a server holds it that has taken these requests and released them. */
function caseOf(taken: readonly Bytes[], order = (entries: readonly TestEntry[]) => entries): TestCase {
  const [first, ...others] = taken.map((bytes) => decodeBoxRequest(bytes).request.payload);
  if (first === undefined) throw new Error("no letter");
  const split = splitEnvelope("letter", first);
  const header = parseHeader(letterHeaderSchema, decodeCore("letter", split.core).header);
  const letter = { header, envelope: first, digest: envelopeDigest(split.core), ...split };
  const sent = startCase(keys, commune, letter, [district]);
  const entries = order(
    others.map((envelope): TestEntry => {
      const { core, slots } = splitEnvelope("reporter-message", envelope);
      const message = envelopeDigest(core);
      const read = readReporterMessageHeader(core);
      return { entry: { by: "reporter", on: releasedOn, message, header: read }, core, slots };
    }),
  );
  return entries.reduce((known, added) => {
    const end = known.links.at(-1);
    if (end === undefined) throw new Error("a start");
    const link = chainLink(end, entryDigest(added.entry));
    return { ...known, entries: [...known.entries, added], links: [...known.links, link] };
  }, sent);
}

async function viewOf(known: TestCase, changes = {}) {
  const opening = await lookUp(answerWith(known, changes), organisation, keys);
  if (opening.kind !== "case") throw new Error(opening.kind);
  return opening.view;
}

describe("a long letter", () => {
  test("is sent as a letter and messages behind it, and is the same text again for its writer", async () => {
    const { transport, taken, asked } = honestServer(() => undefined);
    const { plan, told, isForgotten } = await sendLong(transport);
    expect(taken).toHaveLength(plan.rest.length + 1);
    expect(told.at(-1)).toEqual({ sent: plan.rest.length, of: plan.rest.length, sending: { kind: "idle" } });
    expect(isForgotten()).toBe(true);
    // No look-up, and no keys but those that the letter was sealed to.
    expect(asked.filter((path) => path.startsWith("/keys/"))).toHaveLength(2);
    const view = await viewOf(caseOf(taken));
    expect(view.chain.fault).toBeNull();
    expect(view.letterText?.text).toBe(text);
    expect(view.letterText).toMatchObject({ missing: [], faults: [] });
    expect(view.history.every(({ text: words, isNew }) => words === "" && !isNew)).toBe(true);
  });

  test("survives a line that is cut at each part, on the way there and on the way back, and a busy server", async () => {
    const { transport, taken, tries } = honestServer((_, count) => failures[count - 1]);
    const { plan, pauses } = await sendLong(transport);
    expect(taken).toHaveLength(plan.rest.length + 1);
    expect([...tries.values()].every((count) => count === 5)).toBe(true);
    expect(pauses).toHaveLength(plan.rest.length * 4);
    expect((await viewOf(caseOf(taken))).letterText?.text).toBe(text);
  });

  test("gives each part the very same bytes however often it is sent", async () => {
    const bodies: Bytes[] = [];
    const { transport } = honestServer((body, count) => {
      bodies.push(body);
      return count < 3 ? dropped : undefined;
    });
    const { plan } = await sendLong(transport);
    expect(new Set(bodies.map((body) => toBase64url(body))).size).toBe(plan.rest.length + 1);
  });

  test("follows the same message also where a proof of work was refused", async () => {
    const refused: FakeAnswer = { status: 400, body: JSON.stringify({ error: { code: "proof-refused" } }) };
    let messages = 0;
    const { transport, taken } = honestServer((body) => {
      if (decodeBoxRequest(body).request.kind !== "send-message") return undefined;
      messages += 1;
      return messages === 2 ? refused : undefined;
    });
    await sendLong(transport);
    expect((await viewOf(caseOf(taken))).letterText?.text).toBe(text);
  });

  test("says so when a part is refused for good, keeps what is left, and goes on from there when asked", async () => {
    const conflict: FakeAnswer = { status: 409, body: JSON.stringify({ error: { code: "conflict" } }) };
    let isRefusing = true;
    let messages = 0;
    const { transport, taken } = honestServer((body) => {
      if (decodeBoxRequest(body).request.kind !== "send-message") return undefined;
      messages += 1;
      return isRefusing && messages === 2 ? conflict : undefined;
    });
    const { plan, told, carrier, isForgotten } = await sendLong(transport);
    const fault = { kind: "refused", code: "conflict" } as const;
    expect(told.at(-1)).toEqual({ sent: 1, of: plan.rest.length, sending: { kind: "failed", fault } });
    expect(isForgotten()).toBe(false);
    const view = await viewOf(caseOf(taken));
    const missing = plan.rest.map((_, index) => index + 1).slice(1);
    expect(view.letterText?.missing).toEqual(missing);
    expect(text.startsWith(view.letterText?.text ?? "?")).toBe(true);
    isRefusing = false;
    await carrier.go();
    expect((await viewOf(caseOf(taken))).letterText?.text).toBe(text);
  });

  test("does not need the letter's own keys any more once it was accepted", async () => {
    const mine = await createReporter();
    const { transport } = fakeServer({ "/api/box": () => accepted });
    const { sealed } = await sealAll(transport);
    const letter = { caseId: randomCaseId(), keys: mine, texts: ["…"] };
    const rest = sealUpTo(restOf(letter, sealed.trail, releasedOn), 1);
    wipeReporterKeys(mine);
    const again = sealUpTo({ ...rest, sealed: [] }, 1);
    expect((await requestOf(transport, again, 1)).kind).toBe("sealed");
  });
});

describe("a server that is not honest", () => {
  async function takenWhole() {
    const { transport, taken } = honestServer(() => undefined);
    await sendLong(transport);
    return taken;
  }

  test("cannot leave out, double or exchange a part without being named", async () => {
    const taken = await takenWhole();
    const orders: readonly (readonly [string, (entries: readonly TestEntry[]) => readonly TestEntry[]])[] = [
      ["left out", ([, ...others]) => others],
      ["doubled", (entries) => [...entries.slice(0, 1), ...entries]],
      ["exchanged", ([one, two, ...others]) => (one && two ? [two, one, ...others] : [])],
    ];
    for (const [, order] of orders) {
      const view = await viewOf(caseOf(taken, order));
      expect(view.chain.fault?.kind).toMatch(/gap|broken-link/);
      expect(view.letterText?.missing).not.toEqual([]);
    }
  });

  test("that cuts the end off shows a letter that lacks its last parts", async () => {
    const taken = await takenWhole();
    const view = await viewOf(caseOf(taken.slice(0, 3)));
    expect(view.chain.fault).toBeNull();
    expect(view.letterText?.missing).toEqual(Array.from({ length: taken.length - 3 }, (_, at) => at + 3));
  });

  test("what only waits for its release is not told to be lost; what is neither there nor waiting is", async () => {
    const taken = await takenWhole();
    const parts = taken.length - 1;
    const view = await viewOf(caseOf(taken.slice(0, 1)), { waiting: parts, released: false });
    if (view.letterText === null) throw new Error("no letter");
    expect(lostParts(view.letterText, view.waiting)).toEqual([]);
    expect(lostParts(view.letterText, parts - 2)).toEqual([parts - 1, parts]);
  });
});

test("what the committee does then is new to the reporter, and the parts of the letter are not", async () => {
  const { transport, taken } = honestServer(() => undefined);
  await sendLong(transport);
  const known = act(caseOf(taken), "Opened", releasedOn);
  const view = await viewOf(known);
  expect(view.history.filter(({ isNew }) => isNew).map(({ type }) => type)).toEqual(["Opened"]);
});
