import type { CaseId, CommitteeId, OfficerId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { query } from "../db/query.ts";

// What a desk's list is made of. Every query names who asks: a case that this officer cannot read is in none of them.

/** Who asks for which list. */
export type ListQuestion = {
  readonly officer: OfficerId;
  readonly committee: CommitteeId;
  /** The last release day: what was released later cannot be seen. */
  readonly until: PlainDate;
};

/** What lies with a committee and this officer may read. */
export function visible({ officer, committee, until }: ListQuestion) {
  return query
    .selectFrom("cases")
    .leftJoin("case_key_wraps", (join) =>
      join.onRef("case_key_wraps.case_id", "=", "cases.id").on("case_key_wraps.officer", "=", officer),
    )
    .where("cases.committee", "=", committee)
    .where("cases.released_on", "<=", until)
    .where((row) => row.or([row("cases.case_key", "is", null), row("case_key_wraps.wrap", "is not", null)]));
}

function linesOf(question: ListQuestion) {
  return visible(question)
    .leftJoin("index_entries", "index_entries.case_id", "cases.id")
    .select([
      "cases.id",
      "cases.released_on",
      "cases.status",
      "cases.sequence",
      "cases.state",
      "index_entries.entry",
    ]);
}

/** A page of the list, in the order of the ids, which are random. */
export function selectLines(question: ListQuestion, after: CaseId | null, limit: number) {
  const page = linesOf(question).orderBy("cases.id").limit(limit);
  return after === null ? page : page.where("cases.id", ">", after);
}

/** Statuses of cases with which nobody has anything left to do. */
const ended = ["closed", "refused"] as const;

/** The most urgent: what is late first, then what is due next. The desk orders them anew by its own clocks. */
export function selectUrgent(question: ListQuestion, limit: number) {
  const first = visible(question)
    .select("cases.id")
    .orderBy((row) => row("cases.status", "in", ended))
    .orderBy((row) => row("cases.late_since", "is", null))
    .orderBy("cases.late_since")
    .orderBy((row) => row("cases.next_step_on", "is", null))
    .orderBy("cases.next_step_on")
    .orderBy("cases.id")
    .limit(limit);
  return linesOf(question).where("cases.id", "in", first);
}

/** How far the committee's cases have come. */
export function selectRevision({ committee }: ListQuestion) {
  return query
    .selectFrom("list_changes")
    .select((row) => row.fn.coalesce(row.fn.max("revision"), row.lit(0)).as("revision"))
    .where("committee", "=", committee);
}

/** How many of the cases came with the last release. */
export function countArrived(question: ListQuestion) {
  return visible(question)
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("cases.released_on", "=", question.until);
}

/** Lines that changed after a revision, or were released on `since` or later. */
export function selectChanged(
  question: ListQuestion,
  after: { readonly revision: number; readonly since: PlainDate | null },
) {
  return linesOf(question)
    .leftJoin("list_changes", (join) =>
      join
        .onRef("list_changes.case_id", "=", "cases.id")
        .onRef("list_changes.committee", "=", "cases.committee"),
    )
    .where((row) => {
      const isLater = row("list_changes.revision", ">", after.revision);
      return after.since === null ? isLater : row.or([isLater, row("cases.released_on", ">=", after.since)]);
    })
    .orderBy("cases.id");
}

/**
 * Cases that were closed to this officer after a revision: by a change of their readers, or because they left the
 * committee. Nothing that is done in them later shows, nor any case that was never open to this officer.
 */
export function selectDepartures({ officer, committee }: ListQuestion, revision: number) {
  return query
    .selectFrom("list_departures")
    .select("case_id")
    .where("committee", "=", committee)
    .where("officer", "=", officer)
    .where("revision", ">", revision);
}
