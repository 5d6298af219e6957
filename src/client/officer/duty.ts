import type { CaseLine } from "../../api/officer.schema.ts";
import type { CaseStatus } from "../../domain/case/case.ts";
import { bindingClocks } from "../../domain/case/case.clocks.ts";
import { type ClockState, limitOf } from "../../domain/clocks.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { ClockName } from "../../domain/policy.ts";
import type { ListedCase, RunningClock } from "../desk/case-list.ts";

export const dutyGroups = [
  "due-today",
  "overdue",
  "to-open",
  "reporter-wrote",
  "near",
  "to-close",
  "running",
  "ended",
] as const;
/** Headings of the duty list, the most urgent first: what can still be kept today stands before what is late. */
export type DutyGroup = (typeof dutyGroups)[number];

export const dutySteps = ["to-open", "to-sort", "to-resolve", "concluded", "ended"] as const;
/** How far a case is, as the list is filtered. Every case is in one of them. */
export type DutyStep = (typeof dutySteps)[number];

export const dutyMarks = ["overdue", "reporter-wrote", "escalated"] as const;
/** What cuts across the steps. */
export type DutyMark = (typeof dutyMarks)[number];

/** A line of the list, with what is next to do and how urgent that is. */
export type Duty = {
  readonly listed: ListedCase;
  readonly group: DutyGroup;
  readonly step: DutyStep;
  readonly marks: readonly DutyMark[];
  /** The limit of the next step; null where nothing is to be done, or the policy has no such clock. */
  readonly next: RunningClock | null;
  /** What else is late: a result that was due before anybody had classified the case. */
  readonly alsoLate: readonly RunningClock[];
};

/** The limit that the next step has to keep. An acknowledgement does not stop its clock: classification does. */
const clockOfStatus: Readonly<Record<CaseStatus, ClockName | null>> = {
  sent: "first-open",
  transferred: "first-open",
  opened: "acknowledge",
  acknowledged: "acknowledge",
  classified: "result",
  verifying: "result",
  concluded: "reporter-comment",
  closed: null,
  refused: null,
};

/** The clock of the next step. An explanation that is owed comes first: what it is about is late already. */
export function nextClock(status: CaseStatus, clocks: readonly RunningClock[]): RunningClock | null {
  const running = clocks.filter(isRunning);
  const owed = running.find(({ clock }) => clock.name === "explanation");
  return owed ?? stepClock(status, running);
}

/** The clock that the step itself stops, whatever else is owed. */
export function stepClock(status: CaseStatus, clocks: readonly RunningClock[]): RunningClock | null {
  return clocks.find((each) => isRunning(each) && each.clock.name === clockOfStatus[status]) ?? null;
}

/** Whether the clock still runs. */
export function isRunning({ state }: RunningClock): boolean {
  return state.kind !== "kept" && state.kind !== "missed";
}

/** Whether the committee has to keep the limit. The others only say until when something may still be done. */
export function isBinding({ clock }: Pick<RunningClock, "clock">): boolean {
  return bindingClocks.some((name) => name === clock.name);
}

/** Whether a limit that binds the committee has passed. */
export function isLate(running: RunningClock): boolean {
  return running.state.kind === "overdue" && isBinding(running);
}

/** Whether a limit that binds the committee ends today. On the reporter's last day there is nothing that could be done. */
export function isDueOn(running: RunningClock | null, today: PlainDate): boolean {
  return running !== null && isBinding(running) && limitOf(running.clock).on === today;
}

/** How much a clock presses. What binds nobody presses nobody, and nobody is late with it, however long it is over. */
export function urgencyOf(running: RunningClock): ClockState["kind"] {
  const { kind } = running.state;
  return kind === "kept" || isBinding(running) ? kind : "running";
}

/** A list's line as a duty on a day. */
export function dutyOf(listed: ListedCase, today: PlainDate): Duty {
  const { line, clocks } = listed;
  const next = nextClock(line.status, clocks);
  const late = clocks.filter(isLate);
  const marks = dutyMarks.filter((mark) =>
    mark === "overdue" ? late.length > 0 : line.flags.includes(mark),
  );
  return {
    listed,
    next,
    marks,
    group: groupOf(line, next, marks, today),
    step: stepOf[line.status],
    alsoLate: late.filter(({ clock }) => clock.name !== next?.clock.name),
  };
}

function groupOf(
  line: CaseLine,
  next: RunningClock | null,
  marks: readonly DutyMark[],
  today: PlainDate,
): DutyGroup {
  if (marks.includes("overdue")) return "overdue";
  if (isDueOn(next, today)) return "due-today";
  if (stepOf[line.status] === "to-open") return "to-open";
  if (marks.includes("reporter-wrote")) return "reporter-wrote";
  if (stepOf[line.status] === "ended") return "ended";
  if (next === null) return "running";
  if (mayBeClosed(line, next)) return "to-close";
  return urgencyOf(next) === "near" ? "near" : "running";
}

/** Whether a result was given and the reporter's days for an answer are over. */
function mayBeClosed({ status }: CaseLine, next: RunningClock): boolean {
  return status === "concluded" && !isBinding(next) && next.state.kind === "overdue";
}

const stepOf: Readonly<Record<CaseStatus, DutyStep>> = {
  sent: "to-open",
  transferred: "to-open",
  opened: "to-sort",
  acknowledged: "to-sort",
  classified: "to-resolve",
  verifying: "to-resolve",
  concluded: "concluded",
  closed: "ended",
  refused: "ended",
};

/** The duties, the most urgent first: by group, then by limit, then by how long they lie here. */
export function sortDuties(duties: readonly Duty[]): readonly Duty[] {
  const keyed = duties.map((duty) => ({ duty, key: sortKey(duty) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ duty }) => duty);
}

function sortKey({ group, next, listed }: Duty): string {
  const limit = next === null ? "9" : limitOf(next.clock).on;
  return `${dutyGroups.indexOf(group)} ${limit} ${listed.line.releasedOn} ${listed.line.case}`;
}

/** How many stand in each step. */
export function countDuties(duties: readonly Duty[]): Readonly<Record<DutyStep, number>> {
  const counts: Record<DutyStep, number> = {
    "to-open": 0,
    "to-sort": 0,
    "to-resolve": 0,
    concluded: 0,
    ended: 0,
  };
  for (const { step } of duties) counts[step] += 1;
  return counts;
}

/** How many a page of the list holds: some screens, and so few that drawing them anew at a key never holds up the next one. */
export const pageSize = 20;

/** A page of the list, its duties under their headings; each heading with the count of the whole group. */
export type DutyPage = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly sections: readonly {
    /** `found`: what was searched for, in the order of how well it was found. */
    readonly group: DutyGroup | "found" | "sorted";
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
  const counts: Record<DutyGroup, number> = {
    "due-today": 0,
    overdue: 0,
    "to-open": 0,
    "reporter-wrote": 0,
    near: 0,
    "to-close": 0,
    running: 0,
    ended: 0,
  };
  for (const { group } of duties) counts[group] += 1;
  return counts;
}

/** Number of the last page, from 0. */
export function lastPage(duties: readonly Duty[]): number {
  return Math.max(0, Math.ceil(duties.length / pageSize) - 1);
}
