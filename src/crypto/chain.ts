import type { CaseId, CommitteeId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { type OfficerEvent, parseOfficerEvent, writeOfficerEvent } from "../envelope/officer-event.ts";
import { digestBytes } from "../envelope/sizes.ts";
import type { CommitteeKey } from "../api/directory.schema.ts";
import { digest, signLabelled, verifyLabelled } from "./labelled.ts";

/** A signed event: its canonical text and the committee's signature over it. */
export type SignedEvent = { readonly event: string; readonly signature: Bytes };

/** One entry of a case's chain as either side gets it. `message`: digest of the sealed message that came with it. */
export type LinkedEntry =
  | { readonly by: "committee"; readonly signed: SignedEvent; readonly message: Bytes | null }
  | { readonly by: "reporter"; readonly on: PlainDate; readonly message: Bytes };

/** What a chain is checked against. Committee keys by id come out of verified key records. */
export type ChainContext = {
  readonly caseId: CaseId;
  readonly letterDigest: Uint8Array;
  readonly releasedOn: PlainDate;
  readonly committee: CommitteeId;
  readonly keys: ReadonlyMap<string, CommitteeKey>;
  /** Digest of the reporter's signing key (`reporterKeyDigest`); null while the letter has not been opened. */
  readonly reporter: string | null;
};

/** One entry that was checked. */
export type VerifiedEntry =
  | { readonly by: "committee"; readonly sequence: number; readonly event: OfficerEvent }
  | { readonly by: "reporter"; readonly sequence: number; readonly on: PlainDate };

export const chainFaults = [
  "unreadable",
  "foreign-case",
  "gap",
  "broken-link",
  "unknown-key",
  "bad-signature",
  "other-reporter",
  "other-message",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** The checked history up to the first fault, if there is one. A fault is shown, never hidden. */
export type VerifiedChain = {
  readonly entries: readonly VerifiedEntry[];
  readonly end: { readonly sequence: number; readonly chain: Bytes };
  readonly fault: { readonly sequence: number; readonly kind: ChainFault } | null;
};

/** Place 0 of a chain: the letter and the day from which its clocks run. */
export function chainStart(caseId: CaseId, letterDigest: Uint8Array, releasedOn: PlainDate): Bytes {
  return digest(labels.chainStart, fromBase64url(caseId), letterDigest, toUtf8(releasedOn));
}

/** The next place: what came before and the entry's digest. */
export function chainLink(previous: Uint8Array, entryDigest: Uint8Array): Bytes {
  return digest(labels.chainLink, previous, entryDigest);
}

/** Digest of an entry, by which the chain and the audit log know it. */
export function entryDigest(entry: LinkedEntry): Bytes {
  return entry.by === "committee"
    ? digest(labels.officerEntry, entry.signed.signature, toUtf8(entry.signed.event))
    : digest(labels.reporterEntry, entry.message, toUtf8(entry.on));
}

/** How events name the reporter: a digest of the signing key out of the letter's body, in base64url. */
export function reporterKeyDigest(reporterSign: Uint8Array): string {
  return toBase64url(digest(labels.reporterKey, reporterSign));
}

/** Signs an event with the committee's Ed25519 secret. */
export function signOfficerEvent(event: OfficerEvent, secret: Uint8Array): SignedEvent {
  const text = writeOfficerEvent(event);
  return { event: text, signature: signLabelled(secret, labels.officerEvent, toUtf8(text)) };
}

/**
 * Checks a whole chain from place 1 on: no gap, every link, every signature, every message, one reporter. Stops
 * at the first fault and says which; what stands before it is good.
 */
export function verifyChain(context: ChainContext, entries: readonly LinkedEntry[]): VerifiedChain {
  let chain = chainStart(context.caseId, context.letterDigest, context.releasedOn);
  const verified: VerifiedEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    const outcome = verifyEntry(context, entry, sequence, chain);
    if (typeof outcome === "string") {
      return { entries: verified, end: { sequence: index, chain }, fault: { sequence, kind: outcome } };
    }
    verified.push(outcome);
    chain = chainLink(chain, entryDigest(entry));
  }
  return { entries: verified, end: { sequence: entries.length, chain }, fault: null };
}

function verifyEntry(
  context: ChainContext,
  entry: LinkedEntry,
  sequence: number,
  previous: Uint8Array,
): VerifiedEntry | ChainFault {
  if (entry.by === "reporter") return { by: "reporter", sequence, on: entry.on };
  const event = readEvent(entry.signed.event);
  if (event === undefined) return "unreadable";
  const fault =
    linkFault(context, event, sequence, previous) ??
    signatureFault(context, event, entry.signed) ??
    contentFault(context, event, entry.message);
  return fault ?? { by: "committee", sequence, event };
}

function readEvent(text: string): OfficerEvent | undefined {
  try {
    return parseOfficerEvent(text);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function linkFault(
  context: ChainContext,
  event: OfficerEvent,
  sequence: number,
  previous: Uint8Array,
): ChainFault | undefined {
  if (event.case !== context.caseId || event.committee !== context.committee) return "foreign-case";
  if (event.sequence !== sequence) return "gap";
  return event.previous === toBase64url(previous) ? undefined : "broken-link";
}

function signatureFault(
  context: ChainContext,
  event: OfficerEvent,
  signed: SignedEvent,
): ChainFault | undefined {
  const key = context.keys.get(event.key);
  if (key === undefined) return "unknown-key";
  const publicKey = fromBase64urlOf(digestBytes, key.sign);
  const good = verifyLabelled(signed.signature, publicKey, labels.officerEvent, toUtf8(signed.event));
  return good ? undefined : "bad-signature";
}

function contentFault(
  context: ChainContext,
  event: OfficerEvent,
  message: Bytes | null,
): ChainFault | undefined {
  const named = context.reporter;
  if (event.reporter !== null && named !== null && event.reporter !== named) return "other-reporter";
  const carried = message === null ? null : toBase64url(message);
  return event.message === carried ? undefined : "other-message";
}
