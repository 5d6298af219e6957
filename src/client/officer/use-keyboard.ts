import { useEffect } from "preact/hooks";
import type { Conductor, Store } from "./conductor.ts";
import { noFilters } from "./filters.ts";
import { rowId } from "./inbox-row.tsx";
import { destination, type KeyCommand, keyCommand, placeOf } from "./keys.ts";
import { searchFieldId } from "./search-box.tsx";
import type { State } from "./state.ts";

/** Listens to the keys of the whole page while somebody is signed in. */
export function useKeyboard(store: Store, conductor: Conductor): void {
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      const { session, singleKeys } = store.get();
      // What lies over the page has its keys to itself: Escape closes the sheet, and not the case beneath it.
      if (session === null || document.querySelector("dialog[open]") !== null) return;
      const place = placeOf(event.target);
      const whither = event.timeStamp - wentAt < goWithin ? destination(event, place) : null;
      wentAt = Number.NEGATIVE_INFINITY;
      if (whither !== null) {
        go(whither, store, conductor);
        event.preventDefault();
        return;
      }
      const command = keyCommand(event, place, singleKeys);
      if (command === "go") wentAt = event.timeStamp;
      if (command !== null && perform(command, store, conductor)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [store, conductor]);
}

/** So long the key after `g` is waited for, in milliseconds. */
const goWithin = 2000;

function go(whither: number, { get, dispatch }: Store, conductor: Conductor): void {
  const view = get().triage.book.page.views[whither - 1];
  if (view !== undefined) conductor.applyView(view);
  else if (whither === 0) dispatch({ type: "question-changed", change: { filters: noFilters, query: "" } });
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
    case "select":
      return selectCursor({ get, dispatch }, "toggle");
    case "select-next":
    case "select-previous":
      if (!selectCursor({ get, dispatch }, "on")) return false;
      dispatch({ type: "cursor-moved", by: command === "select-next" ? 1 : -1 });
      selectCursor({ get, dispatch }, "on");
      focusCursor(get().cursor);
      return true;
    case "search":
      document.getElementById(searchFieldId)?.focus();
      return get().view === "inbox";
    case "go":
      return true;
    case "toggle-read":
      return toggleRead(get(), conductor);
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

function selectCursor({ get, dispatch }: Store, as: "on" | "toggle"): boolean {
  const { cursor, triage, view } = get();
  if (cursor === null || view === "late") return false;
  const on = as === "on" || !triage.selected.has(cursor);
  dispatch({ type: "case-selected", case: cursor, on });
  return true;
}

function toggleRead({ cursor, list, view }: State, conductor: Conductor): boolean {
  if (cursor === null || view === "late") return false;
  conductor.mark([cursor], list.view?.unread.has(cursor) === true ? "read" : "unread");
  return true;
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
