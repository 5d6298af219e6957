import { addWorkingDays, type Calendar } from "./calendar.ts";
import type { PlainDate } from "./plain-date.ts";
import type { CaseKind, CongressPause } from "./policy.ts";

/** A Party congress that is called: of which level (code of the level table), and on which day. */
export type Congress = { readonly level: string; readonly on: PlainDate };

/**
 * The day from which a result counts. What comes in within the window before a congress waits for it (Hướng dẫn
 * 07-HD/UBKTTW): then the day of the congress, else the day of the event. Off unless the policy switches it on.
 */
export function startAfterCongress(
  happenedOn: PlainDate,
  kind: CaseKind,
  pause: CongressPause | undefined,
  calendar: Calendar,
  congress: Congress | null,
): PlainDate {
  if (pause?.enabled !== true || congress === null || happenedOn >= congress.on) return happenedOn;
  const window = pause.windows.find(({ level }) => level === congress.level);
  if (window === undefined || !pause.appliesTo.some((each) => each === kind)) return happenedOn;
  return addWorkingDays(happenedOn, window.workingDays, calendar) >= congress.on ? congress.on : happenedOn;
}
