import fc from "fast-check";
import { type Calendar, createCalendar } from "../../src/domain/calendar.ts";
import { fromEpochDay, type PlainDate, toEpochDay, toPlainDate } from "../../src/domain/plain-date.ts";
import { defaultPolicy, officialYears } from "../../src/org/law-data.ts";

export const calendar: Calendar = createCalendar(officialYears);
export const policy = defaultPolicy;
export const day = toPlainDate;

/** A day between two others, both included. */
export function dayBetween(from: string, to: string): fc.Arbitrary<PlainDate> {
  const [min, max] = [toEpochDay(day(from)), toEpochDay(day(to))];
  return fc.integer({ min, max }).map(fromEpochDay);
}

/** Any day around the announced years, so that their tables, their edges and bare years are all met. */
export const someDay = dayBetween("2023-06-01", "2027-06-30");
/** A day on which a letter can be released under the default policy. */
export const releaseDay = dayBetween("2026-01-01", "2026-12-31");
