import type { ComponentChildren, JSX } from "preact";

export type ButtonKind = "primary" | "secondary" | "quiet";

/**
 * A button says what it does. One that waits stays where it is and can still be focused: what has the focus must
 * not vanish under a keyboard.
 */
export function Button({
  kind = "secondary",
  waiting = false,
  describedBy,
  onPress,
  children,
}: {
  readonly kind?: ButtonKind;
  readonly waiting?: boolean;
  readonly describedBy?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      aria-disabled={waiting ? "true" : undefined}
      aria-busy={waiting ? "true" : undefined}
      aria-describedby={describedBy}
      onClick={() => {
        if (!waiting) onPress();
      }}
    >
      {children}
    </button>
  );
}
