import type { CommitteeId, KeyId } from "../ids.ts";
import type { PlainDate } from "../plain-date.ts";
import type { FormalKind, ReportKind } from "../policy.ts";
import type { CaseEventType } from "./case.events.ts";
import type { LawChange } from "./case.law-record.ts";

export const actors = ["officer", "reporter", "superior", "clock"] as const;
/** On whose behalf something happens. `clock`: time itself, and the law when it changes. */
export type Actor = (typeof actors)[number];

/** What each can ask of a case; sealed notes are one command here, told apart in `case.sealed`. */
export const commandsOf = {
  officer: [
    "open",
    "acknowledge",
    "send-message",
    "classify",
    "ask-reporter",
    "extend",
    "begin-verification",
    "transfer",
    "propose-superior",
    "note",
    "hand-over",
    "recuse",
    "refuse",
    "conclude",
    "close",
    "explain",
  ],
  reporter: ["reporter-message", "ask-review", "make-formal"],
  superior: ["demand-explanation", "open-as-superior", "take-over"],
  clock: ["receive-transfer", "resume-clock", "mark-overdue", "escalate", "change-law", "erase"],
} as const satisfies Record<Actor, readonly string[]>;

export type CommandOf<Who extends Actor> = (typeof commandsOf)[Who][number];
export type CommandName = CommandOf<Actor>;

/** What only time does: `tick` makes these, nobody gives them. */
export type StepName = Exclude<CommandOf<"clock">, "change-law">;
export type GivenName = Exclude<CommandName, StepName>;

export const commandNames: readonly CommandName[] = actors.flatMap((actor) => commandsOf[actor]);

type Parameters = {
  classify: { readonly kind: ReportKind };
  "ask-reporter": { readonly days: number };
  extend: { readonly days: number };
  transfer: { readonly to: CommitteeId; readonly key: KeyId };
  "hand-over": { readonly key: KeyId };
  recuse: { readonly key: KeyId };
  "make-formal": { readonly kind: FormalKind; readonly since: PlainDate };
  "take-over": { readonly key: KeyId };
  "change-law": LawChange;
};

/** One command with what the server may know of it. */
export type GivenCommand<Name extends GivenName> = Name extends keyof Parameters
  ? { readonly type: Name } & Parameters[Name]
  : { readonly type: Name };

/** A wish; `decide` says whether it becomes an event. */
export type CaseCommand = { [Name in GivenName]: GivenCommand<Name> }[GivenName];

/** The event that comes of a command; its parameters are the command's. */
export const eventOf = {
  open: "Opened",
  acknowledge: "Acknowledged",
  "send-message": "MessageSent",
  classify: "Classified",
  "ask-reporter": "ReporterAsked",
  extend: "Extended",
  "begin-verification": "VerificationBegun",
  transfer: "Transferred",
  "propose-superior": "SuperiorProposed",
  note: "Noted",
  "hand-over": "HandedOver",
  recuse: "Recused",
  refuse: "Refused",
  conclude: "Concluded",
  close: "Closed",
  explain: "Explained",
  "reporter-message": "ReporterWrote",
  "ask-review": "ReviewAsked",
  "make-formal": "MadeFormal",
  "demand-explanation": "ExplanationDemanded",
  "open-as-superior": "OpenedBySuperior",
  "take-over": "TakenOver",
  "receive-transfer": "TransferReceived",
  "resume-clock": "ClockResumed",
  "mark-overdue": "BecameOverdue",
  escalate: "Escalated",
  "change-law": "LawChanged",
  erase: "Erased",
} as const satisfies Record<CommandName, CaseEventType>;

/** The command that an event came of. Inverse of `eventOf`. */
export const commandOf = Object.fromEntries(
  Object.entries(eventOf).map(([command, type]) => [type, command]),
) as Readonly<Record<Exclude<CaseEventType, "Released">, CommandName>>;

/** Who may give a command. */
export const actorOf = Object.fromEntries(
  actors.flatMap((actor) => commandsOf[actor].map((command) => [command, actor])),
) as Readonly<Record<CommandName, Actor>>;
