import { eventOf } from "../../domain/case/case.commands.ts";
import { isMessageToReporter } from "../../domain/case/case.vocabulary.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { isUnanswered, noticeOfConflict, noticeOfFailure } from "./notices.ts";
import { hasArrived } from "./own-act.ts";
import { withFile, withOpen, withWriting } from "./reducer.case.ts";
import type { Event, Notice, State, Writing } from "./state.ts";

// What comes of an act: done, too late, refused, or nobody knows.

export function sent(state: State, event: Extract<Event, { type: "sent" }>): State {
  const { answer, order } = event;
  if (answer.kind === "file") return delivered(state, event.case, answer.file, order, noticeOf(order));
  if (answer.kind === "left") return gone(state, event.case, order, noticeOf(order));
  if (answer.kind === "conflict") return sentTooLate(state, event.case, order, answer.file);
  if (state.open?.id !== event.case) return state;
  if (answer.kind === "obstacle") return refused(state, answer.obstacle);
  // What shuts us out answers a second attempt by there being no such case: the first one had arrived.
  const isMissing = answer.kind === "refused" && answer.code === "not-found";
  if (isMissing && leaves(order) && state.open.unanswered?.command === order.command)
    return gone(state, event.case, order, { tone: "done", keys: ["notice.already-sent"] });
  const unanswered = isUnanswered(answer) ? order : state.open.unanswered;
  const next = withOpen(state, (open) => ({ ...open, step: "ready", unanswered }));
  return { ...withWriting(next, unconfirmed), notice: noticeOfFailure(answer) };
}

/** Nothing was sent. Where no form is open to say so, the list of acts says it. */
function refused(state: State, obstacle: OrderObstacle): State {
  const ready = withOpen(state, (open) => ({ ...open, step: "ready" }));
  const problem = { fields: [], obstacle };
  return withWriting(ready, (writing) => ({ ...writing, confirming: false, problem }));
}

/** Whether whoever has done this no longer has the case. */
function leaves({ command }: Order): boolean {
  return command === "transfer" || command === "recuse";
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

function delivered(state: State, id: CaseId, file: CaseFile, order: Order, notice: Notice): State {
  const next = withFile(withoutDraft(state, id, order.command), file, { writing: null, unanswered: null });
  return { ...next, notice };
}

/** The case leaves the screen; its line the ledger drops. */
function gone(state: State, id: CaseId, order: Order, notice: Notice): State {
  const next = withoutDraft(state, id, order.command);
  return { ...next, open: next.open?.id === id ? null : next.open, notice };
}

function withoutDraft(state: State, id: CaseId, command: OrderName): State {
  const left = new Map(state.drafts.get(id));
  left.delete(command);
  const drafts = new Map(state.drafts);
  if (left.size === 0) drafts.delete(id);
  else drafts.set(id, left);
  return { ...state, drafts };
}

/** Somebody was first. If that somebody was our own attempt whose answer was lost, nothing is done twice. */
function sentTooLate(state: State, id: CaseId, order: Order, file: CaseFile): State {
  const open = state.open?.id === id ? state.open : null;
  const before = open?.file ?? null;
  const lost = open?.unanswered ?? null;
  const isOwn = lost !== null && hasArrived(lost, before, file);
  if (isOwn && hasArrived(order, before, file))
    return delivered(state, id, file, order, { tone: "done", keys: ["notice.already-sent"] });
  const notice: Notice = isOwn
    ? { tone: "warning", keys: ["notice.already-sent", "notice.kept"] }
    : noticeOfConflict(before, file, true);
  return { ...withWriting(withFile(state, file, { unanswered: null }), unconfirmed), notice };
}
