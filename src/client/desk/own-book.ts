import { deskBookSchema } from "../../api/desk-book.schema.ts";
import { type DeskBook, emptyBook, openDeskBook, sealDeskBook } from "../../crypto/desk-book.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { type Failure, readJson } from "../transport.ts";
import { type BookChange, changeBook } from "./book-changes.ts";
import { type Desk, deskRequest } from "./session.ts";

/**
 * What is wrong with the book that the server gave out. `damaged`: it does not open, an empty one takes its place.
 * `older`: this desk has seen a later one, which it goes on with.
 */
export type BookDoubt = "damaged" | "older";

export type BookReading =
  | { readonly kind: "book"; readonly book: DeskBook; readonly doubt: BookDoubt | null }
  | Failure;

/** An officer's own book on the server. Begins unread. */
export type OwnBook = {
  /** The newest. */
  read(): Promise<BookReading>;
  /** Makes the changes on the newest and puts it. Sealed before the first wait: a lock right after loses nothing. */
  save(changes: readonly BookChange[]): Promise<BookReading>;
  /** Before the key is wiped: what is sealed goes out, and nothing is sealed any more. */
  close(): void;
};

/** So many others may write between a reading and a putting before it is given up for now. */
const triesAtMost = 4;

/** The book of whoever's desk it is. */
export function ownBookOf(desk: Desk): OwnBook {
  let book: DeskBook = emptyBook;
  /** Of the last book that the server had. */
  let number = 0;
  /** Of the newest book seen here: an older one is not believed. */
  let newest = 0;
  let isClosed = false;

  async function read(): Promise<BookReading> {
    const answer = await deskRequest(desk, "/api/officer/book");
    if (answer.kind !== "answer") return answer;
    const given = await readJson(answer.response, deskBookSchema);
    if (given === undefined) return { kind: "unreachable" };
    number = given.number;
    if (given.number < newest) return { kind: "book", book, doubt: "older" };
    newest = given.number;
    if (given.book === null) return { kind: "book", book, doubt: null };
    const sealed = fromBase64url(given.book);
    const opened = openDeskBook(sealed, desk.officer.id, given.number, desk.identity.bookKey);
    book = opened ?? book;
    return { kind: "book", book, doubt: opened === undefined ? "damaged" : null };
  }

  async function save(changes: readonly BookChange[]): Promise<BookReading> {
    let doubt: BookDoubt | null = null;
    for (let left = triesAtMost; left > 0; left--) {
      const changed = changes.reduce(changeBook, book);
      const put = await putBook(desk, changed, number + 1);
      if (put.kind !== "answer") return put;
      if (put.response.status !== 409) {
        book = changed;
        number += 1;
        newest = Math.max(newest, number);
        return { kind: "book", book, doubt };
      }
      const reading = await read();
      if (reading.kind !== "book") return reading;
      // A wiped key is one that everybody knows: a server that says “conflict” must not get a book under it.
      if (isClosed) return { kind: "unreachable" };
      ({ doubt } = reading);
    }
    return { kind: "busy", retryAfterSeconds: 1 };
  }

  const close = () => {
    isClosed = true;
  };
  return { read, save, close };
}

async function putBook(desk: Desk, book: DeskBook, number: number) {
  const sealed = sealDeskBook(book, desk.officer.id, number, desk.identity.bookKey);
  const body = JSON.stringify({ number, book: toBase64url(sealed) });
  const headers = { "content-type": "application/json" };
  return await deskRequest(desk, "/api/officer/book", { method: "PUT", headers, body });
}
