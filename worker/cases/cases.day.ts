import type { CaseState } from "../../src/domain/case/case.ts";
import type { EventOf } from "../../src/domain/case/case.events.ts";
import { evolve } from "../../src/domain/case/case.evolve.ts";
import { findLawChange } from "../../src/domain/case/case.law-change.ts";
import { advance } from "../../src/domain/case/case.tick.ts";
import { laterOf, type PlainDate } from "../../src/domain/plain-date.ts";
import type { Step, StepRecord } from "../../src/envelope/case-record.ts";
import type { Directory } from "../committees/committees.directory.ts";
import type { ReporterMessagesTable } from "../db/schema.ts";
import type { KnownLaw } from "../laws/laws.codec.ts";

/** Messages of a reporter that wait for their place in the chain. */
export type WaitingMessage = Pick<ReporterMessagesTable, "number" | "digest" | "act" | "released_on">;

/** A case on the day to which it was last brought. */
export type Met = { readonly state: CaseState; readonly law: KnownLaw; readonly sequence: number };

/** A message with its place in the chain, and the event that the law folds of it. */
export type Placed = {
  readonly message: WaitingMessage;
  readonly sequence: number;
  readonly event: EventOf<"ReporterWrote"> | EventOf<"ReviewAsked">;
};

/** The case on the day, with what has to be written down for it. */
export type Brought = Met & { readonly steps: readonly StepRecord[]; readonly placed: readonly Placed[] };

/**
 * Brings a case to a day: what the reporter wrote comes into the chain on the day of its release, time does what is due,
 * and a new law begins on its day; each in the order of the days, so that it is the same whenever this is found out.
 */
export function bringToDay(
  met: Met,
  messages: readonly WaitingMessage[],
  today: PlainDate,
  directory: Pick<Directory, "law" | "change">,
): Brought {
  const placed: Placed[] = [];
  const steps: StepRecord[] = [];
  let now = met;
  const passUntil = (day: PlainDate) => {
    const passed = pass(now, day, directory);
    steps.push(...passed.steps.map((step) => ({ after: now.sequence, step })));
    now = { ...now, ...passed };
  };
  for (const message of messages) {
    passUntil(message.released_on);
    const event = eventOfMessage(message);
    now = { ...now, sequence: now.sequence + 1, state: evolve(now.state, event) };
    placed.push({ message, sequence: now.sequence, event });
  }
  passUntil(today);
  const { state, law, sequence } = now;
  return { state, law, sequence, steps, placed };
}

/** What the law folds of a message: all but one look alike. */
export function eventOfMessage({
  act,
  released_on,
}: Pick<WaitingMessage, "act" | "released_on">): Placed["event"] {
  return { type: act === "review" ? "ReviewAsked" : "ReporterWrote", on: released_on };
}

type Passed = { readonly state: CaseState; readonly law: KnownLaw; readonly steps: readonly Step[] };

/**
 * What time does up to a day, by the law the case was reckoned with, and from the day of a change by the new one. A law that
 * differs and was not announced is none for cases that run: nobody would believe the record.
 */
function pass(
  { state, law }: Met,
  day: PlainDate,
  { law: current, change }: Pick<Directory, "law" | "change">,
): Passed {
  if (current.digest === law.digest || change === null || change.on > day) return passBy(law, state, day);
  const before = passBy(law, state, change.on);
  const changed = changeLaw(before.state, law, current, change);
  const after = passBy(current, changed.state, day);
  return { state: after.state, law: current, steps: [...before.steps, ...changed.steps, ...after.steps] };
}

function passBy(law: KnownLaw, state: CaseState, day: PlainDate): Passed {
  const { state: now, events } = advance(state, day, law.law);
  return { state: now, law, steps: events };
}

/** The record of what had been promised, if the new law reckons any of it otherwise. */
function changeLaw(
  state: CaseState,
  before: KnownLaw,
  after: KnownLaw,
  { on, because }: NonNullable<Directory["change"]>,
): Omit<Passed, "law"> {
  if (state.erasedOn !== null) return { state, steps: [] };
  const change = findLawChange(state, before.law, after.law, because);
  if (change === undefined) return { state, steps: [] };
  const event = { type: "LawChanged", on: laterOf(on, state.lastEventOn), ...change } as const;
  return { state: evolve(state, event), steps: [event] };
}
