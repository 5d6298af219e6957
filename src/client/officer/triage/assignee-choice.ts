import type { ViewAssignee } from "../../../crypto/desk-book.schema.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import type { State } from "../state.ts";
import { namedOfficers } from "./gone-officers.ts";

type Option = { readonly value: string; readonly label: string };

// To whom a case is given, as a choice among texts: everything that a filter can say stands in it, so that none is on unseen.

export function assigneeOptions(state: State, words: Pick<Words, "say" | "language">): readonly Option[] {
  const { say } = words;
  const options: readonly Option[] = [
    { value: "", label: say("view.any") },
    { value: "me", label: say("view.assignee.me") },
    { value: "nobody", label: say("view.assignee.nobody") },
    ...namedOfficers(state, words)
      .filter(({ officer }) => officer !== state.session?.officer.id)
      .map(({ officer, title }) => ({ value: `officer ${officer}`, label: title })),
  ];
  const chosen = assigneeValue(state.question.filters.assignee);
  return options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: say("view.assignee.unnamed") }];
}

/** Inverse: `assigneeOf`. */
export function assigneeValue(assignee: ViewAssignee | null): string {
  if (assignee === null) return "";
  return assignee.who === "officer" ? `officer ${assignee.officer}` : assignee.who;
}

/** Null: whoever it is. */
export function assigneeOf(state: State, value: string): ViewAssignee | null {
  const { triage, list, question } = state;
  const all: readonly (ViewAssignee | null)[] = [
    { who: "me" },
    { who: "nobody" },
    question.filters.assignee,
    ...[...triage.colleagues, ...(list.view?.tally.work ?? [])].map(({ officer }): ViewAssignee | null =>
      officer === null ? null : { who: "officer", officer },
    ),
  ];
  return all.find((assignee) => assigneeValue(assignee) === value) ?? null;
}
