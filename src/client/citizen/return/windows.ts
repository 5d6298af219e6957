import { addWorkingDays, countWorkingDays } from "../../../domain/calendar.ts";
import { type CaseClock, getClock, getPause, getRunningClock } from "../../../domain/case/case.ts";
import { clockOf, rowOf } from "../../../domain/case/case.clocks.ts";
import { type Law, limitOf } from "../../../domain/clocks.ts";
import { addDays, type PlainDate } from "../../../domain/plain-date.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { CaseView } from "../../reporter/open-case.ts";
import { reviewPermission } from "./permissions.ts";

/** For what the reporter has time, and until when. `daysLeft`: working days after today, 0 on the last day. */
export type Window = {
  readonly kind: "asked" | "comment" | "review";
  readonly lastOn: PlainDate;
  readonly daysLeft: number;
};

/** What waits for the reporter: an answer, an opinion about the result, a request that the superior look again. */
export function openWindows(
  { state, today }: Pick<CaseView, "state" | "today">,
  organisation: KnownOrganisation,
): readonly Window[] {
  const { law } = organisation;
  const open = (kind: Window["kind"], lastOn: PlainDate): Window => ({
    kind,
    lastOn,
    daysLeft: lastOn > today ? countWorkingDays(today, lastOn, law.calendar) : 0,
  });
  const result = getRunningClock(state, "result");
  const asked = result === undefined ? null : lastDayOfPause(result, law);
  const comment = getRunningClock(state, "reporter-comment");
  const commentTo = comment === undefined ? null : limitOf(clockOf(comment, law)).on;
  const review = getClock(state, "review");
  const mayAsk = reviewPermission(state, organisation, today) === "allowed";
  return [
    ...(asked === null ? [] : [open("asked", asked)]),
    ...(commentTo === null || commentTo < today ? [] : [open("comment", commentTo)]),
    ...(review === undefined || !mayAsk ? [] : [open("review", limitOf(clockOf(review, law)).on)]),
  ];
}

/** The last day on which the committee's clock stands still for the reporter's answer; null: it does not. */
export function lastDayOfPause(clock: CaseClock, law: Law): PlainDate | null {
  const pause = getPause(clock);
  if (pause === undefined) return null;
  return rowOf(clock, law).unit === "working-day"
    ? addWorkingDays(pause.from, pause.days, law.calendar)
    : addDays(pause.from, pause.days);
}
