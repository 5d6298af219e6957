import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppendEventRequest, CaseDetail, CaseRow } from "../../src/api/officer.schema.ts";
import { replay } from "../../src/domain/case/case.evolve.ts";
import { findHistoryFault } from "../../src/domain/case/case.decide.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { labels } from "../../src/envelope/labels.ts";
import { findAuditFault } from "../../worker/audit/audit.chain.ts";
import { toEvents } from "../../worker/cases/cases.history.ts";
import { stateOf, toStateColumns } from "../../worker/cases/cases.state.ts";
import { toStepRecord } from "../../worker/cases/cases.bring.ts";
import { query } from "../../worker/db/query.ts";
import {
  append,
  ask,
  enterAndLogIn,
  getDetail,
  getList,
  type LoggedIn,
  readActed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  migrate,
  type TestServer,
} from "./support/harness.ts";
import { digestOf, random } from "./support/labelled.ts";
import { createEvent, type EventChanges, signAct } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { keyOf } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";

beforeAll(migrate);

const today = toPlainDate("2026-03-04");
const yesterday = toPlainDate("2026-03-03");

/** A server after its release hour, an officer of the commune, a letter that lies there unopened. */
async function begin(): Promise<{ server: TestServer; who: LoggedIn; id: CaseId; row: CaseRow }> {
  const server = createTestServer({ hour: 9 });
  const { letter } = await sendLetter(server);
  server.time.hour = 18;
  const who = await enterAndLogIn(server, [committees.commune]);
  const { row } = await getDetail(server, who, letter.header.case);
  return { server, who, id: letter.header.case, row };
}

async function act(
  server: TestServer,
  who: LoggedIn,
  row: CaseRow,
  type: "Opened" | "Acknowledged" | "MessageSent",
): Promise<CaseDetail> {
  const event = await createEvent(fixture, who.officer, row, type, server.time.today);
  return (await readActed(await append(server, who, row.case, event))).detail;
}

