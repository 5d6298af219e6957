import { sealSearchEntry } from "../../crypto/search-entry.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import { searchWordsOf } from "../../domain/search-words.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import type { IndexPlace } from "../../crypto/index-entry.ts";
import type { CaseFile } from "./case-file.ts";
import type { ListBytes } from "./case-list.ts";
import { pagesAhead } from "./page-ahead.ts";
import { type Desk, deskRequest } from "./session.ts";

/** The words by which a case that is read here is found: of its whole letter, then of every message and note. */
export function wordsOfFile({
  letterText,
  history,
}: Pick<CaseFile, "letterText" | "history">): readonly string[] {
  const texts = [letterText?.text ?? "", ...history.map(({ text }) => text ?? "")];
  return searchWordsOf(texts.join("\n"));
}

/**
 * Leaves the sealed words of an opened case behind, before its index entry: as long as that one is not there the next
 * reader leaves both.
 */
export async function leaveSearchEntry(
  desk: Desk,
  file: CaseFile,
  place: IndexPlace,
  indexKey: Uint8Array,
): Promise<void> {
  const entry = toBase64url(sealSearchEntry(wordsOfFile(file), place, indexKey));
  const headers = { "content-type": "application/json" };
  const init = { method: "PUT", headers, body: JSON.stringify({ entry }) };
  await deskRequest(desk, `/api/officer/cases/${place.case}/search`, init);
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
