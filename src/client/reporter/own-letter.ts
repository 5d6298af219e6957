import { envelopeDigest, type SealedFor } from "../../crypto/envelope.open.ts";
import { type OpenedLetter, openLetter } from "../../crypto/letter.ts";
import type { LetterBody } from "../../crypto/letter.schema.ts";
import type { LetterText } from "../../crypto/letter.text.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import { type Bytes, equalBytes } from "../../envelope/bytes.ts";
import { decodeCore } from "../../envelope/envelope.ts";
import { type LetterHeader, letterHeaderSchema, parseHeader } from "../../envelope/headers.ts";

/** The reporter's own letter. */
export type OwnLetter = {
  readonly header: LetterHeader;
  readonly digest: Bytes;
  /** Null: its slots were destroyed, because it had been kept for as long as a refused letter is. */
  readonly body: LetterBody | null;
};

/**
 * Opens the letter, or where there is no slot any more reads what it says openly: then the chain must show that it was
 * to be erased. Undefined: it is not this code's. Throws FormatError if it is no letter at all.
 */
export function readOwnLetter(sealed: SealedFor | null, keys: ReporterKeys): OwnLetter | undefined {
  if (sealed === null) return undefined;
  if (sealed.slot.length === 0) {
    const header = parseHeader(letterHeaderSchema, decodeCore("letter", sealed.core).header);
    return { header, digest: envelopeDigest(sealed.core), body: null };
  }
  const letter = openLetter("reporter", sealed, keys.kem.secret);
  return letter !== undefined && isOwn(letter, keys) ? letter : undefined;
}

/**
 * Whoever has read the letter knows the key that answers are sealed to, and could seal another letter to it, signed
 * with other keys: one that the reporter never wrote, naming other readers for what they write next.
 */
function isOwn({ reporter }: OpenedLetter, keys: ReporterKeys): boolean {
  return equalBytes(reporter.sign, keys.sign.publicKey) && equalBytes(reporter.kem, keys.kem.publicKey);
}

/**
 * Parts of the letter that never arrived. What waits for its release is not shown before it: until then as many of the
 * first are taken to be on their way.
 */
export function lostParts(letterText: LetterText, waiting: number): readonly number[] {
  return letterText.missing.slice(waiting);
}
