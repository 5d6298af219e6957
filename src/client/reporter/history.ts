import type { LinkedEntry, VerifiedChain, VerifiedEntry } from "../../crypto/chain.ts";
import { openCommitteeMessage } from "../../crypto/committee-message.ts";
import { envelopeDigest, type SealedFor } from "../../crypto/envelope.open.ts";
import type { ReporterDeed } from "../../crypto/letter.schema.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import { openReporterMessage, readReporterMessageHeader } from "../../crypto/reporter-message.ts";
import type { CaseEvent, CaseEventType } from "../../domain/case/case.events.ts";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import { isMessageToReporter, vocabulary } from "../../domain/case/case.vocabulary.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, fromBase64urlOf } from "../../envelope/base64url.ts";
import type { BoxEntry } from "../../envelope/box-response.ts";
import { type Bytes, fromUtf8 } from "../../envelope/bytes.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { signatureBytes } from "../../envelope/sizes.ts";

/** An entry with the sealed object that came with it. */
export type ReceivedEntry = { readonly entry: BoxEntry; readonly sealed: SealedFor | null };

/** One line of a case's history as the reporter sees it. */
export type HistoryItem = {
  /** Place in the chain; null: time did it, and this browser reckoned when. */
  readonly sequence: number | null;
  readonly on: PlainDate;
  /** `statement`: the reporter's signed word, as the committee showed it to the server. */
  readonly by: VerifiedEntry["by"] | "clock";
  readonly type: CaseEventType;
  /** What the law knows of it. */
  readonly event: CaseEvent;
  /** The committee that signed; null: none did. */
  readonly committee: CommitteeId | null;
  /** Null: an act without words for the reporter, or words that do not open. */
  readonly text: string | null;
  /** What else the committee sealed to the reporter: an outcome, a ground, a reason. */
  readonly fact: SealedFact | null;
  /** What the reporter's own message was. */
  readonly deed: ReporterDeed | null;
  /** It should carry words for the reporter, and they do not open: altered or withheld. */
  readonly unreadable: boolean;
  /** It came after the reporter's own last message; before any, everything that others did. */
  readonly isNew: boolean;
  /** Digest of the sealed object, by which the reporter's next message continues their own. */
  readonly digest: Bytes | null;
};

/** The entry as the chain checks it. */
export function linkedEntry({ entry, sealed }: ReceivedEntry): LinkedEntry {
  const message = sealed === null ? null : envelopeDigest(sealed.core);
  if (entry.by === "reporter") {
    const header = sealed === null ? null : readReporterMessageHeader(sealed.core);
    return { by: "reporter", on: entry.on, message: message ?? new Uint8Array(), header };
  }
  const signature = fromBase64urlOf(signatureBytes, entry.signature);
  if (entry.by === "statement") {
    const statement = fromUtf8(fromBase64url(entry.statement));
    return { by: "statement", on: entry.on, statement, signature };
  }
  return { by: "committee", signed: { event: fromUtf8(fromBase64url(entry.event)), signature }, message };
}

/**
 * The whole history in its order: the checked entries with what was sealed to the reporter opened, and between them
 * what time did. What stands behind a fault of the chain is not among the events, and so is not shown.
 */
export function historyItems(
  events: readonly CaseEvent[],
  chain: VerifiedChain,
  received: readonly ReceivedEntry[],
  keys: ReporterKeys,
  isErased: boolean,
): readonly HistoryItem[] {
  let place = 0;
  const items = events
    .filter(({ type }) => type !== "Released")
    .map((event): HistoryItem => {
      const verified = vocabulary[event.type].by === "clock" ? undefined : chain.entries[place];
      if (verified === undefined) return { ...unwritten, on: event.on, by: "clock", type: event.type, event };
      const sealed = received[place++]?.sealed ?? null;
      return writtenItem(event, verified, sealed, keys);
    });
  // A part of the letter is no message of its own: it was written before anybody did anything.
  const ownLast = items.findLastIndex(({ by, deed }) => by === "reporter" && deed?.kind !== "continuation");
  return items.map((item, index) => ({
    ...item,
    // With the letter the words of both sides were destroyed: nobody withholds them.
    unreadable: item.unreadable && !isErased,
    isNew: index > ownLast && item.by !== "statement" && item.by !== "reporter",
  }));
}

const unwritten = {
  sequence: null,
  committee: null,
  text: null,
  fact: null,
  deed: null,
  unreadable: false,
  isNew: false,
  digest: null,
} as const;

function writtenItem(
  event: CaseEvent,
  verified: VerifiedEntry,
  sealed: SealedFor | null,
  keys: ReporterKeys,
): HistoryItem {
  const words = openWords(event.type, verified, sealed, keys);
  return {
    ...unwritten,
    sequence: verified.sequence,
    on: event.on,
    by: verified.by,
    type: event.type,
    event,
    committee: verified.by === "committee" ? verified.event.committee : null,
    digest: sealed === null ? null : envelopeDigest(sealed.core),
    ...words,
  };
}

type Words = Partial<Pick<HistoryItem, "text" | "fact" | "deed" | "unreadable">>;

function openWords(
  type: CaseEventType,
  verified: VerifiedEntry,
  sealed: SealedFor | null,
  keys: ReporterKeys,
): Words {
  if (verified.by === "statement") return {};
  // Notes, and words to the superior, are sealed past the reporter.
  if (verified.by === "committee" && !isMessageToReporter(type)) return {};
  const opened = sealed === null ? undefined : openOne(type, verified.by, sealed, keys);
  return opened ?? { unreadable: true };
}

function openOne(
  type: CaseEventType,
  by: "committee" | "reporter",
  sealed: SealedFor,
  keys: ReporterKeys,
): Words | undefined {
  try {
    if (by === "reporter") {
      const message = openReporterMessage("reporter", sealed, keys.kem.secret, keys.sign.publicKey);
      return message === undefined ? undefined : { text: message.body.text, deed: message.body.deed };
    }
    const message = openCommitteeMessage("reporter", sealed, keys.kem.secret);
    if (message === undefined) return undefined;
    const { text, fact } = message.body;
    return { text, fact: fact?.type === type ? fact : null };
  } catch (error) {
    // One message that opens and is no format of ours must not hide all the others.
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
