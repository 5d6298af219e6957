import { useEffect, useRef } from "preact/hooks";
import type { CaseId } from "../../domain/ids.ts";
import { focusLine } from "./focus-line.ts";

/**
 * Keeps the keyboard in the list: a line that had the focus and is gone, or stands under another heading now, takes the
 * focus with it, and the arrows would be dead. It goes on where the cursor is.
 */
export function useKeptFocus(cursor: CaseId | null): { readonly onFocusIn: (event: FocusEvent) => void } {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    const isGone = !focused.current.isConnected;
    focused.current = null;
    if (isGone) focusLine(cursor);
  });
  return {
    onFocusIn: ({ target }) => {
      focused.current = target instanceof Element ? target : null;
    },
  };
}
