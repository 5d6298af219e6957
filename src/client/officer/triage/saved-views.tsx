import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { viewNameLength, viewsAtMost } from "../../../crypto/desk-book.schema.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { privateInput } from "../../ui/field.tsx";
import { isSameFilters } from "../filters.ts";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";

/** The officer's own views, each with what it would show and the key that leads to it. */
export function SavedViews({ state }: { readonly state: State }): JSX.Element | null {
  const { words, conductor } = useTools();
  const { say, language } = words;
  const { views } = state.triage.book.page;
  const { question, list } = state;
  if (views.length === 0) return null;
  return (
    <fieldset class="saved-views">
      <legend class="visually-hidden">{say("view.saved")}</legend>
      {views.map((view, index) => (
        <span key={view.name} class="saved-view">
          <button
            type="button"
            class="filter"
            aria-pressed={isSameFilters(view.filters, question.filters) && view.sort === question.sort}
            onClick={() => {
              conductor.applyView(view);
            }}
          >
            {state.singleKeys && <kbd aria-hidden="true">g {index + 1}</kbd>} <bdi>{view.name}</bdi>{" "}
            <span class="count">{formatNumber(language, list.view?.viewCounts[index] ?? 0)}</span>
          </button>
          {state.triage.narrowing && (
            <button
              type="button"
              class="button button-quiet view-remove"
              onClick={() => {
                conductor.changeBook({ kind: "view-removed", name: view.name });
              }}
            >
              {say("view.remove")} <span class="visually-hidden">{view.name}</span>
            </button>
          )}
        </span>
      ))}
    </fieldset>
  );
}

/** Keeps what the list is narrowed to now, under a name. */
export function SaveView({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const id = useId();
  const [name, setName] = useState("");
  const { filters, sort } = state.question;
  const { views } = state.triage.book.page;
  const called = name.trim();
  const isFull = views.length >= viewsAtMost && !views.some((view) => view.name === called);
  return (
    <form
      class="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (called === "" || isFull) return;
        conductor.changeBook({ kind: "view-saved", view: { name: called, filters, sort } });
        setName("");
      }}
    >
      <label for={id}>{say("view.name")}</label>
      <input
        id={id}
        class="field-input"
        type="text"
        value={name}
        maxLength={viewNameLength}
        aria-describedby={`${id}-hint`}
        {...privateInput}
        onInput={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <button
        type="submit"
        class="button button-secondary"
        aria-disabled={called === "" || isFull ? "true" : undefined}
      >
        {say("view.save")}
      </button>
      <p class="remark" id={`${id}-hint`}>
        {isFull ? say("view.full", { count: String(viewsAtMost) }) : say("view.save-hint")}
      </p>
    </form>
  );
}
