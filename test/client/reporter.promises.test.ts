import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outerDateOf, promisesOf } from "../../src/client/reporter/promises.ts";
import { follow, trace } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import { createClocks, type Law, limitOf } from "../../src/domain/clocks.ts";
import type { CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import { toHistory } from "../../src/envelope/case-record.ts";
import { recordedChange, yearsWithDaysOff } from "../support/crypto/new-law.ts";
import { calendar, policy, releaseDay } from "../support/law.ts";

const law: Law = { policy, calendar };
const receiver = "xa-uy" as CommitteeId;
const superior = "huyen-uy" as CommitteeId;
const key = `${"k".repeat(21)}A` as KeyId;

/** What the reporter's browser makes of a history on a day. */
function seen(on: PlainDate, acts: readonly CaseEvent[], today: PlainDate, by: Law = law) {
  const written = toHistory({ on, receiver, fallback: superior }, acts);
  const state = follow(written, today, by);
  return {
    state,
    promises: promisesOf(state, trace(written, today, by), today, by),
    outer: outerDateOf(state, by),
  };
}

describe("the dates that were shown before sending", () => {
  test("are those that the reporter finds on coming back, whenever it was sent", () => {
    fc.assert(
      fc.property(releaseDay, (on) => {
        // As the page of the route and the receipt reckon them.
        const before = createClocks(policy, calendar, on);
        const { promises, outer } = seen(on, [], on);
        for (const name of ["first-open", "acknowledge", "result"] as const) {
          const after = promises.find(({ known }) => known.name === name);
          expect(after?.clock).toEqual(before[name]);
        }
        expect(outer).toEqual({ kind: "ahead", on: before.outerEscalation.on });
      }),
    );
  });

  test("end with one that no pause, extension or transfer moves", () => {
    fc.assert(
      fc.property(releaseDay, fc.constantFrom("ReporterAsked", "Extended", "Transferred"), (on, type) => {
        const acts: readonly CaseEvent[] = [
          { type: "Opened", on },
          { type: "Acknowledged", on },
          { type: "Classified", kind: "report", on },
          type === "Transferred" ? { type, on, to: "xa-ben" as CommitteeId, key } : { type, on, days: 3 },
        ];
        const { outer } = seen(on, acts, on);
        expect(outer).toEqual({ kind: "ahead", on: createClocks(policy, calendar, on).outerEscalation.on });
      }),
    );
  });

  test("are opened to the superior on the day after the last of them, and not on it", () => {
    fc.assert(
      fc.property(releaseDay, (on) => {
        const met: readonly CaseEvent[] = [
          { type: "Opened", on },
          { type: "Acknowledged", on },
          { type: "Classified", kind: "report", on },
        ];
        const last = createClocks(policy, calendar, on).outerEscalation.on;
        expect(seen(on, met, last).outer.kind).toBe("ahead");
        expect(seen(on, met, addDays(last, 1)).outer).toEqual({ kind: "may-read", since: addDays(last, 1) });
      }),
      { numRuns: 30 },
    );
  });
});

describe("a date that was promised", () => {
  const on = "2026-03-02" as PlainDate;
  const changedOn = "2026-03-04" as PlainDate;

  const after: Law = { policy, calendar: createCalendar(yearsWithDaysOff("2026-03-10", "2026-03-11")) };

  function changed() {
    const release = { on, receiver, fallback: superior };
    const written = toHistory(release, [], [recordedChange(release, [], changedOn, law, after)]);
    const state = follow(written, changedOn, after);
    const promises = promisesOf(state, trace(written, changedOn, after), changedOn, after);
    return { promises, outer: outerDateOf(state, after) };
  }

  test("does not move later by a new calendar: old and new are told with the reason", () => {
    const { promises, outer } = changed();
    const result = promises.find(({ known }) => known.name === "result");
    if (result === undefined) throw new Error("no result clock");
    expect(limitOf(result.clock).on).toBe("2026-03-30");
    expect(result.known.promised?.limit).toBe("2026-03-30");
    expect(result.clock.promise?.reckonedOn).toBe("2026-04-01");
    expect(result.because).toBe("calendar");
    expect(outer).toEqual({ kind: "ahead", on: createClocks(policy, calendar, on).outerEscalation.on });
  });

  test("says nothing of a change where there was none", () => {
    for (const { because, known } of seen(on, [], changedOn).promises)
      expect([because, known.promised]).toEqual([null, null]);
  });
});
