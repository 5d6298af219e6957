import { describe, expect, it } from "vitest";
import { readLetterAgain, renewCase, viewCase } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { listOf } from "../support/desk-list.ts";
import { listLate } from "../../src/client/desk/late-list.ts";
import { handOverReaders, transferTargets } from "../../src/client/desk/movements.ts";
import { findOrderObstacle } from "../../src/client/desk/obstacles.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import { identityAt, statementPlaces } from "../../src/client/desk/statements.ts";
import type { AppendEventRequest } from "../../src/api/officer.schema.ts";
import { openCommitteeMessage } from "../../src/crypto/committee-message.ts";
import { sealIdentity } from "../../src/crypto/identity.ts";
import { signStatement } from "../../src/crypto/statement.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import { decodeCore, splitEnvelope } from "../../src/envelope/envelope.ts";
import { parseOfficerEvent } from "../../src/envelope/officer-event.ts";
import { createReporter, randomCaseId } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation, type OfficerName, officers } from "../support/desk-house.ts";
import { createDeskServer, type DeskServer } from "../support/desk-server.ts";
import {
  acknowledge,
  begin,
  classify,
  conclude,
  heard,
  open,
  order,
  read,
  requireFile,
  toVerification,
  verified,
  view,
} from "../support/desk-stories.ts";
import { day } from "../support/law.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();

function house() {
  const server = createDeskServer(organisation);
  const desk = (name: OfficerName) => deskOf(name, server.transport, organisation);
  const id = server.receive(reporter);
  return { server, desk, id };
}

describe("a life of a case", () => {
  it("goes through every order up to its end, and every reader finds it whole", async () => {
    const { server, desk, id } = house();
    const an = desk("an");
    const sealed = await view(an, id);
    expect(sealed).toMatchObject({ as: "officer", letter: null, faults: [] });
    let file = await order(
      an,
      sealed,
      open,
      acknowledge,
      { command: "send-message", message: "Chúng tôi đang xem." },
      classify,
    );
    expect(file.letter?.body.text).toBe("Xin chào.");
    expect(server.indexOf(id)).not.toBeNull();
    server.today = day("2026-03-05");
    file = await order(an, await read(an, id), { command: "ask-reporter", days: 3, message: "Ở đâu?" });
    expect(file.state.flags["clock-paused"]).toBe(true);
    server.write(id, { kind: "message" }, "Ở cầu chợ.");
    file = await order(an, await read(an, id), begin, {
      command: "extend",
      days: 2,
      reason: "several-places",
      message: "Cần thêm thời gian.",
    });
    file = await order(
      an,
      file,
      verified,
      heard,
      { command: "propose-superior", reason: "Vượt thẩm quyền." },
      conclude,
    );
    server.write(id, { kind: "rate", satisfied: true }, "Cảm ơn.");
    server.today = day("2026-03-26");
    file = await order(an, await read(an, id), { command: "close" });
    expect(file).toMatchObject({ faults: [], rowDisagrees: false, state: { status: "closed" } });
    expect(file.sealed).toMatchObject({
      verified: true,
      personHeard: true,
      remedyOpen: true,
      conclusion: { outcome: "partly-true" },
    });
    expect(file.history.filter(({ unreadable }) => unreadable)).toEqual([]);
    expect(
      file.history.map(({ type, text, fact, deed }) => [type, text, fact?.type ?? deed?.kind ?? null]),
    ).toEqual([
      ["Opened", null, null],
      ["Acknowledged", "Đã nhận.", null],
      ["MessageSent", "Chúng tôi đang xem.", null],
      ["Classified", "Thuộc nhóm B.", "Classified"],
      ["ReporterAsked", "Ở đâu?", null],
      ["ReporterWrote", "Ở cầu chợ.", "message"],
      ["VerificationBegun", null, null],
      ["Extended", "Cần thêm thời gian.", "Extended"],
      ["Noted", "Đã kiểm tra.", "Noted"],
      ["Noted", "Đã nghe giải trình.", "Noted"],
      ["SuperiorProposed", "Vượt thẩm quyền.", null],
      ["Concluded", "Đúng một phần.", "Concluded"],
      ["ReporterWrote", "Cảm ơn.", "rate"],
      ["Closed", null, null],
    ]);
    const { clock, facts } = file.clocks.find((each) => each.clock.name === "result") ?? {};
    expect(clock?.basis).toBe("quy-dinh");
    expect(facts?.extensions).toEqual([2]);
  });

  it("is sealed to the reporter where the words are for the reporter, and nowhere else; to the superior always", async () => {
    const { server, desk, id } = house();
    const an = desk("an");
    const file = await order(an, await view(an, id), ...toVerification, verified, heard);
    const proposed = await order(
      an,
      file,
      { command: "propose-superior", reason: "Vượt thẩm quyền." },
      conclude,
    );
    await order(an, proposed, { command: "hand-over", readers: [], reason: "Đổi người." });
    const toReporter: string[] = [];
    for (const { path, body } of server.asked) {
      const { event, message } = path.endsWith("/events")
        ? (body as AppendEventRequest)
        : { event: "", message: null };
      if (message === null) continue;
      const { core, slots } = splitEnvelope("committee-message", fromBase64url(message));
      const opens = (role: "reporter" | "fallback", slot: Bytes, secret: Bytes) =>
        openCommitteeMessage(role, { core, slot, key: null }, secret) !== undefined;
      expect(opens("fallback", slots[1], held["huyen-uy"].keys.kemSecret)).toBe(true);
      if (opens("reporter", slots[2], reporter.kem.secret)) toReporter.push(parseOfficerEvent(event).type);
    }
    expect(toReporter).toEqual(["Acknowledged", "Concluded"]);
  });

  it("is refused only on a ground, with another way named, and shown so to every later reader", async () => {
    const { desk, id } = house();
    const file = await order(desk("an"), await view(desk("an"), id), open, acknowledge, {
      ...classify,
      eligible: false,
    } as typeof classify);
    const refused = await order(desk("an"), file, {
      command: "refuse",
      ground: "other-procedure",
      whereElse: ["court"],
      message: "Đề nghị gửi tòa án.",
    });
    expect(refused.state.status).toBe("refused");
    const other = await read(desk("binh"), id);
    expect(other.faults).toEqual([]);
    expect(other.history.at(-1)?.fact).toEqual({
      type: "Refused",
      ground: "other-procedure",
      whereElse: ["court"],
    });
  });
});

