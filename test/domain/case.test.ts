import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClocks } from "../../src/domain/clocks.ts";
import { type CaseState, caseStatuses, isAnswered } from "../../src/domain/case/case.ts";
import { actions, mayDo } from "../../src/domain/case/case.actions.ts";
import { isStoppedBy, stoppedOn } from "../../src/domain/case/case.clocks.ts";
import { actorOf, actors, commandNames } from "../../src/domain/case/case.commands.ts";
import { decide, findHistoryFault } from "../../src/domain/case/case.decide.ts";
import { type CaseEvent, type CaseEventType, eventTypes } from "../../src/domain/case/case.events.ts";
import { evolve, releasedCase, replay } from "../../src/domain/case/case.evolve.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { calendar, day, policy, releaseDay } from "../support/law.ts";

const released = day("2026-02-13");
const happened = (type: CaseEventType, on: string): CaseEvent => ({ type, on: day(on) });
const history = (...events: CaseEvent[]): readonly CaseEvent[] => [
  happened("Released", "2026-02-13"),
  ...events,
];
const asOfficer = (today: string) => ({ today: day(today), actor: "officer" }) as const;

const attempt = fc.record({
  type: fc.constantFrom(...commandNames),
  actor: fc.constantFrom(...actors),
  days: fc.integer({ min: -2, max: 9 }),
});
const anyEvent = fc.record({
  type: fc.constantFrom(...eventTypes),
  on: fc.nat({ max: 60 }).map((days) => addDays(released, days)),
});

describe("given a letter that was released", () => {
  const state = replay(history());

  it("when the officer opens it, then it is opened on that day", () => {
    expect(decide({ type: "open" }, state, asOfficer("2026-02-23"))).toEqual({
      kind: "accepted",
      event: { type: "Opened", on: "2026-02-23" },
    });
  });

  it("when the officer acknowledges or writes before opening it, then that is refused", () => {
    for (const type of ["acknowledge", "send-message"] as const) {
      expect(decide({ type }, state, asOfficer("2026-02-23"))).toEqual({
        kind: "refused",
        reason: "not-opened-yet",
      });
    }
  });

  it("when the reporter writes before anybody opened it, then that is kept", () => {
    const decision = decide({ type: "reporter-message" }, state, { today: released, actor: "reporter" });
    expect(decision).toEqual({ kind: "accepted", event: { type: "ReporterWrote", on: released } });
  });

  it("when somebody acts in the other's name, then that is refused", () => {
    expect(decide({ type: "open" }, state, { today: released, actor: "reporter" })).toMatchObject({
      reason: "not-your-command",
    });
    expect(decide({ type: "reporter-message" }, state, asOfficer("2026-02-23"))).toMatchObject({
      reason: "not-your-command",
    });
  });

  it("when an act is dated before the release, or before the last act, then that is refused", () => {
    expect(decide({ type: "open" }, state, asOfficer("2026-02-12"))).toMatchObject({
      reason: "before-release",
    });
    const opened = replay(history(happened("Opened", "2026-02-25")));
    expect(decide({ type: "acknowledge" }, opened, asOfficer("2026-02-24"))).toMatchObject({
      reason: "before-last-event",
    });
  });
});

describe("given a letter that was opened", () => {
  const opened = history(happened("Opened", "2026-02-23"));

  it("when it is opened again, then nothing happens to the case", () => {
    expect(decide({ type: "open" }, replay(opened), asOfficer("2026-02-24"))).toMatchObject({
      reason: "already-opened",
    });
  });

  it("when it is acknowledged, then the state knows both days, and a second time is refused", () => {
    const state = replay([...opened, happened("Acknowledged", "2026-02-24")]);
    expect(state).toMatchObject({
      status: "acknowledged",
      openedOn: "2026-02-23",
      acknowledgedOn: "2026-02-24",
    });
    expect(decide({ type: "acknowledge" }, state, asOfficer("2026-02-25"))).toMatchObject({
      reason: "already-acknowledged",
    });
  });

  it("only a message after the acknowledgement is an answer", () => {
    const asked = [...opened, happened("MessageSent", "2026-02-23")];
    expect(isAnswered(replay(asked))).toBe(false);
    const acknowledged = [...asked, happened("Acknowledged", "2026-02-24")];
    expect(isAnswered(replay(acknowledged))).toBe(false);
    const answered = replay([...acknowledged, happened("MessageSent", "2026-03-02")]);
    expect(isAnswered(answered)).toBe(true);
    expect(answered).toMatchObject({ answeredOn: "2026-03-02" });
  });

  it("what the reporter wrote waits until the committee writes back, on the same day too", () => {
    const wrote = [...opened, happened("ReporterWrote", "2026-02-24")];
    expect(replay(wrote)).toMatchObject({ reporterWroteOn: "2026-02-24", flags: { "reporter-wrote": true } });
    const heard = replay([...wrote, happened("MessageSent", "2026-02-24")]);
    expect(heard).toMatchObject({ reporterWroteOn: "2026-02-24", flags: { "reporter-wrote": false } });
  });
});

