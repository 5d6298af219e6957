import type { FieldProps } from "./act-props.ts";
import { useTools } from "./tools.ts";

/** What is said at a field that was left out; undefined: nothing. */
export function useFault({ writing, name }: FieldProps): string | undefined {
  const { say } = useTools().words;
  return writing.problem?.fields.includes(name) === true ? say(`form.missing.${name}`) : undefined;
}
