import type { CaseDetail } from "../../api/officer.schema.ts";
import { toCaseEvents, type VerifiedChain } from "../../crypto/chain.ts";
import type { CaseState } from "../../domain/case/case.ts";
import { follow, trace } from "../../domain/case/case.decide.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { type LetterRelease, toHistory } from "../../envelope/case-record.ts";
import { type KnownOrganisation, readSteps } from "../organisation.ts";
import { disagrees, impossibleActs, inventedSteps, isLawSettling } from "./case-faults.ts";
import type { FileFault } from "./case-file.ts";

/** A case brought to the day by this desk, and what of the server's word does not fit that. */
export type Reckoning = {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly faults: readonly FileFault[];
};

/**
 * What a checked chain and the law make of a case. Of the server's steps only those are taken over that no reader can
 * reckon any more, and only if the signed directory announces why; all others are held against our own.
 */
export function reckonCase(
  organisation: KnownOrganisation,
  { row, steps, today }: CaseDetail,
  release: LetterRelease,
  chain: VerifiedChain,
): Reckoning {
  const { law } = organisation;
  const acts = toCaseEvents(chain.entries);
  const reading = readSteps(organisation, steps);
  const history = toHistory(release, acts, reading.kind === "steps" ? reading.steps : []);
  const events = trace(history, today, law);
  const state = follow(history, today, law);
  const faults = [...chainFault(chain), ...impossibleActs(history, law)];
  if (reading.kind === "unannounced") {
    faults.push({ kind: "law-change-unannounced", place: reading.step.after });
    return { events, state, faults };
  }
  // Behind a broken entry the server's word must differ from what could be checked: that is no second fault.
  if (chain.fault !== null) return { events, state, faults };
  const settling = isLawSettling(organisation, today);
  if (!settling) faults.push(...inventedSteps(steps, events));
  const recorded = toHistory(release, acts, steps);
  if (disagrees({ row, chain, state, recorded, law, isLawSettling: settling }))
    faults.push({ kind: "row-disagrees", place: null });
  return { events, state, faults };
}

function chainFault({ fault }: VerifiedChain): FileFault[] {
  return fault === null ? [] : [{ kind: fault.kind, place: fault.sequence }];
}
