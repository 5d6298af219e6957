import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { freeLetterBytes, sealLetter, openLetter } from "../../src/crypto/letter.ts";
import { continuationOf, planLetter, roomInLetter } from "../../src/crypto/letter.parts.ts";
import { jsonTextBytes, splitText } from "../../src/crypto/letter.split.ts";
import { type Continuation, gapMark, letterTextOf } from "../../src/crypto/letter.text.ts";
import { freeMessageBytes } from "../../src/crypto/reporter-message.ts";
import { partsAtMost, shortAnswerLength } from "../../src/domain/letter.vocabulary.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import { commune, district } from "../support/crypto/organisation.ts";
import { contentOf, createLetter, createReporter } from "../support/crypto/people.ts";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  // Half a pair too: a textarea lets it in.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((codes) => String.fromCharCode(...codes)),
);
const rooms = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 6, max: 90 }));

describe("a text that is cut", () => {
  it("is itself again when joined, each piece fits, and the same text is cut the same", () => {
    fc.assert(
      fc.property(anything, rooms, (text, [first, other]) => {
        const pieces = splitText(text, first, other);
        expect(pieces.join("")).toBe(text);
        expect(pieces.every((piece, at) => jsonTextBytes(piece) <= (at === 0 ? first : other))).toBe(true);
        expect(pieces.slice(1).every((piece) => piece !== "")).toBe(true);
        expect(splitText(text, first, other)).toEqual(pieces);
      }),
    );
  });

  it("is counted as canonical JSON writes it", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(jsonTextBytes(text)).toBe(toUtf8(JSON.stringify(text)).length - 2);
      }),
    );
    expect(jsonTextBytes('\u0000\b\t\n\u000b\f\r"\\\u007f\u2028')).toBe(
      6 + 2 + 2 + 2 + 6 + 2 + 2 + 2 + 2 + 1 + 3,
    );
  });

  it("is never cut within a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), rooms, (text, [first, other]) => {
        for (const piece of splitText(text, first, other)) expect(piece.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is cut between words where there are any, and else before no mark that belongs to what is before it", () => {
    expect(splitText("Kế toán thu tiền", 14, 14)).toEqual(["Kế toán ", "thu tiền"]);
    // Khmer without spaces: the coeng and the vowel signs stay with their letter.
    const khmer = "ខ្ញុំសូមរាយការណ៍អំពីប្រធានភូមិ".repeat(9);
    for (const piece of splitText(khmer, 50, 50)) expect(piece).not.toMatch(/^\p{M}|\u17d2$/u);
    expect(splitText("👩‍🌾👩‍🌾", 15, 15)).toEqual(["👩‍🌾", "👩‍🌾"]);
  });
});

const whole = (text: string) => contentOf(text);
const hundredThousand: readonly (readonly [string, string])[] = [
  ["Vietnamese", "Cán bộ xã thu tiền của dân mà không ghi biên lai. ".repeat(2000)],
  ["Khmer", "ប្រធានភូមិទារប្រាក់ពីប្រជាជន".repeat(3600).slice(0, 100_000)],
  ["emoji", "😡".repeat(50_000)],
  ["quotes", '"\\'.repeat(50_000)],
  ["newlines", "\n".repeat(100_000)],
];

describe("a letter of a hundred thousand characters", () => {
  test.each(hundredThousand)(
    "of %s goes into a letter and at most fifteen messages, all of it",
    (_, text) => {
      expect(text).toHaveLength(100_000);
      const plan = planLetter(whole(text));
      if (plan.kind !== "fits") throw new Error(`too long by ${plan.by}`);
      expect(plan.letter.parts).toBe(plan.rest.length);
      expect(plan.rest.length).toBeGreaterThan(1);
      expect(plan.letter.text + plan.rest.join("")).toBe(text);
      expect(freeLetterBytes(plan.letter)).toBeGreaterThanOrEqual(0);
      for (const [at, piece] of plan.rest.entries())
        expect(freeMessageBytes({ deed: continuationOf(at + 1), text: piece })).toBeGreaterThanOrEqual(0);
      expect(roomInLetter(whole(text))).toMatchObject({ parts: plan.rest.length });
    },
  );

  it("of control characters is told to be too long, by as much as it is", () => {
    const text = "\u0001".repeat(100_000);
    const plan = planLetter(whole(text));
    if (plan.kind !== "too-long") throw new Error("fits");
    const cutBy = Math.ceil(plan.by / 6);
    expect(planLetter(whole(text.slice(cutBy))).kind).toBe("fits");
    expect(planLetter(whole(text.slice(cutBy - 10))).kind).toBe("too-long");
  });
});

