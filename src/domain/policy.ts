import type { LimitUnit } from "./due-date.ts";
import type { ManifestationGroup } from "./manifestations.ts";
import type { Validity } from "./organisation.ts";
import type { PlainDate } from "./plain-date.ts";

export const clockNames = [
  "first-open",
  "acknowledge",
  "transfer",
  "result",
  "explanation",
  "escalate",
  "reporter-comment",
  "review",
  "retention-refused",
] as const;
/** What is timed. */
export type ClockName = (typeof clockNames)[number];

export const caseKinds = ["report", "formal-party", "formal-state", "overdue", "refused"] as const;
/** What a row is about: phản ánh, tố cáo in the Party or to the state, a clock that was missed, a refused report. */
export type CaseKind = (typeof caseKinds)[number];

export const reportKinds = ["report", "formal-party", "formal-state"] as const satisfies readonly CaseKind[];
/** What a case itself can be: phản ánh, or tố cáo in the Party or to the state. */
export type ReportKind = (typeof reportKinds)[number];
export const formalKinds = ["formal-party", "formal-state"] as const satisfies readonly ReportKind[];
export type FormalKind = (typeof formalKinds)[number];

export const clockStarts = [
  "released",
  "classified",
  "made-formal",
  "explanation-demanded",
  "hard-limit-passed",
  "concluded",
  "decided",
  "refused",
] as const;
/**
 * What sets a clock running. `released`: the committee in charge received the letter, by release, transfer or
 * take-over. `decided`: it refused, transferred or concluded.
 */
export type ClockStart = (typeof clockStarts)[number];

export const stopOfMissedClock = "stop event of the missed clock";
export const clockStops = [
  "opened",
  "classified",
  "transferred",
  "concluded",
  "explained",
  "closed",
  "review-asked",
  "erased",
  stopOfMissedClock,
] as const;
/** What stops a clock; `case.clocks` says which event of a case that is. */
export type ClockStop = (typeof clockStops)[number];

/** By what each clock stops. A policy that says otherwise is refused: the case stops its clocks by this table. */
export const stopOf = {
  "first-open": "opened",
  acknowledge: "classified",
  transfer: "transferred",
  result: "concluded",
  explanation: "explained",
  escalate: stopOfMissedClock,
  "reporter-comment": "closed",
  review: "review-asked",
  "retention-refused": "erased",
} as const satisfies Record<ClockName, ClockStop>;

export const bases = ["quy-dinh", "muc-tieu"] as const;
/** Legal weight: `quy-dinh` where a rule covers the case, else `muc-tieu`, a service target of the letterbox. */
export type Basis = (typeof bases)[number];

export const basisGroups = ["A", "B", "C", "other"] as const;
/** Group of manifestations, or none of them. */
export type BasisGroup = ManifestationGroup | "other";

/** One limit, with the paper that it comes from. The law's numbers stand in such rows and nowhere in code. */
export type PolicyRow = Validity & {
  readonly clock: ClockName;
  readonly appliesTo: readonly CaseKind[];
  readonly start: ClockStart;
  readonly stop: ClockStop;
  /** The limit, in `unit`. */
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Counted from the start too, never less than `amount`; no extension reaches past it. */
  readonly hardLimit: number;
  /** How many times it may be extended, and by at most how much each time, in `unit`. */
  readonly extensions: number;
  readonly extensionMax?: number;
  /** How long one question to the reporter may stop it, and all of them together, in `unit`. Absent: not at all. */
  readonly pauseMax?: number;
  readonly pauseTotal?: number;
  readonly citation: string;
  /** False: the committee's lawyer must still check the number, and the screens say so. */
  readonly verified: boolean;
  readonly basis: Basis;
  readonly basisByGroup?: Readonly<Partial<Record<BasisGroup, Basis>>>;
  readonly outerLimit?: "fixed at sending";
};

/**
 * The time before a Party congress in which what comes in waits for it: Hướng dẫn 07-HD/UBKTTW (12-12-2019), 25
 * working days at the grassroots and 30 above.
 */
export type CongressPause = {
  readonly enabled: boolean;
  /** The kinds whose result waits. */
  readonly appliesTo: readonly ReportKind[];
  readonly windows: readonly { readonly level: string; readonly workingDays: number }[];
  readonly citation: string;
  readonly verified: boolean;
};

/** All rows under one name. A case keeps the version under which it started. */
export type PolicyVersion = {
  readonly version: string;
  readonly rows: readonly PolicyRow[];
  readonly congress?: CongressPause;
};

/** What can be wrong with a set of rows; `rows` are positions in the list. */
export type PolicyFault = {
  readonly kind:
    | "ambiguous"
    | "never-valid"
    | "hard-limit-below-amount"
    | "extensions-past-hard-limit"
    | "pause-past-total"
    | "stops-otherwise";
  readonly rows: readonly number[];
};

/**
 * The one row that governs a clock of such a case started on that day. Throws RangeError if there is none or
 * more than one: `findPolicyFaults` has refused such a policy before, and a limit is never guessed.
 */
export function requirePolicyRow(
  policy: PolicyVersion,
  clock: ClockName,
  kind: CaseKind,
  on: PlainDate,
): PolicyRow {
  const found = policy.rows.filter(
    (row) =>
      row.clock === clock && row.appliesTo.includes(kind) && row.validFrom <= on && on < (row.validTo ?? "9"),
  );
  const row = found[0];
  if (row === undefined || found.length > 1) {
    throw new RangeError(`policy ${policy.version}: ${found.length} rows for ${clock} of ${kind} on ${on}`);
  }
  return row;
}

/**
 * The weight that a row has for a report of that group. While the group is not known the row claims no more
 * than it can for every group: an own target is never passed off as a rule.
 */
export function basisFor(row: PolicyRow, group: BasisGroup | "unknown"): Basis {
  if (row.basisByGroup === undefined) return row.basis;
  if (group !== "unknown") return row.basisByGroup[group] ?? row.basisByGroup.other ?? row.basis;
  return Object.values(row.basisByGroup).includes("muc-tieu") ? "muc-tieu" : row.basis;
}

/** Everything that makes a set of rows unusable; empty if it can be used. */
export function findPolicyFaults(rows: readonly PolicyRow[]): readonly PolicyFault[] {
  return rows.flatMap((row, index) => [
    ...findRowFaults(row).map((kind) => ({ kind, rows: [index] })),
    ...rows.flatMap((other, later): PolicyFault[] =>
      later > index && overlap(row, other) ? [{ kind: "ambiguous", rows: [index, later] }] : [],
    ),
  ]);
}

function findRowFaults(row: PolicyRow): readonly PolicyFault["kind"][] {
  const faults: PolicyFault["kind"][] = [];
  if (row.validTo !== null && row.validTo <= row.validFrom) faults.push("never-valid");
  if (row.hardLimit < row.amount) faults.push("hard-limit-below-amount");
  if (row.amount + row.extensions * (row.extensionMax ?? 0) > row.hardLimit)
    faults.push("extensions-past-hard-limit");
  if ((row.pauseMax ?? 0) > (row.pauseTotal ?? 0)) faults.push("pause-past-total");
  if (row.stop !== stopOf[row.clock]) faults.push("stops-otherwise");
  return faults;
}

function overlap(a: PolicyRow, b: PolicyRow): boolean {
  const together = a.clock === b.clock && a.appliesTo.some((kind) => b.appliesTo.includes(kind));
  return together && a.validFrom < (b.validTo ?? "9") && b.validFrom < (a.validTo ?? "9");
}
