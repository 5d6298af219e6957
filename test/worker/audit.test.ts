import { beforeAll, describe, expect, it } from "vitest";
import type { AuditPage } from "../../src/api/audit.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { parseOfficerAct } from "../../src/envelope/officer-event.ts";
import { digestAct, findAuditFault } from "../../worker/audit/audit.chain.ts";
import { query } from "../../worker/db/query.ts";
import { ask, enterAndLogIn, type LoggedIn, sendLetter } from "./support/desk.ts";
import { createTestServer, database, errorCode, migrate, type TestServer } from "./support/harness.ts";
import { atOnce, classify, perform, reseal, transfer } from "./support/life.ts";
import { signAct } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";

beforeAll(migrate);

type Scene = {
  readonly server: TestServer;
  readonly who: LoggedIn;
  readonly colleague: LoggedIn;
  readonly id: CaseId;
};

/** A classified case, and two officers of its committee. */
async function begin(): Promise<Scene> {
  const server = createTestServer({ hour: 9, payload: atOnce });
  const { letter } = await sendLetter(server);
  const who = await enterAndLogIn(server, [committees.commune]);
  const colleague = await enterAndLogIn(server, [committees.commune]);
  const id = letter.header.case;
  await classify(server, who, id);
  return { server, who, colleague, id };
}

async function page(
  server: TestServer,
  who: LoggedIn,
  after = 0,
  committee: string = committees.commune,
): Promise<AuditPage> {
  const response = await ask(server, who, "GET", `/committees/${committee}/audit?after=${after}`);
  if (response.status !== 200) throw new Error(`${response.status}`);
  return response.json();
}

/** What an officer's log says of a case: the acts; `-` for each that it does not tell of. */
async function toldOf({ server, id }: Scene, who: LoggedIn, after: number): Promise<readonly string[]> {
  const { entries } = await page(server, who, after);
  return entries.flatMap((entry) => {
    if (entry.kind === "withheld") return "-";
    const act = parseOfficerAct(entry.act);
    return act.case === id ? act.act : [];
  });
}

async function endOf(scene: Scene): Promise<number> {
  return (await page(scene.server, scene.who)).end?.sequence ?? 0;
}

async function readAgain({ server, id }: Scene, who: LoggedIn): Promise<void> {
  const act = { case: id, committee: committees.commune as CommitteeId, act: "Read" as const };
  const signed = await signAct(who.officer, { ...act, on: server.time.today, entry: null });
  expect((await ask(server, who, "POST", `/cases/${id}/readings`, signed)).status).toBe(200);
}

describe("a committee's log", () => {
  it("is handed out whole to each of its officers, and the end with it", async () => {
    const { server, who, colleague } = await begin();
    const [rows] = await database.read(
      query
        .selectFrom("audit")
        .selectAll()
        .where("committee", "=", committees.commune as CommitteeId),
    );
    expect(await findAuditFault(committees.commune as CommitteeId, rows)).toBeUndefined();
    for (const each of [who, colleague]) {
      const { entries, end, next } = await page(server, each);
      expect(entries).toEqual(
        rows.map(({ sequence, act, signature, link }) => ({ kind: "act", sequence, act, signature, link })),
      );
      expect(end).toEqual({ sequence: rows.length, link: rows.at(-1)?.link });
      expect(next).toBeNull();
    }
  });

  it("is asked for from a place on", async () => {
    const { server, who } = await begin();
    const { entries } = await page(server, who);
    expect((await page(server, who, 2)).entries).toEqual(entries.slice(2));
    const behind = await page(server, who, entries.length);
    expect(behind).toMatchObject({ entries: [], end: { sequence: entries.length } });
  });

  it("does not exist for anybody else, whatever is asked", async () => {
    const { server } = await begin();
    const stranger = await enterAndLogIn(server, [committees.otherCommune]);
    for (const committee of [committees.commune, committees.district, "khong-co"])
      expect(
        await errorCode(await ask(server, stranger, "GET", `/committees/${committee}/audit?after=0`)),
      ).toBe("404 not-found");
    expect(await errorCode(await ask(server, null, "GET", `/committees/${committees.commune}/audit`))).toBe(
      "401 signed-out",
    );
    for (const after of ["-1", "x", "1.5"])
      expect(
        await errorCode(
          await ask(server, stranger, "GET", `/committees/${committees.otherCommune}/audit?after=${after}`),
        ),
      ).toBe("400 malformed");
  });
});

