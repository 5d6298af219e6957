import { type DeskBook, emptyBook } from "../../../crypto/desk-book.ts";
import type { CaseId } from "../../../domain/ids.ts";
import { type BookChange, changeBook } from "../../desk/book-changes.ts";
import type { BookDoubt } from "../../desk/own-book.ts";
import {
  type Batch,
  type BatchOutcome,
  type BatchWords,
  type CaseTouched,
  noWords,
  wordsLeft,
} from "./batch.ts";
import type { Colleague } from "./colleagues.ts";

/** What helps an officer through many cases: their book, what is selected, what is being done to all of it. */
export type TriageState = {
  readonly book: DeskBook;
  /** Nothing is told to be unread before the book is here. */
  readonly isBookHere: boolean;
  /** What is wrong with the book; `missing`, `unsaved`: it could not be had, or put, and will be tried again. */
  readonly doubt: BookDoubt | "missing" | "unsaved" | null;
  readonly selected: ReadonlySet<CaseId>;
  readonly narrowing: boolean;
  readonly colleagues: readonly Colleague[];
  /** Whether the colleagues are known; `failed`: their signed roster could not be had or verified. */
  readonly roster: "asked" | "here" | "failed";
  readonly batch: Batch | null;
  /** What is to be written to many cases, as far as it is written; it stays until a run has brought it to all of them. */
  readonly batchText: BatchWords;
};

export type TriageEvent =
  | OwnTriageEvent
  /** The case may be the one that is read beside the list. */
  | ({ readonly type: "batch-touched" } & CaseTouched);

/** What changes nothing but the state above. */
export type OwnTriageEvent =
  | { readonly type: "book-answered"; readonly book: DeskBook; readonly doubt: BookDoubt | null }
  | { readonly type: "book-missing" }
  | { readonly type: "book-unsaved" }
  | { readonly type: "book-changed"; readonly change: BookChange }
  | { readonly type: "colleagues-asked" }
  | { readonly type: "colleagues-failed" }
  | { readonly type: "colleagues-answered"; readonly colleagues: readonly Colleague[] }
  | { readonly type: "case-selected"; readonly case: CaseId; readonly on: boolean }
  | { readonly type: "cases-selected"; readonly cases: readonly CaseId[] }
  | { readonly type: "selection-cleared" }
  | { readonly type: "narrowing-shown"; readonly shown: boolean }
  | { readonly type: "batch-text-set"; readonly kind: keyof BatchWords; readonly text: string }
  | { readonly type: "batch-begun"; readonly batch: Batch }
  | { readonly type: "batch-went-on"; readonly outcome: BatchOutcome }
  | { readonly type: "batch-stopping" }
  | { readonly type: "batch-ended" }
  | { readonly type: "batch-dismissed" };

export const noTriage: TriageState = {
  book: emptyBook,
  isBookHere: false,
  doubt: null,
  selected: new Set(),
  narrowing: false,
  colleagues: [],
  roster: "asked",
  batch: null,
  batchText: noWords,
};

/** After another committee was chosen: book and words are the officer's, a report stays until it is put away; all else was of the list before. */
export function inOtherCommittee(triage: TriageState): TriageState {
  const { book, isBookHere, doubt, batch, batchText } = triage;
  return { ...noTriage, book, isBookHere, doubt, batch, batchText };
}

/** After a lock, what was kept of it. */
export function resumedTriage(
  kept: Pick<TriageState, "batch" | "batchText"> & { readonly selected: readonly CaseId[] },
): TriageState {
  const { batch, batchText, selected } = kept;
  return { ...noTriage, batch, batchText, selected: new Set(selected) };
}

export function reduceTriage(triage: TriageState, event: OwnTriageEvent): TriageState {
  switch (event.type) {
    case "book-answered":
      return { ...triage, book: event.book, doubt: event.doubt, isBookHere: true };
    case "book-missing":
      return { ...triage, doubt: "missing" };
    case "book-unsaved":
      return { ...triage, doubt: "unsaved" };
    case "book-changed":
      return { ...triage, book: changeBook(triage.book, event.change) };
    case "colleagues-answered":
      return { ...triage, colleagues: event.colleagues, roster: "here" };
    case "colleagues-asked":
    case "colleagues-failed":
      return withRoster(triage, event.type === "colleagues-asked" ? "asked" : "failed");
    case "case-selected":
      return { ...triage, selected: selecting(triage.selected, [event.case], event.on) };
    case "cases-selected":
      return { ...triage, selected: selecting(triage.selected, event.cases, true) };
    case "selection-cleared":
      return { ...triage, selected: new Set() };
    case "narrowing-shown":
      return { ...triage, narrowing: event.shown };
    case "batch-text-set":
      return { ...triage, batchText: { ...triage.batchText, [event.kind]: event.text } };
    case "batch-begun":
      return { ...triage, batch: event.batch };
    case "batch-dismissed":
      return { ...triage, batch: null };
    case "batch-went-on":
    case "batch-stopping":
    case "batch-ended":
      return withBatch(triage, event);
    default:
      return event satisfies never;
  }
}

/** Colleagues who are known stay so while they are asked for once more, whatever comes of it. */
function withRoster(triage: TriageState, roster: "asked" | "failed"): TriageState {
  return triage.roster === "here" ? triage : { ...triage, roster };
}

function selecting(selected: ReadonlySet<CaseId>, cases: readonly CaseId[], on: boolean): Set<CaseId> {
  const changed = new Set(selected);
  for (const id of cases) {
    if (on) changed.add(id);
    else changed.delete(id);
  }
  return changed;
}

/** What is done is no longer selected: what is left over can be tried again as it stands. */
function withBatch(
  triage: TriageState,
  event: Extract<OwnTriageEvent, { type: "batch-went-on" | "batch-stopping" | "batch-ended" }>,
): TriageState {
  const { batch, batchText, selected } = triage;
  if (batch === null) return triage;
  if (event.type === "batch-stopping") return { ...triage, batch: { ...batch, step: "stopping" } };
  if (event.type === "batch-ended")
    return { ...triage, batch: { ...batch, step: "ended" }, batchText: wordsLeft(batch, batchText) };
  const { outcome } = event;
  const left = selecting(selected, outcome.result.kind === "done" ? [outcome.case] : [], false);
  return { ...triage, selected: left, batch: { ...batch, outcomes: [...batch.outcomes, outcome] } };
}
