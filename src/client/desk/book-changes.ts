import { type DeskBook, fitsBook, type ReadPlace, readPlaceOf, withRead } from "../../crypto/desk-book.ts";
import {
  type AuditHead,
  type BookPage,
  headsAtMost,
  type SavedView,
  viewsAtMost,
} from "../../crypto/desk-book.schema.ts";

/**
 * What an officer changes in their book. Changes and not books are what a desk holds until they are saved: on a book that
 * another device has written meanwhile they are made once more, and nothing of either is lost. Made twice they come
 * to the same as made once, but for the order of views that were taken out and saved again, and for a view for which there
 * was no room the first time.
 */
export type BookChange =
  | { readonly kind: "read"; readonly places: readonly ReadPlace[] }
  | { readonly kind: "preferred"; readonly preferences: Partial<Pick<BookPage, "sort" | "singleKeys">> }
  /** One of the same name is replaced. */
  | { readonly kind: "view-saved"; readonly view: SavedView }
  | { readonly kind: "view-removed"; readonly name: string }
  | { readonly kind: "head-seen"; readonly head: AuditHead };

/** The book after a change; the same book if there is no room for it. */
export function changeBook(book: DeskBook, change: BookChange): DeskBook {
  if (change.kind === "read") return { ...book, read: withRead(book.read, furthest(book, change.places)) };
  const page = changePage(book.page, change);
  return page.views.length <= viewsAtMost && fitsBook(page) ? { ...book, page } : book;
}

/** What was read further on another device stays read so far; only marking as unread goes back. */
function furthest({ read }: DeskBook, places: readonly ReadPlace[]): readonly ReadPlace[] {
  return places.map((one) =>
    one.place === 0 ? one : { ...one, place: Math.max(one.place, readPlaceOf(read, one.case)) },
  );
}

function changePage(page: BookPage, change: Exclude<BookChange, { kind: "read" }>): BookPage {
  switch (change.kind) {
    case "preferred":
      return { ...page, ...change.preferences };
    case "view-saved":
      return { ...page, views: replaced(page.views, change.view, ({ name }) => name === change.view.name) };
    case "view-removed":
      return { ...page, views: page.views.filter(({ name }) => name !== change.name) };
    case "head-seen": {
      const { head } = change;
      const isSame = ({ committee }: AuditHead) => committee === head.committee;
      // A log only grows: what another machine has seen further on stays.
      if (page.heads.some((known) => isSame(known) && known.place >= head.place)) return page;
      const heads = replaced(page.heads, head, isSame);
      return heads.length > headsAtMost ? page : { ...page, heads };
    }
    default:
      return change satisfies never;
  }
}

function replaced<Item>(all: readonly Item[], item: Item, isSame: (other: Item) => boolean): Item[] {
  return all.some(isSame) ? all.map((other) => (isSame(other) ? item : other)) : [...all, item];
}
