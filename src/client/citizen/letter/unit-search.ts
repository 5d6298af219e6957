import { ancestorsOf, type OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { foldName, searchableNamesOf } from "../../../domain/unit-names.ts";
import { editDistance } from "./edit-distance.ts";

// Our own, although the officers' inbox searches with a library: this is fetched by every frightened person before
// the form appears, and the library alone would be an eighth of what they may fetch.

/** Finds units by what people type: without diacritics, with slips of the finger, by former and folk names. */
export type UnitSearch = (typed: string) => readonly Unit[];

export const resultLimit = 8;

/** What a word in a unit's own names is worth against one in the names above it. */
const ownWeight = 4;
const pathWeight = 1;

type Index = {
  readonly units: readonly Unit[];
  /** Divides a unit's score: whoever types a commune's name more often means it than one of its hamlets. */
  readonly burdens: readonly number[];
  readonly words: ReadonlyMap<string, Occurrences>;
};

/** Where a word occurs: what it is worth in each unit, by place in the list, and in how many it is their own. */
type Occurrences = { readonly places: Map<number, number>; ownCount: number };

/** Indexes every unit of the tree, those that have ended too: people go on using the old name. */
export function createUnitSearch(tree: OrgTree): UnitSearch {
  const index = createIndex(tree);
  return (typed) => {
    const query = foldName(typed);
    if (query.length < 2) return [];
    const typedWords = [...new Set(query.split(" "))];
    const found = rank(index, typedWords);
    const best = Math.max(0, ...found.map(({ matched }) => matched));
    // Everything that was typed, or, if that is nowhere, at least half of it.
    if (best * 2 < typedWords.length) return [];
    const fitting = found.filter(({ matched }) => matched === best);
    return fitting
      .sort((a, b) => b.score - a.score)
      .slice(0, resultLimit)
      .flatMap(({ place }) => index.units[place] ?? []);
  };
}

function createIndex(tree: OrgTree): Index {
  const units = [...tree.units.values()];
  const words = new Map<string, Occurrences>();
  const burdens = units.map((unit, place) => {
    const { name, formerNames, aliases, path } = searchableNamesOf(tree, unit);
    const own = new Set([name, ...formerNames, ...aliases].join(" ").split(" "));
    for (const word of path.split(" ")) occurrencesOf(words, word).places.set(place, pathWeight);
    for (const word of own) {
      const occurrences = occurrencesOf(words, word);
      occurrences.places.set(place, ownWeight);
      occurrences.ownCount += 1;
    }
    return (1 + ancestorsOf(tree, unit.id).length / 4) * (1 + name.split(" ").length / 20);
  });
  return { units, burdens, words };
}

function occurrencesOf(words: Map<string, Occurrences>, word: string): Occurrences {
  const known = words.get(word) ?? { places: new Map(), ownCount: 0 };
  words.set(word, known);
  return known;
}

type Hit = { readonly place: number; matched: number; score: number };

function rank({ units, burdens, words }: Index, typedWords: readonly string[]): readonly Hit[] {
  const hits = new Map<number, Hit>();
  for (const typed of typedWords) {
    for (const [place, worth] of worthsOf(words, typed, units.length)) {
      const hit = hits.get(place) ?? { place, matched: 0, score: 0 };
      hit.matched += 1;
      hit.score += worth / (burdens[place] ?? 1);
      hits.set(place, hit);
    }
  }
  return [...hits.values()];
}

/**
 * For one typed word: what its best likeness is worth in each unit that has one. A rare word says more; how rare it
 * is as a name of one's own is another matter than how many lie below a province of that name.
 */
function worthsOf(words: Index["words"], typed: string, unitCount: number): ReadonlyMap<number, number> {
  const worths = new Map<number, number>();
  for (const [word, { places, ownCount }] of words) {
    const likeness = likenessOf(typed, word);
    if (likeness === 0) continue;
    const rarityBelow = Math.log(1 + unitCount / places.size);
    const rarityOwn = Math.log(1 + unitCount / Math.max(1, ownCount));
    for (const [place, weight] of places) {
      const worth = likeness * weight * (weight === ownWeight ? rarityOwn : rarityBelow);
      if (worth > (worths.get(place) ?? 0)) worths.set(place, worth);
    }
  }
  return worths;
}

/** 1 the same, less for a beginning of it, still less for a slip of the finger or two, 0 for another word. */
function likenessOf(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.8 * (typed.length / word.length) ** 0.5;
  if (typed.length < 3) return 0;
  const slips = typed.length < 7 ? 1 : 2;
  const distance = editDistance(typed, word, slips);
  return distance > slips ? 0 : 0.45 / distance;
}
