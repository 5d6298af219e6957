import type { ReporterDeed } from "./letter.schema.ts";

// How letter and messages become one text again. A letter never looks complete that is not.

/** A message that says it is a part of the letter. `text` null: it is there and does not open for this reader. */
export type Continuation = { readonly part: number; readonly text: string | null };

/** What only the writer's own browser can have done wrong: the chain lets nobody else move, double or invent a message. */
export type PartFault = {
  readonly kind: "out-of-order" | "doubled" | "unannounced";
  readonly part: number;
};

/** The text of a letter, joined. */
export type LetterText = {
  /** Everything that is there, in the order of the parts; what is missing between leaves `gapMark`. */
  readonly text: string;
  /** So many messages belong to it; 0: the letter was all. */
  readonly parts: number;
  /** Parts that have not come, or do not open. Empty: the text is whole. */
  readonly missing: readonly number[];
  readonly faults: readonly PartFault[];
  /** Of the continuations, in their order, whether the text holds it. What it does not hold is shown where it stands. */
  readonly isJoined: readonly boolean[];
};

/** Stands in a joined text where a part is missing and another follows. */
export const gapMark = "\n\n[…]\n\n";

/**
 * Joins a letter's text with what goes on in later messages, given in the order of the chain. Of a part that is there twice
 * the first counts. Order, doubles and parts that the letter does not announce are told and never hidden.
 */
export function letterTextOf(
  { text, parts }: { readonly text: string; readonly parts: number },
  continuations: readonly Continuation[],
): LetterText {
  const pieces = new Map<number, string | null>();
  const faults: PartFault[] = [];
  let last = 0;
  const isJoined = continuations.map(({ part, text: piece }) => {
    if (part > parts) faults.push({ kind: "unannounced", part });
    else if (pieces.has(part)) faults.push({ kind: "doubled", part });
    else {
      if (part < last) faults.push({ kind: "out-of-order", part });
      last = Math.max(last, part);
      pieces.set(part, piece);
      return piece !== null;
    }
    return false;
  });
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);
  const missing = numbers.filter((part) => (pieces.get(part) ?? null) === null);
  return { text: text + joinPieces(numbers, pieces), parts, missing, faults, isJoined };
}

function joinPieces(numbers: readonly number[], pieces: ReadonlyMap<number, string | null>): string {
  let joined = "";
  let isGap = false;
  for (const part of numbers) {
    const piece = pieces.get(part) ?? null;
    if (piece !== null) joined += (isGap ? gapMark : "") + piece;
    isGap = piece === null;
  }
  return joined;
}

/** A message of a history, opened: whose deed it is and what it says. */
type Opened = { readonly deed: ReporterDeed | null; readonly text: string | null };

/**
 * Joins a letter with the messages of its history. A part whose words stand in the letter has none where it stands itself, so
 * that nothing is read twice; one that the letter does not hold keeps them there.
 */
export function joinLetter<Message extends Opened>(
  letter: { readonly text: string; readonly parts: number } | null,
  history: readonly Message[],
): { readonly letterText: LetterText | null; readonly history: readonly Message[] } {
  if (letter === null) return { letterText: null, history };
  const parts = history.flatMap(({ deed, text }): readonly Continuation[] =>
    deed?.kind === "continuation" ? [{ part: deed.part, text }] : [],
  );
  const letterText = letterTextOf(letter, parts);
  let at = 0;
  const rest = history.map((message) => {
    if (message.deed?.kind !== "continuation") return message;
    return letterText.isJoined[at++] === true ? { ...message, text: "" } : message;
  });
  return { letterText, history: rest };
}
