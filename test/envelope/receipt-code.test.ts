import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { randomReceiptCode } from "../../src/crypto/receipt.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import {
  containsAnyReceiptCode,
  containsReceiptCode,
  createReceiptCode,
  readReceiptCode,
  type ReceiptCode,
  receiptGroups,
} from "../../src/envelope/receipt-code.ts";

const anyCode = fc
  .string({ unit: fc.integer({ min: 0, max: 9 }).map(String), minLength: 22, maxLength: 22 })
  .map(createReceiptCode);

beforeAll(sodiumReady);

describe("a receipt code", () => {
  it("has check digits by which its number leaves 1 on division by 97 (ISO 7064 mod 97-10)", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^\d{24}$/);
        expect(BigInt(code) % 97n).toBe(1n);
        const check = Number(code.slice(22));
        expect(check).toBeGreaterThanOrEqual(2);
        expect(check).toBeLessThanOrEqual(98);
      }),
    );
    expect(createReceiptCode("1234567890123456789012")).toBe("123456789012345678901235");
    expect(createReceiptCode("0".repeat(22))).toBe(`${"0".repeat(22)}98`);
    for (const digits of ["", "1".repeat(21), "1".repeat(23), "១".repeat(22), `${"1".repeat(21)}x`]) {
      expect(() => createReceiptCode(digits)).toThrow(RangeError);
    }
  });

  it("notices every single wrong digit and every two neighbours exchanged", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let at = 0; at < 24; at++) {
          for (const digit of "0123456789") {
            const typed = code.slice(0, at) + digit + code.slice(at + 1);
            expect(readReceiptCode(typed).kind).toBe(typed === code ? "code" : "fault");
          }
          const swapped =
            code.slice(0, at) +
            code
              .slice(at, at + 2)
              .split("")
              .toReversed()
              .join("") +
            code.slice(at + 2);
          expect(readReceiptCode(swapped).kind).toBe(swapped === code ? "code" : "fault");
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has one spelling: check digits that only leave the same remainder are no code of ours", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let check = 0; check < 100; check++) {
          const typed = code.slice(0, 22) + String(check).padStart(2, "0");
          expect(readReceiptCode(typed).kind).toBe(typed === code ? "code" : "fault");
        }
      }),
      { numRuns: 300 },
    );
    expect(readReceiptCode(`${"0".repeat(22)}01`)).toEqual({
      kind: "fault",
      fault: { kind: "check-digits" },
    });
  });

  it("is read as it was shown, and however a person writes it", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(receiptGroups(code)).toHaveLength(6);
        expect(receiptGroups(code).join("")).toBe(code);
        for (const between of [" ", "-", ".", "\u00a0", "\u2013", "\n", "  ", "\u200b"]) {
          expect(readReceiptCode(` ${receiptGroups(code).join(between)} `)).toEqual({ kind: "code", code });
        }
        for (const zero of [0xff10, 0x17e0]) {
          const typed = Array.from(code, (digit) => String.fromCharCode(zero + Number(digit))).join("");
          expect(readReceiptCode(typed)).toEqual({ kind: "code", code });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("says in which group a character is none, or how many digits there are", () => {
    const code = createReceiptCode("1234567890123456789012");
    for (let at = 0; at < 24; at++) {
      const typed = `${code.slice(0, at)}o${code.slice(at + 1)}`;
      expect(readReceiptCode(typed)).toEqual({
        kind: "fault",
        fault: { kind: "bad-character", group: Math.floor(at / 4) },
      });
    }
    for (const length of [0, 1, 23, 25, 48]) {
      expect(readReceiptCode("1".repeat(length))).toEqual({
        kind: "fault",
        fault: { kind: "bad-length", digits: length },
      });
    }
    expect(readReceiptCode(`${"1".repeat(30)}x`)).toEqual({
      kind: "fault",
      fault: { kind: "bad-character", group: 5 },
    });
    expect(readReceiptCode("1".repeat(24))).toEqual({ kind: "fault", fault: { kind: "check-digits" } });
  });

  it("never makes reading throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(["code", "fault"]).toContain(readReceiptCode(typed).kind);
      }),
    );
  });

  it("is found in a text however it is spaced, and no other is", () => {
    fc.assert(
      fc.property(anyCode, fc.string(), fc.string(), (code, before, after) => {
        for (const shown of [code, receiptGroups(code).join(" "), receiptGroups(code).join("-")]) {
          expect(containsReceiptCode(`${before} ${shown} ${after}`, code)).toBe(true);
        }
        const khmer = Array.from(code, (digit) => String.fromCharCode(0x17e0 + Number(digit))).join("");
        expect(containsReceiptCode(khmer, code)).toBe(true);
        expect(containsReceiptCode(code.slice(1), code)).toBe(false);
        expect(containsReceiptCode("", code)).toBe(false);
      }),
    );
  });
});