describe("the room in a letter", () => {
  it("is that of the one letter while the text fits there, and of everything from then on", () => {
    const { free } = roomInLetter(whole(""));
    expect(roomInLetter(whole("a".repeat(free)))).toEqual({ free: 0, whole: free, parts: 0 });
    const beyond = roomInLetter(whole("a".repeat(free + 1)));
    expect(beyond.parts).toBe(1);
    expect(beyond.whole).toBeGreaterThan(partsAtMost * 25_000 + 15_000);
    expect(beyond.free).toBeGreaterThan(14 * 25_000);
  });

  it("is what planning says: whatever has room fits, whatever has none does not", () => {
    const sizes = fc.integer({ min: 0, max: 420_000 });
    fc.assert(
      fc.property(sizes, (size) => {
        const room = roomInLetter(whole("a".repeat(size)));
        const plan = planLetter(whole("a".repeat(size)));
        expect(plan.kind === "fits").toBe(room.free >= 0);
        if (plan.kind === "fits") expect(plan.rest).toHaveLength(room.parts);
      }),
      { numRuns: 40 },
    );
  });

  it("for a text that goes on does not shrink when the questions behind it are answered", () => {
    const answers = {
      category: { catalogue: "x".repeat(32), topic: "other", code: null },
      facts: {
        when: "\u0001".repeat(shortAnswerLength),
        where: "\u0001".repeat(shortAnswerLength),
        knowledge: "inferred",
        continuing: "unknown",
      },
    } as const;
    const text = "a".repeat(30_000);
    expect(roomInLetter({ ...whole(text), ...answers })).toEqual(roomInLetter(whole(text)));
    const plan = planLetter({ ...whole(text), ...answers });
    if (plan.kind !== "fits") throw new Error("too long");
    expect(freeLetterBytes(plan.letter)).toBeGreaterThanOrEqual(0);
  });

  it("a letter filled to its last byte seals and opens, with the number of its parts", async () => {
    const reporter = await createReporter();
    const { header } = createLetter(reporter, commune, district);
    const plan = planLetter(whole("é".repeat(30_000)));
    if (plan.kind !== "fits") throw new Error("too long");
    const readers = { receiver: commune.keys.publicKem, fallback: district.keys.publicKem };
    const { envelope } = sealLetter(header, plan.letter, reporter, readers);
    const { core, slots } = splitEnvelope("letter", envelope);
    const opened = openLetter("reporter", { core, slot: slots[2], key: null }, reporter.kem.secret);
    expect(opened?.body).toMatchObject({ text: plan.letter.text, parts: plan.rest.length });
  });
});

describe("a letter that is joined again", () => {
  const letter = { text: "Một ", parts: 3 };
  const all: readonly Continuation[] = [
    { part: 1, text: "hai " },
    { part: 2, text: "ba " },
    { part: 3, text: "bốn" },
  ];

  it("is whole with all its parts", () => {
    expect(letterTextOf(letter, all)).toEqual({
      text: "Một hai ba bốn",
      parts: 3,
      missing: [],
      faults: [],
      isJoined: [true, true, true],
    });
    expect(letterTextOf({ text: "Một", parts: 0 }, [])).toMatchObject({
      text: "Một",
      missing: [],
      faults: [],
    });
  });

  it("names the parts that have not come, and marks a gap before one that has", () => {
    expect(letterTextOf(letter, all.slice(0, 1))).toMatchObject({ text: "Một hai ", missing: [2, 3] });
    expect(letterTextOf(letter, all.slice(2))).toMatchObject({ text: `Một ${gapMark}bốn`, missing: [1, 2] });
    const unread = [{ part: 1, text: null }, ...all.slice(1)];
    expect(letterTextOf(letter, unread)).toMatchObject({ missing: [1], isJoined: [false, true, true] });
  });

  it("says what is doubled, out of order or more than was announced, and does not join it twice", () => {
    const [one, two, three] = all;
    if (one === undefined || two === undefined || three === undefined) throw new Error("three parts");
    expect(letterTextOf(letter, [two, one, three])).toMatchObject({
      text: "Một hai ba bốn",
      missing: [],
      faults: [{ kind: "out-of-order", part: 1 }],
    });
    expect(letterTextOf(letter, [one, { part: 1, text: "khác" }, two, three])).toMatchObject({
      text: "Một hai ba bốn",
      faults: [{ kind: "doubled", part: 1 }],
      isJoined: [true, false, true, true],
    });
    expect(letterTextOf(letter, [...all, { part: 4, text: "năm" }])).toMatchObject({
      text: "Một hai ba bốn",
      faults: [{ kind: "unannounced", part: 4 }],
    });
    expect(letterTextOf({ text: "Một", parts: 0 }, [one])).toMatchObject({
      text: "Một",
      faults: [{ kind: "unannounced", part: 1 }],
    });
  });

  it("is whole exactly if every announced part is there and opens", () => {
    const parts = fc.integer({ min: 0, max: partsAtMost });
    const given = fc.array(
      fc.record({ part: fc.integer({ min: 1, max: partsAtMost }), text: fc.option(fc.string()) }),
    );
    fc.assert(
      fc.property(parts, given, (announced, continuations) => {
        const joined = letterTextOf({ text: "", parts: announced }, continuations);
        const first = (part: number) => continuations.find((each) => each.part === part)?.text ?? null;
        const expected = Array.from({ length: announced }, (_, at) => at + 1).filter(
          (at) => first(at) === null,
        );
        expect(joined.missing).toEqual(expected);
      }),
    );
  });
});
