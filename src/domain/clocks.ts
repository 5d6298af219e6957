import { type Calendar, countWorkingDays } from "./calendar.ts";
import { type Congress, startAfterCongress } from "./congress.ts";
import { type DueDate, dueOn } from "./due-date.ts";
import type { PlainDate } from "./plain-date.ts";
import {
  type Basis,
  basisFor,
  type BasisGroup,
  type CaseKind,
  type ClockName,
  type ClockStop,
  type PolicyVersion,
  requirePolicyRow,
} from "./policy.ts";

/** One limit of one case, with the day on which it was promised and the paper that it comes from. */
export type Clock = {
  readonly name: ClockName;
  readonly startedOn: PlainDate;
  readonly stop: ClockStop;
  /** The original limit. Nothing moves it: statistics count against it whatever was extended since. */
  readonly due: DueDate;
  /** The limit after extensions and pauses; null while there are none. */
  readonly extendedDue: DueDate | null;
  /** The last limit, whatever the reasons. */
  readonly hardDue: DueDate;
  /** When the hard limit is missed: after this day the superior can read. */
  readonly escalation: DueDate;
  readonly basis: Basis;
  readonly citation: string;
  readonly verified: boolean;
  /** The day of the event, where the count waits for a congress and `startedOn` is the day of that; else null. */
  readonly heldSince: PlainDate | null;
  /** What was said before the law changed; null while the dates are what the arithmetic gives. */
  readonly promise: KeptPromise | null;
};

/** A new calendar or policy came on `changedOn` and would end the limit on `reckonedOn`: the earlier day holds. */
export type KeptPromise = { readonly changedOn: PlainDate; readonly reckonedOn: PlainDate };

/** The limits and the days that count, as they stood together. */
export type Law = {
  readonly policy: PolicyVersion;
  readonly calendar: Calendar;
  /** The next congress of the committee in charge; null or absent: none is called. */
  readonly congress?: Congress | null;
};

/** The clocks that the release of a letter starts, and the date printed for its sender. */
export type LetterClocks = {
  readonly "first-open": Clock;
  readonly acknowledge: Clock;
  readonly result: Clock;
  /**
   * After this day, at the latest, the superior can read a letter that was not answered. Fixed at sending;
   * pauses and extensions do not move it, only the sender's own turning it into a tố cáo does.
   */
  readonly outerEscalation: DueDate;
};

/** Which limit was meant: the original one, or the one after extensions. */
export type Within = "original" | "extended";

/**
 * Where a clock stands at a day. `daysLeft`: working days after today up to the limit, 0 on its last day.
 * `daysLate`: working days after the limit, 0 if only days off have passed since.
 */
export type ClockState =
  | { readonly kind: "running" | "near"; readonly within: Within; readonly daysLeft: number }
  | { readonly kind: "overdue"; readonly phase: OverduePhase; readonly daysLate: number }
  | { readonly kind: "kept"; readonly within: Within }
  | { readonly kind: "missed"; readonly phase: OverduePhase; readonly daysLate: number };

/** What has passed: the limit alone, the hard limit too, or also the time after which the superior can read. */
export type OverduePhase = "late" | "past-hard-limit" | "escalated";

/** A clock is near its end from this many working days before it. Our own choice: a warning, not a limit. */
export const nearWorkingDays = 2;

/**
 * The clock `name` of a case of that kind, set running by an event on that day. Throws RangeError if the policy
 * has no row for it, or for the escalation after it, on that day.
 */
export function startClock(
  name: ClockName,
  kind: CaseKind,
  happenedOn: PlainDate,
  policy: PolicyVersion,
  calendar: Calendar,
  group: BasisGroup | "unknown" = "unknown",
  congress: Congress | null = null,
): Clock {
  const row = requirePolicyRow(policy, name, kind, happenedOn);
  const escalate = requirePolicyRow(policy, "escalate", "overdue", happenedOn);
  const startedOn =
    name === "result"
      ? startAfterCongress(happenedOn, kind, policy.congress, calendar, congress)
      : happenedOn;
  const hardDue = dueOn(startedOn, row.hardLimit, row.unit, calendar);
  const escalation = dueOn(hardDue.on, escalate.amount, escalate.unit, calendar);
  return {
    name,
    startedOn,
    stop: row.stop,
    due: dueOn(startedOn, row.amount, row.unit, calendar),
    extendedDue: null,
    hardDue,
    escalation: { ...escalation, provisional: hardDue.provisional || escalation.provisional },
    basis: basisFor(row, group),
    citation: row.citation,
    verified: row.verified,
    heldSince: startedOn === happenedOn ? null : happenedOn,
    promise: null,
  };
}

/**
 * The clocks of a letter released on that day. Its group of manifestations decides how much weight a limit has:
 * the reporter's browser and the officer's know it, the server does not. Throws as `startClock` does.
 */
export function createClocks(
  policy: PolicyVersion,
  calendar: Calendar,
  releasedOn: PlainDate,
  group: BasisGroup | "unknown" = "unknown",
  congress: Congress | null = null,
): LetterClocks {
  const start = (name: ClockName): Clock =>
    startClock(name, "report", releasedOn, policy, calendar, group, congress);
  const result = start("result");
  return {
    "first-open": start("first-open"),
    acknowledge: start("acknowledge"),
    result,
    outerEscalation: result.escalation,
  };
}

/** The limit that counts: after extensions and pauses, if there are any. */
export function limitOf(clock: Pick<Clock, "due" | "extendedDue">): DueDate {
  return clock.extendedDue ?? clock.due;
}

/**
 * Where the clock stands on `today`; `stoppedOn` is the day of the event that stopped it, null while none has.
 * A limit is kept until 24:00 of its last day, so it is overdue only on the day after.
 */
export function clockState(
  clock: Clock,
  stoppedOn: PlainDate | null,
  today: PlainDate,
  calendar: Calendar,
): ClockState {
  const limit = limitOf(clock);
  const on = stoppedOn ?? today;
  if (on > limit.on) {
    const daysLate = countWorkingDays(limit.on, on, calendar);
    return { kind: stoppedOn === null ? "overdue" : "missed", phase: phaseOn(on, clock), daysLate };
  }
  const within: Within = on <= clock.due.on ? "original" : "extended";
  if (stoppedOn !== null) return { kind: "kept", within };
  const daysLeft = countWorkingDays(today, limit.on, calendar);
  return { kind: daysLeft <= nearWorkingDays ? "near" : "running", within, daysLeft };
}

function phaseOn(date: PlainDate, clock: Clock): OverduePhase {
  if (date > clock.escalation.on) return "escalated";
  return date > clock.hardDue.on ? "past-hard-limit" : "late";
}
