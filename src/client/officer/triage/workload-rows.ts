import type { Words } from "../../../i18n/officer/words.load.ts";
import type { Workload } from "../ledger/ledger.protocol.ts";
import type { State } from "../state.ts";
import { namedOfficers } from "./gone-officers.ts";

/** `officer`: null where nobody has been given it. */
export type WorkloadRow = Workload & { readonly title: string };

/** Who has how much to do: who is latest first, then who has most, and at the end what nobody has been given. */
export function workloadRows(state: State, words: Pick<Words, "say" | "language">): readonly WorkloadRow[] {
  const work = state.list.view?.tally.work ?? [];
  const rows = namedOfficers(state, words)
    .map(({ officer, title }) => {
      const { open, overdue } = work.find((one) => one.officer === officer) ?? { open: 0, overdue: 0 };
      return { officer, title, open, overdue };
    })
    .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open);
  const unassigned = work
    .filter(({ officer }) => officer === null)
    .map((nobody) => ({ ...nobody, title: words.say("view.assignee.nobody") }));
  return [...rows, ...unassigned];
}
