import type { CaseId, CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Language } from "../../i18n/language.ts";
import type { OfficerMessages } from "../../i18n/officer/words.load.ts";
import type { CaseEventType } from "../../domain/case/case.events.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { ListMark } from "../../api/officer.schema.ts";
import type { Listing, ListChanging } from "./ledger/ledger-list.ts";
import type { LedgerQuestion, LedgerView } from "./ledger/ledger.protocol.ts";
import type { LateListing } from "../desk/late-list.ts";
import type { Reader } from "../desk/readers-left.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import type { KnownOrganisation } from "../organisation.ts";
import type { AuditEvent, AuditState } from "./audit/audit-state.ts";
import type { KeptDesk } from "./kept-desk.ts";
import type { TriageEvent, TriageState } from "./triage/triage-state.ts";
import type { Beginning, FieldName, Form, TemplateChoice } from "./form.ts";

export const signInProblems = [
  "missing",
  "wrong",
  "unreachable",
  "busy",
  "directory",
  "clock-ahead",
  "tampered",
  "cannot-stretch",
  /** The page was put aside in the middle. */
  "interrupted",
  "passkey-cancelled",
  "passkey-unknown",
  "passkey-without-secret",
  "internal",
] as const;
export type SignInProblem = (typeof signInProblems)[number];

/** Why the sign-in page is shown. */
export type GateReason = "start" | "locked" | "idle" | "ended";

/** The sign-in page. */
export type Gate = {
  readonly step: "waiting" | "stretching" | "asking-passkey" | "unlocking";
  readonly reason: GateReason;
  readonly problem: SignInProblem | null;
  /** Something unfinished lies sealed in the page until its officer unlocks again. */
  readonly kept: boolean;
  /** So many wrong tries since somebody came in. */
  readonly wrongTries: number;
  /** Seconds until the next try. */
  readonly pause: number;
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
  /** What of it is on the screen: the ledger alone knows the whole. Null: nothing has come yet. */
  readonly view: LedgerView | null;
  /** What was searched for in that view; by the next key something else may be asked for already. */
  readonly query: string;
  /** Up to where it is known whole; null: only the most urgent are here so far. */
  readonly mark: ListMark | null;
  readonly today: PlainDate | null;
  readonly loading: boolean;
  readonly failure: "unreachable" | "busy" | "other" | null;
};

