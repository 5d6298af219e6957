import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays } from "../../src/domain/calendar.ts";
import { type Clock, clockState, createClocks, startClock } from "../../src/domain/clocks.ts";
import { dueOn } from "../../src/domain/due-date.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { calendar, day, policy, releaseDay } from "../support/law.ts";

const clocks = createClocks(policy, calendar, day("2026-02-13"));
const stateOn = (clock: Clock, today: string, stopped: string | null = null) =>
  clockState(clock, stopped === null ? null : day(stopped), day(today), calendar);

describe("the clocks of a letter", () => {
  it("start on the day of its release and carry their dates, weight and paper", () => {
    expect(clocks.acknowledge).toMatchObject({
      name: "acknowledge",
      startedOn: "2026-02-13",
      stop: "classified",
      due: { on: "2026-03-03" },
      extendedDue: null,
      hardDue: { on: "2026-03-06" },
      escalation: { on: "2026-03-20" },
      basis: "quy-dinh",
      verified: false,
    });
    expect(clocks["first-open"]).toMatchObject({ due: { on: "2026-02-25" }, hardDue: { on: "2026-02-27" } });
    expect(clocks.result).toMatchObject({ due: { on: "2026-03-20" }, hardDue: { on: "2026-04-03" } });
  });

  it("fix at sending the day after which the superior can read at the latest", () => {
    expect(clocks.outerEscalation.on).toBe("2026-04-17");
    expect(clocks.outerEscalation).toEqual(clocks.result.escalation);
  });

  it("end in order: the limit, the hard limit, the escalation", () => {
    fc.assert(
      fc.property(releaseDay, (releasedOn) => {
        const all = createClocks(policy, calendar, releasedOn);
        for (const { due, hardDue, escalation } of [all["first-open"], all.acknowledge, all.result]) {
          expect(due.on <= hardDue.on && hardDue.on < escalation.on).toBe(true);
          expect(hardDue.provisional || !due.provisional).toBe(true);
          expect(escalation.provisional || !hardDue.provisional).toBe(true);
        }
      }),
    );
  });

  it("claim a rule for the result only where the rule covers the group (Quy định 124-QĐ/TW: B)", () => {
    const basisOf = (group: "A" | "B" | "C" | "other" | "unknown") =>
      createClocks(policy, calendar, day("2026-02-13"), group).result.basis;
    expect([basisOf("B"), basisOf("A"), basisOf("C"), basisOf("other")]).toEqual([
      "quy-dinh",
      "muc-tieu",
      "muc-tieu",
      "muc-tieu",
    ]);
    expect(basisOf("unknown")).toBe("muc-tieu");
  });

  it("of a formal denunciation to the state run in calendar days", () => {
    const clock = startClock("result", "formal-state", day("2026-01-17"), policy, calendar);
    expect(clock.due).toEqual(dueOn(day("2026-01-17"), 30, "calendar-day", calendar));
  });

  it("do not start under a policy that has no row for the day", () => {
    expect(() => createClocks(policy, calendar, day("2017-12-31"))).toThrow("0 rows for result");
  });
});

describe("the state of a clock", () => {
  const { acknowledge, result } = clocks;
  const extended: Clock = { ...result, extendedDue: dueOn(day("2026-02-13"), 25, "working-day", calendar) };

  it("runs, is near from two working days before the end, and is overdue only after the last day", () => {
    expect(stateOn(acknowledge, "2026-02-13")).toEqual({ kind: "running", within: "original", daysLeft: 7 });
    expect(stateOn(acknowledge, "2026-02-26")).toEqual({ kind: "running", within: "original", daysLeft: 3 });
    expect(stateOn(acknowledge, "2026-02-27")).toEqual({ kind: "near", within: "original", daysLeft: 2 });
    expect(stateOn(acknowledge, "2026-03-03")).toEqual({ kind: "near", within: "original", daysLeft: 0 });
    expect(stateOn(acknowledge, "2026-03-04")).toEqual({ kind: "overdue", phase: "late", daysLate: 1 });
  });

  it("tells lateness from a missed hard limit and from the right of the superior to read", () => {
    expect(stateOn(acknowledge, "2026-03-06")).toMatchObject({ phase: "late" });
    expect(stateOn(acknowledge, "2026-03-07")).toEqual({
      kind: "overdue",
      phase: "past-hard-limit",
      daysLate: 3,
    });
    expect(stateOn(acknowledge, "2026-03-20")).toMatchObject({ phase: "past-hard-limit" });
    expect(stateOn(acknowledge, "2026-03-21")).toMatchObject({ phase: "escalated" });
  });

  it("is kept on the last day and missed on the next, and stays so whatever the day is now", () => {
    expect(stateOn(acknowledge, "2026-12-01", "2026-03-03")).toEqual({ kind: "kept", within: "original" });
    expect(stateOn(acknowledge, "2026-12-01", "2026-03-04")).toEqual({
      kind: "missed",
      phase: "late",
      daysLate: 1,
    });
  });

  it("keeps the original limit and the extended one apart", () => {
    expect(stateOn(extended, "2026-03-20")).toMatchObject({ kind: "running", within: "original" });
    expect(stateOn(extended, "2026-03-23")).toMatchObject({ kind: "running", within: "extended" });
    expect(stateOn(extended, "2026-12-01", "2026-03-23")).toEqual({ kind: "kept", within: "extended" });
    expect(stateOn(extended, "2026-12-01", "2026-03-20")).toEqual({ kind: "kept", within: "original" });
    expect(stateOn(extended, "2026-12-01", "2026-03-30")).toMatchObject({ kind: "missed" });
    expect(stateOn(result, "2026-12-01", "2026-03-23")).toMatchObject({ kind: "missed", phase: "late" });
  });

  it("only ever moves on: running, near, overdue, escalated", () => {
    const rank = (clock: Clock, today: Parameters<typeof addDays>[0]) => {
      const state = clockState(clock, null, today, calendar);
      const name = "phase" in state ? state.phase : state.kind;
      return ["running", "near", "late", "past-hard-limit", "escalated"].indexOf(name);
    };
    fc.assert(
      fc.property(releaseDay, fc.nat({ max: 90 }), fc.nat({ max: 30 }), (releasedOn, after, more) => {
        const clock = createClocks(policy, calendar, releasedOn).result;
        const earlier = rank(clock, addDays(releasedOn, after));
        expect(earlier).toBeGreaterThanOrEqual(0);
        expect(rank(clock, addDays(releasedOn, after + more))).toBeGreaterThanOrEqual(earlier);
      }),
    );
  });

  it("has as many days left as lead to the limit", () => {
    fc.assert(
      fc.property(releaseDay, fc.nat({ max: 20 }), (releasedOn, after) => {
        const clock = createClocks(policy, calendar, releasedOn).result;
        const today = addDays(releasedOn, after);
        const state = clockState(clock, null, today, calendar);
        const daysLeft = "daysLeft" in state ? state.daysLeft : Number.NaN;
        if (daysLeft > 0) expect(addWorkingDays(today, daysLeft, calendar)).toBe(clock.due.on);
        else expect(today).toBe(clock.due.on);
      }),
    );
  });
});
