import type { CaseId } from "../../domain/ids.ts";
import type { OrderName } from "../desk/orders.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OpenCase, State, Writing } from "./state.ts";

// What every change of the open case is made of.

export function withOpen(state: State, change: (open: OpenCase) => OpenCase): State {
  return state.open === null ? state : { ...state, open: change(state.open) };
}

export function withWriting(state: State, change: (writing: Writing) => Writing): State {
  return withOpen(state, (open) =>
    open.writing === null ? open : { ...open, writing: change(open.writing) },
  );
}

export function startWriting(command: OrderName): Writing {
  return { command, confirming: false, problem: null };
}

/** An answer about a case changes the pane if the case is still there. Its line the ledger changes. */
export function withFile(state: State, file: CaseFile, change: Partial<OpenCase> = {}): State {
  if (state.open?.id !== file.row.case) return state;
  return { ...state, open: { ...state.open, file, step: "ready", failure: null, ...change } };
}

export function withoutDraft(state: State, id: CaseId, command: OrderName): State {
  const left = new Map(state.drafts.get(id));
  left.delete(command);
  const drafts = new Map(state.drafts);
  if (left.size === 0) drafts.delete(id);
  else drafts.set(id, left);
  return { ...state, drafts };
}
