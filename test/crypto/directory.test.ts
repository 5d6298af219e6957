import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DirectoryFile, DirectoryPayload, Trust } from "../../src/api/directory.schema.ts";
import { previewDirectory } from "../../src/client/directory.preview.ts";
import { rootFingerprint, verifyDirectory } from "../../src/crypto/directory.ts";
import { signLabelled } from "../../src/crypto/labelled.ts";
import { signKeyPair } from "../../src/crypto/sodium.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { addDays, type PlainDate, toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { labels } from "../../src/envelope/labels.ts";
import {
  certifySigner,
  createSignSeed,
  createTrust,
  publicKeyOf,
  signDirectory,
} from "../../src/org/roots.ts";
import {
  certified,
  content,
  directoryText,
  issuedOn,
  roots,
  signer,
  trust,
  withStranger,
} from "../support/crypto/organisation.ts";

const good = directoryText();

function faultOf(text: string, phoneDay: PlainDate = issuedOn, known: Trust = trust) {
  const reading = verifyDirectory(text, known, phoneDay);
  return reading.kind === "fault" ? reading.fault : null;
}

/** The file with members exchanged after signing. */
function withFile(changes: (file: DirectoryFile) => Partial<DirectoryFile>): string {
  const file = JSON.parse(good) as DirectoryFile;
  return toCanonicalJson({ ...file, ...changes(file) });
}

/** A payload as somebody who has the signer's key could write it. */
function signed(changes: Partial<DirectoryPayload>, by = signer, vouched = certified): string {
  const made = JSON.parse(signDirectory(content, by, vouched, issuedOn)) as DirectoryFile;
  const payload = JSON.parse(made.payload) as DirectoryPayload;
  return signDirectoryText({ ...payload, ...changes }, by, vouched);
}

/** `signDirectory` counts the last day itself; a dishonest signer would not. */
function signDirectoryText(payload: DirectoryPayload, by: string, vouched: typeof certified): string {
  const text = toCanonicalJson(payload);
  const secret = signKeyPair(fromBase64url(by)).secret;
  const signature = toBase64url(signLabelled(secret, labels.directory, toUtf8(text)));
  return `${toCanonicalJson({ ...vouched, payload: text, signature })}\n`;
}

