import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import type {
  Committee,
  CommitteeKind,
  Organisation,
  ParentLink,
  Position,
  Unit,
  Validity,
} from "./organisation.ts";
import type { PlainDate } from "./plain-date.ts";

/** A seat in a committee or a post in an agency, with the unit where it is. */
export type Seat = { readonly unit: UnitId; readonly position: Position };

/** The organisation as it stood on one day. Built once by `createOrgTree`, read through the functions below. */
export type OrgTree = {
  readonly organisation: Organisation;
  readonly date: PlainDate;
  /** Every unit, those that have ended or not begun too: letters name them. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** Every committee, those that have ended or not begun too: old cases name them. */
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
  /** The standing unit directly above each unit that has one. */
  readonly parents: ReadonlyMap<UnitId, Unit>;
  /** Standing units by the unit directly above them, in the order of the directory. */
  readonly children: ReadonlyMap<UnitId, readonly Unit[]>;
  /** Standing committees by the unit whose they are. */
  readonly committeesByUnit: ReadonlyMap<UnitId, readonly Committee[]>;
  /** What each person holds on the day, in every unit. */
  readonly seats: ReadonlyMap<PersonId, readonly Seat[]>;
};

/** Which units followed a unit, and which one answers for it on the day. */
export type Succession = {
  /** The unit itself and those it was merged into, one after the other. */
  readonly heirs: readonly Unit[];
  /** Stands on the day; undefined if nobody answers (the data goes round in a circle or ends in the void). */
  readonly answering: Unit | undefined;
};

/** Whether a link, unit, committee or position holds on the day: from its first day to the day before `validTo`. */
export function isValidOn(validity: Validity, date: PlainDate): boolean {
  return validity.validFrom <= date && (validity.validTo === null || date < validity.validTo);
}

/** The tree on a day. Of ids given twice (a fault that the ceremony refuses) the last counts. */
export function createOrgTree(organisation: Organisation, date: PlainDate): OrgTree {
  const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
  const parents = new Map<UnitId, Unit>();
  const children = new Map<UnitId, Unit[]>();
  const committeesByUnit = new Map<UnitId, Committee[]>();
  const seats = new Map<PersonId, Seat[]>();
  const seat = (unit: UnitId, positions: readonly Position[]) => {
    for (const position of positions)
      if (isValidOn(position, date)) push(seats, position.person, { unit, position });
  };
  for (const unit of organisation.units) {
    const parent = findParent(units, unit, date);
    if (parent !== undefined) parents.set(unit.id, parent);
    if (!isValidOn(unit, date)) continue;
    if (parent !== undefined) push(children, parent.id, unit);
    seat(unit.id, unit.agencyPosts);
  }
  for (const committee of organisation.committees) {
    if (!isValidOn(committee, date)) continue;
    push(committeesByUnit, committee.unit, committee);
    seat(committee.unit, committee.positions);
  }
  const committees = new Map(organisation.committees.map((committee) => [committee.id, committee]));
  return { organisation, date, units, committees, parents, children, committeesByUnit, seats };
}

/** The unit with this id, whether or not it stands on the day; undefined if the tree has none. */
export function getUnit(tree: OrgTree, id: UnitId): Unit | undefined {
  return tree.units.get(id);
}

/** The committee with this id, whether or not it stands on the day; undefined if the tree has none. */
export function getCommittee(tree: OrgTree, id: CommitteeId): Committee | undefined {
  return tree.committees.get(id);
}

/**
 * Who followed a unit. One that has ended passes its duties to the unit it was merged into, or, if nobody took
 * over, to the last one above it: competence covers dissolved organisations (Quy định 22-QĐ/TW). A unit that
 * stands is followed by itself. No heirs if the tree has no such unit.
 */
export function successionOf(tree: OrgTree, id: UnitId): Succession {
  return followUnit(tree.units, id, tree.date);
}

/** The unit that answers on the day for the one named; itself while it stands; undefined if nobody does. */
export function getSuccessor(tree: OrgTree, id: UnitId): Unit | undefined {
  return successionOf(tree, id).answering;
}

/** The standing unit directly above a unit; a parent that has ended is replaced by its successor. */
export function getParent(tree: OrgTree, id: UnitId): Unit | undefined {
  return tree.parents.get(id);
}

