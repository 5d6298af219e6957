import type { PlainDate } from "../plain-date.ts";
import type { Promised } from "./case.ts";

export const lawChangeReasons = ["calendar", "policy", "congress"] as const;
/** What was imported: shown to the reporter beside a date that changed. */
export type LawChangeReason = (typeof lawChangeReasons)[number];

/** One clock whose dates the new law reckons otherwise. */
export type ClockMove = {
  /** Position in the case's list of clocks. */
  readonly place: number;
  /** What had been said. */
  readonly promised: Omit<Promised, "changedOn">;
  /** Where the limit would be by the new law alone; the earlier of the two holds. */
  readonly reckoned: PlainDate;
};

/** The record of a recomputation: it alone is enough to keep every promise without the old tables. */
export type LawChange = {
  readonly because: LawChangeReason;
  readonly moves: readonly ClockMove[];
  /** The outer escalation date, which no law moves. */
  readonly outer: PlainDate;
};
