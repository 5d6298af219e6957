import type { ComponentChildren, JSX } from "preact";
import { bindingClocks, clockOf, extraDays, pausedDays, rowOf } from "../../../domain/case/case.clocks.ts";
import { limitOf } from "../../../domain/clocks.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { requirePolicyRow } from "../../../domain/policy.ts";
import { formatDate, formatNumber } from "../../../i18n/format.ts";
import { committeeName, sayClockState } from "../../../i18n/law.ts";
import type { PromisedClock } from "../../reporter/promises.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Rich } from "../../ui/rich.tsx";
import { escalationLines } from "../letter/dates.tsx";
import { arithmeticLines } from "./arithmetic.ts";
import type { ShownOpenCase } from "./case-desk.ts";
import type { ReturnWords } from "./words.ts";

type Props = { readonly words: ReturnWords; readonly opened: ShownOpenCase };

/** The promised dates and where each stands: kept, missed, moved and why. The date that was printed at sending last. */
export function Dates({ words, opened }: Props): JSX.Element {
  const { say } = words;
  const { promises } = opened.view;
  const before = promises.filter(({ isCurrent }) => !isCurrent);
  return (
    <section class="stack-small">
      <h2>{say("case.dates")}</h2>
      <ul class="dates">
        {promises
          .filter(({ isCurrent }) => isCurrent)
          .map((promise) => (
            <Promised key={promise.known.name} words={words} opened={opened} promise={promise} />
          ))}
        <OuterDate words={words} opened={opened} />
      </ul>
      <Unrecorded words={words} opened={opened} />
      {before.length > 0 && (
        <details class="fold">
          <summary>{say("promise.before")}</summary>
          <ul class="dates">
            {before.map((promise, index) => (
              <Promised
                key={`${index} ${promise.known.name}`}
                words={words}
                opened={opened}
                promise={promise}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One promised date: where it stands, what has moved it, and how it was counted. */
export function Promised({
  words,
  opened,
  promise,
}: Props & { readonly promise: PromisedClock }): JSX.Element {
  const { language, say } = words;
  const { known, clock } = promise;
  const label = say(`promise.${known.name}`);
  const limit = formatDate(language, limitOf(clock).on);
  return (
    <DateItem label={label} icon={iconOf(promise)}>
      <p>
        <Rich text={say("dates.by", { date: limit })} />
      </p>
      {standing(words, opened, promise)}
      {remarks(words, opened, promise).map((line) => (
        <p key={line} class="clock-state">
          <Rich text={line} />
        </p>
      ))}
      <HowCounted words={words} label={label} lines={arithmeticLines(words, promise)} />
    </DateItem>
  );
}

function DateItem({
  label,
  icon,
  children,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <li class="date">
      <Icon name={icon} />
      <div>
        <h3>{label}</h3>
        {children}
      </div>
    </li>
  );
}

/** Limits that the reporter keeps or lets go: nobody is late with them. */
const ownClocks: ReadonlySet<string> = new Set(["reporter-comment", "review", "retention-refused"]);

function isLate({ known, state }: PromisedClock): boolean {
  return !ownClocks.has(known.name) && (state.kind === "overdue" || state.kind === "missed");
}

function iconOf(promise: PromisedClock): IconName {
  if (isLate(promise)) return "warning";
  return promise.known.stoppedOn === null ? "clock" : "check";
}

function standing(words: ReturnWords, { view }: ShownOpenCase, promise: PromisedClock): JSX.Element {
  const { language, say, law } = words;
  const { known, state } = promise;
  const look = isLate(promise) ? "clock-late" : "clock-state";
  if (!ownClocks.has(known.name)) return <p class={look}>{sayClockState(law, state)}</p>;
  if (known.stoppedOn !== null) return <p class={look}>{say("promise.ended")}</p>;
  if (limitOf(promise.clock).on < view.today) return <p class={look}>{say("promise.over")}</p>;
  const days = "daysLeft" in state ? state.daysLeft : 0;
  return (
    <p class={look}>
      {days === 0
        ? law.say("state.last-day.original")
        : say("promise.still-yours", { days: formatNumber(language, days) })}
    </p>
  );
}

/** What has moved the date, what is still to come, and what happens then. */
function remarks(
  words: ReturnWords,
  { organisation, view }: ShownOpenCase,
  { known, clock, because, isCurrent }: PromisedClock,
): readonly string[] {
  const { language, say, law } = words;
  const date = (on: PlainDate) => formatDate(language, on);
  const isBinding = bindingClocks.some((name) => name === known.name);
  const runs = known.stoppedOn === null;
  const limit = limitOf(clock).on;
  const { superior, status } = view.state;
  const lines: string[] = [];
  if (known.name === "acknowledge" && runs && status === "acknowledged")
    lines.push(say("promise.not-classified", { date: date(view.state.acknowledgedOn) }));
  if (!isCurrent && known.stoppedOn !== null)
    lines.push(say("promise.stopped", { date: date(known.stoppedOn) }));
  if (extraDays(known, organisation.law) > 0) {
    lines.push(say("promise.original", { date: date(clock.due.on) }));
    if (known.extensions.length > 0) lines.push(say("promise.extended"));
    if (pausedDays(known, organisation.law) > 0) lines.push(say("promise.paused"));
  }
  if (known.promised !== null && because !== null) {
    lines.push(
      say("promise.kept", {
        because: law.say(`law-change.${because}`),
        changed: date(known.promised.changedOn),
        promised: date(known.promised.limit),
        reckoned: date(clock.promise?.reckonedOn ?? limit),
        kept: date(limit),
      }),
    );
  }
  if (isBinding && runs && clock.hardDue.on !== limit)
    lines.push(say("promise.hard", { date: date(clock.hardDue.on) }));
  if (isBinding && runs && superior !== null && known.escalatedOn === null)
    lines.push(
      say("promise.escalation", {
        committee: committeeName(organisation.tree, superior),
        date: date(clock.escalation.on),
      }),
    );
  return lines;
}

function OuterDate({ words, opened }: Props): JSX.Element {
  const { language, say } = words;
  const { organisation, view } = opened;
  const { outer, state } = view;
  const date = (on: PlainDate) => ({ date: formatDate(language, on) });
  const above = committeeName(organisation.tree, state.superior ?? state.committee);
  const sentence = (() => {
    switch (outer.kind) {
      case "nobody":
        return say("outer.nobody");
      case "taken-over":
        return say("outer.taken-over", { committee: above, ...date(outer.on) });
      case "may-read":
        return say("outer.may-read", { committee: above, ...date(outer.since) });
      case "decided":
        return say("outer.decided", date(outer.on));
      case "ahead":
        return say(state.formal === null ? "outer.ahead" : "outer.formal", date(outer.on));
      default:
        return outer satisfies never;
    }
  })();
  return (
    <DateItem
      // Only turning it into a tố cáo moves the date: then it is no longer the one on the receipt.
      label={state.formal === null ? say("outer.title") : say("dates.escalation")}
      icon="clock"
    >
      <p>
        <Rich text={sentence} />
      </p>
      <HowCounted words={words} label={say("dates.escalation")} lines={outerLines(words, opened)} />
    </DateItem>
  );
}

/** How the outer date came about; nothing where it is past, or is what was promised before the law changed. */
function outerLines(words: ReturnWords, { organisation, view }: ShownOpenCase): readonly string[] {
  const { outer, outerPromised } = view.state;
  if (view.outer.kind !== "ahead" || outerPromised !== null) return [];
  const { law } = organisation;
  const { hardDue, escalation } = clockOf(outer, law);
  const escalate = requirePolicyRow(law.policy, "escalate", "overdue", outer.startedOn);
  return escalationLines(words, hardDue, escalation, rowOf(outer, law), escalate);
}

/** The sentences behind a date, folded away. */
function HowCounted({
  words: { say },
  label,
  lines,
}: {
  readonly words: ReturnWords;
  readonly label: string;
  readonly lines: readonly string[];
}): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <details class="fold-small">
      <summary>
        {say("dates.how")}
        <span class="visually-hidden">: {label}</span>
      </summary>
      <ul class="arithmetic">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Unrecorded({ words: { language, say, law }, opened: { view } }: Props): JSX.Element | null {
  if (view.unrecorded.length === 0) return null;
  return (
    <>
      {view.unrecorded.map(({ on, because }) => (
        <p key={`${on} ${because}`} class="clock-state">
          {say("promise.unrecorded", {
            because: law.say(`law-change.${because}`),
            date: formatDate(language, on),
          })}
        </p>
      ))}
    </>
  );
}
