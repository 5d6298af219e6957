import {
  type Accused,
  accusedOf,
  findObjection,
  mayBeAccused,
  type Objection,
  standsAbove,
} from "./conflict.ts";
import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import {
  ancestorsOf,
  committeesOf,
  getCommittee,
  getSuccessor,
  hasMailbox,
  isValidOn,
  type OrgTree,
  readersOf,
} from "./org-tree.ts";
import type { Committee } from "./organisation.ts";
import type { RouteRequest } from "./routing.ts";

/** Whom a case is about and whom it must not reach, as its readers know. Made by `subjectOf`. */
export type Subject = Pick<RouteRequest, "unit" | "about" | "excluded"> & {
  /** Who might be meant on the day of the letter: they are still, whatever they hold now. */
  readonly meantThen: Accused;
  /** Persons whom the text turned out to mean, beside those whom the role means. */
  readonly named: readonly PersonId[];
};

/** The subject of a letter, by the tree of the letter's day and its signed answers. */
export function subjectOf(
  tree: OrgTree,
  { unit, about, excluded }: Pick<RouteRequest, "unit" | "about" | "excluded">,
  named: readonly PersonId[] = [],
): Subject {
  return { unit, about, excluded, meantThen: accusedOf(tree, unit, about), named };
}

/** Where a case is and has been. */
export type Whereabouts = {
  readonly committee: CommitteeId;
  /** Every committee that has been in charge, the present one included. */
  readonly held: readonly CommitteeId[];
  readonly wasTransferred: boolean;
};

/** Why a case may not go there. */
export type MovementObstacle =
  | Objection
  | "unknown-committee"
  | "excluded"
  | "no-mailbox"
  | "had-it-before"
  | "already-transferred"
  | "below-the-accused"
  | "not-above"
  | "not-a-reader"
  | "nobody-left"
  | "still-standing";

/**
 * Everybody whom a case might mean on the tree's day: who held the role when the letter was written, who holds it now,
 * and who was named, with every unit in which one of them sits.
 */
export function accusedIn(tree: OrgTree, { unit, about, meantThen, named }: Subject): Accused {
  const now = accusedOf(tree, unit, about);
  const known = [...meantThen.persons, ...meantThen.nonReaders, ...named];
  const seats = known.flatMap((person) => tree.seats.get(person) ?? []);
  return {
    about,
    persons: new Set([...now.persons, ...meantThen.persons, ...named]),
    nonReaders: new Set([...now.nonReaders, ...meantThen.nonReaders]),
    ownCommittees: new Set([...now.ownCommittees, ...meantThen.ownCommittees]),
    units: new Set([...now.units, ...meantThen.units, ...seats.map((seat) => seat.unit)]),
    managedBy: now.managedBy,
  };
}

/** What stands against a committee reading the case at all: the one conflict test and the sender's exclusions. */
export function findReadingObstacle(
  tree: OrgTree,
  subject: Subject,
  id: CommitteeId,
): MovementObstacle | null {
  const committee = getCommittee(tree, id);
  if (committee === undefined) return "unknown-committee";
  const objection = findObjection(tree, accusedIn(tree, subject), committee);
  if (objection !== null) return objection;
  if (subject.excluded.includes(id)) return "excluded";
  return hasMailbox(tree, committee) ? null : "no-mailbox";
}

/**
 * What stands against passing a case on: once only, never back (TT 05/2021/TT-TTCP, Điều 14), never to a committee that
 * the accused lead or could lean on: a letter about a head is never sent back down.
 */
export function findTransferObstacle(
  tree: OrgTree,
  subject: Subject,
  where: Whereabouts,
  to: CommitteeId,
): MovementObstacle | null {
  if (where.wasTransferred) return "already-transferred";
  if (where.held.includes(to)) return "had-it-before";
  const obstacle = findReadingObstacle(tree, subject, to);
  if (obstacle !== null) return obstacle;
  return isBelowAccused(tree, subject, to) ? "below-the-accused" : null;
}

