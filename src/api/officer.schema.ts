import * as v from "valibot";
import { caseFlags, caseStatuses } from "../domain/case/case.ts";
import { reportKinds } from "../domain/policy.ts";
import { clockRecordSchema, stepRecordSchema } from "../envelope/case-record.ts";
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

/** The case key of a case that is no longer read with the committee's own key. `wrap`: for the officer who asks. */
const caseKeySchema = v.strictObject({ id: keyIdSchema, kem: base64urlSchema, wrap: base64urlSchema });

/** What the server knows of a case. Content is in `index`, sealed. */
export const caseRowSchema = v.strictObject({
  case: caseIdSchema,
  /** As whom the officer sees it: of the committee in charge, or of its superior, to whom it is late or was handed up. */
  as: v.picklist(["officer", "superior"]),
  /** In charge now. */
  committee: committeeIdSchema,
  /** Of the letter's header. */
  receiver: committeeIdSchema,
  receiverKey: keyIdSchema,
  fallback: v.nullable(committeeIdSchema),
  fallbackKey: v.nullable(keyIdSchema),
  policy: v.string(),
  releasedOn: plainDateSchema,
  outerEscalationOn: plainDateSchema,
  status: v.picklist(caseStatuses),
  kind: v.picklist(reportKinds),
  flags: v.array(v.picklist(caseFlags)),
  /** End of the chain: place and digest. */
  sequence: sequenceSchema,
  chain: digestSchema,
  letter: digestSchema,
  openedOn: v.nullable(plainDateSchema),
  acknowledgedOn: v.nullable(plainDateSchema),
  /** Last message of the committee after the acknowledgement. */
  answeredOn: v.nullable(plainDateSchema),
  reporterWroteOn: v.nullable(plainDateSchema),
  /** The clocks that run, as the law keeps them (`fromClockRecord`). */
  clocks: v.array(clockRecordSchema),
  /** Null: the committee's own keys open it. */
  caseKey: v.nullable(caseKeySchema),
  /** Sealed index entry, null until somebody of the committee in charge has opened the letter. */
  index: v.nullable(base64urlSchema),
});
export type CaseRow = v.InferOutput<typeof caseRowSchema>;

/**
 * A line of a committee's list: what its duties are reckoned from, and the sealed entry. No more: ten thousand of them
 * come over a slow line.
 */
export const caseLineSchema = v.strictObject({
  case: caseIdSchema,
  releasedOn: plainDateSchema,
  status: v.picklist(caseStatuses),
  kind: v.picklist(reportKinds),
  flags: v.array(v.picklist(caseFlags)),
  /** End of the chain: what a sealed entry does not reach up to may say too little. */
  sequence: sequenceSchema,
  reporterWroteOn: v.nullable(plainDateSchema),
  clocks: v.array(clockRecordSchema),
  index: v.nullable(base64urlSchema),
});
export type CaseLine = v.InferOutput<typeof caseLineSchema>;

/**
 * Up to where a list is known. `revision` counts what happened in the committee's cases; a letter that is released adds
 * nothing to it, so that none shows before its day: `until` is the last release, `arrived` how many came with it.
 */
export const listMarkSchema = v.strictObject({
  revision: sequenceSchema,
  until: plainDateSchema,
  arrived: sequenceSchema,
});
export type ListMark = v.InferOutput<typeof listMarkSchema>;

/** GET /api/officer/committees/:committee/cases?after=CASE. Ordered by case id, which is random. */
export const caseListSchema = v.strictObject({
  today: plainDateSchema,
  mark: listMarkSchema,
  cases: v.array(caseLineSchema),
  /** Last id of a full page: ask again with it. What changes meanwhile is after the mark of the first page. */
  next: v.nullable(caseIdSchema),
});
export type CaseList = v.InferOutput<typeof caseListSchema>;

/** GET /api/officer/committees/:committee/urgent: what a desk shows first, before it knows the whole list. */
export const urgentListSchema = v.strictObject({ today: plainDateSchema, cases: v.array(caseLineSchema) });
export type UrgentList = v.InferOutput<typeof urgentListSchema>;

/** GET /api/officer/committees/:committee/changes?revision=N&until=DAY&arrived=N: what is new after a mark. */
export const listChangesSchema = v.strictObject({
  today: plainDateSchema,
  mark: listMarkSchema,
  changed: v.array(caseLineSchema),
  /** What this officer could read and can no more: passed on, or stepped aside from. */
  gone: v.array(caseIdSchema),
});
export type ListChanges = v.InferOutput<typeof listChangesSchema>;

