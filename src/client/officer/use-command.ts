import { formatDate } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import { templates } from "../../i18n/officer/templates.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OfficerCommand, WrittenCommand } from "./case-permissions.ts";
import { limitOf } from "../../domain/clocks.ts";
import type { OpenCase, Session } from "./state.ts";
import { useTools } from "./tools.ts";

/** What a message begins with, in the language of whoever will read it, with the days as they were promised. */
export function templateFor(
  command: WrittenCommand,
  file: CaseFile,
  session: Session,
  language: Language,
): string {
  const result = file.clocks.find(({ clock }) => clock.name === "result");
  const values = {
    committee: committeeName(session.organisation.tree, file.row.committee),
    received: formatDate(language, file.row.releasedOn),
    result: result === undefined ? "…" : formatDate(language, limitOf(result.clock).on),
  };
  // A day that has passed must not be promised.
  const isLate = result !== undefined && limitOf(result.clock).on < file.today;
  return templates[language](command === "acknowledge" && isLate ? "acknowledge-late" : command, values);
}

/** Begins what a button promises: opening, or a message from its template. */
export function useCommand(
  open: OpenCase,
  file: CaseFile,
  session: Session,
): (command: OfficerCommand) => void {
  const { conductor, dispatch } = useTools();
  return (command) => {
    if (open.step !== "ready") return;
    if (command === "open") {
      conductor.openLetter();
      return;
    }
    const template = templateFor(command, file, session, file.letter?.body.language ?? "vi");
    dispatch({ type: "composed", command, template });
  };
}
