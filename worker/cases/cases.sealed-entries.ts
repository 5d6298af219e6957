import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64urlOf } from "../../src/envelope/base64url.ts";
import { indexEntryBytes, searchEntryBytes } from "../../src/envelope/sizes.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { requireSameReaders } from "./cases.batch.ts";
import { putEntry } from "./cases.repository.ts";
import { type Desk, seeCase } from "./cases.sight.ts";

// What a reader of a case leaves sealed for the list: its line, and the words by which it is found.

/** Each kind has one length: it must not show who wrote more. */
const kinds = {
  index: { table: "index_entries", bytes: indexEntryBytes },
  search: { table: "search_entries", bytes: searchEntryBytes },
} as const;

/** Puts a sealed entry of a case. Throws FormatError on one of another length. */
export async function putSealedEntry(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  { kind, entry }: { readonly kind: keyof typeof kinds; readonly entry: string },
): Promise<{ readonly kind: "put" } | Refusal> {
  const { table, bytes } = kinds[kind];
  fromBase64urlOf(bytes, entry);
  const seen = await seeCase(platform, source, desk, id);
  if (seen?.as !== "officer") return refuse("not-found");
  const put = putEntry(table, { case_id: id, entry });
  const outcome = await platform.database.write(requireSameReaders(seen.row), put);
  return outcome.kind === "written" ? { kind: "put" } : refuse("conflict");
}
