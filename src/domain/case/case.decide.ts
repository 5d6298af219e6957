import type { Law } from "../clocks.ts";
import type { PlainDate } from "../plain-date.ts";
import type { CaseState } from "./case.ts";
import { mayDo, type Permission, permissionIn, type RefusalReason } from "./case.actions.ts";
import {
  type Actor,
  actorOf,
  type CaseCommand,
  commandOf,
  eventOf,
  type GivenName,
} from "./case.commands.ts";
import type { CaseEvent } from "./case.events.ts";
import { evolve, releasedCase } from "./case.evolve.ts";
import { guards, type Situation } from "./case.guards.ts";
import { vocabulary } from "./case.vocabulary.ts";
import { advance, nextStep, type StepEvent } from "./case.tick.ts";

/** `today` is the day in Vietnam, and for what a reporter does the day of its release. */
export type CaseContext = { readonly today: PlainDate; readonly actor: Actor; readonly law: Law };

/** A refused action is a value: nothing happened, and why. */
export type Decision =
  | {
      readonly kind: "accepted";
      readonly event: CaseEvent;
      /** What time had done before and nobody had written down yet: to be stored first, in the same batch. */
      readonly automatic: readonly StepEvent[];
      readonly after: CaseState;
    }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/** A history that cannot have happened: the position of the first event that does not fit, and why. */
export type HistoryFault = {
  readonly index: number;
  readonly reason: RefusalReason | "not-released" | "released-twice" | "not-due";
};

/**
 * What a command does to a case: the events to append, or the reason why nothing happens. It meets the case as time
 * has left it, however long the daily job has been out.
 */
export function decide(command: CaseCommand, state: CaseState, context: CaseContext): Decision {
  const { today, actor, law } = context;
  const order = mayHappenOn(today, state);
  if (order !== "allowed") return { kind: "refused", reason: order };
  const { state: now, events: automatic } = advance(state, today, law);
  const verdict = judge(command, { state: now, today, law }, actor);
  if (verdict !== "allowed") return { kind: "refused", reason: verdict };
  const event = toEvent(command, today);
  return { kind: "accepted", event, automatic, after: evolve(now, event) };
}

/** What may be done by anybody on a day, and why the rest may not: what the screens show. */
export function listPermissions(
  state: CaseState,
  { today, law }: Omit<CaseContext, "actor">,
): Readonly<Record<GivenName, Permission>> {
  const now = advance(state, today, law).state;
  const names = Object.keys(guards) as readonly GivenName[];
  const permissions = names.map((name) => [
    name,
    judge(probeOf(name, now), { state: now, today, law }, actorOf[name]),
  ]);
  return Object.fromEntries(permissions) as Record<GivenName, Permission>;
}

/**
 * The first event of a stored or received history that `decide` or time would not have made; undefined if there is
 * none. Every reader of a chain asks this before it trusts `replay` or `follow`. What time does may be left out. Days and
 * lengths from before the last change of the law are not judged: the tables they were reckoned by are gone.
 */
export function findHistoryFault(events: readonly CaseEvent[], law: Law): HistoryFault | undefined {
  const [first, ...rest] = events;
  if (first?.type !== "Released") return { index: 0, reason: "not-released" };
  const change = rest.findLastIndex(({ type }) => type === "LawChanged");
  let state = releasedCase(first.on, first.committee, first.superior);
  for (const [position, event] of rest.entries()) {
    const verdict = position <= change ? judgeOrder(event, state) : judgeEvent(event, state, law);
    if (verdict !== "allowed") return { index: position + 1, reason: verdict };
    state = position <= change ? evolve(state, event) : evolve(until(state, event, law).state, event);
  }
  return undefined;
}

/**
 * The whole history up to a day of a case of which is known what people did: what time does is put in between, as the
 * server should have done. For browsers, which do not take it on the server's word. Up to the last change of the law
 * the steps of time must be among the events, after it none. Throws as `replay` does.
 */
