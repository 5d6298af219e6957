import { stretchReporterAtOnce } from "../../crypto/argon2.ts";
import { type ChainFault, reporterKeyDigest, type VerifiedChain, verifyChain } from "../../crypto/chain.ts";
import { type OpenedLetter, openLetter } from "../../crypto/letter.ts";
import {
  deriveReporterKeys,
  type ReporterKeys,
  type Stretch,
  wipeReporterKeys,
} from "../../crypto/receipt.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import { findHistoryFault } from "../../domain/case/case.decide.ts";
import type { LetterClocks } from "../../domain/clocks.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { type BoxCase, type BoxResponse, requireBlob } from "../../envelope/box-response.ts";
import { equalBytes } from "../../envelope/bytes.ts";
import { type CarriedEvent, type CarriedState, replayCarried, toHistory } from "../../envelope/carried.ts";
import { FormatError } from "../../envelope/format-error.ts";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { reporterEnvelopeBytes } from "../../envelope/sizes.ts";
import { fetchKeyRecords, type KeyFault, type KnownOrganisation } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { postBox, signBoxRequest } from "./box.ts";
import { type HistoryItem, historyItems, linkedEntry, type ReceivedEntry } from "./history.ts";
import { randomId, workFor } from "./prepare-letter.ts";

/** A reporter's case, opened and checked in this browser. Nothing in it was taken on the server's word. */
export type CaseView = {
  readonly keys: ReporterKeys;
  readonly caseId: CaseId;
  readonly letter: OpenedLetter;
  readonly releasedOn: PlainDate;
  /** False: it waits for the daily release; nobody can see it yet. */
  readonly released: boolean;
  /** What the checked chain says has happened, the release first. */
  readonly events: readonly CaseEvent[];
  readonly state: CarriedState;
  readonly clocks: LetterClocks;
  readonly history: readonly HistoryItem[];
  readonly chain: VerifiedChain;
  /** Everything is signed and linked, and by the rules it cannot have happened in this order. */
  readonly isImpossible: boolean;
  /** Own messages that nobody can see before the next release. */
  readonly waiting: number;
};

export type CaseOpening =
  | { readonly kind: "case"; readonly view: CaseView }
  | { readonly kind: "unknown-code" }
  /** The server's answer is not what our server answers, or the letter in it is not this code's. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "fault"; readonly fault: KeyFault | ChainFault }
  | Failure;

type Pages = {
  readonly first: BoxCase;
  readonly firstResponse: BoxResponse;
  readonly received: ReceivedEntry[];
};

/** Opens the case of a receipt code. Reading leaves no trace on the server. */
export async function openCase(
  transport: Transport,
  organisation: KnownOrganisation,
  code: ReceiptCode,
  stretch: Stretch = stretchReporterAtOnce,
): Promise<CaseOpening> {
  const keys = await deriveReporterKeys(code, organisation.fingerprint, stretch);
  const opening = await openCaseWithKeys(transport, organisation, keys);
  if (opening.kind !== "case") wipeReporterKeys(keys);
  return opening;
}

/** As `openCase`, with keys that are already there: to look again. */
export async function openCaseWithKeys(
  transport: Transport,
  organisation: KnownOrganisation,
  keys: ReporterKeys,
): Promise<CaseOpening> {
  const pages = await fetchPages(transport, keys);
  if ("kind" in pages) return pages;
  try {
    return await readCase(transport, organisation, keys, pages);
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}

async function fetchPages(transport: Transport, keys: ReporterKeys): Promise<Pages | CaseOpening> {
  const first = await lookUp(transport, keys, 0);
  if ("kind" in first) return first;
  const received = [...first.received];
  for (let next = first.meta.next; next !== null;) {
    const page = await lookUp(transport, keys, next);
    if ("kind" in page) return page;
    // A page that does not go forward would ask for ever.
    if (page.meta.next !== null && page.meta.next <= next) return { kind: "unreadable" };
    received.push(...page.received);
    next = page.meta.next;
  }
  return { first: first.meta, firstResponse: first.response, received };
}

type Page = {
  readonly meta: BoxCase;
  readonly response: BoxResponse;
  readonly received: readonly ReceivedEntry[];
};

async function lookUp(transport: Transport, keys: ReporterKeys, cursor: number): Promise<Page | CaseOpening> {
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
    const received = response.meta.entries.map((entry) => ({ entry, ...sealedOf(response, entry.message) }));
    return { meta: response.meta, response, received };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}

function sealedOf(
  response: BoxResponse,
  place: { readonly core: number; readonly slot: number } | null,
): Pick<ReceivedEntry, "sealed"> {
  if (place === null) return { sealed: null };
  return { sealed: { core: requireBlob(response, place.core), slot: requireBlob(response, place.slot) } };
}

async function readCase(
  transport: Transport,
  organisation: KnownOrganisation,
  keys: ReporterKeys,
  { first, firstResponse, received }: Pages,
): Promise<CaseOpening> {
  const { sealed } = sealedOf(firstResponse, first.letter);
  const letter = sealed === null ? undefined : openLetter("reporter", sealed, keys.kem.secret);
  if (letter === undefined || letter.header.case !== first.case || !isOwnLetter(letter, keys)) {
    return { kind: "unreadable" };
  }
  const { receiver, fallback } = letter.header;
  const { receiver: record } = await fetchKeyRecords(transport, organisation, receiver, fallback);
  if (record.kind === "fault") return record;
  const chain = verifyChain(
    {
      caseId: first.case,
      letterDigest: letter.digest,
      releasedOn: first.releasedOn,
      committee: letter.header.receiver,
      keys: new Map(record.record.keys.map((key) => [key.id, key])),
      reporter: reporterKeyDigest(keys.sign.publicKey),
    },
    received.map(linkedEntry),
  );
  const events = toHistory({ on: first.releasedOn, receiver, fallback }, chain.entries.map(eventOf));
  const view: CaseView = {
    keys,
    caseId: first.case,
    letter,
    releasedOn: first.releasedOn,
    released: first.released,
    events,
    state: replayCarried(events),
    clocks: organisation.clocksFrom(first.releasedOn),
    history: historyItems(chain, received, keys),
    chain,
    isImpossible: findHistoryFault(events, organisation.law) !== undefined,
    waiting: first.waiting,
  };
  return { kind: "case", view };
}

/**
 * Whoever has read the letter knows the key that answers are sealed to, and could seal another letter to it, signed
 * with other keys: one that the reporter never wrote, naming other readers for what they write next.
 */
function isOwnLetter({ reporter }: OpenedLetter, keys: ReporterKeys): boolean {
  return equalBytes(reporter.sign, keys.sign.publicKey) && equalBytes(reporter.kem, keys.kem.publicKey);
}

function eventOf(entry: VerifiedChain["entries"][number]): CarriedEvent {
  return entry.by === "committee"
    ? { type: entry.event.type, on: entry.event.on }
    : { type: "ReporterWrote", on: entry.on };
}
