import { calendarFileSchema, parseLaw, policyFileSchema } from "../api/law.schema.ts";
import type { CalendarYear } from "../domain/calendar-year.ts";
import type { PolicyVersion } from "../domain/policy.ts";
import { computeCalendarYear } from "./calendar-years.ts";
import calendarFile from "./data/calendar-2024-2026.json" with { type: "json" };
import policyFile from "./data/policy.json" with { type: "json" };

/** The years whose tables were announced. */
export const officialYears: readonly CalendarYear[] = parseLaw(calendarFileSchema, calendarFile).years;

/** The default limits. */
export const defaultPolicy: PolicyVersion = parseLaw(policyFileSchema, policyFile).policy;

/** How many years past today's a directory has tables: a result with all its extensions, an escalation, and a year to import the next table in. */
export const calendarYearsAhead = 2;

/** The tables from one year to another, both included: announced where there is one, else computed. */
export function listCalendarYears(from: number, to: number): readonly CalendarYear[] {
  const announced = new Map(officialYears.map((table) => [table.year, table]));
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return years.map((year) => announced.get(year) ?? computeCalendarYear(year));
}
