import type { ViewFilters } from "../../crypto/desk-book.schema.ts";
import type { OfficerId, UnitId } from "../../domain/ids.ts";
import { childrenOf, type OrgTree } from "../../domain/org-tree.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { type Duty, isDueOn } from "./duty.ts";

/** Nothing is left out. */
export const noFilters: ViewFilters = {
  step: null,
  traits: [],
  assignee: null,
  unit: null,
  category: null,
  language: null,
  self: null,
};

/** What a filter needs to know beside the case. */
export type FilterContext = {
  readonly me: OfficerId;
  readonly today: PlainDate;
  readonly tree: OrgTree;
  readonly isUnread: (duty: Duty) => boolean;
};

/** Whether a case passes: everything that the filters name is true of it. Made once for a whole list. */
export function filterOf(filters: ViewFilters, context: FilterContext): (duty: Duty) => boolean {
  const units = filters.unit === null ? null : unitsBelow(context.tree, filters.unit);
  return (duty) =>
    (filters.step === null || duty.step === filters.step) &&
    filters.traits.every((trait) => traitTests[trait](duty, context)) &&
    isGiven(duty, filters.assignee, context.me) &&
    hasContent(duty, filters, units);
}

const traitTests: Readonly<
  Record<ViewFilters["traits"][number], (duty: Duty, context: FilterContext) => boolean>
> = {
  "due-today": ({ next }, { today }) => isDueOn(next, today),
  overdue: ({ marks }) => marks.includes("overdue"),
  waiting: ({ listed }) => listed.line.flags.includes("clock-paused"),
  unread: (duty, { isUnread }) => isUnread(duty),
  "reporter-wrote": ({ marks }) => marks.includes("reporter-wrote"),
  escalated: ({ marks }) => marks.includes("escalated"),
};

function isGiven({ listed: { entry } }: Duty, assignee: ViewFilters["assignee"], me: OfficerId): boolean {
  if (assignee === null) return true;
  const given = entry?.assignee ?? null;
  if (assignee.who === "nobody") return given === null;
  return given === (assignee.who === "me" ? me : assignee.officer);
}

/** What only an opened letter tells: one that nobody has opened passes none of these. */
function hasContent({ listed: { entry } }: Duty, filters: ViewFilters, units: ReadonlySet<UnitId> | null) {
  const { category, language, self } = filters;
  if (units === null && category === null && language === null && self === null) return true;
  if (entry === null) return false;
  return (
    (units === null || (entry.unit !== null && units.has(entry.unit))) &&
    (category === null || (entry.category ?? "other") === category) &&
    (language === null || entry.language === language) &&
    (self === null || entry.self === self)
  );
}

/** A unit and everything below it. Ends where cyclic data comes round. */
export function unitsBelow(tree: OrgTree, unit: UnitId): ReadonlySet<UnitId> {
  const found = new Set<UnitId>([unit]);
  // A set is walked to its end, what is added meanwhile included.
  for (const each of found) for (const child of childrenOf(tree, each)) found.add(child.id);
  return found;
}

/** Whether anything is left out. */
export function isNarrowed(filters: ViewFilters): boolean {
  const { traits, ...others } = filters;
  return traits.length > 0 || Object.values(others).some((value) => value !== null);
}

/** Both filters the same, in whatever order the traits stand. */
export function isSameFilters(a: ViewFilters, b: ViewFilters): boolean {
  const plain = ({ traits, ...others }: ViewFilters) =>
    JSON.stringify([traits.toSorted(), Object.entries(others).toSorted(([x], [y]) => (x < y ? -1 : 1))]);
  return plain(a) === plain(b);
}
