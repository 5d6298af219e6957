import { type CaseStatus, caseStatuses } from "./case.ts";
import { type Actor, actorOf, type CommandName, type CommandOf } from "./case.commands.ts";

/** Refused by the status. */
const stageReasons = [
  "not-opened-yet",
  "not-acknowledged-yet",
  "not-classified-yet",
  "not-verifying-yet",
  "not-concluded-yet",
  "not-transferred",
  "not-refused",
  "already-opened",
  "already-acknowledged",
  "already-verifying",
  "already-concluded",
  "already-closed",
  "already-refused",
] as const;

/** Refused by what has happened, beside the status. */
const guardReasons = [
  "not-your-command",
  "before-release",
  "before-last-event",
  "erased",
  "not-received-yet",
  "not-made-formal",
  "already-formal",
  "no-such-message",
  "overdue",
  "not-overdue",
  "clock-not-running",
  "already-paused",
  "not-a-number-of-days",
  "pause-too-long",
  "no-pause-left",
  "extension-too-long",
  "no-extension-left",
  "past-hard-limit",
  "already-transferred",
  "already-taken-over",
  "had-it-before",
  "superior-not-by-transfer",
  "explanation-owed",
  "no-explanation-owed",
  "explanation-already-demanded",
  "key-not-new",
  "no-superior",
  "already-proposed",
  "nothing-to-review",
  "review-already-asked",
  "review-window-over",
  "reporter-may-still-answer",
  "superior-may-not-read",
  "superior-already-opened",
] as const;

export const refusalReasons = [...stageReasons, ...guardReasons] as const;
/** Why a command is refused. The client owns the sentence. */
export type RefusalReason = (typeof refusalReasons)[number];

/** Allowed, or the reason why not. */
export type Permission = "allowed" | RefusalReason;

type EachOf<List extends readonly unknown[], Cell> = { readonly [Index in keyof List]: Cell };

/** One permission per status, in the order of `caseStatuses`. A status without one does not compile. */
type Row = EachOf<typeof caseStatuses, "allowed" | (typeof stageReasons)[number]>;

const yes = "allowed";
const unopened = "not-opened-yet";
const unmet = "not-acknowledged-yet";
const unsorted = "not-classified-yet";
const unchecked = "not-verifying-yet";
const undecided = "not-concluded-yet";
const opened = "already-opened";
const met = "already-acknowledged";
const checking = "already-verifying";
const decided = "already-concluded";
const closed = "already-closed";
const refused = "already-refused";
const unmoved = "not-transferred";
const eligible = "not-refused";

const everywhere: Row = [yes, yes, yes, yes, yes, yes, yes, yes, yes];

/**
 * Who may do what in which status: the one table that the greyed-out button and the refusing server read. What has
 * happened beside the status is asked in `case.guards`. In `transferred` the letter lies unopened with another committee.
 *
 * Columns: sent, opened, acknowledged, classified, verifying, concluded, closed, refused, transferred.
 */
export const actions = {
  officer: {
    open: [yes, opened, opened, opened, opened, opened, opened, opened, yes],
    acknowledge: [unopened, yes, met, met, met, met, met, met, unopened],
    "send-message": [unopened, yes, yes, yes, yes, yes, closed, yes, unopened],
    classify: [unopened, unmet, yes, yes, yes, decided, closed, refused, unopened],
    "ask-reporter": [unopened, unmet, yes, yes, yes, decided, closed, refused, unopened],
    extend: [unopened, unmet, yes, yes, yes, decided, closed, refused, unopened],
    "begin-verification": [unopened, unmet, unsorted, yes, checking, decided, closed, refused, unopened],
    transfer: [unopened, unmet, unsorted, yes, yes, decided, closed, refused, unopened],
    "propose-superior": [unopened, unmet, unsorted, yes, yes, decided, closed, refused, unopened],
    note: [unopened, yes, yes, yes, yes, yes, yes, yes, unopened],
    "hand-over": [unopened, yes, yes, yes, yes, yes, yes, yes, unopened],
    recuse: [unopened, yes, yes, yes, yes, yes, yes, yes, unopened],
    refuse: [unopened, unmet, unsorted, yes, checking, decided, closed, refused, unopened],
    conclude: [unopened, unmet, unsorted, unchecked, yes, decided, closed, refused, unopened],
    close: [unopened, undecided, undecided, undecided, undecided, yes, closed, refused, unopened],
    explain: everywhere,
  },
  reporter: {
    "reporter-message": everywhere,
    "ask-review": everywhere,
    "make-formal": [yes, yes, yes, yes, yes, decided, closed, refused, yes],
  },
  superior: {
    "demand-explanation": everywhere,
    "open-as-superior": everywhere,
    "take-over": everywhere,
  },
  clock: {
    "receive-transfer": [unmoved, unmoved, unmoved, unmoved, unmoved, unmoved, unmoved, unmoved, yes],
    "resume-clock": everywhere,
    "mark-overdue": everywhere,
    escalate: everywhere,
    "change-law": everywhere,
    erase: [eligible, eligible, eligible, eligible, eligible, eligible, eligible, yes, eligible],
  },
} as const satisfies { readonly [Who in Actor]: Readonly<Record<CommandOf<Who>, Row>> };

const rows: Readonly<Record<CommandName, Row>> = {
  ...actions.officer,
  ...actions.reporter,
  ...actions.superior,
  ...actions.clock,
};

/** What the table says of a command in a status, whoever gives it. */
export function permissionIn(command: CommandName, status: CaseStatus): Permission {
  return rows[command][caseStatuses.indexOf(status)] ?? "not-your-command";
}

/** Whether this actor may give this command to a case in this status, whatever else has happened. */
export function mayDo(command: CommandName, status: CaseStatus, actor: Actor): Permission {
  return actorOf[command] === actor ? permissionIn(command, status) : "not-your-command";
}
