import * as v from "valibot";
import {
  directoryFileSchema,
  type DirectoryPayload,
  directoryPayloadSchema,
} from "../api/directory.schema.ts";
import { request, type Transport } from "./transport.ts";

/** The file as it came. Undefined: not there, or no connection. */
export async function fetchDirectory(transport: Transport): Promise<string | undefined> {
  const answer = await request(transport, "/directory.json");
  if (answer.kind !== "answer" || !answer.response.ok) return undefined;
  return await answer.response.text().catch(() => undefined);
}

/**
 * The directory for choosing a unit, before the cryptography has been loaded: nothing is verified yet. The same
 * text is verified (`knownOrganisation`) before anything is sealed by it.
 */
export function previewDirectory(text: string): DirectoryPayload | undefined {
  try {
    const file = v.parse(directoryFileSchema, JSON.parse(text));
    return v.parse(directoryPayloadSchema, JSON.parse(file.payload));
  } catch {
    return undefined;
  }
}
