import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatDate } from "../../i18n/format.ts";
import { unitName } from "../../i18n/law.ts";
import type { ListedCase } from "../desk/case-list.ts";
import { ShortClockWords } from "./clock-words.tsx";
import type { Duty } from "./duty.ts";
import type { Session } from "./state.ts";
import { StrangersLine } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";

/** Id of a line's button, to which the focus goes. */
export function rowId(caseId: string): string {
  return `case-${caseId}`;
}

type RowProps = {
  readonly duty: Duty;
  readonly session: Session | null;
  readonly isOpen: boolean;
  readonly isReachable: boolean;
  readonly hasDraft: boolean;
};

/** One case in the list. The same element while nothing of it changes, so that a key press redraws two lines and not fifty. */
export function InboxRow({ duty, session, isOpen, isReachable, hasDraft }: RowProps): JSX.Element {
  return useMemo(
    () => <Row duty={duty} session={session} isOpen={isOpen} isReachable={isReachable} hasDraft={hasDraft} />,
    [duty, session, isOpen, isReachable, hasDraft],
  );
}

/** What it is about, how far it is, what it has to keep. */
function Row({ duty, session, isOpen, isReachable, hasDraft }: RowProps): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { row } = duty.listed;
  return (
    <li>
      <button
        type="button"
        id={rowId(row.case)}
        class={row.status === "sent" ? "row row-sealed" : "row"}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={isReachable ? 0 : -1}
        onFocus={() => {
          dispatch({ type: "cursor-set", case: row.case });
        }}
        onClick={() => {
          conductor.openCase(row.case);
        }}
      >
        <span class="row-head">
          <RowTitle listed={duty.listed} session={session} />
          <span class="row-status">{statusWords(duty, words)}</span>
        </span>
        <RowSubject listed={duty.listed} />
        {duty.next !== null && (
          <span class="row-clock">
            <ShortClockWords running={duty.next} />
          </span>
        )}
        <RowMarks duty={duty} hasDraft={hasDraft} />
      </button>
    </li>
  );
}

function statusWords({ listed, step }: Duty, { say, law }: ReturnType<typeof useTools>["words"]): string {
  if (listed.row.status === "sent") return say("status.sent");
  return step === "answered" ? say("status.answered") : law.say(`status.${listed.row.status}`);
}

function RowTitle({
  listed,
  session,
}: {
  readonly listed: ListedCase;
  readonly session: Session | null;
}): JSX.Element {
  const { say, law } = useTools().words;
  const { entry, damaged, row } = listed;
  if (entry === null) {
    const title = row.status === "sent" ? say("inbox.unopened") : say("inbox.no-entry");
    return <span class="row-title">{damaged ? say("inbox.damaged") : title}</span>;
  }
  const tree = session?.organisation.tree;
  const unit =
    entry.unit === null || tree === undefined ? say("inbox.unit-unknown") : unitName(tree, entry.unit);
  return (
    <span class="row-title">
      <bdi>{unit}</bdi> <span class="row-about">· {law.say(`role.${entry.about}`)}</span>
    </span>
  );
}

function RowSubject({ listed }: { readonly listed: ListedCase }): JSX.Element {
  const { say, language } = useTools().words;
  const { entry, row } = listed;
  if (entry === null) {
    return (
      <span class="row-subject">{say("inbox.received", { date: formatDate(language, row.releasedOn) })}</span>
    );
  }
  return (
    <span class="row-subject" lang={entry.language}>
      <StrangersLine text={entry.excerpt.replace(/\s+/g, " ")} />
    </span>
  );
}

function RowMarks({
  duty,
  hasDraft,
}: {
  readonly duty: Duty;
  readonly hasDraft: boolean;
}): JSX.Element | null {
  const { say, language } = useTools().words;
  const { entry, row } = duty.listed;
  const marks: string[] = [];
  if (duty.reporterWaits && row.reporterWroteOn !== null)
    marks.push(say("inbox.wrote-on", { date: formatDate(language, row.reporterWroteOn) }));
  if (entry !== null && entry.language !== "vi") marks.push(say(`inbox.to-translate.${entry.language}`));
  if (hasDraft) marks.push(say("inbox.draft"));
  if (marks.length === 0 && !duty.lateToClassify) return null;
  return (
    <span class="marks">
      {duty.lateToClassify && <span class="mark mark-late">{say("inbox.unclassified")}</span>}
      {marks.map((mark) => (
        <span key={mark} class="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}
