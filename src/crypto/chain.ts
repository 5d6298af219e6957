import type { CommitteeKey } from "../api/directory.schema.ts";
import type { CaseEvent } from "../domain/case/case.events.ts";
import type { CaseId, CommitteeId } from "../domain/ids.ts";
import type { PlainDate } from "../domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import type { ReporterAct, ReporterMessageHeader } from "../envelope/headers.ts";
import { labels } from "../envelope/labels.ts";
import {
  carriesMessage,
  isSuperiorEvent,
  namesReporter,
  type OfficerEvent,
  parseOfficerEvent,
  toCaseEvent,
  writeOfficerEvent,
} from "../envelope/officer-event.ts";
import { digestBytes } from "../envelope/sizes.ts";
import type { Statement } from "../envelope/statement.ts";
import { digest, signLabelled, verifyLabelled } from "./labelled.ts";
import { isReportersStatement, readStatement, type SignedStatement } from "./statement.ts";

export { signStatement } from "./statement.ts";

/** A signed event: its canonical text and the committee's signature over it. */
export type SignedEvent = { readonly event: string; readonly signature: Bytes };

/**
 * One entry of a case's chain as either side gets it. `message`: digest of the sealed object that came with it;
 * `header`: what the reporter's message openly says of itself, null if it cannot be read. A statement is the reporter's, and
 * stands where the committee has shown it.
 */
export type LinkedEntry =
  | { readonly by: "committee"; readonly signed: SignedEvent; readonly message: Bytes | null }
  | {
      readonly by: "reporter";
      readonly on: PlainDate;
      readonly message: Bytes;
      readonly header: ReporterMessageHeader | null;
    }
  | ({ readonly by: "statement"; readonly on: PlainDate } & SignedStatement);

/** The reporter's signing key out of the opened letter, and how events name it (`reporterKeyDigest`). */
export type ReporterIdentityKey = { readonly digest: string; readonly sign: Bytes };

/** What a chain is checked against. `receiver` and `superior` (its fallback) stand in the letter's header. */
export type ChainContext = {
  readonly caseId: CaseId;
  readonly letterDigest: Uint8Array;
  readonly releasedOn: PlainDate;
  readonly receiver: CommitteeId;
  readonly superior: CommitteeId | null;
  /** Out of verified key records: of receiver, superior, and every committee to which the chain transfers the case. */
  readonly keys: ReadonlyMap<CommitteeId, readonly CommitteeKey[]>;
  /** Null while the letter has not been opened: the reporter's signatures are then for a later reader to check. */
  readonly reporter: ReporterIdentityKey | null;
};

/** One entry that was checked. */
export type VerifiedEntry =
  | { readonly by: "committee"; readonly sequence: number; readonly event: OfficerEvent }
  | {
      readonly by: "reporter";
      readonly sequence: number;
      readonly on: PlainDate;
      readonly act: ReporterAct;
      /** Id of the message. */
      readonly message: string;
      /**
       * What the reporter says to have seen of the case is no part of this chain: the server showed two histories,
       * or the reporter invents. It is for a reader to know, and does not make the chain a bad one.
       */
      readonly sawAnother: boolean;
    }
  | {
      readonly by: "statement";
      readonly sequence: number;
      readonly on: PlainDate;
      readonly statement: Statement;
      /** Day of the message in which it lay: from then on the formal clocks run. */
      readonly since: PlainDate;
    };

