import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import type { Compilable } from "kysely";
import { Miniflare } from "miniflare";
import { releasedCase } from "../../src/domain/case/case.evolve.ts";
import type { CaseId, CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { toStateColumns } from "../../worker/cases/cases.state.ts";
import { createDirectorySource } from "../../worker/committees/committees.directory.ts";
import type { CasesTable } from "../../worker/db/schema.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { createLawBook } from "../../worker/laws/laws.book.ts";
import { createMemoryLimits } from "../../worker/platform/memory-limits.ts";
import type { Database, Platform, RowsOf } from "../../worker/platform/platform.ts";
import { createFetchWebhook } from "../../worker/platform/fetch-webhook.ts";
import { createSecrets } from "../../worker/platform/secrets.ts";
import { createSystemClock } from "../../worker/platform/system-clock.ts";
import { createFixture } from "../worker/support/organisation.ts";
import { directoryFileOf } from "../worker/support/site.files.ts";

// `npm run bench:job`: the daily job over a hundred thousand open cases of which a thousand are due, against a real D1 in a
// runtime of its own. What is measured is the job; the rows are made by copying two.

const open = 100_000;
const due = 1_000;
const allowedSeconds = 60;
const [before, today] = [toPlainDate("2026-03-03"), toPlainDate("2026-03-09")];

const directory = await mkdtemp(`${tmpdir()}/hop-thu-job-`);
const runtime = new Miniflare({
  resourcePersistencePath: directory,
  workers: [
    {
      config: {
        name: "bench",
        compatibilityDate: "2026-10-01",
        manifest: {
          mainModule: "index.js",
          modules: { "index.js": { type: "esm", contents: "export default {}" } },
        },
        env: { DB: { type: "d1", id: "job" } },
      },
    },
  ],
});
try {
  const d1 = await runtime.getD1Database("DB");
  const counted = { statements: 0, batches: 0 };
  const prepare = (query: Compilable) => {
    const { sql, parameters } = query.compile();
    return d1.prepare(sql).bind(...parameters);
  };
  const batch = async (queries: readonly Compilable[]) => {
    counted.statements += queries.length;
    counted.batches += 1;
    return await d1.batch(queries.map(prepare));
  };
  const database: Database = {
    async read<const Queries extends readonly Compilable[]>(...queries: Queries) {
      const answers = await batch(queries);
      return answers.map(({ results }) => results) as unknown as RowsOf<Queries>;
    },
    async write(...statements) {
      await batch(statements);
      return { kind: "written" };
    },
  };
  const fixture = await createFixture();
  const clock = {
    ...createSystemClock(),
    read: async () => await Promise.resolve({ today, hour: 1 }),
  };
  const files = {
    fetch: async () => await Promise.resolve(new Response(directoryFileOf(fixture.payload))),
  };
  const source = createDirectorySource(files, clock, createLawBook(database));
  const limits = createMemoryLimits({ dailyArrivals: 1, busyPerMinute: 1 }, clock.instant);
  const secrets = createSecrets("a secret of the bench, long enough to be one");
  const outside = { mail: null, webhook: createFetchWebhook() };
  const platform: Platform = { database, files, clock, limits, secrets, ...outside, demo: false };

  const migrations = await readD1Migrations(fileURLToPath(new URL("../../migrations", import.meta.url)));
  for (const { queries } of migrations) await d1.batch(queries.map((sql) => d1.prepare(sql)));
  const { law } = await source.get();
  await d1.prepare("INSERT INTO laws VALUES (?, ?)").bind(law.digest, law.text).run();
  const seed = async (releasedOn: typeof today, count: number, prefix: string) => {
    const receiver = "xa-uy" as CommitteeId;
    const state = releasedCase(releasedOn, receiver, "huyen-uy" as CommitteeId);
    const row: CasesTable = {
      ...toStateColumns(state, law),
      id: "a".repeat(22) as CaseId,
      receiver,
      receiver_key: "k".repeat(22) as KeyId,
      fallback_key: "k".repeat(22) as KeyId,
      oversight: null,
      policy: "bench",
      directory: 1,
      released_on: releasedOn,
      letter: "l".repeat(43),
      lookup: "l".repeat(43),
      reporter_key: "r".repeat(80),
      fingerprint: "f".repeat(43),
      sequence: 0,
      chain: "c".repeat(43),
      steps: 0,
      case_key: null,
    };
    const copied = Object.keys(row).filter((name) => name !== "id" && name !== "lookup");
    const values = copied.map((name) => row[name as keyof CasesTable]);
    await d1
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
         INSERT INTO cases (id, lookup, ${copied.join(", ")})
         SELECT lower(hex(randomblob(8))) || printf('%s%05d', '${prefix}', i), lower(hex(randomblob(19))) || printf('%05d', i),
           ${copied.map(() => "?").join(", ")} FROM n`,
      )
      .bind(...values)
      .run();
  };
  // By thousands: one statement that runs for many seconds is cut off.
  const portion = 9_000;
  for (let from = 0; from < open - due; from += portion) await seed(today, portion, "o");
  await seed(before, due, "d");

  counted.statements = 0;
  counted.batches = 0;
  const heapBefore = process.memoryUsage().heapUsed;
  let peak = heapBefore;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 20);
  const started = performance.now();
  const touched = await runScheduledJobs(platform, source);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const first = { ...counted };
  const again = await runScheduledJobs(platform, source);
  const steps = await d1.prepare("SELECT count(*) AS count FROM steps").first<{ count: number }>();
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  console.log(
    `${open} open cases, ${due} due: ${touched} brought to the day in ${seconds.toFixed(1)} s (allowed ${allowedSeconds}), ` +
      `${steps?.count} steps written, ${first.statements} statements in ${first.batches} batches, ` +
      `heap ${megabytes(heapBefore)} MB, at most ${megabytes(peak)} MB; a second run: ${again} cases, ` +
      `${counted.statements - first.statements} statements`,
  );
  const isRight = touched === due && again === 0 && steps?.count === due;
  process.exitCode = isRight && seconds <= allowedSeconds ? 0 : 1;
} finally {
  await runtime.dispose();
  await rm(directory, { recursive: true, force: true });
}
