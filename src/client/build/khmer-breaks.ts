import type { Plugin } from "vite";

// Khmer stands without spaces, and not every browser has the dictionary that tells where a word ends: there a
// sentence would run out of the screen. Node has it, so the words are parted at build time by the sign that Khmer
// typists use for it, a space of no width. The sources stay as a person reads them.

const breakSign = "\u200b";

/** Letters, vowels and signs; not the digits and not the marks between sentences, which no line begins with. */
const run = /[\u1780-\u17d3\u17dd]+/g;

const words = new Intl.Segmenter("km", { granularity: "word" });

/** The text with a space of no width between the words of every run of Khmer letters. Without them it is as before. */
export function withKhmerBreaks(text: string): string {
  return text.replaceAll(run, (letters) =>
    Array.from(words.segment(letters), ({ segment }) => segment).join(breakSign),
  );
}

const dictionary = /\/i18n\/.*\bkm(\.[\w-]+)?\.ts$/;

/** Parts the words of the Khmer dictionaries. The bytes depend on the dictionary in the Node that builds. */
export function khmerBreaksPlugin(): Plugin {
  return {
    name: "hop-thu-khmer-breaks",
    enforce: "pre",
    transform(code, id) {
      return dictionary.test(id) ? { code: withKhmerBreaks(code), map: null } : null;
    },
  };
}
