import { type Law, limitOf } from "../clocks.ts";
import type { KeyId } from "../ids.ts";
import { addDays, type PlainDate } from "../plain-date.ts";
import {
  type CaseClock,
  type CaseState,
  getClock,
  getPause,
  getRunningClock,
  superiorMayRead,
} from "./case.ts";
import type { Permission } from "./case.actions.ts";
import { clockOf, extraDays, pausedDays, rowOf } from "./case.clocks.ts";
import type { GivenCommand, GivenName } from "./case.commands.ts";

/** What a command meets: a state that has been brought to the day. */
export type Situation = { readonly state: CaseState; readonly today: PlainDate; readonly law: Law };

type Guard<Name extends GivenName> = (situation: Situation, command: GivenCommand<Name>) => Permission;

const free = (): Permission => "allowed";

/** The first that is not allowed. */
function firstOf(...permissions: readonly Permission[]): Permission {
  return permissions.find((permission) => permission !== "allowed") ?? "allowed";
}

function unless(condition: boolean, reason: Permission): Permission {
  return condition ? reason : "allowed";
}

/** What flags and past acts say of a command that the status allows. All of it the server enforces. */
export const guards: { readonly [Name in GivenName]: Guard<Name> } = {
  open: ({ state }) =>
    unless(state.status === "transferred" && state.receivedOn === null, "not-received-yet"),
  acknowledge: free,
  "send-message": free,
  classify: ({ state }, { kind }) => {
    if (state.formal === null) return unless(kind !== "report", "not-made-formal");
    const isLate = getRunningClock(state, "result")?.overdueOn != null;
    return firstOf(
      unless(kind === "report", "already-formal"),
      unless(kind !== state.kind && isLate, "overdue"),
    );
  },
  "ask-reporter": ({ state, law }, { days }) => mayPause(getRunningClock(state, "result"), days, law),
  extend: ({ state, law }, { days }) => mayExtend(getRunningClock(state, "result"), days, law),
  "begin-verification": free,
  transfer: ({ state }, { to, key }) =>
    firstOf(
      unless(state.takenOverOn !== null, "already-taken-over"),
      unless(state.transferredOn !== null, "already-transferred"),
      unless(state.flags.overdue, "overdue"),
      unless(state.flags["explanation-demanded"], "explanation-owed"),
      unless(state.held.includes(to), "had-it-before"),
      unless(to === state.superior, "superior-not-by-transfer"),
      isNew(state, key),
    ),
  "propose-superior": ({ state }) =>
    firstOf(
      unless(state.superior === null, "no-superior"),
      unless(state.proposedOn !== null, "already-proposed"),
    ),
  note: free,
  "hand-over": ({ state }, { key }) => isNew(state, key),
  recuse: ({ state }, { key }) => isNew(state, key),
  refuse: free,
  conclude: free,
  close: ({ state, today, law }) => {
    const clock = getRunningClock(state, "reporter-comment");
    return unless(clock !== undefined && today <= lastDay(clock, law), "reporter-may-still-answer");
  },
  explain: ({ state }) => unless(!state.flags["explanation-demanded"], "no-explanation-owed"),
  "reporter-message": free,
  // What was written on the last day is released on the next.
  "ask-review": ({ state, today, law }) => {
    const clock = getClock(state, "review");
    return firstOf(
      // After a take-over the superior looks already: what was written before it arrives as it was meant.
      unless(state.superior === null && state.takenOverOn === null, "no-superior"),
      unless(state.reviewAskedOn !== null, "review-already-asked"),
      clock === undefined
        ? "nothing-to-review"
        : unless(today > addDays(lastDay(clock, law), 1), "review-window-over"),
    );
  },
  "make-formal": ({ state }, { since }) =>
    firstOf(
      unless(state.formal !== null, "already-formal"),
      unless(!state.reporterDays.includes(since), "no-such-message"),
    ),
  "demand-explanation": ({ state }) =>
    firstOf(
      unless(state.superior === null, "no-superior"),
      unless(!state.flags.overdue, "not-overdue"),
      unless(state.flags["explanation-demanded"], "explanation-already-demanded"),
    ),
  "open-as-superior": ({ state }) =>
    firstOf(mayReach(state), unless(state.superiorOpenedOn !== null, "superior-already-opened")),
  "take-over": ({ state }, { key }) => firstOf(mayReach(state), isNew(state, key)),
  "change-law": free,
};

function mayReach(state: CaseState): Permission {
  return firstOf(
    unless(state.superior === null, "no-superior"),
    unless(!superiorMayRead(state), "superior-may-not-read"),
  );
}

function isNew({ caseKey }: CaseState, key: KeyId): Permission {
  return unless(key === caseKey, "key-not-new");
}

function lastDay(clock: CaseClock, law: Law): PlainDate {
  return limitOf(clockOf(clock, law)).on;
}

/** Questions to the reporter: each and all of them capped by the row, none after the limit, none past the hard limit. */
function mayPause(clock: CaseClock | undefined, days: number, law: Law): Permission {
  if (clock === undefined) return "clock-not-running";
  const { pauseMax = 0, pauseTotal = 0 } = rowOf(clock, law);
  return firstOf(
    mayLengthen(clock, days),
    unless(getPause(clock) !== undefined, "already-paused"),
    unless(days > pauseMax, "pause-too-long"),
    unless(pausedDays(clock, law) + days > pauseTotal, "no-pause-left"),
    staysBelowHardLimit(clock, days, law),
  );
}

function mayExtend(clock: CaseClock | undefined, days: number, law: Law): Permission {
  if (clock === undefined) return "clock-not-running";
  const { extensions, extensionMax = 0 } = rowOf(clock, law);
  return firstOf(
    mayLengthen(clock, days),
    unless(clock.extensions.length >= extensions, "no-extension-left"),
    unless(days > extensionMax, "extension-too-long"),
    staysBelowHardLimit(clock, days, law),
  );
}

function mayLengthen({ overdueOn }: CaseClock, days: number): Permission {
  return firstOf(
    unless(!Number.isSafeInteger(days) || days < 1, "not-a-number-of-days"),
    unless(overdueOn !== null, "overdue"),
  );
}

function staysBelowHardLimit(clock: CaseClock, days: number, law: Law): Permission {
  const { amount, hardLimit } = rowOf(clock, law);
  return unless(amount + extraDays(clock, law) + days > hardLimit, "past-hard-limit");
}
