import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeCommitteeMessageBytes, openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { openIdentity, sealIdentity } from "../../src/crypto/identity.ts";
import { sealToKem } from "../../src/crypto/kem-seal.ts";
import { signLabelled } from "../../src/crypto/labelled.ts";
import { signedParts } from "../../src/crypto/letter.ts";
import type { Identity, ReporterDeed } from "../../src/crypto/letter.schema.ts";
import {
  freeMessageBytes,
  openReporterMessage,
  sealReporterMessage,
} from "../../src/crypto/reporter-message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { openStatement, signStatement } from "../../src/crypto/statement.ts";
import { vocabulary } from "../../src/domain/case/case.vocabulary.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { concat, padZero, toUtf8, uint16 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { type ReporterMessageHeader, writeHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import { carriesMessage, officerEventTypes } from "../../src/envelope/officer-event.ts";
import type { Statement } from "../../src/envelope/statement.ts";
import { eachFlipped, otherLengths } from "../support/crypto/changed-bytes.ts";
import { act, startCase } from "../support/crypto/chains.ts";
import {
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
} from "../support/crypto/people.ts";

const commune = createCommittee("xa-uy");
const district = createCommittee("huyen-uy");
const reporter = await createReporter();
const other = await createReporter();
const readers = { receiver: commune.keys.publicKem, fallback: district.keys.publicKem };

const identity: Identity = {
  v: 1,
  name: "Nguyễn Văn An",
  address: "Ấp Hòa Thuận, xã Hòa Thuận",
  contact: "0900 000 000",
};
const place: Pick<Statement, "case" | "message"> = { case: randomCaseId(), message: randomCaseId() };

function headerOf(act: ReporterMessageHeader["act"]): ReporterMessageHeader {
  return {
    v: 1,
    case: randomCaseId(),
    message: randomCaseId(),
    number: 1,
    act,
    previous: toBase64url(randomBytes(32)),
    seen: { sequence: 0, chain: toBase64url(randomBytes(32)) },
    readerKey: commune.keys.id,
    fallbackKey: district.keys.id,
  };
}

function statementOf(changes: Partial<Statement> = {}): Statement {
  const { case: caseId, message } = place;
  return { v: 1, type: "MadeFormal", case: caseId, kind: "formal-state", message, ...changes };
}

const signed = signStatement(statementOf(), reporter.sign.secret);
const deeds: readonly ReporterDeed[] = [
  { kind: "message" },
  { kind: "review" },
  { kind: "withdraw" },
  { kind: "rate", satisfied: false },
  { kind: "seal-anew" },
  {
    kind: "make-formal",
    statement: signed.statement,
    signature: toBase64url(signed.signature),
    identity: toBase64url(sealIdentity(identity, commune.keys.publicKem, place)),
  },
];

describe("what a reporter does", () => {
  it("arrives as it was meant, and looks from outside like every other deed but the request for a review", () => {
    const sizes = deeds.map((deed) => {
      const header = headerOf(deed.kind === "review" ? "review" : "message");
      const { envelope } = sealReporterMessage(header, { deed, text: "…" }, reporter, readers);
      const { core, slots } = splitEnvelope("reporter-message", envelope);
      const sealed = { core, slot: slots[0], key: null };
      const opened = openReporterMessage("receiver", sealed, commune.keys.kemSecret, reporter.sign.publicKey);
      expect(opened?.body).toEqual({ v: 1, deed, text: "…" });
      return envelope.length;
    });
    expect(new Set(sizes).size).toBe(1);
  });

  it("cannot be sealed under a header that says another act", () => {
    for (const deed of deeds) {
      const header = headerOf(deed.kind === "review" ? "message" : "review");
      expect(() => sealReporterMessage(header, { deed, text: "" }, reporter, readers)).toThrow(RangeError);
    }
  });

  it("is refused by its reader when its writer's own program let the header say another act", () => {
    for (const deed of deeds) {
      const opens = (act: ReporterMessageHeader["act"]) => {
        const header = writeHeader(headerOf(act));
        const text = toCanonicalJson({ v: 1, deed, text: "" });
        const parts = signedParts(header, text);
        const { envelope } = sealEnvelope({
          purpose: "reporter-message",
          header,
          recipients: { ...readers, reporter: reporter.kem.publicKey },
          body: frameBody(text, signLabelled(reporter.sign.secret, labels.reporterMessageBody, ...parts)),
        });
        const { core, slots } = splitEnvelope("reporter-message", envelope);
        const sealed = { core, slot: slots[0], key: null };
        return openReporterMessage("receiver", sealed, commune.keys.kemSecret, reporter.sign.publicKey);
      };
      const isReview = deed.kind === "review";
      expect(opens("review") !== undefined).toBe(isReview);
      expect(opens("message") !== undefined).toBe(!isReview);
    }
  });

  it("has room beside it that is counted exactly", () => {
    for (const deed of deeds) {
      const header = headerOf(deed.kind === "review" ? "review" : "message");
      const room = freeMessageBytes({ deed, text: "" });
      const seal = (length: number) =>
        sealReporterMessage(header, { deed, text: "x".repeat(length) }, reporter, readers);
      expect(() => seal(room)).not.toThrow();
      expect(() => seal(room + 1)).toThrow(FormatError);
    }
  });
});

