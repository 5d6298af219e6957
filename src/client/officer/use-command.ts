import type { Language } from "../../i18n/language.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderName } from "../desk/orders.ts";
import { concernsReaders, isAtOnce, isWritten } from "./commands.ts";
import type { Form } from "./form.ts";
import { unshownStatement } from "./next-duty.ts";
import type { OpenCase, Session } from "./state.ts";
import { templateFor } from "./template.ts";
import { useTools } from "./tools.ts";

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
    dispatch({ type: "composed", command, template, given: { ...givenBy(command, file), ...given } });
    if (concernsReaders(command)) conductor.askReaders();
  };
}

/** What a form begins with beside its words. */
function givenBy(command: OrderName, file: CaseFile): Partial<Form> {
  if (command === "make-formal") return { sequence: unshownStatement(file) };
  if (command !== "classify") return {};
  const { classification } = file.sealed;
  if (classification === null) return { kind: file.state.kind };
  return {
    kind: file.state.kind,
    substance: classification.substance,
    category: classification.category ?? "other",
    eligible: classification.eligible ? "yes" : "no",
  };
}
