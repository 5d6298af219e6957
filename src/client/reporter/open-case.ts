import { stretchReporterAtOnce } from "../../crypto/argon2.ts";
import { reporterKeyDigest, toCaseEvents, type VerifiedChain, verifyChain } from "../../crypto/chain.ts";
import {
  deriveReporterKeys,
  type ReporterKeys,
  type Stretch,
  wipeReporterKeys,
} from "../../crypto/receipt.ts";
import { joinLetter, type LetterText } from "../../crypto/letter.text.ts";
import { findHistoryFault, follow, trace } from "../../domain/case/case.decide.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import type { CaseState } from "../../domain/case/case.ts";
import type { CaseId } from "../../domain/ids.ts";
import { laterOf, type PlainDate } from "../../domain/plain-date.ts";
import type { BoxCase } from "../../envelope/box-response.ts";
import { toHistory } from "../../envelope/case-record.ts";
import { FormatError } from "../../envelope/format-error.ts";
import type { ReceiptCode } from "../../envelope/receipt-code.ts";
import { type KeyFault, type KnownOrganisation, readSteps } from "../organisation.ts";
import type { Failure, Transport } from "../transport.ts";
import { type HistoryItem, historyItems, linkedEntry } from "./history.ts";
import { fetchKeyRing, signerOf } from "./key-ring.ts";
import { type OwnLetter, readOwnLetter } from "./own-letter.ts";
import { type GivenCaseKey, lookUp, type LookedUp } from "./look-up.ts";
import { type OuterDate, outerDateOf, type PromisedClock, promisesOf } from "./promises.ts";
import { unrecordedChanges } from "./steps.ts";

/** A reporter's case, opened and checked in this browser. Nothing in it was taken on the server's word. */
export type CaseView = {
  readonly keys: ReporterKeys;
  readonly caseId: CaseId;
  readonly letter: OwnLetter;
  readonly releasedOn: PlainDate;
  /** False: it waits for the daily release; nobody can see it yet. */
  readonly released: boolean;
  /** The day up to which the case was followed. */
  readonly today: PlainDate;
  /** What has happened, the release first: what people signed, and between it what time did. */
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly promises: readonly PromisedClock[];
  readonly outer: OuterDate;
  /** Announced changes of the law that the server gives no record of: no date may be later for them. */
  readonly unrecorded: ReturnType<typeof unrecordedChanges>;
  readonly history: readonly HistoryItem[];
  /** The letter's text with the messages in which it goes on; null: it was erased. */
  readonly letterText: LetterText | null;
  readonly chain: VerifiedChain;
  /** Everything is signed and linked, and by the rules it cannot have happened in this order. */
  readonly isImpossible: boolean;
  /** The server tells of a change of the law that the signed directory does not announce. */
  readonly isLawInvented: boolean;
  /** What the server gives as the key to seal to (`readersOf` asks the chain whether it is). */
  readonly givenCaseKey: GivenCaseKey | null;
  /** Own messages that nobody can see before the next release. */
  readonly waiting: number;
};

/**
 * What the reporter's page tells of a case without a single key: an officer's page foresees so much of it, in the same
 * words.
 */
export type ShownCase = Pick<
  CaseView,
  "releasedOn" | "released" | "today" | "state" | "promises" | "outer" | "unrecorded" | "history"
> & { readonly letter: { readonly header: Pick<CaseView["letter"]["header"], "fallback"> } };

export type CaseOpening =
  | { readonly kind: "case"; readonly view: CaseView }
  | { readonly kind: "unknown-code" }
  /** The server's answer is not what our server answers, or the letter in it is not this code's. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  | Failure;

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
  const found = await lookUp(transport, keys);
  if (found.kind !== "found") return found;
  try {
    return await readCase(transport, organisation, keys, found);
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}

async function readCase(
  transport: Transport,
  organisation: KnownOrganisation,
  keys: ReporterKeys,
  found: LookedUp,
): Promise<CaseOpening> {
  const { first, received } = found;
  const letter = readOwnLetter(found.letter, keys);
  if (letter === undefined || letter.header.case !== first.case) return { kind: "unreadable" };
  const entries = received.map(linkedEntry);
  const ring = await fetchKeyRing(transport, organisation, letter.header, entries);
  if (ring.kind === "fault") return ring;
  const sign = keys.sign.publicKey;
  const chain = verifyChain(
    {
      caseId: first.case,
      letterDigest: letter.digest,
      releasedOn: first.releasedOn,
      receiver: letter.header.receiver,
      superior: letter.header.fallback,
      keys: ring.keys,
      reporter: { digest: reporterKeyDigest(sign), sign },
    },
    entries,
  );
  // A key that did not come over a bad connection must not look like a forged signature.
  const signer =
    chain.fault?.kind === "unknown-key" ? signerOf(entries[chain.fault.sequence - 1]) : undefined;
  if (signer !== undefined && ring.missing.get(signer) === "unreachable")
    return { kind: "fault", fault: "unreachable" };
  const view = viewOf(organisation, keys, found, letter, chain);
  // Nobody may say that a letter was erased before its time.
  return letter.body === null && view.state.erasedOn === null
    ? { kind: "unreadable" }
    : { kind: "case", view };
}

function viewOf(
  organisation: KnownOrganisation,
  keys: ReporterKeys,
  { first, caseKey, received }: LookedUp,
  letter: OwnLetter,
  chain: VerifiedChain,
): CaseView {
  const { law, lawChanges } = organisation;
  const { releasedOn, released, waiting } = first;
  const { receiver, fallback } = letter.header;
  const reading = readSteps(organisation, first.steps);
  // A change that nobody announced could put every date where the server liked: then none of its steps is believed.
  const steps = reading.kind === "steps" ? reading.steps : [];
  const written = toHistory({ on: releasedOn, receiver, fallback }, toCaseEvents(chain.entries), steps);
  const today = dayOf(organisation, first, written);
  const events = trace(written, today, law);
  const state = follow(written, today, law);
  const items = historyItems(events, chain, received, keys, state.erasedOn !== null);
  return {
    keys,
    caseId: first.case,
    letter,
    releasedOn,
    released,
    today,
    events,
    state,
    promises: promisesOf(state, events, today, law),
    outer: outerDateOf(state, law),
    unrecorded: unrecordedChanges(lawChanges, steps, releasedOn, today),
    ...joinLetter(letter.body, items),
    chain,
    isImpossible: findHistoryFault(written, law) !== undefined,
    isLawInvented: reading.kind === "unannounced",
    givenCaseKey: caseKey,
    waiting,
  };
}

/**
 * Up to when time is followed. A real server's day is never believed; that of a demonstration is, because there a
 * person moves it by hand. What somebody has signed has happened, whatever this device's clock says.
 */
function dayOf(
  { payload, today }: KnownOrganisation,
  first: BoxCase,
  written: readonly CaseEvent[],
): PlainDate {
  const known = payload.organisation.notice === null ? today : first.today;
  return written.reduce((latest, { on }) => laterOf(latest, on), known);
}
