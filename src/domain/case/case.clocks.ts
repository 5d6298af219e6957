import type { Clock } from "../clocks.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ClockStop } from "../policy.ts";
import type { CaseEvent, CaseEventType } from "./case.events.ts";

/**
 * Which event is meant by a policy row's `stop`. Null: no such event can happen yet, so the clock runs on. An
 * acknowledgement does not stop the acknowledge clock: its row says `classified`, and a kind word is no decision.
 */
const stoppingEvent = {
  opened: "Opened",
  classified: null,
  transferred: null,
  concluded: null,
  explained: null,
  closed: null,
  erased: null,
  "stop event of the missed clock": null,
} as const satisfies Record<ClockStop, CaseEventType | null>;

/** Whether such an event stops the clock. A clock stops by its own event and by nothing else. */
export function isStoppedBy(clock: Pick<Clock, "stop">, type: CaseEventType): boolean {
  return stoppingEvent[clock.stop] === type;
}

/** The day on which the history first stopped the clock, null while it runs. */
export function stoppedOn(clock: Clock, events: readonly CaseEvent[]): PlainDate | null {
  return events.find((event) => isStoppedBy(clock, event.type))?.on ?? null;
}