describe("a statement", () => {
  it("is the reporter's word in the message in which it lies", () => {
    expect(openStatement(signed, place, reporter.sign.publicKey)).toEqual(statementOf());
  });

  it("is none for another case, another message, another kind, or of another writer", () => {
    const { publicKey } = reporter.sign;
    expect(openStatement(signed, { ...place, case: randomCaseId() }, publicKey)).toBeUndefined();
    expect(openStatement(signed, { ...place, message: randomCaseId() }, publicKey)).toBeUndefined();
    expect(openStatement(signed, place, other.sign.publicKey)).toBeUndefined();
    const rekinded = { ...signed, statement: signed.statement.replace("formal-state", "formal-party") };
    expect(openStatement(rekinded, place, publicKey)).toBeUndefined();
  });

  it("is refused for every changed byte of its text and its signature", () => {
    const { publicKey } = reporter.sign;
    for (const signature of eachFlipped(signed.signature)) {
      expect(openStatement({ ...signed, signature }, place, publicKey)).toBeUndefined();
    }
    for (const text of eachFlipped(toUtf8(signed.statement))) {
      const statement = Buffer.from(text).toString("latin1");
      expect(openStatement({ ...signed, statement }, place, publicKey)).toBeUndefined();
    }
  });

  it("is not the signature of any other purpose over the same bytes", () => {
    for (const label of [labels.officerEvent, labels.reporterMessageBody, labels.boxRequest]) {
      const signature = signLabelled(reporter.sign.secret, label, toUtf8(signed.statement));
      expect(openStatement({ ...signed, signature }, place, reporter.sign.publicKey)).toBeUndefined();
    }
  });
});

describe("who a reporter is", () => {
  const sealed = sealIdentity(identity, commune.keys.publicKem, place);

  it("opens for the committee in charge, and for nobody else", () => {
    expect(openIdentity(sealed, commune.keys.kemSecret, place)).toEqual(identity);
    for (const secret of [district.keys.kemSecret, reporter.kem.secret, other.kem.secret]) {
      expect(openIdentity(sealed, secret, place)).toBeUndefined();
    }
  });

  it("does not open for the fallback, although the message in which it lies does", () => {
    const header = headerOf("message");
    const here = { case: header.case, message: header.message };
    const { statement, signature } = signStatement(statementOf(here), reporter.sign.secret);
    const deed: ReporterDeed = {
      kind: "make-formal",
      statement,
      signature: toBase64url(signature),
      identity: toBase64url(sealIdentity(identity, commune.keys.publicKem, here)),
    };
    const { envelope } = sealReporterMessage(header, { deed, text: "" }, reporter, readers);
    const { core, slots } = splitEnvelope("reporter-message", envelope);
    const own = { core, slot: slots[1], key: null };
    const opened = openReporterMessage("fallback", own, district.keys.kemSecret, reporter.sign.publicKey);
    if (opened?.body.deed.kind !== "make-formal") throw new Error("opens for the fallback");
    const bytes = fromBase64url(opened.body.deed.identity);
    expect(openIdentity(bytes, district.keys.kemSecret, here)).toBeUndefined();
    expect(openIdentity(bytes, commune.keys.kemSecret, here)).toEqual(identity);
  });

  it("does not open out of another message or another case", () => {
    for (const elsewhere of [
      { ...place, message: randomCaseId() },
      { ...place, case: randomCaseId() },
      { case: place.message, message: place.case },
    ]) {
      expect(openIdentity(sealed, commune.keys.kemSecret, elsewhere)).toBeUndefined();
    }
  });

  it("is of one length, whatever it says, up to the longest that there can be", () => {
    const texts = fc.string({ unit: fc.constantFrom("ế", "👍", "\0", "a", "\ud83d"), minLength: 1 });
    fc.assert(
      fc.property(texts, texts, texts, (name, address, contact) => {
        const given: Identity = {
          v: 1,
          name: name.slice(0, 200),
          address: address.slice(0, 400),
          contact: contact.slice(0, 200),
        };
        const bytes = sealIdentity(given, commune.keys.publicKem, place);
        expect(bytes).toHaveLength(sealed.length);
        expect(openIdentity(bytes, commune.keys.kemSecret, place)).toEqual(given);
      }),
      { numRuns: 30 },
    );
    const longest: Identity = {
      v: 1,
      name: "\0".repeat(200),
      address: "\0".repeat(400),
      contact: "\0".repeat(200),
    };
    expect(sealIdentity(longest, commune.keys.publicKem, place)).toHaveLength(sealed.length);
  });

  it("is not sealed when it is none: an empty name, or one that is too long", () => {
    const key = commune.keys.publicKem;
    expect(() => sealIdentity({ ...identity, name: "" }, key, place)).toThrow(FormatError);
    expect(() => sealIdentity({ ...identity, name: "x".repeat(201) }, key, place)).toThrow(FormatError);
  });

  it("is refused for every changed byte, and at any other length", () => {
    for (const altered of eachFlipped(sealed)) {
      expect(openIdentity(altered, commune.keys.kemSecret, place)).toBeUndefined();
    }
    for (const altered of otherLengths(sealed)) {
      expect(openIdentity(altered, commune.keys.kemSecret, place)).toBeUndefined();
    }
  });

  it("is refused when a hostile hand put something else under the seal", () => {
    const sealRaw = (plaintext: Uint8Array) =>
      sealToKem(commune.keys.publicKem, plaintext, {
        label: labels.identity,
        context: [toUtf8(`${place.case}/${place.message}`)],
      });
    const framed = (text: string) => concat(uint16(toUtf8(text).length), toUtf8(text));
    const honest = framed(toCanonicalJson(identity));
    expect(openIdentity(sealRaw(padZero(honest, 5120)), commune.keys.kemSecret, place)).toEqual(identity);
    const spoilt = padZero(honest, 5120);
    spoilt[5119] = 1;
    const bad = [
      padZero(honest, 5119),
      padZero(honest, 5121),
      spoilt,
      padZero(uint16(5119), 5120),
      padZero(framed("{}"), 5120),
      padZero(concat(uint16(1), new Uint8Array([0xff])), 5120),
      padZero(framed(toCanonicalJson({ ...identity, more: 1 })), 5120),
    ];
    for (const plaintext of bad) {
      expect(openIdentity(sealRaw(plaintext), commune.keys.kemSecret, place)).toBeUndefined();
    }
  });
});

