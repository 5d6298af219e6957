import { caseListSchema, type CaseRow } from "../../api/officer.schema.ts";
import { type IndexEntry, openIndexEntry } from "../../crypto/index-entry.ts";
import { clockOf } from "../../domain/case/case.clocks.ts";
import { type Clock, type ClockState, clockState } from "../../domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { type ClockRecord, fromClockRecord } from "../../envelope/case-record.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { type Failure, readJson } from "../transport.ts";
import { type Desk, deskRequest } from "./session.ts";

/** A clock of a case and where it stands. */
export type RunningClock = { readonly clock: Clock; readonly state: ClockState };

/**
 * One line of the list. `entry` null: nobody has opened it yet, or its sealed entry does not open (`damaged`).
 * `clocks`: those that run, as the server's row has them; the opened case reckons them itself.
 */
export type ListedCase = {
  readonly row: CaseRow;
  readonly entry: IndexEntry | null;
  readonly damaged: boolean;
  readonly clocks: readonly RunningClock[];
};

export type CaseListing =
  | { readonly kind: "list"; readonly today: PlainDate; readonly cases: readonly ListedCase[] }
  | Failure;

/** Every released case of a committee. The list never touches a letter: it is made of rows and sealed entries. */
export async function listCases(desk: Desk, committee: CommitteeId): Promise<CaseListing> {
  const cases: ListedCase[] = [];
  for (let after: CaseId | null = null; ;) {
    const query = after === null ? "" : `?after=${after}`;
    const answer = await deskRequest(desk, `/api/officer/committees/${committee}/cases${query}`);
    if (answer.kind !== "answer") return answer;
    const page = await readJson(answer.response, caseListSchema);
    if (page === undefined) return { kind: "unreachable" };
    cases.push(...page.cases.map((row) => listedCase(desk, row, page.today)));
    if (page.next === null || page.next === after) return { kind: "list", today: page.today, cases };
    after = page.next;
  }
}

/** A row with its entry opened and its clocks read at a day. */
export function listedCase(desk: Desk, row: CaseRow, today: PlainDate): ListedCase {
  const entry = openRow(desk, row);
  const clocks = clocksAt(desk, row.clocks, today);
  return {
    row,
    entry: entry ?? null,
    damaged: (row.index !== null && entry === undefined) || clocks === undefined,
    clocks: clocks ?? [],
  };
}

/** With any key of the committee in charge: it may have changed keys, and the case committees, since the letter. */
function openRow(desk: Desk, row: CaseRow): IndexEntry | undefined {
  if (row.index === null) return undefined;
  const place = { committee: row.committee, case: row.case };
  try {
    const sealed = fromBase64url(row.index);
    for (const { committee, keys } of desk.keyring.values()) {
      if (committee !== row.committee) continue;
      const entry = openIndexEntry(sealed, place, keys.indexKey);
      if (entry !== undefined) return entry;
    }
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Where each clock stands on a day. Undefined: for such a clock the law has no row, so that nothing can be reckoned. */
export function clocksAt(
  { organisation: { law, calendar } }: Pick<Desk, "organisation">,
  records: readonly ClockRecord[],
  today: PlainDate,
): readonly RunningClock[] | undefined {
  try {
    return records.map((record) => {
      const clock = clockOf(fromClockRecord(record), law);
      return { clock, state: clockState(clock, null, today, calendar) };
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
