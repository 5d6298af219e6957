import { describe, expect, it } from "vitest";
import type { CaseDetail, ChainEntry } from "../../src/api/officer.schema.ts";
import { readLetterAgain, renewCase, viewCase } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import { transferTargets } from "../../src/client/desk/movements.ts";
import type { EventOrder } from "../../src/client/desk/order-content.ts";
import { openCommitteeMessage, sealCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { createCaseKey, wrapCaseKey } from "../../src/crypto/case-key.ts";
import { reporterKeyDigest, signOfficerEvent } from "../../src/crypto/chain.ts";
import { nothingAsked, sealLetter } from "../../src/crypto/letter.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { writeRoster } from "../../src/crypto/roster.ts";
import { findLawChange } from "../../src/domain/case/case.law-change.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { splitEnvelope } from "../../src/envelope/envelope.ts";
import { type OfficerEvent, parseOfficerEvent } from "../../src/envelope/officer-event.ts";
import { defaultPolicy } from "../../src/org/law-data.ts";
import { createCommittee, createReporter } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation, type OfficerName, officers } from "../support/desk-house.ts";
import { force, rowSaying, saying } from "../support/desk-forgery.ts";
import { createDeskServer } from "../support/desk-server.ts";
import {
  acknowledge,
  begin,
  classify,
  conclude,
  open,
  order,
  read,
  toVerification,
  view,
} from "../support/desk-stories.ts";
import { day } from "../support/law.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();

function house() {
  const server = createDeskServer(organisation);
  const desk = (name: OfficerName) => deskOf(name, server.transport, organisation);
  const id = server.receive(reporter);
  return { server, desk, an: desk("an"), id };
}

const kindsOf = ({ faults }: { readonly faults: readonly { readonly kind: string }[] }) =>
  faults.map(({ kind }) => kind);
const noDetail = { kind: "obstacle", obstacle: { by: "reader", reason: "fault" } };

describe("another case than the one that was asked for, sound in itself", () => {
  it("is not looked at, not read, and nothing more is signed on it", async () => {
    const { server, an, id } = house();
    const other = server.receive(reporter);
    const file = await order(an, await view(an, id), open);
    let genuine = { detail: {} };
    server.tamper = (path, answer) => {
      if (path.endsWith("/readings")) genuine = answer as typeof genuine;
      return answer;
    };
    await readLetterAgain(an, await order(an, await view(an, other), open));
    const asked = server.asked.length;
    server.tamper = (path, answer) => {
      if (path.endsWith(`/cases/${id}`)) return genuine.detail;
      return path.startsWith("/api") ? { ...(answer as object), ...genuine } : answer;
    };
    for (const answer of [
      await viewCase(an, id),
      await renewCase(an, file),
      await readLetterAgain(an, file),
      await carryOut(an, file, acknowledge),
      // The chain has grown by now: this is told by a conflict.
      await carryOut(an, file, acknowledge),
    ])
      expect(answer).toEqual({ kind: "unreadable" });
    expect(server.asked.slice(asked).filter(({ path }) => path.includes(other))).toEqual([]);
  });
});

describe("a row", () => {
  it("that is not what the signed history leads to is shown so, and nobody signs on it", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    const lies: readonly Partial<CaseDetail["row"]>[] = [
      { status: "acknowledged" },
      { sequence: 4 },
      { chain: toBase64url(randomBytes(32)) },
      { kind: "formal-party" },
      { flags: ["overdue"] },
      { flags: ["escalated"] },
      { fallback: null },
      { fallback: held["tinh-uy"].committee },
      { outerEscalationOn: day("2030-01-01") },
    ];
    for (const lie of lies) {
      server.tamper = rowSaying(id, lie);
      const read = await readLetterAgain(an, file);
      if (read.kind !== "file") throw new Error(read.kind);
      expect(kindsOf(read.file), JSON.stringify(lie)).toEqual(["row-disagrees"]);
      expect(await carryOut(an, read.file, acknowledge)).toEqual(noDetail);
    }
  });

  it("does not make another committee's desk out of this one", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    server.tamper = rowSaying(id, { committee: held["tinh-uy"].committee });
    expect(await viewCase(an, id)).toEqual({ kind: "no-key" });
    server.tamper = rowSaying(id, { as: "superior" });
    expect(await viewCase(an, id)).toEqual({ kind: "no-key" });
  });
});

