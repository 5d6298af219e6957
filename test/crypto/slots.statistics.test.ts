import { beforeAll, describe, expect, it } from "vitest";
import { sealEnvelope } from "../../src/crypto/envelope.seal.ts";
import { kemKeyPair, randomBytes, sodiumReady } from "../../src/crypto/sodium.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";

// Whoever stores envelopes must not be able to tell a slot that somebody can open from one that nobody can. Random
// bytes could be told: ML-KEM's compressed coefficients are not evenly spread, and an X25519 key has no highest bit.
// All four slots are real encapsulations; here the known statistics are held against each other.

const envelopes = 240;
const coefficientsOfU = 768;
const coefficientsOfV = 256;

/** The first 960 bytes as 10-bit values, low bits first (FIPS 203, d_u = 10). */
function coefficientsU(slot: Uint8Array): number[] {
  return unpack(slot.subarray(0, 960), 10, coefficientsOfU);
}

/** The next 128 bytes as 4-bit values (d_v = 4). */
function coefficientsV(slot: Uint8Array): number[] {
  return unpack(slot.subarray(960, 1088), 4, coefficientsOfV);
}

function unpack(bytes: Uint8Array, width: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    let value = 0;
    for (let bit = 0; bit < width; bit++) {
      const at = index * width + bit;
      value |= (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
    }
    return value;
  });
}

function histogram(values: Iterable<number>, size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** χ² of two samples against each other, as standard deviations from its mean: near 0 if both are of one kind. */
function difference(a: readonly number[], b: readonly number[]): number {
  const [sumA, sumB] = [a, b].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (!sumA || !sumB) throw new Error("empty");
  const ratio = Math.sqrt(sumB / sumA);
  let [square, bins] = [0, 0];
  for (const [index, inA] of a.entries()) {
    const inB = b[index] ?? 0;
    if (inA + inB === 0) continue;
    square += (inA * ratio - inB / ratio) ** 2 / (inA + inB);
    bins += 1;
  }
  return (square - (bins - 1)) / Math.sqrt(2 * (bins - 1));
}

/** How far from an even spread, in standard deviations. */
function unevenness(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  const square = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (square - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

/** By chance once in a million, also where there are few bins. */
const notable = 8;

type Statistic = readonly [name: string, of: (slots: readonly Bytes[]) => readonly number[]];
const statistics: readonly Statistic[] = [
  [
    "bytes of the whole slot",
    (slots) =>
      histogram(
        slots.flatMap((slot) => [...slot]),
        256,
      ),
  ],
  ["10-bit coefficients", (slots) => histogram(slots.flatMap(coefficientsU), 1024)],
  ["4-bit coefficients", (slots) => histogram(slots.flatMap(coefficientsV), 16)],
  [
    "bytes of the X25519 key",
    (slots) =>
      histogram(
        slots.flatMap((slot) => [...slot.subarray(1088, 1120)]),
        256,
      ),
  ],
  [
    "highest byte of the X25519 key",
    (slots) =>
      histogram(
        slots.map((slot) => slot[1119] ?? 0),
        256,
      ),
  ],
  [
    "bytes of the sealed key",
    (slots) =>
      histogram(
        slots.flatMap((slot) => [...slot.subarray(1120)]),
        256,
      ),
  ],
  [
    "neighbouring bytes",
    (slots) =>
      histogram(
        slots.flatMap((slot) => [...slot].map((byte, at) => ((byte >> 4) << 4) | ((slot[at + 1] ?? 0) >> 4))),
        256,
      ),
  ],
];

const samples: Record<"receiver" | "reporter" | "nobody" | "note" | "throw-away", Bytes[]> = {
  receiver: [],
  reporter: [],
  nobody: [],
  /** The reporter's place in a note that the reporter is not to read. */
  note: [],
  "throw-away": [],
};

beforeAll(async () => {
  await sodiumReady();
  const receiver = kemKeyPair(randomBytes(32)).publicKey;
  for (let index = 0; index < envelopes; index++) {
    const reporter = kemKeyPair(randomBytes(32)).publicKey;
    const recipients = { receiver, fallback: null, reporter };
    const { envelope } = sealEnvelope({
      purpose: "letter",
      header: "{}",
      recipients,
      body: new Uint8Array(),
    });
    const [a, b, c, d] = splitEnvelope("letter", envelope).slots;
    samples.receiver.push(a);
    samples.nobody.push(b);
    samples.reporter.push(c);
    samples["throw-away"].push(d);
    samples.note.push(splitEnvelope("committee-message", sealedNote(receiver)).slots[2]);
  }
});

function sealedNote(receiver: Uint8Array): Bytes {
  const recipients = { receiver, fallback: null, reporter: null };
  return sealEnvelope({ purpose: "committee-message", header: "{}", recipients, body: new Uint8Array() })
    .envelope;
}

describe("slots that nobody can open", () => {
  it.each(statistics)("are as the others in their %s", (_, of) => {
    for (const dummy of [samples.nobody, samples.note, samples["throw-away"]]) {
      for (const real of [samples.receiver, samples.reporter]) {
        expect(Math.abs(difference(of(real), of(dummy)))).toBeLessThan(notable);
      }
    }
  });

  it("differ from each other in half of their bits, like any two others", () => {
    const apart = (a: Bytes, b: Bytes) =>
      a.reduce((sum, byte, at) => sum + bitsOf(byte ^ (b[at] ?? 0)), 0) / (a.length * 8);
    for (const slots of Object.values(samples)) {
      const mean =
        slots.slice(1).reduce((sum, slot, at) => sum + apart(slot, slots[at] ?? slot), 0) /
        (slots.length - 1);
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.003);
    }
  });

  it("would be told at once if they were random bytes: the test sees what it is looking for", () => {
    const random = samples.receiver.map((slot) => randomBytes(slot.length));
    const told = statistics.filter(
      ([, of]) => Math.abs(difference(of(samples.receiver), of(random))) > notable,
    );
    expect(told.map(([name]) => name)).toContain("10-bit coefficients");
    expect(unevenness(histogram(samples.receiver.flatMap(coefficientsU), 1024))).toBeGreaterThan(notable);
    expect(samples.receiver.every((slot) => (slot[1119] ?? 0) < 128)).toBe(true);
    expect(random.every((slot) => (slot[1119] ?? 0) < 128)).toBe(false);
  });
});

function bitsOf(byte: number): number {
  return byte.toString(2).replaceAll("0", "").length;
}