describe("what time does", () => {
  it("stands in the history at its place, and in nobody's chain", async () => {
    const { server, desk, id } = house();
    await order(desk("an"), await view(desk("an"), id), open);
    server.today = day("2026-03-12");
    const file = await view(desk("an"), id);
    expect(file.faults).toEqual([]);
    expect(file.history.map(({ by, type, sequence }) => [by, type, sequence])).toEqual([
      ["committee", "Opened", 1],
      ["clock", "BecameOverdue", null],
    ]);
    expect(file.state.flags.overdue).toBe(true);
  });

  it("is shown although the server's job is late, and nothing is held against the server for that", async () => {
    const { server, desk, id } = house();
    await order(desk("an"), await view(desk("an"), id), open);
    const before = server.asked.length;
    server.tamper = (path, answer) =>
      path.endsWith(id) ? { ...(answer as object), today: "2026-03-12" } : answer;
    const file = await view(desk("an"), id);
    expect(server.asked.length).toBeGreaterThan(before);
    expect(file).toMatchObject({ faults: [], state: { flags: { overdue: true } }, row: { flags: [] } });
  });
});

describe("the superior", () => {
  it("sees nothing of a case in time, then that it is late, demands, opens after the last limit, and takes over", async () => {
    const { server, desk, id } = house();
    const [an, dung] = [desk("an"), desk("dung")];
    await order(an, await view(an, id), open);
    expect(await viewCase(dung, id)).toEqual({ kind: "refused", code: "not-found" });
    expect(await listLate(dung, held["huyen-uy"].committee)).toMatchObject({ kind: "late", cases: [] });

    server.today = day("2026-03-12");
    const late = await listLate(dung, held["huyen-uy"].committee);
    expect(late).toMatchObject({
      cases: [{ case: id, mayRead: false, because: "late", damaged: false }],
    });
    if (late.kind !== "late") throw new Error("late");
    expect(late.cases[0]?.clocks.map(({ clock, state }) => [clock.name, state.kind])).toEqual([
      ["acknowledge", "overdue"],
      ["result", "running"],
    ]);
    const seen = await view(dung, id);
    expect(seen).toMatchObject({ as: "superior", superiorMayRead: false, letter: null, faults: [] });
    const demanded = await order(dung, seen, { command: "demand-explanation" });
    expect(demanded.history.at(-1)).toMatchObject({ committee: "huyen-uy", type: "ExplanationDemanded" });

    const explained = await order(an, await view(an, id), {
      command: "explain",
      explanation: "Thiếu người.",
    });
    expect(explained.faults).toEqual([]);
    expect((await view(dung, id)).history.at(-1)).toMatchObject({ type: "Explained", text: "Thiếu người." });

    server.today = day("2026-04-15");
    const reachable = await view(dung, id);
    expect(reachable).toMatchObject({ superiorMayRead: true, letter: null, faults: [] });
    const opened = await order(dung, reachable, { command: "open-as-superior" });
    expect(opened.letter?.body.text).toBe("Xin chào.");
    expect((await read(dung, id)).letter?.body.text).toBe("Xin chào.");
    // The list is the committee's that is in charge: a superior who only looks leaves nothing in it.
    expect(indexed(server)).toBe(1);
    const taken = await order(dung, opened, { command: "take-over", message: "Cấp trên giải quyết." });
    expect(taken).toMatchObject({
      as: "officer",
      faults: [],
      state: { status: "acknowledged", committee: "huyen-uy", superior: null },
    });
    expect(taken.history.at(-1)?.text).toBe("Cấp trên giải quyết.");
    expect(taken.history.find(({ type }) => type === "Explained")?.text).toBe("Thiếu người.");
    expect(indexed(server)).toBe(2);
    expect(await viewCase(an, id)).toEqual({ kind: "refused", code: "not-found" });
    const listed = await listOf(dung, held["huyen-uy"].committee);
    expect(listed).toMatchObject([{ entry: { excerpt: "Xin chào." }, damaged: false, stale: false }]);

    expect(lastEvent(server)).toMatchObject({ fallbackKey: null, readerKey: held["huyen-uy"].keys.id });
    const gone = await order(
      dung,
      taken,
      { command: "hand-over", readers: [], reason: "…" },
      classify,
      begin,
      verified,
      heard,
      conclude,
    );
    expect(gone).toMatchObject({ faults: [], state: { status: "concluded" } });
    expect((await read(dung, id)).history.filter(({ unreadable }) => unreadable)).toEqual([]);
  });

  it("gets what the reporter asks it to look at again", async () => {
    const { server, desk, id } = house();
    await order(desk("an"), await view(desk("an"), id), ...toVerification, verified, heard, conclude);
    server.write(id, { kind: "review" }, "Chưa đúng.");
    const seen = await view(desk("dung"), id);
    expect(seen).toMatchObject({ superiorMayRead: true, faults: [], state: { status: "concluded" } });
    const opened = await order(desk("dung"), seen, { command: "open-as-superior" });
    expect(opened.history.find(({ type }) => type === "ReviewAsked")).toMatchObject({
      text: "Chưa đúng.",
      deed: { kind: "review" },
    });
    expect(opened.sealed.conclusion?.outcome).toBe("partly-true");
  });
});

