import { beforeAll, describe, expect, it } from "vitest";
import type { Rekey } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { addDays, toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { runScheduledJobs } from "../../worker/jobs/jobs.scheduled.ts";
import { query } from "../../worker/db/query.ts";
import {
  append,
  ask,
  enterAndLogIn,
  getDetail,
  getList,
  type LoggedIn,
  putSealed,
  readersOf,
  sendLetter,
} from "./support/desk.ts";
import {
  createTestServer,
  database,
  errorCode,
  fixture,
  lookUp,
  migrate,
  type TestServer,
} from "./support/harness.ts";
import { random } from "./support/labelled.ts";
import {
  atOnce,
  attempt,
  caseKeyOf,
  classify,
  type Correspondence,
  perform,
  reseal,
  storedCase,
  takeOver,
  transfer,
  write,
} from "./support/life.ts";
import { createEvent, objectsOf, rekeyTo, rekeyToCommittee, signAct } from "./support/officer.ts";
import { committees } from "./support/organisation.ts";
import { keyOf } from "./support/reporter.ts";
import { dumpTables } from "./support/tables.ts";

beforeAll(migrate);

type Scene = {
  readonly server: TestServer;
  readonly who: LoggedIn;
  readonly colleague: LoggedIn;
  readonly id: CaseId;
  readonly sent: Correspondence;
};

/** A classified case with one message of the reporter, and two officers of its committee. */
async function begin(releaseHour: number | null = null): Promise<Scene> {
  const server = createTestServer({ hour: 9, payload: () => ({ ...atOnce(), releaseHour }) });
  const sent = { ...(await sendLetter(server)), messages: [] };
  await write(server, sent);
  server.time.hour = 18;
  await settle(server);
  const who = await enterAndLogIn(server, [committees.commune]);
  const colleague = await enterAndLogIn(server, [committees.commune]);
  const id = sent.letter.header.case;
  await classify(server, who, id);
  return { server, who, colleague, id, sent };
}

async function settle(server: TestServer): Promise<void> {
  await runScheduledJobs(server.platform, server.source);
}

async function slotsOf(id: CaseId) {
  const [rows] = await database.read(query.selectFrom("slots").selectAll().where("case_id", "=", id));
  return rows;
}

async function putEntry({ server, who, id }: Pick<Scene, "server" | "who" | "id">): Promise<void> {
  const put = await putSealed(server, who, id, "index", await readersOf(server, who, id));
  expect(put.status).toBe(204);
}

/** What somebody sees of a case by every route there is. */
async function sightings(
  { server, id }: Pick<Scene, "server" | "id">,
  who: LoggedIn,
): Promise<readonly number[]> {
  const { today } = server.time;
  const committee = committees.commune as CommitteeId;
  const read = await signAct(who.officer, { case: id, committee, act: "Read", on: today, entry: null });
  const row = {
    case: id,
    committee,
    sequence: 9,
    chain: toBase64url(random(32)),
    fallback: null,
    caseKey: null,
  };
  const event = await createEvent(fixture, who.officer, row, "MessageSent", today);
  const shown = { statement: "{}", signature: toBase64url(random(64)), sequence: 1, ...read };
  const answers = [
    await ask(server, who, "GET", `/cases/${id}`),
    await append(server, who, id, event),
    await ask(server, who, "POST", `/cases/${id}/readings`, read),
    await putSealed(server, who, id, "index", { committee, caseKey: null }),
  ];
  // A statement that is none is told to be none before anybody is looked at.
  expect((await ask(server, who, "POST", `/cases/${id}/statements`, shown)).status).toBe(400);
  const list = await getList(server, who, committee).catch(() => ({ cases: [] }));
  expect(list.cases.map((one) => one.case)).not.toContain(id);
  return answers.map(({ status }) => status);
}

describe("a hand-over", () => {
  it("leaves the case to those whom it names, with every slot sealed anew, and to nobody else", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    const third = await enterAndLogIn(server, [committees.commune]);
    const done = await reseal(server, who, id, "HandedOver", [who, colleague]);
    expect(done.status).toBe(201);
    const detail = await getDetail(server, colleague, id);
    const key = caseKeyOf(detail);
    const own = detail.row.caseKey?.wrap;
    expect(own).not.toBe((await getDetail(server, who, id)).row.caseKey?.wrap);
    const messages = detail.entries.flatMap((entry) => ("message" in entry ? (entry.message ?? []) : []));
    // The reason of the hand-over itself is sealed to the new key from the first.
    expect(messages.map((message) => message.key)).toEqual([key, key, key, null]);
    const slots = (await slotsOf(id)).filter(({ role }) => role === "receiver");
    expect(slots).toHaveLength(5);
    expect(slots.filter((slot) => slot.key === null)).toHaveLength(1);
    expect(await sightings(scene, third)).toEqual([404, 404, 404, 404]);
    await perform(server, colleague, id, "Noted");
  });

  it("gives the reporter the key to seal to from then on", async () => {
    const { server, who, id, sent } = await begin();
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ caseKey: null });
    await reseal(server, who, id, "HandedOver", [who]);
    const key = caseKeyOf(await getDetail(server, who, id));
    const box = await lookUp(server, sent.reporter);
    if (box.meta.kind !== "case" || box.meta.caseKey === null) throw new Error("no case key");
    expect(box.meta.caseKey.id).toBe(key);
    const [kept] = await database.read(query.selectFrom("case_keys").selectAll().where("case_id", "=", id));
    expect(toBase64url(box.blobs[box.meta.caseKey.kem] ?? new Uint8Array())).toBe(kept[0]?.kem);
    expect((await write(server, sent, "message", { readerKey: key })).status).toBe(200);
    const stale = toBase64url(random(16)) as KeyId;
    expect(await errorCode(await write(server, sent, "message", { readerKey: stale }))).toBe("409 conflict");
  });

  it("puts one key in the place of another: the one before opens nothing that is still there", async () => {
    const { server, who, colleague, id } = await begin();
    await reseal(server, who, id, "HandedOver", [who, colleague]);
    const before = caseKeyOf(await getDetail(server, who, id));
    await reseal(server, who, id, "HandedOver", [who]);
    const after = caseKeyOf(await getDetail(server, who, id));
    expect(after).not.toBe(before);
    expect((await slotsOf(id)).some(({ key }) => key === before)).toBe(false);
    const [keys, wraps] = await database.read(
      query.selectFrom("case_keys").select("key").where("case_id", "=", id),
      query.selectFrom("case_key_wraps").select("officer").where("case_id", "=", id),
    );
    expect(keys).toEqual([{ key: after }]);
    expect(wraps).toEqual([{ officer: who.officer.row.id }]);
  });

  it("leaves a message alone that waits for its release and is sealed to the committee's own key", async () => {
    const { server, who, id, sent } = await begin(18);
    server.time.hour = 19;
    expect((await write(server, sent)).status).toBe(200);
    expect((await reseal(server, who, id, "HandedOver", [who])).status).toBe(201);
    server.time.today = addDays(server.time.today, 1);
    await settle(server);
    const { entries } = await getDetail(server, who, id);
    const [late] = entries.slice(-1);
    expect(late).toMatchObject({ by: "reporter", message: { key: null } });
    expect(late !== undefined && "message" in late && late.message?.slot.length).toBe(1558);
  });

  it("waits for a message that is sealed to the case key and not yet released, or nobody could read it", async () => {
    const { server, who, id, sent } = await begin(18);
    await reseal(server, who, id, "HandedOver", [who]);
    server.time.hour = 19;
    const readerKey = caseKeyOf(await getDetail(server, who, id));
    expect((await write(server, sent, "message", { readerKey })).status).toBe(200);
    expect(await errorCode(await reseal(server, who, id, "HandedOver", [who]))).toBe("422 message-waiting");
    server.time.today = addDays(server.time.today, 1);
    await settle(server);
    expect((await reseal(server, who, id, "HandedOver", [who])).status).toBe(201);
  });
});

