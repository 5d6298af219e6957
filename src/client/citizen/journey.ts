import type { ErrorCode } from "../../api/errors.ts";
import type { DirectoryFault } from "../../crypto/directory.ts";
import type { LetterFacts, SelfDescription } from "../../crypto/letter.schema.ts";
import type { AccusedRole } from "../../domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../domain/ids.ts";
import type { ManifestationCode } from "../../domain/manifestations.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { BasisGroup } from "../../domain/policy.ts";
import type { Route } from "../../domain/routing.ts";
import { type ReceiptCode, receiptGroups, toAsciiDigits } from "../../envelope/receipt-code.ts";
import type { ReaderFault } from "../reporter/readers.ts";
import {
  askedOf,
  type Draft,
  emptyDraft,
  type PresenceAnswer,
  type Question,
  type TopicAnswer,
} from "./draft.ts";

export {
  type Draft,
  hasChoice,
  type PresenceAnswer,
  type Question,
  questions,
  type TopicAnswer,
} from "./draft.ts";

// The whole journey of a reporter in one place, without effects: what is on the screen follows from this state, and
// this state lives in memory only.

/** What is on the page. */
export type Screen = "home" | Question | "sending" | "receipt" | "confirm" | "done" | "return";

/** What keeps a screen from letting go, told in its error summary. */
export type DraftFault =
  | "whom-required"
  | "ask-required"
  | "topic-required"
  | "manifestation-required"
  | "text-required"
  | "has-code"
  | { readonly tooLongBy: number }
  | { readonly facts: readonly FactFault[] };

/** A line that is too long, or has a receipt code in it. */
export type FactFault = {
  readonly field: "when" | "where";
  readonly kind: "too-long" | "has-code";
};

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

/** How far the messages have come in which a long text goes on behind its letter. */
export type Rest = { readonly sent: number; readonly of: number; readonly sending: Sending };

export type Receipt = {
  readonly code: ReceiptCode;
  readonly releasedOn: PlainDate;
  readonly route: Extract<Route, { kind: "routed" }>;
  /** What the writer said it is about, by which a limit is a rule or a target. */
  readonly group: BasisGroup | "unknown";
  /** The two groups (from 0) that must be typed back. */
  readonly asked: readonly [number, number];
};

