import {
  type CaseLine,
  caseListSchema,
  type CaseRow,
  type ListMark,
  listChangesSchema,
  urgentListSchema,
} from "../../api/officer.schema.ts";
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
 * One line of a committee's list. `entry` null: nobody has opened it yet, or its sealed entry does not open (`damaged`).
 * `clocks`: those that run, as the server has them; the opened case reckons them itself.
 */
export type ListedCase = {
  readonly committee: CommitteeId;
  readonly line: CaseLine;
  readonly entry: IndexEntry | null;
  readonly damaged: boolean;
  readonly clocks: readonly RunningClock[];
};

export type CaseListing =
  | {
      readonly kind: "list";
      readonly today: PlainDate;
      readonly cases: readonly ListedCase[];
      /** What happened later is found with `listChanges`; null: these are only the most urgent. */
      readonly mark: ListMark | null;
    }
  | Failure;

/** The most urgent of a committee's cases: a first screen, in one small answer. */
export async function listUrgent(desk: Desk, committee: CommitteeId): Promise<CaseListing> {
  const answer = await deskRequest(desk, `/api/officer/committees/${committee}/urgent`);
  if (answer.kind !== "answer") return answer;
  const list = await readJson(answer.response, urgentListSchema);
  if (list === undefined) return { kind: "unreachable" };
  const { today } = list;
  return { kind: "list", today, mark: null, cases: listedCases(desk, committee, list.cases, today) };
}

/** Every released case of a committee. The list never touches a letter: it is made of lines and sealed entries. */
export async function listCases(desk: Desk, committee: CommitteeId): Promise<CaseListing> {
  const cases: ListedCase[] = [];
  let mark: ListMark | undefined;
  for (let after: CaseId | null = null; ;) {
    const query = after === null ? "" : `?after=${after}`;
    const answer = await deskRequest(desk, `/api/officer/committees/${committee}/cases${query}`);
    if (answer.kind !== "answer") return answer;
    const page = await readJson(answer.response, caseListSchema);
    if (page === undefined) return { kind: "unreachable" };
    // Of the first page: whatever happens while the others come is found as a change.
    mark ??= page.mark;
    cases.push(...listedCases(desk, committee, page.cases, page.today));
    if (page.next === null || page.next === after) return { kind: "list", today: page.today, cases, mark };
    after = page.next;
  }
}

export type ListChanging =
  | {
      readonly kind: "changes";
      readonly today: PlainDate;
      readonly mark: ListMark;
      readonly changed: readonly ListedCase[];
      readonly gone: readonly CaseId[];
    }
  | Failure;

/** What has happened in a committee's list since it was known up to a mark. */
export async function listChanges(
  desk: Desk,
  committee: CommitteeId,
  { revision, until, arrived }: ListMark,
): Promise<ListChanging> {
  const query = `revision=${revision}&until=${until}&arrived=${arrived}`;
  const answer = await deskRequest(desk, `/api/officer/committees/${committee}/changes?${query}`);
  if (answer.kind !== "answer") return answer;
  const changes = await readJson(answer.response, listChangesSchema);
  if (changes === undefined) return { kind: "unreachable" };
  const { today, mark, gone } = changes;
  const changed = listedCases(desk, committee, changes.changed, today);
  return { kind: "changes", today, mark, changed, gone };
}

function listedCases(
  desk: Desk,
  committee: CommitteeId,
  lines: readonly CaseLine[],
  today: PlainDate,
): readonly ListedCase[] {
  return lines.map((line) => listedCase(desk, committee, line, today));
}

/** A line with its entry opened and its clocks read at a day. */
export function listedCase(desk: Desk, committee: CommitteeId, line: CaseLine, today: PlainDate): ListedCase {
  const entry = openLine(desk, committee, line);
  const clocks = clocksAt(desk, line.clocks, today);
  return {
    committee,
    line,
    entry: entry ?? null,
    damaged: (line.index !== null && entry === undefined) || clocks === undefined,
    clocks: clocks ?? [],
  };
}

/** The line that a row would have in its committee's list. */
export function lineOf(row: CaseRow): CaseLine {
  const { releasedOn, status, kind, flags, reporterWroteOn, clocks, index } = row;
  return { case: row.case, releasedOn, status, kind, flags, reporterWroteOn, clocks, index };
}

/** With any key of the committee in charge: it may have changed keys, and the case committees, since the letter. */
function openLine(desk: Desk, committee: CommitteeId, line: CaseLine): IndexEntry | undefined {
  if (line.index === null) return undefined;
  const place = { committee, case: line.case };
  try {
    const sealed = fromBase64url(line.index);
    for (const held of desk.keyring.values()) {
      if (held.committee !== committee) continue;
      const entry = openIndexEntry(sealed, place, held.keys.indexKey);
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
