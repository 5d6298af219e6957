import type { ActProps } from "./act-props.ts";
import { isWritten } from "./commands.ts";
import type { Form } from "./form.ts";
import { templateFor } from "./template.ts";
import { useTools } from "./tools.ts";
import { reportersLanguage } from "./use-command.ts";

/** What a change does: the field itself, and the template that follows it. */
export function useChange({ file, session, writing, form }: ActProps): (change: Partial<Form>) => void {
  const { dispatch } = useTools();
  const { command } = writing;
  return (change) => {
    const template = isWritten(command)
      ? { template: templateFor(command, file, session, reportersLanguage(file), { ...form, ...change }) }
      : {};
    dispatch({ type: "form-changed", change, ...template });
  };
}
