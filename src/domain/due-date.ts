import {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  isProvisional,
  listCalendarDays,
  rollForward,
} from "./calendar.ts";
import type { CalendarDay, DayKind, DayStatus } from "./calendar-year.ts";
import { addDays, daysBetween, type PlainDate } from "./plain-date.ts";

export const limitUnits = ["working-day", "calendar-day"] as const;
/** What a limit is counted in. */
export type LimitUnit = (typeof limitUnits)[number];

/** Consecutive days off under one name, both ends included: "nghỉ Tết 16–20/02". */
export type DaysOffSpan = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly name: string;
  readonly kind: DayKind;
  readonly status: DayStatus;
};

/** The arithmetic of a due date as data, from which the dictionaries write a sentence. */
export type DueExplanation = {
  /** Day of the event; never counted. */
  readonly start: PlainDate;
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Named days off that were not counted (working days) or rolled over (calendar days), in order. */
  readonly daysOff: readonly DaysOffSpan[];
  /** Whether an ordinary Saturday or Sunday was not counted, or rolled over. */
  readonly weekends: boolean;
  /** Saturdays that were counted because they are worked (ngày làm bù). */
  readonly workedWeekends: readonly PlainDate[];
  /** The day off on which the count ended and from which it rolled forward; null if it did not. */
  readonly rolledFrom: PlainDate | null;
};

/** A limit that ends at 24:00, Vietnam time, of the day `on`. */
export type DueDate = {
  readonly on: PlainDate;
  /** True while it depends on a year whose calendar has not been announced. */
  readonly provisional: boolean;
  readonly explanation: DueExplanation;
};

/**
 * The last day of a limit that an event on `start` sets running. The day of the event does not count (Bộ luật
 * Dân sự 2015, Điều 147); a limit in calendar days that ends on a day off ends on the next working day (Điều 148
 * khoản 5). Throws RangeError unless `amount` is a whole number from 1 up, and past the year 2199.
 */
export function dueOn(start: PlainDate, amount: number, unit: LimitUnit, calendar: Calendar): DueDate {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError(`not a limit: ${amount}`);
  const limit = unit === "working-day" ? addWorkingDays(start, amount, calendar) : addDays(start, amount);
  const on = rollForward(limit, calendar);
  // Only the days that decided the outcome: all of them for working days, the end alone for calendar days.
  const first = unit === "working-day" ? addDays(start, 1) : limit;
  const rows = listCalendarDays(first, on, calendar);
  const daysOff = rows.filter((row) => row.off);
  const worked = countWorkingDays(addDays(first, -1), on, calendar);
  const explanation: DueExplanation = {
    start,
    amount,
    unit,
    daysOff: toSpans(daysOff),
    weekends: daysBetween(first, on) + 1 > worked + daysOff.length,
    workedWeekends: unit === "working-day" ? rows.filter((row) => !row.off).map((row) => row.date) : [],
    rolledFrom: limit === on ? null : limit,
  };
  return { on, provisional: isProvisional(first, on, calendar), explanation };
}

function toSpans(rows: readonly CalendarDay[]): readonly DaysOffSpan[] {
  const spans: DaysOffSpan[] = [];
  for (const { date, name, kind, status } of rows) {
    const last = spans.at(-1);
    if (last?.name === name && last.kind === kind && last.status === status && addDays(last.to, 1) === date) {
      spans[spans.length - 1] = { ...last, to: date };
    } else spans.push({ from: date, to: date, name, kind, status });
  }
  return spans;
}
