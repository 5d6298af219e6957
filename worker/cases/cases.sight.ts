import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import type { Directory, DirectorySource } from "../committees/committees.directory.ts";
import type { Session } from "../officers/officers.usecases.ts";
import type { Moment, Platform } from "../platform/platform.ts";
import { attempts } from "./cases.audit.ts";
import { type BroughtCase, bringCase, hasMoved, toCaseWrite } from "./cases.bring.ts";
import { writeCases } from "./cases.batch.ts";
import type { SeenAs, StoredCase } from "./cases.codecs.ts";
import { lastReleaseDay } from "./cases.release.ts";
import { selectCase, selectCommitteesOf, selectDueMessages, selectStoredCase } from "./cases.repository.ts";
import { isSeenBySuperior } from "./cases.state.ts";

/** What an officer's request is judged by: who, what time it is, and which directory holds. */
export type Desk = {
  readonly session: Session;
  readonly moment: Moment;
  /** The last day whose release has taken place. */
  readonly until: PlainDate;
  readonly directory: Directory;
};

/** Reads the clock and the directory once for a whole request. */
export async function openDesk(
  { clock }: Platform,
  source: DirectorySource,
  session: Session,
): Promise<Desk> {
  const moment = await clock.read();
  const directory = await source.get();
  return { session, moment, directory, until: lastReleaseDay(moment, directory.payload.releaseHour) };
}

/** A case, as it is stored and as it is today, that an officer may see. */
export type SeenCase = {
  readonly row: StoredCase;
  readonly as: SeenAs;
  readonly today: BroughtCase;
  /** Those of the officer. */
  readonly committees: readonly CommitteeId[];
};

/**
 * The case, if it is the officer's to see: of the committee in charge, unless it has a key of its own that was not wrapped
 * to them; or of the superior, once it is late, was handed up, or the reporter asked. Undefined for everybody else,
 * and what is undefined does not exist.
 */
export async function seeCase(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
): Promise<SeenCase | undefined> {
  const stored = await readCase(platform, source, desk, id);
  const as = stored === undefined ? undefined : sightOf(stored);
  return stored === undefined || as === undefined ? undefined : { ...stored, as };
}

/**
 * As `seeCase`, and whatever of the reporter's is due stands in the chain before the officer acts: what was written before
 * this moment comes before it, even if the job is late. What time did is only reckoned, and written with the act.
 */
export async function meetCase(
  platform: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
): Promise<SeenCase | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const seen = await seeCase(platform, source, desk, id);
    if (seen === undefined || seen.today.placed.length === 0) return seen;
    await platform.database.write(...writeCases([await toCaseWrite(seen.today)]));
  }
  throw new Error("a case never stands still");
}

/** Brings the case of a reporter to the day and writes it down. Safe to call at any time and any number of times. */
export async function settleCase(platform: Platform, source: DirectorySource, id: CaseId): Promise<void> {
  const moment = await platform.clock.read();
  const directory = await source.get();
  const until = lastReleaseDay(moment, directory.payload.releaseHour);
  const [rows, due] = await platform.database.read(selectStoredCase(id), selectDueMessages(id, until));
  if (rows[0] === undefined) return;
  const brought = await bringCase(source, directory, rows[0], due, moment.today);
  if (hasMoved(brought)) await platform.database.write(...writeCases([await toCaseWrite(brought)]));
}

async function readCase(
  { database }: Platform,
  source: DirectorySource,
  desk: Desk,
  id: CaseId,
): Promise<Omit<SeenCase, "as"> | undefined> {
  const { session, until, directory, moment } = desk;
  const [rows, memberships, due] = await database.read(
    selectCase(session.id, id),
    selectCommitteesOf(session.id),
    selectDueMessages(id, until),
  );
  const row = rows[0];
  if (row === undefined || row.released_on > until) return undefined;
  const today = await bringCase(source, directory, row, due, moment.today);
  return { row, today, committees: memberships.map(({ committee }) => committee) };
}

function sightOf({ row, today, committees }: Omit<SeenCase, "as">): SeenAs | undefined {
  const isReader = row.case_key === null || row.wrap !== null;
  if (committees.includes(row.committee) && isReader) return "officer";
  const isAbove = row.fallback !== null && committees.includes(row.fallback);
  return isAbove && isSeenBySuperior(today.state) ? "superior" : undefined;
}
