import type {
  CaseDetail,
  CaseList,
  ReadLetterRequest,
  SealedForReader,
} from "../../src/api/officer.schema.ts";
import type { Law } from "../../src/domain/clocks.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { fromBase64urlOf } from "../../src/envelope/base64url.ts";
import { parseOfficerAct } from "../../src/envelope/officer-event.ts";
import { indexEntryBytes } from "../../src/envelope/sizes.ts";
import { auditKey, insertAudit, selectAuditEnd } from "../audit/audit.repository.ts";
import type { DirectorySource } from "../committees/committees.directory.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Session } from "../officers/officers.usecases.ts";
import type { Moment, Platform } from "../platform/platform.ts";
import { checkAct } from "./cases.acts.ts";
import { type StoredCase, toCaseDetail, toCaseRow } from "./cases.codecs.ts";
import { lastReleaseDay } from "./cases.release.ts";
import {
  putIndexEntry,
  selectEntriesForReceiver,
  selectForReceiver,
  selectMembership,
  selectVisibleCase,
  selectVisibleCases,
  type Viewer,
} from "./cases.repository.ts";

/** Cases of a page: with their index entries some 600 kB. */
const pageLength = 500;

/** How often another officer of the same committee may write in between before we give up. */
export const auditAttempts = 8;

/** What an officer's request is judged by: who, what time it is, and which law holds. */
export type Desk = {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly moment: Moment;
  readonly law: Law;
};

/** Reads the clock once for a whole request. */
export async function openDesk(
  { clock }: Platform,
  source: DirectorySource,
  session: Session,
): Promise<Desk> {
  const moment = await clock.read();
  const { payload, law } = await source.get();
  const until = lastReleaseDay(moment, payload.releaseHour);
  return { session, moment, law, viewer: { officer: session.id, until } };
}

/** A page of a committee's cases. A committee that is not the officer's own is not there. */
export async function listCases(
  { database }: Platform,
  desk: Desk,
  committee: CommitteeId,
  after: CaseId | null,
): Promise<CaseList | Refusal> {
  const [member, rows] = await database.read(
    selectMembership(desk.session.id, committee),
    selectVisibleCases(desk.viewer, committee, after, pageLength),
  );
  if (member.length === 0) return refuse("not-found");
  const next = rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null;
  return { today: desk.moment.today, cases: rows.map(toCaseRow), next };
}

/** A case in full, undefined if it is not the officer's to see. */
export async function getCase(
  { database }: Platform,
  desk: Desk,
  id: CaseId,
): Promise<CaseDetail | undefined> {
  const [found, entries] = await database.read(
    selectVisibleCase(desk.viewer, id),
    selectEntriesForReceiver(id),
  );
  return found[0] && toCaseDetail(desk.moment.today, found[0], entries);
}

/** The case's row alone. */
export async function getStoredCase(
  { database }: Platform,
  desk: Desk,
  id: CaseId,
): Promise<StoredCase | undefined> {
  const [found] = await database.read(selectVisibleCase(desk.viewer, id));
  return found[0];
}

/** The letter with the one slot that this side may have. */
export async function getLetter({ database }: Platform, row: StoredCase): Promise<SealedForReader> {
  const [found] = await database.read(selectForReceiver(row.id, row.letter));
  if (found[0] === undefined) throw new Error("a stored case has no letter");
  return found[0];
}

/** Hands out an opened letter once more. The signed entry of the audit log is there before the letter leaves. */
export async function readLetter(
  platform: Platform,
  desk: Desk,
  id: CaseId,
  request: ReadLetterRequest,
): Promise<{ readonly kind: "read"; readonly letter: SealedForReader } | Refusal> {
  const row = await getStoredCase(platform, desk, id);
  if (row === undefined) return refuse("not-found");
  if (row.status === "sent") return refuse("refused");
  const act = parseOfficerAct(request.act);
  const expected = { act: "Read", entry: null, on: desk.moment.today } as const;
  const refusal = await checkAct(desk.session, row, act, request, expected);
  if (refusal !== undefined) return refusal;
  for (let attempt = 0; attempt < auditAttempts; attempt++) {
    const [end] = await platform.database.read(selectAuditEnd(row.committee));
    const audit = await insertAudit(end[0], {
      committee: row.committee,
      officer: desk.session.id,
      case_id: row.id,
      act: request.act,
      signature: request.actSignature,
    });
    const outcome = await platform.database.write(audit);
    if (outcome.kind === "written") return { kind: "read", letter: await getLetter(platform, row) };
    if (outcome.constraint !== auditKey) throw new Error("an audit entry was refused");
  }
  return refuse("busy");
}

/** Puts the sealed index entry of a case. Its one length is checked here: the list must not show who wrote more. */
export async function putIndex(
  platform: Platform,
  desk: Desk,
  id: CaseId,
  entry: string,
): Promise<{ readonly kind: "put" } | Refusal> {
  fromBase64urlOf(indexEntryBytes, entry);
  const row = await getStoredCase(platform, desk, id);
  if (row === undefined) return refuse("not-found");
  await platform.database.write(putIndexEntry({ case_id: row.id, entry }));
  return { kind: "put" };
}
