import type { PlainDate } from "../plain-date.ts";

export const eventTypes = ["Released", "Opened", "Acknowledged", "MessageSent", "ReporterWrote"] as const;
/** What the server may know of an act: its type. What was said is sealed and no part of the law. */
export type CaseEventType = (typeof eventTypes)[number];

/**
 * Something that happened to a case on a day; never a finer time. `Released` comes first, once, and starts the
 * clocks. `MessageSent` goes from the committee to the reporter. `ReporterWrote` stands for everything that a
 * reporter does, so that a reply cannot be told from a withdrawal.
 */
export type CaseEvent = { readonly type: CaseEventType; readonly on: PlainDate };
