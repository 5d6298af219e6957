import { type CaseDetail, caseDetailSchema, letterReadSchema } from "../../api/officer.schema.ts";
import type { CaseId } from "../../domain/ids.ts";
import { fetchRecordsOf, type KeyFault } from "../organisation.ts";
import { type Failure, jsonBody, readJson } from "../transport.ts";
import { actingCommittee, type CaseFile, type FileReading } from "./case-file.ts";
import { sealedFor } from "./case-entries.ts";
import { fileOf, heldLetter } from "./case-reading.ts";
import { leaveEntries } from "./index-row.ts";
import type { OrderObstacle } from "./obstacles.ts";
import { type Desk, deskRequest } from "./session.ts";
import { signAct } from "./signed-act.ts";

/** What came of looking at a case or acting on it. `conflict`: somebody else was first; `file` is how it is now. */
export type CaseAnswer =
  | FileReading
  | { readonly kind: "conflict"; readonly file: CaseFile }
  /** It is done, and with it the case has left this desk: passed on, or stepped aside from. */
  | { readonly kind: "left" }
  /** Nothing was sent: it may not be done. */
  | { readonly kind: "obstacle"; readonly obstacle: OrderObstacle }
  | { readonly kind: "fault"; readonly fault: KeyFault }
  /** What the server sent is no case of ours. */
  | { readonly kind: "unreadable" }
  | Failure;

/** A case without its letter: nothing is opened, nothing recorded. */
export async function viewCase(desk: Desk, caseId: CaseId): Promise<CaseAnswer> {
  const detail = await fetchDetail(desk, caseId);
  return "kind" in detail ? detail : await fileOf(desk, caseId, detail, null);
}

/** A case that is open on the screen as it is now, with the letter that was read: it is not read again. */
export async function renewCase(desk: Desk, file: CaseFile): Promise<CaseAnswer> {
  const detail = await fetchDetail(desk, file.row.case);
  return "kind" in detail ? detail : await fileOf(desk, file.row.case, detail, heldLetter(file));
}

/** Reads an opened letter again; the audit log says who did. */
export async function readLetterAgain(desk: Desk, file: CaseFile): Promise<CaseAnswer> {
  const { row, today } = file;
  const committee = actingCommittee(file);
  if (committee === null) return { kind: "no-key" };
  const act = signAct(desk, { act: "Read", case: row.case, committee, on: today, entry: null });
  // Who had signed so far will be asked about again: their keys come while the letter does.
  const records = fetchRecordsOf(desk.transport, desk.organisation, [...file.records.keys()]);
  const answer = await deskRequest(desk, `/api/officer/cases/${row.case}/readings`, jsonBody(act));
  if (answer.kind !== "answer") return answer;
  const read = await readJson(answer.response, letterReadSchema);
  if (read === undefined) return { kind: "unreadable" };
  const reading = await fileOf(desk, row.case, read.detail, sealedFor(read.letter), await records);
  if (reading.kind === "file") void leaveEntries(desk, reading.file);
  return reading;
}

async function fetchDetail(
  desk: Desk,
  caseId: CaseId,
): Promise<CaseDetail | Failure | { readonly kind: "unreadable" }> {
  const answer = await deskRequest(desk, `/api/officer/cases/${caseId}`);
  if (answer.kind !== "answer") return answer;
  return (await readJson(answer.response, caseDetailSchema)) ?? { kind: "unreadable" };
}