describe("the directory", () => {
  it("is believed when two of three roots vouch for its signer, and on any day of its sixty", () => {
    for (const days of [0, 1, 59, 60]) expect(faultOf(good, addDays(issuedOn, days))).toBeNull();
    expect(
      faultOf(withFile(({ rootSignatures }) => ({ rootSignatures: rootSignatures.slice(0, 2) }))),
    ).toBeNull();
  });

  it("is 'unreadable' when it is not canonical JSON of the one shape", () => {
    const spare = toCanonicalJson({ ...(JSON.parse(good) as DirectoryFile), spare: 1 });
    for (const text of [
      "",
      "{}",
      "null",
      "<html>",
      good.replace('{"certificate"', '{ "certificate"'),
      `${good}x`,
      spare,
      good.slice(0, -9),
    ]) {
      expect(faultOf(text)).toBe("unreadable");
    }
    expect(faultOf(signed({ v: 2 } as never))).toBe("unreadable");
    expect(faultOf(signed({ spare: 1 } as never))).toBe("unreadable");
  });

  it("is never believed with any one character changed", () => {
    // With exactly as many signatures as are needed: one spare could be broken without harm.
    const text = withFile(({ rootSignatures }) => ({ rootSignatures: rootSignatures.slice(1) }));
    expect(faultOf(text)).toBeNull();
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom("0", "A", "z", '"', " ", "é"),
        (at, character) => {
          fc.pre(text[at] !== character);
          expect(faultOf(text.slice(0, at) + character + text.slice(at + 1))).not.toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });

  it("has a 'bad-signature' with a tampered payload or certificate", () => {
    expect(faultOf(withFile(({ payload }) => ({ payload: payload.replace("Xã", "Phường") })))).toBe(
      "bad-signature",
    );
    expect(
      faultOf(withFile(({ certificate }) => ({ certificate: certificate.replace("tinh", "khac") }))),
    ).toBe("bad-signature");
  });

  it("has a 'bad-signature' with one root, the same root twice, or roots that are not pinned", () => {
    const one = withFile(({ rootSignatures }) => ({ rootSignatures: rootSignatures.slice(0, 1) }));
    expect(faultOf(one)).toBe("bad-signature");
    const twice = withFile(({ rootSignatures: [first] }) => ({
      rootSignatures: first ? [first, first, first] : [],
    }));
    expect(faultOf(twice)).toBe("bad-signature");
    const foreign = [createSignSeed(), createSignSeed(), createSignSeed()];
    const vouched = certifySigner(foreign, signer, "tinh" as UnitId, issuedOn);
    expect(faultOf(signDirectory(content, signer, vouched, issuedOn))).toBe("bad-signature");
    expect(faultOf(withFile(() => ({ rootSignatures: [] })))).toBe("bad-signature");
  });

  it("has a 'bad-signature' when a root's signature stands under another root's name", () => {
    const exchanged = withFile(({ rootSignatures: [a, b] }) => ({
      rootSignatures:
        a && b
          ? [
              { ...a, signature: b.signature },
              { ...b, signature: a.signature },
            ]
          : [],
    }));
    expect(faultOf(exchanged)).toBe("bad-signature");
  });

  it("has a 'bad-signature' when somebody else than the certified signer signed, a root included", () => {
    expect(faultOf(signDirectory(content, createSignSeed(), certified, issuedOn))).toBe("bad-signature");
    expect(faultOf(signDirectory(content, roots[0], certified, issuedOn))).toBe("bad-signature");
  });

  it("does not take a certificate's signature for a directory's, or the reverse", () => {
    const file = JSON.parse(good) as DirectoryFile;
    const [first] = file.rootSignatures;
    const asDirectory = { ...file, payload: file.certificate, signature: first?.signature ?? "" };
    expect(faultOf(toCanonicalJson(asDirectory as never))).toBe("bad-signature");
  });

  it("is 'rolled-back' below the sequence number of the bundle", () => {
    expect(faultOf(directoryText({ sequence: 6 }))).toBe("rolled-back");
    expect(faultOf(directoryText({ sequence: 8 }))).toBeNull();
  });

  it("is 'expired' from its last day on", () => {
    expect(faultOf(good, addDays(issuedOn, 61))).toBe("expired");
    expect(faultOf(good, addDays(issuedOn, 180))).toBe("expired");
  });

  it("is expired after sixty days, whatever its signer says", () => {
    const endless = signed({ expiresOn: toPlainDate("2199-12-31") });
    expect(faultOf(endless, addDays(issuedOn, 60))).toBeNull();
    expect(faultOf(endless, addDays(issuedOn, 61))).toBe("expired");
    const short = signed({ expiresOn: addDays(issuedOn, 3) });
    expect(faultOf(short, addDays(issuedOn, 4))).toBe("expired");
  });

  it("puts a clock right that lags a year, and doubts one that runs a year ahead", () => {
    const built = { ...trust, builtOn: addDays(issuedOn, -100) };
    const behind = verifyDirectory(good, built, addDays(issuedOn, -365));
    expect(behind).toMatchObject({ kind: "directory", today: issuedOn });
    expect(faultOf(good, addDays(issuedOn, 365))).toBe("clock-ahead");
    expect(faultOf(good, addDays(issuedOn, 181))).toBe("clock-ahead");
  });

  it("takes the day of the build where that is the latest", () => {
    const built = addDays(issuedOn, 20);
    expect(verifyDirectory(good, { ...trust, builtOn: built }, addDays(issuedOn, -400))).toMatchObject({
      today: built,
    });
    expect(faultOf(good, addDays(issuedOn, -400), { ...trust, builtOn: addDays(issuedOn, 61) })).toBe(
      "expired",
    );
  });

  it("has a signer who is 'signer-out-of-date' before and after the certificate's days", () => {
    for (const validFrom of [addDays(issuedOn, 1), addDays(issuedOn, -367)]) {
      const vouched = certifySigner(roots, signer, "tinh" as UnitId, validFrom);
      expect(faultOf(signDirectory(content, signer, vouched, issuedOn))).toBe("signer-out-of-date");
    }
    for (const validFrom of [issuedOn, addDays(issuedOn, -366)]) {
      const vouched = certifySigner(roots, signer, "tinh" as UnitId, validFrom);
      expect(faultOf(signDirectory(content, signer, vouched, issuedOn))).toBeNull();
    }
  });

  it("is of the 'wrong-subtree' with a mailbox outside of what its signer may speak for", () => {
    const organisation = withStranger as typeof content.organisation;
    expect(faultOf(directoryText({ organisation }))).toBe("wrong-subtree");
    const narrow = certifySigner(roots, signer, "xa" as UnitId, issuedOn);
    const ofNarrow = { ...trust, subtree: "xa" as UnitId };
    expect(faultOf(signDirectory(content, signer, narrow, issuedOn), issuedOn, ofNarrow)).toBe(
      "wrong-subtree",
    );
    const silent = withStranger.committees.map((each) =>
      each.unit === "tinh-khac" ? { ...each, keyRecord: null } : each,
    );
    expect(
      faultOf(
        directoryText({ organisation: { ...organisation, committees: silent } as typeof organisation }),
      ),
    ).toBeNull();
  });

  it("is of the 'wrong-subtree' when the same roots certified its signer for another one than is pinned", () => {
    const organisation = withStranger as typeof content.organisation;
    const elsewhere = createSignSeed();
    for (const subtree of ["tinh-khac", "huyen", "xa", "khong-co"]) {
      const vouched = certifySigner(roots, elsewhere, subtree as UnitId, issuedOn);
      for (const said of [content, { ...content, organisation }]) {
        expect(faultOf(signDirectory(said, elsewhere, vouched, issuedOn))).toBe("wrong-subtree");
      }
    }
    const empty = { ...content.organisation, committees: [] };
    const vouched = certifySigner(roots, elsewhere, "tinh-khac" as UnitId, issuedOn);
    const nobody = signDirectory({ ...content, organisation: empty }, elsewhere, vouched, issuedOn);
    expect(faultOf(nobody)).toBe("wrong-subtree");
    expect(faultOf(good, issuedOn, { ...trust, subtree: "huyen" as UnitId })).toBe("wrong-subtree");
  });

  it("ends on an organisation that goes round in a circle", () => {
    const units = content.organisation.units.map((unit) =>
      unit.id === "tinh"
        ? { ...unit, parents: [{ parent: "xa" as UnitId, validFrom: issuedOn, validTo: null }] }
        : unit,
    );
    expect(() => faultOf(directoryText({ organisation: { ...content.organisation, units } }))).not.toThrow();
  });

  it("can be previewed before anything is verified, and is nothing if it is no directory", () => {
    expect(previewDirectory(good)?.sequence).toBe(7);
    for (const text of ["", "{}", "[", '{"payload":"{}"}']) expect(previewDirectory(text)).toBeUndefined();
  });
});

describe("the fingerprint of the roots", () => {
  it("does not depend on their order, and changes with each of them and with the threshold", () => {
    const keys = roots.map(publicKeyOf);
    const known = rootFingerprint({ roots: keys, threshold: 2 });
    expect(known).toHaveLength(32);
    expect(rootFingerprint({ roots: [...keys].toReversed(), threshold: 2 })).toEqual(known);
    expect(rootFingerprint({ roots: keys, threshold: 1 })).not.toEqual(known);
    expect(rootFingerprint({ roots: keys.slice(1), threshold: 2 })).not.toEqual(known);
    const others = createTrust([roots[0], roots[1], createSignSeed()], trust);
    expect(rootFingerprint(others)).not.toEqual(known);
  });

  it("stays what it is on posters when anything else that is pinned changes", () => {
    const later = { ...trust, subtree: "xa" as UnitId, minimumSequence: 99, builtOn: addDays(issuedOn, 400) };
    expect(rootFingerprint(later)).toEqual(rootFingerprint(trust));
  });
});