describe("a new receipt code", () => {
  it("has 22 random digits, each equally likely in each place", () => {
    const counts = Array.from({ length: 22 }, () => Array.from({ length: 10 }, () => 0));
    const runs = 16_000;
    const codes = new Set<ReceiptCode>();
    for (let run = 0; run < runs; run++) {
      const code = randomReceiptCode();
      codes.add(code);
      counts.forEach((place, at) => {
        const digit = Number(code[at]);
        place[digit] = (place[digit] ?? 0) + 1;
      });
    }
    expect(codes.size).toBe(runs);
    // Nine degrees of freedom: 55 comes by chance once in some ten millions. All places together are enough to
    // see what a byte modulo ten would do.
    for (const place of counts) expect(unevenness(place)).toBeLessThan(55);
    const all = Array.from({ length: 10 }, (_, digit) =>
      counts.reduce((sum, place) => sum + (place[digit] ?? 0), 0),
    );
    expect(unevenness(all)).toBeLessThan(55);
  });
});

function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe("a text with a code in it", () => {
  const code = createReceiptCode("1234567890123456789012");
  const groups = receiptGroups(code);
  const zeroOf = (zero: number) => (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const forms: readonly (readonly [string, string])[] = [
    ["in groups", groups.join(" ")],
    ["in one run", code],
    ["with dots", groups.join(".")],
    ["with hyphens of all kinds", groups.join("\u2013")],
    ["with strokes, commas and points", groups.join(" / ")],
    ["with what cannot be seen", groups.join("\u2060\u00AD")],
    ["on six lines", groups.join("\n")],
    ["in full-width digits", zeroOf(0xff10)(groups.join("\u3000"))],
    ["in Khmer digits", zeroOf(0x17e0)(groups.join(" "))],
    ["in bold digits of mathematics", zeroOf(0x1d7ce)(groups.join(" "))],
    ["between words", `Mã của tôi là ${groups.join(" ")}, xin xem.`],
    ["behind another number", `Số 12, ${groups.join(" ")}`],
  ];

  it.each(forms)("is known: %s", (_, text) => {
    expect(containsReceiptCode(text, code)).toBe(true);
    expect(containsAnyReceiptCode(text)).toBe(true);
  });

  it("digit by digit, the own code is known still", () => {
    expect(containsReceiptCode(Array.from(code).join(", "), code)).toBe(true);
  });

  it("is not seen in other numbers", () => {
    const numbers =
      "0912345678, 0987654321, 091084001234; 1.250.000.000 đồng; 12/03/2026; 1234 5678 9012 3456 7890 1234";
    expect(containsAnyReceiptCode(numbers)).toBe(false);
    expect(containsAnyReceiptCode(`${code}0`)).toBe(false);
    expect(containsAnyReceiptCode(`0${code}`)).toBe(false);
    expect(containsAnyReceiptCode("")).toBe(false);
  });
});
