import type { AuditHead } from "../../../crypto/desk-book.schema.ts";
import type { CommitteeId } from "../../../domain/ids.ts";
import { type AuditReading, readAuditLog, type SeenHeads } from "../../desk/audit.ts";
import { type CaseAuditReading, readCaseAudit } from "../../desk/case-audit.ts";
import type { CaseFile } from "../../desk/case-file.ts";
import type { Desk } from "../../desk/session.ts";

/** What an office can tell of who did what. */
export type AuditOffice = {
  /** A committee's log, as far as it is not known yet; `anew`: from its beginning. */
  audit(committee: CommitteeId, anew: boolean): Promise<AuditReading>;
  caseAudit(file: CaseFile): Promise<CaseAuditReading>;
  /** Where the logs of this desk's committees ended when they were last found good, for its officer's book. */
  heads(): readonly AuditHead[];
  /** Ends that were seen on another day or another machine, from the officer's book; of two the further one counts. */
  know(heads: readonly AuditHead[]): void;
};

/** Outlives a desk: who unlocks again must not be shown a shorter log than before. After a reload the book knows them. */
const heads: SeenHeads = new Map();

/** A turn for everything else that the page has to do. */
async function pause(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Those questions of an office that a desk answers by the log. */
export function auditOfficeOf(desk: Desk): AuditOffice {
  return {
    audit: async (committee, anew) => await readAuditLog(desk, committee, heads, pause, anew),
    caseAudit: async (file) => await readCaseAudit(desk, file, heads, pause),
    heads: () =>
      desk.committees.flatMap((committee) => {
        const head = heads.get(committee);
        return head === undefined ? [] : [{ committee, place: head.sequence, link: head.link }];
      }),
    know: (known) => {
      for (const { committee, place, link } of known)
        if (place > (heads.get(committee)?.sequence ?? 0)) heads.set(committee, { sequence: place, link });
    },
  };
}
