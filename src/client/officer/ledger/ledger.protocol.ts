import type { Trust } from "../../../api/directory.schema.ts";
import type { CaseLine, ListMark } from "../../../api/officer.schema.ts";
import type { ReadMarks } from "../../../crypto/desk-book.ts";
import type { SortOrder, ViewFilters, ViewTrait } from "../../../crypto/desk-book.schema.ts";
import type { IndexEntry } from "../../../crypto/index-entry.ts";
import type { CaseId, CommitteeId, OfficerId, UnitId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { IndexKey } from "../../desk/case-list.ts";
import type { Duty, DutyPage, DutyStep } from "../duty.ts";
import { noFilters } from "../filters.ts";
import type { Likeness } from "./search-similar.ts";

// What the page and its ledger say to each other. The ledger is a worker that knows every line of the list; the page
// knows what it shows. Everything here is plain data: it is copied from the one to the other.

/** What the page wants to see. Whoever adds a way of looking adds it here, and to `firstQuestion`. */
export type LedgerQuestion = {
  /** What the list is narrowed to (`filterOf`). */
  readonly filters: ViewFilters;
  readonly sort: SortOrder;
  /** Who looks: to whom "mine" applies; null before anybody is known. */
  readonly me: OfficerId | null;
  /** The saved views, each of which is counted. */
  readonly views: readonly ViewFilters[];
  /** Words that are searched for; empty: nothing is. */
  readonly query: string;
  /** From 0. */
  readonly page: number;
};

export const firstQuestion: LedgerQuestion = {
  filters: noFilters,
  sort: "urgency",
  me: null,
  views: [],
  query: "",
  page: 0,
};

/** What is shown: one page of the lines that the question lets through, and what is counted over all of them. */
export type LedgerView = {
  readonly page: DutyPage;
  /** How many lines the ledger holds, whatever the question. */
  readonly known: number;
  readonly counts: Readonly<Record<DutyStep, number>>;
  /** How many lines each saved view would show, in the order of the question. */
  readonly viewCounts: readonly number[];
  /** Which lines of the page the officer has not read as they are now. */
  readonly unread: ReadonlySet<CaseId>;
  /** Over the whole list, for what it can be narrowed to and to whom a case can be given. */
  readonly tally: LedgerTally;
  /** Of the opened cases, how many can be found by their words so far. */
  readonly searchable: { readonly known: number; readonly opened: number };
};

/** Whether a page of sealed words was taken in, and whether more of them wait. */
export type SearchReceipt =
  | { readonly kind: "taken"; readonly more: boolean }
  | { readonly kind: "unreadable" };

/** A case that may be about the same matter as another one, with all that speaks for it. */
export type Suggestion = Omit<Likeness, "case"> & { readonly duty: Duty };

/** What is counted for the choices beside the list. */
export type LedgerTally = {
  readonly traits: Readonly<Record<ViewTrait, number>>;
  /** Opened cases that are not ended, by whom they are given to; null: to nobody. */
  readonly work: readonly Workload[];
  /** Units that some opened letter names. */
  readonly units: readonly UnitId[];
};

/** How much an officer has to do. */
export type Workload = {
  readonly officer: OfficerId | null;
  readonly open: number;
  readonly overdue: number;
};

/** What kind of answer of the server some bytes are. */
export type LedgerFeed = "urgent" | "cases" | "changes";

/** What was in the bytes. `unreadable`: no answer of ours. */
export type LedgerReceipt =
  | {
      readonly kind: "taken";
      readonly today: PlainDate;
      /** Null: of the most urgent alone, which come without one. */
      readonly mark: ListMark | null;
      /** Of a page of the whole list: after which case the next one begins. */
      readonly next: CaseId | null;
      /** Of changes: which lines are other than before, and up to where their chains go. */
      readonly changed: readonly { readonly case: CaseId; readonly sequence: number }[];
      readonly gone: readonly CaseId[];
    }
  | { readonly kind: "unreadable" };

/** A line that the page knows better than the list does: it has just read or changed the case. */
export type LedgerLine = { readonly line: CaseLine; readonly entry: IndexEntry | null };

/** What the ledger can be asked for, and what comes back. */
export type LedgerOrders = {
  /** The signed directory, which the ledger verifies itself: law, calendar, units. */
  readonly directory: {
    readonly given: { readonly text: string; readonly trust: Trust; readonly deviceDay: PlainDate };
    readonly answer: "known" | "fault";
  };
  readonly keys: { readonly given: { readonly keys: readonly IndexKey[] }; readonly answer: null };
  /** Begins an empty list of a committee; what was there before is forgotten. */
  readonly begin: { readonly given: { readonly committee: CommitteeId }; readonly answer: null };
  /** An answer of the server as it came. `isFirst`: a new run through the whole list begins; what it does not name is gone. */
  readonly feed: {
    readonly given: {
      readonly committee: CommitteeId;
      readonly feed: LedgerFeed;
      readonly isFirst: boolean;
      readonly bytes: ArrayBuffer;
    };
    readonly answer: LedgerReceipt;
  };
  readonly put: {
    readonly given: {
      readonly committee: CommitteeId;
      readonly lines: readonly LedgerLine[];
      readonly today: PlainDate;
    };
    readonly answer: null;
  };
  /** What the officer has read, up to where, by the mark of each case (`caseMark`); takes the place of what was there. */
  readonly read: { readonly given: { readonly read: ReadMarks }; readonly answer: null };
  /** Every case that the question lets through, with the place up to which its chain goes. */
  readonly matching: {
    readonly given: LedgerQuestion;
    readonly answer: readonly { readonly case: CaseId; readonly sequence: number }[];
  };
  /** Up to which revision of the list the words are known; null: it is not the list of this committee. */
  readonly searched: { readonly given: { readonly committee: CommitteeId }; readonly answer: number | null };
  /** A page of sealed words as it came. */
  readonly searches: {
    readonly given: { readonly committee: CommitteeId; readonly bytes: ArrayBuffer };
    readonly answer: SearchReceipt;
  };
  /** The cases that may be about the same matter, the likeliest first. */
  readonly similar: { readonly given: { readonly case: CaseId }; readonly answer: readonly Suggestion[] };
  readonly drop: { readonly given: { readonly cases: readonly CaseId[] }; readonly answer: null };
  readonly view: { readonly given: LedgerQuestion; readonly answer: LedgerView };
  /** Single lines, wherever they stand; those that are not in the list are left out. */
  readonly lines: { readonly given: { readonly cases: readonly CaseId[] }; readonly answer: readonly Duty[] };
};
export type LedgerOrderName = keyof LedgerOrders;

/** One order on its way, with a number by which its answer is known. */
export type LedgerOrder = {
  readonly [Name in LedgerOrderName]: {
    readonly number: number;
    readonly name: Name;
    readonly given: LedgerOrders[Name]["given"];
  };
}[LedgerOrderName];

/** `failed`: something that must not happen; the page then shows that its list is not to be had. */
export type LedgerReply =
  | {
      readonly number: number;
      readonly kind: "answer";
      readonly answer: LedgerOrders[LedgerOrderName]["answer"];
    }
  | { readonly number: number; readonly kind: "failed" };

/** A ledger as the page uses it: in a worker, or, where there is none, in the same place. */
export type Ledger = {
  /** Undefined: it has ended, or failed at what must not fail. */
  ask<Name extends LedgerOrderName>(
    name: Name,
    given: LedgerOrders[Name]["given"],
  ): Promise<LedgerOrders[Name]["answer"] | undefined>;
  /** Forgets everything. Nothing may be asked afterwards. */
  end(): void;
};
