import type { Compilable } from "kysely";
import type { OfficerId } from "../../src/domain/ids.ts";
import { unmetUnless } from "../db/precondition.ts";
import { query } from "../db/query.ts";
import type { DeskBooksTable } from "../db/schema.ts";

/** An officer's book; none before it was put first. */
export function selectBook(officer: OfficerId) {
  return query.selectFrom("desk_books").select(["number", "book"]).where("officer", "=", officer);
}

/** Puts a book in the place of the one before it. */
export function putBook(row: DeskBooksTable): Compilable {
  const { number, book } = row;
  return query
    .insertInto("desk_books")
    .values(row)
    .onConflict((taken) => taken.column("officer").doUpdateSet({ number, book }));
}

/** Fails the whole batch unless the book is still the one before this number. */
export function requireBookBefore(officer: OfficerId, number: number): Compilable {
  const books = query.selectFrom("desk_books").select("officer").where("officer", "=", officer);
  return unmetUnless((row) =>
    number === 1 ? row.not(row.exists(books)) : row.exists(books.where("number", "=", number - 1)),
  );
}