export const chainFaults = [
  "unreadable",
  "foreign-case",
  "gap",
  "broken-link",
  /** Signed by a committee that had no say at that place: it had lost the case, never had it, or is not above it. */
  "not-in-charge",
  "unknown-key",
  "bad-signature",
  "other-reporter",
  "other-message",
  /** A reporter's word that the reporter has not signed, or that lies in no message of this chain. */
  "bad-statement",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** The checked history up to the first fault, if there is one. A fault is shown, never hidden. */
export type VerifiedChain = {
  readonly entries: readonly VerifiedEntry[];
  /** Of each entry the digest by which the audit log knows it, base64url. */
  readonly digests: readonly string[];
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
  | { readonly by: "reporter"; readonly on: PlainDate; readonly message: Bytes }
  | ({ readonly by: "statement"; readonly on: PlainDate } & SignedStatement);

/** Digest of an entry, by which the chain and the audit log know it. */
export function entryDigest(entry: EntryContent): Bytes {
  switch (entry.by) {
    case "committee":
      return digest(labels.officerEntry, entry.signed.signature, toUtf8(entry.signed.event));
    case "reporter":
      return digest(labels.reporterEntry, entry.message, toUtf8(entry.on));
    case "statement":
      return digest(labels.statementEntry, entry.signature, toUtf8(entry.statement), toUtf8(entry.on));
    default:
      return entry satisfies never;
  }
}

/** How events name the reporter: a digest of the signing key out of the letter's body, in base64url. */
export function reporterKeyDigest(reporterSign: Uint8Array): string {
  return toBase64url(digest(labels.reporterKey, reporterSign));
}

/** The signing key of an opened letter's body as `ChainContext` takes it. */
export function reporterIdentityOf(reporterSign: Bytes): ReporterIdentityKey {
  return { digest: reporterKeyDigest(reporterSign), sign: reporterSign };
}

/** Signs an event with the committee's Ed25519 secret. */
export function signOfficerEvent(event: OfficerEvent, secret: Uint8Array): SignedEvent {
  const text = writeOfficerEvent(event);
  return { event: text, signature: signLabelled(secret, labels.officerEvent, toUtf8(text)) };
}

/** Who may act at a place: the committee in charge, and the one above it. */
type Charge = { readonly committee: CommitteeId; readonly superior: CommitteeId | null };

/** How far a check has come. */
type Progress = {
  readonly entries: readonly VerifiedEntry[];
  readonly digests: readonly string[];
  /** The chain up to each place, from 0. */
  readonly links: readonly Bytes[];
  readonly link: Bytes;
  /** The reporter's own chain, which the letter begins: their last message. */
  readonly own: { readonly number: number; readonly digest: Uint8Array };
  readonly charge: Charge;
};

/**
 * Checks a whole chain from place 1 on: no gap, every link, every signature, by a committee that had the say at that place, every
 * message, one reporter, and that of the reporter's own messages none is missing, doubled or moved. Stops at the first fault and
 * says which; what stands before it is good. Whether the acts can have followed on one another is for `findHistoryFault`.
 */
export function verifyChain(context: ChainContext, entries: readonly LinkedEntry[]): VerifiedChain {
  const start = chainStart(context.caseId, context.letterDigest, context.releasedOn);
  let progress: Progress = {
    entries: [],
    digests: [],
    links: [start],
    link: start,
    own: { number: 0, digest: context.letterDigest },
    charge: { committee: context.receiver, superior: context.superior },
  };
  for (const [index, entry] of entries.entries()) {
    const outcome = verifyEntry(context, entry, index + 1, progress);
    if (typeof outcome === "string") {
      const end = { sequence: index, chain: progress.link };
      const { entries: good, digests } = progress;
      return { entries: good, digests, end, fault: { sequence: index + 1, kind: outcome } };
    }
    progress = advance(progress, entry, outcome);
  }
  const end = { sequence: entries.length, chain: progress.link };
  return { entries: progress.entries, digests: progress.digests, end, fault: null };
}

/** The entries as the law folds them (`toHistory`): one event for each, in order. */
export function toCaseEvents(entries: readonly VerifiedEntry[]): readonly CaseEvent[] {
  return entries.map((entry): CaseEvent => {
    switch (entry.by) {
      case "committee":
        return toCaseEvent(entry.event);
      case "reporter":
        return { type: entry.act === "review" ? "ReviewAsked" : "ReporterWrote", on: entry.on };
      case "statement":
        return { type: "MadeFormal", on: entry.on, kind: entry.statement.kind, since: entry.since };
      default:
        return entry satisfies never;
    }
  });
}

function advance(progress: Progress, entry: LinkedEntry, verified: VerifiedEntry): Progress {
  const known = entryDigest(entry);
  const link = chainLink(progress.link, known);
  const { own, charge } = progress;
  return {
    entries: [...progress.entries, verified],
    digests: [...progress.digests, toBase64url(known)],
    links: [...progress.links, link],
    link,
    own: entry.by === "reporter" ? { number: own.number + 1, digest: entry.message } : own,
    charge: verified.by === "committee" ? chargeAfter(charge, verified.event) : charge,
  };
}

function chargeAfter(charge: Charge, event: OfficerEvent): Charge {
  if (event.type === "Transferred") return { ...charge, committee: event.to };
  return event.type === "TakenOver" ? { committee: event.committee, superior: null } : charge;
}

function verifyEntry(
  context: ChainContext,
  entry: LinkedEntry,
  sequence: number,
  progress: Progress,
): VerifiedEntry | ChainFault {
  switch (entry.by) {
    case "committee":
      return verifyCommitteeEntry(context, entry, sequence, progress);
    case "reporter":
      return verifyReporterEntry(context, entry, sequence, progress);
    case "statement":
      return verifyStatementEntry(context, entry, sequence, progress);
    default:
      return entry satisfies never;
  }
}

function verifyCommitteeEntry(
  context: ChainContext,
  { signed, message }: Extract<LinkedEntry, { by: "committee" }>,
  sequence: number,
  { link, charge }: Progress,
): VerifiedEntry | ChainFault {
  const event = readEvent(signed.event);
  if (event === undefined) return "unreadable";
  const fault =
    linkFault(context, event, sequence, link) ??
    chargeFault(charge, event) ??
    signatureFault(context, event, signed) ??
    contentFault(context, event, message);
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
  const { seen, act, message } = header;
  const link = links[seen.sequence];
  const sawAnother = link === undefined || toBase64url(link) !== seen.chain;
  return { by: "reporter", sequence, on, act, message, sawAnother };
}

/** It counts from the day of the message that it names, so that a committee which is slow to show it gains nothing. */
function verifyStatementEntry(
  { caseId, reporter }: ChainContext,
  entry: Extract<LinkedEntry, { by: "statement" }>,
  sequence: number,
  { entries }: Progress,
): VerifiedEntry | ChainFault {
  const statement = readStatement(entry.statement);
  if (statement === undefined) return "unreadable";
  if (statement.case !== caseId) return "foreign-case";
  const within = entries.find((each) => each.by === "reporter" && each.message === statement.message);
  if (within?.by !== "reporter") return "bad-statement";
  if (reporter !== null && !isReportersStatement(entry, reporter.sign)) return "bad-statement";
  return { by: "statement", sequence, on: entry.on, statement, since: within.on };
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
  if (event.case !== context.caseId) return "foreign-case";
  if (event.sequence !== sequence) return "gap";
  return event.previous === toBase64url(previous) ? undefined : "broken-link";
}

function chargeFault({ committee, superior }: Charge, event: OfficerEvent): ChainFault | undefined {
  const entitled = isSuperiorEvent(event.type) ? superior : committee;
  return event.committee === entitled ? undefined : "not-in-charge";
}

function signatureFault(
  context: ChainContext,
  event: OfficerEvent,
  signed: SignedEvent,
): ChainFault | undefined {
  const key = context.keys.get(event.committee)?.find(({ id }) => id === event.signer);
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
  if ((event.reporter !== null) !== namesReporter(event.type)) return "other-reporter";
  if (event.reporter !== null && named !== null && event.reporter !== named.digest) return "other-reporter";
  const carried = message === null ? null : toBase64url(message);
  const complete = event.message === carried && carriesMessage(event.type) === (carried !== null);
  return complete ? undefined : "other-message";
}
