import * as v from "valibot";
import { UnreadableRequest } from "./errors.ts";

/** A part of the address. What cannot be an id names nothing: the same answer as for a case that is not there. */
export function readParameter<const Schema extends v.GenericSchema>(
  schema: Schema,
  text: unknown,
): v.InferOutput<Schema> {
  const reading = v.safeParse(schema, text);
  if (!reading.success) throw new UnreadableRequest("not-found");
  return reading.output;
}
