import type { CoveredTerm, CoverKind } from "../../../domain/case/case.sealed.ts";

/** A piece of a text in which words are covered. `number`: which person, so that a reader can follow who is who. */
export type CoveredPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "cover"; readonly as: CoverKind; readonly number: number | null; readonly text: string };

/**
 * Covers every listed term wherever it stands as a word of its own, the longest first. The same person gets the same
 * number in every text of a case, by the order of the list: "ông An" and "Nguyễn Văn An" are taken to be one, because in
 * Vietnamese people are called by their last word.
 */
export function coverText(text: string, terms: readonly CoveredTerm[]): readonly CoveredPiece[] {
  const shown = text.normalize("NFC");
  if (terms.length === 0) return [{ kind: "text", text: shown }];
  const kinds = new Map(
    terms.flatMap((term) => spellings(term.text).map((each) => [each, term.as] as const)),
  );
  const persons = personsOf(terms);
  const pieces: CoveredPiece[] = [];
  let at = 0;
  for (const match of shown.matchAll(patternOf([...kinds.keys()]))) {
    const [whole, before = "", words = ""] = match;
    const from = match.index + before.length;
    if (from > at) pieces.push({ kind: "text", text: shown.slice(at, from) });
    at = match.index + whole.length;
    const as = kinds.get(tidy(words)) ?? "other";
    const number = as === "person" ? persons.indexOf(calledBy(words)) + 1 : null;
    pieces.push({ kind: "cover", as, number, text: words });
  }
  if (at < shown.length) pieces.push({ kind: "text", text: shown.slice(at) });
  return pieces;
}

/** How often each term is covered in a text. */
export function countCovers(text: string, { text: term }: CoveredTerm): number {
  const pieces = coverText(text, [{ text: term, as: "other" }]);
  return pieces.filter(({ kind }) => kind === "cover").length;
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

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** As it was found, and in capitals, as people write names in titles. */
function spellings(text: string): readonly string[] {
  const term = tidy(text);
  return term === "" ? [] : [...new Set([term, term.toUpperCase()])];
}

function patternOf(terms: readonly string[]): RegExp {
  const choices = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) =>
      term.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s{1,3}`),
    );
  return new RegExp(String.raw`(^|[^\p{L}\p{N}])(${choices.join("|")})(?![\p{L}\p{N}])`, "gu");
}
