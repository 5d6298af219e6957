import { replay } from "../domain/case/case.evolve.ts";
import type { CaseEvent } from "../domain/case/case.events.ts";
import type { CaseState, CaseStatus } from "../domain/case/case.ts";
import type { CommitteeId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { officerEventTypes } from "./officer-event.ts";

// The law knows the whole life of a case; what is signed, stored and shown is so far its beginning. This is where
// the one is narrowed to the other: whoever carries another event widens these lists, and the compiler names the rest.

/** Types of the entries that a case's chain can hold so far. */
export const carriedEventTypes = [...officerEventTypes, "ReporterWrote"] as const;
export type CarriedEventType = (typeof carriedEventTypes)[number];

/** An entry of a chain as the law folds it. */
export type CarriedEvent = { readonly type: CarriedEventType; readonly on: PlainDate };

/** The statuses that carried events can lead to. */
export const carriedStatuses = ["sent", "opened", "acknowledged"] as const satisfies readonly CaseStatus[];
export type CarriedStatus = (typeof carriedStatuses)[number];

/** A case in one of them. */
export type CarriedState = Extract<CaseState, { readonly status: CarriedStatus }>;

/** A letter's release: its day, and `receiver` and `fallback` of the letter's header. */
export type LetterRelease = {
  readonly on: PlainDate;
  readonly receiver: CommitteeId;
  readonly fallback: CommitteeId | null;
};

/** The events of a case as the law folds them: the release, then the entries of its chain. */
export function toHistory(
  { on, receiver, fallback }: LetterRelease,
  entries: readonly CarriedEvent[],
): readonly CaseEvent[] {
  return [
    { type: "Released", on, committee: receiver, superior: fallback },
    ...entries.map(({ type, on }) => ({ type, on })),
  ];
}

/** As `replay`, for a history of carried events. Throws RangeError if it leads where they cannot lead. */
export function replayCarried(events: readonly CaseEvent[]): CarriedState {
  const state = replay(events);
  if (!isCarried(state)) throw new RangeError(`no carried event leads to ${state.status}`);
  return state;
}

function isCarried(state: CaseState): state is CarriedState {
  return carriedStatuses.some((status) => status === state.status);
}
