import { type Calendar, countWorkingDays } from "../calendar.ts";
import { type Clock, type Law, limitOf, startClock } from "../clocks.ts";
import { type DueDate, dueOn, type LimitUnit } from "../due-date.ts";
import { daysBetween, laterOf, type PlainDate } from "../plain-date.ts";
import {
  type BasisGroup,
  type CaseKind,
  type ClockName,
  type ClockStop,
  type PolicyRow,
  type ReportKind,
  requirePolicyRow,
  stopOf,
} from "../policy.ts";
import type { CaseClock, CaseState, Pause, Promised } from "./case.ts";
import type { CaseEvent, CaseEventType } from "./case.events.ts";

/**
 * Which events a policy row's `stop` means. A take-over stops every clock of the committee that lost the case. An
 * acknowledgement does not stop the acknowledge clock: its row says `classified`, and a kind word is no decision.
 */
export const stoppingEvents = {
  opened: ["Opened", "TakenOver"],
  classified: ["Classified", "TakenOver"],
  transferred: ["Transferred", "VerificationBegun", "Refused", "TakenOver"],
  concluded: ["Concluded", "Refused", "Transferred", "TakenOver"],
  explained: ["Explained", "TakenOver"],
  closed: ["Closed", "TakenOver"],
  "review-asked": ["ReviewAsked", "TakenOver"],
  erased: ["Erased", "TakenOver"],
  "stop event of the missed clock": [],
} as const satisfies Record<ClockStop, readonly CaseEventType[]>;

const received = ["first-open", "acknowledge", "result"] as const;

/** Which clocks an event starts. One that starts anew ends the one of its name before it. */
export const startedClocks: Readonly<Partial<Record<CaseEventType, readonly ClockName[]>>> = {
  Released: received,
  TransferReceived: received,
  TakenOver: ["acknowledge", "result"],
  MadeFormal: ["result"],
  Classified: ["transfer"],
  ExplanationDemanded: ["explanation"],
  Transferred: ["review"],
  Refused: ["review", "retention-refused"],
  Concluded: ["review", "reporter-comment"],
};

/** Clocks that hold the committee in charge: missed, they are marked and, in the end, open the letter to the superior. */
export const bindingClocks = ["first-open", "acknowledge", "result", "explanation"] as const;

/** Whether such an event stops the clock. A clock stops by its own event and by nothing else. */
export function isStoppedBy(clock: Pick<Clock, "stop">, type: CaseEventType): boolean {
  return stoppingEvents[clock.stop].some((each) => each === type);
}

/** The day on which the history first stopped the clock, null while it runs. */
export function stoppedOn(
  clock: Pick<Clock, "stop" | "startedOn">,
  events: readonly CaseEvent[],
): PlainDate | null {
  return events.find((event) => event.on >= clock.startedOn && isStoppedBy(clock, event.type))?.on ?? null;
}

/** Which row's kind governs a clock of a case of that kind. */
export function kindOf(name: ClockName, kind: ReportKind): CaseKind {
  if (name === "explanation") return "overdue";
  if (name === "retention-refused") return "refused";
  return name === "result" || name === "reporter-comment" || name === "review" ? kind : "report";
}

type Turning = Pick<CaseState, "clocks" | "kind" | "transferredOn" | "takenOverOn">;

/** The clocks after an event: those it stops, and those it starts. `startedOn` may lie before the event. */
export function turnClocks(
  state: Turning,
  { type, on }: Pick<CaseEvent, "type" | "on">,
  startedOn: PlainDate = on,
): readonly CaseClock[] {
  const starting = (startedClocks[type] ?? []).filter((name) => name !== "transfer" || mayTransfer(state));
  const ends = ({ name, stoppedOn }: CaseClock) =>
    stoppedOn === null && (isStoppedBy({ stop: stopOf[name] }, type) || starting.includes(name));
  const turned = state.clocks.map((clock) => (ends(clock) ? { ...clock, stoppedOn: on } : clock));
  return [...turned, ...starting.map((name) => createClock(name, kindOf(name, state.kind), startedOn, on))];
}

/** The time for a transfer runs once, from the first classification. */
function mayTransfer({ clocks, transferredOn, takenOverOn }: Turning): boolean {
  return transferredOn === null && takenOverOn === null && !clocks.some(({ name }) => name === "transfer");
}

/** A clock that nothing has happened to. */
export function createClock(
  name: ClockName,
  kind: CaseKind,
  startedOn: PlainDate,
  knownOn: PlainDate,
): CaseClock {
  return {
    name,
    kind,
    startedOn,
    knownOn,
    stoppedOn: null,
    extensions: [],
    pauses: [],
    overdueOn: null,
    escalatedOn: null,
    promised: null,
  };
}

