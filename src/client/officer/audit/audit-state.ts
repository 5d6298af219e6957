import type { CaseId } from "../../../domain/ids.ts";
import type { AuditLog, AuditReading } from "../../desk/audit.ts";
import type { CaseAudit, CaseAuditReading } from "../../desk/case-audit.ts";

export type AuditFailure = "unreachable" | "busy" | "no-roster" | "other";

/** What the screen knows of who did what. */
export type AuditState = {
  /** Whether the whole log is on the screen. */
  readonly shown: boolean;
  readonly loading: boolean;
  readonly failure: AuditFailure | null;
  readonly log: AuditLog | null;
  /** Of the case that was asked about last. */
  readonly ofCase: CaseAudit | null;
};

/** What happens to it. */
export type AuditEvent =
  | { readonly type: "audit-shown"; readonly shown: boolean }
  | { readonly type: "audit-asked" }
  | { readonly type: "audit-answered"; readonly reading: AuditReading }
  | { readonly type: "case-audited"; readonly case: CaseId; readonly reading: CaseAuditReading };

/** Nothing was asked yet. */
export const noAudit: AuditState = {
  shown: false,
  loading: false,
  failure: null,
  log: null,
  ofCase: null,
};

/** What is known after an event. While something is asked again the old stays on the screen. */
export function reduceAudit(audit: AuditState, event: AuditEvent): AuditState {
  switch (event.type) {
    case "audit-shown":
      return { ...audit, shown: event.shown };
    case "audit-asked":
      return { ...audit, loading: true, failure: null };
    case "audit-answered":
      return event.reading.kind === "audit"
        ? { ...audit, loading: false, log: event.reading.log }
        : { ...audit, loading: false, failure: failureOf(event.reading) };
    case "case-audited":
      return event.reading.kind === "case-audit"
        ? { ...audit, loading: false, ofCase: event.reading.audit, log: event.reading.audit.log }
        : { ...audit, loading: false, failure: failureOf(event.reading) };
    default:
      return event satisfies never;
  }
}

function failureOf(reading: Exclude<AuditReading, { kind: "audit" }>): AuditFailure {
  if (reading.kind !== "refused") return reading.kind;
  return reading.code === "busy" ? "busy" : "other";
}
