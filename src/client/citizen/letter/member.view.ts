import type { CommitteeId, UnitId } from "../../../domain/ids.ts";
import { getCommittee, getSuccessor, getUnit, type OrgTree } from "../../../domain/org-tree.ts";
import type { Route } from "../../../domain/routing.ts";

/** Why a writer may easily be known here: the unit has few people, or those who read sit in it. */
export type Closeness = {
  readonly small: UnitId | null;
  readonly own: { readonly unit: UnitId; readonly committee: CommitteeId } | null;
};

/** How near the letter comes to the unit that it is about, as the directory knows it. */
export function closenessOf(tree: OrgTree, unit: UnitId | null, route: Route | undefined): Closeness {
  if (unit === null) return { small: null, own: null };
  const receiver = route?.kind === "routed" ? getCommittee(tree, route.receiver) : undefined;
  const standing = getSuccessor(tree, unit)?.id ?? unit;
  const isOwn = receiver !== undefined && receiver.unit === standing;
  return {
    small: isSmall(tree, unit) ? unit : null,
    own: isOwn ? { unit: standing, committee: receiver.id } : null,
  };
}

/** Levels are data: which of them are small is said by the directory, never here. */
function isSmall(tree: OrgTree, unit: UnitId): boolean {
  const level = getUnit(tree, unit)?.level;
  return tree.organisation.levels.find(({ code }) => code === level)?.isSmall === true;
}
