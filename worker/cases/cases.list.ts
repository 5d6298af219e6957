import type { CaseList, ListChanges, ListMark, UrgentList } from "../../src/api/officer.schema.ts";
import type { CaseId, CommitteeId } from "../../src/domain/ids.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { type Refusal, refuse } from "../http/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { toCaseLine } from "./cases.codecs.ts";
import {
  countArrived,
  type ListQuestion,
  selectChanged,
  selectDepartures,
  selectLines,
  selectRevision,
  selectUrgent,
} from "./cases.list.repository.ts";
import { isOfCommittee, selectCommitteesOf } from "./cases.repository.ts";
import type { Desk } from "./cases.sight.ts";

/** Lines of a page: with their sealed entries some 800 kB. */
const pageLength = 1000;
/** What a desk shows first: two and a half pages of its list. */
const urgentLength = 50;

/** A page of a committee's list. A committee that is not the officer's own is not there. */
export async function listCases(
  platform: Platform,
  desk: Desk,
  committee: CommitteeId,
  after: CaseId | null,
): Promise<CaseList | Refusal> {
  const question = questionOf(desk, committee);
  const [memberships, revisions, arrivals, rows] = await platform.database.read(
    selectCommitteesOf(desk.session.id),
    selectRevision(question),
    countArrived(question),
    selectLines(question, after, pageLength),
  );
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  return {
    today: desk.moment.today,
    mark: markOf(desk, revisions, arrivals),
    cases: rows.map(toCaseLine),
    next: rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** The most urgent of a committee's list. */
export async function listUrgent(
  platform: Platform,
  desk: Desk,
  committee: CommitteeId,
): Promise<UrgentList | Refusal> {
  const [memberships, rows] = await platform.database.read(
    selectCommitteesOf(desk.session.id),
    selectUrgent(questionOf(desk, committee), urgentLength),
  );
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  return { today: desk.moment.today, cases: rows.map(toCaseLine) };
}

/** What is new in a committee's list after a mark. The same mark again: nothing. */
export async function listChanges(
  platform: Platform,
  desk: Desk,
  committee: CommitteeId,
  known: ListMark,
): Promise<ListChanges | Refusal> {
  const question = questionOf(desk, committee);
  const [memberships, revisions, arrivals] = await platform.database.read(
    selectCommitteesOf(desk.session.id),
    selectRevision(question),
    countArrived(question),
  );
  if (!isOfCommittee(memberships, committee)) return refuse("not-found");
  const mark = markOf(desk, revisions, arrivals);
  const same = { today: desk.moment.today, mark, changed: [], gone: [] };
  if (isSameMark(mark, known)) return same;
  const after = { revision: known.revision, since: arrivedSince(known, mark) };
  const [rows, departures] = await platform.database.read(
    selectChanged(question, after),
    selectDepartures(question, known.revision),
  );
  return { ...same, changed: rows.map(toCaseLine), gone: departures.map(({ case_id }) => case_id) };
}

function questionOf({ session, until }: Desk, committee: CommitteeId): ListQuestion {
  return { officer: session.id, committee, until };
}

function markOf(
  { until }: Desk,
  revisions: readonly { readonly revision: number }[],
  arrivals: readonly { readonly count: number }[],
): ListMark {
  return { revision: revisions[0]?.revision ?? 0, until, arrived: arrivals[0]?.count ?? 0 };
}

function isSameMark(a: ListMark, b: ListMark): boolean {
  return a.revision === b.revision && a.until === b.until && a.arrived === b.arrived;
}

/**
 * From which release day on letters are new to who knew the mark. Where letters are released at once the day of the
 * mark itself may have got more; null: none came. A demonstration's day may go back: then nothing is newer.
 */
function arrivedSince(known: ListMark, now: ListMark): ListMark["until"] | null {
  if (now.until === known.until) return now.arrived === known.arrived ? null : known.until;
  return now.until < known.until ? now.until : addDays(known.until, 1);
}
