import * as v from "valibot";
import { searchListSchema } from "../../../api/search.schema.ts";
import { openSearchEntry, searchKeyOf } from "../../../crypto/search-entry.ts";
import type { CaseId, CommitteeId, UnitId } from "../../../domain/ids.ts";
import { getUnit } from "../../../domain/org-tree.ts";
import { searchWordsOf } from "../../../domain/search-words.ts";
import { fromBase64url } from "../../../envelope/base64url.ts";
import { FormatError } from "../../../envelope/format-error.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import { parseJson } from "./ledger-json.ts";
import type { LedgerBook } from "./ledger-book.ts";
import type { SearchReceipt } from "./ledger.protocol.ts";
import { createSearchIndex, indexCase, type SearchIndex } from "./search-index.ts";

/** The words of a committee's opened cases, as far as they have come. */
export type SearchBook = {
  readonly index: SearchIndex;
  /** Of the list: up to where they are known. */
  revision: number;
  /** Names of units, folded. */
  readonly unitWords: Map<UnitId, readonly string[]>;
};

export function createSearchBook(): SearchBook {
  return { index: createSearchIndex(), revision: 0, unitWords: new Map() };
}

/**
 * Takes in a page of sealed words. Others may be answered between two of them. What does not open is left out: the case is
 * not found by its words until somebody opens it and leaves them anew.
 */
export async function takeSearches(
  book: LedgerBook,
  committee: CommitteeId,
  bytes: ArrayBuffer,
): Promise<SearchReceipt> {
  const reading = v.safeParse(searchListSchema, parseJson(bytes));
  if (!reading.success) return { kind: "unreadable" };
  const { entries, revision, more } = reading.output;
  const { search } = book;
  const keys = book.indexKeys
    .filter((key) => key.committee === committee)
    .map(({ indexKey }) => searchKeyOf(indexKey));
  let since = performance.now();
  for (const { case: id, entry } of entries) {
    if (performance.now() - since > turn) {
      await othersAnswered();
      // Another list was begun meanwhile.
      if (book.search !== search) return { kind: "unreadable" };
      since = performance.now();
    }
    const words = openWith(keys, { committee, case: id }, entry);
    if (words !== undefined) indexCase(search.index, id, words, unitWordsOf(book, id));
  }
  search.revision = revision;
  return { kind: "taken", more };
}

/** So many milliseconds at a time may a question about the list wait for the words that come in. */
const turn = 20;

async function othersAnswered(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function openWith(
  keys: readonly Bytes[],
  place: { readonly committee: CommitteeId; readonly case: CaseId },
  entry: string,
): readonly string[] | undefined {
  try {
    const sealed = fromBase64url(entry);
    for (const key of keys) {
      const opened = openSearchEntry(sealed, place, key);
      if (opened !== undefined) return opened.words;
    }
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Whoever types the name of a unit looks for the letters about it. */
function unitWordsOf({ organisation, duties, search }: LedgerBook, id: CaseId): readonly string[] {
  const unit = duties.get(id)?.listed.entry?.unit ?? null;
  if (unit === null || organisation === null) return [];
  const known = search.unitWords.get(unit);
  if (known !== undefined) return known;
  const words = searchWordsOf(getUnit(organisation.tree, unit)?.name ?? "");
  search.unitWords.set(unit, words);
  return words;
}
