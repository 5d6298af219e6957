import type { ErrorCode } from "../../api/errors.ts";
import type { DirectoryFault } from "../../crypto/directory.ts";
import type { LetterFacts, SelfDescription } from "../../crypto/letter.schema.ts";
import type { AccusedRole } from "../../domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../domain/ids.ts";
import { type ManifestationCode, type Topic, topics } from "../../domain/manifestations.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Route } from "../../domain/routing.ts";
import { type ReceiptCode, receiptGroups, toAsciiDigits } from "../../envelope/receipt-code.ts";
import type { ReaderFault } from "../reporter/readers.ts";

// The whole journey of a reporter in one place, without effects: what is on the screen follows from this state, and
// this state lives in memory only.

/** The questions in the order in which they are asked; a step back goes to the one before. */
export const questions = [
  "unit",
  "whom",
  "route",
  "self",
  "topic",
  "manifestation",
  "write",
  "facts",
  "check",
] as const;
export type Question = (typeof questions)[number];

/** What a person may answer to the plain questions: one of them, none of them, or that they cannot tell. */
export type TopicAnswer = Topic | "other" | "unsure";
export type Screen = "home" | Question | "sending" | "receipt" | "confirm" | "done" | "return";

/** What has been answered so far. A unit of null: không rõ đơn vị. */
export type Draft = {
  readonly unit: UnitId | null;
  readonly about: AccusedRole | null;
  readonly excluded: readonly CommitteeId[];
  readonly levelAbove: boolean;
  readonly answer: PresenceAnswer | null;
  readonly self: SelfDescription | null;
  /** Null: not answered yet. */
  readonly topic: TopicAnswer | null;
  /** Of a topic with several manifestations the one chosen; "none" of them; null: not answered yet. */
  readonly manifestation: ManifestationCode | "none" | null;
  readonly text: string;
  readonly facts: LetterFacts;
};

/** Whether the person reported is among those whom the page lists: not, unsure, or in which committee. */
export type PresenceAnswer =
  | { readonly kind: "no" | "unsure" }
  | { readonly kind: "in"; readonly committee: CommitteeId };

/** What keeps a screen from letting go, told in its error summary. */
export type DraftFault =
  | "whom-required"
  | "ask-required"
  | "topic-required"
  | "manifestation-required"
  | "text-required"
  | "has-code"
  | { readonly tooLongBy: number };

/** Why a letter could not be sent at all. Whatever passes by waiting is not here. */
export type SendFault =
  | { readonly kind: "directory"; readonly fault: DirectoryFault | "missing" }
  | { readonly kind: "key"; readonly fault: ReaderFault }
  | { readonly kind: "refused"; readonly code: ErrorCode }
  | { readonly kind: "crypto"; readonly fault: "missing" | "unsupported" }
  | { readonly kind: "unreadable" };

export type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "under-way"; readonly stage: "preparing" | "proving" | "delivering" }
  | { readonly kind: "waiting"; readonly why: "busy" | "unreachable" }
  | { readonly kind: "failed"; readonly fault: SendFault };

export type Receipt = {
  readonly code: ReceiptCode;
  readonly releasedOn: PlainDate;
  readonly route: Extract<Route, { kind: "routed" }>;
  /** The two groups (from 0) that must be typed back. */
  readonly asked: readonly [number, number];
};

export type Journey = {
  readonly screen: Screen;
  readonly draft: Draft;
  readonly fault: DraftFault | null;
  /** The route has changed since it was last looked at. */
  readonly rerouted: boolean;
  readonly sending: Sending;
  readonly receipt: Receipt | null;
  /** What was typed back, and which of the asked groups (0 or 1) were wrong. */
  readonly typed: readonly [string, string];
  readonly wrongGroups: readonly number[];
};

export type Action =
  | { readonly type: "went"; readonly to: "home" | Question | "return" }
  | { readonly type: "went-back" }
  | { readonly type: "chose-unit"; readonly unit: UnitId | null }
  | { readonly type: "chose-about"; readonly about: AccusedRole }
  | { readonly type: "settled-about" }
  | { readonly type: "answered"; readonly answer: PresenceAnswer }
  | { readonly type: "excluded"; readonly committee: CommitteeId }
  | { readonly type: "included"; readonly committee: CommitteeId }
  | { readonly type: "chose-level"; readonly levelAbove: boolean }
  | { readonly type: "settled-route"; readonly receiver: CommitteeId }
  | { readonly type: "described-self"; readonly self: SelfDescription | null }
  | { readonly type: "settled-self" }
  | { readonly type: "chose-topic"; readonly topic: TopicAnswer }
  | { readonly type: "settled-topic" }
  | { readonly type: "chose-manifestation"; readonly manifestation: ManifestationCode | "none" }
  | { readonly type: "settled-manifestation" }
  | { readonly type: "wrote"; readonly text: string }
  | { readonly type: "settled-text"; readonly fault: DraftFault | null }
  | { readonly type: "told"; readonly facts: Partial<LetterFacts> }
  | { readonly type: "settled-facts"; readonly fault: DraftFault | null }
  | { readonly type: "sent" }
  | { readonly type: "sending-went-on"; readonly sending: Sending }
  | { readonly type: "accepted"; readonly receipt: Receipt }
  | { readonly type: "noted-code" }
  | { readonly type: "asked-for-code" }
  | { readonly type: "typed-group"; readonly index: 0 | 1; readonly text: string }
  | { readonly type: "settled-code" };

