import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseLine, ListChanges, ListMark, UrgentList } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { addDays, toPlainDate } from "../../src/domain/plain-date.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import {
  ask,
  enterAndLogIn,
  getList,
  type LoggedIn,
  putSealed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import { createTestServer, errorCode, fixture, migrate, type TestServer } from "./support/harness.ts";
import { atOnce, classify, perform, reseal, transfer, write } from "./support/life.ts";
import { committees } from "./support/organisation.ts";
import { keyOf } from "./support/reporter.ts";

beforeAll(migrate);

const { commune, otherCommune, province } = committees;

/** A desk that keeps its list by what it is told of changes, and never asks for the whole again. */
type Watcher = {
  readonly server: TestServer;
  readonly who: LoggedIn;
  readonly committee: string;
  readonly lines: Map<CaseId, CaseLine>;
  mark: ListMark;
};

async function watch(server: TestServer, who: LoggedIn, committee: string = commune): Promise<Watcher> {
  const { cases, mark } = await getList(server, who, committee);
  return { server, who, committee, mark, lines: new Map(cases.map((line) => [line.case, line])) };
}

async function changesAfter({ server, who, committee }: Watcher, mark: ListMark): Promise<ListChanges> {
  const { revision, until, arrived } = mark;
  const query = `revision=${revision}&until=${until}&arrived=${arrived}`;
  const answer = await ask(server, who, "GET", `/committees/${committee}/changes?${query}`);
  expect(answer.status).toBe(200);
  return await answer.json();
}

async function look(watcher: Watcher): Promise<ListChanges> {
  const changes = await changesAfter(watcher, watcher.mark);
  for (const line of changes.changed) watcher.lines.set(line.case, line);
  for (const id of changes.gone) watcher.lines.delete(id);
  watcher.mark = changes.mark;
  return changes;
}

/** What the desk has kept is what the whole list would say. */
async function expectUpToDate(watcher: Watcher): Promise<void> {
  const { cases } = await getList(watcher.server, watcher.who, watcher.committee);
  const kept = [...watcher.lines.values()].sort((a, b) => (a.case < b.case ? -1 : 1));
  expect(kept).toEqual(cases);
}

/** Three officers of the commune. */
async function enterThree(server: TestServer) {
  const enter = async () => await enterAndLogIn(server, [commune]);
  return [await enter(), await enter(), await enter()] as const;
}

const nobodyAbove = { fallback: null, fallbackKey: null, oversight: null };

