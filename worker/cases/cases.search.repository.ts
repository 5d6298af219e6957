import { type ListQuestion, visible } from "./cases.list.repository.ts";

/** A page of the sealed search entries that came after a revision, of the cases that this officer may read. */
export function selectSearches(question: ListQuestion, after: number, limit: number) {
  return visible(question)
    .innerJoin("search_entries", "search_entries.case_id", "cases.id")
    .innerJoin("list_changes", (join) =>
      join
        .onRef("list_changes.case_id", "=", "cases.id")
        .onRef("list_changes.committee", "=", "cases.committee"),
    )
    .select(["cases.id", "search_entries.entry", "list_changes.revision"])
    .where("list_changes.revision", ">", after)
    .orderBy("list_changes.revision")
    .limit(limit);
}
