/** After so long without a touch the keys are wiped; a minute before, the page says so. */
export const idleLimitMs = 600_000;
export const idleWarningMs = 540_000;

export type IdleState = "active" | "warn" | "over";

/** How a page stands that was last touched so long ago. A clock that was set back proves nothing: better lock. */
export function idleState(elapsedMs: number): IdleState {
  if (elapsedMs >= idleLimitMs || elapsedMs < -idleWarningMs) return "over";
  return elapsedMs >= idleWarningMs ? "warn" : "active";
}

const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focusin"] as const;
const checkEveryMs = 5_000;

/**
 * Watches for touches. A sleeping machine runs no timers, so the wall clock is asked, also at the first touch after
 * waking: that touch must not revive an overdue session.
 */
export function watchIdle(onChange: (state: IdleState) => void, now: () => number = Date.now): () => void {
  let touchedAt = now();
  let known: IdleState = "active";
  const check = () => {
    const state = idleState(now() - touchedAt);
    if (state !== known) onChange(state);
    known = state;
  };
  const touch = () => {
    check();
    if (known === "over") return;
    touchedAt = now();
    check();
  };
  for (const type of touches) addEventListener(type, touch, { capture: true, passive: true });
  document.addEventListener("visibilitychange", check);
  const timer = setInterval(check, checkEveryMs);
  return () => {
    for (const type of touches) removeEventListener(type, touch, { capture: true });
    document.removeEventListener("visibilitychange", check);
    clearInterval(timer);
  };
}
