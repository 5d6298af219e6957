import { type LateCase, lateListSchema, type LateList } from "../../api/officer.schema.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { type Failure, readJson } from "../transport.ts";
import { clocksAt, type RunningClock } from "./case-list.ts";
import { type Desk, deskRequest } from "./session.ts";

/** A case of a committee below, as its superior sees it: dates, and nothing of content. */
export type LateListed = Omit<LateCase, "clocks"> & {
  readonly clocks: readonly RunningClock[];
  /** The server's clocks are none that the law knows: nothing can be said of its dates. */
  readonly damaged: boolean;
};

export type LateListing =
  | {
      readonly kind: "late";
      readonly today: PlainDate;
      readonly cases: readonly LateListed[];
      readonly overseen: LateList["overseen"];
    }
  | Failure;

/** Who below this committee is late, since when, and what it may do about it. */
export async function listLate(desk: Desk, committee: CommitteeId): Promise<LateListing> {
  const answer = await deskRequest(desk, `/api/officer/committees/${committee}/late`);
  if (answer.kind !== "answer") return answer;
  const list = await readJson(answer.response, lateListSchema);
  if (list === undefined) return { kind: "unreachable" };
  const { today, overseen } = list;
  return { kind: "late", today, cases: list.cases.map((row) => lateListed(desk, row, today)), overseen };
}

function lateListed(desk: Desk, row: LateCase, today: PlainDate): LateListed {
  const clocks = clocksAt(desk, row.clocks, today);
  return { ...row, clocks: clocks ?? [], damaged: clocks === undefined };
}
