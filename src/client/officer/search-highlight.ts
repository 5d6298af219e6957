import { searchWordsOf } from "../../domain/search-words.ts";
import { forgives } from "./ledger/search-match.ts";

/** A piece of a text; `hit`: a word that was searched for. */
export type FoundPiece = { readonly text: string; readonly hit: boolean };

/** So much of the line before the first hit is shown, where the hit is far from its beginning. */
const shownBefore = 16;
const nearBeginning = 32;

/** Splits a text by what was searched for. What was searched for is told as the index tells it: by the folded words. */
export function foundPieces(text: string, query: string): readonly FoundPiece[] {
  const tests = searchWordsOf(query).map(forgives);
  if (tests.length === 0) return text === "" ? [] : [{ text, hit: false }];
  const pieces: FoundPiece[] = [];
  let at = 0;
  for (const { index, 0: token } of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)) {
    if (!searchWordsOf(token).some((word) => tests.some((test) => test(word) !== null))) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), hit: false });
    pieces.push({ text: token, hit: true });
    at = index + token.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** The pieces for one line: it begins shortly before the first hit, if that one is far down. */
export function foundLine(text: string, query: string): readonly FoundPiece[] {
  const pieces = foundPieces(text, query);
  const [first, ...rest] = pieces;
  if (first === undefined || first.hit || rest.length === 0 || first.text.length < nearBeginning)
    return pieces;
  const from = first.text.lastIndexOf(" ", first.text.length - shownBefore);
  return [{ text: `… ${first.text.slice(Math.max(from, 0)).trimStart()}`, hit: false }, ...rest];
}
