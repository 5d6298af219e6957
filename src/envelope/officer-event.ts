import * as v from "valibot";
import { actorOf, commandOf } from "../domain/case/case.commands.ts";
import type { CaseEvent, CaseEventType } from "../domain/case/case.events.ts";
import { eventTypes, vocabulary } from "../domain/case/case.vocabulary.ts";
import { reportKinds } from "../domain/policy.ts";
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

const base = {
  v: v.literal(1),
  case: caseIdSchema,
  /** Whose act it is: the committee in charge, or for a superior's act the superior. */
  committee: committeeIdSchema,
  /** Id of the committee key that signs. */
  signer: keyIdSchema,
  sequence: v.pipe(sequenceSchema, v.minValue(1)),
  previous: digestSchema,
  on: plainDateSchema,
  /** Digest of the reporter's signing key; null where the letter may not have been read (`namesReporter`). */
  reporter: v.nullable(digestSchema),
  /** Digest of the sealed object that goes with it. */
  message: v.nullable(digestSchema),
};
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(366));

function bare<const Type extends string>(type: Type) {
  return v.strictObject({ ...base, type: v.literal(type) });
}

/**
 * One act of a committee on a case, signed with the committee's key over its canonical JSON (`labels.officerEvent`). What
 * stands in it beside `base` is what `vocabulary` calls public. `previous` is the chain up to the entry before, so
 * that one signature vouches for the whole history: letter, release date, what the reporter wrote, every earlier act.
 */
export const officerEventSchema = v.variant("type", [
  bare("Opened"),
  bare("Acknowledged"),
  bare("MessageSent"),
  v.strictObject({ ...base, type: v.literal("Classified"), kind: v.picklist(reportKinds) }),
  v.strictObject({ ...base, type: v.literal("ReporterAsked"), days }),
  v.strictObject({ ...base, type: v.literal("Extended"), days }),
  bare("VerificationBegun"),
  v.strictObject({ ...base, type: v.literal("Transferred"), to: committeeIdSchema, key: keyIdSchema }),
  bare("SuperiorProposed"),
  bare("Noted"),
  v.strictObject({ ...base, type: v.literal("HandedOver"), key: keyIdSchema }),
  v.strictObject({ ...base, type: v.literal("Recused"), key: keyIdSchema }),
  bare("Refused"),
  bare("Concluded"),
  bare("Closed"),
  bare("Explained"),
  bare("ExplanationDemanded"),
  bare("OpenedBySuperior"),
  v.strictObject({ ...base, type: v.literal("TakenOver"), key: keyIdSchema }),
]);
export type OfficerEvent = v.InferOutput<typeof officerEventSchema>;
/** What an officer of the committee in charge, or of its superior, can sign into a case's chain. */
export type OfficerEventType = OfficerEvent["type"];

export const officerEventTypes: readonly OfficerEventType[] = eventTypes.filter(isOfficerEventType);

function isOfficerEventType(type: CaseEventType): type is OfficerEventType {
  const { by } = vocabulary[type];
  return by === "officer" || by === "superior";
}

/** The text that is signed. Inverse of `parseOfficerEvent`. */
export function writeOfficerEvent(event: OfficerEvent): string {
  return toCanonicalJson(event);
}

/** Reads a signed event. Throws FormatError on any other shape or spelling. */
export function parseOfficerEvent(text: string): OfficerEvent {
  return parseStrict(officerEventSchema, text);
}

/** What the law folds of a signed event: type, day and its public parameters. */
export function toCaseEvent(event: OfficerEvent): CaseEvent {
  const given: Readonly<Record<string, unknown>> = event;
  const parameters = vocabulary[event.type].public.map((name) => [name, given[name]]);
  return { type: event.type, on: event.on, ...Object.fromEntries(parameters) } as CaseEvent;
}

/** Whether the superior signs such an event, and not the committee in charge. */
export function isSuperiorEvent(type: OfficerEventType): boolean {
  return actorOf[commandOf[type]] === "superior";
}

/** Whether a sealed object goes with an event of this type. */
export function carriesMessage(type: OfficerEventType): boolean {
  return vocabulary[type].sealed.length > 0;
}

/** Signed before, or without, reading the letter: such an event does not name the reporter. All others must. */
const unread: ReadonlySet<OfficerEventType> = new Set([
  "Opened",
  "Explained",
  "ExplanationDemanded",
  "OpenedBySuperior",
]);

/** Whether an event of this type binds the reporter's key. */
export function namesReporter(type: OfficerEventType): boolean {
  return !unread.has(type);
}

export const rekeyingEvents = ["Transferred", "HandedOver", "Recused", "TakenOver"] as const;
/** Events after which the case is read with another key; `key` in them names it. */
export type RekeyingEventType = (typeof rekeyingEvents)[number];

/** Whether the readers' slots are sealed anew with an event of this type. */
export function isRekeying(type: CaseEventType): type is RekeyingEventType {
  return rekeyingEvents.some((each) => each === type);
}

/** Whether `key` of a rekeying event is a committee's own key (of the committee that gets the case) or a case key. */
export function movesToCommittee(type: RekeyingEventType): boolean {
  return type === "Transferred" || type === "TakenOver";
}

/**
 * What one officer did, signed with the officer's own key (`labels.officerAct`): the audit log's entry.
 * A reporter never sees it.
 */
export const officerActSchema = v.strictObject({
  v: v.literal(1),
  officer: officerIdSchema,
  /** In whose name. */
  committee: committeeIdSchema,
  case: caseIdSchema,
  act: v.picklist([...eventTypes.filter(isOfficerEventType), "MadeFormal", "Read"]),
  on: plainDateSchema,
  /** Digest of the chain entry that the act made; null when it only read. */
  entry: v.nullable(digestSchema),
  /** 16 random bytes: of each committee no log holds the same twice, so no server can repeat a `Read`. */
  nonce: keyIdSchema,
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
