import type { CaseRow } from "../../api/officer.schema.ts";
import type { VerifiedChain } from "../../crypto/chain.ts";
import type { CaseFlag, CaseState } from "../../domain/case/case.ts";
import { findHistoryFault } from "../../domain/case/case.decide.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { outerEscalationOf } from "../../domain/case/case.clocks.ts";
import { replay } from "../../domain/case/case.evolve.ts";
import { vocabulary } from "../../domain/case/case.vocabulary.ts";
import type { Law } from "../../domain/clocks.ts";
import type { KeyId } from "../../domain/ids.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import type { StepRecord } from "../../envelope/case-record.ts";
import type { KnownOrganisation } from "../organisation.ts";
import type { FileFault } from "./case-file.ts";

/** The first act that the law does not allow where it stands. */
export function impossibleActs(history: readonly CaseEvent[], law: Law): readonly FileFault[] {
  const fault = findHistoryFault(history, law);
  if (fault === undefined) return [];
  const { index, reason } = fault;
  const isAct = (event: CaseEvent) => vocabulary[event.type].by !== "clock";
  const event = history[index];
  const place =
    event === undefined || !isAct(event) ? null : history.slice(0, index + 1).filter(isAct).length;
  return [{ kind: "impossible", place, reason }];
}

/** Steps that the server has written down and that are not in the history as this desk reckons it. */
export function inventedSteps(
  steps: readonly StepRecord[],
  events: readonly CaseEvent[],
): readonly FileFault[] {
  const left = events.map(nameOf);
  for (const { after, step } of steps) {
    const at = left.indexOf(nameOf(step));
    if (at === -1) return [{ kind: "steps-invented", place: after }];
    left.splice(at, 1);
  }
  return [];
}

function nameOf(event: CaseEvent): string {
  return `${event.type}/${event.on}/${"clock" in event ? event.clock : ""}`;
}

/**
 * Whether the server may not yet have reckoned its cases by the law that the directory already carries: its job runs
 * every hour. Until then what it says of time is another law's.
 */
export function isLawSettling({ lawChanges }: KnownOrganisation, today: PlainDate): boolean {
  return lawChanges.some(({ on }) => on >= addDays(today, -1));
}

/** What a row is held against. `recorded`: what people did and what the server has written down of time. */
export type RowGrounds = {
  readonly row: CaseRow;
  readonly chain: VerifiedChain;
  readonly state: CaseState;
  readonly recorded: readonly CaseEvent[];
  readonly law: Law;
  readonly isLawSettling: boolean;
};

/**
 * Whether a row says something else than the checked history. Of what time does it may know less than this desk: the
 * daily job can be late. It may not know more, nor anything else.
 */
export function disagrees({ row, chain, state, recorded, law, isLawSettling }: RowGrounds): boolean {
  if (chain.end.sequence !== row.sequence || toBase64url(chain.end.chain) !== row.chain) return true;
  if (row.as === "officer" && (row.caseKey?.id ?? null) !== caseKeyAfter(recorded)) return true;
  if (row.committee !== state.committee || row.fallback !== state.superior || row.kind !== state.kind)
    return true;
  if (isLawSettling) return false;
  const agrees = (known: CaseState) =>
    row.status === known.status &&
    haveSameFlags(row.flags, known) &&
    row.outerEscalationOn === outerEscalationOf(known, law);
  return !agrees(state) && !agrees(replay(recorded));
}

/** The case key that the signed history names last; null: the committee in charge reads with its own. */
export function caseKeyAfter(events: readonly CaseEvent[]): KeyId | null {
  for (const event of events.toReversed()) {
    if (event.type === "HandedOver" || event.type === "Recused") return event.key;
    if (event.type === "Transferred" || event.type === "TakenOver") return null;
  }
  return null;
}

function haveSameFlags(flags: readonly CaseFlag[], state: CaseState): boolean {
  const said = new Set(flags);
  return (Object.keys(state.flags) as readonly CaseFlag[]).every(
    (flag) => said.has(flag) === state.flags[flag],
  );
}
