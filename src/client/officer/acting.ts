import type { CaseAnswer } from "../desk/act.ts";
import type { State } from "./state.ts";

/** Whether something is being sent, of one case or of many: until it is answered nobody leaves what it is sent from. */
export function isActing({ open, triage }: Pick<State, "open" | "triage">): boolean {
  const isRunning = triage.batch !== null && triage.batch.step !== "ended";
  return open?.step === "sending" || isRunning;
}

/** Something broke on our side, before an act was sent or after: nobody knows. */
export function unanswered(): CaseAnswer {
  return { kind: "unreadable" };
}