export type Journey = {
  readonly screen: Screen;
  readonly draft: Draft;
  /** Questions answered and left without a fault. An answer that is changed is no longer settled. */
  readonly settled: readonly Question[];
  /** Came from the last look to change an answer, and goes back there as soon as nothing else is open. */
  readonly isChanging: boolean;
  readonly fault: DraftFault | null;
  /** The route has changed since it was last looked at. */
  readonly rerouted: boolean;
  readonly sending: Sending;
  readonly receipt: Receipt | null;
  /** What was typed back, and which of the asked groups (0 or 1) were wrong. */
  readonly typed: readonly [string, string];
  readonly wrongGroups: readonly number[];
  /** Null: the letter was all. */
  readonly rest: Rest | null;
  /** The code was typed back while the rest was still on its way: the page waits for that alone. */
  readonly isNoted: boolean;
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
  | { readonly type: "settled-route"; readonly receiver: CommitteeId; readonly asksGroupC: boolean }
  | { readonly type: "described-self"; readonly self: SelfDescription | null }
  | { readonly type: "settled-self" }
  | { readonly type: "settled-member" }
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
  /** `parts`: messages that still have to follow. */
  | { readonly type: "accepted"; readonly receipt: Receipt; readonly parts?: number }
  | { readonly type: "rest-went-on"; readonly rest: Rest }
  | { readonly type: "noted-code" }
  | { readonly type: "asked-for-code" }
  | { readonly type: "typed-group"; readonly index: 0 | 1; readonly text: string }
  | { readonly type: "settled-code" };

/** The first page, nothing answered. */
export const start: Journey = {
  screen: "home",
  draft: emptyDraft,
  settled: [],
  isChanging: false,
  fault: null,
  rerouted: false,
  sending: { kind: "idle" },
  receipt: null,
  typed: ["", ""],
  wrongGroups: [],
  rest: null,
  isNoted: false,
};

/** Whether closing the page now would lose something that cannot be had again. */
export function wouldLose({ screen, draft }: Journey): boolean {
  if (screen === "receipt" || screen === "confirm" || screen === "sending") return true;
  return screen !== "done" && draft.text.trim() !== "";
}

/** Whether some of a long letter is still only on this page. What cannot be sent at all holds nobody back. */
export function isRestUnsent({ rest }: Journey): boolean {
  return rest !== null && rest.sent < rest.of && rest.sending.kind !== "failed";
}

/** The journey after an action. Pure; an action that does not fit the screen changes nothing. */
export function travel(journey: Journey, action: Action): Journey {
  if (action.type === "went") return goTo(journey, action.to);
  if (action.type === "went-back") return goBack(journey);
  if (isOfSending(action)) return send(journey, action);
  return isOfCode(action) ? keepCode(journey, action) : answer(journey, action);
}

type SendAction = Extract<Action, { type: "sent" | "sending-went-on" | "accepted" | "rest-went-on" }>;
type CodeAction = Extract<Action, { type: "noted-code" | "asked-for-code" | "typed-group" | "settled-code" }>;

function isOfSending(action: Action): action is SendAction {
  return (
    action.type === "sent" ||
    action.type === "sending-went-on" ||
    action.type === "accepted" ||
    action.type === "rest-went-on"
  );
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
  if (journey.screen === "done") return goTo(start, to);
  if (to === "home" || to === "return") return show(journey, to);
  // The letter was refused because of the directory: who would read it now has to be looked at and answered anew.
  const isRefused = journey.screen === "sending" && to === "route";
  const open = isRefused ? reroute(journey, {}) : journey;
  const isChanging = journey.screen === "check" || journey.screen === "sending";
  return { ...show(open, reach(open, to)), isChanging: isChanging && to !== "check" };
}

function show(journey: Journey, screen: Screen): Journey {
  const sending: Sending = { kind: "idle" };
  return { ...journey, screen, fault: null, rerouted: false, isChanging: false, sending };
}

/** No question is reached before those that come first are settled. */
function reach(journey: Journey, to: Question): Question {
  const asked = askedOf(journey.draft);
  const open = firstOpen(journey);
  return asked.indexOf(to) >= 0 && asked.indexOf(to) <= asked.indexOf(open) ? to : open;
}

/** The first question that is not settled; when all are, the last look. */
function firstOpen({ draft, settled }: Journey): Question {
  return askedOf(draft).find((question) => !settled.includes(question)) ?? "check";
}

function goBack(journey: Journey): Journey {
  if (journey.screen === "return") return goTo(journey, "home");
  if (journey.screen === "sending") return goTo(journey, "check");
  const asked: readonly Screen[] = askedOf(journey.draft);
  const at = asked.indexOf(journey.screen);
  if (at < 0) return journey;
  if (journey.isChanging && firstOpen(journey) === "check") return show(journey, "check");
  return { ...show(journey, asked[at - 1] ?? "home"), isChanging: journey.isChanging && at > 0 };
}

/** The draft with some answers changed, so that these questions have to be settled again. */
function change(journey: Journey, draft: Partial<Draft>, ...open: readonly Question[]): Journey {
  const settled = journey.settled.filter((question) => !open.includes(question));
  return { ...journey, draft: { ...journey.draft, ...draft }, settled, fault: null };
}

/** What is asked and told about a route counts for that route only. */
function reroute(journey: Journey, draft: Partial<Draft>, ...open: readonly Question[]): Journey {
  const changed = change(journey, { ...draft, answer: null }, "route", "member", ...open);
  return { ...changed, rerouted: journey.screen === "route" };
}

function exclude(journey: Journey, committee: CommitteeId): Journey {
  const excluded = [...new Set([...journey.draft.excluded, committee])];
  return reroute(journey, { excluded });
}

function chooseUnit(journey: Journey, unit: UnitId | null): Journey {
  if (unit === journey.draft.unit) return settle(journey, "unit", null);
  const { about, excluded, levelAbove } = emptyDraft;
  return settle(reroute(journey, { unit, about, excluded, levelAbove }, "whom"), "unit", null);
}

type Answer<Type extends AnswerAction["type"]> = {
  /** The screen where it can be answered; on any other it changes nothing. */
  readonly on: Question;
  readonly change: (journey: Journey, action: Extract<AnswerAction, { readonly type: Type }>) => Journey;
};
type Answers = { readonly [Type in AnswerAction["type"]]: Answer<Type> };

const answers: Answers = {
  "chose-unit": { on: "unit", change: (journey, { unit }) => chooseUnit(journey, unit) },
  "chose-about": {
    on: "whom",
    change: (journey, { about }) =>
      about === journey.draft.about ? journey : reroute(journey, { about }, "whom"),
  },
  "settled-about": {
    on: "whom",
    change: (journey) => settle(journey, "whom", journey.draft.about === null ? "whom-required" : null),
  },
  answered: { on: "route", change: (journey, { answer }) => change(journey, { answer }, "route") },
  excluded: { on: "route", change: (journey, { committee }) => exclude(journey, committee) },
  included: {
    on: "route",
    change: (journey, { committee }) =>
      reroute(journey, { excluded: journey.draft.excluded.filter((each) => each !== committee) }),
  },
  "chose-level": { on: "route", change: (journey, { levelAbove }) => reroute(journey, { levelAbove }) },
  "settled-route": { on: "route", change: settleRoute },
  "described-self": {
    on: "self",
    change: (journey, { self }) => change(journey, { self }, "self", "member"),
  },
  "settled-self": { on: "self", change: (journey) => settle(journey, "self", null) },
  "settled-member": { on: "member", change: (journey) => settle(journey, "member", null) },
  "chose-topic": {
    on: "topic",
    change: (journey, { topic }) =>
      topic === journey.draft.topic
        ? change(journey, {})
        : change(journey, { topic, manifestation: null }, "topic", "manifestation"),
  },
  "settled-topic": {
    on: "topic",
    change: (journey) => settle(journey, "topic", journey.draft.topic === null ? "topic-required" : null),
  },
  "chose-manifestation": {
    on: "manifestation",
    change: (journey, { manifestation }) => change(journey, { manifestation }, "manifestation"),
  },
  "settled-manifestation": {
    on: "manifestation",
    change: (journey) =>
      settle(
        journey,
        "manifestation",
        journey.draft.manifestation === null ? "manifestation-required" : null,
      ),
  },
  wrote: { on: "write", change: (journey, { text }) => change(journey, { text }, "write") },
  "settled-text": {
    on: "write",
    change: (journey, { fault }) =>
      settle(journey, "write", journey.draft.text.trim() === "" ? "text-required" : fault),
  },
  told: {
    on: "facts",
    change: (journey, { facts }) => change(journey, { facts: { ...journey.draft.facts, ...facts } }, "facts"),
  },
  "settled-facts": { on: "facts", change: (journey, { fault }) => settle(journey, "facts", fault) },
};

/** On to the next question, or back to the last look, unless something is wrong with the answer. */
function settle(journey: Journey, question: Question, fault: DraftFault | null): Journey {
  if (fault !== null) return { ...journey, fault };
  const { isChanging } = journey;
  const after: Journey = { ...journey, settled: [...new Set([...journey.settled, question])] };
  const asked = askedOf(after.draft);
  const screen = isChanging ? firstOpen(after) : (asked[asked.indexOf(question) + 1] ?? "check");
  return { ...show(after, screen), isChanging: isChanging && screen !== "check" };
}

function answer(journey: Journey, action: AnswerAction): Journey {
  // One look-up by the type that is in the action: the table has for each type a function of just that action.
  const { on, change } = answers[action.type] as Answer<AnswerAction["type"]>;
  return journey.screen === on ? change(journey, action) : journey;
}

/** "Yes" shuts the committee out, "unsure" goes a level up; either way the new route is shown before going on. */
function settleRoute(
  journey: Journey,
  { receiver, asksGroupC }: Extract<AnswerAction, { readonly type: "settled-route" }>,
): Journey {
  const { answer, levelAbove, topic } = journey.draft;
  if (answer === null) return { ...journey, fault: "ask-required" };
  if (answer.kind === "in") return exclude(journey, answer.committee);
  if (answer.kind === "unsure")
    return levelAbove ? exclude(journey, receiver) : reroute(journey, { levelAbove: true });
  // Opinions are named only to a committee that asks about them: an answer meant for another is dropped.
  const isDropped = topic === "opinions" && !asksGroupC;
  const kept = isDropped
    ? change(journey, { topic: null, manifestation: null }, "topic", "manifestation")
    : journey;
  return settle(kept, "route", null);
}

function send(journey: Journey, action: SendAction): Journey {
  if (action.type === "sent") {
    // The second tap of a double tap finds the screen already gone.
    if (journey.screen !== "check") return journey;
    return { ...journey, screen: "sending", sending: { kind: "under-way", stage: "preparing" } };
  }
  if (action.type === "rest-went-on") return followRest(journey, action.rest);
  if (journey.screen !== "sending") return journey;
  if (action.type === "sending-went-on") return { ...journey, sending: action.sending };
  // What was sealed need not stay readable here.
  const draft = { ...emptyDraft, unit: journey.draft.unit };
  const rest = restOf(action.parts ?? 0);
  return { ...start, screen: "receipt", draft, receipt: action.receipt, rest };
}

function restOf(parts: number): Rest | null {
  return parts === 0 ? null : { sent: 0, of: parts, sending: { kind: "under-way", stage: "preparing" } };
}

/** Told only while its own receipt is on the page; the last part lets a page go that waited for nothing else. */
function followRest(journey: Journey, rest: Rest): Journey {
  if (journey.rest === null) return journey;
  const isOver = journey.isNoted && rest.sent === rest.of;
  return isOver ? { ...start, screen: "done" } : { ...journey, rest };
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
  if (wrongGroups.length > 0) return { ...journey, wrongGroups };
  return isRestUnsent(journey) ? { ...journey, wrongGroups, isNoted: true } : { ...start, screen: "done" };
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