/** The row that governs a clock. */
export function rowOf(clock: CaseClock, law: Law): PolicyRow {
  return requirePolicyRow(law.policy, clock.name, clock.kind, clock.startedOn);
}

/**
 * The dates of a clock by the law of the day. Extensions and pauses move the limit and never the hard limit. What
 * was promised before the law changed is never later than promised.
 */
export function clockOf(clock: CaseClock, law: Law, group: BasisGroup | "unknown" = "unknown"): Clock {
  const known = reckoned.get(clock);
  if (known?.law === law && known.group === group) return known.clock;
  const { policy, calendar, congress } = law;
  const { name, kind, startedOn, promised } = clock;
  const fresh = startClock(name, kind, startedOn, policy, calendar, group, congress);
  const extended = extendClock(fresh, clock, law);
  const dated = promised === null ? extended : keepPromise(extended, promised, clock, extraDays(clock, law));
  reckoned.set(clock, { law, group, clock: dated });
  return dated;
}

/** What was reckoned last: clocks and laws never change, and a list asks for the same dates again and again. */
const reckoned = new WeakMap<
  CaseClock,
  { readonly law: Law; readonly group: BasisGroup | "unknown"; readonly clock: Clock }
>();

function extendClock(fresh: Clock, clock: CaseClock, law: Law): Clock {
  const extra = extraDays(clock, law);
  if (extra === 0) return fresh;
  const { amount, unit } = rowOf(clock, law);
  const reckoned = dueOn(fresh.startedOn, amount + extra, unit, law.calendar);
  return { ...fresh, extendedDue: notAfter(reckoned, fresh.hardDue.on) };
}

/** By how many days, in the row's unit, extensions and pauses have moved the limit. */
export function extraDays(clock: CaseClock, law: Law): number {
  return sum(clock.extensions) + pausedDays(clock, law);
}

/** For how many days, in the row's unit, questions to the reporter have stopped the clock; of one that goes on, all. */
export function pausedDays(clock: CaseClock, law: Law): number {
  const { unit } = rowOf(clock, law);
  return sum(clock.pauses.map((pause) => daysOf(pause, unit, law.calendar)));
}

function daysOf({ from, days, lastOn }: Pause, unit: LimitUnit, calendar: Calendar): number {
  if (lastOn === null) return days;
  const passed =
    unit === "working-day" ? countWorkingDays(from, lastOn, calendar) : daysBetween(from, lastOn);
  return Math.min(days, Math.max(0, passed));
}

const sum = (days: readonly number[]): number => days.reduce((total, each) => total + each, 0);

function notAfter(date: DueDate, on: PlainDate): DueDate {
  return date.on > on ? { ...date, on } : date;
}

/**
 * The earlier of what was said and what the new law gives; but nothing that the new law brings forward ends before
 * the day on which it came, and a clock that had stopped by then keeps its dates as they were.
 */
function keepPromise(clock: Clock, promised: Promised, { stoppedOn }: CaseClock, extra: number): Clock {
  const { changedOn } = promised;
  const hasEnded = stoppedOn !== null && stoppedOn <= changedOn;
  const keep = (date: DueDate, said: PlainDate): DueDate =>
    hasEnded || said <= laterOf(date.on, changedOn)
      ? { ...date, on: said }
      : { ...date, on: laterOf(date.on, changedOn) };
  const hardDue = keep(clock.hardDue, promised.hardDue);
  const due = keep(clock.due, promised.due);
  const limit = limitOf(clock);
  const moved = extra === promised.extra ? keep(limit, promised.limit) : notAfter(limit, hardDue.on);
  return {
    ...clock,
    due,
    extendedDue: clock.extendedDue === null ? null : moved,
    hardDue,
    escalation: keep(clock.escalation, promised.escalation),
    promise: { changedOn, reckonedOn: limit.on },
  };
}

/** Every clock of a case with its dates and the day on which it stopped. */
export function clocksOf(
  state: Pick<CaseState, "clocks">,
  law: Law,
  group: BasisGroup | "unknown" = "unknown",
): readonly { readonly clock: Clock; readonly stoppedOn: PlainDate | null }[] {
  return state.clocks.map((each) => ({ clock: clockOf(each, law, group), stoppedOn: each.stoppedOn }));
}

/**
 * The day after which, at the latest, the superior can read what was not decided. Reckoned from the release, by the
 * limits of a report: no pause, extension, classification, transfer or new law moves it. Only the reporter's turning
 * it into a tố cáo does.
 */
export function outerEscalationOf(
  { outer, outerPromised }: Pick<CaseState, "outer" | "outerPromised">,
  law: Law,
): PlainDate {
  return outerPromised ?? clockOf(outer, law).escalation.on;
}
