import type { CaseId, CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";
import type { DigestText, EntriesTable, SealedEntriesTable } from "../db/schema.ts";

/** The committees an officer belongs to. */
export function selectCommitteesOf(officer: OfficerId) {
  return query.selectFrom("memberships").select("committee").distinct().where("officer", "=", officer);
}

/** Whether a committee is among those an officer belongs to. */
export function isOfCommittee(
  memberships: readonly { readonly committee: CommitteeId }[],
  committee: CommitteeId,
): boolean {
  return memberships.some((one) => one.committee === committee);
}

/** Every case with what belongs to its row: index entry, case key, and the wrap of it for this officer. */
export function casesFor(officer: OfficerId) {
  return query
    .selectFrom("cases")
    .leftJoin("index_entries", "index_entries.case_id", "cases.id")
    .leftJoin("case_keys", "case_keys.case_id", "cases.id")
    .leftJoin("case_key_wraps", (join) =>
      join.onRef("case_key_wraps.case_id", "=", "cases.id").on("case_key_wraps.officer", "=", officer),
    )
    .selectAll("cases")
    .select(["index_entries.entry", "case_keys.kem", "case_key_wraps.wrap"]);
}

/** One case, whoever may see it: `seeCase` decides that, and nothing else hands a case to an officer. */
export function selectCase(officer: OfficerId, id: CaseId) {
  return casesFor(officer).where("cases.id", "=", id);
}

/** A case's own row. */
export function selectStoredCase(id: CaseId) {
  return query.selectFrom("cases").selectAll().where("id", "=", id);
}

/** Whose subordinates, and the last release day. */
type Below = { readonly committee: CommitteeId; readonly until: PlainDate };

/** What a superior sees of those below. */
export function selectCasesBelow({ committee, until }: Below) {
  return query
    .selectFrom("cases")
    .select(["id", "committee", "released_on", "outer_escalation_on", "state"])
    .where("fallback", "=", committee)
    .where("superior_sees", "=", 1)
    .where("released_on", "<=", until)
    .orderBy("id");
}

/** How many cases are late that a committee oversees and cannot open, of whom and since when. */
export function selectOverseen({ committee, until }: Below) {
  return query
    .selectFrom("cases")
    .select((row) => [
      "committee",
      row.fn.countAll<number>().as("count"),
      row.fn.min<PlainDate>("late_since").as("since"),
    ])
    .where("oversight", "=", committee)
    .where("late_since", "is not", null)
    .where("committee", "!=", committee)
    .where((row) => row.or([row("fallback", "is", null), row("fallback", "!=", committee)]))
    .where("released_on", "<=", until)
    .groupBy("committee")
    .orderBy("committee");
}

/** Messages of one reporter that are due for release, in the order in which they were written. */
export function selectDueMessages(id: CaseId, until: PlainDate) {
  return query
    .selectFrom("reporter_messages")
    .select(["number", "digest", "act", "released_on"])
    .where("case_id", "=", id)
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .orderBy("number");
}

/** Every message that waits, due or not: what they are sealed to. */
export function selectWaitingMessages(id: CaseId) {
  return query
    .selectFrom("reporter_messages")
    .select(["number", "digest", "act", "released_on", "reader_key"])
    .where("case_id", "=", id)
    .where("sequence", "is", null)
    .orderBy("number");
}

/** Whose slots are handed out at the desk. */
export type DeskRole = "receiver" | "fallback";

/** A case's whole chain, each message with the slot of one role: never the reporter's or the throw-away. */
export function selectEntriesFor(role: DeskRole, caseId: CaseId) {
  return query
    .selectFrom("entries")
    .leftJoin("cores", (join) =>
      join.onRef("cores.case_id", "=", "entries.case_id").onRef("cores.digest", "=", "entries.message"),
    )
    .leftJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "entries.case_id")
        .onRef("slots.digest", "=", "entries.message")
        .on("slots.role", "=", role),
    )
    .selectAll("entries")
    .select(["cores.core", "slots.slot", "slots.key"])
    .where("entries.case_id", "=", caseId)
    .orderBy("entries.sequence");
}

/** A letter or message with the slot of one role, if there is one. */
export function selectSealedFor(role: DeskRole, caseId: CaseId, digest: DigestText) {
  return query
    .selectFrom("cores")
    .leftJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "cores.case_id")
        .onRef("slots.digest", "=", "cores.digest")
        .on("slots.role", "=", role),
    )
    .select(["cores.core", "slots.slot", "slots.key"])
    .where("cores.case_id", "=", caseId)
    .where("cores.digest", "=", digest);
}

/** All that time did to a case, in order. */
export function selectSteps(caseId: CaseId) {
  return query.selectFrom("steps").select(["after", "step"]).where("case_id", "=", caseId).orderBy("place");
}

/** The entry at a place of the chain. */
export function selectEntry(caseId: CaseId, sequence: number) {
  return query
    .selectFrom("entries")
    .select(["event", "signature"])
    .where("case_id", "=", caseId)
    .where("sequence", "=", sequence);
}

/** A message of the reporter by the id that a statement names, once it is in the chain. */
export function selectReleasedMessage(caseId: CaseId, message: string) {
  return query
    .selectFrom("reporter_messages")
    .select("released_on")
    .where("case_id", "=", caseId)
    .where("message", "=", message)
    .where("sequence", "is not", null);
}

/** Appends an entry. Fails on its primary key if somebody else was first. */
export function insertEntry(entry: EntriesTable) {
  return query.insertInto("entries").values(entry);
}

/** Puts a sealed entry of a case, in the place of the one before. */
export function putEntry(table: "index_entries" | "search_entries", row: SealedEntriesTable) {
  return query
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet({ entry: row.entry }));
}
