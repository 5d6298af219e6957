import { FormatError } from "../envelope/format-error.ts";

// Words in alphabetical order, of each only what differs from the one before: a third smaller, once deflated, than the
// words themselves. They hold letters, numbers and marks alone, so a sign below the space can divide and count.

/** More of a word's beginning is never shared: the count is one sign below the space. */
const mostShared = 31;

/** Each word: how many characters it has in common with the one before, as one sign, then its rest. */
export function toWordList(words: readonly string[]): string {
  let before: readonly string[] = [];
  let list = "";
  for (const word of [...words].sort()) {
    const characters = Array.from(word);
    const shared = sharedBeginning(before, characters);
    list += String.fromCharCode(shared) + characters.slice(shared).join("");
    before = characters;
  }
  return list;
}

function sharedBeginning(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(mostShared, a.length, b.length);
  for (let length = 0; length < most; length++) if (a[length] !== b[length]) return length;
  return most;
}

/** Inverse of `toWordList`. Throws FormatError on what no list begins with, and on a word that shares more than there is. */
export function fromWordList(list: string): readonly string[] {
  const words: string[] = [];
  let before: readonly string[] = [];
  // oxlint-disable-next-line no-control-regex -- The signs below the space are what divides the list.
  for (const [whole, count = "", rest = ""] of list.matchAll(/([\0-\x1f])([^\0-\x1f]*)/g)) {
    const shared = count.charCodeAt(0);
    if (shared > before.length || whole.length === 1) throw new FormatError("word list: shared");
    before = [...before.slice(0, shared), ...Array.from(rest)];
    words.push(before.join(""));
  }
  if (list !== "" && list.charCodeAt(0) > mostShared) throw new FormatError("word list: beginning");
  return words;
}
