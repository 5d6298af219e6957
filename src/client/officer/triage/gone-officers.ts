import type { OfficerId } from "../../../domain/ids.ts";
import { formatNumber } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/officer/words.load.ts";
import type { State } from "../state.ts";
import type { Colleague } from "./colleagues.ts";

type Known = Pick<State, "triage" | "list" | "question" | "session">;

/**
 * Who has cases, or is asked for, and is named by the roster no more; always in the same order. Nobody, as long as it is
 * not known whom the roster names.
 */
export function goneOfficers({ triage, list, question, session }: Known): readonly OfficerId[] {
  if (triage.roster !== "here") return [];
  const { assignee } = question.filters;
  const given = list.view?.tally.work.map(({ officer }) => officer) ?? [];
  const asked = assignee?.who === "officer" ? [assignee.officer] : [];
  const named = new Set([...triage.colleagues.map(({ officer }) => officer), session?.officer.id]);
  return [...new Set([...given, ...asked])]
    .filter((officer) => officer !== null)
    .filter((officer) => !named.has(officer))
    .toSorted();
}

/** Everybody of whom there may be cases: the colleagues by their titles, and after them those who have left. */
export function namedOfficers(
  state: Known,
  { say, language }: Pick<Words, "say" | "language">,
): readonly Colleague[] {
  const gone = goneOfficers(state);
  const titleOf = (at: number) =>
    gone.length === 1
      ? say("view.gone")
      : say("view.gone-numbered", { number: formatNumber(language, at + 1) });
  return [...state.triage.colleagues, ...gone.map((officer, at) => ({ officer, title: titleOf(at) }))];
}
