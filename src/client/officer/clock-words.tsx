import type { ComponentChildren, JSX } from "preact";
import { type ClockState, limitOf } from "../../domain/clocks.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { formatDate } from "../../i18n/format.ts";
import { sayClockState } from "../../i18n/law.ts";
import type { RunningClock } from "../desk/case-list.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { useTools } from "./tools.ts";

/** The drawing beside the words; its colour and shape repeat them. */
const clockIcons: Readonly<Record<ClockState["kind"], IconName>> = {
  running: "clock",
  near: "clock",
  overdue: "warning",
  kept: "check",
  missed: "warning",
};

/** The class that colours a clock. */
export function clockTone(state: ClockState): string {
  const isLastDay = state.kind === "near" && state.daysLeft === 0;
  return `clock clock-${isLastDay ? "last-day" : state.kind}`;
}

/** "Còn 3 ngày làm việc — hết ngày thứ Ba 03/03/2026". */
export function ClockWords({ running }: { readonly running: RunningClock }): JSX.Element {
  const { law } = useTools().words;
  return (
    <ClockLine running={running}>
      <strong>{sayClockState(law, running.state)}</strong>
    </ClockLine>
  );
}

/** The same for the list, with the name of the limit: how late, and not yet who may act on it. */
export function ShortClockWords({ running }: { readonly running: RunningClock }): JSX.Element {
  const { law } = useTools().words;
  const { state, clock } = running;
  const isLate = state.kind === "overdue" || state.kind === "missed";
  return (
    <ClockLine running={running}>
      {law.say(`clock.${clock.name}`)}:{" "}
      <strong>{sayClockState(law, isLate ? { ...state, phase: "late" } : state)}</strong>
    </ClockLine>
  );
}

function ClockLine({
  running,
  children,
}: {
  readonly running: RunningClock;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { say } = useTools().words;
  const { clock, state } = running;
  return (
    <span class={clockTone(state)}>
      <Icon name={clockIcons[state.kind]} size={16} />
      <span>
        {children}
        {" — "}
        <Day on={limitOf(clock).on} say={(date) => say("clock.until", { date })} />
      </span>
    </span>
  );
}

/** A day in words. */
export function Day({
  on,
  say = (date) => date,
}: {
  readonly on: PlainDate;
  readonly say?: (date: string) => string;
}): JSX.Element {
  const { language } = useTools().words;
  return <time dateTime={on}>{say(formatDate(language, on))}</time>;
}
