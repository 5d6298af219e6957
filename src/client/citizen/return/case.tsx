import type { ComponentChildren, JSX } from "preact";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import { type Doubt, doubtIn } from "../../reporter/doubt.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import type { OpenCase } from "./case-desk.ts";
import { Dates } from "./dates.tsx";
import { statusSentences } from "./status.ts";
import { countNew, Thread } from "./thread.tsx";
import { openWindows, type Window } from "./windows.ts";
import type { ReturnWords } from "./words.ts";

/** A case as its reporter sees it: where it stands, what waits for them, what was said and done, what was promised. */
export function CasePage({
  words,
  opened,
  trouble,
  isLooking,
  isRefreshed,
  onLook,
  onClose,
  children,
}: {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly trouble: string | null;
  readonly isLooking: boolean;
  readonly isRefreshed: boolean;
  readonly onLook: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { language, say, law } = words;
  const { organisation, view } = opened;
  const { status } = view.state;
  const fresh = countNew(words, opened);
  const committee = committeeName(organisation.tree, view.state.committee);
  const doubt = doubtIn(view);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("case.title")}</h1>
      <p class="context">{say("case.committee", { committee })}</p>
      {doubt !== null && <DoubtNotice words={words} doubt={doubt} />}
      {trouble !== null && (
        <Notice tone="warn" live="alert">
          <p>
            <Rich text={trouble} />
          </p>
        </Notice>
      )}
      <Notice tone={view.state.flags.overdue ? "warn" : status === "sent" ? "calm" : "good"}>
        <h2 class="notice-title">
          {say("case.status")}: {law.say(`status.${status}`)}
        </h2>
        {statusSentences(words, organisation, view).map((sentence) => (
          <p key={sentence}>
            <Rich text={sentence} />
          </p>
        ))}
        {fresh > 0 && <p>{say("case.new.count", { count: formatNumber(language, fresh) })}</p>}
      </Notice>
      {openWindows(view, organisation).map((window) => (
        <Waiting key={window.kind} words={words} opened={opened} window={window} />
      ))}
      <div class="keeping">
        <Button waiting={isLooking} onPress={onLook}>
          {say("case.refresh")}
        </Button>
        <Live look="keeping-state">
          {isLooking && say("step.loading")}
          {!isLooking && isRefreshed && say("case.refreshed")}
        </Live>
      </div>
      <Thread words={words} opened={opened} />
      {children}
      <Dates words={words} opened={opened} />
      <Button onPress={onClose}>{say("case.close")}</Button>
    </div>
  );
}

function DoubtNotice({
  words: { say },
  doubt,
}: {
  readonly words: ReturnWords;
  readonly doubt: Doubt;
}): JSX.Element {
  // What stands in an order that cannot be is all shown, and no date that follows from it is to be trusted.
  const isOfOrder = doubt === "impossible" || doubt === "invented-law";
  const reason = say(`doubt.${doubt}`);
  return (
    <Notice tone="bad" live="alert">
      <h2 class="notice-title">{say("doubt.title")}</h2>
      <p>{say(isOfOrder ? "doubt.text.order" : "doubt.text", { reason })}</p>
    </Notice>
  );
}

/** What waits for the reporter, and until when; a question with its words. */
function Waiting({
  words,
  opened: { view },
  window: { kind, lastOn, daysLeft },
}: {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly window: Window;
}): JSX.Element {
  const { language, say } = words;
  const left =
    daysLeft === 0 ? say("window.last-day") : say("window.left", { days: formatNumber(language, daysLeft) });
  const date = formatDate(language, lastOn);
  const question = view.history.findLast(({ type }) => type === "ReporterAsked")?.text ?? null;
  if (kind !== "asked")
    return (
      <Notice>
        <p>
          <Rich text={say(`window.${kind}`, { date, left })} />
        </p>
      </Notice>
    );
  return (
    <Notice tone="warn">
      <h2 class="notice-title">{say("window.asked")}</h2>
      {question !== null && <p class="letter-text">{question}</p>}
      <p>
        <Rich text={say("window.asked.until", { date, left })} />
      </p>
      <Button
        onPress={() => {
          document.getElementById("h")?.focus();
        }}
      >
        {say("window.asked.answer")}
      </Button>
    </Notice>
  );
}
