import type { JSX } from "preact";
import { type ClockState, limitOf } from "../../domain/clocks.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { formatDate } from "../../i18n/format.ts";
import { sayClockState } from "../../i18n/law.ts";
import type { Words } from "../../i18n/officer/words.load.ts";
import type { RunningClock } from "../desk/case-list.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { isBinding, urgencyOf } from "./duty.ts";
import { useTools } from "./tools.ts";

/** The drawing beside the words; its colour and shape repeat them. */
const clockIcons: Readonly<Record<ClockState["kind"], IconName>> = {
  running: "clock",
  near: "clock",
  overdue: "warning",
  kept: "check",
  missed: "warning",
};

/** "Còn 3 ngày làm việc — hết ngày thứ Ba 03/03/2026". */
export function ClockWords({ running }: { readonly running: RunningClock }): JSX.Element {
  return <ClockLine words={useTools().words} running={running} />;
}

/** The same with the name of the limit: how late, and not yet who may act on it. */
export function ShortClockWords({ running }: { readonly running: RunningClock }): JSX.Element {
  return <ClockLine words={useTools().words} running={running} isShort />;
}

/** A clock in words, for whoever has them at hand. */
export function ClockLine({
  words,
  running,
  isShort = false,
}: {
  readonly words: Words;
  readonly running: RunningClock;
  readonly isShort?: boolean;
}): JSX.Element {
  const { say, law, language } = words;
  const { clock } = running;
  const { on } = limitOf(clock);
  return (
    <span class={clockTone(running)}>
      <Icon name={clockIcons[urgencyOf(running)]} size={16} />
      <span>
        {isShort && `${law.say(`clock.${clock.name}`)}: `}
        <strong>{sayStanding(words, running, isShort)}</strong>
        {" — "}
        <time dateTime={on}>{say("clock.until", { date: formatDate(language, on) })}</time>
      </span>
    </span>
  );
}

/** The class that colours a clock. */
function clockTone(running: RunningClock): string {
  const { state } = running;
  const urgency = urgencyOf(running);
  const isLastDay = urgency === "near" && "daysLeft" in state && state.daysLeft === 0;
  return `clock clock-${isLastDay ? "last-day" : urgency}`;
}

/** Only with a limit that binds the committee can somebody be late: any other is over at its end, and that is all. */
function sayStanding({ say, law }: Words, running: RunningClock, isShort: boolean): string {
  const { state } = running;
  const isPast = state.kind === "overdue" || state.kind === "missed";
  if (isBinding(running)) return sayClockState(law, isPast && isShort ? { ...state, phase: "late" } : state);
  if (isPast) return say("clock.over");
  return sayClockState(law, state.kind === "near" ? { ...state, kind: "running" } : state);
}

/** A day in words. */
export function Day({ on }: { readonly on: PlainDate }): JSX.Element {
  const { language } = useTools().words;
  return <time dateTime={on}>{formatDate(language, on)}</time>;
}
