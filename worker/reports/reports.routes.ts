import { Hono } from "hono";
import { boxChallengePath, boxPath, challengeRequestSchema } from "../../src/api/box.schema.ts";
import { type BoxRequest, decodeBoxRequest } from "../../src/envelope/box-request.ts";
import { encodeBoxResponse } from "../../src/envelope/box-response.ts";
import type { Bytes } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { boxRequestBytes, boxResponseBytes } from "../../src/envelope/sizes.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { readBody, readJson } from "../http/body.ts";
import { answerRefusal, type Refusal, refuse } from "../http/errors.ts";
import { createProofChallenge, findProof } from "../http/proof-of-work.ts";
import { randomBytes, verifySignature } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";
import { lookUp } from "../receipts/receipts.usecase.ts";
import { type Accepted, sendLetter } from "./reports.letter.usecase.ts";
import { sendMessage, type Unknown } from "./reports.message.usecase.ts";

const octetStream = "application/octet-stream";

/** The reporter's whole world: one challenge, one box. */
export function createBoxRoutes(platform: Platform, source: DirectorySource): Hono {
  return new Hono()
    .post(boxChallengePath, async (c) => {
      const { id } = await readJson(c.req.raw, challengeRequestSchema);
      return c.json(await createProofChallenge(platform, id));
    })
    .post(boxPath, async (c) => {
      const bytes = await readBody(c.req.raw, octetStream, boxRequestBytes);
      const { request, unsigned, signature } = decodeBoxRequest(bytes);
      const refusal = await checkAdmission(platform, request, unsigned, signature);
      const outcome = refusal ?? (await answer(platform, source, request));
      if ("code" in outcome) return answerRefusal(c, outcome.code);
      return c.body(outcome, 200, { "content-type": octetStream });
    })
    .all(boxChallengePath, (c) => answerRefusal(c, "method-not-allowed"))
    .all(boxPath, (c) => answerRefusal(c, "method-not-allowed"));
}

async function checkAdmission(
  platform: Platform,
  request: BoxRequest,
  unsigned: Bytes,
  signature: Bytes,
): Promise<Refusal | undefined> {
  const proof = await findProof(platform, request.proof, request.requestId);
  if (proof === undefined) return refuse("proof-refused");
  const signed = await verifySignature(request.reporterKey, signature, labels.boxRequest, unsigned);
  if (!signed) return refuse("signature-refused");
  return platform.limits.admitProof(proof) ? undefined : refuse("proof-refused");
}

/** Every success has one size; an unknown code is answered with random bytes of it. */
async function answer(
  platform: Platform,
  source: DirectorySource,
  request: BoxRequest,
): Promise<Bytes | Refusal> {
  if (request.kind === "look-up") {
    const page = await lookUp(platform, source, request);
    return page === undefined ? randomBytes(boxResponseBytes) : encodeBoxResponse(page);
  }
  const send = request.kind === "send-letter" ? sendLetter : sendMessage;
  return encodeOutcome(await send(platform, source, request));
}

function encodeOutcome(outcome: Accepted | Refusal | Unknown): Bytes | Refusal {
  if (outcome.kind === "refused") return outcome;
  if (outcome.kind === "unknown") return randomBytes(boxResponseBytes);
  return encodeBoxResponse({ meta: { kind: "accepted", releasedOn: outcome.releasedOn }, blobs: [] });
}
