import type { BookChange } from "../../desk/book-changes.ts";
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

/** The part of the conductor that reads the log. `changeBook`: where the log ended goes into the officer's own book. */
export function createAuditConductor(
  { get, dispatch }: Store,
  ask: AskAudit,
  changeBook: (change: BookChange) => void,
): AuditConductor {
  /** Who has closed the page meanwhile, or sits at another machine, must not be shown a shorter log either. */
  async function keepHeads(): Promise<void> {
    const known = await ask(async (office) => ({ kind: "heads" as const, heads: office.heads() }));
    const { heads: kept } = get().triage.book.page;
    for (const head of known?.heads ?? []) {
      const before = kept.find(({ committee }) => committee === head.committee);
      if (head.place > (before?.place ?? 0)) changeBook({ kind: "head-seen", head });
    }
  }

  async function askAudit(anew: boolean): Promise<void> {
    const { committee, audit } = get();
    if (committee === null || audit.loading) return;
    dispatch({ type: "audit-asked" });
    const reading = await ask((office) => office.audit(committee, anew));
    if (reading === undefined) return;
    if (get().committee === committee) dispatch({ type: "audit-answered", reading });
    await keepHeads();
  }

  async function askCaseAudit(): Promise<void> {
    const { open } = get();
    if (open?.file == null) return;
    const { file, id } = open;
    dispatch({ type: "audit-asked" });
    const reading = await ask((office) => office.caseAudit(file));
    // What was asked of an older state of the case is asked again by the page, which sees the newer one.
    if (reading === undefined) return;
    dispatch({ type: "case-audited", case: id, reading });
    await keepHeads();
  }

  return {
    askAudit: (anew) => void askAudit(anew),
    askCaseAudit: () => void askCaseAudit(),
  };
}
