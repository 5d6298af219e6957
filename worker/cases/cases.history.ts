import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { toHistory } from "../../src/envelope/carried.ts";
import { query } from "../db/query.ts";
import type { CasesTable, EntriesTable } from "../db/schema.ts";

/** The events of a case as the law folds them: the release, then its entries. */
export function toEvents(
  released: Pick<CasesTable, "released_on" | "committee" | "fallback">,
  entries: readonly Pick<EntriesTable, "type" | "done_on">[],
): readonly CaseEvent[] {
  const { released_on, committee, fallback } = released;
  return toHistory(
    { on: released_on, receiver: committee, fallback },
    entries.map(({ type, done_on }) => ({ type, on: done_on })),
  );
}

/** Type and day of every entry, in order: enough for the law, without any sealed byte. */
export function selectHistory(caseId: CaseId) {
  return query
    .selectFrom("entries")
    .select(["sequence", "type", "done_on"])
    .where("case_id", "=", caseId)
    .orderBy("sequence");
}

/** Appends an entry. Fails on its primary key if somebody else was first. */
export function insertEntry(entry: EntriesTable) {
  return query.insertInto("entries").values(entry);
}

/** Carries what follows from an entry into the case's own row. */
export function updateProjection(caseId: CaseId, columns: Partial<CasesTable>) {
  return query.updateTable("cases").set(columns).where("id", "=", caseId);
}
