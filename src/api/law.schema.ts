import * as v from "valibot";
import {
  type CalendarYear,
  dayKinds,
  dayStatuses,
  findCalendarFaults,
  yearStatuses,
} from "../domain/calendar-year.ts";
import { limitUnits } from "../domain/due-date.ts";
import { parsePlainDate, type PlainDate } from "../domain/plain-date.ts";
import {
  bases,
  basisGroups,
  caseKinds,
  clockNames,
  clockStarts,
  clockStops,
  findPolicyFaults,
  type PolicyVersion,
  reportKinds,
} from "../domain/policy.ts";

/** A file or a message that is not the law it should be; the message names each place and what is wrong there. */
export class LawError extends Error {
  override readonly name = "LawError";
}

/** The value, checked. Throws LawError with one line per fault. */
export function parseLaw<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown): Output {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new LawError(
    result.issues.map((issue) => `${v.getDotPath(issue) ?? "all"}: ${issue.message}`).join("\n"),
  );
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(9_999));
const days = v.pipe(count, v.minValue(1));
const year = v.pipe(v.number(), v.safeInteger(), v.minValue(1900), v.maxValue(2199));
const date = v.custom<PlainDate>(
  (input) => typeof input === "string" && parsePlainDate(input) !== undefined,
  "not a day of the calendar, YYYY-MM-DD",
);

const calendarDay = v.strictObject({
  date,
  off: v.boolean(),
  kind: v.picklist(dayKinds),
  name: text,
  source: text,
  status: v.picklist(dayStatuses),
  enabled: v.exactOptional(v.boolean()),
});

/** Tables of consecutive years: what the directory carries and `createCalendar` takes. */
export const calendarSchema: v.GenericSchema<unknown, readonly CalendarYear[]> = v.pipe(
  v.array(v.strictObject({ year, status: v.picklist(yearStatuses), days: v.array(calendarDay) })),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { kind, on } of findCalendarFaults(dataset.value)) addIssue({ message: `${kind} ${on}` });
  }),
);

const basis = v.picklist(bases);
const basisByGroup = v.strictObject(v.entriesFromList(basisGroups, v.exactOptional(basis)));

const policyRow = v.strictObject({
  clock: v.picklist(clockNames),
  appliesTo: v.pipe(v.array(v.picklist(caseKinds)), v.minLength(1)),
  start: v.picklist(clockStarts),
  stop: v.picklist(clockStops),
  amount: days,
  unit: v.picklist(limitUnits),
  hardLimit: days,
  extensions: count,
  extensionMax: v.exactOptional(days),
  pauseMax: v.exactOptional(days),
  pauseTotal: v.exactOptional(days),
  citation: text,
  verified: v.boolean(),
  validFrom: date,
  validTo: v.nullable(date),
  basis,
  basisByGroup: v.exactOptional(basisByGroup),
  outerLimit: v.exactOptional(v.literal("fixed at sending")),
});

const congressPause = v.strictObject({
  enabled: v.boolean(),
  appliesTo: v.array(v.picklist(reportKinds)),
  windows: v.array(v.strictObject({ level: text, workingDays: days })),
  citation: text,
  verified: v.boolean(),
});

/** A policy version whose rows leave no doubt which of them governs. */
export const policyVersionSchema: v.GenericSchema<unknown, PolicyVersion> = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[0-9a-z.-]{1,32}$/, "a version is 1–32 of 0-9 a-z . -")),
  rows: v.pipe(
    v.array(policyRow),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const { kind, rows } of findPolicyFaults(dataset.value))
        addIssue({ message: `${kind}: rows ${rows.join(", ")}` });
    }),
  ),
  congress: v.exactOptional(congressPause),
});

/** A file of tables, as imported: the source and the years. */
export const calendarFileSchema: v.GenericSchema<
  unknown,
  { source: string; years: readonly CalendarYear[] }
> = v.strictObject({ source: text, years: calendarSchema });

/** A file of limits, as imported: the source and the version. */
export const policyFileSchema: v.GenericSchema<unknown, { source: string; policy: PolicyVersion }> =
  v.strictObject({
    source: text,
    policy: policyVersionSchema,
  });
