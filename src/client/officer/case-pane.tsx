import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { unitName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Icon } from "../ui/icon.tsx";
import { Actions } from "./case-actions.tsx";
import { faultsOf } from "./case-permissions.ts";
import { Clocks } from "./case-clocks.tsx";
import { History } from "./case-history.tsx";
import { Letter } from "./case-letter.tsx";
import { RouteOfLetter } from "./case-route.tsx";
import { Sealed } from "./case-sealed.tsx";
import { CaseWarnings } from "./case-warnings.tsx";
import { Composer } from "./composer.tsx";
import { NextDutyCard } from "./next-duty.tsx";
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
  const draft = state.drafts.get(open.id);
  const { file } = open;
  return (
    <div class="case-inside" ref={pane}>
      <CaseHead open={open} session={session} />
      <CaseStatus open={open} />
      {file !== null && <CaseWarnings file={file} session={session} />}
      {file !== null && faultsOf(file).length === 0 && (
        <NextDutyCard open={open} file={file} session={session} />
      )}
      {file !== null && open.composing && draft !== undefined && (
        <Composer open={open} file={file} session={session} draft={draft} />
      )}
      {file !== null && <CaseBody open={open} file={file} session={session} />}
    </div>
  );
}

function CaseHead({ open, session }: Pick<Parts, "open" | "session">): JSX.Element {
  const { words, dispatch } = useTools();
  const { say } = words;
  return (
    <header class="case-head">
      <button
        type="button"
        class="button button-quiet back"
        onClick={() => {
          dispatch({ type: "case-closed" });
        }}
      >
        <Icon name="back" size={18} />
        {say("case.back")}
      </button>
      <p class="case-number">{say("case.number", { number: open.id.slice(0, 6) })}</p>
      <h2 class="case-title" tabIndex={-1}>
        {titleOf(open.file, session, words)}
      </h2>
    </header>
  );
}

function titleOf(
  file: CaseFile | null,
  session: Session,
  { say, law }: ReturnType<typeof useTools>["words"],
): string {
  if (file === null) return say("case.loading");
  const route = file.letter?.body.route;
  if (route === undefined)
    return file.row.status === "sent" ? say("sealed.title") : law.say(`status.${file.row.status}`);
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

function CaseBody({
  open,
  file,
  session,
}: {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  return (
    <div class="case-body">
      <div class="case-main">
        {file.letter === null ? (
          <Sealed open={open} file={file} />
        ) : (
          <Letter letter={file.letter} file={file} session={session} />
        )}
        <History file={file} />
      </div>
      <div class="case-side">
        <Actions open={open} file={file} session={session} />
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
