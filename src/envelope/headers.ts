import * as v from "valibot";
import { toCanonicalJson } from "./canonical-json.ts";
import {
  caseIdSchema,
  committeeIdSchema,
  digestSchema,
  keyIdSchema,
  parseStrict,
  sequenceSchema,
} from "./schemas.ts";

/** What a letter says openly, to be routed and timed by. Nothing here names a unit, a person or a subject. */
export const letterHeaderSchema = v.strictObject({
  v: v.literal(1),
  case: caseIdSchema,
  receiver: committeeIdSchema,
  receiverKey: keyIdSchema,
  /** Null: nobody above passes, and the second slot is a throw-away like the fourth. */
  fallback: v.nullable(committeeIdSchema),
  fallbackKey: v.nullable(keyIdSchema),
  oversight: v.nullable(committeeIdSchema),
  /** Version of the deadline policy the case keeps. */
  policy: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,32}$/)),
  /** Sequence number of the directory by which it was routed. */
  directory: sequenceSchema,
});
export type LetterHeader = v.InferOutput<typeof letterHeaderSchema>;

/** Answer, withdrawal, satisfaction, make-formal, sealing anew: all one opaque message. Only `review` shows. */
export const reporterActs = ["message", "review"] as const;
export type ReporterAct = (typeof reporterActs)[number];

/** A later message of the reporter. */
export const reporterMessageHeaderSchema = v.strictObject({
  v: v.literal(1),
  case: caseIdSchema,
  /** 16 random bytes, so that a retry is the same message. */
  message: caseIdSchema,
  /** The reporter's messages count from 1; the letter is 0. */
  number: v.pipe(sequenceSchema, v.minValue(1)),
  /** What the server must know of it: a request that the superior look again releases the superior's slot. */
  act: v.picklist(reporterActs),
  /** Digest of the reporter's message before this one, or of the letter. */
  previous: digestSchema,
  /** What the reporter had seen of the case when writing: the end of the chain. A server that withheld is found out. */
  seen: v.strictObject({ sequence: sequenceSchema, chain: digestSchema }),
  readerKey: keyIdSchema,
  fallbackKey: v.nullable(keyIdSchema),
});
export type ReporterMessageHeader = v.InferOutput<typeof reporterMessageHeaderSchema>;

/**
 * A sealed object of a committee: words to the reporter, to the superior, or a note to the readers alone; in the last two
 * the reporter's slot is a throw-away, so that from outside all look the same. It is vouched for by the signed event that carries its digest. */
export const committeeMessageHeaderSchema = v.strictObject({
  v: v.literal(1),
  case: caseIdSchema,
  committee: committeeIdSchema,
  /** Its place in the case's chain. */
  sequence: v.pipe(sequenceSchema, v.minValue(1)),
  previous: digestSchema,
  readerKey: keyIdSchema,
  fallbackKey: v.nullable(keyIdSchema),
});
export type CommitteeMessageHeader = v.InferOutput<typeof committeeMessageHeaderSchema>;

type HeaderSchema =
  | typeof letterHeaderSchema
  | typeof reporterMessageHeaderSchema
  | typeof committeeMessageHeaderSchema;

/** The header as it stands in an envelope. Inverse of `parseHeader`. */
export function writeHeader(header: LetterHeader | ReporterMessageHeader | CommitteeMessageHeader): string {
  return toCanonicalJson(header);
}

/** Reads a header of the expected kind. Throws FormatError on any other shape, spelling or spare member. */
export function parseHeader<const Schema extends HeaderSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  return parseStrict(schema, text);
}
