import type { SearchList } from "../../src/api/search.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { fromBase64urlOf } from "../../src/envelope/base64url.ts";
import { searchEntryBytes } from "../../src/envelope/sizes.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { requireSameReaders } from "./cases.batch.ts";
import { selectCommitteesOf } from "./cases.repository.ts";
import { putSearchEntry, selectSearches } from "./cases.search.repository.ts";
import { type Desk, seeCase } from "./cases.sight.ts";

/** Entries of a page, half a megabyte: what an officer asks for meanwhile does not wait long behind it. */
const pageLength = 500;

/** A page of a committee's search entries after a revision. A committee that is not the officer's own is not there. */
export async function listSearches(
  platform: Platform,
  { session, until }: Desk,
  committee: CommitteeId,
  after: number,
): Promise<SearchList | Refusal> {
  const [memberships, rows] = await platform.database.read(
    selectCommitteesOf(session.id),
    selectSearches({ officer: session.id, committee, until }, after, pageLength),
  );
  if (!memberships.some((one) => one.committee === committee)) return refuse("not-found");
  return {
    entries: rows.map(({ id, entry }) => ({ case: id, entry })),
    revision: rows.at(-1)?.revision ?? after,
    more: rows.length === pageLength,
  };
}

/** Puts the sealed search entry of a case. Its one length is checked here: it must not show how much was written. */
export async function putSearch(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  entry: string,
): Promise<{ readonly kind: "put" } | Refusal> {
  fromBase64urlOf(searchEntryBytes, entry);
  const seen = await seeCase(platform, source, desk, id);
  if (seen?.as !== "officer") return refuse("not-found");
  const put = putSearchEntry({ case_id: id, entry });
  const outcome = await platform.database.write(requireSameReaders(seen.row), put);
  return outcome.kind === "written" ? { kind: "put" } : refuse("conflict");
}
