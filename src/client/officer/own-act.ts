import { eventOf } from "../../domain/case/case.commands.ts";
import type { CaseEvent } from "../../domain/case/case.events.ts";
import type { SealedFact } from "../../domain/case/case.sealed.ts";
import type { KeyId, OfficerId } from "../../domain/ids.ts";
import { toCanonicalJson } from "../../envelope/canonical-json.ts";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { type EventOrder, publicPartOf, wordsOf } from "../desk/order-content.ts";
import type { Order } from "../desk/orders.ts";
import { type Form, readForm } from "./form.ts";
import type { Attempt } from "./state.ts";

/**
 * Whether an attempt whose answer was lost is in the history after all. What was signed on one entry can only be the next,
 * and there: same act, same words, same facts, sealed and public. A colleague's act of the same kind is another one.
 */
export function hasArrived({ order, sequence }: Attempt, { history }: CaseFile): boolean {
  return history.some((item) => item.sequence === sequence + 1 && isActOf(order, item));
}

function isActOf(order: Order, { type, text, fact, event }: FileItem): boolean {
  if (type !== eventOf[order.command]) return false;
  if (order.command === "make-formal") return true;
  // Whoever has stepped aside reads the case no more: if it can be read, it was somebody else.
  if (order.command === "recuse") return false;
  const words = wordsOf(order);
  if ((text ?? "") !== (words?.text ?? "") || !isPublicPart(order, event)) return false;
  if (order.command === "hand-over") return areReaders(order.readers, fact);
  return toCanonicalJson(fact) === toCanonicalJson(words?.fact ?? null);
}

/** Whether an event says publicly what an order would; a new key is another each time. */
function isPublicPart(order: EventOrder, event: CaseEvent): boolean {
  const said: Readonly<Record<string, unknown>> = { ...event };
  return Object.entries(publicPartOf(order, unchosen)).every(([name, value]) =>
    name === "key" ? true : said[name] === value,
  );
}

const unchosen = "" as KeyId;

/** Whether these read from then on, and besides nobody but whoever handed over: who is here, or it could not be read. */
function areReaders(chosen: readonly OfficerId[], fact: SealedFact | null): boolean {
  if (fact === null || !("readers" in fact)) return false;
  const { readers } = fact;
  return chosen.every((id) => readers.includes(id)) && readers.length <= chosen.length + 1;
}

/** Whether a form would order just this: then nothing in it is lost with it. */
export function isFormOf(order: Order, form: Form): boolean {
  // What a formal case asks for besides was answered when the order was read from the form.
  const reading = readForm(order.command, form, false);
  return reading.kind === "order" && toCanonicalJson(reading.order) === toCanonicalJson(order);
}
