import type { CaseId, CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Language } from "../../i18n/language.ts";
import type { OfficerMessages } from "../../i18n/officer/words.load.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { CaseListing } from "../desk/case-list.ts";
import type { KnownOrganisation } from "../organisation.ts";
import type { WrittenCommand } from "./case-permissions.ts";
import type { Duty, Filter, Heard } from "./duty.ts";

export const signInProblems = [
  "missing",
  "wrong",
  "unreachable",
  "busy",
  "directory",
  "clock-ahead",
  "tampered",
  "cannot-stretch",
  "internal",
] as const;
export type SignInProblem = (typeof signInProblems)[number];

/** Why the sign-in page is shown. */
export type GateReason = "start" | "locked" | "idle" | "ended";

/** The sign-in page. */
export type Gate = {
  readonly step: "waiting" | "stretching" | "unlocking";
  readonly reason: GateReason;
  readonly problem: SignInProblem | null;
  readonly loginName: string;
};

/** Who is signed in, without a single key. */
export type Session = {
  readonly officer: { readonly id: OfficerId; readonly title: string; readonly loginName: string };
  readonly committees: readonly CommitteeId[];
  readonly organisation: KnownOrganisation;
  readonly deviceDay: PlainDate;
  readonly serverDay: PlainDate;
};

/** The list of the chosen committee. While it is asked again the old one stays on the screen. */
export type ListState = {
  readonly duties: readonly Duty[] | null;
  readonly today: PlainDate | null;
  readonly loading: boolean;
  readonly failure: "unreachable" | "busy" | "other" | null;
};

export type CaseFailure =
  | "unreachable"
  | "busy"
  | "not-found"
  | "letter-damaged"
  | "no-key"
  | "key-record"
  | "unreadable"
  | "other";

/** The case in the right-hand pane. */
export type OpenCase = {
  readonly id: CaseId;
  readonly file: CaseFile | null;
  readonly step: "loading" | "opening" | "sending" | "ready";
  readonly failure: CaseFailure | null;
  readonly composing: boolean;
  /** What was sent without an answer; null when the last attempt was answered. "" stands for an opening. */
  readonly unanswered: string | null;
};

/** A half-written message. `template`: the text it began with, so that untouched text can be exchanged. */
export type Draft = { readonly command: WrittenCommand; readonly text: string; readonly template: string };

export type NoticeKey = Extract<keyof OfficerMessages, `notice.${string}` | "inbox.refreshed">;
export type Notice = {
  readonly tone: "done" | "warning" | "error";
  readonly keys: readonly Exclude<NoticeKey, "inbox.refreshed">[];
};

/** Where to go on after a session has ended by itself. */
export type Resume = {
  readonly officer: OfficerId;
  readonly committee: CommitteeId | null;
  readonly case: CaseId | null;
  readonly composing: boolean;
};

/** Everything on the screen. No key, no passphrase. */
export type State = {
  readonly language: Language;
  readonly gate: Gate;
  readonly session: Session | null;
  readonly committee: CommitteeId | null;
  readonly list: ListState;
  readonly heard: Heard;
  readonly filter: Filter;
  readonly page: number;
  /** The line on which the keyboard stands. */
  readonly cursor: CaseId | null;
  readonly open: OpenCase | null;
  readonly drafts: ReadonlyMap<CaseId, Draft>;
  readonly resume: Resume | null;
  readonly notice: Notice | null;
  readonly helpShown: boolean;
  readonly singleKeys: boolean;
  readonly locksSoon: boolean;
};

/** What happened: a click, a key, an answer. */
export type Event =
  | { readonly type: "language-chosen"; readonly language: Language }
  | { readonly type: "sign-in-went-on"; readonly step: Gate["step"]; readonly loginName: string }
  | { readonly type: "sign-in-failed"; readonly problem: SignInProblem; readonly loginName: string }
  | { readonly type: "signed-in"; readonly session: Session }
  | { readonly type: "left"; readonly reason: Exclude<GateReason, "start"> }
  | { readonly type: "committee-chosen"; readonly committee: CommitteeId }
  | { readonly type: "list-asked" }
  | { readonly type: "list-answered"; readonly listing: CaseListing }
  | { readonly type: "filter-chosen"; readonly filter: Filter }
  | { readonly type: "page-turned"; readonly page: number }
  | { readonly type: "cursor-set"; readonly case: CaseId }
  | { readonly type: "cursor-moved"; readonly by: 1 | -1 }
  | { readonly type: "case-asked"; readonly case: CaseId }
  | { readonly type: "letter-asked" }
  | { readonly type: "case-answered"; readonly case: CaseId; readonly answer: CaseAnswer }
  | { readonly type: "letter-answered"; readonly case: CaseId; readonly answer: CaseAnswer }
  | { readonly type: "case-closed" }
  | { readonly type: "composed"; readonly command: WrittenCommand; readonly template: string }
  | { readonly type: "template-inserted"; readonly template: string }
  | { readonly type: "draft-changed"; readonly text: string }
  | { readonly type: "composer-closed" }
  | { readonly type: "sending" }
  | {
      readonly type: "sent";
      readonly case: CaseId;
      readonly command: WrittenCommand;
      readonly text: string;
      readonly answer: CaseAnswer;
    }
  | { readonly type: "notice-shown"; readonly notice: Notice }
  | { readonly type: "notice-dismissed" }
  | { readonly type: "help-shown"; readonly shown: boolean }
  | { readonly type: "single-keys-set"; readonly on: boolean }
  | { readonly type: "locks-soon"; readonly soon: boolean };