describe("time", () => {
  it("is nothing that a server can invent", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    const invented: readonly CaseDetail["steps"][number][] = [
      { after: 1, step: { type: "Escalated", clock: "result", on: day("2026-03-02") } },
      { after: 0, step: { type: "BecameOverdue", clock: "first-open", on: day("2026-03-02") } },
      { after: 1, step: { type: "Erased", on: day("2026-03-02") } },
    ];
    for (const step of invented) {
      server.tamper = saying(id, (detail) => ({ ...detail, steps: [step] }));
      const file = await view(an, id);
      expect(kindsOf(file)).toContain("steps-invented");
      expect(file.state).toMatchObject({ escalatedOn: null, erasedOn: null, flags: { overdue: false } });
      expect(file.history.map(({ type }) => type)).toEqual(["Opened"]);
    }
  });

  it("cannot be said to have happened twice", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    server.today = day("2026-03-12");
    expect((await view(an, id)).faults).toEqual([]);
    server.tamper = saying(id, (detail) => ({ ...detail, steps: [...detail.steps, ...detail.steps] }));
    expect(kindsOf(await view(an, id))).toContain("steps-invented");
  });
});

describe("another law", () => {
  const rows = defaultPolicy.rows.map((row) =>
    row.clock === "acknowledge" ? { ...row, amount: row.amount + 2, hardLimit: row.hardLimit + 2 } : row,
  );
  const policy = { ...defaultPolicy, version: "2026.2", rows };
  const renewed = (on: string) =>
    houseOrganisation({ policy, lawChanges: [{ on: day(on), because: "policy" }] });

  it("is taken over with the dates that had been promised, once the signed directory announces it", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    server.today = day("2026-03-05");
    server.organisation = renewed("2026-03-05");
    const desk = { ...an, organisation: server.organisation };
    const file = await view(desk, id);
    expect(file.faults).toEqual([]);
    expect(file.history.map(({ type }) => type)).toEqual(["Opened", "LawChanged"]);
    const clock = file.clocks.find((each) => each.clock.name === "acknowledge")?.clock;
    expect(clock?.due.on).toBe("2026-03-11");
    expect(clock?.promise).toEqual({ changedOn: "2026-03-05", reckonedOn: "2026-03-13" });
    server.today = day("2026-03-12");
    const late = await view(desk, id);
    expect(late).toMatchObject({ faults: [], state: { flags: { overdue: true } } });
  });

  it("cannot be said to have come twice where the directory announces it once", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    server.today = day("2026-03-05");
    server.organisation = renewed("2026-03-05");
    const desk = { ...an, organisation: server.organisation };
    server.tamper = saying(id, (detail) => ({ ...detail, steps: [...detail.steps, ...detail.steps] }));
    expect(kindsOf(await view(desk, id))).toEqual(["law-change-unannounced"]);
  });

  it("is not believed on the server's word alone", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    const change = findLawChange(file.state, organisation.law, renewed("2026-03-01").law, "policy");
    if (change === undefined) throw new Error("a change");
    const step = { type: "LawChanged", on: day("2026-03-02"), ...change };
    server.tamper = saying(id, (detail) => ({
      ...detail,
      steps: [{ after: 1, step }] as CaseDetail["steps"],
    }));
    const told = await view(an, id);
    expect(told.faults).toEqual([{ kind: "law-change-unannounced", place: 1 }]);
    expect(told.clocks.find((each) => each.clock.name === "acknowledge")?.clock.promise).toBeNull();
    expect(await carryOut(an, told, acknowledge)).toEqual(noDetail);
    // Announced for a later day, or for another reason, is not announced.
    for (const announced of [
      { on: day("2026-03-03"), because: "policy" },
      { on: day("2026-03-01"), because: "calendar" },
    ] as const) {
      const desk = { ...an, organisation: { ...organisation, lawChanges: [announced] } };
      expect(kindsOf(await view(desk, id))).toEqual(["law-change-unannounced"]);
    }
  });
});

