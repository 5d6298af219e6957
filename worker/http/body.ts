import * as v from "valibot";
import { type Bytes, fromUtf8 } from "../../src/envelope/bytes.ts";
import { UnreadableRequest } from "./errors.ts";

/** Largest JSON body: a committee's message in base64url, event and act. */
const jsonLimit = 65_536;

/**
 * Reads a body of one type and at most `limit` bytes. They are counted as they come, whatever Content-Length
 * says: a body that grows too long is left unread.
 */
export async function readBody(request: Request, type: string, limit: number): Promise<Bytes> {
  const [essence] = (request.headers.get("content-type") ?? "").split(";");
  if (essence?.trim().toLowerCase() !== type) throw new UnreadableRequest("wrong-type");
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new UnreadableRequest("too-large");
  const bytes = new Uint8Array(limit);
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (length + part.value.length > limit) {
      await reader?.cancel();
      throw new UnreadableRequest("too-large");
    }
    bytes.set(part.value, length);
    length += part.value.length;
  }
  return bytes.slice(0, length);
}

/** Reads a JSON body of exactly this shape. */
export async function readJson<const Shape extends v.GenericSchema>(
  request: Request,
  schema: Shape,
): Promise<v.InferOutput<Shape>> {
  const text = fromUtf8(await readBody(request, "application/json", jsonLimit));
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
