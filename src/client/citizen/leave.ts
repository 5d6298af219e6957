/** A public site that anybody may have open: where the quick exit goes. */
export const neutralSite = "https://dichvucong.gov.vn/";

const secondEscWithin = 1500;

/**
 * What must happen when the page is left: nothing of it may stay in a hidden or cached page. `wipe` empties the
 * page; `mayLeave` is asked before an accidental leave, never before the quick exit.
 */
export type Leaving = { readonly wipe: () => void; readonly mayLeave: () => boolean };

/** Leaves at once. The entry in the history becomes that of the neutral site. */
export function leaveQuickly({ wipe }: Pick<Leaving, "wipe">): void {
  wipe();
  window.location.replace(neutralSite);
}

/** Binds Esc twice, leaving by accident, and the wiping of a page that is left. Answers how to unbind. */
export function guardLeaving(leaving: Leaving): () => void {
  let lastEsc = Number.NEGATIVE_INFINITY;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - lastEsc < secondEscWithin) leaveQuickly(leaving);
    lastEsc = event.timeStamp;
  };
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (!leaving.mayLeave()) event.preventDefault();
  };
  // A page that comes back out of the browser's cache starts anew.
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) window.location.reload();
  };
  window.addEventListener("keydown", onKey);
  window.addEventListener("beforeunload", onBeforeUnload);
  window.addEventListener("pagehide", leaving.wipe);
  window.addEventListener("pageshow", onShow);
  return () => {
    window.removeEventListener("keydown", onKey);
    window.removeEventListener("beforeunload", onBeforeUnload);
    window.removeEventListener("pagehide", leaving.wipe);
    window.removeEventListener("pageshow", onShow);
  };
}
