import type { CaseDetail, CaseRow, ChainEntry } from "../../api/officer.schema.ts";
import { type LinkedEntry, reporterKeyDigest, type VerifiedChain, verifyChain } from "../../crypto/chain.ts";
import { openCommitteeMessage } from "../../crypto/committee-message.ts";
import type { CommitteeKeys } from "../../crypto/committee-key.ts";
import { envelopeDigest, type SealedFor } from "../../crypto/envelope.open.ts";
import { type OpenedLetter, openLetter } from "../../crypto/letter.ts";
import { openReporterMessage, readReporterMessageHeader } from "../../crypto/reporter-message.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import type { Law } from "../../domain/clocks.ts";
import { createOrgTree } from "../../domain/org-tree.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { compareRoutes, type RouteComparison } from "../../domain/routing.ts";
import { fromBase64url, fromBase64urlOf, toBase64url } from "../../envelope/base64url.ts";
import {
  type CarriedEventType,
  type CarriedState,
  replayCarried,
  toHistory,
} from "../../envelope/carried.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { digestBytes, signatureBytes } from "../../envelope/sizes.ts";
import { clocksAt, type RunningClock } from "./case-list.ts";
import type { Desk } from "./session.ts";
import type { CommitteeKey } from "../../api/directory.schema.ts";

/** One line of a case's history as an officer sees it. `text` null: an act without a message, or one that does not open. */
export type FileItem = {
  readonly sequence: number;
  readonly on: PlainDate;
  readonly by: "committee" | "reporter";
  readonly type: CarriedEventType;
  readonly text: string | null;
  readonly unreadable: boolean;
  /** Its writer had seen a chain that this one does not contain: two histories were shown, or the writer invents. */
  readonly sawAnother: boolean;
};

/**
 * A case on an officer's screen. Without `letter` it has not been opened: history and clocks are there, the
 * content is not.
 */
export type CaseFile = {
  readonly row: CaseRow;
  readonly today: PlainDate;
  /** By which it is judged what may be done. */
  readonly law: Law;
  /** What the checked chain says has happened, the release first. */
  readonly events: readonly CaseEvent[];
  readonly state: CarriedState;
  readonly clocks: readonly RunningClock[];
  readonly history: readonly FileItem[];
  /** Every signature and link, checked; a fault is shown, never hidden. */
  readonly chain: VerifiedChain;
  /** The server's row says something else than the checked chain. */
  readonly rowDisagrees: boolean;
  readonly letter: OpenedLetter | null;
  /** Whether the rules lead the letter where it lies; null while it is sealed. */
  readonly route: RouteComparison | null;
};

export type FileReading =
  | { readonly kind: "file"; readonly file: CaseFile }
  /** The letter does not open with this committee's key, or is not the one that the chain begins with. */
  | { readonly kind: "letter-damaged" }
  /** The key record of the committee could not be verified, or this officer lacks the key. */
  | { readonly kind: "no-key" };

type Received = { readonly linked: LinkedEntry; readonly sealed: SealedFor | null };

/** A letter as the server hands it out, or as it is already open on the screen. */
export type LetterSource = SealedFor | OpenedLetter | null;

function letterFrom(source: LetterSource, keys: CommitteeKeys): OpenedLetter | null | undefined {
  if (source === null || "body" in source) return source;
  return attempt(() => openLetter("receiver", source, keys.kemSecret));
}

/** A sealed object's writer may be hostile: what opens and is then no format of ours is shown as unreadable. */
function attempt<Value>(open: () => Value): Value | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** Reads what the server sent of a case, with or without its letter. Throws FormatError on what is no case at all. */
export function readCaseFile(
  desk: Desk,
  committeeKeys: readonly CommitteeKey[],
  detail: CaseDetail,
  source: LetterSource,
): FileReading {
  const held = desk.keyring.get(detail.row.receiverKey);
  // Whoever stores the wraps could add one of a key that they made themselves: only the directory's keys count.
  const isVouchedFor = committeeKeys.some(({ id }) => id === detail.row.receiverKey);
  if (held === undefined || !isVouchedFor) return { kind: "no-key" };
  const letter = letterFrom(source, held.keys);
  const rowDigest = fromBase64urlOf(digestBytes, detail.row.letter);
  if (letter === undefined || (letter !== null && !isLetterOf(letter, detail.row)))
    return { kind: "letter-damaged" };
  const received = detail.entries.map(receive);
  const chain = verifyChain(
    {
      caseId: detail.row.case,
      letterDigest: letter?.digest ?? rowDigest,
      releasedOn: detail.row.releasedOn,
      committee: detail.row.committee,
      keys: new Map(committeeKeys.map((key) => [key.id, key])),
      reporter: letter === null ? null : reporterKeyDigest(letter.reporter.sign),
    },
    received.map(({ linked }) => linked),
  );
  return {
    kind: "file",
    file: assemble(desk, detail, chain, letter, itemsOf(chain, received, held.keys, letter)),
  };
}

