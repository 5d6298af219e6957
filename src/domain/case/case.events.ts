import type { CommitteeId, KeyId } from "../ids.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ClockName, FormalKind, ReportKind } from "../policy.ts";
import type { LawChange } from "./case.law-record.ts";

/** Why the superior may read: the clock that was missed, or the date that was printed at sending. */
export type EscalationCause = ClockName | "outer";

/**
 * What the server may know of each event beside its type and its day: no more than due dates and access need.
 * What is sealed stands in `case.vocabulary`.
 */
export type PublicParameters = {
  /** Comes first, once, and starts the clocks. `superior`: whose slot was sealed at sending; null: nobody's. */
  Released: { readonly committee: CommitteeId; readonly superior: CommitteeId | null };
  Opened: unknown;
  Acknowledged: unknown;
  /** From the committee to the reporter. */
  MessageSent: unknown;
  /** `kind` chooses the policy rows. Formal only after the reporter made it so. */
  Classified: { readonly kind: ReportKind };
  /** Stops the result clock for at most so many days, in the row's unit. */
  ReporterAsked: { readonly days: number };
  Extended: { readonly days: number };
  VerificationBegun: unknown;
  /** `key`: the case key that is wrapped to the readers from now on. */
  Transferred: { readonly to: CommitteeId; readonly key: KeyId };
  SuperiorProposed: unknown;
  /** Every sealed note looks the same: assigned, joined, withdrawn, heard, planned, remedied. */
  Noted: unknown;
  HandedOver: { readonly key: KeyId };
  Recused: { readonly key: KeyId };
  Refused: unknown;
  Concluded: unknown;
  Closed: unknown;
  /** The explanation of a delay, sealed to the superior. */
  Explained: unknown;
  /** Everything that a reporter does, so that a reply cannot be told from a withdrawal. */
  ReporterWrote: unknown;
  /** The reporter asks the superior to look again: its slot is released, so this cannot stay opaque. */
  ReviewAsked: unknown;
  /** Carried by the reporter's own signature. `since`: the day of the message in which it lay sealed. */
  MadeFormal: { readonly kind: FormalKind; readonly since: PlainDate };
  ExplanationDemanded: unknown;
  OpenedBySuperior: unknown;
  TakenOver: { readonly key: KeyId };
  TransferReceived: unknown;
  ClockResumed: unknown;
  /** Dated on the first day after the limit. */
  BecameOverdue: { readonly clock: ClockName };
  /** Dated on the first day on which the superior may read. */
  Escalated: { readonly clock: EscalationCause };
  LawChanged: LawChange;
  Erased: unknown;
};

export type CaseEventType = keyof PublicParameters;

type Dated<Type extends CaseEventType> = { readonly type: Type; readonly on: PlainDate };

/** An event of one type. */
export type EventOf<Type extends CaseEventType> = Dated<Type> & PublicParameters[Type];

/** Something that happened to a case on a day; never a finer time. */
export type CaseEvent = { [Type in CaseEventType]: EventOf<Type> }[CaseEventType];