describe("a committee that changes", () => {
  it("passes a case on, which leaves its desk; the other opens the same letter and every message", async () => {
    const { server, desk, id } = house();
    const [an, giang] = [desk("an"), desk("giang")];
    await order(an, await view(an, id), ...toVerification);
    server.write(id, { kind: "message" }, "Còn một việc.");
    const file = await read(an, id);
    expect(transferTargets(an, file).map(({ committee }) => committee)).toEqual(["xa-ben-uy", "tinh-uy"]);
    const to = held["xa-ben-uy"].committee;
    expect(await carryOut(an, file, { command: "transfer", to, message: "Thuộc xã bên." })).toEqual({
      kind: "left",
    });
    expect(await viewCase(an, id)).toEqual({ kind: "refused", code: "not-found" });
    server.today = day("2026-03-03");
    const received = await view(giang, id);
    expect(received).toMatchObject({
      as: "officer",
      letter: null,
      faults: [],
      state: { status: "transferred" },
    });
    const opened = await order(giang, received, open);
    expect(opened.letter?.body.text).toBe("Xin chào.");
    expect(opened.history.map(({ text }) => text)).toEqual([
      null,
      "Đã nhận.",
      "Thuộc nhóm B.",
      null,
      "Còn một việc.",
      "Thuộc xã bên.",
      null,
      null,
    ]);
    const gone = await order(giang, opened, acknowledge, classify, begin);
    expect(gone).toMatchObject({ faults: [], state: { committee: "xa-ben-uy" } });
    const listed = await listOf(giang, to);
    expect(listed).toMatchObject([{ entry: { excerpt: "Xin chào." }, damaged: false, stale: false }]);
  });

  it("shuts out whoever steps aside from everything that comes later, and goes on with the others", async () => {
    const { server, desk, id } = house();
    const [an, binh, chi] = [desk("an"), desk("binh"), desk("chi")];
    await order(an, await view(an, id), open, acknowledge);
    server.write(id, { kind: "message" }, "Trước khi rút.");
    const before = await read(an, id);
    expect(await carryOut(an, before, { command: "recuse", reason: "Có quan hệ họ hàng." })).toEqual({
      kind: "left",
    });
    expect(await viewCase(an, id)).toEqual({ kind: "refused", code: "not-found" });
    const file = await read(binh, id);
    expect(file.readers).toEqual([officers.binh.id, officers.chi.id]);
    expect(file.history.map(({ text }) => text)).toEqual([
      null,
      "Đã nhận.",
      "Trước khi rút.",
      "Có quan hệ họ hàng.",
    ]);
    server.write(id, { kind: "message" }, "Sau khi rút.");
    const later = await order(binh, await read(binh, id), { command: "send-message", message: "Đã rõ." });
    expect(later).toMatchObject({ faults: [] });
    expect(later.history.slice(-2).map(({ text }) => text)).toEqual(["Sau khi rút.", "Đã rõ."]);
    expect((await read(chi, id)).history.at(-1)?.text).toBe("Đã rõ.");
    // Even with everything that the server holds the key of the committee opens none of what came later.
    server.tamper = (path, answer) => (path.endsWith(id) ? withoutCaseKey(answer) : answer);
    const blind = await view(binh, id);
    expect(blind.faults.map(({ kind }) => kind)).toContain("row-disagrees");
  });

  it("hands over to some, and from there to others, with the letter still whole", async () => {
    const { server, desk, id } = house();
    const [an, binh, chi] = [desk("an"), desk("binh"), desk("chi")];
    const file = await order(an, await view(an, id), open, acknowledge);
    expect(await handOverReaders(an, file)).toEqual(
      [officers.an, officers.binh, officers.chi].map((each) => ({
        officer: each.id,
        title: `Đồng chí ${each.id}`,
        obstacle: null,
      })),
    );
    const once = await order(an, file, {
      command: "hand-over",
      readers: [officers.binh.id],
      reason: "Nghỉ phép.",
    });
    expect(once.readers).toEqual([officers.an.id, officers.binh.id]);
    expect(await viewCase(chi, id)).toEqual({ kind: "refused", code: "not-found" });
    server.write(id, { kind: "message" }, "Thêm.");
    const twice = await order(binh, await read(binh, id), {
      command: "hand-over",
      readers: [officers.chi.id],
      reason: "Đổi người.",
    });
    expect(twice.faults).toEqual([]);
    expect(await viewCase(an, id)).toEqual({ kind: "refused", code: "not-found" });
    const last = await read(chi, id);
    expect(last.letter?.body.text).toBe("Xin chào.");
    expect(last.history.map(({ text }) => text)).toEqual([
      null,
      "Đã nhận.",
      "Nghỉ phép.",
      "Thêm.",
      "Đổi người.",
    ]);
    const moved = await carryOut(chi, last, {
      command: "transfer",
      to: held["xa-ben-uy"].committee,
      message: "…",
    });
    expect(moved).toMatchObject({ kind: "obstacle", obstacle: { by: "law", reason: "not-classified-yet" } });
  });

  it("lets go of a letter that was read with a key which another hand-over has replaced", async () => {
    const { server, desk, id } = house();
    const [an, binh, chi] = [desk("an"), desk("binh"), desk("chi")];
    await order(an, await view(an, id), open, acknowledge, handOver("binh"));
    const own = await order(an, await read(an, id), handOver("binh", "chi"));
    const once = await order(an, own, handOver("binh", "chi"));
    expect(readings(server)).toBe(2);
    await order(binh, await read(binh, id), handOver("an", "chi"));
    const renewed = requireFile(await renewCase(an, once));
    expect(renewed.letter?.body.text).toBe("Xin chào.");
    expect(await carryOut(an, renewed, { command: "recuse", reason: "Có quan hệ họ hàng." })).toEqual({
      kind: "left",
    });
    expect(readings(server)).toBe(4);
    expect((await read(chi, id)).letter?.body.text).toBe("Xin chào.");
  });

  it("is not handed over on a history that grew while its letter was read again", async () => {
    const { server, desk, id } = house();
    const an = desk("an");
    await order(an, await view(an, id), open, acknowledge, handOver("binh"));
    const file = await order(an, await read(an, id), handOver("binh", "chi"));
    server.write(id, { kind: "message" }, "Còn một việc.");
    const answer = await carryOut(an, file, handOver("chi"));
    if (answer.kind !== "conflict") throw new Error(answer.kind);
    expect(answer.file.history.at(-1)?.text).toBe("Còn một việc.");
    const done = await order(an, answer.file, handOver("chi"));
    expect(done.readers).toEqual([officers.an.id, officers.chi.id]);
    expect(readings(server)).toBe(2);
  });
});

