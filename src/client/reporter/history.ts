import type { LinkedEntry, VerifiedChain } from "../../crypto/chain.ts";
import { openCommitteeMessage } from "../../crypto/committee-message.ts";
import { envelopeDigest, type SealedFor } from "../../crypto/envelope.open.ts";
import type { ReporterKeys } from "../../crypto/receipt.ts";
import { openReporterMessage, readReporterMessageHeader } from "../../crypto/reporter-message.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64urlOf } from "../../envelope/base64url.ts";
import type { BoxEntry } from "../../envelope/box-response.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { OfficerEventType } from "../../envelope/officer-event.ts";
import { fromBase64url } from "../../envelope/base64url.ts";
import { fromUtf8 } from "../../envelope/bytes.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { signatureBytes } from "../../envelope/sizes.ts";

/** An entry with the sealed message that came with it. */
export type ReceivedEntry = { readonly entry: BoxEntry; readonly sealed: SealedFor | null };

/** One line of a case's history as the reporter sees it. `text` null: an act without a message, or one that does not open. */
export type HistoryItem = {
  readonly sequence: number;
  readonly on: PlainDate;
  readonly by: "committee" | "reporter";
  readonly type: OfficerEventType | "ReporterWrote";
  readonly text: string | null;
  /** It should carry a message, and the message does not open: altered or withheld. */
  readonly unreadable: boolean;
  /** It came after the reporter's own last message; before any, everything the committee did. */
  readonly isNew: boolean;
  /** Digest of the sealed message, by which the reporter's next message continues their own. */
  readonly digest: Bytes | null;
};

/** The entry as the chain checks it. */
export function linkedEntry({ entry, sealed }: ReceivedEntry): LinkedEntry {
  const message = sealed === null ? null : envelopeDigest(sealed.core);
  if (entry.by === "reporter") {
    const header = sealed === null ? null : readReporterMessageHeader(sealed.core);
    return { by: "reporter", on: entry.on, message: message ?? new Uint8Array(), header };
  }
  const event = fromUtf8(fromBase64url(entry.event));
  return {
    by: "committee",
    signed: { event, signature: fromBase64urlOf(signatureBytes, entry.signature) },
    message,
  };
}

/** The checked entries with their messages opened. What stands behind a fault is not shown as history. */
export function historyItems(
  chain: VerifiedChain,
  received: readonly ReceivedEntry[],
  keys: ReporterKeys,
): readonly HistoryItem[] {
  const ownLast = chain.entries.map(({ by }) => by).lastIndexOf("reporter");
  return chain.entries.map((verified, index) => {
    const sealed = received[index]?.sealed ?? null;
    const message = sealed === null ? undefined : openMessage(verified.by, sealed, keys);
    return {
      sequence: verified.sequence,
      on: verified.by === "committee" ? verified.event.on : verified.on,
      by: verified.by,
      type: verified.by === "committee" ? verified.event.type : "ReporterWrote",
      text: message?.body.text ?? null,
      unreadable: sealed !== null && message === undefined,
      isNew: verified.by === "committee" && index > ownLast,
      digest: sealed === null ? null : envelopeDigest(sealed.core),
    };
  });
}

function openMessage(by: "committee" | "reporter", sealed: SealedFor, keys: ReporterKeys) {
  try {
    return by === "committee"
      ? openCommitteeMessage("reporter", sealed, keys.kem.secret)
      : openReporterMessage("reporter", sealed, keys.kem.secret, keys.sign.publicKey);
  } catch (error) {
    // One message that opens and is no format of ours must not hide all the others.
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
