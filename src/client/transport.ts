import * as v from "valibot";
import { type ErrorCode, errorCodes } from "../api/errors.ts";

/** Where the server is and how to reach it; tests and the ceremony bring their own. */
export type Transport = { readonly origin: string; readonly fetch: typeof fetch };

/** Why there is no answer. `unreachable`: nothing came back, and nobody knows whether the request arrived. */
export type Failure =
  | { readonly kind: "refused"; readonly code: ErrorCode }
  | { readonly kind: "busy"; readonly retryAfterSeconds: number }
  | { readonly kind: "unreachable" };

export type Answer = { readonly kind: "answer"; readonly response: Response } | Failure;

const errorBodySchema = v.object({ error: v.object({ code: v.picklist(errorCodes) }) });
const defaultRetrySeconds = 10;

/** One request without cookies, cache or referrer. Never throws for what a network or a server can do. */
export async function request(transport: Transport, path: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await transport.fetch(transport.origin + path, {
      ...init,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
  } catch {
    return { kind: "unreachable" };
  }
  return response.ok ? { kind: "answer", response } : await failureOf(response);
}

async function failureOf(response: Response): Promise<Failure | Answer> {
  if (response.status === 503) {
    const seconds = Number(response.headers.get("retry-after"));
    return { kind: "busy", retryAfterSeconds: seconds > 0 ? seconds : defaultRetrySeconds };
  }
  // The body of a conflict is an answer too: it says what the other did.
  if (response.status === 409) return { kind: "answer", response };
  return { kind: "refused", code: await errorCodeOf(response) };
}

/** The code of a refusal. A body of another shape counts as a fault of the server. */
export async function errorCodeOf(response: Response): Promise<ErrorCode> {
  const body: unknown = await response.json().catch(() => undefined);
  const reading = v.safeParse(errorBodySchema, body);
  return reading.success ? reading.output.error.code : "internal";
}

/** The answer's JSON, in one exact shape. Undefined: the connection broke in the middle or it is another shape. */
export async function readJson<const Schema extends v.GenericSchema>(
  response: Response,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const reading = v.safeParse(schema, body);
  return reading.success ? reading.output : undefined;
}

/** A JSON request body. */
export function jsonBody(value: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
