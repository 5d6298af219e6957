import type { JSX } from "preact";
import { letterLanguages, selfDescriptions } from "../../../crypto/letter.schema.ts";
import { sortOrders, viewCategories, type ViewFilters } from "../../../crypto/desk-book.schema.ts";
import type { UnitId } from "../../../domain/ids.ts";
import { ancestorsOf } from "../../../domain/org-tree.ts";
import { unitName } from "../../../i18n/law.ts";
import { sayCategory } from "../category-words.ts";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";
import { assigneeOf, assigneeOptions, assigneeValue } from "./assignee-choice.ts";
import { Choice } from "./choice.tsx";
import { RosterStatus } from "./roster-status.tsx";
import { SavedViews, SaveView } from "./saved-views.tsx";
import { Workload } from "./workload.tsx";
import { workloadRows } from "./workload-rows.ts";
import "./triage.css";

/** In which order, under which saved view, and what else the list is narrowed to. */
export function Narrowing({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say } = words;
  const { narrowing } = state.triage;
  const chosen = count(state.question.filters);
  return (
    <div class="narrowing">
      <div class="narrowing-head">
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={narrowing}
          aria-controls="narrowing-panel"
          onClick={() => {
            dispatch({ type: "narrowing-shown", shown: !narrowing });
          }}
        >
          {say("view.more")}
          {chosen > 0 && ` (${chosen})`}
        </button>
        <SavedViews state={state} />
        <Choice
          label={say("view.sort")}
          value={state.question.sort}
          options={sortOrders.map((sort) => ({ value: sort, label: say(`view.sort.${sort}`) }))}
          onChoose={(value) => {
            const sort = sortOrders.find((one) => one === value) ?? "urgency";
            dispatch({ type: "question-changed", change: { sort } });
            conductor.changeBook({ kind: "preferred", preferences: { sort } });
          }}
        />
      </div>
      <div id="narrowing-panel" hidden={!narrowing}>
        {narrowing && <Panel state={state} />}
      </div>
    </div>
  );
}

function count({ assignee, unit, category, language, self }: ViewFilters): number {
  return [assignee, unit, category, language, self].filter((value) => value !== null).length;
}

function Panel({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const { filters } = state.question;
  const narrow = (change: Partial<ViewFilters>) => {
    dispatch({ type: "question-changed", change: { filters: { ...filters, ...change } } });
  };
  const any = { value: "", label: say("view.any") };
  return (
    <div class="narrowing-panel">
      <RosterStatus roster={state.triage.roster} />
      <Choice
        label={say("view.assignee")}
        value={assigneeValue(filters.assignee)}
        options={assigneeOptions(state, words)}
        onChoose={(value) => {
          narrow({ assignee: assigneeOf(state, value) });
        }}
      />
      <Choice
        label={say("view.unit")}
        value={filters.unit ?? ""}
        options={[any, ...unitOptions(state)]}
        onChoose={(value) => {
          narrow({ unit: unitIds(state).find((unit) => unit === value) ?? null });
        }}
      />
      <Choice
        label={say("view.category")}
        value={filters.category ?? ""}
        options={[
          any,
          ...viewCategories.map((code) => ({
            value: code,
            label: sayCategory(words, code === "other" ? null : code),
          })),
        ]}
        onChoose={(value) => {
          narrow({ category: viewCategories.find((code) => code === value) ?? null });
        }}
      />
      <Choice
        label={say("view.language")}
        value={filters.language ?? ""}
        options={[any, ...letterLanguages.map((one) => ({ value: one, label: say(`view.language.${one}`) }))]}
        onChoose={(value) => {
          narrow({ language: letterLanguages.find((one) => one === value) ?? null });
        }}
      />
      <Choice
        label={say("view.self")}
        value={filters.self ?? ""}
        options={[any, ...selfDescriptions.map((one) => ({ value: one, label: say(`view.self.${one}`) }))]}
        onChoose={(value) => {
          narrow({ self: selfDescriptions.find((one) => one === value) ?? null });
        }}
      />
      {state.triage.roster === "here" && <Workload rows={workloadRows(state, words)} />}
      <SaveView state={state} />
    </div>
  );
}

/** Units that letters name, and those above them: of the others there is nothing to see. */
function unitIds({ session, list, question }: State): readonly UnitId[] {
  const tree = session?.organisation.tree;
  const named = list.view?.tally.units ?? [];
  if (tree === undefined) return [];
  const chosen = question.filters.unit === null ? [] : [question.filters.unit];
  return [
    ...new Set([
      ...chosen,
      ...named.flatMap((unit) => [unit, ...ancestorsOf(tree, unit).map(({ id }) => id)]),
    ]),
  ];
}

function unitOptions(state: State): readonly { readonly value: string; readonly label: string }[] {
  const tree = state.session?.organisation.tree;
  if (tree === undefined) return [];
  return unitIds(state)
    .map((unit) => ({ value: unit, label: unitName(tree, unit) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "vi"));
}
