import { type Law, limitOf } from "../clocks.ts";
import type { PlainDate } from "../plain-date.ts";
import type { CaseClock, CaseState, Promised } from "./case.ts";
import { clockOf, extraDays, outerEscalationOf } from "./case.clocks.ts";

export const lawChangeReasons = ["calendar", "policy", "congress"] as const;
/** What was imported: shown to the reporter beside a date that changed. */
export type LawChangeReason = (typeof lawChangeReasons)[number];

/** One clock whose dates the new law reckons otherwise. */
export type ClockMove = {
  /** Position in the case's list of clocks. */
  readonly place: number;
  /** What had been said. */
  readonly promised: Omit<Promised, "changedOn">;
  /** Where the limit would be by the new law alone; the earlier of the two holds. */
  readonly reckoned: PlainDate;
};

/** The record of a recomputation: it alone is enough to keep every promise without the old tables. */
export type LawChange = {
  readonly because: LawChangeReason;
  readonly moves: readonly ClockMove[];
  /** The outer escalation date, which no law moves. */
  readonly outer: PlainDate;
};

/**
 * What a new calendar, policy or congress does to a case: the parameters of `change-law`, or undefined if it does
 * nothing. Ask it of a state that `advance` has brought to the day by the old law.
 */
export function findLawChange(
  state: CaseState,
  before: Law,
  after: Law,
  because: LawChangeReason,
): LawChange | undefined {
  const moves = state.clocks.flatMap((clock, place): readonly ClockMove[] => {
    const promised = datesOf(clock, before);
    const reckoned = datesOf(clock, after);
    return isSame(promised, reckoned) ? [] : [{ place, promised, reckoned: reckoned.limit }];
  });
  const outer = outerEscalationOf(state, before);
  if (moves.length === 0 && outer === outerEscalationOf(state, after)) return undefined;
  return { because, moves, outer };
}

function datesOf(clock: CaseClock, law: Law): Omit<Promised, "changedOn"> {
  const dated = clockOf(clock, law);
  return {
    extra: extraDays(clock, law),
    due: dated.due.on,
    limit: limitOf(dated).on,
    hardDue: dated.hardDue.on,
    escalation: dated.escalation.on,
  };
}

function isSame(a: Omit<Promised, "changedOn">, b: Omit<Promised, "changedOn">): boolean {
  return a.due === b.due && a.limit === b.limit && a.hardDue === b.hardDue && a.escalation === b.escalation;
}
