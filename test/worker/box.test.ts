import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";
import { beforeAll, describe, expect, it } from "vitest";
import { createCalendar } from "../../src/domain/calendar.ts";
import { clockOf } from "../../src/domain/case/case.clocks.ts";
import { createClocks } from "../../src/domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { addDays, toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { boxResponseBytes } from "../../src/envelope/sizes.ts";
import { stateOf } from "../../worker/cases/cases.state.ts";
import { query } from "../../worker/db/query.ts";
import { sendLetter } from "./support/desk.ts";
import {
  cheapProof,
  createTestServer,
  database,
  errorCode,
  fixture,
  json,
  lookUp,
  lookUpBytes,
  migrate,
  post,
  postBox,
  readBox,
  readMeta,
  sendBytes,
} from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { committees } from "./support/organisation.ts";
import { createLetter, createReporter, keyOf, noPayload, signRequest } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

async function newLetter() {
  const reporter = await createReporter();
  const letter = await createLetter(fixture);
  const id = fromBase64url(letter.header.case);
  return { reporter, letter, id, bytes: await sendBytes(reporter, "send-letter", id, letter.whole) };
}

describe("a letter is never lost or doubled", () => {
  it("answers the same bytes in the same way, also after the release and after the directory has changed", async () => {
    const server = createTestServer();
    const { bytes, letter } = await newLetter();
    const first = await readMeta(await postBox(server, bytes));
    expect(first).toEqual({ kind: "accepted", releasedOn: "2026-03-04" });
    expect(await readMeta(await postBox(server, bytes))).toEqual(first);
    const payload = { ...fixture.payload, policy: { ...fixture.payload.policy, version: "2027.1" } };
    const later = createTestServer({ today: "2026-09-01", hour: 23, payload: () => payload });
    expect(await readMeta(await postBox(later, bytes))).toEqual(first);
    const rows = await database.read(
      query.selectFrom("cases").select("id").where("id", "=", letter.header.case),
      query.selectFrom("cores").select("digest").where("case_id", "=", letter.header.case),
      query.selectFrom("slots").select("role").where("case_id", "=", letter.header.case),
    );
    expect(rows.map((table) => table.length)).toEqual([1, 1, 3]);
  });

  it("takes a letter that is sent eight times at once just once, and answers all eight alike", async () => {
    const server = createTestServer();
    const { bytes } = await newLetter();
    const before = (await dumpTables()).arrivals;
    const answers = await Promise.all(Array.from({ length: 8 }, () => postBox(server, bytes)));
    const metas = await Promise.all(answers.map(readMeta));
    expect(new Set(metas.map((meta) => JSON.stringify(meta))).size).toBe(1);
    const counted = (rows: readonly unknown[]) => (rows as { count: number }[])[0]?.count ?? 0;
    expect(counted((await dumpTables()).arrivals ?? []) - counted(before ?? [])).toBe(1);
  });

  it("refuses other bytes under the same id, and the same bytes of somebody else", async () => {
    const server = createTestServer();
    const { reporter, letter, id, bytes } = await newLetter();
    await readMeta(await postBox(server, bytes));
    const other = await createLetter(fixture, { case: letter.header.case });
    const again = await sendBytes(reporter, "send-letter", id, other.whole);
    expect(await errorCode(await postBox(server, again))).toBe("409 id-taken");
    const stranger = await sendBytes(await createReporter(), "send-letter", id, letter.whole);
    expect(await errorCode(await postBox(server, stranger))).toBe("409 id-taken");
  });

  it("refuses a second case under the same receipt code", async () => {
    const server = createTestServer();
    const { reporter, letter } = await sendLetter(server);
    const second = await createLetter(fixture);
    const id = fromBase64url(second.header.case);
    const bytes = await sendBytes(reporter, "send-letter", id, second.whole);
    expect(await errorCode(await postBox(server, bytes))).toBe("409 id-taken");
    const seen = await lookUp(server, reporter);
    expect(seen.meta).toMatchObject({ case: letter.header.case });
  });

  it("needs no new work for the same id, and accepts none done for another", async () => {
    const server = createTestServer();
    const reporter = await createReporter();
    const asked = await server.fetch(
      post("/api/box/challenge", JSON.stringify({ id: toBase64url(random(16)) }), json),
    );
    expect(asked.status).toBe(200);
    const id = random(16);
    const answer = await server.fetch(
      post("/api/box/challenge", JSON.stringify({ id: toBase64url(id) }), json),
    );
    const challenge: Parameters<typeof solveChallenge>[0]["challenge"] = await answer.json();
    expect(challenge.parameters.keyPrefix).toBe("000");
    expect(Number(challenge.parameters.expiresAt) % 3600).toBe(0);
    const proof = JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
    expect(proof.length).toBeLessThanOrEqual(1016);
    const ask = { kind: "look-up", cursor: 0, payload: noPayload(), proof } as const;
    const good = await signRequest(reporter, { ...ask, requestId: id });
    expect((await postBox(server, good)).status).toBe(200);
    expect((await postBox(server, good)).status).toBe(200);
    const foreign = await signRequest(reporter, { ...ask, requestId: random(16) });
    expect(await errorCode(await postBox(server, foreign))).toBe("403 proof-refused");
    for (const bad of [
      "",
      "{}",
      "null",
      proof.replace('"000"', '"0"'),
      proof.replace(/"counter":\d+/, '"counter":1'),
    ]) {
      const bytes = await signRequest(reporter, { ...ask, proof: bad, requestId: id });
      expect(await errorCode(await postBox(server, bytes))).toBe("403 proof-refused");
    }
  });

  it("takes a proof again for every retry, and not for a flood", async () => {
    const server = createTestServer();
    const bytes = await lookUpBytes(await createReporter());
    for (let retry = 0; retry < 64; retry++) expect((await postBox(server, bytes)).status).toBe(200);
    expect(await errorCode(await postBox(server, bytes))).toBe("403 proof-refused");
    expect((await postBox(server, await lookUpBytes(await createReporter()))).status).toBe(200);
  });

  it("asks for more work the more is asked for, and never for anybody's address", async () => {
    const { createMemoryLimits } = await import("../../worker/platform/memory-limits.ts");
    let now = 0;
    const limits = createMemoryLimits({ dailyArrivals: 1, busyPerMinute: 10 }, () => now);
    const demands = Array.from({ length: 120 }, () => limits.demandWork());
    expect([demands[9], demands[10], demands[99], demands[100]]).toEqual([3, 4, 4, 5]);
    now += 60_000;
    expect(limits.demandWork()).toBe(5);
    now += 60_000;
    expect(limits.demandWork()).toBe(3);
  });

  it("says busy when a release day is full, and takes the very same letter when there is room", async () => {
    const full = createTestServer({ today: "2026-06-01", dailyArrivals: 1 });
    await sendLetter(full);
    const { bytes, reporter, letter } = await newLetter();
    const refused = await postBox(full, bytes);
    expect(refused.headers.get("retry-after")).toBe("900");
    expect(await errorCode(refused)).toBe("503 busy");
    const roomy = createTestServer({ today: "2026-06-01" });
    for (let time = 0; time < 2; time++) {
      expect(await readMeta(await postBox(roomy, bytes))).toEqual({
        kind: "accepted",
        releasedOn: "2026-06-01",
      });
    }
    const { meta } = await lookUp(roomy, reporter);
    expect(meta).toMatchObject({ kind: "case", case: letter.header.case, entries: [] });
  });
});

