import type { JSX } from "preact";
import { Icon } from "../../ui/icon.tsx";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";

/** That something is wrong with the officer's own book, and that all are read, where many are not. */
export function BookDoubt({ state }: { readonly state: State }): JSX.Element {
  const { words, conductor } = useTools();
  const { doubt } = state.triage;
  return (
    <div class="narrowing" aria-live="polite">
      {doubt !== null && (
        <p>
          <Icon name="warning" size={18} /> {words.say(`view.doubt.${doubt}`)}
        </p>
      )}
      {state.question.filters.traits.includes("unread") && (state.list.view?.page.total ?? 0) > 0 && (
        <p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              conductor.markAllRead();
            }}
          >
            {words.say("unread.all-read")}
          </button>
        </p>
      )}
    </div>
  );
}
