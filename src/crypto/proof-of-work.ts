import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";
import type { ProofChallenge } from "../api/box.schema.ts";

/**
 * Solves a challenge and returns the proof as the request carries it. Every try is one WebCrypto digest, awaited:
 * the page goes on between any two. Undefined if the signal said stop.
 */
export async function solveProof(
  challenge: ProofChallenge,
  stop?: AbortController,
): Promise<string | undefined> {
  const solution = await solveChallenge({
    challenge,
    deriveKey,
    timeout: 0,
    ...(stop === undefined ? {} : { controller: stop }),
  });
  return solution === null ? undefined : JSON.stringify({ challenge, solution });
}