describe("a chain", () => {
  it("with an entry dropped, doubled or out of order is named, and what stands before it is shown", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open, acknowledge);
    server.write(id, { kind: "message" }, "Xin hỏi.");
    await order(an, await read(an, id), classify);
    const arrangements: readonly [(entries: ChainEntry[]) => ChainEntry[], string, number][] = [
      // The reporter's message fits in its place, and says that its writer had seen more.
      [(all) => all.filter((_, at) => at !== 1), "gap", 3],
      [(all) => all.filter((_, at) => at !== 2), "gap", 3],
      [(all) => [...all.slice(0, 2), ...all.slice(1)], "gap", 3],
      [(all) => all.slice(0, 3), "row-disagrees", 3],
    ];
    for (const [arrange, kind, place] of arrangements) {
      server.tamper = saying(id, (detail) => ({ ...detail, entries: arrange(detail.entries) }));
      const file = await view(an, id);
      expect(kindsOf(file)).toEqual([kind]);
      expect(file.history.length).toBe(kind === "row-disagrees" ? place : place - 1);
    }
  });

  it("in which a committee acted that had no say is named", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open, acknowledge);
    for (const name of ["tinh-uy", "huyen-uy"] as const) {
      server.tamper = saying(id, (detail) => ({
        ...detail,
        entries: detail.entries.map((entry) => signedBy(name, entry)),
      }));
      expect((await view(an, id)).faults).toEqual([{ kind: "not-in-charge", place: 2 }]);
    }
  });

  it("of acts that the law does not allow in this order is named, however well each is signed", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    server.isLawless = true;
    await force(an, file, begin as EventOrder);
    const told = await read(an, id);
    expect(told.faults).toEqual([{ kind: "impossible", place: 2, reason: "not-acknowledged-yet" }]);
    expect(await carryOut(an, told, acknowledge)).toEqual(noDetail);
  });

  it("shows of an event nothing whose sealed part was made to be read as another's", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open, acknowledge);
    const { digest, envelope } = sealCommitteeMessage(
      headerAfter(file),
      { text: "Đã nghe.", fact: { type: "Noted", note: { kind: "person-heard", declined: false } } },
      { receiver: held["xa-uy"].keys.publicKem, fallback: null, reporter: null },
    );
    const event = { ...eventAfter(file), type: "MessageSent", message: toBase64url(digest) } as OfficerEvent;
    const signed = signOfficerEvent(event, held["xa-uy"].keys.signSecret);
    const { core, slots } = splitEnvelope("committee-message", envelope);
    const entry: ChainEntry = {
      by: "committee",
      sequence: 3,
      event: signed.event,
      signature: toBase64url(signed.signature),
      message: { core: toBase64url(core), slot: toBase64url(slots[0]), key: null },
    };
    server.tamper = saying(id, (detail) => ({ ...detail, entries: [...detail.entries, entry] }));
    const told = await read(an, id);
    expect(told.chain.fault).toBeNull();
    expect(told.history.at(-1)).toMatchObject({ text: null, fact: null, unreadable: true });
    expect(told.sealed.personHeard).toBe(false);
  });

  it("says beside a reporter's message that its writer had seen another history", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    server.write(id, { kind: "message" }, "Một.");
    server.write(id, { kind: "message" }, "Hai.", { sequence: 1, chain: toBase64url(randomBytes(32)) });
    const { history, faults } = await read(an, id);
    expect(faults).toEqual([]);
    expect(history.map(({ sawAnother }) => sawAnother)).toEqual([false, false, true]);
  });
});

describe("rules that the server cannot ask", () => {
  it("are asked again by every later reader: nobody is found against unheard", async () => {
    const { desk, an, id } = house();
    const file = await order(an, await view(an, id), ...toVerification);
    expect(await carryOut(an, file, conclude)).toMatchObject({
      obstacle: { by: "sealed", reason: "person-not-heard" },
    });
    await force(an, file, conclude as EventOrder);
    const told = await read(desk("binh"), id);
    expect(told.faults).toEqual([{ kind: "sealed-rule-broken", place: 5, reason: "person-not-heard" }]);
    // It is shown and stops nobody: somebody has to put it right.
    const gone = await carryOut(desk("binh"), told, { command: "send-message", message: "…" });
    expect(gone.kind).toBe("file");
  });

  it("accuse nobody where something before does not open", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), ...toVerification);
    await force(an, file, conclude as EventOrder);
    server.tamper = saying(id, (detail) => ({ ...detail, entries: detail.entries.map(withoutSlot(3)) }));
    const told = await read(an, id);
    expect(told.history[2]).toMatchObject({ type: "Classified", unreadable: true });
    expect(told.faults).toEqual([]);
  });

  it("show a case that was passed to those whom it is about", async () => {
    const { server, desk, an } = house();
    const id = server.receive(reporter, { unit: "xa-ben" as UnitId, about: "collective" });
    const to = held["xa-ben-uy"].committee;
    const file = await order(an, await view(an, id), ...toVerification);
    expect(file.route?.kind).toBe("differs");
    expect(transferTargets(an, file).map(({ committee }) => committee)).toEqual([held["tinh-uy"].committee]);
    const transfer = { command: "transfer", to, message: "…" } as const;
    expect(await carryOut(an, file, transfer)).toMatchObject({
      obstacle: { by: "movement", reason: "collective" },
    });
    await force(an, file, transfer);
    server.today = day("2026-03-03");
    const told = await order(desk("giang"), await view(desk("giang"), id), open);
    expect(told.faults).toEqual([{ kind: "misdirected", place: 5, obstacle: "collective" }]);
  });
});