export function trace(events: readonly CaseEvent[], today: PlainDate, law: Law): readonly CaseEvent[] {
  return traceWithState(events, today, law).events;
}

/** The state that `trace` leads to. */
export function follow(events: readonly CaseEvent[], today: PlainDate, law: Law): CaseState {
  return traceWithState(events, today, law).state;
}

type Traced = { readonly state: CaseState; readonly events: readonly CaseEvent[] };

function traceWithState(events: readonly CaseEvent[], today: PlainDate, law: Law): Traced {
  const [first, ...rest] = events;
  if (first?.type !== "Released") throw new RangeError("a history begins with Released");
  const change = rest.findLastIndex(({ type }) => type === "LawChanged");
  const state = releasedCase(first.on, first.committee, first.superior);
  let traced: Traced = { state, events: [first] };
  for (const [position, event] of rest.entries()) {
    const met = position <= change ? { state: traced.state, events: [] } : until(traced.state, event, law);
    traced = { state: evolve(met.state, event), events: [...traced.events, ...met.events, event] };
  }
  const last = advance(traced.state, today, law);
  return { state: last.state, events: [...traced.events, ...last.events] };
}

/** What an event met. One that time made comes in its own order and waits for nothing. */
function until(state: CaseState, event: CaseEvent, law: Law): Traced {
  return isStep(event) ? { state, events: [] } : advance(state, event.on, law);
}

function isStep(event: CaseEvent): boolean {
  return event.type !== "Released" && !(commandOf[event.type] in guards);
}

type Verdict = Permission | HistoryFault["reason"];

function judgeEvent(event: CaseEvent, state: CaseState, law: Law): Verdict {
  if (event.type === "Released") return "released-twice";
  if (isStep(event)) return isSame(nextStep(state, law), event) ? "allowed" : "not-due";
  const type = commandOf[event.type];
  const command = { ...event, type } as unknown as CaseCommand;
  const decision = decide(command, state, { today: event.on, actor: actorOf[type], law });
  return decision.kind === "refused" ? decision.reason : "allowed";
}

function judgeOrder(event: CaseEvent, state: CaseState): Verdict {
  if (event.type === "Released") return "released-twice";
  const order = mayHappenOn(event.on, state);
  return order === "allowed" ? permissionIn(commandOf[event.type], state.status) : order;
}

function isSame(step: StepEvent | null, event: CaseEvent): boolean {
  const clock = (each: CaseEvent) => ("clock" in each ? each.clock : null);
  return step?.type === event.type && step.on === event.on && clock(step) === clock(event);
}

function judge(command: CaseCommand, situation: Situation, actor: Actor): Permission {
  const { state } = situation;
  const permission = mayDo(command.type, state.status, actor);
  if (permission !== "allowed") return permission;
  if (state.erasedOn !== null) return "erased";
  // Each guard is only ever handed the command under whose name it stands.
  const guard = guards[command.type] as (situation: Situation, command: CaseCommand) => Permission;
  return guard(situation, command);
}

/** The event of a command, with what the server may know of it and nothing else that came along. */
function toEvent(command: CaseCommand, on: PlainDate): CaseEvent {
  const type = eventOf[command.type];
  const given: Readonly<Record<string, unknown>> = command;
  const parameters = vocabulary[type].public.map((name) => [name, given[name]]);
  return { type, on, ...Object.fromEntries(parameters) } as CaseEvent;
}

/** The least that can be asked under a name. A target and a key are asked about when they are chosen. */
function probeOf(name: GivenName, state: CaseState): CaseCommand {
  const kind = name === "make-formal" ? "formal-party" : state.kind;
  const since = state.reporterWroteOn ?? state.releasedOn;
  const probe = { type: name, kind, since, days: 1, to: "", key: "" };
  return probe as unknown as CaseCommand;
}

function mayHappenOn(today: PlainDate, state: CaseState): Permission {
  if (today < state.releasedOn) return "before-release";
  return today < state.lastEventOn ? "before-last-event" : "allowed";
}
