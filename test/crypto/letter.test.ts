import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signBoxRequest } from "../../src/client/reporter/box.ts";
import { freeCommitteeMessageBytes, sealCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { openEnvelope, unframeBody } from "../../src/crypto/envelope.open.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { signLabelled, verifyLabelled } from "../../src/crypto/labelled.ts";
import { freeLetterBytes, openLetter, signedParts } from "../../src/crypto/letter.ts";
import {
  freeMessageBytes,
  openReporterMessage,
  sealReporterMessage,
} from "../../src/crypto/reporter-message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { decodeBoxRequest } from "../../src/envelope/box-request.ts";
import { concat, padZero, toUtf8, uint32 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { writeHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import { boxRequestBytes, reporterEnvelopeBytes } from "../../src/envelope/sizes.ts";
import {
  contentOf,
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
} from "../support/crypto/people.ts";

const receiver = createCommittee("xa-uy");
const fallback = createCommittee("huyen-uy");
const reporter = await createReporter();
/** Vietnamese, Khmer, emoji, line ends, quotes, controls, lone surrogates. */
const anyText = fc.string({
  unit: fc.constantFrom("ế", "Đ", "ខ្ញុំ", "👩‍👩‍👧", "\n", '"', "\\", "\0", "a", "\ud83d", " "),
  maxLength: 800,
});

const deed = { kind: "message" as const };
const readerKeys = { receiver: receiver.keys.publicKem, fallback: fallback.keys.publicKem };

describe("a letter", () => {
  it("says the same to receiver, fallback and writer, and names the keys to answer to", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { core, slots, digest } = createLetter(reporter, receiver, fallback, { text });
        for (const [role, slot, secret] of [
          ["receiver", slots[0], receiver.keys.kemSecret],
          ["fallback", slots[1], fallback.keys.kemSecret],
          ["reporter", slots[2], reporter.kem.secret],
        ] as const) {
          const letter = openLetter(role, { core, slot, key: null }, secret);
          expect(letter?.body.text).toBe(text);
          expect(letter?.digest).toEqual(digest);
          expect(letter?.reporter).toEqual({ sign: reporter.sign.publicKey, kem: reporter.kem.publicKey });
        }
      }),
      { numRuns: 25 },
    );
  });

  it("opens for its receiver when there is no fallback, and then for nobody in the second slot", () => {
    const { core, slots } = createLetter(reporter, receiver, null);
    expect(
      openLetter("receiver", { core, slot: slots[0], key: null }, receiver.keys.kemSecret),
    ).toBeDefined();
    for (const secret of [receiver.keys.kemSecret, fallback.keys.kemSecret, reporter.kem.secret]) {
      expect(openLetter("fallback", { core, slot: slots[1], key: null }, secret)).toBeUndefined();
    }
  });

  it("does not open with another receipt code, though everything else is the same", async () => {
    const { core, slots } = createLetter(reporter, receiver, null);
    const other = await createReporter();
    expect(openLetter("reporter", { core, slot: slots[2], key: null }, other.kem.secret)).toBeUndefined();
  });

  it("counts its free bytes exactly, in every script", () => {
    for (const character of ["a", "ế", "ខ", "👍", "\n"]) {
      const sizeInJson = toUtf8(JSON.stringify(character)).length - 2;
      const room = freeLetterBytes(contentOf(""));
      const fits = character.repeat(Math.floor(room / sizeInJson));
      expect(freeLetterBytes(contentOf(fits))).toBe(room - (fits.length / character.length) * sizeInJson);
      expect(freeLetterBytes(contentOf(fits))).toBeGreaterThanOrEqual(0);
      expect(() => createLetter(reporter, receiver, null, { text: fits })).not.toThrow();
      expect(freeLetterBytes(contentOf(fits + character))).toBeLessThan(0);
      expect(() => createLetter(reporter, receiver, null, { text: fits + character })).toThrow(FormatError);
    }
  });

  it("is refused when the reporter's keys in it were replaced by others: the signature is not theirs", async () => {
    const other = await createReporter();
    const { header } = createLetter(reporter, receiver, null);
    const keys = [
      { sign: toBase64url(other.sign.publicKey), kem: toBase64url(reporter.kem.publicKey) },
      { sign: toBase64url(reporter.sign.publicKey), kem: toBase64url(other.kem.publicKey) },
    ];
    const honest = { sign: toBase64url(reporter.sign.publicKey), kem: toBase64url(reporter.kem.publicKey) };
    const signed = toCanonicalJson({ ...contentOf("…"), v: 1, reporter: honest });
    const parts = signedParts(writeHeader(header), signed);
    const signature = signLabelled(reporter.sign.secret, labels.letterBody, ...parts);
    const sealWith = (text: string) => {
      const recipients = { receiver: readerKeys.receiver, fallback: null, reporter: reporter.kem.publicKey };
      const body = frameBody(text, signature);
      const { envelope } = sealEnvelope({ purpose: "letter", header: writeHeader(header), recipients, body });
      const { core, slots } = splitEnvelope("letter", envelope);
      return openLetter("receiver", { core, slot: slots[0], key: null }, receiver.keys.kemSecret);
    };
    expect(sealWith(signed)).toBeDefined();
    for (const replaced of keys) {
      expect(sealWith(toCanonicalJson({ ...contentOf("…"), v: 1, reporter: replaced }))).toBeUndefined();
    }
    expect(sealWith(toCanonicalJson({ ...contentOf("khác"), v: 1, reporter: honest }))).toBeUndefined();
  });

  it("is refused when a reader seals the signed body again under another header", () => {
    const letter = createLetter(reporter, receiver, fallback);
    const sealed = { core: letter.core, slot: letter.slots[0], key: null };
    const opened = openEnvelope("letter", "receiver", sealed, receiver.keys.kemSecret);
    if (opened === undefined) throw new Error("does not open");
    const changes = [
      { receiver: fallback.committee },
      { receiverKey: fallback.keys.id },
      { case: randomCaseId() },
      { fallback: null, fallbackKey: null },
      { directory: 2 },
    ];
    for (const change of changes) {
      const { envelope } = sealEnvelope({
        purpose: "letter",
        header: writeHeader({ ...letter.header, ...change }),
        recipients: { ...readerKeys, reporter: reporter.kem.publicKey },
        body: opened.body,
      });
      const { core, slots } = splitEnvelope("letter", envelope);
      expect(
        openLetter("receiver", { core, slot: slots[0], key: null }, receiver.keys.kemSecret),
      ).toBeUndefined();
    }
  });
});

