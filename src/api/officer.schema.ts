import * as v from "valibot";
import { carriedStatuses } from "../envelope/carried.ts";
import {
  base64urlSchema,
  caseIdSchema,
  committeeIdSchema,
  digestSchema,
  keyIdSchema,
  officerIdSchema,
  plainDateSchema,
  sequenceSchema,
  signatureSchema,
} from "../envelope/schemas.ts";

const loginNameSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/));

/** GET /api/officer/challenge. The same for everybody, valid for some minutes. */
export const loginChallengeSchema = v.strictObject({ challenge: v.pipe(v.string(), v.maxLength(128)) });

/** POST /api/officer/login. `proof`: the stretched passphrase's key over challenge and name (`labels.officerLogin`). */
export const loginRequestSchema = v.strictObject({
  loginName: loginNameSchema,
  challenge: v.pipe(v.string(), v.maxLength(128)),
  proof: signatureSchema,
});
export type LoginRequest = v.InferOutput<typeof loginRequestSchema>;

/** Answer to a login that proved itself: only now does the sealed seed leave the server. */
export const loginResponseSchema = v.strictObject({
  token: v.pipe(v.string(), v.minLength(32), v.maxLength(128)),
  officer: v.strictObject({ id: officerIdSchema, title: v.string() }),
  wrappedSeed: base64urlSchema,
  /** Every committee key wrapped to this officer; several per committee after a change of keys. */
  memberships: v.array(
    v.strictObject({ committee: committeeIdSchema, key: keyIdSchema, wrap: base64urlSchema }),
  ),
  today: plainDateSchema,
});
export type LoginResponse = v.InferOutput<typeof loginResponseSchema>;

/** What the server knows of a case, for the list. Content is in `index`, sealed. */
export const caseRowSchema = v.strictObject({
  case: caseIdSchema,
  committee: committeeIdSchema,
  receiverKey: keyIdSchema,
  fallback: v.nullable(committeeIdSchema),
  fallbackKey: v.nullable(keyIdSchema),
  policy: v.string(),
  releasedOn: plainDateSchema,
  status: v.picklist(carriedStatuses),
  /** End of the chain: place and digest. */
  sequence: sequenceSchema,
  chain: digestSchema,
  letter: digestSchema,
  openedOn: v.nullable(plainDateSchema),
  acknowledgedOn: v.nullable(plainDateSchema),
  /** Last message of the committee after the acknowledgement. */
  answeredOn: v.nullable(plainDateSchema),
  reporterWroteOn: v.nullable(plainDateSchema),
  /** Sealed index entry, null until somebody has opened the letter. */
  index: v.nullable(base64urlSchema),
});
export type CaseRow = v.InferOutput<typeof caseRowSchema>;

/** GET /api/officer/committees/:committee/cases?after=CASE. Ordered by case id, which is random. */
export const caseListSchema = v.strictObject({
  today: plainDateSchema,
  cases: v.array(caseRowSchema),
  /** Last id of a full page: ask again with it. */
  next: v.nullable(caseIdSchema),
});
export type CaseList = v.InferOutput<typeof caseListSchema>;

const sealedForReaderSchema = v.strictObject({
  core: base64urlSchema,
  /** The one slot that this reader may have; empty while the letter was not opened: the core alone opens nothing. */
  slot: base64urlSchema,
});
export type SealedForReader = v.InferOutput<typeof sealedForReaderSchema>;

const chainEntrySchema = v.variant("by", [
  v.strictObject({
    by: v.literal("committee"),
    sequence: sequenceSchema,
    event: v.string(),
    signature: signatureSchema,
    message: v.nullable(sealedForReaderSchema),
  }),
  v.strictObject({
    by: v.literal("reporter"),
    sequence: sequenceSchema,
    on: plainDateSchema,
    message: sealedForReaderSchema,
  }),
]);
export type ChainEntry = v.InferOutput<typeof chainEntrySchema>;

/** GET /api/officer/cases/:case */
export const caseDetailSchema = v.strictObject({
  today: plainDateSchema,
  row: caseRowSchema,
  /** From place 1 on, without gaps. */
  entries: v.array(chainEntrySchema),
});
export type CaseDetail = v.InferOutput<typeof caseDetailSchema>;

const signedActSchema = { act: v.string(), actSignature: signatureSchema };

/** POST /api/officer/cases/:case/events. Answer: 201 `caseActedSchema`; 409 with `conflictSchema`. */
export const appendEventRequestSchema = v.strictObject({
  event: v.string(),
  signature: signatureSchema,
  ...signedActSchema,
  /** The whole sealed message, four slots and all. */
  message: v.nullable(base64urlSchema),
});
export type AppendEventRequest = v.InferOutput<typeof appendEventRequestSchema>;

/** `letter` is there after `Opened`: handing out the ciphertext is the opening. */
export const caseActedSchema = v.strictObject({
  detail: caseDetailSchema,
  letter: v.nullable(sealedForReaderSchema),
});
export type CaseActed = v.InferOutput<typeof caseActedSchema>;

/** Body of a 409: what the other officer did is in it. */
export const conflictSchema = v.strictObject({
  error: v.strictObject({ code: v.literal("conflict") }),
  detail: caseDetailSchema,
});

/** POST /api/officer/cases/:case/readings: read an opened letter again. Answer: `letterReadSchema`. */
export const readLetterRequestSchema = v.strictObject(signedActSchema);
export type ReadLetterRequest = v.InferOutput<typeof readLetterRequestSchema>;
export const letterReadSchema = v.strictObject({ letter: sealedForReaderSchema });

/** PUT /api/officer/cases/:case/index. Answer 204. */
export const putIndexRequestSchema = v.strictObject({ entry: base64urlSchema });
