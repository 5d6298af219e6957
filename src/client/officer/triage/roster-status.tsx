import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTools } from "../tools.ts";
import type { TriageState } from "./triage-state.ts";

/**
 * Where a colleague would be chosen: that they are being fetched, or could not be, and a way to ask again. Whoever comes
 * here asks again by that alone.
 */
export function RosterStatus({ roster }: Pick<TriageState, "roster">): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    conductor.askColleagues();
  }, []);
  return (
    <div class="roster-status" aria-live="polite" tabIndex={-1} ref={box}>
      {roster === "asked" && (
        <p class="progress">
          <span class="spinner" aria-hidden="true" />
          {say("form.readers-loading")}
        </p>
      )}
      {roster === "failed" && (
        <>
          <p>{say("form.readers-failed")}</p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              // The button goes, and what it asks for comes in right behind this place.
              box.current?.focus();
              conductor.askColleagues();
            }}
          >
            {say("inbox.retry")}
          </button>
        </>
      )}
    </div>
  );
}
