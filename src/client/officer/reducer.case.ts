import type { CaseId } from "../../domain/ids.ts";
import type { OrderName } from "../desk/orders.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { lineOf, type ListedCase } from "../desk/case-list.ts";
import { knownCode } from "../../domain/manifestations.ts";
import { dutyOf, isRunning, sortDuties } from "./duty.ts";
import type { ListState, OpenCase, State, Writing } from "./state.ts";

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

/** An answer about a case changes its line in the list, and the pane if the case is still there. */
export function withFile(state: State, file: CaseFile, change: Partial<OpenCase> = {}): State {
  const id = file.row.case;
  const next = { ...state, list: updateList(state.list, file) };
  if (next.open?.id !== id) return next;
  return { ...next, open: { ...next.open, file, step: "ready", failure: null, ...change } };
}

function updateList(list: ListState, file: CaseFile): ListState {
  if (list.duties === null) return list;
  const duties = list.duties.map((duty) =>
    duty.listed.line.case === file.row.case ? dutyOf(listedFrom(duty.listed, file), file.today) : duty,
  );
  return { ...list, duties: sortDuties(duties) };
}

export function withoutLine({ duties, ...list }: ListState, id: CaseId): ListState {
  return { ...list, duties: duties?.filter(({ listed }) => listed.line.case !== id) ?? null };
}

function listedFrom(listed: ListedCase, { row, letter, clocks }: CaseFile): ListedCase {
  const running = clocks.filter(isRunning);
  const line = lineOf(row);
  if (letter === null) return { ...listed, line, clocks: running };
  const { language, self, category, text, route } = letter.body;
  const excerpt = text.slice(0, 200);
  const entry = {
    v: 1 as const,
    unit: route.unit,
    about: route.about,
    language,
    self,
    category: category === null ? null : knownCode(category),
    excerpt,
  };
  return { ...listed, line, entry, damaged: false, clocks: running };
}
