import type { LawChangeReason } from "../../domain/case/case.law-record.ts";
import { type PlainDate, yearOf } from "../../domain/plain-date.ts";
import type { PolicyVersion } from "../../domain/policy.ts";
import { computeCalendarYear } from "../calendar-years.ts";
import { calendarYearsAhead } from "../law-data.ts";
import type { DirectoryContent } from "../roots.ts";
import type { Bilingual } from "../command/bilingual.ts";
import { readCalendarFile } from "./calendar-file.ts";
import { sayCalendarChanges, sayPolicyChanges } from "./changes.ts";
import type { LawFileFault } from "./faults.ts";
import { readPolicyFile } from "./policy-file.ts";

/** What can be imported. */
export const lawFileKinds = ["calendar", "policy"] as const;
export type LawFileKind = (typeof lawFileKinds)[number];

export type LawFile = { readonly kind: LawFileKind; readonly bytes: Uint8Array };

/** The days that an import depends on. */
export type ImportDays = {
  readonly today: PlainDate;
  /** The first day on which a letter can have been released: no clock began before it. */
  readonly since: PlainDate;
};

export type LawImport =
  /** `directory` is to be signed in the place of the present one. */
  | { readonly kind: "changed"; readonly directory: DirectoryContent; readonly changes: readonly Bilingual[] }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly faults: readonly LawFileFault[] };

/** The directory with a new law in the place of the old, and the change announced in it: `lawChanges`. */
export function importLaw(directory: DirectoryContent, file: LawFile, days: ImportDays): LawImport {
  return file.kind === "calendar"
    ? importCalendar(directory, file.bytes, days)
    : importPolicy(directory, file.bytes, days);
}

function importCalendar(directory: DirectoryContent, bytes: Uint8Array, { today }: ImportDays): LawImport {
  const reading = readCalendarFile(bytes, directory.calendar);
  if (reading.kind === "refused") return reading;
  const calendar = [...reading.content];
  for (let year = yearOf(today); year <= yearOf(today) + calendarYearsAhead; year += 1)
    if (calendar.at(-1)?.year === year - 1) calendar.push(computeCalendarYear(year));
  const changes = sayCalendarChanges(directory.calendar, calendar);
  return changes.length === 0
    ? { kind: "unchanged" }
    : { kind: "changed", directory: announce({ ...directory, calendar }, "calendar", today), changes };
}

function importPolicy(directory: DirectoryContent, bytes: Uint8Array, days: ImportDays): LawImport {
  const reading = readPolicyFile(bytes, directory.policy, days.since);
  if (reading.kind === "refused") return reading;
  const policy = reading.content;
  const changes = sayPolicyChanges(directory.policy, policy);
  if (changes.length === 0) return { kind: "unchanged" };
  const because = isSameLimits(directory.policy, policy) ? "congress" : "policy";
  return { kind: "changed", directory: announce({ ...directory, policy }, because, days.today), changes };
}

function isSameLimits(before: PolicyVersion, after: PolicyVersion): boolean {
  return JSON.stringify(before.rows) === JSON.stringify(after.rows);
}

/** By this entry alone can a server say that a case was reckoned anew. Oldest first; days never go back. */
function announce(directory: DirectoryContent, because: LawChangeReason, today: PlainDate): DirectoryContent {
  const last = directory.lawChanges.at(-1)?.on;
  const on = last !== undefined && last > today ? last : today;
  return { ...directory, lawChanges: [...directory.lawChanges, { on, because }] };
}
