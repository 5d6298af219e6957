import type { CaseId } from "../../src/domain/ids.ts";
import { writeCases } from "../cases/cases.batch.ts";
import { bringCase, hasMoved, toCaseWrite } from "../cases/cases.bring.ts";
import type { CaseWrite } from "../cases/cases.batch.ts";
import { lastReleaseDay } from "../cases/cases.release.ts";
import type { Directory, DirectorySource } from "../committees/committees.directory.ts";
import type { Database, Moment, Platform } from "../platform/platform.ts";
import { selectCases, selectMessagesOf } from "./jobs.repository.ts";

/** What a chunk of cases is brought to the day by. */
export type Today = { readonly moment: Moment; readonly directory: Directory };

/**
 * Brings many cases to the day in one batch. Each is written whole or not at all: one that somebody acts on at this moment
 * is left for the next run, and one that fails does not keep the others waiting. Answers with the faults.
 */
export async function bringChunk(
  { database }: Platform,
  source: DirectorySource,
  { moment, directory }: Today,
  ids: readonly CaseId[],
): Promise<readonly unknown[]> {
  const until = lastReleaseDay(moment, directory.payload.releaseHour);
  const [rows, messages] = await database.read(selectCases(ids), selectMessagesOf(ids, until));
  const messagesOf = Map.groupBy(messages, ({ case_id }) => case_id);
  const writes: CaseWrite[] = [];
  const faults: unknown[] = [];
  for (const row of rows) {
    try {
      const due = messagesOf.get(row.id) ?? [];
      const brought = await bringCase(source, directory, row, due, moment.today);
      if (hasMoved(brought)) writes.push(await toCaseWrite(brought));
    } catch (fault) {
      faults.push(fault);
    }
  }
  return [...faults, ...(await writeAll(database, writes))];
}

/** All in one batch; where that breaks, by halves, so that the one case that cannot be written stays alone. */
async function writeAll(database: Database, writes: readonly CaseWrite[]): Promise<readonly unknown[]> {
  if (writes.length === 0) return [];
  try {
    const outcome = await database.write(...writeCases(writes));
    if (outcome.kind === "taken") throw new Error("a place of a case that nobody had touched was taken");
    return [];
  } catch (fault) {
    if (writes.length === 1) return [fault];
    const half = Math.ceil(writes.length / 2);
    return [
      ...(await writeAll(database, writes.slice(0, half))),
      ...(await writeAll(database, writes.slice(half))),
    ];
  }
}
