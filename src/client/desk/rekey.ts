import type { Rekey, CaseRow } from "../../api/officer.schema.ts";
import type { Roster } from "../../api/directory.schema.ts";
import { createCaseKey, wipeCaseKey, wrapCaseKey } from "../../crypto/case-key.ts";
import { publicHalves } from "../../crypto/key-record.ts";
import { type RewrapTarget, rewrapSlot } from "../../crypto/rewrap.ts";
import { wipe } from "../../crypto/sodium.ts";
import { eventOf } from "../../domain/case/case.commands.ts";
import type { CommitteeId, OfficerId } from "../../domain/ids.ts";
import { fromBase64urlOf, toBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import { isRekeying } from "../../envelope/officer-event.ts";
import { kemPublicKeyBytes } from "../../envelope/sizes.ts";
import { fetchSealingKey, type KeyFault } from "../organisation.ts";
import { type CaseAnswer, readLetterAgain } from "./act.ts";
import type { CaseFile, SealedObject } from "./case-file.ts";
import { forgetCaseKey, heldKeysOf, openWith, type Secrets } from "./case-keys.ts";
import { readersWithout } from "./movements.ts";
import { handOverTo } from "./obstacles.ts";
import type { EventOrder } from "./order-content.ts";
import { requestRoster } from "./rosters.ts";
import type { Desk } from "./session.ts";

/** How the case is read from now on. */
export type Rekeying = {
  readonly target: RewrapTarget;
  readonly rekey: Rekey;
  /** To whom its own key is wrapped; none: all who hold the key of the committee that gets it. */
  readonly readers: readonly OfficerId[];
};

export type RekeyingOutcome =
  | { readonly kind: "rekeying"; readonly rekeying: Rekeying }
  /** The order changes nothing of who reads. */
  | { readonly kind: "none" }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  /** The letter does not open any more: it would be lost to everybody. */
  | { readonly kind: "letter-damaged" };

/**
 * Whether an order has the letter sealed anew, and this desk has no key any more to the slot that it was read with: the case was
 * handed over since, so the letter must be read again first.
 */
export function isLetterKeyGone(desk: Desk, { row, objects }: CaseFile, { command }: EventOrder): boolean {
  if (!isRekeying(eventOf[command])) return false;
  const key = objects.find(({ purpose }) => purpose === "letter")?.sealed.key ?? null;
  return key !== null && key !== row.caseKey?.id && !desk.keyring.has(key);
}

/** Reads the letter again for an order. Who ordered it knew the history on the screen: one that has grown is a conflict. */
export async function readLetterToRekey(desk: Desk, file: CaseFile): Promise<CaseAnswer> {
  const reading = await readLetterAgain(desk, file);
  if (reading.kind !== "file") return reading;
  const hasGrown = reading.file.chain.end.sequence !== file.chain.end.sequence;
  return hasGrown ? { kind: "conflict", file: reading.file } : reading;
}

/**
 * The keys for whoever reads after an order: a fresh one, wrapped to the officers who go on, where the case stays with its
 * committee; else the sealing key of the committee that gets it. Letter and messages are sealed anew to it.
 */
export async function rekeyingOf(desk: Desk, file: CaseFile, order: EventOrder): Promise<RekeyingOutcome> {
  const { superior } = file.state;
  const { command } = order;
  if (command === "hand-over") return await toCaseKey(desk, file, handOverTo(desk, order.readers));
  if (command === "recuse") return await toCaseKey(desk, file, readersWithout(desk, file) ?? []);
  if (command === "transfer") return await toCommittee(desk, file, order.to);
  if (command === "take-over" && superior !== null) return await toCommittee(desk, file, superior);
  return { kind: "none" };
}

async function toCommittee(desk: Desk, file: CaseFile, committee: CommitteeId): Promise<RekeyingOutcome> {
  const sealing = await fetchSealingKey(desk.transport, desk.organisation, committee);
  if (sealing.kind === "fault") return sealing;
  const target = { key: sealing.key.id, kem: publicHalves(sealing.key).kem };
  return rekeyedTo(desk, file, { target, to: { kem: null, wraps: [] } });
}

async function toCaseKey(
  desk: Desk,
  file: CaseFile,
  readers: readonly OfficerId[],
): Promise<RekeyingOutcome> {
  const fetched = await requestRoster(desk, file.state.committee);
  if (fetched.kind === "fault") return fetched;
  const { key, seed } = createCaseKey();
  const wraps = wrapsFor(fetched.roster, readers, file.row, { id: key.id, seed });
  const target = { key: key.id, kem: key.kem };
  const outcome = rekeyedTo(desk, file, { target, to: { kem: toBase64url(key.kem), wraps } });
  // Whoever reads on gets it out of their wrap; a browser that steps aside has forgotten it.
  wipe(seed);
  wipeCaseKey(key);
  return outcome;
}

/** The seed for each reader, sealed to the key that the verified roster gives, whatever the server says of it. */
function wrapsFor(
  { officers }: Roster,
  readers: readonly OfficerId[],
  { case: caseId }: CaseRow,
  { id, seed }: { readonly id: Rekeying["target"]["key"]; readonly seed: Bytes },
): Rekey["wraps"] {
  return officers
    .filter((officer) => readers.includes(officer.id))
    .map((officer) => {
      const kem = fromBase64urlOf(kemPublicKeyBytes, officer.kem);
      const wrap = wrapCaseKey(seed, kem, { case: caseId, key: id, officer: officer.id });
      return { officer: officer.id, wrap: toBase64url(wrap) };
    });
}

function rekeyedTo(
  desk: Desk,
  file: CaseFile,
  { target, to }: { readonly target: RewrapTarget; readonly to: Pick<Rekey, "kem" | "wraps"> },
): RekeyingOutcome {
  const held = heldKeysOf(desk, file.row);
  const slots = file.objects.map((object) => ({ object, slot: sealAnew(object, held.secrets, target) }));
  forgetCaseKey(held);
  const letter = slots.find(({ object }) => object.purpose === "letter");
  if (letter === undefined || letter.slot === null) return { kind: "letter-damaged" };
  const rekey: Rekey = {
    ...to,
    slots: slots.map(({ object, slot }) => ({
      digest: toBase64url(object.digest),
      slot: slot === null ? null : toBase64url(slot),
    })),
  };
  const readers = to.wraps.map(({ officer }) => officer);
  return { kind: "rekeying", rekeying: { target, rekey, readers } };
}

/**
 * Null: it does not open. The letter on the screen has the slot that it was read with, the superior's if the desk was
 * the superior's then: so both are tried.
 */
function sealAnew({ purpose, sealed }: SealedObject, secrets: Secrets, target: RewrapTarget): Bytes | null {
  const seal = (secret: Bytes) =>
    rewrapSlot(purpose, "receiver", sealed, secret, target) ??
    rewrapSlot(purpose, "fallback", sealed, secret, target);
  return openWith(secrets, sealed, seal) ?? null;
}
