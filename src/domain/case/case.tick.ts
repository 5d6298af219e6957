import { addWorkingDays } from "../calendar.ts";
import { type Law, limitOf } from "../clocks.ts";
import { addDays, laterOf, type PlainDate } from "../plain-date.ts";
import { type CaseClock, type CaseState, getPause, getRunningClock, isDecided, type Pause } from "./case.ts";
import { bindingClocks, clockOf, outerEscalationOf, rowOf } from "./case.clocks.ts";
import type { eventOf, StepName } from "./case.commands.ts";
import type { EventOf } from "./case.events.ts";
import { evolve } from "./case.evolve.ts";

/** What time does by itself. */
export type StepEvent = { [Name in StepName]: EventOf<(typeof eventOf)[Name]> }[StepName];

/** A state brought to a day, and the events that brought it there. */
export type Advanced = { readonly state: CaseState; readonly events: readonly StepEvent[] };

/**
 * The next thing that happens if nobody does anything: its day is the day on which the case is due for the daily
 * job. Null: nothing will. Of several on one day the first of their order.
 */
export function nextStep(state: CaseState, law: Law): StepEvent | null {
  if (state.erasedOn !== null) return null;
  const steps = [
    ...receptions(state),
    ...resumptions(state, law),
    ...overdues(state, law),
    ...escalations(state, law),
    ...erasures(state, law),
  ];
  return steps.reduce<StepEvent | null>(
    (first, step) => (first === null || step.on < first.on ? step : first),
    null,
  );
}

/**
 * Brings a case to a day: everything that became due up to and on it, in the order and with the dates in which it
 * became due, whenever that is found out. Twice is as good as once, a week at once as good as seven days.
 */
export function advance(state: CaseState, today: PlainDate, law: Law): Advanced {
  const events: StepEvent[] = [];
  let now = state;
  for (let step = nextStep(now, law); step !== null && step.on <= today; step = nextStep(now, law)) {
    events.push(step);
    now = evolve(now, step);
  }
  return { state: now, events };
}

/** The automatic events that are due. */
export function tick(state: CaseState, today: PlainDate, law: Law): readonly StepEvent[] {
  return advance(state, today, law).events;
}

/** A letter passed on arrives with the next daily release, so that nobody can hold it up. */
function receptions(state: CaseState): readonly StepEvent[] {
  if (state.status !== "transferred" || state.receivedOn !== null || state.transferredOn === null) return [];
  return [{ type: "TransferReceived", on: addDays(state.transferredOn, 1) }];
}

function resumptions(state: CaseState, law: Law): readonly StepEvent[] {
  const result = getRunningClock(state, "result");
  const pause = getPause(result);
  if (result === undefined || pause === undefined) return [];
  return [{ type: "ClockResumed", on: addDays(lastDayOf(pause, result, law), 1) }];
}

function lastDayOf({ from, days }: Pause, clock: CaseClock, law: Law): PlainDate {
  return rowOf(clock, law).unit === "working-day"
    ? addWorkingDays(from, days, law.calendar)
    : addDays(from, days);
}

/** A limit is kept until 24:00 of its last day (Bộ luật Dân sự 2015, Điều 148): overdue from the next morning. */
function overdues(state: CaseState, law: Law): readonly StepEvent[] {
  return binding(state)
    .filter(({ overdueOn }) => overdueOn === null)
    .map((clock) => ({
      type: "BecameOverdue",
      clock: clock.name,
      on: laterOf(addDays(limitOf(clockOf(clock, law)).on, 1), clock.knownOn),
    }));
}

/** One per missed clock, stopped by the same event; and the outer one, which only a decision stops. */
function escalations(state: CaseState, law: Law): readonly StepEvent[] {
  if (state.superior === null) return [];
  const steps = binding(state)
    .filter(({ escalatedOn }) => escalatedOn === null)
    .map((clock): StepEvent => ({
      type: "Escalated",
      clock: clock.name,
      on: laterOf(addDays(clockOf(clock, law).escalation.on, 1), clock.knownOn),
    }));
  if (state.escalatedOn !== null || isDecided(state)) return steps;
  const on = laterOf(addDays(outerEscalationOf(state, law), 1), state.outer.knownOn);
  return [...steps, { type: "Escalated", clock: "outer", on }];
}

function binding(state: CaseState): readonly CaseClock[] {
  return state.clocks.filter(
    ({ name, stoppedOn }) => stoppedOn === null && bindingClocks.some((each) => each === name),
  );
}

/** A refused letter is kept for its year, and for as long as the superior was asked to look at it again. */
function erasures(state: CaseState, law: Law): readonly StepEvent[] {
  if (state.status !== "refused" || state.reviewAskedOn !== null) return [];
  const clock = getRunningClock(state, "retention-refused");
  if (clock === undefined) return [];
  return [{ type: "Erased", on: laterOf(addDays(limitOf(clockOf(clock, law)).on, 1), clock.knownOn) }];
}
