import { laterOf, type PlainDate } from "../plain-date.ts";
import type { CaseState } from "./case.ts";
import type { CaseEvent, CaseEventType } from "./case.events.ts";

const heard: CaseState["flags"] = { "reporter-wrote": false };

/** A case on the day of its release, with nothing done yet. */
export function releasedCase(releasedOn: PlainDate): CaseState {
  return { status: "sent", releasedOn, lastEventOn: releasedOn, reporterWroteOn: null, flags: heard };
}

/**
 * The state after an event. Total: an event that does not fit the status changes no more than the date of the
 * last event, because a fold must not fail on a stored row; `findHistoryFault` is where a misfit is refused.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  return { ...transitions[event.type](state, event.on), lastEventOn: laterOf(state.lastEventOn, event.on) };
}

/** The state that a whole history leaves. Throws RangeError unless it begins with `Released`. */
export function replay(events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first?.type !== "Released") throw new RangeError("a history begins with Released");
  return rest.reduce(evolve, releasedCase(first.on));
}

type Transition = (state: CaseState, on: PlainDate) => CaseState;

const transitions: Readonly<Record<CaseEventType, Transition>> = {
  Released: (state) => state,
  Opened: (state, openedOn) => (state.status === "sent" ? { ...state, status: "opened", openedOn } : state),
  Acknowledged: (state, acknowledgedOn) =>
    state.status === "opened"
      ? { ...state, status: "acknowledged", acknowledgedOn, answeredOn: null, flags: heard }
      : state,
  MessageSent: (state, answeredOn) => {
    if (state.status === "sent") return state;
    return state.status === "opened" ? { ...state, flags: heard } : { ...state, answeredOn, flags: heard };
  },
  ReporterWrote: (state, reporterWroteOn) => ({
    ...state,
    reporterWroteOn,
    flags: { "reporter-wrote": true },
  }),
};
