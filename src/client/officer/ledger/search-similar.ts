import type { CaseId, UnitId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { daysBetween } from "../../../domain/plain-date.ts";
import { casesWith, type SearchIndex, weightOf } from "./search-index.ts";

/** What is known of a case beside its words. */
export type CaseFacts = { readonly unit: UnitId | null; readonly releasedOn: PlainDate };

/** A case that may be about the same matter, with all that speaks for it. */
export type Likeness = {
  readonly case: CaseId;
  /** Rare words that both have, the rarest first, folded. */
  readonly shared: readonly string[];
  readonly sameUnit: boolean;
  readonly daysApart: number;
};

/** So many are suggested at most. */
const mostSuggested = 5;
const fewestShared = 3;
/** A word that more cases than this have in common says nothing of one matter. */
const rareShare = 0.02;
const rareAtLeast = 4;
/** Letters of one wave come within a month. */
const nearDays = 31;
const enough = 0.3;
/** Unit and day speak for no likeness that the words do not show: in a short list every word is rare. */
const enoughInWords = 0.2;

/**
 * The cases that are most like one: how much of what is rare in the one that says less of it stands in both, and a little
 * more for the same unit and for near days. Nobody is told but the officer, who decides.
 */
export function similarCases(
  index: SearchIndex,
  id: CaseId,
  factsOf: (id: CaseId) => CaseFacts | undefined,
): readonly Likeness[] {
  const own = index.cases[index.numbers.get(id) ?? -1];
  const facts = factsOf(id);
  if (own == null || facts === undefined) return [];
  const rare = own.words.filter((word) => isRare(index, word));
  const likenesses = [...sharedWith(index, rare, id)].flatMap(([number, shared]) => {
    const other = index.cases[number];
    const theirs = other == null ? undefined : factsOf(other.id);
    if (other == null || theirs === undefined || shared.length < fewestShared) return [];
    const theirRare = other.words.filter((word) => isRare(index, word));
    const least = Math.min(sumOf(index, rare), sumOf(index, theirRare));
    const sameUnit = facts.unit !== null && facts.unit === theirs.unit;
    const daysApart = Math.abs(daysBetween(facts.releasedOn, theirs.releasedOn));
    const inWords = sumOf(index, shared) / least;
    const score = inWords + (sameUnit ? 0.15 : 0) + (daysApart <= nearDays ? 0.05 : 0);
    const rarestFirst = shared.toSorted((a, b) => weightOf(index, b) - weightOf(index, a));
    return score < enough || inWords < enoughInWords
      ? []
      : [{ score, likeness: { case: other.id, shared: rarestFirst, sameUnit, daysApart } }];
  });
  return likenesses
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostSuggested)
    .map(({ likeness }) => likeness);
}

function sharedWith(
  index: SearchIndex,
  words: readonly string[],
  id: CaseId,
): ReadonlyMap<number, readonly string[]> {
  const shared = new Map<number, string[]>();
  for (const word of words)
    for (const number of casesWith(index, word)) {
      if (index.cases[number]?.id === id) continue;
      const list = shared.get(number) ?? [];
      list.push(word);
      shared.set(number, list);
    }
  return shared;
}

/** Of one letter a word is no more than a sign: what stands there for a number or a name has two at least. */
function isRare(index: SearchIndex, word: string): boolean {
  return (
    word.length > 1 && casesWith(index, word).length <= Math.max(rareAtLeast, rareShare * index.numbers.size)
  );
}

function sumOf(index: SearchIndex, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(index, word), 0);
}
