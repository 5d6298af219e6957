import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import type { ReporterMessageHeader } from "../../src/envelope/headers.ts";
import { boxResponseBytes } from "../../src/envelope/sizes.ts";
import { query } from "../../worker/db/query.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { append, enterAndLogIn, getDetail, readActed, type SentLetter, sendLetter } from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  lookUp,
  migrate,
  postBox,
  readBox,
  readMeta,
  sendBytes,
  type TestServer,
} from "./support/harness.ts";
import { createEvent } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { createReporter, createReporterMessage, type TestMessage } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

type Previous = { readonly number: number; readonly digest: string };

async function newMessage(sent: SentLetter, previous?: Previous, changes?: Partial<ReporterMessageHeader>) {
  const before = previous ?? { number: 0, digest: sent.letter.digest };
  const message = await createReporterMessage(fixture, sent.letter, before, changes);
  return { message, bytes: await bytesOf(sent, message) };
}

async function bytesOf({ reporter }: SentLetter, message: TestMessage) {
  return sendBytes(reporter, "send-message", fromBase64url(message.header.message), message.whole);
}

const after = ({ header, digest }: TestMessage): Previous => ({ number: header.number, digest });

async function run(server: TestServer): Promise<number> {
  return runScheduledJobs(server.platform, server.source);
}

