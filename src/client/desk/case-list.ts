import type { KeyRecord } from "../../api/directory.schema.ts";
import type { CaseLine, CaseRow, ListMark } from "../../api/officer.schema.ts";
import { type IndexEntry, openIndexEntry } from "../../crypto/index-entry.ts";
import { clockOf } from "../../domain/case/case.clocks.ts";
import { type Clock, type ClockState, clockState } from "../../domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { type ClockRecord, fromClockRecord } from "../../envelope/case-record.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { fetchRecordsOf, type KnownOrganisation } from "../organisation.ts";
import type { Failure } from "../transport.ts";
import { isVouchedFor } from "./case-keys.ts";
import { pagesAhead } from "./page-ahead.ts";
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
  /** More has happened in the case than its entry knows of: whoever opens it next writes it anew. */
  readonly stale: boolean;
  readonly clocks: readonly RunningClock[];
};

/** An index key of a committee. After a change of keys there are several, and any of them may have sealed an entry. */
export type IndexKey = { readonly committee: CommitteeId; readonly indexKey: Uint8Array };

/** What lines are read with. */
export type LineReader = {
  readonly indexKeys: readonly IndexKey[];
  readonly organisation: Pick<KnownOrganisation, "law" | "calendar">;
};

/** The index keys of a desk's keyring: they themselves, so that the lock overwrites them. A worker gets its own copy, and ends. */
export function indexKeysOf({ keyring }: Pick<Desk, "keyring">): readonly IndexKey[] {
  return [...keyring.values()].map(({ committee, keys }) => ({ committee, indexKey: keys.indexKey }));
}

/**
 * As `indexKeysOf`, of the keys alone that a verified record lists: whoever stores the wraps could add one of a key that
 * they made themselves, and write the list with it.
 */
export async function fetchIndexKeys(
  desk: Desk,
): Promise<{ readonly kind: "keys"; readonly keys: readonly IndexKey[] } | Failure> {
  const fetched = await fetchRecordsOf(desk.transport, desk.organisation, desk.committees);
  const records = new Map<CommitteeId, KeyRecord>();
  for (const [id, each] of fetched) {
    if (each.kind === "record") records.set(id, each.record);
    else if (each.fault === "unreachable") return { kind: "unreachable" };
  }
  const vouched = [...desk.keyring].filter(([id, { committee }]) => isVouchedFor(records, committee, id));
  return { kind: "keys", keys: indexKeysOf({ keyring: new Map(vouched) }) };
}

/** A list's answer as it came: whoever keeps the list reads it. */
export type ListBytes = { readonly kind: "bytes"; readonly bytes: ArrayBuffer } | Failure;

/** The most urgent of a committee's cases: a first screen, in one small answer. */
export async function fetchUrgent(desk: Desk, committee: CommitteeId): Promise<ListBytes> {
  return await fetchBytes(desk, `/api/officer/committees/${committee}/urgent`);
}

/** Pages of a committee's released cases. The list never touches a letter: it is made of lines and sealed entries. */
export function pagesOfCases(
  desk: Desk,
  committee: CommitteeId,
): (after: CaseId | null) => Promise<ListBytes> {
  const path = `/api/officer/committees/${committee}/cases`;
  const pathAfter = (after: string | null) => (after === null ? path : `${path}?after=${after}`);
  return pagesAhead(desk, pathAfter, { ahead: 2, untilFree: async () => undefined });
}

/** What has happened in a committee's list since it was known up to a mark. */
export async function fetchChanges(
  desk: Desk,
  committee: CommitteeId,
  { revision, until, arrived }: ListMark,
): Promise<ListBytes> {
  const query = `revision=${revision}&until=${until}&arrived=${arrived}`;
  return await fetchBytes(desk, `/api/officer/committees/${committee}/changes?${query}`);
}

/** An answer of the server as it comes. */
export async function fetchBytes(desk: Desk, path: string): Promise<ListBytes> {
  const answer = await deskRequest(desk, path);
  if (answer.kind !== "answer") return answer;
  try {
    return { kind: "bytes", bytes: await answer.response.arrayBuffer() };
  } catch {
    return { kind: "unreachable" };
  }
}

/** A line with its entry opened and its clocks read at a day. */
export function listedCase(
  reader: LineReader,
  committee: CommitteeId,
  line: CaseLine,
  today: PlainDate,
): ListedCase {
  const entry = openLine(reader, committee, line);
  const isDamaged = line.index !== null && entry === undefined;
  return listedLine(reader, committee, { line, entry: entry ?? null }, today, isDamaged);
}

/** A line whose entry is known already. */
export function listedLine(
  reader: Pick<LineReader, "organisation">,
  committee: CommitteeId,
  { line, entry }: Pick<ListedCase, "line" | "entry">,
  today: PlainDate,
  isDamaged = false,
): ListedCase {
  const clocks = clocksAt(reader, line.clocks, today);
  return {
    committee,
    line,
    entry,
    damaged: isDamaged || clocks === undefined,
    stale: entry !== null && entry.sequence < line.sequence,
    clocks: clocks ?? [],
  };
}

/** The line that a row would have in its committee's list. */
export function lineOf(row: CaseRow): CaseLine {
  const { releasedOn, status, kind, flags, sequence, reporterWroteOn, clocks, index } = row;
  return { case: row.case, releasedOn, status, kind, flags, sequence, reporterWroteOn, clocks, index };
}

/** With any key of the committee in charge: it may have changed keys, and the case committees, since the letter. */
function openLine({ indexKeys }: LineReader, committee: CommitteeId, line: CaseLine): IndexEntry | undefined {
  if (line.index === null) return undefined;
  const place = { committee, case: line.case };
  try {
    const sealed = fromBase64url(line.index);
    for (const held of indexKeys) {
      if (held.committee !== committee) continue;
      const entry = openIndexEntry(sealed, place, held.indexKey);
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
  { organisation: { law, calendar } }: Pick<LineReader, "organisation">,
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
