import { addDays, type PlainDate } from "../../src/domain/plain-date.ts";
import type { Moment } from "../platform/platform.ts";

/** Hour of the daily release in the directory; null: at once (demonstrations only). */
export type ReleaseHour = number | null;

/** The day on which what arrives now becomes visible. */
export function nextReleaseDay({ today, hour }: Moment, releaseHour: ReleaseHour): PlainDate {
  return releaseHour === null || hour < releaseHour ? today : addDays(today, 1);
}

/**
 * The last day whose release has taken place: what was released on it or before can be seen. A letter's
 * visibility is nothing else than this comparison, so no job can forget one.
 */
export function lastReleaseDay({ today, hour }: Moment, releaseHour: ReleaseHour): PlainDate {
  return releaseHour === null || hour >= releaseHour ? today : addDays(today, -1);
}
