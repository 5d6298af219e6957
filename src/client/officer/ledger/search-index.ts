import type { CaseId } from "../../../domain/ids.ts";
import { forgives, type Match } from "./search-match.ts";

/**
 * Which opened case has which words. A case that changes gets a new number; what stood under its old one is skipped, and
 * cleared away when there is more of that than of what counts. Measured: ten thousand cases of 180 words in 30 MB.
 */
export type SearchIndex = {
  readonly terms: Map<string, Term>;
  readonly numbers: Map<CaseId, number>;
  /** By number; null: the case has another one now, or has left the list. */
  cases: (IndexedCase | null)[];
};

type Term = {
  readonly word: string;
  /** Numbers of the cases that have it, those that count no more among them. */
  numbers: number[];
};

type IndexedCase = {
  readonly id: CaseId;
  readonly words: readonly string[];
  readonly besides: readonly string[];
};

export function createSearchIndex(): SearchIndex {
  return { terms: new Map(), numbers: new Map(), cases: [] };
}

/** How many cases can be found. */
export function searchableCount({ numbers }: SearchIndex): number {
  return numbers.size;
}

/**
 * Puts a case under its words, in the place of what it was under before. `besides`: words that find it and are not its
 * own, such as the name of its unit.
 */
export function indexCase(
  index: SearchIndex,
  id: CaseId,
  words: readonly string[],
  besides: readonly string[] = [],
): void {
  unindexCase(index, id);
  const number = index.cases.length;
  index.cases.push({ id, words, besides });
  index.numbers.set(id, number);
  for (const word of new Set([...words, ...besides])) {
    const term = index.terms.get(word);
    if (term === undefined) index.terms.set(word, { word, numbers: [number] });
    else term.numbers.push(number);
  }
}

/** The case is found no more. */
export function unindexCase(index: SearchIndex, id: CaseId): void {
  const number = index.numbers.get(id);
  if (number === undefined) return;
  index.numbers.delete(id);
  index.cases[number] = null;
  if (index.cases.length > 2 * index.numbers.size + 100) clearAway(index);
}

function clearAway(index: SearchIndex): void {
  const kept = index.cases.filter((each) => each !== null);
  index.terms.clear();
  index.numbers.clear();
  index.cases = [];
  for (const { id, words, besides } of kept) indexCase(index, id, words, besides);
}

/** How much a word tells: nothing that every case has, most that one alone has. */
export function weightOf(index: SearchIndex, word: string): number {
  const df = index.terms.get(word)?.numbers.length ?? 0;
  return Math.log(1 + index.cases.length / Math.max(1, df));
}

/**
 * The cases that have all of the words, whole, begun or with one slip. First those that have them as they were typed, and
 * of these the ones whose words are rare; of equals the later one.
 */
export function findCases(index: SearchIndex, words: readonly string[]): readonly CaseId[] {
  if (words.length === 0) return [];
  let scores = new Float64Array(index.cases.length);
  let found: readonly number[] = [...index.numbers.values()];
  for (const word of words) {
    const how = howFound(index, word);
    const before = found;
    found = before.filter((number) => (how[number] ?? 0) > 0);
    const weight = Math.log(1 + index.numbers.size / Math.max(1, found.length));
    const sums = new Float64Array(index.cases.length);
    for (const number of found) sums[number] = (scores[number] ?? 0) + weight * (how[number] ?? 0);
    scores = sums;
  }
  const ranked = found.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
  const ids: CaseId[] = [];
  for (const number of ranked) {
    const id = index.cases[number]?.id;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

const matchWeights: Readonly<Record<Match, number>> = { whole: 1, begun: 0.7, slip: 0.4 };

/** By number of the case, how well a word is found in it; 0: not at all. */
function howFound(index: SearchIndex, word: string): Float64Array {
  const best = new Float64Array(index.cases.length);
  const match = forgives(word);
  for (const term of index.terms.values()) {
    const how = match(term.word);
    if (how === null) continue;
    const weight = matchWeights[how];
    for (const number of term.numbers) if (weight > (best[number] ?? 0)) best[number] = weight;
  }
  return best;
}

/** The cases that have a word, by number. */
export function casesWith(index: SearchIndex, word: string): readonly number[] {
  return index.terms.get(word)?.numbers.filter((number) => index.cases[number] !== null) ?? [];
}
