import type { CaseDetail, CaseRow, ChainEntry } from "../../src/api/officer.schema.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { CasesTable, EntriesTable } from "../db/schema.ts";

/** A case as its query answers. */
export type StoredCase = CasesTable & { readonly entry: string | null };
/** An entry with what its reader may have of the message. */
export type StoredEntry = EntriesTable & { readonly core: string | null; readonly slot: string | null };

/** A row of the officer's list. */
export function toCaseRow(row: StoredCase): CaseRow {
  return {
    case: row.id,
    committee: row.committee,
    receiverKey: row.receiver_key,
    fallback: row.fallback,
    fallbackKey: row.fallback_key,
    policy: row.policy,
    releasedOn: row.released_on,
    status: row.status,
    sequence: row.sequence,
    chain: row.chain,
    letter: row.letter,
    openedOn: row.opened_on,
    acknowledgedOn: row.acknowledged_on,
    answeredOn: row.answered_on,
    reporterWroteOn: row.reporter_wrote_on,
    index: row.entry,
  };
}

/**
 * A case in full. Handing out what can be opened is the opening: until then the reporter's later messages come
 * without their slot. The chain can be checked by them and nothing be read.
 */
export function toCaseDetail(today: PlainDate, row: StoredCase, entries: readonly StoredEntry[]): CaseDetail {
  const shown = row.status === "sent" ? entries.map(withoutSlot) : entries;
  return { today, row: toCaseRow(row), entries: shown.map(toChainEntry) };
}

function withoutSlot(entry: StoredEntry): StoredEntry {
  return { ...entry, slot: entry.slot === null ? null : "" };
}

function toChainEntry(entry: StoredEntry): ChainEntry {
  const { sequence, core, slot, event, signature } = entry;
  const message = core === null || slot === null ? null : { core, slot };
  if (event !== null && signature !== null) return { by: "committee", sequence, event, signature, message };
  if (message === null) throw new Error("a stored message of a reporter has no content");
  return { by: "reporter", sequence, on: entry.done_on, message };
}
