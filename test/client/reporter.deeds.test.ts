import { describe, expect, it } from "vitest";
import type { CaseView } from "../../src/client/reporter/open-case.ts";
import { freeDeedBytes, sealDeed, type WrittenDeed } from "../../src/client/reporter/seal-deed.ts";
import { createCaseKey } from "../../src/crypto/case-key.ts";
import { verifyChain } from "../../src/crypto/chain.ts";
import { openIdentity } from "../../src/crypto/identity.ts";
import {
  openReporterMessage,
  type OpenedReporterMessage,
  readReporterMessageHeader,
} from "../../src/crypto/reporter-message.ts";
import { envelopeDigest } from "../../src/crypto/envelope.open.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../src/envelope/box-request.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { signatureBytes } from "../../src/envelope/sizes.ts";
import { act, contextOf, type TestCase, write } from "../support/crypto/chains.ts";
import { commune, district } from "../support/crypto/organisation.ts";
import { releasedOn, type TestCommittee } from "../support/crypto/people.ts";
import {
  acts,
  answerWith,
  neighbour,
  opened,
  realOrganisation,
  rekey,
  reporter,
  serverWith,
  viewOf,
} from "../support/crypto/returning.ts";

const organisation = realOrganisation();
const identity = { v: 1, name: "Trần Thị Bích", address: "Ấp Hòa Thuận", contact: "0900 000 000" } as const;
const formal: WrittenDeed = { deed: { kind: "make-formal", procedure: "formal-party", identity }, text: "" };
const written: readonly WrittenDeed[] = [
  { deed: { kind: "message" }, text: "Thêm." },
  { deed: { kind: "review" }, text: "Chưa ai tới xem." },
  { deed: { kind: "withdraw" }, text: "" },
  { deed: { kind: "rate", satisfied: false }, text: "Chưa xong." },
  { deed: { kind: "seal-anew" }, text: "" },
  formal,
];

type Sealed = Awaited<ReturnType<typeof sealedFor>>;

/** What goes over the wire, taken apart. */
async function sealedFor(view: CaseView, deed: WrittenDeed) {
  const sealed = await sealDeed(serverWith(new Uint8Array()).transport, organisation, view, deed);
  if (sealed.kind !== "sealed") throw new Error(sealed.kind === "fault" ? sealed.fault : sealed.kind);
  const { request } = decodeBoxRequest(sealed.request);
  const { core, slots } = splitEnvelope("reporter-message", request.payload);
  return { core, slots, id: toBase64url(request.requestId), kind: request.kind, bytes: sealed.request };
}

function openAs(
  { core, slots }: Sealed,
  role: "receiver" | "fallback" | "reporter",
  secret: Uint8Array,
): OpenedReporterMessage | undefined {
  const slot = slots[role === "receiver" ? 0 : role === "fallback" ? 1 : 2];
  return openReporterMessage(role, { core, slot, key: null }, secret, reporter.sign.publicKey);
}

function requireOpen(sealed: Sealed, role: "receiver" | "fallback" | "reporter", secret: Uint8Array) {
  const message = openAs(sealed, role, secret);
  if (message === undefined) throw new Error(`does not open for the ${role}`);
  return message;
}

async function requireView(known: TestCase): Promise<CaseView> {
  return await viewOf(answerWith(known));
}

