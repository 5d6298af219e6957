import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64url } from "../../src/envelope/base64url.ts";
import {
  type BoxRequest,
  boxRequestKinds,
  decodeBoxRequest,
  encodeUnsignedBoxRequest,
} from "../../src/envelope/box-request.ts";
import {
  type BoxMeta,
  type BoxResponse,
  boxResponseLength,
  decodeBoxResponse,
  encodeBoxResponse,
  requireBlob,
} from "../../src/envelope/box-response.ts";
import { concat, equalBytes, padZero, slice, toUtf8, uint32 } from "../../src/envelope/bytes.ts";
import {
  coreBytesOf,
  decodeCore,
  encodeCore,
  envelopeBytesOf,
  joinEnvelope,
  purposes,
  splitEnvelope,
} from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import {
  committeeMessageHeaderSchema,
  letterHeaderSchema,
  parseHeader,
  reporterMessageHeaderSchema,
} from "../../src/envelope/headers.ts";
import { parseOfficerAct, parseOfficerEvent } from "../../src/envelope/officer-event.ts";
import * as sizes from "../../src/envelope/sizes.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import type { CaseId, KeyId } from "../../src/domain/ids.ts";

const anyBytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes));
/** Long filler comes from a pattern: fast-check shall spend its choices where the format is. */
const filler = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed) & 255);

const anyRequest: fc.Arbitrary<BoxRequest> = fc
  .record({
    kind: fc.constantFrom(...boxRequestKinds),
    proof: fc.string({ maxLength: 300 }).map((text) => text.toWellFormed()),
    requestId: anyBytes(16),
    lookupId: anyBytes(16),
    reporterKey: anyBytes(32),
    cursor: fc.nat(),
    seed: fc.nat({ max: 255 }),
  })
  .map(({ seed, ...request }) => ({
    ...request,
    cursor: request.kind === "look-up" ? request.cursor : 0,
    payload: filler(sizes.reporterEnvelopeBytes, seed),
  }));

/** Runs a parser on something: it may refuse with FormatError and in no other way. */
function refusesCleanly(parse: () => unknown): boolean {
  try {
    parse();
    return false;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return true;
  }
}

describe("sizes", () => {
  it("are those that the specification names", () => {
    expect(sizes.slotBytes).toBe(1168);
    expect(sizes.boundBytes).toBe(1184);
    expect(sizes.reporterEnvelopeBytes).toBe(31_584);
    expect(purposes.map(envelopeBytesOf)).toEqual([31_584, 31_584, 12_288]);
    expect(purposes.map(coreBytesOf)).toEqual([26_912, 26_912, 7616]);
    expect(sizes.boxPrefixBytes + sizes.reporterEnvelopeBytes + 64).toBe(32_768);
  });
});

describe("the box request", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyRequest, anyBytes(64), (request, signature) => {
        const unsigned = encodeUnsignedBoxRequest(request);
        const decoded = decodeBoxRequest(concat(unsigned, signature));
        expect(decoded.request).toEqual(request);
        expect(equalBytes(decoded.unsigned, unsigned)).toBe(true);
        expect(decoded.signature).toEqual(signature);
      }),
      { numRuns: 30 },
    );
  });

  it("is refused in any other length", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 * sizes.boxRequestBytes }), (length) => {
        fc.pre(length !== sizes.boxRequestBytes);
        expect(refusesCleanly(() => decodeBoxRequest(new Uint8Array(length)))).toBe(true);
      }),
    );
  });

  it("is read one way or refused, whatever byte of its prefix is changed", () => {
    const request: BoxRequest = {
      kind: "look-up",
      proof: '{"challenge":1}',
      requestId: filler(16, 1),
      lookupId: filler(16, 2),
      reporterKey: filler(32, 3),
      cursor: 5,
      payload: filler(sizes.reporterEnvelopeBytes, 4),
    };
    const bytes = concat(encodeUnsignedBoxRequest(request), filler(64, 5));
    for (let at = 0; at < sizes.boxPrefixBytes; at++) {
      const altered = new Uint8Array(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0x11;
      let decoded: BoxRequest | undefined;
      refusesCleanly(() => (decoded = decodeBoxRequest(altered).request));
      if (decoded === undefined) continue;
      expect(decoded).not.toEqual(request);
      expect(equalBytes(encodeUnsignedBoxRequest(decoded), altered.subarray(0, -64))).toBe(true);
    }
  });

  it("is refused with a cursor outside a look-up, a false proof length, or text that is none", () => {
    const base = {
      proof: "",
      requestId: filler(16, 1),
      lookupId: filler(16, 2),
      reporterKey: filler(32, 3),
      payload: filler(sizes.reporterEnvelopeBytes, 4),
    };
    const sent = concat(
      encodeUnsignedBoxRequest({ ...base, kind: "send-letter", cursor: 1 }),
      new Uint8Array(64),
    );
    expect(refusesCleanly(() => decodeBoxRequest(sent))).toBe(true);
    expect(() =>
      encodeUnsignedBoxRequest({ ...base, kind: "look-up", cursor: 0, proof: "x".repeat(1017) }),
    ).toThrow(FormatError);
    expect(() =>
      encodeUnsignedBoxRequest({ ...base, kind: "look-up", cursor: 0, payload: filler(9, 1) }),
    ).toThrow(FormatError);
  });
});