describe("an officer who steps aside", () => {
  it("does not see the case any more by any route; the others do, and go on", async () => {
    const scene = await begin();
    const { server, who, colleague, id } = scene;
    const done = await reseal(server, who, id, "Recused", [colleague]);
    expect(done.status).toBe(201);
    expect(await sightings(scene, who)).toEqual([404, 404, 404, 404]);
    const { row } = await getDetail(server, colleague, id);
    expect(row.flags).toContain("recused");
    await perform(server, colleague, id, "VerificationBegun");
    expect((await storedCase(id)).state.status).toBe("verifying");
  });

  it("gets the same answer when it was lost, with nothing in it that came later", async () => {
    const { server, who, colleague, id } = await begin();
    const detail = await getDetail(server, who, id);
    const rekeying = await rekeyTo(detail, [colleague.officer]);
    const event = await createEvent(fixture, who.officer, detail.row, "Recused", server.time.today, {
      rekeying,
    });
    const first = await (await append(server, who, id, event)).text();
    await perform(server, colleague, id, "VerificationBegun");
    const again = await append(server, who, id, event);
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(first);
    expect(first).not.toContain("VerificationBegun");
  });
});

describe("a case that is sealed anew", () => {
  const broken: Readonly<Record<string, (rekey: Rekey, stranger: LoggedIn) => Rekey>> = {
    "an object left out": (rekey) => ({ ...rekey, slots: rekey.slots.slice(0, -1) }),
    "the letter left out": (rekey) => ({ ...rekey, slots: rekey.slots.slice(1) }),
    "the letter without a slot": (rekey) => ({
      ...rekey,
      slots: rekey.slots.map((slot, index) => (index === 0 ? { ...slot, slot: null } : slot)),
    }),
    "an object twice": (rekey) => ({ ...rekey, slots: [...rekey.slots, ...rekey.slots.slice(-1)] }),
    "an object of another case": (rekey) => ({
      ...rekey,
      slots: [...rekey.slots, { digest: toBase64url(random(32)), slot: toBase64url(random(1168)) }],
    }),
    "a slot cut short": (rekey) => ({
      ...rekey,
      slots: rekey.slots.map((slot) => ({ ...slot, slot: toBase64url(random(1167)) })),
    }),
    "no key": (rekey) => ({ ...rekey, kem: null }),
    "another key than the event names": (rekey) => ({ ...rekey, kem: toBase64url(random(1216)) }),
    "nobody to read it": (rekey) => ({ ...rekey, wraps: [] }),
    "one reader twice": (rekey) => ({ ...rekey, wraps: [...rekey.wraps, ...rekey.wraps] }),
    "a reader of another committee": (rekey, stranger) => ({
      ...rekey,
      wraps: [...rekey.wraps, { officer: stranger.officer.row.id, wrap: toBase64url(random(1168)) }],
    }),
    "a wrap cut short": (rekey) => ({
      ...rekey,
      wraps: rekey.wraps.map((wrap) => ({ ...wrap, wrap: toBase64url(random(100)) })),
    }),
  };

  it("is so whole or not at all: what is missing or too much is refused and leaves no trace", async () => {
    const { server, who, colleague, id } = await begin();
    const stranger = await enterAndLogIn(server, [committees.otherCommune]);
    const before = await dumpTables();
    for (const [what, change] of Object.entries(broken)) {
      const refused = await reseal(server, who, id, "HandedOver", [who], (rekey) => change(rekey, stranger));
      expect(await errorCode(refused), what).toBe("400 malformed");
    }
    const withoutMe = await reseal(server, who, id, "HandedOver", [colleague]);
    expect(await errorCode(withoutMe)).toBe("400 malformed");
    expect(await errorCode(await reseal(server, who, id, "Recused", [who, colleague]))).toBe("400 malformed");
    expect(
      await errorCode(
        await attempt(server, who, id, "HandedOver", { parameters: { key: toBase64url(random(16)) } }),
      ),
    ).toBe("400 malformed");
    const detail = await getDetail(server, who, id);
    const rekeying = await rekeyTo(detail, [who.officer]);
    const withNote = await createEvent(fixture, who.officer, detail.row, "Noted", server.time.today);
    expect(await errorCode(await append(server, who, id, { ...withNote, rekey: rekeying.rekey }))).toBe(
      "400 malformed",
    );
    expect(await dumpTables()).toEqual(before);
    expect((await reseal(server, who, id, "HandedOver", [who])).status).toBe(201);
  });

  it("may leave without a slot what does not open any more", async () => {
    const { server, who, id } = await begin();
    const [, message = ""] = await objectsOf(await getDetail(server, who, id));
    const without = (rekey: Rekey): Rekey => ({
      ...rekey,
      slots: rekey.slots.map((slot) => (slot.digest === message ? { ...slot, slot: null } : slot)),
    });
    expect((await reseal(server, who, id, "HandedOver", [who], without)).status).toBe(201);
    const { entries } = await getDetail(server, who, id);
    expect(entries[0]).toMatchObject({ by: "reporter", message: { slot: "", key: null } });
    expect((await reseal(server, who, id, "HandedOver", [who], without)).status).toBe(201);
  });
});

