import type { CommitteeId, KeyId } from "../ids.ts";
import type { PlainDate } from "../plain-date.ts";
import type { CaseKind, ClockName, FormalKind, ReportKind } from "../policy.ts";

export const caseStatuses = [
  "sent",
  "opened",
  "acknowledged",
  "classified",
  "verifying",
  "concluded",
  "closed",
  "refused",
  "transferred",
] as const;
/**
 * Đã gửi, đã mở, đã tiếp nhận, đã phân loại, đang thẩm tra xác minh, đã có kết quả, đã kết thúc, không đủ điều
 * kiện xử lý – lưu đơn, đã chuyển. Joined and withdrawn are sealed notes, not states (`case.sealed`).
 */
export type CaseStatus = (typeof caseStatuses)[number];

type Opened = { readonly openedOn: PlainDate };
type Acknowledged = Opened & {
  readonly acknowledgedOn: PlainDate;
  /** Day of the committee's last message after its acknowledgement; null while there is none. */
  readonly answeredOn: PlainDate | null;
};
type Classified = Acknowledged & { readonly classifiedOn: PlainDate };
type Verifying = Classified & { readonly verifyingSince: PlainDate };
type Concluded = Verifying & { readonly concludedOn: PlainDate };

/** How far a case has come with the committee in charge; a date exists only where it means something. */
export type CaseStage =
  | { readonly status: "sent" }
  | ({ readonly status: "opened" } & Opened)
  | ({ readonly status: "acknowledged" } & Acknowledged)
  | ({ readonly status: "classified" } & Classified)
  | ({ readonly status: "verifying" } & Verifying)
  | ({ readonly status: "concluded" } & Concluded)
  | ({ readonly status: "closed"; readonly closedOn: PlainDate } & Concluded)
  | ({ readonly status: "refused"; readonly refusedOn: PlainDate } & Classified)
  /** On its way to, or in the mailbox of, another committee, which has not opened it. Null: not there yet. */
  | { readonly status: "transferred"; readonly receivedOn: PlainDate | null };

export const caseFlags = [
  "clock-paused",
  "extended",
  "overdue",
  "explanation-demanded",
  "escalated",
  "recused",
  "formal",
  "reporter-wrote",
] as const;
/**
 * What is true beside the status and visible to the server. `overdue`: a limit has passed and what it asks for has
 * not happened. `reporter-wrote`: the reporter has written since the committee last did. `remedy-open` is sealed.
 */
export type CaseFlag = (typeof caseFlags)[number];

/** Days for which a question to the reporter stops a clock: those after `from`, `days` of them at most. */
export type Pause = {
  readonly from: PlainDate;
  readonly days: number;
  /** The last day that does not count; null while it goes on. */
  readonly lastOn: PlainDate | null;
};

/** Dates of a clock as they stood when the law changed. */
export type Promised = {
  readonly changedOn: PlainDate;
  /** Days of extensions and pauses that the limit then held. */
  readonly extra: number;
  readonly due: PlainDate;
  readonly limit: PlainDate;
  readonly hardDue: PlainDate;
  readonly escalation: PlainDate;
};

/** What has happened to one clock. `case.clocks` makes dates of it, by the law of the day. */
export type CaseClock = {
  readonly name: ClockName;
  /** Chooses the policy row. */
  readonly kind: CaseKind;
  readonly startedOn: PlainDate;
  /** Day of the event from which it could be known: nothing about it is dated earlier. */
  readonly knownOn: PlainDate;
  readonly stoppedOn: PlainDate | null;
  readonly extensions: readonly number[];
  readonly pauses: readonly Pause[];
  readonly overdueOn: PlainDate | null;
  readonly escalatedOn: PlainDate | null;
  readonly promised: Promised | null;
};

/** The reporter's making it formal: of which kind, and from when its clocks run. */
export type Formal = { readonly kind: FormalKind; readonly since: PlainDate };

export type CaseFacts = {
  readonly releasedOn: PlainDate;
  readonly lastEventOn: PlainDate;
  /** In charge now. */
  readonly committee: CommitteeId;
  /** May read once the case is escalated or a review is asked for; null: nobody, or it is in charge itself. */
  readonly superior: CommitteeId | null;
  /** Every committee that has been in charge. */
  readonly held: readonly CommitteeId[];
  /** The case key that the last re-key named; null: the committee's own key is the reader key. */
  readonly caseKey: KeyId | null;
  readonly kind: ReportKind;
  /** Day of the reporter's last message after the letter itself; null while there is none. */
  readonly reporterWroteOn: PlainDate | null;
  /** Every day on which the reporter wrote. */
  readonly reporterDays: readonly PlainDate[];
  readonly transferredOn: PlainDate | null;
  readonly takenOverOn: PlainDate | null;
  readonly proposedOn: PlainDate | null;
  readonly reviewAskedOn: PlainDate | null;
  readonly recusedOn: PlainDate | null;
  readonly superiorOpenedOn: PlainDate | null;
  readonly escalatedOn: PlainDate | null;
  readonly erasedOn: PlainDate | null;
  readonly formal: Formal | null;
  /** The result clock of the letter as it was sent, or made formal, which nothing lengthens: the outer date is its. */
  readonly outer: CaseClock;
  /** The outer escalation date as it stood when the law changed; null: what the arithmetic gives. */
  readonly outerPromised: PlainDate | null;
  /** In the order in which they started; of one name at most the last is running. */
  readonly clocks: readonly CaseClock[];
  readonly flags: Readonly<Record<CaseFlag, boolean>>;
};

/** A case as its events leave it. */
export type CaseState = CaseStage & CaseFacts;

/** Whether the committee has written again since it acknowledged. */
export function isAnswered(state: CaseState): boolean {
  return "answeredOn" in state && state.answeredOn !== null;
}

/** Whether the committee in charge has decided: an outcome, or a refusal. */
export function isDecided({ status }: Pick<CaseState, "status">): boolean {
  return status === "concluded" || status === "closed" || status === "refused";
}

/** Whether the superior may have its slot: the committee was too late, handed it up, or the reporter asked. */
export function superiorMayRead(state: CaseState): boolean {
  if (state.superior === null) return state.takenOverOn !== null;
  return state.escalatedOn !== null || state.reviewAskedOn !== null || state.proposedOn !== null;
}

/** The last clock of a name, running or stopped; undefined if none has started. */
export function getClock(state: Pick<CaseState, "clocks">, name: ClockName): CaseClock | undefined {
  return state.clocks.findLast((clock) => clock.name === name);
}

/** The clock of a name that is running. */
export function getRunningClock(state: Pick<CaseState, "clocks">, name: ClockName): CaseClock | undefined {
  return state.clocks.findLast((clock) => clock.name === name && clock.stoppedOn === null);
}

/** The pause that goes on, if one does. */
export function getPause(clock: CaseClock | undefined): Pause | undefined {
  return clock?.stoppedOn === null ? clock.pauses.find((pause) => pause.lastOn === null) : undefined;
}