describe("an officer who stepped aside", () => {
  it("is told what was done before and that it was they who left, and of what came later a digest alone", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    const start = await endOf(scene);
    await readAgain(scene, colleague);
    expect((await reseal(server, who, id, "Recused", [colleague])).status).toBe(201);
    await readAgain(scene, colleague);
    await perform(server, colleague, id, "Noted");
    expect(await toldOf(scene, colleague, start)).toEqual(["Read", "Recused", "Read", "Noted"]);
    expect(await toldOf(scene, who, start)).toEqual(["Read", "Recused", "-", "-"]);
  });

  it("gets nothing with it that names the case, the officer or the act, and everything that the chain needs", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    await reseal(server, who, id, "Recused", [colleague]);
    const start = await endOf(scene);
    await perform(server, colleague, id, "Noted");
    const told = await page(server, who, start);
    const [row] = (
      await database.read(
        query.selectFrom("audit").selectAll().where("case_id", "=", id).where("sequence", ">", start),
      )
    )[0];
    if (row === undefined) throw new Error("no row");
    const digest = await digestAct(row);
    expect(told.entries).toEqual([{ kind: "withheld", sequence: start + 1, digest, link: row.link }]);
    const bytes = JSON.stringify(told);
    for (const secret of [id, colleague.officer.row.id, "Noted", row.nonce, row.signature])
      expect(bytes).not.toContain(secret);
  });

  it("is not told that the case went on to another committee", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    await reseal(server, who, id, "Recused", [colleague]);
    const start = await endOf(scene);
    expect((await transfer(server, colleague, id)).status).toBe(201);
    expect(await toldOf(scene, who, start)).toEqual(["-"]);
    expect(await toldOf(scene, colleague, start)).toEqual(["Transferred"]);
  });
});

describe("a colleague to whom a case is handed over later", () => {
  it("is told from then on what was done on it in between", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    const third = await enterAndLogIn(server, [committees.commune]);
    const start = await endOf(scene);
    expect((await reseal(server, who, id, "HandedOver", [who, colleague])).status).toBe(201);
    await perform(server, colleague, id, "Noted");
    expect(await toldOf(scene, third, start)).toEqual(["-", "-"]);
    expect((await reseal(server, colleague, id, "HandedOver", [colleague, third])).status).toBe(201);
    expect(await toldOf(scene, third, start)).toEqual(["HandedOver", "Noted", "HandedOver"]);
    // Who handed it on goes on knowing what they could read, and learns no more.
    expect(await toldOf(scene, who, start)).toEqual(["HandedOver", "Noted", "-"]);
  });
});

describe("a case that went on to another committee", () => {
  it("keeps what was done on it in the log of those who did it, for all of them who could read it", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    expect((await transfer(server, who, id)).status).toBe(201);
    const told = await toldOf(scene, colleague, 0);
    expect(told.filter((act) => act !== "-").slice(-1)).toEqual(["Transferred"]);
    server.time.today = addDays(server.time.today, 1);
    const next = await enterAndLogIn(server, [committees.otherCommune]);
    await perform(server, next, id, "Opened");
    expect(await toldOf(scene, colleague, 0)).toEqual(told);
    const theirs = await page(server, next, 0, committees.otherCommune);
    expect(theirs.entries.map((entry) => entry.kind === "act" && parseOfficerAct(entry.act).act)).toEqual([
      "Opened",
    ]);
  });
});
