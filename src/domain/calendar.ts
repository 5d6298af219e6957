import { type CalendarDay, type CalendarYear, findCalendarFaults, type YearStatus } from "./calendar-year.ts";
import { addDays, fromEpochDay, type PlainDate, toEpochDay, yearOf } from "./plain-date.ts";

/** The tables of several years, arranged for look-up by day. Made by `createCalendar` only. */
export type Calendar = {
  readonly years: ReadonlyMap<number, YearStatus>;
  /** Rows that count, by days since 1970-01-01. */
  readonly days: ReadonlyMap<number, CalendarDay>;
};

/** Why nobody works on a day: an ordinary Saturday or Sunday, or the row of the table that says so. */
export type DayOff = { readonly kind: "weekend" } | CalendarDay;

/** Arranges the tables. Throws RangeError if they have a fault (`findCalendarFaults`): parsers ask before. */
export function createCalendar(years: readonly CalendarYear[]): Calendar {
  const fault = findCalendarFaults(years)[0];
  if (fault !== undefined) throw new RangeError(`calendar: ${fault.kind} ${fault.on}`);
  const rows = years.flatMap((table) => table.days).filter((day) => day.enabled !== false);
  return {
    years: new Map(years.map((table) => [table.year, table.status])),
    days: new Map(rows.map((day) => [toEpochDay(day.date), day])),
  };
}

/** Whether offices work on that day. A year without a table is known by its weekends only. */
export function isWorkingDay(date: PlainDate, calendar: Calendar): boolean {
  return isWorked(toEpochDay(date), calendar);
}

/** Why nobody works on that day, or undefined if it is worked. A named day off on a Saturday keeps its name. */
export function getDayOff(date: PlainDate, calendar: Calendar): DayOff | undefined {
  if (isWorkingDay(date, calendar)) return undefined;
  return calendar.days.get(toEpochDay(date)) ?? { kind: "weekend" };
}

/**
 * The working day that lies so many working days after `date`; `date` itself does not count (Bộ luật Dân sự
 * 2015, Điều 147) and need not be worked. Zero gives `date` back. Inverse of `countWorkingDays`.
 * Throws RangeError for what is not a whole number from 0 up, and past the year 2199.
 */
export function addWorkingDays(date: PlainDate, amount: number, calendar: Calendar): PlainDate {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a number of days: ${amount}`);
  let day = toEpochDay(date);
  for (let left = amount; left > 0;) {
    day += 1;
    if (isWorked(day, calendar)) left -= 1;
  }
  return fromEpochDay(day);
}

/** How many working days lie after `from` up to and including `to`; negative if `to` lies before. */
export function countWorkingDays(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  if (to < from) return -countWorkingDays(to, from, calendar);
  const last = toEpochDay(to);
  let count = 0;
  for (let day = toEpochDay(from) + 1; day <= last; day += 1) if (isWorked(day, calendar)) count += 1;
  return count;
}

/** The day itself if it is worked, else the next that is (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
export function rollForward(date: PlainDate, calendar: Calendar): PlainDate {
  return isWorkingDay(date, calendar) ? date : rollForward(addDays(date, 1), calendar);
}

/** The rows that count between two days, both included, in order of date. */
export function listCalendarDays(from: PlainDate, to: PlainDate, calendar: Calendar): readonly CalendarDay[] {
  const rows: CalendarDay[] = [];
  const last = toEpochDay(to);
  for (let day = toEpochDay(from); day <= last; day += 1) {
    const row = calendar.days.get(day);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Whether what was reckoned from these days, both included, may still move: a year among them has no official table. */
export function isProvisional(from: PlainDate, to: PlainDate, calendar: Calendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (calendar.years.get(year) !== "official") return true;
  }
  return false;
}

function isWorked(day: number, calendar: Calendar): boolean {
  const row = calendar.days.get(day);
  if (row !== undefined) return !row.off;
  // 1970-01-01 was a Thursday, so day 2 was a Saturday; % keeps the sign of days before it.
  return (((day + 3) % 7) + 7) % 7 < 5;
}
