import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, parseCanonicalJson, toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { FormatError } from "../../src/envelope/format-error.ts";

const { anyJson } = fc.letrec<{ anyJson: Json }>((tie) => ({
  anyJson: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: "binary" }),
    fc.array(tie("anyJson"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("anyJson"), { maxKeys: 4 }),
  ),
}));

describe("canonical JSON", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(toCanonicalJson(parseCanonicalJson(toCanonicalJson(value)))).toBe(toCanonicalJson(value));
        expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is one text, whatever order the members were written in", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.nat(), { maxKeys: 8 }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(toCanonicalJson(reversed)).toBe(toCanonicalJson(value));
      }),
    );
    expect(toCanonicalJson({ b: 1, a: [true, null], é: "x", "10": 1, "9": 2, A: 0 })).toBe(
      '{"10":1,"9":2,"A":0,"a":[true,null],"b":1,"é":"x"}',
    );
    expect(toCanonicalJson({ "\uffff": 1, "\u{10000}": 2 })).toBe('{"\u{10000}":2,"\uffff":1}');
  });

  it("is refused in any other spelling", () => {
    const spellings = [
      '{"b":1,"a":1}',
      '{"a":1,"a":1}',
      '{"a":1,"a":2}',
      ' {"a":1}',
      '{"a": 1}',
      '{"a":1}\n',
      '{"a":1.0}',
      '{"a":1e0}',
      '{"a":-0}',
      '{"a":01}',
      '{"a":0.5}',
      '{"a":9007199254740992}',
      '{"\\u0061":1}',
      '"\\/"',
      '"\\u000A"',
      '"\\u00e9"',
      "{'a':1}",
      "undefined",
      "NaN",
      "",
      "\ufeff{}",
    ];
    for (const text of spellings) expect(() => parseCanonicalJson(text), text).toThrow(FormatError);
  });

  it("keeps a member named __proto__ a member", () => {
    const text = '{"__proto__":{"a":1}}';
    expect(toCanonicalJson(parseCanonicalJson(text))).toBe(text);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it("takes no fraction and no number that loses digits", () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => toCanonicalJson([value])).toThrow(FormatError);
    }
  });

  it("is nested at most 32 deep, and deeper text of any length is a format's error", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(() => parseCanonicalJson(nested(33))).not.toThrow();
    for (const depth of [34, 1000, 100_000])
      expect(() => parseCanonicalJson(nested(depth))).toThrow(FormatError);
    expect(() => parseCanonicalJson('{"a":'.repeat(50_000))).toThrow(FormatError);
  });

  it("throws nothing but FormatError on any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseCanonicalJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});
