import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";

/** Cases with a message that is due for release, the next ones after a cursor. */
export function selectDueCases(after: string, until: PlainDate, limit: number) {
  return query
    .selectFrom("reporter_messages")
    .select("case_id")
    .distinct()
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .where((row) => row("case_id", ">", row.cast<CaseId>(row.val(after), "text")))
    .orderBy("case_id")
    .limit(limit);
}

/** Messages of one case that are due, in the order in which they were written. */
export function selectDueMessages(caseId: CaseId, until: PlainDate) {
  return query
    .selectFrom("reporter_messages")
    .select(["number", "digest", "released_on"])
    .where("case_id", "=", caseId)
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .orderBy("number");
}

/** Where the chain of a case ends, and the release that it begins with. */
export function selectChainEnd(caseId: CaseId) {
  return query
    .selectFrom("cases")
    .select(["released_on", "committee", "fallback", "sequence", "chain"])
    .where("id", "=", caseId);
}

/** Notes the place that a message got in the chain. */
export function placeMessage(caseId: CaseId, number: number, sequence: number) {
  return query
    .updateTable("reporter_messages")
    .set({ sequence })
    .where("case_id", "=", caseId)
    .where("number", "=", number);
}

/** Log-ins that have run out. */
export function deleteExpiredSessions(hour: number) {
  return query.deleteFrom("sessions").where("expires_hour", "<=", hour);
}