describe("a letter is released once a day", () => {
  it("is dated by the hour of the directory, and can be seen from then on without any job", async () => {
    const server = createTestServer({ today: "2026-03-04", hour: 17 });
    const early = await sendLetter(server);
    server.time.hour = 18;
    const late = await sendLetter(server);
    expect((await lookUp(server, early.reporter)).meta).toMatchObject({
      releasedOn: "2026-03-04",
      released: true,
    });
    expect((await lookUp(server, late.reporter)).meta).toMatchObject({
      releasedOn: "2026-03-05",
      released: false,
    });
    server.time.today = toPlainDate("2026-03-05");
    server.time.hour = 17;
    expect((await lookUp(server, late.reporter)).meta).toMatchObject({ released: false });
    server.time.hour = 18;
    expect((await lookUp(server, late.reporter)).meta).toMatchObject({ released: true });
  });

  it("is released at once where the directory names no hour", async () => {
    const server = createTestServer({ payload: () => ({ ...fixture.payload, releaseHour: null }), hour: 3 });
    const { reporter } = await sendLetter(server);
    expect((await lookUp(server, reporter)).meta).toMatchObject({ releasedOn: "2026-03-04", released: true });
  });

  it("starts the clocks that the law reckons, and fixes the outer date", async () => {
    for (const today of ["2026-02-13", "2026-04-29", "2026-08-30"]) {
      const server = createTestServer({ today });
      const { letter } = await sendLetter(server);
      const { policy, calendar } = fixture.payload;
      const expected = createClocks(policy, createCalendar(calendar), toPlainDate(today));
      const [cases] = await database.read(
        query.selectFrom("cases").selectAll().where("id", "=", letter.header.case),
      );
      const [stored] = cases;
      if (stored === undefined) throw new Error("the case is not stored");
      expect(stored).toMatchObject({
        outer_escalation_on: expected.outerEscalation.on,
        next_step_on: addDays(expected["first-open"].due.on, 1),
        policy: policy.version,
      });
      const law = { policy, calendar: createCalendar(calendar) };
      const clocks = stateOf(stored).clocks.map((clock) => clockOf(clock, law));
      expect(clocks).toEqual([expected["first-open"], expected.acknowledge, expected.result]);
    }
  });
});

