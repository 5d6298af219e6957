import { beforeAll, describe, expect, it } from "vitest";
import type { CaseStatus } from "../../src/domain/case/case.ts";
import { permissionIn } from "../../src/domain/case/case.actions.ts";
import { commandOf } from "../../src/domain/case/case.commands.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { addDays, toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { isRekeying, officerEventTypes, type OfficerEventType } from "../../src/envelope/officer-event.ts";
import { query } from "../../worker/db/query.ts";
import { append, ask, enterAndLogIn, getDetail, type LoggedIn, sendLetter } from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  lookUp,
  migrate,
  type TestServer,
} from "./support/harness.ts";
import { createSigningPair, random } from "./support/labelled.ts";
import {
  atOnce,
  attempt,
  classify,
  type Correspondence,
  perform,
  reseal,
  show,
  storedCase,
  takeOver,
  transfer,
  write,
} from "./support/life.ts";
import { createEvent, signAct } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { keyOf } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

type Scene = {
  readonly server: TestServer;
  readonly who: LoggedIn;
  readonly id: CaseId;
  readonly sent: Correspondence;
};

async function begin(): Promise<Scene> {
  const server = createTestServer({ payload: atOnce });
  const sent = { ...(await sendLetter(server)), messages: [] };
  const who = await enterAndLogIn(server, [committees.commune]);
  return { server, who, id: sent.letter.header.case, sent };
}

const parametersOf: Partial<Record<OfficerEventType, Readonly<Record<string, unknown>>>> = {
  Classified: { kind: "report" },
  ReporterAsked: { days: 1 },
  Extended: { days: 1 },
};

/** Tries an event of any type, with what it needs. */
async function tryType(
  { server, who, id }: Scene,
  above: LoggedIn,
  type: OfficerEventType,
): Promise<Response> {
  if (type === "Transferred") return transfer(server, who, id);
  if (type === "TakenOver") return takeOver(server, above, id);
  if (isRekeying(type)) {
    const colleague = await enterAndLogIn(server, [committees.commune]);
    return reseal(server, who, id, type, type === "Recused" ? [colleague] : [who, colleague]);
  }
  const isAbove = type === "ExplanationDemanded" || type === "OpenedBySuperior";
  return attempt(server, isAbove ? above : who, id, type, { parameters: parametersOf[type] ?? {} });
}

/** The way to each status. */
const roads: Readonly<Record<Exclude<CaseStatus, "transferred">, readonly OfficerEventType[]>> = {
  sent: [],
  opened: ["Opened"],
  acknowledged: ["Opened", "Acknowledged"],
  classified: ["Opened", "Acknowledged", "Classified"],
  verifying: ["Opened", "Acknowledged", "Classified", "VerificationBegun"],
  concluded: ["Opened", "Acknowledged", "Classified", "VerificationBegun", "Concluded"],
  closed: ["Opened", "Acknowledged", "Classified", "VerificationBegun", "Concluded", "Closed"],
  refused: ["Opened", "Acknowledged", "Classified", "Refused"],
};

/** After Concluded the reporter has ten working days to answer. */
async function walk(scene: Scene, above: LoggedIn, road: readonly OfficerEventType[]): Promise<void> {
  for (const type of road) {
    if (type === "Closed") scene.server.time.today = addDays(scene.server.time.today, 20);
    expect((await tryType(scene, above, type)).status, type).toBe(201);
  }
}

describe("status and command", () => {
  for (const [status, road] of Object.entries(roads)) {
    it(`${status}: the server refuses what the table refuses, and does the rest or says what else is missing`, async () => {
      const scene = await begin();
      const above = await enterAndLogIn(scene.server, [committees.district]);
      await walk(scene, above, road);
      const before = await storedCase(scene.id);
      expect(before.state.status).toBe(status);
      for (const type of officerEventTypes) {
        const allowed = permissionIn(commandOf[type], status as CaseStatus) === "allowed";
        if (allowed || type === "TakenOver") continue;
        expect(await errorCode(await tryType(scene, above, type)), type).toBe("422 refused");
      }
      expect(await storedCase(scene.id)).toEqual(before);
    });
  }

  it("every command that the table allows can be given through its route", async () => {
    const done = new Set<string>();
    for (const [status, road] of Object.entries(roads)) {
      for (const type of officerEventTypes) {
        const isSuperiors = ["ExplanationDemanded", "OpenedBySuperior", "TakenOver", "Explained"].includes(
          type,
        );
        const needsTime = type === "Closed" || isSuperiors || done.has(type);
        if (needsTime || permissionIn(commandOf[type], status as CaseStatus) !== "allowed") continue;
        const scene = await begin();
        const above = await enterAndLogIn(scene.server, [committees.district]);
        await walk(scene, above, road);
        expect((await tryType(scene, above, type)).status, `${type} in ${status}`).toBe(201);
        done.add(type);
      }
    }
    const late = await begin();
    const above = await enterAndLogIn(late.server, [committees.district]);
    late.server.time.today = toPlainDate("2026-05-20");
    for (const type of ["ExplanationDemanded", "Explained", "OpenedBySuperior", "TakenOver"] as const) {
      expect((await tryType(late, above, type)).status, type).toBe(201);
      done.add(type);
    }
    expect([...done, "Closed"].toSorted()).toEqual([...officerEventTypes].toSorted());
  });
});

