import { openCommitteeMessage } from "../../crypto/committee-message.ts";
import type { VerifiedEntry } from "../../crypto/chain.ts";
import type { OpenedLetter } from "../../crypto/letter.ts";
import type { ReporterDeed } from "../../crypto/letter.schema.ts";
import { openReporterMessage } from "../../crypto/reporter-message.ts";
import {
  evolveSealed,
  findSealedFault,
  type SealedFact,
  type SealedReason,
  type SealedState,
  unread,
} from "../../domain/case/case.sealed.ts";
import type { OfficerId } from "../../domain/ids.ts";
import { isRekeying, movesToCommittee, type OfficerEventType } from "../../envelope/officer-event.ts";
import type { SealedObject } from "./case-file.ts";
import { openWith, type ReadingKeys } from "./case-keys.ts";

/** What is sealed with one entry of the chain, as far as this desk can open it. */
export type Content = {
  readonly text: string | null;
  readonly fact: SealedFact | null;
  readonly deed: ReporterDeed | null;
  readonly unreadable: boolean;
};

const nothing: Content = { text: null, fact: null, deed: null, unreadable: false };
const unreadable: Content = { ...nothing, unreadable: true };

/** Opens what is sealed with a checked entry. What was not handed out yet is empty, what does not open is said to be so. */
export function openContent(
  entry: VerifiedEntry,
  object: SealedObject | null,
  keys: ReadingKeys,
  letter: OpenedLetter | null,
): Content {
  if (object === null) return nothing;
  const isKeptBack = object.sealed.slot.length === 0;
  if (isKeptBack && letter === null) return nothing;
  if (entry.by === "committee") return openWords(entry.event.type, object, keys);
  // Whose message it is can only be told with the key out of the letter.
  return letter === null ? nothing : openMessage(object, keys, letter);
}

function openWords(type: OfficerEventType, { sealed }: SealedObject, keys: ReadingKeys): Content {
  const opened = openWith(keys.secrets, sealed, (secret) => openCommitteeMessage(keys.role, sealed, secret));
  if (opened === undefined) return unreadable;
  const { text, fact } = opened.body;
  // A fact of another kind than the event that vouches for it was put there to be read as something else.
  return (fact?.type ?? null) === factTypeOf(type) ? { ...nothing, text, fact } : unreadable;
}

function openMessage({ sealed }: SealedObject, keys: ReadingKeys, letter: OpenedLetter): Content {
  const { sign } = letter.reporter;
  const opened = openWith(keys.secrets, sealed, (secret) =>
    openReporterMessage(keys.role, sealed, secret, sign),
  );
  if (opened === undefined) return unreadable;
  const { text, deed } = opened.body;
  return { ...nothing, text, deed };
}

const factTypes = [
  "Classified",
  "Noted",
  "Extended",
  "HandedOver",
  "Recused",
  "Refused",
  "Concluded",
] as const satisfies readonly SealedFact["type"][];

/** Which fact must lie in the sealed part of an event; null: words alone. */
export function factTypeOf(type: OfficerEventType): SealedFact["type"] | null {
  return factTypes.find((each) => each === type) ?? null;
}

export type BrokenRule = { readonly place: number; readonly reason: SealedReason };

/** What the sealed parts lead to, and where one does not fit what had happened before it. */
export type SealedReading = { readonly state: SealedState; readonly broken: readonly BrokenRule[] };

/**
 * Folds the sealed facts of a chain. Nobody is accused of a broken rule where something before was not read: the
 * hearing that seems to be missing may stand there.
 */
export function readSealed(entries: readonly VerifiedEntry[], contents: readonly Content[]): SealedReading {
  let state = unread;
  let isComplete = true;
  const broken: BrokenRule[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.by !== "committee" || factTypeOf(entry.event.type) === null) continue;
    const fact = contents[index]?.fact ?? null;
    if (fact === null) {
      isComplete = false;
      continue;
    }
    const reason = isComplete ? findSealedFault(fact, state) : null;
    if (reason !== null) broken.push({ place: entry.sequence, reason });
    state = evolveSealed(state, fact);
  }
  return { state, broken };
}

/**
 * Who reads a case, by the sealed word of whoever last gave it a key of its own. Null: everybody who holds the key of the
 * committee in charge. Undefined: that word does not open.
 */
export function readersOf(
  entries: readonly VerifiedEntry[],
  contents: readonly Content[],
): readonly OfficerId[] | null | undefined {
  for (const [at, entry] of [...entries.entries()].toReversed()) {
    if (entry.by !== "committee") continue;
    const { type } = entry.event;
    if (!isRekeying(type)) continue;
    const fact = contents[at]?.fact ?? null;
    if (movesToCommittee(type)) return null;
    return fact !== null && "readers" in fact ? fact.readers : undefined;
  }
  return null;
}
