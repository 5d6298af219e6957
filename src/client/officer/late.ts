import type { CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { limitOf } from "../../domain/clocks.ts";
import type { RunningClock } from "../desk/case-list.ts";
import type { LateListed } from "../desk/late-list.ts";
import { isLate } from "./duty.ts";

/** The late cases of one committee, those that are late longest first. */
export type LateGroup = { readonly committee: CommitteeId; readonly cases: readonly LateListed[] };

/** The late cases by committee, whoever has been late longest first. */
export function groupLate(cases: readonly LateListed[]): readonly LateGroup[] {
  const sorted = cases.toSorted((a, b) => compare(sinceOf(a), sinceOf(b)) || compare(a.case, b.case));
  const groups = new Map<CommitteeId, LateListed[]>();
  for (const late of sorted) {
    const group = groups.get(late.committee);
    if (group === undefined) groups.set(late.committee, [late]);
    else group.push(late);
  }
  return [...groups].map(([committee, cases]) => ({ committee, cases }));
}

/** The limits that the committee has missed. That a right of the reporter has run out is no delay of anybody's. */
export function missedClocks({ clocks }: Pick<LateListed, "clocks">): readonly RunningClock[] {
  return clocks.filter(isLate);
}

/** The first limit that was missed and still runs; the release of a case that is here for another reason. */
export function sinceOf({ clocks, releasedOn }: Pick<LateListed, "clocks" | "releasedOn">): PlainDate {
  const missed = missedClocks({ clocks }).map(({ clock }) => limitOf(clock).on);
  return (
    missed.reduce<PlainDate | null>((first, on) => (first === null || on < first ? on : first), null) ??
    releasedOn
  );
}

/** Whether the list offers to demand an explanation; the law says so once more when it is pressed. */
export function mayDemand({ flags }: Pick<LateListed, "flags">): boolean {
  return flags.includes("overdue") && !flags.includes("explanation-demanded");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
