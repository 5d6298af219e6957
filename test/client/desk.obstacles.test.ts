import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { handOverReaders } from "../../src/client/desk/movements.ts";
import { findCommandObstacle, findOrderObstacle } from "../../src/client/desk/obstacles.ts";
import type { Order, OrderName } from "../../src/client/desk/orders.ts";
import { actorOf, type CaseCommand } from "../../src/domain/case/case.commands.ts";
import { decide } from "../../src/domain/case/case.decide.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { anyTries, law, run } from "../support/case.ts";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation, type OfficerName, officers } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import {
  acknowledge,
  classify,
  heard,
  open,
  order,
  read,
  toVerification,
  verified,
  view,
} from "../support/desk-stories.ts";
import { day, releaseDay } from "../support/law.ts";
import { caseId, fileOf, letter } from "../support/officer-cases.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();

function house(route: Parameters<ReturnType<typeof createDeskServer>["receive"]>[1] = {}) {
  const server = createDeskServer(organisation);
  const desk = (name: OfficerName) => deskOf(name, server.transport, organisation);
  const id = server.receive(reporter, route);
  return { server, desk, an: desk("an"), id };
}

/** About whoever heads the hamlet: one of the officers of the commune. */
const aboutChi = { unit: "ap" as UnitId, about: "committee-head" } as const;

describe("before anything is chosen", () => {
  it("each command says why not, or nothing", async () => {
    const { an, id } = house();
    const sealed = await view(an, id);
    expect(findCommandObstacle(sealed, "open")).toBeNull();
    expect(findCommandObstacle(sealed, "acknowledge")).toEqual({ by: "law", reason: "not-opened-yet" });
    expect(findCommandObstacle(sealed, "demand-explanation")).toEqual({
      by: "law",
      reason: "not-your-command",
    });
    const file = await order(an, sealed, open, acknowledge, classify);
    expect(findCommandObstacle(file, "open")).toEqual({ by: "law", reason: "already-opened" });
    expect(findCommandObstacle(file, "refuse")).toEqual({ by: "sealed", reason: "eligible" });
    expect(findCommandObstacle(file, "make-formal")).toEqual({ by: "law", reason: "no-such-message" });
    expect(findCommandObstacle(file, "transfer")).toBeNull();
  });

  it("nothing that names the reporter is signed by a desk that has not read the letter", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open, acknowledge, classify);
    server.write(id, { kind: "message" }, "…");
    const unread = await view(an, id);
    const commands: readonly OrderName[] = [
      "send-message",
      "classify",
      "note",
      "recuse",
      "hand-over",
      "transfer",
      "make-formal",
    ];
    for (const command of commands)
      expect(findCommandObstacle(unread, command), command).toEqual({ by: "reader", reason: "not-read" });
    expect(findCommandObstacle(await read(an, id), "make-formal")).toEqual({
      by: "reader",
      reason: "no-statement",
    });
  });

  it("the superior may do its own and nothing of the committee's", async () => {
    const { server, desk, an, id } = house();
    await order(an, await view(an, id), open, acknowledge);
    server.today = day("2026-03-12");
    const file = await view(desk("dung"), id);
    expect(findCommandObstacle(file, "demand-explanation")).toBeNull();
    expect(findCommandObstacle(file, "open-as-superior")).toEqual({
      by: "law",
      reason: "superior-may-not-read",
    });
    for (const command of ["send-message", "note", "explain", "make-formal"] as const)
      expect(findCommandObstacle(file, command)).toEqual({ by: "law", reason: "not-your-command" });
  });

  it("what is sealed stands against a conclusion only as far as every conclusion would break it", async () => {
    const { an, id } = house();
    const file = await order(an, await view(an, id), ...toVerification);
    expect(findCommandObstacle(file, "conclude")).toBeNull();
    const ineligible = await order(an, file, { ...classify, eligible: false } as Order);
    expect(findCommandObstacle(ineligible, "conclude")).toEqual({ by: "sealed", reason: "not-eligible" });
  });
});

