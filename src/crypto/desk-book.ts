import type { CaseId, OfficerId } from "../domain/ids.ts";
import {
  type Bytes,
  concat,
  fromUtf8,
  padZero,
  readUint16,
  requireZero,
  slice,
  toUtf8,
  uint16,
  uint32,
} from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { aeadNonceBytes, aeadTagBytes, deskBookBytes } from "../envelope/sizes.ts";
import { type BookPage, bookPageSchema } from "./desk-book.schema.ts";
import { labelled } from "./labelled.ts";
import { aeadOpen, aeadSeal, randomBytes } from "./sodium.ts";

// What an officer keeps for themself: saved views, what has been read, a few preferences. One sealed object of one size.

/** Up to which place of its chain each case was read, by `caseMark`; 0: marked unread. The last read stands last. */
export type ReadMarks = ReadonlyMap<number, number>;

/** An officer's book. */
export type DeskBook = { readonly page: BookPage; readonly read: ReadMarks };

/** What a new officer begins with. */
export const emptyBook: DeskBook = {
  page: { v: 1, views: [], sort: "urgency", singleKeys: true, heads: [] },
  read: new Map(),
};

/** How many cases a book remembers to have been read; beyond, those read longest ago count as unread again. */
export const readMarksAtMost = 10_000;

const plaintextBytes = deskBookBytes - aeadNonceBytes - aeadTagBytes;
const markBytes = 6;
const placeAtMost = 0xffff;
/** What is left for the text when every mark is used. */
export const bookPageBytes: number = plaintextBytes - 4 - readMarksAtMost * markBytes;

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueOf = new Map(Array.from(digits, (digit, value) => [digit.charCodeAt(0), value]));

/**
 * By what a case is known in a book: the first four bytes of its id. In one book of 86 that are full two cases share one.
 * Read off the first six digits: a list of ten thousand asks for all of them at every look.
 */
export function caseMark(id: CaseId): number {
  let bits = 0;
  for (let at = 0; at < 6; at++) bits = bits * 64 + (valueOf.get(id.charCodeAt(at)) ?? 0);
  return Math.floor(bits / 16);
}

/** Whether the text of a book still fits. */
export function fitsBook(page: BookPage): boolean {
  return toUtf8(toCanonicalJson(page)).length <= bookPageBytes;
}

/** A case and the place up to which it is read; 0 marks it unread. */
export type ReadPlace = { readonly case: CaseId; readonly place: number };

/** The marks after some cases were read. */
export function withRead(read: ReadMarks, places: readonly ReadPlace[]): ReadMarks {
  const marks = new Map(read);
  for (const { case: id, place } of places) {
    const mark = caseMark(id);
    marks.delete(mark);
    marks.set(mark, Math.min(place, placeAtMost));
  }
  for (const oldest of marks.keys()) {
    if (marks.size <= readMarksAtMost) break;
    marks.delete(oldest);
  }
  return marks;
}

/** Up to which place a case was read; 0: not at all, or marked unread. */
export function readPlaceOf(read: ReadMarks, id: CaseId): number {
  return read.get(caseMark(id)) ?? 0;
}

/** Whether a case was read up to a place, or further. */
export function isReadUpTo(read: ReadMarks, id: CaseId, place: number): boolean {
  return read.size > 0 && readPlaceOf(read, id) >= Math.max(1, Math.min(place, placeAtMost));
}

/** Seals a book as its officer's, with its number. Always `deskBookBytes` long. */
export function sealDeskBook(book: DeskBook, officer: OfficerId, number: number, bookKey: Uint8Array): Bytes {
  const text = toUtf8(toCanonicalJson(book.page));
  const marks = [...book.read].flatMap(([mark, place]) => [uint32(mark), uint16(place)]);
  const plaintext = concat(uint16(text.length), text, uint16(book.read.size), ...marks);
  const nonce = randomBytes(aeadNonceBytes);
  const sealed = aeadSeal(padZero(plaintext, plaintextBytes), context(officer, number), nonce, bookKey);
  return concat(nonce, sealed);
}

/** Inverse of `sealDeskBook`. Undefined: altered, another officer's, or not the book of this number. */
export function openDeskBook(
  sealed: Uint8Array,
  officer: OfficerId,
  number: number,
  bookKey: Uint8Array,
): DeskBook | undefined {
  if (sealed.length !== deskBookBytes) return undefined;
  const nonce = sealed.subarray(0, aeadNonceBytes);
  const plaintext = aeadOpen(sealed.subarray(aeadNonceBytes), context(officer, number), nonce, bookKey);
  return plaintext === undefined ? undefined : readBook(plaintext);
}

function readBook(plaintext: Bytes): DeskBook {
  const textEnd = 2 + readUint16(plaintext, 0);
  const page = parseStrict(bookPageSchema, fromUtf8(slice(plaintext, 2, textEnd)));
  const from = textEnd + 2;
  const end = from + readUint16(plaintext, textEnd) * markBytes;
  const marks = slice(plaintext, from, end);
  const view = new DataView(marks.buffer);
  const read = new Map<number, number>();
  for (let at = 0; at < marks.length; at += markBytes) read.set(view.getUint32(at), view.getUint16(at + 4));
  requireZero(plaintext.subarray(end));
  return { page, read };
}

/** The number is bound: an older book cannot be given out as the newest under another number. */
function context(officer: OfficerId, number: number): Bytes {
  return labelled(labels.deskBook, toUtf8(officer), new Uint8Array(1), uint32(number));
}
