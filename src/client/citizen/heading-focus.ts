import { useEffect, useRef } from "preact/hooks";

/** When the key changes, the page begins at its top and its heading is read out. Not at the first page. */
export function useHeadingFocus(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [key]);
}
