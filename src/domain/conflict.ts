import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import {
  ancestorsOf,
  committeesOf,
  isValidOn,
  positionsOf,
  readersOf,
  successionOf,
  type OrgTree,
} from "./org-tree.ts";
import type { Committee, Position, Unit } from "./organisation.ts";

export const accusedRoles = [
  "collective",
  "committee-head",
  "agency-head",
  "deputy",
  "member",
  "somebody-else",
  "unknown",
] as const;
/**
 * Whom a letter is about, seen from the unit it names: the unit or its committee as a whole, người đứng đầu cấp
 * ủy, thủ trưởng cơ quan, a deputy of either, a member of its committee, somebody else, không rõ.
 */
export type AccusedRole = (typeof accusedRoles)[number];

/** Why a committee may not have a letter: what its people are to whom the letter is about. */
export type Objection = "collective" | "headed-by-accused" | "role-unknown" | "person-among-its-people";

/** Everybody whom a letter might mean. The reporter names nobody, so each of them counts as the one reported. */
export type Accused = {
  readonly about: AccusedRole;
  /** May neither sit in a committee that gets the letter nor open it. */
  readonly persons: ReadonlySet<PersonId>;
  /** May sit in it, but never open it: deputies, where the policy lets their own committee receive. */
  readonly nonReaders: ReadonlySet<PersonId>;
  /** Committees that are accused as such, or to which the person reported belongs by the role alone. */
  readonly ownCommittees: ReadonlySet<CommitteeId>;
  /** Units in which one of them sits or has a post: what is led from there does not stand above them. */
  readonly units: ReadonlySet<UnitId>;
  /** Committees that manage one of them: Quy định 22-QĐ/TW, Điều 19. */
  readonly managedBy: ReadonlySet<CommitteeId>;
};

/**
 * Who might be meant by a role in a unit on the tree's day. For a unit that has ended these are the people of its
 * last day *and* those of the units it was merged into: a former office holder answers as if still in office (Quy
 * định 22-QĐ/TW), and people go on using the old name. Nobody if the unit is null or not in the tree.
 */
export function accusedOf(tree: OrgTree, unit: UnitId | null, about: AccusedRole): Accused {
  const places = unit === null ? [] : successionOf(tree, unit).heirs.map((heir) => placeOf(tree, heir));
  const positions = places.flatMap((place) => positionsMeant[about](place));
  const people = new Set(positions.map((position) => position.person));
  const mayBeSeated = about === "deputy" && !tree.organisation.deputyGoesUp;
  const owns = about === "somebody-else" || mayBeSeated ? [] : places.flatMap((place) => place.committees);
  const seats = [...people].flatMap((person) => tree.seats.get(person) ?? []);
  const held = [...positions, ...seats.map((seat) => seat.position)];
  return {
    about,
    persons: mayBeSeated ? new Set() : people,
    nonReaders: mayBeSeated ? people : new Set(),
    ownCommittees: new Set(owns.map((committee) => committee.id)),
    units: new Set([...owns, ...seats].map((where) => where.unit)),
    // An organisation as such is the business of the committee directly above it, whoever manages its people.
    managedBy: new Set(about === "collective" ? [] : held.flatMap((position) => position.managedBy ?? [])),
  };
}

/**
 * What stands against a committee having a letter, or null. The one conflict test: for the route and for every
 * later movement (transfer, hand-over, follower, merger, notice, statistics, successor).
 */
export function findObjection(tree: OrgTree, accused: Accused, committee: Committee): Objection | null {
  if (accused.ownCommittees.has(committee.id)) return objectionToOwn[accused.about];
  const seats = positionsOf(tree, committee).filter(({ person }) => accused.persons.has(person));
  if (seats.some(({ role }) => role === "head")) return "headed-by-accused";
  const isAmongThem =
    seats.length > 0 || readersOf(committee).some((person) => mayBeAccused(accused, person));
  return isAmongThem ? "person-among-its-people" : null;
}

/** Whether a person might be the one reported, and so may not be assigned, take over, or open. */
export function mayBeAccused(accused: Accused, person: PersonId): boolean {
  return accused.persons.has(person) || accused.nonReaders.has(person);
}

/**
 * Whether a committee stands above everybody whom the letter might mean: it is not of a unit in which one of them
 * sits, nor of one below. A letter about a head is never sent back down.
 */
export function standsAbove(tree: OrgTree, accused: Accused, committee: Committee): boolean {
  const leading = [committee.unit, ...ancestorsOf(tree, committee.unit).map((unit) => unit.id)];
  return leading.every((unit) => !accused.units.has(unit));
}

type Place = {
  readonly committees: readonly Committee[];
  readonly seats: readonly Position[];
  readonly posts: readonly Position[];
};

/** A unit, the committees that manage it, and who was in office there: today, or on its last day. */
function placeOf(tree: OrgTree, unit: Unit): Place {
  const committees = managingCommittees(tree, unit);
  const inOffice = (position: Position) => isInOffice(tree, unit, position);
  const seats = committees.flatMap((committee) => committee.positions).filter(inOffice);
  return { committees, seats, posts: unit.agencyPosts.filter(inOffice) };
}

function managingCommittees(tree: OrgTree, unit: Unit): readonly Committee[] {
  if (!isValidOn(unit, tree.date))
    return tree.organisation.committees.filter(
      (committee) => committee.unit === unit.id && committee.kind === "managing",
    );
  for (const above of [unit, ...ancestorsOf(tree, unit.id)]) {
    const committees = committeesOf(tree, above.id, "managing");
    if (committees.length > 0) return committees;
  }
  return [];
}

function isInOffice(tree: OrgTree, unit: Unit, position: Position): boolean {
  const { validTo } = unit;
  if (validTo === null || tree.date < validTo) return isValidOn(position, tree.date);
  return position.validFrom < validTo && (position.validTo === null || position.validTo >= validTo);
}

const heads = (positions: readonly Position[]) => positions.filter(({ role }) => role === "head");

const positionsMeant = {
  collective: ({ seats, posts }) => [...seats, ...posts],
  unknown: ({ seats, posts }) => [...seats, ...posts],
  "committee-head": ({ seats }) => heads(seats),
  // Where the directory lists no head of an agency, people mean whoever heads the committee.
  "agency-head": ({ seats, posts }) => (heads(posts).length > 0 ? heads(posts) : heads(seats)),
  deputy: ({ seats, posts }) => [...seats, ...posts].filter(({ role }) => role === "deputy"),
  member: ({ seats }) => seats.filter(({ role }) => role === "member"),
  "somebody-else": () => [],
} satisfies Record<AccusedRole, (place: Place) => readonly Position[]>;

const objectionToOwn = {
  collective: "collective",
  unknown: "role-unknown",
  "committee-head": "headed-by-accused",
  "agency-head": "headed-by-accused",
  deputy: "person-among-its-people",
  member: "person-among-its-people",
  "somebody-else": "person-among-its-people",
} satisfies Record<AccusedRole, Objection>;
