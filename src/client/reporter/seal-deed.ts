import { signStatement } from "../../crypto/chain.ts";
import { sealIdentity } from "../../crypto/identity.ts";
import type { Identity, ReporterDeed } from "../../crypto/letter.schema.ts";
import { actOf, freeMessageBytes, sealReporterMessage } from "../../crypto/reporter-message.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { FormalKind } from "../../domain/policy.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { ReporterMessageHeader } from "../../envelope/headers.ts";
import type { KnownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { signBoxRequest } from "./box.ts";
import type { CaseView } from "./open-case.ts";
import { randomId, workFor } from "./prepare-letter.ts";
import { fetchReaders, type ReaderFault, type ReaderKey } from "./readers.ts";

/** What a reporter does. All but `review` look alike to the server: one opaque message. */
export type Deed =
  | { readonly kind: "message" }
  | { readonly kind: "review" }
  | { readonly kind: "withdraw" }
  | { readonly kind: "rate"; readonly satisfied: boolean }
  /** Seals the letter's own words once more; no other text goes with it. */
  | { readonly kind: "seal-anew" }
  | { readonly kind: "make-formal"; readonly procedure: FormalKind; readonly identity: Identity };

export type DeedKind = Deed["kind"];

/** A deed and the words that go with it. */
export type WrittenDeed = { readonly deed: Deed; readonly text: string };

export type SealedDeed =
  | { readonly kind: "sealed"; readonly request: Bytes }
  | { readonly kind: "fault"; readonly fault: ReaderFault };

/**
 * Seals a deed to whoever reads the case now. The result goes to `deliver`, as often as needed. A message that waits for
 * its release blocks the next one: its place in the reporter's own chain must be known first.
 */
export async function sealDeed(
  transport: Transport,
  organisation: KnownOrganisation,
  view: CaseView,
  { deed, text }: WrittenDeed,
): Promise<SealedDeed | Failure> {
  const readers = await fetchReaders(transport, organisation, view);
  if (readers.kind === "fault") return readers;
  const id = randomId();
  const work = await workFor(transport, id);
  if (work.kind !== "proof") return work;
  const content = {
    deed: sealedDeedOf(deed, view, id, readers.committee),
    text: deed.kind === "seal-anew" ? (view.letter.body?.text ?? "") : text,
  };
  const header = headerOf(view, id, content.deed, readers);
  const { envelope } = sealReporterMessage(header, content, view.keys, {
    receiver: readers.receiver.kem,
    fallback: readers.fallback?.kem ?? null,
  });
  const requestId = fromBase64url(id);
  const { proof } = work;
  const request = signBoxRequest(
    { kind: "send-message", proof, requestId, cursor: 0, payload: envelope },
    view.keys,
  );
  return { kind: "sealed", request };
}

function headerOf(
  view: CaseView,
  message: CaseId,
  deed: ReporterDeed,
  { receiver, fallback }: { readonly receiver: ReaderKey; readonly fallback: ReaderKey | null },
): ReporterMessageHeader {
  const own = view.history.filter(({ by }) => by === "reporter");
  return {
    v: 1,
    case: view.caseId,
    message,
    number: own.length + 1,
    act: actOf(deed),
    previous: toBase64url(own.at(-1)?.digest ?? view.letter.digest),
    seen: { sequence: view.chain.end.sequence, chain: toBase64url(view.chain.end.chain) },
    readerKey: receiver.id,
    fallbackKey: fallback?.id ?? null,
  };
}

/** The deed as it lies in the message: a tố cáo with the signed word, and the name sealed to the committee alone. */
function sealedDeedOf(
  deed: Deed,
  { caseId, keys }: CaseView,
  message: CaseId,
  committee: ReaderKey,
): ReporterDeed {
  if (deed.kind !== "make-formal") return deed;
  const { procedure, identity } = deed;
  const { statement, signature } = signStatement(
    { v: 1, type: "MadeFormal", case: caseId, kind: procedure, message },
    keys.sign.secret,
  );
  const sealed = sealIdentity(identity, committee.kem, { case: caseId, message });
  return {
    kind: "make-formal",
    statement,
    signature: toBase64url(signature),
    identity: toBase64url(sealed),
  };
}

/** Bytes that are free for the words of a deed; negative: so many too many. A tố cáo takes no words beside the name. */
export function freeDeedBytes({ deed, text }: WrittenDeed): number {
  return deed.kind === "make-formal" ? 0 : freeMessageBytes({ deed, text });
}