describe("a transfer", () => {
  it("takes the case away from one committee and brings it to the other on the next day, on new clocks", async () => {
    const scene = await begin();
    const { server, who, id, sent } = scene;
    await putEntry(scene);
    const there = await enterAndLogIn(server, [committees.otherCommune]);
    expect((await transfer(server, who, id)).status).toBe(201);
    expect(await sightings(scene, who)).toEqual([404, 404, 404, 404]);
    const { row, entries } = await getDetail(server, there, id);
    expect(row).toMatchObject({
      committee: committees.otherCommune,
      status: "transferred",
      index: null,
      caseKey: null,
    });
    for (const entry of entries) if ("message" in entry) expect(entry.message?.slot ?? "").toBe("");
    expect(await errorCode(await attempt(server, there, id, "Opened"))).toBe("422 refused");
    server.time.today = addDays(server.time.today, 1);
    const { letter, detail } = await perform(server, there, id, "Opened");
    expect(letter?.key).toBe(keyOf(fixture, committees.otherCommune));
    expect(detail.steps.map(({ step }) => step.type)).toEqual(["TransferReceived"]);
    expect((await lookUp(server, sent.reporter)).meta).toMatchObject({ caseKey: null });
    const readerKey = keyOf(fixture, committees.otherCommune);
    expect(await errorCode(await write(server, sent))).toBe("409 conflict");
    expect((await write(server, sent, "message", { readerKey })).status).toBe(200);
  });

  it("goes once, not back, not to the superior, and to no committee that is not there", async () => {
    const scene = await begin();
    const { server, who, id } = scene;
    expect(await errorCode(await transfer(server, who, id, committees.commune))).toBe("422 refused");
    expect(await errorCode(await transfer(server, who, id, committees.district))).toBe("422 refused");
    expect(await errorCode(await transfer(server, who, id, committees.ended))).toBe("412 directory-changed");
    const detail = await getDetail(server, who, id);
    const wrong: Readonly<Record<string, { to: string; key: KeyId }>> = {
      "a committee that nobody knows": { to: "nobody-there", key: keyOf(fixture, committees.otherCommune) },
      "a key of another": { to: committees.otherCommune, key: keyOf(fixture, committees.province) },
      "a key that has run out": {
        to: committees.otherCommune,
        key: keyOf(fixture, committees.otherCommune, 1),
      },
    };
    for (const [what, { to, key }] of Object.entries(wrong)) {
      const { rekey } = await rekeyToCommittee(fixture, detail, committees.otherCommune);
      const refused = await attempt(server, who, id, "Transferred", {
        parameters: { to },
        rekeying: { key, rekey },
      });
      expect(await errorCode(refused), what).toBe("412 directory-changed");
    }
    expect((await transfer(server, who, id)).status).toBe(201);
    server.time.today = addDays(server.time.today, 1);
    const there = await enterAndLogIn(server, [committees.otherCommune]);
    await classify(server, there, id);
    for (const to of [committees.commune, committees.inspection]) {
      expect(await errorCode(await transfer(server, there, id, to))).toBe("422 refused");
    }
  });

  it("waits for what the reporter has written and nobody can see yet", async () => {
    const { server, who, id, sent } = await begin(18);
    server.time.hour = 19;
    expect((await write(server, sent)).status).toBe(200);
    expect(await errorCode(await transfer(server, who, id))).toBe("422 message-waiting");
    server.time.today = addDays(server.time.today, 1);
    expect(await errorCode(await transfer(server, who, id)), "it came into the chain meanwhile").toBe(
      "409 conflict",
    );
    expect((await transfer(server, who, id)).status).toBe(201);
  });

  it("is answered again as the first time, and whoever else had the case open is told that it is gone", async () => {
    const { server, who, colleague, id } = await begin();
    const detail = await getDetail(server, who, id);
    const to = committees.otherCommune;
    const rekeying = await rekeyToCommittee(fixture, detail, to);
    const event = await createEvent(fixture, who.officer, detail.row, "Transferred", server.time.today, {
      parameters: { to },
      rekeying,
    });
    const late = await createEvent(fixture, colleague.officer, detail.row, "MessageSent", server.time.today);
    const first = await (await append(server, who, id, event)).text();
    expect((await append(server, colleague, id, late)).status).toBe(404);
    server.time.today = addDays(server.time.today, 1);
    const there = await enterAndLogIn(server, [to]);
    await perform(server, there, id, "Opened");
    const again = await append(server, who, id, event);
    const said = JSON.parse(await again.text());
    const before = JSON.parse(first);
    expect(said).toEqual({ ...before, detail: { ...before.detail, today: server.time.today } });
  });
});

