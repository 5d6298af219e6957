import type { Compilable } from "kysely";
import type { CaseId, KeyId } from "../../src/domain/ids.ts";
import { type Expected, type OfCase, unchangedRows } from "../db/given-rows.ts";
import { unmetUnless } from "../db/precondition.ts";
import { query } from "../db/query.ts";
import type { CasesTable, EntriesTable, StepsTable } from "../db/schema.ts";
import { keepLaw } from "../laws/laws.repository.ts";
import type { KnownLaw } from "../laws/laws.codec.ts";
import type { StateColumns } from "./cases.state.ts";

/** What has to be written down of one case that was brought to a day. */
export type CaseWrite = {
  readonly expected: Expected;
  readonly steps: readonly StepsTable[];
  readonly entries: readonly EntriesTable[];
  /** Messages of the reporter that have got their place. */
  readonly placed: readonly { readonly number: number; readonly sequence: number }[];
  readonly columns: Omit<StateColumns, "committee" | "fallback"> &
    Pick<CasesTable, "sequence" | "chain" | "steps">;
  readonly law: KnownLaw;
  /** The letter goes: every copy of every key to it. */
  readonly erased: boolean;
};

/**
 * Writes down many cases in few statements, each row only if its case is still what it was when it was read: of a case that
 * somebody acted on meanwhile nothing is written, of every other everything. The cases' own rows come last, because
 * they are what the others are held against.
 */
export function writeCases(writes: readonly CaseWrite[]): readonly Compilable[] {
  const guarded = <Row extends object>(rowsOf: (write: CaseWrite) => readonly Row[]) =>
    writes.flatMap((write) => rowsOf(write).map((row): OfCase<Row> => ({ row, was: write.expected })));
  const laws = new Map(writes.map(({ law }) => [law.digest, law]));
  const steps = guarded(({ steps }) => steps);
  const entries = guarded(({ entries }) => entries);
  const placed = guarded(({ placed }) => placed);
  const erased = guarded((write) => (write.erased ? [{}] : []));
  return [
    ...[...laws.values()].map(keepLaw),
    ...(steps.length === 0 ? [] : [insertSteps(steps)]),
    ...(entries.length === 0 ? [] : [insertEntries(entries)]),
    ...(placed.length === 0 ? [] : [placeMessages(placed)]),
    ...(erased.length === 0 ? [] : eraseCases(erased)),
    updateCases(guarded(({ columns }) => [columns])),
  ];
}

/** Fails the whole batch unless the case is still what it was when it was read. */
export function requireUnchanged({ id, sequence, steps, law }: Expected): Compilable {
  const same = query
    .selectFrom("cases")
    .select("id")
    .where("id", "=", id)
    .where("sequence", "=", sequence)
    .where("steps", "=", steps)
    .where("law", "=", law);
  return unmetUnless((row) => row.exists(same));
}

/** Fails the whole batch if a message of the reporter waits for its release. With a key: if one that is sealed to it does. */
export function requireNoneWaiting(id: CaseId, key?: KeyId | null): Compilable {
  const waiting = query
    .selectFrom("reporter_messages")
    .select("number")
    .where("case_id", "=", id)
    .where("sequence", "is", null);
  const those = key === undefined ? waiting : waiting.where("reader_key", "is", key);
  return unmetUnless((row) => row.not(row.exists(those)));
}

/** Fails the whole batch unless the case is still read as it was: by the same committees, with the same key. */
export function requireSameReaders({
  id,
  committee,
  fallback,
  case_key,
}: Pick<CasesTable, "id" | "committee" | "fallback" | "case_key">): Compilable {
  const same = query
    .selectFrom("cases")
    .select("id")
    .where("id", "=", id)
    .where("committee", "=", committee)
    .where("fallback", "is", fallback)
    .where("case_key", "is", case_key);
  return unmetUnless((row) => row.exists(same));
}

const stepColumns = ["place", "after", "type", "done_on", "step"] as const;

/** What time did, each row only if its case is still what it was. */
export function insertSteps(rows: readonly OfCase<StepsTable>[]): Compilable {
  const columns = ["case_id", ...stepColumns] as const;
  const given = query.selectFrom(unchangedRows(stepColumns, rows)).select(columns);
  return query.insertInto("steps").columns(columns).expression(given);
}

const entryColumns = [
  "sequence",
  "writer",
  "type",
  "done_on",
  "event",
  "signature",
  "message",
  "since",
  "chain",
] as const;

function insertEntries(rows: readonly OfCase<EntriesTable>[]): Compilable {
  const columns = ["case_id", ...entryColumns] as const;
  const given = query.selectFrom(unchangedRows(entryColumns, rows)).select(columns);
  return query.insertInto("entries").columns(columns).expression(given);
}

type Place = CaseWrite["placed"][number];

function placeMessages(rows: readonly OfCase<Place>[]): Compilable {
  return query
    .updateTable("reporter_messages")
    .from(unchangedRows(["number", "sequence"], rows))
    .set((row) => ({ sequence: row.ref("given.sequence") }))
    .whereRef("reporter_messages.case_id", "=", "given.case_id")
    .whereRef("reporter_messages.number", "=", "given.number");
}

/** Deleting is destroying the keys: what is left of the letter opens for nobody, and the chain can still be checked. */
function eraseCases(rows: readonly OfCase<object>[]): readonly Compilable[] {
  return (["slots", "index_entries", "search_entries", "case_keys", "case_key_wraps"] as const).map((table) =>
    query
      .deleteFrom(table)
      .where("case_id", "in", query.selectFrom(unchangedRows([], rows)).select("given.case_id")),
  );
}

const caseColumns = [
  "sequence",
  "chain",
  "steps",
  "status",
  "state",
  "law",
  "outer_escalation_on",
  "next_step_on",
  "late_since",
  "superior_sees",
] as const;

function updateCases(rows: readonly OfCase<CaseWrite["columns"]>[]): Compilable {
  return query
    .updateTable("cases")
    .from(unchangedRows(caseColumns, rows))
    .set((row) => ({
      sequence: row.ref("given.sequence"),
      chain: row.ref("given.chain"),
      steps: row.ref("given.steps"),
      status: row.ref("given.status"),
      state: row.ref("given.state"),
      law: row.ref("given.law"),
      outer_escalation_on: row.ref("given.outer_escalation_on"),
      next_step_on: row.ref("given.next_step_on"),
      late_since: row.ref("given.late_since"),
      superior_sees: row.ref("given.superior_sees"),
    }))
    .whereRef("cases.id", "=", "given.case_id");
}

/** Carries what follows from one act into the case's own row. */
export function updateCase(id: CaseId, columns: Partial<CasesTable>): Compilable {
  return query.updateTable("cases").set(columns).where("id", "=", id);
}
