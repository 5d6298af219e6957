import { partsAtMost, shortAnswerLength } from "../domain/letter.vocabulary.ts";
import { freeLetterBytes, type LetterContent, nothingAsked } from "./letter.ts";
import type { ReporterDeed } from "./letter.schema.ts";
import { jsonTextBytes, splitText } from "./letter.split.ts";
import { freeMessageBytes } from "./reporter-message.ts";

// A text that does not fit into a letter goes on in messages of the reporter, because that needs nothing of anybody: they
// are sealed, chained, released, rewrapped and handed up as any other.

/** A letter before it is known in how many parts its text goes on. */
export type WholeLetter = Omit<LetterContent, "parts">;

/** The letter as it is sealed, and the text of each message behind it. */
export type LetterPlan =
  | { readonly kind: "fits"; readonly letter: LetterContent; readonly rest: readonly string[] }
  /** So many bytes more than a letter and all its messages hold. */
  | { readonly kind: "too-long"; readonly by: number };

/** Room in bytes; negative `free`: so many too many. `parts`: messages that the text needs beside the letter. */
export type LetterRoom = { readonly free: number; readonly whole: number; readonly parts: number };

/** The deed of a message in which the letter's text goes on. Parts count from 1. */
export function continuationOf(part: number): Extract<ReporterDeed, { kind: "continuation" }> {
  return { kind: "continuation", part };
}

/** What of a text goes into the letter, and what into each message. */
export function planLetter(content: WholeLetter): LetterPlan {
  const cut = cutOf(content);
  const letter = { ...content, text: cut.pieces[0] ?? "", parts: cut.pieces.length - 1 };
  return cut.room.free < 0
    ? { kind: "too-long", by: -cut.room.free }
    : { kind: "fits", letter, rest: cut.pieces.slice(1) };
}

/** How much may still be written: in the one letter while its text fits there, else in it and all its messages. */
export function roomInLetter(content: WholeLetter): LetterRoom {
  return cutOf(content).room;
}

/** Bytes of text in one message: the longest number of a part is reckoned with. */
function partBytes(): number {
  return freeMessageBytes({ deed: continuationOf(partsAtMost), text: "" });
}

function aloneBytes(content: WholeLetter): number {
  return Math.max(0, freeLetterBytes({ ...content, text: "", parts: 0 }));
}

/** What the answers beside the text take at most: two short ones of nothing but control characters, and the rest. */
const answersAtMost = 2 * 6 * shortAnswerLength + 300;

/**
 * Of a letter whose text goes on, whatever may still be answered: what has room when it is written has room when the
 * questions behind it have been answered too.
 */
function beginningBytes(content: WholeLetter): number {
  const { category, facts } = nothingAsked;
  const free = freeLetterBytes({ ...content, category, facts, text: "", parts: partsAtMost });
  return Math.max(0, free - answersAtMost);
}

function cutOf(content: WholeLetter): { readonly pieces: readonly string[]; readonly room: LetterRoom } {
  const { text } = content;
  const alone = aloneBytes(content);
  const bytes = jsonTextBytes(text);
  if (bytes <= alone) return { pieces: [text], room: { free: alone - bytes, whole: alone, parts: 0 } };
  const [first, each] = [beginningBytes(content), partBytes()];
  const pieces = splitText(text, first, each);
  const parts = pieces.length - 1;
  const last = jsonTextBytes(pieces[parts] ?? "");
  const tooMany = pieces.slice(1 + partsAtMost).reduce((sum, piece) => sum + jsonTextBytes(piece), 0);
  const free = tooMany > 0 ? -tooMany : (partsAtMost - parts) * each + each - last;
  return { pieces, room: { free, whole: first + partsAtMost * each, parts } };
}