describe("what is asked for around a note", () => {
  it("is the same for every note, also where one is about an officer", async () => {
    const { server, desk, id } = house();
    const an = desk("an");
    let file = await order(an, await view(an, id), open, acknowledge);
    const paths: string[][] = [];
    for (const note of [
      { kind: "remark" },
      { kind: "assigned", officer: officers.binh.id },
      { kind: "joined", with: randomCaseId() },
      { kind: "covered", terms: [] },
      { kind: "withdrawn", threatSuspected: true },
    ] as const) {
      const before = server.asked.length;
      file = await order(an, file, { command: "note", note, remark: "" });
      paths.push(server.asked.slice(before).map(({ path }) => path));
    }
    expect(paths).toEqual(paths.map(() => paths[0]));
  });
});

function handOver(...to: readonly OfficerName[]): Order {
  return { command: "hand-over", readers: to.map((name) => officers[name].id), reason: "Đổi người." };
}

/** How often a letter was read again. */
function readings({ asked }: DeskServer): number {
  return asked.filter(({ path }) => path.endsWith("/readings")).length;
}

describe("a reporter's word", () => {
  function formalDeed(id: CaseId, message: CaseId, signer = reporter) {
    const statement = {
      v: 1 as const,
      type: "MadeFormal" as const,
      case: id,
      kind: "formal-party" as const,
      message,
    };
    const signed = signStatement(statement, signer.sign.secret);
    const person = { v: 1 as const, name: "Nguyễn Văn A", address: "Ấp 1", contact: "0900" };
    const identity = sealIdentity(person, held["xa-uy"].keys.publicKem, { case: id, message });
    return {
      kind: "make-formal" as const,
      statement: signed.statement,
      signature: toBase64url(signed.signature),
      identity: toBase64url(identity),
    };
  }

  it("makes a case formal once an officer shows it, from the day of the message, and names its writer to that committee alone", async () => {
    const { server, desk, id } = house();
    const message = randomCaseId();
    server.nextMessage.push(message);
    await order(desk("an"), await view(desk("an"), id), open, acknowledge);
    server.write(id, formalDeed(id, message), "Tôi xin tố cáo.");
    server.today = day("2026-03-05");
    const file = await read(desk("an"), id);
    expect(statementPlaces(file)).toEqual([3]);
    expect(identityAt(desk("an"), file, 3)?.name).toBe("Nguyễn Văn A");
    const formal = await order(desk("an"), file, { command: "make-formal", sequence: 3 });
    expect(formal).toMatchObject({
      faults: [],
      state: { kind: "formal-party", formal: { since: "2026-03-02" }, flags: { formal: true } },
    });
    expect(formal.history.at(-1)).toMatchObject({ by: "reporter", type: "MadeFormal", sequence: 4 });

    server.today = day("2026-04-15");
    const seen = await order(desk("dung"), await view(desk("dung"), id), { command: "open-as-superior" });
    expect(seen.history[2]?.deed?.kind).toBe("make-formal");
    expect(identityAt(desk("dung"), seen, 3)).toBeUndefined();
  });

  it("counts for nothing in another hand, and is shown only from where it lies", async () => {
    const { server, desk, id } = house();
    const an = desk("an");
    await order(an, await view(an, id), open, acknowledge);
    const impostor = await createReporter();
    const [forged, own] = [randomCaseId(), randomCaseId()];
    server.nextMessage.push(forged, own);
    server.write(id, formalDeed(id, forged, impostor), "Người khác viết.");
    server.write(id, formalDeed(id, own), "Tôi xin tố cáo.");
    const file = await read(an, id);
    expect(file.history.map(({ deed }) => deed?.kind ?? null)).toEqual([
      null,
      null,
      "make-formal",
      "make-formal",
    ]);
    expect(statementPlaces(file)).toEqual([4]);
    const noStatement = { kind: "obstacle", obstacle: { by: "reader", reason: "no-statement" } };
    expect(findOrderObstacle(an, file, { command: "make-formal", sequence: 3 })).toEqual(
      noStatement.obstacle,
    );
    for (const sequence of [1, 2, 3, 5])
      expect(await carryOut(an, file, { command: "make-formal", sequence })).toEqual(noStatement);
    const formal = await order(an, file, { command: "make-formal", sequence: 4 });
    expect(formal.state.kind).toBe("formal-party");
  });

  it("counts for nothing out of another message", async () => {
    const { server, desk, id } = house();
    const message = randomCaseId();
    await order(desk("an"), await view(desk("an"), id), open, acknowledge);
    server.write(id, formalDeed(id, message), "Tôi xin tố cáo.");
    const file = await read(desk("an"), id);
    expect(statementPlaces(file)).toEqual([]);
    expect(await carryOut(desk("an"), file, { command: "make-formal", sequence: 3 })).toEqual({
      kind: "obstacle",
      obstacle: { by: "reader", reason: "no-statement" },
    });
  });
});