describe("an officer's act", () => {
  it("is refused when anything in it is not as it is, and leaves no trace", async () => {
    const { server, who, id, row } = await begin();
    const opened = (await act(server, who, row, "Opened")).row;
    const other = await sendLetter(createTestServer({ hour: 9 }));
    const before = await dumpTables();
    const foreignCase = other.letter.header.case;
    const digest = toBase64url(random(32));
    const wrong: Readonly<Record<string, readonly [string, EventChanges]>> = {
      "event of another case": ["400 malformed", { event: { case: foreignCase } }],
      "event of another committee": [
        "400 malformed",
        { event: { committee: committees.district as CommitteeId } },
      ],
      "event of another day": ["422 wrong-day", { event: { on: yesterday }, act: { on: yesterday } }],
      "key that the committee has not": [
        "403 signature-refused",
        { event: { signer: toBase64url(random(16)) as never } },
      ],
      "key of another committee": [
        "403 signature-refused",
        { event: { signer: keyOf(fixture, committees.district) } },
      ],
      "another key's signature": [
        "403 signature-refused",
        { event: { signer: keyOf(fixture, committees.commune, 1) } },
      ],
      "no reporter": ["400 malformed", { event: { reporter: null } }],
      "digest of another message": ["400 malformed", { event: { message: digest } }],
      "no digest": ["400 malformed", { event: { message: null } }],
      "message for another place": ["400 malformed", { header: { sequence: 7 } }],
      "message after another history": ["400 malformed", { header: { previous: digest } }],
      "message of another case": ["400 malformed", { header: { case: foreignCase } }],
      "message of another committee": [
        "400 malformed",
        { header: { committee: committees.district as CommitteeId } },
      ],
      "act of another case": ["400 malformed", { act: { case: foreignCase } }],
      "act of another committee": [
        "400 malformed",
        { act: { committee: committees.district as CommitteeId } },
      ],
      "act of another officer": ["400 malformed", { act: { officer: "somebody-else" as never } }],
      "act of another kind": ["400 malformed", { act: { act: "Read" } }],
      "act of another day": ["422 wrong-day", { act: { on: yesterday } }],
      "act of another entry": ["400 malformed", { act: { entry: digest } }],
      "act of no entry": ["400 malformed", { act: { entry: null } }],
    };
    for (const [what, [code, changes]] of Object.entries(wrong)) {
      const request = await createEvent(fixture, who.officer, opened, "Acknowledged", today, changes);
      expect(await errorCode(await append(server, who, id, request)), what).toBe(code);
    }
    const good = await createEvent(fixture, who.officer, opened, "Acknowledged", today);
    const flipped = (text: string) => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
    const message = good.message ?? "";
    const slotAt = 11_000;
    const tampered: Readonly<Record<string, readonly [string, AppendEventRequest]>> = {
      signature: ["403 signature-refused", { ...good, signature: flipped(good.signature) }],
      actSignature: ["403 signature-refused", { ...good, actSignature: flipped(good.actSignature) }],
      "no message": ["400 malformed", { ...good, message: null }],
      "message's core": ["400 malformed", { ...good, message: flipped(message) }],
      "message's slot": [
        "400 malformed",
        { ...good, message: message.slice(0, slotAt) + flipped(message.slice(slotAt)) },
      ],
      "message cut short": ["400 malformed", { ...good, message: message.slice(0, -4) }],
      "event's spelling": ["400 malformed", { ...good, event: ` ${good.event}` }],
      "act's spelling": ["400 malformed", { ...good, act: `${good.act}\n` }],
    };
    for (const [what, [code, request]] of Object.entries(tampered)) {
      expect(await errorCode(await append(server, who, id, request)), what).toBe(code);
    }
    expect(await dumpTables()).toEqual(before);
    await readActed(await append(server, who, id, good));
  });

  it("is refused where the law does not allow it", async () => {
    const { server, who, id, row } = await begin();
    for (const type of ["Acknowledged", "MessageSent"] as const) {
      const early = await createEvent(fixture, who.officer, row, type, today);
      expect(await errorCode(await append(server, who, id, early))).toBe("422 refused");
    }
    const opened = (await act(server, who, row, "Opened")).row;
    const twice = await createEvent(fixture, who.officer, opened, "Opened", today);
    expect(await errorCode(await append(server, who, id, twice))).toBe("422 refused");
    const { row: acknowledged } = await act(server, who, opened, "Acknowledged");
    const again = await createEvent(fixture, who.officer, acknowledged, "Acknowledged", today);
    expect(await errorCode(await append(server, who, id, again))).toBe("422 refused");
  });

  it("is answered again as the first time when its answer was lost, also on another day, and done once", async () => {
    const { server, who, id, row } = await begin();
    const request = await createEvent(fixture, who.officer, row, "Opened", today);
    const first = await readActed(await append(server, who, id, request));
    server.time.today = toPlainDate("2026-03-06");
    const again = await readActed(await append(server, who, id, request));
    expect(again).toEqual({ ...first, detail: { ...first.detail, today: "2026-03-06" } });
    const [audit] = await database.read(query.selectFrom("audit").selectAll().where("case_id", "=", id));
    expect(audit).toHaveLength(1);
  });

  it("stops the clock that it stops, and no other", async () => {
    const { server, who, id, row } = await begin();
    const { row: opened } = await act(server, who, row, "Opened");
    const { row: now } = await act(server, who, opened, "Acknowledged");
    expect(now.clocks.map(({ name }) => name)).toEqual(["acknowledge", "result"]);
    const [cases] = await database.read(query.selectFrom("cases").select("state").where("id", "=", id));
    const stored = cases[0] && stateOf(cases[0]);
    expect(stored?.clocks.map(({ name, stoppedOn }) => [name, stoppedOn])).toEqual([
      ["first-open", today],
      ["acknowledge", null],
      ["result", null],
    ]);
  });

  it("of two officers at once wins once: the other gets a conflict with what the first did", async () => {
    const { server, who, id, row } = await begin();
    const colleague = await enterAndLogIn(server, [committees.commune]);
    const opened = (await act(server, who, row, "Opened")).row;
    const requests = [
      await createEvent(fixture, who.officer, opened, "Acknowledged", today),
      await createEvent(fixture, colleague.officer, opened, "MessageSent", today),
    ] as const;
    const answers = await Promise.all([
      append(server, who, id, requests[0]),
      append(server, colleague, id, requests[1]),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const body: { error: unknown; detail: CaseDetail } = await (loser ?? new Response("{}")).json();
    expect(body.error).toEqual({ code: "conflict" });
    expect(body.detail).toEqual(await getDetail(server, who, id));
    expect(body.detail.entries).toHaveLength(2);
    const [stored] = await database.read(
      query.selectFrom("cores").select("digest").where("case_id", "=", id),
    );
    expect(stored).toHaveLength(2);
  });

  it("does not disturb other cases of the committee: six officers act at once and all are logged", async () => {
    const server = createTestServer({ hour: 18, payload: () => ({ ...fixture.payload, releaseHour: null }) });
    const desks = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const who = await enterAndLogIn(server, [committees.otherCommune]);
        const { letter } = await sendLetter(server, {
          receiver: committees.otherCommune as CommitteeId,
          receiverKey: keyOf(fixture, committees.otherCommune),
        });
        return { who, row: (await getDetail(server, who, letter.header.case)).row };
      }),
    );
    const details = await Promise.all(desks.map(({ who, row }) => act(server, who, row, "Opened")));
    expect(details.map(({ row }) => row.status)).toEqual(details.map(() => "opened"));
    const [audit] = await database.read(
      query
        .selectFrom("audit")
        .selectAll()
        .where("committee", "=", committees.otherCommune as CommitteeId)
        .orderBy("sequence"),
    );
    expect(audit).toHaveLength(6);
    expect(await findAuditFault(committees.otherCommune as CommitteeId, audit)).toBeUndefined();
  });
});

