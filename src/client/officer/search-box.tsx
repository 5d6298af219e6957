import type { JSX } from "preact";
import { formatNumber } from "../../i18n/format.ts";
import { privateInput } from "../ui/field.tsx";
import type { State } from "./state.ts";
import { useTools } from "./tools.ts";
import "./search.css";

/** Nobody searches for more, and what is pasted by mistake is no question. */
const longestQuery = 200;

/** Id of the field, to which a key leads. */
export const searchFieldId = "search";

/** Searches in what has been opened, as it is typed. The words go to the ledger in this browser and nowhere else. */
export function SearchBox({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const { query } = state.question;
  const ask = (typed: string) => {
    dispatch({ type: "question-changed", change: { query: typed } });
  };
  return (
    <search class="search">
      <label class="search-label" for={searchFieldId}>
        {say("search.label")}
      </label>
      <div class="search-line">
        <input
          class="field-input"
          id={searchFieldId}
          type="text"
          inputMode="search"
          value={query}
          maxLength={longestQuery}
          aria-describedby="search-hint"
          {...privateInput}
          onInput={(event) => {
            ask(event.currentTarget.value);
          }}
        />
        {query !== "" && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              ask("");
              document.querySelector<HTMLInputElement>(`#${searchFieldId}`)?.focus();
            }}
          >
            {say("search.clear")}
          </button>
        )}
      </div>
      <div id="search-hint" aria-live="polite">
        {query.trim() === "" ? <p class="remark">{say("search.hint")}</p> : <Coverage state={state} />}
      </div>
    </search>
  );
}

/** How much was found, and of how much. */
function Coverage({ state }: { readonly state: State }): JSX.Element | null {
  const { say, language } = useTools().words;
  const { view } = state.list;
  if (view === null) return null;
  const { known, opened } = view.searchable;
  const values = { known: formatNumber(language, known), opened: formatNumber(language, opened) };
  const { total } = view.page;
  return (
    <>
      <p>
        {total === 0 ? say("search.none") : say("search.found", { count: formatNumber(language, total) })}
      </p>
      <p class="remark">
        {known < opened
          ? say("search.coverage", values)
          : say("search.coverage-all", { opened: values.opened })}
      </p>
    </>
  );
}
