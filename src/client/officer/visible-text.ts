/** A piece of a stranger's text: to be shown as it is, or a character that would not be seen, by its code. */
export type TextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hidden"; readonly code: string };

/**
 * What a reader would not see, or what would turn other text around: control and format characters, line and
 * paragraph separators, fillers that look like nothing, halves of surrogate pairs.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;
const hiddenEach = new RegExp(hidden.source, "gu");

const khmer = /[\u1780-\u17ff]/;
const emojiBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;

/** Splits a text so that nothing in it can hide or act. Joining the pieces' texts gives what was harmless. */
export function visiblePieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let shown = "";
  let at = 0;
  const flush = () => {
    if (shown !== "") pieces.push({ kind: "text", text: shown });
    shown = "";
  };
  for (const match of text.matchAll(hiddenEach)) {
    const character = match[0];
    const end = match.index + character.length;
    shown += text.slice(at, match.index);
    at = end;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (isHarmless(character, before, text.slice(end, end + 2))) shown += character;
    else if (character !== "\r" || text[end] !== "\n") {
      flush();
      pieces.push({ kind: "hidden", code: codeOf(character) });
    }
  }
  shown += text.slice(at);
  flush();
  return pieces;
}

/** How many characters `visiblePieces` would show by their code. */
export function countHidden(text: string): number {
  return visiblePieces(text).filter(({ kind }) => kind === "hidden").length;
}

/** Line ends and tabs; what Khmer needs between words; what joins one emoji out of several. */
function isHarmless(character: string, before: string, after: string): boolean {
  if (character === "\n" || character === "\t") return true;
  if (character === "\u200b" || character === "\u200c")
    return khmer.test(before.slice(-1)) && khmer.test(after.slice(0, 1));
  return character === "\u200d" && emojiBefore.test(before.slice(-2)) && emojiAfter.test(after.slice(0, 2));
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
