import type { CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";

/** Who asks for which log. */
export type LogQuestion = { readonly officer: OfficerId; readonly committee: CommitteeId };

/**
 * A page of a committee's log. `shown`: the officer did it, could read the case when it was done, or can read it now. What
 * colleagues do on a case from which this officer was shut out is not.
 */
export function selectLog({ officer, committee }: LogQuestion, after: number, limit: number) {
  return query
    .selectFrom("audit")
    .leftJoin("audit_readers", (join) =>
      join
        .onRef("audit_readers.committee", "=", "audit.committee")
        .onRef("audit_readers.sequence", "=", "audit.sequence")
        .on("audit_readers.officer", "=", officer),
    )
    .leftJoin("cases", (join) =>
      join.onRef("cases.id", "=", "audit.case_id").onRef("cases.committee", "=", "audit.committee"),
    )
    .leftJoin("case_key_wraps", (join) =>
      join.onRef("case_key_wraps.case_id", "=", "cases.id").on("case_key_wraps.officer", "=", officer),
    )
    .select(["audit.sequence", "audit.act", "audit.signature", "audit.link"])
    .select((row) => {
      const limited = row
        .selectFrom("audit_readers as any_reader")
        .select("any_reader.officer")
        .whereRef("any_reader.committee", "=", "audit.committee")
        .whereRef("any_reader.sequence", "=", "audit.sequence");
      const readsNow = row.and([
        row("cases.id", "is not", null),
        row.or([row("cases.case_key", "is", null), row("case_key_wraps.wrap", "is not", null)]),
      ]);
      return row
        .or([
          row("audit.officer", "=", officer),
          row("audit_readers.officer", "is not", null),
          row.not(row.exists(limited)),
          readsNow,
        ])
        .as("shown");
    })
    .where("audit.committee", "=", committee)
    .where("audit.sequence", ">", after)
    .orderBy("audit.sequence")
    .limit(limit);
}
