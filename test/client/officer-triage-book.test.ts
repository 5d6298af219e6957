import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type BookChange, changeBook } from "../../src/client/desk/book-changes.ts";
import type { BookReading } from "../../src/client/desk/own-book.ts";
import { type DeskBook, emptyBook, readPlaceOf } from "../../src/crypto/desk-book.ts";
import { deskWith, first, view } from "../support/triage-desk.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("an officer's own book on the desk", () => {
  const book = (change: Partial<DeskBook["page"]>): DeskBook => ({
    ...emptyBook,
    page: { ...emptyBook.page, ...change },
  });

  test("brings its order, its keys and its views, each of which is counted", async () => {
    const kept = book({ views: [view("Của tôi")], sort: "newest", singleKeys: false });
    const read = async (): Promise<BookReading> => ({ kind: "book", book: kept, doubt: null });
    const desk = deskWith([], { book: { read, save: read } });
    await desk.conductor.begin([]);
    expect(desk.get()).toMatchObject({
      singleKeys: false,
      question: { sort: "newest", views: [view("Của tôi").filters] },
    });
  });

  test("that could not be had is said to be missing, and asked for again until it is there", async () => {
    let asked = 0;
    const read = async (): Promise<BookReading> =>
      ++asked < 3
        ? { kind: "unreachable" }
        : { kind: "book", book: book({ views: [view("A")] }), doubt: null };
    const desk = deskWith([], { book: { read, save: read } });
    await desk.conductor.begin([]);
    expect(desk.triage()).toMatchObject({ isBookHere: false, doubt: "missing" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(3);
    expect(desk.triage()).toMatchObject({ isBookHere: true, doubt: null });
  });

  test("is saved once for many changes; what another device wrote in it meanwhile is shown and counted", async () => {
    const saves: (readonly BookChange[])[] = [];
    const save = async (changes: readonly BookChange[]): Promise<BookReading> => {
      saves.push(changes);
      return {
        kind: "book",
        book: changes.reduce(changeBook, book({ views: [view("Máy kia")] })),
        doubt: null,
      };
    };
    const read = async (): Promise<BookReading> => ({ kind: "book", book: emptyBook, doubt: null });
    const desk = deskWith([], { book: { read, save } });
    await desk.conductor.begin([]);
    desk.pages.changeBook({ kind: "view-saved", view: view("Máy này") });
    desk.pages.changeBook({ kind: "read", places: [{ case: first, place: 3 }] });
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves.map((changes) => changes.length)).toEqual([2]);
    expect(desk.triage().book.page.views.map(({ name }) => name)).toEqual(["Máy kia", "Máy này"]);
    expect(desk.get().question.views).toHaveLength(2);
    expect(readPlaceOf(desk.triage().book.read, first)).toBe(3);
  });

  test("that could not be put says so, keeps what was changed, and tries again", async () => {
    let isUp = false;
    const saves: (readonly BookChange[])[] = [];
    const save = async (changes: readonly BookChange[]): Promise<BookReading> => {
      saves.push(changes);
      return isUp
        ? { kind: "book", book: changes.reduce(changeBook, emptyBook), doubt: null }
        : { kind: "unreachable" };
    };
    const read = async (): Promise<BookReading> => ({ kind: "book", book: emptyBook, doubt: null });
    const desk = deskWith([], { book: { read, save } });
    await desk.conductor.begin([]);
    desk.pages.changeBook({ kind: "view-saved", view: view("A") });
    await vi.advanceTimersByTimeAsync(5000);
    expect(desk.triage()).toMatchObject({ doubt: "unsaved", book: { page: { views: [{ name: "A" }] } } });
    isUp = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(desk.triage()).toMatchObject({ doubt: null, book: { page: { views: [{ name: "A" }] } } });
    expect(saves.at(-1)).toEqual([{ kind: "view-saved", view: view("A") }]);
  });

  test("is put at once when the officer leaves, and not again afterwards", async () => {
    const saves: (readonly BookChange[])[] = [];
    const save = async (changes: readonly BookChange[]): Promise<BookReading> => {
      saves.push(changes);
      return { kind: "book", book: emptyBook, doubt: null };
    };
    const read = async (): Promise<BookReading> => ({ kind: "book", book: emptyBook, doubt: null });
    const desk = deskWith([], { book: { read, save } });
    await desk.conductor.begin([]);
    desk.pages.changeBook({ kind: "view-saved", view: view("A") });
    desk.conductor.flush();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saves).toEqual([[{ kind: "view-saved", view: view("A") }]]);
  });

  test("is given back by the leave, with what a saving that was under way may not have brought", async () => {
    const saves: (readonly BookChange[])[] = [];
    const save = async (changes: readonly BookChange[]): Promise<BookReading> => {
      saves.push(changes);
      return await new Promise<never>(() => {});
    };
    const read = async (): Promise<BookReading> => ({ kind: "book", book: emptyBook, doubt: null });
    const desk = deskWith([], { book: { read, save } });
    await desk.conductor.begin([]);
    desk.pages.changeBook({ kind: "view-saved", view: view("A") });
    await vi.advanceTimersByTimeAsync(5000);
    desk.pages.changeBook({ kind: "view-saved", view: view("B") });
    expect(desk.conductor.flush()).toEqual([
      { kind: "view-saved", view: view("A") },
      { kind: "view-saved", view: view("B") },
    ]);
    expect(saves).toHaveLength(1);
    expect(desk.conductor.flush()).toEqual([]);
  });

  test("gets what it missed once its officer is back: shown at once, and saved", async () => {
    const saves: (readonly BookChange[])[] = [];
    const save = async (changes: readonly BookChange[]): Promise<BookReading> => {
      saves.push(changes);
      return { kind: "book", book: changes.reduce(changeBook, emptyBook), doubt: null };
    };
    const read = async (): Promise<BookReading> => ({ kind: "book", book: emptyBook, doubt: null });
    const desk = deskWith([], { book: { read, save } });
    const unsaved: readonly BookChange[] = [{ kind: "view-saved", view: view("A") }];
    await desk.conductor.begin(unsaved);
    expect(desk.triage().book.page.views).toEqual([view("A")]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saves).toEqual([unsaved]);
  });
});
