import { boxChallengePath, challengeSchema } from "../../api/box.schema.ts";
import { createPatientStretch } from "../../crypto/argon2.ts";
import { solveProof } from "../../crypto/proof-of-work.ts";
import {
  deriveReporterKeys,
  randomReceiptCode,
  type ReporterKeys,
  type Stretch,
} from "../../crypto/receipt.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { CaseId } from "../../domain/ids.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { idBytes } from "../../envelope/sizes.ts";
import { type Failure, jsonBody, readJson, request, type Transport } from "../transport.ts";

/** Everything slow about a letter, begun while the person still writes. */
export type LetterPreparation = {
  readonly code: ReceiptCode;
  readonly caseId: CaseId;
  /** The keys of the code. */
  readonly keys: Promise<ReporterKeys>;
  /** Somebody waits for the keys now: they come as soon as they can, and the page may stand still meanwhile. */
  readonly hurry: () => void;
};

/** A random id of 16 bytes, as text. */
export function randomId(): CaseId {
  return toBase64url(randomBytes(idBytes)) as CaseId;
}

/** Makes the receipt code and the id, and starts stretching. Call after `sodiumReady`. */
export function prepareLetter(fingerprint: Uint8Array, stretch?: Stretch): LetterPreparation {
  const code = randomReceiptCode();
  const patient = createPatientStretch();
  const keys = deriveReporterKeys(code, fingerprint, stretch ?? patient.stretch);
  return { code, caseId: randomId(), keys, hurry: patient.hurry };
}

export type ProofOfWork = { readonly kind: "proof"; readonly proof: string } | Failure;

/** Fetches a challenge for an id and solves it, a little at a time. Good for a day: a retry needs no new work. */
export async function workFor(transport: Transport, id: CaseId): Promise<ProofOfWork> {
  const answer = await request(transport, boxChallengePath, jsonBody({ id }));
  if (answer.kind !== "answer") return answer;
  const challenge = await readJson(answer.response, challengeSchema);
  if (challenge === undefined) return { kind: "unreachable" };
  const proof = await solveProof(challenge);
  return proof === undefined ? { kind: "unreachable" } : { kind: "proof", proof };
}
