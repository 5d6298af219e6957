import type { Actor } from "./case.commands.ts";
import type { CaseEventType, EventOf } from "./case.events.ts";

/** To whom the sealed part of an event goes. `readers`: who handles the case; nobody outside learns of it. */
export type SealedTo = "reporter" | "superior" | "readers";

type Entry<Type extends CaseEventType> = {
  readonly by: Actor;
  /** What the server sees beside type and day. */
  readonly public: readonly Exclude<keyof EventOf<Type>, "type" | "on">[];
  /** What is in the sealed part; nothing of it reaches the server. */
  readonly sealed: readonly string[];
  readonly to: SealedTo | null;
};

const bare = { public: [], sealed: [], to: null } as const;

/** Every event: who makes it happen, what the server may know, what is sealed and to whom. */
export const vocabulary = {
  Released: { by: "clock", public: ["committee", "superior"], sealed: [], to: null },
  Opened: { by: "officer", ...bare },
  Acknowledged: { by: "officer", public: [], sealed: ["message"], to: "reporter" },
  MessageSent: { by: "officer", public: [], sealed: ["message"], to: "reporter" },
  Classified: {
    by: "officer",
    public: ["kind"],
    sealed: ["substance", "category", "eligible"],
    to: "readers",
  },
  ReporterAsked: { by: "officer", public: ["days"], sealed: ["message"], to: "reporter" },
  Extended: { by: "officer", public: ["days"], sealed: ["reason", "message"], to: "reporter" },
  VerificationBegun: { by: "officer", ...bare },
  Transferred: { by: "officer", public: ["to", "key"], sealed: ["reason", "message"], to: "reporter" },
  SuperiorProposed: { by: "officer", public: [], sealed: ["reason"], to: "superior" },
  Noted: { by: "officer", public: [], sealed: ["note"], to: "readers" },
  HandedOver: { by: "officer", public: ["key"], sealed: ["reason"], to: "readers" },
  Recused: { by: "officer", public: ["key"], sealed: ["reason"], to: "readers" },
  Refused: { by: "officer", public: [], sealed: ["ground", "whereElse", "message"], to: "reporter" },
  Concluded: {
    by: "officer",
    public: [],
    sealed: ["outcome", "againstPerson", "remedy", "referral", "message"],
    to: "reporter",
  },
  Closed: { by: "officer", ...bare },
  Explained: { by: "officer", public: [], sealed: ["explanation"], to: "superior" },
  ReporterWrote: { by: "reporter", public: [], sealed: ["act", "message"], to: "readers" },
  ReviewAsked: { by: "reporter", public: [], sealed: ["message"], to: "superior" },
  MadeFormal: { by: "reporter", public: ["kind", "since"], sealed: ["identity"], to: "readers" },
  ExplanationDemanded: { by: "superior", ...bare },
  OpenedBySuperior: { by: "superior", ...bare },
  TakenOver: { by: "superior", public: ["key"], sealed: ["message"], to: "reporter" },
  TransferReceived: { by: "clock", ...bare },
  ClockResumed: { by: "clock", ...bare },
  BecameOverdue: { by: "clock", public: ["clock"], sealed: [], to: null },
  Escalated: { by: "clock", public: ["clock"], sealed: [], to: null },
  LawChanged: { by: "clock", public: ["because", "moves", "outer"], sealed: [], to: null },
  Erased: { by: "clock", ...bare },
} as const satisfies { readonly [Type in CaseEventType]: Entry<Type> };

/** Every type of event, in the order of a case's life. */
export const eventTypes = Object.keys(vocabulary) as readonly CaseEventType[];

/** Whether an event brings the reporter words of the committee. */
export function isMessageToReporter(type: CaseEventType): boolean {
  return vocabulary[type].by !== "reporter" && vocabulary[type].to === "reporter";
}
