import { calendarFileSchema } from "../../api/law.schema.ts";
import {
  type CalendarDay,
  type CalendarYear,
  findCalendarFaults,
  isWeekend,
} from "../../domain/calendar-year.ts";
import type { LawFileFault, LawFileReading } from "./faults.ts";
import type { JsonSource } from "./json-source.ts";
import { type Located, readLawFile } from "./read-file.ts";

/** Bộ luật Lao động 2019, Điều 112: since 2021 eleven days a year, and for one lost to a weekend another. */
const statutoryDays = 11;
const statutorySince = 2021;

type CalendarFile = { readonly source: string; readonly years: readonly CalendarYear[] };

/**
 * The announced tables of a file, to stand in the place of those that are there for the same years. Refused: what
 * `findCalendarFaults` names in the file or in all tables together, and what is not an announcement.
 */
export function readCalendarFile(
  bytes: Uint8Array,
  present: readonly CalendarYear[],
): LawFileReading<readonly CalendarYear[]> {
  const reading = readLawFile(bytes, calendarFileSchema, findTableFaults);
  if (reading.kind === "refused") return reading;
  const { value, lineOf } = reading.content;
  const faults = [...findUnannounced(value.years, lineOf), ...findGaps(value.years, present)];
  return faults.length > 0
    ? { kind: "refused", faults }
    : { kind: "read", content: replaceYears(present, value.years) };
}

/** All tables, those of the file in the place of their elders, in order. */
function replaceYears(
  present: readonly CalendarYear[],
  years: readonly CalendarYear[],
): readonly CalendarYear[] {
  const kept = present.filter(({ year }) => !years.some((table) => table.year === year));
  return [...kept, ...years].sort((a, b) => a.year - b.year);
}

function findTableFaults({ value, lineOf }: Located<CalendarFile>): readonly LawFileFault[] {
  if (value.years.length === 0) return [{ kind: "no-years", line: lineOf(["years"]) }];
  return findCalendarFaults(value.years).map((fault) => ({
    ...fault,
    line: lineOf(pathOf(value.years, fault.on, fault.kind)),
  }));
}

/** Where the day or year of a fault stands; of what stands twice the later. */
function pathOf(years: readonly CalendarYear[], on: string, kind: string): readonly (string | number)[] {
  if (kind === "missing-year") return ["years"];
  if (kind === "duplicate-year") return ["years", years.findLastIndex(({ year }) => String(year) === on)];
  const rows = years.flatMap(({ days }, table) => days.map((day, row) => ({ day, table, row })));
  const found = rows.findLast(({ day }) => day.date === on);
  return found === undefined ? ["years"] : ["years", found.table, "days", found.row, "date"];
}

function findUnannounced(
  years: readonly CalendarYear[],
  lineOf: JsonSource["lineOf"],
): readonly LawFileFault[] {
  return years.flatMap(({ year, status, days }, table): readonly LawFileFault[] => {
    const at = ["years", table];
    if (status !== "official") return [{ kind: "year-not-announced", year, line: lineOf([...at, "status"]) }];
    const computed = days.flatMap((day, row): readonly LawFileFault[] =>
      day.status === "computed"
        ? [{ kind: "row-not-announced", on: day.date, line: lineOf([...at, "days", row, "status"]) }]
        : [],
    );
    const count = days.filter(isLawfulRest).length;
    if (year < statutorySince || count >= statutoryDays) return computed;
    return [...computed, { kind: "holidays-missing", year, count, line: lineOf([...at, "year"]) }];
  });
}

/** A weekday that the law gives off; swaps are apart. */
function isLawfulRest({ date, kind, enabled }: CalendarDay): boolean {
  return (kind === "statutory" || kind === "compensatory") && enabled !== false && !isWeekend(date);
}

/** Years left out between the tables that are there and those of the file. */
function findGaps(years: readonly CalendarYear[], present: readonly CalendarYear[]): readonly LawFileFault[] {
  return findCalendarFaults(replaceYears(present, years)).map((fault) => ({ ...fault, line: null }));
}
