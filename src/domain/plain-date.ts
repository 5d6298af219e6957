import type { Brand } from "./brand.ts";

/**
 * A calendar day of the Gregorian calendar, `YYYY-MM-DD`, between 1900 and 2199, without a time or a zone.
 * As text it sorts as it counts, so `<` and `===` compare days.
 */
export type PlainDate = Brand<"PlainDate">;

const millisecondsPerDay = 86_400_000;
/** 1900-01-01 and 2199-12-31, in days since 1970-01-01. */
const firstDay = -25_567;
const lastDay = 84_005;
/** Asia/Ho_Chi_Minh has had no daylight saving and one offset since 1975; every date here is later. */
const vietnamOffset = 7 * 3_600_000;

/** Day of the week, ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The day that the text names, or undefined if it names none (`2026-02-30` names none). */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().startsWith(text) ? (text as PlainDate) : undefined;
}

/** The day that the text names. Throws RangeError if it names none: for literals and trusted data. */
export function toPlainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** Days since 1970-01-01. Inverse of `fromEpochDay`. */
export function toEpochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** The day that lies so many days after 1970-01-01. Throws RangeError outside 1900–2199. */
export function fromEpochDay(day: number): PlainDate {
  if (!Number.isSafeInteger(day) || day < firstDay || day > lastDay)
    throw new RangeError(`not a date: day ${day}`);
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10) as PlainDate;
}

/** The day so many days later (earlier if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** How many days `to` lies after `from`; negative if before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The day of the week. */
export function weekdayOf(date: PlainDate): Weekday {
  return (((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The year, e.g. 2026. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The day that it is in Vietnam at an instant, given as milliseconds since the epoch. */
export function vietnamDateAt(instant: number): PlainDate {
  return fromEpochDay(Math.floor((instant + vietnamOffset) / millisecondsPerDay));
}

/** The hour of the day, 0–23, that it is in Vietnam at an instant, given as milliseconds since the epoch. */
export function vietnamHourAt(instant: number): number {
  return Math.floor((instant + vietnamOffset) / 3_600_000) % 24;
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
