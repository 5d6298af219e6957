import { describe, expect, it } from "vitest";
import { openLetter } from "../../src/crypto/letter.ts";
import { openEnvelope } from "../../src/crypto/envelope.open.ts";
import { frameBody, sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { signLabelled, digest } from "../../src/crypto/labelled.ts";
import { signedParts } from "../../src/crypto/letter.ts";
import { unwrapCommitteeKeys, wrapCommitteeSeeds } from "../../src/crypto/committee-key.ts";
import { kemKeyPair, randomBytes } from "../../src/crypto/sodium.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { toCanonicalJson } from "../../src/envelope/canonical-json.ts";
import { decodeCore, encodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { writeHeader } from "../../src/envelope/headers.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { contentOf, createCommittee, createLetter, createReporter } from "../support/crypto/people.ts";

// Anybody can send a letter, and nobody sees what is in it before an officer opens it. What arrives there may have
// been written by a hostile hand: the desk must say so, not fall over.

const receiver = createCommittee("xa-uy");

/** A slot whose X25519 half is a point of low order: libsodium refuses to work with it. */
function poisoned(slot: Uint8Array) {
  const bytes = new Uint8Array(slot);
  bytes.fill(0, 1088, 1120);
  return bytes;
}

describe("a hostile letter", () => {
  it("whose slot holds a point of low order does not open, and nothing is thrown", async () => {
    const letter = createLetter(await createReporter(), receiver, null);
    const core = decodeCore("letter", letter.core);
    const slot = poisoned(letter.slots[0]);
    const [, b, c, d] = core.slotDigests;
    const bound = encodeCore({ ...core, slotDigests: [digest(labels.slotDigest, slot), b, c, d] });
    expect(openLetter("receiver", { core: bound, slot, key: null }, receiver.keys.kemSecret)).toBeUndefined();
  });

  it("that names a reply key to which nothing can be sealed is no letter", async () => {
    const reporter = await createReporter();
    const { header } = createLetter(reporter, receiver, null);
    const bad = [
      new Uint8Array(1216).fill(255),
      new Uint8Array(1216),
      concat(reporter.kem.publicKey.subarray(0, 1184), new Uint8Array(32)),
    ];
    for (const kem of bad) {
      const keys = { sign: toBase64url(reporter.sign.publicKey), kem: toBase64url(kem) };
      const text = toCanonicalJson({ ...contentOf("…"), v: 1, reporter: keys });
      const parts = signedParts(writeHeader(header), text);
      const { envelope } = sealEnvelope({
        purpose: "letter",
        header: writeHeader(header),
        recipients: {
          receiver: receiver.keys.publicKem,
          fallback: null,
          reporter: reporter.kem.publicKey,
        },
        body: frameBody(text, signLabelled(reporter.sign.secret, labels.letterBody, ...parts)),
      });
      const { core, slots } = splitEnvelope("letter", envelope);
      const sealed = { core, slot: slots[0], key: null };
      expect(openEnvelope("letter", "receiver", sealed, receiver.keys.kemSecret)).toBeDefined();
      expect(openLetter("receiver", sealed, receiver.keys.kemSecret)).toBeUndefined();
    }
  });

  it("of ten thousand brackets is refused as a format, not by an overflowing stack", async () => {
    const reporter = await createReporter();
    const { header } = createLetter(reporter, receiver, null);
    const { envelope } = sealEnvelope({
      purpose: "letter",
      header: writeHeader(header),
      recipients: { receiver: receiver.keys.publicKem, fallback: null, reporter: reporter.kem.publicKey },
      body: frameBody(`${"[".repeat(12_000)}${"]".repeat(12_000)}`, new Uint8Array(64)),
    });
    const { core, slots } = splitEnvelope("letter", envelope);
    expect(() =>
      openLetter("receiver", { core, slot: slots[0], key: null }, receiver.keys.kemSecret),
    ).toThrow(FormatError);
  });
});

describe("a hostile server", () => {
  it("that hands an officer a poisoned key wrap gets nothing, and nothing is thrown", () => {
    const officer = kemKeyPair(randomBytes(32));
    const purpose = {
      committee: receiver.committee,
      key: receiver.keys.id,
      officer: "can-bo" as OfficerId,
    };
    const wrap = wrapCommitteeSeeds(receiver.seeds, officer.publicKey, purpose);
    expect(unwrapCommitteeKeys(poisoned(wrap), officer.secret, purpose)).toBeUndefined();
  });
});
