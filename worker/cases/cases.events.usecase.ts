import type {
  AppendEventRequest,
  CaseActed,
  CaseDetail,
  SealedForReader,
} from "../../src/api/officer.schema.ts";
import { isStoppedBy } from "../../src/domain/case/case.clocks.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import { type OfficerEvent, parseOfficerAct, parseOfficerEvent } from "../../src/envelope/officer-event.ts";
import { auditKey, insertAudit, selectAuditEnd } from "../audit/audit.repository.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import { releaseMessages } from "../jobs/jobs.release.ts";
import type { Platform } from "../platform/platform.ts";
import { insertSealed } from "../reports/reports.repository.ts";
import { linkChain, officerEntryDigest } from "./cases.chain.ts";
import type { StoredCase } from "./cases.codecs.ts";
import { checkEvent, decideEvent, type Proposal, readMessage } from "./cases.events.checks.ts";
import { insertEntry, selectHistory, toEvents, updateProjection } from "./cases.history.ts";
import { projectCase } from "./cases.projection.ts";
import { selectEntry, selectRunningClocks, selectVisibleCase, stopClocks } from "./cases.repository.ts";
import { createSealedRows } from "./cases.sealed.ts";
import { auditAttempts, type Desk, getCase, getLetter, getStoredCase } from "./cases.usecases.ts";

/** What became of an officer's act. A conflict carries the case as it is now: somebody else was first. */
export type Appended =
  | { readonly kind: "acted"; readonly acted: CaseActed }
  | { readonly kind: "conflict"; readonly detail: CaseDetail }
  | Refusal;

/**
 * Appends what an officer did to the chain of a case, all in one batch: the signed event, its message, what follows
 * from it, and the audit log's entry. Sent again after a lost answer, it is answered as the first time.
 */
export async function appendEvent(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
  request: AppendEventRequest,
): Promise<Appended> {
  const event = parseOfficerEvent(request.event);
  const act = parseOfficerAct(request.act);
  const row = await getStoredCase(platform, desk, id);
  if (row === undefined) return refuse("not-found");
  // What the reporter wrote before this moment stands before it in the chain, even if the job is late.
  await releaseMessages(platform, source, id);
  const proposal: Proposal = { request, event, act, row, message: await readMessage(request, event) };
  const before = await standing(platform, desk, proposal);
  if (before !== "open") return answerFor(platform, desk, proposal, before);
  const refusal = await checkEvent(source, desk, proposal);
  if (refusal !== undefined) return refusal;
  return write(platform, desk, proposal);
}

/** Whether the event's place in the chain is open, taken by this very event, or taken by another. */
type Standing = "open" | "same" | "taken";

async function standing(
  { database }: Platform,
  desk: Desk,
  { event, request, row }: Proposal,
): Promise<Standing> {
  const [cases, entries] = await database.read(
    selectVisibleCase(desk.viewer, row.id),
    selectEntry(row.id, event.sequence),
  );
  const [now, entry] = [cases[0], entries[0]];
  if (entry !== undefined) {
    return entry.event === request.event && entry.signature === request.signature ? "same" : "taken";
  }
  const isNext = now !== undefined && event.sequence === now.sequence + 1 && event.previous === now.chain;
  return isNext ? "open" : "taken";
}

async function answerFor(
  platform: Platform,
  desk: Desk,
  { row, event }: Proposal,
  place: "same" | "taken",
): Promise<Appended> {
  const detail = await getCase(platform, desk, row.id);
  if (detail === undefined) return refuse("not-found");
  if (place === "taken") return { kind: "conflict", detail };
  return { kind: "acted", acted: { detail, letter: await letterAfter(platform, row, event) } };
}

/** Handing out the letter is what opening means. */
async function letterAfter(
  platform: Platform,
  row: StoredCase,
  event: OfficerEvent,
): Promise<SealedForReader | null> {
  return event.type === "Opened" ? getLetter(platform, row) : null;
}

async function write(platform: Platform, desk: Desk, proposal: Proposal): Promise<Appended> {
  for (let attempt = 0; attempt < auditAttempts; attempt++) {
    const outcome = await writeOnce(platform, desk, proposal);
    if (outcome.kind === "refused") return outcome;
    if (outcome.kind === "written") return answerFor(platform, desk, proposal, "same");
    // The place of the audit log was taken, not that of the case: only the log's end is read again.
    if (outcome.constraint === auditKey) continue;
    const place = await standing(platform, desk, proposal);
    return answerFor(platform, desk, proposal, place === "open" ? "taken" : place);
  }
  return refuse("busy");
}

async function writeOnce({ database, secrets }: Platform, desk: Desk, proposal: Proposal) {
  const { event, request, row, message } = proposal;
  const [history, clocks, ends] = await database.read(
    selectHistory(row.id),
    selectRunningClocks(row.id),
    selectAuditEnd(row.committee),
  );
  const events = toEvents(row, history.slice(0, event.sequence - 1));
  const decision = decideEvent(events, event, desk);
  if (decision.kind === "refused") return refuse("refused");
  const signature = fromBase64url(request.signature);
  const chain = await linkChain(event.previous, await officerEntryDigest(request.event, signature));
  const stopped = clocks.filter((clock) => isStoppedBy(clock, event.type)).map(({ name }) => name);
  const sealed =
    message === null ? null : await createSealedRows(secrets, row.id, message, row.fallback !== null);
  return database.write(
    insertEntry({
      case_id: row.id,
      sequence: event.sequence,
      writer: "committee",
      type: event.type,
      done_on: event.on,
      event: request.event,
      signature: request.signature,
      message: event.message,
      chain,
    }),
    ...(sealed === null ? [] : insertSealed(sealed.core, sealed.slots)),
    updateProjection(row.id, {
      ...projectCase([...events, decision.event]),
      sequence: event.sequence,
      chain,
    }),
    ...(stopped.length === 0 ? [] : [stopClocks(row.id, stopped, event.on)]),
    await insertAudit(ends[0], {
      committee: row.committee,
      officer: desk.session.id,
      case_id: row.id,
      act: request.act,
      signature: request.actSignature,
    }),
  );
}
