import { clockOf } from "../../../domain/case/case.clocks.ts";
import type { CaseEvent, EventOf } from "../../../domain/case/case.events.ts";
import { limitOf } from "../../../domain/clocks.ts";
import type { CommitteeId } from "../../../domain/ids.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { ClockName } from "../../../domain/policy.ts";
import { formatAmount, formatDate, formatList, formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { KnownOrganisation } from "../../organisation.ts";
import type { HistoryItem } from "../../reporter/history.ts";
import type { ShownCase } from "../../reporter/open-case.ts";
import type { ReturnWords } from "./words.ts";

/** What a line of the history says beside the words that were sealed. */
export type ItemWords = {
  /** Over a message: what it is. */
  readonly head: string;
  /** What happened, a sentence each. */
  readonly lines: readonly string[];
};

type Telling = {
  readonly words: ReturnWords;
  readonly organisation: KnownOrganisation;
  readonly view: ShownCase;
};

/**
 * A line of the history in words; null: it is never shown. What the committee notes, whom it hands the case to, and with what
 * other case it reads this one is its own affair: a reporter who learnt of a second case would know of its sender.
 */
export function itemWords(telling: Telling, item: HistoryItem): ItemWords | null {
  if (item.type === "Noted" || item.type === "HandedOver" || item.type === "Released") return null;
  const { words } = telling;
  const lines = linesOf(telling, item, item.event);
  return {
    head: item.by === "reporter" ? didSentence(words, item) : words.law.say(`event.${item.type}`),
    lines,
  };
}

function linesOf(telling: Telling, item: HistoryItem, event: CaseEvent): readonly string[] {
  const { words, organisation, view } = telling;
  const { language, say, law: lawWords } = words;
  const name = (id: CommitteeId | null) => (id === null ? "" : committeeName(organisation.tree, id));
  const committee = name(item.committee);
  const superior = name(view.letter.header.fallback);
  const date = (on: PlainDate) => formatDate(language, on);
  switch (event.type) {
    case "Opened":
    case "VerificationBegun":
    case "Closed":
    case "Explained":
      return [say(`step.${event.type}`, { committee })];
    case "Classified":
      return [say("step.Classified", { committee, kind: lawWords.say(`kind.${event.kind}`) })];
    case "ReporterAsked":
      return [say("step.ReporterAsked", { amount: amountOf(telling, event) })];
    case "Extended":
      return [extendedSentence(telling, item, event)];
    case "Transferred":
      return [say("step.Transferred", { committee: name(event.to) })];
    case "SuperiorProposed":
      return [say("step.SuperiorProposed", { committee, superior })];
    case "Refused":
      return refusalSentences(words, item);
    case "Concluded":
      return conclusionSentences(words, item);
    case "MadeFormal": {
      const kind = lawWords.say(`kind.${event.kind}`);
      return [
        say("step.MadeFormal", { date: date(event.since), kind }),
        ...newDates(telling, event.on, ["result"]),
      ];
    }
    case "ExplanationDemanded":
    case "OpenedBySuperior":
      return [say(`step.${event.type}`, { superior: committee })];
    case "TakenOver":
      return [
        say("step.TakenOver", { superior: committee }),
        ...newDates(telling, event.on, ["acknowledge", "result"]),
      ];
    case "TransferReceived":
      return [
        say("step.TransferReceived", { committee: receiverOf(telling, item) }),
        ...newDates(telling, event.on, ["first-open", "acknowledge", "result"]),
      ];
    case "BecameOverdue":
      return [say("step.BecameOverdue", { clock: say(`promise.${event.clock}`) })];
    case "Escalated":
      return [
        event.clock === "outer"
          ? say("step.Escalated.outer", { superior })
          : say("step.Escalated", { clock: say(`promise.${event.clock}`), superior }),
      ];
    case "LawChanged":
      return lawChangeSentences(telling, event);
    case "Recused":
      return [say("step.Recused")];
    case "ClockResumed":
      return [say("step.ClockResumed")];
    case "Erased":
      return [say("step.Erased")];
    case "Acknowledged":
    case "MessageSent":
    case "ReporterWrote":
    case "ReviewAsked":
    case "Noted":
    case "HandedOver":
    case "Released":
      return [];
    default:
      return event satisfies never;
  }
}

/** What the reporter's own message was. */
function didSentence({ say, language }: ReturnWords, { deed, type }: HistoryItem): string {
  if (deed === null) return say(type === "ReviewAsked" ? "did.review" : "did.message");
  if (deed.kind === "continuation")
    return say("did.continuation", { part: formatNumber(language, deed.part + 1) });
  if (deed.kind === "rate") return say(deed.satisfied ? "did.satisfied" : "did.unsatisfied");
  return say(`did.${deed.kind}`);
}

/** So many days of a question or an extension, in the unit of the limit that they lengthen. */
function amountOf(
  { words: { language, say }, view }: Telling,
  { on, days }: { on: PlainDate; days: number },
) {
  const result = view.promises.findLast(({ known }) => known.name === "result" && known.knownOn <= on);
  return say(`amount.${result?.row.unit ?? "working-day"}`, { amount: formatAmount(language, days) });
}

function extendedSentence(telling: Telling, { fact }: HistoryItem, event: EventOf<"Extended"> & CaseEvent) {
  const { say, law } = telling.words;
  const amount = amountOf(telling, event);
  if (fact?.type !== "Extended") return say("step.Extended.no-reason", { amount });
  return say("step.Extended", { amount, reason: law.say(`extension.${fact.reason}`) });
}

function refusalSentences({ language, say, law }: ReturnWords, { fact }: HistoryItem): readonly string[] {
  if (fact?.type !== "Refused") return [];
  const places = fact.whereElse.map((place) => law.say(`place.${place}`));
  return [
    say("step.Refused", { ground: law.say(`ground.${fact.ground}`) }),
    ...(places.length === 0 ? [] : [say("step.Refused.places", { places: formatList(language, places) })]),
  ];
}

function conclusionSentences({ say, law }: ReturnWords, { fact }: HistoryItem): readonly string[] {
  if (fact?.type !== "Concluded") return [];
  const outcome = say("step.Concluded", { outcome: law.say(`outcome.${fact.outcome}`) });
  return fact.remedyOrdered ? [outcome, say("step.Concluded.remedy")] : [outcome];
}

/** The committee that a transfer led to: of the last one before this line. */
function receiverOf({ organisation, view }: Telling, item: HistoryItem): string {
  const before = view.history.slice(0, view.history.indexOf(item));
  const event = before.findLast(({ type }) => type === "Transferred")?.event;
  return committeeName(organisation.tree, event?.type === "Transferred" ? event.to : view.state.committee);
}

/** The limits that an event set running, as they were promised by it. */
function newDates(
  { words: { language, say }, view, organisation }: Telling,
  knownOn: PlainDate,
  names: readonly ClockName[],
): readonly string[] {
  return names.flatMap((name) => {
    const promise = view.promises.findLast(({ known }) => known.name === name && known.knownOn === knownOn);
    if (promise === undefined) return [];
    // Without what was extended and paused later: what the event itself promised.
    const first = clockOf({ ...promise.known, extensions: [], pauses: [] }, organisation.law);
    const date = formatDate(language, first.due.on);
    return [say("step.new-date", { clock: say(`promise.${name}`), date })];
  });
}

function lawChangeSentences({ words, view }: Telling, event: EventOf<"LawChanged">): readonly string[] {
  const { language, say, law } = words;
  const date = (on: PlainDate) => formatDate(language, on);
  return [
    say("step.LawChanged", { because: law.say(`law-change.${event.because}`) }),
    ...event.moves.flatMap(({ place, promised, reckoned }) => {
      const promise = view.promises[place];
      if (promise === undefined || promise.known.stoppedOn !== null) return [];
      return [
        say("step.LawChanged.move", {
          clock: say(`promise.${promise.known.name}`),
          promised: date(promised.limit),
          reckoned: date(reckoned),
          kept: date(limitOf(promise.clock).on),
        }),
      ];
    }),
  ];
}
