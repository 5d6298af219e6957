import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";

// A server in a process of its own, so that a test can kill it as a power cut would: no goodbye, no flush.
// Arguments: bundle, state folder, site folder, port.
const [bundle = "", stateDirectory = "", siteDirectory = "", port = ""] = process.argv.slice(2);
const secret = readFileSync(`${stateDirectory}/secrets.env`, "utf8").replace("SECRET=", "").trim();
const text = (value: string) => ({ type: "text" as const, value });

const server = new Miniflare({
  host: "127.0.0.1",
  port: Number(port),
  // Where `wrangler` keeps it, so that the migrated database is the one that is opened.
  resourcePersistencePath: `${stateDirectory}/database/v3`,
  workers: [
    {
      config: {
        name: "hop-thu",
        compatibilityDate: "2026-10-01",
        manifest: {
          mainModule: "index.js",
          modules: { "index.js": { type: "esm", contents: readFileSync(bundle, "utf8") } },
        },
        assets: {
          directory: siteDirectory,
          htmlHandling: "none",
          notFoundHandling: "none",
          runWorkerFirst: true,
          hasUserWorker: true,
        },
        env: {
          DB: { type: "d1", id: "00000000-0000-0000-0000-000000000000" },
          ASSETS: { type: "assets" },
          SECRET: text(secret),
          CITIZEN_HOST: text(`localhost:${port}`),
          OFFICER_HOST: text(`officer.localhost:${port}`),
          DEMO: text("1"),
        },
      },
    },
  ],
});
await server.ready;

/** Statements of a test that plays whoever holds the database. */
async function run(statements: readonly { text: string; values?: readonly unknown[] }[]): Promise<void> {
  const database = await server.getD1Database("DB");
  const prepared = statements.map(({ text: sql, values = [] }) => database.prepare(sql).bind(...values));
  const results = await database.batch(prepared);
  process.send?.(results.at(-1)?.results ?? []);
}
process.on("message", (statements: Parameters<typeof run>[0]) => void run(statements));
process.send?.("ready");
