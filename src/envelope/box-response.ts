import * as v from "valibot";
import {
  type Bytes,
  concat,
  fromUtf8,
  padZero,
  readUint32,
  requireZero,
  slice,
  toUtf8,
  uint32,
} from "./bytes.ts";
import { stepRecordSchema } from "./case-record.ts";
import { toCanonicalJson } from "./canonical-json.ts";
import { FormatError } from "./format-error.ts";
import {
  base64urlSchema,
  caseIdSchema,
  digestSchema,
  keyIdSchema,
  parseStrict,
  plainDateSchema,
  sequenceSchema,
  signatureSchema,
} from "./schemas.ts";
import { boxResponseBytes } from "./sizes.ts";

/** One entry of a case's chain as the reporter gets it. `message`: which of the blobs is its sealed message. */
const entrySchema = v.variant("by", [
  v.strictObject({
    by: v.literal("committee"),
    sequence: v.pipe(sequenceSchema, v.minValue(1)),
    /** Canonical JSON of the signed event, base64url of its UTF-8. */
    event: base64urlSchema,
    signature: signatureSchema,
    message: v.nullable(v.strictObject({ core: sequenceSchema, slot: sequenceSchema })),
  }),
  v.strictObject({
    by: v.literal("statement"),
    sequence: v.pipe(sequenceSchema, v.minValue(1)),
    on: plainDateSchema,
    /** Canonical JSON of the reporter's statement, base64url of its UTF-8. */
    statement: base64urlSchema,
    signature: signatureSchema,
  }),
  v.strictObject({
    by: v.literal("reporter"),
    sequence: v.pipe(sequenceSchema, v.minValue(1)),
    on: plainDateSchema,
    message: v.strictObject({ core: sequenceSchema, slot: sequenceSchema }),
  }),
]);

const metaSchema = v.variant("kind", [
  /** A letter or a message was taken, now or at an earlier try. It becomes visible on `releasedOn`. */
  v.strictObject({ kind: v.literal("accepted"), releasedOn: plainDateSchema }),
  v.strictObject({
    kind: v.literal("case"),
    case: caseIdSchema,
    releasedOn: plainDateSchema,
    /** False: it waits for the daily release, nobody can see it yet. */
    released: v.boolean(),
    letter: v.nullable(v.strictObject({ core: sequenceSchema, slot: sequenceSchema })),
    entries: v.array(entrySchema),
    /** What time did up to the last change of the law, which no reader can reckon any more. First page only. */
    steps: v.array(stepRecordSchema),
    /** The case key that messages are to be sealed to, if it is not the committee's own: id and blob. */
    caseKey: v.nullable(v.strictObject({ id: keyIdSchema, kem: sequenceSchema })),
    /** Messages of the reporter that wait for the next release. */
    waiting: sequenceSchema,
    /** Where the chain ends, and the cursor of the next page, if this one could not hold it. */
    end: v.strictObject({ sequence: sequenceSchema, chain: digestSchema }),
    next: v.nullable(sequenceSchema),
    /** The day it is for the server; only a hint, never trusted. */
    today: plainDateSchema,
  }),
]);
export type BoxMeta = v.InferOutput<typeof metaSchema>;
export type BoxCase = Extract<BoxMeta, { kind: "case" }>;
export type BoxEntry = BoxCase["entries"][number];

/** What a reporter's browser gets back. Blobs are the sealed objects, in the order in which `meta` counts them. */
export type BoxResponse = { readonly meta: BoxMeta; readonly blobs: readonly Bytes[] };

const magic = toUtf8("HTR1");

/** Bytes that the response would take before padding: to decide what still fits on a page. */
export function boxResponseLength(response: BoxResponse): number {
  return response.blobs.reduce(
    (sum, blob) => sum + 4 + blob.length,
    12 + toUtf8(toCanonicalJson(response.meta)).length,
  );
}

/** The response, always of the same size. Throws FormatError if it does not fit. Inverse of `decodeBoxResponse`. */
export function encodeBoxResponse(response: BoxResponse): Bytes {
  const meta = toUtf8(toCanonicalJson(response.meta));
  const blobs = response.blobs.flatMap((blob) => [uint32(blob.length), blob]);
  const bytes = concat(magic, uint32(meta.length), meta, uint32(response.blobs.length), ...blobs);
  return padZero(bytes, boxResponseBytes);
}

/**
 * Reads a response. Undefined: these are the random bytes by which the server answers a code that it does
 * not know. Throws FormatError on anything else that is not exactly the format.
 */
export function decodeBoxResponse(bytes: Uint8Array): BoxResponse | undefined {
  if (bytes.length !== boxResponseBytes) throw new FormatError("response: length");
  if (magic.some((byte, at) => bytes[at] !== byte)) return undefined;
  const metaEnd = 8 + readUint32(bytes, 4);
  const meta = parseStrict(metaSchema, fromUtf8(slice(bytes, 8, metaEnd)));
  let at = metaEnd + 4;
  const blobs: Bytes[] = [];
  for (let left = readUint32(bytes, metaEnd); left > 0; left--) {
    const end = at + 4 + readUint32(bytes, at);
    blobs.push(slice(bytes, at + 4, end));
    at = end;
  }
  requireZero(bytes.subarray(at));
  return { meta, blobs };
}

/** The blob at a place that `meta` named. Throws FormatError if there is none. */
export function requireBlob(response: BoxResponse, index: number): Bytes {
  const blob = response.blobs[index];
  if (blob === undefined) throw new FormatError("response: blob");
  return blob;
}
