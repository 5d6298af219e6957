import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { Order } from "../desk/orders.ts";
import { isUnanswered, noticeOfConflict } from "./notices.ts";
import { startWriting, withFile, withOpen, withWriting } from "./reducer.case.ts";
import type { CaseFailure, Notice, OpenCase, State } from "./state.ts";

// A case is looked at, its letter opened.

export function caseAsked({ open, resume }: State, id: CaseId): OpenCase {
  if (open?.id === id) return { ...open, step: "loading", failure: null };
  const command = resume?.case === id ? resume.writing : null;
  const writing = command === null ? null : startWriting(command);
  return { id, file: null, step: "loading", failure: null, writing, readers: null, unanswered: null };
}

export function caseAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  if ("file" in answer) return withFile(state, answer.file);
  if (state.open?.id !== id) return state;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer) }));
}

export function letterAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  const before = state.open?.id === id ? state.open : null;
  if (answer.kind === "file") {
    const wasOpen = before?.file == null || !isSealed(before.file);
    const next = withFile(state, answer.file, { unanswered: null });
    return wasOpen ? next : { ...next, notice: { tone: "done", keys: ["notice.opened"] } };
  }
  if (answer.kind === "conflict") {
    const isOwn = before?.unanswered?.command === "open";
    const notice: Notice = isOwn
      ? { tone: "done", keys: ["notice.already-opened"] }
      : noticeOfConflict(before?.file ?? null, answer.file, false);
    return { ...withFile(state, answer.file, { unanswered: null }), notice };
  }
  if (before === null) return state;
  if (answer.kind === "obstacle" || answer.kind === "left")
    return withOpen(state, (open) => ({ ...open, step: "ready" }));
  const unanswered: Order | null = isUnanswered(answer) ? { command: "open" } : null;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer), unanswered }));
}

/**
 * Somebody else did something in the case that is read here: its history goes on, what is being written stays. Whoever may
 * no longer read it loses it from the screen.
 */
export function caseRenewed(state: State, id: CaseId, answer: CaseAnswer): State {
  const { open } = state;
  if (open?.id !== id || open.file === null || open.step !== "ready") return state;
  if (answer.kind === "file") {
    if (answer.file.row.sequence === open.file.row.sequence) return withFile(state, answer.file);
    const notice = noticeOfConflict(open.file, answer.file, open.writing !== null);
    // What was about to be confirmed was another case: it is asked about anew.
    const unconfirmed = withWriting(state, (writing) => ({ ...writing, confirming: false }));
    return { ...withFile(unconfirmed, answer.file), notice };
  }
  if (answer.kind !== "refused" || answer.code !== "not-found") return state;
  return withOpen(state, (known) => ({ ...known, file: null, failure: "not-found" }));
}

/** Whether the committee in charge has not opened the letter yet: then opening it is an act. */
export function isSealed({ state }: Pick<CaseFile, "state">): boolean {
  return state.status === "sent" || state.status === "transferred";
}

function failureOf(answer: Exclude<CaseAnswer, { readonly file: CaseFile }>): CaseFailure {
  if (answer.kind === "left" || answer.kind === "obstacle") return "other";
  if (answer.kind === "fault") return answer.fault === "unreachable" ? "unreachable" : "key-record";
  if (answer.kind !== "refused") return answer.kind;
  return answer.code === "not-found" ? "not-found" : "other";
}
