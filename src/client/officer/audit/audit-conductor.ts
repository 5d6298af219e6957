import type { Store } from "../conductor.ts";
import type { AuditOffice } from "./audit-office.ts";

/** What the pages can ask about who did what. */
export type AuditConductor = {
  /** Reads the chosen committee's log; `anew`: from its beginning. */
  askAudit(anew: boolean): void;
  /** Who did what on the case that is open. */
  askCaseAudit(): void;
};

/** Asks the office; undefined if it was left meanwhile. */
export type AskAudit = <Answer extends { readonly kind: string }>(
  question: (office: AuditOffice) => Promise<Answer>,
) => Promise<Answer | undefined>;

/** The part of the conductor that reads the log. */
export function createAuditConductor({ get, dispatch }: Store, ask: AskAudit): AuditConductor {
  async function askAudit(anew: boolean): Promise<void> {
    const { committee, audit } = get();
    if (committee === null || audit.loading) return;
    dispatch({ type: "audit-asked" });
    const reading = await ask((office) => office.audit(committee, anew));
    if (reading === undefined) return;
    if (get().committee === committee) dispatch({ type: "audit-answered", reading });
  }

  async function askCaseAudit(): Promise<void> {
    const { open } = get();
    if (open?.file == null) return;
    const { file, id } = open;
    dispatch({ type: "audit-asked" });
    const reading = await ask((office) => office.caseAudit(file));
    // What was asked of an older state of the case is asked again by the page, which sees the newer one.
    if (reading !== undefined) dispatch({ type: "case-audited", case: id, reading });
  }

  return {
    askAudit: (anew) => void askAudit(anew),
    askCaseAudit: () => void askCaseAudit(),
  };
}
