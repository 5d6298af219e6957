import type { Listing, ListChanging } from "./ledger/ledger-list.ts";
import type { LedgerQuestion, LedgerView } from "./ledger/ledger.protocol.ts";
import type { CaseId } from "../../domain/ids.ts";
import { type Duty, pageSize } from "./duty.ts";
import type { ListState, State } from "./state.ts";

// The list: what of it is asked for, what of it is shown, where in it the keyboard stands.

export const noList: ListState = {
  view: null,
  query: "",
  mark: null,
  today: null,
  loading: false,
  failure: null,
};

export function listAnswered({ list }: State, listing: Listing): ListState {
  if (listing.kind !== "list") return { ...list, loading: false, failure: failureOfList(listing) };
  const { mark, today } = listing;
  // The most urgent come first only where nothing is: they never take the place of a whole list.
  if (mark === null && list.mark !== null) return list;
  return { ...list, mark, today, loading: mark === null, failure: null };
}

export function failureOfList(
  failure: Exclude<Listing, { readonly kind: "list" }>,
): NonNullable<ListState["failure"]> {
  return failure.kind === "refused" ? "other" : failure.kind;
}

export function listChanged(
  list: ListState,
  { today, mark }: Extract<ListChanging, { readonly kind: "changes" }>,
): ListState {
  return list.mark === null ? list : { ...list, mark, today };
}

/** Another question begins at its first page, unless it is the page that it changes. */
export function questionChanged(state: State, change: Partial<LedgerQuestion>): State {
  return { ...state, question: { ...state.question, page: 0, ...change }, cursor: null, landing: null };
}

/** What is shown now; the answer to a question that is no longer asked is dropped. */
export function listViewed(state: State, question: LedgerQuestion, view: LedgerView): State {
  if (question !== state.question) return state;
  const shown = shownCases(view);
  const landed =
    state.landing === null ? stayed(state, shown) : (shown.at(state.landing === "first" ? 0 : -1) ?? null);
  // Fewer pages than before: the last of them is shown.
  const page = Math.floor(view.page.from / pageSize);
  return {
    ...state,
    question: page === question.page ? question : { ...question, page },
    list: { ...state.list, query: question.query, view: withKnownLines(view, state.list.view) },
    cursor: landed,
    landing: null,
  };
}

/** The cursor, or where its line is not shown any more the one that has come into its place: no key acts on what nobody sees. */
function stayed({ cursor, list }: State, shown: readonly CaseId[]): CaseId | null {
  if (cursor === null || shown.includes(cursor)) return cursor;
  const at = shownCases(list.view).indexOf(cursor);
  return at === -1 ? null : (shown[Math.min(at, shown.length - 1)] ?? null);
}

/** A line that is on the screen already, and says the same, stays the same object: only what is new is drawn anew. */
function withKnownLines(view: LedgerView, before: LedgerView | null): LedgerView {
  const known = new Map(dutiesOf(before).map((duty) => [duty.listed.line.case, duty]));
  const same = (duty: Duty) => {
    const shown = known.get(duty.listed.line.case);
    return shown !== undefined && JSON.stringify(shown) === JSON.stringify(duty) ? shown : duty;
  };
  const sections = view.page.sections.map((section) => ({ ...section, duties: section.duties.map(same) }));
  return { ...view, page: { ...view.page, sections } };
}

/** The lines on the screen, in their order. */
export function dutiesOf(view: LedgerView | null): readonly Duty[] {
  return view?.page.sections.flatMap(({ duties }) => duties) ?? [];
}

/** The cases on the screen, in their order. */
export function shownCases(view: LedgerView | null) {
  return dutiesOf(view).map(({ listed: { line } }) => line.case);
}

/** One line down or up; over the end of a page to the next, on which the cursor lands when it has come. */
export function moveCursor(state: State, by: 1 | -1): State {
  const { view } = state.list;
  if (view === null) return state;
  const shown = shownCases(view);
  const at = state.cursor === null ? -1 : shown.indexOf(state.cursor);
  const target = at === -1 ? shown[0] : shown[at + by];
  if (target !== undefined && at + by >= 0) return { ...state, cursor: target };
  if (at === -1) return target === undefined ? state : { ...state, cursor: target };
  const { from, to, total } = view.page;
  const hasMore = by === 1 ? to < total : from > 0;
  if (!hasMore) return state;
  const turned = questionChanged(state, { page: Math.floor(from / pageSize) + by });
  return { ...turned, landing: by === 1 ? "first" : "last" };
}
