import { describe, expect, test } from "vitest";
import { khmerBreaksPlugin, withKhmerBreaks } from "../../src/client/build/khmer-breaks.ts";
import { citizenKm } from "../../src/i18n/citizen/km.ts";
import { lawKm } from "../../src/i18n/law/km.ts";

const sentences = [...Object.values(citizenKm), ...Object.values(lawKm)];
const marks = (text: string) => text.match(/\u200b/g)?.length ?? 0;

describe("a sentence in Khmer", () => {
  test("is parted into its words", () => {
    expect(withKhmerBreaks("ចុចផ្ញើម្តងទៀត").split("\u200b")).toEqual(["ចុច", "ផ្ញើ", "ម្តង", "ទៀត"]);
  });

  test("can be broken at least at every twentieth letter of a long run, and reads as before without the breaks", () => {
    for (const sentence of sentences) {
      const parted = withKhmerBreaks(sentence);
      expect(parted.replaceAll("\u200b", "")).toBe(sentence);
      for (const stretch of parted.match(/[\u1780-\u17d3\u17dd]+/g) ?? [])
        expect(stretch.length).toBeLessThan(21);
    }
  });

  test("is never parted inside a cluster, before a mark, or beside anything that is not Khmer", () => {
    const cluster = new Intl.Segmenter("km", { granularity: "grapheme" });
    for (const sentence of sentences) {
      const parted = withKhmerBreaks(sentence);
      expect(parted).not.toMatch(/(?<![\u1780-\u17d3\u17dd])\u200b|\u200b(?![\u1780-\u17b3])/);
      const words = parted.split("\u200b");
      const clusters = (text: string) => Array.from(cluster.segment(text)).length;
      expect(words.reduce((sum, word) => sum + clusters(word), 0)).toBe(clusters(sentence));
    }
  });

  test("leaves the places in it, the strong words and everything foreign as they are", () => {
    expect(withKhmerBreaks("ជំហានទី {step} នៃ **{total}** Wi-Fi")).toContain("{step} នៃ **{total}** Wi-Fi");
    expect(marks(withKhmerBreaks("Chưa có thư nào. ២៤"))).toBe(0);
  });
});

test("only the Khmer dictionaries are parted, with all their files", () => {
  const { transform } = khmerBreaksPlugin();
  if (typeof transform !== "function") throw new Error("no transform");
  const parted = (id: string) => Reflect.apply(transform, undefined, ['x = "ចុចផ្ញើ"', id]) !== null;
  for (const id of [
    "citizen/km.ts",
    "citizen/km.answers.ts",
    "law/km.ts",
    "catalogue/km.ts",
    "officer/km.acts.ts",
  ])
    expect([id, parted(`/x/src/i18n/${id}`)]).toEqual([id, true]);
  for (const id of ["citizen/vi.ts", "language.ts", "format.ts"])
    expect([id, parted(`/x/src/i18n/${id}`)]).toEqual([id, false]);
});