describe("a later message", () => {
  it("waits for the daily release, and has its place in the chain from then on", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await sendLetter(server);
    const first = await newMessage(sent);
    expect(await readMeta(await postBox(server, first.bytes))).toMatchObject({ releasedOn: "2026-03-04" });
    server.time.hour = 19;
    const second = await newMessage(sent, after(first.message));
    expect(await readMeta(await postBox(server, second.bytes))).toMatchObject({ releasedOn: "2026-03-05" });
    await run(server);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 1, end: { sequence: 1 } });
    server.time.today = toPlainDate("2026-03-05");
    server.time.hour = 17;
    await run(server);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 1, end: { sequence: 1 } });
    server.time.hour = 18;
    await run(server);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 0, end: { sequence: 2 } });
  });

  it("is in the chain at once where the directory names no release hour", async () => {
    const server = createTestServer({ payload: () => ({ ...fixture.payload, releaseHour: null }) });
    const sent = await sendLetter(server);
    await postBox(server, (await newMessage(sent)).bytes);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 0, end: { sequence: 1 } });
  });

  it("gets the same answer when it is sent again, before and after its release, and lies there once", async () => {
    const server = createTestServer();
    const sent = await sendLetter(server);
    const { bytes, message } = await newMessage(sent);
    const first = await readMeta(await postBox(server, bytes));
    expect(await readMeta(await postBox(server, bytes))).toEqual(first);
    await Promise.all(Array.from({ length: 6 }, () => postBox(server, bytes)));
    server.time.hour = 18;
    await run(server);
    server.time.today = toPlainDate("2026-03-09");
    expect(await readMeta(await postBox(server, bytes))).toEqual(first);
    const [rows] = await database.read(
      query.selectFrom("reporter_messages").selectAll().where("message", "=", message.header.message),
    );
    expect(rows).toMatchObject([{ number: 1, sequence: 1 }]);
  });

  it("is refused with other bytes under its id, out of its turn, or after another message than the last", async () => {
    const server = createTestServer();
    const sent = await sendLetter(server);
    const first = await newMessage(sent);
    await readMeta(await postBox(server, first.bytes));
    const other = await newMessage(sent, undefined, { message: first.message.header.message });
    expect(await errorCode(await postBox(server, other.bytes))).toBe("409 id-taken");
    const wrong: readonly (readonly [Previous, Partial<ReporterMessageHeader>])[] = [
      [{ number: 0, digest: sent.letter.digest }, {}],
      [after(first.message), { number: 3 }],
      [{ number: 1, digest: sent.letter.digest }, {}],
    ];
    for (const [previous, changes] of wrong) {
      const { bytes } = await newMessage(sent, previous, changes);
      expect(await errorCode(await postBox(server, bytes))).toBe("409 conflict");
    }
  });

  it("lets one of two tabs win when both write the next message", async () => {
    const server = createTestServer();
    const sent = await sendLetter(server);
    const tabs = [await newMessage(sent), await newMessage(sent)];
    const answers = await Promise.all(tabs.map(({ bytes }) => postBox(server, bytes)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("is refused for another case, under a key past its date, or with a fallback that the case has not", async () => {
    const server = createTestServer();
    const sent = await sendLetter(server);
    const stranger = await sendLetter(server);
    const foreign = await newMessage({ reporter: sent.reporter, letter: stranger.letter });
    expect(await errorCode(await postBox(server, foreign.bytes))).toBe("400 malformed");
    const old = fixture.keys[committees.commune]?.[1]?.id;
    if (old === undefined) throw new Error("no old key");
    for (const changes of [{ readerKey: old }, { fallbackKey: null }, { fallbackKey: old }]) {
      const { bytes } = await newMessage(sent, undefined, changes);
      expect(await errorCode(await postBox(server, bytes))).toBe("412 directory-changed");
    }
  });

  it("under an unknown code is answered like any unknown code, and stores nothing", async () => {
    const server = createTestServer();
    const sent = await sendLetter(server);
    const before = await dumpTables();
    for (const reporter of [
      await createReporter(),
      { ...(await createReporter()), lookupId: sent.reporter.lookupId },
    ]) {
      const { bytes } = await newMessage({ reporter, letter: sent.letter });
      const answer = await postBox(server, bytes);
      const copy = answer.clone();
      expect(await readBox(answer)).toBeUndefined();
      expect((await copy.arrayBuffer()).byteLength).toBe(boxResponseBytes);
    }
    expect(await dumpTables()).toEqual(before);
  });
});

describe("the messages in which a long letter goes on", () => {
  /** So many, each behind the one before, sealed before any of them is sent. */
  async function partsOf(sent: SentLetter, count: number) {
    const parts: Awaited<ReturnType<typeof newMessage>>[] = [];
    for (let left = count; left > 0; left--) {
      const before = parts.at(-1);
      parts.push(await newMessage(sent, before === undefined ? undefined : after(before.message)));
    }
    return parts;
  }

  it("are all taken before the letter is released, and released with it in their order", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await sendLetter(server);
    const parts = await partsOf(sent, 15);
    for (const { bytes } of parts)
      expect(await readMeta(await postBox(server, bytes))).toMatchObject({ releasedOn: "2026-03-04" });
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({
      released: false,
      waiting: 15,
      entries: [],
    });
    server.time.hour = 18;
    await run(server);
    const [rows] = await database.read(
      query
        .selectFrom("reporter_messages")
        .select(["digest", "sequence"])
        .where("case_id", "=", sent.letter.header.case)
        .orderBy("number"),
    );
    expect(rows).toEqual(parts.map(({ message }, at) => ({ digest: message.digest, sequence: at + 1 })));
  });

  it("go on after the release hour has struck between two of them", async () => {
    const server = createTestServer({ hour: 17 });
    const sent = await sendLetter(server);
    const [one, two] = await partsOf(sent, 2);
    if (one === undefined || two === undefined) throw new Error("two parts");
    expect(await readMeta(await postBox(server, one.bytes))).toMatchObject({ releasedOn: "2026-03-04" });
    server.time.hour = 18;
    await run(server);
    expect(await readMeta(await postBox(server, two.bytes))).toMatchObject({ releasedOn: "2026-03-05" });
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 1, end: { sequence: 1 } });
  });

  it("may be sent again and again, and none overtakes the one before it", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await sendLetter(server);
    const [one, two, three] = await partsOf(sent, 3);
    if (one === undefined || two === undefined || three === undefined) throw new Error("three parts");
    expect(await errorCode(await postBox(server, two.bytes))).toBe("409 conflict");
    const first = await readMeta(await postBox(server, one.bytes));
    expect(await errorCode(await postBox(server, three.bytes))).toBe("409 conflict");
    await postBox(server, two.bytes);
    expect(await readMeta(await postBox(server, one.bytes))).toEqual(first);
    expect(await readMeta(await postBox(server, two.bytes))).toEqual(first);
    await postBox(server, three.bytes);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 3 });
  });

  it("are refused behind a message that was written in between, from another browser with the code", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await sendLetter(server);
    const [one, two] = await partsOf(sent, 2);
    if (one === undefined || two === undefined) throw new Error("two parts");
    await readMeta(await postBox(server, one.bytes));
    const foreign = await newMessage(sent, after(one.message));
    await readMeta(await postBox(server, foreign.bytes));
    expect(await errorCode(await postBox(server, two.bytes))).toBe("409 conflict");
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ waiting: 2 });
  });
});

