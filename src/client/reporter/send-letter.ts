import { type LetterContent, sealLetter } from "../../crypto/letter.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Route } from "../../domain/routing.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { LetterHeader } from "../../envelope/headers.ts";
import { fetchSealingKeys, type KeyFault, type KnownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { postBox, signBoxRequest } from "./box.ts";
import type { LetterTrail } from "./letter-rest.ts";
import { toReaderKey } from "./readers.ts";

/** A route that leads somewhere. */
export type Routed = Extract<Route, { kind: "routed" }>;

export type LetterToSeal = {
  readonly caseId: CaseId;
  readonly keys: ReporterKeys;
  readonly proof: string;
  readonly route: Routed;
  readonly content: LetterContent;
};

export type SealedLetter =
  /** `trail`: what the messages behind it have to know. */
  | { readonly kind: "sealed"; readonly request: Bytes; readonly trail: LetterTrail }
  | { readonly kind: "fault"; readonly fault: KeyFault };

/**
 * Fetches the keys of receiver and fallback, checks them against the signed directory, and seals. The result is
 * kept until it has been delivered; delivering it again sends the same letter.
 */
export async function sealLetterRequest(
  transport: Transport,
  organisation: KnownOrganisation,
  letter: LetterToSeal,
): Promise<SealedLetter> {
  const { receiver, fallback, oversight } = letter.route;
  const readers = await fetchSealingKeys(transport, organisation, receiver, fallback);
  if (readers.kind === "fault") return readers;
  const header: LetterHeader = {
    v: 1,
    case: letter.caseId,
    receiver,
    receiverKey: readers.receiver.id,
    fallback,
    fallbackKey: readers.fallback?.id ?? null,
    oversight,
    policy: organisation.payload.policy.version,
    directory: organisation.payload.sequence,
  };
  const receiverKey = toReaderKey(readers.receiver);
  const fallbackKey = readers.fallback === null ? null : toReaderKey(readers.fallback);
  const { envelope, digest } = sealLetter(header, letter.content, letter.keys, {
    receiver: receiverKey.kem,
    fallback: fallbackKey?.kem ?? null,
  });
  const requestId = fromBase64url(letter.caseId);
  const { keys, proof } = letter;
  const request = signBoxRequest(
    { kind: "send-letter", proof, requestId, cursor: 0, payload: envelope },
    keys,
  );
  return { kind: "sealed", request, trail: { digest, receiver: receiverKey, fallback: fallbackKey } };
}

export type Delivery =
  | { readonly kind: "accepted"; readonly releasedOn: PlainDate }
  | { readonly kind: "unreadable" }
  | Failure;

/** Sends a sealed letter or message. As often as needed: the same bytes are the same letter. */
export async function deliver(transport: Transport, request: Bytes): Promise<Delivery> {
  const answer = await postBox(transport, request);
  if (answer.kind === "unknown-code") return { kind: "unreadable" };
  if (answer.kind !== "box") return answer;
  const { meta } = answer.response;
  return meta.kind === "accepted" ? meta : { kind: "unreadable" };
}
