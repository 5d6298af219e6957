import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";
import * as v from "valibot";
import { challengeSchema, type ProofChallenge } from "../../src/api/box.schema.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import type { Platform } from "../platform/platform.ts";

const hour = 3_600_000;
/** A letter may take a day to write; the whole hour says nothing of when it was begun. */
const validHours = 24;

const proofSchema = v.object({
  challenge: challengeSchema,
  solution: v.object({ counter: v.pipe(v.number(), v.safeInteger()), derivedKey: v.string() }),
});

/** A challenge for one id. Nothing of it is stored: its signature is found again when it comes back solved. */
export async function createProofChallenge(platform: Platform, id: string): Promise<ProofChallenge> {
  const { clock, limits, secrets } = platform;
  const challenge = await createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    deriveKey,
    keyPrefix: "0".repeat(limits.demandWork()),
    data: { id },
    expiresAt: ((Math.ceil(clock.instant() / hour) + validHours) * hour) / 1000,
    hmacSignatureSecret: await secrets.proofKey(),
  });
  return v.parse(challengeSchema, challenge);
}

/**
 * What names the challenge that was solved for this very id; undefined if no work was done for it. The same proof
 * again is as good as the first time, because whoever has to send the same bytes again needs no new work; but not
 * for ever (`Limits.admitProof`), or one proof would do for a flood of look-ups.
 */
export async function findProof(platform: Platform, proof: string, id: Bytes): Promise<string | undefined> {
  const reading = v.safeParse(proofSchema, parseJson(proof));
  if (!reading.success) return undefined;
  const { challenge, solution } = reading.output;
  if (!isFor(challenge, toBase64url(id))) return undefined;
  const hmacSignatureSecret = await platform.secrets.proofKey();
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
  return verified ? challenge.signature : undefined;
}

function isFor(challenge: ProofChallenge, id: string): boolean {
  const data = v.safeParse(v.object({ data: v.object({ id: v.literal(id) }) }), challenge.parameters);
  return data.success;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