/** The units above a unit, the nearest first, without itself. Ends where cyclic data comes round. */
export function ancestorsOf(tree: OrgTree, id: UnitId): readonly Unit[] {
  const seen = new Set<UnitId>([id]);
  const above: Unit[] = [];
  let unit = tree.parents.get(id);
  while (unit !== undefined && !seen.has(unit.id)) {
    seen.add(unit.id);
    above.push(unit);
    unit = tree.parents.get(unit.id);
  }
  return above;
}

/** The standing units directly below a unit, in the order of the directory. */
export function childrenOf(tree: OrgTree, id: UnitId): readonly Unit[] {
  return tree.children.get(id) ?? [];
}

/** The standing committees of a kind that belong to a unit itself, in the order of the directory. */
export function committeesOf(tree: OrgTree, id: UnitId, kind: CommitteeKind): readonly Committee[] {
  return tree.committeesByUnit.get(id)?.filter((committee) => committee.kind === kind) ?? [];
}

/**
 * The managing committee directly above a committee: of the nearest unit above that has one. Over an inspection
 * commission stands first the managing committee of its own unit, which leads it (Điều lệ Đảng, Chương VII); over
 * a committee whose unit has ended, that of the unit which answers for it now. Undefined at the top.
 */
export function getCommitteeAbove(tree: OrgTree, id: CommitteeId): Committee | undefined {
  const committee = tree.committees.get(id);
  const unit = committee && getSuccessor(tree, committee.unit);
  if (unit === undefined) return undefined;
  const fromItsOwnUnit = committee?.kind === "inspection" || committee?.unit !== unit.id;
  const units = fromItsOwnUnit ? [unit, ...ancestorsOf(tree, unit.id)] : ancestorsOf(tree, unit.id);
  return units.flatMap(({ id }) => committeesOf(tree, id, "managing"))[0];
}

/** The positions of a committee that are held on the day. */
export function positionsOf(tree: OrgTree, committee: Committee): readonly Position[] {
  return committee.positions.filter((position) => isValidOn(position, tree.date));
}

/** Who can open what is sealed to a committee: its key holders, and the trustees who keep shares of their keys. */
export function readersOf(committee: Committee): readonly PersonId[] {
  return [...committee.keyHolders, ...committee.trustees];
}

/** Everybody who belongs to a committee on the day: who sits in it, and who can open what is sealed to it. */
export function peopleOf(tree: OrgTree, committee: Committee): readonly PersonId[] {
  const seated = positionsOf(tree, committee).map((position) => position.person);
  return [...new Set([...seated, ...readersOf(committee)])];
}

/** Whether a letter can be sealed to the committee on the day: it stands, has a key and somebody to use it. */
export function hasMailbox(tree: OrgTree, committee: Committee): boolean {
  return isValidOn(committee, tree.date) && committee.keyHolders.length > 0 && committee.keyRecord !== null;
}

function findParent(units: ReadonlyMap<UnitId, Unit>, unit: Unit, date: PlainDate): Unit | undefined {
  let link: ParentLink | undefined;
  for (const each of unit.parents) {
    // Of overlapping links (a fault that the ceremony refuses) the one that began last counts.
    if (isValidOn(each, date) && (link === undefined || link.validFrom < each.validFrom)) link = each;
  }
  const parent = link && units.get(link.parent);
  // Nearly always: a telephone that builds a country's tree has no time for more.
  if (parent === undefined || isValidOn(parent, date)) return parent;
  return followUnit(units, parent.id, date).answering;
}

function followUnit(units: ReadonlyMap<UnitId, Unit>, id: UnitId, date: PlainDate): Succession {
  const seen = new Set<Unit>();
  const heirs: Unit[] = [];
  let merged = true;
  let unit = units.get(id);
  while (unit !== undefined && !seen.has(unit)) {
    seen.add(unit);
    if (merged) heirs.push(unit);
    if (isValidOn(unit, date)) return { heirs, answering: unit };
    merged &&= unit.mergedInto !== null;
    const next: UnitId | undefined = unit.mergedInto ?? lastParentOf(unit);
    unit = next && units.get(next);
  }
  return { heirs, answering: undefined };
}

function lastParentOf(unit: Unit): UnitId | undefined {
  const latestFirst = [...unit.parents].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return latestFirst[0]?.parent;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
