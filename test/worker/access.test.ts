import type { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseRow } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { writeStatement } from "../../src/envelope/statement.ts";
import { createCitizenApp, createOfficerApp } from "../../worker/app.ts";
import { query } from "../../worker/db/query.ts";
import {
  append,
  ask,
  enterAndLogIn,
  getDetail,
  getList,
  type LoggedIn,
  readActed,
  sendLetter,
} from "./support/desk.ts";
import {
  createTestServer,
  database,
  fixture,
  migrate,
  officerOrigin,
  type TestServer,
} from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import { createEvent, signAct } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { dumpTables } from "./support/tables.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";

beforeAll(migrate);

type Shape = readonly [status: number, headers: string, body: string];

async function shapeOf(response: Response): Promise<Shape> {
  return [response.status, JSON.stringify([...response.headers]), await response.text()];
}

/** Every request that names a case or a committee, well made by an officer for the case as it is. */
async function requestsFor(
  who: LoggedIn,
  row: CaseRow,
  id: string,
  committee: string,
  on: CaseRow["releasedOn"],
) {
  const named = { ...row, case: id as CaseId };
  const event = await createEvent(fixture, who.officer, named, "MessageSent", on);
  const reading = { case: named.case, committee: row.committee, act: "Read", on, entry: null } as const;
  const shown = writeStatement({
    v: 1,
    type: "MadeFormal",
    case: named.case,
    kind: "formal-party",
    message: named.case,
  });
  const statement = { statement: shown, signature: toBase64url(random(64)), sequence: row.sequence };
  const formal = { ...reading, act: "MadeFormal", entry: toBase64url(random(32)) } as const;
  const readers = { committee: row.committee, caseKey: row.caseKey?.id ?? null };
  return [
    ["GET", `/committees/${committee}/cases`, undefined],
    ["GET", `/committees/${committee}/late`, undefined],
    ["POST", `/cases/${id}/statements`, { ...statement, ...(await signAct(who.officer, formal)) }],
    ["GET", `/cases/${id}`, undefined],
    ["POST", `/cases/${id}/events`, event],
    ["POST", `/cases/${id}/readings`, await signAct(who.officer, reading)],
    ["PUT", `/cases/${id}/index`, { ...readers, entry: toBase64url(random(indexEntryBytes)) }],
    ["GET", `/committees/${committee}/searches`, undefined],
    ["PUT", `/cases/${id}/search`, { ...readers, entry: toBase64url(random(1024)) }],
  ] as const;
}

