import { globSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { LocalPlace } from "../../src/org/local/wrangler.ts";

export type StoredRow = Readonly<Record<string, unknown>>;

/** One statement in a running server's own database, past the server: its tool takes seconds for each. */
export function askStored({ stateDirectory }: Pick<LocalPlace, "stateDirectory">, sql: string): StoredRow[] {
  const [file] = globSync(`${stateDirectory}/database/v3/d1/*/*.sqlite`).filter(
    (name) => !name.endsWith("metadata.sqlite"),
  );
  const database = new DatabaseSync(file ?? "", { timeout: 10_000 });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** A text in one row, and what somebody who holds the database writes in its place. */
export type Forgery = {
  readonly table: string;
  readonly column: string;
  readonly where: string;
  readonly forge: (text: string) => string;
};

/** Writes past every rule that nothing in this table changes. Answers with what makes it undone: others use the server after. */
export function forgeStored(
  place: Pick<LocalPlace, "stateDirectory">,
  { table, column, where, forge }: Forgery,
): () => void {
  const rules = askStored(
    place,
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${table}'`,
  );
  const [row] = askStored(place, `SELECT ${column} AS text FROM ${table} WHERE ${where}`);
  const text = String(row?.["text"]);
  const forged = forge(text);
  if (row === undefined || forged === text) throw new Error(`nothing to forge in ${table}`);
  const write = (value: string) => {
    for (const { name } of rules) askStored(place, `DROP TRIGGER ${String(name)}`);
    const quoted = value.replaceAll("'", "''");
    askStored(place, `UPDATE ${table} SET ${column} = '${quoted}' WHERE ${where}`);
    for (const { sql } of rules) askStored(place, String(sql));
  };
  write(forged);
  return () => {
    write(text);
  };
}
