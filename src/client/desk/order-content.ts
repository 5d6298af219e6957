import { type CaseCommand, eventOf } from "../../domain/case/case.commands.ts";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import type { KeyId, OfficerId } from "../../domain/ids.ts";
import type { Order } from "./orders.ts";

/** Orders that become a signed event of the committee; making formal is the reporter's own signed word. */
export type EventOrder = Exclude<Order, { command: "make-formal" }>;

/** What of an order the server may know. `key`: with which the case is read from then on. */
export function publicPartOf(order: EventOrder, key: KeyId): Readonly<Record<string, unknown>> {
  switch (order.command) {
    case "classify":
      return { kind: order.kind };
    case "ask-reporter":
    case "extend":
      return { days: order.days };
    case "transfer":
      return { to: order.to, key };
    case "hand-over":
    case "recuse":
    case "take-over":
      return { key };
    case "open":
    case "acknowledge":
    case "send-message":
    case "begin-verification":
    case "propose-superior":
    case "note":
    case "refuse":
    case "conclude":
    case "close":
    case "explain":
    case "demand-explanation":
    case "open-as-superior":
      return {};
    default:
      return order satisfies never;
  }
}

/** The order as the law is asked about it. */
export function commandOfOrder(order: EventOrder, key: KeyId): CaseCommand {
  return { type: order.command, ...publicPartOf(order, key) } as unknown as CaseCommand;
}

/** What is sealed with an order. */
export type Words = { readonly text: string; readonly fact: SealedFact | null };

/** Null: nothing is sealed, the event says everything. */
export function wordsOf(order: EventOrder): Words | null {
  switch (order.command) {
    case "acknowledge":
    case "send-message":
    case "ask-reporter":
    case "transfer":
    case "take-over":
      return { text: order.message, fact: null };
    case "propose-superior":
    case "hand-over":
    case "recuse":
      return { text: order.reason, fact: null };
    case "explain":
      return { text: order.explanation, fact: null };
    case "classify": {
      const { substance, category, eligible } = order;
      return { text: order.remark, fact: { type: "Classified", substance, category, eligible } };
    }
    case "extend":
      return { text: order.message, fact: { type: "Extended", reason: order.reason } };
    case "note":
      return { text: order.remark, fact: { type: "Noted", note: order.note } };
    case "refuse": {
      const { ground, whereElse } = order;
      return { text: order.message, fact: { type: "Refused", ground, whereElse } };
    }
    case "conclude": {
      const { outcome, againstPerson, remedyOrdered } = order;
      return { text: order.message, fact: { type: "Concluded", outcome, againstPerson, remedyOrdered } };
    }
    case "open":
    case "begin-verification":
    case "close":
    case "demand-explanation":
    case "open-as-superior":
      return null;
    default:
      return order satisfies never;
  }
}

/** The same with who reads from then on, where an order changes that within the committee. */
export function wordsForReaders(order: EventOrder, readers: readonly OfficerId[]): Words | null {
  const words = wordsOf(order);
  const isChange = order.command === "hand-over" || order.command === "recuse";
  return words === null || !isChange ? words : { ...words, fact: { type: eventOf[order.command], readers } };
}