const entries: BoxMeta = {
  kind: "case",
  case: "AAAAAAAAAAAAAAAAAAAAAA" as CaseId,
  releasedOn: toPlainDate("2026-03-02"),
  released: true,
  letter: { core: 0, slot: 1 },
  entries: [
    { by: "committee", sequence: 1, event: "e30", signature: toBase64url(new Uint8Array(64)), message: null },
    { by: "reporter", sequence: 2, on: toPlainDate("2026-03-03"), message: { core: 2, slot: 3 } },
    {
      by: "statement",
      sequence: 3,
      on: toPlainDate("2026-03-04"),
      statement: "e30",
      signature: toBase64url(new Uint8Array(64)),
    },
  ],
  steps: [
    { after: 0, step: { type: "BecameOverdue", on: toPlainDate("2026-03-03"), clock: "first-open" } },
    {
      after: 1,
      step: {
        type: "LawChanged",
        on: toPlainDate("2026-03-03"),
        because: "calendar",
        moves: [
          {
            place: 2,
            promised: {
              extra: 0,
              due: toPlainDate("2026-03-30"),
              limit: toPlainDate("2026-03-30"),
              hardDue: toPlainDate("2026-04-13"),
              escalation: toPlainDate("2026-04-27"),
            },
            reckoned: toPlainDate("2026-03-31"),
          },
        ],
        outer: toPlainDate("2026-04-27"),
      },
    },
  ],
  caseKey: { id: "AAAAAAAAAAAAAAAAAAAAAA" as KeyId, kem: 4 },
  waiting: 0,
  end: { sequence: 3, chain: toBase64url(new Uint8Array(32)) },
  next: null,
  today: toPlainDate("2026-03-03"),
};

