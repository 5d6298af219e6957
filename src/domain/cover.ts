import type { CoveredTerm, CoverKind } from "./case/case.sealed.ts";
import { placesOf, tidy } from "./cover-places.ts";

/** A piece of a text in which words are covered. `number`: which person, so that a reader can follow who is who. */
export type CoveredPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "cover"; readonly as: CoverKind; readonly number: number | null; readonly text: string };

/**
 * Covers every listed term wherever it stands as a word of its own. The same person gets the same number in every text
 * of a case, by the order of the list: "ông An" and "Nguyễn Văn An" are taken to be one, because in Vietnamese people
 * are called by their last word.
 */
export function coverText(text: string, terms: readonly CoveredTerm[]): readonly CoveredPiece[] {
  const shown = text.normalize("NFC");
  const persons = personsOf(terms);
  const pieces: CoveredPiece[] = [];
  let at = 0;
  for (const { from, to, term } of placesOf(shown, terms)) {
    // Where two overlap, the second covers what the first has left of it.
    const start = Math.max(from, at);
    if (start >= to) continue;
    if (start > at) pieces.push({ kind: "text", text: shown.slice(at, start) });
    const number = term.as === "person" ? persons.indexOf(calledBy(term.text)) + 1 : null;
    pieces.push({ kind: "cover", as: term.as, number, text: shown.slice(start, to) });
    at = to;
  }
  if (at < shown.length || pieces.length === 0) pieces.push({ kind: "text", text: shown.slice(at) });
  return pieces;
}

/** How often a term is covered in a text. */
export function countCovers(text: string, term: CoveredTerm): number {
  return coverText(text, [term]).filter(({ kind }) => kind === "cover").length;
}

/** The text as it can be passed on, each cover said by `label`. */
export function coveredCopy(
  text: string,
  terms: readonly CoveredTerm[],
  label: (piece: { readonly as: CoverKind; readonly number: number | null }) => string,
): string {
  return coverText(text, terms)
    .map((piece) => (piece.kind === "text" ? piece.text : `[${label(piece)}]`))
    .join("");
}

/** By what the persons of a list are called, each once. */
function personsOf(terms: readonly CoveredTerm[]): readonly string[] {
  return [...new Set(terms.flatMap(({ text, as }) => (as === "person" ? calledBy(text) : [])))];
}

const calledBy = (name: string): string => tidy(name).split(" ").at(-1)?.toLowerCase() ?? "";
