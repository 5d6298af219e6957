import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../../src/envelope/base64url.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { base64urlSchema, caseIdSchema, digestSchema, signatureSchema } from "../../src/envelope/schemas.ts";

const anyBytes = fc.uint8Array({ maxLength: 9000 });

describe("base64url", () => {
  it("is what Node makes of the same bytes, and comes back", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it("has one spelling for any bytes: every other text is refused", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("A", "B", "Q", "g", "w", "z", "0", "-", "_", "=", "+", "/", " ", "é"),
          maxLength: 9,
        }),
        (text) => {
          const canonical = Buffer.from(text, "base64url").toString("base64url") === text;
          if (canonical) expect(toBase64url(fromBase64url(text))).toBe(text);
          else expect(() => fromBase64url(text)).toThrow(FormatError);
        },
      ),
      { numRuns: 2000 },
    );
    for (const text of ["A", "AAAAA", "AB", "AAB", "AA==", "A A", "AA+A", "AA/A", "AAAA\n"]) {
      expect(() => fromBase64url(text)).toThrow(FormatError);
    }
  });

  it("is let in by the schemas exactly where the reader of bytes takes it", () => {
    const lengthOf = { 16: caseIdSchema, 32: digestSchema, 64: signatureSchema } as const;
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("A", "E", "Q", "c", "g", "w", "9", "-", "_", "="), maxLength: 12 }),
        (text) => {
          let readable = true;
          try {
            fromBase64url(text);
          } catch {
            readable = false;
          }
          expect(v.is(base64urlSchema, text)).toBe(readable);
        },
      ),
      { numRuns: 2000 },
    );
    for (const [length, schema] of Object.entries(lengthOf)) {
      for (const size of [Number(length) - 1, Number(length), Number(length) + 1]) {
        const text = toBase64url(new Uint8Array(size).fill(255));
        expect(v.is(schema, text)).toBe(size === Number(length));
      }
      const full = toBase64url(new Uint8Array(Number(length)).fill(255));
      expect(v.is(schema, `${full.slice(0, -1)}_`)).toBe(false);
    }
  });

  it("is held to a length where one is known", () => {
    expect(fromBase64urlOf(3, "AAAA")).toEqual(new Uint8Array(3));
    expect(() => fromBase64urlOf(2, "AAAA")).toThrow(FormatError);
  });
});
