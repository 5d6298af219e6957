import type { OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { foldName } from "../../../domain/unit-names.ts";
import { createLikeness } from "./likeness.ts";
import { indexUnits as indexOf, type UnitIndex, type Word } from "./unit-index.ts";

// Our own: this is fetched by every frightened person before the form appears, and a library would be too much of what
// they may fetch.

/** Finds units by what people type: without diacritics, with slips of the finger, by former and folk names. */
export type UnitSearch = (typed: string) => readonly Unit[];

export const resultLimit = 8;

/** What a word in a unit's own names is worth against one in the names above it. */
const ownWeight = 4;
const pathWeight = 1;

/** So many typed words are remembered: with each keystroke only the last one is new. */
const rememberedWords = 24;

/** Indexes every unit of the tree, those that have ended too: people go on using the old name. */
export function createUnitSearch(tree: OrgTree): UnitSearch {
  const work = prepareUnitSearch(tree);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same a little at a time: a telephone goes on between any two steps. */
export function* prepareUnitSearch(tree: OrgTree): Generator<undefined, UnitSearch> {
  return searchIn(yield* indexOf(tree));
}

function searchIn(index: UnitIndex): UnitSearch {
  const known = new Map<string, Float64Array>();
  const worthsOf = (typed: string): Float64Array => {
    const worths = known.get(typed) ?? computeWorths(index, typed);
    known.delete(typed);
    known.set(typed, worths);
    const [oldest] = known.keys();
    if (known.size > rememberedWords && oldest !== undefined) known.delete(oldest);
    return worths;
  };
  return (typed) => {
    const query = foldName(typed);
    if (query.length < 2) return [];
    return best(index, [...new Set(query.split(" "))].map(worthsOf));
  };
}

/**
 * For one typed word: what its best likeness is worth in each unit, by place. A rare word says more; how rare it
 * is as a name of one's own is another matter than how many lie below a province of that name.
 */
function computeWorths({ units, words }: UnitIndex, typed: string): Float64Array {
  const worths = new Float64Array(units.length);
  const raise = (place: number, worth: number) => {
    if (worth > (worths[place] ?? 0)) worths[place] = worth;
  };
  const likenessOf = createLikeness(typed);
  for (const word of words) {
    const likeness = likenessOf(word);
    if (likeness === 0) continue;
    const below = likeness * pathWeight * rarity(units.length, word.reach);
    for (const { from, to } of word.below) for (let place = from; place < to; place += 1) raise(place, below);
    const own = likeness * ownWeight * rarity(units.length, word.own.length);
    for (const place of word.own) raise(place, own);
  }
  return worths;
}

function rarity(unitCount: number, count: Word["reach"]): number {
  return Math.log(1 + unitCount / Math.max(1, count));
}

type Hit = { readonly place: number; readonly score: number };

/** Where everything that was typed is found, or, if that is nowhere, at least half of it; the likeliest first. */
function best({ units, burdens, order }: UnitIndex, worths: readonly Float64Array[]): readonly Unit[] {
  const matched = new Uint16Array(units.length);
  const worth = new Float64Array(units.length);
  let most = 0;
  // Plain loops: a whole country lies in them at every keystroke.
  for (const ofWord of worths) {
    for (let place = 0; place < units.length; place += 1) {
      const found = ofWord[place] ?? 0;
      if (found === 0) continue;
      const count = (matched[place] ?? 0) + 1;
      matched[place] = count;
      worth[place] = (worth[place] ?? 0) + found;
      if (count > most) most = count;
    }
  }
  if (most === 0 || most * 2 < worths.length) return [];
  // The first letters fit thousands of units: those few that are shown are kept while going through, not sorted out.
  const top: Hit[] = [];
  const before = (a: Hit, b: Hit) => b.score - a.score || (order[a.place] ?? 0) - (order[b.place] ?? 0);
  for (let place = 0; place < units.length; place += 1) {
    if (matched[place] !== most) continue;
    const score = (worth[place] ?? 0) / (burdens[place] ?? 1);
    const last = top[resultLimit - 1];
    const isBehind =
      last !== undefined &&
      (score < last.score || (score === last.score && (order[place] ?? 0) > (order[last.place] ?? 0)));
    if (isBehind) continue;
    top.push({ place, score });
    top.sort(before);
    top.length = Math.min(top.length, resultLimit);
  }
  return top.flatMap(({ place }) => units[place] ?? []);
}
