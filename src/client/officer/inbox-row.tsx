import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { formatDate } from "../../i18n/format.ts";
import type { ListedCase } from "../desk/case-list.ts";
import { sayCategory } from "./category-words.ts";
import { ShortClockWords } from "./clock-words.tsx";
import type { Duty } from "./duty.ts";
import { rowId } from "./focus-line.ts";
import { FoundLine } from "./found-text.tsx";
import type { Session } from "./state.ts";
import { StrangersLine } from "./strangers-text.tsx";
import { useTools } from "./tools.ts";
import { caseName, lineTitle } from "./triage/case-name.ts";

type RowProps = {
  readonly duty: Duty;
  /** What was searched for; empty: nothing was. */
  readonly query: string;
  readonly session: Session | null;
  readonly isOpen: boolean;
  readonly isReachable: boolean;
  readonly hasDraft: boolean;
  readonly isUnread: boolean;
  readonly isSelected: boolean;
  /** To whom it is given, by title; null: to nobody, or nobody knows the title. */
  readonly assigned: string | null;
};

/** One case in the list. The same element while nothing of it changes, so that a key press redraws two lines and not all. */
export function InboxRow(props: RowProps): JSX.Element {
  const { duty, query, session, isOpen, isReachable, hasDraft, isUnread, isSelected, assigned } = props;
  return useMemo(
    () => <Row {...props} />,
    [duty, query, session, isOpen, isReachable, hasDraft, isUnread, isSelected, assigned],
  );
}

/** What it is about, how far it is, what it has to keep. */
function Row({
  duty,
  query,
  session,
  isOpen,
  isReachable,
  hasDraft,
  isUnread,
  isSelected,
  assigned,
}: RowProps): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { line } = duty.listed;
  const kinds = [duty.step === "to-open" ? " row-sealed" : "", isUnread ? " row-unread" : ""].join("");
  return (
    <li class="row-line">
      <SelectBox duty={duty} session={session} isReachable={isReachable} isSelected={isSelected} />
      <button
        type="button"
        id={rowId(line.case)}
        class={`row${kinds}`}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={isReachable ? 0 : -1}
        onFocus={() => {
          dispatch({ type: "cursor-set", case: line.case });
        }}
        onClick={() => {
          conductor.openCase(line.case);
        }}
      >
        {isUnread && <span class="visually-hidden">{words.say("unread.row")} </span>}
        <span class="row-head">
          <RowTitle listed={duty.listed} session={session} />
          <span class="row-status">
            {duty.step === "to-open" ? words.say("status.unopened") : words.law.say(`status.${line.status}`)}
          </span>
        </span>
        <RowCategory listed={duty.listed} />
        <RowSubject listed={duty.listed} query={query} />
        {duty.next !== null && (
          <span class="row-clock">
            <ShortClockWords running={duty.next} />
          </span>
        )}
        <RowMarks duty={duty} hasDraft={hasDraft} assigned={assigned} />
      </button>
    </li>
  );
}

function SelectBox({
  duty: { listed },
  session,
  isReachable,
  isSelected,
}: Pick<RowProps, "duty" | "session" | "isReachable" | "isSelected">): JSX.Element {
  const { words, dispatch } = useTools();
  const { line } = listed;
  const name = caseName(words, session?.organisation.tree, listed);
  return (
    <label class="row-select">
      <span class="visually-hidden">{words.say("inbox.select", { name })}</span>
      <input
        type="checkbox"
        checked={isSelected}
        tabIndex={isReachable ? 0 : -1}
        onChange={(event) => {
          dispatch({ type: "case-selected", case: line.case, on: event.currentTarget.checked });
        }}
      />
    </label>
  );
}

function RowTitle({
  listed,
  session,
}: {
  readonly listed: ListedCase;
  readonly session: Session | null;
}): JSX.Element {
  const { words } = useTools();
  const title = lineTitle(words, session?.organisation.tree, listed);
  if (listed.entry === null) return <span class="row-title">{title}</span>;
  return (
    <span class="row-title">
      <bdi>{title}</bdi> <span class="row-about">· {words.law.say(`role.${listed.entry.about}`)}</span>
    </span>
  );
}

/** What it is about, and by whose word: the officer's classification, or until there is one what the writer chose. */
function RowCategory({ listed }: { readonly listed: ListedCase }): JSX.Element | null {
  const { words } = useTools();
  const { category = null, classified = false } = listed.entry ?? {};
  return category === null ? null : (
    <span class="row-category">
      {words.say(classified ? "inbox.classified" : "inbox.category", {
        category: sayCategory(words, category),
      })}
    </span>
  );
}

function RowSubject({ listed, query }: { readonly listed: ListedCase; readonly query: string }): JSX.Element {
  const { say, language } = useTools().words;
  const { entry, line } = listed;
  if (entry === null) {
    return (
      <span class="row-subject">
        {say("inbox.received", { date: formatDate(language, line.releasedOn) })}
      </span>
    );
  }
  // Of a case that not every officer of the committee may read, the line holds nothing of the text.
  if (entry.excerpt === "") return <span class="row-subject">{say("inbox.without-excerpt")}</span>;
  const beginning = entry.excerpt.replace(/\s+/g, " ");
  return (
    <span class="row-subject" lang={entry.language}>
      {query === "" ? <StrangersLine text={beginning} /> : <FoundLine text={beginning} query={query} />}
    </span>
  );
}

function RowMarks({
  duty,
  hasDraft,
  assigned,
}: Pick<RowProps, "duty" | "hasDraft" | "assigned">): JSX.Element | null {
  const { say, law, language } = useTools().words;
  const { entry, line } = duty.listed;
  const marks: string[] = [];
  if (line.flags.includes("reporter-wrote") && line.reporterWroteOn !== null)
    marks.push(say("inbox.wrote-on", { date: formatDate(language, line.reporterWroteOn) }));
  for (const flag of shownFlags) if (line.flags.includes(flag)) marks.push(say(`inbox.flag.${flag}`));
  if (line.kind !== "report") marks.push(law.say(`kind.${line.kind}`));
  if (entry !== null && entry.language !== "vi") marks.push(say(`inbox.to-translate.${entry.language}`));
  // After a message of the reporter's every entry is behind: the mark of the message says so already.
  if (duty.listed.stale && !line.flags.includes("reporter-wrote")) marks.push(say("inbox.stale"));
  if (assigned !== null) marks.push(say("inbox.assigned", { officer: assigned }));
  if (hasDraft) marks.push(say("inbox.draft"));
  const late = duty.alsoLate.map(({ clock }) =>
    say("inbox.also-late", { clock: law.say(`clock.${clock.name}`) }),
  );
  if (marks.length + late.length === 0) return null;
  return (
    <span class="marks">
      {late.map((mark) => (
        <span key={mark} class="mark mark-late">
          {mark}
        </span>
      ))}
      {marks.map((mark) => (
        <span key={mark} class="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}

/** What a line says of a case beside its limit; that it is overdue the limit says itself. */
const shownFlags = ["clock-paused", "extended", "explanation-demanded", "escalated", "recused"] as const;
