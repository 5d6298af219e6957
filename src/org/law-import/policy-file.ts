import { policyFileSchema } from "../../api/law.schema.ts";
import { kindOf } from "../../domain/case/case.clocks.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import {
  type CaseKind,
  type ClockName,
  clockNames,
  type ClockStart,
  type ClockStop,
  findPolicyFaults,
  type PolicyRow,
  type PolicyVersion,
  reportKinds,
  stopOf,
} from "../../domain/policy.ts";
import type { LawFileFault, LawFileReading } from "./faults.ts";
import type { JsonSource } from "./json-source.ts";
import { type Located, readLawFile } from "./read-file.ts";

/** What sets each clock running, as the life of a case does it (`startedClocks`); a policy cannot say otherwise. */
const startsOf = {
  "first-open": () => "released",
  acknowledge: () => "released",
  transfer: () => "classified",
  result: (kind) => (kind === "report" ? "released" : "made-formal"),
  explanation: () => "explanation-demanded",
  escalate: () => "hard-limit-passed",
  "reporter-comment": () => "concluded",
  review: () => "decided",
  "retention-refused": () => "refused",
} as const satisfies Record<ClockName, (kind: CaseKind) => ClockStart>;

/** By which clocks' stopping a start comes about. What is not named here waits for no clock. */
const waitsFor: Readonly<Partial<Record<ClockStart, readonly ClockStop[]>>> = {
  classified: ["classified"],
  concluded: ["concluded"],
  decided: ["concluded"],
};

/**
 * The policy version of a file, to stand in the place of the present one. Refused: what `findPolicyFaults` names, clocks
 * that wait for each other, and a row missing for a clock that may be running (none began before `since`).
 */
export function readPolicyFile(
  bytes: Uint8Array,
  present: PolicyVersion,
  since: PlainDate,
): LawFileReading<PolicyVersion> {
  const reading = readLawFile(bytes, policyFileSchema, findRowFaults);
  if (reading.kind === "refused") return reading;
  const { value, lineOf } = reading.content;
  const { policy } = value;
  const faults = [...findReuse(policy, present, lineOf), ...findMissingRows(policy.rows, since)];
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "read", content: policy };
}

function findRowFaults({
  value: { policy },
  lineOf,
}: Located<{ readonly policy: PolicyVersion }>): readonly LawFileFault[] {
  const { rows } = policy;
  const at = (row: number) => lineOf(["policy", "rows", row]);
  const faults = findPolicyFaults(rows).map((fault) => ({ ...fault, line: at(fault.rows.at(-1) ?? 0) }));
  const cycle = findCycle(rows);
  if (cycle !== undefined) {
    const row = rows.findIndex(({ clock }) => clock === cycle[0]);
    return [...faults, { kind: "cycle", clocks: cycle, line: lineOf(["policy", "rows", row, "start"]) }];
  }
  return [...faults, ...rows.flatMap((row, place) => findStartFault(row, place, lineOf))];
}

function findStartFault(
  { clock, start, appliesTo }: PolicyRow,
  place: number,
  lineOf: JsonSource["lineOf"],
): readonly LawFileFault[] {
  const wanted = [...new Set(appliesTo.map((kind) => startsOf[clock](kind)))];
  if (wanted.length === 1 && wanted[0] === start) return [];
  const line = lineOf(["policy", "rows", place, "start"]);
  return [{ kind: "starts-otherwise", clock, wanted: wanted.join(" / "), line }];
}

/** Clocks that each start only when the next has stopped, the last only when the first has. */
function findCycle(rows: readonly PolicyRow[]): readonly ClockName[] | undefined {
  const before = (name: ClockName): readonly ClockName[] =>
    rows
      .filter(({ clock }) => clock === name)
      .flatMap(({ start }) => waitsFor[start] ?? [])
      .flatMap((stop) => clockNames.filter((each) => stopOf[each] === stop));
  const search = (path: readonly ClockName[]): readonly ClockName[] | undefined => {
    const last = path.at(-1);
    if (last === undefined) return undefined;
    for (const next of before(last)) {
      const seen = path.indexOf(next);
      if (seen >= 0) return path.slice(seen);
      const found = search([...path, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return clockNames.map((name) => search([name])).find((found) => found !== undefined);
}

function findReuse(
  policy: PolicyVersion,
  present: PolicyVersion,
  lineOf: JsonSource["lineOf"],
): readonly LawFileFault[] {
  const { version } = policy;
  if (version !== present.version || JSON.stringify(policy) === JSON.stringify(present)) return [];
  return [{ kind: "version-not-new", version, line: lineOf(["policy", "version"]) }];
}

/** Every pair of clock and kind that a case can ask for a row. */
const askedFor: readonly (readonly [ClockName, CaseKind])[] = clockNames.flatMap((clock) => {
  const kinds = clock === "escalate" ? ["overdue" as const] : reportKinds.map((kind) => kindOf(clock, kind));
  return [...new Set(kinds)].map((kind) => [clock, kind] as const);
});

function findMissingRows(rows: readonly PolicyRow[], since: PlainDate): readonly LawFileFault[] {
  return askedFor.flatMap(([clock, of]): readonly LawFileFault[] => {
    const on = firstUncovered(
      rows.filter((row) => row.clock === clock && row.appliesTo.includes(of)),
      since,
    );
    return on === undefined ? [] : [{ kind: "row-missing", clock, of, on, line: null }];
  });
}

/** The first day from `since` on that no row governs; rows do not overlap. */
function firstUncovered(rows: readonly PolicyRow[], since: PlainDate): PlainDate | undefined {
  const governing = rows.find(({ validFrom, validTo }) => validFrom <= since && since < (validTo ?? "9"));
  if (governing === undefined) return since;
  return governing.validTo === null ? undefined : firstUncovered(rows, governing.validTo);
}
