import * as v from "valibot";
import { type Bytes, concat, fromUtf8 } from "../../src/envelope/bytes.ts";
import { UnreadableRequest } from "./errors.ts";

/** Largest JSON body: a committee's message in base64url, event and act. */
const jsonLimit = 65_536;

/** Largest JSON body of an act that seals a whole case anew: some nine hundred slots and wraps. */
export const rekeyLimit = 1_572_864;

/**
 * Reads a body of one type and at most `limit` bytes. They are counted as they come, whatever Content-Length
 * says: a body that grows too long is left unread.
 */
export async function readBody(request: Request, type: string, limit: number): Promise<Bytes> {
  const [essence] = (request.headers.get("content-type") ?? "").split(";");
  if (essence?.trim().toLowerCase() !== type) throw new UnreadableRequest("wrong-type");
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new UnreadableRequest("too-large");
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (length + part.value.length > limit) {
      await reader?.cancel();
      throw new UnreadableRequest("too-large");
    }
    parts.push(part.value);
    length += part.value.length;
  }
  return concat(...parts);
}

/** Reads a JSON body of exactly this shape. */
export async function readJson<const Shape extends v.GenericSchema>(
  request: Request,
  schema: Shape,
  limit: number = jsonLimit,
): Promise<v.InferOutput<Shape>> {
  const text = fromUtf8(await readBody(request, "application/json", limit));
  const reading = v.safeParse(schema, parseJson(text));
  if (!reading.success) throw new UnreadableRequest("malformed");
  return reading.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableRequest("malformed");
  }
}
