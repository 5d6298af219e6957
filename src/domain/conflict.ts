import type { CommitteeId, PersonId, UnitId } from "./ids.ts";
import type { OrgTree } from "./org-tree.ts";
import type { Committee } from "./organisation.ts";

export const accusedRoles = [
  "collective",
  "committee-head",
  "agency-head",
  "deputy",
  "member",
  "somebody-else",
  "unknown",
] as const;
/** Whom a letter is about. The reporter names nobody. */
export type AccusedRole = (typeof accusedRoles)[number];

/** Why a committee may not have a letter: what its people are to the person reported. */
export type Objection = "collective" | "headed-by-accused" | "role-unknown" | "person-among-its-people";

/** Everybody whom a letter might mean. */
export type Accused = {
  readonly about: AccusedRole;
  /** Neither sit in a committee that gets the letter, nor open it. */
  readonly persons: ReadonlySet<PersonId>;
  /** May sit in it (policy switch for deputies), but never open it. */
  readonly barredFromReading: ReadonlySet<PersonId>;
  /** The committees that are accused themselves, or whose head, deputy or member is. */
  readonly ownCommittees: ReadonlySet<CommitteeId>;
};

/** Who might be meant. */
export declare function accusedOf(tree: OrgTree, unit: UnitId | null, about: AccusedRole): Accused;

/** What stands against a committee having the letter, or null. The one test for every movement of a letter. */
export declare function findObjection(
  tree: OrgTree,
  accused: Accused,
  committee: Committee,
): Objection | null;

/** Whether the person might be the one reported: may not be assigned, take over, or open. */
export declare function mayBeAccused(accused: Accused, person: PersonId): boolean;