describe("the box response", () => {
  const anyResponse: fc.Arbitrary<BoxResponse> = fc
    .array(fc.nat({ max: 9000 }), { maxLength: 6 })
    .map((lengths) => ({ meta: entries, blobs: lengths.map((length, seed) => filler(length, seed)) }));

  it("is of one size and comes back as it was", () => {
    fc.assert(
      fc.property(anyResponse, (response) => {
        const bytes = encodeBoxResponse(response);
        expect(bytes).toHaveLength(sizes.boxResponseBytes);
        expect(decodeBoxResponse(bytes)).toEqual(response);
        expect(bytes.subarray(boxResponseLength(response)).every((byte) => byte === 0)).toBe(true);
        for (const [index, blob] of response.blobs.entries())
          expect(requireBlob(response, index)).toEqual(blob);
        expect(() => requireBlob(response, response.blobs.length)).toThrow(FormatError);
      }),
      { numRuns: 30 },
    );
    expect(() => encodeBoxResponse({ meta: entries, blobs: [filler(65_536, 0)] })).toThrow(FormatError);
  });

  it("is undefined only where the magic is not there, and else read or refused", () => {
    const bytes = encodeBoxResponse({ meta: entries, blobs: [filler(9, 1), filler(0, 1)] });
    fc.assert(
      fc.property(fc.nat({ max: 700 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const altered = new Uint8Array(bytes);
        altered[at] = (altered[at] ?? 0) ^ mask;
        let response: BoxResponse | undefined;
        const refused = refusesCleanly(() => (response = decodeBoxResponse(altered)));
        if (at < 4) expect([refused, response]).toEqual([false, undefined]);
        else if (!refused && response !== undefined) expect(encodeBoxResponse(response)).toEqual(altered);
      }),
      { numRuns: 1000 },
    );
  });

  it("throws nothing but FormatError on any bytes behind its magic", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (start) => {
        const bytes = padZero(concat(toUtf8("HTR1"), start), sizes.boxResponseBytes);
        refusesCleanly(() => decodeBoxResponse(bytes));
      }),
      { numRuns: 300 },
    );
    const lying = padZero(
      concat(toUtf8("HTR1"), uint32(2), toUtf8("{}"), uint32(0xffffffff)),
      sizes.boxResponseBytes,
    );
    expect(refusesCleanly(() => decodeBoxResponse(lying))).toBe(true);
    expect(refusesCleanly(() => decodeBoxResponse(new Uint8Array(sizes.boxResponseBytes + 1)))).toBe(true);
  });
});

describe("the envelope", () => {
  it("comes apart and together again", () => {
    for (const purpose of purposes) {
      const whole = filler(envelopeBytesOf(purpose), 1);
      const { core, slots } = splitEnvelope(purpose, whole);
      expect(joinEnvelope(core, slots)).toEqual(whole);
      expect(refusesCleanly(() => splitEnvelope(purpose, whole.subarray(1)))).toBe(true);
      expect(refusesCleanly(() => splitEnvelope(purpose, concat(whole, new Uint8Array(1))))).toBe(true);
    }
  });

  it("has a core that is read one way or refused, whatever byte of its head is changed", () => {
    const core = encodeCore({
      purpose: "letter",
      header: '{"a":"ế"}',
      slotDigests: [filler(32, 1), filler(32, 2), filler(32, 3), filler(32, 4)],
      commitment: filler(32, 5),
      nonce: filler(24, 6),
      ciphertext: filler(25_704, 7),
    });
    for (let at = 0; at < sizes.boundBytes + 24; at++) {
      const altered = new Uint8Array(core);
      altered[at] = (altered[at] ?? 0) ^ 0x81;
      refusesCleanly(() => {
        expect(equalBytes(encodeCore(decodeCore("letter", altered)), altered)).toBe(true);
      });
    }
    for (const purpose of ["reporter-message", "committee-message"] as const) {
      expect(refusesCleanly(() => decodeCore(purpose, core))).toBe(true);
    }
  });

  it("throws nothing but FormatError on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1100 }), fc.constantFrom(...purposes), (start, purpose) => {
        const magic = concat(toUtf8("HTE1"), new Uint8Array([purposes.indexOf(purpose) + 1, 0]));
        refusesCleanly(() => decodeCore(purpose, padZero(concat(magic, start), coreBytesOf(purpose))));
        refusesCleanly(() => decodeCore(purpose, new Uint8Array(start)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("signed texts", () => {
  const parsers = [
    parseOfficerEvent,
    parseOfficerAct,
    (text: string) => parseHeader(letterHeaderSchema, text),
    (text: string) => parseHeader(reporterMessageHeaderSchema, text),
    (text: string) => parseHeader(committeeMessageHeaderSchema, text),
  ];

  it("throw nothing but FormatError, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"v":1}')), (text) => {
        for (const parse of parsers) expect(refusesCleanly(() => parse(text))).toBe(true);
      }),
    );
  });
});

describe("a slice", () => {
  it("is a copy of exactly the bytes asked for, or refused", () => {
    const bytes = filler(20, 1);
    expect(slice(bytes, 2, 4)).toEqual(bytes.subarray(2, 4));
    for (const [from, to] of [
      [-1, 2],
      [3, 2],
      [0, 21],
      [21, 22],
    ] as const) {
      expect(() => slice(bytes, from, to)).toThrow(FormatError);
    }
  });
});
