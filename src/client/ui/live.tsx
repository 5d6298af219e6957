import type { ComponentChildren, JSX } from "preact";

/** A place whose changes are read out when the person pauses. It stands there before it has anything to say. */
export function Live({
  look,
  children,
}: {
  readonly look?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={look} aria-live="polite" aria-atomic="true">
      {children}
    </div>
  );
}
