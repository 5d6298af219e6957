import {
  type AppendEventRequest,
  caseActedSchema,
  conflictSchema,
  type ShowStatementRequest,
} from "../../api/officer.schema.ts";
import { entryDigest, type SignedEvent } from "../../crypto/chain.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import type { OfficerAct } from "../../envelope/officer-event.ts";
import { jsonBody, readJson } from "../transport.ts";
import type { CaseAnswer } from "./act.ts";
import { sealedFor } from "./case-entries.ts";
import { actingCommittee, type CaseFile } from "./case-file.ts";
import { fileOf, heldLetter } from "./case-reading.ts";
import { leaveEntries } from "./index-row.ts";
import { findOrderObstacle } from "./obstacles.ts";
import type { EventOrder } from "./order-content.ts";
import { signOrder } from "./order-event.ts";
import type { Order } from "./orders.ts";
import { isLetterKeyGone, readLetterToRekey, rekeyingOf } from "./rekey.ts";
import { requestRoster } from "./rosters.ts";
import { type Desk, deskRequest } from "./session.ts";
import { signAct, type SignedAct } from "./signed-act.ts";
import { findStatement } from "./statements.ts";

/**
 * Does what an officer orders: asks the rules once more, seals what is to be sealed, seals the case anew where other people
 * read it from then on, signs, and sends. The answer is the case as it is afterwards, by whoever's doing.
 */
export async function carryOut(desk: Desk, file: CaseFile, order: Order): Promise<CaseAnswer> {
  if (concernsReaders(order)) {
    const fetched = await requestRoster(desk, file.state.committee);
    if (fetched.kind === "fault") return fetched;
  }
  const obstacle = findOrderObstacle(desk, file, order);
  if (obstacle !== null) return { kind: "obstacle", obstacle };
  if (order.command === "make-formal") return await showStatement(desk, file, order.sequence);
  if (!isLetterKeyGone(desk, file, order)) return await appendEvent(desk, file, order);
  const reading = await readLetterToRekey(desk, file);
  // Held against the rules again. It cannot come to this twice: what was just opened has a key that is here.
  return reading.kind === "file" ? await carryOut(desk, reading.file, order) : reading;
}

/** Of all notes alike, although only some are about an officer: what is asked for must not tell which. */
function concernsReaders(order: Order): boolean {
  return order.command === "hand-over" || order.command === "recuse" || order.command === "note";
}

async function appendEvent(desk: Desk, file: CaseFile, order: EventOrder): Promise<CaseAnswer> {
  const outcome = await rekeyingOf(desk, file, order);
  if (outcome.kind === "fault" || outcome.kind === "letter-damaged") return outcome;
  const rekeying = outcome.kind === "rekeying" ? outcome.rekeying : null;
  const signing = await signOrder(desk, file, order, rekeying);
  if (signing.kind !== "signed") return signing;
  const { signed, type, envelope } = signing;
  const request: AppendEventRequest = {
    ...signedPart(signed),
    ...actOn(desk, file, type, entryDigest({ by: "committee", signed })),
    message: envelope === null ? null : toBase64url(envelope),
    rekey: rekeying?.rekey ?? null,
  };
  const answer = await post(desk, file, "events", request);
  if (answer.kind !== "acted") return answer;
  if (order.command === "transfer" || order.command === "recuse") return { kind: "left" };
  return await readAndLeave(desk, answer.read);
}

/** The case after an act, with its line in the list brought up to it. */
async function readAndLeave(desk: Desk, read: () => Promise<CaseAnswer>): Promise<CaseAnswer> {
  const reading = await read();
  if (reading.kind === "file") void leaveEntries(desk, reading.file);
  return reading;
}

function signedPart({ event, signature }: SignedEvent) {
  return { event, signature: toBase64url(signature) };
}

/** What the audit log gets to know. */
function actOn(desk: Desk, file: CaseFile, act: OfficerAct["act"], entry: Uint8Array): SignedAct {
  const { row, today, state } = file;
  const committee = actingCommittee(file) ?? state.committee;
  return signAct(desk, { act, case: row.case, committee, on: today, entry: toBase64url(entry) });
}

async function showStatement(desk: Desk, file: CaseFile, sequence: number): Promise<CaseAnswer> {
  const found = findStatement(file, sequence);
  if (found === undefined) return { kind: "obstacle", obstacle: { by: "reader", reason: "no-statement" } };
  const entry = entryDigest({ by: "statement", on: file.today, ...found.signed });
  const request: ShowStatementRequest = {
    statement: found.signed.statement,
    signature: toBase64url(found.signed.signature),
    sequence: file.chain.end.sequence,
    ...actOn(desk, file, "MadeFormal", entry),
  };
  const answer = await post(desk, file, "statements", request);
  return answer.kind === "acted" ? await readAndLeave(desk, answer.read) : answer;
}

type Posted = CaseAnswer | { readonly kind: "acted"; readonly read: () => Promise<CaseAnswer> };

/** Sends an act. What the case has become is read only if it is still this desk's. */
async function post(
  desk: Desk,
  file: CaseFile,
  to: "events" | "statements",
  request: AppendEventRequest | ShowStatementRequest,
): Promise<Posted> {
  const answer = await deskRequest(desk, `/api/officer/cases/${file.row.case}/${to}`, jsonBody(request));
  if (answer.kind !== "answer") return answer;
  const { response } = answer;
  if (response.status === 409) return await conflictOf(desk, file, response);
  const read = async (): Promise<CaseAnswer> => {
    const acted = await readJson(response, caseActedSchema);
    if (acted === undefined) return { kind: "unreadable" };
    return await fileOf(
      desk,
      file.row.case,
      acted.detail,
      acted.letter === null ? heldLetter(file) : sealedFor(acted.letter),
    );
  };
  return { kind: "acted", read };
}

async function conflictOf(desk: Desk, file: CaseFile, response: Response): Promise<CaseAnswer> {
  const conflict = await readJson(response, conflictSchema);
  if (conflict === undefined) return { kind: "unreadable" };
  const reading = await fileOf(desk, file.row.case, conflict.detail, heldLetter(file));
  return reading.kind === "file" ? { kind: "conflict", file: reading.file } : reading;
}
