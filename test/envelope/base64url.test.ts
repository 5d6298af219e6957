import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../../src/envelope/base64url.ts";
import { FormatError } from "../../src/envelope/format-error.ts";

describe("bytes as text", () => {
  it("are what another implementation writes, and come back as they were", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect([...fromBase64url(text)]).toEqual([...bytes]);
      }),
    );
  });

  it("have one spelling only: any other text is refused or means other bytes", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12, unit: "grapheme" }), (text) => {
        try {
          expect(toBase64url(fromBase64url(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });

  it("are refused with padding, foreign letters, bits left over, or at another length", () => {
    for (const text of [
      "A",
      "AAAAA",
      "AA==",
      "A+AA",
      "A/AA",
      "A AA",
      "AB",
      "AAB",
      "ĀAAA",
      "AA\u0141A",
      "A\u0000AA",
    ]) {
      expect(() => fromBase64url(text), text).toThrow(FormatError);
    }
    expect(() => fromBase64urlOf(2, "AAAA")).toThrow(FormatError);
  });
});
