import type { Compilable } from "kysely";
import type { CaseId, OfficerId } from "../../src/domain/ids.ts";
import type { OfficerAct } from "../../src/envelope/officer-event.ts";
import {
  auditKey,
  insertAudit,
  nonceKey,
  selectAuditEnd,
  selectLoggedAct,
} from "../audit/audit.repository.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform, WriteOutcome } from "../platform/platform.ts";

/** An officer's act as it was signed. */
export type SignedAct = {
  readonly act: OfficerAct;
  readonly text: string;
  readonly signature: string;
};

/** How often another may write in between before this is given up. */
export const attempts = 8;

/** Another key than those of the log was taken: what the batch was reckoned from has changed. */
export type Overtaken = Extract<WriteOutcome, { readonly kind: "taken" }>;

/**
 * Writes a batch together with the entry of the committee's log that says who did it. An act that is in the log already is
 * refused, whoever repeats it.
 */
export async function writeLogged(
  { database }: Platform,
  { act, text, signature }: SignedAct,
  statements: readonly Compilable[],
): Promise<{ readonly kind: "written" } | Overtaken | Refusal> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [end] = await database.read(selectAuditEnd(act.committee));
    const { committee, officer, case: case_id, nonce } = act;
    const entry = await insertAudit(end[0], { committee, officer, case_id, nonce, act: text, signature });
    const outcome = await database.write(...statements, entry);
    if (outcome.kind === "written") return outcome;
    if (outcome.constraint === nonceKey) return refuse("id-taken");
    // The place of the log was taken, not that of the case: only the log's end is read again.
    if (outcome.constraint !== auditKey) return outcome;
  }
  return refuse("busy");
}

/** Whether this very act is in the log: what it did was done by this officer, and not by another at the same moment. */
export async function isLogged(
  { database }: Platform,
  by: { readonly officer: OfficerId; readonly on: CaseId },
  { act, text, signature }: SignedAct,
): Promise<boolean> {
  if (act.case !== by.on || act.officer !== by.officer) return false;
  const [logged] = await database.read(selectLoggedAct(act.committee, act.nonce));
  return logged[0]?.act === text && logged[0].signature === signature;
}
