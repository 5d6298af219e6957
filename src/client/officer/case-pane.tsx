import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type CaseFlag, caseFlags } from "../../domain/case/case.ts";
import { unitName } from "../../i18n/law.ts";
import { type CaseFile, mayBeSigned } from "../desk/case-file.ts";
import { Icon } from "../ui/icon.tsx";
import { WhoDidWhat } from "./audit/case-audit.tsx";
import { Actions } from "./case-actions.tsx";
import { Clocks } from "./case-clocks.tsx";
import { History } from "./case-history.tsx";
import { Letter } from "./case-letter.tsx";
import { RouteOfLetter } from "./case-route.tsx";
import { Sealed } from "./case-sealed.tsx";
import { CaseWarnings } from "./case-warnings.tsx";
import { ActForm } from "./act-form.tsx";
import { NextDutyCard } from "./next-duty-card.tsx";
import { SealedSummary } from "./sealed-summary.tsx";
import { SimilarCases } from "./similar-cases.tsx";
import { SuperiorNote } from "./superior-note.tsx";
import { isSealed } from "./reducer.reading.ts";
import type { OpenCase, Session, State } from "./state.ts";
import { useTools } from "./tools.ts";

/** The case beside the list. */
export function CasePane({ state }: { readonly state: State }): JSX.Element {
  const { say } = useTools().words;
  const { open, session } = state;
  return (
    <section class="case" id="case" aria-label={say("case.label")}>
      {open === null || session === null ? (
        <p class="empty">{say("case.none")}</p>
      ) : (
        <OpenedCase key={open.id} open={open} session={session} state={state} />
      )}
    </section>
  );
}

type Parts = { readonly open: OpenCase; readonly session: Session; readonly state: State };

function OpenedCase({ open, session, state }: Parts): JSX.Element {
  const pane = useRef<HTMLDivElement>(null);
  useFocusInside(pane, open.id);
  useTitles(open);
  const { file, writing } = open;
  const form = writing === null ? undefined : state.drafts.get(open.id)?.get(writing.command);
  return (
    <div class="case-inside" ref={pane}>
      <CaseHead open={open} session={session} />
      <CaseStatus open={open} />
      {file !== null && <CaseWarnings file={file} session={session} />}
      {file?.as === "superior" && <SuperiorNote file={file} session={session} />}
      {file !== null && mayBeSigned(file) && <NextDutyCard open={open} file={file} session={session} />}
      {file !== null && writing !== null && form !== undefined && (
        <ActForm
          key={writing.command}
          open={open}
          file={file}
          session={session}
          writing={writing}
          form={form}
          duties={state.list.view?.page.sections.flatMap(({ duties }) => duties) ?? []}
          work={state.list.view?.tally.work ?? []}
        />
      )}
      {file !== null && <CaseBody open={open} file={file} session={session} state={state} />}
    </div>
  );
}

/**
 * Titles of officers stand in the roster, and in nothing that a case carries. Not before the letter is read: who of them
 * may read the case cannot be told without it.
 */
function useTitles({ id, file }: OpenCase): void {
  const { conductor } = useTools();
  // Of every letter that is read, not only of those that say a name: what is fetched must not tell which do.
  const isWanted = file?.letter != null;
  useEffect(() => {
    if (isWanted) conductor.askReaders();
  }, [id, isWanted]);
}

function CaseHead({ open, session }: Pick<Parts, "open" | "session">): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  const isSending = open.step === "sending";
  return (
    <header class="case-head">
      <button
        type="button"
        class="button button-quiet back"
        aria-disabled={isSending ? "true" : undefined}
        onClick={() => {
          if (!isSending) dispatch({ type: "case-closed" });
        }}
      >
        <Icon name="back" size={18} />
        {say("case.back")}
      </button>
      <p class="case-number">{say("case.number", { number: open.id.slice(0, 6) })}</p>
      <h2 class="case-title" tabIndex={-1}>
        {titleOf(open.file, session, words)}
      </h2>
      {open.file !== null && <Flags file={open.file} />}
    </header>
  );
}

/** How far the case is, and what holds beside that, in words. */
function Flags({ file }: { readonly file: CaseFile }): JSX.Element {
  const { law } = useTools().words;
  const { state } = file;
  return (
    <p class="flags">
      <span class="mark mark-status">{law.say(`status.${state.status}`)}</span>
      {state.kind !== "report" && <span class="mark">{law.say(`kind.${state.kind}`)}</span>}
      {caseFlags
        .filter((flag) => state.flags[flag])
        .map((flag) => (
          <span key={flag} class={lateFlags.has(flag) ? "mark mark-late" : "mark"}>
            {law.say(`flag.${flag}`)}
          </span>
        ))}
    </p>
  );
}

const lateFlags: ReadonlySet<CaseFlag> = new Set(["overdue", "escalated", "explanation-demanded"]);

function titleOf(
  file: CaseFile | null,
  session: Session,
  { say, law }: ReturnType<typeof useTools>["words"],
): string {
  if (file === null) return say("case.loading");
  const route = file.letter?.body.route;
  if (route === undefined)
    return isSealed(file) ? say("sealed.title") : law.say(`status.${file.state.status}`);
  return route.unit === null ? say("inbox.unit-unknown") : unitName(session.organisation.tree, route.unit);
}

function CaseStatus({ open }: { readonly open: OpenCase }): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  return (
    <div aria-live="polite">
      {(open.step === "loading" || open.step === "opening") && (
        <p class="progress">
          <span class="spinner" aria-hidden="true" />
          {open.step === "loading" ? say("case.loading") : say("case.opening")}
        </p>
      )}
      {open.failure !== null && (
        <div class="failure">
          <p>
            <Icon name="warning" size={18} /> {say(`case.failed.${open.failure}`)}
          </p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              conductor.openCase(open.id);
            }}
          >
            {say("inbox.retry")}
          </button>
        </div>
      )}
    </div>
  );
}

function CaseBody({ open, file, session, state }: Parts & { readonly file: CaseFile }): JSX.Element {
  return (
    <div class="case-body">
      <div class="case-main">
        {file.letter !== null && <Letter letter={file.letter} open={open} file={file} session={session} />}
        {file.letter === null && file.as === "officer" && <Sealed open={open} file={file} />}
        {file.letter !== null && file.as === "officer" && (
          <SimilarCases
            open={open}
            file={file}
            session={session}
            searchable={state.list.view?.searchable.known ?? 0}
          />
        )}
        <History open={open} file={file} session={session} />
        <WhoDidWhat state={state} file={file} session={session} />
      </div>
      <div class="case-side">
        <Actions open={open} file={file} session={session} />
        <SealedSummary open={open} file={file} />
        <Clocks file={file} />
        {file.letter !== null && <RouteOfLetter letter={file.letter} file={file} session={session} />}
      </div>
    </div>
  );
}

/**
 * Puts the focus on the heading of a case that was just chosen, and again whenever the control that had it has gone:
 * a focus that falls back to the page is lost to keyboard and screen reader.
 */
function useFocusInside(pane: { readonly current: HTMLElement | null }, id: string): void {
  const wasInside = useRef(false);
  const heading = () => pane.current?.querySelector<HTMLElement>(".case-title");
  useEffect(() => {
    heading()?.focus();
  }, [id]);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && pane.current?.contains(target) === true;
    };
    document.addEventListener("focusin", note);
    return () => {
      document.removeEventListener("focusin", note);
    };
  }, [pane]);
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) heading()?.focus();
  });
}
