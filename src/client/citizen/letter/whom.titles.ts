import { type AccusedRole, accusedRoles } from "../../../domain/conflict.ts";
import type { UnitId } from "../../../domain/ids.ts";
import {
  ancestorsOf,
  committeesOf,
  getSuccessor,
  isValidOn,
  type OrgTree,
  positionsOf,
} from "../../../domain/org-tree.ts";
import type { Position, PositionRole } from "../../../domain/organisation.ts";

/** One answer to "whom is it about", with the titles in this unit that it means. */
export type WhomOption = { readonly role: AccusedRole; readonly titles: readonly string[] };

/**
 * The answers that make sense for a unit. Without one, all of them; where the directory lists no head of an agency,
 * that answer is left out, as the routing takes the head of the committee for it anyway.
 */
export function listWhomOptions(tree: OrgTree, unit: UnitId | null): readonly WhomOption[] {
  const standing = unit === null ? undefined : getSuccessor(tree, unit);
  if (standing === undefined) return accusedRoles.map((role) => ({ role, titles: [] }));
  const seats = seatsOf(tree, standing.id);
  const posts = standing.agencyPosts.filter((post) => isValidOn(post, tree.date));
  const titles: Readonly<Record<AccusedRole, readonly string[]>> = {
    collective: [],
    "committee-head": titlesOf(seats, "head"),
    "agency-head": titlesOf(posts, "head"),
    deputy: titlesOf([...seats, ...posts], "deputy"),
    member: titlesOf(seats, "member"),
    "somebody-else": [],
    unknown: [],
  };
  return accusedRoles
    .filter((role) => role !== "agency-head" || titles[role].length > 0)
    .map((role) => ({ role, titles: titles[role] }));
}

/** The seats of the committee that manages the unit: its own, or the nearest above it. */
function seatsOf(tree: OrgTree, unit: UnitId): readonly Position[] {
  for (const id of [unit, ...ancestorsOf(tree, unit).map((above) => above.id)]) {
    const committees = committeesOf(tree, id, "managing");
    if (committees.length > 0) return committees.flatMap((committee) => positionsOf(tree, committee));
  }
  return [];
}

function titlesOf(positions: readonly Position[], role: PositionRole): readonly string[] {
  return [...new Set(positions.filter((position) => position.role === role).map(({ title }) => title))];
}
