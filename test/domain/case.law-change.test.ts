import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, createCalendar } from "../../src/domain/calendar.ts";
import type { CalendarYear } from "../../src/domain/calendar-year.ts";
import { clockOf, outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { decide, findHistoryFault, follow } from "../../src/domain/case/case.decide.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import { findLawChange } from "../../src/domain/case/case.law-change.ts";
import { advance } from "../../src/domain/case/case.tick.ts";
import { type Clock, type Law, limitOf } from "../../src/domain/clocks.ts";
import { startAfterCongress } from "../../src/domain/congress.ts";
import { addDays, type PlainDate, weekdayOf } from "../../src/domain/plain-date.ts";
import type { PolicyVersion } from "../../src/domain/policy.ts";
import { officialYears } from "../../src/org/law-data.ts";
import {
  anyTry,
  attempt,
  classifiedOn,
  law,
  releasedOn,
  run,
  tell,
  type Told,
  wait,
} from "../support/case.ts";
import { calendar, day, dayBetween, policy, releaseDay } from "../support/law.ts";

/** The calendar with one weekday given off, and, if there is one, the Saturday worked for it. */
function swapped(off: PlainDate, worked: PlainDate | null): Calendar {
  const row = { name: "hoán đổi", source: "test", status: "official" } as const;
  const added = [
    { date: off, off: true, kind: "swap-off" as const, ...row },
    ...(worked === null ? [] : [{ date: worked, off: false, kind: "swap-work" as const, ...row }]),
  ];
  const years = officialYears.map((table): CalendarYear => {
    const fresh = added.filter(({ date }) => date.startsWith(String(table.year)));
    const kept = table.days.filter(({ date }) => !fresh.some((each) => each.date === date));
    return { ...table, days: [...kept, ...fresh] };
  });
  return createCalendar(years);
}

/** Imports a law on a day. The case as it is then, or untouched if nothing moves. */
function importLaw(told: Told, on: PlainDate, before: Law, after: Law): Told {
  const { state, events } = advance(told.state, on, before);
  const change = findLawChange(state, before, after, "calendar");
  if (change === undefined) return { state, events: [...told.events, ...events] };
  const command = { type: "change-law", ...change } as const;
  const decision = decide(command, state, { today: on, actor: "clock", law: before });
  if (decision.kind === "refused") throw new Error(decision.reason);
  return { state: decision.after, events: [...told.events, ...events, decision.event] };
}

function clock({ state }: Told, name: string, under: Law): Clock | undefined {
  const found = state.clocks.findLast((each) => each.name === name);
  return found && clockOf(found, under);
}

const limit = (told: Told, name: string, under: Law) => {
  const found = clock(told, name, under);
  return found === undefined ? "none" : limitOf(found).on;
};

const classified = classifiedOn("2026-03-02");
const verifying = tell(classified, ["2026-03-02", { type: "begin-verification" }]);

describe("a new calendar", () => {
  const later: Law = { policy, calendar: swapped(day("2026-03-20"), null) };
  const earlier: Law = { policy, calendar: swapped(day("2026-03-31"), day("2026-03-21")) };

  it("that would end a limit later leaves the day that was promised, and says what it would be", () => {
    const told = importLaw(verifying, day("2026-03-10"), law, later);
    expect(told.events.at(-1)).toMatchObject({
      type: "LawChanged",
      because: "calendar",
      outer: "2026-04-28",
      moves: expect.arrayContaining([
        expect.objectContaining({
          promised: expect.objectContaining({ limit: "2026-03-30" }),
          reckoned: "2026-03-31",
        }),
      ]),
    });
    expect(clock(told, "result", later)).toMatchObject({
      due: { on: "2026-03-30" },
      promise: { changedOn: "2026-03-10", reckonedOn: "2026-03-31" },
    });
    const overdue = wait(told, "2026-04-05", later).events.find(({ type }) => type === "BecameOverdue");
    expect(overdue?.on).toBe("2026-03-31");
  });

  it("that ends a limit earlier moves it", () => {
    const told = importLaw(verifying, day("2026-03-10"), law, earlier);
    expect(limit(told, "result", earlier)).toBe("2026-03-27");
  });

  it("moves no limit to a day before it came", () => {
    const late: Law = { policy, calendar: swapped(day("2026-04-20"), day("2026-03-21")) };
    const told = importLaw(verifying, day("2026-03-30"), law, late);
    expect(limit(told, "result", late)).toBe("2026-03-30");
    const overdue = wait(told, "2026-04-05", late).events.find(({ type }) => type === "BecameOverdue");
    expect(overdue?.on).toBe("2026-03-31");
    // Reckoned anew it would have ended on Friday the 27th; it comes on Saturday.
    const onSaturday = importLaw(verifying, day("2026-03-28"), law, late);
    expect(limit(onSaturday, "result", late)).toBe("2026-03-28");
  });

  it("never moves the date printed at sending", () => {
    for (const after of [later, earlier]) {
      const told = importLaw(verifying, day("2026-03-10"), law, after);
      expect(outerEscalationOf(told.state, after)).toBe(outerEscalationOf(verifying.state, law));
    }
  });

  it("changes nothing about a clock that had stopped", () => {
    const told = importLaw(verifying, day("2026-03-10"), law, {
      policy,
      calendar: swapped(day("2026-03-04"), null),
    });
    const stopped = told.state.clocks.find(({ name }) => name === "acknowledge");
    expect(stopped?.promised).toMatchObject({ limit: "2026-03-11" });
    expect(stopped && limitOf(clockOf(stopped, law)).on).toBe("2026-03-11");
  });

  it("that changes nothing leaves no record", () => {
    const same: Law = { policy, calendar: swapped(day("2026-12-01"), null) };
    expect(findLawChange(verifying.state, law, same, "calendar")).toBeUndefined();
  });

  it("an extension afterwards counts by the new days, within the last limit that was promised", () => {
    const told = importLaw(verifying, day("2026-03-10"), law, later);
    const decision = attempt(told, "2026-03-11", { type: "extend", days: 5 }, later);
    expect(decision.kind === "accepted" && limit({ ...told, state: decision.after }, "result", later)).toBe(
      "2026-04-07",
    );
    const whole = attempt(told, "2026-03-11", { type: "extend", days: 10 }, later);
    expect(whole.kind === "accepted" && limit({ ...told, state: whole.after }, "result", later)).toBe(
      "2026-04-13",
    );
  });
});

describe("the laws of a change", () => {
  const anyDayOff = dayBetween("2026-01-05", "2026-12-18").filter(
    (date) => weekdayOf(date) < 6 && !calendar.days.has(Date.parse(date) / 86_400_000),
  );
  const anySaturday = fc.option(
    dayBetween("2026-01-05", "2026-12-18").filter((date) => weekdayOf(date) === 6),
  );
  const tries = fc.array(anyTry, { maxLength: 14, size: "max" });

  it("no date that was said moves later, the outer one not at all, and the record alone keeps it", () => {
    fc.assert(
      fc.property(releaseDay, tries, anyDayOff, anySaturday, (start, made, off, saturday) => {
        const told = run(start, made);
        const after: Law = { policy, calendar: swapped(off, saturday) };
        const before = advance(told.state, told.today, law).state;
        const changed = importLaw(told, told.today, law, after);
        expect(outerEscalationOf(changed.state, after)).toBe(outerEscalationOf(before, law));
        for (const [place, each] of before.clocks.entries()) {
          const [said, now] = [clockOf(each, law), changed.state.clocks[place]];
          if (now === undefined) throw new Error("a clock was lost");
          const kept = clockOf(now, after);
          expect(limitOf(kept).on <= limitOf(said).on).toBe(true);
          expect(kept.due.on <= said.due.on && kept.hardDue.on <= said.hardDue.on).toBe(true);
          expect(kept.escalation.on <= said.escalation.on).toBe(true);
          if (limitOf(said).on >= told.today) expect(limitOf(kept).on >= told.today).toBe(true);
          if (each.stoppedOn !== null) expect(limitOf(kept).on).toBe(limitOf(said).on);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a history with a change replays, is found faultless and can be followed, before it and after it", () => {
    fc.assert(
      fc.property(releaseDay, tries, anyDayOff, anySaturday, (start, made, off, saturday) => {
        const told = run(start, made);
        const after: Law = { policy, calendar: swapped(off, saturday) };
        const changed = importLaw(told, told.today, law, after);
        const end = addDays(told.today, 90);
        const { state, events } = advance(changed.state, end, after);
        const history = [...changed.events, ...events];
        expect(replay(history)).toEqual(state);
        if (changed.events.at(-1)?.type !== "LawChanged") return;
        expect(findHistoryFault(history, after)).toBeUndefined();
        expect(follow(history, end, after)).toEqual(state);
        expect(follow(changed.events, end, after)).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the time before a congress", () => {
  const congress = { level: "dang-bo-xa", on: day("2026-04-15") };
  const on: PolicyVersion = {
    ...policy,
    congress: {
      enabled: true,
      appliesTo: ["report"],
      windows: [{ level: "dang-bo-xa", workingDays: 25 }],
      citation: "",
      verified: false,
    },
  };
  const startOf = (released: string, under: PolicyVersion, called: typeof congress | null = congress) =>
    startAfterCongress(day(released), "report", under.congress, calendar, called);

  it("is off in the default policy, and then nothing waits", () => {
    expect(policy.congress?.enabled).toBe(false);
    expect(startOf("2026-04-01", policy)).toBe("2026-04-01");
  });

  it("holds back the result of what comes in within the window, not before it and not on its day", () => {
    expect(startOf("2026-03-10", on)).toBe("2026-03-10");
    expect(startOf("2026-03-11", on)).toBe("2026-04-15");
    expect(startOf("2026-04-14", on)).toBe("2026-04-15");
    expect(startOf("2026-04-15", on)).toBe("2026-04-15");
    expect(startOf("2026-04-01", on, null)).toBe("2026-04-01");
  });

  it("moves the result clock and says since when it waits; the others run as ever", () => {
    const under: Law = { policy: on, calendar, congress };
    const told = releasedOn("2026-04-01");
    expect(clock(told, "result", under)).toMatchObject({ startedOn: "2026-04-15", heldSince: "2026-04-01" });
    expect(clock(told, "acknowledge", under)).toMatchObject({ startedOn: "2026-04-01", heldSince: null });
  });

  it("called after sending, it does not move what was promised", () => {
    const told = releasedOn("2026-04-01");
    const under: Law = { policy: on, calendar, congress };
    const called = importLaw(told, day("2026-04-02"), law, under);
    expect(limit(called, "result", under)).toBe(limit(told, "result", law));
    expect(outerEscalationOf(called.state, under)).toBe(outerEscalationOf(told.state, law));
  });
});
