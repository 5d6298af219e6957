import { type DeskBookAnswer, deskBookSchema } from "../../api/desk-book.schema.ts";
import { type DeskBook, emptyBook, openDeskBook, sealDeskBook } from "../../crypto/desk-book.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { type Failure, readJson } from "../transport.ts";
import { type BookChange, changeBook } from "./book-changes.ts";
import { type Desk, deskRequest } from "./session.ts";

/**
 * What is wrong with the book that the server gave out. `damaged`: it does not open, an empty one takes its place.
 * `older`: this desk has seen a later one, which it goes on with. `newer`: another edition of this page has written it,
 * which this one cannot read and does not write over.
 */
export type BookDoubt = "damaged" | "older" | "newer";

export type BookReading =
  | { readonly kind: "book"; readonly book: DeskBook; readonly doubt: BookDoubt | null }
  | Failure;

/** An officer's own book on the server. Begins unread. One thing is done at a time. */
export type OwnBook = {
  /** The newest. */
  read(): Promise<BookReading>;
  /**
   * Makes the changes on the newest and puts it; on a `newer` one nothing is put, and they are made here alone. Where
   * nothing else is under way it is sealed before the first wait: a lock right after loses nothing.
   */
  save(changes: readonly BookChange[]): Promise<BookReading>;
  /** Before the key is wiped: what is sealed goes out, and nothing is opened or sealed any more. */
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
  /** The newest is another edition's. */
  let isForeign = false;
  let isClosed = false;
  const inTurn = createTurns();

  async function read(): Promise<BookReading> {
    const answer = await deskRequest(desk, "/api/officer/book");
    if (answer.kind !== "answer") return answer;
    const given = await readJson(answer.response, deskBookSchema);
    // A wiped key is one that everybody knows: a server that says “conflict” must not get a book under it.
    if (given === undefined || isClosed) return { kind: "unreachable" };
    ({ number } = given);
    if (number < newest) return { kind: "book", book, doubt: "older" };
    newest = number;
    const opened = openGiven(desk, given);
    isForeign = opened === "newer";
    if (typeof opened === "string") return { kind: "book", book, doubt: opened };
    book = opened;
    return { kind: "book", book, doubt: null };
  }

  async function save(changes: readonly BookChange[]): Promise<BookReading> {
    let doubt: BookDoubt | null = null;
    for (let left = triesAtMost; left > 0; left--) {
      if (isClosed) return { kind: "unreachable" };
      const changed = changes.reduce(changeBook, book);
      if (isForeign) {
        book = changed;
        return { kind: "book", book, doubt: "newer" };
      }
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
      ({ doubt } = reading);
    }
    return { kind: "busy", retryAfterSeconds: 1 };
  }

  return {
    read: async () => await inTurn(read),
    save: async (changes) => await inTurn(async () => await save(changes)),
    close: () => {
      isClosed = true;
    },
  };
}

/** One thing after the other: a slow reading that ends after a saving would have set the number back. */
function createTurns() {
  let last: Promise<unknown> | null = null;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    // Not even a moment is waited for nothing: before a lock there is none.
    const mine = last === null ? work() : last.then(work, work);
    last = mine;
    try {
      return await mine;
    } finally {
      if (last === mine) last = null;
    }
  };
}

/** What the server gave out, opened. */
function openGiven({ officer, identity }: Desk, { number, book }: DeskBookAnswer): DeskBook | BookDoubt {
  if (number === 0 && book === null) return emptyBook;
  // A book that was put once is never gone, and there is none before the first.
  if (number === 0 || book === null) return "damaged";
  try {
    return openDeskBook(fromBase64url(book), officer.id, number, identity.bookKey) ?? "damaged";
  } catch (error) {
    // Sealed by this officer, and of another shape.
    if (error instanceof FormatError) return "newer";
    throw error;
  }
}

async function putBook(desk: Desk, book: DeskBook, number: number) {
  const sealed = sealDeskBook(book, desk.officer.id, number, desk.identity.bookKey);
  const body = JSON.stringify({ number, book: toBase64url(sealed) });
  const headers = { "content-type": "application/json" };
  return await deskRequest(desk, "/api/officer/book", { method: "PUT", headers, body });
}
