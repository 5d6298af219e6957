import type { PersonId } from "../../src/domain/ids.ts";
import type { Organisation, Position, Unit } from "../../src/domain/organisation.ts";
import type { RouteRequest } from "../../src/domain/routing.ts";
import { today } from "./organisation-arbitrary.ts";

/** Whether a seat or a committee is held on the day of the arbitraries. */
export const holds = ({ validTo }: Pick<Position, "validTo">) => validTo === null || validTo > today;

/** Written again from the words of domain.md, without the code that is tested: who might be meant. */
export function personsMeant(
  organisation: Organisation,
  unit: Unit,
  { about }: Pick<RouteRequest, "about">,
): Set<PersonId> {
  const seats = organisation.committees
    .filter((each) => each.unit === unit.id && each.kind === "managing" && holds(each))
    .flatMap((each) => each.positions)
    .filter(holds);
  const posts = unit.agencyPosts.filter(holds);
  const withRole = (positions: readonly Position[], role: string) =>
    positions.filter((each) => each.role === role);
  const meant = {
    collective: [...seats, ...posts],
    unknown: [...seats, ...posts],
    "committee-head": withRole(seats, "head"),
    "agency-head": withRole(posts, "head"),
    deputy: [...withRole(seats, "deputy"), ...withRole(posts, "deputy")],
    member: withRole(seats, "member"),
    "somebody-else": [],
  }[about];
  return new Set(meant.map((each) => each.person));
}