const emptyDraft: Draft = {
  unit: null,
  about: null,
  excluded: [],
  levelAbove: false,
  answer: null,
  self: null,
  topic: null,
  manifestation: null,
  text: "",
  facts: { when: "", where: "", knowledge: null, continuing: null },
};

/** The first page, nothing answered. */
export const start: Journey = {
  screen: "home",
  draft: emptyDraft,
  fault: null,
  rerouted: false,
  sending: { kind: "idle" },
  receipt: null,
  typed: ["", ""],
  wrongGroups: [],
};

/** Whether closing the page now would lose something that cannot be had again. */
export function wouldLose({ screen, draft }: Journey): boolean {
  if (screen === "receipt" || screen === "confirm" || screen === "sending") return true;
  return screen !== "done" && draft.text.trim() !== "";
}

/** The journey after an action. Pure; an action that does not fit the screen changes nothing. */
export function travel(journey: Journey, action: Action): Journey {
  if (action.type === "went") return goTo(journey, action.to);
  if (action.type === "went-back") return goBack(journey);
  if (isOfSending(action)) return send(journey, action);
  return isOfCode(action) ? keepCode(journey, action) : answer(journey, action);
}

type SendAction = Extract<Action, { type: "sent" | "sending-went-on" | "accepted" }>;
type CodeAction = Extract<Action, { type: "noted-code" | "asked-for-code" | "typed-group" | "settled-code" }>;

function isOfSending(action: Action): action is SendAction {
  return action.type === "sent" || action.type === "sending-went-on" || action.type === "accepted";
}

function isOfCode(action: Action): action is CodeAction {
  return (
    action.type === "noted-code" ||
    action.type === "asked-for-code" ||
    action.type === "typed-group" ||
    action.type === "settled-code"
  );
}

type AnswerAction = Exclude<Action, SendAction | CodeAction | { type: "went" | "went-back" }>;

function goTo(journey: Journey, to: "home" | Question | "return"): Journey {
  // A letter on its way, and a code that was not yet noted, cannot be left behind.
  const isHeld = journey.sending.kind === "under-way" || journey.sending.kind === "waiting";
  if (isHeld || journey.screen === "receipt" || journey.screen === "confirm") return journey;
  if (journey.screen === "done") return { ...start, screen: to };
  return { ...journey, screen: to, fault: null, rerouted: false, sending: { kind: "idle" } };
}

function goBack(journey: Journey): Journey {
  if (journey.screen === "return") return goTo(journey, "home");
  if (journey.screen === "sending") return goTo(journey, "check");
  const at = questions.findIndex((question) => question === journey.screen);
  if (at < 0) return journey;
  const before = questions[at - 1] ?? "home";
  return goTo(journey, before === "manifestation" && !hasChoice(journey.draft.topic) ? "topic" : before);
}

/** Whether a topic leaves something to choose from. */
export function hasChoice(topic: TopicAnswer | null): topic is Topic {
  return topic !== null && topic !== "other" && topic !== "unsure" && topics[topic].length > 1;
}

function withDraft(journey: Journey, draft: Partial<Draft>): Journey {
  return { ...journey, draft: { ...journey.draft, ...draft }, fault: null };
}

/** What is asked about a route counts for that route only. */
function reroute(journey: Journey, draft: Partial<Draft>): Journey {
  return { ...withDraft(journey, { ...draft, answer: null }), rerouted: journey.screen === "route" };
}

function exclude(journey: Journey, committee: CommitteeId): Journey {
  const excluded = [...new Set([...journey.draft.excluded, committee])];
  return reroute(journey, { excluded });
}

type Answers = {
  readonly [Type in AnswerAction["type"]]: (
    journey: Journey,
    action: Extract<AnswerAction, { readonly type: Type }>,
  ) => Journey;
};

