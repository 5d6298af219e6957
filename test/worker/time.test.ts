import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "cloudflare:workers";
import { findHistoryFault } from "../../src/domain/case/case.decide.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import { clockOf } from "../../src/domain/case/case.clocks.ts";
import type { CalendarYear } from "../../src/domain/calendar-year.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { limitOf } from "../../src/domain/clocks.ts";
import { addDays, type PlainDate, toPlainDate } from "../../src/domain/plain-date.ts";
import { settleCase } from "../../worker/cases/cases.sight.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { append, ask, enterAndLogIn, getDetail, putSealed, readersOf, sendLetter } from "./support/desk.ts";
import type { Database } from "../../worker/platform/platform.ts";
import { createTestServer, database, fixture, lookUp, migrate, type TestServer } from "./support/harness.ts";
import {
  atOnce,
  attempt,
  classify,
  type Correspondence,
  perform,
  storedCase,
  transfer,
  write,
} from "./support/life.ts";
import { createEvent } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

async function run(server: TestServer): Promise<number> {
  return runScheduledJobs(server.platform, server.source);
}

/** Time passes for the cases of each test alone. */
beforeEach(async () => {
  const server = createTestServer({ today: "2026-03-04", payload: atOnce });
  await run(server);
});

/** What time has written, without what tells one case from another. */
async function writtenOf(id: CaseId) {
  const { steps, state, row } = await storedCase(id);
  const { next_step_on, late_since, superior_sees, outer_escalation_on } = row;
  return { steps, state, next_step_on, late_since, superior_sees, outer_escalation_on };
}

async function newCase(server: TestServer): Promise<{ id: CaseId; sent: Correspondence }> {
  const sent = { ...(await sendLetter(server)), messages: [] };
  return { id: sent.letter.header.case, sent };
}

