import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, countWorkingDays, isWorkingDay } from "../../src/domain/calendar.ts";
import {
  type CaseClock,
  type CaseState,
  type CaseStatus,
  superiorMayRead,
} from "../../src/domain/case/case.ts";
import { clockOf, outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { decide, findHistoryFault, follow, trace } from "../../src/domain/case/case.decide.ts";
import type { CaseEvent, CaseEventType } from "../../src/domain/case/case.events.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import { advance, nextStep, tick } from "../../src/domain/case/case.tick.ts";
import { vocabulary } from "../../src/domain/case/case.vocabulary.ts";
import { limitOf, startClock } from "../../src/domain/clocks.ts";
import { addDays, daysBetween, type PlainDate } from "../../src/domain/plain-date.ts";
import { anyTries, law, receiver, run, type Run, superior } from "../support/case.ts";
import { calendar, policy, releaseDay } from "../support/law.ts";

/** A law over every life: of one that breaks it, the shortest list of tries is shown. */
function always(holds: (each: Run) => void, numRuns: number): void {
  fc.assert(
    fc.property(releaseDay, anyTries, (start, made) => {
      holds(run(start, made));
    }),
    { numRuns },
  );
}

/**
 * The life of a case as it stands in the design, written down a second time: which event may follow in which status, and
 * where it leads. Events that are not named lead nowhere.
 */
const life: Record<CaseStatus, Partial<Record<CaseEventType, CaseStatus>>> = {
  sent: { Opened: "opened", TakenOver: "acknowledged" },
  opened: { Acknowledged: "acknowledged", TakenOver: "acknowledged" },
  acknowledged: { Classified: "classified", TakenOver: "acknowledged" },
  classified: {
    Classified: "classified",
    VerificationBegun: "verifying",
    Refused: "refused",
    Transferred: "transferred",
    TakenOver: "acknowledged",
  },
  verifying: {
    Classified: "verifying",
    Concluded: "concluded",
    Transferred: "transferred",
    TakenOver: "acknowledged",
  },
  concluded: { Closed: "closed", TakenOver: "acknowledged" },
  closed: { TakenOver: "acknowledged" },
  refused: { Erased: "refused", TakenOver: "acknowledged" },
  transferred: { TransferReceived: "transferred", Opened: "opened", TakenOver: "acknowledged" },
};
const moving = new Set(Object.values(life).flatMap((row) => Object.keys(row)));

function staysInTheTable({ events, state }: Run): void {
  let status: CaseStatus = "sent";
  for (const { type } of events) {
    if (!moving.has(type)) continue;
    const next: CaseStatus | undefined = life[status][type];
    expect(next, `${type} in ${status}`).toBeDefined();
    status = next ?? status;
  }
  expect(state.status).toBe(status);
}

function replaysToItself({ events, state, today }: Run): void {
  expect(replay(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(state);
  expect(findHistoryFault(events, law)).toBeUndefined();
  const people = events.filter(({ type }) => type === "Released" || vocabulary[type].by !== "clock");
  expect(findHistoryFault(people, law)).toBeUndefined();
  const now = advance(state, today, law);
  expect(trace(people, today, law)).toEqual([...events, ...now.events]);
  expect(follow(people, today, law)).toEqual(now.state);
  expect(follow(events, today, law)).toEqual(now.state);
}

function neverGoesBackInTime({ events }: Run): void {
  const dates = events.map(({ on }) => on);
  expect(dates).toEqual([...dates].sort());
}

function saysNoMoreThanTheVocabulary({ events }: Run): void {
  for (const { type, on: _, ...parameters } of events)
    expect(Object.keys(parameters).sort()).toEqual([...vocabulary[type].public].sort());
}

/** By what each clock may end: its own event, the hand that takes the case away, or its own starting anew. */
const ends: Record<string, readonly CaseEventType[]> = {
  "first-open": ["Opened", "TakenOver"],
  acknowledge: ["Classified", "TakenOver"],
  transfer: ["Transferred", "VerificationBegun", "Refused", "TakenOver"],
  result: ["Concluded", "Refused", "Transferred", "TakenOver", "MadeFormal", "TransferReceived"],
  explanation: ["Explained", "TakenOver"],
  "reporter-comment": ["Closed", "TakenOver"],
  review: ["ReviewAsked", "TakenOver", "Refused", "Transferred", "Concluded"],
  "retention-refused": ["Erased", "TakenOver"],
};

function noClockStopsWithoutItsEvent({ steps, state, events }: Run): void {
  for (const { name, stoppedOn } of state.clocks)
    if (stoppedOn !== null)
      expect(events.filter(({ on }) => on === stoppedOn).some(({ type }) => ends[name]?.includes(type))).toBe(
        true,
      );
  for (const { before, decision } of steps) {
    if (decision.kind === "refused") continue;
    const types = [...decision.automatic, decision.event].map(({ type }) => type);
    before.clocks.forEach((clock, place) => {
      const after = decision.after.clocks[place];
      expect(after?.name).toBe(clock.name);
      if (clock.stoppedOn !== null) expect(after).toEqual(clock);
      if (clock.stoppedOn === null && after?.stoppedOn !== null)
        expect(types.some((type) => ends[clock.name]?.includes(type))).toBe(true);
    });
  }
}

/** The printed date, reckoned without the case: from the release, or from the message that made it formal. */
function printedOn({ events }: Pick<Run, "events">): PlainDate {
  const formal = events.find((event) => event.type === "MadeFormal");
  const [kind, from] =
    formal === undefined
      ? (["report", events[0]?.on ?? ("" as PlainDate)] as const)
      : ([formal.kind, formal.since] as const);
  return startClock("result", kind, from, policy, calendar).escalation.on;
}

/** The last decision in the hands in which the case is now. */
function isDecidedIn(events: readonly CaseEvent[]): boolean {
  const last = events.findLast(({ type }) =>
    ["Concluded", "Refused", "Opened", "Transferred", "TakenOver"].includes(type),
  );
  return last?.type === "Concluded" || last?.type === "Refused";
}

function nobodyEscapes(each: Run): void {
  for (const { decision, before } of each.steps)
    if (decision.kind === "accepted" && decision.event.type !== "MadeFormal")
      expect(outerEscalationOf(decision.after, law)).toBe(outerEscalationOf(before, law));
  const printed = printedOn(each);
  expect(outerEscalationOf(each.state, law)).toBe(printed);
  const after = addDays(printed, 1) > each.today ? addDays(printed, 1) : each.today;
  const { state, events } = advance(each.state, after, law);
  if (isDecidedIn([...each.events, ...events])) return;
  expect(superiorMayRead(state)).toBe(true);
}

function aDecisionCanBeReviewed({ steps }: Run): void {
  for (const { decision } of steps) {
    if (decision.kind === "refused") continue;
    const { event, after } = decision;
    if (!["Refused", "Transferred", "Concluded"].includes(event.type)) continue;
    if (after.superior === null || after.reviewAskedOn !== null) continue;
    const last = addWorkingDays(event.on, 10, calendar);
    const askOn = (today: PlainDate) =>
      decide({ type: "ask-review" }, after, { today, actor: "reporter", law });
    expect(askOn(event.on).kind).toBe("accepted");
    expect(askOn(addDays(last, 1)).kind).toBe("accepted");
    expect(askOn(addDays(last, 2))).toEqual({ kind: "refused", reason: "review-window-over" });
  }
}

function timeIsTheSameHoweverItIsCounted({ state, today }: Run): void {
  for (const days of [7, 60]) {
    const end = addDays(today, days);
    const atOnce = advance(state, end, law);
    expect(tick(atOnce.state, end, law)).toEqual([]);
    let daily = { state, events: [] as CaseEvent[] };
    for (let day = today; day <= end; day = addDays(day, 1)) {
      const { state: next, events } = advance(daily.state, day, law);
      daily = { state: next, events: [...daily.events, ...events] };
    }
    expect(daily).toEqual(atOnce);
  }
}

/** The days that questions to the reporter took out of a clock, counted again. */
function waited({ pauses, kind }: CaseClock): number {
  const counted = pauses.map(({ from, days, lastOn }) => {
    if (lastOn === null) return days;
    return kind === "formal-state" ? daysBetween(from, lastOn) : countWorkingDays(from, lastOn, calendar);
  });
  return counted.reduce((total, days) => total + days, 0);
}

const capOf = { report: 10, "formal-party": 20, "formal-state": 30, overdue: 0, refused: 0 };
const extensionsOf = { report: [1, 10], "formal-party": [1, 30], "formal-state": [2, 30] };

function lengtheningIsCapped({ steps, state }: Run): void {
  const reclassified = steps.some(
    ({ decision, before }) =>
      decision.kind === "accepted" &&
      decision.event.type === "Classified" &&
      decision.event.kind !== before.kind,
  );
  for (const clock of state.clocks) {
    const { due, hardDue, extendedDue, escalation } = clockOf(clock, law);
    expect(due.on <= hardDue.on && hardDue.on < escalation.on).toBe(true);
    if (extendedDue !== null) expect(extendedDue.on <= hardDue.on && extendedDue.on >= due.on).toBe(true);
    if (clock.name !== "result") {
      expect([...clock.pauses, ...clock.extensions]).toEqual([]);
      continue;
    }
    if (reclassified) continue;
    expect(waited(clock)).toBeLessThanOrEqual(capOf[clock.kind]);
    const [most = 0, length = 0] = extensionsOf[clock.kind as keyof typeof extensionsOf];
    expect(clock.extensions.length).toBeLessThanOrEqual(most);
    for (const days of clock.extensions) expect(days).toBeLessThanOrEqual(length);
  }
}

function overdueOnTheRightMorning({ state, today }: Run): void {
  const { clocks } = advance(state, today, law).state;
  for (const clock of clocks) {
    const limit = limitOf(clockOf(clock, law)).on;
    const running = clock.stoppedOn === null || clock.stoppedOn > limit;
    const binds = ["first-open", "acknowledge", "result", "explanation"].includes(clock.name);
    if (clock.overdueOn === null) {
      if (binds && running && clock.knownOn <= limit) expect(today <= limit).toBe(true);
      continue;
    }
    if (clock.overdueOn === clock.knownOn) continue;
    const last = addDays(clock.overdueOn, -1);
    expect(last).toBe(limit);
    expect(isWorkingDay(last, calendar)).toBe(true);
    if (clock.kind === "report" && clock.name === "result") {
      const extra = waited(clock) + clock.extensions.reduce((total, days) => total + days, 0);
      expect(countWorkingDays(clock.startedOn, last, calendar)).toBe(20 + extra);
    }
    if (clock.name === "first-open") expect(countWorkingDays(clock.startedOn, last, calendar)).toBe(3);
    if (clock.name === "acknowledge") expect(countWorkingDays(clock.startedOn, last, calendar)).toBe(7);
  }
}

function passedOnOnceAndUpOnce({ events, state }: Run): void {
  expect(events.filter(({ type }) => type === "Transferred").length).toBeLessThanOrEqual(1);
  expect(new Set(state.held).size).toBe(state.held.length);
  expect(state.held[0]).toBe(receiver);
  if (state.takenOverOn !== null) expect(state.committee).toBe(superior);
}

function everyFlagSaysWhatHappened({ state }: Run): void {
  const running = (name: string) =>
    state.clocks.findLast((clock) => clock.name === name && clock.stoppedOn === null);
  expect(state.flags).toMatchObject({
    "clock-paused": running("result")?.pauses.some(({ lastOn }) => lastOn === null) ?? false,
    overdue: state.clocks.some(({ stoppedOn, overdueOn }) => stoppedOn === null && overdueOn !== null),
    "explanation-demanded": running("explanation") !== undefined,
    formal: state.kind !== "report",
    escalated: state.escalatedOn !== null,
  });
}

const timeLaw = "a tick twice is a tick once, a week at once is seven days";
const laws: Record<string, (each: Run) => void> = {
  "no sequence leaves the table": staysInTheTable,
  "replaying the events gives the state, with what time did or without": replaysToItself,
  "no event is dated before the one before it": neverGoesBackInTime,
  "no event says more than the vocabulary lets the server know": saysNoMoreThanTheVocabulary,
  "no clock stops without its event, and none that has stopped changes": noClockStopsWithoutItsEvent,
  "after the outer date there is a decision, or the superior may read; only make-formal moves the date":
    nobodyEscapes,
  "every refusal, transfer and outcome leaves ten working days to ask for a review": aDecisionCanBeReviewed,
  [timeLaw]: timeIsTheSameHoweverItIsCounted,
  "pauses and extensions stay within the row, and the limit within the hard limit": lengtheningIsCapped,
  "a clock is overdue on the morning after its last day, and none is forgotten": overdueOnTheRightMorning,
  "a case is passed on once, never back, and taken over by its superior only": passedOnOnceAndUpOnce,
  "every flag says what happened": everyFlagSaysWhatHappened,
};

/** Ten thousand in `npm run test:long`: they take most of a minute. */
const lives = Number(process.env["LIVES"] ?? 2_000);

describe("the laws of a case, over any commands by anybody on any days", () => {
  it.each(Object.entries(laws))("%s", (_, holds) => always(holds, 250));

  it(`hold over ${lives} lives, in which everything happens that can happen`, { timeout: 600_000 }, () => {
    const seen = new Set<CaseEventType>();
    always((each) => {
      const { events } = advance(each.state, addDays(each.today, 500), law);
      for (const { type } of [...each.events, ...events]) seen.add(type);
      for (const [name, holds] of Object.entries(laws)) if (name !== timeLaw) holds(each);
    }, lives);
    // A change of the law is no command of a person: it has its own laws.
    const unseen = Object.keys(vocabulary).filter((type) => !seen.has(type as CaseEventType));
    expect(unseen).toEqual(["LawChanged"]);
  });

  it("with nobody above, nothing ever opens the letter to anybody else", () => {
    fc.assert(
      fc.property(releaseDay, anyTries, (start, made) => {
        const alone = run(start, made, null);
        const { state } = advance(alone.state, addDays(alone.today, 300), law);
        expect(superiorMayRead(state)).toBe(false);
        expect(nextStep(state, law)?.type ?? "none").not.toBe("Escalated");
      }),
      { numRuns: 200 },
    );
  });

  it("a state is plain data: it can be stored, sent and compared", () => {
    always(({ state }) => expect(JSON.parse(JSON.stringify(state)) as CaseState).toEqual(state), 100);
  });
});
