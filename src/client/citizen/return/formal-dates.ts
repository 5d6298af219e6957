import { getRunningClock } from "../../../domain/case/case.ts";
import { clockOf, createClock, outerEscalationOf } from "../../../domain/case/case.clocks.ts";
import { limitOf } from "../../../domain/clocks.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { FormalKind } from "../../../domain/policy.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { CaseView } from "../../reporter/open-case.ts";
import { releaseDayOf } from "./permissions.ts";

/** A date as it is, and as it would be. `before` null: there was none. */
export type Shift = { readonly before: PlainDate | null; readonly after: PlainDate };

/** What turning the report into a tố cáo does to the dates; `outer` null: nobody above may open the letter. */
export type FormalDates = { readonly result: Shift; readonly outer: Shift | null };

/** The new dates of a tố cáo that is sent now, beside those that hold. */
export function formalDatesOf(
  { state, today }: Pick<CaseView, "state" | "today">,
  organisation: KnownOrganisation,
  procedure: FormalKind,
): FormalDates {
  const { law } = organisation;
  const day = releaseDayOf(organisation, today);
  const formal = clockOf(createClock("result", procedure, day, day), law);
  const running = getRunningClock(state, "result");
  return {
    result: {
      before: running === undefined ? null : limitOf(clockOf(running, law)).on,
      after: formal.due.on,
    },
    outer:
      state.superior === null ? null : { before: outerEscalationOf(state, law), after: formal.escalation.on },
  };
}
