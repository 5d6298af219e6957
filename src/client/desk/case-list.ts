import { caseListSchema, type CaseRow } from "../../api/officer.schema.ts";
import { type IndexEntry, openIndexEntry } from "../../crypto/index-entry.ts";
import { stoppedOn } from "../../domain/case/case.clocks.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { type Clock, type ClockState, clockState } from "../../domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { type CarriedEvent, type CarriedEventType, toHistory } from "../../envelope/carried.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { type Failure, readJson } from "../transport.ts";
import { type Desk, deskRequest } from "./session.ts";

/** A clock of a case and where it stands. */
export type RunningClock = { readonly clock: Clock; readonly state: ClockState };

/** One line of the list. `entry` null: nobody has opened it yet, or its sealed entry does not open (`damaged`). */
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
  return {
    row,
    entry: entry ?? null,
    damaged: row.index !== null && entry === undefined,
    clocks: rowClocks(desk, row, today),
  };
}

function openRow(desk: Desk, row: CaseRow): IndexEntry | undefined {
  const held = desk.keyring.get(row.receiverKey);
  if (row.index === null || held === undefined) return undefined;
  try {
    return openIndexEntry(
      fromBase64url(row.index),
      { committee: row.committee, case: row.case },
      held.keys.indexKey,
    );
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** The events that a row tells of, enough for the clocks. */
function rowEvents(row: CaseRow): readonly CaseEvent[] {
  const dated = (type: CarriedEventType, on: PlainDate | null): readonly CarriedEvent[] =>
    on === null ? [] : [{ type, on }];
  return toHistory({ on: row.releasedOn, receiver: row.committee, fallback: row.fallback }, [
    ...dated("Opened", row.openedOn),
    ...dated("Acknowledged", row.acknowledgedOn),
    ...dated("MessageSent", row.answeredOn),
  ]);
}

function rowClocks(desk: Desk, row: CaseRow, today: PlainDate): readonly RunningClock[] {
  return clocksAt(desk, row.releasedOn, rowEvents(row), today);
}

/** Where each clock of a letter stands after these events, on a day. */
export function clocksAt(
  desk: Desk,
  releasedOn: PlainDate,
  events: readonly CaseEvent[],
  today: PlainDate,
): readonly RunningClock[] {
  const clocks = desk.organisation.clocksFrom(releasedOn);
  return [clocks["first-open"], clocks.acknowledge, clocks.result].map((clock) => ({
    clock,
    state: clockState(clock, stoppedOn(clock, events), today, desk.organisation.calendar),
  }));
}
