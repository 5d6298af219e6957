import type { CaseEvent } from "../../src/domain/case/case.events.ts";
import { type StepRecord, toHistory } from "../../src/envelope/case-record.ts";
import { parseOfficerEvent, toCaseEvent } from "../../src/envelope/officer-event.ts";
import { parseStatement } from "../../src/envelope/statement.ts";
import type { CasesTable, EntriesTable } from "../db/schema.ts";

/** What the law folds of an entry of the chain. */
export type HistoricEntry = Pick<EntriesTable, "writer" | "type" | "done_on" | "event" | "since">;

/** The events of a case: its release, what people did, and between that what time did. */
export function toEvents(
  released: Pick<CasesTable, "released_on" | "receiver">,
  superior: CasesTable["fallback"],
  entries: readonly HistoricEntry[],
  steps: readonly StepRecord[],
): readonly CaseEvent[] {
  const release = { on: released.released_on, receiver: released.receiver, fallback: superior };
  return toHistory(release, entries.map(eventOfEntry), steps);
}

function eventOfEntry({ writer, type, done_on, event, since }: HistoricEntry): CaseEvent {
  if (writer === "reporter") return { type, on: done_on } as CaseEvent;
  if (event === null) throw new Error("a stored entry is not whole");
  if (writer === "committee") return toCaseEvent(parseOfficerEvent(event));
  if (since === null) throw new Error("a stored statement is not whole");
  return { type: "MadeFormal", on: done_on, kind: parseStatement(event).kind, since };
}
