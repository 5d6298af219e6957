import * as v from "valibot";
import { formalKinds } from "../domain/policy.ts";
import { toCanonicalJson } from "./canonical-json.ts";
import { caseIdSchema, parseStrict } from "./schemas.ts";

/**
 * The reporter's word that the case is a tố cáo from now on, signed with the key out of the letter
 * (`labels.statement`). It travels sealed in a message like any other; the committee that has read it shows it to the
 * server, and its clocks run from the day of that message. Until then the server has seen one more opaque message.
 */
export const statementSchema = v.strictObject({
  v: v.literal(1),
  type: v.literal("MadeFormal"),
  case: caseIdSchema,
  kind: v.picklist(formalKinds),
  /** Id of the reporter's message in which it lies. */
  message: caseIdSchema,
});
export type Statement = v.InferOutput<typeof statementSchema>;

/** The text that is signed. Inverse of `parseStatement`. */
export function writeStatement(statement: Statement): string {
  return toCanonicalJson(statement);
}

/** Reads a statement. Throws FormatError on any other shape or spelling. */
export function parseStatement(text: string): Statement {
  return parseStrict(statementSchema, text);
}
