import type { PutEntryRequest } from "../../src/api/officer.schema.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64urlOf } from "../../src/envelope/base64url.ts";
import { indexEntryBytes, searchEntryBytes } from "../../src/envelope/sizes.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { requireSameReaders } from "./cases.batch.ts";
import type { StoredCase } from "./cases.codecs.ts";
import { putEntry } from "./cases.repository.ts";
import { type Desk, seeCase } from "./cases.sight.ts";
import { stateOf } from "./cases.state.ts";

// What a reader of a case leaves sealed for the list: its line, and the words by which it is found.

/** Each kind has one length: it must not show who wrote more. */
const kinds = {
  index: { table: "index_entries", bytes: indexEntryBytes },
  search: { table: "search_entries", bytes: searchEntryBytes },
} as const;

type Put = PutEntryRequest & { readonly kind: keyof typeof kinds };

/**
 * Puts a sealed entry of a case. A request that was on its way while the readers changed, or the case was erased, comes
 * behind the deletion of what was there: it is a conflict, or it would stand under a key of those who read no more.
 * Throws FormatError on an entry of another length.
 */
export async function putSealedEntry(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  request: Put,
): Promise<{ readonly kind: "put" } | Refusal> {
  const { table, bytes } = kinds[request.kind];
  fromBase64urlOf(bytes, request.entry);
  const seen = await seeCase(platform, source, desk, id);
  if (seen?.as !== "officer") return refuse("not-found");
  const isErased = stateOf(seen.row).erasedOn !== null;
  if (isErased || !isForItsReaders(request, seen.row)) return refuse("conflict");
  const put = putEntry(table, { case_id: id, entry: request.entry });
  const outcome = await platform.database.write(requireSameReaders(seen.row), put);
  return outcome.kind === "written" ? { kind: "put" } : refuse("conflict");
}

/** Whether an entry was sealed for those who read the case now. Its words may lie there only where all of the committee do. */
function isForItsReaders({ kind, committee, caseKey }: Put, row: StoredCase): boolean {
  if (committee !== row.committee || caseKey !== row.case_key) return false;
  return kind === "index" || row.case_key === null;
}
