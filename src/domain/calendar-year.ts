import { type PlainDate, weekdayOf, yearOf } from "./plain-date.ts";

export const dayKinds = ["statutory", "compensatory", "swap-off", "swap-work"] as const;
/**
 * Why a row stands in the table. `statutory`: nghỉ lễ, tết (Bộ luật Lao động 2019, Điều 112).
 * `compensatory`: nghỉ bù for a statutory day that fell on a weekend (Điều 111 khoản 3).
 * `swap-off` and `swap-work`: ngày nghỉ hoán đổi and the Saturday that is worked for it.
 */
export type DayKind = (typeof dayKinds)[number];

export const dayStatuses = ["official", "to-verify", "computed"] as const;
/** How far a row can be trusted: announced, announced but its paper not yet checked, or reckoned by us. */
export type DayStatus = (typeof dayStatuses)[number];

/** One row of a year's table: a day whose being worked or not does not follow from its weekday alone. */
export type CalendarDay = {
  readonly date: PlainDate;
  /** True: nobody works. False only for `swap-work`. */
  readonly off: boolean;
  readonly kind: DayKind;
  /** As the announcement calls it, in Vietnamese. */
  readonly name: string;
  readonly source: string;
  readonly status: DayStatus;
  /** False: announced but not yet in force; the row is kept and does not count. Absent means true. */
  readonly enabled?: boolean;
};

export const yearStatuses = ["official", "computed"] as const;
/** `official`: the yearly announcement was imported. `computed`: reckoned from lunar dates, so provisional. */
export type YearStatus = (typeof yearStatuses)[number];

/** The table of one year. What it does not name is worked from Monday to Friday. */
export type CalendarYear = {
  readonly year: number;
  readonly status: YearStatus;
  readonly days: readonly CalendarDay[];
};

/** What can be wrong with a table; `on` is the day, or the year as text. */
export type CalendarFault = {
  readonly kind:
    | "duplicate-year"
    | "missing-year"
    | "duplicate-day"
    | "wrong-year"
    | "wrong-off"
    | "wrong-weekday";
  readonly on: string;
};

/** Saturday or Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) > 5;
}

/**
 * Everything that makes a set of tables unusable; empty if they can be used. Years may come in any order but
 * leave no gap. Only a weekend day can be a `swap-work`, and only a weekday can be given off in exchange.
 */
export function findCalendarFaults(years: readonly CalendarYear[]): readonly CalendarFault[] {
  return [...findYearFaults(years.map((table) => table.year)), ...years.flatMap(findDayFaults)];
}

function findYearFaults(years: readonly number[]): readonly CalendarFault[] {
  const sorted = [...years].sort((a, b) => a - b);
  return sorted.slice(1).flatMap((year, index): CalendarFault[] => {
    const before = sorted[index] ?? year;
    if (year === before) return [{ kind: "duplicate-year", on: String(year) }];
    return year === before + 1 ? [] : [{ kind: "missing-year", on: String(before + 1) }];
  });
}

function findDayFaults({ year, days }: CalendarYear): readonly CalendarFault[] {
  const seen = new Set<PlainDate>();
  return days.flatMap((day): CalendarFault[] => {
    const faults: CalendarFault["kind"][] = [];
    if (seen.has(day.date)) faults.push("duplicate-day");
    if (yearOf(day.date) !== year) faults.push("wrong-year");
    if (day.off === (day.kind === "swap-work")) faults.push("wrong-off");
    if (!fitsWeekday(day)) faults.push("wrong-weekday");
    seen.add(day.date);
    return faults.map((kind) => ({ kind, on: day.date }));
  });
}

function fitsWeekday({ kind, date }: CalendarDay): boolean {
  return kind === "statutory" || isWeekend(date) === (kind === "swap-work");
}
