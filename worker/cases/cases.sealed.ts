import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { type Bytes, equalBytes } from "../../src/envelope/bytes.ts";
import { type Core, type Slots, slotRoles } from "../../src/envelope/envelope.ts";
import { FormatError } from "../../src/envelope/format-error.ts";
import { labels } from "../../src/envelope/labels.ts";
import type { CoresTable, DigestText, SlotsTable, StoredSlotRole } from "../db/schema.ts";
import { digest } from "../platform/digest.ts";
import type { Secrets } from "../platform/secrets.ts";

/** A sealed object as it came in, with the digest it is known by. */
export type SealedObject = { readonly core: Bytes; readonly slots: Slots; readonly digest: DigestText };

/** Checks (FormatError) that each slot is the one whose digest the core binds. */
export async function requireBoundSlots(core: Core, slots: Slots): Promise<void> {
  for (const [index, slot] of slots.entries()) {
    const bound = core.slotDigests[index];
    const found = await digest(labels.slotDigest, slot);
    if (bound === undefined || !equalBytes(bound, found)) throw new FormatError("slot: digest");
  }
}

/**
 * The rows of a sealed object. The throw-away slot is not kept, nor the second one where there is no fallback: it
 * is a throw-away too. The reporter's slot is sealed once more, because with it a guessed code could be tried.
 */
export async function createSealedRows(
  secrets: Secrets,
  caseId: CaseId,
  object: SealedObject,
  hasFallback: boolean,
): Promise<{ readonly core: CoresTable; readonly slots: readonly SlotsTable[] }> {
  const stored: readonly StoredSlotRole[] = hasFallback
    ? ["receiver", "fallback", "reporter"]
    : ["receiver", "reporter"];
  const slots: SlotsTable[] = [];
  for (const role of stored) {
    const slot = object.slots[slotRoles.indexOf(role)] ?? object.slots[0];
    const place = reporterSlotPlace(caseId, object.digest);
    const text = role === "reporter" ? await secrets.seal(place, slot) : toBase64url(slot);
    slots.push({ case_id: caseId, digest: object.digest, role, key: null, slot: text });
  }
  return { core: { case_id: caseId, digest: object.digest, core: toBase64url(object.core) }, slots };
}

/** The reporter's slot out of its row. Throws if the row was sealed for another place or under another secret. */
export async function openReporterSlot(
  secrets: Secrets,
  caseId: CaseId,
  row: Pick<SlotsTable, "digest" | "slot">,
): Promise<Bytes> {
  const slot = await secrets.open(reporterSlotPlace(caseId, row.digest), fromBase64url(row.slot));
  if (slot === undefined) throw new Error("a stored slot does not open");
  return slot;
}

function reporterSlotPlace(caseId: CaseId, objectDigest: DigestText): string {
  return `reporter-slot/${caseId}/${objectDigest}`;
}

/** Where a case's reporter key is sealed for. */
export function reporterKeyPlace(caseId: CaseId): string {
  return `reporter-key/${caseId}`;
}
