// Where a text that does not fit is cut. Pure, so that its laws can be tested: joined again the pieces are the text.

/** Bytes that a text takes in canonical JSON, without its quotes. */
export function jsonTextBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) bytes += bytesAt(text, at);
  return bytes;
}

/**
 * The pieces of a text, the first of at most `first` bytes (as `jsonTextBytes` counts), each other of at most `other`.
 * Cut between words where there are any near, never within a character. Throws RangeError if a piece could hold nothing.
 */
export function splitText(text: string, first: number, other: number): readonly string[] {
  if (other < longestCharacter) throw new RangeError("no room for a character");
  const pieces: string[] = [];
  let from = 0;
  do {
    const end = endOfPiece(text, from, from === 0 && pieces.length === 0 ? first : other);
    pieces.push(text.slice(from, end));
    from = end;
  } while (from < text.length);
  return pieces;
}

/** `\u001f`, or a lone surrogate. */
const longestCharacter = 6;
/** How far back a gap between words is looked for, and how far back a place where no mark belongs to what is before it. */
const gapWithin = 400;
const markWithin = 32;

/** One or two: a pair of surrogates is one character. */
function unitsAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function bytesAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code > 0xffff) return 4;
  if (code === 0x22 || code === 0x5c || (code >= 0x08 && code <= 0x0d && code !== 0x0b)) return 2;
  if (code < 0x20) return longestCharacter;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code >= 0xd800 && code <= 0xdfff ? longestCharacter : 3;
}

function endOfPiece(text: string, from: number, room: number): number {
  let left = room;
  let at = from;
  while (at < text.length) {
    const bytes = bytesAt(text, at);
    if (bytes > left) return gapBefore(text, from, at);
    left -= bytes;
    at += unitsAt(text, at);
  }
  return at;
}

/** The best place to cut, not behind `end`: after a gap between words, else where a character begins. */
function gapBefore(text: string, from: number, end: number): number {
  for (let at = end; at > from && at > end - gapWithin; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  for (let at = end; at > from && at > end - markWithin; at--) if (isSeemly(text, at)) return at;
  return end;
}

/** No cut before an accent, a vowel sign or a joiner, nor after what joins (U+17D2 writes the next Khmer letter below). */
function isSeemly(text: string, at: number): boolean {
  if (isWithinPair(text, at)) return false;
  const [before, after] = [text.charAt(at - 1), String.fromCodePoint(text.codePointAt(at) ?? 0)];
  return !/[\u200d\u17d2]/u.test(before) && !/[\p{M}\p{Emoji_Modifier}\u200d]/u.test(after);
}

function isWithinPair(text: string, at: number): boolean {
  return unitsAt(text, at - 1) === 2;
}
