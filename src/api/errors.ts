/**
 * Every refusal the server can utter. The client owns the wording, in three languages, and says what to do next.
 * Look-ups that fail are all `not-found`: missing and forbidden are the same answer.
 */
export const errorCodes = [
  /** Not the format: length, magic, JSON, shape. */
  "malformed",
  /** More bytes than the one size allowed. */
  "too-large",
  "wrong-type",
  /** Proof of work missing, foreign or stale: fetch a new challenge. */
  "proof-refused",
  "signature-refused",
  /** The same id was used for other bytes. */
  "id-taken",
  /** The receiving committee, its key, the policy or the directory is not (or no longer) in the directory. */
  "directory-changed",
  /** Too much at once: wait and send the same bytes again. Nothing is lost. */
  "busy",
  "login-failed",
  /** No session, or it has ended. */
  "signed-out",
  "not-found",
  /** Somebody else acted first; the answer carries the case as it is now. */
  "conflict",
  /** The law does not allow the command in this state. */
  "refused",
  /** A message of the reporter waits for its release, sealed to the committee that would lose the case: read it first. */
  "message-waiting",
  /** The event is dated on another day than the server's. */
  "wrong-day",
  "method-not-allowed",
  /** Our fault. Says nothing more. */
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Body of every answer that is not a success. */
export type ErrorBody = { readonly error: { readonly code: ErrorCode } };
