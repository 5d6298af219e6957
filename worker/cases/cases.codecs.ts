import type {
  CaseDetail,
  CaseLine,
  CaseRow,
  ChainEntry,
  LateCase,
  SealedForReader,
} from "../../src/api/officer.schema.ts";
import { type CaseFlag, caseFlags, type CaseState, superiorMayRead } from "../../src/domain/case/case.ts";
import type { KeyId } from "../../src/domain/ids.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { toClockRecord } from "../../src/envelope/case-record.ts";
import type { CasesTable, EntriesTable } from "../db/schema.ts";
import type { WireStep } from "./cases.bring.ts";
import { stateOf } from "./cases.state.ts";

/** As whom an officer sees a case. */
export type SeenAs = CaseRow["as"];

/** A case as its query answers. `wrap`: of its own key, for whoever asks. */
export type StoredCase = CasesTable & {
  readonly entry: string | null;
  readonly kem: string | null;
  readonly wrap: string | null;
};
/** A slot of one role, as it is stored; null where there is none. */
export type StoredSlot = { readonly slot: string | null; readonly key: KeyId | null };
/** An entry with what its reader may have of the message. */
export type StoredEntry = EntriesTable & StoredSlot & { readonly core: string | null };

/** What the server knows of a case, for whoever may see it. */
export function toCaseRow(row: StoredCase, as: SeenAs): CaseRow {
  const state = stateOf(row);
  return {
    case: row.id,
    as,
    committee: row.committee,
    receiver: row.receiver,
    receiverKey: row.receiver_key,
    fallback: row.fallback,
    fallbackKey: row.fallback_key,
    policy: row.policy,
    releasedOn: row.released_on,
    outerEscalationOn: row.outer_escalation_on,
    status: row.status,
    kind: state.kind,
    flags: flagsOf(state),
    sequence: row.sequence,
    chain: row.chain,
    letter: row.letter,
    openedOn: "openedOn" in state ? state.openedOn : null,
    acknowledgedOn: "acknowledgedOn" in state ? state.acknowledgedOn : null,
    answeredOn: "answeredOn" in state ? state.answeredOn : null,
    reporterWroteOn: state.reporterWroteOn,
    clocks: runningClocksOf(state),
    caseKey: as === "officer" ? caseKeyOf(row) : null,
    index: as === "officer" ? row.entry : null,
  };
}

/** A line of a list as its query answers. */
export type LineRow = Pick<CasesTable, "id" | "released_on" | "status" | "sequence" | "state"> & {
  readonly entry: string | null;
};

/** A line of a committee's list. */
export function toCaseLine(row: LineRow): CaseLine {
  const state = stateOf(row);
  return {
    case: row.id,
    releasedOn: row.released_on,
    status: row.status,
    kind: state.kind,
    flags: flagsOf(state),
    sequence: row.sequence,
    reporterWroteOn: state.reporterWroteOn,
    clocks: runningClocksOf(state),
    index: row.entry,
  };
}

function caseKeyOf({ case_key, kem, wrap }: StoredCase): CaseRow["caseKey"] {
  return case_key === null || kem === null || wrap === null ? null : { id: case_key, kem, wrap };
}

function flagsOf({ flags }: CaseState): CaseFlag[] {
  return caseFlags.filter((flag) => flags[flag]);
}

function runningClocksOf({ clocks }: CaseState) {
  return clocks.filter(({ stoppedOn }) => stoppedOn === null).map(toClockRecord);
}

/** What a superior's list shows of a case below. */
export function toLateCase(
  row: Pick<CasesTable, "id" | "committee" | "released_on" | "outer_escalation_on" | "state">,
): LateCase {
  const state = stateOf(row);
  return {
    case: row.id,
    committee: row.committee,
    releasedOn: row.released_on,
    outerEscalationOn: row.outer_escalation_on,
    flags: flagsOf(state),
    clocks: runningClocksOf(state),
    mayRead: superiorMayRead(state),
    because: reasonOf(state),
  };
}

/** What waits for the superior. That a case is late as well its clocks say. */
function reasonOf({ reviewAskedOn, proposedOn }: CaseState): LateCase["because"] {
  if (reviewAskedOn !== null) return "review";
  return proposedOn === null ? "late" : "proposed";
}

/** Everything of a case but its letter. */
export type CaseParts = {
  readonly row: StoredCase;
  readonly as: SeenAs;
  readonly entries: readonly StoredEntry[];
  readonly steps: readonly WireStep[];
};

/** A case in full. Handing out what can be opened is the opening, so until then no slot comes along. */
export function toCaseDetail(today: PlainDate, { row, as, entries, steps }: CaseParts): CaseDetail {
  const state = stateOf(row);
  return {
    today,
    row: toCaseRow(row, as),
    entries: entries.map((entry) =>
      toChainEntry(mayHaveSlot(state, as, entry) ? entry : { ...entry, slot: null, key: null }),
    ),
    steps: [...steps],
  };
}

/** What the committee in charge has written to its superior is for it at once; all else waits until it opens the letter. */
function mayHaveSlot(state: CaseState, as: SeenAs, { type }: StoredEntry): boolean {
  if (as === "officer") return state.status !== "sent" && state.status !== "transferred";
  return state.superiorOpenedOn !== null || type === "Explained" || type === "SuperiorProposed";
}

function toChainEntry(entry: StoredEntry): ChainEntry {
  const { sequence, core, event, signature } = entry;
  const message = core === null ? null : toSealedForReader({ ...entry, core });
  switch (entry.writer) {
    case "committee":
      return { by: "committee", sequence, event: required(event), signature: required(signature), message };
    case "statement":
      return {
        by: "statement",
        sequence,
        on: entry.done_on,
        statement: required(event),
        signature: required(signature),
      };
    case "reporter":
      return { by: "reporter", sequence, on: entry.done_on, message: required(message) };
    default:
      return entry.writer satisfies never;
  }
}

/** A sealed object for one reader. Without its slot, kept back or destroyed, the core opens nothing. */
export function toSealedForReader({
  core,
  slot,
  key,
}: StoredSlot & { readonly core: string }): SealedForReader {
  return { core, slot: slot ?? "", key: slot === null ? null : key };
}

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error("a stored entry is not whole");
  return value;
}
