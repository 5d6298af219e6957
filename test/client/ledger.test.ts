import { describe, expect, it } from "vitest";
import type { CaseLine } from "../../src/api/officer.schema.ts";
import { indexKeysOf } from "../../src/client/desk/case-list.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { ledgerHere } from "../../src/client/officer/ledger/ledger-answers.ts";
import { createBook } from "../../src/client/officer/ledger/ledger-book.ts";
import { putFile, takeCases } from "../../src/client/officer/ledger/ledger-list.ts";
import type { Ledger } from "../../src/client/officer/ledger/ledger.protocol.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import { sealIndexEntry } from "../../src/crypto/index-entry.ts";
import type { OfficerId } from "../../src/domain/ids.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { createCommittee, createReporter } from "../support/crypto/people.ts";
import { deskOf, held, houseOrganisation } from "../support/desk-house.ts";
import { listOf, shownIn, startList } from "../support/desk-list.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { acknowledge, classify, open, order, read, view } from "../support/desk-stories.ts";
import { day } from "../support/law.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";

const organisation = houseOrganisation();
const reporter = await createReporter();
const commune = held["xa-uy"].committee;

function house() {
  const server = createDeskServer(organisation);
  return { server, an: deskOf("an", server.transport, organisation), id: server.receive(reporter) };
}

const bytesOf = (answer: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(answer)).buffer;

async function feed(ledger: Ledger, kind: "urgent" | "cases" | "changes", answer: object, isFirst = true) {
  return await ledger.ask("feed", { committee: commune, feed: kind, isFirst, bytes: bytesOf(answer) });
}

async function lineFor(an: Desk): Promise<CaseLine> {
  const [listed] = await listOf(an, commune);
  if (listed === undefined) throw new Error("a line");
  return listed.line;
}

describe("a line of the list", () => {
  it("follows the case act by act: what it was classified as, whose it is, up to where its chain goes", async () => {
    const { an, id } = house();
    await order(an, await view(an, id), open);
    const [first] = await listOf(an, commune);
    expect(first).toMatchObject({ stale: false, entry: { sequence: 1, classified: false, assignee: null } });
    const assign: Order = { command: "note", note: { kind: "assigned", officer: an.officer.id }, remark: "" };
    await order(an, await read(an, id), acknowledge, classify, assign);
    const [later] = await listOf(an, commune);
    const known = { sequence: 4, classified: true, category: "B3", assignee: an.officer.id };
    expect(later).toMatchObject({ stale: false, entry: known });
  });

  it("is written again by a reader only where it does not say what the case says", async () => {
    const { server, an, id } = house();
    await order(an, await view(an, id), open);
    const written = () => server.asked.filter(({ path }) => path.endsWith("/index")).length;
    expect(written()).toBe(1);
    await read(an, id);
    expect(written()).toBe(1);
    server.setIndex(id, toBase64url(randomBytes(indexEntryBytes)));
    expect(await listOf(an, commune)).toMatchObject([{ damaged: true, entry: null }]);
    await read(an, id);
    expect(written()).toBe(2);
    expect(await listOf(an, commune)).toMatchObject([{ damaged: false, entry: { excerpt: "Xin chào." } }]);
  });

  it("is marked where its entry has fallen behind the case, and shows what it still knows", async () => {
    const { an, id } = house();
    await order(an, await view(an, id), open);
    const line = await lineFor(an);
    const { ledger } = await startList(an, commune);
    const mark = { revision: 1, until: day("2026-03-02"), arrived: 0 };
    const ahead = { ...line, sequence: line.sequence + 1 };
    await feed(ledger, "cases", { today: day("2026-03-02"), mark, cases: [ahead], next: null });
    expect(await shownIn(ledger)).toMatchObject([
      { stale: true, damaged: false, entry: { excerpt: "Xin chào." } },
    ]);
  });

  it("opens with any index key of its committee, the oldest included, and with no other's", async () => {
    const { an, id } = house();
    await order(an, await view(an, id), open);
    const line = await lineFor(an);
    const older = createCommittee("xa-uy").keys;
    const entry = {
      v: 2 as const,
      sequence: 1,
      unit: null,
      about: "unknown" as const,
      language: "vi" as const,
      self: null,
      category: null,
      classified: false,
      assignee: "an" as OfficerId,
      joined: null,
      excerpt: "Dưới khóa cũ",
    };
    const index = toBase64url(sealIndexEntry(entry, { committee: commune, case: id }, older.indexKey));
    const mark = { revision: 1, until: day("2026-03-02"), arrived: 0 };
    const answer = { today: day("2026-03-02"), mark, cases: [{ ...line, index }], next: null };
    const shownWith = async (keys: ReturnType<typeof indexKeysOf>) => {
      const ledger = ledgerHere(createBook(organisation));
      await ledger.ask("keys", { keys });
      await ledger.ask("begin", { committee: commune });
      await feed(ledger, "cases", answer);
      return await shownIn(ledger);
    };
    const newest = indexKeysOf(an);
    const old = { committee: commune, indexKey: older.indexKey };
    expect(await shownWith([...newest, old])).toMatchObject([
      { damaged: false, entry: { excerpt: "Dưới khóa cũ" } },
    ]);
    expect(await shownWith(newest)).toMatchObject([{ damaged: true, entry: null }]);
    const others = { ...old, committee: held["xa-ben-uy"].committee };
    expect(await shownWith([...newest, others])).toMatchObject([{ damaged: true, entry: null }]);
  });
});

