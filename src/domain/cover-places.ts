import type { CoveredTerm } from "./case/case.sealed.ts";

// Where the words that are to be covered stand in a text. What is missed here is read by whoever should not: in doubt
// a place counts, and the officer sees in the preview that too much is covered.

/** From where to where in the text, in UTF-16 units. Places may overlap. */
export type Place = { readonly from: number; readonly to: number; readonly term: CoveredTerm };

/** Every place of every term in a text in NFC, from the beginning on; of those that begin together the longest first. */
export function placesOf(text: string, terms: readonly CoveredTerm[]): readonly Place[] {
  return terms.flatMap((term) => placesOfOne(text, term)).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** As a term is compared: composed, one space between words, without the marks that only say where a line may break. */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200b\u200c]/g, "")
    .replace(/\s+/g, " ")
    .trim();

function placesOfOne(text: string, term: CoveredTerm): readonly Place[] {
  const pattern = patternOf(term);
  if (pattern === null) return [];
  return [...text.matchAll(pattern)].flatMap(({ index, 1: found = "" }) =>
    beginsAt(text, index) ? [{ from: index, to: index + found.length, term }] : [],
  );
}

/**
 * A name keeps its capital letters, or "Hoa" would cover every flower; in titles people write it in capitals only.
 * Numbers, mail addresses and what a writer says of themselves are the same in any letters.
 */
const keepsItsCapitals = ({ as }: CoveredTerm): boolean => as === "person" || as === "other";

/** It looks ahead and takes nothing: two terms may stand side by side or overlap. Null: there is nothing to look for. */
function patternOf(term: CoveredTerm): RegExp | null {
  const words = tidy(term.text);
  if (words === "") return null;
  if (!keepsItsCapitals(term)) return new RegExp(`(?=(${bodyOf(words)})${endOf(words)})`, "giu");
  const spellings = [...new Set([words, words.toUpperCase()])].map(bodyOf);
  return new RegExp(`(?=(${spellings.join("|")})${endOf(words)})`, "gu");
}

/** The same words, however far they stand apart and wherever their line may break. */
function bodyOf(words: string): string {
  return Array.from(words, (character) =>
    character === " " ? String.raw`\s+` : character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`),
  ).join(String.raw`[\u200b\u200c]?`);
}

// A term ends where a number or a word does. A letter beside a digit is no part of its number, nor the other way round
// ("SĐT0912345678"). Khmer is written without spaces, so that a name has letters on both sides: there it is enough that
// no syllable is cut, whose vowels and feet are marks; a letter after the sign of the foot (U+17D2) is such a foot.
// Without looking behind (`traces`).

function endOf(words: string): string {
  if (/\p{Nd}$/u.test(words)) return String.raw`(?!\p{Nd})`;
  if (/\p{Script=Khmer}$/u.test(words)) return String.raw`(?!\p{M})`;
  return /[\p{L}\p{M}]$/u.test(words) ? String.raw`(?!(?!\p{Script=Khmer})\p{L})` : "";
}

function beginsAt(text: string, at: number): boolean {
  const first = text.slice(at, at + 2);
  const before = text.slice(Math.max(0, at - 2), at);
  if (/^\p{Nd}/u.test(first)) return !/\p{Nd}$/u.test(before);
  if (/^\p{Script=Khmer}/u.test(first)) return !before.endsWith("\u17d2");
  return !/^\p{L}/u.test(first) || !/(?!\p{Script=Khmer})\p{L}$/u.test(before);
}
