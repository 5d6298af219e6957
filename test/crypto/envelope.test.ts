import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openEnvelope, type SealedFor } from "../../src/crypto/envelope.open.ts";
import { bodyBytesOf, commitTo, frameBody, sealEnvelope, slotPlace } from "../../src/crypto/envelope.seal.ts";
import { derive, digest } from "../../src/crypto/labelled.ts";
import {
  aeadOpen,
  aeadSeal,
  decapsulate,
  encapsulate,
  kemKeyPair,
  oneTimeNonce,
  randomBytes,
  sodiumReady,
} from "../../src/crypto/sodium.ts";
import { type Bytes, concat, equalBytes, padZero } from "../../src/envelope/bytes.ts";
import {
  type Core,
  coreBytesOf,
  decodeCore,
  encodeBound,
  encodeCore,
  envelopeBytesOf,
  type Purpose,
  purposes,
  slotRoles,
  splitEnvelope,
} from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import { boundBytes } from "../../src/envelope/sizes.ts";
import { collidingCiphertext } from "../support/crypto/colliding-ciphertext.ts";

await sodiumReady();

const newKeys = () => kemKeyPair(randomBytes(32));
const [receiver, fallback, reporter, stranger] = [newKeys(), newKeys(), newKeys(), newKeys()];
const readers = [
  ["receiver", receiver],
  ["fallback", fallback],
  ["reporter", reporter],
] as const;

function seal(purpose: Purpose, body: Uint8Array = frameBody("bí mật", new Uint8Array()), header = "{}") {
  const recipients = {
    receiver: receiver.publicKey,
    fallback: fallback.publicKey,
    reporter: reporter.publicKey,
  };
  const { envelope, digest } = sealEnvelope({ purpose, header, recipients, body });
  return { envelope, digest, ...splitEnvelope(purpose, envelope) };
}

