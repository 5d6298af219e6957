import type { CaseId, CommitteeId, KeyId } from "../../src/domain/ids.ts";
import { releasedCase } from "../../src/domain/case/case.evolve.ts";
import { toPlainDate } from "../../src/domain/plain-date.ts";
import { toBase64url } from "../../src/envelope/base64url.ts";
import { coreBytesOf } from "../../src/envelope/envelope.ts";
import { slotBytes } from "../../src/envelope/sizes.ts";
import type { CasesTable } from "../db/schema.ts";

const zeros = (length: number): string => toBase64url(new Uint8Array(length));

const nobody = "nobody" as CommitteeId;
const releasedOn = toPlainDate("2000-01-01");

/**
 * The case that nobody sent. For an unknown receipt code it is looked up, decrypted and encoded like a real one, and
 * the outcome thrown away. It is not in the database.
 */
export const decoyCase: CasesTable = {
  id: zeros(16) as CaseId,
  receiver: nobody,
  receiver_key: zeros(16) as KeyId,
  committee: nobody,
  fallback: null,
  fallback_key: null,
  oversight: null,
  policy: "none",
  directory: 0,
  released_on: releasedOn,
  letter: zeros(32),
  lookup: zeros(32),
  reporter_key: zeros(60),
  fingerprint: zeros(32),
  law: zeros(32),
  sequence: 0,
  chain: zeros(32),
  steps: 0,
  status: "sent",
  state: JSON.stringify(releasedCase(releasedOn, nobody, null)),
  case_key: null,
  outer_escalation_on: toPlainDate("2000-01-02"),
  next_step_on: null,
  late_since: null,
  superior_sees: 0,
};

/** A letter of the size of all letters. */
export const decoyLetter = {
  digest: zeros(32),
  core: zeros(coreBytesOf("letter")),
  slot: zeros(slotBytes),
} as const;
