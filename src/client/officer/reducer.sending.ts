import { eventOf } from "../../domain/case/case.commands.ts";
import { isMessageToReporter } from "../../domain/case/case.vocabulary.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order } from "../desk/orders.ts";
import { isUnanswered, noticeOfConflict, noticeOfFailure } from "./notices.ts";
import {
  attemptsOf,
  withAttempt,
  withAttempts,
  withoutLastAttempt,
  withReading,
} from "./reducer.attempts.ts";
import { withFile, withOpen, withoutDraft, withWriting } from "./reducer.case.ts";
import type { Event, Notice, State, Writing } from "./state.ts";

// What comes of an act: done, too late, refused, or nobody knows.

/** On its way it counts as unanswered: whoever leaves meanwhile will never hear. */
export function sending(state: State, order: Order): State {
  if (state.open?.file == null) return state;
  const next = withOpen(state, (open) => ({ ...open, step: "sending" }));
  return { ...withAttempt(next, state.open.file, order), notice: null };
}

export function sent(state: State, event: Extract<Event, { type: "sent" }>): State {
  const { answer, order, case: id } = event;
  if (answer.kind === "file") return delivered(state, id, answer.file, order);
  if (answer.kind === "left") return gone(state, id, order, noticeOf(order));
  if (answer.kind === "conflict") return sentTooLate(state, id, answer.file);
  if (answer.kind === "obstacle") return refused(withoutLastAttempt(state, id), id, answer.obstacle);
  const known = isUnanswered(answer) ? state : withoutLastAttempt(state, id);
  const left = isMissing(answer) ? lostLeaving(known, id) : undefined;
  if (left?.command === order.command) return goneAfterAll(known, id, left);
  return { ...freed(known, id), notice: noticeOfFailure(answer) };
}

/** The form of the case can be sent again. Where another case is on the screen by now, that one is left alone. */
function freed(state: State, id: CaseId): State {
  if (state.open?.id !== id) return state;
  return withWriting(
    withOpen(state, (open) => ({ ...open, step: "ready" })),
    unconfirmed,
  );
}

/** Nothing was sent. Where no form is open to say so, the list of acts says it. */
function refused(state: State, id: CaseId, obstacle: OrderObstacle): State {
  if (state.open?.id !== id) return { ...state, notice: { tone: "error", keys: ["notice.refused"] } };
  const problem = { fields: [], obstacle };
  return withWriting(freed(state, id), (writing) => ({ ...writing, problem }));
}

/** What shuts us out answers whatever comes after by there being no such case. */
export function isMissing(answer: CaseAnswer): boolean {
  return answer.kind === "refused" && answer.code === "not-found";
}

/** An act without an answer, after which whoever did it no longer has the case. */
export function lostLeaving(state: State, id: CaseId): Order | undefined {
  return attemptsOf(state, id).find(
    ({ order: { command } }) => command === "transfer" || command === "recuse",
  )?.order;
}

/** The case is no longer there, and an attempt to leave it had no answer: it had arrived. */
export function goneAfterAll(state: State, id: CaseId, order: Order): State {
  return gone(state, id, order, { tone: "done", keys: ["notice.already-sent"] });
}

const unconfirmed = (writing: Writing): Writing => ({ ...writing, confirming: false });

/** What is said of an act that was done. */
function noticeOf({ command }: Order): Notice {
  if (command === "acknowledge") return { tone: "done", keys: ["notice.acknowledged"] };
  if (command === "recuse") return { tone: "done", keys: ["notice.recused"] };
  if (command === "transfer") return { tone: "done", keys: ["notice.transferred"] };
  return {
    tone: "done",
    keys: [isMessageToReporter(eventOf[command]) ? "notice.sent" : "notice.recorded"],
  };
}

/** It stands on the entry on which it was signed: nothing that was sent on the same one can arrive any more. */
function delivered(state: State, id: CaseId, file: CaseFile, order: Order): State {
  const next = withAttempts(withoutDraft(state, id, order.command), id, []);
  return { ...withFile(next, file, { writing: null }), notice: noticeOf(order) };
}

/** The case leaves the screen; its line the ledger drops. */
function gone(state: State, id: CaseId, order: Order, notice: Notice): State {
  const next = withAttempts(withoutDraft(state, id, order.command), id, []);
  return { ...next, open: next.open?.id === id ? null : next.open, notice };
}

/** Somebody was first. If that somebody was our own attempt whose answer was lost, nothing is done twice. */
function sentTooLate(state: State, id: CaseId, file: CaseFile): State {
  const before = state.open?.id === id ? state.open.file : null;
  const next = withWriting(withoutLastAttempt(state, id), unconfirmed);
  return withReading(next, file, noticeOfConflict(before, file, true));
}
