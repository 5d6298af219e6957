import * as v from "valibot";
import { accusedRoles } from "../domain/conflict.ts";
import type { CaseId, CommitteeId } from "../domain/ids.ts";
import { manifestationCodes } from "../domain/manifestations.ts";
import {
  type Bytes,
  concat,
  padZero,
  readUint16,
  requireZero,
  slice,
  fromUtf8,
  toUtf8,
  uint16,
} from "../envelope/bytes.ts";
import { toCanonicalJson } from "../envelope/canonical-json.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import {
  caseIdSchema,
  officerIdSchema,
  parseStrict,
  sequenceSchema,
  unitIdSchema,
} from "../envelope/schemas.ts";
import { aeadNonceBytes, aeadTagBytes, indexEntryBytes } from "../envelope/sizes.ts";
import { letterLanguages, selfDescriptions } from "./letter.schema.ts";
import { labelled } from "./labelled.ts";
import { aeadOpen, aeadSeal, randomBytes } from "./sodium.ts";

/**
 * What the officer's list shows of a case without touching its letter. Written by whoever opens it or acts on it, and anew
 * by the next reader where it has fallen behind.
 */
export const indexEntrySchema = v.strictObject({
  v: v.literal(2),
  /** The last place of the chain that it knows of. */
  sequence: sequenceSchema,
  unit: v.nullable(unitIdSchema),
  about: v.picklist(accusedRoles),
  language: v.picklist(letterLanguages),
  self: v.nullable(v.picklist(selfDescriptions)),
  /** The officer's classification once there is one (`classified`), until then what the writer chose; null: none of the manifestations. */
  category: v.nullable(v.picklist(manifestationCodes)),
  classified: v.boolean(),
  /** Whose case it is within the committee. */
  assignee: v.nullable(officerIdSchema),
  /** The case about the same matter that was noted last. */
  joined: v.nullable(caseIdSchema),
  /** The beginning of the text. */
  excerpt: v.string(),
});
export type IndexEntry = v.InferOutput<typeof indexEntrySchema>;

/** Whose row it is: an entry moved to another row, committee or key does not open. */
export type IndexPlace = { readonly committee: CommitteeId; readonly case: CaseId };

const plaintextBytes = indexEntryBytes - aeadNonceBytes - aeadTagBytes;

/** Seals an entry; the excerpt is shortened as `fitIndexEntry` does. Always `indexEntryBytes` long. */
export function sealIndexEntry(entry: IndexEntry, place: IndexPlace, indexKey: Uint8Array): Bytes {
  const text = toUtf8(toCanonicalJson(fitIndexEntry(entry)));
  const plaintext = padZero(concat(uint16(text.length), text), plaintextBytes);
  const nonce = randomBytes(aeadNonceBytes);
  return concat(nonce, aeadSeal(plaintext, context(place), nonce, indexKey));
}

/** The entry with so much of its excerpt, up to a character's end, as is sealed of it. */
export function fitIndexEntry(entry: IndexEntry): IndexEntry {
  const characters = Array.from(entry.excerpt.slice(0, plaintextBytes));
  for (let length = characters.length; length >= 0; length--) {
    const fitted = { ...entry, excerpt: characters.slice(0, length).join("") };
    if (toUtf8(toCanonicalJson(fitted)).length <= plaintextBytes - 2) return fitted;
  }
  throw new FormatError("index entry: too long");
}

/** Undefined: altered, moved, or of another key; it is then rebuilt from the case. */
export function openIndexEntry(
  sealed: Uint8Array,
  place: IndexPlace,
  indexKey: Uint8Array,
): IndexEntry | undefined {
  if (sealed.length !== indexEntryBytes) return undefined;
  const nonce = sealed.subarray(0, aeadNonceBytes);
  const plaintext = aeadOpen(sealed.subarray(aeadNonceBytes), context(place), nonce, indexKey);
  if (plaintext === undefined) return undefined;
  const end = 2 + readUint16(plaintext, 0);
  requireZero(plaintext.subarray(end));
  return parseStrict(indexEntrySchema, fromUtf8(slice(plaintext, 2, end)));
}

function context(place: IndexPlace): Bytes {
  return labelled(labels.indexEntry, toUtf8(`${place.committee}/${place.case}`));
}
