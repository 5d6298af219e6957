import * as v from "valibot";
import type { CaseClock } from "../domain/case/case.ts";
import type { CaseEvent, EventOf } from "../domain/case/case.events.ts";
import { lawChangeReasons } from "../domain/case/case.law-record.ts";
import type { StepEvent } from "../domain/case/case.tick.ts";
import type { CommitteeId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { caseKinds, clockNames } from "../domain/policy.ts";
import { plainDateSchema, sequenceSchema } from "./schemas.ts";

// A case's history has two parts. What people did stands in its chain: signed, linked, checked by every reader. What time
// did follows from that and from the law, so no reader takes it on the server's word; but once the law has changed,
// the tables by which it was reckoned are gone, and up to that day the server's record of it is all there is.

const days = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The dates that were promised before the law changed: `Promised` without its day. */
export const promisedSchema = v.strictObject({
  extra: days,
  due: plainDateSchema,
  limit: plainDateSchema,
  hardDue: plainDateSchema,
  escalation: plainDateSchema,
});

const bare = { on: plainDateSchema };

/** What time did to a case, or a new law. Made by nobody, signed by nobody. */
export const stepSchema = v.variant("type", [
  v.strictObject({ ...bare, type: v.literal("TransferReceived") }),
  v.strictObject({ ...bare, type: v.literal("ClockResumed") }),
  v.strictObject({ ...bare, type: v.literal("BecameOverdue"), clock: v.picklist(clockNames) }),
  v.strictObject({ ...bare, type: v.literal("Escalated"), clock: v.picklist([...clockNames, "outer"]) }),
  v.strictObject({ ...bare, type: v.literal("Erased") }),
  v.strictObject({
    ...bare,
    type: v.literal("LawChanged"),
    because: v.picklist(lawChangeReasons),
    moves: v.array(v.strictObject({ place: days, promised: promisedSchema, reckoned: plainDateSchema })),
    outer: plainDateSchema,
  }),
]);
export type Step = StepEvent | EventOf<"LawChanged">;

/** A step and the place of the chain after which it stands. */
export const stepRecordSchema = v.strictObject({ after: sequenceSchema, step: stepSchema });
export type StepRecord = { readonly after: number; readonly step: Step };

/** What has happened to one running clock, as a list carries it. What is left out is empty or null. */
export const clockRecordSchema = v.strictObject({
  name: v.picklist(clockNames),
  kind: v.picklist(caseKinds),
  startedOn: plainDateSchema,
  knownOn: plainDateSchema,
  extensions: v.optional(v.array(days)),
  pauses: v.optional(
    v.array(v.strictObject({ from: plainDateSchema, days, lastOn: v.nullable(plainDateSchema) })),
  ),
  overdueOn: v.optional(plainDateSchema),
  escalatedOn: v.optional(plainDateSchema),
  promised: v.optional(v.strictObject({ ...promisedSchema.entries, changedOn: plainDateSchema })),
});
export type ClockRecord = v.InferOutput<typeof clockRecordSchema>;

/** A running clock as a list carries it. Inverse of `fromClockRecord`. */
export function toClockRecord(clock: CaseClock): ClockRecord {
  const { name, kind, startedOn, knownOn, extensions, pauses, overdueOn, escalatedOn, promised } = clock;
  return {
    name,
    kind,
    startedOn,
    knownOn,
    ...(extensions.length > 0 && { extensions: [...extensions] }),
    ...(pauses.length > 0 && { pauses: [...pauses] }),
    ...(overdueOn !== null && { overdueOn }),
    ...(escalatedOn !== null && { escalatedOn }),
    ...(promised !== null && { promised }),
  };
}

/** A clock that has not stopped. */
export function fromClockRecord(record: ClockRecord): CaseClock {
  const { name, kind, startedOn, knownOn, extensions, pauses, overdueOn, escalatedOn, promised } = record;
  return {
    name,
    kind,
    startedOn,
    knownOn,
    stoppedOn: null,
    extensions: extensions ?? [],
    pauses: pauses ?? [],
    overdueOn: overdueOn ?? null,
    escalatedOn: escalatedOn ?? null,
    promised: promised ?? null,
  };
}

/** A letter's release: its day, and `receiver` and `fallback` of the letter's header. */
export type LetterRelease = {
  readonly on: PlainDate;
  readonly receiver: CommitteeId;
  readonly fallback: CommitteeId | null;
};

/**
 * The events of a case as the law folds them: the release, then those of the chain (place 1 first), each step after its
 * place. Steps of one place stand in the order in which they are given.
 */
export function toHistory(
  { on, receiver, fallback }: LetterRelease,
  chain: readonly CaseEvent[],
  steps: readonly StepRecord[] = [],
): readonly CaseEvent[] {
  const after = (place: number) => steps.filter((record) => record.after === place).map(({ step }) => step);
  return [
    { type: "Released", on, committee: receiver, superior: fallback },
    ...after(0),
    ...chain.flatMap((event, index) => [event, ...after(index + 1)]),
  ];
}

/**
 * Of the server's steps those that a reader has to take over: up to the last change of the law. What came later every
 * reader reckons for itself (`trace`).
 */
export function stepsToTakeOver(steps: readonly StepRecord[]): readonly StepRecord[] {
  return steps.slice(0, steps.findLastIndex(({ step }) => step.type === "LawChanged") + 1);
}