describe("the ledger", () => {
  const day1 = day("2026-03-02");
  const mark = { revision: 1, until: day1, arrived: 0 };

  async function filled(names: readonly string[]) {
    const { an } = house();
    const line = await lineFor(an);
    const lines = names.map((name) => ({ ...line, case: `${name.padEnd(21, "_")}A` }));
    const { ledger } = await startList(an, commune);
    await feed(ledger, "cases", { today: day1, mark, cases: lines, next: null });
    const shown = async () => (await shownIn(ledger)).map(({ line: { case: id } }) => id.slice(0, 1)).sort();
    return { ledger, lines, shown };
  }

  it("puts what changed in its place, and lets go what is gone", async () => {
    const { ledger, lines, shown } = await filled(["a", "b"]);
    const changed = [{ ...lines[0], case: `${"c".padEnd(21, "_")}A` }];
    const taken = await feed(
      ledger,
      "changes",
      { today: day1, mark, changed, gone: [lines[1]?.case] },
      false,
    );
    expect(taken).toMatchObject({ kind: "taken", gone: [lines[1]?.case], changed: [{ sequence: 0 }] });
    expect(await shown()).toEqual(["a", "c"]);
  });

  it("forgets after a whole run what the run did not name, and not before its end", async () => {
    const { ledger, lines, shown } = await filled(["a", "b"]);
    const [a, b] = lines;
    await feed(ledger, "cases", { today: day1, mark, cases: [b], next: b?.case });
    expect(await shown()).toEqual(["a", "b"]);
    await feed(ledger, "cases", { today: day1, mark, cases: [], next: null }, false);
    expect(await shown()).toEqual(["b"]);
    expect(a?.case).toBeDefined();
  });

  it("never lets the most urgent take the place of a whole list", async () => {
    const { ledger, lines, shown } = await filled(["a", "b"]);
    await feed(ledger, "urgent", { today: day1, cases: [{ ...lines[0], case: `${"z".padEnd(21, "_")}A` }] });
    expect(await shown()).toEqual(["a", "b"]);
  });

  it("takes nothing for another committee than the one that is shown", async () => {
    const { ledger, lines, shown } = await filled(["a"]);
    const other = held["xa-ben-uy"].committee;
    const bytes = bytesOf({ today: day1, mark, cases: [], next: null });
    const taken = await ledger.ask("feed", { committee: other, feed: "cases", isFirst: true, bytes });
    expect(taken).toEqual({ kind: "unreadable" });
    expect(await shown()).toEqual(["a"]);
    await ledger.ask("begin", { committee: other });
    expect(await shown()).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it("reckons every clock anew on another day", async () => {
    const { ledger, shown } = await filled(["a"]);
    const before = (await shownIn(ledger))[0]?.clocks[0]?.state.kind;
    await feed(ledger, "changes", { today: day("2026-06-01"), mark, changed: [], gone: [] }, false);
    const after = (await shownIn(ledger))[0]?.clocks[0]?.state.kind;
    expect([before, after]).toEqual(["running", "overdue"]);
    expect(await shown()).toEqual(["a"]);
  });

  it("says that it cannot read what is no answer of ours", async () => {
    const { ledger } = await filled(["a"]);
    for (const answer of [{}, { today: day1 }, { today: "2026-02-30", cases: [] }])
      expect(await feed(ledger, "urgent", answer)).toEqual({ kind: "unreadable" });
    const bytes = new TextEncoder().encode("{").buffer;
    expect(await ledger.ask("feed", { committee: commune, feed: "cases", isFirst: true, bytes })).toEqual({
      kind: "unreadable",
    });
  });

  it("knows at once what was just done here, and a case that is not in the list stays out of it", async () => {
    const { an, id } = house();
    const { ledger } = await startList(an, commune);
    const sealed = await view(an, id);
    await putFile(ledger, sealed);
    expect(await shownIn(ledger)).toEqual([]);
    await takeCases(an, ledger, commune);
    expect(await shownIn(ledger)).toMatchObject([{ line: { status: "sent" }, entry: null }]);
    await putFile(ledger, await order(an, sealed, open));
    expect(await shownIn(ledger)).toMatchObject([
      { line: { status: "opened" }, entry: { excerpt: "Xin chào." } },
    ]);
  });
});
