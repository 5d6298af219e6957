import type { CalendarFault } from "../../domain/calendar-year.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { CaseKind, ClockName, PolicyFault } from "../../domain/policy.ts";

/** What is wrong with a file of the law, apart from where. */
export type FaultKind =
  | { readonly kind: "not-json" }
  | { readonly kind: "not-text" }
  | { readonly kind: "name-twice"; readonly name: string }
  | { readonly kind: "unknown-field"; readonly field: string }
  | { readonly kind: "missing-field"; readonly field: string }
  | { readonly kind: "wrong-value"; readonly field: string; readonly wanted: string; readonly found: string }
  | { readonly kind: "not-a-day"; readonly found: string }
  | { readonly kind: "no-years" }
  | { readonly kind: CalendarFault["kind"]; readonly on: string }
  | { readonly kind: "year-not-announced"; readonly year: number }
  | { readonly kind: "row-not-announced"; readonly on: PlainDate }
  | { readonly kind: "holidays-missing"; readonly year: number; readonly count: number }
  | { readonly kind: PolicyFault["kind"]; readonly rows: readonly number[] }
  | { readonly kind: "cycle"; readonly clocks: readonly ClockName[] }
  | { readonly kind: "starts-otherwise"; readonly clock: ClockName; readonly wanted: string }
  | { readonly kind: "row-missing"; readonly clock: ClockName; readonly of: CaseKind; readonly on: PlainDate }
  | { readonly kind: "version-not-new"; readonly version: string };

/** One fault, with the line of the file where it stands; null: nowhere in particular. */
export type LawFileFault = FaultKind & { readonly line: number | null };

/** What came of reading a file. */
export type LawFileReading<Content> =
  | { readonly kind: "read"; readonly content: Content }
  | { readonly kind: "refused"; readonly faults: readonly LawFileFault[] };