/** Opened, or refused in one of the two ways that are allowed. */
function opens(
  purpose: Purpose,
  role: (typeof slotRoles)[number],
  sealed: Omit<SealedFor, "key">,
  secret: Uint8Array,
): boolean {
  try {
    return openEnvelope(purpose, role, { ...sealed, key: null }, secret) !== undefined;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** The key that seals a slot, by the letter of the protocol. */
function slotKey(shared: Uint8Array, core: Pick<Core, "purpose" | "header">, index: number): Bytes {
  const { label, context } = slotPlace(core, index);
  return derive(shared, 32, label, ...context);
}

function flipped(bytes: Uint8Array, at: number, mask = 1): Bytes {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

describe("sealing", () => {
  it("opens for each of its three readers, and to the same bytes", () => {
    for (const purpose of purposes) {
      const { core, slots, digest } = seal(purpose);
      for (const [role, keys] of readers) {
        const slot = slots[slotRoles.indexOf(role)] ?? slots[3];
        const opened = openEnvelope(purpose, role, { core, slot, key: null }, keys.secret);
        expect(opened?.digest).toEqual(digest);
        expect(opened?.body).toHaveLength(bodyBytesOf(purpose));
        expect(opened?.body.subarray(0, 4)).toEqual(new Uint8Array([0, 0, 0, 9]));
      }
    }
  });

  it("opens in the fourth slot for nobody, and for a stranger in none", () => {
    const { core, slots } = seal("letter");
    for (const { secret } of [receiver, fallback, reporter, stranger]) {
      expect(opens("letter", "throw-away", { core, slot: slots[3] }, secret)).toBe(false);
    }
    for (const [index, role] of slotRoles.entries()) {
      const slot = slots[index] ?? slots[0];
      expect(opens("letter", role, { core, slot }, stranger.secret)).toBe(false);
    }
  });

  it("makes objects of one size per kind, whatever is in them", () => {
    const anyBody = fc.uint8Array({ maxLength: bodyBytesOf("committee-message") });
    fc.assert(
      fc.property(fc.constantFrom(...purposes), anyBody, (purpose, body) => {
        expect(seal(purpose, body).envelope).toHaveLength(envelopeBytesOf(purpose));
      }),
      { numRuns: 30 },
    );
    expect(envelopeBytesOf("letter")).toBe(envelopeBytesOf("reporter-message"));
  });

  it("refuses a body or a header that does not fit, by one byte", () => {
    for (const purpose of purposes) {
      const full = new Uint8Array(bodyBytesOf(purpose));
      expect(() => seal(purpose, full)).not.toThrow();
      expect(() => seal(purpose, concat(full, new Uint8Array(1)))).toThrow(FormatError);
    }
    expect(() => seal("letter", new Uint8Array(), "x".repeat(1016))).not.toThrow();
    expect(() => seal("letter", new Uint8Array(), "x".repeat(1017))).toThrow(FormatError);
  });

  it("never makes two alike", () => {
    const [a, b] = [seal("letter"), seal("letter")];
    for (const index of [0, 1, 2, 3] as const) expect(a.slots[index]).not.toEqual(b.slots[index]);
    expect(a.core.subarray(boundBytes)).not.toEqual(b.core.subarray(boundBytes));
  });
});

describe("tampering", () => {
  const { core, slots } = seal("letter", frameBody("x".repeat(600), new Uint8Array()), '{"a":1}');
  const whole = { core, slot: slots[0] };

  it("is noticed in every byte of prefix, header, digests, commitment and nonce", () => {
    for (let at = 0; at < boundBytes + 24; at++) {
      expect(
        opens("letter", "receiver", { core: flipped(core, at), slot: slots[0] }, receiver.secret),
        `byte ${at}`,
      ).toBe(false);
    }
  });

  it("is noticed in any bit of the ciphertext and the tag", () => {
    const places = fc.integer({ min: boundBytes + 24, max: core.length - 1 });
    fc.assert(
      fc.property(places, fc.nat({ max: 7 }), (at, bit) => {
        const altered = { core: flipped(core, at, 1 << bit), slot: slots[0] };
        expect(opens("letter", "receiver", altered, receiver.secret)).toBe(false);
      }),
      { numRuns: 150 },
    );
    for (let at = core.length - 16; at < core.length; at++) {
      expect(opens("letter", "receiver", { core: flipped(core, at), slot: slots[0] }, receiver.secret)).toBe(
        false,
      );
    }
  });

  it("is noticed in every byte of a slot", () => {
    for (let at = 0; at < slots[0].length; at++) {
      expect(
        opens("letter", "receiver", { core, slot: flipped(slots[0], at) }, receiver.secret),
        `byte ${at}`,
      ).toBe(false);
    }
  });

  it("is noticed in every byte of a slot even where its digest in the core is put right: the body is bound to the digests", () => {
    const read = decodeCore("letter", core);
    const [, b, c, d] = read.slotDigests;
    for (let at = 0; at < slots[0].length; at += 29) {
      const slot = flipped(slots[0], at);
      const mended = encodeCore({ ...read, slotDigests: [digest(labels.slotDigest, slot), b, c, d] });
      expect(opens("letter", "receiver", { core: mended, slot }, receiver.secret)).toBe(false);
    }
  });

  it("is noticed when a reader makes a slot of their own out of the content key, for whomever", () => {
    const read = decodeCore("letter", core);
    const { ciphertext, shared } = encapsulate(receiver.publicKey);
    const mine = decapsulate(slots[0].subarray(0, 1120), receiver.secret);
    if (mine === undefined) throw new Error("does not open");
    const zero = new Uint8Array();
    const contentKey = aeadOpen(slots[0].subarray(1120), zero, oneTimeNonce, slotKey(mine, read, 0));
    if (contentKey === undefined) throw new Error("does not open");
    const slot = concat(ciphertext, aeadSeal(contentKey, zero, oneTimeNonce, slotKey(shared, read, 0)));
    expect(opens("letter", "receiver", { core, slot }, receiver.secret)).toBe(false);
  });

  it("is noticed when a slot that the reader was never given was exchanged", () => {
    const read = decodeCore("letter", core);
    const [a, , c, d] = read.slotDigests;
    const mended = encodeCore({ ...read, slotDigests: [a, digest(labels.slotDigest, slots[3]), c, d] });
    expect(opens("letter", "receiver", { core: mended, slot: slots[0] }, receiver.secret)).toBe(false);
  });

  it("is noticed when slots are exchanged between places or objects", () => {
    const other = seal("letter");
    for (const [index, [role, { secret }]] of readers.entries()) {
      for (const [from, slot] of slots.entries()) {
        expect(opens("letter", role, { core, slot }, secret)).toBe(from === index);
      }
      for (const slot of other.slots) expect(opens("letter", role, { core, slot }, secret)).toBe(false);
    }
    expect(opens("letter", "receiver", { core: other.core, slot: slots[0] }, receiver.secret)).toBe(false);
  });

  it("is noticed when a reader's own key is used for another reader's place", () => {
    const twice = sealEnvelope({
      purpose: "letter",
      header: "{}",
      recipients: {
        receiver: receiver.publicKey,
        fallback: receiver.publicKey,
        reporter: reporter.publicKey,
      },
      body: new Uint8Array(4),
    });
    const split = splitEnvelope("letter", twice.envelope);
    const read = decodeCore("letter", split.core);
    const [a, b, c, d] = read.slotDigests;
    const swapped = encodeCore({ ...read, slotDigests: [b, a, c, d] });
    expect(opens("letter", "receiver", { core: swapped, slot: split.slots[1] }, receiver.secret)).toBe(false);
  });

  it("is noticed when an object is passed off as one of another purpose", () => {
    for (const purpose of purposes) {
      const sealed = seal(purpose);
      for (const other of purposes.filter((each) => each !== purpose)) {
        const given = { core: sealed.core, slot: sealed.slots[0] };
        expect(opens(other, "receiver", given, receiver.secret)).toBe(false);
        if (coreBytesOf(other) !== coreBytesOf(purpose)) continue;
        const relabelled = encodeCore({ ...decodeCore(purpose, sealed.core), purpose: other });
        expect(opens(other, "receiver", { ...given, core: relabelled }, receiver.secret)).toBe(false);
      }
    }
  });

  it("is noticed when core or slot are cut or extended by any length", () => {
    fc.assert(
      fc.property(fc.nat({ max: core.length - 1 }), (length) => {
        expect(
          opens("letter", "receiver", { ...whole, core: core.subarray(0, length) }, receiver.secret),
        ).toBe(false);
      }),
    );
    for (let length = 0; length < slots[0].length; length += 7) {
      const slot = slots[0].subarray(0, length);
      expect(opens("letter", "receiver", { core, slot }, receiver.secret)).toBe(false);
    }
    for (const extra of [1, 16, 1168]) {
      const more = new Uint8Array(extra);
      expect(opens("letter", "receiver", { core: concat(core, more), slot: slots[0] }, receiver.secret)).toBe(
        false,
      );
      expect(opens("letter", "receiver", { core, slot: concat(slots[0], more) }, receiver.secret)).toBe(
        false,
      );
    }
  });
});

describe("a sender who wants two readers to read two letters", () => {
  type Reader = { readonly publicKey: Uint8Array };

  /** Everything right but this: each reader's slot holds a content key of its own. */
  function seal(a: Bytes, b: Bytes, committed: Bytes, body: (bound: Core) => Bytes) {
    const header = "{}";
    const slotFor = (reader: Reader, key: Bytes, index: number) => {
      const { ciphertext, shared } = encapsulate(reader.publicKey);
      const wrapping = slotKey(shared, { purpose: "letter", header }, index);
      return concat(ciphertext, aeadSeal(key, new Uint8Array(), oneTimeNonce, wrapping));
    };
    const slots = [
      slotFor(receiver, a, 0),
      slotFor(fallback, b, 1),
      slotFor(reporter, a, 2),
      slotFor(stranger, a, 3),
    ] as const;
    const of = (slot: Bytes) => digest(labels.slotDigest, slot);
    const head: Core = {
      purpose: "letter",
      header,
      slotDigests: [of(slots[0]), of(slots[1]), of(slots[2]), of(slots[3])],
      commitment: commitTo(committed, header),
      nonce: randomBytes(24),
      ciphertext: new Uint8Array(),
    };
    return { core: encodeCore({ ...head, ciphertext: body(head) }), slots };
  }

  const text = padZero(frameBody("hai lá thư", new Uint8Array()), bodyBytesOf("letter"));

  it("is refused by the reader whose key is not the committed one", () => {
    const [a, b] = [randomBytes(32), randomBytes(32)];
    const { core, slots } = seal(a, b, a, (head) => aeadSeal(text, encodeBound(head), head.nonce, a));
    expect(opens("letter", "receiver", { core, slot: slots[0] }, receiver.secret)).toBe(true);
    expect(opens("letter", "fallback", { core, slot: slots[1] }, fallback.secret)).toBe(false);
  });

  it("is refused even with a ciphertext that both keys open: the commitment, not the tag, decides", () => {
    const [a, b] = [randomBytes(32), randomBytes(32)];
    const { core, slots } = seal(a, b, a, (head) => collidingCiphertext(a, b, head));
    const read = decodeCore("letter", core);
    for (const key of [a, b]) expect(aeadAccepts(read, key)).toBe(true);
    expect(opens("letter", "receiver", { core, slot: slots[0] }, receiver.secret)).toBe(true);
    expect(opens("letter", "fallback", { core, slot: slots[1] }, fallback.secret)).toBe(false);
  });

  it("cannot commit to both keys at once", () => {
    const [a, b] = [randomBytes(32), randomBytes(32)];
    expect(equalBytes(commitTo(a, "{}"), commitTo(b, "{}"))).toBe(false);
    expect(equalBytes(commitTo(a, "{}"), commitTo(a, "{ }"))).toBe(false);
  });
});

function aeadAccepts(core: Core, key: Uint8Array): boolean {
  return aeadOpen(core.ciphertext, encodeBound(core), core.nonce, key) !== undefined;
}
