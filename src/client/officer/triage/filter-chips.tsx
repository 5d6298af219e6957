import type { JSX } from "preact";
import type { ViewFilters } from "../../../crypto/desk-book.schema.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { isNarrowed, noFilters } from "../filters.ts";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";

const steps = ["to-open", "to-sort", "to-resolve", "concluded", "ended"] as const;
const traits = ["due-today", "overdue", "unread", "waiting", "reporter-wrote", "escalated"] as const;

/** What an officer wants to see also when there is none of it. */
const always: ReadonlySet<string> = new Set(["to-open", "overdue"]);

/**
 * The quick filters: how far a case is, of which one can be chosen, and what cuts across, of which any can. Those that would
 * show nothing are not there: on an office screen the list is to begin high up.
 */
export function FilterChips({ state }: { readonly state: State }): JSX.Element {
  const { say } = useTools().words;
  const { view } = state.list;
  const { filters } = state.question;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{say("inbox.filters")}</legend>
      <Chip label={say("inbox.filter.all")} count={view?.known} on={!isNarrowed(filters)} to={noFilters} />
      {steps
        .filter((step) => isShown(step, view?.counts[step], filters.step === step))
        .map((step) => (
          <Chip
            key={step}
            label={say(`inbox.filter.${step}`)}
            count={view?.counts[step]}
            on={filters.step === step}
            to={{ ...filters, step: filters.step === step ? null : step }}
          />
        ))}
      {traits
        .filter((trait) => isShown(trait, view?.tally.traits[trait], filters.traits.includes(trait)))
        .map((trait) => (
          <Chip
            key={trait}
            label={say(`view.trait.${trait}`)}
            count={view?.tally.traits[trait]}
            on={filters.traits.includes(trait)}
            to={{ ...filters, traits: toggled(filters.traits, trait) }}
          />
        ))}
    </fieldset>
  );
}

function isShown(name: string, count: number | undefined, isOn: boolean): boolean {
  return isOn || always.has(name) || (count ?? 0) > 0;
}

function toggled<Item>(all: readonly Item[], item: Item): Item[] {
  return all.includes(item) ? all.filter((other) => other !== item) : [...all, item];
}

type ChipProps = {
  readonly label: string;
  readonly count: number | undefined;
  readonly on: boolean;
  readonly to: ViewFilters;
};

function Chip({ label, count, on, to }: ChipProps): JSX.Element {
  const { words, dispatch } = useTools();
  return (
    <button
      type="button"
      class="filter"
      aria-pressed={on}
      onClick={() => {
        dispatch({ type: "question-changed", change: { filters: to } });
      }}
    >
      {label} <span class="count">{formatNumber(words.language, count ?? 0)}</span>
    </button>
  );
}
