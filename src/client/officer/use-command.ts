import type { Language } from "../../i18n/language.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderName } from "../desk/orders.ts";
import { concernsReaders, isAtOnce, isWritten } from "./commands.ts";
import { type Form, noCategory } from "./form.ts";
import { unshownStatement } from "./next-duty.ts";
import type { OpenCase, Session } from "./state.ts";
import { templateFor } from "./template.ts";
import { useTools } from "./tools.ts";
import { writersCode } from "./writers-choice.ts";

/** The language in which the reporter is written to. */
export function reportersLanguage(file: CaseFile): Language {
  return file.letter?.body.language ?? "vi";
}

/** Begins what a button promises: an act at once, or its form. */
export function useCommand(
  open: OpenCase,
  file: CaseFile,
  session: Session,
): (command: OrderName, given?: Partial<Form>) => void {
  const { conductor, dispatch } = useTools();
  return (command, given) => {
    if (open.step !== "ready") return;
    if (command === "open") {
      conductor.openLetter();
      return;
    }
    if (isAtOnce(command)) {
      conductor.perform(command);
      return;
    }
    const template = isWritten(command) ? templateFor(command, file, session, reportersLanguage(file)) : "";
    dispatch({
      type: "composed",
      command,
      template,
      beginning: { given: { ...givenBy(command, file), ...given }, offered: offeredBy(command, file) },
    });
    if (concernsReaders(command)) conductor.askReaders();
  };
}

/** What an act is about, as it stands now. */
function givenBy(command: OrderName, file: CaseFile): Partial<Form> {
  return command === "make-formal" ? { sequence: unshownStatement(file) } : {};
}

/** What a classification begins with: the one that stands, else what the writer chose, marked as theirs in the form. */
function offeredBy(command: OrderName, file: CaseFile): Partial<Form> {
  if (command !== "classify") return {};
  const { kind } = file.state;
  const { classification } = file.sealed;
  if (classification === null) return { kind, category: writersCode(file) };
  return {
    kind,
    substance: classification.substance,
    category: classification.category ?? noCategory,
    eligible: classification.eligible ? "yes" : "no",
  };
}
