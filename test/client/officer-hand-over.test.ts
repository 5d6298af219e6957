import { describe, expect, it } from "vitest";
import type { CaseDetail } from "../../src/api/officer.schema.ts";
import { readLetterAgain, viewCase } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { type BatchDesk, longestWords, runOne } from "../../src/client/officer/triage/batch.ts";
import { type HandOver, handOverOrders } from "../../src/client/officer/triage/hand-over.ts";
import { freeCommitteeMessageBytes } from "../../src/crypto/committee-message.ts";
import type { SealedFact } from "../../src/domain/case/case.sealed.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, houseOrganisation, type OfficerName, officers } from "../support/desk-house.ts";
import { saying } from "../support/desk-forgery.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { acknowledge, open, order, read, view } from "../support/desk-stories.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();

function house() {
  const server = createDeskServer(organisation);
  const desk = (name: OfficerName) => deskOf(name, server.transport, organisation);
  return { server, desk, id: server.receive(reporter) };
}

function batchDesk(desk: Desk): BatchDesk {
  return {
    view: async (id) => await viewCase(desk, id),
    read: async (file) => await readLetterAgain(desk, file),
    carryOut: async (file, given) => await carryOut(desk, file, given),
    mayRead: () => true,
    self: desk.officer.id,
  };
}

const handOver = (from: OfficerName, to: OfficerName): HandOver => ({
  kind: "hand-over",
  from: officers[from].id,
  officer: officers[to].id,
  title: to,
  reason: "Đồng chí Bình chuyển công tác.",
  roster: [officers.an.id, officers.binh.id, officers.chi.id],
});

describe("the words of a run", () => {
  it.each(["remark", "hand-over"] as const)(
    "fit beside what is sealed with them, in any letters: %s",
    (kind) => {
      const readers = Array.from({ length: 30 }, (_, at) => `${"can-bo-".repeat(6)}${at + 10}` as OfficerId);
      const fact: SealedFact =
        kind === "remark" ? { type: "Noted", note: { kind: "remark" } } : { type: "HandedOver", readers };
      const text = "ក".repeat(longestWords[kind]);
      expect(freeCommitteeMessageBytes({ text, fact })).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("somebody leaves, and their cases go to a colleague", () => {
  it("gives the case to the colleague and seals it anew without whoever leaves", async () => {
    const { desk, id } = house();
    const an = desk("an");
    const only = { command: "hand-over", readers: [officers.binh.id], reason: "Hai người đọc." } as const;
    const note = {
      command: "note",
      note: { kind: "assigned", officer: officers.binh.id },
      remark: "",
    } as const;
    await order(an, await view(an, id), open, acknowledge, only, note);
    const ran = await runOne(batchDesk(an), id, handOver("binh", "chi"));
    expect(ran?.result).toEqual({ kind: "done" });
    const file = await read(an, id);
    expect(file.readers?.toSorted()).toEqual([officers.an.id, officers.chi.id].sort());
    expect(file.sealed.assignedTo).toBe(officers.chi.id);
    expect((await viewCase(desk("binh"), id)).kind).not.toBe("file");
    expect((await read(desk("chi"), id)).letter?.body.text).toBe("Xin chào.");
  });

  it("does not let in again whoever stepped aside: who reads is sealed, no server says it", async () => {
    const { server, desk, id } = house();
    const [an, binh] = [desk("an"), desk("binh")];
    await order(an, await view(an, id), open, acknowledge);
    await carryOut(an, await read(an, id), { command: "recuse", reason: "Họ hàng." });
    const before = await read(binh, id);
    expect(before.readers).toEqual([officers.binh.id, officers.chi.id]);
    // A server that says of itself who reads speaks no format of ours.
    server.tamper = saying(id, (detail) => ({ ...detail, readers: [officers.an.id] }) as CaseDetail);
    expect((await viewCase(binh, id)).kind).toBe("unreadable");
    server.tamper = null;
    expect((await runOne(batchDesk(binh), id, handOver("chi", "binh")))?.result).toEqual({ kind: "done" });
    expect((await read(binh, id)).readers).toEqual([officers.binh.id]);
    expect(await viewCase(an, id)).toEqual({ kind: "refused", code: "not-found" });
  });

  it("goes on where a reader beside whoever leaves has left before: nothing can be sealed for them any more", async () => {
    const { desk, id } = house();
    const an = desk("an");
    await order(an, await view(an, id), open, acknowledge);
    const file = await read(an, id);
    const readers = [officers.an.id, officers.binh.id, officers.chi.id];
    const orders = handOverOrders(
      { ...handOver("binh", "an"), roster: [officers.an.id, officers.binh.id] },
      { ...file, readers },
      officers.an.id,
    );
    expect(orders[0]).toMatchObject({ command: "hand-over", readers: [officers.an.id] });
  });

  it("can be begun again over the same cases: what is done is not done twice", async () => {
    const { desk, id } = house();
    const an = desk("an");
    await order(an, await view(an, id), open, acknowledge);
    await runOne(batchDesk(an), id, handOver("binh", "chi"));
    const { sequence } = (await read(an, id)).row;
    const again = await runOne(batchDesk(an), id, handOver("binh", "chi"));
    expect(again?.result).toEqual({ kind: "done" });
    expect((await read(an, id)).row.sequence).toBe(sequence);
  });

  it("goes on where a run was broken off between the two acts of a case", async () => {
    const { desk, id } = house();
    const an = desk("an");
    const only = { command: "hand-over", readers: [officers.binh.id], reason: "Hai người đọc." } as const;
    await order(an, await view(an, id), open, acknowledge, only);
    const without = { command: "hand-over", readers: [officers.chi.id], reason: "Bình đi." } as const;
    const before = await order(an, await read(an, id), without);
    await runOne(batchDesk(an), id, handOver("binh", "chi"));
    const after = await read(an, id);
    expect(after.sealed.assignedTo).toBe(officers.chi.id);
    expect(after.row.sequence).toBe(before.row.sequence + 1);
  });

  it("seals nobody away from themselves: whoever leaves and hands over goes on reading until their key is taken", async () => {
    const { desk, id } = house();
    const an = desk("an");
    const only = { command: "hand-over", readers: [officers.binh.id], reason: "Hai người đọc." } as const;
    await order(an, await view(an, id), open, acknowledge, only);
    await runOne(batchDesk(an), id, handOver("an", "chi"));
    const file = await read(an, id);
    expect(file.readers).toContain(officers.an.id);
    expect(file.readers).toContain(officers.chi.id);
    expect(file.sealed.assignedTo).toBe(officers.chi.id);
  });

  it("that was stopped goes on over all of them: each is given once, with the reason, and nothing of what was done is done again", async () => {
    const { server, desk } = house();
    const an = desk("an");
    const cases = Array.from({ length: 4 }, () => server.receive(reporter));
    const toBinh = {
      command: "note",
      note: { kind: "assigned", officer: officers.binh.id },
      remark: "",
    } as const;
    for (const id of cases) await order(an, await view(an, id), open, acknowledge, toBinh);
    const leaving = handOver("binh", "chi");
    for (const id of cases.slice(0, 2)) await runOne(batchDesk(an), id, leaving);
    for (const id of cases)
      expect((await runOne(batchDesk(an), id, leaving))?.result).toEqual({ kind: "done" });
    for (const id of cases) {
      const { history, sealed } = await read(an, id);
      expect(sealed.assignedTo).toBe(officers.chi.id);
      expect(history.filter(({ text }) => text === leaving.reason)).toHaveLength(1);
    }
  });
});
