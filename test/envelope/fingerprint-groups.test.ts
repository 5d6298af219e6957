import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { fingerprintGroups, fromFingerprintGroups } from "../../src/envelope/fingerprint-groups.ts";
import { FormatError } from "../../src/envelope/format-error.ts";

const vectors = JSON.parse(readFileSync(new URL("../vectors/protocol.json", import.meta.url), "utf8")) as {
  readonly directory: { readonly rootFingerprint: string };
};

const fingerprints = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("the groups in which people compare the fingerprint of the roots", () => {
  test("are those of PROTOCOL.md for the fingerprint of the test vectors", () => {
    const { rootFingerprint } = vectors.directory;
    expect(fingerprintGroups(fromBase64url(rootFingerprint)).join(" ")).toBe(
      "21146 27634 16700 29950 48956 39579 40831",
    );
  });

  test("stand for the first fourteen bytes, each with its place", () => {
    const bytes = new Uint8Array(32).fill(255);
    bytes.set([0, 0, 0, 1, 1, 0, 255, 254]);
    expect(fingerprintGroups(bytes)).toEqual(["00000", "00001", "00256", "65534", "65535", "65535", "65535"]);
  });

  test("give back the bytes that they were made of, whatever these are", () => {
    fc.assert(
      fc.property(fingerprints, (bytes) => {
        expect(fromFingerprintGroups(fingerprintGroups(bytes))).toEqual(bytes.slice(0, 14));
      }),
    );
  });

  test("are never taken for a receipt code: seven of five digits, not six of four", () => {
    fc.assert(
      fc.property(fingerprints, (bytes) => {
        expect(fingerprintGroups(bytes).map(({ length }) => length)).toEqual([5, 5, 5, 5, 5, 5, 5]);
      }),
    );
  });

  test.each([
    ["a group is missing", ["00000", "00001", "00256", "65534", "65535", "65535"]],
    ["a number is too large for two bytes", ["00000", "00001", "00256", "65534", "65535", "65535", "65536"]],
    ["a digit is missing", ["00000", "00001", "0256", "65534", "65535", "65535", "65535"]],
    ["something is no digit", ["00000", "00001", "0025O", "65534", "65535", "65535", "65535"]],
  ])("are refused when %s", (_, groups) => {
    expect(() => fromFingerprintGroups(groups)).toThrow(FormatError);
  });

  test("are not made of fewer bytes than they stand for", () => {
    expect(() => fingerprintGroups(new Uint8Array(13))).toThrow(FormatError);
  });
});