describe("a letter goes only where the directory says", () => {
  const refusedHeaders = {
    "a receiver that is not there": { receiver: "nobody-uy" as CommitteeId },
    "a receiver that has ended": {
      receiver: committees.ended as CommitteeId,
      receiverKey: keyOf(fixture, committees.ended),
    },
    "a key of another committee": { receiverKey: keyOf(fixture, committees.province) },
    "a key past its date": { receiverKey: keyOf(fixture, committees.commune, 1) },
    "a fallback that is not there": { fallback: "nobody-uy" as CommitteeId },
    "a fallback's key past its date": { fallbackKey: keyOf(fixture, committees.district, 1) },
    "a fallback that is the receiver": {
      fallback: committees.commune as CommitteeId,
      fallbackKey: keyOf(fixture, committees.commune),
    },
    "an oversight that is the receiver": { oversight: committees.commune as CommitteeId },
    "an oversight that is not there": { oversight: "nobody-uy" as CommitteeId },
    "another policy": { policy: "1999.1" },
    "a directory that is not out yet": { directory: fixture.payload.sequence + 1 },
  };
  for (const [what, changes] of Object.entries(refusedHeaders)) {
    it(`refuses ${what}, and stores nothing`, async () => {
      const server = createTestServer();
      const reporter = await createReporter();
      const letter = await createLetter(fixture, changes);
      const id = fromBase64url(letter.header.case);
      const answer = await postBox(server, await sendBytes(reporter, "send-letter", id, letter.whole));
      expect(await errorCode(answer)).toBe("412 directory-changed");
      expect(await readBox(await postBox(server, await lookUpBytes(reporter)))).toBeUndefined();
    });
  }

  it("takes a letter for which there is no fallback, and one by an older directory", async () => {
    const server = createTestServer();
    const alone = await sendLetter(server, {
      fallback: null,
      fallbackKey: null,
      oversight: null,
      directory: 3,
    });
    const [slots] = await database.read(
      query
        .selectFrom("slots")
        .select("role")
        .where("case_id", "=", alone.letter.header.case)
        .orderBy("role"),
    );
    expect(slots.map(({ role }) => role)).toEqual(["receiver", "reporter"]);
  });

  it("notices a new directory while it runs: after a minute, or when a letter knows of it, but not at every doubt", async () => {
    let payload = fixture.payload;
    const server = createTestServer({ payload: () => payload });
    await sendLetter(server);
    payload = { ...payload, sequence: payload.sequence + 1, releaseHour: null };
    const tooNew = await createLetter(fixture, { directory: payload.sequence });
    const id = fromBase64url(tooNew.header.case);
    const early = await sendBytes(await createReporter(), "send-letter", id, tooNew.whole);
    expect(await errorCode(await postBox(server, early))).toBe("412 directory-changed");
    server.time.passed += 4000;
    expect((await server.source.get()).payload.sequence).toBe(fixture.payload.sequence);
    await sendLetter(server, { directory: payload.sequence });
    expect((await server.source.get()).payload.sequence).toBe(payload.sequence);
    payload = { ...payload, sequence: payload.sequence + 1 };
    server.time.passed += 61_000;
    expect((await server.source.get()).payload.sequence).toBe(payload.sequence);
  });
});

