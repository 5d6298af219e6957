import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ErrorBody, ErrorCode } from "../../src/api/errors.ts";
import { FormatError } from "../../src/envelope/format-error.ts";

/** A refused action is a value. The client owns the wording. */
export type Refusal = { readonly kind: "refused"; readonly code: ErrorCode };

/** The refusal with this code. */
export function refuse(code: ErrorCode): Refusal {
  return { kind: "refused", code };
}

/** A request that cannot be read at all, thrown by whatever reads it and answered by `answerError`. */
export class UnreadableRequest extends Error {
  override readonly name = "UnreadableRequest";
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

const statusOf = {
  malformed: 400,
  "too-large": 413,
  "wrong-type": 415,
  "proof-refused": 403,
  "signature-refused": 403,
  "id-taken": 409,
  "directory-changed": 412,
  busy: 503,
  "login-failed": 401,
  "signed-out": 401,
  "not-found": 404,
  conflict: 409,
  refused: 422,
  "message-waiting": 422,
  "wrong-day": 422,
  "method-not-allowed": 405,
  internal: 500,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

/** Seconds after which the same bytes may be sent again. */
const retryAfterSeconds = "900";

/** The answer to a refusal: the same bytes for the same code, whatever the reason behind it. */
export function answerRefusal(c: Context, code: ErrorCode): Response {
  const body: ErrorBody = { error: { code } };
  return c.json(body, statusOf[code], code === "busy" ? { "retry-after": retryAfterSeconds } : {});
}

/** The one place where exceptions end. What is not a format is our own fault, and nothing is said or kept of it. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof UnreadableRequest) return answerRefusal(c, error.code);
  return answerRefusal(c, error instanceof FormatError ? "malformed" : "internal");
}
