import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { createSecrets } from "../../worker/platform/secrets.ts";
import {
  append,
  enterAndLogIn,
  getDetail,
  putSealed,
  readActed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import {
  citizenOrigin,
  createTestServer,
  fixture,
  lookUpBytes,
  migrate,
  octetStream,
  post,
  postBox,
  secrets,
  sendBytes,
} from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { perform, reseal } from "./support/life.ts";
import { createEvent } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { createLetter, createReporter, createReporterMessage } from "./support/reporter.ts";
import { dumpTables, listTables } from "./support/tables.ts";

beforeAll(migrate);

/** What would give a visitor away. */
const canaries = {
  "cf-connecting-ip": "203.0.113.77",
  "x-forwarded-for": "198.51.100.66",
  "user-agent": "CanaryBrowser/9.9",
  "accept-language": "km-canary",
  referer: "https://canary.example/from-here",
  cookie: "canary=cookie",
  "x-real-ip": "192.0.2.55",
};

async function wholeLife() {
  const server = createTestServer({ hour: 9 });
  const reporter = await createReporter();
  const letter = await createLetter(fixture);
  const send = async (bytes: Uint8Array<ArrayBuffer>) =>
    server.fetch(post("/api/box", bytes, { ...octetStream, ...canaries }));
  const id = letter.header.case;
  expect((await send(await sendBytes(reporter, "send-letter", fromBase64url(id), letter.whole))).status).toBe(
    200,
  );
  const message = await createReporterMessage(fixture, letter, { number: 0, digest: letter.digest });
  const messageId = fromBase64url(message.header.message);
  expect((await send(await sendBytes(reporter, "send-message", messageId, message.whole))).status).toBe(200);
  expect((await send(await lookUpBytes(reporter))).status).toBe(200);
  await server.fetch(new Request(`${citizenOrigin}/`, { headers: canaries }));
  server.time.hour = 18;
  await runScheduledJobs(server.platform, server.source);
  const who = await enterAndLogIn(server, [committees.commune]);
  let { row } = await getDetail(server, who, id);
  for (const type of ["Opened", "Acknowledged", "MessageSent"] as const) {
    const event = await createEvent(fixture, who.officer, row, type, server.time.today);
    ({ row } = (await readActed(await append(server, who, id, event))).detail);
  }
  for (const kind of ["index", "search"] as const)
    expect((await putSealed(server, who, id, kind, await readersOf(server, who, id))).status).toBe(204);
  await perform(server, who, letter.header.case, "Classified", { parameters: { kind: "report" } });
  const colleague = await enterAndLogIn(server, [committees.commune]);
  await reseal(server, who, letter.header.case, "HandedOver", [who, colleague]);
  server.time.today = addDays(server.time.today, 60);
  await runScheduledJobs(server.platform, server.source);
  return { reporter, letter, message };
}

describe("what the database holds after a whole life of a case", () => {
  it("names no visitor, no time finer than a day, and nothing of the receipt code", async () => {
    const { reporter, letter } = await wholeLife();
    const dump = await dumpTables();
    const text = JSON.stringify(dump);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
    expect(text).not.toMatch(/\d{1,2}:\d\d/);
    expect(text).not.toContain(toBase64url(reporter.lookupId));
    expect(text).not.toContain(toBase64url(reporter.publicKey));
    const reporterSlot = letter.whole.slice(letter.core.length + 2 * 1168, letter.core.length + 3 * 1168);
    const throwAway = letter.whole.slice(letter.core.length + 3 * 1168);
    expect(text).not.toContain(toBase64url(reporterSlot));
    expect(text).not.toContain(toBase64url(throwAway));
    const { sessions: _sessions, demo_clock: _clock, ...lasting } = dump;
    for (const [table, rows] of Object.entries(lasting)) {
      for (const row of rows as readonly Record<string, unknown>[]) {
        for (const [column, value] of Object.entries(row)) {
          const counts = ["sequence", "number", "count", "directory", "steps", "place", "after"];
          // Of officers' acts and the daily job alone, whose order the log of the acts has too: no arrival counts.
          counts.push("revision");
          const small = [...counts, "superior_sees"].includes(column);
          if (typeof value === "number") expect(small, `${table}.${column}`).toBe(true);
        }
      }
    }
  });

  it("holds objects of one length per kind", async () => {
    for (let count = 0; count < 3; count++) await wholeLife();
    const { cores, slots } = await dumpTables();
    const lengths = (rows: readonly unknown[] | undefined, column: string) =>
      new Set((rows as readonly Record<string, string>[]).map((row) => row[column]?.length));
    expect(lengths(cores, "core").size).toBe(2);
    expect(lengths(slots, "slot").size).toBe(2);
  });

  it("changes nothing by which arrival order could be told: every key is random or of a chain", async () => {
    const tables = await listTables();
    expect(tables.map(({ name }) => name)).toEqual([
      "arrivals",
      "audit",
      "audit_readers",
      "case_key_wraps",
      "case_keys",
      "cases",
      "cores",
      "demo_clock",
      "desk_books",
      "entries",
      "index_entries",
      "laws",
      "list_changes",
      "list_departures",
      "memberships",
      "notice_addresses",
      "notice_attempts",
      "officers",
      "passkeys",
      "preconditions",
      "reporter_messages",
      "search_entries",
      "sessions",
      "slots",
      "steps",
    ]);
    for (const { name, sql } of tables) {
      expect(sql, name).toMatch(/\) STRICT, WITHOUT ROWID$/);
      expect(sql, name).not.toMatch(/AUTOINCREMENT|CURRENT_TIME|datetime|strftime|unixepoch|DEFAULT/i);
      expect(sql, name).not.toMatch(/\b(ip|user_agent|agent|referer|created|updated|modified|at)\b[ ,]/i);
      expect(sql, name).not.toMatch(/_at\b|_time\b|timestamp/i);
    }
  });
});