describe("what time does", () => {
  it("is the same whether a case is looked at twice a day, now and then, or not for months", async () => {
    const server = createTestServer({ payload: atOnce });
    const start = server.time.today;
    const days = [0, 3, 6, 7, 10, 22, 30, 60, 75, 90];
    const settle = (id: CaseId) => settleCase(server.platform, server.source, id);
    const [watched, written] = [await newCase(server), await newCase(server)];
    const [silentWatched, silent] = [await newCase(server), await newCase(server)];
    for (let day = 0; day <= 90; day++) {
      server.time.today = addDays(start, day);
      // A message brings its case to the day; on all other days only the watched ones are brought there.
      if (days.includes(day)) for (const { sent } of [watched, written]) await write(server, sent);
      for (const { id } of [watched, silentWatched, watched, silentWatched]) await settle(id);
    }
    expect((await storedCase(silent.id)).steps).toEqual([]);
    await run(server);
    const [one, two] = [await writtenOf(watched.id), await writtenOf(written.id)];
    expect(two).toEqual(one);
    expect(one.steps.map(({ step }) => step.type)).toContain("Escalated");
    const late = await writtenOf(silent.id);
    expect(late).toEqual(await writtenOf(silentWatched.id));
    expect(late.steps.length).toBeGreaterThan(5);
  });

  it("leaves alone what it has done: a second run writes nothing", async () => {
    const server = createTestServer({ payload: atOnce });
    for (let count = 0; count < 5; count++) await newCase(server);
    server.time.today = toPlainDate("2026-05-20");
    expect(await run(server)).toBeGreaterThanOrEqual(5);
    const before = await dumpTables();
    expect(await run(server)).toBe(0);
    expect(await dumpTables()).toEqual(before);
  });

  it("goes through more cases than one chunk holds, and past one that cannot be written", async () => {
    const server = createTestServer({ payload: atOnce });
    const { id } = await newCase(server);
    // Rows made by copying one: sealing so many would take its time.
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
       INSERT INTO cases SELECT printf('%05d%s', i, substr(c.id, 6)), receiver, receiver_key, committee, fallback, fallback_key,
         oversight, policy, directory, released_on, letter, printf('%05d%s', i, substr(lookup, 6)), reporter_key, fingerprint, law,
         sequence, chain, steps, status, state, case_key, outer_escalation_on, next_step_on, late_since, superior_sees
       FROM n, cases c WHERE c.id = ?`,
    )
      .bind(id)
      .run();
    server.time.today = toPlainDate("2026-03-11");
    await env.DB.prepare(
      `CREATE TRIGGER fail BEFORE INSERT ON steps WHEN NEW.case_id LIKE '00017%' BEGIN SELECT RAISE(ABORT, 'disk'); END`,
    ).run();
    await expect(run(server)).rejects.toThrow(/disk/);
    await env.DB.prepare("DROP TRIGGER fail").run();
    const left = await env.DB.prepare("SELECT id FROM cases WHERE next_step_on <= '2026-03-11'").all();
    expect(left.results).toHaveLength(1);
    expect(await run(server)).toBe(1);
  });

  it("lets a transferred letter arrive, resumes a clock, and erases a refused letter after its year with every key to it", async () => {
    const server = createTestServer({ payload: atOnce });
    const who = await enterAndLogIn(server, [committees.commune]);
    const [moved, paused, refused] = [await newCase(server), await newCase(server), await newCase(server)];
    for (const { id } of [moved, paused, refused]) await classify(server, who, id);
    const readers = await readersOf(server, who, refused.id);
    expect((await putSealed(server, who, refused.id, "search", readers)).status).toBe(204);
    await transfer(server, who, moved.id);
    await perform(server, who, paused.id, "ReporterAsked", { parameters: { days: 3 } });
    await perform(server, who, refused.id, "Refused");
    server.time.today = toPlainDate("2026-03-10");
    await run(server);
    const typesOf = async (id: CaseId) =>
      (await storedCase(id)).steps.map(({ step }) => `${step.type} ${step.on}`);
    expect(await typesOf(moved.id)).toEqual(["TransferReceived 2026-03-05"]);
    expect(await typesOf(paused.id)).toEqual(["ClockResumed 2026-03-10"]);
    server.time.today = toPlainDate("2027-03-31");
    await run(server);
    expect((await storedCase(refused.id)).state.erasedOn).not.toBeNull();
    const { slots, index_entries, search_entries } = await dumpTables();
    const of = (rows: readonly unknown[] | undefined) =>
      (rows as readonly { case_id: string }[]).filter(({ case_id }) => case_id === refused.id);
    expect([of(slots), of(index_entries), of(search_entries)]).toEqual([[], [], []]);
    // Nor does one come behind that was sealed before and hung on its way.
    for (const kind of ["index", "search"] as const)
      expect((await putSealed(server, who, refused.id, kind, readers)).status).toBe(409);
    const detail = await getDetail(server, who, refused.id);
    expect(
      detail.entries.flatMap((entry) => ("message" in entry ? (entry.message?.slot ?? []) : [])),
    ).toEqual(["", "", ""]);
    const box = await lookUp(server, refused.sent.reporter);
    if (box.meta.kind !== "case" || box.meta.letter === null) throw new Error("no letter");
    expect(box.blobs[box.meta.letter.slot]).toHaveLength(0);
    expect((await write(server, refused.sent)).status, "nobody could read it").toBe(422);
  });
});

describe("two officers, the job and the reporter at once", () => {
  it("leave one history, each loser told what changed", async () => {
    for (let round = 0; round < 6; round++) {
      const server = createTestServer({ payload: atOnce });
      const [who, colleague] = [
        await enterAndLogIn(server, [committees.commune]),
        await enterAndLogIn(server, [committees.commune]),
      ];
      const { id, sent } = await newCase(server);
      await classify(server, who, id);
      server.time.today = toPlainDate("2026-04-02");
      const { row } = await getDetail(server, who, id);
      const on = server.time.today;
      const [begun, noted] = [
        await createEvent(fixture, who.officer, row, "VerificationBegun", on),
        await createEvent(fixture, colleague.officer, row, "Noted", on),
      ];
      const [first, second, written] = await Promise.all([
        append(server, who, id, begun),
        append(server, colleague, id, noted),
        write(server, sent),
        run(server),
        run(server),
      ]);
      expect(written.status).toBe(200);
      for (const answer of [first, second]) {
        expect([201, 409]).toContain(answer.status);
        const { detail }: { detail: { row: { sequence: number } } } = await answer.json();
        expect(detail.row.sequence).toBeGreaterThan(3);
      }
      await run(server);
      const { row: now, state, events, steps, entries } = await storedCase(id);
      const wins = [first, second].filter(({ status }) => status === 201).length;
      expect(entries).toHaveLength(3 + 1 + wins);
      expect(replay(events)).toEqual(state);
      expect(now.steps).toBe(steps.length);
      expect(findHistoryFault(events, (await server.source.get()).law.law)).toBeUndefined();
      expect(steps.map(({ step }) => step.type)).toEqual(["BecameOverdue"]);
      if (first.status === 409)
        expect((await attempt(server, who, id, "VerificationBegun")).status).toBe(201);
    }
  });
});

const announced = toPlainDate("2026-03-12");

/** The calendar with more days off in March: every limit that spans them would move later. */
function longerMarch(calendar: readonly CalendarYear[]): readonly CalendarYear[] {
  const off = (date: string) =>
    ({
      date: toPlainDate(date),
      off: true,
      kind: "statutory",
      name: "nghỉ",
      source: "thử",
      status: "official",
    }) as const;
  return calendar.map((year) =>
    year.year === 2026
      ? {
          ...year,
          days: [...year.days, off("2026-03-16"), off("2026-03-17")].toSorted((a, b) =>
            a.date < b.date ? -1 : 1,
          ),
        }
      : year,
  );
}

const changed = (isAnnounced: boolean) => ({
  ...fixture.payload,
  releaseHour: null,
  calendar: [...longerMarch(fixture.payload.calendar)],
  lawChanges: isAnnounced ? [{ on: announced, because: "calendar" as const }] : [],
});

type Changing = { readonly server: TestServer; readonly change: (isAnnounced: boolean) => void };

/** A server whose directory can be exchanged, as an import does it. */
function createChanging(): Changing {
  let payload: ReturnType<typeof changed> | ReturnType<typeof atOnce> = atOnce();
  const server = createTestServer({ payload: () => payload });
  return {
    server,
    change: (isAnnounced) => {
      payload = changed(isAnnounced);
      server.time.passed += 61_000;
    },
  };
}

/** The database, with something that happens once between what is read and what is written. */
function interrupted(): {
  readonly database: Database;
  readonly before: (meanwhile: () => Promise<unknown>) => void;
} {
  let waiting: (() => Promise<unknown>) | null = null;
  return {
    database: {
      ...database,
      async write(...statements) {
        const meanwhile = waiting;
        // The job's own housekeeping comes first and reckons nothing.
        if (meanwhile !== null && statements.length > 1) {
          waiting = null;
          await meanwhile();
        }
        return database.write(...statements);
      },
    },
    before: (meanwhile) => {
      waiting = meanwhile;
    },
  };
}

describe("what was reckoned from a case that has become something else meanwhile", () => {
  async function begin() {
    const between = interrupted();
    const slow = createTestServer({ payload: atOnce, database: between.database });
    const quick = createTestServer({ payload: atOnce });
    const who = await enterAndLogIn(quick, [committees.commune]);
    const { id, sent } = await newCase(quick);
    await classify(quick, who, id);
    for (const server of [slow, quick]) server.time.today = toPlainDate("2026-04-02");
    return { between, slow, quick, who, id, sent };
  }

  async function expectOneHistory(id: CaseId): Promise<void> {
    const { row, state, events, steps } = await storedCase(id);
    expect(replay(events)).toEqual(state);
    expect(row.steps).toBe(steps.length);
  }

  it("is not written by the job, and found again in its next run", async () => {
    const { between, slow, quick, who, id } = await begin();
    between.before(() => perform(quick, who, id, "VerificationBegun"));
    await run(slow);
    await expectOneHistory(id);
    expect((await storedCase(id)).state.status).toBe("verifying");
    await run(slow);
    await expectOneHistory(id);
    expect((await storedCase(id)).steps.map(({ step }) => step.type)).toEqual(["BecameOverdue"]);
  });

  it("is judged again for an officer: the job was first, and the act is done on what it left", async () => {
    const { between, slow, quick, who, id } = await begin();
    between.before(() => run(quick));
    await perform(slow, who, id, "VerificationBegun");
    await expectOneHistory(id);
    expect((await storedCase(id)).steps.map(({ after, step }) => [after, step.type])).toEqual([
      [3, "BecameOverdue"],
    ]);
  });

  it("is judged again for an officer whose case has met a new law in between", async () => {
    const { between, slow, who, id } = await begin();
    const on = toPlainDate("2026-03-20");
    for (const server of [slow]) server.time.today = on;
    const changing = createChanging();
    changing.change(true);
    changing.server.time.today = on;
    between.before(() => run(changing.server));
    await perform(slow, who, id, "VerificationBegun");
    expect((await storedCase(id)).steps.map(({ step }) => step.type)).toEqual(["LawChanged"]);
    await expectOneHistory(id);
  });

  it("takes no message of the reporter for readers who have lost the case", async () => {
    const { between, slow, quick, who, id, sent } = await begin();
    for (const server of [slow, quick]) server.time.today = toPlainDate("2026-03-20");
    between.before(() => transfer(quick, who, id));
    expect((await write(slow, sent)).status).toBe(409);
    const { reporter_messages } = await dumpTables();
    expect(JSON.stringify(reporter_messages)).not.toContain(id);
    await expectOneHistory(id);
  });

  it("does not take a case away while the reporter writes to those who have it", async () => {
    const between = interrupted();
    const payload = () => ({ ...fixture.payload, releaseHour: 18 });
    const slow = createTestServer({ hour: 19, payload, database: between.database });
    const quick = createTestServer({ hour: 9, payload });
    const { id, sent } = await newCase(quick);
    quick.time.hour = 19;
    const who = await enterAndLogIn(quick, [committees.commune]);
    await classify(quick, who, id);
    between.before(() => write(quick, sent));
    expect((await transfer(slow, who, id)).status).toBe(422);
    expect((await storedCase(id)).row.committee).toBe(committees.commune);
  });
});

describe("a new law", () => {
  async function reckonedAfter(passed: readonly PlainDate[]) {
    const { server, change } = createChanging();
    const who = await enterAndLogIn(server, [committees.commune]);
    const { id, sent } = await newCase(server);
    await classify(server, who, id);
    const promised = (await storedCase(id)).row;
    change(true);
    for (const day of passed) {
      server.time.today = day;
      await run(server);
      await run(server);
    }
    return { id, sent, server, who, promised, written: await writtenOf(id) };
  }

  it("is written down once, on its day, and moves no promise later", async () => {
    const { id, written, promised, server } = await reckonedAfter([announced]);
    expect(written.steps.map(({ step }) => [step.type, step.on])).toEqual([["LawChanged", announced]]);
    expect(written.outer_escalation_on).toBe(promised.outer_escalation_on);
    const before = await storedCase(id);
    const { law } = (await server.source.get()).law;
    const [, , result] = before.state.clocks;
    if (result === undefined) throw new Error("no result clock");
    const clock = clockOf(result, law);
    expect(limitOf(clock).on).toBe("2026-04-01");
    expect(clock.promise?.reckonedOn).toBe("2026-04-03");
    expect(replay(before.events)).toEqual(before.state);
    expect(findHistoryFault(before.events, law)).toBeUndefined();
  });

  it("leaves the same rows whether it is found out on the day, in steps, or a month later", async () => {
    const days = (count: number) => Array.from({ length: count }, (_, index) => addDays(announced, index));
    const { written: daily } = await reckonedAfter(days(40));
    const { written: late } = await reckonedAfter([addDays(announced, 39)]);
    expect(late).toEqual(daily);
    expect(daily.steps.map(({ step }) => step.type)).toEqual(["LawChanged", "BecameOverdue"]);
  });

  it("waits for its day, and for an act of an officer as for the job", async () => {
    const { id, server, who } = await reckonedAfter([addDays(announced, -1)]);
    expect((await storedCase(id)).steps).toEqual([]);
    server.time.today = addDays(announced, 3);
    await perform(server, who, id, "VerificationBegun");
    const { steps, row } = await storedCase(id);
    expect(steps.map(({ after, step }) => [after, step.type, step.on])).toEqual([
      [3, "LawChanged", announced],
    ]);
    expect(row.law).toBe((await server.source.get()).law.digest);
  });

  it("tells the reporter what time did before it, which no tables tell any more", async () => {
    const { sent, server } = await reckonedAfter([announced]);
    const { meta } = await lookUp(server, sent.reporter);
    expect(meta.kind === "case" && meta.steps.map(({ step }) => step.type)).toEqual(["LawChanged"]);
  });

  it("that nobody has announced changes no case that runs", async () => {
    const { server, change } = createChanging();
    const { id } = await newCase(server);
    const before = await storedCase(id);
    change(false);
    server.time.today = announced;
    await run(server);
    expect((await storedCase(id)).row.law).toBe(before.row.law);
    const under = (await server.source.get()).law.digest;
    const { id: later } = await newCase(server);
    expect((await storedCase(later)).row.law).toBe(under);
  });

  it("keeps the old one until no case needs it", async () => {
    const { server } = await reckonedAfter([announced]);
    await run(server);
    const { laws, cases } = await dumpTables();
    const named = new Set((cases as readonly { law: string }[]).map(({ law }) => law));
    expect(new Set((laws as readonly { digest: string }[]).map(({ digest }) => digest))).toEqual(
      new Set([...named, (await server.source.get()).law.digest]),
    );
    const who = await enterAndLogIn(server, [committees.commune]);
    expect((await ask(server, who, "GET", `/committees/${committees.commune}/cases`)).status).toBe(200);
  });
});