function isLetterOf(letter: OpenedLetter, row: CaseRow): boolean {
  return (
    letter.header.case === row.case &&
    letter.header.receiver === row.committee &&
    letter.header.receiverKey === row.receiverKey &&
    toBase64url(letter.digest) === row.letter
  );
}

function receive(entry: ChainEntry): Received {
  const sealed =
    entry.message === null
      ? null
      : { core: fromBase64url(entry.message.core), slot: fromBase64url(entry.message.slot) };
  const message = sealed === null ? null : envelopeDigest(sealed.core);
  if (entry.by === "reporter") {
    if (sealed === null || message === null) throw new FormatError("entry without message");
    const header = readReporterMessageHeader(sealed.core);
    return { linked: { by: "reporter", on: entry.on, message, header }, sealed };
  }
  const signature = fromBase64urlOf(signatureBytes, entry.signature);
  return { linked: { by: "committee", signed: { event: entry.event, signature }, message }, sealed };
}

function assemble(
  desk: Desk,
  detail: CaseDetail,
  chain: VerifiedChain,
  letter: OpenedLetter | null,
  history: readonly FileItem[],
): CaseFile {
  const { row, today } = detail;
  // The reporter's own word, once it can be read; until then the row's.
  const { receiver, fallback } = letter?.header ?? { receiver: row.committee, fallback: row.fallback };
  const events = toHistory({ on: row.releasedOn, receiver, fallback }, history);
  const state = replayCarried(events);
  const agreed =
    chain.fault !== null ||
    (chain.end.sequence === row.sequence && toBase64url(chain.end.chain) === row.chain);
  return {
    row,
    today,
    law: desk.organisation.law,
    events,
    state,
    clocks: clocksAt(desk, row.releasedOn, events, today),
    history,
    chain,
    rowDisagrees: !agreed || state.status !== row.status,
    letter,
    route: letter === null ? null : compareRoute(desk, letter),
  };
}

/** Routes again, on the day of the letter, by what its signed body says. */
function compareRoute(desk: Desk, { body, header }: OpenedLetter): RouteComparison {
  const tree = createOrgTree(desk.organisation.payload.organisation, body.route.on);
  return compareRoutes(tree, body.route, header);
}

function itemsOf(
  chain: VerifiedChain,
  received: readonly Received[],
  keys: CommitteeKeys,
  letter: OpenedLetter | null,
): readonly FileItem[] {
  return chain.entries.map((entry, index) => {
    const sealed = received[index]?.sealed ?? null;
    const text = sealed === null ? undefined : openText(entry.by, sealed, keys, letter);
    return {
      sequence: entry.sequence,
      on: entry.by === "committee" ? entry.event.on : entry.on,
      by: entry.by,
      type: entry.by === "committee" ? entry.event.type : "ReporterWrote",
      text: text ?? null,
      unreadable: sealed !== null && letter !== null && text === undefined,
      sawAnother: entry.by === "reporter" && entry.sawAnother,
    };
  });
}

function openText(
  by: "committee" | "reporter",
  sealed: SealedFor,
  keys: CommitteeKeys,
  letter: OpenedLetter | null,
): string | undefined {
  if (by === "committee") {
    return attempt(() => openCommitteeMessage("receiver", sealed, keys.kemSecret))?.body.text;
  }
  // Whose message it is can only be told with the key out of the letter.
  if (letter === null) return undefined;
  const { sign } = letter.reporter;
  return attempt(() => openReporterMessage("receiver", sealed, keys.kemSecret, sign))?.body.text;
}