describe("keys", () => {
  it("that the server made itself and wrapped to the officer open nothing", async () => {
    const { an, id } = house();
    const forged = createCommittee("xa-uy");
    const keyring = new Map([[forged.keys.id, { committee: forged.committee, keys: forged.keys }]]);
    expect(await viewCase({ ...an, keyring }, id)).toEqual({ kind: "no-key" });
  });

  it("that are not the directory's stop the desk, and those of the superior stop what is sealed to it", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    server.files.set("/keys/huyen-uy.json", createCommittee("huyen-uy").file);
    const read = await readLetterAgain(an, file);
    if (read.kind !== "file") throw new Error(read.kind);
    expect(read.file.faults).toEqual([]);
    expect(await carryOut(an, read.file, acknowledge)).toEqual({ kind: "fault", fault: "substituted" });
    server.files.set("/keys/xa-uy.json", createCommittee("xa-uy").file);
    expect(await viewCase(an, id)).toEqual({ kind: "fault", fault: "substituted" });
  });

  it("go to nobody whom another roster than the committee's own lists", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    const spy = officers.hai;
    const kem = toBase64url(spy.identity.kem.publicKey);
    const sign = toBase64url(spy.identity.sign.publicKey);
    const roster = { id: officers.binh.id, title: "Bình", person: officers.binh.person, kem, sign };
    server.files.set(
      "/rosters/xa-uy.json",
      writeRoster({ v: 1, committee: held["xa-uy"].committee, officers: [roster] }),
    );
    const handOver = { command: "hand-over", readers: [officers.binh.id], reason: "…" } as const;
    expect(await carryOut(an, file, handOver)).toEqual({ kind: "fault", fault: "substituted" });
    expect(await carryOut(an, file, { command: "recuse", reason: "…" })).toEqual({
      kind: "fault",
      fault: "substituted",
    });
    expect(server.asked.filter(({ path }) => path.endsWith("/events")).length).toBe(1);
  });

  it("of a case that were swapped for others read nothing and seal nothing", async () => {
    const { server, desk, an, id } = house();
    const file = await order(an, await view(an, id), open, acknowledge);
    const handed = await order(an, file, { command: "hand-over", readers: [officers.binh.id], reason: "…" });
    const own = handed.row.caseKey;
    if (own === null) throw new Error("a case key");
    const { key, seed } = createCaseKey();
    const place = { case: id, key: key.id, officer: officers.an.id };
    const wrap = toBase64url(wrapCaseKey(seed, officers.an.identity.kem.publicKey, place));
    const other = { id: key.id, kem: toBase64url(key.kem), wrap };
    for (const lie of [
      { ...own, wrap },
      { ...other, id: own.id },
      { ...own, kem: other.kem },
      { ...other, wrap: own.wrap },
    ]) {
      server.tamper = rowSaying(id, { caseKey: lie });
      expect(await viewCase(an, id)).toEqual({ kind: "no-key" });
    }
    // One that fits in itself and that no signed event names: nobody seals to it, nor to the committee instead.
    for (const lie of [other, null]) {
      server.tamper = rowSaying(id, { caseKey: lie });
      const told = await view(an, id);
      expect(kindsOf(told)).toEqual(["row-disagrees", "readers-unknown"]);
      expect(await carryOut(an, told, { command: "explain", explanation: "…" })).toEqual(noDetail);
    }
    server.tamper = null;
    expect((await read(desk("binh"), id)).faults).toEqual([]);
  });

  it("of the committee open nothing of what came after a hand-over", async () => {
    const { server, desk, an, id } = house();
    const file = await order(an, await view(an, id), open);
    await carryOut(an, file, { command: "recuse", reason: "…" });
    const binh = desk("binh");
    await order(binh, await read(binh, id), { command: "note", note: { kind: "remark" }, remark: "Kín." });
    let detail: CaseDetail | undefined;
    server.tamper = saying(id, (each) => (detail = each));
    expect((await read(binh, id)).history.at(-1)?.text).toBe("Kín.");
    const last = detail?.entries.at(-1);
    if (last?.by !== "committee" || last.message === null) throw new Error("a message");
    const sealed = {
      core: fromBase64url(last.message.core),
      slot: fromBase64url(last.message.slot),
      key: null,
    };
    expect(sealed.slot.length).toBeGreaterThan(0);
    expect(openCommitteeMessage("receiver", sealed, held["xa-uy"].keys.kemSecret)).toBeUndefined();
  });
});

