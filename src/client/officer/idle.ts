/** After so long without a touch the keys are wiped; a minute before, the page says so. */
export const idleLimitMs = 600_000;
export const idleWarningMs = 540_000;

export type IdleState = "active" | "warn" | "over";

/** How a page stands that was last touched so long ago. A clock that was set back proves nothing: better lock. */
export function idleState(elapsedMs: number): IdleState {
  if (elapsedMs >= idleLimitMs || elapsedMs < -idleWarningMs) return "over";
  return elapsedMs >= idleWarningMs ? "warn" : "active";
}

/** `click` and `input` are of those who touch by voice. That the focus moved is no touch: the page moves it by itself. */
const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "click", "input"] as const;
const wakings = ["visibilitychange", "resume"] as const;
const checkEveryMs = 5_000;

/**
 * Watches for touches. A sleeping machine runs no timers, so the wall clock is asked, also at the first touch after
 * waking: that touch finds the desk overdue before it counts, and the next desk starts anew with it. A page that the
 * browser freezes can keep no promise any more: it is over at once.
 */
export function watchIdle(onChange: (state: IdleState) => void, now: () => number = Date.now): () => void {
  let touchedAt = now();
  let known: IdleState = "active";
  const become = (state: IdleState) => {
    if (state !== known) onChange(state);
    known = state;
  };
  const check = () => {
    become(idleState(now() - touchedAt));
  };
  const touch = () => {
    check();
    touchedAt = now();
    check();
  };
  const freeze = () => {
    become("over");
  };
  for (const type of touches) addEventListener(type, touch, { capture: true, passive: true });
  for (const type of wakings) document.addEventListener(type, check);
  document.addEventListener("freeze", freeze);
  const timer = setInterval(check, checkEveryMs);
  return () => {
    for (const type of touches) removeEventListener(type, touch, { capture: true });
    for (const type of wakings) document.removeEventListener(type, check);
    document.removeEventListener("freeze", freeze);
    clearInterval(timer);
  };
}

/**
 * Tells each time that whoever sat at the page can no longer be taken to sit there: nobody has touched it for as long as
 * a desk waits, or the browser has frozen it or put it aside.
 */
export function watchAbsence(onAbsent: () => void, now: () => number = Date.now): () => void {
  const stopWatching = watchIdle((state) => {
    if (state === "over") onAbsent();
  }, now);
  addEventListener("pagehide", onAbsent);
  return () => {
    stopWatching();
    removeEventListener("pagehide", onAbsent);
  };
}
