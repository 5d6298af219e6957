import { publicHalves } from "../../crypto/key-record.ts";
import { sealReporterMessage } from "../../crypto/reporter-message.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import type { ReporterMessageHeader } from "../../envelope/headers.ts";
import { fetchSealingKeys, type KnownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { signBoxRequest } from "./box.ts";
import type { CaseView } from "./open-case.ts";
import { randomId, workFor } from "./prepare-letter.ts";
import type { SealedLetter } from "./send-letter.ts";

/**
 * Seals a message to the case's readers. The result goes to `deliver`, as often as needed. A message that waits
 * for its release blocks the next one: its place in the reporter's own chain must be known first.
 */
export async function sealMessageRequest(
  transport: Transport,
  organisation: KnownOrganisation,
  view: CaseView,
  text: string,
): Promise<SealedLetter | Failure> {
  const { receiver, fallback } = view.letter.header;
  const readers = await fetchSealingKeys(transport, organisation, receiver, fallback);
  if (readers.kind === "fault") return readers;
  const id = randomId();
  const work = await workFor(transport, id);
  if (work.kind !== "proof") return work;
  const own = view.history.filter(({ by }) => by === "reporter");
  const header: ReporterMessageHeader = {
    v: 1,
    case: view.caseId,
    message: id,
    number: own.length + 1,
    previous: toBase64url(own.at(-1)?.digest ?? view.letter.digest),
    seen: { sequence: view.chain.end.sequence, chain: toBase64url(view.chain.end.chain) },
    readerKey: readers.receiver.id,
    fallbackKey: readers.fallback?.id ?? null,
  };
  const { envelope } = sealReporterMessage(header, text, view.keys, {
    receiver: publicHalves(readers.receiver).kem,
    fallback: readers.fallback === null ? null : publicHalves(readers.fallback).kem,
  });
  const requestId = fromBase64url(id);
  const { proof } = work;
  const request = signBoxRequest(
    { kind: "send-message", proof, requestId, cursor: 0, payload: envelope },
    view.keys,
  );
  return { kind: "sealed", request };
}
