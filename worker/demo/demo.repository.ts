import type { CaseId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";

/** The day that was set, if one was. */
export function selectDemoDay() {
  return query.selectFrom("demo_clock").select("today");
}

/** Sets the day, in the place of the one before. */
export function setDemoDay(today: PlainDate) {
  return query
    .insertInto("demo_clock")
    .values({ id: 1, today })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ today }));
}

/** Back to the machine's own day. */
export function clearDemoDay() {
  return query.deleteFrom("demo_clock");
}

/** Everything that is stored about a case, table by table. */
export function selectRowsOf(id: CaseId) {
  return [
    query.selectFrom("cases").selectAll().where("id", "=", id),
    query.selectFrom("cores").selectAll().where("case_id", "=", id),
    query.selectFrom("slots").selectAll().where("case_id", "=", id),
    query.selectFrom("entries").selectAll().where("case_id", "=", id),
    query.selectFrom("steps").selectAll().where("case_id", "=", id),
    query.selectFrom("case_keys").selectAll().where("case_id", "=", id),
    query.selectFrom("case_key_wraps").selectAll().where("case_id", "=", id),
    query.selectFrom("reporter_messages").selectAll().where("case_id", "=", id),
    query.selectFrom("index_entries").selectAll().where("case_id", "=", id),
    query.selectFrom("search_entries").selectAll().where("case_id", "=", id),
    query.selectFrom("audit").selectAll().where("case_id", "=", id),
  ] as const;
}
