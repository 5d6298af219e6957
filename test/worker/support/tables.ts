import { env } from "cloudflare:workers";

/** Every table that a migration has made. */
export async function listTables(): Promise<readonly { readonly name: string; readonly sql: string }[]> {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%' ORDER BY name",
  ).all<{ name: string; sql: string }>();
  return results;
}

/** Everything that lies in the database. */
export async function dumpTables(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await listTables();
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await env.DB.prepare(`SELECT * FROM ${name}`).all()).results),
  );
  return Object.fromEntries(tables.map(({ name }, index) => [name, rows[index] ?? []]));
}
