import type { ErrorCode } from "../../api/errors.ts";
import type { DirectoryFault } from "../../crypto/directory.ts";
import type { SelfDescription } from "../../crypto/letter.schema.ts";
import type { AccusedRole } from "../../domain/conflict.ts";
import type { CommitteeId, UnitId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Route } from "../../domain/routing.ts";
import { type ReceiptCode, receiptGroups, toAsciiDigits } from "../../envelope/receipt-code.ts";
import type { KeyFault } from "../organisation.ts";

// The whole journey of a reporter in one place, without effects: what is on the screen follows from this state, and
// this state lives in memory only.

/** The questions in the order in which they are asked; a step back goes to the one before. */
export const questions = ["unit", "whom", "route", "write", "check"] as const;
export type Question = (typeof questions)[number];
export type Screen = "home" | Question | "sending" | "receipt" | "confirm" | "done" | "return";

/** What has been answered so far. A unit of null: không rõ đơn vị. */
export type Draft = {
  readonly unit: UnitId | null;
  readonly about: AccusedRole | null;
  readonly excluded: readonly CommitteeId[];
  readonly levelAbove: boolean;
  readonly answer: PresenceAnswer | null;
  readonly self: SelfDescription | null;
  readonly text: string;
};

/** Whether the person reported is among those whom the page lists: not, unsure, or in which committee. */
export type PresenceAnswer =
  | { readonly kind: "no" | "unsure" }
  | { readonly kind: "in"; readonly committee: CommitteeId };

/** What keeps a screen from letting go, told in its error summary. */
export type DraftFault =
  | "whom-required"
  | "ask-required"
  | "text-required"
  | "has-code"
  | { readonly tooLongBy: number };

/** Why a letter could not be sent at all. Whatever passes by waiting is not here. */
export type SendFault =
  | { readonly kind: "directory"; readonly fault: DirectoryFault | "missing" }
  | { readonly kind: "key"; readonly fault: KeyFault }
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
  | { readonly type: "excluded" | "included"; readonly committee: CommitteeId }
  | { readonly type: "chose-level"; readonly levelAbove: boolean }
  | { readonly type: "settled-route"; readonly receiver: CommitteeId }
  | { readonly type: "wrote"; readonly text: string }
  | { readonly type: "described-self"; readonly self: SelfDescription | null }
  | { readonly type: "settled-text"; readonly fault: DraftFault | null }
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
  text: "",
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
  switch (action.type) {
    case "went":
      return goTo(journey, action.to);
    case "went-back":
      return goBack(journey);
    case "sent":
    case "sending-went-on":
    case "accepted":
      return send(journey, action);
    case "noted-code":
    case "asked-for-code":
    case "typed-group":
    case "settled-code":
      return keepCode(journey, action);
    default:
      return answer(journey, action);
  }
}

type SendAction = Extract<Action, { type: "sent" | "sending-went-on" | "accepted" }>;
type CodeAction = Extract<Action, { type: "noted-code" | "asked-for-code" | "typed-group" | "settled-code" }>;
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
  return at < 0 ? journey : goTo(journey, questions[at - 1] ?? "home");
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

function answer(journey: Journey, action: AnswerAction): Journey {
  switch (action.type) {
    case "chose-unit": {
      const isSame = action.unit === journey.draft.unit;
      const fresh = { ...emptyDraft, text: journey.draft.text, self: journey.draft.self, unit: action.unit };
      return { ...withDraft(journey, isSame ? {} : fresh), screen: "whom" };
    }
    case "chose-about":
      return reroute(journey, { about: action.about });
    case "settled-about":
      return journey.draft.about === null
        ? { ...journey, fault: "whom-required" }
        : { ...journey, screen: "route", fault: null, rerouted: false };
    case "answered":
      return withDraft(journey, { answer: action.answer });
    case "excluded":
      return exclude(journey, action.committee);
    case "included":
      return reroute(journey, {
        excluded: journey.draft.excluded.filter((committee) => committee !== action.committee),
      });
    case "chose-level":
      return reroute(journey, { levelAbove: action.levelAbove });
    case "settled-route":
      return settleRoute(journey, action.receiver);
    case "wrote":
      return withDraft(journey, { text: action.text });
    case "described-self":
      return withDraft(journey, { self: action.self });
    case "settled-text":
      return action.fault === null
        ? { ...journey, screen: "check", fault: null }
        : { ...journey, fault: action.fault };
  }
}

/** "Yes" shuts the committee out, "unsure" goes a level up; either way the new route is shown before going on. */
function settleRoute(journey: Journey, receiver: CommitteeId): Journey {
  const { answer, levelAbove } = journey.draft;
  if (answer === null) return { ...journey, fault: "ask-required" };
  if (answer.kind === "no") return { ...journey, screen: "write", fault: null, rerouted: false };
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
  if (journey.receipt === null) return journey;
  switch (action.type) {
    case "noted-code":
      return { ...journey, screen: "confirm", typed: ["", ""], wrongGroups: [] };
    case "asked-for-code":
      return { ...journey, screen: "receipt", typed: ["", ""], wrongGroups: [] };
    case "typed-group": {
      const [first, second] = journey.typed;
      const typed = action.index === 0 ? ([action.text, second] as const) : ([first, action.text] as const);
      return { ...journey, typed };
    }
    case "settled-code": {
      const wrongGroups = findWrongGroups(journey.receipt, journey.typed);
      return wrongGroups.length > 0 ? { ...journey, wrongGroups } : { ...start, screen: "done" };
    }
  }
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
