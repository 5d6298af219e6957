import type { CaseId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";
import type { DigestText } from "../db/schema.ts";

/** A letter or message with the reporter's slot. */
export function selectForReporter(caseId: CaseId, digest: DigestText) {
  return query
    .selectFrom("cores")
    .innerJoin("slots", (join) =>
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