describe("a message of the reporter", () => {
  const header = {
    v: 1 as const,
    case: randomCaseId(),
    message: randomCaseId(),
    number: 1,
    act: "message" as const,
    previous: toBase64url(randomBytes(32)),
    seen: { sequence: 0, chain: toBase64url(randomBytes(32)) },
    readerKey: receiver.keys.id,
    fallbackKey: null,
  };

  it("opens only against the keys of the letter", async () => {
    const { envelope } = sealReporterMessage(header, { deed, text: "Thêm." }, reporter, readerKeys);
    const { core, slots } = splitEnvelope("reporter-message", envelope);
    const sealed = { core, slot: slots[0], key: null };
    const open = (sign: Uint8Array) => openReporterMessage("receiver", sealed, receiver.keys.kemSecret, sign);
    expect(open(reporter.sign.publicKey)?.body.text).toBe("Thêm.");
    expect(open((await createReporter()).sign.publicKey)).toBeUndefined();
  });

  it("counts its free bytes exactly", () => {
    const text = "x".repeat(freeMessageBytes({ deed, text: "" }));
    expect(() => sealReporterMessage(header, { deed, text }, reporter, readerKeys)).not.toThrow();
    expect(() => sealReporterMessage(header, { deed, text: `${text}x` }, reporter, readerKeys)).toThrow(
      FormatError,
    );
  });

  it("leaves the committee's room for the committee's words", () => {
    const place = {
      v: 1 as const,
      case: header.case,
      committee: receiver.committee,
      sequence: 2,
      previous: header.previous,
      readerKey: receiver.keys.id,
      fallbackKey: null,
    };
    const recipients = { ...readerKeys, reporter: reporter.kem.publicKey };
    const text = "ờ".repeat(Math.floor(freeCommitteeMessageBytes({ text: "", fact: null }) / 3));
    expect(() => sealCommitteeMessage(place, { text, fact: null }, recipients)).not.toThrow();
    expect(() => sealCommitteeMessage(place, { text: `${text}ờ`, fact: null }, recipients)).toThrow(
      FormatError,
    );
  });
});

