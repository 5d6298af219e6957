import type { JSX } from "preact";
import { stoppedOn } from "../../../domain/case/case.clocks.ts";
import { type Clock, clockState } from "../../../domain/clocks.ts";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName, sayClockState } from "../../../i18n/law.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Live } from "../../ui/live.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { arithmeticOf } from "../letter/dates.tsx";
import type { AllWords } from "../words.ts";
import type { OpenCase } from "./case-desk.ts";
import { Thread } from "./thread.tsx";

/** A case as its reporter sees it: where it stands, what was promised, what was said, what is new. */
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
  readonly words: AllWords;
  readonly opened: OpenCase;
  readonly trouble: string | null;
  readonly isLooking: boolean;
  readonly isRefreshed: boolean;
  readonly onLook: () => void;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const { language, say } = words;
  const { organisation, view } = opened;
  const fresh = view.history.filter(({ isNew }) => isNew).length;
  const committee = committeeName(organisation.tree, view.letter.header.receiver);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("case.title")}</h1>
      <p class="context">{say("case.committee", { committee })}</p>
      {view.chain.fault !== null && <ChainNotice words={words} fault={view.chain.fault.kind} />}
      {view.chain.fault === null && view.isImpossible && <ChainNotice words={words} fault="impossible" />}
      {trouble !== null && (
        <Notice tone="warn" live="alert">
          <p>
            <Rich text={trouble} />
          </p>
        </Notice>
      )}
      <Notice tone={view.state.status === "acknowledged" ? "good" : "calm"}>
        <h2 class="notice-title">
          {say("case.status")}: {words.law.say(`status.${view.state.status}`)}
        </h2>
        {statusSentences(words, opened).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {fresh > 0 && <p>{say("case.new.count", { count: formatNumber(language, fresh) })}</p>}
      </Notice>
      <div class="keeping">
        <Button waiting={isLooking} onPress={onLook}>
          {say("case.refresh")}
        </Button>
        <Live look="keeping-state">
          {isLooking && say("step.loading")}
          {!isLooking && isRefreshed && say("case.refreshed")}
        </Live>
      </div>
      <Thread words={words} view={view} />
      {children}
      <Kept words={words} opened={opened} />
      <Button onPress={onClose}>{say("case.close")}</Button>
    </div>
  );
}

function ChainNotice({
  words: { say },
  fault,
}: {
  readonly words: AllWords;
  readonly fault: NonNullable<OpenCase["view"]["chain"]["fault"]>["kind"] | "impossible";
}): JSX.Element {
  return (
    <Notice tone="bad" live="alert">
      <h2 class="notice-title">{say("case.fault.title")}</h2>
      <p>{say("case.fault.text", { reason: say(`fault.${fault}`) })}</p>
    </Notice>
  );
}

function statusSentences({ language, say }: AllWords, { view }: OpenCase): readonly string[] {
  const { state, releasedOn, released } = view;
  const released_ = formatDate(language, releasedOn);
  if (!released) return [say("case.waiting", { date: released_ })];
  if (state.status === "sent") return [say("case.sent", { date: released_ })];
  if (state.status === "opened") return [say("case.opened", { date: formatDate(language, state.openedOn) })];
  const sentences = [say("case.acknowledged", { date: formatDate(language, state.acknowledgedOn) })];
  if (state.answeredOn !== null)
    sentences.push(say("case.answered", { date: formatDate(language, state.answeredOn) }));
  return sentences;
}

/** The promised dates and where each stands today. */
function Kept({ words, opened }: { readonly words: AllWords; readonly opened: OpenCase }): JSX.Element {
  const { language, say } = words;
  const { clocks, letter } = opened.view;
  const last = formatDate(language, clocks.outerEscalation.on);
  return (
    <section class="stack-small">
      <h2>{say("case.dates")}</h2>
      <ul class="dates">
        {([clocks["first-open"], clocks.acknowledge, clocks.result] as const).map((clock) => (
          <KeptDate key={clock.name} words={words} opened={opened} clock={clock} />
        ))}
        <li class="date">
          <Icon name="clock" />
          <div>
            <h3>{say("dates.escalation")}</h3>
            <p>
              <Rich
                text={
                  letter.header.fallback === null ? say("dates.none") : say("dates.after", { date: last })
                }
              />
            </p>
          </div>
        </li>
      </ul>
    </section>
  );
}

const labels = {
  "first-open": "dates.first-open",
  acknowledge: "dates.acknowledge",
  result: "dates.result",
} as const;

function KeptDate({
  words,
  opened: { organisation, view },
  clock,
}: {
  readonly words: AllWords;
  readonly opened: OpenCase;
  readonly clock: Clock;
}): JSX.Element {
  const { language, say, law } = words;
  const label = say(clock.name in labels ? labels[clock.name as keyof typeof labels] : "dates.result");
  const state = clockState(clock, stoppedOn(clock, view.events), organisation.today, organisation.calendar);
  const isLate = state.kind === "overdue" || state.kind === "missed";
  return (
    <li class="date">
      <Icon name={isLate ? "warning" : state.kind === "kept" ? "check" : "clock"} />
      <div>
        <h3>{label}</h3>
        <p>
          <Rich text={say("dates.by", { date: formatDate(language, clock.due.on) })} />
        </p>
        <p class={isLate ? "clock-late" : "clock-state"}>{sayClockState(law, state)}</p>
        {clock.name === "acknowledge" && view.state.status === "acknowledged" && (
          <p class="clock-state">
            {say("case.not-classified", { date: formatDate(language, view.state.acknowledgedOn) })}
          </p>
        )}
        <details class="fold-small">
          <summary>
            {say("dates.how")}
            <span class="visually-hidden">: {label}</span>
          </summary>
          <ul class="arithmetic">
            {arithmeticOf(words, clock).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}
