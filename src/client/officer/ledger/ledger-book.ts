import * as v from "valibot";
import {
  type CaseLine,
  caseListSchema,
  listChangesSchema,
  urgentListSchema,
} from "../../../api/officer.schema.ts";
import type { ReadMarks } from "../../../crypto/desk-book.ts";
import type { CaseId, CommitteeId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { type IndexKey, listedCase, listedLine } from "../../desk/case-list.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import { type Duty, dutyOf, sortDuties } from "../duty.ts";
import { parseJson } from "./ledger-json.ts";
import type { LedgerFeed, LedgerLine, LedgerReceipt, LedgerView } from "./ledger.protocol.ts";
import { createSearchBook, type SearchBook } from "./search-book.ts";
import { unindexCase } from "./search-index.ts";

/** The committee's whole list in memory: lines as the server sent them, entries opened, duties reckoned. */
export type LedgerBook = {
  organisation: Pick<KnownOrganisation, "law" | "calendar" | "tree"> | null;
  indexKeys: readonly IndexKey[];
  committee: CommitteeId | null;
  today: PlainDate | null;
  read: ReadMarks;
  readonly duties: Map<CaseId, Duty>;
  search: SearchBook;
  /** What a run through the whole list has named so far; null: none is under way. */
  seen: Set<CaseId> | null;
  /** The duties, the most urgent first; null: something has changed since. */
  inOrder: readonly Duty[] | null;
  /** What was last counted over the whole list, and over what; null: nothing yet. */
  counted: {
    readonly of: readonly Duty[];
    readonly read: ReadMarks;
    readonly asked: string;
    readonly value: Counted;
  } | null;
};

/** What a view shows of the whole list, whatever is searched for. */
export type Counted = Pick<LedgerView, "known" | "counts" | "viewCounts" | "tally">;

/** A book with nothing in it. */
export function createBook(organisation: LedgerBook["organisation"] = null): LedgerBook {
  return {
    organisation,
    indexKeys: [],
    committee: null,
    today: null,
    read: new Map(),
    duties: new Map(),
    search: createSearchBook(),
    seen: null,
    inOrder: null,
    counted: null,
  };
}

/** Begins the empty list of a committee. */
export function beginList(book: LedgerBook, committee: CommitteeId): void {
  book.committee = committee;
  book.today = null;
  book.seen = null;
  book.duties.clear();
  book.search = createSearchBook();
  book.inOrder = null;
}

/** Every duty of the list, the most urgent first. */
export function dutiesInOrder(book: LedgerBook): readonly Duty[] {
  book.inOrder ??= sortDuties([...book.duties.values()]);
  return book.inOrder;
}

/** What the page knows better than the server's last answer: it has just read or changed these cases. */
export function putLines(book: LedgerBook, lines: readonly LedgerLine[], today: PlainDate): void {
  const { organisation, committee } = book;
  if (organisation === null || committee === null) return;
  for (const known of lines) {
    const before = book.duties.get(known.line.case);
    if (before === undefined) continue;
    // Of a case whose letter is not read here the list may know more.
    const entry = known.entry ?? before.listed.entry;
    const listed = listedLine({ organisation }, committee, { line: known.line, entry }, today);
    book.duties.set(known.line.case, dutyOf(listed, today));
  }
  book.inOrder = null;
}

/** These cases have left the list. */
export function dropCases(book: LedgerBook, cases: readonly CaseId[]): void {
  for (const id of cases) {
    book.duties.delete(id);
    unindexCase(book.search.index, id);
  }
  if (cases.length > 0) book.inOrder = null;
}

/** Takes in an answer of the server. */
export function takeFeed(
  book: LedgerBook,
  feed: LedgerFeed,
  bytes: ArrayBuffer,
  isFirst: boolean,
): LedgerReceipt {
  const answer = readAnswer(feed, bytes);
  if (answer === undefined) return { kind: "unreadable" };
  const { today, mark, lines, next, gone } = answer;
  turnTo(book, today);
  if (feed === "cases" && isFirst) book.seen = new Set();
  // The most urgent are only for a list that is not there yet.
  if (feed !== "urgent" || book.duties.size === 0) addLines(book, lines, today);
  dropCases(book, gone);
  if (feed === "cases" && next === null) dropUnseen(book);
  return {
    kind: "taken",
    today,
    mark,
    next,
    changed: feed === "changes" ? lines.map(({ case: id, sequence }) => ({ case: id, sequence })) : [],
    gone,
  };
}

/** On another day every clock stands elsewhere, whoever's line it is. */
function turnTo(book: LedgerBook, today: PlainDate): void {
  if (book.today === today) return;
  const known = [...book.duties.values()].map(({ listed: { line, entry } }) => ({ line, entry }));
  if (book.today !== null) putLines(book, known, today);
  book.today = today;
}

function addLines(book: LedgerBook, lines: readonly CaseLine[], today: PlainDate): void {
  const { organisation, committee, indexKeys } = book;
  if (organisation === null || committee === null) return;
  for (const line of lines) {
    book.duties.set(
      line.case,
      dutyOf(listedCase({ organisation, indexKeys }, committee, line, today), today),
    );
    book.seen?.add(line.case);
  }
  if (lines.length > 0) book.inOrder = null;
}

function dropUnseen(book: LedgerBook): void {
  const { seen } = book;
  if (seen !== null)
    dropCases(
      book,
      [...book.duties.keys()].filter((id) => !seen.has(id)),
    );
  book.seen = null;
}

const schemas = { urgent: urgentListSchema, cases: caseListSchema, changes: listChangesSchema } as const;

type FeedAnswer = Pick<Extract<LedgerReceipt, { kind: "taken" }>, "today" | "mark" | "next" | "gone"> & {
  readonly lines: readonly CaseLine[];
};

function readAnswer(feed: LedgerFeed, bytes: ArrayBuffer): FeedAnswer | undefined {
  const reading = v.safeParse(schemas[feed], parseJson(bytes));
  if (!reading.success) return undefined;
  const { output } = reading;
  const { today } = output;
  if ("changed" in output)
    return { today, mark: output.mark, lines: output.changed, next: null, gone: output.gone };
  if ("next" in output) return { today, mark: output.mark, lines: output.cases, next: output.next, gone: [] };
  return { today, mark: null, lines: output.cases, next: null, gone: [] };
}
