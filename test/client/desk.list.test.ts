import { describe, expect, it } from "vitest";
import { indexKeysOf, lineOf, listedCase } from "../../src/client/desk/case-list.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { listLate } from "../../src/client/desk/late-list.ts";
import { takeCases } from "../../src/client/officer/ledger/ledger-list.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { acknowledge, open, order, view } from "../support/desk-stories.ts";
import { listOf, startList } from "../support/desk-list.ts";
import { day } from "../support/law.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();
const commune = held["xa-uy"].committee;

const readerOf = (desk: Desk) => ({ organisation: desk.organisation, indexKeys: indexKeysOf(desk) });

function house() {
  const server = createDeskServer(organisation);
  return { server, an: deskOf("an", server.transport, organisation), id: server.receive(reporter) };
}

describe("the list", () => {
  it("shows of each case the clocks that run, with what has happened to them", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open, acknowledge);
    server.today = day("2026-03-10");
    const cases = await listOf(an, commune);
    expect(cases.map(({ clocks, damaged, entry }) => [clocks.length, damaged, entry?.excerpt])).toEqual([
      [2, false, "Xin chào."],
    ]);
    expect(cases[0]?.clocks.map(({ clock, state }) => [clock.name, state.kind])).toEqual([
      ["acknowledge", "near"],
      ["result", "running"],
    ]);
  });

  it("does not follow pages that do not go forward", async () => {
    const { server, an, id } = house();
    const mark = { revision: 0, until: server.today, arrived: 0 };
    server.tamper = () => ({ today: server.today, mark, cases: [], next: id });
    const { ledger } = await startList(an, commune);
    const before = server.asked.length;
    expect(await takeCases(an, ledger, commune)).toEqual({ kind: "list", today: server.today, mark });
    expect(server.asked.length - before).toBe(2);
  });

  it("marks an entry that does not open, of whatever kind it is", async () => {
    const { an, id } = house();
    const { row } = await view(an, id);
    for (const index of [
      "",
      toBase64url(randomBytes(indexEntryBytes - 1)),
      toBase64url(randomBytes(indexEntryBytes)),
    ]) {
      expect(listedCase(readerOf(an), commune, { ...lineOf(row), index }, row.releasedOn)).toMatchObject({
        entry: null,
        damaged: true,
      });
    }
    expect(listedCase(readerOf(an), commune, lineOf(row), row.releasedOn)).toMatchObject({
      entry: null,
      damaged: false,
    });
  });

  it("opens no entry in another committee's name, nor that of another case", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    const { row } = await view(an, id);
    expect(listedCase(readerOf(an), commune, lineOf(row), row.releasedOn).damaged).toBe(false);
    const other = server.receive(reporter);
    const lies = [
      { committee: held["xa-ben-uy"].committee, line: lineOf(row) },
      { committee: commune, line: { ...lineOf(row), case: other } },
    ];
    for (const { committee, line } of lies)
      expect(listedCase(readerOf(an), committee, line, row.releasedOn)).toMatchObject({
        entry: null,
        damaged: true,
      });
  });

  it("marks a row whose clocks are none that the law knows, and shows the others", async () => {
    const { an, id } = house();
    const { row } = await view(an, id);
    const [clock] = row.clocks;
    if (clock === undefined) throw new Error("a clock");
    const clocks = [{ ...clock, startedOn: day("1900-01-01") }];
    expect(listedCase(readerOf(an), commune, { ...lineOf(row), clocks }, row.releasedOn)).toMatchObject({
      clocks: [],
      damaged: true,
    });
  });

  it("is unreachable when the answer is no list", async () => {
    const { server, an } = house();
    const { ledger } = await startList(an, commune);
    for (const answer of ["", {}, { today: "2026-02-30", cases: [], next: null }]) {
      server.tamper = () => answer;
      expect(await takeCases(an, ledger, commune)).toEqual({ kind: "unreachable" });
      expect(await listLate(an, commune)).toEqual({ kind: "unreachable" });
    }
  });
});
