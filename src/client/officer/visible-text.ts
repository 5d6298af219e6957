/** A piece of a stranger's text: to be shown as it is, or a character that would not be seen, by its code. */
export type TextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hidden"; readonly code: string };

/**
 * What a reader would not see, or what would turn other text around: control and format characters, line and
 * paragraph separators, fillers that look like nothing, halves of surrogate pairs. And towers of marks, which would
 * cover the lines around: Vietnamese needs two on a letter, Khmer some more.
 */
const suspect = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\p{M}{9,}/gu;
const marksOnOneLetter = 8;

const khmer = /[\u1780-\u17ff]/;
const emojiBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;

/** Splits a text so that nothing in it can hide or act. What was harmless is in it as it was. */
export function visiblePieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let shown = "";
  let at = 0;
  for (const match of text.matchAll(suspect)) {
    const end = match.index + match[0].length;
    const { kept, code } = judge(match[0], text, match.index, end);
    shown += text.slice(at, match.index) + kept;
    at = end;
    if (code === null) continue;
    if (shown !== "") pieces.push({ kind: "text", text: shown });
    pieces.push({ kind: "hidden", code });
    shown = "";
  }
  shown += text.slice(at);
  return shown === "" ? pieces : [...pieces, { kind: "text", text: shown }];
}

/** How many characters `visiblePieces` would show by their code. */
export function countHidden(text: string): number {
  return visiblePieces(text).filter(({ kind }) => kind === "hidden").length;
}

type Judgement = { readonly kept: string; readonly code: string | null };

/** What stays of something suspect, and by which code the rest is shown. */
function judge(found: string, text: string, start: number, end: number): Judgement {
  const characters = Array.from(found);
  if (characters.length > 1) {
    const rest = characters.slice(marksOnOneLetter);
    return {
      kept: characters.slice(0, marksOnOneLetter).join(""),
      code: `${codeOf(rest[0] ?? "")} ×${rest.length}`,
    };
  }
  // A carriage return before a line feed is only another way to end a line.
  if (found === "\r" && text[end] === "\n") return { kept: "", code: null };
  const around = { before: text.slice(Math.max(0, start - 2), start), after: text.slice(end, end + 2) };
  return isHarmless(found, around) ? { kept: found, code: null } : { kept: "", code: codeOf(found) };
}

/** Line ends and tabs; what Khmer needs between words; what joins one emoji out of several. */
function isHarmless(
  character: string,
  { before, after }: { readonly before: string; readonly after: string },
): boolean {
  if (character === "\n" || character === "\t") return true;
  if (character === "\u200b" || character === "\u200c")
    return khmer.test(before.slice(-1)) && khmer.test(after.slice(0, 1));
  return character === "\u200d" && emojiBefore.test(before) && emojiAfter.test(after);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
