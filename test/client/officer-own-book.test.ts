import { describe, expect, test } from "vitest";
import { type BookReading, ownBookOf } from "../../src/client/desk/own-book.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import type { Transport } from "../../src/client/transport.ts";
import { emptyBook, readPlaceOf, sealDeskBook } from "../../src/crypto/desk-book.ts";
import type { SavedView } from "../../src/crypto/desk-book.schema.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
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
    const server = { conflictsAlways: false, conflicts: 0, slowly: Promise.resolve(), onPut: () => {} };
    const keep = (number: number, book: string | null) => {
      kept = { number, book };
    };
    const transport: Transport = {
      origin: "http://desk.test",
      fetch: async (_, init) => {
        if (init?.method !== "PUT") {
          const given = Response.json(kept);
          await server.slowly;
          return given;
        }
        const put = JSON.parse(init.body as string) as { number: number; book: string };
        puts.push(put.book);
        server.onPut();
        if (server.conflictsAlways || put.number !== kept.number + 1) {
          server.conflicts += 1;
          return Response.json({ error: { code: "conflict" } }, { status: 409 });
        }
        kept = put;
        return new Response(null, { status: 204 });
      },
    };
    return { server, puts, keep, transport };
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

  test("by another edition of the page is said to be newer, and is never written over", async () => {
    const { puts, keep, transport } = bookServer();
    const desk = deskOn(transport);
    const foreign = { ...emptyBook, page: { ...emptyBook.page, v: 2 as 1 } };
    keep(3, toBase64url(sealDeskBook(foreign, desk.officer.id, 3, desk.identity.bookKey)));
    const unread = ownBookOf(desk);
    const read = ownBookOf(desk);
    expect(await read.read()).toMatchObject({ kind: "book", doubt: "newer" });
    for (const own of [read, read, unread]) {
      const saved = await own.save([{ kind: "view-saved", view: view("A") }]);
      expect(saved).toMatchObject({ doubt: "newer", book: { page: { views: [{ name: "A" }] } } });
    }
    // The one put is of the device that did not know yet, and the server refused it.
    expect(puts).toHaveLength(1);
  });

  test("that is gone, or there before the first, is no good empty book", async () => {
    const { keep, transport } = bookServer();
    const desk = deskOn(transport);
    keep(3, null);
    expect(await ownBookOf(desk).read()).toMatchObject({ kind: "book", doubt: "damaged" });
    keep(0, toBase64url(sealDeskBook(emptyBook, desk.officer.id, 0, desk.identity.bookKey)));
    expect(await ownBookOf(desk).read()).toMatchObject({ kind: "book", doubt: "damaged" });
    keep(0, null);
    expect(await ownBookOf(desk).read()).toMatchObject({ kind: "book", doubt: null });
  });

  test("that comes slowly is waited for by a saving, and is not told to be older than what was saved", async () => {
    const { server, transport } = bookServer();
    const own = ownBookOf(deskOn(transport));
    let come = () => {};
    server.slowly = new Promise<void>((resolve) => {
      come = resolve;
    });
    const reading = own.read();
    const saving = own.save([{ kind: "view-saved", view: view("A") }]);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    come();
    expect(await reading).toMatchObject({ kind: "book", doubt: null });
    expect(await saving).toMatchObject({ kind: "book", doubt: null });
    expect(await own.save([])).toMatchObject({ kind: "book", doubt: null });
    expect(server.conflicts).toBe(0);
  });

  test("is neither opened nor sealed once it is closed, whatever was waited for", async () => {
    const { server, puts, transport } = bookServer();
    const own = ownBookOf(deskOn(transport));
    let come = () => {};
    server.slowly = new Promise<void>((resolve) => {
      come = resolve;
    });
    const waiting = [own.read(), own.save([{ kind: "view-saved", view: view("A") }])];
    own.close();
    come();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(["unreachable", "unreachable"]);
    expect(puts).toEqual([]);
  });
});
