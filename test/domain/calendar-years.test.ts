import { describe, expect, it } from "vitest";
import { countWorkingDays, createCalendar } from "../../src/domain/calendar.ts";
import { type CalendarYear, isWeekend } from "../../src/domain/calendar-year.ts";
import { addDays, weekdayOf } from "../../src/domain/plain-date.ts";
import { computeCalendarYear, lunarDate } from "../../src/org/calendar-years.ts";
import { listCalendarYears, officialYears } from "../../src/org/law-data.ts";
import { day } from "../support/law.ts";

/** The weekdays that a table gives off by law; swaps are decided by hand each year. */
function lawfulRest({ days }: CalendarYear) {
  return days
    .filter((row) => row.enabled !== false && (row.kind === "statutory" || row.kind === "compensatory"))
    .map((row) => row.date)
    .filter((date) => !isWeekend(date));
}

describe("a computed year", () => {
  it.each([...officialYears])(
    "gives off in $year what the announcement of $year gave off, swaps apart",
    (official) => {
      expect(lawfulRest(computeCalendarYear(official.year))).toEqual(lawfulRest(official));
    },
  );

  it.each([...officialYears])(
    "takes the very days of $year that the state chose, and gives back the same",
    (official) => {
      const dates = (table: CalendarYear, kind: string) =>
        table.days.filter((row) => row.kind === kind && row.enabled !== false).map((row) => row.date);
      const computed = computeCalendarYear(official.year);
      expect(dates(computed, "statutory")).toEqual(expect.arrayContaining(dates(official, "statutory")));
      expect(dates(computed, "compensatory")).toEqual(dates(official, "compensatory"));
    },
  );

  it("puts the day beside 2 September where it makes the longer rest (2027, a Thursday: the Friday)", () => {
    const september = computeCalendarYear(2027).days.filter((row) => row.date.startsWith("2027-09"));
    expect(september.map((row) => row.date)).toEqual(["2027-09-02", "2027-09-03"]);
  });

  it("knows the lunar new year and the tenth of the third month", () => {
    expect([2024, 2025, 2026, 2027].map((year) => lunarDate(year, 1, 1))).toEqual([
      "2024-02-10",
      "2025-01-29",
      "2026-02-17",
      "2027-02-06",
    ]);
    expect([2024, 2025, 2026].map((year) => lunarDate(year, 3, 10))).toEqual([
      "2024-04-18",
      "2025-04-07",
      "2026-04-26",
    ]);
  });

  it("has the lunar new year a day before China's where the meridians part the new moon (1985: 21 January)", () => {
    expect(lunarDate(1985, 1, 1)).toBe("1985-01-21");
    expect(lunarDate(2007, 1, 1)).toBe("2007-02-17");
  });

  it("takes the eleven statutory days from the weekdays of every year to 2060", () => {
    for (let year = 2027; year <= 2060; year += 1) {
      const first = day(`${year}-01-01`);
      let weekdays = 0;
      for (let date = first; date.startsWith(String(year)); date = addDays(date, 1)) {
        if (weekdayOf(date) <= 5) weekdays += 1;
      }
      const calendar = createCalendar([computeCalendarYear(year)]);
      expect(countWorkingDays(addDays(first, -1), day(`${year}-12-31`), calendar)).toBe(weekdays - 11);
    }
  });

  it("says of every row that it is computed", () => {
    expect(computeCalendarYear(2027).status).toBe("computed");
    expect(new Set(computeCalendarYear(2027).days.map((row) => row.status))).toEqual(new Set(["computed"]));
  });

  it("never stands in for an announced one", () => {
    expect(listCalendarYears(2023, 2027).map(({ year, status }) => [year, status])).toEqual([
      [2023, "computed"],
      [2024, "official"],
      [2025, "official"],
      [2026, "official"],
      [2027, "computed"],
    ]);
  });
});
