import type { AuditEntry, AuditPage } from "../../src/api/audit.schema.ts";
import type { CommitteeId } from "../../src/domain/ids.ts";
import { isOfCommittee, selectCommitteesOf } from "../cases/cases.repository.ts";
import type { AuditTable } from "../db/schema.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Session } from "../officers/officers.usecases.ts";
import type { Platform } from "../platform/platform.ts";
import { digestAct } from "./audit.chain.ts";
import { selectLog } from "./audit.pages.repository.ts";
import { selectAuditEnd } from "./audit.repository.ts";

/** Entries of a page: half a megabyte. */
const pageLength = 1000;

/** A page of a committee's log, for its officers alone. Nothing is checked here: that is for whoever reads. */
export async function readAudit(
  { database }: Platform,
  session: Session,
  committee: CommitteeId,
  after: number,
): Promise<AuditPage | Refusal> {
  const [memberships, ends, rows] = await database.read(
    selectCommitteesOf(session.id),
    selectAuditEnd(committee),
    selectLog({ officer: session.id, committee }, after, pageLength),
  );
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  return {
    entries: await Promise.all(rows.map(toAuditEntry)),
    end: ends[0] ?? null,
    next: rows.length === pageLength ? (rows.at(-1)?.sequence ?? null) : null,
  };
}

type LogRow = Pick<AuditTable, "sequence" | "act" | "signature" | "link"> & {
  readonly shown: boolean | 0 | 1;
};

async function toAuditEntry({ shown, sequence, link, act, signature }: LogRow): Promise<AuditEntry> {
  if (shown) return { kind: "act", sequence, act, signature, link };
  return { kind: "withheld", sequence, digest: await digestAct({ act, signature }), link };
}
