import type { CaseDetail, ChainEntry, SealedForReader } from "../../api/officer.schema.ts";
import type { LinkedEntry } from "../../crypto/chain.ts";
import { envelopeDigest, type SealedFor } from "../../crypto/envelope.open.ts";
import { readReporterMessageHeader } from "../../crypto/reporter-message.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import { fromBase64url, fromBase64urlOf } from "../../envelope/base64url.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { type OfficerEvent, parseOfficerEvent } from "../../envelope/officer-event.ts";
import { signatureBytes } from "../../envelope/sizes.ts";
import type { SealedObject } from "./case-file.ts";

/** One entry as the server sent it, ready to be checked, with its sealed object. */
export type Received = { readonly linked: LinkedEntry; readonly object: SealedObject | null };

/** Reads an entry. Throws FormatError on what is none. */
export function receive(entry: ChainEntry): Received {
  switch (entry.by) {
    case "committee": {
      const signature = fromBase64urlOf(signatureBytes, entry.signature);
      const object = entry.message === null ? null : objectOf("committee-message", entry.message);
      const signed = { event: entry.event, signature };
      return { linked: { by: "committee", signed, message: object?.digest ?? null }, object };
    }
    case "reporter": {
      const object = objectOf("reporter-message", entry.message);
      const header = readReporterMessageHeader(object.sealed.core);
      return { linked: { by: "reporter", on: entry.on, message: object.digest, header }, object };
    }
    case "statement": {
      const { on, statement } = entry;
      const signature = fromBase64urlOf(signatureBytes, entry.signature);
      return { linked: { by: "statement", on, statement, signature }, object: null };
    }
    default:
      return entry satisfies never;
  }
}

function objectOf(purpose: SealedObject["purpose"], given: SealedForReader) {
  const sealed = sealedFor(given);
  return { purpose, digest: envelopeDigest(sealed.core), sealed };
}

/** What the server hands out of a sealed object. */
export function sealedFor({ core, slot, key }: SealedForReader): SealedFor {
  return { core: fromBase64url(core), slot: fromBase64url(slot), key };
}

/** Whose key records a chain is checked with, by what it says of itself. */
export type Parties = {
  readonly receiver: CommitteeId;
  readonly superior: CommitteeId | null;
  readonly others: readonly CommitteeId[];
};

/** The committees of a case. Where a superior has taken over the row names none any more: the take-over does. */
export function partiesOf({ row, entries }: CaseDetail): Parties {
  const events = entries.flatMap((entry) => (entry.by === "committee" ? readEvent(entry.event) : []));
  const takenOver = events.find(({ type }) => type === "TakenOver");
  return {
    receiver: row.receiver,
    superior: row.fallback ?? takenOver?.committee ?? null,
    others: events.flatMap((event) => (event.type === "Transferred" ? event.to : [])),
  };
}

/** Nothing for what is no event: the check of the chain will say so. */
function readEvent(text: string): readonly OfficerEvent[] {
  try {
    return [parseOfficerEvent(text)];
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}
