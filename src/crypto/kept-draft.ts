import type { OfficerId } from "../domain/ids.ts";
import { type Bytes, fromUtf8, toUtf8 } from "../envelope/bytes.ts";
import { labels } from "../envelope/labels.ts";
import { openFromKem, sealToKem, type SealingPlace } from "./kem-seal.ts";

/**
 * What an officer had not finished when the desk was locked, sealed to the officer's own X-Wing key: a page that holds
 * no secret any more can keep it, and only the same officer, unlocking again, can open it. Never leaves the memory of
 * the page, so its length is its own. Throws as `encapsulate` does. Inverse: `openKeptDraft`.
 */
export function sealKeptDraft(text: string, officer: OfficerId, publicKey: Uint8Array): Bytes {
  return sealToKem(publicKey, toUtf8(text), placeOf(officer));
}

/** Undefined: another officer's, or altered. */
export function openKeptDraft(
  sealed: Uint8Array,
  officer: OfficerId,
  secret: Uint8Array,
): string | undefined {
  const content = openFromKem(sealed, secret, placeOf(officer));
  return content === undefined ? undefined : fromUtf8(content);
}

function placeOf(officer: OfficerId): SealingPlace {
  return { label: labels.keptDraft, context: [toUtf8(officer)] };
}
