import type * as v from "valibot";
import type { CaseState } from "../../src/domain/case/case.ts";
import type { PlainDate } from "../../src/domain/plain-date.ts";
import { fromBase64url } from "../../src/envelope/base64url.ts";
import type { StepRecord, stepRecordSchema } from "../../src/envelope/case-record.ts";
import type { Directory, DirectorySource } from "../committees/committees.directory.ts";
import type { CasesTable, DigestText, EntriesTable, StepsTable } from "../db/schema.ts";
import type { CaseWrite } from "./cases.batch.ts";
import { linkChain, reporterEntryDigest } from "./cases.chain.ts";
import { bringToDay, type Brought, type Placed, type WaitingMessage } from "./cases.day.ts";
import { stateOf, toStateColumns } from "./cases.state.ts";

/** A row of the database, brought to the day in memory. */
export type BroughtCase = Brought & { readonly row: CasesTable; readonly before: CaseState };

/** Brings a stored case to a day. `messages`: those of its reporter that are due, in their order. Nothing is written. */
export async function bringCase(
  source: DirectorySource,
  directory: Directory,
  row: CasesTable,
  messages: readonly WaitingMessage[],
  today: PlainDate,
): Promise<BroughtCase> {
  const before = stateOf(row);
  const met = { state: before, law: await source.requireLaw(row.law), sequence: row.sequence };
  return { row, before, ...bringToDay(met, messages, today, directory) };
}

/** Whether anything has to be written down. */
export function hasMoved({ row, steps, placed, law }: BroughtCase): boolean {
  return steps.length > 0 || placed.length > 0 || law.digest !== row.law;
}

/** Everything that has to be written down of a case that was brought to a day. */
export async function toCaseWrite(brought: BroughtCase): Promise<CaseWrite> {
  const { row, state, law, placed } = brought;
  const { entries, chain } = await entriesOf(row, placed);
  const steps = stepRowsOf(row, brought.steps);
  const { committee: _committee, fallback: _fallback, ...columns } = toStateColumns(state, law);
  return {
    expected: row,
    steps,
    entries,
    placed: placed.map(({ message, sequence }) => ({ number: message.number, sequence })),
    columns: { ...columns, sequence: brought.sequence, chain, steps: row.steps + steps.length },
    law,
    erased: steps.some(({ type }) => type === "Erased"),
  };
}

/** The rows of what time did. */
export function stepRowsOf(
  { id, steps }: Pick<CasesTable, "id" | "steps">,
  records: readonly StepRecord[],
): readonly StepsTable[] {
  return records.map(({ after, step }, index) => ({
    case_id: id,
    place: steps + index + 1,
    after,
    type: step.type,
    done_on: step.on,
    step: JSON.stringify(step),
  }));
}

/** A step as answers carry it. */
export type WireStep = v.InferOutput<typeof stepRecordSchema>;

/** A step out of its row, where this program has put it. */
export function toStepRecord({ after, step }: Pick<StepsTable, "after" | "step">): WireStep {
  return { after, step: JSON.parse(step) as WireStep["step"] };
}

async function entriesOf(
  row: Pick<CasesTable, "id" | "chain">,
  placed: readonly Placed[],
): Promise<{ readonly entries: readonly EntriesTable[]; readonly chain: DigestText }> {
  const entries: EntriesTable[] = [];
  let { chain } = row;
  for (const { message, sequence, event } of placed) {
    chain = await linkChain(chain, await reporterEntryDigest(fromBase64url(message.digest), event.on));
    entries.push({
      case_id: row.id,
      sequence,
      writer: "reporter",
      type: event.type,
      done_on: event.on,
      event: null,
      signature: null,
      message: message.digest,
      since: null,
      chain,
    });
  }
  return { entries, chain };
}
