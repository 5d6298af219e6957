import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { replayCarried } from "../../src/envelope/carried.ts";
import type { CasesTable } from "../db/schema.ts";

/** What of a case can be computed from its events alone. */
export type Projection = Pick<
  CasesTable,
  "status" | "opened_on" | "acknowledged_on" | "answered_on" | "reporter_wrote_on"
>;

/** The projection of a whole history, the release first. */
export function projectCase(events: readonly CaseEvent[]): Projection {
  const state = replayCarried(events);
  return {
    status: state.status,
    opened_on: state.status === "sent" ? null : state.openedOn,
    acknowledged_on: state.status === "acknowledged" ? state.acknowledgedOn : null,
    answered_on: state.status === "acknowledged" ? state.answeredOn : null,
    reporter_wrote_on: state.reporterWroteOn,
  };
}
