import type { CaseId } from "../../../domain/ids.ts";
import { searchWordsOf } from "../../../domain/search-words.ts";
import { type Duty, type DutyPage, lastPage, pageSize } from "../duty.ts";
import type { LedgerBook } from "./ledger-book.ts";
import type { Suggestion } from "./ledger.protocol.ts";
import { findCases, searchableCount } from "./search-index.ts";
import { similarCases } from "./search-similar.ts";

/** Of a number no less than this is taken for the beginning of one. */
const shortestNumber = 4;

/** The duties that words find, the best first; a case's number finds it, opened or not. */
export function searchDuties(book: LedgerBook, duties: readonly Duty[], query: string): readonly Duty[] {
  // Where nothing is left out, which is nearly always, the whole list need not be gone through at every key.
  const passed =
    duties.length === book.duties.size
      ? book.duties
      : new Map(duties.map((duty) => [duty.listed.line.case, duty]));
  const typed = query.trim();
  const numbered =
    typed.length < shortestNumber ? [] : [...passed.keys()].filter((id) => id.startsWith(typed));
  const found = findCases(book.search.index, searchWordsOf(typed));
  const ids = numbered.length === 0 ? found : new Set<CaseId>([...numbered, ...found]);
  const shown: Duty[] = [];
  for (const id of ids) {
    const duty = passed.get(id);
    if (duty !== undefined) shown.push(duty);
  }
  return shown;
}

/** A page of what was found, under one heading: its order is how well it was found. */
export function foundPageOf(duties: readonly Duty[], page: number): DutyPage {
  const from = Math.min(page, lastPage(duties)) * pageSize;
  const shown = duties.slice(from, from + pageSize);
  const sections =
    shown.length === 0 ? [] : [{ group: "found" as const, count: duties.length, duties: shown }];
  return { from, to: from + shown.length, total: duties.length, sections };
}

/** Of the opened cases, how many can be found by their words so far. */
export function searchableOf(book: LedgerBook): { readonly known: number; readonly opened: number } {
  let opened = 0;
  for (const { listed } of book.duties.values()) if (listed.entry !== null) opened += 1;
  return { known: Math.min(opened, searchableCount(book.search.index)), opened };
}

/** Cases that may be about the same matter as one, with their lines. */
export function suggestionsFor(book: LedgerBook, id: CaseId): readonly Suggestion[] {
  const factsOf = (other: CaseId) => {
    const listed = book.duties.get(other)?.listed;
    return listed === undefined
      ? undefined
      : { unit: listed.entry?.unit ?? null, releasedOn: listed.line.releasedOn };
  };
  return similarCases(book.search.index, id, factsOf).flatMap(({ case: other, ...likeness }) => {
    const duty = book.duties.get(other);
    return duty === undefined ? [] : [{ ...likeness, duty }];
  });
}
