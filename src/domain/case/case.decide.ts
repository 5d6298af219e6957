import type { PlainDate } from "../plain-date.ts";
import type { CaseState } from "./case.ts";
import { mayDo, type Permission, type RefusalReason } from "./case.actions.ts";
import { type Actor, actorOf, type CaseCommand, type CommandName } from "./case.commands.ts";
import type { CaseEvent, CaseEventType } from "./case.events.ts";
import { evolve, releasedCase } from "./case.evolve.ts";

/** `today` is the day in Vietnam, and for what a reporter does the day of its release. */
export type CaseContext = { readonly today: PlainDate; readonly actor: Actor };

/** A refused action is a value: nothing happened, and why. */
export type Decision =
  | { readonly kind: "accepted"; readonly event: CaseEvent }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/** A history that cannot have happened: the position of the first event that does not fit, and why. */
export type HistoryFault = {
  readonly index: number;
  readonly reason: RefusalReason | "not-released" | "released-twice";
};

const eventOf: Readonly<Record<CommandName, CaseEventType>> = {
  open: "Opened",
  acknowledge: "Acknowledged",
  "send-message": "MessageSent",
  "reporter-message": "ReporterWrote",
};

const commandOf: Readonly<Record<Exclude<CaseEventType, "Released">, CommandName>> = {
  Opened: "open",
  Acknowledged: "acknowledge",
  MessageSent: "send-message",
  ReporterWrote: "reporter-message",
};

/** What a command does to a case: the event to append, or the reason why nothing happens. */
export function decide(command: CaseCommand, state: CaseState, { today, actor }: CaseContext): Decision {
  const permission = mayDo(command.type, state.status, actor);
  const verdict = permission === "allowed" ? mayHappenOn(today, state) : permission;
  if (verdict !== "allowed") return { kind: "refused", reason: verdict };
  return { kind: "accepted", event: { type: eventOf[command.type], on: today } };
}

/**
 * The first event of a stored or received history that `decide` would have refused; undefined if there is none.
 * Every reader of a chain asks this before it trusts `replay`.
 */
export function findHistoryFault(events: readonly CaseEvent[]): HistoryFault | undefined {
  const [first, ...rest] = events;
  if (first?.type !== "Released") return { index: 0, reason: "not-released" };
  let state = releasedCase(first.on);
  for (const [position, event] of rest.entries()) {
    const index = position + 1;
    if (event.type === "Released") return { index, reason: "released-twice" };
    const type = commandOf[event.type];
    const decision = decide({ type }, state, { today: event.on, actor: actorOf[type] });
    if (decision.kind === "refused") return { index, reason: decision.reason };
    state = evolve(state, event);
  }
  return undefined;
}

function mayHappenOn(today: PlainDate, state: CaseState): Permission {
  if (today < state.releasedOn) return "before-release";
  return today < state.lastEventOn ? "before-last-event" : "allowed";
}
