import type { CommitteeKey } from "../../api/directory.schema.ts";
import { caseKeyIdOf } from "../../crypto/case-key.ts";
import type { VerifiedChain } from "../../crypto/chain.ts";
import { publicHalves } from "../../crypto/key-record.ts";
import type { KeyId } from "../../domain/ids.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import { isRekeying, movesToCommittee } from "../../envelope/officer-event.ts";
import { kemPublicKeyBytes } from "../../envelope/sizes.ts";
import { fetchSealingKeys, type KeyFault, type KnownOrganisation } from "../organisation.ts";
import type { Transport } from "../transport.ts";
import { doubtIn } from "./doubt.ts";
import type { CaseView } from "./open-case.ts";

/** Why nothing is sealed. `other-case-key`: not the key that the committee signed. `doubtful`: see `doubtIn`. */
export type ReaderFault = KeyFault | "other-case-key" | "doubtful";

export type ReaderKey = { readonly id: KeyId; readonly kem: Bytes };

/** Who can open what is written now. */
export type Readers = {
  readonly kind: "readers";
  /** The committee in charge, or those of it to whom the case was handed. */
  readonly receiver: ReaderKey;
  /** The superior, if the case has one. */
  readonly fallback: ReaderKey | null;
  /** The committee in charge itself: who the reporter is, is sealed to its own key alone. */
  readonly committee: ReaderKey;
};

export type ReadersFetch = Readers | { readonly kind: "fault"; readonly fault: ReaderFault };

/**
 * Fetches and checks the keys of whoever may read the case now. Where the committee has named a case key, because an
 * officer stepped aside or handed over, it is that key or none: sealing to the committee's own key instead
 * would give the message to the one who was shut out.
 */
export async function fetchReaders(
  transport: Transport,
  organisation: KnownOrganisation,
  view: CaseView,
): Promise<ReadersFetch> {
  if (doubtIn(view) !== null) return { kind: "fault", fault: "doubtful" };
  const { committee, superior } = view.state;
  const fetched = await fetchSealingKeys(transport, organisation, committee, superior);
  if (fetched.kind === "fault") return fetched;
  const own = toReaderKey(fetched.receiver);
  const receiver = receiverOf(view, own);
  if (receiver === undefined) return { kind: "fault", fault: "other-case-key" };
  const fallback = fetched.fallback === null ? null : toReaderKey(fetched.fallback);
  return { kind: "readers", receiver, fallback, committee: own };
}

/** A committee's key as something is sealed to it. */
export function toReaderKey(key: CommitteeKey): ReaderKey {
  return { id: key.id, kem: publicHalves(key).kem };
}

/** The key to seal to; undefined: what the server gives is not what the chain names. */
function receiverOf({ chain, givenCaseKey: given }: CaseView, own: ReaderKey): ReaderKey | undefined {
  const named = namedCaseKey(chain);
  if (named === null) return given === null ? own : undefined;
  const fits =
    given !== null &&
    given.id === named &&
    given.kem.length === kemPublicKeyBytes &&
    caseKeyIdOf(given.kem) === named;
  return fits ? given : undefined;
}

/** The case key that the last re-keying event names; null: the committee's own key is read with. */
export function namedCaseKey({ entries }: VerifiedChain): KeyId | null {
  const last = entries.findLast((entry) => entry.by === "committee" && isRekeying(entry.event.type));
  if (last?.by !== "committee") return null;
  const { event } = last;
  if (!isRekeying(event.type) || movesToCommittee(event.type)) return null;
  return "key" in event ? event.key : null;
}
