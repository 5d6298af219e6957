import { useEffect } from "preact/hooks";
import type { Conductor, Store } from "./conductor.ts";
import { rowId } from "./inbox-row.tsx";
import { type KeyCommand, keyCommand, placeOf } from "./keys.ts";

/** Listens to the keys of the whole page while somebody is signed in. */
export function useKeyboard(store: Store, conductor: Conductor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { session, singleKeys, helpShown } = store.get();
      if (session === null || helpShown) return;
      const command = keyCommand(event, placeOf(event.target), singleKeys);
      if (command !== null && perform(command, store, conductor)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [store, conductor]);
}

/** Whether there was something to do. */
function perform(command: KeyCommand, { get, dispatch }: Store, conductor: Conductor): boolean {
  switch (command) {
    case "next":
    case "previous":
      // The list of who is late has no cursor: its lines are reached one by one.
      if (get().view === "late") return false;
      dispatch({ type: "cursor-moved", by: command === "next" ? 1 : -1 });
      focusCursor(get().cursor);
      return true;
    case "back":
      return goBack({ get, dispatch });
    case "help":
      dispatch({ type: "help-shown", shown: true });
      return true;
    case "send":
    default:
      conductor.send();
      return true;
  }
}

function goBack({ get, dispatch }: Store): boolean {
  const { open } = get();
  if (open === null || open.step === "sending") return false;
  if (open.writing === null) dispatch({ type: "case-closed" });
  else if (open.writing.confirming) dispatch({ type: "confirming", on: false });
  else dispatch({ type: "composer-closed" });
  return true;
}

/** The line may lie on a page of the list that is only now being drawn. */
function focusCursor(cursor: string | null): void {
  if (cursor === null) return;
  requestAnimationFrame(() => {
    document.getElementById(rowId(cursor))?.focus();
  });
}
