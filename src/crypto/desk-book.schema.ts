import * as v from "valibot";
import { manifestationCodes } from "../domain/manifestations.ts";
import { committeeIdSchema, officerIdSchema, sequenceSchema, unitIdSchema } from "../envelope/schemas.ts";
import { letterLanguages, selfDescriptions } from "./letter.schema.ts";

export const viewSteps = ["to-open", "to-sort", "to-resolve", "concluded", "ended"] as const;
/** How far a case is. */
export const viewTraits = [
  "due-today",
  "overdue",
  "waiting",
  "unread",
  "reporter-wrote",
  "escalated",
] as const;
/** What cuts across the steps. `waiting`: for the reporter, whose question stops the clock. */
export type ViewTrait = (typeof viewTraits)[number];

export const viewCategories = [...manifestationCodes, "other"] as const;
/** A manifestation; `other`: none of them. */
export type ViewCategory = (typeof viewCategories)[number];

export const sortOrders = ["urgency", "newest", "unit"] as const;
export type SortOrder = (typeof sortOrders)[number];

/** To whom a case is given: whoever looks, nobody yet, or somebody by id. */
export const viewAssigneeSchema = v.variant("who", [
  v.strictObject({ who: v.literal("me") }),
  v.strictObject({ who: v.literal("nobody") }),
  v.strictObject({ who: v.literal("officer"), officer: officerIdSchema }),
]);
export type ViewAssignee = v.InferOutput<typeof viewAssigneeSchema>;

/** What a list is narrowed to: a case is shown if everything that is named here is true of it. */
export const viewFiltersSchema = v.strictObject({
  step: v.nullable(v.picklist(viewSteps)),
  traits: v.pipe(v.array(v.picklist(viewTraits)), v.maxLength(viewTraits.length)),
  assignee: v.nullable(viewAssigneeSchema),
  /** With everything below it. */
  unit: v.nullable(unitIdSchema),
  category: v.nullable(v.picklist(viewCategories)),
  language: v.nullable(v.picklist(letterLanguages)),
  self: v.nullable(v.picklist(selfDescriptions)),
});
export type ViewFilters = v.InferOutput<typeof viewFiltersSchema>;

export const viewNameLength = 40;
export const viewsAtMost = 9;

/** Filters and an order under a name. */
export const savedViewSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(viewNameLength)),
  filters: viewFiltersSchema,
  sort: v.picklist(sortOrders),
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** Committees whose log's end a book keeps. */
export const headsAtMost = 8;

/** The end of a committee's audit log as this officer saw it last: a shorter or another log is recognised by it. */
const auditHeadSchema = v.strictObject({
  committee: committeeIdSchema,
  place: sequenceSchema,
  link: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type AuditHead = v.InferOutput<typeof auditHeadSchema>;

/** What of a book is text. */
export const bookPageSchema = v.strictObject({
  v: v.literal(1),
  views: v.pipe(v.array(savedViewSchema), v.maxLength(viewsAtMost)),
  sort: v.picklist(sortOrders),
  /** Whether keys of a single character do something. */
  singleKeys: v.boolean(),
  heads: v.pipe(v.array(auditHeadSchema), v.maxLength(headsAtMost)),
});
export type BookPage = v.InferOutput<typeof bookPageSchema>;