const answers: Answers = {
  "chose-unit": (journey, { unit }) => {
    const { unit: before } = journey.draft;
    const { about, excluded, levelAbove, answer } = emptyDraft;
    const draft = unit === before ? {} : { unit, about, excluded, levelAbove, answer };
    return { ...withDraft(journey, draft), screen: "whom" };
  },
  "chose-about": (journey, { about }) => reroute(journey, { about }),
  "settled-about": (journey) =>
    settle(journey, "route", journey.draft.about === null ? "whom-required" : null),
  answered: (journey, { answer }) => withDraft(journey, { answer }),
  excluded: (journey, { committee }) => exclude(journey, committee),
  included: (journey, { committee }) =>
    reroute(journey, { excluded: journey.draft.excluded.filter((each) => each !== committee) }),
  "chose-level": (journey, { levelAbove }) => reroute(journey, { levelAbove }),
  "settled-route": (journey, { receiver }) => settleRoute(journey, receiver),
  "described-self": (journey, { self }) => withDraft(journey, { self }),
  "settled-self": (journey) => settle(journey, "topic", null),
  "chose-topic": (journey, { topic }) =>
    withDraft(journey, topic === journey.draft.topic ? {} : { topic, manifestation: null }),
  "settled-topic": (journey) => {
    const { topic } = journey.draft;
    return settle(
      journey,
      hasChoice(topic) ? "manifestation" : "write",
      topic === null ? "topic-required" : null,
    );
  },
  "chose-manifestation": (journey, { manifestation }) => withDraft(journey, { manifestation }),
  "settled-manifestation": (journey) =>
    settle(journey, "write", journey.draft.manifestation === null ? "manifestation-required" : null),
  wrote: (journey, { text }) => withDraft(journey, { text }),
  "settled-text": (journey, { fault }) => settle(journey, "facts", fault),
  told: (journey, { facts }) => withDraft(journey, { facts: { ...journey.draft.facts, ...facts } }),
  "settled-facts": (journey, { fault }) => settle(journey, "check", fault),
};

/** On to the next question, unless something is wrong with the answer. */
function settle(journey: Journey, next: Question, fault: DraftFault | null): Journey {
  return fault === null ? { ...journey, screen: next, fault: null, rerouted: false } : { ...journey, fault };
}

function answer(journey: Journey, action: AnswerAction): Journey {
  // One look-up by the type that is in the action: the table has for each type a function of just that action.
  const change = answers[action.type] as (journey: Journey, action: AnswerAction) => Journey;
  return change(journey, action);
}

/** "Yes" shuts the committee out, "unsure" goes a level up; either way the new route is shown before going on. */
function settleRoute(journey: Journey, receiver: CommitteeId): Journey {
  const { answer, levelAbove } = journey.draft;
  if (answer === null) return { ...journey, fault: "ask-required" };
  if (answer.kind === "no") return settle(journey, "self", null);
  if (answer.kind === "in") return exclude(journey, answer.committee);
  return levelAbove ? exclude(journey, receiver) : reroute(journey, { levelAbove: true });
}

function send(journey: Journey, action: SendAction): Journey {
  if (action.type === "sent") {
    // The second tap of a double tap finds the screen already gone.
    if (journey.screen !== "check") return journey;
    return { ...journey, screen: "sending", sending: { kind: "under-way", stage: "preparing" } };
  }
  if (journey.screen !== "sending") return journey;
  if (action.type === "sending-went-on") return { ...journey, sending: action.sending };
  // What was sealed need not stay readable here.
  const draft = { ...emptyDraft, unit: journey.draft.unit };
  return { ...start, screen: "receipt", draft, receipt: action.receipt };
}

function keepCode(journey: Journey, action: CodeAction): Journey {
  const { receipt, typed } = journey;
  if (receipt === null) return journey;
  if (action.type === "noted-code" || action.type === "asked-for-code") {
    const screen = action.type === "noted-code" ? "confirm" : "receipt";
    return { ...journey, screen, typed: ["", ""], wrongGroups: [] };
  }
  if (action.type === "typed-group") {
    const { index, text } = action;
    return { ...journey, typed: index === 0 ? [text, typed[1]] : [typed[0], text] };
  }
  const wrongGroups = findWrongGroups(receipt, typed);
  return wrongGroups.length > 0 ? { ...journey, wrongGroups } : { ...start, screen: "done" };
}

function findWrongGroups({ code, asked }: Receipt, typed: readonly [string, string]): readonly number[] {
  const groups = receiptGroups(code);
  return [0, 1].filter((index) => {
    const entered = toAsciiDigits(typed[index] ?? "").replace(/\s/g, "");
    return entered !== groups[asked[index] ?? -1];
  });
}

/** Changes whenever another page is shown, or the same page with another route: then the focus goes to its heading. */
export function pageKey({ screen, draft }: Journey): string {
  return screen === "route" ? [screen, draft.levelAbove, ...draft.excluded].join(" ") : screen;
}
