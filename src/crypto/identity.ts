import type { CaseId } from "../domain/ids.ts";
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
} from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { parseStrict } from "../envelope/schemas.ts";
import { openFromKem, sealToKem, type SealingPlace } from "./kem-seal.ts";
import { type Identity, identitySchema } from "./letter.schema.ts";

/** In which message of which case an identity lies: it opens in no other. */
export type IdentityPlace = { readonly case: CaseId; readonly message: string };

/** The longest identity there can be (800 characters, six bytes each where JSON escapes them) and its length fit in. */
const plaintextBytes = 5120;

/**
 * Seals who the reporter is to the committee in charge alone, never to a case key, the fallback, or whoever gets the case later.
 * Always of one length: how long a name is is nobody's business. Throws FormatError on what is no identity.
 */
export function sealIdentity(identity: Identity, committeeKem: Uint8Array, place: IdentityPlace): Bytes {
  const canonical = toCanonicalJson(identity);
  parseStrict(identitySchema, canonical);
  const text = toUtf8(canonical);
  const plaintext = padZero(concat(uint16(text.length), text), plaintextBytes);
  return sealToKem(committeeKem, plaintext, sealingPlaceOf(place));
}

/** Undefined: for another committee, out of another message, altered, or nothing that a client of ours can have written. */
export function openIdentity(
  sealed: Uint8Array,
  committeeSecret: Uint8Array,
  place: IdentityPlace,
): Identity | undefined {
  const plaintext = openFromKem(sealed, committeeSecret, sealingPlaceOf(place));
  if (plaintext?.length !== plaintextBytes) return undefined;
  try {
    const end = 2 + readUint16(plaintext, 0);
    requireZero(plaintext.subarray(end));
    return parseStrict(identitySchema, fromUtf8(slice(plaintext, 2, end)));
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function sealingPlaceOf({ case: caseId, message }: IdentityPlace): SealingPlace {
  return { label: labels.identity, context: [toUtf8(`${caseId}/${message}`)] };
}
