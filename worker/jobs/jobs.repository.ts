import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { givenRows } from "../db/given-rows.ts";
import { query } from "../db/query.ts";
import type { DigestText } from "../db/schema.ts";

/** Where a walk through due cases has come to. Days and ids: what was passed over is not met again in the same run. */
export type Place = { readonly day: PlainDate; readonly id: CaseId };
export const beginning: Place = { day: "" as PlainDate, id: "" as CaseId };

/** A case that something is due for, and the day since when. */
export type Due = Place;

/** Cases with a message that is due for release, those due longest first. */
export function selectCasesWithMessages({ day, id }: Place, until: PlainDate, limit: number) {
  return query
    .selectFrom("reporter_messages")
    .select(["case_id as id", "released_on as day"])
    .distinct()
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .where((row) => row(row.refTuple("released_on", "case_id"), ">", row.tuple(day, id)))
    .orderBy("released_on")
    .orderBy("case_id")
    .limit(limit);
}

/** Cases to which time does something up to a day, those due longest first. */
export function selectCasesWithSteps({ day, id }: Place, today: PlainDate, limit: number) {
  return query
    .selectFrom("cases")
    .select((row) => ["id", row.ref("next_step_on").$notNull().as("day")])
    .where("next_step_on", "is not", null)
    .where("next_step_on", "<=", today)
    .where((row) => row(row.refTuple("next_step_on", "id"), ">", row.tuple(day, id)))
    .orderBy("next_step_on")
    .orderBy("id")
    .limit(limit);
}

/** Cases that were reckoned by a law. */
export function selectCasesUnderLaw({ day, id }: Place, law: DigestText, limit: number) {
  return query
    .selectFrom("cases")
    .select((row) => ["id", row.val(day).as("day")])
    .where("law", "=", law)
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit);
}

/** Rows of many cases. */
export function selectCases(ids: readonly CaseId[]) {
  return query.selectFrom("cases").selectAll().where("id", "in", idsOf(ids));
}

/** The messages of many cases that are due, in the order in which they were written. */
export function selectMessagesOf(ids: readonly CaseId[], until: PlainDate) {
  return query
    .selectFrom("reporter_messages")
    .select(["case_id", "number", "digest", "act", "released_on"])
    .where("case_id", "in", idsOf(ids))
    .where("sequence", "is", null)
    .where("released_on", "<=", until)
    .orderBy("case_id")
    .orderBy("number");
}

/** Many ids as one bound value: a statement may bind a hundred. */
function idsOf(ids: readonly CaseId[]) {
  const rows = ids.map((id) => ({ id }));
  return query.selectFrom(givenRows(["id"], rows)).select("given.id");
}

/** Log-ins that have run out. */
export function deleteExpiredSessions(hour: number) {
  return query.deleteFrom("sessions").where("expires_hour", "<=", hour);
}