const sealedForReaderSchema = v.strictObject({
  core: base64urlSchema,
  /** The one slot that this reader may have; empty while it may have none: the core alone opens nothing. */
  slot: base64urlSchema,
  /**
   * Null: the slot is the one that the core binds, under the key that its header names. Else it was sealed anew
   * (`rewrap`) under this key.
   */
  key: v.nullable(keyIdSchema),
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
  v.strictObject({
    by: v.literal("statement"),
    sequence: sequenceSchema,
    on: plainDateSchema,
    statement: v.string(),
    signature: signatureSchema,
  }),
]);
export type ChainEntry = v.InferOutput<typeof chainEntrySchema>;

/** GET /api/officer/cases/:case */
export const caseDetailSchema = v.strictObject({
  today: plainDateSchema,
  row: caseRowSchema,
  /** From place 1 on, without gaps. */
  entries: v.array(chainEntrySchema),
  /** All that time did, in order; see `stepsToTakeOver`. */
  steps: v.array(stepRecordSchema),
});
export type CaseDetail = v.InferOutput<typeof caseDetailSchema>;

const signedActSchema = { act: v.string(), actSignature: signatureSchema };

/** How a case is read from now on. The event's `key` names the key. */
const rekeySchema = v.strictObject({
  /** X-Wing public key of the new case key; null: the case moves to a committee, whose own key the event names. */
  kem: v.nullable(base64urlSchema),
  /** The case key for each officer who goes on reading; empty where `kem` is null. */
  wraps: v.array(v.strictObject({ officer: officerIdSchema, wrap: base64urlSchema })),
  /**
   * Letter and every message of the chain, each with its slot for the new key (`rewrap`); null: it does not open, and
   * nobody will read it. The readers' old slots are deleted.
   */
  slots: v.array(v.strictObject({ digest: digestSchema, slot: v.nullable(base64urlSchema) })),
});
export type Rekey = v.InferOutput<typeof rekeySchema>;

/** POST /api/officer/cases/:case/events. Answer: 201 `caseActedSchema`; 409 with `conflictSchema`. */
export const appendEventRequestSchema = v.strictObject({
  event: v.string(),
  signature: signatureSchema,
  ...signedActSchema,
  /** The whole sealed object, four slots and all. */
  message: v.nullable(base64urlSchema),
  /** With a rekeying event, and only with one. */
  rekey: v.nullable(rekeySchema),
});
export type AppendEventRequest = v.InferOutput<typeof appendEventRequestSchema>;

/** `letter` is there after `Opened` and `OpenedBySuperior`: handing out the ciphertext is the opening. */
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

/** POST /api/officer/cases/:case/statements: the reporter's word, found in a message. Answers as `events` do. */
export const showStatementRequestSchema = v.strictObject({
  statement: v.string(),
  signature: signatureSchema,
  /** Where the officer saw the chain end. */
  sequence: sequenceSchema,
  ...signedActSchema,
});
export type ShowStatementRequest = v.InferOutput<typeof showStatementRequestSchema>;

/**
 * GET /api/officer/committees/:committee/late. What a superior sees of those below: who is late since when, and nothing
 * of content. A committee that the sender excluded is the superior of nothing.
 */
export const lateListSchema = v.strictObject({
  today: plainDateSchema,
  cases: v.array(
    v.strictObject({
      case: caseIdSchema,
      committee: committeeIdSchema,
      releasedOn: plainDateSchema,
      outerEscalationOn: plainDateSchema,
      flags: v.array(v.picklist(caseFlags)),
      /** Those that run. */
      clocks: v.array(clockRecordSchema),
      /** Whether this committee may open the letter now. */
      mayRead: v.boolean(),
      /** The committee in charge has handed it up, or the reporter has asked. */
      because: v.picklist(["late", "proposed", "review"]),
    }),
  ),
  /** Late cases that this committee oversees and cannot open: how many, of whom, since when. */
  overseen: v.array(
    v.strictObject({ committee: committeeIdSchema, count: sequenceSchema, since: plainDateSchema }),
  ),
});
export type LateList = v.InferOutput<typeof lateListSchema>;
export type LateCase = LateList["cases"][number];

/** POST /api/officer/cases/:case/readings: read an opened letter again. Answer: `letterReadSchema`. */
export const readLetterRequestSchema = v.strictObject(signedActSchema);
export type ReadLetterRequest = v.InferOutput<typeof readLetterRequestSchema>;
export const letterReadSchema = v.strictObject({ detail: caseDetailSchema, letter: sealedForReaderSchema });
export type LetterRead = v.InferOutput<typeof letterReadSchema>;

/**
 * PUT /api/officer/cases/:case/index and /search. Answer 204; 409 `conflict` where others read the case by now than it was
 * sealed for, and for words wherever the case has a key of its own.
 */
export const putEntryRequestSchema = v.strictObject({
  entry: base64urlSchema,
  /** In whose list it stands. */
  committee: committeeIdSchema,
  /** The case's own key when it was sealed; null: it had none, and the whole committee read it. */
  caseKey: v.nullable(keyIdSchema),
});
export type PutEntryRequest = v.InferOutput<typeof putEntryRequestSchema>;
