import { eventOf } from "../../domain/case/case.commands.ts";
import { toCanonicalJson } from "../../envelope/canonical-json.ts";
import type { CaseFile, FileItem } from "../desk/case-file.ts";
import { wordsOf } from "../desk/order-content.ts";
import type { Order } from "../desk/orders.ts";

/**
 * Whether what came into a history since it was last seen is the order itself, whose answer was lost. Same act, same
 * words, same note: a colleague's message of the same kind is another one.
 */
export function hasArrived(order: Order, before: CaseFile | null, now: CaseFile): boolean {
  const known = before?.row.sequence ?? 0;
  return now.history.some((item) => item.sequence !== null && item.sequence > known && isActOf(order, item));
}

function isActOf(order: Order, { type, text, fact }: FileItem): boolean {
  if (type !== eventOf[order.command]) return false;
  const words = order.command === "make-formal" ? null : wordsOf(order);
  if ((text ?? "") !== (words?.text ?? "")) return false;
  if (order.command !== "note") return true;
  return fact?.type === "Noted" && toCanonicalJson(fact.note) === toCanonicalJson(order.note);
}