describe("the laws of a case", () => {
  /** Runs the attempts through the decider, as the server does. */
  function run(
    start: typeof released,
    attempts: readonly {
      type: (typeof commandNames)[number];
      actor: (typeof actors)[number];
      days: number;
    }[],
  ) {
    const events: CaseEvent[] = [{ type: "Released", on: start }];
    let state = releasedCase(start);
    let today = start;
    for (const { type, actor, days } of attempts) {
      const decision = decide({ type }, state, { today: addDays(today, days), actor });
      if (decision.kind === "refused") continue;
      events.push(decision.event);
      state = evolve(state, decision.event);
      today = decision.event.on;
    }
    return { events, state };
  }

  it("replaying the events that were decided gives the state that was folded along the way", () => {
    fc.assert(
      fc.property(releaseDay, fc.array(attempt, { maxLength: 30 }), (start, attempts) => {
        const { events, state } = run(start, attempts);
        expect(replay(events)).toEqual(state);
        expect(findHistoryFault(events)).toBeUndefined();
      }),
    );
  });

  it("decided events never go back in time, and open and acknowledge once, in that order", () => {
    fc.assert(
      fc.property(releaseDay, fc.array(attempt, { maxLength: 30 }), (start, attempts) => {
        const { events } = run(start, attempts);
        const dates = events.map((event) => event.on);
        expect(dates).toEqual([...dates].sort());
        const stages = events
          .map((event) => event.type)
          .filter((type) => type === "Opened" || type === "Acknowledged");
        expect(["", "Opened", "Opened,Acknowledged"]).toContain(stages.join());
      }),
    );
  });

  it("no fold, of any events in any order, leaves the table, or dates a case before its release", () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const state: CaseState = events.reduce(evolve, releasedCase(released));
        expect(Object.keys(actions)).toContain(state.status);
        expect(state.lastEventOn >= released).toBe(true);
        expect(evolve(state, { type: "Released", on: released })).toEqual(state);
      }),
    );
  });

  it("no fold goes back: what was opened stays opened, and its days stay as they were", () => {
    const stage = ({ status }: CaseState) => caseStatuses.indexOf(status);
    const openedOn = (state: CaseState) => (state.status === "sent" ? null : state.openedOn);
    fc.assert(
      fc.property(fc.array(anyEvent), anyEvent, (events, next) => {
        const before: CaseState = events.reduce(evolve, releasedCase(released));
        const after = evolve(before, next);
        expect(stage(after) - stage(before)).toBeGreaterThanOrEqual(0);
        if (before.status !== "sent") expect(openedOn(after)).toBe(openedOn(before));
      }),
    );
  });

  it("every status answers every command, and the table allows exactly what the decider accepts", () => {
    const states: Record<(typeof caseStatuses)[number], CaseState> = {
      sent: replay(history()),
      opened: replay(history(happened("Opened", "2026-02-23"))),
      acknowledged: replay(history(happened("Opened", "2026-02-23"), happened("Acknowledged", "2026-02-23"))),
    };
    for (const status of caseStatuses) {
      for (const type of commandNames) {
        const decision = decide({ type }, states[status], { today: day("2026-03-02"), actor: actorOf[type] });
        const verdict = decision.kind === "accepted" ? "allowed" : decision.reason;
        expect(mayDo(type, status, actorOf[type])).toBe(verdict);
      }
    }
  });

  it("a history with an event dropped, doubled or moved is named at the place where it breaks", () => {
    const opened = happened("Opened", "2026-02-23");
    const acknowledged = happened("Acknowledged", "2026-02-24");
    expect(findHistoryFault(history(acknowledged))).toEqual({ index: 1, reason: "not-opened-yet" });
    expect(findHistoryFault(history(opened, opened))).toEqual({ index: 2, reason: "already-opened" });
    expect(findHistoryFault(history(opened, happened("Acknowledged", "2026-02-22")))).toEqual({
      index: 2,
      reason: "before-last-event",
    });
    expect(findHistoryFault(history(happened("Opened", "2026-02-01")))).toEqual({
      index: 1,
      reason: "before-release",
    });
    expect(findHistoryFault(history(opened, happened("Released", "2026-02-24")))).toEqual({
      index: 2,
      reason: "released-twice",
    });
    expect(findHistoryFault([opened])).toEqual({ index: 0, reason: "not-released" });
    expect(findHistoryFault([])).toEqual({ index: 0, reason: "not-released" });
    expect(() => replay([opened])).toThrow(RangeError);
  });
});

describe("the clocks of a case", () => {
  const clocks = createClocks(policy, calendar, released);
  const events = history(happened("Opened", "2026-02-23"), happened("Acknowledged", "2026-02-24"));

  it("the first opening stops the first-open clock, on its day", () => {
    expect(stoppedOn(clocks["first-open"], events)).toBe("2026-02-23");
    expect(stoppedOn(clocks["first-open"], history())).toBeNull();
  });

  it("an acknowledgement does not stop the acknowledge clock: its policy row asks for a classification", () => {
    expect(clocks.acknowledge.stop).toBe("classified");
    expect(stoppedOn(clocks.acknowledge, events)).toBeNull();
  });

  it("no event that can happen yet stops the result clock", () => {
    expect(eventTypes.filter((type) => isStoppedBy(clocks.result, type))).toEqual([]);
  });
});