it("tells the loser of a race what the other has done, and nothing of it is lost", async () => {
  const { desk, id } = house();
  const [an, binh] = [desk("an"), desk("binh")];
  const file = await order(an, await view(an, id), open);
  const stale = await read(binh, id);
  await order(an, file, acknowledge);
  const answer = await carryOut(binh, stale, { command: "acknowledge", message: "Tôi cũng nhận." });
  expect(answer).toMatchObject({ kind: "conflict", file: { state: { status: "acknowledged" }, faults: [] } });
  expect(answer.kind === "conflict" && answer.file.letter?.body.text).toBe("Xin chào.");
});

it("reads again with what the audit log can tell apart", async () => {
  const { server, desk, id } = house();
  const file = await order(desk("an"), await view(desk("an"), id), open);
  await readLetterAgain(desk("an"), file);
  await readLetterAgain(desk("an"), file);
  const acts = server.asked.filter(({ path }) => path.endsWith("/readings")).map(({ body }) => body);
  expect(new Set(acts.map((act) => JSON.stringify(act))).size).toBe(2);
});

/** How many entries for the list were sent. */
function indexed({ asked }: DeskServer): number {
  return asked.filter(({ path }) => path.endsWith("/index")).length;
}

/** What the last sealed object that was sent says of itself. */
function lastEvent({ asked }: DeskServer): unknown {
  const last = asked.findLast(({ path }) => path.endsWith("/events"))?.body as AppendEventRequest;
  const { core } = splitEnvelope("committee-message", fromBase64url(last.message ?? ""));
  return JSON.parse(decodeCore("committee-message", core).header);
}

function withoutCaseKey(answer: unknown): unknown {
  const detail = answer as { row: object };
  return { ...detail, row: { ...detail.row, caseKey: null } };
}
