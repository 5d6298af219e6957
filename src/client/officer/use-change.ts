import type { ActProps } from "./act-props.ts";
import type { Form } from "./form.ts";
import { isTemplated, templateFor } from "./template.ts";
import { useTools } from "./tools.ts";
import { reportersLanguage } from "./use-command.ts";

/** What a change does: the field itself, and the template that follows it. */
export function useChange({ file, session, writing, form }: ActProps): (change: Partial<Form>) => void {
  const { dispatch } = useTools();
  const { command } = writing;
  return (change) => {
    const { templateOf } = form;
    const language = templateOf?.language ?? reportersLanguage(file);
    const template = isTemplated(command)
      ? { template: templateFor(command, file, session, language, { ...form, ...change }, templateOf?.name) }
      : {};
    dispatch({ type: "form-changed", change, ...template });
  };
}
