import type { VerifiedEntry } from "../../crypto/chain.ts";
import type { CheckedEntry } from "../../crypto/audit.ts";
import type { CaseEventType } from "../../domain/case/case.events.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { viewCase } from "./act.ts";
import { type AuditLog, type AuditReading, type Pause, readAuditLog, type SeenHeads } from "./audit.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import type { Desk } from "./session.ts";

/** Where a case's history and the log of those who made it do not say the same. */
export type CaseAuditFault =
  /** An entry of the history of which the log does not say who made it. */
  | { readonly kind: "act-missing"; readonly place: number }
  /** The log says it twice. */
  | { readonly kind: "act-twice"; readonly place: number }
  /** The log says another kind of act or another day. */
  | { readonly kind: "act-differs"; readonly place: number }
  /** The log has an act that the history of the case does not have. */
  | { readonly kind: "act-unknown"; readonly sequence: number };

/** What a committee's officers did on a case. */
export type CaseAudit = {
  readonly case: CaseId;
  readonly log: AuditLog;
  /** In the order of the log. */
  readonly acts: readonly CheckedEntry[];
  readonly faults: readonly CaseAuditFault[];
};

export type CaseAuditReading =
  | { readonly kind: "case-audit"; readonly audit: CaseAudit }
  | Exclude<AuditReading, { kind: "audit" }>;

/** An entry of the chain that one officer of a committee made. */
type Made = {
  readonly place: number;
  readonly type: CaseEventType;
  readonly on: PlainDate;
  readonly digest: string;
};

/**
 * Who did what on a case, by the log of the committee for which this desk acts on it, held against the case's own history. Of
 * what the log knows beyond the history on the screen the case is asked once more: a colleague may just have acted.
 */
export async function readCaseAudit(
  desk: Desk,
  file: CaseFile,
  heads: SeenHeads,
  pause: Pause,
): Promise<CaseAuditReading> {
  const committee = actingCommittee(file);
  if (committee === null) return { kind: "no-roster" };
  const reading = await readAuditLog(desk, committee, heads, pause);
  if (reading.kind !== "audit") return reading;
  const audit = auditOfCase(reading.log, file);
  if (audit.faults.every(({ kind }) => kind !== "act-unknown")) return { kind: "case-audit", audit };
  const fresh = await viewCase(desk, file.row.case);
  if (fresh.kind !== "file") return { kind: "case-audit", audit };
  const later = await readAuditLog(desk, committee, heads, pause);
  if (later.kind !== "audit") return later;
  const known = reading.log.entries.length;
  return { kind: "case-audit", audit: auditOfCase(later.log, fresh.file, known) };
}

/** Holds a log against a case. `known`: so many entries are as old as the case's history or older. */
export function auditOfCase(log: AuditLog, file: CaseFile, known = log.entries.length): CaseAudit {
  const id = file.row.case;
  const acts = log.entries.filter(({ act }) => act?.case === id);
  const made = madeBy(log.committee, file);
  const faults = [...made.flatMap((each) => faultsOf(each, acts)), ...unknownActs(log, file, known)];
  return { case: id, log, acts, faults: faults.filter((fault) => mayBeJudged(fault, log, file)) };
}

function madeBy(committee: CommitteeId, { chain, row }: CaseFile): readonly Made[] {
  let charge = row.receiver;
  return chain.entries.flatMap((entry, index) => {
    const by = entry.by === "committee" ? entry.event.committee : charge;
    if (entry.by === "committee") charge = chargeAfter(charge, entry);
    const digest = chain.digests[index];
    if (entry.by === "reporter" || by !== committee || digest === undefined) return [];
    const event = entry.by === "committee" ? entry.event : { type: "MadeFormal" as const, on: entry.on };
    return [{ place: entry.sequence, type: event.type, on: event.on, digest }];
  });
}

function chargeAfter(
  charge: CommitteeId,
  { event }: Extract<VerifiedEntry, { by: "committee" }>,
): CommitteeId {
  if (event.type === "Transferred") return event.to;
  return event.type === "TakenOver" ? event.committee : charge;
}

function faultsOf(made: Made, acts: readonly CheckedEntry[]): readonly CaseAuditFault[] {
  const { place } = made;
  const said = acts.flatMap(({ act }) => (act?.entry === made.digest ? [act] : []));
  if (said.length === 0) return [{ kind: "act-missing", place }];
  if (said.length > 1) return [{ kind: "act-twice", place }];
  const agrees = said.every(({ act, on }) => act === made.type && on === made.on);
  return agrees ? [] : [{ kind: "act-differs", place }];
}

function unknownActs(
  { entries }: AuditLog,
  { row, chain }: CaseFile,
  known: number,
): readonly CaseAuditFault[] {
  const digests = new Set(chain.digests);
  return entries.slice(0, known).flatMap(({ sequence, act }) => {
    if (act?.case !== row.case || act.entry === null || digests.has(act.entry)) return [];
    return [{ kind: "act-unknown" as const, sequence }];
  });
}

/**
 * Behind a fault of the history nothing of it is known. And a superior may have been shut out of the case while it was the
 * superior's own: what the log then keeps back is not missing.
 */
function mayBeJudged(fault: CaseAuditFault, log: AuditLog, { as, chain }: CaseFile): boolean {
  if (fault.kind === "act-unknown") return chain.fault === null;
  if (fault.kind !== "act-missing" || as === "officer") return true;
  return log.entries.every(({ proof }) => proof !== "withheld");
}