describe("on the wire", () => {
  it("letter, message and look-up are of one size, whatever is in them", () => {
    const request = (
      kind: "send-letter" | "send-message" | "look-up",
      payload: ReturnType<typeof randomBytes>,
      proof: string,
    ) =>
      signBoxRequest(
        { kind, proof, requestId: randomBytes(16), cursor: kind === "look-up" ? 7 : 0, payload },
        reporter,
      );
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 200 }), (text, proof) => {
        const letter = createLetter(reporter, receiver, fallback, { text });
        const { envelope } = sealReporterMessage(
          {
            v: 1,
            case: letter.header.case,
            message: randomCaseId(),
            number: 1,
            act: "message",
            previous: toBase64url(letter.digest),
            seen: { sequence: 0, chain: toBase64url(letter.digest) },
            readerKey: receiver.keys.id,
            fallbackKey: null,
          },
          { deed, text },
          reporter,
          readerKeys,
        );
        expect(request("send-letter", letter.envelope, proof)).toHaveLength(boxRequestBytes);
        expect(request("send-message", envelope, proof)).toHaveLength(boxRequestBytes);
        expect(request("look-up", randomBytes(reporterEnvelopeBytes), proof)).toHaveLength(boxRequestBytes);
      }),
      { numRuns: 15 },
    );
  });

  it("a request is signed in every byte but the signature's own", () => {
    const payload = randomBytes(reporterEnvelopeBytes);
    const bytes = signBoxRequest(
      { kind: "look-up", proof: "{}", requestId: randomBytes(16), cursor: 0, payload },
      reporter,
    );
    const { unsigned, signature, request } = decodeBoxRequest(bytes);
    const holds = (over: Uint8Array) =>
      verifyLabelled(signature, request.reporterKey, labels.boxRequest, over);
    expect(holds(unsigned)).toBe(true);
    expect(request).toMatchObject({ lookupId: reporter.lookupId, reporterKey: reporter.sign.publicKey });
    for (let at = 0; at < unsigned.length; at += at < 1120 ? 61 : 1009) {
      const altered = new Uint8Array(unsigned);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(holds(altered)).toBe(false);
    }
  });
});

describe("a framed body", () => {
  it("comes back as it was, for any text, padded to any size", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(0 as const, 64 as const),
        fc.nat({ max: 64 }),
        (text, length, more) => {
          const clean = text.toWellFormed();
          const signature = randomBytes(length);
          const framed = frameBody(clean, signature);
          expect(unframeBody(padZero(framed, framed.length + more), length)).toEqual({
            text: clean,
            signature,
          });
        },
      ),
    );
  });

  it("is refused with a false length, padding that is not zero, or bytes that are no text", () => {
    const framed = frameBody("xin chào", randomBytes(64));
    expect(() => unframeBody(concat(framed, new Uint8Array([0, 1])), 64)).toThrow(FormatError);
    expect(() => unframeBody(concat(uint32(framed.length), framed.subarray(4)), 64)).toThrow(FormatError);
    expect(() => unframeBody(concat(uint32(0xffffffff), framed.subarray(4)), 64)).toThrow(FormatError);
    expect(() => unframeBody(concat(uint32(1), new Uint8Array([0xff]), new Uint8Array(64)), 64)).toThrow(
      FormatError,
    );
    expect(() => unframeBody(new Uint8Array(3), 0)).toThrow(FormatError);
    expect(fromBase64url(toBase64url(framed))).toEqual(framed);
  });
});
