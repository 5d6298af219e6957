import { type CaseState, getClock, superiorMayRead } from "../../src/domain/case/case.ts";
import { outerEscalationOf } from "../../src/domain/case/case.clocks.ts";
import { nextStep } from "../../src/domain/case/case.tick.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { CasesTable } from "../db/schema.ts";
import type { KnownLaw } from "../laws/laws.codec.ts";

/** What of a case's row follows from its events and the law. */
export type StateColumns = Pick<
  CasesTable,
  | "committee"
  | "fallback"
  | "status"
  | "state"
  | "law"
  | "outer_escalation_on"
  | "next_step_on"
  | "late_since"
  | "superior_sees"
>;

/** The columns of a state. Inverse, for the state itself: `stateOf`. */
export function toStateColumns(state: CaseState, { digest, law }: KnownLaw): StateColumns {
  return {
    committee: state.committee,
    fallback: state.superior,
    status: state.status,
    state: JSON.stringify(state),
    law: digest,
    outer_escalation_on: outerEscalationOf(state, law),
    next_step_on: nextStep(state, law)?.on ?? null,
    late_since: lateSince(state),
    superior_sees: isSeenBySuperior(state) ? 1 : 0,
  };
}

/**
 * The state in a row. It is not parsed: this program alone writes it, in the batch of the events that it is folded from,
 * and nobody has to believe it, since every reader folds the chain. A list reads five hundred of them.
 */
export function stateOf({ state }: Pick<CasesTable, "state">): CaseState {
  return JSON.parse(state) as CaseState;
}

/** The first day on which a limit that still runs had passed; null: none has. */
export function lateSince({ clocks }: Pick<CaseState, "clocks">): PlainDate | null {
  const missed = clocks.flatMap(({ stoppedOn, overdueOn }) => (stoppedOn === null ? (overdueOn ?? []) : []));
  return missed.toSorted()[0] ?? null;
}

/**
 * Whether the superior sees that there is such a case: it is late, or was handed up, or the reporter asked. A demand for an
 * explanation keeps it in sight, or the answer to it could not be read.
 */
export function isSeenBySuperior(state: CaseState): boolean {
  if (state.superior === null) return false;
  return state.flags.overdue || superiorMayRead(state) || getClock(state, "explanation") !== undefined;
}
