import { sql } from "kysely";
import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query, statement } from "../db/query.ts";
import type { DigestText } from "../db/schema.ts";

/** Where a walk through due cases has come to. Days and ids: what was passed over is not met again in the same run. */
export type Place = { readonly day: string; readonly id: string };
export const beginning: Place = { day: "", id: "" };

/** A case that something is due for, and the day since when. */
export type Due = { readonly id: CaseId; readonly day: string };

/** Cases with a message that is due for release, those due longest first. */
export function selectCasesWithMessages(after: Place, until: PlainDate, limit: number) {
  return statement<Due>(sql`
    SELECT DISTINCT case_id AS id, released_on AS day FROM reporter_messages
    WHERE sequence IS NULL AND released_on <= ${until} AND (released_on, case_id) > (${after.day}, ${after.id})
    ORDER BY released_on, case_id LIMIT ${limit}`);
}

/** Cases to which time does something up to a day, those due longest first. */
export function selectCasesWithSteps(after: Place, today: PlainDate, limit: number) {
  return statement<Due>(sql`
    SELECT id, next_step_on AS day FROM cases
    WHERE next_step_on IS NOT NULL AND next_step_on <= ${today} AND (next_step_on, id) > (${after.day}, ${after.id})
    ORDER BY next_step_on, id LIMIT ${limit}`);
}

/** Cases that were reckoned by a law. */
export function selectCasesUnderLaw(after: Place, law: DigestText, limit: number) {
  return statement<Due>(sql`
    SELECT id, '' AS day FROM cases WHERE law = ${law} AND id > ${after.id} ORDER BY id LIMIT ${limit}`);
}

/** Rows of many cases. */
export function selectCases(ids: readonly CaseId[]) {
  return query
    .selectFrom("cases")
    .selectAll()
    .where("id", "in", () => idsOf(ids));
}

/** The messages of many cases that are due, in the order in which they were written. */
export function selectMessagesOf(ids: readonly CaseId[], until: PlainDate) {
  return query
    .selectFrom("reporter_messages")
    .select(["case_id", "number", "digest", "act", "released_on"])
    .where("case_id", "in", () => idsOf(ids))
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .orderBy("case_id")
    .orderBy("number");
}

/** Many ids as one bound value: a statement may bind a hundred. */
function idsOf(ids: readonly CaseId[]) {
  return sql<CaseId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Log-ins that have run out. */
export function deleteExpiredSessions(hour: number) {
  return query.deleteFrom("sessions").where("expires_hour", "<=", hour);
}
