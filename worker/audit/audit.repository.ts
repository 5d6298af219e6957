import type { CommitteeId } from "../../src/domain/ids.ts";
import { query } from "../db/query.ts";
import type { AuditTable } from "../db/schema.ts";
import { linkAudit, startAudit } from "./audit.chain.ts";

/** Where a committee's log ends. */
export function selectAuditEnd(committee: CommitteeId) {
  return query
    .selectFrom("audit")
    .select(["sequence", "link"])
    .where("committee", "=", committee)
    .orderBy("sequence", "desc")
    .limit(1);
}

/**
 * Appends to a committee's log. Fails on its primary key (`auditKey`) if another officer of the committee wrote in
 * between: then the end must be read again.
 */
export async function insertAudit(
  end: Pick<AuditTable, "sequence" | "link"> | undefined,
  entry: Omit<AuditTable, "sequence" | "link">,
) {
  const link = await linkAudit(end?.link ?? (await startAudit(entry.committee)), entry);
  return query.insertInto("audit").values({ ...entry, sequence: (end?.sequence ?? 0) + 1, link });
}

/** The act under a number of a committee's log. */
export function selectLoggedAct(committee: CommitteeId, nonce: string) {
  return query
    .selectFrom("audit")
    .select(["act", "signature"])
    .where("committee", "=", committee)
    .where("nonce", "=", nonce);
}

/** The key that SQLite names when two officers of one committee write at once. */
export const auditKey = "audit.committee, audit.sequence";

/** The key that SQLite names when an officer's act is in the log already. */
export const nonceKey = "audit.committee, audit.nonce";
