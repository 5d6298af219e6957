import type { CaseRow } from "../../api/officer.schema.ts";
import type { KeyRecord } from "../../api/directory.schema.ts";
import { type CaseKey, unwrapCaseKey, wipeCaseKey } from "../../crypto/case-key.ts";
import type { CommitteeKeys } from "../../crypto/committee-key.ts";
import type { SealedFor } from "../../crypto/envelope.open.ts";
import { isWiped } from "../../crypto/sodium.ts";
import type { CommitteeId, KeyId } from "../../domain/ids.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import type { Bytes } from "../../envelope/bytes.ts";
import type { SlotRole } from "../../envelope/envelope.ts";
import { FormatError } from "../../envelope/format-error.ts";
import type { KeyRecordMap } from "./case-file.ts";
import type { Desk } from "./session.ts";

/** X-Wing secrets by the id of their key. */
export type Secrets = ReadonlyMap<KeyId, Bytes>;

/** Secrets that open a case, and among them its own key, which whoever asked for them forgets again (`forgetCaseKey`). */
export type HeldKeys = { readonly secrets: Secrets; readonly caseKey: CaseKey | null };

/** With what a desk may open the objects of one case, and which of their slots are its own. */
export type ReadingKeys = HeldKeys & { readonly role: Extract<SlotRole, "receiver" | "fallback"> };

/**
 * The keys of this desk that open a case. Of those in its keyring only the ones that stand in a verified record: whoever
 * stores the wraps could add one of a key that they made themselves. Undefined: the desk has none of the committee for
 * which it reads, or the case has a key of its own that was not wrapped to this officer.
 */
export function readingKeysOf(desk: Desk, records: KeyRecordMap, row: CaseRow): ReadingKeys | undefined {
  const own = row.as === "officer" ? row.committee : row.fallback;
  const held = [...desk.keyring].filter(([id, { committee }]) => isVouchedFor(records, committee, id));
  if (!held.some(([, { committee }]) => committee === own)) return undefined;
  const secrets = held.map(([id, { keys }]) => [id, keys.kemSecret] as const);
  if (row.as === "superior") return { role: "fallback", secrets: new Map(secrets), caseKey: null };
  const caseKey = openCaseKey(desk, row);
  return caseKey === undefined ? undefined : { role: "receiver", ...withCaseKey(secrets, caseKey) };
}

/**
 * Everything with which this desk could open an object of a case, to pass its content key on: which key that is the
 * object itself vouches for.
 */
export function heldKeysOf(desk: Desk, row: CaseRow): HeldKeys {
  const secrets = [...desk.keyring].map(([id, { keys }]) => [id, keys.kemSecret] as const);
  return withCaseKey(secrets, row.as === "officer" ? (openCaseKey(desk, row) ?? null) : null);
}

/** Overwrites what was unwrapped for this once; the committee's keys stay with the desk. */
export function forgetCaseKey({ caseKey }: HeldKeys): void {
  if (caseKey !== null) wipeCaseKey(caseKey);
}

function withCaseKey(secrets: readonly (readonly [KeyId, Bytes])[], caseKey: CaseKey | null): HeldKeys {
  const own = caseKey === null ? [] : [[caseKey.id, caseKey.secret] as const];
  return { secrets: new Map([...secrets, ...own]), caseKey };
}

/**
 * The newest key of a verified record that this desk holds: it signs, and what the list shows is sealed with it. Undefined:
 * it holds none, or none any more: an answer may come after the lock.
 */
export function newestHeldKey(desk: Desk, { committee, keys }: KeyRecord): CommitteeKeys | undefined {
  for (const { id } of keys) {
    const held = desk.keyring.get(id);
    if (held?.committee === committee) return isWiped(held.keys.indexKey) ? undefined : held.keys;
  }
  return undefined;
}

/** What opens with one of the keys that an object's slot may be sealed to. Undefined: none opens it. */
export function openWith<Value>(
  secrets: Secrets,
  { key }: SealedFor,
  open: (secret: Bytes) => Value | undefined,
): Value | undefined {
  for (const [id, secret] of secrets) {
    if (key !== null && key !== id) continue;
    const value = attempt(() => open(secret));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether a committee's verified record lists a key. */
export function isVouchedFor(records: KeyRecordMap, committee: CommitteeId, id: KeyId): boolean {
  return records.get(committee)?.keys.some((key) => key.id === id) ?? false;
}

/** Null: the case has no key of its own. Undefined: it has one, and not for this officer, or it was swapped. */
function openCaseKey(desk: Desk, { case: caseId, caseKey }: CaseRow): CaseKey | null | undefined {
  if (caseKey === null) return null;
  const place = { case: caseId, key: caseKey.id, officer: desk.officer.id };
  const key = unwrapCaseKey(fromBase64url(caseKey.wrap), desk.identity.kem.secret, place);
  return key !== undefined && toBase64url(key.kem) === caseKey.kem ? key : undefined;
}

/** A sealed object's writer may be hostile: what opens and is then no format of ours does not open. */
function attempt<Value>(open: () => Value): Value | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
