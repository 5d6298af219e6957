import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BookChange, changeBook } from "../../src/client/desk/book-changes.ts";
import { noFilters } from "../../src/client/officer/filters.ts";
import {
  caseMark,
  type DeskBook,
  emptyBook,
  isReadUpTo,
  openDeskBook,
  readMarksAtMost,
  sealDeskBook,
  withRead,
} from "../../src/crypto/desk-book.ts";
import { viewNameLength, viewsAtMost } from "../../src/crypto/desk-book.schema.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import type { CaseId, OfficerId, UnitId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { readUint32 } from "../../src/envelope/bytes.ts";
import { randomCaseId } from "../support/crypto/people.ts";

const officer = "can-bo-an" as OfficerId;
const key = randomBytes(32);
const marked = (count: number): readonly { case: CaseId; place: number }[] =>
  Array.from({ length: count }, () => ({ case: randomCaseId(), place: 3 }));

describe("an officer's own book", () => {
  const full: DeskBook = {
    page: {
      ...emptyBook.page,
      views: Array.from({ length: viewsAtMost }, (_, index) => ({
        name: `${index}${"ế".repeat(viewNameLength - 1)}`,
        filters: {
          ...noFilters,
          traits: ["due-today", "overdue", "waiting", "unread", "reporter-wrote", "escalated"],
          assignee: { who: "officer", officer: "x".repeat(48) as OfficerId },
          unit: "x".repeat(48) as UnitId,
        },
        sort: "urgency",
      })),
    },
    read: withRead(new Map(), marked(readMarksAtMost)),
  };

  it("is of one size, empty or with ten thousand marks and as many views as there can be", () => {
    for (const book of [emptyBook, full]) {
      const sealed = sealDeskBook(book, officer, 1, key);
      expect(sealed).toHaveLength(65_536);
      expect(openDeskBook(sealed, officer, 1, key)).toEqual(book);
    }
    expect(full.read.size).toBeGreaterThan(readMarksAtMost - 3);
  });

  it("opens for its officer, number and key alone, and not with a byte changed", () => {
    const sealed = sealDeskBook(full, officer, 7, key);
    expect(openDeskBook(sealed, "nguoi-khac" as OfficerId, 7, key)).toBeUndefined();
    expect(openDeskBook(sealed, officer, 8, key)).toBeUndefined();
    expect(openDeskBook(sealed, officer, 7, randomBytes(32))).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (at) => {
        const changed = sealed.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(openDeskBook(changed, officer, 7, key)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it("knows a case by the first four bytes of its id", () => {
    for (let count = 0; count < 50; count++) {
      const id = randomCaseId();
      expect(caseMark(id)).toBe(readUint32(fromBase64url(id), 0));
    }
  });

  it("has a case read up to the place where it was opened, and no further", () => {
    const id = randomCaseId();
    const read = withRead(new Map(), [{ case: id, place: 4 }]);
    expect([3, 4, 5].map((place) => isReadUpTo(read, id, place))).toEqual([true, true, false]);
    expect(isReadUpTo(withRead(read, [{ case: id, place: 0 }]), id, 0)).toBe(false);
  });

  it("forgets, when it is full, what was read longest ago", () => {
    const first = randomCaseId();
    const read = withRead(withRead(new Map(), [{ case: first, place: 1 }]), marked(readMarksAtMost + 5));
    expect(read.size).toBe(readMarksAtMost);
    expect(isReadUpTo(read, first, 1)).toBe(false);
  });

  it("loses nothing when the changes of one device are made on what another has written", () => {
    const [mine, theirs, both] = [randomCaseId(), randomCaseId(), randomCaseId()];
    const other = changeBook(emptyBook, {
      kind: "read",
      places: [
        { case: theirs, place: 2 },
        { case: both, place: 9 },
      ],
    });
    const merged = changeBook(other, {
      kind: "read",
      places: [
        { case: mine, place: 1 },
        { case: both, place: 4 },
      ],
    });
    expect([isReadUpTo(merged.read, mine, 1), isReadUpTo(merged.read, theirs, 2)]).toEqual([true, true]);
    expect(isReadUpTo(merged.read, both, 9)).toBe(true);
  });

  it("is the same, up to the order of its views, whether changes that it has room for are made once or twice", () => {
    const [a, b] = [randomCaseId(), randomCaseId()];
    const view = { filters: noFilters, sort: "newest" } as const;
    const name = fc.constantFrom("A", "B", "C");
    const change: fc.Arbitrary<BookChange> = fc.oneof(
      fc.record({ case: fc.constantFrom(a, b), place: fc.nat(9) }).map((place) => ({
        kind: "read" as const,
        places: [place],
      })),
      name.map((each) => ({ kind: "view-saved" as const, view: { ...view, name: each } })),
      name.map((each) => ({ kind: "view-removed" as const, name: each })),
      fc.boolean().map((singleKeys) => ({ kind: "preferred" as const, preferences: { singleKeys } })),
    );
    const changes = fc.array(change, { maxLength: 12 });
    const views = ({ page }: DeskBook) => page.views.map((each) => each.name).toSorted();
    fc.assert(
      fc.property(changes, changes, (before, mine) => {
        const once = mine.reduce(changeBook, before.reduce(changeBook, emptyBook));
        const twice = mine.reduce(changeBook, once);
        expect([views(twice), twice.page.singleKeys, [...twice.read]]).toEqual([
          views(once),
          once.page.singleKeys,
          [...once.read],
        ]);
      }),
    );
  });

  it("replaces a view of the same name, and takes no more than there is room for", () => {
    const view = { name: "Quá hạn", filters: noFilters, sort: "newest" } as const;
    const once = changeBook(emptyBook, { kind: "view-saved", view });
    const again = changeBook(once, { kind: "view-saved", view: { ...view, sort: "unit" } });
    expect(again.page.views).toEqual([{ ...view, sort: "unit" }]);
    expect(changeBook(full, { kind: "view-saved", view })).toBe(full);
    expect(changeBook(again, { kind: "view-removed", name: view.name }).page.views).toEqual([]);
  });
});