describe("a sealed object of a committee", () => {
  const start = () =>
    startCase(reporter, commune, createLetter(reporter, commune, district), [
      district,
      createCommittee("chi-bo-phong"),
    ]);
  const sealing = officerEventTypes.filter(carriesMessage);

  it("opens for its readers and the superior; for the reporter exactly where it is meant for the reporter", () => {
    for (const type of sealing) {
      const { core, slots } = act(start(), type, addDays(releasedOn, 1)).entries[0] ?? {};
      if (!core || !slots) throw new Error("an object");
      const opens = (role: "receiver" | "fallback", slot: Uint8Array, { keys }: typeof commune) =>
        openCommitteeMessage(role, { core, slot, key: null }, keys.kemSecret) !== undefined;
      // Whoever takes a case over has nobody above, and says so as the one who reads it.
      const isTakeOver = type === "TakenOver";
      expect(opens("receiver", slots[0], isTakeOver ? district : commune), type).toBe(true);
      expect(opens("fallback", slots[1], district), type).toBe(!isTakeOver);
      const third = { core, slot: slots[2], key: null };
      const opensThird = ({ secret }: { secret: Uint8Array }) =>
        openCommitteeMessage("reporter", third, secret) !== undefined;
      expect(opensThird(reporter.kem), type).toBe(vocabulary[type].to === "reporter");
      for (const { kemSecret } of [commune.keys, district.keys])
        expect(opensThird({ secret: kemSecret }), type).toBe(false);
    }
  });

  it("is of one size, whether it is a word to the reporter or a note that the reporter never sees", () => {
    const sizes = sealing.map((type) => {
      const { core, slots } = act(start(), type, addDays(releasedOn, 1)).entries[0] ?? {};
      return [core?.length, ...(slots ?? []).map(({ length }) => length)].join("/");
    });
    expect(new Set(sizes)).toEqual(new Set(["7616/1168/1168/1168/1168"]));
  });

  it("carries the facts of its event as they were written, and nothing that is no fact", () => {
    const { core, slots } = act(start(), "Refused", addDays(releasedOn, 1)).entries[0] ?? {};
    if (!core || !slots) throw new Error("an object");
    const sealed = { core, slot: slots[0], key: null };
    expect(openCommitteeMessage("receiver", sealed, commune.keys.kemSecret)?.body.fact).toEqual({
      type: "Refused",
      ground: "abusive",
      whereElse: ["court"],
    });
    const text = toCanonicalJson({ v: 1, text: "", fact: { type: "Refused", ground: "vì lười" } });
    const { envelope } = sealEnvelope({
      purpose: "committee-message",
      header: "{}",
      recipients: { receiver: commune.keys.publicKem, fallback: null, reporter: null },
      body: frameBody(text, new Uint8Array()),
    });
    const bad = splitEnvelope("committee-message", envelope);
    const given = { core: bad.core, slot: bad.slots[0], key: null };
    expect(() => openCommitteeMessage("receiver", given, commune.keys.kemSecret)).toThrow(FormatError);
  });

  it("leaves less room for words the more there is of facts", () => {
    const fact = { type: "Refused", ground: "abusive", whereElse: ["court"] } as const;
    const bare = freeCommitteeMessageBytes({ text: "", fact: null });
    const difference = toUtf8(toCanonicalJson(fact)).length - "null".length;
    expect(freeCommitteeMessageBytes({ text: "ờ", fact })).toBe(bare - difference - 3);
  });
});