describe("whatever a reporter does", () => {
  it("can be read by the committee in charge, its superior and the reporter, and says what it is", async () => {
    const view = await requireView(opened);
    for (const deed of written) {
      const sealed = await sealedFor(view, deed);
      for (const [role, secret] of [
        ["receiver", commune.keys.kemSecret],
        ["fallback", district.keys.kemSecret],
        ["reporter", reporter.kem.secret],
      ] as const) {
        const { body, header } = requireOpen(sealed, role, secret);
        expect(body.deed.kind).toBe(deed.deed.kind);
        expect(header.message).toBe(sealed.id);
      }
    }
  });

  it("is one request of one kind and size, and says openly only that a review is asked", async () => {
    const view = await requireView(opened);
    const open = await Promise.all(
      written.map(async (deed) => {
        const sealed = await sealedFor(view, deed);
        const header = readReporterMessageHeader(sealed.core);
        return [deed.deed.kind, header?.act, sealed.kind, sealed.bytes.length];
      }),
    );
    expect(open.map(([kind, act]) => [kind, act])).toEqual(
      written.map(({ deed }) => [deed.kind, deed.kind === "review" ? "review" : "message"]),
    );
    expect(new Set(open.map(([, , kind, length]) => `${kind} ${length}`)).size).toBe(1);
  });

  it("continues the reporter's own chain, and says what they had seen", async () => {
    const known = write(opened, releasedOn);
    const sealed = await sealedFor(await requireView(known), { deed: { kind: "message" }, text: "Thêm." });
    const { header } = requireOpen(sealed, "reporter", reporter.kem.secret);
    const last = known.entries[1]?.entry;
    expect(header.number).toBe(2);
    expect(header.previous).toBe(toBase64url(last?.by === "reporter" ? last.message : randomBytes(32)));
    expect(header.seen).toEqual({
      sequence: 2,
      chain: toBase64url(known.links[2] ?? randomBytes(32)),
    });
  });

  it("is accepted into the chain by every reader", async () => {
    const view = await requireView(opened);
    for (const deed of written) {
      const { core } = await sealedFor(view, deed);
      const header = readReporterMessageHeader(core);
      const entry = { by: "reporter", on: releasedOn, message: envelopeDigest(core), header } as const;
      const chain = verifyChain(contextOf(opened), [...opened.entries.map(({ entry: each }) => each), entry]);
      expect(chain.fault).toBeNull();
      expect(chain.entries.at(-1)).toMatchObject({ act: header?.act, sawAnother: false });
    }
  });
});

describe("sealing the letter anew", () => {
  it("gives the superior the letter's own words, whatever was typed", async () => {
    const sealed = await sealedFor(await requireView(opened), { deed: { kind: "seal-anew" }, text: "khác" });
    expect(requireOpen(sealed, "fallback", district.keys.kemSecret).body.text).toBe("Việc thu tiền sai.");
  });
});

describe("making it formal", () => {
  it("tells the name to the committee in charge alone, and in no other message", async () => {
    const view = await requireView(opened);
    const sealed = await sealedFor(view, formal);
    const { body } = requireOpen(sealed, "fallback", district.keys.kemSecret);
    if (body.deed.kind !== "make-formal") throw new Error(body.deed.kind);
    const bytes = fromBase64url(body.deed.identity);
    const place = { case: view.caseId, message: sealed.id };
    expect(openIdentity(bytes, commune.keys.kemSecret, place)).toEqual(identity);
    expect(openIdentity(bytes, district.keys.kemSecret, place)).toBeUndefined();
    expect(openIdentity(bytes, reporter.kem.secret, place)).toBeUndefined();
    const other = (await sealedFor(view, formal)).id;
    expect(openIdentity(bytes, commune.keys.kemSecret, { ...place, message: other })).toBeUndefined();
  });

  it("carries a word that every reader finds signed, counted from the day of the message", async () => {
    const view = await requireView(opened);
    const sealed = await sealedFor(view, formal);
    const { body, header } = requireOpen(sealed, "receiver", commune.keys.kemSecret);
    if (body.deed.kind !== "make-formal") throw new Error(body.deed.kind);
    const { statement } = body.deed;
    const signature = fromBase64urlOf(signatureBytes, body.deed.signature);
    const message = envelopeDigest(sealed.core);
    const chain = verifyChain(contextOf(opened), [
      ...opened.entries.map(({ entry }) => entry),
      { by: "reporter", on: addDays(releasedOn, 1), message, header },
      { by: "statement", on: addDays(releasedOn, 4), statement, signature },
    ]);
    expect(chain.fault).toBeNull();
    expect(chain.entries.at(-1)).toMatchObject({
      by: "statement",
      since: addDays(releasedOn, 1),
      statement: { kind: "formal-party", message: sealed.id },
    });
  });

  it("names the committee that has the case now, when it was passed on or taken over", async () => {
    const classified = acts(opened, releasedOn, "Acknowledged", "Classified");
    const to = { to: neighbour.committee, key: neighbour.keys.id };
    const moved = act(classified, "Transferred", releasedOn, to);
    const proposed = act(classified, "SuperiorProposed", releasedOn);
    const taken = act(proposed, "TakenOver", releasedOn, { key: district.keys.id });
    for (const [known, holder, others] of [
      [moved, neighbour, [commune, district]],
      [taken, district, [commune]],
    ] as const) {
      const view = await requireView(known);
      const sealed = await sealedFor(view, formal);
      const { body } = requireOpen(sealed, "receiver", holder.keys.kemSecret);
      if (body.deed.kind !== "make-formal") throw new Error(body.deed.kind);
      const bytes = fromBase64url(body.deed.identity);
      const place = { case: view.caseId, message: sealed.id };
      expect(openIdentity(bytes, holder.keys.kemSecret, place)).toEqual(identity);
      for (const other of others) expect(openIdentity(bytes, other.keys.kemSecret, place)).toBeUndefined();
      expect(openAs(sealed, "receiver", commune.keys.kemSecret)).toBeUndefined();
    }
  });
});

