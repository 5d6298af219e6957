import { foldName } from "./unit-names.ts";

/** Longer ones are cut: nobody types more of a word, and 64 kB without a space are one. */
export const longestWord = 40;

/**
 * The words by which a text is found: folded as names are (`foldName`), so that marks, case and signs do not count, each
 * once, in the order of the text. What cannot be seen divides no word; Khmer, which has no spaces, is divided by its
 * dictionary. A formula, markup or a link is no more than the words in it.
 */
export function searchWordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of foldName(visiblePart(text)).split(" ")) {
    for (const part of khmer.test(word) ? khmerWordsOf(word) : [word]) {
      const kept = cut(part);
      if (kept !== "") words.add(kept);
    }
  }
  return [...words];
}

const khmer = /\p{Script=Khmer}/u;

/** Without signs that have no shape. The zero-width space is what divides words in Khmer; elsewhere it only hides them. */
function visiblePart(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Khmer})\u200b+/gu, " ")
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, "");
}

/** Not longer than `longestWord`, and no half of a character at its end. */
function cut(word: string): string {
  return word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, "");
}

const segmenter = new Intl.Segmenter("km", { granularity: "word" });

/** So much of a text without a space is divided at once: what divides it grows slow with its length. */
const longestRun = 1000;

function khmerWordsOf(run: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < run.length; from += longestRun)
    for (const { segment } of segmenter.segment(run.slice(from, from + longestRun)))
      parts.push(segment.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""));
  return parts;
}
