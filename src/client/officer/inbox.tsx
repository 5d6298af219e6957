import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { Icon } from "../ui/icon.tsx";
import { type DutyPage, pageSize } from "./duty.ts";
import { isNarrowed } from "./filters.ts";
import { isBegun } from "./form.ts";
import { InboxRow } from "./inbox-row.tsx";
import { LateList } from "./late-list.tsx";
import type { LedgerView } from "./ledger/ledger.protocol.ts";
import { dutiesOf, shownCases } from "./reducer.list.ts";
import { SearchBox } from "./search-box.tsx";
import type { State } from "./state.ts";
import { useTools } from "./tools.ts";
import { BatchBar } from "./triage/batch-bar.tsx";
import { BookDoubt } from "./triage/book-doubt.tsx";
import { FilterChips } from "./triage/filter-chips.tsx";
import { Narrowing } from "./triage/narrowing.tsx";
import { useDrawnLines } from "./use-drawn-lines.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

/** The duty list: what is due today, what is late, what waits. */
export function Inbox({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { say, language } = words;
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && state.open === null) title.current?.focus();
    isFirst.current = false;
  }, [state.open]);
  const list = state.view === "late" ? state.late : state.list;
  const { loading } = list;
  const today = state.list.today ?? state.late.listing?.today ?? null;
  return (
    <section class="inbox" id="inbox" aria-labelledby="inbox-title">
      <div class="inbox-head">
        <h2 class="inbox-title" id="inbox-title" tabIndex={-1} ref={title}>
          {say("inbox.title")}
        </h2>
        {today !== null && (
          <p class="today">
            <time dateTime={today}>{say("console.today", { date: formatDate(language, today) })}</time>
          </p>
        )}
        <button
          type="button"
          class="button button-quiet refresh"
          aria-disabled={loading ? "true" : undefined}
          onClick={() => {
            if (!loading) conductor.refresh();
          }}
        >
          {say("inbox.refresh")}
        </button>
      </div>
      <Views view={state.view} />
      {state.view === "late" ? (
        <LateList state={state} />
      ) : (
        <>
          <SearchBox state={state} />
          <FilterChips state={state} />
          <Narrowing state={state} />
          <BookDoubt state={state} />
          <BatchBar state={state} />
          <ListStatus state={state} />
          <DutyList state={state} />
        </>
      )}
    </section>
  );
}

/** The committee's own cases, or those below it that are late. */
function Views({ view }: { readonly view: State["view"] }): JSX.Element {
  const { words, conductor } = useTools();
  return (
    <fieldset class="views">
      <legend class="visually-hidden">{words.say("inbox.views")}</legend>
      {(["inbox", "late"] as const).map((each) => (
        <button
          key={each}
          type="button"
          class="view"
          aria-pressed={view === each}
          onClick={() => {
            conductor.chooseView(each);
          }}
        >
          {words.say(`inbox.view.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

function ListStatus({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { say, language } = words;
  const { view, loading, failure, mark } = state.list;
  // As long as nothing has come nobody knows whether there is anything.
  const isEmpty =
    mark !== null && view !== null && view.page.total === 0 && state.question.query.trim() === "";
  return (
    <div aria-live="polite">
      {loading && (view === null || view.known === 0) && (
        <p class="progress">
          <span class="spinner" aria-hidden="true" />
          {say("inbox.loading")}
        </p>
      )}
      {view !== null && !loading && (
        <p class="visually-hidden">{say("inbox.refreshed", { count: formatNumber(language, view.known) })}</p>
      )}
      {failure !== null && (
        <div class="failure">
          <p>
            <Icon name="warning" size={18} /> {say(`inbox.failed.${failure}`)}
          </p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              conductor.refresh();
            }}
          >
            {say("inbox.retry")}
          </button>
        </div>
      )}
      {isEmpty && (
        <p class="empty">
          {isNarrowed(state.question.filters) ? say("inbox.empty-filter") : say("inbox.empty")}
        </p>
      )}
    </div>
  );
}

function DutyList({ state }: { readonly state: State }): JSX.Element | null {
  const { view } = state.list;
  return view === null ? null : <DutyLines state={state} view={view} />;
}

function DutyLines({ state, view }: { readonly state: State; readonly view: LedgerView }): JSX.Element {
  const { say, language } = useTools().words;
  const { page } = view;
  const box = useKeptFocus(state.cursor);
  const drawn = useDrawnLines(dutiesOf(view), state.cursor ?? state.open?.id ?? null);
  const shown = shownCases(view);
  const first = shown[0];
  // One line of the list takes part in the order of tabs; the arrows reach the others.
  const reachable =
    shown.find((id) => id === state.cursor) ?? shown.find((id) => id === state.open?.id) ?? first;
  return (
    <div class="duty-list" {...box}>
      {drawnSections(page, drawn).map(({ group, count, duties }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 class={`group group-${group}`} id={`group-${group}`}>
            {say(`inbox.group.${group}`)} <span class="count">{formatNumber(language, count)}</span>
          </h3>
          <ul class="rows">
            {duties.map((duty) => (
              <InboxRow
                key={duty.listed.line.case}
                duty={duty}
                query={group === "found" ? state.list.query : ""}
                session={state.session}
                isOpen={state.open?.id === duty.listed.line.case}
                isReachable={duty.listed.line.case === reachable}
                isUnread={state.triage.isBookHere && view.unread.has(duty.listed.line.case)}
                isSelected={state.triage.selected.has(duty.listed.line.case)}
                assigned={
                  state.triage.colleagues.find(({ officer }) => officer === duty.listed.entry?.assignee)
                    ?.title ?? null
                }
                hasDraft={[...(state.drafts.get(duty.listed.line.case)?.values() ?? [])].some(isBegun)}
              />
            ))}
          </ul>
        </section>
      ))}
      {page.total > pageSize && <Pages page={page} number={Math.floor(page.from / pageSize)} />}
    </div>
  );
}

/** The first so many lines of a page, under their headings. */
function drawnSections({ sections }: DutyPage, drawn: number): DutyPage["sections"] {
  let left = drawn;
  return sections.flatMap((section) => {
    const duties = section.duties.slice(0, left);
    left -= duties.length;
    return duties.length === 0 ? [] : [{ ...section, duties }];
  });
}

function Pages({ page, number }: { readonly page: DutyPage; readonly number: number }): JSX.Element {
  const { words, dispatch } = useTools();
  const { say, language } = words;
  const format = (value: number) => formatNumber(language, value);
  const turn = (to: number) => () => {
    dispatch({ type: "question-changed", change: { page: to } });
  };
  const isFirst = page.from === 0;
  const isLast = page.to === page.total;
  return (
    <nav class="pages" aria-label={say("inbox.pages")}>
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={isFirst ? "true" : undefined}
        onClick={isFirst ? undefined : turn(number - 1)}
      >
        {say("inbox.previous")}
      </button>
      <span>
        {say("inbox.range", {
          from: format(page.from + 1),
          to: format(page.to),
          total: format(page.total),
        })}
      </span>
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={isLast ? "true" : undefined}
        onClick={isLast ? undefined : turn(number + 1)}
      >
        {say("inbox.next")}
      </button>
    </nav>
  );
}
