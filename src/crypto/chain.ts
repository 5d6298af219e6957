import type { CaseId, CommitteeId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import type { ReporterMessageHeader } from "../envelope/headers.ts";
import {
  carriesMessage,
  type OfficerEvent,
  parseOfficerEvent,
  writeOfficerEvent,
} from "../envelope/officer-event.ts";
import { digestBytes } from "../envelope/sizes.ts";
import type { CommitteeKey } from "../api/directory.schema.ts";
import { digest, signLabelled, verifyLabelled } from "./labelled.ts";

/** A signed event: its canonical text and the committee's signature over it. */
export type SignedEvent = { readonly event: string; readonly signature: Bytes };

/**
 * One entry of a case's chain as either side gets it. `message`: digest of the sealed message that came with it;
 * `header`: what the reporter's message openly says of itself, null if it cannot be read.
 */
export type LinkedEntry =
  | { readonly by: "committee"; readonly signed: SignedEvent; readonly message: Bytes | null }
  | {
      readonly by: "reporter";
      readonly on: PlainDate;
      readonly message: Bytes;
      readonly header: ReporterMessageHeader | null;
    };

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
  | {
      readonly by: "reporter";
      readonly sequence: number;
      readonly on: PlainDate;
      /**
       * What the reporter says to have seen of the case is no part of this chain: the server showed two histories,
       * or the reporter invents. It is for a reader to know, and does not make the chain a bad one.
       */
      readonly sawAnother: boolean;
    };

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

/** What of an entry is hashed. */
type EntryContent =
  | { readonly by: "committee"; readonly signed: SignedEvent }
  | { readonly by: "reporter"; readonly on: PlainDate; readonly message: Bytes };

/** Digest of an entry, by which the chain and the audit log know it. */
export function entryDigest(entry: EntryContent): Bytes {
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

/** How far a check has come. */
type Progress = {
  readonly entries: readonly VerifiedEntry[];
  /** The chain up to each place, from 0. */
  readonly links: readonly Bytes[];
  readonly link: Bytes;
  /** The reporter's own chain, which the letter begins: their last message. */
  readonly own: { readonly number: number; readonly digest: Uint8Array };
};

/**
 * Checks a whole chain from place 1 on: no gap, every link, every signature, every message, one reporter, and that
 * of the reporter's own messages none is missing, doubled or moved. Stops at the first fault and says which; what
 * stands before it is good.
 */
export function verifyChain(context: ChainContext, entries: readonly LinkedEntry[]): VerifiedChain {
  const start = chainStart(context.caseId, context.letterDigest, context.releasedOn);
  const own = { number: 0, digest: context.letterDigest };
  let progress: Progress = { entries: [], links: [start], link: start, own };
  for (const [index, entry] of entries.entries()) {
    const outcome = verifyEntry(context, entry, index + 1, progress);
    if (typeof outcome === "string") {
      const end = { sequence: index, chain: progress.link };
      return { entries: progress.entries, end, fault: { sequence: index + 1, kind: outcome } };
    }
    progress = advance(progress, entry, outcome);
  }
  const end = { sequence: entries.length, chain: progress.link };
  return { entries: progress.entries, end, fault: null };
}

function advance(progress: Progress, entry: LinkedEntry, verified: VerifiedEntry): Progress {
  const link = chainLink(progress.link, entryDigest(entry));
  const { own } = progress;
  return {
    entries: [...progress.entries, verified],
    links: [...progress.links, link],
    link,
    own: entry.by === "reporter" ? { number: own.number + 1, digest: entry.message } : own,
  };
}

function verifyEntry(
  context: ChainContext,
  entry: LinkedEntry,
  sequence: number,
  progress: Progress,
): VerifiedEntry | ChainFault {
  if (entry.by === "reporter") return verifyReporterEntry(context, entry, sequence, progress);
  const event = readEvent(entry.signed.event);
  if (event === undefined) return "unreadable";
  const fault =
    linkFault(context, event, sequence, progress.link) ??
    signatureFault(context, event, entry.signed) ??
    contentFault(context, event, entry.message);
  return fault ?? { by: "committee", sequence, event };
}

function verifyReporterEntry(
  context: ChainContext,
  { header, on }: Extract<LinkedEntry, { by: "reporter" }>,
  sequence: number,
  { links, own }: Progress,
): VerifiedEntry | ChainFault {
  if (header === null) return "unreadable";
  if (header.case !== context.caseId) return "foreign-case";
  if (header.number !== own.number + 1) return "gap";
  if (header.previous !== toBase64url(own.digest)) return "broken-link";
  const { seen } = header;
  const link = links[seen.sequence];
  const sawAnother = link === undefined || toBase64url(link) !== seen.chain;
  return { by: "reporter", sequence, on, sawAnother };
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
  if ((event.reporter === null) !== (event.type === "Opened")) return "other-reporter";
  if (event.reporter !== null && named !== null && event.reporter !== named) return "other-reporter";
  const carried = message === null ? null : toBase64url(message);
  const complete = event.message === carried && carriesMessage[event.type] === (carried !== null);
  return complete ? undefined : "other-message";
}
