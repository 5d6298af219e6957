import type { CaseId, CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { ClockName } from "../../src/domain/policy.ts";
import { query } from "../db/query.ts";
import type { DigestText, IndexEntriesTable } from "../db/schema.ts";

/** Who is asking, and up to which release day anything can be seen. */
export type Viewer = { readonly officer: OfficerId; readonly until: PlainDate };

/** The committees an officer belongs to. */
function committeesOf(officer: OfficerId) {
  return query.selectFrom("memberships").select("committee").where("officer", "=", officer);
}

/**
 * Every case an officer may see, and no other: released, and lying with one of the officer's own committees. Every
 * query about cases on the officers' side begins here; what it does not let through does not exist.
 */
function casesVisibleTo({ officer, until }: Viewer) {
  return query
    .selectFrom("cases")
    .leftJoin("index_entries", "index_entries.case_id", "cases.id")
    .selectAll("cases")
    .select("index_entries.entry")
    .where("cases.released_on", "<=", until)
    .where("cases.committee", "in", committeesOf(officer));
}

/** One case with its index entry. */
export function selectVisibleCase(viewer: Viewer, id: CaseId) {
  return casesVisibleTo(viewer).where("cases.id", "=", id);
}

/** A page of a committee's cases in the order of their ids, which are random. */
export function selectVisibleCases(
  viewer: Viewer,
  committee: CommitteeId,
  after: CaseId | null,
  limit: number,
) {
  const page = casesVisibleTo(viewer)
    .where("cases.committee", "=", committee)
    .orderBy("cases.id")
    .limit(limit);
  return after === null ? page : page.where("cases.id", ">", after);
}

/** One row if the officer belongs to the committee. */
export function selectMembership(officer: OfficerId, committee: CommitteeId) {
  return committeesOf(officer).where("committee", "=", committee).limit(1);
}

/**
 * A case's whole chain, each message with the receiver's slot: never the fallback's, the reporter's or the
 * throw-away.
 */
export function selectEntriesForReceiver(caseId: CaseId) {
  return query
    .selectFrom("entries")
    .leftJoin("cores", (join) =>
      join.onRef("cores.case_id", "=", "entries.case_id").onRef("cores.digest", "=", "entries.message"),
    )
    .leftJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "entries.case_id")
        .onRef("slots.digest", "=", "entries.message")
        .on("slots.role", "=", "receiver"),
    )
    .selectAll("entries")
    .select(["cores.core", "slots.slot"])
    .where("entries.case_id", "=", caseId)
    .orderBy("entries.sequence");
}

/** A letter or message with the receiver's slot. */
export function selectForReceiver(caseId: CaseId, digest: DigestText) {
  return query
    .selectFrom("cores")
    .innerJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "cores.case_id")
        .onRef("slots.digest", "=", "cores.digest")
        .on("slots.role", "=", "receiver"),
    )
    .select(["cores.core", "slots.slot"])
    .where("cores.case_id", "=", caseId)
    .where("cores.digest", "=", digest);
}

/** The entry at a place of the chain. */
export function selectEntry(caseId: CaseId, sequence: number) {
  return query
    .selectFrom("entries")
    .select(["event", "signature"])
    .where("case_id", "=", caseId)
    .where("sequence", "=", sequence);
}

/** Clocks that still run. */
export function selectRunningClocks(caseId: CaseId) {
  return query
    .selectFrom("clocks")
    .select(["name", "stop"])
    .where("case_id", "=", caseId)
    .where("stopped_on", "is", null);
}

/** Stops clocks of a case. */
export function stopClocks(caseId: CaseId, names: readonly ClockName[], on: PlainDate) {
  return query
    .updateTable("clocks")
    .set({ stopped_on: on })
    .where("case_id", "=", caseId)
    .where("name", "in", names);
}

/** Puts a case's index entry, in the place of the one before. */
export function putIndexEntry(row: IndexEntriesTable) {
  return query
    .insertInto("index_entries")
    .values(row)
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet({ entry: row.entry }));
}
