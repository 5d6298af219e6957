import * as v from "valibot";
import { caseIdSchema } from "../envelope/schemas.ts";

/** POST /api/box/challenge: a proof-of-work challenge (ALTCHA) that is bound to the id and signed, not stored. */
export const challengeRequestSchema = v.strictObject({ id: caseIdSchema });

/**
 * The challenge as `altcha-lib` makes and solves it. What the solver does not look at passes through unread:
 * the server finds its own signature over it again.
 */
export const challengeSchema = v.object({
  parameters: v.looseObject({
    algorithm: v.literal("SHA-256"),
    nonce: v.string(),
    salt: v.string(),
    cost: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    keyLength: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(64)),
    /** Longer prefix, more work: each hex digit sixteen times as much. */
    keyPrefix: v.pipe(v.string(), v.regex(/^[0-9a-f]{1,6}$/)),
  }),
  signature: v.string(),
});
export type ProofChallenge = v.InferOutput<typeof challengeSchema>;

/** POST /api/box: `boxRequestBytes` of octet-stream in, `boxResponseBytes` out (`src/envelope/box-request.ts`). */
export const boxPath = "/api/box";
export const boxChallengePath = "/api/box/challenge";
