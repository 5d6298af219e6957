import { chainStart } from "../../crypto/chain.ts";
import { continuationOf } from "../../crypto/letter.parts.ts";
import { copyReporterKeys, type ReporterKeys, wipeReporterKeys } from "../../crypto/receipt.ts";
import { actOf, sealReporterMessage } from "../../crypto/reporter-message.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { ReporterMessageHeader } from "../../envelope/headers.ts";
import type { Failure, Transport } from "../transport.ts";
import { signBoxRequest } from "./box.ts";
import { randomId, workFor } from "./prepare-letter.ts";
import type { ReaderKey } from "./readers.ts";

// The messages in which a long letter goes on. They are sealed here, one after the other, without looking the case up:
// what they follow is known, because this browser has just sealed it.

/** A sealed letter as what follows it must know it: its digest, and the keys that it was sealed to. */
export type LetterTrail = {
  readonly digest: Bytes;
  readonly receiver: ReaderKey;
  readonly fallback: ReaderKey | null;
};

/** The rest of a letter that was accepted. It has keys of its own, to be forgotten once all of it has arrived. */
export type LetterRest = {
  readonly caseId: CaseId;
  readonly keys: ReporterKeys;
  readonly trail: LetterTrail;
  readonly releasedOn: PlainDate;
  readonly texts: readonly string[];
  /** Sealed so far. A part is sealed once: its bytes are what the next one follows. */
  readonly sealed: readonly SealedPart[];
};

type SealedPart = { readonly id: CaseId; readonly envelope: Bytes; readonly digest: Bytes };

export type PartRequest = { readonly kind: "sealed"; readonly request: Bytes };

/** What of a letter is left to send. The keys are copied: the letter's own are wiped with it. */
export function restOf(
  letter: { readonly caseId: CaseId; readonly keys: ReporterKeys; readonly texts: readonly string[] },
  trail: LetterTrail,
  releasedOn: PlainDate,
): LetterRest {
  return { ...letter, keys: copyReporterKeys(letter.keys), trail, releasedOn, sealed: [] };
}

/** Forgets the keys of a rest that has arrived, or was given up. */
export function forgetRest({ keys }: LetterRest): void {
  wipeReporterKeys(keys);
}

/** The rest with its first `count` parts sealed. */
export function sealUpTo(rest: LetterRest, count: number): LetterRest {
  const sealed = [...rest.sealed];
  while (sealed.length < count) sealed.push(sealPart(rest, sealed.length + 1, sealed.at(-1)));
  return { ...rest, sealed };
}

/** The request of a sealed part, with a proof of work for it. Throws RangeError for a part that is not sealed. */
export async function requestOf(
  transport: Transport,
  { keys, sealed }: LetterRest,
  part: number,
): Promise<PartRequest | Failure> {
  const found = sealed[part - 1];
  if (found === undefined) throw new RangeError("a part that is not sealed");
  const work = await workFor(transport, found.id);
  if (work.kind !== "proof") return work;
  const requestId = fromBase64url(found.id);
  const { proof } = work;
  const request = signBoxRequest(
    { kind: "send-message", proof, requestId, cursor: 0, payload: found.envelope },
    keys,
  );
  return { kind: "sealed", request };
}

function sealPart(rest: LetterRest, part: number, before: SealedPart | undefined): SealedPart {
  const { caseId, keys, trail, releasedOn, texts } = rest;
  const text = texts[part - 1];
  if (text === undefined) throw new RangeError("a part that the letter has not");
  const deed = continuationOf(part);
  const id = randomId();
  const header: ReporterMessageHeader = {
    v: 1,
    case: caseId,
    message: id,
    number: part,
    act: actOf(deed),
    previous: toBase64url(before?.digest ?? trail.digest),
    // Whatever the committee has done meanwhile: this browser has seen the letter accepted, and nothing else.
    seen: { sequence: 0, chain: toBase64url(chainStart(caseId, trail.digest, releasedOn)) },
    readerKey: trail.receiver.id,
    fallbackKey: trail.fallback?.id ?? null,
  };
  const readers = { receiver: trail.receiver.kem, fallback: trail.fallback?.kem ?? null };
  return { id, ...sealReporterMessage(header, { deed, text }, keys, readers) };
}