describe("the superior", () => {
  const lateDay = toPlainDate("2026-04-15");

  it("sees nothing of a case that is in time, and of a late one dates and not a word", async () => {
    const scene = await begin();
    const { server, id } = scene;
    const above = await enterAndLogIn(server, [committees.district]);
    const late = async () => {
      const answer = await ask(server, above, "GET", `/committees/${committees.district}/late`);
      const list: { cases: readonly Record<string, unknown>[] } = await answer.json();
      return list.cases.filter((one) => one["case"] === id);
    };
    expect((await ask(server, above, "GET", `/cases/${id}`)).status).toBe(404);
    expect(await late()).toEqual([]);
    server.time.today = lateDay;
    expect((await ask(server, above, "GET", `/cases/${id}`)).status, "before the job has run").toBe(200);
    await settle(server);
    const [seen] = await late();
    expect(seen).toMatchObject({ committee: committees.commune, because: "late", mayRead: false });
    const text = JSON.stringify(seen);
    expect(text).not.toMatch(/slot|core|letter|index|wrap/);
    const detail = await getDetail(server, above, id);
    expect(detail.row).toMatchObject({ as: "superior", index: null, caseKey: null });
    expect(
      detail.entries.flatMap((entry) => ("message" in entry ? (entry.message?.slot ?? []) : [])),
    ).toEqual(["", "", ""]);
    const committee = committees.district as CommitteeId;
    const read = await signAct(above.officer, { case: id, committee, act: "Read", on: lateDay, entry: null });
    expect(await errorCode(await ask(server, above, "POST", `/cases/${id}/readings`, read))).toBe(
      "422 refused",
    );
    const { committee: inCharge } = detail.row;
    const put = await putSealed(server, above, id, "index", { committee: inCharge, caseKey: null });
    expect(put.status).toBe(404);
  });

  it("demands, is answered for its eyes, opens after the last limit, reads again, and takes over", async () => {
    const scene = await begin();
    const { server, who, id, sent } = scene;
    await putEntry(scene);
    const above = await enterAndLogIn(server, [committees.district]);
    const overdue = toPlainDate("2026-04-02");
    server.time.today = overdue;
    expect(await errorCode(await attempt(server, above, id, "OpenedBySuperior"))).toBe("422 refused");
    await perform(server, above, id, "ExplanationDemanded");
    await perform(server, who, id, "Explained");
    const answered = await getDetail(server, above, id);
    const slots = answered.entries.flatMap((entry) =>
      "message" in entry ? (entry.message?.slot.length ?? []) : [],
    );
    expect(slots).toEqual([0, 0, 0, 1558]);
    server.time.today = toPlainDate("2026-05-20");
    const { letter, detail } = await perform(server, above, id, "OpenedBySuperior");
    expect(letter).toMatchObject({ key: null });
    const stored = await slotsOf(id);
    const fallbackOf = (digest: string) =>
      stored.find((slot) => slot.role === "fallback" && slot.digest === digest)?.slot;
    expect(letter?.slot).toBe(fallbackOf(detail.row.letter));
    expect(detail.entries.every((entry) => !("message" in entry) || entry.message?.slot !== "")).toBe(true);
    const committee = committees.district as CommitteeId;
    const on = server.time.today;
    const read = await signAct(above.officer, { case: id, committee, act: "Read", on, entry: null });
    const again = await ask(server, above, "POST", `/cases/${id}/readings`, read);
    expect(await again.json()).toMatchObject({ letter, detail: { row: { case: id } } });
    const inNameOfOthers = await signAct(above.officer, {
      case: id,
      committee: committees.commune as CommitteeId,
      act: "Read",
      on,
      entry: null,
    });
    expect(await errorCode(await ask(server, above, "POST", `/cases/${id}/readings`, inNameOfOthers))).toBe(
      "400 malformed",
    );
    expect((await takeOver(server, above, id)).status).toBe(201);
    expect(await sightings(scene, who)).toEqual([404, 404, 404, 404]);
    const { row } = await getDetail(server, above, id);
    expect(row).toMatchObject({
      as: "officer",
      committee,
      fallback: null,
      fallbackKey: null,
      status: "acknowledged",
      index: null,
    });
    const left = await slotsOf(id);
    expect(left.some(({ role }) => role === "fallback")).toBe(false);
    await perform(server, above, id, "MessageSent");
    const readerKey = keyOf(fixture, committees.district);
    expect((await write(server, sent, "message", { readerKey, fallbackKey: null })).status).toBe(200);
  });

  it("is asked by the reporter after a refusal, within the window and once", async () => {
    const { server, who, id, sent } = await begin();
    const above = await enterAndLogIn(server, [committees.district]);
    expect(await errorCode(await write(server, sent, "review"))).toBe("422 refused");
    await perform(server, who, id, "Refused");
    expect((await ask(server, above, "GET", `/cases/${id}`)).status).toBe(404);
    expect((await write(server, sent, "review")).status).toBe(200);
    expect((await getDetail(server, above, id)).row.as).toBe("superior");
    expect(await errorCode(await write(server, sent, "review"))).toBe("422 refused");
    const late = await ask(server, above, "GET", `/committees/${committees.district}/late`);
    const list: { cases: readonly { case: string; because: string }[] } = await late.json();
    expect(list.cases.find((one) => one.case === id)?.because).toBe("review");
    await perform(server, above, id, "OpenedBySuperior");
  });

  it("that the sender left out sees nothing, not even that it is late; who oversees sees how many and since when", async () => {
    const server = createTestServer({ payload: atOnce });
    const { letter } = await sendLetter(server, {
      receiver: committees.otherCommune as CommitteeId,
      receiverKey: keyOf(fixture, committees.otherCommune),
      fallback: null,
      fallbackKey: null,
      oversight: committees.province as CommitteeId,
    });
    const id = letter.header.case;
    const excluded = await enterAndLogIn(server, [committees.district]);
    const overseer = await enterAndLogIn(server, [committees.province]);
    server.time.today = lateDay;
    await settle(server);
    expect((await storedCase(id, null)).row.late_since).not.toBeNull();
    const text = await (await ask(server, excluded, "GET", `/committees/${committees.district}/late`)).text();
    expect(text).not.toContain(id);
    expect((await ask(server, excluded, "GET", `/cases/${id}`)).status).toBe(404);
    const overseen = await ask(server, overseer, "GET", `/committees/${committees.province}/late`);
    expect(await overseen.json()).toMatchObject({
      cases: [],
      overseen: [{ committee: committees.otherCommune, count: 1, since: "2026-03-10" }],
    });
    expect((await ask(server, overseer, "GET", `/cases/${id}`)).status).toBe(404);
    expect((await ask(server, excluded, "GET", `/committees/${committees.province}/late`)).status).toBe(404);
  });
});
