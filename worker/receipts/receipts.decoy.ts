import type { CaseId, CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { coreBytesOf } from "../../src/envelope/envelope.ts";
import { slotBytes } from "../../src/envelope/sizes.ts";
import type { CasesTable } from "../db/schema.ts";

const zeros = (length: number): string => toBase64url(new Uint8Array(length));

/**
 * The case that nobody sent. For an unknown receipt code it is looked up, decrypted and encoded like a real one, and
 * the outcome thrown away. It is not in the database.
 */
export const decoyCase: CasesTable = {
  id: zeros(16) as CaseId,
  committee: "nobody" as CommitteeId,
  receiver_key: zeros(16) as KeyId,
  fallback: null,
  fallback_key: null,
  oversight: null,
  policy: "none",
  directory: 0,
  released_on: toPlainDate("2000-01-01"),
  outer_escalation_on: toPlainDate("2000-01-02"),
  letter: zeros(32),
  lookup: zeros(32),
  reporter_key: zeros(60),
  fingerprint: zeros(32),
  status: "sent",
  sequence: 0,
  chain: zeros(32),
  opened_on: null,
  acknowledged_on: null,
  answered_on: null,
  reporter_wrote_on: null,
};

/** A letter of the size of all letters. */
export const decoyLetter = {
  digest: zeros(32),
  core: zeros(coreBytesOf("letter")),
  slot: zeros(slotBytes),
} as const;
