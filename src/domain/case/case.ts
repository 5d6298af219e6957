import type { PlainDate } from "../plain-date.ts";

export const caseStatuses = ["sent", "opened", "acknowledged"] as const;
/** Đã gửi, đã mở, đã tiếp nhận. */
export type CaseStatus = (typeof caseStatuses)[number];

/** How far a case has come; a date exists only where it means something. */
export type CaseStage =
  | { readonly status: "sent" }
  | { readonly status: "opened"; readonly openedOn: PlainDate }
  | {
      readonly status: "acknowledged";
      readonly openedOn: PlainDate;
      readonly acknowledgedOn: PlainDate;
      /** Day of the committee's last message after its acknowledgement; null while there is none. */
      readonly answeredOn: PlainDate | null;
    };

export const caseFlags = ["reporter-wrote"] as const;
/** What is true beside the status. `reporter-wrote`: the reporter has written since the committee last did. */
export type CaseFlag = (typeof caseFlags)[number];

/** A case as its events leave it. */
export type CaseState = CaseStage & {
  readonly releasedOn: PlainDate;
  readonly lastEventOn: PlainDate;
  /** Day of the reporter's last message after the letter itself; null while there is none. */
  readonly reporterWroteOn: PlainDate | null;
  readonly flags: Readonly<Record<CaseFlag, boolean>>;
};

/** Whether the committee has written again since it acknowledged. */
export function isAnswered(state: CaseState): boolean {
  return state.status === "acknowledged" && state.answeredOn !== null;
}
