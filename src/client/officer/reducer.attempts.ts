import type { CaseId } from "../../domain/ids.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { Order } from "../desk/orders.ts";
import { hasArrived, isFormOf } from "./own-act.ts";
import { startWriting, withFile, withoutDraft, withWriting } from "./reducer.case.ts";
import type { Attempt, Notice, State } from "./state.ts";

// What was sent without an answer, and what of it is found in a history later. It stands beside the drafts, by case: the
// case may be closed and opened again before anybody knows.

export function attemptsOf({ attempts }: State, id: CaseId): readonly Attempt[] {
  return attempts.get(id) ?? [];
}

export function withAttempt(state: State, { row, chain }: CaseFile, order: Order): State {
  const { sequence } = chain.end;
  return withAttempts(state, row.case, [...attemptsOf(state, row.case), { order, sequence }]);
}

/** The last attempt was answered: it did not arrive, or what came of it is known. */
export function withoutLastAttempt(state: State, id: CaseId): State {
  return withAttempts(state, id, attemptsOf(state, id).slice(0, -1));
}

export function withAttempts(state: State, id: CaseId, list: readonly Attempt[]): State {
  const attempts = new Map(state.attempts);
  if (list.length === 0) attempts.delete(id);
  else attempts.set(id, list);
  return { ...state, attempts };
}

/** A case as it was just read. What seemed lost and is in it is not sent again; `notice` is said if there is no such thing. */
export function withReading(state: State, file: CaseFile, notice: Notice | null = state.notice): State {
  const { row, chain } = file;
  const attempts = attemptsOf(state, row.case);
  const arrived = attempts.find((attempt) => hasArrived(attempt, file));
  // What was signed on an entry that others have followed can no longer arrive.
  const waiting = attempts.filter(({ sequence }) => sequence >= chain.end.sequence);
  const next = withFile(withAttempts(state, row.case, waiting), file);
  return arrived === undefined ? { ...next, notice } : arrivedAfterAll(next, row.case, arrived.order);
}

/** Ends as if the answer had come; changed words stay, and so does another form. */
function arrivedAfterAll(state: State, id: CaseId, order: Order): State {
  const { command } = order;
  if (command === "open") return { ...state, notice: { tone: "done", keys: ["notice.already-opened"] } };
  const form = state.drafts.get(id)?.get(command);
  const isChanged = form !== undefined && !isFormOf(order, form);
  const next = isChanged ? state : withoutForm(state, id, order);
  const isWriting = next.open?.id === id && next.open.writing !== null;
  const notice: Notice =
    isChanged || isWriting
      ? { tone: "warning", keys: ["notice.already-sent", "notice.kept"] }
      : { tone: "done", keys: ["notice.already-sent"] };
  return { ...withWriting(next, ({ command: written }) => startWriting(written)), notice };
}

function withoutForm(state: State, id: CaseId, { command }: Order): State {
  const next = withoutDraft(state, id, command);
  if (next.open?.id !== id || next.open.writing?.command !== command) return next;
  return { ...next, open: { ...next.open, writing: null } };
}
