import type { CaseId } from "../../domain/ids.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { isUnanswered, noticeOfConflict } from "./notices.ts";
import { withAttempt, withAttempts, withReading } from "./reducer.attempts.ts";
import { startWriting, withFile, withOpen, withWriting } from "./reducer.case.ts";
import type { CaseTouched } from "./triage/batch.ts";
import { goneAfterAll, isMissing, lostLeaving } from "./reducer.sending.ts";
import type { CaseFailure, OpenCase, State } from "./state.ts";

// A case is looked at, its letter opened.

export function caseAsked({ open, resume, drafts }: State, id: CaseId): OpenCase {
  if (open?.id === id) return { ...open, step: "loading", failure: null };
  const command = resume?.case === id ? resume.writing : null;
  const isBegun = command !== null && drafts.get(id)?.has(command) === true;
  const writing = isBegun ? startWriting(command) : null;
  return { id, file: null, step: "loading", failure: null, writing, readers: null };
}

export function caseAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  if ("file" in answer) return withReading(state, answer.file);
  const left = isMissing(answer) ? lostLeaving(state, id) : undefined;
  if (left !== undefined) return goneAfterAll(state, id, left);
  if (state.open?.id !== id) return state;
  return withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer) }));
}

export function letterAnswered(state: State, id: CaseId, answer: CaseAnswer): State {
  const before = state.open?.id === id ? state.open : null;
  const sealed = before?.file != null && isSealed(before.file) ? before.file : null;
  if (answer.kind === "file") {
    if (sealed === null) return withReading(state, answer.file);
    const next = withFile(withAttempts(state, id, []), answer.file);
    return { ...next, notice: { tone: "done", keys: ["notice.opened"] } };
  }
  if (answer.kind === "conflict")
    return withReading(state, answer.file, noticeOfConflict(before?.file ?? null, answer.file, false));
  if (before === null) return state;
  if (answer.kind === "obstacle" || answer.kind === "left")
    return withOpen(state, (open) => ({ ...open, step: "ready" }));
  const next = withOpen(state, (open) => ({ ...open, step: "ready", failure: failureOf(answer) }));
  return sealed !== null && isUnanswered(answer) ? withAttempt(next, sealed, { command: "open" }) : next;
}

/**
 * The history of the case that is read here has gone on: by somebody else, and what is being written stays, or by what was
 * sent here without an answer. Whoever may no longer read the case loses it from the screen.
 */
export function caseRenewed(state: State, id: CaseId, answer: CaseAnswer): State {
  const { open } = state;
  if (open?.id !== id || open.file === null || open.step !== "ready") return state;
  if (answer.kind === "file") {
    if (answer.file.row.sequence === open.file.row.sequence) return withFile(state, answer.file);
    const notice = noticeOfConflict(open.file, answer.file, open.writing !== null);
    return withReading(unconfirmed(state), answer.file, notice);
  }
  if (!isMissing(answer)) return state;
  const left = lostLeaving(state, id);
  if (left !== undefined) return goneAfterAll(state, id, left);
  return withOpen(state, (known) => ({ ...known, file: null, failure: "not-found" }));
}

/**
 * A run over many cases has touched the one that is read here: of what colleagues had done before it is told as ever, of
 * what the run itself did nothing is said, and what is being written stays.
 */
export function caseTouched(state: State, { read, reached }: CaseTouched): State {
  const { open } = state;
  if (open?.id !== read.row.case || open.file === null || open.step !== "ready") return state;
  const isNew = read.row.sequence > open.file.row.sequence;
  const seen = isNew ? caseRenewed(state, open.id, { kind: "file", file: read }) : state;
  return reached === read ? seen : withReading(unconfirmed(seen), reached);
}

/** What was about to be confirmed was another case: it is asked about anew. */
function unconfirmed(state: State): State {
  return withWriting(state, (writing) => ({ ...writing, confirming: false }));
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
