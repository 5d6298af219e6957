import type { Compilable } from "kysely";
import type { Database, RowsOf, WriteOutcome } from "./platform.ts";

/** Cloudflare's side of `Database`: the only file that hands SQL to D1. Its `batch` is one transaction. */
export function createD1Database(d1: D1Database): Database {
  const prepare = (query: Compilable): D1PreparedStatement => {
    const { sql, parameters } = query.compile();
    return d1.prepare(sql).bind(...parameters);
  };
  return {
    async read<const Queries extends readonly Compilable[]>(...queries: Queries) {
      const results = await d1.batch(queries.map(prepare));
      return results.map(({ results }) => results) as unknown as RowsOf<Queries>;
    },
    async write(...statements) {
      try {
        await d1.batch(statements.map(prepare));
        return { kind: "written" };
      } catch (error) {
        return readTakenKey(error);
      }
    },
  };
}

/** SQLite names the key that was there already; any other failure is not ours to explain. */
function readTakenKey(error: unknown): WriteOutcome {
  const message = error instanceof Error ? error.message : "";
  const constraint = /UNIQUE constraint failed: ([a-z_., ]+)/.exec(message)?.[1];
  if (constraint === undefined) throw error;
  return { kind: "taken", constraint };
}
