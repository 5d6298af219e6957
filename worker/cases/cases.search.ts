import type { SearchList } from "../../src/api/search.schema.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { isOfCommittee, selectCommitteesOf } from "./cases.repository.ts";
import { selectSearches } from "./cases.search.repository.ts";
import type { Desk } from "./cases.sight.ts";

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
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  return {
    entries: rows.map(({ id, entry }) => ({ case: id, entry })),
    revision: rows.at(-1)?.revision ?? after,
    more: rows.length === pageLength,
  };
}
