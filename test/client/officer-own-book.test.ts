import { describe, expect, test } from "vitest";
import { type BookReading, ownBookOf } from "../../src/client/desk/own-book.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import type { Transport } from "../../src/client/transport.ts";
import { readPlaceOf } from "../../src/crypto/desk-book.ts";
import type { SavedView } from "../../src/crypto/desk-book.schema.ts";
import { deskOf, houseOrganisation } from "../support/desk-house.ts";
import { caseId } from "../support/officer-cases.ts";

const view = (name: string): SavedView => ({
  name,
  filters: { ...noFilters, step: "to-sort" },
  sort: "newest",
});

describe("a book on the server", () => {
  const organisation = houseOrganisation();

  /** Keeps one book as the server does: each follows the one before it. */
  function bookServer() {
    const puts: string[] = [];
    let kept: { number: number; book: string | null } = { number: 0, book: null };
    const server = { conflictsAlways: false, onPut: () => {} };
    const transport: Transport = {
      origin: "http://desk.test",
      fetch: async (_, init) => {
        if (init?.method !== "PUT") return Response.json(kept);
        const put = JSON.parse(init.body as string) as { number: number; book: string };
        puts.push(put.book);
        server.onPut();
        if (server.conflictsAlways || put.number !== kept.number + 1)
          return Response.json({ error: { code: "conflict" } }, { status: 409 });
        kept = put;
        return new Response(null, { status: 204 });
      },
    };
    return { server, puts, transport };
  }

  const deskOn = (transport: Transport): Desk => deskOf("an", transport, organisation);
  const names = (reading: BookReading) =>
    reading.kind === "book" ? reading.book.page.views.map(({ name }) => name) : reading.kind;

  test("holds what two devices wrote without knowing of each other, in whatever order they did", async () => {
    for (const order of ["ABAB", "AABB", "BAAB", "ABBA"]) {
      const { transport } = bookServer();
      const devices = { A: ownBookOf(deskOn(transport)), B: ownBookOf(deskOn(transport)) };
      await devices.A.read();
      await devices.B.read();
      const written: string[] = [];
      for (const device of order) {
        const name = `${device}${written.length}`;
        written.push(name);
        const place = { case: caseId(name), place: 4 };
        await (device === "A" ? devices.A : devices.B).save([
          { kind: "view-saved", view: view(name) },
          { kind: "read", places: [place] },
        ]);
      }
      const last = await ownBookOf(deskOn(transport)).read();
      expect(names(last)).toEqual(written);
      if (last.kind === "book")
        expect(written.map((name) => readPlaceOf(last.book.read, caseId(name)))).toEqual([4, 4, 4, 4]);
    }
  });

  test("gives up for now where somebody else is always first", async () => {
    const { server, puts, transport } = bookServer();
    server.conflictsAlways = true;
    const answer = await ownBookOf(deskOn(transport)).save([{ kind: "view-saved", view: view("A") }]);
    expect(answer.kind).toBe("busy");
    expect(puts).toHaveLength(4);
  });

  test("is never sealed under the wiped key: a server that says “conflict” after the lock gets no other", async () => {
    const { server, puts, transport } = bookServer();
    const desk = deskOn(transport);
    const own = ownBookOf(desk);
    server.conflictsAlways = true;
    server.onPut = () => {
      own.close();
    };
    const answer = await own.save([{ kind: "view-saved", view: view("A") }]);
    expect([answer.kind, puts.length]).toEqual(["unreachable", 1]);
  });
});