describe("who reads", () => {
  it("is what whoever handed the case over has sealed; where that does not open, nobody signs and nobody guesses", async () => {
    const { server, desk, an, id } = house();
    const file = await order(an, await view(an, id), open, acknowledge, {
      command: "hand-over",
      readers: [officers.binh.id],
      reason: "Hai người đọc.",
    });
    expect(file.readers).toEqual([officers.an.id, officers.binh.id]);
    expect(file.history.at(-1)?.fact).toEqual({
      type: "HandedOver",
      readers: [officers.an.id, officers.binh.id],
    });
    server.tamper = saying(id, (detail) => ({
      ...detail,
      entries: detail.entries.map((entry) =>
        entry.by === "committee" && entry.message !== null && entry.event.includes("HandedOver")
          ? { ...entry, message: { ...entry.message, slot: "" } }
          : entry,
      ),
    }));
    const binh = desk("binh");
    const blind = await read(binh, id);
    expect([blind.readers, kindsOf(blind)]).toEqual([[], ["readers-unknown"]]);
    expect(await carryOut(binh, blind, { command: "recuse", reason: "…" })).toEqual(noDetail);
  });
});

describe("a letter", () => {
  it("that is not the one the history begins with, or not for this desk, is refused", async () => {
    const { server, an, id } = house();
    const other = server.receive(reporter);
    const file = await order(an, await view(an, id), open);
    const otherFile = await order(an, await view(an, other), open);
    const sealed = otherFile.objects[0]?.sealed;
    const own = file.objects[0]?.sealed;
    if (sealed === undefined || own === undefined) throw new Error("two letters");
    const asRead = ({ core, slot }: typeof sealed) => ({
      core: toBase64url(core),
      slot: toBase64url(slot),
      key: null,
    });
    const lies = [
      asRead(sealed),
      asRead({ ...own, slot: sealed.slot }),
      asRead({ ...sealed, slot: own.slot }),
      { ...asRead(own), key: held["xa-uy"].keys.id },
      { core: "", slot: "", key: null },
    ];
    for (const letter of lies) {
      server.tamper = (path, answer) =>
        path.endsWith("/readings") ? { ...(answer as object), letter } : answer;
      expect(await readLetterAgain(an, file)).toEqual({ kind: "letter-damaged" });
    }
  });

  it("that was exchanged for another under the same name is refused, and found out although the row was changed with it", async () => {
    const { server, an, id } = house();
    const file = await order(an, await view(an, id), open);
    if (file.letter === null) throw new Error("a letter");
    const { header, body } = file.letter;
    const readers = { receiver: held["xa-uy"].keys.publicKem, fallback: held["huyen-uy"].keys.publicKem };
    const { language, self, route } = body;
    const { envelope, digest } = sealLetter(
      header,
      { language, self, ...nothingAsked, route, text: "Thư khác." },
      reporter,
      readers,
    );
    const { core, slots } = splitEnvelope("letter", envelope);
    const letter = { core: toBase64url(core), slot: toBase64url(slots[0]), key: null };
    server.tamper = (path, answer) =>
      path.endsWith("/readings") ? { ...(answer as object), letter } : answer;
    expect(await readLetterAgain(an, file)).toEqual({ kind: "letter-damaged" });
    const change = rowSaying(id, { letter: toBase64url(digest) });
    server.tamper = (path, answer) =>
      path.endsWith("/readings") ? { ...(change(path, answer) as object), letter } : change(path, answer);
    const told = await readLetterAgain(an, file);
    expect(told.kind === "file" && told.file.faults).toEqual([{ kind: "broken-link", place: 1 }]);
  });

  it("that would be lost is passed on to nobody", async () => {
    const { an, id } = house();
    const file = await order(an, await view(an, id), open, acknowledge, classify);
    const [letter, ...rest] = file.objects;
    if (letter === undefined) throw new Error("a letter");
    const broken = { ...letter, sealed: { ...letter.sealed, slot: randomBytes(letter.sealed.slot.length) } };
    const transfer = { command: "transfer", to: held["xa-ben-uy"].committee, message: "…" } as const;
    expect(await carryOut(an, { ...file, objects: [broken, ...rest] }, transfer)).toEqual({
      kind: "letter-damaged",
    });
  });

  it("stays readable, and every message with it, although one of the reporter's opens to no format of ours", async () => {
    const { server, desk, an, id } = house();
    await order(an, await view(an, id), open);
    server.writeOddly(id);
    server.write(id, { kind: "message" }, "Còn một việc nữa.");
    const file = await read(an, id);
    expect(file.letter?.body.text).toBe("Xin chào.");
    expect(file.faults).toEqual([]);
    expect(file.history.map(({ text, unreadable }) => [text, unreadable])).toEqual([
      [null, false],
      [null, true],
      ["Còn một việc nữa.", false],
    ]);
    // It goes along when the case changes hands: what nobody can read is nobody's to drop.
    expect((await carryOut(an, file, { command: "recuse", reason: "…" })).kind).toBe("left");
    const next = await read(desk("binh"), id);
    expect(next.history.map(({ unreadable }) => unreadable)).toEqual([false, true, false, false]);
  });
});

