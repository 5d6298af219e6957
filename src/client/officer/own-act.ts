import { eventOf } from "../../domain/case/case.commands.ts";
import { toCanonicalJson } from "../../envelope/canonical-json.ts";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { wordsOf } from "../desk/order-content.ts";
import type { Order } from "../desk/orders.ts";
import { type Form, readForm } from "./form.ts";
import type { Attempt } from "./state.ts";

/**
 * Whether an attempt whose answer was lost is in the history after all. What was signed on one entry can only be the next,
 * and there: same act, same words, same note. A colleague's message of the same kind is another one.
 */
export function hasArrived({ order, sequence }: Attempt, { history }: CaseFile): boolean {
  return history.some((item) => item.sequence === sequence + 1 && isActOf(order, item));
}

function isActOf(order: Order, { type, text, fact }: FileItem): boolean {
  if (type !== eventOf[order.command]) return false;
  const words = order.command === "make-formal" ? null : wordsOf(order);
  if ((text ?? "") !== (words?.text ?? "")) return false;
  if (order.command !== "note") return true;
  return fact?.type === "Noted" && toCanonicalJson(fact.note) === toCanonicalJson(order.note);
}

/** Whether a form would order just this: then nothing in it is lost with it. */
export function isFormOf(order: Order, form: Form): boolean {
  // What a formal case asks for besides was answered when the order was read from the form.
  const reading = readForm(order.command, form, false);
  return reading.kind === "order" && toCanonicalJson(reading.order) === toCanonicalJson(order);
}
