import { editDistance } from "./edit-distance.ts";

/** Which letters a word has, a bit for each of 32 kinds. One slip of the finger changes at most two bits. */
export function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How much a word is like the typed one: 1 the same, less for a beginning of it, still less for a slip of the finger or
 * two, 0 for another word. */
export function createLikeness(
  typed: string,
): (word: { readonly text: string; readonly letters: number }) => number {
  const slips = typed.length < 3 ? 0 : typed.length < 7 ? 1 : 2;
  const typedLetters = lettersIn(typed);
  return ({ text, letters }) => {
    if (typed === text) return 1;
    if (text.startsWith(typed)) return 0.8 * (typed.length / text.length) ** 0.5;
    // Nearly every word is another one, and this sees it without comparing letter by letter.
    if (slips === 0 || bitsIn(typedLetters ^ letters) > slips * 2) return 0;
    const distance = editDistance(typed, text, slips);
    return distance > slips ? 0 : 0.45 / distance;
  };
}

function bitsIn(value: number): number {
  let left = value;
  let bits = 0;
  for (; left !== 0; left &= left - 1) bits += 1;
  return bits;
}