it("takes every broken answer for none, and throws nothing", async () => {
  const { server, an, id } = house();
  const file = await view(an, id);
  for (const answer of [{}, [], null, "x", { detail: null, letter: null }]) {
    server.tamper = () => answer;
    expect(await viewCase(an, id)).toEqual({ kind: "unreadable" });
    expect(await readLetterAgain(an, file)).toEqual({ kind: "unreadable" });
    expect(await carryOut(an, file, open)).toEqual({ kind: "unreadable" });
    server.tamper = null;
    expect((await carryOut(an, file, open)).kind).toBe("conflict");
    server.tamper = () => answer;
    expect(await carryOut(an, file, open)).toEqual({ kind: "unreadable" });
    server.tamper = null;
  }
  for (const lie of [{ releasedOn: day("1900-01-01") }, { letter: "A".repeat(42) }] as const) {
    server.tamper = rowSaying(id, lie);
    expect(await viewCase(an, id)).toEqual({ kind: "unreadable" });
  }
});

function signedBy(name: "tinh-uy" | "huyen-uy", entry: ChainEntry): ChainEntry {
  if (entry.by !== "committee" || entry.sequence !== 2) return entry;
  const { committee, keys } = held[name];
  const event = { ...parseOfficerEvent(entry.event), committee, signer: keys.id };
  const signed = signOfficerEvent(event, keys.signSecret);
  return { ...entry, event: signed.event, signature: toBase64url(signed.signature) };
}

function withoutSlot(sequence: number): (entry: ChainEntry) => ChainEntry {
  return (entry) =>
    entry.by === "committee" && entry.sequence === sequence && entry.message !== null
      ? { ...entry, message: { ...entry.message, slot: "" } }
      : entry;
}

function placeAfter({ row, chain }: CaseFile) {
  const { sequence, chain: previous } = chain.end;
  const { committee } = held["xa-uy"];
  return {
    v: 1 as const,
    case: row.case,
    committee,
    sequence: sequence + 1,
    previous: toBase64url(previous),
  };
}

function headerAfter(file: CaseFile) {
  return { ...placeAfter(file), readerKey: held["xa-uy"].keys.id, fallbackKey: null };
}

function eventAfter(file: CaseFile) {
  const reporterKey = reporterKeyDigest(reporter.sign.publicKey);
  return { ...placeAfter(file), signer: held["xa-uy"].keys.id, on: file.today, reporter: reporterKey };
}
