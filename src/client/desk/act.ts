import {
  type AppendEventRequest,
  caseActedSchema,
  type CaseDetail,
  caseDetailSchema,
  conflictSchema,
  letterReadSchema,
  type SealedForReader,
} from "../../api/officer.schema.ts";
import { entryDigest, reporterKeyDigest, signOfficerEvent, type SignedEvent } from "../../crypto/chain.ts";
import { sealCommitteeMessage } from "../../crypto/committee-message.ts";
import type { CommitteeKeys } from "../../crypto/committee-key.ts";
import type { SealedFor } from "../../crypto/envelope.open.ts";
import { sealIndexEntry } from "../../crypto/index-entry.ts";
import { publicHalves } from "../../crypto/key-record.ts";
import { signLabelled } from "../../crypto/labelled.ts";
import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { fromBase64url, toBase64url } from "../../envelope/base64url.ts";
import { type Bytes, toUtf8 } from "../../envelope/bytes.ts";
import { FormatError } from "../../envelope/format-error.ts";
import { labels } from "../../envelope/labels.ts";
import { type OfficerAct, type OfficerEvent, writeOfficerAct } from "../../envelope/officer-event.ts";
import type { KeyRecord } from "../../api/directory.schema.ts";
import { fetchKeyRecord, fetchSealingKeys, type KeyFault } from "../organisation.ts";
import { type Failure, jsonBody, readJson } from "../transport.ts";
import { type CaseFile, type FileReading, type LetterSource, readCaseFile } from "./case-file.ts";
import { type Desk, deskRequest } from "./session.ts";

/** What came of looking at a case or acting on it. `conflict`: somebody else was first; `file` is how it is now. */
export type CaseAnswer =
  | FileReading
  | { readonly kind: "conflict"; readonly file: CaseFile }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  /** What the server sent is no case of ours. */
  | { readonly kind: "unreadable" }
  | Failure;

/** A case without its letter: nothing is opened, nothing recorded. */
export async function viewCase(desk: Desk, caseId: CaseId): Promise<CaseAnswer> {
  const answer = await deskRequest(desk, `/api/officer/cases/${caseId}`);
  if (answer.kind !== "answer") return answer;
  const detail = await readJson(answer.response, caseDetailSchema);
  return detail === undefined ? { kind: "unreadable" } : await fileOf(desk, detail, null);
}

/**
 * Opens a letter for the first time: signs `Opened`, and the ciphertext comes in the answer. Leaves the sealed
 * index entry behind, so that the list need not touch the letter again.
 */
export async function openLetterOfCase(desk: Desk, file: CaseFile): Promise<CaseAnswer> {
  return await withIndex(desk, await append(desk, file, "Opened", null));
}

/** Reads an opened letter again; the audit log says who did. */
export async function readLetterAgain(desk: Desk, file: CaseFile): Promise<CaseAnswer> {
  const { row, today } = file;
  const signed = signAct(desk, {
    act: "Read",
    case: row.case,
    committee: row.committee,
    on: today,
    entry: null,
  });
  const answer = await deskRequest(desk, `/api/officer/cases/${row.case}/readings`, jsonBody(signed));
  if (answer.kind !== "answer") return answer;
  const read = await readJson(answer.response, letterReadSchema);
  if (read === undefined) return { kind: "unreadable" };
  const viewed = await deskRequest(desk, `/api/officer/cases/${row.case}`);
  if (viewed.kind !== "answer") return viewed;
  const detail = await readJson(viewed.response, caseDetailSchema);
  if (detail === undefined) return { kind: "unreadable" };
  return await withIndex(desk, await fileOf(desk, detail, sealedFor(read.letter)));
}

/** Acknowledges with a message to the reporter (thông báo tiếp nhận). */
export async function acknowledge(desk: Desk, file: CaseFile, message: string): Promise<CaseAnswer> {
  return await append(desk, file, "Acknowledged", message);
}

/** Sends the reporter a message. */
export async function sendMessage(desk: Desk, file: CaseFile, message: string): Promise<CaseAnswer> {
  return await append(desk, file, "MessageSent", message);
}

async function append(
  desk: Desk,
  file: CaseFile,
  type: OfficerEvent["type"],
  message: string | null,
): Promise<CaseAnswer> {
  const held = desk.keyring.get(file.row.receiverKey);
  if (held === undefined) return { kind: "no-key" };
  const sealed = message === null ? null : await sealMessage(desk, file, message);
  if (sealed !== null && "kind" in sealed) return sealed;
  const signed = signEvent(file, held.keys, type, sealed?.digest ?? null);
  const body = appendRequest(desk, file, type, signed, sealed?.envelope ?? null);
  const answer = await deskRequest(desk, `/api/officer/cases/${file.row.case}/events`, jsonBody(body));
  if (answer.kind !== "answer") return answer;
  if (answer.response.status === 409) return await conflictOf(desk, file, answer.response);
  const acted = await readJson(answer.response, caseActedSchema);
  if (acted === undefined) return { kind: "unreadable" };
  return await fileOf(desk, acted.detail, acted.letter === null ? file.letter : sealedFor(acted.letter));
}