describe("after a hand-over", () => {
  const { key } = createCaseKey();
  const caseKey = { id: key.id, kem: key.kem };
  const handed = rekey(opened, "HandedOver", releasedOn, caseKey);
  const cannotOpen = (sealed: Sealed, committee: TestCommittee) =>
    openAs(sealed, "receiver", committee.keys.kemSecret) === undefined;

  it("a message goes to those who still read, and no longer to the committee's own key", async () => {
    const view = await viewOf(answerWith(handed, {}, caseKey));
    const sealed = await sealedFor(view, { deed: { kind: "message" }, text: "Thêm." });
    expect(requireOpen(sealed, "receiver", key.secret).header.readerKey).toBe(key.id);
    expect(cannotOpen(sealed, commune)).toBe(true);
    expect(requireOpen(sealed, "fallback", district.keys.kemSecret).body.text).toBe("Thêm.");
  });

  it("the name of a tố cáo is still sealed to the committee's own key, not to the case's", async () => {
    const view = await viewOf(answerWith(handed, {}, caseKey));
    const sealed = await sealedFor(view, formal);
    const { body } = requireOpen(sealed, "receiver", key.secret);
    if (body.deed.kind !== "make-formal") throw new Error(body.deed.kind);
    const bytes = fromBase64url(body.deed.identity);
    const place = { case: view.caseId, message: sealed.id };
    expect(openIdentity(bytes, key.secret, place)).toBeUndefined();
    expect(openIdentity(bytes, commune.keys.kemSecret, place)).toEqual(identity);
  });

  it("and a transfer, a message goes to the other committee's own key", async () => {
    const classified = acts(handed, releasedOn, "Acknowledged", "Classified");
    const to = { to: neighbour.committee, key: neighbour.keys.id };
    const view = await requireView(act(classified, "Transferred", releasedOn, to));
    const sealed = await sealedFor(view, { deed: { kind: "message" }, text: "Thêm." });
    expect(requireOpen(sealed, "receiver", neighbour.keys.kemSecret).body.text).toBe("Thêm.");
    expect(openAs(sealed, "receiver", key.secret)).toBeUndefined();
  });
});

it("the room for words is what can be sealed, and not a byte more", async () => {
  const view = await requireView(opened);
  for (const { deed } of written.filter(
    ({ deed: { kind } }) => kind !== "make-formal" && kind !== "seal-anew",
  )) {
    const free = freeDeedBytes({ deed, text: "" });
    await sealedFor(view, { deed, text: "x".repeat(free) });
    await expect(sealedFor(view, { deed, text: "x".repeat(free + 1) })).rejects.toThrow();
  }
});
