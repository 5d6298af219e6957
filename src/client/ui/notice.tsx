import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeTone = "calm" | "good" | "warn" | "bad";

const icons: Readonly<Record<NoticeTone, IconName>> = {
  calm: "letter",
  good: "check",
  warn: "warning",
  bad: "warning",
};

/** Something to know before going on. `live`: it appears by itself and is read out. */
export function Notice({
  tone = "calm",
  live,
  children,
}: {
  readonly tone?: NoticeTone;
  readonly live?: "status" | "alert";
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={live}>
      <Icon name={icons[tone]} />
      <div class="notice-body">{children}</div>
    </div>
  );
}
