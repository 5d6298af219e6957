import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";

/** An hour of a day in Vietnam. */
export type Hour = { readonly day: PlainDate; readonly hour: number };

/** Who has not got the day's notice, and has not been tried in this hour. */
export function selectWaiting({ day, hour }: Hour, limit: number) {
  return query
    .selectFrom("notice_addresses")
    .select(["id", "committee", "kind", "address", "secret"])
    .where((row) =>
      row.not(
        row.exists(
          query
            .selectFrom("notice_attempts")
            .select("recipient")
            .where("day", "=", day)
            .whereRef("recipient", "=", row.ref("notice_addresses.id"))
            .where((attempt) => attempt.or([attempt("outcome", "=", "sent"), attempt("hour", ">=", hour)])),
        ),
      ),
    )
    .orderBy("id")
    .limit(limit);
}

/** Says that these are being tried. Fails as a whole if somebody else has said so of one of them. */
export function beginAttempts({ day, hour }: Hour, recipients: readonly string[]) {
  return query
    .insertInto("notice_attempts")
    .values(recipients.map((recipient) => ({ day, hour, recipient, outcome: null })));
}

/** Says what became of them. */
export function endAttempts({ day, hour }: Hour, recipients: readonly string[], outcome: NoticeOutcome) {
  return query
    .updateTable("notice_attempts")
    .set({ outcome })
    .where("day", "=", day)
    .where("hour", "=", hour)
    .where("recipient", "in", recipients);
}

/** Forgets what is long over. */
export function deleteAttemptsBefore(day: PlainDate) {
  return query.deleteFrom("notice_attempts").where("day", "<", day);
}