describe("the daily release", () => {
  it("catches up after any outage, in the order of writing, and changes nothing when run again", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await Promise.all(Array.from({ length: 60 }, () => sendLetter(server)));
    const messages = await Promise.all(
      sent.map(async (one) => {
        const first = await newMessage(one);
        await postBox(server, first.bytes);
        const second = await newMessage(one, after(first.message));
        await postBox(server, second.bytes);
        return [first.message.digest, second.message.digest];
      }),
    );
    server.time.today = toPlainDate("2026-03-20");
    expect(await run(server)).toBeGreaterThanOrEqual(60);
    const after1 = await dumpTables();
    expect(await run(server)).toBe(0);
    expect(await dumpTables()).toEqual(after1);
    for (const [index, { letter }] of sent.entries()) {
      const [entries] = await database.read(
        query
          .selectFrom("entries")
          .select(["message", "done_on", "type"])
          .where("case_id", "=", letter.header.case)
          .orderBy("sequence"),
      );
      expect(entries.map(({ message }) => message)).toEqual(messages[index]);
      expect(entries.map(({ done_on }) => done_on)).toEqual(["2026-03-04", "2026-03-04"]);
    }
  });

  it("puts a message before whatever an officer does after its day, even if the job never ran", async () => {
    const server = createTestServer({ hour: 10 });
    const sent = await sendLetter(server);
    const id = sent.letter.header.case;
    await postBox(server, (await newMessage(sent)).bytes);
    server.time.today = toPlainDate("2026-03-06");
    const who = await enterAndLogIn(server, [committees.commune]);
    const { row } = await getDetail(server, who, id);
    expect(row.sequence).toBe(0);
    const early = await createEvent(fixture, who.officer, row, "Opened", server.time.today);
    const answer = await append(server, who, id, early);
    expect(answer.status).toBe(409);
    const { detail }: { detail: Awaited<ReturnType<typeof getDetail>> } = await answer.json();
    expect(detail.entries).toMatchObject([{ by: "reporter", on: "2026-03-04" }]);
    const next = await createEvent(fixture, who.officer, detail.row, "Opened", server.time.today);
    await readActed(await append(server, who, id, next));
  });

  it("hands an officer no slot of a message before the letter was opened", async () => {
    const server = createTestServer({ payload: () => ({ ...fixture.payload, releaseHour: null }) });
    const sent = await sendLetter(server);
    const { message, bytes } = await newMessage(sent);
    await postBox(server, bytes);
    const who = await enterAndLogIn(server, [committees.commune]);
    const closed = await getDetail(server, who, sent.letter.header.case);
    const core = toBase64url(message.core);
    expect(closed.entries).toMatchObject([{ by: "reporter", message: { core, slot: "" } }]);
    const opening = await createEvent(fixture, who.officer, closed.row, "Opened", server.time.today);
    const { detail } = await readActed(await append(server, who, sent.letter.header.case, opening));
    const slot = toBase64url(message.whole.slice(message.core.length, message.core.length + 1168));
    expect(detail.entries[0]).toMatchObject({ message: { core, slot } });
  });

  it("goes on past a case that cannot be released", async () => {
    const server = createTestServer({ hour: 10 });
    const [a, b] = [await sendLetter(server), await sendLetter(server)];
    for (const one of [a, b]) await postBox(server, (await newMessage(one)).bytes);
    const [first] = [a.letter.header.case, b.letter.header.case].toSorted();
    if (first === undefined) throw new Error("two cases");
    await env.DB.prepare(
      `CREATE TRIGGER fail BEFORE INSERT ON entries WHEN NEW.case_id = '${first}' BEGIN SELECT RAISE(ABORT, 'disk'); END`,
    ).run();
    server.time.hour = 18;
    await expect(run(server)).rejects.toThrow(/disk/);
    await env.DB.prepare("DROP TRIGGER fail").run();
    const [left] = await database.read(
      query.selectFrom("reporter_messages").select("case_id").where("sequence", "is", null),
    );
    expect(left.map(({ case_id }) => case_id)).toEqual([first]);
    expect(await run(server)).toBe(1);
  });
});

describe("a long correspondence", () => {
  it("comes in pages that fit, each entry once, in order", async () => {
    const server = createTestServer({ payload: () => ({ ...fixture.payload, releaseHour: null }) });
    const sent = await sendLetter(server);
    const id = sent.letter.header.case;
    const who = await enterAndLogIn(server, [committees.commune]);
    let { row } = await getDetail(server, who, id);
    const act = async (type: "Opened" | "Acknowledged" | "MessageSent") => {
      const event = await createEvent(fixture, who.officer, row, type, server.time.today);
      ({ row } = (await readActed(await append(server, who, id, event))).detail);
    };
    await act("Opened");
    await act("Acknowledged");
    for (let count = 0; count < 9; count++) await act("MessageSent");
    let previous: Previous = { number: 0, digest: sent.letter.digest };
    for (let count = 0; count < 3; count++) {
      const { message, bytes } = await newMessage(sent, previous);
      await postBox(server, bytes);
      previous = after(message);
    }
    const seen: number[] = [];
    let pages = 0;
    for (let cursor: number | null = 0; cursor !== null; pages++) {
      const { meta } = await lookUp(server, sent.reporter, cursor);
      if (meta.kind !== "case") throw new Error("no case");
      expect(meta.letter === null).toBe(cursor > 0);
      seen.push(...meta.entries.map(({ sequence }) => sequence));
      cursor = meta.next;
    }
    expect(seen).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(pages).toBeGreaterThan(2);
  });
});
