import type { CoveredTerm, CoverKind } from "../../../domain/case/case.sealed.ts";
import { countCovers } from "../../../domain/cover.ts";
import { longestCover } from "./names.ts";
import { tidy } from "../../../domain/cover-places.ts";

/** Why words are not taken into the list: there are none, they are too long, or they would cover nothing. */
export type AdditionRefusal = "empty" | "long" | "absent";

export type Addition =
  | { readonly kind: "term"; readonly term: CoveredTerm }
  | { readonly kind: "refused"; readonly because: AdditionRefusal };

/** What is typed or selected, as a term that covers something in the text. Never cut: the rest would stay to be read. */
export function additionFrom(typed: string, as: CoverKind, text: string): Addition {
  const term = { text: tidy(typed), as };
  if (term.text === "") return { kind: "refused", because: "empty" };
  if (term.text.length > longestCover) return { kind: "refused", because: "long" };
  if (countCovers(text, term) === 0) return { kind: "refused", because: "absent" };
  return { kind: "term", term };
}
