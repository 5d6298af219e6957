import type { DeskBookAnswer, PutDeskBookRequest } from "../../src/api/desk-book.schema.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { deskBookBytes } from "../../src/envelope/sizes.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { putBook, requireBookBefore, selectBook } from "./officers.book.repository.ts";
import type { Session } from "./officers.usecases.ts";

/** The book of whoever asks. Nobody can ask for another's. */
export async function getBook({ database }: Platform, session: Session): Promise<DeskBookAnswer> {
  const [books] = await database.read(selectBook(session.id));
  return books[0] ?? { number: 0, book: null };
}

/** Puts the book of whoever asks, if nobody has put one since the one that it follows. Its one length is checked here. */
export async function putOwnBook(
  { database }: Platform,
  session: Session,
  { number, book }: PutDeskBookRequest,
): Promise<{ readonly kind: "put" } | Refusal> {
  if (fromBase64url(book).length !== deskBookBytes) return refuse("malformed");
  const outcome = await database.write(
    requireBookBefore(session.id, number),
    putBook({ officer: session.id, number, book }),
  );
  return outcome.kind === "written" ? { kind: "put" } : refuse("conflict");
}
