import type { CaseStatus } from "../../domain/case/case.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { OrderName } from "../desk/orders.ts";

/** What is to be done next, and the command that does it; null: nothing can be done, one waits. */
export const commandOfDuty = {
  open: "open",
  explain: "explain",
  "show-statement": "make-formal",
  acknowledge: "acknowledge",
  classify: "classify",
  reply: "send-message",
  verify: "begin-verification",
  refuse: "refuse",
  record: "note",
  conclude: "conclude",
  "await-reporter": null,
  "await-comment": null,
  close: "close",
  "await-arrival": null,
  ended: null,
  "open-as-superior": "open-as-superior",
  demand: "demand-explanation",
  "await-explanation": null,
  "take-over": "take-over",
  watch: null,
} as const satisfies Readonly<Record<string, OrderName | null>>;

export type NextDuty = keyof typeof commandOfDuty;

/** What is to be done next by whoever looks at the case. `mayClose`: the reporter's days for an answer are over. */
export function nextDutyOf(file: CaseFile, mayClose: boolean): NextDuty {
  if (file.as === "superior") return superiorDuty(file);
  const { status } = file.state;
  if (status === "transferred" && file.state.receivedOn === null) return "await-arrival";
  if (status === "sent" || status === "transferred") return "open";
  if (file.state.flags["explanation-demanded"]) return "explain";
  if (unshownStatement(file) !== null) return "show-statement";
  // What the reporter writes to a case that is over is read, and can no longer be answered.
  if (status !== "opened" && status !== "closed" && file.state.flags["reporter-wrote"]) return "reply";
  if (status === "concluded") return mayClose ? "close" : "await-comment";
  if (status === "classified" && file.sealed.classification?.eligible === false) return "refuse";
  if (status === "verifying" && file.state.flags["clock-paused"]) return "await-reporter";
  if (status === "verifying" && !file.sealed.verified) return "record";
  return dutyOfStatus[status];
}

const dutyOfStatus = {
  opened: "acknowledge",
  acknowledged: "classify",
  classified: "verify",
  verifying: "conclude",
  closed: "ended",
  refused: "ended",
} as const satisfies Readonly<Record<Exclude<CaseStatus, "sent" | "transferred" | "concluded">, NextDuty>>;

function superiorDuty({ state, superiorMayRead }: CaseFile): NextDuty {
  if (superiorMayRead) return state.superiorOpenedOn === null ? "open-as-superior" : "take-over";
  if (!state.flags.overdue) return "watch";
  return state.flags["explanation-demanded"] ? "await-explanation" : "demand";
}

/** The place of a message in which the reporter makes the case formal and which the server has not seen yet. */
export function unshownStatement({ history, state }: CaseFile): number | null {
  if (state.formal !== null) return null;
  return history.find(({ deed }) => deed?.kind === "make-formal")?.sequence ?? null;
}
