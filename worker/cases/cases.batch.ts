import { type Compilable, sql } from "kysely";
import type { CaseId, KeyId } from "../../src/domain/ids.ts";
import { query, statement } from "../db/query.ts";
import type { CasesTable, EntriesTable, StepsTable } from "../db/schema.ts";
import { keepLaw } from "../laws/laws.repository.ts";
import type { KnownLaw } from "../laws/laws.codec.ts";
import type { StateColumns } from "./cases.state.ts";

/** What a case was when it was read. A write that was reckoned from it is void if it has become something else since. */
export type Expected = Pick<CasesTable, "id" | "sequence" | "steps" | "law">;

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
    writes.flatMap((write) => rowsOf(write).map((row) => ({ ...row, was: write.expected })));
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

/** Fails the whole batch (`preconditionKey`) unless the case is still what it was when it was read. */
export function requireUnchanged({ id, sequence, steps, law }: Expected): Compilable {
  return requireThat(sql`EXISTS (
    SELECT 1 FROM cases WHERE id = ${id} AND sequence = ${sequence} AND steps = ${steps} AND law = ${law})`);
}

/** Fails the whole batch if a message of the reporter waits for its release: any, or one sealed to this key. */
export function requireNoneWaiting(id: CaseId, key?: KeyId | null): Compilable {
  const sealedTo = key === undefined ? sql`1` : sql`reader_key IS ${key}`;
  return requireThat(
    sql`NOT EXISTS (SELECT 1 FROM reporter_messages WHERE case_id = ${id} AND sequence IS NULL AND ${sealedTo})`,
  );
}

/** Fails the whole batch unless the case is still read as it was: by the same committees, with the same key. */
export function requireSameReaders({
  id,
  committee,
  fallback,
  case_key,
}: Pick<CasesTable, "id" | "committee" | "fallback" | "case_key">): Compilable {
  return requireThat(sql`EXISTS (
    SELECT 1 FROM cases
    WHERE id = ${id} AND committee = ${committee} AND fallback IS ${fallback} AND case_key IS ${case_key})`);
}

function requireThat(condition: ReturnType<typeof sql>): Compilable {
  return statement(sql`INSERT INTO preconditions SELECT 'unmet' WHERE NOT (${condition})`);
}

/** What SQLite names when a precondition does not hold. */
export const preconditionKey = "preconditions.unmet";

type Guarded = { readonly was: Expected };

/** The rows as a table of one column, each with its case, if that is still what it was. */
function unchangedOf(rows: readonly Guarded[]) {
  return sql`json_each(${JSON.stringify(rows)}) AS r CROSS JOIN cases AS c
    ON c.id = r.value ->> '$.was.id' AND c.sequence = r.value ->> '$.was.sequence'
    AND c.steps = r.value ->> '$.was.steps' AND c.law = r.value ->> '$.was.law'`;
}

export function insertSteps(rows: readonly (StepsTable & Guarded)[]): Compilable {
  return statement(sql`
    INSERT INTO steps (case_id, place, after, type, done_on, step)
    SELECT c.id, r.value ->> '$.place', r.value ->> '$.after', r.value ->> '$.type', r.value ->> '$.done_on',
      r.value ->> '$.step'
    FROM ${unchangedOf(rows)}`);
}

function insertEntries(rows: readonly (EntriesTable & Guarded)[]): Compilable {
  return statement(sql`
    INSERT INTO entries (case_id, sequence, writer, type, done_on, event, signature, message, since, chain)
    SELECT c.id, r.value ->> '$.sequence', r.value ->> '$.writer', r.value ->> '$.type', r.value ->> '$.done_on',
      r.value ->> '$.event', r.value ->> '$.signature', r.value ->> '$.message', r.value ->> '$.since',
      r.value ->> '$.chain'
    FROM ${unchangedOf(rows)}`);
}

function placeMessages(
  rows: readonly ({ readonly number: number; readonly sequence: number } & Guarded)[],
): Compilable {
  return statement(sql`
    UPDATE reporter_messages SET sequence = p.sequence
    FROM (SELECT c.id, r.value ->> '$.number' AS number, r.value ->> '$.sequence' AS sequence
      FROM ${unchangedOf(rows)}) AS p
    WHERE reporter_messages.case_id = p.id AND reporter_messages.number = p.number`);
}

/** Deleting is destroying the keys: what is left of the letter opens for nobody, and the chain can still be checked. */
function eraseCases(rows: readonly Guarded[]): readonly Compilable[] {
  return (["slots", "index_entries", "case_keys", "case_key_wraps"] as const).map((table) =>
    statement(sql`DELETE FROM ${sql.table(table)} WHERE case_id IN (SELECT c.id FROM ${unchangedOf(rows)})`),
  );
}

function updateCases(rows: readonly (CaseWrite["columns"] & Guarded)[]): Compilable {
  return statement(sql`
    UPDATE cases SET sequence = n.sequence, chain = n.chain, steps = n.steps, status = n.status, state = n.state,
      law = n.law, outer_escalation_on = n.outer_escalation_on, next_step_on = n.next_step_on,
      late_since = n.late_since, superior_sees = n.superior_sees
    FROM (SELECT c.id, r.value ->> '$.sequence' AS sequence, r.value ->> '$.chain' AS chain,
      r.value ->> '$.steps' AS steps, r.value ->> '$.status' AS status, r.value ->> '$.state' AS state,
      r.value ->> '$.law' AS law, r.value ->> '$.outer_escalation_on' AS outer_escalation_on,
      r.value ->> '$.next_step_on' AS next_step_on, r.value ->> '$.late_since' AS late_since,
      r.value ->> '$.superior_sees' AS superior_sees
      FROM ${unchangedOf(rows)}) AS n
    WHERE cases.id = n.id`);
}

/** Carries what follows from one act into the case's own row. */
export function updateCase(id: CaseId, columns: Partial<CasesTable>): Compilable {
  return query.updateTable("cases").set(columns).where("id", "=", id);
}
