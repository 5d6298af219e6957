import type { CommitteeId } from "../ids.ts";
import { addDays, laterOf, type PlainDate } from "../plain-date.ts";
import {
  type CaseClock,
  type CaseFacts,
  type CaseFlag,
  type CaseState,
  getPause,
  getRunningClock,
} from "./case.ts";
import { permissionIn } from "./case.actions.ts";
import { createClock, turnClocks } from "./case.clocks.ts";
import { commandOf } from "./case.commands.ts";
import type { CaseEvent, CaseEventType, EventOf } from "./case.events.ts";
import { isMessageToReporter } from "./case.vocabulary.ts";

/** A case on the day of its release, with nothing done yet. */
export function releasedCase(
  releasedOn: PlainDate,
  committee: CommitteeId,
  superior: CommitteeId | null,
): CaseState {
  const facts: Omit<CaseFacts, "clocks" | "flags"> = {
    releasedOn,
    lastEventOn: releasedOn,
    committee,
    superior,
    held: [committee],
    caseKey: null,
    kind: "report",
    reporterWroteOn: null,
    reporterDays: [],
    transferredOn: null,
    takenOverOn: null,
    proposedOn: null,
    reviewAskedOn: null,
    recusedOn: null,
    superiorOpenedOn: null,
    escalatedOn: null,
    erasedOn: null,
    formal: null,
    outer: createClock("result", "report", releasedOn, releasedOn),
    outerPromised: null,
  };
  const clocks = turnClocks({ ...facts, clocks: [] }, { type: "Released", on: releasedOn });
  return withFlags({ status: "sent", ...facts, clocks, flags: noFlags }, false);
}

/**
 * The state after an event. Knows no law: an event carries what it must. Total: an event that does not fit the
 * status changes no more than the date of the last event, because a fold must not fail on a stored row;
 * `findHistoryFault` is where a misfit is refused.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const lastEventOn = laterOf(state.lastEventOn, event.on);
  if (event.type === "Released" || permissionIn(commandOf[event.type], state.status) !== "allowed")
    return { ...state, lastEventOn };
  const changed = transitionOf(event.type)(state, event);
  const since = event.type === "MadeFormal" ? event.since : event.on;
  const turned = { ...changed, clocks: turnClocks(changed, event, since), lastEventOn };
  if (!isMessageToReporter(event.type))
    return withFlags(turned, event.type === "ReporterWrote" || state.flags["reporter-wrote"]);
  const isAnswer = event.type !== "Acknowledged" && event.type !== "TakenOver" && "answeredOn" in turned;
  return withFlags(isAnswer ? { ...turned, answeredOn: event.on } : turned, false);
}

/** The state that a whole history leaves. Throws RangeError unless it begins with `Released`. */
export function replay(events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first?.type !== "Released") throw new RangeError("a history begins with Released");
  return rest.reduce(evolve, releasedCase(first.on, first.committee, first.superior));
}

type Transition<Type extends CaseEventType> = (state: CaseState, event: EventOf<Type>) => CaseState;

function transitionOf(type: CaseEventType): Transition<CaseEventType> {
  // Each transition is only ever handed the event under whose type it stands.
  return transitions[type] as Transition<CaseEventType>;
}

const unchanged = (state: CaseState): CaseState => state;