describe("role and command", () => {
  it("nobody acts in a name that is not theirs, whatever they sign", async () => {
    const scene = await begin();
    const { server, who, id } = scene;
    server.time.today = toPlainDate("2026-05-20");
    const above = await enterAndLogIn(server, [committees.district]);
    const both = await enterAndLogIn(server, [committees.commune, committees.district]);
    const before = await dumpTables();
    const asSuperior = { committee: committees.district };
    expect(await errorCode(await attempt(server, who, id, "OpenedBySuperior", asSuperior))).toBe(
      "400 malformed",
    );
    const asOfficer = { committee: committees.commune };
    expect(await errorCode(await attempt(server, above, id, "Opened", asOfficer))).toBe("400 malformed");
    expect(await errorCode(await attempt(server, above, id, "Opened", asSuperior))).toBe("422 refused");
    expect(await errorCode(await attempt(server, who, id, "OpenedBySuperior", asOfficer))).toBe(
      "422 refused",
    );
    expect(await errorCode(await attempt(server, both, id, "Opened", asSuperior))).toBe("422 refused");
    expect(await dumpTables()).toEqual(before);
    await perform(server, both, id, "ExplanationDemanded", asSuperior);
  });

  it("no other committee acts on a case or is told that it is there", async () => {
    const scene = await begin();
    const { server, who, id, sent } = scene;
    const { row } = await getDetail(server, who, id);
    for (const committee of [committees.otherCommune, committees.inspection, committees.province]) {
      const stranger = await enterAndLogIn(server, [committee]);
      for (const type of officerEventTypes) {
        const event = await createEvent(fixture, stranger.officer, row, type, server.time.today, {
          committee,
          parameters: { ...parametersOf[type], to: committees.otherCommune },
          ...(isRekeying(type) && {
            rekeying: {
              key: keyOf(fixture, committees.otherCommune),
              rekey: {
                kem: null,
                wraps: [],
                slots: [{ digest: row.letter, slot: toBase64url(random(1168)) }],
              },
            },
          }),
          event: type === "Transferred" ? {} : ({ to: undefined } as object),
        }).catch(() => null);
        if (event === null) continue;
        const refused = await append(server, stranger, id, event);
        expect([404, 400], `${committee} ${type}`).toContain(refused.status);
      }
      const shown = await ask(server, stranger, "GET", `/cases/${id}`);
      expect(shown.status).toBe(404);
    }
    expect((await storedCase(id)).row.sequence).toBe(0);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ end: { sequence: 0 } });
  });
});

