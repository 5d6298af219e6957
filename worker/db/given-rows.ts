import { type AliasedRawBuilder, sql } from "kysely";
import type { CasesTable } from "./schema.ts";

/** What a case was when it was read. A write that was reckoned from it is void if it has become something else since. */
export type Expected = Pick<CasesTable, "id" | "sequence" | "steps" | "law">;

type Cell = string | number | null;
type Cells<Column extends string> = { readonly [Name in Column]: Cell };

/**
 * Rows that come with a statement, as a table `given` of these columns: one bound value, however many they are, where a
 * statement may bind a hundred. The columns' names stand in the code, never in a request.
 */
export function givenRows<const Column extends string, Row extends Cells<Column>>(
  columns: readonly Column[],
  rows: readonly Row[],
): AliasedRawBuilder<Pick<Row, Column>, "given"> {
  return sql<Pick<Row, Column>>`(
    SELECT ${members(columns)} FROM json_each(${JSON.stringify(rows.map((row) => cellsOf(columns, row)))}) AS each
  )`.as("given");
}

/** A row with what its case was when it was read. */
export type OfCase<Row> = { readonly row: Row; readonly was: Expected };

/**
 * As `givenRows`, and of the rows only those whose case is still what it was; the case is column `case_id`. A cross join,
 * because the few that are given must look up their cases, and not the cases them.
 */
export function unchangedRows<const Column extends string, Row extends Cells<Column>>(
  columns: readonly Column[],
  rows: readonly OfCase<Row>[],
): AliasedRawBuilder<Pick<Row, Column> & { readonly case_id: CasesTable["id"] }, "given"> {
  const values = rows.map(({ row, was: { id, sequence, steps, law } }) => ({
    ...cellsOf(columns, row),
    was: { id, sequence, steps, law },
  }));
  return sql<Pick<Row, Column> & { readonly case_id: CasesTable["id"] }>`(
    SELECT cases.id AS case_id${columns.length === 0 ? sql`` : sql`, ${members(columns)}`}
    FROM json_each(${JSON.stringify(values)}) AS each CROSS JOIN cases
    ON cases.id = each.value ->> '$.was.id' AND cases.sequence = each.value ->> '$.was.sequence'
      AND cases.steps = each.value ->> '$.was.steps' AND cases.law = each.value ->> '$.was.law'
  )`.as("given");
}

function members(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql`each.value ->> ${`$.${column}`} AS ${sql.ref(column)}`));
}

function cellsOf<Column extends string>(columns: readonly Column[], row: Cells<Column>): Cells<string> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
