import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestWord, searchWordsOf } from "../../src/domain/search-words.ts";

const zeroWidth = "\u200b";

describe("the words of a text, as they are searched", () => {
  it("forgive marks, case and signs, and stand there once", () => {
    expect(searchWordsOf("Tiền BÊ TÔNG, tiền; Đường đi!")).toEqual(["tien", "be", "tong", "duong", "di"]);
  });

  it("are found though somebody hides signs without a shape in them", () => {
    const hidden = `Ti${zeroWidth}ền\u202e bê\u2066 t\u00adông\ufeff`;
    expect(searchWordsOf(hidden)).toEqual(["tien", "be", "tong"]);
  });

  it("of a formula, of markup and of letters that only look different are the words in them", () => {
    expect(searchWordsOf('=HYPERLINK("http://x.vn";"bấm")')).toEqual(["hyperlink", "http", "x", "vn", "bam"]);
    expect(searchWordsOf("<img src=x onerror=alert(1)>")).toEqual([
      "img",
      "src",
      "x",
      "onerror",
      "alert",
      "1",
    ]);
    expect(searchWordsOf("𝐓𝐢𝐞̂̀𝐧 ｔｉｅｎ")).toEqual(["tien"]);
  });

  it("of a text without a space are cut, and are there within a moment", () => {
    expect(searchWordsOf("x".repeat(65_536))).toEqual(["x".repeat(longestWord)]);
    const start = performance.now();
    expect(searchWordsOf("ខ្ញុំ".repeat(13_000)).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("of Khmer, which is written without spaces, are those of its dictionary", () => {
    const words = searchWordsOf("ថវិកាភូមិ");
    expect(words.length).toBeGreaterThan(1);
    expect(words.join("")).toBe("ថវិកាភូមិ");
    expect(searchWordsOf(`ថវិកា${zeroWidth}ភូមិ`)).toEqual(words);
  });

  it("are words whatever is written, each once and short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const words = searchWordsOf(text);
        const isGood = (word: string) => /^[\p{L}\p{N}\p{M}]+$/u.test(word) && word.length <= longestWord;
        expect(words.filter((word) => !isGood(word))).toEqual([]);
        expect(new Set(words).size).toBe(words.length);
      }),
    );
  });
});