describe("an act that comes at the wrong time", () => {
  it("from a stale screen is a conflict, with the case as it is now", async () => {
    const { server, who, id } = await begin();
    const { row } = await getDetail(server, who, id);
    const stale = await createEvent(fixture, who.officer, row, "Opened", server.time.today);
    await classify(server, who, id);
    const answer = await append(server, who, id, stale);
    expect(
      answer.status,
      "signed by the same key at the same place it is the same event, and yet not theirs",
    ).toBe(409);
    expect(await answer.json()).toMatchObject({ detail: { row: { status: "classified", sequence: 3 } } });
  });

  it("twice is done once; the same number of the log twice is refused", async () => {
    const { server, who, id } = await begin();
    await perform(server, who, id, "Opened");
    const { row } = await getDetail(server, who, id);
    const committee = committees.commune as CommitteeId;
    const read = await signAct(who.officer, {
      case: id,
      committee,
      act: "Read",
      on: server.time.today,
      entry: null,
    });
    expect((await ask(server, who, "POST", `/cases/${id}/readings`, read)).status).toBe(200);
    expect(await errorCode(await ask(server, who, "POST", `/cases/${id}/readings`, read))).toBe(
      "409 id-taken",
    );
    const nonce = JSON.parse(read.act).nonce as never;
    const event = await createEvent(fixture, who.officer, row, "Acknowledged", server.time.today, {
      act: { nonce },
    });
    expect(await errorCode(await append(server, who, id, event))).toBe("409 id-taken");
    const good = await createEvent(fixture, who.officer, row, "Acknowledged", server.time.today);
    const first = await append(server, who, id, good);
    expect(await (await append(server, who, id, good)).text()).toBe(await first.text());
    const [log] = await database.read(query.selectFrom("audit").select("act").where("case_id", "=", id));
    expect(log).toHaveLength(3);
  });

  it("past the limits of its row is refused: questions and extensions, each and together", async () => {
    const { server, who, id } = await begin();
    await classify(server, who, id);
    const asked = (type: "ReporterAsked" | "Extended", days: number) =>
      attempt(server, who, id, type, { parameters: { days } });
    expect(await errorCode(await asked("Extended", 0))).toBe("400 malformed");
    expect(await errorCode(await asked("Extended", 11))).toBe("422 refused");
    expect((await asked("Extended", 10)).status).toBe(201);
    expect(await errorCode(await asked("Extended", 1))).toBe("422 refused");
    expect(await errorCode(await asked("ReporterAsked", 1)), "past the hard limit").toBe("422 refused");
    expect((await getDetail(server, who, id)).row.flags).toContain("extended");
  });

  it("after the limit has passed lengthens nothing and passes nothing on", async () => {
    const { server, who, id } = await begin();
    await classify(server, who, id);
    server.time.today = toPlainDate("2026-04-10");
    const late = await attempt(server, who, id, "Extended", { parameters: { days: 1 } });
    expect(await errorCode(late)).toBe("422 refused");
    expect(await errorCode(await transfer(server, who, id))).toBe("422 refused");
    await perform(server, who, id, "VerificationBegun");
    const stored = await storedCase(id);
    expect(stored.steps.map(({ after, step }) => [after, step.type, step.on])).toEqual([
      [3, "BecameOverdue", "2026-04-02"],
    ]);
  });

  it("with a message that is sealed to somebody else is refused", async () => {
    const { server, who, id } = await begin();
    await perform(server, who, id, "Opened");
    const wrong = {
      "a key of another committee": [
        "412 directory-changed",
        { readerKey: keyOf(fixture, committees.province) },
      ],
      "a key that has run out": [
        "412 directory-changed",
        { readerKey: keyOf(fixture, committees.commune, 1) },
      ],
      "a superior that is none": [
        "412 directory-changed",
        { fallbackKey: keyOf(fixture, committees.province) },
      ],
      "no superior where there is one": ["400 malformed", { fallbackKey: null }],
    } as const;
    for (const [what, [code, header]] of Object.entries(wrong))
      expect(await errorCode(await attempt(server, who, id, "Acknowledged", { header })), what).toBe(code);
  });
});

describe("the reporter's signed word that it is a tố cáo", () => {
  it("counts from the day of the message in which it lay, however late it is shown", async () => {
    const { server, who, id, sent } = await begin();
    await classify(server, who, id);
    server.time.today = toPlainDate("2026-03-09");
    await write(server, sent);
    const message = sent.messages[0]?.header.message ?? id;
    server.time.today = toPlainDate("2026-03-16");
    const before = (await storedCase(id)).row.outer_escalation_on;
    const shown = await show(server, who, sent, { message });
    expect(shown.status).toBe(201);
    const { state, row, events } = await storedCase(id);
    expect(state.formal).toEqual({ kind: "formal-party", since: "2026-03-09" });
    expect(row.outer_escalation_on > before).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: "MadeFormal", on: "2026-03-16", since: "2026-03-09" });
    const { entries } = await getDetail(server, who, id);
    expect(entries.at(-1)).toMatchObject({ by: "statement", sequence: 5, on: "2026-03-16" });
    const first = await lookUp(server, sent.reporter);
    const next = first.meta.kind === "case" ? first.meta.next : null;
    const box = await lookUp(server, sent.reporter, next ?? 0);
    expect(box.meta.kind === "case" && box.meta.entries.at(-1)).toMatchObject({
      by: "statement",
      on: "2026-03-16",
    });
    await perform(server, who, id, "Classified", { parameters: { kind: "formal-state" } });
  });

  it("is refused when it is not the reporter's, not of this case, or lay in no message; and counts once", async () => {
    const { server, who, id, sent } = await begin();
    await perform(server, who, id, "Opened");
    await write(server, sent);
    const message = sent.messages[0]?.header.message ?? id;
    const before = await dumpTables();
    const stranger = await createSigningPair();
    expect(await errorCode(await show(server, who, sent, { message }, stranger.secret))).toBe(
      "403 signature-refused",
    );
    const elsewhere = toBase64url(random(16)) as CaseId;
    expect(await errorCode(await show(server, who, sent, { message, case: elsewhere }))).toBe(
      "400 malformed",
    );
    expect(await errorCode(await show(server, who, sent, { message: elsewhere }))).toBe("422 refused");
    expect(await dumpTables()).toEqual(before);
    expect((await show(server, who, sent, { message })).status).toBe(201);
    expect(await errorCode(await show(server, who, sent, { message }))).toBe("422 refused");
    const above = await enterAndLogIn(server, [committees.district]);
    server.time.today = toPlainDate("2026-09-20");
    expect((await getDetail(server, above, id)).row.as).toBe("superior");
    expect((await show(server, above, sent, { message })).status).toBe(404);
  });
});
