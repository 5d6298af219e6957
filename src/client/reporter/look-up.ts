import type { SealedFor } from "../../crypto/envelope.open.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { KeyId } from "../../domain/ids.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { type BoxCase, type BoxResponse, requireBlob } from "../../envelope/box-response.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { reporterEnvelopeBytes } from "../../envelope/sizes.ts";
import type { Failure, Transport } from "../transport.ts";
import { postBox, signBoxRequest } from "./box.ts";
import type { ReceivedEntry } from "./history.ts";
import { randomId, workFor } from "./prepare-letter.ts";

/** The key that the server says the case is read with; nothing is sealed to it before the chain has named it. */
export type GivenCaseKey = { readonly id: KeyId; readonly kem: Bytes };

/** Everything that the server knows under a code, as it came: nothing of it is checked yet. */
export type LookedUp = {
  readonly kind: "found";
  readonly first: BoxCase;
  readonly letter: SealedFor | null;
  readonly caseKey: GivenCaseKey | null;
  readonly received: readonly ReceivedEntry[];
};

export type LookUp = LookedUp | { readonly kind: "unknown-code" } | { readonly kind: "unreadable" } | Failure;

/** Asks for a case, page by page. Reading leaves no trace on the server. */
export async function lookUp(transport: Transport, keys: ReporterKeys): Promise<LookUp> {
  const first = await fetchPage(transport, keys, 0);
  if (first.kind !== "page") return first;
  const received = [...first.received];
  for (let next = first.meta.next; next !== null;) {
    const page = await fetchPage(transport, keys, next);
    if (page.kind !== "page") return page;
    // A page that does not go forward would ask for ever.
    if (page.meta.next !== null && page.meta.next <= next) return { kind: "unreadable" };
    received.push(...page.received);
    next = page.meta.next;
  }
  const { meta, letter, caseKey } = first;
  return { kind: "found", first: meta, letter, caseKey, received };
}

type Page = {
  readonly kind: "page";
  readonly meta: BoxCase;
  readonly letter: SealedFor | null;
  readonly caseKey: GivenCaseKey | null;
  readonly received: readonly ReceivedEntry[];
};

async function fetchPage(
  transport: Transport,
  keys: ReporterKeys,
  cursor: number,
): Promise<Page | Exclude<LookUp, LookedUp>> {
  const id = randomId();
  const work = await workFor(transport, id);
  if (work.kind !== "proof") return work;
  const payload = randomBytes(reporterEnvelopeBytes);
  const requestId = fromBase64url(id);
  const bytes = signBoxRequest({ kind: "look-up", proof: work.proof, requestId, cursor, payload }, keys);
  const answer = await postBox(transport, bytes);
  if (answer.kind !== "box") return answer;
  const { response } = answer;
  if (response.meta.kind !== "case") return { kind: "unreadable" };
  try {
    return readPage(response.meta, response);
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}

function readPage(meta: BoxCase, response: BoxResponse): Page {
  const { caseKey } = meta;
  return {
    kind: "page",
    meta,
    letter: sealedAt(response, meta.letter),
    caseKey: caseKey === null ? null : { id: caseKey.id, kem: requireBlob(response, caseKey.kem) },
    received: meta.entries.map((entry) => ({
      entry,
      sealed: entry.by === "statement" ? null : sealedAt(response, entry.message),
    })),
  };
}

type BlobPlace = { readonly core: number; readonly slot: number };

/** The reporter's own slot is never sealed anew: it is the one that the core binds. */
function sealedAt(response: BoxResponse, place: BlobPlace | null): SealedFor | null {
  if (place === null) return null;
  return { core: requireBlob(response, place.core), slot: requireBlob(response, place.slot), key: null };
}
