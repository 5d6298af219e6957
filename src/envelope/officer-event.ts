import * as v from "valibot";
import { toCanonicalJson } from "./canonical-json.ts";
import {
  caseIdSchema,
  committeeIdSchema,
  digestSchema,
  keyIdSchema,
  officerIdSchema,
  parseStrict,
  plainDateSchema,
  sequenceSchema,
} from "./schemas.ts";

/** What an officer can sign into a case's chain so far; the law's word for each stands in `domain/case`. */
export const officerEventTypes = ["Opened", "Acknowledged", "MessageSent"] as const;
export type OfficerEventType = (typeof officerEventTypes)[number];

/**
 * One act of a committee on a case, signed with the committee's key over its canonical JSON
 * (`labels.officerEvent`). `previous` is the chain up to the entry before, so that one signature vouches for the
 * whole history: letter, release date, what the reporter wrote, every earlier act.
 */
export const officerEventSchema = v.strictObject({
  v: v.literal(1),
  case: caseIdSchema,
  committee: committeeIdSchema,
  /** Id of the committee key that signs. */
  key: keyIdSchema,
  sequence: v.pipe(sequenceSchema, v.minValue(1)),
  previous: digestSchema,
  type: v.picklist(officerEventTypes),
  on: plainDateSchema,
  /** Digest of the reporter's signing key; null in `Opened`, which is signed before the letter can be read. */
  reporter: v.nullable(digestSchema),
  /** Digest of the sealed message that goes with it. */
  message: v.nullable(digestSchema),
});
export type OfficerEvent = v.InferOutput<typeof officerEventSchema>;

/** The text that is signed. Inverse of `parseOfficerEvent`. */
export function writeOfficerEvent(event: OfficerEvent): string {
  return toCanonicalJson(event);
}

/** Reads a signed event. Throws FormatError on any other shape or spelling. */
export function parseOfficerEvent(text: string): OfficerEvent {
  return parseStrict(officerEventSchema, text);
}

/** Whether an event of this type carries a message to the reporter. */
export const carriesMessage = {
  Opened: false,
  Acknowledged: true,
  MessageSent: true,
} as const satisfies Record<OfficerEventType, boolean>;

/**
 * What one officer did, signed with the officer's own key (`labels.officerAct`): the audit log's entry.
 * A reporter never sees it.
 */
export const officerActSchema = v.strictObject({
  v: v.literal(1),
  officer: officerIdSchema,
  committee: committeeIdSchema,
  case: caseIdSchema,
  act: v.picklist([...officerEventTypes, "Read"]),
  on: plainDateSchema,
  /** Digest of the chain entry that the act made; null when it only read. */
  entry: v.nullable(digestSchema),
});
export type OfficerAct = v.InferOutput<typeof officerActSchema>;

/** The text that is signed. Inverse of `parseOfficerAct`. */
export function writeOfficerAct(act: OfficerAct): string {
  return toCanonicalJson(act);
}

/** Reads a signed act. Throws FormatError on any other shape or spelling. */
export function parseOfficerAct(text: string): OfficerAct {
  return parseStrict(officerActSchema, text);
}
