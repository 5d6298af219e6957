import type { CaseClock, CaseState } from "../../domain/case/case.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import type { LawChangeReason } from "../../domain/case/case.law-record.ts";
import { clockOf, outerEscalationOf, rowOf } from "../../domain/case/case.clocks.ts";
import { isDecided } from "../../domain/case/case.ts";
import { type Clock, type ClockState, clockState, type Law } from "../../domain/clocks.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { PolicyRow } from "../../domain/policy.ts";

/** One date that was promised to the reporter: what has happened to it, where it stands, and by what it goes. */
export type PromisedClock = {
  readonly known: CaseClock;
  readonly clock: Clock;
  readonly row: PolicyRow;
  readonly state: ClockState;
  /** What changed the law since it was promised; null: nothing did. */
  readonly because: LawChangeReason | null;
  /** Of the clocks of its name the last. Those before it ended when the case changed hands or became formal. */
  readonly isCurrent: boolean;
};

/** Every date of a case, in the order in which they were promised. */
export function promisesOf(
  state: CaseState,
  events: readonly CaseEvent[],
  today: PlainDate,
  law: Law,
): readonly PromisedClock[] {
  return state.clocks.map((known, place) => {
    // The reporter's browser is not told the group: a limit claims no more than it can for every group.
    const clock = clockOf(known, law);
    return {
      known,
      clock,
      row: rowOf(known, law),
      state: clockState(clock, known.stoppedOn, today, law.calendar),
      because: known.promised === null ? null : reasonOn(events, known.promised.changedOn),
      isCurrent: !state.clocks.slice(place + 1).some(({ name }) => name === known.name),
    };
  });
}

function reasonOn(events: readonly CaseEvent[], on: PlainDate): LawChangeReason | null {
  const change = events.findLast((event) => event.type === "LawChanged" && event.on === on);
  return change?.type === "LawChanged" ? change.because : null;
}

/** When, at the latest, the superior may read: the date that was printed at sending, or what has become of it. */
export type OuterDate =
  | { readonly kind: "nobody" }
  | { readonly kind: "taken-over"; readonly on: PlainDate }
  | { readonly kind: "may-read"; readonly since: PlainDate }
  | { readonly kind: "decided"; readonly on: PlainDate }
  | { readonly kind: "ahead"; readonly on: PlainDate };

/** Where the date printed at sending stands. */
export function outerDateOf(state: CaseState, law: Law): OuterDate {
  if (state.takenOverOn !== null) return { kind: "taken-over", on: state.takenOverOn };
  if (state.superior === null) return { kind: "nobody" };
  const since = mayReadSince(state);
  if (since !== null) return { kind: "may-read", since };
  const on = outerEscalationOf(state, law);
  return isDecided(state) ? { kind: "decided", on } : { kind: "ahead", on };
}

/** The first day on which the superior might read, for whichever reason. */
function mayReadSince({ escalatedOn, proposedOn, reviewAskedOn }: CaseState): PlainDate | null {
  const days = [escalatedOn, proposedOn, reviewAskedOn].filter((day) => day !== null);
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null);
}