describe("with everything chosen", () => {
  it("the law judges days, targets and repetitions", async () => {
    const { an, id } = house();
    const file = await order(an, await view(an, id), ...toVerification);
    const reasonOf = (chosen: Order) => findOrderObstacle(an, file, chosen)?.reason ?? null;
    expect(reasonOf({ command: "extend", days: 400, reason: "several-places", message: "" })).toBe(
      "extension-too-long",
    );
    expect(reasonOf({ command: "ask-reporter", days: 0, message: "" })).toBe("not-a-number-of-days");
    expect(reasonOf({ command: "transfer", to: held["huyen-uy"].committee, message: "" })).toBe(
      "superior-not-by-transfer",
    );
    expect(reasonOf({ command: "transfer", to: held["xa-uy"].committee, message: "" })).toBe("had-it-before");
    expect(reasonOf({ command: "transfer", to: held["tinh-uy"].committee, message: "" })).toBeNull();
    expect(reasonOf({ ...classify, kind: "formal-party" } as Order)).toBe("not-made-formal");
  });

  it("the sealed rules judge outcomes and refusals", async () => {
    const { an, id } = house();
    const file = await order(an, await view(an, id), ...toVerification);
    const found = {
      command: "conclude",
      outcome: "true",
      againstPerson: true,
      remedyOrdered: false,
      message: "",
    } as const;
    expect(findOrderObstacle(an, file, found)).toEqual({ by: "sealed", reason: "person-not-heard" });
    const after = await order(an, file, heard);
    expect(findOrderObstacle(an, after, found)).toEqual({ by: "sealed", reason: "nothing-verified" });
    expect(findOrderObstacle(an, await order(an, after, verified), found)).toBeNull();
  });

  it("nobody whom the letter might mean reads it, follows it, or is left with it", async () => {
    const { an, id } = house(aboutChi);
    const file = await order(an, await view(an, id), open);
    const toChi: Order = { command: "hand-over", readers: [officers.chi.id], reason: "" };
    expect(findOrderObstacle(an, file, toChi)).toEqual({ by: "reader", reason: "no-roster" });
    expect(await handOverReaders(an, await view(an, id))).toEqual([]);
    const readers = await handOverReaders(an, file);
    expect(
      typeof readers === "string" ? readers : readers.map(({ officer, obstacle }) => [officer, obstacle]),
    ).toEqual([
      [officers.an.id, null],
      [officers.binh.id, null],
      [officers.chi.id, "person-among-its-people"],
    ]);
    const meant = { by: "movement", reason: "person-among-its-people" };
    expect(findOrderObstacle(an, file, toChi)).toEqual(meant);
    expect(await carryOut(an, file, toChi)).toEqual({ kind: "obstacle", obstacle: meant });
    const assigned = { kind: "assigned", officer: officers.chi.id } as const;
    expect(findOrderObstacle(an, file, { command: "note", note: assigned, remark: "" })).toEqual(meant);
    const follower = { kind: "follower-appointed", person: officers.chi.person } as const;
    expect(findOrderObstacle(an, file, { command: "note", note: follower, remark: "" })).toEqual(meant);
    const stranger: Order = { command: "hand-over", readers: [officers.hai.id], reason: "" };
    expect(findOrderObstacle(an, file, stranger)).toEqual({ by: "movement", reason: "not-a-reader" });
  });

  it("whoever steps aside leaves it to everybody else but those", async () => {
    const { server, desk, an, id } = house(aboutChi);
    const file = await order(an, await view(an, id), open);
    expect(await carryOut(an, file, { command: "recuse", reason: "…" })).toEqual({ kind: "left" });
    const left = await read(desk("binh"), id);
    expect(left.readers).toEqual([officers.binh.id]);
    expect(await carryOut(desk("binh"), left, { command: "recuse", reason: "…" })).toEqual({
      kind: "obstacle",
      obstacle: { by: "movement", reason: "nobody-left" },
    });
    expect(server.asked.filter(({ path }) => path.endsWith("/events")).length).toBe(2);
  });
});

const bareCommands = [
  "open",
  "acknowledge",
  "send-message",
  "begin-verification",
  "propose-superior",
  "note",
  "close",
  "explain",
  "demand-explanation",
  "open-as-superior",
] as const satisfies readonly OrderName[];

it("whatever has happened to a case, a command that needs nothing is offered exactly when the law takes it", () => {
  fc.assert(
    fc.property(releaseDay, anyTries, fc.constantFrom("officer", "superior"), (start, tries, as) => {
      const { state, today } = run(start, tries);
      const file = fileOf({ id: caseId("case"), released: start }, { state, today, as, letter, law });
      for (const command of bareCommands) {
        const asked = { type: command } as CaseCommand;
        const decision = decide(asked, state, { today, actor: actorOf[command], law });
        const refused = decision.kind === "refused" ? { by: "law", reason: decision.reason } : null;
        const expected = actorOf[command] === as ? refused : { by: "law", reason: "not-your-command" };
        expect(findCommandObstacle(file, command)).toEqual(expected);
      }
    }),
    { numRuns: 100 },
  );
});