/**
 * What stands against wrapping the case to these persons of the committee in charge: assignment, follower, hand-over,
 * what a recusal leaves.
 */
export function findReaderObstacle(
  tree: OrgTree,
  subject: Subject,
  where: Whereabouts,
  readers: readonly PersonId[],
): MovementObstacle | null {
  const committee = getCommittee(tree, where.committee);
  if (committee === undefined) return "unknown-committee";
  if (readers.length === 0) return "nobody-left";
  const accused = accusedIn(tree, subject);
  if (readers.some((person) => mayBeAccused(accused, person))) return "person-among-its-people";
  return readers.every((person) => readersOf(committee).includes(person)) ? null : "not-a-reader";
}

/** What stands against the superior taking a case over: as for a transfer, but only ever upwards, and at any time. */
export function findTakeOverObstacle(
  tree: OrgTree,
  subject: Subject,
  where: Whereabouts,
  superior: CommitteeId,
): MovementObstacle | null {
  if (where.held.includes(superior)) return "had-it-before";
  return (
    findReadingObstacle(tree, subject, superior) ??
    (isAbove(tree, superior, where.committee) ? null : "not-above")
  );
}

/** Who takes over the cases of a committee that has ended, or why nobody does. */
export type Succession =
  | { readonly kind: "successor"; readonly committee: CommitteeId }
  | { readonly kind: "nobody"; readonly because: MovementObstacle };

/**
 * The committee that a case passes to when its own has ended: of the unit that answers now, or the nearest above that
 * may read it. A merger passes on case keys after this test, never a committee's private key.
 */
export function findSuccessor(tree: OrgTree, subject: Subject, where: Whereabouts): Succession {
  const ended = getCommittee(tree, where.committee);
  if (ended === undefined) return { kind: "nobody", because: "unknown-committee" };
  if (isValidOn(ended, tree.date)) return { kind: "nobody", because: "still-standing" };
  const answering = getSuccessor(tree, ended.unit);
  const candidates = answering === undefined ? [] : committeesFrom(tree, answering.id);
  const heir = candidates.find(
    ({ id }) =>
      !where.held.includes(id) &&
      findReadingObstacle(tree, subject, id) === null &&
      !isBelowAccused(tree, subject, id),
  );
  if (heir === undefined) return { kind: "nobody", because: "unknown-committee" };
  return { kind: "successor", committee: heir.id };
}

/** The persons of a committee to whom a case may be wrapped. */
export function unconflictedReaders(tree: OrgTree, subject: Subject, id: CommitteeId): readonly PersonId[] {
  const committee = getCommittee(tree, id);
  const accused = accusedIn(tree, subject);
  return committee?.keyHolders.filter((person) => !mayBeAccused(accused, person)) ?? [];
}

function isBelowAccused(tree: OrgTree, subject: Subject, id: CommitteeId): boolean {
  const committee = getCommittee(tree, id);
  return committee !== undefined && !standsAbove(tree, accusedIn(tree, subject), committee);
}

/** Managing committees from a unit upwards, the lowest first. */
function committeesFrom(tree: OrgTree, unit: UnitId): readonly Committee[] {
  const units = [unit, ...ancestorsOf(tree, unit).map(({ id }) => id)];
  return units.flatMap((id) => committeesOf(tree, id, "managing"));
}

/** Whether a committee belongs to a unit above another's, or leads the other as an inspection commission of its unit. */
function isAbove(tree: OrgTree, upper: CommitteeId, lower: CommitteeId): boolean {
  const [above, below] = [getCommittee(tree, upper), getCommittee(tree, lower)];
  if (above === undefined || below === undefined) return false;
  const unit = getSuccessor(tree, below.unit)?.id ?? below.unit;
  if (above.unit === unit) return below.kind === "inspection" && above.kind === "managing";
  return ancestorsOf(tree, unit).some(({ id }) => id === above.unit);
}