describe("a look-up", () => {
  it("answers a known and an unknown code with the same status, headers and size, a thousand times", async () => {
    const server = createTestServer();
    const { reporter } = await sendLetter(server);
    const ask = { kind: "look-up", cursor: 0, payload: noPayload() } as const;
    let [requestId, proof] = [random(16), ""];
    const shapes = { known: new Set<string>(), unknown: new Set<string>() };
    for (let sample = 0; sample < 500; sample++) {
      // A proof lasts for some tries.
      if (sample % 25 === 0) [requestId, proof] = [random(16), ""];
      if (proof === "") proof = await cheapProof(requestId);
      for (const kind of ["known", "unknown"] as const) {
        const who = kind === "known" ? reporter : { ...reporter, lookupId: random(16) };
        const answer = await postBox(server, await signRequest(who, { ...ask, requestId, proof }));
        const { byteLength } = await answer.arrayBuffer();
        shapes[kind].add(JSON.stringify([answer.status, byteLength, [...answer.headers]]));
      }
    }
    expect(shapes.known.size).toBe(1);
    expect(shapes.unknown).toEqual(shapes.known);
    expect([...shapes.known][0]).toContain(`[200,${boxResponseBytes},`);
  });

  it("gives nothing for the right look-up id with another key", async () => {
    const server = createTestServer();
    const { reporter } = await sendLetter(server);
    const thief = { ...(await createReporter()), lookupId: reporter.lookupId };
    expect(await readBox(await postBox(server, await lookUpBytes(thief)))).toBeUndefined();
  });

  it("writes nothing", async () => {
    const server = createTestServer({ hour: 20 });
    const { reporter } = await sendLetter(server);
    const before = await dumpTables();
    await lookUp(server, reporter);
    await postBox(server, await lookUpBytes(await createReporter()));
    expect(await dumpTables()).toEqual(before);
  });

  it("does not turn round when the cursor is past the end", async () => {
    const server = createTestServer();
    const { reporter } = await sendLetter(server);
    const page = await lookUp(server, reporter, 7);
    expect(page.meta).toMatchObject({ letter: null, entries: [], next: null });
  });
});

describe("ids", () => {
  it("are as random as the browser made them: rows lie in no order of arrival", async () => {
    const server = createTestServer();
    const high = await sendLetter(server, { case: `zz${"0".repeat(19)}A` as CaseId });
    const low = await sendLetter(server, { case: `AA${"0".repeat(19)}A` as CaseId });
    const [rows] = await database.read(query.selectFrom("cases").select("id"));
    const order = rows.map(({ id }) => id);
    expect(order.indexOf(low.letter.header.case)).toBeLessThan(order.indexOf(high.letter.header.case));
  });
});
