import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, createCalendar, isWorkingDay } from "../../src/domain/calendar.ts";
import { dueOn, limitUnits } from "../../src/domain/due-date.ts";
import { addDays, daysBetween } from "../../src/domain/plain-date.ts";
import { dueFromArguments } from "../../src/org/due-request.ts";
import { calendar, day, someDay } from "../support/law.ts";

const amount = fc.integer({ min: 1, max: 200 });
const unit = fc.constantFrom(...limitUnits);

describe("a due date", () => {
  it("is Tuesday 3 March 2026 for seven working days from Friday 13 February, before Tết", () => {
    expect(dueOn(day("2026-02-13"), 7, "working-day", calendar)).toEqual({
      on: "2026-03-03",
      provisional: false,
      explanation: {
        start: "2026-02-13",
        amount: 7,
        unit: "working-day",
        daysOff: [
          {
            from: "2026-02-16",
            to: "2026-02-20",
            name: "Tết Bính Ngọ",
            kind: "statutory",
            status: "official",
          },
        ],
        weekends: true,
        workedWeekends: [],
        rolledFrom: null,
      },
    });
  });

  it("counts a Saturday that is worked in exchange for a day off", () => {
    const { on, explanation } = dueOn(day("2026-08-21"), 7, "working-day", calendar);
    expect(on).toBe("2026-09-03");
    expect(explanation.workedWeekends).toEqual(["2026-08-22"]);
    expect(explanation.daysOff.map(({ from, to }) => [from, to])).toEqual([
      ["2026-08-31", "2026-08-31"],
      ["2026-09-01", "2026-09-01"],
      ["2026-09-02", "2026-09-02"],
    ]);
  });

  it("can fall on a worked Saturday", () => {
    const due = dueOn(day("2026-01-08"), 2, "working-day", calendar);
    expect(due.on).toBe("2026-01-10");
    expect(due.explanation.weekends).toBe(false);
  });

  it("does not count the day of the event, not even when that is a day off", () => {
    expect(dueOn(day("2026-03-02"), 1, "working-day", calendar).on).toBe("2026-03-03");
    expect(dueOn(day("2026-02-28"), 1, "working-day", calendar).on).toBe("2026-03-02");
  });

  it("in calendar days rolls from a day off to the next working day", () => {
    const due = dueOn(day("2026-01-17"), 30, "calendar-day", calendar);
    expect(due.on).toBe("2026-02-23");
    expect(due.explanation).toMatchObject({ rolledFrom: "2026-02-16", weekends: true });
    expect(due.explanation.daysOff.map(({ from, to }) => [from, to])).toEqual([["2026-02-16", "2026-02-20"]]);
  });

  it("in calendar days stays on the day where that is worked", () => {
    const due = dueOn(day("2026-02-13"), 31, "calendar-day", calendar);
    expect(due.on).toBe("2026-03-16");
    expect(due.explanation).toMatchObject({ rolledFrom: null, weekends: false, daysOff: [] });
  });

  it("is provisional only when a year that was not announced decides it", () => {
    expect(dueOn(day("2026-12-28"), 3, "working-day", calendar)).toMatchObject({
      on: "2026-12-31",
      provisional: false,
    });
    expect(dueOn(day("2026-12-28"), 4, "working-day", calendar).provisional).toBe(true);
    expect(dueOn(day("2026-12-28"), 4, "calendar-day", calendar).provisional).toBe(true);
    expect(dueOn(day("2023-12-31"), 2, "working-day", calendar).provisional).toBe(false);
  });

  it("is a working day after the event, never before the days have passed", () => {
    fc.assert(
      fc.property(someDay, amount, unit, (start, days, counted) => {
        const { on } = dueOn(start, days, counted, calendar);
        expect(isWorkingDay(on, calendar)).toBe(true);
        expect(daysBetween(start, on)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  it("in working days is what adding them says", () => {
    fc.assert(
      fc.property(someDay, amount, (start, days) => {
        expect(dueOn(start, days, "working-day", calendar).on).toBe(addWorkingDays(start, days, calendar));
      }),
    );
  });

  it("in calendar days rolls over days off and nothing else", () => {
    fc.assert(
      fc.property(someDay, amount, (start, days) => {
        const { on } = dueOn(start, days, "calendar-day", calendar);
        for (let date = addDays(start, days); date < on; date = addDays(date, 1)) {
          expect(isWorkingDay(date, calendar)).toBe(false);
        }
      }),
    );
  });

  it("explains itself: every day of a working-day span is counted, a weekend, or a named day off", () => {
    fc.assert(
      fc.property(someDay, amount, (start, days) => {
        const { on, explanation } = dueOn(start, days, "working-day", calendar);
        const named = explanation.daysOff.reduce((sum, span) => sum + daysBetween(span.from, span.to) + 1, 0);
        expect(daysBetween(start, on) - days - named > 0).toBe(explanation.weekends);
      }),
    );
  });

  it("keeps apart two rests under one name that working days part, and a checked row from an unchecked one", () => {
    const row = { off: true, kind: "statutory", name: "Nghỉ", source: "x", status: "official" } as const;
    const days = ["2026-06-02", "2026-06-03", "2026-06-09"].map((date) => ({ ...row, date: day(date) }));
    const unchecked = { ...row, status: "to-verify", date: day("2026-06-10") } as const;
    const year = createCalendar([{ year: 2026, status: "official", days: [...days, unchecked] }]);
    const { explanation } = dueOn(day("2026-06-01"), 10, "working-day", year);
    expect(explanation.daysOff.map(({ from, to, status }) => [from, to, status])).toEqual([
      ["2026-06-02", "2026-06-03", "official"],
      ["2026-06-09", "2026-06-09", "official"],
      ["2026-06-10", "2026-06-10", "to-verify"],
    ]);
  });

  it("needs a whole number of days from one up", () => {
    for (const wrong of [0, -1, 2.5, Number.NaN]) {
      expect(() => dueOn(day("2026-02-13"), wrong, "calendar-day", calendar)).toThrow(RangeError);
    }
  });
});

describe("the due command", () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ["src/org/due.ts", ...words], { encoding: "utf8" });

  it("prints the date alone on a line, and for bad words a sentence elsewhere and exit 2", () => {
    expect(run("2026-02-13", "7", "working-day")).toMatchObject({
      status: 0,
      stdout: "2026-03-03\n",
      stderr: "",
    });
    const refused = run("2026-02-30", "7", "working-day");
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain("not a day of the calendar");
  });

  it("answers with the date of the same law, for an announced year and for a computed one", () => {
    expect(dueFromArguments(["2026-02-13", "7", "working-day"])).toMatchObject({
      on: "2026-03-03",
      provisional: false,
    });
    expect(dueFromArguments(["2026-01-17", "30", "calendar-day"])).toMatchObject({ on: "2026-02-23" });
    expect(dueFromArguments(["2026-12-31", "1", "working-day"])).toMatchObject({
      on: "2027-01-04",
      provisional: true,
    });
  });

  it.each([
    ["", "three words"],
    ["2026-02-13 7", "three words"],
    ["2026-02-13 7 working-day more", "three words"],
    ["2026-02-30 7 working-day", "not a day"],
    ["13/02/2026 7 working-day", "not a day"],
    ["2026-02-13 0 working-day", "whole number"],
    ["2026-02-13 -7 working-day", "whole number"],
    ["2026-02-13 7.5 working-day", "whole number"],
    ["2026-02-13 9999 working-day", "whole number"],
    ["2026-02-13 7 week", "neither"],
    ["2199-12-01 7 working-day", "after 2199"],
  ])("says what is wrong with '%s'", (words, sentence) => {
    expect(dueFromArguments(words.split(" ").filter(Boolean))).toContain(sentence);
  });
});