const transitions: { readonly [Type in CaseEventType]: Transition<Type> } = {
  Released: unchanged,
  Opened: (state, { on }) => ({ ...factsOf(state), status: "opened", openedOn: on }),
  Acknowledged: (state, { on }) =>
    state.status === "opened"
      ? { ...state, status: "acknowledged", acknowledgedOn: on, answeredOn: null }
      : state,
  MessageSent: unchanged,
  Classified: (state, { on, kind }) => {
    const classified = { ...state, kind, clocks: changeKind(state.clocks, kind) };
    return classified.status === "acknowledged"
      ? { ...classified, status: "classified", classifiedOn: on }
      : classified;
  },
  ReporterAsked: (state, { on, days }) => ({
    ...state,
    clocks: changeResult(state, (clock) => ({
      pauses: [...clock.pauses, { from: on, days, lastOn: null }],
    })),
  }),
  Extended: (state, { days }) => ({
    ...state,
    clocks: changeResult(state, ({ extensions }) => ({ extensions: [...extensions, days] })),
  }),
  VerificationBegun: (state, { on }) =>
    state.status === "classified" ? { ...state, status: "verifying", verifyingSince: on } : state,
  Transferred: (state, { on, to, key }) => ({
    ...factsOf(state),
    status: "transferred",
    receivedOn: null,
    transferredOn: on,
    committee: to,
    held: [...state.held, to],
    caseKey: key,
  }),
  SuperiorProposed: (state, { on }) => ({ ...state, proposedOn: on }),
  Noted: unchanged,
  HandedOver: (state, { key }) => ({ ...state, caseKey: key }),
  Recused: (state, { on, key }) => ({ ...state, caseKey: key, recusedOn: on }),
  Refused: (state, { on }) =>
    state.status === "classified" ? { ...state, status: "refused", refusedOn: on } : state,
  Concluded: (state, { on }) =>
    state.status === "verifying" ? { ...state, status: "concluded", concludedOn: on } : state,
  Closed: (state, { on }) =>
    state.status === "concluded" ? { ...state, status: "closed", closedOn: on } : state,
  Explained: unchanged,
  ReporterWrote: (state, { on }) => ({
    ...state,
    reporterWroteOn: on,
    reporterDays: state.reporterDays.includes(on) ? state.reporterDays : [...state.reporterDays, on],
    clocks: resume(state, on),
  }),
  ReviewAsked: (state, { on }) => ({ ...state, reviewAskedOn: on }),
  MadeFormal: (state, { on, kind, since }) => ({
    ...state,
    kind,
    formal: { kind, since },
    outer: createClock("result", kind, since, on),
    outerPromised: null,
  }),
  ExplanationDemanded: unchanged,
  OpenedBySuperior: (state, { on }) => ({ ...state, superiorOpenedOn: on }),
  TakenOver: (state, { on, key }) => ({
    ...factsOf(state),
    status: "acknowledged",
    openedOn: on,
    acknowledgedOn: on,
    answeredOn: null,
    committee: state.superior ?? state.committee,
    held: state.superior === null ? state.held : [...state.held, state.superior],
    superior: null,
    takenOverOn: on,
    caseKey: key,
  }),
  TransferReceived: (state, { on }) =>
    state.status === "transferred" ? { ...state, receivedOn: on } : state,
  ClockResumed: (state, { on }) => ({ ...state, clocks: resume(state, addDays(on, -1)) }),
  BecameOverdue: (state, { on, clock }) => ({
    ...state,
    clocks: changeRunning(state, clock, () => ({ overdueOn: on })),
  }),
  Escalated: (state, { on, clock }) => ({
    ...state,
    escalatedOn: state.escalatedOn ?? on,
    clocks: clock === "outer" ? state.clocks : changeRunning(state, clock, () => ({ escalatedOn: on })),
  }),
  LawChanged: (state, { on, moves, outer }) => ({
    ...state,
    outerPromised: outer,
    clocks: state.clocks.map((clock, place) => {
      const move = moves.find((each) => each.place === place);
      return move === undefined ? clock : { ...clock, promised: { ...move.promised, changedOn: on } };
    }),
  }),
  Erased: (state, { on }) => ({ ...state, erasedOn: on }),
};

type ClockChange = (clock: CaseClock) => Partial<CaseClock>;

function changeRunning(state: CaseState, name: string, change: ClockChange): readonly CaseClock[] {
  return state.clocks.map((clock) =>
    clock.name === name && clock.stoppedOn === null ? { ...clock, ...change(clock) } : clock,
  );
}

function changeResult(state: CaseState, change: ClockChange): readonly CaseClock[] {
  return changeRunning(state, "result", change);
}

/** A tố cáo that turns out to be the other procedure's keeps its day and takes the other's limits. */
function changeKind(clocks: readonly CaseClock[], kind: CaseState["kind"]): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.name === "result" && clock.stoppedOn === null ? { ...clock, kind } : clock,
  );
}

function resume(state: CaseState, lastOn: PlainDate): readonly CaseClock[] {
  return changeResult(state, ({ pauses }) => ({
    pauses: pauses.map((pause) => (pause.lastOn === null ? { ...pause, lastOn } : pause)),
  }));
}

const noFlags: CaseState["flags"] = {
  "clock-paused": false,
  extended: false,
  overdue: false,
  "explanation-demanded": false,
  escalated: false,
  recused: false,
  formal: false,
  "reporter-wrote": false,
};

function withFlags(state: CaseState, reporterWrote: boolean): CaseState {
  const result = getRunningClock(state, "result");
  const flags: Readonly<Record<CaseFlag, boolean>> = {
    "clock-paused": getPause(result) !== undefined,
    extended: (result?.extensions.length ?? 0) > 0,
    overdue: state.clocks.some(({ stoppedOn, overdueOn }) => stoppedOn === null && overdueOn !== null),
    "explanation-demanded": getRunningClock(state, "explanation") !== undefined,
    escalated: state.escalatedOn !== null,
    recused: state.recusedOn !== null,
    formal: state.formal !== null,
    "reporter-wrote": reporterWrote,
  };
  return { ...state, flags };
}

/** What holds whatever the stage: a case that changes hands keeps nothing else. */
function factsOf(state: CaseState): CaseFacts {
  return {
    releasedOn: state.releasedOn,
    lastEventOn: state.lastEventOn,
    committee: state.committee,
    superior: state.superior,
    held: state.held,
    caseKey: state.caseKey,
    kind: state.kind,
    reporterWroteOn: state.reporterWroteOn,
    reporterDays: state.reporterDays,
    transferredOn: state.transferredOn,
    takenOverOn: state.takenOverOn,
    proposedOn: state.proposedOn,
    reviewAskedOn: state.reviewAskedOn,
    recusedOn: state.recusedOn,
    superiorOpenedOn: state.superiorOpenedOn,
    escalatedOn: state.escalatedOn,
    erasedOn: state.erasedOn,
    formal: state.formal,
    outer: state.outer,
    outerPromised: state.outerPromised,
    clocks: state.clocks,
    flags: state.flags,
  };
}