describe("what was written once", () => {
  const forbidden = [
    "UPDATE entries SET done_on = '2026-01-01'",
    "DELETE FROM entries",
    "UPDATE audit SET officer = 'x'",
    "DELETE FROM audit",
    "UPDATE audit_readers SET officer = 'x'",
    "DELETE FROM audit_readers",
    "UPDATE cores SET core = ''",
    "DELETE FROM cores",
    "UPDATE slots SET slot = ''",
    "DELETE FROM slots WHERE role = 'receiver'",
    "DELETE FROM slots WHERE role = 'fallback'",
    "DELETE FROM slots WHERE role = 'reporter'",
    "UPDATE laws SET law = ''",
    "UPDATE cases SET receiver = 'x'",
    "UPDATE cases SET oversight = NULL",
    "UPDATE cases SET fallback = 'x'",
    "UPDATE cases SET released_on = '2026-01-01'",
    "UPDATE cases SET letter = substr(letter, 2) || 'A'",
    "UPDATE cases SET lookup = substr(lookup, 2) || 'A'",
  ];
  for (const sql of forbidden) {
    it(`stays: ${sql}`, async () => {
      await wholeLife();
      const before = await dumpTables();
      await expect(env.DB.prepare(sql).run()).rejects.toThrow(/append-only/);
      expect(await dumpTables()).toEqual(before);
    });
  }

  it("is checked by the database itself: states that mean nothing cannot be stored", async () => {
    await sendLetter(createTestServer());
    const absurd = [
      "UPDATE cases SET status = 'closed'",
      "UPDATE cases SET committee = 'somebody-else'",
      "UPDATE cases SET superior_sees = 1, fallback = NULL, fallback_key = NULL",
      "UPDATE cases SET state = 'no state'",
      "UPDATE cases SET sequence = -1",
      "UPDATE cases SET outer_escalation_on = released_on",
      "UPDATE cases SET next_step_on = released_on",
      "INSERT INTO preconditions VALUES ('met')",
      "INSERT INTO demo_clock VALUES (2, '2026-01-01')",
    ];
    for (const sql of absurd)
      await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow(/CHECK constraint/);
  });

  it("is all there or not at all: a batch that breaks in its middle leaves nothing", async () => {
    const server = createTestServer();
    const before = await dumpTables();
    const letter = await createLetter(fixture);
    const reporter = await createReporter();
    const bytes = await sendBytes(reporter, "send-letter", fromBase64url(letter.header.case), letter.whole);
    await env.DB.prepare(
      "CREATE TRIGGER fail BEFORE INSERT ON slots BEGIN SELECT RAISE(ABORT, 'disk'); END",
    ).run();
    expect((await postBox(server, bytes)).status).toBe(500);
    await env.DB.prepare("DROP TRIGGER fail").run();
    expect(await dumpTables()).toEqual(before);
    expect((await postBox(server, bytes)).status).toBe(200);
  });
});

describe("the server's secret", () => {
  it("opens a sealed value only at its own place, under the same secret, unaltered", async () => {
    const value = random(32);
    const sealed = fromBase64url(await secrets.seal("reporter-key/a", value));
    expect(await secrets.open("reporter-key/a", sealed)).toEqual(value);
    expect(await secrets.open("reporter-key/b", sealed)).toBeUndefined();
    expect(await createSecrets(`${env.SECRET}x`).open("reporter-key/a", sealed)).toBeUndefined();
    for (let at = 0; at < sealed.length; at++) {
      const altered = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await secrets.open("reporter-key/a", altered)).toBeUndefined();
    }
  });

  it("makes keyed hashes that are of no use without it", async () => {
    const lookupId = random(16);
    const other = createSecrets(`${env.SECRET}x`);
    expect(await other.lookupDigest(lookupId)).not.toBe(await secrets.lookupDigest(lookupId));
    expect(await secrets.fingerprint(lookupId)).not.toBe(await secrets.lookupDigest(lookupId));
  });
});

describe("days", () => {
  it("are those of Vietnam, whatever the server's zone is", async () => {
    const { createSystemClock } = await import("../../worker/platform/system-clock.ts");
    const at = (text: string) => createSystemClock(() => Date.parse(text)).read();
    expect(await at("2026-03-04T16:59:59Z")).toEqual({ today: toPlainDate("2026-03-04"), hour: 23 });
    expect(await at("2026-03-04T17:00:00Z")).toEqual({ today: toPlainDate("2026-03-05"), hour: 0 });
  });
});
