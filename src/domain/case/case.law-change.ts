import { type Law, limitOf } from "../clocks.ts";
import type { CaseClock, CaseState, Promised } from "./case.ts";
import { clockOf, extraDays, outerEscalationOf } from "./case.clocks.ts";
import type { ClockMove, LawChange, LawChangeReason } from "./case.law-record.ts";

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