/** The list of those below that are late. While it is asked again the old one stays on the screen. */
export type LateState = {
  readonly listing: Extract<LateListing, { kind: "late" }> | null;
  readonly loading: boolean;
  readonly failure: ListState["failure"];
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

/** Who of the committee could read the case; `failed`: the roster could not be had or verified. */
export type ReaderChoices =
  | { readonly kind: "loading" }
  | { readonly kind: "readers"; readonly readers: readonly Reader[] }
  | { readonly kind: "failed" };

/** Why the form does not go on: fields that lack something, or what stands against the whole. */
export type FormProblem = {
  readonly fields: readonly FieldName[];
  readonly obstacle: OrderObstacle | null;
  /** So many bytes the words are too long. */
  readonly excessBytes?: number;
};

/** The form that is open in the case. */
export type Writing = {
  readonly command: OrderName;
  /** What will happen is said once more, and the next press does it. */
  readonly confirming: boolean;
  readonly problem: FormProblem | null;
};

/** The case in the right-hand pane. */
export type OpenCase = {
  readonly id: CaseId;
  readonly file: CaseFile | null;
  readonly step: "loading" | "opening" | "sending" | "ready";
  readonly failure: CaseFailure | null;
  readonly writing: Writing | null;
  readonly readers: ReaderChoices | null;
};

/** What was sent on an entry of a case and is on its way, or whose answer never came. Plain data, to be kept with the drafts. */
export type Attempt = { readonly order: Order; readonly sequence: number };

/** What was begun in a case, one form for each command: going from one to another loses nothing. */
export type Drafts = ReadonlyMap<OrderName, Form>;

type PlainNoticeKey = Exclude<Extract<keyof OfficerMessages, `notice.${string}`>, "notice.conflict.events">;
export type Notice = {
  readonly tone: "done" | "warning" | "error";
  readonly keys: readonly PlainNoticeKey[];
  /** What the other did who was first; said before the keys. */
  readonly events?: readonly CaseEventType[];
};

/** Where to go on after a lock, for the officer who was there. */
export type Resume = {
  readonly committee: CommitteeId | null;
  readonly case: CaseId | null;
  readonly writing: OrderName | null;
};

/** Everything on the screen. No key, no passphrase. */
export type State = {
  readonly language: Language;
  readonly gate: Gate;
  readonly session: Session | null;
  readonly committee: CommitteeId | null;
  /** Which list is shown: the committee's own cases, or those below that are late. */
  readonly view: "inbox" | "late";
  readonly list: ListState;
  readonly late: LateState;
  /** What of the list is to be shown. */
  readonly question: LedgerQuestion;
  /** The line on which the keyboard stands. */
  readonly cursor: CaseId | null;
  /** On which line of a page that is still to come it will stand. */
  readonly landing: "first" | "last" | null;
  readonly open: OpenCase | null;
  readonly drafts: ReadonlyMap<CaseId, Drafts>;
  /** Nobody knows of these whether they arrived; in the order in which they were sent. */
  readonly attempts: ReadonlyMap<CaseId, readonly Attempt[]>;
  /** Spent as soon as a case is asked for. */
  readonly resume: Resume | null;
  readonly notice: Notice | null;
  readonly helpShown: boolean;
  readonly singleKeys: boolean;
  readonly locksSoon: boolean;
  /** Who did what, as far as it was asked. */
  readonly audit: AuditState;
  readonly triage: TriageState;
};

/** What happened: a click, a key, an answer. */
export type Event =
  | { readonly type: "language-chosen"; readonly language: Language }
  | { readonly type: "sign-in-went-on"; readonly step: Gate["step"]; readonly loginName: string }
  | { readonly type: "sign-in-failed"; readonly problem: SignInProblem; readonly loginName: string }
  | { readonly type: "sign-in-paused"; readonly seconds: number }
  | { readonly type: "signed-in"; readonly session: Session; readonly kept: KeptDesk | null }
  /** `kept`: what was unfinished is sealed and waits. */
  | { readonly type: "left"; readonly reason: Exclude<GateReason, "start">; readonly kept: boolean }
  | { readonly type: "committee-chosen"; readonly committee: CommitteeId }
  | { readonly type: "list-asked" }
  | { readonly type: "list-answered"; readonly listing: Listing }
  /** What others did, or time: nobody pressed anything, and a failure is not told. */
  | { readonly type: "list-changed"; readonly changes: Extract<ListChanging, { kind: "changes" }> }
  | { readonly type: "view-chosen"; readonly view: State["view"] }
  | { readonly type: "late-asked" }
  | { readonly type: "late-answered"; readonly listing: LateListing }
  | { readonly type: "list-viewed"; readonly question: LedgerQuestion; readonly view: LedgerView }
  /** Another filter, order, search or page. */
  | { readonly type: "question-changed"; readonly change: Partial<LedgerQuestion> }
  | { readonly type: "cursor-set"; readonly case: CaseId }
  | { readonly type: "cursor-moved"; readonly by: 1 | -1 }
  | { readonly type: "case-asked"; readonly case: CaseId }
  | { readonly type: "letter-asked" }
  | { readonly type: "case-answered"; readonly case: CaseId; readonly answer: CaseAnswer }
  | { readonly type: "letter-answered"; readonly case: CaseId; readonly answer: CaseAnswer }
  /** Somebody else changed the case on the screen; nobody here pressed anything. */
  | { readonly type: "case-renewed"; readonly case: CaseId; readonly answer: CaseAnswer }
  | { readonly type: "case-closed" }
  | {
      readonly type: "composed";
      readonly command: OrderName;
      readonly template: string;
      readonly beginning?: Beginning;
    }
  | {
      readonly type: "template-inserted";
      readonly template: string;
      readonly templateOf?: TemplateChoice;
    }
  /** `template`: as it would begin with what is chosen now; it takes the place of text that nobody touched. */
  | { readonly type: "form-changed"; readonly change: Partial<Form>; readonly template?: string }
  | { readonly type: "form-refused"; readonly problem: FormProblem }
  | { readonly type: "confirming"; readonly on: boolean }
  | { readonly type: "composer-closed" }
  | { readonly type: "readers-asked" }
  | { readonly type: "readers-answered"; readonly case: CaseId; readonly readers: ReaderChoices }
  | { readonly type: "sending"; readonly order: Order }
  | { readonly type: "sent"; readonly case: CaseId; readonly order: Order; readonly answer: CaseAnswer }
  | { readonly type: "notice-shown"; readonly notice: Notice }
  | { readonly type: "notice-dismissed" }
  | { readonly type: "help-shown"; readonly shown: boolean }
  | { readonly type: "single-keys-set"; readonly on: boolean }
  | { readonly type: "locks-soon"; readonly soon: boolean }
  | AuditEvent
  | TriageEvent;
