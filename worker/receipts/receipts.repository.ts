import type { CaseId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";
import type { DigestText } from "../db/schema.ts";

/** A letter or message with the reporter's slot, as long as the letter has not been erased. */
export function selectForReporter(caseId: CaseId, digest: DigestText) {
  return query
    .selectFrom("cores")
    .leftJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "cores.case_id")
        .onRef("slots.digest", "=", "cores.digest")
        .on("slots.role", "=", "reporter"),
    )
    .select(["cores.digest", "cores.core", "slots.slot"])
    .where("cores.case_id", "=", caseId)
    .where("cores.digest", "=", digest);
}

/** Entries from a place of the chain on, each with its message for the reporter. */
export function selectEntriesForReporter(caseId: CaseId, from: number, limit: number) {
  return query
    .selectFrom("entries")
    .leftJoin("cores", (join) =>
      join.onRef("cores.case_id", "=", "entries.case_id").onRef("cores.digest", "=", "entries.message"),
    )
    .leftJoin("slots", (join) =>
      join
        .onRef("slots.case_id", "=", "entries.case_id")
        .onRef("slots.digest", "=", "entries.message")
        .on("slots.role", "=", "reporter"),
    )
    .select([
      "entries.sequence",
      "entries.writer",
      "entries.done_on",
      "entries.event",
      "entries.signature",
      "entries.message",
      "cores.core",
      "slots.slot",
    ])
    .where("entries.case_id", "=", caseId)
    .where("entries.sequence", ">=", from)
    .orderBy("entries.sequence")
    .limit(limit);
}

/** How many messages of the reporter wait for their release. */
export function countWaiting(caseId: CaseId) {
  return query
    .selectFrom("reporter_messages")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("case_id", "=", caseId)
    .where("sequence", "is", null);
}

/** What time did to a case up to the last change of the law: what no reader can reckon any more. */
export function selectStepsBeforeLaw(caseId: CaseId) {
  return query
    .selectFrom("steps")
    .select(["after", "step"])
    .where("case_id", "=", caseId)
    .where("place", "<=", (row) =>
      row
        .selectFrom("steps as change")
        .select((change) => change.fn.max("change.place").as("last"))
        .where("change.case_id", "=", caseId)
        .where("change.type", "=", "LawChanged"),
    )
    .orderBy("place");
}

/** The key that a case is read with, if it is not its committee's own. */
export function selectCaseKey(caseId: CaseId) {
  return query.selectFrom("case_keys").select(["key", "kem"]).where("case_id", "=", caseId);
}
