import { useEffect } from "preact/hooks";
import type { CaseId } from "../../domain/ids.ts";
import type { Conductor, Store } from "./conductor.ts";
import { noFilters } from "./filters.ts";
import { rowId } from "./focus-line.ts";
import { destination, type KeyCommand, keyCommand, type KeyPlace, placeOf } from "./keys.ts";
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
      if (command === null) return;
      const isDone = command === "send" ? submit(event.target) : perform(command, place, store, conductor);
      if (isDone) event.preventDefault();
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

/** Sends the form in which somebody writes, and no other: a note under the list must not send a letter to a reporter. */
function submit(target: EventTarget | null): boolean {
  const form = target instanceof Element ? target.closest("form") : null;
  form?.requestSubmit();
  return form !== null;
}

/** Whether there was something to do. */
function perform(
  command: Exclude<KeyCommand, "send">,
  place: KeyPlace,
  { get, dispatch }: Store,
  conductor: Conductor,
): boolean {
  switch (command) {
    case "next":
    case "previous":
      // The list of who is late has no cursor: its lines are reached one by one.
      if (get().view === "late") return false;
      dispatch({ type: "cursor-moved", by: command === "next" ? 1 : -1 });
      focusCursor(get().cursor);
      return true;
    case "select":
      return selectCursor({ get, dispatch }, place, "toggle");
    case "select-next":
    case "select-previous":
      if (!selectCursor({ get, dispatch }, place, "on")) return false;
      dispatch({ type: "cursor-moved", by: command === "select-next" ? 1 : -1 });
      selectCursor({ get, dispatch }, place, "on");
      focusCursor(get().cursor);
      return true;
    case "search":
      document.getElementById(searchFieldId)?.focus();
      return get().view === "inbox";
    case "go":
      return true;
    case "toggle-read":
      return toggleRead(get(), place, conductor);
    case "back":
      return goBack({ get, dispatch });
    case "help":
    default:
      dispatch({ type: "help-shown", shown: true });
      return true;
  }
}

/** What a key is about: the case that is read, where somebody reads; else the line that the cursor is on. */
function meant({ open, cursor, view }: State, place: KeyPlace): CaseId | null {
  if (view === "late") return null;
  return place === "case" && open !== null ? open.id : cursor;
}

function selectCursor({ get, dispatch }: Store, place: KeyPlace, as: "on" | "toggle"): boolean {
  const id = meant(get(), place);
  if (id === null) return false;
  const on = as === "on" || !get().triage.selected.has(id);
  dispatch({ type: "case-selected", case: id, on });
  return true;
}

function toggleRead(state: State, place: KeyPlace, conductor: Conductor): boolean {
  const id = meant(state, place);
  if (id === null) return false;
  conductor.mark([id], state.list.view?.unread.has(id) === true ? "read" : "unread");
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