describe("a case's row", () => {
  it("is what its events say, and its chain is what both browsers reckon", async () => {
    const { server, who, id, row } = await begin();
    let now = (await act(server, who, row, "Opened")).row;
    server.time.today = toPlainDate("2026-03-06");
    now = (await act(server, who, now, "Acknowledged")).row;
    server.time.today = toPlainDate("2026-03-09");
    now = (await act(server, who, now, "MessageSent")).row;
    const [cases, entries, steps] = await database.read(
      query.selectFrom("cases").selectAll().where("id", "=", id),
      query.selectFrom("entries").selectAll().where("case_id", "=", id).orderBy("sequence"),
      query.selectFrom("steps").selectAll().where("case_id", "=", id).orderBy("place"),
    );
    const [stored] = cases;
    if (stored === undefined) throw new Error("the case is not stored");
    const { law } = await server.source.get();
    const events = toEvents(stored, stored.fallback, entries, steps.map(toStepRecord));
    expect(findHistoryFault(events, law.law)).toBeUndefined();
    expect(stored).toMatchObject({ ...toStateColumns(replay(events), law), sequence: 3 });
    expect(now.answeredOn).toBe("2026-03-09");
    const utf8 = (text: string) => new TextEncoder().encode(text);
    let chain = await digestOf(
      labels.chainStart,
      fromBase64url(id),
      fromBase64url(row.letter),
      utf8(row.releasedOn),
    );
    for (const entry of entries) {
      const digest = await digestOf(
        labels.officerEntry,
        fromBase64url(entry.signature ?? ""),
        utf8(entry.event ?? ""),
      );
      chain = await digestOf(labels.chainLink, chain, digest);
      expect(entry.chain).toBe(toBase64url(chain));
    }
    expect(now.chain).toBe(toBase64url(chain));
  });

  it("is listed in pages by a random id, once each", async () => {
    const server = createTestServer({ payload: () => ({ ...fixture.payload, releaseHour: null }) });
    const receiver = {
      receiver: committees.province as CommitteeId,
      receiverKey: keyOf(fixture, committees.province),
      fallback: null,
      fallbackKey: null,
      oversight: null,
    };
    const { letter } = await sendLetter(server, receiver);
    // Rows made by copying one: a page is 1,000 and sealing so many would take its time.
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
       INSERT INTO cases SELECT printf('%05d%s', i, substr(c.id, 6)), receiver, receiver_key, committee, fallback, fallback_key,
         oversight, policy, directory, released_on, letter, printf('%05d%s', i, substr(lookup, 6)), reporter_key, fingerprint, law,
         sequence, chain, steps, status, state, case_key, outer_escalation_on, next_step_on, late_since, superior_sees
       FROM n, cases c WHERE c.id = ?`,
    )
      .bind(letter.header.case)
      .run();
    const who = await enterAndLogIn(server, [committees.province]);
    const first = await getList(server, who, committees.province);
    expect(first.cases).toHaveLength(1000);
    expect(first.next).toBe(first.cases.at(-1)?.case);
    const second = await ask(
      server,
      who,
      "GET",
      `/committees/${committees.province}/cases?after=${first.next}`,
    );
    const rest: typeof first = await second.json();
    expect(rest.next).toBeNull();
    expect(new Set([...first.cases, ...rest.cases].map((one) => one.case)).size).toBe(1201);
  });
});

describe("reading a letter again", () => {
  it("hands it out only with a signed entry in the log, and not before it was opened", async () => {
    const { server, who, id, row } = await begin();
    const read = { case: id, committee: row.committee, act: "Read", on: today, entry: null } as const;
    const signed = await signAct(who.officer, read);
    expect(await errorCode(await ask(server, who, "POST", `/cases/${id}/readings`, signed))).toBe(
      "422 refused",
    );
    await act(server, who, row, "Opened");
    const wrong = [
      await signAct(who.officer, { ...read, act: "Opened" }),
      await signAct(who.officer, { ...read, entry: toBase64url(random(32)) }),
      await signAct(who.officer, { ...read, officer: "somebody-else" as never }),
      await signAct(who.officer, { ...read, committee: committees.district as CommitteeId }),
    ];
    for (const request of wrong) {
      expect(await errorCode(await ask(server, who, "POST", `/cases/${id}/readings`, request))).toBe(
        "400 malformed",
      );
    }
    const stale = await signAct(who.officer, { ...read, on: yesterday });
    expect(await errorCode(await ask(server, who, "POST", `/cases/${id}/readings`, stale))).toBe(
      "422 wrong-day",
    );
    const colleague = await enterAndLogIn(server, [committees.commune]);
    const borrowed = await ask(server, colleague, "POST", `/cases/${id}/readings`, signed);
    expect(await errorCode(borrowed)).toBe("400 malformed");
    const answer = await ask(server, who, "POST", `/cases/${id}/readings`, signed);
    expect(answer.status).toBe(200);
    const [audit] = await database.read(
      query.selectFrom("audit").select(["act", "signature"]).where("case_id", "=", id).orderBy("sequence"),
    );
    expect(audit.at(-1)).toEqual({ act: signed.act, signature: signed.actSignature });
    expect(audit).toHaveLength(2);
  });
});

describe("the index", () => {
  it("takes entries of one length only", async () => {
    const { server, who, id } = await begin();
    const readers = await readersOf(server, who, id);
    const put = (entry: unknown) => ask(server, who, "PUT", `/cases/${id}/index`, { entry, ...readers });
    for (const length of [0, 511, 513]) {
      expect(await errorCode(await put(toBase64url(new Uint8Array(length))))).toBe("400 malformed");
    }
    expect(await errorCode(await put("not base64url!"))).toBe("400 malformed");
    expect((await put(toBase64url(random(indexEntryBytes)))).status).toBe(204);
    const second = toBase64url(random(indexEntryBytes));
    expect((await put(second)).status).toBe(204);
    expect((await getDetail(server, who, id)).row.index).toBe(second);
  });
});

describe("the audit log", () => {
  it("shows the first entry that was changed, left out or put elsewhere", async () => {
    const { server, who, row } = await begin();
    const { row: opened } = await act(server, who, row, "Opened");
    const { row: acknowledged } = await act(server, who, opened, "Acknowledged");
    await act(server, who, acknowledged, "MessageSent");
    const [audit] = await database.read(
      query.selectFrom("audit").selectAll().where("committee", "=", row.committee).orderBy("sequence"),
    );
    expect(await findAuditFault(row.committee, audit)).toBeUndefined();
    const last = audit.length - 1;
    const altered = audit.map((entry, index) =>
      index === last - 1 ? { ...entry, act: entry.act.replace("2026", "2025") } : entry,
    );
    expect(await findAuditFault(row.committee, altered)).toBe(last);
    expect(await findAuditFault(row.committee, audit.toSpliced(last - 1, 1))).toBe(last);
    expect(await findAuditFault(committees.district as CommitteeId, audit)).toBe(1);
  });
});
