import type { CommitteeId } from "../../domain/ids.ts";
import { searchWordsOf } from "../../domain/search-words.ts";
import type { CaseFile } from "./case-file.ts";
import type { ListBytes } from "./case-list.ts";
import { pagesAhead } from "./page-ahead.ts";
import type { Desk } from "./session.ts";

/** The words by which a case that is read here is found: of its whole letter, then of every message and note. */
export function wordsOfFile({
  letterText,
  history,
}: Pick<CaseFile, "letterText" | "history">): readonly string[] {
  const texts = [letterText?.text ?? "", ...history.map(({ text }) => text ?? "")];
  return searchWordsOf(texts.join("\n"));
}

/** Pages of a committee's sealed words, each after a revision of its list. They come in the background: `untilFree` first. */
export function pagesOfSearches(
  desk: Desk,
  committee: CommitteeId,
  untilFree: () => Promise<void>,
): (after: number) => Promise<ListBytes> {
  const path = `/api/officer/committees/${committee}/searches`;
  const fetchPage = pagesAhead(desk, (after) => `${path}?after=${after ?? 0}`, { ahead: 1, untilFree });
  return async (after) => await fetchPage(String(after));
}
