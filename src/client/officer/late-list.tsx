import type { JSX } from "preact";
import type { CommitteeId } from "../../domain/ids.ts";
import { limitOf } from "../../domain/clocks.ts";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { committeeName } from "../../i18n/law.ts";
import type { LateListed } from "../desk/late-list.ts";
import { Icon } from "../ui/icon.tsx";
import { ShortClockWords } from "./clock-words.tsx";
import { rowId } from "./focus-line.ts";
import { groupLate, mayDemand, missedClocks } from "./late.ts";
import type { State } from "./state.ts";
import { useTools } from "./tools.ts";

/** Who below is late: counts and dates, and nothing of content. */
export function LateList({ state }: { readonly state: State }): JSX.Element {
  const { say } = useTools().words;
  const { listing, loading } = state.late;
  return (
    <div class="duty-list">
      <p class="remark late-lead">{say("late.lead")}</p>
      <LateStatus state={state} />
      {listing !== null && !loading && listing.cases.length === 0 && listing.overseen.length === 0 && (
        <p class="empty">{say("late.none")}</p>
      )}
      {groupLate(listing?.cases ?? []).map(({ committee, cases }) => (
        <LateCommittee key={committee} committee={committee} cases={cases} state={state} />
      ))}
      <Overseen state={state} />
    </div>
  );
}

function LateStatus({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const { listing, loading, failure } = state.late;
  return (
    <div aria-live="polite">
      {loading && listing === null && (
        <p class="progress">
          <span class="spinner" aria-hidden="true" />
          {say("late.loading")}
        </p>
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
    </div>
  );
}

function LateCommittee({
  committee,
  cases,
  state,
}: {
  readonly committee: CommitteeId;
  readonly cases: readonly LateListed[];
  readonly state: State;
}): JSX.Element {
  const { language } = useTools().words;
  const tree = state.session?.organisation.tree;
  return (
    <section aria-labelledby={`late-${committee}`}>
      <h3 class="group group-overdue" id={`late-${committee}`}>
        {tree === undefined ? committee : committeeName(tree, committee)}{" "}
        <span class="count">{formatNumber(language, cases.length)}</span>
      </h3>
      <ul class="rows">
        {cases.map((late) => (
          <LateRow key={late.case} late={late} isOpen={state.open?.id === late.case} />
        ))}
      </ul>
    </section>
  );
}

function LateRow({ late, isOpen }: { readonly late: LateListed; readonly isOpen: boolean }): JSX.Element {
  const { words, conductor } = useTools();
  const { say, language } = words;
  return (
    <li class="late-row">
      <button
        type="button"
        id={rowId(late.case)}
        class="row"
        aria-current={isOpen ? "true" : undefined}
        onClick={() => {
          conductor.openCase(late.case);
        }}
      >
        <span class="row-head">
          <span class="row-title">{say("case.number", { number: late.case.slice(0, 6) })}</span>
          <span class="row-status">{say(`late.because.${late.because}`)}</span>
        </span>
        <span class="row-subject">
          {say("inbox.received", { date: formatDate(language, late.releasedOn) })}
        </span>
        {late.damaged && <span class="unreadable">{say("late.damaged")}</span>}
        {missedClocks(late).map((running) => (
          <span key={`${running.clock.name} ${limitOf(running.clock).on}`} class="row-clock">
            <ShortClockWords running={running} />
          </span>
        ))}
        <span class="marks">
          <span class="mark">
            {late.mayRead
              ? say("late.may-read")
              : say("late.may-read-after", { date: formatDate(language, late.outerEscalationOn) })}
          </span>
          {late.flags.includes("explanation-demanded") && (
            <span class="mark">{say("inbox.flag.explanation-demanded")}</span>
          )}
        </span>
      </button>
      {mayDemand(late) && (
        <button
          type="button"
          class="button button-secondary demand"
          aria-label={say("late.demand-of", { number: late.case.slice(0, 6) })}
          onClick={() => {
            conductor.demand(late.case);
          }}
        >
          {say("action.demand-explanation")}
        </button>
      )}
    </li>
  );
}

/** Late cases that this committee oversees and can open none of: how many, of whom, since when. */
function Overseen({ state }: { readonly state: State }): JSX.Element | null {
  const { say, language } = useTools().words;
  const overseen = state.late.listing?.overseen ?? [];
  const tree = state.session?.organisation.tree;
  if (overseen.length === 0 || tree === undefined) return null;
  return (
    <section class="overseen" aria-labelledby="overseen">
      <h3 class="group" id="overseen">
        {say("late.overseen")}
      </h3>
      <p class="remark">{say("late.overseen-means")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("late.committee")}</th>
            <th scope="col">{say("late.count")}</th>
            <th scope="col">{say("late.since")}</th>
          </tr>
        </thead>
        <tbody>
          {overseen.map(({ committee, count, since }) => (
            <tr key={committee}>
              <th scope="row">{committeeName(tree, committee)}</th>
              <td>{formatNumber(language, count)}</td>
              <td>
                <time dateTime={since}>{formatDate(language, since)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
