import type { OrgTree } from "../../../domain/org-tree.ts";
import type { Unit } from "../../../domain/organisation.ts";
import { foldName } from "../../../domain/unit-names.ts";
import { lettersIn } from "./likeness.ts";

// Units stand in the order of a walk from the top, each before what lies below it. So the names above a unit need not
// be entered again for each of the thousands below: a word of a province's name holds for one stretch of places.

/** The places from `from` to the one before `to`: a unit and everything below it. */
export type Stretch = { readonly from: number; readonly to: number };

/** A word of the names, and where it occurs. */
export type Word = {
  readonly text: string;
  readonly letters: number;
  /** Places of the units that have it in a name of their own, former and folk names too. */
  readonly own: readonly number[];
  /** The units that have it in their name, with everything below them; no place twice. */
  readonly below: readonly Stretch[];
  /** In how many places it occurs one way or the other. */
  readonly reach: number;
};

export type UnitIndex = {
  /** By place. */
  readonly units: readonly Unit[];
  /** Divides a unit's score: whoever types a commune's name more often means it than one of its hamlets. */
  readonly burdens: readonly number[];
  /** Where each stands in the directory, which settles a tie. */
  readonly order: readonly number[];
  readonly words: readonly Word[];
};

type Placed = { readonly unit: Unit; readonly depth: number; readonly order: number; to: number };
/** A unit on the way down, and how many of those directly below it have been entered. */
type Open = { readonly own: Placed; readonly children: readonly Unit[]; entered: number };
type Growing = { readonly text: string; readonly own: number[]; readonly below: Stretch[]; reach: number };

/** So many units between two pauses: a few milliseconds on a slow telephone. */
const unitsAtATime = 100;

/** Indexes all units of a tree, a little at a time. */
export function* indexUnits(tree: OrgTree): Generator<undefined, UnitIndex> {
  const placed = yield* placeUnits(tree);
  const words = new Map<string, Growing>();
  const known = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    const split = known.get(name) ?? foldName(name).split(" ");
    known.set(name, split);
    return split;
  };
  const burdens: number[] = [];
  for (const [place, { unit, depth, to }] of placed.entries()) {
    const name = wordsOf(unit.name);
    for (const text of name) addStretch(growingOf(words, text), { from: place, to });
    const own = new Set([unit.name, ...unit.formerNames, ...unit.aliases].flatMap(wordsOf));
    for (const text of own) addOwn(growingOf(words, text), place);
    burdens.push((1 + depth / 4) * (1 + name.length / 20));
    if (place % unitsAtATime === 0) yield;
  }
  return {
    units: placed.map(({ unit }) => unit),
    burdens,
    order: placed.map(({ order }) => order),
    words: [...words.values()].map((word) => ({ ...word, letters: lettersIn(word.text) })),
  };
}

/** The walk from every top. Units that go round in a circle (a fault that the ceremony refuses) come as they stand. */
function* placeUnits(tree: OrgTree): Generator<undefined, readonly Placed[]> {
  const below = new Map<Unit | undefined, Unit[]>();
  const order = new Map<Unit, number>();
  for (const unit of tree.units.values()) {
    order.set(unit, order.size);
    const parent = tree.parents.get(unit.id);
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [unit]);
    else siblings.push(unit);
    if (order.size % (unitsAtATime * 10) === 0) yield;
  }
  const placed: Placed[] = [];
  const seen = new Set<Unit>();
  for (const top of [...(below.get(undefined) ?? []), ...order.keys()]) {
    const open: Open[] = [];
    const enter = (unit: Unit) => {
      if (seen.has(unit)) return;
      seen.add(unit);
      const own: Placed = { unit, depth: open.length, order: order.get(unit) ?? 0, to: 0 };
      open.push({ own, children: below.get(unit) ?? [], entered: 0 });
      if (placed.push(own) % unitsAtATime === 0) isTime = true;
    };
    let isTime = false;
    enter(top);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const child = last.children[last.entered];
      last.entered += 1;
      if (child !== undefined) enter(child);
      else {
        last.own.to = placed.length;
        open.pop();
      }
      if (isTime) yield;
      isTime = false;
    }
  }
  return placed;
}

function growingOf(words: Map<string, Growing>, text: string): Growing {
  const known = words.get(text);
  if (known !== undefined) return known;
  const word: Growing = { text, own: [], below: [], reach: 0 };
  words.set(text, word);
  return word;
}

/** Places come in order, so only the last stretch can already hold this one. */
function addStretch(word: Growing, stretch: Stretch): void {
  if (stretch.from < (word.below.at(-1)?.to ?? 0)) return;
  word.below.push(stretch);
  word.reach += stretch.to - stretch.from;
}

/** After the stretch of the same place: what is outside of all of them is a former or a folk name. */
function addOwn(word: Growing, place: number): void {
  word.own.push(place);
  if (place >= (word.below.at(-1)?.to ?? 0)) word.reach += 1;
}
