import { limitOf } from "../../domain/clocks.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { ClockName } from "../../domain/policy.ts";
import type { CarriedStatus } from "../../envelope/carried.ts";
import type { CaseRow } from "../../api/officer.schema.ts";
import type { ListedCase, RunningClock } from "../desk/case-list.ts";

export const dutyGroups = ["due-today", "overdue", "to-open", "reporter-wrote", "near", "running"] as const;
/** Headings of the duty list, the most urgent first: what can still be kept today stands before what is late. */
export type DutyGroup = (typeof dutyGroups)[number];

export const filters = ["all", "to-open", "to-acknowledge", "to-answer", "answered"] as const;
export type Filter = (typeof filters)[number];

/** A line of the list, with what is next to do and how urgent that is. */
export type Duty = {
  readonly listed: ListedCase;
  readonly group: DutyGroup;
  readonly step: Exclude<Filter, "all">;
  /** The limit of the next step; null only if the policy has no such clock. */
  readonly next: RunningClock | null;
  readonly reporterWaits: boolean;
  /** Acknowledged in time or not, the rule also asks for classification, and that is late. */
  readonly lateToClassify: boolean;
};

/** What is known of a case that was read in this session; a row has days only, and one day can hold both messages. */
export type Heard = ReadonlyMap<CaseId, { readonly sequence: number; readonly reporterWaits: boolean }>;

/** The limit that the next step has to keep. An acknowledgement does not stop the acknowledge clock, but ends that step. */
const clockOfStep = {
  sent: "first-open",
  opened: "acknowledge",
  acknowledged: "result",
} as const satisfies Record<CarriedStatus, ClockName>;

/** The clock of the next step in a case with this status. */
export function nextClock(status: CarriedStatus, clocks: readonly RunningClock[]): RunningClock | null {
  return clocks.find(({ clock }) => clock.name === clockOfStep[status]) ?? null;
}

/** A list's line as a duty on a day. */
export function dutyOf(listed: ListedCase, today: PlainDate, heard: Heard): Duty {
  const { row, clocks } = listed;
  const next = nextClock(row.status, clocks);
  const reporterWaits = isReporterWaiting(row, heard);
  return {
    listed,
    next,
    reporterWaits,
    group: groupOf(row, next, reporterWaits, today),
    step: stepOf(row, reporterWaits),
    lateToClassify:
      row.status === "acknowledged" &&
      clocks.some(({ clock, state }) => clock.name === "acknowledge" && state.kind === "overdue"),
  };
}

function isReporterWaiting(row: CaseRow, heard: Heard): boolean {
  const known = heard.get(row.case);
  if (known?.sequence === row.sequence) return known.reporterWaits;
  if (row.reporterWroteOn === null) return false;
  const answeredOn = row.answeredOn ?? row.acknowledgedOn;
  // On one and the same day the order is not known: rather look twice than miss a message.
  return answeredOn === null || answeredOn <= row.reporterWroteOn;
}

function groupOf(
  row: CaseRow,
  next: RunningClock | null,
  reporterWaits: boolean,
  today: PlainDate,
): DutyGroup {
  if (next?.state.kind === "overdue") return "overdue";
  if (next !== null && limitOf(next.clock).on === today) return "due-today";
  if (row.status === "sent") return "to-open";
  if (reporterWaits) return "reporter-wrote";
  return next?.state.kind === "near" ? "near" : "running";
}

function stepOf(row: CaseRow, reporterWaits: boolean): Duty["step"] {
  if (row.status === "sent") return "to-open";
  if (row.status === "opened") return "to-acknowledge";
  return row.answeredOn === null || reporterWaits ? "to-answer" : "answered";
}

/** The duties, the most urgent first: by group, then by limit, then by how long they lie here. */
export function sortDuties(duties: readonly Duty[]): readonly Duty[] {
  const keyed = duties.map((duty) => ({ duty, key: sortKey(duty) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ duty }) => duty);
}

function sortKey({ group, next, listed }: Duty): string {
  const limit = next === null ? "9" : limitOf(next.clock).on;
  return `${dutyGroups.indexOf(group)} ${limit} ${listed.row.releasedOn} ${listed.row.case}`;
}

/** The duties that a filter lets through, in their order. */
export function filterDuties(duties: readonly Duty[], filter: Filter): readonly Duty[] {
  return filter === "all" ? duties : duties.filter(({ step }) => step === filter);
}

/** How many each filter would show. */
export function countDuties(duties: readonly Duty[]): Readonly<Record<Filter, number>> {
  const counts = { all: duties.length, "to-open": 0, "to-acknowledge": 0, "to-answer": 0, answered: 0 };
  for (const { step } of duties) counts[step] += 1;
  return counts;
}

/** How many a page of the list holds: so few that ten thousand cases cost no more than fifty. */
export const pageSize = 50;

/** A page of the list, its duties under their headings; each heading with the count of the whole group. */
export type DutyPage = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly sections: readonly {
    readonly group: DutyGroup;
    readonly count: number;
    readonly duties: readonly Duty[];
  }[];
};

/** The page with this number, from 0; the last one if there are not so many. */
export function pageOf(duties: readonly Duty[], page: number): DutyPage {
  const from = Math.min(page, lastPage(duties)) * pageSize;
  const shown = duties.slice(from, from + pageSize);
  const counts = countGroups(duties);
  const sections = dutyGroups
    .map((group) => ({
      group,
      count: counts[group],
      duties: shown.filter((duty) => duty.group === group),
    }))
    .filter(({ duties }) => duties.length > 0);
  return { from, to: from + shown.length, total: duties.length, sections };
}

function countGroups(duties: readonly Duty[]): Readonly<Record<DutyGroup, number>> {
  const counts = { "due-today": 0, overdue: 0, "to-open": 0, "reporter-wrote": 0, near: 0, running: 0 };
  for (const { group } of duties) counts[group] += 1;
  return counts;
}

/** Number of the last page, from 0. */
export function lastPage(duties: readonly Duty[]): number {
  return Math.max(0, Math.ceil(duties.length / pageSize) - 1);
}
