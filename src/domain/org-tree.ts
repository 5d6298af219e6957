import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import type { Committee, CommitteeKind, Organisation, Unit, Validity } from "./organisation.ts";
import type { PlainDate } from "./plain-date.ts";

/** The organisation as it stood on one day. Built once by `createOrgTree`, read through the functions below. */
export type OrgTree = {
  readonly organisation: Organisation;
  readonly date: PlainDate;
  /** Every unit, those that have ended or not begun too: letters name them. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** Every committee, those that have ended or not begun too: old cases name them. */
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
  /** Standing committees by the unit they manage. */
  readonly committeesOfUnit: ReadonlyMap<UnitId, readonly Committee[]>;
  /** Standing units by the standing unit directly above them, in the order of the directory. */
  readonly childrenOfUnit: ReadonlyMap<UnitId, readonly Unit[]>;
};

/** Whether a link, unit, committee or position holds on the day: from its first day to the day before `validTo`. */
export function isValidOn(validity: Validity, date: PlainDate): boolean {
  return validity.validFrom <= date && (validity.validTo === null || date < validity.validTo);
}

/** The tree on a day. */
export function createOrgTree(organisation: Organisation, date: PlainDate): OrgTree {
  const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
  const committees = new Map(organisation.committees.map((committee) => [committee.id, committee]));
  const standing = organisation.committees.filter((committee) => isValidOn(committee, date));
  const committeesOfUnit = Map.groupBy(standing, (committee) => committee.unit);
  const childrenOfUnit = new Map<UnitId, Unit[]>();
  const tree = { organisation, date, units, committees, committeesOfUnit, childrenOfUnit };
  for (const unit of organisation.units) {
    const parent = isValidOn(unit, date) ? getParent(tree, unit.id) : undefined;
    if (parent === undefined) continue;
    const siblings = childrenOfUnit.get(parent.id);
    if (siblings === undefined) childrenOfUnit.set(parent.id, [unit]);
    else siblings.push(unit);
  }
  return tree;
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
 * The units through which duties passed, from the one named to the one that answers for it on the day: only
 * itself while it stands; else on to the one it was merged into, or, if nobody took over, to the last one above
 * it (competence covers dissolved organisations: Quy định 22-QĐ/TW). Ends on cycles and unknown units, where the
 * last one of the list does not stand. Empty if the tree has no such unit.
 */
export function successionOf(tree: OrgTree, id: UnitId): readonly Unit[] {
  const path = new Set<Unit>();
  let unit = tree.units.get(id);
  while (unit !== undefined && !path.has(unit)) {
    path.add(unit);
    if (isValidOn(unit, tree.date)) break;
    const next: UnitId | undefined = unit.mergedInto ?? lastParentLink(unit)?.parent;
    unit = next === undefined ? undefined : tree.units.get(next);
  }
  return [...path];
}

/** The unit that answers on the day for the one named; itself while it stands; undefined if nobody does. */
export function getSuccessor(tree: OrgTree, id: UnitId): Unit | undefined {
  const last = successionOf(tree, id).at(-1);
  return last !== undefined && isValidOn(last, tree.date) ? last : undefined;
}

/** The standing unit directly above a unit on the day; a parent that has ended is replaced by its successor. */
export function getParent(tree: OrgTree, id: UnitId): Unit | undefined {
  const links = tree.units.get(id)?.parents.filter((link) => isValidOn(link, tree.date)) ?? [];
  // Of overlapping links (a fault that the ceremony refuses) the latest counts, so that the answer is one.
  const link = links.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return link === undefined ? undefined : getSuccessor(tree, link.parent);
}

/** The units above a unit, the nearest first, without itself. Ends where cyclic data comes round. */
export function ancestorsOf(tree: OrgTree, id: UnitId): readonly Unit[] {
  const seen = new Set<UnitId>([id]);
  const above: Unit[] = [];
  let unit = getParent(tree, id);
  while (unit !== undefined && !seen.has(unit.id)) {
    seen.add(unit.id);
    above.push(unit);
    unit = getParent(tree, unit.id);
  }
  return above;
}

/** The standing units directly below a unit, in the order of the directory. */
export function childrenOf(tree: OrgTree, id: UnitId): readonly Unit[] {
  return tree.childrenOfUnit.get(id) ?? [];
}

/** The standing committees of a kind that belong to a unit itself, in the order of the directory. */
export function committeesOf(tree: OrgTree, id: UnitId, kind: CommitteeKind): readonly Committee[] {
  return tree.committeesOfUnit.get(id)?.filter((committee) => committee.kind === kind) ?? [];
}

/**
 * The managing committee directly above a committee: of the nearest unit above that has one. Over an inspection
 * commission stands first the managing committee of its own unit, whose body it is (Điều lệ Đảng, Chương VII).
 * Undefined at the top.
 */
export function getCommitteeAbove(tree: OrgTree, id: CommitteeId): Committee | undefined {
  const committee = tree.committees.get(id);
  if (committee === undefined) return undefined;
  const above = ancestorsOf(tree, committee.unit).map((unit) => unit.id);
  const units = committee.kind === "inspection" ? [committee.unit, ...above] : above;
  return units.flatMap((unit) => committeesOf(tree, unit, "managing"))[0];
}

/**
 * Everybody who belongs to a committee on the day: who sits in it, who can open what is sealed to it, who keeps
 * shares of its officers' keys.
 */
export function peopleOf(tree: OrgTree, committee: Committee): ReadonlySet<PersonId> {
  return new Set([...membersOf(tree, committee), ...committee.keyHolders, ...committee.trustees]);
}

/** Who sits in a committee on the day. */
export function membersOf(tree: OrgTree, committee: Committee): readonly PersonId[] {
  return committee.positions
    .filter((position) => isValidOn(position, tree.date))
    .map((position) => position.person);
}

/** Whether a letter can be sealed to the committee on the day: it stands, and has a key and somebody to use it. */
export function hasMailbox(tree: OrgTree, committee: Committee): boolean {
  return isValidOn(committee, tree.date) && committee.keyHolders.length > 0 && committee.keyRecord !== null;
}

function lastParentLink(unit: Unit) {
  return unit.parents.toSorted((a, b) => ((a.validTo ?? "9") < (b.validTo ?? "9") ? 1 : -1))[0];
}
