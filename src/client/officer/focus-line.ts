import type { CaseId } from "../../domain/ids.ts";

/** Id of a line's button, to which the focus goes. */
export function rowId(caseId: string): string {
  return `case-${caseId}`;
}

/** Puts the focus on the first of these lines that is shown; if none is, on the one that Tab would reach, or on the heading. */
export function focusLine(...cases: readonly (CaseId | null)[]): void {
  const lines = cases.map((id) => (id === null ? null : document.getElementById(rowId(id))));
  const line = lines.find((element) => element !== null) ?? document.querySelector<HTMLElement>(reachable);
  (line ?? document.getElementById("inbox-title"))?.focus();
}

const reachable = '.duty-list .row[tabindex="0"]';
