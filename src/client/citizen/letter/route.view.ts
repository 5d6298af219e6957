import type { CommitteeId } from "../../../domain/ids.ts";
import { getCommittee, type OrgTree, positionsOf, readersOf } from "../../../domain/org-tree.ts";
import { bypassed, findRoute, type PassedOverBecause, type Route } from "../../../domain/routing.ts";
import type { Draft } from "../journey.ts";

/** The route of what has been answered so far; undefined while it is not known whom the letter is about. */
export function routeOf(tree: OrgTree, { unit, about, excluded, levelAbove }: Draft): Route | undefined {
  return about === null ? undefined : findRoute(tree, { unit, about, excluded, levelAbove });
}

/** Somebody of a committee by title, and whether that person can open what is sealed to it. */
export type Reader = { readonly title: string; readonly reads: boolean };

/**
 * The people of a committee, by title alone. `others`: how many hold a key without a seat in it; they are told by
 * a seat that they hold elsewhere, or, if they hold none, only counted.
 */
export function peopleIn(
  tree: OrgTree,
  id: CommitteeId,
): { readonly seated: readonly Reader[]; readonly elsewhere: readonly string[]; readonly others: number } {
  const committee = getCommittee(tree, id);
  if (committee === undefined) return { seated: [], elsewhere: [], others: 0 };
  const readers = new Set(readersOf(committee));
  const positions = positionsOf(tree, committee);
  const seated = positions.map(({ title, person }) => ({ title, reads: readers.has(person) }));
  for (const { person } of positions) readers.delete(person);
  const titles = [...readers].map((person) => tree.seats.get(person)?.[0]?.position.title);
  const elsewhere = titles.filter((title) => title !== undefined);
  return { seated, elsewhere, others: titles.length - elsewhere.length };
}

/** A committee that neither receives nor reads, and why. */
export type PassedOver = { readonly committee: CommitteeId; readonly because: PassedOverBecause };

/** Everybody passed over, each once with the first reason, the lowest first. */
export function passedOverBy(route: Route): readonly PassedOver[] {
  return bypassed(route).flatMap((committee) => {
    const step = route.steps.find((step) => step.kind === "passed-over" && step.committee === committee);
    return step?.kind === "passed-over" ? [{ committee, because: step.because }] : [];
  });
}
