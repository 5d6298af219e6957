import type { LetterFacts } from "../../../crypto/letter.schema.ts";
import { shortAnswerLength } from "../../../domain/letter.vocabulary.ts";
import type { DraftFault, FactFault } from "../journey.ts";

// What keeps a text from being sent. `holdsCode` is asked of every free field: whoever reads a code can open a letter.

type HoldsCode = (text: string) => boolean;

/** What is wrong with the text, which may take up `free` bytes more. */
export function faultOfText(text: string, free: number, holdsCode: HoldsCode): DraftFault | null {
  if (text.trim() === "") return "text-required";
  if (free < 0) return { tooLongBy: -free };
  return holdsCode(text) ? "has-code" : null;
}

/** What is wrong with the answers in a line. */
export function faultOfFacts(facts: LetterFacts, holdsCode: HoldsCode): DraftFault | null {
  const faults = (["when", "where"] as const).flatMap((field): readonly FactFault[] => {
    if (holdsCode(facts[field])) return [{ field, kind: "has-code" }];
    return facts[field].length > shortAnswerLength ? [{ field, kind: "too-long" }] : [];
  });
  return faults.length === 0 ? null : { facts: faults };
}