describe("who may see a case", () => {
  /** Everybody who is not of the receiving committee, by what they are to the case. */
  const strangers = {
    "an officer of another commune": committees.otherCommune,
    "an officer of the fallback": committees.district,
    "an officer of the oversight": committees.province,
    "an officer of the inspection commission": committees.inspection,
  };

  async function openedCase(server: TestServer) {
    const { letter } = await sendLetter(server, { oversight: committees.province as CommitteeId });
    server.time.hour = 18;
    const who = await enterAndLogIn(server, [committees.commune]);
    const { row } = await getDetail(server, who, letter.header.case);
    const opening = await createEvent(fixture, who.officer, row, "Opened", server.time.today);
    const { detail } = await readActed(await append(server, who, row.case, opening));
    return { who, row: detail.row };
  }

  for (const [role, committee] of Object.entries(strangers)) {
    it(`${role} gets, on every route, what a case that does not exist gets`, async () => {
      const server = createTestServer();
      const { row } = await openedCase(server);
      const stranger = await enterAndLogIn(server, [committee]);
      const before = await dumpTables();
      const missing = toBase64url(random(16));
      const { today } = server.time;
      const real = await requestsFor(stranger, row, row.case, row.committee, today);
      const none = await requestsFor(stranger, row, missing, "khong-co-uy", today);
      for (const [index, [method, path, body]] of real.entries()) {
        const answer = await shapeOf(await ask(server, stranger, method, path, body));
        const [, elsewhere, otherBody] = none[index] ?? real[0];
        expect(answer, path).toEqual(
          await shapeOf(await ask(server, stranger, method, elsewhere, otherBody)),
        );
        expect(answer[0]).toBe(404);
        expect(answer[2]).toBe('{"error":{"code":"not-found"}}');
      }
      expect(await dumpTables()).toEqual(before);
      expect((await getList(server, stranger, committee)).cases.map((one) => one.case)).not.toContain(
        row.case,
      );
    });
  }

  it("an officer of a committee that the letter went past never learns that there is one", async () => {
    const server = createTestServer();
    const bypassed = await enterAndLogIn(server, [committees.commune]);
    server.time.hour = 18;
    const before = await shapeOf(
      await ask(server, bypassed, "GET", `/committees/${committees.commune}/cases`),
    );
    server.time.hour = 10;
    const { letter } = await sendLetter(server, {
      receiver: committees.district as CommitteeId,
      receiverKey: fixture.keys[committees.district]?.[0]?.id ?? ("" as never),
      fallback: null,
      fallbackKey: null,
      oversight: committees.province as CommitteeId,
    });
    server.time.hour = 18;
    const after = await shapeOf(
      await ask(server, bypassed, "GET", `/committees/${committees.commune}/cases`),
    );
    expect(after).toEqual(before);
    expect((await ask(server, bypassed, "GET", `/cases/${letter.header.case}`)).status).toBe(404);
  });

  it("nobody at all, without a session, with an old one, or with something that is none", async () => {
    const server = createTestServer();
    const { who, row } = await openedCase(server);
    const { today } = server.time;
    const real = await requestsFor(who, row, row.case, row.committee, today);
    const forged = (token: string): LoggedIn => ({ ...who, login: { ...who.login, token } });
    const nobodies = [null, forged(""), forged(toBase64url(random(32))), forged(`${who.login.token}A`)];
    const shapes = new Set<string>();
    for (const nobody of nobodies) {
      for (const [method, path, body] of real) {
        shapes.add(JSON.stringify(await shapeOf(await ask(server, nobody, method, path, body))));
      }
      shapes.add(JSON.stringify(await shapeOf(await ask(server, nobody, "POST", "/logout"))));
      shapes.add(JSON.stringify(await shapeOf(await ask(server, nobody, "GET", "/no/such/route"))));
    }
    expect(shapes.size).toBe(1);
    expect([...shapes][0]).toContain("[401,");
  });

  it("its own officers only from the release on", async () => {
    const server = createTestServer();
    const { letter } = await sendLetter(server);
    const who = await enterAndLogIn(server, [committees.commune]);
    const id = letter.header.case;
    const row = { case: id, committee: letter.header.receiver, sequence: 0, chain: toBase64url(random(32)) };
    const event = await createEvent(
      fixture,
      who.officer,
      { ...row, fallback: null, caseKey: null },
      "Opened",
      server.time.today,
    );
    expect((await ask(server, who, "GET", `/cases/${id}`)).status).toBe(404);
    expect((await append(server, who, id, event)).status).toBe(404);
    server.time.hour = 18;
    expect((await ask(server, who, "GET", `/cases/${id}`)).status).toBe(200);
  });

  it("an officer who leaves the committee sees it no more, with the session they have", async () => {
    const server = createTestServer();
    const { who, row } = await openedCase(server);
    await database.write(query.deleteFrom("memberships").where("officer", "=", who.officer.row.id));
    for (const [method, path, body] of await requestsFor(
      who,
      row,
      row.case,
      row.committee,
      server.time.today,
    )) {
      expect((await ask(server, who, method, path, body)).status, path).toBe(404);
    }
  });

  it("nobody sees the fallback's, the reporter's or the throw-away slot on the officers' side", async () => {
    const server = createTestServer();
    const { letter } = await sendLetter(server);
    server.time.hour = 18;
    const who = await enterAndLogIn(server, [committees.commune]);
    const id = letter.header.case;
    const { row } = await getDetail(server, who, id);
    const opening = await createEvent(fixture, who.officer, row, "Opened", server.time.today);
    const opened = await readActed(await append(server, who, id, opening));
    const answering = await createEvent(
      fixture,
      who.officer,
      opened.detail.row,
      "MessageSent",
      server.time.today,
    );
    const answered = await readActed(await append(server, who, id, answering));
    const everything = JSON.stringify([opened, answered, await getDetail(server, who, id)]);
    const slotsOf = (core: number, whole: Uint8Array) =>
      [0, 1, 2, 3].map((index) => toBase64url(whole.slice(core + index * 1168, core + (index + 1) * 1168)));
    const [receiver, ...others] = slotsOf(letter.core.length, letter.whole);
    expect(everything).toContain(receiver);
    for (const slot of others) expect(everything).not.toContain(slot);
    expect(
      await database.read(query.selectFrom("slots").select("slot").where("case_id", "=", id)),
    ).toHaveLength(1);
  });
});

describe("the inventory of routes", () => {
  const open = {
    citizen: ["POST /api/box/challenge", "POST /api/box", "ALL /api/box/challenge", "ALL /api/box", "ALL /*"],
    officer: [
      "GET /api/officer/challenge",
      "POST /api/officer/login",
      "POST /api/officer/passkey-login",
      "ALL /*",
    ],
    demo: ["GET /demo/api/clock", "POST /demo/api/clock", "POST /demo/api/time", "GET /demo/api/rows/:case"],
  };

  function routesOf(app: Pick<Hono, "routes">): readonly string[] {
    return [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))];
  }

  it("knows every route of the citizens' host, and which are a demonstration's", () => {
    const { platform, source } = createTestServer();
    expect(routesOf(createCitizenApp(platform, source)).toSorted()).toEqual([...open.citizen].toSorted());
    const demo = routesOf(createCitizenApp({ ...platform, demo: true }, source));
    expect([...demo].toSorted()).toEqual([...open.citizen, ...open.demo].toSorted());
  });

  it("finds no route of the officers' host that answers without a session, but those on the list", async () => {
    const server = createTestServer();
    const app = createOfficerApp(server.platform, server.source);
    const closed = routesOf(app as unknown as Hono).filter((route) => !open.officer.includes(route));
    expect(closed.length).toBeGreaterThanOrEqual(7);
    for (const route of closed) {
      const [method = "", path = ""] = route.split(" ");
      const filled = path
        .replace(":case", toBase64url(random(16)))
        .replace(":committee", committees.commune)
        .replace("*", "anything");
      for (const tried of method === "ALL" ? ["GET", "POST", "PUT", "DELETE", "PATCH"] : [method]) {
        const init = tried === "GET" ? {} : { body: "{}" };
        const answer = await server.fetch(new Request(officerOrigin + filled, { method: tried, ...init }));
        expect([401, 404], route).toContain(answer.status);
        expect(answer.status, route).toBe(401);
      }
    }
  });
});