/** Rows made by copying one: every third of them late, every third closed. */
async function copyCase(id: CaseId, count: number): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO cases SELECT printf('%05d%s', i, substr(c.id, 6)), receiver, receiver_key, committee, fallback, fallback_key,
       oversight, policy, directory, released_on, letter, printf('%05d%s', i, substr(lookup, 6)), reporter_key, fingerprint, law,
       sequence, chain, steps, iif(i % 3 = 1, 'closed', status), iif(i % 3 = 1, json_set(state, '$.status', 'closed'), state), case_key,
       outer_escalation_on, next_step_on, iif(i % 3 = 0, date(released_on, '+9 days'), NULL), superior_sees
     FROM n, cases c WHERE c.id = ?2`,
  )
    .bind(count, id)
    .run();
}

/** Takes the lateness from all copies but a few. */
async function closeCopies(kept: number): Promise<void> {
  await env.DB.prepare(
    "UPDATE cases SET late_since = NULL WHERE CAST(substr(id, 1, 5) AS INTEGER) > ?1 AND committee = ?2",
  )
    .bind(kept * 3, province)
    .run();
}

/** A server that releases at once, or at an hour, with nothing of the other tests in sight. */
function serverAt(releaseHour: number | null): TestServer {
  return createTestServer({ hour: 9, payload: () => ({ ...atOnce(), releaseHour }) });
}

describe("a desk that asks only for what is new", () => {
  it("is told nothing while nothing happens", async () => {
    const server = serverAt(null);
    const watcher = await watch(server, await enterAndLogIn(server, [commune]));
    const mark = watcher.mark;
    expect(await look(watcher)).toEqual({ today: server.time.today, mark, changed: [], gone: [] });
  });

  it("sees what a colleague does, and only those lines", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    await sendLetter(server);
    const colleague = await enterAndLogIn(server, [commune]);
    const watcher = await watch(server, await enterAndLogIn(server, [commune]));
    await perform(server, colleague, id, "Opened");
    const { changed, gone } = await look(watcher);
    expect([changed.map((line) => [line.case, line.status]), gone]).toEqual([[[id, "opened"]], []]);
    await putSealed(server, colleague, id, "index", await readersOf(server, colleague, id));
    expect((await look(watcher)).changed.map((line) => [line.case, line.index?.length])).toEqual([[id, 598]]);
    await expectUpToDate(watcher);
  });

  it("sees a letter that is released at once, and one of the day before at its hour, not sooner by any number", async () => {
    const atOnceServer = serverAt(null);
    const watcher = await watch(atOnceServer, await enterAndLogIn(atOnceServer, [commune]));
    const id = (await sendLetter(atOnceServer)).letter.header.case;
    expect((await look(watcher)).changed.map((line) => line.case)).toContain(id);
    await expectUpToDate(watcher);
    const daily = serverAt(18);
    const who = await enterAndLogIn(daily, [commune]);
    const patient = await watch(daily, who);
    const waiting = { ...(await sendLetter(daily)), messages: [] };
    await write(daily, waiting);
    const { mark } = patient;
    expect(await look(patient)).toEqual({ today: daily.time.today, mark, changed: [], gone: [] });
    daily.time.hour = 18;
    await runScheduledJobs(daily.platform, daily.source);
    expect((await look(patient)).changed.map((line) => line.case)).toContain(waiting.letter.header.case);
    await expectUpToDate(patient);
  });

  it("catches up after days away", async () => {
    const server = serverAt(18);
    const watcher = await watch(server, await enterAndLogIn(server, [commune]));
    for (let day = 0; day < 3; day++) {
      await sendLetter(server);
      server.time.today = addDays(server.time.today, 1);
      await runScheduledJobs(server.platform, server.source);
    }
    await look(watcher);
    await expectUpToDate(watcher);
  });
});

describe("a case that leaves a list", () => {
  it("by a transfer is gone from one and there in the other", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    const who = await enterAndLogIn(server, [commune]);
    await classify(server, who, id);
    const from = await watch(server, who);
    const there = await watch(server, await enterAndLogIn(server, [otherCommune]), otherCommune);
    expect((await transfer(server, who, id)).status).toBe(201);
    expect((await look(from)).gone).toEqual([id]);
    expect((await look(there)).changed.map((line) => line.case)).toEqual([id]);
    await expectUpToDate(from);
    await expectUpToDate(there);
  });

  it("because its officer stepped aside is told to be gone once, and what happens in it later not at all", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    const who = await enterAndLogIn(server, [commune]);
    const colleague = await enterAndLogIn(server, [commune]);
    await classify(server, who, id);
    const aside = await watch(server, who);
    const stays = await watch(server, colleague);
    expect((await reseal(server, who, id, "Recused", [colleague])).status).toBe(201);
    expect((await look(aside)).gone).toEqual([id]);
    await look(stays);
    await perform(server, colleague, id, "VerificationBegun");
    expect(await look(aside)).toMatchObject({ changed: [], gone: [] });
    expect((await look(stays)).changed.map((line) => line.status)).toEqual(["verifying"]);
    await expectUpToDate(aside);
    await expectUpToDate(stays);
  });

  it("is not told again to whom it was closed before, when its readers change once more and when it leaves", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    const [who, colleague, third] = await enterThree(server);
    await classify(server, who, id);
    const aside = await watch(server, who);
    const next = await watch(server, third);
    const stays = await watch(server, colleague);
    expect((await reseal(server, who, id, "Recused", [colleague, third])).status).toBe(201);
    expect([(await look(aside)).gone, (await look(next)).gone]).toEqual([[id], []]);
    expect((await reseal(server, third, id, "Recused", [colleague])).status).toBe(201);
    expect([(await look(aside)).gone, (await look(next)).gone]).toEqual([[], [id]]);
    expect((await transfer(server, colleague, id)).status).toBe(201);
    expect(await look(aside)).toMatchObject({ changed: [], gone: [] });
    expect(await look(next)).toMatchObject({ changed: [], gone: [] });
    expect((await look(stays)).gone).toEqual([id]);
    for (const each of [aside, next, stays]) await expectUpToDate(each);
  });

  it("is told to whoever looks for the first time long after, and to nobody who never could read it", async () => {
    const server = serverAt(null);
    const closed = (await sendLetter(server)).letter.header.case;
    const moved = (await sendLetter(server)).letter.header.case;
    const [who, colleague] = await enterThree(server);
    const away = await watch(server, who);
    for (const id of [closed, moved]) await classify(server, colleague, id);
    expect((await reseal(server, colleague, closed, "HandedOver", [colleague])).status).toBe(201);
    expect((await transfer(server, colleague, moved)).status).toBe(201);
    const newcomer = await watch(server, await enterAndLogIn(server, [commune]));
    expect((await reseal(server, colleague, closed, "HandedOver", [colleague])).status).toBe(201);
    await perform(server, colleague, closed, "VerificationBegun");
    expect(new Set((await look(away)).gone)).toEqual(new Set([closed, moved]));
    await expectUpToDate(away);
    expect(await look(newcomer)).toMatchObject({ changed: [], gone: [] });
    expect((await changesAfter(newcomer, { ...newcomer.mark, revision: 0 })).gone).toEqual([]);
  });

  it("is there again for whom it is handed back to, and gone once more when it is closed to them again", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    const [who, colleague] = await enterThree(server);
    await classify(server, colleague, id);
    const watcher = await watch(server, who);
    const handTo = async (readers: readonly LoggedIn[]) =>
      expect((await reseal(server, colleague, id, "HandedOver", readers)).status).toBe(201);
    await handTo([colleague]);
    expect((await look(watcher)).gone).toEqual([id]);
    await handTo([colleague, who]);
    const back = await look(watcher);
    expect(back.changed.map((line) => line.case)).toContain(id);
    expect(back.gone).toEqual([]);
    await expectUpToDate(watcher);
    expect((await changesAfter(watcher, { ...watcher.mark, revision: 0 })).gone).toEqual([]);
    await handTo([colleague]);
    expect((await look(watcher)).gone).toEqual([id]);
    await expectUpToDate(watcher);
  });

  it("because it was erased with the key that it had of its own is gone for its last readers, and for them alone", async () => {
    const server = serverAt(null);
    const id = (await sendLetter(server)).letter.header.case;
    const [who, colleague] = await enterThree(server);
    await classify(server, who, id);
    expect((await reseal(server, who, id, "Recused", [colleague])).status).toBe(201);
    await perform(server, colleague, id, "Refused");
    const aside = await watch(server, who);
    const stays = await watch(server, colleague);
    server.time.today = toPlainDate("2027-03-31");
    await runScheduledJobs(server.platform, server.source);
    expect((await look(stays)).gone).toContain(id);
    expect((await look(aside)).gone).not.toContain(id);
  });
});

describe("what is most urgent", () => {
  it("comes first: late, then due, what is ended last; and no case that a colleague alone may read", async () => {
    const server = serverAt(null);
    const ours = { receiver: province as CommitteeId, receiverKey: keyOf(fixture, province), ...nobodyAbove };
    const id = (await sendLetter(server, ours)).letter.header.case;
    await copyCase(id, 300);
    const who = await enterAndLogIn(server, [province]);
    const answer = await ask(server, who, "GET", `/committees/${province}/urgent`);
    const { cases }: UrgentList = await answer.json();
    const numbers = cases
      .map((line) => Number(line.case.slice(0, 5)) % 3)
      .filter((rest) => !Number.isNaN(rest));
    // A third is late, a third not, a third ended: what fits is all of the late ones that there is room for.
    expect([numbers.length, new Set(numbers)]).toEqual([50, new Set([0])]);
    await closeCopies(20);
    const fewer: UrgentList = await (await ask(server, who, "GET", `/committees/${province}/urgent`)).json();
    expect(fewer.cases.filter((line) => line.status === "closed")).toEqual([]);
  });

  it("is not told to somebody of another committee, nor are changes", async () => {
    const server = serverAt(null);
    const stranger = await enterAndLogIn(server, [otherCommune]);
    for (const path of ["urgent", `changes?revision=0&until=${server.time.today}&arrived=0`])
      expect(await errorCode(await ask(server, stranger, "GET", `/committees/${commune}/${path}`))).toBe(
        "404 not-found",
      );
  });

  it("and a mark that is none is no request of ours", async () => {
    const server = serverAt(null);
    const who = await enterAndLogIn(server, [commune]);
    for (const query of ["", "?revision=-1&until=2026-01-01&arrived=0", "?revision=1&until=x&arrived=0"])
      expect(await errorCode(await ask(server, who, "GET", `/committees/${commune}/changes${query}`))).toBe(
        "400 malformed",
      );
  });
});
