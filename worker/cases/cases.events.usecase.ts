import type { AppendEventRequest } from "../../src/api/officer.schema.ts";
import type { CaseId, KeyId } from "../../src/domain/ids.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import {
  movesToCommittee,
  type OfficerEvent,
  parseOfficerAct,
  parseOfficerEvent,
} from "../../src/envelope/officer-event.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { insertSealed } from "../reports/reports.repository.ts";
import { attempts, isLogged } from "./cases.audit.ts";
import { linkChain, officerEntryDigest } from "./cases.chain.ts";
import { answerConflict, answerDone, type Appended, commit, type Opens } from "./cases.commit.ts";
import {
  actorFor,
  checkEvent,
  checkReaders,
  decideEvent,
  type Proposal,
  readMessage,
} from "./cases.events.checks.ts";
import { checkRekeying, readRekeying, type RekeyingEvent, writeRekeying } from "./cases.rekey.ts";
import { selectEntry } from "./cases.repository.ts";
import { createSealedRows } from "./cases.sealed.ts";
import { type Desk, meetCase, type SeenCase } from "./cases.sight.ts";

/**
 * Appends what an officer did to the chain of a case, all in one batch: what time had done, the signed event, its message,
 * what follows from it, and the audit log's entry. Sent again after a lost answer, it is answered as the first time.
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
  const message = await readMessage(request, event);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const seen = await meetCase(platform, source, desk, id);
    if (await isDone(platform, desk, id, { event, request, act }))
      return answerDone(platform, source, desk, id, doneBy(event));
    if (seen === undefined) return refuse("not-found");
    if (!isNext(seen, event)) return answerConflict(platform, source, desk, id);
    const outcome = await tryOnce(platform, source, desk, { request, event, act, seen, message });
    if (outcome.kind === "refused") return outcome;
    if (outcome.kind === "written") return answerDone(platform, source, desk, id, doneBy(event));
  }
  return refuse("busy");
}

/**
 * Whether this very act was done, by whoever asks. Two officers of a committee who do the same at once sign the same event:
 * for the second it is a conflict, because only the first is in the log.
 */
async function isDone(
  platform: Platform,
  { session }: Desk,
  id: CaseId,
  { event, request, act }: Pick<Proposal, "event" | "request" | "act">,
): Promise<boolean> {
  const [entries] = await platform.database.read(selectEntry(id, event.sequence));
  const [entry] = entries;
  if (entry?.event !== request.event || entry.signature !== request.signature) return false;
  const signed = { act, text: request.act, signature: request.actSignature };
  return isLogged(platform, { officer: session.id, on: id }, signed);
}

function doneBy({ sequence, type }: OfficerEvent): { readonly sequence: number; readonly opens: Opens } {
  if (type === "Opened") return { sequence, opens: "officer" };
  return { sequence, opens: type === "OpenedBySuperior" ? "superior" : null };
}

function isNext({ row }: SeenCase, { sequence, previous }: OfficerEvent): boolean {
  return sequence === row.sequence + 1 && previous === row.chain;
}

/** Judges an act against the case as it is, and writes it. */
async function tryOnce(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  proposal: Proposal,
): Promise<Awaited<ReturnType<typeof commit>> | Refusal> {
  const { event, request, act, seen, message } = proposal;
  const { row } = seen;
  const actor = actorFor(seen, event.committee);
  if (actor === undefined) return refuse("malformed");
  const rekeying = readRekeying(proposal);
  const refusal = await checkEvent(source, desk, proposal);
  if (refusal !== undefined) return refusal;
  const decision = decideEvent(proposal, desk, actor);
  if (decision.kind === "refused") return refuse("refused");
  const { after } = decision;
  const readers = {
    committee: row.committee,
    key: rekeying === null ? row.case_key : rekeying.event.key,
    superior: after.superior,
  };
  const wrongReaders =
    message === null ? undefined : await checkReaders(source, desk, message.header, readers);
  if (wrongReaders !== undefined) return wrongReaders;
  const wrongRekey =
    rekeying === null ? undefined : await checkRekeying(platform, source, desk, proposal, rekeying);
  if (wrongRekey !== undefined) return wrongRekey;
  const signature = fromBase64url(request.signature);
  const chain = await linkChain(event.previous, await officerEntryDigest(request.event, signature));
  const sealed =
    message === null
      ? null
      : await createSealedRows(platform.secrets, row.id, message.sealed, after.superior !== null);
  return commit(platform, {
    seen,
    after,
    act: { act, text: request.act, signature: request.actSignature },
    ...(rekeying === null ? {} : { columns: { case_key: caseKeyAfter(rekeying.event) } }),
    entry: {
      case_id: row.id,
      sequence: event.sequence,
      writer: "committee",
      type: event.type,
      done_on: event.on,
      event: request.event,
      signature: request.signature,
      message: event.message,
      since: null,
      chain,
    },
    besides: [
      ...(rekeying === null ? [] : writeRekeying(row, rekeying)),
      ...(sealed === null ? [] : insertSealed(sealed.core, sealed.slots)),
    ],
  });
}

/** Null: the committee that gets the case reads it with its own keys. */
function caseKeyAfter({ type, key }: RekeyingEvent): KeyId | null {
  return movesToCommittee(type) ? null : key;
}
