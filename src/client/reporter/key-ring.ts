import type { CommitteeKey } from "../../api/directory.schema.ts";
import type { CommitteeId } from "../../domain/ids.ts";
import type { LetterHeader } from "../../envelope/headers.ts";
import { parseOfficerEvent } from "../../envelope/officer-event.ts";
import { FormatError } from "../../envelope/format-error.ts";
import {
  fetchKeyRecord,
  fetchKeyRecords,
  type KeyFault,
  type KeyRecordFetch,
  type KnownOrganisation,
} from "../organisation.ts";
import type { LinkedEntry } from "../../crypto/chain.ts";
import type { Transport } from "../transport.ts";

/** The keys by which a chain is checked, and the committees whose record did not come. */
export type KeyRing = {
  readonly kind: "ring";
  readonly keys: ReadonlyMap<CommitteeId, readonly CommitteeKey[]>;
  readonly missing: ReadonlyMap<CommitteeId, KeyFault>;
};

/**
 * The verified keys of everybody who may have signed: receiver and fallback, always these two and at once, then those
 * to whom the case was passed on. Only the receiver's fault stops the reading: a chain without the others' acts is read
 * without their keys.
 */
export async function fetchKeyRing(
  transport: Transport,
  organisation: KnownOrganisation,
  { receiver, fallback }: Pick<LetterHeader, "receiver" | "fallback">,
  entries: readonly LinkedEntry[],
): Promise<KeyRing | Extract<KeyRecordFetch, { kind: "fault" }>> {
  const pair = await fetchKeyRecords(transport, organisation, receiver, fallback);
  if (pair.receiver.kind === "fault") return pair.receiver;
  const known: [CommitteeId, KeyRecordFetch][] = [[receiver, pair.receiver]];
  if (fallback !== null && pair.fallback !== null) known.push([fallback, pair.fallback]);
  for (const committee of targetsOf(entries))
    if (!known.some(([id]) => id === committee))
      known.push([committee, await fetchKeyRecord(transport, organisation, committee)]);
  return {
    kind: "ring",
    keys: new Map(
      known.flatMap(([id, fetched]) => (fetched.kind === "record" ? [[id, fetched.record.keys]] : [])),
    ),
    missing: new Map(
      known.flatMap(([id, fetched]) => (fetched.kind === "fault" ? [[id, fetched.fault]] : [])),
    ),
  };
}

/** To whom the entries say that the case was passed on. Nothing is believed here: the chain is checked with the keys. */
function targetsOf(entries: readonly LinkedEntry[]): readonly CommitteeId[] {
  const targets = entries.flatMap((entry) => {
    const event = readEvent(entry);
    return event?.type === "Transferred" ? [event.to] : [];
  });
  return [...new Set(targets)];
}

/** The signer of an entry, as it says; undefined: it has none, or cannot be read. */
export function signerOf(entry: LinkedEntry | undefined): CommitteeId | undefined {
  return entry === undefined ? undefined : readEvent(entry)?.committee;
}

function readEvent(entry: LinkedEntry) {
  if (entry.by !== "committee") return undefined;
  try {
    return parseOfficerEvent(entry.signed.event);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
