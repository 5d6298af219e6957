import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  countWorkingDays,
  createCalendar,
  getDayOff,
  isProvisional,
  isWorkingDay,
  rollForward,
} from "../../src/domain/calendar.ts";
import { type CalendarYear, findCalendarFaults, isWeekend } from "../../src/domain/calendar-year.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { officialYears } from "../../src/org/law-data.ts";
import { calendar, day, someDay } from "../support/law.ts";

const amount = fc.nat({ max: 400 });

describe("working-day arithmetic", () => {
  it("never lands on a day off", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 400 }), (date, days) =>
        isWorkingDay(addWorkingDays(date, days, calendar), calendar),
      ),
    );
  });

  it("is additive: waiting a days and then b days is waiting a + b days", () => {
    fc.assert(
      fc.property(someDay, amount, amount, (date, a, b) => {
        const inTwoSteps = addWorkingDays(addWorkingDays(date, a, calendar), b, calendar);
        expect(inTwoSteps).toBe(addWorkingDays(date, a + b, calendar));
      }),
    );
  });

  it("is monotone: who starts later, or waits longer, is never due earlier", () => {
    fc.assert(
      fc.property(someDay, amount, amount, amount, (date, later, a, more) => {
        const due = addWorkingDays(date, a, calendar);
        expect(addWorkingDays(addDays(date, later), a, calendar) >= due).toBe(true);
        expect(addWorkingDays(date, a + more, calendar) >= due).toBe(true);
      }),
    );
  });

  it("is the inverse of counting", () => {
    fc.assert(
      fc.property(someDay, amount, (date, days) => {
        expect(countWorkingDays(date, addWorkingDays(date, days, calendar), calendar)).toBe(days);
      }),
    );
  });

  it("counts backwards what it counts forwards", () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(countWorkingDays(a, b, calendar) + countWorkingDays(b, a, calendar)).toBe(0);
      }),
    );
  });

  it("rolls forward to the first working day that is not before, and leaves a working day alone", () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const rolled = rollForward(date, calendar);
        expect(rolled >= date && isWorkingDay(rolled, calendar)).toBe(true);
        expect(countWorkingDays(addDays(date, -1), rolled, calendar)).toBe(1);
      }),
    );
  });

  it("refuses what is not a number of days", () => {
    for (const wrong of [-1, 1.5, Number.NaN]) {
      expect(() => addWorkingDays(day("2026-02-13"), wrong, calendar)).toThrow(RangeError);
    }
  });
});

describe("the announced years", () => {
  // domain.md §5: weekdays of the year less its 11 statutory days off.
  it.each([
    [2024, 251],
    [2025, 250],
    [2026, 250],
  ])("%i has %i working days", (year, expected) => {
    expect(countWorkingDays(day(`${year - 1}-12-31`), day(`${year}-12-31`), calendar)).toBe(expected);
  });

  const rows = officialYears.flatMap((table) => table.days);

  it.each(rows.filter((row) => row.enabled !== false))("$date is $kind: $name", (row) => {
    expect(isWorkingDay(row.date, calendar)).toBe(row.kind === "swap-work");
    expect(getDayOff(row.date, calendar)).toEqual(row.off ? row : undefined);
  });

  it("have the days off, swaps and compensatory days of the announcements", () => {
    const dates = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.date);
    expect(dates("swap-work")).toEqual(["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]);
    expect(dates("swap-off")).toEqual(["2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31"]);
    expect(dates("compensatory")).toEqual(["2024-02-13", "2024-02-14", "2026-04-27"]);
  });

  it("24 November 2026 is worked until the new holiday is in force", () => {
    expect(isWorkingDay(day("2026-11-24"), calendar)).toBe(true);
  });

  it("every other day is worked from Monday to Friday and off on a weekend", () => {
    const named = new Set(rows.filter((row) => row.enabled !== false).map((row) => row.date));
    for (let date = day("2024-01-01"); date <= day("2026-12-31"); date = addDays(date, 1)) {
      if (!named.has(date)) {
        expect(getDayOff(date, calendar)).toEqual(isWeekend(date) ? { kind: "weekend" } : undefined);
      }
    }
  });
});

describe("a year that nobody has announced", () => {
  it("is provisional, and so is every span that touches it", () => {
    expect(isProvisional(day("2024-01-01"), day("2026-12-31"), calendar)).toBe(false);
    expect(isProvisional(day("2026-12-31"), day("2027-01-01"), calendar)).toBe(true);
    expect(isProvisional(day("2023-12-31"), day("2024-01-02"), calendar)).toBe(true);
  });

  it("is known by its weekends when it has no table at all", () => {
    expect(isWorkingDay(day("2031-01-01"), calendar)).toBe(true);
    expect(isWorkingDay(day("2031-01-04"), calendar)).toBe(false);
    expect(isWorkingDay(day("1931-01-04"), calendar)).toBe(false);
  });
});

describe("a table with a fault is named and refused", () => {
  const statutory = { off: true, kind: "statutory", name: "x", source: "x", status: "official" } as const;
  const table = (year: number, ...days: CalendarYear["days"]): CalendarYear => ({
    year,
    status: "official",
    days,
  });

  it.each<[string, readonly CalendarYear[]]>([
    ["duplicate-year 2026", [table(2026), table(2026)]],
    ["missing-year 2025", [table(2026), table(2024)]],
    [
      "duplicate-day 2026-01-01",
      [table(2026, ...[1, 2].map(() => ({ ...statutory, date: day("2026-01-01") })))],
    ],
    ["wrong-year 2025-01-01", [table(2026, { ...statutory, date: day("2025-01-01") })]],
    ["wrong-off 2026-01-01", [table(2026, { ...statutory, off: false, date: day("2026-01-01") })]],
    [
      "wrong-weekday 2026-01-09",
      [table(2026, { ...statutory, kind: "swap-work", off: false, date: day("2026-01-09") })],
    ],
    ["wrong-weekday 2026-01-10", [table(2026, { ...statutory, kind: "swap-off", date: day("2026-01-10") })]],
  ])("%s", (fault, years) => {
    expect(findCalendarFaults(years).map(({ kind, on }) => `${kind} ${on}`)).toEqual([fault]);
    expect(() => createCalendar(years)).toThrow(fault);
  });
});