async function conflictOf(desk: Desk, file: CaseFile, response: Response): Promise<CaseAnswer> {
  const conflict = await readJson(response, conflictSchema);
  if (conflict === undefined) return { kind: "unreadable" };
  const reading = await fileOf(desk, conflict.detail, file.letter);
  return reading.kind === "file" ? { kind: "conflict", file: reading.file } : reading;
}

type SealedMessage = { readonly envelope: Bytes; readonly digest: Bytes };

async function sealMessage(desk: Desk, file: CaseFile, text: string): Promise<SealedMessage | CaseAnswer> {
  const { letter, row, chain } = file;
  if (letter === null) return { kind: "letter-damaged" };
  // Who the readers are stands in the letter, not in what the server says of it.
  const { receiver, fallback } = letter.header;
  const readers = await fetchSealingKeys(desk.transport, desk.organisation, receiver, fallback);
  if (readers.kind === "fault") return readers;
  const header = {
    v: 1 as const,
    case: row.case,
    committee: row.committee,
    sequence: chain.end.sequence + 1,
    previous: toBase64url(chain.end.chain),
    readerKey: readers.receiver.id,
    fallbackKey: readers.fallback?.id ?? null,
  };
  return sealCommitteeMessage(header, text, {
    receiver: publicHalves(readers.receiver).kem,
    fallback: readers.fallback === null ? null : publicHalves(readers.fallback).kem,
    reporter: letter.reporter.kem,
  });
}

function signEvent(
  { row, today, letter, chain }: CaseFile,
  keys: CommitteeKeys,
  type: OfficerEvent["type"],
  message: Bytes | null,
): SignedEvent {
  const event: OfficerEvent = {
    v: 1,
    case: row.case,
    committee: row.committee,
    key: keys.id,
    sequence: chain.end.sequence + 1,
    previous: toBase64url(chain.end.chain),
    type,
    on: today,
    reporter: letter === null ? null : reporterKeyDigest(letter.reporter.sign),
    message: message === null ? null : toBase64url(message),
  };
  return signOfficerEvent(event, keys.signSecret);
}

function appendRequest(
  desk: Desk,
  { row, today }: CaseFile,
  type: OfficerEvent["type"],
  signed: SignedEvent,
  envelope: Bytes | null,
): AppendEventRequest {
  const entry = toBase64url(entryDigest({ by: "committee", signed }));
  return {
    event: signed.event,
    signature: toBase64url(signed.signature),
    ...signAct(desk, { act: type, case: row.case, committee: row.committee, on: today, entry }),
    message: envelope === null ? null : toBase64url(envelope),
  };
}

type ActToSign = {
  readonly act: OfficerAct["act"];
  readonly case: CaseId;
  readonly committee: CommitteeId;
  readonly on: PlainDate;
  readonly entry: string | null;
};

function signAct(desk: Desk, act: ActToSign): { readonly act: string; readonly actSignature: string } {
  const text = writeOfficerAct({ ...act, v: 1, officer: desk.officer.id });
  const signature = signLabelled(desk.identity.sign.secret, labels.officerAct, toUtf8(text));
  return { act: text, actSignature: toBase64url(signature) };
}

function sealedFor(sealed: SealedForReader): SealedFor {
  return { core: fromBase64url(sealed.core), slot: fromBase64url(sealed.slot) };
}

async function fileOf(
  desk: Desk,
  detail: CaseDetail,
  letter: LetterSource,
): Promise<Exclude<CaseAnswer, { kind: "conflict" }>> {
  const record = await fetchKeyRecord(desk.transport, desk.organisation, detail.row.committee);
  if (record.kind === "fault") return record;
  return readFile(desk, record.record, detail, letter);
}

function readFile(
  desk: Desk,
  record: KeyRecord,
  detail: CaseDetail,
  letter: LetterSource,
): FileReading | { readonly kind: "unreadable" } {
  try {
    return readCaseFile(desk, record.keys, detail, letter);
  } catch (error) {
    if (error instanceof FormatError) return { kind: "unreadable" };
    throw error;
  }
}

/** After an opening: leaves the sealed index entry. If that fails the case is open all the same; the next reader tries again. */
async function withIndex(desk: Desk, answer: CaseAnswer): Promise<CaseAnswer> {
  if (answer.kind !== "file" || answer.file.letter === null) return answer;
  const { row, letter } = answer.file;
  const held = desk.keyring.get(row.receiverKey);
  if (held === undefined) return answer;
  const { unit, about } = letter.body.route;
  const { language, self, text } = letter.body;
  const place = { committee: row.committee, case: row.case };
  const entry = sealIndexEntry(
    { v: 1, unit, about, language, self, excerpt: text },
    place,
    held.keys.indexKey,
  );
  const body = JSON.stringify({ entry: toBase64url(entry) });
  const headers = { "content-type": "application/json" };
  await deskRequest(desk, `/api/officer/cases/${row.case}/index`, { method: "PUT", headers, body });
  return answer;
}
